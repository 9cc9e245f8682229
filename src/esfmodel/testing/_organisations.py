"""Hypothesis strategies for organisations: valid by construction, nothing filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.testing._fields import with_some
from esfmodel.testing._identifiers import countries, foreign_numbers, organisation_numbers, postal_codes
from esfmodel.testing._words import names

if TYPE_CHECKING:
    from esfmodel.values.country import Country

_LARGEST_GROUP = 290
"""As many as there are municipalities in Sweden."""


def organisations() -> st.SearchStrategy[Organisation]:
    """Bodies, and groups of bodies whose members are named in part, in full or not at all.

    >>> from hypothesis import given
    >>> @given(organisations())
    ... def a_group_holds_its_members(organisation):
    ...     assert organisation.count is None or organisation.count >= len(organisation.members)
    >>> a_group_holds_its_members()
    """
    return st.one_of(_bodies(), st.lists(plain_organisations(), max_size=2).flatmap(_groups_of))


def plain_organisations() -> st.SearchStrategy[Organisation]:
    """Bodies of which the name is known, perhaps the number and the kind: those of funders and members."""
    return with_some(Organisation, names(), number=organisation_numbers(), kind=st.sampled_from(OrganisationKind))


def _bodies() -> st.SearchStrategy[Organisation]:
    return with_some(
        Organisation,
        names(),
        number=st.one_of(organisation_numbers(), foreign_numbers()),
        kind=st.sampled_from(OrganisationKind),
        unit=names(),
        municipality=names(),
        postal_code=postal_codes(),
        city=names(),
        country=countries(),
    )


def _groups_of(members: list[Organisation]) -> st.SearchStrategy[Organisation]:
    counts = st.one_of(st.none(), st.integers(max(len(members), 2), _LARGEST_GROUP))

    def group(
        name: str, count: int | None, kind: OrganisationKind | None = None, country: Country | None = None
    ) -> Organisation:
        return Organisation(name, kind=kind, count=count, members=members, country=country)

    return with_some(group, names(), counts, kind=st.sampled_from(OrganisationKind), country=countries())
