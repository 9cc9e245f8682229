"""How the lines of a table become columns and rows, each column read by itself, and what is wrong with them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats._table_cells import Fault, Figure, figures_of, looks_like_a_figure, unit_said_by
from esfmodel.formats._table_figures import is_not_stated, to_decimal
from esfmodel.formats._table_parts import TableCell, TableColumn, TableColumnKind, TableRow, TableRowKind
from esfmodel.formats._table_words import is_bare_total, is_count, is_subtotal, is_total
from esfmodel.formats.reading import Problem
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from esfmodel.formats._table_cells import Unit
    from esfmodel.formats._table_text import Line

_SHARE = re.compile(r"%|\bprocent|\bper ?cent|\bprosent", re.IGNORECASE)
_END_OF_HEADING = re.compile(r".*?(?:[,(:;]\s*|\bi\s|\bin\s)(?P<unit>[^,():;]+?)\)?$", re.IGNORECASE)
_KEPT = "the text is kept; the figure counts as not stated"


class ReadColumn(NamedTuple):
    """A column that has been read: what it holds, its cells, and what is wrong with them."""

    column: TableColumn
    cells: list[TableCell]
    problems: list[Problem]


def read_column(
    heading: str,
    texts: Sequence[str],
    places: Sequence[str],
    *,
    is_label: bool,
    currency: str,
    unit: int,
    decimal: str | None,
) -> ReadColumn:
    """Read a column; `currency` and `unit` are those of a column whose heading says none."""
    stated = [text for text in texts if not is_not_stated(text)]
    figures = sum(looks_like_a_figure(text) for text in stated)
    if is_label or 2 * figures < max(len(stated), 1):
        few = [] if is_label or not figures else [_mostly_text(heading, places[0], figures, len(stated))]
        return ReadColumn(TableColumn(heading, TableColumnKind.LABEL), [TableCell(text) for text in texts], few)
    read, mixed = figures_of(texts, decimal)
    problems = [_mixed(heading, places[0])] if mixed else []
    column = _column(heading, [each for each in read if isinstance(each, Figure)], currency, unit)
    cells: list[TableCell] = []
    for text, place, figure in zip(texts, places, read, strict=True):
        cell = _cell(column, text, figure)
        if isinstance(cell, Fault):
            problems.append(Problem(place, text, cell.wrong, f"{cell.advice}; {_KEPT}"))
            cell = TableCell(text)
        elif cell.amount is not None and isinstance(figure, Figure):
            problems += _rounded(column, place, cell)
        cells.append(cell)
    return ReadColumn(column, cells, problems)


def _mostly_text(heading: str, place: str, figures: int, stated: int) -> Problem:
    wrong = f"has figures in {figures} of {stated} cells, and was read as labels"
    return Problem(place, heading, wrong, "correct the column, or name it in labels=")


def _mixed(heading: str, place: str) -> Problem:
    wrong = "has decimal commas in some cells and decimal points in others"
    advice = "correct the column, or pass decimal=; only figures that can mean one thing are read"
    return Problem(place, heading, wrong, advice)


def _column(heading: str, figures: Sequence[Figure], currency: str, unit: int) -> TableColumn:
    if _SHARE.search(heading) or 2 * sum(figure.unit.is_rate for figure in figures) >= len(figures):
        return TableColumn(heading, TableColumnKind.RATE)
    said = _unit_of_heading(heading)
    if is_count(heading) and said is None and not any(figure.unit.currency for figure in figures):
        return TableColumn(heading, TableColumnKind.NUMBER)
    in_cells = [figure.unit.currency for figure in figures if figure.unit.currency]
    named = (said and said.currency) or (in_cells or [currency])[0]
    scale = (said and said.scale) or unit
    return TableColumn(heading, TableColumnKind.AMOUNT, currency=named, unit=scale)


def _unit_of_heading(heading: str) -> Unit | None:
    """Find the unit that a heading says, alone or at its end: "mnkr", "EU-medel, mn euro", "belopp (kr)"."""
    end = _END_OF_HEADING.fullmatch(heading)
    for words in (heading, end["unit"] if end else "", " ".join(heading.split()[-2:]), heading.rpartition(" ")[2]):
        unit = unit_said_by("", words)
        if unit is not None and (unit.scale or unit.currency):
            return unit
    return None


def _cell(column: TableColumn, text: str, figure: Figure | Fault | None) -> TableCell | Fault:
    if figure is None:
        return TableCell(text)
    if isinstance(figure, Fault):
        return figure
    if column.kind is TableColumnKind.AMOUNT:
        return _amount_cell(column, text, figure)
    if figure.unit.currency or figure.unit.scale:
        return Fault("is an amount, and the column holds none", "move it to a column of amounts")
    if column.kind is TableColumnKind.RATE and not (figure.unit.is_rate or _SHARE.search(column.heading)):
        return Fault("has no per cent sign: 0.85 and 85 may mean the same", "write the sign")
    value, step = to_decimal(figure.value), to_decimal(figure.step)
    try:
        rate = Rate(figure.value / 100) if column.kind is TableColumnKind.RATE else None
    except InvalidValue as error:
        return Fault(error.wrong, error.advice)
    return TableCell(text, value=value, step=step, qualifier=figure.qualifier, rate=rate)


def _amount_cell(column: TableColumn, text: str, figure: Figure) -> TableCell | Fault:
    """Take an amount: in the unit that the cell says, else in that of its column."""
    said = figure.unit
    if said.is_rate:
        return Fault("is a share, and the column holds amounts", "move it to a column of shares")
    if said.currency and said.currency != column.currency:
        return Fault(f"is in {said.currency}, and the column in {column.currency}", "give it a column of its own")
    scale = Fraction(1 if said.scale is None else said.scale, column.unit) if said.scale or said.currency else 1
    value = figure.value * scale
    try:
        amount = Money.of_fraction(value * column.unit, column.currency or "", rounding=Rounding.MINOR_HALF_UP)
    except InvalidValue as error:
        return Fault(error.wrong, error.advice)
    return TableCell(
        text,
        value=to_decimal(value),
        step=to_decimal(figure.step * scale),
        qualifier=figure.qualifier,
        amount=amount,
    )


def _rounded(column: TableColumn, place: str, cell: TableCell) -> list[Problem]:
    if cell.amount is None or cell.amount.as_fraction() == Fraction(cell.value or 0) * column.unit:
        return []
    wrong = f"is finer than the smallest unit of {column.currency}, and was rounded half up"
    return [Problem(place, cell.text, wrong, f"taken as {cell.amount}")]


def rows_of(
    lines: Sequence[Line], columns: Sequence[ReadColumn], totals: Collection[str] | None
) -> tuple[list[TableRow], list[Problem]]:
    """Put rows together of columns that have been read; `totals` are the labels of the rows of sums, if given."""
    rows: list[TableRow] = []
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        cells = [each.cells[index] for each in columns]
        labels = [
            cell.text
            for each, cell in zip(columns, cells, strict=True)
            if each.column.kind is TableColumnKind.LABEL and cell.text
        ]
        if not labels:
            labels = [f"line {line.number}"]
            problems.append(
                Problem(labels[0], None, "has no label", "write what the figures are; the line stands for it")
            )
        beyond = [text for text in line.cells[len(columns) :] if text]
        if len(line.cells) < len(columns) or beyond:
            wrong = f"has {len(line.cells)} cells, and the heading has {len(columns)}"
            advice = "check which one is too many or too few; cells that are not there count as not stated"
            problems.append(Problem(f"line {line.number}", ", ".join(beyond) or None, wrong, advice))
        rows.append(TableRow(line=line.number, labels=labels, cells=cells, beyond=beyond))
    kinds = _kinds_of([row.labels for row in rows], totals)
    return [attrs.evolve(row, kind=kind) for row, kind in zip(rows, kinds, strict=True)], problems


def _kinds_of(labels: Sequence[Sequence[str]], totals: Collection[str] | None) -> list[TableRowKind]:
    """Tell the sums from the items, by their labels and by where they stand."""
    if totals is not None:
        return [TableRowKind.TOTAL if each[0] in totals else TableRowKind.ITEM for each in labels]
    sums = [
        is_subtotal(each[0]) or (is_total(each[0]) if len(each) == 1 else is_bare_total(each[0])) for each in labels
    ]
    if all(sums):
        return [TableRowKind.ITEM] * len(sums)
    names = [each[0].casefold() for each, is_sum in zip(labels, sums, strict=True) if is_sum]
    last_item = max(index for index, is_sum in enumerate(sums) if not is_sum)
    kinds: list[TableRowKind] = []
    for index, (each, is_sum) in enumerate(zip(labels, sums, strict=True)):
        # Where there are several sums, one right below items is of those alone if it says so, or more items follow.
        below_items = len(names) > 1 and index > 0 and not sums[index - 1]
        of_some = index < last_item or not is_bare_total(each[0]) or names.count(each[0].casefold()) > 1
        if not is_sum:
            kinds.append(TableRowKind.ITEM)
        elif is_subtotal(each[0]) or (below_items and of_some):
            kinds.append(TableRowKind.SUBTOTAL)
        else:
            kinds.append(TableRowKind.TOTAL)
    return kinds
