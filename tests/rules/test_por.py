from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    Bounds,
    Budget,
    Call,
    CategoryOfRegion,
    Contribution,
    ContributionBase,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Money,
    Organisation,
    Outcome,
    Portfolio,
    Priority,
    Programme,
    Project,
    Provision,
    Rate,
    Severity,
    validate,
)
from esfmodel.rules.families.por_priorities import Shares
from esfmodel.testing._rule_examples.por import POR

if TYPE_CHECKING:
    from esfmodel.rules import RuleResult
    from esfmodel.values.bounds import MoneyLike

AREA = Priority(
    "A",
    fund=Fund.ESF_PLUS,
    category_of_region=CategoryOfRegion.MORE_DEVELOPED,
    eu_rate=Rate.of_percent(50),
    base=ContributionBase.TOTAL,
)


def project(
    union: MoneyLike | None, own: MoneyLike | None, source: FundingSource = FundingSource.OWN_PUBLIC, **more: object
) -> Project:
    """A project with money of the Union and of its own."""
    financing = [Contribution(Funder(source=FundingSource.EU), union), Contribution(Funder(source=source), own)]
    made = Project(
        "A", programming_period="2021-2027", priority=AREA, budget=Budget(financing=financing, complete=True)
    )
    changes: dict[str, Any] = more
    return attrs.evolve(made, **changes)


def of_total(subject: Project, total: MoneyLike) -> Project:
    """The same project with a stated total."""
    assert subject.budget is not None
    return attrs.evolve(subject, budget=attrs.evolve(subject.budget, total=total))


def judged(*projects: Project) -> RuleResult:
    """Return what became of the ceiling."""
    return validate(Portfolio(projects)).result("POR001")


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=1, max_size=5))
def test_the_ceiling_is_on_the_sum(amounts: list[tuple[int, int]]) -> None:
    """All projects of the priority together are within 50 %, or not, whatever the single project's share is.

    Each project's money may have been rounded up by half a krona.
    """
    result = judged(*(project(Money(union), Money(own)) for union, own in amounts))
    union, own = (sum(part) for part in zip(*amounts, strict=True))
    # Where all is in whole kronor; in öre a half would be half an öre.
    assert (result.outcome is Outcome.PASSED) == (2 * union - (union + own) <= len(amounts))


def test_a_share_above_the_decided_rate_is_an_error_with_its_kronor() -> None:
    """600 of 1 000 where 50 % is decided: 100 kr too much, by the point that allows 50 % to a more developed region."""
    result = judged(project(Money(100), Money(100), priority=AREA), project(Money(500), Money(300), priority=AREA))
    (finding,) = result.findings
    assert (finding.severity, finding.place) == (Severity.ERROR, "projects[0].priority")
    assert (finding.expected, finding.found, finding.difference) == (
        Rate.of_percent(50),
        Rate.of_percent(60),
        Money(100),
    )
    assert "Programområde A (2 projekt): Unionens andel av de totala bidragen är 60" in finding.text("sv")
    assert "Article 112(3)(d)" in finding.text("en")


@pytest.mark.parametrize(
    ("kinds", "outcome"),
    [
        ([DecisionKind.APPLIED], Outcome.FAILED),
        ([DecisionKind.REJECTED], Outcome.PASSED),
        ([DecisionKind.REJECTED, DecisionKind.GRANTED], Outcome.NOT_EVALUATED),
    ],
)
def test_a_refused_application_is_no_project_of_the_priority(kinds: list[DecisionKind], outcome: Outcome) -> None:
    """80 of 100 asked for and refused beside 50 of 100; where it is unclear which decision is the last, a question."""
    other = project(Money(80), Money(20), decisions=[Decision(kind, "2024-05-02") for kind in kinds])
    assert judged(project(Money(50), Money(50)), other).outcome is outcome


def test_a_share_that_prints_as_its_ceiling_is_told_as_over_it() -> None:
    """One krona of ten million over 40 % is "over 40 %", not "40 %, above the rate of 40 %"; under likewise."""
    priority = attrs.evolve(AREA, eu_rate=Rate.of_percent(40))
    (finding,) = judged(project(Money(4_000_001), Money(5_999_999), priority=priority)).findings
    told = finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert "är över 40 %, över den beslutade satsen 40 % (artikel 112.3 e" in told
    under = attrs.evolve(finding, found=Rate.of_percent("39.9999"))
    assert "is under 40%, above the decided rate" in under.text("en")
    assert "is 40%, above the decided rate" in attrs.evolve(finding, found=Rate.of_percent(40)).text("en")


def test_between_two_ceilings_somebody_should_look() -> None:
    """Without a decided rate, 45 % is lawful where the region was a transition region before: a warning says so."""
    (finding,) = judged(project(Money(450), Money(550), priority=attrs.evolve(AREA, eu_rate=None))).findings
    assert finding.severity is Severity.WARNING
    assert "kontrollera om det är en sådan" in finding.text("sv")


def test_a_priority_of_which_the_rate_is_not_stated_may_have_a_special_one() -> None:
    """Area C is granted 90 %, which Article 10 of the ESF+ Regulation gives: without the rate nothing is an error."""
    priority = attrs.evolve(AREA, code="C", eu_rate=None)
    (finding,) = judged(project(Money(90), Money(10), FundingSource.STATE_GRANT, priority=priority)).findings
    assert finding.severity is Severity.WARNING
    assert "egen sats är inte angiven" in finding.text("sv")
    assert "own rate is not stated" in finding.text("en")


PROGRAMME, FULLER = Programme("2021SE05SFPR"), Programme("2021SE05SFPR001")


@pytest.mark.parametrize(
    "more",
    [
        {"programme": FULLER},
        {"programme": None},
        {"priority": attrs.evolve(AREA, fund=None)},
    ],
)
def test_what_may_be_one_priority_is_not_judged_as_two(more: dict[str, Any]) -> None:
    """60 of 100 beside 0 of 900 of what may be the same priority: nobody can say whether the sum is too high."""
    one = project(Money(60), Money(40), programme=PROGRAMME)
    result = judged(one, attrs.evolve(project(Money(0), Money(900), programme=PROGRAMME), **more))
    assert (result.outcome, result.findings) == (Outcome.NOT_EVALUATED, ())
    assert result.reason is not None
    assert "anges på olika sätt" in result.reason.sv


def test_without_a_fund_the_ceiling_is_not_certain() -> None:
    """The just transition fund has other ceilings, so without a fund nothing is called an error."""
    (finding,) = judged(project(Money(99), Money(1), priority=attrs.evolve(AREA, fund=None))).findings
    assert finding.severity is Severity.WARNING
    assert "Fonden är inte angiven" in finding.text("sv")


@pytest.mark.parametrize(
    "more",
    [
        {"fund": Fund.ESF_PLUS, "priority": attrs.evolve(AREA, fund=None)},
        {"priority": attrs.evolve(AREA, fund=None), "call": Call(fund=Fund.ESF_PLUS)},
        {"priority": attrs.evolve(AREA, fund=None), "programme": Programme(funds=[Fund.ESF_PLUS])},
    ],
)
def test_the_fund_is_found_where_it_is_stated(more: dict[str, Any]) -> None:
    """The project, its priority, its call or its programme may say it."""
    assert judged(project(Money(99), Money(1), **more)).findings[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("source", "own", "outcome"),
    [
        (FundingSource.OWN_PRIVATE, Money(60), Outcome.FAILED),
        (FundingSource.OWN_PRIVATE, Money(40), Outcome.FAILED),
        (FundingSource.OWN_PUBLIC, Money(60), Outcome.PASSED),
        (FundingSource.OWN, Money(60), Outcome.NOT_EVALUATED),
        (FundingSource.OWN_PRIVATE, None, Outcome.NOT_EVALUATED),
        (FundingSource.OWN_PRIVATE, Bounds.at_least(Money(60)), Outcome.NOT_EVALUATED),
    ],
)
def test_a_rate_of_the_public_contribution_leaves_private_money_out(
    source: FundingSource, own: MoneyLike | None, outcome: Outcome
) -> None:
    """Article 112(2)(b): 40 of 100 is the whole of the public contribution where the rest is private."""
    priority = attrs.evolve(AREA, fund=Fund.ERDF, base=ContributionBase.PUBLIC)
    made = project(Money(40), own, source, priority=priority)
    assert judged(made).outcome is outcome


def test_a_share_too_high_of_the_total_is_too_high_of_any_base() -> None:
    """Without a base an error shows in the share of the total, the smallest; it passes where both bases agree."""
    priority = attrs.evolve(AREA, base=None)
    private = FundingSource.OWN_PRIVATE
    assert judged(project(Money(60), Money(40), private, priority=priority)).findings[0].severity is Severity.ERROR
    assert judged(project(Money(20), Money(80), private, priority=priority)).outcome is Outcome.NOT_EVALUATED
    assert judged(project(Money(20), Money(80), priority=priority)).outcome is Outcome.PASSED


def test_what_is_known_within_bounds_is_judged_where_it_decides() -> None:
    """At least 60 of at most 100 is above every ceiling; at most 30 of at least 100 is below."""
    own = Money(40)
    above = of_total(project(Bounds.at_least(Money(60)), Bounds(Money(0), own)), Bounds(Money(90), Money(100)))
    (finding,) = judged(above).findings
    assert finding.difference == Bounds.at_least(Money(10))
    assert finding.found == Bounds(Rate.of_percent(60), Rate(1))
    parts = project(Bounds(Money(0), Money(30)), Bounds(Money(70), Money(200)))
    below = of_total(parts, Bounds(Money(100), Money(200)))
    assert judged(below).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ([project(None, Money(5))], "depends on what is not stated"),
        ([project(Money(1, "EUR"), Money(5, "EUR"))], "several currencies"),
        ([project(Money(1), Money(5), priority=None)], "project 2, A: no priority"),
        ([project(Money(1), Money(5), programming_period=None)], "not stated: programming period"),
        ([project(Money(1), Money(5), budget=None)], "amount"),
        ([project(Money(1), Money(5), budget=Budget())], "amount"),
        ([project(Money(1), Money(5), priority=attrs.evolve(AREA, category_of_region=None))], "category of region"),
        ([project(Money(1), Money(5), priority="B")], "category of region"),
        ([project(Money(0), Money(0), priority=attrs.evolve(AREA, code="E"))], "priority E: whether the share"),
        ([project(Money(1), Money(5), programming_period="2007-2013")], "the law data has no single value for"),
    ],
)
def test_what_is_not_known_is_said_and_not_passed(others: list[Project], reason: str) -> None:
    """One project without its figures leaves the question open, and the reason says which."""
    result = judged(project(Money(1), Money(5)), *others)
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert reason in result.reason.en


def test_an_error_in_one_priority_is_told_beside_open_questions_in_another() -> None:
    """What can be judged is, and the report is still not complete."""
    report = validate(Portfolio([project(Money(99), Money(1)), project(Money(1), Money(1), priority=None)]))
    result = report.result("POR001")
    assert result.outcome is Outcome.FAILED
    assert result.findings
    assert not result.complete
    assert "Kunde bara delvis bedömas: POR001." in report.text("sv")


def test_priorities_of_two_programmes_are_not_one() -> None:
    """The same letter in two programmes is two priorities."""
    one = project(Money(60), Money(40), programme=Programme("2021SE05SFPR001"))
    other = project(Money(0), Money(900), programme=Programme("2021SE16RFPR001"))
    (finding,) = judged(one, other).findings
    assert dict(finding.values)["projects"] == 1


def test_other_funds_are_left_alone() -> None:
    """A portfolio of other funds is not concerned, and in a mixed one theirs are not counted."""
    other = project(Money(99), Money(1), fund=Fund.AMIF)
    assert judged(other).outcome is Outcome.NOT_APPLICABLE
    assert judged(other, project(Money(1), Money(9))).outcome is Outcome.PASSED


def test_of_shares_without_ends_nothing_is_known() -> None:
    """At most so much of at least so much has no lowest share, and nothing is certainly beyond a ceiling."""
    shares = Shares(Bounds.at_most(Money(5)), Bounds.at_least(Money(10)))
    assert shares.lowest is None
    assert shares.highest == Rate.of_percent(50)
    assert shares.beyond(Rate.of_percent(40)) is None
    assert shares.excess(Rate.of_percent(40)) == Bounds.at_most(Money(1))
    assert Shares(Bounds.at_most(Money(5)), Bounds.at_most(Money(10))).excess(Rate.of_percent(40)) is None
    assert Shares(Bounds.at_least(Money(1)), Bounds.at_most(Money(0))).known is None


def test_broken_leaves_a_project_without_a_budget_as_it_is() -> None:
    """There is no money to move where there is no budget."""
    portfolio = Portfolio([Project("A")])
    for code in ("POR001", "POR002", "POR004"):
        assert POR[code].broken(portfolio, LAW) == portfolio
    assert POR["POR002"].ok(portfolio, LAW) == portfolio
    assert POR["POR004"].broken(Portfolio(), LAW) == Portfolio()


def test_without_a_rate_of_its_own_a_priority_may_be_a_dedicated_one() -> None:
    """Some dedicated priorities may have all from the Union: where no rate is stated, too much is a warning."""
    undecided = attrs.evolve(AREA, eu_rate=None)
    (finding,) = judged(project(Money(99), Money(1), priority=undecided)).findings
    assert finding.severity is Severity.WARNING
    assert "särskilda programområden kan ha en högre" in finding.text("sv")


def test_a_base_that_is_found_in_two_ways_decides_only_where_both_agree() -> None:
    """Where a stated total holds 40 kr that nobody is listed for, they may be public or private."""
    priority = attrs.evolve(AREA, base=ContributionBase.PUBLIC)
    assert judged(of_total(project(Money(51), Money(49), priority=priority), Money(140))).outcome is (
        Outcome.NOT_EVALUATED
    )
    assert judged(of_total(project(Money(71), Money(29), priority=priority), Money(140))).outcome is Outcome.FAILED
    assert judged(of_total(project(Money(40), Money(60), priority=priority), Money(140))).outcome is Outcome.PASSED
    open_ended = project(Money(1), Bounds.at_most(Money(9)), priority=priority)
    assert judged(of_total(open_ended, Bounds.at_least(Money(5)))).outcome is Outcome.NOT_EVALUATED
    unknown = project(Money(1), None, priority=priority)
    assert judged(of_total(unknown, Bounds.at_most(Money(5)))).outcome is Outcome.NOT_EVALUATED


def needy(
    *amounts: tuple[MoneyLike | None, MoneyLike | None],
    objectives: tuple[str, ...] = ("l",),
    base: ContributionBase | None = ContributionBase.TOTAL,
) -> RuleResult:
    """Judge a priority for those most in need by the one rate there is."""
    priority = attrs.evolve(AREA, code="C", specific_objectives=objectives, base=base)
    rows = [project(union, state, FundingSource.STATE_GRANT, priority=priority) for union, state in amounts]
    return validate(Portfolio(rows)).result("POR002")


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=5))
def test_cut_to_whole_kronor_ninety_of_a_hundred_is_the_one_rate(totals: list[int]) -> None:
    """Nine tenths of each project's cost cut to whole kronor is the rate, however many projects there are."""
    assert needy(*((Money(each * 9 // 10), Money(each - each * 9 // 10)) for each in totals)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("union", "state", "severity", "difference"),
    [(92, 8, Severity.ERROR, 2), (88, 12, Severity.WARNING, -2), (91, 9, None, 1), (89, 11, None, -1)],
)
def test_beyond_a_krona_for_each_operation_the_one_rate_is_missed(
    union: int, state: int, severity: Severity | None, difference: int
) -> None:
    """2 kr above 90 of 100 is an error, 2 kr below a warning, and 1 kr either way neither."""
    findings = needy((Money(union), Money(state))).findings
    assert [(each.severity, each.difference) for each in findings] == (
        [] if severity is None else [(severity, Money(difference))]
    )
    for finding in findings:
        assert isinstance(finding.basis, Provision)
        assert (finding.basis.article, finding.expected) == ("10", Rate.of_percent(90))


@pytest.mark.parametrize(
    ("objectives", "outcome"),
    [
        (("l",), Outcome.FAILED),
        (("(M)",), Outcome.FAILED),
        (("4(1)(l)", "m"), Outcome.FAILED),
        (("l", "h"), Outcome.NOT_APPLICABLE),
        (("C1",), Outcome.NOT_APPLICABLE),
        ((), Outcome.NOT_EVALUATED),
    ],
)
def test_only_priorities_for_the_most_deprived_have_the_one_rate(objectives: tuple[str, ...], outcome: Outcome) -> None:
    """The objectives (l) and (m) in any writing; with others beside them it is no such priority."""
    assert needy((Money(99), Money(1)), objectives=objectives).outcome is outcome


def test_a_priority_for_the_most_deprived_is_not_under_the_ordinary_ceiling() -> None:
    """90 % is then the rate and no excess: the ceiling of the category of region does not apply."""
    priority = attrs.evolve(AREA, code="C", specific_objectives=("l",))
    rows = [project(Money(90), Money(10), priority=priority), project(Money(4), Money(6))]
    report = validate(Portfolio(rows))
    assert report.result("POR001").outcome is Outcome.PASSED
    assert validate(Portfolio(rows[:1])).result("POR001").outcome is Outcome.NOT_APPLICABLE
    assert report.result("POR002").outcome is Outcome.NOT_EVALUATED
    regional = attrs.evolve(priority, fund=Fund.ERDF, eu_rate=Rate.of_percent(50))
    assert judged(project(Money(90), Money(10), priority=regional)).outcome is Outcome.FAILED
    other = attrs.evolve(AREA, code="A", specific_objectives=("d",))
    mixed = Portfolio([rows[0], attrs.evolve(rows[1], priority=other)])
    assert validate(mixed).result("POR002").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("amounts", "base", "reason"),
    [
        ((Money(90), Money(10)), None, "is a share of is not known"),
        ((None, Money(10)), ContributionBase.TOTAL, "priority C: not every amount is known"),
        ((Bounds.at_most(Money(5)), Bounds.at_most(Money(5))), ContributionBase.TOTAL, "cannot be decided"),
        ((Bounds.at_most(Money(95)), Money(10)), ContributionBase.TOTAL, "cannot be decided"),
    ],
)
def test_without_its_figures_the_one_rate_is_not_judged(
    amounts: tuple[MoneyLike | None, MoneyLike | None], base: ContributionBase | None, reason: str
) -> None:
    """No base, or no amounts: not evaluated, and the reason says why."""
    result = needy(amounts, base=base)
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert reason in result.reason.en


def row(name: str = "Alvesta kommun", support: int = 5, **more: object) -> Project:
    """A row of a register."""
    budget = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(support))], complete=True)
    made = Project("A", operation_id="23-017-S01", beneficiary=Organisation(name), budget=budget)
    changes: dict[str, Any] = more
    return attrs.evolve(made, **changes)


GRANTED = [Decision(DecisionKind.GRANTED, "2024-06-28")]
OTHER = [Decision(DecisionKind.AMENDED, "2025-01-15")]


@pytest.mark.parametrize(
    ("second", "twice", "otherwise"),
    [
        (row(), Outcome.FAILED, Outcome.PASSED),
        (row("ALVESTA  kommun"), Outcome.FAILED, Outcome.PASSED),
        (row(operation_id="2021SE05SFPR001_23-017-S01"), Outcome.PASSED, Outcome.PASSED),
        (row("Region Kronoberg"), Outcome.PASSED, Outcome.PASSED),
        (row(operation_id="23-017-S02"), Outcome.PASSED, Outcome.PASSED),
        (row(operation_id=None), Outcome.NOT_EVALUATED, Outcome.NOT_EVALUATED),
        (row(beneficiary=None), Outcome.NOT_EVALUATED, Outcome.NOT_EVALUATED),
        (row(support=6), Outcome.PASSED, Outcome.NOT_EVALUATED),
        (row(support=6, decisions=GRANTED), Outcome.PASSED, Outcome.FAILED),
        (row(support=6, decisions=OTHER), Outcome.PASSED, Outcome.PASSED),
        (row(support=6, decisions=[Decision(DecisionKind.GRANTED)]), Outcome.PASSED, Outcome.NOT_EVALUATED),
    ],
)
def test_two_rows_of_one_project(second: Project, twice: Outcome, otherwise: Outcome) -> None:
    """The same figures again are a repetition; other figures are a contradiction only of one and the same decision."""
    first = row() if second == row() or not second.decisions else row(decisions=GRANTED)
    report = validate(Portfolio([first, second]))
    assert report.result("POR003").outcome is twice
    assert report.result("POR004").outcome is otherwise


def test_a_repeated_row_is_shown_with_the_first() -> None:
    """Three times the same is said of the second and of the third, each with the first."""
    one, two = validate(Portfolio([row(), row(), row()])).result("POR003").findings
    assert (one.place, two.place) == ("projects[1]", "projects[2]")
    assert one.severity is Severity.WARNING
    assert "också som projekt 1, A." in two.text("sv")


def test_other_figures_of_one_decision_are_told_measure_by_measure() -> None:
    """17 244 907 kr in the register and 22 600 000 kr elsewhere, of one decision: 5 355 093 kr apart."""
    rows = [row(support=17_244_907, decisions=GRANTED), row(support=22_600_000, decisions=GRANTED)]
    findings = validate(Portfolio(rows)).result("POR004").findings
    assert {finding.difference for finding in findings} == {Money(5_355_093)}
    assert [str(dict(finding.values)["measure"]) for finding in findings] == [
        "the total cost",
        "the support",
        "the Union's money",
    ]


def test_figures_in_two_currencies_are_not_compared() -> None:
    """377 939 SEK and 18 065 EUR are no contradiction; nor is a row without any figure one."""
    euro = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(18_065, "EUR"))], complete=True)
    rows = [row(decisions=GRANTED), row(decisions=GRANTED, budget=euro), row(decisions=GRANTED, budget=None)]
    assert validate(Portfolio(rows)).result("POR004").outcome is Outcome.PASSED
    bare = [row(budget=None), row(budget=None)]
    assert validate(Portfolio(bare)).result("POR003").outcome is Outcome.NOT_EVALUATED
    assert validate(Portfolio([row(), row(budget=None)])).result("POR003").outcome is Outcome.PASSED


def test_figures_known_within_bounds_contradict_only_where_no_figure_is_both() -> None:
    """About 17 million beside 17 244 907 kr is no contradiction but an open question."""
    about = Budget(total=Bounds(Money(16), Money(18)))
    rows = [row(decisions=GRANTED, budget=about), row(decisions=GRANTED, budget=Budget(total=Money(17)))]
    assert validate(Portfolio(rows)).result("POR004").outcome is Outcome.NOT_EVALUATED


def test_one_project_alone_is_not_there_twice() -> None:
    """A portfolio of one project has no two rows to compare."""
    assert validate(Portfolio([row()])).result("POR003").outcome is Outcome.NOT_APPLICABLE
