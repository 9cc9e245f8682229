"""What values have in common: format specs such as `f"{value:sv}"`, the hooks of other programs, languages, and names.

A spec is a language, or a language and a style: "sv", "sv:mnkr", "en:words". The text layer is above this one, so
`formatted` imports it by name when a value is first formatted.
"""

from __future__ import annotations

import enum
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar, cast

import attrs

from esfmodel.errors import InvalidValue

if TYPE_CHECKING:
    from typing import Self


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


# --- What pydantic and `copy.replace` look for
# pydantic asks a class how it is read. The answer is in the formats, above this layer, so it is imported by name when
# pydantic asks: nothing here needs pydantic, or waits for it.


class FieldType:
    """The base of a class that a model of pydantic takes as the type of a field."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:  # noqa: ANN401
        """Return how pydantic reads, checks and writes this type."""
        return import_module("esfmodel.formats.pydantic_fields").core_schema_of(source, handler)


class Replaceable(FieldType):
    """The base of a class whose objects are copied with other facts, by `copy.replace` from Python 3.13."""

    __slots__ = ()

    # attrs makes the same method, but only on Python 3.13.
    def __replace__(self, /, **changes: Any) -> Self:  # noqa: ANN401
        """Return this with other arguments of its constructor, which checks them all again."""
        changed: Self = attrs.evolve(cast("Any", self), **changes)
        return changed


class Value(Replaceable):
    """The base of a value whose own `__init__` checks its arguments and then fills the fields.

    Some programs, such as msgspec, fill the fields of an attrs class without calling `__init__`, and then call
    `__attrs_post_init__`, which `__init__` has no need of.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        """Check fields that were filled without the constructor, and write them as it does."""
        right = self.__replace__()
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(self))):
            fill(self, field.name, getattr(right, field.name))


fill = object.__setattr__
"""Set a field of a frozen object that is being made."""


# --- Enumerations


class Labelled(FieldType, enum.Enum):
    """An enumeration whose members have a label in each language: `f"{member:sv}"`, and `label` of `esfmodel.text`.

    >>> from esfmodel import CostCategory
    >>> f"{CostCategory.STAFF:sv}", f"{CostCategory.STAFF}"
    ('personal', 'CostCategory.STAFF')
    """

    def __format__(self, spec: str) -> str:
        """Return the label in the language of the spec; for an empty spec `str(member)`."""
        if not spec:
            return str(self)
        text, style = _text_and_style(spec)
        if style:
            raise InvalidValue("argument.label_style", "style", style)
        written: str = text.label(self)
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


# --- `repr` in pretty printers


class Printer(Protocol):
    """The printer that Hypothesis and IPython pass to `_repr_pretty_`."""

    def text(self, text: str, /) -> object:
        """Print a text as it is."""


def as_repr(self: object, printer: Printer, _cycle: bool) -> None:
    """Print the `repr`, where a pretty printer would else print the fields."""
    printer.text(repr(self))
