from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.testing import rates
from esfmodel.text import en, sv
from esfmodel.values.bounds import Bounds, RateLike
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
FAR = 10**100 - 1
FRACTIONS = st.builds(Fraction, st.integers(-FAR, FAR), st.integers(1, FAR)).map(Rate)
DECIMALS = st.decimals(-10_000, 10_000, places=6).map(Rate.of_percent)
ANY_RATE = st.one_of(rates(), DECIMALS, FRACTIONS)
PIECES = st.sampled_from(
    [*"0123456789", " ", "\N{NO-BREAK SPACE}", "-", "−", ",", ".", "/", "%", "procent", "per cent"]
)


@given(ANY_RATE, LANGUAGES)
def test_exact_is_lossless(rate: Rate, language: ModuleType) -> None:
    """What the exact style writes is read back as the same share."""
    assert language.parse_rate(language.format_rate(rate, style="exact")) == rate


@given(st.one_of(rates(), DECIMALS), st.sampled_from(["percent", "words"]), LANGUAGES)
def test_a_share_is_written_to_two_decimals(rate: Rate, style: str, language: ModuleType) -> None:
    """A share is printed within half a hundredth of a per cent; only nothing is 0 % and only everything 100 %."""
    written = language.format_rate(rate, style=style)
    read = language.parse_rate(written)
    assert abs(read.fraction - rate.fraction) * 10_000 <= Fraction(1, 2)
    assert (read == Rate(0)) == (rate == Rate(0))
    assert (read == Rate(1)) == (rate == Rate(1))


@pytest.mark.parametrize(
    ("rate", "style", "swedish", "english"),
    [
        (Rate.of_percent("15.5"), None, "15,5 %", "15.5%"),
        (Rate.of_percent(40), None, "40 %", "40%"),
        (Rate.of_percent(0), None, "0 %", "0%"),
        (Rate.of_percent(100), None, "100 %", "100%"),
        (Rate.of_percent("39.985"), None, "39,99 %", "39.99%"),
        (Rate.of_percent("-39.985"), None, "−39,99 %", "−39.99%"),
        (Rate.of_percent("0.001"), None, "0,001 %", "0.001%"),
        (Rate.of_percent("99.996"), None, "99,996 %", "99.996%"),
        (Rate(Fraction(12, 29)), None, "41,38 %", "41.38%"),
        (Rate(Fraction(12, 29)), "exact", "12/29", "12/29"),
        (Rate(Fraction(-12, 29)), "exact", "−12/29", "−12/29"),
        (Rate.of_percent("1234.5678"), "exact", "1 234,5678 %", "1,234.5678%"),
        (Rate.of_percent("15.5"), "words", "15,5 procent", "15.5 per cent"),
        (Bounds.at_most(Rate.of_percent(75)), None, "högst 75 %", "at most 75%"),
        (Bounds.over(Rate(Fraction(12, 29))), None, "över 41,37 %", "over 41.37%"),
        (Bounds.under(Rate(Fraction(17, 29))), None, "under 58,63 %", "under 58.63%"),
        (Bounds.over(Rate(Fraction(12, 29))), "exact", "över 12/29", "over 12/29"),
        (Bounds(Rate.of_percent(40), Rate.of_percent(45)), None, "40–45 %", "40–45%"),
        (Bounds(Rate.of_percent(40), Rate.of_percent(45)), "words", "40–45 procent", "40–45 per cent"),
        (Bounds(Rate(Fraction(1, 3)), Rate(Fraction(2, 3))), "exact", "mellan 1/3 och 2/3", "between 1/3 and 2/3"),
        (Bounds(Rate(Fraction(1, 3)), Rate(Fraction(1, 3))), None, "33,33 %", "33.33%"),
        (None, None, "ej angivet", "not stated"),
    ],
)
def test_shares_in_figures_and_words(rate: RateLike | None, style: str | None, swedish: str, english: str) -> None:
    """Swedish has a comma and a space before the sign, English neither."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        assert language.format_rate(rate, style=style).replace("\N{NO-BREAK SPACE}", " ") == expected


@given(st.one_of(st.text(), st.lists(PIECES, max_size=10).map("".join)), LANGUAGES)
def test_arbitrary_text_is_a_share_or_our_error(text: str, language: ModuleType) -> None:
    """Whatever the text is, it is read or refused with an error of ours."""
    with suppress(EsfModelError):
        assert isinstance(language.parse_rate(text), Rate)


@pytest.mark.parametrize(
    ("language", "text", "percent"),
    [
        (sv, "40 %", "40"),
        (sv, "40%", "40"),
        (sv, "40\N{NARROW NO-BREAK SPACE}%", "40"),
        (sv, "39,989 %", "39.989"),
        (sv, "15,5 procent", "15.5"),
        (sv, "15,5 Procent", "15.5"),
        (sv, "-3 %", "-3"),
        (sv, "−3 %", "-3"),
        (sv, "–3 %", "-3"),
        (sv, "3/4", "75"),
        (sv, "1 200 %", "1200"),
        (en, "39.989%", "39.989"),
        (en, "15.5 percent", "15.5"),
        (en, "15.5 per cent", "15.5"),
        (en, "1,200%", "1200"),
    ],
)
def test_shares_as_people_write_them(language: ModuleType, text: str, percent: str) -> None:
    """The sign or the word for per cent makes a number a share; so does a quotient."""
    assert language.parse_rate(text) == Rate.of_percent(percent)


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        (sv, "40", "may mean 40 % or 4 000 %"),
        (sv, "0,5", "may mean 0,5 % or 50 %"),
        (sv, "0,125", "may mean 0,125 % or 12,5 %"),
        (en, "0.5", "may mean 0.5% or 50%"),
        (sv, "15.5 %", 'has "." before its decimals'),
        (sv, "1.234 %", "may mean 1 234 or 1,234"),
        (sv, "1/0", "divides by zero"),
        (sv, "1,5/3", "is not one share"),
        (sv, "40 kr", "is not one share"),
        (sv, "1/2 %", "is not one share"),
        (sv, "högst 75 %", "says what is known"),
        (sv, "40–45 %", "holds two figures"),
        (sv, "٤٠ %", "has other digits"),
        (sv, "%", "has no figure in it"),
        (sv, "1" * 999 + "%", "rate '1{40}'.* has more than 100 digits"),
        (sv, "1/" + "3" * 101, "rate '1/3{38}'.* has more than 100 digits"),
        (sv, " ca 40 %", "says what is known"),
        (sv, "1" * 10_000_000, "too long"),
    ],
)
def test_what_is_no_single_share_is_refused_with_the_reason(language: ModuleType, text: str, why: str) -> None:
    """A bare number may mean two shares, and anything else is none."""
    with pytest.raises(InvalidValue, match=why):
        language.parse_rate(text)


@pytest.mark.parametrize("language", [sv, en])
@pytest.mark.parametrize("wrong", [Fraction(1, 2), "40 %", 40, Bounds.over(Money(1))])
def test_only_shares_are_written_as_shares(language: ModuleType, wrong: object) -> None:
    """A bare number and an amount are not shares, and a style has a name."""
    with pytest.raises(TypeError, match="rate must be Rate"):
        language.format_rate(wrong)
    with pytest.raises(InvalidValue, match='use one of "percent", "exact", "words"'):
        language.format_rate(Rate(1), style="procent")
