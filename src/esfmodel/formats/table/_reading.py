"""Read the lines of a finance table: first each column with its unit and decimal mark, then the rows."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.figures import FigureParts, ReadNumber, Unit, parts_of, readings_of
from esfmodel.formats.reading import Problem
from esfmodel.formats.table.parts import (
    TableCell,
    TableColumn,
    TableColumnKind,
    is_not_stated,
    to_decimal,
)
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, bare_label, label_meaning
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from esfmodel.formats.table.parts import TableLine

_DEFAULT_CURRENCY = "SEK"
_SHARE = re.compile(r"%|\bprocent|\bper ?cent|\bprosent", re.IGNORECASE)
_OF_LABELS = frozenset({LabelSide.ID, LabelSide.NAME, LabelSide.BODY, LabelSide.DATE, LabelSide.TEXT})


class ReadColumn(NamedTuple):
    """A column that was read, with its cells and their problems."""

    column: TableColumn
    cells: list[TableCell]
    problems: list[Problem]


@attrs.define
class _Draft:
    """A column whose unit is not settled yet."""

    meaning: LabelMeaning
    place: str
    line: int
    texts: list[str]
    parts: list[FigureParts | None]
    kind: TableColumnKind
    currency: str | None = None
    scale: int | None = None
    problems: list[Problem] = attrs.field(factory=list[Problem])


def read_columns(
    headings: Sequence[str],
    lines: Sequence[TableLine],
    around: Iterable[str],
    of_rows: Sequence[LabelMeaning],
    *,
    labels: Collection[str],
    currency: str | None,
    unit: int | None,
    decimal: str | None,
) -> tuple[list[ReadColumn], list[Problem]]:
    """Read the columns of a table, and return the problems of all of them together.

    A column holds figures if at least half of its stated cells are figures and its heading does not say otherwise.
    `around` are the captions and notes, which may state a unit for the whole table; `of_rows` the meanings of the first
    labels of the lines, which may state one for a row ("EU-stöd (tkr)"); `labels` the headings of columns that hold
    labels. `currency` and `unit` are used where the table states none.
    """
    lines = [_without_repeated(headings, line) for line in lines]
    drafts = [
        _draft(heading, index, lines, is_label=index == 0 or heading in labels)
        for index, heading in enumerate(headings)
    ]
    amounts = [draft for draft in drafts if draft.kind is TableColumnKind.AMOUNT]
    of_labels = [draft for draft in drafts if draft.kind is TableColumnKind.LABEL]
    whole = _unit_of_table([draft.meaning for draft in of_labels], around)
    units = [_unit_of(meaning) if _is_known(meaning) else Unit() for meaning in of_rows]
    beside = next((found for draft in of_labels[1:] if (found := _units_in(draft))), units)
    for draft in amounts:
        heading = _unit_of(draft.meaning)
        _give_units(draft, units)
        if heading.currency is None:
            scale = heading.scale or whole.scale or unit
            _give_units(draft, [each._replace(scale=each.scale or scale) if any(each) else each for each in beside])
    problems = _settle_units(amounts, whole, currency, unit)
    if currency is None:
        labels_read = [*headings, *(meaning.label for meaning in of_rows[:_LOOKED_AT])]
        problems += _kronor_in_doubt(amounts, labels_read, {problem.place for problem in problems})
    numbers = [line.number for line in lines]
    return [_read(draft, numbers, decimal) for draft in drafts], problems


def _is_known(meaning: LabelMeaning) -> bool:
    """Whether a label means something, of itself or without its unit: "Falu kommun (tkr)"."""
    return meaning.side is not LabelSide.UNKNOWN or label_meaning(bare_label(meaning.label)).side is LabelSide.BODY


def _units_in(draft: _Draft) -> list[Unit]:
    """Return the unit that each cell of a column of labels is ("Valuta": "EUR"); empty if one is anything else."""
    found = [(_is_blank(text), label_meaning(text), bare_label(text)) for text in draft.texts]
    if not all(blank or (not bare and (each.currency or each.unit)) for blank, each, bare in found):
        return []
    return [Unit(each.unit, each.currency) for _, each, _ in found]


def _give_units(draft: _Draft, units: Sequence[Unit]) -> None:
    """Set the units of figures that have none of their own to those of their rows."""
    draft.parts = [
        part._replace(unit=unit) if part and part.unit == Unit() else part
        for part, unit in zip(draft.parts, units, strict=True)
    ]


_LOOKED_AT = 20


def _kronor_in_doubt(drafts: Iterable[_Draft], labels: Sequence[str], told: Collection[str]) -> list[Problem]:
    """Return a problem for each column of "kr" under labels in Norwegian or Danish, which was read as Swedish."""
    if not any(label_meaning(f"{bare_label(label)} (kr)").currencies for label in labels):
        return []
    return [
        Problem("table.currency_assumed", draft.place, line=draft.line, currency=draft.currency, unit=draft.scale or 1)
        for draft in drafts
        if draft.currency == _DEFAULT_CURRENCY
        and not any(_DEFAULT_CURRENCY in text for text in (*labels, *draft.texts))
        and not any(draft.place in place for place in told)
    ]


def _without_repeated(headings: Sequence[str], line: TableLine) -> TableLine:
    """Return a line without the headings that it repeats: these are no figures.

    A year is repeated only among other headings. Else it is an amount: 2 024 kr of 2024.
    """
    pairs = list(zip(line.cells[1:], headings[1:], strict=False))
    if not any(cell and cell == heading for cell, heading in pairs):
        return line
    has_headings_only = all(cell == heading for cell, heading in pairs if not _is_blank(cell))
    cells = ["" if cell == heading and (has_headings_only or not cell.isdigit()) else cell for cell, heading in pairs]
    return line._replace(cells=(*line.cells[:1], *cells, *line.cells[len(headings) :]))


def _draft(heading: str, index: int, lines: Sequence[TableLine], *, is_label: bool) -> _Draft:
    texts = [line.cells[index] if index < len(line.cells) else "" for line in lines]
    stated = [text for text in texts if not _is_blank(text)]
    parts = [None if _is_blank(text) else parts_of(text) for text in texts]
    found = [each for each in parts if each is not None]
    meaning = label_meaning(heading)
    draft = _Draft(
        meaning, heading or f"column {index + 1}", lines[0].number if lines else 1, texts, parts, TableColumnKind.LABEL
    )
    in_money = _unit_of(meaning) != Unit() or 2 * sum(each.unit.currency is not None for each in found) > len(stated)
    # A column headed by the name of a body holds what it pays; "Kommun/region" heads names, or what they pay.
    may_pay = label_meaning(heading, within=LabelSide.FINANCING).source is not None and len(found) == len(stated)
    is_code = all(each.number.isdigit() for each in found) and not _is_summed(lines, parts)
    is_paid = bool(found) and (meaning.body is not None or (may_pay and not is_code))
    if is_label or (meaning.side in _OF_LABELS and not (in_money or is_paid)):
        return draft
    is_unstated = not stated and any(texts)
    if 2 * len(found) < max(len(stated), 1) and not is_unstated:
        if found:
            draft.problems.append(
                Problem("table.mostly_text", draft.place, line=draft.line, figures=len(found), stated=len(stated))
            )
        return draft
    draft.kind = _kind(meaning, found)
    return draft


def _is_summed(lines: Sequence[TableLine], parts: Sequence[FigureParts | None]) -> bool:
    """Whether a column has a figure in a row of sums: codes of regions and numbers of bodies have none."""
    return any(
        part is not None and label_meaning(line.cells[0]).side is LabelSide.TOTAL
        for line, part in zip(lines, parts, strict=True)
    )


def _kind(meaning: LabelMeaning, found: Sequence[FigureParts]) -> TableColumnKind:
    in_money = meaning.currency is not None or any(each.unit.currency for each in found)
    if _SHARE.search(meaning.label) or (found and 2 * sum(each.unit.is_rate for each in found) >= len(found)):
        return TableColumnKind.RATE
    if meaning.side is LabelSide.SHARE and not in_money:
        return TableColumnKind.RATE
    return TableColumnKind.NUMBER if meaning.side is LabelSide.COUNT and not in_money else TableColumnKind.AMOUNT


# --- Units: of the heading or the cells, of the whole table, given by the caller, of the other columns, or assumed


def _unit_of_table(headings: Iterable[LabelMeaning], around: Iterable[str]) -> Unit:
    """Return the unit that the heading of a column of labels, a caption or a note states for all amounts."""
    # "1 euro = 10 kr" is a rate of exchange.
    lines = (label_meaning(text) for text in around if "=" not in text)
    return next((unit for meaning in (*headings, *lines) if (unit := _unit_of(meaning)) != Unit()), Unit())


def _unit_of(meaning: LabelMeaning) -> Unit:
    """Return the unit that a label states at its end or between two commas: "Belopp i mn euro, löpande priser"."""
    pieces = meaning.label.split(",") if "," in meaning.label else []
    for each in (meaning, *map(label_meaning, pieces)):
        if each.unit or each.currency:
            # "Budget, SEK" is in kronor and no thousands of them.
            return Unit(each.unit or (1 if each.currency else None), each.currency)
    return Unit()


def _settle_units(drafts: Sequence[_Draft], whole: Unit, currency: str | None, scale: int | None) -> list[Problem]:
    """Set the currency and the scale of each column of amounts, and return the problems that say what was assumed."""
    problems: list[Problem] = []
    for draft in drafts:
        heading = _unit_of(draft.meaning)
        in_cells = next((each.unit.currency for each in draft.parts if each and each.unit.currency), None)
        draft.currency = heading.currency or in_cells or whole.currency or currency
        draft.scale = heading.scale or whole.scale or scale
        if not draft.currency and draft.meaning.currencies:
            problems.append(
                Problem("table.two_currencies", draft.place, line=draft.line, currencies=draft.meaning.currencies)
            )
    stated = {draft.currency for draft in drafts} - {None}
    scales = {draft.scale for draft in drafts if draft.currency} - {None}
    open_ones = [draft for draft in drafts if not draft.currency and not draft.meaning.currencies]
    if not open_ones:
        return problems
    named = stated.pop() if len(stated) == 1 else None
    common = scales.pop() if len(scales) == 1 else None
    taken, of_others = (_DEFAULT_CURRENCY, None) if named is None else (named, common)
    for draft in open_ones:
        draft.currency, draft.scale = taken, draft.scale or of_others
    places = ", ".join(draft.place for draft in open_ones)
    line, unit = open_ones[0].line, open_ones[0].scale or 1
    if named is None:
        return [*problems, Problem("table.currency_assumed", places, line=line, currency=taken, unit=unit)]
    return [*problems, Problem("table.currency_of_others", places, line=line, currency=taken, unit=unit)]


# --- Columns and cells


def _read(draft: _Draft, lines: Sequence[int], decimal: str | None) -> ReadColumn:
    heading = draft.meaning.label
    if draft.kind is TableColumnKind.LABEL:
        return ReadColumn(TableColumn(heading, draft.kind), [TableCell(text) for text in draft.texts], draft.problems)
    column = TableColumn(heading, draft.kind)
    if draft.kind is TableColumnKind.AMOUNT:
        column = TableColumn(heading, draft.kind, currency=draft.currency, unit=draft.scale or 1)
    read, mixed = figures_of(draft.texts, draft.parts, decimal, in_ones=_is_in_ones(draft))
    problems = [*draft.problems]
    if mixed:
        problems.append(Problem("table.mixed_marks", draft.place, line=draft.line))
    whole = _whole_of_shares(draft, read) if draft.kind is TableColumnKind.RATE else None
    if whole == 1:
        problems.append(Problem("table.shares_of_one", draft.place, line=draft.line))
    unsure = _bare_beside_scaled(draft) if draft.kind is TableColumnKind.AMOUNT and draft.scale is None else set[int]()
    cells: list[TableCell] = []
    for index, (text, line, figure) in enumerate(zip(draft.texts, lines, read, strict=True)):
        cell = InvalidValue("table.no_unit") if index in unsure else _cell(column, text, figure, whole)
        if isinstance(cell, InvalidValue):
            problems.append(Problem.of(cell.at(draft.place, given=text), line=line))
            cell = TableCell(text)
        elif cell.amount is not None:
            problems += _rounded(column, draft.place, line, cell)
        cells.append(cell)
    return ReadColumn(column, cells, problems)


def _is_in_ones(draft: _Draft) -> bool:
    """Whether a column is known to be in whole units of a currency without three decimals."""
    if draft.currency is None or MINOR_DIGITS[draft.currency] > 2:
        return False
    return draft.scale == 1 or all(each.unit.scale == 1 for each in draft.parts if each)


_LOWEST_WITHOUT_UNIT = 1000


def _bare_beside_scaled(draft: _Draft) -> set[int]:
    """Return the indexes of small figures without a unit in a column whose other cells are in thousands or more.

    Beside "4,2 mnkr" a bare "1,8" may be 1,8 million or 1,80 kronor; "1 800 000" can only be kronor.
    """
    if not any(each and (each.unit.scale or 1) > 1 for each in draft.parts):
        return set()
    return {
        index
        for index, each in enumerate(draft.parts)
        if each
        and each.unit == Unit()
        and any(0 < number.value < _LOWEST_WITHOUT_UNIT for number in readings_of(each.number).values())
    }


def _whole_of_shares(draft: _Draft, read: Sequence[CellFigure | InvalidValue | None]) -> int | None:
    """Return what bare figures of a column of shares are parts of: 100 or 1; None where it may be either.

    85 can only be in per cent; where no figure is above one, and one is below it, they are parts of one.
    """
    if _SHARE.search(draft.meaning.label):
        return 100
    bare = [each.value for each in read if isinstance(each, CellFigure) and not each.unit.is_rate]
    if draft.meaning.side is not LabelSide.SHARE or not any(bare):
        return None
    if all(value == 0 or value > 1 for value in bare):
        return 100
    is_of_one = all(0 <= value <= 1 for value in bare) and any(0 < value < 1 for value in bare)
    return 1 if is_of_one and len(bare) == sum(isinstance(each, CellFigure) for each in read) else None


def _cell(
    column: TableColumn, text: str, figure: CellFigure | InvalidValue | None, whole: int | None
) -> TableCell | InvalidValue:
    if figure is None:
        return TableCell(text)
    if isinstance(figure, InvalidValue):
        return figure
    if column.kind is TableColumnKind.AMOUNT:
        return _amount_cell(column, text, figure)
    if figure.unit.currency or figure.unit.scale:
        return InvalidValue("table.amount_elsewhere")
    whole = 100 if figure.unit.is_rate else whole
    if column.kind is TableColumnKind.RATE and whole is None:
        return InvalidValue("table.no_percent")
    value, step = to_decimal(figure.value), to_decimal(figure.step)
    try:
        rate = Rate(figure.value / whole) if column.kind is TableColumnKind.RATE and whole else None
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
    amount: Money | None = None
    if column.currency is not None:
        try:
            amount = Money.of_fraction(value * column.unit, column.currency, rounding=Rounding.MINOR_HALF_UP)
        except InvalidValue as error:
            return error
    return TableCell(
        text,
        value=to_decimal(value),
        step=to_decimal(figure.step * scale),
        qualifier=figure.qualifier,
        amount=amount,
    )


def _rounded(column: TableColumn, place: str, line: int, cell: TableCell) -> list[Problem]:
    if cell.amount is None or cell.amount.as_fraction() == Fraction(cell.value or 0) * column.unit:
        return []
    currency, amount = column.currency, cell.amount
    return [Problem("table.rounded", place, cell.text, line=line, currency=currency, amount=amount)]


# --- Figures
#
# The decimal mark is found for a whole column, never for a single cell: "1,234" may be a thousand or a little over one.
# The cells that can be read in only one way decide. Where there are none, or the column has both marks, each ambiguous
# cell becomes a problem; but no krona and no euro has three decimals, so that a column in which every figure has three
# digits after its mark is in thousands.

_THREE_DIGITS_LAST = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")


class CellFigure(NamedTuple):
    """A figure in a cell: its value in its own unit, the size of its last digit, its unit, and a word like "drygt"."""

    value: Fraction
    step: Fraction
    unit: Unit
    qualifier: str | None


def figures_of(
    texts: Sequence[str], parts: Sequence[FigureParts | None], decimal: str | None, *, in_ones: bool
) -> tuple[list[CellFigure | InvalidValue | None], bool]:
    """Return the figures of a column, and whether decimal marks are mixed.

    A cell that states nothing has None, and one whose figure cannot be used the error that says why. `in_ones` is
    whether the column is in whole units of a currency without three decimals.
    """
    readings = [readings_of(each.number) if each else {} for each in parts]
    # "12,5" can only have a decimal comma: such cells decide for those like "1,234".
    sure = {mark for found in readings if len(found) == 1 for mark in found}
    mixed = decimal is None and len(sure) > 1
    mark = decimal or (
        None if mixed else next(iter(sure), None) or (_mark_beside_thousands(parts) if in_ones else None)
    )
    read: list[CellFigure | InvalidValue | None] = []
    for text, each, found in zip(texts, parts, readings, strict=True):
        if _is_blank(text):
            read.append(None)
        elif each is None:
            read.append(InvalidValue("table.not_one_figure"))
        else:
            read.append(_figure(each, found, mark))
    return read, mixed


def _mark_beside_thousands(parts: Sequence[FigureParts | None]) -> str | None:
    """Return the decimal mark of a column in which all figures with a mark, and at least two, are like "240,500".

    One is enough where its currency stands before it with an English comma: "SEK 240,500".
    """
    marked = [each for each in parts if each is not None and not each.number.isdigit()]
    numbers = [each.number for each in marked if _THREE_DIGITS_LAST.fullmatch(each.number)]
    marks = {number[-4] for number in numbers}
    is_english = marks == {","} and all(each.is_code_first for each in marked)
    if len(marks) != 1 or len(numbers) < len(marked) or (len(numbers) < 2 and not is_english):
        return None
    return None if any((each.unit.scale or 1) != 1 for each in marked) else ",."[marks == {","}]


def _is_blank(text: str) -> bool:
    """Whether a cell states no figure; a question mark states one that nobody could read."""
    return is_not_stated(text) and "?" not in text


def _figure(parts: FigureParts, found: Mapping[str, ReadNumber], mark: str | None) -> CellFigure | InvalidValue:
    meant = set(found.values() if mark is None else [found[mark]] if mark in found else ())
    if len(meant) == 1:
        ((value, decimals),) = meant
        step = Fraction(10) ** (parts.exponent - decimals)
        shifted = value * Fraction(10) ** parts.exponent
        return CellFigure(-shifted if parts.is_negative else shifted, step, parts.unit, parts.qualifier)
    if meant:
        first, second = (to_decimal(value) for value, _ in found.values())
        return InvalidValue("table.two_readings", first=first, second=second)
    if found:
        return InvalidValue("table.other_mark", mark=mark)
    return InvalidValue("table.no_number")
