"""A report as plain text for people: how much was judged, what was found and where, and what could not be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.display._columns import wrapped
from esfmodel.display._report_words import report_words
from esfmodel.display._visible import one_line
from esfmodel.rules.finding import Outcome, Severity
from esfmodel.rules.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.display._report_words import ReportWords
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.report import RuleResult

_WIDTH = 100
_CODE = 8


def report_text(report: Report, language: str = "sv") -> str:
    """Show a report to people: plain text of at most 100 columns, in "sv" or "en".

    First how many rules were judged and with what outcome; then what was found, the gravest first, each with its place
    in the project and its legal basis; then the rules that could not be judged, each with the reason. It never says
    that a project is in order: a rule that was not judged has approved nothing.

    >>> from esfmodel import Project, validate
    >>> print(report_text(validate(Project("Framtidskraft"), rules=())))
    Granskning av Framtidskraft
    Inga regler har prövats.
    """
    words = report_words(language)
    if not isinstance(report, Report):
        raise TypeError(f"report must be Report, not {type(report).__name__}")
    return "\n".join(_lines(report, words))


def _lines(report: Report, words: ReportWords) -> Iterator[str]:
    yield words.title if report.subject is None else words.title_of.format(name=one_line(report.subject))
    yield from _counts(report, words)
    for severity in sorted(Severity, key=lambda each: -each.rank):
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            yield ""
            yield words.headings[severity]
            for finding in found:
                yield from _finding(finding, words)
    open_questions = [each for each in report.results if each.outcome is Outcome.NOT_EVALUATED]
    in_part = [each for each in report.results if each.outcome is not Outcome.NOT_EVALUATED and not each.complete]
    for heading, results in ((words.not_evaluated, open_questions), (words.in_part, in_part)):
        if results:
            yield ""
            yield heading
            for result in results:
                yield from _result(result, words)
    listed = [
        (heading, [each.rule.code for each in report.results if each.outcome is outcome])
        for heading, outcome in ((words.passed, Outcome.PASSED), (words.not_applicable, Outcome.NOT_APPLICABLE))
    ]
    if any(codes for _, codes in listed):
        yield ""
    for heading, codes in listed:
        if codes:
            yield from wrapped(f"{heading}: {', '.join(codes)}", _WIDTH)
    yield from _stamp(report, words)


def _counts(report: Report, words: ReportWords) -> Iterator[str]:
    """Say how many rules were judged and how; never only what was found, which may be nothing for want of figures."""
    if not report.results:
        yield words.no_rules
        return
    number = {outcome: sum(each.outcome is outcome for each in report.results) for outcome in Outcome}
    outcomes = [words.outcomes[outcome].format(number=number[outcome]) for outcome in words.outcomes]
    rules = words.rules[len(report.results) != 1].format(number=len(report.results))
    yield from wrapped(f"{rules}: {', '.join(outcomes)}.", _WIDTH)
    by_severity = {each: sum(finding.severity is each for finding in report.findings) for each in Severity}
    found = [names[by_severity[each] != 1].format(number=by_severity[each]) for each, names in words.found.items()]
    yield from wrapped(f"{words.finds}: {', '.join(found)}.", _WIDTH)


def _finding(finding: Finding, words: ReportWords) -> Iterator[str]:
    yield from _entry(finding.rule, finding.text(words.language))
    basis = finding.basis_words.text(words.language)
    yield from _entry("", f"{words.place}: {finding.place}. {words.basis}: {basis}.")


def _result(result: RuleResult, words: ReportWords) -> Iterator[str]:
    demand = result.rule.demand.text(words.language)
    reason = "" if result.reason is None else result.reason.text(words.language)
    yield from _entry(result.rule.code, f"{demand.removesuffix('.')} – {reason}" if reason else demand)


def _entry(code: str, text: str) -> Iterator[str]:
    """Write a paragraph beside its code."""
    for line in wrapped(one_line(text), _WIDTH - _CODE - 2):
        yield f"  {code:<{_CODE}}{line}"
        code = ""


def _stamp(report: Report, words: ReportWords) -> Iterator[str]:
    if report.results:
        stamp = words.stamp.format(library=report.library_version, law=report.law_version)
        yield ""
        yield stamp if report.on is None else f"{stamp}, {words.by_the_law_of.format(on=words.day(report.on))}"
