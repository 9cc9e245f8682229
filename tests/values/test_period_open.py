from __future__ import annotations

import datetime

import pytest
from hypothesis import given

from esfmodel.errors import InvalidValue
from esfmodel.testing import dates, open_periods
from esfmodel.values.period import OpenPeriod


@given(dates(), dates())
def test_the_stated_day_is_included_and_the_open_end_sets_no_limit(stated: datetime.date, day: datetime.date) -> None:
    """From a day on, or until a day."""
    assert (day in OpenPeriod(stated)) == (day >= stated)
    assert (day in OpenPeriod(end=stated)) == (day <= stated)


@given(open_periods())
def test_the_calendar_ends_on_one_side_only(period: OpenPeriod) -> None:
    """Either the first or the last day of the calendar lies in it."""
    assert (datetime.date.min in period) != (datetime.date.max in period)


@given(open_periods())
def test_exactly_one_end_is_given(period: OpenPeriod) -> None:
    """One end is a day and the other None."""
    assert [period.start, period.end].count(None) == 1


def test_two_ends_make_a_period() -> None:
    """An open period with both ends is not open."""
    with pytest.raises(InvalidValue, match=r"^end '2027-09-30' is given beside start; give one of them alone$"):
        OpenPeriod("2024-10-01", "2027-09-30")


def test_no_end_is_no_period() -> None:
    """Nothing is known of a period without ends."""
    with pytest.raises(InvalidValue, match=r"^period has neither a start nor an end; give one of them$"):
        OpenPeriod()


def test_an_open_period_is_stated_by_the_day() -> None:
    """A month is no day, and a datetime is none either."""
    with pytest.raises(InvalidValue, match=r"^end '2027-09' is not a day written YYYY-MM-DD"):
        OpenPeriod(end="2027-09")
    with pytest.raises(TypeError, match=r"^start is a datetime"):
        OpenPeriod(datetime.datetime(2024, 10, 1, tzinfo=datetime.UTC))
    with pytest.raises(TypeError, match=r"^day is a datetime"):
        _ = datetime.datetime(2024, 10, 1, tzinfo=datetime.UTC) in OpenPeriod("2024-10-01")
