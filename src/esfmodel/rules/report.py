"""The report: the outcome of every rule, as text for people and JSON for programs.

>>> from esfmodel import Project, validate
>>> report = validate(Project("Framtidskraft"))
>>> report.result("BUD001").outcome.value, report.result("BUD001").reason.text("sv")
('not evaluated', 'uppgift saknas: kostnader, finansiering')
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NoReturn

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law import Provision
from esfmodel.law.law import UsedPack
from esfmodel.model import ExchangeRate
from esfmodel.rules.exchange import rate_words
from esfmodel.rules.finding import Finding, Outcome, Severity, alike, place_of_alike, text_of_alike
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.rule import AnyRule
from esfmodel.rules.words import Words
from esfmodel.text import en, sv
from esfmodel.text.telling.problems import capital, write_place, write_value
from esfmodel.values.dates import Date
from esfmodel.values.format import LANGUAGES, InEachLanguage, as_repr

if TYPE_CHECKING:
    from collections.abc import Iterator


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

    def text(self, language: str = "sv") -> str:
        """Write what is missing and which rules need it, in "sv" or "en"."""
        name = capital(need_in_words(self.path).text(language))
        return REPORT_WORDS[language].missing.format(need=name, codes=", ".join(self.rules))


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

    @property
    def severity(self) -> Severity | None:
        """The gravest severity of the findings; None where nothing was found."""
        return max((finding.severity for finding in self.findings), key=lambda each: each.rank, default=None)


@cache
def _library_version() -> str:
    """Return the version installed, found once: the metadata lies in a file."""
    return version("esfmodel")


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """The outcome of every rule, stamped with the versions of the library and of the law data.

    `packs` are those that the law has beside the library's rows, `rates` the exchange rates that the caller stated.

    There is no `ok`, and a report is neither true nor false: ask for `errors`, `warnings` and `complete`.

    >>> from esfmodel import Project, validate
    >>> len(validate(Project("Framtidskraft")).results) == len(validate(Project("Ung kraft")).results)
    True
    """

    subject: str | None
    on: Date | None
    law_version: str
    library_version: str = attrs.field(factory=_library_version)
    packs: tuple[UsedPack, ...] = ()
    rates: tuple[ExchangeRate, ...] = ()
    results: tuple[RuleResult, ...]

    def __repr__(self) -> str:
        """Write what a report is about and how it ends, rather than all its results.

        >>> from esfmodel import Project, validate
        >>> validate(Project("Framtidskraft", programming_period="2021-2027", specific_objective="A1A"))
        <report on 'Framtidskraft': 0 errors, 0 warnings, not complete>
        """
        counts = f"{len(self.errors)} errors, {len(self.warnings)} warnings"
        return f"<report on {self.subject!r}: {counts}, {'complete' if self.complete else 'not complete'}>"

    _repr_pretty_ = as_repr

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
        codes = tuple(result.rule.code for result in self.results)
        raise InvalidValue("argument.rule_unknown", "code", code, codes=codes or Words("ingen", "none"))

    def by_place(self) -> dict[str, AtPlace]:
        """Return what was found and what is still needed by its path, as beside the fields of a form.

        A finding about the whole project has the path "". A need with alternatives is at each of them. In a portfolio
        a finding's path begins with its project, and a need's does not: some of the projects lack it.

        >>> from esfmodel import Budget, Money, Project, validate
        >>> places = validate(Project("Framtidskraft", budget=Budget(total=Money(900_000)))).by_place()
        >>> places["budget.costs"].severity, [finding.rule for finding in places["budget.costs"].findings]
        (None, [])
        >>> places["phases[].period"].needs
        (Need(path='phases[].period', rules=('PER002', 'PER006')),)
        """
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place, []).append(finding)
        codes: dict[str, list[str]] = {}
        for result in self.results:
            for need in result.missing:
                codes.setdefault(need, []).append(result.rule.code)
        needs: dict[str, list[Need]] = {}
        for need, rules in codes.items():
            for path in need.split("|"):
                needs.setdefault(path, []).append(Need(need, tuple(rules)))
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
        """Write the report for people, in "sv" or "en": what was found, what could not be judged, and why.

        Rules that could not be judged are grouped by what is missing, each by its code; with `verbose` each has a line
        of its own, with its demand.

        >>> from esfmodel import Project, validate
        >>> print(validate(Project("Framtidskraft"), rules=()).text("en"))
        Review of Framtidskraft
        No rules were tried.
        """
        return "\n".join(map(str, paragraphs(self, language, verbose=verbose)))

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
# The counts come first: a report without findings may only mean that little was known. A text never states that a
# project is in order. Most rules cannot be judged on a press notice, so those that lack the same thing are grouped.

CODE_WIDTH = 8
"""The width of the column of codes; a longer code pushes its text."""


@attrs.frozen
class Paragraph:
    """A paragraph of a report, with a code in the column before it, or None without that column."""

    text: str
    code: str | None = None
    indent: int = 0

    def __str__(self) -> str:
        """Write it on one line."""
        column = "" if self.code is None else f"{self.code:<{CODE_WIDTH - 1}} "
        return f"{' ' * self.indent}{column}{self.text}"


_BLANK = Paragraph("")
_INDENT = 2


def paragraphs(report: Report, language: str, *, verbose: bool = False) -> Iterator[Paragraph]:
    """Yield the paragraphs of a report, in "sv" or "en"; with `verbose` the demand of each rule that was not judged."""
    words = REPORT_WORDS[language]
    name = write_value(report.subject, language)
    yield Paragraph(words.title if report.subject is None else words.title_of.format(name=name))
    if not report.results:
        yield Paragraph(words.no_rules)
        return
    yield from _counts(report, words)
    for severity in sorted(Severity, key=lambda each: -each.rank):
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            yield from (_BLANK, Paragraph(words.headings[severity]))
            for together in alike(found, language):
                yield from _finding_paragraphs(together, words)
    open_questions = [each for each in report.results if each.outcome is Outcome.NOT_EVALUATED]
    in_part = [each for each in report.results if each.outcome is not Outcome.NOT_EVALUATED and not each.complete]
    if open_questions:
        yield from (_BLANK, Paragraph(words.not_evaluated))
        if not verbose:
            yield from _missing_needs(open_questions, words)
        yield from (_result_paragraph(result, words) for result in open_questions if verbose or not result.missing)
    if in_part:
        yield from (_BLANK, Paragraph(words.in_part))
        yield from (_result_paragraph(result, words) for result in in_part)
    clean = [each.rule.code for each in report.results if each.outcome is Outcome.PASSED and not each.findings]
    elsewhere = _by_reason(report, words.language)
    if clean or elsewhere:
        yield _BLANK
    if clean:
        yield Paragraph(f"{words.passed}: {', '.join(clean)}")
        yield from _notes(report, clean, words.language)
    for reason, codes in elsewhere.items():
        listed = f"{words.not_applicable}: {', '.join(codes)}"
        yield Paragraph(f"{listed} – {reason}" if reason else listed)
    yield _BLANK
    stamp = words.stamp.format(library=report.library_version, law=report.law_version)
    day = None if report.on is None else words.by_the_law_of.format(on=words.day(report.on))
    rates = [words.at_the_rate.format(rate=rate_words(rate).text(words.language)) for rate in report.rates]
    packs = [
        (words.with_proposal if pack.proposal else words.with_pack).format(pack=pack.name) for pack in report.packs
    ]
    yield Paragraph(", ".join([stamp, *packs, *([] if day is None else [day]), *rates]))


_OUTCOMES = (Outcome.FAILED, Outcome.PASSED, Outcome.NOT_EVALUATED, Outcome.NOT_APPLICABLE)
"""The order in which a report counts them: what to look at first."""


def _counts(report: Report, words: ReportWords) -> Iterator[Paragraph]:
    """Yield how many rules were judged, by outcome, and then what was found."""
    outcomes = [(each.outcome, bool(each.findings)) for each in report.results]
    informed = outcomes.count((Outcome.PASSED, True))
    counted: list[str] = []
    for outcome in _OUTCOMES:
        number = sum(each is outcome for each, _ in outcomes)
        if outcome is Outcome.PASSED and informed:
            counted.append(words.informed.format(number=informed))
            number -= informed
        counted.append(f"{number} {format(outcome, words.language)}")
    rules = words.rules[len(outcomes) != 1].format(number=len(outcomes))
    yield Paragraph(f"{rules}: {', '.join(counted)}.")
    by_severity = {each: sum(finding.severity is each for finding in report.findings) for each in Severity}
    found = [names[by_severity[each] != 1].format(number=by_severity[each]) for each, names in words.found.items()]
    yield Paragraph(f"{words.finds}: {', '.join(found)}.")


def _missing_needs(results: list[RuleResult], words: ReportWords) -> Iterator[Paragraph]:
    """Yield what is missing and which rules need it, first what most rules need.

    A rule that lacks several things is listed under each of them, since it needs all.
    """
    codes: dict[str, list[str]] = {}
    for each in results:
        for need in dict.fromkeys(need_in_words(need).text(words.language) for need in each.missing):
            codes.setdefault(need, []).append(each.rule.code)
    several = sorted((need for need in codes if len(codes[need]) > 1), key=lambda need: -len(codes[need]))
    for need in several:
        yield Paragraph(words.missing.format(need=capital(need), codes=", ".join(codes[need])), indent=_INDENT)
    single = [f"{need} ({code})" for need, (code, *more) in codes.items() if not more]
    if single:
        yield Paragraph(words.missing_for_one.format(needs=", ".join(single)), indent=_INDENT)


def _notes(report: Report, codes: list[str], language: str) -> Iterator[Paragraph]:
    """Yield what the outcome of rules rests on beside the law and the project, once, with the codes of the rules."""
    rules: dict[str, list[str]] = {}
    for code in codes:
        for note in report.result(code).notes:
            rules.setdefault(note.text(language), []).append(code)
    for text, noted in rules.items():
        yield Paragraph(f"{', '.join(noted)}: {text}", indent=_INDENT)


def _by_reason(report: Report, language: str) -> dict[str, list[str]]:
    """Return the codes of the rules that are not applicable, by the reason."""
    codes: dict[str, list[str]] = {}
    for each in report.results:
        if each.outcome is Outcome.NOT_APPLICABLE:
            reason = "" if each.reason is None else each.reason.text(language)
            codes.setdefault(reason, []).append(each.rule.code)
    return codes


def _finding_paragraphs(findings: tuple[Finding, ...], words: ReportWords) -> Iterator[Paragraph]:
    finding, place = findings[0], place_of_alike(findings).text(words.language)
    yield Paragraph(text_of_alike(findings, words.language), finding.rule, _INDENT)
    basis = finding.basis_words.text(words.language)
    # The terms of a call or a decision name their own level.
    if isinstance(finding.basis, Provision) and finding.level_words is not None:
        basis = f"{basis} ({finding.level_words.text(words.language)})"
    where = f"{words.place}: {place}. " if place else ""
    yield Paragraph(f"{where}{words.basis}: {basis}.", "", _INDENT)


def _result_paragraph(result: RuleResult, words: ReportWords) -> Paragraph:
    demand = result.rule.demand.text(words.language)
    reason = "" if result.reason is None else result.reason.text(words.language)
    return Paragraph(f"{demand.removesuffix('.')} – {reason}" if reason else demand, result.rule.code, _INDENT)


# --- The words of a report


@attrs.frozen(kw_only=True, eq=False)
class ReportWords:
    """The words of a report in one language; in a pair, the first is singular and the second plural."""

    language: str
    day: Callable[[datetime.date], str]
    title: str
    title_of: str
    no_rules: str
    rules: tuple[str, str]
    informed: str
    """How many rules passed with information."""
    finds: str
    found: Mapping[Severity, tuple[str, str]]
    headings: Mapping[Severity, str]
    place: str
    basis: str
    not_evaluated: str
    missing: str
    """What is missing, and the rules that need it."""
    missing_for_one: str
    """What is missing for only one rule each."""
    in_part: str
    passed: str
    not_applicable: str
    stamp: str
    with_pack: str
    with_proposal: str
    by_the_law_of: str
    at_the_rate: str
    """The exchange rate that the caller stated."""


_SWEDISH = ReportWords(
    language="sv",
    day=sv.format_date,
    title="Granskning",
    title_of="Granskning av {name}",
    no_rules="Inga regler har prövats.",
    rules=("{number} regel", "{number} regler"),
    informed="{number} med upplysning",
    finds="Funnet",
    found=MappingProxyType(
        {
            Severity.ERROR: ("{number} fel", "{number} fel"),
            Severity.WARNING: ("{number} varning", "{number} varningar"),
            Severity.INFO: ("{number} upplysning", "{number} upplysningar"),
        }
    ),
    headings=MappingProxyType(
        {Severity.ERROR: "Fel", Severity.WARNING: "Varningar", Severity.INFO: "Upplysningar (inget fel)"}
    ),
    place="Plats",
    basis="Grund",
    not_evaluated="Kunde inte bedömas (varken godkänt eller underkänt)",
    missing="{need} saknas: {codes}",
    missing_for_one="Saknas för en regel var: {needs}",
    in_part="Kunde bara delvis bedömas",
    passed="Utan anmärkning",
    not_applicable="Gäller inte här",
    stamp="esfmodel {library}, lagdata {law}",
    with_pack="med {pack}",
    with_proposal="med {pack} (ett förslag)",
    by_the_law_of="enligt gällande rätt den {on}",
    at_the_rate="vid användarens kurs {rate}",
)

_ENGLISH = ReportWords(
    language="en",
    day=en.format_date,
    title="Review",
    title_of="Review of {name}",
    no_rules="No rules were tried.",
    rules=("{number} rule", "{number} rules"),
    informed="{number} passed with information",
    finds="Found",
    found=MappingProxyType(
        {
            Severity.ERROR: ("{number} error", "{number} errors"),
            Severity.WARNING: ("{number} warning", "{number} warnings"),
            Severity.INFO: ("{number} piece of information", "{number} pieces of information"),
        }
    ),
    headings=MappingProxyType(
        {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Information (nothing is wrong)"}
    ),
    place="Place",
    basis="Basis",
    not_evaluated="Could not be evaluated (neither passed nor failed)",
    missing="{need} not stated: {codes}",
    missing_for_one="Not stated, for one rule each: {needs}",
    in_part="Could be evaluated only in part",
    passed="Passed",
    not_applicable="Not applicable",
    stamp="esfmodel {library}, law data {law}",
    with_pack="with {pack}",
    with_proposal="with {pack} (a proposal)",
    by_the_law_of="by the law of {on}",
    at_the_rate="at the user's rate {rate}",
)

REPORT_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
