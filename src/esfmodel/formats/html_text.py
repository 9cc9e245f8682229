r"""Parts of a text in HTML: its tags and the texts between them, and the plain text that a browser shows.

`html.parser` is not used because hostile text makes it quadratic in some of the Python versions that the library
supports.

>>> text_of_html("<p>Kurser f&ouml;r <b>unga</b>.</p><ul><li>V&auml;xj&ouml;</li></ul>")
'Kurser för unga.\nVäxjö'
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is unclosed reaches to the end of the text.
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s{0,9}>|\Z)", re.IGNORECASE | re.DOTALL)
# A quoted attribute may hold ">". No part passes a "<" and none gives back what it took: the time is linear.
_TAG = re.compile(
    r"<(?:(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+)"
    r"(?:(?P<rest>(?:(?>[^<>\"']|\"[^\"<]*+\"|'[^'<]*+'))*+)>|[^<>]*+>)|[!?][^<>]*+>)"
)
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
    }
    | {"span", "strong", "sub", "sup", "time", "u", "wbr"}
)
"""The tags within a line; the others end one."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_GAP = re.compile(r"(?<=[0-9])(?:\s{2,}|[\t\n\v\f])(?=[0-9])")
_FOOTNOTE = re.compile(r"(?:[0-9]{1,2}|[a-z]|\*{1,3})\)?")

_MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|[ou]l|blockquote|section|t(?:able|r|d)|a|b|em|font|i|span|strong|su[bp]|u)\b[^<>]{0,999}>"
    r"|&(?:[A-Za-z]{2,8}|#[0-9]{1,6}|#[Xx][0-9A-Fa-f]{1,5});",
    re.IGNORECASE,
)
_MOST_TIMES = 2


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it ends an element, and its attributes as they are written."""

    name: str
    is_end: bool
    attributes: str


def tags_and_texts(text: str) -> Iterator[tuple[Tag | None, str, int]]:
    """Yield each tag, and each text between tags, with its line."""
    seen = _UNSEEN.sub(lambda found: "\n" * found[0].count("\n"), text)
    at, line = 0, 1
    for found in _TAG.finditer(seen):
        if at < found.start():
            said = seen[at : found.start()]
            yield None, _unescaped(said), line
            line += said.count("\n")
        if found["name"] is not None:
            yield Tag(found["name"].lower(), bool(found["end"]), found["rest"] or ""), "", line
        line += found[0].count("\n")
        at = found.end()
    if at < len(seen):
        yield None, _unescaped(seen[at:]), line


def _unescaped(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character number of more than 4300 digits
        return text


def text_of_html(text: str) -> str:
    r"""Return a text as a browser shows it if it has tags or entities of HTML, else unchanged.

    Each block is a line. Some registers escape their HTML once more, so that the tags come out as text: they are taken
    out too.

    >>> text_of_html("Mål:\n a < b & c"), text_of_html("&lt;p&gt;R&amp;amp;D&lt;/p&gt;")
    ('Mål:\n a < b & c', 'R&D')
    """
    for _ in range(_MOST_TIMES):
        if _MARKUP.search(text) is None:
            return text
        text = _shown(text)
    return text


def _shown(text: str) -> str:
    parts: list[str] = []
    is_line = False
    for tag, said, _ in tags_and_texts(text):
        if tag is None:
            # Line ends in the source of HTML are spaces; a text with entities alone has its own lines.
            parts.append(said)
        elif tag.name not in INLINE:
            is_line = True
            parts.append("\v")
    lines = "".join(parts).split("\v" if is_line else "\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def collapsed(text: str) -> str:
    r"""Return a text with white space collapsed. More than a space between two digits stays more, and never joins them.

    >>> collapsed(" EU-medel\t 12 000  kr"), collapsed("450  000")
    ('EU-medel 12 000 kr', '450  000')
    """
    return "  ".join(" ".join(part.split()) for part in _GAP.split(text))


class ShownText:
    """A line or a cell, put together from tags and texts.

    The mark of a footnote is left out, but told apart from the figure that it stands at.

    >>> line = ShownText()
    >>> for tag, said, _ in tags_and_texts("500<sup>1</sup> kr<br>i Norr<sup>2</sup>"):
    ...     line.add(tag, said)
    >>> line.text()
    '500 [1] kr i Norr'
    """

    def __init__(self) -> None:
        self._said: list[str] = []
        self._last = ""
        self._raised: tuple[int, str] | None = None

    def add(self, tag: Tag | None, said: str) -> None:
        """Add a text, or what a tag does to it."""
        if tag is None:
            self._said.append(said)
            self._last = said.rstrip()[-1:] or self._last
        elif tag.name not in INLINE:
            self._said.append("\v")
        elif tag.name == "sup":
            self._add_mark(tag)

    def _add_mark(self, tag: Tag) -> None:
        if not tag.is_end:
            self._raised = (len(self._said), self._last)
        elif self._raised is not None:
            (start, last), self._raised = self._raised, None
            mark = "".join(self._said[start:]).strip()
            if _FOOTNOTE.fullmatch(mark):
                # "500" with a raised 1 is no 5001; it may even be a power.
                self._said[start:] = [f" [{mark}]"] if last.isdigit() else []

    def text(self) -> str:
        """Return what was added, with white space collapsed."""
        return collapsed(_SPACE.sub(" ", "".join(self._said)))
