"""Objects as plain data: the dict or JSON of one project or budget, in the shape that documents have.

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

from esfmodel.formats.schema import json_schema
from esfmodel.model.budget import Budget
from esfmodel.model.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T", Project, Budget)

# The converter is imported at its first use: cattrs takes longer to import than the rest of the library.


def to_dict(thing: Project | Budget) -> dict[str, object]:
    """Return a project or a budget as plain data: dicts, lists, texts, whole numbers, true and false.

    Raises `TypeError` for anything else.

    >>> to_dict(Project("Framtidskraft", priority="C"))
    {'name': 'Framtidskraft', 'priority': {'code': 'C'}}
    """
    if not isinstance(thing, (Project, Budget)):
        raise TypeError(f"to_dict takes a Project or a Budget, not {type(thing).__name__}")
    from esfmodel.formats._converter import to_plain

    return to_plain(thing)


@overload
def from_dict(data: Mapping[str, object], *, strict: bool = ...) -> Project: ...


@overload
def from_dict(data: Mapping[str, object], kind: type[T], *, strict: bool = ...) -> T: ...


def from_dict(data: Mapping[str, object], kind: type[Any] = Project, *, strict: bool = False) -> Any:  # noqa: ARG001
    """Return the project in plain data, or another `kind` of object. Raises `InvalidData` with all problems.

    >>> from_dict({"name": "Framtidskraft", "priority": {"code": "C"}}).priority.code
    'C'
    """
    from esfmodel.formats._document import made_of

    return made_of(data, kind)


def to_json(thing: Project | Budget, *, indent: int | None = 2) -> str:
    """Return a project or a budget as JSON; `indent=None` writes it on one line.

    >>> to_json(Project("Framtidskraft"), indent=None)
    '{"name": "Framtidskraft"}'
    """
    return json.dumps(to_dict(thing), ensure_ascii=False, indent=indent)


@overload
def from_json(text: str, *, strict: bool = ...) -> Project: ...


@overload
def from_json(text: str, kind: type[T], *, strict: bool = ...) -> T: ...


def from_json(text: str, kind: type[Any] = Project, *, strict: bool = False) -> Any:  # noqa: ARG001
    """Return the project in JSON, or another `kind` of object. Raises `ReadError` for what is no JSON.

    Raises `InvalidData` with all problems, as `from_dict` does.

    >>> from_json('{"name": "Framtidskraft"}')
    Project('Framtidskraft')
    """
    from esfmodel.formats._document import made_of, parsed_json

    return made_of(parsed_json(text, "text"), kind)
