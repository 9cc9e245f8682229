"""Lump sums in claims: each is claimed whole, and once."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.costs import CostCategory, FlatRate, LumpSum
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.model.budget import Budget
    from esfmodel.model.claims import ClaimedCost

_Home = tuple[CostCategory, str | None, str | None]
_Counted = tuple[CostCategory, Money]


@attrs.define(eq=False)
class _Lines:
    """The lines of a category that name a partner and a phase, or do not."""

    others: int = 0
    amounts: set[Money | None] = attrs.field(factory=set["Money | None"])
    described: dict[str, set[Money | None]] = attrs.field(factory=lambda: defaultdict[str, set["Money | None"]](set))


@attrs.define(eq=False)
class LumpSums:
    """The lump sums of a budget."""

    lines: dict[_Home, _Lines] = attrs.field(factory=lambda: defaultdict[_Home, _Lines](_Lines))
    granted: Counter[_Counted] = attrs.field(factory=Counter[_Counted])

    @classmethod
    def of(cls, budget: Budget) -> LumpSums:
        """Find the lump sums, and where else a cost may belong."""
        found = cls()
        for cost in budget.costs:
            lines = found.lines[cost.category, cost.partner, cost.phase]
            if isinstance(cost.basis, LumpSum):
                amount = cost.basis.amount
                lines.amounts.add(amount)
                if cost.basis.description is not None:
                    lines.described[cost.basis.description].add(amount)
                if amount is not None:
                    found.granted[cost.category, amount] += 1
            elif not isinstance(cost.basis, FlatRate):
                lines.others += 1
        return found

    def count(self, claimed: Counter[_Counted], cost: ClaimedCost, amount: Money, place: str) -> None:
        """Count a lump sum that is claimed, or taken back; raises `InvalidValue` for part of one and one too many."""
        possible = self._possible(cost)
        if not possible or not amount.minor:
            return
        known = {each for each in possible if each is not None}
        if None in possible:
            raise NotKnown(f"nobody has said how large the lump sum is that {place} claims")
        if abs(amount) not in known:
            whole = " or ".join(str(each) for each in sorted(known, key=lambda each: each.minor))
            raise InvalidValue(
                f"{place}.amount", amount, f"is not the whole lump sum, {whole}", "claim it whole when the work is done"
            )
        counted = (cost.category, abs(amount))
        claimed[counted] += 1 if amount.minor > 0 else -1
        if not 0 <= claimed[counted] <= self.granted[counted]:
            wrong = "is a lump sum that was claimed before" if amount.minor > 0 else "takes back what was not claimed"
            raise InvalidValue(f"{place}.amount", amount, wrong, "claim each lump sum once")

    def _possible(self, cost: ClaimedCost) -> set[Money | None]:
        """Give the lump sums that a cost can be: those of its description, else all where there is nothing else."""
        homes = {(cost.category, partner, phase) for partner in (None, cost.partner) for phase in (None, cost.phase)}
        lines = [self.lines[home] for home in homes if home in self.lines]
        if cost.description is not None:
            described = set[Money | None]().union(*(each.described.get(cost.description, ()) for each in lines))
            if described:
                return described
        if any(each.others for each in lines):
            return set()
        return set[Money | None]().union(*(each.amounts for each in lines))
