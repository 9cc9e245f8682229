from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pendulum
import pytest

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.values.period import MonthEnd, OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.values.period import Precision

MIDNIGHT = datetime.datetime(2024, 10, 1, tzinfo=datetime.UTC)
PERIOD = Period("2024-10-01", "2027-09-30")


@pytest.mark.parametrize("instant", [MIDNIGHT, pendulum.datetime(2024, 10, 1)], ids=["datetime", "pendulum"])
def test_datetimes_are_refused_wherever_a_day_is_meant(instant: datetime.datetime) -> None:
    """A datetime is also a date to Python, but not to a period."""
    with pytest.raises(TypeError, match=r"^start is a datetime"):
        Period(instant, "2027-09-30")
    with pytest.raises(TypeError, match=r"^end is a datetime"):
        Period("2024-01-01", instant, "year")
    with pytest.raises(TypeError, match=r"^start is a datetime"):
        Period.of_months(instant, 12)
    with pytest.raises(TypeError, match=r"^day is a datetime"):
        _ = instant in PERIOD


@pytest.mark.parametrize(
    ("start", "end", "precision", "message"),
    [
        (
            "2023-02-31",
            "2023-03-31",
            "day",
            "start '2023-02-31' is no day of the calendar; correct the day: 2023-02 has 28 days",
        ),
        (
            "2024-10-02",
            "2024-10-01",
            "day",
            "end '2024-10-01' is before the start 2024-10-02; swap the two or correct one",
        ),
        (
            "2019-05",
            "2022-04",
            "day",
            "start '2019-05' is a month, and the precision is 'day'; pass 'month' as precision, "
            "or write it like 2024-10-01",
        ),
        (
            "2019-05",
            "2022",
            "month",
            "end '2022' is a year, and the precision is 'month'; pass 'year' as precision, or write it like 2024-10",
        ),
        (
            "2019-05-02",
            "2022-04-30",
            "month",
            "start '2019-05-02' is not where a month begins or ends; pass 2019-05-01, or 'day' as precision",
        ),
        (
            "2024-01-01",
            "2024-02-28",
            "month",
            "end '2024-02-28' is not where a month begins or ends; pass 2024-02-29, or 'day' as precision",
        ),
        (
            "2023-01-01",
            "2025-11-30",
            "year",
            "end '2025-11-30' is not where a year begins or ends; pass 2025-12-31, or 'day' as precision",
        ),
        ("2023-13", "2025-11", "month", "start '2023-13' has the month 13; give a month from 01 to 12"),
        ("2023-01-01", "2025-11-30", "week", "precision 'week' is not one we know; use one of day, month, year"),
        ("", "2025-11-30", "day", "start '' is not a day written YYYY-MM-DD; write it like 2024-10-01"),
    ],
)
def test_the_error_says_what_was_given_what_is_wrong_and_what_to_do(
    start: str, end: str, precision: Precision, message: str
) -> None:
    """What cannot exist is refused with the field, the value and the way out."""
    with pytest.raises(InvalidValue) as refused:
        Period(start, end, precision)
    assert str(refused.value) == message


@pytest.mark.parametrize("precision", [None, 3, b"day", MonthEnd.CLIP])
def test_precision_is_text(precision: object) -> None:
    """A precision of another type is a mistake in the program."""
    wrong: Any = precision
    with pytest.raises(TypeError, match=r"^precision must be text"):
        Period("2024-10-01", "2027-09-30", wrong)


@pytest.mark.parametrize("year", [0, -1, 10_000, 10**30, -(10**5_000)], ids=["0", "-1", "10000", "10**30", "-10**5000"])
def test_years_are_those_of_the_calendar(year: int) -> None:
    """There is no year 0 and no year 10 000."""
    with pytest.raises(InvalidValue, match=r"^first .* is not from 1 to 9999; give a whole number from 1 to 9999$"):
        Period.of_years(year)
    with pytest.raises(InvalidValue, match=r"^last "):
        Period.of_years(2023, year)


@pytest.mark.parametrize("year", ["2023", 2023.0, True])
def test_years_are_whole_numbers(year: object) -> None:
    """Text, floats and truth values are no years."""
    wrong: Any = year
    with pytest.raises(TypeError, match=r"^first must be a whole number"):
        Period.of_years(wrong)


@pytest.mark.parametrize("months", [12 * 9999 + 1, 10**30, 10**2_000_000], ids=["long", "longer", "longest"])
def test_no_period_is_longer_than_the_calendar(months: int) -> None:
    """More months than there are is an error at once, not after a while."""
    with pytest.raises(InvalidValue, match=r"^months .* from 0001-01-01 reach beyond the year 9999; give fewer$"):
        Period.of_months("0001-01-01", months)


def test_one_day_too_many_is_too_many() -> None:
    """A month from 2 December 9999 would end after the last day there is."""
    with pytest.raises(InvalidValue, match="reach beyond the year 9999"):
        Period.of_months("9999-12-02", 1)


def test_a_period_of_no_months_is_none() -> None:
    """A period has at least one day."""
    with pytest.raises(InvalidValue, match=r"^months 0 is not above zero; give more than zero$"):
        Period.of_months("2024-10-01", 0)


@pytest.mark.parametrize("other", [None, 3, OpenPeriod("2024-10-01")])
def test_what_is_no_period_does_not_meet_one(other: object) -> None:
    """Asking for the days in common with something else is a mistake in the program."""
    wrong: Any = other
    with pytest.raises(TypeError):
        _ = PERIOD & wrong
    with pytest.raises(TypeError, match=r"^other must be a Period"):
        PERIOD.overlaps(wrong)
    with pytest.raises(TypeError, match=r"^day must be a date"):
        _ = wrong in PERIOD


def test_the_errors_are_ours_and_value_errors() -> None:
    """Catching the library's error, or ValueError, catches them."""
    assert issubclass(InvalidValue, EsfModelError)
    with pytest.raises(ValueError, match="is before the start"):
        Period("2024-10-02", "2024-10-01")
