"""The fields of the rows of a batch, from their columns: values where they are read, and why they are not elsewhere.

Cells that are alike are read once, by the reader of lists. Of an amount that is written as most are, its kind is
decided so, and its number is taken from its digits.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from esfmodel.formats.labels import AMOUNTS, FIELDS, Meaning
from esfmodel.frames._list_alike import TEXTS, hundredths, key_of, shape_of
from esfmodel.frames._list_cells import BLANK, TAKEN, TOLD, UNTAKEN, VALUE, Texts
from esfmodel.values.money import Money
from esfmodel.values.operation_id import OperationId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esfmodel.formats.lists.columns import Column, Columns
    from esfmodel.frames._list_cells import Outcome

_CURRENCY = FIELDS[Meaning.CURRENCY]
_NUMBER = FIELDS[Meaning.OPERATION_ID]


class Field(NamedTuple):
    """A field in the rows of a batch.

    `cells` are what it states in each row, null where it states nothing: a text for a field of `TEXTS` and for the
    number of an operation, the minor units of an amount, whose currency is in `currency`, and else the index of its
    value among `values`. `is_told` is where a problem tells of its cell, `is_other` where the cell holds something of
    another kind.
    """

    cells: pl.Series
    is_told: pl.Series
    is_other: pl.Series
    currency: pl.Series | None = None
    values: Sequence[Any] = ()

    def value(self, cell: Any, currency: Any) -> Any:  # noqa: ANN401  # the value of any field
        """Return the value that stands for a cell."""
        if self.currency is not None:
            return Money.of_minor(cell, currency)
        return cell if self.cells.dtype == pl.String else self.values[cell]


class Fields(NamedTuple):
    """The fields of the rows of a batch by their paths, and by column whether its whole cell stands in a field."""

    by_path: Mapping[str, Field]
    is_whole: Mapping[int, pl.Series]


class FieldReader:
    """Reads the fields of the rows of a list, whose columns are settled."""

    def __init__(self, columns: Columns, defaults: Mapping[str, object]) -> None:
        self._columns = columns
        self._defaults = defaults
        self._texts = [Texts(columns, placed) for placed in columns.order]
        self._shapes = [shape_of(columns, placed.column) for placed in columns.order]
        self._currencies: tuple[int, Column] | None = next(
            (
                (index, column)
                for index, column in columns.placed()
                if column.field == _CURRENCY and column.reader is not None
            ),
            None,
        )

    def fields(self, frame: pl.DataFrame) -> Fields:
        """Return the fields of rows, of which the frame has the texts of the cells."""
        never = pl.repeat(value=False, n=frame.height, eager=True)
        currencies = self._currencies_of(frame)
        taken: dict[str, pl.Series] = {}
        found: dict[str, Field] = {}
        is_whole: dict[int, pl.Series] = {}
        for reader, shape in zip(self._texts, self._shapes, strict=True):
            at, column, field, _, _ = reader.placed
            currency = currencies if column.has_currencies else None
            state, is_other, own = _read(reader, shape, frame[str(at)], currency)
            is_taken = taken.get(field, never)
            is_value = (state == VALUE) & ~is_taken
            own = own._replace(
                cells=_where(is_value, own.cells),
                is_told=(state == TOLD) & ~is_taken,
                is_other=is_other & state.is_in([UNTAKEN, TAKEN, TOLD]) & ~is_taken,
            )
            found[field] = _both(found[field], own) if field in found else own
            taken[field] = is_taken | state.is_in([VALUE, TAKEN, TOLD])
            if column.split is None:
                is_whole[at] = is_whole.get(at, never) | is_value
        for field, value in self._defaults.items():
            own = _default(field, value, ~taken.get(field, never), never)
            found[field] = _both(found[field], own) if field in found else own
        return Fields(found, is_whole)

    def _currencies_of(self, frame: pl.DataFrame) -> pl.Series | None:
        """Return the currency that each row states for its amounts, as the reader of lists calls it."""
        if self._currencies is None:
            return None
        index, column = self._currencies
        texts = frame[str(index)].unique()
        found = [self._columns.currency_of_cell(column, text) for text in texts.to_list()]
        return frame[str(index)].replace_strict(texts, pl.Series(found, dtype=pl.String), return_dtype=pl.String)


def _where(mask: pl.Series, series: pl.Series) -> pl.Series:
    return series.zip_with(mask, pl.Series([None] * len(series), dtype=series.dtype))


def _both(first: Field, second: Field) -> Field:
    """Return a field of two columns, of which no row has both."""
    cells = (
        second.cells
        if first.currency is not None or second.cells.dtype == pl.String
        else second.cells + len(first.values)
    )
    is_first = first.cells.is_not_null()
    return Field(
        first.cells.zip_with(is_first, cells),
        first.is_told | second.is_told,
        first.is_other | second.is_other,
        None
        if first.currency is None or second.currency is None
        else first.currency.zip_with(is_first, second.currency),
        (*first.values, *second.values),
    )


def _default(field: str, value: object, is_missing: pl.Series, never: pl.Series) -> Field:
    """Return what a mapping states of all rows, in those that state nothing themselves."""
    if field in TEXTS:
        return Field(_where(is_missing, pl.repeat(str(value), len(never), eager=True)), never, never)
    return Field(_where(is_missing, pl.repeat(0, len(never), dtype=pl.Int64, eager=True)), never, never, None, (value,))


# --- One column


def _read(
    reader: Texts, shape: pl.Expr | None, cells: pl.Series, currencies: pl.Series | None
) -> tuple[pl.Series, pl.Series, Field]:
    """Return the states of cells, whether they are of another kind, and the field with what stands in them."""
    text = pl.col("text")
    field = reader.placed.field
    keys = ["key"] if currencies is None else ["key", "currency"]
    rows = pl.DataFrame(
        [cells.alias("text")] if currencies is None else [cells.alias("text"), currencies.alias("currency")]
    )
    rows = rows.with_columns(key=key_of(shape), shaped=pl.lit(value=False) if shape is None else shape.is_not_null())
    if field in AMOUNTS:
        rows = rows.with_columns(hundredths=pl.when("shaped").then(hundredths()))
    stated = rows.filter(text.str.strip_chars() != "")
    distinct = stated.group_by(keys, maintain_order=True).agg(pl.col("text", "shaped").first())
    of_rows = [None] * distinct.height if currencies is None else distinct["currency"].to_list()
    outcomes = reader.outcomes(distinct["text"].to_list(), of_rows)
    if field in AMOUNTS:
        own = _amounts(distinct, outcomes)
        if own is None:
            # The digits of some do not show their value, which is rounded.
            return _read(reader, None, cells, currencies)
        columns = own
    elif field in TEXTS or field == _NUMBER:
        columns = [pl.Series("value", [_text(outcome.value) for outcome in outcomes], pl.String)]
    else:
        columns = [pl.Series("value", range(len(outcomes)), pl.Int64)]
    distinct = distinct.select(keys).hstack(
        [
            pl.Series("state", [outcome.state for outcome in outcomes], pl.Int64),
            pl.Series("other", [outcome.is_other for outcome in outcomes], pl.Boolean),
            *columns,
        ]
    )
    found = rows.join(distinct, on=keys, how="left", nulls_equal=True, maintain_order="left")
    state, is_other = found["state"].fill_null(BLANK), found["other"].fill_null(value=False)
    never = is_other
    is_shaped = found["shaped"]
    if field in AMOUNTS:
        minor = (found["hundredths"] * found["factor"]).zip_with(is_shaped, found["value"])
        return state, is_other, Field(minor, never, never, found["of"])
    if field in TEXTS or field == _NUMBER:
        return state, is_other, Field(found["text"].zip_with(is_shaped, found["value"]), never, never)
    return state, is_other, Field(found["value"], never, never, None, [outcome.value for outcome in outcomes])


def _amounts(distinct: pl.DataFrame, outcomes: Sequence[Outcome]) -> list[pl.Series] | None:
    """Return the amounts, their currencies, and by what the hundredths of those with a shape are multiplied."""
    shown = distinct.select("shaped", hundredths=pl.when("shaped").then(hundredths()))
    values: list[int | None] = []
    currencies: list[str | None] = []
    factors: list[int | None] = []
    for (is_shaped, number), outcome in zip(shown.iter_rows(), outcomes, strict=True):
        money = outcome.value if isinstance(outcome.value, Money) else None
        values.append(None if money is None else money.minor)
        currencies.append(None if money is None else money.currency)
        factor = None
        if money is not None and is_shaped:
            # A power of ten: of one shape, all numbers have as many digits, and so have the amounts.
            ratio = Fraction(money.minor, number) if number else Fraction(1)
            if ratio.denominator != 1:
                return None
            factor = ratio.numerator
        factors.append(factor)
    return [
        pl.Series("value", values, pl.Int64),
        pl.Series("of", currencies, pl.String),
        pl.Series("factor", factors, pl.Int64),
    ]


def _text(value: object) -> str | None:
    return value.text if isinstance(value, OperationId) else value if isinstance(value, str) else None
