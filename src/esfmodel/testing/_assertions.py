"""An assertion that a project keeps the rules, with an account that a person reads.

>>> from esfmodel import Project
>>> assert_valid(Project("Framtidskraft"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.law import LAW, Law
from esfmodel.rules import RULES, Report, validate
from esfmodel.rules.report import finding_paragraphs
from esfmodel.rules.report_words import REPORT_WORDS
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.model import ExchangeRate, Portfolio, Project
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.rule import AnyRule
    from esfmodel.values.dates import DateLike

_ERRORS = InEachLanguage("{name}: reglerna finner {count} fel", "{name}: the rules find {count}")
_COUNTED = InEachLanguage(("1", "{count}"), ("1 error", "{count} errors"))


def assert_valid(
    project: Project | Portfolio,
    *,
    on: DateLike | None = None,
    law: Law = LAW,
    rules: Iterable[AnyRule] = RULES,
    rates: Iterable[ExchangeRate] = (),
    ignore: Iterable[str] = (),
    complete: bool = False,
    language: str = "en",
) -> None:
    """Raise `AssertionError` where the rules find an error, with what was found and where, in "sv" or "en".

    `on`, `law`, `rules`, `rates` and `ignore` are those of `validate`. Warnings raise nothing, nor does what could not
    be judged, unless `complete` is true: then the review must be complete, and the account says what is missing. Raises
    `InvalidValue` for another language.

    >>> from esfmodel import ActualCost, Budget, Cost, CostCategory, Money, Project
    >>> costs = [Cost(CostCategory.TRAVEL, ActualCost(Money(900)))]
    >>> assert_valid(Project("Resan", budget=Budget(costs, total=Money(1_000))))
    Traceback (most recent call last):
        ...
    AssertionError: Resan: the rules find 1 error
      BUD002  The total cost is stated as SEK 1,000, but the lines of cost sum to SEK 900; the difference is SEK −100.
              Place: costs. Basis: what is stated contradicts itself.
              budget.costs: expected 1000 SEK, found 900 SEK
    """
    # Another language is refused whether or not there is something to tell.
    counted = _COUNTED[language]
    report = validate(project, on=on, law=law, rules=rules, rates=rates, ignore=ignore)
    if complete and (report.errors or not report.complete):
        raise AssertionError(report.text(language, verbose=True))
    if report.errors:
        raise AssertionError("\n".join(_account(report, counted, language)))


def _account(report: Report, counted: tuple[str, str], language: str) -> list[str]:
    """Return the lines of an account of the errors: each as a report has it, and where to look for it in Python."""
    one, several = counted
    count = (one if len(report.errors) == 1 else several).format(count=len(report.errors))
    lines = [_ERRORS[language].format(name=report.subject, count=count)]
    for finding in report.errors:
        lines.extend(str(each) for each in finding_paragraphs((finding,), REPORT_WORDS[language]))
        lines.append(f"          {_in_python(finding, language)}")
    return lines


_EXPECTED = InEachLanguage("väntat {value}", "expected {value}")
_FOUND = InEachLanguage("funnet {value}", "found {value}")


def _in_python(finding: Finding, language: str) -> str:
    """Return the path of what was found, with what was expected and found where those are stated."""
    facts = ((_EXPECTED[language], finding.expected), (_FOUND[language], finding.found))
    told = ", ".join(words.format(value=value) for words, value in facts if value is not None)
    return ": ".join(filter(None, (finding.place, told)))
