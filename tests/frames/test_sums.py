from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Bounds, Budget, InvalidValue, Money, Period, Portfolio, Project
from esfmodel.examples import PROJECTS
from esfmodel.frames import from_frame, sums, to_frame
from esfmodel.workings.sums import SumsBy, sums_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from esfmodel.model.portfolio import PortfolioGroup
    from esfmodel.values.bounds import MoneyLike

MOST = 10**18
FIGURES = ("total_cost", "support", "eu_support", "own_contribution")

KINDS: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda frame: frame,
    "lazy": lambda frame: frame.lazy(),
    "pandas": lambda frame: pandas_of(frame),
    "duckdb": lambda frame: duckdb_of(frame),
}
kinds = pytest.mark.parametrize("kind", KINDS)


def pandas_of(frame: pl.DataFrame) -> pd.DataFrame:
    """Return a frame of polars as one of pandas."""
    kinds_of: Any = {pl.String: "string", pl.Int64: "Int64", pl.Date: "datetime64[s]", pl.Boolean: "boolean"}
    array: Any = pd.array
    return pd.DataFrame({each.name: array(each.to_list(), dtype=kinds_of[each.dtype]) for each in frame.get_columns()})


def duckdb_of(frame: pl.DataFrame) -> Any:  # noqa: ANN401
    """Return a frame of polars as a relation of DuckDB."""
    types: Any = {pl.String: "VARCHAR", pl.Int64: "BIGINT", pl.Date: "DATE", pl.Boolean: "BOOLEAN"}
    connection = duckdb.connect()
    columns = ", ".join(f'"{name}" {types[dtype]}' for name, dtype in frame.schema.items())
    connection.execute(f"create table rows ({columns})")
    if len(frame):
        connection.executemany(f"insert into rows values ({', '.join('?' * frame.width)})", frame.rows())  # noqa: S608
    return connection.table("rows")


def rows(result: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return the rows of a frame of any library."""
    if isinstance(result, pl.LazyFrame):
        result = result.collect()
    if isinstance(result, pl.DataFrame):
        return result.rows(named=True)
    if isinstance(result, pd.DataFrame):
        names: list[str] = list(result.columns)
        return [
            {name: None if pd.isna(value) else value for name, value in zip(names, row, strict=True)}
            for row in result.itertuples(index=False)
        ]
    return [dict(zip(result.columns, row, strict=True)) for row in result.fetchall()]


def alike(projects: Sequence[Project]) -> list[Project]:
    """Return projects as a frame holds them, whose figures are what they state."""
    return list(from_frame(to_frame(projects)).projects)


def of_groups(groups: Sequence[PortfolioGroup], key: Callable[[PortfolioGroup], tuple[Any, ...]]) -> dict[Any, Any]:
    """Return the sums of the figures of groups of objects, by their keys and currency; None where one is too large."""
    found: dict[Any, Any] = {}
    for group in groups:
        for figure in FIGURES:
            try:
                total = getattr(group, figure)
                low, high = ends(total.within)
                found[(*key(group), group.currency, figure)] = (low, high, total.known.minor, total.unknown)
            except InvalidValue:
                found[(*key(group), group.currency, figure)] = None
    return found


def ends(figure: MoneyLike | None) -> tuple[int | None, int | None]:
    """Return the lowest and the highest amount, as a frame has them; an unknown one is at least 0."""
    if figure is None:
        return 0, None
    if isinstance(figure, Bounds):
        low = None if figure.low is None else figure.low.minor + (not figure.low_included)
        return low, None if figure.high is None else figure.high.minor - (not figure.high_included)
    return figure.minor, figure.minor


def of_frame(result: list[dict[str, Any]], keys: Sequence[str]) -> dict[Any, Any]:
    """Return the sums of the figures of a frame in the same way."""
    return {
        (*(row[key] for key in keys), row["currency"], figure): (
            row[f"{figure}_minor_low"],
            row[f"{figure}_minor_high"],
            row[f"{figure}_minor_known"],
            row[f"{figure}_unknown"],
        )
        for row in result
        for figure in FIGURES
    }


def with_unknown_currencies(found: dict[Any, Any]) -> dict[Any, Any]:
    """Return sums without those of projects that have no currency, where objects count them in another one."""
    return {key: value for key, value in found.items() if key[-2] is not None}


def same(ours: dict[Any, Any], theirs: dict[Any, Any]) -> None:
    """Compare the sums of a frame with those of objects, which count what has no currency in the first currency."""
    several = {key[:-2] for key in ours if key[-2] is None} & {key[:-2] for key in ours if key[-2] is not None}
    for key, expected in theirs.items():
        if expected is None:  # no amount of this library, which has 10^18 as its limit
            continue
        if key[:-2] in several:
            assert ours[key][2] == expected[2]
        else:
            assert ours[key] == expected


@settings(max_examples=5)
@given(st.lists(st.from_type(Project), max_size=6))
def test_sums_are_those_of_the_objects(projects: list[Project]) -> None:
    """By priority, fund and year, a frame gives the sums that portfolios give."""
    held = alike(projects)
    portfolio, frame = Portfolio(held), to_frame(held)
    same(
        of_frame(rows(sums(frame, by="priority")), ["priority"]),
        of_groups(portfolio.by_priority(), lambda each: (each.priority,)),
    )
    same(of_frame(rows(sums(frame, by="fund")), ["fund"]), of_groups(portfolio.by_fund(), lambda each: (fund(each),)))
    same(
        of_frame(rows(sums(frame, by="year")), ["programming_period", "year"]),
        of_groups(
            sums_by(portfolio, SumsBy.YEAR_OF_START).groups,
            lambda each: (
                None if each.programming_period is None else str(each.programming_period),
                None if each.key is None else int(each.key),
            ),
        ),
    )


def fund(group: PortfolioGroup) -> str | None:
    """Return the name of a group's fund."""
    return None if group.fund is None else group.fund.value


budgets = st.lists(st.from_type(Budget) | st.none(), max_size=5)


@settings(max_examples=20)
@given(budgets, st.sampled_from(["polars", "lazy", "pandas"]))
def test_sums_of_any_budgets_are_those_of_the_objects(drawn: list[Budget | None], kind: str) -> None:
    """Exact figures, bounds and unknown ones, up to the largest amount."""
    held = alike([Project("A", budget=budget) for budget in drawn])
    found = rows(sums(KINDS[kind](to_frame(held)), by=()))
    same(of_frame(found, []), of_groups(Portfolio(held).by_currency(), lambda _: ()))
    assert sum(row["projects"] for row in found) == len(held)


@kinds
def test_a_small_register_by_hand(kind: str) -> None:
    """The exact sum is there where every amount is known; bounds limit it, and what is unknown is counted."""
    period = Period("2024-10-01", "2027-09-30")
    projects = [
        Project("A", nuts="SE232", period=period, programming_period="2021-2027", budget=Budget(total=Money(5))),
        Project("B", nuts="SE232", period=period, cci="2021SE05SFPR001", budget=Budget(total=Money(2))),
        Project("C", nuts="SE23", operation_id="2014SE16RFOP001_1", budget=Budget(total=Bounds.over(Money(7)))),
        Project("D", programming_period="2014-2020"),
    ]
    found = rows(sums(KINDS[kind](to_frame(projects)), by=["county", "year"]))
    assert [
        [row[name] for name in ("programming_period", "county", "year", "currency", "projects")] for row in found
    ] == [
        ["2014-2020", None, None, "SEK", 2],
        ["2021-2027", "SE232", 2024, "SEK", 2],
    ]
    names = [f"total_cost_{end}" for end in ("minor", "minor_low", "minor_high", "minor_known", "unknown")]
    assert [[row[name] for name in names] for row in found] == [[None, 701, None, 0, 2], [700, 700, 700, 700, 0]]


@kinds
def test_a_sum_beyond_64_bits_is_null(kind: str) -> None:
    """Nine of the largest amounts have a sum, ten have none: it would be wrong, or end the program."""
    amounts = [MOST - 1] * 9, [MOST - 1] * 10, [1 - MOST] * 10
    frame = pl.DataFrame(
        {
            "fund": [name for name, each in zip("ABC", amounts, strict=True) for _ in each],
            "currency": "SEK",
            "support_minor": [amount for each in amounts for amount in each],
        }
    )
    found = rows(sums(KINDS[kind](frame), by="fund"))
    assert [(row["support_minor"], row["support_minor_known"], row["support_unknown"]) for row in found] == [
        (9 * (MOST - 1), 9 * (MOST - 1), 0),
        (None, None, 0),
        (None, None, 0),
    ]


@kinds
def test_each_currency_has_a_row(kind: str) -> None:
    """Kronor and euro are not added; a project without an amount is in neither, unless there is but one."""
    frame = pl.DataFrame(
        {
            "fund": ["ESF", "ESF", "ESF", "ERDF", "ERDF"],
            "currency": ["SEK", "EUR", None, "EUR", " "],
            "support_minor": [5, 7, None, 1, None],
        }
    )
    assert [tuple(row.values())[:4] for row in rows(sums(KINDS[kind](frame), by="fund"))] == [
        ("ERDF", "EUR", 2, None),
        ("ESF", "EUR", 1, 7),
        ("ESF", "SEK", 1, 5),
        ("ESF", None, 1, None),
    ]


@kinds
def test_what_is_no_amount_is_not_known(kind: str) -> None:
    """Columns that contradict each other, an amount without a currency, and one beyond the largest are not added."""
    frame = pl.DataFrame(
        {
            "currency": ["SEK", "SEK", None, "SEK", "SEK", "SEK", "SEK"],
            "support_minor": [5, 5, 5, MOST, -MOST, None, None],
            "support_minor_low": [5, 6, 5, MOST, -MOST, 3, 9],
            "support_minor_high": [5, 6, 5, MOST, -MOST, 3, 8],
        }
    )
    (row,) = rows(sums(KINDS[kind](frame)))
    assert (row["projects"], row["support_minor_known"], row["support_unknown"]) == (7, 8, 5)
    assert (row["support_minor"], row["support_minor_low"], row["support_minor_high"]) == (None, 8, None)


@kinds
def test_a_frame_may_have_one_end_alone(kind: str) -> None:
    """Of a column of lowest amounts alone, no highest is known; and what is negative at most has no lowest."""
    lows = pl.DataFrame({"currency": ["SEK", "SEK"], "support_minor_low": [5, None]}, schema_overrides=INT)
    (row,) = rows(sums(KINDS[kind](lows)))
    assert (row["support_minor_low"], row["support_minor_high"], row["support_unknown"]) == (5, None, 2)
    highs = pl.DataFrame({"currency": ["SEK", "SEK"], "support_minor_high": [5, -5]})
    (row,) = rows(sums(KINDS[kind](highs)))
    assert (row["support_minor_low"], row["support_minor_high"]) == (None, 0)


INT = {"support_minor_low": pl.Int64}


@kinds
def test_the_real_projects(kind: str) -> None:
    """Of the four examples, one has an exact total cost and one a lowest; without any row there is no sum."""
    assert rows(sums(KINDS[kind](to_frame([])))) == []
    found = rows(sums(KINDS[kind](to_frame(PROJECTS))))
    assert [(row["currency"], row["projects"], row["total_cost_minor_known"]) for row in found] == [
        ("SEK", 4, 494208800)
    ]


def test_other_types_of_columns() -> None:
    """Whole numbers of fewer bits, categories and times of polars, and whole numbers of pandas without nulls."""
    frame = pl.DataFrame(
        {
            "fund": pl.Series(["ESF", None], dtype=pl.Categorical),
            "start": pl.Series(["2024-01-01", None]).str.to_datetime(),
            "currency": "SEK",
            "support_minor": pl.Series([5, 7], dtype=pl.Int16),
            "eu_support_minor": pl.Series([None, None]),
            "programming_period": None,
        }
    )
    found = rows(sums(frame, by=["fund", "year"]))
    assert [(row["fund"], row["year"], row["support_minor"], row["eu_support_unknown"]) for row in found] == [
        ("ESF", 2024, 5, 1),
        (None, None, 7, 1),
    ]
    (row,) = rows(sums(pd.DataFrame({"currency": ["SEK", "SEK"], "support_minor": [5, 7]})))
    assert row["support_minor"] == 12
    assert rows(sums(pl.DataFrame({"fund": ["ESF"], "currency": ["SEK"]}), by="fund")) == [
        {"fund": "ESF", "currency": "SEK", "projects": 1}
    ]


@pytest.mark.parametrize(
    ("frame", "by", "code"),
    [
        (pl.DataFrame({"fund": ["ESF"], "currency": ["SEK"]}), "region", "value.not_one_of"),
        (pl.DataFrame({"fund": ["ESF"], "currency": ["SEK"]}), "county", "frame.no_column"),
        (pl.DataFrame({"fund": ["ESF"], "currency": ["SEK"]}), "cci", "frame.no_column"),
        (pl.DataFrame({"fund": ["ESF"], "support_minor": [5]}), "fund", "frame.no_column"),
        (pl.DataFrame({"currency": ["SEK"], "support_minor": [5.0]}), (), "frame.column_type"),
        (pl.DataFrame({"currency": ["SEK"], "support_minor": ["5"]}), (), "frame.column_type"),
        (
            pl.DataFrame({"currency": ["SEK"], "support_minor": pl.Series([5], dtype=pl.UInt64)}),
            (),
            "frame.column_type",
        ),
        (pl.DataFrame({"fund": [1], "currency": ["SEK"]}), "fund", "frame.column_type"),
        (pl.DataFrame({"start": ["2024"], "currency": ["SEK"]}), "year", "frame.column_type"),
    ],
)
def test_what_cannot_be_summed_is_told(frame: pl.DataFrame, by: Any, code: str) -> None:  # noqa: ANN401
    """An unknown key, a column that is missing, or that holds another type."""
    with pytest.raises(InvalidValue) as told:
        sums(frame, by)
    assert told.value.code == code


def test_what_is_no_frame_is_told() -> None:
    """A list of projects is no frame."""
    with pytest.raises(TypeError, match="frame must be a data frame, as of polars or DuckDB; not list"):
        sums([])
