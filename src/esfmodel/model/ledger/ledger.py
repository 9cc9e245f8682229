"""The ledger of one grant: the support that each advance, claim, amendment and closure leads to.

Support is computed on all costs so far, and a claim is paid what is due beyond what was due before. So rounding errors
never add up over many claims, and the last claim reaches the grant to the öre.

>>> from esfmodel import Budget, Claim, ClaimedCost, CostCategory, Decision, DecisionKind, Ledger, Money
>>> granted = Decision(DecisionKind.GRANTED, support=Money(10_325_312), budget=Budget(total=Money(19_126_097)))
>>> claims = [Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(1_500_000))])]
>>> row = Ledger(granted, claims).claims[0]
>>> row.support, row.binding.kind.value
(Money("809781.94"), 'decided share')
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import EsfModelError, InvalidValue, NotKnown
from esfmodel.model.computed import span_in
from esfmodel.model.costs import CostCategory, FlatRate
from esfmodel.model.decision import Decision, DecisionKind, LimitBase, order_not_known
from esfmodel.model.fields import as_call, as_call_on_lines, check_type, is_a, tuple_of
from esfmodel.model.ledger.claims import Claim
from esfmodel.model.ledger.entries import Entries, Entry
from esfmodel.model.ledger.rows import (
    AdvancePayment,
    CategoryOutcome,
    Event,
    LedgerEvent,
    LedgerRow,
    Settlement,
    as_events,
)
from esfmodel.model.project import Project
from esfmodel.values import dates
from esfmodel.values.field_type import fill
from esfmodel.values.period import first_and_last
from esfmodel.values.rounding import Rounding
from esfmodel.values.span import total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esfmodel.model.budget import Budget
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.money import Money, Rate


_MOST_COMPUTATIONS = 1_000_000


@attrs.frozen
class Ledger:
    """What was incurred, is due and was paid under one grant, event by event in the order given.

    `granted` is the decision, with its budget, support and limits; the decided share is the support divided by the
    budget's total cost, or by its actual cost where that is the decision's `support_base`. `events` are claims,
    advances, decisions that amend the grant and the one that closes it. What a later decision does not state stays as
    it was. The support due for all costs so far is the least of the decided share of them (or of the actual costs among
    them), the support granted and each limit of the decision on its own base; a rate in a limit is used as written, and
    the result rounded down. `rounding` is that of the share.

    An amended grant applies to all costs from then on, those of earlier claims too: a reduction is taken back at once,
    an increase is due with the next claim. A closure settles what is left of the advance; the support it states is the
    most that is due in the end, and no new share.

    Raises `InvalidValue` for what cannot be: a claim after the closure, two claims with one number, an event dated
    before a decision or an advance that is given before it, a currency without a rate, more corrected than was claimed,
    part of a lump sum, a cost in a category that the budget has as a flat rate only. Raises `NotKnown` where the
    support, the total cost or the base of a limit is not known exactly, and where contributions in kind make it matter
    which base no decision has named. Nothing comes in kind where neither budget nor claims say so.

    >>> from esfmodel import Budget, Claim, ClaimedCost, DecisionKind, Money
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(400_000), budget=Budget(total=Money(1_000_000)))
    >>> travel = ClaimedCost(CostCategory.TRAVEL, Money(300_000))
    >>> ledger = Ledger(granted, [AdvancePayment(Money(100_000)), Claim(1, costs=[travel])])
    >>> ledger.rows[1].support, ledger.rows[1].settled, ledger.rows[1].paid
    (Money(120000), Money(100000), Money(20000))
    """

    granted: Decision = attrs.field(validator=is_a(Decision))
    events: tuple[Event, ...] = attrs.field(default=(), converter=as_events)
    settlement: Settlement = attrs.field(default=Settlement.FIRST, validator=is_a(Settlement), kw_only=True)
    rounding: Rounding = attrs.field(default=Rounding.MINOR_HALF_UP, validator=is_a(Rounding), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that every event is possible in its place."""
        _ = self._preceding, self._entries

    @classmethod
    def of(
        cls,
        project: Project,
        *,
        advances: Iterable[AdvancePayment] = (),
        settlement: Settlement = Settlement.FIRST,
        rounding: Rounding = Rounding.MINOR_HALF_UP,
    ) -> Ledger:
        """Make the ledger of a project's grant from its decisions and claims.

        Claims come in the order of their numbers; amendments and advances come before the claims that were handed in on
        the same day or later. Raises `NotKnown` where the order is not known, and where nothing was granted. The place
        of an error is a path in the project, such as "claims[0].costs[1].amount".

        >>> from esfmodel import Budget, DecisionKind, Money, Project
        >>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
        >>> Ledger.of(Project("Framtidskraft", decisions=[granted])).share
        Rate.of_percent("40")
        """
        check_type(project, Project, "project")
        paid = tuple_of(AdvancePayment, advances, "advances")
        granted, events = grant_of(project), events_of(project, paid)
        try:
            return cls(granted, events, settlement=settlement, rounding=rounding)
        except EsfModelError as error:
            moved = error.at(_place_in_project(error.place, events, project, paid))
            moved.names = {_place_in_project(at, events, project, paid): each for at, each in error.names.items()}
            raise moved from error

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """One row for each event."""
        return self._rows

    @property
    def claims(self) -> tuple[LedgerRow, ...]:
        """The rows of the claims alone."""
        return tuple(row for row in self.rows if row.event is LedgerEvent.CLAIM)

    @property
    def support(self) -> Money:
        """The support granted by the last decision that states it."""
        return self._entries.terms.support

    @property
    def share(self) -> Rate:
        """The support divided by `shared_cost`, as the last grant or amendment decided."""
        return self._entries.terms.share

    @property
    def support_base(self) -> LimitBase | None:
        """What the support is a share of, as the last decision that names it says; None where none does."""
        return self._entries.terms.base

    @property
    def shared_cost(self) -> Money:
        """The cost in the budget that the support is a share of: the total, or the actual cost if that is the base.

        >>> from esfmodel import ActualCost, Budget, Cost, CostCategory, Decision, DecisionKind, LimitBase, Money
        >>> costs = [Cost(each, ActualCost(Money(50))) for each in (CostCategory.STAFF, CostCategory.IN_KIND)]
        >>> decision = Decision(
        ...     DecisionKind.GRANTED, support=Money(40), support_base=LimitBase.ACTUAL_COST, budget=Budget(costs)
        ... )
        >>> Ledger(decision).shared_cost, Ledger(decision).share
        (Money(50), Rate.of_percent("80"))
        """
        return self._entries.terms.shared_cost

    @property
    def budget(self) -> Budget:
        """The budget of the last decision that holds one."""
        return self._entries.terms.budget

    @property
    def eu_share(self) -> Rate | None:
        """The Union's part of the support; None where no budget divides the support."""
        return self._entries.terms.eu_share

    @property
    def is_closed(self) -> bool:
        """Whether the closure has come, after which nothing more is paid."""
        return self._entries.is_closed

    @property
    def costs_so_far(self) -> Money:
        """All costs, with what flat rates add (upparbetat)."""
        return self._entries.total

    @property
    def support_so_far(self) -> Money:
        """The support due for all costs so far."""
        return self._entries.support

    @property
    def support_left(self) -> Money:
        """What is left of the grant for costs to come; a closure forfeits it."""
        return self._entries.zero if self.is_closed else self.support - self.support_so_far

    @property
    def advance_left(self) -> Money:
        """The advance not yet settled."""
        return self._entries.advance_left

    @property
    def paid_so_far(self) -> Money:
        """All that was paid and not reclaimed, advances included."""
        return self.support_so_far + self.advance_left

    @property
    def categories(self) -> tuple[CategoryOutcome, ...]:
        """What was incurred in each category against the budget of the last decision, in the order of `CostCategory`.

        >>> from esfmodel import ActualCost, Budget, Claim, ClaimedCost, Cost, DecisionKind, Money
        >>> budget = Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(50_000)))])
        >>> granted = Decision(DecisionKind.GRANTED, support=Money(20_000), budget=budget)
        >>> claim = Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(12_000))])
        >>> Ledger(granted, [claim]).categories[0].remaining
        Money(38000)
        """
        named = {*self._entries.costs, *(cost.category for cost in self.budget.costs)}
        return tuple(self.outcome(category) for category in CostCategory if category in named)

    def claim(self, number: int) -> LedgerRow:
        """Return the row of the claim with this number; raise `InvalidValue` for any other number.

        >>> from esfmodel import Budget, Claim, ClaimedCost, DecisionKind, Money
        >>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
        >>> ledger = Ledger(granted, [Claim(3, costs=[ClaimedCost(CostCategory.STAFF, Money(50))])])
        >>> ledger.claim(3).paid, ledger.claim(3).binding.kind.value
        (Money(20), 'decided share')
        """
        return claim_entry(self, number).row

    def outcome(self, category: CostCategory) -> CategoryOutcome:
        """Return what was incurred in a category against its budget; zero where there is neither.

        >>> from esfmodel import ActualCost, Budget, Claim, ClaimedCost, Cost, DecisionKind, Money
        >>> budget = Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(50_000)))])
        >>> granted = Decision(DecisionKind.GRANTED, support=Money(20_000), budget=budget)
        >>> claim = Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(12_000))])
        >>> Ledger(granted, [claim]).outcome(CostCategory.TRAVEL).remaining
        Money(38000)
        """
        check_type(category, CostCategory, "category")
        zero = self._entries.zero
        return CategoryOutcome(
            category, budgeted=_budgeted(self.budget, category, zero), incurred=self._entries.costs.get(category, zero)
        )

    def after(self, *events: Event) -> Ledger:
        """Return the ledger with more events; the rows before them stay the same.

        >>> from esfmodel import Budget, DecisionKind, Money
        >>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
        >>> Ledger(granted).after(AdvancePayment(Money(10))).paid_so_far
        Money(10)
        """
        if type(self) is not Ledger:
            # A subclass may have fields and checks of its own.
            return attrs.evolve(self, events=(*self.events, *events))
        first = len(self.events)
        more = as_events(events, first)
        made = object.__new__(Ledger)
        fill(made, "granted", self.granted)
        fill(made, "events", self.events + more)
        fill(made, "settlement", self.settlement)
        fill(made, "rounding", self.rounding)
        fill(made, "_preceding", self._preceding.after(more, first))
        fill(made, "_entries", self._entries.after(more, first))
        return made

    @cached_property
    def _preceding(self) -> _Preceding:
        return _Preceding.of(self.granted).after(self.events, 0)

    @cached_property
    def _entries(self) -> Entries:
        return Entries.begin(self.granted, self.settlement, self.rounding).after(self.events, 0)

    @cached_property
    def _rows(self) -> tuple[LedgerRow, ...]:
        return self._entries.rows


_entries_of: Callable[[Ledger], Entries] = attrgetter("_entries")


def claim_entry(ledger: Ledger, number: int) -> Entry:
    """Return the row of a claim with the terms in force at it; raise `InvalidValue` for any other number."""
    check_type(number, int, "number")
    found = _entries_of(ledger).claim(number)
    if found is None:
        raise InvalidValue("claim.unknown", "number", number)
    return found


def _budgeted(budget: Budget, category: CostCategory, zero: Money) -> MoneyLike | None:
    """Return the sum of a budget's lines of a category; 0 where it has other lines only, None without lines."""
    if not budget.costs:
        return None
    lines = [
        amount for cost, amount in zip(budget.costs, budget.cost_amounts, strict=True) if cost.category is category
    ]
    return total(span_in(category, amount) for amount in lines).as_money(zero.currency)


# --- Grant and events of a project, in the order in which they happened


def grant_of(project: Project) -> Decision:
    """Return the decision that granted; where it has no budget and nothing was amended, with the project's own."""
    granted = [decision for decision in project.decisions if decision.kind is DecisionKind.GRANTED]
    if not granted:
        raise NotKnown("ledger.no_grant", "decisions")
    if len(granted) > 1:
        raise InvalidValue("ledger.several_grants", "decisions", count=len(granted))
    amended = any(decision.kind is DecisionKind.AMENDED for decision in project.decisions)
    if granted[0].budget is not None or project.budget is None or amended:
        return granted[0]
    return attrs.evolve(granted[0], budget=project.budget)


def events_of(project: Project, advances: Sequence[AdvancePayment]) -> tuple[Event, ...]:
    """Return claims in the order of their numbers, and each other event after the last claim of an earlier day.

    An advance without a day comes first. On one day, a decision and an advance come before a claim.
    """
    claims = sorted(project.claims, key=lambda claim: claim.number)
    others: list[AdvancePayment | Decision] = [
        *advances,
        *_in_order_of_time([each for each in project.decisions if each.kind is DecisionKind.AMENDED]),
    ]
    between: list[list[AdvancePayment | Decision]] = [[] for _ in range(len(claims) + 1)]
    days = _ClaimDays.of(claims)
    for other in sorted(others, key=_last_day):
        between[days.claims_before(other)].append(other)
    closing = [decision for decision in project.decisions if decision.kind is DecisionKind.CLOSED]
    pairs = zip(claims, between[1:], strict=True)
    return (*between[0], *(event for claim, after in pairs for event in (claim, *after)), *closing)


def _in_order_of_time(amendments: list[Decision]) -> list[Decision]:
    """Return amendments in the order of their days, not of the list; raise `NotKnown` where days overlap."""
    ordered = sorted(amendments, key=_last_day)
    for earlier, later in pairwise(ordered):
        if earlier.on is None or later.on is None or first_and_last(later.on)[0] <= first_and_last(earlier.on)[1]:
            raise order_not_known((earlier, later))
    return ordered


def _last_day(event: AdvancePayment | Decision) -> tuple[int, int, int]:
    if event.on is None:
        return 0, 0, 0
    _, day = first_and_last(event.on)
    return day.year, day.month, day.day


@attrs.frozen(eq=False)
class _ClaimDays:
    """The days of claims in order of time, so that another event is compared with all of them at once."""

    claims: Sequence[Claim]
    firsts: list[dates.Date]
    """The first day on which each claim can have come, ascending."""
    lasts: list[dates.Date]
    """The last day on which each can have come, ascending."""
    count_until: list[int]
    """How many claims are in front after each of `lasts`: up to the hindmost that had come by then."""

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _ClaimDays:
        """Sort the days of the claims that have one."""
        days = [(*first_and_last(claim.on), place) for place, claim in enumerate(claims, 1) if claim.on is not None]
        days.sort(key=lambda each: each[1])
        return cls(
            claims,
            sorted(first for first, _, _ in days),
            [last for _, last, _ in days],
            [0, *accumulate((place for _, _, place in days), max)],
        )

    def claims_before(self, other: AdvancePayment | Decision) -> int:
        """Return how many claims come before a decision or an advance: all up to the last that came on an earlier day.

        Raises `NotKnown` for the first claim of which the days leave it open.
        """
        if not self.claims or (other.on is None and isinstance(other, AdvancePayment)):
            return 0
        if other.on is not None and len(self.lasts) == len(self.claims):
            since, until = first_and_last(other.on)
            came_before = bisect_left(self.lasts, since)
            # The days leave no claim open where all others can have come on no day before `until`.
            if bisect_left(self.firsts, until) == came_before:
                return self.count_until[came_before]
        claim = next(claim for claim in self.claims if _is_open(claim, other))
        raise NotKnown("ledger.order_not_known", number=claim.number, claimed=claim.on, other=other.on)


def _is_open(claim: Claim, other: AdvancePayment | Decision) -> bool:
    """Whether the days leave open which of the two came first."""
    if claim.on is None or other.on is None:
        return True
    first, last = first_and_last(claim.on)
    since, until = first_and_last(other.on)
    return last >= since and first < until


_STEP_OF_EVENT = re.compile(r"events\[([0-9]+)\]")


def _place_in_project(place: str, events: Sequence[Event], project: Project, advances: Sequence[AdvancePayment]) -> str:
    """Return the path in the project of a place in its ledger: that of the claim, decision or advance."""
    first, dot, rest = place.partition(".")
    if first == "granted":
        index = [decision.kind for decision in project.decisions].index(DecisionKind.GRANTED)
        # A grant without a budget has that of the project.
        taken_over = rest.startswith("budget") and project.decisions[index].budget is None
        return rest if taken_over else f"decisions[{index}]{dot}{rest}"
    found = _STEP_OF_EVENT.fullmatch(first)
    if found is None:
        return place
    event = events[int(found[1])]
    if isinstance(event, Claim):
        item = f"claims[{project.claims.index(event)}]"
    elif isinstance(event, Decision):
        item = f"decisions[{project.decisions.index(event)}]"
    else:
        item = f"advances[{advances.index(event)}]"
    return f"{item}{dot}{rest}"


# --- What is checked before any event is entered


@attrs.frozen(eq=False)
class _Preceding:
    """What a ledger's later events are checked against, before any of them is entered.

    Claims of several partners may overlap in time. So a claim is compared with the decisions and advances before it,
    and not with other claims; a decision or an advance is compared with those and with the claim it follows. Events
    without a day pass.
    """

    latest: dates.Date | None
    """The first day on which the latest of the decisions and advances can have happened."""
    last_claim: dates.Date | None
    """The first day on which the last claim can have been made."""
    most_lines: int
    """The flat rates and limits of the decision with most of them: all are computed again at every event."""

    @classmethod
    def of(cls, granted: Decision) -> _Preceding:
        """Begin with the decision that grants."""
        return cls(None if granted.on is None else first_and_last(granted.on)[0], None, _lines(granted))

    def after(self, events: Sequence[Event], first: int) -> _Preceding:
        """Return what events after these are checked against; `first` is the index of the first.

        Raises `InvalidValue` for an event dated before one that is given before it, and for sizes that no grant has.
        """
        latest, last_claim = self.latest, self.last_claim
        for index, event in enumerate(events, first):
            if event.on is None:
                continue
            since, until = first_and_last(event.on)
            is_claim = isinstance(event, Claim)
            for before in (latest, None if is_claim else last_claim):
                # Only a contradiction of all possible days counts: the last day of one against the first of the other.
                if before is not None and until < before:
                    raise InvalidValue("ledger.not_in_order", f"events[{index}].on", event.on, since=before)
            if is_claim:
                last_claim = since
            elif latest is None or since > latest:
                latest = since
        most_lines = max([self.most_lines, *(_lines(event) for event in events if isinstance(event, Decision))])
        count = first + len(events)
        if count * (1 + most_lines) > _MOST_COMPUTATIONS:
            raise InvalidValue("ledger.too_large", "events", count, lines=most_lines)
        return _Preceding(latest, last_claim, most_lines)


def _lines(decision: Decision) -> int:
    costs = () if decision.budget is None else decision.budget.costs
    return len(decision.limits) + sum(isinstance(cost.basis, FlatRate) for cost in costs)
