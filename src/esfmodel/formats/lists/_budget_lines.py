"""The lines of a table of a budget sheet, and what the words of a label say that a line is of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.formats.lists._headings import is_named
from esfmodel.formats.lists.column import Seen
from esfmodel.formats.reading import Problem
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, Stage, bare_label, label_meaning
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esfmodel.formats.evidence import Evidence
    from esfmodel.formats.lists._sheet_cells import SheetCells
    from esfmodel.formats.lists.budget_mapping import BudgetTable, Kind


class Part(NamedTuple):
    """One amount of a line: its column, and the year and the partner that it is of; None where it is not known."""

    column: int
    amount: Money | None
    year: int | None
    partner: str | None


@attrs.define(eq=False)
class Line:
    """A line: its row, its label and that of its group, what they mean, and its amounts.

    `is_below` is whether the group is that of a label above it without any amount, which may be a line not filled in;
    `is_mixed` is whether it holds money of several kinds.
    """

    row: int
    label: str
    meaning: LabelMeaning
    group: str
    is_below: bool
    amounts: Mapping[int, Money | None]
    parts: Sequence[Part] = ()
    is_negated: bool = False
    is_mixed: bool = False

    def amount(self, column: int) -> Money | None:
        """Return the amount in a column, None where it is not known; a cell that states nothing is no key."""
        found = self.amounts[column]
        return -found if self.is_negated and found is not None else found


class RowsTold:
    """Rows that share a problem, which is told once for all of them."""

    def __init__(self) -> None:
        self._seen: dict[str, Seen] = {}

    def add(self, code: str, row: int) -> None:
        """Note that a row has a problem."""
        self._seen.setdefault(code, Seen("")).add(row)

    def problems(self, where: Callable[[int], Evidence]) -> Iterator[Problem]:
        """Yield the problems, each at the place of the first row that has it."""
        for code, seen in self._seen.items():
            yield _SHARED[code](seen.count, seen.shown).in_cell(where(seen.rows[0]))


_SHARED: Mapping[str, Callable[[int, str], Problem]] = MappingProxyType(
    {
        "workbook.no_result": lambda count, rows: Problem("workbook.no_result", count=count, rows=rows),
        "workbook.not_amounts": lambda count, rows: Problem("workbook.not_amounts", count=count, rows=rows),
        "workbook.parts_left_out": lambda count, rows: Problem("workbook.parts_left_out", count=count, rows=rows),
        "workbook.sums_taken": lambda count, rows: Problem("workbook.sums_taken", count=count, rows=rows),
        "workbook.sums_in_doubt": lambda count, rows: Problem("workbook.sums_in_doubt", count=count, rows=rows),
        "workbook.negative_financing": lambda count, rows: Problem(
            "workbook.negative_financing", count=count, rows=rows
        ),
        "workbook.flat_rate_as_stated": lambda count, rows: Problem(
            "workbook.flat_rate_as_stated", count=count, rows=rows
        ),
        "workbook.category_unknown": lambda count, rows: Problem("workbook.category_unknown", count=count, rows=rows),
        "workbook.category_of_words": lambda count, rows: Problem("workbook.category_of_words", count=count, rows=rows),
        "workbook.of_group": lambda count, rows: Problem("workbook.of_group", count=count, rows=rows),
    }
)


def use_line(sheet: SheetCells, table: BudgetTable, line: Line) -> None:
    """Note that a line has been read: its labels, and those of its amounts that are known."""
    for column in table.labels:
        sheet.use(line.row, column)
    for column, amount in line.amounts.items():
        if amount is not None:
            sheet.use(line.row, column)


NO_AMOUNTS = frozenset(
    {
        *(LabelSide.SHARE, LabelSide.COUNT, LabelSide.DATE, LabelSide.YEAR, LabelSide.ID),
        *(LabelSide.REMAINDER, LabelSide.NOT_OURS),
    }
)
"""What a row holds that is no line of a budget, though it has figures."""


NOT_BUDGETED = frozenset({Stage.PAID, Stage.OUTCOME, Stage.FORECAST})
"""The stages of money that is no part of a budget."""


def is_whole(meaning: LabelMeaning) -> bool:
    """Whether a label is that of the sum of a whole table, and not of a part of it."""
    return (
        meaning.side is LabelSide.TOTAL and not meaning.subtotal and meaning.category is None and meaning.source is None
    )


# --- What lines are of


def named_kind(table: BudgetTable, label: str) -> Kind | None:
    """Return what the mapping says of a label."""
    return next((kind for pattern, kind in table.names.items() if label and is_named(label, (pattern,))), None)


def category_of(table: BudgetTable, label: str) -> Kind | None:
    """Return the category that the mapping or the words of a label state; None where they state none."""
    named = named_kind(table, label)
    if named is not None or not label:
        return named
    category = label_meaning(label, within=LabelSide.COST).category
    # Among costs any unknown label is another cost; only "Övriga kostnader" says so itself.
    is_unknown = category is CostCategory.OTHER and label_meaning(label).category is not CostCategory.OTHER
    return None if is_unknown else category


def source_of(table: BudgetTable, line: Line, group: LabelMeaning) -> FundingSource | None:
    """Return the source of a line: of the mapping, of its label, or of its group; None where none states it."""
    for named in (named_kind(table, line.label), named_kind(table, line.group)):
        if isinstance(named, FundingSource):
            return named
    if line.is_mixed:
        return None
    own = line.meaning.source
    # A body that stands above others is a line that is not filled in, and a body may be of a group of bodies.
    above = group.source if group.side is LabelSide.FINANCING else None
    is_narrower = line.meaning.side is LabelSide.BODY and above is not None and above.is_own
    if own is None or (own is FundingSource.OWN and is_narrower):
        own = above or own
    return own or (table.others if isinstance(table.others, FundingSource) else None)


_BEFORE_A_REMARK = re.compile(r",|:|\(| [-\N{EN DASH}] ")


def body_of(line: Line, source: FundingSource) -> str | None:
    """Return the body that pays a line; None where the label names the kind of money alone.

    A label may say more than its body: "Falu kommun, kontant".
    """
    if line.meaning.body is not None:
        return line.meaning.body
    if line.meaning.source is None:
        return (bare_label(line.label) or line.label) if source.is_own else None
    pieces = [piece.strip(" )") for piece in _BEFORE_A_REMARK.split(line.label) if source.is_own]
    bodies = (label_meaning(piece, within=LabelSide.FINANCING).body for piece in pieces)
    return next(filter(None, bodies), None)
