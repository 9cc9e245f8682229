"""Mappings: how to read the list of any authority without code.

A mapping is a small TOML file: `[file]`, `[defaults]`, `[columns.FIELD]`, `[rows]` and `[absent]`. A field is named by
its path in a project, such as `name`, `budget.total` or `period.start`; the last part alone will do where it is the
only field that ends so (`total`, `start`).
"""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from types import MappingProxyType

import attrs

from esfmodel.values.format import Labelled


class RateScale(Labelled):
    """How a column writes shares: 40 or 0.4."""

    PERCENT = "percent"
    FRACTION = "fraction"


class Zero(Labelled):
    """What 0 means in a column: nothing paid, or that the figure is not known."""

    VALUE = "value"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class FileMapping:
    """How the file is written; None is found from the file.

    `heading_row` counts from 1; two numbers where the headings stand in two rows. `row` are the fields that a row must
    state to be an operation.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    sheet: str | None = None
    heading_row: tuple[int, ...] = ()
    row: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ColumnMapping:
    """Which column holds a field, and how it is written; None is found from the values of the column.

    `heading` may have the wildcard `*`; `also` are other headings of the same column in other years. `numbers` is how
    12345.67 is written there ("12.345,67"). `unit` is what a figure is multiplied by (1000), whatever the heading says.
    `dates` are patterns such as "dd.mm.yyyy", "yyyy", "mm/yyyy" and "q/yyyy"; `months` the language of the names of
    months ("de"); `zone` the time zone of timestamps. `split` is a pattern with a group `value`, for cells that hold
    more than the field.
    """

    heading: str
    also: tuple[str, ...] = ()
    numbers: str | None = None
    currency: str | None = None
    unit: int | None = None
    as_: RateScale | None = None
    dates: tuple[str, ...] = ()
    months: str | None = None
    zone: str | None = None
    split: str | None = None
    zero: Zero | None = None


@attrs.frozen(kw_only=True)
class RowsMapping:
    """Which rows are one operation: those that are next to each other and agree in the fields `merge_on`.

    `into` is where what differs goes: `partners`.
    """

    merge_on: tuple[str, ...] = ()
    into: str | None = None


def _nothing() -> Dictionary[str, str]:
    return MappingProxyType({})


def _no_columns() -> Dictionary[str, ColumnMapping]:
    return MappingProxyType({})


@attrs.frozen(kw_only=True)
class Mapping:
    """How to read a list: its file, the columns by field, what all rows share, and the texts that state nothing.

    `defaults` are texts by field, and `currency`.
    """

    name: str | None = None
    file: FileMapping = FileMapping()
    defaults: Dictionary[str, str] = attrs.field(factory=_nothing)
    columns: Dictionary[str, ColumnMapping] = attrs.field(factory=_no_columns)
    rows: RowsMapping = RowsMapping()
    absent: tuple[str, ...] = ()
