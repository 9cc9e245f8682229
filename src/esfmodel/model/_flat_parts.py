"""What the flat rates of a budget add to what is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory, FlatRate
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Labels = tuple[CostCategory, str | None, str | None, int | None]
"""What a claimed cost says of itself: its category, partner, phase and year."""


@attrs.frozen(eq=False)
class _Names:
    """The names that some lines tell apart, and one that is none of them."""

    names: frozenset[str]
    other: str

    @classmethod
    def of(cls, names: Iterable[str | None]) -> _Names:
        named = frozenset(name for name in names if name is not None)
        return cls(named, f"{max(named, key=len, default='')}*")

    def told(self, name: str | None) -> str | None:
        """Give a name as far as the lines tell it apart: all that they do not know are one and the same other."""
        if not self.names or name is None:
            return None
        return name if name in self.names else self.other


@attrs.frozen(eq=False)
class FlatParts:
    """The flat-rate lines of a budget, which take of what is claimed as the budget takes of what is planned."""

    lines: tuple[tuple[int, Cost], ...]
    base: frozenset[CostCategory]
    partners: _Names
    phases: _Names
    by_year: bool
    alone: frozenset[CostCategory]
    """The categories of which the budget has nothing but flat rates."""

    @classmethod
    def of(cls, budget: Budget) -> FlatParts:
        """Take the lines from a budget; an amount that a line states is a plan, and says nothing of a claim."""
        found = [
            (index, cost, cost.basis) for index, cost in enumerate(budget.costs) if isinstance(cost.basis, FlatRate)
        ]
        return cls(
            tuple((index, attrs.evolve(cost, basis=attrs.evolve(basis, amount=None))) for index, cost, basis in found),
            frozenset(category for _, _, basis in found for category in basis.base),
            _Names.of(cost.partner for _, cost, _ in found),
            _Names.of(cost.phase for _, cost, _ in found),
            any(cost.year is not None for _, cost, _ in found),
            frozenset(cost.category for _, cost, _ in found)
            - {cost.category for cost in budget.costs if not isinstance(cost.basis, FlatRate)},
        )

    def may_cover(self, category: CostCategory, *names: str | None) -> bool:
        """Whether a flat rate may stand for a cost of a category, partner and phase, and nothing else does."""
        return category in self.alone and any(
            line.category is category
            and all(None in pair or pair[0] == pair[1] for pair in zip((line.partner, line.phase), names, strict=True))
            for _, line in self.lines
        )

    def summed(self, costs: Mapping[Labels, Money]) -> dict[Labels, Money]:
        """Sum the costs that the flat rates look at, apart only as far as the lines tell them apart."""
        found: dict[Labels, Money] = {}
        for labels, amount in costs.items():
            self.add(found, labels, amount)
        return found

    def add(self, sums: dict[Labels, Money], labels: Labels, amount: Money) -> None:
        """Add a cost to the sums, if any line looks at it."""
        category, partner, phase, year = labels
        if category in self.base:
            key = (category, self.partners.told(partner), self.phases.told(phase), year if self.by_year else None)
            sums[key] = sums.get(key, Money(0, amount.currency)) + amount

    def amounts(self, sums: Mapping[Labels, Money]) -> list[tuple[CostCategory, Money]]:
        """Give what each line comes to; raises `NotKnown` where nobody has said whether a cost belongs to it."""
        if not sums or not self.lines:
            return []
        claimed = [
            Cost(category, ActualCost(amount), partner=partner, phase=phase, year=year)
            for (category, partner, phase, year), amount in sums.items()
        ]
        amounts = Budget([*claimed, *(cost for _, cost in self.lines)]).cost_amounts[len(claimed) :]
        found: list[tuple[CostCategory, Money]] = []
        for (index, cost), amount in zip(self.lines, amounts, strict=True):
            if not isinstance(amount, Money):
                raise NotKnown(
                    f"nobody has said whether all that is claimed belongs to the flat rate of budget.costs[{index}]; "
                    "give partner, phase and day of what is claimed as the budget divides them"
                )
            found.append((cost.category, amount))
        return found
