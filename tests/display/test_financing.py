from __future__ import annotations

from typing import cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.display import financing_table
from esfmodel.display.columns import width_of
from esfmodel.errors import InvalidValue
from esfmodel.examples import EXAMPLES, KOMPETENSFOCUS, KOMPETENSKOMPASSEN, VAGLED_KOMPETENS
from esfmodel.model import (
    ActualCost,
    Budget,
    Commitment,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Organisation,
    Project,
)
from esfmodel.testing import budgets, projects
from esfmodel.text import en, sv
from esfmodel.values import Bounds, Money

EU = Funder(source=FundingSource.EU)


def lines(subject: Project | Budget, language: str = "sv") -> list[str]:
    """Return the lines of a table with ordinary spaces, one between columns."""
    table = financing_table(subject, language).replace("\N{NO-BREAK SPACE}", " ")
    return [" ".join(line.split()) for line in table.split("\n")]


@given(budgets(), st.sampled_from(["sv", "en"]))
def test_every_contribution_has_its_row(budget: Budget, language: str) -> None:
    """Each contribution of a budget is there with its amount, or with the words for one that nobody has stated."""
    table = financing_table(budget, language)
    for part in budget.financing:
        assert (sv if language == "sv" else en).format_money(part.amount) in table


@given(projects())
def test_a_table_is_plain_text(project: Project) -> None:
    """Whatever names a project holds, the table is lines without control characters, none wider than its rules."""
    table = financing_table(project)
    assert all(line.isprintable() for line in table.replace("\N{NO-BREAK SPACE}", " ").split("\n"))
    rules = {line for line in table.split("\n") if line and not line.strip("-")}
    # A note stands below the table, and may be wider.
    rows, _, _ = table.partition("\n\n")
    assert all(width_of(line) <= len(rule) for rule in rules for line in rows.split("\n"))


@settings(max_examples=30)
@given(projects(), st.integers(40, 120))
def test_a_table_fits_the_width_asked_for(project: Project, width: int) -> None:
    """However narrow the page, no line of the table is wider, and every amount is there."""
    table = financing_table(project, width=width)
    assert all(width_of(line) <= width for line in table.split("\n"))
    for part in () if project.budget is None else project.budget.financing:
        if isinstance(part.amount, Money):
            assert sv.format_money(part.amount) in table


def test_the_note_fits_too() -> None:
    """What is said below the table, here of a rejected application, is wrapped as its cells are."""
    rejected = attrs.evolve(KOMPETENSKOMPASSEN, decisions=[Decision(DecisionKind.REJECTED)])
    told = financing_table(rejected, width=40).split("\n")[-2:]
    assert told == ["Beloppen är de sökta; ansökan har", "avslagits."]


def test_kompetenskompassen() -> None:
    """What is known within bounds is shown so, outward; what nobody has stated is said not to be."""
    shown = lines(KOMPETENSKOMPASSEN)
    assert shown[0] == "Finansiär Medel Belopp Andel"
    assert shown[2] == "Europeiska socialfonden+ stöd, EU och stat odelat över 12 000 000 kr"
    assert shown[3] == "Region Jämtland Härjedalen offentlig medfinansiering ej angivet"
    assert shown[-7:] == [
        "Summa finansiering över 12 000 000 kr",
        "Totalkostnad under 29 000 000 kr",
        "stöd över 12 000 000 kr över 41 %",
        "varav EU-medel ej känt ej känt",
        "egen medfinansiering under 17 000 000 kr under 59 %",
        "",
        "Stödet är prioriterat, inte beviljat.",
    ]
    assert lines(KOMPETENSKOMPASSEN, "en")[2] == (
        "European Social Fund Plus support, EU and state undivided over SEK 12,000,000"
    )


def test_vagled() -> None:
    """A rest is a row without an amount, and leaves no share."""
    shown = lines(VAGLED_KOMPETENS)
    assert shown[2:4] == ["Europeiska socialfonden EU-medel 11 230 000 kr", "Övriga, ej namngivna ej angivet"]
    assert shown[-3] == "stöd minst 11 230 000 kr ej känt"
    assert not any("%" in line for line in shown)


def test_published_figures() -> None:
    """Shares of a known total are shown with every amount, and of the whole."""
    shown = lines(EXAMPLES["24-030-S04"])
    assert shown[2:5] == [
        "Europeiska socialfonden+ EU-medel 7 648 379 kr 39,99 %",
        "Staten statliga medel 2 676 933 kr 14 %",
        "(ej namngiven) egen medfinansiering 8 800 785 kr 46,01 %",
    ]
    assert shown[-4] == "Totalkostnad 19 126 097 kr"


def test_nothing_is_stated() -> None:
    """Without a budget, or with an empty one, that is what is said."""
    assert financing_table(KOMPETENSFOCUS) == "Ingen finansiering är angiven."
    assert financing_table(Budget(), "en") == "No financing is stated."


def test_what_kind_of_contribution() -> None:
    """Form, partner, phase, year, commitment and reference are told where they are stated."""
    told = Contribution(
        Funder(Organisation("Bolag A"), source=FundingSource.OWN_PRIVATE),
        Money(5),
        form=ContributionForm.IN_KIND,
        partner="Timrå kommun",
        phase="analys",
        year=2024,
        commitment=Commitment.CONDITIONAL,
        reference="KS 24/5",
    )
    shown = lines(Budget(financing=[told, attrs.evolve(told, form=None, commitment=None)], total=Money(10)))
    assert shown[0] == "Finansiär Medel Form Belopp Andel"
    assert shown[2] == "Bolag A (för Timrå kommun, fas analys, 2024, privat medfinansiering annat än pengar 5 kr 50 %"
    assert shown[3] == "villkorad, KS 24/5)"
    assert "Bolag A (for Timrå kommun, phase analys, 2024," in financing_table(Budget(financing=[told]), "en")


def test_names_of_bodies_are_not_bent() -> None:
    """A group begins its row with a capital; the official name of a body stays as it is."""
    group = Funder(Organisation("kommuner", count=None), source=FundingSource.OWN_PUBLIC)
    body = Funder(Organisation("mobilPark AB"), source=FundingSource.OWN_PRIVATE)
    shown = lines(Budget(financing=[Contribution(group), Contribution(body, Money(5))]))
    assert shown[2].startswith("Ett antal kommuner ")
    assert shown[3].startswith("mobilPark AB ")


def test_costs_and_total() -> None:
    """Sums of lines that say something else than the total are shown beside it."""
    costs = [Cost(CostCategory.TRAVEL, ActualCost(Money(90)))]
    budget = Budget(costs, [Contribution(EU, Money(60))], total=Money(100), complete=True)
    assert lines(budget)[4:6] == ["Summa kostnader 90 kr", "Summa finansiering 60 kr"]
    assert lines(Budget(costs)) == ["Finansiär Medel Belopp Andel", lines(Budget(costs))[1], "Totalkostnad 90 kr"]


def test_no_share_of_nothing() -> None:
    """Of a total of nothing, or one within bounds, an amount has no share."""
    budget = Budget(financing=[Contribution(EU, Money(60))], total=Money(0))
    assert lines(budget)[2] == "Europeiska unionen EU-medel 60 kr"
    bounds = Budget(financing=[Contribution(EU, Bounds(Money(5), Money(9)))], total=Money(10))
    assert lines(bounds)[2] == "Europeiska unionen EU-medel 5–9 kr"
    assert lines(bounds)[-3] == "stöd 5–9 kr 50–90 %"


def test_a_language_and_a_project_are_asked_for() -> None:
    """Another language and another type are refused."""
    with pytest.raises(InvalidValue, match="language 'fi' is not one we know"):
        financing_table(Budget(), "fi")
    with pytest.raises(TypeError, match="subject must be Project or Budget, not str"):
        financing_table(cast("Budget", "Kompetens"))
