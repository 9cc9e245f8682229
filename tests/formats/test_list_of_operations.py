"""Lists of operations: which rows are projects, what rows of one operation are, and that every row is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Fund, Money, ReadError, Reading, read_text
from esfmodel.formats.cells.grid import Row, Sheet, Source
from esfmodel.formats.lists import list_of_operations
from esfmodel.formats.lists.list_of_operations import Operations, read_list
from esfmodel.formats.lists.mapping import FileMapping, Mapping, RowsMapping
from esfmodel.formats.reading import Problem
from esfmodel.model import Organisation, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADINGS = "Diarienummer;Projektnamn;Stödmottagare;Startdatum;Slutdatum;EU-stöd (SEK)"
ALFA = "1;Gröna rum;Alvesta kommun;2024-01-01;2026-12-31;450 000"
BETA = "2;Ljusa vägar;Tingsryds kommun;2024-01-01;2026-12-31;500 000"


def source(*lines: str, sheet: str | None = None) -> Source:
    """Return a source with these rows, whose cells are parted by semicolons; an empty line is an empty row."""
    rows = [Row(number, number, tuple(line.split(";"))) for number, line in enumerate(lines, 1) if line]
    return Source("lista.csv", "rows", (Sheet(sheet, lambda: iter(rows)),))


def reading(*lines: str, mapping: Mapping | None = None, headings: str = HEADINGS) -> Reading:
    """Return the reading of a list with the headings."""
    found = read_list(source(headings, *lines), mapping)
    counts = found.counts
    assert counts.given == counts.read + counts.rejected + counts.merged == sum(map(bool, lines))
    assert counts.read == len(found.projects)
    assert counts.problems == len(found.problems)
    return found


def codes(found: Reading) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in found.problems]


def test_each_row_is_a_project() -> None:
    """A row becomes a project, and each value is found where it stands."""
    found = reading(ALFA, BETA)
    first = found.projects[0]
    assert (first.name, str(first.operation_id), first.beneficiary) == (
        "Gröna rum",
        "1",
        Organisation("Alvesta kommun"),
    )
    assert first.budget is not None
    assert first.budget.eu_support == Money(450_000)
    assert found.problems == ()
    cell = found.where(1, "budget.eu_support")
    assert (cell.file, cell.row, cell.column, cell.text) == ("lista.csv", 3, "EU-stöd (SEK)", "500 000")
    assert found.where(1, "period").row == 3
    assert found.where(1, "period").column is None


ROW = st.sampled_from(
    [
        ALFA, BETA, "", HEADINGS, "Summa;;;;;950 000", "Summa;Totalt;;;;950 000", "Källa: besluten", ";;;;;",
        ";;Alvesta kommun;;;", "3;Matvägen;Växjö kommun;2024-01-01;2026-12-31", f"{ALFA};8;9", f"{BETA};",
        "4;Del;kommun;igår;i dag;många", "5;Sena dagar;Växjö kommun;2026-01-01;2024-12-31;7",
    ]
)  # fmt: skip


@given(st.lists(ROW, max_size=12))
def test_every_row_is_accounted_for(lines: list[str]) -> None:
    """Whatever rows a list has, those given are those read, rejected and merged, and streaming tells the same."""
    # The headings twice below each other would be headings in two rows.
    rows = [ALFA, *(line for line in lines if line.strip(";"))]
    found = reading(*rows)
    items = list(Operations(source(HEADINGS, *rows)))
    assert tuple(item.project for item in items if item.project is not None) == found.projects
    assert tuple(problem for item in items for problem in item.problems) == found.problems
    assert [item.index for item in items if item.project is not None] == list(range(len(found.projects)))
    for index, project in enumerate(found.projects):
        assert rows[(found.where(index, "name").row or 0) - 2].split(";")[1] == project.name


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Summa;Totalt;;;;950 000", "list.sums"),
        (";Totalt;;;;950 000", "list.sums"),
        ("Summa;;;;;950 000", "list.unnamed_rows"),
        (";Prioritet 1;;;;", "list.notes"),
        (HEADINGS, "list.heading_again"),
        ("Källa: besluten", "list.unnamed_rows"),
    ],
)
def test_rows_that_are_no_operations_are_told_once(line: str, code: str) -> None:
    """Sums, notes, headings and rows without a name are no projects, and are told once with their places."""
    found = reading(ALFA, line, BETA, line, line)
    assert [project.name for project in found.projects] == ["Gröna rum", "Ljusa vägar"]
    assert codes(found) == [code]
    told = found.problems[0]
    assert (told.row, told.params["count"], told.params["rows"]) == (3, 3, "3, 5\N{EN DASH}6")
    assert (found.counts.records, found.counts.others, found.counts.rejected) == (2, 3, 3)
    assert "3" in told.text("sv")


def test_a_list_of_one_project_and_its_sum_is_one_project() -> None:
    """`one` does not take the sum for a project that could not be read."""
    assert reading(ALFA, ";Totalt;;;;450 000").one().name == "Gröna rum"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("3;Matvägen, del 2;delad;Växjö kommun;2024-01-01;2026-12-31;7", "list.cells_too_many"),
        (f"{BETA};", "list.cells_too_many"),
        ("3;Matvägen;2024-01-01;2026-12-31;7", "list.cells_missing"),
        ("3;Matvägen;Växjö kommun;kommun;x;y", "list.cells_shifted"),
    ],
)
def test_shifted_rows_are_rejected_with_their_text(line: str, code: str) -> None:
    """A row whose cells may stand under wrong headings is never repaired, and its text is in the problem."""
    found = reading(*[ALFA] * 2, line)
    assert [project.name for project in found.projects] == ["Gröna rum"]
    wrong = next(problem for problem in found.problems if problem.code == code)
    assert wrong.row == 4
    assert wrong.given is not None
    assert wrong.given.replace(" ", "") == line.rstrip(";").replace(" ", "")
    assert found.counts.rejected == 1


def test_an_empty_cell_too_many_is_harmless_where_it_is_usual() -> None:
    """Some programs end each line with a delimiter."""
    others = [f"{number};Projekt {number};Växjö kommun;2024-01-01;2025-12-31;5;" for number in range(3, 9)]
    assert len(reading(ALFA, *others).projects) == 7


def test_a_row_that_the_source_does_not_trust_is_rejected() -> None:
    """A problem of a row, such as a quote that is not closed, is told with the row."""
    rows = [
        Row(1, 1, tuple(HEADINGS.split(";"))),
        Row(2, 2, ('1;"Gröna rum',), Problem("list.cells_missing", cells=1, headings=6)),
    ]
    found = read_list(Source("lista.csv", "rows", (Sheet(None, lambda: iter(rows)),)))
    assert (found.projects, codes(found), found.problems[0].row) == ((), ["list.cells_missing"], 2)


# --- Several rows of one operation


def partner(name: str, amount: str, number: str = "7", project: str = "Gränslöst") -> str:
    """Return a row of one partner."""
    return f"{number};{project};{name};2024-01-01;2026-12-31;{amount}"


def test_rows_of_one_operation_are_one_project_with_partners() -> None:
    """The first body is the owner, the others are partners; amounts that differ are their own, and it is told once."""
    found = reading(partner("Alvesta kommun", "5"), partner("Växjö kommun", "7"), BETA)
    project = found.projects[0]
    assert project.beneficiary == Organisation("Alvesta kommun")
    assert [(each.organisation.name, each.role) for each in project.partners] == [
        ("Alvesta kommun", Role.OWNER),
        ("Växjö kommun", Role.PARTNER),
    ]
    assert [each.budget and each.budget.eu_support for each in project.partners] == [Money(5), Money(7)]
    assert project.budget is None
    assert (codes(found), found.counts.merged, found.counts.records) == (["list.merged"], 1, 2)
    assert found.where(0, "partners[1].organisation.name").text == "Växjö kommun"
    assert found.where(0, "partners[1].budget").row == 3


def test_an_amount_that_all_rows_repeat_is_that_of_the_operation() -> None:
    """What each row says of the whole operation is the project's, unless amounts differ elsewhere in the list."""
    same = [partner("Alvesta kommun", "9"), partner("Växjö kommun", "9")]
    whole = reading(*same).projects[0]
    assert whole.budget is not None
    assert whole.budget.eu_support == Money(9)
    assert [each.organisation.name for each in whole.partners] == ["Växjö kommun"]
    others = [partner("Region Kronoberg", "5", "8", "Skilda"), partner("Region Skåne", "7", "8", "Skilda")]
    of_partners = reading(*same, *others).projects[0]
    assert of_partners.budget is None
    assert [each.budget and each.budget.eu_support for each in of_partners.partners] == [Money(9), Money(9)]


def test_rows_that_differ_are_kept() -> None:
    """Days that differ between the rows of one operation are those of no project; they stay in `extra`."""
    later = partner("Växjö kommun", "5").replace("2026", "2027")
    found = reading(partner("Alvesta kommun", "5"), later)
    project = found.projects[0]
    assert project.period is not None
    assert project.period.end is None
    assert project.extra == (("Slutdatum", "2026-12-31"), ("Slutdatum", "2027-12-31"))
    assert "list.rows_differ" in codes(found)


def test_a_body_with_two_rows_has_no_amount_of_its_own() -> None:
    """Which of two amounts of one body is the whole is not known."""
    found = reading(partner("Alvesta kommun", "5"), partner("Växjö kommun", "7"), partner("Växjö kommun", "8"))
    project = found.projects[0]
    assert [each.budget is None for each in project.partners] == [False, True]
    assert project.extra == (("EU-stöd (SEK)", "7"), ("EU-stöd (SEK)", "8"))


def test_rows_that_are_equal_are_one() -> None:
    """A row that is repeated is one project, and it is told."""
    found = reading(ALFA, ALFA)
    assert (len(found.projects), codes(found), found.counts.merged) == (1, ["list.repeated"], 1)


def test_rows_apart_are_told_and_not_merged() -> None:
    """The same number elsewhere, or of another name, makes another project, and it is told."""
    apart = reading(ALFA, BETA, ALFA)
    assert (len(apart.projects), codes(apart)) == (3, ["list.number_again"])
    other = reading(ALFA, ALFA.replace("Gröna", "Blå"))
    assert (len(other.projects), codes(other)) == (2, ["list.number_again"])


def test_a_partner_without_the_name_of_the_project_is_of_the_row_above() -> None:
    """Where only the first row of an operation has its name, those below with its number are of it."""
    found = reading(partner("Alvesta kommun", "5"), partner("Växjö kommun", "7", project=""))
    assert [each.organisation.name for each in found.one().partners] == ["Alvesta kommun", "Växjö kommun"]


def test_a_mapping_says_which_rows_are_one() -> None:
    """`merge_on` names the fields that the rows of one operation share."""
    lines = ("1;Gröna rum;A kommun;2024-01-01;2025-12-31;5", "2;Gröna rum;B kommun;2024-01-01;2025-12-31;5")
    assert len(reading(*lines).projects) == 2
    found = reading(*lines, mapping=Mapping(rows=RowsMapping(merge_on=("name",), into="partners")))
    assert [each.organisation.name for each in found.one().partners] == ["B kommun"]
    assert found.one().operation_id is None
    assert found.one().extra == (("Diarienummer", "1"), ("Diarienummer", "2"))


def test_cells_merged_over_several_rows_are_filled() -> None:
    """A further body has the number and name of the row above; a row of sums has not, and is told."""
    filled = Mapping(rows=RowsMapping(filled=("operation_id", "name")))
    lines = (
        "7;Gränslöst;A kommun;2024-01-01;2025-12-31;5",
        ";;B kommun;;;6",
        ";;Totalt;;;11",
        ";;;;;12",
        "8;Ljusa vägar;C kommun;2024-01-01;2025-12-31;7",
    )
    found = reading(*lines, mapping=filled)
    assert [project.name for project in found.projects] == ["Gränslöst", "Ljusa vägar"]
    assert [each.organisation.name for each in found.projects[0].partners][-1] == "B kommun"
    assert (found.counts.given, found.counts.merged, found.counts.others) == (5, 1, 2)
    assert reading(*lines).counts.merged == 0
    assert len(reading(";;B kommun;2024-01-01;;6", *lines[-1:], mapping=filled).projects) == 1


def test_partners_in_a_column_of_their_own() -> None:
    """Where rows name a partner beside the owner, each named body is a partner."""
    found = reading(
        "7;Gränslöst;Alvesta kommun;Växjö kommun", "7;Gränslöst;Alvesta kommun;Region Skåne",
        headings="Diarienummer;Projektnamn;Stödmottagare;Partner",
    )  # fmt: skip
    project = found.one()
    assert project.beneficiary == Organisation("Alvesta kommun")
    assert [each.organisation.name for each in project.partners] == ["Växjö kommun", "Region Skåne"]


# --- Names, defaults, sheets


def test_a_list_without_names_has_numbers() -> None:
    """Where no column holds names, a project goes by its number."""
    found = reading("23-001-S01;Alvesta kommun;2024-01-01", headings="Diarienummer;Stödmottagare;Startdatum")
    assert (found.one().name, found.where(0, "name").column) == ("23-001-S01", "Diarienummer")


def test_a_mapping_states_what_all_rows_share() -> None:
    """Defaults stand where a row states nothing itself, and a row is an operation by the fields that are named."""
    mapping = Mapping(
        file=FileMapping(row=("beneficiary.name",)),
        defaults={"fund": "ESF+", "currency": "EUR", "country": "SE", "cci": "2021SE05SFPR001"},
    )
    headings = "Projektnamn;Stödmottagare;Organisationsnummer;EU-stöd"
    found = reading("Gröna rum;Alvesta kommun;212000-0639;500", "Utan ägare;;;700", mapping=mapping, headings=headings)
    project = found.one()
    assert project.fund is not None
    assert (project.fund.name, str(project.cci), project.country and project.country.code) == (
        "ESF_PLUS", "2021SE05SFPR001", "SE",
    )  # fmt: skip
    assert project.beneficiary is not None
    assert str(project.beneficiary.number) == "212000-0639"
    assert project.budget is not None
    assert project.budget.eu_support == Money(500, "EUR")
    assert codes(found) == ["list.unnamed_rows"]


def test_what_a_mapping_states_gives_way_to_the_row() -> None:
    """A row that states all that the defaults do is as it stands."""
    found = reading("Gröna rum;EHFVF", mapping=Mapping(defaults={"fund": "ESF+"}), headings="Projektnamn;Fond")
    assert (found.one().fund, found.where(0, "fund").column) == (Fund.EMFAF, "Fond")
    unread = reading("Gröna rum;Fond 7", mapping=Mapping(defaults={"fund": "ESF+"}), headings="Projektnamn;Fond")
    assert (unread.one().fund, codes(unread)) == (None, ["value.not_one_of"])


def workbook(sheets: Sequence[tuple[str, Sequence[str]]]) -> Source:
    """Return a source of several sheets."""
    return Source("bok.xlsx", "workbook", tuple(source(*lines, sheet=name).sheets[0] for name, lines in sheets))


def test_each_sheet_with_headings_is_read() -> None:
    """Sheets without headings are told with the number of their rows, and a mapping may name one sheet."""
    book = workbook([("Om", ["Om listan"]), ("2014", [HEADINGS, ALFA]), ("2021", [HEADINGS, BETA])])
    found = read_list(book)
    assert [project.name for project in found.projects] == ["Gröna rum", "Ljusa vägar"]
    assert [(each.code, each.sheet, each.params["count"]) for each in found.problems] == [
        ("list.sheet_left_out", "Om", 1)
    ]
    assert found.where(1, "name").sheet == "2021"
    assert read_list(book, Mapping(file=FileMapping(sheet="2021"))).one().name == "Ljusa vägar"
    with pytest.raises(ReadError, match=r"is no sheet of the workbook.*Om, 2014, 2021"):
        read_list(book, Mapping(file=FileMapping(sheet="2007")))
    with pytest.raises(ReadError, match="text with delimiters does not have"):
        read_list(source(HEADINGS, ALFA), Mapping(file=FileMapping(sheet="2007")))
    with pytest.raises(ReadError, match=r"bok.xlsx: .*Om listan"):
        read_list(workbook([("Om", ["Om listan"])]))


def test_a_cell_beside_a_table_in_a_workbook_is_no_shift() -> None:
    """In a workbook each cell has its column: short rows and cells beyond the headings are no reason to reject."""
    book = workbook([("Blad1", [HEADINGS, "1;Gröna rum;Alvesta kommun", f"{BETA};obs"])])
    found = read_list(book)
    assert len(found.projects) == 2
    assert ("G", "obs") in found.projects[1].extra


def test_many_problems_are_counted() -> None:
    """The problems of rows are told one by one up to a number, and then counted with their rows."""
    lines = ["3;Matvägen;2024-01-01;2026-12-31;7"] * 1_003
    found = reading(*lines)
    assert len(found.problems) == 1_001
    last = found.problems[-1]
    assert (last.code, last.params["count"], last.params["rows"]) == ("list.more_problems", 3, "1002\N{EN DASH}1004")


def test_what_stands_above_the_headings_is_told() -> None:
    """A title is no row of the list; several cells above the headings may be one, and are told."""
    found = read_list(source("Lista över projekt", "Uttag;2024-05-01", HEADINGS, ALFA))
    assert (found.one().name, codes(found), found.counts.given) == ("Gröna rum", ["list.above_headings"], 1)
    assert found.problems[0].row == 2


def test_a_row_whose_name_no_project_can_have_is_rejected() -> None:
    """A name with marks of direction is refused with its row, and the others are read."""
    found = reading(ALFA.replace("Gröna", "Gr\u202eöna"), BETA)
    assert [project.name for project in found.projects] == ["Ljusa vägar"]
    assert (found.problems[0].row, found.counts.rejected, found.counts.records) == (2, 1, 2)


def test_what_is_kept_of_many_rows_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first rows of what is told once are named, and so many numbers of operations are remembered."""
    sums = reading(ALFA, *[";Totalt;;;;5"] * 25).problems[0]
    assert (sums.params["count"], sums.params["rows"]) == (25, "3\N{EN DASH}22, …")
    monkeypatch.setattr(list_of_operations, "_MOST_IDS", 1)
    assert codes(reading(ALFA, BETA, ALFA, BETA)) == ["list.number_again"]


def test_a_long_row_is_shown_in_part() -> None:
    """A row that is told of is shown by its first 400 characters."""
    text = f"Projekt;Stödmottagare;Startdatum\nGröna rum;Falu kommun;2024-01-01\n{'a' * 500};Mora kommun;2024-01-01;5\n"
    [problem] = [each for each in read_text(text).problems if each.row == 3]
    assert problem.given == "a" * 400


def test_sums_are_known_in_any_language() -> None:
    """A row with a name and amounts alone, which are the sums of those above or since the last sum, is one."""
    rows = [
        ALFA,
        BETA,
        ";Razem 1;;;;950 000",
        ALFA.replace("1", "3", 1),
        BETA.replace("2", "4", 1),
        ";Razem 2;;;;950 000",
    ]
    found = reading(*rows, ";Celkem;;;;1 900 000", ";Mer;;;;5")
    assert [project.name for project in found.projects] == [
        "Gröna rum",
        "Ljusa vägar",
        "Gröna rum",
        "Ljusa vägar",
        "Mer",
    ]
    assert (found.counts.others, codes(found)) == (3, ["list.sums"])
    # With a number it may be an operation.
    assert reading(ALFA, BETA, "3;Tredje;;;;950 000").counts.others == 0


def test_rows_that_state_only_a_name_are_told() -> None:
    """A row without anything but a name and its number may be a heading, and is told once with the others."""
    found = reading("1;Innovation;;;;", ALFA, "2;Transport;;;;", BETA)
    assert (len(found.projects), codes(found)) == (4, ["list.bare_rows", "list.number_again"])


def test_headings_of_two_rows_may_be_repeated() -> None:
    """Pages of a printed list repeat both rows of the headings."""
    headings = ("Projekt;;Budget (SEK);", "Projektnamn;Stödmottagare;Totalt;EU-stöd")
    row = "Gröna rum;Alvesta kommun;500;450"
    found = read_list(source(*headings, row, *headings, row.replace("Gröna", "Blå")))
    assert [project.name for project in found.projects] == ["Gröna rum", "Blå rum"]
    assert codes(found) == ["list.heading_again"]


def test_a_note_says_that_amounts_are_in_thousands() -> None:
    """A note above or below the list, which its headings contradict by saying nothing, leaves the amounts open."""
    for lines in (("Belopp i tkr", HEADINGS, ALFA), (HEADINGS, ALFA, "Belopp i tkr")):
        found = read_list(source(*lines))
        assert found.one().budget is None
        assert "list.unit_beside" in codes(found)
