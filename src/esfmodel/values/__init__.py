"""Values: amounts, shares, bounds, periods, dates and identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.values.bounds import Bounds, MoneyLike, RateLike, exact
    from esfmodel.values.cci import Cci
    from esfmodel.values.condition import Condition
    from esfmodel.values.country import Country
    from esfmodel.values.foreign_number import ForeignNumber
    from esfmodel.values.fund import Fund
    from esfmodel.values.money import Money, Rate
    from esfmodel.values.nuts import NutsCode
    from esfmodel.values.operation_id import OperationId
    from esfmodel.values.organisation_number import OrganisationNumber
    from esfmodel.values.period import MonthEnd, OpenPeriod, Period
    from esfmodel.values.postal_code import PostalCode
    from esfmodel.values.programming_period import ProgrammingPeriod
    from esfmodel.values.rounding import Remainder, Rounding

__all__ = [
    "Bounds",
    "Cci",
    "Condition",
    "Country",
    "ForeignNumber",
    "Fund",
    "Money",
    "MoneyLike",
    "MonthEnd",
    "NutsCode",
    "OpenPeriod",
    "OperationId",
    "OrganisationNumber",
    "Period",
    "PostalCode",
    "ProgrammingPeriod",
    "Rate",
    "RateLike",
    "Remainder",
    "Rounding",
    "exact",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            ".bounds": ("Bounds", "MoneyLike", "RateLike", "exact"),
            ".cci": ("Cci",),
            ".condition": ("Condition",),
            ".country": ("Country",),
            ".foreign_number": ("ForeignNumber",),
            ".fund": ("Fund",),
            ".money": ("Money", "Rate"),
            ".nuts": ("NutsCode",),
            ".operation_id": ("OperationId",),
            ".organisation_number": ("OrganisationNumber",),
            ".period": ("MonthEnd", "OpenPeriod", "Period"),
            ".postal_code": ("PostalCode",),
            ".programming_period": ("ProgrammingPeriod",),
            ".rounding": ("Remainder", "Rounding"),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
