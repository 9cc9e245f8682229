"""Know the budget of one project from a list, and write the draft of the mapping that reads it.

A list has a project in each row; a budget has costs, and those who pay, in its rows.
"""

from __future__ import annotations

import datetime
import enum
import re
from contextlib import suppress
from decimal import Decimal
from itertools import islice, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import TypedCell, letters_of_column, text_of
from esfmodel.formats.cells.number_formats import unit_of_format
from esfmodel.formats.figures import looks_like_a_figure, parts_of
from esfmodel.formats.labels import AMOUNTS, FIELDS
from esfmodel.formats.lists._budget_lines import NO_AMOUNTS, NOT_BUDGETED, category_of, is_whole
from esfmodel.formats.lists._headings import HeadingUnit, heading_meaning, heading_unit
from esfmodel.formats.lists._sheet_cells import SheetCells, is_label, year_in
from esfmodel.formats.lists.budget_mapping import Axis, BudgetTable, CellAddress
from esfmodel.formats.toml import inline_value
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.text import sv
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, label_meaning
from esfmodel.values.format import InEachLanguage, check_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.formats.cells.grid import Cell, Source

_MOST_ROWS = 500
"""With more rows in a sheet it is hardly a budget."""
_LABEL_COLUMNS = 4
_LEAST_LINES = 2
_MOST_TEXTS = 4
"""With more texts in each row a table is a list: a budget has labels and a note."""


def draft_budget(source: Source, language: str = "en") -> str | None:
    """Return the draft of the part `[budget]` of a mapping, with comments in "sv" or "en"; None for no budget.

    Lines that begin with `##` are comments, and those that begin with `#` proposals, which have no effect until
    somebody takes the `#` away.
    """
    check_language(language)
    sheets, tables = _sheets_and_tables(source)
    return "\n".join(_Draft(sheets, tables, language).lines()) + "\n" if tables else None


def holds_budget(source: Source) -> bool:
    """Whether a source holds the budget of one project, and no list."""
    return bool(_sheets_and_tables(source)[1])


def _sheets_and_tables(source: Source) -> tuple[Sequence[SheetCells], Sequence[_Table]]:
    """Return the sheets of a source and the tables of its budget; no tables where it is none."""
    sheets = [SheetCells(source.name, each.name, islice(each.rows(), _MOST_ROWS + 1)) for each in source.sheets]
    if any(len(sheet.rows) > _MOST_ROWS for sheet in sheets):
        return sheets, ()
    tables = [table for sheet in sheets for table in _tables_in(sheet)]
    return sheets, tables if any(table.is_sure for table in tables) else ()


# --- Tables


class _RowKind(enum.Enum):
    LINE = "line"
    HEADING = "heading"
    TITLE = "title"
    OTHER = "other"


class _Table(NamedTuple):
    """A table that was found, and the columns of figures that it does not read.

    `is_sure` is whether its labels are those of costs or of money, and not only the names of bodies. Of several
    `choices` nothing says which column holds the amounts; `parts` are columns that come to the amounts.
    """

    sheet: SheetCells
    side: LabelSide
    rows: Sequence[int]
    table: BudgetTable
    others: Sequence[int]
    is_sure: bool
    choices: Sequence[int] = ()
    parts: Sequence[int] = ()

    def label(self, row: int) -> str:
        """Return the label of a row: the last of its texts in the columns of labels."""
        texts = (self.sheet.text(row, column) for column in reversed(self.table.labels))
        return next(filter(None, texts), "")


@attrs.define
class _Block:
    """Rows of labels and figures that follow each other, below a row of headings and a title.

    `groups` are the labels of the groups that rows are in, `is_ended` is whether the last of them is their total.
    """

    heading: int | None = None
    title: LabelSide | None = None
    rows: list[int] = attrs.field(factory=list[int])
    groups: dict[int, str] = attrs.field(factory=dict[int, str])
    is_ended: bool = False


def _tables_in(sheet: SheetCells) -> Iterator[_Table]:
    blocks = [_Block(title=_side_of_title(sheet.name or ""))]
    group = ""
    for row in sheet.rows:
        kind, last = _kind_of(sheet, row), blocks[-1]
        titles = [side for text in _texts(sheet, row) if (side := _side_of_title(text)) is not None]
        title = titles[0] if titles else None
        if kind is _RowKind.HEADING or title is not None:
            group = ""
        if kind is _RowKind.HEADING:
            blocks.append(_Block(row, title or (None if last.rows else last.title)))
        elif kind is _RowKind.TITLE and title is not None:
            blocks.append(_Block(last.heading, title))
        elif kind is _RowKind.TITLE:
            texts = _texts(sheet, row)
            group = texts[0] if len(texts) == 1 else ""
        elif kind is _RowKind.LINE:
            last.rows.append(row)
            last.groups[row] = group
            if is_whole(label_meaning(_label(sheet, row), within=LabelSide.COST)) and len(last.rows) > _LEAST_LINES:
                last.is_ended = True
                blocks.append(_Block(last.heading))
    for block in blocks:
        if len(block.rows) >= _LEAST_LINES and (table := _table_of(sheet, block)) is not None:
            yield table


def _side_of_title(text: str) -> LabelSide | None:
    """Return the side that a title says, such as "Kostnader" or "Intäkter"; None for other texts."""
    meaning = label_meaning(text)
    if meaning.category is CostCategory.REVENUE:
        return LabelSide.FINANCING
    is_plain = meaning.category is None and meaning.source is None
    return meaning.side if is_plain and meaning.side in {LabelSide.COST, LabelSide.FINANCING} else None


def _kind_of(sheet: SheetCells, row: int) -> _RowKind:
    label, figures, texts = _label(sheet, row), _figures(sheet, row), _texts(sheet, row)
    years = [column for column in figures if year_in(sheet.cell(row, column)) is not None]
    is_line = bool(texts) and _is_known(texts[0])
    if label and figures and (len(years) < len(figures) or (len(figures) == 1 and is_line)):
        return _RowKind.LINE
    if years or (len(texts) > 1 and not is_line):
        return _RowKind.HEADING
    return _RowKind.TITLE if texts else _RowKind.OTHER


_ANY = BudgetTable(first=1, amounts=(1,))


def _is_known(label: str) -> bool:
    """Whether the words of a label say what a cost is for, or whose money it is."""
    return category_of(_ANY, label) is not None or label_meaning(label).source is not None


def _texts(sheet: SheetCells, row: int) -> list[str]:
    cells = (sheet.text(row, column) for column in range(1, len(sheet.rows[row]) + 1))
    return [text for text in cells if is_label(text)]


def _label(sheet: SheetCells, row: int) -> str:
    """Return the last of the first texts of a row: the one that stands next to its figures."""
    found = ""
    for column in range(1, _LABEL_COLUMNS + 1):
        text = sheet.text(row, column)
        if is_label(text):
            found = text
        elif found and text:
            break
    return found


def _figures(sheet: SheetCells, row: int) -> list[int]:
    """Return the columns with a figure, or with a formula that was never computed."""
    return [
        column
        for column, cell in enumerate(sheet.rows[row], 1)
        if (isinstance(cell, TypedCell) and "%" not in cell.format)
        or (isinstance(cell, str) and "%" not in cell and looks_like_a_figure(cell))
    ]


_IS_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _table_of(sheet: SheetCells, block: _Block) -> _Table | None:
    first = _first_label(sheet, block)
    headings = {
        column: "" if block.heading is None else sheet.text(block.heading, column)
        for column in sorted({column for row in block.rows for column in _figures(sheet, row)})
        if column > first
    }
    meanings = {column: label_meaning(heading) for column, heading in headings.items()}
    columns = [
        column
        for column, meaning in meanings.items()
        if meaning.side not in NO_AMOUNTS - {LabelSide.YEAR} and meaning.stage not in NOT_BUDGETED
    ]
    year_column = next((column for column in range(1, _LABEL_COLUMNS + 1) if _are_years(sheet, block, column)), None)
    columns = [column for column in columns if column != year_column]
    if sum(len(_texts(sheet, row)) for row in block.rows) > _MOST_TEXTS * len(block.rows):
        return None
    votes = _votes(sheet, block)
    years = [column for column in columns if year_in(headings[column]) is not None]
    has_prices = any(meaning.side is LabelSide.NOT_OURS and meaning.stage is None for meaning in meanings.values())
    ends_in_total = is_whole(label_meaning(_label(sheet, block.rows[-1]), within=LabelSide.COST))
    is_budget = (len(years) > 1 or has_prices) and ends_in_total
    if not columns or not (sum(votes.values()) or is_budget):
        return None
    side = block.title or (LabelSide.FINANCING if votes[LabelSide.COST] < sum(votes.values()) / 2 else LabelSide.COST)
    total = next((column for column in columns if meanings[column].side is LabelSide.TOTAL), None)
    rest = [column for column in columns if column != total]
    axis: Axis | None = None
    choices: Sequence[int] = ()
    parts: Sequence[int] = ()
    amounts: Sequence[int]
    if years:
        amounts, axis = years, Axis.YEAR
    elif total is not None and len(rest) > 1 and all(map(headings.get, rest)) and _adds_up(sheet, block, rest, total):
        if any(meanings[column].side is LabelSide.BODY for column in rest):
            amounts, axis = rest, Axis.PARTNER
        else:
            # Months and phases are no partners.
            amounts, total, parts = [total], None, rest
    else:
        amounts, total = _likeliest(columns, headings, meanings), None
        choices = amounts if len(amounts) > 1 else ()
    labels = [
        column
        for column in range(first, min(amounts))
        if column not in {total, year_column} and any(is_label(sheet.text(row, column)) for row in block.rows)
    ]
    own = next((at for at, column in enumerate(labels, 1) if _is_own_label(sheet, block, column)), len(labels))
    labels = labels[:own]
    table = BudgetTable(
        first=_end_of(sheet, block.rows[0], block.heading, -1),
        last=block.rows[-1] if block.is_ended else _end_of(sheet, block.rows[-1], block.heading, 1),
        sheet=sheet.name,
        heading=block.heading,
        labels=tuple(labels),
        amounts=tuple(amounts),
        axis=axis,
        total=total,
        year_column=None if axis is Axis.YEAR else year_column,
    )
    others = [column for column in headings if column not in {*amounts, *parts, *labels, total, year_column}]
    sure = votes[LabelSide.COST] + votes[LabelSide.FINANCING]
    lines = [row for row in block.rows if label_meaning(_label(sheet, row)).side is not LabelSide.TOTAL]
    return _Table(sheet, side, block.rows, table, others, is_budget or 3 * sure >= len(lines), choices, parts)


def _likeliest(
    columns: Sequence[int], headings: Mapping[int, str], meanings: Mapping[int, LabelMeaning]
) -> Sequence[int]:
    """Return the columns that are likeliest to hold the amounts, by what their headings say; several are a question."""
    totals = [column for column in columns if meanings[column].side is LabelSide.TOTAL]
    of_money = [column for column in columns if meanings[column].side in {LabelSide.COST, LabelSide.FINANCING}]
    with_unit = [column for column in columns if heading_unit(headings[column]) != HeadingUnit()]
    return next(filter(None, (with_unit, totals, of_money)), columns)


def _is_own_label(sheet: SheetCells, block: _Block, column: int) -> bool:
    """Whether a column has another label in each row; texts beside it are notes, and it is that of no group."""
    texts = [sheet.text(row, column) for row in block.rows]
    return all(texts) and len(set(texts)) == len(texts)


def _first_label(sheet: SheetCells, block: _Block) -> int:
    """Return the first column that has labels."""
    return min(
        column
        for row in block.rows
        for column in range(1, len(sheet.rows[row]) + 1)
        if is_label(sheet.text(row, column))
    )


def _votes(sheet: SheetCells, block: _Block) -> Mapping[LabelSide, int]:
    """Return how many labels are those of costs, of money with a source, and of bodies."""
    # The first text of a row may be the label of its group, which may stand above it, too.
    listed = [(_label(sheet, row), _texts(sheet, row)[0], block.groups[row]) for row in block.rows]
    meanings = [label_meaning(next(filter(_is_known, labels), labels[0])) for labels in listed]
    return {
        LabelSide.COST: sum(meaning.side is LabelSide.COST for meaning in meanings),
        LabelSide.FINANCING: sum(
            meaning.side is LabelSide.FINANCING and meaning.source is not None for meaning in meanings
        ),
        LabelSide.BODY: sum(meaning.side is LabelSide.BODY for meaning in meanings),
    }


def _are_years(sheet: SheetCells, block: _Block, column: int) -> bool:
    """Whether a column states the year of each line."""
    cells = [sheet.cell(row, column) for row in block.rows]
    stated = [cell for cell in cells if text_of(cell).strip()]
    return all(_IS_YEAR.fullmatch(text_of(cell).strip()) for cell in stated) and year_in(cells[0]) is not None


def _end_of(sheet: SheetCells, row: int, heading: int | None, step: int) -> int:
    """Return the last of the rows above or below a row that are headings of groups, or lines not filled in."""
    while row + step in sheet.rows and row + step != heading and _is_label_alone(sheet, row + step):
        row += step
    return row


def _is_label_alone(sheet: SheetCells, row: int) -> bool:
    texts = _texts(sheet, row)
    is_of_budget = len(texts) == 1 or (bool(texts) and _is_known(texts[0]))
    # "Budget (kr)" is above the table, where its unit is looked for.
    is_title = any(_side_of_title(text) or heading_unit(text) != HeadingUnit() for text in texts)
    return is_of_budget and not is_title and _kind_of(sheet, row) is _RowKind.TITLE


def _adds_up(sheet: SheetCells, block: _Block, parts: Sequence[int], total: int) -> bool:
    """Whether a column is in each row the sum of others."""
    for row in block.rows:
        whole, *listed = (_number(sheet.cell(row, column)) for column in (total, *parts))
        known = [value for value in listed if value is not None]
        if whole is None or len(known) < len(listed) or whole != sum(known):
            return False
    return True


def _number(cell: Cell) -> Decimal | None:
    """Return the number in a cell, 0 in an empty one; None for any other."""
    if isinstance(cell, TypedCell):
        return cell.value if isinstance(cell.value, Decimal) else None
    return None if cell.strip() else Decimal(0)


# --- The text

_HEAD: Final = InEachLanguage(
    "## Budgeten för ett projekt: celler, och tabeller över kostnader och finansiering. Rader som\n"
    "## börjar med # är förslag: ta bort # framför det som stämmer, och stryk resten. Läs budgeten\n"
    "## med: esfmodel show BUDGET --mapping MAPPNING",
    "## The budget of one project: cells, and tables of costs and of financing. Lines that begin\n"
    "## with # are proposals: take the # away from what is right, and delete the rest. Read it\n"
    "## with: esfmodel show BUDGET --mapping MAPPING",
)
_CURRENCY: Final = InEachLanguage(
    "## Inget belopp anger i vilken valuta det är.", "## No amount says in which currency it is."
)
_LINES: Final = InEachLanguage("## {count} rader: {first} – {last}", "## {count} rows: {first} – {last}")
_OTHERS: Final = InEachLanguage("## Läses inte: {columns}", "## Not read: {columns}")
_CHOICES: Final = InEachLanguage(
    "## Flera kolumner kan ha beloppen: {columns}. Ta bort # framför den rätta.",
    "## Several columns may hold the amounts: {columns}. Take away the # before the right one.",
)
_PARTS: Final = InEachLanguage(
    "## Summan av {columns}. Är de partner, skriv i stället så här:",
    "## The sum of {columns}. If those are partners, write this instead:",
)
_UNKNOWN: Final = InEachLanguage(
    "## Det framgår inte vad de här raderna är: {labels}", "## No word says what these rows are: {labels}"
)
_MOST_NAMED = 12


_NO_CELLS: Final = AMOUNTS - {"budget.total"} | {field for field in FIELDS.values() if field.startswith("partner.")}
"""The fields whose words stand in a budget beside other things than cells of the project."""
_ENDS: Final = ("period.start", "period.end")


def _is_day(cell: Cell) -> bool:
    """Whether a cell states one day."""
    if isinstance(cell, TypedCell):
        return isinstance(cell.value, datetime.date)
    with suppress(InvalidValue):
        return sv.parse_date(cell.strip()) is not None
    return False


class _Draft:
    """Writes the draft of a mapping for tables that were found."""

    def __init__(self, sheets: Sequence[SheetCells], tables: Sequence[_Table], language: str) -> None:
        self._sheets, self._tables, self._language = sheets, tables, language
        self._of_tables = {
            (table.sheet.name, row)
            for table in tables
            for row in (table.table.heading, *range(table.table.first, (table.table.last or 0) + 1))
        }

    def lines(self) -> Iterator[str]:
        """Yield the lines of the draft."""
        yield _HEAD[self._language]
        yield "[budget]"
        if not any(self._currencies()):
            yield _CURRENCY[self._language]
            yield '# currency = "SEK"'
        cells = dict(self._cells())
        if cells:
            yield ""
            yield "[budget.cells]"
            for field, address in cells.items():
                yield f"{inline_value(field) if '.' in field else field} = {inline_value(str(address))}"
        for key, side in _KEYS.items():
            for table in self._tables:
                if table.side is side:
                    yield ""
                    yield f"[[budget.{key}]]"
                    yield from self._table(table)

    def _currencies(self) -> Iterator[str]:
        for sheet in self._sheets:
            for cells in sheet.rows.values():
                for cell in cells:
                    if isinstance(cell, TypedCell):
                        currency = unit_of_format(cell.format).currency
                    else:
                        parts = parts_of(cell)
                        currency = heading_unit(cell).currency if parts is None else parts.unit.currency
                    if currency is not None:
                        yield currency

    def _cells(self) -> Iterator[tuple[str, CellAddress]]:
        """Yield the cells beside a label of a field of the project, above the tables and on other sheets."""
        found: set[str] = set()
        is_only = len(self._sheets) == 1
        for sheet in self._sheets:
            for row, cells in sheet.rows.items():
                if (sheet.name, row) in self._of_tables:
                    continue
                texts = [column for column in range(1, len(cells) + 1) if text_of(cells[column - 1]).strip()]
                for at, (column, beside) in enumerate(pairwise(texts), 1):
                    field = FIELDS.get(heading_meaning(sheet.text(row, column)))
                    is_value = field is not None and heading_meaning(sheet.text(row, beside)) not in FIELDS
                    if field is None or field in found or not is_value or field in _NO_CELLS:
                        continue
                    found.add(field)
                    days = [each for each in texts[at:] if _is_day(sheet.cell(row, each))]
                    # The first and the last day of a period may stand in two cells.
                    ends = zip(_ENDS, days, strict=False) if field == "period" and days else ((field, beside),)
                    yield from ((name, CellAddress(None if is_only else sheet.name, each, row)) for name, each in ends)

    def _table(self, found: _Table) -> Iterator[str]:
        table = found.table
        first, last = (found.label(row) for row in (found.rows[0], found.rows[-1]))
        yield _LINES[self._language].format(count=len(found.rows), first=first, last=last)
        if len(self._sheets) > 1 and table.sheet is not None:
            yield f"sheet = {inline_value(table.sheet)}"
            if len({each.sheet.name for each in self._tables if each.side is found.side}) > 1:
                yield f"# partner = {inline_value(table.sheet)}"
        if table.heading is not None and table.heading != table.first - 1:
            yield f"heading = {table.heading}"
        yield f"first = {table.first}"
        yield f"last = {table.last}"
        yield f"labels = {_written(table.labels)}"
        if found.choices:
            yield _CHOICES[self._language].format(columns=self._columns(found, found.choices))
            yield from (f"# amounts = {_written([column])}" for column in found.choices)
        else:
            yield f"amounts = {_written(table.amounts)}"
        if found.parts:
            yield _PARTS[self._language].format(columns=self._columns(found, found.parts))
            yield f"# amounts = {_written(found.parts)}"
            yield f"# axis = {inline_value(Axis.PARTNER.value)}"
            yield f"# total = {_written(table.amounts)}"
        if table.axis is not None:
            yield f"axis = {inline_value(table.axis.value)}"
        if table.total is not None:
            yield f"total = {_written([table.total])}"
        if table.year_column is not None:
            yield f"year_column = {_written([table.year_column])}"
        if found.others:
            yield _OTHERS[self._language].format(columns=self._columns(found, found.others))
        unknown = [label for label in dict.fromkeys(self._unknown(found)) if label][:_MOST_NAMED]
        if unknown:
            yield _UNKNOWN[self._language].format(labels=", ".join(unknown))
            kind = CostCategory.OTHER.value if found.side is LabelSide.COST else FundingSource.OWN.value
            yield f"# names = {inline_value(dict.fromkeys(unknown, kind))}"

    def _columns(self, found: _Table, columns: Sequence[int]) -> str:
        """Write columns with their headings."""
        row = found.table.heading
        headings = ["" if row is None else found.sheet.text(row, column) for column in columns]
        listed = zip(map(letters_of_column, columns), headings, strict=True)
        return ", ".join(f"{letters} ({heading})" if heading else letters for letters, heading in listed)

    def _unknown(self, found: _Table) -> Iterator[str]:
        """Yield the labels of lines whose words do not say what they are."""
        group = ""
        for row in range(found.table.first, found.rows[-1] + 1):
            label = found.label(row)
            meaning = label_meaning(label, within=found.side)
            above = found.sheet.text(row, found.table.labels[0])
            group = above if above not in {"", label} else group
            if not label or meaning.side in {LabelSide.TOTAL, *NO_AMOUNTS} or meaning.of_which:
                continue
            if row not in found.rows:
                group = label
            elif found.side is LabelSide.COST:
                own, of_group = category_of(found.table, label), category_of(found.table, group)
                # As for the reader: a line of another kind ends the group.
                group = group if own in {None, of_group} else ""
                if own is None and of_group is None:
                    yield label
            elif meaning.source is None and label_meaning(group, within=found.side).source is None:
                yield label


_KEYS: Mapping[str, LabelSide] = MappingProxyType({"costs": LabelSide.COST, "financing": LabelSide.FINANCING})


def _written(columns: Sequence[int]) -> str:
    """Return columns as a mapping writes them: "B:D", or a list."""
    letters = [letters_of_column(column) for column in columns]
    if len(columns) > 1 and list(columns) == list(range(columns[0], columns[-1] + 1)):
        return inline_value(f"{letters[0]}:{letters[-1]}")
    return inline_value(letters if len(letters) > 1 else letters[0])
