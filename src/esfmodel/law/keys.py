"""Keys of the law by pattern: those that a pack may use, and how their values are written.

In a pattern `*` stands for one part of a key, and at the end for everything below.

>>> matches("programme.2021se05sfpr001.a.own-share", "programme.*.*.own-share")
True
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping


PROGRAMME: Final = "programme"
"""The key under which the rows of programmes lie, each by its CCI in lower case."""


@lru_cache(maxsize=10_000)
def matches(key: str, pattern: str) -> bool:
    """Whether a pattern stands for a key.

    >>> matches("vat.threshold", "vat.*"), matches("vat", "vat.*"), matches("vat", "vat")
    (True, False, True)
    """
    if "*" not in pattern:
        return key == pattern
    parts, wanted = key.split("."), pattern.split(".")
    if wanted[-1] == "*":
        wanted.pop()
        return len(parts) > len(wanted) and _agree(parts, wanted)
    return len(parts) == len(wanted) and _agree(parts, wanted)


def may_lie_under(pattern: str, prefix: str) -> bool:
    """Whether a pattern may stand for a key that is `prefix` or lies under it.

    >>> may_lie_under("programme.*.*.own-share", "programme.2021se05sfpr001.a"), may_lie_under("vat.*", "flat-rate")
    (True, False)
    """
    return matches(prefix, pattern) or _agree(prefix.split("."), pattern.removesuffix(".*").split("."))


def _agree(parts: list[str], wanted: list[str]) -> bool:
    """Whether the parts of a key agree with those of a pattern, as far as both go."""
    return all(want in ("*", part) for part, want in zip(parts, wanted, strict=False))


@attrs.frozen
class KeyOfPacks:
    """A key that a pack may use: how its value is written, and what it is."""

    kind: str
    meaning: str


KEYS_OF_PACKS: Final[Mapping[str, KeyOfPacks]] = MappingProxyType(
    {
        "programme.*.eligibility-end": KeyOfPacks("day", "the last day of eligible expenditure, where it was extended"),
        "programme.*.longest": KeyOfPacks("number (months)", "the longest time a project may take"),
        "programme.*.reporting.every": KeyOfPacks("number (months)", "how long a reporting period is"),
        "programme.*.reporting.due": KeyOfPacks("number (months)", "how long after it the report is due"),
        "programme.*.*.own-share": KeyOfPacks("rate", "what a project raises itself, of its total eligible cost"),
        "programme.*.*.own-share.*": KeyOfPacks("rate", "the same in a region that the programme treats apart"),
        "programme.*.*.eu-part": KeyOfPacks("rate", "the part of the support that is the Union's money"),
        "programme.*.*.eu-part.*": KeyOfPacks("rate", "the same in a region that the programme treats apart"),
        "programme.*.*.eu-rate": KeyOfPacks("rate", "the rate of co-financing that the programme sets"),
        "programme.*.*.*.eu-rate": KeyOfPacks("rate", "the same, of a part of the area"),
        "programme.*.*.allocation": KeyOfPacks("rate", "the area's share of the programme's money"),
        "unit-cost.*": KeyOfPacks("money", "the price of a unit, such as an hour of a function"),
        "co-financing.ceiling.*": KeyOfPacks("rate", "the highest rate of co-financing"),
        "flat-rate.*": KeyOfPacks("rate", "the highest flat rate"),
    }
)
"""The keys of packs that the law itself does not have: those of a programme begin with its CCI in lower case."""
