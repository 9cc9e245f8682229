"""Read projects from files and texts, and write them to files and texts."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TypeAlias

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.catalogue import LARGEST, Writer, format_called, format_of, writer_for
from esfmodel.formats.reading import Reading, too_deep_to_write
from esfmodel.model.fields import tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project

Projects: TypeAlias = Project | Portfolio | Reading | Iterable[Project]
"""What can be written: one project, several, a portfolio, or a reading."""

_SHOWN = 20
_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def read(path: str | os.PathLike[str], format: str | None = None) -> Reading:
    """Read the projects of a file.

    `format` is one of `FORMATS`; by default it is found from the file's suffix (.json, .toml), else from how the text
    begins. The file is UTF-8, with or without a byte order mark. Wrong single values are in `problems` of the reading,
    and the rest is still read. JSON may have 20 million characters, TOML 5 million, a record 500 000.

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
    everything is written. Raises `InvalidValue` for an unknown suffix and as `to_text` does, `OSError` when the file
    cannot be written.

    >>> write(Project("Framtidskraft"), "framtidskraft.doc")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: format '.doc' is none that can be written; use one of project_json (.json), \
project_toml (.toml)
    """
    target = Path(path)
    replace_file(target, _checked_document(projects, writer_for(target.suffix.lower(), format)).encode())


def _checked_document(projects: Projects, write_text: Writer) -> str:
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


# --- Files as bytes

_BYTES_PER_CHARACTER = 4
_SAVE_AS_UTF8 = "save it as text in UTF-8"


def text_in(path: str, largest: int) -> str:
    """Return the text of a UTF-8 file. Raises `ReadError` for anything else.

    `largest` is the most characters it may have; no more bytes than those can take are ever read.
    """
    data = _bytes_in(path, largest * _BYTES_PER_CHARACTER)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReadError(path, None, "is text in UTF-16", _SAVE_AS_UTF8)
    if b"\0" in data:
        raise ReadError(path, None, f"is a binary file: byte {data.index(0)} is zero", _SAVE_AS_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        given = f"0x{data[error.start]:02x}"
        wrong = f"is not UTF-8 at byte {error.start}, in line {data.count(10, 0, error.start) + 1}"
        raise ReadError(path, given, wrong, _SAVE_AS_UTF8) from error


def _bytes_in(path: str, most: int) -> bytes:
    place = Path(path)
    try:
        directory = place.is_dir()
        data = b"" if directory else _first_bytes(place, most + 1)
    except FileNotFoundError as error:
        raise ReadError(path, None, "is not there", "check the path") from error
    except OSError as error:
        raise ReadError(path, None, f"cannot be opened: {error.strerror}", "check path and permissions") from error
    except ValueError as error:
        raise ReadError(path, None, f"is no path of a file: {error}", "check the path") from error
    if directory:
        raise ReadError(path, None, "is a directory", "give one of its files")
    if len(data) > most:
        raise ReadError(path, None, f"is larger than {most} bytes", "divide it")
    return data


def _first_bytes(place: Path, number: int) -> bytes:
    with place.open("rb") as file:
        return file.read(number)


def replace_file(target: Path, data: bytes) -> None:
    """Write a file: the whole of it, or nothing; an existing file keeps its permissions."""
    # A draft in the same folder: renaming is only atomic within one file system. A link is followed, not replaced.
    place = target.resolve()
    draft = place.with_name(f".{secrets.token_hex(8)}.draft")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if place.exists():
            shutil.copymode(place, draft)
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
