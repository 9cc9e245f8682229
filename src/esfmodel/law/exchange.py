"""How much a euro cost in kronor, year by year: bounds that hold at every rate of the years that a project covers.

No article says at which rate, or of which day, an amount in kronor is compared with a threshold in euro. Where the
comparison has one outcome at every rate within these bounds, the rate does not matter.

>>> bounds = kronor_per_euro(2023, 2024)
>>> bounds.low, bounds.high
(Decimal('10.78'), Decimal('12.23'))
"""

from __future__ import annotations

import math
import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping

MARGIN: Final = Rate.of_percent(2)
"""By how much the bounds are widened at each end, so that they hold for other rates than the European Central Bank's.

The Commission's monthly rate is that of a day in the month before: the one of January 2024 is 1 % below the lowest of
that year.
"""


@attrs.frozen
class RateBounds:
    """The lowest and highest price of a euro in kronor from the year `first` to the year `last`, widened by `MARGIN`.

    They are rounded outwards to öre.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int


def kronor_per_euro(first: int, last: int) -> RateBounds:
    """Return the bounds in the years from `first` to `last`, or in those that have rates: see its own years.

    Where none of the years has rates, the bounds are those of all that have. A year has rates when it is over and the
    data were brought up to date.

    >>> found = kronor_per_euro(2025, 2030)
    >>> found.first, found.last
    (2025, 2025)
    """
    rates = _published()
    years = [year for year in rates if first <= year <= last] or list(rates)
    low = min(rates[year][0] for year in years) * (1 - MARGIN.fraction)
    high = max(rates[year][1] for year in years) * (1 + MARGIN.fraction)
    ends = _with_decimals(math.floor(100 * low), 2), _with_decimals(math.ceil(100 * high), 2)
    return RateBounds(*ends, years[0], years[-1])


def as_published(price: Fraction) -> Decimal:
    """Return a price with the decimals of published rates, four rounded up, or as few of them as two.

    >>> as_published(Fraction(23, 2)), as_published(Fraction(35, 3))
    (Decimal('11.50'), Decimal('11.6667'))
    """
    number, decimals = math.ceil(price * 10**4), 4
    while decimals > 2 and number % 10 == 0:
        number, decimals = number // 10, decimals - 1
    return _with_decimals(number, decimals)


@cache
def _published() -> Mapping[int, tuple[Fraction, Fraction]]:
    """Return the lowest and highest published rate of each year, in their order."""
    # Loaded with the first rate, as none is needed to import a rule.
    from importlib.resources import files

    file = files("esfmodel.law") / "data" / "exchange" / "eur-sek.toml"
    rows = tomllib.loads(file.read_text("utf-8"))["year"]
    return MappingProxyType({row["year"]: (Fraction(row["low"]), Fraction(row["high"])) for row in rows})


def _with_decimals(number: int, decimals: int) -> Decimal:
    # Not a division, which would go by the caller's decimal context.
    return Decimal(f"{number}E-{decimals}")
