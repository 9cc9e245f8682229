"""Family STA, State aid: what one undertaking may receive as de minimis aid.

Rule STA001. Regulation (EU) 2023/2831, Articles 3 and 7. Not judged: which undertakings are controlled by one another
and so count as one, aid that is not in the portfolio, and the discounting of aid that is paid in instalments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import NotKnown
from esfmodel.model import AidBasis, Portfolio
from esfmodel.model.facts import ccis_of, owner_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import as_exact, is_refused, project_place
from esfmodel.rules.shared.figures import exceeds, require_one_currency
from esfmodel.rules.words import Words
from esfmodel.values.money import Money
from esfmodel.values.period import Period, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.law import Provision
    from esfmodel.model import Aid, Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.country import Country
    from esfmodel.values.dates import Date
    from esfmodel.values.foreign_number import ForeignNumber
    from esfmodel.values.organisation_number import OrganisationNumber

_DE_MINIMIS: Final = "de-minimis"
CEILING: Final = f"{_DE_MINIMIS}.ceiling"
"""The key of the most that one undertaking may receive."""

YEARS: Final = f"{_DE_MINIMIS}.period"
"""The key of the years over which the aid is added up."""

_NO_AID = Words(
    "om stödet är av mindre betydelse är inte känt för något projekt",
    "whether support is de minimis aid is not known of any project",
)
_NOT_STATED = Words(
    "organisationsnummer, belopp eller dag då rätten till stödet gavs saknas för något stöd av mindre betydelse",
    "the number of the undertaking, the amount or the day of conferral is missing for some de minimis aid",
)


class _Aid(NamedTuple):
    """De minimis aid of one project, from the earliest day of conferral."""

    first: Date
    project: int
    last: Date
    amount: MoneyLike
    is_stated: bool
    """Whether the amount is that of the aid; if not, it is the support."""
    is_judged: bool
    """Whether it was conferred under the regulation in force."""


def _may_be_de_minimis(portfolio: Portfolio) -> bool:
    aids = [project.aid for project in portfolio.projects]
    return not aids or any(aid is None or aid.basis.is_de_minimis for aid in aids)


def _de_minimis_within_the_ceiling(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The de minimis aid of one undertaking over any period of years is at most the ceiling; else the new aid fails.

    Aid counts from the day on which the right to it was conferred. Aid of the years before this regulation is counted,
    but stays lawful. Aid that fails is not counted again.
    """
    if all(project.aid is None for project in portfolio.projects):
        raise NotKnown(_NO_AID)
    # Raised last, so that one aid of unknown day does not hide what is found of the others.
    doubt: NotKnown | None = None
    of_undertaking: dict[OrganisationNumber | ForeignNumber, list[_Aid]] = {}
    for index, project in enumerate(portfolio.projects):
        if project.aid is not None and project.aid.basis.is_de_minimis:
            try:
                if is_refused(project):
                    continue
            except NotKnown as error:
                doubt = error
                continue
            owner, aid = owner_of(project), _aid_of(index, project, project.aid)
            if owner is None or owner.number is None or aid is None:
                doubt = NotKnown(_NOT_STATED)
            else:
                of_undertaking.setdefault(owner.number, []).append(aid)
    for aids in of_undertaking.values():
        counted: list[_Aid] = []
        for aid in sorted(aids):
            try:
                finding = _judged(portfolio, context, aid, counted) if aid.is_judged else None
            except NotKnown as error:
                doubt, finding = error, None
            if finding is None:
                counted.append(aid)
            else:
                yield finding
    if doubt is not None:
        raise doubt


def _aid_of(index: int, project: Project, aid: Aid) -> _Aid | None:
    """Return the aid of a project; None where its day or amount is not stated."""
    budget = project.budget
    amount = aid.amount or (None if budget is None else budget.support)
    if aid.conferred_on is None or amount is None:
        return None
    first, last = first_and_last(aid.conferred_on)
    is_new = aid.basis is AidBasis.DE_MINIMIS
    return _Aid(first, index, last, amount, aid.amount is not None, is_new)


def _judged(portfolio: Portfolio, context: Context, new: _Aid, before: Sequence[_Aid]) -> Finding | None:
    """Return a finding where new aid, with the aid of the years before it, exceeds the ceiling."""
    project = portfolio.projects[new.project]
    row, counted = _on_conferral(context, CEILING, new), _on_conferral(context, YEARS, new)
    if row is None or counted is None:
        return None
    years = counted.value_as(int)
    since, until = (day.subtract(years=years) for day in (new.first, new.last))
    # What may be within the years, and what surely is.
    possible = [aid for aid in before if aid.last > since]
    sure = [aid for aid in possible if aid.first > until and aid.last <= new.first]
    found = _sum([*sure, new])
    most = found if len(sure) == len(possible) else _sum([*possible, new])
    if not exceeds(context, found, most, row.value_as(Money), during=Period(since, new.last)):
        return None
    owner = owner_of(project)
    return context.finding(
        f"projects[{new.project}].aid",
        expected=row.value,
        found=as_exact(found),
        severity=Severity.ERROR if _is_certain(portfolio, [*sure, new]) else Severity.WARNING,
        basis=row,
        undertaking="" if owner is None else owner.name,
        years=years,
        which=project_place(new.project, project.name),
    )


def _on_conferral(context: Context, key: str, aid: _Aid) -> Provision | None:
    """Return the provision in force when the right to aid was conferred, whatever day is judged; None without one."""
    rows = [row for row in context.rows(key) if row.key == key and row.in_force(aid.first) and row.in_force(aid.last)]
    return max(rows, key=lambda row: row.level.rank, default=None)


def _is_certain(portfolio: Portfolio, aids: Sequence[_Aid]) -> bool:
    """Whether each amount is that of the aid, and nothing says that two member states grant it."""
    projects = [portfolio.projects[aid.project] for aid in aids]
    states = {state for project in projects for state in _states_of(project)}
    return all(aid.is_stated for aid in aids) and len(states) <= 1 and None not in states


def _states_of(project: Project) -> list[Country | None]:
    """Return the states that the project and its programme name, which may grant the aid; None stands for several."""
    places = (project.country, None if project.nuts is None else project.nuts.country)
    return [*(cci.country for cci in ccis_of(project).values()), *(place for place in places if place is not None)]


def _sum(aids: Sequence[_Aid]) -> MoneyLike:
    total = aids[0].amount
    for aid in aids[1:]:
        require_one_currency(total, aid.amount)
        total = total + aid.amount
    return total


STA: Final = (
    Rule(
        code="STA001",
        subject=Portfolio,
        severity=Severity.ERROR,
        basis=_DE_MINIMIS,
        needs=("projects",),
        applies=_may_be_de_minimis,
        scope=Words(
            "gäller stöd av mindre betydelse till företag med samma organisationsnummer; fel där stödets belopp är "
            "angivet, annars en varning, och i Interreg en varning, eftersom flera medlemsstater kan ge stödet",
            "concerns de minimis aid to undertakings with the same organisation number; an error where the amount of "
            "the aid is stated, else a warning, and in Interreg a warning, since several member states may grant it",
        ),
        check=_de_minimis_within_the_ceiling,
        demand=Words(
            "Stöd av mindre betydelse till ett företag ryms under taket, räknat över så många år som förordningen "
            "anger.",
            "The de minimis aid of one undertaking is within the ceiling over any period of as many years as the "
            "regulation sets.",
        ),
        sv="Stödet av mindre betydelse till {undertaking} ({which}) uppgår till {found} tillsammans med sådant stöd "
        "under de {years} åren dessförinnan. Taket är {expected} enligt {basis}; inget av det nya stödet omfattas då "
        "av förordningen.",
        en="The de minimis aid to {undertaking} ({which}) comes to {found} with such aid of the {years} years before. "
        "The ceiling is {expected} under {basis}; then none of the new aid benefits from the regulation.",
    ),
)
