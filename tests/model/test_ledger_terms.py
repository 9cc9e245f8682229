from __future__ import annotations

from typing import Any

import attrs
import pytest

from esfmodel import (
    AdvancePayment,
    Bounds,
    Budget,
    Claim,
    CostCategory,
    Decision,
    DecisionKind,
    InvalidValue,
    Ledger,
    Limit,
    Money,
    NotKnown,
    Rounding,
)
from grants import HUNDRED, granted

STAFF = CostCategory.STAFF


@pytest.mark.parametrize(
    "event",
    [
        Claim(9),
        AdvancePayment(Money(1)),
        Decision(DecisionKind.CLOSED),
        Decision(DecisionKind.AMENDED, support=Money(1)),
    ],
)
def test_nothing_follows_the_closure(event: Claim | AdvancePayment | Decision) -> None:
    """After the last decision there is nothing to enter."""
    with pytest.raises(InvalidValue, match="comes after the closure") as refused:
        Ledger(HUNDRED, [Decision(DecisionKind.CLOSED), event])
    assert refused.value.place == "events[1]"


@pytest.mark.parametrize("number", [2, 1])
def test_each_claim_has_its_own_number(number: int) -> None:
    """Two claims of one number, or one that comes after a later one, are refused."""
    with pytest.raises(InvalidValue, match="comes after claim 2; give each claim its own number") as refused:
        Ledger(HUNDRED, [Claim(2), Claim(number)])
    assert refused.value.place == "events[1].number"


@pytest.mark.parametrize(
    "kind", [kind for kind in DecisionKind if kind not in (DecisionKind.AMENDED, DecisionKind.CLOSED)]
)
def test_only_some_decisions_are_events_of_a_grant(kind: DecisionKind) -> None:
    """A second grant, a ranking and an application do not change what is granted."""
    with pytest.raises(InvalidValue, match="cannot be used here; use one of amendment, closing decision"):
        Ledger(HUNDRED, [Decision(kind)])


def test_a_ledger_begins_with_a_grant() -> None:
    """A ranking grants nothing, so there is nothing to keep a ledger of."""
    with pytest.raises(InvalidValue, match=r"granted .*PRIORITISED.* grants nothing"):
        Ledger(Decision(DecisionKind.PRIORITISED, support=Money(1), budget=Budget(total=Money(100))))


@pytest.mark.parametrize(
    ("decision", "unknown"),
    [
        (Decision(DecisionKind.GRANTED, support=Money(40)), "holds no budget"),
        (Decision(DecisionKind.GRANTED, budget=Budget(total=Money(100))), "granted.support is not known exactly"),
        (
            Decision(DecisionKind.GRANTED, support=Bounds.over(Money(1)), budget=Budget(total=Money(100))),
            "granted.support .* is not known exactly",
        ),
        (
            Decision(DecisionKind.GRANTED, support=Money(1), budget=Budget(total=Bounds.over(Money(1)))),
            "granted.budget.total .* is not known exactly",
        ),
    ],
    ids=["no budget", "no support", "support within bounds", "total within bounds"],
)
def test_what_is_not_known_stays_so(decision: Decision, unknown: str) -> None:
    """Where the share is not known exactly, nothing is reckoned."""
    with pytest.raises(NotKnown, match=unknown):
        Ledger(decision)


def test_the_support_may_stand_in_the_budget() -> None:
    """A decision that states no support grants what its budget has."""
    assert Ledger(attrs.evolve(granted(), support=None)).support == Money(40)


@pytest.mark.parametrize(
    ("decision", "wrong"),
    [
        (attrs.evolve(HUNDRED, support=Money(101)), "is no part of the cost that it is a share of, SEK.100"),
        (attrs.evolve(HUNDRED, support=Money(-1)), "is negative"),
        (attrs.evolve(HUNDRED, support=Money(40, "EUR")), "is no part of the cost that it is a share of, SEK.100"),
        (
            attrs.evolve(HUNDRED, limits=[Limit.of_amount(Money(4, "NOK"))]),
            "granted 'NOK' is another currency than SEK",
        ),
        (attrs.evolve(HUNDRED, budget=Budget(total=Money(0))), "is no part of the cost that it is a share of, SEK.0"),
    ],
)
def test_a_grant_is_a_part_of_its_budget(decision: Decision, wrong: str) -> None:
    """Support that is no share of the cost, or in another currency, is no grant to keep a ledger of."""
    with pytest.raises(InvalidValue, match=wrong):
        Ledger(decision)


def test_the_grant_keeps_its_currency() -> None:
    """An amendment into another currency is refused."""
    euro = Decision(DecisionKind.AMENDED, support=Money(4, "EUR"), budget=Budget(total=Money(10, "EUR")))
    with pytest.raises(InvalidValue, match="'EUR' is another currency than SEK"):
        Ledger(HUNDRED, [euro])


@pytest.mark.parametrize(
    ("closure", "wrong"),
    [
        (Decision(DecisionKind.CLOSED, support=Money(-1)), "is negative"),
        (Decision(DecisionKind.CLOSED, support=Money(4, "EUR")), "'SEK' is another currency than EUR"),
        (
            Decision(DecisionKind.CLOSED, support=Money(4), limits=[Limit.of_amount(Money(4, "NOK"))]),
            "'NOK' is another currency than SEK",
        ),
    ],
)
def test_the_terms_of_a_closure_are_checked(closure: Decision, wrong: str) -> None:
    """A closure that pays back more than was paid, or turns to another currency, is refused as a grant would be."""
    with pytest.raises(InvalidValue, match=wrong):
        Ledger(HUNDRED, [closure])


def test_a_ledger_is_made_of_a_decision_and_events() -> None:
    """What grants is a decision, and how the ledger settles is said by name."""
    wrong: Any = DecisionKind.GRANTED
    with pytest.raises(TypeError, match="granted must be Decision, not DecisionKind"):
        Ledger(wrong)
    assert [field.name for field in attrs.fields(Ledger) if not field.kw_only][:2] == ["granted", "events"]
    assert attrs.fields(Ledger).settlement.kw_only


@pytest.mark.parametrize(("highest", "counts"), [("4999999999999.99", True), ("5000000000000", False)])
def test_a_limit_out_of_reach_limits_nothing(highest: str, *, counts: bool) -> None:
    """Where half is the Union's, five thousand billion kronor of it is ten of support: such a limit is left out."""
    limit = Limit.of_amount(Money(highest))
    (row,) = Ledger(granted(limit, union=Money(20)), [Claim(1)]).claims
    assert [each.limit for each in row.limits if each.limit] == [limit] * counts


def test_support_is_as_fine_as_its_rounding() -> None:
    """A grant with öre cannot be reached in whole kronor."""
    with pytest.raises(InvalidValue, match="is finer than whole SEK"):
        Ledger(attrs.evolve(HUNDRED, support=Money("39.50")), rounding=Rounding.WHOLE_HALF_UP)


def test_events_are_events() -> None:
    """A wrong type among the events is named."""
    wrong: Any = Money(1)
    with pytest.raises(TypeError, match=r"events\[1\] must be Claim, AdvancePayment or Decision, not Money"):
        Ledger(HUNDRED, [Claim(1), wrong])


def test_no_grant_has_a_million_events() -> None:
    """What would take hours to reckon is refused at once."""
    limits = [Limit.of_amount(Money(number)) for number in range(1_000)]
    with pytest.raises(InvalidValue, match="are too many with 1000 flat rates and limits"):
        Ledger(attrs.evolve(HUNDRED, limits=limits), [Claim(number) for number in range(1, 1_001)])
