"""Announcements of the example projects, in words of our own, read and compared with the examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from announcements import codes, is_open, read
from esfmodel.examples import KOMPETENS_I_KRONOBERG, KOMPETENSKOMPASSEN, VAGLED_KOMPETENS
from esfmodel.model import DecisionKind, Organisation, Role
from esfmodel.values import Money

if TYPE_CHECKING:
    from esfmodel.model import Contribution, Project
    from esfmodel.values.bounds import MoneyLike

KOMPASSEN_OF_THE_OWNER = (
    "Startsida > Aktuellt\n\n"
    "Ett lyft för arbetslivet i två län: nu blir Kompetenskompassen av\n\n"
    "12 december 2022\n\n"
    "Strukturfondspartnerskapet prioriterade den 9 december 2022 vårt projekt ”Kompetenskompassen”.\n\n"
    "Europeiska socialfonden plus bidrar med över 12 miljoner kronor. Projektets budget är nästan 29 "
    "miljoner kronor, och projektet pågår 2023–2025.\n\n"
    "– Att hitta rätt personal är det svåraste för våra medlemmar, och 8 av 10 säger att det blir värre, "
    "säger Kim Ek.\n\n"
    "Medfinansiärer är Region Jämtland Härjedalen, Region Västernorrland samt kommunerna Sundsvall, Timrå, "
    "Ånge, Örnsköldsvik, Sollefteå, Kramfors, Härnösand, Östersund, Bräcke, Härjedalen, Berg, Strömsund, "
    "Krokom och Ragunda.\n\n"
    "Relaterade nyheter\n\n"
    "Projektet Norrsken får 40 miljoner kronor"
)

KOMPASSEN_OF_A_MUNICIPALITY = (
    "3 oktober 2022\n\n"
    "Unga i Kramfors ska hitta vägen till jobben\n\n"
    "Projektet Kompetenskompassen för skolan och arbetslivet närmare varandra.\n\n"
    "Elever från femman till gymnasiets andra år ska få möta arbetsgivare på orten.\n\n"
    "Projektägare är Handelskammaren. Projektet Kompetenskompassen är ett samarbete mellan Handelskammaren "
    "Mittsverige, Region Västernorrland, Region Jämtland Härjedalen och ett antal kommuner.\n\n"
    "Frågan var uppe i kommunstyrelsen den 27 september.\n\n"
    "Sidansvarig: Kim Ek"
)

KRONOBERG = (
    "Klartecken för ”Kompetens i Kronoberg”\n\n"
    "Region Kronoberg tilldelades i går 3 706 566 kr från Europeiska socialfonden till projektet ”Kompetens "
    "i Kronoberg”. Region Kronoberg bidrar med 1 235 522 kr. Initiativtagare är nätverket för kommunernas "
    "näringslivschefer.\n\n"
    "Insatsen är en del av kompetensstrategin för länet 2016–2025. Den bygger på en pilotstudie som gjordes "
    "hösten 2016 i Ljungby kommun.\n\n"
    "Vi vill nå små och medelstora företag med:\n\n"
    "• en gemensam kartläggning\n• stöd till ledningen\n• kurser för anställda\n\n"
    "Projektet drivs i samverkan med kommunerna Alvesta, Lessebo, Markaryd, Tingsryd, Uppvidinge, Växjö, "
    "Älmhult och Ljungby.\n\n"
    "Kontakt\n\n"
    "Kim Ek, tel 0470-12 34 56"
)

VAGLED = (
    "Så ska fler hitta rätt i arbetslivet\n\n"
    "15 december 2021\n\n"
    "Projektet #Vägled – Kompetens beviljas 11 230 000 kronor i EU-medel av Europeiska socialfonden. "
    "Projektet #Vägled – Kompetens pågår i 16 månader.\n\n"
    "Region Örebro län och fyra andra regioner i Östra Mellansverige deltar i projektet. Partner i projektet "
    "är även 23 kommuner och två folkhögskolor.\n\n"
    "– Vi når fler så, säger Kim Ek (S), som varit regionråd sedan 2014."
)


def the_same(project: Project, example: Project, *fields: str) -> bool:
    """Return whether fields of a draft are those of an example."""
    return [getattr(project, field) for field in fields] == [getattr(example, field) for field in fields]


def paid(project: Project) -> list[tuple[Organisation | None, MoneyLike | None]]:
    """Return who pays, named or not, and how much."""
    assert project.budget is not None
    return [_payment(each) for each in project.budget.financing if not is_open(each)]


def _payment(each: Contribution) -> tuple[Organisation | None, MoneyLike | None]:
    return (None if each.funder is None else each.funder.organisation, each.amount)


def test_kompetenskompassen_by_its_owner() -> None:
    """Bounds as they are printed, sixteen payers without amounts, put first and not yet granted; it names no owner."""
    reading = read(KOMPASSEN_OF_THE_OWNER)
    project = reading.one()
    assert the_same(project, KOMPETENSKOMPASSEN, "name", "fund", "period")
    assert project.beneficiary is None
    assert project.budget is not None
    assert KOMPETENSKOMPASSEN.budget is not None
    assert project.budget.total == KOMPETENSKOMPASSEN.budget.total
    assert paid(project) == paid(KOMPETENSKOMPASSEN)
    (decision,) = project.decisions
    assert (decision.kind, decision.body) == (DecisionKind.PRIORITISED, "Strukturfondspartnerskapet")
    assert str(decision.on) == "2022-12-09"
    assert codes(reading) == []


def test_kompetenskompassen_by_a_municipality() -> None:
    """The owner by its full name, and who cooperates; no money, no years and no decision on the project."""
    project = read(KOMPASSEN_OF_A_MUNICIPALITY).one()
    assert the_same(project, KOMPETENSKOMPASSEN, "name", "beneficiary")
    assert [each.organisation.name for each in project.partners] == [
        "Region Västernorrland",
        "Region Jämtland Härjedalen",
        "ett antal kommuner",
    ]
    assert (project.budget, project.period, project.decisions) == (None, None, ())


def test_the_two_pages_are_of_one_project() -> None:
    """Together they tell what the example has."""
    owner, other = (read(text).one() for text in (KOMPASSEN_OF_THE_OWNER, KOMPASSEN_OF_A_MUNICIPALITY))
    both = attrs.evolve(owner, beneficiary=other.beneficiary)
    assert the_same(both, KOMPETENSKOMPASSEN, "name", "fund", "beneficiary", "period")


def test_kompetens_i_kronoberg() -> None:
    """Two exact amounts, eight municipalities and who began it; the years of the strategy are not its period."""
    reading = read(KRONOBERG)
    project = reading.one()
    assert the_same(project, KOMPETENS_I_KRONOBERG, "name", "fund", "beneficiary")
    assert project.period is None
    assert paid(project) == paid(KOMPETENS_I_KRONOBERG)
    assert project.budget is not None
    assert project.budget.total is None
    cooperating = {each.organisation for each in project.partners if each.role is Role.COOPERATING}
    assert cooperating == {
        each.organisation for each in KOMPETENS_I_KRONOBERG.partners if each.role is not Role.INITIATOR
    }
    (initiator,) = (each for each in project.partners if each.role is Role.INITIATOR)
    assert initiator.organisation.name == "nätverket för kommunernas näringslivschefer"
    assert [each.kind for each in project.decisions] == [DecisionKind.GRANTED]


def test_vagled_kompetens() -> None:
    """The Union's money alone and 16 months; groups are counted, and neither total nor days are made up."""
    reading = read(VAGLED)
    project = reading.one()
    assert the_same(project, VAGLED_KOMPETENS, "name", "fund", "duration_months")
    assert project.period is None
    assert project.budget is not None
    assert VAGLED_KOMPETENS.budget is not None
    assert project.budget.total is None
    assert project.budget.financing[0] == VAGLED_KOMPETENS.budget.financing[0]
    assert paid(project)[0] == (None, Money(11_230_000))
    groups = {each.organisation.name: each.organisation.count for each in project.partners}
    assert {
        "23 kommuner": 23,
        "två folkhögskolor": 2,
        "fyra andra regioner i Östra Mellansverige": 4,
    }.items() <= groups.items()
    assert [each.kind for each in project.decisions] == [DecisionKind.GRANTED]
