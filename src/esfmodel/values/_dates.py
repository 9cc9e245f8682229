"""Days of the calendar: the one place where dates come in, whatever they were written as.

A day is a day: no clock, no time zone. It comes in as `datetime.date`, `pendulum.Date` or ISO 8601 text
(`YYYY-MM-DD`, nothing shorter) and is kept as `pendulum.Date`, which is a `datetime.date` too.

>>> as_date("2024-10-01", "start")
Date(2024, 10, 1)
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TypeAlias

from pendulum import Date

from esfmodel.errors import InvalidValue

__all__ = ["ISO_DAY", "Date", "DateLike", "as_date", "calendar_date", "days_in_month"]

DateLike: TypeAlias = datetime.date | str
"""What is taken for a day: a date (not a datetime) or its ISO text."""

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
"""A day as ISO 8601 writes it."""

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month.

    >>> days_in_month(2024, 2)
    29
    """
    return 29 if month == 2 and calendar.isleap(year) else _DAYS_IN_MONTH[month - 1]


def calendar_date(year: int, month: int, day: int, *, place: str, given: str) -> Date:
    """Build the day, or say what about `given` is not in the calendar.

    Raises `InvalidValue` for the year 0000, a month outside 1 to 12 and a day the month does not have.
    """
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise InvalidValue(place, given, f"has the year {year:04}", "years go from 0001 to 9999")
    if not 1 <= month <= 12:
        raise InvalidValue(place, given, f"has the month {month:02}", "months go from 01 to 12")
    days = days_in_month(year, month)
    if not 1 <= day <= days:
        raise InvalidValue(place, given, "is no day of the calendar", f"{year:04}-{month:02} has {days} days")
    return Date(year, month, day)


def as_date(value: object, place: str) -> Date:
    """Take a date or its ISO text as a day; `place` names the field in the error.

    Raises `TypeError` for a datetime and everything else that is neither date nor text, `InvalidValue` for text that
    is not `YYYY-MM-DD` in ASCII digits or names no day of the calendar.

    >>> as_date("2023-02-31", "end")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: end '2023-02-31' is no day of the calendar; 2023-02 has 28 days
    """
    if type(value) is Date:
        return value
    if isinstance(value, datetime.datetime):
        why = "the same instant is another day in another time zone"
        raise TypeError(f"{place} is a datetime, and {why}; pass a date, such as its .date()")
    if isinstance(value, datetime.date):
        return Date(value.year, value.month, value.day)
    if not isinstance(value, str):
        raise TypeError(f"{place} must be a date or text like '2024-10-01', not {type(value).__name__}")
    found = ISO_DAY.fullmatch(value)
    if found is None:
        raise InvalidValue(place, value, "is not a day written YYYY-MM-DD", "write it like 2024-10-01")
    year, month, day = (int(part) for part in found.groups())
    return calendar_date(year, month, day, place=place, given=value)
