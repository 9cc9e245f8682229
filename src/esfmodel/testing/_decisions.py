"""Hypothesis strategies for decisions and the limits they set: valid by construction, nothing filtered."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from esfmodel.model.decision import Decision, DecisionKind, Limit, LimitBase
from esfmodel.testing._budgets import money_like, small_budgets
from esfmodel.testing._changes import reporting_terms
from esfmodel.testing._fields import in_currency, with_some
from esfmodel.testing._figures import money, rates
from esfmodel.testing._periods import dates, periods
from esfmodel.testing._words import names


def limits(currency: str | None = None) -> st.SearchStrategy[Limit]:
    """Limits: a rate with its base, or a highest amount.

    >>> from hypothesis import given
    >>> @given(limits())
    ... def one_of_the_two(limit):
    ...     assert (limit.rate is None) != (limit.highest is None)
    >>> one_of_the_two()
    """
    return in_currency(currency, _limits)


def decisions(currency: str | None = None) -> st.SearchStrategy[Decision]:
    """Decisions of every kind, in one currency; their day is known, its month or year alone, or nothing.

    >>> from hypothesis import find
    >>> find(decisions(), lambda decision: decision.support is None).kind
    <DecisionKind.APPLIED: 'applied'>
    """
    return in_currency(currency, _decisions)


@cache
def _decisions(currency: str) -> st.SearchStrategy[Decision]:
    return with_some(
        Decision,
        st.sampled_from(DecisionKind),
        on=st.one_of(dates(), periods("month"), periods("year")),
        body=names(),
        support=money_like(currency),
        advance=money_like(currency),
        budget=small_budgets(currency),
        period=periods(),
        limits=st.lists(_limits(currency), max_size=2),
        reporting=reporting_terms(),
        reference=names(),
    )


@cache
def _limits(currency: str) -> st.SearchStrategy[Limit]:
    return st.one_of(
        st.builds(Limit.of_rate, rates(), st.sampled_from(LimitBase)),
        st.builds(Limit.of_amount, money(currency, min_amount=0)),
    )
