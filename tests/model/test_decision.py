from __future__ import annotations

import datetime
from typing import Any

import pendulum
import pytest

from esfmodel import Bounds, Decision, DecisionKind, InvalidValue, Limit, LimitBase, Money, Period, Rate

HALF = Rate.of_percent(50)


@pytest.mark.parametrize("day", ["2024-06-28", datetime.date(2024, 6, 28), pendulum.Date(2024, 6, 28)])
def test_a_day_is_given_as_text_or_date(day: str | datetime.date) -> None:
    """A decision's day is kept as a day of the calendar, however it is given."""
    decision = Decision(DecisionKind.GRANTED, day)
    assert decision.on == datetime.date(2024, 6, 28)
    assert type(decision.on) is pendulum.Date


def test_a_month_or_a_year_is_a_period() -> None:
    """Where only the month or the year is known, the day is not invented."""
    for period in (Period.of_years(2021), Period("2021-05", "2021-05", "month")):
        assert Decision(DecisionKind.GRANTED, period).on is period


@pytest.mark.parametrize("day", ["2024-02-31", "28/6 2024", ""])
def test_what_is_no_day_is_refused(day: str) -> None:
    """31 February is no day, and a decision is not dated so."""
    with pytest.raises(InvalidValue) as refused:
        Decision(DecisionKind.GRANTED, day)
    assert refused.value.place == "on"


def test_a_moment_is_no_day() -> None:
    """A date with a time of day is a TypeError."""
    with pytest.raises(TypeError, match="on"):
        Decision(DecisionKind.GRANTED, datetime.datetime(2024, 6, 28, tzinfo=datetime.UTC))


def test_support_may_be_known_within_bounds() -> None:
    """What was granted is kept as it is known; bounds with one possible amount are that amount."""
    assert Decision(DecisionKind.GRANTED, support=Bounds.over(Money(12))).support == Bounds.over(Money(12))
    assert Decision(DecisionKind.GRANTED, support=Bounds(Money(12), Money(12))).support == Money(12)
    assert type(Decision(DecisionKind.GRANTED, support=Bounds(Money(12), Money(12))).support) is Money


def test_a_limit_is_a_rate_with_its_base_or_an_amount() -> None:
    """There are two kinds of limits, and each has its own way to be made."""
    assert Limit.of_rate(HALF, LimitBase.TOTAL_COST) == Limit(rate=HALF, base=LimitBase.TOTAL_COST)
    assert Limit.of_amount(Money(5)) == Limit(highest=Money(5))


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"rate": HALF},
        {"base": LimitBase.TOTAL_COST},
        {"rate": HALF, "base": LimitBase.TOTAL_COST, "highest": Money(5)},
        {"rate": HALF, "highest": Money(5)},
        {"base": LimitBase.TOTAL_COST, "highest": Money(5)},
    ],
    ids=lambda arguments: " ".join(arguments) or "nothing",
)
def test_a_limit_that_is_neither_or_both_is_refused(arguments: dict[str, Any]) -> None:
    """A rate without a base limits nothing, and a rate beside an amount is two limits."""
    with pytest.raises(InvalidValue, match="give rate= with base=, or highest= alone"):
        Limit(**arguments)
