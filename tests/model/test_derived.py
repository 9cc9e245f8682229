"""The derived figures against every way in which a budget can be completed, counted out in whole öre.

A completion gives each line and contribution one of the amounts it may have, says of an undivided grant and of an
unnamed rest whose money each öre is, and adds up: costs, financing and stated total are the same sum. Nothing else is
assumed.
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Money,
    Rate,
)
from esfmodel.testing import budgets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.values import MoneyLike, RateLike

LARGEST = 10
"""Amounts that nobody limits are tried up to this many öre."""

MONEY_FIGURES = ("total_costs", "total_financing", "total_cost", "support", "eu_support", "own_contribution")
RATE_FIGURES = ("support_rate", "eu_rate", "own_rate")


@attrs.frozen
class Completion:
    """What every figure is when nothing is open."""

    total_cost: int
    support: int
    eu_support: int

    @property
    def figures(self) -> dict[str, Money]:
        """The amounts, by name."""
        total = Money.of_minor(self.total_cost)
        support = Money.of_minor(self.support)
        return {
            "total_costs": total,
            "total_financing": total,
            "total_cost": total,
            "support": support,
            "eu_support": Money.of_minor(self.eu_support),
            "own_contribution": total - support,
        }

    @property
    def shares(self) -> dict[str, Fraction]:
        """The shares, by name; none of a total of nothing."""
        if not self.total_cost:
            return {}
        parts = {
            "support_rate": self.support,
            "eu_rate": self.eu_support,
            "own_rate": self.total_cost - self.support,
        }
        return {name: Fraction(part, self.total_cost) for name, part in parts.items()}


def amounts(*, largest: int = 4, ends_included: bool = False) -> st.SearchStrategy[MoneyLike | None]:
    """Draw a few öre: unknown, exact, or known within bounds, whose ends are possible or not."""
    few = st.integers(0, largest).map(Money.of_minor)
    some = st.integers(1, largest).map(Money.of_minor)
    included = st.one_of(
        st.none(),
        few,
        few.map(Bounds.at_least),
        some.map(Bounds.at_most),
        st.tuples(few, few).map(lambda ends: Bounds(min(ends), max(ends))),
    )
    return included if ends_included else st.one_of(included, few.map(Bounds.over), some.map(Bounds.under))


@st.composite
def small_budgets(draw: st.DrawFn, *, ends_included: bool = False) -> Budget:
    """Draw a budget of a few lines of a few öre."""
    few = amounts(ends_included=ends_included)
    others: list[FundingSource | None] = [FundingSource.PARTNER_COUNTRY, FundingSource.OWN, None]
    undivided = draw(st.booleans())
    grants = [FundingSource.EU_AND_STATE] if undivided else [FundingSource.EU, FundingSource.STATE_GRANT]
    sources = draw(st.lists(st.sampled_from([*grants, *others]), min_size=1, max_size=3))
    return Budget(
        [Cost(CostCategory.STAFF, ActualCost(draw(few))) for _ in range(draw(st.integers(0, 2)))],
        [Contribution(source and Funder(source=source), draw(few)) for source in sources],
        total=draw(amounts(largest=9, ends_included=ends_included)),
    )


def possible(amount: MoneyLike | None) -> list[int]:
    """Count out what an amount may be; what nobody has said is at least nothing."""
    if isinstance(amount, Money):
        return [amount.minor]
    return [minor for minor in range(LARGEST + 1) if amount is None or Money.of_minor(minor) in amount]


def completions(budget: Budget, *, with_costs: bool = True) -> Iterator[Completion]:
    """Complete a budget in every way; without its costs, the stated total alone says what it costs."""
    totals = set(possible(budget.total))
    if budget.costs and with_costs:
        totals &= {sum(each) for each in itertools.product(*(possible(cost.amount) for cost in budget.costs))}
    named = {part.source for part in budget.financing}
    eu_is_named = bool(named & {FundingSource.EU, FundingSource.EU_AND_STATE})
    for paid in itertools.product(*(possible(part.amount) for part in budget.financing)):
        if sum(paid) not in totals:
            continue
        by_source: dict[FundingSource | None, int] = {}
        for part, amount in zip(budget.financing, paid, strict=True):
            by_source[part.source] = by_source.get(part.source, 0) + amount
        undivided, rest = by_source.get(FundingSource.EU_AND_STATE, 0), by_source.get(None, 0)
        for own_of_rest, eu_of_undivided in itertools.product(range(rest + 1), range(undivided + 1)):
            # The rest comes from sources that nobody has named, so it is the Union's only where the Union is not named.
            for eu_of_rest in [0] if eu_is_named else range(rest - own_of_rest + 1):
                yield Completion(
                    sum(paid),
                    sum(paid) - by_source.get(FundingSource.OWN, 0) - own_of_rest,
                    by_source.get(FundingSource.EU, 0) + eu_of_undivided + eu_of_rest,
                )


def holds(figure: MoneyLike | RateLike | None, value: Money | Rate) -> bool:
    """Say whether a derived figure allows for a value; nothing known allows for anything."""
    return figure is None or (value in figure if isinstance(figure, Bounds) else value == figure)


@settings(max_examples=300)
@given(small_budgets())
def test_no_completion_lies_outside(budget: Budget) -> None:
    """Whatever the open amounts turn out to be, every derived figure allowed for it."""
    if budget.currency is None:
        return
    for completion in completions(budget):
        for name, amount in completion.figures.items():
            if name != "total_costs" or budget.costs:
                assert holds(getattr(budget, name), amount), name
        for name, share in completion.shares.items():
            assert holds(getattr(budget, name), Rate(share)), name


@settings(max_examples=300)
@given(small_budgets())
def test_shares_that_are_reached_are_reached(budget: Budget) -> None:
    """An included end of a share is the share of some completion; one known exactly is that of all."""
    if budget.currency is None or (budget.costs and budget.total is None):
        return
    shares = [completion.shares for completion in completions(budget, with_costs=False) if completion.total_cost]
    for name in RATE_FIGURES:
        found: RateLike | None = getattr(budget, name)
        reached = {each[name] for each in shares}
        if isinstance(found, Bounds) and reached:
            for end, included in ((found.low, found.low_included), (found.high, found.high_included)):
                assert end is not None
                assert not included or end.fraction in reached, name


@settings(max_examples=300)
@given(small_budgets(ends_included=True))
def test_nothing_is_said_only_where_nothing_is_excluded(budget: Budget) -> None:
    """Where a share is None, completions give it small and large."""
    if budget.currency is None or (budget.costs and budget.total is None):
        return
    shares = [completion.shares for completion in completions(budget, with_costs=False) if completion.total_cost]
    for name in RATE_FIGURES:
        reached = {each[name] for each in shares}
        if getattr(budget, name) is None and reached:
            assert min(reached) < Fraction(1, 2), name
            assert max(reached) > Fraction(1, 2), name


@given(budgets())
def test_figures_are_values_bounds_or_nothing(budget: Budget) -> None:
    """Every figure of every budget can be asked for, and bounds with one possible figure are that figure."""
    for name in (*MONEY_FIGURES, *RATE_FIGURES):
        figure = getattr(budget, name)
        assert figure is None or isinstance(figure, (Money, Rate)) or figure.known is None


@given(budgets())
def test_shares_are_shares(budget: Budget) -> None:
    """A share is one of a whole, and the own share is what the support leaves."""
    for name in RATE_FIGURES:
        figure: RateLike | None = getattr(budget, name)
        if figure is not None:
            assert figure >= Rate(0)
            assert figure <= Rate(1)
    support_rate, own_rate = budget.support_rate, budget.own_rate
    assert (support_rate is None) == (own_rate is None)
    if support_rate is not None and own_rate is not None:
        assert own_rate == support_rate.complement


def test_a_part_not_explained_is_nobodys_money() -> None:
    """Where a total of 25 stands beside a financing of 20, the 5 that are missing are not taken for the Union's."""
    undivided = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(9))
    own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(11))
    budget = Budget(financing=[undivided, own], total=Money(25))
    assert budget.eu_rate == Bounds(Rate(0), Rate(Fraction(9, 25)))
    assert budget.support_rate == Rate(Fraction(9, 25))
    assert budget.own_contribution == Money(16)
