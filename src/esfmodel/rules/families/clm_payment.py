"""Family CLM, how soon the support for a claim is paid to the beneficiary.

Rule CLM006. Regulation (EU) 2021/1060, Article 74(1)(b); Regulation (EU) No 1303/2013, Article 132. Information only:
the time may have been interrupted, and binds the managing authority as far as it has money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import (
    COMMON_PROVISIONS,
    PROGRAMMING_PERIOD,
    is_under_common_provisions,
    programming_period_of,
)
from esfmodel.rules.words import Words
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

DEADLINE: Final = "claim.payment-deadline"
"""The key of the days within which a claim is paid."""

_NO_DAYS = Words(
    "när varje ansökan lämnades in och betalades är inte känt till dag",
    "when each claim was handed in and paid is not known by the day",
)


def _paid_in_time(project: Project, context: Context) -> Iterator[Finding]:
    """The beneficiary receives what is due within the days of the law from the day on which the claim was handed in."""
    row = context.lasting_provision(DEADLINE, programming_period_of(project), fund_of(project))
    most = row.value_as(int)
    doubtful = False
    for index, claim in enumerate(project.claims):
        if claim.on is None or claim.paid_on is None:
            doubtful = True
            continue
        (first, last), (paid_first, paid_last) = first_and_last(claim.on), first_and_last(claim.paid_on)
        # In ordinals, since the difference of two days of pendulum is far slower.
        least, greatest = paid_first.toordinal() - last.toordinal(), paid_last.toordinal() - first.toordinal()
        if least > most:
            yield context.finding(
                f"claims[{index}]", expected=most, found=least, basis=row, claimed=claim.on, paid=claim.paid_on
            )
        elif greatest > most:
            doubtful = True
    if doubtful:
        raise NotKnown(_NO_DAYS)


CLM_PAYMENT: Final = (
    Rule(
        code="CLM006",
        severity=Severity.INFO,
        basis=DEADLINE,
        needs=("claims[].paid_on", PROGRAMMING_PERIOD),
        applies=is_under_common_provisions,
        scope=COMMON_PROVISIONS,
        check=_paid_in_time,
        demand=Words(
            "Stödet för en ansökan betalas inom den tid som förordningen anger, om tiden inte har avbrutits.",
            "The support for a claim is paid within the time that the regulation sets, unless that was interrupted.",
        ),
        sv="Stödet för {place} betalades {paid:when}, {found} dagar efter att ansökan lämnades in {claimed:when}. "
        "Enligt {basis} är tiden {expected} dagar, om den inte har avbrutits.",
        en="The support for {place} was paid {paid:when}, {found} days after the claim was handed in {claimed:when}. "
        "Under {basis} the time is {expected} days, unless it was interrupted.",
    ),
)
