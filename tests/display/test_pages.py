"""The report on a project as a page: all of it, nothing from elsewhere, and a timeline that is also told."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    RULES,
    ActualCost,
    Claim,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    InvalidValue,
    Money,
    OpenPeriod,
    Outcome,
    Period,
    Phase,
    Project,
    Severity,
    validate,
)
from esfmodel.display import html_report, plots
from esfmodel.display._facts import facts_of
from esfmodel.display._timeline import events_of, timeline
from esfmodel.display.pages import report_page
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG
from esfmodel.model import Aid, AidBasis, Budget, SecondaryTheme
from esfmodel.testing import projects
from esfmodel.text import en, sv
from esfmodel.values.format import LANGUAGES
from shown_projects import OPEN, endless, hostile

HEADING = re.compile(r"<h([1-6])[^>]*>")
FETCHES = re.compile(
    r"<(?:script|link|img|iframe|object|embed|video|audio|base)\b|\bsrc=|url\(|@import|\bon\w+=", re.ASCII
)


def plain(page: str) -> str:
    """Return the text of a page with ordinary spaces."""
    without = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return unescape(re.sub("<[^>]*>", " ", without)).replace("\N{NO-BREAK SPACE}", " ")


@settings(max_examples=4)
@given(projects(), st.sampled_from(LANGUAGES))
def test_a_report_is_whole_and_by_itself(project: Project, language: str) -> None:
    """Its headings skip no level, its links lead somewhere, and it asks for nothing; every finding is told."""
    page = html_report(project, language)
    levels = [int(each) for each in HEADING.findall(page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(re.findall(r'id="([^"]*)"', page))
    assert not FETCHES.search(re.sub(r">[^<]*<", "><", page.partition("</style>")[2]))
    assert "url(" not in page.partition("</style>")[0]
    assert f'<html lang="{language}">' in page
    report, text = validate(project), " ".join(plain(page).split())
    for finding in report.findings:
        assert finding.rule in text
        assert " ".join(finding.basis_words.text(language).split()).replace("\N{NO-BREAK SPACE}", " ") in text
    assert all(code in text for need in report.missing for code in need.rules)
    assert all(result.rule.code in text for result in report.results)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_make_no_markup(language: str) -> None:
    """Whatever the names, no element is made of them, and nothing is asked for."""
    page = html_report(hostile(), language)
    assert not FETCHES.search(re.sub(r">[^<]*<", "><", page.partition("</style>")[2]))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_kronoberg() -> None:
    """Summary, facts, financing, time, what was found and what is missing, in Swedish and in English."""
    page = plain(html_report(KOMPETENS_I_KRONOBERG))
    for text in (
        sv.summary(KOMPETENS_I_KRONOBERG).replace("\N{NO-BREAK SPACE}", " "),
        "Granskningen är inte fullständig och innebär inget godkännande.",
        "Stödmottagare",
        "1 235 522 kr",
        "Vad granskningen fann",
        "artikel 120.3 e i förordning (EU) nr 1303/2013 (EU-rätt)",
        "Uppgifter att lägga till",
        "Kostnader",
        "Vad som prövades",
    ):
        assert text in page, text
    english = plain(html_report(KOMPETENS_I_KRONOBERG, "en"))
    assert en.summary(KOMPETENS_I_KRONOBERG).replace("\N{NO-BREAK SPACE}", " ") in english
    assert "What could not be judged" in english


def test_nothing_is_known() -> None:
    """A project with a name alone has a page that says what is missing."""
    page = plain(html_report(Project("Framtidskraft")))
    for text in ("Bara projektets namn är angivet.", "Ingen finansiering är angiven.", "Varken tid eller händelser"):
        assert text in page


@pytest.mark.parametrize("asked", [{"rules": ()}, {"ignore": [*{rule.family: None for rule in RULES}]}])
def test_rules_that_judged_nothing_are_no_good_news(asked: dict[str, Any]) -> None:
    """Where no rule was judged, the page does not say that nothing was found or that everything was judged."""
    page = plain(html_report(KOMPETENS_I_KRONOBERG, **asked))
    assert page.count("Ingen regel har bedömts.") == 2
    assert "Inget anmärkt" not in page
    assert "kunde bedömas." not in page


def test_everything_could_be_judged() -> None:
    """The page says so where no rule is open, and does not count the rules that were left out."""
    judged = [each.rule for each in validate(KOMPETENS_I_KRONOBERG).results if each.outcome is Outcome.PASSED][:2]
    assert "Allt som gäller projektet kunde bedömas." in plain(html_report(KOMPETENS_I_KRONOBERG, rules=judged))
    page = plain(html_report(KOMPETENS_I_KRONOBERG, rules=judged, ignore=[judged[0].code]))
    assert "Allt som gäller projektet kunde bedömas, utom de utelämnade reglerna." in page


def test_a_finding_about_many_lines_is_a_whole_sentence() -> None:
    """Of 300 lines 200 are named, with the number of the others; the sentence says what is wrong with them."""
    lines = [Cost(CostCategory.STAFF, ActualCost(Money(-5)))] * 300
    page = plain(html_report(Project("A", budget=Budget(lines)), rules=RULES.family("BUD")))
    [told] = re.findall(r"Varning BUD005 .*", page)
    assert "199 och 200, personal) är −5 kr; bara intäkter och rättelser brukar vara negativa. … och 100 till" in told
    assert " 201" not in told


def test_the_own_summary_is_whole() -> None:
    """However long it is, with each of its lines as a paragraph."""
    page = html_report(Project("A", summary=f"Ett\r\n\r\n\tTvå {'ord ' * 1_000}slut"), rules=())
    assert "<p>Ett</p>\n<p>Två ord" in page
    assert "ord slut</p>" in page


def test_it_is_judged_as_asked() -> None:
    """Day, rules to leave out and rates are those of `validate`, whose errors are raised."""
    page = plain(html_report(KOMPETENS_I_KRONOBERG, on="2018-01-01", ignore=["PUB"]))
    assert "enligt gällande rätt den 1 januari 2018" in page
    assert re.search(r": PUB001, PUB002, PUB003\s", page)
    with pytest.raises(InvalidValue):
        html_report(KOMPETENS_I_KRONOBERG, ignore=["NIX"])
    with pytest.raises(InvalidValue, match="language"):
        html_report(KOMPETENS_I_KRONOBERG, "de")
    with pytest.raises(TypeError, match="project"):
        html_report(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_errors_and_warnings_come_with_advice() -> None:
    """What is wrong stands first, with what to do about it; notes and problems are told."""
    project = EXAMPLES["24-030-S04"]
    assert project.budget is not None
    wrong = attrs.evolve(project, budget=attrs.evolve(project.budget, total=Money(19_000_000)), duration_months=12)
    report = validate(wrong)
    assert report.errors
    page = plain(report_page(wrong, report, "sv", notes=["Läst ur p.toml."], problems=["Rad 3: saknas."] * 300))
    assert page.count("Rad 3: saknas.") == 200
    assert "… och 100 till" in page
    assert "Rätta det som är fel, eller uppgiften i projektet om det är den som är fel." in page
    assert page.index("Läst ur p.toml.") < page.index("Problem vid läsningen") < page.index("Rad 3: saknas.")
    assert page.index(f"{format(Severity.ERROR, 'sv').capitalize()} {report.errors[0].rule}")


def test_a_long_project_has_a_page_of_bounded_size() -> None:
    """Of three hundred lines and phases two hundred lines and forty events are shown."""
    page = html_report(endless(300), rules=())
    assert "… och 100 rader till" in plain(page)
    assert "… och 260 rader till" in plain(page)
    assert len(page) < 130_000


# --- Facts


def test_facts() -> None:
    """Each fact by its name; answers are yes and no, and of many municipalities ten are named."""
    project = Project(
        "A",
        strategic_importance=True,
        vat_recoverable=False,
        aid=Aid(AidBasis.NONE),
        municipalities=[f"Kommun {number}" for number in range(15)],
        secondary_themes=[SecondaryTheme("Tema", applies=False)],
        decisions=[
            Decision(DecisionKind.GRANTED, Period.of_years(2024)),
            Decision(DecisionKind.REJECTED, Period.of_years(2024)),
        ],
    )
    told = dict(facts_of(project, "sv"))
    assert told["Strategisk betydelse"] == "ja"
    assert told["Avdragsgill moms"] == "nej"
    assert told["Sekundärteman"] == "Tema, nej"
    assert told["Kommuner"].endswith("Kommun 9; … och 5 till")
    assert told["Senaste beslut"] == "framgår inte: dagarna saknas"
    assert dict(facts_of(hostile(), "en"))["Last decision"] == "grant"


# --- The timeline


PLACE = re.compile(r"left:(\d+)\.(\d)%(?:;width:(\d+)\.(\d)%)?")


def drawn(project: Project) -> list[tuple[int, int]]:
    """Return where each mark begins and ends, in thousandths of the width."""
    body = timeline(project, "sv").partition("<tbody>")[2]
    found = [[int(each or 0) for each in match] for match in PLACE.findall(body)]
    return [(10 * left + part, 10 * left + part + 10 * width + of_it) for left, part, width, of_it in found]


@settings(max_examples=20)
@given(st.lists(st.tuples(st.dates(), st.dates()).map(sorted), min_size=1, max_size=5))
def test_marks_lie_as_the_days_do(days: list[list[object]]) -> None:
    """Every mark is within the width, the first day is at its left edge, and what begins later begins to the right."""
    phases = [Phase("Fas", Period(*pair)) for pair in days]  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    marks = drawn(Project("A", phases=phases))
    assert all(0 <= left <= right <= 1000 for left, right in marks)
    assert min(left for left, _ in marks) == 0
    for (start, _), (left, _) in zip(days, marks, strict=True):
        for (other, _), (place, _) in zip(days, marks, strict=True):
            assert (start < other) <= (left <= place)  # type: ignore[operator]  # pyright: ignore


def test_open_and_unknown_times() -> None:
    """An open end reaches the edge with an arrow, and what has no time is told without a mark."""
    shown = timeline(attrs.evolve(OPEN, phases=[Phase("Före", Period("2026-01-01", "2026-12-31"))]), "sv")
    assert "→" in shown
    assert "←" in timeline(Project("A", period=OpenPeriod(None, "2026-03-01")), "sv")
    assert "ej angivet" in timeline(Project("A", phases=[Phase("Före")]), "sv")
    assert timeline(Project("A"), "sv") == ""
    assert drawn(Project("A", phases=[Phase("Före")])) == []


def test_half_a_time_is_half_the_width() -> None:
    """Two years of which the first is a phase: 365 of 731 days, less than half; a decision is a point."""
    project = Project(
        "A",
        period=Period("2023-01-01", "2024-12-31"),
        phases=[Phase("Ett", Period("2023-01-01", "2023-12-31"))],
        decisions=[Decision(DecisionKind.GRANTED, "2024-01-01", body="ESF")],
        claims=[Claim(7, Period("2024-01-01", "2024-12-31"), on="2024-12-31", paid_on="2024-12-31")],
    )
    assert drawn(project) == [(0, 1000), (0, 499), (499, 499), (499, 1000), (998, 998), (998, 998)]
    text = plain(timeline(project, "sv"))
    assert all(each in text for each in ("Beslut om stöd, ESF", "Ansökan 7, inlämnad", "Ansökan 7, utbetald"))
    assert re.findall(r"<span[^>]*>(\d{4})</span>", timeline(project, "sv")) == ["2023", "2024"]


def test_years_of_a_long_time_have_room() -> None:
    """Of forty years at most six are named, and a time within one year has its number."""
    long = Project("A", period=Period("1990-05-01", "2030-12-31"))
    assert len(re.findall(r"<span[^>]*>\d{4}</span>", timeline(long, "sv"))) <= 6
    for start, end in (("2025-02-01", "2025-03-01"), ("2025-01-02", "2026-01-30")):
        shown = timeline(Project("A", period=Period(start, end)), "sv")
        assert re.findall(r"<span[^>]*>(\d{4})</span>", shown) == ["2025"]


def test_claims_that_cannot_be_computed_are_told() -> None:
    """A project whose claims have no grant says why there is no table."""
    project = Project("A", claims=[Claim(1)], budget=Budget(total=Money(5)))
    assert "Ansökningarna om utbetalning går inte att räkna på." in plain(html_report(project))


def test_the_page_and_the_plot_tell_the_same_steps_of_a_claim() -> None:
    """A claim of which only the decision has a day is told with it, on the page as below the plot."""
    project = Project("A", claims=[Claim(2, decided_on="2025-03-05")])
    assert "beslutad" in plots.alt_text(plots.timeline(project))
    assert [event.name for event in events_of(project, "sv")] == ["Ansökan 2, kostnader", "Ansökan 2, beslutad"]
