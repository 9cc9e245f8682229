"""Hypothesis strategies for projects and portfolios: valid by construction, nothing filtered.

What fails shrinks to the project of which nothing is known but its name.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from esfmodel.model.organisation import Role
from esfmodel.model.portfolio import Portfolio, PortfolioGroup, PortfolioSum
from esfmodel.model.programme import Fund
from esfmodel.model.project import Participation, Phase, Project, SecondaryTheme
from esfmodel.testing._budgets import budgets, money_like, small_budgets
from esfmodel.testing._claims import claims
from esfmodel.testing._decisions import decisions
from esfmodel.testing._fields import in_currency, some_of, with_some
from esfmodel.testing._figures import rates
from esfmodel.testing._identifiers import ccis, countries, nuts_codes, operation_ids
from esfmodel.testing._organisations import organisations
from esfmodel.testing._periods import open_periods, periods, programming_periods
from esfmodel.testing._programmes import calls, priorities, programmes
from esfmodel.testing._words import names, texts
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_MONTHS = 84
_ROLES_WITH_BUDGET = tuple(role for role in Role if role.has_budget)
_ROLES_WITHOUT = tuple(role for role in Role if not role.has_budget)


def participations(currency: str | None = None) -> st.SearchStrategy[Participation]:
    """Parts that organisations have in a project, with a budget of their own where the role can have one.

    >>> from hypothesis import find
    >>> find(participations(), lambda part: part.budget is not None).role
    <Role.OWNER: 'owner'>
    """
    return in_currency(currency, _participations)


def phases(currency: str | None = None) -> st.SearchStrategy[Phase]:
    """Phases, with or without days and a budget.

    >>> from hypothesis import find
    >>> find(phases(), lambda phase: True).period is None
    True
    """
    return in_currency(currency, _phases)


def secondary_themes() -> st.SearchStrategy[SecondaryTheme]:
    """Secondary themes, addressed or not.

    >>> from hypothesis import find
    >>> find(secondary_themes(), lambda theme: True)
    SecondaryTheme('A', False)
    """
    return st.builds(SecondaryTheme, names(), st.booleans())


def projects(currency: str | None = None) -> st.SearchStrategy[Project]:
    """Projects, from those of which only the name is known to those of which nearly everything is.

    All amounts of one project are in one currency. Where the period has two ends, the phases follow each other inside
    it and the stated length is the period's. All else may contradict itself, as in real sources: a drawn project can
    exist, and may break any rule.

    >>> from hypothesis import given
    >>> @given(projects())
    ... def phases_lie_inside(project):
    ...     if isinstance(project.period, Period):
    ...         assert all(phase.period in project.period for phase in project.phases)
    >>> phases_lie_inside()
    """
    return in_currency(currency, _projects)


def portfolios() -> st.SearchStrategy[Portfolio]:
    """A few projects together, in one currency or several, some of them alike in fund, priority and region.

    >>> from hypothesis import find
    >>> find(portfolios(), lambda portfolio: True).projects
    ()
    """
    alike = with_some(
        Project,
        names(),
        fund=st.sampled_from((Fund.ESF_PLUS, Fund.ERDF)),
        priority=st.sampled_from(("A", "B")),
        region=st.sampled_from(("Mellersta Norrland", "Småland och Öarna")),
        budget=st.sampled_from(("SEK", "EUR")).flatmap(budgets),
    )
    return with_some(Portfolio, st.lists(st.one_of(alike, projects()), max_size=4), name=names())


def portfolio_sums(currency: str | None = None) -> st.SearchStrategy[PortfolioSum]:
    """Sums over several projects, of figures known and unknown.

    >>> from hypothesis import find
    >>> find(portfolio_sums("SEK"), lambda found: True).counted
    0
    """

    def sums(code: str) -> st.SearchStrategy[PortfolioSum]:
        figures = st.lists(st.one_of(st.none(), money_like(code)), max_size=4)
        return st.builds(PortfolioSum.of, figures, st.just(code))

    return in_currency(currency, sums)


def portfolio_groups() -> st.SearchStrategy[PortfolioGroup]:
    """Groups of a portfolio's projects, by fund, by priority or by region.

    >>> from hypothesis import given
    >>> @given(portfolio_groups())
    ... def a_group_holds_something(group):
    ...     assert len(group.projects) > 0
    >>> a_group_holds_something()
    """
    grouped = st.sampled_from((Portfolio.by_fund, Portfolio.by_priority, Portfolio.by_region))

    def first(drawn: list[Project], by: Callable[[Portfolio], tuple[PortfolioGroup, ...]]) -> PortfolioGroup:
        return by(Portfolio(drawn))[0]

    return st.builds(first, st.lists(projects(), min_size=1, max_size=2), grouped)


@cache
def _participations(currency: str) -> st.SearchStrategy[Participation]:
    return st.one_of(
        with_some(Participation, organisations(), st.sampled_from(_ROLES_WITH_BUDGET), budget=small_budgets(currency)),
        st.builds(Participation, organisations(), st.sampled_from(_ROLES_WITHOUT)),
    )


@cache
def _phases(currency: str) -> st.SearchStrategy[Phase]:
    return with_some(Phase, names(), period=periods(), budget=small_budgets(currency))


@st.composite
def _projects(draw: st.DrawFn, currency: str) -> Project:
    facts = draw(_facts(currency))
    period = draw(st.one_of(st.none(), periods(), open_periods()))
    phased = draw(st.lists(_phases(currency), max_size=2))
    months = draw(st.one_of(st.none(), st.integers(1, _LONGEST_MONTHS)))
    if isinstance(period, Period):
        phased = draw(_following(phased, period))
        # A length of no whole month is nothing that anybody states.
        months = None if months is None else period.months or None
    return Project(draw(names()), period=period, phases=phased, duration_months=months, **facts)


@cache
def _facts(currency: str) -> st.SearchStrategy[dict[str, Any]]:
    """Draw some of the fields that hang on no other."""
    fields: dict[str, st.SearchStrategy[Any]] = {
        "operation_id": operation_ids(),
        "call": calls(currency),
        "fund": st.sampled_from(Fund),
        "programming_period": programming_periods(),
        "programme": programmes(),
        "cci": ccis(),
        "priority": priorities(),
        "specific_objective": names(),
        "intervention_field": names(),
        "secondary_themes": st.lists(secondary_themes(), max_size=2),
        "beneficiary": organisations(),
        "partners": st.lists(_participations(currency), max_size=2),
        "planned_participants": st.integers(0, 10_000),
        "budget": budgets(currency),
        "region": names(),
        "nuts": nuts_codes(),
        "country": countries(),
        "strategic_importance": st.booleans(),
        "state_aid": st.booleans(),
        "vat_recoverable": st.booleans(),
        "physical_investment": st.booleans(),
        "published_eu_rate": rates(),
        "summary": texts(),
        "source": names(),
        "decisions": st.lists(decisions(currency), max_size=2),
        "claims": st.lists(claims(currency), max_size=2),
        "extra": st.lists(st.tuples(names(), texts()), max_size=2),
    }
    return some_of(fields)


@st.composite
def _following(draw: st.DrawFn, phased: list[Phase], period: Period) -> list[Phase]:
    """Give the phases new days: one after the other, from the first day of the period to its last at most."""
    first, last = period.start.toordinal(), period.end.toordinal()
    starts = sorted({first, *(draw(st.integers(first, last)) for _ in phased[1:])})
    ends = [*(start - 1 for start in starts[1:]), last]
    spans = [Period(_day(start), _day(end)) for start, end in zip(starts, ends, strict=True)]
    # Two phases may fall on the same first day; there is then room for one of them.
    return [attrs.evolve(phase, period=span) for phase, span in zip(phased, spans, strict=False)]


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(ordinal)
