"""Registration numbers of organisations outside Sweden."""

from __future__ import annotations

import pytest
from hypothesis import given

from esfmodel.errors import InvalidValue
from esfmodel.testing import foreign_numbers
from esfmodel.values.country import Country
from esfmodel.values.foreign_number import ForeignNumber


@given(foreign_numbers())
def test_the_text_is_country_and_number(number: ForeignNumber) -> None:
    """The text form is the country's code, a space and the number as the register writes it."""
    assert str(number) == f"{number.country.code} {number.value}"


def test_the_country_may_be_named_or_coded() -> None:
    """The country is taken as an object, a code or a name."""
    expected = ForeignNumber(Country("NO"), "974760673")
    assert ForeignNumber("no", " 974760673 ") == ForeignNumber("Norge", "974760673") == expected
    assert ForeignNumber.parse("NO 974760673") == expected
    assert ForeignNumber.parse("el  094019245") == ForeignNumber("Greece", "094019245")


def test_a_number_in_groups_is_the_same_number() -> None:
    """Spaces between digits, other dashes and the label of a Nordic register are no part of the number."""
    assert (
        ForeignNumber("DK", "29 19 06 58") == ForeignNumber("DK", "CVR-nr. 29190658") == ForeignNumber("DK", "29190658")
    )
    assert ForeignNumber("NO", "Org.nr. 974 760 673") == ForeignNumber("NO", "974760673")
    assert ForeignNumber("FI", "Y-tunnus: 0123456\N{EN DASH}7") == ForeignNumber("FI", "0123456-7")
    assert ForeignNumber("DE", "HRB 12 345").value == "HRB 12345"


def test_the_same_number_in_two_countries_is_two_numbers() -> None:
    """The country is part of the number."""
    assert ForeignNumber("NO", "12345678") != ForeignNumber("DK", "12345678")


def test_no_check_digit_is_asked_for() -> None:
    """A number is taken as its register writes it, spaces, letters and quotes included."""
    assert ForeignNumber("DE", 'HRB 1234 "B"').value == 'HRB 1234 "B"'
    assert ForeignNumber("NO", "974\N{NO-BREAK SPACE}760\N{NO-BREAK SPACE}673").value == "974760673"


@pytest.mark.parametrize("country", ["SE", "Sverige"])
def test_a_swedish_number_is_an_organisation_number(country: str) -> None:
    """Sweden's own numbers have their own type, and the error says so."""
    with pytest.raises(InvalidValue, match="is a Swedish number; write it as an organisation number"):
        ForeignNumber(country, "232100-0214")


@pytest.mark.parametrize("value", ["", " ", "x" * 41, "1\n2", "９７４", "٩٧٤", "9\u200b7"])
def test_a_value_that_cannot_be_a_number_is_refused(value: str) -> None:
    """Nothing, more than forty characters, control characters and other digits than 0-9 are refused."""
    with pytest.raises(InvalidValue):
        ForeignNumber("NO", value)


@pytest.mark.parametrize("text", ["974760673", "NO", "NO974760673", "NOR 974760673", "XX 974760673", "NO-974760673"])
def test_a_text_without_a_country_is_refused(text: str) -> None:
    """The text form needs a country's code, a space and a number."""
    with pytest.raises(InvalidValue):
        ForeignNumber.parse(text)


def test_the_country_must_be_one() -> None:
    """A wrong type of country is a `TypeError`, an unknown one is not."""
    with pytest.raises(TypeError, match="country must be given as text, not int"):
        ForeignNumber(47, "974760673")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="is no country we know"):
        ForeignNumber("Norden", "974760673")
