"""What the peers share: their words, and what each checks by a function.

The words are enumerations of their own: pydantic reads those of esfmodel as esfmodel tells it, which takes longer.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from datetime import date

LONGEST = 1_000_000
DIGITS = 18
DECIMALS = 2
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Fund(enum.Enum):
    ESF_PLUS = "ESF+"
    ERDF = "ERDF"


class CostCategory(enum.Enum):
    STAFF = "staff"
    EXTERNAL_SERVICES = "external services"
    TRAVEL = "travel"
    EQUIPMENT = "equipment"
    INFRASTRUCTURE = "infrastructure"
    OFFICE = "office"
    INDIRECT = "indirect"


class FundingSource(enum.Enum):
    EU = "EU"
    STATE_GRANT = "state grant"
    EU_AND_STATE = "EU and state"
    OWN_PUBLIC = "own, public"


def check_text(text: str) -> str:
    """Refuse text that is blank or holds what cannot be printed."""
    if not text.strip():
        raise ValueError("blank")
    if not text.isprintable():
        raise ValueError("not printable")
    return text


def check_currency(code: str) -> str:
    """Refuse a code that is no currency."""
    if code not in MINOR_DIGITS:
        raise ValueError("no currency")
    return code


def check_period(start: date, end: date) -> None:
    """Refuse a period that ends before it starts."""
    if end < start:
        raise ValueError("ends before it starts")


def check_budget(budget: Any, actual_cost: type[Any], unit_cost: type[Any]) -> None:
    """Refuse amounts in two currencies, and money of the Union that is listed twice over."""
    costs, financing, total = budget.costs, budget.financing, budget.total
    # No field is asked for that a class does not have: pydantic takes long to say that there is none.
    currencies = {each.basis.price.currency for each in costs if isinstance(each.basis, unit_cost)}
    actual = [each.basis.amount for each in costs if isinstance(each.basis, actual_cost)]
    currencies |= {amount.currency for amount in actual if amount is not None}
    currencies |= {each.amount.currency for each in financing if each.amount is not None}
    if total is not None:
        currencies.add(total.currency)
    if len(currencies) > 1:
        raise ValueError("two currencies")
    sources = {each.funder.source for each in financing if each.funder is not None}
    if FundingSource.EU_AND_STATE in sources and sources & {FundingSource.EU, FundingSource.STATE_GRANT}:
        raise ValueError("listed twice over")
