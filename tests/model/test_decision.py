from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Bounds, CategoryLimit, Decision, DecisionKind, InvalidValue, Limit, LimitBase, Money, Period, Rate

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
    with pytest.raises(
        InvalidValue, match=r"limit is neither .*; give a rate with its base, or a highest amount alone"
    ):
        Limit(**arguments)


def test_an_advance_may_be_known_within_bounds() -> None:
    """An advance is an amount like the support: exact, within bounds, or not known."""
    assert Decision(DecisionKind.GRANTED).advance is None
    assert Decision(DecisionKind.GRANTED, advance=Bounds.at_most(Money(400_000))).advance == Bounds.at_most(
        Money(400_000)
    )
    with pytest.raises(TypeError, match="advance"):
        Decision(DecisionKind.GRANTED, advance=400_000)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("percent", "part", "exceeded"),
    [
        ("50", 5_000, False),
        ("50", 5_001, True),
        ("57.47", 5_747, False),
        ("57.47", 5_748, False),
        ("57.47", 5_749, True),
        ("0", 1, True),
    ],
)
def test_a_rate_with_decimals_was_rounded_and_a_whole_one_was_not(percent: str, part: int, *, exceeded: bool) -> None:
    """57.475 % prints as 57.47 or 57.48, so half a hundredth is within 57.47 %; 50 % is 50 %."""
    limit = Limit.of_rate(Rate.of_percent(percent), LimitBase.TOTAL_COST)
    assert limit.exceeded_by(Money(part), Money(10_000)) is exceeded


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_without_an_end_is_exact(part: int, parts: int) -> None:
    """A rate such as 12/29 was never rounded: it is exceeded by a whole krona more than it is, and by nothing less."""
    limit = Limit.of_rate(Rate(Fraction(1, 3)), LimitBase.ACTUAL_COST)
    assert limit.exceeded_by(Money(part), Money(parts)) is (3 * (part - 1) >= parts)


def test_an_amount_is_exceeded_by_the_least_more() -> None:
    """A highest amount is a limit to the öre, and needs no whole; a rate cannot do without one."""
    assert not Limit.of_amount(Money(5)).exceeded_by(Money(5))
    assert Limit.of_amount(Money(5)).exceeded_by(Money("5.01"))
    with pytest.raises(InvalidValue, match="whole is missing"):
        Limit.of_rate(HALF, LimitBase.TOTAL_COST).exceeded_by(Money(5))


@given(st.integers(0, 10**6), st.none() | st.integers(0, 100), st.none() | st.integers(0, 10**5))
def test_a_category_is_exceeded_by_no_more_than_any_term_allows(
    kronor: int, percent: int | None, highest: int | None
) -> None:
    """A share of the budget, an amount, or the lower of the two; with neither there is no limit."""
    rate = None if percent is None else Rate.of_percent(percent)
    most = None if highest is None else Money(highest)
    if percent is None and highest is None:
        with pytest.raises(InvalidValue, match="neither a share nor an amount"):
            CategoryLimit(rate=rate, highest=most)
    else:
        terms = [] if percent is None else [kronor * percent]
        terms += [] if highest is None else [highest * 100]
        assert CategoryLimit(rate=rate, highest=most).allowed(Money(kronor)).minor == min(terms)


@pytest.mark.parametrize("negative", [{"rate": Rate.of_percent(-1)}, {"highest": Money(-1)}])
def test_a_category_may_not_be_exceeded_by_less_than_nothing(negative: dict[str, Any]) -> None:
    """A limit below zero would forbid a part of the budget."""
    with pytest.raises(InvalidValue, match="is negative") as refused:
        CategoryLimit(**negative)
    assert refused.value.place == next(iter(negative))
