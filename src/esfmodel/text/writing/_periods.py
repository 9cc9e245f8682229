"""Writing periods ("maj–juni 2019"), days ("1 oktober 2024") and durations ("16 månader")."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text.words.language import DASH, SPACE
from esfmodel.text.writing.numbers import choose, spelled, write_number
from esfmodel.values.dates import MOST_MONTHS, Date, as_date, as_months
from esfmodel.values.period import OpenPeriod, Period, written

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from esfmodel.text.words.language import Language

PeriodStyle: TypeAlias = Literal["long", "short", "words"]
"""How a period is written: with the names of its months, as in ISO 8601, or with words instead of a dash."""


def format_period(period: Period | OpenPeriod | None, style: str | None, language: Language) -> str:
    """Write a period, also one with an open end."""
    write = choose(style, _PERIOD_STYLES, default="long")
    if period is None:
        return language.not_stated
    if not isinstance(period, (Period, OpenPeriod)):
        raise TypeError(f"period must be Period, OpenPeriod or None, not {type(period).__name__}")
    return write(period, language)


def _period_long(period: Period | OpenPeriod, language: Language) -> str:
    if isinstance(period, OpenPeriod):
        return _open_period(period, language, lambda day: long_date(day, language))
    return _joined(*_ends(period, language))


def _period_short(period: Period | OpenPeriod, _language: Language) -> str:
    if isinstance(period, OpenPeriod):
        return DASH.join("" if end is None else end.isoformat() for end in (period.start, period.end))
    return _joined(*(written(end, period.precision) for end in (period.start, period.end)))


def _period_in_words(period: Period | OpenPeriod, language: Language) -> str:
    if isinstance(period, OpenPeriod):
        return _open_period(period, language, lambda day: day_in_text(long_date(day, language), language))
    start, end = _ends(period, language)
    if period.precision == "day":
        start, end = day_in_text(start, language), day_in_text(end, language)
    return start if start == end else language.from_to.format(start=start, end=end)


def _open_period(period: OpenPeriod, language: Language, write: Callable[[Date], str]) -> str:
    ends = ((language.starting, period.start), (language.ending, period.end))
    [only] = [words.format(day=write(day)) for words, day in ends if day is not None]
    return only


def _ends(period: Period, language: Language) -> tuple[str, str]:
    """Return both ends as text, the first without the month and year that it shares with the last."""
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


_PERIOD_STYLES: Mapping[str, Callable[[Period | OpenPeriod, Language], str]] = MappingProxyType(
    {"long": _period_long, "short": _period_short, "words": _period_in_words}
)


# --- Days
#
# No-break spaces keep a date on one line.

DateStyle: TypeAlias = Literal["long", "short", "words", "month", "quarter", "short_quarter", "year"]
"""How a day is written: with the name of its month, as in ISO 8601, as in running text, or coarser than a day."""


def format_date(day: datetime.date | None, style: str | None, language: Language) -> str:
    """Write a day."""
    write = choose(style, _DATE_STYLES, default="long")
    if day is None:
        return language.not_stated
    if isinstance(day, str):
        raise TypeError("date must be a date or None, not str; read text with parse_date")
    return write(as_date(day, "date"), language)


def long_date(day: Date, language: Language) -> str:
    """Write a day with the name of its month."""
    return f"{day.day}{SPACE}{month_and_year(day, language)}"


def month_and_year(day: Date, language: Language) -> str:
    """Write the month of a day, with its year."""
    return f"{language.months[day.month - 1]}{SPACE}{day.year:04}"


def day_in_text(day: str, language: Language) -> str:
    """Add the article that running text has before a written day, where the language has one: "den 1 oktober"."""
    return language.day_in_text.format(day=day)


def _date_short(day: Date, _language: Language) -> str:
    return day.isoformat()


def _date_in_words(day: Date, language: Language) -> str:
    return day_in_text(long_date(day, language), language)


def _date_as_quarter(day: Date, language: Language) -> str:
    ordinal = language.ordinals[(day.month - 1) // 3]
    return language.quarter.format(ordinal=ordinal, year=f"{day.year:04}").replace(" ", SPACE)


def _date_as_short_quarter(day: Date, language: Language) -> str:
    number = (day.month + 2) // 3
    return language.quarter_short.format(number=number, year=f"{day.year:04}").replace(" ", SPACE)


def _date_as_year(day: Date, _language: Language) -> str:
    return f"{day.year:04}"


_DATE_STYLES: Mapping[str, Callable[[Date, Language], str]] = MappingProxyType(
    {
        "long": long_date,
        "short": _date_short,
        "words": _date_in_words,
        "month": month_and_year,
        "quarter": _date_as_quarter,
        "short_quarter": _date_as_short_quarter,
        "year": _date_as_year,
    }
)


# --- Durations
#
# Years are written where they come out even or at a half, else months, so that nothing is rounded.

DurationStyle: TypeAlias = Literal["years", "months", "words"]
"""How a duration is written: in years where they come out even or at a half, in months, or as in running text."""

MONTHS_A_YEAR = 12
_HALF_A_YEAR = 6


def format_duration(months: int | None, style: str | None, language: Language) -> str:
    """Write a number of months."""
    write = choose(style, _DURATION_STYLES, default="years")
    if months is None:
        return language.not_stated
    return write(_checked_months(months), language)


def _checked_months(months: object) -> int:
    """Return a length in months; raise `InvalidValue` for less than one, and for more than 9999 years."""
    number = as_months(months)
    if number > MOST_MONTHS:
        raise InvalidValue("duration.too_long", "months", number)
    return number


def _duration_in_months(months: int, language: Language) -> str:
    return f"{write_number(months, 0, language)}{SPACE}{language.month_words[months != 1]}"


def _duration_in_years(months: int, language: Language) -> str:
    halves, rest = divmod(months, _HALF_A_YEAR)
    if rest or halves == 1:
        return _duration_in_months(months, language)
    years, half = divmod(halves, 2)
    number = write_number(10 * years + 5, 1, language) if half else write_number(years, 0, language)
    return f"{number}{SPACE}{language.year_words[halves != 2]}"


def _duration_in_words(months: int, language: Language) -> str:
    years, rest = divmod(months, MONTHS_A_YEAR)
    if rest == _HALF_A_YEAR and years:
        one, _, _ = language.one_year.partition(" ")
        number = one if years == 1 else spelled(years, language)
        return _duration_in_years(months, language) if number is None else language.and_a_half.format(number=number)
    number = spelled(months if rest else years, language)
    if number:
        return f"{number} {(language.month_words if rest else language.year_words)[1]}"
    if months == 1:
        return language.one_month
    return language.one_year if months == MONTHS_A_YEAR else _duration_in_years(months, language)


_DURATION_STYLES: Mapping[str, Callable[[int, Language], str]] = MappingProxyType(
    {"years": _duration_in_years, "months": _duration_in_months, "words": _duration_in_words}
)
