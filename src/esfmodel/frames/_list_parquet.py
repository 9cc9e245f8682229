"""Lists in Parquet: columns of text, or of types whose values are written as text that can be read in one way only.

A number keeps its digits, with a point before decimals; of three decimals a fourth is written, so that "1.234" is never
taken for thousands. Floats are the shortest decimals that are read back as them, and are refused unless a policy is
named.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import attrs
import polars as pl

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import Row, Sheet, Source
from esfmodel.frames._cells import FLOATS, shortest
from esfmodel.frames._list_rows import NUMBER
from esfmodel.frames.columns import COLUMNS, MINOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.frames._cells import Policy

_HEADINGS = 1
_NAME = "name"
_TEXTS = ("String", "Int64", "Decimal", "Date", "Boolean")
_TYPES: Final[Mapping[str, tuple[type[pl.DataType], ...]]] = {
    "text": (pl.String, pl.Categorical, pl.Enum),
    "whole number": (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32),
    "day": (pl.Date,),
    "true or false": (pl.Boolean,),
}
_CASTS: Final[Mapping[str, type[pl.DataType]]] = {
    "text": pl.String,
    "whole number": pl.Int64,
    "day": pl.Date,
    "true or false": pl.Boolean,
}


@attrs.frozen
class ParquetRows:
    """The rows of a list in Parquet, anew at each call; `frames` has the texts of their cells, some rows at a time.

    The row of the headings is the first, as in a spreadsheet.
    """

    headings: tuple[str, ...]
    frames: Callable[[int], Iterator[pl.DataFrame]]

    def __call__(self) -> Iterator[Row]:
        """Yield the rows."""
        yield Row(_HEADINGS, None, self.headings)
        for frame in self.frames(_FEW):
            for number, *cells in frame.iter_rows():
                yield Row(number, None, tuple(cells))


_FEW = 2_000


def open_parquet(path: str, policy: Policy) -> Source:
    """Return an opened list in Parquet.

    Raises `ReadError` for a file that is broken, and `InvalidValue` for a column of a type that no list has, or of
    floats without a policy.
    """
    schema = _schema_of(path)
    for heading, of_type in schema.items():
        _check(path, heading, of_type, policy)
    names = {heading: str(index) for index, heading in enumerate(schema)}

    def frames(most: int) -> Iterator[pl.DataFrame]:
        number = _HEADINGS + 1
        for frame in _slices(path, most):
            texts = [_texts_of(frame[heading], policy).alias(name) for heading, name in names.items()]
            numbers = pl.Series(NUMBER, range(number, number + frame.height), pl.Int64)
            yield pl.DataFrame([numbers, *texts])
            number += frame.height

    return Source(path, "Parquet", (Sheet(None, ParquetRows(tuple(names), frames)),))


def _schema_of(path: str) -> Mapping[str, pl.DataType]:
    try:
        return pl.read_parquet_schema(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error


def _slices(path: str, most: int) -> Iterator[pl.DataFrame]:
    try:
        yield from pl.scan_parquet(path).collect_batches(chunk_size=most, maintain_order=True)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error


def _broken(path: str) -> ReadError:
    return ReadError("frame.parquet_broken", source=path)


# --- Cells


def _check(path: str, heading: str, of_type: pl.DataType, policy: Policy) -> None:
    is_known = of_type.is_integer() or of_type.is_decimal() or of_type.base_type() in _WRITTEN
    if of_type.is_float():
        is_empty = policy.floats is None and not pl.scan_parquet(path).select(pl.col(heading).count()).collect().item()
        if policy.floats is None and not is_empty:
            raise InvalidValue("frame.floats", path, None, heading=heading)
    elif not is_known:
        raise InvalidValue("frame.column_type", path, str(of_type), heading=heading, types=_TEXTS)


_WRITTEN = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Date, pl.Datetime, pl.Null)


def _texts_of(values: pl.Series, policy: Policy) -> pl.Series:
    """Return the texts of cells, "" for nulls."""
    of_type = values.dtype
    if of_type == pl.Boolean:
        texts = values.replace_strict([True, False], ["Ja", "Nej"], return_dtype=pl.String, default=None)
    elif isinstance(of_type, pl.Datetime):
        form = "%Y-%m-%d %H:%M:%S" if of_type.time_zone is None else "%Y-%m-%d %H:%M:%S%z"
        texts = values.dt.strftime(form).str.strip_suffix(" 00:00:00")
    elif of_type.is_float():
        distinct = values.fill_nan(None).drop_nulls().unique()
        written = pl.Series([_written(value, str(of_type), values.name) for value in distinct], dtype=pl.String)
        texts = values.fill_nan(None).replace_strict(distinct, written, return_dtype=pl.String, default=None)
        # NaN is no key by which a value is found; and the word alone says that nothing is stated.
        missing = pl.repeat("" if policy.nan_is_unknown else "NaN (float)", len(values), eager=True)
        texts = missing.zip_with(values.is_nan().fill_null(value=False), texts)
    elif of_type.is_decimal():
        texts = values.cast(pl.String).str.replace(r"(\.[0-9]*?)0+$", "$1").str.strip_suffix(".")
        texts = texts.str.replace(r"(\.[0-9]{3})$", "${1}0")
    else:
        texts = values.cast(pl.String)
    return texts.fill_null("")


def _written(value: float, of_type: str, heading: str) -> str:
    """Return a float as the shortest decimal that is read back as it; text that is no number for an infinity."""
    if not math.isfinite(value):
        return str(value)
    if abs(value) * 100 >= FLOATS[of_type][1]:
        raise InvalidValue("frame.float_too_large", heading, repr(value))
    number = f"{shortest(value, of_type):f}"
    whole, _, decimals = number.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals:0<4}" if len(decimals) > 2 else f"{whole}.{decimals}".rstrip(".")


# --- Frames that are written already as `to_frame` writes them


def is_frame(path: str) -> bool:
    """Whether a file has the columns of a frame of projects, and amounts or indexes as these have them."""
    columns = _schema_of(path).keys()
    known = {column.name for column in COLUMNS["project"]}
    is_written = any(MINOR in column for column in columns) or COLUMNS["project"][0].name in columns
    return _NAME in columns and columns <= known and is_written


def frame_in(path: str) -> pl.LazyFrame:
    """Return a frame of projects in a file, whose columns are checked and taken as they are; others are null.

    Raises `InvalidValue` for a column of another type, and where a name is missing.
    """
    schema = _schema_of(path)
    columns: list[pl.Expr] = []
    for column in COLUMNS["project"]:
        of_type = schema.get(column.name, pl.Null())
        if of_type.base_type() not in (*_TYPES[column.kind], pl.Null):
            types = (_CASTS[column.kind].__name__,)
            raise InvalidValue("frame.column_type", path, str(of_type), heading=column.name, types=types)
        found = pl.col(column.name) if column.name in schema else pl.lit(None)
        columns.append(found.cast(_CASTS[column.kind]).alias(column.name))
    frame = pl.scan_parquet(path).select(columns)
    if COLUMNS["project"][0].name not in schema:
        frame = frame.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(COLUMNS["project"][0].name))
    return frame


def counts_of(path: str, frame: pl.LazyFrame) -> Mapping[str, Any]:
    """Return how many values each column of a frame has, and how many rows it has, under "rows"."""
    try:
        found = frame.select(pl.all().count(), pl.len().alias("rows")).collect(engine="streaming")
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error
    return found.row(0, named=True)
