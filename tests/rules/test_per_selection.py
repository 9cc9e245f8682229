from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Decision, DecisionKind, Fund, OpenPeriod, Outcome, Period, Project, Severity, validate

PROJECT = Project("Återbruk", fund=Fund.ESF_PLUS, programming_period="2021-2027")
DAYS = st.dates(datetime.date(2021, 1, 1), datetime.date(2029, 12, 31))
APPLIED, GRANTED = DecisionKind.APPLIED, DecisionKind.GRANTED


def applied(period: Period | OpenPeriod | None, *days: Any, **more: Any) -> Project:  # noqa: ANN401
    """A project with a period, for which support was applied for on these days."""
    return attrs.evolve(PROJECT, period=period, decisions=[Decision(APPLIED, day) for day in days], **more)


@given(DAYS, st.integers(0, 900), st.lists(DAYS, min_size=1, max_size=3))
def test_it_warns_where_the_end_comes_before_every_application(
    start: datetime.date, length: int, days: list[datetime.date]
) -> None:
    """Article 63(6): not a project that was finished before the first application; a started one may be."""
    end = start + datetime.timedelta(days=length)
    findings = validate(applied(Period(start, end), *days)).result("PER007").findings
    assert [finding.severity for finding in findings] == [Severity.WARNING] * (end < min(days))


def test_a_finished_year_is_told_with_its_exemption() -> None:
    """The year 2022, applied for in May 2023: a warning that names the derogation for natural disasters."""
    (finding,) = validate(applied(Period("2022-01-01", "2022-12-31"), "2023-05-04")).result("PER007").findings
    assert "Article 63(6) of Regulation (EU) 2021/1060" in finding.text("en")
    assert "artikel 12b.6 i förordning (EU) 2021/1057" in finding.text("sv")


def test_before_2021_the_exemption_is_that_of_migration() -> None:
    """Regulation (EU) No 1303/2013, Article 65(6), and since 2022 Article 65(10a)."""
    more = {"fund": Fund.ERDF, "programming_period": "2014-2020"}
    project = applied(Period("2016-01-01", "2016-12-31"), "2017-05-04", **more)
    (finding,) = validate(project).result("PER007").findings
    assert "artikel 65.6 i" in finding.text("sv")
    assert "artikel 65.10a i" in finding.text("sv")
    (other,) = validate(attrs.evolve(project, fund=Fund.EAFRD)).result("PER007").findings
    assert "undantag" not in other.text("sv")


YEAR = Period("2023-01-01", "2023-12-31")
JANUARY = Period("2024-01", "2024-01", "month")


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (applied(Period("2023-11-01", "2024-12-31"), "2024-02-01"), Outcome.PASSED),
        (applied(YEAR, "2023-12-31"), Outcome.PASSED),
        (applied(YEAR, "2024-01-01"), Outcome.FAILED),
        (applied(YEAR, "2024-02-01", "2022-10-01"), Outcome.PASSED),
        (applied(YEAR, JANUARY), Outcome.FAILED),
        (applied(Period("2023-01", "2024-01", "month"), JANUARY), Outcome.NOT_EVALUATED),
        (applied(YEAR, "2024-02-01", None), Outcome.NOT_EVALUATED),
        (applied(OpenPeriod("2023-01-01"), "2024-02-01"), Outcome.NOT_EVALUATED),
        (applied(None, "2024-02-01"), Outcome.NOT_EVALUATED),
        (attrs.evolve(PROJECT, period=YEAR, decisions=[Decision(GRANTED, "2024-02-01")]), Outcome.NOT_EVALUATED),
        (
            attrs.evolve(
                PROJECT,
                period=YEAR,
                decisions=[
                    Decision(APPLIED, "2024-02-01"),
                    Decision(GRANTED, period=Period("2023-01-01", "2024-06-30")),
                ],
            ),
            Outcome.PASSED,
        ),
    ],
)
def test_the_first_application_and_the_last_end_decide(project: Project, outcome: Outcome) -> None:
    """A later application does not finish a project, and a longer decided period keeps it going."""
    assert validate(project).result("PER007").outcome is outcome
