"""Entering events in the ledger of a grant: each gives one row.

Every event computes the support due for all costs so far and pays the difference to what was due before. Rounding a
claim by itself would be simpler, but the errors of many claims would add up.

>>> from esfmodel import AdvancePayment, Budget, Decision, DecisionKind, Money, Rounding, Settlement
>>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
>>> entries = Entries.begin(granted, Settlement.FIRST, Rounding.MINOR_HALF_UP)
>>> entries.after([AdvancePayment(Money(10))], 0).advance_left, entries.advance_left
(Money(10), Money(0))
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.ledger.claims import Claim
from esfmodel.model.ledger.rows import Event, LedgerEvent, LedgerRow
from esfmodel.model.ledger.tally import Tally, check_not_negative
from esfmodel.model.ledger.terms import Terms
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.ledger.rows import AdvancePayment, PaymentLimit, Settlement

_EVENT_OF_DECISION = {DecisionKind.AMENDED: LedgerEvent.AMENDMENT, DecisionKind.CLOSED: LedgerEvent.CLOSURE}


@attrs.frozen(eq=False)
class Entry:
    """An event with its row and the terms of that row, linked to the entry before it.

    A link never changes, so a ledger shares its entries with every ledger that goes on from it: none is copied however
    many events come one at a time, and two that go on from the same ledger do not see each other's.
    """

    event: Event
    row: LedgerRow
    terms: Terms
    last_number: int
    """The number of the last claim so far; 0 before the first."""
    before: Entry | None
    jump: Entry | None
    """An entry further back, or `before`. Following these, any entry is found in logarithmic time."""
    count: int

    @classmethod
    def on(cls, before: Entry | None, event: Event, row: LedgerRow, terms: Terms, last_number: int) -> Entry:
        """Return the entry that follows `before`."""
        # Two jumps of one length are joined to one of twice that length (Myers, "An applicative random-access stack").
        once = before and before.jump
        twice = once and once.jump
        is_joined = _count(before) - _count(once) == _count(once) - _count(twice)
        return cls(event, row, terms, last_number, before, twice if is_joined else before, _count(before) + 1)


def _count(entry: Entry | None) -> int:
    return 0 if entry is None else entry.count


@attrs.define(eq=False)
class Entries:
    """A ledger being computed: the terms in force, the sums of the claims so far and the entries."""

    terms: Terms
    rounding: Rounding
    settle_first: bool
    tally: Tally
    last: Entry | None = None
    costs: dict[CostCategory, Money] = attrs.field(factory=dict[CostCategory, Money])
    total: Money = attrs.field(init=False)
    is_closed: bool = False
    support: Money = attrs.field(init=False)
    advance_left: Money = attrs.field(init=False)

    @classmethod
    def begin(cls, granted: Decision, settlement: Settlement, rounding: Rounding) -> Entries:
        """Start from the decision that grants."""
        if granted.kind is not DecisionKind.GRANTED:
            raise InvalidValue("decision.grants_nothing", "granted", granted.kind)
        terms = Terms.of(granted, None, rounding, "granted")
        return cls(terms, rounding, settlement.is_first, Tally(terms.support.currency, terms.budget))

    def __attrs_post_init__(self) -> None:
        self.total = self.support = self.advance_left = self.zero

    def after(self, events: Sequence[Event], first: int) -> Entries:
        """Return the entries with more events, without changing these; `first` is the index of the first."""
        longer = copy.copy(self)
        longer.tally = self.tally.copy()
        for index, event in enumerate(events, first):
            longer._enter(event, f"events[{index}]")
        return longer

    @property
    def zero(self) -> Money:
        """The amount 0 in the grant's currency."""
        return self.tally.zero

    @property
    def last_number(self) -> int:
        """The number of the last claim; 0 before the first."""
        return 0 if self.last is None else self.last.last_number

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """One row for each event."""
        rows: list[LedgerRow] = []
        entry = self.last
        while entry is not None:
            rows.append(entry.row)
            entry = entry.before
        return tuple(reversed(rows))

    def claim(self, number: int) -> Entry | None:
        """Return the entry of the claim with this number; None where there is none."""
        # The first entry with this number or a higher one: numbers rise.
        found, entry = None, self.last
        while entry is not None and entry.last_number >= number:
            found, jump = entry, entry.jump
            entry = jump if jump is not None and jump.last_number >= number else entry.before
        return found if found is not None and found.row.number == number else None

    def _enter(self, event: Event, place: str) -> None:
        if self.is_closed:
            raise InvalidValue("ledger.after_closure", place)
        if isinstance(event, Claim):
            self._enter_claim(event, place)
        elif isinstance(event, Decision):
            self._enter_decision(event, place)
        else:
            self._enter_advance(event, place)

    def _enter_claim(self, claim: Claim, place: str) -> None:
        if claim.number <= self.last_number:
            raise InvalidValue("claim.number_not_rising", f"{place}.number", claim.number, last=self.last_number)
        before = self.total
        claimed = self.tally.add(claim, place, self._claim)
        limits = self._update_costs(place)
        due = min(limit.amount for limit in limits)
        support = due - self.support
        first = min(self.advance_left, max(support, self.zero))
        settled = first if self.settle_first else self._excess_of_advance(due)
        flat_rates = self.total - before - claimed
        self._write(LedgerEvent.CLAIM, claim, claimed, flat_rates, support, settled, limits=limits, number=claim.number)

    def _enter_decision(self, decision: Decision, place: str) -> None:
        if decision.kind not in _EVENT_OF_DECISION:
            raise InvalidValue("value.not_usable", f"{place}.kind", decision.kind, choices=tuple(_EVENT_OF_DECISION))
        closes = decision.kind is DecisionKind.CLOSED
        self.terms = (
            self.terms.closed_by(decision, place) if closes else Terms.of(decision, self.terms, self.rounding, place)
        )
        if self.terms.support.currency != self.tally.currency:
            raise InvalidValue("currency.mixed", place, self.terms.support.currency, other=self.tally.currency)
        before = self.total
        if self.terms.budget is not self.tally.budget:
            self.tally.measure_by(self.terms.budget)
        limits = self._update_costs(place)
        due = min(limit.amount for limit in limits)
        if closes:
            settled = self.advance_left
            self.is_closed = True
        else:
            # A reduced grant takes back at once what exceeds it; an increase is due with the next claim.
            due = min(due, self.support)
            settled = self._excess_of_advance(due)
        flat_rates = self.total - before
        self._write(
            _EVENT_OF_DECISION[decision.kind],
            decision,
            self.zero,
            flat_rates,
            due - self.support,
            settled,
            limits=limits,
        )

    def _enter_advance(self, advance: AdvancePayment, place: str) -> None:
        if advance.amount.currency != self.tally.currency:
            place = f"{place}.amount"
            raise InvalidValue("currency.mixed", place, advance.amount.currency, other=self.tally.currency)
        left = self.terms.support - self.support - self.advance_left
        if advance.amount > left:
            raise InvalidValue("advance.too_large", f"{place}.amount", advance.amount, left=left)
        self._write(LedgerEvent.ADVANCE, advance, self.zero, self.zero, self.zero, -advance.amount)

    def _claim(self, number: int) -> Claim | None:
        entry = self.claim(number)
        return entry.event if entry is not None and isinstance(entry.event, Claim) else None

    def _update_costs(self, place: str) -> tuple[PaymentLimit, ...]:
        """Recompute all costs so far; return every limit on the support due for them."""
        self.costs = self.tally.by_category(self.terms.place_of_budget)
        check_not_negative(self.costs, place)
        self.total = sum(self.costs.values(), self.zero)
        return self.terms.limits_on(self.costs, self.total, self.tally)

    def _excess_of_advance(self, due: Money) -> Money:
        """Return how much of the advance must be settled, so that advance and support do not exceed the grant."""
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
        row = LedgerRow(
            event=event,
            number=number,
            on=source.on,
            claimed=claimed,
            flat_rates=flat_rates,
            support=support,
            settled=max(settled, self.zero),
            paid=support - settled,
            costs_so_far=self.total,
            support_so_far=self.support,
            advance_left=self.advance_left,
            limits=limits,
        )
        self.last = Entry.on(self.last, source, row, self.terms, self.last_number if number is None else number)
