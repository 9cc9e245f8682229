"""An empty workbook to fill in, with examples beside the facts and lists of choices in the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.formats._document import whole_plain
from esfmodel.formats.spreadsheet._cells import Typed, amount_format, typed
from esfmodel.formats.spreadsheet._layout import CURRENCY, EXAMPLE, TABLES, Fact, facts_of, kind_at
from esfmodel.formats.spreadsheet._lines import Lines
from esfmodel.formats.spreadsheet._sheets import COMPUTED, KEY, SUMS, VALUE, Book
from esfmodel.formats.spreadsheet._tables import (
    VALUE_WIDTH,
    choices_sheet,
    facts_sheet,
    heading_of,
    input_format,
    lines_sheet,
)
from esfmodel.model.project import Project
from esfmodel.values.format import check_language

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINES: Final = 40
"""The empty rows of each table; rows that are put in above the sum are summed too."""


def template(example: Project, language: str, *, currency: str = "SEK", years: Iterable[int] = ()) -> bytes:
    """Return an empty workbook that asks for the facts that `example` states, beside which they stand.

    `years` are those of the columns of amounts; more columns may be added, with the year above them.
    """
    check_language(language)
    book = Book(SHEET_TITLE[language])
    _write_facts(book, example, language, currency)
    for table in TABLES:
        lines = Lines(table, (), language, spare=_LINES, years=years, all_columns=True)
        _write_lines(book, lines, amount_format(currency))
    choices_sheet(book, language)
    return book.data()
