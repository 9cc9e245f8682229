from __future__ import annotations

import datetime
import io
import sys
from typing import TYPE_CHECKING, Any

import attrs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Claim,
    Contribution,
    Cost,
    CostCategory,
    ExchangeRate,
    FlatRate,
    Funder,
    FundingSource,
    InvalidValue,
    LumpSum,
    Money,
    Organisation,
    Participation,
    Phase,
    Portfolio,
    Project,
    Rate,
    ReadError,
    Role,
    UnitCost,
    read,
    read_text,
    write,
)
from esfmodel.cli._new import starting_project
from esfmodel.formats import from_json, stream
from esfmodel.formats.spreadsheet import reader
from esfmodel.formats.spreadsheet.reader import is_budget, open_budget, read_budget
from esfmodel.formats.spreadsheet.template import template
from esfmodel.formats.spreadsheet.writer import workbook_of
from esfmodel.model import Call, UnknownKey
from esfmodel.testing import projects
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from esfmodel import Reading

NAME = "budget.xlsx"
STAFF, TRAVEL, INDIRECT, OTHER = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.INDIRECT, CostCategory.OTHER


def actual(category: CostCategory, amount: Money | Bounds[Money] | None, **labels: Any) -> Cost:  # noqa: ANN401
    """Return a line of an actual cost."""
    return Cost(category, ActualCost(amount), **labels)


# Two years of pay stand in one row. The unit cost and the flat rate are computed.
BUDGET = Budget(
    [
        actual(STAFF, Money(400_000), year=2025),
        actual(STAFF, Money(410_000), year=2026),
        Cost(STAFF, UnitCost(Money("674.80"), 100), year=2025),
        Cost(INDIRECT, FlatRate(Rate.of_percent(15), [STAFF]), year=2025),
        actual(TRAVEL, Money("1250.50"), description="Resor till mässan"),
    ],
    [
        Contribution(Funder(source=FundingSource.EU), Money(400_000)),
        Contribution(Funder(Organisation("Exempelkommunen"), source=FundingSource.OWN_PUBLIC), Money(488_852)),
    ],
)
PROJECT = Project("Gröna rum", operation_id="23-067-S04", strategic_importance=True, budget=BUDGET)


def opened(data: bytes) -> Reading:
    """Return the reading of a workbook."""
    return read_budget(open_budget(data, NAME), None, strict=False)


def workbook(project: Project = PROJECT, language: str = "sv") -> Any:  # noqa: ANN401
    """Return a written workbook, opened by another program."""
    return openpyxl.load_workbook(io.BytesIO(workbook_of(project, language)))


def saved(book: Any) -> bytes:  # noqa: ANN401
    """Return a workbook as openpyxl saves it: without what its formulas have computed."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def again(book: Any) -> Reading:  # noqa: ANN401
    """Return the reading of a workbook that was changed."""
    return opened(saved(book))


def cell(sheet: Any, row: int, key: str) -> Any:  # noqa: ANN401
    """Return the cell of a row below a key."""
    column = next(each.column for each in sheet[2] if each.value == key)
    return sheet.cell(row, column)


def told(reading: Reading) -> list[tuple[str, str]]:
    """Return the codes of the problems, and the cell of each."""
    return [(problem.code, f"{problem.sheet}!{problem.column}{problem.row}") for problem in reading.problems]


# --- Writing and reading


@given(projects(), st.sampled_from(LANGUAGES))
@settings(max_examples=20)
def test_what_is_written_is_read_back(project: Project, language: str) -> None:
    """Whatever a project states, its workbook is read as the same project, without a problem."""
    source = open_budget(workbook_of(project, language), NAME)
    assert is_budget(source)
    reading = read_budget(source, None, strict=True)
    assert reading.projects == (project,)
    assert reading.problems == ()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "<r>x</r>", "_x0041_", "  x  ", '""', '"\\""', "x\n\ny", "{}", "[]"],
)
def test_text_stays_text(text: str) -> None:
    """What begins as a formula does, or as the markup of a workbook, is the same text when it is read."""
    project = Project("Gröna rum", summary=text, extra=[("Etikett", text), ("Tomt", "")])
    data = workbook_of(project, "sv")
    assert opened(data).one() == project
    facts = openpyxl.load_workbook(io.BytesIO(data))["Projekt"]
    assert all(each.data_type != "f" for row in facts for each in row)


def test_keys_that_no_field_takes_are_read_back() -> None:
    """A key of another program is JSON in its cell, and so is a line's."""
    text = (
        '{"format": "esfmodel/projects", "version": 2, "projects": [{"name": "A", "färg": {"a b": [1, null, 0.5]},'
        '"budget": {"costs": [{"category": "staff", "basis": {"type": "actual cost"}, "kolumn": "7"}]}}]}'
    )
    project = read_text(text).one()
    reading = opened(workbook_of(project, "sv"))
    assert reading.one() == project
    assert {problem.code for problem in reading.problems} == {"key.kept"}


def test_what_is_stated_and_empty_is_read_back() -> None:
    """An empty budget, a call of which nothing is known, and a flat rate of nothing."""
    for project in (
        Project("A", budget=Budget()),
        Project("A", call=Call()),
        Project("A", claims=[Claim(1, exchange_rate=ExchangeRate("EUR", "SEK", rate="11.701"))]),
        Project("A", budget=Budget(financing=[Contribution.rest()])),
        Project("A", budget=Budget([Cost(INDIRECT, FlatRate(Rate.of_percent(7), []))])),
        Project("A", phases=[Phase("B", budget=Budget([Cost(INDIRECT, FlatRate(Rate.of_percent(7), []))]))]),
        Project("A", partners=[Participation(Organisation("B"), Role.PARTNER, budget=Budget(total=Money(5, "EUR")))]),
    ):
        assert opened(workbook_of(project, "en")).one() == project


def test_lines_of_following_years_share_a_row() -> None:
    """Years are columns; a row has its sum, and a computed amount its formula."""
    costs = workbook()["Kostnader"]
    assert [each.value for each in costs[1]][-5:] == ["År", "Belopp utan år, SEK", 2025, 2026, "Summa för alla år, SEK"]
    assert [cell(costs, 3, key).value for key in ("amount 2025", "amount 2026", "sum")] == [
        400_000,
        410_000,
        "=SUM(I3:K3)",
    ]
    assert cell(costs, 4, "amount 2025").value == "=ROUND(D4*E4,2)"
    assert cell(costs, 5, "amount 2025").value == "=ROUND(SUM(J3:J4)*F5,2)"
    assert cell(costs, 8, "sum").value == "=SUM(L3:L7)"


def test_amounts_that_a_double_cannot_hold_are_text() -> None:
    """Sixteen digits, bounds and what is not known are texts, and no sum passes over them."""
    large, open_amount = Money("12345678901234.56"), Bounds.over(Money(20))
    costs = [actual(OTHER, large), actual(OTHER, open_amount), actual(OTHER, None)]
    costs.append(Cost(OTHER, LumpSum(Money(7), description="Förstudie")))
    project = Project("A", budget=Budget(costs))
    sheet = workbook(project)["Kostnader"]
    assert [cell(sheet, row, "amount").value for row in (3, 4, 5, 6, 8)] == [
        "12345678901234.56 SEK",
        "(20 SEK, )",
        "ej angivet",
        7,
        "ej angivet",
    ]
    assert opened(workbook_of(project, "sv")).one() == project


def test_a_flat_rate_is_a_formula_where_its_base_is_known() -> None:
    """On a fraction it has the fraction; on bounds, on what may belong to it, and on nothing it has none."""

    def amount_of(rate: Rate, *others: Cost, **labels: Any) -> object:  # noqa: ANN401
        flat = Cost(INDIRECT, FlatRate(rate, [STAFF, TRAVEL]), **labels)
        project = Project("A", budget=Budget([flat, *others]))
        assert opened(workbook_of(project, "sv")).one() == project
        return cell(workbook(project)["Kostnader"], 3, "amount").value

    third = Rate.of(1, 3)
    assert amount_of(third, actual(STAFF, Money(9)), actual(OTHER, Money(1)), actual(TRAVEL, Money(3))) == (
        "=ROUND(SUM(F4,F6)*(1/3),2)"
    )
    assert amount_of(third, actual(OTHER, Money(1))) == "=ROUND(0*(1/3),2)"
    assert amount_of(third, actual(STAFF, Bounds.over(Money(9)))) == "ej angivet"
    assert amount_of(third, actual(STAFF, Money(9)), partner="A") == "ej angivet"
    assert amount_of(Rate.of(10**15, 10**16 + 1), actual(STAFF, Money(9))) == "ej angivet"
    many = [actual(STAFF if each % 2 else OTHER, Money(1)) for each in range(600)]
    assert amount_of(third, *many) == "ej angivet"
    units = Cost(STAFF, UnitCost(Money(1), "1.2345678901234567"))
    assert amount_of(third, units) == "ej angivet"
    large = Cost(STAFF, UnitCost(Money(10**11), "10000.5"))
    assert amount_of(third, large) == "ej angivet"


@pytest.mark.parametrize(
    ("budget", "formulas"),
    [
        (BUDGET, {"total_cost": "=Kostnader!L8", "support": "=SUM(Finansiering!C3)", "own_contribution": "=B2-B5"}),
        # The sum of an open list leaves somebody out.
        (
            attrs.evolve(BUDGET, total=Money(900_000), financing=BUDGET.financing[:1]),
            {"total_cost": "=Projekt!B4", "total_financing": None, "support": None},
        ),
        # What is granted is not stated, and follows from the rest.
        (
            Budget(
                financing=[Contribution(Funder(source=FundingSource.STATE_GRANT)), BUDGET.financing[1]],
                total=Money(900_000),
            ),
            {"support": "=B2-SUM(Finansiering!C4)", "own_contribution": "=B2-B5", "total_costs": None},
        ),
        (Budget(total=Bounds.over(Money(5))), {"total_cost": None, "support": None}),
    ],
)
def test_the_summary_computes_what_the_budget_derives(budget: Budget, formulas: dict[str, str | None]) -> None:
    """Each figure is a formula on the other sheets, or else in words."""
    sheet = workbook(Project("A", budget=budget))["Sammanställning"]
    found = {row[3].value: str(row[1].value).replace("'", "") for row in sheet.iter_rows(min_row=2)}
    for name, formula in formulas.items():
        assert found[name] == formula if formula else not found[name].startswith("=")


def test_the_findings_are_a_sheet() -> None:
    """What the rules find is told in the workbook, with the code of each rule."""
    wrong = attrs.evolve(PROJECT, budget=attrs.evolve(BUDGET, total=Money(1)))
    codes = [row[0].value for row in workbook(wrong)["Prövning"].iter_rows(min_row=2)]
    assert any(code and code.startswith("BUD") for code in codes), codes


def test_a_finding_names_the_cells_of_its_lines() -> None:
    """Lines of following years share a row, so the number of a line is not that of its row."""
    negative = Budget([*BUDGET.costs[:2], actual(TRAVEL, Money(-5))], BUDGET.financing)
    rows = workbook(attrs.evolve(PROJECT, budget=negative))["Prövning"].iter_rows(min_row=2, values_only=True)
    assert [where for code, _, where, *_ in rows if code == "BUD005"] == ["Kostnader!D4"]


def test_many_lines_have_no_sum_of_single_cells() -> None:
    """A formula takes 255 arguments: a sum of more parts is written as words."""
    eu, own = (
        Contribution(Funder(source=FundingSource.EU), Money(1)),
        Contribution(Funder(source=FundingSource.OWN), Money(1)),
    )
    project = Project("A", budget=Budget(financing=[eu, own] * 300))
    sheet = workbook(project)["Sammanställning"]
    assert [sheet.cell(row, 2).value for row in (4, 5)] == ["='Finansiering'!C604", "300 kr".replace(" ", "\xa0")]


# --- What people change


def change(book: Any, what: Callable[[Worksheet], object], sheet: str = "Kostnader") -> Reading:  # noqa: ANN401
    """Return the reading after a change to a sheet."""
    what(book[sheet])
    return again(book)


def put(row: int, key: str, value: object, number_format: str | None = None) -> Callable[[Worksheet], None]:
    """Return the change of a cell of a table."""

    def change_it(sheet: Worksheet) -> None:
        found = cell(sheet, row, key)
        found.value = value
        if number_format is not None:
            found.number_format = number_format

    return change_it


SAME: dict[str, Callable[[Worksheet], object]] = {
    "a row": lambda sheet: sheet.insert_rows(4),
    "a column": lambda sheet: sheet.insert_cols(2),
    "a heading": lambda sheet: setattr(sheet["A1"], "value", "Vad det kostar"),
    "a name": lambda sheet: setattr(sheet, "title", "Våra kostnader"),
    "a year": lambda sheet: setattr(cell(sheet, 1, "amount 2026"), "value", "År 2026"),
    "a sum": lambda sheet: setattr(sheet["A8"], "value", "Totalt:"),
    "thousands": put(3, "amount 2025", 400, '#,##0 "tkr"'),
    "an amount in words": put(3, "amount 2025", "400 000 kr"),
    "kronor": put(3, "amount 2025", 400_000, '#,##0.00 "kr"'),
    "no format": put(3, "amount 2025", 400_000, "General"),
    "an actual cost": put(3, "basis.type", None),
    "a unit cost": put(4, "basis.type", None),
    "a flat rate": put(5, "basis.type", None),
}


@pytest.mark.parametrize("name", SAME)
def test_what_means_the_same_is_read_the_same(name: str) -> None:
    """Rows and columns that are put in, changed headings and names, amounts as text, and a basis that is plain."""
    reading = change(workbook(), SAME[name])
    assert reading.projects == (PROJECT,)
    assert reading.problems == ()


WRONG: dict[str, tuple[Callable[[Worksheet], object], str, str]] = {
    "a formula": (put(3, "amount 2025", "=100*4000"), "workbook.formula_unread", "J3"),
    "a formula in words": (put(6, "description", '="Lön"'), "workbook.formula_unread", "B6"),
    "another year": (put(4, "amount 2026", 5), "workbook.two_years", "K4"),
    "another currency": (put(3, "amount 2025", 400_000, "0 [$€-407]"), "currency.mixed", "J3"),
    "another currency in words": (put(3, "amount 2025", "1 234,50 EUR"), "currency.mixed", "J3"),
    "a day": (put(3, "amount 2025", datetime.date(2025, 1, 2), "yyyy-mm-dd"), "list.no_amount", "J3"),
    "a sign": (put(3, "amount 2025", 400_000, "0 [$¤-1]"), "list.unknown_currency", "J3"),
    "no amount": (put(3, "amount 2025", "många"), "figure.hedged", "J3"),
    "a share": (put(3, "amount 2025", 0.5, "0%"), "money", "J3"),
    "no category": (put(4, "category", "personnel cost"), "value", "A4"),
    "a sum": (put(8, "sum", 5), "workbook.other_sum", "L8"),
    "a sum of a year": (put(8, "amount 2026", 5), "workbook.other_sum", "K8"),
    "a remark": (lambda sheet: sheet.cell(3, 20, "se bilaga"), "workbook.no_key", "T3"),
    "a remark on a sum": (lambda sheet: sheet.cell(8, 2, "se bilaga"), "workbook.no_key", "B8"),
    "no keys": (lambda sheet: sheet.delete_rows(2), "workbook.sheet_unread", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_cell(name: str) -> None:
    """Nothing is guessed: a formula, another currency, two years, words that are none, and cells without a key."""
    what, code, where = WRONG[name]
    reading = change(workbook(), what)
    assert [problem.code.startswith(code) for problem in reading.problems] == [True], reading.problems
    problem = reading.problems[0]
    assert (problem.sheet, f"{problem.column or ''}{problem.row or ''}") == ("Kostnader", where)


def test_an_amount_that_a_formula_computes_leaves_its_line_open() -> None:
    """The line is there, and what it comes to is not known."""
    reading = change(workbook(), put(3, "amount 2025", "=100*4000"))
    budget = reading.one().budget
    assert budget is not None
    assert (len(budget.costs), budget.costs[0]) == (5, actual(STAFF, None, year=2025))


def test_a_formula_beside_a_stated_amount_is_refused() -> None:
    """A unit cost has one amount: the stated one."""

    def state(sheet: Worksheet) -> None:
        put(4, "amount 2026", "=J4")(sheet)
        put(4, "amount 2025", 5)(sheet)

    assert told(change(workbook(), state)) == [("workbook.formula_unread", "Kostnader!K4")]


def test_two_currencies_of_a_workbook_that_states_none_are_told() -> None:
    """Then the second of them is as likely to be wrong as the first."""
    book = workbook(Project("A", budget=Budget([actual(STAFF, Money(1)), actual(TRAVEL, Money(2))])))
    book["Projekt"]["B3"] = None
    put(3, "amount", "1 EUR")(book["Kostnader"])
    put(4, "amount", "2 SEK")(book["Kostnader"])
    assert told(again(book)) == [("currency.mixed", "Kostnader!D4")]


def test_the_heading_right_above_the_keys_says_the_year() -> None:
    """A year that was typed over another one is that of its amounts, and a column of a year may be added."""

    def change_years(sheet: Worksheet) -> None:
        cell(sheet, 1, "amount 2026").value = 2027
        added = sheet.max_column + 1
        sheet.cell(1, added, 2028)
        sheet.cell(3, added, 77)

    for above in (None, 2):
        book = workbook()
        change_years(book["Kostnader"])
        if above is not None:
            book["Kostnader"].insert_rows(1, above)
        reading = again(book)
        budget = reading.one().budget
        assert budget is not None
        staff = [(cost.year, cost.amount) for cost in budget.costs if cost.category is STAFF]
        assert staff[:3] == [(2025, Money(400_000)), (2027, Money(410_000)), (2028, Money(77))]


def test_the_word_of_a_basis_is_known_among_spaces() -> None:
    """Whatever its case, and however many there are."""
    book = workbook()
    put(4, "basis.type", f"{' ' * 70}ENHETSKOSTNAD ")(book["Kostnader"])
    reading = again(book)
    assert reading.problems == ()
    assert reading.projects == again(workbook()).projects


def test_a_year_that_was_changed_in_one_place_is_told() -> None:
    """A heading that is no more than a year is the year; another one beside it leaves the column unread, and kept."""
    reading = change(workbook(), lambda sheet: setattr(cell(sheet, 1, "amount 2026"), "value", "2027, preliminärt"))
    assert told(reading)[0] == ("workbook.heading_of_another_year", "Kostnader!K1")
    assert ("Kostnader!K3", "410000") in reading.one().extra


def test_a_typed_sum_of_ones_own_is_no_line() -> None:
    """It is kept and told: with a category it would be counted twice."""

    def put_sum(sheet: Worksheet) -> None:
        sheet.insert_rows(5)
        sheet["B5"], sheet["J5"] = "Delsumma personal", 877_480

    reading = change(workbook(), put_sum)
    assert reading.one().budget == PROJECT.budget
    assert told(reading) == [("workbook.no_key", "Kostnader!B5"), ("workbook.no_key", "Kostnader!J5")]


def test_notes_beside_what_is_computed_are_kept() -> None:
    """The summary and the findings hold no input, and what people write there is not lost."""
    book = workbook()
    book["Prövning"]["E3"] = "åtgärdat"
    book["Sammanställning"]["F2"] = "se bilaga"
    reading = again(book)
    assert {label for label, _ in reading.one().extra} == {"Prövning!E3", "Sammanställning!F2"}
    assert {code for code, _ in told(reading)} == {"workbook.no_key"}


def test_a_base_may_be_listed_with_commas() -> None:
    """People part words as they like."""
    reading = change(workbook(), put(5, "basis.base", "personal, resor och logi"))
    budget = reading.one().budget
    assert budget is not None
    assert budget.costs[3].basis == FlatRate(Rate.of_percent(15), [STAFF, TRAVEL])


def test_facts_are_read_by_their_keys() -> None:
    """A label may change; what has no key is kept; what is given twice is not read, nor a currency that is none."""

    def changed(sheet: Worksheet) -> None:
        sheet["A2"] = "Vad vi heter"
        sheet["B3"] = "pengar"
        sheet["C5"] = None
        sheet["E2"] = "anteckning"
        sheet["A9"] = "En rubrik"
        sheet.append([None, "AB", "fund"])
        sheet.append([None, "ESF+", "fund"])
        sheet.append([None, "ESF+", "fund"])
        sheet.append([None, "x", "[0].name"])
        sheet.append([None, "x", ".".join(["name"] * 100)])
        sheet.append([None, "x", "name.first"])
        sheet.append([None, "x", "partners.first"])
        sheet.append([None, "x", "partners[0].first"])
        sheet.append([None, "Gröna rum", "name"])
        sheet.append([None, "x", "call.reference"])
        sheet.append([None, "x", "call"])

    reading = change(workbook(), changed, "Projekt")
    assert [each for each in told(reading) if "Projekt" in each[1]] == [
        ("workbook.no_key", "Projekt!E2"),
        ("currency.unknown", "Projekt!B3"),
        ("workbook.no_key", "Projekt!B5"),
        ("workbook.no_key", "Projekt!B13"),
        ("workbook.no_key", "Projekt!B14"),
        ("workbook.no_key", "Projekt!B15"),
        ("workbook.no_key", "Projekt!B17"),
        ("workbook.no_key", "Projekt!B20"),
        *(("workbook.two_values", f"Projekt!B{row}") for row in (10, 11, 12)),
        ("value.not_a_list", "Projekt!NoneNone"),
        ("key.unknown", "Projekt!B16"),
    ]
    assert [code for code, place in told(reading) if "Projekt" not in place] == ["workbook.no_currency"] * 5


def test_values_are_read_by_their_type() -> None:
    """A program may store a truth value, a moment or a number where another would store text."""
    text = '{"name": "A", "färg": 1, "decisions": [{"kind": "granted", "on": "2025-06-18"}], "planned_participants": 7}'
    project = attrs.evolve(from_json(text), strategic_importance=True, budget=Budget(total=Money(5)))

    def changed(sheet: Worksheet) -> None:
        rows: dict[str, Any] = {str(row[2].value): row[1] for row in sheet.iter_rows()}
        rows["name"].value = 2025
        rows["strategic_importance"].value = True
        rows["planned_participants"].value = "7"
        rows["decisions[0].on"].value = datetime.datetime(2025, 6, 18)  # noqa: DTZ001
        rows["budget.total"].value = "5 kr"
        rows[next(key for key in rows if "färg" in key)].value = "[" * 500

    book = workbook(project)
    reading = change(book, changed, "Projekt")
    found = reading.one()
    assert (found.name, found.budget, found.decisions) == ("2025", project.budget, project.decisions)
    assert found.strategic_importance
    assert found.extra == (UnknownKey('["färg"]', "[" * 500),)


def test_an_amount_in_words_needs_a_currency_too() -> None:
    """A text without one is in that of the workbook, and where there is none it is refused."""
    book = workbook()
    book["Projekt"]["B3"] = None
    put(3, "amount 2025", "400 000")(book["Kostnader"])
    codes = {problem.code for problem in again(book).problems if problem.row == 3 and problem.column == "J"}
    assert codes == {"money.no_currency"}


def test_the_currency_may_be_given() -> None:
    """Where the workbook states none, the caller may; the one of the workbook comes first."""
    book = workbook()
    book["Projekt"]["B3"] = None
    book["Sammanställning"].delete_rows(1, 9)
    reading = read_budget(open_budget(saved(book), NAME), "SEK", strict=False)
    assert reading.projects == (PROJECT,)


def test_a_formula_is_no_fact() -> None:
    """A name that a formula makes, and a currency, are told and not read."""

    def changed(sheet: Worksheet) -> None:
        sheet["B2"] = '="Gröna "&"rum"'
        sheet["B3"] = '="SEK"'

    reading = change(workbook(), changed, "Projekt")
    assert told(reading)[:2] == [("workbook.formula_unread", "Projekt!B2"), ("workbook.formula_unread", "Projekt!B3")]


def test_a_line_that_is_deleted_closes_up() -> None:
    """Items of a list go by their order; an item that is filled in is no longer empty."""
    project = Project("A", partners=[Participation(Organisation(name), Role.PARTNER) for name in "BCD"], call=Call())

    def changed(sheet: Worksheet) -> None:
        keys = [each.value for each in sheet["C"]]
        sheet.append([None, "25-001", "call.reference"])
        sheet.delete_rows(keys.index("partners[1].organisation.name") + 1, 2)

    found = change(workbook(project), changed, "Projekt").one()
    assert [each.organisation.name for each in found.partners] == ["B", "D"]
    assert found.call == Call("25-001")


def test_a_year_may_be_added() -> None:
    """Who adds a year writes it above the column; a second column of a year has no key."""

    def changed(sheet: Worksheet) -> None:
        sheet.cell(1, 13, 2027)
        sheet.cell(3, 13, 5)
        sheet.cell(1, 14, 2027)
        sheet.cell(3, 14, 6)
        sheet.cell(1, 15, "Anm.")
        sheet.cell(7, 2, "   ")

    reading = change(workbook(), changed)
    assert told(reading) == [("workbook.no_key", "Kostnader!N3")]
    budget = reading.one().budget
    assert budget is not None
    assert (budget.costs[2].year, budget.cost_amounts[2]) == (2027, Money(5))


def test_a_changed_sum_is_told() -> None:
    """A number that a program has computed is compared with what the cells give."""
    book = workbook()
    book["Sammanställning"]["B5"] = 7
    reading = again(book)
    assert reading.problems[0].text("en").startswith("Sheet Sammanställning, cell B5: “7” is not what the cells give")
    assert reading.one() == PROJECT


def test_a_sum_of_what_is_not_known_is_not_compared() -> None:
    """Where an amount is not known, a sum of the workbook is no more than what it is."""
    book = workbook(Project("A", budget=Budget([actual(STAFF, None), actual(STAFF, Money(5))])))
    put(6, "amount", 5)(book["Kostnader"])
    assert again(book).problems == ()


# --- Files


def test_a_budget_is_a_file_like_others(tmp_path: Path) -> None:
    """It is found by what it holds, and its cells are known."""
    path = tmp_path / NAME
    write(PROJECT, path, language="en")
    reading = read(path)
    assert (reading.one(), reading.format, reading.form) == (PROJECT, "budget_workbook", "workbook")
    where = reading.where(0, "budget.costs[1].basis.amount")
    assert (where.sheet, where.row, where.column, where.text) == ("Costs", 3, "K", "410000")
    assert reading.where(0, "budget.costs[1]").row == 3
    assert [item.project for item in stream(path)] == [PROJECT]
    other = tmp_path / "utan suffix"
    write([PROJECT], other, "budget_workbook")
    assert read(other, "budget_workbook").one() == PROJECT


def test_what_is_no_budget_is_refused(tmp_path: Path) -> None:
    """Several projects do not go into one, another workbook is none, and neither is a text."""
    with pytest.raises(InvalidValue, match="2 projects"):
        write(Portfolio([PROJECT, PROJECT]), tmp_path / NAME)
    book = openpyxl.Workbook()
    path = tmp_path / NAME
    marked: Any = book.active
    marked.append(["Namn"])
    path.write_bytes(saved(book))
    with pytest.raises(ReadError, match="no workbook with a budget"):
        read(path, "budget_workbook")
    with pytest.raises(ReadError, match="no workbook"):
        read_text("text", "budget_workbook")
    marked.append([None, None, "esfmodel/projects 9"])
    path.write_bytes(saved(book))
    with pytest.raises(ReadError, match="version"):
        read(path)


def test_a_text_that_no_cell_holds_is_refused() -> None:
    """Excel would cut it."""
    with pytest.raises(InvalidValue, match="more than 32767 characters"):
        workbook_of(Project("A", summary="x" * 32_768), "sv")


def test_lines_of_too_many_kinds_are_refused() -> None:
    """A sheet that could not be read back is not written."""
    keys = ", ".join(f'"färg {each}": 1' for each in range(1000))
    text = (
        f'{{"name": "A", "budget": {{"costs": [{{"category": "staff", "basis": {{"type": "actual cost"}}, {keys}}}]}}}}'
    )
    with pytest.raises(InvalidValue, match="columns"):
        workbook_of(from_json(text), "sv")


def test_the_members_of_a_funder_stand_in_one_cell() -> None:
    """They are read back, and what is no list there is told."""
    group = Organisation("Samverkan", count=2, members=[Organisation("Kommun A"), Organisation("Kommun B")])
    project = Project("A", budget=Budget(financing=[Contribution(Funder(group, source=FundingSource.OWN_PUBLIC))]))
    assert opened(workbook_of(project, "sv")).one() == project
    book = workbook(project)
    put(3, "funder.organisation.members", "[Kommun A")(book["Finansiering"])
    assert told(again(book)) == [("value.not_a_list", "Finansiering!D3")]


def test_a_sum_among_the_lines_is_none_of_them_all() -> None:
    """Nobody knows what it is of."""
    book = workbook()
    sheet = book["Kostnader"]
    sheet.insert_rows(5)
    put(5, "category", "Summa")(sheet)
    put(5, "sum", 7)(sheet)
    assert again(book).problems == ()


def test_a_missing_writer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed XlsxWriter is told how."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InvalidValue, match="pip install XlsxWriter"):
        workbook_of(PROJECT, "sv")


def test_a_sheet_may_not_be_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no budget for its size is refused before it is held."""
    data = workbook_of(PROJECT, "sv")
    most = max(sum(len(row.cells) for row in sheet.rows()) for sheet in open_budget(data, NAME).sheets)
    monkeypatch.setattr(reader, "_MOST_CELLS", most)
    assert opened(data).projects == (PROJECT,)
    monkeypatch.setattr(reader, "_MOST_CELLS", most - 1)
    with pytest.raises(ReadError, match=f"more than {most - 1} cells"):
        opened(data)


def test_lines_may_not_be_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few cells more may be many lines, which take far more room."""
    monkeypatch.setattr(reader, "_MOST_LINES", 4)
    with pytest.raises(ReadError, match="more than 4 cells"):
        opened(workbook_of(PROJECT, "sv"))


# --- The template


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_that_is_filled_in_is_read(language: str) -> None:
    """An empty one has no project, and says which cell is missing; the examples are no input."""
    data = template(starting_project(language), language, years=[2025, 2026])
    assert told(opened(data)) == [("value.missing", f"{'Projekt' if language == LANGUAGES[0] else 'Project'}!B2")]
    book = openpyxl.load_workbook(io.BytesIO(data))
    facts, costs, financing = (book.worksheets[at] for at in range(3))
    facts["B2"] = "Gröna rum"
    put(3, "category", "personal")(costs)
    put(3, "amount 2025", 1000)(costs)
    put(4, "category", "indirect")(costs)
    put(4, "basis.rate", 0.4)(costs)
    put(4, "basis.base", "staff; personal")(costs)
    put(5, "category", "staff")(costs)
    put(5, "basis.price", 100)(costs)
    put(5, "basis.units", 3)(costs)
    put(6, "category", "indirect")(costs)
    put(6, "basis.rate", 0.1)(costs)
    put(3, "funder.source", "EU")(financing)
    put(3, "amount", 5)(financing)
    reading = again(book)
    assert reading.problems == ()
    assert reading.one() == Project(
        "Gröna rum",
        budget=Budget(
            [
                actual(STAFF, Money(1000), year=2025),
                Cost(INDIRECT, FlatRate(Rate.of_percent(40), [STAFF, STAFF])),
                Cost(STAFF, UnitCost(Money(100), 3)),
                Cost(INDIRECT, FlatRate(Rate.of_percent(10), [])),
            ],
            [Contribution(Funder(source=FundingSource.EU), Money(5))],
        ),
    )


def test_a_template_without_years_has_one_column_of_amounts() -> None:
    """Then there is no sum of the years."""
    costs = openpyxl.load_workbook(io.BytesIO(template(PROJECT, "sv", currency="JPY")))["Kostnader"]
    assert [each.value for each in costs[1]][-1] == "Belopp"
    assert cell(costs, 3, "amount").number_format == "#,##0"


def test_lines_are_ready_for_what_is_asked() -> None:
    """An empty cell of a line has the form of what belongs there, under a heading in the language of the workbook."""
    costs = openpyxl.load_workbook(io.BytesIO(template(PROJECT, "en", currency="JPY")))["Costs"]
    keys = ("description", "year", "basis.price", "basis.units", "basis.rate")
    assert [cell(costs, 3, key).number_format for key in keys] == ["@", "General", "#,##0", "General", "0.00%"]


@pytest.mark.parametrize(
    ("language", "sheet", "heading"),
    [("sv", "Kostnader", "Enhetskostnadens kod"), ("en", "Costs", "Code of the unit cost")],
)
def test_a_column_that_few_lines_need_has_its_heading(language: str, sheet: str, heading: str) -> None:
    """It is there where a line states something in it, in the language of the workbook."""
    budget = Budget([Cost(STAFF, UnitCost(Money(5), 3, code="X1"))])
    costs = workbook(Project("A", budget=budget), language)[sheet]
    assert cell(costs, 1, "basis.code").value == heading
    assert cell(costs, 3, "basis.code").value == "X1"


def test_cells_are_ready_for_what_is_asked() -> None:
    """A share is shown in per cent, a day as a day, and text stays what is typed."""
    facts = openpyxl.load_workbook(io.BytesIO(template(starting_project("sv"), "sv")))["Projekt"]
    formats = {row[2].value: row[1].number_format for row in facts.iter_rows(min_row=2)}
    assert formats["call.own_share.rate"] == "0.00%"
    assert formats["decisions[0].on"] == "yyyy-mm-dd"
    assert formats["decisions[0].support"] == "#,##0.00"
    assert formats["call.reference"] == "@"
