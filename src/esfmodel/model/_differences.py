"""What the changed lines of a budget come to: the difference of one line, and of all the lines with one label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._amounts import currency_in
from esfmodel.model._breakdown import LABELS, By, Key, labels_of
from esfmodel.model._computed import span_in
from esfmodel.model._fields import as_money_like, is_a, is_a_named, is_money_like_or_unknown
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.costs import Cost, CostCategory
from esfmodel.model.funding import ContributionForm, Funder, FundingSource
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.span import Span, total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from esfmodel.model._breakdown import BudgetSide
    from esfmodel.model.changes import LineChange
    from esfmodel.model.funding import Contribution

_NOTHING = Span(0, 0)


@attrs.frozen
class Difference:
    """How much the lines with one label moved: `amount` is None when nothing is known of it; None labels the others.

    >>> Difference("Alvesta kommun", None).amount is None
    True
    """

    label: Key = attrs.field(
        validator=is_a(CostCategory, Funder, FundingSource, ContributionForm, str, int, type(None))
    )
    amount: MoneyLike | None = attrs.field(converter=as_money_like, validator=is_money_like_or_unknown)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def moved_by(line: LineChange[Any]) -> Span:
    """Give what the difference of a line may be, in smallest units."""
    if line.before == line.after and line.amount_before == line.amount_after:
        return _NOTHING
    return _span_of(line.after, line.amount_after) - _span_of(line.before, line.amount_before)


def differences_by(key: By, lines: Sequence[LineChange[Any]], side: BudgetSide) -> tuple[Difference, ...]:
    """Sum what the lines of each label moved; a line that only stands elsewhere moved nothing."""
    is_a_named(key, By, "key")
    keys = [by for by in By if by in LABELS[side]]
    if key not in keys:
        wrong = f"is not said of the {side.value} of a budget"
        raise InvalidValue("key", key.value, wrong, f"use By.{', By.'.join(by.name for by in keys)}")
    moved = [line for line in lines if line.span != _NOTHING]
    spans: dict[Key, list[Span]] = {}
    for line in moved:
        if line.before is not None:
            spans.setdefault(labels_of(line.before)[key], []).append(-_span_of(line.before, line.amount_before))
        if line.after is not None:
            spans.setdefault(labels_of(line.after)[key], []).append(_span_of(line.after, line.amount_after))
    return tuple(Difference(label, as_money(total(parts), moved)) for label, parts in spans.items())


def as_money(span: Span, lines: Sequence[LineChange[Any]]) -> MoneyLike | None:
    """Give the amount in the currency of the lines; without any amount there is none."""
    amounts = [amount for line in lines for amount in (line.amount_before, line.amount_after) if amount is not None]
    return span.as_money(currency_in(amounts[0])) if amounts else None


def _span_of(line: Cost | Contribution | None, amount: MoneyLike | None) -> Span:
    if line is None:
        return _NOTHING
    return span_in(line.category, amount) if isinstance(line, Cost) else Span.of(amount)
