"""What is compared and written of the sides of whole registers. Nothing is timed here."""

from __future__ import annotations

from pathlib import Path

import pytest

import whole_lists
from kohesio import write
from whole_lists import FEW, GENERATED, HAND, PAGE, SIDES, Line, Run, lines, markdown


def test_sides_that_do_not_count_the_same_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that both sides have are compared, and the number of findings where both have the same rules."""
    counts = {HAND: {"PRJ002": 1, "findings": 2}, "check, polars streaming": {"PRJ002": 1, "findings": 2}}

    def measured(side: str, _path: Path) -> Run:
        return Run(1.0, 1, counts[side])

    monkeypatch.setattr(whole_lists, "measured", measured)
    sides = [side for side in SIDES if side.name in counts]
    assert [line.ratio for line in lines(sides, Path("whole"), Path("quarter"), 1, 100)] == [None, 1.0]
    counts["check, polars streaming"] = {"PRJ002": 1, "PRJ003": 1, "findings": 3}
    lines(sides, Path("whole"), Path("quarter"), 1, 100)
    for other in ({"PRJ002": 2, "findings": 2}, {"PRJ002": 1, "findings": 3}):
        counts["check, polars streaming"] = other
        with pytest.raises(SystemExit, match="do not count the same"):
            lines(sides, Path("whole"), Path("quarter"), 1, 100)


def test_a_table_says_what_is_met(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ratio, the memory and the growth of the side that has goals are held against them; objects have no growth."""

    def version(_name: str) -> str:
        return "1"

    monkeypatch.setattr(whole_lists, "version", version)
    by_name = {side.name: side for side in SIDES}
    found = [
        Line(by_name[HAND], 2.0, 2**28, 0.5, None),
        Line(by_name["check, polars streaming"], 4.0, 2**28, 1.0, 2.0),
        Line(by_name["objects"], 400.0, 2**28, 100.0, 200.0),
    ]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in markdown(found, 2_000_000).splitlines()[4:]]
    assert rows == [
        ["polars by hand", "", "", "", "", "256 MiB", "1.00", "yes"],
        ["check, polars streaming", HAND, "2.00", "≤ 1.5", "no", "256 MiB, yes", "1.00", "yes"],
        ["objects", HAND, "200.00", "", "", "256 MiB", "", ""],
    ]
    assert len(GENERATED.findall(PAGE.read_text("utf-8"))) == 1


def test_sides_of_check_count_the_same(tmp_path: Path) -> None:
    """Each way in which a register is judged counts the same, of a small one."""
    path = tmp_path / "register.parquet"
    write(1500, path)
    counts = {side.name: side.work(path) for side in SIDES if "dataframely" not in side.name and side.name != "objects"}
    assert counts[HAND] == counts["check, polars eager"] == counts["check, polars streaming"] == counts["check, DuckDB"]
    few = {code: counts[HAND][code] for code in FEW}
    assert few == counts["SQL by hand, 3 rules, DuckDB"]
    assert few.items() <= counts["check, 3 rules, DuckDB"].items()
