"""Family FIN, what a third party pays the participants, which is own contribution and cost at once.

Rule FIN012. Regulation (EU) 2021/1057, Article 16(2). Such pay is apart from contributions in kind, whose limit of
support does not name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import Budget, ContributionForm, CostCategory, Fund, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import lines_of
from esfmodel.rules.shared.facts import FUND, PROGRAMMING_PERIOD, as_exact, is_above, programming_period_of
from esfmodel.rules.shared.figures import budget_of, sum_amounts, sum_costs
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Contribution
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_PARTICIPANTS: Final = "in-kind.participants"


def _pay(budget: Budget) -> list[Contribution]:
    return [part for part in budget.financing if part.form is ContributionForm.PARTICIPANT_REMUNERATION]


def _may_pay_participants(project: Project) -> bool:
    budget = project.budget
    if fund_of(project) not in (None, Fund.ESF_PLUS):
        return False
    if budget is None or not budget.costs or not budget.financing:
        return True
    # Where no line is about participants, what is paid them may be among other costs.
    return bool(_pay(budget)) and bool(lines_of(project).of_category(CostCategory.PARTICIPANTS))


def _pay_is_a_cost(project: Project, context: Context) -> Iterator[Finding]:
    """What a third party pays the participants counts up to what it costs that party."""
    budget = budget_of(project)
    row = context.lasting_provision(_PARTICIPANTS, programming_period_of(project), fund_of(project))
    paid = sum_amounts(budget, [part.amount for part in _pay(budget)])
    cost = sum_costs(project, CostCategory.PARTICIPANTS)
    if is_above(paid, cost):
        yield context.finding(
            "budget.financing",
            expected=as_exact(cost),
            found=as_exact(paid),
            difference=as_exact(paid - cost),
            basis=row,
        )


FIN_PARTICIPANTS: Final = (
    Rule(
        code="FIN012",
        severity=Severity.WARNING,
        basis=_PARTICIPANTS,
        needs=("budget.costs", "budget.financing", FUND, PROGRAMMING_PERIOD),
        applies=_may_pay_participants,
        scope=Words(
            "gäller stöd från ESF+ till projekt med deltagarersättning och kostnader för deltagare",
            "concerns support from the ESF+ for projects with participant remuneration and costs of participants",
        ),
        check=_pay_is_a_cost,
        demand=Words(
            "Deltagarersättning från någon annan är högst så stor som kostnaden för den.",
            "Participant remuneration from a third party is at most what it costs.",
        ),
        sv="Deltagarersättningen i finansieringen är {found}, men kostnaderna för deltagare {expected}; {difference} "
        "mer än {basis} tillåter.",
        en="The participant remuneration in the financing is {found}, but the costs of participants are {expected}; "
        "{difference} more than {basis} allows.",
    ),
)
