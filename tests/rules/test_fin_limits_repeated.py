from __future__ import annotations

from typing import Any

import attrs
import pytest

from esfmodel import (
    Budget,
    Contribution,
    ContributionForm,
    Funder,
    FundingSource,
    Money,
    Organisation,
    Outcome,
    Project,
    validate,
)

REGION = Contribution(
    Funder(Organisation("Region Kronoberg"), source=FundingSource.OWN_PUBLIC),
    Money(1_235_522),
    form=ContributionForm.CASH,
    partner="Alvesta kommun",
    phase="Genomförande",
    year=2024,
    reference="RS2022/2261",
)


def outcome(*financing: Contribution) -> Outcome:
    """What becomes of the rule on this financing."""
    return validate(Project("A", budget=Budget(financing=financing))).result("FIN005").outcome


def test_the_same_contribution_twice_is_told_with_both_places() -> None:
    """Region Kronoberg's 1 235 522 kr on two rows may be counted twice."""
    budget = Budget(financing=[Contribution.rest(), REGION, REGION])
    (finding,) = validate(Project("A", budget=budget)).result("FIN005").findings
    assert (finding.place, finding.found) == ("budget.financing[2]", Money(1_235_522))
    assert "tas upp två gånger (finansieringsrad 2 och 3, Region Kronoberg)" in finding.text("sv")


@pytest.mark.parametrize(
    "changes",
    [
        {"year": 2025},
        {"year": None},
        {"reference": "RS2023/1"},
        {"reference": None},
        {"phase": "Avslut"},
        {"partner": "Växjö kommun"},
        {"form": ContributionForm.IN_KIND},
        {"funder": Funder(Organisation("Region Skåne"), source=FundingSource.OWN_PUBLIC)},
        {"amount": Money(-5)},
    ],
    ids=str,
)
def test_anything_else_makes_it_another_contribution(changes: dict[str, Any]) -> None:
    """Another year, phase, partner, form or reference is another contribution, and a correction is none."""
    assert outcome(REGION, attrs.evolve(REGION, **changes)) is Outcome.PASSED


def test_one_reference_is_one_contribution_whatever_the_amounts() -> None:
    """The same reference with two amounts is suspect; without a reference only the same amount is."""
    other = attrs.evolve(REGION, amount=Money(5))
    assert outcome(REGION, other) is Outcome.FAILED
    unnamed, other = (attrs.evolve(each, reference=None) for each in (REGION, other))
    assert outcome(unnamed, other) is Outcome.PASSED
    assert outcome(unnamed, unnamed) is Outcome.FAILED


def test_funders_that_nobody_has_named_are_not_called_the_same() -> None:
    """Two unnamed sources of the same amount may be two bodies."""
    unnamed = Contribution(Funder(source=FundingSource.OWN), Money(5))
    assert outcome(unnamed, unnamed, Contribution.rest(), Contribution.rest()) is Outcome.PASSED
