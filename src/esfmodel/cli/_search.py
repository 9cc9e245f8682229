"""Find what is listed by words in it, in any language: `law förskott`, `rules egen medfinansiering`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.values.format import near_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

_PART_OF_A_WORD: Final = 4
"""From so many letters on, a word is found within others too, as in Swedish compounds; "EU" is not in "Europa"."""


def words_in(typed: Sequence[str]) -> list[str]:
    """Return the words typed, each alone or several within quotation marks. Raises `InvalidValue` for blank ones."""
    words = [word for each in typed for word in each.split()]
    if typed and not words:
        raise InvalidValue("value.empty", "", "")
    return words


def found_by_words(words: list[str], texts: Mapping[T, str], command: str) -> list[T]:
    """Return what has every word in its text.

    Raises `InvalidValue` where nothing has, with words near to the first that nothing has; `command` lists everything.
    """
    has = [set(_having(word, texts)) for word in words]
    for word, keys in zip(words, has, strict=True):
        if not keys:
            known = (each for text in texts.values() for each in re.findall(r"[^\W\d_][\w-]+\w", text))
            if near := near_names(word, dict.fromkeys((*map(str, texts), *known))):
                raise InvalidValue("command.no_such_word", "", word, near=near)
            raise InvalidValue("value.not_listed", "", word, command=command)
    found = [key for key in texts if all(key in keys for keys in has)]
    if not found:
        raise InvalidValue("command.not_together", "", " ".join(words))
    return found


def _having(word: str, texts: Mapping[T, str]) -> list[T]:
    if len(word) < _PART_OF_A_WORD:
        alone = re.compile(rf"(?<!\w){re.escape(word.casefold())}(?!\w)")
        return [key for key, text in texts.items() if alone.search(text.casefold())]
    return [key for key, text in texts.items() if _plain(word) in _plain(text)]


def _plain(text: str) -> str:
    """Return a text as it is compared: "co-financing" is "cofinancing"."""
    return re.sub(r"(?<=\w)[-\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}](?=\w)", "", text.casefold())
