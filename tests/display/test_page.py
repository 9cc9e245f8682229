"""The text of a reading, with its fields marked."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from announcements import Announcement, announcements, evidence_of, read
from esfmodel import EsfModelError
from esfmodel.display import html, visible
from esfmodel.values.format import LANGUAGES

TEXT = (
    "Projektet Gröna rum stöds av EU.\n\n"
    "Sala kommun är projektägare. Projektets budget är 19 mkr. Budgeten är 18,9 mkr."
)


class Shown(HTMLParser):
    """The tags of a page, and the text within its part that shows the source."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marks: dict[str, list[str]] = {}
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []
        self._field = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and the field of a mark."""
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in {"meta"}:
            self._open.append("text" if ("class", "text") in attrs else tag)
        self._field = str(dict(attrs).get("title", "")) if tag == "mark" else ""

    def handle_endtag(self, tag: str) -> None:
        """Close a tag; tags are nested properly."""
        assert self._open.pop() in {tag, "text"}
        self._field = ""

    def handle_data(self, data: str) -> None:
        """Keep the text of the source, and what is marked in it."""
        if "text" in self._open:
            self.text += data
        if self._field:
            self.marks.setdefault(self._field, []).append(data)


@given(announcements(), st.sampled_from(LANGUAGES))
def test_the_text_is_shown_with_each_field_marked(announcement: Announcement, language: str) -> None:
    """The page has the whole text as it was read, and marks what stands at each span of the evidence."""
    reading = read(announcement.text)
    shown = Shown(html(reading, language))
    assert shown.text == reading.text
    marked = [each for marks in shown.marks.values() for each in marks]
    for evidence in evidence_of(reading).values():
        assert all(any(part in mark for mark in marked) for part in evidence.text.split(" … "))


@given(st.text(st.sampled_from("<>&\"'\x00\x1b\u202e\n a") | st.characters(codec="utf-8"), max_size=80))
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever a page holds, its characters are shown, and make no tag, script or reference."""
    try:
        reading = read(f"Projektet ”{text}” stöds av EU.", TEXT)
    except EsfModelError:
        return
    page = html(reading)
    shown = Shown(page)
    assert set(shown.tags) <= {
        "caption", "div", "li", "mark", "p", "strong", "style", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }  # fmt: skip
    assert shown.attributes <= {"aria-label", "class", "lang", "role", "scope", "tabindex", "title"}
    assert shown.text == "\n".join(map(visible, (reading.text or "").split("\n")))


def test_the_table_of_fields() -> None:
    """Each field in words, with its value, what stands on the page and the words that decided."""
    page = html(read(TEXT)).replace("\N{NO-BREAK SPACE}", " ")
    rows = [[unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in page.split("\n")]
    assert ["stödmottagare", "Sala kommun, kommun", "Sala kommun", "är projektägare"] in rows
    assert ["angiven totalkostnad", "18 900 000 kr", "18,9 mkr … 19 mkr", "Budgeten … budget"] in rows
    assert ["beneficiary", "Sala kommun, municipality", "Sala kommun", "är projektägare"] in [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in html(read(TEXT), "en").split("\n")
    ]


def test_a_programme_is_written_by_its_name() -> None:
    """The table has what was read, of a programme its name."""
    page = html(read("Projektet Gröna rum finansieras av Interreg Sverige-Norge."))
    assert "<td>Interreg Sverige-Norge</td>" in page


def test_a_part_with_two_fields_is_one_mark() -> None:
    """Marks do not nest; the mark names each of its fields once."""
    reading = read(
        "Projektet Gröna rum drivs av Sala kommun.", "Projektet får 3 miljoner kronor från Europeiska socialfonden."
    )
    marks = Shown(html(reading)).marks
    assert all(len(set(fields.split("; "))) == len(fields.split("; ")) for fields in marks)
    assert Shown(html(reading)).tags.count("mark") == sum(map(len, marks.values()))


def test_a_page_without_a_project() -> None:
    """It says so, shows the problem, and has no table."""
    page = html(read("Simhallen öppnar på lördag."), page=True)
    assert "<h1>Inget enskilt projekt</h1>" in page
    assert "<table>" not in page
    assert "<li>" in page
    assert "<strong>No single project</strong>" in html(read("Simhallen öppnar på lördag."), "en")


def test_problems_are_shown_in_the_language() -> None:
    """What was left open is told beside the text."""
    reading = read(TEXT.replace("18,9", "25"))
    for language in LANGUAGES:
        assert reading.problems[0].text(language) in unescape(html(reading, language))
    assert "<ul>" not in html(read(TEXT))
