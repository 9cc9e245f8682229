"""The words around a time: what they make of it, and what happens then.

Before a time the preposition right there counts first ("från", "senast"), then the last verb or noun for a start, an
end or an event in the same thought; after it the dash of an open period, or a verb.
"""

from __future__ import annotations

import enum
import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._words import Told, time_of_day
from esfmodel.text.prose.figures import DateRole
from esfmodel.text.words.hedges import BLANK, Before, any_of
from esfmodel.text.words.language import DASH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.text.prose._moments import Moment
    from esfmodel.text.prose._words import PeriodWords
    from esfmodel.values.period import Precision

_REACH = 100
"""How many characters before or after a time are read."""
_NEAR = 60
"""How many of them are read for the noun of a document and the word after it."""
_MOST_WORDS = 7
"""The most words between a word such as "startar" and the time it is about."""
# It begins with one class of characters, which `re` seeks much faster than several alternatives.
_NEW_SENTENCE = re.compile(r"[.!?;\n•·](?:(?<=[.!?;])[ \n]+(?=[A-ZÅÄÖ])|(?<=\n)\n|(?<=[•·]))")
_CLAUSE_ENDS = re.compile(r"[.,:;!?(]|\n\n")
_OPEN_END = re.compile(f"{DASH}(?=[),;.\n]|$| [^\\W\\d])")
_OPEN_START = re.compile(f"(?:^|[ (\n]){DASH}$")


class TimeRole(enum.Enum):
    """What the words around a time make of it."""

    NONE = "none"
    FIRST = "first"
    LAST = "last"
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    ABOUT = "about"
    MOVED = "moved"
    DATED = "dated"


_ROLE_OF_GROUP = {role.value: role for role in TimeRole}


class Lead(NamedTuple):
    """The role of a time by the words before it, and where these start if they belong to the period."""

    role: TimeRole
    start: int
    throughout: bool = False
    """Whether "under" or "hela" stands before it, so that the whole of it is meant."""
    of: DateRole | None = None
    """What happens then."""


_ROLES = {
    DateRole.STARTS: TimeRole.FIRST,
    DateRole.OPENS: TimeRole.FIRST,
    DateRole.ENDS: TimeRole.LAST,
    DateRole.CLOSES: TimeRole.LAST,
    DateRole.DUE: TimeRole.LAST,
}
_SAID = {of.name: (_ROLES.get(of, TimeRole.NONE), of) for of in DateRole}
EVENTS = frozenset(DateRole) - {DateRole.STARTS, DateRole.ENDS}
_OF_A_CALL = {DateRole.STARTS: DateRole.OPENS, DateRole.ENDS: DateRole.CLOSES}
_NO_PROJECT = frozenset(("call", "handed_in"))
_MOVABLE = (DateRole.MEETING, DateRole.OPENS, DateRole.CLOSES, DateRole.DUE)


def read_before(plain: str, low: str, moment: Moment, floor: int, words: PeriodWords) -> Lead:
    """Read the words before a time, no further back than `floor`."""
    start, precision = moment.start, moment.first.precision
    from_where = max(floor, start - _REACH)
    of_word = _told(words)
    around = low[from_where:start].split()
    last = of_word[around[-1] if around else ""]
    if (
        "of_document" in last
        and "document" in of_word.by(around)
        and (document := _documents(words).search(low, max(from_where, start - _NEAR), start)) is not None
    ):
        of = DateRole.DECIDED if document["decision"] else None
        return Lead(TimeRole.DATED, start, of=of)
    near = _preposition(low, from_where, start, around, words) if "near" in last else None
    if near is None and DASH in low[max(0, start - 2) : start] and _OPEN_START.search(low, from_where, start):
        return Lead(TimeRole.LAST, start - 1)
    for sentence in _NEW_SENTENCE.finditer(plain, from_where, start):
        from_where = sentence.end()
    told = of_word.by(low[from_where:start].split())
    if near is not None:
        return _by_preposition(low, from_where, near, moment, told, words)
    throughout = "throughout" in last and _throughout(words).search(low, from_where, start) is not None
    if "cue" not in told:
        return Lead(TimeRole.NONE, start, throughout)
    role, of = _cue(low, from_where, start, precision, words)
    if throughout and (of in EVENTS or role is TimeRole.DATED):
        role, of = TimeRole.NONE, None
    if of in _OF_A_CALL:
        of = _of_what(low, from_where, start, of, told, words)
    return Lead(role, start, throughout, of)


def _preposition(low: str, from_where: int, start: int, around: list[str], words: PeriodWords) -> re.Match[str] | None:
    """Find the preposition before a time, and what stands between; `around` is all that is read, word by word."""
    # The pattern would be tried at every place from the first, so it is given only the words that it may consist of.
    of_word, first = _told(words), start
    for word in reversed(around):
        if "near" not in of_word[word]:
            break
        first = low.rfind(word, from_where, first)
    return _prepositions(words).search(low, first, start)


def _of_what(low: str, from_where: int, start: int, of: DateRole, told: frozenset[str], words: PeriodWords) -> DateRole:
    """Return the role of a day that starts or ends something, which may be a call or a report and no project."""
    if told.isdisjoint(_NO_PROJECT):
        return of
    for barrier in _barriers(words).finditer(low, from_where, start):
        from_where = barrier.end()
    if "call" in told and _calls(words).search(low, from_where, start):
        return _OF_A_CALL[of]
    is_due = of is DateRole.ENDS and "handed_in" in told and _finished(words).search(low, from_where, start)
    return DateRole.DUE if is_due else of


def _by_preposition(
    low: str, from_where: int, near: re.Match[str], moment: Moment, told: frozenset[str], words: PeriodWords
) -> Lead:
    """Return the role of a time by the word right before it."""
    start, precision = moment.start, moment.first.precision
    if near.lastgroup == "as_of":
        return Lead(TimeRole.NONE, start, of=None if precision == "year" else DateRole.AS_OF)
    if near.lastgroup == "due":
        around = [(from_where, near.start()), (moment.end, _clause_end(low, moment.end))]
        ends = any(_going_on(words).search(low, *part) for part in around)
        handed_in = any(_handed_in(words).search(low, *part) for part in around)
        return Lead(TimeRole.LAST, near.start(), of=DateRole.ENDS if ends and not handed_in else DateRole.DUE)
    role = _ROLE_OF_GROUP[near.lastgroup or ""]
    moved = "moved" in told and _moves(words).search(low, from_where, near.start())
    if role is TimeRole.FIRST and moved:
        role = TimeRole.MOVED
    elif moved and (of := _cue(low, from_where, near.start(), precision, words)[1]) in _MOVABLE:
        return Lead(TimeRole.NONE, start, of=of)
    # "Före slutet av 2024" is in 2024, "före 2024" is not.
    if role in (TimeRole.BEFORE, TimeRole.AFTER) and _vague(words).search(low, near.start(), start):
        role = TimeRole.LAST if role is TimeRole.BEFORE else TimeRole.FIRST
    return Lead(role, near.start())


def _clause_end(low: str, start: int) -> int:
    end = _CLAUSE_ENDS.search(low, start, start + _NEAR)
    return min(len(low), start + _NEAR) if end is None else end.start()


def _cue(
    low: str, from_where: int, start: int, precision: Precision, words: PeriodWords
) -> tuple[TimeRole, DateRole | None]:
    """Return what a time is by the words before it."""
    of: DateRole | None = None
    role = TimeRole.NONE
    of_word = _told(words)
    first = next((word for word in low[from_where:start].split() if "cue" in of_word[word]), "")
    # The last cue counts, and only within the same thought: not beyond a comma, a cell, "som", "att" and the like.
    for cue in _cues_before(words).finditer(low, low.find(first, from_where), start):
        between = low[cue.end() : start]
        far = len(between.split()) > _MOST_WORDS or _barriers(words).search(between)
        whole_year = precision == "year" and cue[0] in words.granted
        said = (TimeRole.NONE, None) if far or whole_year else _said(cue, precision)
        # A decision at a meeting is a decision, and "beslut väntas" is too.
        at_a_meeting = (of, said[1]) == (DateRole.DECIDED, DateRole.MEETING)
        if not at_a_meeting and not (of in EVENTS and said[0] is TimeRole.DATED):
            role, of = said
    return role, of


def read_after(
    low: str, end: int, precision: Precision, words: PeriodWords, *, throughout: bool
) -> tuple[TimeRole, DateRole | None]:
    """Read what follows a time: the dash of "2019–", the verb of "den 31 december 2022 avslutas projektet"."""
    if _OPEN_END.match(low, end) or _onward(words).match(low, end):
        return TimeRole.FIRST, None
    cue = None if throughout else _cue_after(words).match(low, end, end + _REACH)
    return (TimeRole.NONE, None) if cue is None else _said(cue, precision)


def _said(cue: re.Match[str], precision: Precision) -> tuple[TimeRole, DateRole | None]:
    name = cue.lastgroup or ""
    if (said := _SAID.get(name)) is not None:
        return said
    # What is said to have happened in a year is often the sum of that year.
    return (TimeRole.DATED if name == "happens" and precision != "year" else TimeRole.NONE), None


@cache
def fillers(words: PeriodWords) -> str:
    """Return the regular expression of one word without meaning for the period, or of a time of day."""
    return f"(?:{any_of(words.fillers)}|{time_of_day(words)})"


# "$" matches at the end position given to `search`, so the words before a time are read without copying any text.


@cache
def _prepositions(words: PeriodWords) -> Before:
    groups = _near(words)
    cues = "|".join(f"(?P<{name}>{any_of(each)})" for name, each in groups.items())
    filler = rf"(?:[:,]?{BLANK}{{1,2}}{fillers(words)}(?!\w)){{0,6}}"
    last = (*chain.from_iterable(groups.values()), *words.fillers, *",:0123456789")
    return Before(last, rf"(?<![\w-])(?:{cues})(?!\w){filler}[:,]?(?:{BLANK}{{1,2}}|(?<=\.))$")


@cache
def _told(words: PeriodWords) -> Told:
    """Return what a word tells of the patterns before a time, of some only if it is the last."""
    held = {
        "document": _first_words((*words.documents, *words.reports)),
        "moved": words.moves,
        "call": words.calls,
        "handed_in": words.handed_in,
    }
    near = (*chain.from_iterable(_near(words).values()), *words.fillers)
    whole = {
        "of_document": _words(words.of_document),
        "near": _words(near),
        "throughout": _words((*words.throughout, *words.fillers)),
    }
    events = _first_words(chain.from_iterable(words.events.values()))
    others = _first_words((*words.starts, *words.ends, *words.lasting, *words.happens))
    matched = {
        "of_document": re.compile(rf"{any_of(words.reports)}\Z"),
        "cue": re.compile(rf"(?<![\w-])(?:[^\W\d_]{{0,20}}{any_of(events)}|{any_of(others)})(?!\w)"),
    }
    return Told(held, whole, matched)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(str.split, phrases)))


def _near(words: PeriodWords) -> Mapping[str, tuple[str, ...]]:
    """Return the words right before a time, by the role they give it."""
    return {
        "last": words.ending, "first": words.starting, "after": words.after, "before": words.before,
        "between": words.between, "about": words.about, "as_of": words.as_of, "due": words.due,
    }  # fmt: skip


@cache
def _vague(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.vague)}(?!\w)")


@cache
def _events(words: PeriodWords) -> str:
    groups = "|".join(f"(?P<{of.name}>{any_of(cues)})" for of, cues in words.events.items())
    # All are tried as one before each by itself.
    every = any_of(chain.from_iterable(words.events.values()))
    return rf"[^\W\d_]{{0,20}}(?={every})(?:{groups})"


@cache
def _cues_before(words: PeriodWords) -> re.Pattern[str]:
    others = f"(?P<lasting>{any_of(words.lasting)})|(?P<happens>{any_of(words.happens)})"
    ends = f"(?P<STARTS>{any_of(words.starts)})|(?P<ENDS>{any_of(words.ends)})|{others}"
    return re.compile(rf"(?<![\w-])(?:{_events(words)}|{ends})(?!\w)")


@cache
def _cue_after(words: PeriodWords) -> re.Pattern[str]:
    auxiliaries = rf"(?:{any_of(words.auxiliaries)}{BLANK}){{0,3}}(?:{any_of(words.subjects)}{BLANK})?"
    # "2024-05-12 Uppdaterad: 2024-06-14": the word is of the time that follows.
    next_time = rf":|{BLANK}(?:{words.article}{BLANK})?[0-9]"
    ends = f"(?P<STARTS>{any_of(words.starts)})|(?P<ENDS>{any_of(words.ends)})|(?P<happens>{any_of(words.happens)})"
    return re.compile(rf"{BLANK}{auxiliaries}(?:{_events(words)}|{ends})(?!\w|{next_time})")


@cache
def _onward(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}{any_of(words.onward)}(?!\w)")


@cache
def _going_on(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of((*words.starts, *words.ends, *words.carried_out))}(?!\w)")


@cache
def _calls(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.calls)}(?!\w)")


@cache
def _handed_in(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(words.handed_in)}")


@cache
def _finished(words: PeriodWords) -> re.Pattern[str]:
    what = rf"(?<![\w-]){any_of(words.handed_in)}[^\W\d_]{{0,20}}"
    return re.compile(rf"{what}{BLANK}(?:{any_of(words.auxiliaries)}{BLANK}){{0,4}}{any_of(words.finished)}(?!\w)")


@cache
def _documents(words: PeriodWords) -> Before:
    decision = any_of(set(words.documents).intersection(words.events[DateRole.DECIDED]))
    noun = rf"(?<!\w)(?:(?P<decision>{decision})|{any_of(words.documents)})"
    last = (*words.of_document, *words.reports, *",:")
    return Before(last, rf"(?:{noun}{BLANK}{any_of(words.of_document)}|{any_of(words.reports)}[,:]?){BLANK}[(]?$")


@cache
def _moves(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.moves)}(?:{BLANK}[^\W\d]+){{0,4}}{BLANK}$")


@cache
def _barriers(words: PeriodWords) -> re.Pattern[str]:
    return re.compile(rf"[,;|\t]|(?<!\w){any_of(words.barriers)}(?!\w)")


@cache
def _throughout(words: PeriodWords) -> Before:
    return Before(
        (*words.throughout, *words.fillers),
        rf"(?<!\w){any_of(words.throughout)}{BLANK}(?:{any_of(words.fillers)}{BLANK})?$",
    )
