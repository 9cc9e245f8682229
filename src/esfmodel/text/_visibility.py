"""What must stand beside the Union's emblem, as the act of the project's programming period has it.

In 2021–2027 the words are prescribed and name no fund (2021/1060 Annex IX, point 1.2). In 2014–2020 no words were, but
a reference to the Union and one to the fund (1303/2013 Annex XII, point 2.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.law import LAW, codes
from esfmodel.model.decision import DecisionKind
from esfmodel.model.facts import fund_of, programming_period_of, standing_decision
from esfmodel.model.programme import Fund
from esfmodel.model.project import Project
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    import datetime

    from esfmodel.text._summary_phrases import Phrases
    from esfmodel.values.programming_period import ProgrammingPeriod

_WORDS = "publicity.words"
_REFERENCE = "publicity.reference"

_REFERRED_TO = frozenset({Fund.ESF, Fund.YEI, Fund.ERDF, Fund.COHESION_FUND})
"""The funds that Annex XII to Regulation (EU) No 1303/2013 means; the others had rules of their own."""


def visibility_statement(project: Project, phrases: Phrases, on: datetime.date | None) -> str:
    """Give the words that stand beside the emblem; raise where what they depend on is not known."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    decision = standing_decision(project)
    if decision is not None and decision.kind is DecisionKind.REJECTED:
        raise InvalidValue("project", project.name, "was refused support", "show no statement of the Union's support")
    period = programming_period_of(project)
    if period is None:
        raise NotKnown(
            "the programming period is not known, and what stands beside the emblem depends on it; "
            "state project.programming_period"
        )
    # The act does not say when which of the two is written: "co-funded" is true as soon as anybody else pays.
    whole = project.budget is not None and project.budget.eu_rate == Rate(1)
    fund = fund_of(project)
    if any(row.programming_period == period for row in LAW.history(_REFERENCE)):
        LAW.provision(_REFERENCE, programming_period=period, on=on)
        return phrases.visible(phrases.funds[_referred_to(fund, period)], whole=whole)
    key = f"{_WORDS}.{'funded' if whole else 'co-funded'}.{phrases.language.code}"
    words = LAW.provision(key, programming_period=period, on=on).value_as(str)
    funds = codes.funds(period)
    if fund is not None and (funds is None or fund.value not in funds):
        raise NotKnown(f"what projects of {fund.value} show in {period} is not in the law data")
    return words


def _referred_to(fund: Fund | None, period: ProgrammingPeriod) -> Fund:
    """Give the fund that is named, which must be known and one that the act reaches."""
    if fund is None:
        raise NotKnown(f"the fund is not known, and the statement of {period} names it; state project.fund")
    if fund not in _REFERRED_TO:
        raise NotKnown(f"what projects of {fund.value} show in {period} is not in the law data")
    return fund
