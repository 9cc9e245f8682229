from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import currencies, money
from esfmodel.text import en, sv
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
LARGEST = 10**18 - 1
ANY_MONEY = st.one_of(money(), st.builds(Money.of_minor, st.integers(-LARGEST, LARGEST), currencies()))
STYLES = st.sampled_from(["kr", "tkr", "mnkr", "mdkr", "words"])
UNITS = {"tkr": (10**3, 0), "mnkr": (10**6, 1), "mdkr": (10**9, 1)}


@given(ANY_MONEY, LANGUAGES)
def test_kr_is_lossless(amount: Money, language: ModuleType) -> None:
    """What the exact style writes is read back as the same amount, in every currency and with every sign."""
    assert language.parse_money(language.format_money(amount)) == amount
    assert language.parse_money(language.format_money(amount, style="kr")) == amount


@given(money(min_amount=10**9), st.sampled_from([-1, 1]), STYLES, LANGUAGES)
def test_what_is_shortened_stays_as_it_is(amount: Money, sign: int, style: str, language: ModuleType) -> None:
    """Every style can be read, and an amount that was shortened is written the same way again."""
    amount = sign * amount
    written = language.format_money(amount, style=style)
    assert language.format_money(language.parse_money(written), style=style) == written


@given(money(), st.sampled_from(sorted(UNITS)), LANGUAGES)
def test_scaled_styles_round_half_up(amount: Money, style: str, language: ModuleType) -> None:
    """A shortened amount is at most half of its last digit away, a half away from zero, and zero only for zero."""
    scale, decimals = UNITS[style]
    read = language.parse_money(language.format_money(amount, style=style))
    assert (read.minor == 0) == (amount.minor == 0)
    step = Fraction(scale, 10**decimals)
    in_steps = amount.as_fraction() / step
    nearest = Rounding.WHOLE_HALF_UP.to_integer(in_steps)
    if nearest:
        assert read.as_fraction() == nearest * step
    else:
        assert abs(read.as_fraction() - amount.as_fraction()) <= abs(amount.as_fraction()) / 3


@given(money(), LANGUAGES)
def test_words_are_exact_below_a_million(amount: Money, language: ModuleType) -> None:
    """In words an amount below a million is exact, and a larger one within half a tenth of its unit."""
    read = language.parse_money(language.format_money(amount, style="words"))
    size, off = abs(amount.as_fraction()), abs(read.as_fraction() - amount.as_fraction())
    if size < 1_000_000:
        assert off == 0
    else:
        assert off <= (50_000 if size < 999_950_000 else 50_000_000)


@pytest.mark.parametrize(
    ("bounds", "style", "swedish", "english"),
    [
        (Bounds.over(Money(12_000_000)), "words", "över 12 miljoner kronor", "over 12 million Swedish kronor"),
        (Bounds.under(Money(29_000_000)), "words", "under 29 miljoner kronor", "under 29 million Swedish kronor"),
        (Bounds.at_least(Money(1_999_999)), "mnkr", "minst 1,9 mnkr", "at least SEK 1.9 million"),
        (Bounds.at_most(Money(2_000_001)), "mnkr", "högst 2,1 mnkr", "at most SEK 2.1 million"),
        (Bounds.over(Money(-1_999_999)), "mnkr", "över −2,0 mnkr", "over SEK −2.0 million"),
        (Bounds.over(Money(37_000)), "mdkr", "över 0,00003 mdkr", "over SEK 0.00003 billion"),
        (Bounds.under(Money(33_000)), "mdkr", "under 0,00004 mdkr", "under SEK 0.00004 billion"),
        (Bounds(Money(5), Money(10)), "kr", "5–10 kr", "SEK 5–10"),
        (
            Bounds(Money(5), Money(10), low_included=False), "kr",
            "över 5 kr men högst 10 kr", "over SEK 5 but at most SEK 10",
        ),
        (
            Bounds(Money(5), Money(10), high_included=False), "kr",
            "minst 5 kr men under 10 kr", "at least SEK 5 but under SEK 10",
        ),
        (Bounds(Money(1_000_000), Money(2_000_000)), "words", "1–2 miljoner kronor", "1–2 million Swedish kronor"),
        (
            Bounds(Money(900_000), Money(1_250_000)), "words",
            "mellan 900 000 kronor och 1,3 miljoner kronor",
            "between 900,000 Swedish kronor and 1.3 million Swedish kronor",
        ),
        (Bounds(Money(-5), Money(5)), "kr", "mellan −5 och 5 kr", "between SEK −5 and 5"),
        (Bounds(Money(5), Money(5)), "kr", "5 kr", "SEK 5"),
        (None, "kr", "ej angivet", "not stated"),
    ],
)  # fmt: skip
def test_bounds_in_words(bounds: Bounds[Money] | None, style: str | None, swedish: str, english: str) -> None:
    """Bounds say which ends are possible; a dash stands only between two that are, in one unit."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        assert language.format_money(bounds, style=style).replace("\N{NO-BREAK SPACE}", " ") == expected


@pytest.mark.parametrize("language", [sv, en])
def test_an_unknown_style_names_the_styles(language: ModuleType) -> None:
    """A style that does not exist is refused by naming those that do, even for what is not stated."""
    for amount in (Money(1), None):
        with pytest.raises(InvalidValue, match='use one of "kr", "tkr", "mnkr", "mdkr", "words"'):
            language.format_money(amount, style="mkr")
    with pytest.raises(TypeError, match="style must be a str"):
        language.format_money(Money(1), style=1)


@pytest.mark.parametrize("language", [sv, en])
@pytest.mark.parametrize("wrong", [5, "5 kr", Rate(1), Bounds.over(Rate(1)), Bounds.under(Rate(1))])
def test_only_money_is_written_as_money(language: ModuleType, wrong: object) -> None:
    """A number, a text and a share are not amounts."""
    said = f"money must be Money, Bounds of Money or None, not {type(wrong).__name__}"
    with pytest.raises(TypeError, match=said):
        language.format_money(wrong)


def test_an_amount_asks_its_language() -> None:
    """The format specs of values are the styles of the language."""
    assert f"{Money(12_500_000):sv:words}" == sv.format_money(Money(12_500_000), style="words")
    assert f"{Bounds.over(Money(5)):en}" == en.format_money(Bounds.over(Money(5)))
