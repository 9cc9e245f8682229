from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Claim, Decision, DecisionKind, Fund, Outcome, Period, Project, Severity, validate

CLOSED = Project(
    "Kajen",
    fund=Fund.ERDF,
    programming_period="2021-2027",
    physical_investment=True,
    decisions=[Decision(DecisionKind.CLOSED, "2026-06-30")],
)


def paid(*days: datetime.date | Period | str | None, **more: object) -> Project:
    """A closed project whose claims were paid on these days."""
    changes: dict[str, Any] = {"claims": [Claim(number, paid_on=day) for number, day in enumerate(days, 1)], **more}
    return attrs.evolve(CLOSED, **changes)


@given(st.lists(st.dates(datetime.date(2022, 1, 1), datetime.date(2030, 12, 31)), min_size=1, max_size=3))
def test_the_days_follow_from_the_last_payment(days: list[datetime.date]) -> None:
    """Articles 65(1) and 82(1): five years from the last payment, and from the end of its year."""
    report = validate(paid(*days))
    last = max(days)
    (kept,), (documents,) = report.result("DUR001").findings, report.result("DUR002").findings
    assert {kept.severity, documents.severity} == {Severity.INFO}
    assert str(documents.expected) == f"{last.year + 5}-12-31"
    leap = (last.month, last.day) == (2, 29)
    assert str(kept.expected) == f"{last.year + 5}-{last.month:02}-{last.day - leap:02}"


def test_small_enterprises_may_keep_for_a_shorter_time() -> None:
    """Paid on 12 March 2026: until 12 March 2031, or 2029 in small enterprises; the documents until the end of 2031."""
    (kept,) = validate(paid("2025-11-03", "2026-03-12")).result("DUR001").findings
    assert "12 mars 2031" in kept.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert "12 mars 2029" in kept.text("sv").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("project", "kept", "documents"),
    [
        (paid("2026-03-12", decisions=[Decision(DecisionKind.GRANTED)]), Outcome.PASSED, Outcome.PASSED),
        (paid("2026-03-12", physical_investment=False), Outcome.PASSED, Outcome.PASSED),
        (paid("2026-03-12", fund=Fund.ESF_PLUS), Outcome.NOT_APPLICABLE, Outcome.PASSED),
        (paid("2026-03-12", fund=Fund.EAFRD), Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE),
        (paid("2026-03-12", programming_period="2014-2020"), Outcome.PASSED, Outcome.NOT_EVALUATED),
        (paid("2026-03-12", None), Outcome.NOT_EVALUATED, Outcome.NOT_EVALUATED),
        (paid(Period.of_years(2026)), Outcome.NOT_EVALUATED, Outcome.NOT_EVALUATED),
        (paid("2026-03-12", physical_investment=None), Outcome.NOT_EVALUATED, Outcome.PASSED),
        (paid(), Outcome.NOT_EVALUATED, Outcome.NOT_EVALUATED),
    ],
)
def test_where_they_can_be_told(project: Project, kept: Outcome, documents: Outcome) -> None:
    """Before the closing decision there is nothing to tell; without a day nothing can be."""
    report = validate(project)
    assert report.result("DUR001").outcome is kept
    assert report.result("DUR002").outcome is documents
