"""Amounts of money in running text, and the currency of those that name none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.text._found import Found
from esfmodel.text._hedges import approximation, known
from esfmodel.text.figures import FigureKind
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from esfmodel.text._prose_words import ProseWords
    from esfmodel.text._statements import Statement

_SENTENCE_ENDS = re.compile(r"[.!?][ \n]|\n\n")
_LOOKAHEAD = 3
_FURTHEST = 300


def find_money(low: str, stated: Sequence[Statement], words: ProseWords) -> Iterator[Found]:
    """Give the amounts among the statements; those that no `Money` can hold are left out."""
    amounts = [statement for statement in stated if not statement.unit.is_share]
    carried: str | None = None
    carried_to = 0
    for index, statement in enumerate(amounts):
        currency = statement.unit.currency
        if low.find("\n\n", carried_to, statement.start) >= 0:
            carried = None
        carried_to = statement.end
        if currency is not None:
            carried = carried if carried and _is_aside(low, statement) else currency
        else:
            currency = carried or _named_later(low, amounts, index, words)
            currency = currency or statement.unit.abroad or words.default_currency
        if (found := _found(statement, currency)) is not None:
            yield found


def _is_aside(low: str, statement: Statement) -> bool:
    """Say whether an amount stands in brackets, as the same in another currency does."""
    return low[max(0, statement.start - 1) : statement.start] == "("


def _named_later(low: str, amounts: Sequence[Statement], index: int, words: ProseWords) -> str | None:
    """Look for the currency in the rest of the sentence: "3 av de 12 miljoner euro"."""
    end = amounts[index].end
    for later in amounts[index + 1 : index + 1 + _LOOKAHEAD]:
        if later.start - end > _FURTHEST or _SENTENCE_ENDS.search(low, end, later.start):
            return None
        if later.unit.currency is not None:
            same_in_other = _is_aside(low, later) or words.in_other_money.search(low, end, later.start)
            return None if same_in_other else later.unit.currency
    return None


def _found(statement: Statement, currency: str) -> Found | None:
    """Give the amount, or None where no `Money` can hold it: finer than an öre, or larger than any budget."""
    ends = [_money(end.number, currency) for end in (statement.low, statement.high) if end is not None]
    low, high = ends[0], ends[-1]
    if low is None or high is None:
        return None
    steps = [end.step for end in (statement.low, statement.high) if end is not None]
    step = Money.of_fraction(min(steps), currency, rounding=Rounding.MINOR_UP)
    stated = low if statement.high is None else None
    included = {"low_included": statement.low_included, "high_included": statement.high_included}
    value = Bounds(low, high, **included) if stated is None else known(stated, statement.hedge)
    approx = approximation(statement.hedge)
    return Found(FigureKind.MONEY, statement.start, statement.end, stated, approx, value, step)


def _money(amount: Fraction, currency: str) -> Money | None:
    try:
        return Money.of_fraction(amount, currency)
    except InvalidValue:
        return None
