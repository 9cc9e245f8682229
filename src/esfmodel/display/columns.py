"""Lay out plain text: aligned columns, wrapped lines and reports, with control characters made visible.

Widths are in terminal cells: a letter takes one, a Chinese character two, a combining mark none.

>>> print(write_table([[("Namn", "Summa")], [("Ånge kommun", "5 kr"), ("Region Dalarna", "120 kr")]], right={1}))
Namn             Summa
----------------------
Ånge kommun       5 kr
Region Dalarna  120 kr
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, TypeAlias

from esfmodel.errors import escaped
from esfmodel.rules.report import CODE_WIDTH, Paragraph, Report, paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

Section: TypeAlias = "Sequence[Sequence[str]]"
"""Rows of a table that belong together."""

_GAP = "  "
# Letters below U+0300 take one cell each, but for the soft hyphen: so nearly all text needs no look at each.
_ONE_CELL_EACH = re.compile(r"[\x00-\xac\xae-\u02ff]*")
# Not the space between thousands: what an error tells to write, or quotes, has ordinary spaces there.
_BETWEEN_WORDS = re.compile(r"(?<![0-9]) | (?![0-9]{3}(?![0-9]))")
_GROUP_SPACES = str.maketrans("", "", " \N{NO-BREAK SPACE}")
_WIDEST = 46
_LONGEST_WORD = 24


def width_of(text: str) -> int:
    """Return the number of terminal cells that a text takes."""
    return len(text) if _ONE_CELL_EACH.fullmatch(text) else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells, at ordinary spaces but for those between thousands.

    A word that is longer is broken at its other spaces, or else cut. A number stands on the line of what it counts.

    >>> wrapped("Region Jämtland Härjedalen", 15), wrapped("Högst 36 månader", 10)
    (['Region Jämtland', 'Härjedalen'], ['Högst', '36 månader'])
    """
    lines: list[str] = []
    line = last = ""
    for piece in (piece for word in _BETWEEN_WORDS.split(text) for piece in _cut(word, width)):
        longer = f"{line} {piece}" if line else piece
        if line and width_of(longer) > width:
            before, counted = line[: -len(f" {last}")], f"{last} {piece}"
            is_number = last.lstrip("”“").translate(_GROUP_SPACES).isdecimal()
            if before and is_number and piece[:1].isalpha() and width_of(counted) <= width:
                line, piece = before, counted
            lines.append(line)
            line = piece
        else:
            line = longer
        last = piece
    return [*lines, line]


def _cut(word: str, width: int) -> Iterator[str]:
    start = used = 0
    for place, character in enumerate(word):
        used += _cells(character)
        if used > width and place > start:
            # Where the piece is broken: after its last space, or else before what does not fit.
            space = max(word.rfind(each, start + 1, place + 1) for each in " \N{NO-BREAK SPACE}")
            yield word[start : place if space < 0 else space]
            start = place if space < 0 else space + 1
            used = width_of(word[start : place + 1])
    yield word[start:]


def write_table(
    sections: Sequence[Section], *, right: Collection[int] = (), widest: int = _WIDEST, width: int | None = None
) -> str:
    """Return rows in aligned columns, with a rule between sections; the columns in `right` are right-aligned.

    The first section has the headings. A cell of the first column that is wider than `widest` is wrapped, with its
    leading spaces on every line. No line is wider than `width`: first the headings of amounts are wrapped, then texts,
    then amounts, all at ordinary spaces. A table that is still too wide is turned, with a line for each cell.

    >>> sections = [[("Namn", "Egen insats")], [("Region Dalarna", "5 kr"), ("Ånge", "120 kr")]]
    >>> print(write_table(sections, right={1}, width=16))
    Namn       Egen
             insats
    ---------------
    Region     5 kr
    Dalarna
    Ånge     120 kr
    """
    columns = list(zip(*(row for section in sections for row in section), strict=True))
    widths = [max(map(width_of, column)) for column in columns]
    widths[0] = min(widths[0], widest)
    if width is not None:
        least = [
            max(_longest_word(cell, len(cell) if at in right else _LONGEST_WORD) for cell in column)
            for at, column in enumerate(columns)
        ]
        body = [max((width_of(row[at]) for row in chain(*sections[1:])), default=0) for at in range(len(columns))]
        amounts = [max(least[at], body[at]) if at in right else widths[at] for at in range(len(columns))]
        texts = [amounts[at] if at in right else least[at] for at in range(len(columns))]
        for narrowest in (amounts, texts, least):
            widths = _narrowed(widths, narrowest, width)
        if _line_width(widths) > width:
            return _turned(sections, width)
    # What is wrapped may leave a column wider than its longest line.
    wraps = [[line for cell in column for line in _wrap_cell(cell, widths[at])] for at, column in enumerate(columns)]
    widths = [max(map(width_of, lines)) for lines in wraps]
    rule = "-" * _line_width(widths)
    return f"\n{rule}\n".join(
        "\n".join(line for row in section for line in _lines(row, widths, right)) for section in sections if section
    )


def _line_width(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _longest_word(cell: str, most: int) -> int:
    """Return how narrow a cell may become; a word of more than `most` may be cut, which no amount is."""
    text = cell.lstrip(" ")
    return len(cell) - len(text) + min(max(map(width_of, text.split(" "))), most)


def _narrowed(widths: Sequence[int], narrowest: Sequence[int], width: int) -> list[int]:
    """Return widths that fit a line, the widest made narrower first, or all as narrow as they may be."""
    found = list(widths)
    while _line_width(found) > width:
        free = [at for at, each in enumerate(found) if each > narrowest[at]]
        if not free:
            break
        found[max(free, key=lambda at: found[at])] -= 1
    return found


def _turned(sections: Sequence[Section], width: int) -> str:
    """Return a table as its rows below each other: the first cell, then each other that is not empty by its heading."""
    head, *body = sections
    _, *headings = (" ".join(filter(None, cells)) for cells in zip(*head, strict=True))
    label = min(max(map(width_of, headings)), width // 2)
    texts: list[str] = []
    for name, *cells in chain(*body):
        lines = _wrap_cell(name, width)
        indent = " " * (len(name) - len(name.lstrip(" ")) + len(_GAP))
        for heading, cell in zip(headings, cells, strict=True):
            if cell:
                value = max(width - len(indent) - label - len(_GAP), 1)
                lines += [f"{indent}{line}" for line in _lines((heading, cell), (label, value), ())]
        texts.append("\n".join(lines))
    return "\n".join(texts)


def _wrap_cell(cell: str, widest: int) -> list[str]:
    indent = cell[: len(cell) - len(cell.lstrip(" "))]
    return [indent + line for line in wrapped(cell.lstrip(" "), max(widest - len(indent), 1))]


def _lines(row: Sequence[str], widths: Sequence[int], right: Collection[int]) -> Iterator[str]:
    cells = [_wrap_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        padded = [
            f"{' ' * (width - width_of(cell))}{cell}" if column in right else f"{cell}{' ' * (width - width_of(cell))}"
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield _GAP.join(padded).rstrip(" ")


# --- Text from a source, made safe to print

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")


def visible(text: str) -> str:
    r"""Return text with invisible characters as escapes: control characters, marks of direction, lone surrogates.

    They could move the cursor, or hide or reorder what is shown. Line ends stay.

    >>> print(visible("Framtidskraft\x07 \N{RIGHT-TO-LEFT OVERRIDE}"))
    Framtidskraft\x07 \u202e
    """
    if text.isprintable():
        return text
    return "".join(character if character == "\n" else escaped(character) for character in text)


def one_line(text: str) -> str:
    """Return a text on one line with single spaces, as `visible` shows it; no-break spaces stay."""
    return visible(" ".join(part for part in _SPACES.split(text) if part))


# --- Reports

_WIDTH = 100


def report_text(report: Report, language: str = "sv", *, verbose: bool = False, width: int = _WIDTH) -> str:
    """Return a report for people: `Report.text`, wrapped at `width` terminal cells and safe to print.

    First come what was found and the numbers of rules by outcome; then the findings, the most severe first, each with
    its place in the project and its legal basis; then in a line what could not be judged. It never says that a project
    is in order, because a rule that was not judged has approved nothing. `verbose` adds what became of each rule.

    >>> from esfmodel import Project, validate
    >>> print(report_text(validate(Project("Framtidskraft"), rules=())))
    Granskning av Framtidskraft
    Inga regler har prövats.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report must be Report, not {type(report).__name__}")
    return "\n".join(
        line for paragraph in paragraphs(report, language, verbose=verbose) for line in laid_out(paragraph, width)
    )


def laid_out(paragraph: Paragraph, width: int) -> Iterator[str]:
    """Yield the wrapped lines of a paragraph: the first with its code, the others indented below it."""
    code = paragraph.code
    width -= paragraph.indent + (0 if code is None else max(CODE_WIDTH, len(code) + 1))
    for line in wrapped(one_line(paragraph.text), width):
        yield str(Paragraph(line, code, paragraph.indent))
        code = code and ""
