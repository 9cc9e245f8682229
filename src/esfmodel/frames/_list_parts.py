"""The rows of a frame in parts: in memory while they are few, else in a temporary folder, so that memory is bounded."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
from polars.io.plugins import register_io_source

from esfmodel.values.files import as_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_IN_MEMORY = 100_000
"""The most rows that are held in memory; some hundred megabytes."""


class Folder:
    """A temporary folder, which is there as long as somebody holds this."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="esfmodel-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class Parts:
    """Takes the rows of a frame in parts, and numbers them."""

    def __init__(self, schema: Mapping[str, type[pl.DataType]], index: str) -> None:
        self._schema = pl.Schema(schema)
        self._index = index
        self._rows = 0
        self._frames: list[pl.DataFrame] = []
        self._folder: Folder | None = None
        self._files: list[str] = []

    def add(self, frame: pl.DataFrame) -> None:
        """Add rows, which follow those of the parts before."""
        index = pl.int_range(self._rows, self._rows + frame.height, dtype=pl.Int64).alias(self._index)
        self._rows += frame.height
        self._frames.append(frame.with_columns(index).select(*self._schema))
        if self._folder is not None or self._rows > MOST_IN_MEMORY:
            self._write()

    def _write(self) -> None:
        if self._folder is None:
            self._folder = Folder()
        for frame in self._frames:
            self._files.append(f"{len(self._files)}.parquet")
            with as_os_error(str(self._folder.path)):
                frame.write_parquet(self._folder.path / self._files[-1])
        self._frames = []

    def frame(self) -> pl.LazyFrame:
        """Return all rows. Where they are in a folder, it is there as long as the frame, or one made from it, is."""
        folder, files = self._folder, tuple(self._files)
        if folder is None:
            return pl.concat([pl.DataFrame(schema=self._schema), *self._frames]).lazy()

        return register_io_source(partial(rows_of, folder, files), schema=self._schema, is_pure=True)


def rows_of(
    folder: Folder,
    files: tuple[str, ...],
    columns: list[str] | None,
    predicate: pl.Expr | None,
    most: int | None,
    _size: int | None,
) -> Iterator[pl.DataFrame]:
    """Yield the rows in some files of a folder: as many as are asked for, of those that a condition is true of."""
    left = most
    for file in files:
        part = pl.scan_parquet(folder.path / file, glob=False)
        part = part if predicate is None else part.filter(predicate)
        part = part if columns is None else part.select(columns)
        found = (part if left is None else part.head(left)).collect()
        left = None if left is None else left - found.height
        yield found
        if left == 0:
            return
