"""A project on which every rule can be judged, and finds nothing."""

from __future__ import annotations

import pytest

from esfmodel import (
    ActualCost,
    Budget,
    Call,
    CategoryOfRegion,
    Contribution,
    ContributionBase,
    Cost,
    CostCategory,
    Fund,
    Funder,
    FundingSource,
    Money,
    Organisation,
    OwnShare,
    Period,
    Phase,
    Priority,
    Programme,
    Project,
    Rate,
)


@pytest.fixture
def project() -> Project:
    """A project on which every rule can be judged, and finds nothing."""
    return sample()


def sample() -> Project:
    """A project of area A: 40 parts from the Union, 14 from the state, 46 of its own."""
    priority = Priority(
        "A",
        fund=Fund.ESF_PLUS,
        category_of_region=CategoryOfRegion.MORE_DEVELOPED,
        eu_rate=Rate.of_percent(40),
        base=ContributionBase.TOTAL,
    )
    return Project(
        "Kompetens för fler",
        specific_objective="A1A",
        intervention_field="146",
        beneficiary=Organisation("Alvesta kommun"),
        nuts="SE212",
        country="SE",
        summary="Fler får den kompetens som arbetsgivarna söker.",
        operation_id="2021SE05SFPR001_24-030-S04",
        cci="2021SE05SFPR001",
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        programme=Programme("2021SE05SFPR", funds=[Fund.ESF_PLUS], programming_period="2021-2027"),
        priority=priority,
        call=Call("24-030", own_share=OwnShare.exactly(Rate.of_percent(46))),
        period=Period("2024-10-01", "2027-09-30"),
        duration_months=36,
        phases=[
            Phase("Analys", Period("2024-10-01", "2025-01-31")),
            Phase("Genomförande", Period("2025-02-01", "2027-09-30")),
        ],
        budget=Budget(
            [
                Cost(CostCategory.STAFF, ActualCost(Money(800_000))),
                Cost(CostCategory.TRAVEL, ActualCost(Money(200_000))),
            ],
            [
                Contribution(Funder(source=FundingSource.EU), Money(400_000)),
                Contribution(Funder(source=FundingSource.STATE_GRANT), Money(140_000)),
                Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(460_000)),
            ],
            total=Money(1_000_000),
        ),
    )
