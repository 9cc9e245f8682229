from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.display import breakdown_table
from esfmodel.display._breakdown import BREAKDOWN_WORDS, BreakdownWords
from esfmodel.display.columns import width_of
from esfmodel.errors import InvalidValue
from esfmodel.examples import EXAMPLES, KOMPETENSKOMPASSEN, VAGLED_KOMPETENS
from esfmodel.model import (
    ActualCost,
    Breakdown,
    Budget,
    BudgetSide,
    By,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Fund,
    Funder,
    FundingSource,
    Organisation,
    SpreadBy,
    breakdown,
    spread,
)
from esfmodel.testing import breakdowns
from esfmodel.text import en, sv
from esfmodel.values import Bounds, Money, Period

EU = Funder(source=FundingSource.EU)


def lines(table: Breakdown, language: str = "sv", fund: Fund | None = None) -> list[str]:
    """Return the lines of a table with ordinary spaces, one between columns."""
    shown = breakdown_table(table, language, fund=fund).replace("\N{NO-BREAK SPACE}", " ")
    return [" ".join(line.split()) for line in shown.split("\n")]


@given(breakdowns(), st.sampled_from(["sv", "en"]))
def test_every_exact_amount_is_there(table: Breakdown, language: str) -> None:
    """Each cell and each sum that is exact is in the table, and nothing that a name holds steers the terminal."""
    shown = breakdown_table(table, language)
    write = (sv if language == "sv" else en).format_money
    cells = [cell for row in table.rows for cell in (*row.cells, row.total)] if table.rows else []
    for amount in (*cells, *table.totals):
        if isinstance(amount, Money):
            assert write(amount) in shown
    assert all(line.isprintable() for line in shown.replace("\N{NO-BREAK SPACE}", " ").split("\n"))


@settings(max_examples=40)
@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=40), st.integers(1, 60), st.integers(48, 120))
def test_a_wide_table_goes_on_below(amounts: list[int], length: int, width: int) -> None:
    """However many rows and columns there are and however long their names, no line is wider than the page."""
    financing = [
        Contribution(EU, Money(amount), phase=f"{'fas ' * length}{index}", partner=f"{'del ' * length}{index}")
        for index, amount in enumerate(amounts)
    ]
    table = breakdown(Budget(financing=financing), By.PARTNER, By.PHASE, of=BudgetSide.FINANCING)
    shown = breakdown_table(table, width=width)
    assert all(width_of(line) <= width for line in shown.split("\n"))
    assert shown.count("Partner") == shown.count("\n\n") + 1
    assert shown.split("\n\n")[-1].count("Summa") == 2


@given(st.lists(st.integers(0, 10**12), min_size=10, max_size=40), st.integers(1, 60))
def test_a_wide_table_that_fits_when_turned_is_turned(amounts: list[int], length: int) -> None:
    """A year of many funders is shown with a row for each funder, as it would be had that been asked for."""
    towns = [Organisation(f"{'Nya ' * length}{index:02}") for index in range(len(amounts))]
    budget = Budget(
        financing=[
            Contribution(Funder(town, source=FundingSource.OWN), Money(amount), year=2025)
            for town, amount in zip(towns, amounts, strict=True)
        ]
    )
    shown = breakdown_table(breakdown(budget, By.YEAR, By.FUNDER))
    assert shown == breakdown_table(breakdown(budget, By.FUNDER, By.YEAR))
    assert all(width_of(line) <= 110 for line in shown.split("\n"))


def test_many_funders_of_nothing_known_are_one_table() -> None:
    """Sixteen funders of Kompetenskompassen by year are rows, each on one line, with the sums of the funders below."""
    table = breakdown(cast("Budget", KOMPETENSKOMPASSEN.budget), By.YEAR, By.FUNDER)
    shown = lines(table, fund=Fund.ESF_PLUS)
    assert shown[0] == "Finansiär Ej angivet Summa"
    assert shown[3] == "Region Jämtland Härjedalen (offentlig medfinansiering) ej känt ej känt"
    assert len(shown) == 1 + 1 + 17 + 1 + 1
    assert shown[-1] == "Summa över 12 000 000 kr över 12 000 000 kr"


def test_a_published_plan_by_funder_and_year() -> None:
    """24-030-S04 over its 36 months: whole kronor in every cell, and both directions sum to 19 126 097 kr."""
    project = EXAMPLES["24-030-S04"]
    assert project.budget is not None
    assert isinstance(project.period, Period)
    table = breakdown(spread(project.budget, project.period, by=SpreadBy.MONTHS), By.FUNDER, By.YEAR)
    assert lines(table, fund=Fund.ESF_PLUS) == [
        "Finansiär 2025 2026 2027 2028 Summa",
        "-" * 106,
        "Europeiska socialfonden+ (EU-medel) 2 124 549 kr 2 549 459 kr 2 549 459 kr 424 912 kr 7 648 379 kr",
        "Staten (statliga medel) 743 592 kr 892 311 kr 892 311 kr 148 719 kr 2 676 933 kr",
        "Egen medfinansiering 2 444 662 kr 2 933 595 kr 2 933 595 kr 488 933 kr 8 800 785 kr",
        "-" * 106,
        "Summa 5 312 803 kr 6 375 365 kr 6 375 365 kr 1 062 564 kr 19 126 097 kr",
    ]


def test_what_is_not_known_is_said() -> None:
    """Bounds stay bounds, what nobody knows is said so, and the rest is of nobody named."""
    for project in (KOMPETENSKOMPASSEN, VAGLED_KOMPETENS):
        assert project.budget is not None
    shown = lines(breakdown(cast("Budget", KOMPETENSKOMPASSEN.budget), By.SOURCE, By.YEAR))
    assert shown[0] == "Medel Ej angivet Summa"
    assert shown[2:4] == [
        "Stöd, EU och stat odelat över 12 000 000 kr över 12 000 000 kr",
        "Offentlig medfinansiering ej känt ej känt",
    ]
    shown = lines(breakdown(cast("Budget", VAGLED_KOMPETENS.budget), By.FUNDER), "en")
    assert shown[0] == "Funder Amount"
    assert shown[2:4] == ["European Union (EU funds) SEK 11,230,000", "Others, not named not known"]
    assert shown[-1] == "Sum at least SEK 11,230,000"
    up_to = Budget(financing=[Contribution(EU, Bounds(Money(0), Money(5)))])
    assert lines(breakdown(up_to, By.FUNDER))[2] == "Europeiska unionen (EU-medel) högst 5 kr"


def test_each_key_has_its_words() -> None:
    """Categories, forms, partners and years are named in each language; what is not said is the last."""
    town = Funder(Organisation("Falu kommun"), source=FundingSource.OWN_PUBLIC)
    budget = Budget(
        [
            Cost(CostCategory.STAFF, ActualCost(Money(2)), partner="Borlänge"),
            Cost(CostCategory.VAT, ActualCost(Money(1))),
        ],
        [Contribution(town, Money(3), form=ContributionForm.IN_KIND, year=2025)],
    )
    assert lines(breakdown(budget, By.CATEGORY, By.PARTNER)) == [
        "Kostnadskategori Borlänge Ej angivet Summa",
        "-" * 45,
        "Personal 2 kr 0 kr 2 kr",
        "Mervärdesskatt 0 kr 1 kr 1 kr",
        "-" * 45,
        "Summa 2 kr 1 kr 3 kr",
    ]
    assert lines(breakdown(budget, By.CATEGORY), "en")[2:4] == ["Staff SEK 2", "VAT SEK 1"]
    assert lines(breakdown(budget, By.FORM, By.FUNDER))[:3] == [
        "Form Falu kommun Summa",
        "(offentlig",
        "medfinansiering)",
    ]


@pytest.mark.parametrize("words", [BREAKDOWN_WORDS.sv, BREAKDOWN_WORDS.en])
def test_every_category_and_key_has_a_word(words: BreakdownWords) -> None:
    """No category of cost and nothing that a budget is broken down by lacks its word in a language."""
    assert set(words.categories) == set(CostCategory)
    assert set(words.keys) == set(By)
    assert set(words.nothing) == set(BudgetSide)


def test_without_lines_that_is_said() -> None:
    """A side of which nothing is stated is no table."""
    assert breakdown_table(breakdown(Budget(), By.YEAR, of=BudgetSide.COSTS)) == "Inga kostnader är angivna."
    assert breakdown_table(breakdown(Budget(), By.FUNDER), "en") == "No financing is stated."


def test_a_language_and_a_breakdown_are_asked_for() -> None:
    """Another language and another type are refused."""
    with pytest.raises(InvalidValue, match="language 'fi' is not one we know"):
        breakdown_table(breakdown(Budget(), By.FUNDER), "fi")
    with pytest.raises(TypeError, match="table must be Breakdown, not Budget"):
        breakdown_table(cast("Breakdown", Budget()))
