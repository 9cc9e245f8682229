"""Problems that many rows of a list share, each told once with the number of rows and which they are."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.formats.evidence import Evidence
from esfmodel.formats.reading import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SHOWN_ROWS = 20

_ONCE: Mapping[str, Callable[[int, str, str], Problem]] = MappingProxyType(
    {
        "list.above_headings": lambda count, rows, _: Problem("list.above_headings", count=count, rows=rows),
        "list.bare_rows": lambda count, rows, _: Problem("list.bare_rows", count=count, rows=rows),
        "list.bodies_in_a_row": lambda count, rows, _: Problem("list.bodies_in_a_row", count=count, rows=rows),
        "list.heading_again": lambda count, rows, _: Problem("list.heading_again", count=count, rows=rows),
        "list.merged": lambda count, rows, _: Problem("list.merged", count=count, rows=rows),
        "list.more_problems": lambda count, rows, like: Problem(
            "list.more_problems", count=count, rows=rows, like=like
        ),
        "list.notes": lambda count, rows, _: Problem("list.notes", count=count, rows=rows),
        "list.number_again": lambda count, rows, _: Problem("list.number_again", count=count, rows=rows),
        "list.operation_again": lambda count, rows, _: Problem("list.operation_again", count=count, rows=rows),
        "list.repeated": lambda count, rows, _: Problem("list.repeated", count=count, rows=rows),
        "list.rows_differ": lambda count, rows, _: Problem("list.rows_differ", count=count, rows=rows),
        "list.sums": lambda count, rows, _: Problem("list.sums", count=count, rows=rows),
        "list.unnamed_rows": lambda count, rows, _: Problem("list.unnamed_rows", count=count, rows=rows),
    }
)
"""The problems that are told once, with the number of rows, the first of them, and the kind of further problems."""


@attrs.define
class _Told:
    code: str
    place: str
    like: str | None
    where: Evidence
    rows: list[int]
    count: int = 0


class Tally:
    """Problems that many rows share, each told once with the number of rows and which they are."""

    def __init__(self) -> None:
        self._told: dict[tuple[object, ...], _Told] = {}

    def add(self, code: str, where: Evidence, *, place: str = "", like: str | None = None) -> None:
        """Count a row; the first one is shown. `like` is the code of further problems that are counted together."""
        told = self._told.setdefault((code, place, like, where.sheet), _Told(code, place, like, where, []))
        # Several rows of one operation may differ from its first, which is the row that is told.
        if where.row is not None and told.rows[-1:] == [where.row]:
            return
        told.count += 1
        if where.row is not None and len(told.rows) < _SHOWN_ROWS:
            told.rows.append(where.row)

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems, with the number of rows as `count` and the first of them as `rows`."""
        return tuple(
            _ONCE[told.code](told.count, _written(told), told.like or "").in_cell(told.where, told.place)
            for told in self._told.values()
        )


def _written(told: _Told) -> str:
    """Return the numbers of rows as people list them ("14-20, 25"), with "…" where there are more."""
    runs: list[list[int]] = []
    for number in told.rows:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    more = ["…"] if told.count > len(told.rows) else []
    return ", ".join(["\N{EN DASH}".join(map(str, run)) for run in runs] + more)
