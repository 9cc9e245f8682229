"""Objects as plain data: the dict or JSON of one project or budget, in the shape that documents have.

>>> from esfmodel import Budget, Money, Project
>>> project = Project("Framtidskraft", budget=Budget(total=Money(900_000)))
>>> to_dict(project)
{'name': 'Framtidskraft', 'budget': {'total': '900000 SEK'}}
>>> from_dict(to_dict(project)) == project
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from esfmodel.errors import ReadError
from esfmodel.formats._parsed import BYTE_ORDER_MARK
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

    What reading had found no field for stands where it stood (see `UnknownKey`). Raises `InvalidValue` for what could
    not be read back: organisations nested dozens of levels deep, a number of more than a hundred digits.

    >>> to_dict(Project("Framtidskraft", priority="C"))
    {'name': 'Framtidskraft', 'priority': {'code': 'C'}}
    """
    from esfmodel.formats._document import dict_of

    return dict_of(_checked(thing, "to_dict"))


@overload
def from_dict(data: Mapping[str, object], *, strict: bool = ...) -> Project: ...


@overload
def from_dict(data: Mapping[str, object], kind: type[T], *, strict: bool = ...) -> T: ...


def from_dict(data: Mapping[str, object], kind: type[Any] = Project, *, strict: bool = False) -> Any:
    """Return the project in plain data, or another `kind` of object. Raises `InvalidData` with all problems.

    The data has the shape of a project in a document of the newest version, without the document around it. None is
    what nobody has stated, as in the JSON of a form. A float is refused, since it is not exact to the öre. A key that
    no field of a project takes is kept in `extra`, as an `UnknownKey`; one that is nearly ours is refused, and so is
    every unknown key of a budget, and of a project where `strict`.

    >>> from_dict({"name": "Framtidskraft", "priority": {"code": "C"}}).priority.code
    'C'
    """
    from esfmodel.formats._document import read_object

    return read_object(data, _checked_kind(kind), strict=strict)


def to_json(thing: Project | Budget, *, indent: int | None = 2) -> str:
    """Return a project or a budget as JSON, the dict of `to_dict`; `indent=None` writes it on one line.

    >>> to_json(Project("Framtidskraft"), indent=None)
    '{"name": "Framtidskraft"}'
    """
    from esfmodel.formats._document import json_of

    return json_of(_checked(thing, "to_json"), indent)


@overload
def from_json(text: str, *, strict: bool = ...) -> Project: ...


@overload
def from_json(text: str, kind: type[T], *, strict: bool = ...) -> T: ...


def from_json(text: str, kind: type[Any] = Project, *, strict: bool = False) -> Any:
    """Return the project in JSON, or another `kind` of object. Raises `ReadError` for what is no JSON.

    Raises `InvalidData` with all problems, as `from_dict` does.

    >>> from_json('{"name": "Framtidskraft"}')
    Project('Framtidskraft')
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    plain = text.removeprefix(BYTE_ORDER_MARK)
    if not plain.strip():
        raise ReadError("file.empty", source="text")
    from esfmodel.formats._document import read_object_in

    return read_object_in(plain, _checked_kind(kind), strict=strict)


def _checked(thing: Project | Budget, function: str) -> Project | Budget:
    if not isinstance(thing, (Project, Budget)):
        raise TypeError(f"{function} takes a Project or a Budget, not {type(thing).__name__}")
    return thing


def _checked_kind(kind: type[Any]) -> type[Any]:
    if kind not in (Project, Budget):
        raise TypeError(f"kind must be Project or Budget, not {kind!r}")
    return kind
