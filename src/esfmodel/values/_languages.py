"""The languages that the library writes."""

from __future__ import annotations

from typing import Final

from esfmodel.errors import InvalidValue

LANGUAGES: Final = ("sv", "en")
_LANGUAGES: Final = frozenset(LANGUAGES)


def check_language(language: str) -> None:
    """Check that we write a language."""
    if language not in _LANGUAGES:
        raise InvalidValue("language", language, "is not one of ours", 'write "sv" or "en"')
