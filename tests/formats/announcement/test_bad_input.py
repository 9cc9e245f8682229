"""Pages that are empty, foreign, garbled, hostile, or about more than one thing; and how work grows with a text."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from announcements import Announcement, announcements, codes, draft, facts_of, read, seen
from esfmodel import ReadError, read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

TEXT = "Projektet Gröna rum får 3 miljoner kronor från EU. Projektet ägs av Sala kommun. Det pågår 2023–2025."
PAGE = f"Unga får hjälp till arbete\n\n{TEXT}"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u00a0\n"])
def test_an_empty_page(text: str) -> None:
    """It holds nothing, with or without a format."""
    for name in ("announcement", None):
        with pytest.raises(ReadError) as caught:
            read_text(text, format=name)
        assert caught.value.code == "file.empty"


@pytest.mark.parametrize(
    "text",
    [
        "Vi använder kakor (cookies)\n\nGodkänn alla kakor\n\nHantera val av kakor\n\nLäs mer om kakor här.",
        "Meny\nHem\nOm oss\nKontakt\nSök\nNyheter\nArkiv\nLyssna",
        "403 Forbidden\n\nYou do not have permission.",
        "Sidan kunde inte hittas\n\nDen sida du söker finns inte längre.",
        "Logga in\n\nAnvändarnamn:\n\nLösenord:",
        "....\n----\n||||\n••••",
        "1 2 3 4 5 6 7 8 9 10\n2023 2024 2025",
    ],
)
def test_pages_that_say_nothing(text: str) -> None:
    """Cookie walls, menus and pages of errors are no projects, and that is told."""
    assert seen(text) == "announcement.no_project"


@pytest.mark.parametrize(
    "text",
    [
        "Grønne rum\n\nPartnerskabet har bevilget 3 millioner kroner fra Den Europæiske Socialfond.",
        "Vihreät huoneet\n\nHanke saa kolme miljoonaa euroa Euroopan sosiaalirahastosta. Hanke kestää 2023–2025.",
        "Grüne Räume\n\nDas Vorhaben wird vom Europäischen Sozialfonds gefördert.",
        "Зелені кімнати\n\nПроєкт отримує кошти.",
        "緑の部屋\n\n欧州社会基金から支援を受ける。",
    ],
)
def test_pages_in_other_languages(text: str) -> None:
    """A poorer draft or none; no amount, time or owner is guessed of a language that we do not read."""
    reading = read(text)
    assert reading.problems
    for project in reading.projects:
        facts = facts_of(project)
        assert {facts[each] for each in ("owner", "period", "participants", "total")} == {None}
        assert facts["paid"] == frozenset()


def test_a_page_in_english() -> None:
    """It may name the project; its amount and fund are those of the page."""
    text = "Green rooms start now\n\nThe project Green Rooms receives 3 million euros from the European Social Fund."
    assert facts_of(draft(text))["name"] in {"Green Rooms", "Green rooms start now"}


@pytest.mark.parametrize(
    "title",
    [
        "Unga får hjälp till arbete",
        "Unga får jobb",
    ],
)
def test_two_articles_on_one_page(title: str) -> None:
    """No draft of two projects in one, and a problem that names what was seen."""
    page = f"{title}\n\n{TEXT}"
    assert seen(page, another(page)) == "announcement.several"


def test_two_articles_that_name_their_projects_above() -> None:
    """The first is the project; what the second says of itself is not taken, and what both may say contradicts."""
    page = f"Nu startar Gröna rum\n\n{TEXT}"
    reading = read(page, another(page))
    assert codes(reading) == ["announcement.contradiction"]
    facts, alone = facts_of(reading.one()), facts_of(draft(page))
    assert {field for field in facts if facts[field] != alone[field]} == {"owner"}
    assert facts["owner"] is None


def another(page: str) -> str:
    """Return the article of another project."""
    return page.replace("Gröna rum", "Blå hav").replace("Sala", "Heby").replace("3 miljoner", "4 miljoner")


def test_the_name_in_a_headline_is_no_body() -> None:
    """A verb with its subject after it may have the project as that."""
    assert draft("Nu startar Gröna rum", "Projektet Gröna rum får 3 miljoner kronor från EU.").beneficiary is None


def test_an_article_above_the_other_news() -> None:
    """What follows the heading of other news is theirs."""
    other = PAGE.replace("Gröna rum", "Blå hav").replace("Sala", "Heby")
    assert draft(PAGE, "Fler nyheter", other) == draft(PAGE)


def test_a_title_against_its_text() -> None:
    """The text has the amount; a headline rounds, and counts for nothing."""
    title = "30 miljoner till Gröna rum i fem år"
    project = draft(title, TEXT)
    assert facts_of(project) == facts_of(draft(PAGE))
    assert project.duration_months is None


MOJIBAKE = PAGE.encode().decode("cp1252", "ignore")


def test_mojibake() -> None:
    """Text that was decoded wrongly gives a poorer draft or none, and no wrong amount."""
    for project in read(MOJIBAKE).projects:
        facts = facts_of(project)
        assert facts["owner"] in {None, "Sala kommun"}
        assert facts["total"] is None
    for project in read(PAGE.replace("ö", "?").replace("å", "?")).projects:
        assert facts_of(project)["total"] is None


@given(announcements())
def test_noise_of_a_scanner_invents_nothing(announcement: Announcement) -> None:
    """Where letters are lost, facts are lost; those that are read are those of the page."""
    noisy = announcement.text.replace("ä", "a").replace("å", "a").replace("ö", "o").replace(".", " . ")
    for project in read(noisy).projects:
        facts = facts_of(project)
        assert all(facts[each] in {None, announcement.facts[each]} for each in ("total", "participants"))
        assert {each[2] for each in facts["paid"]} <= {each[2] for each in announcement.facts["paid"]}


def test_broken_lines_and_odd_spaces() -> None:
    """A page that was copied from a file in columns reads as any other."""
    intro = "Så får unga hjälp."
    narrow = PAGE.replace("från EU", "\nfrån EU").replace("ägs av", "ägs\nav").replace("Det pågår", "Det\u00a0pågår")
    assert facts_of(draft(intro, narrow)) == facts_of(draft(PAGE))
    assert facts_of(draft(PAGE.replace("\n", "\r\n"))) == facts_of(draft(PAGE))
    assert facts_of(draft(PAGE.replace("kronor", "kro\u00adnor"))) == facts_of(draft(PAGE))


def test_broken_lines_below_the_title() -> None:
    """The first paragraph reads as any other."""
    assert facts_of(draft(PAGE.replace("ägs av", "ägs\nav"))) == facts_of(draft(PAGE))


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><script>alert(1)</script><h1>Nu startar Gröna rum</h1><p>{}</p></body></html>",
        "<html><head><style>p{{}}</style></head><body><nav>Hem</nav><main><p>{}</p></main></body></html>",
        "<p>{}</p><p onclick='x'>&copy; Sala",
        "<html><body><p>{}<p><<<<>>>></p></body>",
    ],
)
def test_html(text: str) -> None:
    """A saved page is read as a browser shows it; nothing of its scripts is text."""
    reading = read(text.format(TEXT))
    assert facts_of(reading.one()) == facts_of(draft(PAGE))
    assert reading.form == "HTML"
    assert "alert" not in (reading.text or "")


def test_values_too_long_to_be_any() -> None:
    """A name, an owner or a number without an end is none."""
    long = "Mycket " * 400
    assert seen(f"Projektnamn: {long}") == "announcement.no_project"
    project = draft(f"Projektet Gröna rum stöds av EU. Projektet ägs av {long}.\n\nDiarienummer: {'1' * 400}")
    assert project.operation_id is None or len(str(project.operation_id)) < 50
    assert project.beneficiary is None or len(project.beneficiary.name) < 200


def test_numbers_too_large_to_be_any() -> None:
    """Digits without end are no amount and no number of people, and raise nothing."""
    digits = "9" * 5_000
    text = (
        f"Projektet Gröna rum stöds av EU. Projektets budget är {digits} kronor. Projektet ska nå {digits} deltagare."
    )
    project = draft(text, f"Antal deltagare: {digits}", f"Budget: {digits} kronor", f"Period: {digits}–{digits}")
    assert (project.budget, project.planned_participants, project.period) == (None, None, None)


# --- How work grows

GROWING: dict[str, Callable[[int], str]] = {
    "menu": lambda size: "Meny\nHem\nOm oss\nSök\n" * size,
    "articles": lambda size: (PAGE + "\n\n") * (size // 5),
    "projects": lambda size: "Projektet Gröna Rum får stöd. " * size,
    "money": lambda size: PAGE + " Heby kommun bidrar med 2 miljoner kronor." * size,
    "bodies": lambda size: PAGE + " Partner är " + "Region Dalarna, " * size + "Heby kommun.",
    "elliptic": lambda size: PAGE + " Partner är " + "Sala, " * size + "och Heby kommuner.",
    "labels": lambda size: PAGE + "\n\n" + "Projektägare: Sala kommun\n" * size,
    "quotes": lambda size: "projektet ” " * size,
    "periods": lambda size: PAGE + " Projektet pågår 2023–2025." * size,
    "letters": lambda size: PAGE + " " + "A " * size,
}


def steps(text: str) -> int:
    """Return how many functions are called to read a text."""
    count: Counter[str] = Counter()

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        count[event] += 1

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        read_text(text, format="announcement")
    finally:
        sys.setprofile(before)
    return count["call"] + count["c_call"]


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_work_grows_with_the_text(make: Callable[[int], str]) -> None:
    """A text of four times the length takes about four times the work, whatever it repeats."""
    read_text(make(10), format="announcement")
    first, second = (steps(make(size)) for size in (100, 400))
    assert second < 5 * first


def test_a_long_page_is_read() -> None:
    """Menus without end are left out, and the page between them is read."""
    menu = "Hem\nBygga och bo\nOm oss\nSök\nTorg\n" * 10_000
    assert facts_of(draft(menu, PAGE, menu)) == facts_of(draft(PAGE))


def test_problems_of_a_bad_page_are_in_both_languages() -> None:
    """Each says what is wrong and what to do."""
    for text in ("Logga in", f"{PAGE} Projektets budget är cirka 19 mkr. EU bidrar med 9 mkr."):
        reading = read(text)
        assert codes(reading)
        assert all(problem.text("sv") != problem.text("en") for problem in reading.problems)
