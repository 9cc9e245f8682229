from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    ActualCost,
    Aid,
    AidBasis,
    Budget,
    Cost,
    CostCategory,
    Fund,
    Law,
    Money,
    Outcome,
    Period,
    Project,
    Severity,
    validate,
)
from esfmodel.examples import PROJECTS
from esfmodel.law.packs import amended
from esfmodel.rules import RULES
from esfmodel.rules.context import is_read

if TYPE_CHECKING:
    from pathlib import Path

    from esfmodel.rules.report import RuleResult

SMALL = [rule for rule in RULES if rule.code == "SCO001"]
ROW = """
[[provision]]
key = "simplified-cost.obligatory"
money = "{money} EUR"
programming_period = "2021-2027"
level = "EU_LAW"
act = "Regulation (EU) 2021/1060"
article = "53(2)"
amended_by = "Regulation (EU) 2027/9999"
start = {start}
grade = "A"
quote = "EUR {money}"
edition = "OJ L, 2027/9999, 1.12.2027 (English)"
source = "http://data.europa.eu/eli/reg/2027/9999/oj"
checked = 2026-11-30
funds = ["ESF+"]
"""


def law_with(folder: Path, *, money: int = 250_000, start: str = "2028-01-01", proposal: bool = False) -> Law:
    """Return the law with an act that sets the threshold of simplified costs, or with a proposal to."""
    path = folder / f"{start}-{proposal}.toml"
    path.write_text(f"{'proposal = true' if proposal else ''}\n{ROW.format(money=money, start=start)}", "utf-8")
    return LAW.with_pack(path)


def project(euro: int, period: str = "2027-02-01/2028-12-31") -> Project:
    """Return a project of the ESF+ with actual costs of so many euro."""
    return Project(
        "Framtid",
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        period=Period.parse(period),
        country="SE",
        aid=Aid(AidBasis.NONE),
        budget=Budget(costs=[Cost(CostCategory.STAFF, ActualCost(Money(euro, "EUR")))]),
    )


def judged(euro: int, law: Law = LAW, **more: str) -> RuleResult:
    """Return what the rule on small projects says."""
    on = more.pop("on", None)
    return validate(project(euro, **more), law=law, rules=SMALL, on=on).results[0]


def severities(result: RuleResult) -> list[Severity]:
    """Return the severities of what was found."""
    return [each.severity for each in result.findings]


@settings(max_examples=15)
@given(st.integers(190_000, 260_000), st.sampled_from(["2027-02-01/2028-12-31", "2022-01-01/2024-12-31"]))
def test_a_change_hides_nothing_that_every_value_finds(
    tmp_path_factory: pytest.TempPathFactory, euro: int, period: str
) -> None:
    """Without a day the outcome is that of each day until the project's last, or else there is none."""
    law = law_with(tmp_path_factory.mktemp("packs"))
    days = ["2027-12-31", *(["2028-01-01"] if period.endswith("2028-12-31") else [])]
    by_day = {judged(euro, law, period=period, on=day).outcome for day in days}
    found = judged(euro, law, period=period)
    assert found.outcome is (by_day.pop() if len(by_day) == 1 else Outcome.NOT_EVALUATED)
    assert bool(found.notes) == (found.outcome is not Outcome.NOT_EVALUATED)


def test_the_reason_names_each_value_with_its_days(tmp_path: Path) -> None:
    """A reader sees what changed and when, and what to state."""
    reason = judged(220_000, law_with(tmp_path)).reason
    assert reason is not None
    told = reason.en.replace("\xa0", " ")
    for part in ("EUR 200,000 (1 January 2021–31 December 2027)", "EUR 250,000 (from 1 January 2028)", "--on"):
        assert part in told


def test_what_is_found_cites_the_row_as_it_is(tmp_path: Path) -> None:
    """The provision of a finding has the days that it has in the law; a project of later days is told the newer."""
    law = law_with(tmp_path)
    early, late = (judged(150_000, law, period=f"{year}-02-01/2028-12-31") for year in (2027, 2028))
    assert [each.findings[0].basis in law.provisions for each in (early, late)] == [True, True]
    assert [str(each.findings[0].expected) for each in (early, late)] == ["200000 EUR", "250000 EUR"]
    assert early.findings[0].notes == early.notes


def test_a_day_before_any_value_is_told(tmp_path: Path) -> None:
    """That is another thing than several values."""
    reason = judged(150_000, law_with(tmp_path), on="2019-05-01").reason
    assert reason is not None
    assert "no value for simplified-cost.obligatory, 2021–2027, on 1\xa0May\xa02019" in reason.en


def test_several_changes_are_judged_by_each(tmp_path: Path) -> None:
    """Two acts give three values."""
    path = tmp_path / "acts.toml"
    rows = [ROW.format(money=money, start=start) for money, start in ((250_000, "2028-01-01"), (90_000, "2028-07-01"))]
    path.write_text("".join(rows), "utf-8")
    law = LAW.with_pack(path)
    outcomes = [judged(euro, law).outcome for euro in (80_000, 100_000, 300_000)]
    assert outcomes == [Outcome.FAILED, Outcome.NOT_EVALUATED, Outcome.PASSED]


@pytest.mark.parametrize("start", ["2021-01-01", "2027-06-01"])
def test_a_proposal_takes_nothing_away_and_adds_warnings(tmp_path: Path, start: str) -> None:
    """What the law in force finds stays as grave; a proposal that finds nothing makes no pass."""
    lower, higher = (law_with(tmp_path, money=money, start=start, proposal=True) for money in (90_000, 250_000))
    assert severities(judged(150_000, lower)) == [Severity.ERROR]
    assert severities(judged(150_000, higher)) == [Severity.ERROR, Severity.WARNING]
    [warned] = judged(220_000, higher).findings
    assert warned.severity is Severity.WARNING
    assert "(förslag)" in warned.text("sv")
    assert judged(300_000, higher).outcome is Outcome.PASSED
    assert lower.adopted == LAW


def test_a_proposal_is_nothing_to_rules_that_do_not_read_it(tmp_path: Path) -> None:
    """Sums of a budget are judged alike beside a proposal on simplified costs."""
    sums, subject = RULES.family("BUD"), project(150_000)
    with_proposal = validate(subject, law=law_with(tmp_path, proposal=True), rules=sums)
    assert with_proposal.results == validate(subject, rules=sums).results


def test_without_law_in_force_a_proposal_makes_no_pass(tmp_path: Path) -> None:
    """Where the law says nothing, the rule does not apply; what the proposal finds is a warning."""
    law = law_with(tmp_path, proposal=True)
    alone = Law(row for row in law.provisions if row.key != "simplified-cost.obligatory" or row.proposal)
    assert judged(300_000, alone).outcome is Outcome.NOT_APPLICABLE
    assert severities(judged(150_000, alone, period="2028-02-01/2028-12-31")) == [Severity.WARNING]


def test_an_act_counts_beside_a_proposal(tmp_path: Path) -> None:
    """The law in force has the act and not the proposal."""
    proposed = law_with(tmp_path, start="2028-01-01", proposal=True)
    path = tmp_path / "act.toml"
    path.write_text(ROW.format(money=120_000, start="2028-06-01"), "utf-8")
    law = proposed.with_pack(path)
    assert law.adopted == LAW.with_pack(path)
    assert severities(judged(150_000, law, on="2028-07-01")) == []
    assert attrs.evolve(law).adopted == law.adopted


def test_a_report_names_the_packs(tmp_path: Path) -> None:
    """Whoever reads a report sees what it was judged by beside the library's rows."""
    law = law_with(tmp_path, start="2028-01-01", proposal=True).with_pack("2021SE05SFPR001")
    report = validate(project(150_000), law=law, rules=SMALL)
    assert ", med 2028-01-01-True.toml (ett förslag), med 2021SE05SFPR001.toml" in report.text("sv").replace("\n", " ")
    assert [pack["proposal"] for pack in json.loads(report.to_json())["packs"]] == [True, False]


@pytest.mark.parametrize("key", [key for key in LAW.keys if LAW.history(key)[-1].end is None])
def test_what_is_to_come_changes_nothing_of_a_project_that_ends_before(key: str) -> None:
    """An act or a proposal of a later day, whatever it amends, leaves every outcome and every finding."""
    row = LAW.history(key)[-1]
    reading = [rule for rule in RULES if is_read(key, rule.reads)]
    if not reading:
        return
    for proposal in (False, True):
        later = attrs.evolve(row, start="2029-06-01", amended_by="Regulation (EU) 2029/1", proposal=proposal)
        law = Law(amended(LAW.provisions, later), adopted=LAW if proposal else None)
        for each in PROJECTS[:3]:
            before, after = (validate(each, law=one, rules=reading) for one in (LAW, law))
            told = [[(result.outcome, severities(result)) for result in report.results] for report in (before, after)]
            assert told[0] == told[1]
