"""Three of the rules as a schema of dataframely, which says of each row whether it is right, and knows two outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dataframely as dy
import polars as pl

from esfmodel.law import codes

if TYPE_CHECKING:
    from pathlib import Path

_CCI = r"^20\d\d[A-Z]{2}\d\d[A-Z0-9]{2}[A-Z]{2}\d{3}_"
_YEAR = pl.col("cci").str.head(4)
_PERIOD = pl.when(_YEAR == "2014").then(pl.lit("2014-2020")).when(_YEAR == "2021").then(pl.lit("2021-2027"))
_NUTS = [each.code for each in codes.nuts()]


class Register(dy.Schema):  # type: ignore[misc]  # it is installed for a run of the benchmarks alone
    """The columns that the rules read."""

    operation_id = dy.String(nullable=True)
    cci = dy.String(nullable=True)
    programming_period = dy.String(nullable=True)
    nuts = dy.String(nullable=True)

    @dy.rule()  # type: ignore[untyped-decorator]
    def PRJ002(cls) -> pl.Expr:  # noqa: N802, N805  # the code of the rule; dataframely calls it with the class
        """Whether the number is of the programme."""
        number = pl.col("operation_id")
        return pl.when(number.str.contains(_CCI)).then(number.str.head(15) == pl.col("cci"))

    @dy.rule()  # type: ignore[untyped-decorator]
    def PRJ003(cls) -> pl.Expr:  # noqa: N802, N805
        """Whether the programming period is that of the programme."""
        return pl.col("programming_period") == _PERIOD

    @dy.rule()  # type: ignore[untyped-decorator]
    def PRJ010(cls) -> pl.Expr:  # noqa: N802, N805
        """Whether a Swedish region is in the list."""
        nuts = pl.col("nuts")
        return nuts.str.starts_with("SE").not_() | nuts.is_in(_NUTS)


def failed(path: Path) -> dict[str, int]:
    """Return how many rows each rule failed."""
    frame = pl.read_parquet(path, columns=["operation_id", "cci", "programming_period", "nuts"])
    counts = Register.filter(frame).failure.counts()
    return {code: counts.get(code, 0) for code in ("PRJ002", "PRJ003", "PRJ010")}
