"""Facts of a project that its fields do not hold but imply: its fund, programming period, owner, and what was decided.

A field of `Project` holds what somebody stated. These functions say what follows from several of them, once for rules,
texts and tables. None means that nobody has said.

Decisions count in order of time, however they are listed. One of which the month or the year alone is known may have
been taken on any day of it, and one without a day on any day at all. Where the days leave the order of two decisions
open, their kinds settle it where they can: an application comes before a ranking, both before a grant or a refusal, a
grant before its amendments, and a closure last. Where neither tells, as of a grant and a refusal of one year, the
answer is `NotKnown`: the order of the list is never taken for the order of time.

>>> from esfmodel import Decision, DecisionKind, Period, Project
>>> granted = Decision(DecisionKind.GRANTED, "2024-06-28")
>>> standing_decision(Project("A", decisions=[granted, Decision(DecisionKind.APPLIED)])) == granted
True
"""

from __future__ import annotations

import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.organisation import Organisation, Role
from esfmodel.values.dates import DateLike, as_date
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from esfmodel.model.claims import Claim
    from esfmodel.model.programme import Fund
    from esfmodel.model.project import Project
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.cci import Cci
    from esfmodel.values.dates import Date
    from esfmodel.values.period import Period
    from esfmodel.values.programming_period import ProgrammingPeriod

T = TypeVar("T")

BINDING: Final = frozenset({DecisionKind.GRANTED, DecisionKind.AMENDED, DecisionKind.CLOSED})
"""The kinds of decision whose terms a project is held to."""

_CHANGING: Final = frozenset({DecisionKind.AMENDED, DecisionKind.CLOSED})
"""The kinds of decision that rest on a grant made before."""

_COMES_BEFORE: Final[Mapping[DecisionKind, frozenset[DecisionKind]]] = MappingProxyType(
    {
        DecisionKind.APPLIED: frozenset(DecisionKind) - {DecisionKind.APPLIED},
        DecisionKind.PRIORITISED: BINDING | {DecisionKind.REJECTED},
        DecisionKind.GRANTED: _CHANGING,
        # A refusal may be of the application or of a later wish to change the grant, so only the closure comes after.
        DecisionKind.REJECTED: frozenset({DecisionKind.CLOSED}),
        DecisionKind.AMENDED: frozenset({DecisionKind.CLOSED}),
        DecisionKind.CLOSED: frozenset(),
    }
)
"""The kinds before which a kind of decision comes where the days leave the order open."""


def fund_of(project: Project) -> Fund | None:
    """Return the fund that the project, its priority, its call or its programme names; None where none names one alone.

    >>> from esfmodel import Fund, Programme, Project
    >>> fund_of(Project("Framtidskraft", programme=Programme(funds=[Fund.ESF_PLUS])))
    <Fund.ESF_PLUS: 'ESF+'>
    """
    for stated in (project, project.priority, project.call):
        if stated is not None and stated.fund is not None:
            return stated.fund
    funds = () if project.programme is None else project.programme.funds
    return funds[0] if len(funds) == 1 else None


def programming_period_of(project: Project) -> ProgrammingPeriod | None:
    """Return the programming period that the project or its programme states, or else that of its CCI.

    None where nobody states it and the year of no CCI lies in one that is known.

    >>> from esfmodel import Project
    >>> print(programming_period_of(Project("Framtidskraft", operation_id="2021SE05SFPR001_23-017-S01")))
    2021-2027
    """
    programme = project.programme
    stated = (project.programming_period, None if programme is None else programme.programming_period)
    by_code = (_begun_in(cci) for cci in ccis_of(project).values())
    return next((period for period in (*stated, *by_code) if period is not None), None)


def _begun_in(cci: Cci) -> ProgrammingPeriod | None:
    try:
        return cci.programming_period
    except NotKnown:
        return None


def ccis_of(project: Project) -> dict[str, Cci]:
    """Return the CCI of the project's programme by each place that states it: field, programme, operation number.

    >>> from esfmodel import Project
    >>> ccis_of(Project("Framtidskraft", operation_id="2021SE05SFPR001_23-017-S01"))
    {'operation_id': Cci("2021SE05SFPR001")}
    """
    programme, number = project.programme, project.operation_id
    stated = {
        "cci": project.cci,
        "programme.cci": None if programme is None else programme.cci,
        "operation_id": None if number is None else number.cci,
    }
    return {place: cci for place, cci in stated.items() if cci is not None}


def owner_of(project: Project) -> Organisation | None:
    """Return the project owner: the beneficiary, or else the one participant in that role.

    >>> from esfmodel import Organisation, Participation, Project, Role
    >>> owner_of(Project("A", partners=[Participation(Organisation("Mora kommun"), Role.OWNER)])).name
    'Mora kommun'
    """
    if project.beneficiary is not None:
        return project.beneficiary
    owners = in_role(project, Role.OWNER)
    return owners[0] if len(owners) == 1 else None


def in_role(project: Project, role: Role) -> list[Organisation]:
    """Return the organisations in a role, each once."""
    return list(dict.fromkeys(part.organisation for part in project.partners if part.role is role))


def standing_decision(project: Project) -> Decision | None:
    """Return the decision that says how the application stands; None before the first.

    That is the last one, or the grant on which an amendment or a closure rests; None where that grant is not listed.
    Where several of one kind may be the last, the answer holds what they agree on. Raises `NotKnown` where a grant and
    a refusal may each be the last.

    >>> from esfmodel import Decision, DecisionKind, Period, Project
    >>> granted = Decision(DecisionKind.GRANTED, "2024-06-01")
    >>> refused = Decision(DecisionKind.REJECTED, Period.of_years(2024))
    >>> standing_decision(Project("Framtidskraft", decisions=[refused, granted]))
    Traceback (most recent call last):
        ...
    esfmodel.errors.NotKnown: nobody has said which came last: granted 2024-06-01 or rejected 2024; state the days
    """
    last = last_of(project.decisions)
    if last and last[0].kind in _CHANGING and len(_kinds(last)) == 1:
        # What was refused on the way, such as a wish to change the grant, changes nothing of it.
        rests_on_a_grant = bool(_kinds(project.decisions) & {DecisionKind.GRANTED, DecisionKind.AMENDED})
        before = [decision for decision in project.decisions if decision.kind not in _CHANGING]
        last = last_of(each for each in before if not rests_on_a_grant or each.kind is DecisionKind.GRANTED)
    return _one_of(last) if last else None


def later_decisions(project: Project) -> tuple[Decision, ...]:
    """Return what became of a grant: the last change of its amount, the last of anything else, and its closure.

    Where several may be the last, each answer holds what they agree on; a change of an amount that nobody can tell is a
    change of something. Nothing came later where something else than a change was decided last.
    """
    last = last_of(project.decisions)
    if not _kinds(last) <= _CHANGING:
        return ()
    granted = last_of(decision for decision in project.decisions if decision.kind is DecisionKind.GRANTED)
    since = min((_days(decision)[0] for decision in granted), default=0)
    changes = [
        decision
        for decision in project.decisions
        if decision.kind is DecisionKind.AMENDED and _days(decision)[1] >= since
    ]
    of_amounts = last_of(decision for decision in changes if _states_an_amount(decision))
    told: list[Decision] = []
    if len({(decision.support, decision.budget) for decision in of_amounts}) == 1:
        told.append(_agreed(of_amounts))
        changes = [decision for decision in changes if not _states_an_amount(decision)]
    if changes:
        told.append(_agreed(last_of(changes)))
    closed = last_of(decision for decision in project.decisions if decision.kind is DecisionKind.CLOSED)
    return (*sorted(told, key=lambda decision: _days(decision)[1]), *([_agreed(closed)] if closed else []))


def decided_support(decision: Decision) -> MoneyLike | None:
    """Return the support that a decision states, itself or by its budget."""
    if decision.support is None and decision.budget is not None:
        return decision.budget.support
    return decision.support


def last_of(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that may each be the last, as far as days and kinds tell; equal ones once.

    >>> from esfmodel import Decision, DecisionKind, Period
    >>> granted = Decision(DecisionKind.GRANTED, Period.of_years(2024))
    >>> amended = Decision(DecisionKind.AMENDED, "2024-06-28")
    >>> last_of([amended, granted]) == (amended,)
    True
    """
    made = tuple(dict.fromkeys(decisions))
    latest = max((_days(decision)[0] for decision in made), default=0)
    possible = [decision for decision in made if _taken_by(decision, made) >= latest]
    kinds = _kinds(possible)
    last = [decision for decision in possible if not kinds & _COMES_BEFORE[decision.kind]]
    return tuple(sorted(last, key=lambda decision: (decision.kind.value, _days(decision))))


def what_stands(decisions: Iterable[Decision], stated: Callable[[Decision], T | None]) -> T | None:
    """Return what the last of the decisions that state something says; None where none states it.

    Raises `NotKnown` where several may be the last and they differ.
    """
    last = last_of(decision for decision in decisions if stated(decision) is not None)
    said = [stated(decision) for decision in last]
    if any(each != said[0] for each in said):
        raise _order_unknown(last)
    return said[0] if said else None


def status_of(project: Project, on: DateLike | None) -> DecisionKind | None:
    """Return the kind of the last decision, by a day or of all; None before the first."""
    last = last_of(project.decisions if on is None else _taken(project, as_date(on, "on")))
    return _one_of(last).kind if last else None


def as_of(project: Project, day: DateLike) -> Project:
    """Return a project with the decisions and claims it had on a day, and the budget and period they left it."""
    on = as_date(day, "day")
    taken = _taken(project, on)
    later = len(taken) < len(project.decisions)
    # What was refused changes nothing of what stood before.
    decided = [decision for decision in taken if decision.kind is not DecisionKind.REJECTED]
    budget, period = (None, None) if later else (project.budget, project.period)
    return attrs.evolve(
        project,
        decisions=taken,
        claims=tuple(claim for claim in project.claims if _is_handed_in(claim, on)),
        budget=what_stands(decided, lambda decision: decision.budget) if budget is None else budget,
        period=what_stands(decided, lambda decision: decision.period) if period is None else period,
    )


def _kinds(decisions: Iterable[Decision]) -> frozenset[DecisionKind]:
    return frozenset(decision.kind for decision in decisions)


def _states_an_amount(decision: Decision) -> bool:
    return decision.support is not None or decision.budget is not None


def _one_of(last: Sequence[Decision]) -> Decision:
    """Return what the decisions that may each be the last agree on; raise where they are of different kinds."""
    if len(_kinds(last)) > 1:
        raise _order_unknown(last)
    return _agreed(last)


def _agreed(decisions: Sequence[Decision]) -> Decision:
    """Return what decisions of one kind have in common."""
    first, *others = decisions
    apart: dict[str, Any] = {
        field.name: field.default
        for field in attrs.fields(Decision)
        if any(getattr(other, field.name) != getattr(first, field.name) for other in others)
    }
    return attrs.evolve(first, **apart)


def _order_unknown(last: Sequence[Decision]) -> NotKnown:
    named = " or ".join(f"{each.kind.value} {_named_day(each.on)}" for each in last)
    return NotKnown(f"nobody has said which came last: {named}; state the days")


def _named_day(when: Date | Period | None) -> str:
    if when is None:
        return "(no day)"
    start, _, end = str(when).partition("/")
    return start if start == end or not end else str(when)


def _days(decision: Decision) -> tuple[int, int]:
    """Return the first and the last day on which a decision may have been taken, counted from the first of all days."""
    if decision.on is None:
        return datetime.date.min.toordinal(), datetime.date.max.toordinal()
    first, last = first_and_last(decision.on)
    return first.toordinal(), last.toordinal()


def _taken_by(decision: Decision, among: Iterable[Decision]) -> int:
    """Return the last day on which a decision may have been taken, given those it usually comes before.

    Where the days say that it came after such a decision all the same, that one says nothing.
    """
    first, last = _days(decision)
    after = (_days(other)[1] for other in among if other.kind in _COMES_BEFORE[decision.kind])
    return min((last, *(day for day in after if day >= first)))


def _taken(project: Project, on: Date) -> tuple[Decision, ...]:
    return tuple(decision for decision in project.decisions if _is_taken(decision, project, on))


def _is_taken(decision: Decision, project: Project, on: Date) -> bool:
    if _taken_by(decision, project.decisions) <= on.toordinal():
        return True
    return _is_past(decision.on, on, f"it was {decision.kind.value}")


def _is_handed_in(claim: Claim, on: Date) -> bool:
    return _is_past(claim.on, on, f"claim {claim.number} was handed in")


def _is_past(when: Date | Period | None, on: Date, what: str) -> bool:
    """Whether a thing had happened by a day, the day itself included."""
    if when is None:
        raise NotKnown(f"nobody has said on which day {what}; give the day to ask about another")
    first, last = first_and_last(when)
    if first <= on < last:
        raise NotKnown(f"whether {what} by {on}, nobody has said: it was some day in {_named_day(when)}")
    return last <= on
