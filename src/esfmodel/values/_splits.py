"""Where periods are cut: the first day of every part but the first, in order and without end."""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING

from esfmodel.values._dates import Date
from esfmodel.values._months import LONGEST, CalendarDay, MonthEnd, day_before, months_later, triple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def on_calendar(start: Date, months: int) -> Iterator[CalendarDay]:
    """Cut where the calendar's years (12 months), quarters (3) or months (1) begin."""
    first = Date(start.year, start.month - (start.month - 1) % months, 1)
    return (months_later(first, months * number, MonthEnd.CLIP) for number in count(1))


def anchored(start: Date, end: Date, months: int, month_end: MonthEnd) -> Iterator[CalendarDay]:
    """Cut every so many months, each counted from `start`.

    The rule is asked only when the earliest day it could give lies in the period, so `MonthEnd.REFUSE` says nothing
    of a cut that no rule would make.
    """
    last, step = triple(end), min(months, LONGEST)

    def cut(number: int) -> CalendarDay:
        earliest = months_later(start, step * number, MonthEnd.CLIP)
        return earliest if earliest > last else months_later(start, step * number, month_end)

    return map(cut, count(1))


def pieces(start: Date, end: Date, cuts: Iterable[CalendarDay]) -> list[tuple[Date, Date]]:
    """Cut the days from `start` to `end` into first and last days of the parts."""
    last = triple(end)
    firsts = list(takewhile(lambda day: day <= last, cuts))
    starts = [start, *(Date(*day) for day in firsts)]
    ends = [*(day_before(day) for day in firsts), end]
    return list(zip(starts, ends, strict=True))
