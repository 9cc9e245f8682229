"""The parts of a finance table: columns, rows, cells and differences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, assert_never

import attrs

from esfmodel.errors import printable
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_text_or_unknown, texts_of, tuple_of
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esfmodel.text.words.hedges import Hedge, HedgeWord, Place
    from esfmodel.text.words.language import Language
    from esfmodel.values.bounds import MoneyLike


class TableKind(Labelled):
    """What the rows of a finance table are.

    `FINANCING` has a row per funder, `COSTS` one per cost, `BUDGET` both; `PARTNERS` has a row per partner of one
    project, `DISTRIBUTION` one per project, `PROGRAMME` one per programme or region.

    >>> TableKind.PARTNERS.value
    'partners'
    """

    FINANCING = "financing"
    COSTS = "costs"
    BUDGET = "budget"
    PARTNERS = "partners"
    DISTRIBUTION = "distribution"
    PROGRAMME = "programme"


class TableColumnKind(Labelled):
    """What a column of a finance table holds: labels, amounts of money, shares, or numbers of other things.

    >>> TableColumnKind.AMOUNT.value
    'amount'
    """

    LABEL = "label"
    AMOUNT = "amount"
    RATE = "rate"
    NUMBER = "number"


class TableRowKind(Labelled):
    """What a row of a finance table is: an item, the sum of the items directly above it, or the sum of all items.

    `PART` is a row that says again how much is of one source: below the total, or of a project or programme.

    >>> TableRowKind.TOTAL.value
    'total'
    """

    ITEM = "item"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    PART = "part"


class Agreement(Labelled):
    """How a sum that a source states agrees with the sum of its parts.

    `EQUAL` means to the last digit. `ROUNDING` is a difference that the last printed digits, or a word like "drygt",
    explain. A `REMAINDER` leaves it open: the parts come to less than the sum, and a part without an amount or an
    unlisted own contribution may be the rest; a figure could not be read; or the sum is only a limit ("minst"), which
    the parts keep. `UNEQUAL` is none of these; `NOT_STATED` is a sum that the source does not state.

    >>> Agreement.REMAINDER.value
    'remainder'
    """

    EQUAL = "equal"
    ROUNDING = "rounding"
    REMAINDER = "remainder"
    UNEQUAL = "unequal"
    NOT_STATED = "not stated"


class TableLine(NamedTuple):
    """A line of a table: its line number in the text, and its cells with white space collapsed."""

    number: int
    cells: tuple[str, ...]


@attrs.frozen
class TableColumn:
    """A column of a finance table: its heading as printed, and what it holds.

    Amounts are in `unit` of `currency`: 1 000 000 and "SEK" in a column headed "mnkr". Other columns have no currency.

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

    `value` is the figure exactly as printed, in the unit of its column, and for shares in per cent,
    or as printed in a column of parts of one. `step` is the size of its last printed digit, `qualifier` a word such as
    "drygt". `amount` is the money, rounded half up where the figure is finer than the currency, and `rate` the share.

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
    """A row of a finance table: its line number, its labels, a cell for each column, and its kind.

    `beyond` holds the texts of cells to the right of the last heading.

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
        """The labels, joined by commas; empty if the row has none."""
        return ", ".join(self.labels)


@attrs.frozen(kw_only=True)
class TableDifference:
    """A sum of a finance table: computed from its parts, as stated, and the difference.

    Figures are in the unit of the column, exactly as printed, shares in per cent. `across` is whether the sum is of a
    row; otherwise it is of a column. `missing` is how many parts state no figure, or no exact one. `line` and `label`
    are those of the row with the sum, None and empty where no row states it.

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
        """The computed figure less the stated one; None if the source states none."""
        if self.stated is None:
            return None
        return to_decimal(Fraction(self.computed) - Fraction(self.stated))

    @property
    def place(self) -> str:
        """The row and column of the sum, as text."""
        where = "no row" if self.line is None else f"line {self.line} ({self.label})"
        return f"{where}, {self.column}"

    def __str__(self) -> str:
        if self.stated is None:
            return printable(f"{self.place}: {self.computed:f}, not stated")
        words = f"{self.qualifier} " if self.qualifier else ""
        return printable(
            f"{self.place}: {self.computed:f} computed, {words}{self.stated:f} stated, "
            f"difference {self.difference:f} ({self.agreement.value})"
        )


# --- Words next to a figure: "drygt", "ca", or a sign that there is no figure


class Nearness(NamedTuple):
    """How far below and above a printed figure the exact one may lie, in last digits; None is any distance."""

    below: int | None
    above: int | None


# Loaded with the first table: importing the formats alone does not need the languages.
@cache
def languages() -> tuple[Language, ...]:
    """Return the languages of tables; one table may mix them."""
    from esfmodel.text.words.english import ENGLISH
    from esfmodel.text.words.swedish import SWEDISH

    return SWEDISH, ENGLISH


@cache
def _qualifiers() -> Mapping[str, HedgeWord]:
    from esfmodel.text.words.hedges import HedgeReader

    return {
        word.word: word for language in languages() for word in language.hedges if HedgeReader.TABLES in word.readers
    }


@cache
def qualifiers_at(*places: Place) -> Mapping[str, Hedge]:
    """Return the words that may stand at these places next to the figure of a cell."""
    from esfmodel.text.words.hedges import HedgeReader, hedges_at

    return {
        word: hedge
        for language in languages()
        for word, hedge in hedges_at(language.hedges, HedgeReader.TABLES, *places).items()
    }


def nearness_of(qualifier: str) -> Nearness:
    """Return how far from the printed figure the exact one may be, given the word next to it."""
    from esfmodel.text.words.hedges import Hedge

    word = _qualifiers()[qualifier]
    reach = 1 if word.near else None
    match word.hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return Nearness(0, reach)
        case Hedge.UNDER | Hedge.AT_MOST:
            return Nearness(reach, 0)
        case Hedge.ABOUT:
            return Nearness(reach, reach)
        case _:
            assert_never(word.hedge)


def hedged_amount(qualifier: str, amount: Money) -> MoneyLike | None:
    """Return the bounds of an amount with such a word next to it; None where the word says too little ("ca")."""
    from esfmodel.text.words.hedges import hedged_value

    return hedged_value(amount, _qualifiers()[qualifier].hedge)


def is_not_stated(text: str) -> bool:
    """Whether a cell is empty or says that it states no figure ("-", "uppgift saknas")."""
    from esfmodel.text.reading.numbers import states_nothing

    return states_nothing(text, *languages())


def to_decimal(number: Fraction) -> Decimal:
    """Return a fraction exactly as a decimal; its denominator must divide a power of ten.

    >>> from fractions import Fraction
    >>> to_decimal(Fraction(5, 4))
    Decimal('1.25')
    """
    # Dividing Decimals would round to the precision of the decimal context.
    decimals, scaled = 0, number
    while scaled.denominator > 1:
        decimals, scaled = decimals + 1, scaled * 10
    return Decimal(f"{scaled.numerator}E-{decimals}") if decimals else Decimal(scaled.numerator)
