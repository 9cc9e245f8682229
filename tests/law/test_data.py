from __future__ import annotations

import datetime
import re

import pytest
from pendulum import Date

from esfmodel import LAW, NotInForce, Period, Provision, Rate
from esfmodel.law import Grade, Level

ROWS = pytest.mark.parametrize("row", LAW.provisions, ids=lambda row: f"{row.key}/{row.programming_period}")
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie".split(),
}
FIRST, LAST = datetime.date(2014, 1, 1), datetime.date(2031, 12, 31)


def printed(row: Provision) -> list[str]:
    """Write a value as a regulation prints it."""
    if isinstance(row.value, Rate):
        return [f"{row.value.percent:f} %"]
    days = [row.value.start, row.value.end] if isinstance(row.value, Period) else [row.value]
    assert all(isinstance(day, Date) for day in days)
    return [f"{day.day} {MONTHS[row.language][day.month - 1]} {day.year}" for day in days if isinstance(day, Date)]


@ROWS
def test_the_value_stands_in_the_quote(row: Provision) -> None:
    """A row of grade A quotes the words that set its value, as the edition read prints them."""
    assert row.grade is Grade.A
    assert row.edition
    assert row.quote
    for text in printed(row):
        assert text in row.quote


@ROWS
def test_a_row_says_where_it_stands(row: Provision) -> None:
    """Every row has a public source, a place in its file, and a citation in both languages that names the act."""
    assert row.source.startswith("http://data.europa.eu/eli/")
    assert row.place is not None
    assert row.key in row.place
    assert row.level is Level.EU_LAW
    assert re.fullmatch(r"artikel [0-9a-z. ]+ i förordning \(EU\) (nr )?\d+/\d+", row.citation("sv"))
    assert re.fullmatch(r"Article [0-9a-z()]+ of Regulation \(EU\) (No )?\d+/\d+", row.citation("en"))


@ROWS
def test_no_row_was_checked_before_its_act(row: Provision) -> None:
    """A row is checked after the text it quotes was published."""
    assert row.checked >= Date(2026, 11, 1)
    assert row.end is None or row.start <= row.end


@pytest.mark.parametrize("period", ["2014-2020", "2021-2027"])
@pytest.mark.parametrize("key", LAW.keys)
def test_looking_up_a_day_is_scanning_all_rows(key: str, period: str) -> None:
    """On every day from 2014 to 2031 a key has the one row in force that a scan finds, or none."""
    rows = [row for row in LAW.provisions if row.key == key and str(row.programming_period) == period]
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        day = datetime.date.fromordinal(ordinal)
        scanned = [row for row in rows if row.start <= day and (row.end is None or day <= row.end)]
        try:
            found: list[Provision] = [LAW.provision(key, programming_period=period, on=day)]
        except NotInForce:
            found = []
        assert found == scanned
        assert all(row.in_force(day) == (row in scanned) for row in rows)


@pytest.mark.parametrize(
    ("period", "category", "percent"),
    [
        ("2014-2020", "more-developed", 50),
        ("2014-2020", "transition", 60),
        ("2014-2020", "outermost", 85),
        ("2021-2027", "less-developed", 85),
        ("2021-2027", "transition", 60),
        ("2021-2027", "transition.formerly-less-developed", 70),
        ("2021-2027", "more-developed.formerly-transition", 50),
        ("2021-2027", "more-developed", 40),
        ("2021-2027", "outermost", 85),
    ],
)
def test_the_ceilings_are_those_of_articles_112_and_120(period: str, category: str, percent: int) -> None:
    """Regulation (EU) 2021/1060, Article 112(3), and Regulation (EU) No 1303/2013, Article 120(3)."""
    row = LAW.provision(f"co-financing.ceiling.{category}", programming_period=period)
    assert row.value == Rate.of_percent(percent)


def test_the_windows_are_those_of_articles_63_and_65() -> None:
    """Regulation (EU) 2021/1060, Article 63(2), and Regulation (EU) No 1303/2013, Article 65(2)."""
    windows = {str(row.programming_period): row.value_as(Period) for row in LAW.history("eligibility.period")}
    assert windows == {
        "2014-2020": Period("2014-01-01", "2023-12-31"),
        "2021-2027": Period("2021-01-01", "2029-12-31"),
    }
