"""The rules of `esfmodel.frames.check`, written by hand for polars and for the columns that the drawn registers have.

As a programmer would who knows polars and these registers: what several rules need is computed once, code lists are
looked up, and the findings are made of the rows that have one. It gives the same outcomes and findings for them, and
leaves out what they never hold: texts written in other ways, currencies of other decimals, own contributions, lengths,
and programmes of several countries.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

from esfmodel.law import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

PASSED, NOT_APPLICABLE, NOT_EVALUATED, INFO, WARNING, ERROR = range(6)

_PERIODS = ("2014-2020", "2021-2027")
_LAST_DAYS = (date(2023, 12, 31), date(2029, 12, 31))
_FUNDS: Final = {each: [fund.code for fund in codes.funds(each) or ()] for each in _PERIODS}
_FIELDS: Final = {each: [field.code for field in codes.intervention_fields(each) or ()] for each in _PERIODS}
_NUTS: Final = [each.code for each in codes.nuts()]
_OF_ONE_PERIOD = ["ESF", "YEI", "FEAD", "EMFF", "ESF+", "JTF", "EMFAF", "BMVI"]
_OF_THE_YOUNG = "2014SE05M9OP001"
_CCI = r"^20\d\d[A-Z]{2}\d\d[A-Z0-9]{2}[A-Z]{2}\d{3}_"

CODES: Final = (
    "BUD004", "BUD008", "PER001", "PER003", "PRJ002", "PRJ003", "PRJ006", "PRJ009", "PRJ010", "PRJ011", "PRJ016",
)  # fmt: skip
_SEVERITY: Final = {INFO: "info", WARNING: "warning", ERROR: "error"}

_total, _support, _union = (pl.col(f"{name}_minor") for name in ("total_cost", "support", "eu_support"))
_start, _end, _window_start, _window_end = (pl.col(name) for name in ("start", "end", "window_start", "window_end"))
_period, _cci_period, _number_cci = (pl.col(name) for name in ("period", "cci_period", "number_cci"))
_cci, _number, _of_programme = (pl.col(name) for name in ("cci", "operation_id", "of_programme"))


def checked(frame: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Return the summary of each rule, and the findings."""
    levels = _derived(frame).select(
        pl.col("project").alias("row"), *_TOLD, *(level.cast(pl.Int8).alias(code) for code, level in _LEVELS.items())
    )
    return _summary(levels), _findings(levels)


def _period_of(code: pl.Expr) -> pl.Expr:
    year = code.str.head(4)
    return pl.when(year == "2014").then(pl.lit(_PERIODS[0])).when(year == "2021").then(pl.lit(_PERIODS[1]))


def _derived(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Compute what several rules need."""
    is_for_the_young = (pl.coalesce("cci", "number_cci") == _OF_THE_YOUNG) & (pl.col("priority") == "3")
    number, is_earlier, is_later = pl.col("operation_id"), _period == _PERIODS[0], _period == _PERIODS[1]
    return (
        frame.with_columns(
            number_cci=pl.when(number.str.contains(_CCI)).then(number.str.head(15)),
            cci_period=_period_of(pl.col("cci")),
            granted=pl.coalesce(_support, _union),
            odd_figures=pl.any_horizontal(
                pl.col(f"{name}_minor").is_null() & pl.col(f"{name}_minor_low").is_not_null()
                for name in ("total_cost", "support", "eu_support")
            )
            | (_union > _support).fill_null(False),
        )
        .with_columns(period=pl.coalesce("programming_period", "cci_period", _period_of(_number_cci)))
        .with_columns(
            of_programme=pl.coalesce("cci", "number_cci").str.slice(4, 2),
            window_start=pl.when(is_earlier & is_for_the_young)
            .then(date(2013, 9, 1))
            .when(is_earlier)
            .then(date(2014, 1, 1))
            .when(is_later)
            .then(date(2021, 1, 1)),
            window_end=pl.when(is_earlier).then(_LAST_DAYS[0]).when(is_later).then(_LAST_DAYS[1]),
            excess=pl.col("granted") - _total,
        )
    )


# --- The rules: a level for each row, PASSED to ERROR


def _level(breach: pl.Expr, level: pl.Expr | int, *, unknown: pl.Expr, applies: pl.Expr | None = None) -> pl.Expr:
    judged = pl.when(unknown).then(NOT_EVALUATED).when(breach).then(level).otherwise(PASSED)
    return judged if applies is None else pl.when(applies.not_()).then(NOT_APPLICABLE).otherwise(judged)


def _gravity() -> pl.Expr:
    """Return how grave an excess is, that rounding to thousands, kronor or öre may explain."""
    is_divided = (_support != _union).fill_null(False)
    amounts = (_total, pl.col("granted"), pl.when(is_divided).then(_union).otherwise(0))
    of_thousands, of_units = (pl.all_horizontal(each % step == 0 for each in amounts) for step in (100_000, 100))
    step = pl.when(of_thousands).then(100_000).when(of_units).then(100).otherwise(1)
    is_explained = step * pl.when(is_divided).then(3).otherwise(2) > 2 * pl.col("excess")
    return pl.when(is_explained).then(pl.when(of_thousands).then(WARNING).otherwise(INFO)).otherwise(ERROR)


_is_of_two = (_cci != _number_cci).fill_null(False)


def _window() -> pl.Expr:
    is_wholly = (_end < _window_start).fill_null(False) | (_start > _window_end).fill_null(False)
    first, last = pl.coalesce(_start, _end), pl.coalesce(_end, _start)
    is_partly = (first < _window_start) | (last > _window_end)
    is_inside = ((_start >= _window_start) & (_end <= _window_end)).fill_null(False)
    is_in_order = (_start <= _end).fill_null(True)
    return _level(
        is_inside.not_(),
        pl.when(is_partly & is_wholly.not_()).then(WARNING).otherwise(ERROR),
        unknown=first.is_null()
        | _is_of_two
        | is_in_order.not_()
        | _window_start.is_null()
        | (is_wholly | is_partly | is_inside).not_(),
        applies=((pl.col("fund") == "FEAD") & (_period == _PERIODS[1])).fill_null(False).not_(),
    )


def _listed(value: pl.Expr, lists: dict[str, list[str]]) -> pl.Expr:
    """Whether a value is in the list of the programming period."""
    earlier, later = (value.is_in(lists[each]) for each in _PERIODS)
    return pl.when(_period == _PERIODS[0]).then(earlier).otherwise(later)


_fund, _nuts, _country, _field = (pl.col(name) for name in ("fund", "nuts", "country", "intervention_field"))
_nothing = ((_support == 0) & (_union.is_null() | (_union == 0))) | (_support.is_null() & (_union == 0))

_LEVELS: Final = {
    "BUD004": _level(
        pl.col("excess") > 0, _gravity(), unknown=pl.col("odd_figures") | _total.is_null() | pl.col("granted").is_null()
    ),
    "BUD008": _level(_nothing, WARNING, unknown=pl.col("odd_figures") | pl.col("granted").is_null()),
    "PER001": _window(),
    "PER003": pl.lit(NOT_EVALUATED),
    "PRJ002": _level(
        _number_cci != _cci,
        ERROR,
        unknown=_number.is_null() | _cci.is_null(),
        applies=_number.is_null() | _number_cci.is_not_null(),
    ),
    "PRJ003": _level(
        pl.col("programming_period") != _cci_period,
        ERROR,
        unknown=pl.col("programming_period").is_null() | _cci_period.is_null(),
    ),
    "PRJ006": _level(
        _listed(_fund, _FUNDS).not_(),
        WARNING,
        unknown=_fund.is_null() | _period.is_null(),
        applies=_fund.is_null() | _fund.is_in(_OF_ONE_PERIOD),
    ),
    "PRJ009": _level(
        _nuts.str.head(2).replace({"EL": "GR", "UK": "GB"}) != _country,
        WARNING,
        unknown=_nuts.is_null() | _country.is_null(),
    ),
    "PRJ010": _level(
        _nuts.is_in(_NUTS).not_(),
        WARNING,
        unknown=_nuts.is_null(),
        applies=_nuts.is_null() | _nuts.str.starts_with("SE"),
    ),
    "PRJ011": _level(_listed(_field, _FIELDS).not_(), WARNING, unknown=_field.is_null() | _period.is_null()),
    # From 2021, the common provisions let an operation lie outside the programme area.
    "PRJ016": _level(
        (_period == _PERIODS[0]) & (_country != _of_programme),
        WARNING,
        unknown=_country.is_null() | _of_programme.is_null() | _period.is_null() | _is_of_two,
    ),
}

# --- What is told

_TOLD: Final = (
    "total_cost_minor", "granted", "excess", "currency", "start", "end", "window_start", "window_end", "cci",
    "number_cci", "programming_period", "cci_period", "period", "fund", "nuts", "country", "intervention_field",
    "of_programme",
)  # fmt: skip


def _between(start: str, end: str) -> pl.Expr:
    return pl.concat_str(*(pl.col(each).dt.to_string("iso").fill_null("..") for each in (start, end)), separator="/")


_EXPECTED: Final = {
    "BUD004": _total.cast(pl.String),
    "PER001": _between("window_start", "window_end"),
    "PRJ002": _cci,
    "PRJ003": _cci_period,
    "PRJ006": _period,
    "PRJ009": _country,
    "PRJ011": _period,
    "PRJ016": _of_programme,
}
_FOUND: Final = {
    "BUD004": pl.col("granted").cast(pl.String),
    "BUD008": pl.lit("0"),
    "PER001": _between("start", "end"),
    "PRJ002": _number_cci,
    "PRJ003": pl.col("programming_period"),
    "PRJ006": _fund,
    "PRJ009": _nuts,
    "PRJ010": _nuts,
    "PRJ011": _field,
    "PRJ016": _country,
}


def _findings(levels: pl.LazyFrame) -> pl.LazyFrame:
    """Return a row for each finding."""
    few = levels.filter(pl.any_horizontal(pl.col(code) >= INFO for code in CODES))
    each = few.unpivot(CODES, index=["row", *_TOLD], variable_name="code", value_name="level")
    return (
        each.filter(pl.col("level") >= INFO)
        .select(
            "row",
            "code",
            pl.col("level").replace_strict(_SEVERITY, return_dtype=pl.String).alias("severity"),
            pl.when(pl.col("level") == INFO).then(pl.lit("passed")).otherwise(pl.lit("failed")).alias("outcome"),
            _of_each(_EXPECTED).alias("expected"),
            _of_each(_FOUND).alias("found"),
            pl.when(pl.col("code") == "BUD004").then("excess").alias("difference_minor"),
            "currency",
        )
        .sort("row", "code")
    )


def _of_each(told: dict[str, pl.Expr]) -> pl.Expr:
    return pl.coalesce(pl.when(pl.col("code") == code).then(text) for code, text in told.items())


def _summary(levels: pl.LazyFrame) -> pl.LazyFrame:
    """Return how many rows of each rule have each outcome."""
    counted: dict[str, Sequence[int]] = {
        "passed": (PASSED, INFO),
        "failed": (WARNING, ERROR),
        "not_applicable": (NOT_APPLICABLE,),
        "not_evaluated": (NOT_EVALUATED,),
        "findings": (INFO, WARNING, ERROR),
    }
    return levels.select(
        pl.struct(pl.col(code).is_in(kinds).sum().cast(pl.Int64).alias(name) for name, kinds in counted.items()).alias(
            code
        )
        for code in CODES
    )
