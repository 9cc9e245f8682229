from __future__ import annotations

import calendar
import datetime

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import dates
from esfmodel.values.dates import as_date, days_in_month


class Holiday(pendulum.Date):
    """A date of somebody else's."""


@given(dates(earliest=datetime.date.min, latest=datetime.date.max))
def test_a_day_is_the_same_however_it_is_given(day: datetime.date) -> None:
    """Date, pendulum date and ISO text give the same pendulum date."""
    taken = as_date(day, "day")
    assert type(taken) is pendulum.Date
    assert taken == day
    assert as_date(day.isoformat(), "day") == as_date(taken, "day") == day


def test_a_date_of_another_kind_becomes_a_plain_one() -> None:
    """What is kept has one type only."""
    assert type(as_date(Holiday(2024, 12, 24), "day")) is pendulum.Date


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_have_the_days_of_the_calendar(year: int, month: int) -> None:
    """Thirty days hath September, and February has 29 in leap years."""
    assert days_in_month(year, month) == calendar.monthrange(year, month)[1]


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_text_is_a_day_exactly_when_the_calendar_has_it(year: int, month: int, day: int) -> None:
    """The standard library and this one agree on every date that can be written."""
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        expected = datetime.date(year, month, day)
    except ValueError:
        with pytest.raises(InvalidValue, match=rf"^decided on '{text}' "):
            as_date(text, "decided on")
    else:
        assert as_date(text, "decided on") == expected


@pytest.mark.parametrize(
    "given_day",
    [
        datetime.datetime(2024, 10, 1, tzinfo=datetime.UTC),
        pendulum.datetime(2024, 10, 1),
        pendulum.datetime(2024, 10, 1).naive(),
    ],
    ids=["datetime", "pendulum", "naive"],
)
def test_a_datetime_is_no_day(given_day: datetime.datetime) -> None:
    """Midnight in Stockholm is the day before in London, so nobody knows which day is meant."""
    with pytest.raises(
        TypeError, match=r"^start is a datetime, and the same instant is another day in another time zone"
    ):
        as_date(given_day, "start")


@pytest.mark.parametrize("other", [None, 20241001, 2024.5, b"2024-10-01", True, ("2024", "10", "01")])
def test_other_types_are_no_day(other: object) -> None:
    """Numbers, bytes and nothing are no day."""
    with pytest.raises(TypeError, match=rf"^end must be a date or text like '2024-10-01', not {type(other).__name__}$"):
        as_date(other, "end")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20241001",
        "2024-W40-2",
        "2024-275",
        "2024-10",
        "2024-10-1",
        "24-10-01",
        "2024/10/01",
        " 2024-10-01",
        "2024-10-01\n",
        "2024-10-01T00:00:00",
        "-024-10-01",
        "2024-1O-01",
        "\uff12\uff10\uff12\uff14-10-01",  # full-width digits
        "2024-\u0661\u0660-01",  # Arabic-Indic digits
        "1" * 10_000_000,
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_other_text_is_no_day(text: str) -> None:
    """Only YYYY-MM-DD is read; what Python's own reader takes beside it is not."""
    with pytest.raises(InvalidValue, match=r"is not a day written YYYY-MM-DD; write it like 2024-10-01$"):
        as_date(text, "start")
