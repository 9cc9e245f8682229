"""Days as they are written: `1 oktober 2024` and, short, `2024-10-01`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.text._styles import chosen
from esfmodel.values._dates import Date, as_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language

DateStyle: TypeAlias = Literal["long", "short"]
"""How a day is written: with the name of its month, or as in ISO 8601."""


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
    return f"{day.day} {language.months[day.month - 1]} {day.year:04}"


def _short_date(day: Date, _language: Language) -> str:
    return day.isoformat()


_STYLES: Mapping[str, Callable[[Date, Language], str]] = MappingProxyType({"long": long_date, "short": _short_date})
