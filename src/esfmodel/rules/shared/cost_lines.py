"""Lines of cost for rules on simplified costs: flat rates, the lines they cover, and lines that are no costs."""

from __future__ import annotations

import enum
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from esfmodel.errors import NotKnown
from esfmodel.model import ActualCost, Cost, CostCategory, FlatRate, LumpSum, UnitCost
from esfmodel.rules.shared.facts import OTHER_ACTS, is_under_common_provisions
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import Place, names_along
from esfmodel.values.field_type import kept
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from esfmodel.law import Provision
    from esfmodel.model import Project
    from esfmodel.values.bounds import MoneyLike

LineLabels = tuple[str | None, str | None, int | None]
"""The partner, phase and year of a line."""

OBLIGATORY: Final = "simplified-cost.obligatory"
"""The key of the size up to which simplified costs are obligatory."""

FLAT_RATES: Final = Words(
    "gäller budgetar med schabloner, {save}", "concerns budgets with flat rates, {save}"
).with_values(save=OTHER_ACTS)
"""The scope of a rule on the law of flat rates."""

NO_COST: Final = frozenset(category for category in CostCategory if category.may_be_negative)
"""The categories that are no costs themselves but change others, such as revenue."""


class Treatment(NamedTuple):
    """How the rules on simplified costs treat the lines of a category."""

    is_direct: bool
    """Whether they are direct costs, of which indirect costs are a share."""
    is_beside_remaining: bool
    """Whether the flat rate for all the remaining costs leaves them out; what comes in kind may be any of them."""
    may_be_actual: bool
    """Whether they may be actual costs also where simplified costs are obligatory.

    Of what comes in kind it depends, and of value added tax on what it is a tax on, so these are not judged.
    """


TREATMENTS: Final[Mapping[CostCategory, Treatment]] = MappingProxyType(
    {
        CostCategory.STAFF: Treatment(is_direct=True, is_beside_remaining=True, may_be_actual=False),
        CostCategory.EXTERNAL_SERVICES: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=False),
        CostCategory.TRAVEL: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=False),
        CostCategory.EQUIPMENT: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=False),
        CostCategory.INFRASTRUCTURE: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=False),
        CostCategory.OFFICE: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=False),
        CostCategory.INDIRECT: Treatment(is_direct=False, is_beside_remaining=False, may_be_actual=False),
        CostCategory.PARTICIPANTS: Treatment(is_direct=True, is_beside_remaining=True, may_be_actual=True),
        CostCategory.IN_KIND: Treatment(is_direct=True, is_beside_remaining=True, may_be_actual=True),
        CostCategory.VAT: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=True),
        CostCategory.OTHER: Treatment(is_direct=True, is_beside_remaining=False, may_be_actual=False),
        CostCategory.REVENUE: Treatment(is_direct=False, is_beside_remaining=True, may_be_actual=True),
        CostCategory.CORRECTION: Treatment(is_direct=False, is_beside_remaining=True, may_be_actual=True),
    }
)
"""Every category, so that a new one is decided on here; tests/contracts/test_categories.py sees to it."""

STAFF: Final = frozenset({CostCategory.STAFF})
"""The base of a flat rate on staff costs alone."""


class Verdict(enum.Enum):
    """What the law of all the days of a line says of it."""

    WITHIN = enum.auto()
    BEYOND = enum.auto()
    CHANGED = enum.auto()
    """The law changed in these days, and the answer with it."""
    UNKNOWN = enum.auto()
    """No provision of these days answers."""


def verdict_of(
    parts: Iterable[Provision | None], is_beyond: Callable[[Provision], bool], *, without: Verdict = Verdict.UNKNOWN
) -> Verdict:
    """Return what all parts of the law say alike; `without` is what days without a provision say.

    >>> verdict_of([None], lambda row: True)
    <Verdict.UNKNOWN: 4>
    """
    said = {without if part is None else Verdict.BEYOND if is_beyond(part) else Verdict.WITHIN for part in parts}
    return said.pop() if len(said) == 1 else Verdict.CHANGED


def last_of(parts: Iterable[Provision | None]) -> Provision:
    """Return the last provision among the parts of the law, which have at least one."""
    return [part for part in parts if part is not None][-1]


def law_changed(project: Project, places: Iterable[int]) -> NotKnown:
    """Return the error for lines of cost whose days had more than one law, with different answers."""
    return NotKnown(
        Words(
            "bestämmelserna ändrades under den tid som {lines} gäller, och svaret med dem; ange år för raderna",
            "the law changed in the days of {lines}, and the answer with it; state the year of the lines",
        ).with_values(lines=lines_of_cost(project, places))
    )


def lines_of_cost(project: Project, places: Iterable[int]) -> Place:
    """Return lines of cost as one place, with what they are called."""
    path = f"budget.costs[{','.join(map(str, places))}]"
    return Place(path, names_along(project, path))


_Basis = type[ActualCost] | type[UnitCost] | type[FlatRate] | type[LumpSum]


class CostLines(NamedTuple):
    """The lines of cost of a budget and their places by category and by kind of basis; empty without a budget.

    Most rules are about a few of the lines. They are looked through once, not once for each rule.
    """

    costs: tuple[Cost, ...]
    amounts: tuple[MoneyLike | None, ...]
    by_category: Mapping[CostCategory, Sequence[int]]
    by_basis: Mapping[type, Sequence[int]]

    def of_category(self, category: CostCategory) -> Sequence[int]:
        """Return the places of the lines of a category."""
        return self.by_category.get(category, ())

    def on_basis(self, kind: _Basis) -> Sequence[int]:
        """Return the places of the lines with a kind of basis."""
        found = [places for each, places in self.by_basis.items() if issubclass(each, kind)]
        return sorted(place for places in found for place in places) if len(found) > 1 else found[0] if found else ()

    def counting(self, places: Iterable[int]) -> Iterator[tuple[int, Cost]]:
        """Yield those lines at some places that are not known to be zero, with their places."""
        return ((place, self.costs[place]) for place in places if not is_zero(self.amounts[place]))


@kept
def lines_of(project: Project) -> CostLines:
    """Return the lines of cost of a project.

    >>> from esfmodel import Budget, Project
    >>> staff = Cost(CostCategory.STAFF, ActualCost(Money(5)))
    >>> lines_of(Project("A", budget=Budget([staff, staff]))).of_category(CostCategory.STAFF)
    [0, 1]
    """
    budget = project.budget
    if budget is None or not budget.costs:
        return _NO_LINES
    by_category: dict[CostCategory, list[int]] = {}
    by_basis: dict[type, list[int]] = {}
    for place, cost in enumerate(budget.costs):
        by_category.setdefault(cost.category, []).append(place)
        by_basis.setdefault(type(cost.basis), []).append(place)
    return CostLines(budget.costs, budget.cost_amounts, by_category, by_basis)


_NO_LINES: Final = CostLines((), (), {}, {})


@kept
def computed_amounts(project: Project) -> Sequence[MoneyLike | None]:
    """Return the amount computed from the basis of each line of cost."""
    return () if project.budget is None else project.budget.computed_amounts


def flat_rate_lines(project: Project) -> Iterator[tuple[int, Cost, FlatRate]]:
    """Yield each line with a flat rate, with its place among the costs."""
    lines = lines_of(project)
    for place in lines.on_basis(FlatRate):
        cost = lines.costs[place]
        yield place, cost, cast("FlatRate", cost.basis)


@kept
def has_flat_rates(project: Project) -> bool:
    """Whether the law of flat rates concerns a budget: it has flat rates, or its costs are not known."""
    lines = lines_of(project)
    return (not lines.costs or bool(lines.on_basis(FlatRate))) and is_under_common_provisions(project)


def first_by_labels(lines: Iterable[tuple[int, Cost]]) -> dict[LineLabels, int]:
    """Return the first line for each partner, phase and year; None stands for all of them."""
    found: dict[LineLabels, int] = {}
    for index, cost in lines:
        found.setdefault((cost.partner, cost.phase, cost.year), index)
    return found


def first_covering(cost: Cost, lines: Mapping[LineLabels, int]) -> int | None:
    """Return the first of the lines that concern the partner, phase and year of a cost; None where no line does."""
    named = covering_labels(cost.partner, cost.phase, cost.year)
    return min((lines[labels] for labels in named if labels in lines), default=None)


def covering_labels(partner: str | None, phase: str | None, year: int | None) -> tuple[LineLabels, ...]:
    """Return the labels of every line that concerns a partner, phase and year, the closest first."""
    # A line without a partner is about every partner, and so for phase and year: at most eight combinations.
    return tuple(dict.fromkeys(product((partner, None), (phase, None), (year, None))))


def is_zero(amount: MoneyLike | None) -> bool:
    """Whether an amount is known to be zero."""
    return isinstance(amount, Money) and not amount.minor
