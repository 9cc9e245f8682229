"""Amounts in a sentence that somebody signs: exact to the öre, and short only where nothing is lost.

"12 miljoner kronor" is 12 000 000 kronor and nothing else here; 11 230 000 kronor are written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.text._bounds import write_bounds
from esfmodel.text._currencies import currency_names
from esfmodel.text._language import BILLION, MILLION, SPACE
from esfmodel.text._numbers import Toward, Written, write_number
from esfmodel.values.bounds import Bounds
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from esfmodel.text._language import Language
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.money import Money


def worth_saying(amount: MoneyLike | None) -> MoneyLike | None:
    """Give what is known of an amount of which "at least nothing" goes without saying; None where nothing is left.

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
    """Return what is known of a part, beside that it is no more than the whole, which says so itself.

    >>> from esfmodel import Money
    >>> part_worth_saying(Bounds(Money(12), Money(29)), Money(29))
    Bounds.at_least(Money(12))
    """
    known, most = worth_saying(part), whole.high if isinstance(whole, Bounds) else whole
    if not isinstance(known, Bounds) or known.high is None or known.high != most:
        return known
    low = known.as_said.low
    return None if low is None else Bounds(low, low_included=known.low_included)


def share_worth_saying(share: Bounds[Rate]) -> Bounds[Rate]:
    """Leave out of the bounds of a share that it is at least nothing, or at most everything.

    >>> share_worth_saying(Bounds(Rate(0), Rate.of_percent(75)))
    Bounds.at_most(Rate.of_percent("75"))
    >>> share_worth_saying(Bounds(Rate(0), Rate(1)))
    Bounds(Rate.of_percent("0"), Rate.of_percent("100"))
    """
    low = None if share.low_included and share.low == Rate(0) else share.low
    high = None if share.high_included and share.high == Rate(1) else share.high
    if low is None and high is None:
        return share
    return Bounds(low, high, low_included=share.low_included, high_included=share.high_included)


def write_amount(amount: MoneyLike, language: Language) -> str:
    """Write an amount, exact or known within bounds, without rounding anything."""
    if isinstance(amount, Bounds):
        return write_bounds(amount, _in_prose, language)
    return _in_prose(amount, language, Toward.NEAREST).text


def _in_prose(money: Money, language: Language, _toward: Toward) -> Written:
    per = 10**money.digits
    one, many = (name.replace(" ", SPACE) for name in currency_names(money.currency, language))
    for scale in (BILLION, MILLION):
        tenths, left = divmod(10 * money.minor, per * scale)
        if not left and abs(tenths) >= 10:
            number = write_number(tenths, 1, language) if tenths % 10 else write_number(tenths // 10, 0, language)
            word = language.scale_words[scale][abs(tenths) != 10]
            return Written("", number, f"{SPACE}{word}{SPACE}{many}", f"{scale} {money.currency}")
    whole, part = divmod(money.minor, per)
    number = write_number(money.minor, money.digits, language) if part else write_number(whole, 0, language)
    name = one if abs(money.minor) == per else many
    return Written("", number, f"{SPACE}{name}", money.currency)
