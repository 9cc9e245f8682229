"""Changes of a budget: compute them with `diff`, replay them with `apply`, invert, join and sum them.

>>> from esfmodel import ActualCost, Budget, By, Cost, CostCategory, Money, diff
>>> first, second, third = (
...     Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(amount)))]) for amount in (100, 250, 175)
... )
>>> diff(first, second).then(diff(second, third)).costs_by(By.CATEGORY)
(Difference(CostCategory.TRAVEL, Money(75)),)
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.budget import Budget, currency_in
from esfmodel.model.computed import as_amount, span_in
from esfmodel.model.costs import Cost, CostCategory, UnitCost
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    check_type,
    is_a,
    is_count_or_unknown,
    is_money_like_or_unknown,
    tuple_of,
)
from esfmodel.model.funding import Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.portfolio_changes import PortfolioChange, diff_of_portfolios
from esfmodel.model.totals import LABELS_BY_SIDE, BudgetSide, By, Key, labels_of, not_on_side
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.span import Span, total

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

__all__ = [
    "BudgetChange",
    "Difference",
    "LineChange",
    "LineChanges",
    "apply",
    "diff",
]

Line = TypeVar("Line", Cost, Contribution)

_is_line_or_nothing = is_a(Cost, Contribution, type(None))


def _is_length(_owner: object, field: attrs.Attribute[Any], value: int) -> None:
    is_a(int)(_owner, field, value)
    if value < 0:
        raise InvalidValue("value.negative", field.name, value)


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
        """Check that place and line are both given or both None on each side, and given on at least one."""
        before, after = ((self.place_before, self.before), (self.place_after, self.after))
        if any((place is None) != (line is None) for place, line in (before, after)) or before == after == (None, None):
            raise InvalidValue("argument.not_from_diff", "line")

    @property
    def difference(self) -> MoneyLike | None:
        """The amount after less that before; None when nothing is known of it."""
        return as_amount(self.span, _currency_of([self]))

    @property
    def span(self) -> Span:
        """What the difference may be, in smallest units; 0 for a line that was only moved."""
        if self.before == self.after and self.amount_before == self.amount_after:
            return _NOTHING
        return _span_of(self.after, self.amount_after) - _span_of(self.before, self.amount_before)

    @property
    def inverse(self) -> LineChange[Line]:
        """The change in the opposite direction."""
        return LineChange(
            place_before=self.place_after,
            before=self.after,
            amount_before=self.amount_after,
            place_after=self.place_before,
            after=self.before,
            amount_after=self.amount_before,
        )

    def then(self, later: LineChange[Line]) -> LineChange[Line]:
        """Join this change with a later one of the same line."""
        return attrs.evolve(self, place_after=later.place_after, after=later.after, amount_after=later.amount_after)


def _as_lines(value: Iterable[LineChange[Line]]) -> tuple[LineChange[Line], ...]:
    return tuple_of(LineChange, value, "lines")


@attrs.frozen(kw_only=True)
class LineChanges(Generic[Line]):
    """What became of a list of lines: every line that was changed, moved, added or removed.

    `length_before` and `length_after` count all the lines; those that are not in `lines` are unchanged and in the same
    order.

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
        """Check that the places fit two lists of these lengths."""
        before = [line.place_before for line in self.lines if line.place_before is not None]
        after = [line.place_after for line in self.lines if line.place_after is not None]
        apart = len(set(before)) == len(before) and len(set(after)) == len(after)
        within = set(before) <= set(range(self.length_before)) and set(after) <= set(range(self.length_after))
        if not (apart and within and self.length_before - len(before) == self.length_after - len(after)):
            raise InvalidValue("argument.not_from_diff", "lines")

    def stayed(self) -> Iterator[tuple[int, int]]:
        """Return the places before and after of each unchanged line."""
        named_before = {line.place_before for line in self.lines}
        named_after = {line.place_after for line in self.lines}
        return zip(
            (place for place in range(self.length_before) if place not in named_before),
            (place for place in range(self.length_after) if place not in named_after),
            strict=True,
        )

    @property
    def inverse(self) -> LineChanges[Line]:
        """The changes in the opposite direction."""
        backwards = sorted((line.inverse for line in self.lines), key=_sort_key)
        return LineChanges(lines=tuple(backwards), length_before=self.length_after, length_after=self.length_before)

    def then(self, later: LineChanges[Line]) -> LineChanges[Line]:
        """Join these changes with later changes of their outcome."""
        if later.length_before != self.length_after:
            raise _other_budget("lines", self.length_after)
        earlier = {line.place_after: line for line in self.lines if line.place_after is not None}
        was = {after: before for before, after in self.stayed()}
        joined = [line for line in self.lines if line.place_after is None]
        for line in later.lines:
            if line.place_before is None:
                joined.append(line)
            elif line.place_before in earlier:
                first = earlier.pop(line.place_before)
                # A line that was added and then removed is in neither budget.
                joined += [] if first.before is None and line.after is None else [first.then(line)]
            else:
                joined.append(attrs.evolve(line, place_before=was[line.place_before]))
        moved_on = dict(later.stayed())
        joined += [attrs.evolve(line, place_after=moved_on[place]) for place, line in earlier.items()]
        return LineChanges(
            lines=tuple(sorted(joined, key=_sort_key)),
            length_before=self.length_before,
            length_after=later.length_after,
        )


@attrs.frozen(kw_only=True)
class BudgetChange:
    """The difference of two budgets: the changes of costs, of financing and of the stated total.

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
    complete_before: bool = attrs.field(default=False, validator=is_a(bool))
    """Whether the list of financing was the whole; see `Budget.complete`."""
    complete_after: bool = attrs.field(default=False, validator=is_a(bool))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        same_rest = (self.total_before, self.complete_before) == (self.total_after, self.complete_after)
        return not self.costs.lines and not self.financing.lines and same_rest

    @property
    def inverse(self) -> BudgetChange:
        """The change from the later budget back to the earlier one."""
        return BudgetChange(
            costs=self.costs.inverse,
            financing=self.financing.inverse,
            total_before=self.total_after,
            total_after=self.total_before,
            complete_before=self.complete_after,
            complete_after=self.complete_before,
        )

    def then(self, later: BudgetChange) -> BudgetChange:
        """Join this change with a later change of its outcome.

        Raises `InvalidValue` where the later one starts from another budget.
        """
        check_type(later, BudgetChange, "later")
        if self.total_after != later.total_before:
            raise _other_budget("total", self.total_after)
        if self.complete_after != later.complete_before:
            raise _other_budget("complete")
        return BudgetChange(
            costs=self.costs.then(later.costs),
            financing=self.financing.then(later.financing),
            total_before=self.total_before,
            total_after=later.total_after,
            complete_before=self.complete_before,
            complete_after=later.complete_after,
        )

    def costs_by(self, key: By) -> tuple[Difference, ...]:
        """Sum the changes of the costs by category, partner, phase or year, in the order of the first changed lines.

        >>> from esfmodel import ActualCost, Budget, By, Cost, CostCategory, Money, diff
        >>> lines = [Cost(CostCategory.TRAVEL, ActualCost(Money(amount)), year=2025) for amount in (100, 250)]
        >>> diff(Budget(lines[:1]), Budget(lines)).costs_by(By.YEAR)
        (Difference(2025, Money(250)),)
        """
        return _differences_by(key, self.costs.lines, BudgetSide.COSTS)

    def financing_by(self, key: By) -> tuple[Difference, ...]:
        """Sum the changes of the financing by funder, source, form, partner, phase or year.

        >>> from esfmodel import Budget, By, Contribution, Funder, FundingSource, Money, diff
        >>> own = Contribution(Funder(source=FundingSource.OWN), Money(500))
        >>> diff(Budget(), Budget(financing=[own])).financing_by(By.SOURCE)
        (Difference(FundingSource.OWN, Money(500)),)
        """
        return _differences_by(key, self.financing.lines, BudgetSide.FINANCING)


def _sort_key(line: LineChange[Line]) -> tuple[bool, int, int]:
    """Sort by the place after; removed lines come last, by the place before."""
    after, before = line.place_after, line.place_before
    return after is None, -1 if after is None else after, -1 if before is None else before


def _other_budget(place: str, given: MoneyLike | int | None = None) -> InvalidValue:
    return InvalidValue("change.other_budget", place, given)


# --- `diff` and `apply`


@overload
def diff(before: Budget, after: Budget) -> BudgetChange: ...
@overload
def diff(before: Portfolio, after: Portfolio) -> PortfolioChange: ...
def diff(before: Budget | Portfolio, after: Budget | Portfolio) -> BudgetChange | PortfolioChange:
    """Return the change from one budget to another, so that `apply(diff(a, b), a) == b`; or that of two portfolios.

    Equal lines are matched first; then, in order, lines with the same labels (category, partner, phase, year and
    description or code of a cost; funder, form, partner, phase, year and reference of a contribution).

    Of two portfolios, such as two downloads of a list, it tells which projects are new, changed and gone.

    Raises `InvalidValue` for budgets in two currencies.

    >>> from esfmodel import Money
    >>> diff(Budget(total=Money(100)), Budget(total=Money(90))).total_after
    Money(90)
    """
    if isinstance(before, Portfolio):
        return diff_of_portfolios(before, cast("Portfolio", after))
    return _diff_of_budgets(before, cast("Budget", after))


def _diff_of_budgets(before: Budget, after: Budget) -> BudgetChange:
    check_type(before, Budget, "before")
    check_type(after, Budget, "after")
    if None not in (before.currency, after.currency) and before.currency != after.currency:
        raise InvalidValue("currency.mixed", "after", after.currency, other=before.currency)
    return BudgetChange(
        costs=_changes(before.costs, before.cost_amounts, after.costs, after.cost_amounts, _cost_labels),
        financing=_changes(before.financing, _amounts(before), after.financing, _amounts(after), _contribution_labels),
        total_before=before.total,
        total_after=after.total,
        complete_before=before.complete,
        complete_after=after.complete,
    )


def apply(change: BudgetChange, budget: Budget) -> Budget:
    """Return the budget after a change; the inverse of `diff`.

    Raises `InvalidValue` for a budget other than the one that the change starts from.

    >>> from esfmodel import Money
    >>> apply(diff(Budget(), Budget(total=Money(90))), Budget())
    Budget(total=Money(90))
    """
    check_type(change, BudgetChange, "change")
    check_type(budget, Budget, "budget")
    if budget.total != change.total_before:
        raise _other_budget("total", budget.total)
    if budget.complete != change.complete_before:
        raise _other_budget("complete")
    return Budget(
        _applied(change.costs, budget.costs, "costs"),
        _applied(change.financing, budget.financing, "financing"),
        total=change.total_after,
        complete=change.complete_after,
    )


def _changes(
    before: Sequence[Line],
    amounts_before: Sequence[MoneyLike | None],
    after: Sequence[Line],
    amounts_after: Sequence[MoneyLike | None],
    labels: Callable[[Line], Hashable],
) -> LineChanges[Line]:
    pairs: list[tuple[int, int]] = paired(before, after, labels)
    # Places of unchanged lines are not stored, so they must be found again by counting: hence in the same order.
    stayed: set[tuple[int, int]] = longest_in_order(
        [(i, j) for i, j in pairs if before[i] == after[j] and amounts_before[i] == amounts_after[j]]
    )
    paired_before: set[int] = {i for i, _ in pairs}
    paired_after: set[int] = {j for _, j in pairs}
    changed: list[tuple[int | None, int | None]] = [
        *(pair for pair in pairs if pair not in stayed),
        *((i, None) for i in range(len(before)) if i not in paired_before),
        *((None, j) for j in range(len(after)) if j not in paired_after),
    ]
    lines = [
        LineChange(
            place_before=i,
            before=None if i is None else before[i],
            amount_before=None if i is None else amounts_before[i],
            place_after=j,
            after=None if j is None else after[j],
            amount_after=None if j is None else amounts_after[j],
        )
        for i, j in changed
    ]
    return LineChanges(lines=tuple(sorted(lines, key=_sort_key)), length_before=len(before), length_after=len(after))


def _applied(changes: LineChanges[Line], lines: Sequence[Line], place: str) -> list[Line]:
    if len(lines) != changes.length_before:
        raise _other_budget(place, len(lines))
    for line in changes.lines:
        if line.place_before is not None and lines[line.place_before] != line.before:
            raise _other_budget(f"{place}[{line.place_before}]")
    outcome = {after: lines[before] for before, after in changes.stayed()}
    outcome |= {line.place_after: line.after for line in changes.lines if line.place_after is not None and line.after}
    return [outcome[place] for place in range(changes.length_after)]


def _amounts(budget: Budget) -> list[MoneyLike | None]:
    return [part.amount for part in budget.financing]


def _cost_labels(line: Cost) -> Hashable:
    code = line.basis.code if isinstance(line.basis, UnitCost) else None
    return line.category, line.partner, line.phase, line.year, line.description or code


def _contribution_labels(line: Contribution) -> Hashable:
    return line.funder, line.form, line.partner, line.phase, line.year, line.reference


# --- Differences in amount

_NOTHING = Span(0, 0)


@attrs.frozen
class Difference:
    """How much the lines with one label changed; `amount` is None when unknown, `label` None for lines without one.

    >>> Difference("Alvesta kommun", None).amount is None
    True
    """

    label: Key = attrs.field(
        validator=is_a(CostCategory, Funder, FundingSource, ContributionForm, str, int, type(None))
    )
    amount: MoneyLike | None = attrs.field(converter=as_money_like, validator=is_money_like_or_unknown)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _differences_by(key: By, lines: Sequence[LineChange[Any]], side: BudgetSide) -> tuple[Difference, ...]:
    check_type(key, By, "key")
    if key not in LABELS_BY_SIDE[side]:
        raise not_on_side("key", key, side)
    moved = [line for line in lines if line.span != _NOTHING]
    spans: dict[Key, list[Span]] = {}
    for line in moved:
        if line.before is not None:
            spans.setdefault(labels_of(line.before)[key], []).append(-_span_of(line.before, line.amount_before))
        if line.after is not None:
            spans.setdefault(labels_of(line.after)[key], []).append(_span_of(line.after, line.amount_after))
    currency = _currency_of(moved)
    return tuple(Difference(label, as_amount(total(parts), currency)) for label, parts in spans.items())


def _currency_of(lines: Iterable[LineChange[Any]]) -> str | None:
    """Return the currency of the lines, or None where no line has an amount."""
    amounts = (amount for line in lines for amount in (line.amount_before, line.amount_after))
    return next((currency_in(amount) for amount in amounts if amount is not None), None)


def _span_of(line: Cost | Contribution | None, amount: MoneyLike | None) -> Span:
    if line is None:
        return _NOTHING
    return span_in(line.category, amount) if isinstance(line, Cost) else Span.of(amount)


# --- Matching the lines of two lists

Item = TypeVar("Item")


def paired(before: Sequence[Item], after: Sequence[Item], labels: Callable[[Item], Hashable]) -> list[tuple[int, int]]:
    """Return the places of equal lines in pairs, then in order those of lines with the same labels.

    >>> paired(["a1", "b1"], ["b1", "a2", "c1"], lambda line: line[0])
    [(0, 1), (1, 0)]
    """
    same = _matched(list(enumerate(before)), list(enumerate(after)), lambda line: line)
    same_before, same_after = {i for i, _ in same}, {j for _, j in same}
    left_before = [(i, line) for i, line in enumerate(before) if i not in same_before]
    left_after = [(j, line) for j, line in enumerate(after) if j not in same_after]
    return sorted(same + _matched(left_before, left_after, labels))


def _matched(
    before: list[tuple[int, Item]], after: list[tuple[int, Item]], key: Callable[[Item], Hashable]
) -> list[tuple[int, int]]:
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place, line in before:
        waiting[key(line)].append(place)
    return [(waiting[key(line)].popleft(), place) for place, line in after if waiting[key(line)]]


def longest_in_order(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the most pairs that are in the same order before and after.

    `pairs` are sorted by the place before, and no place occurs twice.

    >>> sorted(longest_in_order([(0, 2), (1, 0), (2, 1)]))
    [(1, 0), (2, 1)]
    """
    # Longest increasing subsequence by patience sorting, n log n: `lowest_ends[n]` is the lowest place after at which
    # a sequence of n + 1 pairs can end, `best[n]` the number of that pair, `earlier` the pair before each pair.
    lowest_ends: list[int] = []
    best: list[int] = []
    earlier: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lowest_ends, place)
        earlier.append(best[length - 1] if length else None)
        lowest_ends[length : length + 1] = [place]
        best[length : length + 1] = [number]
    chosen: set[tuple[int, int]] = set()
    last = best[-1] if best else None
    while last is not None:
        chosen.add(pairs[last])
        last = earlier[last]
    return chosen
