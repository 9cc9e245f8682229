"""The languages that the library writes, and the tables that each of them has."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

import attrs

from esfmodel.errors import InvalidValue

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
