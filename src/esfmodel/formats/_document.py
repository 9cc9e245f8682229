"""The document that JSON and TOML share: its name and version, and the projects under one key."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import attrs
from cattrs import BaseValidationError

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._converter import from_plain, to_plain
from esfmodel.formats._fields import text_of
from esfmodel.formats._plain import MOST_PROBLEMS, Repeating, Unusable
from esfmodel.formats._problems import at_key, problems_of, unknown_key
from esfmodel.formats._shape import FORMAT, KEYS, VERSIONS
from esfmodel.formats.reading import Counts, Problem, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.model.budget import Budget
    from esfmodel.model.project import Project

_HOW = f'begin the document with "format": "{FORMAT}" and "version": {VERSIONS[-1]}'


def document_of(projects: Iterable[Project], name: str | None) -> dict[str, Any]:
    """Give the document that holds the projects."""
    named = {} if name is None else {"name": name}
    return {"format": FORMAT, "version": VERSIONS[-1], **named, "projects": [to_plain(project) for project in projects]}


def reading_of(document: object, origin: str) -> Reading:
    """Read a document; raises `ReadError` when it is none of this format, or of a version that is not known here."""
    if not isinstance(document, dict):
        raise ReadError(origin, None, f"is no document of the format {FORMAT!r}", _HOW)
    keys = cast("dict[str, object]", document)
    _check_head(keys, origin)
    given = keys["projects"]
    if not isinstance(given, list):
        raise ReadError(f"{origin}, $.projects", _found(given), "is not a list", "put the projects in square brackets")
    listed = cast("list[object]", given)
    problems = list(islice(_problems_of_head(keys), MOST_PROBLEMS))
    enough = _is_enough(problems, "$")
    projects: list[Project] = []
    values = 0
    for index, each in enumerate(listed):
        if enough:
            break
        try:
            project = from_plain(each)
            projects.append(_with_whole_lists(project) if keys["version"] == 1 else project)
        except (InvalidValue, BaseValidationError) as error:
            problems += islice(problems_of(error, f"$.projects[{index}]"), MOST_PROBLEMS)
            enough = _is_enough(problems, f"$.projects[{index}]")
        else:
            values += _leaves(each) - 2 * len(projects[-1].extra)
    return Reading(
        projects=tuple(projects),
        problems=tuple(problems),
        counts=Counts(
            records=len(listed),
            projects=len(projects),
            values=values,
            extra=sum(len(project.extra) for project in projects),
            problems=len(problems),
        ),
        name=_name(keys),
    )


def _with_whole_lists(project: Project) -> Project:
    """Return a project of version 1, in which what was listed as financing was the whole."""
    return attrs.evolve(
        project,
        budget=_with_whole_list(project.budget),
        partners=[attrs.evolve(each, budget=_with_whole_list(each.budget)) for each in project.partners],
        phases=[attrs.evolve(each, budget=_with_whole_list(each.budget)) for each in project.phases],
        decisions=[attrs.evolve(each, budget=_with_whole_list(each.budget)) for each in project.decisions],
    )


def _with_whole_list(budget: Budget | None) -> Budget | None:
    return attrs.evolve(budget, complete=True) if budget is not None and budget.unlisted else budget


def _is_enough(problems: list[Problem], place: str) -> bool:
    """Whether so much is wrong that reading stops; what was not read is then the last problem."""
    if len(problems) < MOST_PROBLEMS:
        return False
    wrong = f"is where reading stopped, after {MOST_PROBLEMS} problems"
    problems[MOST_PROBLEMS:] = [Problem(place, None, wrong, "correct those, and read it again")]
    return True


def _check_head(keys: dict[str, object], origin: str) -> None:
    if keys.get("format") != FORMAT:
        raise ReadError(origin, _found(keys.get("format")), f"is no document of the format {FORMAT!r}", _HOW)
    version = keys.get("version")
    if isinstance(version, bool) or version not in VERSIONS:
        known = " and ".join(map(str, VERSIONS))
        wrong = f"has a version that is not known here, where {known} is"
        raise ReadError(f"{origin}, $.version", _found(version), wrong, "update esfmodel, or correct the version")
    if "projects" not in keys:
        raise ReadError(origin, None, "has no projects", 'list them under "projects"')


def _problems_of_head(keys: dict[str, object]) -> Iterator[Problem]:
    for key in keys:
        if key not in KEYS:
            yield unknown_key(key, "$", KEYS)
    if isinstance(keys, Repeating):
        for key in keys.repeated:
            yield Problem(at_key("$", key), key, "is given more than once", "keep one of them")
    if "name" in keys and _name(keys) is None:
        yield Problem("$.name", str(_found(keys["name"])), "is no name", "write text, or leave it out")


def _name(keys: dict[str, object]) -> str | None:
    try:
        return text_of(keys.get("name")).strip() or None
    except InvalidValue:
        return None


def _found(given: object) -> object:
    return given.written if isinstance(given, Unusable) else given


def _leaves(plain: object) -> int:
    """Count the values of a document that are no objects or lists themselves."""
    if isinstance(plain, dict):
        return sum(_leaves(each) for each in cast("dict[str, object]", plain).values())
    if isinstance(plain, list):
        return sum(_leaves(each) for each in cast("list[object]", plain))
    return 1
