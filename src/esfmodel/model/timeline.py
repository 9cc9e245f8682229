"""What was decided by a day: a project's decisions in order of time, its status, and the project as it stood.

A decision counts on the day it was taken. Of one whose month or year alone is known nobody can say whether it had been
taken on a day within, and of one without any day never: then the answer is `NotKnown`, and no guess.
"""

from __future__ import annotations

import heapq
from collections import deque
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model._when import first_and_last
from esfmodel.model.decision import DecisionKind
from esfmodel.values._dates import Date, DateLike, as_date

if TYPE_CHECKING:
    from esfmodel.model.claims import Claim
    from esfmodel.model.decision import Decision
    from esfmodel.model.project import Project
    from esfmodel.values.period import Period


def in_order_of_time(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Order decisions by the days on which they were taken.

    Where nobody can say which of two came first, as of one taken in 2024 and one in June 2024, they stay as they are
    listed; one without a day follows the one listed before it.
    """
    days: list[tuple[Date, Date]] = []
    for decision in decisions:
        before = days[-1] if days else (Date(1, 1, 1), Date(1, 1, 1))
        days.append(before if decision.on is None else first_and_last(decision.on))
    by_first = deque(sorted(range(len(days)), key=lambda place: days[place][0]))
    by_last = deque(sorted(range(len(days)), key=lambda place: days[place][1]))
    ordered: list[int] = []
    put: set[int] = set()
    ready: list[int] = []
    while by_last:
        # What began after another had ended waits for it; of the others, the one listed first is next.
        while by_first and days[by_first[0]][0] <= days[by_last[0]][1]:
            heapq.heappush(ready, by_first.popleft())
        ordered.append(heapq.heappop(ready))
        put.add(ordered[-1])
        while by_last and by_last[0] in put:
            by_last.popleft()
    return tuple(decisions[place] for place in ordered)


def status_of(project: Project, on: DateLike | None) -> DecisionKind | None:
    """Give the kind of the last decision, by a day or of all; None before the first."""
    taken = project.decisions if on is None else _taken(project, as_date(on, "on"))
    return in_order_of_time(taken)[-1].kind if taken else None


def as_of(project: Project, day: DateLike) -> Project:
    """Give a project with the decisions and claims it had on a day, and the budget and period they left it."""
    on = as_date(day, "day")
    taken = _taken(project, on)
    later = len(taken) < len(project.decisions)
    # What was refused changes nothing of what stood before.
    decided = [decision for decision in reversed(in_order_of_time(taken)) if decision.kind is not DecisionKind.REJECTED]
    budget = next((decision.budget for decision in decided if decision.budget is not None), None)
    period = next((decision.period for decision in decided if decision.period is not None), None)
    return attrs.evolve(
        project,
        decisions=taken,
        claims=tuple(claim for claim in project.claims if _is_handed_in(claim, on)),
        budget=budget if later or project.budget is None else project.budget,
        period=period if later or project.period is None else project.period,
    )


def _taken(project: Project, on: Date) -> tuple[Decision, ...]:
    return tuple(decision for decision in project.decisions if _is_taken(decision, on))


def _is_taken(decision: Decision, on: Date) -> bool:
    return _is_past(decision.on, on, f"it was {decision.kind.value}")


def _is_handed_in(claim: Claim, on: Date) -> bool:
    return _is_past(claim.on, on, f"claim {claim.number} was handed in")


def _is_past(when: Date | Period | None, on: Date, what: str) -> bool:
    """Whether a thing had happened by a day, the day itself included."""
    if when is None:
        raise NotKnown(f"nobody has said on which day {what}; give the day to ask about another")
    first, last = first_and_last(when)
    if first <= on < last:
        start, _, end = str(when).partition("/")
        raise NotKnown(f"whether {what} by {on}, nobody has said: it was some day in {start if start == end else when}")
    return last <= on
