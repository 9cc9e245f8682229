"""Family POR, operations in two phases, one in each of two programming periods.

Rule POR006. Regulation (EU) 2021/1060, Articles 118 and 118a; Regulation (EU) 2021/1147, Article 39. Information only:
that two projects of one name and owner are one operation is not stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import Portfolio
from esfmodel.model.facts import fund_of, owner_of, programming_period_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import as_bounds, known, known_amount, project_place
from esfmodel.rules.shared.figures import exceeds, require_one_currency
from esfmodel.rules.words import Words
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Organisation, Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import Bounds

_TOTAL: Final = "phased.total-cost"


def _phases_are_large(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """An operation is divided into phases of two programming periods only if its total cost exceeds a size.

    The size is the lowest of the law: that of an operation which began in time for the exception.
    """
    alike: dict[tuple[str, Organisation], list[tuple[int, int]]] = {}
    for index, project in enumerate(portfolio.projects):
        owner, period = owner_of(project), programming_period_of(project)
        if owner is not None and period is not None:
            alike.setdefault((project.name.casefold(), owner), []).append((period.first, index))
    doubt: NotKnown | None = None
    for found in alike.values():
        (began, first), (continued, second) = min(found), max(found)
        if began == continued:
            continue
        try:
            yield from _judged(portfolio, context, first, second)
        except NotKnown as error:
            doubt = error
    if doubt is not None:
        raise doubt


def _judged(portfolio: Portfolio, context: Context, first: int, second: int) -> Iterator[Finding]:
    one, other = portfolio.projects[first], portfolio.projects[second]
    period = known(programming_period_of(other), "programming_period")
    fund = known(fund_of(other), "fund")
    rows = [context.lasting_provision(key, period, fund) for key in context.keys(_TOTAL, period, fund)]
    if not rows:
        return
    row = min(rows, key=lambda each: each.value_as(Money))
    costs = _cost(one), _cost(other)
    require_one_currency(*costs)
    total = costs[0] + costs[1]
    if not exceeds(context, total, total, row.value_as(Money), during=_both(one, other)):
        yield context.finding(
            f"projects[{second}].budget",
            expected=row.value,
            found=total.known or total,
            basis=row,
            first=project_place(first, one.name),
            second=project_place(second, other.name),
        )


def _both(one: Project, other: Project) -> Period | None:
    """Return the time of both projects; None where one is not known."""
    first, second = one.period, other.period
    if not isinstance(first, Period) or not isinstance(second, Period):
        return None
    return Period(min(first.start, second.start), max(first.end, second.end))


def _cost(project: Project) -> Bounds[Money]:
    cost = None if project.budget is None else project.budget.total_cost
    return as_bounds(known_amount(cost, "budget.total_cost"))


POR_PHASED: Final = (
    Rule(
        code="POR006",
        subject=Portfolio,
        severity=Severity.INFO,
        basis=_TOTAL,
        needs=("projects",),
        scope=Words(
            "gäller projekt med samma namn och ägare i två programperioder",
            "concerns projects of one name and owner in two programming periods",
        ),
        check=_phases_are_large,
        demand=Words(
            "En insats delas i faser mellan två programperioder bara om den är stor nog.",
            "An operation is divided into phases of two programming periods only if it is large enough.",
        ),
        sv="Om {first}, och {second}, är två faser av samma insats är dess totalkostnad {found}; enligt {basis} ska "
        "den överstiga {expected}.",
        en="If {first}, and {second}, are two phases of one operation, its total cost is {found}; under {basis} it "
        "shall exceed {expected}.",
    ),
)
