"""The layouts of lists that have a name: how they are known, and what each says of its columns."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Cci, Fund, Money, Period, Project, Rate, ReadError, Reading, read, read_text
from esfmodel.formats.lists import LAYOUTS
from esfmodel.formats.lists.named import asked_for, layout_called, layout_of
from esfmodel.model import Contribution, Funder, FundingSource, Organisation, Priority, Role
from esfmodel.values import Country

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PROJEKTBANKEN = (
    "Diarienummer / Operation ID", "Stödmottagare / Beneficiary",
    "Projektägare organisationsnummer / Beneficiary ID", "Projektägare ort / Beneficiary city",
    "Stödmottagarens land / Beneficiary country", "Namn på insatsen / Operation Name", "Programområde / Priority",
    "Specifikt mål / Specific objective concerned", "Interventionsområde / Intervention field",
    "Total projektbudget / Total budget SEK", "Unionens medfinansieringsgrad / Union co-financing rate",
    "EU-stöd i SEK / EU contribution SEK", "Sammanfattning / Summary", "Sammanfattning engelsk / Summary in english",
    "Startdatum / Start date", "Slutdatum / End date", "EU-fond / EU fund", "Program CCI / Program CCI",
)  # fmt: skip
GRANTED = (
    "24-111-S07", "Alvesta kommun", "212000-0639", "Alvesta", "Sverige", "Gröna rum", "C", "ESO4.8", "134",
    "4 973 906", "90%", "4 476 515", "<p>Kurser f&ouml;r <b>unga</b>.</p><ul><li>Alvesta</li></ul>", "Courses",
    "2024-10-01", "2027-09-30", "ESF+", "2021SE05SFPR001",
)  # fmt: skip
TILLVAXTVERKET = (
    "Ärende-ID", "Stödmottagare", "Beviljat belopp SEK", "Beviljat belopp EUR", "Projektnamn", "Projekt starttid",
    "Projekt sluttid", "Län", "Kommuner", "Uppdateringsdatum", "Område", "Insatsområde", "Tematiskt mål",
)  # fmt: skip
KEEP = (
    "Period", "Programme", "Project acronym", "Project name in English", "Project start", "Project end",
    "Project's total budget / expenditure", "Project's EU funding", "Union co-financing rate",
    "Organisation in English", "Lead partner", "Country code", "ERDF contribution (2014-2020 only)",
)  # fmt: skip
INTERREG = (
    "Operation name", "Operation start date", "Operation end date",
    "Total eligible expenditure allocated to the operation", "Union co-financing rate in %", "Beneficiary name",
    "Total eligible expenditure allocated to the beneficiary", "Has the lead of the operation (Y/N)", "Town", "Country",
)  # fmt: skip


def list_of(headings: Sequence[str], *rows: Sequence[str]) -> str:
    """Return a list as text with commas."""
    written = io.StringIO()
    csv.writer(written).writerows([headings, *rows])
    return written.getvalue()


def codes(found: Reading) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in found.problems]


# --- How a layout is known


@pytest.mark.parametrize("name", LAYOUTS)
@given(shuffled=st.randoms(use_true_random=False), is_upper=st.booleans())
def test_a_layout_is_known_by_its_headings(name: str, shuffled: object, is_upper: bool) -> None:
    """Its headings in any case and order are enough, and none may be missing."""
    layout = layout_called(name)
    needed = [heading.replace("*", "") for heading in layout.mapping.file.headings]
    headings = [heading.upper() if is_upper else heading for heading in needed] + ["Färg"]
    shuffled.shuffle(headings)  # type: ignore[attr-defined]  # a Random that Hypothesis makes
    found = layout_of(headings)
    assert found is not None
    assert found.name == name
    assert asked_for(name, headings) == found
    assert layout_of([heading for heading in headings if heading.casefold() != needed[0].casefold()]) is None


def test_a_list_is_read_as_any_list_where_that_is_asked_for() -> None:
    """`list_of_operations` goes by the vocabulary alone: there "Beviljat belopp" is EU and state money undivided."""
    text = list_of(TILLVAXTVERKET[:7] + TILLVAXTVERKET[-1:], ["1", "Alvesta kommun", "5", "0", "Rum", "", "", "A"])
    one, other = read_text(text), read_text(text, "list_of_operations")
    assert (one.format, other.format) == ("tillvaxtverket", "list_of_operations")
    assert one.one().budget != other.one().budget


def test_a_layout_that_a_list_does_not_have_is_refused() -> None:
    """Who asks for a layout is told which of its columns the list does not have."""
    with pytest.raises(ReadError) as caught:
        read_text("Projektnamn;Start;Slut\nRum;2024-01-01;2025-01-01\n", "kohesio")
    assert caught.value.code == "list.another_layout"
    assert "Operation_Start_Date" in caught.value.text("sv")


def test_the_sheets_of_a_workbook_may_have_different_layouts(tmp_path: Path) -> None:
    """The reading then has the format of any list."""
    book = openpyxl.Workbook()
    for title, headings, row in (("Export", PROJEKTBANKEN, GRANTED), ("Övrigt", ("Projektnamn", "Slut"), ("Rum", ""))):
        sheet = book.create_sheet(title)
        sheet.append(headings)
        sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "bok.xlsx")
    assert read(tmp_path / "bok.xlsx").format == "list_of_operations"
    del book["Övrigt"]
    book.save(tmp_path / "bok.xlsx")
    found = read(tmp_path / "bok.xlsx")
    assert (found.format, found.one().budget) == ("projektbanken_export", as_granted().budget)


# --- The ESF Council's project bank


def as_granted() -> Project:
    """Return the project of the export."""
    return read_text(list_of(PROJEKTBANKEN, GRANTED)).one()


def test_the_export_of_the_project_bank() -> None:
    """All 18 columns are read, and a summary in HTML is plain text."""
    found = read_text(list_of(PROJEKTBANKEN, GRANTED))
    project = found.one()
    assert (found.format, found.problems, found.counts.values) == ("projektbanken_export", (), 17)
    assert project.extra == (("Sammanfattning engelsk / Summary in english", "Courses"),)
    assert (str(project.operation_id), project.fund, project.cci) == (
        "24-111-S07", Fund.ESF_PLUS, Cci("2021SE05SFPR001")
    )  # fmt: skip
    assert project.beneficiary == Organisation(
        "Alvesta kommun", number="212000-0639", city="Alvesta", country=Country("SE")
    )
    assert project.budget is not None
    assert (project.budget.total, project.budget.eu_support) == (Money(4_973_906), Money(4_476_515))
    assert (project.published_eu_rate, project.period) == (Rate.of_percent(90), Period("2024-10-01", "2027-09-30"))
    assert project.summary == "Kurser för unga.\nAlvesta"


# --- Tillväxtverket


def test_an_amount_of_tillvaxtverket_is_what_the_union_pays() -> None:
    """Nothing else is known, so that the rest is open; the amount is in one of two currencies, zero in the other."""
    rows = [
        ["7", "Alvesta kommun", "450000", "0", "Gröna rum", "2016-01-01", "2018-12-31", "Kronoberg", "Alvesta, Växjö",
         "2016-10-14 01:17:38", "Småland och öarna", "Bredband", "IKT"],
        ["8", "Växjö kommun", "0", "1200.5", "Ljusa vägar", "2016-01-01", "2018-12-31", "Kronoberg", "Växjo",
         "2016-10-14 01:17:38", "Småland och öarna", "Bredband", "IKT"],
    ]  # fmt: skip
    found = read_text(list_of(TILLVAXTVERKET, *rows))
    first, second = found.projects
    assert first.budget is not None
    assert first.budget.financing == (
        Contribution(Funder(source=FundingSource.EU), Money(450_000)),
        Contribution.rest(),
    )
    assert first.budget.total is None
    assert second.budget is not None
    assert second.budget.eu_support == Money("1200.50", "EUR")
    assert (first.region, first.municipalities) == ("Kronoberg", ("Alvesta", "Växjö"))
    assert ("Uppdateringsdatum", "2016-10-14 01:17:38") in first.extra
    # A zero is not known, and a municipality is kept as it is spelt; both are told once.
    assert second.municipalities == ("Växjo",)
    assert set(codes(found)) == {"list.cells_unread", "list.unknown_municipalities"}
    [spelt] = [problem for problem in found.problems if problem.code == "list.unknown_municipalities"]
    assert (spelt.params["count"], spelt.params["unknown"]) == (1, ("Växjo",))
    assert found.where(0, "municipalities").column == "Kommuner"


@pytest.mark.parametrize(
    ("headings", "cell", "places", "told"),
    [
        ("Projektnamn,Startdatum,Kommun", "Alvesta; Växjö kommun", ("Alvesta", "Växjö kommun"), []),
        ("Projektnamn,Startdatum,Kommun", "Hela  länet", ("Hela länet",), ["list.unknown_municipalities"]),
        ("Project name,Start date,Municipality", "Turku\nKaarina", ("Turku", "Kaarina"), []),
        ("Project name,Start date,Municipality", ";", (), ["value.empty"]),
    ],
)
def test_municipalities_are_kept_as_they_are_written(
    headings: str, cell: str, places: tuple[str, ...], told: list[str]
) -> None:
    """In a Swedish list those that are none in Sweden are told; a list in English may be of any country."""
    found = read_text(list_of(headings.split(","), ["Rum", "2024-01-01", cell]))
    assert (found.one().municipalities, codes(found)) == (places, told)


def test_the_rows_of_unknown_municipalities_are_counted() -> None:
    """A name that several rows misspell is told once, with how many rows have one and which they are."""
    rows = [["Rum", "2024-01-01", cell] for cell in ("Växjo", "Alvesta", "Växjo;Alvesta", "Örebroo")]
    found = read_text(list_of(["Projektnamn", "Startdatum", "Kommun"], *rows))
    [problem] = found.problems
    assert (problem.given, problem.params["count"], problem.params["unknown"]) == ("Växjo", 3, ("Växjo", "Örebroo"))


# --- Interreg


def keep(name: str, partner: str, lead: str, country: str, own: str) -> list[str]:
    """Return a row of a partner of one project."""
    return ["2014-2020", "Sweden - Norway", "X", name, "2016-01-01", "N.a.", "1200", "600", "50%", partner, lead,
            country, own]  # fmt: skip


def test_the_partners_of_keep_eu() -> None:
    """The body that has the lead is the owner, wherever its row stands, and each has the support that is its own."""
    found = read_text(
        list_of(
            KEEP,
            keep("Forests", "Alvesta kommun", "No", "SE", "200"),
            keep("Forests", "Oslo kommune", "Yes", "NO", "400"),
            keep("Water", "Region Skåne", "Yes", "SE", "600"),
        )
    )
    assert (found.format, found.counts.merged, codes(found)) == ("keep_eu", 1, ["list.merged"])
    first, second = found.projects
    assert first.beneficiary == Organisation("Oslo kommune", country=Country("NO"))
    assert [(each.organisation.name, each.role) for each in first.partners] == [
        ("Alvesta kommun", Role.PARTNER), ("Oslo kommune", Role.OWNER)
    ]  # fmt: skip
    assert [each.budget and each.budget.eu_support for each in first.partners] == [Money(200, "EUR"), Money(400, "EUR")]
    assert first.budget is not None
    assert (first.budget.total, first.budget.eu_support) == (Money(1200, "EUR"), Money(600, "EUR"))
    assert found.where(0, "partners[1].budget").row == 3
    assert second.beneficiary == Organisation("Region Skåne", country=Country("SE"))


def test_rows_of_one_operation_that_stand_apart_are_told() -> None:
    """They are several projects, since only rows next to each other are merged."""
    rows = [keep(name, "Alvesta kommun", "LP", "SE", "200") for name in ("Forests", "Water", "Forests")]
    found = read_text(list_of(KEEP, *rows))
    assert (len(found.projects), codes(found)) == (3, ["list.operation_again"])


def test_several_bodies_that_have_the_lead_leave_it_open() -> None:
    """None of them is taken for the owner, and it is told."""
    rows = [keep("Forests", name, "Yes", "SE", "200") for name in ("Alvesta kommun", "Växjö kommun")]
    found = read_text(list_of(KEEP, *rows))
    project = found.one()
    assert (project.beneficiary, {each.role for each in project.partners}) == (None, {Role.PARTNER})
    assert "list.rows_differ" in codes(found)
    assert ("Lead partner", "Yes") in project.extra


def test_a_partner_without_the_lead_is_no_owner() -> None:
    """Who the owner is is then not known."""
    project = read_text(list_of(KEEP, keep("Forests", "Alvesta kommun", "No", "SE", "200"))).one()
    assert (project.beneficiary, [each.role for each in project.partners]) == (None, [Role.PARTNER])


def test_bodies_in_the_cells_of_one_row() -> None:
    """Each part of a cell is of one body; a cell with more or fewer parts is kept, and told."""
    row = ["FREE", "01/01/2016", "31/12/2018", "900", "63", "Oulun yliopisto;Umeå kommun", "500;400", "Y;N",
           "Oulu;Umeå;Luleå", "FI Finland / SUOMI;SE Sweden / SVERIGE"]  # fmt: skip
    found = read_text(list_of(INTERREG, row), currency="EUR")
    project = found.one()
    assert (found.format, found.counts.given, found.counts.merged) == ("interreg_operations", 1, 0)
    assert codes(found) == ["list.uneven_parts", "list.bodies_in_a_row"]
    assert project.beneficiary == Organisation("Oulun yliopisto", country=Country("FI"))
    assert [(each.role, each.budget and each.budget.total) for each in project.partners] == [
        (Role.OWNER, Money(500, "EUR")), (Role.PARTNER, Money(400, "EUR"))
    ]  # fmt: skip
    assert project.budget is not None
    assert project.budget.total == Money(900, "EUR")
    assert ("Town", "Oulu;Umeå;Luleå") in project.extra
    problem = next(each for each in found.problems if each.code == "list.uneven_parts")
    assert (problem.row, problem.column, problem.params["count"], problem.params["bodies"]) == (2, "Town", 3, 2)


def test_a_row_of_one_body_is_not_parted() -> None:
    """A body alone has its own budget beside that of the operation; an empty cell is none of uneven parts."""
    row = ["RARE", "01/01/2017", "30/06/2019", "900", "85", "Red Cross", "500", "Y", "", "Hungary"]
    project = read_text(list_of(INTERREG, row), currency="EUR").one()
    assert (len(project.partners), project.partners[0].role) == (1, Role.OWNER)
    assert project.beneficiary == Organisation("Red Cross", country=Country("HU"))
    two = [*row[:5], "Red Cross;Caritas", "500;400", "Y;N", "", "Hungary"]
    found = read_text(list_of(INTERREG, two), currency="EUR")
    assert [problem.column for problem in found.problems if problem.code == "list.uneven_parts"] == ["Country"]


@pytest.mark.parametrize(("heading", "stated"), [("Lead partner", None), ("Is lead partner", True)])
def test_a_lead_partner_that_is_yes_is_no_body(heading: str, stated: bool | None) -> None:
    """A column of yes and no says which body has the lead, whatever its heading names."""
    headings = ("Project name", "Start date", "End date", "Lead partner", *([heading] if stated else []))
    rows = [["Forests", "2016-01-01", "2018-12-31", "Yes", *(["Yes"] if stated else [])]]
    found = read_text(list_of(headings, *rows))
    assert found.one().beneficiary is None


# --- Kohesio


def test_a_list_of_kohesio() -> None:
    """Its days are dd/mm/yyyy even where all may be read otherwise, and its headings in any case."""
    headings = ("OPERATION_NAME_PROGRAMME_LANGUAGE", "operation_start_date", "Operation_Expected_End_Date",
                "Operation_End_Date", "Cofinancing_Rate", "Total_Eligible_Expenditure_amount",
                "Total_Eligible_Expenditure_Currency", "Total_Eligible_Expenditure_Exchange_Rate",
                "Project_EU_Budget", "Fund_Code", "Program_Priority_Axis_Code")  # fmt: skip
    rows = [
        ["Rooms", "02/01/2016", "03/04/2018", "05/06/2018", "50", "1000", "EUR", "", "500", "ERDF", "PO01"],
        ["Roads", "02/01/2016", "03/04/2018", "", "40.0", "900", "SEK", "9.5", "", "ERDF", "PO01"],
        ["Rails", "02/01/2016", "03/04/2018", "31/02/2018", "40.0", "900", "EUR", "", "", "ERDF", ""],
    ]
    found = read_text(list_of(headings, *rows))
    first, second, third = found.projects
    assert (found.format, first.period) == ("kohesio", Period("2016-01-02", "2018-06-05"))
    assert ("Operation_Expected_End_Date", "03/04/2018") in first.extra
    assert first.budget is not None
    assert (first.budget.total, first.budget.eu_support) == (Money(1000, "EUR"), Money(500, "EUR"))
    assert first.priority == Priority("PO01")
    # The expected day stands in only where no other is stated: one that is wrong is no day that is not stated.
    assert second.period == Period("2016-01-02", "2018-04-03")
    assert second.budget is not None
    assert (second.budget.total, second.published_eu_rate) == (Money(900), Rate.of_percent(40))
    assert ("Total_Eligible_Expenditure_Exchange_Rate", "9.5") in second.extra
    assert third.period is not None
    assert third.period.end is None


def test_a_layout_may_have_fewer_columns() -> None:
    """Without a column for the actual end, the expected one is that of the field."""
    headings = ("Operation_Name_Programme_Language", "Operation_Start_Date", "Operation_Expected_End_Date",
                "Total_Eligible_Expenditure_amount", "Total_Eligible_Expenditure_Currency")  # fmt: skip
    found = read_text(list_of(headings, ["Rooms", "02/01/2016", "03/04/2018", "1000", "EUR"]))
    assert (found.one().period, found.problems) == (Period("2016-01-02", "2018-04-03"), ())
