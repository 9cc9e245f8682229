"""The part `[budget]` of a mapping: where the budget of one project stands in a sheet that somebody keeps.

A budget has single cells (`[budget.cells]`) and tables of lines, of costs (`[budget.costs]`) and of financing
(`[budget.financing]`); `[[budget.costs]]` for several tables, such as one for each partner.

>>> from esfmodel.formats.lists.mapping import mapping_in
>>> text = '''
... [budget.cells]
... name = "Projekt!B3"
... [budget.costs]
... sheet = "Kostnader"
... first = 7
... amounts = "C:E"
... axis = "year"
... names = { "Processledare*" = "staff" }
... '''
>>> budget = mapping_in(text, "budget.toml").budget
>>> str(budget.cells["name"]), budget.costs[0].amounts, budget.costs[0].names["Processledare*"].name
('Projekt!B3', (3, 4, 5), 'STAFF')
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar, cast

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import letters_of_column
from esfmodel.formats.lists._mapping_values import (
    MappingTable,
    column_in,
    currency_code,
    field_in,
    filled,
    member_of,
    unit_in,
)
from esfmodel.formats.plain_values import text_of, whole_number_of
from esfmodel.model.costs import CostCategory
from esfmodel.model.fields import as_call
from esfmodel.model.funding import FundingSource
from esfmodel.values.format import Labelled
from esfmodel.values.syntax import at_key

if TYPE_CHECKING:
    from collections.abc import Callable

Kind: TypeAlias = "CostCategory | FundingSource"
"""What a line is of: the category of a cost, or the source of money."""

KindT = TypeVar("KindT", CostCategory, FundingSource)


class Axis(Labelled):
    """What tells the columns of amounts of a table apart: the years, or the partners, in their headings."""

    YEAR = "year"
    PARTNER = "partner"


class CellAddress(NamedTuple):
    """A cell: its sheet (None for the only one), its column and its row, from 1.

    >>> str(CellAddress("Projekt", 2, 3))
    'Projekt!B3'
    """

    sheet: str | None
    column: int
    row: int

    def __str__(self) -> str:
        cell = f"{letters_of_column(self.column)}{self.row}"
        return cell if self.sheet is None else f"{self.sheet}!{cell}"


@attrs.frozen(kw_only=True)
class BudgetTable:
    """A table of lines, each with its label and its amounts.

    The lines are in the rows `first` to `last`; without `last` the table ends with its total, before the next table, or
    with the sheet. `labels` are the columns with what a line is called: of several, the last one is the line's own, and
    the others are of the group that it is in. With several columns of `amounts`, `axis` says what their headings are,
    which stand in the row `heading` (above `first`, if left out). `total` is the column of the sums of the rows.

    `year_column` and `partner_column` state the year and the partner of each line, `year` and `partner` those of all
    lines. `names` are the categories or sources of lines, by a label that may have the wildcard `*`; `others` is that
    of the lines that no word says it of. Rows with a label in `skip` are no lines.
    """

    first: int
    amounts: tuple[int, ...]
    last: int | None = None
    sheet: str | None = None
    heading: int | None = None
    labels: tuple[int, ...] = (1,)
    axis: Axis | None = None
    total: int | None = None
    year: int | None = None
    partner: str | None = None
    year_column: int | None = None
    partner_column: int | None = None
    currency: str | None = None
    unit: int | None = None
    names: Dictionary[str, Kind] = attrs.field(factory=dict[str, Kind], hash=False)
    others: Kind | None = None
    skip: tuple[str, ...] = ()

    __repr__ = as_call

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of amounts, and that of their sums."""
        return self.amounts if self.total is None else (*self.amounts, self.total)


@attrs.frozen(kw_only=True)
class BudgetMapping:
    """Where the budget of a project stands: cells by the path of their field, and tables of costs and of financing.

    `currency` and `unit` are those of the tables and cells that state none.
    """

    cells: Dictionary[str, CellAddress] = attrs.field(factory=dict[str, CellAddress], hash=False)
    costs: tuple[BudgetTable, ...] = ()
    financing: tuple[BudgetTable, ...] = ()
    currency: str | None = None
    unit: int | None = None

    __repr__ = as_call


# --- Reading

_KEYS = ("cells", "costs", "financing", "currency", "unit")
_TABLE_KEYS = tuple(field.name for field in attrs.fields(BudgetTable))
_LAST_ROW = 20_000
_EXAMPLE_OF_CELL = "Projekt!B3"


def budget_in(document: MappingTable) -> BudgetMapping:
    """Return the part `[budget]` of a mapping; what is wrong with it is noted in the document."""
    table = document.table("budget", _KEYS)
    if "columns" in document.keys:
        table.note(InvalidValue("mapping.budget_or_list"))
    found = BudgetMapping(
        cells=_cells(table),
        costs=_tables(table, "costs", CostCategory),
        financing=_tables(table, "financing", FundingSource),
        currency=table.value("currency", currency_code),
        unit=table.value("unit", unit_in),
    )
    if not (found.cells or found.costs or found.financing or table.problems):
        table.note(InvalidValue("value.missing_one_of", "", choices=_KEYS[:3]))
    return found


def _cells(budget: MappingTable) -> Dictionary[str, CellAddress]:
    table = _open_table(budget, "cells", ("name",))
    found: dict[str, CellAddress] = {}
    for key in table.keys:
        try:
            field = field_in(key)
        except InvalidValue as error:
            table.note(error, key)
            continue
        if field in found:
            table.note(InvalidValue("value.given_twice"), key)
        address = table.value(key, _cell)
        if address is not None:
            found[field] = address
    return found


def _open_table(parent: MappingTable, key: str, example: tuple[str, ...]) -> MappingTable:
    """Return the table in a key, which may have any keys."""
    given = parent.keys.get(key, {})
    keys = tuple(cast("dict[str, object]", given)) if isinstance(given, dict) else example
    return parent.table(key, keys)


_CELL = re.compile(r"(?:'(?P<quoted>[^']+)'!|(?P<sheet>[^'!]+)!)?(?P<column>[A-Za-z]{1,3})(?P<row>[1-9][0-9]{0,4})")


def _cell(given: object) -> CellAddress:
    text = filled(given).strip()
    found = _CELL.fullmatch(text)
    if found is None:
        raise InvalidValue("mapping.cell", "", text, example=_EXAMPLE_OF_CELL)
    return CellAddress(found["quoted"] or found["sheet"], column_in(found["column"]), _row(found["row"]))


def _columns(given: object) -> tuple[int, ...]:
    """Return the columns of "C:E", of "D" or of a list of such texts."""
    listed = cast("list[object]", given) if isinstance(given, list) else [given]
    found: list[int] = []
    for each in listed:
        low, _, high = text_of(each).partition(":")
        first, last = column_in(low), column_in(high or low)
        if last < first:
            raise InvalidValue("mapping.column", "", text_of(each), example="C:E")
        found += range(first, last + 1)
    if not found:
        raise InvalidValue("value.empty")
    return tuple(found)


def _row(given: object) -> int:
    row = whole_number_of(given)
    if not 0 < row <= _LAST_ROW:
        raise InvalidValue("mapping.row", "", row, most=_LAST_ROW)
    return row


def _tables(budget: MappingTable, key: str, kind: type[KindT]) -> tuple[BudgetTable, ...]:
    given = budget.keys.get(key, [])
    listed = cast("list[object]", given) if isinstance(given, list) else [given]
    place = at_key(budget.place, key)
    return tuple(
        _table(
            MappingTable(each, f"{place}[{index}]" if listed is given else place, _TABLE_KEYS, budget.problems), kind
        )
        for index, each in enumerate(listed)
    )


def _table(table: MappingTable, kind: type[KindT]) -> BudgetTable:
    member: Callable[[object], Kind] = member_of(kind)
    for key in ("first", "amounts"):
        if key not in table.keys:
            table.note(InvalidValue("value.missing"), key)
    found = BudgetTable(
        first=table.value("first", _row) or 1,
        amounts=table.value("amounts", _columns) or (),
        last=table.value("last", _row),
        sheet=table.text("sheet"),
        heading=table.value("heading", _row),
        labels=table.value("labels", _columns) or (1,),
        axis=table.value("axis", member_of(Axis)),
        total=table.value("total", column_in),
        year=table.value("year", _year),
        partner=table.text("partner"),
        year_column=table.value("year_column", column_in),
        partner_column=table.value("partner_column", column_in),
        currency=table.value("currency", currency_code),
        unit=table.value("unit", unit_in),
        names=_names(table, member),
        others=table.value("others", member),
        skip=table.texts("skip"),
    )
    if found.last is not None and found.last < found.first:
        table.note(InvalidValue("mapping.rows", "", str(found.last), first=found.first), "last")
    if len(found.amounts) > 1 and found.axis is None:
        table.note(InvalidValue("mapping.no_axis", "", choices=tuple(axis.value for axis in Axis)), "amounts")
    if (found.axis is Axis.YEAR and (found.year or found.year_column)) or (
        found.axis is Axis.PARTNER and (found.partner or found.partner_column)
    ):
        table.note(InvalidValue("value.given_twice"), "axis")
    _check_apart(found, table)
    return found


def _check_apart(found: BudgetTable, table: MappingTable) -> None:
    """Note a column that is said to hold two things: an amount would be read as a name, or counted twice."""
    others = (found.total, found.year_column, found.partner_column)
    listed = [*found.amounts, *found.labels, *(column for column in others if column is not None)]
    twice = sorted({column for column in listed if listed.count(column) > 1})
    if twice:
        table.note(InvalidValue("mapping.column_twice", "", letters_of_column(twice[0])), "amounts")


def _names(table: MappingTable, member: Callable[[object], Kind]) -> Dictionary[str, Kind]:
    names = _open_table(table, "names", ())
    found = {key: names.value(key, member) for key in names.keys}
    return {key: kind for key, kind in found.items() if kind is not None}


_YEARS = range(1990, 2100)


def _year(given: object) -> int:
    year = whole_number_of(given)
    if year not in _YEARS:
        raise InvalidValue("mapping.year", "", year)
    return year
