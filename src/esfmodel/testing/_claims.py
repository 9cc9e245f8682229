"""Hypothesis strategies for claims and what they are made of: valid by construction, nothing filtered."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from esfmodel.model.costs import CostCategory
from esfmodel.model.ledger.claims import Claim, ClaimedCost
from esfmodel.model.ledger.exchange import ExchangeRate
from esfmodel.testing._budgets import contributions
from esfmodel.testing._fields import in_currency, with_some
from esfmodel.testing._figures import currencies, money
from esfmodel.testing._periods import dates, periods
from esfmodel.testing._words import names
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money

_HIGHEST_NUMBER = 60
_DAYS = st.one_of(dates(), periods("month"))


def exchange_rates(currency: str | None = None) -> st.SearchStrategy[ExchangeRate]:
    """Prices of one currency in another, such as the Commission's of a month; `currency` is the one that is priced.

    >>> from hypothesis import given
    >>> @given(exchange_rates("EUR"))
    ... def a_euro_costs_something(rate):
    ...     assert rate.unit_currency == "EUR" and rate.rate > 0
    >>> a_euro_costs_something()
    """
    return (currencies() if currency is None else st.just(currency)).flatmap(_exchange_rates)


def claimed_costs(currency: str | None = None) -> st.SearchStrategy[ClaimedCost]:
    """Costs in a claim; only revenue and corrections are below zero.

    >>> from hypothesis import find
    >>> find(claimed_costs("SEK"), lambda cost: cost.amount > Money(0))
    ClaimedCost(CostCategory.STAFF, Money(1))
    """
    return in_currency(currency, _claimed_costs)


def claims(currency: str | None = None) -> st.SearchStrategy[Claim]:
    """Payment claims in one currency, from those of which only the number is known.

    >>> from hypothesis import find
    >>> find(claims(), lambda claim: True)
    Claim(1)
    """
    return in_currency(currency, lambda code: st.integers(1, _HIGHEST_NUMBER).flatmap(lambda n: _claims(code, n)))


@cache
def _exchange_rates(code: str) -> st.SearchStrategy[ExchangeRate]:
    others = [other for other in ("SEK", "EUR", *sorted(MINOR_DIGITS)) if other != code]
    prices = st.integers(1, 10**9).map(lambda number: Decimal(f"{number}E-4"))
    months = dates().map(lambda day: f"{day.year:04}-{day.month:02}")
    return st.builds(
        ExchangeRate,
        st.just(code),
        st.sampled_from(others),
        rate=prices,
        month=st.one_of(st.none(), months),
        source=st.one_of(st.none(), names()),
    )


def _details() -> dict[str, st.SearchStrategy[object]]:
    return {
        "partner": names(),
        "phase": names(),
        "incurred_on": _DAYS,
        "paid_on": _DAYS,
        "description": names(),
    }


@cache
def _claimed_costs(code: str, earlier: int = 0) -> st.SearchStrategy[ClaimedCost]:
    """Draw a cost; where there are earlier claims, it may be a correction of one of them."""
    amounts = money(code, min_amount=0, max_amount=10**9)
    usual = [category for category in CostCategory if not category.may_be_negative]
    drawn = [
        with_some(ClaimedCost, st.sampled_from(usual), amounts, **_details()),
        with_some(ClaimedCost, st.just(CostCategory.REVENUE), amounts.map(Money.__neg__), **_details()),
    ]
    if earlier:
        corrected = st.integers(1, earlier)
        drawn.append(
            corrected.flatmap(
                lambda number: with_some(
                    lambda *given, **known: ClaimedCost(*given, corrects=number, **known),
                    st.sampled_from([*usual, CostCategory.CORRECTION]),
                    amounts.map(Money.__neg__),
                    **_details(),
                )
            )
        )
    return st.one_of(drawn)


@cache
def _claims(code: str, number: int) -> st.SearchStrategy[Claim]:
    return with_some(
        Claim,
        st.just(number),
        period=periods(),
        costs=st.lists(_claimed_costs(code, number - 1), max_size=3),
        financing=st.lists(contributions(code), max_size=2),
        on=_DAYS,
        decided_on=_DAYS,
        exchange_rate=exchange_rates(code),
    )
