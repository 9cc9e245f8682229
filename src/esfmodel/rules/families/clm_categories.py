"""Family CLM, claimed costs against the budget of their category, and revenue.

Rules CLM007 and CLM008. The limits of the decision; Regulation (EU) No 1303/2013, Article 65(8), which has no
counterpart since 2021. Not judged: revenue after the end of a project, Article 61, and whether it was foreseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import CostCategory, DecisionKind, Fund, LumpSum, Project, UnitCost
from esfmodel.model.decision import BINDING
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import lines_of
from esfmodel.rules.shared.facts import (
    PROGRAMMING_PERIOD,
    known,
    known_amount,
    last_stated,
    ledger_of,
    programming_period_of,
)
from esfmodel.rules.shared.figures import budget_of, exceeds
from esfmodel.rules.words import Words, label_words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_NO_BUDGET = Words(
    "budgeten för någon kostnadskategori är inte känd", "the budget of some category of cost is not known"
)


def _may_limit_categories(project: Project) -> bool:
    return not project.decisions or any(decision.category_limits for decision in project.decisions)


def _within_the_categories(project: Project, context: Context) -> Iterator[Finding]:
    """The costs of a category exceed its budget by no more than the decision allows.

    A warning, since the authority may have agreed to more.
    """
    binding = [decision for decision in project.decisions if decision.kind in BINDING]
    limits = last_stated(binding, lambda decision: decision.category_limits or None) or ()
    doubtful = False
    for outcome in ledger_of(project).categories:
        own = [limit for limit in limits if limit.category in (None, outcome.category)]
        if not own or outcome.category.may_be_negative:
            continue
        if not isinstance(outcome.budgeted, Money):
            doubtful = True
            continue
        over = outcome.incurred - outcome.budgeted
        try:
            most = min(limit.allowed(outcome.budgeted) for limit in own)
            is_over = over > most
        except InvalidValue:
            # The limit is an amount in another currency.
            doubtful = True
            continue
        if is_over:
            yield context.finding(
                "claims",
                expected=outcome.budgeted,
                found=outcome.incurred,
                difference=over,
                category=label_words(outcome.category),
                most=most,
            )
    if doubtful:
        raise NotKnown(_NO_BUDGET)


# --- CLM008: revenue

_REVENUE: Final = "revenue"
EXEMPT: Final = f"{_REVENUE}.exempt"
"""The key of the total cost up to which revenue is not deducted."""

_FUNDS = (None, Fund.ERDF, Fund.ESF, Fund.YEI, Fund.COHESION_FUND, Fund.EMFF)


def _may_have_revenue(project: Project) -> bool:
    lines = lines_of(project)
    foreseen = not lines.costs or bool(lines.of_category(CostCategory.REVENUE))
    return foreseen and fund_of(project) in _FUNDS and not project.state_aid


def _revenue_is_deducted(project: Project, context: Context) -> Iterator[Finding]:
    """The net revenue of an operation reduces its eligible expenditure, at the latest in the final claim.

    Information only: revenue that was planned may not have come in, and the act exempts many operations.
    """
    budget = budget_of(project)
    row = context.lasting_provision(f"{_REVENUE}.deducted", programming_period_of(project))
    if not any(decision.kind is DecisionKind.CLOSED for decision in project.decisions):
        return
    if all(isinstance(cost.basis, (UnitCost, LumpSum)) for cost in budget.costs if not cost.category.may_be_negative):
        return
    if any(cost.category is CostCategory.REVENUE for claim in project.claims for cost in claim.costs):
        return
    exempt = context.provision(EXEMPT, programming_period_of(project))
    cost = known_amount(budget.total_cost, "budget.total_cost")
    if not exceeds(context, cost, cost, exempt.value_as(Money)):
        return
    known(project.state_aid, "state_aid")
    lines = lines_of(project)
    for index in lines.of_category(CostCategory.REVENUE):
        yield context.finding(f"budget.costs[{index}]", found=lines.amounts[index], basis=row)


CLM_CATEGORIES: Final = (
    Rule(
        code="CLM007",
        severity=Severity.WARNING,
        basis=Ground.DECISION,
        needs=("claims", "decisions"),
        applies=_may_limit_categories,
        scope=Words(
            "gäller projekt vars beslut anger hur mycket en kostnadskategori får överskridas",
            "concerns projects whose decision says how far a category of cost may be exceeded",
        ),
        check=_within_the_categories,
        demand=Words(
            "Kostnaderna i en kostnadskategori överskrider inte dess budget med mer än beslutet tillåter.",
            "The costs of a category exceed its budget by no more than the decision allows.",
        ),
        sv="I kostnadskategorin {category} är {found} upparbetat mot {expected} i budgeten, {difference} mer; enligt "
        "{basis} får budgeten överskridas med högst {most}.",
        en="In the category {category} {found} was incurred against {expected} in the budget, {difference} more; "
        "under {basis} the budget may be exceeded by at most {most}.",
    ),
    Rule(
        code="CLM008",
        severity=Severity.INFO,
        basis=_REVENUE,
        needs=("budget.costs", "claims", "decisions", PROGRAMMING_PERIOD),
        applies=_may_have_revenue,
        scope=Words(
            "gäller budgetar med intäkter där stödet inte är statligt stöd",
            "concerns budgets with revenue where the support is no State aid",
        ),
        check=_revenue_is_deducted,
        demand=Words(
            "Nettointäkter under projektet dras av senast i den sista ansökan.",
            "Net revenue during the project is deducted in the final claim at the latest.",
        ),
        sv="Budgeten har intäkter ({place}), {found}, men ingen ansökan tar upp några. Enligt {basis} ska "
        "nettointäkter dras av senast i den sista ansökan om utbetalning.",
        en="The budget has revenue ({place}), {found}, but no claim has any. Under {basis} net revenue shall be "
        "deducted in the final payment claim at the latest.",
    ),
)
