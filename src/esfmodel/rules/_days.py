"""Where a period lies against a window, as far as what is stated tells: a year is not yet a day.

>>> from esfmodel import Period
>>> where(Period.of_years(2023, 2025), Period("2021-01-01", "2029-12-31")).name
'INSIDE'
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Literal

from esfmodel.errors import NotKnown
from esfmodel.rules.words import Words
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.values.dates import Date

_UNITS: dict[str, Literal["day", "month", "year"]] = {"day": "day", "month": "month", "year": "year"}


class Where(enum.Enum):
    """Where a period lies against a window."""

    INSIDE = Words("inom", "inside")
    PARTLY = Words("delvis", "partly")
    WHOLLY = Words("helt", "wholly")


def where(period: Period | OpenPeriod, window: Period) -> Where:
    """Say whether a period lies inside a window, or partly or wholly outside; `NotKnown` when that depends.

    A period of months or years begins and ends on days nobody has named, and an open one has an end nobody has named.
    """
    earliest_start, latest_start, earliest_end, latest_end = _ends(period)
    if _before(latest_end, window.start) or _before(window.end, earliest_start):
        return Where.WHOLLY
    if _before(latest_start, window.start) or _before(window.end, earliest_end):
        return Where.PARTLY
    if _before(earliest_start, window.start) is False and _before(window.end, latest_end) is False:
        return Where.INSIDE
    raise _untold(period, window)


def where_a_day_of(period: Period, window: Period) -> Where:
    """Say whether something that was done on one day of a period, nobody knows which, lies inside a window or outside.

    >>> where_a_day_of(Period("2020-12-31", "2020-12-31"), Period("2021-01-01", "2029-12-31")).name
    'WHOLLY'
    """
    if _before(period.end, window.start) or _before(window.end, period.start):
        return Where.WHOLLY
    if _before(period.start, window.start) or _before(window.end, period.end):
        raise _untold(period, window)
    return Where.INSIDE


def _untold(period: Period | OpenPeriod, window: Period) -> NotKnown:
    return NotKnown(
        Words(
            f"av perioden {period} framgår inte om den ryms i {window}",
            f"the period {period} does not tell whether it lies inside {window}",
        )
    )


def _before(first: Date | None, second: Date | None) -> bool | None:
    """Whether one day lies before another; None when one of them is open."""
    return None if first is None or second is None else first < second


def _ends(period: Period | OpenPeriod) -> tuple[Date | None, Date | None, Date | None, Date | None]:
    """Give the earliest and latest start and the earliest and latest end; None where nothing limits it."""
    if isinstance(period, OpenPeriod):
        return period.start, period.start or period.end, period.end or period.start, period.end
    return ends_of(period)


def ends_of(period: Period) -> tuple[Date, Date, Date, Date]:
    """Give the earliest and latest start and the earliest and latest end that a period may have."""
    unit = _UNITS[period.precision]
    latest_start = min(period.start.end_of(unit), period.end)
    earliest_end = max(period.end.start_of(unit), period.start)
    return period.start, latest_start, earliest_end, period.end
