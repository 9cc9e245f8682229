"""Periods beside the intervals of pendulum: the last day belongs to a period, and an interval ends on the day after."""

from __future__ import annotations

from functools import partial
from operator import attrgetter, eq
from typing import TYPE_CHECKING, Any

import pendulum

from esfmodel import Period
from measuring import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

START, END, AFTER = pendulum.Date(2024, 10, 1), pendulum.Date(2027, 9, 30), pendulum.Date(2027, 10, 1)
INSIDE = pendulum.Date(2025, 3, 1)
PERIOD, INTERVAL = Period(START, END), pendulum.Interval(START, AFTER)
TEXT = "2024-10-01/2027-09-30"


def cases(_large: int) -> Iterator[Case]:
    """Make a period, count its months, ask for a day and split it."""
    yield _case("make", partial(Period, START, END), partial(pendulum.Interval, START, AFTER), _starts)
    yield _case("read", partial(Period.parse, TEXT), partial(pendulum.parse, TEXT), _starts)
    yield _case("days", partial(attrgetter("days"), PERIOD), INTERVAL.in_days, eq)
    yield _case("months", partial(attrgetter("months"), PERIOD), INTERVAL.in_months, eq)
    yield _case("contains a day", lambda: INSIDE in PERIOD, lambda: INSIDE in INTERVAL, eq)
    yield _case(
        "split into months",
        PERIOD.split_months,
        lambda: list(INTERVAL.range("months")),
        lambda parts, days: [part.start for part in parts] == days[:-1],
    )


def _case(name: str, ours: Callable[[], Any], theirs: Callable[[], Any], alike: Callable[[Any, Any], bool]) -> Case:
    return Case("period", name, "pendulum", ours, theirs, alike=alike)


def _starts(period: Any, interval: Any) -> bool:
    return bool(period.start == START and str(interval.start)[:10] == str(START))
