"""A finance table is recognised by `read` and `read_text`, and read as the projects that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given

from esfmodel import InvalidValue, Money, ReadError, read, read_text
from esfmodel.formats import FinanceTable, TableKind
from esfmodel.formats.catalogue import format_of
from esfmodel.formats.table.projects import reading_of
from esfmodel.testing import finance_tables

if TYPE_CHECKING:
    from pathlib import Path

BUDGET = "Finansiär;kr\nEU-stöd;700 000\nKommunen;300 000\nTotalt;1 000 000\n"


def codes(text: str) -> list[str]:
    """Return the codes of the problems of a text."""
    return [problem.code for problem in read_text(text).problems]


def test_each_row_of_a_list_is_a_project() -> None:
    """A list of projects is read as it is by `portfolio`, and counted."""
    reading = read_text("projekt\tEU-stöd, kr\nGröna rum\t450 000\nMatvägen\t500 000\n")
    assert [project.name for project in reading.projects] == ["Gröna rum", "Matvägen"]
    assert (reading.problems, reading.counts.records, reading.counts.values) == ((), 2, 2)


def test_a_budget_is_of_a_project_without_a_name(tmp_path: Path) -> None:
    """The caption stands for the name, else the name of the file, and it is told; notes are kept."""
    path = tmp_path / "ljusa vägar.csv"
    path.write_text(f"{BUDGET}Källa: beslutet\n", "utf-8")
    project = read(path).one()
    assert (project.name, project.extra) == ("ljusa vägar", (("", "Källa: beslutet"),))
    assert project.budget is not None
    assert (project.budget.eu_support, project.budget.total) == (Money(700_000), Money(1_000_000))
    captioned = read_text(f"Budget för Ljusa vägar\nBeslutad 2024\n\n{BUDGET}")
    assert (captioned.one().name, captioned.one().extra) == ("Budget för Ljusa vägar", (("", "Beslutad 2024"),))
    assert [(problem.code, problem.given) for problem in captioned.problems] == [
        ("table.unnamed", "Budget för Ljusa vägar")
    ]


def test_a_sum_that_is_not_that_of_its_parts_is_told() -> None:
    """The sums of a table are judged when it is read as a project."""
    reading = read_text(BUDGET.replace("1 000 000", "1 100 000"))
    wrong = reading.problems[0]
    assert (wrong.code, wrong.line, wrong.place) == ("table.unequal", 4, "Totalt, kr")
    assert wrong.wrong == "is 1100000, and its parts come to 1000000"


def test_a_table_that_is_no_budget_keeps_its_rows() -> None:
    """Where it is open which column is the budget, nothing is chosen, and every row is kept."""
    text = "Finansiär;Alternativ A, kr;Alternativ B, kr\nEU-stöd;5;6\nKommunen;7;8\n"
    reading = read_text(text)
    assert reading.one().budget is None
    assert reading.one().extra == (("EU-stöd", "5; 6"), ("Kommunen", "7; 8"))
    assert codes(text)[-1] == "table.not_one_column"


def test_programmes_are_no_projects() -> None:
    """A table of programmes is refused, with what it is."""
    with pytest.raises(ReadError, match="text: is a table of programmes or regions, and holds no project"):
        read_text("Program;EU, mnkr;Totalt, mnkr\nNorr;5;9\nSyd;6;8\n")


def test_a_refusal_names_the_file() -> None:
    """A format that is named is used, and what is wrong is told of the text that was given."""
    with pytest.raises(ReadError, match=r"^text: has no rows \(read as: cells parted by semicolons\)"):
        read_text("finansiär;kr\n", "finance_table")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (BUDGET, "finance_table"),
        (BUDGET.replace(";", "\t"), "finance_table"),
        ("Projekt\tBelopp\nGröna rum\t540 000\n", "finance_table"),
        ("Projektnamn\tAlfa\t5\nTotal budget\t5 000 kr\t6 000 kr\nBeviljat ESF-stöd\t4 000 kr\t5\n", "finance_table"),
        ("EU-stöd: 5 000 kr\nTotalt: 6 000 kr\n", "finance_table"),
        ("Finansiering:\nEU-stöd: 5 000 kr\nTotalt: 6 000 kr\n", "finance_table"),
        ("namn\tTotal Budget (EUR)\tEU (EUR)\nAlfa\t5\t4\n", "finance_table"),
        ("| Projektnamn | Total budget |\n|---|---|\n| Alfa | 5 kr |\n", "finance_table"),
        ("Projektet Ljusa vägar\nBeviljat ESF-stöd: 5 000 kr\nTotal projektbudget: 6 000 kr\n", "projektbanken_record"),
        ("Projektnamn: Alfa\nTotal budget: 5 000 kr\nBeviljat ESF-stöd: 4 000 kr\n", "projektbanken_record"),
        ("Projektnamn\tAlfa\nTotal budget\t5 000 kr\nBeviljat ESF-stöd\t4 000 kr\n", "projektbanken_record"),
        ("Diarienummer   2022/00500\nTotal budget   5 000\nBeviljat ESF-stöd   4 000\n", "projektbanken_record"),
    ],
)
def test_a_table_is_told_from_a_page(text: str, name: str) -> None:
    """A page has a label and a value on each line, of which the first tells of the project; a table has columns."""
    assert format_of(text, "text", "").name == name


@pytest.mark.parametrize("named", ["", " kr"])
@pytest.mark.parametrize(
    "text",
    [
        "Projektnamn: Gröna rum\nDiarienummer: 2023/99\nTotal budget: 10 000{}\n",
        "projekt;total budget\nGröna rum;10 000{}\n",
        'format = "esfmodel/projects"\nversion = 2\n[[projects]]\nname = "A"\nbudget = {{ total = "10000 SEK" }}\n',
    ],
)
def test_a_currency_is_for_amounts_without_one(text: str, named: str) -> None:
    """A table and a page whose amounts name no currency are in the given one; others keep theirs."""
    reading = read_text(text.format(named), currency="EUR")
    budget = reading.one().budget
    assert budget is not None
    assert budget.total == Money(10_000, "SEK" if named or "SEK" in text else "EUR")
    assert reading.problems == ()
    with pytest.raises(InvalidValue):
        read_text(text.format(named), currency="XX")


# --- Where the values stand

YEARS = "kostnad;2023;2024\nPersonal;100;200\nResor;10;20\nSumma kostnader;110;220\nESF-stöd;60;100\nRegion X;50;120\n"
PARTNERS = "partner;total;ERDF\nLaurea;202 352;151 764\nRSU;37 593;31 954\nRSU;10;5\n"


@pytest.mark.parametrize(
    ("text", "path", "line", "column", "given"),
    [
        (BUDGET, "budget.financing[1].amount", 3, "kr", "300 000"),
        (BUDGET, "budget.total", 4, "kr", "1 000 000"),
        (BUDGET, "name", None, None, ""),
        (YEARS, "budget.costs[2]", 2, "2024", "200"),
        (YEARS, "budget.financing[3]", 6, "2024", "120"),
        (YEARS, "budget.total", None, None, ""),
        (PARTNERS, "budget.costs[0]", 2, None, ""),
        (PARTNERS, "budget.financing[1]", 2, None, ""),
        (PARTNERS, "budget.costs[1]", None, None, ""),
        ("projekt;EU-stöd, kr\nGröna rum;450 000\n", "budget.eu_support", 2, None, ""),
        ("Budget;stöd, kr;stöd, euro\nEU-stöd;5;1\n", "extra", None, None, ""),
    ],
)
def test_a_value_stands_in_its_cell_or_row(
    text: str, path: str, line: int | None, column: str | None, given: str
) -> None:
    """A line of a budget has its cell and a project its row; what no row states alone has the file."""
    where = read_text(text, "finance_table").where(0, path)
    assert (where.file, where.line, where.column, where.text) == ("text", line, column, given)


@given(finance_tables())
def test_the_cell_of_a_cost_holds_its_amount(table: FinanceTable) -> None:
    """Whatever the table: no cost is said to stand in the cell of another."""
    assume(table.kind is not TableKind.PROGRAMME)
    reading = reading_of(table, "tabell.csv")
    headings = [column.heading for column in table.columns]
    rows = {row.line: dict(zip(headings, row.cells, strict=True)) for row in table.rows}
    for index, project in enumerate(reading.projects):
        for at, cost in enumerate(project.budget.costs if project.budget else ()):
            where = reading.where(index, f"budget.costs[{at}]")
            if where.line is not None and where.column is not None and isinstance(cost.amount, Money):
                amount = rows[where.line][where.column].amount
                assert amount is not None
                assert abs(amount) == abs(cost.amount)
