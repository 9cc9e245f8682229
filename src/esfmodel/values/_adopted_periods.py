"""The programming periods whose acts are adopted: `data/periods.toml` lists them; a new period is a new row there."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TypedDict, cast

from esfmodel.errors import ReadError
from esfmodel.values.programming_period import ProgrammingPeriod

_FILE = files("esfmodel.values") / "data" / "periods.toml"


class _Row(TypedDict):
    """A row of `data/periods.toml`."""

    first: int
    last: int
    act: str
    source: str


@cache
def adopted_periods() -> tuple[ProgrammingPeriod, ...]:
    """Return the programming periods of the file, in their order."""
    return read_periods(_FILE.read_text("utf-8"))


def read_periods(text: str) -> tuple[ProgrammingPeriod, ...]:
    """Read programming periods from TOML; raise `ReadError` for a row with other fields, or out of order."""
    rows = cast("list[_Row]", tomllib.loads(text)["period"])
    fields = tuple(_Row.__annotations__)
    for number, row in enumerate(rows, start=1):
        if sorted(row) != sorted(fields):
            raise ReadError(
                "programming_period.fields", f"period {number}", sorted(row), source=_FILE.name, fields=fields
            )
    periods = tuple(ProgrammingPeriod(row["first"], row["last"]) for row in rows)
    for earlier, later in pairwise(periods):
        if later.first <= earlier.last:
            raise ReadError("programming_period.order", "", str(later), source=_FILE.name, earlier=earlier)
    return periods
