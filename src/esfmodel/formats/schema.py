"""The keys and types of the project format, taken from the model's classes, and its JSON Schema.

The schema is shipped next to this module as `project.schema.json`, for editors and other programs.
"""

from __future__ import annotations

import enum
import inspect
from decimal import Decimal
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

import attrs

from esfmodel.formats._key_meanings import meaning_of
from esfmodel.model.costs import ActualCost, CostBasis, FlatRate, LumpSum, UnitCost
from esfmodel.model.fields import (
    is_count_or_unknown,
    is_positive_or_unknown,
    is_text,
    is_text_or_unknown,
    is_year_or_unknown,
)
from esfmodel.model.funding import Contribution
from esfmodel.model.organisation import Organisation
from esfmodel.model.own_share import OwnShare
from esfmodel.model.programme import Call, CategoryOfRegion, Priority
from esfmodel.model.project import Project
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.dates import Date
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.format import InEachLanguage
from esfmodel.values.money import Money, Rate
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PERIOD = f"{_DAY}/{_DAY}|[0-9]{{4}}-[0-9]{{2}}/[0-9]{{4}}-[0-9]{{2}}|[0-9]{{4}}/[0-9]{{4}}"
_OPEN_PERIOD = rf"{_DAY}/\.\.|\.\./{_DAY}"
_MONEY = r"-?[0-9]+(\.[0-9]+)? [A-Z]{3}"
_RATE = r"-?[0-9]+(\.[0-9]+)?%|-?[0-9]+/[0-9]+"
_ORGANISATION_NUMBER = "[0-9]{6}-?[0-9]{4}"
_FOREIGN_NUMBER = "[A-Za-z]{2} .+"


def _bounds(end: str) -> str:
    return rf"[\[(]({end})?, ({end})?[\])]"


def _matching(pattern: str, *examples: str) -> Schema:
    return {"type": "string", "pattern": f"^({pattern})$", "examples": list(examples)}


VALUES: Mapping[object, Schema] = MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        Decimal: _matching(r"[0-9]+(\.[0-9]+)?", "1720", "0.5"),
        Money: _matching(_MONEY, "3706566 SEK", "12.50 EUR"),
        frozenset({Money, Bounds[Money]}): _matching(f"{_MONEY}|{_bounds(_MONEY)}", "3706566 SEK", "(12000000 SEK, )"),
        Bounds[Money]: _matching(_bounds(_MONEY), "(12000000 SEK, )", "[5 SEK, 10 SEK)"),
        Rate: _matching(_RATE, "40%", "12/29"),
        Bounds[Rate]: _matching(_bounds(_RATE), "[0%, 75%]", "(12/29, )"),
        Period: _matching(_PERIOD, "2024-10-01/2027-09-30", "2023/2025"),
        Date: _matching(_DAY, "2024-06-28"),
        frozenset({Date, Period}): _matching(f"{_DAY}|{_PERIOD}", "2024-06-28", "2021/2021"),
        frozenset({Period, OpenPeriod}): _matching(
            f"{_PERIOD}|{_OPEN_PERIOD}", "2024-10-01/2027-09-30", "2024-10-01/.."
        ),
        OpenPeriod: _matching(_OPEN_PERIOD, "2024-10-01/..", "../2027-09-30"),
        ProgrammingPeriod: _matching("[0-9]{4}-[0-9]{4}", "2021-2027"),
        frozenset({OrganisationNumber, ForeignNumber}): _matching(
            f"{_ORGANISATION_NUMBER}|{_FOREIGN_NUMBER}", "232100-0214", "NO 974760673"
        ),
        OrganisationNumber: _matching(_ORGANISATION_NUMBER, "232100-0214"),
        ForeignNumber: _matching(_FOREIGN_NUMBER, "NO 974760673"),
        OperationId: _matching(".{1,100}", "23-067-S04", "2018/00076"),
        Cci: _matching("[0-9]{4}[A-Z]{2}[A-Z0-9]{5,9}", "2021SE05SFPR001", "2021SE05SFPR"),
        NutsCode: _matching("[A-Z]{2}[A-Z0-9]{0,3}", "SE32"),
        PostalCode: _matching("[0-9]{3} ?[0-9]{2}|[A-Z]{2}-.+", "831 27", "FI-65100"),
        Country: _matching("[A-Z]{2}", "SE"),
    }
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_CHECKS: Mapping[object, Schema] = MappingProxyType(
    {
        is_text: {"pattern": r"\S"},
        is_text_or_unknown: {"pattern": r"\S"},
        is_count_or_unknown: {"minimum": 0},
        is_positive_or_unknown: {"minimum": 1},
        is_year_or_unknown: {"minimum": 1900, "maximum": 2999},
    }
)


def project_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a document of projects.

    It describes the form in which the library writes and that `strict` reading asks for, and checks keys, types and
    patterns: a key that is not ours, which other reading keeps, is a fault. People may write more freely in a file,
    which is read (see `read`). Check digits, impossible dates and two currencies in one budget are found
    only when the document is read.

    >>> project_schema()["required"]
    ['format', 'version', 'projects']
    """
    definitions: dict[str, Schema] = {}
    project = _reference(Project, definitions)
    return {
        "$schema": DRAFT,
        "title": "Projects that the European Union cofinances",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"enum": list(VERSIONS)},
            "name": {"type": "string", "pattern": r"\S", "description": "The name of the whole collection."},
            "projects": {"type": "array", "items": project},
        },
        "required": ["format", "version", "projects"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_of(kind: type) -> Schema:
    """Return the JSON Schema (draft 2020-12) of one object of a class, as a document has it."""
    definitions: dict[str, Schema] = {}
    whole = _object(kind, definitions)
    return {
        "$schema": DRAFT,
        "title": kind.__name__,
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def _reference(kind: type, definitions: dict[str, Schema]) -> Schema:
    """Return a reference to a class, and define the class at its first use."""
    if kind.__name__ not in definitions:
        # Stored before it is built: an organisation may hold organisations.
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(kind: type, definitions: dict[str, Schema]) -> Schema:
    fields = fields_of(kind)
    properties = {
        field.key: {"description": meaning_of(kind, field.key), **_property(field, definitions)} for field in fields
    }
    required = [field.key for field in fields if field.attribute.default is attrs.NOTHING]
    name = next((name for name, basis in BASES.items() if basis is kind), None)
    if name is not None:
        properties = {"type": {"description": meaning_of(kind, "type"), "const": name}, **properties}
        required = ["type", *required]
    described = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0].replace("\n", " ").replace("`", "")
    return {
        "description": described,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _property(field: Field, definitions: dict[str, Schema]) -> Schema:
    if field.pair is not None:
        return {"type": "array", "items": _reference(field.pair, definitions)}
    if get_origin(field.type) is tuple:
        return {"type": "array", "items": _value(get_args(field.type)[0], definitions)}
    checked = {**_value(field.type, definitions), **_CHECKS.get(field.attribute.validator, {})}
    if field.word is not None:
        return {"anyOf": [checked, {"const": field.word}]}
    return checked


def _value(kind: object, definitions: dict[str, Schema]) -> Schema:
    if kind in VALUES:
        return VALUES[kind]
    if kind == frozenset(get_args(CostBasis)):
        return {"anyOf": [_reference(basis, definitions) for basis in BASES.values()]}
    if isinstance(kind, enum.EnumType):
        return {"enum": [member.value for member in cast("type[enum.Enum]", kind)]}
    return _reference(cast("type", kind), definitions)


# The format follows the model's classes: a key is named as the field, and a key that is left out means the default.
# Three things need a word of their own: the basis of a cost names its `type`, a contribution without a named funder
# has the funder "rest", and a group of unknown size has the count "unknown" (leaving out the count means 1).

FORMAT = "esfmodel/projects"
VERSIONS = (1, 2)
"""Version 1 had no `complete`: the financing it lists is all of it."""
KEYS = ("format", "version", "name", "projects")

BASES: Mapping[str, type] = MappingProxyType(
    {"actual cost": ActualCost, "unit cost": UnitCost, "flat rate": FlatRate, "lump sum": LumpSum}
)
"""The classes of a cost's basis, by the value of their key `type`."""


@attrs.frozen
class BasisName:
    """What a basis of a cost is called: the value of its key `type`, and the words, which are read too."""

    value: str
    words: InEachLanguage[str]

    def text(self, language: str) -> str:
        """Return the name in "sv" or "en"."""
        return self.words[language]


BASIS_NAMES = tuple(
    BasisName(value, InEachLanguage(swedish, value))
    for value, swedish in zip(BASES, ("faktisk kostnad", "enhetskostnad", "schablon", "klumpsumma"), strict=True)
)

REST = "rest"
UNKNOWN_KEYWORD = "unknown"


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


@attrs.frozen(kw_only=True)
class DecidedRate:
    """The Union's rate that is decided for a priority in one category of region, or for the whole of it."""

    category_of_region: CategoryOfRegion | None = None
    rate: Rate


PAIRS: Mapping[tuple[type, str], type] = MappingProxyType(
    {
        (Project, "extra"): Extra,
        (Call, "own_share_by_region"): RegionalShare,
        (Priority, "rates"): DecidedRate,
    }
)
"""The fields that hold pairs, and the class that gives the two sides their keys."""

WORDS_FOR_UNKNOWN: Mapping[tuple[type, str], str] = MappingProxyType(
    {(Contribution, "funder"): REST, (Organisation, "count"): UNKNOWN_KEYWORD}
)
"""The fields in which None is written as a word, because leaving the key out means something else."""


class Field(NamedTuple):
    """A field of the format: `pair` and `word` are from `PAIRS` and `WORDS_FOR_UNKNOWN`, and `type` is without None."""

    key: str
    type: Any
    attribute: attrs.Attribute[Any]
    pair: type | None
    word: str | None

    @property
    def may_be_left_out(self) -> bool:
        """Whether leaving a key out means that nobody knows, or that the key is missed: then null means the same."""
        return self.word is None and self.attribute.default in (None, (), attrs.NOTHING)


def fields_of(kind: type) -> tuple[Field, ...]:
    """Return the fields of a model class, in order."""
    hints = get_type_hints(kind)
    return tuple(
        Field(
            # The name of the argument, without the underscore of a private field.
            attribute.alias or attribute.name,
            _without_none(hints[attribute.name]),
            attribute,
            next((PAIRS[each, attribute.name] for each in kind.__mro__ if (each, attribute.name) in PAIRS), None),
            WORDS_FOR_UNKNOWN.get((kind, attribute.name)),
        )
        for attribute in attrs.fields(kind)
    )


def _without_none(hint: object) -> object:
    """Return the one type that a field takes besides None, or the set of them."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return kinds[0] if len(kinds) == 1 else frozenset(kinds)
