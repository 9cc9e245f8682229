from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.testing import periods
from esfmodel.values.period import MonthEnd, Period

RULES = st.sampled_from([MonthEnd.CLIP, MonthEnd.OVERFLOW])


def assert_parts_make_the_whole(parts: tuple[Period, ...], whole: Period) -> None:
    """Contiguous, disjoint and covering: each part begins the day after the one before."""
    assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
    for before, after in pairwise(parts):
        assert before.end.add(days=1) == after.start
    assert {part.precision for part in parts} == {whole.precision}
    if whole.days is not None:
        assert sum(part.days or 0 for part in parts) == whole.days


@given(periods())
def test_years_make_the_whole(period: Period) -> None:
    """Each part lies in one calendar year, and all but the first and last fill theirs."""
    parts = period.split_years()
    assert_parts_make_the_whole(parts, period)
    assert [part.start.year for part in parts] == list(range(period.start.year, period.end.year + 1))
    assert all(part.start.year == part.end.year for part in parts)


@given(st.one_of(periods("day"), periods("month")))
def test_quarters_make_the_whole(period: Period) -> None:
    """Each part lies in one quarter, and no two in the same."""
    parts = period.split_quarters()
    assert_parts_make_the_whole(parts, period)
    quarters = [(day.year, (day.month - 1) // 3) for part in parts for day in (part.start, part.end)]
    assert quarters[::2] == quarters[1::2]
    assert len(set(quarters)) == len(parts)


@given(st.one_of(periods("day"), periods("month")))
def test_calendar_months_make_the_whole(period: Period) -> None:
    """Each part lies in one month, and no two in the same."""
    parts = period.split_calendar_months()
    assert_parts_make_the_whole(parts, period)
    months = [(day.year, day.month) for part in parts for day in (part.start, part.end)]
    assert months[::2] == months[1::2]
    assert len(set(months)) == len(parts)


@given(st.one_of(periods("day"), periods("month")), st.integers(1, 40), RULES)
def test_parts_of_some_months_make_the_whole(period: Period, months: int, rule: MonthEnd) -> None:
    """Every part but the last ends where so many months from the start of the whole end."""
    parts = period.split_months(months, month_end=rule)
    assert_parts_make_the_whole(parts, period)
    for number, part in enumerate(parts[:-1], 1):
        assert part.end == Period.of_months(period.start, months * number, month_end=rule).end
    reached = Period.of_months(period.start, months * len(parts), month_end=rule)
    assert period.end <= reached.end


def test_quarters_that_can_be_checked_by_hand() -> None:
    """A year and a half from 1 November has a part of a quarter at its start, and full ones after."""
    parts = Period("2023-11-01", "2024-06-30").split_quarters()
    assert [str(part) for part in parts] == [
        "2023-11-01/2023-12-31",
        "2024-01-01/2024-03-31",
        "2024-04-01/2024-06-30",
    ]


@pytest.mark.parametrize(
    ("rule", "second"), [(MonthEnd.CLIP, "2023-02-28"), (MonthEnd.OVERFLOW, "2023-03-01")], ids=["clip", "overflow"]
)
def test_a_short_month_does_not_move_the_parts_after_it(rule: MonthEnd, second: str) -> None:
    """From 31 January the third part begins on 31 March, wherever the second began."""
    parts = Period("2023-01-31", "2023-04-15").split_months(month_end=rule)
    assert [part.start.isoformat() for part in parts] == ["2023-01-31", second, "2023-03-31"]


def test_the_rule_refuse_asks_only_when_the_parts_depend_on_the_rule() -> None:
    """A period that is over before 28 February is one part by any rule; a longer one is not."""
    short = Period("2023-01-31", "2023-02-27")
    assert short.split_months(month_end=MonthEnd.REFUSE) == (short,)
    with pytest.raises(InvalidValue, match=r"choose MonthEnd.CLIP or MonthEnd.OVERFLOW"):
        Period("2023-01-31", "2023-02-28").split_months(month_end=MonthEnd.REFUSE)
    assert len(Period("2023-01-31", "2023-05-30").split_months(2, month_end=MonthEnd.REFUSE)) == 2


@given(periods("year"))
def test_years_have_no_quarters_and_months(period: Period) -> None:
    """Of a period known by the year alone nobody said when in the year it began."""
    for split in (period.split_quarters, period.split_calendar_months, period.split_months):
        with pytest.raises(NotKnown, match="only the years are known"):
            split()


def test_the_last_days_of_the_calendar_can_be_split() -> None:
    """After 9999-12-31 comes nothing, and no error either."""
    period = Period("9999-10-31", "9999-12-31")
    for parts in (period.split_calendar_months(), period.split_months(), period.split_quarters(), period.split_years()):
        assert_parts_make_the_whole(parts, period)
    assert period.split_months(10**1000) == (period,)


@pytest.mark.parametrize("months", [0, -1])
def test_less_than_a_month_is_no_part(months: int) -> None:
    """Parts of no months would never end."""
    with pytest.raises(InvalidValue, match=rf"^months {months} is not above zero"):
        Period("2024-01-01", "2024-12-31").split_months(months)


@pytest.mark.parametrize("months", [1.0, True, "1", None])
def test_months_are_a_whole_number(months: object) -> None:
    """A float or a text is no number of months."""
    wrong: Any = months
    with pytest.raises(TypeError, match=r"^months must be a whole number"):
        Period("2024-01-01", "2024-12-31").split_months(wrong)


def test_the_rule_is_given_as_itself_and_not_by_name() -> None:
    """A misspelt name would be found too late."""
    name: Any = "clip"
    with pytest.raises(TypeError, match="month_end must be a MonthEnd, not str"):
        Period("2024-01-01", "2024-12-31").split_months(month_end=name)
    with pytest.raises(TypeError, match="month_end must be a MonthEnd, not str"):
        Period.of_months("2024-01-01", 12, month_end=name)
