from __future__ import annotations

import attrs
import pytest

from esfmodel import (
    AdvancePayment,
    Budget,
    Claim,
    Decision,
    DecisionKind,
    InvalidValue,
    Ledger,
    LedgerEvent,
    Money,
    NotKnown,
    Period,
    Project,
    Settlement,
)
from grants import claim

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
        with pytest.raises(NotKnown, match=r"which of these decisions came last is not stated: .*; state the days"):
            Ledger.of(of(GRANTED, *listed))
    later = attrs.evolve(other, on="2025-09-01")
    for listed in ([AMENDED, later], [later, AMENDED]):
        assert Ledger.of(of(GRANTED, *listed)).support == Money(50)


def test_the_budget_of_the_project_is_that_of_its_grant() -> None:
    """A grant without a budget of its own has the project's, unless that may have been amended since."""
    bare = attrs.evolve(GRANTED, budget=None)
    assert Ledger.of(attrs.evolve(of(bare), budget=BUDGET)).support == Money(40)
    for project in (of(bare), attrs.evolve(of(bare, AMENDED), budget=BUDGET)):
        with pytest.raises(NotKnown, match="granted holds no budget"):
            Ledger.of(project)


def test_there_is_one_grant() -> None:
    """A project of which nothing is granted has no ledger, and one with two grants has two."""
    with pytest.raises(NotKnown, match="decisions hold none that grants support"):
        Ledger.of(of(AMENDED))
    with pytest.raises(InvalidValue, match="make a ledger for each grant"):
        Ledger.of(of(GRANTED, GRANTED))
