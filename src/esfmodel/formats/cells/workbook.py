"""Workbooks (`.xlsx`, `.xlsm`) as rows of cells, read in one pass and in bounded memory (ISO/IEC 29500).

Macros are never run, links to other files never followed, formulas never computed: the value that the program which
saved the workbook has computed is read. What a reader would not see, such as hidden rows, is told.

The library reads workbooks itself, for what lists need: openpyxl gives either a formula or its value, knows no hidden
rows and no merged cells while it reads in parts, pads a far cell with a million rows, and reads nothing from a workbook
that is saved as "Strict Open XML", without a word.
"""

from __future__ import annotations

import datetime
import posixpath
import re
from array import array
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import ReadError
from esfmodel.formats.cells.archive import Archive, local, opened_archive
from esfmodel.formats.cells.grid import (
    MOST_COLUMNS,
    Cell,
    Row,
    Sheet,
    Source,
    TypedCell,
    letters_of_column,
    number_of_column,
    sheets_called,
)
from esfmodel.formats.cells.number_formats import (
    BUILT_IN,
    EPOCH_1900,
    EPOCH_1904,
    GENERAL,
    LONGEST,
    NumberFormat,
    number_in,
)
from esfmodel.formats.reading import Problem

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping


_MOST_ROWS = 1 << 20
# Some ten million cells.
_MOST_ELEMENTS = 30_000_000
_MOST_STRINGS = 10_000_000
# What is kept in memory, unlike the rows: the texts that cells share, their formats, and the outline of the workbook.
_LARGEST_STRINGS = 150_000_000
_LARGEST_STYLES = 50_000_000
_LARGEST_OUTLINE = 10_000_000
_MOST_STYLES = 100_000
_MOST_SHEETS = 1_000
# Three times what Excel takes in a cell; ten such cells in a row; and texts that cells share, as often as they do.
_LONGEST_CELL = 100_000
_LONGEST_ROW = 1_000_000
_LARGEST_SHEET = 500_000_000
_MOST_SHOWN = 5


def open_workbook(
    given: str | os.PathLike[str] | bytes,
    name: str,
    wanted: str | None = None,
    *,
    keeps_formulas: bool = False,
) -> Source:
    """Return a workbook with its visible sheets, or with the one of that name.

    `name` is that of the file in messages. With `keeps_formulas` a formula that has computed no number is a cell of its
    own, for who takes no formula for input. The whole workbook is looked through once before this returns. Raises
    `ReadError` for a file that is no workbook, is damaged or encrypted, or unpacks to more than a list can be.
    """
    with opened_archive(given, name) as archive:
        book = _Book(archive)
        chosen, problems = _choose(book, wanted)
        is_empty = True
        counted = 0
        for sheet in chosen:
            cells = _Cells(archive, sheet.name, book, are_read=False, keeps_formulas=keeps_formulas, counted=counted)
            for _ in archive.walk(sheet.part, cells):
                is_empty = is_empty and not cells.rows
                cells.rows.clear()
            counted = cells.counted
            problems += cells.problems()
        if is_empty:
            raise ReadError("workbook.no_sheets", source=name)
    sheets = tuple(Sheet(each.name, _rows(given, name, each, book, keeps_formulas)) for each in chosen)
    return Source(name, "workbook", sheets, tuple(problems))


def _rows(
    given: str | os.PathLike[str] | bytes, name: str, sheet: _SheetPart, book: _Book, keeps_formulas: bool
) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        with opened_archive(given, name) as archive:
            cells = _Cells(archive, sheet.name, book, keeps_formulas=keeps_formulas)
            for _ in archive.walk(sheet.part, cells):
                yield from cells.rows
                cells.rows.clear()

    return rows


def _choose(book: _Book, wanted: str | None) -> tuple[list[_SheetPart], list[Problem]]:
    """Return the sheets to read, and what is told of the others and of the whole workbook."""
    problems = [Problem("workbook.macros")] if book.has_macros else []
    if wanted is not None:
        return sheets_called(book.sheets, wanted, book.name), problems
    problems += (Problem("workbook.hidden_sheet", "", each.name) for each in book.sheets if each.is_hidden)
    return [each for each in book.sheets if not each.is_hidden], problems


# --- What the sheets share


class _SheetPart(NamedTuple):
    """A sheet: its name, the part of the archive that holds it, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool


class _Book:
    """The sheets of a workbook, and what their cells refer to: texts, number formats, the epoch of days."""

    def __init__(self, archive: Archive) -> None:
        self.name = archive.name
        start = _related(archive, "", "officeDocument").values()
        part = next(iter(start), "xl/workbook.xml")
        if part not in archive:
            raise ReadError("workbook.none", source=archive.name)
        outline = _Outline()
        for _ in archive.walk(part, outline, _LARGEST_OUTLINE):
            if len(outline.sheets) > _MOST_SHEETS:
                raise archive.damaged(part)
        if not outline.is_workbook:
            raise ReadError("workbook.none", source=archive.name)
        sheets = _related(archive, part, "worksheet")
        # A sheet may be a chart, which holds no cells.
        self.sheets = [
            _SheetPart(name, sheets[key], is_hidden) for key, name, is_hidden in outline.sheets if key in sheets
        ]
        if not self.sheets:
            raise ReadError("workbook.no_sheets", source=archive.name)
        if len({sheet.part for sheet in self.sheets}) < len(self.sheets):
            # Its rows would be read once more for each of them.
            raise archive.damaged(part)
        self.epoch = outline.epoch
        self.is_computed = outline.is_computed
        self.has_macros = archive.has_macros
        self.strings = _Strings(archive, part)
        self.formats = _formats(archive, part)


class _Elements:
    """The base of what looks at an XML part: counts the open elements, and passes over what it does not know."""

    def __init__(self) -> None:
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """Take the beginning of an element."""
        self.depth += 1

    def end(self, name: str) -> None:  # noqa: ARG002
        """Take the end of an element."""
        self.depth -= 1

    def text(self, text: str) -> None:
        """Take a piece of text."""


class _Relations(_Elements):
    """The parts of the archive that a part refers to, of one type, by their key."""

    def __init__(self, folder: str, type: str) -> None:
        super().__init__()
        self._folder = folder
        self._type = type
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        super().start(name, attributes)
        # The namespace of a type differs between the two forms of the standard, and its last word does not.
        is_wanted = attributes.get("Type", "").rpartition("/")[2] == self._type
        if local(name) == "Relationship" and is_wanted and attributes.get("TargetMode") != "External":
            target = posixpath.join("/", self._folder, attributes.get("Target", ""))
            self.found[attributes.get("Id", "")] = posixpath.normpath(target)


def _related(archive: Archive, part: str, type: str) -> dict[str, str]:
    folder, base = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    relations = _Relations(folder, type)
    if listed in archive:
        for _ in archive.walk(listed, relations, _LARGEST_OUTLINE):
            if len(relations.found) > _MOST_SHEETS:
                raise archive.damaged(listed)
    return relations.found


class _Outline(_Elements):
    """The part `workbook`: the key, name and visibility of each sheet, in their order, and the epoch.

    `is_computed` is whether the program that saved it has computed its formulas, or has left that to the next one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []
        self.epoch = EPOCH_1900
        self.is_computed = True
        self.is_workbook = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        super().start(name, attributes)
        found = local(name)
        if found == "workbook":
            self.is_workbook = True
        elif found == "workbookPr" and _is_true(attributes.get("date1904")):
            self.epoch = EPOCH_1904
        elif found == "calcPr":
            self.is_computed = not _is_true(attributes.get("fullCalcOnLoad"))
        elif found == "sheet" and self.is_workbook:
            key = next((value for key, value in attributes.items() if local(key) == "id"), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((key, attributes.get("name", ""), is_hidden))


def _is_true(written: str | None) -> bool:
    return written in {"1", "true", "on"}


class _Styles(_Elements):
    """The part `styles`: the number format of each style of cells."""

    def __init__(self) -> None:
        super().__init__()
        self._own: dict[str, str] = {}
        self._in_cells = False
        self._numbers: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        super().start(name, attributes)
        found = local(name)
        if found == "numFmt":
            # The formats of conditions, which stand further down, may use the same numbers.
            code = attributes.get("formatCode", "")
            self._own.setdefault(attributes.get("numFmtId", ""), code if len(code) <= LONGEST else GENERAL)
        elif found == "cellXfs":
            self._in_cells = True
        elif found == "xf" and self._in_cells:
            self._numbers.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        super().end(name)
        if local(name) == "cellXfs":
            self._in_cells = False

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._numbers) + len(self._own)

    def formats(self) -> Mapping[str, NumberFormat]:
        """Return the format of each style, by the number with which cells refer to it."""
        codes = (self._own.get(number) or _built_in(number) for number in self._numbers)
        return {str(index): NumberFormat.of(code) for index, code in enumerate(codes)}


def _built_in(number: str) -> str:
    return BUILT_IN.get(int(number), GENERAL) if number.isdecimal() and len(number) <= _SHORT else GENERAL


_SHORT = 9


def _formats(archive: Archive, part: str) -> Mapping[str, NumberFormat]:
    styles = _Styles()
    for listed in dict.fromkeys(_related(archive, part, "styles").values()):
        for _ in archive.walk(listed, styles, _LARGEST_STYLES):
            if styles.count > _MOST_STYLES:
                raise archive.damaged(listed)
    return styles.formats()


# --- Texts

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HALVES = range(0xD800, 0xE000)


def _unescaped(text: str) -> str:
    """Return text with the characters that XML cannot hold, which workbooks write by their number."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if number in _HALVES or not number else chr(number)


class _Texts(_Elements):
    """Collects the text of an element with its runs, without what says how it is pronounced."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive
        self._pieces: list[str] = []
        self._length = 0
        self._is_open = self._is_spoken = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        super().start(name, attributes)
        self._begin_run(local(name))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        super().end(name)
        self._end_run(local(name))

    def _begin_run(self, name: str) -> None:
        if name == "t":
            self._is_open = not self._is_spoken
        elif name == "rPh":
            self._is_spoken = True

    def _end_run(self, name: str) -> None:
        if name == "t":
            self._is_open = False
        elif name == "rPh":
            self._is_spoken = False

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._is_open:
            self._length += len(text)
            if self._length > _LONGEST_CELL:
                where = self._here()
                raise ReadError("workbook.cell_too_long", "", where, source=self._archive.name, most=_LONGEST_CELL)
            self._pieces.append(text)

    def _here(self) -> str | None:
        """Return the cell of the text; None where several may have it."""
        return None

    def _taken(self) -> str:
        """Return the text that was collected, and begin another."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return text


class _Strings(_Texts):
    """The texts that cells share, by number. They are kept in one piece: a text of its own for each would take more."""

    def __init__(self, archive: Archive, part: str) -> None:
        super().__init__(archive)
        self._encoded = bytearray()
        self._ends = array("I", [0])
        for listed in dict.fromkeys(_related(archive, part, "sharedStrings").values()):
            for _ in archive.walk(listed, self, _LARGEST_STRINGS):
                if len(self._ends) > _MOST_STRINGS:
                    raise ReadError("workbook.too_many_cells", source=archive.name, most=_MOST_STRINGS)
                if len(self._encoded) > _LARGEST_STRINGS:
                    size = len(self._encoded)
                    raise ReadError("workbook.unpacks_to_too_much", "", listed, source=archive.name, size=size)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        super().end(name)
        if local(name) == "si":
            self._encoded += _unescaped(self._taken()).encode()
            self._ends.append(len(self._encoded))

    def part(self, number: str) -> slice:
        """Return where the text with a number is. Raises `IndexError` where there is none."""
        index = int(number) if number.isdecimal() and len(number) <= _SHORT else len(self._ends)
        return slice(self._ends[index], self._ends[index + 1])

    def __getitem__(self, part: slice) -> str:
        """Return the text in a part."""
        return self._encoded[part].decode()


# --- Sheets


class _Some:
    """How many there were of something, and the first few of them."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[str] = []

    def add(self, one: str) -> None:
        """Count one."""
        self.count += 1
        if self.count <= _MOST_SHOWN:
            self._first.append(one)

    def shown(self) -> tuple[str, ...]:
        """Return the first few, and a sign that there are more."""
        return (*self._first, "…") if self.count > _MOST_SHOWN else tuple(self._first)


_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_TYPES_OF_TEXT = frozenset({"str", "inlineStr", "e"})
_TRUTHS: Mapping[str, bool] = {"1": True, "true": True, "0": False, "false": False}


class _Cells(_Texts):
    """The rows of a sheet as they are met, and what a reader of them would not see.

    Only cells that hold something take room: a sheet may have formats, and no more, down to its last row and column.
    With `are_read` false the values are left as they are written, for who only looks a sheet through.
    """

    def __init__(
        self,
        archive: Archive,
        sheet: str,
        book: _Book,
        *,
        are_read: bool = True,
        keeps_formulas: bool = False,
        counted: int = 0,
    ) -> None:
        super().__init__(archive)
        self.counted = counted
        """How many elements and cells there are in this sheet, and as many as were counted before it."""
        self._keeps_formulas = keeps_formulas
        self._are_read = are_read
        self.rows: list[Row] = []
        self._sheet = sheet
        self._book = book
        self._columns: dict[str, int] = {}
        self._row = self._column = self._widest = 0
        self._number = ""
        self._cells: list[Cell] = []
        self._in_row = self._in_cell = self._is_hidden = self._is_formula = False
        self._type = self._style = ""
        self._row_length = self._length_of_all = 0
        self._hidden_rows, self._hidden_columns = _Some(), list[range]()
        self._merged, self._not_computed = _Some(), _Some()

    def problems(self) -> Iterator[Problem]:
        """Yield what is told of the sheet."""
        sheet, rows, columns = self._sheet, self._hidden_rows, self._used_hidden_columns()
        merged, formulas = self._merged, self._not_computed
        if rows.count:
            yield Problem("workbook.hidden_rows", "", sheet, count=rows.count, places=rows.shown())
        if columns.count:
            yield Problem("workbook.hidden_columns", "", sheet, count=columns.count, places=columns.shown())
        if merged.count:
            yield Problem("workbook.merged", "", sheet, count=merged.count, places=merged.shown())
        if formulas.count:
            yield Problem("workbook.not_computed", "", sheet, count=formulas.count, places=formulas.shown())

    def _used_hidden_columns(self) -> _Some:
        hidden = _Some()
        for columns in self._hidden_columns:
            for column in columns[: max(0, self._widest - columns.start + 1)]:
                hidden.add(letters_of_column(column))
        return hidden

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        # A sheet has millions of elements, and most have no prefix.
        found = local(name) if ":" in name else name
        self.depth += 1
        self.counted += 1
        if self.counted > _MOST_ELEMENTS:
            raise ReadError("workbook.too_many_cells", source=self._archive.name, most=_MOST_ELEMENTS)
        if self._in_cell:
            if found == "v":
                if self._pieces:
                    # Two values in one cell would be one that neither of them says.
                    raise self._archive.damaged(self._here())
                self._is_open = True
            elif found == "f":
                self._is_formula = True
            else:
                self._begin_run(found)
        elif self._in_row:
            if found == "c":
                self._begin_cell(attributes)
        elif found == "row":
            self._begin_row(attributes)
        elif found == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif found == "col" and _is_true(attributes.get("hidden")):
            self._hide_columns(attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        found = local(name) if ":" in name else name
        self.depth -= 1
        if self._in_cell:
            if found == "v":
                self._is_open = False
            elif found == "c":
                self._end_cell()
            else:
                self._end_run(found)
        elif self._in_row and found == "row":
            self._end_row()

    def _here(self) -> str:
        return f"{self._sheet}!{letters_of_column(self._column)}{self._row}"

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", str(self._row + 1))
        if not number.isdecimal() or len(number) > _SHORT or not self._row < int(number) <= _MOST_ROWS:
            raise self._archive.damaged(f"{self._sheet}!{number}")
        self._row, self._number, self._column = int(number), number, 0
        self._row_length = 0
        self._in_row = True
        self._is_hidden = _is_true(attributes.get("hidden"))

    def _end_row(self) -> None:
        self._in_row = False
        if self._cells:
            if self._is_hidden:
                self._hidden_rows.add(self._number)
            self.rows.append(Row(self._row, None, tuple(self._cells)))
            self._widest = max(self._widest, len(self._cells))
            self._cells.clear()

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        column = self._column + 1 if address is None else self._column_of(address)
        if column <= self._column:
            raise self._archive.damaged(f"{self._sheet}!{address}")
        self._column = column
        self._in_cell = True
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")

    def _column_of(self, address: str) -> int:
        letters = address.removesuffix(self._number)
        column = self._columns.get(letters)
        if column is None:
            if not _LETTERS.fullmatch(letters):
                raise self._archive.damaged(f"{self._sheet}!{address}")
            column = self._columns[letters] = number_of_column(letters)
        return column

    def _end_cell(self) -> None:
        self._in_cell = False
        written = self._taken()
        is_formula, self._is_formula = self._is_formula, False
        is_uncomputed = is_formula and self._is_uncomputed(written)
        if is_uncomputed and not self._keeps_formulas:
            self._not_computed.add(f"{letters_of_column(self._column)}{self._row}")
            return
        cell = self._cell(written, is_formula=is_formula) if written and not is_uncomputed else ""
        if is_formula and self._keeps_formulas and isinstance(cell, str):
            cell = TypedCell(None, cell, is_formula=True)
        if cell == "":
            return
        if self._column > MOST_COLUMNS:
            raise ReadError("workbook.too_wide", "", self._here(), source=self._archive.name, most=MOST_COLUMNS)
        gap = self._column - 1 - len(self._cells)
        if gap:
            self.counted += gap
            self._cells += [""] * gap
        self._cells.append(cell)

    def _is_uncomputed(self, written: str) -> bool:
        """Whether the value of a formula was never computed; programs that leave that to Excel write none, or 0."""
        return self._type != "str" and (not written or (not self._book.is_computed and number_in(written) == 0))

    def _cell(self, written: str, *, is_formula: bool) -> Cell:
        if self._type == "s":
            return self._shared(written)
        self._note_length(len(written))
        if not self._are_read:
            return written
        if self._type == "n":
            number = number_in(written.strip())
            format = self._book.formats.get(self._style, _GENERAL)
            return written if number is None else format.cell(number, self._book.epoch, is_formula=is_formula)
        if self._type == "b" and (truth := _TRUTHS.get(written)) is not None:
            return TypedCell(truth, str(truth).upper(), is_formula=is_formula)
        if self._type == "d":
            return _day(written, is_formula=is_formula)
        if self._type not in _TYPES_OF_TEXT:
            raise self._archive.damaged(self._here())
        # Texts of formulas and of single cells, and the names of errors, such as #REF!.
        return _unescaped(written)

    def _shared(self, number: str) -> str:
        try:
            part = self._book.strings.part(number)
        except IndexError:
            raise self._archive.damaged(self._here()) from None
        self._note_length(part.stop - part.start)
        if self._are_read:
            return self._book.strings[part]
        return number if part.start < part.stop else ""

    def _note_length(self, length: int) -> None:
        """Refuse what shared texts can make of a small file."""
        self._row_length += length
        self._length_of_all += length
        if self._row_length > _LONGEST_ROW:
            raise ReadError("workbook.cell_too_long", "", self._here(), source=self._archive.name, most=_LONGEST_ROW)
        if self._length_of_all > _LARGEST_SHEET:
            size = self._length_of_all
            raise ReadError("workbook.unpacks_to_too_much", "", self._sheet, source=self._archive.name, size=size)

    def _merge(self, ref: str) -> None:
        """Note cells that are merged over several rows: the first row alone has their value."""
        first, _, last = ref.partition(":")
        above, below = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if above and below and above[2] != below[2]:
            self._merged.add(ref)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        low, high = attributes.get("min", ""), attributes.get("max", "")
        if low.isdecimal() and high.isdecimal() and len(low + high) <= _SHORT:
            self._hidden_columns.append(range(max(1, int(low)), int(high) + 1))
            if len(self._hidden_columns) > MOST_COLUMNS:
                raise self._archive.damaged(self._sheet)


_GENERAL = NumberFormat.of(GENERAL)


def _day(written: str, *, is_formula: bool) -> Cell:
    """Return a cell that holds a day as text in ISO 8601; what is none, or has a time zone, stays text."""
    when: datetime.date | datetime.time | None = None
    for kind in (datetime.time, datetime.datetime, datetime.date):
        with suppress(ValueError):
            when = kind.fromisoformat(written)
    has_zone = isinstance(when, (datetime.datetime, datetime.time)) and when.tzinfo is not None
    return written if when is None or has_zone else TypedCell(when, written, is_formula=is_formula)
