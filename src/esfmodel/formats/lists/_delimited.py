r"""Open lists in text with delimiters: find the encoding, the delimiter and the quotation marks.

>>> source = open_delimited(b'Projekt;Beviljat belopp\n"Rum; tak";450 000\n', name="lista.csv")
>>> source.form
'semicolons, UTF-8'
>>> [row.cells for row in source.sheets[0].rows()]
[('Projekt', 'Beviljat belopp'), ('Rum; tak', '450 000')]
"""

from __future__ import annotations

import os
import re
from collections import Counter
from itertools import dropwhile, islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import attrs

from esfmodel.errors import ReadError
from esfmodel.formats.cells.grid import Row, Sheet, Source, text_of
from esfmodel.formats.lists.decoding import Guess, check_text, guess_of, texts_of
from esfmodel.formats.lists.mapping import Mapping
from esfmodel.formats.lists.text_rows import (
    LONGEST_LINE,
    MOST_CELLS,
    Dialect,
    Line,
    TextRows,
    inner_cells,
    is_stated,
    is_whole,
    line_end_of,
    lines_in,
    readings_in,
)
from esfmodel.formats.reading import Problem
from esfmodel.values.files import Spool, parts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from esfmodel.formats.lists.decoding import Parts
    from esfmodel.formats.lists.text_rows import RowReading

    Knows: TypeAlias = Callable[[str], bool]
    """Whether a heading is one of the vocabulary."""

LARGEST_LIST = 2_000_000_000
"""The most bytes of a list: of a device without end no more are ever kept."""

_PART = 1 << 20
_NO_MAPPING = Mapping()


def open_delimited(
    source: str | os.PathLike[str] | Spool | bytes,
    mapping: Mapping = _NO_MAPPING,
    *,
    name: str | None = None,
    knows: Knows | None = None,
) -> Source:
    """Open a list in text with delimiters: a file, what a stream held, or bytes. `name` is what problems call it.

    The text is read in parts, once here and once for each time that its rows are gone through. `knows` tells whether a
    heading is known, which settles an encoding or a delimiter that the text itself leaves open. Raises `ReadError` for
    what cannot be read, is no text, has no columns, or may be in several encodings.
    """
    called = name if name is not None else os.fspath(source) if isinstance(source, (str, os.PathLike)) else "text"
    parts = _parts_of(source, called)
    guess = guess_of(parts, called, mapping.file.encoding)

    def texts() -> Iterator[str]:
        return texts_of(parts, guess.codec)

    end = line_end_of(next(texts()))
    sample = _sample(lines_in(texts(), end))
    if not is_stated(line.text.strip(_MARKS) for line in sample):
        raise ReadError("file.empty", source=called)
    if sample[0].is_cut:
        raise ReadError("list.line_too_long", source=called, line=sample[0].number, most=LONGEST_LINE)
    stated, sample = _stated_in_first_line(sample)
    dialect = _dialect_of(sample, mapping.file.delimiter or stated, mapping.file.quote, knows)
    if dialect is None:
        raise ReadError("list.no_delimiter", source=called, line=sample[0].number if sample else 1)
    start = 1 if stated is None else sample[0].number
    encoding = _NAMES.get(guess.codec, guess.codec)

    rows = TextRows(lambda: dropwhile(lambda line: line.number < start, lines_in(texts(), end)), dialect, encoding)

    problems = [
        *_encoding_problems(guess, called, list(islice(rows(), _MOST_ABOVE)), knows),
        *_control_characters(texts()),
    ]
    if dialect.in_quotes:
        problems.append(Problem("list.rows_in_quotes", line=sample[0].number))
    words = [_WORDS.get(dialect.delimiter, repr(dialect.delimiter)), encoding]
    words += ["whole rows in quotation marks"] if dialect.in_quotes else []
    return Source(called, ", ".join(words), (Sheet(None, rows),), tuple(problems))


def open_delimited_text(
    text: str, mapping: Mapping = _NO_MAPPING, *, name: str = "text", knows: Knows | None = None
) -> Source:
    """Open a list that is a text already, whatever encoding the mapping states, as `open_delimited` does."""
    plain = attrs.evolve(mapping, file=attrs.evolve(mapping.file, encoding="utf-8"))
    return open_delimited(text.encode(), plain, name=name, knows=knows)


_WORDS = {"\t": "tabs", ";": "semicolons", ",": "commas", "|": "bars"}
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}


def _parts_of(source: str | os.PathLike[str] | Spool | bytes, name: str) -> Parts:
    if isinstance(source, bytes):
        return lambda: (source[at : at + _PART] for at in range(0, len(source), _PART))
    if isinstance(source, Spool):
        # The function holds the spool, and with it the file.
        return lambda: parts_in(source.path)
    path = os.fspath(source)
    if os.path.isfile(path) or not os.path.exists(path) or os.path.isdir(path):
        return lambda: parts_in(path)
    with open(path, "rb") as stream:  # a pipe or a device, which is read once
        begun = stream.read(_PART)
        check_text(begun, name)  # before two gigabytes of a device are kept
        spool = Spool(stream, name, LARGEST_LIST, begun=begun)
    return lambda: parts_in(spool.path)


_SAMPLE_LINES = 1_000


def _sample(lines: Iterator[Line]) -> list[Line]:
    """Return the first lines of a text, few enough to be held several times."""
    found: list[Line] = []
    size = 0
    for line in islice(dropwhile(lambda line: not line.text.strip(), lines), _SAMPLE_LINES):
        found.append(line)
        size += len(line.text)
        if size > LONGEST_LINE:
            break
    return found


_STATED = re.compile(r'"?sep=(?P<delimiter>[^"])"?[;,\t]*', re.IGNORECASE)


def _stated_in_first_line(sample: list[Line]) -> tuple[str | None, list[Line]]:
    """Return the delimiter that a first line "sep=;" states for Excel, and the lines below, of which Excel counts."""
    found = _STATED.fullmatch(sample[0].text)
    return (found["delimiter"], sample[1:]) if found else (None, sample)


# --- The delimiter and the quotation marks

_DELIMITERS = ("\t", ";", "|", ",")
_MOST_ABOVE = 30


class _Score(NamedTuple):
    """How well a delimiter parts the first lines; the greater, the better."""

    headings: int
    is_first_full: bool
    is_regular: bool
    delimiters: int


def _dialect_of(sample: Sequence[Line], stated: str | None, quote: str | None, knows: Knows | None) -> Dialect | None:
    best: tuple[_Score, Dialect] | None = None
    for delimiter in _DELIMITERS if stated is None else (stated,):
        draft = Dialect(delimiter, '"' if quote is None else quote, _tail_of(sample, delimiter))
        scored = _scored(list(readings_in(sample, draft)), draft, knows)
        if scored is not None and (best is None or scored[0] > best[0]):
            best = scored
    return None if best is None else best[1]


def _tail_of(sample: Sequence[Line], delimiter: str) -> str:
    """Return the mark other than the delimiter that ends each line: some programs end the lines so."""
    texts = [line.text for line in sample if line.text.strip()]
    marks = {text[-1] for text in texts}
    mark = next(iter(marks)) if len(marks) == 1 and len(texts) > 1 else ""
    return mark if mark in _DELIMITERS and mark != delimiter else ""


def _scored(readings: Sequence[RowReading], draft: Dialect, knows: Knows | None) -> tuple[_Score, Dialect] | None:
    """Return the dialect with the width that most rows have, and how well it fits; None if it parts no cells."""
    outer = [reading for reading in readings if is_stated(reading.cells)]
    inner = [inner_cells(each.cells[0], draft) if len(each.cells) == 1 else each.cells for each in outer]
    rows = [each.cells for each in outer]
    width, full = _usual_width(rows)
    width_inside, full_inside = _usual_width(inner)
    # One row in quotation marks is a title.
    in_quotes = full_inside > full + 1
    if in_quotes:
        rows, width, full = inner, width_inside, full_inside
    if not any(_last_stated(row) > 1 for row in rows):
        return None
    known = max((sum(map(knows, row[:MOST_CELLS])) for row in rows[:_MOST_ABOVE]), default=0) if knows else 0
    first = next(row for row in rows if len(row) > 1)
    # Titles above the table and notes below it have no say.
    places = [place for place, row in enumerate(rows) if len(row) == width]
    is_regular = 2 * full > places[-1] - places[0]
    score = _Score(known, len(first) == width, is_regular, full * (width - 1))
    whole = draft._replace(width=width)
    encloses = in_quotes or any(_encloses(reading, whole) for reading in outer)
    return score, whole._replace(encloses=encloses, in_quotes=in_quotes)


def _usual_width(rows: Iterable[Sequence[str]]) -> tuple[int, int]:
    """Return how many cells most rows have that are parted, the larger of two such numbers, and how many rows do."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))


def _last_stated(row: Sequence[str]) -> int:
    """Return the number of the last cell that holds more than marks: a mark at the end of lines only parts no cells."""
    return max((number for number, cell in enumerate(row, 1) if cell.strip(_MARKS)), default=0)


_MARKS = "".join(_DELIMITERS) + " "


def _encloses(reading: RowReading, dialect: Dialect) -> bool:
    """Return whether a row needs its quotation marks: they enclose a delimiter or a line end."""
    if len(reading.cells) != dialect.width or reading.is_unpaired or not is_whole(reading, dialect):
        return False
    return any(dialect.delimiter in cell or "\n" in cell for cell in reading.cells)


def looks_delimited(sample: str) -> bool:
    r"""Return whether a text has rows of cells: the same number of delimiters in most of its first lines.

    Two columns may as well be labels and values, and commas with a space behind them those of sentences.

    >>> looks_delimited("Namn;Start;Slut\nRum;2024;2025\n"), looks_delimited("Namn: Rum\nStart: 2024\n")
    (True, False)
    """
    lines = list(islice(lines_in([sample], line_end_of(sample)), _LINES_LOOKED_AT))
    if not lines:
        return False
    stated, lines = _stated_in_first_line(lines)
    for delimiter in _DELIMITERS if stated is None else (stated,):
        draft = Dialect(delimiter, tail=_tail_of(lines, delimiter))
        readings = list(readings_in(lines, draft))
        scored = _scored(readings, draft, None)
        if scored is not None and _is_table(*scored, readings):
            return True
    return False


_LINES_LOOKED_AT = 50
_FEWEST_COLUMNS = 3


def _is_table(score: _Score, dialect: Dialect, readings: Sequence[RowReading]) -> bool:
    columns, delimiter = dialect.width, dialect.delimiter
    # A cell may have several lines, and so a row more lines than one.
    stated = sum(is_stated(reading.cells) for reading in readings)
    full = score.delimiters // (columns - 1)
    if columns < _FEWEST_COLUMNS or full < 2 or 2 * full < stated:
        return False
    if delimiter == "|":  # the lines of a table in Markdown begin with a bar
        texts = [line.text for reading in readings for line in reading.lines if delimiter in line.text]
        return 2 * sum(text.startswith(delimiter) for text in texts) < len(texts)
    # The commas within a cell, such as those between the names of municipalities, part no cells.
    rows = (inner_cells(each.cells[0], dialect) if dialect.in_quotes else each.cells for each in readings)
    parted = [cell for row in rows for cell in row[1:]]
    return delimiter != "," or 2 * sum(cell[:1].isspace() for cell in parted) < len(parted)


# --- What is told of the whole text


def _encoding_problems(guess: Guess, name: str, rows: Sequence[Row], knows: Knows | None) -> Iterator[Problem]:
    """Yield what is uncertain in an encoding. Raises `ReadError` where another is likelier, or no heading is known."""
    headings = [text_of(cell) for row in rows if row.problem is None for cell in row.cells]
    known = [heading for heading in headings if knows is not None and knows(heading)]
    if not (guess.equal or guess.better) or not all(map(str.isascii, known)):
        return  # a known heading with letters that only the right encoding has
    if guess.better or (knows is not None and not known):
        raise ReadError("list.unknown_encoding", source=name, candidates=guess.better or (guess.codec, *guess.equal))
    yield Problem("list.encoding_assumed", encoding=guess.codec, others=guess.equal)


_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def _control_characters(texts: Iterable[str]) -> Iterator[Problem]:
    """Yield one problem for all characters that do not print; a row with NUL, which no text holds, is one by itself."""
    count = 0
    first: tuple[int, str] | None = None
    line = 1
    for text in texts:
        found = _CONTROL.findall(text)
        if found and first is None:
            first = line + text.count("\n", 0, text.index(found[0])), found[0]
        count += len(found)
        line += text.count("\n")
    if first is not None:
        yield Problem("list.control_characters", "", first[1], line=first[0], count=count)
