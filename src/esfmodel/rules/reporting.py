"""The terms by which a project reports: those of its decision, or else of its programme.

>>> from esfmodel import LAW
>>> from esfmodel.examples import KOMPETENSFOCUS
>>> from esfmodel.law import PACKS
>>> terms = reporting_terms(KOMPETENSFOCUS, law=LAW.with_pack(PACKS["2021SE05SFPR001"]))
>>> terms.every_months, terms.due_months
(1, 2)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.law import LAW
from esfmodel.law.keys import PROGRAMME
from esfmodel.model import DecisionKind, ReportingTerms
from esfmodel.model.decision import what_stands
from esfmodel.rules.shared.facts import is_programme_of, programming_period_of

if TYPE_CHECKING:
    from esfmodel.law import Law
    from esfmodel.model import Project
    from esfmodel.values.dates import DateLike

_EVERY: Final = "reporting.every"
_DUE: Final = "reporting.due"


def reporting_terms(project: Project, *, law: Law = LAW, on: DateLike | None = None) -> ReportingTerms:
    """Return the terms of the last decision that sets any, or else those of the project's programme in the law.

    The programme's values come with its pack: `LAW.with_pack(PACKS["2021SE05SFPR001"])`. What the programme leaves
    open, such as a due day at a weekend, is the default of `ReportingTerms`. `on` is the day whose law counts; for the
    terms that a project had on a day, pass `project.at(day)`.

    Raises `NotKnown` where neither a decision nor the programme sets terms, or it is not stated which decision came
    last.

    >>> from esfmodel import Decision, DecisionKind, Project
    >>> quarterly = ReportingTerms(every_months=3, due_months=1)
    >>> granted = Decision(DecisionKind.GRANTED, "2024-06-28", reporting=quarterly)
    >>> reporting_terms(Project("Framtidskraft", decisions=[granted])) == quarterly
    True
    """
    decided = [decision for decision in project.decisions if decision.kind is not DecisionKind.REJECTED]
    stated = what_stands(decided, lambda decision: decision.reporting)
    return _of_the_programme(project, law, on) if stated is None else stated


def _of_the_programme(project: Project, law: Law, on: DateLike | None) -> ReportingTerms:
    codes = dict.fromkeys(row.key.removeprefix(f"{PROGRAMME}.").split(".")[0] for row in law.under(PROGRAMME))
    programmes = [code for code in codes if is_programme_of(project, code)]
    if len(programmes) == 1:
        period = programming_period_of(project)
        try:
            every, due = (
                law.provision(f"{PROGRAMME}.{programmes[0]}.{key}", programming_period=period, on=on).value_as(int)
                for key in (_EVERY, _DUE)
            )
        except NotInForce as error:
            raise NotKnown("rule.programme_without_terms") from error
        return ReportingTerms(every_months=every, due_months=due)
    raise NotKnown("rule.no_reporting_terms")
