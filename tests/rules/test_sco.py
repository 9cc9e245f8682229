from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    ActualCost,
    Aid,
    AidBasis,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    Law,
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

STAFF, TRAVEL, OTHER = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.OTHER
SMALL = Project("Förstudie", fund=Fund.ESF_PLUS, programming_period="2021-2027", aid=Aid(AidBasis.NONE))


def actual(category: CostCategory, euros: int, currency: str = "EUR") -> Cost:
    """A cost as it was."""
    return Cost(category, ActualCost(Money(euros, currency)))


def costing(*costs: Cost, of: Project = SMALL, **more: object) -> Project:
    """A project with these costs."""
    changes: dict[str, Any] = {"budget": Budget(costs), **more}
    return attrs.evolve(of, **changes)


@given(st.integers(1, 400_000))
def test_actual_costs_are_for_projects_above_the_size(euros: int) -> None:
    """Article 53(2): where the total cost does not exceed EUR 200 000, costs are simplified."""
    result = validate(costing(actual(TRAVEL, euros))).result("SCO001")
    assert (result.outcome is Outcome.FAILED) == (euros <= 200_000)


def test_the_article_is_cited() -> None:
    """A project of EUR 200 000 in actual costs departs from Article 53(2); each such line is named."""
    report = validate(costing(actual(OTHER, 150_000), actual(TRAVEL, 50_000)))
    found = [finding for finding in report.errors if finding.rule == "SCO001"]
    assert [finding.place for finding in found] == ["budget.costs[0]", "budget.costs[1]"]
    assert "artikel 53.2 i förordning (EU) 2021/1060" in found[0].text("sv")


@pytest.mark.parametrize("currency", ["EUR", "SEK"])
def test_what_is_simplified_passes_in_any_currency(currency: str) -> None:
    """Lump sums, unit costs and flat rates with their bases are what the article asks for."""
    money = Money(1_000, currency)
    costs = [
        actual(STAFF, 1_000, currency),
        Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [STAFF])),
        Cost(OTHER, LumpSum(money)),
        Cost(TRAVEL, UnitCost(money, 1)),
        actual(CostCategory.PARTICIPANTS, 500, currency),
        actual(CostCategory.IN_KIND, 500, currency),
        actual(CostCategory.VAT, 250, currency),
        actual(CostCategory.EQUIPMENT, 0, currency),
        actual(CostCategory.REVENUE, -5, currency),
    ]
    assert validate(costing(*costs)).result("SCO001").outcome is Outcome.PASSED


def test_only_what_a_flat_rate_is_a_share_of_may_be_as_it_was() -> None:
    """Article 53(2): a partner's flat rate leaves the other's costs as they are, and a correction is no flat rate."""
    mine, theirs = (attrs.evolve(actual(STAFF, 5), partner=partner) for partner in ("Alvesta", "Växjö"))
    flat = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [STAFF]), partner="Alvesta")
    off = Cost(CostCategory.CORRECTION, FlatRate(Rate.of_percent(-5), [STAFF]))
    for costs, places in (([mine, theirs, flat], ["budget.costs[1]"]), ([mine, off], ["budget.costs[0]"])):
        findings = validate(costing(*costs)).result("SCO001").findings
        assert [finding.place for finding in findings] == places


@pytest.mark.parametrize(
    ("fund", "severity"),
    [
        (Fund.ESF_PLUS, Severity.ERROR),
        *((fund, Severity.WARNING) for fund in (Fund.ERDF, Fund.JTF, Fund.AMIF, Fund.ISF, Fund.BMVI)),
    ],
)
def test_where_an_exemption_is_possible_it_is_a_warning(fund: Fund, severity: Severity) -> None:
    """Operations in research and innovation may be exempted, which a project does not say of itself."""
    (finding,) = validate(costing(actual(TRAVEL, 5), fund=fund)).result("SCO001").findings
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (costing(actual(TRAVEL, 5), aid=Aid(AidBasis.STATE_AID)), Outcome.NOT_APPLICABLE),
        (costing(actual(TRAVEL, 5), aid=None), Outcome.NOT_EVALUATED),
        (costing(actual(TRAVEL, 500_000), aid=None), Outcome.PASSED),
        *(
            (costing(actual(TRAVEL, 5), fund=fund), Outcome.NOT_APPLICABLE)
            for fund in (Fund.EAFRD, Fund.EMFAF, Fund.COHESION_FUND)
        ),
        (costing(actual(TRAVEL, 5), fund=None), Outcome.NOT_EVALUATED),
        (costing(Cost(TRAVEL, ActualCost())), Outcome.NOT_EVALUATED),
        (costing(Cost(TRAVEL, ActualCost(Bounds.over(Money(150_000, "EUR"))))), Outcome.NOT_EVALUATED),
        (costing(actual(TRAVEL, 5), programming_period="2007-2013"), Outcome.NOT_EVALUATED),
        (costing(actual(TRAVEL, 5), fund=Fund.ERDF, period=Period("2020-01-01", "2020-12-31")), Outcome.NOT_EVALUATED),
    ],
)
def test_obligation_where_it_counts(project: Project, outcome: Outcome) -> None:
    """Not where the support is State aid or from other funds; open where aid, fund or cost are not known."""
    assert validate(project).result("SCO001").outcome is outcome


ESF = attrs.evolve(SMALL, fund=Fund.ESF, programming_period="2014-2020", period=Period("2019-01-01", "2020-12-31"))


def granted(support: int, own: int, **more: object) -> Project:
    """An ESF project of 2014-2020 with actual costs, so much support and so much of its own."""
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(support, "EUR")),
        Contribution(Funder(source=FundingSource.OWN), Money(own, "EUR")),
    ]
    changes: dict[str, Any] = {"budget": Budget([actual(TRAVEL, support + own)], financing), **more}
    return attrs.evolve(ESF, **changes)


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (granted(50_000, 50_000), Outcome.FAILED),
        (granted(100_001, 0), Outcome.PASSED),
        (granted(60_000, 50_000), Outcome.NOT_EVALUATED),
        (granted(50_000, 50_000, period=Period("2018-01-01", "2019-12-31")), Outcome.NOT_EVALUATED),
        (granted(50_000, 50_000, period=Period("2016-01-01", "2017-12-31")), Outcome.NOT_EVALUATED),
        (granted(50_000, 50_000, fund=Fund.ERDF, period=Period("2016-01-01", "2017-12-31")), Outcome.PASSED),
        (granted(50_000, 50_000, fund=Fund.ERDF, period=Period("2018-01-01", "2019-12-31")), Outcome.NOT_EVALUATED),
        (granted(100_001, 0, fund=Fund.ERDF, period=Period("2018-01-01", "2019-12-31")), Outcome.PASSED),
        (granted(60_000, 20_000, fund=Fund.AMIF), Outcome.NOT_APPLICABLE),
        (granted(60_000, 20_000, fund=Fund.ISF), Outcome.NOT_APPLICABLE),
        (granted(60_000, 20_000, fund=Fund.COHESION_FUND), Outcome.NOT_APPLICABLE),
    ],
)
def test_before_2021_it_goes_by_public_support(project: Project, outcome: Outcome) -> None:
    """Article 67(2a): public support of up to EUR 100 000, from 2 August 2018; the own money may be public too."""
    result = validate(project).result("SCO001")
    assert result.outcome is outcome
    assert {finding.severity for finding in result.findings} <= {Severity.WARNING}


# --- SCO008: lump sums of 2014 to 2018

BEFORE, OVER_THE_DAY = Period("2016-01-01", "2016-12-31"), Period("2018-01-01", "2018-12-31")


def lump(public: int, private: int = 0, *, year: int | None = None, **more: object) -> Project:
    """An ERDF project of 2014-2020 with one lump sum, paid by so much public and so much private money."""
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(public, "EUR")),
        Contribution(Funder(source=FundingSource.OWN_PRIVATE), Money(private, "EUR")),
    ]
    cost = Cost(OTHER, LumpSum(Money(public + private, "EUR")), year=year)
    changes: dict[str, Any] = {"fund": Fund.ERDF, "period": BEFORE, "budget": Budget([cost], financing), **more}
    return attrs.evolve(ESF, **changes)


@given(st.integers(1, 200_000), st.integers(0, 200_000))
def test_a_lump_sum_had_a_limit_of_public_contribution(public: int, private: int) -> None:
    """Article 67(1)(c) of 2013: at most EUR 100 000 of public contribution, as far as the other money tells."""
    result = validate(lump(public, private)).result("SCO008")
    assert (result.outcome is Outcome.FAILED) == (public > 100_000)
    assert (result.outcome is Outcome.PASSED) == (public + private <= 100_000)
    assert {finding.severity for finding in result.findings} <= {Severity.WARNING}


@pytest.mark.parametrize(
    ("kronor", "outcome"),
    [(1_300_000, Outcome.FAILED), (950_000, Outcome.NOT_EVALUATED), (850_000, Outcome.PASSED)],
)
def test_a_lump_sum_in_kronor_is_held_against_the_limit_at_every_rate(kronor: int, outcome: Outcome) -> None:
    """Between 8.95 and 10.21 kronor per euro in 2016, EUR 100 000 was some 895 000 to 1 021 000 kronor."""
    money = Money(kronor)
    state = Contribution(Funder(source=FundingSource.STATE_GRANT), money)
    assert validate(lump(1, budget=Budget([Cost(OTHER, LumpSum(money))], [state]))).result("SCO008").outcome is outcome


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (lump(110_000, period=OVER_THE_DAY), Outcome.NOT_EVALUATED),
        (lump(100_000, period=OVER_THE_DAY), Outcome.PASSED),
        (lump(110_000, period=Period("2017-01-01", "2019-12-31"), year=2017), Outcome.FAILED),
        (lump(110_000, period=Period("2017-01-01", "2019-12-31"), year=2019), Outcome.PASSED),
        (lump(110_000, period=Period("2018-08-02", "2019-12-31")), Outcome.PASSED),
        (lump(110_000, fund=Fund.AMIF), Outcome.NOT_APPLICABLE),
        (
            lump(110_000, programming_period="2021-2027", period=Period("2022-01-01", "2022-12-31")),
            Outcome.NOT_APPLICABLE,
        ),
        (lump(1, budget=Budget([Cost(OTHER, LumpSum())])), Outcome.NOT_EVALUATED),
        (lump(1, budget=Budget([Cost(OTHER, LumpSum(Money(5, "EUR"))), actual(TRAVEL, 9)])), Outcome.PASSED),
        (lump(1, budget=Budget([actual(TRAVEL, 9)])), Outcome.NOT_APPLICABLE),
        (
            lump(1, budget=Budget([Cost(OTHER, LumpSum(Money(110_000, "EUR"))), Cost(TRAVEL, ActualCost())])),
            Outcome.NOT_EVALUATED,
        ),
    ],
)
def test_the_limit_of_lump_sums_ended_in_august_2018(project: Project, outcome: Outcome) -> None:
    """From 2 August 2018 point (c) reads "lump sums"; a project over that day goes by the years of its lines."""
    result = validate(project).result("SCO008")
    assert result.outcome is outcome
    for finding in result.findings:
        assert "artikel 67.1 c i förordning (EU) nr 1303/2013" in finding.text("sv")


def test_whom_a_rule_concerns_is_asked_of_the_law_that_is_given() -> None:
    """An act that makes simplified costs obligatory in another fund is entered as a row, and is not passed over."""
    small = costing(actual(TRAVEL, 5), fund=Fund.EAFRD)
    assert validate(small).result("SCO001").outcome is Outcome.NOT_APPLICABLE
    (row,) = LAW.history("simplified-cost.obligatory", programming_period="2021-2027", fund=Fund.ESF_PLUS)
    law = Law([*LAW.provisions, attrs.evolve(row, funds=[Fund.EAFRD])])
    assert validate(small, law=law).result("SCO001").outcome is Outcome.FAILED
