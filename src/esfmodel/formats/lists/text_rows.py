r"""Part a text with delimiters into rows of cells, one row at a time.

A quotation mark encloses a cell only where a second one ends it; else it is part of the text. Which of the two is meant
is told by the width of the other rows: a row that neither reading gives is a problem, and the next line is a row again.

>>> lines = lines_in(['1;Nils "Nisse" Ek;3\n"Rum\n2";b;c\n'], "\n")
>>> [(row.number, row.line, row.cells) for row in rows_in(lines, Dialect(";", width=3), "UTF-8")]
[(1, 1, ('1', 'Nils "Nisse" Ek', '3')), (2, 2, ('Rum\n2', 'b', 'c'))]
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.formats.cells.grid import Row
from esfmodel.formats.lists.decoding import UNDECODABLE, with_bytes_shown
from esfmodel.formats.reading import Problem
from esfmodel.values.syntax import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_LINE = 1_000_000
"""The most characters of a row: far more than any list has, and few enough to be held in memory."""

MOST_CELLS = 1_000
"""The most cells of a row."""

_MOST_LINES = 100
_SHOWN = 200
_KEPT = 1_000


# --- Lines


class Line(NamedTuple):
    """A line of a text: its number from 1, its text, its line end; `is_cut` where it is longer than a row may be."""

    number: int
    text: str
    end: str
    is_cut: bool = False


_RETURN = re.compile(r"\r(?!\n)")


def line_end_of(text: str) -> str:
    r"""Return what ends the lines of a text: "\n", which may follow "\r", or "\r" alone.

    Programs for Macintosh end rows with "\r" and write "\n" within cells, so that the breaks outside of quotation
    marks decide.

    >>> line_end_of('"Namn\nName";Start\rRum;2024\r'), line_end_of("Namn;Start\r\nRum;2024")
    ('\r', '\n')
    """
    if "\r" not in text:
        return "\n"
    outside = "".join(text.split('"')[::2])
    return "\r" if len(_RETURN.findall(outside)) > outside.count("\n") else "\n"


def lines_in(texts: Iterable[str], end: str) -> Iterator[Line]:
    r"""Yield the lines of a text that comes in parts; `end` is "\n", which may follow "\r", or "\r" alone.

    Of a line that is longer than a row may be, only the beginning is kept. A byte order mark before a line is left out:
    two files were joined.
    """
    number = 1
    pending = ""
    is_cut = False
    for text in texts:
        *whole, pending = (pending + text).split(end)
        if BYTE_ORDER_MARK in text:
            whole, pending = (
                [line.removeprefix(BYTE_ORDER_MARK) for line in whole],
                pending.removeprefix(BYTE_ORDER_MARK),
            )
        for each in whole:
            if not is_cut:
                yield _line(number, each, end)
            is_cut = False
            number += 1
        if len(pending) > LONGEST_LINE or is_cut:
            if not is_cut:
                yield _line(number, pending, "")
            pending, is_cut = "", True
    if pending:
        yield _line(number, pending, "")


def _line(number: int, text: str, end: str) -> Line:
    if len(text) > LONGEST_LINE:
        return Line(number, text[:_KEPT], end, is_cut=True)
    if text[-1:] != "\r":
        return Line(number, text, end)
    plain = text.rstrip("\r")
    return Line(number, plain, text[len(plain) :] + end)


class Lines:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._seen: deque[Line] = deque()

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        return self._seen.popleft() if self._seen else next(self._lines)

    def peek(self, count: int) -> list[Line]:
        """Return the lines that follow, at most so many, and leave them to be taken."""
        self._seen.extend(islice(self._lines, max(0, count - len(self._seen))))
        return list(islice(self._seen, count))

    def skip(self, count: int) -> None:
        """Take lines that were looked at."""
        for _ in range(count):
            self._seen.popleft()

    def ahead(self) -> Iterator[Line]:
        """Yield the lines that follow, as many as a row may have."""
        size = 0
        for index in range(_MOST_LINES - 1):
            if index == len(self._seen):
                line = next(self._lines, None)
                if line is None:
                    return
                self._seen.append(line)
            size += len(self._seen[index].text)
            if size > LONGEST_LINE:
                return
            yield self._seen[index]


# --- Rows


class Dialect(NamedTuple):
    """How the cells of a text are parted.

    `quote` is "" where no mark encloses cells; `encloses` is whether the text needs it, for a delimiter in a cell.
    `tail` is a mark that ends each line and begins no cell. `width` is the number of cells that most rows have, 0 where
    it is not known. `in_quotes` is whether whole rows stand within quotation marks, as a program writes them that took
    each for one cell.
    """

    delimiter: str
    quote: str = '"'
    tail: str = ""
    width: int = 0
    encloses: bool = False
    in_quotes: bool = False


class RowReading(NamedTuple):
    """Cells and the lines that they stand in, where each pair of quotation marks around a cell encloses it.

    `is_unpaired` is whether a cell has only the first mark of a pair, or the first cell only the second, as the end of
    one that began in a line above has; `has_marks` is whether a cell begins with a mark that is text.
    """

    cells: tuple[str, ...]
    lines: tuple[Line, ...]
    is_unpaired: bool = False
    has_marks: bool = False


def rows_in(lines: Iterable[Line], dialect: Dialect, encoding: str) -> Iterator[Row]:
    """Yield the rows of a text that are not empty; `encoding` is named where a byte of it was no text."""
    for number, reading in enumerate(readings_in(lines, dialect), 1):
        row = row_of(number, reading, dialect, encoding)
        if row is not None:
            yield row


def row_of(number: int, reading: RowReading, dialect: Dialect, encoding: str) -> Row | None:
    """Return what was read as a row of this number, None for one that is empty."""
    if reading.cells == _EMPTY:
        return None  # a list may have a million of them at its end
    cells = _judged(reading, dialect)
    if cells is not None and len(cells) > MOST_CELLS:
        cells = _without_empty_end(cells)
    text, first = _text(reading.lines), reading.lines[0]
    problem = _problem(text, cells, first, encoding)
    if problem is not None:
        return Row(number, first.number, (with_bytes_shown(text),), problem)
    return Row(number, first.number, cells) if cells is not None and is_stated(cells) else None


@attrs.frozen
class TextRows:
    """The rows of a text, anew at each call; `lines` are its lines, anew at each call too."""

    lines: Callable[[], Iterator[Line]]
    dialect: Dialect
    encoding: str

    def __call__(self) -> Iterator[Row]:
        """Yield the rows."""
        return rows_in(self.lines(), self.dialect, self.encoding)


_EMPTY = ("",)
# White space, and characters that do not print.
_BLANK = "".join(map(chr, range(0x21))) + "\x7f\x85\xa0\ufeff"


def is_stated(cells: Iterable[str]) -> bool:
    """Return whether a row has any cell that is not blank."""
    return any(cell.strip(_BLANK) for cell in cells)


def _without_empty_end(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells up to the last that is stated: a spreadsheet may write all of its 16 384 columns."""
    end = max((number for number, cell in enumerate(cells, 1) if cell), default=0)
    return tuple(cells[:end])


def _text(lines: Sequence[Line]) -> str:
    *others, last = lines
    return "".join(f"{line.text}{line.end}" for line in others) + last.text if others else last.text


def _problem(text: str, cells: Sequence[str] | None, line: Line, encoding: str) -> Problem | None:
    if line.is_cut:
        return Problem("list.line_too_long", "", text[:_SHOWN], line=line.number, most=LONGEST_LINE)
    if "\0" in text:
        return Problem("list.nul", "", with_bytes_shown(text[:_SHOWN]), line=line.number)
    if UNDECODABLE.search(text):
        return Problem("list.undecodable", "", with_bytes_shown(text[:_SHOWN]), line=line.number, encoding=encoding)
    if cells is None:
        return Problem("list.quotation_marks", "", text[:_SHOWN], line=line.number)
    if len(cells) > MOST_CELLS:
        return Problem("list.too_many_cells", "", text[:_SHOWN], line=line.number, cells=len(cells), most=MOST_CELLS)
    return None


# --- Quotation marks


def readings_in(lines: Iterable[Line], dialect: Dialect) -> Iterator[RowReading]:
    """Yield what stands at each line where a row begins.

    A row of several lines that is not right for the rows around it is read anew, line by line.
    """
    taken = Lines(lines)
    for line in taken:
        yield reading_at(line, taken, dialect)


def reading_at(line: Line, taken: Lines, dialect: Dialect) -> RowReading:
    """Return what stands at a line that was taken; take the further lines that belong to it."""
    reading = _reading(line, taken.ahead(), dialect)
    if dialect.width and not dialect.encloses and len(reading.lines) > 1 and not is_whole(reading, dialect):
        reading = _reading(line, iter(()), dialect)
    taken.skip(len(reading.lines) - 1)
    return reading


def is_whole(reading: RowReading, dialect: Dialect) -> bool:
    """Return whether cells of several lines are one row: marks in two rows may seem to enclose all between them."""
    full = sum(len(_reading(line, iter(()), dialect).cells) == dialect.width for line in reading.lines)
    return full < 2 if len(reading.cells) == dialect.width else not full


def _judged(reading: RowReading, dialect: Dialect) -> tuple[str, ...] | None:
    """Return the cells of a row, None where neither its marks nor the width of the other rows tell them."""
    cells, width, text = reading.cells, dialect.width, reading.lines[0].text
    if not dialect.quote or dialect.quote not in text or not width:
        return cells
    if dialect.in_quotes and len(cells) == 1:
        inner = inner_cells(cells[0], dialect)
        return inner if len(inner) == width else cells
    # Programs that part cells with tabs seldom enclose them; a mark that begins a cell between others is one of a pair.
    is_begun = reading.has_marks and dialect.delimiter != "\t"
    if reading.is_unpaired and (dialect.encloses or is_begun):
        return None
    if len(reading.lines) > 1:
        return cells if is_whole(reading, dialect) else None
    plain = text.removesuffix(dialect.tail).split(dialect.delimiter)
    if len(cells) == width or len(cells) == len(plain):
        return cells
    return None if reading.is_unpaired or reading.has_marks or len(plain) == width else cells


def inner_cells(text: str, dialect: Dialect) -> tuple[str, ...]:
    """Return the cells of a row that stood within quotation marks."""
    lines = (Line(0, line, "\n") for line in text.split("\n"))
    return _reading(next(lines), lines, dialect).cells


def _reading(line: Line, ahead: Iterator[Line], dialect: Dialect) -> RowReading:
    if line.is_cut or not dialect.quote or dialect.quote not in line.text:
        return RowReading(tuple(line.text.removesuffix(dialect.tail).split(dialect.delimiter)), (line,))
    delimiter, quote = dialect.delimiter, dialect.quote
    patterns = _patterns(delimiter, quote, dialect.tail)
    cells: list[str] = []
    lines = [line]
    is_open = is_unpaired = has_marks = False
    text, at, last_mark = line.text, 0, line.text.rfind(quote)
    while at <= last_mark:
        # Most cells are plain, and seen to be so by their first character.
        may_be_enclosed = text.startswith((quote, " "), at)
        enclosed = patterns.enclosed.match(text, at) if may_be_enclosed else None
        begun = patterns.begun.match(text, at) if may_be_enclosed and not (enclosed or is_open) else None
        several = _over_lines(begun["cell"], lines[-1], ahead, patterns) if begun else None
        if enclosed:
            cells.append(enclosed["cell"].replace(quote * 2, quote))
            at, end = enclosed.end(), enclosed["end"]
        elif several:
            cells.append(several.cell.replace(quote * 2, quote))
            lines += several.lines
            text, at, end = lines[-1].text, several.at, several.end
            last_mark = text.rfind(quote)
        else:
            stop = text.find(delimiter, at)
            cell, end = (text[at:].removesuffix(dialect.tail), "") if stop < 0 else (text[at:stop], delimiter)
            cells.append(cell)
            at = stop + 1
            is_open = is_open or begun is not None
            is_unpaired = is_unpaired or is_open or (len(cells) == 1 and cell.count(quote) % 2 == 1)
            has_marks = has_marks or (may_be_enclosed and cell.lstrip(" ").startswith(quote))
        if end != delimiter:
            return RowReading(tuple(cells), tuple(lines), is_unpaired, has_marks)
    cells += text[at:].removesuffix(dialect.tail).split(delimiter)
    return RowReading(tuple(cells), tuple(lines), is_unpaired, has_marks)


class _Spanning(NamedTuple):
    """A cell of several lines: its text, the lines after the first, where it ends in the last, what stands there."""

    cell: str
    lines: list[Line]
    at: int
    end: str


def _over_lines(begin: str, first: Line, ahead: Iterator[Line], patterns: _Patterns) -> _Spanning | None:
    """Return a cell that does not end in its first line; None where no mark ends it, or text follows the mark."""
    texts = [begin, first.end]
    lines: list[Line] = []
    for line in ahead:
        lines.append(line)
        last = patterns.last.match(line.text)
        if last:
            return _Spanning("".join((*texts, last["cell"])), lines, last.end(), last["end"])
        if line.is_cut or not patterns.inner.match(line.text):
            return None
        texts += (line.text, line.end)
    return None


class _Patterns(NamedTuple):
    """A cell between marks, one that is not ended in its line, and of one that began above its last and other lines."""

    enclosed: re.Pattern[str]
    begun: re.Pattern[str]
    last: re.Pattern[str]
    inner: re.Pattern[str]


@lru_cache
def _patterns(delimiter: str, quote: str, tail: str) -> _Patterns:
    mark = re.escape(quote)
    inside = f"(?P<cell>(?:(?>[^{mark}]++|{mark}{mark}))*+)"
    blank = "" if delimiter == " " else " *+"
    ending = f"{mark}{blank}(?P<end>{re.escape(delimiter)}|(?:{re.escape(tail)})?\\Z)"
    return _Patterns(
        re.compile(f"{blank}{mark}{inside}{ending}"),
        re.compile(f"{blank}{mark}{inside}\\Z"),
        re.compile(f"{inside}{ending}"),
        re.compile(f"{inside}\\Z"),
    )
