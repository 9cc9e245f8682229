"""Hypothesis strategies for amounts, shares and what is known of them: valid by construction, nothing filtered.

What fails shrinks to the figure a person would have tried first: no kronor, 0 %.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from esfmodel.values.bounds import Bounds, number_of
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

F = TypeVar("F", Money, Rate)

_LARGEST_MINOR = 10**18 - 1
_ALL_MONEY_OF_THE_UNION = 10**12
_COMMON_CURRENCIES = ("SEK", "EUR", "NOK", "DKK")
_NOTHING, _WHOLE = Rate(0), Rate(1)


def currencies() -> st.SearchStrategy[str]:
    """Currency codes: those of Nordic projects first, then every one an amount may be in.

    >>> from hypothesis import find
    >>> find(currencies(), lambda code: True)
    'SEK'
    """
    others = sorted(set(MINOR_DIGITS) - set(_COMMON_CURRENCIES))
    return st.sampled_from([*_COMMON_CURRENCIES, *others])


def money(
    currency: str | None = None,
    *,
    min_amount: int | Decimal | None = None,
    max_amount: int | Decimal | None = None,
    whole: bool = False,
) -> st.SearchStrategy[Money]:
    """Amounts of one currency, or of any; corrections below zero among them unless `min_amount` says otherwise.

    `min_amount` and `max_amount` are in kronor or euro, and are themselves among the amounts. Without them no amount is
    larger than the money of the whole Union, so that hundreds of them still add up. `whole` leaves out öre and cent.

    >>> from hypothesis import given
    >>> @given(money("SEK", min_amount=0, max_amount=100))
    ... def a_small_grant(amount):
    ...     assert Money(0) <= amount <= Money(100)
    >>> a_small_grant()
    """

    def amounts(code: str) -> st.SearchStrategy[Money]:
        per_unit: int = 10 ** MINOR_DIGITS[code]
        low, high = _limits(per_unit, min_amount, max_amount)
        units = st.integers(-(-low // per_unit), high // per_unit).map(lambda number: number * per_unit)
        # Most figures of real budgets are whole kronor; where the limits hold none, there are only öre to draw.
        has_units = -(-low // per_unit) <= high // per_unit
        minors = units if whole else st.one_of([units] * has_units + [st.integers(low, high)])
        return minors.map(lambda minor: Money.of_minor(minor, code))

    return currencies().flatmap(amounts) if currency is None else amounts(currency)


def rates(min_rate: Rate = _NOTHING, max_rate: Rate = _WHOLE) -> st.SearchStrategy[Rate]:
    """Shares between two, both included: per cent with up to two decimals, and quotients such as 12/29.

    >>> from hypothesis import find
    >>> find(rates(min_rate=Rate.of_percent(40)), lambda rate: True)
    Rate.of_percent("40")
    """
    low, width = min_rate.fraction, max_rate.fraction - min_rate.fraction
    first, last = math.ceil(min_rate.fraction * 10_000), math.floor(max_rate.fraction * 10_000)
    hundredths = [st.integers(first, last).map(lambda number: Rate(Fraction(number, 10_000)))] if first <= last else []
    quotients = st.integers(1, 1_000_000).flatmap(
        lambda whole: st.integers(0, whole).map(lambda part: Rate(low + width * Fraction(part, whole)))
    )
    return st.one_of([*hundredths, quotients])


def bounds_of_money(
    currency: str | None = None,
    *,
    min_amount: int | Decimal | None = None,
    max_amount: int | Decimal | None = None,
) -> st.SearchStrategy[Bounds[Money]]:
    """Amounts known within bounds: with one end or two, which are possible themselves or not.

    Every end lies between `min_amount` and `max_amount`, as in `money`. Bounds with one possible figure are among them.

    >>> from hypothesis import given
    >>> @given(bounds_of_money("SEK"))
    ... def something_is_known(bounds):
    ...     assert bounds.low is not None or bounds.high is not None
    >>> something_is_known()
    """

    def bounds(code: str) -> st.SearchStrategy[Bounds[Money]]:
        ends = money(code, min_amount=min_amount, max_amount=max_amount)
        return st.one_of(_one_ended(ends), _two_ended(ends, lambda low, high: high.minor - low.minor))

    return currencies().flatmap(bounds) if currency is None else bounds(currency)


def bounds_of_rates(min_rate: Rate = _NOTHING, max_rate: Rate = _WHOLE) -> st.SearchStrategy[Bounds[Rate]]:
    """Shares known within bounds, as `bounds_of_money`; every end lies between `min_rate` and `max_rate`.

    >>> from hypothesis import given
    >>> @given(bounds_of_rates())
    ... def something_is_left(bounds):
    ...     assert bounds.complement.complement == bounds
    >>> something_is_left()
    """
    ends = rates(min_rate, max_rate)
    # Between two rates there is always a third, so that any room is room enough.
    return st.one_of(_one_ended(ends), _two_ended(ends, lambda low, high: 2 if low < high else 0))


def bounds(figure: type[Money | Rate] | None = None) -> st.SearchStrategy[Bounds[Money] | Bounds[Rate]]:
    """Bounds of amounts in any currency, of shares, or of either.

    >>> from hypothesis import given
    >>> @given(bounds(Rate))
    ... def shares_lie_between_shares(drawn):
    ...     assert isinstance(drawn.low or drawn.high, Rate)
    >>> shares_lie_between_shares()
    """
    if figure is Money:
        return bounds_of_money()
    return bounds_of_rates() if figure is Rate else st.one_of(bounds_of_money(), bounds_of_rates())


def _one_ended(ends: st.SearchStrategy[F]) -> st.SearchStrategy[Bounds[F]]:
    return st.one_of(
        ends.map(Bounds.at_least),
        ends.map(Bounds.over),
        ends.map(Bounds.at_most),
        ends.map(Bounds.under),
    )


def _two_ended(ends: st.SearchStrategy[F], room: Callable[[F, F], int]) -> st.SearchStrategy[Bounds[F]]:
    """Draw two ends, and include them where there would be no room between them (in steps) for a figure."""

    def bounds(one: F, other: F, low_included: bool, high_included: bool) -> Bounds[F]:
        low, high = (one, other) if number_of(one) <= number_of(other) else (other, one)
        steps = room(low, high)
        low_included = low_included or steps == 0
        high_included = high_included or steps == 0 or (steps == 1 and not low_included)
        return Bounds(low, high, low_included=low_included, high_included=high_included)

    return st.builds(bounds, ends, ends, st.booleans(), st.booleans())


def _limits(per_unit: int, lowest: int | Decimal | None, highest: int | Decimal | None) -> tuple[int, int]:
    """Give the least and the greatest amount in the smallest unit, both within what an amount can be."""
    usual = _ALL_MONEY_OF_THE_UNION * per_unit
    low = None if lowest is None else math.ceil(Fraction(lowest) * per_unit)
    high = None if highest is None else math.floor(Fraction(highest) * per_unit)
    if low is None:
        low = -usual if high is None or high >= -usual else -_LARGEST_MINOR
    if high is None:
        high = usual if low <= usual else _LARGEST_MINOR
    return max(low, -_LARGEST_MINOR), min(high, _LARGEST_MINOR)
