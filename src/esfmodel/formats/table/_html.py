"""Read the tables of a piece of HTML, and the text around them.

The text is read as browsers read it: tags may be unclosed and tables nested.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.formats.html_text import INLINE, ShownText, Tag, tags_and_texts

if TYPE_CHECKING:
    from collections.abc import Callable

_SPAN = re.compile(r"\b(?P<way>col|row)span\s{0,9}=\s{0,9}[\"']?\s{0,9}(?P<number>[0-9]{1,9})", re.IGNORECASE)
_IS_HTML = re.compile(r"<(?:table|tr)[\s>]", re.IGNORECASE)


class HtmlRow(NamedTuple):
    """A row of a table, or a line of text outside tables; `is_heading` if all its cells are headings."""

    number: int
    cells: tuple[str, ...]
    is_heading: bool = False


class HtmlPart(NamedTuple):
    """A table with its rows, or one line of text outside tables."""

    is_table: bool
    rows: list[HtmlRow]


def is_html(text: str) -> bool:
    """Whether a text has the tag of a table or of its row."""
    return _IS_HTML.search(text) is not None


def plain_text(text: str) -> str:
    """Return a text without tags and entities.

    >>> plain_text("<b>360&nbsp;000</b><br/>kr"), plain_text("Norr<sup>1</sup>"), plain_text("500<sup>1</sup>")
    ('360 000 kr', 'Norr', '500 [1]')
    """
    words = ShownText()
    for tag, said, _ in tags_and_texts(text):
        words.add(tag, said)
    return words.text()


def html_parts(text: str, is_figure: Callable[[str], bool]) -> list[HtmlPart]:
    """Return the tables of a text and the lines outside them, in the order in which they begin.

    A cell that spans columns stands in the first of them, a heading in each. A cell that spans rows stands in each if
    it is no figure: a figure is never repeated.
    """
    reader = _Reader(is_figure, len(text))
    for tag, said, line in tags_and_texts(text):
        if tag is None:
            reader.add_text(said, line)
        else:
            reader.add_tag(tag, line)
    return reader.finished()


@attrs.define
class _Cell:
    is_heading: bool
    columns: int
    rows: int
    words: ShownText = attrs.field(factory=ShownText)


@attrs.define
class _Table:
    rows: list[HtmlRow]
    row: list[_Cell] | None = None
    line: int = 0
    cell: _Cell | None = None
    # By column, what reaches down from a row above: for how many rows yet, and the text.
    from_above: dict[int, tuple[int, str]] = attrs.field(factory=dict[int, tuple[int, str]])


class _Reader:
    """Reads tags and texts one after the other; `_open` are the tables that are not closed, the innermost last."""

    def __init__(self, is_figure: Callable[[str], bool], most_spanned: int) -> None:
        self._is_figure = is_figure
        # Spans never add more cells than the text has characters, so that memory stays linear.
        self._most_spanned = most_spanned
        self._open: list[_Table] = []
        self._parts: list[HtmlPart] = []
        self._outside = ShownText()
        self._outside_line = 0

    def add_text(self, said: str, line: int) -> None:
        cell = self._open[-1].cell if self._open else None
        if cell is not None:
            cell.words.add(None, said)
        elif said.strip():
            self._outside_line = self._outside_line or line + said[: -len(said.lstrip())].count("\n")
            self._outside.add(None, said)

    def add_tag(self, tag: Tag, line: int) -> None:
        table = self._open[-1] if self._open else None
        cell = table.cell if table is not None else None
        if tag.name == "table":
            if tag.is_end:
                self._close_table()
            else:
                self._open_table()
        elif tag.name in {"tr", "thead", "tbody", "tfoot"}:
            self._begin_row(tag, line)
        elif tag.name in {"td", "th"}:
            self._begin_cell(tag, line)
        elif cell is not None:
            cell.words.add(tag, "")
        elif tag.name in INLINE:
            self._outside.add(tag, "")
        else:
            self._end_outside()

    def finished(self) -> list[HtmlPart]:
        while self._open:
            self._close_table()
        self._end_outside()
        return self._parts

    def _open_table(self) -> _Table:
        self._end_outside()
        table = _Table([])
        self._open.append(table)
        self._parts.append(HtmlPart(True, table.rows))
        return table

    def _close_table(self) -> None:
        self._end_outside()
        if self._open:
            self._end_row(self._open.pop())

    def _begin_row(self, tag: Tag, line: int) -> None:
        self._end_outside()
        table = self._open[-1] if self._open else self._open_table()
        self._end_row(table)
        if tag.name == "tr" and not tag.is_end:
            table.row, table.line = [], line

    def _begin_cell(self, tag: Tag, line: int) -> None:
        self._end_outside()
        table = self._open[-1] if self._open else self._open_table()
        table.cell = None
        if tag.is_end:
            return
        if table.row is None:
            table.row, table.line = [], line
        spans = {found["way"].lower(): max(int(found["number"]), 1) for found in _SPAN.finditer(tag.attributes)}
        table.cell = _Cell(tag.name == "th", spans.get("col", 1), spans.get("row", 1))
        table.row.append(table.cell)

    def _end_row(self, table: _Table) -> None:
        row, table.row, table.cell = table.row, None, None
        if not row:
            return
        is_heading = all(cell.is_heading for cell in row)
        cells: list[str] = []
        self._add_from_above(table, cells)
        for cell in row:
            text = cell.words.text()
            for number in range(cell.columns):
                said = text if number == 0 or is_heading else ""
                if number and not self._may_span():
                    break
                if cell.rows > 1:
                    table.from_above[len(cells)] = (cell.rows - 1, "" if self._is_figure(said) else said)
                cells.append(said)
            self._add_from_above(table, cells)
        if any(cells):
            table.rows.append(HtmlRow(table.line, tuple(cells), is_heading))

    def _add_from_above(self, table: _Table, cells: list[str]) -> None:
        while (found := table.from_above.pop(len(cells), None)) is not None and self._may_span():
            rows, text = found
            if rows > 1:
                table.from_above[len(cells)] = (rows - 1, text)
            cells.append(text)

    def _may_span(self) -> bool:
        self._most_spanned -= 1
        return self._most_spanned >= 0

    def _end_outside(self) -> None:
        text = self._outside.text()
        if text:
            part = HtmlPart(False, [HtmlRow(self._outside_line, (text,))])
            # The caption of a table stands within it.
            is_caption = bool(self._open) and self._parts[-1].rows is self._open[-1].rows and not self._open[-1].rows
            self._parts.insert(len(self._parts) - is_caption, part)
            self._outside, self._outside_line = ShownText(), 0
