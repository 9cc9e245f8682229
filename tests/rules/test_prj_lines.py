from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Money,
    OpenPeriod,
    Organisation,
    Outcome,
    Participation,
    Period,
    Phase,
    Project,
    Role,
    Severity,
    validate,
)
from esfmodel.rules.families.prj_membership import _lines
from esfmodel.text.telling.names import is_called

if TYPE_CHECKING:
    from esfmodel.rules import RuleResult

MORA = Organisation("MORA KOMMUN", "2120002239", unit="Vuxenutbildningen")
REGION = Organisation("Region Jämtland Härjedalen", "232100-0214")
UNION = Organisation("Kommunförbundet", count=2, members=[Organisation("Falu kommun"), Organisation("Leksands kommun")])


def line(partner: str | None = None, phase: str | None = None, year: int | None = None) -> Cost:
    """A line of cost with labels."""
    return Cost(CostCategory.TRAVEL, ActualCost(Money(1)), partner=partner, phase=phase, year=year)


def project(*lines: Cost, **fields: object) -> Project:
    """A project of Mora and two others, in three phases."""
    whole = Project(
        "Hemvändare",
        beneficiary=REGION,
        partners=[Participation(MORA, Role.PARTNER), Participation(UNION, Role.COOPERATING)],
        phases=[Phase("Analysfas"), Phase("Genomförande"), Phase("Avslut")],
        period=Period("2024-10-01", "2027-06-30"),
        budget=Budget(lines),
    )
    return attrs.evolve(whole, **fields)  # type: ignore[arg-type]


def result(code: str, subject: Project) -> RuleResult:
    """Judge by one rule."""
    return validate(subject).result(code)


@pytest.mark.parametrize(
    "name",
    [
        "Mora kommun",
        "mora  kommun",
        "Mora",
        "Mora kommuns vuxenutbildning",
        "2120002239",
        "212000-2239",
        "16212000-2239",
        "Vuxenutbildningen",
        "Region Jämtland Härjedalen",
        "RJH",
        "Falu kommun",
        "Projektägaren",
        "stödmottagare",
        "gemensamt",
        "Alla partner",
        "–",
    ],
)
def test_a_partner_may_be_named_in_several_ways(name: str) -> None:
    """By its name or part of it, its unit, initials, number or role, as a member of a group, and with all others."""
    assert result("PRJ013", project(line(partner=name))).outcome is Outcome.PASSED


def test_a_misspelt_partner_is_found_with_the_nearest() -> None:
    """The text asks for the partner that is meant; where none is near it asks for none."""
    (found,) = result("PRJ013", project(line(), line(partner="Morra"))).findings
    assert (found.place, found.severity, found.found) == ("budget.costs[1].partner", Severity.WARNING, "Morra")
    assert found.text("sv") == (
        "Morra (kostnadsrad 2, resor och logi, partner) finns inte bland projektets partner; kanske menas Mora kommun."
    )
    assert found.text("en") == (
        "Not among the project's partners: Morra (cost line 2, travel, partner); perhaps Mora kommun is meant."
    )
    (other,) = result("PRJ013", project(line(partner="Ystad"))).findings
    assert "kanske" not in other.text("sv")


short = st.text("ab", min_size=1, max_size=5)


@given(st.lists(short, min_size=1, max_size=6), st.lists(short, min_size=1, max_size=6))
def test_a_phase_is_known_by_its_beginning(names: list[str], labels: list[str]) -> None:
    """A label is a phase of the project where one of the two begins with the other, or is called so."""
    found = result("PRJ014", project(*(line(phase=label) for label in labels), phases=list(map(Phase, names)))).findings
    unknown = {
        label
        for label in labels
        if not is_called(label, names) and not any(label.startswith(name) or name.startswith(label) for name in names)
    }
    assert {finding.found for finding in found} == unknown


def test_claims_and_contributions_name_partners_too() -> None:
    """Every line that names one is compared; who pays without being a partner is known to the project."""
    payer = Contribution(Funder(Organisation("Orsa kommun"), source=FundingSource.OWN_PUBLIC), partner="Orsa")
    wrong = attrs.evolve(payer, partner="Osra")
    claim = Claim(
        1,
        costs=[ClaimedCost(CostCategory.TRAVEL, Money(1), partner="Moora kommun", phase="Analsy")],
        financing=[wrong],
    )
    subject = project(line(), budget=Budget([line()], [payer, wrong]), claims=[claim])
    places = [finding.place for finding in validate(subject).findings]
    assert [each for each in places if each.endswith("partner")] == [
        "budget.financing[1].partner",
        "claims[0].costs[0].partner",
        "claims[0].financing[0].partner",
    ]
    assert "claims[0].costs[0].phase" in places


def test_a_partner_may_be_one_that_is_not_named() -> None:
    """Where a group of bodies is counted and not named, a line may be of any of them."""
    group = Participation(Organisation("kommuner i Dalarna", count=15), Role.PARTNER)
    subject = project(line(partner="Ystad"), partners=[Participation(MORA, Role.PARTNER), group])
    judged = result("PRJ013", subject)
    assert (judged.outcome, judged.findings) == (Outcome.NOT_EVALUATED, ())
    assert judged.reason is not None
    assert judged.reason.sv == "alla projektets partner är inte namngivna"


def test_without_a_list_of_partners_or_phases_nothing_is_found() -> None:
    """What the project does not list cannot be compared, and lines without labels are not concerned."""
    bare = Project("A", budget=Budget([line("Ystad", "Analys", 1999)]))
    for code in ("PRJ013", "PRJ014", "PRJ015"):
        assert result(code, bare).outcome is Outcome.NOT_EVALUATED
        assert result(code, project(line())).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    "name", ["Analys", "analysfas", "Genomförandefas", "Fas 3", "Etapp 3", "3", "Avslut", "Samtliga faser"]
)
def test_a_phase_may_be_named_in_several_ways(name: str) -> None:
    """By its name, shorter or longer, by its place, and together with all others."""
    assert result("PRJ014", project(line(phase=name))).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("name", "near"), [("Gennomförande", "; kanske menas Genomförande"), ("Fas 4", ""), ("Fas 0", ""), ("Uppstart", "")]
)
def test_a_phase_that_the_project_does_not_have_is_found(name: str, near: str) -> None:
    """With the nearest name, if any is near."""
    (found,) = result("PRJ014", project(line(phase=name))).findings
    assert found.text("sv") == f"{name} (kostnadsrad 1, resor och logi, fas) finns inte bland projektets faser{near}."


def test_each_line_of_a_phase_that_is_not_there_is_found() -> None:
    """A phase is compared once, and each line that names it is found."""
    subject = project(line(phase="Analsyfas"), line(phase="Avslut"), line(phase="Analsyfas"))
    places = [found.place for found in result("PRJ014", subject).findings]
    assert places == ["budget.costs[0].phase", "budget.costs[2].phase"]


def test_a_numbered_phase_is_no_other() -> None:
    """Where the phases have numbers themselves, the place of one does not count."""
    subject = project(line(phase="Fas 1"), phases=[Phase("Fas 2"), Phase("Fas 3")])
    assert [finding.found for finding in result("PRJ014", subject).findings] == ["Fas 1"]


@given(st.integers(1990, 2040))
def test_a_year_outside_the_project_is_found(year: int) -> None:
    """A line of a year in which the project does not run is a warning; an open end sets no limit."""
    closed = result("PRJ015", project(line(year=year)))
    assert [finding.found for finding in closed.findings] == ([] if 2024 <= year <= 2027 else [year])
    begun = result("PRJ015", project(line(year=year), period=OpenPeriod(start="2024-10-01")))
    assert bool(begun.findings) is (year < 2024)
    ended = result("PRJ015", project(line(year=year), period=OpenPeriod(end="2027-06-30")))
    assert bool(ended.findings) is (year > 2027)


def test_the_year_is_told_with_the_period() -> None:
    """1999 is a slip of the pen; in Interreg what comes before may be preparation."""
    subject = project(line(year=1999))
    (found,) = result("PRJ015", subject).findings
    assert found.text("sv").replace("\N{NO-BREAK SPACE}", " ") == (
        "1999 (kostnadsrad 1, resor och logi, år) ligger utanför projektperioden 1 oktober 2024–30 juni 2027."
    )
    assert result("PRJ015", attrs.evolve(subject, cci="2021TC16RFPR001")).outcome is Outcome.PASSED


def test_a_long_name_takes_no_time() -> None:
    """Names of a million letters are compared by their beginnings."""
    long = "ö" * 999_999
    subject = project(line(partner=long, phase=long), phases=[Phase(f"ä{long}")])
    report = validate(subject)
    for code in ("PRJ013", "PRJ014"):
        (found,) = report.result(code).findings
        assert len(found.text("sv")) < 1_000


def test_a_project_without_budget_and_claims_has_no_lines() -> None:
    """There is nothing that could name a partner or a phase."""
    assert list(_lines(Project("Framtidskraft"))) == []
