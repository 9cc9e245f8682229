"""Sums, differences and shares of amounts that are known only in part, computed on their smallest units.

This is what a budget's derived figures are made with. A `Span` is an interval of whole numbers of öre, open or closed
at each end; unlike `Bounds` it may have no end at all, or be a single point.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.values.bounds import Bounds, with_moves
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

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
    """By how many units sums have moved an excluded end; see `Bounds.as_said`."""
    high_moved: int = attrs.field(default=0, eq=False, repr=False)

    @classmethod
    def of(cls, figure: MoneyLike | None) -> Span:
        """Give what an amount may be: an unknown amount, and one with only a high end, is at least 0.

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
    def is_exact(self) -> bool:
        """Whether only one figure is possible."""
        return self.low is not None and self.low == self.high

    @property
    def says_nothing(self) -> bool:
        """Whether any amount that is not negative is possible."""
        return self.high is None and (self.low is None or self.low + (not self.low_included) == 0)

    @property
    def is_empty(self) -> bool:
        """Whether no whole number is possible: what is known contradicts itself."""
        if self.low is None or self.high is None:
            return False
        return self.low + (not self.low_included) > self.high - (not self.high_included)

    @property
    def settled(self) -> Span:
        """The one figure that is possible, where ends that are excluded leave only one; else this."""
        if self.low is None or self.high is None:
            return self
        low, high = self.low + (not self.low_included), self.high - (not self.high_included)
        return Span(low, low) if low == high else self

    @property
    def upwards(self) -> Span:
        """Anything between nothing and the whole of this: the part of it that may fall to somebody.

        Of a correction, which is negative, that is a part of the correction.
        """
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
        """Add figures that do not depend on each other.

        Where both leave out an end, the unit beside the sum of the ends is left out too; see `Bounds`.
        """
        no_low, no_high = self.low is None or other.low is None, self.high is None or other.high is None
        neither_low, neither_high = (
            not (self.low_included or other.low_included),
            not (self.high_included or other.high_included),
        )
        return Span(
            None if no_low else (self.low or 0) + (other.low or 0) + neither_low,
            None if no_high else (self.high or 0) + (other.high or 0) - neither_high,
            no_low or (self.low_included and other.low_included),
            no_high or (self.high_included and other.high_included),
            self.low_moved + other.low_moved + neither_low,
            self.high_moved + other.high_moved + neither_high,
        )

    def __neg__(self) -> Span:
        """Change the sign: the ends change places."""
        return Span(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_included,
            self.low_included,
            self.high_moved,
            self.low_moved,
        )

    def __sub__(self, other: Span) -> Span:
        """Subtract a figure that does not depend on this one."""
        return self + -other

    def __and__(self, other: Span) -> Span:
        """Give the figures that are possible in both; check `is_empty`."""
        lower = other if _is_higher(other.low, other.low_included, self.low, self.low_included) else self
        mine, theirs = (None if each.high is None else -each.high for each in (self, other))
        upper = other if _is_higher(theirs, other.high_included, mine, self.high_included) else self
        return Span(lower.low, upper.high, lower.low_included, upper.high_included, lower.low_moved, upper.high_moved)

    def __contains__(self, figure: Fraction | int) -> bool:
        """Whether the figure is possible."""
        above = self.low is None or figure > self.low or (self.low_included and figure == self.low)
        return above and (self.high is None or figure < self.high or (self.high_included and figure == self.high))

    def narrowed(self, other: Span) -> Span:
        """Give what is possible in both, or this where the two contradict each other."""
        both = self & other
        return self if both.is_empty else both

    def as_money(self, currency: str) -> MoneyLike | None:
        """Give the amount: itself where only one is possible, None where any is."""
        if self.says_nothing:
            return None
        low = None if self.low is None else Money.of_minor(self.low, currency)
        high = None if self.high is None else Money.of_minor(self.high, currency)
        bounds = Bounds(low, high, low_included=self.low_included, high_included=self.high_included)
        return bounds.known or with_moves(bounds, self.low_moved, self.high_moved)


NOT_NEGATIVE = Span(0, None)
"""Any amount from 0: what is known of an amount that nobody has stated."""


def total(spans: Iterable[Span]) -> Span:
    """Add up figures that do not depend on each other; the sum of none is 0."""
    return sum(spans, Span(0, 0))


def share(part: Span, rest: Span, whole: Span) -> RateLike | None:
    """Give the share that `part` is of the whole, which is part and rest together and lies in `whole`.

    All three are taken as not negative. The bounds are sound and tight: every possible share lies inside, and each end
    is reached or approached. None where any share from nothing to everything is possible, where the whole is 0, and
    where the three contradict each other so that the part is no part of the whole.

    >>> share(Span(75, 75), NOT_NEGATIVE, Span(100, 100))
    Rate.of_percent("75")
    """
    part, rest, whole = (part & NOT_NEGATIVE).settled, (rest & NOT_NEGATIVE).settled, (whole & NOT_NEGATIVE).settled
    together = (part + rest) & whole
    if part.is_empty or rest.is_empty or whole.is_empty or together.is_empty or together.high == 0:
        return None
    high, high_reached = _highest_share(part, rest, whole)
    low_of_rest, low_reached = _highest_share(rest, part, whole)
    low = 1 - low_of_rest
    if low == 0 and high == 1:
        return None
    if low == high:
        return Rate(low)
    return Bounds(Rate(low), Rate(high), low_included=low_reached, high_included=high_reached)


def _highest_share(part: Span, rest: Span, whole: Span) -> tuple[Fraction, bool]:
    """Give the highest share the part can have, and whether it can have just that.

    For a given size of the whole the part is at most `part.high` and at most the whole less `rest.low`. The first of
    these weighs less the larger the whole is and the second weighs more, so the share is highest where the two meet,
    or at the end of `whole` nearest to that.
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
    """Give the size of the whole nearest to `size`, where None is endlessly large."""
    if size is None or (whole.high is not None and size > whole.high):
        return whole.high
    return max(size, whole.low or 0)


def _is_higher(a: int | None, a_included: bool, b: int | None, b_included: bool) -> bool:
    """Whether one low end leaves less than another, where None is no end."""
    if a is None or b is None:
        return a is not None
    return a > b or (a == b and b_included and not a_included)
