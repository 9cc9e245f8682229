"""Words in every language of the library.

>>> print(Words("helt", "wholly").text("sv"))
helt
"""

from __future__ import annotations

import string
from functools import lru_cache
from types import NoneType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.text.telling.problems import listed, said, write_value
from esfmodel.values.format import LANGUAGES, InEachLanguage, Labelled, check_language
from esfmodel.values.period import Period

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
        """Return the text with values for the names in braces, each as the language writes it.

        With "{day:when}" a time is written as what happened then is told.

        >>> from esfmodel import Period
        >>> Words("såldes {day:when}", "sold {day:when}").filled(
        ...     "sv", {"day": Period("2024-10-01", "2024-10-31", "month")}
        ... ).split()
        ['såldes', 'i', 'oktober', '2024']
        """
        return self.text(language).format_map({name: _Value(value, language) for name, value in values.items()})

    def with_values(self, **values: object) -> Words:
        """Return the words with values for the names in braces, each as the language writes it.

        >>> Words("{share} av kostnaden", "{share} of the cost").with_values(share=3).sv
        '3 av kostnaden'
        """
        return Words(**{language: self.filled(language, values) for language in LANGUAGES})

    @property
    def placeholders(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names in braces of the Swedish and of the English text."""
        return placeholders(self.sv), placeholders(self.en)

    def __str__(self) -> str:
        """Write the English, as developers read it."""
        return self.en


NOTHING: Final = Words("", "")
"""What a text has where there is nothing to add."""


@attrs.frozen
class Several:
    """Values that stand in one sentence: "3, 5 och 7"."""

    values: tuple[object, ...]


class _Value:
    """A value that is written where a text has its name in braces."""

    def __init__(self, value: object, language: str) -> None:
        self._value = value
        self._language = language

    def __format__(self, form: str) -> str:
        write = _write_when if form == "when" else write_value
        if isinstance(self._value, Several):
            return listed([write(value, self._language) for value in self._value.values], self._language)
        return write(self._value, self._language)


def _write_when(when: object, language: str) -> str:
    """Write when something happened: "den 1 oktober 2024", "i oktober 2024", "under oktober–november 2024"."""
    day, month, year, during = _WHEN[language]
    if not isinstance(when, Period):
        return day.format(write_value(when, language))
    written = write_value(when, language)
    if when.start == when.end:
        return day.format(written)
    if when.precision == "year" and when.start.year == when.end.year:
        return year.format(written)
    is_month = when.precision == "month" and (when.start.year, when.start.month) == (when.end.year, when.end.month)
    return (month if is_month else during).format(written)


_WHEN: Final = InEachLanguage(("den {}", "i {}", "{}", "under {}"), ("on {}", "in {}", "in {}", "during {}"))


def count_words(count: int, swedish: tuple[str, str], english: tuple[str, str]) -> Words:
    """Return how many there are of something, whose singular and plural are given in each language.

    >>> count_words(1, ("projekt", "projekt"), ("project", "projects")).en
    '1 project'
    """
    return Words(*(f"{count} {forms[count != 1]}" for forms in (swedish, english)))


def label_words(member: Labelled) -> Words:
    """Return the label of a member of an enumeration in each language."""
    return Words(**{language: format(member, language) for language in LANGUAGES})


def reason_of(error: EsfModelError) -> Words:
    """Return what an error says as a reason that a rule could not be judged.

    An error of a figure that is known within bounds speaks of comparing and adding, so readers of a report get general
    words in its place.
    """
    reason = error.params.get("reason")
    if error.code == "rule.not_decided" and isinstance(reason, Words) and not (error.place or error.source):
        return reason
    if error.code.startswith(("bounds.", "figure.")):
        error = NotKnown("rule.within_bounds")
    needs = error.params.get("needs")
    is_bare = not (error.place or error.source) and error.given is None and error.line is None
    if is_bare and len(error.params) == (needs is not None) and isinstance(needs, (Words, NoneType)):
        return _common_reason(error.code, needs)
    return _in_each_language(error)


@lru_cache
def _common_reason(code: str, needs: Words | None) -> Words:
    """Return a reason without facts of a project, but for the one thing that may lack: many projects share it."""
    return _in_each_language(NotKnown(code) if needs is None else NotKnown(code, needs=needs))


def _in_each_language(error: EsfModelError) -> Words:
    return Words(**{language: said(error, language) for language in LANGUAGES})


@lru_cache
def placeholders(template: str) -> frozenset[str]:
    """Return the names in braces of a text."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)
