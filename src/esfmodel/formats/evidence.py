"""Where a value stands in its source.

>>> Evidence(file="lista.csv", row=3, line=3, column="Totalt belopp", text="450 000")
Evidence(file='lista.csv', row=3, column='Totalt belopp', line=3, text='450 000')
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, TypeAlias

import attrs

from esfmodel.model.fields import as_call
from esfmodel.values.syntax import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(kw_only=True)
class Evidence:
    """Where a value stands in its source, and what is written there; what the source does not have is None.

    `row` counts the rows of a sheet or table from 1, as a spreadsheet does, and `line` the lines of a text. `column` is
    the heading of the column as printed, or its letter where it has no heading, and both ("D (EU)") for a heading in a
    workbook that looks like a letter. `spans` are the parts of a text from the first up to the second character; `text`
    is what stands there, as given, and `words` are those beside it that tell what it is ("projektägare är").

    >>> Evidence(sheet="Projekt", row=3, column="Totalt belopp").line is None
    True
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    line: int | None = None
    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""
    words: tuple[str, ...] = ()

    __repr__ = as_call


class Places(MutableMapping[str, Evidence]):
    """Where the values of one project stand, by their paths.

    A list has millions of cells, and few of them are ever asked for: the evidence of a cell is made when it is.

    >>> places = Places.of_cells({"name": ("lista.csv", None, 3, 3, "Projektnamn", "Gröna rum")})
    >>> places["name"]
    Evidence(file='lista.csv', row=3, column='Projektnamn', line=3, text='Gröna rum')
    """

    __slots__ = ("_places",)

    def __init__(self, *known: Mapping[str, Evidence]) -> None:
        """Hold the places of several mappings; the last that has a path decides."""
        self._places: dict[str, Evidence | CellPlace] = {}
        for each in known:
            self._places |= each._places if isinstance(each, Places) else each

    @classmethod
    def of_cells(cls, cells: Mapping[str, CellPlace]) -> Places:
        """Return the places of values in cells."""
        places = cls()
        places._places |= cells
        return places

    def __getitem__(self, path: str) -> Evidence:
        place = self._places[path]
        if not isinstance(place, Evidence):
            file, sheet, row, line, column, text = place
            place = Evidence(file=file, sheet=sheet, row=row, column=column, line=line, text=text)
            self._places[path] = place
        return place

    def __setitem__(self, path: str, place: Evidence) -> None:
        self._places[path] = place

    def __delitem__(self, path: str) -> None:
        del self._places[path]

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(dict(self))


CellPlace: TypeAlias = tuple[str | None, str | None, int, int | None, str, str]
"""The file, sheet, row, line, column and text of a cell."""


@attrs.frozen
class KnownPlaces:
    """Where the values of projects stand, by the paths of the values; "" is the path of the project itself."""

    places: tuple[Mapping[str, Evidence], ...]

    def find(self, index: int, path: str) -> Evidence:
        """Return the place of a value, else that of what holds it.

        >>> row, cell = Evidence(row=3), Evidence(row=3, column="Start")
        >>> places = KnownPlaces(({"": row, "period.start": cell},))
        >>> places.find(0, "period.start") is cell, places.find(0, "period.end") is row
        (True, True)
        """
        known = self.places[index]
        ends = [end for _, end in steps_of(path)]
        return next(known[end] for end in (*reversed(ends), "") if end in known)
