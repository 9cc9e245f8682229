from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    CostCategory,
    Decision,
    DecisionKind,
    ExchangeRate,
    Funder,
    FundingSource,
    InvalidValue,
    Ledger,
    Limit,
    LimitBase,
    Money,
    Rate,
)
from esfmodel.testing import money

EURO_GRANT = Decision(DecisionKind.GRANTED, support=Money(600_000, "EUR"), budget=Budget(total=Money(1_000_000, "EUR")))
MARCH = ExchangeRate("EUR", "SEK", rate="11.1735", month="2025-03")
JUNE = ExchangeRate("EUR", "SEK", rate="10.9", month="2025-06")
RATES = st.integers(1, 30_000).map(lambda number: ExchangeRate("EUR", "SEK", rate=Decimal(number).scaleb(-3)))
KRONOR = money("SEK", min_amount=0, max_amount=10_000)


def claim(number: int, amount: Money, rate: ExchangeRate | None, *, corrects: int | None = None) -> Claim:
    """Return a claim for one cost."""
    return Claim(number, costs=[ClaimedCost(CostCategory.STAFF, amount, corrects=corrects)], exchange_rate=rate)


def test_a_claim_in_kronor_a_reader_can_check() -> None:
    """A claim of 11 173,50 kronor at 11,1735 is one of 1 000 euro, and 60 per cent of that are due."""
    row = Ledger(EURO_GRANT, [claim(1, Money("11173.50"), MARCH)]).claims[0]
    assert (row.claimed, row.support) == (Money(1_000, "EUR"), Money(600, "EUR"))


@given(st.lists(st.tuples(KRONOR, RATES), min_size=1, max_size=4), st.lists(RATES, min_size=4, max_size=4))
def test_an_old_amount_keeps_its_rate(claimed: list[tuple[Money, ExchangeRate]], later: list[ExchangeRate]) -> None:
    """Whatever the rates of later claims, the rows of the earlier ones stay as they are."""
    ledger = Ledger(EURO_GRANT)
    for number, (amount, rate) in enumerate(claimed, 1):
        other = ledger.after(claim(number, amount, later[number - 1]))
        before = ledger.rows
        ledger = ledger.after(claim(number, amount, rate))
        assert ledger.rows[:-1] == other.rows[:-1] == before
        assert ledger.rows[-1].claimed == rate.convert(amount)


@given(KRONOR, RATES, RATES)
def test_a_correction_takes_back_just_what_was_reckoned(amount: Money, then: ExchangeRate, now: ExchangeRate) -> None:
    """A correction is converted at the rate of the claim it corrects, so that it leaves nothing over."""
    ledger = Ledger(EURO_GRANT, [claim(1, amount, then), claim(2, -amount, now, corrects=1)])
    assert ledger.costs_so_far == ledger.support_so_far == Money(0, "EUR")


def test_money_in_the_currency_of_the_grant_is_not_converted() -> None:
    """A claim in euro has its amounts as they are, also when it states a rate."""
    assert Ledger(EURO_GRANT, [claim(1, Money(5, "EUR"), MARCH)]).costs_so_far == Money(5, "EUR")


@pytest.mark.parametrize(
    ("given_claim", "place"),
    [
        (claim(1, Money(5), None), "events[0].costs[0].amount"),
        (claim(1, Money(5), ExchangeRate("SEK", "NOK", rate="0.98")), "events[0].costs[0].amount"),
        (claim(2, Money(-5), JUNE, corrects=1), "events[0].costs[0].corrects"),
    ],
    ids=["no rate", "another rate", "no such claim"],
)
def test_no_rate_is_invented(given_claim: Claim, place: str) -> None:
    """Without the rate of the claim it belongs to, an amount in another currency is refused, never left out."""
    with pytest.raises(InvalidValue) as refused:
        Ledger(EURO_GRANT, [given_claim])
    assert refused.value.place == place


def test_public_money_is_converted_with_its_claim() -> None:
    """What public bodies paid in kronor counts in euro at the rate of the claim."""
    support = Contribution(Funder(source=FundingSource.EU), Money(600_000, "EUR"))
    own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(400_000, "EUR"))
    half = Limit.of_rate(Rate.of_percent(50), LimitBase.PUBLIC_FINANCING)
    decision = Decision(DecisionKind.GRANTED, budget=Budget(financing=[support, own]), limits=[half])
    paid = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money("1117.35"))
    cost = ClaimedCost(CostCategory.STAFF, Money("11173.50"))
    ledger = Ledger(decision, [Claim(1, costs=[cost], financing=[paid], exchange_rate=MARCH)])
    assert ledger.support_so_far == Money(100, "EUR")
