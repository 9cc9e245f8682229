"""Lists of operations that are written: what is read back, typed cells, and text that no spreadsheet computes."""

from __future__ import annotations

import csv
import datetime
import errno
import io
import os
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esfmodel import (
    Bounds,
    Budget,
    Contribution,
    Decision,
    DecisionKind,
    ForeignNumber,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    OpenPeriod,
    Organisation,
    OrganisationKind,
    Period,
    Portfolio,
    Programme,
    Project,
    Rate,
    Reading,
    read,
    read_text,
    to_text,
    write,
)
from esfmodel.formats import Evidence
from esfmodel.formats.labels import FIELDS, Meaning
from esfmodel.formats.lists import writing
from esfmodel.formats.lists._headings import heading_meaning
from esfmodel.formats.spreadsheet_text import protected, unprotected
from esfmodel.model import Call
from esfmodel.testing import projects
from esfmodel.text.words.list_headings import WRITTEN_HEADINGS
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from esfmodel.formats import Projects

LIST = "list_of_operations"

GREEN = Project(
    "Gröna rum",
    operation_id="23-040-S06",
    call=Call("23-040"),
    fund=Fund.ESF_PLUS,
    programming_period="2021-2027",
    programme=Programme(name="Nationellt program för ESF+"),
    cci="2021SE05SFPR001",
    priority="C",
    specific_objective="Ökad anställningsbarhet",
    intervention_field="134",
    beneficiary=Organisation(
        "Alvesta kommun", kind=OrganisationKind.MUNICIPALITY, postal_code="342 80", city="Alvesta", country="SE"
    ),
    planned_participants=120,
    period=Period("2024-10-01", "2027-09-30"),
    duration_months=36,
    budget=Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU), Money("400000.50")),
            Contribution(Funder(source=FundingSource.STATE_GRANT), Money("99999.50")),
            Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(500_000)),
        ],
        total=Money(1_000_000),
    ),
    decisions=[Decision(DecisionKind.APPLIED, support=Money(600_000))],
    region="Småland och Öarna",
    nuts="SE21",
    municipalities=["Alvesta", "Växjö"],
    country="SE",
    strategic_importance=False,
    published_eu_rate=Rate.of_percent("40.5"),
    summary="Rum; gröna.\nOch fler.",
)
BLUE = Project("Blå vägar", period=OpenPeriod(start="2025-01-01"), budget=Budget(total=Money(250)))


def figures(project: Project) -> dict[str, Any]:
    """Return what a list carries of a project, by the path of the field."""
    paths = (
        *writing_fields(),
        "period",
        "budget.total_cost",
        "budget.own_contribution",
        "priority.code",
        "call.reference",
    )
    found: dict[str, Any] = {}
    for path in paths:
        value: Any = project
        for name in path.split("."):
            value = getattr(value, name, None)
        if isinstance(value, str):
            value = value.strip() if path == "summary" else " ".join(value.split())
        if value is not None and not isinstance(value, Bounds):
            found[path] = value
    if project.programme is not None and project.programme.name is not None:
        found["programme.name"] = " ".join(project.programme.name.split())
    applied = [each.support for each in project.decisions if each.kind is DecisionKind.APPLIED]
    if len(applied) == 1 and isinstance(applied[0], Money):
        found["applied"] = applied[0]
    return found


def writing_fields() -> list[str]:
    """Return the paths of the fields that have a column with one value of the project."""
    several = ("budget", "decision", "period", "partner", "currency", "municipalities", "call", "priority", "programme")
    fields = [FIELDS[meaning] for meaning in Meaning if meaning in FIELDS and meaning.value in WRITTEN_HEADINGS]
    return [field for field in fields if field.partition(".")[0] not in several] + [
        "budget.support",
        "budget.eu_support",
    ]


def written(given: Projects, suffix: str, language: str, folder: Path) -> Reading:
    """Return the reading of projects that were written to a file."""
    path = folder / f"lista{suffix}"
    write(given, path, LIST, language=language)
    return read(path)


# --- What is read back


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_list_is_read_back(tmp_path: Path, suffix: str, language: str) -> None:
    """Every field that a list carries comes back, and nothing is told but what the format cannot hold."""
    found = written([GREEN, BLUE], suffix, language, tmp_path)
    assert (found.format, len(found.projects), found.problems) == (LIST, 2, ())
    assert [figures(each) for each in found.projects] == [figures(GREEN), figures(BLUE)]
    green = found.projects[0]
    assert green == attrs.evolve(GREEN, budget=green.budget)
    assert green.extra == ()


def test_a_swedish_list() -> None:
    """A Swedish list has semicolons and decimal commas, and columns only for what is stated."""
    assert to_text([BLUE, attrs.evolve(BLUE, name='Rum "A"; B', published_eu_rate=Rate(Fraction(12, 29)))], LIST) == (
        "Diarienummer;Insatsens namn;Stödmottagarens namn;Startdatum för insatsen;Valuta;Insatsens totala kostnad;"
        "Unionens medfinansieringsgrad\r\n"
        ";Blå vägar;;2025-01-01;SEK;250;\r\n"
        ';"Rum ""A""; B";;2025-01-01;SEK;250;12/29\r\n'
    )


def test_an_english_list() -> None:
    """An English list has commas and decimal points, and its words are English."""
    rows = list(csv.DictReader(io.StringIO(to_text(GREEN, LIST, language="en"))))
    assert rows[0]["Country of the beneficiary"] == "Sweden"
    assert rows[0]["Operation of strategic importance"] == "no"
    assert rows[0]["Type of beneficiary"] == "municipality"
    assert rows[0]["EU support"] == "400000.50"
    assert rows[0]["Support from the EU and the state"] == "500000"
    assert rows[0]["Own public contribution"] == "500000"
    assert rows[0]["Union co-financing rate"] == "40.5%"
    with pytest.raises(InvalidValue, match="'de' is not one we know"):
        to_text(GREEN, LIST, language="de")


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.lists(projects(), min_size=1, max_size=3), st.sampled_from(LANGUAGES), st.sampled_from([".csv", ".xlsx"]))
def test_nothing_comes_back_as_something_else(tmp_path: Path, given: list[Project], language: str, suffix: str) -> None:
    """Whatever projects state, a field is read back as it is or left open, and none is invented."""
    numbered = [attrs.evolve(each, operation_id=f"A-{index}") for index, each in enumerate(given)]
    found = written(numbered, suffix, language, tmp_path)
    assert len(found.projects) == len(given)
    for before, after in zip(numbered, found.projects, strict=True):
        stated = figures(before)
        for path, value in figures(after).items():
            assert value == stated[path], path


TEXTS = st.text("abcåäö =+-@'\"\t;,#", min_size=1, max_size=8).filter(lambda text: any(map(str.isalpha, text)))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.data(), st.sampled_from(LANGUAGES), st.sampled_from([".csv", ".xlsx"]))
def test_what_a_list_carries_is_read_back(tmp_path: Path, data: st.DataObject, language: str, suffix: str) -> None:
    """Texts, numbers, days, shares and amounts in the ranges of real projects come back as they were."""
    amounts = st.builds(Money.of_minor, st.integers(1, 10**17), st.sampled_from(["SEK", "EUR", "JPY"]))
    days = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 12, 31))
    listed = [
        Project(
            data.draw(TEXTS),
            operation_id=f"{index}/A",
            beneficiary=Organisation(data.draw(TEXTS), country="SE"),
            region=data.draw(TEXTS),
            summary=data.draw(TEXTS),
            period=data.draw(
                st.one_of(st.builds(OpenPeriod, days), st.builds(Period.of_years, st.just(2023), st.just(2025)))
            ),
            published_eu_rate=Rate(data.draw(st.fractions(Fraction(1, 100), 1, max_denominator=1000))),
            planned_participants=data.draw(st.integers(0, 10**6)),
            budget=Budget(total=data.draw(amounts)),
        )
        for index in range(data.draw(st.integers(1, 3)))
    ]
    found = written(listed, suffix, language, tmp_path)
    assert {each.code for each in found.problems} <= {"list.two_currencies"}
    assert [figures(each) for each in found.projects] == [figures(each) for each in listed]


def test_days_months_and_years_are_told_apart(tmp_path: Path) -> None:
    """A month is written as a month, and a year as a year: nobody said which day."""
    periods = [
        Period.of_years(2023, 2025),
        Period("2024-03-01", "2025-02-28", "month"),
        Period("2024-03-05", "2025-02-28"),
    ]
    for period in periods:
        found = written(attrs.evolve(GREEN, period=period), ".xlsx", "sv", tmp_path)
        assert found.one().period == period


def test_numbers_of_other_countries_stand_only_beside_their_country() -> None:
    """A number or a postal code is read by the country of its row, so that it is not written beside another."""
    norwegian = Organisation("Innlandet fylkeskommune", ForeignNumber("NO", "920717152"), country="NO")
    assert read_text(to_text(Project("A", beneficiary=norwegian), LIST)).one().beneficiary == norwegian
    for number, postal_code in ((ForeignNumber("DK", "29190658"), "831 27"), ("232100-0214", None)):
        body = attrs.evolve(norwegian, number=number, postal_code=postal_code)
        text = to_text(Project("A", beneficiary=body), LIST)
        assert read_text(text).one().beneficiary == Organisation(norwegian.name, country="NO")
    nowhere = Organisation("Region Jämtland Härjedalen", "232100-0214")
    found = read_text(to_text(Project("A", operation_id="1", beneficiary=nowhere), LIST))
    assert [each.code for each in found.problems] == ["list.no_country"]
    found = read_text(to_text(Project("A", cci="2021SE05SFPR001", beneficiary=nowhere), LIST))
    assert found.one().beneficiary == nowhere


def test_amounts_that_are_not_known_exactly_are_left_out() -> None:
    """Bounds, a share of support from a partner country that nobody knows, and a divided priority have no cell."""
    open_budget = Budget(
        total=Bounds.over(Money(100)), financing=[Contribution(Funder(source=FundingSource.EU), Money(50))]
    )
    line = to_text(Project("A", operation_id="1", budget=open_budget, priority="A Öka"), LIST).splitlines()
    assert line == [
        "Diarienummer;Insatsens namn;Stödmottagarens namn;Valuta;Stöd från EU och staten;EU-stöd",
        "1;A;;SEK;50;50",
    ]
    partner = Contribution(Funder(source=FundingSource.PARTNER_COUNTRY), Money(30, "EUR"))
    eu, own = (Contribution(Funder(source=each), Money(70, "EUR")) for each in (FundingSource.EU, FundingSource.OWN))
    found = read_text(to_text(Project("A", operation_id="1", budget=Budget(financing=[partner, eu, own])), LIST)).one()
    assert found.budget is not None
    assert (found.budget.support, found.budget.eu_support) == (Money(100, "EUR"), Money(70, "EUR"))
    assert found.budget.own_contribution == Money(70, "EUR")
    unknown = Budget(financing=[Contribution(Funder(source=FundingSource.PARTNER_COUNTRY)), eu, own])
    assert "EU-stöd" in to_text(Project("A", operation_id="1", budget=unknown), LIST)
    assert "staten" not in to_text(Project("A", operation_id="1", budget=unknown), LIST)


def test_an_own_contribution_is_divided_where_all_of_it_is_known() -> None:
    """Part of an own contribution by itself would be taken for the whole."""
    eu = Contribution(Funder(source=FundingSource.EU), Money(40))
    public = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(10))
    whole = Project("A", operation_id="1", budget=Budget(financing=[eu, public], total=Money(100)))
    assert "Egen finansiering" in to_text(whole, LIST)
    assert "Offentlig medfinansiering" not in to_text(whole, LIST)
    divided = attrs.evolve(whole, budget=Budget(financing=[eu, public], total=Money(50)))
    assert "Offentlig medfinansiering" in to_text(divided, LIST)


def test_an_amount_in_another_currency_than_its_row_has_its_code() -> None:
    """What was applied for may be in another currency than the budget."""
    project = Project(
        "A",
        operation_id="1",
        budget=Budget(total=Money(100)),
        decisions=[Decision(DecisionKind.APPLIED, support=Money("12.50", "EUR"))],
    )
    text = to_text(project, LIST)
    assert "12,50 EUR" in text
    assert read_text(text).one() == project
    dinars = attrs.evolve(project, decisions=(), budget=Budget(total=Money("1.234", "KWD")))
    assert read_text(to_text(dinars, LIST)).one().budget == dinars.budget
    debt = attrs.evolve(project, budget=Budget(total=Money("-1.50")))
    assert [each.code for each in read_text(to_text(debt, LIST)).problems] == ["value.negative"]


# --- Headings


def test_each_heading_is_read_as_what_its_column_holds() -> None:
    """The written headings are ones that the reader knows, in both languages."""
    known = {meaning.value: meaning for meaning in Meaning}
    for key, headings in WRITTEN_HEADINGS.items():
        expected = known.get(key, Meaning.NO_FIELD)
        assert {heading_meaning(headings[language]) for language in LANGUAGES} == {expected}, key


# --- Text that is not computed


@given(st.text("=+-@\t\r\n'a \uff1d"))
def test_an_apostrophe_is_taken_off_again(text: str) -> None:
    """Protected text begins with no sign of a formula, and unprotecting gives what was written."""
    assert unprotected(protected(text)) == text
    assert protected(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"}


def test_text_that_a_spreadsheet_would_compute() -> None:
    """Such text has an apostrophe before it in text, and its row says so; other rows and columns are as they were."""
    names = ['=HYPERLINK("http://example.org")', "@SUM(1)", "'=1", "'t Hof", "-5 grader", "Gröna rum"]
    listed = [Project(name, operation_id=f"+{index}") for index, name in enumerate(names)]
    text = to_text([*listed, Project("Sist", operation_id="7")], LIST)
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][-1] == "Text efter apostrof"
    assert [row[1][:2] for row in rows[1:4]] == ["'=", "'@", "''"]
    assert [row[-1] for row in rows[1:]] == ["ja"] * 6 + [""]
    found = read_text(text)
    assert [each.name for each in found.projects] == [*names, "Sist"]
    assert found.problems == ()
    assert all(not each.extra for each in found.projects)
    # Without the column of ours an apostrophe is one of the text.
    foreign = text.replace("Text efter apostrof", "Anmärkning")
    assert read_text(foreign).projects[1].name == "'@SUM(1)"


# --- Workbooks


def test_a_workbook_has_typed_cells(tmp_path: Path) -> None:
    """Another reader sees days, numbers with their currency, and strings that stay strings."""
    path = tmp_path / "lista.xlsx"
    large = Money("1234567890123456.78")
    bold = Project("=1+1", operation_id="<r>1</r>", budget=Budget(total=large), published_eu_rate=Rate(Fraction(1, 3)))
    write(Portfolio([GREEN, bold], name="Vår lista"), path, LIST)
    book = openpyxl.load_workbook(path)
    sheet = book["Insatser"]
    headings = [str(cell.value) for cell in sheet[1]]
    green, other = (dict(zip(headings, sheet[row], strict=True)) for row in (2, 3))
    assert green["Startdatum för insatsen"].value == datetime.datetime(2024, 10, 1)  # noqa: DTZ001
    assert green["EU-stöd"].value == 400000.5
    assert green["EU-stöd"].number_format == "#,##0.00 [$SEK]"
    assert green["Insatsens totala kostnad"].number_format == "#,##0 [$SEK]"
    assert (green["Unionens medfinansieringsgrad"].value, green["Unionens medfinansieringsgrad"].number_format) == (
        0.405,
        "0.00%",
    )
    assert green["Planerat antal deltagare"].value == 120
    assert (other["Insatsens namn"].value, other["Insatsens namn"].data_type) == ("=1+1", "s")
    assert other["Insatsens totala kostnad"].value == "1234567890123456,78"
    assert book.properties.title == "Vår lista"
    assert sheet.freeze_panes == "A2"
    found = read(path)
    assert str(found.projects[1].operation_id) == "<r>1</r>"
    assert found.projects[1].budget == bold.budget
    assert found.projects[1].published_eu_rate == Rate(Fraction(1, 3))


def test_the_same_projects_give_the_same_workbook(tmp_path: Path) -> None:
    """No time of writing and no name of a program's user is in a workbook."""
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        write([GREEN], path, LIST)
    assert first.read_bytes() == second.read_bytes()


def test_days_that_excel_does_not_have_are_text(tmp_path: Path) -> None:
    """The calendar of Excel begins in 1900."""
    write(Project("A", period=Period("1899-01-01", "1901-01-01")), tmp_path / "a.xlsx", LIST)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][-2:] == ["1899-01-01", datetime.datetime(1901, 1, 1)]  # noqa: DTZ001


def test_what_no_workbook_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many rows, too long text and a missing XlsxWriter are errors, and the file that is there stays."""
    path = tmp_path / "lista.xlsx"
    path.write_bytes(b"before")
    with pytest.raises(InvalidValue, match="has more than 32767 characters") as caught:
        write([GREEN, Project("A" * 32_768)], path, LIST)
    assert caught.value.place == "projects[1]"
    with monkeypatch.context() as small:
        small.setattr(writing, "MOST_ROWS", 2)
        with pytest.raises(InvalidValue, match="are more rows than a sheet takes"):
            write([GREEN, BLUE], path, LIST)
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "xlsxwriter", None)
        with pytest.raises(InvalidValue, match="XlsxWriter is not installed; install it"):
            write([GREEN], path, LIST)
    with pytest.raises(InvalidValue, match="half a character"):
        write([Project("\ud83d")], path, LIST)
    assert path.read_bytes() == b"before"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_full_disk_leaves_the_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """A list is written beside the file and takes its place when it is whole."""
    path = tmp_path / f"lista{suffix}"
    path.write_bytes(b"before")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write([GREEN], path, LIST)
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


# --- Formats and sources


def test_the_suffix_csv_is_that_of_lists(tmp_path: Path) -> None:
    """A file with the suffix .csv is a list, with the mark by which Excel knows UTF-8."""
    write([GREEN], tmp_path / "lista.csv")
    assert (tmp_path / "lista.csv").read_bytes().startswith(b"\xef\xbb\xbfDiarienummer;")
    assert read(tmp_path / "lista.csv").one().name == "Gröna rum"
    with pytest.raises(InvalidValue, match="one project"):
        write([GREEN, BLUE], tmp_path / "lista.xlsx")


def test_a_list_tells_where_its_projects_stood(tmp_path: Path) -> None:
    """With evidence each row has the file, sheet and row of its source; without a source there are no such columns."""
    write([GREEN, BLUE], tmp_path / "första.xlsx", LIST)
    source = read(tmp_path / "första.xlsx")
    write(source, tmp_path / "ny.csv", LIST, evidence=True)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "ny.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [(row["Källblad"], row["Källrad"]) for row in rows] == [("Insatser", "2"), ("Insatser", "3")]
    assert rows[0]["Källfil"] == str(tmp_path / "första.xlsx")
    again = read(tmp_path / "ny.csv").projects[1]
    assert dict(again.extra)["Källrad"] == "3"
    write([GREEN], tmp_path / "utan.csv", LIST, evidence=True)
    assert "Källfil" not in (tmp_path / "utan.csv").read_text("utf-8-sig")
    page = read_text("Projektnamn: Gröna rum\nRegion: Övre Norrland\n")
    write(page, tmp_path / "sida.csv", LIST, evidence=True)
    assert "Källfil" in (tmp_path / "sida.csv").read_text("utf-8-sig")


class _OfProjects:
    """Places of a reader that knows where whole projects stand, and nothing of their values."""

    def find(self, index: int, path: str) -> Evidence:
        """Return the row of a project."""
        assert path == ""
        return Evidence(file="källa.csv", row=index + 7)


def test_the_place_of_a_row_is_that_of_its_whole_project(tmp_path: Path) -> None:
    """No single value is asked for."""
    write(Reading([GREEN, BLUE], places=_OfProjects()), tmp_path / "ny.csv", LIST, evidence=True)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "ny.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [(row["Källfil"], row["Källrad"]) for row in rows] == [("källa.csv", "7"), ("källa.csv", "8")]


@pytest.mark.parametrize("names", [["Alvesta, med tätort"], ["Alvesta;Växjö", "Falun"]])
def test_municipalities_whose_names_part_others_are_not_written(names: list[str], tmp_path: Path) -> None:
    """Read again, they would be several."""
    (project,) = written(attrs.evolve(BLUE, municipalities=names), ".csv", "sv", tmp_path).projects
    assert project.municipalities == ()
