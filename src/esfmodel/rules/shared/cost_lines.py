"""Lines of cost for rules on simplified costs: flat rates, the lines they cover, and lines that are no costs."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from esfmodel.model import Cost, CostCategory, FlatRate, Fund
from esfmodel.model.facts import fund_of
from esfmodel.rules.words import Words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.model import Budget, Project
    from esfmodel.values.bounds import MoneyLike

LineLabels = tuple[str | None, str | None, int | None]
"""The partner, phase and year of a line."""

FLAT_RATES: Final = Words(
    "gäller budgetar med schabloner, utom i Ejflu och FEAD", "concerns budgets with flat rates, save in EAFRD and FEAD"
)
"""The scope of a rule on the law of flat rates."""

_WITH_RULES_OF_THEIR_OWN = (Fund.EAFRD, Fund.FEAD)

NO_COST: Final = tuple(category for category in CostCategory if category.may_be_negative)
"""The categories that are no costs themselves but change others, such as revenue."""

STAFF: Final = frozenset({CostCategory.STAFF})
"""The base of a flat rate on staff costs alone."""


def flat_rate_lines(budget: Budget) -> Iterator[tuple[int, Cost, FlatRate]]:
    """Yield each line with a flat rate, with its place among the costs."""
    for index, cost in enumerate(budget.costs):
        if isinstance(cost.basis, FlatRate):
            yield index, cost, cost.basis


def has_common_rules(project: Project) -> bool:
    """Whether the common provisions set the eligible costs; False only where the fund is known to be another."""
    return fund_of(project) not in _WITH_RULES_OF_THEIR_OWN


def has_flat_rates(project: Project) -> bool:
    """Whether the law of flat rates concerns a budget: it has flat rates, or its costs are not known."""
    budget = project.budget
    may_have = budget is None or not budget.costs or any(True for _ in flat_rate_lines(budget))
    return may_have and has_common_rules(project)


def first_by_labels(lines: Iterable[tuple[int, Cost]]) -> dict[LineLabels, int]:
    """Return the first line for each partner, phase and year; None stands for all of them."""
    found: dict[LineLabels, int] = {}
    for index, cost in lines:
        found.setdefault((cost.partner, cost.phase, cost.year), index)
    return found


def first_covering(cost: Cost, lines: Mapping[LineLabels, int]) -> int | None:
    """Return the first of the lines that concern the partner, phase and year of a cost; None where no line does."""
    named = covering_labels(cost.partner, cost.phase, cost.year)
    return min((lines[labels] for labels in named if labels in lines), default=None)


def covering_labels(partner: str | None, phase: str | None, year: int | None) -> tuple[LineLabels, ...]:
    """Return the labels of every line that concerns a partner, phase and year, the closest first."""
    # A line without a partner is about every partner, and so for phase and year: at most eight combinations.
    return tuple(dict.fromkeys(product((partner, None), (phase, None), (year, None))))


def is_zero(amount: MoneyLike | None) -> bool:
    """Whether an amount is known to be zero."""
    return isinstance(amount, Money) and not amount.minor
