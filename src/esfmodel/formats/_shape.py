"""The shape of the format: which keys an object has, and what the value of each is.

It follows the classes of the model: a key is called as the field, and what a field leaves out is what its class takes
as default. Three things are written in words of their own, because neither leaving out nor null says them: a basis of
cost names its `type`, the money nobody has named has the funder "rest", and a group nobody has counted has the count
"unknown".
"""

from __future__ import annotations

from types import MappingProxyType, NoneType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

import attrs

from esfmodel.model.costs import ActualCost, FlatRate, LumpSum, UnitCost
from esfmodel.model.funding import Contribution
from esfmodel.model.organisation import Organisation
from esfmodel.model.own_share import OwnShare
from esfmodel.model.programme import Call
from esfmodel.model.project import Project
from esfmodel.values.nuts import NutsCode

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "esfmodel/projects"
VERSIONS = (1, 2)
"""In version 1 the financing of a budget was the whole; since then a list from one side only says so: `complete`."""
KEYS = ("format", "version", "name", "projects")

BASES: Mapping[str, type] = MappingProxyType(
    {"actual cost": ActualCost, "unit cost": UnitCost, "flat rate": FlatRate, "lump sum": LumpSum}
)
"""The types of a basis of cost, by the word that names them."""

REST = "rest"
UNKNOWN = "unknown"


@attrs.frozen
class Extra:
    """What a source said that has no field: a label and a value."""

    label: str
    value: str


@attrs.frozen
class RegionalShare:
    """The own share that a call demands in one region."""

    nuts: NutsCode
    own_share: OwnShare


PAIRS: Mapping[tuple[type, str], type] = MappingProxyType(
    {(Project, "extra"): Extra, (Call, "own_share_by_region"): RegionalShare}
)
"""The fields that hold pairs, and the class whose keys name the two sides."""

WORDS: Mapping[tuple[type, str], str] = MappingProxyType(
    {(Contribution, "funder"): REST, (Organisation, "count"): UNKNOWN}
)
"""The fields in which None is not left out, and the word that says it."""


class Field(NamedTuple):
    """A field of a class as the format has it: its key, its type without None, and what else is told of it."""

    key: str
    type: Any
    attribute: attrs.Attribute[Any]
    pair: type | None
    word: str | None


def fields_of(kind: type) -> tuple[Field, ...]:
    """List the fields of a class of the model, in their order."""
    hints = get_type_hints(kind)
    return tuple(
        Field(
            attribute.name,
            _without_none(hints[attribute.name]),
            attribute,
            PAIRS.get((kind, attribute.name)),
            WORDS.get((kind, attribute.name)),
        )
        for attribute in attrs.fields(kind)
    )


def _without_none(hint: object) -> object:
    """Give the one type that a field takes beside None, or the set of them."""
    if get_origin(hint) is tuple:
        return hint
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return hint if not kinds else kinds[0] if len(kinds) == 1 else frozenset(kinds)
