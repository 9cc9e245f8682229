"""The cells of the columns of a list: distinct texts are read once, by the reader of lists, and mapped back.

What one project would have in a frame follows from the values of its row, group by group: fields that decide each
other, such as the number of a body and its country, are in one group. Each distinct group is made a project by the
reader of lists, and its row is what `to_frame` writes of it.
"""

from __future__ import annotations

from functools import cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from esfmodel.errors import InvalidValue
from esfmodel.formats.evidence import Evidence
from esfmodel.formats.labels import AMOUNTS
from esfmodel.formats.lists.column import Seen
from esfmodel.formats.lists.columns import OF_ANOTHER_KIND, RowValues, given_in
from esfmodel.formats.lists.rows import body_of, project_of
from esfmodel.frames._list_alike import key_of, shape_of
from esfmodel.frames._list_rows import NUMBER
from esfmodel.frames._writing import body_cells, project_row
from esfmodel.frames.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.formats.lists.columns import Columns, Placed

# --- Groups of fields

BODY: Final = "beneficiary"
_BUDGET = "budget."
_PERIOD = ("period", "period.start", "period.end")
_PLACES = ("country", "cci")


def group_of(field: str) -> str:
    """Return the group in which a field is decided; `country` and `cci` are in that of bodies too."""
    if field in AMOUNTS or field == "currency":
        return "budget"
    return BODY if field.startswith(f"{BODY}.") else "period" if field in _PERIOD else field


@cache
def columns_of(group: str) -> tuple[str, ...]:
    """Return the columns of a frame that a group of fields decides."""
    paths = ("budget", "decisions", "") if group == "budget" else (group,)
    names = [
        column.name
        for column in COLUMNS["project"][1:]
        if any(column.path == path or (path and column.path.startswith(f"{path}.")) for path in paths)
    ]
    return tuple(names)


class Made(NamedTuple):
    """What a group of values makes in a row of a frame, and how many of them are kept without a field."""

    cells: tuple[object, ...]
    kept: int


_KEPT: Final = 100_000
"""So many distinct groups, and texts of a column, are remembered."""


class Maker:
    """Makes the cells of a frame of the values of a group, each distinct group once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, tuple[tuple[str, object], ...]], Made | None] = {}

    def made(self, group: str, values: tuple[tuple[str, object], ...]) -> Made | None:
        """Return what the values by their fields make; None where there is anything to be told of them."""
        key = group, values
        if key not in self._made:
            if len(self._made) >= _KEPT:
                self._made.clear()
            self._made[key] = _made(group, dict(values))
        return self._made[key]


_NOWHERE = Evidence()
"""Of what is made, only the cells of a frame are asked for, and no place."""


def _made(group: str, values: dict[str, Any]) -> Made | None:
    if group == BODY:
        body, problems = body_of(_row(values))
        return None if problems else Made(tuple(body_cells(body).values()), 0)
    stated = {"name": "x", **values}
    try:
        made = project_of([_row(stated)], [_NOWHERE])
        row = project_row(0, made.project)
    except InvalidValue:
        return None
    if made.problems:
        return None
    return Made(tuple(row[name] for name in columns_of(group)), len(stated) - made.values)


def _row(values: Mapping[str, object]) -> RowValues:
    return RowValues(values, (), (), dict.fromkeys(values, _NOWHERE))


# --- Texts

BLANK, VALUE, UNTAKEN, TAKEN, TOLD = range(5)
"""What a cell is: blank, a value, a text that is not read and leaves its field to other columns or takes it, and one of
which a problem tells by itself."""


class Outcome(NamedTuple):
    """What a text of a column is: its state, its value, and whether it is something of another kind."""

    state: int
    value: object = None
    is_other: bool = False


_BLANK = Outcome(BLANK)


class Texts:
    """Reads the distinct texts of one column that is settled."""

    def __init__(self, columns: Columns, placed: Placed) -> None:
        self._columns = columns
        self.placed = placed
        self._known: dict[tuple[str, str | None], Outcome] = {}

    def outcomes(self, texts: Sequence[str], currencies: Sequence[str | None]) -> list[Outcome]:
        """Return what each text is, beside the currency of its row."""
        if len(self._known) > _KEPT:
            self._known.clear()
        known = self._known
        found: list[Outcome] = []
        for key in zip(texts, currencies, strict=True):
            outcome = known.get(key)
            if outcome is None:
                outcome = known[key] = self._outcome(*key)
            found.append(outcome)
        return found

    def _outcome(self, text: str, currency: str | None) -> Outcome:
        column, reader = self.placed.column, self.placed.reader
        if self._columns.is_nothing(column, text):
            return _BLANK
        try:
            return Outcome(VALUE, reader.read(given_in(column, text), currency if column.has_currencies else None))
        except InvalidValue as error:
            state = UNTAKEN if error.code in reader.unstated else TAKEN
            is_told = error.code not in reader.told_together
            return Outcome(TOLD if is_told else state, None, error.code in OF_ANOTHER_KIND)


# --- The first pass


def see(columns: Columns, frame: pl.DataFrame) -> None:
    """Show the columns the cells of rows that are evidence of how they are written."""
    for index, column in enumerate(columns.columns):
        for seen in _alike(frame, str(index), shape_of(columns, column)):
            columns.see_all(index, seen)
    for field, indexes in columns.rivals.items():
        names = [str(index) for index in indexes]
        rows = frame.select(names).unique(maintain_order=True).iter_rows()
        for texts in takewhile(partial(_are_rivals, columns, field), rows):
            columns.see_rivals(field, texts)


def _are_rivals(columns: Columns, field: str, _texts: object) -> bool:
    """Whether several columns may still be for one field: once they differ, nothing more is to be seen."""
    return field in columns.rivals


_SHOWN = 5


def _alike(frame: pl.DataFrame, name: str, shape: pl.Expr | None) -> Iterator[Seen]:
    """Yield the cells of a column that are not blank, those that are alike together, with the first rows of them."""
    text = pl.col("text")
    stated = frame.lazy().select(text=pl.col(name), number=pl.col(NUMBER)).filter(text.str.strip_chars() != "")
    found = (
        stated.with_columns(key=key_of(shape))
        .group_by("key", maintain_order=True)
        .agg(text.first(), pl.len().alias("count"), pl.col("number").head(_SHOWN))
    )
    for first, count, rows in found.select("text", "count", "number").collect().iter_rows():
        yield Seen(first, count, rows)
