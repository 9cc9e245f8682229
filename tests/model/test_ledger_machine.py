"""A grant's life, event by event, against the same reckoned with plain fractions of öre."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from esfmodel import (
    ActualCost,
    AdvancePayment,
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
    InvalidValue,
    Ledger,
    Limit,
    LimitBase,
    Money,
    Rate,
    Settlement,
)

STAFF, IN_KIND, INDIRECT = CostCategory.STAFF, CostCategory.IN_KIND, CostCategory.INDIRECT
MINOR = st.integers(0, 10**7)
PERCENT = st.integers(1, 100)


def half_up(number: Fraction) -> int:
    """Round a number from 0 to the nearest whole, halves up."""
    return floor(number + Fraction(1, 2))


class GrantLife(RuleBasedStateMachine):
    """Whatever happens to a grant, its ledger says what plain fractions say, and keeps its promises."""

    @initialize(
        staff=st.integers(1, 10**7),
        in_kind=MINOR,
        share=PERCENT,
        flat=PERCENT,
        actual=PERCENT,
        highest=MINOR,
        union=PERCENT,
        base=st.sampled_from((LimitBase.TOTAL_COST, LimitBase.ACTUAL_COST)),
        settlement=st.sampled_from(Settlement),
    )
    def grant(
        self,
        staff: int,
        in_kind: int,
        share: int,
        flat: int,
        actual: int,
        highest: int,
        union: int,
        base: LimitBase,
        settlement: Settlement,
    ) -> None:
        """Grant a share of a budget of staff, a flat rate on it and costs in kind or without them, under two limits."""
        self.base = base
        self.actual, self.highest = Fraction(actual, 100), highest
        self.number = self.staff = self.in_kind = self.due = self.advanced = self.settled = self.paid = 0
        self.closed = False
        budget = self._terms(staff, in_kind, share, flat, union)
        limits = [Limit.of_rate(Rate(self.actual), LimitBase.ACTUAL_COST), Limit.of_amount(Money.of_minor(highest))]
        support = Money.of_minor(self.support)
        decision = Decision(DecisionKind.GRANTED, support=support, support_base=base, budget=budget, limits=limits)
        self.first = settlement is Settlement.FIRST
        self.ledger = Ledger(decision, settlement=settlement)

    def _terms(self, staff: int, in_kind: int, share: int, flat: int, union: int) -> Budget:
        """Note the support and its share, and give the budget."""
        self.flat = Fraction(flat, 100)
        flat_rate = FlatRate(Rate(self.flat), [STAFF])
        costs = [
            Cost(STAFF, ActualCost(Money.of_minor(staff))),
            Cost(IN_KIND, ActualCost(Money.of_minor(in_kind))),
            Cost(INDIRECT, flat_rate),
        ]
        total = staff + in_kind + half_up(self.flat * staff)
        whole = total - in_kind if self.base is LimitBase.ACTUAL_COST else total
        self.support = whole * share // 100
        self.share = Fraction(self.support, whole)
        eu = self.support * union // 100
        self.union = Fraction(eu, self.support) if self.support else None
        parts = [(FundingSource.EU, eu), (FundingSource.STATE_GRANT, self.support - eu)]
        parts.append((FundingSource.OWN, total - self.support))
        financing = [Contribution(Funder(source=source), Money.of_minor(amount)) for source, amount in parts]
        return Budget(costs, financing)

    @property
    def costs(self) -> int:
        """The costs so far, with the flat rate."""
        return self.staff + self.in_kind + half_up(self.flat * self.staff)

    def _most(self) -> int:
        """The most that is due, in öre."""
        so_far = self.costs - self.in_kind if self.base is LimitBase.ACTUAL_COST else self.costs
        most = [half_up(self.share * so_far), self.support]
        if self.union:
            most += [floor(self.actual * (self.costs - self.in_kind) / self.union), floor(self.highest / self.union)]
        return min(most)

    def _pay(self, due: int, settled: int) -> None:
        self.paid += due - self.due - settled
        self.settled += settled
        self.due = due

    def _excess(self, due: int) -> int:
        left = self.advanced - self.settled
        return min(left, max(due + left - self.support, 0))

    def _claim(self, staff: int, in_kind: int, corrects: int | None = None) -> None:
        self.number += 1
        costs = [
            ClaimedCost(category, Money.of_minor(amount), corrects=corrects)
            for category, amount in ((STAFF, staff), (IN_KIND, in_kind))
        ]
        self.ledger = self.ledger.after(Claim(self.number, costs=costs))
        self.staff, self.in_kind = self.staff + staff, self.in_kind + in_kind
        due = self._most()
        settled = self._excess(due)
        if self.first:
            settled = max(settled, min(self.advanced - self.settled, max(due - self.due, 0)))
        self._pay(due, settled)

    @precondition(lambda self: not self.closed)
    @rule(staff=MINOR, in_kind=MINOR)
    def claim(self, staff: int, in_kind: int) -> None:
        """Claim what was incurred."""
        self._claim(staff, in_kind)

    @precondition(lambda self: not self.closed and self.number > 0)
    @rule(data=st.data())
    def correct(self, data: st.DataObject) -> None:
        """Take back some of what was claimed."""
        staff = data.draw(st.integers(0, self.staff))
        in_kind = data.draw(st.integers(0, self.in_kind))
        self._claim(-staff, -in_kind, data.draw(st.integers(1, self.number)))

    @precondition(lambda self: not self.closed)
    @rule(data=st.data())
    def advance(self, data: st.DataObject) -> None:
        """Pay an advance, as long as something is left of the grant; more than that is refused."""
        left = self.support - self.due - (self.advanced - self.settled)
        with pytest.raises(InvalidValue, match="is more than what is left"):
            self.ledger.after(AdvancePayment(Money.of_minor(left + 1)))
        if left:
            amount = data.draw(st.integers(1, left))
            self.ledger = self.ledger.after(AdvancePayment(Money.of_minor(amount)))
            self.advanced, self.paid = self.advanced + amount, self.paid + amount

    @precondition(lambda self: not self.closed)
    @rule(staff=st.integers(1, 10**7), in_kind=MINOR, share=PERCENT, flat=PERCENT, union=PERCENT)
    def amend(self, staff: int, in_kind: int, share: int, flat: int, union: int) -> None:
        """Decide on another budget and another support."""
        budget = self._terms(staff, in_kind, share, flat, union)
        decision = Decision(DecisionKind.AMENDED, support=Money.of_minor(self.support), budget=budget)
        self.ledger = self.ledger.after(decision)
        due = min(self._most(), self.due)
        self._pay(due, self._excess(due))

    @precondition(lambda self: not self.closed and self.number > 1)
    @rule(final=st.none() | MINOR)
    def close(self, final: int | None) -> None:
        """Close the grant, for all that is due or for a support that is settled otherwise."""
        support = None if final is None else Money.of_minor(final)
        self.ledger = self.ledger.after(Decision(DecisionKind.CLOSED, support=support))
        self.support = self.support if final is None else final
        self.closed = True
        self._pay(self._most(), self.advanced - self.settled)

    @precondition(lambda self: self.closed)
    @rule()
    def come_too_late(self) -> None:
        """Nothing is claimed of a closed grant."""
        with pytest.raises(InvalidValue, match="comes after the closure"):
            self.ledger.after(Claim(self.number + 1))

    @invariant()
    def says_what_fractions_say(self) -> None:
        """Costs, support, advance and payments are those of the plain reckoning."""
        found = (
            self.ledger.costs_so_far.minor,
            self.ledger.support_so_far.minor,
            self.ledger.advance_left.minor,
            sum(row.paid.minor for row in self.ledger.rows),
        )
        assert found == (self.costs, self.due, self.advanced - self.settled, self.paid)

    @invariant()
    def keeps_its_promises(self) -> None:
        """No limit is exceeded after any event, nothing is paid beyond the grant, and a closure leaves nothing open."""
        assert 0 <= self.due <= self.support
        assert self.ledger.paid_so_far.minor == self.paid <= self.support
        if self.union is not None:
            assert self.due * self.union <= self.highest
            assert self.due * self.union <= self.actual * (self.costs - self.in_kind)
        assert not (self.closed and self.ledger.advance_left.minor)


TestGrantLife = GrantLife.TestCase
TestGrantLife.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
