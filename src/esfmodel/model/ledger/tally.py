"""The sums of all claims under one grant, with what flat rates add and the lump sums that are claimed."""

from __future__ import annotations

import copy
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory, FlatRate, LumpSum
from esfmodel.model.funding import FundingSource
from esfmodel.values.money import Money
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.model.ledger.claims import Claim, ClaimedCost

# --- Flat rates on claimed costs
# Flat rates are computed by a `Budget` made of the claimed costs and the flat-rate lines. Costs that no flat rate tells
# apart are summed first, so that this budget stays small however many costs are claimed.

Labels = tuple[CostCategory, str | None, str | None, int | None]
"""The category, partner, phase and year of a claimed cost."""


@attrs.frozen(eq=False)
class _Names:
    """The partners (or phases) that some lines name, and one name that is none of them."""

    names: frozenset[str]
    other: str

    @classmethod
    def of(cls, names: Iterable[str | None]) -> _Names:
        named = frozenset(name for name in names if name is not None)
        # Longer than the longest name, and therefore none of them.
        return cls(named, f"{max(named, key=len, default='')}*")

    def grouped(self, name: str | None) -> str | None:
        """Return the name to sum under: `other` for all that no line names, None where lines name nothing."""
        if not self.names or name is None:
            return None
        return name if name in self.names else self.other


@attrs.frozen(eq=False)
class FlatParts:
    """The flat-rate lines of a budget, applied to claimed costs."""

    lines: tuple[tuple[int, Cost], ...]
    base: frozenset[CostCategory]
    partners: _Names
    phases: _Names
    by_year: bool
    alone: frozenset[CostCategory]
    """The categories in which the budget has flat rates only."""

    @classmethod
    def of(cls, budget: Budget) -> FlatParts:
        """Take the lines from a budget, without stated amounts: those are planned, and do not apply to claims."""
        flat = [
            (index, cost, cost.basis) for index, cost in enumerate(budget.costs) if isinstance(cost.basis, FlatRate)
        ]
        return cls(
            tuple((index, attrs.evolve(cost, basis=attrs.evolve(basis, amount=None))) for index, cost, basis in flat),
            frozenset(category for _, _, basis in flat for category in basis.base),
            _Names.of(cost.partner for _, cost, _ in flat),
            _Names.of(cost.phase for _, cost, _ in flat),
            any(cost.year is not None for _, cost, _ in flat),
            frozenset(cost.category for _, cost, _ in flat)
            - {cost.category for cost in budget.costs if not isinstance(cost.basis, FlatRate)},
        )

    def may_cover(self, category: CostCategory, *names: str | None) -> bool:
        """Whether a flat rate, and nothing else in the budget, may cover a cost of a category, partner and phase."""
        return category in self.alone and any(
            line.category is category
            and all(None in pair or pair[0] == pair[1] for pair in zip((line.partner, line.phase), names, strict=True))
            for _, line in self.lines
        )

    def summed(self, costs: Mapping[Labels, Money]) -> dict[Labels, Money]:
        """Sum the costs in the base of any flat rate, kept apart only where the lines tell them apart."""
        sums: dict[Labels, Money] = {}
        for labels, amount in costs.items():
            self.add(sums, labels, amount)
        return sums

    def add(self, sums: dict[Labels, Money], labels: Labels, amount: Money) -> None:
        """Add a cost to the sums, if it is in the base of any line."""
        category, partner, phase, year = labels
        if category in self.base:
            key = (category, self.partners.grouped(partner), self.phases.grouped(phase), year if self.by_year else None)
            sums[key] = sums.get(key, Money(0, amount.currency)) + amount

    def amounts(self, sums: Mapping[Labels, Money], place: str) -> list[tuple[CostCategory, Money]]:
        """Return what each line comes to; raise `NotKnown` where a cost may or may not belong to its base.

        `place` is that of the budget.
        """
        if not sums or not self.lines:
            return []
        claimed = [
            Cost(category, ActualCost(amount), partner=partner, phase=phase, year=year)
            for (category, partner, phase, year), amount in sums.items()
        ]
        amounts = Budget([*claimed, *(cost for _, cost in self.lines)]).cost_amounts[len(claimed) :]
        exact: list[tuple[CostCategory, Money]] = []
        for (index, cost), amount in zip(self.lines, amounts, strict=True):
            if not isinstance(amount, Money):
                line = f"{place}.costs[{index}]"
                raise NotKnown("flat_rate.base_not_known", line, names={line: cost.description or cost.category})
            exact.append((cost.category, amount))
        return exact


# --- The sums of all claims so far, in the grant's currency


@attrs.define(eq=False)
class Tally:
    """The sums of the claims so far; each claim is added once, at its own exchange rate.

    `costs` are by label, `listed` by category without flat rates, and `lump_sums` counts those claimed. `public` is the
    project's own public money; where it is not fully known, `public_unknown` is the number of a claim that leaves it
    open. `zero` is the amount 0.
    """

    currency: str
    budget: Budget
    costs: dict[Labels, Money] = attrs.field(factory=dict[Labels, Money])
    listed: dict[CostCategory, Money] = attrs.field(factory=dict[CostCategory, Money])
    lump_sums: Counter[tuple[CostCategory, Money]] = attrs.field(factory=Counter[tuple[CostCategory, Money]])
    zero: Money = attrs.field(init=False)
    public: Money = attrs.field(init=False)
    public_unknown: int | None = None
    _flat: FlatParts = attrs.field(init=False)
    _under_flat: dict[Labels, Money] = attrs.field(init=False)
    _granted_lump_sums: LumpSums = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.zero = self.public = Money(0, self.currency)
        self.measure_by(self.budget)

    def copy(self) -> Tally:
        """Return the same sums, to be added to apart from these."""
        twin = copy.copy(self)
        twin.costs = self.costs.copy()
        twin.listed = self.listed.copy()
        twin.lump_sums = self.lump_sums.copy()
        twin._under_flat = self._under_flat.copy()
        return twin

    def measure_by(self, budget: Budget) -> None:
        """Apply the flat rates and lump sums of a budget to all claims, also those already added."""
        self.budget = budget
        self._flat = FlatParts.of(budget)
        self._under_flat = self._flat.summed(self.costs)
        self._granted_lump_sums = LumpSums.of(budget)

    def add(self, claim: Claim, place: str, earlier: Callable[[int], Claim | None]) -> Money:
        """Add the costs and the financing of a claim; return the sum of its costs in the grant's currency.

        `earlier` finds the claim of a number, which a correction goes back to.
        """
        claimed = self.zero
        for index, cost in enumerate(claim.costs):
            here = f"{place}.costs[{index}]"
            # A correction keeps the exchange rate and the time of the claim that it corrects.
            origin = claim if cost.corrects is None else earlier(cost.corrects)
            if origin is None:
                raise InvalidValue("claim.unknown", f"{here}.corrects", cost.corrects)
            amount = self._converted(cost.amount, origin, here)
            self._check_not_flat(cost, here)
            self._granted_lump_sums.count(self.lump_sums, cost, amount, here)
            labels = (cost.category, cost.partner, cost.phase, _year(cost, origin))
            self.costs[labels] = self.costs.get(labels, self.zero) + amount
            self.listed[cost.category] = self.listed.get(cost.category, self.zero) + amount
            self._flat.add(self._under_flat, labels, amount)
            claimed += amount
        self._add_public(claim, place)
        return claimed

    def by_category(self, place: str) -> dict[CostCategory, Money]:
        """Return what is claimed in each category, with what flat rates add; `place` is that of the budget."""
        sums = dict(self.listed)
        for category, amount in self._flat.amounts(self._under_flat, place):
            sums[category] = sums.get(category, self.zero) + amount
        return sums

    def _check_not_flat(self, cost: ClaimedCost, place: str) -> None:
        """Refuse a new cost that a flat rate adds; a correction passes, since an older budget may have had none."""
        is_new = cost.amount.minor > 0 and not cost.is_correction
        if is_new and self._flat.may_cover(cost.category, cost.partner, cost.phase):
            raise InvalidValue("claim.covered_by_flat_rate", f"{place}.category", cost.category)

    def _converted(self, amount: Money, claim: Claim, place: str) -> Money:
        """Convert an amount at the rate of a claim."""
        if amount.currency == self.currency:
            return amount
        rate = claim.exchange_rate
        if rate is None or {amount.currency, self.currency} != {rate.unit_currency, rate.price_currency}:
            place = f"{place}.amount"
            raise InvalidValue("claim.no_exchange_rate", place, amount, currency=self.currency, number=claim.number)
        return rate.convert(amount)

    def _add_public(self, claim: Claim, place: str) -> None:
        """Add the project's own public money, or note why it is not known."""
        if claim.costs and not claim.financing:
            self.public_unknown = claim.number
        for index, part in enumerate(claim.financing):
            if part.source is not None and not part.source.is_own:
                raise InvalidValue("claim.lists_grant", f"{place}.financing[{index}]", part.source)
            if part.source is FundingSource.OWN_PRIVATE:
                continue
            if part.source is not FundingSource.OWN_PUBLIC or not isinstance(part.amount, Money):
                self.public_unknown = claim.number
            else:
                self.public += self._converted(part.amount, claim, f"{place}.financing[{index}]")


def check_not_negative(costs: dict[CostCategory, Money], place: str) -> None:
    """Raise `InvalidValue` for corrections of more than was claimed, and for revenue above 0."""
    for category, amount in costs.items():
        if category is CostCategory.REVENUE and amount.minor > 0:
            raise InvalidValue("claim.revenue_above_zero", f"{place}.costs", amount)
        if not category.may_be_negative and amount.minor < 0:
            raise InvalidValue("claim.overcorrected", f"{place}.costs", amount, category=category)
    if sum(amount.minor for amount in costs.values()) < 0:
        first, *others = costs.values()
        raise InvalidValue("claim.costs_below_zero", f"{place}.costs", total=sum(others, first))


def _year(cost: ClaimedCost, claim: Claim) -> int | None:
    """Return the calendar year of a cost by its most specific day or period; None where that spans two years.

    A correction belongs to the time of the claim it corrects, not to the day on which it was paid back.
    """
    paid_on = cost.paid_on if cost.corrects is None else None
    when = cost.incurred_on or paid_on or claim.period
    if when is None:
        return None
    first, last = first_and_last(when)
    return first.year if first.year == last.year else None


# --- Lump sums: each is claimed whole, and once

_LineLabels = tuple[CostCategory, str | None, str | None]
"""Category, partner and phase."""

_LumpSumKey = tuple[CostCategory, Money]
"""Lump sums of the same category and amount are counted together."""


@attrs.define(eq=False)
class _LabelledLines:
    """The budget's lines with the same labels: lump sums by amount and description, and the number of others."""

    others: int = 0
    amounts: set[Money | None] = attrs.field(factory=set["Money | None"])
    described: dict[str, set[Money | None]] = attrs.field(factory=lambda: defaultdict[str, set["Money | None"]](set))


@attrs.define(eq=False)
class LumpSums:
    """The lump sums of a budget, and how many of each were granted."""

    lines: dict[_LineLabels, _LabelledLines] = attrs.field(
        factory=lambda: defaultdict[_LineLabels, _LabelledLines](_LabelledLines)
    )
    granted: Counter[_LumpSumKey] = attrs.field(factory=Counter[_LumpSumKey])

    @classmethod
    def of(cls, budget: Budget) -> LumpSums:
        """Collect the lump sums, and the other lines that a cost may belong to."""
        lump_sums = cls()
        for cost in budget.costs:
            lines = lump_sums.lines[cost.category, cost.partner, cost.phase]
            if isinstance(cost.basis, LumpSum):
                amount = cost.basis.amount
                lines.amounts.add(amount)
                if cost.basis.description is not None:
                    lines.described[cost.basis.description].add(amount)
                if amount is not None:
                    lump_sums.granted[cost.category, amount] += 1
            elif not isinstance(cost.basis, FlatRate):
                lines.others += 1
        return lump_sums

    def count(self, claimed: Counter[_LumpSumKey], cost: ClaimedCost, amount: Money, place: str) -> None:
        """Count a lump sum claimed or taken back; raise `InvalidValue` for part of one, and for one too many."""
        possible = self._possible(cost)
        if not possible or not amount.minor:
            return
        known = {each for each in possible if each is not None}
        if None in possible:
            raise NotKnown("lump_sum.not_known", place, names={place: cost.description or cost.category})
        if abs(amount) not in known:
            whole = tuple(sorted(known, key=lambda each: each.minor))
            raise InvalidValue("lump_sum.not_whole", f"{place}.amount", amount, whole=whole)
        counted = (cost.category, abs(amount))
        claimed[counted] += 1 if amount.minor > 0 else -1
        if not 0 <= claimed[counted] <= self.granted[counted]:
            if amount.minor > 0:
                raise InvalidValue("lump_sum.claimed_before", f"{place}.amount", amount)
            raise InvalidValue("lump_sum.not_claimed", f"{place}.amount", amount)

    def _possible(self, cost: ClaimedCost) -> set[Money | None]:
        """Return the lump sums that a cost can be: those with its description, else all if there are only lump sums."""
        keys = {(cost.category, partner, phase) for partner in (None, cost.partner) for phase in (None, cost.phase)}
        # Looked up only where present: the mapping is a defaultdict, which would otherwise gain empty entries.
        lines = [self.lines[key] for key in keys if key in self.lines]
        if cost.description is not None:
            described = set[Money | None]().union(*(each.described.get(cost.description, ()) for each in lines))
            if described:
                return described
        if any(each.others for each in lines):
            return set()
        return set[Money | None]().union(*(each.amounts for each in lines))
