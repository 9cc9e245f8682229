from __future__ import annotations

from typing import Any

import attrs
import pytest

from esfmodel import (
    LAW,
    ActualCost,
    Budget,
    Cost,
    CostCategory,
    FlatRate,
    Fund,
    LumpSum,
    Money,
    Outcome,
    Period,
    Project,
    Rate,
    Severity,
    UnitCost,
    validate,
)
from esfmodel.rules.families.sco_combinations import _PARTS, _WHY

STAFF, TRAVEL, OTHER, INDIRECT = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.OTHER, CostCategory.INDIRECT
ESF_PLUS = Project("Kompetens för fler", fund=Fund.ESF_PLUS, programming_period="2021-2027")
ESF = attrs.evolve(ESF_PLUS, fund=Fund.ESF, programming_period="2014-2020", period=Period("2019-01-01", "2020-12-31"))
HIRED = Cost(STAFF, UnitCost(Money(350), 1_720))
OVERHEADS = Cost(INDIRECT, FlatRate(Rate.of_percent(15), [STAFF]))
REMAINING = Cost(OTHER, FlatRate(Rate.of_percent(40), [STAFF]))


def found(code: str, *costs: Cost, of: Project = ESF_PLUS) -> list[tuple[Severity, str]]:
    """Name how grave and where a rule finds something."""
    findings = validate(attrs.evolve(of, budget=Budget(costs))).result(code).findings
    return [(finding.severity, finding.place) for finding in findings]


def actual(category: CostCategory, amount: int = 1_000) -> Cost:
    """A cost as it was."""
    return Cost(category, ActualCost(Money(amount)))


def named(cost: Cost, name: str, label: object) -> Cost:
    """Return the labels of a line: to which partner, phase or year it belongs."""
    changes: dict[str, Any] = {name: label}
    return attrs.evolve(cost, **changes)


@pytest.mark.parametrize("basis", [ActualCost(Money(5)), UnitCost(Money(5), 1), LumpSum(Money(5)), ActualCost()])
def test_overheads_are_not_also_counted_as_they_are(basis: ActualCost | UnitCost | LumpSum) -> None:
    """Article 53(1)(e): forms may be combined where each covers different categories of costs."""
    assert found("SCO003", HIRED, OVERHEADS, Cost(INDIRECT, basis)) == [(Severity.ERROR, "budget.costs[2]")]


def test_of_other_categories_there_may_be_several_kinds() -> None:
    """Travel of staff at a flat rate and travel of participants as it was may be two categories, so somebody looks."""
    flat = Cost(TRAVEL, FlatRate(Rate.of_percent(15), [STAFF]))
    assert found("SCO003", HIRED, flat, actual(TRAVEL)) == [(Severity.WARNING, "budget.costs[2]")]


@pytest.mark.parametrize(
    ("name", "here", "there"),
    [("partner", "Alvesta", "Växjö"), ("phase", "Analys", "Genomförande"), ("year", 2025, 2026)],
)
def test_partners_phases_and_years_may_reckon_in_their_own_ways(name: str, here: object, there: object) -> None:
    """The forms may cover the same for different projects of an operation and for phases that follow each other."""
    flat, own = named(OVERHEADS, name, here), named(actual(INDIRECT), name, here)
    assert found("SCO003", HIRED, flat, own) == [(Severity.ERROR, "budget.costs[2]")]
    assert found("SCO003", HIRED, flat, named(own, name, there)) == []
    assert found("SCO003", HIRED, flat, named(own, name, None)) == []
    assert found("SCO003", HIRED, OVERHEADS, own) == [(Severity.ERROR, "budget.costs[2]")]


def test_nothing_and_corrections_are_not_costs_of_their_own() -> None:
    """A line of 0 kr covers nothing, and a correction changes what others come to."""
    flat = Cost(CostCategory.CORRECTION, FlatRate(Rate.of_percent(-5), [STAFF]))
    assert found("SCO003", HIRED, OVERHEADS, actual(INDIRECT, 0), flat, actual(CostCategory.CORRECTION, -5)) == []


def test_what_the_rate_for_the_remaining_costs_covers() -> None:
    """Beside 40 % of staff only what participants are paid, and what comes in kind, stands by itself."""
    beside = [HIRED, REMAINING, actual(CostCategory.PARTICIPANTS), actual(CostCategory.IN_KIND)]
    assert found("SCO004", *beside, actual(TRAVEL, 0)) == []
    looked_at = [(Severity.WARNING, "budget.costs[4]"), (Severity.WARNING, "budget.costs[5]")]
    assert found("SCO004", *beside, actual(TRAVEL), OVERHEADS) == looked_at
    assert found("SCO004", *beside, actual(TRAVEL), OVERHEADS, of=ESF) == looked_at


def test_each_cell_cites_its_article() -> None:
    """Article 68b of 2014-2020: staff at a flat rate in its second paragraph, and then the other costs are no fault."""
    staff = Cost(STAFF, FlatRate(Rate.of_percent(20), [CostCategory.EQUIPMENT]))
    for line, article in ((staff, "68b(2)"), (HIRED, "68b(1)")):
        assert articles(actual(CostCategory.EQUIPMENT), line, REMAINING, of=ESF) == [
            f"Article {article} of Regulation (EU) No 1303/2013"
        ]


def articles(*costs: Cost, of: Project) -> list[str]:
    """Name the articles that the rule on combinations cites."""
    findings = validate(attrs.evolve(of, budget=Budget(costs))).result("SCO004").findings
    return [finding.text("en").partition("under ")[2].partition(":")[0] for finding in findings]


def test_in_interreg_staff_at_a_flat_rate_is_no_base_for_the_remaining_costs() -> None:
    """Regulation (EU) 2021/1059, Article 38(4): one finding with that basis, not with Article 56."""
    services = actual(CostCategory.EXTERNAL_SERVICES, 500_000)
    staff = Cost(STAFF, FlatRate(Rate.of_percent(20), [CostCategory.EXTERNAL_SERVICES]))
    interreg = attrs.evolve(ESF_PLUS, fund=Fund.ERDF, cci="2021TC16RFCB033")
    assert articles(services, staff, REMAINING, of=interreg) == ["Article 38(4) of Regulation (EU) 2021/1059"]
    assert articles(services, staff, of=interreg) == []
    for code in ("SCO002", "SCO003", "SCO004"):
        lawful = validate(attrs.evolve(interreg, budget=Budget([services, staff]))).result(code)
        assert lawful.outcome is Outcome.PASSED


def test_the_text_says_for_what_the_rate_is_taken() -> None:
    """That a flat rate for other costs covers all the rest is taken for granted, so whoever reads it is told."""
    project = attrs.evolve(ESF_PLUS, budget=Budget([HIRED, REMAINING, actual(TRAVEL)]))
    (finding,) = validate(project).result("SCO004").findings
    assert "på enbart personal antas täcka alla kostnader utom personal och det som deltagare får" in finding.text()


def test_what_article_56_says_of_staff_at_a_flat_rate_is_left_open() -> None:
    """Of Article 56 only the heading was read: 40 % of staff that is itself 20 % of other costs is not approved."""
    staff = Cost(STAFF, FlatRate(Rate.of_percent(20), [CostCategory.PARTICIPANTS]))
    costs = [actual(CostCategory.PARTICIPANTS), staff, REMAINING]
    result = validate(attrs.evolve(ESF_PLUS, budget=Budget(costs))).result("SCO004")
    assert result.outcome is Outcome.NOT_EVALUATED
    partners = [costs[0], named(staff, "partner", "Alvesta"), named(REMAINING, "partner", "Växjö")]
    apart = validate(attrs.evolve(ESF_PLUS, budget=Budget(partners))).result("SCO004")
    assert apart.outcome is Outcome.PASSED


def test_a_flat_rate_of_other_costs_stands_beside_that_of_indirect_costs() -> None:
    """Travel at 15 % of staff and equipment is no second flat rate for indirect costs."""
    travel = Cost(TRAVEL, FlatRate(Rate.of_percent(15), [STAFF, CostCategory.EQUIPMENT]))
    assert found("SCO004", HIRED, OVERHEADS, travel) == []


def test_indirect_costs_have_one_flat_rate() -> None:
    """Article 54, and Article 68 before it: the rate is based on one of direct costs and direct staff costs."""
    second = Cost(INDIRECT, FlatRate(Rate.of_percent(7), [STAFF, TRAVEL]))
    for project in (ESF_PLUS, ESF):
        lines = [HIRED, actual(TRAVEL), OVERHEADS, second]
        assert found("SCO004", *lines, of=project) == [(Severity.WARNING, "budget.costs[3]")]
    partners = [attrs.evolve(OVERHEADS, partner="Alvesta"), attrs.evolve(second, partner="Växjö")]
    assert found("SCO004", HIRED, actual(TRAVEL), *partners) == []


def test_a_flat_rate_of_another_category_is_none_for_indirect_costs() -> None:
    """Travel at a flat rate of other costs stands beside overheads at a flat rate: only indirect costs have one."""
    travel = Cost(TRAVEL, FlatRate(Rate.of_percent(7), [CostCategory.PARTICIPANTS]))
    assert found("SCO004", HIRED, actual(CostCategory.PARTICIPANTS), OVERHEADS, travel) == []


def test_before_the_rate_for_the_remaining_costs_was_law_nothing_is_kept_apart() -> None:
    """A project of 2015 to 2017 with that rate is left open; one without it has nothing that the table names."""
    early = attrs.evolve(ESF, period=Period("2015-01-01", "2017-12-31"))
    dated = [named(line, "year", 2020) for line in (HIRED, REMAINING, actual(TRAVEL))]
    over = attrs.evolve(ESF, period=Period("2017-01-01", "2020-12-31"))
    assert found("SCO004", *dated, of=over) == [(Severity.WARNING, "budget.costs[2]")]
    undated = validate(attrs.evolve(over, budget=Budget([HIRED, REMAINING, actual(TRAVEL)]))).result("SCO004")
    assert undated.outcome is Outcome.NOT_EVALUATED
    assert undated.reason is not None
    assert "bestämmelserna ändrades" in undated.reason.sv
    for flat, outcome in ((REMAINING, Outcome.NOT_EVALUATED), (OVERHEADS, Outcome.PASSED)):
        project = attrs.evolve(early, budget=Budget([HIRED, flat, actual(TRAVEL)]))
        assert validate(project).result("SCO004").outcome is outcome


@pytest.mark.parametrize("code", ["SCO003", "SCO004"])
def test_without_a_table_nothing_is_judged(code: str) -> None:
    """Of 2007-2013 the law data have no table, so silence would be no approval."""
    project = attrs.evolve(ESF_PLUS, programming_period="2007-2013", budget=Budget([HIRED, OVERHEADS]))
    assert validate(project).result(code).outcome is Outcome.NOT_EVALUATED


def test_every_cell_of_the_table_is_judged() -> None:
    """Each key is read by a rule: its parts are known, or it is the one about flat rates beside actual costs."""
    for key in LAW.keys:
        topic, _, cell = key.partition(".")
        if topic == "combination" and cell != "flat-rate.actual-costs":
            assert set(cell.split(".")) <= set(_PARTS)
            assert cell.partition(".")[2] in _WHY
