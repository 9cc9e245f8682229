"""What the figures of a table may come with: no figure at all, or a word that makes one a rounded one."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

_NOT_STATED = frozenset({"", "-", "–", "—", "−", "..", "…", "n.a.", "n/a", "na", "none", "ej angivet", "not stated"})


class Nearness(NamedTuple):
    """How far below and above a figure with such a word the exact one may lie, in last digits; None is any distance."""

    below: int | None
    above: int | None


_JUST_OVER, _JUST_UNDER, _ABOUT = Nearness(0, 1), Nearness(1, 0), Nearness(1, 1)
_AT_LEAST, _AT_MOST = Nearness(0, None), Nearness(None, 0)
QUALIFIERS: Mapping[str, Nearness] = MappingProxyType(
    {
        **dict.fromkeys(("drygt", "over", "över", "mer än", "more than", "just over", "plus de"), _JUST_OVER),
        **dict.fromkeys(("närmare", "nästan", "knappt", "under", "nearly", "almost", "less than"), _JUST_UNDER),
        **dict.fromkeys(("minst", "at least", "från", "from"), _AT_LEAST),
        **dict.fromkeys(("högst", "upp till", "max", "maximalt", "at most", "up to", "no more than"), _AT_MOST),
        **dict.fromkeys(
            ("cirka", "ca", "ca.", "c:a", "circa", "omkring", "runt", "ungefär", "om lag", "rundt", "about", "around"),
            _ABOUT,
        ),
        **dict.fromkeys(("approximately", "approx.", "environ", "etwa", "rund"), _ABOUT),
    }
)
"""The words that make a figure a rounded one, and which way the exact figure may differ from it."""


def is_not_stated(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return text.casefold() in _NOT_STATED


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
