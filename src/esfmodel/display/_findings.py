"""What a report found, what could not be judged and what was checked, as sections in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.display._markup import Html, element, facts, items, joined, paragraphs, table, whole
from esfmodel.display._table import Table, first_of, more, more_rows
from esfmodel.law import Provision
from esfmodel.rules.finding import Outcome, Severity, alike, place_of_alike, text_of_alike
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.report import (
    basis_with_level,
    codes_by_reason,
    from_the_gravest,
    incomplete_results,
    outcome,
    result_paragraph,
    stamp,
)
from esfmodel.rules.report_words import REPORT_WORDS
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from esfmodel.rules.finding import Finding
    from esfmodel.rules.report import Report, RuleResult

FEW: Final = 20
"""How many rows, findings or rules are shown in a notebook."""
MANY: Final = 200
"""How many are shown on a page."""

_DEMAND: Final = Words("Krav", "Demand")
_ADVICE: Final = {
    Severity.ERROR: Words(
        "Rätta det som är fel, eller uppgiften i projektet om det är den som är fel.",
        "Correct what is wrong, or the project's data if they are what is wrong.",
    ),
    Severity.WARNING: Words(
        "Se över detta. Det är inte säkert fel, men någon behöver ta ställning till det.",
        "Check this. It may not be wrong, but somebody has to decide.",
    ),
    Severity.INFO: Words("Inget behöver göras.", "No action is needed."),
}
_NOTHING: Final = Words("Inget anmärkt bland det som kunde bedömas.", "Nothing found among what could be judged.")
_NONE_JUDGED: Final = Words("Ingen regel har bedömts.", "No rule was judged.")
_ALL_JUDGED: Final = Words(
    "Allt som gäller projektet kunde bedömas.", "Everything that applies to the project could be judged."
)
_BUT_LEFT_OUT: Final = Words(
    "Allt som gäller projektet kunde bedömas, utom de utelämnade reglerna.",
    "Everything that applies to the project could be judged, except the rules that were left out.",
)
_READ_ACT: Final = Words("källa", "source")
_OPEN: Final = Words(
    "Dessa regler har varken godkänt eller underkänt projektet.",
    "These rules have neither passed nor failed the project.",
)
_ADD: Final = Words("Uppgifter att lägga till", "What to add")
_ADD_ADVICE: Final = Words(
    "Ange uppgifterna i projektet och granska det igen. En regel kan behöva flera av dem. Överst står det som de "
    "allvarligaste reglerna och flest regler behöver.",
    "State these in the project and review it again. A rule may need several of them. Those needed by the gravest "
    "rules, and by most rules, come first.",
)
_ADD_HEADER: Final = InEachLanguage(
    ("Uppgift", "Antal regler", "Regler som behöver den"), ("What to state", "Number of rules", "Rules that need it")
)
_OTHER: Final = Words("Av annat skäl", "For another reason")
_PASSED_HEADER: Final = InEachLanguage(("Regel", "Krav"), ("Rule", "Demand"))


class Section(NamedTuple):
    """A part of a report: the name by which it is linked to, its heading, and what is in it."""

    key: str
    heading: str
    content: Html


def verdict(report: Report, language: str) -> Html:
    """Return how the review ends, without its title: it never begins with what is in order."""
    _, *told = outcome(report, REPORT_WORDS[language])
    return paragraphs(*(each.text for each in told))


def found(report: Report, language: str, most: int) -> list[Section]:
    """Return a section for each severity of which something was found, the gravest first."""
    words = REPORT_WORDS[language]
    sections: list[Section] = []
    for severity in from_the_gravest():
        of_it = [finding for finding in report.findings if finding.severity is severity]
        groups = [*alike(of_it, language)]
        if groups:
            shown, others = first_of(groups, most)
            listed = [_finding(each, report, language, most) for each in shown]
            rest = more(sum(map(len, others)), language) if others else None
            told = items([*listed, *([rest] if rest else [])], "findings")
            content = joined([element("p", _ADVICE[severity].text(language)), told])
            heading = f"{words.headings[severity]}: {len(of_it)}"
            sections.append(Section(severity.value, heading, content))
    return sections


def nothing_found(report: Report, language: str) -> Html:
    """Return the sentence of a report without findings: silence of rules that judged nothing is no good news."""
    return element("p", (_NOTHING if _is_judged(report) else _NONE_JUDGED).text(language))


def all_judged(report: Report, language: str) -> Html:
    """Return the sentence of a report in which no rule is open."""
    if not _is_judged(report):
        return element("p", _NONE_JUDGED.text(language))
    return element("p", (_ALL_JUDGED if report.complete else _BUT_LEFT_OUT).text(language))


def _is_judged(report: Report) -> bool:
    return any(each.outcome in {Outcome.PASSED, Outcome.FAILED} for each in report.results)


def _finding(alike_ones: tuple[Finding, ...], report: Report, language: str, most: int) -> Html:
    findings, others = first_of(alike_ones, most)
    first, words = findings[0], REPORT_WORDS[language]
    rest = f" {more(len(others), language)}" if others else ""
    place = place_of_alike(findings).text(language)
    # A report may be read from elsewhere, so that a finding need not be in the result of its rule.
    demands = [each.rule.demand.text(language) for each in report.results if each.rule.code == first.rule]
    basis = [basis_with_level(first, language)]
    source = first.basis.source if isinstance(first.basis, Provision) else ""
    link = element("a", _READ_ACT.text(language), href=source) if source.startswith(("http://", "https://")) else None
    told = [
        *([(words.place, whole(f"{place}{rest}"))] if place else []),
        *((_DEMAND.text(language), demand) for demand in demands[:1]),
        (words.basis, joined([*basis, link], " ")),
    ]
    severity = capital(format(first.severity, language))
    text = whole(f"{text_of_alike(findings, language)}{rest}")
    head = element("p", element("strong", f"{severity} {first.rule}"), " ", text)
    return joined([head, facts(told)])


# --- What could not be judged


def not_judged(report: Report, language: str, most: int) -> Html:
    """Return what is to be stated, each with the rules that need it, and the rules that are open for another reason.

    Empty where everything could be judged.
    """
    words = REPORT_WORDS[language]
    unjudged, in_part = incomplete_results(report)
    parts: list[Html] = []
    if unjudged:
        number = words.rules[len(unjudged) != 1].format(number=len(unjudged))
        parts += [element("p", f"{words.not_evaluated}: {number}. {_OPEN.text(language)}")]
    needs = _needs(report, language)
    if needs:
        shown, others = first_of(needs, most)
        rows = [(capital(need), str(len(codes)), ", ".join(codes)) for need, codes in shown]
        if others:
            codes = dict.fromkeys(code for _, each in others for code in each)
            rows.append((more_rows(len(others), language), str(len(codes)), ""))
        add = Table(_ADD.text(language), _ADD_HEADER[language], rows, amounts={1})
        parts += [element("p", _ADD_ADVICE.text(language)), table(add)]
    without = [each for each in unjudged if not each.missing]
    for heading, results in ((_OTHER.text(language), without), (words.in_part, in_part)):
        if results:
            parts += [element("p", element("strong", heading)), _results(results, language, most)]
    return joined(parts, "\n")


def _needs(report: Report, language: str) -> list[tuple[str, list[str]]]:
    """Return what is missing in words, with the codes of the rules: two paths may be called alike."""
    called: dict[str, dict[str, None]] = {}
    for need in report.missing:
        called.setdefault(need_in_words(need.path).text(language), {}).update(dict.fromkeys(need.rules))
    return [(name, [*codes]) for name, codes in called.items()]


def _results(results: Sequence[RuleResult], language: str, most: int) -> Html:
    def told(result: RuleResult) -> Html:
        return joined(
            [element("strong", result.rule.code), f" {result_paragraph(result, REPORT_WORDS[language]).text}"]
        )

    return _bounded([*results], told, language, most)


def _bounded(found: Sequence[RuleResult], told: Callable[[RuleResult], Html], language: str, most: int) -> Html:
    shown, others = first_of(found, most)
    return items([*map(told, shown), *([more(len(others), language)] if others else [])])


# --- What was checked


def checked(report: Report, language: str, most: int) -> Html:
    """Return the rules that passed, those that do not apply and those that were left out, and what it was judged by."""
    return joined([*_closed(report, language, most), element("p", stamp(report, REPORT_WORDS[language]).text)], "\n")


def _closed(report: Report, language: str, most: int) -> Iterator[Html]:
    words = REPORT_WORDS[language]
    passed = [each for each in report.results if each.outcome is Outcome.PASSED and not each.findings]
    if passed:
        shown, others = first_of(passed, most)
        rows = [
            (
                each.rule.code,
                " ".join([each.rule.demand.text(language), *(note.text(language) for note in each.notes)]),
            )
            for each in shown
        ]
        rows += [(more_rows(len(others), language), "")] if others else []
        yield table(Table(f"{words.passed}: {len(passed)}", _PASSED_HEADER[language], rows))
    elsewhere = codes_by_reason(report, language)
    if elsewhere:
        yield element("p", element("strong", words.not_applicable))
        yield items(", ".join(codes) + (f" – {reason}" if reason else "") for reason, codes in elsewhere.items())
    ignored = [each.rule.code for each in report.results if each.outcome is Outcome.IGNORED]
    if ignored:
        yield element("p", f"{capital(format(Outcome.IGNORED, language))}: {', '.join(ignored)}")
