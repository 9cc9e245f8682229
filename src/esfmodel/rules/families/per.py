"""Family PER, when a project takes place: the eligibility window, its phases, its length, and the dates the call
allows.

Rules PER001, PER002, PER003, PER004, PER005 and PER006.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.law.keys import PROGRAMME
from esfmodel.model import DecisionKind, Project
from esfmodel.rules.finding import ARITHMETIC, Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.days import (
    WINDOW_KEYS,
    Position,
    earliest_and_latest,
    position_in,
    window_of,
)
from esfmodel.rules.shared.facts import (
    COMMON_PROVISIONS,
    PROGRAMMING_PERIOD,
    is_programme_of,
    is_under_common_provisions,
    known,
    programming_period_of,
)
from esfmodel.rules.words import NOTHING, Words, count_words
from esfmodel.values.dates import MonthEnd
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.dates import Date

_NO_PERIOD = Words("projektperioden är inte känd", "the project period is not known")
_NO_DAYS = Words(
    "projektperioden är inte känd till dag eller månad", "the project period is not known by the day or month"
)


def _stated_period(project: Project) -> Period | OpenPeriod:
    if project.period is None:
        raise NotKnown(_NO_PERIOD)
    return project.period


def _whole_period(project: Project) -> Period:
    period = _stated_period(project)
    return known(period if isinstance(period, Period) else None, _NO_DAYS)


def _inside_the_window(project: Project, context: Context) -> Iterator[Finding]:
    """Expenditure is eligible only within the window of the programming period.

    Partly outside is a warning, since a project may have expenditure on its other days; wholly outside is an error,
    save after the end, where an amended programme may have a later one.
    """
    period = _stated_period(project)
    window = window_of(project, context, programming_period_of(project))
    lies = position_in(period, window.period)
    if lies is Position.INSIDE:
        return
    otherwise = window.doubt(period)
    yield context.finding(
        "period",
        expected=window.period,
        found=period,
        severity=Severity.WARNING if otherwise or lies is Position.PARTLY else Severity.ERROR,
        basis=window.basis_for(period.start),
        how=lies.value,
        later=otherwise or NOTHING,
    )


def _phases_inside(project: Project, context: Context) -> Iterator[Finding]:
    """Each phase lies within the project period."""
    period = _whole_period(project)
    for index, phase in enumerate(project.phases):
        phase_period = known(phase.period, _NO_PERIOD)
        lies = position_in(phase_period, period)
        if lies is not Position.INSIDE:
            yield context.finding(
                f"phases[{index}].period", expected=period, found=phase_period, name=phase.name, how=lies.value
            )


def _duration_as_dates(project: Project, context: Context) -> Iterator[Finding]:
    """The stated length in months is that of the dates; a part of a month may have been counted as a whole one."""
    period = _whole_period(project)
    months = known(period.months, _NO_DAYS)
    stated = known(project.duration_months, Words("längden är inte angiven", "the length is not stated"))
    whole = Period.of_months(period.start, months) == attrs.evolve(period, precision="day") if months else False
    # "36 months" of 35 months and some days is correct; of 35 whole months it is not.
    if stated != months and (whole or stated != months + 1):
        counted = count_words(months, ("hel månad", "hela månader"), ("whole month", "whole months"))
        yield context.finding(
            "duration_months", expected=months, found=stated, period=period, length=_months(stated), counted=counted
        )


def _months(number: int) -> Words:
    return count_words(number, ("månad", "månader"), ("month", "months"))


def _phases_apart(project: Project, context: Context) -> Iterator[Finding]:
    """No phase begins before the one before it has ended."""
    stated = [(known(phase.period, _NO_PERIOD), index) for index, phase in enumerate(project.phases)]
    doubtful = False
    (before, first), *rest = sorted(stated, key=lambda phase: (phase[0].start, phase[0].end))
    for after, second in rest:
        _, latest_start, earliest_end, latest_end = earliest_and_latest(before)
        start, starts_by, ends_from, _ = earliest_and_latest(after)
        if starts_by <= earliest_end and latest_start <= ends_from:
            yield context.finding(
                f"phases[{second}].period",
                expected=before,
                found=after,
                one=project.phases[first].name,
                other=project.phases[second].name,
            )
        elif start <= latest_end:
            doubtful = True
        # Compared with the phase that ends last so far: a short phase inside a long one must not hide a later overlap.
        if after.end > before.end:
            before, first = after, second
    if doubtful:
        raise NotKnown(_NO_DAYS)


# --- PER004 and PER005: the longest time and the start window of the call or programme

_NO_LENGTH = Words(
    "projektets längd är inte känd till dag eller månad", "the project's length is not known by the day or month"
)
_NO_LONGEST = Words(
    "varken utlysningen eller lagdata för programmet anger någon längsta projekttid",
    "neither the call nor the law data on the programme states a longest project period",
)
_NO_START = Words("projektets start är inte känd till dag", "the day on which the project starts is not known")
_NO_WINDOW = Words("utlysningens starttid är inte känd", "the call's start window is not known")


def _longest(project: Project, context: Context) -> tuple[int, Provision | None]:
    """Return the longest length in months, and the provision it comes from: None where the call sets it."""
    if project.call is not None and project.call.longest_months is not None:
        return project.call.longest_months, None
    rows = [row for row in context.rows(PROGRAMME) if _is_longest_of(project, row) and row.concerns(context.fund)]
    counting = [row for row in rows if context.on is None or row.in_force(context.on)]
    if len(counting) != 1:
        raise NotKnown(_NO_LONGEST)
    return counting[0].value_as(int), counting[0]


def _is_longest_of(project: Project, row: Provision) -> bool:
    """Whether a row is the longest length, in months, in the project's programme."""
    _, programme, *_ = row.key.split(".")
    return row.unit == "months" and is_programme_of(project, programme)


def _gravity(project: Project) -> Severity:
    """Return the severity of a departure from the call: a warning where an amending decision may have allowed it."""
    amended = any(decision.kind is DecisionKind.AMENDED for decision in project.decisions)
    return Severity.WARNING if amended else Severity.ERROR


def _length(project: Project, months: int) -> tuple[str, object, bool]:
    """Return the place of the project's length, the length, and whether it exceeds a number of months."""
    period, stated = project.period, project.duration_months
    if isinstance(period, Period):
        try:
            return "period", period, longer_than(period, months)
        except NotKnown:
            # The days do not decide, but a stated length in months does.
            if stated is None:
                raise
    length = known(stated, _NO_LENGTH)
    return "duration_months", _months(length), length > months


def _no_longer_than_allowed(project: Project, context: Context) -> Iterator[Finding]:
    """A project lasts no longer than its call allows, or where the call is silent its programme."""
    months, provision = _longest(project, context)
    place, length, longer = _length(project, months)
    if longer:
        yield context.finding(
            place, expected=months, found=length, severity=_gravity(project), basis=provision, most=_months(months)
        )


def _start(project: Project) -> Period:
    if isinstance(project.period, Period):
        first, latest, _, _ = earliest_and_latest(project.period)
        return Period(first, latest)
    start = known(None if project.period is None else project.period.start, _NO_START)
    return Period(start, start)


def _starts_when_the_call_says(project: Project, context: Context) -> Iterator[Finding]:
    """A project starts within the call's start window."""
    window = known(None if project.call is None else project.call.start_window, _NO_WINDOW)
    lies = position_in(_start(project), window)
    if lies is Position.PARTLY:
        raise NotKnown(_NO_START)
    if lies is Position.WHOLLY:
        yield context.finding("period", expected=window, found=project.period, severity=_gravity(project))


def longer_than(period: Period, months: int) -> bool:
    """Whether a period is longer than a number of months; raise `NotKnown` where that depends on an unstated day.

    >>> longer_than(Period("2023-10-02", "2026-10-02"), 36)
    True
    """
    first, latest_first, earliest_last, last = earliest_and_latest(period)
    if not _is_beyond(last, first, months):
        return False
    if _is_beyond(earliest_last, latest_first, months):
        return True
    raise NotKnown("rule.period_depends_on_length", period=period, months=months)


def _is_beyond(day: Date, start: Date, months: int) -> bool:
    try:
        return day > Period.of_months(start, months, month_end=MonthEnd.OVERFLOW).end
    except InvalidValue:
        # The last of the months lies beyond the calendar.
        return False


PER: Final = (
    Rule(
        code="PER001",
        severity=Severity.ERROR,
        basis="eligibility",
        reads=WINDOW_KEYS,
        needs=("period", PROGRAMMING_PERIOD),
        applies=is_under_common_provisions,
        scope=COMMON_PROVISIONS,
        check=_inside_the_window,
        demand=Words(
            "Projektperioden ligger inom den tid då programperiodens utgifter är stödberättigande.",
            "The project period lies within the time when expenditure of the programming period is eligible.",
        ),
        sv="Projektperioden {found} ligger {how} utanför {expected}, den tid då utgifter är stödberättigande enligt "
        "{basis}{later}.",
        en="The project period {found} lies {how} outside {expected}, the time when expenditure is eligible under "
        "{basis}{later}.",
    ),
    Rule(
        code="PER002",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("period", "phases[].period"),
        check=_phases_inside,
        demand=Words("Faserna ligger inom projektperioden.", "The phases lie within the project period."),
        sv="Fasen {name}, {found}, ligger {how} utanför projektperioden {expected}.",
        en="The phase {name}, {found}, lies {how} outside the project period {expected}.",
    ),
    Rule(
        code="PER003",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("period", "duration_months"),
        check=_duration_as_dates,
        demand=Words("Den angivna längden stämmer med datumen.", "The stated length agrees with the dates."),
        sv="Projektets längd anges till {length}, men {period} är {counted}.",
        en="The length of the project is stated as {length}, but {period} is {counted}.",
    ),
    Rule(
        code="PER004",
        severity=Severity.ERROR,
        basis=Ground.CALL,
        reads=(f"{PROGRAMME}.*.longest",),
        needs=("period|duration_months",),
        scope=Words(
            "gäller projekt vars utlysning eller program anger en längsta projekttid",
            "concerns projects whose call or programme states a longest project period",
        ),
        check=_no_longer_than_allowed,
        demand=Words(
            "Projektet pågår inte längre än utlysningen, eller annars programmet, tillåter.",
            "The project lasts no longer than its call, or else its programme, allows.",
        ),
        sv="Projekttiden är {found}; enligt {basis} är den högst {most}.",
        en="The project period is {found}; under {basis} it is at most {most}.",
    ),
    Rule(
        code="PER005",
        severity=Severity.ERROR,
        basis=Ground.CALL,
        needs=("period", "call.start_window"),
        scope=Words(
            "gäller projekt vars utlysning anger när projekt får starta",
            "concerns projects whose call says when projects may start",
        ),
        check=_starts_when_the_call_says,
        demand=Words(
            "Projektet startar inom den tid som utlysningen anger.",
            "The project starts within the time that the call sets for that.",
        ),
        sv="Projektperioden är {found}, men enligt {basis} ska projektet starta inom {expected}.",
        en="The project period is {found}, but under {basis} the project shall start within {expected}.",
    ),
    Rule(
        code="PER006",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("phases[].period",),
        check=_phases_apart,
        demand=Words("Faserna följer på varandra.", "The phases follow one another."),
        sv="Fasen {other}, {found}, börjar innan fasen {one}, {expected}, är slut.",
        en="The phase {other}, {found}, begins before the phase {one}, {expected}, has ended.",
    ),
)
