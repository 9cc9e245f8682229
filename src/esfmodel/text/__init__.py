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
from esfmodel.text._counts import CountStyle
from esfmodel.text._dates import DateStyle
from esfmodel.text._durations import DurationStyle
from esfmodel.text._lists import ListStyle
from esfmodel.text._money import MoneyStyle
from esfmodel.text._number_reading import Thousands
from esfmodel.text._periods import PeriodStyle
from esfmodel.text._qualifiers import Qualifier
from esfmodel.text._rates import RateStyle
from esfmodel.text.figures import Approximation, Figure, FigureKind

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
