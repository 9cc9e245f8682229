"""The codes of regions."""

from __future__ import annotations

import pytest
from hypothesis import given

from esfmodel.errors import InvalidValue
from esfmodel.testing import nuts_codes
from esfmodel.values.country import Country
from esfmodel.values.nuts import NutsCode


@given(nuts_codes())
def test_a_region_lies_in_every_region_its_code_begins_with(nuts: NutsCode) -> None:
    """Each shorter beginning is the code of a region, one level up, that contains it and is not contained by it."""
    assert nuts.contains(nuts)
    for length in range(2, len(nuts.code)):
        above = NutsCode(nuts.code[:length])
        assert above.level == length - 2 < nuts.level
        assert above.contains(nuts)
        assert not nuts.contains(above)
        assert above.country == nuts.country


@given(nuts_codes(), nuts_codes())
def test_regions_that_contain_each_other_are_one(one: NutsCode, other: NutsCode) -> None:
    """Two regions contain each other only when they are the same."""
    assert (one.contains(other) and other.contains(one)) == (one == other)


@given(nuts_codes())
def test_the_case_of_the_letters_is_no_difference(nuts: NutsCode) -> None:
    """A code in small letters is the same code."""
    assert NutsCode(nuts.code.lower()) == nuts


@pytest.mark.parametrize("text", ["SE 32", "se32", "SE\N{NO-BREAK SPACE}32", "NUTS SE32", "NUTS 2: SE 32"])
def test_a_code_as_people_write_it(text: str) -> None:
    """A space after the country, small letters and the word NUTS are no difference."""
    assert NutsCode(text) == NutsCode("SE32")


@pytest.mark.parametrize("text", ["SE32 Mellersta Norrland", "Mellersta Norrland (SE 32)", "SE32: Mellersta Norrland"])
def test_a_name_beside_the_code_is_told_of(text: str) -> None:
    """The name of the region is no part of the code."""
    with pytest.raises(InvalidValue, match=r"has a name beside the code; leave the name out and write SE32$"):
        NutsCode(text)


@pytest.mark.parametrize("text", ["SE99", "SE4", "SEA", "SE 9", "SE1AA"])
def test_what_no_region_of_sweden_has_is_refused(text: str) -> None:
    """Swedish regions have the digits 1 to 3 first, and their letters only in codes of before 2008."""
    with pytest.raises(InvalidValue, match="is no region of Sweden"):
        NutsCode(text)
    assert NutsCode("SE0A").country == NutsCode("SEZZZ").country == Country("SE")


def test_jamtland_lies_in_mellersta_norrland() -> None:
    """SE322 lies in SE32 and not in SE33."""
    assert NutsCode("SE32").contains(NutsCode("SE322"))
    assert not NutsCode("SE33").contains(NutsCode("SE322"))
    assert NutsCode("SE32").level == 2


def test_the_nation_in_the_swedish_register() -> None:
    """SE0 is accepted, of level 1 by its length, and a region like any other."""
    assert NutsCode("SE0").level == 1
    assert not NutsCode("SE0").contains(NutsCode("SE32"))


@pytest.mark.parametrize(("text", "country"), [("EL30", "GR"), ("UKM", "GB"), ("SEZZZ", "SE"), ("XK", "XK")])
def test_the_country_of_a_region(text: str, country: str) -> None:
    """The country is known by its ISO code, also where NUTS has other letters."""
    nuts = NutsCode(text)
    assert nuts.country == Country(country)
    assert nuts.country_code == text[:2]


@pytest.mark.parametrize(("text", "right"), [("GR30", "EL30"), ("gb", "UK")])
def test_iso_letters_that_nuts_does_not_use(text: str, right: str) -> None:
    """GR and GB are refused, and the error gives the code to write."""
    with pytest.raises(InvalidValue, match=f"which is {right[:2]} here; write {right}$"):
        NutsCode(text)


def test_letters_of_no_country() -> None:
    """The first two letters must be a country's."""
    with pytest.raises(InvalidValue, match="has QQ, which is no country"):
        NutsCode("QQ12")


@pytest.mark.parametrize("text", ["S", "S1", "32SE", "SE3222", "SE-3", "SE３２", "SE٣", "ſE32", "ßE", "SE\x00"])
def test_what_has_another_form_is_refused(text: str) -> None:
    """Another length, order or script is no code of a region."""
    with pytest.raises(InvalidValue, match="write two letters for the country"):
        NutsCode(text)


def test_only_a_region_can_be_contained() -> None:
    """A text is not compared with a code."""
    with pytest.raises(TypeError, match="other must be a NutsCode, not str"):
        NutsCode("SE").contains("SE32")  # type: ignore[arg-type]
