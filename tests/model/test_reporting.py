"""Reporting periods: they cut the project's period without gap, and each has its due day."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import InvalidValue, NotKnown, OpenPeriod, Period
from esfmodel.model import Counting, NonWorkingDay, ReportingTerms, reporting_periods
from esfmodel.testing import dates, periods
from esfmodel.testing import reporting_terms as terms

JUNE = Period("2025-06-01", "2025-06-30")

of_months_or_days = st.one_of(periods("day"), periods("month"))


@given(of_months_or_days, terms())
def test_reports_cover_the_period_without_gap(period: Period, each: ReportingTerms) -> None:
    """The first begins where the project does, the last ends where it does, and each follows on the one before."""
    parts = [part.period for part in reporting_periods(period, each)]
    assert parts[0].start == period.start
    assert parts[-1].end == period.end
    assert all(earlier.end + datetime.timedelta(days=1) == later.start for earlier, later in pairwise(parts))


@given(of_months_or_days, terms())
def test_a_part_lies_in_one_stretch_of_the_calendar(period: Period, each: ReportingTerms) -> None:
    """No part spans two stretches of the calendar, counted in months from January."""
    for part in reporting_periods(period, each):
        first, last = part.period.start, part.period.end
        assert first.year == last.year
        assert (first.month - 1) // each.every_months == (last.month - 1) // each.every_months


@given(dates(), st.integers(0, 24))
def test_the_same_date_or_the_last_of_the_month(end: datetime.date, months: int) -> None:
    """Counted by date, the due day has the number of the end, or is the last of a month that has no such day."""
    due = ReportingTerms(every_months=1, due_months=months, counting=Counting.SAME_DATE).due(end)
    assert (due.year * 12 + due.month) - (end.year * 12 + end.month) == months
    assert due.day == end.day or (due.day < end.day and (due + datetime.timedelta(days=1)).day == 1)


@given(dates(), terms(), st.lists(dates(), max_size=3))
def test_a_moved_day_is_a_working_day(end: datetime.date, each: ReportingTerms, holidays: list[datetime.date]) -> None:
    """A due day that is moved is neither Saturday, Sunday nor holiday, and is moved the way the rule says."""
    kept = ReportingTerms(every_months=1, due_months=each.due_months, counting=each.counting).due(end)
    due = each.due(end, holidays=holidays)
    if each.non_working_day is NonWorkingDay.KEPT:
        assert due == kept
        return
    assert due.weekday() < 5
    assert due not in holidays
    assert (due >= kept) if each.non_working_day is NonWorkingDay.NEXT_WORKING_DAY else (due <= kept)
    between = [min(due, kept) + datetime.timedelta(days=days) for days in range(abs((due - kept).days) + 1)]
    assert all(day.weekday() >= 5 or day in holidays for day in between if day != due)


@pytest.mark.parametrize(
    ("end", "counting", "due"),
    [
        ("2025-01-31", Counting.WHOLE_MONTHS, "2025-03-31"),
        ("2025-01-31", Counting.SAME_DATE, "2025-03-31"),
        ("2025-06-30", Counting.WHOLE_MONTHS, "2025-08-31"),
        ("2025-06-30", Counting.SAME_DATE, "2025-08-30"),
        ("2025-12-31", Counting.WHOLE_MONTHS, "2026-02-28"),
        ("2025-12-31", Counting.SAME_DATE, "2026-02-28"),
        ("2025-06-14", Counting.WHOLE_MONTHS, "2025-08-14"),
    ],
)
def test_two_months_after(end: str, counting: Counting, due: str) -> None:
    """Two months after 30 June end on 31 August by whole months, and on 30 August by date."""
    assert str(ReportingTerms(every_months=1, due_months=2, counting=counting).due(end)) == due


def test_weekends_and_holidays() -> None:
    """31 August 2025 is a Sunday; with Monday a holiday the next working day is Tuesday, the one before Friday."""
    moved = ReportingTerms(every_months=1, due_months=2, non_working_day=NonWorkingDay.NEXT_WORKING_DAY)
    assert str(moved.due("2025-06-30", holidays=["2025-09-01"])) == "2025-09-02"
    back = ReportingTerms(every_months=1, due_months=2, non_working_day=NonWorkingDay.WORKING_DAY_BEFORE)
    assert str(back.due("2025-06-30")) == "2025-08-29"


def test_terms_that_cannot_be() -> None:
    """Five months do not divide a year, reports are not due before, and the calendar ends with the year 9999."""
    for wrong in (-3, 0, 5, 24):
        with pytest.raises(
            InvalidValue, match=f"every_months {wrong} does not divide a year; give 1, 2, 3, 4, 6 or 12"
        ):
            ReportingTerms(every_months=wrong, due_months=2)
    with pytest.raises(InvalidValue, match="due_months -1 is negative; give zero or more"):
        ReportingTerms(every_months=1, due_months=-1)
    with pytest.raises(TypeError, match="every_months must be a whole number"):
        ReportingTerms(every_months=True, due_months=2)
    with pytest.raises(TypeError, match="every_months must be a whole number"):
        ReportingTerms(every_months="1", due_months=2)  # type: ignore[arg-type]
    for counting in Counting:
        with pytest.raises(InvalidValue, match="year"):
            ReportingTerms(every_months=1, due_months=2, counting=counting).due("9999-12-31")
    with pytest.raises(InvalidValue, match="leave no working day"):
        ReportingTerms(every_months=1, due_months=0, non_working_day=NonWorkingDay.NEXT_WORKING_DAY).due(
            "9999-12-31", holidays=["9999-12-31"]
        )


def test_what_is_no_period_and_no_list_is_told() -> None:
    """A period without an end cannot be cut, and a single holiday is no list of holidays."""
    monthly = ReportingTerms(every_months=1, due_months=2)
    whole: Any = reporting_periods
    with pytest.raises(TypeError, match="period must be Period, not OpenPeriod"):
        whole(OpenPeriod("2024-10-01"), monthly)
    with pytest.raises(TypeError, match="terms must be ReportingTerms, not NoneType"):
        whole(Period("2024-10-01", "2024-12-31"), None)
    several = "holidays takes several days, such as a list; not str"
    with pytest.raises(TypeError, match=several):
        whole(JUNE, monthly, holidays="2025-09-01")
    with pytest.raises(TypeError, match=several):
        monthly.due("2025-06-30", holidays="2025-09-01")


def test_of_years_alone_nothing_is_due() -> None:
    """Of a project in 2023 to 2025 nobody knows which month a report is on."""
    with pytest.raises(NotKnown, match=r"only the years are known; give its months or its days"):
        reporting_periods(Period.of_years(2023, 2025), ReportingTerms(every_months=1, due_months=2))
