from __future__ import annotations

import copy
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import open_periods, periods
from esfmodel.values.period import OpenPeriod, Period

ANY = st.one_of(periods(), open_periods())


@given(ANY)
def test_text_out_and_text_in_are_inverses(period: Period | OpenPeriod) -> None:
    """Reading what was written gives the same period."""
    assert type(period).parse(str(period)) == period


@given(ANY)
def test_repr_can_be_pasted_back(period: Period | OpenPeriod) -> None:
    """The repr is the call that makes the period."""
    assert eval(repr(period), {"Period": Period, "OpenPeriod": OpenPeriod}) == period  # noqa: S307


@given(ANY, ANY)
def test_equal_periods_have_equal_hashes(one: Period | OpenPeriod, other: Period | OpenPeriod) -> None:
    """Periods are equal when their text is, and equal ones hash alike."""
    assert (one == other) == (str(one) == str(other))
    assert hash(one) == hash(copy.deepcopy(one))
    assert len({one, copy.deepcopy(one)}) == 1


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period("2024-10-01", "2027-09-30"), "2024-10-01/2027-09-30"),
        (Period("2019-05", "2022-04", "month"), "2019-05/2022-04"),
        (Period.of_years(2023, 2025), "2023/2025"),
        (Period.of_years(1, 9999), "0001/9999"),
        (OpenPeriod("2024-10-01"), "2024-10-01/.."),
        (OpenPeriod(end="2027-09-30"), "../2027-09-30"),
    ],
)
def test_text_is_iso_8601(period: Period | OpenPeriod, text: str) -> None:
    """A period is written as finely as it was stated."""
    assert str(period) == f"{period}" == text


def test_how_finely_it_was_stated_is_part_of_the_period() -> None:
    """The same days stated by the year and by the day are two periods."""
    assert Period("2023-01-01", "2025-12-31") != Period.of_years(2023, 2025)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period("2024-10-01", "2027-09-30"), 'Period("2024-10-01", "2027-09-30")'),
        (Period("2023", "2025", "year"), 'Period("2023-01-01", "2025-12-31", "year")'),
        (OpenPeriod("2024-10-01"), 'OpenPeriod(start="2024-10-01")'),
        (OpenPeriod(end="2027-09-30"), 'OpenPeriod(end="2027-09-30")'),
    ],
)
def test_repr_is_short(period: Period | OpenPeriod, text: str) -> None:
    """The precision is shown only when it is not the day."""
    assert repr(period) == text


@pytest.mark.parametrize("period", [Period.of_years(2023, 2025), OpenPeriod("2024-10-01")])
def test_a_language_writes_the_period(period: Period | OpenPeriod, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text layer is asked for the format of periods, with the style that was named."""

    def format_period(value: object, *, style: str = "long") -> str:
        return f"{value} {style}"

    text: Any = SimpleNamespace(format_period=format_period)
    monkeypatch.setitem(sys.modules, "esfmodel.text.sv", text)
    assert f"{period:sv}" == f"{period} long"
    assert f"{period:sv:short}" == f"{period} short"
    with pytest.raises(InvalidValue, match="is not one we know"):
        format(period, "%Y")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "2024-10-01",
        "20241001/20270930",
        "2024-10-01 / 2027-09-30",
        "2024-10-01/2027-09-30 ",
        "2024-10-01/2027-09-30\n",
        "2024-10-01--2027-09-30",
        "2024-10-01/2027-09-30/2028-01-01",
        "2024-10-01/P36M",
        "2024-10-01/2027-09",
        "2024-10/2027",
        "2024-W40/2027-W39",
        "2024-10-01/",
        "24-10-01/27-09-30",
        "+2024/+2027",
        "\uff12\uff10\uff12\uff13/\uff12\uff10\uff12\uff15",  # full-width digits
        "\u0662\u0660\u0662\u0663/\u0662\u0660\u0662\u0665",  # Arabic-Indic digits
        "2023-1\u0661-01/2025-12-31",
        "2023-01-01/..",
        "../..",
        "2023/2025" * 1_200_000,
        "/" * 10_000_000,
        "1" * 10_000_000,
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_other_text_is_refused(text: str) -> None:
    """Only the forms that are written are read; long text costs no time."""
    with pytest.raises(InvalidValue, match=r"^period ") as refused:
        Period.parse(text)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2023-02-31/2025-12-31", "start '2023-02-31' is no day of the calendar; correct the day: 2023-02 has 28 days"),
        ("2023-01-01/2025-13-01", "end '2025-13-01' has the month 13; give a month from 01 to 12"),
        ("2019-00/2022-04", "start '2019-00' has the month 00; give a month from 01 to 12"),
        ("0000/2022", "start '0000' has the year 0000; give a year from 0001 to 9999"),
        ("2023-01-01/2025-12-00", "end '2025-12-00' is no day of the calendar; correct the day: 2025-12 has 31 days"),
        ("2025/2023", "end '2023-12-31' is before the start 2025-01-01; swap the two or correct one"),
    ],
)
def test_what_is_not_in_the_calendar_is_named(text: str, wrong: str) -> None:
    """The error says which end is wrong and why."""
    with pytest.raises(InvalidValue) as refused:
        Period.parse(text)
    assert str(refused.value) == wrong


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/..", "../", "2024/..", "2024-10-01/2027-09-30", "2024-10-01/...", "../" + "1" * 10_000_000],
    ids=lambda text: text[:40],
)
def test_other_text_is_no_open_period(text: str) -> None:
    """One end is a day and the other is two dots."""
    with pytest.raises(InvalidValue):
        OpenPeriod.parse(text)


@pytest.mark.parametrize("kind", [Period, OpenPeriod])
@pytest.mark.parametrize("given", [None, 2023, b"2023/2025"])
def test_only_text_is_read(kind: type[Period | OpenPeriod], given: object) -> None:
    """Bytes and numbers are no text."""
    wrong: Any = given
    with pytest.raises(TypeError, match="text must be a str"):
        kind.parse(wrong)
