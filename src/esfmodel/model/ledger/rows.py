"""The rows of a grant's ledger, the events they record, and the computation that turns one into the other.

>>> from esfmodel import Money
>>> from esfmodel.model import PaymentLimit, PaymentLimitKind
>>> PaymentLimit(PaymentLimitKind.GRANTED, Money(10_325_312)).kind.value
'granted support'
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, DecisionKind, Limit, LimitBase
from esfmodel.model.facts import decided_support
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    as_tuple,
    is_a,
    is_money_like_or_unknown,
    is_positive_or_unknown,
    tuple_of,
)
from esfmodel.model.funding import ContributionForm
from esfmodel.model.ledger.claims import Claim, Tally, check_not_negative
from esfmodel.values import dates
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period, as_when
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from esfmodel.values.dates import Date


class LedgerEvent(Labelled):
    """What a row of the ledger is about.

    >>> LedgerEvent.ADVANCE.value
    'advance'
    """

    ADVANCE = "advance"
    CLAIM = "claim"
    AMENDMENT = "amendment"
    CLOSURE = "closure"


class PaymentLimitKind(Labelled):
    """What limits the support due: the decided share of the costs, the support granted, or a limit of the decision.

    >>> PaymentLimitKind.SHARE.value
    'decided share'
    """

    SHARE = "decided share"
    GRANTED = "granted support"
    LIMIT = "limit of the decision"


@cache
def _check_when() -> Callable[[object, attrs.Attribute[Any], object], None]:
    return is_a(dates.Date, Period, type(None))


def _is_when(row: object, field: attrs.Attribute[Any], value: object) -> None:
    # The class of a day is looked up with the first row, not when this module is imported.
    _check_when()(row, field, value)


@attrs.frozen
class PaymentLimit:
    """The most support that can be due for all costs so far, for one reason; `limit` is the decision's limit, if any.

    `base` is what a share was taken of: all costs, all but those in kind, or the public money other than the support.

    >>> PaymentLimit(PaymentLimitKind.SHARE, Money(5)).limit is None
    True
    """

    kind: PaymentLimitKind = attrs.field(validator=is_a(PaymentLimitKind))
    amount: Money = attrs.field(validator=is_a(Money))
    base: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    limit: Limit | None = attrs.field(default=None, validator=is_a(Limit, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_limits(value: Iterable[PaymentLimit]) -> tuple[PaymentLimit, ...]:
    return tuple_of(PaymentLimit, value, "limits")


@attrs.frozen(kw_only=True)
class LedgerRow:
    """The amounts of one event of a grant, all in the grant's currency.

    `claimed` is the sum of the costs listed and `flat_rates` what flat rates add. `support` is what is due for them,
    below 0 where a correction or a lower grant takes back more than it gives. `settled` is the part of it that an
    advance had paid already (avräkning), and `paid` what is paid out, or below 0 what is to be paid back.
    `costs_so_far`, `support_so_far` and `advance_left`, the advance not yet settled, are sums after the event. `limits`
    are all limits that were compared.

    >>> from esfmodel import AdvancePayment, Budget, Decision, DecisionKind, Ledger
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
    >>> Ledger(granted, [AdvancePayment(Money(10))]).rows[0].advance_left
    Money(10)
    """

    event: LedgerEvent = attrs.field(validator=is_a(LedgerEvent))
    number: int | None = attrs.field(default=None, validator=is_positive_or_unknown)
    on: dates.Date | Period | None = attrs.field(default=None, validator=_is_when)
    claimed: Money = attrs.field(validator=is_a(Money))
    flat_rates: Money = attrs.field(validator=is_a(Money))
    support: Money = attrs.field(validator=is_a(Money))
    settled: Money = attrs.field(validator=is_a(Money))
    paid: Money = attrs.field(validator=is_a(Money))
    costs_so_far: Money = attrs.field(validator=is_a(Money))
    support_so_far: Money = attrs.field(validator=is_a(Money))
    advance_left: Money = attrs.field(validator=is_a(Money))
    limits: tuple[PaymentLimit, ...] = attrs.field(default=(), converter=_as_limits)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def costs(self) -> Money:
        """The costs of the event: those listed and what flat rates add."""
        return self.claimed + self.flat_rates

    @property
    def paid_so_far(self) -> Money:
        """All that was paid and not reclaimed, advances included."""
        return self.support_so_far + self.advance_left

    @property
    def binding(self) -> PaymentLimit | None:
        """The least of the limits, which decided how much support is due; the first of several equal ones."""
        return min(self.limits, key=lambda limit: limit.amount.minor, default=None)


@attrs.frozen
class CategoryOutcome:
    """What has been incurred in a category (upparbetat) against its budget, and what remains.

    `budgeted` is None where the budget has no lines or does not state it.

    >>> CategoryOutcome(CostCategory.TRAVEL, budgeted=Money(50_000), incurred=Money(12_000)).remaining
    Money(38000)
    """

    category: CostCategory = attrs.field(validator=is_a(CostCategory))
    budgeted: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    incurred: Money = attrs.field(validator=is_a(Money), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def remaining(self) -> MoneyLike | None:
        """What is left of the budget: below 0 where more was incurred, None where `budgeted` is."""
        return None if self.budgeted is None else self.budgeted - self.incurred


# --- Events of a grant after the first decision, and how an advance is settled


class Settlement(Labelled):
    """Against which claims an advance is settled (avräknas): the first ones, or the last ones.

    `FIRST` pays nothing for costs until the advance is used up; `LAST` pays every claim until the grant is used up, and
    settles the advance at the end.

    >>> Settlement.FIRST.value
    'against the first claims'
    """

    FIRST = "against the first claims"
    LAST = "against the last claims"

    @property
    def is_first(self) -> bool:
        """Whether the advance is used up before anything is paid for costs."""
        return self is Settlement.FIRST


def _as_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "on")


def _is_positive(_owner: object, field: attrs.Attribute[Any], value: Money) -> None:
    is_a(Money)(_owner, field, value)
    if value.minor <= 0:
        raise InvalidValue("number.not_positive", field.name, value)


@attrs.frozen
class AdvancePayment:
    """An advance (förskott) paid before the costs it is for are shown; `on` is its day, or a `Period`.

    Raises `InvalidValue` for an amount that is not above 0.

    >>> str(AdvancePayment(Money(400_000), "2025-01-15").on)
    '2025-01-15'
    """

    amount: Money = attrs.field(validator=_is_positive)
    on: dates.Date | Period | None = attrs.field(default=None, converter=_as_on)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


Event = Claim | AdvancePayment | Decision
"""What can happen to a grant after the first decision."""


def as_events(value: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events as a tuple, or raise `TypeError` for one of another type."""
    events = as_tuple(value, "Claim, AdvancePayment or Decision", "events")
    for index, event in enumerate(events):
        if not isinstance(event, (Claim, AdvancePayment, Decision)):
            raise TypeError(f"events[{index}] must be Claim, AdvancePayment or Decision, not {type(event).__name__}")
    return events


# --- Entering events: each gives one row
# Every event computes the support due for all costs so far and pays the difference to what was due before. Rounding a
# claim by itself would be simpler, but the errors of many claims would add up.

_EVENT_OF_DECISION = {DecisionKind.AMENDED: LedgerEvent.AMENDMENT, DecisionKind.CLOSED: LedgerEvent.CLOSURE}


@attrs.define(eq=False)
class Entries:
    """A ledger being computed: the terms in force, the sums of the claims so far and the rows."""

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
        """Start from the decision that grants."""
        if granted.kind is not DecisionKind.GRANTED:
            raise InvalidValue("decision.grants_nothing", "granted", granted.kind)
        terms = Terms.of(granted, None, rounding, "granted")
        return cls(terms, rounding, settlement.is_first, Tally(terms.support.currency, terms.budget))

    def __attrs_post_init__(self) -> None:
        self.support = self.advance_left = self.zero

    @property
    def zero(self) -> Money:
        """The amount 0 in the grant's currency."""
        return Money(0, self.terms.support.currency)

    def enter(self, event: Event, place: str) -> None:
        """Enter one event; raise `InvalidValue` for one that is not possible here."""
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
        self.last_number = claim.number
        before = self._total
        claimed = self.tally.add(claim, place)
        limits = self._update_costs(place)
        due = min(limit.amount for limit in limits)
        support = due - self.support
        first = min(self.advance_left, max(support, self.zero))
        settled = first if self.settle_first else self._excess_of_advance(due)
        flat_rates = self._total - before - claimed
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
        before = self._total
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
        flat_rates = self._total - before
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

    @property
    def _total(self) -> Money:
        return sum(self.costs.values(), self.zero)

    def _update_costs(self, place: str) -> tuple[PaymentLimit, ...]:
        """Recompute all costs so far; return every limit on the support due for them."""
        self.costs = self.tally.by_category(self.terms.place_of_budget)
        check_not_negative(self.costs, place)
        return self.terms.limits_on(self.costs, self.tally)

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


# --- The terms of a grant: support, share of the costs and limits

# A limit of so many kronor (euro) binds no grant, and is below what `Money` can hold.
_OUT_OF_REACH = 10**13


@attrs.frozen(kw_only=True)
class Terms:
    """The terms in force after the decision that granted, or after the last that amended or closed."""

    support: Money
    base: LimitBase | None
    """What the support is a share of; None where no decision names it."""
    total_cost: Money
    of_total: Rate
    """The support divided by the total cost."""
    actual_cost: Money | None
    """The total cost without what comes in kind; None where the budget does not show what that is."""
    of_actual: tuple[Rate, ...]
    """The support divided by the actual cost: the ends of what it may be, and none where it would exceed that cost."""
    budget: Budget
    place_of_budget: str
    union: Fraction | None
    """The Union's part of the support; None where no budget states it."""
    limits: tuple[Limit, ...]
    rounding: Rounding

    @classmethod
    def of(cls, decision: Decision, before: Terms | None, rounding: Rounding, place: str) -> Terms:
        """Return the terms of a decision that grants or amends; what it does not state stays as in `before`."""
        budget = decision.budget or (before.budget if before else None)
        if budget is None:
            raise NotKnown("decision.no_budget", place)
        support = decided_support(decision)
        if support is None and before is not None:
            support = before.support
        known = _known(support, f"{place}.support")
        total = _known(budget.total_cost, f"{place}.budget.total")
        actual = _actual_cost(budget, total)
        of_total, of_actual = _share(known, total, place), _share_or_none(known, actual)
        # An open list does not divide a support other than its own: the difference is money of an unlisted source.
        union = None if budget.unlisted and known != budget.support else _union_share(budget)
        terms = cls(
            support=known,
            base=decision.support_base or (before.base if before else None),
            total_cost=total,
            of_total=of_total,
            actual_cost=actual,
            of_actual=(of_total, Rate(1)) if actual is None else () if of_actual is None else (of_actual,),
            budget=budget,
            place_of_budget=before.place_of_budget if before and decision.budget is None else f"{place}.budget",
            union=before.union if union is None and before is not None else union,
            limits=decision.limits or (before.limits if before else ()),
            rounding=rounding,
        )
        terms._check(place)
        return terms

    def closed_by(self, decision: Decision, place: str) -> Terms:
        """Return the terms of the closure: its support, base and limits; the share stays as decided before."""
        support = decided_support(decision)
        known = self.support if support is None else _known(support, f"{place}.support")
        base = decision.support_base or self.base
        terms = attrs.evolve(self, support=known, base=base, limits=decision.limits or self.limits)
        terms._check(place)
        return terms

    def _check(self, place: str) -> None:
        highest = [limit.highest for limit in self.limits if limit.highest is not None]
        for currency in (self.budget.currency or self.support.currency, *(amount.currency for amount in highest)):
            if currency != self.support.currency:
                raise InvalidValue("currency.mixed", place, currency, other=self.support.currency)
        if self.support.minor < 0:
            raise InvalidValue("value.negative", f"{place}.support", self.support)
        if self.support.rounded(self.rounding) != self.support:
            raise InvalidValue(
                "amount.finer_than_rounding", f"{place}.support", self.support, currency=self.support.currency
            )
        if self.base is LimitBase.ACTUAL_COST:
            if self.actual_cost is None:
                raise NotKnown("decision.actual_cost_not_known", self.place_of_budget)
            if not self.of_actual:
                raise InvalidValue(
                    "decision.support_not_of_total", f"{place}.support", self.support, total=self.actual_cost
                )

    @property
    def share(self) -> Rate:
        """The share of the costs that is due, of the base that the decision names or else of the total cost."""
        return self.of_actual[0] if self.base is LimitBase.ACTUAL_COST else self.of_total

    @property
    def shared_cost(self) -> Money:
        """The cost in the budget that the share is of."""
        # Terms on the actual cost know it: `_check` sees to that.
        on_actual = self.actual_cost if self.base is LimitBase.ACTUAL_COST else None
        return self.total_cost if on_actual is None else on_actual

    def limits_on(self, costs: dict[CostCategory, Money], tally: Tally) -> tuple[PaymentLimit, ...]:
        """Return every limit on the support due for all costs so far; the least of them binds."""
        zero = Money(0, self.support.currency)
        total = sum(costs.values(), zero)
        bases = {
            LimitBase.TOTAL_COST: total,
            LimitBase.ACTUAL_COST: total - costs.get(CostCategory.IN_KIND, zero),
            LimitBase.PUBLIC_FINANCING: tally.public,
        }
        base = bases[self.base or LimitBase.TOTAL_COST]
        certain = [
            PaymentLimit(PaymentLimitKind.SHARE, self._part(self.share, base), base=base),
            PaymentLimit(PaymentLimitKind.GRANTED, self.support),
        ]
        least = min(limit.amount for limit in certain)
        for limit in self.limits:
            most = self._most_under(limit, bases, tally, least)
            if most is not None:
                base_of_limit = None if limit.base is None else bases[limit.base]
                certain.append(PaymentLimit(PaymentLimitKind.LIMIT, most, base=base_of_limit, limit=limit))
        if self.base is None:
            self._check_base_does_not_matter(certain, bases)
        return tuple(certain)

    def _part(self, share: Rate, base: Money) -> Money:
        """Return a share of costs, of which revenue may leave less than nothing."""
        return share.apply(max(base, Money(0, base.currency)), rounding=self.rounding)

    def _check_base_does_not_matter(self, limits: list[PaymentLimit], bases: dict[LimitBase, Money]) -> None:
        """Raise `NotKnown` where the support due on the actual cost may be another than that on the total cost.

        Nothing is taken to come in kind where neither the budget nor the claims have anything of that kind.
        """
        total, actual = bases[LimitBase.TOTAL_COST], bases[LimitBase.ACTUAL_COST]
        if self.actual_cost is None and actual == total:
            return
        by_total, *others = (limit.amount for limit in limits)
        due = min(by_total, *others)
        on_actual = [min(self._part(share, actual), *others) for share in self.of_actual]
        if any(amount != due for amount in on_actual):
            # The place is in the grant, which is where a reader looks for it.
            found = on_actual[0] if len(on_actual) == 1 else Bounds(*on_actual)
            raise NotKnown("ledger.base_not_known", "granted.support_base", on_total=due, on_actual=found)

    def _most_under(self, limit: Limit, bases: dict[LimitBase, Money], tally: Tally, least: Money) -> Money | None:
        """Return the most support under a limit on the Union's money; None where no support would exceed it.

        Where the Union's part is not known, all support is taken as the Union's. If even then the limit does not bind,
        the part does not matter; else the answer is `NotKnown`.
        """
        union = self.union
        most = self._support_under(limit, Fraction(1) if union is None else union, bases, tally)
        if union is None and most is not None and most < least:
            raise NotKnown("ledger.union_part_not_known")
        return most

    def _support_under(
        self, limit: Limit, union: Fraction, bases: dict[LimitBase, Money], tally: Tally
    ) -> Money | None:
        if not union:
            return None
        if limit.rate is None or limit.base is None:
            highest = limit.highest
            return highest if highest is None or union == 1 else self._down(highest.as_fraction() / union)
        most = max(Fraction(0), limit.rate.fraction * bases[limit.base].as_fraction())
        if limit.base is not LimitBase.PUBLIC_FINANCING:
            return self._down(most / union)
        # The base contains the support: union * s <= rate * (own + s), so s <= rate * own / (union - rate); where
        # union <= rate every s satisfies it.
        if union <= limit.rate.fraction:
            return None
        if tally.public_unknown is not None:
            raise NotKnown("claim.public_money_not_known", number=tally.public_unknown)
        return self._down(most / (union - limit.rate.fraction))

    def _down(self, amount: Fraction) -> Money | None:
        """Round down, so that no payment exceeds the limit; None where the limit is too large to bind."""
        if amount >= _OUT_OF_REACH:
            return None
        down = Rounding.WHOLE_DOWN if self.rounding.is_whole else Rounding.MINOR_DOWN
        return Money.of_fraction(amount, self.support.currency, rounding=down)


def _union_share(budget: Budget) -> Fraction | None:
    """Return the Union's part of the support; None where the budget does not divide the support."""
    union, support = budget.eu_support, budget.support
    if isinstance(union, Money) and isinstance(support, Money) and support.minor > 0:
        return Rate.of(union, support).fraction
    return None


def _share(support: Money, total: Money, place: str) -> Rate:
    """Return the support divided by the total cost, or raise `InvalidValue` where it is more than that cost."""
    share = _share_or_none(support, total)
    if share is None:
        raise InvalidValue("decision.support_not_of_total", f"{place}.support", support, total=total)
    return share


def _share_or_none(support: Money, cost: Money | None) -> Rate | None:
    """Return the support divided by a cost; None where it is no part of it."""
    if cost is None or cost.minor <= 0 or cost.currency != support.currency or support > cost:
        return None
    return Rate.of(support, cost)


def _actual_cost(budget: Budget, total: Money) -> Money | None:
    """Return the total cost without what comes in kind; None where the budget does not show exactly what that is."""
    lines = zip(budget.costs, budget.cost_amounts, strict=True)
    sides = (
        [amount for cost, amount in lines if cost.category is CostCategory.IN_KIND],
        [part.amount for part in budget.financing if part.form is ContributionForm.IN_KIND],
    )
    # What comes in kind is cost and financing at once, so one side is enough; where both state it, they must agree.
    stated = {_exact_sum(side, total.currency) for side in sides if side}
    if not stated:
        return total if budget.costs else None
    in_kind = stated.pop()
    return None if stated or in_kind is None else total - in_kind


def _exact_sum(amounts: Sequence[MoneyLike | None], currency: str) -> Money | None:
    """Return the sum of amounts; None where one of them is not known exactly."""
    exact = [amount for amount in amounts if isinstance(amount, Money)]
    return sum(exact, Money(0, currency)) if len(exact) == len(amounts) else None


def _known(amount: MoneyLike | None, place: str) -> Money:
    if not isinstance(amount, Money):
        raise NotKnown("amount.not_exact", place, amount)
    return amount
