from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING, Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import dates, periods
from esfmodel.values.period import MonthEnd, Period

if TYPE_CHECKING:
    from esfmodel.values.period import Precision

FIRST_DAY = datetime.date(1, 1, 1)
LAST_DAY = datetime.date(9999, 12, 31)
LATE = datetime.date(2030, 12, 31)
EARLY = datetime.date(2020, 1, 1)


def days_of(period: Period) -> set[datetime.date]:
    """Walk the days one by one, as one would with a calendar on the wall."""
    days: set[datetime.date] = set()
    day = datetime.date(period.start.year, period.start.month, period.start.day)
    while day < period.end:
        days.add(day)
        day += datetime.timedelta(days=1)
    return days | {day}


def months_by_walking(period: Period) -> int:
    """Count the days on which one more month is over: the same number, or the last day of a month too short for it."""
    months = 0
    for day in days_of(period):
        after = day + datetime.timedelta(days=1)
        last = calendar.monthrange(after.year, after.month)[1]
        months += after.day == min(period.start.day, last)
    return months


@given(periods("day", earliest=EARLY, latest=LATE))
def test_days_are_those_of_the_calendar(period: Period) -> None:
    """Both ends are counted, and every day between them."""
    assert period.days == len(days_of(period))


@given(periods("day", earliest=EARLY, latest=LATE) | periods("month", earliest=EARLY, latest=LATE))
def test_months_are_those_of_the_calendar(period: Period) -> None:
    """Whole months are counted, and a part of a month is not."""
    assert period.months == months_by_walking(period)


@given(dates(), st.integers(1, 400), st.sampled_from([MonthEnd.CLIP, MonthEnd.OVERFLOW]))
def test_a_period_of_so_many_months_has_so_many(start: datetime.date, months: int, rule: MonthEnd) -> None:
    """The length given is the length found, by every rule that gives an end."""
    assert Period.of_months(start, months, month_end=rule).months == months


@given(dates(), st.integers(1, 400))
def test_one_day_less_is_one_month_less(start: datetime.date, months: int) -> None:
    """A month is counted on its last day, not before."""
    period = Period.of_months(start, months)
    shorter = period.end.subtract(days=1)
    assert shorter < start or Period(start, shorter).months == months - 1


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-10-01", "2027-09-30", 36),
        ("2023-10-02", "2026-10-01", 36),
        ("2024-10-01", "2027-09-29", 35),
        ("2024-01-31", "2024-02-28", 1),
        ("2024-01-31", "2024-02-27", 0),
        ("2024-02-29", "2025-02-27", 12),
        ("2024-05-15", "2024-05-15", 0),
    ],
)
def test_months_that_can_be_checked_by_hand(start: str, end: str, months: int) -> None:
    """Three full years are 36 months, and 31 January to 28 February 2024 is one."""
    assert Period(start, end).months == months


@pytest.mark.parametrize(
    ("rule", "end"), [(MonthEnd.CLIP, "2024-02-28"), (MonthEnd.OVERFLOW, "2024-02-29")], ids=["clip", "overflow"]
)
def test_the_end_of_a_month_that_is_too_short_is_chosen_by_name(rule: MonthEnd, end: str) -> None:
    """From 31 January the next month begins on 29 February, or on 1 March, as the caller says."""
    assert Period.of_months("2024-01-31", 1, month_end=rule) == Period("2024-01-31", end)


def test_months_are_counted_from_the_start_and_never_drift() -> None:
    """Two months from 31 January end on 30 March although the first ended in February."""
    for rule in MonthEnd:
        assert Period.of_months("2023-01-31", 2, month_end=rule) == Period("2023-01-31", "2023-03-30")


def test_the_rule_refuse_asks_only_when_there_is_a_question() -> None:
    """There is no 31 February: an error; from the 28th every month has its day."""
    with pytest.raises(InvalidValue, match=r"^start '2023-01-31' has no counterpart in 2023-02, which has 28 days"):
        Period.of_months("2023-01-31", 1, month_end=MonthEnd.REFUSE)
    assert Period.of_months("2023-01-28", 1, month_end=MonthEnd.REFUSE) == Period("2023-01-28", "2023-02-27")


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_period_of_years_does_not_say_which_day(one: int, other: int) -> None:
    """Years are whole years, without a number of days or months."""
    period = Period.of_years(min(one, other), max(one, other))
    assert (period.start, period.end) == (datetime.date(min(one, other), 1, 1), datetime.date(max(one, other), 12, 31))
    assert (period.precision, period.days, period.months) == ("year", None, None)


def test_one_year_is_named_by_itself() -> None:
    """Without a last year the first is also the last."""
    assert Period.of_years(2024) == Period.of_years(2024, 2024)


def test_a_period_of_months_has_months_but_no_days() -> None:
    """May 2019 to April 2022 is three years of months; nobody said which day."""
    period = Period("2019-05", "2022-04", "month")
    assert (period.months, period.days) == (36, None)


@given(periods())
def test_whole_days_and_widened_text_are_the_same_period(period: Period) -> None:
    """Whoever gives the first and last day of a month or year means that month or year."""
    width = {"day": 10, "month": 7, "year": 4}[period.precision]
    start, end = period.start.isoformat()[:width], period.end.isoformat()[:width]
    assert Period(start, end, period.precision) == period


@given(dates(), dates())
def test_a_day_may_be_given_in_three_ways(one: datetime.date, other: datetime.date) -> None:
    """A date, a pendulum date and ISO text make the same period, which holds pendulum dates."""
    start, end = min(one, other), max(one, other)
    period = Period(start, end)
    assert period == Period(start.isoformat(), end.isoformat()) == Period(period.start, period.end)
    assert type(period.start) is type(period.end) is pendulum.Date


@given(periods(earliest=EARLY, latest=LATE), dates(earliest=EARLY, latest=LATE))
def test_a_day_is_in_a_period_when_it_is_one_of_its_days(period: Period, day: datetime.date) -> None:
    """Both ends belong to the period."""
    assert (day in period) == (day in days_of(period))
    assert period.start in period
    assert period.end.isoformat() in period


@given(periods(earliest=EARLY, latest=LATE), periods(earliest=EARLY, latest=LATE))
def test_periods_compare_by_their_days(one: Period, other: Period) -> None:
    """Inside, overlap and intersection are those of the sets of days."""
    ours, theirs = days_of(one), days_of(other)
    assert (one in other) == (ours <= theirs)
    assert one.overlaps(other) == other.overlaps(one) == bool(ours & theirs)
    both = one & other
    assert (set() if both is None else days_of(both)) == ours & theirs
    assert other & one == both
    assert one & one == one


@given(periods(), periods())
def test_an_intersection_is_as_coarse_as_its_ends_allow(one: Period, other: Period) -> None:
    """What was known by the year alone is not known by the day afterwards, unless an end says so."""
    both = one & other
    if both is not None:
        precisions: list[Precision] = ["day", "month", "year"]
        coarser = max(one.precision, other.precision, key=precisions.index)
        assert both.precision in (one.precision, other.precision)
        if both.precision != coarser:
            with pytest.raises(InvalidValue, match=f"is not where a {coarser} begins or ends"):
                Period(both.start, both.end, coarser)


def test_the_year_2024_of_a_project_known_by_the_year() -> None:
    """Days within years are days, years within years are years, and what does not meet is None."""
    assert Period("2023-10-01", "2026-09-30") & Period.of_years(2024) == Period.of_years(2024)
    assert Period("2024-03-01", "2024-03-31") & Period.of_years(2024) == Period("2024-03-01", "2024-03-31")
    assert Period("2024-03-01", "2024-03-31") & Period.of_years(2025) is None


def test_periods_have_no_order() -> None:
    """Which of two periods is less is no question that has an answer."""
    one: Any = Period.of_years(2023)
    with pytest.raises(TypeError, match="not supported between"):
        _ = one < Period.of_years(2024)


def test_periods_cannot_be_changed() -> None:
    """A value stays what it is."""
    period: Any = Period.of_years(2023)
    with pytest.raises(AttributeError):
        period.start = period.end


def test_the_whole_calendar_is_a_period() -> None:
    """The first and the last day there are make no trouble anywhere."""
    whole = Period(FIRST_DAY, LAST_DAY)
    assert (whole.days, whole.months) == (3_652_059, 12 * 9999)
    assert whole == Period.of_months(FIRST_DAY, 12 * 9999)
    assert whole & Period.of_years(1, 9999) == Period.of_years(1, 9999)
    assert whole in Period.of_years(1, 9999)
    assert LAST_DAY in whole
    assert Period(LAST_DAY, LAST_DAY).months == 0
    assert Period("9999-12", "9999-12", "month").months == 1
    assert Period.of_months("9999-12-01", 1) == Period("9999-12-01", LAST_DAY)
    assert len(whole.split_years()) == 9999
    assert whole.split_months(12 * 9999) == (whole,)
