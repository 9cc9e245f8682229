"""The budgets of a project in each of its currencies: a Swedish and a Norwegian partner's are never added up.

In a currency that the project's own budget is in, that budget counts, and those of the partners are parts of it. In any
other, the partners' budgets are summed.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from esfmodel.model._breakdown import By, lines_of, side_of, table_of
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.project import Project
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.span import Span, total

if TYPE_CHECKING:
    from esfmodel.model._breakdown import Breakdown, BudgetSide, Line
    from esfmodel.model.budget import Budget


@attrs.frozen(kw_only=True)
class CurrencyTotals:
    """What a project costs and who pays it, in one of its currencies, as exactly as it is known.

    >>> CurrencyTotals(currency="NOK", total_cost=None, support=None, eu_support=None, own_contribution=None).currency
    'NOK'
    """

    currency: str
    total_cost: MoneyLike | None
    support: MoneyLike | None
    eu_support: MoneyLike | None
    own_contribution: MoneyLike | None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def totals_by_currency(project: Project) -> tuple[CurrencyTotals, ...]:
    """Sum the budgets of a project in each of its currencies, in the order in which they first occur.

    A partner's budget without any amount may be in any currency; it is counted as unknown in the first.

    >>> from esfmodel import Budget, Money, Organisation, Participation, Role
    >>> partners = [
    ...     Participation(Organisation("Region Jämtland Härjedalen"), Role.OWNER, budget=Budget(total=Money(600))),
    ...     Participation(Organisation("Bräcke kommun"), Role.PARTNER, budget=Budget(total=Money(400))),
    ...     Participation(Organisation("Trøndelag"), Role.PARTNER, budget=Budget(total=Money(900, "NOK"))),
    ... ]
    >>> [totals.total_cost for totals in totals_by_currency(Project("Gränslös", partners=partners))]
    [Money(1000), Money(900, "NOK")]
    """
    return tuple(
        CurrencyTotals(
            currency=currency,
            total_cost=_sum("total_cost", budgets, currency),
            support=_sum("support", budgets, currency),
            eu_support=_sum("eu_support", budgets, currency),
            own_contribution=_sum("own_contribution", budgets, currency),
        )
        for currency, budgets in _budgets_by_currency(project).items()
        if currency is not None
    )


def breakdowns(
    project: Project, rows: By, columns: By | None = None, *, of: BudgetSide | None = None
) -> tuple[Breakdown, ...]:
    """Break a project down, one table for each of its currencies; a partner's lines are said to be the partner's.

    See `breakdown`, which does so with one budget. Where no amount is known there is one table, without a currency.

    By partner, a project's own budget whose lines name none is broken down by the budgets of the partners, where these
    come to exactly the same.

    >>> from esfmodel import ActualCost, Budget, By, Cost, CostCategory, Money, Organisation, Participation, Role
    >>> def spends(name, amount):
    ...     budget = Budget([Cost(CostCategory.STAFF, ActualCost(amount))])
    ...     return Participation(Organisation(name), Role.PARTNER, budget=budget)
    >>> project = Project("Gränslös", partners=[spends("Åre", Money(7)), spends("Trøndelag", Money(9, "NOK"))])
    >>> [(table.rows[0].key, table.total) for table in breakdowns(project, By.PARTNER, By.CATEGORY)]
    [('Åre', Money(7)), ('Trøndelag', Money(9, "NOK"))]
    """
    side = side_of(rows, columns, of)
    tables: list[Breakdown] = []
    for currency, budgets in _budgets_by_currency(project).items():
        lines = _lines(budgets, side)
        if By.PARTNER in {rows, columns} and all(line.labels[By.PARTNER] is None for line in lines):
            parts = _lines([each for each in _of_partners(project) if each[1].currency == currency], side)
            whole = total(line.span for line in lines)
            lines = parts if parts and whole.is_exact and whole == total(part.span for part in parts) else lines
        tables.append(table_of(lines, rows, columns, side, currency))
    return tuple(tables)


_Budgets = list[tuple[str | None, "Budget"]]


def _lines(budgets: _Budgets, side: BudgetSide) -> list[Line]:
    return [line for partner, budget in budgets for line in lines_of(budget, side, partner)]


def _of_partners(project: Project) -> _Budgets:
    return [(each.organisation.name, each.budget) for each in project.partners if each.budget is not None]


def _budgets_by_currency(project: Project) -> dict[str | None, _Budgets]:
    """Give the budgets that count in each currency, with the partner that they belong to."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be Project, not {type(project).__name__}")
    whole = project.budget
    found: dict[str | None, _Budgets] = {} if whole is None else {whole.currency: [(None, whole)]}
    for partner, budget in _of_partners(project):
        if whole is None or budget.currency != whole.currency:
            found.setdefault(budget.currency, []).append((partner, budget))
    silent = found.pop(None, [])
    if not found:
        return {None: silent} if silent else {}
    if whole is None or whole.currency is None:
        next(iter(found.values())).extend(silent)
    return found


def _sum(figure: str, budgets: _Budgets, currency: str) -> MoneyLike | None:
    of = attrgetter(figure)
    return total(Span.of(of(budget)) for _, budget in budgets).as_money(currency)
