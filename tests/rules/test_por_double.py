from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Claim,
    ClaimedCost,
    CostCategory,
    Money,
    Organisation,
    Outcome,
    Portfolio,
    Project,
    Severity,
    validate,
)

if TYPE_CHECKING:
    from esfmodel.rules.report import RuleResult

TRAVEL = CostCategory.TRAVEL
KOMMUN, REGION = Organisation("Alvesta kommun"), Organisation("Region Kronoberg")


def claiming(*costs: ClaimedCost, number: str | None = None, owner: Organisation | None = KOMMUN) -> Project:
    """A project with one claim of some costs."""
    claims = [Claim(2, costs=costs)]
    return Project("Resan", programming_period="2021-2027", operation_id=number, beneficiary=owner, claims=claims)


def invoiced(invoice: str | None, kronor: int, corrects: int | None = None) -> ClaimedCost:
    """A cost on an invoice."""
    return ClaimedCost(TRAVEL, Money(kronor), invoice=invoice, corrects=corrects)


def judged(*projects: Project) -> RuleResult:
    """Judge several projects, each with a number of its own."""
    numbered = [
        attrs.evolve(project, operation_id=project.operation_id or f"24-030-S{index:02}")
        for index, project in enumerate(projects, 1)
    ]
    return validate(Portfolio(numbered)).result("POR005")


INVOICES = st.lists(st.tuples(st.sampled_from(["Buss AB 1", "buss  ab 1", "Tåg AB 1"]), st.integers(1, 3)), max_size=3)


@given(st.lists(INVOICES, min_size=1, max_size=4))
def test_an_invoice_in_two_projects_is_told_once_for_each_later_one(claims: list[list[tuple[str, int]]]) -> None:
    """Whatever the letters and spaces, and however often it stands in one project."""
    result = judged(*(claiming(*(invoiced(name, amount) for name, amount in costs)) for costs in claims))
    held = [{" ".join(name.lower().split()) for name, _ in costs} for costs in claims]
    expected = sum(max(0, sum(name in each for each in held) - 1) for name in ("buss ab 1", "tåg ab 1"))
    assert len(result.findings) == expected
    assert all(finding.severity is Severity.WARNING for finding in result.findings)
    assert (result.outcome is Outcome.NOT_EVALUATED) == (not any(held))


def test_the_finding_names_the_invoice_and_both_projects() -> None:
    """Konsult AB's invoice 88 of 40 000 kronor, claimed for the second time in project 2."""
    first, second = claiming(invoiced("Konsult AB 88", 40_000)), claiming(invoiced("KONSULT AB 88", 40_000))
    (finding,) = judged(first, second).findings
    assert finding.place == "projects[1].claims[0].costs[0]"
    assert "Konsult" in finding.text("sv") or "KONSULT" in finding.text("sv")
    assert "artikel 63 i förordning (EU) 2021/1060" in finding.text("sv")
    assert "unless it was shared" in finding.text("en")


def test_before_2021_nothing_is_said_of_sharing() -> None:
    """Regulation (EU) No 1303/2013, Article 65(11)."""
    both = [attrs.evolve(claiming(invoiced("Konsult AB 88", 5)), programming_period="2014-2020")] * 2
    (finding,) = judged(*both).findings
    assert "artikel 65.11 i" in finding.text("sv")
    assert "fördelats" not in finding.text("sv")


PAID = attrs.evolve(invoiced(None, 900), description="Hyra, maj", paid_on="2025-05-30")


@pytest.mark.parametrize(
    ("projects", "found"),
    [
        ((claiming(invoiced("Buss AB 1", 5)), claiming(invoiced("Buss AB 2", 5))), 0),
        ((claiming(invoiced("Buss AB 1", 5), invoiced("Buss AB 1", -5, 1)), claiming(invoiced("Buss AB 1", 5))), 0),
        ((claiming(invoiced("1044", 500)), claiming(invoiced("1044", 700))), 0),
        ((claiming(invoiced("1044", 500)), claiming(invoiced("1044", 500), owner=REGION)), 0),
        ((claiming(invoiced("1044", 500)), claiming(invoiced("1044", 500))), 1),
        ((claiming(PAID), claiming(PAID)), 1),
        ((claiming(PAID), claiming(PAID, owner=REGION)), 0),
        ((claiming(PAID), claiming(attrs.evolve(PAID, amount=Money(901)))), 0),
        ((claiming(PAID), claiming(attrs.evolve(PAID, paid_on="2025-06-30"))), 0),
        ((claiming(invoiced("Buss AB 1", 5), number="S1"), claiming(invoiced("Buss AB 1", 6), number="S1")), 0),
    ],
)
def test_what_is_the_same_and_what_is_not(projects: tuple[Project, ...], found: int) -> None:
    """A bare number is of one body and amount; a cost without invoice is the same by all that is stated of it.

    What was taken back was not declared, and one operation in two rows is a fault of the list.
    """
    assert len(judged(*projects).findings) == found


@pytest.mark.parametrize("project", [claiming(), claiming(invoiced(None, 5)), claiming(PAID, owner=None)])
def test_without_invoices_nothing_can_be_told(project: Project) -> None:
    """Costs of which too little is stated are alike by chance."""
    assert judged(project, project).outcome is Outcome.NOT_EVALUATED
