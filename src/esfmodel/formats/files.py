"""The ways in and out: files and texts to readings, projects to files and texts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TypeAlias

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._bytes import replace_file, text_in
from esfmodel.formats._nesting import too_deep_to_write
from esfmodel.formats.catalogue import LARGEST, Writer, format_called, format_of, writer_for
from esfmodel.formats.reading import Reading
from esfmodel.model.fields import tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project

Projects: TypeAlias = Project | Portfolio | Reading | Iterable[Project]
"""What can be written: one project, several, a portfolio, or what was read."""

_SHOWN = 20
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def read(path: str | os.PathLike[str], format: str | None = None) -> Reading:
    """Read the projects of a file.

    The format is found by the file's suffix (.json, .toml), else by how the text begins; `format` names it, one of
    `FORMATS`. The file is UTF-8, with or without a byte order mark. What is wrong with single values is in `problems`
    of the reading, and the rest is still read. JSON may have 20 million characters, TOML 5 million, a record 500 000.

    Raises `ReadError`, which names the file and the place in it, when there is nothing to read: a file that is missing,
    empty, not text or too large, a text of no known format, a document of an unknown version.

    >>> read("no such file.json")
    Traceback (most recent call last):
        ...
    esfmodel.errors.ReadError: no such file.json: is not there; check the path
    """
    found = os.fspath(path)
    if not isinstance(found, str):
        raise TypeError(f"path must be str or os.PathLike, not {type(path).__name__}")
    return _reading(text_in(found, LARGEST), found, PurePath(found).suffix.lower(), format)


def read_text(text: str, format: str | None = None) -> Reading:
    r"""Read the projects of a text, as `read` does those of a file.

    >>> reading = read_text("23-040-S06 - Gröna rum\nAntal deltagare: 0\nTotal projektbudget: 1.1\n")
    >>> reading.one().operation_id, reading.one().planned_participants
    (OperationId("23-040-S06"), 0)
    >>> reading.problems[0].place, reading.problems[0].given, reading.one().extra
    ('line 3', '1.1', (('Total projektbudget', '1.1'),))
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    return _reading(text, "text", "", format)


def _reading(text: str, origin: str, suffix: str, name: str | None) -> Reading:
    named = None if name is None else format_called(name)
    plain = text.removeprefix(_BYTE_ORDER_MARK)
    if not plain.strip():
        raise ReadError(origin, None, "is empty", "check that it was saved")
    _check_characters(plain, origin)
    found = named or format_of(plain, origin, suffix)
    if len(plain) > found.largest:
        wrong = f"has {len(plain)} characters, and {found.name} takes {found.largest} at most"
        raise ReadError(origin, None, wrong, "divide it")
    return found.read(plain, origin)


def _check_characters(text: str, origin: str) -> None:
    if "\0" in text:
        raise ReadError(origin, None, "holds the character U+0000, so it is no text", "export it as text (UTF-8)")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        wrong = "holds half a character (a lone surrogate)"
        raise ReadError(f"{origin}, line {line}", None, wrong, "read its bytes as the encoding they are in") from error


def to_text(projects: Projects, format: str) -> str:
    """Write projects as a text of one of the formats that can be written.

    What is written is read back as the same projects. Raises `InvalidValue` for what no file can hold: half a character
    (a lone surrogate), a number of more than a hundred digits, organisations nested in organisations dozens of times.

    >>> print(to_text(Project("Framtidskraft", priority="C"), "project_toml"), end="")
    format = "esfmodel/projects"
    version = 2
    <BLANKLINE>
    [[projects]]
    name = "Framtidskraft"
    priority = { code = "C" }
    """
    return _text(projects, writer_for("", format))


def write(projects: Projects, path: str | os.PathLike[str], format: str | None = None) -> None:
    """Write projects to a file: the whole of it, or nothing.

    The format is found by the suffix (.json, .toml), unless `format` names it. A file that is there already is replaced
    when everything is written. Raises `InvalidValue` for an unknown suffix and as `to_text` does, `OSError` when the
    file cannot be written.

    >>> write(Project("Framtidskraft"), "framtidskraft.doc")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: format '.doc' is none that can be written; use one of project_json (.json), \
project_toml (.toml)
    """
    target = Path(path)
    replace_file(target, _text(projects, writer_for(target.suffix.lower(), format)).encode())


def _text(projects: Projects, write_text: Writer) -> str:
    listed = _projects_of(projects)
    name = projects.name if isinstance(projects, (Portfolio, Reading)) else None
    try:
        text = write_text(listed, name)
    except RecursionError as error:
        raise too_deep_to_write() from error
    try:
        text.encode()
    except UnicodeEncodeError as error:
        cut = text[max(0, error.start - _SHOWN) : error.end]
        wrong = "ends in half a character (a lone surrogate)"
        raise InvalidValue("text", cut, wrong, "write the character it was cut from") from error
    return text


def _projects_of(projects: Projects) -> tuple[Project, ...]:
    if isinstance(projects, Project):
        return (projects,)
    return tuple_of(Project, projects.projects if isinstance(projects, (Portfolio, Reading)) else projects, "projects")
