"""Periods and dates in running text: "2023–2025", "från maj till juni 2024", "publicerad den 12 juni 2024".

Times that belong together become one period. A time alone with a word for start or end is a period with one open end,
and a month, a season or a year alone is the whole of it. A day alone is a date, and so is any time of an event
("beslutades i mars 2024"). A time without its year is left out, unless the other end has the year.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._leads import EVENTS, Lead, TimeRole, fillers, read_after, read_before
from esfmodel.text.prose._moments import Stated, in_calendar, moments
from esfmodel.text.prose._prose import made
from esfmodel.text.prose._words import DASHES, time_of_day
from esfmodel.text.prose._years import are_years, is_a_count, is_a_turn, is_in_a_name
from esfmodel.text.prose.figures import Approximation, DateRole, FigureKind, Found, TimePrecision
from esfmodel.text.words.hedges import BLANK, any_of
from esfmodel.text.words.language import DASH
from esfmodel.values.dates import Date, days_in_month
from esfmodel.values.period import PRECISIONS, OpenPeriod, Period, boundary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.text.prose._moments import Moment
from esfmodel.text.prose._words import PeriodWords

_WIDEST_GAP = 80
"""The most characters between two times that are one period."""
_IN_FIGURES = ("dotted", "slash", "figures", "short", "compact")
_BARE = ("year", "iso month", "split", "short", "compact")
"""Forms in figures that may be a reference number or a count instead."""
_SURE_EVENTS = EVENTS - {DateRole.DECIDED, DateRole.AS_OF}
"""Events after which six figures are a day; after "beslut" they may be a number."""
_TELLING = (TimeRole.FIRST, TimeRole.LAST, TimeRole.AFTER, TimeRole.BEFORE, TimeRole.MOVED)
_GOES_ON = re.compile("[-\N{EN DASH}][0-9]|[.,:][0-9]|/[^ \n]")
_GOES_BEFORE = re.compile(f"[^\\W_]-$|[0-9][.:,+{DASH}]$")


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
            joined = made(_Stretch, (*moment, lead, _precision_of(moment), ""))
        current = joined
    if current is not None:
        yield current


def _link(low: str, one: _Stretch, other: Moment, words: PeriodWords) -> str:
    """Return the name of what joins two times, empty when nothing does."""
    # "1 maj till juni 2024" joins two forms; figures that may be something else, as "1/5" may be a fraction, join only
    # figures in the same form.
    in_doubt = (one.form in _IN_FIGURES and not one.certain) or not other.certain
    if (in_doubt and one.form != other.form) or other.start - one.end > _WIDEST_GAP:
        return ""
    gap = _link_pattern(words).fullmatch(low, one.end, other.start)
    # Few times have a verb between them, and its pattern is large.
    if gap is None and not _linking_words(words).isdisjoint(low[one.end : other.start].replace(":", " ").split()):
        gap = _verb_pattern(words).fullmatch(low, one.end, other.start)
    return "" if gap is None else gap.lastgroup or ""


def _precision_of(moment: Moment) -> TimePrecision:
    return TimePrecision.SEASON if moment.form == "season" else _TIME_PRECISIONS[moment.last.precision]


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
    return made(_Stretch, (one.start, other.end, *ends, other.form, certain, one.lead, precision, link))


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
        value: Date | Period | OpenPeriod | None = _period(stretch.first, stretch.last)
        role, of = (role, of) if role in (TimeRole.FIRST, TimeRole.BETWEEN) else (TimeRole.NONE, None)
    elif kind is FigureKind.DATE:
        value = _first_day(stretch.first) if stretch.one_day else _period(stretch.first, stretch.last)
    else:
        value = _alone(stretch, role)
    if value is None:
        return None
    start = stretch.start if role is TimeRole.NONE else stretch.lead.start
    approx = Approximation.ABOUT if role is TimeRole.ABOUT else Approximation.EXACT
    return made(Found, (kind, start, stretch.end, None, approx, value, None, of, stretch.precision))


def _role_of(low: str, stretch: _Stretch, words: PeriodWords) -> tuple[TimeRole, DateRole | None]:
    """Return the role of a time alone, from the words before it, else from those after it."""
    role, of = stretch.lead.role, stretch.lead.of
    if role is TimeRole.BETWEEN or stretch.form == "genitive":
        return TimeRole.NONE, None
    if stretch.form == "season" and role in (TimeRole.BEFORE, TimeRole.AFTER):
        # Of a season only the year is known, and "före hösten 2024" is in that year too.
        return (TimeRole.LAST if role is TimeRole.BEFORE else TimeRole.FIRST), of
    if role is TimeRole.NONE and of is None:
        role, of = read_after(low, stretch.end, stretch.first.precision, words, throughout=stretch.lead.throughout)
        # "2019 beviljades 57 projekt" tells of the whole year.
        return (TimeRole.NONE, None) if of in EVENTS and stretch.precision is TimePrecision.YEAR else (role, of)
    return role, of


def _is_a_date(stretch: _Stretch, role: TimeRole, of: DateRole | None) -> bool:
    """Whether a time alone tells when something happens, and not how long it lasts."""
    if role is TimeRole.DATED or of in EVENTS:
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
    return OpenPeriod(first) if role is TimeRole.FIRST else _period(stretch.first, stretch.last)


@lru_cache(maxsize=1024)
def _period(starts: Stated, ends: Stated) -> Period | None:
    """Return the period in the precision of its ends; None when it ends before it starts.

    Where one end is coarser, that is the precision if the other lies on its boundary: "januari 2023–2025" is of years.
    """
    first, last = _first_day(starts), _last_day(ends)
    if last < first:
        return None
    stated = (starts.precision, ends.precision)
    if stated[0] == stated[1]:
        return Period(first, last, stated[0])
    finer, coarser = sorted(stated, key=PRECISIONS.index)
    whole = (boundary(first, coarser, last=False), boundary(last, coarser, last=True)) == (first, last)
    return Period(first, last, coarser if whole else finer)


def _first_day(stated: Stated) -> Date:
    return Date(stated.year or 1, stated.month or 1, stated.day or 1)


def _last_day(stated: Stated) -> Date:
    year, month = stated.year or 1, stated.month or 12
    return Date(year, month, stated.day or days_in_month(year, month))


def stands_alone(low: str, start: int, end: int) -> bool:
    """Whether the figures are not part of a longer number, a reference or an address."""
    return not _GOES_ON.match(low, end) and not _GOES_BEFORE.search(low, max(0, start - 2), start)


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
