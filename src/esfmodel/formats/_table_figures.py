"""What the figures of a table may come with: no figure at all, or a word that makes one a rounded one."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, assert_never

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from esfmodel.text.words.hedges import Hedge, HedgeWord, Place
    from esfmodel.text.words.language import Language
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.money import Money


class Nearness(NamedTuple):
    """How far below and above a figure with such a word the exact one may lie, in last digits; None is any distance."""

    below: int | None
    above: int | None


# The languages are loaded when the first table is read: whoever imports the formats may not need them.
@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that a table may be in; one table may mix them."""
    from esfmodel.text.words.english import ENGLISH
    from esfmodel.text.words.swedish import SWEDISH

    return SWEDISH, ENGLISH


@cache
def _qualifiers() -> Mapping[str, HedgeWord]:
    from esfmodel.text.words.hedges import HedgeReader

    return {
        word.word: word for language in languages() for word in language.hedges if HedgeReader.TABLES in word.readers
    }


@cache
def qualifiers_at(*places: Place) -> Mapping[str, Hedge]:
    """Return the words that may stand there beside the figure of a cell."""
    from esfmodel.text.words.hedges import HedgeReader, hedges_at

    return {
        word: hedge
        for language in languages()
        for word, hedge in hedges_at(language.hedges, HedgeReader.TABLES, *places).items()
    }


def nearness_of(qualifier: str) -> Nearness:
    """Return how near to the figure beside such a word the exact figure is."""
    from esfmodel.text.words.hedges import Hedge

    word = _qualifiers()[qualifier]
    reach = 1 if word.near else None
    match word.hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return Nearness(0, reach)
        case Hedge.UNDER | Hedge.AT_MOST:
            return Nearness(reach, 0)
        case Hedge.ABOUT:
            return Nearness(reach, reach)
        case _:
            assert_never(word.hedge)


def known_beside(qualifier: str, amount: Money) -> MoneyLike | None:
    """Return what is known of an amount beside such a word: its bounds, and None where nobody can say."""
    from esfmodel.text.words.hedges import hedged_value

    return hedged_value(amount, _qualifiers()[qualifier].hedge)


def is_not_stated(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    from esfmodel.text.reading.numbers import states_nothing

    return states_nothing(text, *languages())


def to_decimal(number: Fraction) -> Decimal:
    """Write a fraction whose denominator divides a power of ten as a decimal number.

    >>> from fractions import Fraction
    >>> to_decimal(Fraction(5, 4))
    Decimal('1.25')
    """
    decimals, scaled = 0, number
    while scaled.denominator > 1:
        decimals, scaled = decimals + 1, scaled * 10
    return Decimal(f"{scaled.numerator}E-{decimals}") if decimals else Decimal(scaled.numerator)
