"""Which project a page tells of, or what the page is instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from announcements import NAMES, codes, draft, read, seen
from esfmodel.formats.announcement.page import page_of
from esfmodel.formats.announcement.subject import NoSubject, Subject, is_about, subject_of

FUNDED = "Europeiska socialfonden finansierar arbetet."


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Projektet ”Gröna rum” får stöd.", "Gröna rum"),
        ('Nu startar projektet "Gröna rum 2.0" i länet.', "Gröna rum 2.0"),
        ("Projektet Gröna rum handlar om arbete.", "Gröna rum"),
        ("Det nya projektet heter Gröna rum.", "Gröna rum"),
        ("Vi har startat ett projekt med namnet #Grönt.", "#Grönt"),
        ("Gröna rum är ett treårigt projekt för unga.", "Gröna rum"),
        ("I dag startar Gröna rum, ett projekt för unga.", "Gröna rum"),
        ("Satsningen, Gröna rum, ska hjälpa unga till arbete.", "Gröna rum"),
        ("Projektnamn: Gröna rum", "Gröna rum"),
        ("Förstudien Gröna rum leds av oss.", "Gröna rum"),
        ("Det är ”Gröna rum” som får stöd.", "Gröna rum"),
        ("Kommunen får stöd till ”Gröna rum”.", "Gröna rum"),
        ("ESF-projektet Gröna rum startar.", "Gröna rum"),
        ("Projektet ’Gröna rum’ startar.", "Gröna rum"),
        ("Projektet ’Ung’s rum’ startar.", "Ung’s rum"),
        ("Vi möter Heby kommun, en pilotkommun i ett projekt. Projektet Gröna rum startar.", "Gröna rum"),
        ("Nu drar vi igång Gröna Rum i hela länet. Gröna Rum är öppet för alla.", "Gröna Rum"),
        ("Gröna rum, som Sala kommun driver, är ett projekt för unga.", "Gröna rum"),
    ],
)
def test_ways_to_name_a_project(sentence: str, name: str) -> None:
    """In quotation marks, after its noun, as the subject of "är ett projekt", in a clause of its own, or by a label."""
    reading = read(sentence, FUNDED)
    assert reading.one().name == name
    assert "announcement.headline_as_name" not in codes(reading)


@given(st.sampled_from(NAMES), st.sampled_from(["Klart: ", "Pengar till ", "Om projektet "]))
def test_the_name_of_the_text_beats_the_headline(name: str, before: str) -> None:
    """A headline says more than a name; the text names the project itself."""
    assert draft(f"{before}{name}", f"Projektet ”{name}” får stöd av Europeiska socialfonden.").name == name


def test_the_headline_stands_in_and_that_is_told() -> None:
    """A project needs a name; where the page has none, a problem says what was taken."""
    reading = read("Fler unga i arbete", "Projektet finansieras av Europeiska socialfonden. Projektet pågår 2023–2025.")
    assert reading.one().name == "Fler unga i arbete"
    assert codes(reading) == ["announcement.headline_as_name"]
    assert reading.problems[0].given == "Fler unga i arbete"


def test_a_title_that_the_text_says_again() -> None:
    """Where no word says which name is the project's, the title that the text repeats is."""
    assert (
        draft("Gröna rum", "Projektägare: Sala kommun\nPeriod: 2023–2025\n\nGröna rum ger unga arbete.").name
        == "Gröna rum"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Projektet Gröna rum får 3 miljoner kronor från EU. Projektet Blå hav får 4 miljoner kronor från EU.",
            "announcement.several",
        ),
        ("Tre projekt får stöd\n\nTre nya projekt delar på 40 miljoner kronor från EU.", "announcement.several"),
        (
            "Projektägare: Sala kommun\nBudget: 3 mkr\n\nProjektägare: Heby kommun\nBudget: 4 mkr\n\n"
            "Projekten finansieras av Europeiska socialfonden.",
            "announcement.several",
        ),
        (
            "Gröna rum\n\nProjektet Gröna rum är ett exempel. Utlysningen är öppen. I utlysningen söker du stöd av EU. "
            "Utlysningen stänger i maj.",
            "announcement.call",
        ),
        (
            "Ny utlysning öppen\n\nUtlysningen omfattar 50 miljoner. Vem kan söka? Sista ansökningsdag är i maj.",
            "announcement.call",
        ),
        ("Utlyst belopp: 50 miljoner kronor\n\nProjektet ska ha en ägare.", "announcement.call"),
        (
            "Nytt program för länet\n\nProgrammet omfattar 90 miljoner kronor från EU fram till 2027.",
            "announcement.programme",
        ),
        ("Kommunen bygger om torget\n\nArbetet kostar 3 miljoner kronor.", "announcement.no_project"),
        ("Simhallen öppnar\n\nVälkommen på lördag.", "announcement.no_project"),
    ],
)
def test_pages_that_tell_of_no_single_project(text: str, code: str) -> None:
    """No draft, and what was seen instead."""
    assert seen(text) == code


def test_what_was_seen_is_shown_where_it_stands() -> None:
    """The problem has the sentence that shows it, and its line."""
    (problem,) = read("Tre projekt får stöd", "Tre nya projekt delar på 40 miljoner kronor från EU.").problems
    assert (problem.given, problem.line) == ("Tre projekt får stöd", 1)


def test_projects_that_are_told_of_in_passing_do_not_hide_the_one() -> None:
    """A page on one project may name another, and may tell that there are more."""
    project = draft(
        "Gröna rum ger unga arbete",
        "Projektet Gröna rum får 3 miljoner kronor från Europeiska socialfonden. Projektet Gröna rum pågår 2023–2025.",
        "I projektet Gröna rum deltar Sala kommun. Arbetet bygger på det tidigare projektet Blå hav.",
    )
    assert project.name == "Gröna rum"


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Projektet leds av Sala kommun.", True),
        ("Gröna rum ger unga arbete.", True),
        ("Budget: 3 miljoner kronor", True),
        ("Arbetet kostar 3 miljoner kronor.", True),
        ("Det förra projektet kostade 3 miljoner kronor.", False),
        ("Kommunen fick tidigare stöd, tidigare har den fått 3 miljoner kronor till Gröna rum.", False),
        ("Systerprojektet Blå hav får 4 miljoner kronor.", False),
        ("EU satsar 900 miljoner kronor på unga.", False),
        ("Sammanlagt fördelas 90 miljoner kronor till sju projekt.", False),
        ("Utlysningen omfattar 50 miljoner kronor.", False),
    ],
)
def test_what_is_about_the_project(sentence: str, about: bool) -> None:
    """What tells of an earlier, another or several projects, of a call or of money to many is not about the one."""
    page = page_of(f"Projektet Gröna rum får stöd av EU. Projektet Gröna rum startar.\n\n{sentence}")
    subject = subject_of(page)
    assert isinstance(subject, Subject)
    (passage,) = (each for each in page.passages if page.told(each) in sentence)
    assert is_about(page, passage, subject) is about


@pytest.mark.parametrize("name", ["Sala kommun", "Sverige", "Europeiska socialfonden", "2024", "Region Dalarna", "ESF"])
def test_bodies_places_and_funds_are_no_projects(name: str) -> None:
    """They stand where names of projects stand."""
    found = subject_of(page_of(f"Stöd till projekt\n\nProjektet i {name} får stöd. Pengar till {name} från EU."))
    assert isinstance(found, NoSubject) or found.name.value != name


@pytest.mark.parametrize(
    "noun",
    [
        "Arbetet",
        "Utbildningen",
        "Metoden",
    ],
)
def test_a_common_noun_is_no_project(noun: str) -> None:
    """What somebody leads may be anything."""
    assert draft(f"Projektet Gröna rum stöds av EU. {noun}, som Sala kommun leder, är ny.").name == "Gröna rum"


def test_two_names_in_headlines() -> None:
    """Each headline has its own project, also where a name holds the other."""
    for other in ("Blå hav", "Nya Gröna rum"):
        text = f"Gröna rum är här\n\n{other} är här\n\nProjektet Gröna rum startar. Projektet {other} startar."
        assert seen(text) == "announcement.several"


def test_a_body_that_others_lead_is_no_project() -> None:
    """What stands before ", som vi driver" may be a body."""
    assert draft("Projektet Gröna rum stöds av EU. Heby stiftelse, som vi driver, är ny.").name == "Gröna rum"


def test_a_name_that_does_not_end() -> None:
    """A name without quotation marks has so many words at most."""
    assert len(draft(f"Projektet {'Ab ' * 20}startar med stöd av EU.").name) <= 120


@given(st.sampled_from(["fi", "en", "de"]))
def test_pages_in_other_languages_give_no_facts(language: str) -> None:
    """What is not in Swedish is no announcement that we can read; nothing is guessed of it."""
    pages = {
        "fi": "Uusi hanke alkaa\n\nHanke saa 3 miljoonaa euroa Euroopan sosiaalirahastosta vuosina 2023–2025.",
        "en": "A new start\n\nThe initiative gets 3 million euros from the European Social Fund from 2023 to 2025.",
        "de": "Ein neuer Anfang\n\nDas Vorhaben erhält 3 Millionen Euro aus dem Europäischen Sozialfonds.",
    }
    assert seen(pages[language]) == "announcement.no_project"


def test_a_label_names_the_project() -> None:
    """Where one label names it, what else is called a project on the page makes it no page about several."""
    page = (
        "Förstudie Gröna rum i norr\n\nNamn:\nFörstudie Gröna rum i norr\nProjektägare:\nSala kommun\n"
        "Beviljat stöd:\n100 000 kr\n\n"
        "Projektet Gröna rum finns i Sala. Gröna rum stöds av EU, och projektet Gröna rum är ett projekt för unga."
    )
    assert draft(page).name == "Förstudie Gröna rum i norr"


def test_another_project_on_a_page_whose_headline_has_its_own() -> None:
    """A project that is named once is none that the page is on, and which is meant is left open."""
    page = (
        "Gröna rum växer\n\nGröna rum drivs av Sala kommun och stöds av EU. I Gröna rum odlar unga.\n\n"
        "Projektet Blå hav får 7 miljoner kronor från Europeiska socialfonden."
    )
    assert seen(page) == "announcement.several"


def test_a_place_before_the_news_is_no_headline() -> None:
    """Newspapers begin with the place in capitals."""
    page = "Fler unga i arbete\n\nSALA\n\nProjektet har beviljats stöd av Europeiska socialfonden. Det startar 2024."
    assert draft(page).name == "Fler unga i arbete"


def test_a_programme_that_is_approved_is_no_project() -> None:
    """What the Union grants may be a programme."""
    page = (
        "Pengar till industrin\n\nEU-kommissionen har godkänt programförslaget om 155 miljoner euro. Industrin är nöjd."
    )
    assert seen(page) in {"announcement.programme", "announcement.no_project"}


def test_a_programme_is_no_name() -> None:
    """Nor is one that stands where names stand."""
    found = subject_of(page_of("Projektet Landsbygdsprogrammet får stöd av EU. Projektet ägs av Sala kommun."))
    assert isinstance(found, NoSubject) or found.name.value != "Landsbygdsprogrammet"
