from __future__ import annotations

import datetime
import itertools
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.testing import open_periods, periods
from esfmodel.text import en, sv
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
STYLES = st.sampled_from([None, "long", "short", "words"])
FIRST, LAST = datetime.date.min, datetime.date.max
ANY_PERIOD = st.one_of(periods(), open_periods(), periods(earliest=FIRST, latest=LAST))
CLOSE = periods(earliest=datetime.date(2024, 10, 1), latest=datetime.date(2024, 12, 31))
PIECES = st.sampled_from(
    ["2024", "2023", "-", "–", " – ", "10", "01", "1", "31", " ", "oktober", "maj", "May", "till ", "från ", "to ", "/"]
)


@given(st.one_of(ANY_PERIOD, CLOSE), STYLES, LANGUAGES)
def test_every_style_is_lossless(period: Period | OpenPeriod, style: str | None, language: ModuleType) -> None:
    """A period is read back, with its precision, from either style."""
    assert language.parse_period(language.format_period(period, style=style)) == period


@given(periods(), LANGUAGES, st.sampled_from([" – ", "– ", " - ", "–", "--", " -- ", "—", "−"]))
def test_a_dash_may_be_spaced(period: Period, language: ModuleType, dash: str) -> None:
    """Authorities write the dash with spaces as often as without, and a hyphen, two, or another dash for it."""
    for style in ("long", "short"):
        written = language.format_period(period, style=style)
        assert language.parse_period(written.replace("–", dash)) == period


@given(st.one_of(st.text(), st.lists(PIECES, max_size=10).map("".join)), LANGUAGES)
def test_arbitrary_text_is_a_period_or_our_error(text: str, language: ModuleType) -> None:
    """Whatever the text is, it is read or refused with an error of ours."""
    with suppress(EsfModelError):
        assert isinstance(language.parse_period(text), (Period, OpenPeriod))


@pytest.mark.parametrize(
    ("period", "swedish", "english", "short"),
    [
        (
            Period("2024-10-01", "2027-09-30"),
            "1 oktober 2024–30 september 2027", "1 October 2024–30 September 2027", "2024-10-01–2027-09-30",
        ),
        (Period("2024-10-01", "2024-10-31"), "1–31 oktober 2024", "1–31 October 2024", "2024-10-01–2024-10-31"),
        (
            Period("2024-10-01", "2024-11-30"),
            "1 oktober–30 november 2024", "1 October–30 November 2024", "2024-10-01–2024-11-30",
        ),
        (
            Period("2024-10-01", "2025-10-01"),
            "1 oktober 2024–1 oktober 2025", "1 October 2024–1 October 2025", "2024-10-01–2025-10-01",
        ),
        (Period("2024-10-01", "2024-10-01"), "1 oktober 2024", "1 October 2024", "2024-10-01"),
        (Period("2019-05", "2022-04", "month"), "maj 2019–april 2022", "May 2019–April 2022", "2019-05–2022-04"),
        (Period("2019-05", "2019-06", "month"), "maj–juni 2019", "May–June 2019", "2019-05–2019-06"),
        (Period("2019-05", "2019-05", "month"), "maj 2019", "May 2019", "2019-05"),
        (Period.of_years(2023, 2025), "2023–2025", "2023–2025", "2023–2025"),
        (Period.of_years(2023), "2023", "2023", "2023"),
        (OpenPeriod("2024-10-01"), "från och med 1 oktober 2024", "from 1 October 2024", "2024-10-01–"),
        (
            OpenPeriod(end="2027-09-30"),
            "till och med 30 september 2027", "up to and including 30 September 2027", "–2027-09-30",
        ),
        (None, "ej angivet", "not stated", None),
    ],
)  # fmt: skip
def test_periods_as_they_are_written(
    period: Period | OpenPeriod | None, swedish: str, english: str, short: str | None
) -> None:
    """What the two ends share is written once, with an unspaced dash, as finely as it was stated."""
    written = sv.format_period(period), en.format_period(period, style="long")
    assert tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in written) == (swedish, english)
    if period is not None:
        assert sv.format_period(period, style="short") == en.format_period(period, style="short") == short
        assert f"{period:sv}" == written[0]
        assert f"{period:en:short}" == short


@pytest.mark.parametrize(
    ("period", "swedish", "english"),
    [
        (
            Period("2024-10-01", "2027-09-30"),
            "från och med den 1 oktober 2024 till och med den 30 september 2027",
            "from 1 October 2024 to 30 September 2027",
        ),
        (
            Period("2024-10-01", "2024-11-30"),
            "från och med den 1 oktober till och med den 30 november 2024", "from 1 October to 30 November 2024",
        ),
        (
            Period("2024-10-01", "2024-10-31"),
            "från och med den 1 till och med den 31 oktober 2024", "from 1 to 31 October 2024",
        ),
        (Period("2024-10-01", "2024-10-01"), "den 1 oktober 2024", "1 October 2024"),
        (Period("2019-05", "2019-06", "month"), "från och med maj till och med juni 2019", "from May to June 2019"),
        (Period("2019-05", "2019-05", "month"), "maj 2019", "May 2019"),
        (Period.of_years(2023, 2025), "från och med 2023 till och med 2025", "from 2023 to 2025"),
        (Period.of_years(2023), "2023", "2023"),
        (OpenPeriod("2024-10-01"), "från och med den 1 oktober 2024", "from 1 October 2024"),
        (
            OpenPeriod(end="2027-09-30"),
            "till och med den 30 september 2027", "up to and including 30 September 2027",
        ),
    ],
)  # fmt: skip
def test_periods_in_running_text(period: Period | OpenPeriod, swedish: str, english: str) -> None:
    """In words no dash is left, and both ends are said to belong to the period."""
    for written, expected in ((f"{period:sv:words}", swedish), (f"{period:en:words}", english)):
        assert written.replace("\N{NO-BREAK SPACE}", " ") == expected


@given(ANY_PERIOD, STYLES, LANGUAGES)
def test_no_line_breaks_inside_a_date(period: Period | OpenPeriod, style: str | None, language: ModuleType) -> None:
    """An ordinary space, at which a line may break, stands only beside the words that join or open a period."""
    written = language.format_period(period, style=style)
    joining = {"från", "och", "med", "till", "den", "from", "to", "up", "including", "and"}
    for before, after in itertools.pairwise(written.split(" ")):
        assert before in joining or after in joining


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        (sv, "2016-08-01-2019-03-31", Period("2016-08-01", "2019-03-31")),
        (sv, "2021-01-01– 2023-04-03", Period("2021-01-01", "2023-04-03")),
        (sv, "2022-07-01 till 2023-09-30", Period("2022-07-01", "2023-09-30")),
        (sv, "2022-07-01 t.o.m. 2023-09-30", Period("2022-07-01", "2023-09-30")),
        (sv, "fr.o.m. 2022-07-01 t.o.m. 2023-09-30", Period("2022-07-01", "2023-09-30")),
        (sv, "från och med den 1 juli 2022 till och med den 30 september 2023", Period("2022-07-01", "2023-09-30")),
        (sv, "15 juni 2024 – 31 augusti 2027", Period("2024-06-15", "2027-08-31")),
        (sv, "1-31 Oktober 2024", Period("2024-10-01", "2024-10-31")),
        (sv, "1 oktober–31 oktober 2024", Period("2024-10-01", "2024-10-31")),
        (sv, "maj 2019 – april 2022", Period("2019-05", "2022-04", "month")),
        (sv, "2019-05-2022-04", Period("2019-05", "2022-04", "month")),
        (sv, "2013-01-01--2014-06-30", Period("2013-01-01", "2014-06-30")),
        (sv, "2023-2025", Period.of_years(2023, 2025)),
        (sv, "2023--2026", Period.of_years(2023, 2026)),
        (sv, "2023 – 2025", Period.of_years(2023, 2025)),
        (sv, "2019-12", Period("2019-12", "2019-12", "month")),
        (sv, "från och med 2024-10-01", OpenPeriod("2024-10-01")),
        (sv, "till 30 april 2023", OpenPeriod(end="2023-04-30")),
        (sv, "t.o.m. 2023-04-30", OpenPeriod(end="2023-04-30")),
        (en, "1 July 2022 to 30 September 2023", Period("2022-07-01", "2023-09-30")),
        (en, "from 1 July 2022 until 30 September 2023", Period("2022-07-01", "2023-09-30")),
        (en, "until and including 30 April 2023", OpenPeriod(end="2023-04-30")),
    ],
)
def test_periods_as_people_write_them(language: ModuleType, text: str, period: Period | OpenPeriod) -> None:
    """The published forms are read, and both ends belong to the period."""
    assert language.parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2024-10-01/2027-09-30", "is not one period"),
        ("1 oktober", "is not one period"),
        ("maj", "is not one period"),
        ("1 oktober 2024–30 september", "is not one period"),
        ("2011–12", "may mean 2011–2012 or december 2011"),
        ("2019-05-01–2022-04", "is not one period"),
        ("2023–maj 2024", "is not one period"),
        ("1–maj 2024", "is not one period"),
        ("maj–1 juni 2024", "is not one period"),
        ("1 oktober 2024–2027-09-30", "is not one period"),
        ("16 månader", "is not one period"),
        ("våren 2023", "is not one period"),
        ("18-09-01 till 21-12-31", "is not one period"),
        ("2016-08-01¿2019-03-31", "is not one period"),
        ("20014 - 2020", "is not one period"),
        ("2023---2026", "is not one period"),
        ("241231", "is not one period"),
        ("per 31 december 2025", "is not one period"),
        ("2025–2023", "ends before it starts"),
        ("31 december–1 januari 2025", "ends before it starts; swap the two ends, or write the year of both"),
        ("från 2024", "the other is no day"),
        ("från 1 oktober", "the other is no day"),
        ("till och med maj 2023", "the other is no day"),
        ("2024–", "the other is no day"),
        ("1–31 februari 2023", "is no day of the calendar"),
        ("2019-13", "has the month 13"),
        ("2019-00–2019-02", "has the month 00"),
        ("0000–2019", "has the year 0000"),
        ("0 oktober 2024", "is no day of the calendar"),
        ("٢٠٢٣–٢٠٢٥", "has other digits than 0 to 9"),
        ("", "is empty"),
        ("2023–2025" * 1_000_000, "too long"),
    ],
)
def test_what_is_no_single_period_is_refused_with_the_reason(text: str, why: str) -> None:
    """Ends that are stated unlike, half or in the wrong order make no period."""
    with pytest.raises(InvalidValue, match=why):
        sv.parse_period(text)


def test_only_periods_are_written_as_periods() -> None:
    """A pair of days is not a period, and a style has a name."""
    days: Any = (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
    style: Any = "iso"
    with pytest.raises(TypeError, match="period must be Period"):
        sv.format_period(days)
    with pytest.raises(InvalidValue, match='use one of "long", "short", "words"'):
        sv.format_period(Period.of_years(2023), style=style)
