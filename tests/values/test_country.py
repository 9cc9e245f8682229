"""Countries, by code and by name."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import countries
from esfmodel.values.country import CODES, EU_LETTERS, Country, as_country

NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Two letters that the CLDR names and ISO 3166-1 gives to no country: islands, groups and placeholders."""


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_country_is_found_by_code_and_names(code: str) -> None:
    """Each code, and each Swedish and English name in any case, is the country of that code."""
    country = Country(code)
    assert country.code == code
    for language in ("sv", "en"):
        name = country.name(language)
        for text in (name, name.upper(), name.lower(), name.replace("&", "and")):
            assert Country(text) == country
    assert eval(repr(country)) == country  # noqa: S307 - that it can be evaluated is the law
    assert str(country) == country.name("sv")


@pytest.mark.others_data
def test_the_codes_are_those_babel_names() -> None:
    """The codes are the two-letter territories of the CLDR less those that are no countries of ISO 3166-1."""
    named = {code for code in map(str, Locale("sv").territories) if re.fullmatch("[A-Z]{2}", code)}
    assert named - NOT_COUNTRIES == CODES
    assert len(CODES) == 249 + 1  # ISO 3166-1 has 249; Kosovo is the one more


def test_no_two_countries_share_a_name() -> None:
    """No name in either language is the name of two countries."""
    names = {(language, Country(code).name(language).casefold()): code for code in CODES for language in ("sv", "en")}
    assert len(names) == 2 * len(CODES)
    assert all(code == Country(name).code for (_, name), code in names.items())


@given(countries(), st.sampled_from(["sv", "en"]))
def test_two_countries_are_equal_when_their_codes_are(country: Country, language: str) -> None:
    """A country told by name equals the one told by code and hashes alike."""
    told = Country(country.name(language))
    assert told == country
    assert hash(told) == hash(country)


def test_sweden() -> None:
    """Sverige is SE, and printed in Swedish unless English is asked for."""
    sweden = Country(" sverige ")
    assert (sweden.code, str(sweden), sweden.name("en"), repr(sweden)) == (
        "SE",
        "Sverige",
        "Sweden",
        'Country("Sverige")',
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("EL", "GR"), ("el", "GR"), ("UK", "GB"), ("Island", "IS"), ("USA", "US"), ("Czech Republic", "CZ")),
        *(("turkey", "TR"), ("Vitryssland", "BY"), ("Great Britain", "GB"), ("Côte d'Ivoire", "CI")),
        *(("Bosnia  and Herzegovina", "BA"), ("O\N{COMBINING DIAERESIS}sterrike", "AT")),
    ],
)
def test_other_ways_to_tell_a_country(text: str, code: str) -> None:
    """The Union's own letters, a few older names and other ways to write a name are understood."""
    assert Country(text).code == code


def test_the_unions_letters_are_no_iso_codes() -> None:
    """EL and UK stand for no other country in ISO 3166-1."""
    assert not EU_LETTERS.keys() & CODES
    assert set(EU_LETTERS.values()) <= CODES


@pytest.mark.parametrize(
    "text",
    [*sorted(NOT_COUNTRIES), "European Union", "Norden", "SWE", "752", "S", "ＳＥ", "ßE", "S\x00E", "SE/NO"],
)
def test_what_is_no_country_is_refused(text: str) -> None:
    """Unions, regions, three-letter codes, numbers and full-width letters are no country."""
    with pytest.raises(InvalidValue, match=r"is no country we know; write the ISO 3166-1 code, like SE"):
        Country(text)


def test_names_come_in_two_languages() -> None:
    """Another language is refused, and what is no text is a `TypeError`."""
    with pytest.raises(InvalidValue, match="use one of sv, en"):
        Country("SE").name("fi")
    with pytest.raises(TypeError, match="language must be text, not int"):
        Country("SE").name(1)  # type: ignore[arg-type]


def test_a_country_is_taken_as_it_is() -> None:
    """Where a country or its text is asked for, a country stays the same object."""
    sweden = Country("SE")
    assert as_country(sweden) is sweden
    assert as_country("SE") == sweden


def test_a_code_needs_no_names() -> None:
    """A country told by its code does not load Babel, a name does."""
    program = (
        "import sys; from esfmodel.values.country import Country; "
        "Country('SE'); assert 'babel' not in sys.modules; "
        "Country('Sverige'); assert 'babel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
