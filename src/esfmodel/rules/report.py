"""The report: the outcome of every rule, as text for people and JSON for programs.

>>> from esfmodel import Project, validate
>>> report = validate(Project("Framtidskraft"))
>>> report.result("BUD001").outcome.value, report.result("BUD001").reason.text("sv")
('not evaluated', 'uppgift saknas: kostnader, finansiering')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import attrs

from esfmodel._version import VERSION
from esfmodel.errors import InvalidValue, printable, shown
from esfmodel.law import Provision
from esfmodel.law.law import UsedPack
from esfmodel.model import ExchangeRate
from esfmodel.model.fields import as_call
from esfmodel.rules.book import unknown_rule
from esfmodel.rules.exchange import rate_words
from esfmodel.rules.finding import Finding, Outcome, Severity, alike, place_of_alike, text_of_alike
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.rule import AnyRule
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital, write_place, write_value
from esfmodel.values import dates
from esfmodel.values.format import LANGUAGES, as_html, as_repr, language_alone
from esfmodel.values.guesses import guessed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.rules.report_words import ReportWords


@attrs.frozen
class RuleResult:
    """The outcome of one rule.

    `reason` states why a rule is not applicable or was not evaluated, or which part of it could not be judged.
    `missing` are the needs of the rule that the project does not meet. `notes` are what the outcome rests on beside the
    law and the project, such as an exchange rate that the caller stated; each finding has those that concern it.

    >>> from esfmodel import Project, validate
    >>> validate(Project("Framtidskraft")).results[0].complete
    False
    """

    rule: AnyRule
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reason: Words | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[Words, ...] = ()

    __repr__ = as_call

    @property
    def complete(self) -> bool:
        """Whether all of the rule was judged, or it does not apply."""
        return self.outcome is Outcome.NOT_APPLICABLE or self.reason is None


@attrs.frozen
class Need:
    """Something that rules need and that is not stated, with the codes of those rules.

    Of alternatives, as in "country|programme.country", one is enough; "phases[].period" is that of every phase.

    >>> print(Need("budget.costs", ("BUD001", "BUD002")).text())
    Kostnader saknas: BUD001, BUD002
    """

    path: str
    rules: tuple[str, ...]

    __repr__ = as_call

    def text(self, language: str = "sv") -> str:
        """Write what is missing and which rules need it, in "sv" or "en"."""
        name = capital(need_in_words(self.path).text(language))
        return _words(language).need.format(need=name, codes=", ".join(self.rules))


@attrs.frozen
class AtPlace:
    """What a report says of one place: what was found there, and what is still needed there.

    A need is no fault: a form that is not filled in yet has needs and no findings.

    >>> from esfmodel import Project, validate
    >>> at = validate(Project("Framtidskraft")).by_place()["specific_objective"]
    >>> at.severity is None, at.needs[0].rules
    (True, ('PRJ008',))
    """

    findings: tuple[Finding, ...] = ()
    needs: tuple[Need, ...] = ()

    __repr__ = as_call

    @property
    def severity(self) -> Severity | None:
        """The gravest severity of the findings; None where nothing was found."""
        return max((finding.severity for finding in self.findings), key=lambda each: each.rank, default=None)


@guessed(
    is_valid="use report.errors and report.complete",
    ok="use report.errors and report.complete",
    to_dict="use to_dict(report)",
)
@attrs.frozen(kw_only=True, repr=False)
class Report:
    """The outcome of every rule, stamped with the versions of the library and of the law data.

    `packs` are those that the law has beside the library's rows, `rule_packages` the installed packages, with their
    versions, that rules were loaded from by `installed_rules`, and `rates` the exchange rates that the caller stated.

    There is no `ok`, and a report is neither true nor false: ask for `errors`, `warnings` and `complete`. `str` is its
    `verdict` in English, and `f"{report:sv}"` in Swedish.

    >>> from esfmodel import Project, validate
    >>> len(validate(Project("Framtidskraft")).results) == len(validate(Project("Ung kraft")).results)
    True
    """

    subject: str | None
    on: dates.Date | None
    law_version: str
    library_version: str = attrs.field(factory=lambda: VERSION)
    packs: tuple[UsedPack, ...] = ()
    rule_packages: tuple[str, ...] = ()
    rates: tuple[ExchangeRate, ...] = ()
    results: tuple[RuleResult, ...]

    def __repr__(self) -> str:
        """Write what a report is about and how it ends, rather than all its results.

        >>> from esfmodel import Project, validate
        >>> validate(Project("Framtidskraft", programming_period="2021-2027", specific_objective="A1A"))
        <report on 'Framtidskraft': 0 errors, 0 warnings, not complete>
        """
        errors, warnings = len(self.errors), len(self.warnings)
        counts = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
        return f"<report on {shown(self.subject)}: {counts}, {'complete' if self.complete else 'not complete'}>"

    _repr_pretty_ = as_repr
    _repr_html_ = as_html

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in the order of the rules."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of what is not allowed."""
        return self._with_severity(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that somebody should look at."""
        return self._with_severity(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """The findings worth knowing although nothing is wrong."""
        return self._with_severity(Severity.INFO)

    @property
    def complete(self) -> bool:
        """Whether every rule that applies was judged in full; if not, the report approves nothing."""
        return all(result.complete for result in self.results)

    def result(self, code: str) -> RuleResult:
        """Return the result of a rule by its code; raise `InvalidValue` when the report has no such rule."""
        for result in self.results:
            if result.rule.code == code:
                return result
        rules = [result.rule for result in self.results]
        families = tuple(dict.fromkeys(rule.family for rule in rules))
        raise unknown_rule("code", code, [rule.code for rule in rules], families)

    @property
    def missing(self) -> tuple[Need, ...]:
        """What must be stated before the project can be judged: first what the gravest and the most rules need.

        >>> from esfmodel import Budget, Money, Project, validate
        >>> report = validate(Project("Framtidskraft", programming_period="2021-2027"))
        >>> [need.path for need in report.missing][:3]
        ['budget.costs', 'budget.financing', 'decisions']
        """
        waiting: dict[str, dict[str, Severity]] = {}
        for result in self.results:
            for path in result.missing:
                waiting.setdefault(path, {})[result.rule.code] = result.rule.severity
        needs = [Need(path, tuple(rules)) for path, rules in waiting.items()]

        def urgency(need: Need) -> tuple[int, int]:
            return max(severity.rank for severity in waiting[need.path].values()), len(need.rules)

        return tuple(sorted(needs, key=urgency, reverse=True))

    def by_place(self) -> dict[str, AtPlace]:
        """Return what was found and what is still needed by its path, as beside the fields of a form.

        A finding about the whole project has the path "". A need with alternatives is at each of them. In a portfolio
        a finding's path begins with its project, and a need's does not: some of the projects lack it.

        >>> from esfmodel import Budget, Money, Project, validate
        >>> places = validate(Project("Framtidskraft", budget=Budget(total=Money(900_000)))).by_place()
        >>> places["budget.costs"].severity, [finding.rule for finding in places["budget.costs"].findings]
        (None, [])
        >>> places["phases[].period"].needs
        (Need('phases[].period', ['PER002', 'PER006']),)
        """
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place, []).append(finding)
        needs: dict[str, list[Need]] = {}
        for need in self.missing:
            for path in need.path.split("|"):
                needs.setdefault(path, []).append(need)
        return {path: AtPlace(tuple(found.get(path, ())), tuple(needs.get(path, ()))) for path in {**found, **needs}}

    def raise_on_errors(self) -> None:
        """Raise `InvalidValue` with all errors, if there are any; warnings and open questions raise nothing."""
        if self.errors:
            raise InvalidValue("rule.errors_found", "project", self.subject, errors=self._errors_in_words())

    def to_json(self) -> str:
        """Write the report as JSON, as `to_json` does: `from_json(text, Report)` makes an equal report of it.

        >>> import json
        >>> from esfmodel import Project, validate
        >>> json.loads(validate(Project("Framtidskraft")).to_json())["results"][0]["outcome"]
        'not evaluated'
        """
        # The formats stand above the rules, so they are imported by name.
        written: str = import_module("esfmodel.formats.plain").to_json(self)
        return written

    def text(self, language: str = "sv", *, verbose: bool = False) -> str:
        """Write the report for people, in "sv" or "en": what was found, and in a line what could not be judged.

        With `verbose` each rule that could not be judged has a line of its own, with its demand and the reason; then
        come the rules that passed, and those that do not apply.

        >>> from esfmodel import Project, validate
        >>> print(validate(Project("Framtidskraft"), rules=()).text("en"))
        Review of Framtidskraft
        No rules were tried.
        """
        return "\n".join(map(str, paragraphs(self, language, verbose=verbose)))

    def verdict(self, language: str = "sv") -> str:
        """Write in a few lines how the review ends, in "sv" or "en", with the gravest findings.

        >>> from esfmodel import RULES, Project, validate
        >>> print(validate(Project("Framtidskraft"), rules=RULES.family("VAT")).verdict("en"))
        Review of Framtidskraft
        The review is not complete and approves nothing.
        Found: 0 errors, 0 warnings, 0 pieces of information.
        1 rule: 0 failed, 0 passed, 1 could not be evaluated, 0 not applicable.
        Could not be evaluated (neither passed nor failed): 1 rule. Not stated: costs, programming period.
        """
        return "\n".join(printable(str(paragraph)) for paragraph in _verdict(self, language))

    def __str__(self) -> str:
        """Write the verdict in English, as developers read it."""
        return self.verdict("en")

    def __format__(self, spec: str) -> str:
        """Write the verdict in the language of the spec; for an empty spec `str(report)`."""
        return self.verdict(language_alone(spec)) if spec else str(self)

    def __bool__(self) -> NoReturn:
        """Refuse: a report is neither yes nor no."""
        raise TypeError("a report is neither yes nor no; ask for its .errors, .warnings and .complete")

    def _errors_in_words(self) -> Words:
        return Words(
            **{
                language: "; ".join(
                    f"{', '.join(filter(None, (found.rule, write_place(found.place, language, found.names))))}: "
                    f"{found.text(language).removesuffix('.')}"
                    for found in self.errors
                )
                for language in LANGUAGES
            }
        )

    def _with_severity(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


# --- The text of a report, by paragraph; whoever shows it chooses the width
# A report without findings may only mean that little was known: so a text tells beside what was found that the review
# is not complete, and never states that a project is in order.

CODE_WIDTH = 8
"""The width of the column of codes; a longer code pushes its text."""


@attrs.frozen
class Paragraph:
    """A paragraph of a report, with a code in the column before it, or None without that column.

    `severity` is that of what it tells: of a finding, its heading, or the gravest of all; None for any other.
    """

    text: str
    code: str | None = None
    indent: int = 0
    severity: Severity | None = None

    def __str__(self) -> str:
        """Write it on one line."""
        column = "" if self.code is None else f"{self.code:<{CODE_WIDTH - 1}} "
        return f"{' ' * self.indent}{column}{self.text}"


_BLANK = Paragraph("")
_INDENT = 2
_MOST_FINDINGS = 3
"""How many findings a verdict has."""
_MOST_LISTED = 5
"""How many of the things that are missing are named in one line."""
_LONGEST_FINDING = 300


def _words(language: str) -> ReportWords:
    # Imported here, so that judging a project does not wait for it.
    from esfmodel.rules.report_words import REPORT_WORDS

    return REPORT_WORDS[language]


def paragraphs(report: Report, language: str, *, verbose: bool = False) -> Iterator[Paragraph]:
    """Yield the paragraphs of `Report.text`."""
    words = _words(language)
    yield from outcome(report, words)
    if not report.results:
        return
    for severity in from_the_gravest():
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            yield from (_BLANK, Paragraph(words.headings[severity], severity=severity))
            for together in alike(found, language):
                yield from finding_paragraphs(together, words)
    if verbose:
        yield from _each_open(report, words)
    unjudged = [*_ignored(report, words)] if verbose else [*_open_in_one(report, words), *_ignored(report, words)]
    if unjudged:
        yield from (_BLANK, *unjudged)
    if verbose:
        yield from _closed(report, words)
    yield from (_BLANK, stamp(report, words))


def _verdict(report: Report, language: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of `Report.verdict`."""
    words = _words(language)
    yield from outcome(report, words)
    grave = [*report.errors, *report.warnings]
    told = [*alike(grave, language)][:_MOST_FINDINGS]
    for together in told:
        text = text_of_alike(together, language)
        if len(text) > _LONGEST_FINDING:
            text = f"{text[:_LONGEST_FINDING]}…"
        yield Paragraph(text, together[0].rule, _INDENT, together[0].severity)
    rest = len(grave) - sum(map(len, told))
    if rest:
        yield Paragraph(words.more.format(listed="…", number=rest), indent=_INDENT)
    yield from _open_in_one(report, words)
    yield from _ignored(report, words)


def outcome(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    """Yield the title, what was found, and how many rules were judged, by outcome."""
    name = write_value(report.subject, words.language)
    yield Paragraph(words.title if report.subject is None else words.title_of.format(name=name))
    if not report.results:
        yield Paragraph(words.no_rules)
        return
    by_severity = {each: sum(finding.severity is each for finding in report.findings) for each in Severity}
    found = [names[by_severity[each] != 1].format(number=by_severity[each]) for each, names in words.found.items()]
    gravest = next((each for each in from_the_gravest() if by_severity[each]), None)
    told = [Paragraph(f"{words.finds}: {', '.join(found)}.", severity=gravest)]
    outcomes = [(each.outcome, bool(each.findings)) for each in report.results]
    if not report.complete:
        # No report begins with "no errors", least of all one in which nothing could be judged.
        told.insert(1 if report.errors else 0, Paragraph(words.incomplete))
    elif any(outcome is not Outcome.NOT_APPLICABLE for outcome, _ in outcomes):
        told.append(Paragraph(words.complete))
    yield from told
    informed = outcomes.count((Outcome.PASSED, True))
    counted: list[str] = []
    for outcome in _OUTCOMES:
        number = sum(each is outcome for each, _ in outcomes)
        if outcome is Outcome.PASSED and informed:
            counted.append(words.informed.format(number=informed))
            number -= informed
        if number or outcome is not Outcome.IGNORED:
            counted.append(f"{number} {format(outcome, words.language)}")
    yield Paragraph(f"{_rules(len(outcomes), words)}: {', '.join(counted)}.")


_OUTCOMES = (Outcome.FAILED, Outcome.PASSED, Outcome.NOT_EVALUATED, Outcome.NOT_APPLICABLE, Outcome.IGNORED)
"""The order in which a report counts them: what to look at first."""


def from_the_gravest() -> list[Severity]:
    """Return the severities, the gravest first."""
    return sorted(Severity, key=lambda each: -each.rank)


def _rules(number: int, words: ReportWords) -> str:
    return words.rules[number != 1].format(number=number)


def incomplete_results(report: Report) -> tuple[list[RuleResult], list[RuleResult]]:
    """Return the results of rules that could not be judged, and of those that could be only in part."""
    incomplete = [each for each in report.results if not each.complete and each.outcome is not Outcome.IGNORED]
    whole = [each for each in incomplete if each.outcome is Outcome.NOT_EVALUATED]
    return whole, [each for each in incomplete if each.outcome is not Outcome.NOT_EVALUATED]


def _open_in_one(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    """Yield in one paragraph how many rules could not be judged, and what is missing."""
    not_evaluated, in_part = incomplete_results(report)
    told: list[str] = []
    if not_evaluated:
        told.append(f"{words.not_evaluated}: {_rules(len(not_evaluated), words)}.")
        needs = dict.fromkeys(need_in_words(need.path).text(words.language) for need in report.missing)
        if needs:
            told.append(words.missing.format(needs=_some([*needs], words)))
        others = [each.rule.code for each in not_evaluated if not each.missing]
        if others:
            told.append(words.other_reasons.format(codes=_some(others, words)))
    if in_part:
        told.append(f"{words.in_part}: {_some([each.rule.code for each in in_part], words)}.")
    if told:
        yield Paragraph(" ".join(told))


def _some(texts: Sequence[str], words: ReportWords) -> str:
    """Return the first of some texts, and how many more there are."""
    most = texts if len(texts) <= _MOST_LISTED + 1 else texts[:_MOST_LISTED]
    told = "; ".join(most) if any("," in each for each in most) else ", ".join(most)
    return told if most is texts else words.more.format(listed=told, number=len(texts) - _MOST_LISTED)


def _each_open(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    """Yield each rule that could not be judged, or only in part, with its demand and the reason."""
    for heading, results in zip((words.not_evaluated, words.in_part), incomplete_results(report), strict=True):
        if results:
            yield from (_BLANK, Paragraph(heading), *(result_paragraph(result, words) for result in results))


def _ignored(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    codes = [each.rule.code for each in report.results if each.outcome is Outcome.IGNORED]
    if codes:
        yield Paragraph(f"{capital(format(Outcome.IGNORED, words.language))}: {', '.join(codes)}")


def _closed(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    """Yield the rules that passed without information, and those that do not apply, by the reason."""
    clean = [each.rule.code for each in report.results if each.outcome is Outcome.PASSED and not each.findings]
    elsewhere = codes_by_reason(report, words.language)
    if clean or elsewhere:
        yield _BLANK
    if clean:
        yield Paragraph(f"{words.passed}: {', '.join(clean)}")
        yield from _notes(report, clean, words.language)
    for reason, codes in elsewhere.items():
        told = f"{words.not_applicable}: {', '.join(codes)}"
        yield Paragraph(f"{told} – {reason}" if reason else told)


def stamp(report: Report, words: ReportWords) -> Paragraph:
    """Return a paragraph with what a project was judged by: versions, packs, packages of rules, the day and rates."""
    versions = words.stamp.format(library=report.library_version, law=report.law_version)
    packs = [
        (words.with_proposal if pack.proposal else words.with_pack).format(pack=pack.name) for pack in report.packs
    ]
    days = [] if report.on is None else [words.by_the_law_of.format(on=words.day(report.on))]
    rates = [words.at_the_rate.format(rate=rate_words(rate).text(words.language)) for rate in report.rates]
    rules = [words.with_rules.format(package=package) for package in report.rule_packages]
    return Paragraph(", ".join([versions, *packs, *rules, *days, *rates]))


def _notes(report: Report, codes: list[str], language: str) -> Iterator[Paragraph]:
    """Yield what the outcome of rules rests on beside the law and the project, once, with the codes of the rules."""
    rules: dict[str, list[str]] = {}
    for code in codes:
        for note in report.result(code).notes:
            rules.setdefault(note.text(language), []).append(code)
    for text, noted in rules.items():
        yield Paragraph(f"{', '.join(noted)}: {text}", indent=_INDENT)


def codes_by_reason(report: Report, language: str) -> dict[str, list[str]]:
    """Return the codes of the rules that are not applicable, by the reason."""
    codes: dict[str, list[str]] = {}
    for each in report.results:
        if each.outcome is Outcome.NOT_APPLICABLE:
            reason = "" if each.reason is None else each.reason.text(language)
            codes.setdefault(reason, []).append(each.rule.code)
    return codes


def finding_paragraphs(findings: tuple[Finding, ...], words: ReportWords) -> Iterator[Paragraph]:
    """Yield the paragraphs of findings that are told as one (see `alike`): what is wrong, and where and by what."""
    finding, place = findings[0], place_of_alike(findings).text(words.language)
    yield Paragraph(text_of_alike(findings, words.language), finding.rule, _INDENT, finding.severity)
    where = f"{words.place}: {place}. " if place else ""
    yield Paragraph(f"{where}{words.basis}: {basis_with_level(finding, words.language)}.", "", _INDENT)


def basis_with_level(finding: Finding, language: str) -> str:
    """Return the legal basis of a finding, with its level in parentheses where it is a provision."""
    basis = finding.basis_words.text(language)
    # The terms of a call or a decision name their own level.
    if isinstance(finding.basis, Provision) and finding.level_words is not None:
        return f"{basis} ({finding.level_words.text(language)})"
    return basis


def result_paragraph(result: RuleResult, words: ReportWords) -> Paragraph:
    """Return a rule that could not be judged, or only in part: its demand, and the reason."""
    demand = result.rule.demand.text(words.language)
    reason = "" if result.reason is None else result.reason.text(words.language)
    return Paragraph(f"{demand.removesuffix('.')} – {reason}" if reason else demand, result.rule.code, _INDENT)
