"""What a report says to people, paragraph by paragraph; how wide it is set is for those who show it.

First how many rules were judged and with what outcome, since nothing found may be for want of figures; then what was
found, the gravest first; then what could not be judged or does not apply, and why. Of a press notice most rules cannot
be judged, so those that lack the same thing stand together, by their codes; in full they are told only when asked for.
It never says that a project is in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.law import Provision
from esfmodel.rules._report_words import REPORT_WORDS
from esfmodel.rules.finding import Outcome, Severity
from esfmodel.rules.needs import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules._report_words import ReportWords
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.report import Report, RuleResult

CODE_WIDTH = 8
"""The width of the column of codes; a longer code pushes its text."""


@attrs.frozen
class Paragraph:
    """A paragraph of a report; `code` is what stands beside it, None where there is none, and `indent` the margin."""

    text: str
    code: str | None = None
    indent: int = 0

    def __str__(self) -> str:
        """Write it on one line."""
        beside = "" if self.code is None else f"{self.code:<{CODE_WIDTH - 1}} "
        return f"{' ' * self.indent}{beside}{self.text}"


_BLANK = Paragraph("")
_INDENT = 2


def told(report: Report, language: str, *, verbose: bool = False) -> Iterator[Paragraph]:
    """Tell what became of every rule, in "sv" or "en"; `verbose` says of each that was not judged what it demands."""
    words = REPORT_WORDS[language]
    yield Paragraph(words.title if report.subject is None else words.title_of.format(name=report.subject))
    if not report.results:
        yield Paragraph(words.no_rules)
        return
    yield from _counts(report, words)
    for severity in sorted(Severity, key=lambda each: -each.rank):
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            yield from (_BLANK, Paragraph(words.headings[severity]))
            for finding in found:
                yield from _finding(finding, words)
    open_questions = [each for each in report.results if each.outcome is Outcome.NOT_EVALUATED]
    in_part = [each for each in report.results if each.outcome is not Outcome.NOT_EVALUATED and not each.complete]
    if open_questions:
        yield from (_BLANK, Paragraph(words.not_evaluated))
        if not verbose:
            yield from _missing(open_questions, words)
        yield from (_result(result, words) for result in open_questions if verbose or not result.missing)
    if in_part:
        yield from (_BLANK, Paragraph(words.in_part))
        yield from (_result(result, words) for result in in_part)
    clean = [each.rule.code for each in report.results if each.outcome is Outcome.PASSED and not each.findings]
    elsewhere = _by_reason(report, words.language)
    if clean or elsewhere:
        yield _BLANK
    if clean:
        yield Paragraph(f"{words.passed}: {', '.join(clean)}")
    for reason, codes in elsewhere.items():
        listed = f"{words.not_applicable}: {', '.join(codes)}"
        yield Paragraph(f"{listed} – {reason}" if reason else listed)
    yield _BLANK
    stamp = words.stamp.format(library=report.library_version, law=report.law_version)
    day = None if report.on is None else words.by_the_law_of.format(on=words.day(report.on))
    yield Paragraph(stamp if day is None else f"{stamp}, {day}")


def _counts(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    """Say how many rules were judged and how; never only what was found."""
    outcomes = [(each.outcome, bool(each.findings)) for each in report.results]
    informed = outcomes.count((Outcome.PASSED, True))
    counted: list[str] = []
    for outcome, name in words.outcomes.items():
        number = sum(each is outcome for each, _ in outcomes)
        if outcome is Outcome.PASSED and informed:
            counted.append(words.informed.format(number=informed))
            number -= informed
        counted.append(name.format(number=number))
    rules = words.rules[len(outcomes) != 1].format(number=len(outcomes))
    yield Paragraph(f"{rules}: {', '.join(counted)}.")
    by_severity = {each: sum(finding.severity is each for finding in report.findings) for each in Severity}
    found = [names[by_severity[each] != 1].format(number=by_severity[each]) for each, names in words.found.items()]
    yield Paragraph(f"{words.finds}: {', '.join(found)}.")


def _missing(results: list[RuleResult], words: ReportWords) -> Iterator[Paragraph]:
    """Say what is missing and which rules wait for it, beginning with what most of them wait for.

    A rule that lacks several things stands with each, since one of them alone lets nobody judge it.
    """
    codes: dict[str, list[str]] = {}
    for each in results:
        for need in dict.fromkeys(named(need).text(words.language) for need in each.missing):
            codes.setdefault(need, []).append(each.rule.code)
    several = sorted((need for need in codes if len(codes[need]) > 1), key=lambda need: -len(codes[need]))
    for need in several:
        yield Paragraph(words.missing.format(need=_capital(need), codes=", ".join(codes[need])), indent=_INDENT)
    single = [f"{need} ({code})" for need, (code, *more) in codes.items() if not more]
    if single:
        yield Paragraph(words.missing_for_one.format(needs=", ".join(single)), indent=_INDENT)


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _by_reason(report: Report, language: str) -> dict[str, list[str]]:
    """Give the codes of the rules that are not applicable, those with the same reason together."""
    codes: dict[str, list[str]] = {}
    for each in report.results:
        if each.outcome is Outcome.NOT_APPLICABLE:
            reason = "" if each.reason is None else each.reason.text(language)
            codes.setdefault(reason, []).append(each.rule.code)
    return codes


def _finding(finding: Finding, words: ReportWords) -> Iterator[Paragraph]:
    yield Paragraph(finding.text(words.language), finding.rule, _INDENT)
    basis = finding.basis_words.text(words.language)
    # The terms of a call or a decision say themselves whose they are.
    if isinstance(finding.basis, Provision) and finding.level_words is not None:
        basis = f"{basis} ({finding.level_words.text(words.language)})"
    yield Paragraph(f"{words.place}: {finding.place}. {words.basis}: {basis}.", "", _INDENT)


def _result(result: RuleResult, words: ReportWords) -> Paragraph:
    demand = result.rule.demand.text(words.language)
    reason = "" if result.reason is None else result.reason.text(words.language)
    return Paragraph(f"{demand.removesuffix('.')} – {reason}" if reason else demand, result.rule.code, _INDENT)
