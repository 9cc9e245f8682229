"""Family DUR, what lasts after the final payment: how long an investment is kept, and how long the documents.

Rules DUR001 and DUR002, both of them information. Regulation (EU) 2021/1060, Articles 65(1) and 82(1); Regulation (EU)
No 1303/2013, Article 71. Not judged: how long the rules on State aid ask for, and the documents of 2014-2020, whose
time begins with accounts that no project states.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import DecisionKind, Fund, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import (
    COMMON_PROVISIONS,
    FUND,
    PROGRAMMING_PERIOD,
    is_under_common_provisions,
    known,
    programming_period_of,
)
from esfmodel.rules.words import Words
from esfmodel.values import dates
from esfmodel.values.period import first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.dates import Date

_DURABILITY: Final = "durability"
_DOCUMENTS: Final = "documents"
_FUNDS_OF_INVESTMENTS = (None, Fund.ERDF, Fund.COHESION_FUND, Fund.EMFF)

_NOT_FINAL = Words("slutbetalningens dag är inte känd", "the day of the final payment is not known")


def _may_be_kept(project: Project) -> bool:
    return fund_of(project) in _FUNDS_OF_INVESTMENTS


def _final_payment(project: Project) -> Date | None:
    """Return the day of the final payment to the beneficiary, None before the project is closed.

    Raises `NotKnown` where it is not known by the day.
    """
    if not any(decision.kind is DecisionKind.CLOSED for decision in project.decisions):
        return None
    days = [first_and_last(claim.paid_on) for claim in project.claims if claim.paid_on is not None]
    first, last = max(day for day, _ in days), max(day for _, day in days)
    return known(last if first == last else None, _NOT_FINAL)


def _kept_in_place(project: Project, context: Context) -> Iterator[Finding]:
    """An investment in infrastructure or production is kept in place for some years from the final payment."""
    period, fund, paid = programming_period_of(project), fund_of(project), _final_payment(project)
    if paid is None or not project.physical_investment:
        return
    row, shorter = (context.lasting_provision(key, period, fund) for key in (_DURABILITY, f"{_DURABILITY}.sme"))
    yield context.finding(
        "physical_investment",
        expected=paid.add(years=row.value_as(int)),
        found=paid,
        basis=row,
        shorter=paid.add(years=shorter.value_as(int)),
    )


def _documents_kept(project: Project, context: Context) -> Iterator[Finding]:
    """Supporting documents are kept for some years from the end of the year of the last payment."""
    paid = _final_payment(project)
    if paid is None:
        return
    row = context.lasting_provision(f"{_DOCUMENTS}.kept", programming_period_of(project))
    until = paid.end_of("year").add(years=row.value_as(int))
    yield context.finding("claims", expected=dates.Date(until.year, until.month, until.day), found=paid, basis=row)


DUR: Final = (
    Rule(
        code="DUR001",
        severity=Severity.INFO,
        basis=_DURABILITY,
        needs=("physical_investment", "decisions", "claims[].paid_on", FUND, PROGRAMMING_PERIOD),
        applies=_may_be_kept,
        scope=Words(
            "gäller avslutade projekt med stöd från Eruf, Sammanhållningsfonden eller EHFF",
            "concerns closed projects with support from the ERDF, the Cohesion Fund or the EMFF",
        ),
        check=_kept_in_place,
        demand=Words(
            "En investering i infrastruktur eller produktion består i flera år efter slutbetalningen.",
            "An investment in infrastructure or production is kept for some years after the final payment.",
        ),
        sv="Slutbetalningen gjordes {found:when}. Enligt {basis} ska en investering i infrastruktur eller produktion "
        "bestå till och med {expected:when}, eller i små och medelstora företag till och med {shorter:when} där "
        "medlemsstaten har beslutat det.",
        en="The final payment was made {found:when}. Under {basis} an investment in infrastructure or production shall "
        "be kept until {expected}, or in small and medium-sized enterprises until {shorter} where the Member State has "
        "so decided.",
    ),
    Rule(
        code="DUR002",
        severity=Severity.INFO,
        basis=_DOCUMENTS,
        needs=("decisions", "claims[].paid_on", PROGRAMMING_PERIOD),
        applies=is_under_common_provisions,
        scope=COMMON_PROVISIONS,
        check=_documents_kept,
        demand=Words(
            "Underlagen bevaras i flera år efter den sista utbetalningen.",
            "Supporting documents are kept for some years after the last payment.",
        ),
        sv="Den sista utbetalningen gjordes {found:when}. Enligt {basis} ska underlagen bevaras till och med "
        "{expected:when}, och längre där reglerna om statligt stöd kräver det.",
        en="The last payment was made {found:when}. Under {basis} the supporting documents shall be kept until "
        "{expected}, and longer where the rules on State aid require that.",
    ),
)
