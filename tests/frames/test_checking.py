"""Registers judged by columns: on every library of frames, and equal to projects judged one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.frames import check
from registers import (
    LEFT_OPEN,
    Row,
    by_columns,
    days,
    hostile_rows,
    is_of_two_programmes,
    judged,
    register,
    rows,
)

if TYPE_CHECKING:
    import datetime


def test_a_region_outside_the_country_is_told() -> None:
    """Of three projects in Sweden, one has a Danish region, and of one the region is not known."""
    frame = pl.DataFrame({"nuts": ["SE32", "DK01", None], "country": ["SE", "SE", "SE"]})
    checked = check(frame, rules=["PRJ009"])
    assert checked.outcomes["PRJ009"].to_list() == ["passed", "failed", "not evaluated"]
    assert checked.findings.select("row", "code", "severity", "expected", "found").rows() == [
        (1, "PRJ009", "warning", "SE", "DK01")
    ]
    assert checked.summary.rows() == [("PRJ009", "warning", 1, 1, 0, 1, 1)]


def test_contributions_that_are_not_the_total_are_told() -> None:
    """Of 1 000 kr, one project has raised 900; one is granted 1 200 and raises some; one is granted 1 000 by the Union.

    A difference of 50 öre among three figures in whole öre is an error, and one of a krona in whole kronor is none.
    """
    figures = {
        "stated_total_minor": [100_000, 100_000, 100_000, 100_000, 100_000],
        "support_minor": [50_000, 120_000, None, 60_050, 60_100],
        "eu_support_minor": [None, 40_000, 100_000, None, None],
        "own_contribution_minor": [40_000, None, None, 40_000, 40_000],
    }
    checked = check(pl.DataFrame({**figures, "currency": ["SEK"] * 5}), rules=["BUD003"])
    assert checked.outcomes["BUD003"].to_list() == ["failed", "failed", "passed", "failed", "passed"]
    assert checked.findings.select("row", "severity", "expected", "found", "difference_minor").rows() == [
        (0, "error", "100000", "90000", -10_000),
        (1, "error", "100000", "[120000, )", None),
        (3, "error", "100000", "100050", 50),
        (4, "info", "100000", "100100", 100),
    ]


def test_a_negative_grant_is_told() -> None:
    """Minus 5 kr is granted; of the other, the Union grants nothing."""
    frame = pl.DataFrame({"support_minor": [-500, 0], "eu_support_minor": [None, 0], "currency": ["SEK", "SEK"]})
    checked = check(frame, rules=["BUD007"])
    assert checked.outcomes["BUD007"].to_list() == ["failed", "passed"]
    assert checked.findings.select("row", "severity", "found").rows() == [(0, "warning", "-500")]


@given(st.lists(rows(), min_size=1, max_size=5), st.none() | days())
def test_columns_judge_as_projects_are_judged(drawn: list[Row], on: datetime.date | None) -> None:
    """Each rule has the outcome in each row that it has on the project of that row, and finds the same."""
    frame = register(drawn)
    for row, found, expected in zip(drawn, by_columns(check(frame, on=on), frame), judged(frame, on=on), strict=True):
        if is_of_two_programmes(row) and found["PER001"] == LEFT_OPEN:
            expected["PER001"] = LEFT_OPEN
        assert found == expected


@given(st.lists(hostile_rows(), min_size=1, max_size=6))
def test_what_is_written_otherwise_is_judged_alike_or_left_open(drawn: list[Row]) -> None:
    """What columns cannot read is not evaluated; no other outcome is another one."""
    frame = register(drawn)
    for found, expected in zip(by_columns(check(frame), frame), judged(frame), strict=True):
        for code, each in found.items():
            assert each in {expected[code], LEFT_OPEN}, code
