"""How each derived figure of a budget is computed, step by step.

The steps follow `Budget`: they say which of its definitions applied, and a test computes every one of them again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotInForce
from esfmodel.law import LAW
from esfmodel.law.provisions import as_programming_period
from esfmodel.model.budget import Budget
from esfmodel.model.fields import check_type
from esfmodel.workings._builder import FIGURES, Builder
from esfmodel.workings._steps import Workings

if TYPE_CHECKING:
    from esfmodel.law import Law, Provision
    from esfmodel.values.dates import DateLike
    from esfmodel.values.programming_period import ProgrammingPeriod

_LINE: Final = re.compile(r"costs\[([0-9]{1,9})\]")


def explain(
    budget: Budget,
    figure: str,
    *,
    programming_period: ProgrammingPeriod | str | None = None,
    on: DateLike | None = None,
    law: Law = LAW,
) -> Workings:
    """Show how a derived figure of a budget was computed: its workings, as data and as text.

    `figure` is the name of one of the budget's figures, such as "support_rate", or a line of cost, such as "costs[0]".
    With `programming_period`, and perhaps the day `on`, a flat rate is given with the row of the law that it rests on.

    Raises `InvalidValue` for a figure that a budget has not.

    >>> from esfmodel import Cost, CostCategory, FlatRate, Money, Rate, UnitCost
    >>> staff = Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720))
    >>> indirect = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
    >>> workings = explain(Budget([staff, indirect]), "total_costs", programming_period="2021-2027")
    >>> print(workings.text("sv").replace("\N{NO-BREAK SPACE}", " "))
    Kostnadsrad 1, personal: 1 720 timmar × 674,80 kr = 1 160 656 kr
    Kostnadsrad 2, indirekta kostnader: 15 % × 1 160 656 kr = 174 098,40 kr (artikel 54 b i förordning (EU) 2021/1060)
    Summa kostnader: 1 160 656 kr + 174 098,40 kr = 1 334 754,40 kr
    """
    check_type(budget, Budget, "budget")
    check_type(figure, str, "figure")
    period = as_programming_period(programming_period)
    builder = Builder(budget, lambda key: _row(law, key, period, on))
    line = _LINE.fullmatch(figure)
    if line and int(line[1]) < len(budget.costs):
        builder.line(int(line[1]))
    elif figure in FIGURES:
        builder.figure(figure)
    else:
        lines = " or the line of a cost, such as costs[0]" if budget.costs else ""
        advice = f"ask for {', '.join(FIGURES)}{lines}"
        raise InvalidValue("figure", figure, "is no figure of this budget", advice)
    return Workings(figure, builder.steps)


def _row(law: Law, key: str, period: ProgrammingPeriod | None, on: DateLike | None) -> Provision | None:
    try:
        return law.provision(key, programming_period=period, on=on)
    except NotInForce:
        return None
