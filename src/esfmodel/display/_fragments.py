"""Show a value in HTML, as notebooks do: projects, budgets, reports, breakdowns, finance tables and readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.display._breakdown import BREAKDOWN_WORDS, breakdown_rows
from esfmodel.display._costs import costs_rows
from esfmodel.display._facts import facts_of
from esfmodel.display._financing import TABLE_WORDS, financing_note, financing_rows
from esfmodel.display._findings import FEW, found, not_judged, nothing_found, verdict
from esfmodel.display._markup import Html, element, facts, items, joined, named, paragraphs, table, whole
from esfmodel.display._reading import of_text
from esfmodel.display._style import FRAGMENT, page_of
from esfmodel.display._table import first_of, more, write_count
from esfmodel.display.claims import claims_of
from esfmodel.display.finance_tables import finance_table_rows, sums_told
from esfmodel.display.overview import projects_rows
from esfmodel.formats.reading import Reading
from esfmodel.formats.table.finance_table import FinanceTable
from esfmodel.model.budget import Budget
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.model.totals import Breakdown, BudgetSide, By, breakdown
from esfmodel.rules.report import Report, stamp
from esfmodel.rules.report_words import REPORT_WORDS
from esfmodel.rules.words import Words
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.problems import capital, write_place, write_value
from esfmodel.values.format import check_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.display._table import Table
    from esfmodel.formats.reading import Problem

_WIDEST: Final = 12
"""The most columns of a breakdown that are shown."""

_NO_PROJECTS: Final = Words("Inga projekt.", "No projects.")
_PORTFOLIO: Final = Words("Portfölj", "Portfolio")
_READING: Final = Words("Läsning", "Reading")
_COUNTS: Final = Words("Projekt: {projects}. Problem: {problems}.", "Projects: {projects}. Problems: {problems}.")
_NO_PROJECT: Final = Words("Inget enskilt projekt", "No single project")
_PROBLEMS: Final = Words("Att se över", "To check")


def html(
    subject: Project | Budget | Report | Breakdown | FinanceTable | Reading | Portfolio,
    language: str = "sv",
    *,
    page: bool = False,
) -> Html:
    r"""Return a value in HTML, in "sv" or "en": a part of a page, as notebooks show it, or with `page` a page.

    It has the tables, texts and rounding of the plain text; a project has its summary, facts, financing, costs and
    claims, and `html_report` tells the rest. A reading of running text is shown with the text, in which the place of
    each field is marked. Nothing is fetched from a network, there are no scripts, and the colours are the reader's,
    light or dark. Of long lists the first are shown, and how many more there are, with their sum.

    A notebook shows these values by themselves, in Swedish; `html(project, "en")` as the last line of a cell shows one
    in English.

    >>> from esfmodel import Project
    >>> "<strong>Framtidskraft</strong>" in html(Project("Framtidskraft"))
    True
    """
    check_language(language)
    title, content = _shown(subject, language)
    if page:
        return page_of(title, element("main", element("h1", title), content, class_="esfmodel"), language)
    parts = [Html(f"<style>{FRAGMENT}</style>"), element("p", element("strong", title)), content]
    return element("div", joined(parts, "\n"), class_="esfmodel", lang=language)


def _shown(subject: object, language: str) -> tuple[str, Html]:
    """Return the title of a value, and what is shown below it."""
    if isinstance(subject, Project):
        return named(subject.name), _project(subject, language)
    if isinstance(subject, Budget):
        return capital(write_place("budget", language)), joined(financing_and_costs(subject, language, FEW), "\n")
    if isinstance(subject, Report):
        return _report(subject, language)
    if isinstance(subject, Breakdown):
        return _breakdown(subject, language)
    if isinstance(subject, FinanceTable):
        return _finance_table(subject, language)
    if isinstance(subject, Reading):
        return _reading(subject, language)
    if isinstance(subject, Portfolio):
        return named(subject.name or _PORTFOLIO.text(language)), _projects(subject, language)
    kinds = "Project, Budget, Report, Breakdown, FinanceTable, Reading or Portfolio"
    raise TypeError(f"subject must be {kinds}, not {type(subject).__name__}")


def _project(project: Project, language: str) -> Html:
    tables, note = claims_of(project, language, FEW)
    parts = [
        element("p", whole(TEXTS[language].summary(project))),
        facts(facts_of(project, language)),
        *financing_and_costs(project, language, FEW),
        *map(table, tables),
        paragraphs(note),
    ]
    return joined(parts, "\n")


def financing_and_costs(subject: Project | Budget, language: str, most: int) -> Iterator[Html]:
    """Yield the financing, the costs, and the costs of each category where not all lines are shown."""
    budget = subject.budget if isinstance(subject, Project) else subject
    financing = financing_rows(subject, language, most)
    if budget is None or financing is None:
        yield element("p", TABLE_WORDS[language].nothing)
        return
    yield table(financing)
    note = financing_note(subject, language)
    if note is not None:
        yield element("p", note)
    costs = costs_rows(budget, language, most)
    if costs is None:
        yield element("p", BREAKDOWN_WORDS[language].nothing[BudgetSide.COSTS])
        return
    yield table(costs)
    if len(costs.rows) < len(budget.costs):
        yield from _tables(breakdown_rows(breakdown(budget, By.CATEGORY), language))


def _tables(*found: Table | None) -> Iterator[Html]:
    yield from (table(each) for each in found if each is not None)


def _breakdown(shown: Breakdown, language: str) -> tuple[str, Html]:
    words = BREAKDOWN_WORDS[language]
    title = " × ".join(words.keys[by] for by in (shown.rows_by, shown.columns_by) if by is not None)
    rows = breakdown_rows(shown, language, most=FEW, widest=_WIDEST)
    return title, element("p", words.nothing[shown.of]) if rows is None else table(rows)


def _report(report: Report, language: str) -> tuple[str, Html]:
    words = REPORT_WORDS[language]
    name = write_value(report.subject, language)
    title = words.title if report.subject is None else words.title_of.format(name=name)
    sections = [
        joined([element("p", element("strong", each.heading)), each.content]) for each in found(report, language, FEW)
    ]
    rest = [nothing_found(report, language)] if report.results and not sections else []
    closed = [element("p", stamp(report, words).text)] if report.results else []
    return title, joined(
        [verdict(report, language), *sections, *rest, not_judged(report, language, FEW), *closed], "\n"
    )


def _projects(portfolio: Portfolio, language: str) -> Html:
    rows = projects_rows(portfolio, language, FEW)
    return element("p", _NO_PROJECTS.text(language)) if rows is None else table(rows)


def _finance_table(shown: FinanceTable, language: str) -> tuple[str, Html]:
    caption, notes = (_lines(texts, language) for texts in (shown.caption, shown.notes))
    rows = finance_table_rows(shown, language, FEW)
    sums = _lines([*sums_told(shown, language)], language)
    content = [caption, table(rows) if shown.columns else None, notes, sums, _problems(shown.problems, language)]
    return rows.caption, joined(content, "\n")


def _lines(texts: Sequence[str], language: str) -> Html:
    shown, others = first_of(texts, FEW)
    return paragraphs(*shown, *([more(len(others), language)] if others else []))


def _reading(reading: Reading, language: str) -> tuple[str, Html]:
    number = len(reading.projects)
    counts = {"projects": write_count(number, language), "problems": write_count(len(reading.problems), language)}
    problems = _problems(reading.problems, language)
    if reading.text is not None:
        title = reading.projects[0].name if reading.projects else _NO_PROJECT.text(language)
        return named(title), joined([problems, of_text(reading, reading.text, language)], "\n")
    content = (
        _project(reading.projects[0], language) if number == 1 else _projects(Portfolio(reading.projects), language)
    )
    title = reading.projects[0].name if number == 1 else reading.name or _READING.text(language)
    return named(title), joined([element("p", _COUNTS.filled(language, counts)), problems, content], "\n")


def _problems(problems: Sequence[Problem], language: str) -> Html:
    if not problems:
        return Html()
    shown, others = first_of(problems, FEW)
    listed = [*(each.text(language) for each in shown), *([more(len(others), language)] if others else [])]
    return joined([element("p", element("strong", _PROBLEMS.text(language))), items(listed)])
