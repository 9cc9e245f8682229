"""Numbers written as words: "två miljoner kronor", "forty per cent".

A language says its own words up to a hundred, in `Language.number_words`; larger numbers are a scale with one of them
before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esfmodel.text._language import Language


def read_number_word(word: str, language: Language) -> int | None:
    """Give the whole number that one word means, in capitals or small letters; None when it means none.

    >>> from esfmodel.text._swedish import SWEDISH
    >>> read_number_word("Tre", SWEDISH), read_number_word("tjugofem", SWEDISH), read_number_word("några", SWEDISH)
    (3, 25, None)
    """
    return language.number_words.get(word.casefold())


@cache
def number_word_pattern(language: Language) -> str:
    """Give the regular expression of one number word in small letters, the longest first; it captures nothing."""
    longest_first = sorted(language.number_words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
