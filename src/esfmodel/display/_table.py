"""A table for both plain text and HTML, so that both have the same rows, words and rounding.

>>> table = Table("Kostnader", ("Kategori", "Belopp"), [("Resor", "5 kr")], [("Summa", "5 kr")], amounts={1})
>>> print(table.text())
Kategori  Belopp
----------------
Resor       5 kr
----------------
Summa       5 kr
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from esfmodel.display.columns import Section, write_table
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.text.writing.numbers import write_number
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

LANGUAGES_OF_NUMBERS: Final = InEachLanguage(SWEDISH, ENGLISH)
"""The tables of words by which numbers are written."""


def _as_set(columns: Sequence[int] | set[int] | range) -> frozenset[int]:
    return frozenset(columns)


@attrs.frozen
class Table:
    """The texts of a table: caption, headings, rows and sums; `amounts` are the indexes of the columns of amounts.

    The first cell of a row is its heading; two leading spaces make the row a part of the one above.
    """

    caption: str
    header: tuple[str, ...]
    rows: Section
    sums: Section = ()
    amounts: frozenset[int] = attrs.field(default=frozenset(), converter=_as_set, kw_only=True)

    def text(self, width: int | None = None) -> str:
        """Return the table as plain text without its caption; `width` is as in `write_table`."""
        return write_table([[self.header], self.rows, self.sums], right=self.amounts, width=width)


# --- Tables that are too long to be shown whole

_MORE_ROWS: Final = InEachLanguage(
    ("… och {number} rad till", "… och {number} rader till"), ("… and {number} more row", "… and {number} more rows")
)
_MORE: Final = InEachLanguage("… och {number} till", "… and {number} more")


def first_of(items: Sequence[T], most: int | None) -> tuple[Sequence[T], Sequence[T]]:
    """Return the items that are shown, and the rest; a single one more is shown too.

    >>> first_of("abcd", 2), first_of("abc", 2), first_of("abc", None)
    (('ab', 'cd'), ('abc', ''), ('abc', ''))
    """
    if most is None or len(items) <= most + 1:
        return items, items[:0]
    return items[:most], items[most:]


def more_rows(number: int, language: str) -> str:
    r"""Return the heading of the row that stands for those that are not shown.

    >>> more_rows(9_980, "sv").replace("\N{NO-BREAK SPACE}", " ")
    '… och 9 980 rader till'
    """
    return _MORE_ROWS[language][number != 1].format(number=write_count(number, language))


def more(number: int, language: str) -> str:
    """Return what ends a list of which so many items are not shown."""
    return _MORE[language].format(number=write_count(number, language))


def write_count(number: int, language: str) -> str:
    """Return a whole number in digits as a language groups them."""
    return write_number(number, 0, LANGUAGES_OF_NUMBERS[language])
