"""The amounts that a budget is made of: what they are in, and whether they can stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.model.costs import UnitCost
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model.budget import Budget
    from esfmodel.values.bounds import MoneyLike


def currency_of(budget: Budget) -> str | None:
    """Give the currency of the first amount; None when there is no amount."""
    return next((currency_in(amount) for amount in _given(budget) if amount is not None), None)


def check_one_currency(budget: Budget) -> None:
    """Raise `InvalidValue` for amounts in two currencies."""
    currency = currency_of(budget)
    if all(amount is None or currency_in(amount) == currency for amount in _given(budget)):
        return
    (first, _), (place, other) = _first_of_each_currency(budget)[:2]
    raise InvalidValue(
        place,
        other,
        f"is another currency than that of {first}, {currency}",
        "keep one budget for each currency, or convert at a stated rate",
    )


def check_in_reach(budget: Budget) -> None:
    """Raise `InvalidValue` for amounts of which some sum or difference would be no amount."""
    amounts = [budget.total, *budget.cost_amounts, *(part.amount for part in budget.financing)]
    ends = [end for amount in amounts if amount is not None for end in _ends_of(amount)]
    Money.of_minor(sum(abs(end.minor) for end in ends))


def _given(budget: Budget) -> Iterator[MoneyLike | None]:
    """Give the amounts as they are given, one after the other."""
    yield budget.total
    for cost in budget.costs:
        yield cost.basis.amount
        if isinstance(cost.basis, UnitCost):
            yield cost.basis.price
    for part in budget.financing:
        yield part.amount


def _first_of_each_currency(budget: Budget) -> list[tuple[str, str]]:
    """Give the place where each currency is first met, and the currency."""
    amounts: list[tuple[str, MoneyLike | None]] = [("total", budget.total)]
    for index, cost in enumerate(budget.costs):
        price = cost.basis.price if isinstance(cost.basis, UnitCost) else None
        amounts += [(f"costs[{index}]", cost.basis.amount), (f"costs[{index}].basis.price", price)]
    amounts += [(f"financing[{index}]", part.amount) for index, part in enumerate(budget.financing)]
    found: dict[str, str] = {}
    for place, amount in amounts:
        if amount is not None:
            found.setdefault(currency_in(amount), place)
    return [(place, currency) for currency, place in found.items()]


def currency_in(amount: MoneyLike) -> str:
    """Give the currency of an amount."""
    return _ends_of(amount)[0].currency


def _ends_of(amount: MoneyLike) -> list[Money]:
    if isinstance(amount, Bounds):
        return [end for end in (amount.low, amount.high) if end is not None]
    return [amount]
