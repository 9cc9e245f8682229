"""An empty workbook to fill in, with examples beside the facts and lists of choices in the tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from esfmodel.formats._document import whole_plain
from esfmodel.formats.cells.grid import letters_of_column
from esfmodel.formats.spreadsheet._cells import amount_format, typed
from esfmodel.formats.spreadsheet._layout import COSTS, CURRENCY, EXAMPLE, TABLES, facts_of, kind_at
from esfmodel.formats.spreadsheet._lines import Lines, cell_range
from esfmodel.formats.spreadsheet._sheets import COMPUTED, KEY, SAMPLE, SUMS, VALUE, Book
from esfmodel.formats.spreadsheet._tables import choices_sheet, facts_sheet, heading_of, input_format, lines_sheet
from esfmodel.model.project import Project
from esfmodel.values.format import InEachLanguage, check_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.formats.spreadsheet._sheets import Sheet

_LINES: Final = 40
"""The empty rows of each table; rows that are put in above the sum are summed too."""
_DIGITS: Final = 2
_LATER: Final = InEachLanguage("räknas ut vid granskningen", "computed when it is judged")
"""What a flat rate shows: its base is not one range of cells, and half a sum would be wrong."""


def template(example: Project, language: str, *, currency: str = "SEK", years: Iterable[int] = ()) -> bytes:
    """Return an empty workbook that asks for the facts of an example, which stand beside the cells to fill in.

    `years` are those of the columns of amounts; more columns may be added, with the year above them. Raises
    `InvalidValue` where XlsxWriter is not installed.
    """
    check_language(language)
    book = Book(example.name)
    amounts = amount_format(currency)
    sheet = facts_sheet(book, language, EXAMPLE[language])
    facts = [fact for fact in facts_of(whole_plain(example), Project) if not fact.path.startswith("budget.")]
    for row, fact in enumerate(facts, start=2):
        sheet.put(row, 1, heading_of(fact.path, language))
        sheet.blank(row, 2, VALUE, input_format(kind_at(fact.path), amounts))
        sheet.put(row, 3, fact.path, KEY)
        sheet.put(row, 4, typed(fact, language), SAMPLE)
    last = len(facts) + 2
    sheet.put(last, 1, heading_of(CURRENCY, language))
    sheet.put(last, 2, currency, VALUE)
    sheet.put(last, 3, CURRENCY, KEY)
    for table in TABLES:
        lines = Lines(table, (), language, spare=_LINES, years=years, is_asked=True)
        _write_sums(lines_sheet(book, lines, amounts), lines, amounts)
    choices_sheet(book, language)
    return book.data()


def _write_sums(sheet: Sheet, lines: Lines, amounts: str) -> None:
    """Write the sum of each row and of each column."""
    later = _LATER[lines.language]
    last = lines.sum_row - 1
    whole = lines.first_amount + lines.count_of_amounts - 1
    for row in range(lines.first_row, lines.sum_row) if lines.sum_column is not None else ():
        cells = f"{cell_range(row, row, lines.first_amount)}:{cell_range(row, row, whole - 1)}"
        otherwise = '""'
        if lines.table is COSTS:
            price, units, rate = (
                f"{letters_of_column(lines.keys.index(key) + 1)}{row}"
                for key in ("basis.price", "basis.units", "basis.rate")
            )
            product = f'IF(ISNUMBER({price}),IF(ISNUMBER({units}),ROUND({price}*{units},{_DIGITS}),""),"")'
            otherwise = f'IF(ISNUMBER({rate}),"{later}",{product})'
        sheet.compute(row, whole, f"=IF(COUNT({cells})>0,SUM({cells}),{otherwise})", "", amounts, COMPUTED)
    for column in range(lines.first_amount, whole + 1):
        cells = cell_range(lines.first_row, last, column)
        sheet.compute(
            lines.sum_row,
            column,
            f'=IF(COUNTIF({cells},"{later}")>0,"{later}",SUM({cells}))',
            Decimal(0),
            amounts,
            SUMS,
        )
