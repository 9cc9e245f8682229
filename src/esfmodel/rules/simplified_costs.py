"""Family SCO, simplified cost options: when they are obligatory, their rates, and what they may be combined with.

Regulation (EU) 2021/1060, Articles 53 to 56; Regulation (EU) No 1303/2013, Articles 67 to 68b. What a rate was
calculated on, what was procured, and which hours a single person works, no rule knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import ActualCost, Budget, CostCategory, Fund, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules._combinations import COMBINATIONS
from esfmodel.rules._computed_costs import COMPUTED
from esfmodel.rules._cost_lines import NO_COST, by_labels, covering, flat_rates, is_nothing
from esfmodel.rules._facts import FUND, PROGRAMMING_PERIOD, known, known_amount, programming_period_of
from esfmodel.rules._figures import budget_of, exceeds
from esfmodel.rules._flat_rates import RATES
from esfmodel.rules._hours import IN_HOURS
from esfmodel.rules._missing import NO_TOTAL
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

OBLIGATORY: Final = "simplified-cost.obligatory"
"""The key of the size up to which simplified costs are obligatory."""

_OF_SUPPORT: Final = f"{OBLIGATORY}.public-support"
_FUNDS = (Fund.ERDF, Fund.ESF, Fund.YEI, Fund.ESF_PLUS, Fund.JTF, Fund.AMIF, Fund.ISF, Fund.BMVI)
_MAY_BE_ACTUAL = (CostCategory.PARTICIPANTS, CostCategory.IN_KIND, CostCategory.VAT, *NO_COST)
"""Costs that may be actual costs in any case.

Of what comes in kind it depends, and of value added tax on what it is a tax on, so these are not judged.
"""

_NO_AID = Words("om stödet är statligt stöd är inte känt", "whether the support is State aid is not known")
_TOTAL_COST = Words("totalkostnaden", "the total cost")
_PUBLIC_SUPPORT = Words("det offentliga stödet", "the public support")


def _may_be_obliged(project: Project) -> bool:
    return fund_of(project) in (None, *_FUNDS) and project.state_aid is not True


def _small_projects_simplified(project: Project, context: Context) -> Iterator[Finding]:
    """Up to a size, support takes the form of unit costs, lump sums or flat rates; the bases of flat rates may be real.

    Not where the support is State aid. Operations in research and innovation may be exempted, and in 2014-2020 a
    programme could wait: so it is an error only in the ESF+, where neither is to be expected.
    """
    budget, period = budget_of(project), programming_period_of(project)
    actual = _actual_costs(budget)
    if not actual:
        return
    of_support = _OF_SUPPORT in context.keys(OBLIGATORY, period)
    row = context.provision(_OF_SUPPORT if of_support else OBLIGATORY, period)
    cost = known_amount(budget.total_cost, NO_TOTAL)
    # What is granted is public; the own contribution may be, so the public support may be as high as the cost.
    lowest = known_amount(budget.support, NO_TOTAL) if of_support else cost
    if exceeds(lowest, cost, row.value_as(Money)):
        return
    known(project.state_aid, _NO_AID)
    expected_of_all = fund_of(project) is Fund.ESF_PLUS
    for index in actual:
        yield context.finding(
            f"budget.costs[{index}]",
            expected=row.value,
            found=cost,
            severity=Severity.ERROR if expected_of_all else Severity.WARNING,
            basis=row,
            measure=_PUBLIC_SUPPORT if of_support else _TOTAL_COST,
        )


def _actual_costs(budget: Budget) -> list[int]:
    """Give the lines of actual cost that are the base of no flat rate."""
    flat = [(index, cost, basis.base) for index, cost, basis in flat_rates(budget) if cost.category not in NO_COST]
    shares = {
        category: by_labels((index, cost) for index, cost, base in flat if category in base)
        for category in CostCategory
    }
    return [
        index
        for index, cost in enumerate(budget.costs)
        if isinstance(cost.basis, ActualCost)
        and not is_nothing(cost.amount)
        and covering(cost, shares[cost.category]) is None
        and cost.category not in _MAY_BE_ACTUAL
    ]


SCO: Final = (
    Rule(
        code="SCO001",
        severity=Severity.ERROR,
        basis=OBLIGATORY,
        needs=("budget.costs", FUND, PROGRAMMING_PERIOD),
        applies=_may_be_obliged,
        scope=Words(
            "gäller stöd från Eruf, ESF, ESF+, FRO, Amif, ISF och BMVI som inte är statligt stöd; fel i ESF+, annars "
            "en varning, eftersom undantag kan ha medgetts",
            "concerns support from the ERDF, the ESF, the ESF+, the JTF, the AMIF, the ISF and the BMVI that is no "
            "State aid; an error in the ESF+, else a warning, since an exemption may have been given",
        ),
        check=_small_projects_simplified,
        demand=Words(
            "I små projekt redovisas kostnaderna förenklat: som enhetskostnader, klumpsummor eller schabloner.",
            "In small projects costs are simplified: unit costs, lump sums or flat rates.",
        ),
        sv="Kostnaden ({place}) är en faktisk kostnad, men {basis} kräver förenklade kostnader när {measure} är högst "
        "{expected}; totalkostnaden är {found}.",
        en="The cost ({place}) is an actual cost, but {basis} asks for simplified costs where {measure} is at most "
        "{expected}; the total cost is {found}.",
    ),
    *RATES,
    *COMBINATIONS,
    *COMPUTED,
    *IN_HOURS,
)
"""The rules on simplified cost options."""
