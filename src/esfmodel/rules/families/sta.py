"""Family STA, State aid: what one undertaking may receive as de minimis aid.

Rule STA001. Regulation (EU) 2023/2831, Articles 3 and 7. Not judged: which undertakings are controlled by one another
and so count as one, aid that is not in the portfolio, and the discounting of aid that is paid in instalments.
"""

from __future__ import annotations

from bisect import bisect_right
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
        counted = _Counted(portfolio)
        for aid in sorted(aids):
            try:
                finding = _judged(portfolio.projects[aid.project], context, aid, counted) if aid.is_judged else None
            except NotKnown as error:
                doubt, finding = error, None
            if finding is None:
                counted.add(aid)
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


class _Together(NamedTuple):
    """New aid together with that of the years before it: what surely is, and what may be."""

    sure: MoneyLike
    possible: MoneyLike
    is_certain: bool
    """Whether each sure amount is that of the aid, and nothing says that two member states grant it."""


class _Counted:
    """The aid of one undertaking that counts so far, in the order of its first days.

    Where the last days are in order too, and the amounts exact and of one currency, the aid of some years lies between
    two places, and is the difference of two sums: nothing is added up anew for each aid.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._aids: list[_Aid] = []
        self._sums = [0]
        self._is_in_order = True
        self._last_not_stated = -1
        self._last_of_state: dict[Country | None, int] = {}

    def add(self, aid: _Aid) -> None:
        """Count aid, which begins no sooner than that before it."""
        place = len(self._aids)
        self._is_in_order = self._keeps_order(aid)
        self._aids.append(aid)
        self._sums.append(self._sums[-1] + (aid.amount.minor if isinstance(aid.amount, Money) else 0))
        if not aid.is_stated:
            self._last_not_stated = place
        self._last_of_state |= dict.fromkeys(self._states(aid), place)

    def with_new(self, new: _Aid, since: Date, until: Date) -> _Together:
        """Return new aid together with what may be after `since`, and what surely is after `until`."""
        if isinstance(new.amount, Money) and self._keeps_order(new):
            first = bisect_right(self._aids, until, key=_first_day)
            surely = range(first, max(first, bisect_right(self._aids, new.first, key=_last_day)))
            maybe = range(bisect_right(self._aids, since, key=_last_day), len(self._aids))
            sums = [self._sums[places.stop] - self._sums[places.start] for places in (surely, maybe)]
            found, most = (new.amount + Money.of_minor(minor, new.amount.currency) for minor in sums)
            return _Together(found, most, self._is_certain(new, surely))
        within = [place for place, aid in enumerate(self._aids) if aid.last > since]
        known = [place for place in within if self._aids[place].first > until and self._aids[place].last <= new.first]
        sure = self._sum(known, new)
        possible = sure if len(known) == len(within) else self._sum(within, new)
        return _Together(sure, possible, self._is_certain(new, known))

    def _keeps_order(self, aid: _Aid) -> bool:
        """Whether all aid with this one has exact amounts in one currency, and its last days are in order."""
        before = self._aids[-1] if self._aids else aid
        one, other = before.amount, aid.amount
        is_exact = isinstance(one, Money) and isinstance(other, Money) and one.currency == other.currency
        return self._is_in_order and is_exact and before.last <= aid.last

    def _sum(self, places: Sequence[int], new: _Aid) -> MoneyLike:
        first, *others = [*(self._aids[place].amount for place in places), new.amount]
        total = first
        for amount in others:
            require_one_currency(total, amount)
            total = total + amount
        return total

    def _is_certain(self, new: _Aid, places: Sequence[int]) -> bool:
        """Whether each amount is that of the aid, and nothing says that two member states grant it."""
        states = set(self._states(new))
        if places and places[-1] == len(self._aids) - 1 and self._is_in_order:
            # All from one place on.
            states |= {state for state, last in self._last_of_state.items() if last >= places[0]}
            are_stated = self._last_not_stated < places[0]
        else:
            states |= {state for place in places for state in self._states(self._aids[place])}
            are_stated = all(self._aids[place].is_stated for place in places)
        return new.is_stated and are_stated and len(states) <= 1 and None not in states

    def _states(self, aid: _Aid) -> list[Country | None]:
        return _states_of(self._portfolio.projects[aid.project])


def _first_day(aid: _Aid) -> Date:
    return aid.first


def _last_day(aid: _Aid) -> Date:
    return aid.last


def _judged(project: Project, context: Context, new: _Aid, before: _Counted) -> Finding | None:
    """Return a finding where new aid, with the aid of the years before it, exceeds the ceiling."""
    row, counted = _on_conferral(context, CEILING, new), _on_conferral(context, YEARS, new)
    if row is None or counted is None:
        return None
    years = counted.value_as(int)
    since, until = (day.subtract(years=years) for day in (new.first, new.last))
    found = before.with_new(new, since, until)
    if not exceeds(context, found.sure, found.possible, row.value_as(Money), during=Period(since, new.last)):
        return None
    owner = owner_of(project)
    return context.finding(
        f"projects[{new.project}].aid",
        expected=row.value,
        found=as_exact(found.sure),
        severity=Severity.ERROR if found.is_certain else Severity.WARNING,
        basis=row,
        undertaking="" if owner is None else owner.name,
        years=years,
        which=project_place(new.project, project.name),
    )


def _on_conferral(context: Context, key: str, aid: _Aid) -> Provision | None:
    """Return the provision in force when the right to aid was conferred, whatever day is judged; None without one."""
    rows = [row for row in context.rows(key) if row.key == key and row.in_force(aid.first) and row.in_force(aid.last)]
    return max(rows, key=lambda row: row.level.rank, default=None)


def _states_of(project: Project) -> list[Country | None]:
    """Return the states that the project and its programme name, which may grant the aid; None stands for several."""
    places = (project.country, None if project.nuts is None else project.nuts.country)
    return [*(cci.country for cci in ccis_of(project).values()), *(place for place in places if place is not None)]


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
