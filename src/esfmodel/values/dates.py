"""Calendar days without time or time zone, and counting in months.

A day is given as `datetime.date`, `pendulum.Date` or ISO 8601 text (`YYYY-MM-DD`, nothing shorter) and kept as
`pendulum.Date`, a subclass of `datetime.date`. Pendulum takes longer to import than the rest of the model, so it is
loaded with the first day: annotations that are read while the program runs say `dates.Date`.

>>> as_date("2024-10-01", "start")
Date(2024, 10, 1)
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.values.format import Labelled

if TYPE_CHECKING:
    from pendulum import Date

__all__ = [
    "ISO_DAY",
    "MONTHS_OF_A_YEAR",
    "MOST_MONTHS",
    "CalendarDay",
    "Date",
    "DateLike",
    "MonthEnd",
    "as_date",
    "as_month_end",
    "as_months",
    "calendar_date",
    "check_int",
    "day_after",
    "day_before",
    "days_in_month",
    "months_later",
    "triple",
    "whole_months",
]


_known: type[Date] | None = None
"""Pendulum's class of days, once it is loaded."""


def _date_class() -> type[Date]:
    global _known
    if _known is None:
        from pendulum import Date

        _known = Date
    return _known


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load `Date` when it is first asked for."""
        if name == "Date":
            return globals().setdefault(name, _date_class())
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)


DateLike: TypeAlias = datetime.date | str
"""What is accepted as a day: a date (not a datetime) or its ISO text."""

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
"""A day as ISO 8601 writes it."""

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days in a month.

    >>> days_in_month(2024, 2)
    29
    """
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS_IN_MONTH[month - 1]


def calendar_date(year: int, month: int, day: int, *, place: str, given: str) -> Date:
    """Return the day; raise `InvalidValue` for the year 0000, a month outside 1 to 12 or a day the month lacks.

    `given` is the value that the error shows.
    """
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise InvalidValue("date.year", place, given, year=f"{year:04}")
    if not 1 <= month <= 12:
        raise InvalidValue("date.month", place, given, month=f"{month:02}")
    days = days_in_month(year, month)
    if not 1 <= day <= days:
        raise InvalidValue("date.no_such_day", place, given, month=f"{year:04}-{month:02}", days=days)
    return _date_class()(year, month, day)


def as_date(value: object, place: str) -> Date:
    """Convert a date or its ISO text to a day; `place` names the field in the error.

    Raises `TypeError` for a datetime and all other types, `InvalidValue` for text that is not `YYYY-MM-DD` in ASCII
    digits or names no day of the calendar.

    >>> as_date("2023-02-31", "end")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: end '2023-02-31' is no day of the calendar; correct the day: 2023-02 has 28 days
    """
    if _known is not None and type(value) is _known:
        # The usual way: all other days are made into this class.
        return value
    if isinstance(value, str):
        found = ISO_DAY.fullmatch(value)
        if found is None:
            raise InvalidValue("date.not_plain", place, value, example="2024-10-01")
        year, month, day = (int(part) for part in found.groups())
        return calendar_date(year, month, day, place=place, given=value)
    if isinstance(value, datetime.datetime):
        why = "the same instant is another day in another time zone"
        raise TypeError(f"{place} is a datetime, and {why}; pass a date, such as its .date()")
    if isinstance(value, datetime.date):
        date_class = _date_class()
        return value if type(value) is date_class else date_class(value.year, value.month, value.day)
    raise TypeError(f"{place} must be a date or text like '2024-10-01', not {type(value).__name__}")


# --- Counting months from a day
# A day is a triple (year, month, day) here, because the day after 9999-12-31 is needed and no date type can hold it;
# triples compare as days do.

CalendarDay: TypeAlias = tuple[int, int, int]

MONTHS_OF_A_YEAR = 12
MOST_MONTHS = MONTHS_OF_A_YEAR * 9999
"""The number of months in the calendar, which no period exceeds."""


class MonthEnd(Labelled):
    """What to do when the month counted to lacks the day, as one month after 31 January.

    Months are always counted from the start: two months from 31 January end at 31 March, not two steps of one month.
    """

    CLIP = "clip"
    """The last day the month has: 28 or 29 February."""

    OVERFLOW = "overflow"
    """The first day of the month after: 1 March."""

    REFUSE = "refuse"
    """Raise `InvalidValue`, so that the caller must choose."""


def check_int(value: object, place: str) -> int:
    """Return the value if it is an int and no bool, else raise `TypeError`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{place} must be a whole number, not {type(value).__name__}")
    return value


def as_months(value: object) -> int:
    """Return the value if it is a length in months: a whole number from 1."""
    months = check_int(value, "months")
    if months < 1:
        raise InvalidValue("number.not_positive", "months", months)
    return months


def as_month_end(value: object) -> MonthEnd:
    """Return the value if it is a `MonthEnd`; its name is refused."""
    if not isinstance(value, MonthEnd):
        raise TypeError(f"month_end must be a MonthEnd, not {type(value).__name__}")
    return value


def triple(day: datetime.date) -> CalendarDay:
    """Return (year, month, day)."""
    return day.year, day.month, day.day


def months_later(start: datetime.date, months: int, month_end: MonthEnd) -> CalendarDay:
    """Return the day `months` months after `start`; the year may be 10000 or later.

    Raises `InvalidValue` under `MonthEnd.REFUSE` when the month has no such day.
    """
    year, month = divmod(start.year * MONTHS_OF_A_YEAR + start.month - 1 + months, MONTHS_OF_A_YEAR)
    month += 1
    days = days_in_month(year, month)
    if start.day <= days:
        return year, month, start.day
    if month_end is MonthEnd.CLIP:
        return year, month, days
    if month_end is MonthEnd.OVERFLOW:
        # Only months shorter than 31 days come here, so never December: the year stays the same.
        return year, month + 1, 1
    raise InvalidValue("argument.month_end", "start", start.isoformat(), month=f"{year:04}-{month:02}", days=days)


def day_before(day: CalendarDay) -> Date:
    """Return the day before; `day` is after 0001-01-01 and may be 10000-01-01."""
    year, month, number = day
    if number > 1:
        return _date_class()(year, month, number - 1)
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return _date_class()(year, month, days_in_month(year, month))


def day_after(day: datetime.date) -> CalendarDay:
    """Return the day after, which is 10000-01-01 for 9999-12-31."""
    if day.day < days_in_month(day.year, day.month):
        return day.year, day.month, day.day + 1
    return (day.year, day.month + 1, 1) if day.month < 12 else (day.year + 1, 1, 1)


def whole_months(start: datetime.date, end: datetime.date) -> int:
    """Return the number of whole months from `start` to `end`, both days included.

    It is the greatest n such that n months from `start` (by `MonthEnd.CLIP`) end by `end`.

    >>> whole_months(as_date("2024-10-01", "start"), as_date("2027-09-30", "end"))
    36
    """
    after = day_after(end)
    months = (after[0] - start.year) * MONTHS_OF_A_YEAR + after[1] - start.month
    return months if months_later(start, months, MonthEnd.CLIP) <= after else months - 1
