from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.text import en, sv
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from types import ModuleType


@given(st.sampled_from(sorted(SWEDISH.number_words.items())), st.sampled_from(["procent", "%", "PROCENT"]))
def test_per_cent_in_words(stated: tuple[str, int], unit: str) -> None:
    """A number word before per cent is that share."""
    word, number = stated
    assert sv.parse_rate(f"{word} {unit}") == sv.parse_rate(f"{word.upper()}\N{NO-BREAK SPACE}{unit}")
    assert sv.parse_rate(f"{word} {unit}") == Rate.of_percent(number)


@given(st.integers(0, 100))
def test_two_parts_of_a_hundred_are_no_quotient(part: int) -> None:
    """Half and half, "50/50", is not the whole; two such numbers are a share only in lowest terms, as it is written."""
    assume(gcd(part, 100 - part) > 1 and part < 100)
    with pytest.raises(InvalidValue, match=f"may mean {part} divided by {100 - part}, or the parts {part} % and"):
        sv.parse_rate(f"{part}/{100 - part}")


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        (sv, "fyrtio procent", Rate.of_percent(40)),
        (en, "forty-five per cent", Rate.of_percent(45)),
        (en, "Forty percent", Rate.of_percent(40)),
        (sv, "33/67", Rate(Fraction(33, 67))),
        (sv, "50/100", Rate.of_percent(50)),
        (sv, "1 / 3", Rate(Fraction(1, 3))),
        (sv, "hälften", Rate.of_percent(50)),
        (sv, "Halvparten", Rate.of_percent(50)),
        (sv, "en tredjedel", Rate(Fraction(1, 3))),
        (sv, "två tredjedelar", Rate(Fraction(2, 3))),
        (sv, "tre\N{NO-BREAK SPACE}fjärdedelar", Rate.of_percent(75)),
        (sv, "12½ %", Rate.of_percent("12.5")),
        (sv, "½ procent", Rate.of_percent("0.5")),
        (sv, "0", Rate(0)),
        (en, "half", Rate.of_percent(50)),
        (en, "a third", Rate(Fraction(1, 3))),
        (en, "Two Fifths", Rate.of_percent(40)),
    ],
)
def test_shares_in_words_and_as_quotients(language: ModuleType, text: str, share: Rate) -> None:
    """Words and quotients say a share as exactly as figures do."""
    assert language.parse_rate(text) == share


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        (sv, "15.5 %", 'has "." before its decimals; write it as "15,5 %"'),
        (en, "15,5%", 'has "," before its decimals; write it as "15.5%"'),
        (sv, "1.234 %", 'may mean 1 234 or 1,234; write it as "1 234 %" or "1,234 %"$'),
        (sv, "1.234", 'may mean 1 234 or 1,234; write it as "1 234 %" or "1,234 %"$'),
        (sv, "1.234.567 %", 'has "." between its thousands; write it as "1 234 567 %"$'),
        (sv, "0.4", "may mean 0,4 % or 40 %; write the one that is meant"),
        (sv, "-40", "may mean −40 % or −4 000 %"),
        (en, "0,4", "may mean 0.4% or 40%"),
        (sv, "50/50", "may mean 50 divided by 50, or the parts 50 % and 50 %; write one share"),
        (en, "75/25", "or the parts 75% and 25%"),
        (sv, "40  %", "has a double space"),
        (
            sv,
            "40 procentenheter",
            "is a difference between two shares, and no share; give a share, and keep the difference in a note",
        ),
        (sv, "1 Procentenhet", "is a difference between two shares"),
        (sv, "5\N{NO-BREAK SPACE}%-enheter", "is a difference between two shares"),
        (en, "10 percentage points", "is a difference between two shares"),
        (sv, "3 promille", "is not one share"),
        (sv, "fyrtio", "has no figure in it; write the number in digits"),
        (sv, "", "is empty"),
        (sv, "N.a.", "states no figure"),
        (sv, "40 till 45 %", "holds two figures; write each of them by itself$"),
        (sv, "40–45 %", "holds two figures; write each of them by itself"),
        (sv, "50 / 50", "or the parts 50 % and 50 %"),
        (sv, "− 5 %", 'write it as "−5 %"'),
        (sv, "(5 %)", "has brackets"),
        (en, "c. 40%", "says what is known"),
    ],
)
def test_what_is_wrong_with_a_share_is_said(language: ModuleType, text: str, why: str) -> None:
    """A refusal names both readings, or what to write instead."""
    with pytest.raises(InvalidValue, match=why):
        language.parse_rate(text)
