"""The numbers under which registers keep projects."""

from __future__ import annotations

import pytest
from hypothesis import given

from esfmodel.errors import InvalidValue
from esfmodel.testing import ccis, operation_ids
from esfmodel.values.cci import Cci
from esfmodel.values.operation_id import OperationId


@given(operation_ids())
def test_prefix_and_local_number_make_the_whole(number: OperationId) -> None:
    """The programme in front, an underscore and the local number are the text; without one all is local."""
    if number.cci is None:
        assert number.local == number
    else:
        assert f"{number.cci}_{number.local}" == str(number)
        assert number.scheme is not None
        assert number.scheme.startswith("kohesio")


@given(ccis(serial=True), operation_ids())
def test_a_programme_can_be_written_in_front_of_any_number(cci: Cci, number: OperationId) -> None:
    """A CCI with serial number and an underscore before any number gives that programme and that local number."""
    prefixed = OperationId(f"{cci}_{number}"[:100].strip())
    assert prefixed.cci == cci
    assert number.text.startswith(prefixed.local.text)


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("23-067-S04", "esf-2021"),
        ("23-040-S06", "esf-2021"),
        ("2018/00076", "esf-2014"),
        ("20200940", "tillvaxtverket-2014"),
        ("2021SE05SFPR001_23-017-S01", "kohesio-esf-2021"),
        ("2014SE05M9OP001_2018/00076", "kohesio-esf-2014"),
        ("2014IE16RFOP002_X 1", "kohesio"),
        ("RS2022/2261", None),
        ("101096836", None),
        ("CB007.1.11.075", None),
        ("2015-2017", None),
        ("2021-03-31", None),
        ("1999/00001", None),
        ("https://linkedopendata.eu/entity/Q233276", None),
    ],
)
def test_the_form_is_named_when_it_is_known(text: str, scheme: str | None) -> None:
    """Known forms have a name; any other number is kept as it is, without one."""
    number = OperationId(text)
    assert number.scheme == scheme
    assert str(number) == text


@pytest.mark.parametrize(
    "text",
    [
        *("Dnr 23-067-S04", "dnr: 23-067-s04", "D.nr. 23-067-S04", "Diarienr 23-067-S04", "ÄRENDENUMMER: 23-067-S04"),
        *("23\N{EN DASH}067\N{EN DASH}S04", "23\N{NON-BREAKING HYPHEN}067\N{NON-BREAKING HYPHEN}S04", "23 - 067 - S04"),
        *("Projekt-id: 23\N{MINUS SIGN}067\N{MINUS SIGN}s04", " 23-067-S04\N{NO-BREAK SPACE}"),
    ],
)
def test_a_known_form_is_written_as_its_register_does(text: str) -> None:
    """A label, another dash, spaces beside it and small letters are no difference where the form is known."""
    assert OperationId(text) == OperationId("23-067-S04")


@pytest.mark.parametrize("text", ["2024 10 01", "2021-03-31", "Dnr", "Dnrx 5", "2020 0940"])
def test_any_other_number_is_not_put_together(text: str) -> None:
    """Spaces between digits may mean something, and a label alone is all there is."""
    assert str(OperationId(text)) == text


def test_the_number_is_found_behind_its_programme() -> None:
    """Kohesio's 2021SE05SFPR001_23-017-S01 is the register's 23-017-S01 of programme 2021SE05SFPR001."""
    number = OperationId("2021SE05SFPR001_23-017-S01")
    assert number.cci == Cci("2021SE05SFPR001")
    assert number.local == OperationId("23-017-S01")


@pytest.mark.parametrize(
    "text",
    [
        "2021SE05SFPR001",
        "2021SE05SFPR001_",
        "2021SE05SFPR_23-017-S01",
        "2021se05sfpr001_23-017-S01",
        "2014EL16RFOP001_1",
        "local_2021SE05SFPR001",
    ],
)
def test_what_is_not_a_programme_and_a_number_has_no_programme(text: str) -> None:
    """A programme in front has its serial number, capital letters and something behind it."""
    number = OperationId(text)
    assert number.cci is None
    assert number.local is number


def test_the_rest_of_the_text_stays_as_given() -> None:
    """Case, inner spaces, quotes and backslashes are kept; outer space is not."""
    assert OperationId(' a "B"\\c  1 ').text == 'a "B"\\c  1'
    assert OperationId("a") != OperationId("A")


@pytest.mark.parametrize(
    "text",
    ["x" * 101, "1\n2", "1\x1b[31m", "23-067-S０４", "٢٠١٨/٠٠٠٧٦", "23\N{SOFT HYPHEN}067", "\ud800"],
)
def test_text_that_cannot_be_printed_is_refused(text: str) -> None:
    """Control and invisible characters, other digits than 0-9 and more than a hundred characters are refused."""
    with pytest.raises(InvalidValue, match="operation_id"):
        OperationId(text)
