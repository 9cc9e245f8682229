"""Registers judged by columns: equal to projects judged one by one, and alike on every library of frames."""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import LAW, RULES, InvalidValue, Period, Portfolio, Project
from esfmodel.frames import COVERED, check, to_frame
from esfmodel.law import Grade, Law, Level, Provision
from esfmodel.testing import broken_projects, lawful_portfolios, projects
from esfmodel.values.dates import Date
from frame_libraries import LIBRARIES
from registers import (
    LEFT_OPEN,
    Row,
    by_columns,
    days,
    hostile_rows,
    is_of_two_programmes,
    judged,
    left_open_for_amounts,
    register,
    rows,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_BY_PROGRAMME = ("FIN002", "PER001", "PRJ006", "PRJ011", "PRJ016", "PUB002", "PUB003")
"""The rules for which it matters of which programme a project is."""


# --- Two examples that are checked by hand


def test_a_region_outside_the_country_is_told() -> None:
    """Of three projects in Sweden, one has a Danish region, and of one the region is not known."""
    frame = pl.DataFrame({"nuts": ["SE32", "DK01", None], "country": ["SE", "SE", "SE"]})
    checked = check(frame, rules=["PRJ009"])
    assert checked.outcomes["PRJ009"].to_list() == ["passed", "failed", "not evaluated"]
    assert checked.findings.select("row", "code", "severity", "expected", "found").rows() == [
        (1, "PRJ009", "warning", "SE", "DK01")
    ]
    assert checked.summary.rows() == [("PRJ009", "warning", 1, 1, 0, 1, 1)]


def test_support_above_the_cost_is_told_with_the_difference() -> None:
    """100 öre too much among figures in kronor is an error, and a krona in thousands of kronor cannot be."""
    figures = {"total_cost_minor": [1_000_00, 1_000_01, 5_000_00], "support_minor": [1_001_00, 1_000_02, 5_000_00]}
    findings = check(pl.DataFrame({"currency": ["SEK"] * 3, **figures}), rules=["BUD004"]).findings
    assert findings.select(
        "row", "severity", "outcome", "expected", "found", "difference_minor", "currency"
    ).rows() == [
        (0, "error", "failed", "100000", "100100", 100, "SEK"),
        (1, "error", "failed", "100001", "100002", 1, "SEK"),
    ]


# --- The same as of projects


@given(st.lists(rows(), min_size=1, max_size=8), st.none() | days())
@settings(max_examples=6)
def test_columns_judge_as_projects_are_judged(drawn: list[Row], on: datetime.date | None) -> None:
    """Each rule has the outcome in each row that it has on the project of that row, and finds the same."""
    frame = register(drawn)
    for row, found, expected in zip(drawn, by_columns(check(frame, on=on), frame), judged(frame, on=on), strict=True):
        for code in _BY_PROGRAMME if is_of_two_programmes(row) else ():
            expected[code] = found[code] if found[code] == LEFT_OPEN else expected[code]
        for code in left_open_for_amounts(row):
            expected[code] = found[code] if found[code] == LEFT_OPEN else expected[code]
        assert found == expected


@given(st.lists(hostile_rows(), min_size=1, max_size=8))
@settings(max_examples=6)
def test_what_is_written_otherwise_is_judged_alike_or_left_open(drawn: list[Row]) -> None:
    """What columns cannot read is not evaluated; no other outcome is another one."""
    frame = register(drawn)
    for found, expected in zip(by_columns(check(frame), frame), judged(frame), strict=True):
        for code, each in found.items():
            assert each in {expected[code], LEFT_OPEN}, code


@given(projects() | lawful_portfolios() | st.sampled_from(COVERED).flatmap(broken_projects))
@settings(max_examples=4)
def test_what_to_frame_writes_is_judged_as_its_row(drawn: Project | Portfolio) -> None:
    """Whatever a project has, its row is judged as the project that is read from the row, or left open."""
    frame = to_frame([drawn] if isinstance(drawn, Project) else drawn)
    for found, expected in zip(by_columns(check(frame), frame), judged(frame), strict=True):
        for code, each in found.items():
            assert each in {expected[code], LEFT_OPEN}, code


# --- The same on every library of frames


@pytest.mark.parametrize("library", LIBRARIES)
@given(drawn=st.lists(rows() | hostile_rows(), max_size=8))
@settings(max_examples=2)
def test_every_library_finds_the_same(library: str, drawn: list[Row]) -> None:
    """Findings, summary and outcomes are those of polars, in their order, and of the same kind as the frame."""
    convert, back = LIBRARIES[library]
    frame = register(drawn)
    expected, found = check(frame), check(convert(frame))
    for name in ("findings", "summary", "outcomes"):
        as_polars = back(getattr(found, name))
        assert as_polars.rows() == getattr(expected, name).rows(), name
        assert as_polars.columns == getattr(expected, name).columns


def test_a_lazy_frame_is_not_collected() -> None:
    """A scan of a file that is not there is judged: nothing was read."""
    columns = {"project": pl.Int64, "nuts": pl.String, "country": pl.String}

    def refuse(_frame: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("it was read")

    lazy = pl.LazyFrame(schema=columns).map_batches(refuse, schema=columns)
    assert isinstance(check(lazy).findings, pl.LazyFrame)


def test_findings_come_by_row_and_code() -> None:
    """The rows tell what they are called in the column `project`, and come in its order."""
    columns = {"project": [9, 3], "nuts": ["SE99x"[:4], "DK01"], "country": ["DK", "SE"]}
    findings = check(pl.DataFrame(columns)).findings
    assert findings.select("row", "code").rows() == [(3, "PRJ009")]
    columns = {"project": [9, 3], "nuts": ["SE39", "DK01"], "country": ["DK", "SE"]}
    assert check(pl.DataFrame(columns)).findings.select("row", "code").rows() == [
        (3, "PRJ009"),
        (9, "PRJ009"),
        (9, "PRJ010"),
    ]


# --- What is chosen, and by which law


def test_rules_are_chosen_by_code_and_family() -> None:
    """A family stands for those of its rules that are covered."""
    frame = pl.DataFrame({"name": ["A"]})
    assert check(frame, rules=["PRJ009", "BUD"]).summary["code"].to_list() == [
        "BUD003",
        "BUD004",
        "BUD007",
        "BUD008",
        "PRJ009",
    ]
    assert check(frame).summary["code"].to_list() == list(COVERED)
    with pytest.raises(InvalidValue, match="did you mean PRJ009"):
        check(frame, rules=["PRJ09"])
    with pytest.raises(InvalidValue, match="is not judged by columns"):
        check(frame, rules=["BUD001"])
    with pytest.raises(TypeError, match="several codes or families"):
        check(frame, rules="PRJ009")


def test_severity_and_basis_are_those_of_the_book() -> None:
    """The summary has the severity of each rule."""
    summary = check(pl.DataFrame({"name": ["A"]})).summary
    assert summary["severity"].to_list() == [RULES[code].severity.value for code in COVERED]


def test_a_programme_with_an_end_of_its_own_is_left_open() -> None:
    """A pack may say until when a programme goes on; of other programmes the window is the general one."""
    row = Provision(
        "programme.2021se05sfpr001.eligibility-end",
        Date(2028, 12, 31),
        programming_period="2021-2027",
        level=Level.PROGRAMME,
        act="Commission Implementing Decision C(2026) 1",
        article="1",
        start="2026-01-01",
        grade=Grade.A,
        quote="x",
        edition="x",
        source="x",
        checked="2026-11-21",
    )
    day = datetime.date(2031, 6, 1)
    frame = pl.DataFrame({"cci": ["2021SE05SFPR001", "2021SE16FFPR001"], "start": [day, day], "end": [day, day]})
    law = Law((*LAW.provisions, row))
    assert check(frame, law=law, rules=["PER001"]).outcomes["PER001"].to_list() == ["not evaluated", "failed"]
    assert check(frame, rules=["PER001"]).outcomes["PER001"].to_list() == ["failed", "failed"]


DAY = datetime.date(2022, 1, 1)


def test_a_project_of_two_programmes_is_left_open() -> None:
    """The number has the CCI of a rural programme in front, to which the common provisions from 2021 do not apply."""
    frame = pl.DataFrame(
        {
            "cci": ["2021SE05SFPR001", "2021SE05SFPR001", None],
            "operation_id": ["2014SE06RDNP001_1", None, "2014SE06RDNP001_1"],
            "programming_period": ["2021-2027"] * 3,
            "start": [DAY] * 3,
            "end": [DAY] * 3,
        }
    )
    outcomes = check(frame, rules=["PER001"]).outcomes["PER001"].to_list()
    assert outcomes == ["not evaluated", "passed", "not applicable"]


def test_days_of_a_period_in_years_are_not_known() -> None:
    """REACT-EU began in February 2020: a project of the years from 2020 may have begun before, or not."""
    starts = [datetime.date(2020, 1, 1)] * 3 + [datetime.date(2019, 1, 1)]
    frame = pl.DataFrame(
        {
            "fund": ["ESF"] * 4,
            "programming_period": ["2014-2020"] * 4,
            "priority": ["REACT-EU"] * 4,
            "precision": ["year", "month", "day", "year"],
            "start": starts,
            "end": [datetime.date(2020, 12, 31)] * 4,
        }
    )
    outcomes = check(frame, rules=["PER001"]).outcomes["PER001"].to_list()
    assert outcomes == ["not evaluated", "failed", "failed", "failed"]


def test_a_window_within_a_month_leaves_months_and_years_open() -> None:
    """Of a law whose window goes from 15 January to 15 November, what is stated in months may be outside or not."""
    window = Period("2021-01-15", "2029-11-15")
    rows = [
        attrs.evolve(row, value=window)
        if row.key.startswith("eligibility.") and row.value == Period("2021-01-01", "2029-12-31")
        else row
        for row in LAW.provisions
    ]
    periods = [
        ("month", "2021-01-01", "2021-02-28", "not evaluated"),
        ("year", "2021-01-01", "2021-12-31", "not evaluated"),
        ("day", "2021-01-01", "2021-12-31", "failed"),
        ("month", "2021-02-01", "2029-11-30", "not evaluated"),
        ("year", "2022-01-01", "2029-12-31", "not evaluated"),
        ("month", "2021-02-01", "2029-12-31", "failed"),
        ("month", "2021-02-01", "2029-10-31", "passed"),
    ]
    frame = pl.DataFrame(
        {
            "fund": ["ESF+"] * len(periods),
            "programming_period": ["2021-2027"] * len(periods),
            "precision": [precision for precision, *_ in periods],
            "start": [datetime.date.fromisoformat(start) for _, start, _, _ in periods],
            "end": [datetime.date.fromisoformat(end) for _, _, end, _ in periods],
        }
    )
    checked = check(frame, law=Law(rows), rules=["PER001"])
    assert checked.outcomes["PER001"].to_list() == [outcome for *_, outcome in periods]
    assert [found["PER001"].outcome for found in judged(frame.with_columns(name=pl.lit("A")), law=Law(rows))] == [
        outcome for *_, outcome in periods
    ]


def test_a_programme_elsewhere_is_told_of_where_all_is_written_as_it_is_known() -> None:
    """A Swedish programme has a Danish project; a country, fund or period in another writing is left open."""
    frame = pl.DataFrame(
        {
            "cci": ["2014SE05M9OP001"] * 6,
            "country": ["DK", "SE", None, "Danmark", "DK", "DK"],
            "fund": ["ESF", "ESF", "ESF", "ESF", "E.S.F.", "ESF"],
            "programming_period": ["2014-2020"] * 5 + ["2014\N{EN DASH}2020"],
        }
    )
    checked = check(frame, rules=["PRJ016"])
    assert checked.outcomes["PRJ016"].to_list() == ["failed", "passed", *["not evaluated"] * 4]
    assert checked.findings["row"].to_list() == [0]


# --- Bad input


@pytest.mark.parametrize("convert", [convert for convert, _ in LIBRARIES.values()], ids=list(LIBRARIES))
def test_an_empty_frame_has_no_findings(convert: Callable[[pl.DataFrame], Any]) -> None:
    """Each rule has a row in the summary, with nothing counted."""
    back = next(back for each, back in LIBRARIES.values() if each is convert)
    summary = back(check(convert(register([]))).summary)
    assert summary["code"].to_list() == list(COVERED)
    assert summary.drop("code", "severity").sum_horizontal().to_list() == [0] * len(COVERED)


def test_missing_columns_and_nulls_are_not_known() -> None:
    """Without a column, and with one of nulls of any type, rules that need it are not evaluated."""
    bare = check(pl.DataFrame({"name": ["A"]})).outcomes
    assert set(bare.drop("row").row(0)) == {"not evaluated"}
    for of_type in (pl.Null, pl.Float64, pl.Boolean, pl.List(pl.Int64)):
        nulls = pl.DataFrame({name: pl.Series([None], dtype=of_type) for name in ("start", "fund", "support_minor")})
        assert check(nulls).outcomes.rows() == bare.rows()
    assert check(pd.DataFrame({"fund": [None], "start": [float("nan")]})).outcomes.iloc[0].tolist() == list(bare.row(0))


@pytest.mark.parametrize(
    ("name", "values", "of_type"),
    [
        ("support_minor", [1.5], "Float64"),
        ("support_minor", ["1"], "String"),
        ("support_minor", [2**63], "UInt64"),
        ("fund", [7], "Int64"),
        ("start", ["2024-01-01"], "String"),
        ("start", [datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)], "Datetime"),
        ("complete", ["yes"], "String"),
    ],
)
def test_a_column_of_another_type_is_an_error(name: str, values: list[object], of_type: str) -> None:
    """The error names the column and its type, before anything is computed."""
    with pytest.raises(InvalidValue) as error:
        check(pl.LazyFrame({"project": [1], name: values}))
    assert (error.value.code, error.value.params["heading"], error.value.given) == ("frame.column_type", name, of_type)


def test_what_is_lossless_is_read() -> None:
    """Smaller whole numbers, categories and midnights are as good as the usual types; a time of the day is no day."""
    frame = pl.DataFrame(
        {
            "nuts": pl.Series(["DK01", "SE32"], dtype=pl.Categorical),
            "country": pl.Series(["SE", "SE"], dtype=pl.Enum(["SE"])),
            "duration_months": pl.Series([11, 11], dtype=pl.UInt8),
            "start": [datetime.datetime.fromisoformat(each) for each in ("2024-01-01", "2024-01-01T08:00")],
            "end": [datetime.date(2024, 12, 31)] * 2,
        }
    )
    outcomes = check(frame, rules=["PRJ009", "PER003"]).outcomes
    assert outcomes.rows() == [(0, "failed", "failed"), (1, "not evaluated", "passed")]


def test_two_currencies_in_a_column_are_judged_row_by_row() -> None:
    """A krona has a hundred öre and a yen none: what rounding explains depends on the currency of the row."""
    frame = pl.DataFrame(
        {
            "currency": ["SEK", "JPY", "KWD"],
            "total_cost_minor": [1_000_000, 1_000_000, 1_000_000],
            "support_minor": [1_000_100, 1_001_000, 1_001_000],
            "eu_support_minor": [500_000, 500_000, 500_000],
        }
    )
    findings = check(frame, rules=["BUD004"]).findings
    assert findings.select("severity", "outcome").rows() == [
        ("info", "passed"),
        ("warning", "failed"),
        ("info", "passed"),
    ]


def test_a_name_twice_is_an_error() -> None:
    """PyArrow and pandas allow two columns of one name; which is meant cannot be known."""
    pa: Any = import_module("pyarrow")  # which ships no types
    twice = pa.table([pa.array(["SE"]), pa.array(["DK"])], names=["country", "country"])
    for frame in (twice, pd.DataFrame([["SE", "DK"]], columns=["country", "country"])):
        with pytest.raises(InvalidValue, match="two columns country"):
            check(frame)


def test_a_lazy_frame_needs_the_rows_to_be_named() -> None:
    """Its rows have no order to count them by."""
    with pytest.raises(InvalidValue, match="no column project") as error:
        check(pl.LazyFrame({"nuts": ["SE32"]}))
    assert error.value.code == "frame.no_row"


@pytest.mark.parametrize("given_", [None, 7, [Project("A")], {"nuts": ["SE32"]}])
def test_what_is_no_frame_is_refused(given_: object) -> None:
    """The error says what is."""
    with pytest.raises(TypeError, match="must be a data frame"):
        check(given_)
