from __future__ import annotations

import pytest
from hypothesis import given

from esfmodel import (
    Country,
    ForeignNumber,
    InvalidValue,
    Organisation,
    OrganisationNumber,
    PostalCode,
)
from esfmodel.testing import foreign_numbers, organisation_numbers


@given(organisation_numbers())
def test_the_text_of_a_number_is_read(number: OrganisationNumber) -> None:
    """A Swedish organisation number may be given in each form that registers print."""
    for text in (str(number), number.digits, f"16{number.digits}", number.vat):
        assert Organisation("Region Kronoberg", text).number == number


@given(foreign_numbers())
def test_a_foreign_number_is_kept(number: ForeignNumber) -> None:
    """The number of a partner abroad is no Swedish one, and stays as it is."""
    assert Organisation("Trøndelag fylkeskommune", number).number is number


def test_where_a_body_is_may_be_given_as_text() -> None:
    """The text of a postal code and of a country is read."""
    body = Organisation("Region Jämtland Härjedalen", postal_code="83127", city="Östersund", country="Sverige")
    assert (body.postal_code, body.country) == (PostalCode("831 27"), Country("SE"))


@pytest.mark.parametrize("number", ["232100-0215", "000000-0000", "", "2321000214X"])
def test_a_wrong_number_is_refused(number: str) -> None:
    """A number whose check digit is wrong is no number."""
    with pytest.raises(InvalidValue):
        Organisation("Region Jämtland Härjedalen", number)


ALVESTA, VÄXJÖ = Organisation("Alvesta kommun"), Organisation("Växjö kommun")


@pytest.mark.parametrize("count", [2, 23, None])
def test_a_group_may_name_some_of_its_members(count: int | None) -> None:
    """A group holds those it names and perhaps others, whose number is known or not."""
    group = Organisation("kommuner i Kronobergs län", count=count, members=[ALVESTA, VÄXJÖ])
    assert group.is_group
    assert group.members == (ALVESTA, VÄXJÖ)


@pytest.mark.parametrize(("count", "members"), [(1, [ALVESTA]), (1, [ALVESTA, VÄXJÖ]), (2, [ALVESTA, VÄXJÖ, ALVESTA])])
def test_a_group_is_at_least_its_members(count: int, members: list[Organisation]) -> None:
    """One body has no members, and a group no more of them than it counts."""
    with pytest.raises(InvalidValue, match="are more than the count") as refused:
        Organisation("kommuner", count=count, members=members)
    assert (refused.value.place, refused.value.given) == ("members", len(members))


def test_a_single_body_is_no_group() -> None:
    """Without a count, a name stands for one body."""
    assert not ALVESTA.is_group
    assert not Organisation("kommuner", count=1).is_group
