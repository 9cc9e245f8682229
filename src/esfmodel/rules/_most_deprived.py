"""Priorities for those most in need: they have one rate of the Union, the same in every category of region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import Fund, Portfolio, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules._facts import known
from esfmodel.rules._priorities import grouped, raise_open
from esfmodel.rules.finding import Severity
from esfmodel.rules.words import Words, reason_of
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules._priorities import PriorityGroup
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

ONE_RATE: Final = "co-financing.rate.most-deprived"
"""The key of the rate."""

_MATERIAL: Final = "m"
"""The point of the specific objective of addressing material deprivation."""

OBJECTIVES: Final = frozenset({"l", _MATERIAL})
"""The points of the list of specific objectives of the ESF+ that such a priority is dedicated to."""

_POINT = re.compile(r"\(?([a-z])\)?|.*\(([a-z])\)", re.IGNORECASE | re.ASCII)
_BELOW = Words("under", "below")
_ABOVE = Words("över", "above")
_NO_AMOUNTS = Words("beloppen är inte kända", "the amounts are not known")


def is_for_most_deprived(fund: Fund | None, objectives: frozenset[str]) -> bool:
    """Whether a priority of a fund, with these specific objectives, is dedicated to those most in need.

    >>> is_for_most_deprived(Fund.ESF_PLUS, frozenset({"l", "(m)"})), is_for_most_deprived(None, frozenset())
    (True, False)
    """
    points = {_point(objective) for objective in objectives}
    return fund in (None, Fund.ESF_PLUS) and bool(points) and points <= OBJECTIVES


def is_material_assistance(project: Project) -> bool:
    """Whether a project is under the specific objective of addressing material deprivation, point (m), alone."""
    own = project.specific_objective
    points = {_point(objective) for objective in (objectives_of(project) if own is None else [own])}
    return fund_of(project) is Fund.ESF_PLUS and points == {_MATERIAL}


def _point(objective: str) -> str | None:
    """Give the letter under which the regulation lists an objective."""
    found = _POINT.fullmatch(objective.strip())
    return None if found is None else found[found.lastindex or 0].lower()


def objectives_of(project: Project) -> frozenset[str]:
    """Give the specific objectives that the project's priority names."""
    return frozenset() if project.priority is None else frozenset(project.priority.specific_objectives)


def may_be_for_most_deprived(portfolio: Portfolio) -> bool:
    """Whether some priority of a portfolio is, or may be, dedicated to those most in need."""
    return not portfolio.projects or any(
        fund_of(project) in (None, Fund.ESF_PLUS) and (not objectives or is_for_most_deprived(None, objectives))
        for project in portfolio.projects
        for objectives in [objectives_of(project)]
    )


def at_the_one_rate(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The Union's share of a priority for those most in need is the one rate there is, save for parts of a krona.

    Each operation may have had its part cut or rounded to a whole krona. Above the rate is an error. Below it is a
    warning: the rate is that of the priority, and its other operations may be elsewhere.
    """
    groups, open_questions = grouped(portfolio, (Fund.ESF_PLUS,))
    for group in groups:
        try:
            if not group.objectives or is_for_most_deprived(group.fund, group.objectives):
                yield from _judged(group, context)
        except (NotKnown, NotInForce) as error:
            open_questions.append(reason_of(error))
    raise_open(open_questions)


def _judged(group: PriorityGroup, context: Context) -> Iterator[Finding]:
    if not group.objectives:
        raise NotKnown(
            Words(
                f"de specifika målen för prioritering {group.code} är inte kända",
                f"the specific objectives of priority {group.code} are not known",
            )
        )
    if group.base is None:
        raise NotKnown(
            Words(
                f"vad satsen för prioritering {group.code} är en andel av är inte känt",
                f"what the rate of priority {group.code} is a share of is not known",
            )
        )
    row = context.provision(ONE_RATE, group.programming_period)
    rate, shares = row.value_as(Rate), group.shares
    excess = known(shares.excess(rate), _NO_AMOUNTS)
    slack = Money(len(group.projects), shares.currency)
    above = excess > slack
    if above or excess < -slack:
        yield context.finding(
            f"projects[{group.index}].priority",
            expected=rate,
            found=shares.known,
            difference=excess.known or excess,
            severity=Severity.ERROR if above else Severity.WARNING,
            basis=row,
            priority=group.code,
            projects=len(group.projects),
            side=_ABOVE if above else _BELOW,
        )
