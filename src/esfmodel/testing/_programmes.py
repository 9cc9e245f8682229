"""Hypothesis strategies for programmes, priorities and calls: valid by construction, nothing filtered."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from esfmodel.model.own_share import OwnShare, Requirement
from esfmodel.model.programme import Call, CategoryOfRegion, ContributionBase, Fund, Priority, Programme
from esfmodel.testing._fields import in_currency, with_some
from esfmodel.testing._figures import money, rates
from esfmodel.testing._identifiers import ccis, countries, nuts_codes
from esfmodel.testing._periods import periods, programming_periods
from esfmodel.testing._words import names
from esfmodel.values.rate import Rate

_LONGEST_MONTHS = 84
"""No programming period runs for longer."""


def priorities() -> st.SearchStrategy[Priority]:
    """Priorities, of which the code alone is always said.

    >>> from hypothesis import find
    >>> str(find(priorities(), lambda priority: True))
    'A'
    """
    return with_some(
        Priority,
        names(),
        name=names(),
        fund=st.sampled_from(Fund),
        category_of_region=st.sampled_from(CategoryOfRegion),
        eu_rate=rates(),
        base=st.sampled_from(ContributionBase),
        specific_objectives=st.lists(names(), max_size=2),
    )


def programmes() -> st.SearchStrategy[Programme]:
    """Programmes, with their priorities or without.

    >>> from hypothesis import find
    >>> find(programmes(), lambda programme: True).cci is None
    True
    """
    return with_some(
        Programme,
        cci=ccis(),
        name=names(),
        funds=st.lists(st.sampled_from(Fund), max_size=2, unique=True),
        programming_period=programming_periods(),
        country=countries(),
        priorities=st.lists(priorities(), max_size=1),
        managing_authority=names(),
    )


def own_shares() -> st.SearchStrategy[OwnShare]:
    """Own shares that calls demand: exactly, at least or at most, with a printed tolerance, decimals, both or neither.

    >>> from hypothesis import given
    >>> @given(own_shares())
    ... def what_is_demanded_is_enough(own_share):
    ...     assert own_share.met_by(own_share.rate)
    >>> what_is_demanded_is_enough()
    """
    return with_some(
        OwnShare,
        st.sampled_from(Requirement),
        rates(),
        tolerance=rates(max_rate=Rate.of_percent(5)),
        decimals=st.integers(0, 3),
    )


def calls(currency: str | None = None) -> st.SearchStrategy[Call]:
    """Calls, with any of what a call may demand.

    >>> from hypothesis import given
    >>> @given(calls("SEK"))
    ... def support_has_room(call):
    ...     if call.smallest_support and call.largest_support:
    ...         assert call.smallest_support <= call.largest_support
    >>> support_has_room()
    """
    return in_currency(currency, _calls)


@cache
def _calls(currency: str) -> st.SearchStrategy[Call]:
    return with_some(
        Call,
        reference=names(),
        name=names(),
        programme=programmes(),
        priority=priorities(),
        fund=st.sampled_from(Fund),
        own_share=own_shares(),
        own_share_by_region=st.lists(st.tuples(nuts_codes(), own_shares()), max_size=1),
        window=periods("day"),
        start_window=periods(),
        longest_months=st.integers(1, _LONGEST_MONTHS),
        smallest_support=money(currency, min_amount=0, max_amount=10**6),
        largest_support=money(currency, min_amount=10**6),
        budget=money(currency, min_amount=0),
    )
