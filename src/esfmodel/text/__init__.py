"""How figures and projects are written, and how figures written by others are read: Swedish and English.

What `format_x` writes in a lossless style, `parse_x` reads back unchanged. Both languages have the same functions, save
that `sv.find_figures`, which looks for figures in running text, reads Swedish alone. The names of the styles are types,
for who wraps a function.

>>> from esfmodel import Money
>>> print(sv.format_money(Money(3_706_566), style="words"), "is", en.format_money(Money(3_706_566), style="mnkr"))
3,7 miljoner kronor is SEK 3.7 million
"""

from __future__ import annotations

from esfmodel.text import en, sv
from esfmodel.text.prose.figures import Approximation, Figure, FigureKind
from esfmodel.text.reading.numbers import Thousands
from esfmodel.text.writing._lists import CountStyle, ListStyle
from esfmodel.text.writing._money import MoneyStyle, Qualifier, RateStyle
from esfmodel.text.writing._periods import DateStyle, DurationStyle, PeriodStyle

__all__ = [
    "Approximation",
    "CountStyle",
    "DateStyle",
    "DurationStyle",
    "Figure",
    "FigureKind",
    "ListStyle",
    "MoneyStyle",
    "PeriodStyle",
    "Qualifier",
    "RateStyle",
    "Thousands",
    "en",
    "sv",
]
