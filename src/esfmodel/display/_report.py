"""A report as plain text for people: how much was judged, what was found and where, and what could not be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.display._columns import wrapped
from esfmodel.display._visible import one_line
from esfmodel.rules._telling import CODE_WIDTH, Paragraph, told
from esfmodel.rules.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 100


def report_text(report: Report, language: str = "sv") -> str:
    """Show a report to people: the words of `Report.text`, set in at most 100 columns and safe to print.

    First how many rules were judged and with what outcome; then what was found, the gravest first, each with its place
    in the project and its legal basis; then the rules that could not be judged, each with the reason. It never says
    that a project is in order: a rule that was not judged has approved nothing.

    >>> from esfmodel import Project, validate
    >>> print(report_text(validate(Project("Framtidskraft"), rules=())))
    Granskning av Framtidskraft
    Inga regler har prövats.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report must be Report, not {type(report).__name__}")
    return "\n".join(line for paragraph in told(report, language) for line in _set(paragraph))


def _set(paragraph: Paragraph) -> Iterator[str]:
    """Set a paragraph in lines, beside its code."""
    indent = 0 if paragraph.code is None else CODE_WIDTH + 2
    code = paragraph.code
    for line in wrapped(one_line(paragraph.text), _WIDTH - indent):
        yield str(Paragraph(line, code))
        code = code and ""
