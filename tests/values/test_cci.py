"""The codes of programmes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.testing import ccis
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.programming_period import ProgrammingPeriod


@given(ccis())
def test_the_parts_make_the_code(cci: Cci) -> None:
    """Year, country, policy area, fund, type and serial number, one after the other, are the code."""
    parts = (str(cci.year), cci.country_code, cci.policy_area, cci.fund_code, cci.type, cci.serial or "")
    assert "".join(parts) == cci.code == str(cci)
    assert cci.programming_period.first <= cci.year <= cci.programming_period.last


@given(ccis(), ccis())
def test_same_programme_works_both_ways(one: Cci, other: Cci) -> None:
    """A code is of the same programme as itself, and if one is as the other, the other is as the one."""
    assert one.same_programme(one)
    assert one.same_programme(other) == other.same_programme(one)


@given(ccis(serial=False), st.integers(0, 999), st.integers(0, 999))
def test_a_missing_serial_number_is_no_difference(cci: Cci, one: int, other: int) -> None:
    """A code without serial number goes with each that has one; two serial numbers must be equal."""
    first, second = Cci(f"{cci}{one:03}"), Cci(f"{cci}{other:03}")
    assert cci.same_programme(first)
    assert second.same_programme(cci)
    assert first.same_programme(second) == (one == other)
    assert cci != first


@given(ccis())
def test_the_case_of_the_letters_is_no_difference(cci: Cci) -> None:
    """A code in small letters is the same code."""
    assert Cci(cci.code.lower()) == cci


@given(ccis(serial=True))
def test_spaces_and_hyphens_between_the_parts_are_no_difference(cci: Cci) -> None:
    """A code written in groups is the same code."""
    parts = (str(cci.year), cci.country_code, cci.policy_area, cci.fund_code, cci.type, cci.serial or "")
    assert Cci(" ".join(parts)) == Cci("-".join(parts)) == Cci(f"{cci.code[:-3]} {cci.serial}") == cci


@pytest.mark.parametrize("text", ["2021XX05SFPR", "2021ZZ05SFPR001", "2014QQ16RFOP001"])
def test_letters_of_no_country_are_refused(text: str) -> None:
    """The letters are a country's, the Union's, or those of territorial cooperation."""
    with pytest.raises(InvalidValue, match=f"has {text[4:6]}, which is no country"):
        Cci(text)
    assert Cci("2021EU05SFPR").country is None


def test_the_swedish_programme_for_esf_plus() -> None:
    """2021SE05SFPR001 is of 2021, Sweden, area 05, fund SF, type PR, serial 001; its list writes it without 001."""
    cci = Cci("2021SE05SFPR001")
    assert (cci.year, cci.country_code, cci.policy_area, cci.fund_code, cci.type, cci.serial) == (
        *(2021, "SE", "05", "SF", "PR", "001"),
    )
    assert cci.country == Country("SE")
    assert Cci("2021SE05SFPR").serial is None
    assert not cci.same_programme(Cci("2014SE05M9OP001"))


def test_a_code_of_2007_has_one_character_for_the_fund() -> None:
    """2007CB163PO046, Interreg IVC, has the objective 3 where later codes have two letters of a fund."""
    cci = Cci("2007CB163PO046")
    assert (cci.policy_area, cci.fund_code, cci.type, cci.serial) == ("16", "3", "PO", "046")
    assert cci.programming_period == ProgrammingPeriod(2007, 2013)


@pytest.mark.parametrize(
    ("code", "first"),
    [("2014SE05M9OP001", 2014), ("2015BG16RFSM001", 2014), ("2016FI16RFSM001", 2014), ("2021IT16FFPR", 2021)],
)
def test_the_year_tells_the_programming_period(code: str, first: int) -> None:
    """The year lies in the programming period, mostly as its first."""
    assert Cci(code).programming_period == ProgrammingPeriod(first, first + 6)


@given(st.integers(2028, 2099))
def test_a_later_year_has_no_programming_period_yet(year: int) -> None:
    """The code of a later year is right, and its programming period is not known: that is said, and is no None."""
    cci = Cci(f"{year}SE05SFPR001")
    with pytest.raises(NotKnown, match=f"^the programming period of {year} is not known; known are 2007–2013, .*2027$"):
        _ = cci.programming_period


@pytest.mark.parametrize(
    ("code", "country"),
    [("2014GR16M1OP001", "GR"), ("2014UK16RFOP001", "GB"), ("2014TC16RFCB049", None), ("2007CB163PO046", None)],
)
def test_the_country_of_a_code(code: str, country: str | None) -> None:
    """Greece is GR, the United Kingdom UK; territorial cooperation has no country."""
    assert Cci(code).country == (None if country is None else Country(country))


def test_greece_is_not_el_here() -> None:
    """EL belongs to NUTS, and the error gives the code to write."""
    with pytest.raises(InvalidValue, match="has EL for the country, which is GR here; write 2014GR16M1OP001"):
        Cci("2014EL16M1OP001")


@pytest.mark.parametrize(
    "text",
    [
        *("2021SE05SFPR01", "2021SE05SFPR0011", "2021SE05SFPR00", "1999SE05SFPR001", "2006SE05SFPR001"),
        *("2007SE05SFPR001", "2014CB163PO046", "SE05SFPR001", "2021SE0XSFPR001", "2021SE05SFP1001"),
        *("２０２１SE05SFPR", "2021SE٠٥SFPR", "2021ßE05SFPR", "2021ſE05SFPR", "2021SE05SFPR\x00"),
    ],
)
def test_what_has_another_form_is_refused(text: str) -> None:
    """Another length, order, year, alphabet or script is not the code of a programme."""
    with pytest.raises(InvalidValue, match=r"is not the code of a programme; .* like 2021SE05SFPR001$"):
        Cci(text)


def test_only_a_code_can_be_the_same_programme() -> None:
    """A text is not compared with a code."""
    with pytest.raises(TypeError, match="other must be a Cci, not str"):
        Cci("2021SE05SFPR").same_programme("2021SE05SFPR")  # type: ignore[arg-type]
