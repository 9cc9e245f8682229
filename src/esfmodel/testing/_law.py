"""Hypothesis strategies for the law: the rows that ship with the library, and any part of them."""

from __future__ import annotations

from hypothesis import strategies as st

from esfmodel.law import LAW, Law, Provision


def provisions() -> st.SearchStrategy[Provision]:
    """Provisions in the law that ships with the library; none is made up.

    >>> from hypothesis import given
    >>> @given(provisions())
    ... def a_provision_can_be_looked_up(row):
    ...     assert row in LAW.history(row.key)
    >>> a_provision_can_be_looked_up()
    """
    return st.sampled_from(LAW.provisions)


def laws() -> st.SearchStrategy[Law]:
    """Laws that hold some of the provisions, all of them, or none.

    >>> from hypothesis import find
    >>> find(laws(), lambda law: True).provisions
    ()
    """
    kept = st.tuples(*(st.booleans() for _ in LAW.provisions))
    return kept.map(lambda keep: Law(row for row, kept in zip(LAW.provisions, keep, strict=True) if kept))
