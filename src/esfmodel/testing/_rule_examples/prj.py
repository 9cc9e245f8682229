"""Examples of family PRJ: codes of another programme, period, fund or place, or not in any list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.law import codes
from esfmodel.model import (
    Call,
    Fund,
    Organisation,
    Participation,
    Priority,
    Programme,
    Project,
    Role,
    SecondaryTheme,
)
from esfmodel.rules import known
from esfmodel.rules.families.prj_location import LOCATION
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, budget_of, period_of
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from esfmodel.law import Law
    from esfmodel.model import Cost


def _another_programme(cci: Cci) -> Cci:
    """Return a code that differs only in the type of programme."""
    ending = f"{cci.type}{cci.serial or ''}"
    other = "PR" if cci.type == "OP" else "OP"
    return Cci(f"{cci.code.removesuffix(ending)}{other}{cci.serial or ''}")


def _cci_unlike_programme(project: Project, _law: Law) -> Project:
    programme, cci = known(project.programme), known(project.cci)
    return attrs.evolve(project, programme=attrs.evolve(programme, cci=_another_programme(cci)))


def _number_unlike_programme(project: Project, _law: Law) -> Project:
    number = known(project.operation_id)
    return attrs.evolve(project, operation_id=OperationId(f"{_another_programme(known(number.cci))}_{number.local}"))


def _period_unlike_cci(project: Project, _law: Law) -> Project:
    programme = project.programme
    cci = known(project.cci or (None if programme is None else programme.cci))
    period = known(cci.programming_period)
    return attrs.evolve(project, programming_period=ProgrammingPeriod(period.first - 1, period.last - 1))


def _another_fund(project: Project) -> Fund:
    # The Youth Employment Initiative is part of the ESF, so the ESF is not another fund.
    return Fund.ESF_PLUS if known(project.fund) in (Fund.ESF, Fund.YEI) else Fund.ESF


def _programme_of_another_fund(project: Project, _law: Law) -> Project:
    programme = known(project.programme)
    return attrs.evolve(project, programme=attrs.evolve(programme, funds=(_another_fund(project),)))


def _call_with_fund(project: Project, fund: Fund) -> Project:
    return attrs.evolve(project, call=attrs.evolve(project.call or Call(), fund=fund))


def _call_of_the_fund(project: Project, _law: Law) -> Project:
    return _call_with_fund(project, known(project.fund))


def _call_of_another_fund(project: Project, _law: Law) -> Project:
    return _call_with_fund(project, _another_fund(project))


def _programme_with(project: Project, priority: Priority) -> Project:
    programme = project.programme or Programme()
    return attrs.evolve(project, programme=attrs.evolve(programme, priorities=(priority,)))


def _programme_of_the_priority(project: Project, _law: Law) -> Project:
    return _programme_with(project, known(project.priority))


def _programme_without_the_priority(project: Project, _law: Law) -> Project:
    code = known(project.priority).code
    return _programme_with(project, Priority(f"{code}{code}"))


def _priority_with(project: Project, objective: str) -> Project:
    priority = known(project.priority)
    return attrs.evolve(project, priority=attrs.evolve(priority, specific_objectives=(objective,)))


def _priority_of_the_objective(project: Project, _law: Law) -> Project:
    return _priority_with(project, known(project.specific_objective))


def _priority_of_another_objective(project: Project, _law: Law) -> Project:
    return _priority_with(project, f"Annat än {known(project.specific_objective)}")


def _place_in_another_country(project: Project, _law: Law) -> Project:
    nuts = known(project.nuts)
    other = next(each for each in (Country("NO"), Country("SE")) if each != nuts.country)
    return attrs.evolve(project, country=other)


def _fund_of_another_period(project: Project, _law: Law) -> Project:
    funds = known(codes.funds(programming_period_of(project)))
    return attrs.evolve(project, fund=next(each for each in (Fund.ESF, Fund.ESF_PLUS) if each.value not in funds))


def _unknown_region(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, nuts=NutsCode(f"{known(project.nuts).country_code}Z"))


def _unknown_field(project: Project, _law: Law) -> Project:
    """Write the code three times over: no list has such a number."""
    code, *_ = known(project.intervention_field).split()
    return attrs.evolve(project, intervention_field=f"{code}{code}{code}")


def _first_theme(project: Project) -> str:
    return next(iter(known(codes.secondary_themes(programming_period_of(project))))).code


def _with_a_theme(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, secondary_themes=(SecondaryTheme(_first_theme(project)),))


def _unknown_theme(project: Project, _law: Law) -> Project:
    code = _first_theme(project)
    return attrs.evolve(project, secondary_themes=(SecondaryTheme(f"{code}{code}{code}"),))


def _first_cost_with(project: Project, partner: str | None = None, phase: str | None = None) -> Project:
    return _with_first_cost(project, attrs.evolve(_first_cost(project), partner=partner, phase=phase))


def _first_cost(project: Project) -> Cost:
    return known(next(iter(budget_of(project).costs), None))


def _with_first_cost(project: Project, first: Cost) -> Project:
    budget = budget_of(project)
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=(first, *budget.costs[1:])))


def _first_cost_in(project: Project, year: int) -> Project:
    return _with_first_cost(project, attrs.evolve(_first_cost(project), year=year))


def _with_a_partner(project: Project, _law: Law) -> Project:
    partner = Participation(Organisation("Mora kommun"), Role.PARTNER)
    return _first_cost_with(attrs.evolve(project, partners=(*project.partners, partner)), partner="Mora kommun")


def _another_partner(project: Project, _law: Law) -> Project:
    return _first_cost_with(project, partner="Morra kommun")


def _with_a_phase(project: Project, _law: Law) -> Project:
    return _first_cost_with(project, phase=known(project.phases[0].name if project.phases else None))


def _another_phase(project: Project, _law: Law) -> Project:
    """Misspell the name of a phase with a letter too many."""
    name = known(project.phases[0].name if project.phases else None)
    return _first_cost_with(project, phase=f"{name[0]}{name}")


def _with_a_year(project: Project, _law: Law) -> Project:
    return _first_cost_in(project, period_of(project).start.year)


def _year_after(project: Project, _law: Law) -> Project:
    return _first_cost_in(project, period_of(project).end.year + 1)


def _in_its_area(project: Project, law: Law) -> Project:
    """Return a project of the years when a project was located in the area of its programme."""
    period_of(project)
    row = law.provision(LOCATION)
    sweden = Country("SE")
    programme = Programme(country=sweden)
    return Project(project.name, programming_period=row.programming_period, programme=programme, country=sweden)


def _outside_its_area(project: Project, _law: Law) -> Project:
    known(project.programme)
    return attrs.evolve(project, country="NO")


PRJ: Final = MappingProxyType(
    {
        "PRJ001": RuleExample(broken=_cci_unlike_programme, consequences=("PRJ002",)),
        "PRJ002": RuleExample(broken=_number_unlike_programme),
        "PRJ003": RuleExample(broken=_period_unlike_cci),
        "PRJ004": RuleExample(broken=_programme_of_another_fund),
        "PRJ005": RuleExample(ok=_call_of_the_fund, broken=_call_of_another_fund),
        "PRJ006": RuleExample(broken=_fund_of_another_period, consequences=("PRJ004", "PRJ005")),
        "PRJ007": RuleExample(ok=_programme_of_the_priority, broken=_programme_without_the_priority),
        "PRJ008": RuleExample(ok=_priority_of_the_objective, broken=_priority_of_another_objective),
        "PRJ009": RuleExample(broken=_place_in_another_country),
        "PRJ010": RuleExample(broken=_unknown_region),
        "PRJ011": RuleExample(broken=_unknown_field),
        "PRJ012": RuleExample(ok=_with_a_theme, broken=_unknown_theme),
        "PRJ013": RuleExample(ok=_with_a_partner, broken=_another_partner),
        "PRJ014": RuleExample(ok=_with_a_phase, broken=_another_phase),
        "PRJ015": RuleExample(ok=_with_a_year, broken=_year_after),
        "PRJ016": RuleExample(ok=_in_its_area, broken=_outside_its_area),
    }
)
