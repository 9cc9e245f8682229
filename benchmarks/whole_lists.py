# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "dataframely>=2",
#     "duckdb>=1.4",
#     "esfmodel[polars]",
#     "hypothesis>=6.140",
#     "msgspec>=0.19",
#     "numpy>=2",
#     "py-moneyed>=3",
#     "pydantic>=2.10",
# ]
#
# [tool.uv.sources]
# esfmodel = { path = "..", editable = true }
# ///
"""How fast a register of two million rows is judged, beside the same rules written by hand, in one run.

    uv run benchmarks/whole_lists.py [--rows 2000000] [--only NAME] [--docs]

Each side is a process of its own that reads one Parquet file of a drawn register, judges it and counts; its processor
time, which other programs do not lengthen, and its peak memory are taken. The sides take turns. Before anything is
compared, what they count must be the same.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from importlib.metadata import version
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from machine import head
from table import columned

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ON = "2026-01-01"
FEW: Final = ("PRJ002", "PRJ003", "PRJ010")
"""The rules that SQL and the schema of dataframely have too."""
OBJECTS: Final = 20_000
"""So many rows are judged as objects, and their time is scaled up."""
GROWTH, SLOWER, MOST_MEMORY = 1.3, 1.5, 400 * 2**20
PAGE: Final = Path(__file__).parents[1] / "docs" / "explanation" / "speed.md"
GENERATED: Final = re.compile(
    r"(?<=<!-- written by whole_lists\.py -->\n).*?(?=<!-- end of what whole_lists\.py writes -->)", re.DOTALL
)
DRAWING: Final = Path(__file__).with_name("kohesio.py")
Failed = dict[str, int]

# --- The sides: each returns how many rows failed each rule


def _by_hand(path: Path) -> Failed:
    import polars as pl

    from peers.with_polars import checked

    summary, findings = pl.collect_all(checked(pl.scan_parquet(path)), engine="streaming")
    return {
        "findings": len(findings),
        **{code: counts["failed"] for code, counts in summary.row(0, named=True).items()},
    }


def _as_by_hand(rules: Sequence[str] | None = None) -> Sequence[str]:
    """Return these rules, or else those that are written by hand too."""
    from peers.with_polars import CODES

    return CODES if rules is None else rules


def _streaming(path: Path, rules: Sequence[str] | None = None) -> Failed:
    import polars as pl

    from esfmodel.frames import check

    found = check(pl.scan_parquet(path), on=ON, rules=_as_by_hand(rules))
    summary, findings = pl.collect_all([found.summary, found.findings], engine="streaming")
    return {"findings": len(findings), **dict(summary.select("code", "failed").rows())}


def _eager(path: Path) -> Failed:
    import polars as pl

    from esfmodel.frames import check

    found = check(pl.read_parquet(path), on=ON, rules=_as_by_hand())
    return {"findings": len(found.findings), **dict(found.summary.select("code", "failed").rows())}


def _duckdb(path: Path, rules: Sequence[str] | None = None) -> Failed:
    import duckdb

    from esfmodel.frames import check

    found = check(duckdb.read_parquet(str(path)), on=ON, rules=_as_by_hand(rules))
    findings = len(found.findings.fetchall())
    return {"findings": findings, **dict(found.summary.select("code", "failed").fetchall())}


def _objects(path: Path) -> Failed:
    import polars as pl

    from esfmodel import validate
    from esfmodel.frames import COVERED, from_frame
    from esfmodel.rules.book import RULES

    rules = [RULES[code] for code in COVERED]
    failed = dict.fromkeys(COVERED, 0)
    for project in from_frame(pl.scan_parquet(path).head(OBJECTS).collect()).projects:
        for finding in validate(project, on=ON, rules=rules).findings:
            failed[finding.code] += 1
    return failed


def _sql(path: Path) -> Failed:
    from peers.with_duckdb import failed

    return failed(path)


def _schema(path: Path) -> Failed:
    from peers.with_dataframely import failed

    return failed(path)


class Side(NamedTuple):
    """What is measured: how it is called, what it is beside, and the largest ratio to that, if there is one."""

    name: str
    work: Callable[[Path], Failed]
    beside: str | None
    most: float | None = None
    scaled: bool = False


HAND, FEW_OURS, FEW_DUCKDB = "polars by hand", "check, 3 rules, polars streaming", "check, 3 rules, DuckDB"
SIDES: Final = (
    Side(HAND, _by_hand, None),
    Side("check, polars streaming", _streaming, HAND, SLOWER),
    Side("check, polars eager", _eager, HAND),
    Side("check, DuckDB", _duckdb, HAND),
    Side("objects", _objects, HAND, scaled=True),
    Side("dataframely, 3 rules", _schema, None),
    Side(FEW_OURS, partial(_streaming, rules=FEW), "dataframely, 3 rules"),
    Side("SQL by hand, 3 rules, DuckDB", _sql, None),
    Side(FEW_DUCKDB, partial(_duckdb, rules=FEW), "SQL by hand, 3 rules, DuckDB"),
)


class Run(NamedTuple):
    """What a process took: processor time in seconds, and peak memory in bytes; and what it counted."""

    seconds: float
    memory: int
    failed: Failed


def measured(side: str, path: Path) -> Run:
    """Run one side as a process."""
    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen([sys.executable, __file__, "--side", side, str(path)], stdout=told)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{side} failed")
        told.seek(0)
        # Linux counts in KiB, macOS in bytes.
        memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        run = Run(used.ru_utime + used.ru_stime, memory, json.load(told))
        # A run takes minutes: what it has measured is seen at once.
        sys.stderr.write(f"{side}, {path.stem}: {run.seconds:.2f} s, {memory / 2**20:.0f} MiB\n")
        return run


class Line(NamedTuple):
    """The medians of a side: its time and memory at the full size, its time at a quarter of it, and its ratio."""

    side: Side
    seconds: float
    memory: int
    at_a_quarter: float
    ratio: float | None

    @property
    def growth(self) -> float:
        """How much longer a row takes at the full size than at a quarter of it."""
        return self.seconds / 4 / self.at_a_quarter


def lines(sides: Sequence[Side], whole: Path, quarter: Path, rounds: int, rows: int) -> list[Line]:
    """Measure the sides in turn, at both sizes."""
    runs: dict[tuple[str, Path], list[Run]] = {}
    for _ in range(rounds):
        for path in (quarter, whole):
            for side in sides:
                if side.scaled and path == quarter:
                    continue
                runs.setdefault((side.name, path), []).append(measured(side.name, path))
    _compare({name: each[0].failed for (name, path), each in runs.items() if path == whole})

    def seconds(side: Side, path: Path) -> list[float]:
        factor = rows / OBJECTS if side.scaled else 1.0
        return [run.seconds * factor for run in runs[side.name, path if not side.scaled else whole]]

    found: list[Line] = []
    by_name = {side.name: side for side in sides}
    for side in sides:
        other = by_name.get(side.beside or "")
        own = seconds(side, whole)
        ratio = None if other is None else statistics.median(map(_ratio, own, seconds(other, whole)))
        memory = max(run.memory for run in runs[side.name, whole])
        at_a_quarter = statistics.median(own) / 4 if side.scaled else statistics.median(seconds(side, quarter))
        found.append(Line(side, statistics.median(own), memory, at_a_quarter, ratio))
    return found


def _ratio(one: float, other: float) -> float:
    return one / other


def _compare(failed: dict[str, Failed]) -> None:
    """End the run where two sides do not count the same; objects are fewer, and other rules have other findings."""
    counted = [(name, counts) for name, counts in failed.items() if name != "objects"]
    for (name, counts), (other, theirs) in combinations(counted, 2):
        shared = counts.keys() & theirs.keys() - ({"findings"} if counts.keys() != theirs.keys() else set())
        if any(counts[each] != theirs[each] for each in shared):
            raise SystemExit(f"{name} and {other} do not count the same: {counts}, {theirs}")


def markdown(found: Sequence[Line], rows: int) -> str:
    """Write a table of the sides, and what it was measured on."""
    heading = ("what", "beside", "ratio", "goal", "met", "peak memory", f"a row at {_grouped(rows)}", "met")
    written = [heading, *map(_line, found)]
    releases = ", ".join(f"{name} {version(name)}" for name in ("polars", "narwhals", "duckdb", "dataframely"))
    counts = f"A register of {_grouped(rows)} rows, seed 1; objects {_grouped(OBJECTS)} of them, scaled up."
    return f"{head().text} {releases}. {counts}\n\n{columned(written)}\n"


def _line(line: Line) -> tuple[str, ...]:
    is_checked = line.side.name == "check, polars streaming"
    met = "" if line.ratio is None or line.side.most is None else _met(line.ratio <= line.side.most)
    memory = f"{line.memory / 2**20:.0f} MiB"
    return (
        line.side.name,
        line.side.beside or "",
        "" if line.ratio is None else f"{line.ratio:.2f}",
        "" if line.side.most is None else f"≤ {line.side.most:g}",
        met,
        f"{memory}, {_met(line.memory <= MOST_MEMORY)}" if is_checked else memory,
        "" if line.side.scaled else f"{line.growth:.2f}",
        "" if line.side.scaled else _met(line.growth <= GROWTH),
    )


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _met(met: bool) -> str:
    return "yes" if met else "no"


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what is asked for, and write it where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=2_000_000, help="how many rows the register has")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", metavar="NAME", help="the sides that have this in their name, and peers")
    parser.add_argument("--docs", action="store_true", help="renew docs/explanation/speed.md")
    parser.add_argument("--side", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if asked.side:
        name, path = asked.side
        (side,) = (each for each in SIDES if each.name == name)
        sys.stdout.write(json.dumps(side.work(Path(path))))
        return
    chosen = {side.name for side in SIDES if asked.only in side.name}
    chosen |= {side.beside for side in SIDES if side.name in chosen and side.beside}
    with tempfile.TemporaryDirectory() as folder:
        whole, quarter = (Path(folder) / f"{name}.parquet" for name in ("whole", "quarter"))
        for rows, path in ((asked.rows, whole), (asked.rows // 4, quarter)):
            # In a process of its own: the peak memory of a process is at least that of the one that starts it.
            subprocess.run([sys.executable, str(DRAWING), str(rows), str(path)], check=True)  # noqa: S603
        found = lines([side for side in SIDES if side.name in chosen], whole, quarter, asked.rounds, asked.rows)
    written = markdown(found, asked.rows)
    sys.stdout.write(written)
    if asked.docs:
        PAGE.write_text(GENERATED.sub(lambda _: f"\n{written}\n", PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
