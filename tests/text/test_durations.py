from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
LONGEST = 12 * 9999
MONTHS = st.one_of(st.integers(1, 200), st.integers(1, LONGEST))
STYLES = st.sampled_from([None, "years", "months", "words"])
PIECES = st.sampled_from(
    [
        *"0123456789", " ", "\N{NO-BREAK SPACE}", ",", ".", "–", "ett", "två", "two", "tjugo", "och ett halvt",
        "and a half", "och", "and", "år", "years", "månader", "mån.", "months", "ett halvår", "half a year", "drygt ",
        "about ",
    ]
)  # fmt: skip


@given(MONTHS, STYLES, LANGUAGES)
def test_every_style_is_lossless(months: int, style: str | None, language: ModuleType) -> None:
    """A length of time is read back, to the month, from every style."""
    assert language.parse_duration(language.format_duration(months, style=style)) == months


@given(MONTHS, LANGUAGES)
def test_years_are_written_where_they_come_out_even_or_at_a_half(months: int, language: ModuleType) -> None:
    """A length of whole or half years is in years, half a year and all others in months."""
    month, in_years = language.format_duration(1).split("\N{NO-BREAK SPACE}")[1], months % 6 == 0 and months != 6
    assert (month in language.format_duration(months)) != in_years
    assert month in language.format_duration(months, style="months")


@given(st.one_of(st.text(), st.lists(PIECES, max_size=10).map("".join)), LANGUAGES)
def test_arbitrary_text_is_a_length_of_time_or_our_error(text: str, language: ModuleType) -> None:
    """Whatever the text is, it is read as whole months or refused with an error of ours."""
    with suppress(EsfModelError):
        assert 1 <= language.parse_duration(text) <= LONGEST


@pytest.mark.parametrize(
    ("months", "style", "swedish", "english"),
    [
        (1, None, "1 månad", "1 month"),
        (6, None, "6 månader", "6 months"),
        (12, None, "1 år", "1 year"),
        (16, None, "16 månader", "16 months"),
        (18, None, "1,5 år", "1.5 years"),
        (30, None, "2,5 år", "2.5 years"),
        (36, None, "3 år", "3 years"),
        (36, "months", "36 månader", "36 months"),
        (1_000, "months", "1 000 månader", "1,000 months"),
        (1, "words", "en månad", "one month"),
        (6, "words", "sex månader", "six months"),
        (12, "words", "ett år", "one year"),
        (16, "words", "16 månader", "16 months"),
        (18, "words", "ett och ett halvt år", "one and a half years"),
        (30, "words", "två och ett halvt år", "two and a half years"),
        (36, "words", "tre år", "three years"),
        (120, "words", "tio år", "10 years"),
        (156, "words", "13 år", "13 years"),
        (162, "words", "13,5 år", "13.5 years"),
        (None, None, "ej angivet", "not stated"),
    ],
)
def test_lengths_of_time_as_they_are_written(months: int | None, style: str | None, swedish: str, english: str) -> None:
    """Figures are held to their unit; running text has letters for small numbers."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        written = language.format_duration(months, style=style)
        assert written.replace("\N{NO-BREAK SPACE}", " ") == expected
        if written[0].isdigit():
            assert " " not in written


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        (sv, "16 mån", 16),
        (sv, "16 mån.", 16),
        (sv, " Sexton Månader ", 16),
        (sv, "3år", 36),
        (sv, "tre år", 36),
        (sv, "0,5 år", 6),
        (sv, "1,25 år", 15),
        (sv, "2 och ett halvt år", 30),
        (sv, "2½ år", 30),
        (sv, "½ år", 6),
        (sv, "1,5 år och 2 månader", 20),
        (sv, "ett halvår", 6),
        (sv, "ett halvt år", 6),
        (sv, "1 år och 4 månader", 16),
        (sv, "1 år 4 månader", 16),
        (sv, "2 år, 1 mån.", 25),
        (sv, "ett år och fyra månader", 16),
        (sv, "1 000 månader", 1_000),
        (en, "16 months", 16),
        (en, "half a year", 6),
        (en, "One Year and Four Months", 16),
        (en, "2 and a half years", 30),
        (en, "2½ years", 30),
        (en, "1,000 months", 1_000),
    ],
)
def test_lengths_of_time_as_people_write_them(language: ModuleType, text: str, months: int) -> None:
    """Months and years are read in figures and in words, together or alone."""
    assert language.parse_duration(text) == months


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        (sv, "1,3 år", "is not a whole number of months"),
        (sv, "2,6 månader", 'is not a whole number of months; round it, as in "3 månader"'),
        (sv, "0,01 månader", 'round it, as in "1 månad"'),
        (sv, "1,5 och ett halvt år", "is not one length"),
        (sv, "2½ månader", "has other digits"),
        (sv, "två och ett halvt år och två månader", "has no figure in it|is not one length"),
        (sv, "1,500 år", 'may mean 1 500 or 1,500; write it as "18 000 månader" or "18 månader"'),
        (sv, "1,250 månader", 'write it as "1 250 månader" or "1 månad"'),
        (sv, "999,999 år", "is not a whole number of months"),
        (en, "1.500 years", 'may mean 1 500 or 1.500; write it as "18,000 months" or "18 months"'),
        (sv, "1.500 år", "may mean 1 500 or 1,500"),
        (sv, "1.500.000 år", "is longer than the calendar"),
        (sv, "0 månader", "is not above zero"),
        (sv, "10 000 år", "is longer than the calendar"),
        (
            sv,
            "drygt 2 år",
            "says what is known .*; write it alone where it is exact, and keep the words in a note",
        ),
        (sv, "2–3 år", "holds two figures; write each of them by itself"),
        (sv, "2 eller 3 år", "holds two figures"),
        (sv, "16 veckor", 'is not one length in months or years; write it as in "16 månader" or "3 år"'),
        (en, "16", 'is not one length in months or years; write it as in "16 months" or "3 years"'),
        (sv, "16 months", "is not one length"),
        (sv, "år", "has no figure in it"),
        (sv, "١٦ månader", "has other digits"),
        (sv, "1" * 10_000_000, "too long"),
    ],
)
def test_what_is_no_single_length_of_time_is_refused_with_the_reason(language: ModuleType, text: str, why: str) -> None:
    """A length that is hedged, of two figures, or in no months or years is refused by saying why."""
    with pytest.raises(InvalidValue, match=why):
        language.parse_duration(text)


@pytest.mark.parametrize("language", [sv, en])
def test_only_months_are_written_as_a_length_of_time(language: ModuleType) -> None:
    """A length of time is a whole number of months within the calendar, and a style has a name."""
    wrong: list[Any] = [True, "16", 1.5]
    for months in wrong:
        with pytest.raises(TypeError, match="months must be a whole number"):
            language.format_duration(months)
    for months in (0, -1):
        with pytest.raises(InvalidValue, match="is not above zero"):
            language.format_duration(months)
    for months in (LONGEST + 1, 10**5000):
        with pytest.raises(InvalidValue, match="is longer than the calendar"):
            language.format_duration(months)
    with pytest.raises(InvalidValue, match='use one of "years", "months", "words"'):
        language.format_duration(1, style="days")
    with pytest.raises(TypeError, match="text must be a str"):
        language.parse_duration(16)
