"""Files that are broken, or made to break who reads them, and lists that are written in many ways."""

from __future__ import annotations

import csv
import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import EsfModelError, InvalidValue, Money, Period, Rate, ReadError, read, read_text
from esfmodel.formats.cells.grid import Row, TypedCell
from esfmodel.formats.lists._day_column import DayColumn
from esfmodel.formats.lists._headings import find_headings, heading_unit
from esfmodel.formats.lists.column import ColumnFacts
from esfmodel.formats.lists.mapping import ColumnMapping, FileMapping, Mapping, mapping_in
from esfmodel.formats.lists.sources import holds_list, is_list

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Projektnamn;Stödmottagare;Total budget (SEK)\n"


# --- What is a list


@pytest.mark.parametrize(
    "text",
    [
        # A row with a cell too many, too few or an open mark, and none at all.
        "Projektnamn;Stödmottagare;Startdatum;Slutdatum\nLjus;Alvesta kommun;x;2023-01-01;2024-01-01\n",
        "Projektnamn;Stödmottagare;Startdatum;Slutdatum\nLjus\n",
        f'{HEAD}Ljus;"Alvesta kommun;500\n',
        HEAD,
        # Names and money, in no currency, or in kronor of one of several countries.
        "Projektnamn;EU-stöd\nLjus;450 000\n",
        "Project name;Total cost (kr)\nLight;450000\n",
        "Projektnamn;EU-stöd;Totalt\nLjus;450 000;900 000\n",
        "Project name;Union co-financing rate\nLight;40%\n",
        # Line breaks in headings, and line ends of a Macintosh around them.
        '"Projektnamn\nName";"Start\nStart date";"EU-stöd\nEU support"\nLjus;2024;5\n',
        '"Projektnamn\nName";"Start\nStart date";"EU-stöd\nEU support"\rLjus;2024;5\r',
    ],
)
def test_a_list_is_known_by_its_headings(text: str) -> None:
    """What names projects and something else of them is read by no other reader, which would take words for values."""
    assert is_list(text)
    found = read_text(text)
    assert found.format == "list_of_operations"
    assert all(project.budget is None for project in found.projects)
    assert all(project.period is None for project in found.projects)
    assert found.problems or found.projects


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("Projektnamn;EU-stöd (SEK)\nLjus;450 000\n", "finance_table"),
        ("Projektnamn;Totalt (kr)\nLjus;450 000\nMörker;500 000\n", "finance_table"),
        ("Projektnamn\tLjus\nDiarienummer\t2024/1\nRegion\tÖvre Norrland\n", "projektbanken_record"),
        ("Projekt, mål och medel\nProjektnamn: Ljus\nRegion: Norrland\n", "projektbanken_record"),
    ],
)
def test_tables_of_money_and_pages_are_no_lists(text: str, format: str) -> None:
    """A table of names and money that states its currency is a finance table, and labels with values are a page."""
    assert not is_list(text)
    assert read_text(text).format == format


@pytest.mark.parametrize(
    "text",
    [
        "Projektnamn     Stödmottagare    Total budget (SEK)\nLjus     Alvesta kommun     500\n",
        "Projektnamn:Stödmottagare:Total budget (SEK)\nLjus:Alvesta kommun:500\n",
    ],
)
def test_columns_that_nothing_parts_are_no_page(text: str) -> None:
    """Headings in columns of spaces are told as a list whose cells are not parted, and not read as a project."""
    with pytest.raises(ReadError, match="has no semicolon, comma, tab or bar"):
        read_text(text)


def test_a_table_that_no_other_reader_takes_is_a_list() -> None:
    """The reader of finance tables has a bound on lines, and that of lists has none."""
    assert is_list("Projektnamn;Totalt (SEK)\n" + "a;5\n" * 20_001)


def test_of_two_columns_of_names_none_is_picked() -> None:
    """A finance table would take the first of them in silence."""
    found = read_text("Projektnamn;Projektnamn;Totalt (SEK)\nLjus;Mörker;500\n")
    assert found.format == "list_of_operations"
    assert any(problem.code == "list.several_columns" for problem in found.problems)


def test_lines_of_json_are_no_list() -> None:
    """A text in JSON is told as such, whatever its keys are called."""
    assert not is_list('{"Projektnamn": "Ljus", "Total": 500}\n' * 3)
    assert not is_list('[{"Projektnamn": "Ljus", "Total": 500}]\n')


def test_a_list_is_known_in_any_encoding() -> None:
    """A list of one row is known by headings with letters that are no UTF-8, or cut off."""
    text = "Projektnamn;Projektägare;Startår\nLjus;Ö;2024\n"
    assert holds_list(text.encode("cp1252"))
    assert holds_list(text.encode() + b"\xc3")


def test_a_list_without_rows_is_told() -> None:
    """Headings alone are no success in silence."""
    (problem,) = read_text(HEAD).problems
    assert problem.code == "list.no_rows"


def test_of_two_columns_of_one_amount_none_is_picked() -> None:
    """Names and money make a finance table only where each amount is one of its kind."""
    found = read_text("Projektnamn;Totalt (SEK);Totalt (SEK)\nLjus;500;600\n")
    assert (found.format, found.projects[0].budget) == ("list_of_operations", None)
    assert [problem.code for problem in found.problems] == ["list.several_columns"]


def test_a_byte_that_is_no_text_costs_a_row(tmp_path: Path) -> None:
    """A list in UTF-8 stays one: the row with the byte is told, and the others are read."""
    path = tmp_path / "lista.csv"
    path.write_bytes(f"{HEAD}Ljus;Ängelholm;5\n".encode() + b"M\xf6rker;Lund;6\n")
    found = read(path)
    assert [project.name for project in found.projects] == ["Ljus"]
    assert [(problem.code, problem.line) for problem in found.problems] == [("list.undecodable", 3)]


def test_marks_of_joined_files_are_left_out() -> None:
    """A second list with its byte order mark below the first has headings again, and no project of that name."""
    found = read_text(f"{HEAD}Ljus;A;5\n\ufeff{HEAD}\ufeffMörker;B;6\n")
    assert [project.name for project in found.projects] == ["Ljus", "Mörker"]
    assert [problem.code for problem in found.problems] == ["list.heading_again"]


def test_a_currency_that_no_amount_has_is_told() -> None:
    """The cells say another one than the column of currencies; where an amount has it, all is well."""
    found = read_text("Projektnamn;Totalt;Valuta\nLjus;500 SEK;EUR\nMörker;600 SEK;SEK\n")
    assert [(problem.code, problem.row, problem.given) for problem in found.problems] == [
        ("list.unused_currency", 2, "EUR")
    ]
    assert [project.extra for project in found.projects] == [(("Valuta", "EUR"),), ()]


@pytest.mark.parametrize("heading", ["Beviljat belopp (SEK)", "EU-stöd (SEK)", "Statligt stöd (SEK)"])
@pytest.mark.parametrize("total", ["500", ""])
def test_support_of_nothing_is_known(heading: str, total: str) -> None:
    """An amount that is stated as 0 is no amount that is open, which would leave the cell without a place."""
    found = read_text(f"Projektnamn;Projektägare;{heading};Totalt (SEK)\nLjus;Ö;0;{total}\nMörker;Ö;450 000;500 000\n")
    light, _ = (project.budget for project in found.projects)
    assert light is not None
    assert light.financing[0].amount == Money(0)
    assert not found.problems


@pytest.mark.parametrize("row", ["Ljus,Alvesta kommun,1,234", "Ljus,Alvesta kommun,500,50", "Ljus,Ö,1,234.50"])
def test_a_comma_within_a_number_shifts_no_cell(row: str) -> None:
    """An empty heading at the end does not make a number in two parts a small number."""
    text = f"Project name,Beneficiary,Total cost (EUR),\n{row}\nDark,Beneficiary,500,\nDusk,Beneficiary,600,note\n"
    found = read_text(text)
    assert [project.name for project in found.projects] == ["Dark", "Dusk"]
    assert found.problems[-1].code == "list.cells_too_many" or found.problems[0].code == "list.cells_too_many"
    assert "1,234" not in str(found.projects)


def test_a_mark_beyond_the_headings_shifts_a_row() -> None:
    """A row whose last cell is but a dash has a cell too many as well."""
    found = read_text(f"{HEAD}Ljus;x;Alvesta kommun;-\nMörker;Växjö kommun;500\n")
    assert [project.name for project in found.projects] == ["Mörker"]


# --- Units and days


@pytest.mark.parametrize("unit", ["(SEK)", "SEK", "kr", "[kronor]"])
def test_a_row_of_units_is_part_of_the_headings(unit: str) -> None:
    """The currency or unit of a column may stand in a row of its own."""
    text = f"Projektnamn;Stödmottagare;EU-stöd;EU-andel\n;;{unit};%\nLjus;Alvesta kommun;450 000;40\n"
    found = read_text(text)
    assert not found.problems
    budget = found.one().budget
    assert budget is not None
    assert budget.eu_support == Money(450_000)
    assert found.counts.given == 1


def test_a_row_of_units_states_thousands_and_no_currency_of_others() -> None:
    """A unit multiplies its own column alone; a column of currencies, and words beside units, make a row of data."""
    rows = [
        Row(1, 1, ("Projektnamn", "EU-stöd", "Valuta")),
        Row(2, 2, ("", "tkr", "")),
        Row(3, 3, ("Ljus", "5", "SEK")),
    ]
    assert find_headings(rows, Mapping()).units == {1: "tkr"}
    assert find_headings(rows, Mapping(file=FileMapping(heading_row=(1,)))).rows == (1, 2)
    for cells in (("", "", "SEK"), ("Ljus", "SEK", ""), ("", "x" * 30, ""), ("", "", "")):
        assert find_headings([rows[0], Row(2, 2, cells)], Mapping()).rows == (1,)
    budget = read_text("Projektnamn;Start;EU-stöd\n;;tkr\nLjus;2024-01-01;450,5\n").one().budget
    assert budget is not None
    assert budget.eu_support == Money(450_500)


@pytest.mark.parametrize("heading", ["Total (T€)", "Total, T€", "Total in Tsd. €"])
def test_units_that_stand_beside_figures_are_known_in_headings(heading: str) -> None:
    """Else an amount would be read a thousand times too small where the caller states the currency."""
    assert heading_unit(heading)[::2] == ("EUR", 1000)


@pytest.mark.parametrize(
    ("format", "found"),
    [
        ("yyyy", Period("2024-01-01", "2024-12-31", "year")),
        ("mmm yyyy", Period("2024-03-01", "2024-03-31", "month")),
        ("yyyy-mm", Period("2024-03-01", "2024-03-31", "month")),
    ],
)
def test_a_cell_that_shows_a_month_or_a_year_states_no_day(format: str, found: Period) -> None:
    """What a person sees counts: the first of the month is how a workbook stores a month."""
    column = DayColumn(ColumnFacts("Start", ColumnMapping(heading="Start")))
    cell = TypedCell(datetime.date(2024, 3, 1), "2024-03-01", format)
    column.see(cell, 2)
    assert not list(column.decide())
    assert column.read(cell, None) == found
    day = cell._replace(format="d mmm yyyy")
    column.see(day, 3)
    assert str(column.read(day, None)) == "2024-03-01"


def test_a_heading_that_looks_like_a_letter_is_told_with_its_own(tmp_path: Path) -> None:
    """The column "EU" of a workbook is not the cell EU2."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "lista.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Lista")
        for number, cells in enumerate([("Projektnamn", "Start", "EU"), ("Ljus", "2024-01-01", "x")]):
            sheet.write_row(number, 0, cells)
    columns = {"budget.eu_support": ColumnMapping(heading="EU", currency="SEK")}
    (problem,) = read(path, mapping=Mapping(columns=columns)).problems
    assert str(problem).startswith("sheet Lista, row 2, column C (EU): ")


# --- Memory


def test_a_fault_of_many_cells_keeps_no_rows_in_memory() -> None:
    """One error stands for all cells that are alike, and its traceback would hold each row that it was raised for."""
    column = DayColumn(ColumnFacts("Start", ColumnMapping(heading="Start")))
    depths: list[int] = []
    for row in range(2, 5):
        column.see("snart", row)
        with pytest.raises(InvalidValue) as caught:
            column.read("snart", None)
        depths.append(len(caught.traceback))
    assert len(set(depths)) == 1


# --- Encodings of a mapping


def test_a_mapping_of_a_file_reads_a_text_too() -> None:
    """A text is decoded already, whatever encoding the mapping states for its file."""
    mapping = mapping_in('[file]\nencoding = "utf-16"\n', "m.toml")
    assert read_text(f"{HEAD}Ängar;Ö;500\n", mapping=mapping).one().name == "Ängar"


def test_utf_16_without_its_mark(tmp_path: Path) -> None:
    """The mapping says that it is UTF-16, and most programs write the low byte first."""
    path = tmp_path / "lista.csv"
    path.write_bytes(f"{HEAD}Ängar;Ö;500\n".encode("utf-16-le"))
    assert read(path, mapping=Mapping(file=FileMapping(encoding="utf-16"))).one().name == "Ängar"


# --- Any text


WORDS = ["Projektnamn", "Stödmottagare", "EU-stöd (SEK)", "Start", "Ljus", "5", "1,5", "2024-01-01", "40 %", "kr", "="]
PIECES = st.sampled_from([*WORDS, *';;;,\t|\n\n\r\0 "{', "\ud800"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """What is read adds up; what is not is told with what to do, in each language."""
    try:
        found = read_text(text)
    except EsfModelError as error:
        said = [error.text("sv")]
    else:
        counts = found.counts
        assert counts.given == counts.read + counts.rejected + counts.merged
        said = [problem.text("sv") for problem in found.problems]
    assert all(said)


# --- One list in many notations


class Notation(NamedTuple):
    """How a list is written: headings, currency, numbers, days, delimiter, quotation marks, line ends and encoding."""

    headings: tuple[str, ...]
    currency: str
    group: str
    mark: str
    day: str
    delimiter: str
    quoting: Literal[0, 1]
    end: str
    encoding: str


QUOTING: tuple[Literal[0, 1], ...] = (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
NOTATIONS = st.builds(
    Notation,
    headings=st.sampled_from(
        [
            ("Projektnamn", "Stödmottagare", "Startdatum", "Totalt", "EU-andel"),
            ("Project name", "Beneficiary", "Start date", "Total cost", "Union co-financing rate"),
            (
                "Projektnamn / Project name",
                "Stödmottagare\nBeneficiary",
                "Startdatum / Start date",
                "Totalt",
                "EU-andel",
            ),
        ]
    ),
    currency=st.sampled_from(["SEK", "EUR", "PLN"]),
    group=st.sampled_from(["", " ", "\u00a0", ".", "'"]),
    mark=st.just(","),
    day=st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y%m%d"]),
    delimiter=st.sampled_from(";\t|"),
    quoting=st.sampled_from(QUOTING),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Ljus", "Ängar; och hav", '"Hav" och land', "=1+1", "Totalt kök"]),
        st.dates(datetime.date(2014, 1, 1), datetime.date(2027, 12, 31)),
        st.integers(1, 10**11),
        st.integers(1, 100),
    ),
    min_size=1,
    max_size=6,
)


def written(rows: list[tuple[str, datetime.date, int, int]], notation: Notation) -> bytes:
    """Return a list as a program writes it that knows nothing of ours."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=notation.delimiter, quoting=notation.quoting, lineterminator=notation.end)
    writer.writerow([*notation.headings[:3], f"{notation.headings[3]} ({notation.currency})", notation.headings[4]])
    for name, day, cents, share in rows:
        whole = f"{cents // 100:,}".replace(",", notation.group)
        amount = f"{whole}{notation.mark}{cents % 100:02}"
        writer.writerow([name, "Alvesta kommun", day.strftime(notation.day), amount, f"{share} %"])
    return out.getvalue().encode(notation.encoding)


@given(ROWS, NOTATIONS)
def test_a_value_is_right_or_open_in_every_notation(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, datetime.date, int, int]], notation: Notation
) -> None:
    """No amount, day or share is another than was meant; what cannot be known is left open and told."""
    path = tmp_path_factory.mktemp("lists") / "lista.csv"
    path.write_bytes(written(rows, notation))
    found = read(path)
    assert found.counts.given == len(rows)
    for index, project in enumerate(found.projects):
        name, day, cents, share = rows[(found.where(index, "name").row or 0) - 2]
        assert project.name == name
        assert project.published_eu_rate == Rate.of_percent(share)
        assert project.budget is None or project.budget.total == Money(Decimal(cents) / 100, notation.currency)
        assert project.period is None or str(project.period.start) == day.isoformat()
        assert (project.budget is not None and project.period is not None) or found.problems
