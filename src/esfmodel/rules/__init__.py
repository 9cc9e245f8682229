"""Rules about what is allowed, and the report on what they judged, found, and could not judge.

A rule's outcome is passed, failed, not applicable or not evaluated, and for the last two the report states why. There
is no "ok": a report with rules that were not evaluated is no approval.

>>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money, Project, validate
>>> own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(93_027))
>>> granted = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(188_973))
>>> report = validate(Project("Hede", budget=Budget(financing=[granted, own], total=Money(281_900))))
>>> [(finding.rule, str(finding.difference)) for finding in report.errors], report.complete
([('BUD003', '100 SEK')], False)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.rules.book import RULES, RuleBook
    from esfmodel.rules.context import Context
    from esfmodel.rules.engine import validate
    from esfmodel.rules.finding import ARITHMETIC, Finding, Ground, Outcome, Severity
    from esfmodel.rules.installed import installed_rules, offered_rules
    from esfmodel.rules.report import AtPlace, Need, Report, RuleResult
    from esfmodel.rules.reporting import reporting_terms
    from esfmodel.rules.rule import Rule
    from esfmodel.rules.shared.facts import known, known_amount, known_share
    from esfmodel.rules.words import Words
    from esfmodel.text.telling.problems import Place

__all__ = [
    "ARITHMETIC",
    "RULES",
    "AtPlace",
    "Context",
    "Finding",
    "Ground",
    "Need",
    "Outcome",
    "Place",
    "Report",
    "Rule",
    "RuleBook",
    "RuleResult",
    "Severity",
    "Words",
    "installed_rules",
    "known",
    "known_amount",
    "known_share",
    "offered_rules",
    "reporting_terms",
    "validate",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            ".book": ("RULES", "RuleBook"),
            ".context": ("Context",),
            ".engine": ("validate",),
            ".finding": ("ARITHMETIC", "Finding", "Ground", "Outcome", "Severity"),
            ".installed": ("installed_rules", "offered_rules"),
            ".report": ("AtPlace", "Need", "Report", "RuleResult"),
            ".reporting": ("reporting_terms",),
            ".rule": ("Rule",),
            ".shared.facts": ("known", "known_amount", "known_share"),
            ".words": ("Words",),
            "esfmodel.text.telling.problems": ("Place",),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
