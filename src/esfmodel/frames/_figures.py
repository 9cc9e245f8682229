"""The budget of the figures that a row of a project states, where nothing lists who pays.

>>> from esfmodel.values.money import Money
>>> budget, others = of_figures(None, {"total_cost": Money(900), "support": Money(400)}, pays=True, may_state=True)
>>> budget.own_contribution, others
(Money(500), {})
"""

from __future__ import annotations

from contextlib import suppress
from itertools import product
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.labels import Meaning
from esfmodel.formats.stated import stated_budget
from esfmodel.frames.columns import FIGURES
from esfmodel.model.budget import Budget
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.values.bounds import MoneyLike

Figures = dict[str, "MoneyLike"]
"""Figures of a budget, by its names for them."""

_MEANINGS = {
    "total_cost": Meaning.TOTAL,
    "support": Meaning.SUPPORT,
    "eu_support": Meaning.EU_SUPPORT,
    "own_contribution": Meaning.OWN,
}


def of_figures(
    budget: Budget | None, figures: Figures, *, pays: bool, may_state: bool, is_derived: bool = False
) -> tuple[Budget | None, dict[str, MoneyLike | None]]:
    """Return a budget that has these figures, with what a budget gives for each figure that it has otherwise.

    `budget` is what lists say of it, and None where none does. Where `may_state`, `total_cost` is the total that it
    states, if the lists do not give it; where it `is_derived`, only if the figures do not follow without it. Where
    `pays`, nothing lists who pays, and that follows from the figures too: of the ways to divide the cost between the
    Union, the state and the project, the first is taken that gives them.
    """
    if not figures:
        return budget, {}
    best: tuple[int, int] | None = None
    found = budget
    for candidate in _candidates(budget or Budget(), figures, pays=pays, may_state=may_state, is_derived=is_derived):
        wrong = len(_others(candidate, figures))
        # What the row leaves open should stay so, unless it says that all is listed.
        more = sum(1 for name in FIGURES if name not in figures and getattr(candidate, name) is not None)
        more = 0 if candidate.complete else more
        if best is None or (wrong, more) < best:
            best, found = (wrong, more), candidate
        if best == (0, 0):
            break
    return found, {} if found is None else _others(found, figures)


def is_possible(figure: MoneyLike | None, within: MoneyLike | None) -> bool:
    """Whether a figure is narrower than what is known of it, which it does not contradict."""
    if figure is None or figure == within:
        return False
    return within is None or (isinstance(within, Bounds) and figure in within)


def _others(budget: Budget, figures: Figures) -> dict[str, MoneyLike | None]:
    return {name: getattr(budget, name) for name, figure in figures.items() if getattr(budget, name) != figure}


def _candidates(budget: Budget, figures: Figures, *, pays: bool, may_state: bool, is_derived: bool) -> Iterator[Budget]:
    totals = [budget.total]
    if may_state and budget.total is None:
        total = figures.get("total_cost")
        totals = [total, None] if pays and not is_derived else [None, total]
    elif is_possible(figures.get("total_cost"), budget.total_cost) and budget.total is None:
        # A line of an unknown amount leaves the total open, and the row states it.
        totals = [figures.get("total_cost")]
    lists = list(dict.fromkeys(_financings(figures, complete=budget.complete))) if pays else [budget.financing]
    for financing, stated in product(lists, dict.fromkeys(totals)):
        try:
            yield attrs.evolve(budget, financing=financing, total=stated)
        except InvalidValue:
            # Figures too large to add up in this way, or in two currencies: the next may do.
            continue


def _financings(figures: Figures, *, complete: bool) -> Iterator[tuple[Contribution, ...]]:
    """Yield the ways in which figures can be contributions, the most usual first."""
    exact: Mapping[Meaning, Money] = {
        _MEANINGS[name]: figure for name, figure in figures.items() if isinstance(figure, Money)
    }
    try:
        stated, _ = stated_budget(exact)
    except InvalidValue:
        stated = None
    if stated is not None and not complete:
        yield stated.financing
    support, union, own = (figures.get(name) for name in FIGURES[1:])
    granted = [
        _paid((FundingSource.EU_AND_STATE, support)) if support is not None else (),
        _paid((FundingSource.EU, union)) if union is not None else (),
        _paid((FundingSource.EU, union), (FundingSource.STATE_GRANT, None)) if union is not None else (),
    ]
    if isinstance(support, Money) and isinstance(union, Money) and support.currency == union.currency:
        # A difference too large for an amount is no way to divide the support.
        with suppress(InvalidValue):
            granted.insert(0, _paid((FundingSource.EU, union), (FundingSource.STATE_GRANT, support - union)))
    raised = [(), (Contribution.rest(),), _paid((FundingSource.OWN, None))]
    if own is not None:
        raised.insert(0, _paid((FundingSource.OWN, own)))
    for part, rest in product(granted, raised):
        yield (*part, *rest)


def _paid(*parts: tuple[FundingSource, MoneyLike | None]) -> tuple[Contribution, ...]:
    return tuple(Contribution(Funder(source=source), amount) for source, amount in parts)
