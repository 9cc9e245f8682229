from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from esfmodel import (
    LAW,
    RULES,
    Call,
    Cci,
    Claim,
    ClaimedCost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Law,
    Money,
    NotKnown,
    OpenPeriod,
    Outcome,
    Period,
    Phase,
    Priority,
    Programme,
    Project,
    Provision,
    Severity,
    validate,
)
from esfmodel.law import PACKS, Condition, Grade, Level
from esfmodel.rules import Ground
from esfmodel.rules.shared.days import Position, position_in
from esfmodel.testing._rule_examples.per import PER

DAYS = st.dates(datetime.date(2010, 1, 1), datetime.date(2035, 12, 31))


def days(period: Period) -> range:
    """Number the days of a period."""
    return range(period.start.toordinal(), period.end.toordinal() + 1)


@pytest.mark.parametrize("cci", ["2014SE06RDNP001", "2014SE05FMOP001", "2014SE65AMNP001", "2014SE65ISNP001"])
def test_the_cci_tells_the_fund_where_nothing_else_does(cci: str) -> None:
    """A project of the rural development programme has its fund's window, also when only the CCI names the fund."""
    subject = Project("A", cci=Cci(cci), period=Period.of_years(2024, 2025))
    assert validate(subject).result("PER001").outcome is Outcome.NOT_APPLICABLE


def judged_by_hand(fund: Fund | None, programming_period: str, day: datetime.date) -> str:
    """Return what PER001 and CLM001 make of one day: the table of the acts, written out."""
    is_newer = programming_period == "2021-2027"
    if fund in {Fund.EAFRD, Fund.FEAD} or (not is_newer and fund in {Fund.AMIF, Fund.ISF, Fund.BMVI}):
        return "NOT_APPLICABLE"
    first = datetime.date(2021, 1, 1) if is_newer else datetime.date(2014, 1, 1)
    if fund is Fund.YEI and not is_newer:
        first = datetime.date(2013, 9, 1)
    last = datetime.date(2029, 12, 31) if is_newer else datetime.date(2023, 12, 31)
    if first <= day <= last:
        return "PASSED"
    # The ESF, the YEI and the EMFF are of 2014-2020, so in 2021-2027 another fund is meant: nobody knows which.
    may_be_of_the_yei = not is_newer and fund in {None, Fund.ESF} and day >= datetime.date(2013, 9, 1)
    may_end_later = is_newer and fund not in {Fund.EMFAF, Fund.AMIF, Fund.ISF, Fund.BMVI}
    return "WARNING" if (may_end_later if day > last else may_be_of_the_yei) else "ERROR"


EDGES = [
    datetime.date(year, month, day)
    for year in (2013, 2014, 2020, 2021, 2023, 2024, 2029, 2030, 2031)
    for month, day in ((1, 1), (8, 31), (9, 1), (12, 31))
]
WINDOW_RULES = [rule for rule in RULES if rule.code in {"PER001", "CLM001"}]


@given(
    st.sampled_from([None, *Fund]),
    st.sampled_from(["2014-2020", "2021-2027"]),
    st.sampled_from(EDGES) | st.dates(datetime.date(2014, 1, 1), datetime.date(2031, 12, 31)),
)
def test_each_day_of_each_fund_is_judged_as_by_hand(
    fund: Fund | None, programming_period: str, day: datetime.date
) -> None:
    """For every fund, programming period and day the two rules on the window say what the table by hand says."""
    claims = [Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(1), paid_on=day)])]
    subject = Project("A", fund=fund, programming_period=programming_period, period=Period(day, day), claims=claims)
    for result in validate(subject, rules=WINDOW_RULES).results:
        said = [finding.severity.name for finding in result.findings] or [result.outcome.name]
        assert said == [judged_by_hand(fund, programming_period, day)]


def stated(**said: object) -> Project:
    """Make a project of 2021-2027 in spring 2031."""
    fields: dict[str, Any] = {"programming_period": "2021-2027", "period": Period("2031-02-01", "2031-05-31"), **said}
    return Project("A", **fields)


@pytest.mark.parametrize(
    ("subject", "severity"),
    [
        (stated(fund=Fund.JTF, cci="2021SE16JTPR001"), Severity.ERROR),
        (stated(programme=Programme(funds=[Fund.JTF])), Severity.ERROR),
        (stated(fund=Fund.JTF, cci="2021SE16JTPR001", period=Period("2030-12-31", "2031-05-31")), Severity.WARNING),
        (stated(fund=Fund.JTF), Severity.WARNING),
        (stated(fund=Fund.JTF, cci="2021DE16FFPR001"), Severity.WARNING),
        (stated(programme=Programme(funds=[Fund.ERDF, Fund.JTF])), Severity.WARNING),
        (stated(programme=Programme(funds=[Fund.EMFAF, Fund.AMIF])), Severity.ERROR),
        (stated(programme=Programme(funds=[Fund.EMFAF, Fund.ESF_PLUS])), Severity.WARNING),
        (stated(cci="2021TC16RFCB001"), Severity.WARNING),
        (stated(cci="2021SE14MFPR001"), Severity.ERROR),
        (stated(cci="2021SE65ISPR001"), Severity.ERROR),
        (stated(fund=Fund.ESF_PLUS, period=OpenPeriod("2031-02-01")), Severity.WARNING),
        (stated(fund=Fund.BMVI, period=OpenPeriod("2031-02-01")), Severity.ERROR),
    ],
)
def test_after_the_window_only_an_end_that_is_known_makes_an_error(subject: Project, severity: Severity) -> None:
    """Of the later ends of 2025 only that of the JTF's own programmes was read: 31 December 2030."""
    (finding,) = validate(subject, rules=WINDOW_RULES).result("PER001").findings
    assert finding.severity is severity
    is_told = "an amended programme may end later" in finding.text("en")
    assert is_told == ("ett ändrat program kan ha ett senare slutdatum" in finding.text("sv"))
    assert is_told == (severity is Severity.WARNING)


@pytest.mark.parametrize(("fund", "is_told"), [(Fund.ERDF, True), (Fund.EMFAF, False)])
def test_a_project_that_goes_on_after_the_window_is_told_of_a_later_end_where_there_is_one(
    fund: Fund, is_told: bool
) -> None:
    """A warning either way, since the project may have its expenditure before."""
    subject = stated(fund=fund, period=Period("2028-01-01", "2030-06-30"))
    (warning,) = validate(subject, rules=WINDOW_RULES).result("PER001").findings
    assert warning.severity is Severity.WARNING
    assert ("an amended programme may end later" in warning.text("en")) == is_told


def test_before_the_act_that_amends_there_is_no_later_end() -> None:
    """By the law of 19 September 2025 no programme may end after 2029."""
    subject = stated(fund=Fund.ESF_PLUS, period=Period("2030-02-01", "2030-05-31"))
    for day, severity in (("2025-09-19", Severity.ERROR), ("2025-09-20", Severity.WARNING)):
        (finding,) = validate(subject, rules=WINDOW_RULES, on=day).result("PER001").findings
        assert finding.severity is severity


def with_ends(*ends: tuple[str, object, Grade]) -> Law:
    """Make a law in which programmes have ends of their own."""
    rows = [
        Provision(
            f"programme.{programme}.eligibility-end",
            end,  # type: ignore[arg-type]
            programming_period="2021-2027",
            level=Level.PROGRAMME,
            act="Commission Implementing Decision C(2026) 1",
            article="1",
            start="2026-01-01",
            grade=grade,
            quote="x",
            edition="x",
            source="x",
            checked="2026-11-21",
        )
        for programme, end, grade in ends
    ]
    return Law([*LAW.provisions, *rows])


OWN = ("2021se05sfpr001", Date(2030, 12, 31), Grade.A)


@pytest.mark.parametrize(
    ("law", "last", "severity"),
    [
        (with_ends(OWN), "2030-12-31", None),
        (with_ends(OWN), "2031-01-01", Severity.WARNING),
        (with_ends(("2021se05sfpr001", Date(2029, 6, 30), Grade.A)), "2029-07-01", Severity.WARNING),
        (with_ends(("2021se05sfpr002", Date(2030, 12, 31), Grade.A)), "2030-12-31", Severity.WARNING),
        (LAW.with_pack(PACKS["2021SE05SFPR001"]), "2030-12-31", Severity.WARNING),
    ],
)
def test_a_programme_may_have_an_end_of_its_own(law: Law, last: str, severity: Severity | None) -> None:
    """A pack tells when the expenditure of an amended programme ends: until then there is nothing to say."""
    subject = Project("A", fund=Fund.ESF_PLUS, cci="2021SE05SFPR001", period=Period("2028-01-01", last))
    result = validate(subject, law=law, rules=WINDOW_RULES).result("PER001")
    assert [finding.severity for finding in result.findings] == [severity] * bool(severity)


@pytest.mark.parametrize(
    ("ends", "cci", "severity", "cited"),
    [
        ([OWN], "2021SE05SFPR001", Severity.ERROR, "C(2026) 1"),
        ([OWN], "2021SE05SFPR", Severity.ERROR, "C(2026) 1"),
        ([(*OWN[:2], Grade.B)], "2021SE05SFPR001", Severity.WARNING, "C(2026) 1"),
        ([OWN, ("2021se05sfpr002", Date(2029, 12, 31), Grade.A)], "2021SE05SFPR", Severity.WARNING, "63(2)"),
        ([(OWN[0], "a day", Grade.A)], "2021SE05SFPR001", Severity.WARNING, "63(2)"),
        ([(OWN[0], Date(2019, 12, 31), Grade.A)], "2021SE05SFPR001", Severity.WARNING, "63(2)"),
    ],
)
def test_after_a_programme_s_own_end_its_grade_decides(
    ends: list[tuple[str, object, Grade]], cci: str, severity: Severity, cited: str
) -> None:
    """An end that was read makes an error and names its act; one that may be another programme's, or no day, none."""
    subject = Project("A", fund=Fund.ESF_PLUS, cci=cci, period=Period("2031-01-01", "2031-06-30"))
    (finding,) = validate(subject, law=with_ends(*ends), rules=WINDOW_RULES).result("PER001").findings
    assert finding.severity is severity
    assert cited in finding.text("en")


def of_react_eu(**said: object) -> Project:
    """Make a project of autumn 2019 and spring 2020, in a priority of the ESF."""
    fields: dict[str, Any] = {"fund": Fund.ESF, "period": Period("2019-11-01", "2020-05-31"), **said}
    return Project("A", programming_period="2014-2020", **fields)


@pytest.mark.parametrize(
    ("subject", "is_found"),
    [
        (of_react_eu(cci="2014SE05M9OP001", priority="5"), True),
        (of_react_eu(cci="2014SE05M9OP001", call=Call(priority="5")), True),
        (of_react_eu(priority=Priority("8", "Insatsområde REACT-EU")), True),
        (of_react_eu(priority=Priority("8", dedicated_to=Condition.REACT_EU)), True),
        (of_react_eu(priority=Priority("React-EU", dedicated_to=Condition.YOUTH_EMPLOYMENT)), False),
        (of_react_eu(cci="2014SE05M9OP001", priority="1"), False),
        (of_react_eu(cci="2014SE16RFOP007", priority="5"), False),
        (of_react_eu(priority="5"), False),
        (of_react_eu(), False),
        (of_react_eu(cci="2014SE05M9OP001", priority="5", fund=Fund.COHESION_FUND), False),
        (of_react_eu(cci="2014SE05M9OP001", priority="5", period=Period("2020-02-01", "2021-05-31")), False),
    ],
)
def test_react_eu_began_in_february_2020(subject: Project, is_found: bool) -> None:
    """Its first day was read in a recital alone, so what came before is a warning at most."""
    result = validate(subject, rules=WINDOW_RULES).result("PER001")
    assert [finding.severity for finding in result.findings] == [Severity.WARNING] * is_found
    assert all("recital 19" in finding.text("en") for finding in result.findings)
    earlier = validate(subject, rules=WINDOW_RULES, on="2020-06-01").result("PER001")
    assert earlier.outcome is Outcome.PASSED


@given(DAYS, DAYS, DAYS, DAYS)
def test_where_a_period_of_days_lies_is_counted_by_days(
    a: datetime.date, b: datetime.date, c: datetime.date, d: datetime.date
) -> None:
    """Inside is every day, wholly outside none, partly outside all between."""
    period, window = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    first, last = max(period.start, window.start), min(period.end, window.end)
    common = max(0, last.toordinal() - first.toordinal() + 1)
    expected = Position.WHOLLY if common == 0 else Position.INSIDE if common == len(days(period)) else Position.PARTLY
    assert position_in(period, window) is expected


@given(st.integers(2010, 2020), st.integers(0, 3), st.data())
def test_where_a_period_of_years_lies_is_what_all_its_days_agree_on(first: int, more: int, data: st.DataObject) -> None:
    """An answer about years holds for every choice of first and last day in them."""
    period = Period.of_years(first, first + more)
    start = data.draw(st.dates(datetime.date(first, 1, 1), datetime.date(first, 12, 31)))
    end = data.draw(st.dates(max(start, datetime.date(first + more, 1, 1)), datetime.date(first + more, 12, 31)))
    window = data.draw(st.tuples(DAYS, DAYS).map(lambda two: Period(min(two), max(two))))
    try:
        answer = position_in(period, window)
    except NotKnown:
        return
    exact = position_in(Period(start, end), window)
    assert exact is answer or (answer is Position.PARTLY and exact is Position.WHOLLY)


@pytest.mark.parametrize(
    ("period", "window", "expected"),
    [
        (OpenPeriod("2031-01-01"), Period.of_years(2021, 2029), Position.WHOLLY),
        (OpenPeriod("2020-12-31"), Period.of_years(2021, 2029), Position.PARTLY),
        (OpenPeriod(end="2020-12-31"), Period.of_years(2021, 2029), Position.WHOLLY),
        (OpenPeriod(end="2030-01-01"), Period.of_years(2021, 2029), Position.PARTLY),
        (Period("2023-01", "2023-06", "month"), Period("2023-01-01", "2023-06-30"), Position.INSIDE),
        (Period("2023-01", "2023-07", "month"), Period("2023-01-01", "2023-06-30"), Position.PARTLY),
    ],
)
def test_where_open_and_coarse_periods_lie(period: Period | OpenPeriod, window: Period, expected: Position) -> None:
    """One end, or a month, is often enough to tell."""
    assert position_in(period, window) is expected


@pytest.mark.parametrize("period", [OpenPeriod("2024-10-01"), OpenPeriod(end="2024-10-01"), Period.of_years(2023)])
def test_where_is_not_known_when_the_unstated_day_decides(period: Period | OpenPeriod) -> None:
    """An open end may lie anywhere, and a year may begin on any of its days."""
    with pytest.raises(NotKnown):
        position_in(period, Period("2023-03-01", "2029-12-31"))


@pytest.mark.parametrize(
    ("start", "end", "severity"),
    [
        ("2021-01-01", "2029-12-31", None),
        ("2020-12-31", "2021-01-01", Severity.WARNING),
        ("2029-12-31", "2030-01-01", Severity.WARNING),
        ("2020-01-01", "2020-12-31", Severity.ERROR),
        ("2030-01-01", "2031-06-30", Severity.WARNING),
        ("2030-12-31", "2031-06-30", Severity.WARNING),
        ("2031-01-01", "2031-06-30", Severity.WARNING),
    ],
)
def test_the_boundary_days_of_the_window(start: str, end: str, severity: Severity | None) -> None:
    """Regulation (EU) 2021/1060, Article 63(2); after 2029 only an amended programme may have expenditure."""
    report = validate(Project("A", programming_period="2021-2027", period=Period(start, end)))
    assert [finding.severity for finding in report.findings if finding.rule == "PER001"] == [severity] * bool(severity)


def test_projects_that_span_two_programming_periods_are_warned_of() -> None:
    """2013-03-15 to 2017-09-14 in a list of 2014-2020: partly outside, so somebody should look, and no error."""
    report = validate(Project("A", programming_period="2014-2020", period=Period("2013-03-15", "2017-09-14")))
    assert report.errors == ()
    (warning,) = report.warnings
    assert "ligger delvis utanför 1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2014" in warning.text("sv")
    assert "lies partly outside" in warning.text("en")


def test_the_youth_initiative_began_earlier() -> None:
    """Regulation (EU) No 1303/2013, Article 65(3): expenditure under the YEI is eligible as of 1 September 2013."""
    subject = Project(
        "A",
        programme=Programme(programming_period="2014-2020", funds=[Fund.YEI]),
        period=Period("2013-09-01", "2014-08-31"),
    )
    assert validate(subject).result("PER001").outcome is Outcome.PASSED
    early = attrs.evolve(subject, period=Period("2013-08-31", "2014-08-31"))
    (warning,) = validate(early).warnings
    assert "65(3)" in warning.text("en")
    late = attrs.evolve(subject, period=Period("2023-09-01", "2024-01-01"))
    (warning,) = validate(late).warnings
    assert "65(2)" in warning.text("en")
    both = attrs.evolve(subject, period=Period("2013-08-31", "2024-01-01"))
    assert "65(3)" in validate(both).warnings[0].text("en")
    nobody_knows = attrs.evolve(subject, period=OpenPeriod(end="2024-01-01"))
    assert "65(2)" in validate(nobody_knows).warnings[0].text("en")


@pytest.mark.parametrize(
    ("priority", "period", "said"),
    [
        (Priority("3"), Period("2013-09-01", "2013-12-31"), None),
        (Priority("1"), Period("2013-09-01", "2013-12-31"), Severity.WARNING),
        (None, Period.of_years(2013, 2013), Severity.WARNING),
        (None, Period("2013-01-01", "2013-08-31"), Severity.ERROR),
    ],
)
def test_a_project_of_the_esf_may_be_one_of_the_youth_initiative(
    priority: Priority | None, period: Period, said: Severity | None
) -> None:
    """Priority 3 of the Swedish ESF is the initiative's; elsewhere in the ESF an autumn of 2013 is no error."""
    subject = Project("A", fund=Fund.ESF, cci=Cci("2014SE05M9OP001"), priority=priority, period=period)
    findings = validate(subject, rules=WINDOW_RULES).result("PER001").findings
    assert [finding.severity for finding in findings] == ([] if said is None else [said])
    told = ["sysselsättningsinitiativet" in finding.text("sv") for finding in findings]
    assert told == [said is Severity.WARNING for _ in findings]


def test_a_programming_period_without_law_is_not_judged() -> None:
    """2007-2013 is not in the law data: not evaluated, with the reason in both languages."""
    subject = Project("merit.nu", programming_period="2007-2013", period=Period("2011-01-01", "2014-05-31"))
    result = validate(subject).result("PER001")
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert "bestämmelserna har inget entydigt värde för eligibility.period" in result.reason.sv
    assert "the law data has no single value for eligibility.period" in result.reason.en


def test_without_a_known_extension_the_end_is_the_end() -> None:
    """Where the law knows no later end, a project after the window is an error."""
    law = Law([row for row in LAW.provisions if not row.key.startswith("eligibility.extended-end")])
    subject = Project("A", programming_period="2021-2027", period=Period("2030-01-01", "2030-06-30"))
    assert [finding.rule for finding in validate(subject, law=law).errors] == ["PER001"]


@pytest.mark.parametrize("places", ["programming_period", "programme", "cci", "operation_id"])
def test_the_programming_period_is_found_where_it_is_stated(places: str) -> None:
    """The project, its programme, its CCI or its number may say it."""
    said: dict[str, Any] = {
        "programming_period": "2014-2020",
        "programme": Programme("2014SE05M9OP001"),
        "cci": "2014SE05M9OP001",
        "operation_id": "2014SE05M9OP001_2018/00076",
    }
    subject = attrs.evolve(Project("A", period=Period("2013-01-01", "2013-06-30")), **{places: said[places]})
    assert validate(subject).result("PER001").outcome is Outcome.FAILED


def test_phases_lie_inside_the_period() -> None:
    """A phase that ends a day late is partly outside, one after the end wholly; each is named."""
    phases = [
        Phase("Analys", Period("2024-10-01", "2024-12-31")),
        Phase("Genomförande", Period("2025-01-01", "2027-10-01")),
        Phase("Avslut", Period("2027-10-01", "2027-12-31")),
    ]
    report = validate(Project("A", period=Period("2024-10-01", "2027-09-30"), phases=phases))
    found = [(finding.place, dict(finding.values)["how"]) for finding in report.errors]
    assert found == [("phases[1].period", Position.PARTLY.value), ("phases[2].period", Position.WHOLLY.value)]
    assert (
        report.errors[0].text("sv").startswith("Fasen Genomförande, 1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2025")
    )


def test_phases_of_a_project_with_an_open_end_are_not_judged() -> None:
    """Nobody knows whether a phase lies inside a period without an end."""
    phases = [Phase("Analys", Period("2024-10-01", "2024-12-31"))]
    report = validate(Project("A", period=OpenPeriod("2024-10-01"), phases=phases))
    assert report.result("PER002").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("period", "stated", "outcome"),
    [
        (Period("2024-10-01", "2027-09-30"), 36, Outcome.PASSED),
        (Period("2023-10-02", "2026-10-01"), 36, Outcome.PASSED),
        (Period("2024-10-01", "2027-09-30"), 37, Outcome.FAILED),
        (Period("2024-10-01", "2027-10-15"), 36, Outcome.PASSED),
        (Period("2024-10-01", "2027-10-15"), 37, Outcome.PASSED),
        (Period("2024-10-01", "2027-10-15"), 38, Outcome.FAILED),
        (Period("2022-01-01", "2023-12-31"), 18, Outcome.FAILED),
        (Period("2024-10-01", "2024-10-20"), 1, Outcome.PASSED),
        (Period("2024-10-01", "2024-10-20"), 2, Outcome.FAILED),
        (Period("2019-05", "2022-04", "month"), 36, Outcome.PASSED),
        (Period.of_years(2023, 2025), 36, Outcome.NOT_EVALUATED),
        (OpenPeriod("2024-10-01"), 36, Outcome.NOT_EVALUATED),
    ],
)
def test_the_stated_length_is_that_of_the_dates(period: Period | OpenPeriod, stated: int, outcome: Outcome) -> None:
    """Whole months are counted by the calendar, and a part of one may have been counted as a whole."""
    report = validate(Project("A", period=period, duration_months=stated))
    assert report.result("PER003").outcome is outcome
    assert all(finding.severity is Severity.WARNING for finding in report.findings)


def test_phases_without_a_period_stay_without_when_the_project_is_moved() -> None:
    """Breaking PER001 moves what has days, and leaves the rest."""
    subject = Project(
        "A", programming_period="2021-2027", period=Period("2024-02-29", "2025-02-28"), phases=[Phase("B")]
    )
    moved = PER["PER001"].broken(subject, LAW)
    assert moved.phases == subject.phases
    assert [finding.rule for finding in validate(moved).errors] == ["PER001"]


def of_call(period: Period | OpenPeriod | None, duration_months: int | None = None) -> Project:
    """Make a project of this period and length, under a call that allows 36 months."""
    return Project("A", period=period, duration_months=duration_months, call=Call(longest_months=36))


@pytest.mark.parametrize(
    ("period", "outcome"),
    [
        (Period("2023-10-02", "2026-10-01"), Outcome.PASSED),
        (Period("2023-10-02", "2026-10-02"), Outcome.FAILED),
        (Period("2024-02-29", "2027-02-28"), Outcome.PASSED),
        (Period("2024-02-29", "2027-03-01"), Outcome.FAILED),
        (Period("2019-05", "2022-04", "month"), Outcome.PASSED),
        (Period("2019-05", "2022-05", "month"), Outcome.NOT_EVALUATED),
        (Period("2019-05", "2022-06", "month"), Outcome.FAILED),
        (Period.of_years(2023, 2025), Outcome.PASSED),
        (Period.of_years(2023, 2026), Outcome.NOT_EVALUATED),
        (OpenPeriod("2024-10-01"), Outcome.NOT_EVALUATED),
    ],
)
def test_a_project_lasts_no_longer_than_its_call_allows(period: Period | OpenPeriod, outcome: Outcome) -> None:
    """36 months end on the day before the same day three years later; an unnamed day may decide."""
    result = validate(of_call(period)).result("PER004")
    assert result.outcome is outcome
    assert all(finding.severity is Severity.ERROR for finding in result.findings)


@given(DAYS, st.integers(1, 60), st.integers(1, 60))
def test_so_many_months_are_never_longer_than_as_many(start: datetime.date, months: int, longest: int) -> None:
    """A period of n months passes under a call of at least n, and fails under one of fewer."""
    subject = Project("A", period=Period.of_months(start, months), call=Call(longest_months=longest))
    assert (validate(subject).result("PER004").outcome is Outcome.PASSED) == (months <= longest)


def test_a_length_without_dates_is_judged_as_well() -> None:
    """A stated number of months serves where no days are known, or where those do not decide."""
    (error,) = validate(of_call(None, duration_months=37)).errors
    assert (error.rule, error.place, error.basis) == ("PER004", "duration_months", Ground.CALL)
    assert error.text("sv") == "Projekttiden är 37 månader; enligt utlysningens villkor är den högst 36 månader."
    for period in (OpenPeriod("2023-01-01"), Period.of_years(2023, 2026)):
        assert validate(of_call(period, duration_months=36)).result("PER004").outcome is Outcome.PASSED


def test_no_period_is_longer_than_the_calendar() -> None:
    """A longest time that reaches beyond the year 9999 is never exceeded."""
    subject = Project("A", period=Period("2024-01-01", "9999-12-31"), call=Call(longest_months=10**6))
    assert validate(subject).result("PER004").outcome is Outcome.PASSED


def test_a_later_decision_may_have_allowed_more_than_the_call() -> None:
    """Hållbar motorbransch was extended by half a year: what a changed decision may have allowed is only warned of."""
    extended = attrs.evolve(of_call(Period("2018-04-01", "2021-09-30")), decisions=[Decision(DecisionKind.AMENDED)])
    report = validate(extended)
    assert report.errors == ()
    assert [finding.rule for finding in report.warnings] == ["PER004"]
    broken = PER["PER004"].broken(extended, LAW)
    assert [finding.rule for finding in validate(broken).errors] == ["PER004"]


@pytest.mark.parametrize("cci", ["2021SE05SFPR", "2021SE05SFPR001"])
def test_where_the_call_is_silent_the_programme_says(cci: str) -> None:
    """The pack of the programme has 36 months, read in a transcript: a warning, and it names the programme."""
    law = LAW.with_pack(PACKS["2021SE05SFPR001"])
    subject = Project("A", cci=cci, period=Period("2024-10-01", "2027-10-31"), call=Call("24-030"))
    (warning,) = validate(subject, law=law).findings
    assert (warning.rule, warning.severity) == ("PER004", Severity.WARNING)
    assert "Sveriges nationella program" in warning.text("sv")
    closer = attrs.evolve(subject, call=Call(longest_months=24))
    (error,) = validate(closer, law=law).findings
    assert (error.severity, error.basis) == (Severity.ERROR, Ground.CALL)
    assert validate(subject, law=law, on="2020-12-31").result("PER004").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize("cci", [None, "2021SE05SFPR001", "2021SE16RFPR001"])
def test_without_any_longest_time_nothing_is_judged(cci: str | None) -> None:
    """Neither an unknown programme nor a law without its pack says how long a project may last."""
    subject = Project("A", cci=cci, period=Period("2024-10-01", "2027-10-31"))
    laws = [LAW] if cci == "2021SE05SFPR001" else [LAW, LAW.with_pack(PACKS["2021SE05SFPR001"])]
    for law in laws:
        result = validate(subject, law=law).result("PER004")
        assert result.outcome is Outcome.NOT_EVALUATED
        assert result.reason is not None
        assert "neither the call nor the law data" in result.reason.en


@pytest.mark.parametrize(
    ("period", "outcome"),
    [
        (Period("2024-08-01", "2027-07-31"), Outcome.PASSED),
        (Period("2024-10-31", "2027-07-31"), Outcome.PASSED),
        (Period("2024-07-31", "2027-07-30"), Outcome.FAILED),
        (Period("2024-11-01", "2027-07-31"), Outcome.FAILED),
        (Period("2024-10", "2027-09", "month"), Outcome.PASSED),
        (Period.of_years(2024, 2026), Outcome.NOT_EVALUATED),
        (Period.of_years(2025, 2026), Outcome.FAILED),
        (OpenPeriod("2024-10-01"), Outcome.PASSED),
        (OpenPeriod(end="2024-10-01"), Outcome.NOT_EVALUATED),
    ],
)
def test_a_project_starts_when_its_call_says(period: Period | OpenPeriod, outcome: Outcome) -> None:
    """Only the first day counts; a year may begin on any day, and an open start on none that is known."""
    subject = Project("A", period=period, call=Call(start_window=Period("2024-08-01", "2024-10-31")))
    assert validate(subject).result("PER005").outcome is outcome
    amended = validate(attrs.evolve(subject, decisions=[Decision(DecisionKind.AMENDED)]))
    assert amended.errors == ()


def test_phases_follow_one_another() -> None:
    """Hållbar motorbransch moved the end of a phase into the next one: both are named, and it is a warning."""
    phases = [
        Phase("Genomförande", Period("2018-07-01", "2021-06-30")),
        Phase("Analys", Period("2018-04-01", "2018-06-30")),
        Phase("Avslut", Period("2021-01-01", "2021-09-30")),
    ]
    (warning,) = validate(Project("A", phases=phases)).findings
    assert (warning.rule, warning.severity, warning.place) == ("PER006", Severity.WARNING, "phases[2].period")
    assert warning.text("en").startswith("The phase Avslut, ")


def test_a_long_phase_is_compared_with_all_that_begin_in_it() -> None:
    """Two short phases inside a long one both overlap it."""
    phases = [Phase(name, Period(start, end)) for name, start, end in OVERLAPPING]
    found = [finding.place for finding in validate(Project("A", phases=phases)).findings]
    assert found == ["phases[1].period", "phases[2].period"]


OVERLAPPING = [
    ("A", "2024-01-01", "2024-12-31"),
    ("B", "2024-02-01", "2024-02-28"),
    ("C", "2024-03-01", "2024-03-31"),
    ("D", "2025-01-01", "2025-01-31"),
]


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        (Period("2024-10", "2025-01", "month"), Period("2025-02", "2027-09", "month"), Outcome.PASSED),
        (Period("2024-10", "2025-01", "month"), Period("2025-01", "2027-09", "month"), Outcome.NOT_EVALUATED),
        (Period("2024-10", "2025-02", "month"), Period("2025-01", "2027-09", "month"), Outcome.FAILED),
        (Period.of_years(2024), Period("2024-03-01", "2024-04-30"), Outcome.NOT_EVALUATED),
    ],
)
def test_phases_known_by_months_or_years(first: Period, second: Period, outcome: Outcome) -> None:
    """Two phases that share a month may have shared none of its days."""
    subject = Project("A", phases=[Phase("A", first), Phase("B", second)])
    assert validate(subject).result("PER006").outcome is outcome


@given(st.lists(st.tuples(DAYS, DAYS).map(lambda two: Period(min(two), max(two))), min_size=1, max_size=6))
def test_overlapping_is_having_a_day_in_common(periods: list[Period]) -> None:
    """PER006 finds something just when some day lies in two phases."""
    report = validate(Project("A", phases=[Phase("A", period) for period in periods]))
    counted = [day for period in periods for day in (period.start, period.end)]
    shared = any(sum(day in period for period in periods) > 1 for day in counted)
    assert (report.result("PER006").outcome is Outcome.FAILED) == shared


def test_a_check_says_itself_that_the_period_is_not_known() -> None:
    """Judged without its needs, as a function that anybody may call, PER001 still leaves the question open."""
    rule = attrs.evolve(RULES[[each.code for each in RULES].index("PER001")], needs=("programming_period",))
    result = validate(Project("A", programming_period="2021-2027"), rules=[rule]).result("PER001")
    assert result.outcome is Outcome.NOT_EVALUATED
    assert "the project period is not known" in str(result.reason)
