"""The projects of a portfolio grouped by priority, with the Union's share of each; used by family POR."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, partial
from itertools import product
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import (
    Budget,
    CategoryOfRegion,
    ContributionBase,
    Fund,
    FundingSource,
    Portfolio,
    PortfolioSum,
    Project,
)
from esfmodel.model.facts import category_of, ccis_of, fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.shared.ceilings import ONE_RATE
from esfmodel.rules.shared.facts import (
    as_bounds,
    high_end,
    is_interreg,
    is_refused,
    known,
    known_amount,
    low_end,
    programming_period_of,
    project_place,
)
from esfmodel.rules.shared.figures import exact_of
from esfmodel.rules.words import Words, count_words, reason_of
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.money import Money, Rate
from esfmodel.values.print_rounding import rounded_up
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from esfmodel.errors import EsfModelError
    from esfmodel.model import Contribution, Priority
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike


@attrs.frozen
class PriorityGroup:
    """The projects of one priority of one programme, or of a whole programme, by their places in the portfolio.

    `categories` are the categories of region that the projects state, and `rates` the rates decided for the priority in
    these, which may be stated in several ways. `is_divided` is whether others of its projects are in another category.
    """

    indices: tuple[int, ...]
    code: str
    fund: Fund | None
    programming_period: ProgrammingPeriod
    projects: tuple[Project, ...]
    categories: tuple[CategoryOfRegion, ...] = ()
    rates: frozenset[Rate] = frozenset()
    is_programme: bool = False
    is_divided: bool = False

    @property
    def name(self) -> Words:
        """The name of a programme, or of a priority with its category of region where it has several."""
        if self.is_programme:
            return Words("programmet {code}", "programme {code}").with_values(code=self.code)
        name = Words("programområde {code}", "priority {code}").with_values(code=self.code)
        if not self.is_divided:
            return name
        return Words("{name}, {category}", "{name}, {category}").with_values(name=name, category=self.categories[0])

    @property
    def counted(self) -> Words:
        """How many projects there are: "2 projekt"."""
        return count_words(len(self.projects), ("projekt", "projekt"), ("project", "projects"))

    def reason(self, error: EsfModelError) -> Words:
        """Return why the group could not be judged, with its name."""
        reason = Words("{group}: {reason}", "{group}: {reason}")
        return reason.with_values(group=self.name, reason=reason_of(error))

    def only(self, numbers: Sequence[int]) -> PriorityGroup:
        """Return the group with some of its projects, by their numbers in it."""
        return attrs.evolve(
            self,
            indices=tuple(self.indices[number] for number in numbers),
            projects=tuple(self.projects[number] for number in numbers),
        )

    @property
    def index(self) -> int:
        """The place of the first project in the portfolio."""
        return self.indices[0]

    @property
    def is_interreg(self) -> bool:
        """Whether the programme is one of several countries."""
        return is_interreg(self.projects[0])

    @cached_property
    def base(self) -> ContributionBase | None:
        """What the Union's rate is a share of; None unless all projects state the same."""
        stated = {None if project.priority is None else project.priority.base for project in self.projects}
        return stated.pop() if len(stated) == 1 else None

    @property
    def has_social_partners(self) -> bool:
        """Whether private money may count as public, where the rate is, or may be, a share of the public contribution.

        In the ESF and the ESF+ that is so for what employers and workers contribute together.
        """
        sources = {part.source for project in self.projects if project.budget for part in project.budget.financing}
        may_count = self.base is not ContributionBase.TOTAL and self.fund in _WITH_SOCIAL_PARTNERS
        return may_count and FundingSource.OWN_PRIVATE in sources

    @property
    def objectives(self) -> frozenset[str]:
        """The specific objectives that the projects state for the priority."""
        return frozenset(objective for priority in self.priorities for objective in priority.specific_objectives)

    @cached_property
    def shares(self) -> Shares:
        """The Union's share of all projects, of the stated base, or else of the total, of which it is smallest."""
        return self.shares_of(self.base)

    @cached_property
    def possible_shares(self) -> tuple[Shares, ...]:
        """The shares that must all be within a ceiling: of the stated base, or of each where none is stated.

        Money of a partner country may be national co-financing or not: Regulation (EU) 2021/1059, Article 12(6).
        """
        bases = (None, ContributionBase.PUBLIC) if self.base is None else (self.base,)
        without = tuple(map(_without_partner_countries, self.projects))
        has_others = any(new is not old for new, old in zip(without, self.projects, strict=True))
        groups = (self, attrs.evolve(self, projects=without)) if has_others else (self,)
        return tuple(group.shares_of(base) for group in groups for base in bases)

    def shares_of(self, base: ContributionBase | None) -> Shares:
        """Return the Union's share of a base; raise `NotKnown` where an amount is missing or the currencies differ."""
        budgets = [known(project.budget, _NOT_EVERY_AMOUNT) for project in self.projects]
        currencies = {known(budget.currency, _NOT_EVERY_AMOUNT) for budget in budgets}
        if len(currencies) > 1:
            raise NotKnown(Words("beloppen är i flera valutor", "the amounts are in several currencies"))
        currency = currencies.pop()
        union = _sum((budget.eu_support for budget in budgets), currency)
        whole = _sum((_base_of(budget, base, self.fund) for budget in budgets), currency)
        return Shares(
            as_bounds(known_amount(union, _NOT_EVERY_AMOUNT)),
            as_bounds(known_amount(whole, _NOT_EVERY_AMOUNT)),
            tuple(exact_of(part.amount for budget in budgets for part in budget.financing if _is_union(part))),
        )

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """What the projects state of the priority."""
        return tuple(project.priority for project in self.projects if project.priority is not None)


@attrs.frozen
class Shares:
    """The Union's money and what it is a share of, each exact or within bounds, and the amounts that it sums."""

    union: Bounds[Money]
    whole: Bounds[Money]
    parts: tuple[Money, ...] = ()

    @property
    def currency(self) -> str:
        """The currency of both amounts."""
        ends = (self.union.low, self.union.high, self.whole.low, self.whole.high)
        return next(end.currency for end in ends if end is not None)

    @cached_property
    def lowest(self) -> Rate | None:
        """The least possible share; None where it cannot be known."""
        # Conservative: the two are not known to vary together.
        return _share(self.union.low, self.whole.high)

    @cached_property
    def highest(self) -> Rate | None:
        """The greatest possible share, no more than the whole unless it surely is; None where it cannot be known."""
        greatest, least = _share(self.union.high, self.whole.low), self.lowest
        if greatest is None or (least is not None and least > Rate(1)):
            return greatest
        return min(greatest, Rate(1))

    def is_within(self, rate: Rate) -> bool:
        """Whether the share is surely at most a rate."""
        return (self.highest is not None and self.highest <= rate) or self._is_rounded(rate)

    def is_above(self, rate: Rate) -> bool:
        """Whether the share is surely above a rate."""
        return self.lowest is not None and self.lowest > rate and not self._is_rounded(rate)

    def _is_rounded(self, rate: Rate) -> bool:
        """Whether the share is above a rate by no more than half a krona for each amount, or half an öre."""
        union, whole = self.union.known, self.whole.known
        if union is None or whole is None or not self.parts:
            return False
        return 0 < union.minor - rate.fraction * whole.minor <= rounded_up(self.parts)

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


def _without_partner_countries(project: Project) -> Project:
    """Return the project without the money of partner countries, and without as much of its cost."""
    budget = project.budget
    parts = (
        [] if budget is None else [part for part in budget.financing if part.source is FundingSource.PARTNER_COUNTRY]
    )
    if budget is None or not parts:
        return project
    left = as_bounds(known_amount(budget.total_cost, _NOT_EVERY_AMOUNT))
    for part in parts:
        left = left - known_amount(part.amount, _NOT_EVERY_AMOUNT)
    kept = [part for part in budget.financing if part not in parts]
    total = left if left.known is None else left.known
    return attrs.evolve(project, budget=Budget(financing=kept, total=total, complete=True))


def _is_union(part: Contribution) -> bool:
    return part.source is FundingSource.EU


def _share(part: Money | None, whole: Money | None) -> Rate | None:
    if part is None or whole is None or whole.minor <= 0:
        return None
    return Rate.of(part, whole)


def _sum(figures: Iterable[MoneyLike | None], currency: str) -> MoneyLike | None:
    return PortfolioSum.of(figures, currency).within


def _share_of(rate: Rate, amount: Money) -> Money:
    return rate.apply(amount, rounding=Rounding.MINOR_DOWN)


def _base_of(budget: Budget, base: ContributionBase | None, fund: Fund | None) -> MoneyLike | None:
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
    left = budget.total_cost
    for amount in private:
        left = left - known_amount(amount)
    found = None if listed is None else _widest(listed, left)
    if found is None or not private or fund not in _WITH_SOCIAL_PARTNERS:
        return found
    return _widest(found, budget.total_cost)


_WITH_SOCIAL_PARTNERS = (None, Fund.ESF, Fund.ESF_PLUS)
"""Funds whose public contribution may include private money, of employers and workers together.

Regulation (EU) 2021/1060, Article 2(28), and Regulation (EU) No 1303/2013, Article 2(15).
"""


def _widest(one: MoneyLike, other: MoneyLike) -> MoneyLike | None:
    """Return an amount computed in two ways, within bounds where these do not agree."""
    lows, highs = (low_end(one)[0], low_end(other)[0]), (high_end(one)[0], high_end(other)[0])
    low = None if lows[0] is None or lows[1] is None else min(lows[0], lows[1])
    high = None if highs[0] is None or highs[1] is None else max(highs[0], highs[1])
    if low is None and high is None:
        return None
    return low if low is not None and low == high else Bounds(low, high)


def group_by_priority(
    portfolio: Portfolio, funds: tuple[Fund, ...], is_whole_programme: Callable[[Project], bool] = lambda _: False
) -> tuple[list[PriorityGroup], OpenQuestions]:
    """Group the projects of some funds by priority; also return why the remaining ones cannot be grouped.

    The projects of whole programmes, as the function says of a project, are grouped by programme instead. An
    application that was refused is no project of the priority.
    """
    members: dict[_Key, list[int]] = {}
    open_questions = OpenQuestions()
    for index, project in enumerate(portfolio.projects):
        if fund_of(project) in (None, *funds):
            try:
                if is_refused(project):
                    continue
                key = _key(project, is_whole_programme=is_whole_programme(project))
            except (NotKnown, NotInForce) as error:
                open_questions.add(partial(reason_of, error))
                continue
            if key is None:
                open_questions.add(partial(_NO_PRIORITY.with_values, project=project_place(index, project.name)))
            else:
                members.setdefault(key, []).append(index)
    # A row that leaves out programme or fund may belong to several groups, which then have no certain sum.
    doubtful = _stated_in_several_ways(members)
    for code in dict.fromkeys(key.code or str(key.programme) for key in doubtful):
        open_questions.add(partial(_IN_SEVERAL_WAYS.with_values, code=code))
    groups = [_group(portfolio, key, indices) for key, indices in members.items() if key not in doubtful]
    return groups, open_questions


def by_category(group: PriorityGroup) -> tuple[PriorityGroup, ...]:
    """Divide the projects of a priority by the category of region that each states, with the rates decided for it.

    A rate of the whole priority binds all its categories together. Raises `NotKnown` where a project states none of
    several categories: it may belong to any of them.
    """
    decided = [pair for priority in group.priorities for pair in priority.decided_rates.items()]
    of_whole = frozenset(rate for category, rate in decided if category is None)
    apart = {category for category, _ in decided if category is not None}
    stated = [category_of(project) for project in group.projects]
    categories = tuple(dict.fromkeys(category for category in stated if category is not None))
    if group.fund is Fund.COHESION_FUND or group.is_interreg:
        # Their ceilings do not differ by category.
        return (attrs.evolve(group, rates=frozenset(rate for _, rate in decided)),)
    if not apart and (of_whole or not categories):
        return (attrs.evolve(group, categories=() if None in stated else categories, rates=of_whole),)
    for index, project, category in zip(group.indices, group.projects, stated, strict=True):
        if category is None:
            raise NotKnown(
                Words("{project}: regionkategori saknas", "{project}: no category of region").with_values(
                    project=project_place(index, project.name)
                )
            )
    return tuple(_part(group, category, stated, decided, of_whole) for category in categories)


def _part(
    group: PriorityGroup,
    category: CategoryOfRegion,
    stated: Sequence[CategoryOfRegion | None],
    decided: Iterable[tuple[CategoryOfRegion | None, Rate]],
    of_whole: frozenset[Rate],
) -> PriorityGroup:
    return attrs.evolve(
        group.only([number for number, each in enumerate(stated) if each is category]),
        categories=(category,),
        is_divided=len(set(stated)) > 1,
        rates=frozenset(rate for each, rate in decided if each is category) or of_whole,
    )


@attrs.frozen
class _Key:
    programming_period: ProgrammingPeriod
    programme: Cci | None
    fund: Fund | None
    # Empty for a whole programme.
    code: str

    @property
    def traits(self) -> Iterator[_Trait]:
        """What other keys find this one by: with as much of programme and fund as they may state."""
        cci = self.programme
        programmes = (_ANY, None) if cci is None else (_ANY, cci.code, (cci.code.removesuffix(cci.serial or ""),))
        for programme, fund in product(programmes, (_ANY, self.fund)):
            yield self.programming_period, self.code, programme, fund

    @property
    def traits_of_same(self) -> Iterator[_Trait]:
        """What the keys that may be the same priority have one of each, this key itself among them.

        What is not stated may be any. A code without its serial number may be that of any programme it begins.
        """
        cci = self.programme
        if cci is None:
            programmes: tuple[object, ...] = (_ANY,)
        elif cci.serial is None:
            programmes = ((cci.code,), None)
        else:
            programmes = (cci.code, cci.code.removesuffix(cci.serial), None)
        for programme, fund in product(programmes, (_ANY,) if self.fund is None else (self.fund, None)):
            yield self.programming_period, self.code, programme, fund


_Trait = tuple[ProgrammingPeriod, str, object, object]
_ANY: Final = "any"


def _stated_in_several_ways(keys: Collection[_Key]) -> dict[_Key, None]:
    """Return the keys that may be the same priority as another one, where one of them states less."""
    # Counted, since to compare each key with each takes quadratic time.
    counted = Counter(trait for key in keys for trait in key.traits)
    return dict.fromkeys(key for key in keys if sum(counted[trait] for trait in key.traits_of_same) > 1)


_NO_PRIORITY = Words("{project}: programområde saknas", "{project}: no priority")
_IN_SEVERAL_WAYS = Words(
    "programområde {code} anges på olika sätt (program, fond), så vilka projekt som hör till det är oklart",
    "priority {code} is stated in several ways (programme, fund), so which projects belong to it is unclear",
)


def _key(project: Project, *, is_whole_programme: bool) -> _Key | None:
    """Return the key of a project's priority, or of its whole programme; None without a priority."""
    if is_whole_programme:
        return _Key(programming_period_of(project), _programme_of(project), Fund.ERDF, "")
    if project.priority is None:
        return None
    return _Key(programming_period_of(project), _programme_of(project), fund_of(project), project.priority.code)


def _programme_of(project: Project) -> Cci | None:
    """Return the programme's CCI: one with its serial number names one programme, one without may be any of several."""
    stated = ccis_of(project).values()
    return next((cci for cci in stated if cci.serial is not None), next(iter(stated), None))


def _group(portfolio: Portfolio, key: _Key, indices: list[int]) -> PriorityGroup:
    projects = tuple(portfolio.projects[index] for index in indices)
    return PriorityGroup(
        tuple(indices),
        key.code or str(key.programme),
        key.fund,
        key.programming_period,
        projects,
        is_programme=not key.code,
    )


class OpenQuestions:
    """What cannot be judged of a portfolio: the first question is told, and the others are counted."""

    def __init__(self) -> None:
        self._first: Words | None = None
        self._more = 0

    def add(self, question: Callable[[], Words]) -> None:
        """Add a question, which is put into words only if it is the first."""
        if self._first is None:
            self._first = question()
        else:
            self._more += 1

    def check(self) -> None:
        """Raise `NotKnown` with the first open question and the number of others; do nothing without any."""
        if self._first is None:
            return
        several = Words("{first} (och {more} till)", "{first} (and {more} more)")
        raise NotKnown(several.with_values(first=self._first, more=self._more) if self._more else self._first)


# --- POR002: priorities for those most in need, with one rate of the Union in every category of region

_MATERIAL: Final = "m"
"""The point of the list under which the ESF+ addresses material deprivation."""

OBJECTIVES: Final = frozenset({"l", _MATERIAL})
"""The points of the list of specific objectives of the ESF+ that these priorities are dedicated to."""

_POINT = re.compile(r"\(?([a-z])\)?|.*\(([a-z])\)", re.IGNORECASE | re.ASCII)
_BELOW = Words("under", "below")
_ABOVE = Words("över", "above")
_NO_AMOUNTS = Words("beloppen är inte kända", "the amounts are not known")
_NOT_EVERY_AMOUNT = Words("alla belopp är inte kända", "not every amount is known")


def is_for_most_deprived(fund: Fund | None, objectives: frozenset[str]) -> bool:
    """Whether a priority of a fund, with these specific objectives, is dedicated to those most in need.

    >>> is_for_most_deprived(Fund.ESF_PLUS, frozenset({"l", "(m)"})), is_for_most_deprived(None, frozenset())
    (True, False)
    """
    points = {_point(objective) for objective in objectives}
    return fund in (None, Fund.ESF_PLUS) and bool(points) and points <= OBJECTIVES


def is_material_assistance(project: Project) -> bool:
    """Whether a project's only specific objective is addressing material deprivation, point (m)."""
    if fund_of(project) is not Fund.ESF_PLUS:
        return False
    own = project.specific_objective
    return {_point(objective) for objective in (objectives_of(project) if own is None else [own])} == {_MATERIAL}


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
            open_questions.add(partial(group.reason, error))
    open_questions.check()


def _judge_most_deprived(group: PriorityGroup, context: Context) -> Iterator[Finding]:
    if not group.objectives:
        raise NotKnown(Words("de specifika målen är inte kända", "the specific objectives are not known"))
    if group.base is None:
        raise NotKnown(Words("vad satsen är en andel av är inte känt", "what the rate is a share of is not known"))
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
            counted=group.counted,
            side=_ABOVE if above else _BELOW,
        )
