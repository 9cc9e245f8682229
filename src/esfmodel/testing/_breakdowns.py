"""Hypothesis strategies for budgets broken down: drawn budgets, and the tables that they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from esfmodel.model.breakdown import Breakdown, BreakdownRow, BudgetSide, By, CurrencyTotals, breakdown
from esfmodel.testing._budgets import budgets, money_like
from esfmodel.testing._fields import in_currency

if TYPE_CHECKING:
    from esfmodel.model.budget import Budget

_COSTS = (By.CATEGORY, By.PARTNER, By.PHASE, By.YEAR)
_FINANCING = (By.FUNDER, By.SOURCE, By.FORM, By.PARTNER, By.PHASE, By.YEAR)


def breakdown_rows(currency: str | None = None) -> st.SearchStrategy[BreakdownRow]:
    """Rows of the tables of drawn budgets.

    >>> from hypothesis import given
    >>> @given(breakdown_rows())
    ... def a_row_has_a_key(row):
    ...     assert row.key is None or row.key
    >>> a_row_has_a_key()
    """
    rows = breakdowns(currency).map(lambda table: table.rows)
    return rows.map(lambda found: found[0] if found else BreakdownRow(key=None, cells=(), total=None))


def breakdowns(currency: str | None = None) -> st.SearchStrategy[Breakdown]:
    """Budgets broken down by all that they can be.

    >>> from hypothesis import given
    >>> @given(breakdowns())
    ... def each_column_has_its_sum(table):
    ...     assert len(table.totals) == len(table.columns)
    >>> each_column_has_its_sum()
    """
    return st.builds(_broken_down, budgets(currency), st.sampled_from(BudgetSide).flatmap(_keys))


def currency_totals(currency: str | None = None) -> st.SearchStrategy[CurrencyTotals]:
    """What a project costs and who pays it in one currency.

    >>> from hypothesis import find
    >>> find(currency_totals("NOK"), lambda totals: True).support is None
    True
    """

    def totals(code: str) -> st.SearchStrategy[CurrencyTotals]:
        amounts = st.none() | money_like(code)
        return st.builds(
            CurrencyTotals,
            currency=st.just(code),
            total_cost=amounts,
            support=amounts,
            eu_support=amounts,
            own_contribution=amounts,
        )

    return in_currency(currency, totals)


def _keys(side: BudgetSide) -> st.SearchStrategy[tuple[BudgetSide, By, By | None]]:
    of_side = _COSTS if side is BudgetSide.COSTS else _FINANCING
    both = st.lists(st.sampled_from(of_side), min_size=1, max_size=2, unique=True)
    return both.map(lambda keys: (side, keys[0], keys[1] if len(keys) > 1 else None))


def _broken_down(budget: Budget, asked: tuple[BudgetSide, By, By | None]) -> Breakdown:
    side, rows, columns = asked
    return breakdown(budget, rows, columns, of=side)
