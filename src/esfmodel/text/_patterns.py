"""How words are looked for in running text: as regular expressions, in small letters, across the ends of lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK = "[ \n]"
"""What parts two words of readable text."""

WORD_ENDS = r"(?![^\W_])"
"""Where neither a letter nor a digit follows."""


def any_of(words: Iterable[str]) -> str:
    """Give the regular expression of one of the words, the longest first; a space may be a line break."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(BLANK.join(map(re.escape, word.split(' '))) for word in longest_first)})"


def lower(text: str) -> str:
    """Write in lower case, sign for sign, so that each stays where it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower()[:1] for sign in text)
