"""Values as plain text and back, for columns that keep text.

>>> from esfmodel import Rate
>>> to_plain(Rate.of_percent(40), Rate)
'40%'
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from esfmodel.errors import InvalidValue
from esfmodel.formats.plain_values import PLAIN, WRITE
from esfmodel.model.fields import check_type
from esfmodel.values import Country

if TYPE_CHECKING:
    from collections.abc import Mapping

V = TypeVar("V")

KINDS: Final[Mapping[str, type]] = MappingProxyType({kind.__name__: kind for kind in (*PLAIN, Country)})
"""The kinds of value that are written as text and read by `parse`, by name."""


def kind_of(kind: type[V] | str) -> type[V]:
    """Return a kind of value, given itself or by its name; raise `InvalidValue` for any other."""
    name = kind if isinstance(kind, str) else getattr(kind, "__name__", None)
    found = KINDS.get(str(name))
    if found is None or not (isinstance(kind, str) or found is kind):
        raise InvalidValue("value.not_one_of", "kind", name or kind, choices=tuple(KINDS))
    return cast("type[V]", found)


def to_plain(value: V, kind: type[V]) -> str:
    """Return the plain text of a value; raise `TypeError` for one of another kind."""
    check_type(value, kind, "value")
    return cast("str", WRITE[kind](value))


def from_plain(text: str, kind: type[V]) -> V:
    """Return the value that plain text says; raise `InvalidValue` for text that is none."""
    value: V = cast("Any", kind).parse(text)
    return value
