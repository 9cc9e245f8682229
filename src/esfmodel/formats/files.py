"""Read projects from files and texts, and write them to files and texts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeAlias

from esfmodel.errors import ReadError
from esfmodel.formats._parsed import encodable
from esfmodel.formats.catalogue import LARGEST, Writer, format_called, format_of, writer_for
from esfmodel.formats.reading import Reading
from esfmodel.model.fields import tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.values.files import is_special, replace_file, text_in
from esfmodel.values.money import Money
from esfmodel.values.syntax import BYTE_ORDER_MARK, too_deep_to_write

Projects: TypeAlias = Project | Portfolio | Reading | Iterable[Project]
"""What can be written: one project, several, a portfolio, or a reading."""

_SHOWN = 20


def read(
    path: str | os.PathLike[str], format: str | None = None, *, currency: str | None = None, strict: bool = False
) -> Reading:
    """Read the projects of a file.

    `format` is one of `FORMATS`; by default it is found from the file's suffix (.json, .toml), else from how the text
    begins. `currency` is that of the amounts of a table or a page that name none. The file is UTF-8, with or without a
    byte order mark. Wrong single values are in `problems` of the reading, and the rest is still read. A key that no
    field of a project takes is kept in its `extra`, as an `UnknownKey`, and told in `problems`; `strict` refuses the
    project instead, as a key that is nearly one of ours always does. JSON may have 20 million characters, TOML 5
    million, a table 2 million and a record 500 000.

    Raises `ReadError`, which names the file and the place in it, for a file that is missing, empty, not text or too
    large, for a text of no known format and for a document of an unknown version.

    >>> read("no such file.json")
    Traceback (most recent call last):
        ...
    esfmodel.errors.ReadError: no such file.json: is not there; check the path
    """
    found = os.fspath(path)
    if not isinstance(found, str):
        raise TypeError(f"path must be str or os.PathLike, not {type(path).__name__}")
    return _reading(text_in(found, LARGEST), found, PurePath(found).suffix.lower(), format, currency, strict=strict)


def read_text(text: str, format: str | None = None, *, currency: str | None = None, strict: bool = False) -> Reading:
    r"""Read the projects of a text, as `read` does those of a file.

    >>> reading = read_text("23-040-S06 - Gröna rum\nAntal deltagare: 0\nTotal projektbudget: 1.1\n")
    >>> reading.one().operation_id, reading.one().planned_participants
    (OperationId("23-040-S06"), 0)
    >>> reading.problems[0].line, reading.problems[0].given, reading.one().extra
    (3, '1.1', (('Total projektbudget', '1.1'),))
    >>> read_text("projekt;EU-stöd\nGröna rum;450 000\n", currency="EUR").one().budget.eu_support
    Money(450000, "EUR")
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    return _reading(text, "text", "", format, currency, strict=strict)


def _reading(text: str, origin: str, suffix: str, name: str | None, currency: str | None, *, strict: bool) -> Reading:
    if currency is not None:
        Money(0, currency)  # raises for an unknown currency
    named = None if name is None else format_called(name)
    plain = text.removeprefix(BYTE_ORDER_MARK)
    if not plain.strip():
        raise ReadError("file.empty", source=origin)
    _check_characters(plain, origin)
    found = named or format_of(plain, origin, suffix)
    if len(plain) > found.largest:
        raise ReadError("file.too_long", source=origin, characters=len(plain), largest=found.largest)
    return found.read(plain, origin, currency, strict)


def _check_characters(text: str, origin: str) -> None:
    if "\0" in text:
        before = text.partition("\0")[0]
        begun = before[before.rfind("\n") + 1 :][-_SHOWN:]
        raise ReadError("text.unprintable", "", f"{begun}\0", source=origin, line=before.count("\n") + 1)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise ReadError("text.half_a_character", source=origin, line=line) from error


def to_text(projects: Projects, format: str) -> str:
    """Return projects as text in one of the formats that can be written.

    Reading the text gives the same projects. Raises `InvalidValue` for what no file can hold: half a character
    (a lone surrogate), a number of more than a hundred digits, organisations nested dozens of levels deep.

    >>> print(to_text(Project("Framtidskraft", priority="C"), "project_toml"), end="")
    format = "esfmodel/projects"
    version = 2
    <BLANKLINE>
    [[projects]]
    name = "Framtidskraft"
    priority = { code = "C" }
    """
    return _checked_document(projects, writer_for("", format))


def write(projects: Projects, path: str | os.PathLike[str], format: str | None = None) -> None:
    """Write projects to a file: the whole of it, or nothing.

    The format is found from the suffix (.json, .toml), unless `format` names it. An existing file is replaced only when
    everything is written, and keeps its permissions, its owner and the links to it. What exists and is no regular file
    is written into, as TOML if it has no suffix: a named pipe, /dev/stdout. Raises `InvalidValue` for an unknown suffix
    and as `to_text` does, `OSError` when the file cannot be written.

    >>> write(Project("Framtidskraft"), "framtidskraft.doc")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: format '.doc' cannot be used here; use one of project_json (.json), \
project_toml (.toml)
    """
    target = os.fspath(path)
    if not isinstance(target, str):
        raise TypeError(f"path must be str or os.PathLike, not {type(path).__name__}")
    suffix = PurePath(target).suffix.lower()
    named = "project_toml" if format is None and not suffix and is_special(target) else format
    replace_file(target, _checked_document(projects, writer_for(suffix, named)).encode())


def _checked_document(projects: Projects, write_text: Writer) -> str:
    listed = _projects_of(projects)
    name = projects.name if isinstance(projects, (Portfolio, Reading)) else None
    try:
        text = write_text(listed, name)
    except RecursionError as error:
        raise too_deep_to_write() from error
    return encodable(text)


def _projects_of(projects: Projects) -> tuple[Project, ...]:
    if isinstance(projects, Project):
        return (projects,)
    return tuple_of(Project, projects.projects if isinstance(projects, (Portfolio, Reading)) else projects, "projects")
