"""Family SCO, stated and computed amounts: what is stated for a line is what its own figures come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import ActualCost, Cost, CostCategory, FlatRate, Project, UnitCost
from esfmodel.rules._cost_lines import with_lines
from esfmodel.rules._facts import apart, known, known_amount
from esfmodel.rules._figures import budget_of, currency_of
from esfmodel.rules._flat_rates import with_indirect_costs
from esfmodel.rules._rounding import compared
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values._printed import beyond
from esfmodel.values.bounds import exact
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

_NO_BASE = Words("basens belopp är inte kända", "the amounts of the base are not known")
_NOTHING_STATED = Words("inget belopp är angivet", "no amount is stated")
_SCOPE = Words("gäller rader med angivet belopp", "concerns lines that state an amount")


def _states(project: Project, kind: type[FlatRate | UnitCost]) -> bool:
    budget = project.budget
    if budget is None or not budget.costs:
        return True
    return any(isinstance(cost.basis, kind) and cost.basis.amount is not None for cost in budget.costs)


def _states_flat_rates(project: Project) -> bool:
    return _states(project, FlatRate)


def _states_unit_costs(project: Project) -> bool:
    return _states(project, UnitCost)


def _flat_rates_as_computed(project: Project, context: Context) -> Iterator[Finding]:
    """The amount that is stated for a flat rate is its rate of the costs it is a share of."""
    return _as_computed(project, context, FlatRate)


def _unit_costs_as_computed(project: Project, context: Context) -> Iterator[Finding]:
    """The amount that is stated for unit costs is the price times the units."""
    return _as_computed(project, context, UnitCost)


def _as_computed(project: Project, context: Context, kind: type[FlatRate | UnitCost]) -> Iterator[Finding]:
    """Compare what is stated with what is computed; that an amount is in whole kronor is nothing to tell."""
    budget = budget_of(project)
    for index, (cost, computed) in enumerate(zip(budget.costs, budget.computed_amounts, strict=True)):
        stated = cost.basis.amount if isinstance(cost.basis, kind) else None
        if stated is None:
            continue
        amount = known_amount(computed, _NO_BASE)
        difference = apart(amount, stated)
        if difference is not None and not _in_whole_units(stated, difference):
            yield compared(context, f"budget.costs[{index}]", amount, stated, difference, [stated])


def _in_whole_units(stated: Money, difference: MoneyLike) -> bool:
    """Whether an amount is stated in whole kronor, up or down, of what is computed to the öre."""
    one = Money(1, stated.currency)
    return stated.minor % one.minor == 0 and isinstance(difference, Money) and abs(difference) < one


def _stated_flat_rate(project: Project) -> Project:
    """Give a project indirect costs at a flat rate that states the amount it comes to."""
    given = with_indirect_costs(project)
    budget = budget_of(given)
    *before, line, correction = budget.costs
    (*_, amount, _) = budget.cost_amounts
    stated = attrs.evolve(line, basis=_with_amount(line, known_amount(amount, _NO_BASE)))
    return attrs.evolve(given, budget=attrs.evolve(budget, costs=(*before, stated, correction)))


def _stated_unit_cost(project: Project) -> Project:
    one = Money(1, currency_of(budget_of(project)))
    return with_lines(project, Cost(CostCategory.EQUIPMENT, UnitCost(one, 1, unit="month", amount=one)))


def _stated_otherwise(project: Project) -> Project:
    """State another amount for the last line that states one, and correct the total for it."""
    budget = budget_of(project)
    stated = [index for index, cost in enumerate(budget.costs) if _stated(cost) is not None]
    index = known(stated[-1] if stated else None, _NOTHING_STATED)
    line = budget.costs[index]
    amount = known(_stated(line), _NOTHING_STATED)
    more = beyond([amount, amount])
    costs = [*budget.costs, Cost(CostCategory.CORRECTION, ActualCost(-more))]
    costs[index] = attrs.evolve(line, basis=_with_amount(line, amount + more))
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=costs))


def _with_amount(line: Cost, amount: MoneyLike) -> FlatRate | UnitCost:
    if isinstance(line.basis, FlatRate):
        return attrs.evolve(line.basis, amount=exact(amount))
    if isinstance(line.basis, UnitCost):
        return attrs.evolve(line.basis, amount=exact(amount))
    raise NotKnown(_NOTHING_STATED)


def _stated(cost: Cost) -> Money | None:
    return cost.basis.amount if isinstance(cost.basis, (FlatRate, UnitCost)) else None


COMPUTED: Final = (
    Rule(
        code="SCO005",
        subject=Project,
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        applies=_states_flat_rates,
        scope=_SCOPE,
        check=_flat_rates_as_computed,
        ok=_stated_flat_rate,
        broken=_stated_otherwise,
        demand=Words(
            "Det belopp som anges för en schablon är satsen gånger dess bas.",
            "The amount stated for a flat rate is the rate of its base.",
        ),
        sv="Schablonen ({place}) anges till {found} men blir {expected}; skillnaden är {difference}.{rounding}",
        en="The flat rate ({place}) is stated as {found} but comes to {expected}; the difference is "
        "{difference}.{rounding}",
    ),
    Rule(
        code="SCO006",
        subject=Project,
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        applies=_states_unit_costs,
        scope=_SCOPE,
        check=_unit_costs_as_computed,
        ok=_stated_unit_cost,
        broken=_stated_otherwise,
        demand=Words(
            "Det belopp som anges för enhetskostnader är priset gånger antalet.",
            "The amount stated for unit costs is the price times the units.",
        ),
        sv="Enhetskostnaden ({place}) anges till {found} men blir {expected}; skillnaden är {difference}.{rounding}",
        en="The unit cost ({place}) is stated as {found} but comes to {expected}; the difference is "
        "{difference}.{rounding}",
    ),
)
"""The rules on amounts that are stated and computed."""
