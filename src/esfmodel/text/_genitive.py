"""Whose it is: `Östersunds`, `Borås`, `EU:s`; `Östersund’s`, `Borås’s`."""

from __future__ import annotations

import re

from esfmodel.errors import InvalidValue

_NAME = re.compile(r".*[^\W_]|.*[^\W_][.+]", re.DOTALL)
_LAST_WORD = re.compile(r"[^\s-]+\Z")


def swedish_genitive(name: str) -> str:
    """Put an s, a colon and an s, or nothing, after a name."""
    last = _last_word(name)
    if last.isupper() or not last[-1].isalpha():
        return f"{name}:s"
    return name if last[-1].casefold() in "sxzß" else f"{name}s"


def english_genitive(name: str) -> str:
    """Put an apostrophe and an s after a name, also after one that ends in s."""
    _last_word(name)
    return f"{name}’s"


def _last_word(name: str) -> str:
    if not isinstance(name, str):
        raise TypeError(f"name must be a str, not {type(name).__name__}")
    found = _LAST_WORD.search(name)
    if found is None or not _NAME.fullmatch(name):
        raise InvalidValue("name", name, "takes no ending", 'say it with a preposition: "ägaren till …", "of …"')
    return found[0]
