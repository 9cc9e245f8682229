"""The changes of a budget: what became of each line, and what that comes to by category, partner, phase or funder.

Made by `diff`, used by `apply`. A change can be turned round and joined with the next one.

>>> from esfmodel import ActualCost, Budget, Cost, CostCategory, Money, diff
>>> first, second, third = (
...     Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(amount)))]) for amount in (100, 250, 175)
... )
>>> diff(first, second).then(diff(second, third)).costs_by("category")
(Difference(CostCategory.TRAVEL, Money(75)),)
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.costs import Cost, CostCategory
from esfmodel.model.funding import Contribution
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.span import Span, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from esfmodel.values.money import Money

Line = TypeVar("Line", Cost, Contribution)

CostLabel: TypeAlias = Literal["category", "partner", "phase", "year"]
"""By what the changes of costs are summed."""

FinancingLabel: TypeAlias = Literal["funder", "source", "form", "partner", "phase", "year"]
"""By what the changes of the financing are summed."""

_EITHER_SIGN = frozenset({CostCategory.REVENUE, CostCategory.CORRECTION})
_NOTHING = Span(0, 0)


@attrs.frozen(kw_only=True)
class LineChange(Generic[Line]):
    """What became of one line: changed, moved, added (nothing before) or removed (nothing after).

    `place_before` and `place_after` are its places in the list, counted from 0. The amounts are those the budgets give
    the line: a flat rate changes with its base, though the line itself stays as it is.

    >>> from esfmodel import ActualCost, Cost, CostCategory, Money
    >>> travel = Cost(CostCategory.TRAVEL, ActualCost(Money(250)))
    >>> LineChange(place_after=0, after=travel, amount_after=Money(250)).difference
    Money(250)
    """

    place_before: int | None = None
    before: Line | None = None
    amount_before: MoneyLike | None = None
    place_after: int | None = None
    after: Line | None = None
    amount_after: MoneyLike | None = None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that a line has a place on each side on which there is one, and is there on one side at least."""
        before, after = ((self.place_before, self.before), (self.place_after, self.after))
        if any((place is None) != (line is None) for place, line in (before, after)) or before == after == (None, None):
            raise InvalidValue(
                "line", (self.place_before, self.place_after), "has places without lines", "let diff() make the changes"
            )

    @property
    def difference(self) -> MoneyLike | None:
        """The amount after less that before; None when nothing is known of it."""
        return _as_money(self.span, [self])

    @property
    def span(self) -> Span:
        """What the difference may be, in smallest units."""
        if self.before == self.after and self.amount_before == self.amount_after:
            return _NOTHING
        return _span_of(self.after, self.amount_after) - _span_of(self.before, self.amount_before)

    @property
    def inverse(self) -> LineChange[Line]:
        """The same change backwards."""
        return LineChange(
            place_before=self.place_after,
            before=self.after,
            amount_before=self.amount_after,
            place_after=self.place_before,
            after=self.before,
            amount_after=self.amount_before,
        )

    def then(self, later: LineChange[Line]) -> LineChange[Line]:
        """Join this change with what a later one made of the same line."""
        return attrs.evolve(self, place_after=later.place_after, after=later.after, amount_after=later.amount_after)


@attrs.frozen(kw_only=True)
class LineChanges(Generic[Line]):
    """What became of a list of lines: every line that was changed, moved, added or removed.

    `length_before` and `length_after` count all the lines; those that are not named in `lines` stayed as they were, and
    in their order.

    >>> from esfmodel import Budget, Contribution, diff
    >>> diff(Budget(), Budget(financing=[Contribution.rest()])).financing.length_after
    1
    """

    lines: tuple[LineChange[Line], ...] = ()
    length_before: int = 0
    length_after: int = 0

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that the places are those of two lists of these lengths."""
        before = [line.place_before for line in self.lines if line.place_before is not None]
        after = [line.place_after for line in self.lines if line.place_after is not None]
        apart = len(set(before)) == len(before) and len(set(after)) == len(after)
        within = set(before) <= set(range(self.length_before)) and set(after) <= set(range(self.length_after))
        if not (apart and within and self.length_before - len(before) == self.length_after - len(after)):
            raise InvalidValue("lines", (before, after), "are not places in two lists", "let diff() make the changes")

    def stayed(self) -> Iterator[tuple[int, int]]:
        """Pair the places before and after of the lines that stayed as they were."""
        named_before = {line.place_before for line in self.lines}
        named_after = {line.place_after for line in self.lines}
        return zip(
            (place for place in range(self.length_before) if place not in named_before),
            (place for place in range(self.length_after) if place not in named_after),
            strict=True,
        )

    @property
    def inverse(self) -> LineChanges[Line]:
        """The same changes backwards."""
        backwards = sorted((line.inverse for line in self.lines), key=in_order_of_places)
        return LineChanges(lines=tuple(backwards), length_before=self.length_after, length_after=self.length_before)

    def then(self, later: LineChanges[Line]) -> LineChanges[Line]:
        """Join these changes with those that a later decision made of their outcome."""
        if later.length_before != self.length_after:
            raise not_of_this("lines", self.length_after, f"are not the {later.length_before} of the later change")
        earlier = {line.place_after: line for line in self.lines if line.place_after is not None}
        was = {after: before for before, after in self.stayed()}
        joined = [line for line in self.lines if line.place_after is None]
        for line in later.lines:
            if line.place_before is None:
                joined.append(line)
            elif line.place_before in earlier:
                first = earlier.pop(line.place_before)
                # What was added and taken away again leaves no trace.
                joined += [] if first.before is None and line.after is None else [first.then(line)]
            else:
                joined.append(attrs.evolve(line, place_before=was[line.place_before]))
        moved_on = dict(later.stayed())
        joined += [attrs.evolve(line, place_after=moved_on[place]) for place, line in earlier.items()]
        return LineChanges(
            lines=tuple(sorted(joined, key=in_order_of_places)),
            length_before=self.length_before,
            length_after=later.length_after,
        )


@attrs.frozen(kw_only=True)
class BudgetChange:
    """The difference of two budgets: what became of the costs, of the financing and of the stated total.

    `change.inverse` leads back, and `change.then(later)` is both changes in one.

    >>> from esfmodel import Budget, diff
    >>> unchanged = diff(Budget(), Budget())
    >>> unchanged.is_empty
    True
    """

    costs: LineChanges[Cost] = attrs.field(factory=LineChanges[Cost])
    financing: LineChanges[Contribution] = attrs.field(factory=LineChanges[Contribution])
    total_before: MoneyLike | None = None
    total_after: MoneyLike | None = None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return not self.costs.lines and not self.financing.lines and self.total_before == self.total_after

    @property
    def inverse(self) -> BudgetChange:
        """The change that leads back."""
        return BudgetChange(
            costs=self.costs.inverse,
            financing=self.financing.inverse,
            total_before=self.total_after,
            total_after=self.total_before,
        )

    def then(self, later: BudgetChange) -> BudgetChange:
        """Join this change and a later one of its outcome.

        Raises `InvalidValue` where the later one was not made of this one's outcome.
        """
        if self.total_after != later.total_before:
            raise not_of_this("total", self.total_after, f"is not the {later.total_before} of the later change")
        return BudgetChange(
            costs=self.costs.then(later.costs),
            financing=self.financing.then(later.financing),
            total_before=self.total_before,
            total_after=later.total_after,
        )

    def costs_by(self, label: CostLabel) -> tuple[Difference, ...]:
        """Sum the changes of the costs by category, partner, phase or year, in the order in which they come.

        >>> from esfmodel import ActualCost, Budget, Cost, CostCategory, Money, diff
        >>> lines = [Cost(CostCategory.TRAVEL, ActualCost(Money(amount)), year=2025) for amount in (100, 250)]
        >>> diff(Budget(lines[:1]), Budget(lines)).costs_by("year")
        (Difference(2025, Money(250)),)
        """
        return _summed(self.costs.lines, _chosen(label, _COST_LABELS))

    def financing_by(self, label: FinancingLabel) -> tuple[Difference, ...]:
        """Sum the changes of the financing by funder, source, form, partner, phase or year.

        >>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money, diff
        >>> own = Contribution(Funder(source=FundingSource.OWN), Money(500))
        >>> diff(Budget(), Budget(financing=[own])).financing_by("source")
        (Difference(FundingSource.OWN, Money(500)),)
        """
        return _summed(self.financing.lines, _chosen(label, _FINANCING_LABELS))


@attrs.frozen
class Difference:
    """How much the lines with one label moved: `amount` is None when nothing is known of it; None labels the others.

    >>> Difference("Alvesta kommun", None).amount is None
    True
    """

    label: object
    amount: MoneyLike | None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def in_order_of_places(line: LineChange[Line]) -> tuple[bool, int, int]:
    """Order by the place after; what was removed comes last, by the place before."""
    after, before = line.place_after, line.place_before
    return after is None, -1 if after is None else after, -1 if before is None else before


def not_of_this(place: str, given: object, wrong: str) -> InvalidValue:
    """Say that a change was made of another budget."""
    return InvalidValue(place, given, wrong, "apply it to the budget it was made of")


_COST_LABELS: Mapping[str, Callable[[Cost], object]] = MappingProxyType(
    {
        "category": lambda line: line.category,
        "partner": lambda line: line.partner,
        "phase": lambda line: line.phase,
        "year": lambda line: line.year,
    }
)
_FINANCING_LABELS: Mapping[str, Callable[[Contribution], object]] = MappingProxyType(
    {
        "funder": lambda line: line.funder,
        "source": lambda line: line.source,
        "form": lambda line: line.form,
        "partner": lambda line: line.partner,
        "phase": lambda line: line.phase,
        "year": lambda line: line.year,
    }
)


def _chosen(label: str, labels: Mapping[str, Callable[[Line], object]]) -> Callable[[Line], object]:
    if label not in labels:
        raise InvalidValue("label", label, "is nothing that these lines are labelled with", f"use {', '.join(labels)}")
    return labels[label]


def _summed(lines: Iterable[LineChange[Line]], label: Callable[[Line], object]) -> tuple[Difference, ...]:
    """Sum what the lines of each label moved; a line that only stands elsewhere moved nothing."""
    moved = [line for line in lines if line.span != _NOTHING]
    spans: dict[object, list[Span]] = {}
    for line in moved:
        for end, amount, sign in ((line.before, line.amount_before, -1), (line.after, line.amount_after, 1)):
            if end is not None:
                span = _span_of(end, amount)
                spans.setdefault(label(end), []).append(span if sign > 0 else -span)
    return tuple(Difference(each, _as_money(total(parts), moved)) for each, parts in spans.items())


def _span_of(line: Cost | Contribution | None, amount: MoneyLike | None) -> Span:
    if line is None:
        return _NOTHING
    if amount is None and isinstance(line, Cost) and line.category in _EITHER_SIGN:
        return Span(None, None)
    return Span.of(amount)


def _as_money(span: Span, lines: Iterable[LineChange[Line]]) -> MoneyLike | None:
    """Give the amount in the currency of the lines; without any amount there is none."""
    amounts = [amount for line in lines for amount in (line.amount_before, line.amount_after) if amount is not None]
    ends = [end for amount in amounts for end in _ends_of(amount) if end is not None]
    return span.as_money(ends[0].currency) if ends else None


def _ends_of(amount: MoneyLike) -> tuple[Money | None, ...]:
    return (amount.low, amount.high) if isinstance(amount, Bounds) else (amount,)
