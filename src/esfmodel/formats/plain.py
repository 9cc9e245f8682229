"""Objects as plain data: the dict or JSON of one project, budget or report; the first two as documents have them.

>>> from esfmodel import Budget, Money, Project
>>> project = Project("Framtidskraft", budget=Budget(total=Money(900_000)))
>>> to_dict(project)
{'name': 'Framtidskraft', 'budget': {'total': '900000 SEK'}}
>>> from_dict(to_dict(project)) == project
True
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar, overload

from esfmodel.formats import schema
from esfmodel.model.budget import Budget
from esfmodel.model.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.formats.schema import Schema
    from esfmodel.rules import Report
    from esfmodel.rules.rule import AnyRule

__all__ = ["from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T", Project, Budget, "Report")

# The converter and the rules are imported at their first use: they take longer to import than the model.


def _is_report(kind: type) -> bool:
    from esfmodel.rules import Report

    return issubclass(kind, Report)


def to_dict(thing: Project | Budget | Report) -> dict[str, object]:
    """Return a project, a budget or a report as plain data: dicts, lists, texts, whole numbers, true, false and None.

    Raises `TypeError` for anything else, and for a report in which a rule of one's own has found what has no plain
    form.

    >>> to_dict(Project("Framtidskraft", priority="C"))
    {'name': 'Framtidskraft', 'priority': {'code': 'C'}}
    """
    if isinstance(thing, (Project, Budget)):
        from esfmodel.formats._converter import to_plain

        return to_plain(thing)
    if _is_report(type(thing)):
        from esfmodel.formats.plain_report import report_to_plain

        return report_to_plain(thing)
    raise TypeError(f"to_dict takes a Project, a Budget or a Report, not {type(thing).__name__}")


@overload
def from_dict(data: Mapping[str, object], *, strict: bool = ...) -> Project: ...


@overload
def from_dict(
    data: Mapping[str, object], kind: type[T], *, strict: bool = ..., rules: Iterable[AnyRule] = ...
) -> T: ...


def from_dict(
    data: Mapping[str, object],
    kind: type[Any] = Project,
    *,
    strict: bool = False,  # noqa: ARG001
    rules: Iterable[AnyRule] = (),
) -> Any:
    """Return the project in plain data, or another `kind` of object. Raises `InvalidData` with all problems.

    `rules` are one's own rules in a report: those of the library are found by their codes. An unknown key of a report
    is always refused, and what it says of itself, such as its texts and counts, is written anew.

    >>> from_dict({"name": "Framtidskraft", "priority": {"code": "C"}}).priority.code
    'C'
    """
    return _made_of(data, kind, rules)


def to_json(thing: Project | Budget | Report, *, indent: int | None = 2) -> str:
    """Return a project, a budget or a report as JSON; `indent=None` writes it on one line.

    >>> to_json(Project("Framtidskraft"), indent=None)
    '{"name": "Framtidskraft"}'
    """
    return json.dumps(to_dict(thing), ensure_ascii=False, indent=indent)


@overload
def from_json(text: str, *, strict: bool = ...) -> Project: ...


@overload
def from_json(text: str, kind: type[T], *, strict: bool = ..., rules: Iterable[AnyRule] = ...) -> T: ...


def from_json(
    text: str,
    kind: type[Any] = Project,
    *,
    strict: bool = False,  # noqa: ARG001
    rules: Iterable[AnyRule] = (),
) -> Any:
    """Return the project in JSON, or another `kind` of object. Raises `ReadError` for what is no JSON.

    Raises `InvalidData` with all problems, as `from_dict` does; `rules` are as there.

    >>> from_json('{"name": "Framtidskraft"}')
    Project('Framtidskraft')
    """
    from esfmodel.formats._document import parsed_json

    return _made_of(parsed_json(text, "text"), kind, rules)


def _made_of(data: object, kind: type[Any], rules: Iterable[AnyRule]) -> Any:  # noqa: ANN401
    if _is_report(kind):
        from esfmodel.formats.plain_report import report_from_plain

        return report_from_plain(data, rules)
    from esfmodel.formats._document import made_of

    return made_of(data, kind)


def json_schema(kind: type[Project | Budget | Report] = Project) -> Schema:
    """Return the JSON Schema (draft 2020-12) of one project, or of another `kind` of object, as `to_dict` has it.

    >>> json_schema()["title"], json_schema(Budget)["title"]
    ('Project', 'Budget')
    """
    if _is_report(kind):
        from esfmodel.formats.plain_report import report_schema

        return report_schema()
    return schema.json_schema(kind)
