"""What a project says of its grant, in the order in which it happened."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.claims import Claim
    from esfmodel.model.ledger_events import AdvancePayment, Event
    from esfmodel.model.project import Project
    from esfmodel.values.dates import Date
    from esfmodel.values.period import Period


def grant_of(project: Project) -> Decision:
    """Give the decision that granted, with the project's own budget where it holds none and nothing was amended."""
    granted = [decision for decision in project.decisions if decision.kind is DecisionKind.GRANTED]
    if not granted:
        raise NotKnown("no decision of the project grants anything")
    if len(granted) > 1:
        raise InvalidValue("decisions", len(granted), "decisions grant support", "make a ledger for each grant")
    amended = any(decision.kind is DecisionKind.AMENDED for decision in project.decisions)
    if granted[0].budget is not None or project.budget is None or amended:
        return granted[0]
    return attrs.evolve(granted[0], budget=project.budget)


def events_of(project: Project, advances: Sequence[AdvancePayment]) -> tuple[Event, ...]:
    """Put claims in the order of their numbers, and what else happened after the last claim of an earlier day.

    An advance without a day comes first. On one day, a decision and an advance come before a claim.
    """
    claims = sorted(project.claims, key=lambda claim: claim.number)
    others: list[AdvancePayment | Decision] = [
        *advances,
        *_in_order_of_time([each for each in project.decisions if each.kind is DecisionKind.AMENDED]),
    ]
    between: list[list[AdvancePayment | Decision]] = [[] for _ in range(len(claims) + 1)]
    for other in sorted(others, key=_last_day):
        between[_claims_before(other, claims)].append(other)
    closing = [decision for decision in project.decisions if decision.kind is DecisionKind.CLOSED]
    pairs = zip(claims, between[1:], strict=True)
    return (*between[0], *(event for claim, after in pairs for event in (claim, *after)), *closing)


def _in_order_of_time(amendments: list[Decision]) -> list[Decision]:
    """Order amendments by their days; what the list says of the order counts for nothing."""
    ordered = sorted(amendments, key=_last_day)
    for earlier, later in pairwise(ordered):
        if earlier.on is None or later.on is None or first_and_last(later.on)[0] <= first_and_last(earlier.on)[1]:
            raise NotKnown("nobody has said which of two amendments of the grant came first; state their days")
    return ordered


def _last_day(event: AdvancePayment | Decision) -> tuple[int, int, int]:
    if event.on is None:
        return 0, 0, 0
    _, day = first_and_last(event.on)
    return day.year, day.month, day.day


def _claims_before(other: AdvancePayment | Decision, claims: Sequence[Claim]) -> int:
    if other.on is None:
        if isinstance(other, Decision) and claims:
            raise NotKnown("nobody has said on which day the grant was amended, before or after which claim")
        return 0
    before = [_is_before(claim.on, other.on) for claim in claims]
    return max((index + 1 for index, is_before in enumerate(before) if is_before), default=0)


def _is_before(earlier: Date | Period | None, later: Date | Period) -> bool:
    """Whether something happened before the day of a decision or an advance."""
    if earlier is None:
        raise NotKnown("nobody has said on which day each claim was handed in, before or after the grant was changed")
    first, last = first_and_last(earlier)
    since, until = first_and_last(later)
    if last < since:
        return True
    if first >= until:
        return False
    raise NotKnown(f"nobody has said whether what happened in {earlier} came before what happened in {later}")
