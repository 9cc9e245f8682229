from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import bounds_of_money, money
from esfmodel.text import en, sv
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from types import ModuleType

    from esfmodel.text.words.language import Language
    from esfmodel.values.bounds import MoneyLike

LANGUAGES = st.sampled_from([(sv, SWEDISH), (en, ENGLISH)])
TWELVE, HALF = Money(12_000_000), Rate.of_percent(50)


@given(st.one_of(money(), bounds_of_money()), st.sampled_from(["kr", "tkr", "mnkr", "mdkr", "words"]), LANGUAGES)
def test_no_word_of_a_source_is_written_unasked(
    figure: MoneyLike, style: str, language: tuple[ModuleType, Language]
) -> None:
    """Bounds alone never say "nearly" or "just over", which would be more than is known."""
    module, words = language
    written = module.format_money(figure, style=style)
    for name, word in words.qualifying.items():
        with_word = f"{word} "
        assert not written.startswith(with_word), name


@pytest.mark.parametrize(
    ("qualifier", "figure", "swedish", "english"),
    [
        ("just_over", Bounds.over(TWELVE), "drygt 12 miljoner kronor", "just over 12 million Swedish kronor"),
        ("more_than", Bounds.over(TWELVE), "mer än 12 miljoner kronor", "more than 12 million Swedish kronor"),
        ("nearly", Bounds.under(TWELVE), "närmare 12 miljoner kronor", "nearly 12 million Swedish kronor"),
        ("almost", Bounds.under(TWELVE), "nästan 12 miljoner kronor", "almost 12 million Swedish kronor"),
        ("just_under", Bounds.under(TWELVE), "knappt 12 miljoner kronor", "just under 12 million Swedish kronor"),
        ("less_than", Bounds.under(TWELVE), "mindre än 12 miljoner kronor", "less than 12 million Swedish kronor"),
        ("up_to", Bounds.at_most(TWELVE), "upp till 12 miljoner kronor", "up to 12 million Swedish kronor"),
        ("about", TWELVE, "cirka 12 miljoner kronor", "about 12 million Swedish kronor"),
        ("about", Bounds(TWELVE, TWELVE), "cirka 12 miljoner kronor", "about 12 million Swedish kronor"),
        (
            "just_over",
            Bounds.over(Money(12_480_000)),
            "drygt 12,4 miljoner kronor",
            "just over 12.4 million Swedish kronor",
        ),
        ("nearly", None, "ej angivet", "not stated"),
    ],
)
def test_the_words_of_a_source(qualifier: str, figure: MoneyLike | None, swedish: str, english: str) -> None:
    """Who knows the word that stood beside a figure has it written again, and the figure is still rounded outward."""
    languages: list[tuple[ModuleType, str]] = [(sv, swedish), (en, english)]
    for language, expected in languages:
        written = language.format_money(figure, style="words", qualifier=qualifier)
        assert written.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_shares_have_the_same_words() -> None:
    """A share is written with a word of the source's as an amount is."""
    assert (
        sv.format_rate(Bounds.under(HALF), qualifier="just_under", style="words")
        == "knappt 50\N{NO-BREAK SPACE}procent"
    )
    assert en.format_rate(HALF, qualifier="about") == "about 50%"


@pytest.mark.parametrize(
    ("qualifier", "figure", "why"),
    [
        ("nearly", Bounds.over(TWELVE), "is said of Bounds.under, and this is Bounds.over"),
        ("nearly", TWELVE, "is said of Bounds.under, and this is Money \\| Rate; leave it out, or pass Bounds.under"),
        ("just_over", Bounds.at_least(TWELVE), "is said of Bounds.over, and this is Bounds.at_least"),
        ("less_than", Bounds.at_most(TWELVE), "is said of Bounds.under, and this is Bounds.at_most"),
        ("up_to", Bounds.under(TWELVE), "is said of Bounds.at_most, and this is Bounds.under"),
        ("about", Bounds(Money(1), TWELVE), "is said of Money \\| Rate, and this is Bounds\\(low, high\\)"),
        ("knappt", Bounds.under(TWELVE), 'is not one we know; use one of "just_over", '),
        ("knappt", None, "is not one we know"),
    ],
)
@pytest.mark.parametrize("language", [sv, en])
def test_a_word_that_says_something_else_is_refused(
    qualifier: str, figure: MoneyLike | None, why: str, language: ModuleType
) -> None:
    """A word contradicts neither the bounds nor the figure that it stands beside."""
    with pytest.raises(InvalidValue, match=why):
        language.format_money(figure, qualifier=qualifier)


@pytest.mark.parametrize(("module", "words"), [(sv, SWEDISH), (en, ENGLISH)])
def test_what_is_written_with_such_a_word_is_refused_as_a_figure(module: ModuleType, words: Language) -> None:
    """No strict reader takes a hedged figure for the figure."""
    for word in (*words.qualifying.values(), words.over, words.at_least, words.under, words.at_most):
        with pytest.raises(InvalidValue, match=f'says what is known \\("{word}"\\)'):
            module.parse_money(f"{word} {module.format_money(TWELVE)}")
