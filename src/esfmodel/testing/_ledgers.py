"""Hypothesis strategies for ledgers, claims, advances, exchange rates, decisions and their limits."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory
from esfmodel.model.decision import SUPPORT_BASES, CategoryLimit, Decision, DecisionKind, Limit, LimitBase
from esfmodel.model.ledger.claims import Claim, ClaimedCost
from esfmodel.model.ledger.exchange import ExchangeRate
from esfmodel.model.ledger.ledger import Ledger
from esfmodel.model.ledger.rows import (
    AdvancePayment,
    Event,
    Settlement,
)
from esfmodel.testing._budgets import amounts_known, contributions_known, reporting_terms, small_budgets
from esfmodel.testing._figures import (
    currencies,
    dates,
    in_currency,
    money,
    names,
    periods,
    rates,
    some_of,
    with_some,
)
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money

_LARGEST_TOTAL = 10**9
_MOST_EVENTS = 4
_CATEGORIES = (CostCategory.STAFF, CostCategory.TRAVEL)


def advance_payments(currency: str | None = None) -> st.SearchStrategy[AdvancePayment]:
    """Advances above 0, with their day, their month or neither.

    >>> from hypothesis import given
    >>> @given(advance_payments("SEK"))
    ... def something_is_paid(advance):
    ...     assert advance.amount > Money(0)
    >>> something_is_paid()
    """
    return in_currency(currency, _advance_payments)


def ledgers(currency: str | None = None) -> st.SearchStrategy[Ledger]:
    """Ledgers of grants with a few claims, corrections, advances and amendments, closed or not.

    >>> from hypothesis import given
    >>> @given(ledgers("SEK"))
    ... def no_more_is_due_than_is_granted(ledger):
    ...     assert ledger.support_so_far <= ledger.support
    >>> no_more_is_due_than_is_granted()
    """
    return in_currency(currency, _ledgers)


@cache
def _advance_payments(code: str) -> st.SearchStrategy[AdvancePayment]:
    days = st.one_of(st.none(), dates(), periods("month"))
    return st.builds(AdvancePayment, money(code, min_amount=1, max_amount=_LARGEST_TOTAL), days)


@st.composite
def _ledgers(draw: st.DrawFn, code: str) -> Ledger:
    """Write a ledger event by event, each of which can come where it stands."""
    ledger = Ledger(_granted(draw, code, DecisionKind.GRANTED), settlement=draw(st.sampled_from(Settlement)))
    for number in range(1, draw(st.integers(0, _MOST_EVENTS)) + 1):
        enter = draw(st.sampled_from((_claim, _correction, _advance, _amendment)))
        ledger = ledger.after(enter(draw, ledger, number))
    return ledger.after(Decision(DecisionKind.CLOSED)) if draw(st.booleans()) else ledger


def _granted(draw: st.DrawFn, code: str, kind: DecisionKind) -> Decision:
    """Draw a grant: on a base that is not named nothing comes in kind."""
    total = draw(money(code, min_amount=1, max_amount=_LARGEST_TOTAL))
    base = draw(st.sampled_from((None, *SUPPORT_BASES)))
    support = Money.of_minor(draw(st.integers(0, total.minor)), code)
    in_kind = [draw(money(code, min_amount=0, max_amount=_LARGEST_TOTAL))] if base else []
    parts = [(CostCategory.STAFF, total), *((CostCategory.IN_KIND, amount) for amount in in_kind)]
    budget = Budget([Cost(category, ActualCost(amount)) for category, amount in parts])
    return Decision(kind, support=support, support_base=base, budget=budget)


def _claim(draw: st.DrawFn, ledger: Ledger, number: int) -> Event:
    amounts = money(ledger.support.currency, min_amount=0, max_amount=_LARGEST_TOTAL)
    costs = st.builds(ClaimedCost, st.sampled_from(_CATEGORIES), amounts)
    return Claim(number, costs=draw(st.lists(costs, max_size=2)))


def _correction(draw: st.DrawFn, ledger: Ledger, number: int) -> Event:
    """Draw a correction of at most what was claimed, or a claim if nothing was."""
    incurred = {outcome.category: outcome.incurred for outcome in ledger.categories if outcome.incurred.minor}
    if not incurred:
        return _claim(draw, ledger, number)
    category = draw(st.sampled_from(sorted(incurred, key=_CATEGORIES.index)))
    amount = Money.of_minor(-draw(st.integers(1, incurred[category].minor)), ledger.support.currency)
    corrected = draw(st.sampled_from([row.number for row in ledger.claims]))
    return Claim(number, costs=[ClaimedCost(category, amount, corrects=corrected)])


def _advance(draw: st.DrawFn, ledger: Ledger, number: int) -> Event:
    """Draw an advance of at most what is left of the grant, or a claim if nothing is."""
    left = ledger.support - ledger.paid_so_far
    if left.minor <= 0:
        return _claim(draw, ledger, number)
    return AdvancePayment(Money.of_minor(draw(st.integers(1, left.minor)), left.currency))


def _amendment(draw: st.DrawFn, ledger: Ledger, _number: int) -> Event:
    return _granted(draw, ledger.support.currency, DecisionKind.AMENDED)


# --- Claims

_HIGHEST_NUMBER = 60
_DAYS = st.one_of(dates(), periods("month"))


def exchange_rates(currency: str | None = None) -> st.SearchStrategy[ExchangeRate]:
    """Prices of one unit of `currency` in another currency, such as the Commission's monthly rates.

    >>> from hypothesis import given
    >>> @given(exchange_rates("EUR"))
    ... def a_euro_costs_something(rate):
    ...     assert rate.unit_currency == "EUR" and rate.rate > 0
    >>> a_euro_costs_something()
    """
    return (currencies() if currency is None else st.just(currency)).flatmap(_exchange_rates)


def claimed_costs(currency: str | None = None) -> st.SearchStrategy[ClaimedCost]:
    """Costs in a claim; only revenue and corrections are negative.

    >>> from hypothesis import find
    >>> find(claimed_costs("SEK"), lambda cost: cost.amount > Money(0))
    ClaimedCost(CostCategory.STAFF, Money(1))
    """
    return in_currency(currency, _claimed_costs)


def claims(currency: str | None = None) -> st.SearchStrategy[Claim]:
    """Payment claims in one currency, with a number and some of the other fields.

    >>> from hypothesis import find
    >>> find(claims(), lambda claim: True)
    Claim(1)
    """
    return in_currency(currency, claims_known)


@cache
def claims_known(code: str, *, exact: bool = False) -> st.SearchStrategy[Claim]:
    """Claims in a currency, whose financing is known exactly or as it may be."""
    return st.integers(1, _HIGHEST_NUMBER).flatmap(lambda number: _claims(code, number, exact=exact))


@cache
def _exchange_rates(code: str) -> st.SearchStrategy[ExchangeRate]:
    others = [other for other in ("SEK", "EUR", *sorted(MINOR_DIGITS)) if other != code]
    prices = st.integers(1, 10**9).map(lambda number: Decimal(f"{number}E-4"))
    months = dates().map(lambda day: f"{day.year:04}-{day.month:02}")
    other, source = st.sampled_from(others), st.one_of(st.none(), names())
    times: tuple[dict[str, st.SearchStrategy[object]], ...] = ({}, {"month": months}, {"day": dates()})
    drawn = [st.builds(ExchangeRate, st.just(code), other, rate=prices, source=source, **time) for time in times]
    return st.one_of(drawn)


def _details() -> dict[str, st.SearchStrategy[object]]:
    return {
        "partner": names(),
        "phase": names(),
        "incurred_on": _DAYS,
        "paid_on": _DAYS,
        "invoice": names(),
        "description": names(),
    }


@cache
def _claimed_costs(code: str, earlier: int = 0) -> st.SearchStrategy[ClaimedCost]:
    """Draw a cost, which may correct one of the `earlier` claims."""
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
def _claims(code: str, number: int, *, exact: bool) -> st.SearchStrategy[Claim]:
    return with_some(
        Claim,
        st.just(number),
        period=periods(),
        costs=st.lists(_claimed_costs(code, number - 1), max_size=3),
        financing=st.lists(contributions_known(code, exact=exact), max_size=2),
        on=_DAYS,
        decided_on=_DAYS,
        paid_on=_DAYS,
        exchange_rate=exchange_rates(code),
    )


# --- Decisions and limits


def limits(currency: str | None = None) -> st.SearchStrategy[Limit]:
    """Limits: a rate with its base, or a highest amount.

    >>> from hypothesis import given
    >>> @given(limits())
    ... def one_of_the_two(limit):
    ...     assert (limit.rate is None) != (limit.highest is None)
    >>> one_of_the_two()
    """
    return in_currency(currency, _limits)


def category_limits(currency: str | None = None) -> st.SearchStrategy[CategoryLimit]:
    """How far the costs of one category, or of each, may exceed their budget.

    >>> from hypothesis import given
    >>> @given(category_limits("SEK"))
    ... def nothing_is_at_most_the_amount(limit):
    ...     assert limit.highest is None or limit.allowed(Money(10**6)) <= limit.highest
    >>> nothing_is_at_most_the_amount()
    """
    return in_currency(currency, _category_limits)


def decisions(currency: str | None = None) -> st.SearchStrategy[Decision]:
    """Decisions of every kind, in one currency, with a day, a month, a year or no date.

    >>> from hypothesis import find
    >>> find(decisions(), lambda decision: decision.support is None).kind
    <DecisionKind.APPLIED: 'applied'>
    """
    return in_currency(currency, decisions_known)


@cache
def decisions_known(currency: str, *, exact: bool = False) -> st.SearchStrategy[Decision]:
    """Decisions in a currency, whose amounts are known exactly or as they may be."""
    times = st.one_of(dates(), periods("month"), periods("year"))
    return with_some(Decision, st.sampled_from(DecisionKind), on=times, **_decided(currency, exact=exact))


def _decided(currency: str, *, exact: bool) -> dict[str, st.SearchStrategy[Any]]:
    """Return what a decision may state beside its kind and its day."""
    amounts = amounts_known(currency, exact=exact)
    return {
        "body": names(),
        "support": amounts,
        "support_base": st.sampled_from(SUPPORT_BASES),
        "advance": amounts,
        "budget": small_budgets(currency, exact=exact),
        "period": periods(),
        "limits": st.lists(_limits(currency), max_size=2),
        "category_limits": st.lists(_category_limits(currency), max_size=2),
        "reporting": reporting_terms(),
        "reference": names(),
    }


_BEFORE = {
    DecisionKind.APPLIED: (),
    DecisionKind.PRIORITISED: (DecisionKind.APPLIED,),
    DecisionKind.GRANTED: (DecisionKind.APPLIED, DecisionKind.PRIORITISED),
    DecisionKind.REJECTED: (DecisionKind.APPLIED, DecisionKind.PRIORITISED),
    DecisionKind.AMENDED: (DecisionKind.APPLIED, DecisionKind.GRANTED),
    DecisionKind.CLOSED: (DecisionKind.APPLIED, DecisionKind.GRANTED, DecisionKind.AMENDED),
}
"""What usually comes before a decision of each kind, in order."""
_MOST_BEFORE = max(map(len, _BEFORE.values()))


def _course(number: int, kinds: tuple[DecisionKind, ...]) -> tuple[DecisionKind, ...]:
    """Return one of the kinds last, after some of those that usually come before it."""
    kept, place = divmod(number, len(kinds))
    before = _BEFORE[kinds[place]]
    return (*(kind for bit, kind in enumerate(before) if kept >> bit & 1), kinds[place])


@cache
def courses(
    currency: str, status: DecisionKind | None = None, *, exact: bool = False
) -> st.SearchStrategy[tuple[Decision, ...]]:
    """Decisions in the usual order up to a kind, by default any: none is dated, or each, and some are left out."""
    facts, day = _decided(currency, exact=exact), dates()
    kinds = tuple(DecisionKind) if status is None else (status,)
    numbers = st.integers(0, len(kinds) * 2**_MOST_BEFORE - 1)

    @st.composite
    def drawn(draw: st.DrawFn) -> tuple[Decision, ...]:
        listed = _course(draw(numbers), kinds)
        days = sorted(draw(day) for _ in listed) if draw(_ARE_DATED) else [None for _ in listed]
        dated = zip(listed, days, strict=True)
        return tuple(Decision(kind, on, **some_of(draw, facts, seldom=True)) for kind, on in dated)

    return drawn()


_ARE_DATED = st.booleans()


@cache
def _category_limits(currency: str) -> st.SearchStrategy[CategoryLimit]:
    categories = st.none() | st.sampled_from(CostCategory)
    shares, amounts = rates(), money(currency, min_amount=0)
    return st.one_of(
        st.builds(CategoryLimit, categories, rate=shares, highest=st.none() | amounts),
        st.builds(CategoryLimit, categories, highest=amounts),
    )


@cache
def _limits(currency: str) -> st.SearchStrategy[Limit]:
    return st.one_of(
        st.builds(Limit.of_rate, rates(), st.sampled_from(LimitBase)),
        st.builds(Limit.of_amount, money(currency, min_amount=0)),
    )
