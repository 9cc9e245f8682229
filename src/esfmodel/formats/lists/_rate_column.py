"""A column of shares: with a sign, as parts of one, or as bare per cent, decided for the whole column.

A bare 40 can only be per cent. Bare figures that are all at most 1, some of them with decimals, are parts of one. A
figure above 100 shows that the column holds no shares, and makes no money of it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import TypedCell
from esfmodel.formats.cells.number_formats import Kind, NumberFormat
from esfmodel.formats.figures import parts_of, readings_of
from esfmodel.formats.lists.column import ColumnReader, together
from esfmodel.formats.lists.mapping import RateScale, Zero
from esfmodel.formats.reading import Problem
from esfmodel.text import en, sv
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.formats.cells.grid import Cell

_WHOLE = 100


class Share(NamedTuple):
    """The kind of a share: how large its figure is ("0", "<1", "1", ">1" or ">100"), and whether it has a sign."""

    size: str
    has_sign: bool


class RateColumn(ColumnReader[Share]):
    """Reads the shares of a column."""

    unstated = frozenset({"list.zero_unknown"})

    _scale: RateScale | None = None
    _is_no_rate = False
    _is_zero_unknown = False
    _is_mixed = False

    def kind_of(self, cell: Cell) -> Share:
        value, has_sign = _figure(cell)
        size = ">100" if value > _WHOLE else ">1" if value > 1 else "1" if value == 1 else "<1" if value else "0"
        return Share(size, has_sign)

    def decide(self) -> Iterator[Problem]:
        bare = {kind.size for kind in self.seen if not kind.has_sign}
        above = together(seen for kind, seen in self.seen.items() if kind.size == ">100")
        has_signs = any(kind.has_sign for kind in self.seen)
        self._is_zero_unknown = self.facts.mapping.zero is Zero.UNKNOWN or (
            self.facts.mapping.zero is None and {kind.size for kind in self.seen} == {"0"}
        )
        if self.facts.mapping.as_ is not None:
            self._scale = self.facts.mapping.as_
        elif above.count:
            self._is_no_rate = True
        elif ">1" in bare:
            self._scale = RateScale.PERCENT
            self._is_mixed = True
        elif "<1" in bare and not has_signs:
            self._scale = RateScale.FRACTION
            parts = together(seen for kind, seen in self.seen.items() if kind.size == "<1")
            yield Problem("list.parts_of_one", self.place, parts.text, count=parts.count, rows=parts.shown)

    def refusal(self, kind: Share) -> InvalidValue | None:
        if self._is_no_rate:
            return InvalidValue("list.no_rate")
        if kind.size == ">100":
            return InvalidValue("list.above_hundred")
        if kind.size == "0":
            return InvalidValue("list.zero_unknown") if self._is_zero_unknown else None
        if kind.has_sign:
            return None
        if self._scale is None or (self._is_mixed and kind.size in {"<1", "1"}):
            return InvalidValue("list.percent_or_parts")
        return InvalidValue("list.above_one") if self._scale is RateScale.FRACTION and kind.size == ">1" else None

    def value(self, cell: Cell, _kind: Share, _currency: str | None) -> Rate:
        value, has_sign = _figure(cell)
        return Rate(value / (_WHOLE if has_sign or self._scale is not RateScale.FRACTION else 1))


def _figure(cell: Cell) -> tuple[Fraction, bool]:
    """Return the figure of a share, in per cent where it has a sign, and whether it has one."""
    if isinstance(cell, TypedCell):
        if not isinstance(cell.value, Decimal):
            raise InvalidValue("list.not_a_share")
        # A format may show a sign beside what is per cent already: '0"%"'.
        has_sign = "%" in cell.format
        value = Fraction(cell.value) * (_WHOLE if NumberFormat.of(cell.format).kind is Kind.PERCENT else 1)
    else:
        value, has_sign = _figure_of_text(cell)
    if value < 0:
        raise InvalidValue("value.negative")
    return value, has_sign


def _figure_of_text(text: str) -> tuple[Fraction, bool]:
    parts = parts_of(text)
    if parts is None:
        return _worded(text), True
    if parts.qualifier is not None:
        raise InvalidValue("figure.hedged", word=parts.qualifier)
    if parts.unit.currency or parts.unit.scale:
        raise InvalidValue("list.amount_in_shares")
    scale = Fraction(10) ** parts.exponent
    values = {each.value * scale for each in readings_of(parts.number).values()}
    # "1.234" is no share of 1 234 per cent.
    fitting = {value for value in values if value <= _WHOLE} or values
    if len(fitting) != 1:
        raise InvalidValue("list.not_a_share")
    value = fitting.pop()
    # Parentheses around a share are no minus: "(45%)".
    is_negative = parts.is_negative and "(" not in text
    return (-value if is_negative else value), parts.unit.is_rate


def _worded(text: str) -> Fraction:
    """Read a share in words or as a quotient, as records have it, in per cent."""
    try:
        rate = sv.parse_rate(text)
    except InvalidValue:
        try:
            rate = en.parse_rate(text)
        except InvalidValue:
            raise InvalidValue("list.not_a_share") from None
    return rate.fraction * _WHOLE
