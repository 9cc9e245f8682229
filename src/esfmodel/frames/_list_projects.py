"""What each row of a batch would have in a frame as a project of its own, and which rows are one.

A row is plain where nothing is to be told of it and it is no part of another's operation; its project follows from its
values alone. Every other row is odd: the reader of lists takes it as it takes any row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.formats.lists.shape import NAMES, OF_A_SUM, is_sum
from esfmodel.frames import _list_budget
from esfmodel.frames._list_alike import TEXTS
from esfmodel.frames._list_cells import BODY, Maker, columns_of, group_of
from esfmodel.frames._list_fields import FieldReader
from esfmodel.frames._writing import day_of
from esfmodel.frames.columns import COLUMNS
from esfmodel.values.dates import Date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esfmodel.formats.lists.columns import Columns
    from esfmodel.formats.lists.list_of_operations import Operations
    from esfmodel.frames._list_cells import Made
    from esfmodel.frames._list_fields import Field

_CURRENCY = FIELDS[Meaning.CURRENCY]
_NUMBER = FIELDS[Meaning.OPERATION_ID]
_START, _END, _PERIOD = FIELDS[Meaning.START], FIELDS[Meaning.END], FIELDS[Meaning.PERIOD]
_PLACES = ("country", "cci")

TYPES = {"text": pl.String, "whole number": pl.Int64, "day": pl.Date, "true or false": pl.Boolean}
SCHEMA = {column.name: TYPES[column.kind] for column in COLUMNS["project"]}
"""The columns of a frame of projects, with their types."""


class Plain(NamedTuple):
    """A row for each row of a batch, as if it were a project of its own, and which of them are not.

    `amounts` are the fields of amounts by their paths. `values` and `extra` are how many values stand in fields of each
    row, and how many are only kept.
    """

    frame: pl.DataFrame
    is_odd: pl.Series
    amounts: Mapping[str, Field]
    values: pl.Series
    extra: pl.Series


class _Group(NamedTuple):
    """The columns of a group of fields, which rows are to be told of, and how many values are kept without a field."""

    columns: Sequence[pl.Series]
    is_odd: pl.Series | None = None
    kept: pl.Series | None = None


class Rows:
    """Reads the rows of a list in batches, once its columns are settled."""

    def __init__(self, columns: Columns, operations: Operations) -> None:
        self._columns = columns
        self._operations = operations
        self._reader = FieldReader(columns, operations.defaults)
        self._maker = Maker()

    def read(self, cells: pl.DataFrame) -> Plain:
        """Return what rows would be as projects of their own; the frame has the texts of their cells."""
        fields, is_whole = self._reader.fields(cells)
        rows = cells.height
        never = pl.repeat(value=False, n=rows, eager=True)
        stated = {path: field.cells.is_not_null() for path, field in fields.items()}
        is_odd = self._is_no_operation(fields, stated, never) | _is_shifted(fields, never)
        out: dict[str, pl.Series] = {}
        kept = pl.repeat(0, rows, dtype=pl.Int64, eager=True)
        for name in dict.fromkeys(map(group_of, fields)):
            group = self._group(name, fields, stated)
            out |= {series.name: series for series in group.columns}
            is_odd = is_odd if group.is_odd is None else is_odd | group.is_odd
            kept = kept if group.kept is None else kept + group.kept
        for field in fields.values():
            is_odd |= field.is_told
        if _NUMBER in stated:
            # The number of an operation stands for a name that is not stated.
            number = out[_NUMBER]
            out["name"] = out["name"].zip_with(stated["name"], number) if "name" in out else number
            stated["name"] = stated.get("name", never) | stated[_NUMBER]
        values = pl.DataFrame([each.cast(pl.Int64).alias(path) for path, each in stated.items()]).sum_horizontal()
        nothing = pl.Series([None] * rows)
        frame = pl.DataFrame([out.get(name, nothing).cast(kind).alias(name) for name, kind in SCHEMA.items()])
        amounts = {path: field for path, field in fields.items() if path in AMOUNTS}
        return Plain(frame, is_odd, amounts, values - kept, self._extra(cells, is_whole) + kept)

    # --- Groups

    def _group(self, group: str, fields: Mapping[str, Field], stated: Mapping[str, pl.Series]) -> _Group:
        if group == _NUMBER or (group in TEXTS and not self._is_mapped(group)):
            return _Group([fields[group].cells.alias(group)])
        if group.startswith("partner."):
            return _Group([], stated[group])
        own = [path for path in fields if group_of(path) == group]
        if group == BODY:
            own += [path for path in _PLACES if path in fields]
        found: list[pl.Series] = []
        usual: pl.Series | None = None
        if group == "period":
            found, usual = _days({path: fields[path] for path in own})
        elif group == "budget":
            found, usual = _budgets({path: fields[path] for path in own})
        if usual is not None and usual.all():
            return _Group(found)
        made = self._made(group, {path: fields[path] for path in own}, usual)
        if usual is None or made.is_odd is None:
            return made
        by_name = {series.name: series for series in found}
        whole = [
            by_name[each.name].cast(each.dtype).zip_with(usual, each) if each.name in by_name else each
            for each in made.columns
        ]
        return _Group(whole, made.is_odd & ~usual, made.kept)

    def _is_mapped(self, path: str) -> bool:
        """Whether a mapping states texts of a field, which may be any."""
        columns = (each.column for each in self._columns.order if each.field == path)
        return path in self._operations.defaults or any(column.words for column in columns)

    def _made(self, group: str, fields: Mapping[str, Field], usual: pl.Series | None) -> _Group:
        """Return the columns of a group as the reader of lists makes them, each distinct group of values once."""
        keys: list[pl.Series] = []
        for path, field in fields.items():
            keys.append(field.cells.alias(path))
            empty = pl.Series([None] * len(field.cells), dtype=pl.String)
            keys.append((empty if field.currency is None else field.currency).alias(f"{path} of"))
        rows = pl.DataFrame(keys)
        if usual is not None:
            rows = rows.select(pl.when(~usual).then(pl.all()))
        distinct = rows.unique(maintain_order=True)
        made: list[Made | None] = []
        for each in distinct.iter_rows():
            cells = zip(fields.items(), each[::2], each[1::2], strict=True)
            values = [(path, field.value(cell, of)) for (path, field), cell, of in cells if cell is not None]
            made.append(self._maker.made(group, tuple(values)))
        names = columns_of(group)
        distinct = distinct.hstack(
            [
                *(
                    pl.Series(f"made {name}", [None if each is None else each.cells[at] for each in made], SCHEMA[name])
                    for at, name in enumerate(names)
                ),
                pl.Series("made odd", [each is None for each in made], pl.Boolean),
                pl.Series("made kept", [0 if each is None else each.kept for each in made], pl.Int64),
            ]
        )
        joined = rows.join(distinct, on=rows.columns, how="left", nulls_equal=True, maintain_order="left")
        columns = [joined[f"made {name}"].alias(name) for name in names]
        return _Group(columns, joined["made odd"], joined["made kept"])

    # --- Rows

    def _is_no_operation(
        self, fields: Mapping[str, Field], stated: Mapping[str, pl.Series], never: pl.Series
    ) -> pl.Series:
        """Whether a row may be no operation: it lacks what each has, or states no more than a row of sums."""
        operations = self._operations
        is_odd, called, is_more = never, never, never
        for path in operations.needed:
            is_odd |= ~stated.get(path, never)
        for path in NAMES:
            called |= stated.get(path, never)
        for path, each in stated.items():
            if path not in OF_A_SUM and path not in operations.defaults:
                is_more |= each
        is_odd |= ~called
        if operations.sums.others_state_more or "name" not in fields:
            return is_odd | ~is_more
        names = fields["name"].cells.filter(~is_more).unique().drop_nulls()
        sums = [name for name in names.to_list() if is_sum(name)]
        is_called_sum = fields["name"].cells.is_in(sums).fill_null(value=True)
        return is_odd | (~is_more & is_called_sum)

    def _extra(self, cells: pl.DataFrame, is_whole: Mapping[int, pl.Series]) -> pl.Series:
        """Return how many pairs of heading and text a row has that stand in no field."""
        by_name: dict[str, list[pl.Expr]] = {}
        for index, column in enumerate(self._columns.columns):
            is_kept = pl.col(str(index)).str.strip_chars() != ""
            if index in is_whole:
                is_kept &= ~pl.lit(is_whole[index])
            by_name.setdefault(column.name, []).append(pl.when(is_kept).then(pl.col(str(index))))
        counts = [
            texts[0].is_not_null() if len(texts) == 1 else pl.concat_list(texts).list.drop_nulls().list.n_unique()
            for texts in by_name.values()
        ]
        return cells.select(pl.sum_horizontal(each.cast(pl.Int64) for each in counts).alias("extra")).to_series()


def _is_shifted(fields: Mapping[str, Field], never: pl.Series) -> pl.Series:
    """Whether the cells of a row hold something of another kind under headings of two kinds."""
    kinds: dict[str, pl.Series] = {}
    for path, field in fields.items():
        kind = path.partition(".")[0]
        kinds[kind] = kinds.get(kind, never) | field.is_other
    return pl.DataFrame([each.cast(pl.Int64).alias(kind) for kind, each in kinds.items()]).sum_horizontal() > 1


def _budgets(fields: Mapping[str, Field]) -> tuple[list[pl.Series], pl.Series]:
    """Return the columns of budgets, and in which rows they are found here."""
    amounts = [path for path in fields if path in AMOUNTS]
    columns = [series for path in amounts for series in _with_currency(path, fields[path])]
    rows = len(next(iter(fields.values())).cells)
    empty = pl.Series([None] * rows, dtype=pl.Int64)
    columns += [empty.alias(path) for path in _list_budget.FIELDS if path not in amounts]
    stated = fields.get(_CURRENCY)
    of_row = empty.cast(pl.String) if stated is None else pl.Series(stated.values, dtype=pl.String).gather(stated.cells)
    currencies = [pl.col(f"{path} of") for path in amounts]
    first = pl.coalesce(*currencies, pl.lit(None, pl.String))
    usual = pl.DataFrame([*columns, of_row.alias(_CURRENCY)]).select(
        pl.all_horizontal(
            _list_budget.is_usual(),
            *(pl.col(path).is_null() for path in amounts if path not in _list_budget.FIELDS),
            *((each.is_null() | (each == first)) for each in [*currencies, pl.col(_CURRENCY)]),
        )
        .fill_null(value=False)
        .alias("usual"),
        first.alias("currency"),
        *_list_budget.figures(),
    )
    return [usual[name] for name in usual.columns if name != "usual"], usual["usual"]


def _with_currency(path: str, field: Field) -> tuple[pl.Series, pl.Series]:
    currency = field.currency
    return field.cells.alias(path), (field.cells.cast(pl.String) if currency is None else currency).alias(f"{path} of")


def _days(fields: Mapping[str, Field]) -> tuple[list[pl.Series], pl.Series]:
    """Return the columns of a period of two days, and in which rows it is one."""
    rows = len(next(iter(fields.values())).cells)
    days: list[pl.Series] = []
    usual = pl.repeat(value=True, n=rows, eager=True)
    for path in (_START, _END):
        if path not in fields:
            days.append(pl.Series([None] * rows, dtype=pl.Date))
            continue
        cells, values = fields[path].cells, fields[path].values
        are_days = pl.Series([isinstance(value, Date) for value in values], dtype=pl.Boolean)
        usual &= are_days.gather(cells).fill_null(value=True)
        found = [day_of(value) if isinstance(value, Date) else None for value in values]
        days.append(pl.Series(found, dtype=pl.Date).gather(cells))
    if _PERIOD in fields:
        usual &= fields[_PERIOD].cells.is_null()
    start, end = days
    usual &= (start <= end).fill_null(value=True)
    is_stated = start.is_not_null() | end.is_not_null()
    precision = pl.repeat("day", rows, eager=True).zip_with(is_stated, pl.Series([None] * rows, dtype=pl.String))
    return [start.alias("start"), end.alias("end"), precision.alias("precision")], usual
