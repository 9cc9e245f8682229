"""Format specs such as `f"{value:sv}"`, the languages of the library, values per language, and names to compare.

A spec is a language, or a language and a style: "sv", "sv:mnkr", "en:words". The text layer is above this one, so
`formatted` imports it by name when a value is first formatted.
"""

from __future__ import annotations

import enum
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values.field_type import FieldType

if TYPE_CHECKING:
    from collections.abc import Iterable


def formatted(value: object, spec: str, kind: str) -> str:
    """Return `value` as `format_<kind>` of the spec's language writes it; for an empty spec `str(value)`."""
    if not spec:
        return str(value)
    text, style = _text_and_style(spec)
    write = getattr(text, f"format_{kind}")
    written: str = write(value, style=style) if style else write(value)
    return written


def _text_and_style(spec: str) -> tuple[Any, str]:
    """Return the text module of a spec's language, and the style; raise `InvalidValue` for an unknown language."""
    language, _, style = spec.partition(":")
    check_language(language)
    return import_module(f"esfmodel.text.{language}"), style


def language_alone(spec: str) -> str:
    """Return the language of a spec; raise `InvalidValue` for an unknown one, and for a style.

    >>> language_alone("sv")
    'sv'
    """
    language, _, style = spec.partition(":")
    check_language(language)
    if style:
        raise InvalidValue("argument.label_style", "style", style)
    return language


class Labelled(FieldType, enum.Enum):
    """An enumeration whose members have a label in each language: `f"{member:sv}"`, and `label` of `esfmodel.text`.

    A member is found by its value, and by its label with `parse_label`. Raises `InvalidValue` for another value.

    >>> from esfmodel import CostCategory
    >>> f"{CostCategory.STAFF:sv}", f"{CostCategory.STAFF}"
    ('personal', 'CostCategory.STAFF')
    """

    # Members are equal to themselves alone. The hash of `enum.Enum` is written in Python, and slow in tables and sets.
    __hash__ = object.__hash__

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise InvalidValue("value.not_one_of", "", value, choices=tuple(member.value for member in cls))

    def __format__(self, spec: str) -> str:
        """Return the label in the language of the spec; for an empty spec `str(member)`."""
        if not spec:
            return str(self)
        written: str = import_module(f"esfmodel.text.{language_alone(spec)}").label(self)
        return written


# --- Languages

T = TypeVar("T")

LANGUAGES: Final = ("sv", "en")
"""The codes of the languages, which are the fields of `InEachLanguage`."""


def check_language(language: object) -> None:
    """Raise `InvalidValue` for a language that is not one of `LANGUAGES`.

    Every function with a language argument uses it, so that the message is the same everywhere.
    """
    if not isinstance(language, str):
        raise TypeError(f"language must be text, not {type(language).__name__}")
    if language not in LANGUAGES:
        raise InvalidValue("value.not_one_of", "language", language, choices=LANGUAGES)


@attrs.frozen(eq=False)
class InEachLanguage(Generic[T]):
    """One value for each language, such as a table of words or a function that writes it.

    >>> InEachLanguage("ja", "yes")["sv"]
    'ja'
    """

    sv: T
    en: T

    def __getitem__(self, language: str) -> T:
        """Return the value of a language; raise `InvalidValue` for an unknown language."""
        check_language(language)
        found: T = getattr(self, language)
        return found


# --- Names that are compared

_HYPHENS = dict.fromkeys(map(ord, "-_\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}"), " ")


def plain_name(name: str) -> str:
    """Return a name in small letters with one space for any hyphens, underscores and spaces between its words.

    >>> plain_name("Upplands-Bro  KOMMUN")
    'upplands bro kommun'
    """
    return " ".join(unicodedata.normalize("NFC", name.casefold()).translate(_HYPHENS).split())


def near_names(given: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names most like a misspelt one, whatever its case and without dashes before it.

    Those that are clearly less like than the first are left out, and those that share but some common letters.

    >>> near_names("chek", ["check", "schema"]), near_names("--språk", ["--pack"])
    (('check',), ())
    """
    import difflib

    plain = {each.casefold().lstrip("-"): each for each in names}
    word = given[:_LONGEST_NAME].casefold().lstrip("-")
    near = difflib.get_close_matches(word, plain)
    likeness = [100 * difflib.SequenceMatcher(None, each, word).ratio() for each in near]
    least = max([_LEAST_LIKE, *(like - _AS_NEAR for like in likeness)])
    return tuple(plain[each] for each, like in zip(near, likeness, strict=True) if like > least)


_LONGEST_NAME = 80
"""Names are compared by so many letters, so that a hostile one takes no time."""
_LEAST_LIKE = 66
"""By how many per cent another name must be like the one given."""
_AS_NEAR = 10
"""By how many per cent of likeness the nearest name must be nearer than another, which is not meant then."""


# --- `repr` in pretty printers


class Printer(Protocol):
    """The printer that Hypothesis and IPython pass to `_repr_pretty_`."""

    def text(self, text: str, /) -> object:
        """Print a text as it is."""


def as_repr(self: object, printer: Printer, _cycle: bool) -> None:
    """Print the `repr`, where a pretty printer would else print the fields."""
    printer.text(repr(self))


# --- HTML in notebooks


def as_html(self: object) -> str:
    """Return the value in HTML, which notebooks show instead of the `repr`: `esfmodel.display.html`, in Swedish."""
    # The display is at the top of the library, so it is imported by name, by those who show a value.
    written: str = import_module("esfmodel.display").html(self)
    return written
