"""The headings, keys, widths and lists of choices of the sheets, which written workbooks and the template share."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from esfmodel.formats.cells.grid import letters_of_column
from esfmodel.formats.schema import BASIS_NAMES
from esfmodel.formats.spreadsheet._cells import DAY_FORMAT, Typed, is_amount, is_day
from esfmodel.formats.spreadsheet._layout import (
    AMOUNT,
    BASE,
    BASIS_TYPE,
    CHOICES,
    CURRENCY,
    FUNDER_SOURCE,
    HEADING_ROWS,
    MARK,
    OTHERS,
    SHEETS,
    SUM,
    SUM_LABEL,
    TABLES,
    YEAR,
    Table,
    WordOfBasis,
    kind_at,
)
from esfmodel.formats.spreadsheet._sheets import HEADING, HEADING_OF_AMOUNTS, INPUT, KEY, SUMS
from esfmodel.model.costs import CostCategory
from esfmodel.text.telling.problems import capital, write_place
from esfmodel.text.words.labels import labels_of
from esfmodel.values.format import InEachLanguage, Labelled
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.formats.spreadsheet._lines import Lines
    from esfmodel.formats.spreadsheet._sheets import Book, Sheet

_FACT: Final = InEachLanguage("Uppgift", "Particular")
_VALUE: Final = InEachLanguage("Värde", "Value")
_AMOUNT: Final = InEachLanguage("Belopp", "Amount")
_NO_YEAR: Final = InEachLanguage("Belopp utan år", "Amount without a year")
_ALL_YEARS: Final = InEachLanguage("Summa för alla år", "Sum of all years")
_NOT_A_CHOICE: Final = InEachLanguage(
    "Ordet finns inte i listan. Behålla det?", "The word is not in the list. Keep it?"
)

_HEADINGS: Final[Mapping[str, InEachLanguage[str]]] = {
    CURRENCY: InEachLanguage("Valuta för belopp utan egen valuta", "Currency of amounts that name none"),
    BASIS_TYPE: InEachLanguage("Beräkningsgrund", "Basis"),
    "basis.price": InEachLanguage("Pris per enhet", "Price of a unit"),
    "basis.units": InEachLanguage("Antal enheter", "Number of units"),
    "basis.unit": InEachLanguage("Enhet", "Unit"),
    "basis.code": InEachLanguage("Enhetskostnadens kod", "Code of the unit cost"),
    "basis.region": InEachLanguage("Prisets region", "Region of the price"),
    "basis.year": InEachLanguage("Prisår", "Year of the price"),
    "basis.rate": InEachLanguage("Schablonens andel", "Rate of the flat rate"),
    BASE: InEachLanguage("Schablon på kostnadskategorier", "Flat rate on categories"),
    "basis.description": InEachLanguage("Vad klumpsumman avser", "What the lump sum is for"),
    FUNDER_SOURCE: InEachLanguage("Finansieringskälla", "Source of the money"),
    "funder.organisation.name": InEachLanguage("Finansiär", "Funder"),
    "funder.organisation.number": InEachLanguage("Finansiärens organisationsnummer", "Number of the funder"),
}

_WIDTHS: Final[Mapping[str, int]] = {
    **{"description": 30, "category": 24, BASE: 26},
    **{FUNDER_SOURCE: 26, "funder.organisation.name": 30, "funder.organisation.number": 22},
}
_WIDTH: Final = 16
_HEADING_LINES: Final = 2
LABEL_WIDTH: Final = 56
VALUE_WIDTH: Final = 60
_KEY_WIDTH: Final = 26
_MOST_CHOICES: Final = 1_000
"""So many rows of a sheet have lists of choices, at most."""
PERCENT: Final = "0.00%"


def heading_of(key: str, language: str) -> str:
    """Return the heading of a key of a line, or the label of a fact."""
    words = _HEADINGS.get(key)
    return capital(write_place(key, language)) if words is None else words[language]


def width_of(key: str) -> int:
    """Return the width of the column of a key, in characters."""
    return _WIDTHS.get(key, _WIDTH)


def input_format(kind: object, amounts: str) -> str:
    """Return the number format of an empty cell for a value of a type; "" for text."""
    if is_amount(kind):
        return amounts
    if is_day(kind):
        return DAY_FORMAT
    if kind is Rate:
        return PERCENT
    return "General" if kind is int or kind is Decimal else ""


def facts_sheet(book: Book, language: str, *more: str) -> Sheet:
    """Return the sheet of facts with its headings, and with more columns."""
    widths = (LABEL_WIDTH, VALUE_WIDTH, _KEY_WIDTH, *(VALUE_WIDTH for _ in more))
    sheet = book.sheet(SHEETS["project"][language], widths, frozen=1)
    sheet.put(1, 1, _FACT[language], HEADING)
    sheet.put(1, 2, _VALUE[language], HEADING)
    sheet.put(1, 3, MARK, KEY)
    for column, heading in enumerate(more, start=4):
        sheet.put(1, column, heading, HEADING)
    return sheet


def of_currency(words: str, currency: str | None) -> str:
    """Return a heading of amounts with their currency, where it is known."""
    return words if currency is None else f"{words}, {currency}"


def lines_sheet(book: Book, lines: Lines, amounts: str, currency: str | None = None) -> Sheet:
    """Return the sheet of a table with its headings, its keys, its lists of choices, and all its cells empty.

    `amounts` is the number format of its amounts, and `currency` what its headings call their currency.
    """
    table, language = lines.table, lines.language
    widths = (*map(width_of, lines.keys), *(_WIDTH for _ in range(lines.count_of_amounts)))
    sheet = book.sheet(SHEETS[table.name][language], widths, frozen=HEADING_ROWS, columns=1)
    sheet.height(1, _HEADING_LINES)
    rows = range(lines.first_row, lines.sum_row)
    for column, key in enumerate(lines.keys, start=1):
        sheet.put(1, column, heading_of(key, language), HEADING)
        sheet.put(2, column, key, KEY)
        if (table, key) in _OFFERED:
            sheet.offer(rows[:_MOST_CHOICES], column, _choices_of(table, key, language), _NOT_A_CHOICE[language])
        for row in rows:
            sheet.blank(row, column, INPUT, input_format(kind_at(key, table.kind), amounts))
        sheet.blank(lines.sum_row, column, SUMS)
    for column, year in enumerate(lines.years, start=lines.first_amount):
        if year is None:
            words = (_AMOUNT if len(lines.years) == 1 else _NO_YEAR)[language]
            sheet.put(1, column, of_currency(words, currency), HEADING_OF_AMOUNTS)
            sheet.put(2, column, AMOUNT, KEY)
        else:
            sheet.put(1, column, Typed(Decimal(year), "0"), HEADING_OF_AMOUNTS)
            sheet.put(2, column, f"{AMOUNT} {year}", KEY)
        for row in rows:
            sheet.blank(row, column, INPUT, amounts)
    if lines.sum_column is not None:
        sheet.put(1, lines.sum_column, of_currency(_ALL_YEARS[language], currency), HEADING_OF_AMOUNTS)
        sheet.put(2, lines.sum_column, SUM, KEY)
    sheet.put(lines.sum_row, 1, SUM_LABEL[language], SUMS)
    return sheet


# --- Choices


def _words_of(table: Table, key: str, language: str) -> list[str]:
    """Return the words to choose from in a column; none where anything may be written."""
    kind = CostCategory if key == BASE else kind_at(key, table.kind)
    if kind is WordOfBasis:
        return [each.text(language) for each in BASIS_NAMES]
    if not (isinstance(kind, type) and issubclass(kind, Labelled)):
        return []
    words = [*labels_of(kind)[language].values()]
    return [*words, OTHERS[language]] if key == FUNDER_SOURCE else words


_OFFERED: Final = [
    (table, key)
    for table in TABLES
    for key in (*table.columns, *table.more)
    if key == BASE or (key != YEAR and _words_of(table, key, "sv"))
]


def _choices_of(table: Table, key: str, language: str) -> str:
    """Return the range of the words to choose from."""
    letters = letters_of_column(_OFFERED.index((table, key)) + 1)
    last = len(_words_of(table, key, language)) + 1
    return f"='{CHOICES[language]}'!${letters}$2:${letters}${last}"


def choices_sheet(book: Book, language: str) -> None:
    """Add the hidden sheet with the words to choose from."""
    sheet = book.sheet(CHOICES[language], frozen=1)
    for column, (table, key) in enumerate(_OFFERED, start=1):
        sheet.put(1, column, heading_of(key, language), HEADING)
        for row, word in enumerate(_words_of(table, key, language), start=2):
            sheet.put(row, column, word)
    sheet.hide()
