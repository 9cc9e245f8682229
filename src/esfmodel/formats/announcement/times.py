"""When the project of a page runs, how long, and how many are planned to take part."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.announcement.amounts import figures_in
from esfmodel.formats.announcement.said import Said
from esfmodel.formats.labels import Meaning
from esfmodel.text.prose.figures import Approximation, Figure, FigureKind, TimePrecision
from esfmodel.text.words.announcements import times as words
from esfmodel.values.dates import Date
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.said import Place
    from esfmodel.formats.announcement.subject import Subject
    from esfmodel.formats.reading import Problem
    from esfmodel.text.prose.figures import FigureValue

_NEAR = 90


class _Time(NamedTuple):
    """A period that a page states, or one end of it."""

    figure: Figure
    value: Period | OpenPeriod


def period_of(
    page: Page, passages: Sequence[Passage], figures: Iterable[Figure], subject: Subject, problems: list[Problem]
) -> Said[Period | OpenPeriod] | None:
    """Return the period of the project: that of labels before that of sentences."""
    labelled: list[_Time] = []
    told: list[_Time] = []
    ends: dict[Meaning, Figure] = {}
    for figure, passage in figures_in(passages, figures):
        meaning = None if passage.label is None else passage.label.meaning
        if meaning in _ENDS and figure.kind in _TIMES:
            ends.setdefault(meaning, figure)
        elif not isinstance(figure.value, (Period, OpenPeriod)) or words.PHASE.match(page.told(passage)):
            continue
        elif meaning is Meaning.PERIOD:
            labelled.append(_Time(figure, figure.value))
        elif meaning is None and _is_of_the_project(page, passage, figure, subject):
            told.append(_Time(figure, figure.value))
    return (
        _of_ends(ends.get(Meaning.START), ends.get(Meaning.END))
        or _agreed(page, labelled, problems)
        or _agreed(page, told, problems)
    )


_ENDS = (Meaning.START, Meaning.END)
_TIMES = (FigureKind.DATE, FigureKind.PERIOD)


def _of_ends(start: Figure | None, end: Figure | None) -> Said[Period | OpenPeriod] | None:
    """Return the period of a labelled start and a labelled end."""
    first = None if start is None else _end_of(start.value, last=False)
    last = None if end is None else _end_of(end.value, last=True)
    if first is None and last is None:
        return None
    places = tuple(each.span for each in (start, end) if each is not None)
    if first is None or last is None or start is None or end is None:
        return Said(OpenPeriod(first, last), places)
    return None if last < first else Said(_joined(first, last, start.precision, end.precision), places)


def _end_of(value: FigureValue, *, last: bool) -> Date | None:
    if isinstance(value, (Period, OpenPeriod)):
        return value.end if last else value.start
    return value if isinstance(value, Date) else None


def _is_of_the_project(page: Page, passage: Passage, figure: Figure, subject: Subject) -> bool:
    """Whether the words around a time say that the project runs then."""
    start, end = figure.span
    before = page.text[max(passage.start, start - _NEAR) : start]
    after = page.text[end : min(passage.end, end + _NEAR)]
    if words.OTHER_TIME.search(before[-60:]) or words.NOT_OF_PROJECT_AFTER.match(after):
        return False
    if isinstance(figure.value, Period) and (_is_of_a_programme(figure.value) or _is_brief(figure.value)):
        return False
    if not _is_told_of(page.told(passage), subject):
        return False
    if before.rstrip(" (,").endswith(subject.name.value):
        return True
    return words.RUNS.search(before) is not None or words.RUNS_AFTER.match(after) is not None


def _is_told_of(told: str, subject: Subject) -> bool:
    """Whether a sentence states when the project runs, and does not only hope, ask or deny."""
    is_of_it = subject.name.value in told or words.ITS_SUBJECT.search(told) is not None
    return is_of_it and words.NOT_SO.search(told) is None


def _is_of_a_programme(period: Period) -> bool:
    """Whether years are those of a programming period, and hardly ever of a project."""
    return period.precision == "year" and (period.start.year, period.end.year) in _PROGRAMMES


_PROGRAMMES = frozenset({(2000, 2006), (2007, 2013), (2014, 2020), (2021, 2027)})


def _is_brief(period: Period) -> bool:
    """Whether a time is a month or less, or one year, in which something happens."""
    return (period.end - period.start).days < 32 or (
        period.precision == "year" and period.start.year == period.end.year
    )


def _agreed(page: Page, found: list[_Time], problems: list[Problem]) -> Said[Period | OpenPeriod] | None:
    """Return the period of several statements: the finest with both ends, else a start and an end."""
    if not found:
        return None
    whole = [(figure, value) for figure, value in found if isinstance(value, Period)]
    places = tuple(figure.span for figure, _ in found)
    if whole:
        first, finest = min(whole, key=lambda each: _PRECISIONS.index(each[1].precision))
        other = next((figure for figure, value in found if not _agree(finest, value)), None)
        if other is None:
            return Said(finest, places)
        problems.append(page.contradiction("period", other.span, first.span))
        return None
    starts = {value.start: figure for figure, value in found if value.start is not None}
    ends = {value.end: figure for figure, value in found if value.end is not None}
    start, end = next(iter(starts), None), next(iter(ends), None)
    if len(starts) > 1 or len(ends) > 1 or (start is not None and end is not None and end < start):
        problems.append(page.contradiction("period", found[-1].figure.span, found[0].figure.span))
        return None
    if start is None or end is None:
        return Said(OpenPeriod(start, end), places)
    return Said(_joined(start, end, starts[start].precision, ends[end].precision), places)


def _joined(start: Date, end: Date, of_start: TimePrecision | None, of_end: TimePrecision | None) -> Period:
    """Return the period of a start and an end; "till och med maj" is the last day of May, "i maj" is any day of it."""
    if TimePrecision.YEAR in {of_start, of_end} or TimePrecision.SEASON in {of_start, of_end}:
        return Period.of_years(start.year, end.year)
    if of_start is TimePrecision.MONTH:
        last = calendar.monthrange(end.year, end.month)[1]
        return Period(start.replace(day=1), end.replace(day=last), "month")
    return Period(start, end)


_PRECISIONS = ("day", "month", "year")
_LENGTHS = {"day": 10, "month": 7, "year": 4}


def _agree(whole: Period, other: Period | OpenPeriod) -> bool:
    """Whether two statements may be the same period, each at its own precision."""
    length = _LENGTHS[other.precision] if isinstance(other, Period) else _LENGTHS["year"]
    pairs = ((whole.start, other.start), (whole.end, other.end))
    return all(end is None or one.isoformat()[:length] == end.isoformat()[:length] for one, end in pairs)


def duration_of(
    page: Page, passages: Sequence[Passage], figures: Iterable[Figure], subject: Subject, problems: list[Problem]
) -> Said[int] | None:
    """Return the length of the project in months, where it is stated exactly and once."""
    found: dict[int, Figure] = {}
    for figure, passage in figures_in(passages, figures):
        if (
            figure.kind is not FigureKind.DURATION
            or figure.approx is not Approximation.EXACT
            or not isinstance(figure.value, int)
        ):
            continue
        is_labelled = passage.label is not None and passage.label.meaning in {Meaning.DURATION, Meaning.PERIOD}
        start, end = figure.span
        around = page.text[max(passage.start, start - _NEAR) : min(passage.end, end + 40)]
        is_told = passage.label is None and _is_told_of(page.told(passage), subject)
        if is_labelled or (is_told and words.LASTS_FOR.search(around) and not words.NO_DURATION.search(around)):
            found.setdefault(figure.value, figure)
    return _only(page, "duration_months", {months: figure.span for months, figure in found.items()}, problems)


def participants_of(page: Page, passages: Sequence[Passage], problems: list[Problem]) -> Said[int] | None:
    """Return how many are planned to take part; None where outcomes or several numbers are told."""
    found: dict[int, tuple[int, int]] = {}
    for passage in passages:
        told = page.told(passage)
        is_labelled = passage.label is not None and passage.label.meaning is Meaning.PARTICIPANTS
        if is_labelled:
            digits = words.NUMBER.match(told)
            if digits is not None:
                found.setdefault(_number(digits[0]), (passage.start, passage.start + digits.end()))
            continue
        of_goal = words.OF_THE_GOAL.search(told)
        if of_goal is not None:
            place = (passage.start + of_goal.start("number"), passage.start + of_goal.end("number"))
            found.setdefault(_number(of_goal["number"]), place)
            continue
        if not words.PLANNED.search(told) or words.HAPPENED.search(told) or words.NO_PARTICIPANTS.search(told):
            continue
        for match in words.PARTICIPANTS.finditer(told):
            if words.NOT_EXACT.search(told[: match.start()]) is None:
                found.setdefault(_number(match["number"]), (passage.start + match.start(), passage.start + match.end()))
    return _only(page, "planned_participants", found, problems)


def _number(digits: str) -> int:
    return int("".join(filter(str.isdecimal, digits)))


def _only(page: Page, path: str, found: Mapping[int, Place], problems: list[Problem]) -> Said[int] | None:
    """Return the only number of several statements; where they differ, none is taken and a problem says so."""
    if len(found) > 1:
        first, other, *_ = found.values()
        problems.append(page.contradiction(path, other, first))
        return None
    return next((Said(number, (place,)) for number, place in found.items()), None)
