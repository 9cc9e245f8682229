"""Objects as plain data: the dict or JSON of one project, budget or report; the first two as documents have them.

>>> from esfmodel import Budget, Money, Project
>>> project = Project("Framtidskraft", budget=Budget(total=Money(900_000)))
>>> to_dict(project)
{'name': 'Framtidskraft', 'budget': {'total': '900000 SEK'}}
>>> from_dict(to_dict(project)) == project
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from esfmodel.errors import ReadError
from esfmodel.formats import _document, schema
from esfmodel.model.budget import Budget
from esfmodel.model.project import Project
from esfmodel.values.syntax import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.formats.schema import Schema
    from esfmodel.rules import Report
    from esfmodel.rules.rule import AnyRule

__all__ = ["from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T", Project, Budget, "Report")

# The rules are imported at their first use: they take longer to import than the model.


def to_dict(thing: Project | Budget | Report) -> dict[str, object]:
    """Return a project, a budget or a report as plain data: dicts, lists, texts, whole numbers, true, false and None.

    What reading had found no field for stands where it stood (see `UnknownKey`); a number with decimals there is a
    float, or a Decimal where no float is that number, which `to_json` writes and `json.dumps` does not. Raises
    `InvalidValue` for what could not be read back: organisations nested dozens of levels deep, a number of more than a
    hundred digits; and `TypeError` for a report in which a rule of one's own has found what has no plain form.

    >>> to_dict(Project("Framtidskraft", priority="C"))
    {'name': 'Framtidskraft', 'priority': {'code': 'C'}}
    """
    if _is_report_to_write(thing, "to_dict"):
        from esfmodel.formats.plain_report import report_to_plain

        return report_to_plain(cast("Report", thing))
    return _document.dict_of(thing)


@overload
def from_dict(data: Mapping[str, object], *, strict: bool = ...) -> Project: ...


@overload
def from_dict(
    data: Mapping[str, object], kind: type[T], *, strict: bool = ..., rules: Iterable[AnyRule] = ...
) -> T: ...


def from_dict(
    data: Mapping[str, object], kind: type[Any] = Project, *, strict: bool = False, rules: Iterable[AnyRule] = ()
) -> Any:
    """Return the project in plain data, or another `kind` of object. Raises `InvalidData` with all problems.

    The data has the shape of a project in a document of the newest version, without the document around it. None is
    what nobody has stated, as in the JSON of a form. A float is refused, since it is not exact to the öre. A key that
    no field of a project takes is kept in `extra`, as an `UnknownKey`; one that is nearly ours is refused, and so is
    every unknown key of a budget or a report, and of a project where `strict`.

    `rules` are one's own rules in a report; those of the library are found by their codes.

    >>> from_dict({"name": "Framtidskraft", "priority": {"code": "C"}}).priority.code
    'C'
    """
    if _is_report(kind):
        from esfmodel.formats.plain_report import read_report

        return read_report(data, rules)
    return _document.read_object(data, kind, strict=strict)


def to_json(thing: Project | Budget | Report, *, indent: int | None = 2) -> str:
    """Return a project, a budget or a report as JSON, the dict of `to_dict`; `indent=None` writes it on one line.

    >>> to_json(Project("Framtidskraft"), indent=None)
    '{"name": "Framtidskraft"}'
    """
    if _is_report_to_write(thing, "to_json"):
        from esfmodel.formats.plain_report import report_to_json

        return report_to_json(cast("Report", thing), indent)
    return _document.json_of(thing, indent)


@overload
def from_json(text: str, *, strict: bool = ...) -> Project: ...


@overload
def from_json(text: str, kind: type[T], *, strict: bool = ..., rules: Iterable[AnyRule] = ...) -> T: ...


def from_json(text: str, kind: type[Any] = Project, *, strict: bool = False, rules: Iterable[AnyRule] = ()) -> Any:
    """Return the project in JSON, or another `kind` of object. Raises `ReadError` for what is no JSON.

    Raises `InvalidData` with all problems, as `from_dict` does; `rules` are as there.

    >>> from_json('{"name": "Framtidskraft"}')
    Project('Framtidskraft')
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    plain = text.removeprefix(BYTE_ORDER_MARK)
    if not plain.strip():
        raise ReadError("file.empty", source="text")
    if _is_report(kind):
        from esfmodel.formats.plain_report import read_report_in

        return read_report_in(plain, rules)
    return _document.read_object_in(plain, kind, strict=strict)


def json_schema(kind: type[Project | Budget | Report] = Project) -> Schema:
    """Return the JSON Schema (draft 2020-12) of one project, or of another `kind` of object, as `to_dict` has it.

    >>> json_schema()["title"], json_schema(Budget)["title"]
    ('Project', 'Budget')
    """
    if _is_report(kind):
        from esfmodel.formats.plain_report import report_schema

        return report_schema()
    return schema.schema_of(kind)


def _is_report_to_write(thing: object, function: str) -> bool:
    """Return whether a thing is a report, and not a project or a budget; raise `TypeError` for anything else."""
    if isinstance(thing, (Project, Budget)):
        return False
    if type(thing) is not _report_class():
        raise TypeError(f"{function} takes a Project, a Budget or a Report, not {type(thing).__name__}")
    return True


def _is_report(kind: type[Any]) -> bool:
    """Return whether a kind is that of reports, and not of projects or budgets; raise `TypeError` for any other."""
    if kind in (Project, Budget):
        return False
    if kind is not _report_class():
        raise TypeError(f"kind must be Project, Budget or Report, not {kind!r}")
    return True


def _report_class() -> type[Report]:
    from esfmodel.rules import Report

    return Report
