"""Where a value stands in its source.

>>> Evidence(file="lista.csv", row=3, line=3, column="Totalt belopp", text="450 000")
Evidence(file='lista.csv', row=3, column='Totalt belopp', line=3, text='450 000')
"""

from __future__ import annotations

import attrs

from esfmodel.model.fields import as_call


@attrs.frozen(kw_only=True)
class Evidence:
    """Where a value stands in its source, and what is written there; what the source does not have is None.

    `row` counts the rows of a sheet or table from 1, as a spreadsheet does, and `line` the lines of a text. `column` is
    the heading of the column as printed, or its letter where it has no heading. `spans` are the parts of a text from
    the first up to the second character; `text` is what stands there, as given.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    line: int | None = None
    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""

    __repr__ = as_call
