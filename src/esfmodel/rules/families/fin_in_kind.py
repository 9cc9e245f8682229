"""Family FIN, contributions in kind, which limit the support and are listed as financing and as cost.

Rules FIN003 and FIN004.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import (
    Budget,
    ContributionForm,
    CostCategory,
    DecisionKind,
    Project,
)
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import NO_COST, lines_of
from esfmodel.rules.shared.facts import (
    PROGRAMMING_PERIOD,
    as_exact,
    difference_of,
    is_above,
    known_amount,
    programming_period_of,
)
from esfmodel.rules.shared.figures import (
    budget_of,
    has_in_kind,
    possibly_in_kind,
    sum_amounts,
    sum_costs,
    sum_in_kind,
    sum_uncertain,
)
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

LIMIT: Final = "in-kind.limit"
"""The key of the provision that limits support where a project has contributions in kind."""

_CLOSED = Words("vid projektets slut", "at the end of the project")
_BUDGETED = Words("i budgeten", "in the budget")


def _concerns_in_kind(project: Project) -> bool:
    budget = project.budget
    return budget is None or not budget.financing or has_in_kind(project)


def _support_without_in_kind(project: Project, context: Context) -> Iterator[Finding]:
    """What is paid to the project is at most its cost less what comes in kind, which is not itself support."""
    budget, row = budget_of(project), context.lasting_provision(LIMIT, programming_period_of(project))
    cost = known_amount(budget.total_cost, "budget.total_cost")
    support, most = _paid_support(budget), cost - _value_in_kind(project)
    if is_above(support, most):
        closed = any(decision.kind is DecisionKind.CLOSED for decision in project.decisions)
        yield context.finding(
            "budget.financing",
            expected=as_exact(most),
            found=as_exact(support),
            difference=as_exact(support - most),
            severity=Severity.ERROR if closed else Severity.WARNING,
            basis=row,
            when=_CLOSED if closed else _BUDGETED,
        )


def _paid_support(budget: Budget) -> MoneyLike:
    """Sum the support that is paid out: without grants in kind."""
    return sum_amounts(
        budget,
        [
            part.amount
            for part in budget.financing
            if part.form is not ContributionForm.IN_KIND and (part.source is None or not part.source.is_own)
        ],
    )


def _value_in_kind(project: Project) -> MoneyLike:
    """Return the value in kind by the financing, or else by the lines of cost that mirror it."""
    budget = budget_of(project)
    # Never both: the cost mirrors the contribution, and would be counted twice.
    if any(part.form is ContributionForm.IN_KIND for part in budget.financing):
        return sum_in_kind(budget) + sum_uncertain(budget, possibly_in_kind(budget))
    return sum_costs(project, CostCategory.IN_KIND)


def _in_kind_among_categories(project: Project) -> bool:
    budget = project.budget
    if budget is None or not budget.costs or not budget.financing:
        return True
    categories = lines_of(project).by_category.keys()
    # A budget with a single category, such as "other", cannot show what mirrors a contribution in kind.
    divided = CostCategory.IN_KIND in categories or len(categories - NO_COST) > 1
    return divided and has_in_kind(project)


def _in_kind_on_both_sides(project: Project, context: Context) -> Iterator[Finding]:
    """What comes in kind is financing and cost at once, of the same amount."""
    budget = budget_of(project)
    contributed, costs = sum_in_kind(budget), sum_costs(project, CostCategory.IN_KIND)
    difference = difference_of(contributed, costs)
    if (
        difference is not None
        and difference_of(contributed + sum_uncertain(budget, possibly_in_kind(budget)), costs) is not None
    ):
        yield context.finding(
            "budget.costs",
            expected=as_exact(contributed),
            found=as_exact(costs),
            difference=difference,
        )


FIN_IN_KIND: Final = (
    Rule(
        code="FIN003",
        severity=Severity.ERROR,
        basis=LIMIT,
        needs=("budget.financing", PROGRAMMING_PERIOD),
        applies=_concerns_in_kind,
        scope=Words(
            "gäller projekt med bidrag i annat än pengar; fel först vid projektets slut, dessförinnan en varning",
            "concerns projects with contributions in kind; an error only at the project's end, before it a warning",
        ),
        check=_support_without_in_kind,
        demand=Words(
            "Stödet är högst kostnaden utan bidrag i annat än pengar.",
            "The support is at most the cost less contributions in kind.",
        ),
        sv="Stödet {when} är {found}, men kostnaden utan bidrag i annat än pengar är {expected}; "
        "{difference} mer än {basis} tillåter.",
        en="The support {when} is {found}, but the cost less contributions in kind is {expected}; "
        "{difference} more than {basis} allows.",
    ),
    Rule(
        code="FIN004",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.costs", "budget.financing"),
        applies=_in_kind_among_categories,
        scope=Words(
            "gäller budgetar med bidrag i annat än pengar vars kostnader är uppdelade på kostnadskategorier",
            "concerns budgets with contributions in kind whose costs are divided by category",
        ),
        check=_in_kind_on_both_sides,
        demand=Words(
            "Bidrag i annat än pengar tas upp med samma belopp som kostnad och som finansiering.",
            "Contributions in kind are listed with the same amount as cost and as financing.",
        ),
        sv="Finansieringen tar upp {expected} i annat än pengar, men kostnaderna {found}; skillnaden är {difference}.",
        en="The financing has {expected} in kind, but the costs have {found}; the difference is {difference}.",
    ),
)
