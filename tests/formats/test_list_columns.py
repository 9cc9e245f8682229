"""The columns of lists: what the values of a whole column say of each of its cells."""

import datetime
import re
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Money, Period, Rate
from esfmodel.errors import InvalidValue, ReadError
from esfmodel.errors.english import ENGLISH
from esfmodel.errors.swedish import SWEDISH
from esfmodel.formats.cells.grid import Cell, Row, TypedCell, letters_of_column
from esfmodel.formats.cells.number_formats import unit_of_format
from esfmodel.formats.lists import amount_column
from esfmodel.formats.lists._day_patterns import day_pattern, month_names
from esfmodel.formats.lists.column import ColumnFacts
from esfmodel.formats.lists.columns import Columns, RowValues, currency_in
from esfmodel.formats.lists.mapping import (
    ColumnMapping,
    FileMapping,
    Mapping,
    RateScale,
    Zero,
    mapping_in,
    number_form,
)  # fmt: skip
from esfmodel.formats.reading import Problem
from esfmodel.values.dates import Date
from esfmodel.values.fund import Fund

TOTAL, RATE, START = "Total budget SEK", "Unionens medfinansieringsgrad", "Startdatum"


class Read(NamedTuple):
    """A list that was read: what its rows say, and the problems of the whole and of its rows."""

    rows: list[RowValues]
    problems: tuple[Problem, ...]

    def values(self, field: str) -> list[object]:
        """Return the values of a field, row by row."""
        return [row.values.get(field) for row in self.rows]

    @property
    def codes(self) -> list[str]:
        """The codes of all problems, those of the whole list first."""
        return [problem.code for problem in (*self.problems, *(each for row in self.rows for each in row.problems))]


def read(*lines: tuple[Cell, ...], mapping: Mapping | None = None, currency: str | None = None) -> Read:
    """Read a list given as its heading row and its rows; each cell must be accounted for."""
    rows = [Row(number, number, cells) for number, cells in enumerate(lines, 1)]
    columns = Columns.of(rows[:30], mapping, currency, file="lista.csv")
    data = [row for row in rows if not columns.is_heading(row)]
    for row in data:
        columns.see(row)
    problems = columns.settle()
    found = [columns.read(row) for row in data]
    is_split = mapping is not None and any(column.split for column in mapping.columns.values())
    for row, values in zip(data, found, strict=True):
        stated = sum(bool(cell if isinstance(cell, TypedCell) else cell.strip()) for cell in row.cells)
        assert is_split or stated == len(values.values) + len(values.extra)
        assert set(values.evidence) == set(values.values)
    # Each problem has its text in both languages.
    for problem in (*problems, *(each for row in found for each in row.problems)):
        assert problem.text("sv")
        assert str(problem)
    return Read(found, problems)


def column(heading: str, *cells: Cell, currency: str | None = None, **mapped: object) -> Read:
    """Read a list with a name and one column, which a mapping describes if there is one."""
    mapping = None
    if mapped:
        field = {RATE: "published_eu_rate", START: "period.start"}.get(heading, "budget.total")
        mapping = Mapping(columns={field: ColumnMapping(heading=heading, **mapped)})  # type: ignore[arg-type]
    rows: list[tuple[Cell, ...]] = [(f"Projekt {number}", cell) for number, cell in enumerate(cells)]
    return read(("Projektnamn", heading), *rows, mapping=mapping, currency=currency)


def amounts(*cells: Cell, heading: str = TOTAL, currency: str | None = None, **mapped: object) -> list[str | None]:
    """Read a column of amounts, and return them as text."""
    found = column(heading, *cells, currency=currency, **mapped).values("budget.total")
    return [None if each is None else str(each) for each in found]


# --- Amounts: marks

MINOR = st.integers(10**5, 10**12)
FORMS = st.sampled_from([(" ", ","), (".", ","), (",", "."), ("", ","), ("", "."), ("'", ".")])


def written(minor: int, group: str, mark: str) -> str:
    """Write an amount of hundredths with the marks of a notation."""
    whole, rest = divmod(minor, 100)
    return f"{whole:,}".replace(",", group) + f"{mark}{rest:02}"


@given(st.lists(MINOR, min_size=1, max_size=6), FORMS)
def test_amounts_with_two_decimals_are_read_in_any_notation(minors: list[int], form: tuple[str, str]) -> None:
    """Amounts with two decimals are read in any notation."""
    cells = [written(minor, *form) for minor in minors]
    assert column(TOTAL, *cells).values("budget.total") == [Money(Decimal(minor) / 100) for minor in minors]


@given(
    st.lists(st.sampled_from(["1.234", "1,234", "12,5", "12.5", "7.000.000", "7,000,000", "1 000", "850"]), max_size=8)
)
def test_no_order_of_cells_and_no_majority_changes_what_a_cell_is(cells: list[str]) -> None:
    """An amount is what its only reading is, or what every sure cell says; else it is not read."""
    found = amounts(*cells)
    assert sorted(zip(cells, map(str, found), strict=True)) == sorted(
        zip(cells[::-1], map(str, amounts(*cells[::-1])), strict=True)
    )
    right = {"12,5": "12.50 SEK", "12.5": "12.50 SEK", "1 000": "1000 SEK", "850": "850 SEK"}
    for cell, amount in zip(cells, found, strict=True):
        expected = right.get(cell, "7000000 SEK" if "000.000" in cell or "000,000" in cell else "1234 SEK")
        assert amount in {None, expected}
        assert amount is not None or cell in {"1.234", "1,234"}


@pytest.mark.parametrize(
    ("cells", "read_as", "codes"),
    [
        # One cell alone may be either.
        (["1.234", "12"], [None, "12.00 SEK"], ["list.two_readings"]),
        (["1.234", "12.500", "7.707"], [None] * 3, ["list.two_readings"] * 3),
        # Four like it are hardly decimals of kronor, which is told.
        (["1.234", "12.500"] * 2, ["1234.00 SEK", "12500.00 SEK"] * 2, ["list.thousands_taken"]),
        # A number of thousands without a mark shows that the column separates none.
        (["1.234", "12500", "3.500"], [None, "12500.00 SEK", None], ["list.two_readings", "list.two_readings"]),
        (["1.234", "1,500"], [None, None], ["list.two_readings", "list.two_readings"]),
        # Cells with one reading decide.
        (["1.234", "12,50"], ["1234.00 SEK", "12.50 SEK"], []),
        (["1.234", "1.234.567", "12500"], ["1234.00 SEK", "1234567.00 SEK", "12500.00 SEK"], []),
        (["1.234", "12500,50"], [None, "12500.50 SEK"], ["list.two_readings"]),
        # Three decimals are none of kronor, unless others have as many.
        (["1.234", "12.50"], [None, "12.50 SEK"], ["list.two_readings"]),
        (["1.234", "0.125"], [None, None], ["list.unit_open"] * 2),
        (["1.234", "0.1255"], ["1.23 SEK", "0.13 SEK"], ["list.rounded"]),
        (["7,50", "7.50", "1.234"], ["7.50 SEK", "7.50 SEK", None], ["list.two_marks", "list.two_readings"]),
        (["7,50", "7.50"], ["7.50 SEK", "7.50 SEK"], ["list.two_marks"]),
        (["1,2E+06"], ["1200000.00 SEK"], ["list.exponents"]),
        (["1.23456", "7.50"], ["1.23 SEK", "7.50 SEK"], ["list.rounded"]),
        (["7", "0"], ["7.00 SEK", "0.00 SEK"], []),
        (["0", "0,00"], [None, None], ["list.cells_unread"]),
        (["7", "abc"], ["7.00 SEK", None], ["list.no_amount"]),
        (["7", "40 %"], ["7.00 SEK", None], ["list.share_in_amounts"]),
        (["7", "ca 12"], ["7.00 SEK", None], ["figure.hedged"]),
        (["7", "-12"], ["7.00 SEK", None], ["value.negative"]),
        (["7", "12.34.5"], ["7.00 SEK", None], ["list.no_amount"]),
        (["7", "#REF!"], ["7.00 SEK", None], ["list.error_value"]),
        (["7", "n.a.", "-", ""], ["7.00 SEK", None, None, None], []),
        (["7", "9" * 40], ["7.00 SEK", None], ["money.too_large"]),
    ],
)
def test_what_a_column_makes_of_its_amounts(cells: list[str], read_as: list[str | None], codes: list[str]) -> None:
    """Sure cells decide; what they leave open is not read, and each fault has its code."""
    found = column(TOTAL, *cells)
    shown = [
        None if each is None else f"{each.amount:.2f} SEK"
        for each in found.values("budget.total")
        if each is None or isinstance(each, Money)
    ]
    assert shown == read_as
    if codes != ["money.too_large"]:
        assert found.codes == codes


def test_alike_amounts_of_a_unit_are_no_thousands() -> None:
    """Four amounts like "1.234" in thousands may have three decimals, so that each has two readings."""
    found = column("Total budget (tkr)", *["1.234", "12.500"] * 2, "12")
    assert found.values("budget.total") == [None, None, None, None, Money(12_000)]
    assert found.codes == ["list.cells_unread"]


def test_many_cells_with_one_fault_are_one_problem() -> None:
    """Many cells with one fault are one problem."""
    found = column(TOTAL, "7", *["belopp saknas i listan"] * 60)
    (problem,) = found.problems
    assert (problem.code, problem.params["count"], problem.params["of"]) == ("list.cells_unread", 60, 61)
    assert problem.params["rows"] == "3, 4, 5, 6, 7 …"
    assert found.codes == ["list.cells_unread"]


def test_a_mapping_says_how_numbers_are_written() -> None:
    """A mapping says how numbers are written."""
    assert amounts("1.234", "7,5", "1,234.5", numbers="12.345,67") == ["1234 SEK", "7.50 SEK", None]
    assert amounts("1 234", "1234", "7,5", numbers="12 345") == ["1234 SEK", "1234 SEK", None]
    assert amounts("1'234.5", numbers="12'345.67") == ["1234.50 SEK"]
    with pytest.raises(InvalidValue, match="12345"):
        number_form("1.2")
    with pytest.raises(InvalidValue):
        number_form("12.345.67")


# --- Amounts: currencies and units


def test_an_amount_without_a_currency_is_not_read() -> None:
    """Neither the country nor the language of a list says in which currency its amounts are."""
    found = column("Total budget", "7", "8")
    assert found.codes == ["list.no_currency", "list.no_currency"]
    assert found.rows[0].extra == (("Total budget", "7"),)
    assert found.rows[0].refused == ()


def test_a_cell_of_another_kind_may_stand_in_the_wrong_column() -> None:
    """Rows that are shifted have such cells, which whoever makes projects of rows is told."""
    (row,) = read(("Projektnamn", TOTAL, START), ("A", "2020-01-01", "7")).rows
    assert row.refused == ("budget.total", "period.start")


def test_where_a_currency_comes_from() -> None:
    """A currency comes from the cell, the heading, the mapping or the caller, in this order."""
    assert amounts("7 EUR", "8 kr", heading="Total budget", currency="DKK") == ["7 EUR", "8 DKK"]
    assert amounts("7 EUR", "8", heading="Total budget", currency="DKK") == ["7 EUR", "8 DKK"]
    assert amounts("7 kr", "8", heading="Total budget", currency=None) == ["7 SEK", None]
    assert amounts("7", heading="Total budget", currency="PLN") == ["7 PLN"]
    assert amounts("7", heading=TOTAL, currency="EUR") == ["7 SEK"]
    found = read(("Projektnamn", "Total budget"), ("A", "7"), mapping=Mapping(defaults={"currency": "EUR"}))
    assert found.values("budget.total") == [Money(7, "EUR")]
    mapped = Mapping(columns={"budget.total": ColumnMapping(heading="Total budget", currency="CZK")})
    assert read(("Projektnamn", "Total budget"), ("A", "7"), mapping=mapped).values("budget.total") == [Money(7, "CZK")]


def test_two_currencies_in_a_column() -> None:
    """Two currencies in the cells of a column are read and told; one beside the heading's is not read."""
    found = column("Total budget", "7 EUR", "8 SEK")
    assert found.values("budget.total") == [Money(7, "EUR"), Money(8)]
    assert found.codes == ["list.two_currencies"]
    assert column(TOTAL, "7 EUR", "8").codes == ["list.other_currency"]


def test_a_column_of_currencies_is_of_the_amounts_that_its_heading_names() -> None:
    """A column of currencies is of the amounts that its heading names."""
    headings = ("Name", "Total_Eligible_Expenditure_amount", "Total_Eligible_Expenditure_Currency", "Project_EU_Budget")
    (row,) = read(("Project name", *headings[1:]), ("A", "7", "SEK", "3")).rows
    assert row.values["budget.total"] == Money(7)
    assert "budget.eu_support" not in row.values
    found = read(("Projektnamn", "Total budget", "EU-stöd", "Valuta"), ("A", "7", "3", "€"), ("B", "7", "3", "?!"))
    assert found.values("budget.eu_support") == [Money(3, "EUR"), None]
    assert "list.no_currency" in found.codes
    short = read(("Projektnamn", "Total budget", "Valuta"), ("A", "7"))
    assert short.values("budget.total") == [None]
    two = read(("Projektnamn", "Total budget", "Valuta", "Currency"), ("A", "7", "SEK", "EUR"))
    assert "list.several_columns" in two.codes
    assert two.values("budget.total") == [None]


def test_kronor_beside_danish_headings_are_not_swedish() -> None:
    """Kronor beside Danish headings are not Swedish."""
    headings = ("Projektnavn", "Budget kr", "Startdato")
    assert "list.no_currency" in read(headings, ("A", "7", "2020-01-01")).codes
    assert "list.which_kronor" in read(headings, ("A", "7 kr", "2020-01-01")).codes
    assert read(headings, ("A", "7 kr", ""), currency="DKK").values("budget.total") == [Money(7, "DKK")]
    assert "list.not_that_currency" in read(headings, ("A", "7", ""), currency="EUR").codes


@pytest.mark.parametrize(
    ("heading", "cells", "read_as"),
    [
        ("Total budget (tkr)", ["1 234", "2,5"], ["1234000.00 SEK", "2500.00 SEK"]),
        # Pounds under a heading of millions: a thousand millions would be the largest project there is.
        ("Total (£m)", ["4578474", "120"], [None, None]),
        ("Total (£m)", ["£7", "120"], [None, "120000000.00 GBP"]),
        ("Total budget SEK", ["4,2 mnkr", "1,8", "1 800 000"], ["4200000.00 SEK", None, "1800000.00 SEK"]),
        ("Total budget (tkr)", ["1.234", "12.500"], [None, None]),
    ],
)
def test_units_of_headings_and_cells(heading: str, cells: list[str], read_as: list[str | None]) -> None:
    """A unit counts unless it makes amounts that no project has."""
    found = column(heading, *cells).values("budget.total")
    assert [
        None if each is None else f"{each.amount:.2f} {each.currency}"
        for each in found
        if each is None or isinstance(each, Money)
    ] == read_as


def test_the_unit_of_a_mapping_overrules_the_heading() -> None:
    """The unit of a mapping overrules the heading."""
    assert amounts("£4578474", heading="Total (£m)", unit=1) == ["4578474 GBP"]
    assert amounts("7", unit=1000) == ["7000 SEK"]


def test_zero_may_be_a_value() -> None:
    """Zero may be a value."""
    assert amounts("0", "0", zero=Zero.VALUE) == ["0 SEK", "0 SEK"]
    assert amounts("0", "7", zero=Zero.UNKNOWN) == [None, "7 SEK"]


def number(value: str, form: str = "General") -> TypedCell:
    """Return a cell of a workbook that holds a number."""
    return TypedCell(Decimal(value), value, form)


def test_numbers_of_a_workbook() -> None:
    """They have no notation, and name their currency in their number format."""
    found = column("Total budget", number("1.234", "0.00 [$€-2]"), number("12500", '#,##0 "kr"'), number("7"))
    assert found.values("budget.total") == [Money("1.23", "EUR"), Money(12500), None]
    assert set(found.codes) == {"list.rounded", "list.two_currencies", "list.no_currency"}
    odd = column(TOTAL, number("7"), number("-7"), number("0.4", "0%"), TypedCell(True, "SANT"))
    assert odd.values("budget.total") == [Money(7), None, None, None]


def test_a_format_that_shows_thousands_is_what_its_heading_is_about() -> None:
    """The cell shows "123" below "tkr" and holds 123 456: it is multiplied by nothing."""
    cells = (number("123456", "#,##0,"), number("1000", "#,##0,"))
    assert amounts(*cells, heading="Totalt belopp (tkr)", currency="SEK") == ["123456 SEK", "1000 SEK"]
    assert amounts(number("123"), heading="Totalt belopp (tkr)", currency="SEK") == ["123000 SEK"]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("#,##0.00 [$kr-41D]", ("SEK", False, None)),
        ("#,##0.00 [$kr-0414]", ("NOK", False, None)),
        ("#,##0.00 [$kr-425]", ("SEK", True, None)),
        ('0 "st"', (None, False, None)),
        ('0 ""', (None, False, None)),
        ('"Summa" £0', ("GBP", False, None)),
        ("0.00", (None, False, None)),
        ('0 "tkr"', ("SEK", True, 1_000)),
        (r"0.0\ \M\€", ("EUR", False, 1_000_000)),
        ('0.0 "mn"', (None, False, 1_000_000)),
        # The cell holds the whole amount, and shows it in thousands.
        ('#,##0, "tkr"', ("SEK", True, 1)),
        ("#,##0,", (None, False, 1)),
    ],
)
def test_units_of_number_formats(form: str, found: tuple[str | None, bool, int | None]) -> None:
    """A number format names its currency by a sign and a language, and may say that its figures are in thousands."""
    assert unit_of_format(form) == found


# --- Shares


@pytest.mark.parametrize(
    ("cells", "percents", "codes"),
    [
        (["0,5 %", "40 %"], ["0.5", "40"], []),
        (["40", "66.7"], ["40", "66.7"], []),
        (["0.4", "0,5", "1", "0"], ["40", "50", "100", "0"], ["list.parts_of_one"]),
        (["40", "0.4", "1"], ["40", None, None], ["list.percent_or_parts", "list.percent_or_parts"]),
        (["40 %", "0.4"], ["40", None], ["list.percent_or_parts"]),
        (["1", "1"], [None, None], ["list.percent_or_parts", "list.percent_or_parts"]),
        (["40", "450000"], [None, None], ["list.no_rate", "list.no_rate"]),
        (["40 %", "500665.00%"], [None, None], ["list.no_rate", "list.no_rate"]),
        (["1.234", "40"], ["1.234", "40"], []),
        (["(45%)", "hälften", "two thirds"], ["45", "50", None], ["list.not_a_share"]),
        (["40", "12 kr"], ["40", None], ["list.amount_in_shares"]),
        (["40", "ca 50"], ["40", None], ["figure.hedged"]),
        (["40", "-5"], ["40", None], ["value.negative"]),
        (["40", "1.2.3"], ["40", None], ["list.not_a_share"]),
        (["0", "0"], [None, None], ["list.cells_unread"]),
    ],
)
def test_what_a_column_makes_of_its_shares(cells: list[str], percents: list[str | None], codes: list[str]) -> None:
    """Signs, figures above one and figures above a hundred decide what a share is."""
    found = column(RATE, *cells)
    expected = [None if each is None else Rate.of_percent(each) for each in percents]
    shown = found.values("published_eu_rate")
    if "two thirds" in cells and shown[-1] is not None:
        expected, codes = [*expected[:-1], shown[-1]], []  # type: ignore[list-item]
    assert shown == expected
    assert found.codes == codes


def test_a_mapping_says_what_bare_shares_are() -> None:
    """A mapping says what bare shares are."""
    assert column(RATE, "0.4", "150", as_=RateScale.PERCENT).values("published_eu_rate") == [
        Rate.of_percent("0.4"),
        None,
    ]
    assert column(RATE, "0.4", "40", as_=RateScale.FRACTION).values("published_eu_rate") == [Rate.of_percent(40), None]


def test_shares_of_a_workbook() -> None:
    """A number format with a per cent sign makes a share of a number."""
    found = column(RATE, number("0.4", "0%"), number("0.55", "0.00%"), TypedCell(False, "FALSKT"))
    assert found.values("published_eu_rate") == [Rate.of_percent(40), Rate.of_percent(55), None]


# --- Days

DAYS = st.dates(datetime.date(1985, 1, 1), datetime.date(2085, 12, 31))


@given(
    st.lists(DAYS, min_size=1, max_size=6),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%Y-%m-%dT00:00:00Z"]),
)
def test_days_in_forms_with_one_reading(days: list[datetime.date], form: str) -> None:
    """Days in forms with one reading are read."""
    assert column(START, *[day.strftime(form) for day in days]).values("period.start") == days


@given(st.lists(DAYS, min_size=1, max_size=6), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"]))
def test_no_day_with_slashes_is_read_wrongly(days: list[datetime.date], form: str) -> None:
    """It is read where some cell of the column decides the order, or where it is the same in both."""
    found = column(START, *[day.strftime(form) for day in days]).values("period.start")
    is_decided = any(day.day > 12 for day in days)
    assert found == [day if is_decided or day.day == day.month else None for day in days]


@pytest.mark.parametrize(
    ("cells", "days", "codes"),
    [
        (["31/02/2020", "30/01/2020"], [None, "2020-01-30"], ["date.no_such_day"]),
        (["13/14/2020"], [None], ["list.no_day"]),
        (["1.13.2020", "2020. 1. 2."], [None, "2020-01-02"], ["date.month"]),
        (
            ["25/1/2020", "1/25/2020", "3/4/2020"],
            ["2020-01-25", "2020-01-25", None],
            ["list.two_orders", "list.day_or_month"],
        ),
        (["9999-12-31", "1900-01-01", "0001-01-01"], [None] * 3, ["list.cells_unread"]),
        (["31/12/2099", "00/00/0000", "31/12/9999"], [None] * 3, ["list.cells_unread"]),
        (["42005", "42370"], ["2015-01-01", "2016-01-01"], ["list.serial_days"]),
        (["42005", "2016-01-01"], [None, "2016-01-01"], ["list.number_among_days"]),
        (["2018-01-31T21:00:00.000Z", "2018-01-31 01:17:38"], [None, "2018-01-31"], ["list.other_zone"]),
        (["1 oktober 2020", "October 2, 2020"], ["2020-10-01", "2020-10-02"], []),
        (["02/5/16", "31. Dez 18", "x" * 90, "1/5/2020"], [None] * 4, ["list.no_day"] * 3 + ["list.day_or_month"]),
        (["2020-01-01 – 2020-05-01"], [None], ["list.no_day"]),
    ],
)
def test_what_a_column_makes_of_its_days(cells: list[str], days: list[str | None], codes: list[str]) -> None:
    """Each form of days is read, or refused with its code."""
    found = column(START, *cells)
    assert [None if day is None else str(day) for day in found.values("period.start")] == days
    assert found.codes == codes


def test_a_month_or_a_year_keeps_its_precision() -> None:
    """A month or a year keeps its precision."""
    found = column(START, "2020", "2020-05", "5/2020", "maj 2020", "2/2019").values("period.start")
    may = Period.parse("2020-05/2020-05")
    assert found == [Period.parse("2020/2020"), may, may, may, Period.parse("2019-02/2019-02")]


def test_an_order_may_come_from_the_other_columns_of_days() -> None:
    """An order may come from the other columns of days."""
    headings = ("Projektnamn", "Startdatum", "Slutdatum", "Beslutsdatum")
    found = read(headings, ("A", "01/02/2020", "31/12/2021", "2020-01-01"))
    assert found.values("period.start") == [Date(2020, 2, 1)]
    assert found.codes == ["list.order_of_others"]
    american = read(headings, ("A", "01/02/2020", "12/31/2021", ""))
    assert american.values("period.start") == [Date(2020, 1, 2)]
    contrary = read(headings, ("A", "01/02/2020", "31/12/2021", "12/31/2019"))
    assert contrary.values("period.start") == [None]


def test_a_mapping_says_how_days_are_written() -> None:
    """A mapping says how days are written."""
    assert column(START, "04/05/20", "2020-06-07", "5.6.2020", dates=("mm/dd/yy",)).values("period.start") == [
        Date(2020, 4, 5),
        Date(2020, 6, 7),
        None,
    ]
    assert column(START, "1. Dez 1999", "1. März 2020", months="de", dates=("d. mmm yyyy",)).values("period.start") == [
        Date(1999, 12, 1),
        Date(2020, 3, 1),
    ]
    assert column(START, "1 styczeń 2020", "2020-01-02", months="pl").values("period.start") == [
        Date(2020, 1, 1),
        Date(2020, 1, 2),
    ]
    zoned = column(START, "2016-12-31T23:00:00Z", "2017-01-01T00:30:00+03:00", zone="Europe/Stockholm")
    assert zoned.values("period.start") == [Date(2017, 1, 1), Date(2016, 12, 31)]
    assert column(START, "2016-12-31T25:00:00Z", zone="Europe/Stockholm").codes == ["list.no_day"]


@pytest.mark.parametrize(
    ("pattern", "text", "value"),
    [
        ("yyyy", "2020", Period.parse("2020/2020")),
        ("yyyy-mm", "2020-05", Period.parse("2020-05/2020-05")),
        ("q/yyyy", "2/2020", Period.parse("2020-04/2020-06")),
        ("yyyymmdd", "20200331", Date(2020, 3, 31)),
        ("q'. Quartal' yyyy", "2. Quartal 2020", Period.parse("2020-04/2020-06")),
        ("d.m.yy", "1.2.85", Date(1985, 2, 1)),
        ("d.m.yy", "x", None),
    ],
)
def test_patterns_of_days(pattern: str, text: str, value: object) -> None:
    """A pattern reads days, months, quarters and years."""
    assert day_pattern(pattern, None)(text) == value


@pytest.mark.parametrize("pattern", ["dd.mm", "yyyy-yyyy", "dag yyyy", "yyyy" + "." * 80])
def test_what_is_no_pattern_of_days(pattern: str) -> None:
    """A pattern needs a year, and has each part once."""
    with pytest.raises(InvalidValue):
        day_pattern(pattern, None)


def test_the_months_of_no_language() -> None:
    """A language that Babel does not know is refused."""
    with pytest.raises(InvalidValue):
        month_names("qq-nowhere")


def test_days_of_a_workbook() -> None:
    """Typed days are taken as they are, and numbers beside them are not read."""
    day = datetime.date(2020, 1, 2)
    moment = TypedCell(datetime.datetime(2020, 1, 2, 3, 4), "2020-01-02 03:04")  # noqa: DTZ001  # as a workbook has it
    found = column(
        START, TypedCell(day, "2020-01-02"), moment, number("2020"), number("7"), number("7.5"), number("42005")
    )
    assert found.values("period.start") == [day, day, Period.parse("2020/2020"), None, None, None]


# --- Fields and columns


def test_several_columns_for_one_field_are_asked_about() -> None:
    """Several columns for one field are asked about."""
    found = read(
        ("Projektnamn", "Slutdatum", "Slutdatum"), ("A", "2020-01-01", "2020-01-01"), ("B", "2020-01-01", "2021-01-01")
    )
    assert found.codes == ["list.several_columns"]
    assert found.rows[0].extra == (("Slutdatum", "2020-01-01"), ("Slutdatum", "2020-01-01"))


def test_columns_that_never_differ_are_one() -> None:
    """Fund_Code and Fund_Name state the same, and a column without cells states nothing."""
    headings = ("Project name", "Fund_Code", "Fund_Name", "Operation_Expected_End_Date", "Operation_End_Date")
    found = read(headings, ("A", "ERDF", "European Regional Development Fund", "", "2020-01-01"))
    assert found.codes == []
    assert found.rows[0].values["fund"] is not None
    assert found.rows[0].values["period.end"] == Date(2020, 1, 1)
    odd = read(headings, ("A", "?", "ERDF", "", "2020-01-01"), ("B", "x", "ERDF", "", ""))
    assert "list.several_columns" in odd.codes


def test_amounts_of_two_columns_are_one_only_where_both_state_them() -> None:
    """Amounts of two columns are one only where both state them."""
    headings = ("Projektnamn", "Totalkostnad SEK", "Total kostnad SEK")
    assert read(headings, ("A", "7", "7")).values("budget.total") == [Money(7)]
    assert read(headings, ("A", "7", ""), ("B", "", "8")).values("budget.total") == [None, None]
    zeros = read(headings, ("A", "7", "0"), ("B", "8", "0"))
    assert zeros.values("budget.total") == [Money(7), Money(8)]
    assert zeros.codes == ["list.cells_unread"]


def test_stated_rules_prefer_one_of_several_columns() -> None:
    """Stated rules prefer one of several columns."""
    found = read(("Project name", "Total cost EUR", "Total eligible cost EUR"), ("A", "9", "7"))
    assert found.values("budget.total") == [Money(7, "EUR")]
    assert found.codes == ["list.preferred"]
    named = read(("Project name", "Project", "Startdatum"), ("A", "B", ""))
    assert named.values("name") == ["A"]
    assert named.codes == ["list.preferred"]
    english = read(("Project name in English", "Startdatum"), ("A", "2020-01-01"))
    assert english.values("name") == ["A"]


def test_unknown_columns_are_told_once_and_kept() -> None:
    """Unknown columns are told once and kept."""
    found = read(
        ("Projektnamn", "Startdatum", "Färg", "", "Form"), ("A", "2020-01-01", "röd", "x", ""), ("B", "", "blå", "", "")
    )
    assert found.rows[0].extra == (("Färg", "röd"), ("D", "x"))
    assert found.problems[0].params["columns"] == ("Färg", "D")


def test_cells_beyond_the_headings_are_told_once_and_kept() -> None:
    """Cells beyond the headings are told once and kept."""
    found = read(("Projektnamn", "Startdatum"), ("A", "2020-01-01", "", "x"), ("B", "", "y"), ("C",))
    assert found.codes == ["list.beyond_headings"]
    assert found.rows[0].extra == (("D", "x"),)


def test_repeated_headings_are_no_row() -> None:
    """Repeated headings are no row."""
    found = read(("Projektnamn", "Startdatum"), ("A", "2020-01-01"), ("Projektnamn", "Startdatum"), ("P", ""), ())
    assert found.values("name") == ["A", "P", None]


def test_a_mapping_names_columns_in_any_language() -> None:
    """A mapping names columns in any language."""
    columns = {
        "name": ColumnMapping(heading="Pavad*"),
        "budget.total": ColumnMapping(heading="Kaina", also=("Suma",), split=r"(?P<value>[0-9]+) \("),
    }
    mapping = Mapping(columns=columns, absent=("nėra",), defaults={"currency": "EUR"})
    found = read(
        ("Pavadinimas", "Suma", "Name"), ("A", "12 (iš 15)", "x"), ("B", "nėra", ""), ("C", "12", ""), mapping=mapping
    )
    assert found.values("name") == ["A", "B", "C"]
    assert found.values("budget.total") == [Money(12, "EUR"), None, None]
    assert found.rows[0].extra == (("Suma", "12 (iš 15)"), ("Name", "x"))
    assert "list.not_as_split" in found.codes


def test_a_column_may_state_what_another_leaves_open() -> None:
    """The first column that states a field is read, in the order of the mapping, even if its cell cannot be read."""
    total = ColumnMapping(heading="Ny summa", otherwise=("Summa",), numbers="12345,67")
    mapping = Mapping(columns={"name": ColumnMapping(heading="Projekt"), "budget.total": total}, absent=("?",))
    rows = [("A", "5", "7"), ("B", "5", ""), ("C", "5", "?"), ("D", "5", "oklart"), ("E", "", "")]
    found = read(("Projekt", "Summa", "Ny summa"), *rows, mapping=mapping, currency="EUR")
    assert found.values("budget.total") == [Money(7, "EUR"), Money(5, "EUR"), Money(5, "EUR"), None, None]
    assert ("Summa", "5") in found.rows[0].extra
    assert ("Summa", "5") in found.rows[3].extra
    assert "list.no_amount" in found.codes


def test_a_cell_may_hold_several_fields() -> None:
    """Each field has its part of the cell by a pattern of its own; a number or day of a workbook is no value of two."""
    start = ColumnMapping(heading="Termin", split="(?P<value>[0-9.]+) do .*", dates=("dd.mm.yyyy",))
    end = ColumnMapping(heading="Termin", split=".* do (?P<value>[0-9.]+)", dates=("dd.mm.yyyy",))
    mapping = Mapping(columns={"name": ColumnMapping(heading="Název"), "period.start": start, "period.end": end})
    day = TypedCell(datetime.date(2020, 3, 1), "2020-03-01", "yyyy-mm-dd")
    found = read(("Název", "Termin"), ("A", "01.03.2020 do 31.12.2021"), ("B", day), ("C", "2020"), mapping=mapping)
    assert found.values("period.start") == [Date(2020, 3, 1), None, None]
    assert found.values("period.end") == [Date(2021, 12, 31), None, None]
    assert [row.extra for row in found.rows[1:]] == [(("Termin", "2020-03-01"),), (("Termin", "2020"),)]
    assert found.codes.count("list.not_as_split") == 4


@pytest.mark.parametrize(
    ("pattern", "cell", "value"),
    [
        (r"(?P<value>[0-9]+) \(", "12 (av 15)", "12"),
        (r"(?P<value>[0-9]+)kr", "12kr", "12"),
        (r"(?P<value>[0-9]+)", "12 345", None),
        (r"(?P<value>345)", "12 345", None),
        (r"(?P<value>[0-9]+)", "12,50", None),
        (r"1(?P<value>2)", "12 kr", None),
    ],
)
def test_a_part_of_a_number_is_no_value(pattern: str, cell: str, value: str | None) -> None:
    """A pattern that takes 12 out of "12 345" would make a wrong amount in silence."""
    found = amounts(cell, heading="Kaina", currency="EUR", split=pattern)
    assert found == [None if value is None else f"{value} EUR"]


def test_words_of_the_column_stand_for_those_of_the_library() -> None:
    """A fund or a country goes by its name in the list; other words are read as they are."""
    fund = ColumnMapping(heading="Fonds", values=mapping_in(FUNDS, "liste.toml").columns["fund"].values)
    mapping = Mapping(columns={"name": ColumnMapping(heading="Nom"), "fund": fund})
    found = read(("Nom", "Fonds"), ("A", "feder"), ("B", "ESF+"), ("C", "FEADER"), mapping=mapping)
    assert found.values("fund") == [Fund.ERDF, Fund.ESF_PLUS, None]


FUNDS = 'columns.fund = { heading = "Fonds", values = { FEDER = "ERDF" } }'


def test_signs_beside_a_value_may_be_left_out() -> None:
    """The mapping says what they mean; a word that only begins so is another one."""
    found = amounts("zł 12", "13 zł", "14 złotych", "zł", heading="Kaina", currency="PLN", signs=("zł",))
    assert found == ["12 PLN", "13 PLN", None, None]


def test_columns_with_the_same_heading_go_by_their_letters() -> None:
    """Where the heading as it is written is that of one column alone, it is enough."""
    rows = (("Namn", "EU-stöd", "EU-stöd %", "Belopp", "Belopp"), ("A", "12 kr", "40 %", "1 kr", "2 kr"))
    eu = ColumnMapping(heading="EU-stöd")
    total = ColumnMapping(heading="Belopp", column="E")
    found = read(*rows, mapping=Mapping(columns={"budget.eu_support": eu, "budget.total": total}))
    assert (found.values("budget.eu_support"), found.values("budget.total")) == ([Money(12)], [Money(2)])
    with pytest.raises(ReadError, match="fits several columns"):
        read(*rows, mapping=Mapping(columns={"budget.total": ColumnMapping(heading="Belopp")}))
    with pytest.raises(ReadError, match="is no heading of the list"):
        read(*rows, mapping=Mapping(columns={"budget.total": ColumnMapping(column="F")}))


def test_a_column_of_currencies_may_be_named() -> None:
    """It is that of all amounts, whatever its heading is."""
    columns = {"budget.total": ColumnMapping(heading="Kosten"), "currency": ColumnMapping(heading="Währung")}
    found = read(
        ("Name", "Kosten", "Währung"), ("A", "12", "EUR"), ("B", "13", "CZK"), mapping=Mapping(columns=columns)
    )
    assert found.values("budget.total") == [Money(12, "EUR"), Money(13, "CZK")]


def test_days_in_digits_alone_have_all_of_them() -> None:
    """2018111 may be the first of November or the eleventh of January; numbers of a workbook are read so too."""
    days = ("20180131", "2018111", number("20180131"), number("43101"))
    found = column(START, *days, dates=("yyyymmdd",))
    assert found.values("period.start") == [Date(2018, 1, 31), None, Date(2018, 1, 31), None]


def test_a_list_without_headings_goes_by_letters() -> None:
    """Its first row is a row as all others."""
    rows = [Row(number, number, ("A", "2020-01-01", "12 EUR")) for number in (1, 2)]
    columns = {"name": ColumnMapping(column="A"), "budget.total": ColumnMapping(column="C")}
    found = Columns.of(rows, Mapping(file=FileMapping(heading_row=(0,)), columns=columns))
    for row in rows:
        found.see(row)
    found.settle()
    assert dict(found.read(rows[0]).values) == {"name": "A", "budget.total": Money(12, "EUR")}
    assert found.read(rows[0]).extra == (("B", "2020-01-01"),)


@pytest.mark.parametrize(("cell", "value"), [("450.000,-", "450000 EUR"), ("1.250,--", "1250 EUR"), ("7.-", "7 EUR")])
def test_a_dash_for_cents_is_no_currency(cell: str, value: str) -> None:
    """In Swedish prices it would mean kronor; in a list it only says that there are no decimals."""
    assert amounts(cell, heading="Kosten", currency="EUR", unit=1) == [value]
    assert amounts(cell, heading="Kosten", unit=1) == [None]


@pytest.mark.parametrize(
    ("heading", "code"), [("Kaina", "mapping.no_such_heading"), ("Start*", "mapping.several_headings")]
)
def test_a_mapping_must_fit_the_list(heading: str, code: str) -> None:
    """A mapping must fit the list."""
    mapping = Mapping(columns={"period.start": ColumnMapping(heading=heading)})
    with pytest.raises(ReadError) as caught:
        read(("Projektnamn", "Startdatum", "Startår"), ("A", "", ""), mapping=mapping)
    assert caught.value.code == code
    assert caught.value.text("sv")


def test_two_heading_rows_of_a_mapping() -> None:
    """A mapping may name two heading rows."""
    mapping = Mapping(file=FileMapping(heading_row=(1, 2)))
    assert read(("Projekt", ""), ("Namn", "Startdatum"), ("A", "2020-01-01"), mapping=mapping).values("name") == ["A"]


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        ("Period", "2020-01-01–2021-12-31", "period", "2020-01-01/2021-12-31"),
        ("Projektperiod", "1 May 2020–30 June 2021", "period", "2020-05-01/2021-06-30"),
        ("Projektperiod", "2020-2021", "period", "2020/2021"),
        ("Projektperiod", "2014-2020", "period", None),
        ("Projektperiod", "våren", "period", None),
        ("Duration in months", "16", "duration_months", "16"),
        ("Duration in months", "3 år", "duration_months", "36"),
        ("Duration in months", "two years", "duration_months", "24"),
        ("Duration in months", "länge", "duration_months", None),
        ("Valuta", "eur", "currency", "EUR"),
        ("Valuta", "kronor", "currency", "SEK"),
        ("Valuta", "tkr", "currency", None),
        ("Antal deltagare", "1 200", "planned_participants", "1200"),
        ("Insats av strategisk betydelse", "Ja", "strategic_importance", "True"),
        ("Kommuner", "Falun, Borlänge", "municipalities", "('Falun', 'Borlänge')"),
        ("Sammanfattning", " En text\nmed rader ", "summary", "En text\nmed rader"),
    ],
)
def test_single_values_are_read_as_those_of_records(heading: str, cell: str, field: str, value: str | None) -> None:
    """Single values are read as those of records."""
    (row,) = read(("Projektnamn", heading), ("A", cell)).rows
    assert (str(row.values[field]) if field in row.values else None) == value


def test_the_evidence_of_a_value() -> None:
    """The evidence of a value is its place, and its text as given."""
    (row,) = read(("Projektnamn", TOTAL), (" A ", "7,50")).rows
    place = row.evidence["budget.total"]
    assert (place.file, place.row, place.line, place.column, place.text) == ("lista.csv", 2, 2, TOTAL, "7,50")
    assert row.values["name"] == "A"


def test_letters_and_currencies() -> None:
    """Columns have the letters of a spreadsheet; a word that is no currency is refused."""
    assert [letters_of_column(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    with pytest.raises(InvalidValue):
        currency_in("guld")


TEXTS = st.text(st.sampled_from("0123456789.,-/ %krE€()TZ:'abc\u00a0−"), max_size=12)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=5))
def test_whatever_stands_in_the_cells_is_accounted_for(rows: list[tuple[str, ...]]) -> None:
    """`read` counts the cells of each row: each is a value or in `extra`, and no text is an error of the program."""
    read(("Projektnamn", TOTAL, RATE, START), *rows)


def test_more_kinds_of_cells_than_can_be_counted_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """More kinds of cells than can be counted are not read."""
    monkeypatch.setattr("esfmodel.formats.lists.column.MOST_KINDS", 2)
    found = column(TOTAL, "7", "7,5", "7 000", "8")
    assert found.values("budget.total") == [Money(7), Money("7.50"), None, Money(8)]
    assert found.codes == ["list.too_many_kinds"]


def test_problems_have_texts_in_both_languages() -> None:
    """Problems have texts in both languages."""
    assert {code for code in ENGLISH if code.startswith("list.")} <= set(SWEDISH)


@given(st.from_regex(amount_column._BARE, fullmatch=True))
def test_a_bare_amount_is_read_as_any_other(text: str) -> None:
    """Digits with at most two decimals, which have a short way of their own, are what the long way makes of them."""
    column = amount_column.AmountColumn(ColumnFacts("Belopp", ColumnMapping(heading="Belopp"), "SEK"))
    kind, number = column.kind_of(text), column._number(text, column.kind_of(text))
    with pytest.MonkeyPatch.context() as without:
        without.setattr(amount_column, "_BARE", re.compile("(?!)"))
        assert (column.kind_of(text), column._number(text, kind)) == (kind, number)


# --- What is left open rather than read wrongly


def test_amounts_whose_unit_is_not_known_are_not_read() -> None:
    """Words for thousands that nobody here knows leave the amounts open, unless a cell or the mapping has the unit."""
    heading = "Total cost (tis. Kč)"
    assert column(heading, "1250", "0").codes == ["list.unit_open"]
    assert amounts("1250", "0", heading=heading) == [None, "0 CZK"]
    assert amounts("1250", heading=heading, unit=1000) == ["1250000 CZK"]
    assert amounts("1250", heading="Total cost (in thousands of euro)") == ["1250000 EUR"]


def test_a_note_beside_the_list_leaves_amounts_open() -> None:
    """A title or a note may say in what unit all amounts are; a heading with a unit of its own is read."""
    rows = [
        Row(number, number, cells)
        for number, cells in enumerate((("Projektnamn", TOTAL, "EU-stöd tkr"), ("Rum", "7", "7")), 1)
    ]
    columns = Columns.of(rows)
    columns.see_note("Belopp i tkr")
    columns.see(rows[1])
    (problem,) = columns.settle()
    assert (problem.code, problem.given) == ("list.unit_beside", "Belopp i tkr")
    assert columns.read(rows[1]).values == {"name": "Rum", "budget.eu_support": Money(7000)}


def test_figures_that_may_be_shares_are_no_amounts() -> None:
    """Union co-financing of 50 and 85 may be per cent, unless the totals are as small or a currency says not."""
    rows = [("Rum", "125000", "50"), ("Hall", "83000", "85")]
    headings = ("Projektnamn", "Total budget", "Union co-financing")
    open_ = read(headings, *rows, currency="EUR")
    assert open_.codes == ["list.amount_or_share"] * 2
    assert open_.values("budget.eu_support") == [None, None]
    support = "budget.eu_support"
    assert read((*headings[:2], "Union co-financing (EUR)"), *rows, currency="EUR").values(support)[0] == Money(
        50, "EUR"
    )
    assert read(headings, ("Rum", "90", "50"), currency="EUR").values(support) == [Money(50, "EUR")]
    assert read(headings, ("Rum", "900", "101"), currency="EUR").values(support) == [Money(101, "EUR")]


def test_days_with_other_marks_are_not_decided_by_the_rest() -> None:
    """The order of days with slashes says nothing of days with hyphens."""
    assert column(START, "4/14/2020", "05-01-2020").values("period.start") == [Date(2020, 4, 14), None]
    assert column(START, "4/14/2020", "5/1/2020").values("period.start") == [Date(2020, 4, 14), Date(2020, 5, 1)]


def test_days_before_months_after_a_year() -> None:
    """After "2020-25-12", "2020-05-12" may be in December, unless other days show that the month comes first."""
    found = column(START, "2020-25-12", "2020-05-12", "2020-03-03")
    assert found.values("period.start") == [None, None, Date(2020, 3, 3)]
    assert found.codes == ["list.day_or_month"] * 2
    assert column(START, "2020-25-12", "2020-05-12", "2020-05-25").values("period.start")[1] == Date(2020, 5, 12)


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Start date (MM/DD/YYYY)", [Date(2020, 3, 4), Date(2020, 3, 14)]),
        ("Start date (dd/mm/yyyy)", [None, Date(2020, 3, 14)]),
    ],
)
def test_a_heading_may_state_the_order_of_days(heading: str, days: list[Date | None]) -> None:
    """The order of a heading is taken for days that allow both; one that its days contradict is not."""
    assert column(heading, "03/04/2020").values("period.start") != [None]
    assert column(heading, "03/04/2020", "03/14/2020").values("period.start") == days


def test_days_that_a_spreadsheet_swapped_are_not_read() -> None:
    """A spreadsheet of the other order stores days up to the 12th with the month for the day, and others as text."""
    stored = [TypedCell(datetime.date(2020, 2, day), f"2020-02-{day:02}", "yyyy-mm-dd") for day in (1, 2, 13)]
    found = column(START, stored[0], stored[1], "13/04/2020")
    assert found.values("period.start") == [None, Date(2020, 2, 2), Date(2020, 4, 13)]
    assert found.codes == ["list.day_swapped"]
    assert column(START, *stored, "13/04/2020").values("period.start")[0] == Date(2020, 2, 1)


def test_what_a_spreadsheet_made_of_a_text_is_not_read() -> None:
    """A text like "1-2" is stored as a day, and of 16 digits the last is lost."""
    day = TypedCell(datetime.date(2020, 2, 1), "2020-02-01", "d-m")
    computed = TypedCell(None, "8", is_formula=True)
    cells = (day, number("1234567890123450"), number("7"), computed)
    found = read(("Projektnamn", "Diarienummer"), *(("Rum", cell) for cell in cells))
    assert [str(each) for each in found.values("operation_id")] == ["None", "None", "7", "8"]
    assert found.codes == ["list.stored_otherwise", "list.digits_lost"]


def test_a_sign_that_a_format_only_shows() -> None:
    """A format may show a sign for per cent beside the figure, or multiply by 100 for it."""
    assert column(RATE, number("85", '0"%"'), number("0.5", "0%")).values("published_eu_rate") == [
        Rate.of_percent(85), Rate.of_percent(50),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["0", "x", "xxx", "k.A.", "n.d."])
def test_signs_for_nothing_are_no_names(text: str) -> None:
    """What stands where nothing is known is neither the name of a body nor a number."""
    found = read(("Projektnamn", "Diarienummer", "Stödmottagare"), ("Rum", text, text))
    assert (dict(found.rows[0].values), len(found.rows[0].extra)) == ({"name": "Rum"}, 2)


def test_midnight_of_another_zone_is_not_read() -> None:
    """A day at 22:00 or 23:00 is likely the one before that which is meant, also where no zone is named."""
    late = TypedCell(datetime.datetime(2019, 12, 31, 23), "2019-12-31 23:00:00")  # noqa: DTZ001  # as a workbook has it
    found = column(START, "2019-12-31 23:00:00", "2019-06-30T22:00", "2019-06-30 09:15", late)
    assert found.values("period.start") == [None, None, Date(2019, 6, 30), None]
    assert found.codes == ["list.other_zone"] * 3
    there = column(START, "2019-12-31 23:00:00", late, zone="Europe/Stockholm").values("period.start")
    assert there == [Date(2020, 1, 1), Date(2020, 1, 1)]


def test_a_row_whose_currency_contradicts_the_heading_is_left_open() -> None:
    """A heading with a currency and a row with another contradict each other, unless other amounts have the row's."""
    found = read(("Projektnamn", "Total cost (SEK)", "Currency"), ("Rum", "1500", "EUR"), ("Hall", "1500", "SEK"))
    assert (found.values("budget.total"), found.codes) == ([None, Money(1500)], ["list.other_currency"])
    both = read(("Projektnamn", "Total cost", "EU support (EUR)", "Currency"), ("Rum", "1500", "7000", "PLN"))
    assert both.values("budget.total") == [Money(1500, "PLN")]
    assert both.values("budget.eu_support") == [Money(7000, "EUR")]


@pytest.mark.parametrize(
    ("words", "is_known"), [("XYZ", False), ("kr", False), ("", True), ("n.a.", True), ("DKK", True)]
)
def test_a_currency_that_nobody_knows_is_not_that_of_the_caller(words: str, *, is_known: bool) -> None:
    """The currency of the caller is for rows that state none; "kr" is that of Sweden under Swedish headings alone."""
    found = read(("Project name", "Total cost", "Currency"), ("Rum", "1500", words), currency="DKK")
    assert found.values("budget.total") == [Money(1500, "DKK") if is_known else None]
    swedish = read(("Projektnamn", "Total budget", "Valuta"), ("Rum", "1500", "kr"), currency="DKK")
    assert swedish.values("budget.total") == [Money(1500)]


def test_a_name_goes_before_that_in_english() -> None:
    """Of names in two languages that of the country is taken, which is told."""
    found = read(("Project name (PL)", "Project name (EN)", "Start date"), ("Pokój", "Room", "2024-01-01"))
    assert (found.values("name"), found.codes) == (["Pokój"], ["list.preferred"])
