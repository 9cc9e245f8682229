"""What is printed as a table is read back: in each form, unit and language, right or wrong."""

from __future__ import annotations

import html
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    By,
    Commitment,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Money,
    Organisation,
    breakdown,
    read_finance_table,
)
from esfmodel.display import breakdown_table, financing_table
from esfmodel.formats import Agreement, TableForm
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from esfmodel.formats import FinanceTable

FEW = settings(max_examples=40)
LANGUAGES = st.sampled_from(("sv", "en"))
BODIES = (
    "Region Kronoberg",
    "Växjö kommun",
    "Ljusglimten",
    "Norge & Co",
    "Socialfonden Norr",
    "Total AB",
    "EU-kontoret",
)
AMOUNTS = st.integers(1, 10**7)
DIVIDED = [source for source in FundingSource if source is not FundingSource.EU_AND_STATE]
UNDIVIDED = [FundingSource.EU_AND_STATE, FundingSource.PARTNER_COUNTRY, FundingSource.OWN_PUBLIC, FundingSource.OWN]


# --- The tables that the library prints


@st.composite
def contributions(draw: st.DrawFn, sources: Sequence[FundingSource]) -> Contribution:
    """Draw a contribution of a source; an own one may be named, in a form, of a year and not yet firm."""
    source = draw(st.sampled_from(sources))
    amount = draw(st.one_of(AMOUNTS.map(Money), AMOUNTS.map(Money.of_minor), st.none()))
    if not source.is_own:
        return Contribution(Funder(source=source), amount)
    body = draw(st.one_of(st.none(), st.sampled_from(BODIES).map(Organisation)))
    return Contribution(
        Funder(body, source=source),
        amount,
        form=draw(st.sampled_from([None, *ContributionForm])),
        year=draw(st.sampled_from([None, 2025])) if body else None,
        commitment=draw(st.sampled_from([None, *Commitment])),
    )


SOURCES: st.SearchStrategy[Sequence[FundingSource]] = st.sampled_from((DIVIDED, UNDIVIDED))
BUDGETS = SOURCES.flatmap(
    lambda sources: st.lists(contributions(sources), min_size=1, max_size=4).map(lambda parts: Budget(financing=parts))
)


@FEW
@given(BUDGETS, LANGUAGES)
def test_the_financing_table_is_read_back(budget: Budget, language: str) -> None:
    """Funders, money, forms, amounts and the total are those of the budget; nothing is accused."""
    table = read_finance_table(financing_table(budget, language))
    found = table.budget()
    parts = [part for part in found.financing if not part.is_rest]
    # What is firm is the rule, and not printed.
    expected = [part for part in budget.financing if not part.is_rest]
    assert parts == [
        attrs.evolve(part, commitment=None) if part.commitment is Commitment.CONFIRMED else part for part in expected
    ]
    if not any(part.commitment for part in parts):
        assert found.total_cost == budget.total_cost
    assert table.adds_up is not False


@FEW
@given(st.dictionaries(st.sampled_from(CostCategory), AMOUNTS, min_size=1, max_size=5), LANGUAGES)
def test_the_table_of_costs_is_read_back(amounts: dict[CostCategory, int], language: str) -> None:
    """Categories, amounts and the total are those of the budget; revenue is below zero on both sides."""
    budget = Budget(
        [
            Cost(category, ActualCost(Money(-amount if category.may_be_negative else amount)))
            for category, amount in amounts.items()
        ]
    )
    table = read_finance_table(breakdown_table(breakdown(budget, By.CATEGORY), language))
    found = table.budget()
    assert {cost.category: cost.amount for cost in found.costs} == {cost.category: cost.amount for cost in budget.costs}
    assert (found.total, table.adds_up, table.problems) == (budget.total_costs, True, ())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_partners_years_and_sources_are_read_back(language: str) -> None:
    """A table by partner and category, or by category and year, has the costs and the total that it was made of."""
    lines = [
        ("A", CostCategory.STAFF, 2025, 500),
        ("A", CostCategory.TRAVEL, 2026, 40),
        ("B", CostCategory.STAFF, 2026, 60),
    ]
    budget = Budget(
        [Cost(each, ActualCost(Money(amount)), partner=partner, year=year) for partner, each, year, amount in lines]
    )
    by_partner = read_finance_table(breakdown_table(breakdown(budget, By.PARTNER, By.CATEGORY), language)).budget()
    assert breakdown(by_partner, By.PARTNER, By.CATEGORY).rows == breakdown(budget, By.PARTNER, By.CATEGORY).rows
    by_year = read_finance_table(breakdown_table(breakdown(budget, By.CATEGORY, By.YEAR), language)).budget()
    assert breakdown(by_year, By.CATEGORY).rows == breakdown(budget, By.CATEGORY).rows
    assert by_partner.total == by_year.total == Money(600)


# --- The forms in which people copy tables


class Unit(NamedTuple):
    """A unit: its heading by language, its size, and the smallest amount that has one decimal in it."""

    headings: Mapping[str, str]
    size: int


UNITS = (
    Unit({"sv": "Belopp (kr)", "en": "Amount (SEK)"}, 1),
    Unit({"sv": "Belopp, tkr", "en": "Amount, SEK thousand"}, 1_000),
    Unit({"sv": "Belopp i mnkr", "en": "Amount (SEK million)"}, 1_000_000),
)


def figure(amount: int, language: str) -> str:
    """Write tenths of a unit."""
    whole, tenths = divmod(amount, 10)
    grouped = f"{whole:,}" if language == "en" else f"{whole:,}".replace(",", " ")
    return f"{grouped}{'.' if language == 'en' else ','}{tenths}"


def padded(rows: Sequence[Sequence[str]]) -> str:
    """Write rows with runs of spaces between the cells, figures to the right."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join(
        "   ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def in_html(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as an HTML table."""
    cells = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


FORMS: Mapping[TableForm, Callable[[Sequence[Sequence[str]]], str]] = {
    TableForm.SEMICOLONS: lambda rows: "\n".join(";".join(row) for row in rows),
    TableForm.TABS: lambda rows: "\n".join("\t".join(row) for row in rows),
    TableForm.COMMAS: lambda rows: "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows),
    TableForm.PIPES: lambda rows: "\n".join(" | ".join(row) for row in rows),
    TableForm.MARKDOWN: lambda rows: "\n".join(
        f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    ),
    TableForm.HTML: in_html,
    TableForm.SPACES: padded,
    TableForm.ONE_CELL_A_LINE: lambda rows: "\n".join(cell for row in rows for cell in row),
}


@FEW
@given(
    SOURCES.flatmap(lambda sources: st.lists(st.tuples(st.sampled_from(sources), AMOUNTS), min_size=2, max_size=4)),
    st.sampled_from(UNITS),
    LANGUAGES,
    st.sampled_from([*FORMS]),
)
def test_every_form_unit_and_language_is_read(
    parts: list[tuple[FundingSource, int]], unit: Unit, language: str, form: TableForm
) -> None:
    """A budget is the same in every form; its amounts are in the unit of the heading, its labels in either language."""
    words = {"sv": ("Finansiering", "Summa", sv.label), "en": ("Financing", "Total", en.label)}
    corner, last, label = words[language]
    rows = [
        (corner, unit.headings[language]),
        *((label(source), figure(amount, language)) for source, amount in parts),
        (last, figure(sum(amount for _, amount in parts), language)),
    ]
    width = 2 if form is TableForm.ONE_CELL_A_LINE else None
    table = read_finance_table(FORMS[form](rows), width=width)
    tenth = Decimal(unit.size) / 10
    assert table.form is form
    assert table.budget() == Budget(
        financing=[Contribution(Funder(source=source), Money(amount * tenth)) for source, amount in parts],
        total=Money(sum(amount for _, amount in parts) * tenth),
    )
    assert (table.adds_up, table.problems) == (True, ())


# --- Right and wrong sums

LABELS = ("EU-stöd", "Region Dalarna", "Privat medfinansiering")
GRIDS = st.lists(st.lists(st.integers(1_000, 10**6), min_size=2, max_size=2), min_size=3, max_size=3)
PLACES = st.tuples(st.integers(0, 3), st.integers(0, 2))


def with_sums(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return rows with their sums, and the sums of the columns below."""
    across = [[*row, sum(row)] for row in rows]
    return [*across, [sum(column) for column in zip(*across, strict=True)]]


def table_of(rows: Sequence[Sequence[object]]) -> FinanceTable:
    """Read a table by years."""
    lines = ["Finansiär (kr);2024;2025;Totalt"]
    lines += [";".join([label, *map(str, row)]) for label, row in zip((*LABELS, "Summa"), rows, strict=True)]
    return read_finance_table("\n".join(lines))


def test_a_year_among_figures_is_an_amount_and_among_headings_a_heading() -> None:
    """2 024 kr of 2024 is an amount; a line of headings, repeated below, is no figure."""
    assert table_of([[1000, 1000, 2000], [1000, 1000, 2000], [2024, 1000, 3024], [4024, 3000, 7024]]).adds_up is True
    heading = "Kostnad (kr);2024;2025;Totalt"
    table = read_finance_table("\n".join([heading, "Resor;900;1;901", heading, "Lokaler;2024;2025;4049"]))
    amounts = [[cell.amount for cell in row.cells[1:]] for row in table.rows]
    assert amounts == [[Money(900), Money(1), Money(901)], [Money(2024), Money(2025), Money(4049)]]


@FEW
@given(GRIDS, PLACES, st.integers(100, 10**6))
def test_a_wrong_figure_is_accused_at_its_sums_and_nowhere_else(
    rows: list[list[int]], place: tuple[int, int], more: int
) -> None:
    """A changed cell is accused at the sum of its row and at that of its column."""
    row, column = place
    printed = with_sums(rows)
    assert table_of(printed).adds_up is True
    printed[row][column] += more
    table = table_of(printed)
    accused = {(each.label, each.column, each.across) for each in table.differences(equal=False)}
    label = (*LABELS, "Summa")[row]
    assert accused == {("Summa", ("2024", "2025", "Totalt")[column], False), (label, "Totalt", True)}
    assert table.adds_up is False


@FEW
@given(GRIDS, PLACES, st.sampled_from(("?", "oklart", "12 eller 13", "5 %", "1.2.3")))
def test_a_table_that_cannot_be_read_is_never_accused(rows: list[list[int]], place: tuple[int, int], text: str) -> None:
    """A cell that cannot be read is a problem and leaves open whether its sums are right."""
    row, column = place
    printed: list[list[object]] = [[*each] for each in with_sums(rows)]
    printed[row][column] = text
    table = table_of(printed)
    assert Agreement.UNEQUAL not in {each.agreement for each in table.differences()}
    assert table.adds_up is not False
    assert [(problem.line, problem.given) for problem in table.problems] == [(row + 2, text)]
