"""Writing and reading figures, and writing about projects, in Swedish (`sv`) and English (`en`).

What `format_x` writes in a lossless style, `parse_x` reads back unchanged. Both languages have the same functions, but
`find_figures`, which finds figures in running text, is in `sv` only. The names of styles are types, for annotating a
function of your own.

>>> from esfmodel import Money
>>> print(sv.format_money(Money(3_706_566), style="words"), "is", en.format_money(Money(3_706_566), style="mnkr"))
3,7 miljoner kronor is SEK 3.7 million
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.text import en, sv
    from esfmodel.text.prose.figures import (
        Approximation,
        DateRole,
        DurationRange,
        Figure,
        FigureKind,
        FigureRole,
        FigureStage,
        Per,
        TimePrecision,
    )
    from esfmodel.text.reading._money import RateUnit
    from esfmodel.text.reading.numbers import Thousands
    from esfmodel.text.writing._lists import CountStyle, ListStyle
    from esfmodel.text.writing._money import MoneyStyle, Qualifier, RateStyle
    from esfmodel.text.writing._periods import DateStyle, DurationStyle, PeriodStyle

__all__ = [
    "Approximation",
    "CountStyle",
    "DateRole",
    "DateStyle",
    "DurationRange",
    "DurationStyle",
    "Figure",
    "FigureKind",
    "FigureRole",
    "FigureStage",
    "ListStyle",
    "MoneyStyle",
    "Per",
    "PeriodStyle",
    "Qualifier",
    "RateStyle",
    "RateUnit",
    "Thousands",
    "TimePrecision",
    "en",
    "sv",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            ".prose.figures": (
                "Approximation",
                "DateRole",
                "DurationRange",
                "Figure",
                "FigureKind",
                "FigureRole",
                "FigureStage",
                "Per",
                "TimePrecision",
            ),
            ".reading._money": ("RateUnit",),
            ".reading.numbers": ("Thousands",),
            ".writing._lists": ("CountStyle", "ListStyle"),
            ".writing._money": ("MoneyStyle", "Qualifier", "RateStyle"),
            ".writing._periods": ("DateStyle", "DurationStyle", "PeriodStyle"),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]
