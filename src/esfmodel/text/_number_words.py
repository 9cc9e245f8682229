"""Numbers written as words: "två miljoner kronor", "forty per cent".

A language says its own words up to a hundred, in `Language.number_words`; larger numbers are a scale with one of them
before it.
"""

from __future__ import annotations

import re
from fractions import Fraction
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


@cache
def worded_pattern(language: Language) -> str:
    """Return the regular expression of a number in words, also with a part or decimals, for `read_worded`."""
    word, parts = number_word_pattern(language), "|".join(language.parts)
    part = language.part_of_one.format(part=f"(?P<part>{parts})")
    added = language.added_part.format(whole=f"(?P<whole>{word})", part=f"(?P<added>{parts})")
    decimal = f"(?P<ones>{word}) {language.decimal_word} (?P<decimals>{word})"
    mixed = "|".join(language.mixed_numbers)
    return (
        rf"(?:{part}|{added}|{decimal}|(?P<many>{word}) {language.hundred}(?!\w)"
        rf"|(?P<mixed>{mixed or '(?!)'})(?!\w)|(?P<word>{word}))"
    )


def read_worded(match: re.Match[str], language: Language) -> tuple[int, int]:
    """Read what `worded_pattern` has matched: the digits as a whole number, and how many of them are decimals."""
    said = {name: word.casefold() for name, word in match.groupdict().items() if word is not None}
    numbers = {
        name: language.number_words[said[name]]
        for name in ("whole", "ones", "decimals", "many", "word")
        if name in said
    }
    if "ones" in said:
        decimals = str(numbers["decimals"])
        return int(f"{numbers['ones']}{decimals}"), len(decimals)
    number = Fraction(numbers.get("whole", numbers.get("word", 100 * numbers.get("many", 0))))
    for name, parts in (("part", language.parts), ("added", language.parts), ("mixed", language.mixed_numbers)):
        number += parts[said[name]] if name in said else 0
    # Halves and quarters are the only parts.
    return int(100 * number), 2
