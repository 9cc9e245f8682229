"""Periods as they are written: as finely as they were stated, and what both ends share only once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.text._dates import long_date
from esfmodel.text._language import DASH
from esfmodel.text._styles import chosen
from esfmodel.values._period_text import written
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language
    from esfmodel.values._dates import Date

PeriodStyle: TypeAlias = Literal["long", "short"]
"""How a period is written: with the names of its months, or with days and months as in ISO 8601."""


def format_period(period: Period | OpenPeriod | None, style: str | None, language: Language) -> str:
    """Write a period, or one with an open end, in the language."""
    write = chosen(style, _STYLES, default="long")
    if period is None:
        return language.not_stated
    if not isinstance(period, (Period, OpenPeriod)):
        raise TypeError(f"period must be Period, OpenPeriod or None, not {type(period).__name__}")
    return write(period, language)


def _long(period: Period | OpenPeriod, language: Language) -> str:
    if isinstance(period, OpenPeriod):
        ends = ((language.starting, period.start), (language.ending, period.end))
        [only] = [words.format(day=long_date(day, language)) for words, day in ends if day is not None]
        return only
    if period.precision == "year":
        return _joined(written(period.start, "year"), written(period.end, "year"))
    start, end = (_month(end, language) for end in (period.start, period.end))
    same_year = period.start.year == period.end.year
    if period.precision == "day":
        same_month = start == end
        start, end = (long_date(end, language) for end in (period.start, period.end))
        if same_month and start != end:
            return _joined(str(period.start.day), end)
    return _joined(start.rpartition(" ")[0], end) if same_year and start != end else _joined(start, end)


def _short(period: Period | OpenPeriod, _language: Language) -> str:
    if isinstance(period, OpenPeriod):
        return DASH.join("" if end is None else end.isoformat() for end in (period.start, period.end))
    return _joined(*(written(end, period.precision) for end in (period.start, period.end)))


def _month(day: Date, language: Language) -> str:
    return f"{language.months[day.month - 1]} {day.year:04}"


def _joined(start: str, end: str) -> str:
    return start if start == end else f"{start}{DASH}{end}"


_STYLES: Mapping[str, Callable[[Period | OpenPeriod, Language], str]] = MappingProxyType(
    {"long": _long, "short": _short}
)
