"""What was decided by a day: a project's decisions in order of time, its status, and the project as it stood.

A decision counts on the day it was taken. Of one whose month or year alone is known nobody can say whether it had been
taken on a day within, and of one without any day never: then the answer is `NotKnown`, and no guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model.decision import DecisionKind
from esfmodel.values._dates import Date, DateLike, as_date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.model.claims import Claim
    from esfmodel.model.decision import Decision
    from esfmodel.model.project import Project


def in_order_of_time(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Order decisions by the last day each can have been taken; one without a day follows the one listed before it."""
    keys: list[Date] = []
    for decision in decisions:
        last = _last_day(decision.on)
        keys.append(last if last is not None else keys[-1] if keys else Date(1, 1, 1))
    return tuple(decision for _, decision in sorted(zip(keys, decisions, strict=True), key=lambda pair: pair[0]))


def status_of(project: Project, on: DateLike | None) -> DecisionKind | None:
    """Give the kind of the last decision, by a day or of all; None before the first."""
    taken = _taken(project, None if on is None else as_date(on, "on"))
    return taken[-1].kind if taken else None


def as_of(project: Project, day: DateLike) -> Project:
    """Give a project with the decisions and claims it had on a day, and the budget and period they left it."""
    on = as_date(day, "day")
    taken = _taken(project, on)
    later = len(taken) < len(project.decisions)
    # What was refused changes nothing of what stood before.
    decided = [decision for decision in reversed(taken) if decision.kind is not DecisionKind.REJECTED]
    budget = next((decision.budget for decision in decided if decision.budget is not None), None)
    period = next((decision.period for decision in decided if decision.period is not None), None)
    return attrs.evolve(
        project,
        decisions=tuple(decision for decision in project.decisions if decision in taken),
        claims=tuple(claim for claim in project.claims if _is_handed_in(claim, on)),
        budget=budget if later or project.budget is None else project.budget,
        period=period if later or project.period is None else project.period,
    )


def _taken(project: Project, on: Date | None) -> tuple[Decision, ...]:
    ordered = in_order_of_time(project.decisions)
    return ordered if on is None else tuple(decision for decision in ordered if _is_taken(decision, on))


def _is_taken(decision: Decision, on: Date) -> bool:
    return _is_past(decision.on, on, f"it was {decision.kind.value}")


def _is_handed_in(claim: Claim, on: Date) -> bool:
    return _is_past(claim.on, on, f"claim {claim.number} was handed in")


def _is_past(when: Date | Period | None, on: Date, what: str) -> bool:
    """Whether a thing had happened by a day, the day itself included."""
    first, last = _first_day(when), _last_day(when)
    if first is None or last is None:
        raise NotKnown(f"nobody has said on which day {what}; give the day to ask about another")
    if first <= on < last:
        raise NotKnown(f"whether {what} by {on}, nobody has said: it was some day in {when}")
    return last <= on


def _first_day(on: Date | Period | None) -> Date | None:
    return on.start if isinstance(on, Period) else on


def _last_day(on: Date | Period | None) -> Date | None:
    return on.end if isinstance(on, Period) else on
