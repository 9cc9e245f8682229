"""Names of bodies and of lines, as sentences have them, and what a misspelt one is like."""

from __future__ import annotations

import difflib
import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from esfmodel.model.organisation import Organisation


def name_in_a_sentence(text: str) -> str:
    """Return a name on one line, with single spaces."""
    return " ".join(text.split())


def official_name(organisation: Organisation) -> str:
    """Return the official name of a body; registers print those of regions and municipalities in capitals.

    >>> from esfmodel import Organisation
    >>> official_name(Organisation("REGION ÖREBRO LÄN")), official_name(Organisation("MALUNG-SÄLENS KOMMUN"))
    ('Region Örebro län', 'Malung-Sälens kommun')
    >>> official_name(Organisation("AMF AB"))
    'AMF AB'
    """
    name = name_in_a_sentence(organisation.name)
    words = name.split(" ")
    if name.isupper() and len(words) > 1 and (words[0] == "REGION" or words[-1] == "KOMMUN"):
        return " ".join(word.lower() if word in _SMALL else word.title() for word in words)
    return name


_SMALL = frozenset({"KOMMUN", "LÄN"})


def is_called(label: str, names: Iterable[str]) -> bool:
    """Whether a label is one of several names: in part, with more words than it, or by its initials.

    >>> is_called("Mora", ["Mora kommun"]), is_called("RJH", ["Region Jämtland Härjedalen"])
    (True, True)
    """
    return KnownNames(names).include(label)


class KnownNames:
    """Names that many labels are compared with; see `is_called`."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)

    def include(self, label: str) -> bool:
        """Whether a label is one of the names."""
        # Most labels are names as they are, so that few are compared with every name.
        if label in self._names:
            return True
        words = _words_of(label)
        if words in self._words or label.casefold() in self._initials:
            return True
        if not words:
            return bool(self._words)
        # A name with all words of the label has the one that fewest names have; one without others is filed under a
        # word of the label.
        longer = min((self._with_word.get(word, _NO_NAMES) for word in words), key=len)
        return any(words <= others for others in longer) or any(
            others <= words for word in words for others in self._by_rarest_word.get(word, _NO_NAMES)
        )

    @cached_property
    def _words(self) -> frozenset[frozenset[str]]:
        return frozenset(map(_words_of, self._names))

    @cached_property
    def _with_word(self) -> Mapping[str, Sequence[frozenset[str]]]:
        """The words of the names that have a word."""
        found: dict[str, list[frozenset[str]]] = {}
        for words in self._words:
            for word in words:
                found.setdefault(word, []).append(words)
        return found

    @cached_property
    def _by_rarest_word(self) -> Mapping[str, Sequence[frozenset[str]]]:
        """The words of each name by the one of them that fewest names have."""
        found: dict[str, list[frozenset[str]]] = {}
        for words in filter(None, self._words):
            rarest = min(words, key=lambda word: (len(self._with_word[word]), word))
            found.setdefault(rarest, []).append(words)
        return found

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(map(_initials_of, self._names))


def nearest(label: str, names: Iterable[str]) -> str | None:
    """Return the name that a misspelt label is most like; None where none is near.

    >>> nearest("Morra", ["Ludvika kommun", "Mora kommun"])
    'Mora kommun'
    """
    plain = {name[:_LONGEST_NAME].casefold(): name for name in names}
    short = {" ".join(word for word in name.split() if word not in _GENERAL): full for name, full in plain.items()}
    found = difflib.get_close_matches(label[:_LONGEST_NAME].casefold(), [*plain, *short], 1)
    return (plain | short)[found[0]] if found else None


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in name[:_LONGEST_NAME].casefold().split())


def _words_of(name: str) -> frozenset[str]:
    # Without the s of a genitive: "Mora kommuns" is "Mora kommun".
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", name[:_LONGEST_NAME].casefold()))


_NO_NAMES: Sequence[frozenset[str]] = ()

_GENERAL = frozenset({"ab", "kommun", "län", "region"})
"""Words with which many names begin or end, so that they say little of a misspelt one."""

_LONGEST_NAME = 100
"""Names are compared by so many letters, so that a hostile one takes no time."""
