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

from typing import TYPE_CHECKING

from esfmodel.errors import NotKnown
from esfmodel.model.decision import (
    CHANGING,
    Decision,
    DecisionKind,
    days_of,
    kinds_of,
    last_of,
    one_of_the_last,
    what_all_say,
)
from esfmodel.model.organisation import Organisation, Role

if TYPE_CHECKING:
    from esfmodel.model.programme import Fund
    from esfmodel.model.project import Project
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.cci import Cci
    from esfmodel.values.programming_period import ProgrammingPeriod


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
    if last and last[0].kind in CHANGING and len(kinds_of(last)) == 1:
        # What was refused on the way, such as a wish to change the grant, changes nothing of it.
        rests_on_a_grant = bool(kinds_of(project.decisions) & {DecisionKind.GRANTED, DecisionKind.AMENDED})
        before = [decision for decision in project.decisions if decision.kind not in CHANGING]
        last = last_of(each for each in before if not rests_on_a_grant or each.kind is DecisionKind.GRANTED)
    return one_of_the_last(last) if last else None


def later_decisions(project: Project) -> tuple[Decision, ...]:
    """Return what became of a grant: the last change of its amount, the last of anything else, and its closure.

    Where several may be the last, each answer holds what they agree on; a change of an amount that nobody can tell is a
    change of something. Nothing came later where something else than a change was decided last.
    """
    last = last_of(project.decisions)
    if not kinds_of(last) <= CHANGING:
        return ()
    granted = last_of(decision for decision in project.decisions if decision.kind is DecisionKind.GRANTED)
    since = min((days_of(decision)[0] for decision in granted), default=0)
    changes = [
        decision
        for decision in project.decisions
        if decision.kind is DecisionKind.AMENDED and days_of(decision)[1] >= since
    ]
    of_amounts = last_of(decision for decision in changes if _states_an_amount(decision))
    told: list[Decision] = []
    if len({(decision.support, decision.budget) for decision in of_amounts}) == 1:
        told.append(what_all_say(of_amounts))
        changes = [decision for decision in changes if not _states_an_amount(decision)]
    if changes:
        told.append(what_all_say(last_of(changes)))
    closed = last_of(decision for decision in project.decisions if decision.kind is DecisionKind.CLOSED)
    return (*sorted(told, key=lambda decision: days_of(decision)[1]), *([what_all_say(closed)] if closed else []))


def decided_support(decision: Decision) -> MoneyLike | None:
    """Return the support that a decision states, itself or by its budget."""
    if decision.support is None and decision.budget is not None:
        return decision.budget.support
    return decision.support


def _states_an_amount(decision: Decision) -> bool:
    return decision.support is not None or decision.budget is not None
