from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, NotInForce, NotKnown
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG
from esfmodel.law import LAW, codes
from esfmodel.model import (
    Budget,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Priority,
    Programme,
    Project,
)
from esfmodel.testing import projects
from esfmodel.text import en, sv
from esfmodel.values import Money

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
NEW, OLD = "2021-2027", "2014-2020"
CO_FUNDED = {sv: "Medfinansieras av Europeiska unionen", en: "Co-funded by the European Union"}
FUNDED = {sv: "Finansieras av Europeiska unionen", en: "Funded by the European Union"}


def budget(*sources: FundingSource, amount: int | None = 100) -> Budget:
    """Make a budget in which each of these pays the same."""
    money = None if amount is None else Money(amount)
    return Budget(financing=[Contribution(Funder(source=source), money) for source in sources])


@given(projects(), LANGUAGES)
def test_it_is_said_or_it_is_said_why_not(project: Project, language: ModuleType) -> None:
    """Of every project there is a statement that names the Union, or one of our errors, and never a guess."""
    try:
        text = language.visibility_statement(project)
    except (NotKnown, NotInForce, InvalidValue):
        return
    assert text.startswith((CO_FUNDED[language], FUNDED[language]))
    assert not text.endswith(".")


@given(st.sampled_from(Fund), LANGUAGES)
def test_the_fund_is_named_in_2014_to_2020_only(fund: Fund, language: ModuleType) -> None:
    """Annex XII point 2.2: "a reference to the Fund"; Annex IX point 1.2 of the later act prescribes words without."""
    old = Project("A", fund=fund, programming_period=OLD)
    if fund in {Fund.ESF, Fund.YEI, Fund.ERDF, Fund.COHESION_FUND}:
        assert language.visibility_statement(old) != CO_FUNDED[language]
        assert language.visibility_statement(old).startswith(f"{CO_FUNDED[language]} ")
    else:
        with pytest.raises(NotKnown, match="show in 2014–2020 is not in the law data") as unknown:
            language.visibility_statement(old)
        assert f"Vad projekt inom {sv.label(fund)} ska visa under 2014–2020 framgår inte" in unknown.value.text("sv")
    new = attrs.evolve(old, programming_period=NEW)
    if fund.value in cast("codes.CodeList", codes.funds(NEW)):
        assert language.visibility_statement(new) == CO_FUNDED[language]
    else:
        with pytest.raises(NotKnown, match="show in 2021–2027 is not in the law data"):
            language.visibility_statement(new)


@pytest.mark.parametrize(
    ("said", "fund"),
    [
        ({"fund": Fund.ERDF}, "Europeiska regionala utvecklingsfonden"),
        ({"priority": Priority("1", fund=Fund.ESF)}, "Europeiska socialfonden"),
        ({"programme": Programme(funds=[Fund.COHESION_FUND])}, "Sammanhållningsfonden"),
    ],
)
def test_the_fund_is_found_where_it_is_stated(said: dict[str, Any], fund: str) -> None:
    """The project, its priority or a programme of one fund says what is named."""
    assert sv.visibility_statement(Project("A", programming_period=OLD, **said)) == f"{CO_FUNDED[sv]} genom {fund}"


@pytest.mark.parametrize("funds", [[], [Fund.ESF, Fund.ERDF]])
def test_which_of_several_funds_is_not_guessed(funds: list[Fund]) -> None:
    """Where nobody says which fund supports the operation, nobody is told to name one."""
    project = Project("A", programming_period=OLD, programme=Programme(funds=funds))
    with pytest.raises(NotKnown, match="the fund is not known, and the statement of 2014–2020 names it") as unknown:
        sv.visibility_statement(project)
    assert unknown.value.text("sv") == "Fonden är inte känd, och texten för 2014–2020 nämner den. Ange fonden."


@pytest.mark.parametrize(
    "said",
    [
        {"programming_period": NEW},
        {"programme": Programme(programming_period=NEW)},
        {"programme": Programme("2021SE05SFPR001")},
        {"cci": "2021SE05SFPR"},
        {"operation_id": "2021SE05SFPR001_23-017-S01"},
    ],
)
def test_the_programming_period_is_found_where_it_is_stated(said: dict[str, Any]) -> None:
    """The project, its programme or any CCI says whose words count."""
    assert sv.visibility_statement(Project("A", **said)) == CO_FUNDED[sv]


def test_without_a_programming_period_nothing_is_guessed() -> None:
    """A year of the project tells no programming period, for projects run on."""
    with pytest.raises(NotKnown, match="the programming period is not known") as unknown:
        sv.visibility_statement(Project("A", period=None, fund=Fund.ERDF))
    assert unknown.value.text("sv").startswith("Programperioden är inte känd, och den avgör vad som ska stå bredvid")
    with pytest.raises(NotInForce, match="no value for 2007–2013"):
        sv.visibility_statement(Project("A", programming_period="2007-2013"))


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        (None, False),
        (attrs.evolve(budget(FundingSource.EU), complete=True), True),
        (attrs.evolve(budget(FundingSource.EU), total=Money(100)), True),
        (budget(FundingSource.EU), False),
        (budget(FundingSource.EU, amount=None), False),
        (budget(FundingSource.EU, FundingSource.STATE_GRANT), False),
        (budget(FundingSource.EU_AND_STATE), False),
        (attrs.evolve(budget(FundingSource.EU), total=Money(200)), False),
    ],
)
def test_funded_is_written_where_nobody_else_pays(given: Budget | None, whole: bool) -> None:
    """The act leaves the choice open: "co-funded" is written unless the budget says that the Union pays it all."""
    project = Project("A", programming_period=NEW, budget=given)
    old = attrs.evolve(project, programming_period=OLD, fund=Fund.YEI)
    for language in (sv, en):
        expected = (FUNDED if whole else CO_FUNDED)[language]
        assert language.visibility_statement(project) == expected
        assert language.visibility_statement(old).startswith(f"{expected} ")


def test_on_a_day() -> None:
    """The words are prescribed from the day the act entered into force; the references from that of the other."""
    project = EXAMPLES["24-063-S05"]
    assert sv.visibility_statement(project, on=datetime.date(2025, 1, 1)) == CO_FUNDED[sv]
    with pytest.raises(NotInForce):
        sv.visibility_statement(project, on=datetime.date(2021, 6, 30))
    with pytest.raises(NotInForce):
        en.visibility_statement(KOMPETENS_I_KRONOBERG, on=datetime.date(2013, 12, 31))


def test_who_was_refused_shows_nothing() -> None:
    """A rejected application has no support to make visible; a later grant has."""
    rejected = Project("A", programming_period=NEW, decisions=[Decision(DecisionKind.REJECTED, "2024-01-01")])
    with pytest.raises(InvalidValue, match="'A' was refused support") as refused:
        sv.visibility_statement(rejected)
    assert "”A” har fått avslag på sin ansökan. Visa ingen text om stöd från EU." in refused.value.text("sv")
    granted = attrs.evolve(rejected, decisions=[*rejected.decisions, Decision(DecisionKind.GRANTED, "2024-05-01")])
    assert sv.visibility_statement(granted) == CO_FUNDED[sv]


def test_a_project_without_money_from_the_union_shows_nothing() -> None:
    """Of money that is only hoped for, or of an unknown amount, it is not known that there is none."""
    national = Project("A", programming_period=NEW, budget=budget(FundingSource.STATE_GRANT, FundingSource.OWN))
    with pytest.raises(InvalidValue, match="'A' has no money from the Union in its budget") as refused:
        sv.visibility_statement(national)
    assert "”A” har inga EU-medel i sin budget. Visa ingen text om stöd från EU" in refused.value.text("sv")
    assert national.budget is not None
    hoped = Contribution(Funder(source=FundingSource.EU))
    with_hope = attrs.evolve(national.budget, financing=[*national.budget.financing, hoped])
    assert sv.visibility_statement(attrs.evolve(national, budget=with_hope)) == CO_FUNDED[sv]


def test_interreg_has_its_name_beside_the_emblem() -> None:
    """Regulation (EU) 2021/1059, Article 36(4): "Interreg" is used next to the emblem; before 2021 it was not."""
    project = Project("Över gränsen", cci="2021TC16RFCB033")
    assert sv.visibility_statement(project) == f"Interreg – {CO_FUNDED[sv]}"
    assert en.visibility_statement(project) == f"Interreg – {CO_FUNDED[en]}"
    before = Project("Över gränsen", cci="2014TC16RFCB033", fund=Fund.ERDF)
    assert "Interreg" not in sv.visibility_statement(before)


def test_the_words_are_those_of_the_law_data() -> None:
    """English stands as the act prints it, grade A; Swedish as the Commission's page does, grade B."""
    for form, words in (("co-funded", CO_FUNDED), ("funded", FUNDED)):
        rows = {code: LAW.provision(f"publicity.words.{form}.{code}") for code in ("sv", "en")}
        assert {code: row.value for code, row in rows.items()} == {"sv": words[sv], "en": words[en]}
        assert {code: row.grade.name for code, row in rows.items()} == {"sv": "B", "en": "A"}


def test_a_project_is_asked_for() -> None:
    """What is no project is refused by its type."""
    with pytest.raises(TypeError, match="project must be a Project, not Budget"):
        sv.visibility_statement(cast("Project", Budget()))
