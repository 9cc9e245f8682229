from __future__ import annotations

import datetime
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
LOSSLESS = st.sampled_from([None, "long", "short", "words"])
PIECES = st.sampled_from([*"0123456789", " ", "-", "–", "/", ".", "oktober", "October", "den ", "2024", "٣"])


@given(st.dates(), LOSSLESS, LANGUAGES)
def test_every_style_that_names_the_day_is_lossless(
    day: datetime.date, style: str | None, language: ModuleType
) -> None:
    """Any day of the calendar is read back from the styles that name it."""
    assert language.parse_date(language.format_date(day, style=style)) == day


@given(st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join)), LANGUAGES)
def test_arbitrary_text_is_a_day_or_our_error(text: str, language: ModuleType) -> None:
    """Whatever the text is, it is read or refused with an error of ours."""
    with suppress(EsfModelError):
        assert isinstance(language.parse_date(text), datetime.date)


def test_days_as_they_are_written() -> None:
    """Swedish months have small letters, English ones capitals; nothing is written for what is not stated."""
    day = datetime.date(2024, 10, 1)
    assert (sv.format_date(day), en.format_date(Date(2024, 10, 1))) == (
        "1\N{NO-BREAK SPACE}oktober\N{NO-BREAK SPACE}2024",
        "1\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}2024",
    )
    assert sv.format_date(day, style="short") == en.format_date(day, style="short") == "2024-10-01"
    assert (sv.format_date(None), en.format_date(None)) == ("ej angivet", "not stated")


@pytest.mark.parametrize(
    ("style", "swedish", "english"),
    [
        ("words", "den 1 oktober 2024", "1 October 2024"),
        ("month", "oktober 2024", "October 2024"),
        ("quarter", "fjärde kvartalet 2024", "fourth quarter of 2024"),
        ("short_quarter", "kvartal 4 2024", "Q4 2024"),
        ("year", "2024", "2024"),
    ],
)
def test_days_as_text_and_tables_have_them(style: str, swedish: str, english: str) -> None:
    """A day has its article in running text, or stands for the month, quarter or year that it lies in, on one line."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        written = language.format_date(datetime.date(2024, 10, 1), style=style)
        assert written.removeprefix("den ") == expected.removeprefix("den ").replace(" ", "\N{NO-BREAK SPACE}")


@given(st.dates(), LANGUAGES)
def test_a_quarter_is_three_months(day: datetime.date, language: ModuleType) -> None:
    """Days are in one quarter when the calendar has them in one, of January, April, July or October."""
    first = day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
    for style in ("quarter", "short_quarter"):
        assert language.format_date(day, style=style) == language.format_date(first, style=style)
        others = {language.format_date(day.replace(day=1, month=month), style=style) for month in (1, 4, 7, 10)}
        assert len(others) == 4


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (sv, "1 oktober 2024"),
        (sv, " 01 Oktober 2024\n"),
        (sv, "den 1 oktober 2024"),
        (sv, "1\N{NO-BREAK SPACE}oktober\N{NO-BREAK SPACE}2024"),
        (sv, "2024-10-01"),
        (en, "1 October 2024"),
        (en, "the 1 october 2024"),
    ],
)
def test_days_as_people_write_them(language: ModuleType, text: str) -> None:
    """The name of the month or ISO 8601 say which day it is."""
    assert language.parse_date(text) == Date(2024, 10, 1)


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        (sv, "01/10/2024", "may mean 1 oktober 2024 or 10 januari 2024"),
        (en, "1.10.2024", "may mean 1 October 2024 or 10 January 2024"),
        (en, "01-10-2024", "may mean 1 October 2024 or 10 January 2024"),
        (sv, "31.2.2023", "is no day of the calendar"),
        (sv, "31/31/2024", "is not one day with its year"),
        (sv, "24-10-01", "is not one day with its year"),
        (sv, "202410", "is not one day with its year"),
        (sv, "1 oktober", "is not one day with its year"),
        (sv, "oktober 2024", "is not one day with its year"),
        (sv, "1 October 2024", "is not one day with its year"),
        (sv, "2024-10-01–2024-10-02", "is not one day with its year"),
        (sv, "31 februari 2023", "is no day of the calendar"),
        (sv, "2023-02-31", "is no day of the calendar"),
        (sv, "2023-13-01", "has the month 13"),
        (sv, "1 oktober 0000", "has the year 0000"),
        (sv, "１ oktober 2024", "has other digits than 0 to 9"),
        (sv, "oktober", "has no figure in it"),
        (sv, "1" * 10_000_000, "too long"),
    ],
)
def test_what_is_no_single_day_is_refused_with_the_reason(language: ModuleType, text: str, why: str) -> None:
    """A day that may be another one, or is none, is refused by saying why."""
    with pytest.raises(InvalidValue, match=why):
        language.parse_date(text)


def test_only_days_are_written_as_days() -> None:
    """Text is not a day, and neither is an instant; a style has a name."""
    text: Any = "2024-10-01"
    style: Any = "iso"
    with pytest.raises(TypeError, match="not str; read text with parse_date"):
        sv.format_date(text)
    with pytest.raises(TypeError, match="datetime"):
        sv.format_date(datetime.datetime(2024, 10, 1, tzinfo=datetime.UTC))
    with pytest.raises(
        InvalidValue, match='use one of "long", "short", "words", "month", "quarter", "short_quarter", "year"'
    ):
        sv.format_date(datetime.date(2024, 10, 1), style=style)
