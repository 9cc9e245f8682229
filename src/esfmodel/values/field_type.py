"""The bases of values and of classes of the model: field types of pydantic, copies with other facts, and kept facts.

pydantic asks a class how it is read. The answer is in the formats, above this layer, so it is imported by name when
pydantic asks: nothing here needs pydantic, or waits for it.
"""

from __future__ import annotations

from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

T = TypeVar("T")


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


# --- Facts that are worked out once


class Keeping(Replaceable):
    """The base of a class whose objects keep facts, in a slot that is no field: copies and pickles do not see it.

    A `cached_property` would keep one too, but attrs makes it a `__getattr__`, and Python reads every field of a class
    that has one three times as slowly.
    """

    __slots__ = ("_facts",)

    _facts: dict[object, Any]


K = TypeVar("K", bound=Keeping)


def kept(fact: Callable[[K], T]) -> Callable[[K], T]:
    """Return a function that works out a fact once for each object; what it returns must not change either.

    An error is raised anew each time.

    >>> from esfmodel import Project
    >>> @kept
    ... def letters(project):
    ...     print("counting")
    ...     return len(project.name)
    >>> project = Project("Framtidskraft")
    >>> letters(project), letters(project)
    counting
    (13, 13)
    """

    @wraps(fact)
    def found(thing: K) -> T:
        try:
            facts = thing._facts  # pyright: ignore[reportPrivateUsage]
        except AttributeError:
            facts = dict[object, Any]()
            fill(thing, "_facts", facts)
        if fact not in facts:
            facts[fact] = fact(thing)
        known: T = facts[fact]
        return known

    return found
