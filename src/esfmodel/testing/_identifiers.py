"""Strategies for identifiers: every draw is valid by construction, nothing is filtered."""

from __future__ import annotations

from string import ascii_uppercase, digits

from hypothesis import strategies as st

from esfmodel.values.cci import Cci
from esfmodel.values.country import CODES, EU_LETTERS, Country
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber, check_digit
from esfmodel.values.postal_code import PostalCode

_FIRST_YEARS_WITH_TWO_LETTER_FUNDS = (2014, 2015, 2016, 2021)
_LONGEST_FOREIGN_CODE = 12
_LAST_OF_LATIN = 0x24F
"""The Latin letters end here; in other scripts composing (NFC) can make a text longer than it was drawn."""
_PRINTABLE = st.one_of(
    st.sampled_from(f"{digits}{ascii_uppercase}-/_.:"),
    st.characters(categories=("L", "P", "S"), max_codepoint=_LAST_OF_LATIN),
)


def countries() -> st.SearchStrategy[Country]:
    """Draw any country that has a code."""
    return st.sampled_from(sorted(CODES)).map(Country)


@st.composite
def organisation_numbers(draw: st.DrawFn) -> OrganisationNumber:
    """Draw a Swedish organisation number with the right check digit."""
    nine = draw(st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True))
    return OrganisationNumber(f"{nine}{check_digit(nine)}")


def foreign_numbers() -> st.SearchStrategy[ForeignNumber]:
    """Draw the number of an organisation outside Sweden."""
    return st.builds(ForeignNumber, _foreign_countries(), _printable_text())


def operation_ids() -> st.SearchStrategy[OperationId]:
    """Draw a project's number, in the forms of Swedish registers and Kohesio as well as any other."""
    local = st.one_of(
        st.from_regex(r"[0-9]{2}-[0-9]{3}-S[0-9]{2,3}", fullmatch=True),
        st.from_regex(r"20[0-9]{2}/[0-9]{5}", fullmatch=True),
        st.from_regex(r"202[0-9]{5}", fullmatch=True),
        _printable_text(),
    )
    prefixed = st.builds("{}_{}".format, ccis(serial=True), local)
    return st.one_of(local, prefixed).map(OperationId)


@st.composite
def ccis(draw: st.DrawFn, *, serial: bool | None = None) -> Cci:
    """Draw the code of a programme of 2007-2013, 2014-2020 or 2021-2027; `serial` says whether with a serial number."""
    country = draw(st.sampled_from([*sorted(CODES), "UK", "TC"]))
    year = draw(st.sampled_from((2007, *_FIRST_YEARS_WITH_TWO_LETTER_FUNDS)))
    fund = "[A-Z0-9]" if year == 2007 else "[A-Z0-9]{2}"
    with_serial = draw(st.booleans()) if serial is None else serial
    tail = draw(st.from_regex(rf"[0-9]{{2}}{fund}[A-Z]{{2}}{'[0-9]{3}' if with_serial else ''}", fullmatch=True))
    return Cci(f"{year}{country}{tail}")


@st.composite
def nuts_codes(draw: st.DrawFn) -> NutsCode:
    """Draw a code of any level."""
    letters = draw(st.sampled_from(["SE", *sorted((CODES - {*EU_LETTERS.values()}) | {*EU_LETTERS})]))
    return NutsCode(letters + draw(st.text(digits + ascii_uppercase, max_size=3)))


def postal_codes() -> st.SearchStrategy[PostalCode]:
    """Draw a Swedish or a foreign postal code."""
    swedish = st.from_regex(r"[1-9][0-9]{4}", fullmatch=True).map(PostalCode)
    return st.one_of(swedish, st.builds(PostalCode, _foreign_codes(), _foreign_countries()))


@st.composite
def _foreign_codes(draw: st.DrawFn) -> str:
    """Draw a code that begins with a digit, so that it does not begin with the letters of a country."""
    between = draw(st.text(f"{digits}{ascii_uppercase} -", max_size=_LONGEST_FOREIGN_CODE - 2))
    return f"{draw(st.sampled_from(digits))}{between}{draw(st.sampled_from(digits + ascii_uppercase))}"


def _foreign_countries() -> st.SearchStrategy[Country]:
    return st.sampled_from(sorted(CODES - {"SE"})).map(Country)


def _printable_text() -> st.SearchStrategy[str]:
    """Draw one to three words of up to ten characters."""
    return st.lists(st.text(_PRINTABLE, min_size=1, max_size=10), min_size=1, max_size=3).map(" ".join)
