"""Family PRJ, what belongs to the programme, the country and the project.

Fund, priority and objective are the programme's, the region lies in its country, and partner, phase and year of a line
are the project's.

Rules PRJ004, PRJ005, PRJ007, PRJ008, PRJ009, PRJ013, PRJ014 and PRJ015.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import NotKnown
from esfmodel.model import Fund, Project
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import fund_words, is_interreg, known
from esfmodel.rules.shared.later import WordsLater
from esfmodel.rules.words import NOTHING, Words
from esfmodel.text.telling.names import KnownNames, nearest, official_name
from esfmodel.values.field_type import kept

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from esfmodel.model import ClaimedCost, Contribution, Cost, Organisation
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
    fund, programme = known(project.fund, "fund"), known(project.programme, _NO_PROGRAMME)
    if not any(_same_fund(fund, each) for each in programme.funds):
        funds = ", ".join(each.value for each in programme.funds)
        of, its = fund_words(fund), fund_words(*programme.funds)
        yield context.finding("fund", expected=funds, found=fund.value, fund=of, funds=its)


def _one_fund(project: Project, context: Context) -> Iterator[Finding]:
    """The fund of a project is that of its call and of its priority."""
    fund = known(project.fund, "fund")
    for place, stated in (("call", project.call), ("priority", project.priority)):
        other = None if stated is None else stated.fund
        if other is not None and not _same_fund(fund, other):
            yield context.finding(
                f"{place}.fund",
                expected=fund.value,
                found=other.value,
                whose=_WHOSE[place],
                fund=fund_words(fund),
                other=fund_words(other),
            )


def _plain(code: str) -> str:
    return "".join(code.casefold().split())


def _priority_of_programme(project: Project, context: Context) -> Iterator[Finding]:
    """The priority of a project is one of its programme's."""
    priority, programme = known(project.priority, "priority"), known(project.programme, _NO_PROGRAMME)
    if _plain(priority.code) not in {_plain(each.code) for each in programme.priorities}:
        codes = ", ".join(each.code for each in programme.priorities)
        yield context.finding("priority", expected=codes, found=priority.code)


def _objective_of_priority(project: Project, context: Context) -> Iterator[Finding]:
    """The specific objective of a project is one of its priority's; a code may be written with its subdivisions."""
    objective, priority = known(project.specific_objective, _NO_OBJECTIVE), known(project.priority, "priority")
    plain, listed = _plain(objective), [_plain(each) for each in priority.specific_objectives]
    if not any(plain.startswith(each) or each.startswith(plain) for each in listed):
        yield context.finding(
            "specific_objective", expected=", ".join(priority.specific_objectives), found=objective, code=priority.code
        )


def _place_in_country(project: Project, context: Context) -> Iterator[Finding]:
    """The region of a project lies in its country, or else in its programme's country."""
    programme = project.programme
    country = project.country or (None if programme is None else programme.country)
    nuts, expected = known(project.nuts, "nuts"), known(country, "country")
    if nuts.country != expected:
        where = Words(expected.name("sv"), expected.name("en"))
        yield context.finding("nuts", expected=expected.code, found=nuts, where=where)


# --- PRJ013, PRJ014 and PRJ015: the partner, phase and year that a line names

_NOT_ALL_NAMED = Words("alla projektets partner är inte namngivna", "not all of the project's partners are named")
_LABELLED = Words(
    "gäller projekt vars rader anger partner, fas eller år",
    "concerns projects whose lines name a partner, phase or year",
)
_MEANT = Words("; kanske menas {near}", "; perhaps {near} is meant")
_NO_DIGITS = re.compile(r"\D+")
_NUMBERED = re.compile(r"(?:fas|etapp|phase)?\s*(\d+)")
_SHARED = re.compile(
    r"(?:alla|samtliga)(?: partner| parter| faser)?|gemensamt?|hela projektet"
    r"|all(?: partners| phases)?|shared|the whole project",
    re.IGNORECASE,
)
"""How lines name all partners or phases at once."""
_OWNER = re.compile(
    r"(?:projektägare|stödmottagare|sökande)n?|project owner|lead partner|beneficiary|applicant", re.IGNORECASE
)
"""How lines name the owner by its role."""


def _lines(project: Project) -> Iterator[tuple[str, Cost | ClaimedCost | Contribution]]:
    """Yield each line of the budget and of the claims with its place."""
    budget = project.budget
    if budget is not None:
        yield from ((f"budget.costs[{index}]", cost) for index, cost in enumerate(budget.costs))
        yield from ((f"budget.financing[{index}]", part) for index, part in enumerate(budget.financing))
    for number, claim in enumerate(project.claims):
        yield from ((f"claims[{number}].costs[{index}]", cost) for index, cost in enumerate(claim.costs))
        yield from ((f"claims[{number}].financing[{index}]", part) for index, part in enumerate(claim.financing))


class _Labels(NamedTuple):
    """The partners, phases and years that lines name: a project has many lines, and few labels."""

    partners: frozenset[str]
    phases: frozenset[str]
    years: frozenset[int]


@kept
def _labels_of(project: Project) -> _Labels:
    dated: list[Cost | Contribution] = []
    claimed: list[ClaimedCost] = []
    if project.budget is not None:
        dated += (*project.budget.costs, *project.budget.financing)
    for claim in project.claims:
        claimed += claim.costs
        dated += claim.financing
    lines = (*dated, *claimed)
    return _Labels(
        frozenset([line.partner for line in lines if line.partner is not None]),
        frozenset([line.phase for line in lines if line.phase is not None]),
        frozenset([line.year for line in dated if line.year is not None]),
    )


def _may_name_partners(project: Project) -> bool:
    return project.budget is None or bool(_labels_of(project).partners)


def _may_name_phases(project: Project) -> bool:
    return project.budget is None or bool(_labels_of(project).phases)


def _may_name_years(project: Project) -> bool:
    return project.budget is None or bool(_labels_of(project).years)


def _near(label: str, names: Iterable[str]) -> Words:
    """Return the end of a sentence that asks for the nearest of several names; empty where none is near."""
    near = nearest(label, names)
    return NOTHING if near is None else _MEANT.with_values(near=near)


def _near_later(names: Iterable[str], label: str) -> Words:
    # To compare a label with every name takes long.
    return WordsLater(_near, label, names)


def _bodies(project: Project) -> list[Organisation]:
    """Return the bodies that a project names: its owner, those who take part, and those who pay, with their members."""
    financing = () if project.budget is None else project.budget.financing
    payers = [None if part.funder is None else part.funder.organisation for part in financing]
    named = [project.beneficiary, *(part.organisation for part in project.partners), *payers]
    bodies = [body for body in named if body is not None]
    # The list grows while it is read: members may have members.
    for body in bodies:
        bodies.extend(body.members)
    return bodies


def _digits(text: str) -> str:
    return _NO_DIGITS.sub("", text)


def _partner_of_project(project: Project, context: Context) -> Iterator[Finding]:
    """The partner of a line is one of the project's, by name, part of it, initials, number or role, or all of them."""
    bodies = _bodies(project)
    names = list(dict.fromkeys(name for body in bodies for name in (official_name(body), body.unit) if name))
    known_names = KnownNames(names)
    labels = [label for label in _labels_of(project).partners if not known_names.include(label)]
    numbers = {_digits(str(body.number)) for body in bodies} - {""} if labels else set[str]()
    lengths = set(map(len, numbers))
    unknown = {label for label in labels if not _is_a_number_or_role(label, numbers, lengths)}
    if not unknown:
        return
    if not all(body.count is not None and len(body.members) >= body.count for body in bodies if body.is_group):
        raise NotKnown(_NOT_ALL_NAMED)
    near = cache(partial(_near_later, names))
    for place, line in _lines(project):
        if line.partner in unknown:
            yield context.finding(f"{place}.partner", found=line.partner, near=near(line.partner))


def _is_a_number_or_role(label: str, numbers: Container[str], lengths: Iterable[int]) -> bool:
    digits, plain = _digits(label), label.strip()
    is_numbered = any(digits[-length:] in numbers for length in lengths)
    return is_numbered or _SHARED.fullmatch(plain) is not None or _OWNER.fullmatch(plain) is not None


def _phase_of_project(project: Project, context: Context) -> Iterator[Finding]:
    """The phase of a line is one of the project's, under its name or its number."""
    names = [phase.name for phase in project.phases]
    known_names = KnownNames(names)
    labels = [label for label in _labels_of(project).phases if not known_names.include(label)]
    beginnings = _Beginnings(name.casefold() for name in names) if labels else _Beginnings()
    # The third of three phases may be called "Fas 3" by its place, where no name has a number.
    places = frozenset[str]() if any(map(_digits, names)) else frozenset(map(str, range(1, len(names) + 1)))
    unknown = {label for label in labels if not _is_a_part_or_place(label, beginnings, places)}
    near = cache(partial(_near_later, names))
    for place, line in _lines(project) if unknown else ():
        if line.phase in unknown:
            yield context.finding(f"{place}.phase", found=line.phase, near=near(line.phase))


class _Beginnings:
    """Texts, each of which may be the beginning of another, or the reverse; they are not tried one by one."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = frozenset(texts)
        self._in_order = sorted(self._texts)
        self._lengths = set(map(len, self._texts))

    def agree_with(self, text: str) -> bool:
        """Whether a text begins with one of these, or one of these with it."""
        place = bisect_left(self._in_order, text)
        begins_one = place < len(self._in_order) and self._in_order[place].startswith(text)
        return begins_one or any(text[:length] in self._texts for length in self._lengths)


def _is_a_part_or_place(label: str, beginnings: _Beginnings, places: Container[str]) -> bool:
    """Whether a label means all phases, is one with more or fewer words, or the number of one."""
    plain = label.casefold()
    if _SHARED.fullmatch(label.strip()) or beginnings.agree_with(plain):
        return True
    number = _NUMBERED.fullmatch(plain.strip())
    return number is not None and number[1] in places


def _year_of_project(project: Project, context: Context) -> Iterator[Finding]:
    """The year of a line is one of the project period; in Interreg preparation before it may be paid for."""
    period = project.period
    start, end = (None, None) if period is None else (period.start, period.end)
    first = None if start is None or is_interreg(project) else start.year
    last = None if end is None else end.year
    years = _labels_of(project).years
    outside = {year for year in years if (first is not None and year < first) or (last is not None and year > last)}
    for place, line in _lines(project) if outside else ():
        year = getattr(line, "year", None)
        if year in outside:
            yield context.finding(f"{place}.year", expected=period, found=year)


PRJ_MEMBERSHIP: Final = (
    Rule(
        code="PRJ004",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("fund", "programme.funds"),
        check=_fund_of_programme,
        demand=Words("Projektets fond är en av programmets.", "The fund of the project is one of its programme's."),
        sv="Projektets fond är {fund}, men programmets {funds}.",
        en="The project's fund is {fund}, but its programme's {funds}.",
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
        sv="Projektets fond är {fund}, men {whose} anger {other}.",
        en="The project's fund is {fund}, but {whose} states {other}.",
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
        sv="NUTS-koden {found} ligger inte i {where}.",
        en="The NUTS code {found} does not lie in {where}.",
    ),
    Rule(
        code="PRJ013",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("partners", "budget|claims"),
        applies=_may_name_partners,
        scope=_LABELLED,
        check=_partner_of_project,
        demand=Words(
            "Den partner som en rad anger är en av projektets.",
            "The partner that a line names is one of the project's.",
        ),
        sv="{found} ({place}) finns inte bland projektets partner{near}.",
        en="Not among the project's partners: {found} ({place}){near}.",
    ),
    Rule(
        code="PRJ014",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("phases", "budget|claims"),
        applies=_may_name_phases,
        scope=_LABELLED,
        check=_phase_of_project,
        demand=Words(
            "Den fas som en rad anger är en av projektets.", "The phase that a line names is one of the project's."
        ),
        sv="{found} ({place}) finns inte bland projektets faser{near}.",
        en="Not among the project's phases: {found} ({place}){near}.",
    ),
    Rule(
        code="PRJ015",
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("period", "budget|claims"),
        applies=_may_name_years,
        scope=_LABELLED,
        check=_year_of_project,
        demand=Words(
            "Det år som en rad anger ligger i projektperioden.",
            "The year that a line names lies in the project period.",
        ),
        sv="{found} ({place}) ligger utanför projektperioden {expected}.",
        en="Outside the project period, {expected}: {found} ({place}).",
    ),
)
