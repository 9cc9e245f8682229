"""Family POR, many projects together: the level that the ceilings on the Union's share bind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import Contribution, ContributionBase, Funder, FundingSource, Portfolio, Project
from esfmodel.rules._ceilings import CEILING, FUNDS, SCOPE, highest, ordinary, temporary
from esfmodel.rules._facts import fund_of
from esfmodel.rules._priorities import grouped
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words, reason_of
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.rules._priorities import PriorityGroup
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_NO_DOUBT = Words("", "")
_SPECIAL = Words(
    " Ett högre tak gäller för vissa regioner i kategorin; kontrollera om det är en sådan.",
    " A higher ceiling counts for some regions of the category; check whether this is one.",
)
_OWN_RATE = Words(
    " Prioriteringens egen sats är inte angiven; kontrollera om den har ett särskilt tak, som för social innovation.",
    " The priority's own rate is not stated; check whether it has a special ceiling, as for social innovation.",
)
_TEMPORARY = Words(
    " För utgifter som redovisats vissa år gällde ett högre tak; kontrollera om det är sådana.",
    " For expenditure declared in certain years a higher ceiling counted; check whether this is such.",
)
_ANY_FUND = Words(
    " Fonden är inte angiven; andra fonder har andra tak.", " The fund is not stated; other funds have other ceilings."
)


def _some_fund_concerned(portfolio: Portfolio) -> bool:
    return not portfolio.projects or any(fund_of(project) in (None, *FUNDS) for project in portfolio.projects)


def _within_the_ceiling(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The Union's share of all projects of a priority together is at most the ceiling for its category of region."""
    groups, open_questions = grouped(portfolio, FUNDS)
    for group in groups:
        try:
            yield from _judged(group, context)
        except (NotKnown, NotInForce) as error:
            open_questions.append(reason_of(error))
    if open_questions:
        first, *more = open_questions
        raise NotKnown(
            Words(f"{first.sv} (och {len(more)} till)", f"{first.en} (and {len(more)} more)") if more else first
        )


def _judged(group: PriorityGroup, context: Context) -> Iterator[Finding]:
    usual = ordinary(context, group.category, group.programming_period)
    most = highest(context, group.category, group.programming_period)
    if _is_above(group.eu_rate, most):
        raise NotKnown(
            Words(
                f"prioritering {group.code} har en egen sats, {group.eu_rate:sv}, över det vanliga taket",
                f"priority {group.code} has a rate of its own, {group.eu_rate:en}, above the ordinary ceiling",
            )
        )
    if group.eu_rate is not None and not _is_above(group.eu_rate, usual):
        # The decision on the programme has applied the ordinary ceiling.
        most = usual
    shares = group.shares
    if shares.highest is not None and not _is_above(shares.highest, usual) and group.base is not None:
        return
    exceeded = next((row for row in (most, usual) if _is_above(shares.lowest, row)), None)
    if exceeded is None:
        raise NotKnown(
            Words(
                f"om prioritering {group.code} ligger under taket beror på uppgifter som saknas",
                f"whether priority {group.code} is below the ceiling depends on what is not stated",
            )
        )
    doubt = _doubt(group, context, exceeded, most)
    yield context.finding(
        f"projects[{group.index}].priority",
        expected=exceeded.value_as(Rate),
        found=shares.known,
        difference=shares.beyond(exceeded.value_as(Rate)),
        severity=Severity.ERROR if doubt is _NO_DOUBT else Severity.WARNING,
        basis=exceeded,
        priority=group.code,
        projects=len(group.projects),
        base=_BASES[group.base],
        doubt=doubt,
    )


_BASES = {
    ContributionBase.TOTAL: Words("de totala bidragen", "the total contribution"),
    ContributionBase.PUBLIC: Words("de offentliga bidragen", "the public contribution"),
    None: Words("de totala bidragen", "the total contribution"),
}


def _is_above(rate: Rate | None, ceiling: Provision) -> bool:
    return rate is not None and rate > ceiling.value_as(Rate)


def _doubt(group: PriorityGroup, context: Context, exceeded: Provision, most: Provision) -> Words:
    """Say why a share above a ceiling may still be lawful."""
    if exceeded is not most:
        return _SPECIAL
    if temporary(context, group.programming_period):
        return _TEMPORARY
    if group.fund is None:
        return _ANY_FUND
    # Dedicated priorities have ceilings of their own; only the rate that was decided tells that this is none of them.
    return _OWN_RATE if group.eu_rate is None else _NO_DOUBT


def _all_from_the_union(portfolio: Portfolio) -> Portfolio:
    return attrs.evolve(portfolio, projects=[_paid_by_the_union(project) for project in portfolio.projects])


def _paid_by_the_union(project: Project) -> Project:
    if project.budget is None:
        return project
    union = Funder(source=FundingSource.EU)
    financing = [Contribution(union, part.amount) for part in project.budget.financing]
    return attrs.evolve(project, budget=attrs.evolve(project.budget, financing=financing))


POR: Final = (
    Rule(
        code="POR001",
        subject=Portfolio,
        severity=Severity.ERROR,
        basis=CEILING,
        needs=("projects",),
        applies=_some_fund_concerned,
        scope=SCOPE,
        check=_within_the_ceiling,
        broken=_all_from_the_union,
        consequences=("FIN001", "FIN002"),
        demand=Words(
            "Unionens andel av en hel prioritering är högst taket för dess regionkategori.",
            "The Union's share of a whole priority is at most the ceiling for its category of region.",
        ),
        sv="Prioritering {priority} ({projects} projekt): Unionens andel av {base} är {found}, över taket {expected} i "
        "{basis}; {difference} för mycket. Taket gäller hela prioriteringen: räkna in alla projekt i den.{doubt}",
        en="Priority {priority} ({projects} projects): the Union's share of {base} is {found}, above the ceiling "
        "{expected} in {basis}; {difference} too much. The ceiling binds the whole priority: count in every project of "
        "it.{doubt}",
    ),
)
