from __future__ import annotations

import attrs
import pytest

from esfmodel import (
    ActualCost,
    AdvancePayment,
    Budget,
    Claim,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    InvalidValue,
    Ledger,
    LedgerEvent,
    Money,
    NotKnown,
    Period,
    Project,
    Rate,
    Settlement,
)
from esfmodel.model import Limit
from grants import claim, cost

BUDGET = Budget(total=Money(100))
GRANTED = Decision(DecisionKind.GRANTED, "2024-06-28", support=Money(40), budget=BUDGET)
AMENDED = Decision(DecisionKind.AMENDED, "2025-06-01", support=Money(60))
CLOSED = Decision(DecisionKind.CLOSED, "2026-12-31")


def of(*facts: Decision | Claim) -> Project:
    """Return a project of these decisions and claims."""
    decisions = [fact for fact in facts if isinstance(fact, Decision)]
    return Project("Framtidskraft", decisions=decisions, claims=[fact for fact in facts if isinstance(fact, Claim)])


def told(ledger: Ledger) -> list[str | int]:
    """Name the rows by what they are, and claims by their numbers."""
    return [row.number or row.event.value for row in ledger.rows]


def test_a_project_tells_its_ledger() -> None:
    """Decisions and claims come in their order, however they are listed."""
    project = of(CLOSED, AMENDED, GRANTED, claim(3, "2025-08-15"), claim(1, "2025-02-15"), claim(2, "2025-04-15"))
    ledger = Ledger.of(project, advances=[AdvancePayment(Money(5), "2025-03-01"), AdvancePayment(Money(1))])
    assert told(ledger) == ["advance", 1, "advance", 2, "amendment", 3, "closure"]
    assert [row.support for row in ledger.claims] == [Money(4), Money(4), Money(10)]


def test_a_claim_of_the_day_comes_after_the_decision_of_the_day() -> None:
    """A claim that was handed in on the day of an amendment is reckoned by it."""
    ledger = Ledger.of(of(GRANTED, AMENDED, claim(1, "2025-05-31"), claim(2, "2025-06-01")))
    assert told(ledger) == [1, "amendment", 2]


def test_claims_without_days_need_none_where_nothing_changes() -> None:
    """Where nothing was amended, the numbers tell the order."""
    project = of(GRANTED, claim(2), claim(1), attrs.evolve(CLOSED, on=None))
    ledger = Ledger.of(project, settlement=Settlement.LAST)
    assert told(ledger) == [1, 2, "closure"]
    assert ledger.settlement is Settlement.LAST


@pytest.mark.parametrize(
    ("amended", "on"),
    [
        (AMENDED, None),
        (attrs.evolve(AMENDED, on=None), "2025-01-15"),
        (AMENDED, Period("2025-05-15", "2025-06-15")),
        (attrs.evolve(AMENDED, on=Period.of_years(2025)), "2025-02-15"),
    ],
)
def test_which_came_first_is_not_guessed(amended: Decision, on: str | Period | None) -> None:
    """Where nobody has said whether a claim came before an amendment, nothing is reckoned."""
    handed_in = claim(1, on)
    with pytest.raises(NotKnown, match=r"whether claim 1 .* is not stated; state the days") as unknown:
        Ledger.of(of(GRANTED, amended, handed_in))
    assert unknown.value.params == {"number": 1, "claimed": handed_in.on, "other": amended.on}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (Period("2025-01-01", "2025-05-31"), [1, "amendment"]),
        (Period("2025-06-01", "2025-06-30"), ["amendment", 1]),
    ],
)
def test_a_period_on_one_side_is_enough(on: Period, expected: list[str | int]) -> None:
    """A claim that was handed in some day before the amendment, or after it, has its place."""
    assert told(Ledger.of(of(GRANTED, AMENDED, claim(1, on)))) == expected


def test_amendments_without_claims_need_no_days() -> None:
    """Two amendments without claims between them come as they are listed."""
    project = of(GRANTED, attrs.evolve(AMENDED, on=None))
    assert [row.event for row in Ledger.of(project).rows] == [LedgerEvent.AMENDMENT]


@pytest.mark.parametrize("on", [None, Period.of_years(2025), "2025-06-01"])
def test_which_of_two_amendments_came_first_is_not_guessed(on: Period | str | None) -> None:
    """The order of the list is no order of time; amendments whose days tell come in their order."""
    other = attrs.evolve(AMENDED, support=Money(50), on=on)
    for listed in ([AMENDED, other], [other, AMENDED]):
        with pytest.raises(NotKnown, match=r"which came last is not stated: .*; state the days"):
            Ledger.of(of(GRANTED, *listed))
    later = attrs.evolve(other, on="2025-09-01")
    for listed in ([AMENDED, later], [later, AMENDED]):
        assert Ledger.of(of(GRANTED, *listed)).support == Money(50)


def test_the_budget_of_the_project_is_that_of_its_grant() -> None:
    """A grant without a budget of its own has the project's, unless that may have been amended since."""
    bare = attrs.evolve(GRANTED, budget=None)
    assert Ledger.of(attrs.evolve(of(bare), budget=BUDGET)).support == Money(40)
    for project in (of(bare), attrs.evolve(of(bare, AMENDED), budget=BUDGET)):
        with pytest.raises(NotKnown, match=r"decisions\[0\] holds no budget"):
            Ledger.of(project)


def test_there_is_one_grant() -> None:
    """A project of which nothing is granted has no ledger, and one with two grants has two."""
    with pytest.raises(NotKnown, match="decisions hold none that grants support"):
        Ledger.of(of(AMENDED))
    with pytest.raises(InvalidValue, match="make a ledger for each grant"):
        Ledger.of(of(GRANTED, GRANTED))


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ([CLOSED, GRANTED, Claim(2, costs=[cost(-11, corrects=1)]), claim(1)], "claims[0].costs"),
        ([GRANTED, Claim(1, costs=[cost(Money(5, "EUR"))])], "claims[0].costs[0].amount"),
        ([attrs.evolve(AMENDED, support=Money(-1)), GRANTED], "decisions[0].support"),
        ([AMENDED, attrs.evolve(GRANTED, support=Money(-1))], "decisions[1].support"),
    ],
)
def test_an_error_has_its_place_in_the_project(facts: list[Decision | Claim], place: str) -> None:
    """What is wrong with a claim or a decision is looked for in the project, in whose order they are listed."""
    with pytest.raises(InvalidValue) as refused:
        Ledger.of(of(*facts))
    assert refused.value.place == place


def test_an_error_of_an_advance_is_in_the_advances() -> None:
    """The project has no advances; they are given beside it."""
    small, large = AdvancePayment(Money(1)), AdvancePayment(Money(41))
    with pytest.raises(InvalidValue) as refused:
        Ledger.of(of(GRANTED), advances=[small, large])
    assert refused.value.place == "advances[1].amount"


@pytest.mark.parametrize(
    ("project", "place"),
    [
        (of(attrs.evolve(GRANTED, budget=Budget())), "decisions[0].budget.total"),
        (Project("A", budget=Budget(), decisions=[attrs.evolve(GRANTED, budget=None)]), "budget.total"),
        (of(attrs.evolve(GRANTED, budget=None)), "decisions[0]"),
    ],
)
def test_the_total_that_is_not_known_has_its_place(project: Project, place: str) -> None:
    """The budget of a grant stands in the decision, or else in the project."""
    with pytest.raises(NotKnown) as unknown:
        Ledger.of(project)
    assert unknown.value.place == place


def test_a_flat_rate_that_is_not_known_stands_in_the_budget_in_force() -> None:
    """An amendment without a budget leaves that of the grant in force."""
    staff = Cost(CostCategory.STAFF, ActualCost(Money(100)), phase="Genomförande")
    flat = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(40), [CostCategory.STAFF]), phase="Genomförande")
    granted = attrs.evolve(GRANTED, budget=Budget([staff, flat]))
    bare = attrs.evolve(granted, budget=None)
    amended = attrs.evolve(granted, kind=DecisionKind.AMENDED, on="2024-12-31")
    for project, place in (
        (of(AMENDED, granted, claim(1, "2025-12-01")), "decisions[1].budget.costs[1]"),
        (of(amended, granted, claim(1, "2025-12-01")), "decisions[0].budget.costs[1]"),
        (attrs.evolve(of(bare, claim(1)), budget=granted.budget), "budget.costs[1]"),
    ):
        with pytest.raises(NotKnown, match="is a flat rate") as unknown:
            Ledger.of(project)
        assert (unknown.value.place, unknown.value.names) == (place, {place: CostCategory.INDIRECT})


def test_what_has_no_place_has_none_in_the_project() -> None:
    """How much of the support is the Union's money is no single fact of the project."""
    limited = attrs.evolve(GRANTED, limits=[Limit.of_amount(Money(2))])
    with pytest.raises(NotKnown, match="how much of the support is the Union's money") as unknown:
        Ledger.of(of(limited, claim(1)))
    assert unknown.value.place == ""
