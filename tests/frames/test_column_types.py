"""Types of columns: what each kind of value may have, on every library, and columns that hold nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pytest

from esfmodel import InvalidValue
from esfmodel.frames import check, duplicates, sums
from esfmodel.frames._column_types import TYPES, is_of

if TYPE_CHECKING:
    from collections.abc import Callable


def _as_duckdb(frame: Any) -> duckdb.DuckDBPyRelation:  # noqa: ANN401
    return duckdb.from_arrow(frame.to_arrow())


ROWS: dict[str, list[Any]] = {
    "project": [0, 1, 2],
    "operation_id": ["1", "1", "2"],
    "beneficiary": ["Falu kommun", "Falu kommun", "Mora kommun"],
    "fund": ["ESF+", "ESF+", "ESF+"],
    "currency": ["SEK", "SEK", "SEK"],
    "support_minor": [5, 7, 3],
}
MADE: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "polars": pl.DataFrame,
    "lazy": pl.LazyFrame,
    "pandas": pd.DataFrame,
    "pyarrow": lambda columns: pl.DataFrame(columns).to_arrow(),
    "duckdb": lambda columns: _as_duckdb(pl.DataFrame(columns)),
}
ALL = pytest.mark.parametrize("kind", MADE)


def rows(result: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Return the rows of a frame of any library, with None for null."""
    read = nw.from_native(result)
    loaded = read.collect() if isinstance(read, nw.LazyFrame) else read
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in loaded.rows()]


@ALL
def test_a_column_that_holds_nothing_is_not_known(kind: str) -> None:
    """A library cannot know the type of such a column, which is as good as missing."""
    found = rows(sums(MADE[kind]({**ROWS, "support_minor": [None] * 3}), by="fund"))
    assert found == [("ESF+", "SEK", 3, None, 0, None, 0, 3)]
    for name in ("support_minor", "currency", "cci"):
        frame = MADE[kind]({**ROWS, name: [None] * 3})
        assert rows(duplicates(frame)) == [("1", 1, 0, None if name != "cci" else False)]
    assert rows(duplicates(MADE[kind]({**ROWS, "operation_id": [None] * 3}))) == []
    if kind not in {"lazy", "duckdb"}:
        assert rows(duplicates(MADE[kind]({**ROWS, "project": [None] * 3}))) == [("1", 1, 0, False)]


@ALL
def test_columns_that_are_not_read_may_hold_anything(kind: str) -> None:
    """PyArrow joins no lists, wherever they stand."""
    frame = MADE[kind]({**ROWS, "note": [[1], [2], [3]], "nuts": [[1], [2], [3]]})
    assert rows(duplicates(frame)) == [("1", 1, 0, False)]
    assert rows(sums(frame)) == [("SEK", 3, 15, 15, 15, 15, 0)]


@ALL
@pytest.mark.parametrize("amounts", [[5.0, None, 3.0], [[1], [2], [3]], ["5", "7", "3"], [True, False, True]])
def test_another_type_is_told_alike(kind: str, amounts: list[Any]) -> None:
    """What is told does not advise to round: no function of columns rounds."""
    for judged in (check, sums, duplicates):
        with pytest.raises(InvalidValue, match="the column support_minor, which is read as Int64"):
            judged(MADE[kind]({**ROWS, "support_minor": amounts}))


@ALL
def test_which_day_a_time_in_a_zone_is_depends_on_the_zone(kind: str) -> None:
    """New Year's Eve in UTC is New Year's Day in Sweden, so that no year is taken from it."""
    eve = dt.datetime(2023, 12, 31, 23, tzinfo=dt.UTC)
    with pytest.raises(InvalidValue, match="the column start, which is read as Date"):
        sums(MADE[kind]({**ROWS, "start": [eve] * 3}), by="year")


@ALL
def test_sums_are_whole_numbers(kind: str) -> None:
    """DuckDB adds up 64 bits to 128, which would come out as decimals."""
    schema = nw.from_native(sums(MADE[kind](ROWS), by="fund")).collect_schema()
    assert all(each.is_integer() for name, each in schema.items() if name not in {"fund", "currency"})


@pytest.mark.parametrize("kind", ["lazy", "duckdb"])
@pytest.mark.parametrize("numbers", [[3, 3, 3], [None, 1, 2], [0, None, None]])
def test_rows_that_are_numbered_badly_are_compared_all_the_same(kind: str, numbers: list[int | None]) -> None:
    """One row of each operation is the first, and each other is told of."""
    found = rows(duplicates(MADE[kind]({**ROWS, "project": numbers})))
    assert [(number, same) for number, *_, same in found] == [("1", False)]
    assert {found[0][1], found[0][2]} == set(numbers[:2])


def test_the_first_type_is_the_one_that_is_written() -> None:
    """Errors name it as the one to convert to."""
    assert {kind: types[0] for kind, types in TYPES.items()} == {
        "text": "String",
        "whole number": "Int64",
        "day": "Date",
        "true or false": "Boolean",
    }
    assert not is_of("whole number", pl.UInt64)
    assert is_of("day", pl.Datetime("ms"))
