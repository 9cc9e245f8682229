"""The ends of bounds as plain numbers, by which figures known within bounds are compared.

Amounts go by steps, from öre to öre: "over 5 kr" is "5.01 kr or more", so the ends of amounts are counted in the
smallest unit and are always possible themselves. Between two rates there is always a third, so there an end may be
approached and never reached.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

F = TypeVar("F", Money, Rate)
_NO_UNIT = ""


@attrs.frozen
class Ends:
    """The set of numbers that a figure may be: between two ends, or beyond one."""

    unit: str
    low: Fraction | None
    high: Fraction | None
    low_included: bool
    high_included: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies between the ends."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_included and self.high_included))

    @property
    def only(self) -> Fraction | None:
        """The one number between the ends, where there is just one."""
        return self.low if self.low == self.high else None

    def inside(self, other: Ends) -> bool:
        """Whether every number here is also there."""
        return self.unit == other.unit and self._starts_inside(other) and self._stops_inside(other)

    def _starts_inside(self, other: Ends) -> bool:
        if other.low is None or self.low is None:
            return other.low is None
        return self.low > other.low or (self.low == other.low and (other.low_included or not self.low_included))

    def _stops_inside(self, other: Ends) -> bool:
        if other.high is None or self.high is None:
            return other.high is None
        return self.high < other.high or (self.high == other.high and (other.high_included or not self.high_included))

    def all_below(self, other: Ends, *, or_at: bool) -> bool:
        """Whether every number here is less than every number there (or at most it)."""
        if self.high is None or other.low is None:
            return False
        touching_counts = or_at or not (self.high_included and other.low_included)
        return self.high <= other.low if touching_counts else self.high < other.low


def ends_of(low: Money | Rate | None, high: Money | Rate | None, *, low_included: bool, high_included: bool) -> Ends:
    """Give the ends as numbers, of which at least one is there: öre for amounts, fractions for rates."""
    unit = unit_of(high) if low is None else unit_of(low)
    first = None if low is None else number_of(low)
    last = None if high is None else number_of(high)
    if unit != _NO_UNIT:
        first = first if first is None or low_included else first + 1
        last = last if last is None or high_included else last - 1
        low_included = high_included = True
    return Ends(unit, first, last, low_included and low is not None, high_included and high is not None)


def unit_of(figure: Money | Rate | None) -> str:
    """Give the currency of an amount, and nothing for a rate."""
    return figure.currency if isinstance(figure, Money) else _NO_UNIT


def number_of(figure: Money | Rate) -> Fraction:
    """Give the figure as a number: an amount in its smallest unit, a rate as it is."""
    return figure.fraction if isinstance(figure, Rate) else Fraction(figure.minor)


def figure_of(number: Fraction, like: F) -> F:
    """Give the figure that is this number, of the same kind and currency as `like`."""
    if isinstance(like, Money):
        return Money.of_minor(int(number), like.currency)
    return Rate(number)


def check_units(mine: str, theirs: str, done: str) -> None:
    """Refuse two units that are not one currency, or both none."""
    if mine == theirs:
        return
    if _NO_UNIT in (mine, theirs):
        kinds = ("Money", "Rate") if theirs == _NO_UNIT else ("Rate", "Money")
        raise TypeError(f"{kinds[1]} cannot be {done} {kinds[0]}; use two amounts or two rates")
    raise InvalidValue("currency", theirs, f"cannot be {done} {mine}", "convert one of them at a stated rate")
