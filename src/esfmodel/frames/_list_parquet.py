"""Lists in Parquet: columns of text, or of types whose values are written as text that can be read in one way only.

A number keeps its digits, with a point before decimals; of three decimals a fourth is written, so that "1.234" is never
taken for thousands. Floats are the shortest decimals that are read back as them, and are refused unless a policy is
named.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

import attrs
import polars as pl

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import Row, Sheet, Source
from esfmodel.frames._cells import FLOATS, shortest
from esfmodel.frames._column_types import another_type, is_of
from esfmodel.frames._list_rows import NUMBER
from esfmodel.frames.columns import COLUMNS, MINOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esfmodel.frames._cells import Policy
    from esfmodel.frames.columns import Column

_HEADINGS = 1
_NAME = "name"
_TEXTS = ("String", "Int64", "Decimal", "Date", "Boolean")
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

    Raises `ReadError` for a file that is broken or has no columns, and `InvalidValue` for a column of a type that no
    list has, or of floats without a policy.
    """
    schema = _schema_of(path)
    if not schema:
        raise ReadError("file.empty", source=path)
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


def _scan(path: str) -> pl.LazyFrame:
    """Return the rows of this file: brackets and asterisks in a name are no pattern for names of others."""
    return pl.scan_parquet(path, glob=False)


def _slices(path: str, most: int) -> Iterator[pl.DataFrame]:
    try:
        yield from _scan(path).collect_batches(chunk_size=most, maintain_order=True)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error


def _broken(path: str) -> ReadError:
    return ReadError("frame.parquet_broken", source=path)


# --- Cells


def _check(path: str, heading: str, of_type: pl.DataType, policy: Policy) -> None:
    is_known = of_type.is_integer() or of_type.is_decimal() or of_type.base_type() in _WRITTEN
    if of_type.is_float():
        is_empty = policy.floats is None and not _scan(path).select(pl.col(heading).count()).collect().item()
        if policy.floats is None and not is_empty:
            raise InvalidValue("frame.floats", source=path, heading=heading)
    elif not is_known:
        raise InvalidValue("frame.column_type", "", str(of_type), source=path, heading=heading, types=_TEXTS)


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

_INDEX = COLUMNS["project"][0].name
_BLANK, _NUMBERS, _TIMES, _ROWS = "blank names", "numbers", "times", "rows"


def is_frame(path: str) -> bool:
    """Whether a file has the columns of a frame of projects, and amounts or indexes as these have them.

    Beside a column of amounts, which no list has, it may have others: those of an index of pandas, for one.
    """
    columns = _schema_of(path).keys()
    known = {column.name for column in COLUMNS["project"]}
    has_amounts = any(MINOR in column for column in columns & known)
    return _NAME in columns and (has_amounts or (_INDEX in columns and columns <= known))


def unknown_in(path: str) -> tuple[str, ...]:
    """Return the columns of a file that no frame of projects has."""
    known = {column.name for column in COLUMNS["project"]}
    return tuple(name for name in _schema_of(path) if name not in known)


def frame_in(path: str) -> tuple[pl.LazyFrame, Mapping[str, int]]:
    """Return a frame of projects in a file, whose columns are taken as they are, and how many values each has.

    Other columns are null, and without a column `project` the rows are numbered. Under "rows" is how many rows it has.

    Raises `InvalidValue` for a column of another type, where a name is missing, and where rows have one number, or
    some of them none; `ReadError` for a file that is broken.
    """
    schema = _schema_of(path)
    columns: list[pl.Expr] = []
    timed: list[Column] = []
    for column in COLUMNS["project"]:
        of_type = schema.get(column.name, pl.Null())
        if not is_of(column.kind, of_type) and of_type != pl.Null:
            raise another_type(column, of_type, source=path)
        timed += [column] if of_type == pl.Datetime else []
        found = pl.col(column.name) if column.name in schema else pl.lit(None)
        columns.append(found.cast(_CASTS[column.kind]).alias(column.name))
    frame = _scan(path).select(columns)
    counts = _counts_of(path, frame, [column.name for column in timed])
    rows, numbered = counts[_ROWS], counts[_INDEX]
    for column in timed:
        if counts[f"{_TIMES} {column.name}"]:
            raise another_type(column, schema[column.name], source=path)
    if counts[_BLANK]:
        raise InvalidValue("frame.cells_missing", source=path, heading=_NAME, count=counts[_BLANK])
    if 0 < numbered < rows:
        raise InvalidValue("frame.cells_missing", source=path, heading=_INDEX, count=rows - numbered)
    if numbered > counts[_NUMBERS]:
        raise InvalidValue("frame.row_twice", source=path, heading=_INDEX)
    index = pl.int_range(pl.len(), dtype=pl.Int64).alias(_INDEX)
    return frame if numbered else frame.with_columns(index), counts


def _counts_of(path: str, frame: pl.LazyFrame, timed: Sequence[str]) -> Mapping[str, int]:
    """Return how many values each column of a frame has, and what else is asked of them, in one pass over the rows."""
    is_blank = pl.col(_NAME).is_null() | (pl.col(_NAME).str.strip_chars() == "")
    counted = frame.select(
        pl.all().count(),
        is_blank.sum().alias(_BLANK),
        pl.col(_INDEX).drop_nulls().n_unique().alias(_NUMBERS),
        pl.len().alias(_ROWS),
    )
    days = (pl.col(name) for name in timed)
    times = _scan(path).select((day != day.dt.truncate("1d")).sum().name.prefix(f"{_TIMES} ") for day in days)
    try:
        found = pl.collect_all([counted, times] if timed else [counted], engine="streaming")
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _broken(path) from error
    return {name: count for each in found for name, count in each.row(0, named=True).items()}
