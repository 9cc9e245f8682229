"""A rule as columns: which facts it needs, and whether it applies, can be judged and is broken in each row.

Every column here has a value in every row, since libraries differ in what a comparison with a null is: an unknown text
is "", and a number that is not known is 0 beside a column that says whether it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

import attrs

from esfmodel.rules.book import RULES
from esfmodel.rules.context import Context
from esfmodel.rules.engine import validate
from esfmodel.rules.finding import Outcome, Severity
from esfmodel.rules.rule import basis_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    # Fields are of its type, which nothing evaluates: what is covered is told without narwhals too.
    from narwhals.stable.v2 import Expr  # noqa: TC004

    from esfmodel.law import Law
    from esfmodel.model import Project
    from esfmodel.values.dates import Date
    from esfmodel.values.fund import Fund
    from esfmodel.values.programming_period import ProgrammingPeriod

T = TypeVar("T")

Same: TypeAlias = bool | int
"""What a number, or whether something holds, is in every row, where no column tells it."""

_FEW = 4
"""So many texts are compared one by one faster than by their hashes."""

PASSED: Final = 0
NOT_APPLICABLE: Final = 1
NOT_EVALUATED: Final = 2
LEVELS: Final = {Severity.INFO: 3, Severity.WARNING: 4, Severity.ERROR: 5}
"""What the column of a rule holds: one of three outcomes, or how grave its finding is."""


def column_of(fact: str) -> str:
    """Return the name of the column of a fact, which is no word of SQL and has none of its signs.

    >>> column_of("cci.period")
    'of_cci_period'
    """
    return f"of_{fact.replace('.', '_')}"


class Asked(NamedTuple):
    """What columns are judged by: the law, the day, and narwhals, in which expressions are written."""

    nw: Any
    law: Law
    on: Date | None
    columns: frozenset[str]
    """The names of the columns that are given, though they hold nothing."""
    kept: dict[str, Any]
    """What is looked up in the law once for several columns."""
    same: dict[str, Same]
    """The facts that are the same in every row, which have no column."""

    def col(self, name: str) -> Expr:
        """Return the column of a fact."""
        same = self.same.get(name)
        if same is not None:
            # Some libraries would else reckon with it in 32 bits.
            return self.lit(same) if isinstance(same, bool) else self.lit(same).cast(self.nw.Int64)
        column: Expr = self.nw.col(column_of(name))
        return column

    def lit(self, value: object) -> Expr:
        """Return one value for every row."""
        literal: Expr = self.nw.lit(value)
        return literal

    def never(self) -> Expr:
        """Return False for every row."""
        return self.lit(False)

    def among(self, text: Expr, values: Collection[str]) -> Expr:
        """Whether a text is one of several."""
        if len(values) > _FEW:
            return text.is_in(sorted(values))
        found = self.never()
        for value in sorted(values):
            found = found | (text == value)
        return found

    def first(self, cases: Iterable[tuple[Expr, object]], otherwise: object) -> Expr:
        """Return the value of the first case that is true."""
        found = self._value(otherwise)
        for condition, value in reversed([*cases]):
            found = self.nw.when(condition).then(self._value(value)).otherwise(found)
        return found

    def only(self, condition: Expr, text: Expr) -> Expr:
        """Return a text where a condition is true, and "" elsewhere, where looking into it then takes no time."""
        return self.first([(condition, text)], "")

    def _value(self, value: object) -> Expr:
        given: Any = value
        expression: Expr = given if isinstance(given, self.nw.Expr) else self.lit(given)
        return expression

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what is kept under a name; it is made when it is first asked for."""
        if name not in self.kept:
            self.kept[name] = make()
        found: T = self.kept[name]
        return found

    def unclear_periods(self, code: str) -> set[ProgrammingPeriod | None]:
        """Return the programming periods for which a proposal changes what a rule reads.

        It is told beside the law in force, which is too much for a column.
        """
        return {row.programming_period for row in basis_rows(RULES[code], self.law) if row.proposal}

    def context(self, code: str, fund: Fund | None) -> Context:
        """Return the context in which the rule of the book judges a project of a fund, without a period."""
        rule = RULES[code]
        return Context(
            rule=rule.code,
            severity=rule.severity,
            basis=rule.basis,
            reads=rule.reads,
            words=rule.words,
            law=self.law,
            on=self.on,
            fund=fund,
        )

    def level_of(self, code: str, project: Project) -> int:
        """Return what the column of a rule holds of a project, by the rule of the book."""
        result = validate(project, on=self.on, law=self.law, rules=[RULES[code]]).result(code)
        if result.findings:
            return max(LEVELS[finding.severity] for finding in result.findings)
        return _WITHOUT_FINDINGS[result.outcome]


_WITHOUT_FINDINGS = {
    Outcome.PASSED: PASSED,
    Outcome.NOT_APPLICABLE: NOT_APPLICABLE,
    Outcome.NOT_EVALUATED: NOT_EVALUATED,
}


def outcome(
    asked: Asked,
    *,
    unread: Expr | None = None,
    applies: Expr | None = None,
    unknown: Expr,
    breach: Expr,
    level: Expr | Severity,
) -> Expr:
    """Return the column of a rule: each condition is asked only where those before it left the outcome open.

    `unread` is where a value is written so that columns cannot judge by it, `applies` whether the rule concerns the
    project, `unknown` where something it needs is not known, and `breach` where it finds something.
    """
    cases: list[tuple[Expr, object]] = []
    if unread is not None:
        cases.append((unread, NOT_EVALUATED))
    if applies is not None:
        cases.append((~applies, NOT_APPLICABLE))
    found = LEVELS[level] if isinstance(level, Severity) else level
    cases += [(unknown, NOT_EVALUATED), (breach, found)]
    return asked.first(cases, PASSED)


@attrs.frozen
class Fact:
    """A derived column: the facts that it is computed from, and how; of one value, where every row has that."""

    needs: tuple[str, ...]
    column: Callable[[Asked], Expr | Same]


@attrs.frozen
class ColumnRule:
    """A rule of the book as columns.

    `facts` are the names of the facts that it is judged by, and `tells` of those that its findings tell of; `own` says
    how those are computed that no other rule needs. `level` returns the column of its outcomes; `expected` and `found`
    are those values of a finding as text, `difference` the one in the smallest unit of the currency.
    """

    code: str
    facts: tuple[str, ...]
    level: Callable[[Asked], Expr]
    tells: tuple[str, ...]
    found: Callable[[Asked], Expr]
    expected: Callable[[Asked], Expr] | None = None
    difference: Callable[[Asked], Expr] | None = None
    own: Mapping[str, Fact] = MappingProxyType({})
