"""Family PRJ, part of three: fund, priority and objective belong to the programme, and the region to its country.

Rules PRJ004, PRJ005, PRJ007, PRJ008 and PRJ009.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import Fund, Project
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import known
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

_NO_PROGRAMME = Words("programmet är inte känt", "the programme is not known")
_NO_OBJECTIVE = Words("det specifika målet är inte känt", "the specific objective is not known")

_YOUTH = frozenset({Fund.YEI, Fund.ESF})
"""The Youth Employment Initiative is part of the ESF's programmes, and registers state either."""

_WHOSE = {
    "call": Words("utlysningen", "the call"),
    "priority": Words("programområdet", "the priority"),
}


def _same_fund(one: Fund, other: Fund) -> bool:
    return one is other or {one, other} == _YOUTH


def _fund_of_programme(project: Project, context: Context) -> Iterator[Finding]:
    """The fund of a project is one of those behind its programme."""
    fund, programme = known(project.fund, "rule.no_fund"), known(project.programme, _NO_PROGRAMME)
    if not any(_same_fund(fund, each) for each in programme.funds):
        funds = ", ".join(each.value for each in programme.funds)
        yield context.finding("fund", expected=funds, found=fund.value)


def _one_fund(project: Project, context: Context) -> Iterator[Finding]:
    """The fund of a project is that of its call and of its priority."""
    fund = known(project.fund, "rule.no_fund")
    for place, stated in (("call", project.call), ("priority", project.priority)):
        other = None if stated is None else stated.fund
        if other is not None and not _same_fund(fund, other):
            yield context.finding(f"{place}.fund", expected=fund.value, found=other.value, whose=_WHOSE[place])


def _plain(code: str) -> str:
    return "".join(code.casefold().split())


def _priority_of_programme(project: Project, context: Context) -> Iterator[Finding]:
    """The priority of a project is one of its programme's."""
    priority, programme = known(project.priority, "rule.no_priority"), known(project.programme, _NO_PROGRAMME)
    if _plain(priority.code) not in {_plain(each.code) for each in programme.priorities}:
        codes = ", ".join(each.code for each in programme.priorities)
        yield context.finding("priority", expected=codes, found=priority.code)


def _objective_of_priority(project: Project, context: Context) -> Iterator[Finding]:
    """The specific objective of a project is one of its priority's; a code may be written with its subdivisions."""
    objective, priority = known(project.specific_objective, _NO_OBJECTIVE), known(project.priority, "rule.no_priority")
    plain, listed = _plain(objective), [_plain(each) for each in priority.specific_objectives]
    if not any(plain.startswith(each) or each.startswith(plain) for each in listed):
        yield context.finding(
            "specific_objective", expected=", ".join(priority.specific_objectives), found=objective, code=priority.code
        )


def _place_in_country(project: Project, context: Context) -> Iterator[Finding]:
    """The region of a project lies in its country, or else in its programme's country."""
    programme = project.programme
    country = project.country or (None if programme is None else programme.country)
    nuts, expected = known(project.nuts, "rule.no_place"), known(country, "rule.no_place")
    if nuts.country != expected:
        yield context.finding("nuts", expected=expected.code, found=nuts)


PRJ_MEMBERSHIP: Final = (
    Rule(
        code="PRJ004",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("fund", "programme.funds"),
        check=_fund_of_programme,
        demand=Words("Projektets fond är en av programmets.", "The fund of the project is one of its programme's."),
        sv="Projektets fond är {found}, men programmets {expected}.",
        en="The project's fund is {found}, but its programme's {expected}.",
    ),
    Rule(
        code="PRJ005",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("fund", "call.fund|priority.fund"),
        check=_one_fund,
        demand=Words(
            "Projektets fond är utlysningens och programområdets.",
            "The fund of the project is that of its call and its priority.",
        ),
        sv="Projektets fond är {expected}, men {whose} anger {found}.",
        en="The project's fund is {expected}, but {whose} states {found}.",
    ),
    Rule(
        code="PRJ007",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("priority", "programme.priorities"),
        check=_priority_of_programme,
        demand=Words("Programområdet hör till programmet.", "The priority belongs to the programme."),
        sv="Programområdet är {found}, men programmet har {expected}.",
        en="The priority is {found}, but the programme has {expected}.",
    ),
    Rule(
        code="PRJ008",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("specific_objective", "priority.specific_objectives"),
        check=_objective_of_priority,
        demand=Words("Det specifika målet hör till programområdet.", "The specific objective belongs to the priority."),
        sv="Det specifika målet är {found}, men programområde {code} har {expected}.",
        en="The specific objective is {found}, but priority {code} has {expected}.",
    ),
    Rule(
        code="PRJ009",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("nuts", "country|programme.country"),
        check=_place_in_country,
        demand=Words("NUTS-koden ligger i projektets land.", "The NUTS code lies in the project's country."),
        sv="NUTS-koden {found} ligger inte i {expected}.",
        en="The NUTS code {found} does not lie in {expected}.",
    ),
)
