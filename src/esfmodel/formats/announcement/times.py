"""When the project of a page runs, how long, and how many are planned to take part."""

from __future__ import annotations

import calendar
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.formats.announcement.amounts import figures_in
from esfmodel.formats.announcement.said import Said
from esfmodel.formats.labels import Meaning
from esfmodel.formats.reading import Problem
from esfmodel.text import sv
from esfmodel.text.prose.figures import Approximation, Figure, FigureKind, TimePrecision
from esfmodel.text.words.announcements import times as words
from esfmodel.values.dates import Date
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.said import Place
    from esfmodel.formats.announcement.subject import Subject
    from esfmodel.text.prose.figures import FigureValue

_NEAR = 90
_FAR = 400


class _Time(NamedTuple):
    """A time in a passage, which is the period of the project or one end of it."""

    passage: Passage
    figure: Figure


def period_of(
    page: Page, passages: Sequence[Passage], figures: Sequence[Figure], subject: Subject, problems: list[Problem]
) -> Said[Period | OpenPeriod] | None:
    """Return the period of the project: that of labels before that of sentences."""
    ends = {
        meaning: time for meaning in _ENDS if (time := next(_times_under(page, passages, meaning), None)) is not None
    }
    labelled: list[_Time] = []
    told: list[_Time] = []
    for figure, passage in figures_in(passages, figures):
        meaning = None if passage.label is None else passage.label.meaning
        if not isinstance(figure.value, (Period, OpenPeriod)) or words.PHASE.match(page.told(passage)):
            continue
        if meaning is Meaning.PERIOD:
            labelled.append(_Time(passage, figure))
        elif meaning is None and _is_of_the_project(page, passage, figure, subject):
            told.append(_Time(passage, figure))
    said = (
        _of_ends(page, ends.get(Meaning.START), ends.get(Meaning.END), problems)
        or _agreed(page, labelled, problems)
        or _agreed(page, told, problems)
    )
    if said is None:
        return None
    # The same time may be told of before it is said to be the project's.
    again = (figure.span for figure, _ in figures_in(passages, figures) if figure.value == said.value)
    said = said._replace(places=tuple(dict.fromkeys((*said.places, *again))))
    if isinstance(said.value, OpenPeriod) or said.value.precision == "day":
        stated = (each.figure for each in chain(ends.values(), labelled, told) if each.figure.span in said.places)
        problems.extend(
            Problem("announcement.coarse", "period", figure.text, line=page.line_of(figure.span[0]))
            for figure in stated
            if figure.precision in _COARSE
        )
    return said


_ENDS = (Meaning.START, Meaning.END)
_TIMES = (FigureKind.DATE, FigureKind.PERIOD)
_COARSE = (TimePrecision.YEAR, TimePrecision.SEASON, TimePrecision.MONTH)


def _times_under(page: Page, passages: Sequence[Passage], meaning: Meaning) -> Iterator[_Time]:
    """Yield the times under labels of a meaning; alone, so that those of two lines are not taken as one period."""
    for passage in passages:
        if passage.label is not None and passage.label.meaning is meaning:
            for figure in sv.find_figures(page.told(passage)):
                if figure.kind in _TIMES:
                    start, end = figure.span
                    yield _Time(passage, attrs.evolve(figure, span=(passage.start + start, passage.start + end)))


def _words_by(page: Page, times: Iterable[_Time], by: re.Pattern[str]) -> tuple[Place, ...]:
    """Return the words by which times are those of the project, each once."""
    return tuple(dict.fromkeys(near for each in times for near in page.words_near(each.passage, each.figure.span, by)))


def _of_ends(
    page: Page, start: _Time | None, end: _Time | None, problems: list[Problem]
) -> Said[Period | OpenPeriod] | None:
    """Return the period of a labelled start and a labelled end."""
    first = None if start is None else _end_of(start.figure.value, last=False)
    last = None if end is None else _end_of(end.figure.value, last=True)
    if first is None and last is None:
        return None
    stated = [each for each in (start, end) if each is not None]
    places = tuple(each.figure.span for each in stated)
    by = _words_by(page, stated, words.RUNS)
    if first is None or last is None or start is None or end is None:
        return Said(OpenPeriod(first, last), places, by)
    if last < first:
        problems.append(page.contradiction("period", end.figure.span, start.figure.span))
        return None
    return Said(_joined(first, last, start.figure.precision, end.figure.precision), places, by)


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
    if not _is_told_of(_around(page, passage, figure), subject):
        return False
    if before.rstrip(" (,").endswith(subject.name.value):
        return True
    return words.RUNS.search(before) is not None or words.RUNS_AFTER.match(after) is not None


def _around(page: Page, passage: Passage, figure: Figure) -> str:
    """Return a passage, as far as it may be about a figure."""
    start, end = figure.span
    return page.text[max(passage.start, start - _FAR) : min(passage.end, end + _FAR)]


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
    whole = [(figure, figure.value) for _, figure in found if isinstance(figure.value, Period)]
    places = tuple(figure.span for _, figure in found)
    by = _words_by(page, found, words.RUNS)
    if whole:
        first, finest = min(whole, key=lambda each: _PRECISIONS.index(each[1].precision))
        other = next((figure for _, figure in found if not _agree(finest, figure.value)), None)
        if other is None:
            return Said(finest, places, by)
        problems.append(page.contradiction("period", other.span, first.span))
        return None
    starts = {at: figure for _, figure in found if (at := _end_of(figure.value, last=False)) is not None}
    ends = {at: figure for _, figure in found if (at := _end_of(figure.value, last=True)) is not None}
    start, end = next(iter(starts), None), next(iter(ends), None)
    if len(starts) > 1 or len(ends) > 1 or (start is not None and end is not None and end < start):
        problems.append(page.contradiction("period", found[-1].figure.span, found[0].figure.span))
        return None
    if start is None or end is None:
        return Said(OpenPeriod(start, end), places, by)
    return Said(_joined(start, end, starts[start].precision, ends[end].precision), places, by)


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


def _agree(whole: Period, other: FigureValue) -> bool:
    """Whether two statements may be the same period, each at its own precision."""
    length = _LENGTHS[other.precision] if isinstance(other, Period) else _LENGTHS["year"]
    pairs = ((whole.start, _end_of(other, last=False)), (whole.end, _end_of(other, last=True)))
    return all(end is None or one.isoformat()[:length] == end.isoformat()[:length] for one, end in pairs)


def duration_of(
    page: Page, passages: Sequence[Passage], figures: Iterable[Figure], subject: Subject, problems: list[Problem]
) -> Said[int] | None:
    """Return the length of the project in months, where it is stated exactly and once."""
    found: list[Said[int]] = []
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
        is_told = passage.label is None and _is_told_of(_around(page, passage, figure), subject)
        if is_labelled or (is_told and words.LASTS_FOR.search(around) and not words.NO_DURATION.search(around)):
            by = page.words_near(passage, figure.span, words.LASTS_FOR)
            found.append(Said(figure.value, (figure.span,), by))
    return _only(page, "duration_months", found, problems)


def participants_of(page: Page, passages: Sequence[Passage], problems: list[Problem]) -> Said[int] | None:
    """Return how many are planned to take part; None where outcomes or several numbers are told."""
    found: list[Said[int]] = []
    for passage in passages:
        told = page.told(passage)
        for start, end in _planned(passage, told):
            place = (passage.start + start, passage.start + end)
            found.append(Said(_number(told[start:end]), (place,), page.words_near(passage, place, words.PLANNED)))
    return _only(page, "planned_participants", found, problems)


def _planned(passage: Passage, told: str) -> Iterator[Place]:
    """Yield where a passage has the number of those who are planned to take part."""
    if passage.label is not None:
        is_number = passage.label.meaning is Meaning.PARTICIPANTS and not words.NO_PARTICIPANTS.search(told)
        digits = words.NUMBER.match(told) if is_number else None
        if digits is not None and words.AND_MORE.search(told, digits.end()) is None:
            yield digits.span()
        return
    of_goal = words.OF_THE_GOAL.search(told)
    if of_goal is not None:
        yield of_goal.span("number")
    elif words.PLANNED.search(told) and not words.HAPPENED.search(told) and not words.NO_PARTICIPANTS.search(told):
        for match in words.PARTICIPANTS.finditer(told):
            before = told[: match.start()]
            if words.NOT_EXACT.search(before) is None and words.OF_WHICH.search(before) is None:
                yield match.span("number")


def _number(digits: str) -> int:
    return int("".join(filter(str.isdecimal, digits)))


def _only(page: Page, path: str, found: Sequence[Said[int]], problems: list[Problem]) -> Said[int] | None:
    """Return the only number of several statements; where they differ, none is taken and a problem says so."""
    if not found:
        return None
    first = found[0]
    other = next((each for each in found if each.value != first.value), None)
    if other is None:
        return first
    problems.append(page.contradiction(path, other.places[0], first.places[0]))
    return None
