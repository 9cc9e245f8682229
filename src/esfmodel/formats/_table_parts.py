"""What a finance table is made of: columns with their units, rows, cells, and what its sums come to."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.formats._table_figures import to_decimal
from esfmodel.formats.reading import printed
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_text_or_unknown, texts_of, tuple_of
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable


class TableKind(enum.Enum):
    """What the rows of a finance table are.

    `FINANCING` has a row for each who pays, `COSTS` one for each cost, `BUDGET` both; `PARTNERS` has a row for each
    partner of one project, `DISTRIBUTION` one for each project, `PROGRAMME` one for each programme or region.

    >>> TableKind.PARTNERS.value
    'partners'
    """

    FINANCING = "financing"
    COSTS = "costs"
    BUDGET = "budget"
    PARTNERS = "partners"
    DISTRIBUTION = "distribution"
    PROGRAMME = "programme"


class TableColumnKind(enum.Enum):
    """What a column of a finance table holds: labels, amounts of money, shares, or numbers of other things.

    >>> TableColumnKind.AMOUNT.value
    'amount'
    """

    LABEL = "label"
    AMOUNT = "amount"
    RATE = "rate"
    NUMBER = "number"


class TableRowKind(enum.Enum):
    """What a row of a finance table is: an item, the sum of the items right above it, or the sum of all items.

    >>> TableRowKind.TOTAL.value
    'total'
    """

    ITEM = "item"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Agreement(enum.Enum):
    """How a sum that a source states agrees with the sum of its parts.

    `EQUAL` is to the last digit; `ROUNDING` as near as the last printed digits of sum and parts can tell, and the
    words beside them ("drygt 6,8 miljoner"). With a `REMAINDER` the parts leave something for those who are listed
    without an amount, or for an own contribution that is not listed. `UNEQUAL` is none of these, and `NOT_STATED` a
    sum that the source does not state.

    >>> Agreement.REMAINDER.value
    'remainder'
    """

    EQUAL = "equal"
    ROUNDING = "rounding"
    REMAINDER = "remainder"
    UNEQUAL = "unequal"
    NOT_STATED = "not stated"


@attrs.frozen
class TableColumn:
    """A column of a finance table: its heading as printed, and what it holds.

    An amount is in `unit` of `currency`: 1 000 000 of "SEK" in a column headed "mnkr". The other columns have neither.

    >>> TableColumn("totalt, mnkr", TableColumnKind.AMOUNT, currency="SEK", unit=1_000_000).unit
    1000000
    """

    heading: str = attrs.field(validator=is_a(str))
    kind: TableColumnKind = attrs.field(validator=is_a(TableColumnKind))
    currency: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    unit: int = attrs.field(default=1, validator=is_a(int), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


@attrs.frozen
class TableCell:
    """A cell of a finance table: its text, and the figure it states, if any.

    `value` is the figure in the unit of its column, in per cent for shares, exactly as printed, and `step` the size of
    its last printed digit; `qualifier` is a word such as "drygt". `amount` is the money, rounded half up to the
    smallest unit where the figure is finer, and `rate` the share.

    >>> TableCell("-").value is None
    True
    """

    text: str = attrs.field(validator=is_a(str))
    value: Decimal | None = attrs.field(default=None, validator=is_a(Decimal, type(None)), kw_only=True)
    step: Decimal | None = attrs.field(default=None, validator=is_a(Decimal, type(None)), kw_only=True)
    qualifier: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    rate: Rate | None = attrs.field(default=None, validator=is_a(Rate, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_cells(value: Iterable[TableCell]) -> tuple[TableCell, ...]:
    return tuple_of(TableCell, value, "cells")


def _as_labels(value: Iterable[str]) -> tuple[str, ...]:
    return texts_of(value, "labels")


def _as_beyond(value: Iterable[str]) -> tuple[str, ...]:
    return texts_of(value, "beyond")


@attrs.frozen(kw_only=True)
class TableRow:
    """A row of a finance table: the number of its line, its labels, a cell for each column, and what it is.

    `beyond` holds the cells for which the heading has no column.

    >>> TableRow(line=2, labels=["EU-medel"], cells=[TableCell("EU-medel"), TableCell("-")]).label
    'EU-medel'
    """

    line: int = attrs.field(validator=is_a(int))
    labels: tuple[str, ...] = attrs.field(default=(), converter=_as_labels)
    cells: tuple[TableCell, ...] = attrs.field(default=(), converter=_as_cells)
    kind: TableRowKind = attrs.field(default=TableRowKind.ITEM, validator=is_a(TableRowKind))
    beyond: tuple[str, ...] = attrs.field(default=(), converter=_as_beyond)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def label(self) -> str:
        """The labels in one piece; empty where there is none."""
        return ", ".join(self.labels)


@attrs.frozen(kw_only=True)
class TableDifference:
    """A sum of a finance table: what its parts come to, what the source states, and the difference of the two.

    Figures are in the unit of the column, exactly as printed, shares in per cent. `across` says whether the parts stand
    beside each other in the row; otherwise they stand above each other in the column. `missing` is how many of them
    state no figure, or no exact one. `line` and `label` are those of the row with the sum, None and empty where no row
    states one. `difference` is the computed figure less the stated one.

    >>> difference = TableDifference(
    ...     line=5,
    ...     label="Totalt",
    ...     column="mnkr",
    ...     computed=Decimal(2510),
    ...     stated=Decimal(2511),
    ...     agreement=Agreement.ROUNDING,
    ... )
    >>> difference.difference
    Decimal('-1')
    """

    line: int | None = attrs.field(default=None, validator=is_a(int, type(None)))
    label: str = attrs.field(default="", validator=is_a(str))
    column: str = attrs.field(validator=is_a(str))
    across: bool = attrs.field(default=False, validator=is_a(bool))
    computed: Decimal = attrs.field(validator=is_a(Decimal))
    stated: Decimal | None = attrs.field(default=None, validator=is_a(Decimal, type(None)))
    qualifier: str | None = attrs.field(default=None, validator=is_text_or_unknown)
    missing: int = attrs.field(default=0, validator=is_a(int))
    agreement: Agreement = attrs.field(validator=is_a(Agreement))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def difference(self) -> Decimal | None:
        """The computed figure less the stated one; None where the source states none."""
        if self.stated is None:
            return None
        return to_decimal(Fraction(self.computed) - Fraction(self.stated))

    @property
    def place(self) -> str:
        """Where the sum stands."""
        where = "no row" if self.line is None else f"line {self.line} ({self.label})"
        return f"{where}, {self.column}"

    def __str__(self) -> str:
        """Write place, both figures and what is between them on one line."""
        if self.stated is None:
            return printed(f"{self.place}: {self.computed:f}, not stated")
        words = f"{self.qualifier} " if self.qualifier else ""
        return printed(
            f"{self.place}: {self.computed:f} computed, {words}{self.stated:f} stated, "
            f"difference {self.difference:f} ({self.agreement.value})"
        )
