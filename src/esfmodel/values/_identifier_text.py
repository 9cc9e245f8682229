"""First steps of reading every identifier: check the text, normalise its spaces and dashes, and take off its label."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from esfmodel.errors import InvalidValue

_LONGEST_READ = 1000
_AS_TYPED = {
    **dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"), " "),
    # Word processors and registers print other dashes where a keyboard has the hyphen.
    **dict.fromkeys([*range(0x2010, 0x2016), ord("\N{MINUS SIGN}")], "-"),
}


def trimmed(place: str, text: str, longest: int, example: str) -> str:
    """Return `text` without outer white space, with ordinary spaces and hyphens and composed letters (NFC).

    Raises `TypeError` for anything but text, `InvalidValue` for empty text and more than `longest` characters; the
    error shows `example`.
    """
    if not isinstance(text, str):
        raise TypeError(f"{place} must be given as text, not {type(text).__name__}")
    # Normalising takes time in proportion to the text, so that absurdly long text is refused unread.
    if len(text) <= _LONGEST_READ:
        typed = text if text.isascii() else unicodedata.normalize("NFC", text).translate(_AS_TYPED)
        plain = typed.strip(" \t\r\n")
        if not plain:
            raise InvalidValue("value.empty", place, text)
        if len(plain) <= longest:
            return plain
    raise InvalidValue("identifier.too_long", place, text, longest=longest, example=example)


def printable(place: str, text: str, longest: int, example: str) -> str:
    """Return `text` as `trimmed` does; refuse control and invisible characters, and digits other than 0-9."""
    plain = trimmed(place, text, longest, example)
    if plain.isascii() and plain.isprintable():  # as most are
        return plain
    for character in plain:
        if not character.isprintable():
            raise InvalidValue("text.unprintable", place, text)
        if character.isdecimal() and not character.isascii():
            raise InvalidValue("figure.other_digits", place, text, example=example)
    return plain


def quoted(text: str) -> str:
    """Return text in double quotes, as `repr` of an identifier shows it."""
    # Only a `repr` needs JSON.
    import json

    return json.dumps(text, ensure_ascii=False)


def label(words: str) -> str:
    """Return the pattern of a label in front of an identifier, as "Org.nr: " or "Dnr "; `words` is a pattern too."""
    return rf"(?:(?:{words})(?:\.?: *|\.? +))+"


@cache
def _compiled(label: str) -> re.Pattern[str]:
    # With the first identifier that is read: most programs read few kinds of them.
    return re.compile(label, re.IGNORECASE)


def unlabelled(plain: str, label: str) -> str:
    """Return trimmed text without the label in front, unless the label is all of it."""
    found = _compiled(label).match(plain)
    return plain[found.end() :] or plain if found else plain
