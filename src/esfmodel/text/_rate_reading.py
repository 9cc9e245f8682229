"""Shares as people write them, read strictly: the whole text is one share, or it says why not."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from math import gcd
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.text._number_reading import MINUS_READ, checked_text, number_pattern, read_number
from esfmodel.text._number_words import read_worded, worded_pattern
from esfmodel.text._numbers import write_number
from esfmodel.text._refusals import refused
from esfmodel.text._spaces import SPACES, ordinary_spaces
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from esfmodel.text._language import Language

_LONGEST = 1_000


@cache
def _percent_pattern(language: Language) -> re.Pattern[str]:
    unit = _share_words(language).replace(" ", f"[{SPACES}]")
    return re.compile(
        rf"(?P<minus>[{MINUS_READ}]?){number_pattern(language)}(?:[{SPACES}]?(?P<unit>{unit}))?", re.IGNORECASE
    )


@cache
def _in_words(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{worded_pattern(language)} (?P<unit>{_share_words(language)})", re.IGNORECASE)


def _share_words(language: Language) -> str:
    words = (word for word in language.shares_read if word not in language.only_in_prose)
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))).replace(r"\ ", " ")


_QUOTIENT = re.compile(rf"([{MINUS_READ}]?)(0|[1-9][0-9]*)[{SPACES}]?/[{SPACES}]?(0|[1-9][0-9]*)")


def parse_rate(text: str, language: Language) -> Rate:
    """Read one share: per cent with its sign or word, or a quotient of two whole numbers."""
    given = checked_text(text, "rate", _LONGEST)
    if found := _percent_pattern(language).fullmatch(given):
        digits, decimals = read_number(found["number"], language)
        share = Fraction(-digits if found["minus"] else digits, 10**decimals)
        if found["unit"] is None:
            raise _bare(given, digits, decimals, language)
        return _rate(share * _worth(found["unit"], language), text)
    if words := _in_words(language).fullmatch(ordinary_spaces(given)):
        digits, decimals = read_worded(words, language)
        return Rate(Fraction(digits, 10**decimals) * _worth(words["unit"], language))
    if quotient := _QUOTIENT.fullmatch(given):
        top, bottom = int(quotient[2]), int(quotient[3])
        if bottom == 0:
            raise InvalidValue("rate", text, "divides by zero", "give a share of something")
        if top + bottom == 100 and gcd(top, bottom) > 1:
            raise _two_parts(text, top, bottom, language)
        return _rate(Fraction(-top if quotient[1] else top, bottom), text)
    if ordinary_spaces(given).casefold().endswith(language.percentage_points):
        raise InvalidValue("rate", text, "is a difference between two shares, and no share", "keep it in a note")
    example = ordinary_spaces(f'"15{language.decimal}5{language.percent}"')
    raise refused("rate", text, language) or InvalidValue(
        "rate", text, "is not one share", f'write it as {example} or as a quotient, "12/29"'
    )


def _worth(unit: str, language: Language) -> Fraction:
    return language.shares_read[ordinary_spaces(unit).casefold()]


def _rate(share: Fraction, text: str) -> Rate:
    try:
        return Rate(share)
    except InvalidValue as too_long:
        raise InvalidValue("rate", text, too_long.wrong, too_long.advice) from None


def _two_parts(text: str, top: int, bottom: int, language: Language) -> InvalidValue:
    """Say that "50/50" is rather two halves than the quotient 1."""
    parts = ordinary_spaces(f"{top}{language.percent} and {bottom}{language.percent}")
    wrong = f"may mean {top} divided by {bottom}, or the parts {parts}"
    return InvalidValue("rate", text, wrong, "write one share with the per cent sign")


def _bare(text: str, digits: int, decimals: int, language: Language) -> InvalidValue:
    as_percent = write_number(digits, decimals, language)
    as_share = write_number(digits * 10 ** max(2 - decimals, 0), max(decimals - 2, 0), language)
    readings = ordinary_spaces(f"{as_percent}{language.percent} or {as_share}{language.percent}")
    return InvalidValue("rate", text, f"may mean {readings}", "write the per cent sign")
