r"""The text of a page that tells of a project: what a browser shows of a saved page, and any other text as it is.

Of a page in HTML the main part is kept: menus, the head and the foot of the site, forms and what stands beside are left
out. Paragraphs have an empty line between them and items a bullet. A row of a table is a line.

>>> print(page_text("<nav>Hem</nav><h1>Gröna rum</h1><ul><li>Sala</li><li>Heby</li></ul><footer>Kontakt</footer>"))
Gröna rum
<BLANKLINE>
• Sala
• Heby
>>> page_text("<table><tr><th>Ägare</th><td>Sala kommun</td></tr><tr><th>År</th><th>Del</th><th>Kr</th></tr></table>")
'Ägare: Sala kommun\nÅr | Del | Kr'
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.html_text import INLINE, ShownText, Tag, tags_and_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_IS_HTML = re.compile(
    r"<(?:!doctype\s{1,9}html|html|body|main|article)\b|</(?:p|div|h[1-6]|ul|ol|dl|table|section)\s{0,9}>",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\brole\s{0,9}=\s{0,9}[\"']?(?P<role>[a-z]{1,20})\b", re.IGNORECASE)

_MAIN = "main"
_FORM = "form"
_HEADER = "header"
_BLOCKS_BESIDE = frozenset({"nav", _HEADER, "footer", "aside", _FORM, "dialog"})
_BESIDE = _BLOCKS_BESIDE | {
    *("button", "select", "textarea", "noscript", "template", "svg", "iframe", "object", "audio", "video", "canvas")
}
_ROLES_BESIDE = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu"}
)
_WITH_HEADERS = ("article", "section", _MAIN)
"""The elements whose own header is a part of the text."""
_WATCHED = _BESIDE | {"div", "ul", *_WITH_HEADERS}
"""The elements whose ends are looked for: those beside the text, and those that may have a role or a header."""


def is_html(text: str) -> bool:
    """Whether a text is a page in HTML, or a part of one, or a page that a browser saved with its pictures (MHTML).

    >>> is_html("<p>Gröna rum</p>"), is_html("Barn < 18 år > och <b>unga</b>")
    (True, False)
    """
    return _is_mhtml(text) or _IS_HTML.search(text) is not None


def page_text(text: str) -> str:
    """Return what a browser shows of the main part of a page in HTML; any other text unchanged."""
    if not is_html(text):
        return text
    if _is_mhtml(text):
        text = _html_of(text)
    outline = _Outline(text)
    # Some pages have an empty main part, which scripts fill.
    lines = _shown(text, outline, outline.main) or _shown(text, outline, ())
    if any(found in " ".join(lines.split()) for found in outline.headings):
        return lines
    # The head of the site may have a heading with the name of the site, and another with that of the page.
    title = outline.title
    first = next((found for found in outline.headings if title.startswith(found)), title)
    return "\n\n".join(filter(None, (first, lines)))


def _shown(text: str, outline: _Outline, main: Sequence[_Span]) -> str:
    left_out, kept = _Within(outline.beside), _Within(main)
    lines = _Lines()
    for index, (tag, said, _) in enumerate(tags_and_texts(text)):
        is_kept = kept.holds(index) if main else True
        if left_out.holds(index) or not is_kept or index in outline.titles:
            if tag is not None and tag.name in _BLOCKS_BESIDE:
                lines.end_line()
            continue
        lines.add(tag, said)
    return lines.text()


# --- Pages that were saved with their pictures, in the form of a letter

_HEAD = 2_000
_BOUNDARY = re.compile(r"\bboundary=\"?(?P<boundary>[^\"\s;]{1,100})", re.IGNORECASE)
_CHARSET = re.compile(r"\bcharset=\"?(?:iso-8859-1|windows-1252)\b", re.IGNORECASE)


def _is_mhtml(text: str) -> bool:
    head = text[:_HEAD].casefold()
    return "mime-version:" in head and "multipart/related" in head


def _html_of(text: str) -> str:
    """Return the first part in HTML of a page in MHTML; empty if it has none."""
    lines = text.replace("\r\n", "\n")
    boundary = _BOUNDARY.search(lines, 0, _HEAD)
    for part in lines.split(f"\n--{boundary['boundary']}")[1:] if boundary is not None else ():
        head, _, body = part.partition("\n\n")
        if "text/html" not in head.casefold():
            continue
        data = body.encode("utf-8", "replace")
        if "quoted-printable" in head.casefold():
            data = quopri.decodestring(data)
        elif "base64" in head.casefold():
            with suppress(binascii.Error):
                data = binascii.a2b_base64(data)
        return data.decode("cp1252" if _CHARSET.search(head) else "utf-8", "replace").replace("\0", "")
    return ""


# --- Which parts of the page are its own


class _Span(NamedTuple):
    """An element from one tag up to another, as `tags_and_texts` counts tags and texts."""

    start: int
    end: int


class _Open(NamedTuple):
    """An element that is not closed yet, and whether it stands within one whose own header it may be."""

    name: str
    start: int
    role: str
    is_within_text: bool


_MOST_HEADINGS = 9


class _Outline:
    """The title of a page, its headings of the first rank, its main part, and what stands beside."""

    def __init__(self, text: str) -> None:
        self.main: list[_Span] = []
        self.beside: list[_Span] = []
        self.headings: list[str] = []
        self.title = ""
        self.titles: set[int] = set()
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._last_heading = -1
        self._heading: ShownText | None = None
        self._title: ShownText | None = None
        last = 0
        for index, (tag, said, _) in enumerate(tags_and_texts(text)):
            last = index
            if self._heading is not None:
                self._heading.add(tag, said)
            if tag is None:
                if self._title is not None:
                    self._title.add(None, said)
                    self.titles.add(index)
            elif tag.name in {"title", "h1"}:
                self._take_heading(tag, index)
            elif tag.name in _WATCHED:
                self._take(tag, index)
        # What is never closed stands beside nothing: all that follows it would be left out.
        self.main += (_Span(each.start, last) for each in self._open if _is_main(each))

    def _take_heading(self, tag: Tag, index: int) -> None:
        said = None if tag.is_end else ShownText()
        if tag.name == "h1":
            if self._heading is not None and len(self.headings) < _MOST_HEADINGS and (text := self._heading.text()):
                self.headings.append(text)
            self._heading, self._last_heading = said, index
        else:
            if self._title is not None:
                # A drawing may have a title too; that of the page comes first.
                self.title = self.title or self._title.text()
            self._title = said

    def _take(self, tag: Tag, index: int) -> None:
        if not tag.is_end:
            role = _ROLE.search(tag.attributes)
            is_within_text = any(self._names[name] for name in _WITH_HEADERS)
            self._open.append(_Open(tag.name, index, "" if role is None else role["role"].lower(), is_within_text))
            self._names[tag.name] += 1
            return
        while self._names[tag.name]:
            closed = self._open.pop()
            self._names[closed.name] -= 1
            if _is_main(closed):
                self.main.append(_Span(closed.start, index))
            elif self._is_beside(closed):
                self.beside.append(_Span(closed.start, index))
            if closed.name == tag.name:
                return

    def _is_beside(self, closed: _Open) -> bool:
        if closed.name == _FORM and closed.start < self._last_heading:
            # Some systems have the whole page within a form.
            return False
        is_own_header = closed.name == _HEADER and closed.is_within_text
        return closed.role in _ROLES_BESIDE or (closed.name in _BESIDE and not is_own_header)


def _is_main(element: _Open) -> bool:
    return _MAIN in {element.name, element.role}


class _Within:
    """Whether tags and texts, asked for in their order, stand within some elements."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._spans = sorted(spans, reverse=True)
        self._end = -1

    def holds(self, index: int) -> bool:
        while self._spans and self._spans[-1].start <= index:
            self._end = max(self._end, self._spans.pop().end)
        return index <= self._end


# --- Lines

_BULLET = "• "
_BETWEEN_CELLS = " | "
_LONGEST_LABEL = 60


class _Row(NamedTuple):
    """A row that is not ended: the number of its first line, and the lines at which its cells begin."""

    first: int
    cells: list[int]
    is_table: bool
    headings: int = 0


class _Lines:
    """The lines of a page, put together from tags and texts."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._gaps: list[str] = []
        self._line = ShownText()
        self._gap = ""
        self._mark = ""
        self._row: _Row | None = None
        self._last_row = -1

    def add(self, tag: Tag | None, said: str) -> None:
        """Add a text, or what a tag does to the lines."""
        if tag is None or tag.name in INLINE:
            self._line.add(tag, said)
            return
        # Two in a row part paragraphs.
        self.end_line("\n" if tag.name == "br" and self._line.text() else "\n\n")
        if tag.name in {"tr", "dl", "table"} or (tag.name == "dt" and not tag.is_end):
            self._end_row()
        if tag.is_end:
            return
        if tag.name == "li":
            self._mark = _BULLET
        elif tag.name in {"tr", "dt"}:
            self._row = _Row(len(self._lines), [], tag.name == "tr")
        if tag.name in {"td", "th", "dt", "dd"} and self._row is not None:
            self._row.cells.append(len(self._lines))
            if tag.name == "th":
                self._row = self._row._replace(headings=self._row.headings + 1)

    def end_line(self, gap: str = "\n\n") -> None:
        """End the line; what follows stands below it after the gap, or after a wider one if there is one already."""
        text = self._line.text()
        if text:
            is_next = bool(self._mark and self._lines) and self._lines[-1].startswith(_BULLET)
            self._gaps.append("\n" if is_next else self._gap)
            self._lines.append(self._mark + text)
            self._line, self._gap, self._mark = ShownText(), gap, ""
        self._gap = max(self._gap, gap)

    def _end_row(self) -> None:
        """Make one line of a row, unless a cell has several: some old pages are one large table."""
        row, self._row = self._row, None
        if row is None or any(end - start > 1 for start, end in pairwise((*row.cells, len(self._lines)))):
            return
        cells = [self._lines[start] if start < end else "" for start, end in pairwise((*row.cells, len(self._lines)))]
        if len(cells) == 2 and row.headings < 2 and len(cells[0]) <= _LONGEST_LABEL:
            # A label without a value is left out: what stands below it would be taken for its value.
            line = f"{cells[0].rstrip(':')}: {cells[1]}" if all(cells) else cells[1]
        elif row.is_table:
            line = _BETWEEN_CELLS.join(filter(None, cells))
        else:
            return
        if not line:
            del self._lines[row.first :], self._gaps[row.first :]
        else:
            gap = "\n" if self._last_row == row.first - 1 else self._gaps[row.first]
            self._lines[row.first :], self._gaps[row.first :] = [line], [gap]
            self._last_row = row.first

    def text(self) -> str:
        """Return the lines with the gaps between them."""
        self.end_line()
        self._end_row()
        return "".join(part for pair in zip(self._gaps, self._lines, strict=True) for part in pair).lstrip("\n")
