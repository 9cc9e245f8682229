"""Family SCO, flat rates: each is at most the rate that the law has for what it covers, on the base that it names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.law import LAW
from esfmodel.model import Cost, CostCategory, FlatRate, Project
from esfmodel.rules._cost_lines import FLAT_RATES, NO_COST, STAFF, flat_rates, has_flat_rates, with_lines
from esfmodel.rules._facts import PROGRAMMING_PERIOD, as_bounds, ccis_of, programming_period_of
from esfmodel.rules._figures import budget_of, summed
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.model import Budget
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

FLAT_RATE: Final = "flat-rate"
"""The key under which the rates lie."""

INDIRECT_OF_STAFF: Final = f"{FLAT_RATE}.indirect.direct-staff-costs"
REMAINING: Final = f"{FLAT_RATE}.remaining.direct-staff-costs"
_INDIRECT: Final = f"{FLAT_RATE}.indirect.direct-costs"
_CALCULATED: Final = f"{_INDIRECT}.calculated"

_OF_STAFF: Final = MappingProxyType(
    {
        CostCategory.INDIRECT: INDIRECT_OF_STAFF,
        CostCategory.OTHER: REMAINING,
        CostCategory.TRAVEL: f"{FLAT_RATE}.travel.direct-staff-costs",
    }
)
"""The rate for what a line covers where it is a share of staff costs alone."""

_OF_OTHERS: Final = MappingProxyType(
    {CostCategory.INDIRECT: _INDIRECT, CostCategory.STAFF: f"{FLAT_RATE}.staff.other-direct-costs"}
)
"""The same where it is a share of other costs."""

_NOT_DIRECT: Final = (CostCategory.INDIRECT, *NO_COST)

_COVERED: Final = MappingProxyType(
    {
        CostCategory.INDIRECT: Words("indirekta kostnader", "indirect costs"),
        CostCategory.OTHER: Words("övriga kostnader", "the remaining costs"),
        CostCategory.STAFF: Words("direkta personalkostnader", "direct staff costs"),
        CostCategory.TRAVEL: Words("resor och logi", "travel and accommodation"),
    }
)
_WITHOUT = Words(
    " om ingen har beräknat den; se efter att satsen är beräknad",
    " where nobody has calculated it; see that this rate was calculated",
)
_EVEN_CALCULATED = Words(
    " av de direkta kostnaderna, också när satsen är beräknad", " of direct costs, even calculated"
)


def _within_lawful_rates(project: Project, context: Context) -> Iterator[Finding]:
    """A flat rate is at most the law's rate for what it covers, on its base; a higher one must have been calculated.

    Of indirect costs even a calculated rate has a limit. A flat rate in the category of other costs on staff costs
    alone is taken for the one that covers all the remaining costs.
    """
    budget, period = budget_of(project), programming_period_of(project)
    direct, known_rates = _Direct.of(budget), context.keys(FLAT_RATE, period)
    open_lines: list[str] = []
    for index, cost, basis in flat_rates(budget):
        place = f"budget.costs[{index}]"
        ceiling = context.provision(_CALCULATED, period) if cost.category is CostCategory.INDIRECT else None
        key = _key(project, cost, basis)
        row = context.provision(key, period) if key in known_rates else None
        if ceiling is not None and direct.is_exceeded(index, cost, basis, ceiling.value_as(Rate)):
            yield _finding(context, place, cost, basis, ceiling, None)
        elif row is not None and basis.rate > row.value_as(Rate):
            yield _finding(context, place, cost, basis, row, Severity.WARNING)
        elif row is None:
            open_lines.append(place)
    if open_lines:
        places = ", ".join(open_lines)
        raise NotKnown(
            Words(
                f"lagen har ingen sats som gäller utan beräkning för {places}; hur den är beräknad är inte känt",
                f"the law has no rate that counts without a calculation for {places}; how it was calculated is not "
                "known",
            )
        )


def _key(project: Project, cost: Cost, basis: FlatRate) -> str:
    """Give the key of the rate that counts without a calculation for what a line covers; "" where there is none."""
    if cost.category is CostCategory.TRAVEL and not _cooperates_across_borders(project):
        return ""
    rates = _OF_STAFF if frozenset(basis.base) == STAFF else _OF_OTHERS
    return rates.get(cost.category, "")


def _cooperates_across_borders(project: Project) -> bool:
    return any(cci.country is None for cci in ccis_of(project).values())


@attrs.frozen
class _Direct:
    """The direct costs of a budget: their categories, the most they can be, and what flat rates come to on them."""

    categories: frozenset[CostCategory]
    most: Money | None
    computed: tuple[MoneyLike | None, ...]

    @classmethod
    def of(cls, budget: Budget) -> _Direct:
        lines = list(zip(budget.costs, budget.cost_amounts, strict=True))
        direct = [(cost, amount) for cost, amount in lines if cost.category not in _NOT_DIRECT]
        most = None if budget.currency is None else summed(budget, [amount for _, amount in direct]).high
        return cls(frozenset(cost.category for cost, _ in direct), most, budget.computed_amounts)

    def is_exceeded(self, index: int, cost: Cost, basis: FlatRate, ceiling: Rate) -> bool:
        """Whether a flat rate comes to more than a share of all direct costs, of which its base may be a part."""
        if basis.rate <= ceiling:
            return False
        is_of_all = (cost.partner, cost.phase, cost.year) == (None, None, None)
        if is_of_all and self.categories and self.categories <= set(basis.base):
            return True
        amount = self.computed[index]
        least = None if amount is None else as_bounds(amount).low
        if least is None or self.most is None:
            return False
        return least > ceiling.apply(self.most, rounding=Rounding.MINOR_HALF_UP)


def _finding(
    context: Context, place: str, cost: Cost, basis: FlatRate, row: Provision, severity: Severity | None
) -> Finding:
    return context.finding(
        place,
        expected=row.value_as(Rate),
        found=basis.rate,
        severity=severity,
        basis=row,
        what=_COVERED[cost.category],
        limit=_EVEN_CALCULATED if severity is None else _WITHOUT,
    )


def lawful_rate(project: Project, key: str) -> Rate:
    """Give the rate of the law for a project's programming period."""
    return LAW.provision(key, programming_period=programming_period_of(project)).value_as(Rate)


def with_indirect_costs(project: Project) -> Project:
    """Give a project indirect costs at the rate that the law has for them on staff costs."""
    rate = lawful_rate(project, INDIRECT_OF_STAFF)
    return with_lines(project, Cost(CostCategory.INDIRECT, FlatRate(rate, STAFF)))


def _as_much_again(project: Project) -> Project:
    """Add indirect costs as high as all direct costs together."""
    categories = dict.fromkeys(cost.category for cost in budget_of(project).costs)
    base = [category for category in categories if category not in _NOT_DIRECT]
    return with_lines(project, Cost(CostCategory.INDIRECT, FlatRate(Rate(1), base)))


RATES: Final = (
    Rule(
        code="SCO002",
        subject=Project,
        severity=Severity.ERROR,
        basis=FLAT_RATE,
        needs=("budget.costs", PROGRAMMING_PERIOD),
        applies=has_flat_rates,
        scope=FLAT_RATES,
        check=_within_lawful_rates,
        ok=with_indirect_costs,
        broken=_as_much_again,
        consequences=("SCO004",),
        demand=Words(
            "En schablon är högst den sats som lagen har för det den täcker, på sin bas.",
            "A flat rate is at most the rate that the law has for what it covers, on its base.",
        ),
        sv="Schablonen för {what} ({place}) är {found}; {basis} tillåter högst {expected}{limit}.",
        en="The flat rate for {what} ({place}) is {found}; {basis} allows at most {expected}{limit}.",
    ),
)
"""The rule on the rates of flat rates."""
