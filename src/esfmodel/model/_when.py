"""When something happened: on a day, or in a period where only the month or the year is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.values._dates import as_date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    import datetime

    from esfmodel.values._dates import Date


def as_when(value: datetime.date | Period | str | None, place: str) -> Date | Period | None:
    """Take a day or its text, or a period; `place` names the field in the error."""
    return value if value is None or isinstance(value, Period) else as_date(value, place)


def first_and_last(when: Date | Period) -> tuple[Date, Date]:
    """Give the first and the last day on which it may have happened."""
    return (when.start, when.end) if isinstance(when, Period) else (when, when)
