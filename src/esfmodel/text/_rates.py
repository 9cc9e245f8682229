"""Shares in per cent, out and in."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text._bounds import write_bounds
from esfmodel.text._language import MINUS, SPACE
from esfmodel.text._number_reading import MINUS_READ, checked_text, number_pattern, read_number, refused
from esfmodel.text._numbers import Toward, Written, first_digit, rounded, without_zeros, write_number
from esfmodel.text._spaces import SPACES, ordinary_spaces
from esfmodel.text._styles import chosen
from esfmodel.values.bounds import Bounds
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language
    from esfmodel.values.bounds import RateLike

RateStyle: TypeAlias = Literal["percent", "exact", "words"]
"""How a share is written: to at most two decimals, without loss, or with the word for per cent."""

_LONGEST = 1_000
_DECIMALS = 2


def format_rate(rate: RateLike | None, style: str | None, language: Language) -> str:
    """Write a share, exact or known within bounds, in the language."""
    write = chosen(style, _STYLES, default="percent")
    if rate is None:
        return language.not_stated
    if isinstance(rate, Rate):
        return write(rate, language, Toward.NEAREST).text
    if isinstance(rate, Bounds) and isinstance(rate.low or rate.high, Rate):
        return write_bounds(rate, write, language)
    raise TypeError(f"rate must be Rate, Bounds of Rate or None, not {type(rate).__name__}")


def _percent_number(rate: Rate, language: Language, toward: Toward) -> str:
    """Round half up to at most two decimals; more only where that would make it nothing, 0, or everything, 100.

    Then the first digit is shown of what it is more than nothing, or less than everything.
    """
    numerator, denominator = 100 * rate.fraction.numerator, rate.fraction.denominator
    decimals = _DECIMALS
    scaled = rounded(numerator * 10**decimals, denominator, toward)
    for extreme in (0, 100):
        gap = numerator - extreme * denominator
        if gap and scaled == extreme * 10**_DECIMALS:
            decimals = first_digit(gap, denominator)
            scaled = rounded(numerator * 10**decimals, denominator, toward)
    return write_number(*without_zeros(scaled, decimals), language)


def _shortly(rate: Rate, language: Language, toward: Toward) -> Written:
    return Written("", _percent_number(rate, language, toward), language.percent, "%")


def _in_words(rate: Rate, language: Language, toward: Toward) -> Written:
    word = language.percent_words[0].replace(" ", SPACE)
    return Written("", _percent_number(rate, language, toward), f"{SPACE}{word}", "%")


def _exactly(rate: Rate, language: Language, _toward: Toward) -> Written:
    percent = rate.percent
    if percent is None:
        top, bottom = rate.fraction.numerator, rate.fraction.denominator
        return Written("", f"{MINUS if top < 0 else ''}{abs(top)}/{bottom}", "", "")
    plain = f"{percent:f}"
    _, _, part = plain.partition(".")
    return Written("", write_number(int(plain.replace(".", "")), len(part), language), language.percent, "%")


_STYLES: Mapping[str, Callable[[Rate, Language, Toward], Written]] = MappingProxyType(
    {"percent": _shortly, "exact": _exactly, "words": _in_words}
)


@cache
def _percent_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, language.percent_words)).replace(r"\ ", f"[{SPACES}]")
    return re.compile(
        rf"(?P<minus>[{MINUS_READ}]?){number_pattern(language)}(?P<unit>[{SPACES}]?(?:%|{words}))?", re.IGNORECASE
    )


_QUOTIENT = re.compile(rf"([{MINUS_READ}]?)(0|[1-9][0-9]*)/(0|[1-9][0-9]*)")


def parse_rate(text: str, language: Language) -> Rate:
    """Read one share: per cent with its sign or word, or a quotient of two whole numbers."""
    given = checked_text(text, "rate", _LONGEST)
    if found := _percent_pattern(language).fullmatch(given):
        digits, decimals = read_number(found["number"], language)
        share = Fraction(-digits if found["minus"] else digits, 10**decimals)
        if found["unit"] is None:
            raise _bare(given, digits, decimals, language)
        return _rate(share / 100, text)
    if quotient := _QUOTIENT.fullmatch(given):
        top, bottom = int(quotient[2]), int(quotient[3])
        if bottom == 0:
            raise InvalidValue("rate", text, "divides by zero", "give a share of something")
        return _rate(Fraction(-top if quotient[1] else top, bottom), text)
    example = ordinary_spaces(f'"15{language.decimal}5{language.percent}"')
    raise refused("rate", text, language) or InvalidValue(
        "rate", text, "is not one share", f'write it as {example} or as a quotient, "12/29"'
    )


def _rate(share: Fraction, text: str) -> Rate:
    try:
        return Rate(share)
    except InvalidValue as too_long:
        raise InvalidValue("rate", text, too_long.wrong, too_long.advice) from None


def _bare(text: str, digits: int, decimals: int, language: Language) -> InvalidValue:
    as_percent = write_number(digits, decimals, language)
    as_share = write_number(digits * 10 ** max(2 - decimals, 0), max(decimals - 2, 0), language)
    readings = ordinary_spaces(f"{as_percent}{language.percent} or {as_share}{language.percent}")
    return InvalidValue("rate", text, f"may mean {readings}", "write the per cent sign")
