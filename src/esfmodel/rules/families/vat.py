"""Family VAT, value added tax: when it is an eligible cost.

Rule VAT001. Regulation (EU) 2021/1060, Article 64(1)(c); Regulation (EU) No 1303/2013, Article 69(3)(c).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import CostCategory, Project
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import lines_of
from esfmodel.rules.shared.facts import (
    OTHER_ACTS,
    PROGRAMMING_PERIOD,
    is_interreg,
    is_under_common_provisions,
    known,
    known_amount,
    programming_period_of,
)
from esfmodel.rules.shared.figures import budget_of, exceeds
from esfmodel.rules.words import Words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_VAT: Final = "vat"
_NOT_BACK: Final = f"{_VAT}.non-recoverable"
THRESHOLD: Final = f"{_VAT}.threshold"
"""The key of the size below which value added tax is eligible."""

_NOT_SAID = Words("om momsen är avdragsgill är inte känt", "whether the value added tax is recoverable is not known")
_SMALL_PROJECTS = Words(
    "i Interreg gäller andra regler för fonder för små projekt, och om detta är en sådan är inte känt",
    "in Interreg small project funds have other rules, and whether this is one is not known",
)


def _vat_lines(project: Project) -> list[int]:
    lines = lines_of(project)
    return [index for index, _ in lines.counting(lines.of_category(CostCategory.VAT))]


def _has_vat(project: Project) -> bool:
    may_have = not lines_of(project).costs or bool(_vat_lines(project))
    return may_have and is_under_common_provisions(project)


def _vat_that_is_a_cost(project: Project, context: Context) -> Iterator[Finding]:
    """Recoverable value added tax is eligible only below a size of operation, where the law has one."""
    budget, period = budget_of(project), programming_period_of(project)
    row = context.lasting_provision(_NOT_BACK, period)
    if project.vat_recoverable is False:
        return
    if THRESHOLD in context.keys(_VAT, period):
        threshold = context.lasting_provision(THRESHOLD, period).value_as(Money)
        cost = known_amount(budget.total_cost, "budget.total_cost")
        if not exceeds(context, cost, cost, threshold, or_equals=True):
            return
    known(project.vat_recoverable, _NOT_SAID)
    if is_interreg(project):
        raise NotKnown(_SMALL_PROJECTS)
    for index in _vat_lines(project):
        yield context.finding(f"budget.costs[{index}]", found=lines_of(project).amounts[index], basis=row)


VAT: Final = (
    Rule(
        code="VAT001",
        severity=Severity.ERROR,
        basis=_VAT,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=_has_vat,
        scope=Words(
            "gäller budgetar med moms bland kostnaderna, {save}",
            "concerns budgets with value added tax as a cost, {save}",
        ).with_values(save=OTHER_ACTS),
        check=_vat_that_is_a_cost,
        demand=Words(
            "Avdragsgill moms är ingen stödberättigande kostnad, utom i små insatser.",
            "Recoverable value added tax is no eligible cost, except in small operations.",
        ),
        sv="Momsen ({place}), {found}, är avdragsgill och då ingen stödberättigande kostnad enligt {basis}.",
        en="The value added tax ({place}), {found}, is recoverable, and then it is no eligible cost under {basis}.",
    ),
)
