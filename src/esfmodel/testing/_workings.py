"""Hypothesis strategies for workings: none is made up, each explains a drawn budget."""

from __future__ import annotations

from hypothesis import strategies as st

from esfmodel.testing._budgets import balanced_budgets, budgets
from esfmodel.workings import Input, Step, Workings, explain
from esfmodel.workings._explain import FIGURES


def workings(currency: str | None = None) -> st.SearchStrategy[Workings]:
    """How figures of budgets were computed; where too little is known, without a step.

    >>> from hypothesis import given
    >>> @given(workings("SEK"))
    ... def they_can_be_told(found):
    ...     assert found.text("sv") != found.text("en")
    >>> they_can_be_told()
    """
    return st.builds(
        explain,
        budgets(currency),
        st.sampled_from(FIGURES),
        programming_period=st.sampled_from((None, "2014-2020", "2021-2027")),
    )


def steps(currency: str | None = None) -> st.SearchStrategy[Step]:
    """Single steps of workings.

    >>> from hypothesis import find
    >>> find(steps("SEK"), lambda step: step.formula == "support / total_cost").name
    'support_rate'
    """
    explained = st.builds(explain, balanced_budgets(currency), st.sampled_from(FIGURES))
    return explained.flatmap(lambda found: st.sampled_from(found.steps))


def inputs(currency: str | None = None) -> st.SearchStrategy[Input]:
    """What single steps start from.

    >>> from hypothesis import find
    >>> find(inputs("SEK"), lambda given: True).place
    'budget.costs[0]'
    """
    explained = st.builds(explain, balanced_budgets(currency), st.just("total_costs"))
    return explained.flatmap(lambda found: st.sampled_from(found.steps[-1].inputs))
