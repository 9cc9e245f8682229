"""A column of amounts: which mark its decimals have, in which currency and unit it is, decided for the whole column.

"1.234" may be a thousand or a little over one. Cells that can be read in one way only decide ("1.234.567", "12,50"); a
majority never does. The currency is that of the cell, its number format, the heading, the mapping or the caller; where
none of them states one the amount is not read. Nor is one whose unit is open: where a heading or a note says thousands
in words of another language, where all amounts have three decimals, or where they may as well be shares.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import TypedCell
from esfmodel.formats.cells.number_formats import unit_of_format
from esfmodel.formats.figures import FigureParts, ReadNumber, is_only_kronor, parts_of, readings_of
from esfmodel.formats.lists._headings import HeadingUnit, heading_unit, may_be_scaled
from esfmodel.formats.lists.column import ColumnReader, Seen, together
from esfmodel.formats.lists.mapping import Zero, number_form
from esfmodel.formats.reading import Problem
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.formats.cells.grid import Cell
    from esfmodel.formats.lists.column import ColumnFacts

_KRONOR = ("SEK", "NOK", "DKK")
_THOUSANDS = 4
_MOST_DECIMALS = 12
_MOST_DIGITS = 15
_LARGEST = 1_000_000_000
"""An amount that the unit of a heading ("£m") makes this large shows that the figures are hardly in that unit."""
_LEAST_ALIKE = 4
"""So many amounts like "1.234" are hardly alike by chance; of fewer, each may be a little over one."""
UNREADABLE: Final = ""
"""The currency of a row whose words for it are not known."""
_DECIMALS_OF_THOUSANDS = 3
_WHOLE = 100
_DIGITS_OF_WHOLE = len(str(_WHOLE))


class Amount(NamedTuple):
    """The kind of an amount: how its number is written, and what stands beside it.

    `mark` is the only decimal mark that it may have, "" where it has the same value with any, and "?" for "1.234",
    whose mark is `group`. `group` otherwise is what stands between its thousands. `decimals` and the
    `digits` before them are counted up to a bound.
    """

    mark: str
    group: str
    decimals: int
    digits: int
    currency: str | None = None
    scale: int | None = None
    is_kronor: bool = False
    is_zero: bool = False
    is_typed: bool = False
    has_exponent: bool = False
    is_small: bool = False
    """Whether it is no larger than a share may be."""

    @property
    def is_ungrouped(self) -> bool:
        """Whether a number of thousands is written without a separator between them."""
        return not self.is_typed and not self.group and self.digits >= _THOUSANDS


class AmountColumn(ColumnReader[Amount]):
    """Reads the amounts of a column."""

    unstated = frozenset({"list.zero_unknown"})

    def __init__(self, facts: ColumnFacts) -> None:
        super().__init__(facts)
        unit = heading_unit(facts.heading_and_unit)
        if not facts.is_swedish and unit.currency == "SEK" and is_only_kronor(facts.heading_and_unit):
            unit = HeadingUnit(None, _KRONOR, unit.scale)
        self._unit = unit
        self.is_unit_open = not self.states_unit and may_be_scaled(facts.heading_and_unit)
        """Whether the amounts may be in thousands or more. A list may say so beside its columns too."""
        self._own = facts.mapping.currency or unit.currency
        """The currency that the column states for all its amounts."""
        self._numbers = None if facts.mapping.numbers is None else number_form(facts.mapping.numbers)
        self._mark: str | None = None
        self._takes_thousands = False
        self._allows_thousandths = False
        self._is_unit_wrong = False
        self._is_zero_unknown = False
        self._is_scaled = False
        self.may_be_shares = False
        """Whether the figures are shares as likely as amounts. The list decides: it has the other columns."""

    # --- The first pass

    def kind_of(self, cell: Cell) -> Amount:
        """Return what tells how an amount is written."""
        if isinstance(cell, TypedCell):
            return _typed_kind(cell)
        if (bare := self._bare(cell)) is not None:
            return _bare_kind(
                bare["mark"] or "",
                len(bare["decimals"] or ""),
                len(whole := bare["whole"]),
                is_zero=not cell.strip("0.,"),
                is_small=len(whole) < _DIGITS_OF_WHOLE or cell == str(_WHOLE),
            )
        parts = _parts(cell)
        found = self._readings(parts)
        first, *others = found.values()
        if any(each is not first and each.value != first.value for each in others):
            mark, group = "?", parts.number[-4]
        else:
            mark = next(iter(found)) if len(found) == 1 else ""
            group = next((sign for sign in parts.number if not sign.isdigit() and sign != mark), "")
        decimals = 0 if mark == "?" else max(each.decimals for each in found.values()) - parts.exponent
        value = _shifted(max(each.value for each in found.values()) if others else first.value, parts.exponent)
        scale = parts.unit.scale
        return Amount(
            mark,
            group if not group.isspace() else " ",
            min(max(decimals, 0), _MOST_DECIMALS),
            min(len(str(int(value))), _MOST_DIGITS),
            parts.unit.currency,
            scale if scale is not None and scale > 1 else None,
            is_kronor=parts.unit.currency == "SEK" and is_only_kronor(parts.words),
            is_zero=not value,
            has_exponent=parts.exponent != 0,
            is_small=value <= _WHOLE,
        )

    def _bare(self, text: str) -> re.Match[str] | None:
        """Return the parts of a number that has one reading, whatever stands in the other cells."""
        return None if self._numbers is not None else _BARE.fullmatch(text)

    def _readings(self, parts: FigureParts) -> dict[str, ReadNumber]:
        if self._numbers is not None:
            number = parts.number if self._numbers.pattern.fullmatch(parts.number) else None
            if number is None:
                raise InvalidValue("list.other_form", form=self.facts.mapping.numbers)
            mark = self._numbers.mark
            whole, _, rest = number.partition(mark) if mark else (number, "", "")
            digits = "".join(filter(str.isdigit, whole))
            return {mark: ReadNumber(Fraction(int(digits + rest), 10 ** len(rest)), len(rest))}
        found = _readings_of(parts.number)
        if not found:
            raise InvalidValue("list.no_amount")
        return found

    # --- The decisions

    def decide(self) -> Iterator[Problem]:
        """Decide what the marks, units and currencies of the column mean, and yield what is told of it."""
        yield from self._decide_mark()
        yield from self._decide_unit()
        self._is_zero_unknown = self.is_all_zero or self.facts.mapping.zero is Zero.UNKNOWN
        named = {kind.currency for kind in self.seen if kind.currency and self.refusal(kind) is None}
        if len(named) > 1:
            seen = together(seen for kind, seen in self.seen.items() if kind.currency)
            yield Problem("list.two_currencies", self.place, seen.text, currencies=tuple(sorted(named)))
        rounded = together(
            seen for kind, seen in self.seen.items() if self.refusal(kind) is None and self._is_rounded(kind)
        )
        if rounded.count:
            yield Problem("list.rounded", self.place, rounded.text, count=rounded.count, rows=rounded.shown)
        if (powers := together(seen for kind, seen in self.seen.items() if kind.has_exponent)).count:
            yield Problem("list.exponents", self.place, powers.text, count=powers.count, rows=powers.shown)

    @property
    def is_all_zero(self) -> bool:
        """Whether the column states nothing but zeros, and no mapping says that nothing was paid."""
        return self.facts.mapping.zero is not Zero.VALUE and not self.faults and all(kind.is_zero for kind in self.seen)

    @property
    def are_small(self) -> bool:
        """Whether no figure is larger than a share may be, and none of them nor the heading has a currency or unit."""
        is_bare = self._own is None and not self.facts.has_currencies and not self.states_unit
        return is_bare and all(kind.is_small and kind.currency is None for kind in self.seen)

    def _decide_mark(self) -> Iterator[Problem]:
        sure = {mark: self._of(mark) for mark in ",." if any(kind.mark == mark for kind in self.seen)}
        unsure = self._of("?")
        if len(sure) == len(",."):
            comma, point = sure[","], sure["."]
            first = min(comma, point, key=lambda seen: seen.rows)
            yield Problem(
                "list.two_marks",
                self.place,
                first.text,
                comma_rows=comma.shown,
                point_rows=point.shown,
            )
        elif sure:
            (self._mark,) = sure
            self._allows_thousandths = any(kind.mark == self._mark and kind.decimals > 2 for kind in self.seen)
            self.is_unit_open = self.is_unit_open or self._are_thousandths(self._mark)
        elif self._are_thousands(unsure):
            self._takes_thousands = True
            yield Problem("list.thousands_taken", self.place, unsure.text, count=unsure.count, rows=unsure.shown)

    def _of(self, mark: str) -> Seen:
        return together(seen for kind, seen in self.seen.items() if kind.mark == mark)

    def _are_thousands(self, unsure: Seen) -> bool:
        """Whether all amounts with a mark are like "1.234", and are thousands since no krona has three decimals.

        Thousands without a mark beside them show that the column separates none; a unit makes thousandths possible.
        """
        groups = {kind.group for kind in self.seen if kind.mark == "?"}
        is_scaled = self._scale != 1 or any(kind.scale is not None for kind in self.seen)
        in_thousandths = any(MINOR_DIGITS.get(currency or "", 2) > 2 for currency in self._currencies())
        ungrouped = any(kind.is_ungrouped for kind in self.seen)
        return unsure.count >= _LEAST_ALIKE and len(groups) == 1 and not (is_scaled or in_thousandths or ungrouped)

    def _are_thousandths(self, mark: str) -> bool:
        """Whether all amounts are like "0.250" and "12.345": thousands or millions, whose unit nothing states."""
        decimals = {kind.decimals if kind.mark == mark else None for kind in self.seen if kind.mark in {mark, "?"}}
        are_short = all(kind.digits < _THOUSANDS for kind in self.seen if kind.mark == mark)
        return (
            are_short and self._scale == 1 and self._numbers is None and decimals - {None} == {_DECIMALS_OF_THOUSANDS}
        )

    def _currencies(self) -> set[str | None]:
        return {self._own, self.facts.currency, *(kind.currency for kind in self.seen)}

    @property
    def _scale(self) -> int:
        return self.facts.mapping.unit or self._unit.scale or 1

    @property
    def has_currency(self) -> bool:
        """Whether the heading or the mapping names the currency."""
        return self._own is not None

    @property
    def states_unit(self) -> bool:
        """Whether the heading or the mapping says in what unit the figures are."""
        return self.facts.mapping.unit is not None or self._unit.scale is not None

    @property
    def _has_unit(self) -> bool:
        """Whether the heading, and no mapping, says that the figures are in thousands or more."""
        return self.facts.mapping.unit is None and self._scale != 1

    def _decide_unit(self) -> Iterator[Problem]:
        self._is_scaled = any(kind.scale is not None for kind in self.seen)
        if not self._has_unit:
            return
        large = together(
            seen
            for kind, seen in self.seen.items()
            if kind.scale is None and 10 ** (kind.digits - 1) * self._scale >= _LARGEST
        )
        if large.count:
            self._is_unit_wrong = True
            yield Problem(
                "list.unit_in_doubt", self.place, large.text, count=large.count, rows=large.shown, unit=self._scale
            )

    def refusal(self, kind: Amount) -> InvalidValue | None:
        """Return the error of an amount that is no amount as the column was decided; None where it is one."""
        if kind.is_zero and self._is_zero_unknown:
            return InvalidValue("list.zero_unknown")
        if kind.mark == "?" and (error := self._two_readings(kind)) is not None:
            return error
        if self.is_unit_open and kind.scale is None and not kind.is_zero:
            return InvalidValue("list.unit_open")
        if self.may_be_shares and not kind.is_zero:
            return InvalidValue("list.amount_or_share")
        if self._has_unit and kind.scale is None and not kind.is_zero:
            if kind.currency is not None:
                return InvalidValue("list.two_units", unit=self._scale)
            if self._is_unit_wrong:
                return InvalidValue("list.wrong_unit", unit=self._scale)
        if (
            self._is_scaled
            and self._scale == 1
            and kind.scale is None
            and not kind.is_zero
            and kind.digits < _THOUSANDS
        ):
            return InvalidValue("list.no_unit")
        return self._wrong_currency(kind)

    def _two_readings(self, kind: Amount) -> InvalidValue | None:
        """Return the error for "1.234" where the column does not decide what it is."""
        if self._takes_thousands:
            return None
        if self._mark is None:
            return InvalidValue("list.two_readings")
        if self._mark == kind.group:
            # A decimal mark, and three decimals: no amount of money unless others have as many.
            return None if self._allows_thousandths else InvalidValue("list.two_readings")
        # The other mark separates thousands, if other cells do so too or none goes without.
        is_used = any(each.group == kind.group and each.mark != "?" for each in self.seen)
        is_left_out = any(each.is_ungrouped for each in self.seen)
        return None if is_used or not is_left_out else InvalidValue("list.two_readings")

    def _wrong_currency(self, kind: Amount) -> InvalidValue | None:
        expected = self._own
        if kind.currency is None:
            several, given = self._unit.currencies, self.facts.currency
            if expected is None and several and given is not None and given not in several:
                return InvalidValue("list.not_that_currency", currencies=several, currency=given)
            is_stated = expected or given or self.facts.has_currencies
            return None if is_stated else InvalidValue("list.no_currency")
        if kind.is_kronor and (expected or self.facts.currency) in _KRONOR:
            return None
        if kind.is_kronor and not self.facts.is_swedish:
            return InvalidValue("list.which_kronor")
        if expected is not None and kind.currency != expected:
            return InvalidValue("list.other_currency", currency=kind.currency, other=expected)
        return None

    def _is_rounded(self, kind: Amount) -> bool:
        digits = MINOR_DIGITS.get(self._currency(kind, None) or "", 2)
        return kind.decimals > digits + len(str(kind.scale or self._scale)) - 1

    # --- The second pass

    def _currency(self, kind: Amount, of_row: str | None) -> str | None:
        if kind.currency is not None and not kind.is_kronor:
            return kind.currency
        stated = self._own or (self.facts.currency if of_row is None else of_row)
        return stated if kind.currency is None or stated in _KRONOR else kind.currency

    def value(self, cell: Cell, kind: Amount, currency: str | None) -> Money:
        """Return the amount in a cell."""
        stated = self._currency(kind, currency)
        if stated is None:
            raise InvalidValue("list.no_currency")
        if stated == UNREADABLE:
            raise InvalidValue("list.unknown_currency")
        # A cell may name another currency than its row, and a heading may not, unless a mapping says so.
        if currency and currency != stated and kind.currency is None and self.facts.mapping.currency is None:
            raise InvalidValue("list.other_currency", currency=stated, other=currency)
        scale = kind.scale or self._scale
        if scale == 1 and isinstance(cell, str) and self._bare(cell) is not None:
            # As most amounts are, and arithmetic with fractions is slow.
            return Money(cell.replace(",", "."), stated, rounding=Rounding.MINOR_HALF_UP)
        number = self._number(cell, kind)
        amount = number if scale == 1 else number * scale
        return Money.of_fraction(amount, stated, rounding=Rounding.MINOR_HALF_UP)

    def _number(self, cell: Cell, kind: Amount) -> Fraction:
        if isinstance(cell, TypedCell):
            return Fraction(_decimal(cell))
        if (bare := self._bare(cell)) is not None:
            decimals = bare["decimals"] or ""
            return Fraction(int(bare["whole"] + decimals), 10 ** len(decimals))
        parts = _parts(cell)
        found = self._readings(parts)
        if kind.mark == "?":
            mark = self._mark or (",.")[kind.group == ","]
            number = found[mark].value
        else:
            number = next(iter(found.values())).value
        return _shifted(number, parts.exponent)


# --- Cells

_APOSTROPHES = re.compile(r"(?<=[0-9])['’](?=[0-9]{3})")
# "450.000,-" is a whole amount in any currency, though Swedish prices alone would make it kronor.
_DASH_FOR_CENTS = re.compile(r"(?<=[0-9])([.,])[-\N{EN DASH}\N{EM DASH}]{1,2}(?![0-9])")


# A cell is asked for its kind and then for its value.
_readings_of = lru_cache(maxsize=64)(readings_of)


@lru_cache(maxsize=64)
def _parts(text: str) -> FigureParts:
    """Return the parts of a cell that holds one amount; raise `InvalidValue` for any other."""
    parts = parts_of(_DASH_FOR_CENTS.sub(r"\g<1>00", _APOSTROPHES.sub("\N{NO-BREAK SPACE}", text)))
    if parts is None:
        raise InvalidValue("list.no_amount")
    if parts.qualifier is not None:
        raise InvalidValue("figure.hedged", word=parts.qualifier)
    if parts.unit.is_rate:
        raise InvalidValue("list.share_in_amounts")
    if parts.is_negative:
        raise InvalidValue("value.negative")
    return parts


# Most amounts of large lists are written so. They have one reading, and need not be taken apart as others are.
_BARE = re.compile(r"(?P<whole>[1-9][0-9]{0,14}|0)(?:(?P<mark>[.,])(?P<decimals>[0-9]{1,2}))?")


@lru_cache(maxsize=256)
def _bare_kind(mark: str, decimals: int, digits: int, *, is_zero: bool, is_small: bool) -> Amount:
    return Amount(mark, "", decimals, digits, is_zero=is_zero, is_small=is_small)


def _shifted(value: Fraction, exponent: int) -> Fraction:
    # Most amounts have no exponent, and arithmetic with fractions is slow.
    return value * Fraction(10) ** exponent if exponent else value


def _decimal(cell: TypedCell) -> Decimal:
    if not isinstance(cell.value, Decimal):
        raise InvalidValue("list.no_amount")
    return cell.value


def _typed_kind(cell: TypedCell) -> Amount:
    value = _decimal(cell)
    if value < 0:
        raise InvalidValue("value.negative")
    if "%" in cell.format:
        raise InvalidValue("list.share_in_amounts")
    unit = unit_of_format(cell.format)
    whole = int(value)
    decimals = 0 if value == whole else min(len(f"{cell.value:f}".partition(".")[2]), _MOST_DECIMALS)
    return Amount(
        "",
        "",
        decimals,
        min(len(str(whole)), _MOST_DIGITS),
        unit.currency,
        unit.scale,
        unit.is_kronor,
        is_zero=not value,
        is_typed=True,
        is_small=value <= _WHOLE,
    )
