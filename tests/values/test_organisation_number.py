"""Swedish organisation numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import organisation_numbers
from esfmodel.values.organisation_number import OrganisationNumber, check_digit

DOUBLED = {"0": 0, "1": 2, "2": 4, "3": 6, "4": 8, "5": 1, "6": 3, "7": 5, "8": 7, "9": 9}
"""The digit sum of twice a digit, from a table: the second implementation, without arithmetic on products."""

nine_digits = st.text("0123456789", min_size=9, max_size=9)


def passes_luhn(ten_digits: str) -> bool:
    """Whether the sum from the right, table values at every second place, ends in zero."""
    from_the_right = ten_digits[::-1]
    plain = sum("0123456789".index(digit) for digit in from_the_right[0::2])
    return str(plain + sum(DOUBLED[digit] for digit in from_the_right[1::2])).endswith("0")


@given(nine_digits)
def test_exactly_one_check_digit_passes(nine: str) -> None:
    """Of the ten last digits, `check_digit` gives the only one that a second implementation of the rule accepts."""
    assert [last for last in "0123456789" if passes_luhn(nine + last)] == [str(check_digit(nine))]


@given(st.text("0123456789", min_size=10, max_size=10))
def test_a_number_is_accepted_exactly_when_the_rules_say_so(digits: str) -> None:
    """Ten digits are a number when they pass the rule of the check digit and the third is at least 2."""
    if passes_luhn(digits) and digits[2] in "23456789":
        assert OrganisationNumber(digits).digits == digits
    else:
        with pytest.raises(InvalidValue):
            OrganisationNumber(digits)


@given(organisation_numbers())
def test_every_written_form_is_the_same_number(number: OrganisationNumber) -> None:
    """Ten or twelve digits, with or without hyphen, and the VAT form in any case are one number."""
    digits = number.digits
    written = f"{digits[:6]}-{digits[6:]}"
    spaced, by_thousands = written.replace("-", " "), f"{int(digits):,}".replace(",", " ")
    vat = f"SE {written} 01"
    for text in (
        digits,
        written,
        spaced,
        by_thousands,
        f"{digits[:6]} - {digits[6:]}",
        number.vat,
        number.vat.lower(),
        vat,
    ):
        assert OrganisationNumber(text) == number
    for text in (digits, written, spaced):
        assert OrganisationNumber(f"16{text}") == OrganisationNumber(f"16-{text}") == number
        assert OrganisationNumber(f"16 {text}") == OrganisationNumber(f"0007:{text}") == number
    assert str(number) == written


@given(organisation_numbers(), st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(number: OrganisationNumber, place: int, digit: str) -> None:
    """A single changed digit is never another valid number."""
    changed = number.digits[:place] + digit + number.digits[place + 1 :]
    if changed != number.digits:
        with pytest.raises(InvalidValue):
            OrganisationNumber(changed)


@pytest.mark.parametrize("text", ["232100-0214", "212000-3005", "202100-5224"])
def test_known_numbers(text: str) -> None:
    """Region Jämtland Härjedalen, Uppsala kommun and Svenska ESF-rådet have these numbers."""
    assert str(OrganisationNumber(text.replace("-", ""))) == text


def test_a_check_digit_by_hand() -> None:
    """232100021: 4+3+4+1+0+0+0+2+2 is 16, so 4 brings it to 20."""
    assert check_digit("232100021") == 4
    assert OrganisationNumber("2321000214").vat == "SE232100021401"


def test_a_wrong_check_digit_is_explained() -> None:
    """The error says which digit stands there and which would have to."""
    with pytest.raises(InvalidValue) as caught:
        OrganisationNumber("232100-0215")
    assert str(caught.value) == (
        "organisation_number '232100-0215' has the check digit 5, where its first nine digits ask for 4; "
        "compare it with the register: the last digit would have to be 4, if no other digit is wrong"
    )


def test_zeros_are_no_number() -> None:
    """000000-0000 passes the rule of the check digit and is refused all the same."""
    assert passes_luhn("0000000000")
    with pytest.raises(InvalidValue, match="is a placeholder of zeros; leave the number out"):
        OrganisationNumber("000000-0000")


def test_a_personal_number_is_refused() -> None:
    """121212-1212 passes the rule of the check digit, but its third digit is a person's."""
    assert passes_luhn("1212121212")
    with pytest.raises(InvalidValue, match="has the third digit 1, where a legal person has at least 2"):
        OrganisationNumber("121212-1212")


@pytest.mark.parametrize(
    "text",
    [
        "23210-00214",
        "192321000214",
        "SE2321000214",
        "SE232100021402",
        "ſe232100021401",
        "232100021",
        "23210002144",
        "２３２１０００２１４",
        "٢٣٢١٠٠٠٢١٤",
        "232100-0214\x00",
        "232100-0214\n232100-0214",
        "-2321000214",
        "2.321e9",
    ],
)
def test_other_writing_is_refused(text: str) -> None:
    """Another separator, prefix, length or another script's digits are not read as a number."""
    with pytest.raises(InvalidValue, match="is not written as one; write ten digits, like 232100-0214"):
        OrganisationNumber(text)
