"""Read projects from files and texts, and write them to files and texts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats._parsed import encodable
from esfmodel.formats.catalogue import (
    BUDGET,
    LARGEST,
    LISTS,
    TEXTS,
    WORKBOOK,
    WORKBOOKS,
    Format,
    format_by_suffix,
    format_called,
    format_of,
    format_to_write,
    recognised,
)
from esfmodel.formats.content import Content
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.lists import BUDGET_SHEET, LIST
from esfmodel.formats.reading import Reading, Recognised
from esfmodel.model.fields import tuple_of
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.values.files import (
    PARQUET,
    PDF,
    Spool,
    as_read_error,
    is_special,
    path_name,
    replace_file,
    text_from,
    text_in,
)
from esfmodel.values.format import LANGUAGES, check_language
from esfmodel.values.money import Money
from esfmodel.values.syntax import BYTE_ORDER_MARK, too_deep_to_write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from esfmodel.formats.cells.grid import Source
    from esfmodel.formats.lists.list_of_operations import Item, Operations
    from esfmodel.formats.lists.mapping import Mapping

    OperationsT = TypeVar("OperationsT", bound=Operations)

Projects: TypeAlias = Project | Portfolio | Reading | Iterable[Project]
"""What can be written: one project, several, a portfolio, or a reading."""

_SHOWN = 20
LARGEST_STREAM = 4 * LARGEST
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
    a workbook is read if we have written it, or its template. `currency` is that of amounts that name none. `mapping`
    says how to read a list whose headings are not known: a `Mapping`, the path of its file, or its text, which is known
    by its line breaks.

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
    found = path_name(path)
    return InputFile(found, found, format, currency=currency, mapping=mapping).read(strict=strict)


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
    if mapping is None and (named is None or named.name not in LISTS):
        return _reading(text, "text", "", named, currency, strict=strict)
    from esfmodel.formats.lists.sources import source_of_text

    _check_text(text, "text")
    found_list = _read_rows(source_of_text(text, "text", mapping), mapping, currency, _name(named))
    return _complete(found_list, LIST, _recognised(named), "text")


def _read_rows(source: Source, mapping: Mapping | None, currency: str | None, layout: str | None) -> Reading:
    """Return the projects of a list, or the one of a budget sheet where the mapping is that of one."""
    if mapping is not None and mapping.budget is not None:
        from esfmodel.formats.lists.budget_sheet import read_budget_sheet

        return read_budget_sheet(source, mapping, mapping.budget, currency)
    from esfmodel.formats.lists.list_of_operations import read_list

    return read_list(source, mapping, currency, layout)


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
    from esfmodel.formats.lists.list_of_operations import items_of

    found = path_name(path)
    file = InputFile(found, found, format, currency=currency, mapping=mapping)
    yield from file.operations() if file.is_list() else items_of(file.read(strict=False))


class InputFile:
    """A file that is looked into before it is read, and how to read it.

    It is given by its path, or as the `Spool` of what can be read only once; `name` is what messages call it.
    """

    def __init__(
        self,
        given: str | Spool,
        name: str,
        format: str | None = None,
        *,
        currency: str | None = None,
        mapping: Mapping | str | os.PathLike[str] | None = None,
    ) -> None:
        self._name = name
        self._currency = currency
        self._mapping = _as_mapping(mapping)
        self._named = _named(format, currency, self._mapping)
        self._suffix = PurePath(name).suffix.lower()
        self._given = given
        if isinstance(given, str) and os.path.exists(given) and not os.path.isfile(given) and not os.path.isdir(given):
            with as_read_error(name), open(given, "rb") as stream:
                self._given = Spool(stream, name, LARGEST_STREAM)

    def is_list(self) -> bool:
        """Whether the file is read as a list of operations, which can be gone through row by row."""
        is_sheet = self._mapping is not None and self._mapping.budget is not None
        return not is_sheet and self._is_table and not self._is_budget

    def is_of_money(self) -> bool:
        """Whether the file is a text with a table of names and money alone, which is a finance table too."""
        from esfmodel.formats.lists.sources import is_of_money, start_of

        return is_of_money(start_of(self._given, self._name))

    @cached_property
    def _is_table(self) -> bool:
        """Whether the file is read as rows of cells: a list of operations, or a workbook."""
        if self._named is not None or format_by_suffix(self._suffix) is not None:
            return self._named is not None and self._named.name in {*LISTS, BUDGET, BUDGET_SHEET}
        from esfmodel.formats.lists.sources import holds_list, start_of

        return not self._is_pdf and holds_list(start_of(self._given, self._name))

    def read(self, *, strict: bool) -> Reading:
        """Return the projects of the file, as the function `read` does."""
        if not self._is_table:
            text = self.text()
            reading = _reading(text, self._name, self._suffix, self._named, self._currency, strict=strict)
            return attrs.evolve(reading, form="PDF") if self._is_pdf else reading
        if self._is_budget:
            from esfmodel.formats.spreadsheet.reader import open_budget, read_budget

            reading = read_budget(open_budget(self._path, self._name), self._currency, strict=strict)
            return _complete(reading, BUDGET, _recognised(self._named), self._name)
        reading = _read_rows(self._source, self._mapping, self._currency, _name(self._named))
        return _complete(reading, LIST, _recognised(self._named), self._name)

    def operations(self) -> Operations:
        """Return the projects of a list, to be gone through one at a time."""
        from esfmodel.formats.lists.list_of_operations import Operations

        return self.operations_by(Operations)

    def operations_by(self, kind: Callable[..., OperationsT], source: Source | None = None) -> OperationsT:
        """Return the operations of a list, of a kind of `Operations`; `source` are its rows where they are not ours."""
        return kind(self._source if source is None else source, self._mapping, self._currency, _name(self._named))

    def text(self, largest: int | None = None) -> str:
        """Return the text of the file, of at most `largest` characters, or as many as any format may have."""
        largest = LARGEST if largest is None else largest
        if self._is_pdf:
            from esfmodel.formats.pdf_text import pdf_text

            return pdf_text(self._path, self._name, largest)
        if isinstance(self._given, str):
            return text_in(self._given, largest)
        with open(self._given.path, "rb") as stream:
            return text_from(stream, self._name, largest)

    @property
    def _path(self) -> str:
        return self._given if isinstance(self._given, str) else self._given.path

    @cached_property
    def is_parquet(self) -> bool:
        """Whether the file begins as Parquet does."""
        return self._begins_with(PARQUET)

    @property
    def size(self) -> int:
        """The number of bytes of a file that can be read again; 0 where there is none."""
        return os.path.getsize(self._given) if isinstance(self._given, str) and os.path.isfile(self._given) else 0

    @cached_property
    def _is_pdf(self) -> bool:
        return self._begins_with(PDF)

    def _begins_with(self, mark: bytes) -> bool:
        with suppress(OSError, ValueError), open(self._path, "rb") as stream:
            return stream.read(len(mark)) == mark
        return False

    @cached_property
    def _source(self) -> Source:
        """The rows of the file, which is looked through when they are first asked for."""
        from esfmodel.formats.lists.sources import open_source

        return open_source(self._given, self._name, self._mapping)

    @cached_property
    def _is_budget(self) -> bool:
        """Whether the file is a budget in a workbook of ours."""
        if self._named is not None:
            return self._named.name == BUDGET
        from esfmodel.formats.cells.archive import is_archive
        from esfmodel.formats.lists.sources import start_of
        from esfmodel.formats.spreadsheet.reader import is_budget

        return self._mapping is None and is_archive(start_of(self._given, self._name)) and is_budget(self._source)


def _as_mapping(given: Mapping | str | os.PathLike[str] | None) -> Mapping | None:
    """Return a mapping, read if it is given as its text, which has line breaks, or by a path."""
    if given is None:
        return None
    from esfmodel.formats.lists.mapping import Mapping, mapping_in, read_mapping

    if isinstance(given, Mapping):
        return given
    name = path_name(given, "mapping")
    return mapping_in(name, "mapping") if "\n" in name else read_mapping(name)


def _named(name: str | None, currency: str | None, mapping: Mapping | None) -> Format | None:
    """Return the format of a name; check that the other arguments go with it."""
    if currency is not None:
        Money(0, currency)  # raises for an unknown currency
    named = None if name is None else format_called(name)
    if mapping is None:
        if named is not None and named.name == BUDGET_SHEET:
            raise ReadError("mapping.needed", "format", named.name)
        return named
    read_with = LIST if mapping.budget is None else BUDGET_SHEET
    if named is not None and named.name != read_with:
        raise InvalidValue("mapping.not_for_format", "format", named.name, choices=(read_with,))
    return format_called(read_with)


def _name(named: Format | None) -> str | None:
    return None if named is None else named.name


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
    return attrs.evolve(reading, format=reading.format or format, recognised=how, places=places)


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


def to_text(projects: Projects, format: str, *, language: str = LANGUAGES[0]) -> str:
    """Return projects as text in one of the formats that can be written.

    Reading the text gives the same projects; of a list of operations, whose headings are in the `language`, and of a
    list for Kohesio the fields that it has columns for. Raises `InvalidValue` for what no file can hold: half a
    character (a lone surrogate), a number of more than a hundred digits, organisations nested dozens of levels deep.

    >>> print(to_text(Project("Framtidskraft", priority="C"), "project_toml"), end="")
    format = "esfmodel/projects"
    version = 2
    <BLANKLINE>
    [[projects]]
    name = "Framtidskraft"
    priority = { code = "C" }
    """
    return text_of(format_to_write("", format), content_of(projects, language))


def write(
    projects: Projects,
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    language: str = LANGUAGES[0],
    evidence: bool = False,
) -> None:
    """Write projects to a file: the whole of it, or nothing.

    The format is found from the suffix (.json, .toml, .xlsx, .csv), unless `format` names it. One project is written to
    a workbook as its budget, in the words of a `language`, with sums that a spreadsheet keeps up to date. A list of
    operations has its headings in the `language`, and is a workbook where it is named and the suffix is .xlsx; with
    `evidence` it tells where each project of a reading stands in its own source. Workbooks need XlsxWriter, as in
    `pip install XlsxWriter`.

    An existing file is replaced only when everything is written, and keeps its permissions, its owner and the links to
    it. What exists and is no regular file is written into, as TOML if it has no suffix: a named pipe, /dev/stdout.
    Raises `InvalidValue` for an unknown suffix, for a workbook in a format of text and as `to_text` does, `OSError`
    when the file cannot be written.

    >>> write(Project("Framtidskraft"), "framtidskraft.doc")
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: format '.doc' cannot be used here; use one of project_json (.json), \
project_toml (.toml), budget_workbook (.xlsx), list_of_operations (.csv), kohesio (.csv)
    """
    check_language(language)
    target = path_name(path)
    suffix = PurePath(target).suffix.lower()
    named = "project_toml" if format is None and not suffix and is_special(target) else format
    found = format_to_write(suffix, named)
    write_content(content_of(projects, language, evidence=evidence), target, found, is_workbook=suffix == WORKBOOK)


def write_content(content: Content, target: str, found: Format, *, is_workbook: bool) -> None:
    """Write what is asked of a format to a file: as a workbook, if it is asked to be one or the format is no text."""
    if is_workbook or found.write is None:
        if found.write_workbook is None:
            raise InvalidValue("value.not_usable", "format", found.name, choices=WORKBOOKS)
        replace_file(target, found.write_workbook(content))
        return
    # Excel takes a list without the mark for text in an older encoding; Kohesio would take it for a part of a heading.
    mark = BYTE_ORDER_MARK if found.name == LIST else ""
    replace_file(target, (mark + text_of(found, content)).encode())


def text_of(found: Format, content: Content) -> str:
    """Return what is written as text in a format. Raises `InvalidValue` where it is none."""
    write_text = found.write
    if write_text is None:
        raise InvalidValue("value.not_usable", "format", found.name, choices=TEXTS)
    try:
        text = write_text(content)
    except RecursionError as error:
        raise too_deep_to_write() from error
    return encodable(text)


def content_of(projects: Projects, language: str, *, evidence: bool = False) -> Content:
    """Return what is written of projects, with what a reading knows of their places for `evidence`."""
    check_language(language)
    listed = _projects_of(projects)
    name = projects.name if isinstance(projects, (Portfolio, Reading)) else None
    places = projects.places if evidence and isinstance(projects, Reading) else None
    where = () if places is None else tuple(places.find(index, "") for index in range(len(listed)))
    return Content(listed, name, language, where, places.places if isinstance(places, KnownPlaces) else ())


def _projects_of(projects: Projects) -> tuple[Project, ...]:
    if isinstance(projects, Project):
        return (projects,)
    return tuple_of(Project, projects.projects if isinstance(projects, (Portfolio, Reading)) else projects, "projects")
