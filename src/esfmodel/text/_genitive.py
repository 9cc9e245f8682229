"""Whose it is: `Östersunds`, `Borås`, `EU:s`; `Östersund’s`, `Borås’s`."""

from __future__ import annotations

from esfmodel.errors import InvalidValue

_PARTING = " -\N{NO-BREAK SPACE}"
_SHORTENING = ".+"


def swedish_genitive(name: str) -> str:
    """Put an s, a colon and an s, or nothing, after a name."""
    last = _last_word(name)
    if last.isupper() or not last[-1].isalpha():
        return f"{name}:s"
    return name if last[-1] in "sxz" else f"{name}s"


def english_genitive(name: str) -> str:
    """Put an apostrophe and an s after a name, also after one that ends in s."""
    _last_word(name)
    return f"{name}’s"


def _last_word(name: str) -> str:
    """Give the word that takes the ending: it ends in a letter or figure, or in the stop or plus of a shortened one."""
    if not isinstance(name, str):
        raise TypeError(f"name must be a str, not {type(name).__name__}")
    last = name[1 + max(name.rfind(sign) for sign in _PARTING) :]
    bare = last[:-1] if last[-1:] in _SHORTENING else last
    if not bare[-1:].isalnum():
        raise InvalidValue("name", name, "takes no ending", 'say it with a preposition: "ägaren till …", "of …"')
    return last
