"""What the claims of one grant have shown together: costs in the grant's currency, and what flat rates add to them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._flat_parts import FlatParts, Labels
from esfmodel.model._lump_sums import LumpSums
from esfmodel.model.budget import Budget
from esfmodel.model.claims import Claim
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.values.money import Money
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from esfmodel.model.claims import ClaimedCost


@attrs.define(eq=False)
class Tally:
    """The sum of the claims so far; a claim is added once, at its own rate, and never looked at again."""

    currency: str
    budget: Budget
    costs: dict[Labels, Money] = attrs.field(factory=dict[Labels, Money])
    listed: dict[CostCategory, Money] = attrs.field(factory=dict[CostCategory, Money])
    lump_sums: Counter[tuple[CostCategory, Money]] = attrs.field(factory=Counter[tuple[CostCategory, Money]])
    claims: dict[int, Claim] = attrs.field(factory=dict[int, Claim])
    public: Money = attrs.field(init=False)
    public_unknown: str | None = None
    _flat: FlatParts = attrs.field(init=False)
    _under_flat: dict[Labels, Money] = attrs.field(init=False)
    _granted_lump_sums: LumpSums = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin at nothing."""
        self.public = Money(0, self.currency)
        self.measure_by(self.budget)

    def measure_by(self, budget: Budget) -> None:
        """Take flat rates and lump sums from a budget, of all that is claimed."""
        self.budget = budget
        self._flat = FlatParts.of(budget)
        self._under_flat = self._flat.summed(self.costs)
        self._granted_lump_sums = LumpSums.of(budget)

    def add(self, claim: Claim, place: str) -> Money:
        """Add the costs and the financing of a claim, and give the sum of its costs in the grant's currency."""
        self.claims[claim.number] = claim
        claimed = Money(0, self.currency)
        for index, cost in enumerate(claim.costs):
            here = f"{place}.costs[{index}]"
            amount = self._converted(cost.amount, cost.corrects or claim.number, here)
            self._check_not_flat(cost, here)
            self._granted_lump_sums.count(self.lump_sums, cost, amount, here)
            labels = (cost.category, cost.partner, cost.phase, _year(cost, self.claims[cost.corrects or claim.number]))
            self.costs[labels] = self.costs.get(labels, Money(0, self.currency)) + amount
            self.listed[cost.category] = self.listed.get(cost.category, Money(0, self.currency)) + amount
            self._flat.add(self._under_flat, labels, amount)
            claimed += amount
        self._add_public(claim, place)
        return claimed

    def by_category(self) -> dict[CostCategory, Money]:
        """Give what is claimed in each category, with what the budget's flat rates add on all of it."""
        found = dict(self.listed)
        for category, amount in self._flat.amounts(self._under_flat):
            found[category] = found.get(category, Money(0, self.currency)) + amount
        return found

    def _check_not_flat(self, cost: ClaimedCost, place: str) -> None:
        """Refuse what a flat rate adds by itself; what was shown before there was a flat rate can be corrected."""
        is_new = cost.amount.minor > 0 and not cost.is_correction
        if is_new and self._flat.may_cover(cost.category, cost.partner, cost.phase):
            raise InvalidValue(
                f"{place}.category",
                cost.category.value,
                "is reckoned by a flat rate alone, and would be paid twice over",
                "leave it out: what the flat rate adds follows from the costs it is a share of",
            )

    def _converted(self, amount: Money, number: int, place: str) -> Money:
        """Convert an amount at the rate of the claim it belongs to: that of the claim corrected, for a correction."""
        if number not in self.claims:
            raise InvalidValue(f"{place}.corrects", number, "is no claim of this grant", "give the number of one")
        if amount.currency == self.currency:
            return amount
        rate = self.claims[number].exchange_rate
        if rate is None or {amount.currency, self.currency} != {rate.unit_currency, rate.price_currency}:
            raise InvalidValue(
                f"{place}.amount",
                amount,
                f"is in another currency than the grant, {self.currency}, and claim {number} has no rate between them",
                "give the claim the exchange rate of its month",
            )
        return rate.convert(amount)

    def _add_public(self, claim: Claim, place: str) -> None:
        """Add the public money of the project's own, or note why it is not known."""
        if claim.costs and not claim.financing:
            self.public_unknown = f"claim {claim.number} does not say who financed its costs"
        for index, part in enumerate(claim.financing):
            if part.source is not None and not part.source.is_own:
                raise InvalidValue(
                    f"{place}.financing[{index}]",
                    part.source.value,
                    "is the grant itself, which follows from the costs",
                    "list what others than the fund paid",
                )
            if part.source is FundingSource.OWN_PRIVATE:
                continue
            if part.source is not FundingSource.OWN_PUBLIC or not isinstance(part.amount, Money):
                self.public_unknown = f"claim {claim.number} does not say how much public money financed its costs"
            else:
                self.public += self._converted(part.amount, claim.number, f"{place}.financing[{index}]")


def check_not_negative(costs: dict[CostCategory, Money], place: str) -> None:
    """Refuse corrections of more than was claimed, and revenue that adds to the costs."""
    for category, amount in costs.items():
        if category is CostCategory.REVENUE and amount.minor > 0:
            raise InvalidValue(f"{place}.costs", amount, "is revenue above 0", "give revenue as a negative amount")
        if not category.may_be_negative and amount.minor < 0:
            raise InvalidValue(
                f"{place}.costs",
                amount,
                f"is what is left of {category.value}: more is corrected than was claimed",
                "correct at most what was claimed",
            )
    if sum(amount.minor for amount in costs.values()) < 0:
        raise InvalidValue(
            f"{place}.costs",
            tuple(costs.values()),
            "add up to costs below 0",
            "correct at most what was claimed, or leave out revenue that exceeds the costs",
        )


def _year(cost: ClaimedCost, claim: Claim) -> int | None:
    """Give the calendar year of a cost, as the nearest day or period tells it; None where that is two years.

    A correction is of the time of the claim it corrects, whenever it was paid back.
    """
    paid_on = cost.paid_on if cost.corrects is None else None
    when = cost.incurred_on or paid_on or claim.period
    if when is None:
        return None
    first, last = first_and_last(when)
    return first.year if first.year == last.year else None
