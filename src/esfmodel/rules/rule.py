"""A rule: one demand, one legal basis, what it needs to know, how it is judged and how it is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeGuard, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model import Portfolio, Project
from esfmodel.rules.context import Context
from esfmodel.rules.finding import Finding, Ground, Severity
from esfmodel.rules.words import Words
from esfmodel.values._shown import as_repr

S = TypeVar("S", Project, Portfolio)

_CODE = re.compile(r"[A-Z]+\d+", re.ASCII)


def always(_subject: object) -> bool:
    """Say that a rule concerns everybody."""
    return True


def as_it_is(subject: S) -> S:
    """Give a subject as it is: nothing has to be changed for the rule to pass."""
    return subject


def _is_code(_rule: object, _field: attrs.Attribute[Any], code: str) -> None:
    if not _CODE.fullmatch(code):
        raise InvalidValue("code", code, "is no code of a rule", "write the letters of the family and a number")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule(Generic[S]):
    """One demand on a project or a portfolio.

    `basis` is the key of a provision, or the first part of several keys; `Ground.ARITHMETIC` or `Ground.CALL` where the
    demand does not come from the law. `needs` are the paths of what must be known, each a chain of attributes such as
    "budget.total"; "phases[].period" is that of every phase, and of "cci|programme.cci" one is enough.

    `applies` says whether the rule concerns a subject, and says no only on what is known; `scope` says in words whom it
    concerns. `check` yields what it finds and raises `NotKnown` where nobody can tell. `ok` makes of a subject on which
    nothing is wrong one on which this rule is judged and passes; `broken` makes of that one on which this rule finds
    something, and no other rule does but its `consequences`. `demand` is the rule in one sentence; `sv` and `en` are
    the sentence about one finding, with the names of its values in braces.

    >>> from esfmodel.rules import RULES
    >>> print(RULES[0].code, RULES[0].demand)
    BUD001 Costs and financing are equal.
    """

    code: str = attrs.field(validator=_is_code)
    subject: type[S]
    severity: Severity
    basis: str | Ground
    needs: tuple[str, ...]
    applies: Callable[[S], bool] = always
    scope: Words
    check: Callable[[S, Context], Iterable[Finding]]
    ok: Callable[[S], S] = as_it_is
    broken: Callable[[S], S]
    consequences: tuple[str, ...] = ()
    demand: Words
    sv: str
    en: str

    def __attrs_post_init__(self) -> None:
        """Check that both languages tell the same."""
        swedish, english = self.words.placeholders
        if swedish != english:
            only = ", ".join(sorted(swedish ^ english))
            raise InvalidValue(
                "sv and en", self.code, f"differ in what they tell: {only}", "name it in both, or in none"
            )

    @property
    def family(self) -> str:
        """The letters of the code: which rules it belongs with."""
        return self.code.rstrip("".join(filter(str.isdigit, self.code)))

    @property
    def words(self) -> Words:
        """The sentence about one finding, in every language."""
        return Words(self.sv, self.en)

    def __repr__(self) -> str:
        """Write what is enough to recognise it."""
        return f"<rule {self.code}: {self.demand}>"

    _repr_pretty_ = as_repr


AnyRule = Rule[Project] | Rule[Portfolio]
"""A rule about a project or about a portfolio."""


def is_for_projects(rule: AnyRule) -> TypeGuard[Rule[Project]]:
    """Say whether a rule is about single projects."""
    return rule.subject is Project


def is_for_portfolios(rule: AnyRule) -> TypeGuard[Rule[Portfolio]]:
    """Say whether a rule is about portfolios."""
    return rule.subject is Portfolio
