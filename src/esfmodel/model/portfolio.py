"""Portfolios: many projects grouped and summed, as the ceilings of Article 112 of the CPR are compared with sums.

>>> from esfmodel import Budget, Money, Portfolio, Project
>>> portfolio = Portfolio([Project("A", priority="D", budget=Budget(total=Money(5))), Project("B", priority="D")])
>>> [(group.priority, group.total_cost.known, group.total_cost.unknown) for group in portfolio.by_priority()]
[('D', Money(5), 1)]
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

import attrs

from esfmodel.model.facts import fund_of
from esfmodel.model.fields import as_call, as_call_on_lines, is_text_or_unknown, tuple_of
from esfmodel.model.project import Project
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.format import as_html
from esfmodel.values.fund import Fund
from esfmodel.values.guesses import guessed
from esfmodel.values.money import Money
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.span import total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GroupKey = TypeVar("GroupKey")


@attrs.frozen(kw_only=True)
class PortfolioSum:
    """One measure summed over several projects, with how many of them state it exactly.

    `known` is the sum of the exact figures, which `counted` projects have; `unknown` is how many have only bounds or
    nothing. `within` is what the sum over all projects may be: exact when every figure is, None when nothing limits it.

    >>> sums = PortfolioSum.of([Money(5), None], "SEK")
    >>> sums.known, sums.counted, sums.unknown, sums.within
    (Money(5), 1, 1, Bounds.at_least(Money(5)))
    """

    known: Money
    counted: int
    unknown: int
    within: MoneyLike | None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @classmethod
    def of(cls, figures: Iterable[MoneyLike | None], currency: str) -> PortfolioSum:
        """Sum figures of one currency; an unknown figure is at least 0."""
        listed = tuple(figures)
        exact = [figure for figure in listed if figure is not None and not isinstance(figure, Bounds)]
        return cls(
            known=sum(exact, Money(0, currency)),
            counted=len(exact),
            unknown=len(listed) - len(exact),
            within=total(listed).as_money(currency),
        )


def _as_projects(value: Iterable[Project]) -> tuple[Project, ...]:
    return tuple_of(Project, value, "projects")


@attrs.frozen(kw_only=True)
class PortfolioGroup:
    """The projects whose budgets are in one currency, or those of one fund, priority or region, with their sums.

    Only the key that was grouped by is filled in; it is None for the projects that do not state it. `currency` is None
    where no project of the group has any amount. `key` and `programming_period` are those of `sums_by`, whose groups
    are `several` where the projects lie in more than one place.

    >>> Portfolio([Project("A", region="Mellersta Norrland")]).by_region()[0].region
    'Mellersta Norrland'
    """

    fund: Fund | None = None
    priority: str | None = None
    region: str | None = None
    key: str | None = None
    programming_period: ProgrammingPeriod | None = None
    several: bool = False
    currency: str | None
    projects: tuple[Project, ...] = attrs.field(converter=_as_projects)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def total_cost(self) -> PortfolioSum:
        """The total costs."""
        return self._sum(attrgetter("total_cost"))

    @property
    def support(self) -> PortfolioSum:
        """The support granted."""
        return self._sum(attrgetter("support"))

    @property
    def eu_support(self) -> PortfolioSum:
        """The Union's money."""
        return self._sum(attrgetter("eu_support"))

    @property
    def own_contribution(self) -> PortfolioSum:
        """The own contributions."""
        return self._sum(attrgetter("own_contribution"))

    def _sum(self, measure: Callable[[object], MoneyLike | None]) -> PortfolioSum:
        figures = [None if project.budget is None else measure(project.budget) for project in self.projects]
        return PortfolioSum.of(figures, self.currency or "SEK")


_PER_CURRENCY = "use portfolio.by_currency(): each of its groups has total_cost, support, eu_support, own_contribution"


@guessed(
    eu_support=_PER_CURRENCY,
    own_contribution=_PER_CURRENCY,
    support=_PER_CURRENCY,
    total=_PER_CURRENCY,
    total_cost=_PER_CURRENCY,
)
@attrs.frozen
class Portfolio:
    """A set of projects, such as everything granted under one programme.

    >>> len(Portfolio([Project("A"), Project("B")]).projects)
    2
    """

    projects: tuple[Project, ...] = attrs.field(default=(), converter=_as_projects)
    name: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines
    _repr_html_ = as_html

    def by_currency(self) -> tuple[PortfolioGroup, ...]:
        """Group the projects by currency alone: the sums of the whole portfolio, where it has one currency.

        >>> from esfmodel import Budget
        >>> portfolio = Portfolio([Project("A", budget=Budget(total=Money(5))), Project("B")])
        >>> [(group.currency, group.total_cost.known, group.total_cost.unknown) for group in portfolio.by_currency()]
        [('SEK', Money(5), 1)]
        """
        return tuple(
            PortfolioGroup(currency=currency, projects=projects)
            for _, currency, projects in grouped(self.projects, lambda _: None)
        )

    def by_fund(self) -> tuple[PortfolioGroup, ...]:
        """Group the projects by fund, as `fund_of` finds it, and currency."""
        return tuple(
            PortfolioGroup(fund=fund, currency=currency, projects=projects)
            for fund, currency, projects in grouped(self.projects, fund_of)
        )

    def by_priority(self) -> tuple[PortfolioGroup, ...]:
        """Group the projects by the code of their priority and by currency."""
        return tuple(
            PortfolioGroup(priority=code, currency=currency, projects=projects)
            for code, currency, projects in grouped(
                self.projects, lambda project: None if project.priority is None else project.priority.code
            )
        )

    def by_region(self) -> tuple[PortfolioGroup, ...]:
        """Group the projects by region and currency."""
        return tuple(
            PortfolioGroup(region=region, currency=currency, projects=projects)
            for region, currency, projects in grouped(self.projects, lambda project: project.region)
        )


def grouped(
    projects: tuple[Project, ...], key: Callable[[Project], GroupKey]
) -> list[tuple[GroupKey, str | None, tuple[Project, ...]]]:
    """Group projects by key and currency, in the order in which the keys first occur.

    A project without any amount counts as unknown in the first currency of its key.
    """
    alike: dict[GroupKey, list[Project]] = {}
    for project in projects:
        alike.setdefault(key(project), []).append(project)
    groups: list[tuple[GroupKey, str | None, tuple[Project, ...]]] = []
    for value, members in alike.items():
        first = next((currency for member in members if (currency := _currency(member)) is not None), None)
        parts: dict[str | None, list[Project]] = {}
        for member in members:
            parts.setdefault(_currency(member) or first, []).append(member)
        groups += [(value, currency, tuple(part)) for currency, part in parts.items()]
    return groups


def _currency(project: Project) -> str | None:
    return None if project.budget is None else project.budget.currency
