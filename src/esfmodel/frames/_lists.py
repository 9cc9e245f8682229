"""A list of operations as a data frame, without objects for its projects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs
import polars as pl

from esfmodel.errors import InvalidValue
from esfmodel.formats.files import InputFile
from esfmodel.formats.labels import Meaning
from esfmodel.formats.lists import LIST
from esfmodel.formats.lists.list_of_operations import Item, Operations
from esfmodel.formats.lists.mapping import RowsMapping
from esfmodel.formats.reading import Counts, Problem
from esfmodel.frames._cells import Policy
from esfmodel.frames._list_cells import see
from esfmodel.frames._list_parquet import ParquetRows, frame_in, is_frame, open_parquet, unknown_in
from esfmodel.frames._list_parts import Parts
from esfmodel.frames._list_projects import SCHEMA, Plain, Rows
from esfmodel.frames._list_rows import AT, batches_in, batches_of, is_plain
from esfmodel.frames._reading import NAN
from esfmodel.frames._writing import project_row
from esfmodel.model.fields import as_call
from esfmodel.values.files import path_name
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from esfmodel.formats.cells.grid import Sheet, Source
    from esfmodel.formats.lists.columns import Columns
    from esfmodel.formats.lists.mapping import Mapping
    from esfmodel.frames._list_rows import Batch

Progress: TypeAlias = Callable[[int, int], object]

_INDEX = "project"
_ROWS = 20_000


@attrs.frozen
class ReadColumn:
    """What a column of a list was read as: its sheet, letter and heading, and the path of its field, None for none.

    >>> ReadColumn(None, "B", "Projektnamn", "name").field
    'name'
    """

    sheet: str | None
    letter: str
    heading: str
    field: str | None

    __repr__ = as_call


@attrs.frozen(eq=False)
class ListFrame:
    r"""A list of operations as a frame with a row for each project, and what is wrong with the list.

    `frame` is lazy and has the columns of `COLUMNS["project"]`; `collect` loads it. `problems`, `counts`, `format` and
    `form` are those of the `Reading` of the same list, and `columns` says what each of its columns was read as.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "lista.csv")
    ...     _ = path.write_text("Projektnamn;Fond;Andel\nGröna rum;ESF+;40 %\n", encoding="utf-8")
    ...     found = from_list(path)
    >>> found.form, found.counts.projects
    ('semicolons, UTF-8', 1)
    """

    frame: pl.LazyFrame = attrs.field(repr=False)
    problems: tuple[Problem, ...]
    counts: Counts
    columns: tuple[ReadColumn, ...]
    format: str | None
    form: str

    def collect(self) -> pl.DataFrame:
        """Return the frame with all its rows in memory."""
        return self.frame.collect()


def from_list(
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    currency: str | None = None,
    mapping: Mapping | str | os.PathLike[str] | None = None,
    floats: Rounding | None = None,
    nan: Literal["refuse", "unknown"] = "refuse",
    progress: Progress | None = None,
) -> ListFrame:
    r"""Return a list of operations as a data frame of polars: what `to_frame` writes of the projects that `read` reads.

    The list may be a text, a workbook or Parquet, of millions of rows; its headings, its mapping, its currency and all
    that is wrong with it are found and told as `read` does, by the same code. Where there is nothing to tell of a row,
    no project is made of it. The list is gone through twice, and a large frame is kept in a temporary folder for as
    long as it is used, so that the memory does not grow with the list.

    `format`, `currency` and `mapping` are those of `read`. Parquet has columns of text, whole numbers, decimals, days
    or truth values under headings as lists have them, or is a frame that `to_frame` made, whose columns are taken as
    they are. Floats in it are refused unless `floats` is `Rounding.MINOR_HALF_UP`, by which lists round; NaN is told as
    what is no amount, unless `nan` says that it is "unknown".

    `progress` is called now and then with the numbers of rows that are read and that were found.

    Raises as `read` does, and `InvalidValue` for what is no list, for columns of Parquet of a type that none has, and
    for a frame whose rows lack a name or are not numbered once each.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "lista.csv")
    ...     _ = path.write_text("Projektnamn;Fond;Andel\nGröna rum;ESF+;40 %\n", encoding="utf-8")
    ...     found = from_list(path)
    >>> found.collect().select("name", "fund").rows()
    [('Gröna rum', 'ESF+')]
    >>> [(column.heading, column.field) for column in found.columns][:2]
    [('Projektnamn', 'name'), ('Fond', 'fund')]
    """
    if nan not in NAN:
        raise InvalidValue("value.not_one_of", "nan", nan, choices=NAN)
    if floats not in {None, Rounding.MINOR_HALF_UP}:
        # As the amounts of lists are rounded that have more decimals than their currency.
        raise InvalidValue("argument.floats", "floats", floats)
    name = path_name(path)
    file = InputFile(name, name, format, currency=currency, mapping=mapping)
    if file.is_parquet:
        if mapping is None and format is None and is_frame(name):
            return _written_already(name)
        opened = open_parquet(name, Policy(floats, nan == "unknown"))
        return frame_of(file.operations_by(FrameOperations, opened), progress)
    if not file.is_list():
        # What is no list may be nothing that can be read at all, which is told as `read` tells it.
        found = file.read(strict=False).format
        raise InvalidValue("frame.no_list", "path", name, format=found, right=LIST)
    return frame_of(file.operations_by(FrameOperations), progress)


def _written_already(path: str) -> ListFrame:
    """Return a frame of projects as `to_frame` writes it, from Parquet."""
    frame, stated = frame_in(path)
    unknown = unknown_in(path)
    problems = (Problem("frame.columns_left_out", columns=unknown),) if unknown else ()
    values = sum(stated[name] for name in SCHEMA if name != _INDEX)
    rows = stated["rows"]
    counts = Counts(records=rows, projects=rows, values=values, extra=0, problems=len(problems))
    return ListFrame(frame, problems, counts, (), None, "Parquet")


def frame_of(operations: FrameOperations, progress: Progress | None = None) -> ListFrame:
    """Return the frame of the operations of a list, which are gone through here."""
    operations.progress = progress
    problems = tuple(problem for item in operations for problem in item.problems)
    return ListFrame(
        operations.parts.frame(),
        problems,
        operations.counts(len(problems)),
        tuple(operations.read_as),
        operations.layout,
        operations.form,
    )


class FrameOperations(Operations):
    """The operations of a list, whose plain rows become rows of frames and no projects."""

    def __init__(
        self,
        source: Source,
        mapping: Mapping | None = None,
        currency: str | None = None,
        layout: str | None = None,
    ) -> None:
        super().__init__(source, mapping, currency, layout)
        self.form = source.form
        self.progress: Progress | None = None
        self.read_as: list[ReadColumn] = []
        self.parts = Parts(SCHEMA, _INDEX)
        self._rows: list[dict[str, object]] = []
        self._places: list[int] = []

    def see_rows(self, sheet: Sheet, columns: Columns) -> None:
        """Show the columns every row that is evidence of how they are written."""
        if not self._is_plain(sheet, columns):
            super().see_rows(sheet, columns)
            return
        for batch in self._batches(sheet, columns):
            self.rows_found += batch.frame.height
            suspects = _suspects(batch, columns)
            is_evidence = {at: self.is_evidence(batch.row(at)) for at in suspects}
            left_out = [at for at, is_one in is_evidence.items() if not is_one]
            frame = batch.frame.filter(~pl.col(AT).is_in(left_out))
            self.shape.count_all(batch.frame.height - len(suspects))
            see(columns, frame)
            for at, row in batch.odd.items():
                if is_evidence[at]:
                    columns.see_beyond(row)
            self._see_runs(batch, frame)

    def _see_runs(self, batch: Batch, frame: pl.DataFrame) -> None:
        """Compare rows with the row before them, as far as both may be of one operation."""
        if not self.runs.keys or not frame.height:
            return
        keys = [pl.col(str(index)).str.strip_chars() for index in self.runs.keys]
        is_same = pl.all_horizontal(key == key.shift(1) for key in keys) & pl.any_horizontal(key != "" for key in keys)
        same = frame.select(is_same.fill_null(value=False).alias("same")).to_series()
        seen = same | same.shift(-1, fill_value=False)
        last = frame.height - 1
        before = -1
        for at in sorted({0, last, *seen.arg_true().to_list()}):
            if at != before + 1:
                self.runs.forget()
            # The first row of a batch follows the last one of the batch before.
            self.runs.see(batch.row(frame[AT][at]))
            before = at

    def _is_plain(self, sheet: Sheet, columns: Columns) -> bool:
        is_protected = any(column.meaning is Meaning.PROTECTED for column in columns.columns)
        is_usual = self.mapping.rows == RowsMapping() and not is_protected and self.shape.is_even
        return is_usual and (isinstance(sheet.rows, ParquetRows) or is_plain(sheet.rows, columns))

    @staticmethod
    def _batches(sheet: Sheet, columns: Columns) -> Iterator[Batch]:
        rows: Any = sheet.rows
        return batches_in(rows, columns) if isinstance(rows, ParquetRows) else batches_of(rows, columns)

    # --- The second pass

    def take_rows(self, sheet: Sheet, columns: Columns) -> Iterator[Item]:
        """Yield what is wrong with the rows; their projects become rows of frames."""
        self.read_as += [
            ReadColumn(sheet.name, column.letter, column.heading, None if column.reader is None else column.field)
            for _, column in columns.placed()
        ]
        if not self._is_plain(sheet, columns):
            for item in super().take_rows(sheet, columns):
                yield from self._taken(item, 0)
                if len(self._rows) >= _ROWS:
                    self._keep(None)
            self._keep(None)
            return
        rows = Rows(columns, self)
        for batch in self._batches(sheet, columns):
            if batch.frame.height:
                yield from self._take_batch(batch, rows.read(batch.frame), _suspects(batch, columns))
        for item in self.flush():
            yield from self._taken(item, 0)
        self._keep(None)

    def _take_batch(self, batch: Batch, plain: Plain, suspects: list[int]) -> Iterator[Item]:
        odd = self._odd(plain, suspects)
        begun = 0
        for at in odd.arg_true().to_list():
            if at > begun:
                for item in self.flush():
                    yield from self._taken(item, begun)
                self._take_plain(plain, begun, at)
            for item in self.take(batch.row(at)):
                yield from self._taken(item, at)
            begun = at + 1
        self.count_projects(0, int(plain.values.filter(~odd).sum()), int(plain.extra.filter(~odd).sum()))
        places = pl.Series(AT, range(len(odd)), pl.Int64)
        self._keep(plain.frame.with_columns(places).filter(~odd))

    def _odd(self, plain: Plain, suspects: list[int]) -> pl.Series:
        """Return which rows the reader of lists takes: each that is odd, those beside it, the first and the last."""
        number = plain.frame["operation_id"]
        rows = len(number)
        again = pl.Series([text is not None and self.numbers.has(text) for text in number.to_list()], dtype=pl.Boolean)
        ends = {0, rows - 1, *suspects}
        at_ends = pl.Series([at in ends for at in range(rows)], dtype=pl.Boolean)
        same = (number == number.shift(1)).fill_null(value=False)
        is_twice = ~number.is_first_distinct() & number.is_not_null()
        odd = plain.is_odd | again | at_ends | same | same.shift(-1).fill_null(value=False) | is_twice
        return odd | odd.shift(1).fill_null(value=False) | odd.shift(-1).fill_null(value=False)

    def _take_plain(self, plain: Plain, begin: int, end: int) -> None:
        """Take plain rows into account for those that follow."""
        self.count_projects(end - begin, 0, 0)
        self.numbers.take_all(plain.frame["operation_id"][begin:end].drop_nulls().to_list())
        if not self.sums.others_state_more:
            return
        sums: dict[tuple[str, str], int] = {}
        for path, field in plain.amounts.items():
            minor, currency = field.cells[begin:end].alias("minor"), field.currency
            rows = pl.DataFrame([minor]) if currency is None else pl.DataFrame([minor, currency[begin:end].alias("of")])
            halves = pl.col("minor") // _HALF, pl.col("minor") % _HALF
            by_currency = (
                rows.drop_nulls().group_by("of").agg(halves[0].sum().alias("high"), halves[1].sum().alias("low"))
            )
            sums |= {(path, of): high * _HALF + low for of, high, low in by_currency.iter_rows()}
        self.sums.add_all(sums, end - begin)

    def _taken(self, item: Item, at: int) -> Iterator[Item]:
        """Take the project of an item for a row of the frame, in its place; yield its problems."""
        if item.project is not None and item.index is not None:
            self._rows.append(project_row(item.index, item.project))
            self._places.append(at)
        if item.problems:
            yield Item(None, None, item.problems)

    def _keep(self, plain: pl.DataFrame | None) -> None:
        """Keep the rows of a batch in their order, of those that were taken one by one and of the others."""
        odd = pl.DataFrame(self._rows, SCHEMA).with_columns(pl.Series(AT, self._places, pl.Int64))
        self._rows, self._places = [], []
        if self.progress is not None:
            self.progress(self.rows_read, self.rows_found)
        whole = odd if plain is None else pl.concat([odd, plain]).sort(AT, maintain_order=True)
        self.parts.add(whole.drop(AT))


_HALF = 10**9
"""Whole numbers of 64 bits are summed in two halves, which do not overflow."""


def _suspects(batch: Batch, columns: Columns) -> list[int]:
    """Return the places of the rows that are not plain, or may be a note or repeat the headings."""
    names = [str(index) for index in range(len(columns.columns))]
    stated = pl.sum_horizontal((pl.col(name).str.strip_chars() != "").cast(pl.Int64) for name in names)
    may_be = batch.frame.select(((stated < 2) | _may_be_headings(columns)).alias("odd")).to_series()
    return sorted({*batch.odd, *may_be.arg_true().to_list()})


def _may_be_headings(columns: Columns) -> pl.Expr:
    """Whether a row may repeat the headings: it has the first of them in its place."""
    found = pl.lit(value=False)
    for headings, first, sign in columns.repeated:
        text = pl.col(str(first)).str.strip_chars()
        found |= text.str.starts_with(sign) & (text.str.replace_all(r"\s+", " ") == headings[first])
    return found
