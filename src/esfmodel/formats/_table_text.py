"""The text of a table as lines of cells: parted by tabs, semicolons or commas, with quotes where a cell needs them."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from esfmodel.errors import ReadError

LARGEST = 2_000_000
MOST_COLUMNS = 200
_DELIMITERS = "\t;,"
_PLACE = "table"


class Line(NamedTuple):
    """A line of a table: the number of its line in the text, and its cells without the space around them."""

    number: int
    cells: tuple[str, ...]


def lines_of(text: str) -> list[Line]:
    """Divide a text into lines of cells; the first is the heading, and empty lines are left out.

    Raises `ReadError` for a text that is empty or too large, has no second column or no rows, or has a quote that never
    ends.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    if len(text) > LARGEST:
        raise ReadError(_PLACE, None, f"has {len(text)} characters, and {LARGEST} is the most", "divide it")
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    heading = next((line for line in plain.splitlines() if line.strip()), "")
    delimiter = next((sign for sign in _DELIMITERS if sign in heading), None)
    if delimiter is None:
        wrong = "has no heading with two columns" if heading else "is empty"
        advice = "part the columns by tabs, semicolons or commas"
        if heading == plain.rstrip():
            advice += ", and give the text of a table, not the name of its file"
        raise ReadError(_PLACE, None, wrong, advice)
    lines = _lines(plain, delimiter)
    if len(lines) < 2:
        raise ReadError(_PLACE, None, "has a heading and no rows", "check that all of it was copied")
    if len(lines[0].cells) > MOST_COLUMNS:
        wrong = f"has {len(lines[0].cells)} columns, and {MOST_COLUMNS} is the most"
        raise ReadError(_PLACE, None, wrong, "leave out those that hold no money")
    return lines


def _lines(text: str, delimiter: str) -> list[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[Line] = []
    number = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append(Line(number, tuple(" ".join(cell.split()) for cell in cells)))
            number = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(
            f"{_PLACE}, line {number}", None, f"is no line of cells: {error}", "correct its quotes"
        ) from error
    return lines
