"""Amounts divided over time: a budget whose lines name no year or phase, spread over the years or phases of a project.

>>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money, Period
>>> budget = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(1_000))])
>>> spread_out = spread(budget, Period("2024-10-01", "2027-09-30"), by=SpreadBy.MONTHS)
>>> [(part.year, part.amount) for part in spread_out.financing]
[(2024, Money(83)), (2025, Money(333)), (2026, Money(333)), (2027, Money(251))]
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model._divided import divided, divided_costs, is_free, labelled
from esfmodel.model._fields import tuple_of
from esfmodel.model.budget import Budget
from esfmodel.model.project import Phase
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.model._divided import Slot
    from esfmodel.model.funding import Contribution


_MOST_LINES = 1_000_000


class SpreadBy(enum.Enum):
    """In what proportion an amount is divided over periods: by their months, by their days, or the same to each.

    `MONTHS` takes periods of whole calendar months.

    >>> SpreadBy.MONTHS.value
    'months'
    """

    MONTHS = "months"
    DAYS = "days"
    EQUALLY = "equally"


def spread_amount(amount: Money, periods: Iterable[Period], *, by: SpreadBy) -> tuple[Money, ...]:
    """Divide an amount over periods, such as the quarters of a project; the last takes the remainder.

    Each part is cut to whole kronor where the amount is in whole kronor, else to the smallest unit, and what is left
    is added to the last.

    Raises `InvalidValue` for no periods and, by months, for one that is not whole calendar months, and `NotKnown` where
    nobody has said the months or days of a period.

    >>> quarters = Period("2025-01-01", "2025-12-31").split_quarters()
    >>> spread_amount(Money(1_000), quarters, by=SpreadBy.DAYS)
    (Money(246), Money(249), Money(252), Money(253))
    """
    if not isinstance(amount, Money):
        raise TypeError(f"amount must be Money, not {type(amount).__name__}")
    return divided(amount, _weights(tuple_of(Period, periods, "periods"), by))


def spread(budget: Budget, over: Period | Iterable[Phase], *, by: SpreadBy) -> Budget:
    """Divide the lines of a budget that name no year over the calendar years of a period, or over phases those that
    name no phase.

    Each line becomes one line for each year or phase, whose amounts sum to it: see `spread_amount`. The units of a unit
    cost are divided to hundredths. A flat rate without a stated amount is one of each year's costs, and the last states
    what rounding leaves over. Every sum of the budget that is exactly known is as it was; one that is known within
    bounds, since a flat rate of one year did not know which costs are that year's, may come to be known.

    A line stays whole that names a year (or phase) already, whose amount is not exactly known, or that is a lump sum,
    which is paid whole or not at all; so does a flat rate of which some costs lie outside, or in no year.

    Raises `InvalidValue` and `NotKnown` as `spread_amount` does, and `InvalidValue` for phases without a period and for
    more than a million lines.

    >>> from esfmodel import ActualCost, Cost, CostCategory
    >>> budget = Budget([Cost(CostCategory.TRAVEL, ActualCost(Money(100)))])
    >>> [(cost.year, cost.amount) for cost in spread(budget, Period.of_years(2024, 2026), by=SpreadBy.EQUALLY).costs]
    [(2024, Money(33)), (2025, Money(33)), (2026, Money(34))]
    """
    if not isinstance(budget, Budget):
        raise TypeError(f"budget must be Budget, not {type(budget).__name__}")
    slots, periods = _years(over) if isinstance(over, Period) else _phases(over)
    weights = _weights(periods, by)
    if len(slots) * (len(budget.costs) + len(budget.financing)) > _MOST_LINES:
        raise InvalidValue("over", len(slots), "parts make more than a million lines", "divide over fewer")
    financing = [line for part in budget.financing for line in _contributions(part, slots, weights)]
    return attrs.evolve(budget, costs=divided_costs(budget, slots, weights), financing=financing)


def _years(period: Period) -> tuple[list[Slot], tuple[Period, ...]]:
    parts = period.split_years()
    return [part.start.year for part in parts], parts


def _phases(phases: Iterable[Phase]) -> tuple[list[Slot], tuple[Period, ...]]:
    given = tuple_of(Phase, phases, "over")
    periods: list[Period] = []
    for index, phase in enumerate(given):
        if phase.period is None:
            raise InvalidValue(f"over[{index}]", phase.name, "has no period", "give the phase its days")
        periods.append(phase.period)
    return [phase.name for phase in given], tuple(periods)


def _weights(periods: Sequence[Period], by: SpreadBy) -> list[int]:
    if not isinstance(by, SpreadBy):
        raise TypeError(f"by must be SpreadBy, not {type(by).__name__}")
    if not periods:
        raise InvalidValue("periods", 0, "are none to divide over", "give at least one")
    return [_weight(period, by) for period in periods]


def _weight(period: Period, by: SpreadBy) -> int:
    if by is SpreadBy.EQUALLY:
        return 1
    size = period.months if by is SpreadBy.MONTHS else period.days
    if size is None:
        raise NotKnown(f"nobody has said the {by.value} of the period {period}; divide SpreadBy.EQUALLY instead")
    if by is SpreadBy.MONTHS and not _is_whole_months(period):
        wrong = "is not whole calendar months"
        raise InvalidValue("period", str(period), wrong, "divide SpreadBy.DAYS instead")
    return size


def _is_whole_months(period: Period) -> bool:
    return period.start.day == 1 and period.end.day == period.end.days_in_month


def _contributions(part: Contribution, slots: Sequence[Slot], weights: Sequence[int]) -> list[Contribution]:
    if not is_free(part, slots) or not isinstance(part.amount, Money):
        return [part]
    amounts = divided(part.amount, weights)
    return [labelled(attrs.evolve(part, amount=amount), slot) for amount, slot in zip(amounts, slots, strict=True)]
