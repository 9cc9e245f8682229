"""Bounds in words: "över 12 miljoner kronor", "högst 75 %", "2–3 miljoner kronor".

What is printed is always true: a lower end that has to be shortened is rounded down, an upper end up. A dash, or
"mellan … och" for it, stands only between two ends that are themselves possible, since a reader counts them in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.text._language import DASH, MINUS
from esfmodel.text._numbers import Toward
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable

    from esfmodel.text._language import Language
    from esfmodel.text._numbers import Written
    from esfmodel.values.bounds import Bounds

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
    bounds = bounds.as_said
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


def _between(low: Written, high: Written, language: Language, *, dash: bool) -> str:
    """Write two ends with one unit where they share it, as nothing does with any, and no dash beside a minus."""
    shared = low.unit == high.unit or low.number == "0"
    if not (shared and high.unit):
        return language.between.format(low=low.text, high=high.text)
    if dash and not low.number.startswith(MINUS):
        return f"{high.before}{low.number}{DASH}{high.number}{high.after}"
    return language.between.format(low=f"{low.before}{low.number}", high=f"{high.number}{high.after}")
