"""A column of municipalities: the places of an activity, several in a cell.

The names are kept as they are written. In a Swedish list those that are of no municipality are told once, since a
register misspells the same ones in each row ("ÖstraGöinge").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.formats.lists._column import ColumnReader, together
from esfmodel.formats.lists._grid import text_of
from esfmodel.formats.reading import Problem
from esfmodel.law import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.formats.lists._grid import Cell

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_MOST_SHOWN = 10


class PlaceColumn(ColumnReader[tuple[str, ...]]):
    """Reads the municipalities of a column; a kind of cell is the names in it that are not known."""

    def kind_of(self, cell: Cell) -> tuple[str, ...]:
        names = _names_in(text_of(cell))
        if not names:
            raise InvalidValue("value.empty")
        if not self.facts.is_swedish:
            return ()
        return tuple(name for name in names if not codes.municipalities().has_name(name))

    def decide(self) -> Iterator[Problem]:
        unknown = tuple(dict.fromkeys(name for kind in self.seen for name in kind))
        if unknown:
            seen = together(seen for kind, seen in self.seen.items() if kind)
            yield Problem(
                "list.unknown_municipalities",
                self.place,
                seen.text,
                count=seen.count,
                rows=seen.shown,
                unknown=unknown[:_MOST_SHOWN],
            )

    def refusal(self, _kind: tuple[str, ...]) -> InvalidValue | None:
        return None

    def value(self, cell: Cell, _kind: tuple[str, ...], _currency: str | None) -> tuple[str, ...]:
        return _names_in(text_of(cell))


def _names_in(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in _BETWEEN.split(text) if name.strip())
