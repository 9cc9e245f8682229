"""A register on Spark: the same findings, sums and repeated operations as on polars.

It needs Java and PySpark, and so is not among the ordinary tests: `.ci/run-all` runs it.

    uv run --extra spark pytest tests/frames/spark.py
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pyspark.sql import SparkSession

from esfmodel.frames import check, duplicates, sums
from kohesio import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import polars as pl

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")

ROWS = 1_500
REGISTER = rows_of(1, 0, ROWS).drop("fault")
ON = "2026-01-01"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give a register as Spark reads it, in local mode."""
    folder: Path = tmp_path_factory.mktemp("spark")
    REGISTER.write_parquet(folder / "register.parquet")
    builder: Any = SparkSession.builder
    session = (
        builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        # Of few rows, compiling what is done with each takes longer than doing it.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .getOrCreate()
    )
    yield session.read.parquet(str(folder / "register.parquet"))
    session.stop()


def of_spark(frame: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Return the rows of a frame of Spark, in any order."""
    return sorted((tuple(row) for row in frame.collect()), key=repr)


def of_polars(frame: pl.DataFrame) -> list[tuple[Any, ...]]:
    """Return the rows of a frame of polars, in the same order."""
    return sorted(frame.rows(), key=repr)


def test_the_findings_are_the_same(register: Any) -> None:  # noqa: ANN401
    """Each row has the same outcome of each rule, and the same is told of it."""
    on_spark, on_polars = check(register, on=ON), check(REGISTER, on=ON)
    assert len(on_polars.findings) > 20
    assert of_spark(on_spark.findings) == of_polars(on_polars.findings)
    assert of_spark(on_spark.summary) == of_polars(on_polars.summary)
    assert of_spark(on_spark.outcomes) == of_polars(on_polars.outcomes)


@pytest.mark.parametrize("by", [(), ("fund", "priority", "county", "year")])
def test_the_sums_are_the_same(register: Any, by: Any) -> None:  # noqa: ANN401
    """Every figure of every group has the same sum, the same ends, and as many unknown amounts."""
    assert of_spark(sums(register, by=by)) == of_polars(sums(REGISTER, by=by))


def test_a_sum_beyond_64_bits_is_null(register: Any) -> None:  # noqa: ANN401
    """Where Spark ends a query with an error for too large a sum, there is none."""
    most = 10**18 - 1
    frame = register.sparkSession.createDataFrame([("SEK", most)] * 10, "currency string, support_minor bigint")
    (row,) = sums(frame).collect()
    assert (row["support_minor"], row["support_minor_known"], row["support_unknown"]) == (None, None, 0)


def test_the_repeated_operations_are_the_same(register: Any) -> None:  # noqa: ANN401
    """Within a register and between two, the same rows are of one operation."""
    assert of_spark(duplicates(register)) == of_polars(duplicates(REGISTER))
    one, other = REGISTER.head(1_000), REGISTER.tail(500)
    both = duplicates({"one": register.filter("project < 1000"), "other": register.filter("project >= 1000")})
    assert of_spark(both) == of_polars(duplicates({"one": one, "other": other}))
