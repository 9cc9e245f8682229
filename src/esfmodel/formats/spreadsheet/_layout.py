"""What the writer and the reader of budget workbooks share: sheets, keys, words, and the type of each fact.

Each value has a key, the path of its field, which stands in grey beside it. Keys are what the reader goes by: labels
and headings are for people, who may change them and move rows and columns.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from esfmodel.formats._unknown_keys import ANY_BASIS, class_of, keyed_fields, kind_in, path_of, steps_in
from esfmodel.formats.schema import BASES, FORMAT, VERSIONS, Field
from esfmodel.model.costs import ActualCost, Cost, FlatRate, UnitCost
from esfmodel.model.funding import Contribution
from esfmodel.model.project import Project
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK: Final = f"{FORMAT} {VERSIONS[-1]}"
"""Stands above the keys of the sheet of facts, and marks a workbook as one of ours."""
CURRENCY: Final = "currency of budget"
"""The key of the currency of amounts that name none; no path has spaces."""
AMOUNT: Final = "amount"
YEAR: Final = "year"
SUM: Final = "sum"
SUMMARY: Final = "esfmodel/summary"
FINDINGS: Final = "esfmodel/findings"
"""These two stand above the keys of sheets that are written and compared, but hold no input."""

HEADING_ROWS: Final = 2
"""The rows of a table above its lines: the headings, and the keys."""

SUM_LABEL: Final = InEachLanguage("Summa", "Sum")
NOT_STATED: Final = InEachLanguage("ej angivet", "not stated")
EXAMPLE: Final = InEachLanguage("Till exempel", "For example")
"""The heading of a column that is no input."""
OTHERS: Final = InEachLanguage("övriga finansiärer, som inte är angivna", "other funders, who are not named")
"""What stands for `Contribution.rest()`."""

SHEETS: Final = {
    "project": InEachLanguage("Projekt", "Project"),
    "costs": InEachLanguage("Kostnader", "Costs"),
    "financing": InEachLanguage("Finansiering", "Financing"),
    SUMMARY: InEachLanguage("Sammanställning", "Summary"),
    FINDINGS: InEachLanguage("Prövning", "Findings"),
}
CHOICES: Final = InEachLanguage("Val", "Choices")
"""The hidden sheet with the words of the lists of choices."""


class Table(NamedTuple):
    """A sheet with a row for each line of a budget.

    `path` is that of the list of lines, `amount` the key of the amount of a line, and `known_by` a key that no other
    sheet has. `columns` are always shown, `more` where a line states them, and `asked` are those of `more` that the
    template has.
    """

    name: str
    path: str
    kind: type
    amount: str
    known_by: str
    columns: tuple[str, ...]
    more: tuple[str, ...]
    asked: tuple[str, ...]


COSTS: Final = Table(
    "costs",
    "budget.costs",
    Cost,
    "basis.amount",
    "category",
    ("category", "description", "basis.type"),
    (
        *("partner", "phase", "basis.price", "basis.units", "basis.unit", "basis.code", "basis.region", "basis.year"),
        *("basis.rate", "basis.base", "basis.description", "year"),
    ),
    ("partner", "basis.price", "basis.units", "basis.rate", "basis.base", "year"),
)
FINANCING: Final = Table(
    "financing",
    "budget.financing",
    Contribution,
    "amount",
    "funder.source",
    ("funder.source", "funder.organisation.name"),
    ("funder.organisation.number", "form", "partner", "phase", "commitment", "reference"),
    ("form", "partner"),
)
TABLES: Final = (COSTS, FINANCING)

BASIS_TYPE: Final = "basis.type"
BASE: Final = "basis.base"
"""The one list in a line; its items stand in one cell."""
BETWEEN_ITEMS: Final = "; "
ACTUAL_COST, UNIT_COST, FLAT_RATE = (
    next(name for name, basis in BASES.items() if basis is kind) for kind in (ActualCost, UnitCost, FlatRate)
)

FUNDER: Final = "funder"
FUNDER_SOURCE: Final = "funder.source"


class Fact(NamedTuple):
    """A single value of a project as plain data, its path, and the type of its field; None where no field takes it."""

    path: str
    kind: object
    value: object


class WordOfBasis:
    """The type of the key `type` of a basis."""


def facts_of(plain: object, kind: object, path: str = "", *, divides_lists: bool = True) -> Iterator[Fact]:
    """Yield the single values of an object of the model as plain data; a list is one where `divides_lists` is false.

    >>> [fact.path for fact in facts_of({"name": "Gröna rum", "call": {"name": "Våren"}}, Project)]
    ['name', 'call.name']
    """
    keys = _keys_of(plain)
    made = class_of(kind, keys) if keys else None
    if made is None:
        yield Fact(path, None if is_nested(plain) else kind, plain)
        return
    fields = keyed_fields(made)
    for key, value in keys.items():
        here = path_of(path, key)
        field = fields.get(key)
        if field is None:
            yield Fact(here, WordOfBasis if key == "type" and made in BASES.values() else None, value)
        elif is_nested(value) and value and _is_list(field) and divides_lists:
            for index, each in enumerate(cast("list[object]", value)):
                yield from facts_of(each, kind_in(field), f"{here}[{index}]")
        else:
            yield from facts_of(value, kind_in(field), here, divides_lists=divides_lists)


def is_nested(plain: object) -> bool:
    """Whether a plain value is an object or a list."""
    return isinstance(plain, (dict, list))


def _keys_of(plain: object) -> dict[str, object]:
    return cast("dict[str, object]", plain) if isinstance(plain, dict) else {}


def _is_list(field: Field) -> bool:
    return kind_in(field) is not field.type


@lru_cache(maxsize=1_000)
def kind_at(path: str, kind: type = Project) -> object:
    """Return the type of the field at a path of an object; None where there is none.

    >>> kind_at("planned_participants"), kind_at("beneficiary.shoe_size")
    (<class 'int'>, None)
    """
    here: object = kind
    for step in steps_in(path):
        if isinstance(step, int):
            continue
        if here == ANY_BASIS and step == "type":
            here = WordOfBasis
            continue
        kinds: Any = BASES.values() if here == ANY_BASIS else (here,)
        found = [keyed_fields(each)[step] for each in kinds if class_of(each, {}) and step in keyed_fields(each)]
        if not found:
            return None
        here = kind_in(found[0])
    return here
