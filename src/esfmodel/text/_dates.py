"""Days as they are written: `1 oktober 2024` and, short, `2024-10-01`; also the month, quarter or year they lie in.

A date is not to be divided between two lines, so no-break spaces hold its parts together.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.text._language import SPACE
from esfmodel.text._styles import chosen
from esfmodel.values.dates import Date, as_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language

DateStyle: TypeAlias = Literal["long", "short", "words", "month", "quarter", "short_quarter", "year"]
"""How a day is written: with the name of its month, as in ISO 8601, as in running text, or by what it lies in."""


def format_date(day: datetime.date | None, style: str | None, language: Language) -> str:
    """Write a day in the language."""
    write = chosen(style, _STYLES, default="long")
    if day is None:
        return language.not_stated
    if isinstance(day, str):
        raise TypeError("date must be a date or None, not str; read text with parse_date")
    return write(as_date(day, "date"), language)


def long_date(day: Date, language: Language) -> str:
    """Write a day with the name of its month."""
    return f"{day.day}{SPACE}{month_and_year(day, language)}"


def month_and_year(day: Date, language: Language) -> str:
    """Write the month that a day lies in."""
    return f"{language.months[day.month - 1]}{SPACE}{day.year:04}"


def day_in_text(day: str, language: Language) -> str:
    """Write a day that is already written as running text has it, with an article where the language uses one."""
    return language.day_in_text.format(day=day)


def _short_date(day: Date, _language: Language) -> str:
    return day.isoformat()


def _in_words(day: Date, language: Language) -> str:
    return day_in_text(long_date(day, language), language)


def _quarter(day: Date, language: Language) -> str:
    ordinal = language.ordinals[(day.month - 1) // 3]
    return language.quarter.format(ordinal=ordinal, year=f"{day.year:04}").replace(" ", SPACE)


def _short_quarter(day: Date, language: Language) -> str:
    number = (day.month + 2) // 3
    return language.quarter_short.format(number=number, year=f"{day.year:04}").replace(" ", SPACE)


def _year(day: Date, _language: Language) -> str:
    return f"{day.year:04}"


_STYLES: Mapping[str, Callable[[Date, Language], str]] = MappingProxyType(
    {
        "long": long_date,
        "short": _short_date,
        "words": _in_words,
        "month": month_and_year,
        "quarter": _quarter,
        "short_quarter": _short_quarter,
        "year": _year,
    }
)
