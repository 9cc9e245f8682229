from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Claim, Fund, Outcome, Period, Project, Severity, validate

PROJECT = Project("Kompetens", fund=Fund.ESF_PLUS, programming_period="2021-2027")
BEFORE: dict[str, Any] = {"fund": Fund.ESF, "programming_period": "2014-2020"}
MARCH = datetime.date(2024, 3, 1)


def paid(on: datetime.date | Period | str | None, paid_on: datetime.date | Period | str | None, **more: Any) -> Project:  # noqa: ANN401
    """A project with one claim, handed in and paid on these days."""
    return attrs.evolve(PROJECT, claims=[Claim(1, on=on, paid_on=paid_on)], **more)


@given(st.integers(0, 200), st.sampled_from([({}, 80), (BEFORE, 90)]))
def test_more_than_eighty_days_or_ninety_before_are_told(days: int, period: tuple[dict[str, Any], int]) -> None:
    """Article 74(1)(b) of 2021/1060, Article 132(1) of 1303/2013: from the day on which the claim was handed in."""
    more, most = period
    project = paid(MARCH, MARCH + datetime.timedelta(days=days), **more)
    findings = validate(project).result("CLM006").findings
    assert [(each.found, each.expected, each.severity) for each in findings] == (
        [(days, most, Severity.INFO)] if days > most else []
    )


def test_eighty_six_days_are_enough_before_2021_alone() -> None:
    """Handed in on 3 June and paid on 28 August: information, never a fault."""
    report = validate(paid("2025-06-03", "2025-08-28"))
    (finding,) = report.result("CLM006").findings
    assert (finding.found, report.result("CLM006").outcome) == (86, Outcome.PASSED)
    assert validate(paid("2019-06-03", "2019-08-28", **BEFORE)).result("CLM006").findings == ()


@pytest.mark.parametrize(
    ("project", "outcome", "found"),
    [
        (paid(Period("2024-03", "2024-03", "month"), "2024-05-20"), Outcome.PASSED, 0),
        (paid(Period("2024-03", "2024-03", "month"), "2024-06-01"), Outcome.NOT_EVALUATED, 0),
        (paid(Period("2024-03", "2024-03", "month"), "2024-06-20"), Outcome.PASSED, 1),
        (paid("2024-03-01", Period.of_years(2025)), Outcome.PASSED, 1),
        (paid(None, "2024-03-01"), Outcome.NOT_EVALUATED, 0),
        (paid("2024-03-01", None), Outcome.NOT_EVALUATED, 0),
        (paid("2024-03-01", "2024-12-01", fund=Fund.EAFRD), Outcome.NOT_APPLICABLE, 0),
        (paid("2018-03-01", "2018-12-01", fund=Fund.AMIF, programming_period="2014-2020"), Outcome.NOT_EVALUATED, 0),
        (paid("2024-03-01", "2024-12-01", fund=None), Outcome.PASSED, 1),
    ],
)
def test_days_that_are_known_in_part(project: Project, outcome: Outcome, found: int) -> None:
    """A month is enough where every day of it says the same; the act of 2014 had other rules for the AMIF."""
    result = validate(project).result("CLM006")
    assert (result.outcome, len(result.findings)) == (outcome, found)
