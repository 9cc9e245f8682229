"""Words in every language of the library, and how a value is written in them.

>>> print(Words("helt", "wholly").text("sv"))
helt
"""

from __future__ import annotations

import datetime
import string
from typing import TYPE_CHECKING, Final, TypeGuard, cast

import attrs

from esfmodel.law import Provision
from esfmodel.text._languages import TEXTS
from esfmodel.text.telling.facts import share_worth_saying
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import LANGUAGES, Labelled, check_language
from esfmodel.values.money import Money
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.rate import Rate

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
        return self.text(language).format_map({name: format_value(value, language) for name, value in values.items()})

    @property
    def placeholders(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names in braces of the Swedish and of the English text."""
        return _placeholders(self.sv), _placeholders(self.en)

    def __str__(self) -> str:
        """Write the English, as developers read it."""
        return self.en


def label_words(member: Labelled) -> Words:
    """Return the label of a member of an enumeration in each language."""
    return Words(**{language: format(member, language) for language in LANGUAGES})


UNKNOWN = Words("okänt", "unknown")

NOT_STATED: Final = Words("uppgift saknas", "not stated")
"""Why a rule could not be judged, where there is nothing more to say."""

_WITHIN_BOUNDS = Words(
    "en uppgift är känd bara inom gränser, så frågan kan inte avgöras",
    "a figure is known only within bounds, so the question cannot be decided",
)

_FIGURES: tuple[type, ...] = (Money, Rate, Bounds, Period, OpenPeriod, ProgrammingPeriod)


def reason_of(error: EsfModelError) -> Words:
    """Return the reason that a check raised, or general words for an error of a figure.

    A figure's own message is written for developers, so readers of a report do not see it.
    """
    said = error.params.get("reason")
    return said if isinstance(said, Words) else _WITHIN_BOUNDS


def format_value(value: object, language: str) -> str:
    """Write any value of a finding as the language does."""
    if value is None:
        return UNKNOWN.text(language)
    if isinstance(value, Words):
        return value.text(language)
    if isinstance(value, datetime.date):
        return TEXTS[language].format_date(value)
    if _is_share_within_bounds(value):
        return format(share_worth_saying(value), language)
    if isinstance(value, _FIGURES):
        return format(value, language)
    if isinstance(value, Provision):
        return value.citation(language)
    return str(value)


def _is_share_within_bounds(value: object) -> TypeGuard[Bounds[Rate]]:
    if not isinstance(value, Bounds):
        return False
    bounds = cast("Bounds[Rate]", value)
    return isinstance(bounds.low or bounds.high, Rate)


def _placeholders(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)
