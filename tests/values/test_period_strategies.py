from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from esfmodel.testing import dates, open_periods, periods, programming_periods
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from esfmodel.values.period import Precision

EARLIEST, LATEST = datetime.date(2021, 2, 3), datetime.date(2023, 11, 5)


@given(dates(earliest=EARLIEST, latest=LATEST), periods("day", earliest=EARLIEST, latest=LATEST))
def test_days_are_drawn_within_the_limits(day: datetime.date, period: Period) -> None:
    """Who asks for the days of some years gets no others."""
    limits = Period(EARLIEST, LATEST)
    assert day in limits
    assert period in limits


@pytest.mark.parametrize("precision", ["day", "month", "year"])
def test_every_precision_is_drawn(precision: Precision) -> None:
    """Asked for, and also when any will do."""
    assert find(periods(precision), lambda _: True).precision == precision
    assert find(periods(), lambda period: period.precision == precision).precision == precision


def test_both_kinds_of_open_period_are_drawn() -> None:
    """From a day on, and until a day."""
    assert find(open_periods(), lambda period: period.end is None).start is not None
    assert find(open_periods(), lambda period: period.start is None).end is not None


def test_the_simplest_programming_period_is_the_present_one() -> None:
    """A failing test shows the period its reader knows."""
    assert find(programming_periods(), lambda _: True) == ProgrammingPeriod(2021, 2027)


@given(st.one_of(periods(), open_periods(), programming_periods()))
def test_whatever_is_drawn_is_valid(value: Period | OpenPeriod | ProgrammingPeriod) -> None:
    """Every drawn value could have been written by hand."""
    assert type(value).parse(str(value)) == value
