"""What rules on financing ask of a budget: what is granted, what comes in kind, and amounts in one currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import ContributionForm, CostCategory, FundingSource, PortfolioSum
from esfmodel.rules._facts import as_bounds, known, known_amount
from esfmodel.rules._missing import NO_AMOUNT, NO_BUDGET, NO_SUPPORT
from esfmodel.rules.words import Words
from esfmodel.values.bounds import Bounds, MoneyLike, exact
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.model import Budget, Contribution, Project

_NO_AMOUNTS = Words("inget belopp är känt i budgeten", "no amount is known in the budget")


def budget_of(project: Project) -> Budget:
    """Give the budget; else raise `NotKnown`."""
    return known(project.budget, NO_BUDGET)


def exact_support(project: Project) -> Money:
    """Give the support of the budget, which must be known exactly; else raise `NotKnown`."""
    return exact(known_amount(budget_of(project).support, NO_SUPPORT))


def union_is_divided_out(project: Project) -> bool:
    """Whether the financing has the Union's money as a part of its own, or is not known at all."""
    financing = () if project.budget is None else project.budget.financing
    return not financing or any(part.source is FundingSource.EU for part in financing)


def currency_of(budget: Budget) -> str:
    """Give the currency of the budget; else raise `NotKnown`."""
    return known(budget.currency, _NO_AMOUNTS)


def summed(budget: Budget, amounts: Iterable[MoneyLike | None]) -> Bounds[Money]:
    """Add up amounts of the budget; one that is not known is at least 0."""
    return as_bounds(known_amount(PortfolioSum.of(amounts, currency_of(budget)).within, _NO_AMOUNTS))


def perhaps(budget: Budget, parts: Iterable[Contribution]) -> Bounds[Money]:
    """Add up contributions of which each may count or not, since nobody has said what it is."""
    nothing = Money(0, currency_of(budget))
    found = Bounds(nothing, nothing)
    for part in parts:
        amount = Bounds.at_least(nothing) if part.amount is None else as_bounds(part.amount)
        low = nothing if amount.low is None else min(nothing, amount.low)
        high = None if amount.high is None else max(nothing, amount.high)
        found += Bounds(low, high)
    return found


def in_kind(budget: Budget) -> Bounds[Money]:
    """Add up the contributions that are said to be in kind."""
    return summed(budget, [part.amount for part in budget.financing if part.form is ContributionForm.IN_KIND])


def perhaps_in_kind(budget: Budget) -> list[Contribution]:
    """Give the contributions of the project's own of which nobody has said whether they are in kind."""
    return [part for part in budget.financing if part.form is None and (part.source is None or part.source.is_own)]


def costs_in_kind(budget: Budget) -> Bounds[Money]:
    """Add up the lines of cost that mirror contributions in kind."""
    lines = zip(budget.costs, budget.cost_amounts, strict=True)
    return summed(budget, [amount for cost, amount in lines if cost.category is CostCategory.IN_KIND])


def has_in_kind(budget: Budget) -> bool:
    """Whether anything in the budget is said to be in kind."""
    contributed = any(part.form is ContributionForm.IN_KIND for part in budget.financing)
    return contributed or any(cost.category is CostCategory.IN_KIND for cost in budget.costs)


def check_one_currency(first: MoneyLike, second: MoneyLike) -> None:
    """Raise `NotKnown` for amounts in two currencies: no rate of exchange is known."""
    currencies = [_currency(amount) for amount in (first, second)]
    if currencies[0] != currencies[1]:
        between = " / ".join(currencies)
        raise NotKnown(
            Words(
                f"beloppen är i olika valutor ({between}), och ingen kurs är känd",
                f"the amounts are in different currencies ({between}), and no rate is known",
            )
        )


def exceeds(lowest: MoneyLike, highest: MoneyLike, threshold: Money) -> bool:
    """Whether an amount between two is above a threshold; `NotKnown` when it may be, or is in another currency."""
    low, high = as_bounds(lowest).low, as_bounds(highest).high
    currencies = {amount.currency for amount in (low, high) if amount is not None}
    if currencies - {threshold.currency}:
        raise NotKnown(
            Words(
                f"beloppet är i {min(currencies)} och gränsen i {threshold.currency}; ingen växelkurs är lag här",
                f"the amount is in {min(currencies)} and the threshold in {threshold.currency}; "
                "no exchange rate is law here",
            )
        )
    if low is not None and low > threshold:
        return True
    if high is not None and high <= threshold:
        return False
    raise NotKnown(NO_AMOUNT)


def over(found: MoneyLike, limit: MoneyLike) -> MoneyLike | None:
    """Give how much one amount is more than another; None where that is no amount, or may be anything."""
    try:
        difference = as_bounds(found) - as_bounds(limit)
    except (InvalidValue, NotKnown):
        return None
    return difference.known or difference


def _currency(amount: MoneyLike) -> str:
    bounds = as_bounds(amount)
    return known(bounds.low or bounds.high, _NO_AMOUNTS).currency
