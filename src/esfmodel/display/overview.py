"""Show several projects and the reports on them as one plain-text table, with a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.display._financing import TABLE_WORDS
from esfmodel.display._table import Table, first_of, more_rows
from esfmodel.display.columns import one_line, write_table
from esfmodel.model.budget import Budget
from esfmodel.rules.finding import Outcome
from esfmodel.text.telling.facts import Figures
from esfmodel.text.telling.worth_saying import share_worth_saying
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.display._financing import TableWords
    from esfmodel.model.portfolio import Portfolio
    from esfmodel.model.project import Project
    from esfmodel.rules.report import Report


def overview_table(
    rows: Iterable[tuple[Project, Report] | str], language: str = "sv", *, width: int | None = None
) -> str:
    """Return projects with their figures and the number of errors, warnings and rules not evaluated, in "sv" or "en".

    Each row is a project with the report on it, or the name of a source that could not be read. `width` is as in
    `financing_table`.

    >>> from esfmodel import Project, validate
    >>> project = Project("Framtidskraft")
    >>> print(overview_table(["ansökan.txt", (project, validate(project, rules=()))]))
    Projekt        Totalkostnad     Stöd  Egen andel  Fel  Varn.  Ej bedömda
    ------------------------------------------------------------------------
    ansökan.txt       inte läst
    Framtidskraft       ej känt  ej känt     ej känt    0      0           0
    """
    words, header = TABLE_WORDS[language], _HEADER[language]
    cells = [
        (one_line(row), _NOT_READ[language], *[""] * (len(header) - 2)) if isinstance(row, str) else _cells(*row, words)
        for row in rows
    ]
    return write_table([[header], cells], right=range(1, len(header)), width=width)


def _cells(project: Project, report: Report, words: TableWords) -> tuple[str, ...]:
    not_judged = sum(result.outcome is Outcome.NOT_EVALUATED for result in report.results)
    counts = (len(report.errors), len(report.warnings), not_judged)
    return (*_figures(project, words), *map(str, counts))


def _figures(project: Project, words: TableWords) -> tuple[str, ...]:
    figures = Figures.of(project.budget or Budget())
    return (
        name_and_number(project),
        words.amount(figures.total),
        words.amount(figures.support),
        words.share(share_worth_saying(figures.own_rate)),
    )


def projects_rows(portfolio: Portfolio, language: str, most: int | None = None) -> Table | None:
    """Return the projects of a portfolio with their figures, and the sums for each currency; None where there are none.

    Of more than `most` projects the first are shown. The sums are of all, and "at least" what those who state the
    amount come to.
    """
    if not portfolio.projects:
        return None
    words = TABLE_WORDS[language]
    shown, others = first_of(portfolio.projects, most)
    rows = [_figures(project, words) for project in shown]
    if others:
        rows.append((more_rows(len(others), language), "", "", ""))
    sums = [
        (
            " ".join(filter(None, (_SUM[language], group.currency))),
            words.amount(group.total_cost.within),
            words.amount(group.support.within),
            "",
        )
        for group in portfolio.by_currency()
    ]
    header = _HEADER[language][:4]
    return Table(_CAPTION[language], header, rows, sums, amounts=range(1, len(header)))


def name_and_number(project: Project) -> str:
    """Return the name of a project on one line, and its number in parentheses where it has one."""
    number = "" if project.operation_id is None else f" ({project.operation_id})"
    return one_line(f"{project.name}{number}")


# --- Words

_HEADER: Final = InEachLanguage(
    ("Projekt", "Totalkostnad", "Stöd", "Egen andel", "Fel", "Varn.", "Ej bedömda"),
    ("Project", "Total cost", "Support", "Own share", "Errors", "Warn.", "Not judged"),
)
_CAPTION: Final = InEachLanguage("Projekt", "Projects")
_SUM: Final = InEachLanguage("Summa", "Sum")
_NOT_READ: Final = InEachLanguage("inte läst", "not read")
