"""Grants and claims that the tests of the ledger share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel import (
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    LimitBase,
    Money,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from esfmodel import Limit, Period

# The figures of 24-030-S04.
SUPPORT, TOTAL = Money(10_325_312), Money(19_126_097)
GRANTED = Decision(DecisionKind.GRANTED, "2024-06-28", support=SUPPORT, budget=Budget(total=TOTAL))
HUNDRED = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))


def cost(
    amount: Money | int, category: CostCategory = CostCategory.STAFF, *, corrects: int | None = None
) -> ClaimedCost:
    """Return a claimed cost."""
    return ClaimedCost(category, Money(amount) if isinstance(amount, int) else amount, corrects=corrects)


def claim(number: int, on: datetime.date | Period | str | None = None) -> Claim:
    """Return a claim for 10 kronor."""
    return Claim(number, on=on, costs=[cost(10)])


def claims_of(amounts: Iterable[Money | int]) -> list[Claim]:
    """Return a claim for each amount."""
    return [Claim(number, costs=[cost(amount)]) for number, amount in enumerate(amounts, 1)]


def granted(*limits: Limit, union: Money | None = None) -> Decision:
    """Return a grant of 40 of 100 with limits, of which `union` is the Union's money."""
    rest = Funder(source=FundingSource.OWN)
    if union is None:
        parts = [Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(40))]
    else:
        parts = [Contribution(Funder(source=FundingSource.EU), union)]
        parts += [Contribution(Funder(source=FundingSource.STATE_GRANT), Money(40) - union)]
    budget = Budget(financing=[*parts, Contribution(rest, Money(60))])
    base = LimitBase.TOTAL_COST
    return Decision(DecisionKind.GRANTED, support=Money(40), support_base=base, budget=budget, limits=limits)
