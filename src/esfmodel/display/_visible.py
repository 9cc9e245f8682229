r"""Text that somebody else wrote, made safe to print: nothing in it moves the cursor, hides or turns what stands there.

>>> print(visible("Kompetens\x1b[2J"))
Kompetens\x1b[2J
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")


def visible(text: str) -> str:
    r"""Write as an escape what would not be seen: control characters, marks of direction, half characters.

    Line ends stay, because they are how a text is laid out.

    >>> print(visible("Framtidskraft\x07 \N{RIGHT-TO-LEFT OVERRIDE}"))
    Framtidskraft\x07 \u202e
    """
    return "".join(character if _is_seen(character) else _escaped(character) for character in text)


def one_line(text: str) -> str:
    """Give a name as it stands in a cell or a heading: on one line, nothing hidden in it; no-break spaces stay."""
    return visible(" ".join(part for part in _SPACES.split(text) if part))


def _is_seen(character: str) -> bool:
    return character == "\n" or character.isprintable() or unicodedata.category(character) == "Zs"


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
