"""Tolerance for printed figures, which need not add up when each was rounded before printing.

>>> figures = [Money(334), Money(333), Money(334), Money(1_000)]
>>> step = printed_step(figures)
>>> step, explains(step, Money(1), figures), explains(step, Money(2), figures)
(Money(1), True, False)
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Sequence

THOUSAND: Final = 1_000


def printed_step(figures: Sequence[Money]) -> Money:
    """Return the step in which all figures (at least one) are printed: öre, kronor or thousands.

    >>> printed_step([Money(1_200_000), Money(30_000)]), printed_step([Money(5), Money("0.50")])
    (Money(1000), Money("0.01"))
    """
    currency = figures[0].currency
    common = math.gcd(*[figure.minor for figure in figures])
    for step in (Money(THOUSAND, currency), Money(1, currency)):
        if common % step.minor == 0:
            return step
    return Money.of_minor(1, currency)


def explains(step: Money, difference: Money, figures: Sequence[Money]) -> bool:
    """Whether rounding explains a difference: less than half a step for each figure that is summed or compared.

    >>> explains(Money(1), Money(100), [Money(188_973), Money(93_027), Money(281_900)])
    False
    """
    return 2 * abs(difference.minor) < step.minor * len(figures)


def rounded_up(figures: Sequence[Money]) -> Fraction:
    """Return by how many minor units at the most a sum is above the exact one where each figure was rounded.

    Figures in whole units may have been rounded by half a unit each, others by half a minor unit.

    >>> rounded_up([Money(402), Money(403)])
    Fraction(100, 1)
    """
    step = min(printed_step(figures), Money(1, figures[0].currency))
    return Fraction(step.minor * len(figures), 2)


def printed_up_to(rate: Rate) -> Rate:
    """Return the highest share that is printed as a rate, in per cent with as many decimals; a whole per cent is exact.

    >>> printed_up_to(Rate.of_percent("33.33")), printed_up_to(Rate.of_percent(40)), printed_up_to(Rate(Fraction(1, 3)))
    (Rate.of_percent("33.335"), Rate.of_percent("40"), Rate(Fraction(1, 3)))
    """
    percent = 100 * rate.fraction
    decimals = next((number for number in range(_MOST_DECIMALS) if 10**number % percent.denominator == 0), 0)
    return Rate(rate.fraction + Fraction(1, 200 * 10**decimals)) if decimals else rate


_MOST_DECIMALS = 5
"""From how many decimals on a share is taken as exact."""


def beyond(figures: Sequence[Money]) -> Money:
    """Return a difference that rounding does not explain: more kronor than figures, and not in whole thousands.

    >>> beyond([Money(5_000), Money(6_000)])
    Money(6)
    """
    number = len(figures) + 4
    return Money(number if number % THOUSAND else number + 1, figures[0].currency)
