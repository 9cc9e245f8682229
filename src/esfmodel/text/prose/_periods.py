"""Periods in running text: "2023–2025", "från maj till juni 2024", "den 31 december 2022 avslutas projektet".

Times that belong together become one period. A time alone with a word for start or end is a period with one open end; a
day alone without such a word is an open start, a month or a year alone is the whole of it. A time without its year is
left out, unless the other end has the year.
"""

from __future__ import annotations

import enum
import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._moments import DASHES, Stated, in_calendar, moments
from esfmodel.text.prose._words import time_of_day
from esfmodel.text.prose.figures import Approximation, FigureKind, Found
from esfmodel.text.words.hedges import BLANK, any_of, lower
from esfmodel.text.words.language import DASH
from esfmodel.values.dates import Date, days_in_month
from esfmodel.values.period import PRECISIONS, OpenPeriod, Period, boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    link: str = ""
    """What joins them: the name of a group in `_link_pattern`, empty for one time."""


def find_periods(plain: str, words: PeriodWords) -> Iterator[Found]:
    """Find the periods in readable text, in order of place; the time is linear in the length of the text."""
    low = lower(plain)
    for stretch in _stretches(plain, low, words):
        figure = _figure(plain, low, stretch, words)
        if figure is not None:
            yield figure


def _stretches(plain: str, low: str, words: PeriodWords) -> Iterator[_Stretch]:
    current: _Stretch | None = None
    for moment in moments(low, words):
        # Words are read back to the time before and no further, so none is read for two times.
        floor = 0 if current is None else current.end
        following = _Stretch(*moment, read_before(plain, low, moment.start, floor, words))
        joined = None
        if current is not None:
            link = _link(low, current, following, words)
            joined = _joined(link, current, following)
            if joined is None:
                yield current
                if link in ("dash", "until") and current.first.year is None:
                    # "1 december–31 januari 2024" has no year for its start, but its end is stated.
                    following = following._replace(lead=Lead(TimeRole.LAST, following.start))
        current = joined or following
    if current is not None:
        yield current


def _link(low: str, one: _Stretch, other: _Stretch, words: PeriodWords) -> str:
    """Return the name of what joins two times, empty when nothing does."""
    # "1 maj till juni 2024" joins two forms; figures join only figures in the same form, since "1/5" may be a fraction.
    unlike = one.form != other.form and (one.form in _IN_FIGURES or not other.certain)
    if unlike or other.start - one.end > _WIDEST_GAP:
        return ""
    gap = _link_pattern(words).fullmatch(low, one.end, other.start)
    return "" if gap is None else gap.lastgroup or ""


def _joined(link: str, one: _Stretch, other: _Stretch) -> _Stretch | None:
    """Return two times as one stretch; None when they are two periods."""
    role = one.lead.role
    if link == "comma" or (link == "both" and role is not TimeRole.BETWEEN):
        # A list is a period only when nothing is left out of it: "2023 och 2024", not "2021 och 2024".
        ends = _consecutive(one, other) if role is TimeRole.NONE and one.link in ("", "both", "comma") else None
    elif not link or one.link or role is TimeRole.MOVED or (link == "verb" and role is not TimeRole.FIRST):
        return None
    else:
        ends = _completed(one.first, other.last, together=link != "verb")
    if ends is None:
        return None
    certain = other.certain or link not in ("comma", "both")
    return _Stretch(one.start, other.end, *ends, other.form, certain, one.lead, link)


def _completed(first: Stated, last: Stated, *, together: bool) -> tuple[Stated, Stated] | None:
    """Return two ends with their years, which may be written once; None when they make no period."""
    if together and first.year is None:
        first = first._replace(year=last.year)
    elif together and last.year is None and last.month is not None:
        last = last._replace(year=first.year)
    known = first.year is not None and last.year is not None and in_calendar(first) and in_calendar(last)
    return (first, last) if known and _first_day(first) <= _last_day(last) else None


def _consecutive(one: _Stretch, other: _Stretch) -> tuple[Stated, Stated] | None:
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
    role = stretch.lead.role
    if stretch.first.year is None or stretch.last.year is None or not stands_alone(low, stretch.start, stretch.end):
        return None
    # What may be a number ("241231") is a time only after a word for a start or an end.
    if not stretch.certain and role in (TimeRole.NONE, TimeRole.ABOUT, TimeRole.BETWEEN, TimeRole.AS_OF):
        return None
    if _only_figures(low, stretch) and _is_no_year(plain, low, stretch, words):
        return None
    if stretch.link:
        value: Period | OpenPeriod | None = _period(stretch)
        role = role if role in (TimeRole.FIRST, TimeRole.BETWEEN) else TimeRole.NONE
    else:
        role = _role_of(low, stretch, words)
        value = _alone(stretch, role)
    if value is None:
        return None
    start = stretch.start if role is TimeRole.NONE else stretch.lead.start
    approx = Approximation.ABOUT if role is TimeRole.ABOUT else Approximation.EXACT
    return Found(FigureKind.PERIOD, start, stretch.end, None, approx, value, None)


def _role_of(low: str, stretch: _Stretch, words: PeriodWords) -> TimeRole:
    """Return the role of a time alone, from the words before it, else from those after it."""
    role, last = stretch.lead.role, stretch.last
    if role is TimeRole.BETWEEN or stretch.form == "genitive":
        return TimeRole.NONE
    # "Per 31 december 2023" sums up what was until then; "per 15 maj 2023" is the day of a measurement.
    if role is TimeRole.AS_OF:
        return TimeRole.LAST if last.day and last.day == _last_day(last._replace(day=None)).day else TimeRole.NONE
    if stretch.form == "season" and role in (TimeRole.BEFORE, TimeRole.AFTER):
        # Of a season only the year is known, and "före hösten 2024" is in that year too.
        return TimeRole.LAST if role is TimeRole.BEFORE else TimeRole.FIRST
    if role is TimeRole.NONE and not stretch.lead.throughout:
        return read_after(low, stretch.end, words)
    return role


def _only_figures(low: str, stretch: _Stretch) -> bool:
    """Whether the time has no letters that prove it is one."""
    return stretch.form in _BARE and low[stretch.start].isdigit()


def _is_no_year(plain: str, low: str, stretch: _Stretch, words: PeriodWords) -> bool:
    if is_a_count(low, stretch.start, stretch.end, words):
        return True
    if stretch.link:
        return False
    return low.startswith("-", stretch.end) or is_in_a_name(plain, low, stretch.start, words)


def _alone(stretch: _Stretch, role: TimeRole) -> Period | OpenPeriod | None:
    """Return the period of a time alone in its role."""
    first, last = _first_day(stretch.first), _last_day(stretch.last)
    if role in (TimeRole.LAST, TimeRole.MOVED):
        return OpenPeriod(end=last)
    if role is TimeRole.BEFORE:
        return OpenPeriod(end=first.add(days=-1))
    if role is TimeRole.AFTER:
        return OpenPeriod(last.add(days=1))
    one_day = stretch.first.day is not None and first == last
    return OpenPeriod(first) if role is TimeRole.FIRST or one_day else _period(stretch)


def _period(stretch: _Stretch) -> Period | None:
    """Return the period in the precision of its ends; None when it ends before it starts.

    Where one end is coarser, that is the precision if the other lies on its boundary: "januari 2023–2025" is of years.
    """
    first, last = _first_day(stretch.first), _last_day(stretch.last)
    if last < first:
        return None
    stated = (_precision(stretch.first), _precision(stretch.last))
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
    until = rf"(?:{any_of(words.ahead)}{BLANK})?{any_of(words.ending)}"
    # No subject between: in "startar 2021 och projektet avslutas 2023" something else may have started.
    verb = (
        rf"(?:{any_of(words.auxiliaries)}{BLANK}){{0,4}}(?:{any_of(words.lasting)}{BLANK}{until}|{any_of(words.ends)})"
    )
    return re.compile(
        # The full stop is that of a shortened month: "okt. – dec. 2024".
        rf"\.?(?:(?P<dash>{BLANK}?{DASHES}{BLANK}{{0,2}}{filler}{{0,4}})"
        rf"|(?P<until>,?{BLANK}{{1,2}}(?:{both}{BLANK})?{until}:?{BLANK}{{0,2}}{filler}{{0,6}})"
        rf"|(?P<both>,?{BLANK}{both}{BLANK}{filler}{{0,3}})"
        rf"|(?P<comma>,{BLANK}{filler}?)"
        rf"|(?P<verb>,?{BLANK}{both}{BLANK}{verb}:?{BLANK}{filler}{{0,6}}))"
    )


# --- Words around a time

_REACH = 100
"""How many characters before or after a time are read."""
_MOST_WORDS = 7
"""The most words between a word such as "startar" and the time it is about."""
_NEW_SENTENCE = re.compile(r"[.!?;][ \n]+(?=[A-ZÅÄÖ])|\n\n|[•·]")
_GOES_ON = re.compile("[-\N{EN DASH}][0-9]|[.,:][0-9]|/[^ \n]")
_GOES_BEFORE = re.compile(f"[^\\W_]-$|[0-9][.:,+{DASH}]$")
_OPEN_END = re.compile(f"{DASH}(?=[),;.\n]|$)")
_OPEN_START = re.compile(f"(?:^|[ (\n]){DASH}$")
_CAPITALISED = re.compile(r"[A-ZÅÄÖ](?!.*-[a-zåäö]).*")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.&/-]*)[ \n]$")
_ENDS_A_SENTENCE = re.compile("(?:^|[.!?:;•\N{EN DASH}-][ \n]*|\n)[\"'”»(]?$")


class TimeRole(enum.Enum):
    """What the words around a time make of it."""

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
    """The role of a time by the words before it, and where these start if they belong to the period."""

    role: TimeRole
    start: int
    throughout: bool = False
    """Whether "under" or "hela" stands before it, so that the whole of it is meant."""


def read_before(plain: str, low: str, start: int, floor: int, words: PeriodWords) -> Lead:
    """Read the words before a time, no further back than `floor`."""
    from_where = max(floor, start - _REACH)
    near = _prepositions(words).search(low, from_where, start)
    if near is not None:
        role = _role(near)
        if role is TimeRole.FIRST and _moves(words).search(low, from_where, near.start()):
            role = TimeRole.MOVED
        # "Före slutet av 2024" is in 2024, "före 2024" is not.
        if role in (TimeRole.BEFORE, TimeRole.AFTER) and _vague(words).search(low, near.start(), start):
            role = TimeRole.LAST if role is TimeRole.BEFORE else TimeRole.FIRST
        return Lead(role, near.start())
    if _OPEN_START.search(low, from_where, start):
        return Lead(TimeRole.LAST, start - 1)
    for sentence in _NEW_SENTENCE.finditer(plain, from_where, start):
        from_where = sentence.end()
    role, throughout = TimeRole.NONE, _throughout(words).search(low, from_where, start) is not None
    # The last cue counts, and only within the same thought: not beyond a comma, "som", "att" and the like.
    for cue in _cues_before(words).finditer(low, from_where, start):
        between = low[cue.end() : start]
        far = len(between.split()) > _MOST_WORDS or _barriers(words).search(between)
        role = TimeRole.NONE if far else _role(cue)
    return Lead(role, start, throughout)


def read_after(low: str, end: int, words: PeriodWords) -> TimeRole:
    """Read what follows a time: the dash of "2019–", the verb of "den 31 december 2022 avslutas projektet"."""
    if _OPEN_END.match(low, end):
        return TimeRole.FIRST
    cue = _cue_after(words).match(low, end, end + _REACH)
    return TimeRole.NONE if cue is None else _role(cue)


def _role(cue: re.Match[str]) -> TimeRole:
    name = (cue.lastgroup or "").replace("_", " ")
    return TimeRole.FIRST if name == "from then" else TimeRole(name)


def stands_alone(low: str, start: int, end: int) -> bool:
    """Whether the figures are not part of a longer number, a reference or an address."""
    return not _GOES_ON.match(low, end) and not _GOES_BEFORE.search(low, max(0, start - 2), start)


def is_a_count(low: str, start: int, end: int, words: PeriodWords) -> bool:
    """Whether four figures that look like a year count or number something: "2015 deltagare", "drygt 2000"."""
    return bool(_counted(words).match(low, end) or _numbering(words).search(low, max(0, start - _REACH), start))


def is_in_a_name(plain: str, low: str, start: int, words: PeriodWords) -> bool:
    """Whether a year is the end of a name: "Agenda 2030", "projektet Nya Vägar 2025"."""
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
    # After a preposition a capitalised word is a place: "i Skåne 2024".
    earlier = _WORD_BEFORE.search(low, max(0, before.start() - _REACH), before.start())
    return earlier is None or earlier[1] not in words.prepositions


@cache
def fillers(words: PeriodWords) -> str:
    """Return the regular expression of one word without meaning for the period, or of a time of day."""
    return f"(?:{any_of(words.fillers)}|{time_of_day(words)})"


# "$" matches at the end position given to `search`, so the words before a time are read without copying any text.


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
def _cues_before(words: PeriodWords) -> re.Pattern[str]:
    groups = (("first", words.starts), ("last", words.ends), ("none", words.neither))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'(?P<{name}>{any_of(cues)})' for name, cues in groups)})(?!\w)")


@cache
def _cue_after(words: PeriodWords) -> re.Pattern[str]:
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
    """Return the words that have a capital letter only where a sentence begins."""
    near = (words.starting, words.ending, words.before, words.after)
    return frozenset(chain(words.fillers, words.prepositions, words.throughout, *near))
