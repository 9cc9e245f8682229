"""What of a page is read, and what is about the page itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.formats.announcement.page import Page, page_of

PROSE = "Projektet Gröna rum ska få fler i arbete under tre år i hela länet."


def told(text: str) -> list[str]:
    """Return the passages of a text."""
    page = page_of(text)
    return [page.told(each) for each in page.passages]


def under(text: str) -> dict[str, str]:
    """Return the values of a text by the meaning of their labels."""
    page = page_of(text)
    return {each.label.meaning.name: page.told(each) for each in page.passages if each.label is not None}


def places(page: Page) -> list[int]:
    """Return where the passages of a page begin and end, in order."""
    return [place for each in page.passages for place in (each.start, each.end)]


@given(st.text(st.sampled_from('aÅ .:,;!?\n\t•-–1|/>”"”@©\r\u00a0\u200b\u2028\u0301') | st.characters(), max_size=120))
def test_passages_are_parts_of_the_text_in_order(text: str) -> None:
    """None is empty, none overlaps another, and what is shown has each where it stands."""
    page = page_of(text)
    assert places(page) == sorted(places(page))
    assert all(page.told(each).strip() for each in page.passages)
    assert len(page.shown) == len(page.text)
    assert all(page.shown[each.start : each.end] == page.told(each) for each in page.passages)


@given(st.lists(st.sampled_from(["Meny", "Hem", "Om oss", "Bygga och bo", "Sök", "Nyheter"]), min_size=4))
def test_a_menu_is_no_text(menu: list[str]) -> None:
    """Many short lines in a row are left out, however many; the text around them stays."""
    assert told("\n".join(menu) + "\n\n" + PROSE) == [PROSE]


def test_a_label_that_is_glued_to_its_value() -> None:
    """The letter before a figure is not read as a part of it."""
    page = page_of(f"{PROSE}\n\nTotalbudget9 000 000 kr")
    assert page.told(page.passages[-1]) == "9 000 000 kr"
    assert page.shown.endswith("Totalbudge 9 000 000 kr")
    assert len(page.shown) == len(page.text)


def test_contacts_in_a_menu_hide_nothing() -> None:
    """The last entry of a menu is no heading of contacts."""
    assert told(f"Hem\nBygga och bo\nOm oss\nKontakt\n\n{PROSE}") == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Publicerad 3 mars 2024",
        "Senast uppdaterad: 2024-03-03 10:15",
        "12 mars 2024",
        "Lyssna",
        "Dela på Facebook",
        "Läs mer: Så arbetar vi med Europa",
        "Foto: Kim Berg",
        "Start > Nyheter > Arbete",
        "Hem / Arbete / Projekt",
        "Vi använder kakor för att webbplatsen ska fungera.",
        "Facebook, Twitter, LinkedIn",
        "© Sala kommun 2024",
        "kim.berg@example.org",
        "Tel: 0224-123 45",
        "Hoppa till innehållet",
        "Nyhet | Sala | Arbete",
    ],
)
def test_what_is_about_the_page_is_left_out(line: str) -> None:
    """Days of the page, ways to share it, paths and addresses are no passages, and so no figures of the project."""
    assert told(f"{line}\n\n{PROSE}\n\n{line}") == [PROSE]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Projektet startar i maj. Det leds av oss.", ["Projektet startar i maj.", "Det leds av oss."]),
        ("Projektet får ca. 3 mkr, bl.a. från EU.", ["Projektet får ca. 3 mkr, bl.a. från EU."]),
        ("Projektet leds av K. Berg.", ["Projektet leds av K. Berg."]),
        ("Vi får 3.5 miljoner! Så roligt.", ["Vi får 3.5 miljoner!", "Så roligt."]),
        ("• Sala kommun\n• Heby kommun.", ["Sala kommun", "Heby kommun."]),
        ("1) Vi söker.\n2) Vi får.", ["Vi söker.", "Vi får."]),
        ("Projektet ska\nnå 40 deltagare\noch pågår.", ["Projektet ska\nnå 40 deltagare\noch pågår."]),
    ],
)
def test_sentences(text: str, passages: list[str]) -> None:
    """A full stop of a short form ends none, items are passages of their own, and a broken line goes on."""
    assert told(f"{PROSE}\n\n{text}")[1:] == passages


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("Projektägare: Sala kommun", {"OWNER": "Sala kommun"}),
        ("Projektägare:\nSala kommun", {"OWNER": "Sala kommun"}),
        ("Projektägare\nSala kommun", {"OWNER": "Sala kommun"}),
        ("• Projektperiod: 2024–2026", {"PERIOD": "2024–2026"}),
        ("Projektägare:\nProjektperiod: 2024–2026", {"PERIOD": "2024–2026"}),
        ("Målgrupp:\nProjektägare är Sala kommun.", {}),
        ("Färg: blå", {}),
        ("Projektägare:\n\nVi börjar i maj och håller på i tre år, och alla är välkomna.", {}),
    ],
)
def test_labels(text: str, meanings: dict[str, str]) -> None:
    """A label has what stands beside or below it; an empty one takes no prose, and no other label's value."""
    assert under(f"{PROSE}\n\n{text}") == meanings


@pytest.mark.parametrize(("label", "meaning"), [("Samarbetspartner:", "PARTNER"), ("Medfinansiärer", "FUNDER")])
def test_a_list_of_bodies_stays_under_its_label(label: str, meaning: str) -> None:
    """Each body of it may be a paragraph of its own; another paragraph ends the list."""
    page = page_of(f"{PROSE}\n\n{label}\n\nSala kommun\n\nRegion Dalarna\n\nMitt Företag AB\n\n{PROSE}")
    meanings = [None if each.label is None else each.label.meaning.name for each in page.passages]
    assert meanings == [None, meaning, meaning, meaning, None]


def test_a_clause_is_of_one_sentence() -> None:
    """It reaches from a comma to the next, and no farther than its sentence."""
    page = page_of("I maj, när allt är klart, startar vi. Vi bygger inte, vi planterar.")
    first, second = page.passages
    start = page.text.index("startar")
    assert page.clause(first, (start, start + 7)) == " startar vi."
    assert not page.is_denied(first, (start, start + 7))
    start = page.text.index("bygger")
    assert page.clause(second, (start, start + 6)) == "Vi bygger inte"
    assert page.is_denied(second, (start, start + 6))


def test_what_follows_other_news_is_left_out() -> None:
    """Links to other news have projects and amounts of their own."""
    assert told(f"{PROSE}\n\nRelaterade nyheter\n\nProjektet Blå hav får 9 miljoner kronor.") == [PROSE]


def test_contacts_end_with_the_next_long_text() -> None:
    """Names and titles below a heading of contacts are left out; a sentence and a label are read again."""
    contact = "Kontakt\n\nKim Berg\n\nprojektledare"
    assert told(f"{PROSE}\n\n{contact}\n\n{PROSE} Den som vill får vara med.")[1:] == [
        PROSE,
        "Den som vill får vara med.",
    ]
    assert under(f"{PROSE}\n\n{contact}\n\nProjektägare: Sala kommun") == {"OWNER": "Sala kommun"}


def test_invisible_characters_are_gone() -> None:
    """Soft hyphens and spaces of no width are no part of the text; other spaces are plain ones, and é is one letter."""
    page = page_of("Pro\u00adjektet\u00a0Cafe\u0301\u200b.\r\nSlut.")
    assert page.text == "Projektet Café.\nSlut."


def test_where_a_name_stands_first() -> None:
    """In the passages alone, and nowhere for a name that a page does not have."""
    page = page_of("Sala kommun bygger. Sala kommun planterar.")
    assert page.places_of("Sala kommun", 1) == ((0, 11),)
    assert page.places_of("Heby kommun", 1) == ()
