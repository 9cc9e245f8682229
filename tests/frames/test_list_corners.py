"""What seldom happens to lists as frames: memories that are full, shapes that few lists have, types that none has."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import openpyxl
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from esfmodel import InvalidValue, read
from esfmodel.examples import PROJECTS
from esfmodel.formats.lists import column
from esfmodel.frames import _list_cells, _list_parts, _list_rows, _lists, from_list, to_frame

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADINGS = "Projektnamn;Stödmottagare;Start;Total kostnad (SEK);Statligt stöd (SEK);EU-stöd (SEK)\n"
ROWS = "".join(
    f"Rum {number};Bolag {number} AB;2024-0{number}-01;{number}00;{number};{number}0\n" for number in range(1, 9)
)


@pytest.fixture(autouse=True)
def _few_rows_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_list_rows, "ROWS", 5)
    monkeypatch.setattr(_list_parts, "MOST_IN_MEMORY", 6)
    monkeypatch.setattr(_lists, "_ROWS", 2)


def lista(folder: Path, text: str) -> Path:
    """Write a list."""
    path = folder / "lista.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_full_memory_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The values are the same where only two of them are remembered."""
    path = lista(tmp_path, HEADINGS + ROWS)
    expected = to_frame(read(path).projects)
    monkeypatch.setattr(_list_cells, "_KEPT", 2)
    assert_frame_equal(from_list(path).collect(), expected)


def test_a_plain_workbook(tmp_path: Path) -> None:
    """Rows of cells are taken one by one, some at a time."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (HEADINGS + ROWS).splitlines():
        sheet.append(line.split(";"))
    path = tmp_path / "lista.xlsx"
    book.save(path)
    assert_frame_equal(from_list(path).collect(), to_frame(read(path).projects))


def test_names_and_money_alone(tmp_path: Path) -> None:
    """Nothing but names could state more than a row of sums."""
    path = lista(tmp_path, "Projektnamn;EU-stöd (SEK)\n" + "".join(f"Rum {each};{each}00\n" for each in range(12)))
    expected = read(path, "list_of_operations")
    found = from_list(path, "list_of_operations")
    assert_frame_equal(found.collect(), to_frame(expected.projects))
    assert found.problems == expected.problems


def test_a_list_without_quotation_marks(tmp_path: Path) -> None:
    """A mapping says that the mark is a character like any other."""
    path = lista(tmp_path, HEADINGS + ROWS.replace("Rum 3", '3" rör'))
    mapping = '[file]\nquote = ""\n'
    expected = read(path, mapping=mapping)
    assert expected.projects[2].name == '3" rör'
    assert_frame_equal(from_list(path, mapping=mapping).collect(), to_frame(expected.projects))


def test_a_number_that_no_frame_holds_is_refused(tmp_path: Path) -> None:
    """It is refused as `to_frame` refuses it."""
    path = lista(tmp_path, f"Projektnamn;Start;Planerade deltagare\nA;2024-01-01;{10**18}\nB;2024-01-01;5\n")
    makers: tuple[Callable[[], object], ...] = (lambda: to_frame(read(path).projects), lambda: from_list(path))
    for make in makers:
        with pytest.raises(InvalidValue) as refused:
            make()
        assert refused.value.code == "number.too_long"


def test_a_type_that_no_list_has_is_refused(tmp_path: Path) -> None:
    """A time of the day is no value of a list."""
    path = tmp_path / "lista.parquet"
    pl.DataFrame({"Projektnamn": ["A"], "EU-stöd (SEK)": [datetime.time(1)]}).write_parquet(path)
    with pytest.raises(InvalidValue) as refused:
        from_list(path)
    assert refused.value.code == "frame.column_type"


def test_it_tells_how_far_it_has_come(tmp_path: Path) -> None:
    """The rows that are read grow up to those that were found."""
    told: list[tuple[int, int]] = []
    from_list(lista(tmp_path, HEADINGS + ROWS), progress=lambda read, found: told.append((read, found)))
    assert [found for _, found in told] == [8] * len(told)
    assert told == sorted(told)
    assert told[-1] == (8, 8)


def test_rows_in_files_are_those_asked_for() -> None:
    """Polars asks for some columns, rows of which a condition is true, and so many of them."""
    folder = _list_parts.Folder()
    files = ("0.parquet", "1.parquet")
    for name in files:
        pl.DataFrame({"a": [1, 2], "b": [3, 4]}).write_parquet(folder.path / name)

    def asked(columns: list[str] | None, predicate: pl.Expr | None, most: int | None) -> list[list[tuple[int, ...]]]:
        return [each.rows() for each in _list_parts.rows_of(folder, files, columns, predicate, most, None)]

    assert asked(None, None, None) == [[(1, 3), (2, 4)]] * 2
    assert asked(["b"], pl.col("a") > 1, 1) == [[(4,)]]
    assert asked(["a"], None, 3) == [[(1,), (2,)], [(1,)]]


def test_a_column_of_too_many_kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells of more kinds than are remembered are told of, as `read` tells of them."""
    monkeypatch.setattr(column, "MOST_KINDS", 2)
    path = lista(tmp_path, HEADINGS + ROWS + "Rum 9;Bolag;3 maj 2024;1,5;2 000;3 kr\nRum 10;Bolag;2024;1.5;2;3 EUR\n")
    found, expected = from_list(path), read(path)
    assert found.problems == expected.problems
    assert_frame_equal(found.collect(), to_frame(expected.projects))


# --- Parquet


@pytest.mark.parametrize("columns", [{"Projektnamn": "Rätt", "Fond": "ESF+"}, {"project": 0, "name": "Rätt"}])
def test_brackets_in_a_name_are_no_pattern(tmp_path: Path, columns: dict[str, object]) -> None:
    """`lista[1].parquet`, as browsers call a second download, is not taken for `lista1.parquet`, which lies beside."""
    path = tmp_path / "lista[1].parquet"
    frame = pl.DataFrame({name: [value] for name, value in columns.items()})
    frame.write_parquet(path)
    frame.with_columns(pl.col(pl.String).replace("Rätt", "Fel")).write_parquet(tmp_path / "lista1.parquet")
    assert from_list(path).collect()["name"].to_list() == ["Rätt"]


def written(folder: Path, **columns: object) -> Path:
    """Write a frame of two projects, with some columns replaced."""
    path = folder / "frame.parquet"
    usual = {"project": [0, 1], "name": ["A", "B"], "currency": ["SEK", "SEK"], "total_cost_minor": [5, 7]}
    pl.DataFrame(usual | columns).write_parquet(path)
    return path


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"project": [1, 1]}, "frame.row_twice"),
        ({"project": [None, 1]}, "frame.cells_missing"),
        ({"name": ["A", " "]}, "frame.cells_missing"),
        ({"name": ["A", None]}, "frame.cells_missing"),
        ({"start": pl.Series([0, 9 * 3600 * 1000], dtype=pl.Datetime("ms"))}, "frame.column_type"),
        ({"end": [datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)] * 2}, "frame.column_type"),
        ({"total_cost_minor": pl.Series([5, 7], dtype=pl.UInt64)}, "frame.column_type"),
    ],
)
def test_a_frame_that_is_written_wrongly_is_refused(tmp_path: Path, columns: dict[str, object], code: str) -> None:
    """Findings tell their row by its number, which must be one; a day has no time."""
    path = written(tmp_path, **columns)
    with pytest.raises(InvalidValue) as told:
        from_list(path)
    assert (told.value.code, told.value.source) == (code, str(path))


def test_rows_without_numbers_are_numbered(tmp_path: Path) -> None:
    """A column of numbers that holds nothing is as good as missing."""
    path = written(tmp_path, project=pl.Series([None, None], dtype=pl.Int64))
    assert from_list(path).collect()["project"].to_list() == [0, 1]


def test_a_frame_of_pandas_that_is_written_already(tmp_path: Path) -> None:
    """Days of pandas are times at midnight, and some of its frames are written with their index."""
    frame = to_frame(PROJECTS, backend="pandas")
    path = tmp_path / "frame.parquet"
    frame.to_parquet(path)
    assert_frame_equal(from_list(path).collect(), to_frame(PROJECTS))
    frame.iloc[[0, 1, 3]].to_parquet(path)
    found = from_list(path)
    assert found.collect()["name"].to_list() == [PROJECTS[place].name for place in (0, 1, 3)]
    assert [problem.code for problem in found.problems] == ["frame.columns_left_out"]
    assert found.counts.problems == 1


def test_a_frame_may_have_other_columns(tmp_path: Path) -> None:
    """A note beside the amounts does not make a list of it, whose amounts would stand in kronor."""
    found = from_list(written(tmp_path, note=["x", "y"]))
    assert found.collect()["total_cost_minor"].to_list() == [5, 7]
    assert [problem.params["columns"] for problem in found.problems] == [("note",)]
