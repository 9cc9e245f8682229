"""Allocations to programmes: the Union's money, national money and total, and their sums.

>>> from esfmodel import Money
>>> rows = [
...     Allocation("Mellersta Norrland", eu=Money(1_320), national=Money(1_990), total=Money(3_310)),
...     Allocation("Norra Mellansverige", eu=Money(1_255), national=Money(1_255), total=Money(2_511)),
... ]
>>> [row.difference for row in rows]
[Money(0), Money(-1)]
>>> Allocations(rows).sums
Allocation('sum', eu=Money(2575), national=Money(3245), total=Money(5821))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_text, tuple_of
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = ("eu", "national", "partner_country")
_MEASURES = (*_PARTS, "total")


@attrs.frozen
class Allocation:
    """The money allocated to one programme, priority or region, in one currency.

    `eu` is the Union's money, `national` the national contribution, `partner_country` the money of a country that is no
    Member State (Norway's in Interreg), `total` the total as a source states it; None is not stated.

    Raises `InvalidValue` for amounts in two currencies.

    >>> Allocation("Stockholm", eu=Money(316), national=Money(474)).parts
    Money(790)
    """

    name: str = attrs.field(validator=is_text)
    eu: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    national: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    partner_country: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    total: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        for measure in _MEASURES:
            amount = self.of(measure)
            if amount is not None and amount.currency != self.currency:
                raise InvalidValue("currency.mixed", measure, amount.currency, other=self.currency)

    @property
    def currency(self) -> str | None:
        """The currency of the amounts; None when there is no amount."""
        return next((amount.currency for amount in map(self.of, _MEASURES) if amount is not None), None)

    @property
    def parts(self) -> Money | None:
        """The sum of the stated parts; None when none is stated."""
        return _sum(self.of(part) for part in _PARTS)

    @property
    def difference(self) -> Money | None:
        """The sum of the parts less the stated total; None where one of the two is not stated."""
        return _less(self.parts, self.total)

    def of(self, measure: str) -> Money | None:
        """Return one amount by its name: eu, national, partner_country or total.

        >>> Allocation("Stockholm", eu=Money(316)).of("eu")
        Money(316)
        """
        if measure not in _MEASURES:
            raise InvalidValue("value.not_one_of", "measure", measure, choices=_MEASURES)
        amount: Money | None = getattr(self, measure)
        return amount


def _as_rows(value: Iterable[Allocation]) -> tuple[Allocation, ...]:
    return tuple_of(Allocation, value, "rows")


@attrs.frozen
class Allocations:
    """Allocations in one currency, and the sums that a source states, if any.

    Raises `InvalidValue` for two currencies.

    >>> table = Allocations(
    ...     [Allocation("A", eu=Money(60)), Allocation("B", eu=Money(40))], stated=Allocation("Totalt", eu=Money(99))
    ... )
    >>> table.sums.eu, table.differences
    (Money(100), Allocation('difference', eu=Money(1)))
    """

    rows: tuple[Allocation, ...] = attrs.field(default=(), converter=_as_rows)
    stated: Allocation | None = attrs.field(default=None, validator=is_a(Allocation, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        stated = [] if self.stated is None else [("stated", self.stated)]
        for place, row in [*((f"rows[{index}]", row) for index, row in enumerate(self.rows)), *stated]:
            if row.currency not in {None, self.currency}:
                raise InvalidValue("currency.mixed", place, row.currency, other=self.currency)

    @property
    def currency(self) -> str | None:
        """The currency of the amounts; None when there is no amount."""
        rows = [*self.rows, *([] if self.stated is None else [self.stated])]
        return next((row.currency for row in rows if row.currency is not None), None)

    @property
    def sums(self) -> Allocation:
        """The sum of each column over the rows that state it; None where no row does."""
        return Allocation("sum", **{measure: _sum(row.of(measure) for row in self.rows) for measure in _MEASURES})

    @property
    def differences(self) -> Allocation | None:
        """The sum of each column less the stated sum; None where no sums are stated."""
        if self.stated is None:
            return None
        sums, stated = self.sums, self.stated
        return Allocation(
            "difference", **{measure: _less(sums.of(measure), stated.of(measure)) for measure in _MEASURES}
        )


def _sum(amounts: Iterable[Money | None]) -> Money | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known[1:], known[0]) if known else None


def _less(computed: Money | None, stated: Money | None) -> Money | None:
    return None if computed is None or stated is None else computed - stated
