"""Whether a list already has a project, and what the two say against each other.

A project is looked for by its number, else by its name and owner, as `diff` pairs the projects of two lists. Nothing is
ever merged.

>>> from esfmodel import Organisation, Project
>>> owner = Organisation("Sala kommun")
>>> known = KnownProjects([Project("Gröna rum", beneficiary=owner, planned_participants=40)])
>>> found = known.find(Project("GRÖNA RUM", beneficiary=owner, planned_participants=60))
>>> found.likeness.name, found.contradictions[0].path, found.contradictions[0].known
('CONTRADICTING', 'planned_participants', 40)
>>> known.find(Project("Matvägen", beneficiary=owner)).likeness.name
'NEW'
"""

from __future__ import annotations

import enum
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.model.facts import fund_of
from esfmodel.model.portfolio_changes import name_and_owner
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import plain_name
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from esfmodel.model.project import Project
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.period import OpenPeriod


class Likeness(enum.Enum):
    """Whether a list has a project.

    `UNCLEAR` is one whose number, or name and owner, several have; and one whose name is in the list, where only one of
    the two states an owner.
    """

    NEW = "new"
    KNOWN = "known"
    CONTRADICTING = "contradicting"
    UNCLEAR = "unclear"


class Contradiction(NamedTuple):
    """A value that a list and a project state otherwise, by its path."""

    path: str
    known: object
    said: object


class Found(NamedTuple):
    """What a list has of a project: the projects that are it, or may be it, and what contradicts the only one."""

    likeness: Likeness
    known: tuple[Project, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class KnownProjects:
    """The projects of a list, to be found by their number, or by their name and owner."""

    def __init__(self, projects: Iterable[Project]) -> None:
        self._by_number: defaultdict[Hashable, list[Project]] = defaultdict(list)
        self._by_name: defaultdict[Hashable, list[Project]] = defaultdict(list)
        for project in projects:
            self._by_number[project.operation_id].append(project)
            self._by_name[name_and_owner(project)[0]].append(project)

    def find(self, project: Project) -> Found:
        """Return whether the list has a project."""
        known = [] if project.operation_id is None else self._by_number.get(project.operation_id, [])
        is_sure = True
        if not known:
            name, owner = name_and_owner(project)
            # Two numbers are two projects, whatever their names.
            alike = [
                each
                for each in self._by_name.get(name, ())
                if project.operation_id is None or each.operation_id is None
            ]
            same = [each for each in alike if name_and_owner(each)[1] == owner]
            maybe = [each for each in alike if owner is None or each.beneficiary is None]
            is_sure = bool(same)
            known = same or maybe
        if not known:
            return Found(Likeness.NEW)
        if len(known) > 1 or not is_sure:
            return Found(Likeness.UNCLEAR, tuple(known))
        against = tuple(_contradictions(known[0], project))
        return Found(Likeness.CONTRADICTING if against else Likeness.KNOWN, tuple(known), against)


# --- What contradicts


def _contradictions(known: Project, project: Project) -> Iterator[Contradiction]:
    """Yield what both state, and cannot both be right about."""
    for (path, one), (_, other) in zip(_stated(known), _stated(project), strict=True):
        if one is not None and other is not None and _key(one) != _key(other):
            yield Contradiction(path, one, other)
    yield from _of_periods(known.period, project.period)
    if known.budget is None or project.budget is None:
        return
    for name in ("total_cost", "support", "eu_support"):
        one, other = getattr(known.budget, name), getattr(project.budget, name)
        if one is not None and other is not None and not _may_be_one(one, other):
            yield Contradiction(f"budget.{name}", one, other)


def _stated(project: Project) -> Iterator[tuple[str, object]]:
    yield "name", project.name
    yield "beneficiary.name", None if project.beneficiary is None else project.beneficiary.name
    yield "fund", fund_of(project)
    yield "programme.name", None if project.programme is None else project.programme.name
    yield "duration_months", project.duration_months
    yield "planned_participants", project.planned_participants


def _key(value: object) -> object:
    """Return what two values have in common that say the same; prose calls ESF+ by the name that ESF had."""
    if isinstance(value, str):
        return plain_name(value)
    return Fund.ESF if value is Fund.ESF_PLUS else value


_PRINTED: Final = {"day": len("2024-10-01"), "month": len("2024-10"), "year": len("2024")}


def _of_periods(known: Period | OpenPeriod | None, said: Period | OpenPeriod | None) -> Iterator[Contradiction]:
    """Yield the ends that differ in what both say: "2024" and a day of that year do not."""
    if known is None or said is None:
        return
    length = min(_PRINTED[each.precision] if isinstance(each, Period) else _PRINTED["day"] for each in (known, said))
    for path, one, other in (("period.start", known.start, said.start), ("period.end", known.end, said.end)):
        if one is not None and other is not None and one.isoformat()[:length] != other.isoformat()[:length]:
            yield Contradiction(path, one, other)


_LEAST_ROUNDING: Final = 1_000_00
"""In öre: no page rounds to less than a thousand, so that a difference in the last digits is one."""


def _may_be_one(one: MoneyLike, other: MoneyLike) -> bool:
    """Whether two amounts may be the same: within the same bounds, or one rounded, or in another currency."""
    currencies = {figure.currency for each in (one, other) for figure in _ends(each)}
    if len(currencies) > 1 or not (Span.of(one) & Span.of(other)).is_empty:
        return True
    if isinstance(one, Bounds) or isinstance(other, Bounds):
        return False
    return other in _rounded(one) or one in _rounded(other)


def _ends(figure: MoneyLike) -> tuple[Money, ...]:
    if isinstance(figure, Money):
        return (figure,)
    return tuple(end for end in (figure.low, figure.high) if end is not None)


def _rounded(figure: Money) -> Bounds[Money]:
    """Return the amounts that are printed as this one, if its zeros are those of rounding; its first two digits say.

    "7 million" is 7.0 million here: who rounds 7.4 so says that it is more than 7.
    """
    step = 1
    while figure.minor % (step * 10) == 0 and step * 100 <= abs(figure.minor):
        step *= 10
    if step < _LEAST_ROUNDING:
        return Bounds(figure, figure)
    return Bounds.rounded(figure, Money.of_minor(step, figure.currency))
