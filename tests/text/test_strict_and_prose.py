"""The strict readers and `find_figures` agree on a text that is one figure, except where a reason is given below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.text import Approximation, FigureKind, sv
from esfmodel.values.dates import Date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

READERS: dict[FigureKind, Callable[[str], object]] = {
    FigureKind.MONEY: sv.parse_money,
    FigureKind.RATE: sv.parse_rate,
    FigureKind.PERIOD: sv.parse_period,
    FigureKind.DURATION: sv.parse_duration,
    FigureKind.DATE: sv.parse_date,
}

GROUPED = st.integers(1, 999_999).map(lambda number: f"{number:,}".replace(",", " "))
WHOLE = st.one_of(st.integers(0, 9_999).map(str), GROUPED)
DECIMALS = st.builds("{},{}".format, WHOLE, st.integers(0, 99).map("{:02}".format))
VULGAR = st.builds("{}{}".format, st.sampled_from(["", "1", "2", "12 "]), st.sampled_from("½¼¾"))
WORDS = st.sampled_from(["en", "två", "tolv", "tjugofem", "hundra", "en halv", "två och en halv", "tre komma fem"])


def spaced(numbers: st.SearchStrategy[str], units: list[str]) -> st.SearchStrategy[str]:
    """Write a number before its unit."""
    return st.builds("{} {}".format, numbers, st.sampled_from(units))


AMOUNTS = st.one_of(
    spaced(
        st.one_of(WHOLE, DECIMALS, VULGAR, WORDS),
        ["kr", "kronor", "SEK", "tkr", "mkr", "mnkr", "mdkr", "MSEK", "milj. kr", "miljoner", "miljoner kronor", "euro",
         "norska kronor", "miljarder euro", "MEUR"],
    ),
    WHOLE.map("{}:-".format),
    spaced(st.just("SEK"), ["12 500", "500"]),
)  # fmt: skip
SHARES = st.one_of(
    spaced(st.one_of(WHOLE, DECIMALS, VULGAR, WORDS), ["%", "procent"]),
    WHOLE.map("{}%".format),
    st.sampled_from(["hälften", "halvparten"]),
    spaced(st.sampled_from(["en", "två", "tre", "fyra"]), ["tredjedelar", "fjärdedelar", "femtedel", "tiondelar"]),
)
DAY_FORMS = [
    "{0:%Y-%m-%d}",
    "{0:%Y/%m/%d}",
    "{0:%Y.%m.%d}",
    "{0.day}/{0.month} {0.year}",
    "{0.day}/{0.month}-{0.year}",
    "{0.day}.{0.month}.{0.year}",
]
PART_FORMS = ["Q4 {0.year}", "kvartal 2 {0.year}", "kv 3 {0.year}", "första kvartalet {0.year}",
              "andra halvåret {0.year}", "tertial 1 {0.year}"]  # fmt: skip
WRITERS: list[Callable[[Date], str]] = [
    *(form.format for form in (*DAY_FORMS, *PART_FORMS, "{0.year}")),
    sv.format_date,
    lambda day: sv.format_date(day, style="month"),
]
DAYS = st.dates(Date(1950, 1, 1), Date(2070, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))


def written_alone(day: Date, write: Callable[[Date], str]) -> str:
    """Write one day, month, quarter or year."""
    return write(day)


def written_joined(day: Date, months: int, write: Callable[[Date], str], joint: str) -> str:
    """Write two in the same form."""
    return f"{write(day)}{joint}{write(day.add(months=months))}"


DAY_WRITERS: list[Callable[[Date], str]] = [*(form.format for form in DAY_FORMS), sv.format_date]
LONE = st.builds(written_alone, DAYS, st.sampled_from([each for each in WRITERS if each not in DAY_WRITERS]))
DAY_ALONE = st.builds(written_alone, DAYS, st.sampled_from(DAY_WRITERS))
JOINTS = st.sampled_from([" – ", "–", " - ", " till ", " t.o.m. "])
JOINED = st.builds(written_joined, DAYS, st.integers(12, 240), st.sampled_from(WRITERS), JOINTS)
LENGTHS = st.one_of(
    spaced(st.one_of(st.integers(1, 120).map(str), st.sampled_from(["två", "arton"])), ["månader", "mån"]),
    spaced(
        st.sampled_from([*map(str, range(1, 13)), "tolv", "½", "1½", "2½", "2,5", "0,5", "två och ett halvt"]), ["år"]
    ),
    st.sampled_from(["ett halvår", "ett halvt år", "1 år och 4 månader", "ett år och fyra månader"]),
)
FIGURES = st.one_of(
    st.tuples(st.just(FigureKind.MONEY), AMOUNTS),
    st.tuples(st.just(FigureKind.RATE), SHARES),
    st.tuples(st.just(FigureKind.PERIOD), st.one_of(LONE, JOINED)),
    st.tuples(st.just(FigureKind.DATE), DAY_ALONE),
    st.tuples(st.just(FigureKind.DURATION), LENGTHS),
)


def as_found(text: str) -> tuple[FigureKind, object] | None:
    """Return the kind and value of the only figure in a text, which it is as a whole."""
    figures = sv.find_figures(text)
    if [figure.text for figure in figures] != [text] or figures[0].approx is not Approximation.EXACT:
        return None
    return figures[0].kind, figures[0].value


def as_read(kind: FigureKind, text: str) -> tuple[FigureKind, object] | None:
    """Return the kind and what its strict reader reads, None where it refuses the text."""
    try:
        return kind, READERS[kind](text)
    except InvalidValue:
        return None


@given(FIGURES)
def test_a_figure_alone_is_the_same_to_both(figure: tuple[FigureKind, str]) -> None:
    """What a field may hold is found in running text as a whole, as the same value."""
    kind, text = figure
    assert as_found(text) == (kind, READERS[kind](text))


@given(DAYS, st.sampled_from([*DAY_FORMS, "den {0.day}/{0.month} {0.year}"]))
def test_a_day_alone_is_the_same_to_both(day: Date, form: str) -> None:
    """A day is a date in running text, and in a field of either kind."""
    text = form.format(day)
    [found] = sv.find_figures(text)
    assert found.kind is FigureKind.DATE
    assert found.value == sv.parse_date(text) == day
    assert sv.parse_period(text) == Period(day, day)


@pytest.mark.parametrize("text", ["2024/3/31", "31-3-2024"])
def test_days_that_are_references_in_running_text(text: str) -> None:
    """Numbers with strokes or hyphens between them, in no usual form, are a day only in a field for days."""
    assert sv.parse_date(text) == Date(2024, 3, 31)
    assert as_found(text) is None


PIECES = st.sampled_from(
    [
        *"0123456789", *" -–,./()½", "  ", " kr", "SEK ", " mkr", " miljoner", " millioner", " euro", ":-", "%",
        " procent", "två ", "en ", "hälften", " tredjedel", " år", " månader", " och ", " till ", "från ", "1/10",
        " 2024", "2024-10-01", "1.10.2024", "2011", "Q4 ", "första ", "kvartalet ", " oktober", "1.234", "1,234",
        "1 234", "20241001", "12/29",
    ]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=5).map("".join), st.sampled_from(FigureKind))
def test_they_never_read_two_values_from_one_text(text: str, kind: FigureKind) -> None:
    """Where both read a text as a whole, as the same kind of figure, the value is one."""
    found, read = as_found(text.strip()), as_read(kind, text.strip())
    if found is not None and read is not None and found[0] is kind:
        assert found == read


ONLY_STRICT = [
    (FigureKind.MONEY, "12 500", "a number without a unit is money only in a field for money"),
    (FigureKind.MONEY, "2 tusen", "and so is one in thousands: two thousand participants"),
    (FigureKind.MONEY, "-12 kr", "a hyphen before a number in running text may be a bullet"),
    (FigureKind.RATE, "12/29", "may be a reference, or a day"),
    (FigureKind.RATE, "0", "a number without a unit is a share only in a field for shares"),
    (FigureKind.DATE, "20241001", "eight figures are a day only in a field for days"),
    (FigureKind.PERIOD, "2024-10-01", "in a field for a period a day is one of its own"),
    (FigureKind.PERIOD, "1/10/2024–30/9/2027", "only the other end tells which number is the month of the first"),
    (FigureKind.PERIOD, "2024-10-01–", "a dash at the end of running text is a mark of the sentence"),
    (FigureKind.DURATION, "18 år", "from thirteen years on it may be an age"),
    (FigureKind.DURATION, "1 234 månader", "nothing lasts so long, and the 1 may belong to what stands before it"),
]
ONLY_IN_PROSE = [
    (FigureKind.MONEY, "1.235.522 kr", "a field names its thousands separator, or is told how to write the amount"),
    (FigureKind.MONEY, "1.500 kr", "running text decides by the unit, a field by asking"),
    (FigureKind.MONEY, "12.5 kr", "a field is told of the decimal comma"),
    (FigureKind.MONEY, "5  kr", "a double space in a field may stand between two columns"),
    (FigureKind.MONEY, "2 millioner", "the page around it tells whose money it is"),
    (FigureKind.RATE, "3 promille", "in a field it is as likely a slip for per cent"),
    (FigureKind.DATE, "första oktober 2024", "a field is told to write the number of the day"),
    (FigureKind.DATE, "1/9-23", "a field is told to write the whole year"),
    (FigureKind.DURATION, "ett till två år", "a field holds one length"),
    (FigureKind.PERIOD, "till 2024", "an end without its day leaves open which day it is"),
    (FigureKind.PERIOD, "2024 till 1 oktober 2025", "ends that are stated unlike are a slip in a field"),
    (FigureKind.PERIOD, "mars-12", "may be 12 March, or March 2012"),
    (FigureKind.PERIOD, "2014–20", "a field is told to write both years"),
    (FigureKind.PERIOD, "2025/2026", "a field does not tell whether a school year is meant"),
]


@pytest.mark.parametrize(("kind", "text", "why"), ONLY_STRICT)
def test_what_only_a_field_says(kind: FigureKind, text: str, why: str) -> None:
    """The heading of a field says what its text measures; running text has to say it itself."""
    assert why
    assert as_read(kind, text) is not None
    found = as_found(text)
    assert found is None or found[0] is not kind


@pytest.mark.parametrize(("kind", "text", "why"), ONLY_IN_PROSE)
def test_what_only_running_text_says(kind: FigureKind, text: str, why: str) -> None:
    """Whoever fills in a field can be asked, whoever wrote a text can not."""
    assert why
    found = as_found(text)
    assert found is not None
    assert found[0] is kind
    assert as_read(kind, text) is None
