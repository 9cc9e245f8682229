"""Who owns the project of a page, and who takes part in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from announcements import OWNERS, codes, draft, read
from esfmodel.model import OrganisationKind, Role

HEAD = "Projektet Gröna rum handlar om arbete och stöds av EU."


def owner(*sentences: str) -> str | None:
    """Return the name of the owner in these sentences about a project."""
    body = draft(f"{HEAD} {' '.join(sentences)}").beneficiary
    return None if body is None else body.name


def partners(*sentences: str) -> list[tuple[str, Role]]:
    """Return who takes part by these sentences, and how."""
    return [(each.organisation.name, each.role) for each in draft(f"{HEAD} {' '.join(sentences)}").partners]


@given(
    st.sampled_from(OWNERS),
    st.sampled_from(
        [
            "Projektägare är {}.",
            "Projektet ägs av {}.",
            "Projektet drivs och ägs av {}.",
            "Projektet leds i dag av {}.",
            "{} är projektägare.",
            "{} har det övergripande ansvaret.",
            "{} driver projektet.",
            "Gröna rum ägs av {}.",
            "Nu startar {} projektet.",
            "{} driver ”Gröna rum”.",
            "Gröna rum, som {} driver, är till för unga.",
            "Arbetet görs med {} som projektägare.",
            "{} har fått 3 miljoner kronor från EU till projektet.",
            "EU ger {} 3 miljoner kronor till projektet.",
        ]
    ),
)
def test_ways_to_name_the_owner(name: str, sentence: str) -> None:
    """By the noun, by what an owner does, or because it gets the money; in the active and in the passive."""
    assert owner(sentence.format(name)) == name


@given(
    st.sampled_from(OWNERS),
    st.sampled_from(["Projektägare: {}", "Projektägare\n{}", "Stödmottagare: {} (212000-2098)"]),
)
def test_labels_of_the_owner(name: str, label: str) -> None:
    """What stands beside a label or below it; a number in brackets is no part of the name."""
    assert owner(f"\n\n{label.format(name)}") == name


def test_the_genitive_of_the_owner() -> None:
    """The owner may stand in the genitive before the name."""
    assert owner("Sala kommuns projekt Gröna rum startar i maj.") == "Sala kommun"
    assert owner("Region Dalarnas projekt för unga startar i maj.") == "Region Dalarna"


def test_a_part_of_the_owner() -> None:
    """A label names the unit with its body."""
    body = draft(f"{HEAD}\n\nProjektägare: Arbetsmarknadsenheten, Sala kommun").beneficiary
    assert body is not None
    assert (body.name, body.unit, body.kind) == ("Sala kommun", "Arbetsmarknadsenheten", OrganisationKind.MUNICIPALITY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen driver projektet.",
        "Projektet leds av Anna Berg.",
        "Kim Berg på Heby kommun är glad.",
        "Projektledare är Kim Berg på Heby kommun.",
        "Det förra projektet drevs av Heby kommun.",
        "Heby kommun driver ett annat projekt.",
        "Projektet drivs med hjälp av Heby kommun.",
        "Heby kommun bidrar med 2 miljoner kronor.",
        "Svenska ESF-rådet beviljar projektet stöd.",
        "Projektet drivs av Europeiska socialfonden.",
        "Sala kommun och Heby kommun driver projektet.",
        "Projektet leds av Sala och Heby kommuner.",
        "Sala kommun driver arbetet. Heby kommun driver projektet. Falu kommun driver projektet.",
        "Publicerad av Sala kommun.",
        "Projektet leds inte av Heby kommun.",
        "Nu driver Norrland ett projekt.",
        "Välkommen till Heby kommun.",
        "Resultatet överlämnas till Region Dalarna.",
        "Av pengarna går 1 miljon kronor till Heby kommun.",
        "Arbetet ger Heby kommun nya verktyg.",
        "Heby kommun får nya vägar.",
        "Kim Berg leder Heby kommun.",
        "Ansvarig för projektet är Kim Berg.",
    ],
)
def test_who_is_no_owner(sentence: str) -> None:
    """A person, a body named with others, a payer, a partner, the publisher or the owner of another project."""
    assert owner(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Partner är Heby kommun och Region Dalarna.", ["Heby kommun", "Region Dalarna"]),
        ("Projektet genomförs tillsammans med Sala och Heby kommuner.", ["Sala kommun", "Heby kommun"]),
        ("Det är ett samarbete mellan Heby kommun och Region Dalarna.", ["Heby kommun", "Region Dalarna"]),
        ("I projektet ingår 23 kommuner.", ["23 kommuner"]),
        ("Heby kommun deltar i projektet.", ["Heby kommun"]),
        ("Heby kommun och Region Dalarna deltar i projektet.", ["Heby kommun", "Region Dalarna"]),
        ("Med i projektet är också Heby kommun.", ["Heby kommun"]),
        ("Arbetet görs med Heby kommun som partner.", ["Heby kommun"]),
        ("Sala kommun och Heby kommun driver projektet.", ["Sala kommun", "Heby kommun"]),
        ("Projektet leds av Sala och Heby kommuner.", ["Sala kommun", "Heby kommun"]),
        ("\n\nMedverkande: Heby kommun, Region Dalarna", ["Heby kommun", "Region Dalarna"]),
    ],
)
def test_partners(sentence: str, found: list[str]) -> None:
    """Those who take part, are listed by a label, or own the project together."""
    assert partners(sentence) == [(name, Role.PARTNER) for name in found]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Samverkansparter är Heby kommun.", Role.COOPERATING),
        ("Projektet genomförs i samverkan med Heby kommun.", Role.COOPERATING),
        ("\n\nSamverkansparter:\n• Heby kommun", Role.COOPERATING),
        ("Projektet är initierat av Heby kommun.", Role.INITIATOR),
        ("Initiativet kommer från Heby kommun.", Role.INITIATOR),
        ("Projektet stöttas av Heby kommun.", Role.SUPPORTER),
    ],
)
def test_other_roles(sentence: str, role: Role) -> None:
    """Who cooperates, began or stands behind a project."""
    assert partners(sentence) == [("Heby kommun", role)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbetet bygger på en pilotstudie i samarbete med Heby kommun.",
        "Det förra projektet genomfördes tillsammans med Heby kommun.",
        "Ett annat projekt drivs tillsammans med Heby kommun.",
        "Projektet genomförs tillsammans med Europeiska socialfonden.",
        "Projektet drivs inte tillsammans med Heby kommun.",
        "I Heby kommun deltar många.",
    ],
)
def test_who_takes_no_part(sentence: str) -> None:
    """The partners of other work, funds and other projects are none of this one."""
    assert partners(sentence) == []


def test_the_owner_is_no_partner() -> None:
    """A list of all who take part names the owner too, and each stands there once, in its first role."""
    text = "Projektägare är Sala kommun. Projektet är ett samarbete mellan Sala kommun och Heby kommun."
    assert partners(text, "Projektet genomförs i samverkan med Heby kommun.") == [("Heby kommun", Role.PARTNER)]


def test_the_full_name_of_the_owner() -> None:
    """A list of partners has the full name of an owner that the page calls by a shorter one."""
    text = "Handelskammaren driver projektet. Det är ett samarbete mellan Handelskammaren Mitt och Region Dalarna."
    assert owner(text) == "Handelskammaren Mitt"
    assert partners(text) == [("Region Dalarna", Role.PARTNER)]


def test_two_owners_are_a_contradiction() -> None:
    """Neither is taken, and both places are told."""
    reading = read(f"{HEAD} Projektägare är Sala kommun. Projektägare är Heby kommun.")
    assert reading.one().beneficiary is None
    assert codes(reading) == ["announcement.contradiction"]


def test_a_person_who_leads_is_no_owner() -> None:
    """Neither is the surname."""
    assert owner("Kommunens vd Lars Ek leder projektet.") is None


@pytest.mark.parametrize("answer", ["Ej bestämt", "Se nedan", "Nej", "Saknas"])
def test_labels_that_name_nobody(answer: str) -> None:
    """An answer that is none is no body."""
    assert owner(f"\n\nProjektägare: {answer}") is None
    assert partners(f"\n\nSamverkanspart: {answer}") == []


def test_counties_are_places() -> None:
    """Names before "län" are those of counties, and of no municipalities."""
    assert partners("Projektet är ett samarbete mellan Uppsala, Örebro och Östergötlands län.") == []
