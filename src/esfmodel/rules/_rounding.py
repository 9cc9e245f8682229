"""A difference that rounding of the figures explains, told apart from one that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import NotKnown
from esfmodel.rules._facts import apart
from esfmodel.rules.finding import Severity
from esfmodel.rules.words import Words
from esfmodel.values.money import Money
from esfmodel.values.print_rounding import explains, printed_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.model import Budget
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

_ROUNDED = Words(
    " Så mycket kan bero på att de enskilda beloppen är avrundade.",
    " As much may come from rounding of the single amounts.",
)
_NOT_ROUNDED = Words("", "")
_CONTRADICTION = Words(
    "totalkostnaden och finansieringen motsäger varandra", "total cost and financing contradict each other"
)


def exact_of(amounts: Iterable[MoneyLike | None]) -> list[Money]:
    """Give those of the amounts that are known exactly."""
    return [amount for amount in amounts if isinstance(amount, Money)]


def _by_rounding(difference: MoneyLike, figures: Sequence[MoneyLike | None]) -> Severity | None:
    """Say how grave a difference is that rounding of the figures explains; None where it does not explain it.

    In kronor or öre that is nothing to do anything about. Figures in whole thousands may be exact, so somebody looks.
    """
    exact = exact_of(figures)
    if not isinstance(difference, Money) or len(exact) < len(figures):
        return None
    step = printed_step(exact)
    if not explains(step, difference, exact):
        return None
    return Severity.INFO if step <= Money(1, step.currency) else Severity.WARNING


def check_financing_is_of_the_cost(budget: Budget) -> None:
    """Raise `NotKnown` where the financing contradicts the total cost: then nobody knows what a share is a share of.

    That they differ is told by the rules on sums. What rounding of the amounts explains is no contradiction.
    """
    cost, financing = budget.total_cost, budget.total_financing
    if cost is None or financing is None:
        return
    try:
        difference = apart(cost, financing)
    except NotKnown:
        return
    listed = [part.amount for part in budget.financing]
    costs = list(budget.cost_amounts) if budget.total is None else [budget.total]
    if difference is not None and _by_rounding(difference, [*costs, *listed]) is None:
        raise NotKnown(_CONTRADICTION)


def compared(
    context: Context,
    place: str,
    expected: MoneyLike,
    found: MoneyLike,
    difference: MoneyLike,
    figures: Sequence[MoneyLike | None],
) -> Finding:
    """Say that two amounts differ, and how much of that rounding of the figures they come from explains."""
    severity = _by_rounding(difference, figures)
    return context.finding(
        place,
        expected=expected,
        found=found,
        difference=difference,
        severity=severity,
        rounding=_NOT_ROUNDED if severity is None else _ROUNDED,
    )
