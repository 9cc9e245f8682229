"""Periods as they are written: as finely as they were stated, and what both ends share only once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.text._dates import day_in_text, long_date, month_and_year
from esfmodel.text._language import DASH, SPACE
from esfmodel.text._styles import chosen
from esfmodel.values.period import OpenPeriod, Period, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language
    from esfmodel.values.dates import Date

PeriodStyle: TypeAlias = Literal["long", "short", "words"]
"""How a period is written: with the names of its months, as in ISO 8601, or in words where others have a dash."""


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
        return _open(period, language, lambda day: long_date(day, language))
    return _joined(*_ends(period, language))


def _short(period: Period | OpenPeriod, _language: Language) -> str:
    if isinstance(period, OpenPeriod):
        return DASH.join("" if end is None else end.isoformat() for end in (period.start, period.end))
    return _joined(*(written(end, period.precision) for end in (period.start, period.end)))


def _in_words(period: Period | OpenPeriod, language: Language) -> str:
    if isinstance(period, OpenPeriod):
        return _open(period, language, lambda day: day_in_text(long_date(day, language), language))
    start, end = _ends(period, language)
    if period.precision == "day":
        start, end = day_in_text(start, language), day_in_text(end, language)
    return start if start == end else language.from_to.format(start=start, end=end)


def _open(period: OpenPeriod, language: Language, write: Callable[[Date], str]) -> str:
    ends = ((language.starting, period.start), (language.ending, period.end))
    [only] = [words.format(day=write(day)) for words, day in ends if day is not None]
    return only


def _ends(period: Period, language: Language) -> tuple[str, str]:
    """Write both ends, the first without the month and the year that it shares with the other."""
    if period.precision == "year":
        return written(period.start, "year"), written(period.end, "year")
    start, end = (month_and_year(day, language) for day in (period.start, period.end))
    if period.precision == "day":
        same_month = start == end
        start, end = (long_date(day, language) for day in (period.start, period.end))
        if same_month and start != end:
            return str(period.start.day), end
    same_year = period.start.year == period.end.year
    return (start.rpartition(SPACE)[0], end) if same_year and start != end else (start, end)


def _joined(start: str, end: str) -> str:
    return start if start == end else f"{start}{DASH}{end}"


_STYLES: Mapping[str, Callable[[Period | OpenPeriod, Language], str]] = MappingProxyType(
    {"long": _long, "short": _short, "words": _in_words}
)
