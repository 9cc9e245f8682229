"""The second pass: what each row of a batch would have in a frame as a project of its own, and which rows are one.

A row is plain where nothing is to be told of it and it is no part of another's operation; its project follows from its
values alone. Every other row is odd, with its neighbours: the reader of lists takes it as it takes any row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.formats.lists._shape import NAMES, OF_A_SUM, is_sum
from esfmodel.frames import _list_budget
from esfmodel.frames._list_cells import (
    BLANK,
    TAKEN,
    TOLD,
    UNTAKEN,
    VALUE,
    Maker,
    Texts,
    columns_of,
    group_of,
)
from esfmodel.frames._writing import day_of
from esfmodel.frames.columns import COLUMNS
from esfmodel.values.dates import Date
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esfmodel.formats.lists._columns import Column, Columns
    from esfmodel.formats.lists.list_of_operations import Operations
    from esfmodel.frames._list_rows import Batch

_CURRENCY = FIELDS[Meaning.CURRENCY]
_NUMBER = FIELDS[Meaning.OPERATION_ID]
_START, _END, _PERIOD = FIELDS[Meaning.START], FIELDS[Meaning.END], FIELDS[Meaning.PERIOD]
_PLACES = ("country", "cci")
_TEXTS = frozenset({"name", "summary", "region", "specific_objective", "intervention_field"})
"""The fields whose text stands in a frame as it is."""

TYPES = {"text": pl.String, "whole number": pl.Int64, "day": pl.Date, "true or false": pl.Boolean}
SCHEMA = {column.name: TYPES[column.kind] for column in COLUMNS["project"]}
"""The columns of a frame of projects, with their types."""


class Plain(NamedTuple):
    """A row for each row of a batch, as if it were a project of its own, and which of them are not.

    `sums` are the fields of amounts, each with two columns: its minor units and its currency. `numbers` are the numbers
    of the operations.
    """

    frame: pl.DataFrame
    is_odd: pl.Series
    amounts: pl.DataFrame
    numbers: Sequence[OperationId | None]
    values: pl.Series
    extra: pl.Series


class _Field(NamedTuple):
    """A field in the rows of a batch: the index of its value among `values`, and what its cells are."""

    ids: pl.Series
    values: list[Any]
    is_told: pl.Series
    is_other: pl.Series


class Rows:
    """Reads the rows of a list in batches, once its columns are settled."""

    def __init__(self, columns: Columns, operations: Operations) -> None:
        self._columns = columns
        self._operations = operations
        self._texts = [Texts(columns, placed) for placed in columns.order]
        self._maker = Maker()
        self._currency_column: tuple[int, Column] | None = next(
            (
                (index, column)
                for index, column in columns.placed()
                if column.field == _CURRENCY and column.reader is not None
            ),
            None,
        )

    def read(self, batch: Batch) -> Plain:
        """Return what the rows of a batch would be as projects of their own."""
        rows = batch.frame.height
        never = pl.repeat(value=False, n=rows, dtype=pl.Boolean, eager=True)
        currencies = self._currencies(batch.frame)
        fields, is_whole = self._fields(batch.frame, currencies, never)
        out: dict[str, pl.Series] = {}
        is_odd, kept = never, pl.repeat(0, rows, dtype=pl.Int64, eager=True)
        for group in dict.fromkeys(map(group_of, fields)):
            made, odd, left = self._group(group, fields, rows)
            out |= {series.name: series for series in made}
            is_odd, kept = is_odd | odd, kept + left
        for field in fields.values():
            is_odd |= field.is_told
        stated = {name: field.ids.is_not_null() for name, field in fields.items()}
        is_odd |= self._is_no_operation(fields, stated, never) | self._is_shifted(fields, rows)
        if _NUMBER in stated:
            # The number of an operation stands for a name that is not stated.
            number = out[_NUMBER]
            out["name"] = out["name"].zip_with(stated["name"], number) if "name" in out else number
            stated["name"] = stated.get("name", never) | stated[_NUMBER]
        values = pl.select(pl.sum_horizontal([pl.lit(each.cast(pl.Int64)) for each in stated.values()])).to_series()
        extra = self._extra(batch.frame, is_whole) + kept
        amounts = [
            series
            for name in fields
            if name in AMOUNTS
            for series in (out[name].alias(name), out[f"{name} {_CURRENCY}"].alias(f"{name} {_CURRENCY}"))
        ]
        nothing = pl.Series([None] * rows)
        frame = pl.DataFrame([out.get(name, nothing).cast(kind).alias(name) for name, kind in SCHEMA.items()])
        number = fields.get(_NUMBER)
        numbers = [None] * rows if number is None else [_at(number.values, at) for at in number.ids.to_list()]
        return Plain(frame, is_odd, pl.DataFrame(amounts), numbers, values - kept, extra)

    # --- Fields

    def _currencies(self, frame: pl.DataFrame) -> pl.Series | None:
        """Return the currency that each row states for its amounts, in the words of the reader of lists."""
        if self._currency_column is None:
            return None
        index, column = self._currency_column
        texts = frame[str(index)].unique()
        found = [self._columns.currency_of_cell(column, text) for text in texts.to_list()]
        return frame[str(index)].replace_strict(texts, pl.Series(found, dtype=pl.String), return_dtype=pl.String)

    def _fields(
        self, frame: pl.DataFrame, currencies: pl.Series | None, never: pl.Series
    ) -> tuple[dict[str, _Field], dict[int, pl.Series]]:
        """Return the fields that the rows state, and for each column whether its whole cell stands in a field."""
        taken: dict[str, pl.Series] = {}
        fields: dict[str, _Field] = {}
        is_whole: dict[int, pl.Series] = {}
        for reader in self._texts:
            at, column, field, _, _ = reader.placed
            state, ids, is_other, values = _cells(reader, frame[str(at)], currencies if column.has_currencies else None)
            is_taken = taken.get(field, never)
            before = fields.get(field, _Field(pl.Series([None] * len(never), dtype=pl.Int64), [], never, never))
            is_value = (state == VALUE) & ~is_taken
            ids = (ids + len(before.values)).zip_with(is_value, before.ids)
            is_error = state.is_in([UNTAKEN, TAKEN, TOLD]) & ~is_taken
            fields[field] = _Field(
                ids,
                before.values + values,
                before.is_told | ((state == TOLD) & ~is_taken),
                before.is_other | (is_error & is_other),
            )
            taken[field] = is_taken | state.is_in([VALUE, TAKEN, TOLD])
            if column.split is None:
                is_whole[at] = is_whole.get(at, never) | is_value
        for field, value in self._operations.defaults.items():
            before = fields.get(field, _Field(pl.Series([None] * len(never), dtype=pl.Int64), [], never, never))
            is_missing = ~taken.get(field, never)
            default = pl.repeat(len(before.values), len(never), dtype=pl.Int64, eager=True)
            fields[field] = before._replace(
                ids=default.zip_with(is_missing, before.ids), values=[*before.values, value]
            )
        return fields, is_whole

    # --- Groups

    def _group(
        self, group: str, fields: Mapping[str, _Field], rows: int
    ) -> tuple[list[pl.Series], pl.Series, pl.Series]:
        """Return the columns of a group, which rows are to be told of, and how many values are kept without a field."""
        own = [name for name in fields if group_of(name) == group]
        never = pl.repeat(value=False, n=rows, dtype=pl.Boolean, eager=True)
        nothing = pl.repeat(0, rows, dtype=pl.Int64, eager=True)
        if group == _NUMBER or (group in _TEXTS and not self._is_mapped(group)):
            (name,) = own
            return self._texts_of(name, fields[name]), never, nothing
        if group.startswith("partner."):
            return [], fields[group].ids.is_not_null(), nothing
        if group == "beneficiary":
            own += [name for name in _PLACES if name in fields]
        if group == "period":
            return self._with_unusual(group, own, fields, *_days(fields, rows))
        if group == "budget":
            sums, found, usual = _budgets(fields, own, rows)
            figures, odd, kept = self._with_unusual(group, own, fields, found, usual)
            return [*sums, *figures], odd, kept
        return self._made(group, own, {name: fields[name].ids for name in own}, fields)

    def _with_unusual(
        self, group: str, own: Sequence[str], fields: Mapping[str, _Field], found: list[pl.Series], usual: pl.Series
    ) -> tuple[list[pl.Series], pl.Series, pl.Series]:
        """Return the columns of a group that were found in usual rows, and are made by the reader of lists in others."""
        rows = len(usual)
        if usual.all():
            never = pl.repeat(value=False, n=rows, dtype=pl.Boolean, eager=True)
            return found, never, pl.repeat(0, rows, dtype=pl.Int64, eager=True)
        empty = pl.Series([None] * rows, dtype=pl.Int64)
        ids = {name: fields[name].ids.zip_with(~usual, empty) for name in own}
        made, odd, kept = self._made(group, own, ids, fields)
        by_name = {series.name: series for series in found}
        whole = [
            by_name[each.name].cast(each.dtype).zip_with(usual, each) if each.name in by_name else each for each in made
        ]
        return whole, odd & ~usual, kept

    def _is_mapped(self, field: str) -> bool:
        """Whether a mapping states texts of a field, which may be any."""
        columns = (each for each in self._columns.order if each.field == field)
        return field in self._operations.defaults or any(each.column.words for each in columns)

    def _texts_of(self, name: str, field: _Field) -> list[pl.Series]:
        texts = [_text(value) for value in field.values]
        return [pl.Series(name, texts, pl.String).gather(field.ids).alias(name)]

    def _made(
        self, group: str, own: Sequence[str], ids: Mapping[str, pl.Series], fields: Mapping[str, _Field]
    ) -> tuple[list[pl.Series], pl.Series, pl.Series]:
        """Return the columns of a group as the reader of lists makes them, each distinct group of values once."""
        rows = pl.DataFrame([ids[name].alias(name) for name in own])
        distinct = rows.unique(maintain_order=True)
        names = columns_of(group)
        made = [
            self._maker.made(
                group,
                tuple((name, fields[name].values[at]) for name, at in zip(own, each, strict=True) if at is not None),
            )
            for each in distinct.iter_rows()
        ]
        cells = [
            pl.Series(name, [None if each is None else each.cells[at] for each in made], SCHEMA[name])
            for at, name in enumerate(names)
        ]
        distinct = distinct.hstack(
            [
                *(series.alias(f"made {series.name}") for series in cells),
                pl.Series("made odd", [each is None for each in made], pl.Boolean),
                pl.Series("made kept", [0 if each is None else each.kept for each in made], pl.Int64),
            ]
        )
        joined = rows.join(distinct, on=list(own), how="left", nulls_equal=True, maintain_order="left")
        return [joined[f"made {name}"].alias(name) for name in names], joined["made odd"], joined["made kept"]

    # --- Rows

    def _is_no_operation(
        self, fields: Mapping[str, _Field], stated: Mapping[str, pl.Series], never: pl.Series
    ) -> pl.Series:
        """Whether a row may be no operation: it lacks what each has, or states no more than a row of sums."""
        operations = self._operations
        is_odd = never
        for field in operations.needed:
            is_odd |= ~stated.get(field, never)
        called = never
        for field in NAMES:
            called |= stated.get(field, never)
        is_odd |= ~called
        is_more = never
        for name, field in fields.items():
            if name not in OF_A_SUM and name not in operations.defaults:
                is_more |= field.ids.is_not_null()
        if operations.sums.others_state_more:
            return is_odd | ~is_more
        names = fields.get("name")
        if names is None:
            return is_odd | ~is_more
        are_sums = pl.Series([is_sum(str(value)) for value in names.values], dtype=pl.Boolean)
        return is_odd | (~is_more & are_sums.gather(names.ids).fill_null(value=True))

    def _is_shifted(self, fields: Mapping[str, _Field], rows: int) -> pl.Series:
        """Whether the cells of a row hold something of another kind under headings of two kinds."""
        kinds: dict[str, pl.Series] = {}
        for name, field in fields.items():
            kind = name.partition(".")[0]
            kinds[kind] = kinds[kind] | field.is_other if kind in kinds else field.is_other
        count = pl.repeat(0, rows, dtype=pl.Int64, eager=True)
        for each in kinds.values():
            count += each.cast(pl.Int64)
        return count > 1

    def _extra(self, frame: pl.DataFrame, is_whole: Mapping[int, pl.Series]) -> pl.Series:
        """Return how many pairs of heading and text a row has that stand in no field."""
        by_name: dict[str, list[pl.Expr]] = {}
        for index, column in enumerate(self._columns.columns):
            text = pl.col(str(index))
            is_kept = text.str.strip_chars() != ""
            if index in is_whole:
                is_kept &= ~pl.lit(is_whole[index])
            by_name.setdefault(column.name, []).append(pl.when(is_kept).then(text))
        counts = [
            texts[0].is_not_null().cast(pl.Int64)
            if len(texts) == 1
            else pl.concat_list(texts).list.drop_nulls().list.n_unique().cast(pl.Int64)
            for texts in by_name.values()
        ]
        return frame.select(pl.sum_horizontal(counts).alias("extra")).to_series()


def _cells(
    reader: Texts, cells: pl.Series, currencies: pl.Series | None
) -> tuple[pl.Series, pl.Series, pl.Series, list[Any]]:
    """Return what the cells of a column are, the indexes of their values, whether they are of another kind, the values."""
    currency = pl.Series([None] * len(cells), dtype=pl.String) if currencies is None else currencies
    rows = pl.DataFrame([cells.alias("text"), currency.alias("currency")])
    distinct = rows.filter(pl.col("text").str.strip_chars() != "").unique(maintain_order=True)
    outcomes = reader.outcomes(distinct["text"].to_list(), distinct["currency"].to_list())
    distinct = distinct.hstack(
        [
            pl.Series("state", [outcome.state for outcome in outcomes], pl.Int64),
            pl.Series("other", [outcome.is_other for outcome in outcomes], pl.Boolean),
        ]
    ).with_row_index("id")
    found = rows.join(distinct, on=["text", "currency"], how="left", nulls_equal=True, maintain_order="left")
    return (
        found["state"].fill_null(BLANK),
        found["id"].cast(pl.Int64),
        found["other"].fill_null(value=False),
        [outcome.value for outcome in outcomes],
    )


def _budgets(
    fields: Mapping[str, _Field], own: Sequence[str], rows: int
) -> tuple[list[pl.Series], list[pl.Series], pl.Series]:
    """Return the amounts with their currencies, the columns of budgets, and in which rows these are found so."""
    empty = pl.Series([None] * rows, dtype=pl.Int64)
    amounts = [name for name in own if name in AMOUNTS]
    columns: list[pl.Series] = []
    for name in amounts:
        values, ids = fields[name].values, fields[name].ids
        minor = pl.Series([None if value is None else value.minor for value in values], dtype=pl.Int64)
        currency = pl.Series([None if value is None else value.currency for value in values], dtype=pl.String)
        columns += [minor.gather(ids).alias(name), currency.gather(ids).alias(f"{name} {_CURRENCY}")]
    columns += [empty.alias(name) for name in _list_budget.FIELDS if name not in amounts]
    stated = fields.get(_CURRENCY)
    of_row = empty.cast(pl.String) if stated is None else pl.Series(stated.values, dtype=pl.String).gather(stated.ids)
    frame = pl.DataFrame([*columns, of_row.alias(_CURRENCY)])
    currencies = [pl.col(f"{name} {_CURRENCY}") for name in amounts]
    first = pl.coalesce(*currencies, pl.lit(None, pl.String))
    usual = frame.select(
        pl.all_horizontal(
            _list_budget.is_usual(),
            *(pl.col(name).is_null() for name in amounts if name not in _list_budget.FIELDS),
            *((each.is_null() | (each == first)) for each in [*currencies, pl.col(_CURRENCY)]),
        )
        .fill_null(value=False)
        .alias("usual"),
        first.alias("currency"),
        *_list_budget.figures(),
    )
    return columns, [usual[name] for name in usual.columns if name != "usual"], usual["usual"]


def _days(fields: Mapping[str, _Field], rows: int) -> tuple[list[pl.Series], pl.Series]:
    """Return the columns of a period of two days, and in which rows it is one."""
    days: list[pl.Series] = []
    usual = pl.repeat(value=True, n=rows, dtype=pl.Boolean, eager=True)
    for name in (_START, _END):
        if name not in fields:
            days.append(pl.Series([None] * rows, dtype=pl.Date))
            continue
        field = fields[name]
        are_days = pl.Series([isinstance(value, Date) for value in field.values], dtype=pl.Boolean)
        usual &= are_days.gather(field.ids).fill_null(value=True)
        found = [day_of(value) if isinstance(value, Date) else None for value in field.values]
        days.append(pl.Series(found, dtype=pl.Date).gather(field.ids))
    if _PERIOD in fields:
        usual &= fields[_PERIOD].ids.is_null()
    start, end = days
    usual &= (start <= end).fill_null(value=True)
    is_stated = start.is_not_null() | end.is_not_null()
    precision = pl.Series(["day"] * rows).zip_with(is_stated, pl.Series([None] * rows, dtype=pl.String))
    return [start.alias("start"), end.alias("end"), precision.alias("precision")], usual


def _text(value: object) -> str | None:
    return value.text if isinstance(value, OperationId) else value if isinstance(value, str) else None


def _at(values: Sequence[Any], at: int | None) -> Any:  # noqa: ANN401  # values of any field
    return None if at is None else values[at]
