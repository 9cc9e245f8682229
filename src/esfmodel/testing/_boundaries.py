"""The cases around a value of the law, for a check of one's own: at its value, beside it, and around its days.

They need no Hypothesis.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from esfmodel.law import Provision, ProvisionValue, Sense
from esfmodel.law.law import LAW, Law
from esfmodel.values.dates import Date
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator


Side: TypeAlias = Literal["below", "at", "above"]
"""One unit below a value, at it, or one above; of a day, the day before it, itself, and the day after it."""
Edge: TypeAlias = Literal["value", "start", "end"]
"""What a case lies at: the value, or the first or the last day that it applies to."""

_SIDES: tuple[tuple[Side, int], ...] = (("below", -1), ("at", 0), ("above", 1))
_RATES_IN_ONE = 10_000
"""How many hundredths of a percentage point the whole has."""


@attrs.frozen
class Boundary:
    """One case around a provision: what a check is given, on which day, and where that lies.

    `value` is at the provision's value, or one unit `side` of it: one öre or cent, a hundredth of a percentage point,
    one of what a whole number counts, or a day. `on` is the day that the case is of. `of` says what the case lies at:
    the value, or the first or the last day of the provision.
    """

    provision: Provision
    value: ProvisionValue
    on: Date
    of: Edge
    side: Side

    @property
    def in_force(self) -> bool:
        """Whether the provision applies to the day."""
        return self.provision.in_force(self.on)

    @property
    def allowed(self) -> bool | None:
        """Whether the provision allows the value; None on a day that it does not apply to, and where it is no limit.

        >>> [case.allowed for case in boundaries("de-minimis.ceiling") if case.of == "value"]
        [True, True, False]
        """
        return _allows(self.provision, self.value) if self.in_force else None


def boundaries(provision: Provision | str, *, law: Law = LAW) -> tuple[Boundary, ...]:
    """Return the cases around a provision, or around every value that its key has had in a law.

    First those around its value, on the first day that it applies to; then, with the value itself, the day before, of
    and after its first day, and of its last day where it has one. A period has such values around both of its ends, and
    a text only itself. Raises `NotInForce` for a key that the law does not have.

    >>> for case in boundaries("de-minimis.ceiling"):
    ...     print(case.of, case.side, case.value, case.on, case.in_force)
    value below 299999.99 EUR 2024-01-01 True
    value at 300000 EUR 2024-01-01 True
    value above 300000.01 EUR 2024-01-01 True
    start below 300000 EUR 2023-12-31 False
    start at 300000 EUR 2024-01-01 True
    start above 300000 EUR 2024-01-02 True
    end below 300000 EUR 2030-12-30 True
    end at 300000 EUR 2030-12-31 True
    end above 300000 EUR 2031-01-01 False
    """
    rows = (provision,) if isinstance(provision, Provision) else law.history(provision)
    return tuple(case for row in rows for case in _around(row))


def _around(row: Provision) -> Iterator[Boundary]:
    for side, value in _values_around(row.value):
        yield Boundary(row, value, row.start, "value", side)
    edges: tuple[tuple[Edge, Date | None], ...] = (("start", row.start), ("end", row.end))
    for edge, day in edges:
        if day is not None:
            for side, step in _SIDES:
                yield Boundary(row, row.value, day.add(days=step), edge, side)


def _values_around(value: ProvisionValue) -> Iterator[tuple[Side, ProvisionValue]]:
    if isinstance(value, str):
        yield "at", value
    elif isinstance(value, Period):
        yield from _values_around(value.start)
        yield from _values_around(value.end)
    else:
        for side, step in _SIDES:
            yield side, _beside(value, step)


def _beside(value: Rate | Money | int | Date, step: int) -> Rate | Money | int | Date:
    if isinstance(value, Money):
        return Money.of_minor(value.minor + step, value.currency)
    if isinstance(value, Rate):
        return Rate(value.fraction + Fraction(step, _RATES_IN_ONE))
    return value + step if isinstance(value, int) else value.add(days=step)


def _allows(provision: Provision, value: ProvisionValue) -> bool | None:
    limit = provision.value
    if isinstance(limit, Period) and isinstance(value, Date):
        return value in limit
    if isinstance(limit, str) or provision.sense is None:
        return None
    if provision.sense is Sense.EXACTLY:
        return value == limit
    # Both are of one type, which is ordered.
    own: Any = limit
    return bool(own <= value) if provision.sense is Sense.AT_LEAST else bool(value <= own)
