"""Drafts of whole announcements: each value has its evidence, and nothing is taken that is not said."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from announcements import Announcement, announcements, evidence_of, facts_of, read, stated
from esfmodel import EsfModelError, read_text
from esfmodel import read as read_file
from esfmodel.formats.announcement.announcement import is_announcement
from esfmodel.formats.announcement.page import page_of
from esfmodel.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from esfmodel.formats import Reading
    from esfmodel.model import Project

WORDS = (
    "Projektet projektet ett projekt ”Gröna rum” Gröna rum Sala kommun Heby kommuner Region Dalarna och samt , . : ; "
    "– • 12 3,5 miljoner kronor mkr euro cirka över från till i för med av EU Europeiska socialfonden ESF+ Interreg "
    "( ) får beviljats ansökt avslag budget totalt varav vardera ägs drivs bidrar deltar tillsammans samverkan "
    "projektägare Projektägare: Medfinansiärer: Budget: Period: 2023 2023–2025 maj 300 deltagare tre år månader "
    "utlysning två annat tidigare Kontakt"
).split(" ")


def texts() -> st.SearchStrategy[str]:
    """Draw a text of words that announcements are made of, in any order."""
    return st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join)


# --- Any text


@given(st.text(max_size=200) | texts())
@example("Projektet X. " * 3)
@example('projektet "')
@example(":")
@example("Budget:\n\n")
def test_any_text_is_read_or_refused(text: str) -> None:
    """Never an exception but ours; one draft or none, and where none, a problem that says why."""
    with suppress(EsfModelError):
        reading = read(text)
        assert len(reading.projects) <= 1
        assert reading.projects or reading.problems
        assert all(problem.code.startswith(("announcement.", "money.", "budget.")) for problem in reading.problems)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the place of a file."""
    return tmp_path_factory.mktemp("announcements") / "page.txt"


@given(data=st.binary(max_size=200) | texts().map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_read_or_refused(path: Path, data: bytes) -> None:
    """The same for bytes, in whatever encoding."""
    path.write_bytes(data)
    with suppress(EsfModelError):
        assert len(read_file(path, "announcement").projects) <= 1


@given(texts() | announcements().map(lambda each: each.text))
def test_each_value_has_its_evidence(text: str) -> None:
    """And there is none for what the draft has not; its text is what stands at its spans, in order."""
    try:
        reading = read(text)
    except EsfModelError:
        return
    if reading.projects:
        check_evidence(reading)


def check_evidence(reading: Reading) -> None:
    """Check that evidence and values are the same, and that each evidence stands in the text."""
    text, project = reading.text, reading.one()
    assert text is not None
    for path, evidence in evidence_of(reading).items():
        assert evidence.spans, path
        assert all(0 <= start < end <= len(text) for start, end in evidence.spans), path
        told = dict.fromkeys(text[start:end].strip() for start, end in evidence.spans)
        assert evidence.text == " … ".join(told), path
        assert evidence.words, path
        assert all(words in text for words in evidence.words), path
        assert evidence.line == text.count("\n", 0, evidence.spans[0][0]) + 1, path
    is_paid = project.budget is not None and bool(project.budget.financing)
    for path in UNSTATED.difference(stated(project), ["budget.financing[0]"] * is_paid):
        with pytest.raises(EsfModelError):
            reading.where(0, path)


UNSTATED = frozenset(
    {"beneficiary", "fund", "programme", "operation_id", "period", "duration_months", "planned_participants",
     "budget.total", "partners[0]", "decisions[0]", "budget.financing[0]", "municipality", "priority", "nuts"}
)  # fmt: skip


@given(texts() | announcements().map(lambda each: each.text))
def test_every_amount_stands_on_the_page(text: str) -> None:
    """None is a sum, a difference or a share of others."""
    try:
        reading = read(text)
    except EsfModelError:
        return
    printed = set(map(_digits, re.findall(r"\d[\d ,.]*", reading.text or "")))
    for project in reading.projects:
        for amount in amounts_of(project):
            assert printed & possible(amount), amount


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).strip("0")


def amounts_of(project: Project) -> Iterator[Money]:
    """Yield the amounts of a draft, and the ends of those within bounds."""
    found = [decision.support for decision in project.decisions]
    if project.budget is not None:
        found.extend((project.budget.total, *(each.amount for each in project.budget.financing)))
    for amount in found:
        if isinstance(amount, Money):
            yield amount
        elif amount is not None:
            yield from (end for end in (amount.low, amount.high) if end is not None)


def possible(amount: Money) -> set[str]:
    """Return the digits that an amount may be printed with, without zeros at its ends."""
    return {f"{amount.minor}".strip("0"), "5" if f"{amount.minor}".strip("0") == "5" else ""}


# --- Pages of which every fact is known


@given(announcements())
def test_what_is_told_is_read_and_nothing_else(announcement: Announcement) -> None:
    """Each fact of a page is in its draft, and what the page does not tell is None."""
    assert facts_of(read(announcement.text).one()) == announcement.facts


@given(announcements())
def test_the_sentences_of_the_evidence_tell_the_whole_draft(announcement: Announcement) -> None:
    """Only what holds the evidence, or what a problem is about, has been used: read alone, it gives the same draft."""
    reading = read(announcement.text)
    assert read(evident(reading)).projects == reading.projects


def evident(reading: Reading) -> str:
    """Return the passages of a page that hold evidence, or that a problem is about, with their labels."""
    page = page_of(reading.text or "")
    spans = [span for evidence in evidence_of(reading).values() for span in evidence.spans]
    lines = {line for each in reading.problems for line in (each.line, each.params.get("at"))}
    parts: list[str] = []
    labels: set[int] = set()
    for each in page.passages:
        if any(start < each.end and each.start < end for start, end in spans) or page.line_of(each.start) in lines:
            if each.label is not None and each.label.start not in labels:
                labels.add(each.label.start)
                parts.append("\n" + page.text[each.label.start : each.label.end].rstrip(":") + ":")
            parts.append(page.told(each) if each.label is not None or each.is_headline else f"\n{page.told(each)}\n")
    return "\n".join(parts)


OTHERS = (
    "Ett annat projekt, Vinterljus, pågår 2031–2033 och har en total budget på 77 miljoner kronor.",
    "Tidigare har Gnesta kommun fått 7 miljoner kronor till projektet ”Vinterljus” med 888 deltagare.",
    "Det förra projektet, som Trosa kommun drev tillsammans med Nyköpings kommun, fick 5 miljoner kronor från EU.",
    "Förra året fick Gnesta kommun avslag på ansökan om 9 miljoner kronor till ett liknande projekt.",
    "I ett annat projekt deltar Trosa kommun, och det pågår i 18 månader med 77 deltagare.",
)


@given(announcements(), st.sampled_from(OTHERS), st.booleans())
def test_what_is_told_of_others_adds_nothing(announcement: Announcement, other: str, is_first: bool) -> None:
    """A sentence on another or an earlier project leaves the draft as it is, wherever it stands."""
    alone = read(announcement.text).one()
    text = (other, announcement.text) if is_first else (announcement.text, other)
    for project in read(*text).projects:
        assert facts_of(project) == facts_of(alone)
        assert project.decisions == alone.decisions


@given(announcements(), st.sampled_from(OTHERS))
def test_what_is_told_of_others_hides_nothing(announcement: Announcement, other: str) -> None:
    """A page stays one on its project when it tells of another in passing."""
    assert read(announcement.text, other).projects


# --- Words, lines, decisions


def test_the_words_that_decided() -> None:
    """The evidence has the words by which a value is that of its field."""
    reading = read("Projektet Gröna rum stöds av EU.", "Sala kommun är projektägare.\nMedfinansiärer: Heby kommun")
    assert (reading.where(0, "beneficiary").text, reading.where(0, "beneficiary").words) == (
        "Sala kommun",
        ("är projektägare",),
    )
    assert reading.where(0, "beneficiary").line == 3
    assert reading.where(0, "budget.financing[0]").words == ("Medfinansiärer",)


def test_a_field_said_twice_has_both_places() -> None:
    """What stands twice on a page has two spans, and its text once or twice as it is printed."""
    evidence = read("Projektet Gröna rum stöds av EU.", "Projektet omsätter 19 mkr. Budgeten är 18,9 mkr.").where(
        0, "budget.total"
    )
    assert len(evidence.spans) == 2
    assert evidence.text == "18,9 mkr … 19 mkr"


def test_what_contradicts_the_model_is_told() -> None:
    """Amounts in two currencies make no budget."""
    reading = read("Projektet Gröna rum får 3 miljoner euro från EU.", "Heby kommun bidrar med 4 miljoner kronor.")
    assert reading.one().budget is None
    assert [problem.place for problem in reading.problems] == ["budget"]


def test_the_currency_that_is_given() -> None:
    """An amount without a currency has the one that the caller gives, else kronor."""
    text = "Projektet Gröna rum får 3 miljoner från EU."
    for currency, amount in (("EUR", Money(3_000_000, "EUR")), (None, Money(3_000_000))):
        budget = read_text(text, format="announcement", currency=currency).one().budget
        assert budget is not None
        assert budget.financing[0].amount == amount


def test_no_draft_has_more_than_a_page_says() -> None:
    """The smallest page gives a name and nothing else; the publisher is no owner."""
    project = read(
        "Sala kommun", "Publicerad 3 mars 2024", "Projektet Gröna rum startar snart. Vi samarbetar med EU."
    ).one()
    assert stated(project) == ["name"]
    assert project.decisions == ()


# --- Recognised without a format

NEWS = (
    "Nu startar Gröna rum\n\nProjektet Gröna rum får 3 miljoner kronor från Europeiska socialfonden. "
    "Projektet ägs av Sala kommun. Det pågår 2023–2025."
)


def test_news_are_recognised() -> None:
    """Prose that tells of one project needs no format."""
    reading = read_text(NEWS)
    assert reading.format == "announcement"
    assert reading.projects == read(NEWS).projects


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "24-012-S03 - Vägen fram\n\nDiarienummer:\n24-012-S03\nStartdatum:\n2024-01-01\nSlutdatum:\n2026-12-31\n"
            "Berörd fond:\nESF+\nProjektägare:\nSala kommun\nRegion:\nÖvre Norrland\nNUTS-2 kod:\nSE33",
            "projektbanken_record",
        ),
        ("Kostnad;Belopp\nPersonal;3 000\nResor;4 000\nTotalt;7 000\n", "finance_table"),
    ],
)
def test_other_forms_stay_what_they_are(text: str, name: str) -> None:
    """Records and tables are no announcements."""
    assert read_text(text).format == name


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen bygger om torget. Arbetet börjar i maj. Det blir fint.",
        "Tre projekt får stöd. De tre nya projekten delar på 40 mkr från EU. Alla projekten startar i maj.",
        "Projektet Gröna rum får stöd av EU.",
    ],
)
def test_what_tells_of_no_single_project_is_not_recognised(text: str) -> None:
    """Other news, news on several projects, and a line of text."""
    with pytest.raises(EsfModelError):
        read_text(text)


@pytest.mark.parametrize(("entries", "expected"), [(0, True), (5, True), (6, False), (7, False)])
def test_prose_with_many_entries_of_a_record_is_one(entries: int, expected: bool) -> None:
    """Six entries make a record where there are no more sentences than entries; fewer are those of any page."""
    text = (
        "Projektet Gröna rum ska få fler i arbete. Projektet ägs av Sala kommun. EU ger 3 miljoner kronor. "
        "Projektet pågår 2023–2025."
    )
    assert is_announcement(text, entries) is expected
    assert is_announcement(f"{text} Sala är glada över det. Heby är med i arbetet. Alla får hjälp.", entries) is (
        entries < 7
    )
