"""The laws that every identifier keeps."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import testing as drawn
from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import printable, trimmed
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.postal_code import PostalCode

TYPES: dict[str, Any] = {
    "Cci": Cci,
    "Country": Country,
    "ForeignNumber": ForeignNumber,
    "NutsCode": NutsCode,
    "OperationId": OperationId,
    "OrganisationNumber": OrganisationNumber,
    "PostalCode": PostalCode,
}
STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "Cci": drawn.ccis(),
    "Country": drawn.countries(),
    "ForeignNumber": drawn.foreign_numbers(),
    "NutsCode": drawn.nuts_codes(),
    "OperationId": drawn.operation_ids(),
    "OrganisationNumber": drawn.organisation_numbers(),
    "PostalCode": drawn.postal_codes(),
}
OUTER_SPACE = st.text(" \t\r\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", max_size=3)

every_identifier = pytest.mark.parametrize("name", sorted(TYPES))


@every_identifier
@given(data=st.data(), before=OUTER_SPACE, after=OUTER_SPACE)
def test_parse_is_the_inverse_of_str(name: str, data: st.DataObject, before: str, after: str) -> None:
    """What `str` writes, `parse` reads back, whatever white space stands around it."""
    identifier = data.draw(STRATEGIES[name])
    assert isinstance(identifier, TYPES[name])
    assert TYPES[name].parse(f"{before}{identifier}{after}") == identifier
    assert str(TYPES[name].parse(str(identifier))) == str(identifier)


@every_identifier
@given(data=st.data())
def test_repr_can_be_pasted_back(name: str, data: st.DataObject) -> None:
    """What `repr` writes is a call that makes an equal identifier."""
    identifier = data.draw(STRATEGIES[name])
    assert eval(repr(identifier), dict(TYPES)) == identifier  # noqa: S307 - that it can be evaluated is the law


@every_identifier
@given(data=st.data())
def test_equal_identifiers_are_printed_alike(name: str, data: st.DataObject) -> None:
    """Two identifiers are equal exactly when they are printed alike, and equal ones hash alike."""
    strategy = STRATEGIES[name]
    one, other = data.draw(strategy), data.draw(strategy)
    assert (one == other) == (str(one) == str(other))
    assert one != other or hash(one) == hash(other)
    assert one != str(one)


@every_identifier
@pytest.mark.parametrize("given_value", [None, 2321000214, 1.5, b"SE", ["SE"]])
def test_what_is_no_text_is_a_type_error(name: str, given_value: object) -> None:
    """A wrong type is a `TypeError`, in `parse` and in the constructor."""
    with pytest.raises(TypeError):
        TYPES[name].parse(given_value)
    with pytest.raises(TypeError):
        TYPES[name](given_value) if name != "ForeignNumber" else ForeignNumber("NO", given_value)  # type: ignore[arg-type]


@every_identifier
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \N{NO-BREAK SPACE} ", id="space"),
        pytest.param("1" * 10_000_000, id="digits"),
        pytest.param("S" * 10_000_000, id="letters"),
        pytest.param(" " * 10_000_000, id="much space"),
        pytest.param("SE\x0012", id="control"),
        pytest.param("SE\u202e1", id="invisible"),
    ],
)
def test_text_that_cannot_be_one_is_refused(name: str, text: str) -> None:
    """Empty text, ten million characters, control and invisible characters are refused in a short sentence."""
    with pytest.raises(InvalidValue) as caught:
        TYPES[name].parse(text)
    assert caught.value.given == text
    assert len(str(caught.value)) < 400


@every_identifier
def test_identifiers_cannot_be_changed(name: str) -> None:
    """An identifier is frozen and has no room for other attributes."""
    identifier = TYPES[name].parse(
        {
            "Cci": "2021SE05SFPR",
            "Country": "Sverige",
            "ForeignNumber": "NO 974760673",
            "OrganisationNumber": "232100-0214",
            "PostalCode": "831 27",
        }.get(name, "SE32")
    )
    with pytest.raises(AttributeError):
        identifier.code = "other"
    assert not hasattr(identifier, "__dict__")


DASHES = st.sampled_from("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}")
LABELS: dict[str, list[str]] = {
    "Cci": ["CCI ", "CCI-nr: ", "cci-kod "],
    "Country": [""],
    "ForeignNumber": [""],
    "NutsCode": ["NUTS ", "NUTS 2: ", "NUTS3 ", "Nuts-kod: "],
    "OperationId": ["Dnr ", "dnr: ", "Diarienummer: ", "D.nr. ", "Ärendenr ", "PROJEKT-ID: "],
    "OrganisationNumber": ["Org.nr ", "Org.nr: ", "Org. nr. ", "orgnr ", "Organisationsnummer: ", "Org-nr "],
    "PostalCode": ["Postnr ", "postnummer: "],
}


@every_identifier
@given(data=st.data(), dash=DASHES)
def test_labels_and_dashes_of_word_processors_are_no_part_of_it(name: str, data: st.DataObject, dash: str) -> None:
    """A label before the identifier and another dash for the hyphen change nothing."""
    identifier = data.draw(STRATEGIES[name])
    label = data.draw(st.sampled_from(LABELS[name]))
    assert TYPES[name].parse(f"{label}{identifier}".replace("-", dash)) == identifier


@every_identifier
@given(text=st.one_of(st.text(max_size=40), st.text("Dnr: -/sS0123456789", max_size=20)))
def test_reading_twice_is_reading_once(name: str, text: str) -> None:
    """Whatever was read is read again from what is written of it."""
    try:
        identifier = TYPES[name].parse(text)
    except InvalidValue:
        return
    assert TYPES[name].parse(str(identifier)) == identifier


def test_letters_are_composed() -> None:
    """A letter and its combining mark are the same text as the composed letter."""
    assert trimmed("place", "A\N{COMBINING RING ABOVE}", 1, "advice") == "Å"


@given(st.text(max_size=60))
def test_trimming_twice_is_trimming_once(text: str) -> None:
    """What has been trimmed stays as it is, and what prints has no control characters."""
    try:
        plain = printable("place", text, 60, "advice")
    except InvalidValue:
        return
    assert printable("place", plain, 60, "advice") == plain
    assert plain.isprintable()


def test_the_message_names_place_value_fault_and_remedy() -> None:
    """An error says where, what was given, what is wrong and what to do."""
    with pytest.raises(InvalidValue, match=r"^number '12345' is longer than 4 characters; write it like 1234$"):
        trimmed("number", "12345", 4, "1234")
    with pytest.raises(
        InvalidValue,
        match=r"^number 'a\\tb' has a character that does not print; take it out$",
    ):
        printable("number", "a\tb", 4, "retype it")
    with pytest.raises(
        InvalidValue, match=r'^number \'１\' has other digits .*; write it with plain digits, as in "1234"$'
    ):
        printable("number", "１", 4, "1234")
