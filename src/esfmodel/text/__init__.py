"""How figures and projects are written, and how figures written by others are read: Swedish and English.

Both languages have the same functions. What `format_x` writes in a lossless style, `parse_x` reads back unchanged.
`sv.find_figures` looks for figures in running text.

>>> from esfmodel import Money
>>> print(sv.format_money(Money(3_706_566), style="words"), "is", en.format_money(Money(3_706_566), style="mnkr"))
3,7 miljoner kronor is SEK 3.7 million
"""

from __future__ import annotations

from esfmodel.text import en, sv
from esfmodel.text.figures import Approximation, Figure, FigureKind

__all__ = ["Approximation", "Figure", "FigureKind", "en", "sv"]
