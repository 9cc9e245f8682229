"""The report: what became of every rule, in words for people and in JSON for programs.

>>> from esfmodel import Project, validate
>>> report = validate(Project("Framtidskraft"))
>>> report.result("BUD001").outcome.value, report.result("BUD001").reason.text("sv")
('not evaluated', 'uppgift saknas: kostnader, finansiering')
"""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, NoReturn

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.rules._telling import told
from esfmodel.rules.finding import Finding, Ground, Outcome, Severity
from esfmodel.rules.rule import AnyRule
from esfmodel.rules.words import Words
from esfmodel.values.dates import Date
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from esfmodel.law import Provision


@attrs.frozen
class RuleResult:
    """What became of one rule.

    `reason` says why a rule is not applicable or was not evaluated; beside another outcome, what of it could not be
    judged. `missing` are the needs of the rule that the project does not meet.

    >>> from esfmodel import Project, validate
    >>> validate(Project("Framtidskraft")).results[0].complete
    False
    """

    rule: AnyRule
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reason: Words | None = None
    missing: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether all of the rule was judged, or none of it applies."""
        return self.outcome is Outcome.NOT_APPLICABLE or self.reason is None


@attrs.frozen(kw_only=True)
class Report:
    """What became of every rule, stamped with the versions of the library and of the law data.

    There is no `ok`, and a report is neither true nor false: ask for `errors`, `warnings` and `complete`.

    >>> from esfmodel import Project, validate
    >>> len(validate(Project("Framtidskraft")).results) == len(validate(Project("Ung kraft")).results)
    True
    """

    subject: str | None
    on: Date | None
    law_version: str
    library_version: str = attrs.field(factory=lambda: version("esfmodel"))
    results: tuple[RuleResult, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in the order of the rules."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What cannot stand."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What somebody should look at."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """What is worth knowing, although nothing is wrong."""
        return self._of(Severity.INFO)

    @property
    def complete(self) -> bool:
        """Whether every rule that applies was judged in full; if not, the report approves nothing."""
        return all(result.complete for result in self.results)

    def result(self, code: str) -> RuleResult:
        """Give what became of a rule; raises `InvalidValue` when the report has no such rule."""
        for result in self.results:
            if result.rule.code == code:
                return result
        codes = ", ".join(result.rule.code for result in self.results)
        raise InvalidValue("code", code, "is no rule of this report", f"it has {codes or 'none'}")

    def raise_on_errors(self) -> None:
        """Raise `InvalidValue` with every error in it, if there is any; warnings and open questions raise nothing."""
        if self.errors:
            each = (f"{found.rule} at {found.place}: {found.text('en').removesuffix('.')}" for found in self.errors)
            said = "; ".join(each)
            raise InvalidValue("project", self.subject, f"has errors: {said}", "see report.errors")

    def to_json(self) -> str:
        """Write the report as JSON, stable and complete; amounts, shares and days are text.

        >>> import json
        >>> from esfmodel import Project, validate
        >>> json.loads(validate(Project("Framtidskraft")).to_json())["results"][0]["outcome"]
        'not evaluated'
        """
        written = {
            "format": "esfmodel report",
            "version": 1,
            "library": self.library_version,
            "law": self.law_version,
            "subject": self.subject,
            "on": _plain(self.on),
            "complete": self.complete,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "infos": len(self.infos),
            "results": [_result(result) for result in self.results],
        }
        return json.dumps(written, ensure_ascii=False, indent=2)

    def text(self, language: str = "sv", *, verbose: bool = False) -> str:
        """Write the report for people, in "sv" or "en": what was found, and what could not be judged and why.

        The rules that could not be judged stand together by what they lack, each by its code; with `verbose` each is
        told on a line of its own, with what it demands.

        >>> from esfmodel import Project, validate
        >>> print(validate(Project("Framtidskraft"), rules=()).text("en"))
        Review of Framtidskraft
        No rules were tried.
        """
        return "\n".join(map(str, told(self, language, verbose=verbose)))

    def __bool__(self) -> NoReturn:
        """Refuse: a report is neither yes nor no."""
        raise TypeError("a report is neither yes nor no; ask for its .errors, .warnings and .complete")

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


def _result(result: RuleResult) -> dict[str, object]:
    rule = result.rule
    return {
        "rule": rule.code,
        "severity": rule.severity.value,
        "basis": rule.basis.value if isinstance(rule.basis, Ground) else rule.basis,
        "demand": _both(rule.demand),
        "outcome": result.outcome.value,
        "reason": None if result.reason is None else _both(result.reason),
        "missing": list(result.missing),
        "findings": [_finding(finding) for finding in result.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity.value,
        "place": finding.place,
        "expected": _plain(finding.expected),
        "found": _plain(finding.found),
        "difference": _plain(finding.difference),
        "values": {name: _plain(value) for name, value in finding.values},
        "basis": finding.basis.value if isinstance(finding.basis, Ground) else _provision(finding.basis),
        "level": None if finding.level is None else finding.level.value,
        "text": {language: finding.text(language) for language in LANGUAGES},
    }


def _provision(row: Provision) -> dict[str, object]:
    return {
        "key": row.key,
        "value": str(row.value),
        "level": row.level.value,
        "act": row.act,
        "article": row.article,
        "grade": row.grade.name,
        "source": row.source,
        "checked": str(row.checked),
    }


def _both(words: Words) -> dict[str, str]:
    return {language: words.text(language) for language in LANGUAGES}


def _plain(value: object) -> object:
    """Write a value as JSON has it: numbers that count and words stay, all else is its plain text form."""
    if value is None or isinstance(value, (int, str)):
        return value
    return _both(value) if isinstance(value, Words) else str(value)
