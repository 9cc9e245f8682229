r"""Running text made readable for a machine: one kind of space, no hyphens that only a typesetter sees.

>>> prose = Prose("12\xa0000  kr, mål\xadgruppen")
>>> prose.plain, prose.span(0, 9)
('12 000 kr, målgruppen', (0, 10))
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from esfmodel.text._patterns import lower

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_BLANKS = (
    " \t\x1f\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\N{EN QUAD}-\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}"
    "\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
)
_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_ACCENTS = "\N{COMBINING DIAERESIS}\N{COMBINING RING ABOVE}\N{COMBINING ACUTE ACCENT}"

_UNREADABLE = re.compile(rf"[{_BREAKS}{_BLANKS}{_UNSEEN}]{{2,}}|[^\S \n]|[{_UNSEEN}]|[AOaoEe][{_ACCENTS}]")
_BROKEN_WORD = re.compile(rf"{_SOFT_HYPHEN}[{_BLANKS}]*(?:\r\n|[{_BREAKS}])[{_BLANKS}]*")
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")


class Prose:
    """Text as it was given, and the same made readable.

    In `plain` every run of spaces is one space; one with a line break in it is a line break, and one with more is two.
    Soft hyphens and signs without width are left out, and letters written in two signs (a and its dots) are one. `low`
    is `plain` in small letters, sign for sign.
    """

    __slots__ = ("_changed", "_given", "_starts", "low", "plain")

    def __init__(self, text: str) -> None:
        """Take the text; the time is proportional to its length."""
        # Piece by piece: where it starts in the readable text and in the given one, and whether it was changed.
        self._starts: list[int] = []
        self._given: list[int] = []
        self._changed: list[bool] = []
        plain: list[str] = []
        length = at = 0
        for match in _UNREADABLE.finditer(text):
            readable = _readable(match[0])
            for piece, given, changed in ((text[at : match.start()], at, False), (readable, match.start(), True)):
                self._add(length, given, changed=changed)
                plain.append(piece)
                length += len(piece)
            at = match.end()
        self._add(length, at, changed=False)
        plain.append(text[at:])
        self.plain = "".join(plain)
        self.low = lower(self.plain)

    def _add(self, start: int, given: int, *, changed: bool) -> None:
        self._starts.append(start)
        self._given.append(given)
        self._changed.append(changed)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Say where in the given text stands what is in `plain` from `start` up to `end`, which is further on."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        begins = self._given[first] + (0 if self._changed[first] else start - self._starts[first])
        if self._changed[last]:
            return begins, self._given[last + 1]
        return begins, self._given[last] + end - self._starts[last]


def _readable(unreadable: str) -> str:
    seen = _UNSEEN_SIGN.sub("", _BROKEN_WORD.sub("", unreadable))
    if not seen or not seen.isspace():
        return unicodedata.normalize("NFC", seen)
    breaks = len(_BREAK.findall(seen))
    return " " if breaks == 0 else "\n" * min(breaks, 2)
