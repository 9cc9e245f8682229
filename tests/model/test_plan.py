from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.examples import EXAMPLES, REGISTER_PROJECTS
from esfmodel.model import (
    ActualCost,
    Budget,
    Call,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Organisation,
    OwnShare,
    Project,
)
from esfmodel.rules import Outcome, validate
from esfmodel.values import Money, Rate, Remainder, Rounding, exact

AMOUNTS = ("support", "total", "own")
MAJOR_AND_STATE = Rate(Fraction(40, 54))

amounts = st.integers(1, 10**9)
percents = st.fractions(Fraction(1, 100), Fraction(9999, 100), max_denominator=100)
roundings = st.sampled_from(Rounding)


def plan(**given: Any) -> Budget:  # noqa: ANN401
    """Plan with names that are data."""
    return Budget.plan(**given)


def figures(budget: Budget) -> dict[str, Money]:
    """Return what a plan can be asked for, exactly."""
    return {
        "support": exact(budget.support),
        "own": exact(budget.own_contribution),
        "total": exact(budget.total_cost),
    }


@given(st.sampled_from(AMOUNTS), amounts, percents, roundings)
def test_costs_equal_financing_and_what_is_given_is_kept(
    name: str, amount: int, percent: Fraction, rounding: Rounding
) -> None:
    """The amount given is kept exactly, support and own contribution are the total, in units of the plan."""
    budget = plan(**{name: Money(amount)}, own_rate=Rate.of_percent(percent), rounding=rounding)
    found = figures(budget)
    assert found[name] == Money(amount)
    assert found["support"] + found["own"] == found["total"] == budget.total_financing
    assert not rounding.is_whole or all(each.is_whole for each in found.values())


@given(st.sampled_from(AMOUNTS), amounts, percents, roundings)
def test_the_share_is_within_one_unit(name: str, amount: int, percent: Fraction, rounding: Rounding) -> None:
    """The own contribution is less than one unit of the plan from its share; rounded up, it is never below it."""
    rate = Rate.of_percent(percent)
    found = figures(plan(**{name: Money(amount)}, own_rate=rate, rounding=rounding))
    beside = found["own"].as_fraction() - rate.fraction * found["total"].as_fraction()
    assert abs(beside) < (1 if rounding.is_whole else Fraction(1, 100))
    if rounding in {Rounding.WHOLE_UP, Rounding.MINOR_UP}:
        assert beside >= 0
    if rounding in {Rounding.WHOLE_DOWN, Rounding.MINOR_DOWN}:
        assert beside <= 0


@given(st.sampled_from(AMOUNTS), amounts, percents, st.sampled_from([OwnShare.exactly, OwnShare.at_least]))
def test_a_plan_meets_the_call_it_is_made_for(name: str, amount: int, percent: Fraction, demand: Any) -> None:  # noqa: ANN401
    """Whatever share a call demands, exactly or at least, the plan of that share passes it, in whole kronor."""
    rate = Rate.of_percent(percent)
    project = Project("A", call=Call(own_share=demand(rate)), budget=plan(**{name: Money(amount)}, own_rate=rate))
    assert validate(project).result("FIN001").outcome is Outcome.PASSED


@given(amounts, percents)
def test_a_plan_of_its_own_total_is_the_same_plan(amount: int, percent: Fraction) -> None:
    """Planned again from the total it came to, a plan moves by no more than one krona."""
    rate = Rate.of_percent(percent)
    first = figures(Budget.plan(support=Money(amount), own_rate=rate))
    again = figures(Budget.plan(total=first["total"], own_rate=rate))
    assert all(abs(first[name] - again[name]) <= Money(1) for name in AMOUNTS)


@given(st.sampled_from(AMOUNTS), amounts, percents)
def test_the_support_rate_is_the_other_side_of_the_own_rate(name: str, amount: int, percent: Fraction) -> None:
    """45 % support is 55 % of one's own: the plan is the same."""
    rate = Rate.of_percent(percent)
    given_by_own = plan(**{name: Money(amount)}, own_rate=rate)
    assert plan(**{name: Money(amount)}, support_rate=rate.complement) == given_by_own


@given(amounts, st.lists(st.integers(1, 50), min_size=1, max_size=6), st.sampled_from(Remainder))
def test_co_funders_raise_the_own_contribution(own: int, weights: list[int], remainder: Remainder) -> None:
    """Their parts are whole kronor, sum to the own contribution and are within one krona of their weights."""
    organisations = [Organisation(f"Kommun {number}") for number in range(len(weights))]
    budget = Budget.plan(
        own=Money(own),
        own_rate=Rate.of_percent(55),
        co_funders=dict(zip(organisations, weights, strict=True)),
        remainder=remainder,
    )
    parts = [exact(part.amount) for part in budget.financing if part.source is FundingSource.OWN]
    assert sum(parts, Money(0)) == budget.own_contribution == Money(own)
    assert all(part.is_whole for part in parts)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.as_fraction() - Fraction(own * weight, sum(weights))) < 1


@given(amounts, st.fractions(0, 1, max_denominator=1000), roundings)
def test_the_union_and_the_state_pay_the_support(support: int, share: Fraction, rounding: Rounding) -> None:
    """Divided, the parts of the support sum to it, and the Union's is less than one unit from its share."""
    budget = Budget.plan(
        support=Money(support), own_rate=Rate.of_percent(46), eu_share_of_support=Rate(share), eu_rounding=rounding
    )
    assert budget.support == Money(support)
    union = sum((exact(part.amount) for part in budget.financing if part.source is FundingSource.EU), Money(0))
    assert abs(union.as_fraction() - share * support) < 1
    assert (share == 0) == (FundingSource.EU not in {part.source for part in budget.financing})
    assert (share == 1) == (FundingSource.STATE_GRANT not in {part.source for part in budget.financing})


def test_what_must_we_raise() -> None:
    """With 8 million in support and 55 % of one's own, it is 9 777 778 kr, of 17 777 778 kr."""
    budget = Budget.plan(support=Money(8_000_000), own_rate=Rate.of_percent(55))
    assert budget == Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(8_000_000)),
            Contribution(Funder(source=FundingSource.OWN), Money(9_777_778)),
        ]
    )
    assert budget.total_cost == Money(17_777_778)
    for demand in (OwnShare.exactly, OwnShare.at_least):
        for tolerance in (None, Rate(0)):
            call = Call(own_share=demand(Rate.of_percent(55), tolerance=tolerance))
            assert validate(Project("A", call=call, budget=budget)).result("FIN001").outcome is Outcome.PASSED


@pytest.mark.parametrize("project", REGISTER_PROJECTS, ids=lambda project: str(project.operation_id))
def test_the_register_divides_the_support_so(project: Project) -> None:
    """40 of 54 parts, and 90 %, cut to whole kronor, are the Union's money as published, to the krona."""
    assert project.budget is not None
    whole = project.specific_objective == "C1"
    budget = Budget.plan(
        support=exact(project.budget.support),
        own_rate=Rate.of_percent(0 if whole else 46),
        eu_share_of_support=Rate.of_percent(90) if whole else MAJOR_AND_STATE,
    )
    assert budget.eu_support == project.budget.eu_support
    assert [part.source for part in budget.financing][:2] == [FundingSource.EU, FundingSource.STATE_GRANT]
    assert len(budget.financing) == (2 if whole else 3)


def test_the_unions_part_is_rounded_as_is_said() -> None:
    """Not cut but to the nearest krona, 40 of 54 parts of 5 992 144 kr are the same; of 10 kr they are one less up."""
    cut = Budget.plan(support=Money(10), own_rate=Rate(0), eu_share_of_support=MAJOR_AND_STATE)
    up = Budget.plan(
        support=Money(10), own_rate=Rate(0), eu_share_of_support=MAJOR_AND_STATE, eu_rounding=Rounding.WHOLE_UP
    )
    minor = Budget.plan(
        support=Money(10), own_rate=Rate(0), eu_share_of_support=MAJOR_AND_STATE, rounding=Rounding.MINOR_UP
    )
    assert (cut.eu_support, up.eu_support, minor.eu_support) == (Money(7), Money(8), Money("7.40"))


def test_the_share_of_each_co_funder() -> None:
    """Two to one of 100 kr are 67 and 33; three alike have 34, 33 and 33, or the last the krona left over."""
    region, town = Organisation("Region Dalarna"), Funder(Organisation("Falun"), source=FundingSource.OWN_PUBLIC)
    company = Organisation("Bolag A")
    weighed = Budget.plan(own=Money(100), own_rate=Rate.of_percent(50), co_funders={region: 2, town: Decimal(1)})
    assert weighed.financing[1:] == (
        Contribution(Funder(region, source=FundingSource.OWN), Money(67)),
        Contribution(town, Money(33)),
    )
    alike = Budget.plan(
        own=Money(100), own_rate=Rate.of_percent(50), co_funders=[region, town, company], remainder=Remainder.LAST
    )
    assert [part.amount for part in alike.financing[1:]] == [Money(33), Money(33), Money(34)]


def test_costs_are_taken_over() -> None:
    """Lines of cost are in the plan, and sum to its total."""
    costs = [Cost(CostCategory.STAFF, ActualCost(Money(600))), Cost(CostCategory.TRAVEL, ActualCost(Money(400)))]
    budget = Budget.plan(total=Money(1_000), own_rate=Rate.of_percent(46), costs=costs)
    assert budget.costs == tuple(costs)
    assert budget.total_costs == budget.total_financing == Money(1_000)
    with pytest.raises(
        InvalidValue, match=r"costs sum to SEK.1,000, and the plan is for SEK.1,001; plan for their sum"
    ):
        Budget.plan(total=Money(1_001), own_rate=Rate.of_percent(46), costs=costs)


def test_an_own_rate_of_nothing_is_a_plan_without_own_contribution() -> None:
    """Where the support covers everything, nobody is listed who pays nothing."""
    budget = Budget.plan(total=Money(100), own_rate=Rate(0))
    assert [part.source for part in budget.financing] == [FundingSource.EU_AND_STATE]
    assert (budget.own_contribution, budget.own_rate) == (Money(0), Rate(0))


def test_another_currency_and_other_units() -> None:
    """In euro the plan is in whole euro or cents; in yen, which have no smaller unit, in yen."""
    cents = Budget.plan(support=Money(100, "EUR"), own_rate=Rate.of_percent(55), rounding=Rounding.MINOR_HALF_UP)
    assert cents.own_contribution == Money("122.22", "EUR")
    assert Budget.plan(support=Money(100, "JPY"), own_rate=Rate.of_percent(55)).total_cost == Money(223, "JPY")


@given(amounts, percents)
def test_down_is_the_lowest_own_contribution(amount: int, percent: Fraction) -> None:
    """Rounded down or up, the own contributions are one krona apart, or the same where the share comes out even."""
    rate = Rate.of_percent(percent)
    down = exact(Budget.plan(total=Money(amount), own_rate=rate, rounding=Rounding.WHOLE_DOWN).own_contribution)
    up = exact(Budget.plan(total=Money(amount), own_rate=rate).own_contribution)
    even = (rate.fraction * amount).denominator == 1
    assert up - down == Money(0 if even else 1)


FIFTY_FIVE = Rate.of_percent(55)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"own_rate": FIFTY_FIVE}, "support is not given, and neither is total, own; give exactly one of them"),
        ({"support": Money(1)}, "own_rate is not given, and neither is support_rate; give exactly one of them"),
        (
            {"support": Money(1), "own": Money(2), "own_rate": FIFTY_FIVE},
            "own .*2.* is given beside support; give one of them alone",
        ),
        (
            {"total": Money(1), "own_rate": FIFTY_FIVE, "support_rate": FIFTY_FIVE},
            "support_rate .* is given beside own_rate",
        ),
        ({"total": Money(0), "own_rate": FIFTY_FIVE}, "total .* is not above zero"),
        ({"own": Money(-5), "own_rate": FIFTY_FIVE}, "own .* is not above zero"),
        (
            {"total": Money("1.50"), "own_rate": FIFTY_FIVE},
            "total .* is finer than whole SEK, .*; round it, or choose a rounding to the smallest unit",
        ),
        ({"support": Money(1), "own_rate": Rate(1)}, "own_rate .* leaves no support to plan with"),
        ({"total": Money(1), "support_rate": Rate(0)}, "support_rate .* leaves no support to plan with"),
        ({"total": Money(1), "own_rate": Rate.of_percent(101)}, "own_rate .* is no share of a whole"),
        ({"total": Money(1), "support_rate": Rate.of_percent(101)}, "support_rate .* is no share of a whole"),
        ({"own": Money(1), "own_rate": Rate(0)}, "own .* is raised at an own share of 0 %"),
        (
            {"total": Money(1), "own_rate": Rate(0), "co_funders": [Organisation("Falun")]},
            "co_funders have nothing to pay at an own share of 0 %; leave them out",
        ),
        (
            {"total": Money(1), "own_rate": FIFTY_FIVE, "co_funders": [Funder(source=FundingSource.EU)]},
            r"co_funders\[0\] .*EU.* is support and no own contribution",
        ),
        (
            {"total": Money(1), "own_rate": FIFTY_FIVE, "co_funders": {Organisation("Falun"): 0}},
            "co_funders hold nothing to split by; give at least one weight above zero",
        ),
        ({"total": Money(1), "own_rate": FIFTY_FIVE, "co_funders": []}, "co_funders hold nothing to split by"),
        (
            {"total": Money(1), "own_rate": FIFTY_FIVE, "co_funders": {Organisation("Falun"): -1}},
            r"co_funders\[0\] -1 is negative; give zero or more",
        ),
        (
            {"total": Money(1), "own_rate": FIFTY_FIVE, "eu_rounding": Rounding.WHOLE_UP},
            "eu_rounding .* is given without eu_share_of_support; give both, or neither",
        ),
        (
            {"total": Money(9), "own_rate": FIFTY_FIVE, "eu_share_of_support": Rate.of_percent(200)},
            "eu_share_of_support .* is no share of a whole",
        ),
        (
            {
                "support": Money("1.50"),
                "own_rate": FIFTY_FIVE,
                "rounding": Rounding.MINOR_UP,
                "eu_share_of_support": Rate.of_percent(99),
                "eu_rounding": Rounding.WHOLE_UP,
            },
            "eu_rounding .* makes the Union's part SEK.2, which is more than the support",
        ),
    ],
)
def test_what_is_no_plan_is_refused(given_: dict[str, object], message: str) -> None:
    """Two amounts or none, no amount, nothing to split and shares of nothing are refused, with what to do."""
    with pytest.raises(InvalidValue, match=message):
        plan(**given_)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"total": 5}, "total must be Money, not int"),
        ({"own_rate": Decimal(55)}, "own_rate must be Rate, not Decimal"),
        ({"rounding": "up"}, "rounding must be Rounding, not str"),
        ({"eu_rounding": "up"}, "eu_rounding must be Rounding, not str"),
        ({"remainder": "last"}, "remainder must be Remainder, not str"),
        ({"eu_share_of_support": Fraction(1, 2)}, "eu_share_of_support must be Rate, not Fraction"),
        ({"co_funders": "Falun"}, "co_funders takes several co-funders, such as a list; not str"),
        ({"co_funders": ["Falun"]}, r"co_funders\[0\] must be Organisation or Funder, not str"),
    ],
)
def test_another_type_is_refused(given_: dict[str, object], message: str) -> None:
    """A number is no amount and no share, and a name is no organisation."""
    with pytest.raises(TypeError, match=message):
        plan(**({"total": Money(100), "own_rate": FIFTY_FIVE} | given_))


def test_the_examples_that_are_planned_at_their_own_rate_come_out_as_they_are() -> None:
    """The published support of every project, planned at the share it has, is its published budget."""
    for project in EXAMPLES.values():
        budget = project.budget
        if budget is None or not isinstance(budget.own_rate, Rate):
            continue
        again = Budget.plan(support=exact(budget.support), own_rate=budget.own_rate)
        assert (again.total_cost, again.own_contribution) == (budget.total_cost, budget.own_contribution)
