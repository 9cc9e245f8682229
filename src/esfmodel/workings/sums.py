"""Sums of a portfolio by place, year and kind of owner, each of which says of what.

>>> from esfmodel import Budget, Money, Organisation, Portfolio, Project, SumsBy, sums_by
>>> falun = Organisation("Falu kommun")
>>> projects = [
...     Project("Nya vägar", beneficiary=falun, programming_period="2021-2027", budget=Budget(total=Money(500_000))),
...     Project("Gröna rum", municipalities=["Mora"], programming_period="2021-2027"),
... ]
>>> sums = sums_by(Portfolio(projects), SumsBy.COUNTY_OF_OWNER)
>>> [(group.key, group.total_cost.known) for group in sums.groups], f"{sums.share_unknown:en}"
([('Dalarnas län', Money(500000)), (None, Money(0))], '50%')
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law import codes
from esfmodel.model.decision import DecisionKind
from esfmodel.model.facts import programming_period_of
from esfmodel.model.fields import as_call, as_call_on_lines, check_type, tuple_of
from esfmodel.model.organisation import OrganisationKind
from esfmodel.model.portfolio import Portfolio, PortfolioGroup, grouped
from esfmodel.text.telling.facts import is_municipality
from esfmodel.text.telling.names import official_name
from esfmodel.values.format import Labelled
from esfmodel.values.money import Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.law.codes import Code, CodeList
    from esfmodel.model.organisation import Organisation
    from esfmodel.model.project import Project
    from esfmodel.values.programming_period import ProgrammingPeriod


class SumsBy(Labelled):
    """What the projects of a portfolio are grouped by.

    The owner's seat is not where a project is carried out, so each place says which of them it is. The town of the
    owner is that of its address, which is no municipality.

    >>> SumsBy.COUNTY_OF_ACTIVITY.value
    'county of the activity'
    """

    COUNTY_OF_OWNER = "county of the owner's seat"
    COUNTY_OF_ACTIVITY = "county of the activity"
    MUNICIPALITY_OF_OWNER = "municipality of the owner's seat"
    MUNICIPALITY_OF_ACTIVITY = "municipality of the activity"
    TOWN_OF_OWNER = "town of the owner's address"
    YEAR_OF_START = "year of the start"
    YEAR_OF_END = "year of the end"
    YEAR_OF_GRANT = "year of the grant"
    KIND_OF_OWNER = "kind of owner"


def _as_groups(value: Iterable[PortfolioGroup]) -> tuple[PortfolioGroup, ...]:
    return tuple_of(PortfolioGroup, value, "groups")


@attrs.frozen
class PortfolioSums:
    """The groups of a portfolio, and how many of its projects are in none.

    A group has a `key`, which is None where it is not known, and one programming period and one currency: measures of
    two periods are not added, for what a register prints changes with the period. Projects in several counties or
    municipalities are together in a group that is `several`: nothing says how their money is divided.

    >>> from esfmodel import Portfolio
    >>> sums_by(Portfolio(), SumsBy.KIND_OF_OWNER).share_unknown is None
    True
    """

    by: SumsBy
    groups: tuple[PortfolioGroup, ...] = attrs.field(converter=_as_groups)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def share_unknown(self) -> Rate | None:
        """The share of the projects that do not state what they are grouped by; None without projects."""
        unknown = sum(len(group.projects) for group in self.groups if group.key is None and not group.several)
        projects = sum(len(group.projects) for group in self.groups)
        return Rate.of(unknown, projects) if projects else None


def sums_by(portfolio: Portfolio, by: SumsBy) -> PortfolioSums:
    """Group the projects of a portfolio, for their sums.

    Places are in Swedish, as in the lists of counties and municipalities of `esfmodel.law.codes`. The owner's seat is
    its stated municipality, or follows from its official name where it is a municipality, a region or a county
    administrative board. The place of activity is what the project states: `municipalities`, `nuts` and `region`; where
    they do not agree on the county, it is not known. A year is the calendar year of the first or last day of the
    project period, or of the grant.

    >>> from esfmodel import Period, Portfolio, Project
    >>> found = sums_by(Portfolio([Project("A", period=Period("2024-10-01", "2027-09-30"))]), SumsBy.YEAR_OF_START)
    >>> found.groups[0].key
    '2024'
    """
    check_type(portfolio, Portfolio, "portfolio")
    check_type(by, SumsBy, "by")
    keys_of = _KEYS[by]

    def key_of(project: Project) -> _Key:
        keys = keys_of(project)
        return _Key(keys[0] if len(keys) == 1 else None, len(keys) > 1, programming_period_of(project))

    return PortfolioSums(
        by,
        [
            PortfolioGroup(
                key=key.name,
                several=key.is_several,
                programming_period=key.programming_period,
                currency=currency,
                projects=projects,
            )
            for key, currency, projects in grouped(portfolio.projects, key_of)
        ],
    )


class _Key(NamedTuple):
    name: str | None
    is_several: bool
    programming_period: ProgrammingPeriod | None


# --- The keys of a project: none where it is not known, more than one where it is carried out in several places

_COUNTY_ADMINISTRATION = "Länsstyrelsen i "
_REGION = "Region "


# Most owners and places of a list return many times, and a name that is in no list is compared with all.
@lru_cache(maxsize=4096)
def _entry(list_of: Callable[[], CodeList], name: str) -> Code | None:
    try:
        return list_of().find(name)
    except InvalidValue:
        return None


def _county_of(municipality: Code) -> str | None:
    county = codes.counties().get(municipality.parent or "")
    return None if county is None else county.name


def _seat(owner: Organisation) -> Code | None:
    """Return the municipality of the owner's seat."""
    if owner.municipality is not None:
        return _entry(codes.municipalities, owner.municipality)
    return _entry(codes.municipalities, official_name(owner)) if is_municipality(owner) else None


def _municipality_of_owner(project: Project) -> list[str]:
    seat = None if project.beneficiary is None else _seat(project.beneficiary)
    return [seat.name] if seat is not None and seat.name is not None else []


def _county_of_owner(project: Project) -> list[str]:
    owner = project.beneficiary
    if owner is None:
        return []
    if (seat := _seat(owner)) is not None:
        county = _county_of(seat)
        return [] if county is None else [county]
    name = official_name(owner)
    for beginning in (_COUNTY_ADMINISTRATION, _REGION):
        if name.startswith(beginning) and (found := _entry(codes.counties, name.removeprefix(beginning))) is not None:
            return [] if found.name is None else [found.name]
    return []


def _town_of_owner(project: Project) -> list[str]:
    owner = project.beneficiary
    return [] if owner is None or owner.city is None else [owner.city]


def _kind_of_owner(project: Project) -> list[str]:
    owner = project.beneficiary
    if owner is None:
        return []
    kind = OrganisationKind.MUNICIPALITY if is_municipality(owner) else owner.kind
    return [] if kind is None else [kind.value]


def _municipalities_of_activity(project: Project) -> list[str]:
    """Return the municipalities by their official names, and those that are in no list, as abroad, as stated."""
    found = [_entry(codes.municipalities, name) for name in project.municipalities]
    names = [name if each is None else each.name for name, each in zip(project.municipalities, found, strict=True)]
    return list(dict.fromkeys(filter(None, names)))


def _counties_of_activity(project: Project) -> list[str]:
    stated = [
        counties
        for counties in (_by_municipalities(project), _by_nuts(project), _by_region(project))
        if counties is not None
    ]
    return sorted(stated[0]) if stated and all(each == stated[0] for each in stated) else []


def _by_municipalities(project: Project) -> set[str] | None:
    found = [_entry(codes.municipalities, name) for name in project.municipalities]
    counties = {None if each is None else _county_of(each) for each in found}
    return {each for each in counties if each is not None} if found and None not in counties else None


def _by_nuts(project: Project) -> set[str] | None:
    counties = {each.name for each in codes.counties() if project.nuts is not None and each.nuts == project.nuts.code}
    return {each for each in counties if each is not None} or None


def _by_region(project: Project) -> set[str] | None:
    """Return the counties that the region names, where it names nothing else: "Norrbotten, Västerbotten"."""
    names = [] if project.region is None else project.region.split(",")
    found = [_entry(codes.counties, name.strip()) for name in names]
    counties = {None if each is None else each.name for each in found}
    return {each for each in counties if each is not None} if found and None not in counties else None


def _year_of_start(project: Project) -> list[str]:
    start = None if project.period is None else project.period.start
    return [] if start is None else [str(start.year)]


def _year_of_end(project: Project) -> list[str]:
    end = None if project.period is None else project.period.end
    return [] if end is None else [str(end.year)]


def _year_of_grant(project: Project) -> list[str]:
    """Return the year of the only grant; a grant with several days, or several grants, leave it open."""
    days = {decision.on for decision in project.decisions if decision.kind is DecisionKind.GRANTED}
    years = {None if day is None else day.year if not isinstance(day, Period) else _only_year(day) for day in days}
    return [str(year) for year in years if year is not None] if len(years) == 1 else []


def _only_year(period: Period) -> int | None:
    return period.start.year if period.start.year == period.end.year else None


_KEYS: Mapping[SumsBy, Callable[[Project], list[str]]] = MappingProxyType(
    {
        SumsBy.COUNTY_OF_OWNER: _county_of_owner,
        SumsBy.COUNTY_OF_ACTIVITY: _counties_of_activity,
        SumsBy.MUNICIPALITY_OF_OWNER: _municipality_of_owner,
        SumsBy.MUNICIPALITY_OF_ACTIVITY: _municipalities_of_activity,
        SumsBy.TOWN_OF_OWNER: _town_of_owner,
        SumsBy.YEAR_OF_START: _year_of_start,
        SumsBy.YEAR_OF_END: _year_of_end,
        SumsBy.YEAR_OF_GRANT: _year_of_grant,
        SumsBy.KIND_OF_OWNER: _kind_of_owner,
    }
)
