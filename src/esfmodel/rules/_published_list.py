"""The list of operations that a managing authority publishes: which projects stand in it, and what it tells of each."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import Fund, Portfolio, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules._facts import programming_period_of
from esfmodel.rules.words import Words
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.programming_period import ProgrammingPeriod

LIST: Final = "publication.list"
"""The key under which lies what the law demands of a list."""

_FUNDS = (Fund.ERDF, Fund.COHESION_FUND, Fund.ESF, Fund.YEI, Fund.ESF_PLUS, Fund.JTF)


def _has_place(project: Project) -> bool:
    owner = project.beneficiary
    of_owner = owner is not None and any((owner.postal_code, owner.city, owner.municipality))
    return of_owner or project.nuts is not None or project.region is not None


def _has_start(project: Project) -> bool:
    return project.period is not None and project.period.start is not None


def _has_end(project: Project) -> bool:
    return project.period is not None and project.period.end is not None


def _has_total_cost(project: Project) -> bool:
    return project.budget is not None and isinstance(project.budget.total_cost, Money)


def _has_union_rate(project: Project) -> bool:
    of_priority = None if project.priority is None else project.priority.eu_rate
    of_budget = None if project.budget is None else project.budget.eu_rate
    return project.published_eu_rate is not None or of_priority is not None or isinstance(of_budget, Rate)


def _has_country(project: Project) -> bool:
    return project.country is not None or project.nuts is not None


def _has_beneficiary(project: Project) -> bool:
    return project.beneficiary is not None


def _has_purpose(project: Project) -> bool:
    return project.summary is not None


def _has_fund(project: Project) -> bool:
    return fund_of(project) is not None


def _has_objective(project: Project) -> bool:
    return project.specific_objective is not None


def _has_field(project: Project) -> bool:
    return project.intervention_field is not None


def _has_number(project: Project) -> bool:
    return project.operation_id is not None


@attrs.frozen
class _Field:
    """Something a list of operations tells of each: its name, where a project has it, and whether one has."""

    name: Words
    place: str
    is_told: Callable[[Project], bool]


_FIELDS: Final = MappingProxyType(
    {
        "beneficiary": _Field(Words("stödmottagare", "the beneficiary"), "beneficiary", _has_beneficiary),
        "purpose": _Field(Words("syfte", "the purpose"), "summary", _has_purpose),
        "start": _Field(Words("startdatum", "the start date"), "period", _has_start),
        "end": _Field(Words("slutdatum", "the end date"), "period", _has_end),
        "total-cost": _Field(Words("totalkostnad", "the total cost"), "budget", _has_total_cost),
        "fund": _Field(Words("fond", "the fund"), "fund", _has_fund),
        "specific-objective": _Field(
            Words("specifikt mål", "the specific objective"), "specific_objective", _has_objective
        ),
        "union-rate": _Field(Words("Unionens andel", "the Union's rate"), "published_eu_rate", _has_union_rate),
        "location": _Field(Words("plats", "the location"), "nuts", _has_place),
        "country": _Field(Words("land", "the country"), "country", _has_country),
        "intervention": _Field(
            Words("interventionsområde", "the type of intervention"), "intervention_field", _has_field
        ),
        "code": _Field(Words("nummer", "the code"), "operation_id", _has_number),
    }
)
"""What the law demands of a list, by the last part of its key; a project always has a name."""


def some_fund_concerned(portfolio: Portfolio) -> bool:
    """Whether the law on what is published concerns any project of a list, or may."""
    return not portfolio.projects or any(fund_concerned(project) for project in portfolio.projects)


def fund_concerned(project: Project) -> bool:
    """Whether the law on what is published and shown concerns a project; no only where another fund is known."""
    return fund_of(project) in (None, *_FUNDS)


def list_tells_all(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """A published list of operations tells of each what the law demands."""
    by_period: dict[ProgrammingPeriod, list[int]] = {}
    doubt: NotKnown | None = None
    for index, project in enumerate(portfolio.projects):
        if fund_concerned(project):
            try:
                by_period.setdefault(programming_period_of(project), []).append(index)
            except NotKnown as error:
                doubt = error
    for period, indexes in by_period.items():
        for key in context.keys(LIST, period):
            field = _FIELDS.get(key.removeprefix(f"{LIST}."))
            lacking = [index for index in indexes if field and not field.is_told(portfolio.projects[index])]
            if field and lacking:
                yield context.finding(
                    f"projects[{lacking[0]}].{field.place}",
                    expected=len(indexes),
                    found=len(lacking),
                    basis=context.provision(key, period),
                    field=field.name,
                )
    if doubt is not None:
        raise doubt
