"""Read projects from files and texts, and write them to files and texts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._parsed import encodable
from esfmodel.formats.catalogue import (
    BUDGET,
    LARGEST,
    LIST,
    WORKBOOK_SUFFIX,
    Format,
    Writer,
    format_by_suffix,
    format_called,
    format_of,
    recognised,
    writer_for,
)
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.reading import Reading, Recognised
from esfmodel.model.fields import tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.values.files import Spool, as_read_error, is_special, replace_file, text_from, text_in
from esfmodel.values.format import check_language
from esfmodel.values.money import Money
from esfmodel.values.syntax import BYTE_ORDER_MARK, too_deep_to_write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.formats.lists._grid import Source
    from esfmodel.formats.lists.list_of_operations import Item
    from esfmodel.formats.lists.mapping import Mapping

Projects: TypeAlias = Project | Portfolio | Reading | Iterable[Project]
"""What can be written: one project, several, a portfolio, or a reading."""

_SHOWN = 20
_LARGEST_STREAM = 4 * LARGEST
"""The most bytes that are kept of what can be read only once, such as a device without end."""


def read(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    currency: str | None = None,
    mapping: Mapping | str | os.PathLike[str] | None = None,
    strict: bool = False,
) -> Reading:
    """Read the projects of a file.

    `format` is one of `FORMATS`; by default it is found from what the file holds, else from its suffix (.json, .toml),
    and `recognised` of the reading says which. Project files, pages and finance tables are UTF-8, with or without a
    byte order mark; a list of operations may be a workbook, or text with delimiters in other encodings too; a budget in
    a workbook is read if we have written it, or its template. `currency`
    is that of amounts that name none; `mapping`, or the path of its file, says how to read a list whose headings are
    not known.

    Wrong single values are in `problems` of the reading, and the rest is still read. A key that no field of a project
    takes is kept in its `extra`, as an `UnknownKey`, and told in `problems`; `strict` refuses the project instead, as a
    key that is nearly one of ours always does. JSON may have 20 million characters, TOML 5 million, a finance table 2
    million and a record 500 000; for a large list there is `stream`.

    Raises `ReadError`, which names the file and the place in it, for a file that is missing, empty, not text or too
    large, for a text of no known format, for a document of an unknown version and for a list without known headings.

    >>> read("no such file.json")
    Traceback (most recent call last):
        ...
    esfmodel.errors.ReadError: no such file.json: is not there; check the path
    """
    found = os.fspath(path)
    if not isinstance(found, str):
        raise TypeError(f"path must be str or os.PathLike, not {type(path).__name__}")
    mapping = _as_mapping(mapping)
    named = _named(format, currency, mapping)
    file = _InputFile(found)
    if not file.is_table(named):
        return _reading(file.text(), found, file.suffix, named, currency, strict=strict)
    source = file.rows(mapping)
    if file.is_budget(named, source):
        return file.budget(named, currency, strict=strict)
    from esfmodel.formats.lists.list_of_operations import read_list

    return _complete(read_list(source, mapping, currency), LIST, _recognised(named), found)


def read_text(
    text: str,
    format: str | None = None,
    *,
    currency: str | None = None,
    mapping: Mapping | str | os.PathLike[str] | None = None,
    strict: bool = False,
) -> Reading:
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
    mapping = _as_mapping(mapping)
    named = _named(format, currency, mapping)
    if mapping is None:
        return _reading(text, "text", "", named, currency, strict=strict)
    from esfmodel.formats.lists.list_of_operations import read_list
    from esfmodel.formats.lists.sources import source_of_text

    _check_text(text, "text")
    return _complete(
        read_list(source_of_text(text, "text", mapping), mapping, currency), LIST, _recognised(named), "text"
    )


def stream(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    currency: str | None = None,
    mapping: Mapping | str | os.PathLike[str] | None = None,
) -> Iterator[Item]:
    """Yield the projects of a file one at a time, as `read` reads them, each with its problems and its places.

    A list of operations is gone through twice and never held as a whole; what many of its rows share is told once, in
    the last item. Raises as `read` does when the first item is asked for.

    >>> next(stream("no such file.csv"))
    Traceback (most recent call last):
        ...
    esfmodel.errors.ReadError: no such file.csv: is not there; check the path
    """
    from esfmodel.formats.lists.list_of_operations import Operations, items_of

    found = os.fspath(path)
    mapping = _as_mapping(mapping)
    named = _named(format, currency, mapping)
    file = _InputFile(found)
    if not file.is_table(named):
        yield from items_of(_reading(file.text(), found, file.suffix, named, currency, strict=False))
        return
    source = file.rows(mapping)
    if file.is_budget(named, source):
        yield from items_of(file.budget(named, currency, strict=False))
    else:
        yield from Operations(source, mapping, currency)


class _InputFile:
    """A file that is looked into before it is read; what can be read only once, such as a pipe, is kept for that."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.suffix = PurePath(path).suffix.lower()
        self._spool: Spool | None = None
        if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
            with as_read_error(path), open(path, "rb") as stream:
                self._spool = Spool(stream, path, _LARGEST_STREAM)

    def is_table(self, named: Format | None) -> bool:
        """Whether the file is read as rows of cells: a list of operations, or a workbook."""
        if named is not None or format_by_suffix(self.suffix) is not None:
            return named is not None and named.name in {LIST, BUDGET}
        from esfmodel.formats.lists.sources import holds_list, start_of

        return holds_list(start_of(self._spool or self._path, self._path))

    def text(self) -> str:
        """Return the text of the file."""
        if self._spool is None:
            return text_in(self._path, LARGEST)
        with open(self._spool.path, "rb") as stream:
            return text_from(stream, self._path, LARGEST)

    def rows(self, mapping: Mapping | None) -> Source:
        """Return the file as rows of cells."""
        from esfmodel.formats.lists.sources import open_source

        return open_source(self._spool or self._path, self._path, mapping)

    def is_budget(self, named: Format | None, source: Source) -> bool:
        """Whether a file that is opened as rows of cells is read as a budget in a workbook."""
        from esfmodel.formats.spreadsheet.reader import is_budget

        return named.name == BUDGET if named is not None else source.form == "workbook" and is_budget(source)

    def budget(self, named: Format | None, currency: str | None, *, strict: bool) -> Reading:
        """Return the reading of a budget in a workbook."""
        from esfmodel.formats.spreadsheet.reader import open_budget, read_budget

        source = open_budget(self._spool.path if self._spool else self._path, self._path)
        return _complete(read_budget(source, currency, strict=strict), BUDGET, _recognised(named), self._path)


def _as_mapping(given: Mapping | str | os.PathLike[str] | None) -> Mapping | None:
    """Return a mapping, read from its file if it is given by a path."""
    if isinstance(given, (str, os.PathLike)):
        from esfmodel.formats.lists.mapping import read_mapping

        return read_mapping(given)
    return given


def _named(name: str | None, currency: str | None, mapping: Mapping | None) -> Format | None:
    """Return the format of a name; check that the other arguments go with it."""
    if currency is not None:
        Money(0, currency)  # raises for an unknown currency
    named = None if name is None else format_called(name)
    if mapping is not None and named is not None and named.name != LIST:
        raise InvalidValue("mapping.not_for_format", "format", named.name, choices=(LIST,))
    return named if mapping is None else format_called(LIST)


def _recognised(named: Format | None) -> Recognised:
    return Recognised.CONTENT if named is None else Recognised.NAMED


def _reading(
    text: str, origin: str, suffix: str, named: Format | None, currency: str | None, *, strict: bool
) -> Reading:
    plain = _check_text(text, origin)
    found = named or format_of(plain, origin, suffix)
    if len(plain) > found.largest:
        raise ReadError("file.too_long", source=origin, characters=len(plain), largest=found.largest)
    how = recognised(found, plain) if named is None else Recognised.NAMED
    return _complete(found.read(plain, origin, currency, strict), found.name, how, origin)


def _complete(reading: Reading, format: str, how: Recognised, origin: str) -> Reading:
    """Return a reading with its format, and with the file as the place of all its values where no more is known."""
    places = reading.places or KnownPlaces(({"": Evidence(file=origin)},) * len(reading.projects))
    return attrs.evolve(reading, format=format, recognised=how, places=places)


def _check_text(text: str, origin: str) -> str:
    """Return a text without a byte order mark. Raises `ReadError` for one that is empty or no text."""
    plain = text.removeprefix(BYTE_ORDER_MARK)
    if not plain.strip():
        raise ReadError("file.empty", source=origin)
    _check_characters(plain, origin)
    return plain


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


def write(projects: Projects, path: str | os.PathLike[str], format: str | None = None, *, language: str = "sv") -> None:
    """Write projects to a file: the whole of it, or nothing.

    The format is found from the suffix (.json, .toml, .xlsx), unless `format` names it. One project is written to a
    workbook as its budget, in the words of a `language`, with sums that a spreadsheet keeps up to date; that needs
    XlsxWriter, as in `pip install esfmodel[xlsx]`. An existing file is replaced only when
    everything is written, and keeps its permissions, its owner and the links to it. What exists and is no regular file
    is written into, as TOML if it has no suffix: a named pipe, /dev/stdout. Raises `InvalidValue` for an unknown suffix
    and as `to_text` does, `OSError` when the file cannot be written.

    >>> write(Project("Framtidskraft"), "framtidskraft.doc")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: format '.doc' cannot be used here; use one of project_json (.json), \
project_toml (.toml), budget_workbook (.xlsx)
    """
    check_language(language)
    target = os.fspath(path)
    if not isinstance(target, str):
        raise TypeError(f"path must be str or os.PathLike, not {type(path).__name__}")
    suffix = PurePath(target).suffix.lower()
    named = "project_toml" if format is None and not suffix and is_special(target) else format
    if named == BUDGET or (named is None and suffix == WORKBOOK_SUFFIX):
        replace_file(target, _budget_of(projects, language))
        return
    replace_file(target, _checked_document(projects, writer_for(suffix, named)).encode())


def _budget_of(projects: Projects, language: str) -> bytes:
    listed = _projects_of(projects)
    if len(listed) != 1:
        raise InvalidValue("workbook.one_project", count=len(listed))
    from esfmodel.formats.spreadsheet.writer import workbook_of

    return workbook_of(listed[0], language)


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
