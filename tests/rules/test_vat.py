from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import LAW, ActualCost, Bounds, Budget, Cost, CostCategory, Fund, Money, Outcome, Project, validate
from esfmodel.testing._rule_examples.eligible_costs import VAT

PROJECT = Project("Bredband", fund=Fund.ERDF, programming_period="2021-2027", vat_recoverable=True)


def costing(vat: Money | None, other: Money, **more: object) -> Project:
    """A project with value added tax on its costs."""
    budget = Budget([Cost(CostCategory.VAT, ActualCost(vat)), Cost(CostCategory.EQUIPMENT, ActualCost(other))])
    changes: dict[str, Any] = {"budget": budget, **more}
    return attrs.evolve(PROJECT, **changes)


@given(st.integers(1, 10**7))
def test_recoverable_tax_is_a_cost_below_the_size_alone(euros: int) -> None:
    """Article 64(1)(c): eligible where the total cost, tax included, is below EUR 5 000 000."""
    result = validate(costing(Money(1, "EUR"), Money(euros - 1, "EUR"))).result("VAT001")
    assert (result.outcome is Outcome.FAILED) == (euros >= 5_000_000)


def test_the_article_is_cited() -> None:
    """Of EUR 5 000 000, of which 1 000 000 is tax that comes back, the tax is no eligible cost."""
    report = validate(costing(Money(1_000_000, "EUR"), Money(4_000_000, "EUR")))
    (finding,) = [finding for finding in report.errors if finding.rule == "VAT001"]
    assert (finding.place, finding.found) == ("budget.costs[0]", Money(1_000_000, "EUR"))
    assert "artikel 64.1 c i förordning (EU) 2021/1060" in finding.text("sv")


LARGE = costing(Money(1_000_000, "EUR"), Money(4_000_000, "EUR"))
SMALL = costing(Money(5, "EUR"), Money(5, "EUR"))
KRONOR = costing(Money(5), Money(5))


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (attrs.evolve(LARGE, vat_recoverable=False), Outcome.PASSED),
        (attrs.evolve(LARGE, vat_recoverable=None), Outcome.NOT_EVALUATED),
        (attrs.evolve(LARGE, cci="2021TC16RFCB033"), Outcome.NOT_EVALUATED),
        (attrs.evolve(SMALL, vat_recoverable=None), Outcome.PASSED),
        (KRONOR, Outcome.NOT_EVALUATED),
        (attrs.evolve(KRONOR, vat_recoverable=False), Outcome.PASSED),
        (costing(Money(0), Money(5)), Outcome.NOT_APPLICABLE),
        (attrs.evolve(LARGE, fund=Fund.EAFRD), Outcome.NOT_APPLICABLE),
        (costing(None, Money(5, "EUR")), Outcome.NOT_EVALUATED),
        (attrs.evolve(LARGE, programming_period="2007-2013"), Outcome.NOT_EVALUATED),
        (attrs.evolve(SMALL, programming_period="2014-2020"), Outcome.FAILED),
        (attrs.evolve(KRONOR, programming_period="2014-2020"), Outcome.FAILED),
        (attrs.evolve(KRONOR, programming_period="2014-2020", vat_recoverable=None), Outcome.NOT_EVALUATED),
        (attrs.evolve(KRONOR, programming_period="2014-2020", vat_recoverable=False), Outcome.PASSED),
        (attrs.evolve(PROJECT, budget=Budget(total=Bounds.over(Money(5)))), Outcome.NOT_EVALUATED),
    ],
)
def test_value_added_tax_where_it_can_be_judged(project: Project, outcome: Outcome) -> None:
    """Before 2021 no recoverable tax was a cost; since then the size, in euro, decides first."""
    assert validate(project).result("VAT001").outcome is outcome


def test_in_2014_2020_no_size_is_needed_to_break_it() -> None:
    """Article 69(3)(c) has no size: one euro of tax that comes back is too much."""
    broken = VAT["VAT001"].broken(attrs.evolve(PROJECT, programming_period="2014-2020"), LAW)
    (finding,) = validate(broken).result("VAT001").findings
    assert "Article 69(3)(c) of Regulation (EU) No 1303/2013" in finding.text("en")
