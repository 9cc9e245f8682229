from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import esfmodel.testing
from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Bounds,
    Budget,
    Claim,
    Contribution,
    ContributionBase,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    InvalidValue,
    Law,
    LumpSum,
    Money,
    NotInForce,
    Outcome,
    Period,
    Portfolio,
    Priority,
    Project,
    Rate,
    Role,
    exact,
    validate,
)
from esfmodel.law import PACKS, codes
from esfmodel.rules.rule import AnyRule, is_for_projects
from esfmodel.testing import (
    RULE_EXAMPLES,
    RuleExample,
    balanced_budgets,
    broken_projects,
    budgets,
    category_limits,
    ccis,
    claims,
    contexts,
    contributions,
    costs,
    finance_tables,
    lawful_projects,
    ledgers,
    limits,
    lump_sums,
    money_like,
    operation_ids,
    organisations,
    participations,
    portfolios,
    projects,
    records,
)
from esfmodel.testing._agreeing import _shares
from esfmodel.testing._budgets import _LARGEST_GROUP
from esfmodel.testing._figures import names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from esfmodel import CategoryLimit, Ledger, Limit, Rule
    from esfmodel.formats import FinanceTable
    from esfmodel.testing import WrittenText
    from esfmodel.values import MoneyLike

SOURCE = Path(esfmodel.testing.__file__).parent
OTHERS = {
    "Boundary",
    "RULE_EXAMPLES",
    "RuleExample",
    "WrittenText",
    "assert_valid",
    "boundaries",
    "broken_portfolios",
    "broken_projects",
}
"""What needs an argument, or is no strategy."""
STRATEGIES = [name for name in esfmodel.testing.__all__ if name not in OTHERS]
CODES = [rule.code for rule in RULES if is_for_projects(rule)]

CONTRIBUTIONS: dict[str, Callable[[Contribution], object]] = {
    "the rest": lambda part: part.is_rest,
    "a funder of an unknown amount": lambda part: part.amount is None and not part.is_rest,
    "an amount": lambda part: isinstance(part.amount, Money) and part.amount.minor > 0,
    "a correction": lambda part: isinstance(part.amount, Money) and part.amount.minor < 0,
    "bounds": lambda part: isinstance(part.amount, Bounds),
    "somebody named": lambda part: part.funder is not None and part.funder.organisation is not None,
    "a year and how firm it is": lambda part: part.year is not None and part.commitment is not None,
}

BUDGETS: dict[str, Callable[[Budget], object]] = {
    "no total": lambda budget: budget.costs and budget.financing and budget.total is None,
    "a total within bounds": lambda budget: isinstance(budget.total, Bounds),
    "a share": lambda budget: isinstance(budget.support_rate, Rate) and Rate(0) < budget.support_rate < Rate(1),
    "a share within bounds": lambda budget: isinstance(budget.support_rate, Bounds),
    "an undivided grant": lambda budget: isinstance(budget.eu_rate, Bounds),
    "more support than cost": lambda budget: (most := at_most(budget.own_contribution)) and most < Money(0),
    "costs that are not financed": lambda budget: (
        isinstance(budget.total_costs, Money) and budget.total_costs != budget.total_financing
    ),
}


def at_most(amount: MoneyLike | None) -> Money | None:
    """Return the most that an amount may be; None where it has no end."""
    return amount.high if isinstance(amount, Bounds) else amount


def some(strategy: st.SearchStrategy[Any], such: Callable[[Any], object] = lambda _drawn: True) -> Any:  # noqa: ANN401
    """Draw until something is such as asked for; what is drawn first is the simplest."""
    return find(
        strategy,
        lambda drawn: bool(such(drawn)),
        settings=settings(phases=[Phase.generate], max_examples=3_000, database=None),
    )


def inside(value: Any) -> Iterator[object]:  # noqa: ANN401
    """Walk through everything that an object holds."""
    yield value
    kind: type[Any] = value.__class__
    held: Iterable[Any] = value if kind is tuple else ()
    for item in [getattr(value, field.name) for field in attrs.fields(kind)] if attrs.has(kind) else held:
        yield from inside(item)


DRAWN: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], object]]] = {
    "a programme's code with its serial number": (ccis(), lambda code: code.serial is not None),
    "a programme's code without it": (ccis(), lambda code: code.serial is None),
    "a name of one other letter": (names(), lambda name: len(name) == 1 and name != "A"),
    "a rule judged on a day": (contexts(), lambda context: context.on is not None),
    "a rule judged on no day": (contexts(), lambda context: context.on is None),
    "a claim that corrects an earlier one": (claims("SEK"), lambda claim: any(cost.corrects for cost in claim.costs)),
    "a ledger that begins with claim 1": (
        ledgers("SEK"),
        lambda ledger: [row.number for row in ledger.claims][:1] == [1],
    ),
    "a ledger with a correction": (
        ledgers("SEK"),
        lambda ledger: any(cost.is_correction for event in ledger.events for cost in getattr(event, "costs", ())),
    ),
    "a known line of a lump sum with labels": (
        budgets("SEK", known="everything"),
        lambda budget: any(isinstance(line.basis, LumpSum) and line.phase for line in budget.costs),
    ),
    "a known actual cost with labels": (
        budgets("SEK", known="everything"),
        lambda budget: any(isinstance(line.basis, ActualCost) and line.year for line in budget.costs),
    ),
    "a claim that says exactly who paid": (
        projects("SEK", known="everything"),
        lambda project: any(isinstance(part.amount, Money) for claim in project.claims for part in claim.financing),
    ),
    "a project with a decision alone, dated by its month": (
        projects("SEK"),
        lambda project: [isinstance(decision.on, Period) for decision in project.decisions] == [True],
    ),
}


@pytest.mark.parametrize("such", DRAWN)
def test_what_users_have_can_be_drawn(such: str) -> None:
    """What may be said or left out is drawn both ways."""
    assert some(*DRAWN[such])


@pytest.mark.parametrize("scheme", ["esf-2021", "esf-2014", "tillvaxtverket-2014"])
def test_numbers_are_drawn_as_registers_write_them(scheme: str) -> None:
    """The numbers of each register are among those that are drawn."""
    assert some(operation_ids(), lambda number: number.scheme == scheme)


@given(lump_sums("EUR"), money_like("SEK"), records())
def test_figures_are_such_as_asked_for(lump_sum: LumpSum, amount: MoneyLike, record: WrittenText) -> None:
    """A lump sum is in its currency, an amount is from 0, and a record plans for three thousand people at most."""
    assert lump_sum.amount is None or lump_sum.amount.currency == "EUR"
    assert amount >= Money(0) if isinstance(amount, Money) else amount.low is None or amount.low >= Money(0)
    assert (record.project.planned_participants or 0) <= 3_000


@given(category_limits("EUR"), limits("EUR"))
def test_limits_are_in_the_currency_asked_for(of_category: CategoryLimit, limit: Limit) -> None:
    """A limit in euro can be compared with costs in euro."""
    for highest in (of_category.highest, limit.highest):
        assert highest is None or highest.currency == "EUR"


@given(_shares())
def test_a_share_of_support_is_at_most_the_whole(share: Rate) -> None:
    """Ceilings of the law and other shares are drawn, and none is above 100 %."""
    assert Rate(0) <= share <= Rate(1)


@given(ledgers("SEK"))
def test_a_ledger_is_of_a_thousand_millions_at_most(ledger: Ledger) -> None:
    """What it is granted and what is claimed have room beside each other."""
    assert all(abs(amount) <= Money(10**9) for amount in inside(ledger) if isinstance(amount, Money))


@given(claims("SEK"))
def test_a_claim_is_short_and_corrects_what_came_before(claim: Claim) -> None:
    """It has three costs and two payers at most, and corrects no claim of its own number or later."""
    assert len(claim.costs) <= 3
    assert len(claim.financing) <= 2
    assert all(cost.corrects is None or cost.corrects < claim.number for cost in claim.costs)


@given(finance_tables())
def test_a_finance_table_has_figures_of_a_million_at_most(table: FinanceTable) -> None:
    """Figures are such as a printed table has, times the thousands or millions of its heading."""
    found = [int(cell.text) for row in table.rows for cell in row.cells if cell.text.isdecimal()]
    assert all(figure <= 10**6 for figure in found)


@pytest.mark.parametrize("name", STRATEGIES)
def test_every_strategy_draws(name: str) -> None:
    """Each strategy is called without arguments and draws something at once."""
    some(getattr(esfmodel.testing, name)())


DRAWING = [path for path in sorted(SOURCE.glob("*.py")) if "import strategies" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", DRAWING, ids=lambda path: path.name)
def test_nothing_is_filtered(path: Path) -> None:
    """What is drawn is valid by construction: no strategy throws a draw away."""
    called = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in called}
    assert not names & {"filter", "assume", "reject"}


def test_a_name_that_is_not_there_says_so() -> None:
    """A strategy that does not exist is an AttributeError, and those that do are listed."""
    with pytest.raises(AttributeError, match="no attribute 'project'"):
        getattr(esfmodel.testing, "project")  # noqa: B009
    assert set(esfmodel.testing.__all__) <= set(dir(esfmodel.testing))


@pytest.mark.parametrize("source", FundingSource)
def test_every_source_of_money_is_drawn(source: FundingSource) -> None:
    """Budgets are financed from every kind of source, divided grants and undivided ones."""
    assert some(budgets("SEK"), lambda budget: any(part.source is source for part in budget.financing))


@pytest.mark.parametrize("such", CONTRIBUTIONS)
def test_contributions_are_known_and_unknown(such: str) -> None:
    """Amounts are exact, below zero, within bounds or unknown, from somebody or from nobody named."""
    assert some(contributions("SEK"), CONTRIBUTIONS[such])


@given(costs("SEK"))
def test_only_revenue_and_corrections_are_below_zero(cost: Cost) -> None:
    """A line of cost is not negative unless it is one of those two."""
    if isinstance(cost.amount, Money) and cost.amount < Money(0):
        assert cost.category in {CostCategory.REVENUE, CostCategory.CORRECTION}


@pytest.mark.parametrize("such", BUDGETS)
def test_budgets_are_known_in_part_and_contradict_themselves(such: str) -> None:
    """Shares are exact and within bounds, support exceeds the cost, costs are not financed: all of it is drawn."""
    assert some(budgets("SEK"), BUDGETS[such])


@given(balanced_budgets())
def test_balanced_budgets_leave_nothing_open(budget: Budget) -> None:
    """Costs are financed to the öre, the total is what it is stated to be, and the shares make the whole."""
    assert budget.total_costs == budget.total_financing == budget.total_cost
    assert exact(budget.support) + exact(budget.own_contribution) == budget.total_cost
    assert exact(budget.support_rate) + exact(budget.own_rate) == Rate(1)


@given(projects())
def test_a_project_is_in_one_currency_and_in_order(project: Project) -> None:
    """All amounts are in one currency; phases follow each other inside a period that has two ends."""
    assert len({held.currency for held in inside(project) if isinstance(held, Money)}) <= 1
    if isinstance(project.period, Period):
        spans = [phase.period for phase in project.phases if phase.period]
        assert len(spans) == len(project.phases)
        assert all(span in project.period for span in spans)
        assert all(before.end < after.start for before, after in pairwise(spans))
        assert project.duration_months in {None, project.period.months}


def test_every_field_of_a_project_is_drawn_and_left_out() -> None:
    """What nobody has said may be drawn, and so may what somebody has."""
    empty = {name: field.default for name, field in attrs.fields_dict(Project).items() if name[0] != "_"}
    left = {(name, is_empty) for name in empty if name != "name" for is_empty in (True, False)}

    def all_seen(project: Project) -> bool:
        left.difference_update([(name, getattr(project, name) == default) for name, default in empty.items()])
        return not left

    assert some(projects("SEK"), all_seen)


def test_the_simplest_project_is_its_name() -> None:
    """What fails for every project shrinks to the project of which only the name is known."""
    assert some(projects()) == Project("A")


@pytest.mark.parametrize("field", ["budget", "beneficiary"])
def test_what_fails_for_one_field_shrinks_to_that_field(field: str) -> None:
    """Of the twenty-seven other fields, what is shown has one more at most."""
    quick = settings(phases=[Phase.generate, Phase.shrink], max_examples=1_000, database=None)
    found = find(projects("SEK"), lambda project: bool(getattr(project, field)), settings=quick)
    said = {each.name for each in attrs.fields(Project) if getattr(found, each.name) not in {None, ()}}
    assert {"name", field} <= said
    assert len(said) <= 3


@pytest.mark.parametrize("role", Role)
def test_every_role_is_drawn(role: Role) -> None:
    """Organisations take part in every role, with a budget only where the role has one."""
    part = some(participations("SEK"), lambda part: part.role is role)
    assert role.has_budget or part.budget is None


@pytest.mark.parametrize("count", [1, 2, None])
def test_groups_and_single_bodies_are_drawn(count: int | None) -> None:
    """Organisations stand for one body, for a number of them, or for nobody knows how many."""
    assert some(organisations(), lambda organisation: organisation.count == count).count == count


def test_the_largest_group_is_all_municipalities() -> None:
    """All municipalities are a group that can be drawn, and none is larger."""
    assert len(codes.municipalities()) == _LARGEST_GROUP


def test_portfolios_hold_projects_that_belong_together() -> None:
    """Some projects of a portfolio share their fund, priority or region."""
    left = {"fund", "priority", "region"}

    def all_shared(portfolio: Portfolio) -> bool:
        for measure in [*left]:
            said = [getattr(project, measure) for project in portfolio.projects if getattr(project, measure)]
            if len(said) > len(set(said)):
                left.remove(measure)
        return not left

    assert some(portfolios(), all_shared)


def law_of(rule: AnyRule) -> Law:
    """Return the law a rule is judged by: with the programme's own rows where it rests on those."""
    return LAW.with_pack(PACKS["2021SE05SFPR001"]) if rule.basis == "programme" else LAW


@given(lawful_projects())
def test_a_lawful_project_names_its_programme_in_full(project: Project) -> None:
    """The programme is of the fund and the period of the project, so that neither is open to a rule."""
    programme = project.programme
    assert programme is not None
    assert programme.funds == (project.fund,)
    assert programme.programming_period == project.programming_period


@given(lawful_projects(), st.sampled_from([rule for rule in RULES if is_for_projects(rule)]))
def test_nothing_is_found_on_a_lawful_project(project: Project, rule: Rule[Project]) -> None:
    """No rule finds anything, and each one passes when it is given what only it asks for."""
    assert validate(project).findings == ()
    law, example = law_of(rule), cast("RuleExample[Project]", RULE_EXAMPLES[rule.code])
    report = validate(example.ok(project, law), law=law)
    assert report.findings == ()
    assert report.result(rule.code).outcome is Outcome.PASSED


# More projects are broken by every rule in the test of the rule book; here each code is drawn by its strategy.
@pytest.mark.parametrize("code", CODES)
@settings(max_examples=max(2, settings().max_examples // 20))
@given(data=st.data())
def test_a_broken_project_breaks_one_rule(code: str, data: st.DataObject) -> None:
    """The rule of the code finds something, and no other rule does but those it names as its consequences."""
    (rule,) = [each for each in RULES if each.code == code]
    report = validate(data.draw(broken_projects(code)), law=law_of(rule))
    found = {finding.rule for finding in report.findings}
    assert code in found
    assert found <= {code, *RULE_EXAMPLES[code].consequences}


@pytest.mark.parametrize("code", ["POR001", "BUD999", ""])
def test_a_code_of_no_rule_about_projects_is_refused(code: str) -> None:
    """Only a rule about projects can be broken on a project."""
    with pytest.raises(InvalidValue, match="cannot be used here; use one of BUD001"):
        broken_projects(code)


def too_short(project: Project, _law: Law) -> Project:
    """Let a project last a month."""
    return attrs.evolve(project, duration_months=1, period=None)


@given(data=st.data())
def test_a_rule_outside_the_book_is_broken_by_its_example(data: st.DataObject) -> None:
    """Who has a rule of one's own gives its example, and draws projects that break it."""
    mine = RuleExample(broken=too_short)
    assert data.draw(broken_projects(mine)).duration_months == 1
    assert mine.ok(Project("A"), LAW) == Project("A")


@settings(max_examples=20)
@given(data=st.data())
def test_an_example_follows_the_law_that_is_given(data: st.DataObject) -> None:
    """Where a year of full time has ten hours, eleven are the work of two people, and break nothing in today's law."""
    shorter = Law(attrs.evolve(row, value=10) if row.key == "hours-per-year" else row for row in LAW.provisions)
    project = data.draw(broken_projects(rule="SCO007", law=shorter))
    assert validate(project, law=shorter).result("SCO007").findings
    assert not validate(project).result("SCO007").findings


FUNDED = Project(
    "A",
    programming_period="2021-2027",
    period=Period("2023-01", "2024-12", "month"),
    budget=Budget(
        [Cost(CostCategory.STAFF, ActualCost(Money(900)))],
        [
            Contribution(Funder(source=FundingSource.EU), Money(400)),
            Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(500)),
        ],
    ),
)


def test_a_project_with_support_above_the_threshold_has_that_of_its_own_period() -> None:
    """The highest threshold is 500 000 euro from 2021 on, even if that of the years before were another one."""
    other = Law(
        attrs.evolve(row, value=Money(700_000, "EUR")) if row.key == "publicity.plaque.above" else row
        for row in LAW.under("publicity.plaque")
    )
    example = cast("RuleExample[Project]", RULE_EXAMPLES["PUB002"])
    for period, support in (("2021-2027", 500_001), ("2014-2020", 700_001)):
        budget = example.breaking(attrs.evolve(FUNDED, programming_period=period), other).budget
        assert budget is not None
        assert budget.support == Money(support, "EUR")


def test_a_period_outside_the_window_is_as_precise_as_before() -> None:
    """Two years in whole months are moved to the two years before 2021, and are whole months still."""
    example = cast("RuleExample[Project]", RULE_EXAMPLES["PER001"])
    moved = example.breaking(FUNDED, LAW).period
    assert moved == Period("2018-01", "2019-12", "month")


def test_what_is_given_in_kind_stands_on_both_sides_and_the_total_stays() -> None:
    """Of 900 kr the own 500 kr are in kind: they are a line of cost, and taken from the others."""
    example = cast("RuleExample[Project]", RULE_EXAMPLES["FIN004"])
    budget = example.ok(FUNDED, LAW).budget
    assert budget is not None
    assert [line.amount for line in budget.costs] == [Money(900), Money(500), Money(-500)]
    assert budget.total_costs == budget.total_financing == Money(900)


def test_a_priority_for_those_most_in_need_is_paid_to_nine_tenths_of_the_total() -> None:
    """The Union pays 90 % of the total cost, whatever rate and base the priority had."""
    priority = Priority("A", eu_rate=Rate.of_percent(40), base=ContributionBase.PUBLIC)
    example = cast("RuleExample[Portfolio]", RULE_EXAMPLES["POR002"])
    (project,) = example.ok(Portfolio([attrs.evolve(FUNDED, priority=priority)]), LAW).projects
    assert project.priority is not None
    assert (project.priority.eu_rate, project.priority.base) == (Rate.of_percent(90), ContributionBase.TOTAL)
    assert project.budget is not None
    assert [part.amount for part in project.budget.financing] == [Money(810), Money(90)]


def test_an_example_without_the_law_is_told_what_is_missing() -> None:
    """An example that needs a value says which; it makes none up."""
    example = cast("RuleExample[Project]", RULE_EXAMPLES["SCO007"])
    with pytest.raises(NotInForce, match="hours-per-year"):
        example.breaking(Project("A", programming_period="2021-2027"), Law([]))


@pytest.mark.parametrize(
    ("given", "wrong"),
    [({"broken": "no"}, "broken must be a function"), ({"broken": too_short, "ok": 1}, "ok must be a function")],
)
def test_an_example_is_made_of_functions(given: dict[str, Any], wrong: str) -> None:
    """What cannot be called breaks nothing."""
    with pytest.raises(TypeError, match=wrong):
        RuleExample(**given)


def test_the_consequences_of_an_example_are_several_codes() -> None:
    """One text is no list of codes."""
    with pytest.raises(TypeError, match="consequences takes several codes, such as a list; not str"):
        RuleExample(broken=too_short, consequences="FIN001")
