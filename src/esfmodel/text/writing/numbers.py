"""Writing numbers, and what all writers of figures share: rounding, number words, the choice of a style.

A number is a whole number scaled by a power of ten, so that nothing is rounded by accident.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.text.words.language import MINUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text.words.language import Language


class Toward(enum.Enum):
    """The direction in which a shortened number is rounded."""

    NEAREST = "nearest"
    """For one figure; halves away from zero."""
    BELOW = "below"
    """For a lower bound, which stays true when it is rounded down."""
    ABOVE = "above"
    """For an upper bound."""


class Written(NamedTuple):
    """A figure in its parts: the number, and the text before and after it.

    Two figures share one unit in a range when `unit` is the same and not empty: "2–3 miljoner kronor".
    """

    before: str
    number: str
    after: str
    unit: str

    @property
    def text(self) -> str:
        """The whole figure."""
        return f"{self.before}{self.number}{self.after}"


def rounded(numerator: int, denominator: int, toward: Toward) -> int:
    """Round a quotient to a whole number; `Toward.NEAREST` rounds halves away from zero.

    >>> [rounded(-5, 2, toward) for toward in Toward]
    [-3, -3, -2]
    """
    if toward is Toward.BELOW:
        return numerator // denominator
    if toward is Toward.ABOVE:
        return -(-numerator // denominator)
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -size if numerator < 0 else size


def first_digit(numerator: int, denominator: int) -> int:
    """Return how many decimals a quotient needs to show its first digit; it must not be zero.

    >>> first_digit(1, 1), first_digit(37, 10_000)
    (0, 3)
    """
    decimals, size = 0, abs(numerator)
    while size < denominator:
        decimals, size = decimals + 1, 10 * size
    return decimals


def without_zeros(scaled: int, decimals: int) -> tuple[int, int]:
    """Leave out trailing zero decimals.

    >>> without_zeros(1550, 2), without_zeros(1500, 2)
    ((155, 1), (15, 0))
    """
    while decimals and scaled % 10 == 0:
        scaled, decimals = scaled // 10, decimals - 1
    return scaled, decimals


def write_number(scaled: int, decimals: int, language: Language) -> str:
    """Write `scaled` / 10^`decimals` with exactly that many decimals."""
    whole, part = divmod(abs(scaled), 10**decimals) if decimals else (abs(scaled), 0)
    number = f"{whole:,}".replace(",", language.group)
    if decimals:
        number += language.decimal + str(part).zfill(decimals)
    return f"{MINUS}{number}" if scaled < 0 else number


def spelled(number: int, language: Language) -> str | None:
    """Return a whole number in words, as running text has it from two to twelve or so; None for others.

    >>> from esfmodel.text.words.swedish import SWEDISH
    >>> [spelled(number, SWEDISH) for number in (1, 2, 12, 13)]
    [None, 'två', 'tolv', None]
    """
    words = language.spelled
    return words[number - 2] if 2 <= number < len(words) + 2 else None


S = TypeVar("S")


def choose(style: str | None, styles: Mapping[str, S], *, default: str, what: str = "style") -> S:
    """Return the choice with a name, or the default for None.

    Raises `InvalidValue` for an unknown name, `TypeError` for what is not a str.
    """
    if style is None:
        return styles[default]
    if not isinstance(style, str):
        raise TypeError(f"{what} must be a str, not {type(style).__name__}")
    if style not in styles:
        choices = ", ".join(f'"{name}"' for name in styles)
        raise InvalidValue("value.not_one_of", what, style, choices=choices)
    return styles[style]
