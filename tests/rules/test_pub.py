from __future__ import annotations

from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    Bounds,
    Budget,
    Contribution,
    Fund,
    Funder,
    FundingSource,
    Money,
    NotKnown,
    OpenPeriod,
    Organisation,
    Outcome,
    Period,
    Portfolio,
    Priority,
    Project,
    Rate,
    Severity,
    validate,
)
from esfmodel.rules.families.pub import PUB
from esfmodel.testing import RULE_EXAMPLES, RuleExample

RECORD = Project(
    "Kompetensutveckling",
    operation_id="24-030-S04",
    fund=Fund.ESF_PLUS,
    programming_period="2021-2027",
    specific_objective="A1A",
    intervention_field="146",
    beneficiary=Organisation("Alvesta kommun"),
    period=Period("2024-10-01", "2027-09-30"),
    budget=Budget(total=Money(19_126_097)),
    nuts="SE212",
    published_eu_rate=Rate.of_percent(40),
    summary="Fler får den kompetens som arbetsgivarna söker.",
)
OLD = attrs.evolve(RECORD, operation_id="2018/00076", fund=Fund.ESF, programming_period="2014-2020")


def left_out(*projects: Project) -> list[tuple[str, str]]:
    """Name place and article of what a list leaves out."""
    findings = validate(Portfolio(projects), rules=PUB[:1]).findings
    return [(finding.place, finding.basis_words.en.partition(" of ")[0]) for finding in findings]


def without(record: Project, field: str) -> Project:
    """Take one field away."""
    nothing: dict[str, Any] = {field: None}
    return attrs.evolve(record, **nothing)


def of_total(amount: Money | Bounds[Money] | None, fund: Fund | None = Fund.ESF_PLUS) -> Project:
    """Make a project of 2021-2027 with this total cost."""
    return Project("A", fund=fund, programming_period="2021-2027", budget=Budget(total=amount))


def outcome(project: Project, code: str) -> Outcome:
    """Judge one rule; what it finds is information, whatever it is."""
    result = validate(project).result(code)
    assert all(finding.severity is Severity.INFO for finding in result.findings)
    assert result.outcome is not Outcome.FAILED
    return result.outcome


@pytest.mark.parametrize("project", [RECORD, OLD])
def test_a_whole_record_leaves_nothing_out(project: Project) -> None:
    """What the register prints of a project is all that either list demands."""
    assert left_out(project) == []


@pytest.mark.parametrize(
    ("field", "article"),
    [
        ("operation_id", "Article 49(3)"),
        ("beneficiary", "Article 49(3)(a)"),
        ("summary", "Article 49(3)(e)"),
        ("budget", "Article 49(3)(h)"),
        ("fund", "Article 49(3)(i)"),
        ("specific_objective", "Article 49(3)(j)"),
        ("published_eu_rate", "Article 49(3)(k)"),
        ("nuts", "Article 49(3)(l)"),
        ("intervention_field", "Article 49(3)(n)"),
    ],
)
def test_each_demand_has_its_article(field: str, article: str) -> None:
    """Of two records one leaves something out: the finding points at it and cites the point of Article 49(3)."""
    told = left_out(RECORD, without(RECORD, field))
    assert told == [(f"projects[1].{field}", article)]


def test_both_ends_of_the_period_are_demanded() -> None:
    """A start alone leaves the end out; nothing at all leaves out both."""
    started = attrs.evolve(RECORD, period=OpenPeriod("2024-10-01"))
    assert left_out(started) == [("projects[0].period", "Article 49(3)(g)")]
    unknown = attrs.evolve(RECORD, period=None)
    assert [article for _, article in left_out(unknown)] == ["Article 49(3)(f)", "Article 49(3)(g)"]


@pytest.mark.parametrize("field", ["operation_id", "fund", "specific_objective"])
def test_the_earlier_list_had_fewer_fields(field: str) -> None:
    """Annex XII demanded no number, no fund and no specific objective."""
    assert left_out(without(OLD, field)) == []


def test_the_earlier_list_demanded_the_country() -> None:
    """Annex XII names the country beside the place; a NUTS code tells both."""
    project = attrs.evolve(OLD, nuts=None, region="Småland och Öarna")
    (finding,) = validate(Portfolio([project]), rules=PUB[:1]).findings
    assert finding.place == "projects[0].country"
    assert "Annex XII" in finding.text("en")
    assert left_out(attrs.evolve(project, country="SE")) == []


@pytest.mark.parametrize(
    "record",
    [
        attrs.evolve(RECORD, nuts=None, beneficiary=Organisation("Alvesta kommun", postal_code="342 80")),
        attrs.evolve(RECORD, nuts=None, region="Småland och Öarna"),
        attrs.evolve(RECORD, published_eu_rate=None, priority=Priority("A", eu_rate=Rate.of_percent(40))),
        attrs.evolve(
            RECORD,
            published_eu_rate=None,
            budget=Budget(
                financing=[
                    Contribution(Funder(source=FundingSource.EU), Money(40)),
                    Contribution(Funder(source=FundingSource.OWN), Money(60)),
                ]
            ),
        ),
    ],
)
def test_what_is_told_in_another_way_is_told(record: Project) -> None:
    """A postal code or a region is a place; the priority and the figures give the Union's rate."""
    assert left_out(record) == []


def test_records_are_counted() -> None:
    """One finding for each demand, with how many leave it out of how many of that programming period."""
    bare = attrs.evolve(RECORD, summary=None)
    (finding,) = validate(Portfolio([OLD, bare, RECORD, bare]), rules=PUB[:1]).findings
    assert (finding.place, finding.found, finding.expected) == ("projects[1].summary", 2, 3)
    assert finding.text("sv").endswith("det saknas för 2 av 3 projekt.")


def test_what_cannot_be_placed_in_a_period_is_not_passed_over() -> None:
    """Other funds are left alone; without a programming period nobody knows which list counts."""
    stray = Project("A", fund=Fund.ESF)
    result = validate(Portfolio([stray, attrs.evolve(RECORD, summary=None)])).result("PUB001")
    assert result.findings
    assert not result.complete
    assert validate(Portfolio([stray])).result("PUB001").outcome is Outcome.NOT_EVALUATED
    assert validate(Portfolio([Project("A", fund=Fund.EAFRD)])).result("PUB001").outcome is Outcome.NOT_APPLICABLE
    assert left_out(Project("A", fund=Fund.EAFRD), RECORD) == []


def test_an_empty_list_cannot_be_broken() -> None:
    """There is nothing to leave out of no project."""
    with pytest.raises(NotKnown):
        cast("RuleExample[Portfolio]", RULE_EXAMPLES["PUB001"]).broken(Portfolio([]), LAW)


@pytest.mark.parametrize(
    ("built", "swedish", "english"),
    [
        (True, "ska en varaktig skylt", "a durable plaque about the Union's support shall be displayed"),
        (False, "ska en affisch", "but no plaque"),
        (None, "annars en affisch", "and a poster otherwise"),
    ],
)
def test_a_plaque_is_for_what_is_built_or_bought(built: bool | None, swedish: str, english: str) -> None:
    """Article 50(1)(c): where the project says whether it builds or buys anything, one duty is told and not both."""
    subject = attrs.evolve(RECORD, budget=Budget(total=Money(200_000, "EUR")), physical_investment=built)
    (finding,) = validate(subject).result("PUB002").findings
    assert swedish in finding.text("sv")
    assert finding.text("en").partition(". Where")[0].endswith(english)
    assert finding.text("sv").endswith(
        "upp till 3\xa0% av stödet dras in enligt artikel 50.3 i förordning (EU) 2021/1060."
    )


@pytest.mark.parametrize(
    ("built", "told"),
    [(True, "ska en varaktig skylt"), (False, None), (None, "någon affisch krävs inte")],
)
def test_no_poster_is_asked_for_where_food_is_given(built: bool | None, told: str | None) -> None:
    """Article 50(1), second subparagraph: the poster of point (d) is not for the specific objective of point (m)."""
    subject = Project(
        "Mat", fund=Fund.ESF_PLUS, programming_period="2021-2027", budget=Budget(total=Money(200_000, "EUR"))
    )
    by_priority = Priority("E", specific_objectives=["m"])
    for food in (
        attrs.evolve(subject, specific_objective="(m)", physical_investment=built),
        attrs.evolve(subject, priority=by_priority, physical_investment=built),
    ):
        texts = [finding.text("sv") for finding in validate(food).result("PUB002").findings]
        assert [told is not None and told in text for text in texts] == ([] if told is None else [True])
    other = attrs.evolve(subject, specific_objective="l", priority=by_priority, physical_investment=False)
    assert "ska en affisch" in validate(other).result("PUB002").findings[0].text("sv")


@pytest.mark.parametrize(
    ("fund", "highest"),
    [
        (Fund.ESF_PLUS, 100_000),
        (Fund.JTF, 100_000),
        (Fund.EMFAF, 100_000),
        (Fund.AMIF, 100_000),
        (Fund.ISF, 100_000),
        (Fund.BMVI, 100_000),
        (Fund.ERDF, 500_000),
        (Fund.COHESION_FUND, 500_000),
    ],
)
def test_a_plaque_goes_by_fund_and_total_cost(fund: Fund, highest: int) -> None:
    """Article 50(1)(c): the total cost *exceeds* the threshold; at the threshold there is none."""
    (finding,) = validate(of_total(Money(highest + 1, "EUR"), fund)).infos
    assert (finding.rule, finding.expected, finding.place) == ("PUB002", Money(highest, "EUR"), "budget")
    assert "annars en affisch" in finding.text("sv")
    at_threshold = validate(of_total(Money(highest, "EUR"), fund))
    assert at_threshold.findings == ()
    assert at_threshold.result("PUB002").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("amount", "expected", "found"),
    [
        (Bounds.over(Money(100_000, "EUR")), Outcome.PASSED, True),
        (Bounds.at_least(Money(100_000, "EUR")), Outcome.NOT_EVALUATED, False),
        (Bounds.over(Money(120_000, "EUR")), Outcome.PASSED, True),
        (Bounds.at_most(Money(100_000, "EUR")), Outcome.PASSED, False),
        (Bounds.at_most(Money(100_001, "EUR")), Outcome.NOT_EVALUATED, False),
        (None, Outcome.NOT_EVALUATED, False),
    ],
)
def test_bounds_decide_where_they_can(amount: Bounds[Money] | None, expected: Outcome, *, found: bool) -> None:
    """Over 100 000 is above 100 000; at least as much need not be, and at most 100 001 may be."""
    project = of_total(amount)
    assert outcome(project, "PUB002") is expected
    assert bool(validate(project).result("PUB002").findings) is found


def public(support: int, own: int) -> Project:
    """Make a project of 2014-2020 with this support and own contribution."""
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(support, "EUR")),
        Contribution(Funder(source=FundingSource.OWN), Money(own, "EUR")),
    ]
    return Project("A", fund=Fund.ESF, programming_period="2014-2020", budget=Budget(financing=financing))


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_in_2014_2020_the_public_support_decided(support: int, own: int) -> None:
    """Annex XII, 2.2: what is granted is public, what is raised may be, and the total is never exceeded."""
    result = validate(public(support, own)).result("PUB002")
    assert bool(result.findings) == (support > 500_000)
    assert (result.outcome is Outcome.NOT_EVALUATED) == (support <= 500_000 < support + own)


def test_the_public_support_is_named() -> None:
    """The text of 2014-2020 tells of the support, not of the cost."""
    (finding,) = (finding for finding in validate(public(600_000, 1)).infos if finding.rule == "PUB002")
    assert finding.text("en").startswith("The public support is at least EUR")
    unknown = attrs.evolve(public(1, 1), budget=Budget())
    assert outcome(unknown, "PUB002") is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("strategic", "total", "expected", "found"),
    [
        (True, None, Outcome.PASSED, "strategic_importance"),
        (True, Money(5), Outcome.PASSED, "strategic_importance"),
        (False, Money(10_000_000, "EUR"), Outcome.PASSED, None),
        (False, Money(10_000_001, "EUR"), Outcome.PASSED, "budget"),
        (None, Money(10_000_001, "EUR"), Outcome.PASSED, "budget"),
        (None, Money(10_000_000, "EUR"), Outcome.NOT_EVALUATED, None),
        (False, Money(5), Outcome.NOT_EVALUATED, None),
        (False, None, Outcome.NOT_EVALUATED, None),
    ],
)
def test_an_event_goes_by_importance_or_size(
    strategic: bool | None, total: Money | None, expected: Outcome, found: str | None
) -> None:
    """Article 50(1)(e): either is enough; to be without the duty, both must be known."""
    project = attrs.evolve(of_total(total), strategic_importance=strategic)
    assert outcome(project, "PUB003") is expected
    places = [finding.place for finding in validate(project).result("PUB003").findings]
    assert places == ([] if found is None else [found])


def test_other_funds_have_other_duties() -> None:
    """Rural development is not concerned; an unknown fund leaves the plaque open, not the event."""
    other = of_total(Money(1, "EUR"), Fund.EAFRD)
    assert outcome(other, "PUB002") is outcome(other, "PUB003") is Outcome.NOT_APPLICABLE
    unknown = attrs.evolve(of_total(Money(1, "EUR"), None), strategic_importance=False)
    assert outcome(unknown, "PUB002") is Outcome.NOT_EVALUATED
    assert outcome(unknown, "PUB003") is Outcome.PASSED


@pytest.mark.parametrize("fund", Fund)
@pytest.mark.parametrize("period", ["2014-2020", "2021-2027"])
def test_each_period_names_its_funds(period: str, fund: Fund) -> None:
    """Article 50 names eight funds; Annex XII before it those of its part, so that AMIF was left to its own act."""
    named = {row.key: row.funds for row in LAW.provisions if str(row.programming_period) == period and row.funds}
    funds = {each for key, funds in named.items() if key.startswith("publicity.plaque") for each in funds}
    project = attrs.evolve(of_total(Money(1, "EUR"), fund), programming_period=period, strategic_importance=False)
    assert (validate(project).result("PUB002").outcome is not Outcome.NOT_APPLICABLE) == (fund in funds)
    assert len(funds) == {"2014-2020": 4, "2021-2027": 8}[period]


@pytest.mark.parametrize("fund", [Fund.AMIF, Fund.ISF, Fund.BMVI, Fund.EMFAF])
def test_security_may_set_the_plaque_aside(fund: Fund) -> None:
    """Article 50(1), third subparagraph: of AMIF, ISF and BMVI alone the conditions may ask for another display."""
    (finding,) = validate(of_total(Money(100_001, "EUR"), fund)).result("PUB002").findings
    assert ("av hänsyn till säkerhet" in finding.text("sv")) == (fund is not Fund.EMFAF)


# --- Interreg: Regulation (EU) 2021/1059, Article 36

INTERREG = Project("Över gränsen", fund=Fund.ERDF, cci="2021TC16RFCB033", strategic_importance=False)


def told(project: Project, code: str) -> list[str]:
    """Return the English texts of what a rule tells, all of it information."""
    assert outcome(project, code) is Outcome.PASSED
    return [finding.text("en") for finding in validate(project).result(code).findings]


@given(euros=st.integers(0, 12_000_000), built=st.booleans())
def test_interreg_has_thresholds_of_its_own(euros: int, *, built: bool) -> None:
    """Article 36(4)(c) and (e): a plaque above EUR 100 000 and an event above EUR 5 000 000, not what others have."""
    project = attrs.evolve(INTERREG, budget=Budget(total=Money(euros, "EUR")), physical_investment=built)
    assert bool(told(project, "PUB002")) == (euros > 100_000)
    assert bool(told(project, "PUB003")) == (euros > 5_000_000)


@pytest.mark.parametrize(
    ("code", "euros", "article"), [("PUB002", 300_000, "36(4)(c)"), ("PUB003", 5_000_001, "36(4)(e)")]
)
def test_interreg_cites_its_own_act(code: str, euros: int, article: str) -> None:
    """The duty, the word beside the emblem and the 2 % that may be cancelled are those of Regulation (EU) 2021/1059."""
    (text,) = told(attrs.evolve(INTERREG, budget=Budget(total=Money(euros, "EUR"))), code)
    assert f"Article {article} of Regulation (EU) 2021/1059" in text
    assert "up to 2% of the support shall be cancelled under Article 36(6) of Regulation (EU) 2021/1059" in text
    assert ("the word Interreg" in text) == (code == "PUB002")
    assert "activity" not in text


@pytest.mark.parametrize(("kronor", "events"), [(70_000_000, 1), (45_000_000, 0)])
def test_an_event_of_interreg_in_kronor(kronor: int, events: int) -> None:
    """EUR 5 000 000 was 54 to 59 million kronor in 2024: an amount beyond that is judged without a rate."""
    budget = Budget(total=Money(kronor))
    project = attrs.evolve(INTERREG, budget=budget, period=Period("2024-01-01", "2024-12-31"))
    assert len(told(project, "PUB003")) == events


def test_a_strategic_operation_of_interreg_has_an_event() -> None:
    """Article 36(4)(e): importance is enough, whatever the cost."""
    strategic = attrs.evolve(INTERREG, strategic_importance=True, budget=Budget(total=Money(1, "EUR")))
    (text,) = told(strategic, "PUB003")
    assert text.startswith("The operation is of strategic importance: under Article 36(4)(e)")


def test_interreg_of_2014_has_the_annex_of_the_time() -> None:
    """Annex XII, point 2.2: public support above EUR 500 000, without a word of Interreg or a correction."""
    support = Contribution(Funder(source=FundingSource.EU), Money(500_001, "EUR"))
    project = attrs.evolve(INTERREG, cci="2014TC16RFCB033", budget=Budget(financing=[support], complete=True))
    (text,) = told(project, "PUB002")
    assert "Annex XII" in text
    assert "Interreg" not in text
    assert "cancelled" not in text
