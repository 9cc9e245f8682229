from __future__ import annotations

import re

import pytest
from babel.numbers import get_currency_precision, get_territory_currencies, list_currencies
from hypothesis import given

from esfmodel.testing import currencies
from esfmodel.values.currencies import MINOR_DIGITS

# Babel (CLDR) says how many decimals people write; ISO 4217 says how many there are. These differ: their minor units
# have lost all worth and nobody writes them, but a bank still keeps them in its books.
ISO_HAS_DECIMALS_THAT_NOBODY_WRITES = {
    "AFN": 2, "ALL": 2, "IQD": 3, "IRR": 2, "KPW": 2, "LAK": 2, "LBP": 2,
    "MGA": 2, "MMK": 2, "RSD": 2, "SOS": 2, "SYP": 2, "YER": 2,
}  # fmt: skip

COUNTRIES_OF_THE_UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()


@pytest.mark.others_data
def test_decimals_agree_with_babel() -> None:
    """Every currency has the decimals that Babel gives it, but for those whose decimals nobody writes."""
    differing = {code: digits for code, digits in MINOR_DIGITS.items() if digits != get_currency_precision(code)}
    assert differing == ISO_HAS_DECIMALS_THAT_NOBODY_WRITES


@pytest.mark.others_data
def test_every_currency_is_known_to_babel() -> None:
    """No code is made up: Babel has a name for each."""
    assert set(MINOR_DIGITS) <= list_currencies("en")


@pytest.mark.others_data
@pytest.mark.parametrize("country", [*COUNTRIES_OF_THE_UNION, "NO", "IS", "GB", "CH", "UA", "RS", "TR"])
def test_no_currency_of_the_union_or_its_neighbours_is_missing(country: str) -> None:
    """A project may be written in any currency its country has used since the first structural funds."""
    used = get_territory_currencies(country, tender=True, non_tender=False, start_date=None, end_date=None)
    assert used
    assert set(used) <= set(MINOR_DIGITS)


@given(currencies())
def test_a_code_is_three_capital_letters(code: str) -> None:
    """A code is three letters, so that the text of an amount is never mistaken for that of a share."""
    assert re.fullmatch("[A-Z]{3}", code)


def test_digits_by_hand() -> None:
    """A krona has a hundred öre, a yen nothing smaller, a Kuwaiti dinar a thousand fils."""
    assert (MINOR_DIGITS["SEK"], MINOR_DIGITS["JPY"], MINOR_DIGITS["KWD"]) == (2, 0, 3)


@pytest.mark.parametrize("code", ["XAU", "XXX", "XTS", "CLF", "SEC", "sek", "XDR"])
def test_what_no_project_is_paid_in_is_left_out(code: str) -> None:
    """Metals, test codes and funds codes are no currencies of an amount."""
    assert code not in MINOR_DIGITS


def test_the_table_cannot_be_changed() -> None:
    """Nobody who imports the table can change it for everyone else."""
    with pytest.raises(TypeError):
        MINOR_DIGITS["SEK"] = 0  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
