"""The words with which a source hedges a figure: "närmare", "knappt", "drygt", "cirka".

They say more than the bounds they mean: "nearly" is also close below. So none of them is ever written unasked; who
knows that the source has the word asks for it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text._hedges import Hedge
from esfmodel.text._refusals import hedges_read
from esfmodel.text._styles import chosen
from esfmodel.values.bounds import Bounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text._language import Language
    from esfmodel.values.bounds import MoneyLike, RateLike

Qualifier: TypeAlias = Literal[
    "just_over", "more_than", "nearly", "almost", "just_under", "less_than", "up_to", "about"
]
"""The word beside a figure: drygt, mer än, närmare, nästan, knappt, mindre än, upp till, cirka."""

_FIGURE, _OVER, _UNDER, _AT_MOST = "one figure", "Bounds.over", "Bounds.under", "Bounds.at_most"
_AT_LEAST = "Bounds.at_least"
_MEANS: Mapping[Hedge, str] = MappingProxyType(
    {
        Hedge.OVER: _OVER,
        Hedge.AT_LEAST: _AT_LEAST,
        Hedge.UNDER: _UNDER,
        Hedge.AT_MOST: _AT_MOST,
        Hedge.ABOUT: _FIGURE,
    }
)


def qualifying(qualifier: str | None, figure: MoneyLike | RateLike | None, language: Language) -> str:
    """Give the word of the language, or nothing where none is asked for.

    Raises `InvalidValue` for a name that is no qualifier, and for one that does not say what is known of the figure.
    """
    if qualifier is None:
        return ""
    word = chosen(qualifier, language.qualifying, default="about", what="qualifier")
    known = None if figure is None else _what_is_known(figure)
    means = _MEANS[hedges_read(language)[word]]
    if known not in (None, means):
        wrong = f"is said of {means}, and this is {known}"
        instead = f"pass {means}" if known == _FIGURE else "let the bounds themselves say what is known"
        raise InvalidValue("qualifier", qualifier, wrong, f"leave it out, or {instead}")
    return word


def _what_is_known(figure: MoneyLike | RateLike) -> str:
    if not isinstance(figure, Bounds) or figure.known is not None:
        return _FIGURE
    if figure.high is None:
        return _AT_LEAST if figure.low_included else _OVER
    if figure.low is None:
        return _AT_MOST if figure.high_included else _UNDER
    return "Bounds with two ends"
