"""Family ELI, eligible costs: what a fund pays for nobody, whatever the project.

Rule ELI001. Regulation (EU) 2021/1057, Articles 13, 16(1) and 22(2). Not judged: equipment, which Article 16(1)(b)
allows on conditions that no category of cost tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import CostCategory, Fund, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.families.por_priorities import is_material_assistance
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import lines_of
from esfmodel.rules.shared.facts import FUND, PROGRAMMING_PERIOD, programming_period_of
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_INELIGIBLE: Final = "esf-plus.ineligible"
_INFRASTRUCTURE: Final = f"{_INELIGIBLE}.infrastructure"
_OF_MOST_DEPRIVED: Final = f"{_INFRASTRUCTURE}.most-deprived"


def _may_be_esf_plus(project: Project) -> bool:
    return fund_of(project) in (None, Fund.ESF_PLUS)


def _no_infrastructure(project: Project, context: Context) -> Iterator[Finding]:
    """The ESF+ pays for no purchase of infrastructure, by one article for material assistance and by another else.

    A warning, since the category does not tell whether anything is bought, and a part of an operation may be financed
    by the rules of the ERDF.
    """
    key = _OF_MOST_DEPRIVED if is_material_assistance(project) else _INFRASTRUCTURE
    row = context.lasting_provision(key, programming_period_of(project))
    lines = lines_of(project)
    for index, _ in lines.counting(lines.of_category(CostCategory.INFRASTRUCTURE)):
        yield context.finding(f"budget.costs[{index}]", found=lines.amounts[index], basis=row)


ELI: Final = (
    Rule(
        code="ELI001",
        severity=Severity.WARNING,
        basis=_INELIGIBLE,
        needs=("budget.costs", FUND, PROGRAMMING_PERIOD),
        applies=_may_be_esf_plus,
        scope=Words("gäller stöd från ESF+", "concerns support from the ESF+"),
        check=_no_infrastructure,
        demand=Words(
            "Inköp av infrastruktur, mark och fastigheter är ingen stödberättigande kostnad i ESF+.",
            "The purchase of infrastructure, land and real estate is no eligible cost in the ESF+.",
        ),
        sv="Kostnaden ({place}), {found}, är inte stödberättigande enligt {basis}, om den avser inköp av mark, "
        "fastigheter eller infrastruktur.",
        en="The cost ({place}), {found}, is not eligible under {basis} if it is for the purchase of land, real estate "
        "or infrastructure.",
    ),
)
