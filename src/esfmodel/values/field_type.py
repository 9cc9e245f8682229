"""The bases of values and of classes of the model: field types of pydantic, and copies with other facts.

pydantic asks a class how it is read. The answer is in the formats, above this layer, so it is imported by name when
pydantic asks: nothing here needs pydantic, or waits for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import attrs

if TYPE_CHECKING:
    from typing import Self


class FieldType:
    """The base of a class that a model of pydantic takes as the type of a field."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:  # noqa: ANN401
        """Return how pydantic reads, checks and writes this type."""
        return import_module("esfmodel.formats.pydantic_fields").core_schema_of(source, handler)


class Replaceable(FieldType):
    """The base of a class whose objects are copied with other facts, by `copy.replace` from Python 3.13."""

    __slots__ = ()

    # attrs makes the same method, but only on Python 3.13.
    def __replace__(self, /, **changes: Any) -> Self:  # noqa: ANN401
        """Return this with other arguments of its constructor, which checks them all again."""
        changed: Self = attrs.evolve(cast("Any", self), **changes)
        return changed


class Value(Replaceable):
    """The base of a value whose own `__init__` checks its arguments and then fills the fields.

    Some programs, such as msgspec, fill the fields of an attrs class without calling `__init__`, and then call
    `__attrs_post_init__`, which `__init__` has no need of.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Check fields that were filled without the constructor, and write them as it does."""
        right = self.__replace__()
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(self))):
            fill(self, field.name, getattr(right, field.name))


fill = object.__setattr__
"""Set a field of a frozen object that is being made."""
