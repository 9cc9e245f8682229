"""Family PUB, what must be published and shown: the list of operations, plaques and events.

A managing authority publishes a list of its operations, Article 49(3) of Regulation (EU) 2021/1060 and before it Annex
XII to Regulation (EU) No 1303/2013; a beneficiary shows the Union's support, Article 50 and the same annex. All this is
information. Not judged: whether a beneficiary is a natural person, and how often the list is renewed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import Fund, Portfolio, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules._facts import FUND, PROGRAMMING_PERIOD, known, known_amount, programming_period_of
from esfmodel.rules._figures import budget_of, exceeds
from esfmodel.rules._missing import NO_AMOUNT, NO_FUND
from esfmodel.rules._most_deprived import is_material_assistance
from esfmodel.rules._published_list import (
    LIST,
    fund_concerned,
    list_tells_all,
    some_fund_concerned,
)
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

PLAQUE: Final = "publicity.plaque"
"""The key of what is shown, and above which size."""

_EVENT: Final = "publicity.event"

_FUNDS_OF_WORKS = (Fund.ERDF, Fund.COHESION_FUND)
_SCOPE = Words(
    "gäller stöd från Eruf, Sammanhållningsfonden, ESF, ESF+ och FRO",
    "concerns support from the ERDF, the Cohesion Fund, the ESF, the ESF+ and the JTF",
)

_NO_IMPORTANCE = Words(
    "om projektet är av strategisk betydelse är inte känt", "whether it is of strategic importance is not known"
)
_TOTAL_COST = Words("Totalkostnaden", "The total cost")
_PUBLIC_SUPPORT = Words("Det offentliga stödet", "The public support")
_PLAQUE_OR_POSTER = Words(
    "om projektet bygger något eller köper utrustning ska en varaktig skylt om EU-stödet sättas upp, annars en affisch",
    "where the project builds anything or buys equipment, a durable plaque about the Union's support is displayed, and "
    "a poster otherwise",
)
_A_PLAQUE = Words(
    "eftersom projektet bygger eller köper något ska en varaktig skylt om EU-stödet sättas upp",
    "since the project builds or buys something, a durable plaque about the Union's support is displayed",
)
_A_POSTER = Words(
    "eftersom projektet inte bygger eller köper något ska en affisch om EU-stödet sättas upp, men ingen skylt",
    "since the project builds and buys nothing, a poster about the Union's support is displayed, but no plaque",
)
_A_PLAQUE_AT_MOST = Words(
    "om projektet bygger något eller köper utrustning ska en varaktig skylt om EU-stödet sättas upp; någon affisch "
    "krävs inte för det specifika målet",
    "where the project builds anything or buys equipment, a durable plaque about the Union's support is displayed; "
    "the specific objective asks for no poster",
)
_DUTIES = MappingProxyType({None: _PLAQUE_OR_POSTER, True: _A_PLAQUE, False: _A_POSTER})
_STRATEGIC = Words("Projektet är av strategisk betydelse", "The project is of strategic importance")


def _plaque_row(project: Project, context: Context) -> Provision:
    period = programming_period_of(project)
    kind = "erdf" if known(fund_of(project), NO_FUND) in _FUNDS_OF_WORKS else "esf-plus"
    by_fund = f"{PLAQUE}.above.{kind}"
    key = by_fund if by_fund in context.keys(PLAQUE, period) else f"{PLAQUE}.above"
    return context.lasting_provision(key, period)


def _plaque(project: Project, context: Context) -> Iterator[Finding]:
    """Above a threshold a plaque is shown where anything was built or bought, and a poster otherwise.

    Where food and the like is given to those most in need no poster is shown.
    """
    budget, row = budget_of(project), _plaque_row(project, context)
    built, without_poster = project.physical_investment, is_material_assistance(project)
    if without_poster and built is False:
        return
    duty = _A_PLAQUE_AT_MOST if without_poster and built is None else _DUTIES[built]
    cost = known_amount(budget.total_cost, NO_AMOUNT)
    of_support = row.base is not None and "public support" in row.base
    # What is granted is public; the own contribution may be, so the public support may be as high as the cost.
    lowest = known_amount(budget.support, NO_AMOUNT) if of_support else cost
    if exceeds(lowest, cost, row.value_as(Money)):
        yield context.finding(
            "budget",
            expected=row.value_as(Money),
            found=lowest,
            basis=row,
            measure=_PUBLIC_SUPPORT if of_support else _TOTAL_COST,
            duty=duty,
        )


def _event(project: Project, context: Context) -> Iterator[Finding]:
    """Of what is of strategic importance, or very large, an event is made."""
    period = programming_period_of(project)
    if project.strategic_importance:
        row = context.lasting_provision(f"{_EVENT}.strategic", period)
        yield context.finding("strategic_importance", basis=row, why=_STRATEGIC)
        return
    row = context.lasting_provision(f"{_EVENT}.above", period)
    threshold = row.value_as(Money)
    cost = known_amount(budget_of(project).total_cost, NO_AMOUNT)
    if exceeds(cost, cost, threshold):
        why = Words(
            f"Totalkostnaden är {cost:sv}, över {threshold:sv}", f"The total cost is {cost:en}, above {threshold:en}"
        )
        yield context.finding("budget", expected=threshold, found=cost, basis=row, why=why)
    elif project.strategic_importance is None:
        raise NotKnown(_NO_IMPORTANCE)


PUB: Final = (
    Rule(
        code="PUB001",
        subject=Portfolio,
        severity=Severity.INFO,
        basis=LIST,
        needs=("projects",),
        applies=some_fund_concerned,
        scope=_SCOPE,
        check=list_tells_all,
        demand=Words(
            "En publicerad lista över insatser innehåller det som lagen kräver om varje insats.",
            "A published list of operations tells of each what the law demands.",
        ),
        sv="I en lista som publiceras ska {field} stå enligt {basis}; det saknas för {found} av {expected} projekt.",
        en="A list that is published tells {field} under {basis}; it is missing for {found} of {expected} projects.",
    ),
    Rule(
        code="PUB002",
        severity=Severity.INFO,
        basis=PLAQUE,
        needs=("budget", FUND, PROGRAMMING_PERIOD),
        applies=fund_concerned,
        scope=_SCOPE,
        check=_plaque,
        demand=Words(
            "Stora projekt som bygger eller köper något visar en skylt om EU-stödet, andra en affisch.",
            "Large projects that build or buy something show a plaque about the Union's support, others a poster.",
        ),
        sv="{measure} är {found}, över {expected} i {basis}: {duty}.",
        en="{measure} is {found}, above {expected} in {basis}: {duty}.",
    ),
    Rule(
        code="PUB003",
        severity=Severity.INFO,
        basis=_EVENT,
        needs=("strategic_importance|budget", PROGRAMMING_PERIOD),
        applies=fund_concerned,
        scope=_SCOPE,
        check=_event,
        demand=Words(
            "Om insatser av strategisk betydelse och mycket stora insatser ordnas ett evenemang.",
            "An event is made of operations of strategic importance and of very large ones.",
        ),
        sv="{why}: enligt {basis} ska stödmottagaren ordna ett evenemang eller en aktivitet om projektet och i god "
        "tid involvera kommissionen och den förvaltande myndigheten.",
        en="{why}: under {basis} the beneficiary organises a communication event or activity and involves the "
        "Commission and the managing authority in good time.",
    ),
)
