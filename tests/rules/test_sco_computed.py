from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    ActualCost,
    Bounds,
    Budget,
    Cost,
    CostCategory,
    FlatRate,
    LumpSum,
    Money,
    NotKnown,
    Outcome,
    Project,
    Rate,
    UnitCost,
    validate,
)
from esfmodel.testing._rule_examples.sco import SCO

STAFF, INDIRECT = CostCategory.STAFF, CostCategory.INDIRECT
FIFTEEN = Rate.of_percent(15)


def project(*costs: Cost) -> Project:
    """A project with these costs."""
    return Project("Kompetens för fler", budget=Budget(costs))


def flat(stated: Money | None) -> Cost:
    """Indirect costs of 15 % of staff, as somebody states them."""
    return Cost(INDIRECT, FlatRate(FIFTEEN, [STAFF], amount=stated))


@given(staff=st.integers(1, 10**9), stated=st.integers(0, 10**9))
def test_a_stated_flat_rate_is_its_rate_of_the_base(staff: int, stated: int) -> None:
    """In whole kronor it may lie less than a krona from rate times base; else the difference is told."""
    costs = [Cost(STAFF, ActualCost(Money(staff))), flat(Money(stated))]
    told = [finding.difference for finding in validate(project(*costs)).result("SCO005").findings]
    difference = Money(stated) - Money.of_minor(15 * staff)
    assert told == ([difference] if abs(difference) >= Money(1) else [])


@given(price=st.integers(0, 10**6), units=st.integers(0, 10**4), more=st.integers(-5, 5))
def test_a_stated_unit_cost_is_price_times_units(price: int, units: int, more: int) -> None:
    """Öre are told of where the stated amount has any."""
    stated = Money.of_minor(price * units + 100 * more + 1)
    unit_cost = UnitCost(Money.of_minor(price), units, amount=stated)
    (finding,) = validate(project(Cost(STAFF, unit_cost))).result("SCO006").findings
    assert finding.difference == Money.of_minor(100 * more + 1)


def test_a_year_of_a_project_worker() -> None:
    """1 720 hours at 674.80 kr are 1 160 656 kr, of which 15 % is 174 098.40 kr, or 174 098 kr in whole kronor."""
    worker = Cost(STAFF, UnitCost(Money("674.80"), 1720, amount=Money(1_160_656)))
    for stated in (Money("174098.40"), Money(174_098)):
        report = validate(project(worker, flat(stated)))
        assert report.errors == report.warnings == report.infos == ()
    (finding,) = validate(project(worker, flat(Money(174_100)))).errors
    assert "blir 174\N{NO-BREAK SPACE}098,40\N{NO-BREAK SPACE}kr" in finding.text("sv")


@pytest.mark.parametrize(
    ("costs", "outcome"),
    [
        ([Cost(STAFF, ActualCost()), flat(Money(5))], Outcome.NOT_EVALUATED),
        ([Cost(STAFF, ActualCost(Bounds.under(Money(5)))), flat(Money(5))], Outcome.FAILED),
        ([Cost(STAFF, ActualCost(Bounds.under(Money(50)))), flat(Money(5))], Outcome.NOT_EVALUATED),
        ([Cost(STAFF, ActualCost(Money(5))), flat(None)], Outcome.NOT_APPLICABLE),
        ([], Outcome.NOT_EVALUATED),
    ],
)
def test_what_the_base_tells(costs: list[Cost], outcome: Outcome) -> None:
    """A base that is not known, or known in part, is not taken for nothing."""
    assert validate(project(*costs)).result("SCO005").outcome is outcome


def test_amounts_in_thousands_are_looked_at() -> None:
    """174 000 kr for 174 098.40 kr may be rounded to thousands, which is a warning; for 175 000 kr it is an error."""
    worker = Cost(STAFF, ActualCost(Money(1_160_656)))
    (finding,) = validate(project(worker, flat(Money(174_000)))).warnings
    assert "rounding" in finding.text("en")
    assert validate(project(worker, flat(Money(175_000)))).errors != ()


def test_what_states_nothing_cannot_be_broken() -> None:
    """Neither an amount nor a base is made up."""
    for code in ("SCO005", "SCO006"):
        with pytest.raises(NotKnown):
            SCO[code].broken(project(Cost(STAFF, LumpSum(Money(5)))), LAW)


def test_lines_of_one_kind_are_judged_by_their_own_rule() -> None:
    """A wrong unit cost is no wrong flat rate."""
    wrong = Cost(STAFF, UnitCost(Money(5), 1, amount=Money(9)))
    report = validate(project(wrong, attrs.evolve(flat(Money("1.35")))))
    assert [finding.rule for finding in report.errors] == ["SCO006"]
