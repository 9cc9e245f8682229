"""Real projects as objects, with the facts that public sources state, for documentation and tests.

The four of `PROJECTS` are hard in four ways: amounts known only within bounds, amounts that invite a false alarm, a
register record without amounts, and one amount with a length in months. The four of `REGISTER_PROJECTS` have complete
figures. `EXAMPLES` holds all by name; change one field with `attrs.evolve` for a test.

>>> from esfmodel.examples import EXAMPLES
>>> EXAMPLES["kompetens-i-kronoberg"].budget.support_rate
Rate.of_percent("75")
>>> len(EXAMPLES)
8
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind, Role
from esfmodel.model.project import Participation, Project, SecondaryTheme
from esfmodel.values.bounds import Bounds
from esfmodel.values.country import Country
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "EXAMPLES",
    "KOMPETENSFOCUS",
    "KOMPETENSKOMPASSEN",
    "KOMPETENS_I_KRONOBERG",
    "PROJECTS",
    "REGISTER_PROJECTS",
    "VAGLED_KOMPETENS",
]


def __dir__() -> list[str]:
    return [*__all__]


def _municipality(name: str) -> Organisation:
    return Organisation(name, kind=OrganisationKind.MUNICIPALITY)


def _region(name: str) -> Organisation:
    return Organisation(name, kind=OrganisationKind.REGION)


KOMPETENSKOMPASSEN = Project(
    "Kompetenskompassen",
    fund=Fund.ESF_PLUS,
    programming_period=ProgrammingPeriod(2021, 2027),
    priority="D",
    beneficiary=Organisation("Handelskammaren Mittsverige", kind=OrganisationKind.CHAMBER_OF_COMMERCE),
    period=Period.of_years(2023, 2025),
    budget=Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.over(Money(12_000_000))),
            *(
                Contribution(Funder(_region(name), source=FundingSource.OWN_PUBLIC))
                for name in ("Region Jämtland Härjedalen", "Region Västernorrland")
            ),
            *(
                Contribution(Funder(_municipality(f"{name} kommun"), source=FundingSource.OWN_PUBLIC))
                for name in (
                    "Sundsvalls", "Timrå", "Ånge", "Örnsköldsviks", "Sollefteå", "Kramfors", "Härnösands",
                    "Östersunds", "Bräcke", "Härjedalens", "Bergs", "Strömsunds", "Krokoms", "Ragunda",
                )
            ),
        ],
        total=Bounds.under(Money(29_000_000)),
    ),
    decisions=[
        Decision(
            DecisionKind.PRIORITISED,
            Period("2022-12", "2022-12", "month"),
            body="Strukturfondspartnerskapet",
            support=Bounds.over(Money(12_000_000)),
        )
    ],
    nuts="SE32",
    country=Country("SE"),
    source="Handelskammaren Mittsverige, 2022-12-12",
)  # fmt: skip
"""Support over 12 million of a budget of nearly 29; 16 co-funders without amounts; ranked, not yet granted."""

KOMPETENS_I_KRONOBERG = Project(
    "Kompetens i Kronoberg",
    fund=Fund.ESF,
    programming_period=ProgrammingPeriod(2014, 2020),
    beneficiary=_region("Region Kronoberg"),
    partners=[
        *(
            Participation(_municipality(f"{name} kommun"), Role.PARTNER)
            for name in ("Alvesta", "Lessebo", "Markaryds", "Tingsryds", "Uppvidinge", "Växjö", "Älmhults", "Ljungby")
        ),
        Participation(
            Organisation("nätverket för kommunernas näringslivschefer", kind=OrganisationKind.NETWORK), Role.INITIATOR
        ),
    ],
    budget=Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(3_706_566)),
            Contribution(Funder(_region("Region Kronoberg"), source=FundingSource.OWN_PUBLIC), Money(1_235_522)),
        ]
    ),
    decisions=[Decision(DecisionKind.GRANTED, Period.of_years(2017), support=Money(3_706_566))],
    region="Kronobergs län",
    nuts="SE212",
    country=Country("SE"),
    source="Region Kronoberg, 2017",
)
"""Exactly 75 per cent support and 25 own: no breach, because the support holds both state and Union money."""

KOMPETENSFOCUS = Project(
    "Kompetensfocus Jämtland Härjedalen",
    operation_id="23-067-S04",
    fund=Fund.ESF_PLUS,
    programming_period=ProgrammingPeriod(2021, 2027),
    cci="2021SE05SFPR",
    priority="D",
    specific_objective="D1",
    intervention_field="175",
    secondary_themes=[SecondaryTheme("Motverka barnfattigdom", applies=False)],
    beneficiary=Organisation(
        "Region Jämtland Härjedalen",
        "232100-0214",
        kind=OrganisationKind.REGION,
        postal_code="831 27",
        city="Östersund",
    ),
    period=Period("2024-10-01", "2027-09-30"),
    region="Mellersta Norrland",
    nuts="SE32",
    country=Country("SE"),
    strategic_importance=False,
    published_eu_rate=Rate.of_percent(40),
    source="Svenska ESF-rådet, projektbanken",
)
"""A complete register record, which has the Union's rate but no amounts."""

_UNION_MONEY_AND_THE_REST = Budget(
    financing=[Contribution(Funder(source=FundingSource.EU), Money(11_230_000)), Contribution.rest()]
)

VAGLED_KOMPETENS = Project(
    "#Vägled – Kompetens",
    fund=Fund.ESF,
    programming_period=ProgrammingPeriod(2014, 2020),
    partners=[
        Participation(_region("Region Örebro län"), Role.PARTNER),
        Participation(
            Organisation("andra regioner i Östra Mellansverige", kind=OrganisationKind.REGION, count=4), Role.PARTNER
        ),
        Participation(Organisation("kommuner", kind=OrganisationKind.MUNICIPALITY, count=23), Role.PARTNER),
        Participation(Organisation("folkhögskolor", kind=OrganisationKind.FOLK_HIGH_SCHOOL, count=2), Role.PARTNER),
    ],
    duration_months=16,
    budget=_UNION_MONEY_AND_THE_REST,
    decisions=[Decision(DecisionKind.GRANTED, Period.of_years(2021), budget=_UNION_MONEY_AND_THE_REST)],
    region="Östra Mellansverige",
    nuts="SE12",
    country=Country("SE"),
    source="Region Örebro län, 2021-12-15",
)
"""One amount, of the Union's money, and 16 months; other financing and dates are not stated."""

PROJECTS = (KOMPETENSKOMPASSEN, KOMPETENS_I_KRONOBERG, KOMPETENSFOCUS, VAGLED_KOMPETENS)
"""The four projects used in the documentation."""


def _published(
    operation_id: str, name: str, objective: str, period: Period, *, total: int, support: int, eu: int, eu_rate: int
) -> Project:
    """Return a project with published support and Union money; the state's and the own part are computed."""
    own = [] if total == support else [Contribution(Funder(source=FundingSource.OWN), Money(total - support))]
    return Project(
        name,
        operation_id=operation_id,
        fund=Fund.ESF_PLUS,
        programming_period=ProgrammingPeriod(2021, 2027),
        cci="2021SE05SFPR",
        priority=objective[0],
        specific_objective=objective,
        period=period,
        budget=Budget(
            financing=[
                Contribution(Funder(source=FundingSource.EU), Money(eu)),
                Contribution(Funder(source=FundingSource.STATE_GRANT), Money(support - eu)),
                *own,
            ],
            total=Money(total),
        ),
        decisions=[Decision(DecisionKind.GRANTED, support=Money(support))],
        country=Country("SE"),
        published_eu_rate=Rate.of_percent(eu_rate),
        source="Svenska ESF-rådet, projektbanken, 2026-10-07",
    )


REGISTER_PROJECTS = (
    _published(
        "24-030-S04", "Kompetensutveckling AMF", "A1A", Period("2025-03-01", "2028-02-29"),
        total=19_126_097, support=10_325_312, eu=7_648_379, eu_rate=40,
    ),
    _published(
        "24-056-S07", "Yrkesvägledning för framtiden", "A2A", Period("2025-09-01", "2028-08-31"),
        total=11_192_144, support=5_992_144, eu=4_438_625, eu_rate=40,
    ),
    _published(
        "24-063-S05", "Framtidskraft", "C1", Period("2025-09-01", "2028-08-31"),
        total=9_791_713, support=9_791_713, eu=8_812_541, eu_rate=90,
    ),
    _published(
        "25-031-S02", "Uppsalamodell av Allaktivitetshus", "C1", Period("2026-09-04", "2028-03-04"),
        total=4_973_906, support=4_973_906, eu=4_476_515, eu_rate=90,
    ),
)  # fmt: skip
"""Four ESF+ projects with complete figures: total budget, ESF support and the Union's part of it."""

EXAMPLES: Mapping[str, Project] = MappingProxyType(
    {
        "kompetenskompassen": KOMPETENSKOMPASSEN,
        "kompetens-i-kronoberg": KOMPETENS_I_KRONOBERG,
        "23-067-S04": KOMPETENSFOCUS,
        "vagled-kompetens": VAGLED_KOMPETENS,
        **{str(project.operation_id): project for project in REGISTER_PROJECTS},
    }
)
"""Every example project by its number, or by its name in plain ASCII letters where no number is known."""
