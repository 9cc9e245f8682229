"""Family SCO, stated and computed amounts: what is stated for a line is what its own figures come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import FlatRate, Project, UnitCost
from esfmodel.rules._facts import apart, known_amount
from esfmodel.rules._figures import budget_of
from esfmodel.rules._rounding import compared
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

_NO_BASE = Words("basens belopp är inte kända", "the amounts of the base are not known")
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


COMPUTED: Final = (
    Rule(
        code="SCO005",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        applies=_states_flat_rates,
        scope=_SCOPE,
        check=_flat_rates_as_computed,
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
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        applies=_states_unit_costs,
        scope=_SCOPE,
        check=_unit_costs_as_computed,
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
