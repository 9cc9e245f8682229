from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from esfmodel.errors import InvalidValue
from esfmodel.text import en, sv
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from types import ModuleType

    from esfmodel.text.words.language import Language

DAYS = st.dates(min_value=datetime.date(1900, 1, 1))
BOTH = st.sampled_from([(sv, SWEDISH), (en, ENGLISH)])


@given(DAYS, BOTH, st.sampled_from(["", "."]))
def test_a_month_may_be_shortened(day: datetime.date, both: tuple[ModuleType, Language], stop: str) -> None:
    """The shortened name of a month means it, with a full stop or without."""
    reader, language = both
    for name, number in language.months_short.items():
        if number == day.month:
            assert reader.parse_date(f"{day.day} {name}{stop} {day.year}") == day


@given(DAYS)
def test_an_american_puts_the_month_first(day: datetime.date) -> None:
    """In English the month may stand before its day, with or without a comma before the year."""
    month = ENGLISH.months[day.month - 1]
    assert en.parse_date(f"{month} {day.day}, {day.year}") == en.parse_date(f"{month} {day.day} {day.year}") == day


@given(DAYS, BOTH, st.sampled_from(["{0}/{1}/{2}", "{0}-{1}-{2}", "{0}-{1} {2}"]))
def test_two_numbers_are_a_day_only_where_they_can_be_no_other(
    day: datetime.date, both: tuple[ModuleType, Language], form: str
) -> None:
    """What may be a day and a month, or a month and a day, is refused with both; else it is read."""
    reader, language = both
    for text in (form.format(day.day, day.month, day.year), form.format(day.month, day.day, day.year)):
        if day.day <= 12 and day.day != day.month:
            with pytest.raises(InvalidValue, match=f"{day.day} {language.months[day.month - 1]} {day.year}") as refused:
                reader.parse_date(text)
            readings = {reader.parse_date(refused.value.params[name]) for name in ("example", "other")}
            assert readings == {Date(day.year, day.month, day.day), Date(day.year, day.day, day.month)}
        else:
            assert reader.parse_date(text) == day


@given(DAYS, st.sampled_from(["{0}/{1} {2}", "den {0}/{1} {2}", "{0}/{1}-{2}", "{0}.{1}.{2}", "{0}. {1}. {2}"]))
def test_swedes_write_the_day_before_the_month(day: datetime.date, form: str) -> None:
    """A stroke with the year apart, and full stops, are Swedish marks: the month is the second number."""
    assert sv.parse_date(form.format(day.day, day.month, day.year)) == day


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2999, 12, 31)),
    BOTH,
    st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"]),
)
def test_a_year_first_leaves_no_doubt(day: datetime.date, both: tuple[ModuleType, Language], form: str) -> None:
    """After the year the month comes before the day, in every country."""
    assert both[0].parse_date(day.strftime(form)) == day


@given(DAYS.filter(lambda day: day.year < 3000), st.sampled_from(["{0:02}{1:02}{2}", "{1:02}{0:02}{2}"]), BOTH)
def test_eight_digits_have_the_year_first(day: datetime.date, form: str, both: tuple[ModuleType, Language]) -> None:
    """01022024 and the number of an invoice are no days of other centuries, and no wrong months."""
    written = form.format(day.day, day.month, day.year)
    for read in (both[0].parse_date, both[0].parse_period):
        with pytest.raises(InvalidValue, match=r"has the month|is not one"):
            read(written)
    with pytest.raises(InvalidValue, match="is not one day with its year"):
        sv.parse_date("10101210")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (sv, "1 okt 2024"),
        (sv, "1 okt. 2024"),
        (sv, "den 1:a oktober 2024"),
        (en, "1 Oct. 2024"),
        (en, "1st October 2024"),
        (en, "October 1st, 2024"),
    ],
)
def test_days_as_people_shorten_them(language: ModuleType, text: str) -> None:
    """Shortened months and ordinals say the day as well."""
    assert language.parse_date(text) == Date(2024, 10, 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1/10", 'is not one day with its year; write it as in "1 oktober 2024" or "2024-10-01"'),
        ("5/10/2024", "may mean 5 oktober 2024 or 10 maj 2024; write the one that is meant"),
        ("31/13 2024", "has the month 13"),
        ("31/2 2024", "is no day of the calendar"),
        ("20240231", "is no day of the calendar"),
        ("2024.02.30", "is no day of the calendar"),
        ("1 maj. 2024", "is not one day with its year"),
        ("1  oktober 2024", 'has a double space, .*; write it as "1 oktober 2024"'),
        ("2018-01-31T21:00:00.000Z", "has a time of day, and which day that is depends on the time zone"),
        ("2018-01-31 21:00", "has a time of day"),
        ("senast 1 oktober 2024", r'is not exact but says what is known \("senast"\)'),
        ("1 oktober 2024, preliminärt", r'\("preliminärt"\)'),
        ("October 1, 2024", "is not one day with its year"),
        ("", "is empty; write it, or leave it out"),
        ("-", "states no figure; leave the field out"),
        ("hösten", "has no figure in it"),
    ],
)
def test_what_is_wrong_with_a_day_is_said(text: str, why: str) -> None:
    """A refusal names the day meant, or the days, or what else stands in the way."""
    with pytest.raises(InvalidValue, match=why):
        sv.parse_date(text)
