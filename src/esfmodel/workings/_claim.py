"""How what is paid for a claim was computed, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model.decision import LimitBase
from esfmodel.model.fields import check_type
from esfmodel.model.ledger.ledger import Ledger
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding
from esfmodel.workings._steps import Input, Step, Workings

if TYPE_CHECKING:
    from esfmodel.model.ledger.rows import LedgerRow, PaymentLimit
    from esfmodel.values.bounds import MoneyLike


_BEFORE_LIMITS: Final = 2
"""The decided share and the support granted are looked at first."""


def explain_claim(ledger: Ledger, number: int) -> Workings:
    """Show how what is paid for a claim was computed: its costs, the support due for them, and the advance settled.

    Support is reckoned on all costs so far, by the terms in force at the claim: the steps say on which grounds, and the
    least of them is due. Raises `InvalidValue` for a claim that the ledger has not.

    >>> from esfmodel import AdvancePayment, Budget, Claim, ClaimedCost, CostCategory, Decision, DecisionKind
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(400_000), budget=Budget(total=Money(1_000_000)))
    >>> claim = Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(300_000))])
    >>> workings = explain_claim(Ledger(granted, [AdvancePayment(Money(100_000)), claim]), 1)
    >>> print(workings.text("sv").replace("\N{NO-BREAK SPACE}", " "))
    Beslutad stödandel: beviljat stöd 400 000 kr / totalkostnad 1 000 000 kr = 40 %
    Kostnader hittills: kostnader tidigare 0 kr + begärt 300 000 kr + schabloner 0 kr = 300 000 kr
    Stöd enligt stödandelen: beslutad stödandel 40 % × kostnader hittills 300 000 kr = 120 000 kr
    Stöd hittills: det lägsta av stöd enligt stödandelen 120 000 kr och beviljat stöd 400 000 kr = 120 000 kr
    Stöd: stöd hittills 120 000 kr − stöd tidigare 0 kr = 120 000 kr
    Utbetalt: stöd 120 000 kr − avräknat förskott 100 000 kr = 20 000 kr
    """
    check_type(ledger, Ledger, "ledger")
    row = ledger.claim(number)
    until = attrs.evolve(ledger, events=ledger.events[: ledger.rows.index(row) + 1])
    return Workings("paid", _Steps(until, row).all())


class _Steps:
    """The steps that lead to what is paid for the last claim of a ledger."""

    def __init__(self, ledger: Ledger, row: LedgerRow) -> None:
        self._ledger = ledger
        self._row = row
        self._place = f"ledger.rows[{len(ledger.rows) - 1}]"

    def all(self) -> list[Step]:
        """Make the steps, each after those that it uses."""
        ledger, row = self._ledger, self._row
        granted = self._given("granted", ledger.support, "ledger.support")
        total = self._given("total_cost", ledger.budget.total_cost, "ledger.budget.total_cost")
        limits = [self._under(index, row.limits[index]) for index in range(_BEFORE_LIMITS, len(row.limits))]
        by_share = self._by_share(row.limits[0].amount)
        due = [self._came_to(by_share), granted, *map(self._came_to, limits)]
        return [
            Step(name="decided_share", formula="granted / total_cost", inputs=[granted, total], result=ledger.share),
            self._sum(
                "costs_so_far",
                "costs_before + claimed + flat_rates",
                costs_before=row.costs_so_far - row.costs,
                claimed=row.claimed,
                flat_rates=row.flat_rates,
            ),
            by_share,
            *(self._union() if limits else []),
            *limits,
            Step(
                name="support_so_far",
                formula=f"least({', '.join(each.name for each in due)})",
                inputs=due,
                result=row.support_so_far,
            ),
            self._sum(
                "support",
                "support_so_far - support_before",
                support_so_far=row.support_so_far,
                support_before=row.support_so_far - row.support,
            ),
            self._sum("paid", "support - settled", support=row.support, settled=row.settled),
        ]

    def _sum(self, name: str, formula: str, **given: Money) -> Step:
        inputs = [self._given(each, amount) for each, amount in given.items()]
        return Step(name=name, formula=formula, inputs=inputs, result=getattr(self._row, name))

    def _by_share(self, due: Money) -> Step:
        share, so_far = self._ledger.share, self._row.costs_so_far
        return Step(
            name="due_by_share",
            formula="decided_share * costs_so_far",
            inputs=[self._given("decided_share", share, "ledger.share"), self._given("costs_so_far", so_far)],
            result=due,
            rounding=self._ledger.rounding,
        )

    def _union(self) -> list[Step]:
        """Compute the Union's part of the support, where it is the budget in force that divides it."""
        union, support = self._ledger.budget.eu_support, self._ledger.budget.support
        if not (isinstance(union, Money) and isinstance(support, Money) and support.minor):
            return []
        inputs = [
            self._given("eu_support", union, "ledger.budget.eu_support"),
            self._given("budgeted_support", support, "ledger.budget.support"),
        ]
        share = self._ledger.eu_share
        return [Step(name="eu_share", formula="eu_support / budgeted_support", inputs=inputs, result=share)]

    def _under(self, index: int, found: PaymentLimit) -> Step:
        """Compute the most support under a limit on the Union's money, which is part of it."""
        limit, share, place = found.limit, self._ledger.eu_share, f"{self._place}.limits[{index}]"
        is_part = share is not None and share != Rate(1)
        union = [self._given("eu_share", share, "ledger.eu_share")] if is_part else []
        part = "eu_share" if is_part else "1"
        if limit is None or limit.rate is None:
            highest = self._given("highest", None if limit is None else limit.highest, f"{place}.limit.highest")
            formula, inputs = ("highest / eu_share" if is_part else "highest"), [highest, *union]
        else:
            base = self._given("base", found.base, f"{place}.base")
            rate = self._given("rate", limit.rate, f"{place}.limit.rate")
            formula, inputs = f"rate * {'from_zero(base)' if base.may_be_negative else 'base'}", [rate, base, *union]
            if limit.base is LimitBase.PUBLIC_FINANCING:
                formula += f" / ({part} - rate)"
            elif is_part:
                formula += " / eu_share"
        down = Rounding.WHOLE_DOWN if self._ledger.rounding.is_whole else Rounding.MINOR_DOWN
        return Step(
            name=f"limits[{index - _BEFORE_LIMITS}]",
            formula=formula,
            inputs=inputs,
            result=found.amount,
            rounding=None if formula == "highest" else down,
        )

    def _came_to(self, step: Step) -> Input:
        return Input(step.name, f"{self._place}.limits", step.result)

    def _given(self, name: str, value: MoneyLike | Rate | None, place: str | None = None) -> Input:
        is_below = isinstance(value, Money) and value.minor < 0
        return Input(name, place or f"{self._place}.{name}", value, may_be_negative=is_below)
