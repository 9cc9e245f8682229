"""What a type checker must refuse: each line that ends in the word in capitals, and no other.

Never run. `test_typing.py` gives this file to both checkers; a line that stops being an error fails the test.
"""

from __future__ import annotations

import esfmodel
from esfmodel import Bounds, Budget, Contribution, Funder, FundingSource, Money, Period, Project, Rate

money = Money(3_706_566)
rate = Rate.of_percent("40")
period = Period("2024-10-01", "2027-09-30")
funder = Funder(source=FundingSource.EU)
bounded_money = Bounds(Money(1), Money(2))
bounded_rate = Bounds(Rate.of_percent(1), Rate.of_percent(2))


def needs_rate(share: Rate) -> Rate:
    """Take a Rate only."""
    return share


def needs_bounded_money(known: Bounds[Money]) -> Bounds[Money]:
    """Take bounds of an amount only."""
    return known


def use(value: object) -> None:
    """Take anything, so that no checker calls a bare expression an error for being bare."""
    del value


# An amount is not a number, and a share is not an amount.
use(money + 1)  # ERROR
use(1 + money)  # ERROR
use(rate + money)  # ERROR
use(money + rate)  # ERROR
use(money < 1)  # ERROR
use(money < rate)  # ERROR
use(money * rate)  # ERROR
use(rate * money)  # ERROR
use(money * 0.4)  # ERROR
use(money / 2)  # ERROR
use(money / rate)  # ERROR
use(money / bounded_money)  # ERROR
use(sum([money, money]))  # ERROR
use(round(money))  # ERROR
use(money.round)  # ERROR
Rate.of(40, money)  # ERROR
Rate.of(0.4, 1)  # ERROR
Money(0.5)  # ERROR
Money(1, rounding="half up")  # ERROR

# Two meanings, two types.
needs_rate(period)  # ERROR
needs_rate(money)  # ERROR
needs_rate(0.4)  # ERROR
Contribution(funder, rate)  # ERROR
Contribution(funder, 1_000)  # ERROR
Contribution(funder, bounded_rate)  # ERROR
Budget(total=rate)  # ERROR
Project("Kompetens", period=rate)  # ERROR

# A plan starts from one amount and one share.
Budget.plan(own_rate=rate)  # ERROR
Budget.plan(support=money)  # ERROR
Budget.plan(support=money, total=money, own_rate=rate)  # ERROR
Budget.plan(support=money, own=money, own_rate=rate)  # ERROR
Budget.plan(support=money, own_rate=rate, support_rate=rate)  # ERROR
Budget.plan(support=rate, own_rate=rate)  # ERROR
Budget.plan(support=money, own_rate=0.55)  # ERROR
Budget.plan(support=money, own_rate=rate, co_funders=["Falun"])  # ERROR

# What is known within bounds knows what it bounds.
Bounds(Money(1), rate)  # ERROR
Bounds(period)  # ERROR
needs_bounded_money(bounded_rate)  # ERROR
needs_bounded_money(Bounds(Rate.of_percent(1)))  # ERROR
needs_bounded_money(money)  # ERROR

# A name that is not there is not there to a checker either.
use(esfmodel.Bonds)  # ERROR
use(esfmodel.text.en.find_figures)  # ERROR

# What is made stays as it is made.
money.currency = "EUR"  # ERROR
Project("Kompetens").name = "Vägled"  # ERROR
