"""Entering what happens to a grant, one event at a time, and explaining every payment.

The peer is the least that any ledger does: a loop that adds up costs as `Decimal`s, takes the decided share of them
within the support granted, and keeps a row of each event.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from operator import eq
from typing import TYPE_CHECKING, Any

from esfmodel import (
    ActualCost,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    Ledger,
    Money,
    Period,
    Rate,
    explain_claim,
)
from measuring import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = date(2024, 1, 1)
ORE = Decimal("0.01")
TOTAL, SUPPORT = 1_400_000_000, 700_000_000
PEER = "a loop over Decimal"


def granted() -> Decision:
    """Decide on half of a budget of staff with a flat rate of 40 per cent."""
    costs = [
        Cost(CostCategory.STAFF, ActualCost(Money(1_000_000_000))),
        Cost(CostCategory.OTHER, FlatRate(Rate.of_percent(40), [CostCategory.STAFF])),
    ]
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(SUPPORT)),
        Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(TOTAL - SUPPORT)),
    ]
    return Decision(DecisionKind.GRANTED, FIRST, budget=Budget(costs, financing))


def claims(count: int) -> list[Claim]:
    """Make claims of two costs each, day by day."""
    days = [FIRST + timedelta(days=i + 1) for i in range(count)]
    return [
        Claim(
            number,
            Period(day, day),
            costs=[
                ClaimedCost(CostCategory.STAFF, Money(1000 + number % 100), incurred_on=day, paid_on=day),
                ClaimedCost(CostCategory.STAFF, Money(500), incurred_on=day, paid_on=day),
            ],
            on=day,
        )
        for number, day in enumerate(days, start=1)
    ]


def entered(decision: Decision, events: list[Claim]) -> Ledger:
    """Enter the events one at a time, and see what was paid."""
    ledger = Ledger(decision)
    for event in events:
        ledger = ledger.after(event)
    assert len(ledger.rows) == len(events)  # noqa: S101
    return ledger


def _at_once(decision: Decision, events: list[Claim]) -> Ledger:
    """Enter the events all at once, and see what was paid."""
    ledger = Ledger(decision, events)
    assert len(ledger.rows) == len(events)  # noqa: S101
    return ledger


def explained(ledger: Ledger) -> list[Any]:
    """Explain the payment of every claim."""
    return [explain_claim(ledger, row.number).result for row in ledger.claims if row.number is not None]


def plainly(events: list[Claim]) -> list[Decimal]:
    """Compute the support of each event, with nothing checked and nothing kept but the sum."""
    costs = support = Decimal(0)
    rows: list[Decimal] = []
    for event in events:
        for cost in event.costs:
            costs += cost.amount.amount
        due = min((costs * Decimal("1.4") * SUPPORT / TOTAL).quantize(ORE), Decimal(SUPPORT))
        rows.append(due - support)
        support = due
    return rows


def _paid(ledger: Ledger, rows: list[Decimal]) -> bool:
    return ledger.paid_so_far.amount == sum(rows)


def cases(large: int) -> Iterator[Case]:
    """Enter hundreds and thousands of events one at a time, and explain what is paid for hundreds of claims."""
    decision = granted()
    small = large // 8
    for count in (small, 50 * small):
        events = claims(count)
        at_once = partial(_at_once, decision, events)
        yield Case("ledger", f"{count} events, all at once", PEER, at_once, partial(plainly, events), alike=_paid)
        yield Case(
            "ledger",
            f"{count} events, one at a time",
            "all at once",
            partial(entered, decision, events),
            at_once,
            alike=eq,
            seconds=10.0 if count == 10_000 else None,
        )
    events = claims(small)
    ledger = Ledger(decision, events)
    yield Case(
        "ledger",
        f"explain {len(events)} claims",
        "computing them",
        lambda: explained(ledger),
        partial(_at_once, decision, events),
        alike=None,
    )
