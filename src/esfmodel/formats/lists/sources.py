"""Open the source of a list, whatever form it has: a workbook, or text with delimiters."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError
from esfmodel.formats.cells.archive import is_archive
from esfmodel.formats.cells.grid import text_of
from esfmodel.formats.cells.workbook import open_workbook
from esfmodel.formats.figures import is_only_kronor, looks_like_a_figure
from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning, known_label
from esfmodel.formats.lists._delimited import looks_delimited, open_delimited, open_delimited_text
from esfmodel.formats.lists._headings import (
    ROWS_LOOKED_AT,
    are_swedish,
    heading_meaning,
    is_known_heading,
    is_named,
)
from esfmodel.formats.lists.decoding import is_utf_8
from esfmodel.formats.lists.mapping import Mapping
from esfmodel.formats.table.finance_table import read_finance_table
from esfmodel.formats.table.projects import is_table
from esfmodel.text.reading.labels import LabelSide, label_meaning
from esfmodel.values.files import Spool, as_read_error

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from esfmodel.formats.cells.grid import Row, Source

_START = 100_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def open_source(given: str | os.PathLike[str] | Spool, name: str, mapping: Mapping | None = None) -> Source:
    """Return an opened workbook or text, given by its path; `name` is what messages call it.

    Raises `ReadError` for what is neither.
    """
    mapping = Mapping() if mapping is None else mapping
    if is_archive(start_of(given, name)):
        path = given.path if isinstance(given, Spool) else given
        # A formula that was never computed states an amount of a budget, which is then not known.
        keeps_formulas = mapping.budget is not None
        return open_workbook(path, name, mapping.file.sheet, keeps_formulas=keeps_formulas)._replace(held=given)
    knows = _knows(mapping) if mapping.budget is None else _is_known_label
    return open_delimited(given, mapping, name=name, knows=knows)


def _is_known_label(text: str) -> bool:
    """Whether a text is a label that a budget sheet may have; it has them at the head of its rows."""
    return label_meaning(text).side is not LabelSide.UNKNOWN or is_known_heading(text)


def source_of_text(text: str, name: str, mapping: Mapping | None = None) -> Source:
    """Return the source of a text that is decoded already, whatever encoding the mapping states."""
    mapping = Mapping() if mapping is None else mapping
    return open_delimited_text(text, mapping, name=name, knows=_knows(mapping))


def _knows(mapping: Mapping) -> Callable[[str], bool]:
    """Return whether a heading is one of the mapping, or of the vocabulary."""
    patterns = mapping.headings
    return lambda heading: is_named(heading, patterns) or is_known_heading(heading)


def start_of(given: str | os.PathLike[str] | Spool, name: str) -> bytes:
    """Return the first bytes of a source. Raises `ReadError` for a file that cannot be read."""
    with as_read_error(name):
        path = Path(given.path if isinstance(given, Spool) else given)
        if path.is_dir():
            raise IsADirectoryError
        with path.open("rb") as file:
            return file.read(_START)


# --- Whether a source holds a list

_AMOUNTS = frozenset(meaning for meaning, field in FIELDS.items() if field in AMOUNTS)
_OF_A_FINANCE_TABLE = _AMOUNTS | {Meaning.NAME, Meaning.EU_RATE, Meaning.NO_FIELD, Meaning.UNKNOWN}
_IDENTITY = frozenset({Meaning.NAME, Meaning.OTHER_NAME, Meaning.OPERATION_ID})


def holds_list(start: bytes) -> bool:
    """Whether a file that begins so is a workbook, or a text that is a list."""
    return is_archive(start) or is_list(_text_in(start))


def is_of_money(start: bytes) -> bool:
    """Whether a list that begins so is a text with names and money alone, which is a finance table too."""
    if is_archive(start):
        return False
    rows = tuple(islice(source_of_text(_text_in(start), "").sheets[0].rows(), ROWS_LOOKED_AT))
    headings = _headings_in(rows, _stated(rows))
    return headings is not None and _are_of_money(tuple(map(heading_meaning, headings)))


def _text_in(start: bytes) -> str:
    if start.startswith(_UTF_16):
        return start.decode("utf-16", "replace")
    try:
        # The last character may be cut off.
        return codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        # The encoding is found when the file is opened; in most others the headings are ASCII, or those of this one.
        return start.decode("utf-8" if is_utf_8(lambda: iter([start])) else "cp1252", "replace")


_OF_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def is_list(sample: str) -> bool:
    """Whether a text is a list of operations, or another table with columns that no other reader of ours knows.

    A table of names and money alone is a finance table, whose sums are checked, if it says in which currency it is: the
    reader of finance tables would else assume one.
    """
    if _OF_JSON.match(sample):
        return False
    try:
        source = source_of_text(sample, "")
    except ReadError:
        # The reader of lists says that its cells are not parted; that of pages would take headings for values.
        lines = sample.split("\n", ROWS_LOOKED_AT)[:ROWS_LOOKED_AT]
        return any(_are_headings(_GAP.split(line.strip())) for line in lines)
    rows = tuple(islice(source.sheets[0].rows(), ROWS_LOOKED_AT))
    cells = _stated(rows)
    if _are_of_a_page(cells):
        return False
    headings = _headings_in(rows, cells)
    if headings is not None:
        are_of_money = _are_of_money(tuple(map(heading_meaning, headings)))
        return not (are_of_money and is_table(sample) and _states_currency(sample, headings))
    # A table of rows of cells is no page of a project, whatever its cells begin with.
    return looks_delimited(sample) and not (_is_of_money(cells) and is_table(sample))


_GAP = re.compile(r" {2,}|:")


def _stated(rows: Iterable[Row]) -> list[list[str]]:
    return [[text for cell in row.cells if (text := text_of(cell).strip())] for row in rows]


def _are_of_a_page(rows: Iterable[Sequence[str]]) -> bool:
    """Whether most rows are a label and its value, as on the page of one project.

    A value may itself look like a heading: "Region: Övre Norrland".
    """
    stated = [row for row in rows if row]
    labelled = [row for row in stated if len(row) <= 2 and any(map(known_label, row[0].split(" / ")))]
    return len(labelled) > 2 and 2 * len(labelled) > len(stated)


def _are_of_money(meanings: Sequence[Meaning]) -> bool:
    """Whether headings are those of one column of names, and of amounts of different kinds.

    Of two columns of one kind, which are asked about in a list, a finance table has the first for the right one.
    """
    amounts = [meaning for meaning in meanings if meaning in _AMOUNTS]
    is_clear = meanings.count(Meaning.NAME) == 1 and 0 < len(amounts) == len(set(amounts))
    return is_clear and _OF_A_FINANCE_TABLE.issuperset(meanings)


def _headings_in(rows: Sequence[Row], cells: Sequence[Sequence[str]]) -> Sequence[str] | None:
    """Return the first row that names projects and something else of them, with rows of cells below or with none.

    The number of cells does not matter: a row with one too many is no reason to read a list as something else.
    """
    for index, row in enumerate(cells):
        known = _known_in(row)
        below = [len(each) > 1 or rows[at].problem is not None for at, each in enumerate(cells[index + 1 :], index + 1)]
        if _IDENTITY & known and len(known) > 1 and 2 * sum(below) >= len(below):
            return row
        if below and _are_headings(row):
            return row
    return None


def _known_in(row: Iterable[str]) -> frozenset[Meaning]:
    return frozenset(map(heading_meaning, row)) - {Meaning.UNKNOWN}


def _are_headings(row: Sequence[str]) -> bool:
    """Whether all cells of a row are headings that are known, and one names projects."""
    known = _known_in(row)
    return len(known) > 2 and len(known) == len(row) and bool(_IDENTITY & known)


def _states_currency(sample: str, headings: Sequence[str]) -> bool:
    """Whether a finance table says in which currency its amounts are; "kr" is that of Sweden in Swedish alone."""
    if any(map(is_only_kronor, headings)) and not are_swedish(headings):
        return False
    return all(problem.code != "table.currency_assumed" for problem in read_finance_table(sample).problems)


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
