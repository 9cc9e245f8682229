r"""A notation for patterns that can be read: a space is any blank between two words.

>>> pattern("får (?:stöd|medel)").search("Projektet får\nstöd") is not None
True
"""

from __future__ import annotations

import re

from esfmodel.text.words.hedges import BLANK, any_of

_PARTS = re.compile(r"\\.|\[(?:\\.|[^\]])*\]| ", re.DOTALL)


def one_of(words: str) -> str:
    """Return the regular expression of one of the words; commas stand between them."""
    return any_of(word.strip() for word in words.replace("\n", " ").split(","))


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern in which a space stands for a space or a line break, except in a class of characters."""
    return re.compile(_PARTS.sub(lambda found: BLANK if found[0] == " " else found[0], text), flags)
