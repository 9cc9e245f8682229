"""What judging by a rule says of every subject alike, made when the rule first judges."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from esfmodel.errors import NotKnown
from esfmodel.rules.finding import Outcome
from esfmodel.rules.needs import fields_of, need_in_words
from esfmodel.rules.report import RuleResult
from esfmodel.rules.rule import always
from esfmodel.rules.words import Words, reason_of

if TYPE_CHECKING:
    from esfmodel.rules.rule import AnyRule

_ONLY_PORTFOLIOS = Words(
    "gäller en portfölj av projekt, inte ett enskilt", "concerns a portfolio, not a single project"
)


class Plan:
    """The words of a rule, and its results where it found and noted nothing: most are such, and reports share them.

    `lacking` has the results where the subject lacks some of the rule's needs, by those needs.
    """

    def __init__(self, rule: AnyRule) -> None:
        self.rule = rule
        self.words = rule.words
        self.fields = fields_of(rule.needs)
        self.is_for_every = rule.applies is always and rule.concerned_by is always
        self.passed = RuleResult(rule, Outcome.PASSED)
        self.not_applicable = RuleResult(rule, Outcome.NOT_APPLICABLE, reason=rule.scope)
        self.only_portfolios = RuleResult(rule, Outcome.NOT_APPLICABLE, reason=_ONLY_PORTFOLIOS)
        self.lacking = _Lacking(rule)


class _Lacking(dict[tuple[str, ...], RuleResult]):
    def __init__(self, rule: AnyRule) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, needs: tuple[str, ...]) -> RuleResult:
        self[needs] = RuleResult(self._rule, Outcome.NOT_EVALUATED, reason=_reason_lacking(needs), missing=needs)
        return self[needs]


@lru_cache(maxsize=1_000)
def _reason_lacking(needs: tuple[str, ...]) -> Words:
    return reason_of(NotKnown("rule.lacks", needs=tuple(map(need_in_words, needs))))
