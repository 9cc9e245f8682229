"""Values in HTML: escaped, bounded, and with the figures and words of the plain text."""

from __future__ import annotations

import copy
import pickle
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    BudgetSide,
    By,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    InvalidValue,
    Ledger,
    Money,
    Organisation,
    Period,
    Portfolio,
    Problem,
    Project,
    Reading,
    breakdown,
    read_text,
    to_text,
    validate,
)
from esfmodel.display import Html, html, visible
from esfmodel.display._costs import costs_rows
from esfmodel.display._financing import financing_note, financing_rows
from esfmodel.display._markup import element
from esfmodel.display.claims import claims_rows
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG
from esfmodel.formats import read_finance_table
from esfmodel.testing import projects
from esfmodel.values.format import LANGUAGES
from shown_projects import CONTROLS, HOSTILE, OPEN, endless, hostile, three_currencies

TAGS = {
    "a", "caption", "dd", "div", "dl", "dt", "li", "p", "strong", "style", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
ATTRIBUTES = {"aria-label", "class", "href", "lang", "role", "scope", "tabindex"}
OWN = Funder(source=FundingSource.OWN)


class Parsed(HTMLParser):
    """The tags, attributes and text of some HTML, whose elements are nested properly."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


def cells(shown: str) -> list[list[str]]:
    """Return the rows of all tables, with ordinary spaces."""
    plain = shown.replace("\N{NO-BREAK SPACE}", " ")
    rows = re.findall(r"<tr>(.*?)</tr>", plain, re.DOTALL)
    return [[unescape(re.sub("<.*?>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def values(project: Project) -> list[Any]:  # Any: each is one of the kinds that `html` takes
    """Return what can be shown of a project."""
    return [project, validate(project), Reading([project]), Portfolio([project]), *filter(None, [project.budget])]


@settings(max_examples=5)
@given(projects(), st.sampled_from(LANGUAGES))
def test_whatever_is_shown_is_a_well_formed_fragment(project: Project, language: str) -> None:
    """Elements are nested, only tables, lists and paragraphs, and every amount of the financing is there."""
    for value in values(project):
        parsed = Parsed(html(value, language))
        assert parsed.tags <= TAGS
        assert parsed.attributes <= ATTRIBUTES
    if project.budget is not None and (rows := financing_rows(project.budget, language, 20)):
        plain = [[cell.replace("\N{NO-BREAK SPACE}", " ").strip() for cell in row] for row in (*rows.rows, *rows.sums)]
        shown = cells(html(project.budget, language))
        assert all(row in shown for row in plain)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_becomes_markup(text: str, value: str) -> None:
    """Text in an element and in an attribute is the text when it is read again, with invisible characters shown."""
    made = element("p", text, title=value)
    parsed = Parsed(made)
    assert (parsed.tags, parsed.attributes, parsed.text) == ({"p"}, {"title"}, visible(text))
    assert Parsed(element("div", made, None)).tags == {"div", "p"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_are_shown_as_they_are(language: str) -> None:
    """Markup in a name makes no element, and a long name is cut."""
    strained = hostile()
    for value in values(strained):
        shown = html(value, language)
        assert Parsed(shown).tags <= TAGS
        assert Parsed(shown).attributes <= ATTRIBUTES
    assert all(each in Parsed(html(strained, language)).text for each in HOSTILE[:4])
    assert "A" * 401 not in html(strained, language)


def test_control_characters_of_a_source_are_shown() -> None:
    """A finance table keeps what its source has, and its cells show it as escapes."""
    table = read_finance_table("post;kr\nA;5\nB;7\nTotalt;12\n")
    row = attrs.evolve(table.rows[0], cells=[attrs.evolve(each, text=CONTROLS) for each in table.rows[0].cells])
    shown = html(attrs.evolve(table, rows=[row]))
    assert r"sk\u202enevt\x00\x1b[31m\x9b\u200b" in shown
    assert shown.replace("\n", "").replace("\N{NO-BREAK SPACE}", " ").isprintable()


# --- Every kind of value


def test_a_notebook_shows_each_value_in_swedish() -> None:
    """`_repr_html_` is `html`, and its text is not escaped again."""
    project = KOMPETENS_I_KRONOBERG
    assert project.budget is not None
    table = read_finance_table("post;kr\nA;5\nTotalt;5\n")
    shown = [*values(project), breakdown(project.budget, By.SOURCE), table]
    for value in shown:
        assert value._repr_html_() == html(value)
    assert html(project)._repr_html_() == html(project).__html__() == html(project)
    for made in (copy.copy(html(OPEN)), pickle.loads(pickle.dumps(html(OPEN)))):  # noqa: S301
        assert (type(made), made) == (Html, html(OPEN))


def test_kronoberg() -> None:
    """The rows of the financing are those of the table as text, in each language."""
    rows = cells(html(KOMPETENS_I_KRONOBERG))
    assert ["Region Kronoberg", "offentlig medfinansiering", "1 235 522 kr", "25 %"] in rows
    assert ["varav EU-medel", "", "högst 3 706 566 kr", "högst 75 %"] in rows
    assert ["Region Kronoberg", "public co-funding", "SEK 1,235,522", "25%"] in cells(html(KOMPETENS_I_KRONOBERG, "en"))


def test_a_report_is_told_with_its_demands_and_its_basis() -> None:
    """What was found has its rule, place, demand and article; what is missing has its rules."""
    report = validate(KOMPETENS_I_KRONOBERG)
    shown = html(report)
    text = Parsed(shown).text.replace("\N{NO-BREAK SPACE}", " ")
    [finding] = report.infos
    assert "Granskningen är inte fullständig och innebär inget godkännande." in text
    assert f"Upplysning {finding.rule}" in text
    assert report.result(finding.rule).rule.demand.sv in text
    assert "artikel 120.3 e i förordning (EU) nr 1303/2013 (EU-rätt)" in text
    assert 'href="http://data.europa.eu/eli/reg/2013/1303/oj"' in shown
    assert all(code in text for need in report.missing[:5] for code in need.rules)
    other = attrs.evolve(
        report, subject=None, results=tuple(attrs.evolve(each, findings=()) for each in report.results)
    )
    assert "Inget anmärkt bland det som kunde bedömas." in html(other)
    assert "Inga regler har prövats." in html(validate(OPEN, rules=()))


def test_a_finding_without_its_rule_is_told() -> None:
    """A report that was read may have a finding in the result of another rule, which has no demand of its own."""
    report = validate(KOMPETENS_I_KRONOBERG)
    [finding] = report.infos
    results = [each for each in report.results if each.rule.code != finding.rule]
    moved = attrs.evolve(report, results=(attrs.evolve(results[0], findings=(finding,)), *results[1:]))
    assert "<dt>Krav</dt>" not in html(moved)
    assert "<dt>Krav</dt>" in html(report)


def test_portfolios() -> None:
    """Projects with their figures, and the sums of each currency by itself; none is told."""
    rows = cells(html(three_currencies()))
    assert ["Projekt 0", "1 000 kr", "1 000 kr", "0 %"] in rows
    assert {row[0] for row in rows[-3:]} == {"Summa SEK", "Summa EUR", "Summa KWD"}
    assert ["Summa EUR", "1 000 euro", "1 000 euro", ""] in rows
    assert "Inga projekt." in html(Portfolio())
    many = html(Portfolio([Project(f"Projekt {number}") for number in range(30)]))
    assert ["… och 10 rader till", "", "", ""] in cells(many)
    assert "<strong>Portfölj</strong>" in many


def test_readings() -> None:
    """A reading has its numbers and its problems; one project is shown whole, several as a table."""
    one = html(read_text(to_text(Project("Gröna rum"), "project_json")))
    assert "Projekt: 1. Problem: 0." in one
    assert "<strong>Gröna rum</strong>" in one
    problem = Problem("value.missing", "projects[0].name")
    several = html(Reading([Project("A"), Project("B")], [problem] * 30))
    assert several.count(problem.text("sv")) == 20
    assert "<li>… och 10 till</li>" in several
    assert "<strong>Läsning</strong>" in several
    assert "<strong>Listan</strong>" in html(Reading([], name="Listan"))


def test_finance_tables() -> None:
    """The rows as they are printed, and whether the sums are right."""
    shown = html(read_finance_table("finansiär;kr\nEU-medel;5\nRegion Kronoberg;7\nTotalt;19\n"))
    assert cells(shown)[:2] == [["finansiär", "kr"], ["EU-medel", "5"]]
    assert "Summorna stämmer inte." in shown
    long = "finansiär;kr\n" + "".join(f"Post {number};{number}\n" for number in range(1, 31))
    assert ["… och 10 rader till", ""] in cells(html(read_finance_table(long)))
    notes = attrs.evolve(read_finance_table("post;kr\nA;5\n"), notes=[f"not {number}" for number in range(30)])
    assert "… och 10 till" in html(notes)


def test_breakdowns() -> None:
    """Rows and columns that are not shown are one with their sums, and an empty breakdown says so."""
    parts = [Contribution(OWN, Money(number), partner=f"P{number}", year=2000 + number) for number in range(1, 31)]
    rows = cells(html(breakdown(Budget(financing=parts, complete=True), By.PARTNER, By.YEAR, of=BudgetSide.FINANCING)))
    assert rows[0] == ["Partner", *(str(2000 + number) for number in range(1, 13)), "… och 18 till", "Summa"]
    assert rows[21][0] == "… och 10 rader till"
    assert rows[21][-2:] == ["255 kr", "255 kr"]
    assert rows[22][-2:] == [f"{sum(range(13, 31))} kr", f"{sum(range(1, 31))} kr"]
    assert "Inga kostnader är angivna." in html(breakdown(Budget(), By.CATEGORY))
    unknown = [Cost(CostCategory.STAFF, ActualCost(), partner=f"P{number}") for number in range(30)]
    assert cells(html(breakdown(Budget(unknown), By.PARTNER, of=BudgetSide.COSTS)))[21] == [
        "… och 10 rader till",
        "ej känt",
    ]


def test_nothing_known_is_told() -> None:
    """A project of which nothing is known, a budget without costs, and costs without amounts."""
    assert "Ingen finansiering är angiven." in html(Project("A"))
    assert "Inga kostnader är angivna." in html(Budget(total=Money(5)))
    unknown = costs_rows(Budget([Cost(CostCategory.STAFF, ActualCost())] * 30), "sv", 20)
    assert unknown is not None
    assert unknown.rows[-1] == ("… och 10 rader till", "", "", "ej känt")


# --- Long lists


@settings(max_examples=5)
@given(st.lists(st.integers(0, 10**12), min_size=22, max_size=30))
def test_lines_that_are_not_shown_are_summed(amounts: list[int]) -> None:
    """The lines shown and the row for the others come to the whole, of costs and of financing."""
    costs = [Cost(CostCategory.STAFF, ActualCost(Money.of_minor(each, "SEK"))) for each in amounts]
    own = [
        Contribution(Funder(Organisation(f"K{at}"), source=FundingSource.OWN), Money.of_minor(each, "SEK"))
        for at, each in enumerate(amounts)
    ]
    rest = f"{Money.of_minor(sum(amounts[20:]), 'SEK'):sv}".replace("\N{NO-BREAK SPACE}", " ")
    rows = cells(html(Budget(costs, own, complete=True)))
    told = [row for row in rows if row[0] == f"… och {len(amounts) - 20} rader till"]
    assert [told[0][2], told[1][3]] == [rest, rest]


def test_funders_without_amounts_are_counted() -> None:
    """Where no amount is stated, those that are not shown still have their row."""
    own = [Contribution(Funder(Organisation(f"K{at}"), source=FundingSource.OWN)) for at in range(30)]
    shown = financing_rows(Budget(financing=own, complete=True), "sv", 20)
    assert shown is not None
    assert shown.rows[-1] == ("… och 10 rader till", "", "ej känt", "")


def test_bounds_below_zero_are_known() -> None:
    """Revenue of at least five kronor is a cost of at most minus five."""
    bounds = [Bounds.at_most(Money(-5)), Bounds(Money(-9), Money(7)), Bounds(Money(0), Money(7))]
    shown = costs_rows(Budget([Cost(CostCategory.REVENUE, ActualCost(each)) for each in bounds]), "sv")
    assert shown is not None
    amounts = [row[-1].replace("\N{NO-BREAK SPACE}", " ") for row in shown.rows]
    assert amounts == ["högst −5 kr", f"{bounds[1]:sv}".replace("\N{NO-BREAK SPACE}", " "), "högst 7 kr"]


def test_events_that_are_not_shown_are_summed() -> None:
    """Thirty claims are twenty rows and one more, with the sums of the others."""
    budget = Budget([Cost(CostCategory.STAFF, ActualCost(Money(10_000)))])
    granted = Decision(DecisionKind.GRANTED, "2024-12-01", support=Money(5_000), budget=budget)
    claims = [Claim(number, costs=[ClaimedCost(CostCategory.STAFF, Money(number))]) for number in range(1, 31)]
    events, _ = claims_rows(Ledger(granted, claims), "sv", 20)
    told = [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in events.rows[-1]]
    assert told == ["… och 10 rader till", "255 kr", "127,50 kr", "0 kr", "127,50 kr"]


def test_the_status_may_be_open() -> None:
    """Where a grant and a rejection may each be the last decision, no note says what the amounts are."""
    both = [Decision(kind, Period.of_years(2024)) for kind in (DecisionKind.GRANTED, DecisionKind.REJECTED)]
    assert financing_note(Project("A", decisions=both), "sv") is None


def test_one_more_line_is_shown() -> None:
    """A row that would stand for one line alone is that line."""
    for number, last in ((21, "20 kr"), (23, "63 kr")):
        costs = [Cost(CostCategory.STAFF, ActualCost(Money(each))) for each in range(number)]
        shown = costs_rows(Budget(costs), "sv", 20)
        assert shown is not None
        assert shown.rows[-1][3].replace("\N{NO-BREAK SPACE}", " ") == last


def test_a_long_project_is_short_on_a_page() -> None:
    """Hundreds of lines, payers and phases give some tens of rows, and the costs of each category."""
    shown = html(endless(300))
    assert len(cells(shown)) < 70
    assert len(shown) < 12_000
    assert ["Personal", "45 150 kr"] in cells(shown)


# --- What cannot be shown


def test_what_cannot_be_shown_is_refused() -> None:
    """Another value is a mistake of the caller, and so is another language."""
    others: list[Any] = [None, "text", 5]
    for value in others:
        with pytest.raises(TypeError, match="subject must be Project, Budget"):
            html(value)
    with pytest.raises(InvalidValue, match="language"):
        html(OPEN, "de")


def test_a_page_of_its_own() -> None:
    """With `page` the fragment is in a page with a title and a heading."""
    parsed = Parsed(html(OPEN, "en", page=True))
    assert {"html", "head", "title", "main", "h1"} <= parsed.tags
    assert html(OPEN, "en", page=True).startswith('<!DOCTYPE html>\n<html lang="en">')


def test_every_example_is_shown() -> None:
    """The published projects and the reports on them are shown in each language."""
    for project in EXAMPLES.values():
        for language in LANGUAGES:
            assert visible(project.name) in Parsed(html(project, language)).text
