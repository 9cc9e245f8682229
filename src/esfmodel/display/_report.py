"""A report as plain text for people: how much was judged, what was found and where, and what could not be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.display._columns import wrapped
from esfmodel.display._visible import one_line
from esfmodel.rules.report import CODE_WIDTH, Paragraph, Report, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 100


def report_text(report: Report, language: str = "sv", *, verbose: bool = False) -> str:
    """Show a report to people: the words of `Report.text`, set in at most 100 columns and safe to print.

    First how many rules were judged and with what outcome; then what was found, the gravest first, each with its place
    in the project and its legal basis; then the rules that could not be judged, those that lack the same thing
    together. It never says that a project is in order: a rule that was not judged has approved nothing. `verbose` says
    of each rule that could not be judged what it demands, as in `Report.text`.

    >>> from esfmodel import Project, validate
    >>> print(report_text(validate(Project("Framtidskraft"), rules=())))
    Granskning av Framtidskraft
    Inga regler har prövats.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report must be Report, not {type(report).__name__}")
    return "\n".join(line for paragraph in paragraphs(report, language, verbose=verbose) for line in _set(paragraph))


def _set(paragraph: Paragraph) -> Iterator[str]:
    """Set a paragraph in lines, beside its code or under its margin."""
    code = paragraph.code
    width = _WIDTH - paragraph.indent - (0 if code is None else max(CODE_WIDTH, len(code) + 1))
    for line in wrapped(one_line(paragraph.text), width):
        yield str(Paragraph(line, code, paragraph.indent))
        code = code and ""
