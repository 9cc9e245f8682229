"""Show several projects and the reports on them as one plain-text table, with a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.display._financing import TABLE_WORDS
from esfmodel.display.columns import one_line, write_table
from esfmodel.model.budget import Budget
from esfmodel.rules.finding import Outcome
from esfmodel.text.telling.facts import Figures
from esfmodel.text.telling.worth_saying import share_worth_saying
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.display._financing import TableWords
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
    figures = Figures.of(project.budget or Budget())
    not_judged = sum(result.outcome is Outcome.NOT_EVALUATED for result in report.results)
    return (
        name_and_number(project),
        words.amount(figures.total),
        words.amount(figures.support),
        words.share(share_worth_saying(figures.own_rate)),
        *map(str, (len(report.errors), len(report.warnings), not_judged)),
    )


def name_and_number(project: Project) -> str:
    """Return the name of a project on one line, and its number in parentheses where it has one."""
    number = "" if project.operation_id is None else f" ({project.operation_id})"
    return one_line(f"{project.name}{number}")


# --- Words

_HEADER: Final = InEachLanguage(
    ("Projekt", "Totalkostnad", "Stöd", "Egen andel", "Fel", "Varn.", "Ej bedömda"),
    ("Project", "Total cost", "Support", "Own share", "Errors", "Warn.", "Not judged"),
)
_NOT_READ: Final = InEachLanguage("inte läst", "not read")
