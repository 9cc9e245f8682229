"""The columns of the frames, and the page that lists them.

After a change of the columns that is meant:

    uv run python tests/frames/test_columns.py --update
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import polars as pl

from esfmodel import Call, Organisation, OrganisationKind, Priority, Programme, Project, frames
from esfmodel.formats import to_dict
from esfmodel.frames import COLUMNS, to_frame

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "frames.md"
TABLE = re.compile(r"(?s)(<!-- the columns of (\w+) -->\n).*?(?=\n<!-- end -->)")
TYPES = {"text": pl.String, "whole number": pl.Int64, "day": pl.Date, "true or false": pl.Boolean}


def with_tables(page: str) -> str:
    """Return the page with the tables of the columns that there are."""
    return TABLE.sub(lambda place: place[1] + table_of(place[2]), page)


def table_of(level: str) -> str:
    """Write the table of a level."""
    rows = [
        f"| `{column.name}` | {column.kind} | {column.meaning} |"
        for known, columns in COLUMNS.items()
        for column in columns
        if known == level
    ]
    return "\n".join(["\n| Column | Holds | |", "|---|---|---|", *rows, ""])


def test_the_page_lists_the_columns() -> None:
    """Each column of each level is on the page, with what it holds."""
    page = PAGE.read_text("utf-8")
    assert page == with_tables(page)
    assert [level for _, level in TABLE.findall(page)] == list(COLUMNS)


def test_the_frames_have_the_columns() -> None:
    """A frame has the columns of its level in their order, of the types of their kinds, also without any row."""
    for level, columns in COLUMNS.items():
        expected = [(column.name, TYPES[column.kind]) for column in columns]
        assert to_frame([], level).schema == pl.Schema(expected)
        assert to_frame([], level).columns == [column.name for column in columns]
        assert len({column.name for column in columns}) == len(columns)
    assert dir(frames) == sorted(frames.__all__)


def test_paths_are_where_values_stand_in_a_project_file() -> None:
    """The text of a cell is the value at the path of its column, but for what is a part of one or several."""
    project = Project(
        "Gröna rum",
        operation_id="23-067-S04",
        call=Call("2023-1"),
        programme=Programme(name="ESF+"),
        priority=Priority("C"),
        beneficiary=Organisation("Falu kommun", "212000-2239", kind=OrganisationKind.MUNICIPALITY, country="SE"),
    )
    (row,) = to_frame([project]).rows(named=True)
    data = to_dict(project)
    for column in COLUMNS["project"]:
        if column.kind == "text" and row[column.name] is not None:
            value: Any = data
            for step in column.path.split("."):
                value = value[step]
            assert value == row[column.name], column.name


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
