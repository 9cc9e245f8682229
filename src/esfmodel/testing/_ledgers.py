"""Hypothesis strategies for ledgers and their rows: valid by construction, nothing filtered."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from esfmodel.model.budget import Budget
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.ledger.claims import Claim, ClaimedCost
from esfmodel.model.ledger.ledger import Ledger
from esfmodel.model.ledger.rows import (
    AdvancePayment,
    CategoryOutcome,
    Event,
    LedgerRow,
    PaymentLimit,
    PaymentLimitKind,
    Settlement,
)
from esfmodel.testing._budgets import money_like
from esfmodel.testing._decisions import limits
from esfmodel.testing._fields import in_currency, with_some
from esfmodel.testing._figures import money
from esfmodel.testing._periods import dates, periods
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


def category_outcomes(currency: str | None = None) -> st.SearchStrategy[CategoryOutcome]:
    """What was incurred in a category, against a budget that is known or not.

    >>> from hypothesis import find
    >>> find(category_outcomes("SEK"), lambda outcome: True).remaining is None
    True
    """
    return in_currency(currency, _category_outcomes)


def payment_limits(currency: str | None = None) -> st.SearchStrategy[PaymentLimit]:
    """The most support that is due, on each ground.

    >>> from hypothesis import find
    >>> find(payment_limits(), lambda limit: limit.limit is not None).kind
    <PaymentLimitKind.LIMIT: 'limit of the decision'>
    """
    return in_currency(currency, _payment_limits)


def ledgers(currency: str | None = None) -> st.SearchStrategy[Ledger]:
    """Ledgers of grants with a few claims, corrections, advances and amendments among their events, closed or not.

    >>> from hypothesis import given
    >>> @given(ledgers("SEK"))
    ... def no_more_is_due_than_is_granted(ledger):
    ...     assert ledger.support_so_far <= ledger.support
    >>> no_more_is_due_than_is_granted()
    """
    return in_currency(currency, _ledgers)


def ledger_rows(currency: str | None = None) -> st.SearchStrategy[LedgerRow]:
    """Rows of ledgers.

    >>> from hypothesis import given
    >>> @given(ledger_rows())
    ... def costs_are_listed_or_follow(row):
    ...     assert row.costs == row.claimed + row.flat_rates
    >>> costs_are_listed_or_follow()
    """
    return in_currency(currency, lambda code: _written(code, least=1).map(lambda ledger: ledger.rows[-1]))


@cache
def _advance_payments(code: str) -> st.SearchStrategy[AdvancePayment]:
    days = st.one_of(st.none(), dates(), periods("month"))
    return st.builds(AdvancePayment, money(code, min_amount=1, max_amount=_LARGEST_TOTAL), days)


@cache
def _category_outcomes(code: str) -> st.SearchStrategy[CategoryOutcome]:
    incurred = money(code, max_amount=_LARGEST_TOTAL)
    budgeted = st.one_of(st.none(), money_like(code))
    return st.builds(CategoryOutcome, st.sampled_from(CostCategory), budgeted=budgeted, incurred=incurred)


@cache
def _payment_limits(code: str) -> st.SearchStrategy[PaymentLimit]:
    amounts = money(code, min_amount=0)
    return st.one_of(
        st.builds(PaymentLimit, st.just(PaymentLimitKind.GRANTED), amounts),
        st.builds(PaymentLimit, st.just(PaymentLimitKind.SHARE), amounts, base=amounts),
        with_some(PaymentLimit, st.just(PaymentLimitKind.LIMIT), amounts, base=amounts, limit=limits(code)),
    )


@cache
def _ledgers(code: str) -> st.SearchStrategy[Ledger]:
    return _written(code, least=0)


@st.composite
def _written(draw: st.DrawFn, code: str, *, least: int) -> Ledger:
    """Write a ledger event by event, each of which can come where it stands."""
    ledger = Ledger(_granted(draw, code, DecisionKind.GRANTED), settlement=draw(st.sampled_from(Settlement)))
    for number in range(1, draw(st.integers(least, _MOST_EVENTS)) + 1):
        enter = draw(st.sampled_from((_claim, _correction, _advance, _amendment)))
        ledger = ledger.after(enter(draw, ledger, number))
    return ledger.after(Decision(DecisionKind.CLOSED)) if draw(st.booleans()) else ledger


def _granted(draw: st.DrawFn, code: str, kind: DecisionKind) -> Decision:
    total = draw(money(code, min_amount=1, max_amount=_LARGEST_TOTAL))
    support = Money.of_minor(draw(st.integers(0, total.minor)), code)
    return Decision(kind, support=support, budget=Budget(total=total))


def _claim(draw: st.DrawFn, ledger: Ledger, number: int) -> Event:
    amounts = money(ledger.support.currency, min_amount=0, max_amount=_LARGEST_TOTAL)
    costs = st.builds(ClaimedCost, st.sampled_from(_CATEGORIES), amounts)
    return Claim(number, costs=draw(st.lists(costs, max_size=2)))


def _correction(draw: st.DrawFn, ledger: Ledger, number: int) -> Event:
    """Correct at most what was claimed; where nothing was, claim instead."""
    incurred = {outcome.category: outcome.incurred for outcome in ledger.categories if outcome.incurred.minor}
    if not incurred:
        return _claim(draw, ledger, number)
    category = draw(st.sampled_from(sorted(incurred, key=_CATEGORIES.index)))
    amount = Money.of_minor(-draw(st.integers(1, incurred[category].minor)), ledger.support.currency)
    corrected = draw(st.sampled_from([row.number for row in ledger.claims]))
    return Claim(number, costs=[ClaimedCost(category, amount, corrects=corrected)])


def _advance(draw: st.DrawFn, ledger: Ledger, number: int) -> Event:
    """Advance at most what is left of the grant; where nothing is, claim instead."""
    left = ledger.support - ledger.paid_so_far
    if left.minor <= 0:
        return _claim(draw, ledger, number)
    return AdvancePayment(Money.of_minor(draw(st.integers(1, left.minor)), left.currency))


def _amendment(draw: st.DrawFn, ledger: Ledger, _number: int) -> Event:
    return _granted(draw, ledger.support.currency, DecisionKind.AMENDED)
