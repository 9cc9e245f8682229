"""Which rules of the book are judged by columns, and why the others are not.

>>> "PRJ009" in COVERED, NOT_COVERED["POR001"].en
(True, 'judges a whole portfolio')
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules import COLUMN_RULES
from esfmodel.frames.columns import COLUMNS
from esfmodel.model import Portfolio
from esfmodel.rules.book import RULES
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.rules.rule import AnyRule

COVERED: Final[tuple[str, ...]] = tuple(COLUMN_RULES)
"""The codes of the rules that `check` judges by."""

_OF_A_PORTFOLIO = Words("bedömer en hel portfölj", "judges a whole portfolio")
_NEEDS = Words("behöver sådant som ingen kolumn har: {needs}", "needs what no column has: {needs}")
_NOT_WRITTEN = Words("är inte skriven för kolumner", "is not written for columns")

_LISTS = frozenset({"budget.costs"})
"""What a row has only the number of."""
_HELD = {column.path for column in COLUMNS["project"]} - _LISTS
_DERIVED = ("cci.", "operation_id.", "budget.currency", "budget.total", "budget.financing")
"""What follows from columns, or begins what does."""


_LINES = Words(
    "bedömer budgetens rader, som ingen rad i en tabell räknar upp", "judges the lines of a budget, which no row lists"
)
_OF_LINES = frozenset({"PRJ015"})
"""The rules that need a budget, and ask for its lines only later."""


def _is_held(path: str) -> bool:
    """Whether a column holds what stands at a path, or a part of it."""
    return path.startswith(_DERIVED) or any(held == path or held.startswith(f"{path}.") for held in _HELD)


def _reason(rule: AnyRule) -> Words:
    """Return why a rule is not judged by columns: it judges more than a row, or needs what no row has."""
    if rule.subject is Portfolio:
        return _OF_A_PORTFOLIO
    for need in rule.needs:
        if not any(map(_is_held, need.split("|"))):
            return _NEEDS.with_values(needs=need_in_words(need))
    return _LINES if rule.code in _OF_LINES else _NOT_WRITTEN


NOT_COVERED: Final[Mapping[str, Words]] = MappingProxyType(
    {rule.code: _reason(rule) for rule in RULES if rule.code not in COLUMN_RULES}
)
"""The codes of the other rules of the library, and why `check` does not judge by each, in Swedish and English."""
