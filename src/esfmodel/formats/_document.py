"""Read and write the document that JSON and TOML share: format, version, name and a list of projects."""

from __future__ import annotations

import json
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import attrs

from esfmodel.errors import InvalidData, InvalidValue, ReadError
from esfmodel.formats._objects import object_in, to_plain
from esfmodel.formats._parsed import (
    DEEPEST_OBJECT,
    NULL,
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
from esfmodel.formats.evidence import Evidence
from esfmodel.formats.plain_values import member_or_word, text_of
from esfmodel.formats.reading import MOST_PROBLEMS, Counts, Problem, Reading
from esfmodel.formats.schema import FORMAT, KEYS, VERSIONS
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import FundingSource
from esfmodel.model.project import Participation, Phase, Project
from esfmodel.values.nesting import DEEPEST, json_too_deep, too_deep_to_read
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
    if isinstance(thing, Project) and thing.extra:
        # All of it may be keys that no field takes.
        if not plain["extra"]:
            del plain["extra"]
        put_back(plain, thing.extra, fits)
    return plain


def reading_of(document: object, text: str, origin: str, syntax: Syntax, *, strict: bool) -> Reading:
    """Return the reading of a parsed document. Raises `ReadError` for another format or an unknown version."""
    try:
        return _reading_of(document, text, origin, syntax, strict=strict)
    except ReadError as error:
        line = lines_in(text, [error.place], syntax.sign).get(error.place)
        raise error.at(error.place, source=origin, line=line) from None


def _reading_of(document: object, text: str, origin: str, syntax: Syntax, *, strict: bool) -> Reading:
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
    indexes: list[int] = []
    kept: list[Unknown] = []
    values = 0
    for index, each in enumerate(listed):
        if enough:
            break
        place = f"projects[{index}]"
        project, read, unknown, found = _project_of(each, place, keys["version"], strict=strict)
        if project is not None:
            projects.append(project)
            indexes.append(index)
            found = _problems_of_partners(project, place)
            values += read
            kept += unknown
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
        places=DocumentPlaces(origin, text, syntax.sign, tuple(indexes)),
    )


@attrs.frozen
class DocumentPlaces:
    """Where the values of the projects of a document stand: `indexes` are those of the projects in its list.

    The lines are looked for when they are asked for, which is in few of many documents.
    """

    file: str
    text: str = attrs.field(repr=False)
    sign: str
    indexes: tuple[int, ...]

    def find(self, index: int, path: str) -> Evidence:
        """Return the line of a value, else the one on which begins what holds it."""
        place = f"projects[{self.indexes[index]}]{'.' if path else ''}{path}"
        return Evidence(file=self.file, line=lines_in(self.text, [place], self.sign).get(place))


def _project_of(
    given: object, place: str, version: object, *, strict: bool
) -> tuple[Project | None, int, Sequence[Unknown], Iterator[Problem]]:
    """Return a project, the number of its values that stand in a field, its unknown keys, and what is wrong."""
    at_once = None if version == 1 else object_in(given, Project)
    if at_once is not None:
        return at_once, _values_in_fields(given, at_once), (), iter(())
    split = Split(given, Project, place, tolerant=not strict)
    made, found = _made(split, Project, place)
    if made is None:
        return None, 0, (), chain(found, (unknown_key(one.key, one.place, one.known) for one in split.kept))
    plain = cast("dict[str, Any]", split.known)
    project = with_unknown(_with_whole_lists(made, plain) if version == 1 else made, split.kept)
    return project, _values_in_fields(plain, made), split.kept, iter(())


def _values_in_fields(plain: object, made: Project) -> int:
    # Each pair in `extra` is two values that stand in no field.
    return _leaves(plain) - 2 * len(made.extra)


def _made(split: Split, kind: type[Made], place: str) -> tuple[Made | None, Iterator[Problem]]:
    """Return the object of a kind in plain data, or None and what is wrong."""
    # Imported where something may be wrong: cattrs takes longer to import than what reads the rest.
    from esfmodel.formats._converter import converted

    made, found = converted(split.known, kind, place)
    return (None if split.problems else made), chain(split.problems, found)


def _problems_of_kept(kept: Sequence[Unknown]) -> Iterator[Problem]:
    """Yield the unknown keys that are kept; they are no reason to stop reading."""
    for each in kept[:MOST_PROBLEMS]:
        yield kept_key(each.key, each.place, each.known)
    if len(kept) > MOST_PROBLEMS:
        yield Problem("key.more_kept", count=len(kept) - MOST_PROBLEMS)


def located_in(problems: Sequence[Problem], document: object, text: str, syntax: Syntax) -> list[Problem]:
    """Return problems with their lines, and with what stands at the items of lists on their paths."""
    lines = lines_in(text, [problem.place for problem in problems], syntax.sign)
    return [
        Problem.of(problem, line=lines.get(problem.place), names=names_in(document, problem)) for problem in problems
    ]


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
    """Return how many values a document has, not counting objects, lists and null."""
    if isinstance(plain, dict):
        return sum(map(_leaves, cast("dict[str, object]", plain).values()))
    if isinstance(plain, list):
        return sum(map(_leaves, cast("list[object]", plain)))
    return int(plain is not NULL)


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
    return _json_to_read_back(document_of(projects, name), DEEPEST, 2) + "\n"


# --- One object as plain data


def dict_of(thing: object) -> dict[str, object]:
    """Implement `to_dict`."""
    return cast("dict[str, object]", as_python(_object_to_write(thing)))


def json_dict_of(thing: object) -> dict[str, object]:
    """Return the dict of an object for others to write as JSON; what they would write otherwise is in `extra`."""
    return cast("dict[str, object]", as_python(_object_to_write(thing, is_in_any_json)))


def json_of(thing: object, indent: int | None) -> str:
    """Implement `to_json`."""
    return encodable(_json_to_read_back(_plain_to_write(thing), DEEPEST_OBJECT, indent))


def _json_to_read_back(plain: dict[str, object], levels: int, indent: int | None) -> str:
    """Return plain data as JSON. Raises `InvalidValue` for more levels than these."""
    text = json_text(plain, indent)
    # There is a bracket for each level.
    if text.count("{") + text.count("[") > levels and is_deeper(plain, levels):
        raise too_deep_to_write()
    return text


def _object_to_write(thing: object, fits: Callable[[object], bool] | None = None) -> dict[str, object]:
    """Return an object as a plain dict. Raises `InvalidValue` for one too deeply nested to be read back."""
    plain = _plain_to_write(thing, fits)
    if is_deeper(plain, DEEPEST_OBJECT):
        raise too_deep_to_write()
    return plain


def _plain_to_write(thing: object, fits: Callable[[object], bool] | None = None) -> dict[str, object]:
    try:
        return whole_plain(thing, fits)
    except RecursionError as error:
        raise too_deep_to_write() from error


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
    at_once = None if problems else object_in(data, kind)
    if at_once is not None:
        return at_once
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
    from difflib import SequenceMatcher

    from esfmodel.text.telling.names import is_called, nearest

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
