"""Family CLM, claims for payment: when what they show was paid and done, and whether they fit the grant.

Regulation (EU) 2021/1060, Articles 63(2) and 74(1), and what a decision grants. The rule that reckons support asks the
ledger of the grant; where that cannot be made, the claims are left open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model import (
    Ledger,
    PaymentLimitKind,
    Project,
)
from esfmodel.rules._claimed_times import TIMES
from esfmodel.rules.finding import ARITHMETIC, Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.period import Period

_NO_LEDGER = Words(
    "ansökningarna om utbetalning går inte att räkna av mot beslutet", "the claims cannot be reckoned against the grant"
)
_SAME_NUMBER = Words("har samma nummer", "have the same number")
_SAME_TIME = Words("avser delvis samma tid", "are about the same time in part")


def _support_for_claims_within_grant(project: Project, context: Context) -> Iterator[Finding]:
    """Of all costs claimed so far, the decided share is at most the support granted; the rest the project bears."""
    places = {claim.number: index for index, claim in enumerate(project.claims)}
    try:
        rows = Ledger.of(project).claims
    except InvalidValue as error:
        raise NotKnown(_NO_LEDGER) from error
    for row in rows:
        most = {limit.kind: limit.amount for limit in row.limits if limit.limit is None}
        share, granted = most.get(PaymentLimitKind.SHARE), most.get(PaymentLimitKind.GRANTED)
        if share is not None and granted is not None and share > granted and row.number is not None:
            yield context.finding(
                f"claims[{places[row.number]}]",
                expected=granted,
                found=share,
                difference=share - granted,
                costs=row.costs_so_far,
            )
            return


def _each_time_once(project: Project, context: Context) -> Iterator[Finding]:
    """Each claim has a number of its own, and claims are about times that follow each other."""
    numbers: dict[int, int] = {}
    for index, claim in enumerate(project.claims):
        first = numbers.setdefault(claim.number, index)
        if first != index:
            yield context.finding(f"claims[{index}]", first=f"claims[{first}]", how=_SAME_NUMBER)
    dated = [(claim.period, index) for index, claim in enumerate(project.claims) if claim.period is not None]
    before: tuple[Period, int] | None = None
    for period, index in sorted(dated, key=lambda each: (each[0].start, each[0].end)):
        if before is not None and period.start <= before[0].end:
            place = f"claims[{before[1]}]"
            yield context.finding(f"claims[{index}]", severity=Severity.WARNING, first=place, how=_SAME_TIME)
        if before is None or period.end > before[0].end:
            before = period, index


CLM: Final = (
    *TIMES,
    Rule(
        code="CLM004",
        severity=Severity.WARNING,
        basis=Ground.DECISION,
        needs=("claims", "decisions"),
        scope=Words("gäller beviljade projekt", "concerns projects that were granted support"),
        check=_support_for_claims_within_grant,
        demand=Words(
            "Stödet för allt som begärs ryms i det beviljade stödet.",
            "The support for all that is claimed is within the support granted.",
        ),
        sv="Med ansökan {place} är kostnaderna {costs}. Den beslutade andelen av dem är {found}, men {expected} är "
        "beviljat; {difference} betalas inte enligt {basis}.",
        en="With the claim {place} the costs are {costs}. The decided share of them is {found}, but {expected} was "
        "granted; {difference} is not paid under {basis}.",
    ),
    Rule(
        code="CLM005",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("claims",),
        check=_each_time_once,
        demand=Words(
            "Varje ansökan har sitt nummer, och ansökningarna avser tider som följer på varandra.",
            "Each claim has a number of its own, and claims are about times that follow each other.",
        ),
        sv="Ansökningarna {first} och {place} {how}.",
        en="The claims {first} and {place} {how}.",
    ),
)
"""The rules on claims."""
