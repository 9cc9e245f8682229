from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.testing import bounds_of_money, bounds_of_rates
from esfmodel.text import en, sv
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from esfmodel.text import MoneyStyle
    from esfmodel.text.words.language import Language

F = TypeVar("F", Money, Rate)

LANGUAGES = st.sampled_from([(sv, SWEDISH), (en, ENGLISH)])
RANGE = re.compile(r"(\D*)(\d[\d.,\s]*)\N{EN DASH}([\d.,\s]*\d)(\D*)")
NUMBER = r"\N{MINUS SIGN}?\d[\d.,\s]*"
NEAR_A_STEP = st.tuples(
    st.sampled_from([0, 500, 999_950, 1_000_000, 2_500_000, 999_950_000, 10**9, 10**12]), st.integers(-101, 101)
).map(lambda drawn: Money.of_minor(100 * drawn[0] + drawn[1]))


def told(text: str, words: Language, read: Callable[[str], F]) -> Bounds[F]:
    """Read what a reader is told: which figures are possible."""
    if found := RANGE.fullmatch(text):
        before, low, high, after = found.groups()
        return Bounds(read(f"{before}{low}{after}"), read(f"{before}{high}{after}"))
    one_unit = words.between.format(low=rf"(\D*?)({NUMBER})", high=rf"({NUMBER})(\D*)")
    if found := re.fullmatch(one_unit, text):
        before, low, high, after = found.groups()
        return Bounds(read(f"{before}{low}{after}"), read(f"{before}{high}{after}"))
    before, _, after = words.between.partition("{low}")
    if text.startswith(before):
        low, high = text.removeprefix(before).split(after.removesuffix("{high}"))
        return Bounds(read(low), read(high))
    kinds = (
        (words.over, Bounds.over),
        (words.at_least, Bounds.at_least),
        (words.under, Bounds.under),
        (words.at_most, Bounds.at_most),
    )
    ends = [
        kind(read(part.removeprefix(f"{word} ")))
        for part in text.split(f" {words.but} ")
        for word, kind in kinds
        if part.startswith(f"{word} ")
    ]
    if len(ends) == 1:
        return ends[0]
    low_end, high_end = ends
    return Bounds(
        low_end.low,
        high_end.high,
        low_included=low_end.low_included,
        high_included=high_end.high_included,
    )


@given(
    st.one_of(bounds_of_money(), st.tuples(NEAR_A_STEP, NEAR_A_STEP).map(sorted).map(lambda ends: Bounds(*ends))),
    st.sampled_from(["kr", "tkr", "mnkr", "mdkr", "words"]),
    LANGUAGES,
    st.booleans(),
)
def test_every_possible_amount_is_possible_as_printed(
    bounds: Bounds[Money], style: str, language: tuple[ModuleType, Language], dash: bool
) -> None:
    """However bounds are shortened, the reader is told nothing that the amount may contradict."""
    module, words = language
    written = module.format_money(bounds, style=style, dash=dash)
    if bounds.known is None:
        assert bounds in told(written, words, module.parse_money)
    else:
        assert written == module.format_money(bounds.known, style=style)


@given(bounds_of_rates(), st.sampled_from(["percent", "exact", "words"]), LANGUAGES, st.booleans())
def test_every_possible_share_is_possible_as_printed(
    bounds: Bounds[Rate], style: str, language: tuple[ModuleType, Language], dash: bool
) -> None:
    """However bounds are shortened, the reader is told nothing that the share may contradict."""
    module, words = language
    written = module.format_rate(bounds, style=style, dash=dash)
    if bounds.known is None:
        assert bounds in told(written, words, module.parse_rate)
    else:
        assert written == module.format_rate(bounds.known, style=style)


@given(bounds_of_money(), LANGUAGES)
def test_exact_bounds_say_no_less_than_is_known(bounds: Bounds[Money], language: tuple[ModuleType, Language]) -> None:
    """Where nothing is shortened the printed bounds are the bounds."""
    module, words = language
    if bounds.known is None:
        assert told(module.format_money(bounds), words, module.parse_money) == bounds


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("tkr", "1 234 567–2 345 679 tkr"),
        ("mnkr", "1 234,5–2 345,7 mnkr"),
        ("mdkr", "1,2–2,4 mdkr"),
        ("words", "1,2–2,4 miljarder kronor"),
    ],
)
def test_bounds_are_rounded_outward_and_no_further(style: MoneyStyle, written: str) -> None:
    """A reader is told the nearest printable figure outside each end."""
    bounds = Bounds(Money(1_234_567_891), Money(2_345_678_912))
    assert sv.format_money(bounds, style=style).replace("\N{NO-BREAK SPACE}", " ") == written


def test_a_dash_is_asked_for_or_not() -> None:
    """A word for the choice of a dash would be taken for yes, whatever it says."""
    wrong: Any = "no"
    none: Any = None
    with pytest.raises(TypeError, match="dash must be True or False, not str"):
        sv.format_money(Bounds(Money(1), Money(2)), dash=wrong)
    with pytest.raises(TypeError, match="dash must be True or False, not NoneType"):
        sv.format_rate(Bounds.over(Rate.of_percent(1)), dash=none)


@pytest.mark.parametrize(
    ("bounds", "swedish", "english"),
    [
        (
            Bounds(Money(2_000_000), Money(3_000_000)),
            "mellan 2 och 3 miljoner kronor",
            "between 2 and 3 million Swedish kronor",
        ),
        (
            Bounds(Money(-2_000_000), Money(3_000_000)),
            "mellan −2 och 3 miljoner kronor",
            "between −2 and 3 million Swedish kronor",
        ),
        (
            Bounds(Money(40), Money(2_000_000)),
            "mellan 40 kronor och 2 miljoner kronor",
            "between 40 Swedish kronor and 2 million Swedish kronor",
        ),
        (
            Bounds(Money(0), Money(3_000_000)),
            "mellan 0 och 3 miljoner kronor",
            "between 0 and 3 million Swedish kronor",
        ),
        (Bounds.over(Money(2_000_000)), "över 2 miljoner kronor", "over 2 million Swedish kronor"),
    ],
)
def test_a_range_without_a_dash(bounds: Bounds[Money], swedish: str, english: str) -> None:
    """The words take the place of the dash, never beside it, and the unit is still written once."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        written = language.format_money(bounds, style="words", dash=False)
        assert written.replace("\N{NO-BREAK SPACE}", " ") == expected
        assert "\N{EN DASH}" not in written
