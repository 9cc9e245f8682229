"""Examples of family PER: projects and phases outside their window, or of the wrong length."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import Call, Decision, DecisionKind, Phase, Project
from esfmodel.rules import known
from esfmodel.rules.shared.days import earliest_and_latest
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, period_of
from esfmodel.values.dates import MonthEnd
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.law import Law


def _shifted(period: Period, years: int) -> Period:
    """Move a period to earlier years; its length in months stays."""
    after = period.end.add(days=1)
    start, end = period.start.subtract(years=years), after.subtract(years=years).subtract(days=1)
    return Period(start, end, period.precision)


def _outside_the_window(project: Project, _law: Law) -> Project:
    period, first = period_of(project), programming_period_of(project).first
    years = period.end.year - first + 2
    phases = tuple(
        phase if phase.period is None else attrs.evolve(phase, period=_shifted(phase.period, years))
        for phase in project.phases
    )
    return attrs.evolve(project, period=_shifted(period, years), phases=phases)


def _phase_outside(project: Project, _law: Law) -> Project:
    day_after = period_of(project).end.add(days=1)
    return attrs.evolve(project, phases=(*project.phases, Phase("Efterarbete", Period(day_after, day_after))))


def _duration_unlike_dates(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, duration_months=known(period_of(project).months) + 2)


def _phase_at_once(project: Project, _law: Law) -> Project:
    first = known(next((phase.period for phase in project.phases), None))
    return attrs.evolve(project, phases=(*project.phases, Phase("Samtidigt", Period(first.start, first.start))))


def _with_room(project: Project, _law: Law) -> Project:
    months = known(period_of(project).months)
    return attrs.evolve(project, call=attrs.evolve(project.call or Call(), longest_months=months + 1))


def _a_day_too_long(project: Project, _law: Law) -> Project:
    period = period_of(project)
    longest = known(period.months) or 1
    allowed = Period.of_months(period.start, longest, month_end=MonthEnd.OVERFLOW)
    return attrs.evolve(
        project,
        period=Period(period.start, max(period.end, allowed.end.add(days=1))),
        call=attrs.evolve(project.call or Call(), longest_months=longest),
        decisions=_as_granted(project),
    )


def _as_granted(project: Project) -> tuple[Decision, ...]:
    """Return the decisions on a project without those that changed it."""
    return tuple(decision for decision in project.decisions if decision.kind is not DecisionKind.AMENDED)


def _open_to_the_start(project: Project, _law: Law) -> Project:
    first, latest, _, _ = earliest_and_latest(period_of(project))
    return attrs.evolve(project, call=attrs.evolve(project.call or Call(), start_window=Period(first, latest)))


def _start_after_the_window(project: Project, _law: Law) -> Project:
    before = period_of(project).start.subtract(days=1)
    call = attrs.evolve(project.call or Call(), start_window=Period(before.subtract(months=1), before))
    return attrs.evolve(project, call=call, decisions=_as_granted(project))


def _applied_at_the_start(project: Project, _law: Law) -> Project:
    applied = Decision(DecisionKind.APPLIED, period_of(project).start)
    return attrs.evolve(project, decisions=(*project.decisions, applied))


def _applied_after_the_end(project: Project, _law: Law) -> Project:
    applied = Decision(DecisionKind.APPLIED, period_of(project).end.add(days=1))
    return attrs.evolve(project, decisions=(applied,))


PER: Final = MappingProxyType(
    {
        "PER001": RuleExample(broken=_outside_the_window),
        "PER002": RuleExample(broken=_phase_outside),
        "PER003": RuleExample(broken=_duration_unlike_dates),
        "PER004": RuleExample(ok=_with_room, broken=_a_day_too_long, consequences=("PER001",)),
        "PER005": RuleExample(ok=_open_to_the_start, broken=_start_after_the_window),
        "PER006": RuleExample(broken=_phase_at_once),
        "PER007": RuleExample(ok=_applied_at_the_start, broken=_applied_after_the_end),
    }
)
