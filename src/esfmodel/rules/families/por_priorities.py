"""The projects of a portfolio grouped by priority, with the Union's share of each; used by family POR."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import ContributionBase, Fund, FundingSource, Portfolio, PortfolioSum, Project
from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.shared.facts import as_bounds, known, known_amount, programming_period_of, project_place
from esfmodel.rules.words import Words, reason_of
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.money import Money
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.rate import Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.model import Budget, CategoryOfRegion, Priority
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike


@attrs.frozen
class PriorityGroup:
    """The projects of one priority of one programme; `index` is the place of the first in the portfolio."""

    index: int
    code: str
    fund: Fund | None
    programming_period: ProgrammingPeriod
    projects: tuple[Project, ...]

    @property
    def category(self) -> CategoryOfRegion:
        """The category of region; raises `NotKnown` unless all projects state the same."""
        stated = {priority.category_of_region for priority in self._priorities}
        return known(
            stated.pop() if len(stated) == 1 else None,
            Words(
                "programområde {code} har ingen entydig regionkategori",
                "priority {code} has no single category of region",
            ).with_values(code=self.code),
        )

    @property
    def base(self) -> ContributionBase | None:
        """What the Union's rate is a share of; None unless all projects state the same."""
        stated = {priority.base for priority in self._priorities}
        return stated.pop() if len(stated) == 1 else None

    @property
    def objectives(self) -> frozenset[str]:
        """The specific objectives that the projects state for the priority."""
        return frozenset(objective for priority in self._priorities for objective in priority.specific_objectives)

    @property
    def eu_rate(self) -> Rate | None:
        """The highest rate stated for the priority itself; None where none is stated."""
        stated = [priority.eu_rate for priority in self._priorities if priority.eu_rate is not None]
        return max(stated, key=lambda rate: rate.fraction, default=None)

    @property
    def shares(self) -> Shares:
        """The Union's share of all projects; raises `NotKnown` where an amount is missing or the currencies differ."""
        budgets = [known(project.budget, self._no_amounts) for project in self.projects]
        currencies = {known(budget.currency, self._no_amounts) for budget in budgets}
        if len(currencies) > 1:
            raise NotKnown(
                Words("programområde {code} har flera valutor", "priority {code} has several currencies").with_values(
                    code=self.code
                )
            )
        currency = currencies.pop()
        union = _sum((budget.eu_support for budget in budgets), currency)
        whole = _sum((_base_of(budget, self.base) for budget in budgets), currency)
        return Shares(
            as_bounds(known_amount(union, self._no_amounts)), as_bounds(known_amount(whole, self._no_amounts))
        )

    @property
    def _priorities(self) -> tuple[Priority, ...]:
        return tuple(project.priority for project in self.projects if project.priority is not None)

    @property
    def _no_amounts(self) -> Words:
        return Words(
            "alla belopp i programområde {code} är inte kända", "not every amount of priority {code} is known"
        ).with_values(code=self.code)


@attrs.frozen
class Shares:
    """The Union's money and what it is a share of, each exact or within bounds."""

    union: Bounds[Money]
    whole: Bounds[Money]

    @property
    def currency(self) -> str:
        """The currency of both amounts."""
        ends = (self.union.low, self.union.high, self.whole.low, self.whole.high)
        return next(end.currency for end in ends if end is not None)

    @property
    def lowest(self) -> Rate | None:
        """The least possible share; None where it cannot be known."""
        # Conservative: the two are not known to vary together.
        return _share(self.union.low, self.whole.high)

    @property
    def highest(self) -> Rate | None:
        """The greatest possible share, no more than the whole unless it surely is; None where it cannot be known."""
        greatest, least = _share(self.union.high, self.whole.low), self.lowest
        if greatest is None or (least is not None and least > Rate(1)):
            return greatest
        return min(greatest, Rate(1))

    def excess(self, rate: Rate) -> Bounds[Money] | None:
        """Return the Union's money less a share of the whole; None where nothing is known of it."""
        low = (
            None
            if self.union.low is None or self.whole.high is None
            else self.union.low - _share_of(rate, self.whole.high)
        )
        high = (
            None
            if self.union.high is None or self.whole.low is None
            else self.union.high - _share_of(rate, self.whole.low)
        )
        return None if low is None and high is None else Bounds(low, high)

    def beyond(self, ceiling: Rate) -> MoneyLike | None:
        """Return how much the Union surely pays above a share of the whole; None where that is not known."""
        if self.union.low is None or self.whole.high is None:
            return None
        beyond = self.union.low - _share_of(ceiling, self.whole.high)
        exact = self.union.known is not None and self.whole.known is not None
        return beyond if exact else Bounds.at_least(beyond)

    @property
    def known(self) -> Rate | Bounds[Rate] | None:
        """The share, exact where possible, else its bounds."""
        if self.lowest is None or self.lowest == self.highest:
            return self.lowest
        return Bounds(self.lowest, self.highest)


def _share(part: Money | None, whole: Money | None) -> Rate | None:
    if part is None or whole is None or whole.minor <= 0:
        return None
    return Rate.of(part, whole)


def _sum(figures: Iterable[MoneyLike | None], currency: str) -> MoneyLike | None:
    return PortfolioSum.of(figures, currency).within


def _share_of(rate: Rate, amount: Money) -> Money:
    return rate.apply(amount, rounding=Rounding.MINOR_DOWN)


def _base_of(budget: Budget, base: ContributionBase | None) -> MoneyLike | None:
    """Return what the Union's rate is a share of; where that is not stated, the total, which gives the lowest share."""
    if base is not ContributionBase.PUBLIC or budget.total_cost is None:
        return budget.total_cost
    # Of these sources it is not stated whether the money is public.
    if {part.source for part in budget.financing} & {None, FundingSource.OWN}:
        return None
    private = [part.amount for part in budget.financing if part.source is FundingSource.OWN_PRIVATE]
    public = [part.amount for part in budget.financing if part.source is not FundingSource.OWN_PRIVATE]
    if None in private:
        return None
    # The listed public money, and the total less the private money, differ where the financing is incomplete.
    listed = PortfolioSum.of(public, known(budget.currency)).within
    left = as_bounds(budget.total_cost)
    for amount in private:
        left = left - known_amount(amount)
    return None if listed is None else _widest(as_bounds(listed), left)


def _widest(one: Bounds[Money], other: Bounds[Money]) -> MoneyLike | None:
    """Return the bounds of an amount computed in two ways that need not agree."""
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return None if low is None and high is None else Bounds(low, high)


def group_by_priority(portfolio: Portfolio, funds: tuple[Fund, ...]) -> tuple[list[PriorityGroup], list[Words]]:
    """Group the projects of some funds by priority; also return why the remaining ones cannot be grouped."""
    members: dict[_Key, list[int]] = {}
    open_questions: list[Words] = []
    for index, project in enumerate(portfolio.projects):
        if fund_of(project) in (None, *funds):
            try:
                members.setdefault(_key(project, index), []).append(index)
            except NotKnown as error:
                open_questions.append(reason_of(error))
    # A row that leaves out programme or fund may belong to several groups, which then have no certain sum.
    doubtful = [key for key in members if any(key.may_be(other) for other in members if other != key)]
    open_questions += [
        Words(
            "programområde {code} anges på olika sätt (program, fond), så vilka projekt som hör till det är oklart",
            "priority {code} is stated in several ways (programme, fund), so which projects belong to it is unclear",
        ).with_values(code=code)
        for code in dict.fromkeys(key.code for key in doubtful)
    ]
    groups = [_group(portfolio, indices) for key, indices in members.items() if key not in doubtful]
    return groups, open_questions


@attrs.frozen
class _Key:
    programming_period: ProgrammingPeriod
    programme: Cci | None
    fund: Fund | None
    code: str

    def may_be(self, other: _Key) -> bool:
        """Whether both may be the same priority, where one of them states less."""
        one, two = self.programme, other.programme
        return (
            (self.programming_period, self.code) == (other.programming_period, other.code)
            and (one is None or two is None or one.same_programme(two))
            and (self.fund is None or other.fund is None or self.fund is other.fund)
        )


def _key(project: Project, index: int) -> _Key:
    no_priority = Words("{project}: programområde saknas", "{project}: no priority")
    priority = known(project.priority, no_priority.with_values(project=project_place(index, project)))
    # A CCI with its serial number names one programme; one without may be any of several.
    stated = ccis_of(project).values()
    programme = next((cci for cci in stated if cci.serial is not None), next(iter(stated), None))
    return _Key(programming_period_of(project), programme, fund_of(project), priority.code)


def _group(portfolio: Portfolio, indices: list[int]) -> PriorityGroup:
    projects = tuple(portfolio.projects[index] for index in indices)
    first = projects[0]
    return PriorityGroup(indices[0], str(first.priority), fund_of(first), programming_period_of(first), projects)


def raise_open_questions(open_questions: list[Words]) -> None:
    """Raise `NotKnown` with the first open question and the number of others; do nothing without any."""
    if open_questions:
        first, *more = open_questions
        raise NotKnown(
            Words("{first} (och {more} till)", "{first} (and {more} more)").with_values(first=first, more=len(more))
            if more
            else first
        )


# --- POR002: priorities for those most in need, with one rate of the Union in every category of region

ONE_RATE: Final = "co-financing.rate.most-deprived"
"""The key of the one rate of the Union."""

_MATERIAL: Final = "m"
"""The point of the list under which the ESF+ addresses material deprivation."""

OBJECTIVES: Final = frozenset({"l", _MATERIAL})
"""The points of the list of specific objectives of the ESF+ that these priorities are dedicated to."""

_POINT = re.compile(r"\(?([a-z])\)?|.*\(([a-z])\)", re.IGNORECASE | re.ASCII)
_BELOW = Words("under", "below")
_ABOVE = Words("över", "above")
_NO_AMOUNTS = Words("beloppen är inte kända", "the amounts are not known")


def is_for_most_deprived(fund: Fund | None, objectives: frozenset[str]) -> bool:
    """Whether a priority of a fund, with these specific objectives, is dedicated to those most in need.

    >>> is_for_most_deprived(Fund.ESF_PLUS, frozenset({"l", "(m)"})), is_for_most_deprived(None, frozenset())
    (True, False)
    """
    points = {_point(objective) for objective in objectives}
    return fund in (None, Fund.ESF_PLUS) and bool(points) and points <= OBJECTIVES


def is_material_assistance(project: Project) -> bool:
    """Whether a project's only specific objective is addressing material deprivation, point (m)."""
    own = project.specific_objective
    points = {_point(objective) for objective in (objectives_of(project) if own is None else [own])}
    return fund_of(project) is Fund.ESF_PLUS and points == {_MATERIAL}


def _point(objective: str) -> str | None:
    """Return the letter under which the regulation lists an objective."""
    found = _POINT.fullmatch(objective.strip())
    return None if found is None else found[found.lastindex or 0].lower()


def objectives_of(project: Project) -> frozenset[str]:
    """Return the specific objectives that the project's priority states."""
    return frozenset() if project.priority is None else frozenset(project.priority.specific_objectives)


def may_be_for_most_deprived(portfolio: Portfolio) -> bool:
    """Whether some priority of a portfolio is, or may be, dedicated to those most in need."""
    return not portfolio.projects or any(
        fund_of(project) in (None, Fund.ESF_PLUS) and (not objectives or is_for_most_deprived(None, objectives))
        for project in portfolio.projects
        for objectives in [objectives_of(project)]
    )


def at_the_one_rate(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The Union's share of a priority for those most in need is the single rate that exists, save for parts of a krona.

    Each operation may have had its part rounded to a whole krona. Above the rate is an error. Below it is a warning,
    since the rate is that of the priority, whose other operations may not be in the portfolio.
    """
    groups, open_questions = group_by_priority(portfolio, (Fund.ESF_PLUS,))
    for group in groups:
        try:
            if not group.objectives or is_for_most_deprived(group.fund, group.objectives):
                yield from _judge_most_deprived(group, context)
        except (NotKnown, NotInForce) as error:
            open_questions.append(reason_of(error))
    raise_open_questions(open_questions)


def _judge_most_deprived(group: PriorityGroup, context: Context) -> Iterator[Finding]:
    if not group.objectives:
        raise NotKnown(
            Words(
                "de specifika målen för programområde {code} är inte kända",
                "the specific objectives of priority {code} are not known",
            ).with_values(code=group.code)
        )
    if group.base is None:
        raise NotKnown(
            Words(
                "vad satsen för programområde {code} är en andel av är inte känt",
                "what the rate of priority {code} is a share of is not known",
            ).with_values(code=group.code)
        )
    row = context.provision(ONE_RATE, group.programming_period)
    rate, shares = row.value_as(Rate), group.shares
    excess = known(shares.excess(rate), _NO_AMOUNTS)
    # One krona for each operation, since each may be rounded.
    slack = Money(len(group.projects), shares.currency)
    above = excess > slack
    if above or excess < -slack:
        yield context.finding(
            f"projects[{group.index}].priority",
            expected=rate,
            found=shares.known,
            difference=excess.known or excess,
            severity=Severity.ERROR if above else Severity.WARNING,
            basis=row,
            priority=group.code,
            projects=len(group.projects),
            side=_ABOVE if above else _BELOW,
        )
