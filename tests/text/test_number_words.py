from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.language import number_word_pattern, read_number_phrase, read_number_word
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from esfmodel.text.words.language import Language


@pytest.mark.parametrize("language", [SWEDISH, ENGLISH])
def test_a_word_is_matched_whole_and_means_its_number(language: Language) -> None:
    """The pattern takes a number word to its end, "tjugofem" and not "tjugo", and the reader knows what it means."""
    pattern = re.compile(number_word_pattern(language))
    assert pattern.groups == 0
    for word, number in language.number_words.items():
        matched = pattern.match(f"{word} miljoner")
        assert matched is not None
        assert matched[0] == word
        assert read_number_word(word.upper(), language) == number


@pytest.mark.parametrize("language", [SWEDISH, ENGLISH])
def test_every_number_to_ninety_nine_has_a_word(language: Language) -> None:
    """No number is missing from nought to a hundred."""
    assert set(language.number_words.values()) == set(range(101))


@pytest.mark.parametrize("phrase", ["tre fyra", "två tusen tre tusen", "noll två", "femtio tjugo", "hundra hundra"])
def test_words_that_are_two_numbers(phrase: str) -> None:
    """Numbers beside each other that do not count together are no number."""
    assert read_number_phrase(phrase, SWEDISH) is None


def test_words_that_are_no_number() -> None:
    """Words for an unstated number, figures and words of the other language mean no number."""
    for word in ("några", "flera", "miljon", "one", "2", "", "tre kronor"):
        assert read_number_word(word, SWEDISH) is None
