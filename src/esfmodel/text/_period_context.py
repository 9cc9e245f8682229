"""What the words around a time say of it: that something starts then, ends then, or that it is no time at all."""

from __future__ import annotations

import enum
import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._language import DASH
from esfmodel.text._patterns import BLANK, any_of
from esfmodel.text._period_words import time_of_day

if TYPE_CHECKING:
    from esfmodel.text._period_words import PeriodWords

_REACH = 100
"""How many signs before a time are read for what they say of it."""
_MOST_WORDS = 7
_NEW_SENTENCE = re.compile(r"[.!?;][ \n]+(?=[A-ZÅÄÖ])|\n\n|[•·]")
_GOES_ON = re.compile("[-\N{EN DASH}][0-9]|[.,:][0-9]|/[^ \n]")
_GOES_BEFORE = re.compile(f"[^\\W_]-$|[0-9][.:,+{DASH}]$")
_OPEN_END = re.compile(f"{DASH}(?=[),;.\n]|$)")
_OPEN_START = re.compile(f"(?:^|[ (\n]){DASH}$")
_CAPITALISED = re.compile(r"[A-ZÅÄÖ](?!.*-[a-zåäö]).*")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&/-]*)[ \n]$")
_ENDS_A_SENTENCE = re.compile("(?:^|[.!?:;•\N{EN DASH}-][ \n]*|\n)[\"'”»(]?$")


class Role(enum.Enum):
    """What a time is to the period it belongs to."""

    NONE = "none"
    FIRST = "first"
    LAST = "last"
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    ABOUT = "about"
    AS_OF = "as of"
    MOVED = "moved"


class Lead(NamedTuple):
    """What stands before a time: what it makes of it, and from where on it belongs to the words of the period."""

    role: Role
    start: int
    throughout: bool = False


def lead(plain: str, low: str, start: int, floor: int, words: PeriodWords) -> Lead:
    """Read the words before a time, no further back than `floor`; `low` is the same text in lower case."""
    from_where = max(floor, start - _REACH)
    near = _prepositions(words).search(low, from_where, start)
    if near is not None:
        role = _role(near)
        if role is Role.FIRST and _moves(words).search(low, from_where, near.start()):
            role = Role.MOVED
        if role in (Role.BEFORE, Role.AFTER) and _vague(words).search(low, near.start(), start):
            role = Role.LAST if role is Role.BEFORE else Role.FIRST
        return Lead(role, near.start())
    if _OPEN_START.search(low, from_where, start):
        return Lead(Role.LAST, start - 1)
    for sentence in _NEW_SENTENCE.finditer(plain, from_where, start):
        from_where = sentence.end()
    role, throughout = Role.NONE, _throughout(words).search(low, from_where, start) is not None
    for cue in _cues(words).finditer(low, from_where, start):
        between = low[cue.end() : start]
        far = len(between.split()) > _MOST_WORDS or _barriers(words).search(between)
        role = Role.NONE if far else _role(cue)
    return Lead(role, start, throughout)


def follow(low: str, end: int, words: PeriodWords) -> Role:
    """Read what follows a time: the dash of "2019–", the verb of "den 31 december 2022 avslutas projektet"."""
    if _OPEN_END.match(low, end):
        return Role.FIRST
    cue = _after(words).match(low, end, end + _REACH)
    return Role.NONE if cue is None else _role(cue)


def _role(cue: re.Match[str]) -> Role:
    name = (cue.lastgroup or "").replace("_", " ")
    return Role.FIRST if name == "from then" else Role(name)


def stands_alone(low: str, start: int, end: int) -> bool:
    """Tell whether the figures are no part of a longer number, reference or address."""
    return not _GOES_ON.match(low, end) and not _GOES_BEFORE.search(low, max(0, start - 2), start)


def is_a_number(low: str, start: int, end: int, words: PeriodWords) -> bool:
    """Tell whether four figures that look like a year count something: "2015 deltagare", "drygt 2000"."""
    return bool(_counted(words).match(low, end) or _numbering(words).search(low, max(0, start - _REACH), start))


def is_in_a_name(plain: str, low: str, start: int, words: PeriodWords) -> bool:
    """Tell whether a year is the end of a name: "Agenda 2030", "projektet Nya Vägar 2025"."""
    before = _WORD_BEFORE.search(plain, max(0, start - _REACH), start)
    if before is None:
        return False
    word = low[before.start(1) : before.end(1)]
    if word in words.names:
        return True
    if not _CAPITALISED.fullmatch(before[1]) or word in _plain_words(words):
        return False
    if _ENDS_A_SENTENCE.search(plain, max(0, before.start() - 3), before.start()):
        return False
    earlier = _WORD_BEFORE.search(low, max(0, before.start() - _REACH), before.start())
    return earlier is None or earlier[1] not in words.prepositions


@cache
def fillers(words: PeriodWords) -> str:
    """Give the regular expression of one word that says nothing, or a time of day."""
    return f"(?:{any_of(words.fillers)}|{time_of_day(words)})"


@cache
def _prepositions(words: PeriodWords) -> re.Pattern[str]:
    groups = (
        ("last", words.ending), ("first", words.starting), ("after", words.after), ("before", words.before),
        ("between", words.between), ("about", words.about), ("as_of", words.as_of),
    )  # fmt: skip
    cues = "|".join(f"(?P<{name}>{any_of(cues)})" for name, cues in groups)
    filler = rf"(?:[:,]?{BLANK}{{1,2}}{fillers(words)}(?!\w)){{0,6}}"
    return re.compile(rf"(?<![\w-])(?:{cues})(?!\w){filler}[:,]?(?:{BLANK}{{1,2}}|(?<=\.))$")


@cache
def _vague(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.vague)}(?!\w)")


@cache
def _cues(words: PeriodWords) -> re.Pattern[str]:
    groups = (("first", words.starts), ("last", words.ends), ("none", words.neither))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'(?P<{name}>{any_of(cues)})' for name, cues in groups)})(?!\w)")


@cache
def _after(words: PeriodWords) -> re.Pattern[str]:
    auxiliaries = rf"(?:{any_of(words.auxiliaries)}{BLANK}){{0,3}}"
    verb = f"{auxiliaries}(?:(?P<first>{any_of(words.starts)})|(?P<last>{any_of(words.ends)}))"
    return re.compile(rf"{BLANK}(?:{verb}|(?P<from_then>{any_of(words.onward)}))(?!\w)")


@cache
def _moves(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.moves)}(?:{BLANK}[^\W\d]+){{0,4}}{BLANK}$")


@cache
def _barriers(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf",|(?<!\w){any_of(words.barriers)}(?!\w)")


@cache
def _throughout(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.throughout)}{BLANK}(?:{any_of(words.fillers)}{BLANK})?$")


@cache
def _counted(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}?{any_of(words.counted)}(?!\w)")


@cache
def _numbering(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.numbering)}{BLANK}?$")


@cache
def _plain_words(words: PeriodWords) -> frozenset[str]:
    """Give the words that are capitalised only where a sentence begins."""
    near = (words.starting, words.ending, words.before, words.after)
    return frozenset(chain(words.fillers, words.prepositions, words.throughout, *near))
