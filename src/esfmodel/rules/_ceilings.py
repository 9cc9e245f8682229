"""The ceilings on the Union's share: which of them may count for a category of region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model import CategoryOfRegion, Fund
from esfmodel.rules.words import Words
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.values.programming_period import ProgrammingPeriod

CEILING: Final = "co-financing.ceiling"
"""The key under which the ceilings lie."""

FUNDS: Final = (Fund.ERDF, Fund.ESF, Fund.ESF_PLUS)
"""The funds whose ceilings go by the category of region."""

SCOPE: Final = Words(
    "gäller stöd från Eruf, ESF och ESF+ till målet Investering för sysselsättning och tillväxt",
    "concerns support from the ERDF, the ESF and the ESF+ for the Investment for jobs and growth goal",
)


def ordinary(context: Context, category: CategoryOfRegion, programming_period: ProgrammingPeriod) -> Provision:
    """Give the ceiling for priorities of a category of region."""
    return context.provision(_key(category), programming_period)


def highest(context: Context, category: CategoryOfRegion, programming_period: ProgrammingPeriod) -> Provision:
    """Give the highest ceiling for a category of region, which counts where special conditions are met."""
    keys = context.keys(_key(category), programming_period)
    return max(
        (context.provision(key, programming_period) for key in keys), key=lambda row: row.value_as(Rate).fraction
    )


def lowest(context: Context, programming_period: ProgrammingPeriod) -> Provision:
    """Give the lowest of all ceilings, for when the category of region is not known."""
    rows = [context.provision(_key(each), programming_period) for each in CategoryOfRegion]
    return min(rows, key=lambda row: row.value_as(Rate).fraction)


def temporary(context: Context, programming_period: ProgrammingPeriod) -> bool:
    """Whether the law knows of years in which a programming period had a higher ceiling, whatever day is asked for."""
    return bool(context.keys(f"{CEILING}.temporary", programming_period))


def _key(category: CategoryOfRegion) -> str:
    return f"{CEILING}.{category.value.replace(' ', '-')}"
