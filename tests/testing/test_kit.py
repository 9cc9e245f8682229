"""The testing kit for other people's code: what its knobs promise, and what a failing example shrinks to."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import Phase, find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from announcements import facts_of
from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    Law,
    LumpSum,
    Money,
    NotInForce,
    NotKnown,
    Period,
    Portfolio,
    Project,
    Rate,
    UnitCost,
    exact,
    read_text,
    validate,
)
from esfmodel.rules.rule import is_for_projects
from esfmodel.testing import (
    RULE_EXAMPLES,
    Boundary,
    RuleExample,
    announcements,
    assert_valid,
    boundaries,
    broken_portfolios,
    budgets,
    lawful_portfolios,
    projects,
    records,
    tables,
)
from esfmodel.testing._texts import _OF_RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esfmodel.testing import WrittenText

SHRUNK = settings(phases=[Phase.generate, Phase.shrink], max_examples=1_000, database=None)
A_FEW = settings(max_examples=max(8, settings().max_examples // 10))
SEK = "SEK"


def shrunk(drawn: st.SearchStrategy[Any], such: Callable[[Any], object] = lambda _drawn: True) -> Any:  # noqa: ANN401
    """Return the simplest of what is such as asked for."""
    return find(drawn, lambda each: bool(such(each)), settings=SHRUNK)


def amounts_in(value: Any) -> Iterator[object]:  # noqa: ANN401
    """Walk through everything that an object holds, and yield amounts and what stands for one."""
    kind: type[Any] = value.__class__
    if kind in {Money, Bounds}:
        yield value
    elif kind is tuple:
        for item in value:
            yield from amounts_in(item)
    elif attrs.has(kind):
        for field in attrs.fields(kind):
            yield from amounts_in(getattr(value, field.name))


# --- Budgets


@A_FEW
@given(budgets(known="everything"))
def test_a_budget_of_which_everything_is_known_adds_up(budget: Budget) -> None:
    """Costs and financing are one total above zero, to the smallest unit, and the shares are exact."""
    total = exact(budget.total_cost)
    assert total.minor > 0
    assert budget.total_costs == budget.total_financing == total
    assert exact(budget.support) + exact(budget.own_contribution) == total
    assert isinstance(budget.support_rate, Rate)
    assert all(isinstance(amount, Money) for amount in budget.cost_amounts)


@A_FEW
@given(budgets(known="partly", max_lines=3))
def test_a_budget_known_in_part_has_both(budget: Budget) -> None:
    """The total is stated, and the first line is not known exactly."""
    assert budget.total is not None
    first = budget.cost_amounts[0]
    assert first is None or (isinstance(first, Bounds) and first.known is None)


@A_FEW
@given(st.data(), st.sampled_from((None, "everything", "partly")), st.integers(0, 4), st.integers(0, 3))
def test_a_budget_has_as_many_lines_as_asked(data: st.DataObject, known: Any, least: int, more: int) -> None:  # noqa: ANN401
    """Whatever is known, there are at least and at most so many lines; two numbers alike are what `lines` is."""
    budget = data.draw(budgets(SEK, known=known, min_lines=least, max_lines=least + more))
    assert least <= len(budget.costs) <= least + more
    assert len(data.draw(budgets(SEK, known=known, lines=least)).costs) == least


@A_FEW
@given(st.data(), st.integers(0, 10_000))
def test_support_lies_near_a_share(data: st.DataObject, hundredths: int) -> None:
    """The support is the share of the total, rounded down, or one smallest unit off, and never outside the total."""
    share = Rate.of(hundredths, 10_000)
    budget = data.draw(budgets(SEK, support_near=share))
    support, total = exact(budget.support).minor, exact(budget.total_cost).minor
    assert abs(support - int(share.fraction * total)) <= 1
    assert 0 <= support <= total


@pytest.mark.parametrize("off", [-1, 1])
def test_what_fails_near_a_share_is_one_line_of_a_hundred(off: int) -> None:
    """Below and above 46 % are found, and shown with figures that are checked in the head."""
    share = Rate.of_percent(46)

    def is_off(budget: Budget) -> bool:
        total = exact(budget.total_cost).minor
        return exact(budget.support).minor == int(share.fraction * total) + off

    budget = shrunk(budgets(SEK, support_near=share), is_off)
    assert budget == Budget(
        [Cost(CostCategory.STAFF, ActualCost(Money(100)))],
        [
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money.of_minor(4_600 + off)),
            Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money.of_minor(5_400 - off)),
        ],
    )


@pytest.mark.parametrize("basis", [ActualCost, LumpSum, UnitCost, FlatRate])
def test_known_costs_are_on_every_basis(basis: type) -> None:
    """Simplified costs are known too, and count in the total."""
    drawn = settings(phases=[Phase.generate], max_examples=1_000, database=None)
    budget = find(
        budgets(SEK, known="everything"),
        lambda each: any(isinstance(line.basis, basis) for line in each.costs),
        settings=drawn,
    )
    assert isinstance(budget.total_costs, Money)


@pytest.mark.parametrize(
    ("knobs", "wrong"),
    [
        ({"known": "all"}, "known 'all' cannot be used here; use one of everything, partly"),
        ({"lines": 3, "max_lines": 4}, "lines 3 is given beside min_lines or max_lines"),
        ({"min_lines": 5, "max_lines": 3}, "min_lines 5 is not from 0 to 3"),
        ({"lines": -1}, "min_lines -1 is not from 0 to 1000"),
        ({"max_lines": 10_000}, "max_lines 10000 is not from 0 to 1000"),
        ({"support_near": Rate.of(3, 2)}, "is no share of a whole"),
        ({"support_near": Rate(1), "known": "partly"}, "is given beside known='partly'; give one of them alone"),
        ({"currency": "kr"}, "currency 'kr' is not a currency code; write SEK"),
    ],
)
def test_knobs_that_cannot_be_are_refused(knobs: dict[str, Any], wrong: str) -> None:
    """A mistake is told when the strategy is made, with what to do, and not when it draws."""
    with pytest.raises(InvalidValue) as refused:
        budgets(**knobs)
    assert wrong in str(refused.value)


def test_a_share_beside_what_is_known_in_part_is_told_with_both() -> None:
    """The error has the argument, what was given and what it stands beside, for a program to read."""
    with pytest.raises(InvalidValue) as refused:
        budgets(SEK, support_near=Rate.of_percent(40), known="partly")
    error = refused.value
    assert (error.code, error.place, error.given) == ("argument.too_many", "support_near", Rate.of_percent(40))
    assert error.params == {"other": "known='partly'"}


@pytest.mark.parametrize(
    "knobs", [{"lines": True}, {"min_lines": "2"}, {"support_near": 40}, {"max_lines": Money(3)}], ids=str
)
def test_knobs_of_other_types_are_type_errors(knobs: dict[str, Any]) -> None:
    """What is no number, or no share, is a mistake of the program."""
    with pytest.raises(TypeError, match="must be"):
        budgets(**knobs)


# --- Projects


@seed(1)
@settings(max_examples=100, derandomize=False)
@given(st.data())
def _draw_projects(data: st.DataObject) -> None:
    DRAWN.append(data.draw(st.from_type(Project)))


DRAWN: list[Project] = []


def test_a_hundred_projects_are_such_as_users_have() -> None:
    """Most have a budget of several lines; partners, decisions and claims are common, and every kind of decision."""
    DRAWN.clear()
    _draw_projects()
    lines = [len(project.budget.costs) for project in DRAWN if project.budget is not None]
    assert len(DRAWN) == 100
    # What is drawn depends on which modules are loaded, since Hypothesis tries their constants: hence some room.
    assert len(lines) >= 75
    assert sum(lines) >= 80
    assert min(sum(map(bool, each)) for each in zip(*map(_has, DRAWN), strict=True)) >= 15
    assert len({decision.kind for project in DRAWN for decision in project.decisions}) >= len(DecisionKind) - 1
    assert len(set(map(_status, DRAWN))) >= len(DecisionKind) - 1


def _has(project: Project) -> tuple[object, ...]:
    return project.partners, project.decisions, project.claims, project.fund


def _status(project: Project) -> DecisionKind | None:
    try:
        return project.status()
    except NotKnown:
        return None


@A_FEW
@given(st.data(), st.sampled_from(DecisionKind))
def test_a_project_has_the_status_asked_for(data: st.DataObject, status: DecisionKind) -> None:
    """Whatever decisions came before, and whether they are dated or not."""
    assert data.draw(projects(SEK, status=status)).status() is status


@A_FEW
@given(projects(fund=Fund.ERDF, period=Period("2024-01-01", "2025-06-30"), status=DecisionKind.CLOSED, max_costs=1))
def test_what_is_asked_of_a_project_is_so_in_each(project: Project) -> None:
    """Fund, period, status and the number of lines are as asked, and the length stated is the period's."""
    assert (project.fund, project.period, project.status()) == (
        Fund.ERDF,
        Period("2024-01-01", "2025-06-30"),
        DecisionKind.CLOSED,
    )
    assert project.duration_months in {None, 18}
    assert project.budget is None or len(project.budget.costs) <= 1


@A_FEW
@given(projects(known="everything", min_costs=2))
def test_a_project_of_which_everything_is_known_has_no_open_amount(project: Project) -> None:
    """It has a period with two ends and a budget that adds up, and all amounts anywhere are exact."""
    assert isinstance(project.period, Period)
    assert project.budget is not None
    assert len(project.budget.costs) >= 2
    assert project.budget.total_costs == project.budget.total_financing
    assert not [amount for amount in amounts_in(project) if isinstance(amount, Bounds)]
    paid = [part for claim in project.claims for part in claim.financing]
    assert all(isinstance(part.amount, Money) for part in paid)


def test_projects_shrink_to_what_is_asked_for() -> None:
    """A name, and the smallest budget that is known."""
    assert shrunk(projects(SEK, known="partly")) == Project(
        "A", budget=Budget([Cost(CostCategory.STAFF, ActualCost())], total=Money(0))
    )
    assert shrunk(projects(SEK, status=DecisionKind.GRANTED)) == Project(
        "A", decisions=[Decision(DecisionKind.GRANTED)]
    )
    year = Period("2024-01-01", "2024-12-31")
    assert shrunk(projects(SEK, period=year)) == Project("A", period=year)
    stated = shrunk(projects(SEK, period=year), lambda project: project.duration_months)
    assert stated == Project("A", period=year, duration_months=12)
    assert shrunk(projects(SEK, min_costs=2)).budget == Budget([Cost(CostCategory.STAFF, ActualCost())] * 2)


@pytest.mark.parametrize(
    ("knobs", "wrong"),
    [
        ({"min_costs": 4, "max_costs": 2}, "min_costs 4 is not from 0 to 2"),
        ({"known": "yes"}, "known 'yes' cannot be used here"),
    ],
)
def test_knobs_of_projects_that_cannot_be_are_refused(knobs: dict[str, Any], wrong: str) -> None:
    """They are refused as those of budgets."""
    with pytest.raises(InvalidValue, match=wrong):
        projects(**knobs)
    with pytest.raises(TypeError, match="fund must be Fund"):
        projects(fund=cast("Fund", "ESF+"))


# --- Broken portfolios

PORTFOLIO_CODES = [rule.code for rule in RULES if not is_for_projects(rule)]


@settings(max_examples=5)
@given(lawful_portfolios())
def test_a_lawful_portfolio_has_no_errors(portfolio: Portfolio) -> None:
    """Two lawful projects side by side break nothing."""
    assert validate(portfolio).errors == ()


@pytest.mark.parametrize("code", PORTFOLIO_CODES)
@settings(max_examples=2)
@given(data=st.data())
def test_a_broken_portfolio_breaks_its_rule(code: str, data: st.DataObject) -> None:
    """The rule finds something, and no other does but those it names as its consequences."""
    report = validate(data.draw(broken_portfolios(code)))
    found = {finding.rule for finding in report.findings}
    assert code in found
    assert found <= {code, *RULE_EXAMPLES[code].consequences}


def test_a_rule_about_projects_breaks_no_portfolio() -> None:
    """The codes that can be used are named; an example of one's own is used as it is."""
    with pytest.raises(InvalidValue, match="cannot be used here; use one of POR001"):
        broken_portfolios("FIN005")

    def renamed(portfolio: Portfolio, _law: Law) -> Portfolio:
        return attrs.evolve(portfolio, name="Mitt")

    assert shrunk(broken_portfolios(RuleExample(broken=renamed))).name == "Mitt"


# --- Boundaries


def test_every_provision_has_its_boundaries() -> None:
    """Its value and the two beside it, and the days around each end of the time that it applies to."""
    for row in LAW.provisions:
        cases = boundaries(row)
        of_days = [case for case in cases if case.of != "value"]
        assert [case.on for case in of_days] == [
            day + datetime.timedelta(step) for day in (row.start, row.end) if day is not None for step in (-1, 0, 1)
        ]
        assert {case.value for case in of_days} == {row.value}
        values = [case.value for case in cases if case.of == "value"]
        expected = 1 if isinstance(row.value, str) else 6 if isinstance(row.value, Period) else 3
        assert len(values) == len(set(values)) == expected
        assert all(case.in_force == row.in_force(case.on) for case in cases)
        assert all(case.allowed is None for case in cases if not case.in_force)


@pytest.mark.parametrize(
    ("key", "on", "allowed"),
    [
        ("de-minimis.ceiling", ["299999.99 EUR", "300000 EUR", "300000.01 EUR"], [True, True, False]),
        ("interreg.partner-countries", ["1", "2", "3"], [False, True, True]),
        ("co-financing.increase.review-priorities.erdf", ["9", "10", "11"], [False, True, False]),
        ("co-financing.ceiling.cohesion-fund", ["84.99%", "85%", "85.01%"], [True, True, False]),
        ("eligibility.start.yei", ["2013-08-31", "2013-09-01", "2013-09-02"], [None, None, None]),
    ],
)
def test_values_beside_a_limit_by_hand(key: str, on: list[str], allowed: list[bool | None]) -> None:
    """One cent, one hundredth of a percentage point, one of what is counted, or one day; and whether it is allowed."""
    cases = [case for case in boundaries(LAW.history(key)[0]) if case.of == "value"]
    assert [str(case.value) for case in cases] == on
    assert [case.allowed for case in cases] == allowed


def test_a_window_has_two_ends() -> None:
    """The day before the first day and the one after the last are outside."""
    row = LAW.provision("eligibility.period", programming_period="2021-2027")
    cases = [case for case in boundaries(row) if case.of == "value"]
    assert [case.allowed for case in cases] == [False, True, True, True, True, False]


def test_a_key_has_the_boundaries_of_all_its_values() -> None:
    """Of each row, the oldest first; a key that is not there is told."""
    key = "revenue.exempt"
    assert boundaries(key) == tuple(case for row in LAW.history(key) for case in boundaries(row))
    with pytest.raises(NotInForce, match="did you mean"):
        boundaries("revenue.exempted")


# --- Texts


@pytest.mark.parametrize("drawn", [records(), tables()], ids=["records", "tables"])
@A_FEW
@given(data=st.data())
def test_a_record_and_a_list_are_read_back(drawn: st.SearchStrategy[WrittenText], data: st.DataObject) -> None:
    """The reader of the library finds the very projects beside the text, and no problem."""
    written = data.draw(drawn)
    reading = read_text(written.text)
    assert reading.format == written.format
    assert reading.problems == ()
    assert reading.projects == written.projects
    assert written.project == written.projects[0]


def test_a_record_leaves_something_for_others_to_pay() -> None:
    """Support is granted from one per cent of the total to ninety-nine: what others pay is never nothing."""

    def rest(figures: tuple[Money, Money]) -> Money:
        total, support = figures
        return total - support

    figures = _OF_RECORDS["figures"]
    assert shrunk(figures) == (Money(100_000), Money(1_000))
    with pytest.raises(NoSuchExample):
        shrunk(figures, lambda drawn: rest(drawn) <= Money(0))


@A_FEW
@given(announcements())
def test_an_announcement_is_read_back(written: WrittenText) -> None:
    """Every fact of the project beside the text is found in it, and no other."""
    reading = read_text(written.text, format=written.format)
    assert facts_of(reading.one()) == facts_of(written.project)


# --- An assertion


RIGHT = Project("Resan", budget=Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(900)))], total=Money(900)))
WRONG = attrs.evolve(RIGHT, budget=Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(900)))], total=Money(1_000)))


def test_a_valid_project_passes_in_silence() -> None:
    """What cannot be judged raises nothing unless asked for, and then says what is missing."""
    assert_valid(RIGHT)
    with pytest.raises(AssertionError, match="Could not be evaluated") as told:
        assert_valid(RIGHT, complete=True)
    assert "BUD003" in str(told.value)
    assert_valid(RIGHT, complete=True, rules=())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Resan: the rules find 1 error", "BUD002", "budget.costs: expected 1000 SEK, found 900 SEK", "Basis:"]),
        ("sv", ["Resan: reglerna finner 1 fel", "BUD002", "budget.costs: väntat 1000 SEK, funnet 900 SEK", "Grund:"]),
    ],
)
def test_an_account_has_place_expected_found_and_basis(language: str, told: list[str]) -> None:
    """It is in the language asked for; what cannot be judged is left out."""
    with pytest.raises(AssertionError) as failed:
        assert_valid(WRONG, language=language)
    assert [words for words in told if words not in str(failed.value)] == []
    assert "FIN001" not in str(failed.value)
    assert_valid(WRONG, ignore=["BUD002"])


def test_several_errors_are_counted_and_the_language_is_one_of_two() -> None:
    """Two errors are two; a third language is refused."""
    several = Portfolio([WRONG, attrs.evolve(WRONG, name="Resan tillbaka")], name="Resor")
    with pytest.raises(AssertionError, match="Resor: the rules find 2 errors"):
        assert_valid(several)
    with pytest.raises(InvalidValue, match="is not one we know; use one of sv, en"):
        assert_valid(WRONG, language="de")


def test_a_boundary_is_a_plain_value() -> None:
    """It compares and prints as its fields."""
    case = boundaries("vat.threshold")[0]
    assert isinstance(case, Boundary)
    assert attrs.evolve(case) == case


def test_a_budget_without_lines_is_partly_known_by_who_pays() -> None:
    """Where no line of cost may be, what is not known exactly is a contribution."""
    budget = shrunk(budgets(SEK, known="partly", max_lines=0))
    assert budget.costs == ()
    assert not isinstance(budget.financing[0].amount, Money)
