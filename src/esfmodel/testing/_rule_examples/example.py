"""The type of an example of a rule, and helpers that several examples use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic

import attrs

from esfmodel.law import Law
from esfmodel.model import ActualCost, Budget, Cost, CostCategory, Project
from esfmodel.rules import known, known_amount
from esfmodel.rules.rule import S
from esfmodel.values.bounds import exact
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.print_rounding import beyond

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.values.bounds import MoneyLike


def as_it_is(subject: S, _law: Law) -> S:
    """Return a subject unchanged: the rule already passes on it."""
    return subject


def _is_callable(_example: object, field: attrs.Attribute[Any], value: object) -> None:
    if not callable(value):
        raise TypeError(f"{field.name} must be a function of a project and the law, not {type(value).__name__}")


def _as_codes(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError("consequences takes several codes, such as a list; not str")
    return tuple(value)


@attrs.frozen(kw_only=True)
class RuleExample(Generic[S]):
    """How a rule is kept and how it is broken, starting from a project or portfolio without faults.

    `ok` adds what the rule needs to be judged and to pass; leave it out where nothing is to be added. `broken` takes
    the result and breaks this rule, and no other but its `consequences`. Both get the law, so that an example follows
    its values. They raise `NotKnown` where the subject lacks what they build on.

    >>> import attrs
    >>> from esfmodel import LAW, Project
    >>> short = RuleExample(broken=lambda project, law: attrs.evolve(project, duration_months=3))
    >>> short.breaking(Project("Framtidskraft"), LAW).duration_months
    3
    """

    ok: Callable[[S, Law], S] = attrs.field(default=as_it_is, validator=_is_callable)
    broken: Callable[[S, Law], S] = attrs.field(validator=_is_callable)
    consequences: tuple[str, ...] = attrs.field(default=(), converter=_as_codes)

    def breaking(self, subject: S, law: Law) -> S:
        return self.broken(self.ok(subject, law), law)


def budget_of(project: Project) -> Budget:
    """Return the budget; raise `NotKnown` without one."""
    return known(project.budget)


def period_of(project: Project) -> Period:
    """Return the project period; raise `NotKnown` where it is not stated or open."""
    return known(project.period if isinstance(project.period, Period) else None)


def money_of(budget: Budget, amount: int) -> Money:
    """Return an amount in the budget's currency; raise `NotKnown` without a currency."""
    return Money(amount, known(budget.currency))


def exact_amount(amount: MoneyLike | None) -> Money:
    """Return an amount; raise `NotKnown` where it is not known exactly."""
    return exact(known_amount(amount))


def beyond_rounding(budget: Budget, amounts: Iterable[MoneyLike | None]) -> Money:
    """Return more than rounding of these amounts of a budget can explain."""
    return beyond([money_of(budget, 0), *(amount for amount in amounts if isinstance(amount, Money))])


def with_lines(project: Project, *lines: Cost) -> Project:
    """Add lines of cost and a correction that cancels them, so that the total stays."""
    budget = budget_of(project)
    longer = attrs.evolve(budget, costs=(*budget.costs, *lines))
    added = [exact_amount(amount) for amount in longer.cost_amounts[len(budget.costs) :]]
    correction = Cost(CostCategory.CORRECTION, ActualCost(-sum(added[1:], added[0])))
    return attrs.evolve(project, budget=attrs.evolve(longer, costs=(*longer.costs, correction)))
