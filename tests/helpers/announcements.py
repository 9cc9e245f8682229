"""Made-up announcements of projects: how to read them, and a strategy of pages of which every fact is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from esfmodel import read_text
from esfmodel.model import FundingSource
from esfmodel.values import Bounds, Fund, Money, OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.formats import Evidence, Reading
    from esfmodel.model import Contribution, Project
    from esfmodel.values.bounds import MoneyLike


def read(*paragraphs: str) -> Reading:
    """Read the paragraphs of an announcement."""
    return read_text("\n\n".join(paragraphs), format="announcement")


def draft(*paragraphs: str) -> Project:
    """Return the project that an announcement tells of."""
    return read(*paragraphs).one()


def codes(reading: Reading) -> list[str]:
    """Return the codes of the problems of a reading."""
    return [problem.code for problem in reading.problems]


def seen(*paragraphs: str) -> str:
    """Return the code of the only problem of a page that tells of no single project."""
    reading = read(*paragraphs)
    assert reading.projects == ()
    (code,) = codes(reading)
    return code


def evidence_of(reading: Reading) -> dict[str, Evidence]:
    """Return the evidence of each field of the draft that has some."""
    project = reading.one()
    return {path: reading.where(0, path) for path in stated(project)}


def stated(project: Project) -> list[str]:
    """Return the paths of what a draft states, as its evidence has them."""
    fields = ("beneficiary", "fund", "programme", "operation_id", "period", "duration_months", "planned_participants")
    found = ["name", *(field for field in fields if getattr(project, field) is not None)]
    found.extend(f"partners[{index}]" for index in range(len(project.partners)))
    found.extend(f"decisions[{index}]" for index in range(len(project.decisions)))
    if project.budget is not None:
        found.extend(
            f"budget.financing[{index}]" for index, each in enumerate(project.budget.financing) if not is_open(each)
        )
        found.extend(["budget.total"] * (project.budget.total is not None))
    return found


# --- Pages of which every fact is known

NAMES = ("Framsteget", "Gröna rum", "Kompetens i Norr", "Vägen in", "Nästa kliv 2.0", "#Ljus – Sala")
OWNERS = (
    "Sala kommun",
    "Region Gävleborg",
    "Mitt Företag AB",
    "Mälardalens universitet",
    "Hela Bygden ideell förening",
)
PARTNERS = ("Heby kommun", "Region Dalarna", "Bollnäs folkhögskola", "Handelskammaren Mitt", "Växjö kommun")
FUNDS = {
    Fund.ESF_PLUS: "Europeiska socialfonden plus",
    Fund.ESF: "Europeiska socialfonden",
    Fund.ERDF: "Europeiska regionala utvecklingsfonden",
    Fund.JTF: "Fonden för en rättvis omställning",
}


@attrs.frozen
class Announcement:
    """An announcement as text, and the value of each fact that it tells; None for one that it does not."""

    text: str
    facts: dict[str, Any]


def facts_of(project: Project) -> dict[str, Any]:
    """Return the facts of a draft as `Announcement` has them."""
    budget = project.budget
    return {
        "name": project.name,
        "owner": project.beneficiary and project.beneficiary.name,
        "partners": tuple(each.organisation.name for each in project.partners),
        "fund": project.fund,
        "period": project.period,
        "participants": project.planned_participants,
        "number": project.operation_id and str(project.operation_id),
        "total": budget and budget.total,
        "paid": frozenset()
        if budget is None
        else frozenset(paid(each) for each in budget.financing if not is_open(each)),
    }


def is_open(contribution: Contribution) -> bool:
    """Return whether a contribution is that of somebody whom a page does not name, which may be there or not."""
    return contribution.amount is None and paid(contribution)[1] is None


def paid(contribution: Contribution) -> tuple[FundingSource | None, str | None, MoneyLike | None]:
    """Return the source of a contribution, the name of its payer, and the amount."""
    payer = None if contribution.funder is None else contribution.funder.organisation
    return contribution.source, None if payer is None else payer.name, contribution.amount


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@st.composite
def amounts(draw: st.DrawFn, low: int) -> tuple[str, MoneyLike]:
    """Draw an amount in words, of at least so many millions, with its value."""
    millions = draw(st.integers(low, low + 40))
    kronor = Money(millions * 1_000_000)
    forms: list[tuple[str, MoneyLike]] = [
        (f"{millions} miljoner kronor", kronor),
        (f"{_grouped(millions * 1_000_000 + 250)} kronor", Money(millions * 1_000_000 + 250)),
        (f"{millions} mkr", kronor),
        (f"över {millions} miljoner kronor", Bounds.over(kronor)),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def announcements(draw: st.DrawFn) -> Announcement:
    """Draw an announcement; every fact but the name may be missing."""
    name = draw(st.sampled_from(NAMES))
    # Without marks, "i" may as well begin where the project is ("projektet Gnistan i Sala"), and a dash an aside.
    called = draw(
        st.sampled_from([f"”{name}”", f'"{name}"', *([] if {"i", "in", "–"} & set(name.split()) else [name])])
    )
    facts: dict[str, Any] = {
        "name": name, "owner": None, "partners": (), "fund": None, "period": None, "participants": None, "number": None,
        "total": None, "paid": frozenset(),
    }  # fmt: skip
    told = [draw(st.sampled_from([f"Projektet {called} handlar om arbete.", f"Det nya projektet heter {called}."]))]
    is_told = st.booleans()
    if draw(is_told):
        facts["owner"] = owner = draw(st.sampled_from(OWNERS))
        told.append(
            draw(
                st.sampled_from(
                    [
                        f"Projektägare är {owner}.",
                        f"Projektet ägs av {owner}.",
                        f"{owner} är projektägare.",
                        f"Projektet drivs av {owner}.",
                        f"{owner} driver projektet.",
                    ]
                )
            )
        )
    if draw(is_told):
        facts["partners"] = partners = tuple(draw(st.lists(st.sampled_from(PARTNERS), min_size=1, unique=True)))
        before = draw(
            st.sampled_from(["Partner är", "Samverkansparter är", "Vi arbetar tillsammans med", "I projektet deltar"])
        )
        told.append(f"{before} {_listed(partners)}.")
    if draw(is_told):
        facts["fund"] = fund = draw(st.sampled_from(list(FUNDS)))
        amount, value = draw(amounts(1))
        source = FundingSource.EU_AND_STATE if fund in {Fund.ESF, Fund.ESF_PLUS} else FundingSource.EU
        facts["paid"] |= {(source, None, value)}
        told.append(
            draw(
                st.sampled_from(
                    [
                        f"Projektet får {amount} från {FUNDS[fund]}.",
                        f"{FUNDS[fund]} bidrar med {amount}.",
                        f"Projektet har beviljats {amount} ur {FUNDS[fund]}.",
                    ]
                )
            )
        )
    if draw(is_told):
        amount, value = draw(amounts(90))
        facts["total"] = value
        told.append(
            draw(
                st.sampled_from(
                    [
                        f"Projektets totala budget är {amount}.",
                        f"Projektet omsätter totalt {amount}.",
                        f"Den totala budgeten är {amount}.",
                    ]
                )
            )
        )
    if draw(is_told):
        payer = draw(st.sampled_from(["Region Värmland", "Säters kommun"]))
        amount, value = draw(amounts(1))
        facts["paid"] |= {(FundingSource.OWN_PUBLIC, payer, value)}
        told.append(
            draw(st.sampled_from([f"{payer} bidrar med {amount}.", f"{payer} medfinansierar projektet med {amount}."]))
        )
    if draw(is_told):
        start = draw(st.integers(2018, 2028))
        end = start + draw(st.integers(1, 4))
        words, period = draw(
            st.sampled_from(
                [
                    (f"Projektet pågår {start}–{end}.", Period.of_years(start, end)),
                    (
                        f"Projektet pågår från 2 maj {start} till 30 april {end}.",
                        Period(f"{start}-05-02", f"{end}-04-30"),
                    ),
                    (f"Projektet pågår till och med december {end}.", OpenPeriod(end=f"{end}-12-31")),
                ]
            )
        )
        facts["period"] = period
        told.append(words)
    if draw(is_told):
        facts["participants"] = participants = draw(st.integers(10, 3_000))
        told.append(f"Projektet ska nå {participants} deltagare.")
    if draw(is_told):
        facts["number"] = number = (
            f"{draw(st.integers(10, 29))}-{draw(st.integers(100, 999))}-S0{draw(st.integers(1, 8))}"
        )
        told.append(f"Projektets diarienummer: {number}.")
    first, *rest = told
    body = draw(st.permutations(rest))
    apart = draw(st.sampled_from([" ", "\n\n"]))
    headline = draw(st.sampled_from(["", "En nystart för länet\n\n", f"Klartecken för {name}\n\n"]))
    return Announcement(headline + apart.join((first, *body)), facts)


def _listed(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} och {last}" if first else last
