"""Family PER, whether a project was finished before support for it was applied for.

Rule PER007. Regulation (EU) 2021/1060, Article 63(6); Regulation (EU) No 1303/2013, Article 65(6). Not judged: whether
a project responds to a natural disaster or to migratory challenges, which are exempt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model import DecisionKind, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.days import earliest_and_latest
from esfmodel.rules.shared.facts import PROGRAMMING_PERIOD, programming_period_of
from esfmodel.rules.words import NOTHING, Words
from esfmodel.values.period import Period, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_FINISHED: Final = "selection.finished"

_NOT_DATED = Words(
    "när stödet söktes eller när projektet slutar är inte känt till dag",
    "when support was applied for, or when the project ends, is not known by the day",
)
_EXEMPTION = Words("; undantag finns i {rows}", "; there are exemptions in {rows}")


def _not_finished_before_applied(project: Project, context: Context) -> Iterator[Finding]:
    """A project is not selected if it was finished before its first application, however late it is paid.

    A warning: the end of the project period need not be that of the work, and the acts have exemptions.
    """
    applied = [decision.on for decision in project.decisions if decision.kind is DecisionKind.APPLIED]
    days = [first_and_last(on) for on in applied if on is not None]
    periods = [project.period, *(decision.period for decision in project.decisions)]
    ends = [earliest_and_latest(period) for period in periods if isinstance(period, Period)]
    if len(days) < max(1, len(applied)) or not isinstance(project.period, Period):
        raise NotKnown(_NOT_DATED)
    # The first application counts, and the last end that anybody has stated.
    first, first_at_latest = min(day for day, _ in days), min(day for _, day in days)
    end_at_earliest, end = max(day for _, _, day, _ in ends), max(day for _, _, _, day in ends)
    if end_at_earliest >= first_at_latest:
        return
    if end >= first:
        raise NotKnown(_NOT_DATED)
    period, fund = programming_period_of(project), fund_of(project)
    keys = (key for key in context.keys(_FINISHED, period, fund) if key != _FINISHED)
    exempt = tuple(context.lasting_provision(key, period, fund) for key in keys)
    yield context.finding(
        "period",
        expected=first,
        found=project.period,
        basis=context.lasting_provision(_FINISHED, period),
        exemption=_EXEMPTION.with_values(rows=exempt) if exempt else NOTHING,
    )


PER_SELECTION: Final = (
    Rule(
        code="PER007",
        severity=Severity.WARNING,
        basis=_FINISHED,
        needs=("period", "decisions", PROGRAMMING_PERIOD),
        check=_not_finished_before_applied,
        demand=Words(
            "Projektet är inte slutfört när stöd söks för det.",
            "The project is not finished when support for it is applied for.",
        ),
        sv="Projektperioden {found} tog slut innan stödet söktes {expected:when}. Enligt {basis} ska en insats som "
        "redan är slutförd inte väljas ut för stöd{exemption}.",
        en="The project period {found} ended before support was applied for {expected:when}. Under {basis} an "
        "operation that is already completed shall not be selected for support{exemption}.",
    ),
)
