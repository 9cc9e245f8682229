"""What the support is a share of: the total cost, or the actual cost without contributions in kind."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Claim,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    InvalidValue,
    Ledger,
    Limit,
    LimitBase,
    Money,
    NotKnown,
    Project,
    Rate,
    Severity,
    validate,
)
from grants import HUNDRED, claims_of, cost

STAFF, IN_KIND = CostCategory.STAFF, CostCategory.IN_KIND
TOTAL, ACTUAL = LimitBase.TOTAL_COST, LimitBase.ACTUAL_COST
BASES = st.sampled_from((TOTAL, ACTUAL))


def line(amount: int | None, category: CostCategory = STAFF) -> Cost:
    """Return a line of cost."""
    return Cost(category, ActualCost(None if amount is None else Money(amount)))


def own(amount: int | None, form: ContributionForm = ContributionForm.IN_KIND) -> Contribution:
    """Return an own contribution."""
    return Contribution(Funder(source=FundingSource.OWN), None if amount is None else Money(amount), form=form)


MILLION = Decision(
    DecisionKind.GRANTED,
    support=Money(1_000_000),
    budget=Budget([line(1_500_000), line(500_000, IN_KIND)]),
)
"""A million of 1 500 000 kr and 500 000 kr in kind beside it."""


def due(decision: Decision, *claims: Claim) -> list[Money]:
    """Return the support due after each claim."""
    return [row.support_so_far for row in Ledger(decision, claims).claims]


def on(base: LimitBase | None, decision: Decision = MILLION) -> Decision:
    """Return the decision with its support a share of a base."""
    return attrs.evolve(decision, support_base=base)


def test_the_first_claim_is_paid_on_the_base_that_the_decision_names() -> None:
    """900 000 kr give two thirds, 600 000 kr, as actual costs, and half, 450 000 kr, as a part of the total cost."""
    claims = claims_of([900_000, 600_000])
    assert due(on(ACTUAL), *claims) == [Money(600_000), Money(1_000_000)]
    assert due(on(TOTAL), *claims) == [Money(450_000), Money(750_000)]
    assert (Ledger(on(ACTUAL)).share, Ledger(on(ACTUAL)).shared_cost) == (Rate(Fraction(2, 3)), Money(1_500_000))
    assert (Ledger(on(TOTAL)).support_base, Ledger(on(TOTAL)).shared_cost) == (TOTAL, Money(2_000_000))


def test_a_base_that_nobody_names_is_not_guessed() -> None:
    """Where the answer depends on it, both answers are told; where another limit decides, it does not matter."""
    with pytest.raises(NotKnown, match=r"SEK.450,000 on the total cost and SEK.600,000 on the actual cost") as raised:
        due(MILLION, *claims_of([900_000]))
    assert raised.value.place == "granted.support_base"
    project = Project("A", decisions=[MILLION], claims=claims_of([900_000]))
    with pytest.raises(NotKnown, match=r"decisions\[0\]\.support_base"):
        Ledger.of(project)
    assert Ledger(MILLION).support == Money(1_000_000)
    all_of_it = [Claim(1, costs=[cost(1_500_000), cost(500_000, IN_KIND)])]
    assert due(MILLION, *all_of_it) == [Money(1_000_000)]


def test_a_later_decision_names_the_base() -> None:
    """An amendment or a closure says what the grant left out, and what it does not say stays."""
    settled = Decision(DecisionKind.AMENDED, support_base=ACTUAL)
    first, second = claims_of([900_000, 0])
    rows = Ledger(MILLION, [settled, first, Decision(DecisionKind.AMENDED, support=Money(750_000)), second]).rows
    assert [row.support_so_far for row in rows] == [Money(0), Money(600_000), Money(450_000), Money(450_000)]
    closed = Decision(DecisionKind.CLOSED, support_base=TOTAL)
    assert Ledger(on(ACTUAL), [first, closed]).support_so_far == Money(450_000)
    assert Ledger(on(ACTUAL), [first, Decision(DecisionKind.CLOSED)]).support_base is ACTUAL


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (Budget(financing=[own(500_000), own(500_000, ContributionForm.CASH)], total=Money(2_000_000)), 600_000),
        (Budget([line(1_500_000), line(500_000, IN_KIND)], [own(500_000)], total=Money(2_000_000)), 600_000),
        (Budget([line(2_000_000)]), 450_000),
        (Budget(total=Money(2_000_000)), None),
        (Budget([line(1_500_000), line(500_000, IN_KIND)], [own(400_000)]), None),
        (Budget([line(1_500_000), line(None, IN_KIND)], total=Money(2_000_000)), None),
        (Budget([line(2_000_000)], [own(None)], total=Money(2_000_000)), None),
    ],
    ids=["by financing", "on both sides", "nothing", "total alone", "sides differ", "cost unknown", "value unknown"],
)
def test_the_actual_cost_is_what_the_budget_shows(budget: Budget, expected: int | None) -> None:
    """What comes in kind is a line of cost, a contribution or both; where that is open, so is the actual cost."""
    decision = on(ACTUAL, attrs.evolve(MILLION, budget=budget))
    if expected is None:
        with pytest.raises(NotKnown, match="does not show how much of the total cost comes in kind") as raised:
            Ledger(decision)
        assert raised.value.place == "granted.budget"
    else:
        assert due(decision, *claims_of([900_000])) == [Money(expected)]


def test_what_is_in_kind_nowhere_is_nothing() -> None:
    """A grant without lines of cost is paid as before, until a claim has something in kind."""
    assert due(HUNDRED, *claims_of([50])) == [Money(20)]
    with pytest.raises(NotKnown, match=r"SEK.20 on the total cost and SEK.16–40 on the actual cost"):
        due(HUNDRED, Claim(1, costs=[cost(40), cost(10, IN_KIND)]))


def test_support_beyond_the_actual_cost_is_no_share_of_it() -> None:
    """80 of 70 actual and 30 in kind is refused on the actual cost; the base that is left need not be named."""
    decision = Decision(DecisionKind.GRANTED, support=Money(80), budget=Budget([line(70), line(30, IN_KIND)]))
    assert due(decision, *claims_of([50])) == [Money(40)]
    with pytest.raises(InvalidValue, match=r"is no part of the cost that it is a share of, SEK.70"):
        Ledger(on(ACTUAL, decision))


def test_two_limits_bind_in_turn() -> None:
    """Two thirds of the actual costs, and the Union at most half of the total cost: the least is due."""
    union = [
        Contribution(Funder(source=FundingSource.EU), Money(1_000_000)),
        own(500_000),
        own(500_000, ContributionForm.CASH),
    ]
    budget = Budget([line(1_500_000), line(500_000, IN_KIND)], union, total=Money(2_000_000))
    half = Limit.of_rate(Rate.of_percent(50), TOTAL)
    decision = attrs.evolve(MILLION, support_base=ACTUAL, budget=budget, limits=[half])
    claims = [
        Claim(1, costs=[cost(900_000)]),
        Claim(2, costs=[cost(500_000, IN_KIND)]),
        Claim(3, costs=[cost(600_000)]),
    ]
    rows = Ledger(decision, claims).claims
    assert [row.support_so_far for row in rows] == [Money(450_000), Money(600_000), Money(1_000_000)]
    assert [row.binding and row.binding.kind.name for row in rows] == ["LIMIT", "SHARE", "SHARE"]
    assert [limit.base for limit in rows[1].limits] == [Money(900_000), None, Money(1_400_000)]


def test_public_money_is_no_base_of_support() -> None:
    """Public money holds the support itself."""
    with pytest.raises(InvalidValue, match="cannot be used here; use one of total cost, actual costs") as raised:
        on(LimitBase.PUBLIC_FINANCING)
    assert raised.value.place == "support_base"


def test_costs_beyond_the_grant_are_told_on_their_base() -> None:
    """CLM004 names the costs that the decided share is of."""
    claims = [Claim(1, costs=[cost(1_800_000), cost(500_000, IN_KIND)])]
    (finding,) = validate(Project("A", decisions=[on(ACTUAL)], claims=claims)).result("CLM004").findings
    assert (finding.severity, finding.found, finding.difference) == (Severity.WARNING, Money(1_200_000), Money(200_000))
    assert "uppgår kostnaderna till 1 800 000 kr" in finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    open_base = validate(Project("A", decisions=[MILLION], claims=claims_of([900_000]))).result("CLM004")
    assert open_base.reason is not None
    assert "450\N{NO-BREAK SPACE}000 kr på totalkostnaden" in open_base.reason.sv.replace("\N{NO-BREAK SPACE}kr", " kr")


# --- against a reckoning in plain fractions

AMOUNTS = st.integers(0, 2_000)


def half_up(number: Fraction) -> int:
    """Round a number from 0 to the nearest whole, halves up."""
    return floor(number + Fraction(1, 2))


@given(BASES, st.integers(1, 2_000), AMOUNTS, st.integers(0, 100), st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=4))
def test_what_is_due_is_what_fractions_say(
    base: LimitBase, staff: int, in_kind: int, percent: int, claimed: list[tuple[int, int]]
) -> None:
    """The support due is the decided share of the costs of its base so far, up to the grant, to the öre."""
    fifth = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(20), [STAFF]))
    budget = Budget([line(5 * staff), fifth, line(in_kind, IN_KIND)])
    actual = 6 * staff
    whole = actual if base is ACTUAL else actual + in_kind
    support = whole * percent // 100
    decision = Decision(DecisionKind.GRANTED, support=Money(support), support_base=base, budget=budget)
    claims = [Claim(n, costs=[cost(5 * a), cost(b, IN_KIND)]) for n, (a, b) in enumerate(claimed, 1)]
    so_far = 0
    for found, (real, given_in_kind) in zip(due(decision, *claims), claimed, strict=True):
        so_far += 6 * real + (0 if base is ACTUAL else given_in_kind)
        assert found.minor == min(100 * support, half_up(Fraction(100 * support, whole) * so_far))


@given(st.integers(1, 10**6), st.integers(0, 100), st.lists(st.integers(0, 10**6), max_size=4))
def test_without_anything_in_kind_the_bases_agree(total: int, percent: int, claimed: list[int]) -> None:
    """Where nothing comes in kind, total and actual cost are one, and nobody need say which is meant."""
    decision = Decision(DecisionKind.GRANTED, support=Money(total * percent // 100), budget=Budget([line(total)]))
    ledgers = [Ledger(on(base, decision), claims_of(claimed)) for base in (TOTAL, ACTUAL, None)]
    assert ledgers[0].rows == ledgers[1].rows == ledgers[2].rows


@given(st.integers(1, 1_000), AMOUNTS, st.integers(0, 100), st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=3))
def test_a_base_that_is_not_named_is_known_where_both_give_the_same(
    staff: int, in_kind: int, percent: int, claimed: list[tuple[int, int]]
) -> None:
    """Without a base, the ledger pays what both bases give, and pays nothing where they differ."""
    budget = Budget([line(staff), line(in_kind, IN_KIND)])
    decision = Decision(DecisionKind.GRANTED, support=Money(staff * percent // 100), budget=budget)
    claims = [Claim(n, costs=[cost(a), cost(b, IN_KIND)]) for n, (a, b) in enumerate(claimed, 1)]
    by_total, by_actual = (due(on(base, decision), *claims) for base in (TOTAL, ACTUAL))
    if by_total == by_actual:
        assert due(decision, *claims) == by_total
    else:
        with pytest.raises(NotKnown, match="is not stated, and the support due is"):
            due(decision, *claims)
