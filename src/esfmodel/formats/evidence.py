"""Where a value stands in its source.

>>> Evidence(file="lista.csv", row=3, line=3, column="Totalt belopp", text="450 000")
Evidence(file='lista.csv', row=3, column='Totalt belopp', line=3, text='450 000')
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from esfmodel.model.fields import as_call
from esfmodel.values.syntax import steps_of


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
