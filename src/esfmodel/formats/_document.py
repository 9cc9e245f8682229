"""Read and write the document that JSON and TOML share: format, version, name and a list of projects."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import attrs
from cattrs import BaseValidationError, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._converter import (
    MOST_PROBLEMS,
    Repeating,
    Unusable,
    from_plain,
    json_object,
    no_number,
    number_with_a_point,
    read_whole_number,
    suggestion,
    text_of,
    to_plain,
)
from esfmodel.formats.reading import Counts, Problem, Reading, json_too_deep, too_deep_to_read, too_deep_to_write
from esfmodel.formats.schema import FORMAT, KEYS, VERSIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from esfmodel.model.budget import Budget
    from esfmodel.model.project import Project

_ADVICE = f'begin the document with "format": "{FORMAT}" and "version": {VERSIONS[-1]}'


def document_of(projects: Iterable[Project], name: str | None) -> dict[str, Any]:
    named = {} if name is None else {"name": name}
    return {"format": FORMAT, "version": VERSIONS[-1], **named, "projects": [to_plain(project) for project in projects]}


def reading_of(document: object, origin: str) -> Reading:
    """Return the reading of a parsed document. Raises `ReadError` for another format or an unknown version."""
    if not isinstance(document, dict):
        raise ReadError(origin, None, f"is no document of the format {FORMAT!r}", _ADVICE)
    keys = cast("dict[str, object]", document)
    _check_head(keys, origin)
    given = keys["projects"]
    if not isinstance(given, list):
        raise ReadError(
            f"{origin}, $.projects", _as_written(given), "is not a list", "put the projects in square brackets"
        )
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
            # Each pair in `extra` is two values that stand in no field.
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
        name=_collection_name(keys),
    )


def _with_whole_lists(project: Project) -> Project:
    """Return a project of version 1 with its budgets marked as complete: see `VERSIONS`."""
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
    """Whether there are too many problems to read on; if so, cut them and add one that says so."""
    if len(problems) < MOST_PROBLEMS:
        return False
    wrong = f"is where reading stopped, after {MOST_PROBLEMS} problems"
    problems[MOST_PROBLEMS:] = [Problem(place, None, wrong, "correct those, and read it again")]
    return True


def _check_head(keys: dict[str, object], origin: str) -> None:
    if keys.get("format") != FORMAT:
        raise ReadError(origin, _as_written(keys.get("format")), f"is no document of the format {FORMAT!r}", _ADVICE)
    version = keys.get("version")
    if isinstance(version, bool) or version not in VERSIONS:
        known = " and ".join(map(str, VERSIONS))
        wrong = f"has a version that is not known here, where {known} is"
        raise ReadError(f"{origin}, $.version", _as_written(version), wrong, "update esfmodel, or correct the version")
    if "projects" not in keys:
        raise ReadError(origin, None, "has no projects", 'list them under "projects"')


def _problems_of_head(keys: dict[str, object]) -> Iterator[Problem]:
    for key in keys:
        if key not in KEYS:
            yield unknown_key(key, "$", KEYS)
    if isinstance(keys, Repeating):
        for key in keys.repeated:
            yield Problem(at_key("$", key), key, "is given more than once", "keep one of them")
    if "name" in keys and _collection_name(keys) is None:
        yield Problem("$.name", str(_as_written(keys["name"])), "is no name", "write text, or leave it out")


def _collection_name(keys: dict[str, object]) -> str | None:
    try:
        return text_of(keys.get("name")).strip() or None
    except InvalidValue:
        return None


def _as_written(given: object) -> object:
    return given.written if isinstance(given, Unusable) else given


def _leaves(plain: object) -> int:
    """Return how many values a document has, not counting objects and lists."""
    if isinstance(plain, dict):
        return sum(_leaves(each) for each in cast("dict[str, object]", plain).values())
    if isinstance(plain, list):
        return sum(_leaves(each) for each in cast("list[object]", plain))
    return 1


# --- JSON (RFC 8259)


def read_json(text: str, origin: str) -> Reading:
    """Return the reading of a JSON document; `origin` is its name in error messages."""
    if json_too_deep(text):
        raise too_deep_to_read(origin)
    try:
        document = json.loads(
            text,
            object_pairs_hook=json_object,
            parse_float=number_with_a_point,
            parse_int=read_whole_number,
            parse_constant=no_number,
        )
    except json.JSONDecodeError as error:
        wrong = f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} in column {error.colno}"
        raise ReadError(f"{origin}, line {error.lineno}", None, wrong, "correct it there, or just before") from error
    return reading_of(document, origin)


def write_json(projects: Iterable[Project], name: str | None) -> str:
    """Return a JSON document. Raises `InvalidValue` for one too deeply nested to be read back."""
    text = json.dumps(document_of(projects, name), indent=2, ensure_ascii=False) + "\n"
    if json_too_deep(text):
        raise too_deep_to_write()
    return text


# --- From cattrs errors to problems with a path

_LONGEST_KEY = 60


def problems_of(error: Exception, place: str) -> Iterator[Problem]:
    """Yield the problems in a group of errors, in the order of the document; re-raise what is no error of ours."""
    if isinstance(error, ClassValidationError):
        placed, others = error.group_exceptions()
        for inner, key in placed:
            yield from problems_of(inner, at_key(place, key.name))
        for inner in others:
            yield from _problems_of_object(inner, place, error.cl)
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from problems_of(inner, f"{place}[{item.index}]")
    elif isinstance(error, KeyError):
        yield Problem(place, None, "is missing", "add it")
    elif isinstance(error, InvalidValue):
        yield Problem.of(place, error)
    else:
        raise error


def _problems_of_object(error: Exception, place: str, kind: type) -> Iterator[Problem]:
    """Yield the problems of an object as a whole: unknown keys, and fields that contradict each other."""
    known = {field.name for field in attrs.fields(kind)}
    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield unknown_key(key, place, known)
    elif isinstance(error, InvalidValue) and error.place.partition("[")[0].partition(".")[0] in known:
        yield Problem.of(f"{place}.{error.place}", error)
    else:
        yield from problems_of(error, place)


def unknown_key(key: str, place: str, known: Collection[str]) -> Problem:
    advice = suggestion(key, known) or f"use one of {', '.join(sorted(known))}"
    return Problem(at_key(place, key), key, "is no key here", advice)


def at_key(place: str, key: str) -> str:
    """Return the path of a key: `$.name`, or `$["a b"]` for a key that is no identifier."""
    if key.isidentifier() and key.isascii() and len(key) <= _LONGEST_KEY:
        return f"{place}.{key}"
    shown = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}..."
    return f"{place}[{json.dumps(shown)}]"
