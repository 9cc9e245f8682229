"""Whole frames of any library, loaded or lazy, and the columns that sums and comparisons are made of."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.frames._given import ROW
from esfmodel.frames._narwhals import read_frame
from esfmodel.frames._writing import MOST
from esfmodel.frames.columns import HIGH, LOW, MINOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.frames.columns import Kind

Expression = Any
"""An expression of narwhals: its types differ between loaded and lazy frames, its meaning does not."""

_TYPES: dict[Kind, frozenset[str]] = {
    "text": frozenset({"String", "Categorical", "Enum"}),
    "whole number": frozenset({"Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32"}),
    "day": frozenset({"Date", "Datetime"}),
}
_EMPTY = "Unknown"
"""The type of a column that is null throughout."""


class Wide:
    """A frame of projects of any library that narwhals knows, whose columns are checked when they are asked for.

    Raises `TypeError` for what is no frame.
    """

    def __init__(self, frame: object, sheet: str = "frame") -> None:
        self.sheet = sheet
        self.nw, found = read_frame(frame, sheet)
        self._types = {name: type(dtype).__name__ for name, dtype in found.collect_schema().items()}
        self.library = str(found.implementation).lower()
        self._is_loaded = isinstance(found, self.nw.DataFrame)
        self._texts: dict[str, Expression] = {}
        self._numbers = count()
        self.frame: Any = self.nw.from_native(_with_nulls(frame, self._types)) if hasattr(frame, "iloc") else found
        self._is_polars = found.implementation.is_polars()
        if self._is_polars:
            # Lazily, it computes no more columns than are used, and none before they are.
            self.frame = self.frame.lazy()

    def given_back(self, frame: Any) -> Any:  # noqa: ANN401  # a frame of any library
        """Return a frame that was made of this one as the library has it: loaded where this one was."""
        if not self._is_loaded:
            return frame.to_native()
        # Where whole numbers are null, pandas has made floats of them.
        return (frame.collect() if self._is_polars else self.nw.maybe_convert_dtypes(frame)).to_native()

    def has(self, name: str) -> bool:
        """Whether the frame has a column of this name."""
        return name in self._types

    def need(self, name: str) -> None:
        """Raise `InvalidValue` where the frame has no column of this name."""
        if not self.has(name):
            raise InvalidValue("frame.no_column", self.sheet, None, heading=name, columns=tuple(self._types))

    def kept(self, *columns: Expression) -> list[Expression]:
        """Add columns to the frame and return them: no engine computes an expression once that is used twice."""
        names = [f"esfmodel {next(self._numbers)}" for _ in columns]
        named = [column.alias(name) for column, name in zip(columns, names, strict=True)]
        self.frame = self.frame.with_columns(*named) if named else self.frame
        return [self.nw.col(name) for name in names]

    def texts(self, *names: str) -> list[Expression]:
        """Return columns of text without outer spaces; null where they are blank, or there is no such column."""
        nw = self.nw
        new = [name for name in dict.fromkeys(names) if name not in self._texts]
        stripped = self.kept(
            *(self._column(each, "text", nw.String).str.strip_chars() if self.has(each) else nw.lit("") for each in new)
        )
        self._texts |= dict(zip(new, self.kept(*(nw.when(each != "").then(each) for each in stripped)), strict=True))
        return [self._texts[name] for name in names]

    def rows(self) -> tuple[Expression, Expression]:
        """Return what each row is called, and its place: `project` and its index, or either where that is all there is.

        Raises `InvalidValue` where the frame is lazy, so that its rows have no order, and does not number them.
        """
        nw, index = self.nw, "esfmodel row"
        if not self._is_loaded and not self.has(ROW):
            raise InvalidValue("frame.no_row", self.sheet, None, heading=ROW)
        (named,) = self.kept(self._column(ROW, "whole number", nw.Int64)) if self.has(ROW) else (None,)
        if not self._is_loaded:
            return named, named
        if self._is_polars:
            # Of a lazy frame, narwhals numbers the rows by a column alone; polars knows their order.
            self.frame = nw.from_native(self.frame.to_native().with_row_index(index))
        else:
            self.frame = self.frame.with_row_index(index)
        (place,) = self.kept(nw.col(index).cast(nw.Int64))
        return place if named is None else named, place

    def day(self, name: str) -> Expression:
        """Return a column of days, or of times on days: pandas has no days without one."""
        nw = self.nw
        return self._column(name, "day", nw.Date if self._types[name] == "Date" else nw.Datetime)

    def _column(self, name: str, kind: Kind, of_type: Any) -> Expression:  # noqa: ANN401  # a type of narwhals
        found = self._types[name]
        if found == of_type.__name__:
            return self.nw.col(name)
        if found != _EMPTY and found not in _TYPES[kind]:
            if found.startswith("Float") and kind == "whole number":
                raise InvalidValue("frame.floats", self.sheet, None, heading=name)
            raise InvalidValue("frame.column_type", self.sheet, found, heading=name, types=(of_type.__name__,))
        return self.nw.col(name).cast(of_type)

    def figures(self, names: Iterable[str]) -> dict[str, Ends]:
        """Return what the columns of figures state together, without those of which the frame has no column.

        What `from_frame` refuses is not known: an amount without a currency or beyond the largest, and columns that
        contradict each other.
        """
        nw = self.nw
        stated = {name: columns for name in names if (columns := self._stated(name))}
        if stated:
            self.need("currency")
        (currency,) = self.texts("currency")
        ends = self.kept(*(self._end(columns, end) for columns in stated.values() for end in (LOW, HIGH)))
        pairs = list(zip(ends[::2], ends[1::2], strict=True))
        known = (nw.when(low == high).then(low) for low, high in pairs)
        exacts = self.kept(
            *(nw.coalesce(columns.get("", each), each) for columns, each in zip(stated.values(), known, strict=True))
        )
        found = [Ends(exact, *pair) for exact, pair in zip(exacts, pairs, strict=True)]
        is_right = self.kept(*(_is_right(each) & ~currency.is_null() for each in found))
        right = self.kept(
            *(nw.when(is_it).then(end) for each, is_it in zip(found, is_right, strict=True) for end in each)
        )
        return {name: Ends(*right[3 * place : 3 * place + 3]) for place, name in enumerate(stated)}

    def _stated(self, name: str) -> dict[str, Expression]:
        """Return the columns of a figure that the frame has, by the end of their name."""
        columns = {end: f"{name}{MINOR}{end}" for end in ("", LOW, HIGH)}
        return {
            end: self._column(each, "whole number", self.nw.Int64) for end, each in columns.items() if self.has(each)
        }

    def _end(self, columns: Mapping[str, Expression], end: str) -> Expression:
        """Return an end of a figure, or else the exact amount."""
        if end in columns or "" in columns:
            return self.nw.coalesce(*(columns[each] for each in (end, "") if each in columns))
        (other,) = columns.values()
        return self.nw.when(other != other).then(other)


def _is_right(ends: Ends) -> Expression:
    """Whether what is stated of a figure can be true together, and is an amount; nothing is wrong with what is null."""
    exact, low, high = ends
    is_wrong = (exact != low) | (exact != high) | (low > high)
    # An exact amount is its own low and high end, so that these alone are held against the limits.
    is_too_large = (low <= -MOST) | (low > MOST) | (high < -MOST) | (high >= MOST)
    return ~(is_wrong | is_too_large).fill_null(False)


class Ends(NamedTuple):
    """The exact amount of a figure, the lowest and the highest that it may be; each null where that is not known."""

    exact: Expression
    low: Expression
    high: Expression


def _with_nulls(frame: Any, types: Mapping[str, str]) -> Any:  # noqa: ANN401  # a frame of pandas
    """Return a frame of pandas whose whole numbers can be null; else a null makes floats of them."""
    return frame.astype({name: of_type for name, of_type in types.items() if of_type in _TYPES["whole number"]})
