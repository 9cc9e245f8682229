"""Streaming a list of operations row by row, beside constructing the same projects, and the memory that it takes.

The yardstick is no reader: it is given its values, and none of them has to be found, judged or told of.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import tempfile
from collections import deque
from functools import cache, partial
from operator import eq
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel import Budget, Contribution, Fund, Funder, FundingSource, Money, Organisation, Period, Project, Rate
from esfmodel.formats import stream
from measuring import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = (
    "Diarienummer;Projektnamn;Stödmottagare;Startdatum;Slutdatum;Total projektbudget (SEK);EU-stöd (SEK);"
    "Unionens medfinansieringsgrad;Land;Fond;Program CCI;Sammanfattning"
)
SUMMARY = "Projektet stärker dem som står långt från arbetsmarknaden, i samverkan med arbetsgivare och kommuner."
CCI = "2014SE05M9OP001"
MOST_BYTES = 150_000_000
"""The goal: how much memory streaming may take above what the import has taken."""
_IMPORT = "from esfmodel.formats import stream"
_STREAM = f"{_IMPORT}\nfor item in stream({{path!r}}): pass"


def cases(large: int) -> Iterator[Case]:
    """Stream a list of a hundred thousand rows, or of fewer where all is smaller."""
    rows = large * 125 // 2
    name = f"{rows:,} rows"
    ours, theirs = partial(streamed, rows), partial(constructed, rows)
    yield Case("stream a list", name, "constructing its projects", ours, theirs, alike=eq, most=5.0)
    yield Case(
        "memory of streaming",
        name,
        "150 MB",
        partial(_bytes, rows),
        lambda: MOST_BYTES,
        alike=None,
        measure="bytes",
        most=1.0,
    )


def streamed(rows: int) -> tuple[int, Project | None]:
    """Stream a list; return the number of projects and the last of them."""
    number, last = 0, None
    for item in stream(listed(rows)):
        if item.project is not None:
            number, last = number + 1, item.project
    return number, last


def constructed(rows: int) -> tuple[int, Project | None]:
    """Construct the projects of a list, and keep the last of them."""
    last = deque(map(_project, range(rows)), maxlen=1)
    return rows, last.pop() if last else None


@cache
def listed(rows: int) -> str:
    """Write a list to a file that goes away with this process; return its path."""
    folder = tempfile.TemporaryDirectory(prefix="lists-")
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "lista.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{HEADINGS}\n")
        file.writelines(map(_line, range(rows)))
    return str(path)


def _line(index: int) -> str:
    return (
        f"{2014 + index % 7}/{index:05};Projekt {index};Kommun {index % 290};{2014 + index % 7}-{1 + index % 12:02}-01;"
        f"{2021 + index % 3}-12-31;{1_000_000 + 37 * index},50;{1_000 + 7 * index};{40 + index % 3} %;Sverige;ESF;"
        f"{CCI};{SUMMARY}\n"
    )


def _project(index: int) -> Project:
    eu_support = Contribution(Funder(source=FundingSource.EU), Money(1_000 + 7 * index))
    return Project(
        f"Projekt {index}",
        operation_id=f"{2014 + index % 7}/{index:05}",
        fund=Fund.ESF,
        cci=CCI,
        beneficiary=Organisation(f"Kommun {index % 290}"),
        period=Period(f"{2014 + index % 7}-{1 + index % 12:02}-01", f"{2021 + index % 3}-12-31"),
        budget=Budget(financing=(eu_support, Contribution.rest()), total=Money(f"{1_000_000 + 37 * index}.50")),
        country="SE",
        published_eu_rate=Rate.of_percent(40 + index % 3),
        summary=SUMMARY,
    )


def _bytes(rows: int) -> float:
    """Return the memory of a process that streams a list, above one that imports what streams."""
    return _memory_of(_STREAM.format(path=listed(rows))) - _memory_of(_IMPORT)


def _memory_of(program: str) -> float:
    told = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    # A process begins with the memory of the one that starts it, which is large here and small in a shell.
    command = ["/bin/sh", "-c", '"$0" -c "$1"; exit $?', sys.executable, f"{program}\n{told}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    # Linux counts kilobytes, macOS bytes.
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)
