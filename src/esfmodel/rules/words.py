"""Words in every language of the library.

>>> print(Words("helt", "wholly").text("sv"))
helt
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.text.telling.problems import said, write_value
from esfmodel.values.format import LANGUAGES, Labelled, check_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.errors import EsfModelError


@attrs.frozen
class Words:
    """One text in Swedish and in English; `str` is the English.

    >>> words = Words("uppgift saknas", "not stated")
    >>> words.text("sv"), str(words)
    ('uppgift saknas', 'not stated')
    """

    sv: str
    en: str

    def text(self, language: str) -> str:
        """Return the text in "sv" or "en"; raise `InvalidValue` for another language."""
        check_language(language)
        said: str = getattr(self, language)
        return said

    def filled(self, language: str, values: Mapping[str, object]) -> str:
        """Return the text with values for the names in braces, each as the language writes it."""
        return self.text(language).format_map({name: write_value(value, language) for name, value in values.items()})

    def with_values(self, **values: object) -> Words:
        """Return the words with values for the names in braces, each as the language writes it.

        >>> Words("{share} av kostnaden", "{share} of the cost").with_values(share=3).sv
        '3 av kostnaden'
        """
        return Words(**{language: self.filled(language, values) for language in LANGUAGES})

    @property
    def placeholders(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names in braces of the Swedish and of the English text."""
        return _placeholders(self.sv), _placeholders(self.en)

    def __str__(self) -> str:
        """Write the English, as developers read it."""
        return self.en


NOTHING: Final = Words("", "")
"""What a text has where there is nothing to add."""


def label_words(member: Labelled) -> Words:
    """Return the label of a member of an enumeration in each language."""
    return Words(**{language: format(member, language) for language in LANGUAGES})


def reason_of(error: EsfModelError) -> Words:
    """Return what an error says as a reason that a rule could not be judged.

    An error of a figure that is known within bounds speaks of comparing and adding, so readers of a report get general
    words in its place.
    """
    if error.code.startswith(("bounds.", "figure.")):
        error = NotKnown("rule.within_bounds")
    return Words(**{language: said(error, language) for language in LANGUAGES})


def _placeholders(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)
