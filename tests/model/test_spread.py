from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.examples import EXAMPLES, REGISTER_PROJECTS
from esfmodel.model import (
    ActualCost,
    Budget,
    BudgetSide,
    By,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Funder,
    FundingSource,
    LumpSum,
    Organisation,
    Phase,
    Project,
    SpreadBy,
    UnitCost,
    breakdown,
    spread,
    spread_amount,
)
from esfmodel.testing import balanced_budgets, budgets, money, periods
from esfmodel.values import Bounds, Money, Period, Rate
from esfmodel.values.span import Span

EU = Funder(source=FundingSource.EU)
THREE_YEARS = Period("2024-10-01", "2027-09-30")
STAFF = [CostCategory.STAFF]


def call(function: Any, *given_: Any, **more: Any) -> Any:  # noqa: ANN401
    """Call with arguments of any type."""
    return function(*given_, **more)


def by_year(*bases: Any, **labels: Any) -> list[tuple[int | None, Any]]:  # noqa: ANN401
    """Spread lines of staff cost over three years, and give year and basis of each."""
    budget = Budget([Cost(CostCategory.STAFF, basis, **labels) for basis in bases])
    return [(cost.year, cost.basis) for cost in spread(budget, THREE_YEARS, by=SpreadBy.MONTHS).costs]


@given(money(), st.lists(periods("day"), min_size=1, max_size=6), st.sampled_from([SpreadBy.DAYS, SpreadBy.EQUALLY]))
def test_parts_sum_to_the_amount(amount: Money, over: list[Period], by: SpreadBy) -> None:
    """The parts are the whole; each but the last is its share cut to the amount's unit, and none turns its sign."""
    parts = spread_amount(amount, over, by=by)
    assert sum(parts, Money(0, amount.currency)) == amount
    weights = [1 if by is SpreadBy.EQUALLY else period.days or 0 for period in over]
    unit = Money(1, amount.currency).minor if amount.is_whole else 1
    for part, weight in zip(parts[:-1], weights[:-1], strict=True):
        share = Fraction(amount.minor * weight, sum(weights))
        assert 0 <= abs(share) - abs(part.minor) < unit
        assert part.minor % unit == 0
    assert all(part.minor * amount.minor >= 0 for part in parts)


@given(balanced_budgets(), periods("day"))
def test_a_spread_budget_is_the_same_budget(budget: Budget, period: Period) -> None:
    """What is derived of a budget does not change, and each line is divided over every year of the period."""
    found = spread(budget, period, by=SpreadBy.DAYS)
    for figure in ("total_costs", "total_financing", "total_cost", "support", "eu_rate", "own_rate"):
        assert getattr(found, figure) == getattr(budget, figure)
    years = tuple(part.start.year for part in period.split_years())
    assert breakdown(found, By.FUNDER, By.YEAR).columns == years
    assert spread(found, period, by=SpreadBy.DAYS) == found


@settings(max_examples=60)
@given(budgets(), st.sampled_from(SpreadBy))
def test_no_line_is_lost(budget: Budget, by: SpreadBy) -> None:
    """Whatever a budget is, no sum of it changes, but that flat rates of a year may come to know its costs."""
    found = spread(budget, THREE_YEARS, by=by)
    assert found.total_financing == budget.total_financing
    before, after = Span.of(budget.total_costs), Span.of(found.total_costs)
    assert (before & after) == after
    assert breakdown(found, By.FUNDER).rows == breakdown(budget, By.FUNDER).rows
    assert {line for line in budget.costs if line.year} <= set(found.costs)


@st.composite
def flat_budgets(draw: st.DrawFn) -> Budget:
    """Draw costs of staff and flat rates of them, some of them of other flat rates, some labelled."""
    years = st.sampled_from([None, None, None, 2025])
    units = st.decimals(0, 3000, places=draw(st.integers(0, 4)))
    staff = st.builds(UnitCost, money("SEK", min_amount=0, max_amount=900), units)
    actual = st.builds(ActualCost, money("SEK", min_amount=0, max_amount=10**7))
    lines = draw(st.lists(st.builds(Cost, st.just(CostCategory.STAFF), staff | actual, year=years), max_size=3))
    indirect = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), STAFF), year=draw(years))
    other = Cost(
        CostCategory.OTHER,
        FlatRate(Rate.of_percent(draw(st.integers(0, 40))), [CostCategory.INDIRECT, CostCategory.STAFF]),
        year=draw(years),
    )
    return Budget([other, indirect, *lines])


@given(flat_budgets(), st.sampled_from(SpreadBy))
def test_flat_rates_are_of_the_costs_of_their_year(budget: Budget, by: SpreadBy) -> None:
    """A spread flat rate is one of each year's costs, and the years sum to the whole."""
    found = spread(budget, THREE_YEARS, by=by)
    before, after = Span.of(budget.total_costs), Span.of(found.total_costs)
    assert (before & after) == after
    amounts = [amount for amount in found.cost_amounts if isinstance(amount, Money)]
    whole = [amount for amount in budget.cost_amounts if isinstance(amount, Money)]
    if len(amounts) == len(found.costs) and len(whole) == len(budget.costs):
        assert sum(amounts, Money(0)) == sum(whole, Money(0))
    for cost, amount, computed in zip(found.costs, found.cost_amounts, found.computed_amounts, strict=True):
        if isinstance(cost.basis, FlatRate) and isinstance(amount, Money) and isinstance(computed, Money):
            assert abs(amount.minor - computed.minor) <= 4


def test_the_last_year_takes_the_remainder() -> None:
    """1 000 kr over 3, 12, 12 and 9 months of 36 are 83, 333, 333 and 251 kr; with öre, they are cut to öre."""
    quarters = THREE_YEARS.split_years()
    assert spread_amount(Money(1_000), quarters, by=SpreadBy.MONTHS) == (Money(83), Money(333), Money(333), Money(251))
    assert spread_amount(Money("-0.10"), quarters, by=SpreadBy.MONTHS) == (
        Money(0),
        Money("-0.03"),
        Money("-0.03"),
        Money("-0.04"),
    )


def test_by_months_by_days_or_equally() -> None:
    """92 of 457 days are another share than 3 of 15 months, and than one of two years."""
    period = Period("2024-10-01", "2025-12-31")
    found = {by: spread_amount(Money(1_000), period, by=by)[0] for by in SpreadBy}
    assert found == {by: spread_amount(Money(1_000), period.split_years(), by=by)[0] for by in SpreadBy}
    assert found == {SpreadBy.MONTHS: Money(200), SpreadBy.DAYS: Money(201), SpreadBy.EQUALLY: Money(500)}


def test_labelled_and_unknown_lines_stay() -> None:
    """A line that names its year stays in it, and so does one that nobody knows how much of falls in which year."""
    lines = [
        Contribution(EU, Money(9), year=2020),
        Contribution(EU, Bounds.over(Money(5))),
        Contribution.rest(),
    ]
    assert spread(Budget(financing=lines), THREE_YEARS, by=SpreadBy.DAYS).financing == tuple(lines)
    lump = LumpSum(Money(400_000))
    assert by_year(lump, ActualCost()) == [(None, lump), (None, ActualCost())]
    assert by_year(ActualCost(Money(36)), year=2023) == [(2023, ActualCost(Money(36)))]


def test_the_hours_of_a_unit_cost_are_divided() -> None:
    """1 720 hours at 674.80 kr are 143.33, 573.33, 573.33 and 430.01 hours, whose amounts sum to 1 160 656 kr."""
    parts = by_year(UnitCost(Money("674.80"), 1720, code="project worker"))
    assert [(year, str(basis.units)) for year, basis in parts] == [
        (2024, "143.33"),
        (2025, "573.33"),
        (2026, "573.33"),
        (2027, "430.01"),
    ]
    amounts = [Cost(CostCategory.STAFF, basis).amount for _, basis in parts]
    assert sum((amount for amount in amounts if isinstance(amount, Money)), Money(0)) == Money(1_160_656)
    assert {basis.code for _, basis in parts} == {"project worker"}


def test_units_finer_than_hundredths_are_divided_in_hundredths() -> None:
    """Of 0.1234 units equally over four years each has three hundredths, and the last what is left."""
    budget = Budget([Cost(CostCategory.STAFF, UnitCost(Money(100), "0.1234"))])
    bases = [cost.basis for cost in spread(budget, THREE_YEARS, by=SpreadBy.EQUALLY).costs]
    assert [str(basis.units) for basis in bases if isinstance(basis, UnitCost)] == ["0.03", "0.03", "0.03", "0.0334"]


def test_a_stated_amount_of_a_unit_cost_or_a_flat_rate_is_divided() -> None:
    """Where a line states its amount, the lines that it becomes state theirs."""
    parts = by_year(UnitCost(Money(10), "3.6", amount=Money(40)))
    assert [basis.amount for _, basis in parts] == [Money(3), Money(13), Money(13), Money(11)]
    flat = by_year(FlatRate(Rate.of_percent(15), [CostCategory.TRAVEL], amount=Money(36)))
    assert [basis.amount for _, basis in flat] == [Money(3), Money(12), Money(12), Money(9)]


def test_a_flat_rate_follows_its_costs() -> None:
    """15 % of 100.10 kr is 15.02 kr: of each year's part it is 1.25, 5.00, 5.00 and, for the last, what is left."""
    budget = Budget(
        [
            Cost(CostCategory.STAFF, ActualCost(Money("100.10"))),
            Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), STAFF)),
        ]
    )
    found = spread(budget, THREE_YEARS, by=SpreadBy.MONTHS)
    assert [str(amount) for amount in found.cost_amounts if isinstance(amount, Money)] == [
        "8.34 SEK",
        "33.36 SEK",
        "33.36 SEK",
        "25.04 SEK",
        "1.25 SEK",
        "5 SEK",
        "5 SEK",
        "3.77 SEK",
    ]
    stated = [cost.basis.amount for cost in found.costs if isinstance(cost.basis, FlatRate)]
    assert stated == [None, None, None, Money("3.77")]


@pytest.mark.parametrize("base", [LumpSum(Money(50)), ActualCost(Money(50))])
def test_a_flat_rate_of_costs_in_no_year_stays_whole(base: Any) -> None:  # noqa: ANN401
    """A flat rate of a lump sum, or of costs of a year outside the period, is divided over no year."""
    outside = None if isinstance(base, LumpSum) else 2020
    flat = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), STAFF))
    lines = [Cost(CostCategory.STAFF, base, year=outside), Cost(CostCategory.STAFF, ActualCost(Money(36))), flat]
    for period in (THREE_YEARS, Period("2025-01-01", "2025-12-31")):
        found = spread(Budget(lines), period, by=SpreadBy.MONTHS)
        assert found.costs[-1] == flat
        assert found.total_costs == Budget(lines).total_costs


def test_phases() -> None:
    """Lines without a phase are divided over phases as their months say; those of a phase stay."""
    phases = [
        Phase("Analys", Period("2025-01-01", "2025-03-31")),
        Phase("Genomförande", Period("2025-04-01", "2025-12-31")),
    ]
    budget = Budget(financing=[Contribution(EU, Money(100), year=2025), Contribution(EU, Money(7), phase="Analys")])
    found = spread(budget, phases, by=SpreadBy.MONTHS)
    assert [(part.phase, part.year, part.amount) for part in found.financing] == [
        ("Analys", 2025, Money(25)),
        ("Genomförande", 2025, Money(75)),
        ("Analys", None, Money(7)),
    ]


@pytest.mark.parametrize("project", REGISTER_PROJECTS, ids=lambda project: str(project.operation_id))
def test_the_examples_by_year_and_funder(project: Project) -> None:
    """The published projects spread over their periods: a table by funder and year that sums in both directions."""
    assert project.budget is not None
    assert isinstance(project.period, Period)
    by = SpreadBy.DAYS if project.operation_id == EXAMPLES["25-031-S02"].operation_id else SpreadBy.MONTHS
    table = breakdown(spread(project.budget, project.period, by=by), By.FUNDER, By.YEAR)
    assert table.columns == tuple(range(project.period.start.year, project.period.end.year + 1))
    rows = [[cell for cell in row.cells if isinstance(cell, Money)] for row in table.rows]
    assert [sum(cells, Money(0)) for cells in rows] == [row.total for row in table.rows]
    assert [sum(cells, Money(0)) for cells in zip(*rows, strict=True)] == list(table.totals)
    assert sum((part for part in table.totals if isinstance(part, Money)), Money(0)) == project.budget.total_cost
    assert all(cell.is_whole for cells in rows for cell in cells)


def test_a_cost_and_its_financing_by_year() -> None:
    """Spread in the same way, costs and financing are within a few kronor of each other in every year."""
    costs = [Cost(CostCategory.STAFF, ActualCost(Money(700))), Cost(CostCategory.TRAVEL, ActualCost(Money(300)))]
    plan = Budget.plan(
        total=Money(1_000), own_rate=Rate.of_percent(55), costs=costs, co_funders=[Organisation("Falu kommun")]
    )
    found = spread(plan, THREE_YEARS, by=SpreadBy.MONTHS)
    spent = breakdown(found, By.YEAR, of=BudgetSide.COSTS)
    paid = breakdown(found, By.YEAR, of=BudgetSide.FINANCING)
    assert spent.total == paid.total == Money(1_000)
    assert [row.total for row in spent.rows] == [Money(83), Money(333), Money(333), Money(251)]


def test_no_periods_and_no_days_are_refused() -> None:
    """Months that are not whole, days that nobody has said and no periods at all are told of, with what to do."""
    with pytest.raises(InvalidValue, match=r"period .*2025-01-15.* is not whole calendar months; divide by days"):
        spread_amount(Money(1), [Period("2025-01-15", "2025-02-28")], by=SpreadBy.MONTHS)
    with pytest.raises(InvalidValue, match=r"period .*2025-02-27.* is not whole calendar months"):
        spread_amount(Money(1), [Period("2025-01-01", "2025-02-27")], by=SpreadBy.MONTHS)
    with pytest.raises(
        NotKnown, match=r"period .* is not stated closely enough to divide it by months; .* divide equally"
    ):
        spread(Budget(), Period.of_years(2023, 2025), by=SpreadBy.MONTHS)
    with pytest.raises(InvalidValue, match="periods is missing"):
        spread_amount(Money(1), [], by=SpreadBy.DAYS)
    with pytest.raises(InvalidValue, match=r"over\[0\].period is missing") as refused:
        spread(Budget(), [Phase("Analys")], by=SpreadBy.DAYS)
    assert refused.value.names == {"over[0]": "Analys"}


def test_too_many_lines_are_refused() -> None:
    """A period of a thousand years makes no million lines of a few; years of no budget are refused as such."""
    lines = [Contribution(EU, Money(1), year=2025)] * 1_000
    with pytest.raises(InvalidValue, match="over 1001 parts make more than a million lines; divide over fewer"):
        spread(Budget(financing=lines), Period.of_years(1900, 2900), by=SpreadBy.EQUALLY)
    with pytest.raises(InvalidValue, match="year 1899 is not from 1900 to 2999"):
        spread(Budget(financing=[Contribution(EU, Money(1))]), Period.of_years(1899, 1900), by=SpreadBy.EQUALLY)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((spread, Project("A"), THREE_YEARS), "budget must be Budget, not Project"),
        ((spread, Budget(), "2025"), "over takes several Phase, such as a list; not str"),
        ((spread_amount, 5, [THREE_YEARS]), "amount must be Money, not int"),
    ],
)
def test_another_type_is_refused(arguments: tuple[Any, ...], message: str) -> None:
    """A number is no amount, and text no period; how to divide is said by name."""
    with pytest.raises(TypeError, match=message):
        call(*arguments, by=SpreadBy.DAYS)
    with pytest.raises(TypeError, match="by must be SpreadBy, not str"):
        call(spread_amount, Money(5), [THREE_YEARS], by="days")
