"""Decisions about a project with the limits they set, and which of several decisions is the last.

>>> from esfmodel import Decision, DecisionKind, Money, Rate
>>> from esfmodel.model import Limit, LimitBase
>>> granted = Decision(
...     DecisionKind.GRANTED,
...     "2024-06-28",
...     body="Svenska ESF-rådet",
...     support=Money(8_000_000),
...     limits=[Limit.of_rate(Rate.of_percent("39.99"), LimitBase.TOTAL_COST), Limit.of_amount(Money(9_984_573))],
... )
>>> str(granted.on)
'2024-06-28'
"""

from __future__ import annotations

import datetime
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.costs import CostCategory
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    is_a,
    is_money_like_or_unknown,
    is_text_or_unknown,
    tuple_of,
)
from esfmodel.model.reporting import ReportingTerms
from esfmodel.values import dates
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.field_type import Replaceable
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period, as_when, first_and_last
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from esfmodel.values.dates import Date


class DecisionKind(Labelled):
    """What a decision does.

    `PRIORITISED` is a partnership's ranking (prioritering), which grants nothing; `GRANTED` is the authority's.

    >>> DecisionKind.PRIORITISED.value
    'prioritised'
    """

    APPLIED = "applied"
    PRIORITISED = "prioritised"
    GRANTED = "granted"
    REJECTED = "rejected"
    AMENDED = "amended"
    CLOSED = "closed"


class LimitBase(Labelled):
    """What a limit's rate, or the support, is a share of.

    `TOTAL_COST` includes contributions in kind, `ACTUAL_COST` does not; `PUBLIC_FINANCING` is public money only.

    >>> LimitBase.PUBLIC_FINANCING.value
    'public financing'
    """

    TOTAL_COST = "total cost"
    ACTUAL_COST = "actual cost"
    PUBLIC_FINANCING = "public financing"


@attrs.frozen(kw_only=True)
class Limit(Replaceable):
    """A limit on the Union's money: at most a rate of a base, or at most an amount.

    Raises `InvalidValue` unless it is exactly one of the two.

    >>> Limit.of_rate(Rate.of_percent("57.47"), LimitBase.TOTAL_COST).rate
    Rate.of_percent("57.47")
    """

    rate: Rate | None = attrs.field(default=None, validator=is_a(Rate, type(None)))
    base: LimitBase | None = attrs.field(default=None, validator=is_a(LimitBase, type(None)))
    highest: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that the limit is a rate with its base, or an amount."""
        if (self.rate is None) == (self.highest is None) or (self.rate is None) != (self.base is None):
            raise InvalidValue("limit.not_one", "limit")

    @classmethod
    def of_rate(cls, rate: Rate, base: LimitBase) -> Limit:
        """Return the limit of a share of a base."""
        return cls(rate=rate, base=base)

    @classmethod
    def of_amount(cls, highest: Money) -> Limit:
        """Return the limit of an amount."""
        return cls(highest=highest)

    def exceeded_by(self, part: Money, whole: Money | None = None) -> bool:
        """Whether an amount exceeds the limit; a limit by rate needs `whole`, the amount that the rate is a share of.

        A rate written with decimals is taken as rounded, so that 57.474 % is within 57.47 %. A rate in whole per cent
        is exact; under a rate, an excess of less than one krona or euro counts as rounding. Raises `InvalidValue` for a
        limit by rate without a whole.

        >>> half = Limit.of_rate(Rate.of_percent(50), LimitBase.TOTAL_COST)
        >>> half.exceeded_by(Money(50), Money(100)), half.exceeded_by(Money(51), Money(100))
        (False, True)
        """
        if self.highest is not None:
            return part > self.highest
        if self.rate is None or whole is None:
            raise InvalidValue("value.missing", "whole")
        most = (self.rate.fraction + _rounding_margin(self.rate)) * whole.as_fraction()
        return part.as_fraction() - most >= 1


def _rounding_margin(rate: Rate) -> Fraction:
    """Return half a unit of the last decimal that a rate is written with; 0 for whole per cent."""
    _, _, decimals = f"{rate.percent:f}".partition(".") if rate.percent is not None else ("", "", "")
    return Fraction(1, 200 * 10 ** len(decimals)) if decimals else Fraction(0)


@attrs.frozen
class CategoryLimit(Replaceable):
    """How far the costs of a category may exceed its budget: by a rate of the budget, by an amount, or by the lower.

    A limit without a category is about each of them.

    Raises `InvalidValue` unless it has a rate or an amount, and where one is below zero.

    >>> limit = CategoryLimit(rate=Rate.of_percent(10), highest=Money(50_000))
    >>> limit.allowed(Money(200_000)), limit.allowed(Money(900_000))
    (Money(20000), Money(50000))
    """

    category: CostCategory | None = attrs.field(default=None, validator=is_a(CostCategory, type(None)))
    rate: Rate | None = attrs.field(default=None, validator=is_a(Rate, type(None)), kw_only=True)
    highest: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that there is a rate or an amount, and that neither is negative."""
        if self.rate is None and self.highest is None:
            raise InvalidValue("limit.of_nothing", "limit")
        if self.rate is not None and self.rate.fraction < 0:
            raise InvalidValue("value.negative", "rate", self.rate)
        if self.highest is not None and self.highest.minor < 0:
            raise InvalidValue("value.negative", "highest", self.highest)

    def allowed(self, budgeted: Money) -> Money:
        """Return by how much a budget may be exceeded."""
        by_rate = None if self.rate is None else self.rate.apply(budgeted, rounding=Rounding.MINOR_DOWN)
        return min(amount for amount in (by_rate, self.highest) if amount is not None)


def _as_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "on")


def _as_limits(value: Iterable[Limit]) -> tuple[Limit, ...]:
    return tuple_of(Limit, value, "limits")


def _as_category_limits(value: Iterable[CategoryLimit]) -> tuple[CategoryLimit, ...]:
    return tuple_of(CategoryLimit, value, "category_limits")


SUPPORT_BASES: Final = (LimitBase.TOTAL_COST, LimitBase.ACTUAL_COST)
"""What support can be a share of: public money would include the support itself."""


def _is_support_base(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    is_a(LimitBase, type(None))(owner, field, value)
    if value is not None and value not in SUPPORT_BASES:
        raise InvalidValue("value.not_usable", field.name, value, choices=SUPPORT_BASES)


@attrs.frozen
class Decision(Replaceable):
    """A decision about a project.

    `on` is its day, a `Period` where only the month or year is known, or None. `body` is who decided, or who
    applied. `support`, `budget` and `period` (the project period) are what was decided, `support_base` what the support
    is a share of: the total cost, or the actual cost without contributions in kind. `advance` is the part of the
    support paid before any cost is shown (förskott), `limits` the limits set, `category_limits` how far the costs may
    exceed the budget of their category, `reporting` how often to report and when each report is due, `reference` the
    decision's own number.

    >>> Decision(DecisionKind.GRANTED, Period.of_years(2021)).body is None
    True
    """

    kind: DecisionKind = attrs.field(validator=is_a(DecisionKind))
    on: dates.Date | Period | None = attrs.field(default=None, converter=_as_on)
    body: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    support: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    support_base: LimitBase | None = attrs.field(default=None, validator=_is_support_base, kw_only=True)
    advance: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    budget: Budget | None = attrs.field(default=None, validator=is_a(Budget, type(None)), kw_only=True)
    period: Period | None = attrs.field(default=None, validator=is_a(Period, type(None)), kw_only=True)
    limits: tuple[Limit, ...] = attrs.field(default=(), converter=_as_limits, kw_only=True)
    category_limits: tuple[CategoryLimit, ...] = attrs.field(default=(), converter=_as_category_limits, kw_only=True)
    reporting: ReportingTerms | None = attrs.field(
        default=None, validator=is_a(ReportingTerms, type(None)), kw_only=True
    )
    reference: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


T = TypeVar("T")

BINDING: Final = frozenset({DecisionKind.GRANTED, DecisionKind.AMENDED, DecisionKind.CLOSED})
"""The kinds of decision whose terms bind a project."""

CHANGING: Final = frozenset({DecisionKind.AMENDED, DecisionKind.CLOSED})
"""The kinds of decision that change an earlier grant."""

_LATER_KINDS: Final[Mapping[DecisionKind, frozenset[DecisionKind]]] = MappingProxyType(
    {
        DecisionKind.APPLIED: frozenset(DecisionKind) - {DecisionKind.APPLIED},
        DecisionKind.PRIORITISED: BINDING | {DecisionKind.REJECTED},
        DecisionKind.GRANTED: CHANGING,
        # A rejection may be of the application or of a later request to change the grant: only the closure must follow.
        DecisionKind.REJECTED: frozenset({DecisionKind.CLOSED}),
        DecisionKind.AMENDED: frozenset({DecisionKind.CLOSED}),
        DecisionKind.CLOSED: frozenset(),
    }
)
"""The kinds that follow each kind of decision; used only where the days do not settle the order."""


def last_of(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that may each be the last, judged by days and then by kinds, without duplicates.

    >>> from esfmodel import Decision, DecisionKind, Period
    >>> granted = Decision(DecisionKind.GRANTED, Period.of_years(2024))
    >>> amended = Decision(DecisionKind.AMENDED, "2024-06-28")
    >>> last_of([amended, granted]) == (amended,)
    True
    """
    made = dict.fromkeys(decisions)
    latest = max((days_of(decision)[0] for decision in made), default=0)
    ends = last_ends(made, latest - 1)
    possible = [each for each in made if days_of(each)[1] >= latest and not is_followed(each, ends)]
    kinds = kinds_of(possible)
    last = [decision for decision in possible if not kinds & _LATER_KINDS[decision.kind]]
    return tuple(sorted(last, key=lambda decision: (decision.kind.value, days_of(decision))))


def what_stands(decisions: Iterable[Decision], stated: Callable[[Decision], T | None]) -> T | None:
    """Return the value stated by the last decision that states one; None where none does.

    Raises `NotKnown` where several may be the last and they differ.
    """
    last = last_of(decision for decision in decisions if stated(decision) is not None)
    values = [stated(decision) for decision in last]
    if any(value != values[0] for value in values):
        raise order_not_known(last)
    return values[0] if values else None


def kinds_of(decisions: Iterable[Decision]) -> frozenset[DecisionKind]:
    """Return the kinds of the decisions."""
    return frozenset(decision.kind for decision in decisions)


def one_of_the_last(last: Sequence[Decision]) -> Decision:
    """Return what decisions that may each be the last agree on; raise `NotKnown` where their kinds differ."""
    if len(kinds_of(last)) > 1:
        raise order_not_known(last)
    return what_all_say(last)


def what_all_say(decisions: Sequence[Decision]) -> Decision:
    """Return the first decision without the fields in which the others differ; all are of one kind."""
    first, *others = decisions
    defaults: dict[str, Any] = {
        field.name: field.default
        for field in attrs.fields(Decision)
        if any(getattr(other, field.name) != getattr(first, field.name) for other in others)
    }
    return attrs.evolve(first, **defaults)


def order_not_known(last: Sequence[Decision]) -> NotKnown:
    """Return the error for decisions of which any may be the last."""
    kinds, days = tuple(each.kind for each in last), tuple(each.on for each in last)
    return NotKnown("decision.order_not_known", kinds=kinds, days=days)


def days_of(decision: Decision) -> tuple[int, int]:
    """Return the first and the last day on which a decision may have been taken, as ordinals."""
    if decision.on is None:
        return datetime.date.min.toordinal(), datetime.date.max.toordinal()
    first, last = first_and_last(decision.on)
    return first.toordinal(), last.toordinal()


def last_ends(decisions: Iterable[Decision], on: int) -> dict[DecisionKind, int]:
    """Return the last day of the latest decision of each kind that ends by a day."""
    ends: dict[DecisionKind, int] = {}
    for decision in decisions:
        end = days_of(decision)[1]
        if ends.get(decision.kind, 0) < end <= on:
            ends[decision.kind] = end
    return ends


def is_followed(decision: Decision, ends: Mapping[DecisionKind, int]) -> bool:
    """Whether one that usually follows a decision is among these, by the `last_ends` of each kind.

    A decision that the days place before this one does not follow it.
    """
    first, _ = days_of(decision)
    return any(ends.get(kind, 0) >= first for kind in _LATER_KINDS[decision.kind])


def is_past(when: Date | Period | None, on: Date) -> bool | None:
    """Whether something had happened by the end of a day; None where its own day is not known well enough."""
    if when is None:
        return None
    first, last = first_and_last(when)
    return None if first <= on < last else last <= on
