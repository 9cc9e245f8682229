"""Lists of operations as `read`, `read_text` and `stream` see them: how they are recognised, and where values stand."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from esfmodel import InvalidValue, Money, NotKnown, Project, ReadError, read, read_text
from esfmodel.formats import Item, Problem, Reading, Recognised, stream, to_text, write
from esfmodel.formats.evidence import Evidence
from esfmodel.formats.lists.mapping import ColumnMapping, Mapping

if TYPE_CHECKING:
    from pathlib import Path

LIST = (
    "Diarienummer;Projektnamn;Stödmottagare;Startdatum;EU-stöd (SEK)\n"
    "1;Gröna rum;Alvesta kommun;2024-01-01;450 000\n"
    "2;Ljusa vägar;Växjö kommun;2025-01-01;500 000\n"
)
TABLE = "projekt;EU-stöd, kr;Totalt, kr\nGröna rum;450 000;900 000\nMatvägen;500 000;800 000\n"
RECORD = "2015/00963 - Kompetens i länet\nProjektnummer: 2015/00963\nRegion: Övre Norrland\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """A list is found by what the file holds, whatever its name and encoding, and it is told how it is written."""
    path = tmp_path / "lista"
    path.write_bytes(LIST.encode(encoding))
    found = read(path)
    assert [project.name for project in found.projects] == ["Gröna rum", "Ljusa vägar"]
    assert (found.format, found.recognised) == ("list_of_operations", Recognised.CONTENT)
    assert found.form is not None
    assert found.form.startswith("semicolons, ")
    assert found.counts.given == 2


@pytest.mark.parametrize(
    ("text", "format", "how"),
    [
        (LIST, "list_of_operations", Recognised.CONTENT),
        (LIST.replace(";", "\t"), "list_of_operations", Recognised.CONTENT),
        # The cells begin with labels of a page, and no heading is known.
        ("A;B;C\nNamn: x;1;2\nRegion: y;3;4\n", None, None),
        # A reader of finance tables would take the names for costs, in kronor.
        ("Qwerty;Uiop;Asdf;Ghjk\nAlfa;x;100,50;ESF\nBeta;y;200,50;ESF\n", None, None),
        (TABLE, "finance_table", Recognised.CONTENT),
        ("EU-stöd;5 kr;6 kr\nTotalt;7 kr;8 kr\n", "finance_table", Recognised.CONTENT),
        (RECORD, "projektbanken_record", Recognised.CONTENT),
        (to_text(Project("Framtidskraft"), "json"), "project_json", Recognised.CONTENT),
    ],
)
def test_a_table_is_tested_for_before_a_page(text: str, format: str | None, how: Recognised | None) -> None:
    """What holds rows of cells is never read as the page of one project."""
    if format is None:
        with pytest.raises(ReadError, match="they may be "):
            read_text(text)
        return
    found = read_text(text)
    assert (found.format, found.recognised) == (format, how)
    named = read_text(text, format)
    assert (named.projects, named.recognised) == (found.projects, Recognised.NAMED)


def test_the_suffix_tells_of_a_broken_project_file(tmp_path: Path) -> None:
    """A project file without its head is told as one, and content goes before a wrong suffix."""
    (tmp_path / "a.toml").write_text(LIST, "utf-8")
    with pytest.raises(ReadError, match="has no = between key and value"):
        read(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text(to_text(Project("Framtidskraft"), "json"), "utf-8")
    assert read(tmp_path / "b.toml").format == "project_json"


def test_a_mapping_reads_headings_that_are_not_known(tmp_path: Path) -> None:
    """A mapping names the columns; it goes with lists only."""
    text = LIST.replace("Projektnamn", "Qwert")
    mapping = Mapping(columns={"name": ColumnMapping(heading="qwert")})
    path = tmp_path / "lista.csv"
    path.write_text(text, "utf-8")
    (tmp_path / "mapping.toml").write_text('[columns.name]\nheading = "qwert"\n', "utf-8")
    for found in (
        read(path, mapping=tmp_path / "mapping.toml"),
        read(path, mapping=mapping),
        read_text(text, mapping=mapping),
        read(path, "list_of_operations", mapping=mapping),
    ):
        assert found.projects[0].name == "Gröna rum"
        assert found.recognised is Recognised.NAMED
    with pytest.raises(InvalidValue, match="is read without a mapping"):
        read_text(text, "finance_table", mapping=mapping)
    with pytest.raises(ReadError, match="is empty"):
        read_text(" ", mapping=mapping)


def test_a_currency_is_for_amounts_without_one() -> None:
    """Amounts without a currency are read in the given one, and else kept in `extra`."""
    text = LIST.replace(" (SEK)", "")
    found = read_text(text, currency="EUR").projects[0].budget
    assert found is not None
    assert found.eu_support == Money(450_000, "EUR")
    assert read_text(text).projects[0].budget is None
    assert ("EU-stöd", "450 000") in read_text(text).projects[0].extra


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are those of POSIX")
@pytest.mark.parametrize(("text", "count"), [(LIST, 2), (RECORD, 1)])
def test_a_pipe_is_read_once(tmp_path: Path, text: str, count: int) -> None:
    """What can be read only once is kept for the second look."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(text, "utf-8"))
    writer.start()
    assert len(read(path).projects) == count
    writer.join()


# --- Streams


@pytest.mark.parametrize("text", [LIST, TABLE, RECORD, to_text([Project("A"), Project("B")], "toml")])
def test_a_stream_has_what_a_reading_has(tmp_path: Path, text: str) -> None:
    """Every format can be gone through one project at a time."""
    path = tmp_path / "källa"
    path.write_text(text, "utf-8")
    found, items = read(path), list(stream(path))
    assert tuple(item.project for item in items if item.project) == found.projects
    assert tuple(problem for item in items for problem in item.problems) == found.problems
    for item in items:
        assert item.index is None or item.evidence[""].file == str(path)
    assert Item(None, None) == Item(None, None)


def test_the_problems_of_a_document_are_those_of_its_projects(tmp_path: Path) -> None:
    """Each project has its own; those of what makes no project, and of the whole document, stand by themselves."""
    path = tmp_path / "p.json"
    listed = '{"region": "Noll"}, {"name": "A", "b": 1}, {"name": "C"}'
    path.write_text(f'{{"format": "esfmodel/projects", "version": 2, "projects": [{listed}], "d": 1}}', "utf-8")
    places = [[problem.place for problem in item.problems] for item in stream(path)]
    assert places == [["d", "projects[0].name"], ["projects[1].b"], []]


def test_a_workbook_is_streamed_and_read(tmp_path: Path) -> None:
    """A workbook is a list whatever its name, and the places of its values are cells of a sheet."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "lista"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Projekt")
        for number, line in enumerate(LIST.splitlines()):
            sheet.write_row(number, 0, line.split(";"))
    found = read(path)
    assert (found.format, found.form, len(found.projects)) == ("list_of_operations", "workbook", 2)
    where = found.where(0, "budget.eu_support")
    assert (where.sheet, where.row, where.column) == ("Projekt", 2, "EU-stöd (SEK)")
    assert [item.index for item in stream(path)] == [0, 1]


# --- Where values stand


def test_a_document_knows_its_lines() -> None:
    """The line of a value in a project file, or of what holds it, is looked up in the text."""
    document = to_text([Project("A"), Project("Framtidskraft", region="Småland", extra=[("a", "b")])], "toml")
    found = read_text(document)
    lines = document.splitlines()
    assert lines[(found.where(1, "region").line or 0) - 1] == 'region = "Småland"'
    assert found.where(1, "extra[0]").line is not None
    assert found.where(0, "name") == Evidence(file="text", line=found.where(0, "name").line)


def test_a_page_knows_its_labels() -> None:
    """The values of a page stand on a line beside a label, and its name in the heading."""
    found = read_text(RECORD)
    region = found.where(0, "region")
    assert (region.line, region.column, region.text) == (3, "Region", "Övre Norrland")
    assert (found.where(0, "name").line, found.where(0, "operation_id").column) == (1, "Projektnummer")
    assert read_text("Projektnamn: Gröna rum\nRegion: Övre Norrland\n").where(0, "name").line == 1


def test_where_refuses_what_is_not_there() -> None:
    """An index without a project and a path that no project has are errors; what is not stated is not known."""
    found = read_text(LIST)
    for index in (-1, 2):
        with pytest.raises(InvalidValue, match="is no index of the 2 projects read"):
            found.where(index, "name")
    unfit: Any
    for unfit in (("0", "name"), (0, None), (found.projects[0], "name")):
        with pytest.raises(TypeError, match=r"(index must be int|path must be str), not (str|NoneType|Project)"):
            found.where(*unfit)
    no_paths = ("budget..total", ".name", "name.", "[0]", "name.upper", "with_extra", "__class__", "extra.[0]")
    for path in (*no_paths, "colour", "name[0]", "partners.colour", "na-me", "budget.total.x.y", "partners[x]"):
        with (
            pytest.raises(InvalidValue, match="is no path in a project")
            if path != "budget.total.x.y"
            else pytest.raises(NotKnown)
        ):
            found.where(0, path)
    for path in ("region", "partners[0]", "budget.total"):
        with pytest.raises(NotKnown, match="is not stated"):
            found.where(0, path)
    with pytest.raises(NotKnown, match="has no known place"):
        Reading([Project("A")]).where(0, "name")
    assert read_text(TABLE).where(1, "name").file == "text"


# --- Places of problems in words


@pytest.mark.parametrize(
    ("facts", "swedish", "english"),
    [
        ({"row": 4, "line": 4, "column": "Belopp"}, "rad 4, kolumn Belopp", "row 4, column Belopp"),
        ({"row": 4, "line": 31}, "rad 4 (textrad 31)", "row 4 (line 31)"),
        ({"sheet": "Blad1", "row": 7, "column": "D"}, "blad Blad1, cell D7", "sheet Blad1, cell D7"),
        ({"sheet": "A", "row": 7, "column": "kr"}, "blad A, rad 7, kolumn kr", "sheet A, row 7, column kr"),
        ({"sheet": "Kostnader"}, "blad Kostnader", "sheet Kostnader"),
        ({"row": 7, "column": "D"}, "rad 7, kolumn D", "row 7, column D"),
        ({"column": "Belopp"}, "kolumn Belopp", "column Belopp"),
        ({"line": 4}, "rad 4", "line 4"),
    ],
)
def test_a_problem_says_where(facts: dict[str, object], swedish: str, english: str) -> None:
    """Sheet, row and column are named as a spreadsheet names them, in both languages."""
    problem = Problem("value.missing", **facts)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert problem.text("sv") == f"{swedish[0].upper()}{swedish[1:]}: saknas. Ange uppgiften."
    assert str(problem) == f"{english}: is missing; add it"
    assert Problem.of(Problem("value.missing").in_cell(Evidence(row=3)), line=5).row == 3


def test_a_project_is_written_from_a_list(tmp_path: Path) -> None:
    """What a list says is written to a project file and read back; no text goes into a workbook."""
    found = read_text(LIST)
    assert "places" not in repr(found)
    with pytest.raises(InvalidValue, match=r"'kohesio' cannot be used here; use one of budget_workbook, list_of_op"):
        write(found, tmp_path / "a.xlsx", "kohesio")
    write(found, tmp_path / "a.toml")
    assert read(tmp_path / "a.toml").projects == found.projects


def test_no_support_among_amounts_is_kept() -> None:
    """A 0 in a column of other amounts is a support of nothing, and no support that is not known."""
    found = read_text("Projekt;Projektnummer;EU-stöd (kr);Totalt (kr)\nGröna rum;1;0;100\nMatvägen;2;50;100\n")
    budget = found.projects[0].budget
    assert budget is not None
    assert (budget.eu_support, found.problems, found.where(0, "budget.eu_support").text) == (Money(0), (), "0")
