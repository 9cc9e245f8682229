from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    InvalidValue,
    Ledger,
    LedgerEvent,
    LedgerRow,
    LumpSum,
    Money,
    NotKnown,
    Period,
    Rate,
    Rounding,
)
from grants import GRANTED, HUNDRED, claims_of, cost

STAFF = CostCategory.STAFF
TRAVEL = CostCategory.TRAVEL
INDIRECT = CostCategory.INDIRECT


def budget_of(*costs: Cost) -> Decision:
    """Return a grant of half of a budget with lines of cost."""
    budget = Budget(costs)
    assert isinstance(budget.total_costs, Money)
    return Decision(DecisionKind.GRANTED, support=Money.of_minor(budget.total_costs.minor // 2), budget=budget)


def flat_rate(percent: int = 40, *, partner: str | None = None, year: int | None = None) -> Cost:
    """Return a flat rate on staff costs."""
    return Cost(INDIRECT, FlatRate(Rate.of_percent(percent), [STAFF]), partner=partner, year=year)


def test_a_flat_rate_follows_what_is_claimed() -> None:
    """Forty per cent are added to the staff costs that are claimed, and nothing to the rest."""
    decision = budget_of(Cost(STAFF, ActualCost(Money(100))), Cost(TRAVEL, ActualCost(Money(10))), flat_rate())
    ledger = Ledger(decision, [Claim(1, costs=[cost(Money("33.33")), cost(5, TRAVEL)])])
    row = ledger.claims[0]
    assert (row.claimed, row.flat_rates, row.costs) == (Money("38.33"), Money("13.33"), Money("51.66"))
    assert [(outcome.category, outcome.remaining) for outcome in ledger.categories] == [
        (STAFF, Money("66.67")),
        (TRAVEL, Money(5)),
        (INDIRECT, Money("26.67")),
    ]


def test_what_a_flat_rate_adds_is_not_claimed_beside_it() -> None:
    """Indirect costs that follow from staff costs would be paid twice over, if they were listed too."""
    decision = budget_of(Cost(STAFF, ActualCost(Money(100))), flat_rate())
    with pytest.raises(InvalidValue, match=r"events\[0\]\.costs\[1\]\.category .* is covered by a flat rate alone"):
        Ledger(decision, [Claim(1, costs=[cost(10), cost(4, INDIRECT)])])


def test_what_no_flat_rate_covers_is_claimed() -> None:
    """Beside a line of actual costs, by a partner that has no flat rate, or before the budget was amended."""
    actual = Cost(INDIRECT, ActualCost(Money(20)))
    both = budget_of(Cost(STAFF, ActualCost(Money(100))), flat_rate(), actual)
    assert Ledger(both, [Claim(1, costs=[cost(4, INDIRECT)])]).costs_so_far == Money(4)
    ours = budget_of(Cost(STAFF, ActualCost(Money(100)), partner="Alvesta kommun"), flat_rate(partner="Alvesta kommun"))
    theirs = ClaimedCost(INDIRECT, Money(4), partner="Region Kronoberg")
    assert Ledger(ours, [Claim(1, costs=[theirs])]).costs_so_far == Money(4)
    before = budget_of(Cost(STAFF, ActualCost(Money(100))), actual)
    flat = attrs.evolve(budget_of(Cost(STAFF, ActualCost(Money(100))), flat_rate()), kind=DecisionKind.AMENDED)
    back = Claim(2, costs=[cost(-4, INDIRECT, corrects=1)])
    assert Ledger(before, [Claim(1, costs=[cost(4, INDIRECT)]), flat, back]).costs_so_far == Money(0)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=5), st.integers(1, 40))
def test_flat_rates_are_taken_of_all_costs_so_far(amounts: list[int], percent: int) -> None:
    """The flat rates of many claims are that of their sum, to the öre, and of each claim within one öre."""
    decision = budget_of(Cost(STAFF, ActualCost(Money(10**8))), flat_rate(percent))
    rows = Ledger(decision, claims_of(map(Money.of_minor, amounts))).claims
    together = Rate.of_percent(percent).apply(Money.of_minor(sum(amounts)), rounding=Rounding.MINOR_HALF_UP)
    assert sum((row.flat_rates for row in rows), Money(0)) == together
    for row, amount in zip(rows, amounts, strict=True):
        assert abs(row.flat_rates.minor - Fraction(percent, 100) * amount) <= 1


def test_a_flat_rate_of_a_partner_takes_what_the_partner_claims() -> None:
    """Where a budget gives partners flat rates of their own, what is claimed says whose it is."""
    ours = Cost(STAFF, ActualCost(Money(50)), partner="Alvesta kommun")
    theirs = Cost(STAFF, ActualCost(Money(50)), partner="Region Kronoberg")
    decision = budget_of(ours, theirs, flat_rate(partner="Alvesta kommun"))

    def of(partner: str | None) -> Ledger:
        return Ledger(decision, [Claim(1, costs=[ClaimedCost(STAFF, Money(10), partner=partner)])])

    assert of("Alvesta kommun").costs_so_far == Money(14)
    assert of("Region Kronoberg").costs_so_far == Money(10)
    with pytest.raises(NotKnown, match=r"budget\.costs\[2\] is a flat rate, and whether all"):
        of(None)


def test_partners_without_a_flat_rate_are_told_apart_by_nobody() -> None:
    """However many partners claim that no flat rate names, they are none of those that one names."""
    costs = [ClaimedCost(STAFF, Money(10), partner=f"Partner {number}") for number in range(20)]
    claim = Claim(1, costs=[*costs, ClaimedCost(STAFF, Money(100), partner="Partner 7")])
    decision = budget_of(Cost(STAFF, ActualCost(Money(500)), partner="Partner 7"), flat_rate(partner="Partner 7"))
    assert Ledger(decision, [claim]).claims[0].flat_rates == Money(44)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (Claim(1, Period("2025-01-01", "2025-02-28"), costs=[cost(10)]), 14),
        (Claim(1, Period("2026-01-01", "2026-02-28"), costs=[cost(10)]), 10),
        (Claim(1, costs=[attrs.evolve(cost(10), paid_on="2025-01-25")]), 14),
        (Claim(1, costs=[attrs.evolve(cost(10), paid_on="2026-01-25", incurred_on="2025-12-31")]), 14),
    ],
)
def test_the_year_of_a_cost_is_told_by_its_day_or_its_claim(claim: Claim, found: int) -> None:
    """A flat rate of one year takes what was incurred in it, as the nearest day or period tells."""
    decision = budget_of(Cost(STAFF, ActualCost(Money(50)), year=2025), flat_rate(year=2025))
    assert Ledger(decision, [claim]).costs_so_far == Money(found)


def test_a_correction_is_of_the_year_it_corrects() -> None:
    """What is taken back takes its flat rate with it, also in a year that has none."""
    decision = budget_of(Cost(STAFF, ActualCost(Money(50)), year=2025), flat_rate(year=2025))
    back = attrs.evolve(cost(-10, corrects=1), paid_on="2026-02-15")
    first = Claim(1, Period("2025-11-01", "2025-12-31"), costs=[cost(10)])
    second = Claim(2, Period("2026-01-01", "2026-02-28"), costs=[back, cost(5)])
    assert [row.flat_rates for row in Ledger(decision, [first, second]).claims] == [Money(4), Money(-4)]


@pytest.mark.parametrize("period", [None, Period("2024-12-01", "2025-01-31")])
def test_a_cost_of_no_year_is_not_guessed(period: Period | None) -> None:
    """What was claimed over the turn of the year, or without days, is of no year that anybody has said."""
    decision = budget_of(Cost(STAFF, ActualCost(Money(50)), year=2025), flat_rate(year=2025))
    with pytest.raises(NotKnown, match="give partner, phase and day"):
        Ledger(decision, [Claim(1, period, costs=[cost(10)])])


def test_the_flat_rate_of_a_line_with_a_stated_amount_is_taken_too() -> None:
    """A stated amount plans the line; what is due follows the rate."""
    stated = Cost(INDIRECT, FlatRate(Rate.of_percent(40), [STAFF], amount=Money(50)))
    ledger = Ledger(budget_of(Cost(STAFF, ActualCost(Money(100))), stated), claims_of([100]))
    assert ledger.costs_so_far == Money(140)
    assert ledger.categories[1].remaining == Money(10)


def test_a_budget_without_lines_has_no_categories_to_measure_against() -> None:
    """Where only the total was decided, what remains of a category is not known."""
    (outcome,) = Ledger(GRANTED, claims_of([5])).categories
    assert (outcome.incurred, outcome.budgeted, outcome.remaining) == (Money(5), None, None)


def test_what_nobody_budgeted_is_over() -> None:
    """A category that the budget has nothing for is overdrawn by all that is claimed in it."""
    ledger = Ledger(budget_of(Cost(STAFF, ActualCost(Money(10)))), [Claim(1, costs=[cost(4, TRAVEL)])])
    assert [outcome.remaining for outcome in ledger.categories] == [Money(10), Money(-4)]


def test_a_line_of_unknown_cost_is_known_as_far_as_it_goes() -> None:
    """What remains of a category is known within bounds where a line of it is, and not at all for unknown revenue."""
    lines = [
        Cost(STAFF, ActualCost(Money(10))),
        Cost(STAFF, ActualCost(Bounds(Money(1), Money(5)))),
        Cost(CostCategory.REVENUE, ActualCost()),
    ]
    decision = Decision(DecisionKind.GRANTED, support=Money(4), budget=Budget(lines, total=Money(20)))
    ledger = Ledger(decision, claims_of([4]))
    assert [outcome.remaining for outcome in ledger.categories] == [Bounds(Money(7), Money(11)), None]


STUDY = Cost(STAFF, LumpSum(Money(30), description="förstudie"))
REPORT = Cost(STAFF, LumpSum(Money(20), description="slutrapport"))


def test_a_lump_sum_is_claimed_whole_or_not_at_all() -> None:
    """A lump sum is claimed whole once, and taken back whole; nothing of it is claimed with no money."""
    decision = budget_of(STUDY, REPORT)
    whole, back = cost(30), cost(-30, corrects=1)
    ledger = Ledger(decision, [Claim(1, costs=[whole, cost(0)]), Claim(2, costs=[back]), Claim(3, costs=[whole])])
    assert ledger.costs_so_far == Money(30)
    with pytest.raises(InvalidValue, match=r"is not the whole of a lump sum: SEK.20, SEK.30"):
        Ledger(decision, claims_of([15]))
    with pytest.raises(InvalidValue, match="is a lump sum that was claimed before"):
        Ledger(decision, claims_of([30, 30]))
    with pytest.raises(InvalidValue, match="takes back a lump sum that was not claimed"):
        Ledger(decision, [Claim(1, costs=[cost(20)]), Claim(2, costs=[cost(-30)])])


def test_an_amended_budget_has_flat_rates_and_lump_sums_of_its_own() -> None:
    """A flat rate that is amended is taken of all that was claimed, and a new lump sum can be claimed."""
    before = budget_of(Cost(STAFF, ActualCost(Money(100))), flat_rate(40))
    study = Cost(TRAVEL, LumpSum(Money(30)))
    after = budget_of(Cost(STAFF, ActualCost(Money(100))), flat_rate(20), study)
    later = attrs.evolve(after, kind=DecisionKind.AMENDED)
    ledger = Ledger(before, [*claims_of([50]), later, Claim(2, costs=[cost(30, TRAVEL)])])
    assert [row.flat_rates for row in ledger.rows] == [Money(20), Money(-10), Money(0)]
    assert ledger.costs_so_far == Money(90)
    with pytest.raises(InvalidValue, match=r"is not the whole of a lump sum: SEK.30"):
        Ledger(before, [later, Claim(1, costs=[cost(29, TRAVEL)])])


def test_a_described_lump_sum_is_that_one() -> None:
    """A lump sum that the claim names is claimed whole also where the category has other costs."""
    decision = budget_of(STUDY, Cost(STAFF, ActualCost(Money(100))))
    study = attrs.evolve(cost(15), description="förstudie")
    other = attrs.evolve(study, description="timmar i mars")
    for each in (cost(15), other):
        assert Ledger(decision, [Claim(1, costs=[each])]).costs_so_far == Money(15)
    with pytest.raises(InvalidValue, match=r"is not the whole of a lump sum: SEK.30"):
        Ledger(decision, [Claim(1, costs=[study])])
    assert Ledger(decision, [Claim(1, costs=[attrs.evolve(study, amount=Money(30))])]).costs_so_far == Money(30)


def test_a_lump_sum_of_unknown_size_is_not_judged() -> None:
    """Where nobody has said how large a lump sum is, nobody can say whether it is claimed whole."""
    decision = Decision(
        DecisionKind.GRANTED, support=Money(4), budget=Budget([Cost(STAFF, LumpSum())], total=Money(20))
    )
    with pytest.raises(NotKnown, match=r"events\[0\]\.costs\[0\] claims a lump sum whose amount"):
        Ledger(decision, claims_of([15]))


def test_the_grant_is_not_what_others_paid() -> None:
    """The fund's own money in the financing of a claim is refused."""
    financing = [Contribution(Funder(source=FundingSource.EU), Money(5))]
    with pytest.raises(InvalidValue, match="is the grant itself") as refused:
        Ledger(HUNDRED, [Claim(1, costs=[cost(10)], financing=financing)])
    assert refused.value.place == "events[0].financing[0]"


def test_a_row_says_what_it_is_about() -> None:
    """A row has the number and the day of its claim."""
    row: LedgerRow = Ledger(HUNDRED, [Claim(7, on="2025-04-15", costs=[cost(1)])]).rows[0]
    assert (row.event, row.number, str(row.on)) == (LedgerEvent.CLAIM, 7, "2025-04-15")
