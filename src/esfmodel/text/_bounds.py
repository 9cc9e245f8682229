"""Bounds in words: "över 12 miljoner kronor", "högst 75 %", "2–3 miljoner kronor".

What is printed is always true: a lower end that has to be shortened is rounded down, an upper end up. A dash, or
"mellan … och" for it, stands only between two ends that are themselves possible, since a reader counts them in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from esfmodel.text._language import DASH, MINUS
from esfmodel.text._numbers import Toward
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.text._language import Language
    from esfmodel.text._numbers import Written

T = TypeVar("T", Money, Rate)


def write_bounds(
    bounds: Bounds[T],
    write: Callable[[T, Language, Toward], Written],
    language: Language,
    *,
    word: str = "",
    dash: bool = True,
) -> str:
    """Write bounds with the words of the language, each end as `write` writes a figure.

    `word` is the source's own for bounds with one end, or for the one figure that they leave.
    """
    if not isinstance(dash, bool):
        raise TypeError(f"dash must be True or False, not {type(dash).__name__}")
    if bounds.known is not None:
        written = write(bounds.known, language, Toward.NEAREST).text
        return f"{word} {written}" if word else written
    bounds = _without_few_ore(bounds)
    low = None if bounds.low is None else write(bounds.low, language, Toward.BELOW)
    high = None if bounds.high is None else write(bounds.high, language, Toward.ABOVE)
    if low and high and bounds.low_included and bounds.high_included:
        return _between(low, high, language, dash=dash)
    stated: list[str] = []
    if low:
        stated.append(f"{word or (language.at_least if bounds.low_included else language.over)} {low.text}")
    if high:
        stated.append(f"{word or (language.at_most if bounds.high_included else language.under)} {high.text}")
    return f" {language.but} ".join(stated)


_FEW: Final = 9
"""Sums of more excluded ends than so are printed to the öre."""


def _without_few_ore(bounds: Bounds[T]) -> Bounds[T]:
    """Return bounds whose excluded ends lie on whole kronor where they lie a few öre within them.

    Over 12 million and over 3 million are over 15 000 000.01 kronor: said as "över 15 000 000 kr", which is true, and
    what both amounts say.
    """
    low, high = bounds.low, bounds.high
    if isinstance(low, Money) and not bounds.low_included:
        low -= _few_ore(low.minor, low)
    if isinstance(high, Money) and not bounds.high_included:
        high += _few_ore(-high.minor, high)
    return Bounds(low, high, low_included=bounds.low_included, high_included=bounds.high_included)


def _few_ore(minor: int, end: Money) -> Money:
    krona = 10**end.digits
    beyond = minor % krona
    return Money.of_minor(beyond if beyond <= _FEW and abs(minor) > krona else 0, end.currency)


def _between(low: Written, high: Written, language: Language, *, dash: bool) -> str:
    """Write two ends with one unit where they share it, as nothing does with any, and no dash beside a minus."""
    shared = low.unit == high.unit or low.number == "0"
    if not (shared and high.unit):
        return language.between.format(low=low.text, high=high.text)
    if dash and not low.number.startswith(MINUS):
        return f"{high.before}{low.number}{DASH}{high.number}{high.after}"
    return language.between.format(low=f"{low.before}{low.number}", high=f"{high.number}{high.after}")
