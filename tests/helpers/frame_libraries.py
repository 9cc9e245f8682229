"""The libraries of frames: how a frame of polars becomes one of each, and what they find one of polars again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl

from esfmodel.frames import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable


def _polars(table: Any) -> pl.DataFrame:  # noqa: ANN401
    return pl.DataFrame(pl.from_arrow(table))


def _of_pandas(frame: pd.DataFrame) -> pl.DataFrame:
    assert isinstance(frame, pd.DataFrame)
    return pl.from_pandas(frame)


def _of_duckdb(frame: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    assert isinstance(frame, duckdb.DuckDBPyRelation)
    return _polars(frame.to_arrow_table())


def _as_duckdb(frame: Any) -> duckdb.DuckDBPyRelation:  # noqa: ANN401
    return duckdb.from_arrow(frame.to_arrow())


def _as_pandas(frame: pl.DataFrame) -> pd.DataFrame:
    # As `to_frame` has it: days with a type of pandas, and nulls among whole numbers.
    kinds = {"text": "string", "whole number": "Int64", "day": "datetime64[s]", "true or false": "boolean"}
    array: Any = pd.array
    return pd.DataFrame(
        {
            each.name: array(frame[each.name].to_list(), dtype=kinds[each.kind])
            for each in COLUMNS["project"]
            if each.name in frame.columns
        }
    )


LIBRARIES: dict[str, tuple[Callable[[pl.DataFrame], Any], Callable[[Any], pl.DataFrame]]] = {
    "polars, lazy": (pl.DataFrame.lazy, pl.LazyFrame.collect),
    "polars, streaming": (pl.DataFrame.lazy, lambda frame: frame.collect(engine="streaming")),
    "pandas": (_as_pandas, _of_pandas),
    "PyArrow": (pl.DataFrame.to_arrow, _polars),
    "DuckDB": (_as_duckdb, _of_duckdb),
}
