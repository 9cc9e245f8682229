from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Cost,
    CostCategory,
    FlatRate,
    Fund,
    Money,
    Outcome,
    Period,
    Project,
    Rate,
    Severity,
    UnitCost,
    validate,
)

STAFF, TRAVEL, OTHER, INDIRECT = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.OTHER, CostCategory.INDIRECT
ESF_PLUS = Project("Kompetens för fler", fund=Fund.ESF_PLUS, programming_period="2021-2027")
ESF = attrs.evolve(ESF_PLUS, fund=Fund.ESF, programming_period="2014-2020", period=Period("2019-01-01", "2020-12-31"))
INTERREG = attrs.evolve(ESF_PLUS, fund=Fund.ERDF, cci="2021TC16RFCB033")
ERDF_2015 = attrs.evolve(ESF, fund=Fund.ERDF, period=Period("2015-01-01", "2015-12-31"))
INTERREG_2015 = attrs.evolve(ERDF_2015, cci="2014TC16RFCB033")
OVER_THE_DAY = attrs.evolve(ESF, period=Period("2017-01-01", "2019-12-31"))
"""A project from before and after 2 August 2018, when Articles 68a and 68b became law."""


def line(category: CostCategory, percent: int | str, *base: CostCategory) -> Cost:
    """A flat rate of so many per cent."""
    return Cost(category, FlatRate(Rate.of_percent(percent), base))


def costing(flat: Cost, of: Project = ESF_PLUS, staff: int = 1_000_000, travel: int = 1_000_000) -> Project:
    """A project with staff, travel and a flat rate."""
    costs = [Cost(STAFF, ActualCost(Money(staff))), Cost(TRAVEL, ActualCost(Money(travel))), flat]
    return attrs.evolve(of, budget=Budget([cost for cost in costs if cost.category is not flat.category] + [flat]))


@pytest.mark.parametrize(
    ("flat", "project", "article"),
    [
        (line(INDIRECT, 16, STAFF), ESF_PLUS, "54(b) of Regulation (EU) 2021/1060"),
        (line(INDIRECT, 8, STAFF, TRAVEL), ESF_PLUS, "54(a) of Regulation (EU) 2021/1060"),
        (line(STAFF, 21, TRAVEL), ESF_PLUS, "55(1) of Regulation (EU) 2021/1060"),
        (line(OTHER, 41, STAFF), ESF_PLUS, "56 of Regulation (EU) 2021/1060"),
        (line(TRAVEL, "15.01", STAFF), INTERREG, "41(5) of Regulation (EU) 2021/1059"),
        (line(CostCategory.OFFICE, 16, STAFF), INTERREG, "40(2) of Regulation (EU) 2021/1059"),
        (line(STAFF, "20.5", TRAVEL), INTERREG, "39(3)(c) of Regulation (EU) 2021/1059"),
        (line(INDIRECT, 16, STAFF), INTERREG, "54(b) of Regulation (EU) 2021/1060"),
        (line(STAFF, 21, TRAVEL), INTERREG_2015, "19 of Regulation (EU) No 1299/2013"),
        (line(INDIRECT, 16, STAFF), ERDF_2015, "68(1)(b) of Regulation (EU) No 1303/2013"),
        (line(INDIRECT, 16, STAFF), OVER_THE_DAY, "68(b) of Regulation (EU) No 1303/2013"),
        (line(INDIRECT, 16, STAFF), ESF, "68(b) of Regulation (EU) No 1303/2013"),
        (line(STAFF, 21, TRAVEL), ESF, "68a(1) of Regulation (EU) No 1303/2013"),
        (line(OTHER, 41, STAFF), ESF, "68b(1) of Regulation (EU) No 1303/2013"),
    ],
)
def test_a_rate_above_that_of_the_law_is_looked_at(flat: Cost, project: Project, article: str) -> None:
    """One per cent above the rate that needs no calculation is a warning that names the article; the rate passes."""
    (finding,) = validate(costing(flat, project)).result("SCO002").findings
    assert finding.severity is Severity.WARNING
    assert f"Article {article}" in finding.text("en")
    assert isinstance(flat.basis, FlatRate)
    assert isinstance(finding.expected, Rate)
    lawful = attrs.evolve(flat, basis=attrs.evolve(flat.basis, rate=finding.expected))
    assert validate(costing(lawful, project)).result("SCO002").outcome is Outcome.PASSED


@given(percent=st.integers(0, 120), staff=st.integers(1, 10**6), travel=st.integers(1, 10**6))
def test_indirect_costs_are_at_most_a_quarter_of_direct_costs(percent: int, staff: int, travel: int) -> None:
    """Article 54: up to 15 % of staff as it is, up to 25 % of direct costs when calculated, and nothing above."""
    findings = validate(costing(line(INDIRECT, percent, STAFF), staff=staff, travel=travel)).result("SCO002").findings
    computed = Rate.of_percent(percent).fraction * staff
    error = round(computed, 2) > round(Rate.of_percent(25).fraction * (staff + travel), 2)
    expected = [Severity.ERROR] if error else [Severity.WARNING] if percent > 15 else []
    assert [finding.severity for finding in findings] == expected


@pytest.mark.parametrize(("percent", "severity"), [(7, None), (25, Severity.WARNING), (26, Severity.ERROR)])
def test_on_all_direct_costs_the_rate_itself_is_judged(percent: int, severity: Severity | None) -> None:
    """Where the base is all direct costs, no amount is needed to see that a quarter is exceeded."""
    flat = line(INDIRECT, percent, STAFF, TRAVEL)
    budget = Budget([Cost(STAFF, ActualCost()), Cost(TRAVEL, ActualCost()), flat])
    findings = validate(attrs.evolve(ESF_PLUS, budget=budget)).result("SCO002").findings
    assert [finding.severity for finding in findings] == ([] if severity is None else [severity])


@pytest.mark.parametrize("project", [ESF, ERDF_2015, OVER_THE_DAY])
def test_before_2021_a_rate_of_another_policy_might_be_higher(project: Project) -> None:
    """Article 68(c), before 68(1)(c): a rate of another Union policy has no ceiling, so this is no error."""
    (finding,) = validate(costing(line(INDIRECT, 26, STAFF, TRAVEL), project)).result("SCO002").findings
    assert finding.severity is Severity.WARNING
    assert "25" in finding.text("en")


def test_of_amounts_that_nobody_knows_no_quarter_is_exceeded() -> None:
    """40 % of staff may be less than a quarter of all direct costs, so it is looked at and no more."""
    for staff, travel in ((None, Money(5)), (Money(5), None)):
        costs = [Cost(STAFF, ActualCost(staff)), Cost(TRAVEL, ActualCost(travel)), line(INDIRECT, 40, STAFF)]
        findings = validate(attrs.evolve(ESF_PLUS, budget=Budget(costs))).result("SCO002").findings
        assert [finding.severity for finding in findings] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("percent", "others", "severity"),
    [
        (40, [], Severity.WARNING),
        (40, [Cost(CostCategory.PARTICIPANTS, ActualCost(Money(5)))], Severity.WARNING),
        (41, [], Severity.ERROR),
        (40, [Cost(TRAVEL, ActualCost(Money(5)))], Severity.ERROR),
    ],
)
def test_where_all_the_rest_is_indirect_the_rate_for_the_rest_is_no_error(
    percent: int, others: list[Cost], severity: Severity
) -> None:
    """Article 56: 40 % of staff for the remaining costs, which may all be indirect; not beside travel of its own."""
    costs = [Cost(STAFF, ActualCost(Money(100))), *others, line(INDIRECT, percent, STAFF)]
    (finding,) = validate(attrs.evolve(ESF_PLUS, budget=Budget(costs))).result("SCO002").findings
    assert finding.severity is severity


def test_the_rate_of_a_partner_is_held_against_the_whole_operation() -> None:
    """41 % of a partner's costs may be less than a quarter of all direct costs; where none are listed, nobody knows."""
    mine = Cost(STAFF, ActualCost(Money(100)), partner="Alvesta")
    theirs = Cost(STAFF, ActualCost(Money(900)), partner="Växjö")
    flat = attrs.evolve(line(INDIRECT, 41, STAFF), partner="Alvesta")
    for costs, severity in (
        ([mine, theirs, flat], Severity.WARNING),
        ([mine, flat], Severity.ERROR),
        ([line(INDIRECT, 41, STAFF)], Severity.WARNING),
    ):
        (finding,) = validate(attrs.evolve(ESF_PLUS, budget=Budget(costs))).result("SCO002").findings
        assert finding.severity is severity


def judged(*costs: Cost) -> list[tuple[Severity, str, object]]:
    """Name how grave and where the rule finds something, and which rate."""
    findings = validate(attrs.evolve(ESF_PLUS, budget=Budget(costs))).result("SCO002").findings
    return [(finding.severity, finding.place, finding.found) for finding in findings]


def test_a_rate_split_over_lines_is_one_rate() -> None:
    """Article 54(b): 10 % and 5 % of the same staff are 15 %; twice 15 % are 30 %, and the text names both lines."""
    staff = Cost(STAFF, ActualCost(Money(100)))
    travel = Cost(TRAVEL, ActualCost(Money(100)))
    assert judged(staff, travel, line(INDIRECT, 10, STAFF), line(INDIRECT, 5, STAFF)) == []
    twice = [staff, travel, line(INDIRECT, 15, STAFF), line(INDIRECT, 15, STAFF)]
    assert judged(*twice) == [(Severity.WARNING, "budget.costs[3]", Rate.of_percent(30))]
    (finding,) = validate(attrs.evolve(ESF_PLUS, budget=Budget(twice))).result("SCO002").findings
    together = (
        "(kostnadsrad 4, indirekta kostnader) tillsammans med andra rader (kostnadsrad 3, indirekta kostnader) är 30"
    )
    assert together in finding.text("sv")
    assert judged(staff, line(OTHER, 40, STAFF), line(OTHER, 1, STAFF))[0][2] == Rate.of_percent(41)
    (many,) = validate(attrs.evolve(ESF_PLUS, budget=Budget([*twice, twice[-1]]))).result("SCO002").findings
    assert (
        "(cost line 5, indirect costs) together with other lines (cost line 3, indirect costs and others) is 45"
        in many.text("en")
    )


def test_a_quarter_of_direct_costs_may_be_passed_by_lines_together() -> None:
    """Article 54(c): 21 kr and 21 kr are more than a quarter of 100 kr, though neither is alone."""
    flat = line(INDIRECT, 21, STAFF)
    staff = Cost(STAFF, ActualCost(Money(100)))
    assert [severity for severity, _, _ in judged(staff, flat, flat)] == [Severity.ERROR]
    travel = Cost(TRAVEL, ActualCost(Money(100)))
    assert [severity for severity, _, _ in judged(staff, travel, flat, flat)] == [Severity.WARNING]


def test_rates_of_two_partners_are_two_and_one_of_all_is_added_to_each() -> None:
    """Two partners with 15 % each have 15 %; a line of everybody is a share of every partner's staff as well."""
    staff = [Cost(STAFF, ActualCost(Money(100)), partner=partner) for partner in ("Alvesta", "Växjö")]
    mine, theirs = (attrs.evolve(line(INDIRECT, 15, STAFF), partner=partner) for partner in ("Alvesta", "Växjö"))
    assert judged(*staff, mine, theirs) == []
    everybody = line(INDIRECT, 5, STAFF)
    found = [(Severity.WARNING, "budget.costs[2]", Rate.of_percent(20))]
    assert judged(*staff, mine, everybody) == found
    assert judged(*staff, everybody, mine) == [(Severity.WARNING, "budget.costs[3]", Rate.of_percent(20))]


def test_a_budget_of_many_partners_is_judged_in_bounded_time() -> None:
    """Each line is met a few times, not once for every other line."""
    partners = [f"Partner {number}" for number in range(1_500)]
    staff = [Cost(STAFF, ActualCost(Money(100)), partner=partner) for partner in partners]
    flat = [attrs.evolve(line(INDIRECT, 15, STAFF), partner=partner) for partner in partners]
    assert judged(*staff, *flat) == []


def test_a_correction_by_a_share_is_no_simplified_cost() -> None:
    """What is taken off as a share of the costs covers no costs, so that no rate of the law concerns it."""
    off = Cost(CostCategory.CORRECTION, FlatRate(Rate.of_percent(-5), [STAFF]))
    project = costing(line(INDIRECT, 15, STAFF))
    budget = project.budget
    assert budget is not None
    more = attrs.evolve(project, budget=attrs.evolve(budget, costs=(*budget.costs, off)))
    assert validate(more).result("SCO002").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("flat", "project"),
    [
        (line(STAFF, 20, TRAVEL, INDIRECT), ESF_PLUS),
        (line(TRAVEL, 5, STAFF), ESF_PLUS),
        (line(OTHER, 5, STAFF, TRAVEL), ESF_PLUS),
        (line(CostCategory.EQUIPMENT, 5, STAFF), ESF_PLUS),
        (line(INDIRECT, 5, STAFF, TRAVEL), ESF),
        (line(INDIRECT, 5, STAFF), attrs.evolve(ESF_PLUS, programming_period="2007-2013")),
        (line(OTHER, 40, STAFF), attrs.evolve(ESF, period=Period("2016-01-01", "2019-12-31"))),
        (line(OTHER, 40, STAFF), attrs.evolve(ESF, period=Period("2016-01-01", "2017-12-31"))),
        (line(OTHER, 55, STAFF), ERDF_2015),
        (line(STAFF, 30, TRAVEL), ERDF_2015),
        (line(CostCategory.OFFICE, 5, STAFF), ESF_PLUS),
        (line(STAFF, 20, TRAVEL), attrs.evolve(ESF_PLUS, fund=Fund.AMIF)),
    ],
)
def test_a_rate_that_the_law_does_not_have_is_left_open(flat: Cost, project: Project) -> None:
    """Other flat rates must have been calculated, and before 2 August 2018 the rate of 40 % is not in the data."""
    assert validate(costing(flat, project)).result("SCO002").outcome is Outcome.NOT_EVALUATED


@given(percent=st.integers(0, 60), year=st.sampled_from([2017, 2018, 2019, None]))
def test_a_project_over_the_day_of_change_is_judged_by_parts(percent: int, year: int | None) -> None:
    """Article 68b(1) is law from 2 August 2018: a line of a later year is judged, one that may be earlier is not."""
    flat = attrs.evolve(line(OTHER, percent, STAFF), year=year)
    result = validate(costing(flat, OVER_THE_DAY)).result("SCO002")
    if year == 2019:
        assert [finding.severity for finding in result.findings] == ([Severity.WARNING] if percent > 40 else [])
        assert result.outcome is (Outcome.FAILED if percent > 40 else Outcome.PASSED)
    else:
        assert (result.findings, result.outcome) == ((), Outcome.NOT_EVALUATED)


@given(percent=st.integers(0, 60), year=st.sampled_from([2017, 2018, 2019, None]))
def test_what_the_law_says_alike_before_and_after_is_judged(percent: int, year: int | None) -> None:
    """Article 68, first paragraph: 15 % of staff needs no calculation, whatever the paragraphs were called."""
    flat = attrs.evolve(line(INDIRECT, percent, STAFF), year=year)
    result = validate(costing(flat, OVER_THE_DAY, travel=10**9)).result("SCO002")
    assert [finding.severity for finding in result.findings] == ([Severity.WARNING] if percent > 15 else [])


def test_what_the_funds_of_home_affairs_did_before_is_their_own_act() -> None:
    """Regulation (EU) No 514/2014 came before the common provisions: no rate of theirs is held against AMIF then."""
    for code in ("SCO001", "SCO002", "SCO003", "SCO004"):
        early = costing(line(INDIRECT, 90, STAFF), attrs.evolve(ESF, fund=Fund.AMIF))
        assert validate(early).result(code).outcome is Outcome.NOT_APPLICABLE
        later = costing(line(INDIRECT, 90, STAFF), attrs.evolve(ESF_PLUS, fund=Fund.AMIF))
        assert validate(later).result(code).outcome is not Outcome.NOT_APPLICABLE


def test_without_flat_rates_there_is_nothing_to_judge() -> None:
    """A budget of unit costs alone is not concerned; one whose costs nobody knows may be."""
    unit = Cost(STAFF, UnitCost(Money("674.80"), 1720))
    for code in ("SCO002", "SCO003", "SCO004"):
        assert validate(attrs.evolve(ESF_PLUS, budget=Budget([unit]))).result(code).outcome is Outcome.NOT_APPLICABLE
        assert validate(attrs.evolve(ESF_PLUS, budget=Budget())).result(code).outcome is Outcome.NOT_EVALUATED
        rural = costing(line(INDIRECT, 90, STAFF), attrs.evolve(ESF_PLUS, fund=Fund.EAFRD))
        assert validate(rural).result(code).outcome is Outcome.NOT_APPLICABLE


def test_both_swedish_models_are_lawful() -> None:
    """ESF-rådet's models: 15 % for indirect costs beside travel; 40 % for all that is not staff."""
    staff = Cost(STAFF, UnitCost(Money("674.80"), 1720))
    travel = Cost(TRAVEL, ActualCost(Money(40_000)))
    for costs in ([staff, travel, line(INDIRECT, 15, STAFF)], [staff, line(OTHER, 40, STAFF)]):
        report = validate(attrs.evolve(ESF_PLUS, budget=Budget(costs)))
        assert report.errors == report.warnings == ()
        for code in ("SCO002", "SCO003", "SCO004"):
            assert report.result(code).outcome is Outcome.PASSED
