from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.examples import EXAMPLES, KOMPETENSFOCUS, KOMPETENSKOMPASSEN, VAGLED_KOMPETENS
from esfmodel.model import (
    Budget,
    Commitment,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Organisation,
    OrganisationKind,
    Project,
)
from esfmodel.testing import projects
from esfmodel.text import en, sv
from esfmodel.values import Money

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
EU = Contribution(Funder(source=FundingSource.EU_AND_STATE))


def plain(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def own(name: str, source: FundingSource = FundingSource.OWN_PUBLIC, amount: Money | None = None) -> Contribution:
    """Make a contribution of a body by its name."""
    return Contribution(Funder(Organisation(name), source=source), amount)


def stated(*financing: Contribution) -> str:
    """State in Swedish who finances a project, where the list is the whole."""
    return plain(sv.funding_statement(Project("A", budget=Budget(financing=financing, complete=True))))


@given(projects(), LANGUAGES)
def test_a_statement_is_whole_sentences(project: Project, language: ModuleType) -> None:
    """Of every project it can be said who finances it, or that this is not stated."""
    text = language.funding_statement(project)
    assert text.endswith(".")
    assert text == " ".join(re.split(r"[^\S\N{NO-BREAK SPACE}]+", text))


@given(projects(), LANGUAGES)
def test_a_rest_is_never_left_out(project: Project, language: ModuleType) -> None:
    """A list of those who pay in which a rest has no name does not look whole."""
    budget = attrs.evolve(project.budget or Budget(), financing=[EU, Contribution.rest()], costs=(), total=None)
    text = language.funding_statement(attrs.evolve(project, budget=budget, decisions=()))
    assert "bland andra Europeiska unionen och staten" in text or "and the state, among others" in text


@given(projects())
def test_no_word_of_a_grant_without_one(project: Project) -> None:
    """The word "beviljats" stands only where a decision grants, and "EU-medel" only where a part is the Union's."""
    text = sv.funding_statement(attrs.evolve(project, name="A"))
    budgets = [project.budget, *(decision.budget for decision in project.decisions)]
    sources = {part.source for budget in budgets if budget for part in budget.financing}
    assert any(each.kind is DecisionKind.GRANTED for each in project.decisions) or "bevilj" not in text
    assert FundingSource.EU in sources or "EU-medel" not in text


def test_kompetenskompassen() -> None:
    """The Union, the regions, then the municipalities by their official names."""
    assert plain(sv.funding_statement(KOMPETENSKOMPASSEN)) == (
        "Projektet ”Kompetenskompassen” ska enligt ansökan finansieras av Europeiska unionen, staten, "
        "Region Jämtland Härjedalen, Region Västernorrland samt medfinansierande kommuner: "
        "Sundsvalls kommun, Timrå kommun, Ånge kommun, "
        "Örnsköldsviks kommun, Sollefteå kommun, Kramfors kommun, Härnösands kommun, Östersunds kommun, "
        "Bräcke kommun, Härjedalens kommun, Bergs kommun, Strömsunds kommun, Krokoms kommun och Ragunda kommun. "
        "Projektet har prioriterats för över 12 miljoner kronor i stöd från Europeiska socialfonden+ och staten "
        "(beslut av Strukturfondspartnerskapet i december 2022)."
    )
    assert "Region Västernorrland and the co-funding municipalities Sundsvalls kommun, Timrå kommun" in (
        en.funding_statement(KOMPETENSKOMPASSEN)
    )


def test_the_other_examples() -> None:
    """A rest is said, the state is named where its part is, and what is not stated is said to be so."""
    assert plain(sv.funding_statement(VAGLED_KOMPETENS)) == (
        "Projektet ”#Vägled – Kompetens” finansieras av bland andra Europeiska unionen. "
        "Projektet har beviljats 11 230 000 kronor i EU-medel från Europeiska socialfonden (beslut 2021)."
    )
    assert sv.funding_statement(KOMPETENSFOCUS) == (
        "Projektet ”Kompetensfocus Jämtland Härjedalen” (23-067-S04) medfinansieras av Europeiska socialfonden+; "
        "övrig finansiering är inte angiven."
    )
    assert "is co-funded by the European Social Fund Plus; other financing is not" in en.funding_statement(
        KOMPETENSFOCUS
    )
    assert "av Europeiska unionen och staten samt genom egen finansiering." in sv.funding_statement(
        EXAMPLES["24-030-S04"]
    )


def test_nothing_is_known() -> None:
    """Without a budget or anybody who pays, that is what is said."""
    assert sv.funding_statement(Project("A")) == "Hur projektet ”A” finansieras är inte angivet."
    assert en.funding_statement(Project("A")) == "How the project ‘A’ is financed is not stated."
    assert stated(Contribution.rest()) == "Hur projektet ”A” finansieras är inte angivet."


def test_one_municipality_stands_in_the_list() -> None:
    """A heading for municipalities is for several among others; groups of them are counted in the list."""
    group = Organisation("kommuner", kind=OrganisationKind.MUNICIPALITY, count=3)
    counted = Contribution(Funder(group, source=FundingSource.OWN_PUBLIC))
    assert "av Europeiska unionen, staten och Timrå kommun." in stated(EU, own("Timrå kommun"))
    assert "av Timrå kommun och Ånge kommun." in stated(own("Timrå kommun"), own("Ånge kommun"))
    assert "av Europeiska unionen, staten, tre kommuner och Ånge kommun." in stated(EU, counted, own("Ånge kommun"))


def test_a_body_that_pays_twice_is_named_once() -> None:
    """One name for the contributions of several years; one that is nothing, or a correction, names nobody."""
    twice = [attrs.evolve(own("Bolag A", FundingSource.OWN_PRIVATE), year=year) for year in (2024, 2025)]
    nothing = [own("Bolag B", amount=Money(0)), own("Bolag C", amount=Money(-5))]
    assert "av Europeiska unionen, staten och Bolag A." in stated(*twice, *nothing, EU)


def test_those_without_a_name() -> None:
    """Sources that no body is named for are called what they are, in their order."""
    sources = [source for source in FundingSource if source is not FundingSource.EU_AND_STATE]
    listed = [Contribution(Funder(source=source)) for source in sources]
    assert (
        "av Europeiska unionen, staten och ett partnerland samt genom offentlig medfinansiering, "
        "privat medfinansiering och egen finansiering."
    ) in stated(*listed)


def test_what_is_not_confirmed_is_said() -> None:
    """Money that is intended or conditional is not counted among what finances the project."""
    intended = attrs.evolve(own("Bolag A"), commitment=Commitment.INTENDED)
    assert stated(EU, intended, own("Bolag B")) == (
        "Projektet ”A” finansieras av bland andra Europeiska unionen, staten och Bolag B. "
        "Finansieringen av projektet från Bolag A är avsedd men inte bekräftad."
    )
    assert stated(intended) == "Finansieringen av projektet ”A” från Bolag A är avsedd men inte bekräftad."
    assert en.funding_statement(Project("A", budget=Budget(financing=[intended]))) == (
        "The funding of the project ‘A’ by Bolag A is intended but not confirmed."
    )
    assert stated(intended, attrs.evolve(intended, commitment=Commitment.CONFIRMED)) == (
        "Projektet ”A” finansieras helt av Bolag A."
    )


@pytest.mark.parametrize(
    ("kind", "swedish", "english"),
    [
        (
            DecisionKind.APPLIED,
            "ska enligt ansökan finansieras av Europeiska unionen och staten.",
            "is to be funded, according",
        ),
        (
            DecisionKind.GRANTED,
            "finansieras av Europeiska unionen och staten.",
            "is funded by the European Union and the",
        ),
        (
            DecisionKind.REJECTED,
            "Ansökan om stöd från Europeiska socialfonden och staten till projektet ”A” har avslagits.",
            "The",
        ),
    ],
)
def test_the_decision_bends_the_verb(kind: DecisionKind, swedish: str, english: str) -> None:
    """What is applied for is said to be so, and of a rejected project nobody is said to pay."""
    project = Project("A", fund=Fund.ESF, budget=Budget(financing=[EU], complete=True), decisions=[Decision(kind)])
    assert swedish in sv.funding_statement(project)
    assert english in en.funding_statement(project)
    assert kind is not DecisionKind.REJECTED or "finansieras" not in sv.funding_statement(project)


def test_a_grant_is_told_where_nobody_else_is_known_to_pay() -> None:
    """A project that has been granted support is not one of which nobody knows who pays."""
    granted = Project("A", fund=Fund.ESF, decisions=[Decision(DecisionKind.GRANTED, support=Money(5))])
    assert plain(sv.funding_statement(granted)) == (
        "Projektet ”A” har beviljats 5 kronor i stöd från Europeiska socialfonden; övrig finansiering är inte angiven."
    )
    assert plain(en.funding_statement(granted)) == (
        "The project ‘A’ has been granted 5 Swedish kronor in support from the European Social Fund; "
        "other financing is not stated."
    )


def test_a_project_is_asked_for() -> None:
    """What is no project is refused by its type."""
    with pytest.raises(TypeError, match="project must be a Project, not Budget"):
        sv.funding_statement(cast("Project", Budget()))
