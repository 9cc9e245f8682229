"""Values: amounts, shares, bounds, periods, dates and identifiers."""

from esfmodel._hypothesis_hook import announce
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


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
