"""Sheets of a workbook from rows of plain values, without a file, and budget mappings that read them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.cells.grid import Cell, Row, Sheet, Source, TypedCell
from esfmodel.formats.lists.budget_sheet import read_budget_sheet
from esfmodel.formats.lists.mapping import mapping_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.formats.reading import Problem, Reading


class Formula(NamedTuple):
    """A formula with the value that was computed, or None where it never was."""

    value: str | int | None


def cell_of(value: object) -> Cell:
    """Return the cell of a workbook with a value."""
    if isinstance(value, Formula):
        number = None if value.value is None else Decimal(value.value)
        return TypedCell(number, "" if number is None else str(number), is_formula=True)
    if isinstance(value, (int, Decimal)):
        return TypedCell(Decimal(value), str(value))
    if value is None or isinstance(value, (str, TypedCell)):
        return value or ""
    return TypedCell(value, str(value))  # type: ignore[arg-type]  # a day


def source_of(sheets: Mapping[str | None, Sequence[Sequence[object]]], problems: Sequence[Problem] = ()) -> Source:
    """Return a source with sheets of these rows."""

    def sheet(name: str | None, rows: Sequence[Sequence[object]]) -> Sheet:
        def read() -> Iterator[Row]:
            for number, row in enumerate(rows, 1):
                if row:
                    yield Row(number, None, tuple(map(cell_of, row)))

        return Sheet(name, read)

    return Source("budget.xlsx", "workbook", tuple(sheet(*each) for each in sheets.items()), tuple(problems))


def read_sheets(
    mapping: str, *rows: Sequence[object], currency: str | None = "SEK", **sheets: Sequence[Sequence[object]]
) -> Reading:
    """Return what is read with a mapping of the rows of one sheet, "Budget", or of several."""
    found = mapping_in(mapping, "budget.toml")
    assert found.budget is not None
    of_sheets: dict[str | None, Sequence[Sequence[object]]] = {"Budget": rows}
    if not rows:
        of_sheets = dict(sheets.items())
    source = source_of(of_sheets)
    return read_budget_sheet(source, found, found.budget, currency)


def codes_of(reading: Reading) -> list[str]:
    """Return the codes of what was told, in their order."""
    return [problem.code for problem in reading.problems]
