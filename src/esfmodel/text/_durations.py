"""Lengths of time in months, as they are written: `16 månader`, `3 år`, `2,5 år`.

Years are written where they come out even or at a half; other lengths are months, so nothing is ever rounded.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text._language import SPACE
from esfmodel.text._numbers import spelled, write_number
from esfmodel.text._styles import chosen
from esfmodel.values.dates import MOST_MONTHS, as_months

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language

DurationStyle: TypeAlias = Literal["years", "months", "words"]
"""How a duration is written: in years where they come out even or at a half, in months, or as in running text."""

MONTHS_A_YEAR = 12
_HALF_A_YEAR = 6


def format_duration(months: int | None, style: str | None, language: Language) -> str:
    """Write a number of months in the language."""
    write = chosen(style, _STYLES, default="years")
    if months is None:
        return language.not_stated
    return write(checked_months(months), language)


def checked_months(months: object) -> int:
    """Take a length in months that the calendar has room for."""
    number = as_months(months)
    if number > MOST_MONTHS:
        raise InvalidValue("months", number, "is more than the calendar has", f"give at most {MOST_MONTHS}")
    return number


def _in_months(months: int, language: Language) -> str:
    return f"{write_number(months, 0, language)}{SPACE}{language.month_words[months != 1]}"


def _in_years(months: int, language: Language) -> str:
    halves, rest = divmod(months, _HALF_A_YEAR)
    if rest or halves == 1:
        return _in_months(months, language)
    years, half = divmod(halves, 2)
    number = write_number(10 * years + 5, 1, language) if half else write_number(years, 0, language)
    return f"{number}{SPACE}{language.year_words[halves != 2]}"


def _in_words(months: int, language: Language) -> str:
    years, rest = divmod(months, MONTHS_A_YEAR)
    if rest == _HALF_A_YEAR and years:
        one, _, _ = language.one_year.partition(" ")
        number = one if years == 1 else spelled(years, language)
        return _in_years(months, language) if number is None else language.and_a_half.format(number=number)
    number = spelled(months if rest else years, language)
    if number:
        return f"{number} {(language.month_words if rest else language.year_words)[1]}"
    if months == 1:
        return language.one_month
    return language.one_year if months == MONTHS_A_YEAR else _in_years(months, language)


_STYLES: Mapping[str, Callable[[int, Language], str]] = MappingProxyType(
    {"years": _in_years, "months": _in_months, "words": _in_words}
)
