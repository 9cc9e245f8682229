"""What `f"{value:sv}"` does: the one place where a value asks the text layer to write it.

A spec is a language, or a language and a style with a colon between: "sv", "sv:mnkr", "en:words".
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Generic, Protocol, TypeVar

import attrs

from esfmodel.errors import InvalidValue


def formatted(value: object, spec: str, kind: str) -> str:
    """Write `value` by `format_<kind>` of the language that `spec` names; an empty spec is the plain text form."""
    if not spec:
        return str(value)
    language, _, style = spec.partition(":")
    check_language(language, or_write=', or "sv:<style>"')
    text: Any = import_module(f"esfmodel.text.{language}")
    write = getattr(text, f"format_{kind}")
    written: str = write(value, style=style) if style else write(value)
    return written


# The languages that the library writes, and the tables that each of them has.

T = TypeVar("T")

LANGUAGES: Final = ("sv", "en")
"""The codes of the languages: the names of the fields of `InEachLanguage`."""

_NAMED: Final = " or ".join(f'"{code}"' for code in LANGUAGES)


def check_language(language: object, *, or_write: str = "") -> None:
    """Check that the library writes a language; `or_write` is what else the caller takes.

    Every function that takes a language refuses one that is none of ours here, so all refuse it alike.
    """
    if not isinstance(language, str):
        raise TypeError(f"language must be text, not {type(language).__name__}")
    if language not in LANGUAGES:
        raise InvalidValue("language", language, "is not one of ours", f"write {_NAMED}{or_write}")


@attrs.frozen(eq=False)
class InEachLanguage(Generic[T]):
    """What each language has of its own, such as a table of words or the functions that write it.

    >>> InEachLanguage("ja", "yes")["sv"]
    'ja'
    """

    sv: T
    en: T

    def __getitem__(self, language: str) -> T:
        """Return what a language has; raise `InvalidValue` for a language that is none of ours."""
        check_language(language)
        found: T = getattr(self, language)
        return found


# How an object shows itself where a printer would take it apart: by its own short name.


class Printer(Protocol):
    """What a test or a notebook prints with."""

    def text(self, text: str, /) -> object:
        """Print a text as it is."""


def as_repr(self: object, printer: Printer, _cycle: bool) -> None:
    """Print what `repr` says, and nothing of what is inside."""
    printer.text(repr(self))
