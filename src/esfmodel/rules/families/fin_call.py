"""Family FIN, the own share that the call demands, the ceilings on the Union's share, the published EU rate.

Rules FIN001, FIN002 and FIN009.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import Budget, Fund, FundingSource, OwnShare, Project, Requirement
from esfmodel.model.facts import category_of, ccis_of, decided_rate_of, fund_of
from esfmodel.rules.finding import ARITHMETIC, Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.ceilings import (
    CEILING,
    CEILING_FUNDS,
    CEILING_KEYS,
    CEILING_SCOPE,
    allowing,
    check_no_special_allocation,
    lowest_ceiling,
    ordinary_ceiling,
    scope_of,
)
from esfmodel.rules.shared.facts import PROGRAMMING_PERIOD, known, known_amount, known_share, programming_period_of
from esfmodel.rules.shared.figures import (
    budget_of,
    check_financing_is_of_the_cost,
    union_is_divided_out,
)
from esfmodel.rules.words import NOTHING, Words
from esfmodel.values.bounds import Bounds, RateLike, exact
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from esfmodel.model import Call
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.nuts import NutsCode

_TOO_COARSE = Words(
    "utlysningens krav på medfinansiering skiljer sig mellan regioner, och regionen anges inte så noga att det framgår "
    "vilket krav som gäller",
    "the call demands different shares in different regions, and the region is not stated closely enough to tell which",
)
_NO_DEMAND = Words(
    "utlysningens krav på medfinansiering skiljer sig mellan regioner, och projektets region är inte känd",
    "the call demands different shares in different regions, and the project's region is not known",
)
_NOT_HERE = Words(
    "utlysningen har inget krav på medfinansiering i projektets region",
    "the call demands no own share in the project's region",
)
_NO_COST = Words("totalkostnaden är noll", "the total cost is zero")
_NO_SHARE = Words("andelarna är inte kända", "the shares are not known")
_NOT_KNOWN = Words("inte känd", "not known")
_CEILING = Words("taket", "the ceiling")
_DECIDED = Words("den beslutade satsen", "the decided rate")
_LOWEST = Words("det lägsta av taken", "the lowest of the ceilings")
"""Which ceiling the text names where the category of region is not stated."""
_UNDIVIDED = Words(
    " Stödet är inte uppdelat och kan rymma statliga medel.",
    " The support is not divided and may hold the state's money.",
)
_REQUIREMENTS = {
    Requirement.EXACTLY: Words("exakt", "exactly"),
    Requirement.AT_LEAST: Words("minst", "at least"),
    Requirement.AT_MOST: Words("högst", "at most"),
}


def _own_share_as_call(project: Project, context: Context) -> Iterator[Finding]:
    """The project raises the share that its call demands, as the call prints it."""
    budget, call = budget_of(project), known(project.call, "call")
    demand = _demand(call, project.nuts)
    check_financing_is_of_the_cost(budget)
    share = known_share(budget.own_rate, _NO_SHARE)
    if not (_is_met(demand, share) or _is_within_one_unit(demand, budget)):
        difference = _difference(budget, demand.rate)
        yield context.finding(
            "budget.financing",
            expected=demand.rate,
            found=share,
            difference=difference,
            requirement=_REQUIREMENTS[demand.requirement],
            by=_difference_clause(difference),
        )


def _demand(call: Call, nuts: NutsCode | None) -> OwnShare:
    """Return the share that the call demands in the project's region; raise `NotKnown` where that is unclear."""
    # "SE3" contains both SE32 and SE33, which the call may treat differently.
    if nuts is not None and call.differs_within(nuts):
        raise NotKnown(_TOO_COARSE)
    return known(call.own_share_for(nuts), _NO_DEMAND if nuts is None else _NOT_HERE)


def _is_met(demand: OwnShare, share: RateLike) -> bool:
    """Whether a share meets a demand; raise `NotKnown` where the bounds of the share allow both answers."""
    if isinstance(share, Rate):
        return demand.met_by(share)
    # With "exactly", both ends may fail while a value between them meets the demand, so the ends alone do not decide.
    low, high = share.low or Rate(0), share.high or Rate(1)
    if demand.met_by(low) and demand.met_by(high):
        return True
    too_low = high < demand.rate and not demand.met_by(high)
    too_high = low > demand.rate and not demand.met_by(low)
    if too_low or too_high:
        return False
    raise NotKnown(
        Words(
            "den egna andelen är bara känd inom gränser: {share}; utlysningens krav på medfinansiering är "
            "{requirement} {rate}",
            "the own share is known only within bounds: {share}; the call demands {requirement} {rate}",
        ).with_values(share=share, requirement=_REQUIREMENTS[demand.requirement], rate=demand.rate)
    )


def _is_within_one_unit(demand: OwnShare, budget: Budget) -> bool:
    """Whether the own contribution is one unit or less from the least or most, or less than one from exactly a share.

    Amounts in whole kronor seldom give an exact share, and a share rounded to them falls short of "at least".
    """
    own, cost = budget.own_contribution, budget.total_cost
    if not isinstance(own, Money) or not isinstance(cost, Money):
        return False
    unit = Money(1, own.currency) if own.is_whole and cost.is_whole else Money.of_minor(1, own.currency)
    off = abs(own.minor - demand.rate.fraction * cost.minor)
    return off < unit.minor if demand.requirement is Requirement.EXACTLY else off <= unit.minor


def _difference(budget: Budget, share: Rate) -> Money | None:
    """Return the own contribution less the demanded amount; None where one of them is not known exactly."""
    own, cost = budget.own_contribution, budget.total_cost
    if own is None or cost is None or isinstance(own, Bounds) or isinstance(cost, Bounds):
        return None
    return own - share.apply(cost, rounding=Rounding.MINOR_HALF_UP)


def _difference_clause(difference: Money | None) -> Words:
    """Return the end of the sentence that states the difference, empty where it is not known."""
    if difference is None:
        return NOTHING
    return Words("; skillnaden är {difference}", "; the difference is {difference}").with_values(difference=difference)


_FUNDS = (None, *CEILING_FUNDS)


def _ceilings_by_region(project: Project) -> bool:
    countries = [cci.country_code for cci in ccis_of(project).values()]
    return fund_of(project) in _FUNDS and "TC" not in countries


def _above_the_ceiling(project: Project, context: Context) -> Iterator[Finding]:
    """A share above the ceiling says nothing about one project, since the ceiling binds the priority as a whole."""
    budget = budget_of(project)
    eu, support = budget.eu_rate, budget.support_rate
    judged = known_share(support if eu is None else eu, _NO_SHARE)
    category, share = category_of(project), decided_rate_of(project)
    categories = () if category is None else (category,)
    scope = scope_of([project], programming_period_of(project), fund_of(project), categories)
    check_no_special_allocation(scope)
    name = _CEILING
    if share is not None:
        ceiling, name = allowing(context, scope, share)[0].row, _DECIDED
    elif category is None and scope.fund is not Fund.COHESION_FUND:
        ceiling, name = lowest_ceiling(context, scope), _LOWEST
    else:
        ceiling = ordinary_ceiling(context, scope)
    share = share or ceiling.value_as(Rate)
    if _may_exceed(judged, share):
        undivided = any(part.source is FundingSource.EU_AND_STATE for part in budget.financing)
        yield context.finding(
            "budget.financing",
            expected=share,
            found=eu,
            basis=ceiling,
            union=_NOT_KNOWN if eu is None else eu,
            support=_NOT_KNOWN if support is None else support,
            ceiling=name,
            undivided=_UNDIVIDED if undivided else NOTHING,
        )


def _may_exceed(share: RateLike, ceiling: Rate) -> bool:
    highest = share.high if isinstance(share, Bounds) else share
    return highest is None or highest > ceiling


# --- FIN009: the published EU rate

_NO_RATE = Words("ingen EU-andel är publicerad", "no EU rate is published")
_NO_OWN_SHARE = Words("den egna andelen kan inte räknas ut", "the own share cannot be worked out")
_ALL = Rate(1)


def _rate_as_figures(project: Project, context: Context) -> Iterator[Finding]:
    """The published rate is that of the figures, as far from it as the call lets the own share be from its demand."""
    published = known(project.published_eu_rate, _NO_RATE)
    demand = known(known(project.call, "call").own_share_for(project.nuts), _NO_DEMAND)
    check_financing_is_of_the_cost(budget_of(project))
    union, whole = _union_and_whole(project)
    share = Rate.of(union, whole)
    if not _rate_fits(published, demand, union, whole):
        yield context.finding("published_eu_rate", expected=share, found=published, demand=demand.rate)


def _union_and_whole(project: Project) -> tuple[Money, Money]:
    budget = budget_of(project)
    whole = exact(known_amount(budget.total_cost, "budget.total_cost"))
    if not whole.minor:
        raise NotKnown(_NO_COST)
    return exact(known_amount(budget.eu_support, "budget.eu_support")), whole


def _rate_fits(published: Rate, demand: OwnShare, union: Money, whole: Money) -> bool:
    """Whether the Union's money follows from the published rate with an own share that the call accepts.

    The rate is set for projects with exactly the own share that the call demands. With another own share the Union pays
    the same part of the support, so its share of the cost gives the own share that the published rate implies.
    """
    if not published.fraction or not union.minor:
        return not published.fraction and not union.minor
    support = (_ALL - demand.rate).fraction
    # The published rate is rounded, so the own share that it implies meets a least or most where it rounds to it.
    rounded = attrs.evolve(demand, requirement=Requirement.EXACTLY)
    # The Union's money is cut to whole kronor: before that it was between this amount and one krona more.
    for amount in (union.as_fraction(), union.as_fraction() + 1):
        implied = _implied(amount / whole.as_fraction() * support / published.fraction)
        if demand.met_by(implied) or rounded.met_by(implied):
            return True
    return False


def _implied(support: Fraction) -> Rate:
    try:
        return Rate(1 - support)
    except InvalidValue as error:
        raise NotKnown(_NO_OWN_SHARE) from error


FIN_CALL: Final = (
    Rule(
        code="FIN001",
        severity=Severity.ERROR,
        basis=Ground.CALL,
        needs=("call.own_share|call.own_share_by_region", "budget.financing"),
        check=_own_share_as_call,
        demand=Words(
            "Den egna andelen uppfyller utlysningens krav på medfinansiering.",
            "The own share is the one that the call demands.",
        ),
        sv="Den egna andelen är {found}. Kravet på medfinansiering i {basis} är {requirement} {expected}{by}.",
        en="The own share is {found}. Under {basis} it must be {requirement} {expected}{by}.",
    ),
    Rule(
        code="FIN002",
        severity=Severity.INFO,
        basis=CEILING,
        reads=CEILING_KEYS,
        needs=("budget.financing", PROGRAMMING_PERIOD),
        applies=_ceilings_by_region,
        scope=CEILING_SCOPE,
        check=_above_the_ceiling,
        demand=Words(
            "En andel över taket är en upplysning, inte ett fel, i ett enskilt projekt.",
            "A share above the ceiling is worth knowing, but no error of a single project.",
        ),
        sv="Unionens andel av kostnaden är {union} och stödets {support}; {ceiling} är {expected} ({basis}). Det är "
        "inget fel: taket gäller programområdet som helhet, inte ett enskilt projekt.{undivided}",
        en="The Union's share of the cost is {union} and that of the support {support}; {ceiling} is {expected} "
        "({basis}). That is no error: the ceiling binds the priority as a whole, not a single project.{undivided}",
    ),
    Rule(
        code="FIN009",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("published_eu_rate", "call.own_share|call.own_share_by_region", "budget.financing"),
        applies=union_is_divided_out,
        scope=Words(
            "gäller projekt där EU-medlen redovisas för sig",
            "concerns projects whose support states the Union's money separately",
        ),
        check=_rate_as_figures,
        demand=Words(
            "Den publicerade EU-andelen stämmer med beloppen, så långt kravet på medfinansiering medger.",
            "The published EU rate agrees with the figures as far as the own share may differ.",
        ),
        sv="Den publicerade EU-andelen är {found} men enligt beloppen {expected}; så stor skillnad förklaras inte av "
        "att den egna andelen får avvika från kravet på medfinansiering, {demand}.",
        en="The published EU rate is {found}, but that of the figures {expected}; such a difference is not explained "
        "by how far the own share may differ from {demand}.",
    ),
)
