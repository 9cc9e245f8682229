"""Read and write the document that JSON and TOML share: format, version, name and a list of projects."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import attrs
from cattrs import BaseValidationError, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from esfmodel.errors import InvalidData, InvalidValue, ReadError
from esfmodel.formats._converter import MOST_PROBLEMS, from_plain, member_or_word, text_of, to_plain
from esfmodel.formats._parsed import (
    DEEPEST_OBJECT,
    PlainData,
    Repeating,
    Unusable,
    as_python,
    encodable,
    is_deeper,
    is_in_any_json,
    json_text,
    loads,
)
from esfmodel.formats._unknown_keys import Split, Unknown, kept_key, put_back, unknown_key, with_unknown
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.formats.schema import FORMAT, KEYS, VERSIONS, fields_of
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import FundingSource
from esfmodel.model.project import Participation, Phase, Project
from esfmodel.text.telling.names import is_called, nearest
from esfmodel.values.nesting import json_too_deep, too_deep_to_read
from esfmodel.values.syntax import (
    at_key,
    json_error,
    lines_in,
    steps_of,
    too_deep_to_write,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from esfmodel.model.costs import Cost
    from esfmodel.model.funding import Contribution
    from esfmodel.model.ledger.claims import ClaimedCost
    from esfmodel.values.format import Labelled


Made = TypeVar("Made")
Part = TypeVar("Part", Project, Participation, Phase, Decision)


class Syntax(NamedTuple):
    """How a document is written: the sign between a key and its value, and how its parts begin."""

    sign: str
    format: str
    version: str
    projects: str


JSON = Syntax(":", f'"format": "{FORMAT}"', f'"version": {VERSIONS[-1]}', '"projects": [')
TOML = Syntax("=", f'format = "{FORMAT}"', f"version = {VERSIONS[-1]}", "[[projects]]")


def document_of(
    projects: Iterable[Project], name: str | None, fits: Callable[[object], bool] | None = None
) -> dict[str, Any]:
    named = {} if name is None else {"name": name}
    listed = [whole_plain(project, fits) for project in projects]
    return {"format": FORMAT, "version": VERSIONS[-1], **named, "projects": listed}


def whole_plain(thing: object, fits: Callable[[object], bool] | None = None) -> dict[str, object]:
    """Return a project, or another object of the model, as a plain dict, with its unknown keys where they stood."""
    plain = to_plain(thing)
    if isinstance(thing, Project):
        if not plain.get("extra", True):
            del plain["extra"]
        put_back(plain, thing.extra, fits)
    return plain


def reading_of(document: object, text: str, origin: str, syntax: Syntax, *, strict: bool) -> Reading:
    """Return the reading of a parsed document. Raises `ReadError` for another format or an unknown version."""
    try:
        return _reading_of(document, text, syntax, strict=strict)
    except ReadError as error:
        line = lines_in(text, [error.place], syntax.sign).get(error.place)
        raise error.at(error.place, source=origin, line=line) from None


def _reading_of(document: object, text: str, syntax: Syntax, *, strict: bool) -> Reading:
    if not isinstance(document, dict):
        raise ReadError("document.not_an_object", head=syntax.format)
    keys = cast("dict[str, object]", document)
    _check_head(keys, syntax)
    given = keys["projects"]
    if not isinstance(given, list):
        raise ReadError("document.no_projects", "projects", head=syntax.projects)
    listed = cast("list[object]", given)
    problems = list(islice(_problems_of_head(keys), MOST_PROBLEMS))
    enough = is_enough(problems, "")
    projects: list[Project] = []
    kept: list[Unknown] = []
    values = 0
    for index, each in enumerate(listed):
        if enough:
            break
        place = f"projects[{index}]"
        split = Split(each, Project, place, tolerant=not strict)
        made, found = _made(split, Project, place)
        if made is None:
            found = chain(found, (unknown_key(one.key, one.place, one.known) for one in split.kept))
        else:
            plain = cast("dict[str, Any]", split.known)
            project = with_unknown(_with_whole_lists(made, plain) if keys["version"] == 1 else made, split.kept)
            projects.append(project)
            found = _problems_of_partners(project, place)
            # Each pair in `extra` is two values that stand in no field.
            values += _leaves(split.known) - 2 * len(made.extra)
            kept += split.kept
        problems += islice(found, MOST_PROBLEMS)
        enough = is_enough(problems, place)
    problems += _problems_of_kept(kept)
    return Reading(
        projects=tuple(projects),
        problems=located_in(problems, keys, text, syntax),
        counts=Counts(
            records=len(listed),
            projects=len(projects),
            values=values,
            extra=sum(len(project.extra) for project in projects),
            problems=len(problems),
        ),
        name=_collection_name(keys),
    )


def _made(split: Split, kind: type[Made], place: str) -> tuple[Made | None, Iterator[Problem]]:
    """Return the object of a kind in plain data, or None and what is wrong."""
    try:
        made = from_plain(split.known, kind)
    except (InvalidValue, BaseValidationError) as error:
        return None, chain(split.problems, problems_of(error, place))
    return (None if split.problems else made), iter(split.problems)


def _problems_of_kept(kept: Sequence[Unknown]) -> Iterator[Problem]:
    """Yield the unknown keys that are kept; they are no reason to stop reading."""
    for each in kept[:MOST_PROBLEMS]:
        yield kept_key(each.key, each.place, each.known)
    if len(kept) > MOST_PROBLEMS:
        yield Problem("key.more_kept", count=len(kept) - MOST_PROBLEMS)


def located_in(problems: Sequence[Problem], document: object, text: str, syntax: Syntax) -> list[Problem]:
    """Return problems with their lines, and with what stands at the items of lists on their paths."""
    lines = lines_in(text, [problem.place for problem in problems], syntax.sign)
    return [problem.located(line=lines.get(problem.place), names=names_in(document, problem)) for problem in problems]


def _with_whole_lists(project: Project, plain: dict[str, Any]) -> Project:
    """Return a project of version 1 with its budgets marked as complete: see `VERSIONS`."""
    parts: dict[str, Any] = {
        name: [_with_whole_list(*each) for each in zip(getattr(project, name), plain.get(name, ()), strict=True)]
        for name in ("partners", "phases", "decisions")
    }
    return _with_whole_list(attrs.evolve(project, **parts), plain)


def _with_whole_list(part: Part, plain: dict[str, Any]) -> Part:
    budget = part.budget
    # Version 1 has no `complete`; who writes it in by hand knows better.
    if budget is None or not budget.unlisted or "complete" in plain["budget"]:
        return part
    return attrs.evolve(part, budget=attrs.evolve(budget, complete=True))


def is_enough(problems: list[Problem], place: str) -> bool:
    """Whether there are too many problems to read on; if so, cut them and add one that says so."""
    if len(problems) < MOST_PROBLEMS:
        return False
    problems[MOST_PROBLEMS:] = [Problem("document.stopped", place, count=MOST_PROBLEMS)]
    return True


def _check_head(keys: dict[str, object], syntax: Syntax) -> None:
    if "format" not in keys:
        raise ReadError("document.no_head", "format", head=syntax.format)
    if keys["format"] != FORMAT:
        raise ReadError("document.other_format", "format", _as_written(keys["format"]), head=syntax.format)
    if "version" not in keys:
        raise ReadError("document.no_head", "version", head=syntax.version)
    version = keys["version"]
    if isinstance(version, bool) or version not in VERSIONS:
        raise ReadError("document.other_version", "version", _as_written(version), choices=VERSIONS)
    if "projects" not in keys:
        raise ReadError("document.no_projects", head=syntax.projects)


def _problems_of_head(keys: dict[str, object]) -> Iterator[Problem]:
    for key in keys:
        if key not in KEYS:
            yield unknown_key(key, "", KEYS)
    if isinstance(keys, Repeating):
        for key in keys.repeated:
            yield Problem("value.given_twice", at_key("", key))
    if "name" in keys:
        try:
            if not text_of(keys["name"]).strip():
                yield Problem("value.empty", "name", str(keys["name"]))
        except InvalidValue as error:
            yield Problem.of(error, place="name")


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


def read_json(text: str, origin: str, *, strict: bool) -> Reading:
    """Return the reading of a JSON document; `origin` is its name in error messages."""
    return reading_of(parsed_json(text, origin), text, origin, JSON, strict=strict)


def parsed_json(text: str, origin: str) -> object:
    """Return what JSON text holds, with what no field takes as `Unusable`. Raises `ReadError` for what is no JSON."""
    if json_too_deep(text):
        raise too_deep_to_read(origin)
    try:
        return loads(text)
    except json.JSONDecodeError as error:
        raise json_error(text, error, origin) from error


def write_json(projects: Iterable[Project], name: str | None) -> str:
    """Return a JSON document. Raises `InvalidValue` for one too deeply nested to be read back."""
    text = json_text(document_of(projects, name), 2) + "\n"
    if json_too_deep(text):
        raise too_deep_to_write()
    return text


# --- One object as plain data


def dict_of(thing: object) -> dict[str, object]:
    """Implement `to_dict`."""
    return cast("dict[str, object]", as_python(_object_to_write(thing)))


def json_dict_of(thing: object) -> dict[str, object]:
    """Return the dict of an object for others to write as JSON; what they would write otherwise is in `extra`."""
    return cast("dict[str, object]", as_python(_object_to_write(thing, is_in_any_json)))


def json_of(thing: object, indent: int | None) -> str:
    """Implement `to_json`."""
    return encodable(json_text(_object_to_write(thing), indent))


def _object_to_write(thing: object, fits: Callable[[object], bool] | None = None) -> dict[str, object]:
    """Return an object as a plain dict. Raises `InvalidValue` for one too deeply nested to be read back."""
    try:
        plain = whole_plain(thing, fits)
    except RecursionError as error:
        raise too_deep_to_write() from error
    if is_deeper(plain, DEEPEST_OBJECT):
        raise too_deep_to_write()
    return plain


def plain_data(data: object) -> tuple[object, list[Problem]]:
    """Return plain data in the form of a parsed text, and what is wrong with its keys.

    Raises `InvalidData` for what is nested without end.
    """
    try:
        plain = PlainData(data)
    except InvalidValue as error:
        raise InvalidData((Problem.of(error),)) from None
    return plain.data, [Problem.of(error) for error in plain.wrong_keys]


def read_object(data: object, kind: type[Made], *, strict: bool) -> Made:
    """Implement `from_dict`."""
    plain, problems = plain_data(data)
    return object_of(plain, kind, problems, "", strict=strict)


def read_object_in(text: str, kind: type[Made], *, strict: bool) -> Made:
    """Implement `from_json`."""
    return object_of(parsed_json(text, "text"), kind, [], text, strict=strict)


def object_of(data: object, kind: type[Made], problems: list[Problem], text: str, *, strict: bool) -> Made:
    """Return the object of a kind in plain data, parsed or not. Raises `InvalidData` with all problems."""
    envelope = list(_problems_of_envelope(data))
    if envelope:
        raise InvalidData(tuple(located_in(envelope, data, text, JSON)))
    # Only a project has a place for unknown keys.
    split = Split(data, kind, "", tolerant=kind is Project and not strict)
    made, found = _made(split, kind, "")
    problems += islice(found, MOST_PROBLEMS)
    is_enough(problems, "")
    if made is None or problems:
        raise InvalidData(tuple(located_in(problems, data, text, JSON)))
    return cast("Made", with_unknown(made, split.kept)) if isinstance(made, Project) else made


def _problems_of_envelope(data: object) -> Iterator[Problem]:
    """Yield what is wrong with a whole document where one object is asked for."""
    keys = cast("dict[str, object]", data) if isinstance(data, dict) else {}
    if keys.get("format") == FORMAT or {"version", "projects"} <= keys.keys():
        yield Problem("data.whole_document")
        version = keys.get("version", VERSIONS[-1])
        if isinstance(version, bool) or version not in VERSIONS:
            yield Problem("document.other_version", "version", str(_as_written(version)), choices=VERSIONS)


# --- From cattrs errors to problems with a path


def problems_of(error: Exception, place: str) -> Iterator[Problem]:
    """Yield the problems in a group of errors, in the order of the document; re-raise what is no error of ours."""
    if isinstance(error, ClassValidationError):
        placed, others = error.group_exceptions()
        all_of_object = (problem for inner in others for problem in _problems_of_object(inner, place, error.cl))
        # Reading stops after so many; a hostile object could have a hundred thousand keys, each to be compared.
        of_object = list(islice(all_of_object, MOST_PROBLEMS))
        # A key that is misspelt is told once: not as one that is missing as well.
        misspelt = {problem.params["near"] for problem in of_object if problem.code == "key.did_you_mean"}
        for inner, key in placed:
            if not (isinstance(inner, KeyError) and key.name in misspelt):
                yield from problems_of(inner, at_key(place, key.name.removeprefix("_")))
        yield from of_object
    elif isinstance(error, IterableValidationError):
        for inner, item in error.group_exceptions()[0]:
            yield from problems_of(inner, f"{place}[{item.index}]")
    elif isinstance(error, KeyError):
        yield Problem("value.missing", place)
    elif isinstance(error, InvalidValue):
        yield Problem.of(error, place=place)
    else:
        raise error


def _problems_of_object(error: Exception, place: str, kind: type) -> Iterator[Problem]:
    """Yield the problems of an object as a whole: unknown keys, and fields that contradict each other."""
    known = {field.key for field in fields_of(kind)}
    if isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield unknown_key(key, place, known)
    elif isinstance(error, InvalidValue) and error.place.partition("[")[0].partition(".")[0] in known:
        yield Problem.of(error.within(place))
    else:
        yield from problems_of(error, place)


# --- What stands beside the single values


def names_in(document: object, problem: Problem) -> dict[str, object]:
    """Return what stands at the items of lists on a problem's path, as far as the document says so, by their paths."""
    found: dict[str, object] = {}
    here: Any = document
    for step, path in steps_of(problem.place):
        is_item = step[0] == "[" and step[1].isdigit()
        try:
            here = here[int(step[1:-1]) if is_item else step]
        except (KeyError, IndexError, TypeError):
            break
        if is_item and (name := _name_of(here)) not in {None, problem.given}:
            found[path] = name
    return found


_NAMED_BY = ("description", "category", "name", "organisation", "funder", "source", "kind")
_KINDS: Mapping[str, type[Labelled]] = MappingProxyType(
    {"category": CostCategory, "source": FundingSource, "kind": DecisionKind}
)


def _name_of(item: object) -> object:
    """Return what an item of a list is called: the first of its keys that names it."""
    if not isinstance(item, dict):
        return None
    keys = cast("dict[str, object]", item)
    key = next((key for key in _NAMED_BY if key in keys), "")
    said = keys.get(key)
    if isinstance(said, str) and said.strip():
        return member_or_word(said, _KINDS[key]) if key in _KINDS else said
    return _name_of(said)


def _problems_of_partners(project: Project, place: str) -> Iterator[Problem]:
    """Yield lines whose partner is misspelt: the project has one of nearly that name. PRJ013 judges all others."""
    bodies = [each.organisation for each in project.partners]
    named = {name for each in (project.beneficiary, *bodies) if each is not None for name in (each.name, each.unit)}
    names = sorted(name for name in named if name is not None)
    lines = list(_partners_named(project)) if bodies else []
    labels = {partner for _, partner in lines}
    # Each name is compared with each other: what nobody writes by hand is left to PRJ013.
    if len(labels) * len(names) <= _MOST_COMPARED:
        meant = {label: _meant(label, names) for label in labels}
        for path, partner in lines:
            if (near := meant[partner]) is not None:
                yield Problem("partner.did_you_mean", f"{place}.{path}.partner", partner, near=near)


_MOST_COMPARED = 10_000
_ALIKE = 85
"""From how many per cent of likeness a name is a misspelling of another, rather than a name of its own."""


def _meant(label: str, names: Sequence[str]) -> str | None:
    """Return the name that a label misspells; None where it is one of the names, or another."""
    near = None if is_called(label, names) else nearest(label, names)
    if near is None or 100 * SequenceMatcher(None, label.casefold(), near.casefold()).ratio() < _ALIKE:
        return None
    return near


def _partners_named(project: Project) -> Iterator[tuple[str, str]]:
    budgets = [("budget", project.budget)]
    budgets += [(f"decisions[{index}].budget", each.budget) for index, each in enumerate(project.decisions)]
    for path, budget in budgets:
        if budget is not None:
            yield from _partners_of_lines(f"{path}.costs", budget.costs)
            yield from _partners_of_lines(f"{path}.financing", budget.financing)
    for index, claim in enumerate(project.claims):
        yield from _partners_of_lines(f"claims[{index}].costs", claim.costs)


def _partners_of_lines(path: str, lines: Iterable[Cost | Contribution | ClaimedCost]) -> Iterator[tuple[str, str]]:
    for index, line in enumerate(lines):
        if line.partner is not None:
            yield f"{path}[{index}]", line.partner
