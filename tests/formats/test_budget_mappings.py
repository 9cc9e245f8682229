from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidData
from esfmodel.formats.lists.budget_mapping import Axis, BudgetTable, CellAddress
from esfmodel.formats.lists.mapping import mapping_in
from esfmodel.formats.toml import inline_value
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.values.format import LANGUAGES

WHOLE = """
[budget]
currency = "EUR"
unit = 1000

[budget.cells]
name = "'Budget 2025'!b3"
"period.start" = "C4"
total = "Projekt!D5"

[budget.costs]
sheet = "Kostnader"
heading = 4
first = 6
last = 20
labels = ["A", "C"]
amounts = "E:G"
axis = "år"
total = "h"
partner_column = "B"
currency = "SEK"
unit = 1
others = "other"
skip = "Kontroll*"
names = { "Arena*" = "office", "Löner" = "STAFF" }

[[budget.financing]]
first = 2
amounts = "B"
year = 2026
partner = "Region Dalarna"
others = "own, public"

[[budget.financing]]
first = 12
amounts = ["B", "D"]
axis = "partner"
year_column = "E"
"""


def test_every_key_is_read() -> None:
    """The keys of cells and tables are read; a category, a source and an axis go by any of their names."""
    budget = mapping_in(WHOLE, "budget.toml").budget
    assert budget is not None
    assert (budget.currency, budget.unit) == ("EUR", 1000)
    assert budget.cells == {
        "name": CellAddress("Budget 2025", 2, 3),
        "period.start": CellAddress(None, 3, 4),
        "budget.total": CellAddress("Projekt", 4, 5),
    }
    assert budget.costs == (
        BudgetTable(
            first=6,
            last=20,
            sheet="Kostnader",
            heading=4,
            labels=(1, 3),
            amounts=(5, 6, 7),
            axis=Axis.YEAR,
            total=8,
            partner_column=2,
            currency="SEK",
            unit=1,
            others=CostCategory.OTHER,
            skip=("Kontroll*",),
            names={"Arena*": CostCategory.OFFICE, "Löner": CostCategory.STAFF},
        ),
    )
    first, second = budget.financing
    assert (first.year, first.partner, first.others) == (2026, "Region Dalarna", FundingSource.OWN_PUBLIC)
    assert (second.amounts, second.axis, second.year_column) == ((2, 4), Axis.PARTNER, 5)


@given(st.sampled_from([None, "Projekt", "Budget 2025"]), st.integers(1, 1000), st.integers(1, 20_000))
def test_an_address_is_read_as_it_is_written(sheet: str | None, column: int, row: int) -> None:
    """The text of an address is one that a mapping may have."""
    address = CellAddress(sheet, column, row)
    budget = mapping_in(f"[budget.cells]\nname = {inline_value(str(address))}\n", "budget.toml").budget
    assert budget is not None
    assert budget.cells["name"] == address


@dataclass
class Fault:
    """A mapping with one fault, and where and as what it is told."""

    text: str
    place: str
    code: str


FAULTS = [
    Fault("[budget]", "budget", "value.missing_one_of"),
    Fault("budget = 3", "budget", "value.not_keys"),
    Fault("[budget]\ncells = 3", "budget.cells", "value.not_keys"),
    Fault("[budget.cells]\nnamn_ = 'A1'", "budget.cells.namn_", "value.did_you_mean"),
    Fault("[budget.cells]\ntotal = 'A1'\n'budget.total' = 'A2'", 'budget.cells["budget.total"]', "value.given_twice"),
    Fault("[budget.cells]\nname = 'B'", "budget.cells.name", "mapping.cell"),
    Fault("[budget.cells]\nname = 'XFD1'", "budget.cells.name", "mapping.column"),
    Fault("[budget.cells]\nname = 'B99999'", "budget.cells.name", "mapping.row"),
    Fault("[budget.costs]\namounts = 'B'", "budget.costs.first", "value.missing"),
    Fault("[budget.costs]\nfirst = 2", "budget.costs.amounts", "value.missing"),
    Fault("[budget.costs]\nfirst = 0\namounts = 'B'", "budget.costs.first", "mapping.row"),
    Fault("[budget.costs]\nfirst = 5\nlast = 4\namounts = 'B'", "budget.costs.last", "mapping.rows"),
    Fault("[budget.costs]\nfirst = 5\namounts = 'B:C'", "budget.costs.amounts", "mapping.no_axis"),
    Fault("[budget.costs]\nfirst = 5\namounts = 'C:B'", "budget.costs.amounts", "mapping.column"),
    Fault("[budget.costs]\nfirst = 5\namounts = []", "budget.costs.amounts", "value.empty"),
    Fault("[budget.costs]\nfirst = 5\namounts = 'B1'", "budget.costs.amounts", "mapping.column"),
    Fault("[budget.costs]\nfirst = 5\namounts = 'A'", "budget.costs.amounts", "mapping.column_twice"),
    Fault(
        "[budget.costs]\nfirst = 5\naxis = 'year'\namounts = ['B', 'B']", "budget.costs.amounts", "mapping.column_twice"
    ),
    Fault("[budget.costs]\nfirst = 5\namounts = 'B'\nyear = 20256", "budget.costs.year", "mapping.year"),
    Fault(
        "[budget.costs]\nfirst = 5\namounts = 'B'\naxis = 'year'\nyear = 2025",
        "budget.costs.axis",
        "value.given_twice",
    ),
    Fault("[budget.costs]\nfirst = 5\namounts = 'B'\nnames = 3", "budget.costs.names", "value.not_keys"),
    Fault("[budget.costs]\nfirst = 5\namounts = 'B'\nnames = {A = 'EU'}", "budget.costs.names.A", "value.not_one_of"),
    Fault("[[budget.costs]]\nfirst = 5\namounts = 'B'\nunit = 7", "budget.costs[0].unit", "mapping.unit"),
    Fault("[budget.cells]\nname = 'A1'\n[columns.name]\nheading = 'Namn'", "budget", "mapping.budget_or_list"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.text)
def test_what_is_wrong_is_told_with_its_place(fault: Fault) -> None:
    """Each fault has its place in the mapping and a text in each language."""
    with pytest.raises(InvalidData) as caught:
        mapping_in(fault.text, "budget.toml")
    assert [(problem.place, problem.code) for problem in caught.value.problems] == [(fault.place, fault.code)]
    for language in LANGUAGES:
        assert "{" not in caught.value.problems[0].text(language)


def test_an_unknown_key_is_told() -> None:
    """A key that nobody knows is no part of a budget."""
    with pytest.raises(InvalidData, match="Did you mean costs"):
        mapping_in("[budget.kostnader]\nfirst = 1\n", "budget.toml")


def test_a_place_in_a_mapping_is_told_as_it_stands_there() -> None:
    """The path of a table is not told as that of a line of a budget."""
    with pytest.raises(InvalidData) as caught:
        mapping_in("[[budget.costs]]\nfirst = 0\namounts = 'B'\n", "budget.toml")
    for language in LANGUAGES:
        assert "budget.costs[0].first" in caught.value.problems[0].text(language)
