from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Contribution, ContributionForm, Cost, Money, read, read_text
from esfmodel.errors import NotKnown, ReadError
from esfmodel.formats import stream
from esfmodel.formats.cells.grid import TypedCell
from esfmodel.formats.lists import _budget_rows, _budget_sums, _sheet_cells
from esfmodel.formats.lists._sheet_cells import unsigned
from esfmodel.formats.lists.budget_sheet import read_budget_sheet
from esfmodel.formats.lists.mapping import mapping_in
from esfmodel.formats.lists.sources import open_source
from esfmodel.values.files import Spool
from esfmodel.values.format import LANGUAGES
from sheets import Formula, codes_of, read_sheets, source_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from esfmodel.formats.reading import Reading

COSTS = '[budget.costs]\nfirst = 2\namounts = "B"\n'
FINANCING = '[budget.financing]\nfirst = 2\namounts = "B"\n'
YEARS = '[budget.costs]\nfirst = 2\namounts = "B:C"\naxis = "year"\n'


def costs_of(reading: Reading) -> list[tuple[str, object, Money | None]]:
    """Return the category, the year or partner, and the amount of each cost."""
    budget = reading.one().budget
    assert budget is not None
    return [(cost.category.name, cost.year or cost.partner, as_money(cost)) for cost in budget.costs]


def paid_in(reading: Reading) -> list[tuple[str | None, object, Money | None]]:
    """Return the source, the name of the funder, and the amount of each contribution."""
    budget = reading.one().budget
    assert budget is not None
    return [
        (
            None if paid.source is None else paid.source.name,
            None if paid.funder is None or paid.funder.organisation is None else paid.funder.organisation.name,
            as_money(paid),
        )
        for paid in budget.financing
    ]


def as_money(line: Cost | Contribution) -> Money | None:
    """Return the amount of a line, which no budget sheet states within bounds."""
    assert line.amount is None or isinstance(line.amount, Money)
    return line.amount


# --- Whole sheets

GROUPS = {"Personal": ("STAFF", ("Anna Ek", "Ekonom")), "Resor": ("TRAVEL", ("Tåg", "Hotell Norra"))}
ALONE = {"Lokalhyra": "OFFICE", "Utrustning": "EQUIPMENT", "Externa tjänster": "EXTERNAL_SERVICES"}
AMOUNTS = st.none() | st.integers(1, 3_000_000)


@st.composite
def budgets(draw: st.DrawFn) -> tuple[str, list[list[object]], list[tuple[str, object, Money | None]]]:
    """Draw a mapping, the rows of a sheet, and the lines that they state."""
    years = draw(st.lists(st.integers(2021, 2029), min_size=1, max_size=3, unique=True).map(sorted))
    unit = draw(st.sampled_from([1, 1000]))
    has_sums, is_above, is_typed = (draw(st.booleans()) for _ in range(3))
    rows: list[list[object]] = [["Kostnader", *years, "Totalt" if has_sums else None]]
    truth: list[tuple[str, object, Money | None]] = []
    lines: list[list[int | None]] = []

    def add(label: str, amounts: list[int | None], *, is_sum: bool = False) -> None:
        stated = [amount for amount in amounts if amount is not None]
        total = Formula(sum(stated)) if stated else None
        wrapped = [Formula(amount) if is_sum and not is_typed else amount for amount in amounts]
        rows.append([label, *wrapped, total if has_sums else None])

    def line(label: str, category: str) -> None:
        # A label without any amount may be that of a group.
        amounts = [draw(st.integers(1, 3_000_000)), *(draw(AMOUNTS) for _ in years[1:])]
        lines.append(amounts)
        add(label, amounts)
        listed = zip(years, amounts, strict=True)
        truth.extend((category, year, Money(amount * unit)) for year, amount in listed if amount is not None)

    for group, (category, labels) in GROUPS.items():
        at, first = len(rows), len(lines)
        for label in labels:
            line(label, category)
        sums: list[int | None] = [sum(each or 0 for each in column) for column in zip(*lines[first:], strict=True)]
        if is_above and any(sums):
            add(group, sums, is_sum=True)
            rows.insert(at, rows.pop())
        else:
            rows.insert(at, [group])
    for label, category in ALONE.items():
        line(label, category)
    add("Summa kostnader", [sum(each or 0 for each in column) for column in zip(*lines, strict=True)], is_sum=True)
    last = chr(ord("A") + len(years))
    total = f'total = "{chr(ord(last) + 1)}"\n' if has_sums else ""
    mapping = f'[budget]\nunit = {unit}\n[budget.costs]\nfirst = 2\namounts = "B:{last}"\naxis = "year"\n{total}'
    return mapping, rows, truth


@given(budgets())
def test_the_lines_of_a_sheet_are_read(
    drawn: tuple[str, list[list[object]], list[tuple[str, object, Money | None]]],
) -> None:
    """Whatever its sums and groups are, a sheet has the lines that were put into it, and no difference is told."""
    mapping, rows, truth = drawn
    reading = read_sheets(mapping, *rows)
    assert costs_of(reading) == truth
    assert set(codes_of(reading)) <= {"table.unnamed", "workbook.sums_taken", "workbook.of_group"}
    assert reading.one().extra == ()


def test_a_workbook_is_read_with_its_mapping(tmp_path: Path) -> None:
    """Cells and tables of several sheets make a project; each value has its cell, in the words of its reader."""
    book = openpyxl.Workbook()
    start = book.worksheets[0]
    start.title = "Projekt"
    for row in (("Projektnamn", "Hamn för alla"), ("Startdatum", datetime.date(2025, 3, 1)), ("Version", 3)):
        start.append(row)
    costs = book.create_sheet("Kostnader")
    costs.append(("Kostnadsslag", 2025, 2026))
    for line in (("Personal", 500_000, 610_000.5), ("Resor", 20_000, None), ("Summa", "=SUM(B2:B3)", 610_000)):
        costs.append(line)
    path, mapping = tmp_path / "budget.xlsx", tmp_path / "budget.toml"
    book.save(path)
    mapping.write_text(
        '[budget]\ncurrency = "SEK"\n[budget.cells]\nname = "Projekt!B1"\n"period.start" = "Projekt!B2"\n'
        '[budget.costs]\nsheet = "kostnader"\nfirst = 2\namounts = "B:C"\naxis = "year"\n',
        encoding="utf-8",
    )
    reading = read(path, mapping=mapping)
    assert (reading.format, reading) == ("budget_sheet", read(path, "budget_sheet", mapping=mapping))
    with pytest.raises(ReadError, match="is read with a mapping"):
        read(path, "budget_sheet")
    project = reading.one()
    assert (project.name, str(project.period)) == ("Hamn för alla", "2025-03-01/..")
    assert costs_of(reading) == [
        ("STAFF", 2025, Money(500_000)),
        ("STAFF", 2026, Money("610000.50")),
        ("TRAVEL", 2025, Money(20_000)),
    ]
    assert project.extra == (("Version", "3"),)
    where = reading.where(0, "budget.costs[1].basis.amount")
    assert (where.sheet, where.row, where.column) == ("Kostnader", 2, "C")
    assert reading.where(0, "budget.costs[2].description").column == "A"
    assert reading.where(0, "name").text == "Hamn för alla"
    told = [problem for problem in reading.problems if problem.code == "workbook.sum_differs"]
    assert [problem.text("sv") for problem in told] == [
        "Blad Kostnader, cell C4: ”610000” är en summa på 610\u00a0000\u00a0kr, men det som har lästs blir "
        "610\u00a0000,50\u00a0kr. Rätta bladet, eller raderna och kolumnerna i mappningen."
    ]
    (item,) = [each for each in stream(path, mapping=mapping) if each.project is not None]
    assert item.project == project


def test_a_text_is_read_too() -> None:
    """A budget in text with delimiters has its cells in the columns A, B and on."""
    mapping = mapping_in(f'[budget]\ncurrency = "EUR"\n{COSTS}', "budget.toml")
    reading = read_text("Cost;Amount\nStaff costs;1 200,50\nTravel;300\nTotal;1 500,50\n", mapping=mapping)
    assert costs_of(reading) == [("STAFF", None, Money("1200.50", "EUR")), ("TRAVEL", None, Money(300, "EUR"))]
    assert codes_of(reading) == ["table.unnamed"]


# --- Lines of costs


def test_a_group_without_an_amount_is_told() -> None:
    """What has no category of its own is of the label above it, which may be a line that is not filled in."""
    reading = read_sheets(COSTS, ("", "Budget"), ("Personal",), ("Ekonom", 5), ("Resor", 7), ("Ekonom", 9))
    assert costs_of(reading) == [("STAFF", None, Money(5)), ("TRAVEL", None, Money(7)), ("OTHER", None, Money(9))]
    assert codes_of(reading) == ["table.unnamed", "workbook.of_group", "workbook.category_unknown"]
    assert [problem.row for problem in reading.problems][1:] == [3, 5]


def test_groups_may_stand_in_a_column() -> None:
    """A group in a column of its own, as in merged cells, is that of the rows below it too."""
    mapping = '[budget.costs]\nfirst = 2\nlabels = "A:B"\namounts = "C"\n'
    rows = (
        ("Slag", "Post", "Kr"),
        ("Personal", "Ekonom", 5),
        ("", "Resor", 7),
        ("Delprojekt", "Möten", 9),
        ("OH", "", 2),
    )
    reading = read_sheets(mapping, *rows)
    assert costs_of(reading) == [
        ("STAFF", None, Money(5)),
        ("TRAVEL", None, Money(7)),
        ("OTHER", None, Money(9)),
        ("INDIRECT", None, Money(2)),
    ]
    budget = reading.one().budget
    assert budget is not None
    assert [cost.description for cost in budget.costs] == ["Ekonom", "Resor", "Delprojekt: Möten", "OH"]
    assert codes_of(reading) == ["table.unnamed", "workbook.category_of_words", "workbook.category_unknown"]


def test_the_mapping_names_what_no_word_says() -> None:
    """Names go before words, and `others` is for the lines that neither names."""
    names = 'names = { "Bemanning*" = "staff", "Summa resor" = "travel" }\nothers = "external services"\n'
    rows = ((), ("Bemanning, 2 år", 5), ("Summa resor", 7), ("Arena", 9), ("Summa", 21))
    reading = read_sheets(COSTS + names, ("Budget",), *rows[1:])
    assert costs_of(reading) == [
        ("STAFF", None, Money(5)),
        ("TRAVEL", None, Money(7)),
        ("EXTERNAL_SERVICES", None, Money(9)),
    ]
    assert codes_of(reading) == ["table.unnamed"]


def test_what_is_no_line_is_told_and_kept() -> None:
    """Shares, parts of the line above, other payers and rows to skip are in `extra` with their labels."""
    mapping = COSTS + 'skip = "Kontroll*"\n'
    rows = (
        ("Post", "Kr", "Not"),
        ("Personal", 100, "halvtid"),
        ("varav Anna", 60),
        ("Andel", TypedCell(Decimal("0.4"), "40%", "0%")),
        ("EU-stöd", 40),
        ("Kontroll", 1),
        ("Post", "Kr"),
        ("", ""),
        ("En anmärkning",),
    )
    reading = read_sheets(mapping, *rows)
    assert costs_of(reading) == [("STAFF", None, Money(100))]
    assert codes_of(reading) == [
        "workbook.not_amounts",
        "workbook.parts_left_out",
        "table.unnamed",
        "workbook.no_cost",
        "workbook.figures_left",
    ]
    assert reading.one().extra == (
        ("Personal, Not", "halvtid"),
        ("varav Anna, Kr", "60"),
        ("Andel, Kr", "40%"),
        ("EU-stöd, Kr", "40"),
        ("Kontroll, Kr", "1"),
        ("Post, Kr", "Kr"),
    )


def test_figures_that_cannot_be_read_stay_open() -> None:
    """A text, a formula that was never computed and an amount in another unit make a cost of an unknown amount."""
    mapping = '[budget]\nunit = 1000\n[budget.costs]\nfirst = 2\namounts = "B"\n'
    rows = (("Post", "Belopp"), ("Personal", "se bilaga"), ("Resor", Formula(None)), ("Hyra", "500 000 kr"), ("OH", 7))
    reading = read_sheets(mapping, *rows)
    assert costs_of(reading) == [
        ("STAFF", None, None),
        ("TRAVEL", None, None),
        ("OFFICE", None, None),
        ("INDIRECT", None, Money(7000)),
    ]
    assert codes_of(reading) == [
        "list.no_amount",
        "list.two_units",
        "workbook.no_result",
        "table.unnamed",
        "workbook.figures_left",
    ]
    assert reading.one().extra == (("Personal, Belopp", "se bilaga"), ("Hyra, Belopp", "500 000 kr"))


def test_faults_of_many_cells_are_told_once() -> None:
    """Without a currency no amount is read, which is one problem of the column."""
    rows = (("Post", "Belopp"), *((label, 5) for label in ("Personal", "Resor", "Hyra", "Utrustning")))
    reading = read_sheets(COSTS, *rows, currency=None)
    assert {amount for *_, amount in costs_of(reading)} == {None}
    assert codes_of(reading) == ["list.cells_unread", "table.unnamed", "workbook.figures_left"]
    assert (reading.problems[0].sheet, reading.problems[0].column) == ("Budget", "B")


def test_typed_sums_of_all_lines_are_sums_without_a_total() -> None:
    """Where all lines are sums and their parts, no chance makes it so; a single sum may be chance, and is told."""
    rows: list[list[object]] = [
        ["Kostnad", "kr"],
        ["Personal", 7],
        ["Projektledare", 5],
        ["Ekonom", 2],
        ["Resor", 9],
        ["Tåg", 4],
        ["Hotell", 5],
    ]
    reading = read_sheets(COSTS, *rows)
    assert [(name, amount) for name, _, amount in costs_of(reading)] == [
        ("STAFF", Money(5)), ("STAFF", Money(2)), ("TRAVEL", Money(4)), ("TRAVEL", Money(5))
    ]  # fmt: skip
    assert codes_of(reading) == ["workbook.sums_taken", "table.unnamed"]
    assert "workbook.sums_in_doubt" in codes_of(read_sheets(COSTS, *rows[:5]))


@pytest.mark.parametrize(
    ("label", "category", "told"),
    [
        ("Schablon 40 % av personalkostnaderna", "INDIRECT", True),
        ("Office and administration (15% of staff)", "OFFICE", True),
        ("Indirekta kostnader, 15 %", "INDIRECT", True),
        ("Projektledare 50 %", "STAFF", False),
        ("Lön, 50 % av heltid", "STAFF", False),
    ],
)
def test_a_flat_rate_is_a_cost_of_its_own_category(label: str, category: str, told: bool) -> None:
    """It is none of its base, and that nothing is computed is told."""
    reading = read_sheets(COSTS, ["Kostnad", "kr"], [label, 600_000])
    assert costs_of(reading) == [(category, None, Money(600_000))]
    assert ("workbook.flat_rate_as_stated" in codes_of(reading)) is told


def test_what_is_paid_below_zero_stays_open() -> None:
    """Accounts write revenue with a minus; a payer who pays less than nothing is told, and the figure kept."""
    reading = read_sheets(FINANCING, ["Finansiär", "kr"], ["EU-bidrag", -500], ["Falu kommun", 300])
    assert [amount for _, _, amount in paid_in(reading)] == [None, Money(300)]
    assert codes_of(reading)[0] == "workbook.negative_financing"
    assert reading.one().extra == (("EU-bidrag, kr", "-500"),)


@pytest.mark.parametrize(
    ("heading", "number_format", "told"),
    [("2025", '0.0 "tkr"', []), ("tkr", '0.0 "tkr"', []), ("tkr", "0.0", []), ("tkr", '0.0 "kr"', ["list.two_units"])],
)
def test_thousands_may_be_said_by_the_number_format(heading: str, number_format: str, told: list[str]) -> None:
    """What a person sees is "1.5 tkr"; kronor in a column of thousands are told."""
    reading = read_sheets(COSTS, ["Kostnad", heading], ["Personal", TypedCell(Decimal("1.5"), "1.5", number_format)])
    assert [amount for _, _, amount in costs_of(reading)] == ([None] if told else [Money(1500)])
    assert codes_of(reading)[: len(told)] == told


@pytest.mark.parametrize("written", ["-500 kr", "\N{MINUS SIGN}500", "(500)", -500])
def test_revenue_with_its_minus_is_taken_away(written: str | int) -> None:
    """A minus is that of the amount, however it is written."""
    reading = read_sheets(COSTS, ("Post", "Kr"), ("Personal", 900), ("Intäkter", written), ("Summa", 400))
    assert costs_of(reading)[1] == ("REVENUE", None, Money(-500))
    assert codes_of(reading) == ["table.unnamed"]


def test_revenue_without_a_minus_is_taken_from_the_costs_unless_the_total_counts_it() -> None:
    """The total decides; where there is none, revenue is taken away, and told."""
    rows = (("Post", "Kr"), ("Personal", 900), ("Intäkter", 500))
    assert codes_of(read_sheets(COSTS, *rows)) == ["workbook.deducted", "table.unnamed"]
    assert costs_of(read_sheets(COSTS, *rows, ("Summa", 400)))[1][2] == Money(-500)
    counted = read_sheets(COSTS, *rows, ("Summa", 1400))
    assert costs_of(counted)[1][2] == Money(500)
    assert codes_of(counted) == ["table.unnamed"]


# --- Sums


def test_figures_that_may_be_a_sum_are_told() -> None:
    """Equal figures may be chance: without a total that decides, and without a formula, they are counted and told."""
    rows = (("Post", "Kr"), ("Personal", 100), ("Anna", 60), ("Bo", 40), ("Resor", 7))
    reading = read_sheets(COSTS, *rows)
    assert [str(amount) for *_, amount in costs_of(reading)] == ["100 SEK", "60 SEK", "40 SEK", "7 SEK"]
    assert "workbook.sums_in_doubt" in codes_of(reading)
    for total, count in ((107, 3), (207, 4)):
        decided = read_sheets(COSTS, *rows, ("Totalt", total))
        assert len(costs_of(decided)) == count
        assert "workbook.sums_in_doubt" not in codes_of(decided)
    contradicted = codes_of(read_sheets(COSTS, *rows, ("Totalt", 999)))
    assert {"workbook.sums_in_doubt", "workbook.sum_differs"} <= {*contradicted}


def test_a_formula_that_comes_to_the_lines_below_is_their_sum() -> None:
    """Even one line may have a sum, and a sum that was computed for one year only is that of its lines."""
    rows = (("Post", 2025, 2026), ("Personal", Formula(60), Formula(None)), ("Anna", 60, 5), ("Resor", 7, None))
    reading = read_sheets(YEARS, *rows)
    assert costs_of(reading) == [
        ("STAFF", 2025, Money(60)),
        ("STAFF", 2026, Money(5)),
        ("TRAVEL", 2025, Money(7)),
    ]
    assert codes_of(reading) == ["workbook.no_result", "workbook.sums_taken", "table.unnamed"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Personal", 0), ("Anna", 0)],
        [("Personal", 60), ("Anna", None), ("Bo", 61)],
        [("Personal", 60), ("Anna", "okänt belopp"), ("Bo", 60)],
        [("Intäkter", -60), ("Anna", -60)],
    ],
    ids=["nothing", "another figure", "an unknown one", "revenue"],
)
def test_what_is_no_sum_is_counted(rows: Sequence[Sequence[object]]) -> None:
    """Where the lines below do not come to a figure, or are not known, it is a line."""
    reading = read_sheets(COSTS, ("Post", "Budget"), *rows)
    assert len(costs_of(reading)) == sum(len(row) > 1 and row[1] is not None for row in rows)
    assert not {"workbook.sums_taken", "workbook.sums_in_doubt"} & {*codes_of(reading)}


def test_two_currencies_are_no_budget() -> None:
    """An amount in another currency is no part of a sum, and makes no budget: all lines are kept."""
    reading = read_sheets(COSTS, ("Post", "Belopp"), ("Personal", 60), ("Anna", "60 euro"), ("Summa", 60))
    assert reading.one().budget is None
    assert reading.one().extra == (("Personal, Belopp", "60"), ("Anna, Belopp", "60 euro"))
    assert "currency.mixed" in codes_of(reading)


def test_a_sum_may_stand_above_its_lines() -> None:
    """A total at the top is compared with the lines below it, and ends no table."""
    reading = read_sheets(COSTS, ("Post", "Kr"), ("Totalt", 12), ("Personal", 5), ("Resor", 7))
    assert len(costs_of(reading)) == 2
    assert codes_of(reading) == ["table.unnamed"]


def test_a_difference_is_told_where_it_stands() -> None:
    """A subtotal is compared with the lines since the sum before it, the total with all, a row with its amounts."""
    mapping = '[budget.costs]\nfirst = 2\nlast = 8\namounts = "B:C"\naxis = "year"\ntotal = "D"\n'
    rows = (
        ("Post", 2025, 2026, "Summa"),
        ("Personal", 5, 6, 11),
        ("Summa personal", 5, 6, 11),
        ("Resor", 7, None, 8),
        ("Summa resor", 8, None, 7),
        ("Hyra", None, None, 3),
        ("", None, None, 3),
        ("Totalt", 12, 6, 20),
    )
    reading = read_sheets(mapping, *rows)
    assert costs_of(reading)[-1] == ("OFFICE", None, Money(3))
    told = [(f"{each.column}{each.row}", each.params) for each in reading.problems if each.column and each.params]
    assert told == [
        ("B5", {"stated": Money(8), "computed": Money(7)}),
        ("D8", {"stated": Money(20), "computed": Money(21)}),
        ("D4", {"stated": Money(8), "computed": Money(7)}),
    ]


def test_differences_are_told_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of nothing but wrong sums is told of with the first of them."""
    monkeypatch.setattr(_budget_sums, "MOST_PROBLEMS", 2)
    reading = read_sheets(COSTS, ("Post", "Kr"), *([("Personal", 5), ("Summa personal", 1)] * 4))
    assert codes_of(reading).count("workbook.sum_differs") == 2


def test_what_is_not_known_is_not_compared() -> None:
    """A sum beside an unknown amount, or one that was never computed, may be right."""
    mapping = YEARS + 'total = "D"\n'
    rows = (
        ("Post", 2025, 2026, "Summa"),
        ("Personal", "se not", 6, 11),
        ("Hyra", 1, 1, "se not"),
        ("Summa", 5, Formula(None), 1),
    )
    codes = codes_of(read_sheets(mapping, *rows))
    assert "workbook.sum_differs" not in codes


# --- Financing


def test_the_financing_is_read() -> None:
    """Words, bodies and groups say whose money it is; a total of one payer alone is that payer's."""
    rows = (
        ("Finansiär", "Kr"),
        ("Summa EU-stöd", 100),
        ("Summa EU-stöd", 100),
        ("Falu kommun, kontant", 30),
        ("Offentlig medfinansiering",),
        ("Bygdelaget", 20),
        ("Dala AB", 9),
        ("Privat medfinansiering, eget arbete",),
        ("Stiftelsen Ek", 5),
        ("Totalt", 164),
    )
    mapping = '[budget.financing]\nfirst = 2\namounts = "B"\n'
    reading = read_sheets(mapping, *rows)
    assert paid_in(reading)[:2] == [("EU", None, Money(100)), ("OWN_PUBLIC", "Falu kommun", Money(30))]
    assert paid_in(reading)[2:] == [
        ("OWN_PUBLIC", "Bygdelaget", Money(20)),
        ("OWN_PUBLIC", "Dala AB", Money(9)),
        ("OWN_PRIVATE", "Stiftelsen Ek", Money(5)),
    ]
    budget = reading.one().budget
    assert budget is not None
    assert budget.financing[-1].form is ContributionForm.IN_KIND
    assert budget.eu_support == Money(100)
    assert "workbook.of_group" in codes_of(reading)


def test_a_payer_that_nobody_knows_leaves_the_financing_open() -> None:
    """Unknown money is not counted as anybody's, and the list is not complete; a mapping may say whose it is."""
    rows = (("Intäkter", "Kr"), ("EU-stöd", 100), ("Kassan", 50), ("Falu kommun",), ("Kassan", 25))
    reading = read_sheets(FINANCING, *rows)
    assert paid_in(reading) == [("EU", None, Money(100)), (None, None, None)]
    assert codes_of(reading).count("workbook.source_unknown") == 2
    names = 'names = { "Falu*" = "own, public" }\nothers = "own, private"\n'
    assert paid_in(read_sheets(FINANCING + names, *rows))[1:] == [
        ("OWN_PRIVATE", "Kassan", Money(50)),
        ("OWN_PUBLIC", "Kassan", Money(25)),
    ]
    named = 'names = { "Kassan" = "own" }\n'
    assert paid_in(read_sheets(FINANCING + named, *rows))[-1] == ("OWN", "Kassan", Money(25))


def test_parts_of_money_are_read_where_they_come_to_the_whole() -> None:
    """The Union's part is not own money: parts that come to a line stand for it, others leave it open."""
    rows = (("", "Kr"), ("Offentlig finansiering", 100), ("varav EU", 60), ("varav Falu kommun", 40), ("Totalt", 100))
    assert paid_in(read_sheets(FINANCING, *rows)) == [
        ("EU", None, Money(60)),
        ("OWN_PUBLIC", "Falu kommun", Money(40)),
    ]
    reading = read_sheets(FINANCING, *rows[:3])
    assert paid_in(reading) == [(None, None, None)]
    assert {"workbook.parts_left_out", "workbook.source_unknown"} <= {*codes_of(reading)}
    own = read_sheets(FINANCING, ("", "Kr"), ("varav EU", 1), ("Falu kommun", 100), ("varav kontant", 60))
    assert paid_in(own) == [("OWN_PUBLIC", "Falu kommun", Money(100))]


def test_only_what_is_budgeted_is_read() -> None:
    """What was paid is no budget, and beside what was granted the application is not either."""
    rows = (("", "Kr"), ("Sökt EU-stöd", 100), ("Utbetalt EU-stöd", 60), ("Kommunen", 40))
    assert [source for source, *_ in paid_in(read_sheets(FINANCING, *rows))] == ["EU", "OWN_PUBLIC"]
    granted = read_sheets(FINANCING, *rows, ("Beviljat EU-stöd", 90))
    assert [str(amount) for *_, amount in paid_in(granted)] == ["40 SEK", "90 SEK"]
    assert "workbook.not_amounts" in codes_of(granted)


def test_money_that_is_listed_twice_is_no_budget() -> None:
    """The Union's money beside the undivided grant is the same money: the lines are kept, and it is told."""
    reading = read_sheets(FINANCING, ("", "Kr"), ("EU-stöd", 40), ("ESF-stöd", 54))
    assert reading.one().budget is None
    assert reading.one().extra == (("EU-stöd, Kr", "40"), ("ESF-stöd, Kr", "54"))


# --- Years, partners and sheets


def test_columns_and_rows_may_be_of_years_and_partners() -> None:
    """The headings of columns, columns of their own and the mapping say of which year and partner a line is."""
    mapping = (
        '[budget.costs]\nfirst = 2\namounts = "B:C"\naxis = "partner"\nyear_column = "D"\n'
        '[[budget.financing]]\nfirst = 7\namounts = "B"\nyear = 2026\npartner_column = "C"\n'
    )
    rows = (
        ("Post", "Falu kommun (SEK)", "Bolaget", "År"),
        ("Personal", 5, 6, TypedCell(datetime.date(2025, 1, 1), "2025-01-01", "yyyy")),
        ("Resor", None, 7, "nästa år"),
        ("Hyra", 8),
        (),
        ("", "Kr", "Partner"),
        ("EU-stöd", 3, "Bolaget"),
        ("Kommunen", 2),
    )
    reading = read_sheets(mapping, *rows)
    budget = reading.one().budget
    assert budget is not None
    assert [(cost.partner, cost.year) for cost in budget.costs] == [
        ("Falu kommun", 2025),
        ("Bolaget", 2025),
        ("Bolaget", None),
        ("Falu kommun", None),
    ]
    assert [(paid.partner, paid.year) for paid in budget.financing] == [("Bolaget", 2026), (None, 2026)]
    assert "workbook.no_year" in codes_of(reading)


def test_a_table_ends_with_its_total_or_before_the_next() -> None:
    """Without `last`, what stands below the total is in no table; figures there are told."""
    mapping = '[budget.costs]\nfirst = 2\namounts = "B"\n[budget.financing]\nfirst = 5\namounts = "B"\n'
    rows = (("", "Kr"), ("Personal", 5), ("En not",), ("", "Kr"), ("EU-stöd", 5), ("Totalt", 5), ("Kurs", "11,2"))
    reading = read_sheets(mapping, *rows)
    assert (len(costs_of(reading)), len(paid_in(reading))) == (1, 1)
    assert codes_of(reading) == ["table.unnamed", "workbook.figures_left"]
    assert reading.one().extra == (("Kurs", "11,2"),)
    shared = '[budget.costs]\nfirst = 2\namounts = "B"\n[budget.financing]\nfirst = 5\nheading = 1\namounts = "B"\n'
    assert len(costs_of(read_sheets(shared, *rows))) == 1


def test_other_sheets_are_told() -> None:
    """A sheet that the mapping does not name is not read; one that is not named has to be the only one."""
    mapping = '[budget.costs]\nsheet = "Ett"\nfirst = 2\namounts = "B"\n'
    sheets: dict[str, Any] = {"Ett": [("", "Kr"), ("Hyra", 5)], "Två": [("Hyra", 7)], "Tom": []}
    reading = read_sheets(mapping, **sheets)
    assert [(each.sheet, each.params["count"]) for each in reading.problems if "count" in each.params] == [("Två", 1)]
    with pytest.raises(ReadError) as caught:
        read_sheets(COSTS, **sheets)
    assert caught.value.code == "workbook.which_sheet"
    with pytest.raises(ReadError) as caught:
        read_sheets(mapping.replace("Ett", "Tre"), **sheets)
    assert caught.value.code == "workbook.no_such_sheet"


@pytest.mark.parametrize(
    ("mapping", "code"),
    [(YEARS, "mapping.no_year"), (YEARS.replace("year", "partner"), "mapping.no_partner")],
)
def test_headings_that_do_not_fit_the_mapping_are_refused(mapping: str, code: str) -> None:
    """Columns of years have a year in their headings, those of partners a name."""
    with pytest.raises(ReadError) as caught:
        read_sheets(mapping, ("Post", "Kr"), ("Personal", 5, 6))
    assert caught.value.code == code
    for language in LANGUAGES:
        assert "{" not in caught.value.text(language)


def test_a_table_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """More lines than any budget has are refused."""
    for module, limit in ((_budget_rows, "_MOST_ROWS"), (_sheet_cells, "_MOST_OF_SHEET")):
        with monkeypatch.context() as patched:
            patched.setattr(module, limit, 3)
            with pytest.raises(ReadError) as caught:
                read_sheets(COSTS, ("Post", "Kr"), *([("Personal", 5)] * 4))
        assert caught.value.code == "workbook.too_many_lines"


# --- Units


def test_the_unit_of_a_sheet_is_taken_and_told() -> None:
    """A text above the table says the unit of all its amounts, unless the mapping or a heading says another."""
    rows = (("Belopp i tkr",), ("", "2025", "2026 (mnkr)"), ("Personal", 5, 7), ("Summa", 5, 7))
    mapping = '[budget.costs]\nfirst = 3\namounts = "B:C"\naxis = "year"\n'
    reading = read_sheets(mapping, *rows, currency=None)
    assert costs_of(reading) == [("STAFF", 2025, Money(5000)), ("STAFF", 2026, Money(7_000_000))]
    assert reading.problems[0].params == {"unit": 1000}
    stated = read_sheets(mapping + "unit = 1\n", *rows)
    assert costs_of(stated)[0] == ("STAFF", 2025, Money(5))
    assert codes_of(stated) == ["table.unnamed"]


def test_a_unit_beside_an_empty_cell_or_a_number_is_taken() -> None:
    """The text may stand anywhere in its row."""
    mapping = '[budget.costs]\nfirst = 3\namounts = "B"\n'
    for above in (("", "", "Belopp i tkr"), (2025, None, "Belopp i tkr")):
        reading = read_sheets(mapping, above, ("", "Kostnad"), ("Personal", 5), currency=None)
        assert costs_of(reading) == [("STAFF", None, Money(5000))]


def test_two_units_are_refused() -> None:
    """Which of two units the amounts have is not known."""
    for heading, place in ((("Budget, SEK", "Belopp"), "Budget!A2"), (("Post", "Belopp, SEK"), "Budget!B2")):
        with pytest.raises(ReadError) as caught:
            read_sheets('[budget.costs]\nfirst = 3\namounts = "B"\n', ("Belopp i tkr",), heading, ("Personal", 5))
        assert (caught.value.code, caught.value.place) == ("workbook.several_units", place)


def test_the_unit_above_two_tables_is_told_once() -> None:
    """A text at the top of a sheet is above all of its tables."""
    mapping = '[budget.costs]\nfirst = 3\namounts = "B"\n[budget.financing]\nfirst = 6\namounts = "B"\n'
    rows = (("Belopp i tkr",), ("", "Kostnad"), ("Personal", 5), (), ("", "Belopp"), ("EU-stöd", 5))
    reading = read_sheets(mapping, *rows)
    assert codes_of(reading) == ["workbook.unit_taken", "table.unnamed"]
    assert paid_in(reading) == [("EU", None, Money(5000))]


# --- Single cells

CELLS = (
    '[budget]\nunit = 1000\n[budget.cells]\nname = "B1"\ntotal = "B2"\neu_support = "B3"\nstart = "B4"\nend = "C4"\n'
)


def test_amounts_of_single_cells_are_compared_with_the_tables() -> None:
    """The total is that of the budget, and a difference to the lines is told; other amounts are compared alone."""
    mapping = (
        CELLS + '[budget.costs]\nfirst = 7\nlast = 7\namounts = "B"\n[budget.financing]\nfirst = 8\namounts = "B"\n'
    )
    rows = [
        ("Projekt", "Gröna rum"),
        ("Total budget", 12),
        ("EU-stöd", "4 000 kr"),
        ("Period", "2025-01-01", "-"),
        (),
        ("", "Kr"),
        ("Personal", 11),
        ("EU-stöd", 5),
    ]
    reading = read_sheets(mapping, *rows)
    budget = reading.one().budget
    assert budget is not None
    assert (budget.total, budget.eu_support) == (Money(12_000), Money(5_000))
    assert [(each.row, each.params) for each in reading.problems if each.code == "workbook.sum_differs"] == [
        (2, {"stated": Money(12_000), "computed": Money(11_000)}),
        (3, {"stated": Money(4_000), "computed": Money(5_000)}),
    ]
    assert reading.where(0, "budget.total").row == 2
    assert reading.one().extra == (("Period", "-"),)


def test_single_cells_alone_are_a_budget_too() -> None:
    """Without tables the amounts of cells make the budget, as those of a list do."""
    rows = [("", "Gröna rum"), ("Total budget", 12), ("EU-stöd", 5), ("", "31/02/2025", "")]
    reading = read_sheets(CELLS + '[defaults]\nfund = "ERUF"\n', *rows)
    project = reading.one()
    assert project.budget is not None
    assert (project.budget.total, project.budget.eu_support) == (Money(12_000), Money(5_000))
    assert project.fund is not None
    assert [problem.code for problem in reading.problems if problem.place.startswith("period")] == [
        "date.no_such_day",
        "workbook.empty_cell",
    ]
    assert project.extra == (("", "31/02/2025"),)
    with pytest.raises(NotKnown):
        reading.where(0, "period.start")


def test_a_row_that_cannot_be_read_is_told() -> None:
    """A fault of a row of the source, such as a quotation mark that is never closed, is told with its row."""
    mapping = mapping_in('[budget]\ncurrency = "SEK"\n' + COSTS, "budget.toml")
    reading = read_text('Post;Kr\nPersonal;500\n"Resor;700\n', mapping=mapping)
    assert any(problem.code.startswith("list.") and problem.row == 3 for problem in reading.problems)


def test_a_table_without_lines_is_told() -> None:
    """A table that begins below the sheet, or has no amounts, is hardly meant."""
    mapping = COSTS.replace("2", "9") + FINANCING
    reading = read_sheets(mapping, ("", "Kr"), ("EU-stöd",))
    assert [each.given for each in reading.problems if each.code == "workbook.no_lines"] == ["Budget!A9", "Budget!A2"]


def test_a_text_beside_the_headings_is_kept() -> None:
    """What stands in the row of the headings, above no column of the table, is no heading."""
    reading = read_sheets(COSTS, ("Post", "Kr", "Not", "Bilaga 3"), ("Personal", 5, "halvtid"))
    assert reading.one().extra == (("Post", "Bilaga 3"), ("Personal, Not", "halvtid"))


def test_what_all_projects_share_stands_in_the_mapping() -> None:
    """A cell goes before a default; a total that agrees with the lines is told of nothing."""
    mapping = (
        '[defaults]\ncurrency = "EUR"\nregion = "Dalarna"\nfund = "ESF+"\n'
        '[budget.cells]\nname = "B1"\nregion = "B2"\ntotal = "B3"\n[budget.costs]\nfirst = 5\namounts = "B"\n'
    )
    rows = (("Projekt", "Gröna rum"), ("Region", "Gotland"), ("Total budget", 5), ("Post", "Belopp"), ("Hyra", 5))
    found = mapping_in(mapping, "budget.toml")
    assert found.budget is not None
    reading = read_budget_sheet(source_of({None: rows}), found, found.budget)
    assert reading.problems == ()
    assert (reading.one().region, costs_of(reading)) == ("Gotland", [("OFFICE", None, Money(5, "EUR"))])
    assert reading.where(0, "fund").text == "ESF+"


# --- Parts


def test_formulas_of_a_budget_are_cells() -> None:
    """A formula that was never computed states an amount that is not known; the text of one is a text."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("Post", "SEK"), ("Personal", "=1+1"), ("Hyra", 7)):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    mapping = mapping_in(COSTS, "budget.toml")
    assert mapping.budget is not None
    reading = read_budget_sheet(
        open_source(Spool(io.BytesIO(file.getvalue()), "budget.xlsx", 100_000), "budget.xlsx", mapping),
        mapping,
        mapping.budget,
    )
    assert costs_of(reading) == [("STAFF", None, None), ("OFFICE", None, Money(7))]
    text = TypedCell(None, "Personal", is_formula=True)
    assert costs_of(read_sheets(COSTS, ("Post", "Kr"), (text, 5))) == [("STAFF", None, Money(5))]


def test_signs_of_cells_that_are_no_amounts_stay() -> None:
    """Only a negative amount is without its sign."""
    day = TypedCell(datetime.date(2025, 1, 1), "2025-01-01")
    assert unsigned(day) == (day, False)
    assert unsigned("a-b") == ("a-b", False)


def test_an_encoding_may_be_known_by_the_labels() -> None:
    """A budget in an old encoding is read by the labels of its rows."""
    text = "Kostnader;Belopp\nLöner;500\nÖvriga kostnader;70\n"
    mapping = mapping_in('[budget]\ncurrency = "SEK"\n' + COSTS, "budget.toml")
    source = open_source(Spool(io.BytesIO(text.encode("cp1252")), "budget.csv", 1_000), "budget.csv", mapping)
    assert next(iter(source.sheets[0].rows())).cells == ("Kostnader", "Belopp")
