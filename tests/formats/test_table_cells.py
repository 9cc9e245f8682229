from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Money
from esfmodel.formats import TableCell, TableColumnKind, read_finance_table
from esfmodel.formats.figures import unit_of
from esfmodel.formats.table.parts import to_decimal

if TYPE_CHECKING:
    from esfmodel.formats import FinanceTable

NUMBERS = st.tuples(st.integers(-(10**12), 10**12), st.integers(0, 4))


def column(*cells: str, heading: str = "kr", decimal: str | None = None) -> FinanceTable:
    """Read a table with one column of figures."""
    rows = [f"EU-medel\t{cell}" for cell in cells]
    return read_finance_table("\n".join([f"post\t{heading}", *rows]), decimal=decimal)


def cells_of(table: FinanceTable) -> list[TableCell]:
    """Return the cells of its column of figures."""
    return [row.cells[1] for row in table.rows]


def values(table: FinanceTable) -> list[Decimal | None]:
    """Return the figures of its column."""
    return [cell.value for cell in cells_of(table)]


def written(scaled: int, decimals: int, group: str, mark: str) -> str:
    """Write a number with these marks."""
    whole, part = divmod(abs(scaled), 10**decimals)
    digits = f"{whole:,}".replace(",", group)
    return ("−" if scaled < 0 else "") + digits + (f"{mark}{part:0{decimals}}" if decimals else "")


@given(st.lists(NUMBERS, min_size=1, max_size=5), st.sampled_from([(" ", ","), (".", ","), (",", "."), (" ", ".")]))
def test_a_column_with_a_sure_mark_is_read_as_it_was_written(
    numbers: list[tuple[int, int]], marks: tuple[str, str]
) -> None:
    """Where one figure shows which mark the decimals have, all figures of the column are what was written."""
    group, mark = marks
    sure = written(1_234_567_89, 2, group, mark)
    table = column(sure, *(written(scaled, decimals, group, mark) for scaled, decimals in numbers))
    assert table.columns[1].kind is TableColumnKind.AMOUNT
    assert values(table)[1:] == [Decimal(f"{scaled}E-{decimals}") for scaled, decimals in numbers]
    assert {problem.code for problem in table.problems} <= {"table.rounded"}


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."))
def test_what_may_mean_two_things_is_never_read(first: int, last: int, mark: str) -> None:
    """Alone, "1,234" is a thousand or one and a bit: it is reported and kept as text, until somebody says which."""
    text = f"{first}{mark}{last:03}"
    table = column(text, "5")
    assert values(table) == [None, Decimal(5)]
    assert cells_of(table)[0].text == text
    (problem,) = table.problems
    assert (problem.line, problem.place, problem.given) == (2, "kr", text)
    assert problem.code == "table.two_readings"
    thousands, decimals = str(first * 1000 + last), f"{Decimal(f'{first}.{last:03}').normalize():f}".replace(".", ",")
    readings = (f"{thousands} eller {decimals}.", f"{decimals} eller {thousands}.")
    assert any(f"kan betyda {each}" in problem.text("sv") for each in readings)
    as_decimals = values(column(text, "5", decimal=mark))[0]
    as_thousands = values(column(text, "5", decimal=",."[mark == ","]))[0]
    assert (as_decimals, as_thousands) == (Decimal(f"{first}.{last:03}"), Decimal(first * 1000 + last))


def test_a_column_with_both_marks_is_told() -> None:
    """A column that mixes decimal commas with points is reported; what can mean one thing is read, the rest is not."""
    table = column("562 065 867,78", "1234.5", "1.234", "7")
    assert values(table) == [Decimal("562065867.78"), Decimal("1234.5"), None, Decimal(7)]
    assert [problem.wrong for problem in table.problems] == [
        "has decimal commas in some cells and decimal points in others",
        "may mean 1234 or 1.234",
    ]


def test_a_mark_that_was_given_is_held_to() -> None:
    """A figure that has the other mark than was said is reported."""
    table = column("12.5", "7", decimal=",")
    assert values(table) == [None, Decimal(7)]
    assert table.problems[0].wrong == "is no number with “,” before its decimals"


@pytest.mark.parametrize("text", ["", "-", "–", "—", "..", "n.a.", "N.a.", "None", "ej angivet"])
def test_what_is_not_stated_is_no_figure_and_no_fault(text: str) -> None:
    """An empty cell, a dash and their like state nothing, and never nought."""
    table = column(text, "5")
    assert values(table) == [None, Decimal(5)]
    assert table.problems == ()


@pytest.mark.parametrize(
    ("text", "value", "step", "qualifier"),
    [
        ("drygt 6,8 miljoner kronor", 6_800_000, 100_000, "drygt"),
        ("ca 148 miljoner", 148_000_000, 1_000_000, "ca"),
        ("”1,45 miljarder kronor”", 1_450_000_000, 10_000_000, None),
        ("om lag 65", 65, 1, "om lag"),
        ("5 mnkr eller mer", 5_000_000, 1_000_000, "eller mer"),
        ("3 706 566 kr", 3_706_566, 1, None),
        ("500:-", 500, 1, None),
        ("−12,50", Decimal("-12.5"), Decimal("0.01"), None),
        ("SEK 12", 12, 1, None),
        ("3 tkr", 3_000, 1_000, None),
    ],
)
def test_figures_with_words(text: str, value: int, step: int, qualifier: str | None) -> None:
    """A unit in the cell goes before that of the column, and the last digit printed says how near the figure is."""
    cell = cells_of(column(text, "5"))[0]
    assert (cell.value, cell.step, cell.qualifier) == (Decimal(value), Decimal(step), qualifier)


@pytest.mark.parametrize(
    "text",
    ["12 500 euro", "tolv", "5 kr eller 6 kr", "5 äpplen", "0012", "1 2345", "1,2,3", "10 " * 90, "5 %", "9" * 19],
)
def test_what_is_no_amount_is_kept_and_told(text: str) -> None:
    """Anything else in a column of kronor is reported with its place, and its text is kept."""
    table = column("5 kr", text, "7", "8")
    cell = cells_of(table)[1]
    assert (cell.text, cell.value, cell.amount) == (" ".join(text.split()), None, None)
    assert [(problem.line, problem.place, problem.given) for problem in table.problems] == [(3, "kr", cell.text)]


def test_shares_are_in_per_cent() -> None:
    """A share has its sign in the cell or the heading; a bare one may mean two things."""
    table = column("85 %", "2,5 procent", "0,85", "4 kr", heading="andel")
    assert [cell.rate and cell.rate.percent for cell in cells_of(table)] == [85, Decimal("2.5"), None, None]
    assert [problem.wrong for problem in table.problems] == [
        "has no per cent sign: 0.85 and 85 may mean the same",
        "is an amount, and the column holds none",
    ]
    assert values(column("85", heading="andel, %")) == [Decimal(85)]
    assert column("9" * 120 + " %").problems[0].wrong == "has more than 100 digits"


@pytest.mark.parametrize(
    ("heading", "currency", "unit"),
    [
        ("EU-medel, mn euro", "EUR", 1_000_000),
        ("mnkr", "SEK", 1_000_000),
        ("belopp (tkr)", "SEK", 1_000),
        ("belopp i miljoner kronor", "SEK", 1_000_000),
        ("ERUF, Mkr", "SEK", 1_000_000),
        ("total EUR", "EUR", 1),
        ("€", "EUR", 1),
        ("NOK", "NOK", 1),
        ("belopp", "SEK", 1),
        ("", "SEK", 1),
    ],
)
def test_a_heading_says_the_unit(heading: str, currency: str, unit: int) -> None:
    """The currency and the unit stand in the heading, alone or at its end; else they are kronor."""
    found = column("5", heading=heading).columns[1]
    assert (found.heading, found.currency, found.unit) == (heading, currency, unit)


def test_cells_say_the_currency_where_the_heading_does_not() -> None:
    """The first cell that names a currency names the column's; another one is reported."""
    table = column("5", "6 euro", "7 kr", heading="belopp")
    assert table.columns[1].currency == "EUR"
    assert [cell.amount and str(cell.amount) for cell in cells_of(table)] == ["5 EUR", "6 EUR", None]
    assert table.problems[0].wrong == "is in SEK, and the column in EUR"


def test_words_that_are_no_unit() -> None:
    """A unit is a scale, a currency, both, or a share; nothing is no unit of its own."""
    assert unit_of("", "") is not None
    assert unit_of("", "belopp") is None
    assert unit_of("", "234 kr") is None
    assert column("5", heading="lån på 234 kr").columns[1].unit == 1


@given(st.integers(-(10**20), 10**20), st.integers(0, 12))
def test_decimal_numbers_lose_nothing(scaled: int, decimals: int) -> None:
    """A fraction of a power of ten is written exactly, whatever the context of decimal says."""
    assert Fraction(to_decimal(Fraction(scaled, 10**decimals))) == Fraction(scaled, 10**decimals)


# --- Units: nothing is assumed without a word


@pytest.mark.parametrize(
    "text",
    [
        "Belopp i tkr;2024\nEU-medel;600\n",
        "Finansiär (tkr);Belopp\nEU-medel;600\n",
        "Tabell 3. Finansiering, tkr\n\nFinansiär;Belopp\nEU-medel;600\n",
        "Finansiär;Belopp\nEU-medel;600\nAnm. Alla belopp i tusental kronor.\n",
        "Finansiär;Belopp\nEU-medel (tkr);600\n",
        "Finansiär;Belopp i tkr, löpande priser\nEU-medel;600\n",
        "Finansiär;Belopp\nEU-medel;600 tkr\n",
    ],
)
def test_where_a_unit_is_stated(text: str) -> None:
    """The first heading, a caption, a note, a label, the heading or the cell says it, and no problem is told."""
    table = read_finance_table(text)
    assert (table.rows[0].cells[1].amount, table.problems) == (Money(600_000), ())


@pytest.mark.parametrize(
    ("text", "code", "amount"),
    [
        ("Finansiär;Belopp\nEU-medel;600\n", "table.currency_assumed", Money(600)),
        ("Finansiering;kr\nEgeninnsats;600\n", "table.currency_assumed", Money(600)),
        ("Program;ERUF;Totalt (mn €)\nA;600;600\n", "table.currency_of_others", Money(600_000_000, "EUR")),
        ("Projekt;EU contribution (€/£)\nA;600\n", "table.two_currencies", None),
        ("Finansiär;Belopp\nEU-medel;6\nFalu kommun;6 tkr\n", "table.no_unit", None),
        ("Finansiär;Belopp\nEU-medel;?\nFalu kommun;6 kr\n", "table.not_one_figure", None),
    ],
)
def test_what_is_assumed_is_told(text: str, code: str, amount: Money | None) -> None:
    """A currency that nothing states is told, whatever it is taken from; what may be two things is not read."""
    table = read_finance_table(text)
    assert [problem.code for problem in table.problems] == [code]
    assert table.rows[0].cells[1].amount == amount
    if code != "table.not_one_figure":
        given = read_finance_table(text, currency="EUR", unit=1)
        assert (given.problems, given.columns[1].kind) == ((), TableColumnKind.AMOUNT)


def test_thousands_where_the_currency_has_no_three_decimals() -> None:
    """Where every figure with a mark has three digits after it, the mark parts thousands; so does an English comma."""
    assert values(column("240,500", "980", "1,160", heading="€")) == [240500, 980, 1160]
    assert values(column("EUR 1,429", "EUR 12", heading="belopp")) == [1429, 12]
    assert values(column("240,500", "160,250", heading="mn €")) == [None, None]
    assert values(column("1.234 EUR", "5 EUR", heading="belopp")) == [None, 5]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.5E7", 25_000_000),
        ("1,25E+3", 1_250),
        ("5E-1", Decimal("0.5")),
        ("(50 000)", -50_000),
        ("(1,5) mnkr", -1_500_000),
    ],
)
def test_exponents_and_parentheses(text: str, value: int | Decimal) -> None:
    """Spreadsheets print exponents, and accounts print what is below zero in parentheses."""
    assert values(column(text, "7000")) == [value, 7000]


def test_a_share_without_a_sign() -> None:
    """Under a heading of shares, figures above one are per cent; others may be parts of one."""
    found = [cell.rate and cell.rate.percent for cell in cells_of(column("40.0", "50.0", heading="Cofinancing_Rate"))]
    assert found == [40, 50]
    assert [cell.rate for cell in cells_of(column("0.4", "50.0", heading="Cofinancing_Rate"))] == [None, None]
