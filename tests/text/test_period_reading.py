from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import periods
from esfmodel.text import en, sv
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])


@given(periods(), st.sampled_from(["till", "t.o.m.", "tom", "t. o. m.", "till och med"]))
def test_words_join_the_ends_as_a_dash_does(period: Period, joined: str) -> None:
    """Whatever joins the two ends, both belong to the period."""
    for style in ("long", "short"):
        written = sv.format_period(period, style=style)
        assert sv.parse_period(written.replace("–", f" {joined} ")) == period
        if "–" in written:
            low, high = written.split("–")
            assert sv.parse_period(f"mellan {low} och {high}") == period


@given(st.dates(), LANGUAGES, st.sampled_from(["quarter", "short_quarter"]))
def test_a_quarter_is_its_three_months(day: object, language: ModuleType, style: str) -> None:
    """The quarter that a day lies in is read as a period of three months around it."""
    quarter = language.parse_period(language.format_date(day, style=style))
    assert quarter.precision == "month"
    assert quarter.months == 3
    assert day in quarter


@given(st.integers(1900, 2098), st.integers(1, 99))
def test_a_year_of_two_digits_is_never_guessed(first: int, years: int) -> None:
    """What ends in two digits is refused, "2014–20" and "2011–12", with the years that it may mean."""
    last = first + years
    if last // 100 == first // 100:
        with pytest.raises(InvalidValue, match=f"{first}–{last}"):
            sv.parse_period(f"{first}–{last % 100:02}")


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        (sv, "1 oktober 2024 - 30 september 2027", Period("2024-10-01", "2027-09-30")),
        (sv, "1 okt. 2024–30 sep. 2027", Period("2024-10-01", "2027-09-30")),
        (sv, "okt 2024 – sept 2027", Period("2024-10", "2027-09", "month")),
        (sv, "1:a–31 oktober 2024", Period("2024-10-01", "2024-10-31")),
        (sv, "fr. o. m. 2022-07-01 t. o. m. 2023-09-30", Period("2022-07-01", "2023-09-30")),
        (sv, "from 2022-07-01 tom 2023-09-30", Period("2022-07-01", "2023-09-30")),
        (sv, "mellan den 1 maj och den 30 juni 2023", Period("2023-05-01", "2023-06-30")),
        (sv, "perioden 2014–2020", Period.of_years(2014, 2020)),
        (sv, "åren 2014-2020", Period.of_years(2014, 2020)),
        (sv, "år 2023", Period.of_years(2023)),
        (sv, "kvartal 3 2024", Period("2024-07", "2024-09", "month")),
        (sv, "fjärde kvartalet 2024", Period("2024-10", "2024-12", "month")),
        (sv, "2024-10-01 -", OpenPeriod("2024-10-01")),
        (sv, "1/10 2024 – 30/9 2027", Period("2024-10-01", "2027-09-30")),
        (sv, "1/10-2024–30/9-2027", Period("2024-10-01", "2027-09-30")),
        (sv, "1.10.2024–30.9.2027", Period("2024-10-01", "2027-09-30")),
        (sv, "1/10–31/12 2024", Period("2024-10-01", "2024-12-31")),
        (sv, "1/10/2024 – 30/9/2027", Period("2024-10-01", "2027-09-30")),
        (sv, "20241001–20270930", Period("2024-10-01", "2027-09-30")),
        (sv, "15/1 2025", Period("2025-01-15", "2025-01-15")),
        (sv, "15/1/2025", Period("2025-01-15", "2025-01-15")),
        (sv, "fr.o.m. 1/10 2024", OpenPeriod("2024-10-01")),
        (sv, "Q4 2024 – Q3 2027", Period("2024-10", "2027-09", "month")),
        (sv, "Q1–Q3 2024", Period("2024-01", "2024-09", "month")),
        (sv, "kv. 4 2024", Period("2024-10", "2024-12", "month")),
        (sv, "fjärde kvartalet 2024–tredje kvartalet 2027", Period("2024-10", "2027-09", "month")),
        (sv, "första halvåret 2025", Period("2025-01", "2025-06", "month")),
        (sv, "tertial 2 år 2025", Period("2025-05", "2025-08", "month")),
        (sv, "mars 2025–februari 2027", Period("2025-03", "2027-02", "month")),
        (en, "Q4 2024 – Q3 2027", Period("2024-10", "2027-09", "month")),
        (en, "second half of 2025", Period("2025-07", "2025-12", "month")),
        (sv, "5/1/2024 – 1/2/2024", Period("2024-01-05", "2024-02-01")),
        (en, "1/2/2024 – 5/1/2024", Period("2024-01-02", "2024-05-01")),
        (en, "10/1/2024 – 9/30/2027", Period("2024-10-01", "2027-09-30")),
        (sv, "- 2027-09-30", OpenPeriod(end="2027-09-30")),
        (en, "October 1, 2024 – September 30, 2027", Period("2024-10-01", "2027-09-30")),
        (en, "May 20 – June 3, 2024", Period("2024-05-20", "2024-06-03")),
        (en, "between May and June 2024", Period("2024-05", "2024-06", "month")),
        (en, "the period 2014–2020", Period.of_years(2014, 2020)),
        (en, "first quarter of 2024", Period("2024-01", "2024-03", "month")),
        (en, "Q2 2024", Period("2024-04", "2024-06", "month")),
    ],
)
def test_periods_as_authorities_print_them(language: ModuleType, text: str, period: Period | OpenPeriod) -> None:
    """Shortened months, words for the ends and quarters are read, each as finely as it is stated."""
    assert language.parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2014-20", 'is not one period; write it as "2014–2020"'),
        ("2014–20", 'is not one period; write it as "2014–2020"'),
        ("2011–12", "may mean 2011–2012 or december 2011; write the one that is meant"),
        ("2011/12", "may mean 2011–2012 or december 2011"),
        ("2011–10", 'is not one period; write it as in "1 oktober 2024'),
        ("2011-13", "has the month 13"),
        ("som längst till 30 april 2023", r'is not exact but says what is known \("som längst till"\)'),
        ("1 maj 2022 – senast 30 april 2023", r'\("senast"\)'),
        ("2024-10-01  – 2027-09-30", 'has a double space, .*; write it as "2024-10-01 – 2027-09-30"'),
        ("kvartal 5 2024", "is not one period"),
        ("tertial 4 2024", "is not one period"),
        ("Q4", "is not one period"),
        ("1/10", "is not one period"),
        ("1/10/2024", "may mean 1 oktober 2024 or 10 januari 2024"),
        ("1/10/2024 – 9/12/2027", "may mean 1 oktober 2024–9 december 2027 or 10 januari 2024–12 september 2027"),
        ("1/13/2024 – 13/12/2027", "is not one period"),
        ("15/10/2024 – 14/10/2024", "ends before it starts"),
        ("1/2/2024 – 5/1/2024", "ends before it starts"),
        ("20241301–20270930", "has the month 13"),
        ("från Q4 2024", 'the other is no day; write it as in "från och med 1 oktober 2024" or "2024-10-01–"'),
        ("kvartal 1 0000", "has the year 0000"),
        ("N.a.", "states no figure; leave the field out"),
        ("tillsvidare", "has no figure in it"),
    ],
)
def test_what_is_wrong_with_a_period_is_said(text: str, why: str) -> None:
    """A refusal names both readings, the limit, or what to write instead."""
    with pytest.raises(InvalidValue, match=why):
        sv.parse_period(text)
