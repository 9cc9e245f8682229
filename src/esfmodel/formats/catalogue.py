"""The known formats: name, file suffix, largest size, how to recognise, read and write each.

>>> FORMATS
('project_json', 'project_toml', 'budget_workbook', 'budget_sheet', 'list_of_operations', 'projektbanken_export', \
'kohesio', 'tillvaxtverket', 'keep_eu', 'interreg_operations', 'finance_table', 'announcement', \
'projektbanken_record')
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.lists import BUDGET_SHEET, LAYOUTS, LIST
from esfmodel.formats.reading import Recognised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.formats.content import Content
    from esfmodel.formats.reading import Reading

_SAMPLE = 100_000
_TOML_HEAD = re.compile(r"""^[ \t]*format[ \t]*=[ \t]*["']esfmodel/""", re.MULTILINE)


Reader: TypeAlias = "Callable[[str, str, str | None, bool], Reading]"
Writer: TypeAlias = "Callable[[Content], str]"
WorkbookWriter: TypeAlias = "Callable[[Content], bytes]"

WORKBOOK = ".xlsx"
"""The suffix of workbooks."""


class Format(NamedTuple):
    """A format; `largest` is the most characters a text may have, and `write` is None if it is only read.

    `is_document` is whether it holds a project whole; `write_workbook` writes it to a file with the suffix `WORKBOOK`.
    `read` takes the text, the name of its file, the currency of amounts that name none, and whether unknown keys
    are refused.
    """

    name: str
    suffix: str
    largest: int
    recognises: Callable[[str], bool]
    read: Reader
    write: Writer | None = None
    write_workbook: WorkbookWriter | None = None
    is_document: bool = False


# Each reader is imported at its first use: those of tables and records need the words of the languages.


def _read_json(text: str, origin: str, _currency: str | None, strict: bool) -> Reading:
    from esfmodel.formats._document import read_json

    return read_json(text, origin, strict=strict)


def _write_json(content: Content) -> str:
    from esfmodel.formats._document import write_json

    return write_json(content.projects, content.name)


def _read_toml(text: str, origin: str, _currency: str | None, strict: bool) -> Reading:
    from esfmodel.formats.toml import read_toml

    return read_toml(text, origin, strict=strict)


def _write_toml(content: Content) -> str:
    from esfmodel.formats.toml import write_toml

    return write_toml(content.projects, content.name)


def _read_record(text: str, origin: str, currency: str | None, _strict: bool) -> Reading:
    from esfmodel.formats.record.record import read_record

    return read_record(text, origin, currency)


def _is_record(text: str) -> bool:
    from esfmodel.formats.record.record import is_record

    return is_record(text)


def _is_announcement(text: str) -> bool:
    from esfmodel.formats.announcement.announcement import is_announcement
    from esfmodel.formats.page_text import page_text
    from esfmodel.formats.record.record import entries_in

    page = page_text(text)
    return is_announcement(page, entries_in(page))


def _read_announcement(text: str, origin: str, currency: str | None, _strict: bool) -> Reading:
    from esfmodel.formats.announcement.announcement import read_announcement
    from esfmodel.formats.page_text import is_html, page_text

    reading = read_announcement(page_text(text), origin, currency)
    return attrs.evolve(reading, form="HTML") if is_html(text) else reading


def _read_table(text: str, origin: str, currency: str | None, _strict: bool) -> Reading:
    from esfmodel.formats.table.projects import read_table

    return read_table(text, origin, currency)


def _is_table(text: str) -> bool:
    from esfmodel.formats.table.projects import is_table

    return is_table(text)


def _read_no_workbook(_text: str, origin: str, _currency: str | None, _strict: bool) -> Reading:
    # A workbook is no text: `read` and `write` see to it themselves.
    raise ReadError("workbook.none", source=origin)


def _is_no_text(_text: str) -> bool:
    return False


def _write_budget(content: Content) -> bytes:
    from esfmodel.formats.spreadsheet.writer import workbook_of

    if len(content.projects) != 1:
        raise InvalidValue("workbook.one_project", count=len(content.projects))
    return workbook_of(content.projects[0], content.language)


def _read_list(text: str, origin: str, currency: str | None, _strict: bool) -> Reading:
    from esfmodel.formats.lists.list_of_operations import read_list
    from esfmodel.formats.lists.sources import source_of_text

    return read_list(source_of_text(text, origin), currency=currency)


def _write_kohesio(content: Content) -> str:
    from esfmodel.formats.lists.kohesio import kohesio_text

    return kohesio_text(content.projects)


def _write_list(content: Content) -> str:
    from esfmodel.formats.lists.writing import list_text

    return list_text(content)


def _write_list_workbook(content: Content) -> bytes:
    from esfmodel.formats.lists.writing import list_workbook

    return list_workbook(content)


def _is_list(text: str) -> bool:
    from esfmodel.formats.lists.sources import is_list

    return is_list(text)


def _is_json(text: str) -> bool:
    return text[:1] == "{"


def _is_toml(text: str) -> bool:
    return _TOML_HEAD.search(text) is not None


BUDGET = "budget_workbook"
"""The name of the format of a budget in a workbook."""
LISTS = frozenset({LIST, *LAYOUTS})
"""The names of the formats that are read from files in parts, and in any encoding."""

_LARGEST_LIST = 20_000_000
_WRITERS: Mapping[str, Writer] = MappingProxyType({"kohesio": _write_kohesio})

_CATALOGUE = (
    Format("project_json", ".json", 20_000_000, _is_json, _read_json, _write_json, is_document=True),
    Format("project_toml", ".toml", 5_000_000, _is_toml, _read_toml, _write_toml, is_document=True),
    Format(BUDGET, WORKBOOK, 20_000_000, _is_no_text, _read_no_workbook, write_workbook=_write_budget),
    Format(BUDGET_SHEET, WORKBOOK, _LARGEST_LIST, _is_no_text, _read_no_workbook),
    # A list may have cells that begin with labels, or columns of money alone as a finance table has.
    Format(LIST, ".csv", _LARGEST_LIST, _is_list, _read_list, _write_list, _write_list_workbook),
    # What has one of these layouts is found as a list first, whose reader knows them.
    *(Format(name, ".csv", _LARGEST_LIST, _is_list, _read_list, _WRITERS.get(name)) for name in LAYOUTS),
    # A page of a project may hold lines that are those of a table, and a table labels that are those of a page.
    Format("finance_table", ".csv", 2_000_000, _is_table, _read_table),
    # News about a project may have some labels of a page too.
    Format("announcement", ".txt", 5_000_000, _is_announcement, _read_announcement),
    Format("projektbanken_record", ".txt", 500_000, _is_record, _read_record),
)

FORMATS: tuple[str, ...] = tuple(each.name for each in _CATALOGUE)
"""The names of the formats."""

TEXTS: tuple[str, ...] = tuple(each.name for each in _CATALOGUE if each.write is not None)
"""The names of the formats that are written as text."""

WORKBOOKS: tuple[str, ...] = tuple(each.name for each in _CATALOGUE if each.write_workbook is not None)
"""The names of the formats that are written as workbooks."""

LARGEST = max(each.largest for each in _CATALOGUE)
"""The most characters that a text of any format may have."""


def format_called(name: str) -> Format:
    """Return a format by its name, or by its file suffix without the dot ("json")."""
    if not isinstance(name, str):
        raise TypeError(f"format must be str, not {type(name).__name__}")
    for each in _CATALOGUE:
        if name == each.name or (each.is_document and f".{name}" == each.suffix):
            return each
    raise InvalidValue("value.not_one_of", "format", name, choices=FORMATS)


def format_of(text: str, origin: str, suffix: str) -> Format:
    """Return the format of a text by how it begins, else by the suffix of its file."""
    sample = text[:_SAMPLE].lstrip()
    by_suffix = format_by_suffix(suffix)
    for each in _CATALOGUE:
        # A project file that is broken is told as one, and not taken for something else.
        if (by_suffix is None or each.is_document) and each.recognises(sample):
            return each
    if by_suffix is None and _is_saved_page(text):
        return format_called("announcement")
    if by_suffix is None:
        raise ReadError("file.unknown_format", source=origin, choices=FORMATS)
    return by_suffix


def _is_saved_page(text: str) -> bool:
    """Whether a text is a long announcement in HTML, which may begin with more styles than a sample holds."""
    from esfmodel.formats.page_text import is_html

    return len(text) > _SAMPLE and is_html(text[:_SAMPLE]) and _is_announcement(text[:LARGEST])


def format_by_suffix(suffix: str) -> Format | None:
    """Return the format of project files with a suffix (".json"); None for other suffixes."""
    return next((each for each in _CATALOGUE if each.is_document and each.suffix == suffix), None)


def recognised(found: Format, text: str) -> Recognised:
    """Return how the format of a text was found that nobody named."""
    is_by_content = not found.is_document or found.recognises(text[:_SAMPLE].lstrip())
    return Recognised.CONTENT if is_by_content else Recognised.SUFFIX


def format_to_write(suffix: str, name: str | None) -> Format:
    """Return the format called `name`, else that of the suffix.

    Raises `InvalidValue` where it cannot be written.
    """
    called = None if name is None else format_called(name)
    for each in _CATALOGUE:
        is_meant = each is called or (called is None and each.suffix == suffix)
        if is_meant and (each.write is not None or each.write_workbook is not None):
            return each
    known = tuple(f"{each.name} ({each.suffix})" for each in _CATALOGUE if each.write or each.write_workbook)
    raise InvalidValue("value.not_usable", "format", name or suffix, choices=known)
