"""Cells that the reader of lists takes alike, so that one of them shows how all are read.

Most amounts are written as digits, with spaces between thousands or without, and at most one decimal mark: those with
as many digits in the same places are of one kind, and the value is in the digits. Most names and numbers of projects
are read as they stand. A property holds what is said here equal to what the reader of lists says of each cell.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import polars as pl

from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.formats.lists.amount_column import AmountColumn
from esfmodel.formats.table.parts import languages

if TYPE_CHECKING:
    from esfmodel.formats.lists.columns import Column, Columns

_NUMBER = FIELDS[Meaning.OPERATION_ID]
TEXTS: Final = frozenset({"name", "summary", "region", "specific_objective", "intervention_field"})
"""The fields whose text stands in a frame as it is."""

# --- Patterns; each leaves out what begins with "#", as the errors of a spreadsheet do

_BARE = r"^(?:[1-9][0-9]{0,11}|0)(?:[.,][0-9]{1,2})?$"
_GROUPED = r"^[1-9][0-9]{0,2}(?:[ \x{a0}\x{202f}][0-9]{3}){1,3}(?:,[0-9]{1,2})?(?: (?:kr|SEK|EUR|€))?$"
_ZERO = r"^0(?:[.,]0{1,2})?$"
_HUNDRED = "100"
# A number that begins with a digit, or with a letter that begins no label ("Dnr", "Projekt-nr", "Ärende").
_PLAIN_NUMBER = r"^[0-9A-CE-OQ-Z][0-9A-Z/_-]{9,98}$"
_PLAIN_TEXT = r"^[^\s#<>&]+(?: [^\s<>&]+)*$"
_SHORT = 10
_LONG = 60


@cache
def _most_letters() -> int:
    """Return how many letters the longest words have that say that nothing is stated."""
    return max(len(words) for language in languages() for words in language.nothing_stated)


def shape_of(columns: Columns, column: Column) -> pl.Expr | None:
    """Return what cells of a column have in common that are read alike, null for others; None where none are known.

    The cells are named by the index of the column, `text` here.
    """
    is_simple = column.split is None and column.signs is None and not column.words and not column.others
    if not is_simple or column.shares_cells or columns.has_absent or column.field is None:
        return None
    text = pl.col("text")
    if column.field in AMOUNTS:
        if isinstance(column.reader, AmountColumn) and column.reader.facts.mapping.numbers is not None:
            return None
        form = text.str.replace_all("[0-9]", "9")
        zero = text.str.contains(_ZERO)
        shape = pl.when(zero | (text == _HUNDRED)).then(text).otherwise(form)
        return pl.when(text.str.contains(_BARE) | text.str.contains(_GROUPED)).then(shape)
    if column.field == _NUMBER:
        is_plain = text.str.contains(_PLAIN_NUMBER) & text.str.contains("[1-9]")
        return pl.when(is_plain).then(pl.lit("number"))
    if column.field in TEXTS:
        states = text.str.contains("[0-9]") | (text.str.count_matches(r"\p{L}") > _most_letters())
        is_long = (text.str.len_chars() > _SHORT) & (states | (text.str.len_chars() >= _LONG))
        return pl.when(is_long & text.str.contains(_PLAIN_TEXT)).then(pl.lit("text"))
    return None


def key_of(shape: pl.Expr | None) -> pl.Expr:
    """Return what cells that are alike have in common: their shape, where they have one, else their text."""
    text = pl.col("text")
    # No text of a list has NUL.
    return text if shape is None else pl.coalesce(pl.concat_str(pl.lit("\0"), shape), text)


def hundredths() -> pl.Expr:
    """Return the number of an amount that has a shape, in hundredths."""
    digits = pl.col("text").str.replace_all(r"[^0-9.,]", "")
    parts = digits.str.replace(",", ".", literal=True).str.split_exact(".", 1)
    whole, rest = parts.struct.field("field_0"), parts.struct.field("field_1").fill_null("").str.pad_end(2, "0")
    return pl.concat_str(whole, rest).cast(pl.Int64)
