"""What lines of cost come to in their budget, against a slow and plain computation in fractions."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Cost,
    CostCategory,
    FlatRate,
    InvalidValue,
    LumpSum,
    Money,
    Rate,
    Rounding,
    UnitCost,
)
from esfmodel.testing import budgets, costs, money, rates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from esfmodel.values import MoneyLike

STAFF, TRAVEL, INDIRECT = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.INDIRECT
OTHER, EXTERNAL = CostCategory.OTHER, CostCategory.EXTERNAL_SERVICES
CATEGORIES = (STAFF, TRAVEL, INDIRECT, OTHER)
LARGEST = 6
"""Amounts that nobody limits are tried up to this many öre."""


def cost(category: CostCategory, amount: MoneyLike | int | None, year: int | None = None) -> Cost:
    """Return what a line costs; an int is whole kronor."""
    return Cost(category, ActualCost(Money(amount) if isinstance(amount, int) else amount), year=year)


def flat(category: CostCategory, percent: int | str, *base: CostCategory, year: int | None = None) -> Cost:
    """Make a line a flat rate."""
    return Cost(category, FlatRate(Rate.of_percent(percent), base), year=year)


# --- unit costs


@given(money("SEK", min_amount=0, max_amount=100_000), st.decimals(0, 10_000, places=3))
def test_a_unit_cost_is_price_times_units(price: Money, units: object) -> None:
    """The computed amount lies within half an öre of the product; a half is rounded up."""
    basis = UnitCost(price, str(units))
    product = price.as_fraction() * Fraction(str(units))
    assert basis.computed == Money.of_fraction(product, rounding=Rounding.MINOR_HALF_UP)
    assert abs(basis.computed.as_fraction() - product) <= Fraction(1, 200)
    assert Cost(STAFF, basis).amount == Cost(STAFF, basis).computed == basis.computed


def test_a_year_of_work() -> None:
    """1 720 hours at 674.80 are 1 160 656.00; half of full time is 860 hours and half of that."""
    assert UnitCost(Money("674.80"), 1720).computed == Money("1160656.00")
    half = UnitCost.of_working_time(Money("674.80"), Rate.of_percent(50), hours=1720, code="project worker", year=2026)
    assert (str(half.units), half.computed) == ("860", Money(580_328))
    assert (half.code, half.year, half.unit) == ("project worker", 2026, "hour")


@given(rates(), st.integers(1, 3000), st.integers(1, 84))
def test_working_time_is_a_part_of_full_time(extent: Rate, hours: int, months: int) -> None:
    """Hours lie within half a hundredth of the part that is worked of so many months."""
    worked = UnitCost.of_working_time(Money(500), extent, hours=hours, months=months)
    exact = extent.fraction * hours * Fraction(months, 12)
    assert abs(Fraction(worked.units) - exact) <= Fraction(1, 200)
    assert "E" not in str(worked.units)


@given(money("SEK", min_amount=1, max_amount=10_000_000), st.integers(1, 3000))
def test_the_price_of_an_hour(annual: Money, hours: int) -> None:
    """The annual cost divided by the hours of a year, rounded as the caller says."""
    price = UnitCost.hourly_price(annual, hours=hours, rounding=Rounding.MINOR_DOWN)
    assert price.minor == annual.minor // hours


def test_a_price_that_does_not_come_out_even_is_refused() -> None:
    """Nobody has said how 100 divided by 3 is rounded."""
    with pytest.raises(InvalidValue, match="has more than two decimals"):
        UnitCost.hourly_price(Money(100), hours=3)


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"hours": 0}, InvalidValue, "hours 0 is not above zero; give more than zero"),
        ({"hours": True}, TypeError, "hours must be a whole number, not bool"),
        ({"hours": 1720, "months": 1.5}, TypeError, "months must be a whole number, not float"),
        ({"hours": 1720, "extent": 0.5}, TypeError, "extent must be Rate, not float"),
        ({"hours": 1720, "extent": Rate(-1)}, InvalidValue, "units Decimal"),
    ],
)
def test_working_time_that_cannot_be(wrong: dict[str, object], error: type[Exception], message: str) -> None:
    """Hours and months are counted, and nobody works less than nothing."""
    make: Any = UnitCost.of_working_time
    with pytest.raises(error, match=message):
        make(Money(500), wrong.pop("extent", Rate(1)), **wrong)


def test_units_that_come_to_no_amount_are_refused() -> None:
    """A price times units is an amount of money like any other."""
    with pytest.raises(
        InvalidValue, match=r"come to an amount beyond all measure at SEK.100,000,000,000 each; check price and units"
    ):
        UnitCost(Money(10**11), 10**10)


# --- flat rates


@given(rates(), money("SEK", min_amount=0, max_amount=10**9), money("SEK", min_amount=0, max_amount=10**9))
def test_a_flat_rate_is_a_share_of_its_base(rate: Rate, first: Money, second: Money) -> None:
    """The amount lies within half an öre of rate times base, and is the rounded product."""
    lines = [Cost(INDIRECT, FlatRate(rate, [STAFF])), cost(STAFF, first), cost(TRAVEL, 7), cost(STAFF, second)]
    found = Budget(lines).cost_amounts[0]
    exact = rate.fraction * (first.as_fraction() + second.as_fraction())
    assert isinstance(found, Money)
    assert abs(found.as_fraction() - exact) <= Fraction(1, 200)
    assert found == Money.of_fraction(exact, rounding=Rounding.MINOR_HALF_UP)


def plain(lines: Sequence[Cost]) -> list[Fraction]:
    """Compute exact lines over and over until nothing changes, in öre."""
    found = [Fraction(0) for _ in lines]
    for _ in range(len(lines) + 1):
        for index, line in enumerate(lines):
            basis = line.basis
            if isinstance(basis, FlatRate) and basis.amount is None:
                base = sum(
                    amount
                    for amount, other in zip(found, lines, strict=True)
                    if other.category in basis.base and line.year in (None, other.year)
                )
                twice, rest = divmod(2 * basis.rate.fraction * base, 1)
                found[index] = Fraction((twice + 1) // 2) if rest or twice % 2 else Fraction(twice // 2)
            else:
                assert isinstance(line.amount, Money)
                found[index] = Fraction(line.amount.minor)
    return found


@st.composite
def exact_lines(draw: st.DrawFn) -> list[Cost]:
    """Draw a few lines of a few öre, each of one of two years; a flat rate is of categories before its own."""
    lines: list[Cost] = []
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, 3))
        year = draw(st.sampled_from([2025, 2026]))
        if place and draw(st.booleans()):
            base = draw(st.lists(st.sampled_from(CATEGORIES[:place]), min_size=1, max_size=4))
            basis: FlatRate | ActualCost = FlatRate(draw(rates()), base)
        else:
            basis = ActualCost(Money.of_minor(draw(st.integers(0, 10_000))))
        lines.append(Cost(CATEGORIES[place], basis, year=year))
    return lines


@given(exact_lines())
def test_flat_rates_of_flat_rates_are_computed_in_their_order(lines: list[Cost]) -> None:
    """What is computed at once is what computing again and again comes to."""
    amounts = Budget([*lines, cost(EXTERNAL, 1)]).cost_amounts[:-1]
    assert [amount.minor for amount in amounts if isinstance(amount, Money)] == plain(lines)


@given(st.lists(costs("SEK"), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_amount(lines: list[Cost], random: Random) -> None:
    """However the lines are shuffled, each comes to the same, and so does their sum."""
    order = list(range(len(lines)))
    random.shuffle(order)
    budget, shuffled = Budget(lines), Budget([lines[place] for place in order])
    assert shuffled.cost_amounts == tuple(budget.cost_amounts[place] for place in order)
    assert shuffled.total_costs == budget.total_costs


@given(st.lists(costs("SEK"), max_size=4), st.integers(0, 10_000), st.integers(0, 10_000))
def test_raising_a_staff_cost_never_lowers_the_total(lines: list[Cost], minor: int, more: int) -> None:
    """More for staff is at least so much more in all, at either end of what is known."""
    before, after = (
        Budget([*lines, cost(STAFF, Money.of_minor(amount))]).total_costs for amount in (minor, minor + more)
    )
    for less, greater in zip(ends(before), ends(after), strict=True):
        assert less is None or (greater is not None and greater.minor - less.minor >= more)


def ends(amount: MoneyLike | None) -> tuple[Money | None, Money | None]:
    """Return both ends of an amount."""
    if amount is None:
        return None, None
    return (amount.low, amount.high) if isinstance(amount, Bounds) else (amount, amount)


# --- what is known in part


def few_amounts() -> st.SearchStrategy[MoneyLike | None]:
    """Draw a few öre: unknown, exact, or within bounds whose ends are possible or not."""
    few = st.integers(0, 4).map(Money.of_minor)
    return st.one_of(
        st.none(),
        few,
        few.map(Bounds.at_least),
        few.map(Bounds.over),
        st.integers(1, 4).map(Money.of_minor).map(Bounds.under),
        st.tuples(few, few).map(lambda ends: Bounds(min(ends), max(ends))),
    )


def possible(amount: MoneyLike | None) -> list[int]:
    """Count out what an amount may be."""
    if isinstance(amount, Money):
        return [amount.minor]
    return [minor for minor in range(LARGEST + 1) if amount is None or Money.of_minor(minor) in amount]


@settings(max_examples=200)
@given(
    st.lists(st.tuples(few_amounts(), st.sampled_from([None, 2025, 2026])), min_size=1, max_size=3),
    st.sampled_from([None, 2025]),
    st.sampled_from(["15", "40", "100", "250", "0"]),
)
def test_bounds_in_give_sound_and_tight_bounds_out(
    lines: list[tuple[MoneyLike | None, int | None]], year: int | None, percent: str
) -> None:
    """Every amount that the base allows lies inside, and each end is such an amount."""
    listed = [cost(STAFF, amount, of_year) for amount, of_year in lines]
    budget = Budget([flat(INDIRECT, percent, STAFF, year=year), *listed, cost(TRAVEL, 1)])
    found = budget.cost_amounts[0]
    bases = set[int]()
    for chosen in itertools.product(*(possible(amount) for amount, _ in lines)):
        # Of a line that does not say its year, all, nothing or any part may belong to the year.
        parts = (
            range(minor + 1) if year and of_year is None else [minor if of_year == year or not year else 0]
            for minor, (_, of_year) in zip(chosen, lines, strict=True)
        )
        bases.update(sum(each) for each in itertools.product(*parts))
    rate = Rate.of_percent(percent)
    reached = {rate.apply(Money.of_minor(base), rounding=Rounding.MINOR_HALF_UP) for base in bases}
    assert all(found is None or each in as_bounds(found) for each in reached)
    low, high = ends(found)
    assert (low or Money(0)) == min(reached)
    assert high is None or high == max(reached)


def as_bounds(amount: MoneyLike) -> Bounds[Money]:
    """Take any amount as bounds."""
    return amount if isinstance(amount, Bounds) else Bounds(amount, amount)


def test_a_flat_rate_of_bounds() -> None:
    """15 % of over 12 million is at least 1.8 million: an öre over 12 million makes no öre more."""
    budget = Budget([cost(STAFF, Bounds.over(Money(12_000_000))), flat(INDIRECT, 15, STAFF)])
    assert budget.cost_amounts[1] == Bounds.at_least(Money(1_800_000))


def test_a_line_that_does_not_say_its_year_may_belong() -> None:
    """A flat rate of one year is of the lines of that year, and perhaps of those that say none."""
    lines = [cost(STAFF, 100, 2025), cost(STAFF, 200, 2026), cost(STAFF, 1000)]
    assert Budget([*lines, flat(INDIRECT, 10, STAFF, year=2025)]).cost_amounts[3] == Bounds(Money(10), Money(110))
    assert Budget([*lines, flat(INDIRECT, 10, STAFF)]).cost_amounts[3] == Money(130)
    partner = attrs.evolve(flat(INDIRECT, 10, STAFF), partner="Åre kommun", phase="Genomförande")
    assert Budget([attrs.evolve(lines[0], partner="Bergs kommun"), partner, cost(TRAVEL, 1)]).cost_amounts[1] == (
        Money(0)
    )


def test_a_share_below_zero_is_of_a_mirrored_base() -> None:
    """A flat-rate deduction of 10 % of 50 to 100 is 5 to 10 off."""
    lines = [cost(EXTERNAL, Bounds(Money(50), Money(100))), flat(CostCategory.REVENUE, -10, EXTERNAL)]
    assert Budget(lines).cost_amounts[1] == Bounds(Money(-10), Money(-5))


def test_a_flat_rate_of_nothing_said_is_not_known() -> None:
    """Without a base nobody knows what it is a share of; of categories without lines it is nothing."""
    assert Budget([cost(STAFF, 100), flat(INDIRECT, 15)]).cost_amounts == (Money(100), None)
    assert Budget([cost(STAFF, 100), flat(INDIRECT, 15, TRAVEL)]).cost_amounts == (Money(100), Money(0))
    assert Budget([flat(INDIRECT, 15, TRAVEL)]).cost_amounts == (None,)
    assert Budget([flat(INDIRECT, 15, TRAVEL)]).total_costs is None


def test_an_unknown_correction_in_the_base_leaves_the_flat_rate_open() -> None:
    """Nobody knows on which side of 0 it is."""
    lines = [cost(STAFF, 100), cost(CostCategory.CORRECTION, None), flat(INDIRECT, 15, STAFF, CostCategory.CORRECTION)]
    assert Budget(lines).cost_amounts[2] is None
    assert Budget(lines).total_costs is None


# --- stated and computed


@given(budgets("SEK"))
def test_what_is_stated_wins(budget: Budget) -> None:
    """Lines come to what they state; the others to what is computed."""
    for line, amount, computed in zip(budget.costs, budget.cost_amounts, budget.computed_amounts, strict=True):
        assert amount == (computed if line.basis.amount is None else line.basis.amount)


def test_a_stated_amount_counts_in_what_is_computed() -> None:
    """The flat rate is taken of what the line states, and what the line would compute to can still be asked for."""
    staff = Cost(STAFF, UnitCost(Money(500), 10, amount=Money(4_000)))
    indirect = Cost(INDIRECT, FlatRate(Rate.of_percent(15), [STAFF], amount=Money(599)))
    budget = Budget([staff, indirect, flat(OTHER, 10, INDIRECT)])
    assert budget.cost_amounts == (Money(4_000), Money(599), Money("59.90"))
    assert budget.computed_amounts == (Money(5_000), Money(600), Money("59.90"))
    assert Cost(OTHER, LumpSum(Money(5))).computed == Money(5)


# --- circles


@given(st.lists(st.tuples(st.sampled_from(CATEGORIES), st.lists(st.sampled_from(CATEGORIES), max_size=2)), max_size=5))
def test_a_circle_and_only_a_circle_is_refused(drawn: list[tuple[CostCategory, list[CostCategory]]]) -> None:
    """Lines that wait for each other cannot be computed; all other lines can, in whatever order they stand."""
    lines = [flat(category, 10, *base) for category, base in drawn]
    waits = {
        place: {other for other, (category, _) in enumerate(drawn) if category in base}
        for place, (_, base) in enumerate(drawn)
    }
    reached = {place: set(others) for place, others in waits.items()}
    for middle, first in itertools.product(reached, reached):
        if middle in reached[first]:
            reached[first] |= reached[middle]
    circles = {place for place, others in reached.items() if place in others}
    if not circles:
        assert len(Budget(lines).cost_amounts) == len(lines)
        return
    with pytest.raises(InvalidValue, match="flat rate") as refused:
        Budget(lines)
    first = int(refused.value.place[6:-1])
    numbers = cast("tuple[int, ...]", refused.value.params.get("lines", (first + 1,)))
    named = [number - 1 for number in numbers]
    assert named[0] == first
    assert {*named} <= circles
    assert all(then in waits[place] for place, then in itertools.pairwise([*named, named[0]]))


def test_a_flat_rate_of_itself_is_refused() -> None:
    """The error names the line and says what to do; a stated amount needs no computing."""
    with pytest.raises(InvalidValue) as refused:
        Budget([cost(STAFF, 1), flat(INDIRECT, 15, INDIRECT)])
    assert str(refused.value) == "costs[1] is a flat rate of itself; state its amount, or take it out of its base"
    stated = Cost(INDIRECT, FlatRate(Rate.of_percent(15), [STAFF, INDIRECT], amount=Money(100)))
    assert Budget([cost(STAFF, 900), stated]).computed_amounts[1] == Money(150)


def test_lines_of_different_years_are_no_circle() -> None:
    """Travel of 2025 is a share of staff in 2025, and staff of 2026 one of travel in 2026: neither waits for itself."""
    lines = [cost(STAFF, 100, 2025), flat(TRAVEL, 10, STAFF, year=2025), cost(TRAVEL, 50, 2026)]
    assert Budget([*lines, flat(STAFF, 40, TRAVEL, year=2026)]).cost_amounts[3] == Money(20)


def test_a_flat_rate_that_is_no_amount_is_refused() -> None:
    """The line is named whose rate comes to more than any amount."""
    with pytest.raises(InvalidValue, match=r"costs\[1\] .*10\^18 of the smallest unit or more") as found:
        Budget([cost(STAFF, 10**12), Cost(INDIRECT, FlatRate(Rate(Fraction(10**9)), [STAFF]))])
    assert found.value.place == "costs[1]"


def test_many_lines_are_computed_at_once() -> None:
    """Ten thousand flat rates of ten thousand lines share one sum."""
    lines = [*(cost(STAFF, 1) for _ in range(10_000)), *(flat(INDIRECT, 10, STAFF) for _ in range(10_000))]
    assert Budget(lines).total_costs == Money(10_010_000)
