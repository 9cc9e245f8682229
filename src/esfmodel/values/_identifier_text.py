"""First step of reading every identifier: check the type and length of the text, and normalise its spaces."""

from __future__ import annotations

import unicodedata

from esfmodel.errors import InvalidValue

_LONGEST_READ = 1000
_SPACES_OF_PAGES = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"), " ")


def trimmed(place: str, text: str, longest: int, advice: str) -> str:
    """Return `text` without outer white space, its no-break spaces ordinary and its letters composed (NFC).

    Raises `TypeError` for anything but text, `InvalidValue` for empty text and more than `longest` characters.
    """
    if not isinstance(text, str):
        raise TypeError(f"{place} must be given as text, not {type(text).__name__}")
    # Normalising takes time in proportion to the text, so that absurdly long text is refused unread.
    if len(text) <= _LONGEST_READ:
        plain = unicodedata.normalize("NFC", text).translate(_SPACES_OF_PAGES).strip(" \t\r\n")
        if not plain:
            raise InvalidValue(place, text, "is empty", advice)
        if len(plain) <= longest:
            return plain
    raise InvalidValue(place, text, f"is longer than {longest} characters", advice)


def printable(place: str, text: str, longest: int, advice: str) -> str:
    """Return `text` as `trimmed` does; refuse control and invisible characters, and digits other than 0-9."""
    plain = trimmed(place, text, longest, advice)
    for character in plain:
        if not character.isprintable():
            raise InvalidValue(place, text, f"has the character U+{ord(character):04X}, which does not print", advice)
        if character.isdecimal() and not character.isascii():
            raise InvalidValue(place, text, f"has the digit U+{ord(character):04X}", "write it with the digits 0-9")
    return plain
