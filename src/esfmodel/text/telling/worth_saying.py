"""Figures without bounds that add nothing: "at most 5" rather than "from 0 to 5"."""

from __future__ import annotations

from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.money import Rate


def worth_saying(amount: MoneyLike | None) -> MoneyLike | None:
    """Return an amount without the lower bound zero, which adds nothing; None where no more is known.

    >>> from esfmodel import Money
    >>> worth_saying(Bounds(Money(0), Money(5))), worth_saying(Bounds.at_least(Money(0)))
    (Bounds.at_most(Money(5)), None)
    """
    if isinstance(amount, Bounds):
        if amount.low is not None and amount.low.minor > 0:
            return amount
        high, included = amount.as_said.high, amount.high_included
        if high is None or high.minor <= 0:
            return None
        return Bounds.at_most(high) if included else Bounds.under(high)
    return amount if amount is not None and amount.minor > 0 else None


def part_worth_saying(part: MoneyLike | None, whole: MoneyLike | None) -> MoneyLike | None:
    """Return a part without an upper bound that only repeats the whole; None where no more is known.

    >>> from esfmodel import Money
    >>> part_worth_saying(Bounds(Money(12), Money(29)), Money(29))
    Bounds.at_least(Money(12))
    """
    known, most = worth_saying(part), whole.high if isinstance(whole, Bounds) else whole
    if not isinstance(known, Bounds) or known.high is None or known.high != most:
        return known
    low = known.as_said.low
    return None if low is None else Bounds(low, low_included=known.low_included)


def share_worth_saying(share: RateLike | None) -> RateLike | None:
    """Return a share without ends at 0 and 100 per cent, which add nothing; None where no more is known.

    >>> share_worth_saying(Bounds(Rate(0), Rate.of_percent(75)))
    Bounds.at_most(Rate.of_percent("75"))
    >>> share_worth_saying(Bounds(Rate(0), Rate(1))) is None
    True
    """
    if not isinstance(share, Bounds):
        return share
    low = None if share.low == Rate(0) else share.low
    high = None if share.high == Rate(1) else share.high
    if low is None and high is None:
        return None
    return Bounds(low, high, low_included=share.low_included, high_included=share.high_included)
