"""A hundred thousand drawn rows: columns judge each as its project is judged, and alike on every library of frames.

It takes minutes, and so is not among the ordinary tests: `.ci/run-all` runs it.

    uv run pytest -n auto tests/frames/many_rows.py
"""

from __future__ import annotations

import datetime

import pytest

from esfmodel.frames import check
from frame_libraries import LIBRARIES
from kohesio import rows_of
from registers import LEFT_OPEN, by_columns, judged

ROWS, AT_A_TIME = 100_000, 5_000
SEED = 19
ON = datetime.date(2026, 1, 1)
MOST_LEFT_OPEN = 4
"""Of a hundred outcomes: rows whose support is stated within bounds are left open."""


@pytest.mark.parametrize("first", range(0, ROWS, AT_A_TIME))
def test_columns_judge_as_projects_are_judged(first: int) -> None:
    """Each outcome and finding is that of the project, or left open."""
    frame = rows_of(SEED, first, first + AT_A_TIME).drop("fault")
    left_open = 0
    found = by_columns(check(frame, on=ON), frame)
    for row, of_columns, of_project in zip(frame["project"], found, judged(frame, on=ON), strict=True):
        for code, expected in of_project.items():
            if of_columns[code] != expected:
                assert of_columns[code] == LEFT_OPEN, (row, code)
                left_open += 1
    assert left_open * 100 < MOST_LEFT_OPEN * sum(map(len, found))


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_finds_the_same(library: str) -> None:
    """Findings, summary and outcomes of all rows are those of polars."""
    convert, back = LIBRARIES[library]
    frame = rows_of(SEED, 0, ROWS).drop("fault")
    expected, found = check(frame, on=ON), check(convert(frame), on=ON)
    for name in ("findings", "summary", "outcomes"):
        assert back(getattr(found, name)).rows() == getattr(expected, name).rows(), name
