"""A column of municipalities: the places of an activity, several in a cell.

The names are kept as they are written. In a Swedish list those that are of no municipality are told once, since a
register misspells the same ones in each row ("ÖstraGöinge").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import text_of
from esfmodel.formats.lists.column import ColumnReader
from esfmodel.formats.reading import Problem
from esfmodel.law import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.formats.cells.grid import Cell
    from esfmodel.formats.lists.column import ColumnFacts

_BETWEEN = re.compile(r"[,;\n]")
_MOST_SHOWN = 10


class PlaceColumn(ColumnReader[bool]):
    """Reads the municipalities of a column; the kind of a cell is whether all names in it are known."""

    def __init__(self, facts: ColumnFacts) -> None:
        super().__init__(facts)
        self._unknown: dict[str, None] = {}

    def kind_of(self, cell: Cell) -> bool:
        names = _names_in(text_of(cell))
        if not names:
            raise InvalidValue("value.empty")
        unknown = [name for name in names if not _is_known(name)] if self.facts.is_swedish else []
        for name in unknown[: _MOST_SHOWN - len(self._unknown)]:
            self._unknown[name] = None
        return not unknown

    def decide(self) -> Iterator[Problem]:
        if (seen := self.seen.get(False)) is not None:
            names = tuple(self._unknown)
            yield Problem(
                "list.unknown_municipalities", self.place, seen.text, count=seen.count, rows=seen.shown, unknown=names
            )

    def refusal(self, _kind: bool) -> InvalidValue | None:
        return None

    def value(self, cell: Cell, _kind: bool, _currency: str | None) -> tuple[str, ...]:
        return _names_in(text_of(cell))


def _names_in(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in _BETWEEN.split(text) if name.strip())


@lru_cache(maxsize=1_024)
def _is_known(name: str) -> bool:
    return codes.municipalities().has_name(name)
