"""Interval arithmetic on partly known amounts: sums, differences and shares, for the derived figures of budgets.

A `Span` is an interval of whole numbers of öre, open or closed at each end. Unlike `Bounds` it may have no end at all,
be a single point, or be empty.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.values.bounds import Bounds, with_moves
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.values.bounds import MoneyLike, RateLike


@attrs.frozen
class Span:
    """The figures from `low` to `high` in smallest units; None is no end on that side."""

    low: int | None
    high: int | None
    low_included: bool = True
    high_included: bool = True
    low_moved: int = attrs.field(default=0, eq=False, repr=False)
    """By how many units additions have raised the excluded low end; see `Bounds.as_said`."""
    high_moved: int = attrs.field(default=0, eq=False, repr=False)

    @classmethod
    def of(cls, figure: MoneyLike | None) -> Span:
        """Return what an amount may be: an unknown amount, and one with only a high end above 0, is at least 0.

        >>> Span.of(None)
        Span(low=0, high=None, low_included=True, high_included=True)
        """
        if figure is None:
            return NOT_NEGATIVE
        if isinstance(figure, Money):
            return cls(figure.minor, figure.minor)
        low = None if figure.low is None else figure.low.minor
        high = None if figure.high is None else figure.high.minor
        moves = figure.low_moved, figure.high_moved
        if low is None and high is not None and high > 0:
            return cls(0, high, True, figure.high_included, 0, moves[1])
        return cls(low, high, low is None or figure.low_included, high is None or figure.high_included, *moves)

    @property
    def known(self) -> int | None:
        """The single figure that is both ends and possible; None where there is none such."""
        return self.low if self.low == self.high and self.low_included and self.high_included else None

    @property
    def is_exact(self) -> bool:
        """Whether only one figure is possible."""
        return self.low is not None and self.low == self.high

    @property
    def is_unlimited(self) -> bool:
        """Whether all amounts from 0 are possible."""
        return self.high is None and (self.low is None or self.low + (not self.low_included) == 0)

    @property
    def is_empty(self) -> bool:
        """Whether no whole number is possible, which is a contradiction of facts."""
        if self.low is None or self.high is None:
            return False
        return self.low + (not self.low_included) > self.high - (not self.high_included)

    @property
    def settled(self) -> Span:
        """The single figure where excluded ends leave only one, else this span."""
        if self.low is None or self.low == self.high or self.high is None:
            return self
        low, high = self.low + (not self.low_included), self.high - (not self.high_included)
        return Span(low, low) if low == high else self

    @property
    def any_part(self) -> Span:
        """The possible parts of this amount: from 0 to all of it, or for a negative amount from all of it to 0."""
        if self is NOTHING:
            return self
        low, high = self.low, self.high
        is_above, is_below = low is not None and low >= 0, high is not None and high <= 0
        return Span(
            0 if is_above else low,
            0 if is_below else high,
            is_above or self.low_included,
            is_below or self.high_included,
            0 if is_above else self.low_moved,
            0 if is_below else self.high_moved,
        )

    def __add__(self, other: Span) -> Span:
        """Add independent figures.

        Where an end is excluded in both, the sum is at least two units beyond the sum of the ends; see `Bounds`.
        """
        if other is NOTHING:
            return self
        if self is NOTHING:
            return other
        neither_low = not (self.low_included or other.low_included)
        neither_high = not (self.high_included or other.high_included)
        low = None if self.low is None or other.low is None else self.low + other.low + neither_low
        high = None if self.high is None or other.high is None else self.high + other.high - neither_high
        return Span(
            low,
            high,
            low is None or (self.low_included and other.low_included),
            high is None or (self.high_included and other.high_included),
            self.low_moved + other.low_moved + neither_low,
            self.high_moved + other.high_moved + neither_high,
        )

    def __neg__(self) -> Span:
        return Span(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_included,
            self.low_included,
            self.high_moved,
            self.low_moved,
        )

    def __sub__(self, other: Span) -> Span:
        """Subtract an independent figure."""
        return self if other is NOTHING else self + -other

    def __and__(self, other: Span) -> Span:
        """Return the figures that are possible in both; may be empty, see `is_empty`."""
        if self is other:
            return self
        lower = other if other._starts_above(self) else self
        upper = other if other._stops_below(self) else self
        if lower is upper:
            return lower
        return Span(lower.low, upper.high, lower.low_included, upper.high_included, lower.low_moved, upper.high_moved)

    def _starts_above(self, other: Span) -> bool:
        """Whether the low end is more restrictive than the other's."""
        if self.low is None or other.low is None:
            return self.low is not None
        return self.low > other.low or (self.low == other.low and other.low_included and not self.low_included)

    def _stops_below(self, other: Span) -> bool:
        """Whether the high end is more restrictive than the other's."""
        if self.high is None or other.high is None:
            return self.high is not None
        return self.high < other.high or (self.high == other.high and other.high_included and not self.high_included)

    def __contains__(self, figure: Fraction | int) -> bool:
        above = self.low is None or figure > self.low or (self.low_included and figure == self.low)
        return above and (self.high is None or figure < self.high or (self.high_included and figure == self.high))

    def narrowed(self, other: Span) -> Span:
        """Return the figures that are possible in both, or this span where there are none."""
        both = self & other
        return self if both.is_empty else both

    def as_money(self, currency: str) -> MoneyLike | None:
        """Return `Money` where only one amount is possible, None where any amount from 0 is, else `Bounds`."""
        known = self.known
        if known is not None:
            return Money.of_minor(known, currency)
        if self.is_unlimited:
            return None
        low = None if self.low is None else Money.of_minor(self.low, currency)
        high = None if self.high is None else Money.of_minor(self.high, currency)
        bounds = Bounds(low, high, low_included=self.low_included, high_included=self.high_included)
        return bounds.known or with_moves(bounds, self.low_moved, self.high_moved)


NOTHING = Span(0, 0)
"""The sum of no figures."""

NOT_NEGATIVE = Span(0, None)
"""Any amount from 0, for an amount that is not stated."""


def total(figures: Iterable[Span | MoneyLike | None]) -> Span:
    """Sum independent figures of one currency; the sum of none is 0, and an unknown amount is at least 0.

    >>> total([Money(5), Bounds.over(Money(7)), None])
    Span(low=1200, high=None, low_included=False, high_included=True)
    """
    exact = 0
    spans: list[Span] = []
    for figure in figures:
        if isinstance(figure, Money):
            exact += figure.minor
        else:
            spans.append(figure if isinstance(figure, Span) else Span.of(figure))
    return sum(spans, Span(exact, exact) if exact else NOTHING)


def share(part: Span, rest: Span, whole: Span) -> RateLike | None:
    """Return the share that `part` is of the whole, which is `part` plus `rest` and lies in `whole`.

    All three are taken as not negative. The bounds are sound and tight: every possible share lies inside, and each end
    is reached or approached. None where every share from 0 % to 100 % is possible, where the whole is 0, and where the
    three contradict each other.

    >>> share(Span(75, 75), NOT_NEGATIVE, Span(100, 100))
    Rate.of_percent("75")
    """
    one, all_of_it = part.known, whole.known
    if one is not None and all_of_it and rest is NOT_NEGATIVE and 0 <= one <= all_of_it:
        return Rate(Fraction(one, all_of_it))
    part, rest, whole = (part & NOT_NEGATIVE).settled, (rest & NOT_NEGATIVE).settled, (whole & NOT_NEGATIVE).settled
    together = (part + rest) & whole
    if part.is_empty or rest.is_empty or whole.is_empty or together.is_empty or together.high == 0:
        return None
    if part.is_exact and whole.is_exact and part.low is not None and whole.low is not None:
        return Rate(Fraction(part.low, whole.low))
    high, high_reached = _highest_share(part, rest, whole)
    low_of_rest, low_reached = _highest_share(rest, part, whole)
    low = 1 - low_of_rest
    if low == 0 and high == 1:
        return None
    if low == high:
        return Rate(low)
    return Bounds(Rate(low), Rate(high), low_included=low_reached, high_included=high_reached)


def _highest_share(part: Span, rest: Span, whole: Span) -> tuple[Fraction, bool]:
    """Return the highest share that the part can have, and whether it is reached or only approached.

    In a whole of a given size the part is at most `part.high`, and at most the whole less `rest.low`. As the whole
    grows, the first is a falling share of it and the second a rising one. So the share is highest at the size where the
    two are equal, or at the nearest end of `whole`.
    """
    least_rest = rest.low or 0
    if part.high == 0:
        return Fraction(0), True
    if least_rest == 0 and rest.low_included:
        both = part & whole
        if not both.is_empty and both.high != 0:
            return Fraction(1), True
    meeting = None if part.high is None else part.high + least_rest
    size = _nearest(meeting, whole)
    if size is None:
        return Fraction(1), False
    if meeting is not None and size >= meeting and part.high is not None:
        reached = part.high_included and size in whole and Fraction(size - part.high) in rest
        return Fraction(part.high, size), reached
    reached = rest.low_included and size in whole and Fraction(size - least_rest) in part
    return 1 - Fraction(least_rest, size), reached


def _nearest(size: int | None, whole: Span) -> int | None:
    """Return the size in `whole` nearest to `size`, where None is infinite."""
    if size is None or (whole.high is not None and size > whole.high):
        return whole.high
    return max(size, whole.low or 0)
