"""Hypothesis strategies for what decisions change, and for when projects report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

import attrs
from hypothesis import strategies as st

from esfmodel.model.budget import Budget
from esfmodel.model.changes import BudgetChange, Difference, LineChange, LineChanges, diff
from esfmodel.model.costs import ActualCost, Cost
from esfmodel.model.funding import Contribution
from esfmodel.model.reporting import Counting, NonWorkingDay, ReportingPeriod, ReportingTerms
from esfmodel.testing._budgets import budgets, contributions, money_like
from esfmodel.testing._fields import in_currency
from esfmodel.testing._periods import dates, periods
from esfmodel.testing._words import names

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = TypeVar("Line", Cost, Contribution)

_DIVISORS_OF_A_YEAR = (1, 2, 3, 4, 6, 12)
_LONGEST_MONTHS = 24


def budget_changes(currency: str | None = None) -> st.SearchStrategy[BudgetChange]:
    """What leads from one budget to another in the same currency; the two may share lines.

    >>> from hypothesis import given
    >>> @given(budget_changes())
    ... def twice_turned_round_is_the_same(change):
    ...     assert change.inverse.inverse == change
    >>> twice_turned_round_is_the_same()
    """
    return in_currency(currency, _changes)


def line_changes(currency: str | None = None) -> st.SearchStrategy[LineChange[Cost] | LineChange[Contribution]]:
    """What became of one line of a budget: changed, moved, added or removed.

    >>> from hypothesis import find
    >>> find(line_changes("SEK"), lambda line: line.before is None).amount_before is None
    True
    """
    return in_currency(currency, _line_changes)


def lists_of_changes(currency: str | None = None) -> st.SearchStrategy[LineChanges[Cost]]:
    """What became of all the lines of cost of a budget.

    >>> from hypothesis import find
    >>> find(lists_of_changes("SEK"), lambda changes: True).lines
    ()
    """
    return budget_changes(currency).map(lambda change: change.costs)


def differences(currency: str | None = None) -> st.SearchStrategy[Difference]:
    """How much the lines with one label moved.

    >>> from hypothesis import find
    >>> find(differences("SEK"), lambda difference: difference.amount is None).amount
    """
    return in_currency(currency, lambda code: st.builds(Difference, st.none() | names(), st.none() | money_like(code)))


def reporting_terms() -> st.SearchStrategy[ReportingTerms]:
    """How often a project reports, and when each report is due.

    >>> from hypothesis import find
    >>> find(reporting_terms(), lambda terms: terms.every_months > 1)
    ReportingTerms(every_months=2, due_months=0)
    """
    return st.builds(
        ReportingTerms,
        every_months=st.sampled_from(_DIVISORS_OF_A_YEAR),
        due_months=st.integers(0, _LONGEST_MONTHS),
        counting=st.sampled_from(Counting),
        non_working_day=st.sampled_from(NonWorkingDay),
    )


def reporting_periods() -> st.SearchStrategy[ReportingPeriod]:
    """Parts of a project's period, each with the day by which its report is due.

    >>> from hypothesis import find
    >>> find(reporting_periods(), lambda part: True).due.year
    2000
    """
    return st.builds(ReportingPeriod, periods(), dates())


@cache
def _changes(currency: str) -> st.SearchStrategy[BudgetChange]:
    return neighbours(currency).map(lambda pair: diff(*pair))


def neighbours(currency: str, count: int = 2) -> st.SearchStrategy[tuple[Budget, ...]]:
    """Budgets made of the same few lines, some of them with another amount."""

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[Budget, ...]:
        first = draw(budgets(currency))
        others = [attrs.evolve(line, basis=ActualCost(draw(money_like(currency)))) for line in first.costs]
        raised = [attrs.evolve(part, amount=draw(money_like(currency))) for part in first.financing]
        totals = st.sampled_from([first.total, draw(st.none() | money_like(currency))])
        return tuple(
            Budget(
                draw(_some([*first.costs, *others])),
                draw(_some([*first.financing, *raised])),
                total=draw(totals),
            )
            for _ in range(count)
        )

    return drawn()


def _some(lines: Sequence[Line]) -> st.SearchStrategy[list[Line]]:
    return st.lists(st.sampled_from(lines), max_size=6) if lines else st.just([])


def _line_changes(currency: str) -> st.SearchStrategy[LineChange[Cost] | LineChange[Contribution]]:
    """Draw a line of a change, or one that was added where nothing changed."""

    def of(change: BudgetChange) -> st.SearchStrategy[LineChange[Cost] | LineChange[Contribution]]:
        lines = [*change.costs.lines, *change.financing.lines]
        return st.sampled_from(lines) if lines else contributions(currency).map(_added)

    return _changes(currency).flatmap(of)


def _added(part: Contribution) -> LineChange[Contribution]:
    return LineChange(place_after=0, after=part, amount_after=part.amount)
