"""The columns of a frame that is judged: their types are checked, and each becomes a column without nulls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.frames._column_types import has_values
from esfmodel.frames._narwhals import read_frame
from esfmodel.frames._rules.facts import GIVEN, KNOWN, PARTS_OF_A_DAY, WITH_TIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Same
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


def without_nulls(given: GivenFrame, facts: Iterable[str]) -> dict[str, Expr | Same]:
    """Return the facts that are given, each with "" or 0 for null: whether a number is known is a fact beside it.

    What no column holds, and is no text, is the same in every row.
    """
    asked = set(facts)
    names = sorted({fact.partition(".")[0] for fact in asked})
    found = [item for name in names for item in _without_nulls(given, GIVEN[name]).items()]
    return {fact: values for fact, values in found if fact in asked}


def _without_nulls(given: GivenFrame, column: Column) -> Mapping[str, Expr | Same]:
    nw, name = given.nw, column.name
    of_type = given.types.get(name)
    if column.kind == "text":
        if of_type is None:
            return {name: nw.lit("")}
        text = nw.col(name) if of_type == nw.String else nw.col(name).cast(nw.String)
        return {name: text.fill_null("")}
    if column.kind == "day":
        return _day(given, name)
    empty, wanted = (False, nw.Boolean) if column.kind == "true or false" else (0, nw.Int64)
    if of_type is None:
        return {name: empty, f"{name}{KNOWN}": False}
    return {name: nw.col(name).fill_null(empty).cast(wanted), f"{name}{KNOWN}": ~nw.col(name).is_null()}


def _day(given: GivenFrame, name: str) -> Mapping[str, Expr | Same]:
    """Return the year, month and day of a day, 0 where it is not known, and whether it was given with a time.

    Libraries differ in their types of days, and pandas has none without a time.
    """
    nw, of_type = given.nw, given.types.get(name)
    parts = [f"{name}{part}" for part in PARTS_OF_A_DAY]
    if of_type is None:
        return {f"{name}{WITH_TIME}": False, **dict.fromkeys(parts, 0)}
    dated = nw.col(name).dt
    values = (dated.year(), dated.month(), dated.day())
    found = {part: value.fill_null(0).cast(nw.Int32) for part, value in zip(parts, values, strict=True)}
    if of_type == nw.Date:
        return {f"{name}{WITH_TIME}": False, **found}
    has_time = nw.lit(False)
    for part in (dated.hour(), dated.minute(), dated.second(), dated.microsecond()):
        has_time = has_time | (part.fill_null(0) != 0)
    return {f"{name}{WITH_TIME}": has_time, **found}
