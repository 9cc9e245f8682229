"""What the claims of one grant have shown together: costs in the grant's currency, and what flat rates add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory, FlatRate, LumpSum
from esfmodel.model.exchange import ExchangeRate
from esfmodel.model.funding import FundingSource
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.model.claims import Claim, ClaimedCost
    from esfmodel.values._dates import Date

_Labels = tuple[CostCategory, str | None, str | None, int | None]


@attrs.define(eq=False)
class Tally:
    """The sum of the claims so far; a claim is added once, at its own rate, and never looked at again."""

    currency: str
    costs: dict[_Labels, Money] = attrs.field(factory=dict[_Labels, Money])
    lump_sums: dict[tuple[CostCategory, Money], int] = attrs.field(factory=dict[tuple[CostCategory, Money], int])
    rates: dict[int, ExchangeRate | None] = attrs.field(factory=dict[int, ExchangeRate | None])
    public: Money = attrs.field(init=False)
    public_unknown: str | None = None

    def __attrs_post_init__(self) -> None:
        """Begin at nothing."""
        self.public = Money(0, self.currency)

    def add(self, claim: Claim, budget: Budget, place: str) -> Money:
        """Add the costs and the financing of a claim, and give the sum of its costs in the grant's currency."""
        self.rates[claim.number] = claim.exchange_rate
        claimed = Money(0, self.currency)
        for index, cost in enumerate(claim.costs):
            amount = self._converted(cost.amount, cost.corrects or claim.number, f"{place}.costs[{index}]")
            self._count_lump_sum(cost, amount, budget, f"{place}.costs[{index}]")
            labels = (cost.category, cost.partner, cost.phase, _year(cost, claim))
            self.costs[labels] = self.costs.get(labels, Money(0, self.currency)) + amount
            claimed += amount
        self._add_public(claim, place)
        return claimed

    def by_category(self, budget: Budget) -> dict[CostCategory, Money]:
        """Give what is claimed in each category, with what the budget's flat rates add on all of it."""
        found: dict[CostCategory, Money] = {}
        for (category, *_), amount in self.costs.items():
            found[category] = found.get(category, Money(0, self.currency)) + amount
        for category, amount in self._flat_rates(budget):
            found[category] = found.get(category, Money(0, self.currency)) + amount
        return found

    def _flat_rates(self, budget: Budget) -> list[tuple[CostCategory, Money]]:
        """Take the flat rates of a budget of what is claimed, as the budget takes them of what is planned."""
        flat = [(index, cost) for index, cost in enumerate(budget.costs) if isinstance(cost.basis, FlatRate)]
        if not self.costs or not flat:
            return []
        claimed = [
            Cost(category, ActualCost(amount), partner=partner, phase=phase, year=year)
            for (category, partner, phase, year), amount in self.costs.items()
        ]
        lines = [attrs.evolve(cost, basis=attrs.evolve(cost.basis, amount=None)) for _, cost in flat]
        amounts = Budget([*claimed, *lines]).cost_amounts[len(claimed) :]
        found: list[tuple[CostCategory, Money]] = []
        for (index, cost), amount in zip(flat, amounts, strict=True):
            if not isinstance(amount, Money):
                raise NotKnown(
                    f"nobody has said whether all that is claimed belongs to the flat rate of budget.costs[{index}]; "
                    "give partner, phase and day of what is claimed as the budget divides them"
                )
            found.append((cost.category, amount))
        return found

    def _converted(self, amount: Money, number: int, place: str) -> Money:
        """Convert an amount at the rate of the claim it belongs to: that of the claim corrected, for a correction."""
        if number not in self.rates:
            raise InvalidValue(f"{place}.corrects", number, "is no claim of this grant", "give the number of one")
        if amount.currency == self.currency:
            return amount
        rate = self.rates[number]
        if rate is None or {amount.currency, self.currency} != {rate.unit_currency, rate.price_currency}:
            raise InvalidValue(
                f"{place}.amount",
                amount,
                f"is in another currency than the grant, {self.currency}, and claim {number} has no rate between them",
                "give the claim the exchange rate of its month",
            )
        return rate.convert(amount)

    def _count_lump_sum(self, cost: ClaimedCost, amount: Money, budget: Budget, place: str) -> None:
        """Check that a lump sum is claimed whole, or taken back whole, and not more often than it is granted."""
        granted = _lump_sums(cost, budget)
        if not granted or not amount.minor:
            return
        if None in granted:
            raise NotKnown(f"nobody has said how large the lump sum is that {place} claims")
        if abs(amount) not in granted:
            whole = ", ".join(str(each) for each in granted)
            raise InvalidValue(
                f"{place}.amount", amount, f"is not the whole lump sum, {whole}", "claim it whole when the work is done"
            )
        counted = (cost.category, abs(amount))
        self.lump_sums[counted] = self.lump_sums.get(counted, 0) + (1 if amount.minor > 0 else -1)
        most = sum(
            line.category is cost.category and isinstance(line.basis, LumpSum) and line.basis.amount == abs(amount)
            for line in budget.costs
        )
        if not 0 <= self.lump_sums[counted] <= most:
            wrong = "is a lump sum that was claimed before" if amount.minor > 0 else "takes back what was not claimed"
            raise InvalidValue(f"{place}.amount", amount, wrong, "claim each lump sum once")

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
        if category not in (CostCategory.REVENUE, CostCategory.CORRECTION) and amount.minor < 0:
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
    """Give the calendar year of a cost, as the nearest day or period tells it; None where that is two years."""
    when = cost.incurred_on or cost.paid_on or claim.period
    if when is None:
        return None
    first, last = _ends(when)
    return first.year if first.year == last.year else None


def _ends(when: Date | Period) -> tuple[Date, Date]:
    return (when.start, when.end) if isinstance(when, Period) else (when, when)


def _lump_sums(cost: ClaimedCost, budget: Budget) -> list[Money | None]:
    """Give the lump sums that a claimed cost can be: the one of its description, else all if there is nothing else."""
    lines = [
        line
        for line in budget.costs
        if line.category is cost.category
        and line.partner in (None, cost.partner)
        and line.phase in (None, cost.phase)
        and not isinstance(line.basis, FlatRate)
    ]
    lump_sums = [line.basis for line in lines if isinstance(line.basis, LumpSum)]
    described = [basis for basis in lump_sums if basis.description is not None]
    named = [basis.amount for basis in described if basis.description == cost.description]
    if named:
        return named
    return [basis.amount for basis in lump_sums] if len(lump_sums) == len(lines) else []
