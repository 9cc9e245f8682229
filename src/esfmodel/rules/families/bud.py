"""Family BUD: the figures of a budget agree with each other. No law is needed to see that they do not.

Rules BUD001, BUD002, BUD003, BUD004, BUD005, BUD006, BUD007 and BUD008.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import (
    Budget,
    CostCategory,
    DecisionKind,
    Project,
)
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import is_zero, lines_of
from esfmodel.rules.shared.facts import (
    as_exact,
    difference_of,
    is_above,
    is_negative,
    is_positive,
    known,
    known_amount,
)
from esfmodel.rules.shared.figures import budget_of, difference_finding, sum_in
from esfmodel.rules.words import Words
from esfmodel.text.telling.names import official_name
from esfmodel.values.bounds import Bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Contribution
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

_NO_COSTS = Words("inget belopp är känt bland kostnaderna", "no amount is known among the costs")
_NO_FINANCING = Words("inget belopp är känt i finansieringen", "no amount is known in the financing")
_OPEN_LIST = Words(
    "finansieringen är inte fullständigt angiven: hur mycket andra betalar är inte känt",
    "the list of financing is open, so how much others pay is not stated",
)


def _costs(budget: Budget) -> list[MoneyLike | None]:
    return list(budget.cost_amounts)


def _financing(budget: Budget) -> list[MoneyLike | None]:
    return [part.amount for part in budget.financing if not _is_open(part)]


def _is_open(part: Contribution) -> bool:
    """Whether a line is a rest of an unknown amount, by which a list is open."""
    return part.amount is None and part.is_rest


def _no_exact_total(project: Project) -> bool:
    return project.budget is None or project.budget.total is None or isinstance(project.budget.total, Bounds)


def _costs_equal_financing(project: Project, context: Context) -> Iterator[Finding]:
    """What a project costs is what its funders pay."""
    budget = budget_of(project)
    costs, financing = known_amount(budget.total_costs, _NO_COSTS), known_amount(_listed(budget), _NO_FINANCING)
    difference = _difference_as_listed(budget, costs, financing)
    if difference is not None:
        figures = [*_costs(budget), *_financing(budget)]
        yield difference_finding(context, "budget.financing", costs, financing, difference, figures)


def _listed(budget: Budget) -> MoneyLike | None:
    """Return the sum of the listed contributions, without what an open list leaves to others."""
    # `total_financing` includes what others may pay, so it could never be too low.
    if not any(map(_is_open, budget.financing)) or budget.currency is None:
        return budget.total_financing
    return sum_in(budget.currency, _financing(budget))


def _difference_as_listed(budget: Budget, whole: MoneyLike, listed: MoneyLike) -> MoneyLike | None:
    """Return the financing less what it pays for; None where they are equal.

    Raises `NotKnown` where an open list pays too little: others may pay the rest.
    """
    difference = difference_of(whole, listed)
    if difference is not None and any(map(_is_open, budget.financing)) and is_negative(difference):
        raise NotKnown(_OPEN_LIST)
    return difference


def _total_equals_costs(project: Project, context: Context) -> Iterator[Finding]:
    """The total cost that is stated is the sum of the lines of cost."""
    budget = budget_of(project)
    total, costs = known_amount(budget.total, "budget.total"), known_amount(budget.total_costs, _NO_COSTS)
    difference = difference_of(total, costs)
    if difference is not None:
        yield difference_finding(context, "budget.costs", total, costs, difference, [total, *_costs(budget)])


def _total_equals_financing(project: Project, context: Context) -> Iterator[Finding]:
    """The total cost that is stated is the sum of what the funders pay."""
    budget = budget_of(project)
    total, financing = known_amount(budget.total, "budget.total"), known_amount(_listed(budget), _NO_FINANCING)
    difference = _difference_as_listed(budget, total, financing)
    if difference is not None:
        yield difference_finding(
            context, "budget.financing", total, financing, difference, [total, *_financing(budget)]
        )


def _granted(budget: Budget) -> list[MoneyLike | None]:
    granted = (part for part in budget.financing if part.source is None or not part.source.is_own)
    return [part.amount for part in granted if not _is_open(part)]


def _listed_support(budget: Budget) -> MoneyLike | None:
    """Sum the listed support; `Budget.support` would derive what is unknown from the total cost."""
    return sum_in(known(budget.currency, "budget.support"), _granted(budget))


def _support_within_cost(project: Project, context: Context) -> Iterator[Finding]:
    """Nobody is granted more than the whole cost."""
    budget = budget_of(project)
    cost, support = (
        known_amount(budget.total_cost, "budget.total_cost"),
        known_amount(_listed_support(budget), "budget.support"),
    )
    if is_above(support, cost):
        costs = _costs(budget) if budget.total is None else [budget.total]
        figures = [*costs, *_granted(budget)]
        yield difference_finding(context, "budget.financing", cost, support, as_exact(support - cost), figures)


def _negative_lines(project: Project, context: Context) -> Iterator[Finding]:
    """Only revenue and corrections lower a cost; any other negative line is a slip or a cost in the wrong place."""
    lines = lines_of(project)
    for index, amount in enumerate(lines.amounts):
        if is_negative(amount) and not lines.costs[index].category.may_be_negative:
            yield context.finding(f"budget.costs[{index}]", found=amount)


def _positive_revenue(project: Project, context: Context) -> Iterator[Finding]:
    """Revenue lowers the cost, so that its line is negative: otherwise it is added where it should be deducted."""
    lines = lines_of(project)
    for index in lines.of_category(CostCategory.REVENUE):
        amount = lines.amounts[index]
        if is_positive(amount):
            yield context.finding(f"budget.costs[{index}]", found=amount)


def _negative_contributions(project: Project, context: Context) -> Iterator[Finding]:
    """A negative contribution is a correction, so that its payer has at least as much in other lines."""
    financing = budget_of(project).financing
    if not any(isinstance(part.amount, Bounds) or is_negative(part.amount) for part in financing):
        return
    by_payer: dict[object, list[Contribution]] = {}
    for part in financing:
        for key in _payer_keys(part):
            by_payer.setdefault(key, []).append(part)
    left = {key: _sum(parts) for key, parts in by_payer.items()}
    for index, part in enumerate(financing):
        # A payer may be listed once with its number and once without, so any of its keys may clear a line.
        if is_negative(part.amount) and all(is_negative(left[key]) for key in _payer_keys(part)):
            yield context.finding(f"budget.financing[{index}]", found=part.amount)


def _payer_keys(part: Contribution) -> list[object]:
    """Return what a payer is known by: number and name of the body, or the source of money without one."""
    body = None if part.funder is None else part.funder.organisation
    if body is None:
        return [part.source]
    return [key for key in (body.number, official_name(body).casefold()) if key is not None]


def _sum(parts: list[Contribution]) -> MoneyLike | None:
    """Return the sum of contributions; None where one of them is not known."""
    amounts = [part.amount for part in parts if part.amount is not None]
    if len(amounts) < len(parts):
        return None
    total, *others = amounts
    for amount in others:
        total = total + amount
    return total


def _no_grant_of_nothing(project: Project, context: Context) -> Iterator[Finding]:
    """The support is more than zero, in a decision that grants it and in the budget as a whole."""
    financing = () if project.budget is None else project.budget.financing
    granted = [index for index, part in enumerate(financing) if part.source is not None and not part.source.is_own]
    # One of several grants may be zero: the Union may pay all, or a programme have no money of the state.
    if all(is_zero(financing[index].amount) for index in granted):
        for index in granted:
            yield context.finding(f"budget.financing[{index}]", found=financing[index].amount)
    for index, decision in enumerate(project.decisions):
        if decision.kind is DecisionKind.GRANTED and is_zero(decision.support):
            yield context.finding(f"decisions[{index}].support", found=decision.support)


BUD: Final = (
    Rule(
        code="BUD001",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs", "budget.financing"),
        applies=_no_exact_total,
        scope=Words(
            "gäller budgetar utan exakt totalkostnad; annars jämförs båda sidor med den (BUD002, BUD003)",
            "concerns budgets without an exact total; else both sides are compared with it (BUD002, BUD003)",
        ),
        check=_costs_equal_financing,
        demand=Words("Kostnader och finansiering är lika stora.", "Costs and financing are equal."),
        sv="Kostnaderna är {expected} men finansieringen {found}; skillnaden är {difference}.{rounding}",
        en="The costs are {expected}, but the financing is {found}; the difference is {difference}.{rounding}",
    ),
    Rule(
        code="BUD002",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.total", "budget.costs"),
        scope=Words("gäller budgetar med angiven totalkostnad", "concerns budgets with a stated total"),
        check=_total_equals_costs,
        demand=Words(
            "Den angivna totalkostnaden är summan av kostnadsraderna.",
            "The stated total cost is the sum of the lines of cost.",
        ),
        sv="Totalkostnaden anges till {expected} men kostnadsradernas summa är {found}; "
        "skillnaden är {difference}.{rounding}",
        en="The total cost is stated as {expected}, but the lines of cost sum to {found}; "
        "the difference is {difference}.{rounding}",
    ),
    Rule(
        code="BUD003",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.total", "budget.financing"),
        scope=Words("gäller budgetar med angiven totalkostnad", "concerns budgets with a stated total"),
        check=_total_equals_financing,
        demand=Words(
            "Den angivna totalkostnaden är summan av finansieringen.",
            "The stated total cost is the sum of the financing.",
        ),
        sv="Totalkostnaden anges till {expected} men finansieringens summa är {found}; "
        "skillnaden är {difference}.{rounding}",
        en="The total cost is stated as {expected}, but the financing sums to {found}; "
        "the difference is {difference}.{rounding}",
    ),
    Rule(
        code="BUD004",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.total|budget.costs", "budget.financing"),
        check=_support_within_cost,
        demand=Words("Stödet är högst totalkostnaden.", "The support is at most the total cost."),
        sv="Stödet är {found} men totalkostnaden bara {expected}; {difference} för mycket.{rounding}",
        en="The support is {found}, but the total cost only {expected}; {difference} too much.{rounding}",
    ),
    Rule(
        code="BUD005",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        check=_negative_lines,
        demand=Words(
            "Bara intäkter och rättelser är negativa rader.", "Only revenue and corrections are negative lines."
        ),
        sv="Kostnaden ({place}) är {found}; bara intäkter och rättelser brukar vara negativa.",
        en="The cost ({place}) is {found}; only revenue and corrections are usually negative.",
    ),
    Rule(
        code="BUD006",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.costs",),
        check=_positive_revenue,
        demand=Words("Intäkter är negativa rader.", "Revenue is a negative line."),
        sv="Intäkten ({place}) är {found} och höjer kostnaden; intäkter skrivs som negativa belopp.",
        en="The revenue ({place}) is {found} and raises the cost; revenue is written as a negative amount.",
    ),
    Rule(
        code="BUD007",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.financing",),
        check=_negative_contributions,
        demand=Words(
            "Bara rättelser av större bidrag är negativa bidrag.",
            "Only corrections of larger contributions are negative contributions.",
        ),
        sv="Bidraget ({place}) är {found}; bara en rättelse av ett större bidrag brukar vara negativ.",
        en="The contribution ({place}) is {found}; only a correction of a larger one is usually negative.",
    ),
    Rule(
        code="BUD008",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("budget.financing|decisions",),
        check=_no_grant_of_nothing,
        demand=Words("Det stöd som anges är större än noll.", "The support that is stated is more than zero."),
        sv="Stödet ({place}) är {found}; ange beloppet, eller utelämna det om det inte är känt.",
        en="The support ({place}) is {found}; state the amount, or leave it out where it is not known.",
    ),
)
