"""Claims: the costs of a period, in one currency, with what they correct."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from esfmodel import (
    Bounds,
    Claim,
    ClaimedCost,
    Contribution,
    CostCategory,
    ExchangeRate,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    Period,
)
from esfmodel.testing import claims

STAFF = ClaimedCost(CostCategory.STAFF, Money(212_000))
OWN = Funder(source=FundingSource.OWN_PUBLIC)


def test_what_is_claimed_is_what_is_listed() -> None:
    """The sum of a claim is that of its lines, revenue and corrections taken off."""
    revenue = ClaimedCost(CostCategory.REVENUE, Money(-4_000))
    correction = ClaimedCost(CostCategory.TRAVEL, Money("-12.50"), corrects=1)
    claim = Claim(2, costs=[STAFF, revenue, correction])
    assert claim.claimed == Money("207987.50")
    assert [cost.is_correction for cost in claim.costs] == [False, False, True]
    assert ClaimedCost(CostCategory.CORRECTION, Money(-1)).is_correction


def test_a_claim_without_costs_has_no_sum() -> None:
    """A claim of which only the number is known says nothing of money."""
    assert Claim(1).claimed is None
    assert Claim(1).currency is None


def test_what_a_claimed_cost_says_of_itself_is_named() -> None:
    """What is claimed comes first; all else of a cost, and the day or rate of a claim, is given by name."""
    assert [field.name for field in attrs.fields(ClaimedCost) if not field.kw_only] == ["category", "amount"]
    assert [field.name for field in attrs.fields(Claim) if not field.kw_only] == ["number", "period"]


@given(claims())
def test_a_claim_is_in_one_currency(claim: Claim) -> None:
    """Every amount of a drawn claim is in its currency."""
    assert {cost.amount.currency for cost in claim.costs} <= {claim.currency}
    assert claim.claimed is None or claim.claimed.currency == claim.currency


def test_two_currencies_are_two_claims() -> None:
    """Amounts of two currencies in one claim are refused, at the place of the second."""
    euro = ClaimedCost(CostCategory.TRAVEL, Money(5, "EUR"))
    with pytest.raises(InvalidValue, match="'EUR' is another currency than SEK") as refused:
        Claim(1, costs=[STAFF, euro])
    assert refused.value.place == "costs[1]"
    for amount in (Money(5, "EUR"), Bounds.at_most(Money(5, "EUR")), Bounds.over(Money(5, "EUR"))):
        with pytest.raises(InvalidValue, match="'EUR' is another currency than SEK") as refused:
            Claim(1, costs=[STAFF], financing=[Contribution(OWN), Contribution(OWN, amount)])
        assert refused.value.place == "financing[1]"


def test_a_rate_converts_what_is_claimed() -> None:
    """A rate between two other currencies is refused; without amounts there is nothing it could contradict."""
    rate = ExchangeRate("EUR", "NOK", rate="11.5")
    with pytest.raises(InvalidValue, match="exchange_rate 'SEK' is neither EUR nor NOK"):
        Claim(1, costs=[STAFF], exchange_rate=rate)
    assert Claim(1, exchange_rate=rate).exchange_rate == rate


@pytest.mark.parametrize("corrects", [1, 2])
def test_a_correction_goes_back(corrects: int) -> None:
    """A claim corrects one that came before it."""
    with pytest.raises(InvalidValue, match="is no claim before number 1") as refused:
        Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(-1), corrects=corrects)])
    assert refused.value.place == "costs[0].corrects"
    assert refused.value.names == {"costs[0]": CostCategory.STAFF}


def test_a_claim_has_a_number() -> None:
    """Without a number, or with one below 1, there is no claim."""
    wrong: Any = None
    with pytest.raises(TypeError, match="number must be a whole number"):
        Claim(wrong)
    with pytest.raises(InvalidValue, match="number 0 is not above zero; give more than zero"):
        Claim(0)


def test_days_are_days_or_periods() -> None:
    """A day may be given as text, and as a period where only the month is known."""
    cost = ClaimedCost(
        CostCategory.STAFF, Money(1), incurred_on=Period("2025-01", "2025-01", "month"), paid_on="2025-02-25"
    )
    assert str(cost.paid_on) == "2025-02-25"
    paid = Claim(1, on="2025-04-15", decided_on="2025-05-02", paid_on="2025-05-09")
    assert (str(paid.decided_on), str(paid.paid_on)) == ("2025-05-02", "2025-05-09")
