"""What a report says to people, paragraph by paragraph; how wide it is set is for those who show it.

First how many rules were judged and with what outcome, since nothing found may be for want of figures; then what was
found, the gravest first; then what could not be judged or does not apply, and why. It never says that a project is in
order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.law import Provision
from esfmodel.rules._report_words import report_words
from esfmodel.rules.finding import Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules._report_words import ReportWords
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.report import Report, RuleResult

CODE_WIDTH = len("BUD001  ")
"""The width of the column of codes."""


@attrs.frozen
class Paragraph:
    """A paragraph of a report; `code` is what stands beside it, None where it begins at the margin."""

    text: str
    code: str | None = None

    def __str__(self) -> str:
        """Write it on one line."""
        return self.text if self.code is None else f"  {self.code:<{CODE_WIDTH}}{self.text}"


_BLANK = Paragraph("")


def told(report: Report, language: str) -> Iterator[Paragraph]:
    """Tell what became of every rule, in "sv" or "en"."""
    words = report_words(language)
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
    for heading, results in ((words.not_evaluated, open_questions), (words.in_part, in_part)):
        if results:
            yield from (_BLANK, Paragraph(heading))
            yield from (_result(result, words) for result in results)
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


def _by_reason(report: Report, language: str) -> dict[str, list[str]]:
    """Give the codes of the rules that are not applicable, those with the same reason together."""
    codes: dict[str, list[str]] = {}
    for each in report.results:
        if each.outcome is Outcome.NOT_APPLICABLE:
            reason = "" if each.reason is None else each.reason.text(language)
            codes.setdefault(reason, []).append(each.rule.code)
    return codes


def _finding(finding: Finding, words: ReportWords) -> Iterator[Paragraph]:
    yield Paragraph(finding.text(words.language), finding.rule)
    basis = finding.basis_words.text(words.language)
    # The terms of a call or a decision say themselves whose they are.
    if isinstance(finding.basis, Provision) and finding.level_words is not None:
        basis = f"{basis} ({finding.level_words.text(words.language)})"
    yield Paragraph(f"{words.place}: {finding.place}. {words.basis}: {basis}.", "")


def _result(result: RuleResult, words: ReportWords) -> Paragraph:
    demand = result.rule.demand.text(words.language)
    reason = "" if result.reason is None else result.reason.text(words.language)
    return Paragraph(f"{demand.removesuffix('.')} – {reason}" if reason else demand, result.rule.code)
