"""Named ways to round, and to distribute the remainder of a split.

Every function whose result may not be even asks its caller for one of these: nothing is rounded silently.

>>> from esfmodel import Money, Rounding
>>> Money("7648379.26", rounding=Rounding.WHOLE_DOWN)
Money(7648379)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from esfmodel.values.format import Labelled

if TYPE_CHECKING:
    from fractions import Fraction


class Rounding(Labelled):
    """How an amount that is too fine is rounded, and to what.

    `MINOR_...` rounds to the currency's smallest unit (öre, cent), `WHOLE_...` to whole kronor or euro. `DOWN` is
    towards zero, `UP` away from zero, `HALF_UP` to the nearest with halves away from zero, `HALF_EVEN` to the nearest
    with halves to the even neighbour; all four treat a correction of -10.005 as the mirror image of 10.005.

    >>> from esfmodel import Money
    >>> Money("-10.005", rounding=Rounding.MINOR_DOWN)
    Money(-10)
    >>> Money("-10.005", rounding=Rounding.MINOR_HALF_UP)
    Money("-10.01")
    """

    MINOR_HALF_UP = "minor, half up"
    MINOR_HALF_EVEN = "minor, half even"
    MINOR_DOWN = "minor, down"
    MINOR_UP = "minor, up"
    WHOLE_HALF_UP = "whole, half up"
    WHOLE_HALF_EVEN = "whole, half even"
    WHOLE_DOWN = "whole, down"
    WHOLE_UP = "whole, up"

    @property
    def is_whole(self) -> bool:
        """Whether this rounds to whole units (kronor) rather than to the smallest (öre)."""
        return self.value.startswith("whole")

    def to_integer(self, exact: Fraction) -> int:
        """Round a number to an integer; the caller chooses the unit.

        >>> from fractions import Fraction
        >>> Rounding.WHOLE_HALF_UP.to_integer(Fraction(5, 2)), Rounding.WHOLE_HALF_EVEN.to_integer(Fraction(5, 2))
        (3, 2)
        """
        numerator, denominator = exact.numerator, exact.denominator
        if self is Rounding.MINOR_HALF_UP or self is Rounding.WHOLE_HALF_UP:
            return half_up(numerator, denominator)
        whole, rest = divmod(abs(numerator), denominator)
        twice = 2 * rest
        match self:
            case Rounding.MINOR_DOWN | Rounding.WHOLE_DOWN:
                more = False
            case Rounding.MINOR_UP | Rounding.WHOLE_UP:
                more = rest > 0
            case Rounding.MINOR_HALF_EVEN | Rounding.WHOLE_HALF_EVEN:
                more = twice > denominator or (twice == denominator and whole % 2 == 1)
            case _:
                assert_never(self)
        size = whole + more
        return -size if numerator < 0 else size


def half_up(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to a quotient, halves away from zero; `denominator` is above zero.

    >>> half_up(5, 2), half_up(-5, 2)
    (3, -3)
    """
    if denominator == 1:
        return numerator
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -size if numerator < 0 else size


class Remainder(Labelled):
    """Which parts of a split get the smallest units that are left when every part has been rounded down.

    Only parts that were rounded get a unit, and at most one each: `LARGEST` gives it to those that lost the most (the
    earlier of two that lost the same), `FIRST` to the first ones, `LAST` to the last ones. The order of the parts
    matters for `LARGEST` too, but only between those that lost the same.

    >>> from esfmodel import Money
    >>> [part.amount for part in Money(100).allocate([1, 1, 1], remainder=Remainder.LAST)]
    [Decimal('33.33'), Decimal('33.33'), Decimal('33.34')]
    """

    LARGEST = "largest"
    FIRST = "first"
    LAST = "last"
