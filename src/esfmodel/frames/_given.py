"""The columns of a frame that is judged: their types are checked, and each becomes a column without nulls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.frames._column_types import has_values
from esfmodel.frames._narwhals import read_frame
from esfmodel.frames._rules.column_rule import column_of
from esfmodel.frames._rules.facts import GIVEN, KNOWN, PARTS_OF_A_DAY, WITH_TIME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from narwhals.stable.v2 import Expr

    from esfmodel.frames.columns import Column

PLACE = "frame"
ROW = "project"
"""The column that says which row a finding is of."""


class GivenFrame(NamedTuple):
    """A frame as narwhals has it, the types of the columns that hold something, and the names of all."""

    nw: Any
    frame: Any
    types: dict[str, Any]
    columns: frozenset[str]
    is_lazy: bool


def given_frame(frame: object, names: Iterable[str]) -> GivenFrame:
    """Return a frame after a check of the columns of these names.

    Raises `TypeError` for what is no frame, and `InvalidValue` for two columns of one name, a column of another type,
    and a lazy frame without the column that says which row a finding is of.
    """
    nw, read = read_frame(frame, PLACE)
    is_lazy = isinstance(read, nw.LazyFrame)
    schema = dict(read.collect_schema())
    if is_lazy and ROW not in schema:
        raise InvalidValue("frame.no_row", PLACE, None, heading=ROW)
    types = {
        name: schema[name]
        for name in sorted({*names, ROW})
        if name in schema and has_values(nw, read, GIVEN[name], schema[name], PLACE)
    }
    if not is_lazy and ROW not in types:
        read = read.with_row_index(ROW) if ROW not in schema else read.drop(ROW).with_row_index(ROW)
        types[ROW] = nw.Int64()
    return GivenFrame(nw, read, types, frozenset(schema), is_lazy)


def without_nulls(given: GivenFrame, names: Iterable[str]) -> list[Expr]:
    """Return columns under their names, each with "" or 0 for null, and whether numbers are known."""
    columns: list[Expr] = []
    for name in sorted(names):
        columns += _without_nulls(given, GIVEN[name])
    return columns


def _without_nulls(given: GivenFrame, column: Column) -> list[Expr]:
    nw, name = given.nw, column.name
    of_type = given.types.get(name)
    if column.kind == "text":
        if of_type is None:
            return [nw.lit("").alias(column_of(name))]
        text = nw.col(name) if of_type == nw.String else nw.col(name).cast(nw.String)
        return [text.fill_null("").alias(column_of(name))]
    if column.kind == "day":
        return _day(given, name)
    if of_type is None:
        empty = False if column.kind == "true or false" else 0
        return [
            nw.lit(empty).cast(_type_of(nw, column)).alias(column_of(name)),
            nw.lit(False).alias(column_of(f"{name}{KNOWN}")),
        ]
    values = nw.col(name).fill_null(False if column.kind == "true or false" else 0)
    return [
        values.cast(_type_of(nw, column)).alias(column_of(name)),
        (~nw.col(name).is_null()).alias(column_of(f"{name}{KNOWN}")),
    ]


def _type_of(nw: Any, column: Column) -> Any:  # noqa: ANN401
    return nw.Boolean if column.kind == "true or false" else nw.Int64


def _day(given: GivenFrame, name: str) -> list[Expr]:
    """Return the year, month and day of a day, 0 where it is not known, and whether it was given with a time.

    Libraries differ in their types of days, and pandas has none without a time.
    """
    nw, of_type = given.nw, given.types.get(name)
    no_time = nw.lit(False).alias(column_of(f"{name}{WITH_TIME}"))
    if of_type is None:
        return [nw.lit(0).cast(nw.Int64).alias(column_of(f"{name}{part}")) for part in PARTS_OF_A_DAY] + [no_time]
    dated = nw.col(name).dt
    parts = [
        value.fill_null(0).cast(nw.Int64).alias(column_of(f"{name}{part}"))
        for part, value in zip(PARTS_OF_A_DAY, (dated.year(), dated.month(), dated.day()), strict=True)
    ]
    if of_type == nw.Date:
        return [*parts, no_time]
    has_time = nw.lit(False)
    for part in (dated.hour(), dated.minute(), dated.second(), dated.microsecond()):
        has_time = has_time | (part.fill_null(0) != 0)
    return [*parts, has_time.alias(column_of(f"{name}{WITH_TIME}"))]
