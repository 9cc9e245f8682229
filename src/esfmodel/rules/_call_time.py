"""Family PER, when the call and the programme let a project take place: its longest time and its start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import DecisionKind, Project
from esfmodel.rules._days import Where, ends_of, where
from esfmodel.rules._facts import is_programme_of, known
from esfmodel.rules._lengths import longer_than
from esfmodel.rules.finding import Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

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
    """Give the longest time in months that the call allows, or else the programme, and the provision if it is one."""
    if project.call is not None and project.call.longest_months is not None:
        return project.call.longest_months, None
    rows = [row for row in context.law.provisions if _is_longest_of(project, row)]
    counting = [row for row in rows if context.on is None or row.in_force(context.on)]
    if len(counting) != 1:
        raise NotKnown(_NO_LONGEST)
    return counting[0].value_as(int), counting[0]


def _is_longest_of(project: Project, row: Provision) -> bool:
    """Whether a row is the longest time, in months, that the project's programme allows; a CCI may lack its number."""
    family, _, rest = row.key.partition(".")
    programme, _, limit = rest.partition(".")
    is_limit = (family, limit, row.unit) == ("programme", "longest", "months")
    return is_limit and is_programme_of(project, programme)


def _gravity(project: Project) -> Severity:
    """Tell how grave it is to depart from the call: a later decision may have allowed it."""
    amended = any(decision.kind is DecisionKind.AMENDED for decision in project.decisions)
    return Severity.WARNING if amended else Severity.ERROR


def _length(project: Project, months: int) -> tuple[str, object, bool]:
    """Give where the project's length is stated, the length, and whether it is more than so many months."""
    period, stated = project.period, project.duration_months
    if isinstance(period, Period):
        try:
            return "period", period, longer_than(period, months)
        except NotKnown:
            if stated is None:
                raise
    length = known(stated, _NO_LENGTH)
    return "duration_months", Words(f"{length} månader", f"{length} months"), length > months


def _no_longer_than_allowed(project: Project, context: Context) -> Iterator[Finding]:
    """A project lasts no longer than its call allows, or where the call is silent its programme."""
    months, provision = _longest(project, context)
    place, length, longer = _length(project, months)
    if longer:
        yield context.finding(place, expected=months, found=length, severity=_gravity(project), basis=provision)


def _start(project: Project) -> Period:
    """Give the days on which the project may start."""
    if isinstance(project.period, Period):
        first, latest, _, _ = ends_of(project.period)
        return Period(first, latest)
    start = known(None if project.period is None else project.period.start, _NO_START)
    return Period(start, start)


def _starts_when_the_call_says(project: Project, context: Context) -> Iterator[Finding]:
    """A project starts within the time that its call sets for that."""
    window = known(None if project.call is None else project.call.start_window, _NO_WINDOW)
    lies = where(_start(project), window)
    if lies is Where.PARTLY:
        raise NotKnown(_NO_START)
    if lies is Where.WHOLLY:
        yield context.finding("period", expected=window, found=project.period, severity=_gravity(project))


CALL_TIME: Final = (
    Rule(
        code="PER004",
        severity=Severity.ERROR,
        basis=Ground.CALL,
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
        sv="Projekttiden är {found}; enligt {basis} är den högst {expected} månader.",
        en="The project period is {found}; under {basis} it is at most {expected} months.",
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
        en="The project period is {found}, but under {basis} the project starts within {expected}.",
    ),
)
