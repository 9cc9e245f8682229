"""What became of a list of projects between two downloads: new, changed and gone.

>>> from esfmodel import Portfolio, Project, diff
>>> before = Portfolio([Project("Nya vägar", operation_id="23-040-S06"), Project("Gröna rum")])
>>> after = Portfolio([Project("Nya vägar", operation_id="23-040-S06", priority="C"), Project("Matvägen")])
>>> change = diff(before, after)
>>> [each.name for each in change.new], [each.name for each in change.gone], change.changed[0].fields
(['Matvägen'], ['Gröna rum'], ('priority',))
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from esfmodel.model.fields import as_call, as_call_on_lines, check_type, is_a, tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.values.format import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence


@attrs.frozen
class ProjectChange:
    """A project that is in both lists, and says something else in the second.

    >>> ProjectChange(Project("Nya vägar"), Project("Nya vägar", priority="C")).fields
    ('priority',)
    """

    before: Project = attrs.field(validator=is_a(Project))
    after: Project = attrs.field(validator=is_a(Project))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ, in the order of `Project`."""
        names = (field.alias or field.name for field in attrs.fields(Project))
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


def _as_projects(value: Iterable[Project]) -> tuple[Project, ...]:
    return tuple_of(Project, value, "projects")


def _as_changes(value: Iterable[ProjectChange]) -> tuple[ProjectChange, ...]:
    return tuple_of(ProjectChange, value, "changed")


@attrs.frozen(kw_only=True)
class PortfolioChange:
    """What became of the projects of a list; each project of both lists is in exactly one of these.

    `same` and `changed` are in both lists, `new` in the second alone and `gone` in the first alone. Projects are the
    same by their number, else by their name and owner. Where a list has several with one number, or with one name and
    owner and no number, only those that are equal in all can be told apart; the others are `unclear_before` and
    `unclear_after`, and nothing is said of them.

    >>> from esfmodel import Portfolio, diff
    >>> diff(Portfolio([Project("A")]), Portfolio([Project("A")])).same
    (Project('A'),)
    """

    new: tuple[Project, ...] = attrs.field(default=(), converter=_as_projects)
    changed: tuple[ProjectChange, ...] = attrs.field(default=(), converter=_as_changes)
    gone: tuple[Project, ...] = attrs.field(default=(), converter=_as_projects)
    same: tuple[Project, ...] = attrs.field(default=(), converter=_as_projects)
    unclear_before: tuple[Project, ...] = attrs.field(default=(), converter=_as_projects)
    unclear_after: tuple[Project, ...] = attrs.field(default=(), converter=_as_projects)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def diff_of_portfolios(before: Portfolio, after: Portfolio) -> PortfolioChange:
    """Return what became of the projects of a portfolio."""
    check_type(after, Portfolio, "after")
    pairs: list[tuple[Project, Project]] = []
    unclear: tuple[list[Project], list[Project]] = ([], [])
    left, right = list(before.projects), list(after.projects)
    for key in (_everything, _number, name_and_owner):
        found = _alike(left, right, key)
        pairs += found.pairs
        unclear[0].extend(found.unclear_before)
        unclear[1].extend(found.unclear_after)
        left, right = found.left, found.right
    return PortfolioChange(
        new=right,
        changed=[ProjectChange(one, other) for one, other in pairs if one != other],
        gone=left,
        same=[one for one, other in pairs if one == other],
        unclear_before=unclear[0],
        unclear_after=unclear[1],
    )


def _everything(project: Project) -> Hashable:
    return project


def _number(project: Project) -> Hashable:
    return project.operation_id


def name_and_owner(project: Project) -> tuple[str, str | None]:
    """Return by what two projects without numbers are the same: the plain name, and that of the owner if it is stated.

    >>> name_and_owner(Project("Gröna  RUM"))
    ('gröna rum', None)
    """
    owner = project.beneficiary
    return plain_name(project.name), None if owner is None else plain_name(owner.name)


@attrs.frozen(kw_only=True)
class _Alike:
    pairs: list[tuple[Project, Project]]
    left: list[Project]
    right: list[Project]
    unclear_before: list[Project]
    unclear_after: list[Project]


def _alike(before: Sequence[Project], after: Sequence[Project], key: Callable[[Project], Hashable]) -> _Alike:
    """Pair the projects with one key; those of which either list has several are unclear, unless they are equal."""
    ones, others = _by(before, key), _by(after, key)
    found = _Alike(pairs=[], left=[], right=[], unclear_before=[], unclear_after=[])
    for each, projects in ones.items():
        match = others.pop(each, None) if each is not None else None
        if match is None:
            found.left.extend(projects)
        elif key is name_and_owner and all(project.operation_id for project in (*projects, *match)):
            # Two numbers are two projects, whatever their names.
            found.left.extend(projects)
            found.right.extend(match)
        elif len(projects) == len(match) and (len(match) == 1 or key is _everything):
            found.pairs.extend(zip(projects, match, strict=True))
        else:
            found.unclear_before.extend(projects)
            found.unclear_after.extend(match)
    for projects in others.values():
        found.right.extend(projects)
    return found


def _by(projects: Iterable[Project], key: Callable[[Project], Hashable]) -> dict[Hashable, list[Project]]:
    groups: defaultdict[Hashable, list[Project]] = defaultdict(list)
    for project in projects:
        groups[key(project)].append(project)
    return dict(groups)
