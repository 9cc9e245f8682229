"""Write what was found in files as a table with a row for each finding: CSV, a workbook, or JSON for programs."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs

from esfmodel.cli._targets import as_not_written, check_target, is_standard_output, write_draft
from esfmodel.display.columns import one_line
from esfmodel.errors import InvalidValue
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.reading import Problem
from esfmodel.formats.spreadsheet_text import DELIMITERS, protected
from esfmodel.formats.xlsx import LONGEST_TEXT, MOST_ROWS, close_workbook, write_text, xlsxwriter_for
from esfmodel.model.project import Project
from esfmodel.rules.finding import Finding
from esfmodel.text.telling.problems import sentences_of, write_place, write_value
from esfmodel.values.format import LANGUAGES, InEachLanguage

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
    from typing import Protocol

    from esfmodel.errors import Told
    from esfmodel.formats import Item, Reading
    from esfmodel.rules import Report

    class _Writer(Protocol):
        def add(self, found: Found) -> None: ...
        def close(self) -> None: ...


_HEADER: Final = InEachLanguage(
    (
        "Fil",
        "Blad",
        "Rad",
        "Kolumn",
        "Projekt",
        "Projektnummer",
        "Grad",
        "Kod",
        "Plats",
        "Angivet",
        "Vad som är fel",
        "Vad man kan göra",
        "Grund",
    ),
    (
        "File",
        "Sheet",
        "Row",
        "Column",
        "Project",
        "Project number",
        "Severity",
        "Code",
        "Place",
        "Given",
        "What is wrong",
        "What to do",
        "Basis",
    ),
)
_WIDTHS: Final = (20, 12, 6, 20, 30, 14, 12, 10, 24, 24, 60, 40, 40)
_READING: Final = InEachLanguage("läsning", "reading")
"""What stands as the severity of a problem of reading."""
_SHEET: Final = InEachLanguage("Granskning", "Review")


@attrs.frozen
class Found:
    """Something found in a source: a problem of reading or a finding of a rule, where it is and of which project."""

    source: str
    where: Evidence
    project: Project | None
    told: Problem | Finding

    @property
    def _row(self) -> int | None:
        return self.where.line if self.where.row is None else self.where.row

    def cells(self, language: str) -> tuple[str | int, ...]:
        """Return it as a row of a table; a number is that of its row."""
        told, project = self.told, self.project
        number = None if project is None else project.operation_id
        if isinstance(told, Finding):
            severity, value = format(told.severity, language), told.found
            texts = (told.text(language), "", told.basis_words.text(language))
        else:
            severity, value = _READING[language], told.given
            texts = (*sentences_of(told, language), "")
        return (
            self.source,
            self.where.sheet or "",
            "" if self._row is None else self._row,
            self.where.column or "",
            "" if project is None else project.name,
            "" if number is None else str(number),
            severity,
            told.code,
            write_place(told.place, language, told.names),
            "" if value is None else write_value(value, language),
            *texts,
        )

    def as_data(self) -> dict[str, object]:
        """Return it as plain data, with its texts in both languages."""
        told = self.told
        found: dict[str, object] = {
            "source": self.source,
            "sheet": self.where.sheet,
            "row": self._row,
            "column": self.where.column,
            "project": None if self.project is None else self.project.name,
            "operation_id": None,
            "severity": None,
            "basis": None,
        }
        if self.project is not None and self.project.operation_id is not None:
            found["operation_id"] = str(self.project.operation_id)
        if not isinstance(told, Finding):
            return error_document(told) | found
        value = None if told.found is None else write_value(told.found, "en")
        return found | {
            "severity": told.severity.value,
            "code": told.code,
            "place": told.place,
            "given": value,
            "text": {language: told.text(language) for language in LANGUAGES},
            "basis": {language: told.basis_words.text(language) for language in LANGUAGES},
        }


def found_in(report: Report, source: str, item: Item) -> Iterator[Found]:
    """Yield what was found in a project of a list, each with the row, and the column where that is known."""
    places = KnownPlaces((item.evidence,)) if "" in item.evidence else None
    for finding in report.findings:
        yield Found(source, places.find(0, finding.place) if places else Evidence(), item.project, finding)


def problems_as_found(problems: Iterable[Problem], source: str, project: Project | None = None) -> Iterator[Found]:
    """Yield the problems of reading."""
    for each in problems:
        where = Evidence(sheet=each.sheet, row=each.row, column=each.column, line=each.line)
        yield Found(source, where, project, each)


def found_in_reading(reading: Reading, reports: Iterable[Report], source: str) -> Iterator[Found]:
    """Yield what was found in a source that was read whole."""
    yield from problems_as_found(reading.problems, source)
    for index, (project, report) in enumerate(zip(reading.projects, reports, strict=True)):
        for finding in report.findings:
            known = None if reading.places is None else reading.places.find(index, finding.place)
            yield Found(source, known or Evidence(), project, finding)


def error_document(error: Told) -> dict[str, object]:
    """Return an error or a problem as it stands in a document for programs."""
    return {
        "code": error.code,
        "source": error.source,
        "line": error.line,
        "place": error.place,
        "given": None if error.given is None else write_value(error.given, "en"),
        "text": {language: error.text(language) for language in LANGUAGES},
    }


# --- The files


class FindingsFile:
    """A table of findings that is written bit by bit."""

    def __init__(self, writer: _Writer, name: str) -> None:
        self._writer = writer
        self._name = name

    def add(self, found: Iterable[Found]) -> None:
        """Write rows of the table. Raises `InvalidValue` where there is no room for them."""
        for each in found:
            with as_not_written(self._name):
                self._writer.add(each)


@contextmanager
def findings_file(arguments: Namespace) -> Generator[FindingsFile | None]:
    """Open the file of the option `--output`; None without it. It is in its place when all of it is written.

    The suffix says in which form: .csv, .xlsx or .json; standard output is CSV.
    """
    name: str | None = arguments.output
    if name is None:
        yield None
        return
    check_target(arguments, arguments.files)
    suffix = ".csv" if is_standard_output(name) else PurePath(name).suffix.lower()
    if suffix not in _WRITERS:
        raise InvalidValue("value.not_one_of", "--output", suffix or name, choices=tuple(_WRITERS))
    with TemporaryDirectory(prefix="esfmodel-") as folder:
        draft = Path(folder, f"findings{suffix}")
        with as_not_written(name):
            writer = _WRITERS[suffix](draft, arguments.lang)
        try:
            yield FindingsFile(writer, name)
        finally:
            with as_not_written(name):
                writer.close()
        write_draft(draft, name)


class _Csv:
    """Text with delimiters, which Excel opens in columns in the language of the table."""

    def __init__(self, draft: Path, language: str) -> None:
        self._language = language
        # With a byte order mark, by which Excel knows UTF-8.
        self._file = draft.open("w", encoding="utf-8-sig", newline="")
        self._rows = csv.writer(self._file, delimiter=DELIMITERS[language])
        self._rows.writerow(_HEADER[language])

    def add(self, found: Found) -> None:
        self._rows.writerow(map(_as_text, found.cells(self._language)))

    def close(self) -> None:
        self._file.close()


def _as_text(cell: str | int) -> str:
    """Return a cell on one line, with an apostrophe before what a spreadsheet would take for a formula (CWE-1236)."""
    return protected(one_line(str(cell)))


class _Json:
    """A document for programs, with the texts of both languages."""

    def __init__(self, draft: Path, _language: str) -> None:
        # Half a character, which UTF-8 cannot hold, is written as the escape that it has in JSON.
        self._file = draft.open("w", encoding="utf-8", errors="backslashreplace")
        self._file.write('{\n  "format": "esfmodel findings",\n  "version": 1,\n  "findings": [')
        self._between = "\n"

    def add(self, found: Found) -> None:
        self._file.write(f"{self._between}    {json.dumps(found.as_data(), ensure_ascii=False)}")
        self._between = ",\n"

    def close(self) -> None:
        self._file.write("\n  ]\n}\n")
        self._file.close()


class _Workbook:
    """A workbook whose texts are never taken for formulas, numbers or links."""

    def __init__(self, draft: Path, language: str) -> None:
        new_workbook = xlsxwriter_for("--output").Workbook
        self._language = language
        # Rows are written to the disk as they come.
        self._book: Any = new_workbook(draft, {"constant_memory": True, "tmpdir": str(draft.parent)})
        self._sheet = self._book.add_worksheet(_SHEET[language])
        self._sheet.freeze_panes(1, 0)
        self._plain = self._book.add_format()
        for column, (heading, width) in enumerate(zip(_HEADER[language], _WIDTHS, strict=True)):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, heading, self._book.add_format({"bold": True}))
        self._row = 0

    def add(self, found: Found) -> None:
        self._row += 1
        if self._row >= MOST_ROWS:
            raise InvalidValue("workbook.too_many_rows", "--output", most=MOST_ROWS)
        for column, cell in enumerate(found.cells(self._language)):
            if isinstance(cell, int):
                self._sheet.write_number(self._row, column, cell)
            elif cell:
                write_text(self._sheet, self._row, column, one_line(cell)[:LONGEST_TEXT], self._plain)

    def close(self) -> None:
        self._sheet.autofilter(0, 0, self._row, len(_WIDTHS) - 1)
        close_workbook(self._book)


_WRITERS: Mapping[str, Callable[[Path, str], _Writer]] = MappingProxyType(
    {".csv": _Csv, ".xlsx": _Workbook, ".json": _Json}
)
