"""Projects in a data frame, judged by columns: the same rules, without an object for each project."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.frames._coverage import COVERED
from esfmodel.frames._given import ROW, given_frame, without_nulls
from esfmodel.frames._rules import COLUMN_RULES, FACTS
from esfmodel.frames._rules.column_rule import LEVELS, NOT_APPLICABLE, NOT_EVALUATED, PASSED, Asked, Same, column_of
from esfmodel.frames._rules.facts import stages
from esfmodel.law import LAW, Law
from esfmodel.rules.book import RULES, unknown_rule
from esfmodel.rules.finding import Outcome, Severity
from esfmodel.values.dates import as_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._given import GivenFrame
    from esfmodel.frames._rules.column_rule import ColumnRule
    from esfmodel.values.dates import Date, DateLike

Frame = TypeVar("Frame")


@attrs.frozen(kw_only=True)
class Checked(Generic[Frame]):
    """What `check` found, in frames of the kind that was given.

    `findings` has a row for each finding: `row`, the rule's `code`, its `severity` and `outcome`, what was `expected`
    and `found` as text, the `difference_minor` and the `currency`. `summary` has a row for each rule: `code`,
    `severity`, and how many rows `passed`, `failed`, are `not_applicable` and `not_evaluated`, with the number of
    `findings`. `outcomes` has a row for each row that was given, in which the column of each rule holds its outcome.

    >>> import polars as pl
    >>> checked = check(pl.DataFrame({"nuts": ["SE11"], "country": ["NO"]}), rules=["PRJ009"])
    >>> checked.summary.select("code", "failed").rows(), checked.outcomes.rows()
    ([('PRJ009', 1)], [(0, 'failed')])
    """

    findings: Frame
    summary: Frame
    outcomes: Frame


def check(
    frame: Frame, *, on: DateLike | None = None, law: Law = LAW, rules: Iterable[str] | None = None
) -> Checked[Frame]:
    """Judge a data frame with a row for each project by columns, without making the projects.

    The frame is of any library that narwhals reads: polars, pandas, PyArrow, DuckDB, Spark. Its columns are those of
    `COLUMNS["project"]`, of which none must be there: what is missing is not known. Other columns are not read.
    Findings tell their row by the column `project`; where a frame that is loaded has none, by the number of the row,
    from 0. What is lazy stays lazy: nothing is computed before the result is.

    A row is judged as `validate` judges the project that `from_frame` makes of it; `on` and `law` are those of
    `validate`. `rules` are codes and families to judge by; of a family, those that are in `COVERED`. What is not
    written as `to_frame` writes it, such as a fund by another name, is read by `from_frame` and not here: rules that
    need it are not evaluated. The same goes for a day with a time, bounds that do not follow from exact amounts,
    figures of a row that contradict each other, and a number whose CCI is of another programme than the CCI.

    Raises `InvalidValue` for two columns of one name, a column of another type (such as floats for amounts, or text for
    days), an unknown rule, a rule that is not covered, and a lazy frame without `project`; `TypeError` for what is no
    frame.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"nuts": ["SE32", "DK01", None], "country": ["SE", "SE", "SE"]})
    >>> checked = check(frame, rules=["PRJ009"])
    >>> checked.findings.select("row", "code", "severity", "expected", "found").rows()
    [(1, 'PRJ009', 'warning', 'SE', 'DK01')]
    >>> checked.summary.select("code", "passed", "failed", "not_evaluated").rows()
    [('PRJ009', 1, 1, 1)]
    """
    day = None if on is None else as_date(on, "on")
    judged = _chosen(rules)
    needed = {name for rule in judged for name in (*rule.facts, *rule.tells)} | {_CURRENCY}
    computed = stages(sorted(needed), FACTS)
    given = given_frame(frame, {name.partition(".")[0] for name in computed[0]})
    asked = Asked(given.nw, law, day, given.columns, _kept_by(law, day), {})
    checking: _Checking[Frame] = _Checking(given, asked, judged, computed)
    return checking.checked()


_CURRENCY = "currency"


@lru_cache(maxsize=8)
def _kept_by(_law: Law, _day: Date | None) -> dict[str, Any]:
    """Return what was looked up in a law for a day, so that it is looked up once."""
    return {}


def _chosen(names: Iterable[str] | None) -> tuple[ColumnRule, ...]:
    """Return the rules of these codes and families, in the order of their codes."""
    if names is None:
        return tuple(COLUMN_RULES.values())
    if isinstance(names, str):
        raise TypeError(f"rules takes several codes or families, such as ['PRJ', 'BUD004']; not {names!r}")
    chosen: set[str] = set()
    for index, name in enumerate(names):
        codes = [rule.code for rule in RULES if name in {rule.code, rule.family}]
        if not codes:
            raise unknown_rule(f"rules[{index}]", name, {*RULES.codes, *RULES.families}, RULES.families)
        covered = [code for code in codes if code in COLUMN_RULES]
        if not covered:
            raise InvalidValue("frame.not_covered", f"rules[{index}]", name, covered=COVERED)
        chosen.update(covered)
    return tuple(rule for code, rule in COLUMN_RULES.items() if code in chosen)


class _Checking(Generic[Frame]):
    """Judges a frame: facts are computed once, then every rule, and then what is told of them."""

    def __init__(
        self,
        given: GivenFrame,
        asked: Asked,
        rules: Sequence[ColumnRule],
        computed: Sequence[Sequence[str]],
    ) -> None:
        self._given = given
        self._asked = asked
        self._nw = given.nw
        self._rules = rules
        self._codes = [rule.code for rule in rules]
        self._tells = {name for rule in rules for name in rule.tells} | {_CURRENCY}
        self._wide = self._judged(*computed)

    def _judged(self, facts: Sequence[str], *derived: Sequence[str]) -> Any:  # noqa: ANN401
        """Return the frame with the row, the facts that findings tell of, and a column for each rule."""
        nw, frame = self._nw, self._given.frame
        # Eager polars computes each column on its own; as a plan, those that do not depend on each other share threads.
        is_polars = not self._given.is_lazy and frame.implementation.is_polars()
        if is_polars:
            frame = frame.lazy()
        known = self._columns(without_nulls(self._given, facts))
        frame = frame.select(nw.col(ROW).cast(nw.Int64).alias(_ROW), *known.values())
        # What no later column needs is dropped at once: two million rows of a hundred columns are much.
        needed = [{name for fact in stage for name in FACTS[fact].needs} for stage in derived[1:]]
        needed.append({name for rule in self._rules for name in rule.facts} | self._tells)
        kept = [*known]
        for number, stage in enumerate(derived):
            kept = [name for name in kept if any(name in names for names in needed[number:])]
            columns = self._columns({name: FACTS[name].column(self._asked) for name in stage})
            frame = frame.select(_ROW, *map(column_of, kept), *columns.values())
            kept += columns
        levels = [rule.level(self._asked).cast(nw.Int8).alias(rule.code) for rule in self._rules]
        frame = frame.select(_ROW, *self._told(), *levels)
        return frame.collect() if is_polars else frame

    def _columns(self, facts: Mapping[str, Expr | Same]) -> dict[str, Expr]:
        """Return the columns of facts; those that are the same in every row are kept as that."""
        self._asked.same.update({name: fact for name, fact in facts.items() if isinstance(fact, Same)})
        return {name: fact.alias(column_of(name)) for name, fact in facts.items() if not isinstance(fact, Same)}

    def _told(self) -> list[str]:
        """Return the columns that findings tell of."""
        return [column_of(name) for name in sorted(self._tells - self._asked.same.keys())]

    def checked(self) -> Checked[Frame]:
        """Return what was found."""
        found = (self._findings(), self._summary(), self._outcomes())
        findings, summary, outcomes = (each.to_native() for each in found)
        return Checked(findings=findings, summary=summary, outcomes=outcomes)

    # --- Findings

    def _findings(self) -> Any:  # noqa: ANN401
        nw = self._nw
        least = min(LEVELS.values())
        has_any = self._asked.never()
        for code in self._codes:
            has_any = has_any | (nw.col(code) >= least)
        frame = self._wide.filter(has_any)
        # Rows with findings are few: only of them is there a row for each rule, and are texts written.
        frame = frame.unpivot(
            on=self._codes, index=[_ROW, *self._told()], variable_name=_CODE, value_name=_LEVEL
        ).filter(nw.col(_LEVEL) >= least)
        if not self._given.is_lazy:
            # Else pandas has no nulls among whole numbers.
            frame = nw.maybe_convert_dtypes(frame)
        level = nw.col(_LEVEL)
        severity = self._asked.first([(level == LEVELS[each], each.value) for each in Severity], "")
        currency = self._asked.col(_CURRENCY)
        is_info = level == LEVELS[Severity.INFO]
        found = frame.select(
            nw.col(_ROW).alias("row"),
            nw.col(_CODE).cast(nw.String).alias("code"),
            severity.alias("severity"),
            self._asked.first([(is_info, Outcome.PASSED.value)], Outcome.FAILED.value).alias("outcome"),
            self._of_each("expected", nw.col(_CODE).cast(nw.String)).alias("expected"),
            self._of_each("found", nw.col(_CODE).cast(nw.String)).alias("found"),
            self._of_each("difference", level.cast(nw.Int64)).alias("difference_minor"),
            nw.when(currency != "").then(currency).alias("currency"),
        )
        return found.sort("row", "code")

    def _of_each(self, name: str, of_type: Expr) -> Expr:
        """Return what the rule of each finding tells under a name; null, of a type, where it tells nothing."""
        nw = self._nw
        found: Expr = nw.when(self._asked.never()).then(of_type)
        for rule in self._rules:
            told = getattr(rule, name)
            if told is not None:
                found = nw.when(nw.col(_CODE) == rule.code).then(told(self._asked)).otherwise(found)
        return found

    # --- The summary, in one pass over the rows

    def _summary(self) -> Any:  # noqa: ANN401
        nw = self._nw
        levels = range(PASSED, 1 + max(LEVELS.values()))
        counts = [self._count(code, level).alias(f"{level}{code}") for code in self._codes for level in levels]
        # One row with a column for each rule and level, then a row for each of those, then a row for each rule.
        totals = self._wide.select(*counts).unpivot(on=None, index=None, variable_name=_CODE, value_name=_LEVEL)
        name = nw.col(_CODE).cast(nw.String)
        parts = totals.select(name.str.slice(0, 1).alias(_ROW), name.str.slice(1).alias("code"), _LEVEL)
        columns = [
            self._asked.first([(nw.col(_ROW) == str(level), nw.col(_LEVEL)) for level in counted], 0).alias(heading)
            for heading, counted in _COUNTS.items()
        ]
        summed = parts.select("code", *columns).group_by("code").agg(*[nw.col(each).sum() for each in _COUNTS])
        severities = [(nw.col("code") == code, RULES[code].severity.value) for code in self._codes]
        severity = self._asked.first(severities, "").alias("severity")
        return summed.select("code", severity, *[nw.col(each).cast(nw.Int64) for each in _COUNTS]).sort("code")

    def _count(self, code: str, level: int) -> Expr:
        is_such = self._nw.col(code) == level
        counted: Expr = is_such.cast(self._nw.Int8).sum().fill_null(0).cast(self._nw.Int64)
        return counted

    # --- Every outcome

    def _outcomes(self) -> Any:  # noqa: ANN401
        nw = self._nw
        words = [(PASSED, Outcome.PASSED), (NOT_APPLICABLE, Outcome.NOT_APPLICABLE)]
        words += [(NOT_EVALUATED, Outcome.NOT_EVALUATED), (LEVELS[Severity.INFO], Outcome.PASSED)]
        columns = [
            self._asked.first([(nw.col(code) == level, each.value) for level, each in words], Outcome.FAILED.value)
            for code in self._codes
        ]
        named = [column.alias(code) for column, code in zip(columns, self._codes, strict=True)]
        return self._wide.select(nw.col(_ROW).alias("row"), *named)


# No name of a fact or of a rule.
_ROW, _CODE, _LEVEL = "_row", "_code", "_level"
_COUNTS = {
    "passed": (PASSED, LEVELS[Severity.INFO]),
    "failed": (LEVELS[Severity.WARNING], LEVELS[Severity.ERROR]),
    "not_applicable": (NOT_APPLICABLE,),
    "not_evaluated": (NOT_EVALUATED,),
    "findings": tuple(LEVELS.values()),
}
"""The columns of the summary, and the levels of a rule that each counts."""
