"""Whole HTML pages, such as the report on a project: for screen and paper, without scripts or network requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.display._facts import facts_of
from esfmodel.display._findings import MANY, Section, all_judged, checked, found, not_judged, nothing_found, verdict
from esfmodel.display._fragments import financing_and_costs
from esfmodel.display._markup import Html, element, facts, items, joined, named, paragraphs, table, whole
from esfmodel.display._style import page_of
from esfmodel.display._table import first_of, more
from esfmodel.display._timeline import timeline
from esfmodel.display.claims import claims_of
from esfmodel.display.columns import one_line
from esfmodel.law import LAW
from esfmodel.model.fields import check_type
from esfmodel.model.project import Project
from esfmodel.rules import RULES, validate
from esfmodel.rules.words import Words
from esfmodel.text.languages import TEXTS
from esfmodel.values.format import check_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.law import Law
    from esfmodel.model import ExchangeRate
    from esfmodel.rules import Report
    from esfmodel.rules.rule import AnyRule
    from esfmodel.values.dates import DateLike

_KIND: Final = Words("Projektrapport", "Project report")
_IN_SHORT: Final = Words("I korthet", "In short")
_CONTENTS: Final = Words("Innehåll", "Contents")
_FACTS: Final = Words("Uppgifter om projektet", "Facts about the project")
_OWN_SUMMARY: Final = Words("Projektets egen sammanfattning", "The project's own summary")
_MONEY: Final = Words("Finansiering och kostnader", "Financing and costs")
_TIME: Final = Words("Tid och händelser", "Time and events")
_CLAIMS: Final = Words("Ansökningar om utbetalning", "Claims for payment")
_FOUND: Final = Words("Vad granskningen fann", "What the review found")
_NOT_JUDGED: Final = Words("Vad som inte kunde bedömas", "What could not be judged")
_CHECKED: Final = Words("Vad som prövades", "What was checked")
_PROBLEMS: Final = Words("Problem vid läsningen", "Problems in reading")
_NO_TIME: Final = Words("Varken tid eller händelser är angivna.", "No period or events are stated.")
_NO_FACTS: Final = Words("Bara projektets namn är angivet.", "Only the name of the project is stated.")


def html_report(
    project: Project,
    language: str = "sv",
    *,
    on: DateLike | None = None,
    law: Law = LAW,
    rules: Iterable[AnyRule] = RULES,
    rates: Iterable[ExchangeRate] = (),
    ignore: Iterable[str] = (),
) -> Html:
    r"""Return a page in HTML on a project, in "sv" or "en": to read on a screen, to print on A4, and to send.

    It has the summary, the facts, the financing and the costs, a timeline, the claims, what the rules found with the
    legal basis and what to do, what could not be judged and what to add for it, and what was checked. Words and
    rounding are those of the tables and texts. The page is one file: it has no scripts and asks for nothing from a
    network. Of long lists the first are shown, and how many more there are, with their sum.

    The project is judged as `validate` does, which says what `on`, `law`, `rules`, `rates` and `ignore` are. Raises
    what `validate` raises.

    >>> from esfmodel import Project
    >>> page = html_report(Project("Framtidskraft"))
    >>> page.startswith('<!DOCTYPE html>\n<html lang="sv">'), "<h1>Framtidskraft</h1>" in page
    (True, True)
    """
    check_type(project, Project, "project")
    report = validate(project, on=on, law=law, rules=rules, rates=rates, ignore=ignore)
    return report_page(project, report, language)


def report_page(
    project: Project, report: Report, language: str, *, notes: Iterable[str] = (), problems: Iterable[str] = ()
) -> Html:
    """Return the page of a project with the report on it.

    `notes` stand below the heading; `problems` are those met in reading the project.
    """
    check_language(language)
    sections = [*_sections(project, report, language, [*problems])]
    links = items(element("a", each.heading, href=f"#{each.key}") for each in sections)
    head = [
        element("p", _KIND.text(language), class_="kind"),
        element("h1", named(project.name)),
        paragraphs(*notes),
    ]
    contents = element("nav", element("h2", _CONTENTS.text(language)), links, aria_label=_CONTENTS.text(language))
    first, *others = [element("section", element("h2", each.heading, id=each.key), each.content) for each in sections]
    main = element("main", joined([*head, first, contents, *others], "\n"), class_="esfmodel")
    return page_of(f"{named(project.name)} – {_KIND.text(language).lower()}", main, language)


def _sections(project: Project, report: Report, language: str, problems: list[str]) -> Iterator[Section]:
    def section(key: str, heading: Words, *content: str | None) -> Section:
        return Section(key, heading.text(language), joined(content, "\n"))

    def told(words: Words) -> Html:
        return element("p", words.text(language))

    yield section(
        "summary",
        _IN_SHORT,
        element("p", whole(TEXTS[language].summary(project))),
        element("div", verdict(report, language), class_="verdict"),
    )
    if problems:
        shown, others = first_of(problems, MANY)
        yield section("problems", _PROBLEMS, items([*shown, *([more(len(others), language)] if others else [])]))
    own = [] if project.summary is None else [element("h3", _OWN_SUMMARY.text(language)), *_lines(project.summary)]
    yield section("facts", _FACTS, facts(facts_of(project, language)) or told(_NO_FACTS), *own)
    yield section("money", _MONEY, *financing_and_costs(project, language, MANY))
    yield section("time", _TIME, timeline(project, language) or told(_NO_TIME))
    tables, note = claims_of(project, language, MANY)
    if tables or note:
        yield section("claims", _CLAIMS, *map(table, tables), paragraphs(note))
    by_severity = [
        element("section", element("h3", each.heading, id=each.key), each.content)
        for each in found(report, language, MANY)
    ]
    yield section("found", _FOUND, *(by_severity or [nothing_found(report, language)]))
    yield section("not-judged", _NOT_JUDGED, not_judged(report, language, MANY) or all_judged(report, language))
    yield section("checked", _CHECKED, checked(report, language, MANY))


def _lines(text: str) -> Iterator[Html]:
    """Yield each line of a text as a paragraph."""
    yield from (element("p", whole(one_line(line))) for line in text.splitlines() if line.strip())
