from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Bounds,
    Budget,
    Contribution,
    Fund,
    Funder,
    FundingSource,
    Money,
    Portfolio,
    PortfolioGroup,
    PortfolioSum,
    Priority,
    Programme,
    Project,
    fund_of,
)
from esfmodel.testing import money_like, portfolios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esfmodel.values import MoneyLike

WAYS: dict[str, Callable[[Portfolio], tuple[PortfolioGroup, ...]]] = {
    "fund": Portfolio.by_fund,
    "priority": Portfolio.by_priority,
    "region": Portfolio.by_region,
}
KEYS: dict[str, Callable[[Project], object]] = {
    "fund": fund_of,
    "priority": lambda project: project.priority and project.priority.code,
    "region": lambda project: project.region,
}
MEASURES = ("total_cost", "support", "eu_support", "own_contribution")


def groups_of(portfolio: Portfolio) -> Iterator[tuple[str, PortfolioGroup]]:
    """Group a portfolio each way, and name the way beside each group."""
    return ((by, group) for by, way in WAYS.items() for group in way(portfolio))


def currency_of(project: Project) -> str | None:
    """Name the currency of a project's budget, if it has any amount."""
    return None if project.budget is None else project.budget.currency


@given(portfolios())
def test_every_project_is_in_one_group(portfolio: Portfolio) -> None:
    """Grouping loses no project, counts none twice, and keeps their order within a group."""
    order = list(map(id, portfolio.projects))
    for way in WAYS.values():
        places = [[order.index(id(project)) for project in group.projects] for group in way(portfolio)]
        assert sorted(chain.from_iterable(places)) == [order.index(each) for each in order]
        assert all(each and each == sorted(each) for each in places)


@given(portfolios())
def test_a_group_has_one_key_and_one_currency(portfolio: Portfolio) -> None:
    """The projects of a group share what it is grouped by; their amounts, if they have any, are in its currency."""
    for by, way in WAYS.items():
        groups = way(portfolio)
        assert len({(getattr(group, by), group.currency) for group in groups}) == len(groups)
    for by, group in groups_of(portfolio):
        assert {KEYS[by](project) for project in group.projects} == {getattr(group, by)}
        assert {currency_of(project) for project in group.projects} <= {group.currency, None}
        assert [other for other in WAYS if other != by and getattr(group, other) is not None] == []


@given(portfolios())
def test_a_project_without_amounts_is_counted_as_unknown_once(portfolio: Portfolio) -> None:
    """Where its key has amounts in some currency it is unknown there, else it has a group without currency."""
    for by, group in groups_of(portfolio):
        alike = [project for project in portfolio.projects if KEYS[by](project) == getattr(group, by)]
        currencies = [currency for project in alike if (currency := currency_of(project))]
        if group.currency is None:
            assert currencies == []
        elif any(currency_of(project) is None for project in group.projects):
            assert group.currency == currencies[0]


@given(portfolios())
def test_sums_are_those_of_the_projects(portfolio: Portfolio) -> None:
    """What is known is added up, what is not is counted, and together they are all projects of the group."""
    for _, group in groups_of(portfolio):
        for measure in MEASURES:
            figures = [project.budget and getattr(project.budget, measure) for project in group.projects]
            known = [figure.minor for figure in figures if isinstance(figure, Money)]
            found: PortfolioSum = getattr(group, measure)
            assert found.known == Money.of_minor(sum(known), group.currency or "SEK")
            assert (found.counted, found.unknown) == (len(known), len(figures) - len(known))
            assert found.unknown or found.within == found.known
    whole = portfolio.by_currency()
    assert sorted(id(project) for each in whole for project in each.projects) == sorted(map(id, portfolio.projects))
    for each in whole:
        parts = [part.total_cost.known for part in portfolio.by_fund() if part.currency == each.currency]
        assert each.total_cost.known == sum(parts, Money(0, each.currency or "SEK"))
        assert [other for other in whole if other.currency == each.currency] == [each]


@given(st.lists(st.one_of(st.none(), money_like("SEK")), max_size=5), st.data())
def test_the_sum_of_everything_lies_within(figures: list[MoneyLike | None], data: st.DataObject) -> None:
    """Whatever the unknown figures turn out to be, as long as they are not negative, their sum was allowed for."""
    found = PortfolioSum.of(figures, "SEK")
    values = [data.draw(value_of(figure)) for figure in figures]
    whole = Money.of_minor(sum(values))
    within = found.within
    assert within is None or (whole in within if isinstance(within, Bounds) else whole == within)


def value_of(figure: MoneyLike | None) -> st.SearchStrategy[int]:
    """Draw what an amount may be, in öre."""
    if isinstance(figure, Money):
        return st.just(figure.minor)
    low = figure.low.minor + (not figure.low_included) if figure and figure.low else 0
    if figure is None or figure.high is None:
        return st.integers(low, low + 10**14)
    high = figure.high.minor - (not figure.high_included)
    return st.integers(min(low, high), high)


def granted(amount: int | None = None, currency: str = "SEK") -> Budget:
    """Make the budget of a project that is granted an amount by the Union."""
    money = None if amount is None else Money(amount, currency)
    return Budget(financing=[Contribution(Funder(source=FundingSource.EU), money)], complete=True)


def test_a_priority_in_two_currencies() -> None:
    """100 and 50 kronor, 7 euro and one unknown under priority A: two groups, the unknown with the first."""
    portfolio = Portfolio(
        [
            Project("a", budget=granted(100), priority="A"),
            Project("b", budget=granted(), priority=Priority("A", "Ett arbetsliv för alla")),
            Project("c", budget=granted(7, "EUR"), priority="A"),
            Project("d", budget=granted(50), priority="A"),
            Project("e", budget=granted(1), priority="B"),
            Project("f"),
        ]
    )
    kronor, euro, other, unsaid = portfolio.by_priority()
    assert [each.name for each in kronor.projects] == ["a", "b", "d"]
    assert (kronor.priority, kronor.currency) == ("A", "SEK")
    assert kronor.eu_support == PortfolioSum(known=Money(150), counted=2, unknown=1, within=Bounds.at_least(Money(150)))
    assert (euro.priority, euro.currency, euro.total_cost.known) == ("A", "EUR", Money(7, "EUR"))
    assert (other.priority, other.own_contribution.within) == ("B", Money(0))
    assert (unsaid.priority, unsaid.currency, unsaid.support.unknown) == (None, None, 1)
    assert unsaid.support.within is None


def test_funds_and_regions() -> None:
    """Groups come in the order in which funds and regions first occur."""
    portfolio = Portfolio(
        [
            Project("a", fund=Fund.ERDF, region="Småland och Öarna"),
            Project("b", fund=Fund.ESF_PLUS, region="Mellersta Norrland"),
            Project("c", programme=Programme(funds=[Fund.ERDF])),
        ],
        name="Två fonder",
    )
    assert [(group.fund, len(group.projects)) for group in portfolio.by_fund()] == [(Fund.ERDF, 2), (Fund.ESF_PLUS, 1)]
    assert [group.region for group in portfolio.by_region()] == ["Småland och Öarna", "Mellersta Norrland", None]
    assert Portfolio().by_fund() == ()
