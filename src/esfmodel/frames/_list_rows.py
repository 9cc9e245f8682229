"""The rows of a list in text, some ten thousand at a time: as columns of text where they are plainly written.

A line is plain where its cells are parted in one way only: it has as many as there are headings, its quotation marks
enclose whole cells, and nothing in it is invisible. Every other line is read by the reader of lists itself, whose row
stands among the others in its place.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

import polars as pl

from esfmodel.formats.cells.grid import Row, text_of
from esfmodel.formats.lists.decoding import UNDECODABLE
from esfmodel.formats.lists.text_rows import Lines, TextRows, reading_at, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.formats.lists.columns import Columns
    from esfmodel.formats.lists.text_rows import Dialect, Line

ROWS = 25_000
"""How many rows are held at a time."""

NUMBER, LINE, AT = "number", "line", "at"
"""The columns with the number of a row, its first line, and its place among the rows that are held."""

# Control characters, marks of direction, and what nobody sees: the reader of lists looks at each of them.
_UNSEEN = r"[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\x{200b}\x{2060}\x{feff}\x{202a}-\x{202e}\x{2066}-\x{2069}]"
_LONGEST = 100_000
_MOST_COLUMNS = 200
# Rows with long texts are held in smaller numbers.
_FIRST_ROWS = 2_000
_CHARACTERS = 20_000_000


class Batch(NamedTuple):
    """Rows in their order: the texts of their cells, and those that only the reader of lists reads, by their place.

    The frame has a row for each, and a column of text for each column of the list, named by its index; `odd` has the
    rows whose line is not plain.
    """

    frame: pl.DataFrame
    odd: Mapping[int, Row]

    def row(self, at: int) -> Row:
        """Return the row in a place, as the reader of lists takes it."""
        if at in self.odd:
            return self.odd[at]
        number, line, _, *cells = self.frame.row(at)
        return Row(number, line, tuple(cells))


def is_plain(rows: object, columns: Columns) -> bool:
    """Whether rows are those of a text whose plain lines can be parted here."""
    return isinstance(rows, TextRows) and _is_usual(rows.dialect) and _has_width(rows.dialect, columns)


def _is_usual(dialect: Dialect) -> bool:
    return not dialect.tail and not dialect.in_quotes and dialect.delimiter != " "


def _has_width(dialect: Dialect, columns: Columns) -> bool:
    return dialect.width == len(columns.columns) <= _MOST_COLUMNS


class Frames(Protocol):
    """Rows that come in frames: the number of each row, and the texts of its cells by the index of their column."""

    def frames(self, most: int, /) -> Iterator[pl.DataFrame]:
        """Yield the rows below the headings, so many at a time."""
        ...


def batches_in(rows: Frames, columns: Columns) -> Iterator[Batch]:
    """Yield rows that come in frames and have a cell with something in it."""
    names = [str(index) for index in range(len(columns.columns))]
    cells = pl.col(names)
    is_odd = pl.any_horizontal(cells.str.contains(_UNSEEN) | (cells.str.len_bytes() >= _LONGEST))
    last = max(columns.heading_rows)
    for frame in rows.frames(ROWS):
        stated = frame.filter(pl.any_horizontal(cells.str.strip_chars() != "") & (pl.col(NUMBER) > last))
        whole = stated.with_row_index(AT).select(
            NUMBER, pl.lit(None, pl.Int64).alias(LINE), pl.col(AT).cast(pl.Int64), *names
        )
        places = whole.select(is_odd.alias("odd")).to_series().arg_true().to_list()
        batch = Batch(whole, {})
        yield Batch(whole, {at: batch.row(at) for at in places})


def batches_of(rows: TextRows, columns: Columns) -> Iterator[Batch]:
    """Yield the rows of a text below its headings that have a cell with something in it."""
    taken = Lines(rows.lines())
    dialect, width, last = rows.dialect, rows.dialect.width, max(columns.heading_rows)
    number, most = 0, min(ROWS, _FIRST_ROWS)
    while lines := taken.peek(most):
        most = min(ROWS, max(1, len(lines) * _CHARACTERS // (1 + sum(len(line.text) for line in lines))))
        plain = [*_are_plain(lines, dialect.delimiter, dialect.quote, width), False]
        numbers: list[int] = []
        found: list[Line] = []
        others: list[Row] = []
        at = 0
        while at < len(lines):
            # Plain lines are taken together, up to the next that is not.
            end = plain.index(False, at)
            taken.skip(end - at)
            begin = at + max(0, min(last - number, end - at))
            numbers += range(number + 1 + begin - at, number + 1 + end - at)
            found += lines[begin:end]
            number += end - at
            at = end
            if at < len(lines):
                number += 1
                taken.skip(1)
                reading = reading_at(lines[at], taken, dialect)
                at += len(reading.lines)
                row = row_of(number, reading, dialect, rows.encoding)
                if row is not None and number > last and _is_stated(row):
                    others.append(row)
        yield _batch(numbers, found, others, dialect.delimiter, dialect.quote, width)


def _is_stated(row: Row) -> bool:
    return row.problem is not None or any(map(str.strip, map(text_of, row.cells)))


def _are_plain(lines: Sequence[Line], delimiter: str, quote: str, width: int) -> list[bool]:
    texts = [line.text for line in lines]
    try:
        series = pl.Series("line", texts, pl.String)
    except UnicodeEncodeError:
        # A byte that is no text; NUL makes its line one that is not plain.
        series = pl.Series("line", ["\0" if UNDECODABLE.search(text) else text for text in texts], pl.String)
    line = pl.col("line")
    is_even = line.str.count_matches(delimiter, literal=True) == width - 1
    if quote:
        mark, part = re.escape(quote), re.escape(delimiter)
        cell = rf"(?:{mark}(?:[^{mark}]|{mark}{mark})*{mark}|[^{mark}{part}]*)"
        has_marks = line.str.contains(quote, literal=True)
        is_even = (
            pl.when(has_marks).then(line.str.contains(rf"^{cell}(?:{part}{cell}){{{width - 1}}}$")).otherwise(is_even)
        )
    is_seen = ~line.str.contains(_UNSEEN)
    is_short = line.str.len_bytes() < _LONGEST
    plain: list[bool] = series.to_frame().select(is_even & is_seen & is_short).to_series().to_list()
    return [each and not line.is_cut for each, line in zip(plain, lines, strict=True)]


def _batch(
    numbers: list[int], lines: Sequence[Line], others: Sequence[Row], delimiter: str, quote: str, width: int
) -> Batch:
    frame = _parted(numbers, lines, delimiter, quote, width)
    names = [str(index) for index in range(width)]
    frame = frame.filter(pl.any_horizontal(pl.col(names).str.strip_chars() != ""))
    if others:
        blank = ("",) * width
        cells = [
            blank if row.problem else (*map(text_of, row.cells[:width]), *blank[len(row.cells) :]) for row in others
        ]
        rows = [(row.number, row.line, *each) for row, each in zip(others, cells, strict=True)]
        frame = pl.concat([frame, pl.DataFrame(rows, frame.schema, orient="row")]).sort(NUMBER)
    frame = frame.with_row_index(AT).select(NUMBER, LINE, pl.col(AT).cast(pl.Int64), *names)
    places = dict(zip(frame[NUMBER].to_list(), frame[AT].to_list(), strict=True)) if others else {}
    return Batch(frame, {places[row.number]: row for row in others})


def _parted(numbers: list[int], lines: Sequence[Line], delimiter: str, quote: str, width: int) -> pl.DataFrame:
    texts = [line.text for line in lines]
    names = [str(index) for index in range(width)]
    where = [pl.Series(NUMBER, numbers, pl.Int64), pl.Series(LINE, [line.number for line in lines], pl.Int64)]
    if quote and any(quote in text for text in texts):
        rows = csv.reader(texts, delimiter=delimiter, quotechar=quote, strict=True)
        columns = list(zip(*rows, strict=True)) or [()] * width
        cells = [pl.Series(name, column, pl.String) for name, column in zip(names, columns, strict=True)]
        return pl.DataFrame([*where, *cells])
    parts = pl.Series("line", texts, pl.String).str.split_exact(delimiter, width - 1)
    return pl.DataFrame(where).hstack(parts.struct.rename_fields(names).struct.unnest())
