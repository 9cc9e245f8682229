"""Postal codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import postal_codes
from esfmodel.values.country import CODES, Country
from esfmodel.values.postal_code import PostalCode


@given(st.integers(10_000, 98_999))
def test_every_written_form_is_the_same_swedish_code(number: int) -> None:
    """Five digits, with or without a space of any kind and SE- in front, are one code, printed with a space."""
    digits = str(number)
    written = f"{digits[:3]} {digits[3:]}"
    code = PostalCode(digits)
    others = (
        f"{digits[:2]} {digits[2:]}",
        f"{digits[:3]}-{digits[3:]}",
        f"{digits[:3]}  {digits[3:]}",
        f"SE {written}",
    )
    nation = (f"SE-{digits}", f"se-{written}", f"SE{digits}", f"S-{written}", f"s {digits}")
    for text in (written, f"{digits[:3]}\N{NO-BREAK SPACE}{digits[3:]}", *others, *nation):
        assert PostalCode(text) == PostalCode(text, "SE") == PostalCode(text, Country("SE")) == code
    assert str(code) == written
    assert code.country == Country("SE")


@given(postal_codes())
def test_the_country_may_stand_in_front_or_beside(code: PostalCode) -> None:
    """The country in front of the code, beside it or in both places is the same."""
    country = code.country.code
    prefixed = f"{country}-{code.value}"
    assert PostalCode(prefixed) == PostalCode(code.value, country) == PostalCode(prefixed, country) == code
    assert str(code) == (code.value if country == "SE" else prefixed)


def test_codes_as_people_print_them() -> None:
    """Östersund has 831 27, Vasa FI-65100, and London letters and a space."""
    assert str(PostalCode("83127")) == "831 27"
    assert str(PostalCode("65100", country="Finland")) == "FI-65100"
    assert str(PostalCode("sw1a  1aa", "UK")) == "GB-SW1A 1AA"
    assert PostalCode("LV-1050", "LV").value == "1050"
    assert PostalCode("XX-12", "PL").value == "XX-12"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("831 27 ÖSTERSUND", "831 27"),
        ("83127 Östersund", "831 27"),
        ("S-831 27, Östersund", "831 27"),
        ("Östersund 831 27", "831 27"),
        ("831 27 (Östersund)", "831 27"),
        ("FI-65100 VASA", "FI-65100"),
        ("FI-90100 Uleåborg", "FI-90100"),
        ("NO-7725  Steinkjer", "NO-7725"),
        ("FI 65100", "FI-65100"),
        ("Finland 65100", "FI-65100"),
        ("65100 Vasa, Finland", "FI-65100"),
        ("831 27 Östersund, Sverige", "831 27"),
    ],
)
def test_a_town_beside_the_code_is_told_of(text: str, right: str) -> None:
    """A town is no part of the code, and the error says what to write instead."""
    with pytest.raises(InvalidValue, match=f"has a name beside the code; leave the name out and write {right}$"):
        PostalCode(text)
    assert str(PostalCode(right)) == right


@given(st.sampled_from(sorted(CODES - {"SE"})), st.integers(10_000, 98_999))
def test_a_country_in_other_words_is_never_taken_for_sweden(letters: str, number: int) -> None:
    """What is advised for a code beside the letters or the name of a country is that country's code."""
    for text in (f"{letters} {number}", f"{Country(letters)} {number}", f"{number} {Country(letters).name('en')}"):
        with pytest.raises(InvalidValue) as refused:
            PostalCode(text)
        right = refused.value.params.get("right", f"{letters}-{number}")
        assert PostalCode(str(right)) == PostalCode(str(number), letters)


def test_two_countries_that_contradict_each_other() -> None:
    """A code that begins with another country than the given one is refused."""
    with pytest.raises(InvalidValue, match="begins with FI, but its country is SE; leave one of the two countries out"):
        PostalCode("FI-65100", "SE")


@pytest.mark.parametrize(
    "text",
    [
        *("03127", "8312", "831277", "SE-", "SE-FI-65100", "831 2O"),
        *("Östersund", "８３１２７", "٨٣١٢٧", "831 27\x00", "831\t27", "+83127"),
        *("D 10115", "FIN 65100", "N 50010"),
    ],
)
def test_what_is_no_swedish_code_is_refused(text: str) -> None:
    """Another first digit, length, separator or script is no Swedish postal code."""
    with pytest.raises(InvalidValue, match="postal_code"):
        PostalCode(text)


@pytest.mark.parametrize(
    "text",
    ["1", "1" * 13, "-12", "12-", "1_2", "65100!", "FI- 65100", "６５１００", "Ä1"],
)
def test_what_is_no_foreign_code_is_refused(text: str) -> None:
    """Fewer than 2 or more than 12 characters, other characters and a country twice are no postal code."""
    with pytest.raises(InvalidValue, match="write 2 to 12 letters A-Z, digits, spaces and hyphens"):
        PostalCode(text, "FI")


def test_the_country_must_be_one() -> None:
    """A wrong type of country is a `TypeError`, an unknown one is not."""
    with pytest.raises(TypeError, match="country must be given as text, not int"):
        PostalCode("65100", 358)  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="is no country we know"):
        PostalCode("65100", "Norden")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("123 45 (Bosnien och Hercegovina)", "BA-12345"),
        ("123 45 Bosnien och Hercegovina", "BA-12345"),
        ("123 45 Oslo (Norge)", "NO-12345"),
        ("123 45 (Oslo)", "123 45"),
        ("123 45 XNorge", "123 45"),
        ("123 45 Sverige", "123 45"),
    ],
)
def test_a_country_beside_a_code_is_found_in_brackets_too(text: str, right: str) -> None:
    """One of several words, and one after the name of a town; without a country the code is Swedish."""
    with pytest.raises(InvalidValue) as refused:
        PostalCode(text)
    error = refused.value
    assert (error.code, error.place, error.given, error.params) == (
        "identifier.with_name",
        "postal_code",
        text,
        {"right": right},
    )
