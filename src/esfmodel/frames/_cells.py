"""The columns and cells of a frame given by the caller: columns are checked first, then cells are read one by one."""

from __future__ import annotations

import datetime
import math
import re
import struct
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.record.record import yes_in
from esfmodel.frames._narwhals import check_names, narwhals
from esfmodel.frames._writing import MOST
from esfmodel.text import sv
from esfmodel.values.dates import as_date
from esfmodel.values.money import Money, minor_per_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from esfmodel.frames.columns import Kind
    from esfmodel.values.dates import Date
    from esfmodel.values.rounding import Rounding


class Policy(NamedTuple):
    """What is done with floats, and with NaN; None and False refuse them."""

    floats: Rounding | None
    nan_is_unknown: bool


class Table:
    """A frame given by the caller, with its cells as plain Python values and None for null.

    Raises `TypeError` for what is no frame, and `InvalidValue` for two columns of one name and a missing column.
    """

    def __init__(self, frame: object, sheet: str, needed: Iterable[str], policy: Policy) -> None:
        self.sheet = sheet
        self.policy = policy
        self._frame, self.backend = _narwhals(frame, sheet)
        self.columns: tuple[str, ...] = tuple(self._frame.columns)
        self._names = frozenset(self.columns)
        self.rows: int = len(self._frame)
        self._cells: dict[str, list[object]] = {}
        self._floats: dict[str, str] = {}
        for name in needed:
            if name not in self.columns:
                raise InvalidValue("frame.no_column", sheet, None, heading=name, columns=self.columns)

    def has(self, name: str) -> bool:
        """Whether the frame has a column of this name."""
        return name in self._names

    def read(self, name: str, kind: Kind | str) -> None:
        """Take the cells of a column that holds one kind of value.

        Raises `InvalidValue` for a column of another type, and for floats where no policy says how they are rounded.
        """
        series = self._frame[name]
        of_type = type(series.dtype).__name__
        values: list[Any] = series.to_list()
        is_null: list[bool] = series.is_null().to_list()
        is_float = of_type in _FLOATS
        # pandas calls NaN null: among floats it may be either, and anywhere else it is how a null is written.
        cells: list[object] = [
            None if null and not (is_float and _is_nan(value)) else _plain(value)
            for value, null in zip(values, is_null, strict=True)
        ]
        if not all(is_null):
            if is_float and kind in _NUMBERS and self.policy.floats is None:
                raise InvalidValue("frame.floats", self.sheet, None, heading=name)
            if of_type not in _TYPES[kind]:
                raise InvalidValue("frame.column_type", self.sheet, of_type, heading=name, types=_EXPECTED[kind])
        elif is_float and kind not in _NUMBERS:
            # An empty column of a CSV file, as pandas reads it.
            cells = [None] * len(cells)
        self._cells[name] = cells
        # Among Python objects, floats of NumPy have a type of their own.
        types: set[str] = {type(value).__name__.capitalize() for value in values if of_type in _ANY} | {of_type}
        self._floats[name] = min(types & _FLOATS.keys(), key=_FLOATS.__getitem__, default="Float64")

    def cell(self, name: str, row: int) -> object:
        """Return a cell; None where it is null, blank, or the frame has no such column."""
        value = self._cells[name][row] if name in self._cells else None
        return None if isinstance(value, str) and not value.strip() else value

    # --- Values. Each raises `InvalidValue` for what is none.

    def whole(self, name: str, row: int) -> int | None:
        """Return a whole number."""
        value = self._number(name, row)
        if isinstance(value, str):
            if _WHOLE.fullmatch(value) is None:
                raise InvalidValue("value.not_whole", "value", value)
            return int(value)
        if isinstance(value, Decimal):
            if value != value.to_integral_value():
                raise InvalidValue("value.not_whole", "value", str(value))
            return int(value)
        return value

    def money(self, name: str, row: int, currency: str | None) -> Money | None:
        """Return an amount in the main unit, kronor or euro; text as people write it may name its currency."""
        value = self._number(name, row)
        if value is None:
            return None
        if isinstance(value, str) and _PLAIN_AMOUNT.fullmatch(value) is None:
            return sv.parse_money(value, currency=currency)
        if currency is None:
            raise InvalidValue("frame.no_currency", "value", str(value))
        if not self._is_float(name, row):
            return Money(value, currency)
        if abs(Decimal(value)) * minor_per_unit(currency) >= _FLOATS[self._floats[name]][1]:
            raise InvalidValue("frame.float_too_large", "value", str(value))
        return Money(value, currency, rounding=self.policy.floats)

    def _number(self, name: str, row: int) -> int | Decimal | str | None:
        """Return a number; a float as the shortest decimal that is read back as it."""
        value = self.cell(name, row)
        if isinstance(value, float):
            if _is_nan(value):
                if self.policy.nan_is_unknown:
                    return None
                raise InvalidValue("frame.nan", "value", "NaN")
            if self.policy.floats is None:
                raise InvalidValue("frame.floats", "value", repr(value), heading=name)
            if math.isfinite(value) and abs(value) >= _FLOATS[self._floats[name]][0]:
                raise InvalidValue("frame.float_too_large", "value", repr(value))
            value = _shortest(value, self._floats[name])
        if isinstance(value, Decimal) and not value.is_finite():
            raise InvalidValue("number.not_finite", "value", str(value))
        if isinstance(value, bool) or not isinstance(value, (int, Decimal, str, type(None))):
            raise InvalidValue("value.not_whole", "value", str(value))
        return value

    def _is_float(self, name: str, row: int) -> bool:
        return isinstance(self.cell(name, row), float)

    def text(self, name: str, row: int) -> str | None:
        """Return a text."""
        value = self.cell(name, row)
        if value is None or isinstance(value, str):
            return value
        raise InvalidValue("value.not_text", "value", str(value), example=f'"{value}"')

    def plain_number(self, name: str, row: int) -> str | None:
        """Return a number as text, with as many decimals as it has."""
        value = self._number(name, row)
        return f"{value:f}" if isinstance(value, Decimal) else None if value is None else str(value)

    def day(self, name: str, row: int) -> Date | None:
        """Return a day: of a date, of a time that is midnight, or of text."""
        value = self.cell(name, row)
        if isinstance(value, datetime.datetime):
            if value.tzinfo is not None or value.time() != datetime.time():
                raise InvalidValue("date.with_time", "value", value.isoformat())
            value = value.date()
        if value is None or isinstance(value, datetime.date):
            return None if value is None else as_date(value, "value")
        if isinstance(value, str):
            return as_date(value, "value") if _ISO_DAY.fullmatch(value) else sv.parse_date(value)
        raise InvalidValue("date.not_plain", "value", str(value), example="2024-10-01")

    def truth(self, name: str, row: int) -> bool | None:
        """Return a truth value: of true, false, or the words that Swedes and the English answer with."""
        value = self.cell(name, row)
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return value.lower() == "true" if value.lower() in {"true", "false"} else yes_in(value)
        raise InvalidValue("value.not_true_or_false", "value", str(value))

    def written(self, name: str, row: int) -> str:
        """Return a cell as text, to be told of; "" where it is null."""
        value = self.cell(name, row)
        return "" if value is None else repr(value) if isinstance(value, float) else str(value)

    def take_the_rest(self, known: Collection[str]) -> tuple[str, ...]:
        """Take the cells of unknown columns as they are, and return the names of those columns."""
        unknown = tuple(name for name in self.columns if name not in known)
        for name in unknown:
            series = self._frame[name]
            nulls: list[bool] = series.is_null().to_list()
            self._cells[name] = [
                None if null else _plain(value) for value, null in zip(series.to_list(), nulls, strict=True)
            ]
        return unknown


_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")
_PLAIN_AMOUNT = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,2})?")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_FLOATS = {"Float64": (2**53, 10**15), "Float32": (2**24, 10**6), "Float16": (2**11, 10**3)}
"""By type of float, the limits below which it is exact: for whole numbers, and for amounts in the smallest unit.

The second is the power of ten below the first: of 90 071 992 547 409,91 the nearest float is 90071992547409.9, though
its 9 007 199 254 740 991 öre are below 2^53.
"""

_INTEGERS = {f"{sign}Int{bits}" for sign in ("", "U") for bits in (8, 16, 32, 64, 128)}
_TEXTS = {"String", "Categorical", "Enum"}
# Of what Python objects a column is, only its cells tell; and of one that is null throughout, nothing does.
_ANY = {"Object", "Unknown"}
_NUMBERS = frozenset({"whole number", "amount", "number"})
_TYPES: dict[Kind | str, set[str]] = {
    "text": _TEXTS | _ANY,
    "whole number": _INTEGERS | {"Decimal", *_FLOATS} | _TEXTS | _ANY,
    "amount": _INTEGERS | {"Decimal", *_FLOATS} | _TEXTS | _ANY,
    "number": _INTEGERS | {"Decimal", *_FLOATS} | _TEXTS | _ANY,
    "day": {"Date", "Datetime"} | _TEXTS | _ANY,
    "true or false": {"Boolean"} | _TEXTS | _ANY,
}
_EXPECTED: dict[Kind | str, tuple[str, ...]] = {
    "text": ("String",),
    "whole number": ("Int64", "String"),
    "amount": ("Int64", "Decimal", "String"),
    "number": ("Int64", "Decimal", "String"),
    "day": ("Date", "String"),
    "true or false": ("Boolean", "String"),
}


def _narwhals(frame: object, sheet: str) -> tuple[Any, str]:
    """Return a frame as narwhals has it, and the name of its library."""
    nw = narwhals(sheet)
    check_names(frame, sheet)
    try:
        # Its types ask for a frame; whether this is one, it tells itself.
        given: Any = frame
        found: Any = nw.from_native(given, eager_only=True)
    except TypeError:
        advice = "; collect it first" if hasattr(frame, "collect") else ", as of polars or pandas"
        raise TypeError(f"{sheet} must be a data frame that is loaded{advice}; not {type(frame).__name__}") from None
    return found, str(found.implementation).lower()


def _plain(value: Any) -> object:  # noqa: ANN401  # a cell of any library
    """Return a cell as Python has it: columns of objects may hold numbers of NumPy."""
    return value.item() if type(value).__module__ == "numpy" else value


def _shortest(value: float, of_type: str) -> Decimal:
    """Return a float as the shortest decimal that is read back as it in its own type.

    860.1 of 32 bits is 860.0999755859375 in the 64 bits of Python.
    """
    code, most = _SHORT.get(of_type, ("d", 0))
    for digits in range(1, most):
        written = Decimal(f"{value:.{digits}g}")
        if struct.unpack(code, struct.pack(code, written))[0] == value:
            return written
    return Decimal(repr(value))


_SHORT = {"Float32": ("f", 9), "Float16": ("e", 5)}
"""The short floats, with their format for `struct`, and how many digits tell each of them from every other."""


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and value != value


def within_reach(number: int) -> int:
    """Return a number that is no amount, and that Python can still write."""
    if abs(number) >= MOST:
        raise InvalidValue("number.too_long", "value", number, most=18)
    return number
