from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, NotKnown, ReadError
from esfmodel.model import Project, programming_period_of
from esfmodel.testing import programming_periods
from esfmodel.values import programming_period as module
from esfmodel.values.cci import Cci
from esfmodel.values.period import Period
from esfmodel.values.programming_period import ProgrammingPeriod, read_periods


@given(programming_periods())
def test_text_out_and_text_in_are_inverses(period: ProgrammingPeriod) -> None:
    """Reading what was written gives the same programming period."""
    assert ProgrammingPeriod.parse(str(period)) == period


@given(
    programming_periods(),
    st.sampled_from(["-", "\u2013", " - ", "\u00a0\u2013\u00a0"]),
    st.sampled_from(["", " ", "\n"]),
)
def test_hyphen_en_dash_and_spaces_are_read(period: ProgrammingPeriod, dash: str, space: str) -> None:
    """Registers and prose write it in many ways."""
    assert ProgrammingPeriod.parse(f"{space}{period.first}{dash}{period.last}{space}") == period


@given(programming_periods())
def test_repr_can_be_pasted_back(period: ProgrammingPeriod) -> None:
    """The repr is the call that makes it."""
    assert eval(repr(period), {"ProgrammingPeriod": ProgrammingPeriod}) == period  # noqa: S307


@given(programming_periods(), programming_periods())
def test_equal_programming_periods_are_one_key(one: ProgrammingPeriod, other: ProgrammingPeriod) -> None:
    """An equal one is found under the same key, and others are not."""
    assert (other in {one: "law"}) == (str(one) == str(other))


@given(programming_periods())
def test_the_period_has_the_same_years(period: ProgrammingPeriod) -> None:
    """From New Year of the first to the end of the last year, known by the year."""
    assert period.period == Period.of_years(period.first, period.last)


def test_the_present_programming_period() -> None:
    """2021-2027 is seven years."""
    period = ProgrammingPeriod(2021, 2027)
    assert (str(period), f"{period}", repr(period)) == ("2021-2027", "2021-2027", "ProgrammingPeriod(2021, 2027)")
    assert str(period.period) == "2021/2027"


def test_a_language_writes_it_as_it_writes_years(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text layer is asked for the format of a period of years."""
    text: Any = SimpleNamespace(format_period=lambda period: f"{period.start.year}\u2013{period.end.year}")
    monkeypatch.setitem(sys.modules, "esfmodel.text.sv", text)
    assert f"{ProgrammingPeriod(2021, 2027):sv}" == "2021\u20132027"


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (2021, 2021, "last 2021 is not after 2021; swap or correct the years"),
        (2027, 2021, "last 2021 is not after 2027; swap or correct the years"),
        (2021, 2031, "last 2031 makes 11 years from 2021; correct the years: a programming period has at most 10"),
        (21, 27, "first 21 is not from 1000 to 9999; give a whole number from 1000 to 9999"),
        (2021, 10_000, "last 10000 is not from 1000 to 9999; give a whole number from 1000 to 9999"),
    ],
)
def test_years_that_make_no_programming_period(first: int, last: int, message: str) -> None:
    """Four digits, one after the other, ten years at most."""
    with pytest.raises(InvalidValue) as refused:
        ProgrammingPeriod(first, last)
    assert str(refused.value) == message


def test_ten_years_are_not_too_many() -> None:
    """The longest and the shortest that can be."""
    assert str(ProgrammingPeriod(2021, 2030)) == "2021-2030"
    assert str(ProgrammingPeriod(2021, 2022)) == "2021-2022"


@pytest.mark.parametrize("year", ["2021", 2021.0, True, None])
def test_years_are_whole_numbers(year: object) -> None:
    """Text, floats and truth values are no years."""
    wrong: Any = year
    with pytest.raises(TypeError, match=r"^first must be a year as a whole number"):
        ProgrammingPeriod(wrong, 2027)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "2021-27",
        "20212027",
        "2021--2027",
        "2021/2027",
        "2021\u20142027",  # em dash
        "20014 - 2020",
        "2021-01-01",
        "\uff12\uff10\uff12\uff11-\uff12\uff10\uff12\uff17",  # full-width digits
        "\u0662\u0660\u0662\u0661-\u0662\u0660\u0662\u0667",  # Arabic-Indic digits
        " " * 10_000_000,
        "2021-2027" + " " * 10_000_000,
        "1" * 10_000_000,
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_other_text_is_refused(text: str) -> None:
    """Two years of four ASCII digits, or an error at once."""
    with pytest.raises(InvalidValue, match=r"^programming_period .* write it like 2021-2027$"):
        ProgrammingPeriod.parse(text)


@pytest.mark.parametrize("given_text", [None, 2021, b"2021-2027", Period.of_years(2021, 2027)])
def test_only_text_is_read(given_text: object) -> None:
    """Bytes, numbers and periods are no text."""
    wrong: Any = given_text
    with pytest.raises(TypeError, match="must be text like '2021-2027'"):
        ProgrammingPeriod.parse(wrong)


NEXT = """
[[period]]
first = 2028
last = 2034
act = "a regulation"
source = "an address"
"""


@pytest.mark.parametrize(("year", "first"), [(2007, 2007), (2013, 2007), (2014, 2014), (2020, 2014), (2027, 2021)])
def test_a_year_lies_in_one_programming_period(year: int, first: int) -> None:
    """The periods follow each other: 2013 is the last year of one, 2014 the first of the next."""
    assert ProgrammingPeriod.of_year(year) == ProgrammingPeriod(first, first + 6)


@pytest.mark.parametrize("year", [2006, 2028])
def test_a_year_of_no_adopted_period_is_not_known(year: int) -> None:
    """Before the first row and after the last nothing is guessed."""
    with pytest.raises(NotKnown, match=f"period of {year} is not known; known are 2007–2013, 2014–2020, 2021–2027"):
        ProgrammingPeriod.of_year(year)


def test_a_new_period_is_a_new_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a row for 2028-2034, and nothing else, years and codes of it are known."""
    listed = module._as_listed()
    monkeypatch.setattr(module, "_as_listed", lambda: listed + NEXT)
    module.known_periods.cache_clear()
    try:
        assert Cci("2030SE05SFPR001").programming_period == ProgrammingPeriod(2028, 2034)
        assert programming_period_of(Project("A", cci="2028SE05SFPR001")) == ProgrammingPeriod(2028, 2034)
    finally:
        monkeypatch.undo()
        module.known_periods.cache_clear()


def test_the_rows_of_the_file_are_checked() -> None:
    """A row with other fields, and one that overlaps the row before, are refused."""
    with pytest.raises(ReadError, match=r"periods.toml, period 1: are other fields than first, last, act, source"):
        read_periods(NEXT.replace("act", "law"))
    with pytest.raises(ReadError, match=r"periods.toml: is not after 2028–2034"):
        read_periods(NEXT + NEXT)
