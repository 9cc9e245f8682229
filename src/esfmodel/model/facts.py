"""Facts that follow from several fields of a project: its fund, programming period, owner, and decisions in force.

Rules, texts and tables share these functions. None means that the fact is not stated.

Decisions count in order of time, not in that of the list. A decision with only a month or a year may have been taken on
any day of it, and one without a day on any day at all. Where the days leave the order of two decisions open, their
kinds may settle it: an application comes before a ranking, both before a grant or a rejection, a grant before its
amendments, and a closure last. Else, as for a grant and a rejection of one year, the answer is `NotKnown`.

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
from esfmodel.values.field_type import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.model.programme import CategoryOfRegion
    from esfmodel.model.project import Project
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.cci import Cci
    from esfmodel.values.fund import Fund
    from esfmodel.values.money import Rate
    from esfmodel.values.programming_period import ProgrammingPeriod


@kept
def fund_of(project: Project) -> Fund | None:
    """Return the fund that the project, its priority, its call or its programme names; None unless one names just one.

    >>> from esfmodel import Fund, Programme, Project
    >>> fund_of(Project("Framtidskraft", programme=Programme(funds=[Fund.ESF_PLUS])))
    <Fund.ESF_PLUS: 'ESF+'>
    """
    if project.fund is not None:
        return project.fund
    for stated in (project.priority, project.call):
        if stated is not None and stated.fund is not None:
            return stated.fund
    funds = () if project.programme is None else project.programme.funds
    return funds[0] if len(funds) == 1 else None


def category_of(project: Project) -> CategoryOfRegion | None:
    """Return the category of region to which the project's expenditure is allocated, as stated.

    That is its own, or the only one of its priority; it is never derived from a place.

    >>> from esfmodel import CategoryOfRegion, Priority, Project
    >>> category_of(Project("A", priority=Priority("A", category_of_region=CategoryOfRegion.TRANSITION))).value
    'transition'
    """
    if project.category_of_region is not None or project.priority is None:
        return project.category_of_region
    stated = project.priority.categories_of_region
    return stated[0] if len(stated) == 1 else None


def decided_rate_of(project: Project) -> Rate | None:
    """Return the Union's rate that is decided for the project's priority in its category of region.

    >>> from esfmodel import Priority, Project, Rate
    >>> decided_rate_of(Project("A", priority=Priority("A", eu_rate=Rate.of_percent(40))))
    Rate.of_percent("40")
    """
    return None if project.priority is None else project.priority.rate_for(category_of(project))


@kept
def programming_period_of(project: Project) -> ProgrammingPeriod | None:
    """Return the programming period that the project or its programme states, or else that of its CCI.

    None where neither states it and no CCI has a year in a known programming period.

    >>> from esfmodel import Project
    >>> print(programming_period_of(Project("Framtidskraft", operation_id="2021SE05SFPR001_23-017-S01")))
    2021-2027
    """
    programme = project.programme
    stated = (project.programming_period, None if programme is None else programme.programming_period)
    by_code = (_begun_in(cci) for cci in _ccis_of(project).values())
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
    return dict(_ccis_of(project))


@kept
def _ccis_of(project: Project) -> Mapping[str, Cci]:
    programme, number = project.programme, project.operation_id
    stated = {
        "cci": project.cci,
        "programme.cci": None if programme is None else programme.cci,
        "operation_id": None if number is None else number.cci,
    }
    return {place: cci for place, cci in stated.items() if cci is not None}


@kept
def is_interreg(project: Project) -> bool:
    """Whether the project's programme is one of several countries, by its CCI.

    >>> from esfmodel import Project
    >>> is_interreg(Project("Över gränsen", cci="2021TC16RFCB033")), is_interreg(Project("Framtidskraft"))
    (True, False)
    """
    return any(cci.country is None for cci in _ccis_of(project).values())


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


@kept
def standing_decision(project: Project) -> Decision | None:
    """Return the decision that gives the status of the application; None before the first.

    That is the last one, or the grant that an amendment or a closure changes; None where that grant is not listed.
    Where several of one kind may be the last, the answer holds what they agree on. Raises `NotKnown` where a grant and
    a rejection may each be the last.

    >>> from esfmodel import Decision, DecisionKind, Period, Project
    >>> granted = Decision(DecisionKind.GRANTED, Period.of_years(2024))
    >>> refused = Decision(DecisionKind.REJECTED, Period.of_years(2024))
    >>> standing_decision(Project("Framtidskraft", decisions=[refused, granted]))
    Traceback (most recent call last):
        ...
    esfmodel.errors.NotKnown: which came last is not stated: grant, rejection (days: 2024, 2024); state the days
    """
    last = last_of(project.decisions)
    if last and last[0].kind in CHANGING and len(kinds_of(last)) == 1:
        # A rejected request to change the grant leaves the grant in force.
        rests_on_a_grant = bool(kinds_of(project.decisions) & {DecisionKind.GRANTED, DecisionKind.AMENDED})
        before = [decision for decision in project.decisions if decision.kind not in CHANGING]
        last = last_of(each for each in before if not rests_on_a_grant or each.kind is DecisionKind.GRANTED)
    return one_of_the_last(last) if last else None


def later_decisions(project: Project) -> tuple[Decision, ...]:
    """Return the later decisions on a grant: the last change of its amount, the last other change, and the closure.

    Where several may be the last, each answer holds what they agree on; where they differ in amount, they count as
    other changes. Empty where the last decision is no change of a grant.
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
    later: list[Decision] = []
    if len({(decision.support, decision.budget) for decision in of_amounts}) == 1:
        later.append(what_all_say(of_amounts))
        changes = [decision for decision in changes if not _states_an_amount(decision)]
    if changes:
        later.append(what_all_say(last_of(changes)))
    closed = last_of(decision for decision in project.decisions if decision.kind is DecisionKind.CLOSED)
    return (*sorted(later, key=lambda decision: days_of(decision)[1]), *([what_all_say(closed)] if closed else []))


def decided_support(decision: Decision) -> MoneyLike | None:
    """Return the support that a decision states, or else the support of its budget."""
    if decision.support is None and decision.budget is not None:
        return decision.budget.support
    return decision.support


def _states_an_amount(decision: Decision) -> bool:
    return decision.support is not None or decision.budget is not None
