"""Lengths of time as people write them, read strictly: the whole text is so many months, or it says why not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.text._durations import MONTHS_A_YEAR
from esfmodel.text._number_reading import checked_text, may_be_thousands, number_pattern, read_number
from esfmodel.text._number_words import number_word_pattern, read_number_word
from esfmodel.text._refusals import ambiguous, refused
from esfmodel.text._spaces import ordinary_spaces
from esfmodel.values.dates import MOST_MONTHS

if TYPE_CHECKING:
    from esfmodel.text._language import Language

_LONGEST_TEXT = 100
_HALF_A_YEAR = 6


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words, months, years = number_word_pattern(language), _any_of(language.month_units), _any_of(language.year_units)
    number = rf"(?:{number_pattern(language)} ?|(?P<word>{words}) )"
    rest = rf"(?: {language.conjunctions['and']}|,)? (?P<more>[0-9]{{1,3}}|{words}) ?{months}"
    return re.compile(rf"{number}(?:(?P<months>{months})|(?P<half>{language.half_read} )?{years}(?:{rest})?)")


def _any_of(units: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, units))})"


def parse_duration(text: str, language: Language) -> int:
    """Read a length of time in months or years, in figures or words."""
    given = ordinary_spaces(checked_text(text, "duration", _LONGEST_TEXT)).casefold()
    if (length := language.lengths_read.get(given)) is not None:
        return length
    found = _pattern(language).fullmatch(given)
    if found is None or (found["half"] and found["more"]):
        raise refused("duration", text, language) or InvalidValue(
            "duration", text, "is not one length in months or years", _how_to_write(language)
        )
    digits, decimals = _quantity(text, found["number"], found["word"], language)
    months: int
    months, rest = divmod(digits * (1 if found["months"] else MONTHS_A_YEAR), 10**decimals)
    if rest or (decimals and (found["half"] or found["more"])):
        raise InvalidValue("duration", text, "is not a whole number of months", "round it first")
    months += _HALF_A_YEAR if found["half"] else 0
    months += _whole(found["more"], language) if found["more"] else 0
    if not 1 <= months <= MOST_MONTHS:
        wrong = "is no time at all" if months == 0 else "is longer than the calendar"
        raise InvalidValue("duration", text, wrong, "give 1 month or more, up to 9999 years")
    return months


def _quantity(text: str, number: str | None, word: str | None, language: Language) -> tuple[int, int]:
    if number is None:
        return _whole(word or "", language), 0
    if may_be_thousands(number) and language.decimal in number:
        raise ambiguous("duration", text, number, language)
    return read_number(number, language)


def _whole(number: str, language: Language) -> int:
    """Read what the pattern has matched as a whole number in figures or as a word."""
    read = read_number_word(number, language)
    return int(number) if read is None else read


def _how_to_write(language: Language) -> str:
    return f'write it as "16 {language.month_words[1]}" or "3 {language.year_words[1]}"'
