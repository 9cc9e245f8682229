"""Lines of cost divided over years or phases, each on its own basis, so that their amounts sum to what the line was."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import attrs

from esfmodel.model._computed import is_computed
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, FlatRate, UnitCost
from esfmodel.model.funding import Contribution
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.model.costs import CostBasis
    from esfmodel.values.bounds import MoneyLike

AnyLine = TypeVar("AnyLine", Cost, Contribution)

Slot: TypeAlias = int | str
"""A calendar year, or the name of a phase."""

_HUNDREDTHS = 2


def divided(amount: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """Cut each part but the last to the unit of the amount, towards zero; the last takes the rest."""
    unit = Money(1, amount.currency).minor if amount.is_whole else 1
    sign = -1 if amount.minor < 0 else 1
    units, whole = abs(amount.minor) // unit, sum(weights)
    parts = [sign * unit * (units * weight // whole) for weight in weights[:-1]]
    return tuple(Money.of_minor(part, amount.currency) for part in (*parts, amount.minor - sum(parts)))


def is_free(line: Cost | Contribution, slots: Sequence[Slot]) -> bool:
    """Whether a line names none of the years, or none of the phases."""
    return (line.year if isinstance(slots[0], int) else line.phase) is None


def labelled(line: AnyLine, slot: Slot) -> AnyLine:
    """Say of a line in which year or phase it is."""
    return attrs.evolve(line, year=slot) if isinstance(slot, int) else attrs.evolve(line, phase=slot)


def divided_costs(budget: Budget, slots: Sequence[Slot], weights: Sequence[int]) -> list[Cost]:
    """Divide the lines of cost that can be; a flat rate is computed anew, and its last line states what is left."""
    amounts = budget.cost_amounts
    lines = [
        _lines(cost, amount, slots, weights) if is_free(cost, slots) and isinstance(amount, Money) else [cost]
        for cost, amount in zip(budget.costs, amounts, strict=True)
    ]
    computed = [index for index, cost in enumerate(budget.costs) if is_computed(cost) and lines[index] != [cost]]
    is_settled = not computed
    while not is_settled:
        found = iter(Budget([line for parts in lines for line in parts]).cost_amounts)
        each = [[next(found) for _ in parts] for parts in lines]
        settled = {
            index: _settled(budget.costs[index], lines[index], amounts[index], each[index]) for index in computed
        }
        is_settled = all(parts == lines[index] for index, parts in settled.items())
        for index, parts in settled.items():
            lines[index] = parts
    return [line for parts in lines for line in parts]


def _settled(cost: Cost, lines: list[Cost], whole: MoneyLike | None, parts: Sequence[MoneyLike | None]) -> list[Cost]:
    """Let the last line of a flat rate state what rounding leaves over; where more is left, it stays whole."""
    exact = [part for part in parts if isinstance(part, Money)]
    if lines == [cost] or not isinstance(whole, Money) or len(exact) < len(parts):
        return [cost]
    rest = whole - sum(exact, Money(0, whole.currency))
    if rest.minor == 0:
        return lines
    if abs(2 * rest.minor) > len(parts) + 1:
        return [cost]
    last = attrs.evolve(lines[-1], basis=attrs.evolve(lines[-1].basis, amount=exact[-1] + rest))
    return [*lines[:-1], last]


def _lines(cost: Cost, amount: Money, slots: Sequence[Slot], weights: Sequence[int]) -> list[Cost]:
    """Give one line for each year or phase, or the line itself where it stays whole."""
    bases = _bases(cost.basis, amount, weights)
    if not bases:
        return [cost]
    return [labelled(attrs.evolve(cost, basis=basis), slot) for basis, slot in zip(bases, slots, strict=True)]


def _bases(basis: CostBasis, amount: Money, weights: Sequence[int]) -> Sequence[CostBasis]:
    """Divide a basis; a lump sum is none that can be divided."""
    if isinstance(basis, ActualCost):
        return [ActualCost(part) for part in divided(amount, weights)]
    if isinstance(basis, UnitCost):
        return _unit_costs(basis, amount, weights)
    if isinstance(basis, FlatRate):
        stated = [None for _ in weights] if basis.amount is None else divided(amount, weights)
        return [attrs.evolve(basis, amount=part) for part in stated]
    return ()


def _unit_costs(basis: UnitCost, amount: Money, weights: Sequence[int]) -> list[UnitCost]:
    """Divide the units, to hundredths but for the last; an amount is stated where the units do not compute it."""
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
    """Give the price of units, each the difference of two sums rounded half up, so that they sum to the whole."""
    reached = [
        Rounding.MINOR_HALF_UP.to_integer(price.minor * count) for count in accumulate(units, initial=Fraction(0))
    ]
    return tuple(Money.of_minor(after - before, price.currency) for before, after in pairwise(reached))


def _decimal(count: int, digits: int) -> Decimal:
    """Write so many parts of 10 to the power of `digits` as a decimal; made from text, it is exact."""
    while digits and count % 10 == 0:
        count, digits = count // 10, digits - 1
    return Decimal(f"{count}E-{digits}")
