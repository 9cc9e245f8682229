"""Family PER, when a project takes place: the window of its programming period, its phases, its stated length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.rules._call_time import CALL_TIME
from esfmodel.rules._days import Where, ends_of, where
from esfmodel.rules._eligible_time import COMMON_WINDOW, has_the_common_window, may_be_extended, window_of
from esfmodel.rules._facts import PROGRAMMING_PERIOD, known, programming_period_of
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

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
    period, programming_period = _stated_period(project), programming_period_of(project)
    window, provision = window_of(project, context, programming_period, period.start)
    lies = where(period, window)
    if lies is Where.INSIDE:
        return
    after = period.start is not None and period.start > window.end
    doubtful = lies is Where.PARTLY or (after and may_be_extended(period.start, context, programming_period))
    yield context.finding(
        "period",
        expected=window,
        found=period,
        severity=Severity.WARNING if doubtful else Severity.ERROR,
        basis=provision,
        how=lies.value,
    )


def _phases_inside(project: Project, context: Context) -> Iterator[Finding]:
    """Each phase lies within the project period."""
    period = _whole_period(project)
    for index, phase in enumerate(project.phases):
        phase_period = known(phase.period, _NO_PERIOD)
        lies = where(phase_period, period)
        if lies is not Where.INSIDE:
            yield context.finding(
                f"phases[{index}].period", expected=period, found=phase_period, name=phase.name, how=lies.value
            )


def _duration_as_dates(project: Project, context: Context) -> Iterator[Finding]:
    """The length stated in months is that of the dates; a part of a month may have been counted as one."""
    period = _whole_period(project)
    months = known(period.months, _NO_DAYS)
    stated = known(project.duration_months, Words("längden är inte angiven", "the length is not stated"))
    whole = Period.of_months(period.start, months) == attrs.evolve(period, precision="day") if months else False
    if stated != months and (whole or stated != months + 1):
        yield context.finding("duration_months", expected=months, found=stated, period=period)


def _phases_apart(project: Project, context: Context) -> Iterator[Finding]:
    """No phase begins before the one before it has ended."""
    stated = [(known(phase.period, _NO_PERIOD), index) for index, phase in enumerate(project.phases)]
    doubtful = False
    (before, first), *rest = sorted(stated, key=lambda phase: (phase[0].start, phase[0].end))
    for after, second in rest:
        _, latest_start, earliest_end, latest_end = ends_of(before)
        start, starts_by, ends_from, _ = ends_of(after)
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
        if after.end > before.end:
            before, first = after, second
    if doubtful:
        raise NotKnown(_NO_DAYS)


PER: Final = (
    Rule(
        code="PER001",
        severity=Severity.ERROR,
        basis="eligibility",
        needs=("period", PROGRAMMING_PERIOD),
        applies=has_the_common_window,
        scope=COMMON_WINDOW,
        check=_inside_the_window,
        demand=Words(
            "Projektperioden ligger inom den tid då programperiodens utgifter är stödberättigande.",
            "The project period lies within the time when expenditure of the programming period is eligible.",
        ),
        sv="Projektperioden {found} ligger {how} utanför {expected}, den tid då utgifter är stödberättigande enligt "
        "{basis}.",
        en="The project period {found} lies {how} outside {expected}, the time when expenditure is eligible under "
        "{basis}.",
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
        sv="Projektet sägs pågå i {found} månader, men {period} är {expected} hela månader.",
        en="The project is said to last {found} months, but {period} is {expected} whole months.",
    ),
    *CALL_TIME,
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
