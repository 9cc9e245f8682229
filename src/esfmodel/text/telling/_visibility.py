"""The words beside the Union's emblem.

In 2021–2027 the words are prescribed and name no fund (2021/1060 Annex IX, point 1.2); in Interreg the word Interreg
stands beside them (2021/1059 Article 36(4)). In 2014–2020 no words were prescribed, but references to the Union and to
the fund (1303/2013 Annex XII, point 2.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.law import LAW, codes
from esfmodel.model.budget import Budget
from esfmodel.model.decision import DecisionKind
from esfmodel.model.facts import fund_of, is_interreg, programming_period_of, standing_decision
from esfmodel.model.project import Project
from esfmodel.text.telling.facts import Figures
from esfmodel.values.fund import Fund
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    import datetime

    from esfmodel.text.telling._phrases import Phrases
    from esfmodel.values.programming_period import ProgrammingPeriod

_WORDS = "publicity.words"
_REFERENCE = "publicity.reference"
_INTERREG = "publicity.word.interreg"

_REFERRED_TO = frozenset({Fund.ESF, Fund.YEI, Fund.ERDF, Fund.COHESION_FUND})
"""The funds that Annex XII to Regulation (EU) No 1303/2013 applies to; the others had rules of their own."""


def visibility_statement(project: Project, phrases: Phrases, on: datetime.date | None) -> str:
    """Return the words beside the emblem; raise `NotKnown` where the period or the fund is needed and not known."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    decision = standing_decision(project)
    if decision is not None and decision.kind is DecisionKind.REJECTED:
        raise InvalidValue("publicity.refused_support", "project", project.name)
    budget = Budget() if project.budget is None else project.budget
    if Figures.of(budget).eu_rate == Rate(0):
        raise InvalidValue("publicity.no_eu_money", "project", project.name)
    period = programming_period_of(project)
    if period is None:
        raise NotKnown("publicity.period_not_known")
    # The act does not state when "funded" is written: "co-funded" is true as soon as anybody else pays.
    whole = budget.eu_rate == Rate(1)
    fund = fund_of(project)
    if any(row.programming_period == period for row in LAW.history(_REFERENCE)):
        LAW.provision(_REFERENCE, programming_period=period, on=on)
        return phrases.visible(phrases.funds[_check_fund(fund, period)], whole=whole)
    key = f"{_WORDS}.{'funded' if whole else 'co-funded'}.{phrases.language.code}"
    words = LAW.provision(key, programming_period=period, on=on).value_as(str)
    funds = codes.funds(period)
    if fund is not None and (funds is None or fund.value not in funds):
        raise NotKnown("publicity.not_in_law", fund=fund, period=period)
    if is_interreg(project) and any(row.programming_period == period for row in LAW.history(_INTERREG)):
        return f"Interreg – {words}"
    return words


def _check_fund(fund: Fund | None, period: ProgrammingPeriod) -> Fund:
    """Return the fund; raise `NotKnown` where it is not known or Annex XII does not apply to it."""
    if fund is None:
        raise NotKnown("publicity.fund_not_known", period=period)
    if fund not in _REFERRED_TO:
        raise NotKnown("publicity.not_in_law", fund=fund, period=period)
    return fund
