"""What the rows of a list show together: how many cells they have, what they sum to, in which amounts they differ.

By this a row is known whose cells stand under other headings than their own, a row of sums in any language, and the
amounts of the partners of an operation.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from esfmodel.formats.cells.grid import text_of
from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.formats.reading import Problem
from esfmodel.text.reading.labels import LabelSide, label_meaning
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.formats.cells.grid import Row, Sheet
    from esfmodel.formats.lists.columns import Columns, RowValues

_SHOWN_TEXT = 400
# So few rows of another length than the rest are a fault of theirs; more have empty columns at the end.
_RARE = 4

NAMES: Final = frozenset({"name", FIELDS[Meaning.OPERATION_ID]})
"""The fields by which an operation is called."""

OF_A_SUM: Final = AMOUNTS | NAMES | {"published_eu_rate", FIELDS[Meaning.CURRENCY], "planned_participants"}
"""The fields that a row of sums may state."""


def stated_cells(row: Row) -> int:
    """Return how many cells of a row have something in them."""
    return sum(bool(text_of(cell).strip()) for cell in row.cells)


def shown(row: Row) -> str:
    """Return the text of a row, as far as a problem shows it."""
    shown = ""
    for cell in row.cells:
        text = " ".join(text_of(cell)[:_SHOWN_TEXT].split())
        shown += f"; {text}" if shown and text else text
        if len(shown) >= _SHOWN_TEXT:
            break
    return shown[:_SHOWN_TEXT]


def is_sum(name: str) -> bool:
    """Whether a row is called a sum."""
    return label_meaning(name).side is LabelSide.TOTAL


def states_only(values: RowValues, fields: frozenset[str]) -> bool:
    """Whether a row states nothing but some fields, and figures that have none."""
    is_other = any(where.row is not None for path, where in values.evidence.items() if path not in fields)
    return not is_other and not any(any(map(str.isalpha, text)) for _, text in values.extra)


class Sums:
    """The sums of the amounts of the rows so far, by which a row of sums is known in any language.

    A sum is of all rows, or of those since the last sum. It has a name and amounts, where other rows state more.
    """

    def __init__(self, columns: Columns) -> None:
        self.others_state_more = len({column.field for column in columns.columns if column.field} - OF_A_SUM) > 1
        self._fields = [column.field for column in columns.columns if column.field in AMOUNTS]
        self._whole, self._part = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self._rows = self._rows_of_part = 0

    def add(self, values: RowValues) -> None:
        """Take an operation into account."""
        for field in self._fields:
            if field is not None and isinstance(amount := values.values.get(field), Money):
                self._whole[field, amount.currency] += amount.minor
                self._part[field, amount.currency] += amount.minor
        self._rows += 1
        self._rows_of_part += 1

    def add_all(self, sums: Mapping[tuple[str, str], int], rows: int) -> None:
        """Take operations into account, by the sums of their amounts by field and currency."""
        self._whole.update(sums)
        self._part.update(sums)
        self._rows += rows
        self._rows_of_part += rows

    def has(self, values: RowValues) -> bool:
        """Whether the amounts of a row are the sums of those above it, as far as these may be rounded."""
        amounts = {field: each for field, each in values.values.items() if isinstance(each, Money)}
        is_one = self.others_state_more and not values.values.keys() >= NAMES and states_only(values, OF_A_SUM)
        if not is_one or not any(each.minor for each in amounts.values()):
            return False
        for sums, rows in ((self._part, self._rows_of_part), (self._whole, self._rows)):
            most = rows * _HALF_OF_ONE
            if rows > 1 and all(
                abs(sums[field, each.currency] - each.minor) <= most for field, each in amounts.items()
            ):
                self._part.clear()
                self._rows_of_part = 0
                return True
        return False


_HALF_OF_ONE = 50
"""Half a krona, in öre: by so much a printed amount may have been rounded."""

_PARTED_NUMBER = re.compile(r"[^0-9,]*[0-9]{1,3}(?:,[0-9]{3}(?:\.[0-9]+)?|,[0-9]{2})[^0-9,]*|[0-9]+,[0-9]{2}")


class Shape:
    """The number of cells in the rows of a table, by which a row whose cells stand under other headings is known.

    In a workbook, which has no `delimiter`, each cell has its column; in a text a delimiter too many or too few moves
    all that follow.
    """

    def __init__(self, headings: list[str], delimiter: str | None) -> None:
        self._columns = len(headings)
        # Without any heading each column is one of the list.
        self._width = max((index for index, heading in enumerate(headings, 1) if heading), default=len(headings))
        self._is_text = delimiter is not None
        without = [index for index, heading in enumerate(headings) if index and not heading]
        self._may_be_parts = without if delimiter == "," else []
        self._lengths: Counter[int] = Counter()
        self._rare: frozenset[int] = frozenset()

    @classmethod
    def of(cls, sheet: Sheet, columns: Columns, form: str) -> Shape:
        """Return the shape of a sheet of which no row has been counted; `form` is that of its source."""
        delimiter = "," if form.startswith("commas") else ";"
        return cls([column.heading for column in columns.columns], delimiter if sheet.name is None else None)

    def count(self, row: Row) -> None:
        """Take a row into account for the number of cells that rows usually have."""
        self._lengths[len(row.cells)] += 1

    def count_all(self, rows: int) -> None:
        """Take rows into account that have a cell for each heading."""
        self._lengths[self._width] += rows

    @property
    def is_even(self) -> bool:
        """Whether a row of text with a cell for each column certainly has its cells under their headings."""
        return self._is_text and self._width == self._columns and not self._may_be_parts

    def decide(self) -> None:
        """Decide which numbers of cells are rare: an empty cell too many at the end is harmless if it is a habit."""
        rows = self._lengths.total()
        self._rare = frozenset(
            length for length, times in self._lengths.items() if times == 1 or times * _RARE < rows
        ) - {self._columns}

    def problem_of(self, row: Row) -> Problem | None:
        """Return the problem of a row whose cells may stand under other headings than their own; else None."""
        cells = len(row.cells)
        if self._has_parted_number(row):
            return Problem("list.cells_too_many", cells=cells, headings=self._width)
        if not self._is_text or cells == self._width or self.is_note(row):
            return None
        if cells < self._width:
            return Problem("list.cells_missing", cells=cells, headings=self._width)
        beyond = any(text_of(cell).strip() for cell in row.cells[self._columns :])
        if beyond or (cells > self._columns and cells in self._rare):
            return Problem("list.cells_too_many", cells=cells, headings=self._width)
        return None

    def _has_parted_number(self, row: Row) -> bool:
        """Whether a comma that is part of a number seems to part two cells: "1,234" under one heading."""
        pairs = [row.cells[index - 1 : index + 1] for index in self._may_be_parts if index < len(row.cells)]
        return any(_PARTED_NUMBER.fullmatch(",".join(map(text_of, pair))) for pair in pairs)

    def is_note(self, row: Row) -> bool:
        """Whether a row has but one cell with something in it, and is a note or the heading of a section."""
        stated = 0
        for cell in row.cells:
            if text_of(cell).strip():
                stated += 1
                if stated > 1:
                    return False
        return stated == 1 and (self._width > 2 or len(row.cells) < self._width)


class Runs:
    """The amounts that differ between the rows of one operation anywhere in a list: those of its partners.

    Where two partners have the same amount by chance, it would else be taken for that of the whole operation.
    """

    def __init__(self, columns: Columns, keys: tuple[str, ...]) -> None:
        indexes = [(column.field, index) for index, column in columns.placed() if column.field is not None]
        self.keys = [index for field, index in indexes if field in keys]
        """The indexes of the columns of what rows are merged on."""
        self._amounts = [(field, index) for field, index in indexes if field in AMOUNTS]
        self._last: Row | None = None
        self._key: list[str] = []
        self.differing: set[str] = set()

    def forget(self) -> None:
        """Compare the next row with none: the row before it is of another operation."""
        self._last = None

    def see(self, row: Row) -> None:
        """Compare a row with the row before it."""
        key = [text_of(row.cells[index]).strip() for index in self.keys if index < len(row.cells)]
        if self._last is not None and any(key) and key == self._key:
            before, stated = self._stated(self._last), self._stated(row)
            self.differing |= {field for field, text in stated.items() if before.get(field, text) != text}
        self._key, self._last = key, row

    def _stated(self, row: Row) -> dict[str, str]:
        texts = {field: text_of(row.cells[index]).strip() for field, index in self._amounts if index < len(row.cells)}
        return {field: text for field, text in texts.items() if text}
