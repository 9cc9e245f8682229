"""How the ticks of plots are placed and written: amounts, shares and days, by the library's own formatters.

This module is loaded when something is drawn, since it needs matplotlib.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.ticker import Formatter, MaxNLocator

from esfmodel.text.languages import TEXTS
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.text import MoneyStyle

WHOLE: Final = 1_000_000
"""What 100 % is on a scale of shares, whose positions are whole numbers."""

_FINER: Final[Mapping[MoneyStyle, tuple[int, int, tuple[MoneyStyle, ...]]]] = {
    "mdkr": (1_000_000_000, 10, ("mnkr", "tkr", "kr")),
    "mnkr": (1_000_000, 10, ("tkr", "kr")),
    "tkr": (1_000, 1, ("kr",)),
}
"""By style, how many of the currency's unit it counts in, the parts of that it is rounded to, and the finer styles."""


def even_steps(most: int) -> MaxNLocator:
    """Return a locator of at most so many steps, of 1, 2 or 5 times a power of ten."""
    return MaxNLocator(nbins=most, steps=[1, 2, 5, 10], integer=True)


class AmountTicks(Formatter):
    """Writes amounts in the style asked for, or in a finer one where that would round a tick."""

    def __init__(self, language: str, currency: str, style: MoneyStyle) -> None:
        self._language, self._currency = language, currency
        self._style: MoneyStyle = style

    def __call__(self, x: float, pos: int | None = None) -> str:  # noqa: ARG002  # matplotlib gives it
        """Return the text of one tick."""
        return self.format_ticks([x])[0]

    def format_ticks(self, values: Iterable[float]) -> list[str]:
        """Return the texts of all ticks, in one style."""
        amounts = [Money.of_minor(round(value), self._currency) for value in values]
        # The finest, "kr", is always exact.
        exact: list[MoneyStyle] = [
            style for style in self._styles() if all(_is_exact(amount, style) for amount in amounts)
        ]
        text = TEXTS[self._language]
        return [text.format_money(each, style=exact[0]) if each.minor else text.format_money(each) for each in amounts]

    def _styles(self) -> Iterable[MoneyStyle]:
        yield self._style
        yield from _FINER[self._style][2] if self._style in _FINER else ()


def _is_exact(amount: Money, style: MoneyStyle) -> bool:
    if style not in _FINER:
        return True
    units, parts, _ = _FINER[style]
    return parts * amount.minor % Money(units, amount.currency).minor == 0


class ShareTicks(Formatter):
    """Writes shares of `WHOLE` in per cent."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, x: float, pos: int | None = None) -> str:  # noqa: ARG002  # matplotlib gives it
        """Return the text of one tick."""
        return TEXTS[self._language].format_rate(Rate.of(round(x), WHOLE))
