"""Whole frames of any library, loaded or lazy, and the columns that sums and comparisons are made of."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.frames._column_types import has_values
from esfmodel.frames._given import ROW
from esfmodel.frames._narwhals import read_frame
from esfmodel.frames._writing import MOST
from esfmodel.frames.columns import COLUMNS, HIGH, LOW, MINOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


Expression = Any
"""An expression of narwhals: its types differ between loaded and lazy frames, its meaning does not."""

_COLUMNS = {column.name: column for column in COLUMNS["project"]}


class Wide:
    """A frame of projects of any library that narwhals knows, of which no more columns are taken than those named.

    Raises `TypeError` for what is no frame, and `InvalidValue` where a column that is taken is of another type.
    """

    def __init__(self, frame: object, names: Iterable[str], sheet: str = "frame") -> None:
        self.sheet = sheet
        self.nw, found = read_frame(frame, sheet)
        schema = found.collect_schema()
        self._all = tuple(schema.names())
        self.library = str(found.implementation).lower()
        self.is_loaded = isinstance(found, self.nw.DataFrame)
        self._texts: dict[str, Expression] = {}
        self._numbers = count()
        taken = [name for name in dict.fromkeys(names) if name in schema]
        empty = [name for name in taken if not has_values(self.nw, found, _COLUMNS[name], schema[name], sheet)]
        self._numbers_rows = ROW in taken and ROW not in empty
        self.frame: Any = self._typed(found, taken, empty) if taken else found
        self._is_polars = found.implementation.is_polars()
        if self._is_polars:
            # Lazily, it computes no more columns than are used, and none before they are.
            self.frame = self.frame.lazy()

    def _typed(self, found: Any, names: list[str], empty: list[str]) -> Any:  # noqa: ANN401  # frames of narwhals
        """Return columns of a frame as texts, whole numbers of 64 bits, and days or times; some have no value."""
        nw = self.nw
        types = {name: {"text": nw.String, "whole number": nw.Int64}.get(_COLUMNS[name].kind) for name in names}
        native = found.to_native()
        if hasattr(native, "iloc"):
            # Numbers of pandas that can be null; else a null makes floats of them.
            whole = [name for name in names if types[name] == nw.Int64]
            filled = native[names].assign(**dict.fromkeys(set(whole) & set(empty)))
            found = nw.from_native(filled.astype(dict.fromkeys(whole, "Int64")))
            empty = [name for name in empty if name not in whole]
        schema = found.collect_schema()
        typed = {
            name: nw.lit(None, of_type or nw.Datetime) if name in empty else nw.col(name).cast(of_type)
            for name, of_type in types.items()
            if name in empty or of_type not in {None, schema[name]}
        }
        return found.select(*(typed[name].alias(name) if name in typed else nw.col(name) for name in names))

    def given_back(self, frame: Any) -> Any:  # noqa: ANN401  # a frame of any library
        """Return a frame that was made of this one as the library has it: loaded where this one was."""
        if not self.is_loaded:
            return frame.to_native()
        # Where whole numbers are null, pandas has made floats of them.
        return (frame.collect() if self._is_polars else self.nw.maybe_convert_dtypes(frame)).to_native()

    def has(self, name: str) -> bool:
        """Whether the frame has a column of this name."""
        return name in self._all

    @staticmethod
    def columns_of(figures: Iterable[str]) -> tuple[str, ...]:
        """Return the columns that state figures, and their currency."""
        return (*(f"{name}{MINOR}{end}" for name in figures for end in ("", LOW, HIGH)), "currency")

    def need(self, name: str) -> None:
        """Raise `InvalidValue` where the frame has no column of this name."""
        if not self.has(name):
            raise InvalidValue("frame.no_column", self.sheet, None, heading=name, columns=self._all)

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
        stripped = self.kept(*(nw.col(each).str.strip_chars() if self.has(each) else nw.lit("") for each in new))
        self._texts |= dict(zip(new, self.kept(*(nw.when(each != "").then(each) for each in stripped)), strict=True))
        return [self._texts[name] for name in names]

    def rows(self) -> tuple[Expression, Expression]:
        """Return what each row is called, and its place: `project` and its index, or either where that is all there is.

        Raises `InvalidValue` where the frame is lazy, so that its rows have no order, and does not number them.
        """
        nw, index = self.nw, "esfmodel row"
        if not self.is_loaded and not self.has(ROW):
            raise InvalidValue("frame.no_row", self.sheet, None, heading=ROW)
        if not self.is_loaded:
            return nw.col(ROW), nw.col(ROW)
        if self._is_polars:
            # Of a lazy frame, narwhals numbers the rows by a column alone; polars knows their order.
            self.frame = nw.from_native(self.frame.to_native().with_row_index(index))
        else:
            self.frame = self.frame.with_row_index(index)
        (place,) = self.kept(nw.col(index).cast(nw.Int64))
        return nw.col(ROW) if self._numbers_rows else place, place

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
        return {end: self.nw.col(each) for end, each in columns.items() if self.has(each)}

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
