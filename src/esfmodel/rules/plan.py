"""What judging by a rule says of every subject alike, made when the rule first judges."""

from __future__ import annotations

from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from esfmodel.errors import NotKnown
from esfmodel.model import Project
from esfmodel.rules.finding import Outcome
from esfmodel.rules.needs import Need, either, need_in_words, parsed
from esfmodel.rules.report import RuleResult
from esfmodel.rules.rule import always
from esfmodel.rules.words import Words, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esfmodel.law import Law
    from esfmodel.rules.book import RuleBook
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.rule import AnyRule

_ONLY_PORTFOLIOS = Words(
    "gäller en portfölj av projekt, inte ett enskilt", "concerns a portfolio, not a single project"
)


class Plan:
    """The words of a rule, and its results where it found and noted nothing: most are such, and reports share them.

    `lacking` has the results where the subject lacks some of the rule's needs, by the bits of those.
    """

    def __init__(self, rule: AnyRule) -> None:
        self.rule = rule
        self.words = rule.words
        self.needs = tuple(map(parsed, rule.needs))
        self.need_bits = either(need.bit for need in self.needs)
        self.fields = either(need.fields for need in self.needs)
        self.is_for_projects = rule.subject is Project
        # A rule is about projects or about portfolios, and its functions are called with none other.
        self.applies: Callable[[Any], bool] | None = None if rule.applies is always else rule.applies
        self.concerned_by: Callable[[Any, Law], bool] | None = (
            None if rule.concerned_by is always else rule.concerned_by
        )
        self.check: Callable[[Any, Context], Iterable[Finding] | None] = rule.check
        self.passed = RuleResult(rule, Outcome.PASSED)
        self.not_applicable = RuleResult(rule, Outcome.NOT_APPLICABLE, reason=rule.scope)
        self.only_portfolios = RuleResult(rule, Outcome.NOT_APPLICABLE, reason=_ONLY_PORTFOLIOS)
        self.lacking = _Lacking(rule, self.needs)

    def beforehand(self, stated: int) -> RuleResult | None:
        """Return the result of a project by which of its fields are stated; None where more must be asked of it."""
        if not self.is_for_projects:
            return self.only_portfolios
        is_for_all = self.applies is None and self.concerned_by is None
        # Where the fields in which all needs begin are not stated, there is nothing to look up.
        return self.lacking[self.need_bits] if is_for_all and self.need_bits and not self.fields & stated else None


plan_of: Callable[[AnyRule], Plan] = attrgetter("_plan")
"""Return the plan of a rule, made when it is first asked for."""


class Plans:
    """The plans of several rules.

    `beforehand` returns the results that the stated fields of a project alone decide, else None, and the plans of the
    others with their places.
    """

    def __init__(self, rules: Iterable[AnyRule]) -> None:
        self.all = tuple(map(plan_of, rules))
        self.beforehand = lru_cache(maxsize=1_000)(partial(_beforehand, self.all))


def _beforehand(
    plans: tuple[Plan, ...], stated: int
) -> tuple[tuple[RuleResult | None, ...], tuple[tuple[int, Plan], ...]]:
    results = tuple([plan.beforehand(stated) for plan in plans])
    return results, tuple([(place, plans[place]) for place, result in enumerate(results) if result is None])


def plans_of(book: RuleBook) -> Plans:
    """Return the plans of the rules of a book; those of the last few books are kept."""
    return _plans_of(_Same(book))


class _Same:
    """A book that equals itself alone: to compare two rule by rule would take as long as to judge by them."""

    __slots__ = ("_book",)

    def __init__(self, book: RuleBook) -> None:
        self._book = book

    def plans(self) -> Plans:
        return Plans(self._book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._book is other._book

    def __hash__(self) -> int:
        return id(self._book)


_plans_of = lru_cache(maxsize=8)(_Same.plans)


class _Lacking(dict[int, RuleResult]):
    def __init__(self, rule: AnyRule, needs: tuple[Need, ...]) -> None:
        super().__init__()
        self._rule = rule
        self._needs = needs

    def __missing__(self, bits: int) -> RuleResult:
        lacking = tuple(path for path, need in zip(self._rule.needs, self._needs, strict=True) if need.bit & bits)
        found = RuleResult(self._rule, Outcome.NOT_EVALUATED, reason=_reason_lacking(lacking), missing=lacking)
        self[bits] = found
        return found


@lru_cache(maxsize=1_000)
def _reason_lacking(needs: tuple[str, ...]) -> Words:
    return reason_of(NotKnown("rule.lacks", needs=tuple(map(need_in_words, needs))))
