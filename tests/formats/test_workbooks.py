from __future__ import annotations

import datetime
import io
import zipfile
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from esfmodel.errors import ReadError
from esfmodel.formats.cells import archive as archives
from esfmodel.formats.cells import workbook as workbooks
from esfmodel.formats.cells.archive import is_archive
from esfmodel.formats.cells.grid import Cell, Row, Source, TypedCell, letters_of_column, number_of_column, text_of
from esfmodel.formats.cells.number_formats import EPOCH_1900, EPOCH_1904, NumberFormat, number_in
from esfmodel.formats.cells.workbook import open_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

NAME = "lista.xlsx"


def rows_of(source: Source, sheet: int = 0) -> list[Row]:
    """Return the rows of a sheet."""
    return list(source.sheets[sheet].rows())


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as openpyxl saves it."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


# --- Workbooks made by another program

CELLS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
        lambda text: not text.startswith(("=", "#"))
    ),
    st.booleans(),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals(-(10**9), 10**9, places=2),
    st.dates(datetime.date(1900, 3, 1)),
)


def as_read(value: object) -> object:
    """Return what a cell with a value holds when it is read."""
    return "" if value is None else Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def value_of(cell: Cell) -> object:
    """Return the text or the value of a cell."""
    return cell if isinstance(cell, str) else cell.value


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=5), st.booleans())
def test_what_another_program_writes_is_read(grid: list[list[Any]], is_1904: bool) -> None:
    """Texts, truths, whole numbers, amounts and days come back as they were written, in their rows and columns."""
    book = openpyxl.Workbook()
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
        grid = [
            [None if isinstance(each, datetime.date) and each.year < 1905 else each for each in row] for row in grid
        ]
    assume(any(value is not None for row in grid for value in row))
    for row, values in enumerate(grid, 1):
        for column, value in enumerate(values, 1):
            book.worksheets[0].cell(row, column, value)
    found = {row.number: [value_of(cell) for cell in row.cells] for row in rows_of(open_workbook(saved(book), NAME))}
    for number, values in enumerate(grid, 1):
        expected = [as_read(value) for value in values]
        while expected and expected[-1] == "":
            expected.pop()
        assert found.get(number, []) == expected


def test_rows_are_read_anew_at_each_call(tmp_path: Path) -> None:
    """A file is gone through as often as it is asked for, and may be given as its bytes too."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Namn", 12.5])
    (tmp_path / NAME).write_bytes(saved(book))
    source = open_workbook(tmp_path / NAME, NAME)
    number = TypedCell(Decimal("12.5"), "12.5")
    assert rows_of(source) == rows_of(source) == [Row(1, None, ("Namn", number))]
    assert (source.name, source.form, source.problems) == (NAME, "workbook", ())
    assert rows_of(open_workbook((tmp_path / NAME).read_bytes(), NAME)) == rows_of(source)


def test_what_no_reader_sees_is_told() -> None:
    """Hidden sheets are not read; hidden rows and columns are; merged cells and formulas without a value are told."""
    book = openpyxl.Workbook()
    sheet: Any = book.worksheets[0]
    sheet.title = "Projekt"
    for row in range(1, 9):
        sheet.append([f"Projekt {row}", row, f"=B{row}*2"])
        sheet.row_dimensions[row].hidden = row > 2
    sheet.merge_cells("A1:A3")
    sheet.merge_cells("D5:E5")
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["Z"].hidden = True
    book.create_sheet("Koder").sheet_state = "hidden"
    source = open_workbook(saved(book), NAME)
    assert [sheet.name for sheet in source.sheets] == ["Projekt"]
    assert [(problem.code, problem.given, dict(problem.params)) for problem in source.problems] == [
        ("workbook.hidden_sheet", "Koder", {}),
        ("workbook.hidden_rows", "Projekt", {"count": 6, "places": ("3", "4", "5", "6", "7", "…")}),
        ("workbook.hidden_columns", "Projekt", {"count": 1, "places": ("B",)}),
        ("workbook.merged", "Projekt", {"count": 1, "places": ("A1:A3",)}),
        ("workbook.not_computed", "Projekt", {"count": 8, "places": ("C1", "C2", "C3", "C4", "C5", "…")}),
    ]
    assert [len(row.cells) for row in rows_of(source)] == [2] * 8


def test_a_mapping_names_the_sheet() -> None:
    """A hidden sheet is read where it is asked for, whatever the case of its name; another name is refused."""
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Projekt 2024")
    hidden.append(["Namn"])
    hidden.sheet_state = "hidden"
    source = open_workbook(saved(book), NAME, "projekt  2024")
    assert ([sheet.name for sheet in source.sheets], source.problems) == (["Projekt 2024"], ())
    with pytest.raises(ReadError, match="use one of Sheet, Projekt 2024"):
        open_workbook(saved(book), NAME, "Lista")


# --- Workbooks made by hand

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = '<workbook xmlns:r="{0}"><workbookPr/><sheets><sheet name="Lista" r:id="a"/></sheets></workbook>'


def relations(*targets: tuple[str, str, str]) -> str:
    """Return a part that refers to others: key, last word of the type, target."""
    listed = (f'<Relationship Id="{key}" Type="{TYPES}/{kind}" Target="{target}"/>' for key, kind, target in targets)
    return f"<Relationships>{''.join(listed)}</Relationships>"


PARTS = {
    "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": relations(
        ("a", "worksheet", "/xl/worksheets/sheet1.xml"),
        ("b", "sharedStrings", "sharedStrings.xml"),
        ("c", "styles", "styles.xml"),
    ),
    "xl/sharedStrings.xml": "<sst/>",
    "xl/styles.xml": "<styleSheet/>",
}


def archive(
    sheet: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    *,
    method: int = zipfile.ZIP_DEFLATED,
    **others: str | bytes,
) -> bytes:
    """Return a workbook with the rows of a sheet, and other parts in place of the usual ones or beside them."""
    named = {"workbook": "xl/workbook.xml", "strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    whole: dict[str, str | bytes] = {
        **PARTS,
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{sheet}</sheetData></worksheet>",
        **({} if parts is None else parts),
        **{named[name]: content for name, content in others.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as book:
        for name, content in whole.items():
            book.writestr(name, content)
    return stream.getvalue()


def cells_of(sheet: str, *, strings: str = "<sst/>", styles: str = "<styleSheet/>") -> list[Cell]:
    """Return the cells of the first row of a workbook made by hand."""
    data = archive(f"<row>{sheet}</row>", strings=strings, styles=styles)
    return list(rows_of(open_workbook(data, NAME))[0].cells)


def test_texts_are_read_with_their_runs_and_without_how_they_are_spoken() -> None:
    """Shared or in the cell, in runs or not; what XML cannot hold is written by its number."""
    strings = (
        "<sst><si><t>Gröna </t></si><si><r><t>Gröna</t></r><r><t> rum</t></r><rPh><t>ru</t></rPh></si>"
        "<si><t>a_x000D_b_x0000__xD83D_</t></si><si/></sst>"
    )
    sheet = (
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>'
        '<c t="inlineStr"><is><r><t>Öst</t></r><rPh><t>x</t></rPh></is></c><c t="str"><f>A1</f><v>_x0009_</v></c>'
        '<c t="e"><v>#REF!</v></c>'
    )
    expected = ["Gröna ", "Gröna rum", "a\rb_x0000__xD83D_", "", "Öst", "\t", "#REF!"]
    assert cells_of(sheet, strings=strings) == expected


def test_numbers_are_the_decimals_that_were_typed() -> None:
    """A double is read as its shortest decimal; what is no number is text."""
    assert number_in("0.10000000000000001") == Decimal("0.1")
    assert number_in("123456789012345678") == Decimal("123456789012345680")
    written = ["1234567.8899999999", "1E3", "1e-25", "-5.0", "1E999", "NaN", "1E999999999", "9" * 50, " 7 "]
    cells = cells_of("".join(f"<c><v>{text}</v></c>" for text in written))
    assert [text_of(cell) for cell in cells] == [
        "1234567.89", "1000", "1E-25", "-5", "1E999", "NaN", "1E999999999", "9" * 50, "7"
    ]  # fmt: skip
    assert [isinstance(cell, str) for cell in cells] == [False] * 4 + [True] * 4 + [False]


def test_truths_and_days_in_iso_form_are_values() -> None:
    """A day with a time zone, and what is no day, stay text."""
    cells = cells_of(
        '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2024-03-01</v></c>'
        '<c t="d"><v>2024-03-01T12:30:00</v></c><c t="d"><v>12:30:00</v></c><c t="d"><v>2024-03-01T00:00:00Z</v></c>'
        '<c t="d"><v>2024-02-30</v></c>'
    )
    assert [value_of(cell) for cell in cells] == [
        True, False, datetime.date(2024, 3, 1), datetime.datetime.fromisoformat("2024-03-01T12:30:00"),
        datetime.time(12, 30), "2024-03-01T00:00:00Z", "2024-02-30",
    ]  # fmt: skip
    assert text_of(cells[0]) == "TRUE"


@pytest.mark.parametrize("cell", ['<c t="b"><v>2</v></c>', '<c t="money"><v>500</v></c>'])
def test_a_type_that_no_program_writes_is_no_amount(cell: str) -> None:
    """A truth of 2 is not read as two kronor, and a cell of a type that is none not as text."""
    with pytest.raises(ReadError, match="is damaged"):
        cells_of(cell)


STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="44" '
    'formatCode="#,##0.00\\ &quot;kr&quot;"/>'
    f'<numFmt numFmtId="165" formatCode="{"y" * 256}"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="44"/><xf numFmtId="14"/><xf numFmtId="x"/>'
    '<xf numFmtId="165"/></cellXfs>'
    '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>'
)


def test_a_format_says_what_a_number_is() -> None:
    """A style refers to a format of the workbook or of the standard; one not there, or too long, says nothing."""
    sheet = "".join(f'<c s="{style}"><v>45352</v></c>' for style in (0, 1, 2, 3, 4, 5, 9))
    cells = cells_of(sheet, styles=STYLES)
    day = datetime.date(2024, 3, 1)
    assert [value_of(cell) for cell in cells] == [45352, day, 45352, day, 45352, 45352, 45352]
    assert isinstance(cells[2], TypedCell)
    assert cells[2].format == '#,##0.00\\ "kr"'


def test_a_formula_has_the_value_that_was_computed() -> None:
    """A program that leaves the computing to the next one writes nothing, or 0: neither is a value."""
    sheet = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1-1</f><v>0</v></c><c r="C1" t="str"><f>""</f><v></v></c>'
    assert cells_of(sheet) == [
        TypedCell(Decimal(2), "2", is_formula=True),
        TypedCell(Decimal(0), "0", is_formula=True),
    ]
    left = (
        '<workbook xmlns:r="x"><sheets><sheet name="Lista" r:id="a"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>'
    )
    source = open_workbook(archive(f"<row>{sheet}</row>", workbook=left), NAME)
    assert [dict(problem.params) for problem in source.problems] == [{"count": 1, "places": ("B1",)}]
    assert len(rows_of(source)[0].cells) == 1


def test_both_forms_of_the_standard_are_read() -> None:
    """Names have any prefix, or another namespace; parts have names in any case, and either kind of slash."""
    sheet = '<x:worksheet xmlns:x="s"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    source = open_workbook(archive(parts={"xl/worksheets/sheet1.xml": sheet}), NAME)
    assert rows_of(source) == [Row(1, None, (TypedCell(Decimal(5), "5"),))]
    whole = zipfile.ZipFile(io.BytesIO(archive("<row><c><v>5</v></c></row>")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        for name in whole.namelist():
            book.writestr(name.replace("/", "\\").upper() if "sheet" in name else name, whole.read(name))
    assert rows_of(open_workbook(stream.getvalue(), NAME)) == rows_of(source)


def test_what_is_not_known_is_passed_over() -> None:
    """Extensions of programs are no cells, and the list of the first references may be missing."""
    sheet = (
        '<worksheet><cols><col min="x" max="2" hidden="1"/></cols><sheetData><row><extension/><c><v>5</v><f/><x/></c>'
        "</row></sheetData><f>1</f><v>2</v></worksheet>"
    )
    whole = zipfile.ZipFile(io.BytesIO(archive(parts={"xl/worksheets/sheet1.xml": sheet})))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        for name in whole.namelist():
            if name != "_rels/.rels":
                book.writestr(name, whole.read(name))
    source = open_workbook(stream.getvalue(), NAME)
    assert [[text_of(cell) for cell in row.cells] for row in rows_of(source)] == [["5"]]
    assert source.problems == ()


def test_a_sheet_may_be_a_chart_and_macros_are_told() -> None:
    """Only sheets of cells are read, and nothing is ever run."""
    workbook = (
        '<workbook xmlns:r="x"><sheets><sheet name="Lista" r:id="a"/><sheet name="Bild" r:id="d"/></sheets></workbook>'
    )
    source = open_workbook(archive(ONE, parts={"xl/vbaProject.bin": b""}, workbook=workbook), NAME)
    assert [sheet.name for sheet in source.sheets] == ["Lista"]
    assert [problem.code for problem in source.problems] == ["workbook.macros"]


def test_a_far_row_and_formats_without_end_cost_nothing() -> None:
    """Only cells that hold something take room; a cell beyond all columns is a slip that is told with its place."""
    sheet = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    )
    assert [(row.number, len(row.cells)) for row in rows_of(open_workbook(archive(sheet), NAME))] == [
        (1, 1),
        (1_048_576, 1),
    ]
    with pytest.raises(ReadError, match="'Lista!XFD1048576'") as refused:
        open_workbook(archive('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), NAME)
    assert refused.value.code == "workbook.too_wide"


# --- What is refused

ONE = "<row><c><v>1</v></c></row>"
SHARED = '<c t="s"><v>0</v></c>'
HIDDEN = '<col min="1" max="2" hidden="1"/>'
DAMAGED: dict[str, dict[str, Any]] = {
    "XML that never ends": {"strings": "<sst>"},
    "a cell of another row": {"sheet": '<row r="2"><c r="B3"><v>1</v></c></row>'},
    "cells out of order": {"sheet": '<row><c r="B1"/><c r="A1"/></row>'},
    "a cell of no column": {"sheet": '<row r="1"><c r="11"/></row>'},
    "rows out of order": {"sheet": '<row r="2"/><row r="1"/>'},
    "two rows of one number": {"sheet": '<row r="1"/><row r="1"/>'},
    "a row that is no number": {"sheet": '<row r="x"/>'},
    "a row beyond the last": {"sheet": '<row r="1048577"/>'},
    "a text that is not there": {"sheet": '<row><c t="s"><v>0</v></c></row>'},
    "a text of no number": {"sheet": '<row><c t="s"><v>x</v></c></row>'},
    "elements without end": {"styles": "<a>" * 200},
    "names without end": {"styles": f"<a>{''.join(f'<a{index}/>' for index in range(6_000))}</a>"},
    "a tag without end": {"styles": f"<a b='{'x' * 1_500_000}'/>"},
    "sheets without end": {
        "workbook": f"<workbook>{'<sheet/>' * 1_001}</workbook>",
    },
    "styles without end": {"styles": f"<a><cellXfs>{'<xf/>' * 100_001}</cellXfs></a>"},
    "references without end": {
        "parts": {"xl/_rels/workbook.xml.rels": relations(*((str(index), "worksheet", "a") for index in range(1_001)))}
    },
    "hidden columns without end": {"parts": {"xl/worksheets/sheet1.xml": f"<worksheet>{HIDDEN * 1_001}</worksheet>"}},
    "a part that is not there": {
        "parts": {"xl/_rels/workbook.xml.rels": relations(("a", "worksheet", "worksheets/sheet9.xml"))}
    },
    "a compression of another kind": {"method": zipfile.ZIP_LZMA},
    "an encoding of several bytes": {"strings": '<?xml version="1.0" encoding="utf-7"?><sst/>'},
    "two values in a cell": {"sheet": "<row><c><v>5</v><v>00</v></c></row>"},
    "rows that are those of two sheets": {
        "workbook": '<workbook xmlns:r="x"><sheets><sheet r:id="a"/><sheet r:id="a"/></sheets></workbook>',
    },
}
BOMB = f"<sst>{' ' * 20_000_000}</sst>"
REFUSED: dict[str, tuple[bytes, str]] = {
    **{case: (archive(**parts), "workbook.damaged") for case, parts in DAMAGED.items()},
    "an archive that is cut off": (archive()[:500], "workbook.damaged"),
    "an archive without its beginning": (b"PK\x03\x04" + archive()[900:], "workbook.damaged"),
    "a part that is given twice": (archive(parts={"XL/Workbook.xml": WORKBOOK}), "workbook.damaged"),
    "a part that unpacks to a thousand times": (archive(strings=BOMB), "workbook.unpacks_to_too_much"),
    "entities": (archive(strings='<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'), "workbook.document_type"),
    "entities in UTF-16": (archive(strings="<!DOCTYPE a><sst/>".encode("utf-16")), "workbook.document_type"),
    "parts without end": (b"PK\x03\x04" + b"PK\x01\x02" * 10_001, "workbook.too_many_parts"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + bytes(999), "workbook.old"),
    "an encrypted one": (
        b"\xd0\xcf\x11\xe0" + bytes(65_520) + "EncryptedPackage".encode("utf-16-le"),
        "workbook.encrypted",
    ),
    "a binary one": (archive(parts={"xl/workbook.bin": ""}), "workbook.binary"),
    "one of LibreOffice": (archive(parts={"content.xml": ""}), "workbook.opendocument"),
    "a document": (archive(workbook="<document/>"), "workbook.none"),
    "another archive": (archive(parts={"_rels/.rels": relations(("a", "officeDocument", "a.xml"))}), "workbook.none"),
    "no sheet": (archive(workbook="<workbook/>"), "workbook.no_sheets"),
    "no cell": (archive('<row><c r="A1"/></row>'), "workbook.no_sheets"),
    "a cell of a book": (
        archive(f'<row><c t="str"><v>{"a" * 100_001}</v></c></row>'),
        "workbook.cell_too_long",
    ),
    "a row of a book": (
        archive(
            f"<row>{SHARED * 11}</row>",
            strings=f"<sst><si><t>{'a' * 100_000}</t></si></sst>",
        ),
        "workbook.cell_too_long",
    ),
    "a shared text of a book": (
        archive(strings=f"<sst><si><t>{'a' * 100_001}</t></si></sst>"),
        "workbook.cell_too_long",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_list_can_be_is_refused(case: str) -> None:
    """The error names the file and what is wrong, before anything is unpacked that it need not."""
    data, code = REFUSED[case]
    with pytest.raises(ReadError) as refused:
        rows_of(open_workbook(data, NAME))
    assert (refused.value.code, refused.value.source) == (code, NAME)
    assert is_archive(data)


@pytest.mark.parametrize("name", ["_MOST_ELEMENTS", "_MOST_STRINGS"])
def test_there_is_an_end_to_what_is_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty million elements are refused, and ten million texts."""
    monkeypatch.setattr(workbooks, name, 2)
    with pytest.raises(ReadError, match="has more than 2 cells and other elements"):
        open_workbook(archive("<row/><row/>", strings="<sst><si/><si/></sst>"), NAME)


@pytest.mark.parametrize(
    ("module", "name", "most", "code"),
    [
        (workbooks, "_MOST_ELEMENTS", 9, "workbook.too_many_cells"),
        (workbooks, "_LARGEST_STRINGS", 70, "workbook.unpacks_to_too_much"),
        (archives, "_MOST_UNPACKED", 1_500, "workbook.unpacks_to_too_much"),
    ],
)
def test_an_end_is_that_of_all_parts_together(
    module: ModuleType, name: str, most: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many parts, each of which is small enough, would else take any time and memory; a part is read once."""
    numbers = range(3)
    sheets = "".join(f'<sheet name="{number}" r:id="w{number}"/>' for number in numbers)
    references = [
        (f"{key}{number}", type, f"{type}{number}.xml")
        for number in numbers
        for key, type in (("w", "worksheet"), ("s", "sharedStrings"), ("again", "sharedStrings"))
    ]
    data = archive(
        parts={
            **{f"xl/worksheet{number}.xml": f"<worksheet><a>{ONE}</a></worksheet>" for number in numbers},
            **{f"xl/sharedStrings{number}.xml": f"<sst><si><t>{'a' * 30}</t></si></sst>" for number in numbers},
            "xl/_rels/workbook.xml.rels": relations(*references),
        },
        workbook=f'<workbook xmlns:r="x"><sheets>{sheets}</sheets></workbook>',
    )
    assert len(open_workbook(data, NAME).sheets) == 3
    monkeypatch.setattr(module, name, most)
    with pytest.raises(ReadError) as refused:
        open_workbook(data, NAME)
    assert refused.value.code == code


def test_the_shared_texts_may_not_unpack_to_more_than_they_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds no text counts too, as long as the part is gone through."""
    data = archive(ONE, strings=f"<sst>{' ' * 400}<si><t>a</t></si></sst>")
    assert len(rows_of(open_workbook(data, NAME))) == 1
    monkeypatch.setattr(workbooks, "_LARGEST_STRINGS", 400)
    with pytest.raises(ReadError) as refused:
        open_workbook(data, NAME)
    assert refused.value.code == "workbook.unpacks_to_too_much"


def test_a_text_that_many_cells_share_is_counted_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of some kilobytes could else make texts without end."""
    monkeypatch.setattr(workbooks, "_LARGEST_SHEET", 10)
    data = archive(f"<row>{SHARED * 6}</row>", strings="<sst><si><t>ab</t></si></sst>")
    with pytest.raises(ReadError, match="unpacks to 12 bytes"):
        open_workbook(data, NAME)


def test_a_file_is_refused_by_its_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A hundred megabytes are the most; a file that is not there is told as such."""
    monkeypatch.setattr(archives, "_LARGEST_FILE", 100)
    with pytest.raises(ReadError, match="is larger than 100 bytes"):
        open_workbook(archive(), NAME)
    with pytest.raises(ReadError, match="is not there"):
        open_workbook(tmp_path / NAME, NAME)


@given(st.lists(st.tuples(st.integers(0, 3_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(changes: Sequence[tuple[int, int]]) -> None:
    """Whatever bytes are changed, nothing but our own error is raised."""
    data = bytearray(archive('<row><c r="A1"><v>1</v></c></row>'))
    for place, byte in changes:
        data[place % len(data)] = byte
    with suppress(ReadError):
        for sheet in open_workbook(bytes(data), NAME).sheets:
            assert all(row.cells for row in sheet.rows())


# --- Number formats

KINDS = {
    "General": "NUMBER",
    "": "NUMBER",
    "@": "NUMBER",
    "0": "NUMBER",
    "#,##0.00": "NUMBER",
    '#,##0.00\\ "kr"': "NUMBER",
    "#,##0 SEK": "NUMBER",
    "[$SEK] #,##0": "NUMBER",
    "[Red]-0": "NUMBER",
    "_-* #,##0.00_-;-* #,##0.00_-": "NUMBER",
    "0.00E+00": "NUMBER",
    "[h]:mm": "NUMBER",
    '"dag"': "NUMBER",
    "0%": "PERCENT",
    '0.0"%"': "NUMBER",
    "yyyy-mm-dd": "DAY",
    "[$-41D]d mmmm yyyy;@": "DAY",
    "mmm": "DAY",
    "yyyy": "DAY",
    "h:mm:ss.000": "TIME",
    "mm:ss": "TIME",
    "yyyy-mm-dd hh:mm": "DAY",
    "00000": "DIGITS",
    "000\\ 00": "DIGITS",
    '00"0"-00': "DIGITS",
}


@pytest.mark.parametrize("code", KINDS)
def test_the_kind_of_a_format(code: str) -> None:
    """Letters in quotation marks, after a backslash and in brackets are no parts of a day."""
    assert NumberFormat.of(code).kind.name == KINDS[code]


def test_a_format_may_show_thousands() -> None:
    """A comma after the last figure hides three digits, which the value has."""
    assert [NumberFormat.of(code).scale for code in ("#,##0", "#,##0,", "0.0,,", '#,##0, "tkr"')] == [
        1,
        1000,
        10**6,
        1000,
    ]


SHOWN = [
    ("0%", "0.4", "40%"),
    ("0.00%", "0.12345", "12.345%"),
    ("00000", "8312", "08312"),
    ("000\\ 00", "83127", "831 27"),
    ("000000-0000", "2321000214", "232100-0214"),
    ("00", "12345", "12345"),
    ("00", "1.5", "1.5"),
    ('00"0"-00', "1234", "120-34"),
    ("yyyy-mm-dd", "1", "1900-01-01"),
    ("yyyy-mm-dd", "59", "1900-02-28"),
    ("yyyy-mm-dd", "61", "1900-03-01"),
    ("yyyy-mm-dd", "2958465", "9999-12-31"),
    ("yyyy-mm-dd", "45352.5", "2024-03-01 12:00:00"),
    ("h:mm", "45352", "2024-03-01 00:00:00"),
    ("h:mm", "0.5", "12:00:00"),
    ("h:mm:ss", "0.99999999999", "1900-01-01 00:00:00"),
    # There is no such day: the number stays.
    ("yyyy-mm-dd", "0", "0"),
    ("yyyy-mm-dd", "60", "60"),
    ("yyyy-mm-dd", "-1", "-1"),
    ("yyyy-mm-dd", "2958466", "2958466"),
    ("yyyy-mm-dd", "2958465.99999999999", "2958465.99999999999"),
]


@pytest.mark.parametrize(("code", "number", "text"), SHOWN)
def test_a_cell_shows_its_number_in_its_format(code: str, number: str, text: str) -> None:
    """The text is what a person sees or would type; a number that is no day stays a number."""
    assert NumberFormat.of(code).cell(Decimal(number), EPOCH_1900).text == text


@given(st.dates(datetime.date(1904, 1, 1)))
def test_the_two_epochs_are_four_years_and_a_day_apart(day: datetime.date) -> None:
    """A workbook from Excel for Macintosh has each day 1462 days earlier."""
    serial = Decimal((day - EPOCH_1904).days)
    plain = NumberFormat.of("yyyy-mm-dd")
    assert plain.cell(serial, EPOCH_1904).value == plain.cell(serial + 1462, EPOCH_1900).value == day


@given(st.integers(1, 16_384))
def test_columns_have_letters(number: int) -> None:
    """A to Z, AA to ZZ, AAA and on: bijective in base 26."""
    assert number_of_column(letters_of_column(number)) == number
    assert letters_of_column(number) == get_column_letter(number)
