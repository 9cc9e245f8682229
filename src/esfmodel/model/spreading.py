"""Spreading over time: the lines of a budget that name no year or phase, divided over the years or phases of a project.

>>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money, Period
>>> budget = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(1_000))])
>>> spread_out = spread(budget, Period("2024-10-01", "2027-09-30"), by=SpreadBy.MONTHS)
>>> [(part.year, part.amount) for part in spread_out.financing]
[(2024, Money(83)), (2025, Money(333)), (2026, Money(333)), (2027, Money(251))]
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.computed import is_computed
from esfmodel.model.costs import ActualCost, Cost, FlatRate, UnitCost
from esfmodel.model.fields import tuple_of
from esfmodel.model.funding import Contribution
from esfmodel.model.project import Phase
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.model.costs import CostBasis
    from esfmodel.values.bounds import MoneyLike


_MOST_LINES = 1_000_000


class SpreadBy(Labelled):
    """In what proportion an amount is divided over periods: by their months, by their days, or the same to each.

    `MONTHS` takes periods of whole calendar months.

    >>> SpreadBy.MONTHS.value
    'months'
    """

    MONTHS = "months"
    DAYS = "days"
    EQUALLY = "equally"


def spread_amount(amount: Money, periods: Period | Iterable[Period], *, by: SpreadBy) -> tuple[Money, ...]:
    """Divide an amount over periods, such as the quarters of a project; the last takes the remainder.

    A single period is divided into its calendar years, as by `spread`. Each part is cut to whole kronor where the
    amount is in whole kronor, else to the smallest unit.

    Raises `InvalidValue` for no periods and, by months, for one that is not whole calendar months, and `NotKnown` where
    the months or days of a period are not known.

    >>> quarters = Period("2025-01-01", "2025-12-31").split_quarters()
    >>> spread_amount(Money(1_000), quarters, by=SpreadBy.DAYS)
    (Money(246), Money(249), Money(252), Money(253))
    >>> spread_amount(Money(1_000), Period("2025-07-01", "2026-12-31"), by=SpreadBy.MONTHS)
    (Money(333), Money(667))
    """
    if not isinstance(amount, Money):
        raise TypeError(f"amount must be Money, not {type(amount).__name__}")
    given = periods.split_years() if isinstance(periods, Period) else tuple_of(Period, periods, "periods")
    return divided(amount, _weights(given, by))


def spread(budget: Budget, over: Period | Iterable[Phase], *, by: SpreadBy) -> Budget:
    """Divide the lines of a budget that name no year over the calendar years of a period, or those that name no phase
    over phases.

    Each line becomes one line for each year or phase, whose amounts sum to it: see `spread_amount`. The units of a unit
    cost are divided to hundredths. A flat rate without a stated amount becomes a share of each year's costs, and its
    last line states what rounding leaves over. Every exactly known sum of the budget stays the same. A sum known within
    bounds may become exact, since a flat rate of one year now knows which costs belong to that year.

    Not divided are lines that name a year (or phase) already, whose amount is not exactly known, or that are lump sums,
    paid whole or not at all, and a flat rate whose base has costs outside the years, or in none.

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
        raise InvalidValue("spread.too_many_lines", "over", len(slots))
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
            place = f"over[{index}]"
            raise InvalidValue("value.missing", f"{place}.period", names={place: phase.name})
        periods.append(phase.period)
    return [phase.name for phase in given], tuple(periods)


def _weights(periods: Sequence[Period], by: SpreadBy) -> list[int]:
    if not isinstance(by, SpreadBy):
        raise TypeError(f"by must be SpreadBy, not {type(by).__name__}")
    if not periods:
        raise InvalidValue("value.missing", "periods")
    return [_weight(period, by) for period in periods]


def _weight(period: Period, by: SpreadBy) -> int:
    if by is SpreadBy.EQUALLY:
        return 1
    size = period.months if by is SpreadBy.MONTHS else period.days
    if size is None:
        raise NotKnown("spread.size_not_known", "period", period, by=by)
    if by is SpreadBy.MONTHS and not _is_whole_months(period):
        raise InvalidValue("spread.not_whole_months", "period", period)
    return size


def _is_whole_months(period: Period) -> bool:
    return period.start.day == 1 and period.end.day == period.end.days_in_month


def _contributions(part: Contribution, slots: Sequence[Slot], weights: Sequence[int]) -> list[Contribution]:
    if not is_free(part, slots) or not isinstance(part.amount, Money):
        return [part]
    amounts = divided(part.amount, weights)
    return [labelled(attrs.evolve(part, amount=amount), slot) for amount, slot in zip(amounts, slots, strict=True)]


# --- Lines of cost divided on their own basis, so that the amounts sum to the undivided line

AnyLine = TypeVar("AnyLine", Cost, Contribution)

Slot: TypeAlias = int | str
"""A calendar year, or the name of a phase."""

_HUNDREDTHS = 2


def divided(amount: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """Divide by weights: each part is cut to the amount's unit, towards zero, and the last takes the rest."""
    unit = Money(1, amount.currency).minor if amount.is_whole else 1
    sign = -1 if amount.minor < 0 else 1
    units, whole = abs(amount.minor) // unit, sum(weights)
    parts = [sign * unit * (units * weight // whole) for weight in weights[:-1]]
    return tuple(Money.of_minor(part, amount.currency) for part in (*parts, amount.minor - sum(parts)))


def is_free(line: Cost | Contribution, slots: Sequence[Slot]) -> bool:
    """Whether a line names no year (where slots are years) or no phase."""
    return (line.year if isinstance(slots[0], int) else line.phase) is None


def labelled(line: AnyLine, slot: Slot) -> AnyLine:
    """Return the line with this year or phase."""
    return attrs.evolve(line, year=slot) if isinstance(slot, int) else attrs.evolve(line, phase=slot)


def divided_costs(budget: Budget, slots: Sequence[Slot], weights: Sequence[int]) -> list[Cost]:
    """Divide every line of cost that can be divided; see `spread`."""
    amounts = budget.cost_amounts
    lines = [
        _divided_line(cost, amount, slots, weights) if is_free(cost, slots) and isinstance(amount, Money) else [cost]
        for cost, amount in zip(budget.costs, amounts, strict=True)
    ]
    computed = [index for index, cost in enumerate(budget.costs) if is_computed(cost) and lines[index] != [cost]]
    # Settling one flat rate (a stated last amount, or an undivided line) changes those that are shares of it, so it is
    # repeated until nothing changes. It ends, since flat rates are never shares of each other in a circle.
    is_settled = not computed
    while not is_settled:
        flat_amounts = iter(Budget([line for parts in lines for line in parts]).cost_amounts)
        each = [[next(flat_amounts) for _ in parts] for parts in lines]
        settled = {
            index: _settled(budget.costs[index], lines[index], amounts[index], each[index]) for index in computed
        }
        is_settled = all(parts == lines[index] for index, parts in settled.items())
        for index, parts in settled.items():
            lines[index] = parts
    return [line for parts in lines for line in parts]


def _settled(cost: Cost, lines: list[Cost], whole: MoneyLike | None, parts: Sequence[MoneyLike | None]) -> list[Cost]:
    """State the rounding difference in the last line of a flat rate; undivide it where more than rounding is left."""
    exact = [part for part in parts if isinstance(part, Money)]
    if lines == [cost] or not isinstance(whole, Money) or len(exact) < len(parts):
        return [cost]
    rest = whole - sum(exact, Money(0, whole.currency))
    if rest.minor == 0:
        return lines
    # Each part and the whole were rounded half up: at most half a unit each.
    if abs(2 * rest.minor) > len(parts) + 1:
        return [cost]
    last = attrs.evolve(lines[-1], basis=attrs.evolve(lines[-1].basis, amount=exact[-1] + rest))
    return [*lines[:-1], last]


def _divided_line(cost: Cost, amount: Money, slots: Sequence[Slot], weights: Sequence[int]) -> list[Cost]:
    """Return one line for each year or phase, or only the line itself where its basis cannot be divided."""
    bases = _bases(cost.basis, amount, weights)
    if not bases:
        return [cost]
    return [labelled(attrs.evolve(cost, basis=basis), slot) for basis, slot in zip(bases, slots, strict=True)]


def _bases(basis: CostBasis, amount: Money, weights: Sequence[int]) -> Sequence[CostBasis]:
    """Divide a basis; empty for a lump sum, which cannot be divided."""
    if isinstance(basis, ActualCost):
        return [ActualCost(part) for part in divided(amount, weights)]
    if isinstance(basis, UnitCost):
        return _unit_costs(basis, amount, weights)
    if isinstance(basis, FlatRate):
        stated = [None for _ in weights] if basis.amount is None else divided(amount, weights)
        return [attrs.evolve(basis, amount=part) for part in stated]
    return ()


def _unit_costs(basis: UnitCost, amount: Money, weights: Sequence[int]) -> list[UnitCost]:
    """Divide the units to hundredths, with the rest in the last; state an amount where price times units differs."""
    digits = max(_HUNDREDTHS, -int(basis.units.as_tuple().exponent))
    whole = (Fraction(basis.units) * 10**digits).numerator
    step = 10 ** (digits - _HUNDREDTHS)
    counts = [step * (whole // step * weight // sum(weights)) for weight in weights[:-1]]
    counts.append(whole - sum(counts))
    units = [_decimal(count, digits) for count in counts]
    computed = _amounts(basis.price, [Fraction(count, 10**digits) for count in counts])
    amounts = computed if basis.amount is None else divided(amount, weights)
    parts = [attrs.evolve(basis, units=each, amount=None) for each in units]
    return [
        part if part.computed == stated and basis.amount is None else attrs.evolve(part, amount=stated)
        for part, stated in zip(parts, amounts, strict=True)
    ]


def _amounts(price: Money, units: Sequence[Fraction]) -> tuple[Money, ...]:
    """Return the price of each part as the difference of two rounded running sums, so that they sum to the whole."""
    reached = [
        Rounding.MINOR_HALF_UP.to_integer(price.minor * count) for count in accumulate(units, initial=Fraction(0))
    ]
    return tuple(Money.of_minor(after - before, price.currency) for before, after in pairwise(reached))


def _decimal(count: int, digits: int) -> Decimal:
    """Return `count` divided by 10 to the power of `digits`, without trailing zeros."""
    while digits and count % 10 == 0:
        count, digits = count // 10, digits - 1
    # Made from text, a Decimal is exact in every decimal context.
    return Decimal(f"{count}E-{digits}")
