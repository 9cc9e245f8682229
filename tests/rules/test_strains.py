"""Real cases that break naive rules, each with its own figures and what a careful official would say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel import (
    LAW,
    ActualCost,
    Bounds,
    Budget,
    Call,
    CategoryOfRegion,
    Contribution,
    ContributionBase,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Limit,
    LimitBase,
    Money,
    Organisation,
    Outcome,
    OwnShare,
    Period,
    Phase,
    Portfolio,
    Priority,
    Project,
    Rate,
    Rounding,
    validate,
)
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG, KOMPETENSFOCUS, REGISTER_PROJECTS
from esfmodel.law import PACKS, Level
from esfmodel.model import Commitment, ContributionForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from esfmodel import Law, Report
    from esfmodel.values.bounds import MoneyLike

SWEDISH = LAW.with_pack(PACKS["2021SE05SFPR001"]).with_pack(PACKS["2014SE05M9OP001"])
LAWS = pytest.mark.parametrize("law", [LAW, SWEDISH], ids=["law", "with packs"])


def granted(
    total: str | int,
    parts: dict[FundingSource, MoneyLike | None],
    *,
    currency: str = "SEK",
    programming_period: str = "2014-2020",
    fund: Fund = Fund.ESF,
    name: str = "A",
) -> Project:
    """A project with a total and who pays it."""
    financing = [Contribution(Funder(source=source), amount) for source, amount in parts.items()]
    return Project(
        name,
        fund=fund,
        programming_period=programming_period,
        budget=Budget(financing=financing, total=Money(total, currency)),
    )


def supported(total: int, support: int, **more: object) -> Project:
    """A project of which a register publishes the total and the support, in which state money may be."""
    parts: dict[FundingSource, MoneyLike | None] = {FundingSource.EU_AND_STATE: Money(support)}
    if support != total:
        parts[FundingSource.OWN] = Money(total - support)
    changes: dict[str, Any] = more
    return attrs.evolve(granted(total, parts), **changes)


def outcome(report: Report, code: str) -> Outcome:
    """Return what became of a rule."""
    return report.result(code).outcome


# What is published: total and support, the Union's rate as printed, and what the call asked for.
GRANTED_FIGURES = {
    "Kompetens i Kronoberg: 75 % where the Union's rate is 50 %": KOMPETENS_I_KRONOBERG,
    "Fler undersköterskor: 74.92 % in a call that asks for 25 %": supported(
        7_023_185,
        5_261_655,
        operation_id="2015/00963",
        period=Period("2016-08-01", "2019-03-31"),
        published_eu_rate=Rate.of_percent(50),
        call=Call("2015/00897", own_share=OwnShare.exactly(Rate.of_percent(25))),
    ),
    "Care of folkbildningen: 47 % in a call where others have all": supported(
        118_782_493,
        55_827_772,
        operation_id="2022/00500",
        period=Period("2022-12-01", "2023-09-30"),
        published_eu_rate=Rate.of_percent(50),
    ),
    "Care: all of the cost at a printed rate of 50 %": supported(
        5_067_690, 5_067_690, period=Period("2022-03-01", "2023-09-30"), published_eu_rate=Rate.of_percent(50)
    ),
    "Care 2 Köping: all of the cost at a printed rate of 100 %": supported(
        5_067_690,
        5_067_690,
        operation_id="2022/00569",
        period=Period("2022-04-04", "2023-09-30"),
        published_eu_rate=Rate.of_percent(100),
    ),
    "Kvinnors etablering: 54.000003 % undivided at a printed rate of 40 %": supported(
        68_870_004,
        37_189_804,
        operation_id="22-044-S07",
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        cci="2021SE05SFPR",
        priority="A",
        period=Period("2023-09-01", "2026-08-31"),
        published_eu_rate=Rate.of_percent(40),
        call=Call(own_share=OwnShare.exactly(Rate.of_percent(46))),
    ),
    **{f"{project.operation_id}: {project.name}": project for project in REGISTER_PROJECTS},
    "React-EU: all from the Union": attrs.evolve(
        granted(7_999_999, {FundingSource.EU: Money(7_999_999)}),
        priority="5",
        period=Period("2021-03-01", "2022-12-31"),
        published_eu_rate=Rate.of_percent(100),
    ),
    "Fast Care: all from the Union in 2023": attrs.evolve(
        granted(5_000_000, {FundingSource.EU: Money(5_000_000)}, fund=Fund.ESF_PLUS, programming_period="2021-2027"),
        priority="F",
        period=Period("2023-06-01", "2024-05-31"),
        published_eu_rate=Rate.of_percent(100),
    ),
    "a rural trail: 6 941 940 kr of as much": granted(6_941_940, {FundingSource.EU: Money(6_941_940)}, fund=Fund.EAFRD),
    "Lokalt klimatarbete: 91.88 % in a programme of 50 %": granted(
        "210308.48",
        {FundingSource.EU: Money("193232.26", "EUR"), FundingSource.OWN: Money("17076.22", "EUR")},
        currency="EUR",
        fund=Fund.ERDF,
    ),
    "Interreg: 75 % in a territorial programme": attrs.evolve(
        granted(100, {FundingSource.EU: Money(75, "EUR"), FundingSource.OWN: Money(25, "EUR")}, currency="EUR"),
        fund=Fund.ERDF,
        cci="2014TC16RFCB026",
    ),
}


@LAWS
@pytest.mark.parametrize("project", GRANTED_FIGURES.values(), ids=GRANTED_FIGURES)
def test_no_granted_project_is_called_unlawful_for_its_share(project: Project, law: Law) -> None:
    """A share above the printed rate is state money or another article: at most worth knowing, never an error."""
    report = validate(project, law=law)
    assert report.errors == ()
    assert outcome(report, "FIN002") is not Outcome.FAILED
    assert outcome(validate(Portfolio([project]), law=law), "POR001") is not Outcome.FAILED


@pytest.mark.parametrize(
    ("union", "state", "own"),
    [(7_648_379, 2_676_933, 8_800_785), (4_438_625, 1_553_519, 5_200_000)],
    ids=["24-030-S04: support 53.985 %", "24-056-S07: the Union's 39.66 %"],
)
def test_the_unions_part_cut_to_whole_kronor_is_below_the_ceiling(union: int, state: int, own: int) -> None:
    """39.99 and 39.66 % where the register prints 40: each is within a priority of 40 %, and the own share as printed.

    The own share is 46.01 and 46.46 %, which a call that prints "46 %" takes for 46.
    """
    area = Priority(
        "A",
        category_of_region=CategoryOfRegion.MORE_DEVELOPED,
        eu_rate=Rate.of_percent(40),
        base=ContributionBase.TOTAL,
    )
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU: Money(union),
        FundingSource.STATE_GRANT: Money(state),
        FundingSource.OWN_PUBLIC: Money(own),
    }
    project = attrs.evolve(
        granted(union + state + own, parts, fund=Fund.ESF_PLUS, programming_period="2021-2027"),
        priority=area,
        published_eu_rate=Rate.of_percent(40),
        call=Call(own_share=OwnShare.exactly(Rate.of_percent(46))),
    )
    report = validate(project)
    assert report.errors == report.warnings == report.infos == ()
    assert outcome(report, "FIN001") is Outcome.PASSED
    assert outcome(validate(Portfolio([project])), "POR001") is Outcome.PASSED


def area_c(*, objectives: Sequence[str]) -> list[Project]:
    """Return the two projects of area C: all of the cost is support, and nine tenths of it are the Union's."""
    priority = Priority(
        "C",
        category_of_region=CategoryOfRegion.MORE_DEVELOPED,
        eu_rate=Rate.of_percent(90),
        base=ContributionBase.TOTAL,
        specific_objectives=objectives,
    )
    return [attrs.evolve(EXAMPLES[name], priority=priority) for name in ("24-063-S05", "25-031-S02")]


def test_area_c_has_its_one_rate() -> None:
    """100 % support, 90 % from the Union, 10 % from the state: as Article 10 has it, and no ceiling is concerned."""
    report = validate(Portfolio(area_c(objectives=["l"])))
    assert outcome(report, "POR002") is Outcome.PASSED
    assert outcome(report, "POR001") is Outcome.NOT_APPLICABLE
    assert report.errors == ()


def test_area_c_without_its_objectives_is_not_condemned() -> None:
    """Its decided 90 % is the one rate for those most in need; whether it is such a priority stays open."""
    report = validate(Portfolio(area_c(objectives=[])))
    assert outcome(report, "POR001") is Outcome.PASSED
    assert outcome(report, "POR002") is Outcome.NOT_EVALUATED
    assert report.errors == ()


def test_a_portfolio_above_its_ceiling_is_an_error_with_the_kronor() -> None:
    """Two projects of a 40 % priority in which the Union pays 45 of 100: 50 000 kr too much of 1 000 000."""
    area = Priority(
        "A",
        category_of_region=CategoryOfRegion.MORE_DEVELOPED,
        eu_rate=Rate.of_percent(40),
        base=ContributionBase.TOTAL,
    )
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU: Money(225_000),
        FundingSource.OWN_PUBLIC: Money(275_000),
    }
    one = attrs.evolve(granted(500_000, parts, fund=Fund.ESF_PLUS, programming_period="2021-2027"), priority=area)
    report = validate(Portfolio([one, attrs.evolve(one, name="B")]))
    (error,) = report.errors
    assert (error.rule, error.difference, error.expected) == ("POR001", Money(50_000), Rate.of_percent(40))
    assert "50\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr för mycket" in error.text("sv")


@pytest.mark.parametrize(
    ("share", "failed"), [("52.5", False), ("53.5", False), ("52.49", True), ("53.51", True), ("53", False)]
)
def test_the_tolerance_of_a_call_is_its_own(share: str, failed: bool) -> None:
    """53 procent (+/- 0,5 %): both ends are met, and a hundredth beyond is not."""
    own = Rate.of_percent(share).apply(Money(10_000), rounding=Rounding.MINOR_DOWN)
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU_AND_STATE: Money(10_000) - own,
        FundingSource.OWN: own,
    }
    demand = OwnShare.exactly(Rate.of_percent(53), tolerance=Rate.of_percent("0.5"))
    report = validate(attrs.evolve(granted(10_000, parts), call=Call(own_share=demand)))
    assert (outcome(report, "FIN001") is Outcome.FAILED) == failed


@pytest.mark.parametrize(
    ("nuts", "own", "expected"),
    [
        ("SE31", 40, Outcome.PASSED),
        ("SE313", 40, Outcome.PASSED),
        ("SE31", 46, Outcome.FAILED),
        ("SE32", 46, Outcome.PASSED),
        ("SE32", 40, Outcome.FAILED),
        (None, 40, Outcome.NOT_EVALUATED),
    ],
)
def test_the_exception_of_a_region_is_that_regions(nuts: str | None, own: int, expected: Outcome) -> None:
    """46 %, but 40 % in Norra Mellansverige: each project is judged by its own region, and without one not at all."""
    demand = OwnShare.exactly(Rate.of_percent(46))
    by_region = {"SE31": OwnShare.exactly(Rate.of_percent(40))}
    project = attrs.evolve(
        supported(100, 100 - own), nuts=nuts, call=Call(own_share=demand, own_share_by_region=by_region)
    )
    assert outcome(validate(project), "FIN001") is expected


def test_the_two_readings_of_medfinansieringsgrad_are_two_figures() -> None:
    """53 % is what the applicant raises, 50 % the Union's rate: neither is the complement of the other."""
    demand = OwnShare.exactly(Rate.of_percent(53))
    project = attrs.evolve(supported(100, 47), published_eu_rate=Rate.of_percent(50), call=Call(own_share=demand))
    report = validate(project)
    assert outcome(report, "FIN001") is Outcome.PASSED
    assert report.errors == ()


def public(amount: int, organisation: str, form: ContributionForm = ContributionForm.CASH) -> Contribution:
    """A public body's own contribution."""
    return Contribution(Funder(Organisation(organisation), source=FundingSource.OWN_PUBLIC), Money(amount), form=form)


def test_contributions_in_kind_stand_on_both_sides() -> None:
    """6 149 500 kr support of 12 272 000 kr, 922 500 kr of it in kind: within the 11 349 500 kr that are money."""
    costs = [
        Cost(CostCategory.STAFF, ActualCost(Money(283_500))),
        Cost(CostCategory.EXTERNAL_SERVICES, ActualCost(Money(70_000))),
        Cost(CostCategory.EQUIPMENT, ActualCost(Money(10_800_000))),
        Cost(CostCategory.OTHER, ActualCost(Money(196_000))),
        Cost(CostCategory.IN_KIND, ActualCost(Money(922_500))),
    ]
    in_kind = ContributionForm.IN_KIND
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(6_149_500), form=ContributionForm.CASH),
        public(650_000, "Region Gävleborg"),
        public(2_500_000, "Länsstyrelsen Dalarna"),
        public(1_950_000, "Tierps kommun"),
        public(822_500, "Region Dalarna", in_kind),
        public(100_000, "Länsstyrelsen Dalarna", in_kind),
        Contribution(
            Funder(Organisation("Mellanskog AB"), source=FundingSource.OWN_PRIVATE),
            Money(100_000),
            form=ContributionForm.CASH,
        ),
    ]
    project = Project(
        "A", fund=Fund.ERDF, programming_period="2014-2020", budget=Budget(costs, financing, total=Money(12_272_000))
    )
    report = validate(project)
    assert report.errors == report.warnings == ()
    assert outcome(report, "BUD002") is outcome(report, "BUD003") is Outcome.PASSED


def test_a_condition_on_a_contribution_does_not_take_it_away() -> None:
    """7 500 euro on condition that the authority approves the project is a contribution of 7 500 euro."""
    conditional = Contribution(
        Funder(source=FundingSource.OWN_PUBLIC), Money(7_500, "EUR"), commitment=Commitment.CONDITIONAL
    )
    union = Contribution(Funder(source=FundingSource.EU), Money(7_500, "EUR"))
    report = validate(Project("A", budget=Budget(financing=[union, conditional], total=Money(15_000, "EUR"))))
    assert outcome(report, "BUD003") is Outcome.PASSED


def test_funders_without_amounts_leave_the_sum_open() -> None:
    """The rest is said to be private: 380 000 kr listed of 570 600 is no contradiction, but an open sum."""
    listed = Contribution(Funder(source=FundingSource.EU), Money(380_000))
    open_ended = Contribution(Funder(source=FundingSource.OWN_PRIVATE))
    for rest in (open_ended, Contribution.rest()):
        report = validate(Project("A", budget=Budget(financing=[listed, rest], total=Money(570_600))))
        assert outcome(report, "BUD003") is not Outcome.FAILED
        assert report.errors == ()


def test_parts_that_exceed_their_whole_are_an_arithmetic_error() -> None:
    """430 000 kr, of which 288 100, 141 900 and 36 348 kr: 36 348 kr more than the whole."""
    parts = [Contribution(Funder(source=FundingSource.OWN), Money(each)) for each in (288_100, 141_900, 36_348)]
    (error,) = validate(Project("A", budget=Budget(financing=parts, total=Money(430_000)))).errors
    assert (error.rule, error.difference, error.level) == ("BUD003", Money(36_348), None)


def test_hede_is_a_hundred_kronor_off() -> None:
    """188 973 + 93 027 is 282 000 and not 281 900: an arithmetic error of 100 kr, and no question of law."""
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU_AND_STATE: Money(188_973),
        FundingSource.OWN_PUBLIC: Money(93_027),
    }
    (error,) = validate(granted(281_900, parts, fund=Fund.EAFRD)).errors
    assert (error.rule, error.difference, error.level) == ("BUD003", Money(100), None)


def test_a_partner_countrys_money_is_not_the_unions() -> None:
    """Norwegian money in an Interreg grant raises the support, not the Union's share."""
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU: Money(40),
        FundingSource.PARTNER_COUNTRY: Money(30),
        FundingSource.OWN: Money(30),
    }
    project = granted(100, parts, fund=Fund.ERDF)
    assert project.budget is not None
    assert project.budget.eu_rate == Rate.of_percent(40)
    report = validate(project)
    assert report.errors == report.infos == ()


PERIODS = {
    "from 2013 into 2014-2020": ("2014-2020", Period("2013-03-15", "2017-09-14"), True),
    "technical assistance to 2021": ("2014-2020", Period("2014-01-01", "2021-12-31"), False),
    "a venture fund to the last day": ("2014-2020", Period("2016-04-29", "2023-12-31"), False),
    "technical assistance to the last day": ("2014-2020", Period("2014-01-01", "2023-12-31"), False),
    "ended after 2020": ("2014-2020", Period("2018-01-01", "2022-06-30"), False),
    "the later final date of the ESF": ("2014-2020", Period("2019-01-01", "2023-02-28"), False),
    "the last Care projects": ("2014-2020", Period("2022-12-01", "2023-09-30"), False),
    "Care from the day of the war, before any decision": ("2014-2020", Period("2022-02-24", "2022-12-31"), False),
    "a day after the end": ("2014-2020", Period("2020-01-01", "2024-01-01"), True),
    "the one in 2021-2027": ("2021-2027", Period("2024-10-01", "2027-09-30"), False),
}


@pytest.mark.parametrize(("programming_period", "period", "warned"), PERIODS.values(), ids=PERIODS)
def test_a_project_may_reach_beyond_its_programming_period(
    programming_period: str, period: Period, warned: bool
) -> None:
    """Expenditure counts to the end of the window, years after the period; partly outside is a warning."""
    report = validate(Project("A", programming_period=programming_period, period=period))
    assert report.errors == ()
    assert (outcome(report, "PER001") is Outcome.FAILED) == warned


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Period("2018-01-01", "2021-03-31"), Period("2018-01-01", "2021-09-30")),
        (Period("2019-09-01", "2022-06-30"), Period("2019-09-01", "2023-02-28")),
    ],
    ids=["Hållbar motorbransch", "the final date of the ESF"],
)
def test_an_extension_is_another_decision_and_no_contradiction(first: Period, second: Period) -> None:
    """The first decision keeps its end, the amendment has its own, and the project runs to the later."""
    decisions = [
        Decision(DecisionKind.GRANTED, "2017-12-01", period=first),
        Decision(DecisionKind.AMENDED, "2021-02-01", period=second),
    ]
    project = Project("A", programming_period="2014-2020", period=second, decisions=decisions)
    report = validate(project)
    assert report.errors == report.warnings == ()


@pytest.mark.parametrize(
    ("period", "longest", "expected"),
    [
        (Period("2023-10-02", "2026-10-01"), 36, Outcome.PASSED),
        (Period("2024-10-01", "2027-09-30"), 36, Outcome.PASSED),
        (Period("2025-03-01", "2028-02-29"), 36, Outcome.PASSED),
        (Period("2023-10-02", "2026-10-02"), 36, Outcome.FAILED),
        (Period("2023-01-01", "2023-09-30"), 24, Outcome.PASSED),
        (Period("2023-01-01", "2023-10-01"), 9, Outcome.FAILED),
    ],
)
def test_thirty_six_months_end_on_the_day_before(period: Period, longest: int, expected: Outcome) -> None:
    """Full years end the day before: 2 October to 1 October is three years, and one day more is too long."""
    project = Project("A", programming_period="2021-2027", period=period, call=Call(longest_months=longest))
    assert outcome(validate(project), "PER004") is expected


def test_a_calls_longest_period_is_no_projects_length() -> None:
    """The most that a call allows says nothing of how long a project lasts."""
    project = Project("A", programming_period="2021-2027", call=Call(longest_months=24))
    report = validate(project)
    assert outcome(report, "PER003") is outcome(report, "PER004") is Outcome.NOT_EVALUATED


def test_phases_follow_one_another_inside_the_project() -> None:
    """Analysis, implementation and closure in a row are in order; a closure after the end of the project is not."""
    phases = [
        Phase("Analys- och planeringsfas", Period("2016-08-01", "2016-12-31")),
        Phase("Genomförandefas", Period("2017-01-01", "2018-12-31")),
        Phase("Avslutsfas", Period("2019-01-01", "2019-03-31")),
    ]
    project = Project("A", programming_period="2014-2020", period=Period("2016-08-01", "2019-03-31"), phases=phases)
    report = validate(project)
    assert outcome(report, "PER002") is outcome(report, "PER006") is Outcome.PASSED
    shorter = validate(attrs.evolve(project, period=Period("2016-08-01", "2018-12-31")))
    assert [(error.rule, error.place) for error in shorter.errors] == [("PER002", "phases[2].period")]


def test_two_ends_at_once_are_those_of_the_phase_and_of_the_project() -> None:
    """The implementation ends on 30 June 2021 and the project on 30 September: both extended, and both right."""
    phases = [Phase("Genomförandefas", Period("2018-04-01", "2021-06-30"))]
    project = Project("A", programming_period="2014-2020", period=Period("2018-01-01", "2021-09-30"), phases=phases)
    assert validate(project).errors == ()


def test_about_eighteen_months_beside_dates_of_twenty_four_is_for_somebody_to_look_at() -> None:
    """The press and the register differ on the length: a warning, since nobody knows which is right."""
    project = Project("A", period=Period("2015-07-01", "2017-06-30"), duration_months=18)
    report = validate(project)
    assert report.errors == ()
    (warning,) = report.warnings
    assert (warning.rule, warning.expected, warning.found) == ("PER003", 24, 18)


def test_years_and_days_of_one_period_are_no_contradiction() -> None:
    """The years 2015-2017 beside July 2015 to April 2018: years have no days to compare."""
    project = Project("A", programming_period="2014-2020", period=Period.of_years(2015, 2017), duration_months=34)
    report = validate(project)
    assert report.errors == ()
    assert outcome(report, "PER001") is Outcome.PASSED


def test_no_participants_is_a_number_and_not_a_gap() -> None:
    """A pre-study has 0 participants: nothing is missing and nothing is wrong."""
    with_none = validate(attrs.evolve(KOMPETENSFOCUS, planned_participants=0))
    unsaid = validate(KOMPETENSFOCUS)
    assert [each.outcome for each in with_none.results] == [each.outcome for each in unsaid.results]
    assert with_none.errors == ()


def test_a_record_without_amounts_is_judged_by_what_it_has() -> None:
    """No amount is missing from a register that publishes none: its money rules are not evaluated, the others are."""
    report = validate(KOMPETENSFOCUS)
    assert report.errors == ()
    assert outcome(report, "BUD003") is outcome(report, "BUD004") is Outcome.NOT_EVALUATED
    assert outcome(report, "PER001") is Outcome.PASSED


def test_field_175_is_lawful_in_the_sparsely_populated_north() -> None:
    """The register publishes it for Mellersta Norrland, whose special allocation is that of the outermost regions."""
    assert outcome(validate(KOMPETENSFOCUS), "PRJ011") is Outcome.PASSED


def test_press_and_register_are_two_measures() -> None:
    """22,6 million in the press beside 17 244 907 kr in the register: which decision they are of, nobody has said."""
    rows = [
        Project("A", operation_id="2019/00123", beneficiary=Organisation("Alvesta kommun"), budget=Budget(total=total))
        for total in (Money(22_600_000), Money(17_244_907))
    ]
    report = validate(Portfolio(rows))
    assert outcome(report, "POR004") is Outcome.NOT_EVALUATED
    assert outcome(report, "POR003") is Outcome.PASSED
    assert report.errors == ()


def test_partner_rows_of_one_operation_are_no_repetition() -> None:
    """One operation with three beneficiaries has three rows; the share of one row is no rate of the operation."""
    rows = [
        Project("A", operation_id="20200940", beneficiary=Organisation(name), budget=Budget(total=Money(5)))
        for name in ("Alvesta kommun", "Lessebo kommun", "Växjö kommun")
    ]
    report = validate(Portfolio(rows))
    assert outcome(report, "POR003") is outcome(report, "POR004") is Outcome.PASSED


def test_nearly_forty_million_is_not_twice_what_it_is() -> None:
    """Nearly 40 million for 25,5 + 13,3 million: the parts are within what the words allow."""
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU: Money(25_500_000),
        FundingSource.OWN: Money(13_300_000),
    }
    project = granted(38_800_000, parts)
    assert project.budget is not None
    nearly = attrs.evolve(project, budget=attrs.evolve(project.budget, total=Bounds.under(Money(40_000_000))))
    assert validate(nearly).errors == ()


@pytest.mark.parametrize("project", REGISTER_PROJECTS, ids=lambda project: str(project.operation_id))
@pytest.mark.parametrize("nuts", ["SE23", "SE12", None])
def test_the_published_divisions_are_those_of_the_programme(project: Project, nuts: str | None) -> None:
    """40/54 of the support in area A and nine tenths in area C, cut to whole kronor: nothing to remark on."""
    report = validate(attrs.evolve(project, cci="2021SE05SFPR001", nuts=nuts), law=SWEDISH)
    assert report.errors == report.warnings == ()


@pytest.mark.parametrize(
    ("public", "private", "refused"),
    [(4_000, 2_000, None), (3_000, 3_000, "public financing"), (1_000, 1_900, "total cost")],
)
def test_two_bases_in_one_sentence_are_two_limits(public: int, private: int, refused: str | None) -> None:
    """57.47 % of the costs, at most 50.00 % of the public financing: 4 000 of 10 000 may break one, both or none."""
    decision = Decision(
        DecisionKind.GRANTED,
        limits=[
            Limit.of_rate(Rate.of_percent("57.47"), LimitBase.TOTAL_COST),
            Limit.of_rate(Rate.of_percent("50.00"), LimitBase.PUBLIC_FINANCING),
        ],
    )
    parts: dict[FundingSource, MoneyLike | None] = {
        FundingSource.EU: Money(4_000),
        FundingSource.OWN_PUBLIC: Money(public),
        FundingSource.OWN_PRIVATE: Money(private),
    }
    project = granted(4_000 + public + private, parts, fund=Fund.ERDF)
    report = validate(attrs.evolve(project, decisions=[decision]))
    said = [error.text("en") for error in report.errors]
    assert {error.rule for error in report.errors} == (set() if refused is None else {"FIN007"})
    assert refused is None or any(refused in text for text in said)
    assert all(error.level is Level.DECISION for error in report.errors)


def test_a_support_just_below_the_calls_largest_is_within_it() -> None:
    """7 999 999 kr shows that the call offers 8 million at most, and is within that."""
    project = attrs.evolve(supported(7_999_999, 7_999_999), call=Call(largest_support=Money(8_000_000)))
    report = validate(project)
    assert outcome(report, "FIN006") is Outcome.PASSED
    assert report.errors == ()
