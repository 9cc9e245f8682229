"""Periods and dates in running text: "2023–2025", "från maj till juni 2024", "publicerad den 12 juni 2024".

Times that belong together become one period. A time alone with a word for start or end is a period with one open end,
and a month, a season or a year alone is the whole of it. A day alone is a date, and so is any time of an event
("beslutades i mars 2024"). A time without its year is left out, unless the other end has the year.
"""

from __future__ import annotations

import enum
import re
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._moments import Stated, in_calendar, moments
from esfmodel.text.prose._words import DASHES, Told, time_of_day
from esfmodel.text.prose._years import are_years, is_a_count, is_a_turn, is_in_a_name
from esfmodel.text.prose.figures import Approximation, DateRole, FigureKind, Found, TimePrecision
from esfmodel.text.words.hedges import BLANK, Before, any_of
from esfmodel.text.words.language import DASH
from esfmodel.values.dates import Date, days_in_month
from esfmodel.values.period import PRECISIONS, OpenPeriod, Period, boundary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.text.prose._moments import Moment
    from esfmodel.text.prose._words import PeriodWords
    from esfmodel.values.period import Precision

_WIDEST_GAP = 80
"""The most characters between two times that are one period."""
_IN_FIGURES = ("dotted", "slash", "figures", "short", "compact")
_BARE = ("year", "iso month", "split", "short", "compact")
"""Forms in figures that may be a reference number or a count instead."""


class _Stretch(NamedTuple):
    """One time, or several that belong together, from the first to the last."""

    start: int
    end: int
    first: Stated
    last: Stated
    form: str
    certain: bool
    lead: Lead
    precision: TimePrecision
    link: str = ""
    """What joins them: the name of a group in `_link_pattern`, empty for one time."""

    @property
    def one_day(self) -> bool:
        """Whether it is a day."""
        return self.first.day is not None and self.first == self.last


def find_periods(plain: str, low: str, words: PeriodWords) -> Iterator[Found]:
    """Find the periods and dates in readable text, which `low` is in lower case, in order of place.

    The time is linear in the length of the text.
    """
    for stretch in list(_stretches(plain, low, words)):
        figure = _figure(plain, low, stretch, words)
        if figure is not None:
            yield figure


def _stretches(plain: str, low: str, words: PeriodWords) -> Iterator[_Stretch]:
    current: _Stretch | None = None
    times = list(moments(low, words))
    # Words are read back to the time before and no further, so none is read for two times.
    floors = (0, *(moment.end for moment in times))
    for moment, floor in zip(times, floors, strict=False):
        lead = joined = None
        if current is not None:
            link = _link(low, current, moment, words)
            joined = _joined(link, current, moment)
            if joined is None:
                yield current
                if link in ("dash", "until") and current.first.year is None:
                    # "1 december–31 januari 2024" has no year for its start, but its end is stated.
                    lead = Lead(TimeRole.LAST, moment.start)
        if joined is None:
            # Only of the first of several times are the words before it those of the whole.
            lead = lead or read_before(plain, low, moment, floor, words)
            joined = _Stretch(*moment, lead, _precision_of(moment))
        current = joined
    if current is not None:
        yield current


def _link(low: str, one: _Stretch, other: Moment, words: PeriodWords) -> str:
    """Return the name of what joins two times, empty when nothing does."""
    # "1 maj till juni 2024" joins two forms; figures join only figures in the same form, since "1/5" may be a fraction.
    unlike = one.form != other.form and (one.form in _IN_FIGURES or not other.certain)
    if unlike or other.start - one.end > _WIDEST_GAP:
        return ""
    gap = _link_pattern(words).fullmatch(low, one.end, other.start)
    # Few times have a verb between them, and its pattern is large.
    if gap is None and not _linking_words(words).isdisjoint(low[one.end : other.start].replace(":", " ").split()):
        gap = _verb_pattern(words).fullmatch(low, one.end, other.start)
    return "" if gap is None else gap.lastgroup or ""


def _precision_of(moment: Moment) -> TimePrecision:
    return TimePrecision.SEASON if moment.form == "season" else _TIME_PRECISIONS[_precision(moment.last)]


_TIME_PRECISIONS: Mapping[str, TimePrecision] = MappingProxyType({each.value: each for each in TimePrecision})
_FROM_THE_FINEST = tuple(TimePrecision).index


def _joined(link: str, one: _Stretch, other: Moment) -> _Stretch | None:
    """Return two times as one stretch; None when they are two periods."""
    role = one.lead.role
    if link == "comma" or (link == "both" and role is not TimeRole.BETWEEN):
        # A list is a period only when nothing is left out of it: "2023 och 2024", not "2021 och 2024".
        ends = _consecutive(one, other) if role is TimeRole.NONE and one.link in ("", "both", "comma") else None
    elif one.link or role is TimeRole.MOVED or not _may_join(link, one.lead):
        return None
    else:
        # A call opens and closes within a year, but a project that starts in March may go on to another May.
        ends = _completed(one.first, other.last, together=link != "verb" or one.lead.of is DateRole.OPENS)
    if ends is None:
        return None
    certain = other.certain or link not in ("comma", "both")
    precision = _precision_of(other)
    if precision is not one.precision:
        precision = max(one.precision, precision, key=_FROM_THE_FINEST)
    return _Stretch(one.start, other.end, *ends, other.form, certain, one.lead, precision, link)


def _may_join(link: str, lead: Lead) -> bool:
    """Whether a link may follow a time that is led by these words: a verb for an end only one for a start."""
    if link == "verb":
        return lead.role is TimeRole.FIRST
    return lead.of is DateRole.OPENS if link == "call" else link != ""


def _completed(first: Stated, last: Stated, *, together: bool) -> tuple[Stated, Stated] | None:
    """Return two ends with their years, which may be written once; None when they make no period."""
    if together and first.year is None:
        first = first._replace(year=last.year)
    elif together and last.year is None and last.month is not None:
        last = last._replace(year=first.year)
    known = first.year is not None and last.year is not None and in_calendar(first) and in_calendar(last)
    return (first, last) if known and _first_day(first) <= _last_day(last) else None


def _consecutive(one: _Stretch, other: Moment) -> tuple[Stated, Stated] | None:
    """Return the ends of "2023 och 2024" or "maj, juni och juli 2024"; None where something is left out between."""
    before, after = one.last, other.first
    if before.day or after.day or other.first != other.last:
        return None
    if before.year is not None and before.month is None and after == Stated(before.year + 1):
        return one.first, after
    if before.year is None and before.month is not None and after.month == before.month + 1:
        return one.first._replace(year=after.year), after
    return None


def _figure(plain: str, low: str, stretch: _Stretch, words: PeriodWords) -> Found | None:
    if stretch.first.year is None or stretch.last.year is None or not stands_alone(low, stretch.start, stretch.end):
        return None
    role, of = (stretch.lead.role, stretch.lead.of) if stretch.link else _role_of(low, stretch, words)
    # What may be a number ("241231") is a time only after a word for a start, an end or an event.
    if not stretch.certain and role not in _TELLING and of not in _SURE_EVENTS:
        return None
    if _only_figures(low, stretch) and _is_no_year(plain, low, stretch, words):
        return None
    kind = FigureKind.DATE if not stretch.link and _is_a_date(stretch, role, of) else FigureKind.PERIOD
    if stretch.link:
        value: Date | Period | OpenPeriod | None = _period(stretch)
        role, of = (role, of) if role in (TimeRole.FIRST, TimeRole.BETWEEN) else (TimeRole.NONE, None)
    elif kind is FigureKind.DATE:
        value = _first_day(stretch.first) if stretch.one_day else _period(stretch)
    else:
        value = _alone(stretch, role)
    if value is None:
        return None
    start = stretch.start if role is TimeRole.NONE else stretch.lead.start
    approx = Approximation.ABOUT if role is TimeRole.ABOUT else Approximation.EXACT
    return Found(kind, start, stretch.end, None, approx, value, None, of, stretch.precision)


def _role_of(low: str, stretch: _Stretch, words: PeriodWords) -> tuple[TimeRole, DateRole | None]:
    """Return the role of a time alone, from the words before it, else from those after it."""
    role, of = stretch.lead.role, stretch.lead.of
    if role is TimeRole.BETWEEN or stretch.form == "genitive":
        return TimeRole.NONE, None
    if stretch.form == "season" and role in (TimeRole.BEFORE, TimeRole.AFTER):
        # Of a season only the year is known, and "före hösten 2024" is in that year too.
        return (TimeRole.LAST if role is TimeRole.BEFORE else TimeRole.FIRST), of
    if role is TimeRole.NONE and of is None:
        role, of = read_after(low, stretch, words)
        # "2019 beviljades 57 projekt" tells of the whole year.
        return (TimeRole.NONE, None) if of in _EVENTS and stretch.precision is TimePrecision.YEAR else (role, of)
    return role, of


def _is_a_date(stretch: _Stretch, role: TimeRole, of: DateRole | None) -> bool:
    """Whether a time alone tells when something happens, and not how long it lasts."""
    if role is TimeRole.DATED or of in _EVENTS:
        return True
    return stretch.one_day and role in (TimeRole.NONE, TimeRole.ABOUT)


def _only_figures(low: str, stretch: _Stretch) -> bool:
    """Whether the time has no letters that prove it is one."""
    return stretch.form in _BARE and low[stretch.start].isdigit()


def _is_no_year(plain: str, low: str, stretch: _Stretch, words: PeriodWords) -> bool:
    if are_years(low, stretch.start, stretch.end, words):
        return False
    if is_a_count(low, stretch.start, stretch.end, words):
        return True
    if stretch.link:
        return False
    if low.startswith("-", stretch.end):
        return True
    if is_a_turn(low, stretch.start, words):
        return True
    # A preposition right before the year ends any name.
    return stretch.lead.start == stretch.start and is_in_a_name(plain, low, stretch.start, stretch.end, words)


def _alone(stretch: _Stretch, role: TimeRole) -> Period | OpenPeriod | None:
    """Return the period of a time alone in its role."""
    first, last = _first_day(stretch.first), _last_day(stretch.last)
    if role in (TimeRole.LAST, TimeRole.MOVED):
        return OpenPeriod(end=last)
    if role is TimeRole.BEFORE:
        return OpenPeriod(end=first.add(days=-1))
    if role is TimeRole.AFTER:
        return OpenPeriod(last.add(days=1))
    return OpenPeriod(first) if role is TimeRole.FIRST else _period(stretch)


def _period(stretch: _Stretch) -> Period | None:
    """Return the period in the precision of its ends; None when it ends before it starts.

    Where one end is coarser, that is the precision if the other lies on its boundary: "januari 2023–2025" is of years.
    """
    first, last = _first_day(stretch.first), _last_day(stretch.last)
    if last < first:
        return None
    stated = (_precision(stretch.first), _precision(stretch.last))
    if stated[0] == stated[1]:
        return Period(first, last, stated[0])
    finer, coarser = sorted(stated, key=PRECISIONS.index)
    whole = (boundary(first, coarser, last=False), boundary(last, coarser, last=True)) == (first, last)
    return Period(first, last, coarser if whole else finer)


def _precision(stated: Stated) -> Precision:
    return "year" if stated.month is None else "month" if stated.day is None else "day"


def _first_day(stated: Stated) -> Date:
    return Date(stated.year or 1, stated.month or 1, stated.day or 1)


def _last_day(stated: Stated) -> Date:
    year, month = stated.year or 1, stated.month or 12
    return Date(year, month, stated.day or days_in_month(year, month))


@cache
def _link_pattern(words: PeriodWords) -> re.Pattern[str]:
    filler, both = f"(?:{fillers(words)}{BLANK})", any_of(words.and_words)
    return re.compile(
        # A dash that begins a line is that of a list.
        rf"{_before_link(words)}(?:(?P<dash>(?:[ ]?|\n(?={DASHES}\n)){DASHES}{BLANK}{{0,2}}{filler}{{0,4}})"
        rf"|(?P<until>,?{BLANK}{{1,2}}(?:{both}{BLANK})?{_until(words)}:?{BLANK}{{0,2}}{filler}{{0,6}})"
        rf"|(?P<both>,?{BLANK}{both}{BLANK}{filler}{{0,3}})|(?P<comma>,{BLANK}{filler}?))"
    )


@cache
def _linking_words(words: PeriodWords) -> frozenset[str]:
    """Return the last words of the verbs, of which every match of `_verb_pattern` has one."""
    verbs = (*words.lasting, *words.ends, *words.events[DateRole.CLOSES], *words.events[DateRole.DUE], *words.due)
    return frozenset(verb.replace(":", " ").split()[-1] for verb in verbs)


@cache
def _verb_pattern(words: PeriodWords) -> re.Pattern[str]:
    filler, both = f"(?:{fillers(words)}{BLANK})", any_of(words.and_words)
    # No subject between, unless it is that of a call: "startar 2021 och projektet avslutas 2023" may be of two things.
    ends = any_of((*words.ends, *words.events[DateRole.CLOSES], *words.events[DateRole.DUE]))
    verb = rf"(?:{any_of(words.auxiliaries)}{BLANK}){{0,4}}(?:{any_of(words.lasting)}{BLANK}{_until(words)}|{ends})"
    due = f"(?:{any_of(words.handed_in_by)}{BLANK}){{0,4}}{any_of(words.due)}"
    call = rf"{any_of((*words.calls, *words.subjects))}{BLANK}(?:{verb}|{due})"
    before = rf"(?:[,;]?{BLANK}(?:(?:{both}|{words.with_end}){BLANK})?|{BLANK}{DASHES}{BLANK})"
    return re.compile(rf"{_before_link(words)}{before}(?:(?P<verb>{verb})|(?P<call>{call})):?{BLANK}{filler}{{0,6}}")


def _before_link(words: PeriodWords) -> str:
    # The full stop is that of a shortened month: "okt. – dec. 2024".
    return rf"\.?(?:,?{BLANK}{time_of_day(words)})?"


def _until(words: PeriodWords) -> str:
    return rf"(?:{any_of(words.ahead)}{BLANK})?{any_of(words.ending)}"


# --- Words around a time

_REACH = 100
"""How many characters before or after a time are read."""
_NEAR = 60
"""How many of them are read for the noun of a document and the word after it."""
_MOST_WORDS = 7
"""The most words between a word such as "startar" and the time it is about."""
# It begins with one class of characters, which `re` seeks much faster than several alternatives.
_NEW_SENTENCE = re.compile(r"[.!?;\n•·](?:(?<=[.!?;])[ \n]+(?=[A-ZÅÄÖ])|(?<=\n)\n|(?<=[•·]))")
_CLAUSE_ENDS = re.compile(r"[.,:;!?(]|\n\n")
_GOES_ON = re.compile("[-\N{EN DASH}][0-9]|[.,:][0-9]|/[^ \n]")
_GOES_BEFORE = re.compile(f"[^\\W_]-$|[0-9][.:,+{DASH}]$")
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
_EVENTS = frozenset(DateRole) - {DateRole.STARTS, DateRole.ENDS}
_OF_A_CALL = {DateRole.STARTS: DateRole.OPENS, DateRole.ENDS: DateRole.CLOSES}
_NO_PROJECT = frozenset(("call", "handed_in"))
_MOVABLE = (DateRole.MEETING, DateRole.OPENS, DateRole.CLOSES, DateRole.DUE)
_SURE_EVENTS = _EVENTS - {DateRole.DECIDED, DateRole.AS_OF}
"""Events after which six figures are a day; after "beslut" they may be a number."""
_TELLING = (TimeRole.FIRST, TimeRole.LAST, TimeRole.AFTER, TimeRole.BEFORE, TimeRole.MOVED)


def read_before(plain: str, low: str, moment: Moment, floor: int, words: PeriodWords) -> Lead:
    """Read the words before a time, no further back than `floor`."""
    start, precision = moment.start, _precision(moment.first)
    from_where = max(floor, start - _REACH)
    of_word = _told(words)
    around = low[from_where:start].split()
    told, last = of_word.by(around), of_word[around[-1] if around else ""]
    if (
        "of_document" in last
        and "document" in told
        and (document := _documents(words).search(low, max(from_where, start - _NEAR), start)) is not None
    ):
        of = DateRole.DECIDED if document["decision"] else None
        return Lead(TimeRole.DATED, start, of=of)
    near = _preposition(low, from_where, start, around, words) if "near" in last else None
    if near is None and DASH in low[max(0, start - 2) : start] and _OPEN_START.search(low, from_where, start):
        return Lead(TimeRole.LAST, start - 1)
    for sentence in _NEW_SENTENCE.finditer(plain, from_where, start):
        from_where = sentence.end()
    if near is not None:
        return _by_preposition(low, from_where, near, moment, told, words)
    throughout = "throughout" in last and _throughout(words).search(low, from_where, start) is not None
    if "cue" not in told:
        return Lead(TimeRole.NONE, start, throughout)
    role, of = _cue(low, from_where, start, precision, words)
    if throughout and (of in _EVENTS or role is TimeRole.DATED):
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
    start, precision = moment.start, _precision(moment.first)
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
    first = next((word for word in low[from_where:start].split() if "cue" in of_word[word]), None)
    if first is None:
        return role, of
    # The last cue counts, and only within the same thought: not beyond a comma, a cell, "som", "att" and the like.
    for cue in _cues_before(words).finditer(low, low.find(first, from_where), start):
        between = low[cue.end() : start]
        far = len(between.split()) > _MOST_WORDS or _barriers(words).search(between)
        whole_year = precision == "year" and cue[0] in words.granted
        said = (TimeRole.NONE, None) if far or whole_year else _said(cue, precision)
        # A decision at a meeting is a decision, and "beslut väntas" is too.
        at_a_meeting = (of, said[1]) == (DateRole.DECIDED, DateRole.MEETING)
        if not at_a_meeting and not (of in _EVENTS and said[0] is TimeRole.DATED):
            role, of = said
    return role, of


def read_after(low: str, stretch: _Stretch, words: PeriodWords) -> tuple[TimeRole, DateRole | None]:
    """Read what follows a time: the dash of "2019–", the verb of "den 31 december 2022 avslutas projektet"."""
    end = stretch.end
    if _OPEN_END.match(low, end) or _onward(words).match(low, end):
        return TimeRole.FIRST, None
    cue = None if stretch.lead.throughout else _cue_after(words).match(low, end, end + _REACH)
    return (TimeRole.NONE, None) if cue is None else _said(cue, _precision(stretch.first))


def _said(cue: re.Match[str], precision: Precision) -> tuple[TimeRole, DateRole | None]:
    name = cue.lastgroup or ""
    if (said := _SAID.get(name)) is not None:
        return said
    # What is said to have happened in a year is often the sum of that year.
    return (TimeRole.DATED if name == "happens" and precision != "year" else TimeRole.NONE), None


def stands_alone(low: str, start: int, end: int) -> bool:
    """Whether the figures are not part of a longer number, a reference or an address."""
    return not _GOES_ON.match(low, end) and not _GOES_BEFORE.search(low, max(0, start - 2), start)


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
