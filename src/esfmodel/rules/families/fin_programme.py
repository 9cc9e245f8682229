"""Family FIN, a programme's own share for each area, and how it divides support between Union and state.

Rules FIN010 and FIN011. The rows come with the programme's pack, added by `LAW.with_pack`; without them nothing is
judged.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.law import Sense
from esfmodel.law.keys import PROGRAMME
from esfmodel.model import FundingSource, OwnShare, Project
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import (
    CCI,
    PROGRAMMING_PERIOD,
    is_programme_of,
    known,
    known_amount,
    known_share,
    programming_period_of,
)
from esfmodel.rules.shared.figures import (
    budget_of,
    check_financing_is_of_the_cost,
    exact_of,
    sum_amounts,
    union_is_divided_out,
)
from esfmodel.rules.words import Words
from esfmodel.values.bounds import Bounds, exact
from esfmodel.values.money import Money, Rate
from esfmodel.values.print_rounding import explains, printed_step
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.model import Budget
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike, RateLike
    from esfmodel.values.programming_period import ProgrammingPeriod

# Both kinds of rows for both rules: a region with a row of one kind is treated apart in the other too.
_READS = tuple(f"{PROGRAMME}.*.*.{what}{region}" for what in ("own-share", "eu-part") for region in ("", ".*"))

_EVERY_AREA = "all"
"""What stands for the area in the keys of values that are the same in every area without rows of its own."""

_NO_REGION = Words(
    "programmet skiljer mellan regioner, och projektets region är inte känd",
    "the programme distinguishes regions, and the project's region is not known",
)
_NO_ROW = Words("lagdata har inga uppgifter om programmet", "the law data has nothing on the programme")
_NOT_KNOWN_TO_CONCERN = Words(
    "det framgår inte att projektet hör till dem som bestämmelsen gäller ({row})",
    "the project is not known to be one that the provision concerns ({row})",
)
_NO_SHARE = Words("den egna andelen är inte känd", "the own share is not known")


def _row(project: Project, context: Context, what: str) -> tuple[Provision, bool]:
    """Return the programme's row for the project's area, and whether it surely applies in the project's region.

    It may not apply where the region is not stated closely enough and other regions have rows of their own. Raises
    `NotKnown` where the programme has no row, or treats the region apart without a value for it.
    """
    period = programming_period_of(project)
    area = known(project.priority, "priority").code.lower()
    place = "" if project.nuts is None else project.nuts.code.lower()
    programmes = _programmes(project, context, period)
    if len(programmes) != 1:
        raise NotKnown(_NO_ROW)
    # An area's code may have dots of its own, those in a key have none.
    for name in (area.replace(".", "-"), _EVERY_AREA):
        prefix = f"{programmes[0]}.{name}"
        keys = context.keys(prefix, period, context.fund)
        if not keys:
            continue
        # Keys are `programme.<code>.<area>.<what>`, and with `.<region>` after it where a region is treated apart.
        regions = {key.removeprefix(f"{prefix}.").partition(".")[-1] for key in keys} - {""}
        certain = not any(region != place and region.startswith(place) for region in regions)
        key = ".".join([prefix, what, *(region for region in regions if place.startswith(region))])
        if key in keys:
            row = context.provision(key, period, context.fund)
            if not _concerns(row, project, context, programmes[0]):
                raise NotKnown(_NOT_KNOWN_TO_CONCERN.with_values(row=row))
            return row, certain
        raise NotKnown(_NO_ROW if certain else _NO_REGION)
    raise NotKnown(_NO_ROW)


def _concerns(row: Provision, project: Project, context: Context, programme: str) -> bool:
    """Whether a row surely concerns the project: its fund, and what its priority is dedicated to.

    A project without a fund has that of its programme, where all rows of the programme are of the same.
    """
    if context.fund is None and len({other.funds for other in context.rows(programme)}) > 1 and row.funds:
        return False
    dedicated_to = None if project.priority is None else project.priority.dedicated_to
    return row.condition in (None, dedicated_to)


def _programmes(project: Project, context: Context, period: ProgrammingPeriod) -> tuple[str, ...]:
    """Return the law's keys of the project's programme: several where its CCI lacks the serial number."""
    below = (key.removeprefix(f"{PROGRAMME}.") for key in context.keys(PROGRAMME, period))
    in_the_law = dict.fromkeys(key.partition(".")[0] for key in below)
    return tuple(f"{PROGRAMME}.{code}" for code in in_the_law if is_programme_of(project, code))


def _divided_as_programme(project: Project, context: Context) -> Iterator[Finding]:
    """Of the support, the Union pays the part that the programme says, cut to whole kronor."""
    budget, (row, certain) = budget_of(project), _row(project, context, "eu-part")
    union = exact(sum_amounts(budget, _from(budget, FundingSource.EU)))
    support = union + exact(sum_amounts(budget, _from(budget, FundingSource.STATE_GRANT)))
    expected = row.value_as(Rate).apply(support, rounding=Rounding.WHOLE_DOWN)
    if union == expected:
        return
    if not certain:
        raise NotKnown(_NO_REGION)
    # Announced figures in whole thousands need not divide to the krona.
    figures = [expected, *exact_of([*_from(budget, FundingSource.EU), *_from(budget, FundingSource.STATE_GRANT)])]
    rounded = explains(printed_step(figures), union - expected, figures)
    yield context.finding(
        "budget.financing",
        expected=expected,
        found=union,
        difference=union - expected,
        severity=Severity.INFO if rounded else None,
        basis=row,
        part=row.value,
        support=support,
    )


def _from(budget: Budget, source: FundingSource) -> list[MoneyLike | None]:
    return [part.amount for part in budget.financing if part.source is source]


def _without_a_share_of_the_call(project: Project) -> bool:
    call = project.call
    return call is None or (call.own_share is None and not call.own_share_by_region)


def _own_share_as_programme(project: Project, context: Context) -> Iterator[Finding]:
    """The project raises the share that its area of the programme demands, as the programme prints it."""
    budget, (row, certain) = budget_of(project), _row(project, context, "own-share")
    check_financing_is_of_the_cost(budget)
    share = exact(known_share(budget.own_rate, _NO_SHARE))
    demand, expected = _demand_of(row, budget)
    if demand.met_by(share):
        return
    if not certain:
        raise NotKnown(_NO_REGION)
    yield context.finding("budget.financing", expected=expected, found=share, basis=row)


def _demand_of(row: Provision, budget: Budget) -> tuple[OwnShare, RateLike]:
    """Return the own share that a row demands of a project with a budget, and the shares that meet it.

    Support in whole kronor or euro may leave one less than the least, or one more than the most.
    """
    rate, sense = row.value_as(Rate), row.sense or Sense.EXACTLY
    if sense is Sense.EXACTLY:
        return OwnShare.exactly(rate), rate
    cost = exact(known_amount(budget.total_cost, "budget.total_cost"))
    one = Money(1, cost.currency)
    slack = Rate(Fraction(one.minor, max(one, cost).minor))
    if sense is Sense.AT_LEAST:
        return OwnShare.at_least(rate, tolerance=slack), Bounds.at_least(rate)
    return OwnShare.at_most(rate, tolerance=slack), Bounds.at_most(rate)


FIN_PROGRAMME: Final = (
    Rule(
        code="FIN010",
        severity=Severity.WARNING,
        basis=PROGRAMME,
        reads=_READS,
        needs=("budget.financing", "priority", CCI, PROGRAMMING_PERIOD),
        applies=union_is_divided_out,
        scope=Words(
            "gäller projekt vars stöd är uppdelat på EU-medel och statliga medel, i program som finns i lagdata",
            "concerns projects whose support is divided into the Union's and the state's, in programmes that the law "
            "data holds",
        ),
        check=_divided_as_programme,
        demand=Words(
            "Stödet är uppdelat på EU-medel och statliga medel enligt programmet.",
            "The support is divided into the Union's and the state's money as the programme says.",
        ),
        sv="Av stödet {support} är {found} EU-medel, men programmets EU-andel av stödet, {part}, är {expected} "
        "({basis}); skillnaden är {difference}.",
        en="Of the support of {support}, {found} is the Union's, but the programme's EU part of the support, {part}, "
        "is {expected} ({basis}); the difference is {difference}.",
    ),
    Rule(
        code="FIN011",
        severity=Severity.WARNING,
        basis=PROGRAMME,
        reads=_READS,
        needs=("budget.financing", "priority", CCI, PROGRAMMING_PERIOD),
        applies=_without_a_share_of_the_call,
        scope=Words(
            "gäller projekt vars utlysning inte anger något krav på medfinansiering, i program som finns i lagdata",
            "concerns projects whose call demands no own share itself, in programmes that the law data holds",
        ),
        check=_own_share_as_programme,
        demand=Words(
            "Den egna andelen uppfyller programmets krav på medfinansiering.",
            "The own share is the one that the programme demands.",
        ),
        sv="Den egna andelen är {found}, men programmets krav på medfinansiering är {expected} ({basis}).",
        en="The own share is {found}, but the programme demands {expected} ({basis}).",
    ),
)
