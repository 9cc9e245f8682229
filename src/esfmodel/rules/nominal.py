"""Family FIN, the published rate: nominal, and beside the figures only as far as the own share may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.rules._facts import known, known_amount
from esfmodel.rules._figures import budget_of, union_is_divided_out
from esfmodel.rules._missing import NO_CALL, NO_DEMAND, NO_TOTAL, NO_UNION
from esfmodel.rules._rounding import check_financing_is_of_the_cost
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.bounds import exact
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from esfmodel.model import OwnShare, Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.money import Money

_NO_RATE = Words("ingen EU-andel är publicerad", "no EU rate is published")
_NO_SHARE = Words("den egna andelen kan inte räknas ut", "the own share cannot be worked out")
_ALL = Rate(1)


def _rate_as_figures(project: Project, context: Context) -> Iterator[Finding]:
    """The published rate is that of the figures, as far from it as the call lets the own share be from its demand."""
    published = known(project.published_eu_rate, _NO_RATE)
    demand = known(known(project.call, NO_CALL).own_share_for(project.nuts), NO_DEMAND)
    check_financing_is_of_the_cost(budget_of(project))
    union, whole = _union_and_whole(project)
    share = Rate.of(union, whole)
    if not _fits(published, demand, union, whole):
        yield context.finding("published_eu_rate", expected=share, found=published, demand=demand.rate)


def _union_and_whole(project: Project) -> tuple[Money, Money]:
    budget = budget_of(project)
    whole = exact(known_amount(budget.total_cost, NO_TOTAL))
    if not whole.minor:
        raise NotKnown(NO_TOTAL)
    return exact(known_amount(budget.eu_support, NO_UNION)), whole


def _fits(published: Rate, demand: OwnShare, union: Money, whole: Money) -> bool:
    """Whether the Union's money follows from the published rate with an own share that the call accepts.

    The rate is set for projects with just the own share that the call demands. With another own share the Union pays
    the same part of the support, so its share of the cost tells which own share the published rate implies.
    """
    if not published.fraction or not union.minor:
        return not published.fraction and not union.minor
    support = (_ALL - demand.rate).fraction
    # The Union's money is cut to whole kronor, so it may have been as much as one more.
    for amount in (union.as_fraction(), union.as_fraction() + 1):
        if demand.met_by(_implied(amount / whole.as_fraction() * support / published.fraction)):
            return True
    return False


def _implied(support: Fraction) -> Rate:
    try:
        return Rate(1 - support)
    except InvalidValue as error:
        raise NotKnown(_NO_SHARE) from error


NOMINAL: Final = (
    Rule(
        code="FIN009",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("published_eu_rate", "call.own_share|call.own_share_by_region", "budget.financing"),
        applies=union_is_divided_out,
        scope=Words(
            "gäller projekt vars stöd är uppdelat så att unionens del syns",
            "concerns projects whose support is divided so that the Union's part is seen",
        ),
        check=_rate_as_figures,
        demand=Words(
            "Den publicerade EU-andelen stämmer med beloppen så långt den egna andelen får avvika.",
            "The published EU rate agrees with the figures as far as the own share may differ.",
        ),
        sv="Den publicerade EU-andelen är {found} men beloppens {expected}; så stor skillnad förklaras inte av att den "
        "egna andelen får avvika från {demand}.",
        en="The published EU rate is {found}, but that of the figures {expected}; such a difference is not explained "
        "by how far the own share may differ from {demand}.",
    ),
)
"""The rule on the published rate."""
