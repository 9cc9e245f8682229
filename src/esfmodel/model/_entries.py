"""The events of a grant, one after the other, and the row that each gives its ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._claimed import Tally, check_not_negative
from esfmodel.model._terms import Terms
from esfmodel.model.claims import Claim
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.ledger_rows import LedgerEvent, LedgerRow, PaymentLimit
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from esfmodel.model.ledger_events import AdvancePayment, Event, Settlement

_KINDS = {DecisionKind.AMENDED: LedgerEvent.AMENDMENT, DecisionKind.CLOSED: LedgerEvent.CLOSURE}


@attrs.define(eq=False)
class Entries:
    """A ledger while it is written: the terms in force, the claims so far and the rows."""

    terms: Terms
    rounding: Rounding
    settle_first: bool
    tally: Tally
    rows: list[LedgerRow] = attrs.field(factory=list[LedgerRow])
    costs: dict[CostCategory, Money] = attrs.field(factory=dict[CostCategory, Money])
    is_closed: bool = False
    support: Money = attrs.field(init=False)
    advance_left: Money = attrs.field(init=False)
    last_number: int = 0

    @classmethod
    def begin(cls, granted: Decision, settlement: Settlement, rounding: Rounding) -> Entries:
        """Begin with the decision that grants."""
        if granted.kind is not DecisionKind.GRANTED:
            raise InvalidValue("granted", granted.kind.value, "grants nothing", "give the decision that is GRANTED")
        terms = Terms.of(granted, None, rounding, "granted")
        return cls(terms, rounding, settlement.is_first, Tally(terms.support.currency, terms.budget))

    def __attrs_post_init__(self) -> None:
        """Begin at nothing."""
        self.support = self.advance_left = self.zero

    @property
    def zero(self) -> Money:
        """No money, in the grant's currency."""
        return Money(0, self.terms.support.currency)

    def enter(self, event: Event, place: str) -> None:
        """Enter one event; raises `InvalidValue` for one that cannot come here."""
        if self.is_closed:
            raise InvalidValue(place, event, "comes after the closure", "leave out what follows the last decision")
        if isinstance(event, Claim):
            self._enter_claim(event, place)
        elif isinstance(event, Decision):
            self._enter_decision(event, place)
        else:
            self._enter_advance(event, place)

    def _enter_claim(self, claim: Claim, place: str) -> None:
        if claim.number <= self.last_number:
            raise InvalidValue(
                f"{place}.number",
                claim.number,
                f"comes after claim {self.last_number}",
                "give each claim its own number, in their order",
            )
        self.last_number = claim.number
        before = self._total
        claimed = self.tally.add(claim, place)
        limits = self._reckon(place)
        due = min(limit.amount for limit in limits)
        support = due - self.support
        first = min(self.advance_left, max(support, self.zero))
        settled = first if self.settle_first else self._excess_of_advance(due)
        flat_rates = self._total - before - claimed
        self._write(LedgerEvent.CLAIM, claim, claimed, flat_rates, support, settled, limits=limits, number=claim.number)

    def _enter_decision(self, decision: Decision, place: str) -> None:
        if decision.kind not in _KINDS:
            raise InvalidValue(
                f"{place}.kind", decision.kind.value, "is no event of a grant", "give AMENDED or CLOSED decisions"
            )
        closes = decision.kind is DecisionKind.CLOSED
        self.terms = (
            self.terms.closed_by(decision, place) if closes else Terms.of(decision, self.terms, self.rounding, place)
        )
        if self.terms.support.currency != self.tally.currency:
            raise InvalidValue(
                place, self.terms.support, f"is in another currency than the grant, {self.tally.currency}", "keep one"
            )
        before = self._total
        if self.terms.budget is not self.tally.budget:
            self.tally.measure_by(self.terms.budget)
        limits = self._reckon(place)
        due = min(limit.amount for limit in limits)
        if closes:
            settled = self.advance_left
            self.is_closed = True
        else:
            # An amended grant takes back at once what it leaves no room for; what it adds is due with the next claim.
            due = min(due, self.support)
            settled = self._excess_of_advance(due)
        flat_rates = self._total - before
        self._write(_KINDS[decision.kind], decision, self.zero, flat_rates, due - self.support, settled, limits=limits)

    def _enter_advance(self, advance: AdvancePayment, place: str) -> None:
        if advance.amount.currency != self.tally.currency:
            raise InvalidValue(
                f"{place}.amount",
                advance.amount,
                f"is not in {self.tally.currency}, as the grant is",
                "convert it",
            )
        left = self.terms.support - self.support - self.advance_left
        if advance.amount > left:
            raise InvalidValue(
                f"{place}.amount", advance.amount, f"is more than what is left of the grant, {left}", "check it"
            )
        self._write(LedgerEvent.ADVANCE, advance, self.zero, self.zero, self.zero, -advance.amount)

    @property
    def _total(self) -> Money:
        return sum(self.costs.values(), self.zero)

    def _reckon(self, place: str) -> tuple[PaymentLimit, ...]:
        """Reckon all costs so far, and the most support that can be due for them on each ground."""
        self.costs = self.tally.by_category()
        check_not_negative(self.costs, place)
        return self.terms.limits_on(self.costs, self.tally)

    def _excess_of_advance(self, due: Money) -> Money:
        """Give what has to be settled of the advance lest it and the support come to more than the grant."""
        return min(self.advance_left, max(due + self.advance_left - self.terms.support, self.zero))

    def _write(
        self,
        event: LedgerEvent,
        source: Event,
        claimed: Money,
        flat_rates: Money,
        support: Money,
        settled: Money,
        *,
        limits: tuple[PaymentLimit, ...] = (),
        number: int | None = None,
    ) -> None:
        self.support += support
        self.advance_left -= settled
        self.rows.append(
            LedgerRow(
                event=event,
                number=number,
                on=source.on,
                claimed=claimed,
                flat_rates=flat_rates,
                support=support,
                settled=max(settled, self.zero),
                paid=support - settled,
                costs_so_far=self._total,
                support_so_far=self.support,
                advance_left=self.advance_left,
                limits=limits,
            )
        )
