"""Shares as they are written, in per cent or as a quotient."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.text._bounds import write_bounds
from esfmodel.text._language import MINUS, SPACE
from esfmodel.text._numbers import Toward, Written, first_digit, rounded, without_zeros, write_number
from esfmodel.text._qualifiers import qualifying
from esfmodel.text._styles import chosen
from esfmodel.values.bounds import Bounds
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language
    from esfmodel.values.bounds import RateLike

RateStyle: TypeAlias = Literal["percent", "exact", "words"]
"""How a share is written: to at most two decimals, without loss, or with the word for per cent."""

_DECIMALS = 2


def format_rate(
    rate: RateLike | None, style: str | None, language: Language, *, qualifier: str | None = None, dash: bool = True
) -> str:
    """Write a share, exact or known within bounds, in the language."""
    write = chosen(style, _STYLES, default="percent")
    word = qualifying(qualifier, rate, language)
    if rate is None:
        return language.not_stated
    if isinstance(rate, Rate):
        written = write(rate, language, Toward.NEAREST).text
        return f"{word} {written}" if word else written
    if isinstance(rate, Bounds) and isinstance(rate.low or rate.high, Rate):
        return write_bounds(rate, write, language, word=word, dash=dash)
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
    word = language.percent_word.replace(" ", SPACE)
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
