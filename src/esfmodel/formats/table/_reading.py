"""Read the lines of a finance table: first each column with its unit and decimal mark, then the rows."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.reading import Problem
from esfmodel.formats.table._parts import (
    TableCell,
    TableColumn,
    TableColumnKind,
    TableRow,
    TableRowKind,
    is_not_stated,
    languages,
    qualifiers_at,
    to_decimal,
)
from esfmodel.formats.table._words import is_bare_total, is_count, is_subtotal, is_total
from esfmodel.text import en, sv
from esfmodel.text.reading.numbers import MINUS_READ, number_pattern, read_number
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.hedges import Place, hedge_beginning, hedge_ending
from esfmodel.text.words.language import SPACES
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from esfmodel.formats.table._forms import TableLine
    from esfmodel.text.words.language import Language

_SHARE = re.compile(r"%|\bprocent|\bper ?cent|\bprosent", re.IGNORECASE)
_END_OF_HEADING = re.compile(r".*?(?:[,(:;]\s*|\bi\s|\bin\s)(?P<unit>[^,():;]+?)\)?$", re.IGNORECASE)


class CellPlace(NamedTuple):
    """Where a cell is: the heading of its column, and its line."""

    heading: str
    line: int


class ReadColumn(NamedTuple):
    """A column that was read, with its cells and their problems."""

    column: TableColumn
    cells: list[TableCell]
    problems: list[Problem]


def read_column(
    heading: str,
    texts: Sequence[str],
    places: Sequence[CellPlace],
    *,
    is_label: bool,
    currency: str,
    unit: int,
    decimal: str | None,
) -> ReadColumn:
    """Read a column: of figures if at least half of its stated cells are, else of labels.

    `currency` and `unit` are used where the heading gives none; `places` says where each cell is, for problems.
    """
    stated = [text for text in texts if not is_not_stated(text)]
    figures = sum(looks_like_a_figure(text) for text in stated)
    if is_label or 2 * figures < max(len(stated), 1):
        few = [] if is_label or not figures else [_mostly_text(places[0], figures, len(stated))]
        return ReadColumn(TableColumn(heading, TableColumnKind.LABEL), [TableCell(text) for text in texts], few)
    read, mixed = figures_of(texts, decimal)
    problems = [Problem("table.mixed_marks", places[0].heading, line=places[0].line)] if mixed else []
    column = _column(heading, [each for each in read if isinstance(each, CellFigure)], currency, unit)
    cells: list[TableCell] = []
    for text, place, figure in zip(texts, places, read, strict=True):
        cell = _cell(column, text, figure)
        if isinstance(cell, InvalidValue):
            problems.append(Problem.of(cell.at(place.heading, given=text), line=place.line))
            cell = TableCell(text)
        elif cell.amount is not None and isinstance(figure, CellFigure):
            problems += _rounded(column, place, cell)
        cells.append(cell)
    return ReadColumn(column, cells, problems)


def _mostly_text(place: CellPlace, figures: int, stated: int) -> Problem:
    return Problem("table.mostly_text", place.heading, line=place.line, figures=figures, stated=stated)


def _column(heading: str, figures: Sequence[CellFigure], currency: str, unit: int) -> TableColumn:
    if _SHARE.search(heading) or 2 * sum(figure.unit.is_rate for figure in figures) >= len(figures):
        return TableColumn(heading, TableColumnKind.RATE)
    stated = _unit_of_heading(heading)
    if is_count(heading) and stated is None and not any(figure.unit.currency for figure in figures):
        return TableColumn(heading, TableColumnKind.NUMBER)
    in_cells = [figure.unit.currency for figure in figures if figure.unit.currency]
    named = (stated and stated.currency) or (in_cells or [currency])[0]
    scale = (stated and stated.scale) or unit
    return TableColumn(heading, TableColumnKind.AMOUNT, currency=named, unit=scale)


def _unit_of_heading(heading: str) -> Unit | None:
    """Return the unit that is a heading or ends it ("mnkr", "EU-medel, mn euro", "belopp (kr)"), else None."""
    end = _END_OF_HEADING.fullmatch(heading)
    for words in (heading, end["unit"] if end else "", " ".join(heading.split()[-2:]), heading.rpartition(" ")[2]):
        unit = unit_of("", words)
        if unit is not None and (unit.scale or unit.currency):
            return unit
    return None


def _cell(column: TableColumn, text: str, figure: CellFigure | InvalidValue | None) -> TableCell | InvalidValue:
    if figure is None:
        return TableCell(text)
    if isinstance(figure, InvalidValue):
        return figure
    if column.kind is TableColumnKind.AMOUNT:
        return _amount_cell(column, text, figure)
    if figure.unit.currency or figure.unit.scale:
        return InvalidValue("table.amount_elsewhere")
    if column.kind is TableColumnKind.RATE and not (figure.unit.is_rate or _SHARE.search(column.heading)):
        return InvalidValue("table.no_percent")
    value, step = to_decimal(figure.value), to_decimal(figure.step)
    try:
        rate = Rate(figure.value / 100) if column.kind is TableColumnKind.RATE else None
    except InvalidValue as error:
        return error
    return TableCell(text, value=value, step=step, qualifier=figure.qualifier, rate=rate)


def _amount_cell(column: TableColumn, text: str, figure: CellFigure) -> TableCell | InvalidValue:
    """Return an amount, read in the unit of the cell if it has one, else in that of its column."""
    unit = figure.unit
    if unit.is_rate:
        return InvalidValue("table.share_elsewhere")
    if unit.currency and unit.currency != column.currency:
        return InvalidValue("table.other_currency", currency=unit.currency, other=column.currency)
    scale = Fraction(1 if unit.scale is None else unit.scale, column.unit) if unit.scale or unit.currency else 1
    value = figure.value * scale
    try:
        amount = Money.of_fraction(value * column.unit, column.currency or "", rounding=Rounding.MINOR_HALF_UP)
    except InvalidValue as error:
        return error
    return TableCell(
        text,
        value=to_decimal(value),
        step=to_decimal(figure.step * scale),
        qualifier=figure.qualifier,
        amount=amount,
    )


def _rounded(column: TableColumn, place: CellPlace, cell: TableCell) -> list[Problem]:
    if cell.amount is None or cell.amount.as_fraction() == Fraction(cell.value or 0) * column.unit:
        return []
    currency, amount = column.currency, cell.amount
    return [Problem("table.rounded", place.heading, cell.text, line=place.line, currency=currency, amount=amount)]


def joined_rows(
    lines: Sequence[TableLine], columns: Sequence[ReadColumn], totals: Collection[str] | None
) -> tuple[list[TableRow], list[Problem]]:
    """Return the rows of the columns with their problems; `totals` are the labels of sums, None to judge."""
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
            problems.append(Problem("table.no_label", line=line.number))
        beyond = [text for text in line.cells[len(columns) :] if text]
        if len(line.cells) < len(columns) or beyond:
            problems.append(
                Problem(
                    "table.other_number_of_cells",
                    "",
                    ", ".join(beyond) or None,
                    line=line.number,
                    cells=len(line.cells),
                    columns=len(columns),
                )
            )
        rows.append(TableRow(line=line.number, labels=labels, cells=cells, beyond=beyond))
    kinds = _kinds_of([row.labels for row in rows], totals)
    return [attrs.evolve(row, kind=kind) for row, kind in zip(rows, kinds, strict=True)], problems


def _kinds_of(labels: Sequence[Sequence[str]], totals: Collection[str] | None) -> list[TableRowKind]:
    """Return for each row whether it is an item or a sum, judged by its label and its position."""
    if totals is not None:
        return [TableRowKind.TOTAL if each[0] in totals else TableRowKind.ITEM for each in labels]
    sums = [
        is_subtotal(each[0]) or (is_total(each[0]) if len(each) == 1 else is_bare_total(each[0])) for each in labels
    ]
    # If every row is a total, there is nothing to sum: the rows are the items.
    if all(sums):
        return [TableRowKind.ITEM] * len(sums)
    names = [each[0].casefold() for each, is_sum in zip(labels, sums, strict=True) if is_sum]
    last_item = max(index for index, is_sum in enumerate(sums) if not is_sum)
    kinds: list[TableRowKind] = []
    for index, (each, is_sum) in enumerate(zip(labels, sums, strict=True)):
        # Where there are several sums, one directly below items sums only those if more items follow, if its label says
        # of what it is the sum, or if another sum has the same label.
        below_items = len(names) > 1 and index > 0 and not sums[index - 1]
        of_some = index < last_item or not is_bare_total(each[0]) or names.count(each[0].casefold()) > 1
        if not is_sum:
            kinds.append(TableRowKind.ITEM)
        elif is_subtotal(each[0]) or (below_items and of_some):
            kinds.append(TableRowKind.SUBTOTAL)
        else:
            kinds.append(TableRowKind.TOTAL)
    return kinds


# --- Figures
#
# The decimal mark is found for a whole column, never for a single cell: "1,234" may be a thousand or a little over one.
# The cells that can be read in only one way decide. Where there are none, or the column has both marks, each ambiguous
# cell becomes a problem.

_LONGEST = 200
_PARTS = re.compile(
    rf"(?P<before>[^0-9{MINUS_READ}]*)(?P<minus>[{MINUS_READ}]?)[{SPACES}]?"
    rf"(?P<number>[0-9](?:[0-9.,{SPACES}]*[0-9])?)(?P<after>[^0-9]*)"
)
_QUOTES = "\"'”“„«» "
_PERCENT = frozenset(
    word
    for language in languages()
    for word, worth in language.shares_read.items()
    if worth == Fraction(1, 100)  # a column of shares is in per cent
)

# With decimal commas a point may separate thousands, as on the Continent; Swedish by itself allows only spaces.
_MARKS: Mapping[str, Language] = MappingProxyType({",": attrs.evolve(SWEDISH, groups_read=f".{SPACES}"), ".": ENGLISH})


class Unit(NamedTuple):
    """What the words around a number say: its scale and currency, None if not stated, or that it is a share."""

    scale: int | None = None
    currency: str | None = None
    is_rate: bool = False


class CellFigure(NamedTuple):
    """A figure in a cell: its value in its own unit, the size of its last digit, its unit, and a word like "drygt"."""

    value: Fraction
    step: Fraction
    unit: Unit
    qualifier: str | None


class _Parts(NamedTuple):
    number: str
    is_negative: bool
    unit: Unit
    qualifier: str | None


def looks_like_a_figure(text: str) -> bool:
    """Whether a cell holds one number with at most a unit and a word like "drygt"."""
    return _parts_of(text) is not None


def figures_of(texts: Sequence[str], decimal: str | None) -> tuple[list[CellFigure | InvalidValue | None], bool]:
    """Return the figures of a column, and whether decimal marks are mixed.

    A cell that states nothing has None, and one whose figure cannot be used the error that says why.
    """
    parts = [None if is_not_stated(text) else _parts_of(text) for text in texts]
    readings = [_readings(each.number) if each else {} for each in parts]
    # "12,5" can only have a decimal comma: such cells decide for those like "1,234".
    sure = {mark for found in readings if len(found) == 1 for mark in found}
    mixed = decimal is None and len(sure) > 1
    mark = decimal or (None if mixed else next(iter(sure), None))
    read: list[CellFigure | InvalidValue | None] = []
    for text, each, found in zip(texts, parts, readings, strict=True):
        if is_not_stated(text):
            read.append(None)
        elif each is None:
            read.append(InvalidValue("table.not_one_figure"))
        else:
            read.append(_figure(each, found, mark))
    return read, mixed


@lru_cache(maxsize=256)
def unit_of(before: str, after: str) -> Unit | None:
    """Return the unit in the words before and after a number; None when they are not a unit.

    >>> unit_of("", "mn euro"), unit_of("", "miljoner"), unit_of("", "belopp")
    (Unit(scale=1000000, currency='EUR', is_rate=False), Unit(scale=1000000, currency=None, is_rate=False), None)
    """
    before, after = before.strip(), after.strip()
    if not before and not after:
        return Unit()
    if not before and after.casefold() in _PERCENT:
        return Unit(is_rate=True)
    if any(map(str.isnumeric, before + after)):
        # A digit in the words would join the 1 below: "234 kr" would be read as 1 234 kr.
        return None
    # The readers of amounts know every unit: reading "1 mn euro" gives the scale and the currency. A unit without
    # a currency ("miljoner") is read only when a currency is given.
    one = f"{before} 1 {after}".strip()
    for parse in (sv.parse_money, en.parse_money):
        for currency in (None, "SEK"):
            try:
                money = parse(one, currency=currency)
            except InvalidValue:
                continue
            return Unit(int(money.amount), None if currency else money.currency)
    return None


def _parts_of(text: str) -> _Parts | None:
    found = _PARTS.fullmatch(text.strip(_QUOTES)) if len(text) <= _LONGEST else None
    if found is None:
        return None
    before = found["before"].strip(_QUOTES)
    after = found["after"].strip(_QUOTES)
    qualifier = hedge_beginning(before.casefold(), qualifiers_at(Place.BEFORE, Place.SIGN))
    if qualifier is not None:
        before = before[len(qualifier) :].removeprefix(":").strip()
    elif (qualifier := hedge_ending(after.casefold(), qualifiers_at(Place.AFTER, Place.END))) is not None:
        after = after[: -len(qualifier)].strip()
    unit = unit_of(before, after)
    return None if unit is None else _Parts(found["number"], bool(found["minus"]), unit, qualifier)


class _Number(NamedTuple):
    value: Fraction
    decimals: int


def _readings(number: str) -> dict[str, _Number]:
    """Return the values that a number may have, by decimal mark."""
    found: dict[str, _Number] = {}
    for mark, language in _MARKS.items():
        if re.fullmatch(number_pattern(language), number):
            digits, decimals = read_number(number, language)
            found[mark] = _Number(Fraction(digits, 10**decimals), decimals)
    return found


def _figure(parts: _Parts, found: Mapping[str, _Number], mark: str | None) -> CellFigure | InvalidValue:
    meant = set(found.values() if mark is None else [found[mark]] if mark in found else ())
    if len(meant) == 1:
        ((value, decimals),) = meant
        return CellFigure(
            -value if parts.is_negative else value, Fraction(1, 10**decimals), parts.unit, parts.qualifier
        )
    if meant:
        first, second = (to_decimal(value) for value, _ in found.values())
        return InvalidValue("table.two_readings", first=first, second=second)
    if found:
        return InvalidValue("table.other_mark", mark=mark)
    return InvalidValue("table.no_number")
