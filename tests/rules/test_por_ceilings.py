from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    RULES,
    Bounds,
    Budget,
    CategoryOfRegion,
    Contribution,
    ContributionBase,
    Fund,
    Funder,
    FundingSource,
    Law,
    Money,
    OpenPeriod,
    Outcome,
    Period,
    Portfolio,
    Priority,
    Programme,
    Project,
    Provision,
    Rate,
    Severity,
    validate,
)
from esfmodel.law import Condition
from esfmodel.values.dates import as_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.rules import Finding, RuleResult

RULE = next(rule for rule in RULES if rule.code == "POR001")
LESS, TRANSITION, MORE = (
    CategoryOfRegion.LESS_DEVELOPED,
    CategoryOfRegion.TRANSITION,
    CategoryOfRegion.MORE_DEVELOPED,
)
ESF_PLUS = "2021SE05SFPR001"
IN_2015 = Period("2015-01-01", "2015-12-31")
MIXED = Priority(
    "A",
    fund=Fund.ESF_PLUS,
    rates={TRANSITION: Rate.of_percent(60), MORE: Rate.of_percent(40)},
    base=ContributionBase.TOTAL,
)


def share(
    union: int, total: int, priority: Priority, source: FundingSource = FundingSource.OWN_PUBLIC, **more: object
) -> Project:
    """A project of which the Union pays a part, and its own contribution the rest."""
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(union)),
        Contribution(Funder(source=source), Money(total - union)),
    ]
    changes: dict[str, Any] = {"programming_period": "2021-2027", **more}
    return attrs.evolve(
        Project("A", priority=priority, budget=Budget(financing=financing, complete=True)),
        **changes,
    )


def decided(code: str, fund: Fund, percent: int, category: CategoryOfRegion | None = None) -> Priority:
    """A priority with one decided rate."""
    return Priority(
        code,
        fund=fund,
        category_of_region=category,
        eu_rate=Rate.of_percent(percent),
        base=ContributionBase.TOTAL,
    )


def judged(*projects: Project, on: str | None = None, law: Law = LAW) -> RuleResult:
    """Return what became of the ceiling."""
    return validate(Portfolio(projects), on=on, law=law, rules=[RULE]).result("POR001")


def basis_of(finding: Finding) -> str:
    """Return the article that a finding rests on."""
    assert isinstance(finding.basis, Provision)
    return finding.basis.article


def told(result: RuleResult, language: str = "en") -> list[str]:
    """Return what a result rests on."""
    return [note.text(language).replace("\N{NO-BREAK SPACE}", " ") for note in result.notes]


def errors_of(report_of: Sequence[Project], on: str | None = None) -> list[str]:
    """Return the codes of every rule that finds an error."""
    return [finding.rule for finding in validate(Portfolio(report_of), on=on).errors]


# --- Two categories of region in one priority


@pytest.mark.parametrize(("union", "beyond"), [(3_200_000, None), (3_600_000, 400_000)])
def test_each_category_of_region_has_its_own_decided_rate(union: int, beyond: int | None) -> None:
    """60 % of 5 million in transition beside 40 % of 8 million in more developed regions, and beside 45 %.

    Regulation (EU) 2021/1060, Article 112(3)(c) and (e).
    """
    rows = [
        share(3_000_000, 5_000_000, MIXED, category_of_region=TRANSITION),
        share(union, 8_000_000, MIXED, category_of_region=MORE),
    ]
    result = judged(*rows)
    assert [(each.severity, each.place, each.difference, basis_of(each)) for each in result.findings] == (
        [] if beyond is None else [(Severity.ERROR, "projects[1].priority", Money(beyond), "112(3)(e)")]
    )
    assert told(result)[0] == (
        "Priority A, transition region: the decided rate 60% rests on Article 112(3)(c) of Regulation (EU) 2021/1060."
    )
    assert len(result.notes) == (2 if beyond is None else 1)
    assert result.complete


def test_old_fields_of_two_priorities_are_the_same_as_pairs() -> None:
    """Each project may state the priority with the one rate of its category: one entry of the same table."""
    rows = [
        share(60, 100, attrs.evolve(MIXED, rates=(), category_of_region=TRANSITION, eu_rate=Rate.of_percent(60))),
        share(41, 100, attrs.evolve(MIXED, rates=(), category_of_region=MORE, eu_rate=Rate.of_percent(40))),
    ]
    (finding,) = judged(*rows).findings
    assert (finding.place, finding.expected) == ("projects[1].priority", Rate.of_percent(40))


def test_a_project_without_a_category_leaves_its_priority_open() -> None:
    """It may belong to either category; a place says nothing, for the category follows the allocation (Article 63)."""
    rows = [share(9, 10, MIXED, category_of_region=MORE), share(1, 10, MIXED, nuts="SE31")]
    result = judged(*rows)
    assert (result.outcome, result.findings) == (Outcome.NOT_EVALUATED, ())
    assert result.reason is not None
    assert result.reason.sv == "programområde A: projekt 2, A: regionkategori saknas"


def test_a_category_without_a_decided_rate_is_judged_by_the_ordinary_ceiling() -> None:
    """The project's own category counts, also one that the priority does not name: at most a warning."""
    (finding,) = judged(share(90, 100, MIXED, category_of_region=LESS)).findings
    assert (finding.severity, finding.expected) == (Severity.WARNING, Rate.of_percent(85))
    assert judged(share(85, 100, MIXED, category_of_region=LESS)).outcome is Outcome.PASSED


def test_a_rate_of_the_whole_priority_binds_its_categories_together() -> None:
    """70 of 100 and 20 of 100 are 45 %: within 50 % of the whole; above it a warning, for each may have its own."""
    whole = decided("A", Fund.ESF_PLUS, 50)
    rows = [share(70, 100, whole, category_of_region=TRANSITION), share(20, 100, whole, category_of_region=MORE)]
    assert judged(*rows).outcome is Outcome.PASSED
    (finding,) = judged(rows[0], share(40, 100, whole, category_of_region=MORE)).findings
    assert finding.severity is Severity.WARNING
    assert "satsen för varje" in finding.text("sv")
    assert judged(share(60, 100, whole, category_of_region=MORE)).findings[0].severity is Severity.ERROR


def test_a_rate_stated_in_two_ways_decides_only_where_both_agree() -> None:
    """40 % in one row and 50 % in another: 45 % is open, 51 % too much by either and 40 % within both."""
    one, two = decided("A", Fund.ERDF, 40, MORE), decided("A", Fund.ERDF, 50, MORE)
    outcomes = [judged(share(union, 100, one), share(union, 100, two)).outcome for union in (40, 45, 51)]
    assert outcomes == [Outcome.PASSED, Outcome.NOT_EVALUATED, Outcome.FAILED]


def test_rounding_of_each_project_is_no_excess() -> None:
    """40 % of 1 004 kr is 401.60: 402 kr each is rounded, and 403 kr is not; to the öre likewise."""
    area = decided("A", Fund.ERDF, 40, MORE)
    assert judged(*(share(402, 1_004, area) for _ in range(7))).outcome is Outcome.PASSED
    assert judged(*(share(403, 1_004, area) for _ in range(7))).outcome is Outcome.FAILED


def test_a_rate_with_decimals_may_be_printed_rounded() -> None:
    """A third decided and printed as 33.33 %: a third is a warning, 33.34 % an error; whole per cent are exact."""
    third = attrs.evolve(decided("A", Fund.ERDF, 40, MORE), eu_rate=Rate.of_percent("33.33"))
    found = [judged(share(union, 30_000_000, third)).findings for union in (9_999_000, 10_000_000, 10_002_000)]
    assert [[each.severity for each in findings] for findings in found] == [[], [Severity.WARNING], [Severity.ERROR]]
    assert "kan vara avrundad" in found[1][0].text("sv")


def test_each_contribution_may_have_been_rounded() -> None:
    """Three partners of one project may each have had their part rounded up: 1.5 kr in all, and no more."""
    area = decided("A", Fund.ERDF, 40, MORE)

    def of_three(total: int) -> Project:
        union = [Contribution(Funder(source=FundingSource.EU), Money(each)) for each in (402, 402, 403)]
        own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(total - 1_207))
        return attrs.evolve(share(1, 2, area), budget=Budget(financing=[*union, own], complete=True))

    assert judged(of_three(3_014)).outcome is Outcome.PASSED
    assert judged(of_three(3_013)).outcome is Outcome.FAILED


# --- What may lift the ordinary ceiling


@pytest.mark.parametrize(
    ("priority", "more", "most", "article"),
    [
        (decided("E", Fund.ESF_PLUS, 95), {"cci": ESF_PLUS}, 95, "14(4)"),
        (decided("K", Fund.ESF_PLUS, 95), {}, 95, "14(4)"),
        (decided("1", Fund.JTF, 50, MORE), {"cci": "2021SE16JTPR001"}, 50, "112(3)"),
        (decided("1", Fund.JTF, 70, TRANSITION), {}, 70, "112(3)"),
        (decided("1", Fund.COHESION_FUND, 85), {}, 85, "112(3)"),
        (decided("9", Fund.ERDF, 95, MORE), {"programming_period": "2014-2020", "period": IN_2015}, 95, "120(8)"),
        (decided("9", Fund.ERDF, 60, MORE), {"programming_period": "2014-2020", "period": IN_2015}, 60, "120(5)"),
        (decided("9", Fund.ESF, 70, TRANSITION), {"programming_period": "2014-2020", "period": IN_2015}, 70, "120(5)"),
        (decided("9", Fund.ERDF, 80, MORE), {"programming_period": "2014-2020", "period": IN_2015}, 80, "120(3)(c)"),
        (decided("9", Fund.COHESION_FUND, 95), {"programming_period": "2014-2020", "period": IN_2015}, 95, "120(5)"),
        (
            decided("2", Fund.ERDF, 85),
            {"cci": "2014TC16RFCB033", "programming_period": None, "period": IN_2015},
            85,
            "120(3)",
        ),
    ],
)
def test_a_decided_rate_that_the_law_can_allow_is_the_ceiling(
    priority: Priority, more: dict[str, Any], most: int, article: str
) -> None:
    """At the decided rate nothing is found, and a point above it is an error, by the provision that allows the rate."""
    assert errors_of([share(most, 100, priority, **more)]) == []
    assert judged(share(most, 100, priority, **more)).outcome is Outcome.PASSED
    (finding,) = judged(share(most + 1, 100, priority, **more)).findings
    assert (finding.severity, finding.difference, basis_of(finding)) == (Severity.ERROR, Money(1), article)


def test_what_is_not_read_in_the_articles_makes_no_error() -> None:
    """95 % for disasters in the Cohesion Fund stands in a recital only: above it is a warning."""
    priority = decided("3", Fund.COHESION_FUND, 95)
    (finding,) = judged(share(96, 100, priority), on="2025-06-01").findings
    assert (finding.severity, basis_of(finding)) == (Severity.WARNING, "recital 9")


@pytest.mark.parametrize(
    ("fund", "percent", "article", "first", "before"),
    [
        (Fund.ESF_PLUS, 100, "Article 12a ", "1 March 2024", "2024-02-29"),
        (Fund.ERDF, 100, "Article 3(1a) ", "1 March 2024", "2024-02-29"),
        (Fund.JTF, 100, "Article 10(4) ", "1 March 2024", "2024-02-29"),
        (Fund.ERDF, 95, "Article 3(1a) ", "1 March 2024", "2024-02-29"),
    ],
)
def test_a_rate_is_not_passed_before_the_provision_that_allows_it(
    fund: Fund, percent: int, article: str, first: str, before: str
) -> None:
    """The day before its first, a decided rate is not evaluated, and the reason says from which day it counts."""
    made = share(percent, 100, decided("S", fund, percent, MORE), period=Period("2025-01-01", "2026-12-31"))
    early = judged(made, on=before)
    assert (early.outcome, early.findings) == (Outcome.NOT_EVALUATED, ())
    assert early.reason is not None
    reason = early.reason.en.replace("\N{NO-BREAK SPACE}", " ")
    assert article in reason
    assert f"not in force until {first}" in reason
    assert judged(made, on="2024-03-01").outcome is judged(made).outcome is Outcome.PASSED


def test_all_provisions_that_may_allow_a_rate_are_told_with_their_conditions() -> None:
    """What a priority is dedicated to is not always known: 95 % may be for social innovation or for a disaster."""
    made = share(95, 100, decided("K", Fund.ESF_PLUS, 95))
    assert [each.count("Article") for each in told(judged(made, on="2024-12-23"))] == [1]
    (note,) = told(judged(made, on="2024-12-24"), "sv")
    assert "artikel 14.4 i förordning (EU) 2021/1057 (prioriteringar för social innovation) eller artikel 12b.8" in note


@pytest.mark.parametrize(
    ("condition", "fund", "percent", "article", "first"),
    [
        (Condition.DISASTER, Fund.ESF_PLUS, 95, "12b(8)", "2024-12-24"),
        (Condition.STEP, Fund.ESF_PLUS, 100, "12a", "2024-03-01"),
        (Condition.STEP, Fund.JTF, 100, "10(4)", "2024-03-01"),
        (Condition.SOCIAL_INNOVATION, Fund.ESF_PLUS, 95, "14(4)", "2021-01-01"),
    ],
)
def test_what_a_priority_is_dedicated_to_chooses_the_provision(
    condition: Condition, fund: Fund, percent: int, article: str, first: str
) -> None:
    """Where it is stated, no other provision is asked: neither for its basis nor for its first day."""
    area = attrs.evolve(decided("K", fund, percent, MORE), dedicated_to=condition)
    made = share(percent, 100, area)
    assert judged(made, on=first).outcome is Outcome.PASSED
    before = attrs.evolve(made, period=None)
    assert judged(before, on=str(as_date(first, "on").subtract(days=1))).outcome is Outcome.NOT_EVALUATED
    if percent < 100:
        (finding,) = judged(share(percent + 1, 100, area)).findings
        assert (finding.severity, basis_of(finding)) == (Severity.ERROR, article)


def test_financial_instruments_raise_the_ceiling_as_local_development_does() -> None:
    """Article 120(5) of Regulation (EU) No 1303/2013 has one sentence for both."""
    area = attrs.evolve(decided("9", Fund.ERDF, 60, MORE), dedicated_to=Condition.FINANCIAL_INSTRUMENTS)
    (note,) = told(judged(share(60, 100, area, programming_period="2014-2020")))
    assert "Article 120(5)" in note


def test_a_rate_that_a_stated_purpose_does_not_allow_is_open() -> None:
    """95 % is not what technical assistance has in the law data."""
    area = attrs.evolve(decided("T", Fund.ESF_PLUS, 95, MORE), dedicated_to=Condition.TECHNICAL_ASSISTANCE)
    result = judged(share(10, 100, area))
    assert result.reason is not None
    assert "no provision of the law data allows the decided rate 95%" in result.reason.en


def test_a_ceiling_that_changed_is_asked_for_by_a_day() -> None:
    """Without a day, a provision with several values is not guessed."""
    changed = [
        attrs.evolve(row, start=start, end=end)
        for row in LAW.history("co-financing.ceiling.step.jtf")
        for start, end in (("2024-03-01", "2024-12-31"), ("2025-01-01", None))
    ]
    law = Law([*(row for row in LAW.provisions if row.key != changed[0].key), *changed])
    made = share(100, 100, decided("S", Fund.JTF, 100, MORE))
    assert judged(made, law=law).outcome is Outcome.NOT_EVALUATED
    assert judged(made, law=law, on="2024-06-01").outcome is Outcome.PASSED


def test_a_rate_above_everything_in_the_law_is_not_passed() -> None:
    """Before any dedicated priority, no provision allows 60 % to a more developed region from the ERDF."""
    result = judged(
        share(50, 100, decided("A", Fund.ERDF, 60, MORE)), law=Law(LAW.history("co-financing.ceiling.more-developed"))
    )
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert result.reason.en == "priority A: no provision of the law data allows the decided rate 60%"


# --- Rates for what is declared up to a day, or in some years


@pytest.mark.parametrize(
    ("code", "period", "outcome"),
    [
        ("F", Period("2023-07-01", "2024-06-30"), Outcome.PASSED),
        ("F", None, Outcome.NOT_EVALUATED),
        ("F", OpenPeriod("2023-07-01", None), Outcome.NOT_EVALUATED),
        ("F", Period("2024-01-01", "2024-07-01"), Outcome.FAILED),
        ("F", Period("2024-07-01", "2025-12-31"), Outcome.FAILED),
        ("F", OpenPeriod(None, "2025-12-31"), Outcome.FAILED),
    ],
)
def test_what_is_declared_after_a_day_has_the_ordinary_rate_again(
    code: str, period: Period | OpenPeriod | None, outcome: Outcome
) -> None:
    """Article 112(7): area F has 100 % until the accounting year ends on 30 June 2024; later a warning, no error."""
    made = share(100, 100, decided(code, Fund.ESF_PLUS, 100, MORE), cci=ESF_PLUS, period=period)
    result = judged(made)
    assert result.outcome is outcome
    for finding in result.findings:
        assert (finding.severity, finding.expected, basis_of(finding)) == (
            Severity.WARNING,
            Rate.of_percent(50),
            "112(7)",
        )
        assert "det som redovisas efter den 30 juni 2024" in finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")


def test_a_late_project_within_the_ordinary_ceiling_is_not_remarked_on() -> None:
    """Beside one that ended in time, a later one at 40 % is as it should be."""
    area = decided("F", Fund.ESF_PLUS, 100, MORE)
    rows = [
        share(100, 100, area, cci=ESF_PLUS, period=Period("2023-07-01", "2024-06-30")),
        share(40, 100, area, cci=ESF_PLUS, period=Period("2024-07-01", "2025-06-30")),
    ]
    assert judged(*rows).outcome is Outcome.PASSED


def test_the_end_of_the_old_rate_binds_only_where_it_is_the_one() -> None:
    """A priority that nothing is known of may be one for strategic technologies, whose 100 % has no end."""
    made = share(100, 100, decided("S", Fund.ESF_PLUS, 100), period=Period("2024-07-01", "2025-12-31"))
    (note,) = told(judged(made))
    assert "Article 12a " in note
    assert "112(7)" not in note


@pytest.mark.parametrize(
    ("period", "on", "severity"),
    [
        (None, None, Severity.WARNING),
        (OpenPeriod("2019-01-01", None), None, Severity.WARNING),
        (Period("2014-06-01", "2016-12-31"), None, Severity.ERROR),
        (Period("2019-01-01", "2019-12-31"), None, Severity.WARNING),
        (Period("2019-01-01", "2021-12-31"), "2026-01-01", Severity.WARNING),
        (Period("2019-01-01", "2021-12-31"), "2020-04-23", Severity.ERROR),
        (Period("2019-01-01", "2021-12-31"), "2020-04-24", Severity.WARNING),
    ],
)
def test_in_2014_2020_a_higher_share_may_have_been_declared_in_certain_years(
    period: Period | OpenPeriod | None, on: str | None, severity: Severity
) -> None:
    """Article 25a: 100 % for what is declared in an accounting year, also for costs of 2019 or of unknown days."""
    made = share(60, 100, decided("1", Fund.ESF, 50, MORE), programming_period="2014-2020", period=period)
    (finding,) = judged(made, on=on).findings
    assert finding.severity is severity
    assert ("vissa räkenskapsår" in finding.text("sv")) == (severity is Severity.WARNING)


def test_without_a_decided_rate_the_years_are_always_a_doubt() -> None:
    """Then nothing is an error: the axis may have had 100 %, and its own rate is not known."""
    made = share(60, 100, Priority("1", fund=Fund.ESF, category_of_region=MORE), programming_period="2014-2020")
    (finding,) = judged(attrs.evolve(made, budget=share(99, 100, MIXED).budget)).findings
    assert finding.severity is Severity.WARNING
    assert "vissa räkenskapsår" in finding.text("sv")


def test_without_a_decided_rate_the_fund_may_be_another() -> None:
    """Of 2021-2027, a share above every ceiling of the category is a warning that says that the fund is not stated."""
    (finding,) = judged(share(99, 100, Priority("1", category_of_region=MORE))).findings
    assert finding.severity is Severity.WARNING
    assert "Fonden är inte angiven" in finding.text("sv")


def test_without_a_decided_rate_an_axis_of_interreg_has_its_ceiling() -> None:
    """Regulation (EU) No 1303/2013, Article 120(3), last subparagraph: 85 % of each axis of 2014-2020."""
    axis = Priority("2", base=ContributionBase.TOTAL)
    rows = {
        union: judged(share(union, 100, axis, cci="2014TC16RFCB033", programming_period=None)) for union in (85, 86)
    }
    assert rows[85].outcome is Outcome.PASSED
    assert [basis_of(finding) for finding in rows[86].findings] == ["120(3)"]


def test_without_a_decided_rate_bounds_may_leave_the_question_open() -> None:
    """Between 30 and 60 of 100, against 40 and 50 %."""
    made = share(30, 100, Priority("1", fund=Fund.ERDF, category_of_region=MORE))
    assert made.budget is not None
    first, second = made.budget.financing
    between = attrs.evolve(first, amount=Bounds(Money(30), Money(60)))
    result = judged(attrs.evolve(made, budget=attrs.evolve(made.budget, financing=[between, second])))
    assert (result.outcome, result.findings) == (Outcome.NOT_EVALUATED, ())


# --- What the list of a programme's priorities says


@pytest.mark.parametrize(
    ("code", "cci", "union", "reason"),
    [
        ("E", ESF_PLUS, 95, "Article 14(4) of Regulation (EU) 2021/1057 allows up to 95%"),
        ("3", "2014SE05M9OP001", 92, "a part of the support needs no national co-financing"),
        ("5", "2014SE05M9OP001", 100, "recital 19 of Regulation (EU) 2020/2221 allows up to 100%"),
    ],
)
def test_a_dedicated_priority_without_its_decided_rate_is_left_open(
    code: str, cci: str, union: int, reason: str
) -> None:
    """Above the ordinary ceiling but within that of what the priority is dedicated to, nothing is found."""
    made = share(union, 100, Priority(code, category_of_region=MORE), cci=cci, programming_period=None)
    result = judged(attrs.evolve(made, fund=Fund.ESF_PLUS if cci == ESF_PLUS else Fund.ESF))
    assert (result.outcome, result.findings) == (Outcome.NOT_EVALUATED, ())
    assert result.reason is not None
    assert reason in result.reason.en


def test_above_its_own_ceiling_a_dedicated_priority_is_remarked_on() -> None:
    """96 % of area E is above Article 14(4) as well: a warning, since the decided rate is not stated."""
    made = share(96, 100, Priority("E", fund=Fund.ESF_PLUS, category_of_region=MORE), cci=ESF_PLUS)
    (finding,) = judged(made).findings
    assert finding.severity is Severity.WARNING


# --- Money of employers and workers


@pytest.mark.parametrize(
    ("fund", "outcome", "why"),
    [
        (Fund.ESF_PLUS, Outcome.NOT_EVALUATED, "arbetsgivares och arbetstagares"),
        (Fund.ERDF, Outcome.FAILED, ""),
    ],
)
def test_private_money_of_the_social_partners_may_be_public(fund: Fund, outcome: Outcome, why: str) -> None:
    """Article 2(28): 40 of 80 public kronor is 50 %, and 40 % where 20 private kronor count as public in the ESF+."""
    priority = attrs.evolve(decided("A", fund, 40, MORE), base=ContributionBase.PUBLIC)
    made = share(40, 80, priority)
    assert made.budget is not None
    private = Contribution(Funder(source=FundingSource.OWN_PRIVATE), Money(20))
    budget = attrs.evolve(made.budget, financing=[*made.budget.financing, private])
    result = judged(attrs.evolve(made, budget=budget))
    assert result.outcome is outcome
    assert why in (result.reason.sv if result.reason else "")


# --- Interreg: the ceiling of the programme


@pytest.mark.parametrize(
    ("cci", "percents", "outcome", "severity", "article"),
    [
        ("2021TC16RFCB001", (85, 70), Outcome.PASSED, None, ""),
        ("2021TC16RFCB001", (82, 82), Outcome.FAILED, Severity.ERROR, "13(1)"),
        ("2021TC16FFTN003", (82, 82), Outcome.FAILED, Severity.WARNING, "13(1)"),
        ("2021TC16FFOR001", (85, 84), Outcome.PASSED, None, ""),
        ("2021TC16FFOR001", (86, 86), Outcome.FAILED, Severity.WARNING, "13(2)"),
    ],
)
def test_the_ceiling_of_interreg_binds_the_programme(
    cci: str, percents: tuple[int, int], outcome: Outcome, severity: Severity | None, article: str
) -> None:
    """Regulation (EU) 2021/1059, Article 13: 80 % of a programme, which priorities at 85 and 70 % together keep."""
    rows = [share(each * 10, 1_000, decided(str(each), Fund.ERDF, each), cci=cci) for each in percents]
    result = judged(*rows)
    assert result.outcome is outcome
    assert [(each.severity, each.place, basis_of(each)) for each in result.findings] == (
        [] if severity is None else [(severity, "projects[0].cci", article)]
    )
    for finding in result.findings:
        assert "Det gäller hela programmet, inte ett programområde" in finding.text("sv")
    assert any(f"Programme {cci}: the ceiling is" in note for note in told(result)) == (outcome is Outcome.PASSED)


@pytest.mark.parametrize(
    ("paid", "abroad", "total", "outcome"),
    [
        (80, Money(20), None, Outcome.PASSED),
        (84, Money(10), None, Outcome.NOT_EVALUATED),
        (80, None, None, Outcome.NOT_EVALUATED),
        (80, Money(5), Bounds(Money(105), Money(110)), Outcome.PASSED),
        (80, Money(20), Bounds(Money(100), Money(120)), Outcome.NOT_EVALUATED),
        (90, Money(1), None, Outcome.FAILED),
    ],
)
def test_money_of_a_partner_country_may_be_no_co_financing(
    paid: int, abroad: Money | None, total: Bounds[Money] | None, outcome: Outcome
) -> None:
    """80 of 120 is within 80 % also where 20 from a partner country do not count; 84 of 114 may be 84 of 104."""
    made = share(80, 100, Priority("1", fund=Fund.ERDF, base=ContributionBase.TOTAL), cci="2021TC16RFCB001")
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(paid)),
        Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(20)),
        Contribution(Funder(source=FundingSource.PARTNER_COUNTRY), abroad),
    ]
    budget = Budget(financing=financing, total=total, complete=True)
    assert judged(attrs.evolve(made, budget=budget)).outcome is outcome


@pytest.mark.parametrize(
    ("cci", "severity"), [("2014TC16RFCB033", Severity.ERROR), ("2014TC16I5CB007", Severity.WARNING)]
)
def test_programmes_of_other_instruments_may_have_more(cci: str, severity: Severity) -> None:
    """86 % of an axis with 85 % decided, in a programme of the ERDF and in one of pre-accession assistance."""
    made = share(86, 100, decided("2", Fund.ERDF, 85), cci=cci, programming_period=None, period=IN_2015)
    (finding,) = judged(made).findings
    assert finding.severity is severity


def test_an_interreg_programme_is_named_where_it_stands() -> None:
    """The place is the programme where it is stated whole; what its base is may leave the question open."""
    priority = Priority("1", fund=Fund.ERDF)
    rows = [share(9, 10, priority, programme=Programme("2021TC16RFCB001"))]
    assert judged(*rows).findings[0].place == "projects[0].programme"
    private = [share(70, 100, priority, FundingSource.OWN_PRIVATE, cci="2021TC16RFCB001")]
    assert judged(*private).outcome is Outcome.NOT_EVALUATED
    unclear = [share(1, 2, priority, cci="2021TC16RFCB"), share(1, 2, priority, cci="2021TC16RFCB001")]
    result = judged(*unclear)
    assert result.reason is not None
    assert "2021TC16RFCB" in result.reason.sv
    without = judged(share(1, 2, priority, cci="2007CB163PO046", programming_period=None))
    assert without.outcome is Outcome.NOT_EVALUATED


# --- Compared with a judgement of the shares alone


class Part(NamedTuple):
    """A project: its category of region, what the Union pays and what it costs in thousands of kronor."""

    category: CategoryOfRegion
    union: int
    total: int


ORDINARY = {
    (Fund.ESF_PLUS, LESS): (85, 85),
    (Fund.ESF_PLUS, TRANSITION): (60, 70),
    (Fund.ESF_PLUS, MORE): (40, 50),
    (Fund.JTF, LESS): (85, 85),
    (Fund.JTF, TRANSITION): (70, 70),
    (Fund.JTF, MORE): (50, 50),
}
"""The ordinary ceiling of a category and the highest for some of its regions, as Article 112(3) prints them."""
DAYS = {"2023-06-01": {Fund.ESF_PLUS: 95, Fund.JTF: 0}, "2025-06-01": {Fund.ESF_PLUS: 100, Fund.JTF: 100}}
"""The highest rate of any dedicated priority on a day: social innovation, and strategic technologies from 2024."""


def by_hand(fund: Fund, rates: dict[CategoryOfRegion, int], parts: Sequence[Part], on: str) -> tuple[Outcome, int]:
    """Return the outcome, and the number of errors, from the sums of each category."""
    failed, open_questions, errors = False, False, 0
    for category in {part.category for part in parts}:
        union = sum(part.union for part in parts if part.category is category)
        total = sum(part.total for part in parts if part.category is category)
        usual, special = ORDINARY[fund, category]
        rate = rates.get(category)
        if rate is None:
            failed |= 100 * union > usual * total
        elif rate > max(special, DAYS[on][fund]):
            open_questions = True
        elif 100 * union > rate * total:
            failed, errors = True, errors + 1
    return (Outcome.FAILED if failed else Outcome.NOT_EVALUATED if open_questions else Outcome.PASSED), errors


CATEGORIES = st.sampled_from([LESS, TRANSITION, MORE])


def part_of(drawn: tuple[CategoryOfRegion, int, int]) -> Part:
    """Return a project of which the Union pays some of the hundredths."""
    category, hundreds, percent = drawn
    return Part(category, hundreds * percent, 100 * hundreds)


PARTS = st.lists(st.tuples(CATEGORIES, st.integers(1, 40), st.integers(0, 100)).map(part_of), min_size=1, max_size=5)
RATES = st.dictionaries(CATEGORIES, st.integers(0, 100), max_size=3)


def portfolio_of(fund: Fund, rates: dict[CategoryOfRegion, int], parts: Sequence[Part]) -> list[Project]:
    """The projects of one priority with the decided rates."""
    priority = Priority(
        "A",
        fund=fund,
        rates={category: Rate.of_percent(rate) for category, rate in rates.items()},
        base=ContributionBase.TOTAL,
    )
    return [share(1_000 * part.union, 1_000 * part.total, priority, category_of_region=part.category) for part in parts]


@settings(max_examples=80)
@given(st.sampled_from([Fund.ESF_PLUS, Fund.JTF]), RATES, PARTS, st.sampled_from(sorted(DAYS)))
def test_the_outcome_is_that_of_the_shares(
    fund: Fund, rates: dict[CategoryOfRegion, int], parts: list[Part], on: str
) -> None:
    """What POR001 finds of drawn priorities follows from the sums of each category and the rates of the day."""
    result = judged(*portfolio_of(fund, rates, parts), on=on)
    errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    assert (result.outcome, len(errors)) == by_hand(fund, rates, parts, on)


@settings(max_examples=40)
@given(RATES.filter(bool), PARTS, st.integers(1, 10**6))
def test_a_project_at_exactly_the_decided_rate_never_makes_an_error(
    rates: dict[CategoryOfRegion, int], parts: list[Part], hundreds: int
) -> None:
    """Whatever the portfolio, one more project at the rate of its category adds no error."""
    rows = portfolio_of(Fund.ESF_PLUS, rates, parts)
    category, rate = min(rates.items(), key=str)
    more = share(rate * hundreds, 100 * hundreds, rows[0].priority or MIXED, category_of_region=category)
    before, after = judged(*rows), judged(*rows, more)
    assert {each.expected for each in after.findings if each.severity is Severity.ERROR} <= {
        each.expected for each in before.findings if each.severity is Severity.ERROR
    }
