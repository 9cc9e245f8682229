"""Hypothesis strategies for costs, funding and budgets: valid by construction, nothing filtered.

`budgets` draws whatever can exist, also figures that contradict each other and figures that nobody knows;
`balanced_budgets` those in which everything is known and adds up.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory, FlatRate, LumpSum, UnitCost
from esfmodel.model.funding import Commitment, Contribution, ContributionForm, Funder, FundingSource
from esfmodel.testing._fields import in_currency, with_some
from esfmodel.testing._figures import bounds_of_money, money, rates
from esfmodel.testing._organisations import organisations, plain_organisations
from esfmodel.testing._words import names
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike

_LARGEST_BALANCED = 10**14
_YEARS = st.integers(2000, 2040)
_UNDIVIDED = tuple(source for source in FundingSource if source not in {FundingSource.EU, FundingSource.STATE_GRANT})
_DIVIDED = tuple(source for source in FundingSource if source is not FundingSource.EU_AND_STATE)
_OWN = tuple(source for source in FundingSource if source.is_own)
_WAYS_TO_GRANT = (
    (FundingSource.EU_AND_STATE,),
    (FundingSource.EU,),
    (FundingSource.EU, FundingSource.STATE_GRANT),
    (FundingSource.EU, FundingSource.PARTNER_COUNTRY),
)
_MAY_BE_NEGATIVE = tuple(category for category in CostCategory if category.may_be_negative)
_USUAL = tuple(category for category in CostCategory if not category.may_be_negative)
_STAFF_LAST = (*(category for category in _USUAL if category is not CostCategory.STAFF), CostCategory.STAFF)
"""Another order to compute categories in: a flat rate is a share of categories before its own, so not only of staff."""


def money_like(currency: str | None = None) -> st.SearchStrategy[MoneyLike]:
    """Amounts from 0, exact or known within bounds.

    >>> from hypothesis import find
    >>> find(money_like("SEK"), lambda amount: True)
    Money(0)
    """
    return in_currency(currency, _known)


def funders() -> st.SearchStrategy[Funder]:
    """Funders, named or not, of every legal kind of money.

    >>> from hypothesis import find
    >>> find(funders(), lambda funder: funder.source.is_own).source
    <FundingSource.OWN_PUBLIC: 'own, public'>
    """
    return st.builds(Funder, st.one_of(st.none(), organisations()), source=st.sampled_from(FundingSource))


def contributions(currency: str | None = None) -> st.SearchStrategy[Contribution]:
    """What one funder pays, or the rest that nobody is named for; amounts are unknown, exact or within bounds.

    >>> from hypothesis import find
    >>> find(contributions("SEK"), lambda part: True).is_rest
    True
    """
    return in_currency(currency, lambda code: _contributions(code, tuple(FundingSource)))


def actual_costs(currency: str | None = None) -> st.SearchStrategy[ActualCost]:
    """Costs actually incurred, known or not.

    >>> from hypothesis import find
    >>> find(actual_costs(), lambda basis: True)
    ActualCost()
    """
    return in_currency(currency, lambda code: st.builds(ActualCost, _amounts(code)))


def unit_costs(currency: str | None = None) -> st.SearchStrategy[UnitCost]:
    """Unit costs: a price and a number of hours or other units, with up to two decimals.

    >>> from hypothesis import given
    >>> @given(unit_costs("SEK"))
    ... def a_price_is_in_kronor(basis):
    ...     assert basis.price.currency == "SEK"
    >>> a_price_is_in_kronor()
    """
    return in_currency(currency, _unit_costs)


def flat_rates(currency: str | None = None) -> st.SearchStrategy[FlatRate]:
    """Flat rates on the costs of one category or more.

    >>> from hypothesis import given
    >>> @given(flat_rates())
    ... def a_rate_is_of_something(basis):
    ...     assert len(basis.base) > 0
    >>> a_rate_is_of_something()
    """
    return in_currency(currency, _flat_rates)


def lump_sums(currency: str | None = None) -> st.SearchStrategy[LumpSum]:
    """Lump sums.

    >>> from hypothesis import find
    >>> find(lump_sums(), lambda basis: True).amount is None
    True
    """
    return in_currency(currency, _lump_sums)


def costs(currency: str | None = None) -> st.SearchStrategy[Cost]:
    """Lines of cost on every basis; only revenue and corrections are below zero.

    Any of them make a budget together: no flat rates are shares of each other.

    >>> from hypothesis import find
    >>> find(costs("SEK"), lambda cost: True).amount is None
    True
    """
    return in_currency(currency, lambda code: _costs(code, _USUAL))


def budgets(currency: str | None = None) -> st.SearchStrategy[Budget]:
    """Budgets in one currency, or in any: everything that can exist, consistent or not.

    Amounts are unknown, exact or known within bounds, and the total is stated or not. What contradicts itself is drawn
    as well, such as support above the total cost; see `balanced_budgets` for figures that agree.

    >>> from hypothesis import given
    >>> @given(budgets("EUR"))
    ... def one_currency(budget):
    ...     assert budget.currency in {None, "EUR"}
    >>> one_currency()
    """
    return in_currency(currency, _budgets)


@cache
def small_budgets(currency: str) -> st.SearchStrategy[Budget]:
    """Budgets of one partner, one phase or one decision: a total at most, and one contribution."""
    financing = st.lists(_contributions(currency, tuple(FundingSource)), max_size=1)
    return with_some(Budget, financing=financing, total=_known(currency))


def balanced_budgets(currency: str | None = None) -> st.SearchStrategy[Budget]:
    """Budgets in which every amount is exact and above or equal to zero, and costs equal financing equal the total.

    >>> from hypothesis import given
    >>> @given(balanced_budgets())
    ... def costs_are_financed(budget):
    ...     assert budget.total_costs == budget.total_financing == budget.support + budget.own_contribution
    >>> costs_are_financed()
    """
    return in_currency(currency, _balanced)


@cache
def _known(currency: str) -> st.SearchStrategy[MoneyLike]:
    return st.one_of(money(currency, min_amount=0), bounds_of_money(currency, min_amount=0))


@cache
def _amounts(currency: str) -> st.SearchStrategy[MoneyLike | None]:
    return st.one_of(st.none(), _known(currency))


def _exact_or_unknown(currency: str) -> st.SearchStrategy[Money | None]:
    return st.one_of(st.none(), money(currency, min_amount=0))


@cache
def _funders(sources: tuple[FundingSource, ...]) -> st.SearchStrategy[Funder]:
    return st.builds(Funder, st.one_of(st.none(), plain_organisations()), source=st.sampled_from(sources))


@cache
def _contributions(currency: str, sources: tuple[FundingSource, ...]) -> st.SearchStrategy[Contribution]:
    # A negative contribution is a correction, and always known.
    amounts = st.one_of(_amounts(currency), money(currency, max_amount=0))
    named = with_some(
        Contribution,
        _funders(sources),
        amounts,
        form=st.sampled_from(ContributionForm),
        partner=names(),
        phase=names(),
        year=_YEARS,
        commitment=st.sampled_from(Commitment),
        reference=names(),
    )
    return st.one_of(st.builds(Contribution.rest), named)


@cache
def _unit_costs(currency: str) -> st.SearchStrategy[UnitCost]:
    units = st.one_of(st.integers(0, 10_000), st.decimals(0, 10_000, places=2))
    return with_some(
        UnitCost,
        money(currency, min_amount=0, max_amount=100_000),
        units,
        unit=names(),
        code=names(),
        region=names(),
        year=_YEARS,
        amount=money(currency, min_amount=0),
    )


@cache
def _flat_rates(currency: str) -> st.SearchStrategy[FlatRate]:
    base = st.lists(st.sampled_from(_USUAL), min_size=1, max_size=3, unique=True)
    return with_some(FlatRate, rates(), base, amount=money(currency, min_amount=0))


@cache
def _lump_sums(currency: str) -> st.SearchStrategy[LumpSum]:
    return with_some(LumpSum, _exact_or_unknown(currency), description=names())


@cache
def _costs(currency: str, order: tuple[CostCategory, ...]) -> st.SearchStrategy[Cost]:
    said = {"partner": names(), "phase": names(), "year": _YEARS, "description": names()}
    stated = st.one_of(
        st.builds(ActualCost, _amounts(currency)),
        _lump_sums(currency),
        st.builds(attrs.evolve, _flat_rates(currency), amount=money(currency, min_amount=0)),
        _unit_costs(currency),
    )
    corrections = st.builds(ActualCost, money(currency, max_amount=0))
    return st.one_of(
        with_some(Cost, st.sampled_from(_USUAL), stated, **said),
        with_some(Cost, st.sampled_from(_MAY_BE_NEGATIVE), corrections, **said),
        st.integers(1, len(order) - 1).flatmap(
            lambda place: with_some(Cost, st.just(order[place]), _computed_flat_rates(order[:place]), **said)
        ),
    )


def _computed_flat_rates(categories: tuple[CostCategory, ...]) -> st.SearchStrategy[FlatRate]:
    base = st.lists(st.sampled_from(categories), min_size=1, max_size=3, unique=True)
    return st.builds(FlatRate, rates(), base)


@cache
def _budgets(currency: str) -> st.SearchStrategy[Budget]:
    lines = st.sampled_from((_USUAL, _STAFF_LAST)).flatmap(lambda order: st.lists(_costs(currency, order), max_size=3))
    # The same money is never listed twice: the grant is undivided, or it is divided.
    financing = st.one_of(
        st.lists(_contributions(currency, _UNDIVIDED), max_size=3),
        st.lists(_contributions(currency, _DIVIDED), max_size=3),
    )
    drawn = with_some(Budget, costs=lines, financing=financing, total=_known(currency), complete=st.booleans())
    # Of amounts that have nothing to do with each other, hardly any make a share of each other.
    return st.one_of(drawn, _balanced(currency))


@cache
def _balanced(currency: str) -> st.SearchStrategy[Budget]:
    grants = st.sampled_from(_WAYS_TO_GRANT).flatmap(
        lambda sources: st.tuples(*(st.tuples(st.just(source), st.integers(1, 100)) for source in sources))
    )
    raised = st.lists(st.tuples(st.sampled_from(_OWN), st.integers(1, 100)), max_size=2)

    def budget(
        minor: int,
        lines: list[tuple[CostCategory, int]],
        granted: tuple[tuple[FundingSource, int], ...],
        own: list[tuple[FundingSource, int]],
        is_stated: bool,
    ) -> Budget:
        total = Money.of_minor(minor, currency)
        spent = total.allocate(weight for _, weight in lines)
        paid = total.allocate(weight for _, weight in (*granted, *own))
        return Budget(
            [Cost(category, ActualCost(part)) for (category, _), part in zip(lines, spent, strict=True)],
            [
                Contribution(Funder(source=source), part)
                for (source, _), part in zip((*granted, *own), paid, strict=True)
            ],
            total=total if is_stated else None,
        )

    lines = st.lists(st.tuples(st.sampled_from(_USUAL), st.integers(1, 100)), min_size=1, max_size=3)
    return st.builds(budget, st.integers(1, _LARGEST_BALANCED), lines, grants, raised, st.booleans())
