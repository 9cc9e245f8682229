"""Open the source of a list, whatever form it has: a workbook, or text with delimiters."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.formats.figures import looks_like_a_figure
from esfmodel.formats.labels import FIELDS, Meaning
from esfmodel.formats.lists._archive import is_archive
from esfmodel.formats.lists._delimited import looks_delimited, open_delimited
from esfmodel.formats.lists._grid import text_of
from esfmodel.formats.lists._headings import ROWS_LOOKED_AT, heading_meaning, is_known_heading, is_named
from esfmodel.formats.lists._workbook import open_workbook
from esfmodel.formats.lists.mapping import Mapping
from esfmodel.formats.table.projects import is_table
from esfmodel.text.reading.labels import LabelSide, label_meaning
from esfmodel.values.files import Spool, as_read_error

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from esfmodel.formats.lists._grid import Source

_START = 100_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def open_source(given: str | os.PathLike[str] | Spool | bytes, name: str, mapping: Mapping | None = None) -> Source:
    """Return an opened workbook or text, given by its path or its bytes; `name` is what messages call it.

    Raises `ReadError` for what is neither.
    """
    mapping = Mapping() if mapping is None else mapping
    if is_archive(start_of(given, name)):
        path = given.path if isinstance(given, Spool) else given
        # A formula that was never computed states an amount of a budget, which is then not known.
        return open_workbook(path, name, mapping, keeps_formulas=mapping.budget is not None)
    if mapping.budget is not None:
        return open_delimited(given, mapping, name=name, knows=_is_known_label)
    patterns = mapping.headings
    return open_delimited(
        given, mapping, name=name, knows=lambda heading: is_named(heading, patterns) or is_known_heading(heading)
    )


def _is_known_label(text: str) -> bool:
    """Whether a text is a label that a budget sheet may have; it has them at the head of its rows."""
    return label_meaning(text).side is not LabelSide.UNKNOWN or is_known_heading(text)


def source_of_text(text: str, name: str, mapping: Mapping | None = None) -> Source:
    """Return the source of a text that is decoded already."""
    return open_source(text.encode(), name, mapping)


def start_of(given: str | os.PathLike[str] | Spool | bytes, name: str) -> bytes:
    """Return the first bytes of a source. Raises `ReadError` for a file that cannot be read."""
    if isinstance(given, bytes):
        return given[:_START]
    with as_read_error(name):
        path = Path(given.path if isinstance(given, Spool) else given)
        if path.is_dir():
            raise IsADirectoryError
        with path.open("rb") as file:
            return file.read(_START)


# --- Whether a source holds a list

_MONEY = frozenset(meaning for meaning, field in FIELDS.items() if field.startswith("budget."))
_OF_ANY_TABLE = _MONEY | {Meaning.APPLIED, Meaning.EU_RATE, Meaning.CURRENCY, Meaning.NO_FIELD, Meaning.UNKNOWN}
_IDENTITY = frozenset({Meaning.NAME, Meaning.OPERATION_ID})


def holds_list(start: bytes) -> bool:
    """Whether a file that begins so is a workbook, or a text that is a list."""
    if is_archive(start):
        return True
    if start.startswith(_UTF_16):
        return is_list(start.decode("utf-16", "replace"))
    # What is not UTF-8 has its encoding found when it is opened; delimiters are the same in all.
    return is_list(start.decode("utf-8", "replace"))


def is_list(sample: str) -> bool:
    """Whether a text is a list of operations, or another table with columns that no other reader of ours knows.

    A table of names and money alone is a finance table, whose sums are checked.
    """
    if not looks_delimited(sample):
        return False
    rows = [
        [text for cell in row.cells if (text := text_of(cell).strip())]
        for row in islice(source_of_text(sample, "").sheets[0].rows(), ROWS_LOOKED_AT)
    ]
    meanings = (frozenset(map(heading_meaning, row)) for row in rows)
    if any(_IDENTITY & known and known - _OF_ANY_TABLE - _IDENTITY for known in meanings):
        return True
    # A table of rows of cells is no page of a project, whatever its cells begin with.
    return not (_is_of_money(rows) and is_table(sample))


_SIDES_OF_MONEY = frozenset({LabelSide.FINANCING, LabelSide.COST, LabelSide.TOTAL})


def _is_of_money(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows of a table are amounts by their labels, or its columns by their headings.

    The reader of finance tables takes words that it does not know for names of costs, as those of a list in another
    language would be.
    """
    table = [row for row in rows if len(row) > 1]
    labels = [label_meaning(row[0]).side in _SIDES_OF_MONEY for row in table]
    first: Sequence[str] = table[0] if table else ()
    if any(map(looks_like_a_figure, first)):
        return 2 * sum(labels) >= len(labels)
    headings = [label_meaning(cell) for cell in first]
    are_known = all(
        each.side is not LabelSide.UNKNOWN or each.currency or each.unit or any(map(str.isdigit, cell))
        for each, cell in zip(headings, first, strict=True)
    )
    return are_known and (any(labels) or any(each.side in _SIDES_OF_MONEY for each in headings))
