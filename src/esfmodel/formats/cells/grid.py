"""Rows of cells, as the readers of delimited text and of workbooks yield them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar

from esfmodel.errors import ReadError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal
    from typing import Protocol

    from esfmodel.formats.reading import Problem

    class _Named(Protocol):
        @property
        def name(self) -> str | None: ...


NamedT = TypeVar("NamedT", bound="_Named")


class TypedCell(NamedTuple):
    """A cell of a workbook that holds no text: its value, and the text that a person sees or would type.

    A number is the shortest decimal that the stored one stands for. `format` is its number format, which may name a
    currency or per cent; `is_formula` is whether a formula computed it. The value is None for a formula that is kept
    although it has no number: its text is what it computed, or "".
    """

    value: bool | Decimal | datetime.datetime | datetime.date | datetime.time | None
    text: str
    format: str = "General"
    is_formula: bool = False


Cell: TypeAlias = str | TypedCell
"""A cell: its text exactly as given, "" where it is empty, or what a workbook holds instead of text."""


def text_of(cell: Cell) -> str:
    """Return the text of a cell."""
    return cell if isinstance(cell, str) else cell.text


def cell_key(text: str) -> str:
    """Return a text as texts of cells and names of sheets are compared: in any case, with any white space.

    >>> cell_key(" EFRE ") == cell_key("efre")
    True
    """
    return " ".join(text.split()).casefold()


class Row(NamedTuple):
    """A row of a sheet: its number as a spreadsheet counts, from 1, its first line in a text, and its cells.

    `problem` says why the cells cannot be trusted, such as a quote that is never closed; its text is then the only
    cell.
    """

    number: int
    line: int | None
    cells: tuple[Cell, ...]
    problem: Problem | None = None


class Sheet(NamedTuple):
    """A sheet of a workbook, or the only one of a text (`name` is None); `rows` goes through it anew at each call.

    Rows without any cell are left out, but counted.
    """

    name: str | None
    rows: Callable[[], Iterator[Row]]


def sheets_called(sheets: Sequence[NamedT], wanted: str | None, source: str) -> list[NamedT]:
    """Return the sheets of a name, in any case and with the wildcard `*`, which no name may hold itself; all for None.

    Raises `ReadError` for a name that no sheet of the source has.

    >>> [each.name for each in sheets_called([Sheet("Stand 2023", iter), Sheet("Noter", iter)], "stand *", "a.xlsx")]
    ['Stand 2023']
    """
    if wanted is None:
        return [*sheets]
    found = [each for each in sheets if each.name is not None and fnmatchcase(cell_key(each.name), cell_key(wanted))]
    names = tuple(each.name for each in sheets if each.name is not None)
    if not names:
        raise ReadError("list.no_sheets", "sheet", wanted, source=source)
    if not found:
        raise ReadError("workbook.no_such_sheet", "sheet", wanted, source=source, choices=names)
    return found


class Source(NamedTuple):
    """An opened source: its name, the name of its form ("semicolons, cp1252", "workbook"), its sheets, its problems."""

    name: str
    form: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()
    held: object = None
    """What must be there as long as the source is read: its temporary file."""


# --- Columns

MOST_COLUMNS: Final = 1_000
"""The most columns of a list. A cell beyond them is a slip of the keyboard, or made to exhaust its readers."""
_ALPHABET = 26


def number_of_column(letters: str) -> int:
    """Return the number of a column, from 1.

    >>> number_of_column("D"), number_of_column("XFD")
    (4, 16384)
    """
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def letters_of_column(number: int) -> str:
    """Return the letters of a column.

    >>> letters_of_column(4), letters_of_column(16384)
    ('D', 'XFD')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters
