"""The changes of a budget: what became of each line, and what that comes to by category, partner, phase or funder.

Made by `diff`, used by `apply`. A change can be turned round and joined with the next one.

>>> from esfmodel import ActualCost, Budget, By, Cost, CostCategory, Money, diff
>>> first, second, third = (
...     Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(amount)))]) for amount in (100, 250, 175)
... )
>>> diff(first, second).then(diff(second, third)).costs_by(By.CATEGORY)
(Difference(CostCategory.TRAVEL, Money(75)),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._breakdown import BudgetSide
from esfmodel.model._differences import Difference, as_money, differences_by, moved_by
from esfmodel.model._fields import (
    as_money_like,
    is_a,
    is_a_named,
    is_count_or_unknown,
    is_money_like_or_unknown,
    tuple_of,
)
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.costs import Cost
from esfmodel.model.funding import Contribution
from esfmodel.values.bounds import MoneyLike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.model._breakdown import By
    from esfmodel.values.span import Span

__all__ = ["BudgetChange", "Difference", "LineChange", "LineChanges", "in_order_of_places", "not_of_this"]

Line = TypeVar("Line", Cost, Contribution)

_is_line_or_nothing = is_a(Cost, Contribution, type(None))


def _is_length(_owner: object, field: attrs.Attribute[Any], value: int) -> None:
    is_a(int)(_owner, field, value)
    if value < 0:
        raise InvalidValue(field.name, value, "is negative", "give the number of lines")


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

    place_before: int | None = attrs.field(default=None, validator=is_count_or_unknown)
    before: Line | None = attrs.field(default=None, validator=_is_line_or_nothing)
    amount_before: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown
    )
    place_after: int | None = attrs.field(default=None, validator=is_count_or_unknown)
    after: Line | None = attrs.field(default=None, validator=_is_line_or_nothing)
    amount_after: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown
    )

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
        return as_money(self.span, [self])

    @property
    def span(self) -> Span:
        """What the difference may be, in smallest units."""
        return moved_by(self)

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


def _as_lines(value: Iterable[LineChange[Line]]) -> tuple[LineChange[Line], ...]:
    return tuple_of(LineChange, value, "lines")


@attrs.frozen(kw_only=True)
class LineChanges(Generic[Line]):
    """What became of a list of lines: every line that was changed, moved, added or removed.

    `length_before` and `length_after` count all the lines; those that are not named in `lines` stayed as they were, and
    in their order.

    >>> from esfmodel import Budget, Contribution, diff
    >>> diff(Budget(), Budget(financing=[Contribution.rest()])).financing.length_after
    1
    """

    lines: tuple[LineChange[Line], ...] = attrs.field(default=(), converter=_as_lines)
    length_before: int = attrs.field(default=0, validator=_is_length)
    length_after: int = attrs.field(default=0, validator=_is_length)

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

    costs: LineChanges[Cost] = attrs.field(factory=LineChanges[Cost], validator=is_a(LineChanges))
    financing: LineChanges[Contribution] = attrs.field(factory=LineChanges[Contribution], validator=is_a(LineChanges))
    total_before: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown
    )
    total_after: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown
    )

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
        is_a_named(later, BudgetChange, "later")
        if self.total_after != later.total_before:
            raise not_of_this("total", self.total_after, f"is not the {later.total_before} of the later change")
        return BudgetChange(
            costs=self.costs.then(later.costs),
            financing=self.financing.then(later.financing),
            total_before=self.total_before,
            total_after=later.total_after,
        )

    def costs_by(self, key: By) -> tuple[Difference, ...]:
        """Sum the changes of the costs by category, partner, phase or year, in the order in which they come.

        >>> from esfmodel import ActualCost, Budget, By, Cost, CostCategory, Money, diff
        >>> lines = [Cost(CostCategory.TRAVEL, ActualCost(Money(amount)), year=2025) for amount in (100, 250)]
        >>> diff(Budget(lines[:1]), Budget(lines)).costs_by(By.YEAR)
        (Difference(2025, Money(250)),)
        """
        return differences_by(key, self.costs.lines, BudgetSide.COSTS)

    def financing_by(self, key: By) -> tuple[Difference, ...]:
        """Sum the changes of the financing by funder, source, form, partner, phase or year.

        >>> from esfmodel import Budget, By, Contribution, Funder, FundingSource, Money, diff
        >>> own = Contribution(Funder(source=FundingSource.OWN), Money(500))
        >>> diff(Budget(), Budget(financing=[own])).financing_by(By.SOURCE)
        (Difference(FundingSource.OWN, Money(500)),)
        """
        return differences_by(key, self.financing.lines, BudgetSide.FINANCING)


def in_order_of_places(line: LineChange[Line]) -> tuple[bool, int, int]:
    """Order by the place after; what was removed comes last, by the place before."""
    after, before = line.place_after, line.place_before
    return after is None, -1 if after is None else after, -1 if before is None else before


def not_of_this(place: str, given: object, wrong: str) -> InvalidValue:
    """Say that a change was made of another budget."""
    return InvalidValue(place, given, wrong, "apply it to the budget it was made of")
