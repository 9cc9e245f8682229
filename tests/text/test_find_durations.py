from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.text.prose._durations import find_durations
from esfmodel.text.prose._prose import Prose
from esfmodel.text.prose._swedish import SWEDISH_DURATIONS
from esfmodel.text.prose.figures import Approximation, DurationRange, FigureKind
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from esfmodel.text.prose.figures import Found

PIECES = st.sampled_from(
    ["12", "1,5", "tre", "ett", "½", "-", "–", " ", "\n", "år", "års", "åriga", "månader", "månaders", "period",
     " och ",
     " till ", "ett halvt ", "ett halvår", "för ", " sedan", "ungdomar ", "mellan ", "minst ", "İ"]
)  # fmt: skip
WORDS = {number: word for word, number in SWEDISH.number_words.items()}


def found(text: str) -> list[Found]:
    """Find the durations of a text."""
    return list(find_durations(Prose(text).low, SWEDISH, SWEDISH_DURATIONS))


def values(text: str) -> list[object]:
    """Find them, and give the months."""
    return [each.value for each in found(text)]


@given(
    st.integers(2, 99),
    st.sampled_from(
        ["i {} månader.", "en {}-månadersperiod", "({} mån)", "{}\nmånaders löptid", "på {} kalendermånader"]
    ),
)
def test_a_number_of_months_is_that_number(number: int, text: str) -> None:
    """Months are counted, in figures and in words, whatever follows in the word."""
    assert values(text.format(number)) == values(text.format(WORDS[number])) == [number]


@given(
    st.integers(1, 12),
    st.sampled_from(["i {} år", "{}åriga avtal", "{}årsperioden", "{} års sikt", "de kommande {} åren"]),
)
def test_a_year_is_twelve_months(number: int, text: str) -> None:
    """Years are given in months."""
    assert values(text.format(WORDS[number])) == [12 * number]


@given(st.integers(1, 12), st.integers(1, 11))
def test_years_and_months_are_added(years: int, months: int) -> None:
    """One duration may be said in years and months."""
    assert values(f"Det tar {years} år och {months} månader.") == [12 * years + months]


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_arbitrary_text_has_durations_in_order_or_none(text: str) -> None:
    """Whatever the text is, nothing is raised, and what is found lies in the text, in order, none in another."""
    low = Prose(text).low
    spans = [(each.start, each.end) for each in find_durations(low, SWEDISH, SWEDISH_DURATIONS)]
    assert all(0 <= start < end <= len(low) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Ett och ett halvt år.", [18]),
        ("Två och ett halvt års arbete, 2,5 år, 1 ½ år och 1 1/2 år.", [30, 30, 18, 18]),
        ("Förstudien tar ett halvår, sedan halvannat\når.", [6, 18]),
        ("Ett treårigt projekt, 2 åriga avtal, en 9-månadersperiod, en femårsplan.", [36, 24, 9, 60]),
        ("Under de senaste fem åren och de tre första åren.", [60, 36]),
        ("Föreningen har funnits i 15 år.", [180]),
        ("Stöd till unga i två år, till ungdomar under sex månader.", [24, 6]),
        ("Medel för tre år, en period om två år, en 20-årsperiod.", [36, 24, 240]),
        ("Det tar 1,3 månader.", [None]),
    ],
)
def test_durations_as_authorities_write_them(text: str, months: list[int | None]) -> None:
    """Halves, compounds and inflected units are read; what is no whole number of months has no value."""
    assert values(text) == months


@given(
    st.integers(1, 6),
    st.integers(1, 6),
    st.sampled_from(
        ["{}–{} år", "mellan {} och {} år", "{} till {} år", "minst {} och högst {} år", "{}- till {}åriga",
         "{} eller {} år"]
    ),
)  # fmt: skip
def test_a_range_keeps_both_ends(low: int, more: int, form: str) -> None:
    """Of a range the least and the most are known, in months."""
    for ends in ((low, low + more), (WORDS[low], WORDS[low + more])):
        text = form.format(*ends)
        [only] = found(f"Projekten är {text} långa.")
        assert (only.value, only.approx) == (DurationRange(12 * low, 12 * (low + more)), Approximation.EXACT)
        assert (only.kind, only.end - only.start) == (FigureKind.DURATION, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1½–2 år", [(18, 24)]),
        ("1–2½ år", [(12, 30)]),
        ("ett till ett och ett halvt år", [(12, 18)]),
        ("sex månader till två år", [(6, 24)]),
        ("ett halvår–2 år", [(6, 24)]),
        ("12 mån-3 år", [(12, 36)]),
        ("Covid-19 månader–24 år", []),
        ("mellan sex månader och två år", [(6, 24)]),
        ("sex månader och två år", [6, 24]),
        ("sex månader eller två år", [6, 24]),
        ("två år till sex månader", [24, 6]),
        ("cirka sex månader till två år", [6, 24]),
        ("12 respektive 24 månader", [None]),
        ("24 till 12 månader", [None]),
        ("1–2,3 år", [None]),
    ],
)
def test_ranges_of_two_units_and_what_is_no_range(text: str, expected: list[tuple[int, int] | int | None]) -> None:
    """Each end may have its own unit; two durations in a list are no range."""
    months = [DurationRange(*each) if isinstance(each, tuple) else each for each in expected]
    assert values(f"Det tar {text}.") == months


def test_about_a_range_is_said_so() -> None:
    """The two ends are kept, and that they are a guess."""
    [only] = found("cirka 12–24 månader")
    assert (only.approx, only.value) == (Approximation.ABOUT, DurationRange(12, 24))


@pytest.mark.parametrize(
    ("qualifier", "approx"),
    [
        ("ca ", Approximation.ABOUT), ("minst ", Approximation.OVER), ("som längst ", Approximation.UNDER),
        ("knappt ", Approximation.UNDER), ("", Approximation.EXACT),
    ],
)  # fmt: skip
def test_the_word_before_a_duration_is_part_of_it(qualifier: str, approx: Approximation) -> None:
    """A bound or a guess is told from the exact duration, and the number is what is printed."""
    [only] = found(f"Det pågår i {qualifier}18 månader.")
    assert (only.start, only.approx, only.value) == (len("Det pågår i "), approx, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Unga mellan 16 och 24 år, kvinnor över 50 år, ungdomar (15–24 år).",
        "Barn under 12 år, barn 3–5 år, elever i åldern 7 år, treåriga barn.",
        "En 52-årig man, 16-åriga flickor, 25-åringar, 0–3 år, tio år gammal.",
        "För tio år sedan, ett år senare, om två år, vart 3 år.",
        "Ett 10-årsjubileum, en femårsdag, 5 årsarbetare, 12 personmånader.",
        "I år, under år 2, 0 månader, varje år, några år.",
        "Föreningen firar 20 år.",
    ],
)
def test_ages_and_points_in_time_are_no_durations(text: str) -> None:
    """How old somebody is, and when something was, is not how long something lasts."""
    assert values(text) == []


def test_a_number_before_the_coming_year_is_no_duration() -> None:
    """Only years in the plural form that is meant may have such a word before them."""
    assert values("Det blir 0,7 nästa år och 2 nästa år.") == []
    assert values("Det gäller de två kommande åren, tre hela år och de sex första månaderna.") == [24, 36, 6]
    assert values("Vägen sträcker sig över 15 år.") == [180]


def test_what_has_a_length_is_no_person() -> None:
    """However many years an agreement has, it is a duration, and those of a person are an age."""
    assert values("Ett 20-årigt avtal om en 25-årig utbildning.") == [240, 300]
    assert values("En 20-årig kassör och ett 25-årigt ombud.") == []
