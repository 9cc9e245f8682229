"""What each line of cost comes to in its budget: flat rates computed on the lines that they are a share of.

The order of the lines means nothing. A flat rate without a stated amount waits for the lines of its base, which may be
flat rates themselves; only lines that wait for each other cannot be computed.

A flat rate that names a partner, a phase or a year is a share of the lines that name the same. A line that does not say
may belong to it, wholly, in part or not at all.
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import product
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.costs import Cost, CostCategory, FlatRate
from esfmodel.values.rounding import Rounding
from esfmodel.values.span import NOT_NEGATIVE, Span, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from esfmodel.model.budget import Budget
    from esfmodel.values.bounds import MoneyLike

Spans = tuple[Span, ...]
"""What each line of cost may come to, in their order."""

_Labels = tuple[object, ...]
_Shape = tuple[bool, ...]
_Key = tuple[_Shape, CostCategory, _Labels]

_ANYTHING = Span(None, None)
_NOTHING = Span(0, 0)


def is_computed(cost: Cost) -> bool:
    """Whether the amount of a line is computed from other lines: a flat rate without a stated amount."""
    return isinstance(cost.basis, FlatRate) and cost.basis.amount is None


def span_by_itself(cost: Cost) -> Span:
    """Give what a line may cost."""
    return span_in(cost.category, cost.amount)


def span_in(category: CostCategory, amount: MoneyLike | None) -> Span:
    """Give what an amount of a category may be; nobody knows on which side of 0 an unknown revenue or correction is."""
    return _ANYTHING if amount is None and category.may_be_negative else Span.of(amount)


def as_amount(span: Span, currency: str | None) -> MoneyLike | None:
    """Give the amount; without a currency there is none."""
    return None if currency is None else span.as_money(currency)


def spans_of(costs: tuple[Cost, ...], currency: str) -> Spans:
    """Give what each line may cost, flat rates computed.

    Raises `InvalidValue` naming the lines where flat rates without stated amounts are shares of each other, and the
    line whose flat rate comes to more than any amount.
    """
    waiting = {index: basis for index, basis in _flat_rates(costs) if basis.amount is None}
    spans = [span_by_itself(cost) for cost in costs]
    return _computed(costs, spans, waiting, currency) if waiting else tuple(spans)


def spans_in(budget: Budget) -> Spans:
    """Give what each line of a budget may cost; without any amount, no currency makes a difference."""
    return spans_of(budget.costs, budget.currency or "SEK")


def spans_if_computed(costs: tuple[Cost, ...], spans: Spans) -> Spans:
    """Give what each line would cost if it stated no amount and the other lines cost what they do."""
    asking = dict(_flat_rates(costs))
    groups, _ = _grouped(costs, asking)
    for group in groups.values():
        group.add_up(spans)
    found = list(spans)
    for index, basis in asking.items():
        found[index] = _amount_on(basis, _asked(costs[index], basis, groups))
    return tuple(found)


def _flat_rates(costs: Sequence[Cost]) -> Iterator[tuple[int, FlatRate]]:
    for index, cost in enumerate(costs):
        if isinstance(cost.basis, FlatRate):
            yield index, cost.basis


def base_of(costs: Sequence[Cost], index: int, basis: FlatRate) -> tuple[list[int], list[int]]:
    """Give the lines that the flat rate of a line is a share of, and those that may belong to them."""
    labels, certain, perhaps = _labels(costs[index]), list[int](), list[int]()
    for other, cost in enumerate(costs):
        if cost.category in basis.base:
            theirs = _labels(cost)
            if all(label is None or label == their for label, their in zip(labels, theirs, strict=True)):
                certain.append(other)
            elif all(label is None or their in (None, label) for label, their in zip(labels, theirs, strict=True)):
                perhaps.append(other)
    return certain, perhaps


def _possible(span: Span) -> Span:
    """Give the same amounts with ends that are possible themselves: over 5 kronor is at least 5.01."""
    return Span(
        None if span.low is None else span.low + (not span.low_included),
        None if span.high is None else span.high - (not span.high_included),
    )


def _share_of(rate: Fraction, base: Span) -> Span:
    if rate < 0:
        return -_share_of(-rate, base)
    if rate == 0:
        return _NOTHING
    return Span(_end(rate, base.low), _end(rate, base.high))


def _end(rate: Fraction, minor: int | None) -> int | None:
    return None if minor is None else Rounding.MINOR_HALF_UP.to_integer(rate * minor)


def _labels(cost: Cost) -> _Labels:
    return cost.partner, cost.phase, cost.year


# --- many lines at once: each sum that flat rates are a share of is made once, however many ask for it


@attrs.define(eq=False)
class _Group:
    """The lines of one category that name the same, as far as some flat rates ask."""

    members: list[int] = attrs.field(factory=list[int])
    missing: int = 0
    asked_by: list[int] = attrs.field(factory=list[int])
    certain: Span = _NOTHING
    perhaps: Span = _NOTHING

    def add_up(self, spans: Sequence[Span]) -> None:
        """Add up the members, which are all computed."""
        found = [_possible(spans[index]) for index in self.members]
        self.certain, self.perhaps = total(found), total(span.upwards for span in found)


_Base = list[tuple[_Group, bool]]
"""The groups that a flat rate is a share of, and whether they belong to it for certain."""


def _computed(costs: tuple[Cost, ...], spans: list[Span], waiting: dict[int, FlatRate], currency: str) -> Spans:
    groups, homes = _grouped(costs, waiting)
    bases = {index: _asked(costs[index], basis, groups) for index, basis in waiting.items()}
    for home in (homes[index] for index in waiting):
        for group in home:
            group.missing += 1
    for group in groups.values():
        if not group.missing:
            group.add_up(spans)
    missing = {index: sum(group.missing > 0 for group, _ in base) for index, base in bases.items()}
    for index, base in bases.items():
        for group, _ in base:
            group.asked_by.append(index)
    ready = deque(index for index in waiting if not missing[index])
    left = set(waiting)
    while ready:
        index = ready.popleft()
        left.remove(index)
        spans[index] = _amount_on(waiting[index], bases[index])
        _check_in_reach(spans[index], currency, index)
        for group in homes[index]:
            group.missing -= 1
            if not group.missing:
                group.add_up(spans)
                for other in group.asked_by:
                    missing[other] -= 1
                    if not missing[other]:
                        ready.append(other)
    if left:
        raise _cycle(bases, left)
    return tuple(spans)


def _grouped(costs: Sequence[Cost], asking: Iterable[int]) -> tuple[dict[_Key, _Group], list[list[_Group]]]:
    """Group the lines by category and by what they name, once for each choice of labels that is asked for."""
    groups: dict[_Key, _Group] = defaultdict(_Group)
    shapes = {_shape(costs[index]) for index in asking}
    homes: list[list[_Group]] = []
    for index, cost in enumerate(costs):
        labels = _labels(cost)
        home = [groups[shape, cost.category, _asked_of(labels, shape)] for shape in shapes]
        for group in home:
            group.members.append(index)
        homes.append(home)
    return groups, homes


def _asked_of(labels: _Labels, shape: _Shape) -> _Labels:
    return tuple(label if asked else None for label, asked in zip(labels, shape, strict=True))


def _shape(cost: Cost) -> _Shape:
    return tuple(label is not None for label in _labels(cost))


def _asked(cost: Cost, basis: FlatRate, groups: Mapping[_Key, _Group]) -> _Base:
    labels, shape = _labels(cost), _shape(cost)
    named = list(product(*((label,) if label is None else (label, None) for label in labels)))
    keys = [(shape, category, names) for category in dict.fromkeys(basis.base) for names in named]
    return [(groups[key], key[2] == labels) for key in keys if key in groups]


def _amount_on(basis: FlatRate, base: _Base) -> Span:
    found = total(group.certain if certain else group.perhaps for group, certain in base)
    # Where nobody has said what it is a share of, its base is not known.
    return _share_of(basis.rate.fraction, found if basis.base else NOT_NEGATIVE)


def _check_in_reach(span: Span, currency: str, index: int) -> None:
    try:
        span.as_money(currency)
    except InvalidValue as error:
        raise InvalidValue(f"costs[{index}]", error.given, error.wrong, "check the rate and its base") from error


def _cycle(bases: Mapping[int, _Base], left: set[int]) -> InvalidValue:
    """Name the lines of one circle among those that wait for each other."""
    awaited: dict[_Group, int | None] = {}

    def first_awaited(group: _Group) -> int | None:
        if group not in awaited:
            awaited[group] = next((member for member in group.members if member in left), None)
        return awaited[group]

    path: dict[int, None] = {}
    index = min(left)
    while index not in path:
        path[index] = None
        found = (first_awaited(group) for group, _ in bases[index])
        index = next(member for member in found if member is not None)
    circle = list(path)[list(path).index(index) :]
    wrong = "is a flat rate of itself" if len(circle) == 1 else "are flat rates of each other"
    names = " and ".join(f"costs[{member}]" for member in circle)
    return InvalidValue("costs", names, wrong, "state the amount of one of them, or take it out of the base")
