from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Claim,
    ClaimedCost,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    LumpSum,
    Money,
    OpenPeriod,
    Outcome,
    Period,
    Project,
    Severity,
    UnitCost,
    validate,
)
from esfmodel.rules.families.clm import _WAS_DONE
from esfmodel.rules.finding import text_of_alike

PROJECT = Project(
    "Kompetens för fler",
    fund=Fund.ESF_PLUS,
    programming_period="2021-2027",
    period=Period("2024-10-01", "2027-09-30"),
)
GRANTED = Decision(DecisionKind.GRANTED, period=Period("2024-10-01", "2027-09-30"))
Day = datetime.date | Period | str | None


def cost(paid_on: Day = None, incurred_on: Day = None, amount: int = 500) -> ClaimedCost:
    """A cost as it is claimed."""
    return ClaimedCost(CostCategory.TRAVEL, Money(amount), paid_on=paid_on, incurred_on=incurred_on)


def claiming(*costs: ClaimedCost, on: Day = None, period: Period | None = None, **more: object) -> Project:
    """A project that claims these costs."""
    changes: dict[str, Any] = {"claims": [Claim(1, period, costs=costs, on=on)], **more}
    return attrs.evolve(PROJECT, **changes)


@given(st.dates(datetime.date(2015, 1, 1), datetime.date(2035, 12, 31)))
def test_what_was_paid_outside_the_window_is_not_eligible(day: datetime.date) -> None:
    """Article 63(2): paid between 1 January 2021 and 31 December 2029; some programmes end later, so that is open."""
    result = validate(claiming(cost(paid_on=day))).result("CLM001")
    inside = datetime.date(2021, 1, 1) <= day <= datetime.date(2029, 12, 31)
    assert (result.outcome is Outcome.PASSED) == inside
    assert {finding.severity for finding in result.findings} <= {Severity.ERROR, Severity.WARNING}
    if day.year < 2021:
        assert [finding.severity for finding in result.findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("project", "severities"),
    [
        (claiming(cost(paid_on="2020-12-31")), [Severity.ERROR]),
        (claiming(cost(paid_on=Period("2020-11", "2020-12", "month"))), [Severity.ERROR]),
        (claiming(cost(incurred_on="2020-12-31")), [Severity.ERROR]),
        (claiming(cost(incurred_on=Period("2020-12", "2021-01", "month"))), [Severity.WARNING]),
        (claiming(cost(incurred_on="2020-12-31", paid_on="2021-01-05")), []),
        (claiming(cost(paid_on="2020-12-31", amount=-500)), []),
        (claiming(cost(paid_on="2030-06-01"), fund=Fund.JTF), [Severity.WARNING]),
        (claiming(cost(paid_on="2013-10-01"), fund=Fund.YEI, programming_period="2014-2020"), []),
        (claiming(cost(paid_on="2013-08-31"), fund=Fund.YEI, programming_period="2014-2020"), [Severity.ERROR]),
        (claiming(cost(paid_on="2013-10-01"), fund=Fund.ESF, programming_period="2014-2020"), [Severity.WARNING]),
        (claiming(cost(paid_on="2013-08-31"), fund=Fund.ESF, programming_period="2014-2020"), [Severity.ERROR]),
        (claiming(cost(paid_on="2013-10-01"), fund=Fund.ERDF, programming_period="2014-2020"), [Severity.ERROR]),
        (claiming(cost("2030-01-20", "2029-12-10"), fund=Fund.AMIF), [Severity.ERROR]),
        (claiming(cost("2029-12-30", "2029-12-10"), fund=Fund.ISF), []),
        (claiming(cost(paid_on="2030-01-20"), fund=Fund.EMFAF), [Severity.ERROR]),
        (claiming(cost(paid_on="2030-01-20"), fund=Fund.ERDF), [Severity.WARNING]),
        (claiming(cost(paid_on="2031-01-20"), fund=Fund.JTF, cci="2021SE16JTPR001"), [Severity.ERROR]),
    ],
)
def test_the_window_is_that_of_the_programming_period_and_fund(project: Project, severities: list[Severity]) -> None:
    """The day of payment counts, else the day of the work; what takes a cost back is no cost."""
    assert [finding.severity for finding in validate(project).result("CLM001").findings] == severities


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (claiming(cost()), Outcome.NOT_EVALUATED),
        (claiming(cost(), cost(paid_on="2020-12-31")), Outcome.FAILED),
        (claiming(), Outcome.PASSED),
        (PROJECT, Outcome.NOT_EVALUATED),
        (claiming(cost(paid_on="2020-12-31"), fund=Fund.EAFRD), Outcome.NOT_APPLICABLE),
        (claiming(cost(paid_on="2024-01-31"), fund=Fund.AMIF, programming_period="2014-2020"), Outcome.NOT_APPLICABLE),
        (claiming(cost(paid_on=Period.of_years(2020, 2021))), Outcome.NOT_EVALUATED),
        (claiming(cost(paid_on=Period("2029-12", "2030-01", "month"))), Outcome.NOT_EVALUATED),
    ],
)
def test_what_nobody_has_dated_is_left_open(project: Project, outcome: Outcome) -> None:
    """A cost without a day of payment may have been paid at any time."""
    assert validate(project).result("CLM001").outcome is outcome


@pytest.mark.parametrize(
    ("claimed", "severities"),
    [
        (claiming(cost(incurred_on="2027-09-30", paid_on="2027-12-15")), []),
        (claiming(cost(incurred_on="2027-10-01")), [Severity.ERROR]),
        (claiming(cost(incurred_on="2024-09-30", paid_on="2024-10-15")), [Severity.ERROR]),
        (claiming(cost(incurred_on="2024-10-01", paid_on="2024-09-30")), [Severity.WARNING]),
        (claiming(period=Period("2027-08-01", "2027-10-31")), [Severity.WARNING]),
        (claiming(period=Period("2027-10-01", "2027-10-31")), [Severity.ERROR]),
        (claiming(period=Period("2027-08-01", "2027-09-30")), []),
        (claiming(cost(incurred_on=Period("2027-09", "2027-10", "month"))), [Severity.WARNING]),
    ],
)
def test_costs_are_incurred_in_the_project_period(claimed: Project, severities: list[Severity]) -> None:
    """Wholly outside a decided period an error, else a warning; an invoice may be paid after the end."""
    decided = attrs.evolve(claimed, decisions=[GRANTED])
    assert [finding.severity for finding in validate(decided).result("CLM002").findings] == severities
    stated = validate(claimed).result("CLM002").findings
    assert [finding.severity for finding in stated] == [Severity.WARNING] * len(severities)


def test_of_unit_costs_the_work_counts_and_no_payment_is_shown() -> None:
    """Article 65(4): of unit costs the actions lie within the window; wages of December may be paid in January."""
    late = cost(incurred_on="2023-12-15", paid_on="2024-01-25")
    old: dict[str, Any] = {"programming_period": "2014-2020", "fund": Fund.ESF}
    units = Cost(CostCategory.TRAVEL, UnitCost(Money(50), 10))
    actual = Cost(CostCategory.TRAVEL, ActualCost(Money(500)))
    for costs, severities in (
        ([units], []),
        ([Cost(CostCategory.TRAVEL, LumpSum(Money(500)))], []),
        ([actual], [Severity.ERROR]),
        ([units, actual], [Severity.ERROR]),
        ([actual, units], [Severity.ERROR]),
    ):
        found = validate(claiming(late, budget=Budget(costs), **old)).result("CLM001").findings
        assert [finding.severity for finding in found] == severities
    unpaid = claiming(cost(paid_on="2025-04-16"), on="2025-04-15")
    for budget, outcome in ((Budget([units]), Outcome.PASSED), (Budget([actual]), Outcome.FAILED)):
        assert validate(attrs.evolve(unpaid, budget=budget)).result("CLM003").outcome is outcome


def test_of_unit_costs_the_finding_names_the_paragraph_on_actions() -> None:
    """Articles 65(4) and (5), and the second subparagraph of 63(2): the dates are those of the payments."""
    budget = Budget([Cost(CostCategory.TRAVEL, UnitCost(Money(50), 10))])
    for work, fund, period, severity, cited in (
        ("2024-01-08", Fund.ESF, "2014-2020", Severity.ERROR, "65(4)"),
        ("2013-08-20", Fund.YEI, "2014-2020", Severity.ERROR, "65(5)"),
        ("2030-01-08", Fund.EMFAF, "2021-2027", Severity.ERROR, "63(2)"),
        ("2030-01-08", Fund.COHESION_FUND, "2021-2027", Severity.WARNING, "63(2)"),
    ):
        project = claiming(cost("2023-12-15", work), fund=fund, programming_period=period, budget=budget)
        (finding,) = validate(project).result("CLM001").findings
        assert finding.severity is severity
        assert f"Article {cited} " in finding.text("en")
    in_time = claiming(cost("2030-02-15", "2029-12-31"), fund=Fund.EMFAF, budget=budget)
    assert validate(in_time).result("CLM001").outcome is Outcome.PASSED


def test_in_interreg_a_project_may_have_been_prepared_before() -> None:
    """Preparation before the period may be paid for, so somebody looks; after it nothing is prepared."""
    interreg: dict[str, Any] = {"decisions": [GRANTED], "cci": "2021TC16RFCB033", "fund": Fund.ERDF}
    for prepared in (
        cost(incurred_on="2024-05-01"),
        cost("2024-06-15", "2024-05-01"),
        cost("2025-01-15", "2024-09-30"),
    ):
        (warning,) = validate(claiming(prepared, **interreg)).result("CLM002").findings
        assert warning.severity is Severity.WARNING
    (error,) = validate(claiming(cost(incurred_on="2027-11-01"), **interreg)).result("CLM002").findings
    assert error.severity is Severity.ERROR


@given(
    st.sampled_from(["2021TC16RFCB033", "2021SE05SFPR001"]),
    st.dates(datetime.date(2024, 6, 1), datetime.date(2028, 1, 31)),
    st.dates(datetime.date(2024, 6, 1), datetime.date(2028, 1, 31)),
)
def test_one_cost_has_one_finding(cci: str, incurred: datetime.date, paid: datetime.date) -> None:
    """However early or late it was incurred and paid; the finding is on the work where that lies outside."""
    result = validate(claiming(cost(paid, incurred), decisions=[GRANTED], cci=cci)).result("CLM002")
    is_outside = not datetime.date(2024, 10, 1) <= incurred <= datetime.date(2027, 9, 30)
    assert len(result.findings) == (is_outside or paid < datetime.date(2024, 10, 1))
    assert [dict(finding.values)["what"] for finding in result.findings if is_outside] == [_WAS_DONE] * is_outside


@pytest.mark.parametrize(
    ("stated", "severity"),
    [
        (Period("2024-10-01", "2027-12-31"), Severity.WARNING),
        (Period("2024-10-01", "2027-10-31"), Severity.ERROR),
        (Period("2027-11-02", "2028-03-31"), Severity.ERROR),
        (OpenPeriod("2024-10-01"), Severity.WARNING),
        (OpenPeriod(end="2027-10-31"), Severity.ERROR),
        (None, Severity.ERROR),
    ],
)
def test_a_longer_period_that_is_stated_may_have_been_decided_later(
    stated: Period | OpenPeriod | None, severity: Severity
) -> None:
    """A cost after the decided end is no error where the project is said to go on: a decision may not be listed."""
    project = claiming(cost(incurred_on="2027-11-01"), decisions=[GRANTED])
    (finding,) = validate(attrs.evolve(project, period=stated)).result("CLM002").findings
    assert finding.severity is severity


def test_the_text_says_whose_period_it_is() -> None:
    """A period that no decision sets is said to be stated, not decided."""
    project = claiming(cost(incurred_on="2027-11-01"))
    for decisions, said in (([GRANTED], "enligt beslutet."), ([], "2027, som anges utan något beslut.")):
        (finding,) = validate(attrs.evolve(project, decisions=decisions)).result("CLM002").findings
        assert finding.text("sv").endswith(said)


def test_the_last_decision_sets_the_period() -> None:
    """A project that was prolonged may claim in the months it was given, and an application decides nothing."""
    prolonged = Decision(DecisionKind.AMENDED, period=Period("2024-10-01", "2027-12-31"))
    applied = Decision(DecisionKind.APPLIED, period=Period("2024-10-01", "2025-12-31"))
    late = claiming(cost(incurred_on="2027-11-01"))
    assert validate(attrs.evolve(late, decisions=[GRANTED, prolonged])).result("CLM002").findings == ()
    assert validate(attrs.evolve(late, decisions=[prolonged, GRANTED])).result("CLM002").findings == ()
    shorter = attrs.evolve(prolonged, period=GRANTED.period)
    unordered = validate(attrs.evolve(late, decisions=[prolonged, shorter])).result("CLM002")
    assert str(unordered.reason) == "which decision came last is not known"
    dated = [attrs.evolve(prolonged, on="2026-05-05"), attrs.evolve(GRANTED, on="2024-09-01")]
    assert validate(attrs.evolve(late, decisions=dated)).result("CLM002").findings == ()
    within = claiming(cost(incurred_on="2026-11-01"))
    assert validate(attrs.evolve(within, decisions=[applied])).result("CLM002").outcome is Outcome.PASSED


def test_a_time_known_in_part_does_not_hide_another() -> None:
    """A cost of some day of 2024 leaves the question open, and the one of 2028 is found all the same."""
    project = claiming(cost(incurred_on=Period.of_years(2024)), cost(incurred_on="2028-01-01"), decisions=[GRANTED])
    result = validate(project).result("CLM002")
    assert [finding.place for finding in result.findings] == ["claims[0].costs[1]"]
    paid = claiming(cost(paid_on=Period("2024-09", "2024-10", "month")), decisions=[GRANTED])
    assert validate(paid).result("CLM002").outcome is Outcome.NOT_EVALUATED
    only = claiming(cost(incurred_on=Period.of_years(2024)), decisions=[GRANTED])
    assert validate(only).result("CLM002").outcome is Outcome.NOT_EVALUATED
    assert validate(attrs.evolve(only, period=None, decisions=[])).result("CLM002").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (claiming(cost(paid_on="2025-04-15"), on="2025-04-15"), Outcome.PASSED),
        (claiming(cost(paid_on="2025-04-16"), on="2025-04-15"), Outcome.FAILED),
        (claiming(cost(paid_on="2025-04-16"), on=Period("2025-04", "2025-04", "month")), Outcome.PASSED),
        (claiming(cost(paid_on="2025-04-16")), Outcome.NOT_EVALUATED),
        (claiming(cost(), on="2025-04-15"), Outcome.PASSED),
        (claiming(cost(paid_on="2015-04-16"), on="2015-04-15", programming_period="2014-2020"), Outcome.FAILED),
        (claiming(cost(paid_on="2021-04-15"), on="2021-04-15", programming_period="2014-2020"), Outcome.PASSED),
        (
            claiming(cost(paid_on="2015-04-16"), on="2015-04-15", programming_period="2014-2020", fund=Fund.ISF),
            Outcome.NOT_APPLICABLE,
        ),
        (claiming(cost(paid_on="2025-04-16"), on="2025-04-15", fund=Fund.EAFRD), Outcome.NOT_APPLICABLE),
    ],
)
def test_what_is_claimed_has_been_paid(project: Project, outcome: Outcome) -> None:
    """Article 74(1)(a)(i), and 125(4)(a) of 2014-2020: the amount claimed has been paid."""
    assert validate(project).result("CLM003").outcome is outcome


@pytest.mark.parametrize(
    ("paid", "swedish", "english"),
    [
        (["2020-12-31"], "betalades den 31 december 2020,", "was paid on 31 December 2020,"),
        ([Period("2020-12-31", "2020-12-31")], "betalades den 31 december 2020,", "was paid on 31 December 2020,"),
        ([Period("2020-11", "2020-11", "month")], "betalades i november 2020,", "was paid in November 2020,"),
        ([Period("2019", "2019", "year")], "betalades 2019,", "was paid in 2019,"),
        (
            [Period("2020-11", "2020-12", "month")],
            "betalades under november–december 2020,",
            "was paid during November",
        ),
        (
            ["2020-12-31", Period("2020-11", "2020-11", "month")],
            "betalades den 31 december 2020 och i november 2020,",
            "was paid on 31 December 2020 and in November 2020,",
        ),
    ],
)
def test_a_time_is_told_as_precisely_as_it_was_stated(paid: list[Any], swedish: str, english: str) -> None:
    """A day, a month and a year have each their word before them, also where several costs stand in one sentence."""
    findings = validate(claiming(*map(cost, paid))).result("CLM001").findings
    for language, told in (("sv", swedish), ("en", english)):
        assert told in text_of_alike(findings, language).replace("\N{NO-BREAK SPACE}", " ")


def test_a_claim_outside_the_project_is_told_by_its_own_period() -> None:
    """What a claim says it is about is not called the day of a cost."""
    (finding,) = validate(claiming(cost(), period=Period("2031-01", "2031-02", "month"))).result("CLM002").findings
    told = finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert "har enligt ansökan uppkommit under januari–februari 2031, utanför projektperioden" in told
    assert told.endswith("2027, som anges utan något beslut.")
