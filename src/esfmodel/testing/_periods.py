"""Hypothesis strategies for days, periods and programming periods: valid by construction, nothing filtered."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from esfmodel.values.period import OpenPeriod, Period, Precision
from esfmodel.values.programming_period import ProgrammingPeriod

_EARLIEST = datetime.date(1990, 1, 1)
_LATEST = datetime.date(2060, 12, 31)


def dates(*, earliest: datetime.date = _EARLIEST, latest: datetime.date = _LATEST) -> st.SearchStrategy[datetime.date]:
    """Days, by default of the decades in which EU projects have run and are planned."""
    return st.dates(earliest, latest)


def _days(earliest: datetime.date, latest: datetime.date) -> st.SearchStrategy[Period]:
    return st.tuples(st.dates(earliest, latest), st.dates(earliest, latest)).map(
        lambda ends: Period(min(ends), max(ends))
    )


def _months(earliest: datetime.date, latest: datetime.date) -> st.SearchStrategy[Period]:
    numbers = st.integers(earliest.year * 12 + earliest.month - 1, latest.year * 12 + latest.month - 1)

    def month(number: int) -> str:
        return f"{number // 12:04}-{number % 12 + 1:02}"

    return st.tuples(numbers, numbers).map(lambda ends: Period(month(min(ends)), month(max(ends)), "month"))


def _years(earliest: datetime.date, latest: datetime.date) -> st.SearchStrategy[Period]:
    numbers = st.integers(earliest.year, latest.year)
    return st.tuples(numbers, numbers).map(lambda ends: Period.of_years(min(ends), max(ends)))


def periods(
    precision: Precision | None = None, *, earliest: datetime.date = _EARLIEST, latest: datetime.date = _LATEST
) -> st.SearchStrategy[Period]:
    """Periods of one precision, or of any.

    Months and years are whole, so those that hold `earliest` and `latest` may reach beyond them.
    """
    kinds = {"day": _days, "month": _months, "year": _years}
    wanted = kinds if precision is None else {precision: kinds[precision]}
    return st.one_of([kind(earliest, latest) for kind in wanted.values()])


def open_periods(
    *, earliest: datetime.date = _EARLIEST, latest: datetime.date = _LATEST
) -> st.SearchStrategy[OpenPeriod]:
    """Periods with one end, either of them."""
    days = dates(earliest=earliest, latest=latest)
    return st.one_of(st.builds(OpenPeriod, days), st.builds(OpenPeriod, end=days))


def programming_periods() -> st.SearchStrategy[ProgrammingPeriod]:
    """Programming periods: the real ones first, then any that can exist."""
    real = st.sampled_from([(2021, 2027), (2014, 2020), (2007, 2013), (2000, 2006)])
    any_years = st.integers(1000, 9998).flatmap(
        lambda first: st.integers(first + 1, min(first + 9, 9999)).map(lambda last: (first, last))
    )
    return st.one_of(real, any_years).map(lambda years: ProgrammingPeriod(*years))
