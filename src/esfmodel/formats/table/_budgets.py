"""Make budgets, portfolios and allocations of finance tables."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.table._meanings import (
    NOT_DECIDED,
    Meanings,
    is_counted,
    is_heading,
    meanings_of,
    parts_of_sums,
    sums_others,
)
from esfmodel.formats.table._trees import PARTS_OF
from esfmodel.formats.table.parts import (
    TableCell,
    TableColumn,
    TableColumnKind,
    TableKind,
    TableRow,
    TableRowKind,
    hedged_amount,
    is_not_stated,
)
from esfmodel.model.allocation import Allocation, Allocations
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.funding import Commitment, Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.text import sv
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, Stage, bare_label, label_meaning
from esfmodel.text.words.labels import members_by_name
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import plain_name
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money
from esfmodel.values.operation_id import OperationId
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, Self, TypeAlias

    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.dates import Date
    from esfmodel.values.money import Rate

    Sources: TypeAlias = Mapping[str, FundingSource]
    Categories: TypeAlias = Mapping[str, CostCategory]


_Value = TypeVar("_Value")


class Sheet(NamedTuple):
    """The columns and rows of a table with their meanings."""

    columns: Sequence[TableColumn]
    rows: Sequence[TableRow]
    meanings: Meanings

    @classmethod
    def of(cls, kind: TableKind, columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> Self:
        """Return the sheet of a table of this kind."""
        return cls(columns, rows, meanings_of(kind, columns, rows))

    def amounts(self) -> list[int]:
        """Return the indexes of the columns of amounts."""
        return [index for index, each in enumerate(self.columns) if each.kind is TableColumnKind.AMOUNT]

    def listed(self) -> list[tuple[TableRow, LabelMeaning]]:
        """Return the rows that are no sums and repeat nothing, with their meanings."""
        pairs = zip(self.rows, self.meanings.rows, strict=True)
        return [(row, meaning) for row, meaning in pairs if row.kind is TableRowKind.ITEM]

    def name_in(self, row: TableRow) -> str | None:
        """Return the name of the body of a row, or its labels where no column is headed as one of bodies."""
        bodies = [
            cell.text
            for meaning, cell in zip(self.meanings.columns, row.cells, strict=True)
            if meaning.side is LabelSide.BODY and not is_not_stated(cell.text)
        ]
        return bodies[0] if bodies else row.label or None

    def summed(self) -> list[tuple[TableRow, LabelMeaning]]:
        """Return the rows with their meanings, without the parts of parts below a total."""
        found: list[tuple[TableRow, LabelMeaning]] = []
        is_below_part = False
        for row, meaning in zip(self.rows, self.meanings.rows, strict=True):
            is_part = row.kind is TableRowKind.PART
            if not (is_part and meaning.of_which and is_below_part):
                found.append((row, meaning))
            is_below_part = is_part and (is_below_part or not meaning.of_which)
        return found


def column_called(sheet: Sheet, heading: str | None) -> int:
    """Return the column of amounts with this heading, or for None the only one.

    Raises `InvalidValue` where there is no such column, or more than one.
    """
    amounts = sheet.amounts()
    if heading is None:
        return _only(sheet, amounts if len(amounts) == 1 else _of_budget(sheet), heading)
    return _only(sheet, [index for index in amounts if sheet.columns[index].heading == heading], heading)


def columns_of_budget(sheet: Sheet, heading: str | None) -> list[int]:
    """Return the column with this heading, or for None the columns of a budget: one, or one for each year."""
    if heading is not None:
        return [column_called(sheet, heading)]
    found = _of_budget(sheet)
    years = {index: year for index in sheet.amounts() if (year := _year_of(sheet.meanings.columns[index])) is not None}
    if len(found) == 1 and _is_sum_of(sheet, found[0], [*years]):
        # Lines of each year say more than those of their sum.
        found = [*years]
    units = {(sheet.columns[index].currency, sheet.columns[index].unit) for index in found}
    numbers = {years.get(index) for index in found} - {None}
    is_by_year = len(found) > 1 and len(numbers) == len(found) and len(units) == 1
    return found if is_by_year else [_only(sheet, found, heading)]


def _is_sum_of(sheet: Sheet, whole: int, parts: Sequence[int]) -> bool:
    """Whether a column is in every row the sum of others, which all state exact amounts of its currency."""
    if not parts or whole in parts:
        return False
    for row in sheet.rows:
        amounts = [cell_amount(row.cells[index]) for index in (whole, *parts)]
        exact = [amount for amount in amounts if isinstance(amount, Money)]
        if len(exact) < len(amounts) or len({amount.currency for amount in exact}) > 1:
            return False
        if exact[0].minor != sum(amount.minor for amount in exact[1:]):
            return False
    return True


def _only(sheet: Sheet, found: Sequence[int], heading: str | None) -> int:
    if len(found) == 1:
        return found[0]
    headings = tuple(sheet.columns[index].heading for index in sheet.amounts())
    raise InvalidValue("table.not_one_column", "column", heading, choices=headings)


def _year_of(meaning: LabelMeaning) -> int | None:
    """Return the year that a heading is; None for half a year, several years and other headings."""
    numbers = _NUMBER.findall(meaning.label) if meaning.side is LabelSide.YEAR else []
    return int(numbers[0]) if len(numbers) == 1 and len(numbers[0]) == len("2024") else None


_NUMBER = re.compile(r"[0-9]+")


def _of_budget(sheet: Sheet) -> list[int]:
    """Return the columns that may be of a budget: nothing paid or left; of years, or of bodies, their total."""
    left = [
        (index, meaning)
        for index, meaning in ((index, sheet.meanings.columns[index]) for index in sheet.amounts())
        if meaning.side not in {LabelSide.REMAINDER, LabelSide.NOT_OURS}
        and meaning.stage not in NOT_DECIDED
        and not meaning.of_which
    ]
    if any(meaning.stage is Stage.GRANTED for _, meaning in left):
        left = [(index, meaning) for index, meaning in left if meaning.stage is not Stage.APPLIED]
    totals = [index for index, meaning in left if meaning.side is LabelSide.TOTAL and meaning.source is None]
    others = [meaning for index, meaning in left if index not in totals]
    # A total beside anything else may be one of several.
    is_theirs = all(meaning.side is LabelSide.YEAR or meaning.body is not None for meaning in others)
    return totals if totals and is_theirs else [index for index, _ in left]


def cell_amount(cell: TableCell) -> MoneyLike | None:
    """Return the amount of a cell, as bounds where a word like "drygt" makes it so; None where it is not known."""
    if cell.amount is None or cell.qualifier is None:
        return cell.amount
    return hedged_amount(cell.qualifier, cell.amount)


# --- One budget: of funders and costs in rows, or of partners


def budget_of_rows(
    sheet: Sheet, kind: TableKind, columns: Sequence[int], sources: Sources, categories: Categories
) -> Budget:
    """Return the budget of a table whose rows are funders, costs, or both; several columns are those of years."""
    by_year = [_budget_of_column(sheet, kind, column, sources, categories) for column in columns]
    if len(by_year) == 1:
        return by_year[0]
    totals = [budget.total for budget in by_year]
    known = [total for total in totals if isinstance(total, Money)]
    years = [_year_of(sheet.meanings.columns[column]) for column in columns]
    return Budget(
        [attrs.evolve(cost, year=year) for year, each in zip(years, by_year, strict=True) for cost in each.costs],
        [attrs.evolve(part, year=year) for year, each in zip(years, by_year, strict=True) for part in each.financing],
        total=sum(known[1:], known[0]) if known and len(known) == len(totals) else None,
    )


def _budget_of_column(sheet: Sheet, kind: TableKind, column: int, sources: Sources, categories: Categories) -> Budget:
    costs, financing, left_out = _lines_of_column(sheet, kind, column, sources, categories)
    total = _total_in(sheet, column)
    paid = [_contribution(line) for line in financing]
    if paid and (left_out or not costs):
        paid = with_rest(paid, total, is_open=left_out)
    return Budget(_costs(costs, total), paid, total=total)


def _lines_of_column(
    sheet: Sheet, kind: TableKind, column: int, sources: Sources, categories: Categories
) -> tuple[list[_Line], list[_Line], bool]:
    """Return the lines of costs and of contributions, and whether a line is left out that is neither."""
    lines: list[_Line] = []
    of_total: list[_Line] = []
    is_below_total = left_out = False
    for row, read in zip(sheet.rows, sheet.meanings.rows, strict=True):
        meaning = _as_given(read, row.labels, sources, categories)
        line = _Line(meaning, cell_amount(row.cells[column]), row.label, row)
        if row.kind is not TableRowKind.ITEM or (meaning.side is LabelSide.TOTAL and meaning.source is None):
            is_below_total = True
        elif is_heading(sheet.columns, row, meaning):
            continue
        elif not is_counted(meaning, is_cost=kind is TableKind.COSTS):
            left_out = left_out or row.cells[column].text != ""
        elif meaning.of_which and is_below_total:
            of_total.append(line._replace(meaning=attrs.evolve(meaning, of_which=False)))
        else:
            is_below_total = False
            lines.append(line)
    # What a total consists of says something new only where nothing else is listed.
    costs, financing = _by_side(lines or of_total)
    return costs, _paid_lines(financing), left_out


class _Line(NamedTuple):
    """A figure with its meaning, the whole label beside or above it, and its row."""

    meaning: LabelMeaning
    amount: MoneyLike | None
    label: str
    row: TableRow


def _by_side(lines: Iterable[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Return the costs, without those that are part of another, and the financing."""
    costs: list[_Line] = []
    financing: list[_Line] = []
    for line in lines:
        if line.meaning.source is not None and line.meaning.side is not LabelSide.COST:
            financing.append(line)
        elif not line.meaning.of_which:
            costs.append(line)
    return costs, financing


_SIDES_OF_NAMES = frozenset({LabelSide.UNKNOWN, LabelSide.ID, LabelSide.NAME, LabelSide.TEXT, LabelSide.BODY})


def _as_given(meaning: LabelMeaning, labels: Iterable[str], sources: Sources, categories: Categories) -> LabelMeaning:
    """Return the meaning of a row with what the caller says of its labels, of which the last is the most specific."""
    for label in reversed([*labels]):
        if label in sources:
            body = (bare_label(label) or label) if meaning.side in _SIDES_OF_NAMES else meaning.body
            return attrs.evolve(meaning, side=LabelSide.FINANCING, source=sources[label], body=body)
        if label in categories:
            return attrs.evolve(meaning, side=LabelSide.COST, category=categories[label], source=None)
    return meaning


def _costs(lines: Sequence[_Line], total: MoneyLike | None) -> list[Cost]:
    is_negated = _is_negated(lines, total)
    costs: list[Cost] = []
    for meaning, amount, label, _ in lines:
        stated = amount
        if is_negated and meaning.deduction and isinstance(amount, Money):
            stated = -abs(amount)
        costs.append(Cost(meaning.category or CostCategory.OTHER, ActualCost(stated), description=label or None))
    return costs


def _is_negated(lines: Sequence[_Line], total: MoneyLike | None) -> bool:
    """Whether revenue is printed without its minus; a total says so where the figures as printed are not it."""
    amounts = [line.amount for line in lines]
    known = [amount for amount in amounts if isinstance(amount, Money)]
    if not isinstance(total, Money) or len(known) < len(amounts):
        return True
    return sum(known, Money(0, total.currency)) != total


def _contributions(lines: Iterable[_Line]) -> list[Contribution]:
    return [_contribution(line) for line in _paid_lines(lines)]


def _paid_lines(lines: Iterable[_Line]) -> list[_Line]:
    """Return the lines of contributions, divided where some ("varav") say what the line before them consists of."""
    groups: list[list[_Line]] = []
    for line in lines:
        # Where the first part is of the total, so are the others.
        if line.meaning.of_which and groups and not groups[-1][0].meaning.of_which:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [line for whole, *parts in groups for line in _divided(whole, parts)]


def _divided(whole: _Line, parts: Sequence[_Line]) -> list[_Line]:
    """Return the parts of a whole with what they leave of it; the whole alone where they do not say more.

    With a part of another source ("varav EU-medel" below "Offentlig finansiering") the whole is of several sources.
    """
    parts = [_as_of(whole.meaning, part) for part in parts]
    sourced = [part for part in parts if part.meaning.source is not None]
    if any(not _may_hold(whole.meaning.source, part.meaning.source) for part in sourced):
        return sourced
    known = [part for part in parts if isinstance(part.amount, Money) and _says_more(part.meaning, whole.meaning)]
    if not known or not isinstance(whole.amount, Money):
        return [whole]
    rest = sum((-part.amount for part in known if isinstance(part.amount, Money)), whole.amount)
    if rest.minor == 0:
        return known
    sources = {part.meaning.source for part in known}
    left = whole.meaning.source
    if left is FundingSource.EU_AND_STATE:
        (left,) = (PARTS_OF[left] - sources) or {left}
    if rest.minor < 0 or left is FundingSource.EU_AND_STATE:
        return [whole]
    return [*known, _Line(attrs.evolve(whole.meaning, source=left, body=None), rest, whole.label, whole.row)]


def _as_of(whole: LabelMeaning, part: _Line) -> _Line:
    """Return a part of somebody's own money as of the same body: "varav kontant" below "Region Dalarna"."""
    if part.meaning.source is not FundingSource.OWN or whole.source not in PARTS_OF[FundingSource.OWN]:
        return part
    return part._replace(meaning=attrs.evolve(part.meaning, source=whole.source, body=part.meaning.body or whole.body))


def _may_hold(whole: FundingSource | None, part: FundingSource | None) -> bool:
    """Whether money of a source may hold some of another: a body of which only the name is known may be public."""
    return part is whole or part in PARTS_OF.get(whole, ()) or whole in PARTS_OF.get(part, ())


def _says_more(part: LabelMeaning, whole: LabelMeaning) -> bool:
    narrower = PARTS_OF.get(whole.source, frozenset())
    is_named = part.body is not None and whole.body is None and part.source is not None and part.source.is_own
    has_form = part.form is not None and whole.form is None
    return part.source in narrower or ((is_named or has_form) and part.source is whole.source)


def _contribution(line: _Line, *, partner: str | None = None) -> Contribution:
    meaning = line.meaning
    name, year = (None, None) if meaning.body is None else _without_remarks(meaning.body)
    body = None if name is None else Organisation(name, count=None if _is_several(name) else 1)
    funder = Funder(body, source=meaning.source or FundingSource.OWN)
    return Contribution(
        funder, line.amount, form=meaning.form, partner=partner, year=year, commitment=_commitment_in(line.label)
    )


_REMARKS = re.compile(r" \(([^()]*)\)\Z")


def _remarks_in(label: str) -> list[str]:
    """Return what stands in parentheses: "Volvo (2025, villkorad), privat medfinansiering"."""
    return [remark for group in _GROUP.findall(label) for remark in group.split(", ")]


_GROUP = re.compile(r"\(([^()]*)\)")


def _commitment_in(label: str) -> Commitment | None:
    known = members_by_name(Commitment)
    return next((known[plain] for each in _remarks_in(label) if (plain := plain_name(each)) in known), None)


def _without_remarks(name: str) -> tuple[str, int | None]:
    """Return the name of a body without its commitment and its year in parentheses, and the year."""
    found = _REMARKS.search(name)
    if found is None:
        return name, None
    left = [each for each in found[1].split(", ") if plain_name(each) not in members_by_name(Commitment)]
    years = {each: year for each in left if (year := _year_of(label_meaning(each))) is not None}
    others = ", ".join(each for each in left if each not in years)
    plain = name[: found.start()]
    return f"{plain} ({others})" if others else plain, next(iter(years.values()), None)


_SEVERAL = re.compile(r"\b(?:och|and|et|und|samt)\b|,|;")


def _is_several(name: str) -> bool:
    """Whether a name is of several bodies."""
    return _SEVERAL.search(name.casefold()) is not None


def _total_in(sheet: Sheet, column: int) -> MoneyLike | None:
    """Return the first total that the table states in a column, or None; of costs before that of financing.

    One above a deduction is gross, and comes last. A total printed with fewer digits than its parts
    ("1,45 miljarder") is known only within its rounding.
    """
    row = _row_of_total(sheet, column)
    if row is None:
        return None
    cell = row.cells[column]
    amount = cell_amount(cell)
    steps = [step for each, _ in sheet.listed() if (step := each.cells[column].step) is not None]
    if isinstance(amount, Money) and cell.step is not None and steps and cell.step > min(steps):
        size = Fraction(cell.step) * sheet.columns[column].unit
        # A total printed to the krona, or finer, counts as exact.
        return Bounds.rounded(amount, Money.of_fraction(size, amount.currency)) if size > 1 else amount
    return amount


def _row_of_total(sheet: Sheet, column: int) -> TableRow | None:
    deducted = [index for index, meaning in enumerate(sheet.meanings.rows) if meaning.deduction]
    sums = [
        (_order_of_total(row, meaning, is_gross=index < max(deducted, default=0)), row)
        for index, (row, meaning) in enumerate(zip(sheet.rows, sheet.meanings.rows, strict=True))
        if meaning.side is LabelSide.TOTAL and meaning.source is None
    ]
    known = [(order, row) for order, row in sums if order is not None and cell_amount(row.cells[column]) is not None]
    return min(known, key=lambda pair: pair[0])[1] if known else None


def _order_of_total(row: TableRow, meaning: LabelMeaning, *, is_gross: bool) -> int | None:
    """Return how far a sum is from being the total of the budget; None where it is not."""
    if row.kind is TableRowKind.SUBTOTAL and (meaning.of is None or meaning.subtotal):
        return None
    return is_gross * 4 + (row.kind is not TableRowKind.TOTAL) * 2 + (meaning.of is LabelSide.FINANCING)


def with_rest(
    financing: Sequence[Contribution], total: MoneyLike | None, *, is_open: bool = False
) -> list[Contribution]:
    """Return the financing with a contribution for what the total leaves, if no own contribution is listed.

    Next to a whole grant (undivided, or EU and state) it is an own contribution; otherwise its funder is not stated.
    `is_open` is whether the table lists others whose part is not known.
    """
    amounts = [part.amount for part in financing]
    known = [amount for amount in amounts if isinstance(amount, Money)]
    paid = sum(known[1:], known[0]) if known and len(known) == len(amounts) else None
    is_paid = paid is not None and (paid in total if isinstance(total, Bounds) else paid == total)
    sources = {part.source for part in financing if part.source is not None}
    if is_paid or (not is_open and any(source.is_own for source in sources)):
        return [*financing]
    if is_open:
        return [*financing, Contribution.rest()]
    is_whole = FundingSource.EU_AND_STATE in sources or sources >= {FundingSource.EU, FundingSource.STATE_GRANT}
    own = Contribution(Funder(source=FundingSource.OWN))
    return [*financing, own if is_whole else Contribution.rest()]


class _Columns(NamedTuple):
    """The columns of amounts of a table with a row for each partner or project, by what they hold."""

    wholes: list[int]
    costs: list[int]
    financing: list[int]
    applied: list[int]


def _columns_of(sheet: Sheet, sources: Sources, total: str | None) -> _Columns:
    """Sort the columns; `total` is the heading of total costs and `sources` maps headings, as the caller says."""
    found = _Columns([], [], [], [])
    amounts = [(index, sheet.meanings.columns[index]) for index in sheet.amounts()]
    parts = parts_of_sums(meaning for _, meaning in amounts)
    for index, meaning in amounts:
        heading = sheet.columns[index].heading
        if heading == total:
            found.wholes.insert(0, index)
        elif heading in sources:
            found.financing.append(index)
        elif (
            meaning.stage in NOT_DECIDED or sums_others(meaning, parts) or (meaning.of_which and meaning.source is None)
        ):
            continue
        elif meaning.side is LabelSide.COST or (meaning.side is LabelSide.TOTAL and meaning.source is None):
            (found.wholes if meaning.category is None else found.costs).append(index)
        elif meaning.source is not None:
            (found.applied if meaning.stage is Stage.APPLIED else found.financing).append(index)
    found.wholes.sort(key=lambda index: (sheet.columns[index].heading != total, _is_of_financing(sheet, index)))
    return found


def _is_of_financing(sheet: Sheet, index: int) -> bool:
    return sheet.meanings.columns[index].of is LabelSide.FINANCING


def _lines_in(sheet: Sheet, row: TableRow, indexes: Iterable[int], sources: Sources) -> list[_Line]:
    lines: list[_Line] = []
    for index in indexes:
        heading, amount = sheet.columns[index].heading, cell_amount(row.cells[index])
        meaning = _as_given(sheet.meanings.columns[index], [heading], sources, {})
        lines.append(_Line(meaning, amount, heading, row))
    return lines


def _sources_of(sheet: Sheet, indexes: Iterable[int], sources: Sources) -> set[FundingSource]:
    found = (sources.get(sheet.columns[index].heading, sheet.meanings.columns[index].source) for index in indexes)
    return {source for source in found if source is not None}


def budget_of_partners(sheet: Sheet, sources: Sources, total: str | None) -> Budget:
    """Return one budget of a table with a row per partner: its costs, what is granted to it, and its own money."""
    found = _columns_of(sheet, sources, total)
    if total is not None and not found.wholes:
        column_called(sheet, total)
    wholes = [index for index in found.wholes if not _is_of_financing(sheet, index)] or found.wholes
    if len(wholes) > 1 and sheet.columns[wholes[0]].heading != total:
        raise InvalidValue("table.several_costs", "columns", ", ".join(sheet.columns[each].heading for each in wholes))
    if not (wholes or found.costs or found.financing or found.applied):
        headings = ", ".join(sheet.columns[index].heading for index in sheet.amounts())
        raise InvalidValue("table.no_costs", "columns", headings or None)
    # The grant is what is applied for where nothing says what is granted.
    is_granted = any(not source.is_own for source in _sources_of(sheet, found.financing, sources))
    paying = sorted(found.financing if is_granted else [*found.financing, *found.applied])
    costs: list[Cost] = []
    financing: list[Contribution] = []
    for row, _ in sheet.listed():
        partner = sheet.name_in(row)
        whole = cell_amount(row.cells[wholes[0]]) if wholes else None
        lines = _lines_in(sheet, row, paying, sources) or _by_rate(sheet, row, whole)
        if found.costs:
            costs += [
                attrs.evolve(cost, partner=partner)
                for cost in _costs(_lines_in(sheet, row, found.costs, {}), whole)
                if cost.amount is not None
            ]
        elif wholes:
            costs.append(Cost(CostCategory.OTHER, ActualCost(whole), partner=partner))
        paid = [attrs.evolve(part, partner=partner) for part in _contributions(lines)]
        financing += paid
        if wholes and paid and not any(part.source is not None and part.source.is_own for part in paid):
            financing.append(Contribution(Funder(source=FundingSource.OWN), _rest_of(whole, paid), partner=partner))
    return Budget(costs, financing, total=_total_in(sheet, wholes[0]) if wholes else None)


def _rest_of(whole: MoneyLike | None, paid: Sequence[Contribution]) -> Money | None:
    """Return what contributions leave of a cost; None if any of the figures is not known, or they exceed it."""
    known = [part.amount for part in paid if isinstance(part.amount, Money)]
    if not isinstance(whole, Money) or len(known) < len(paid):
        return None
    rest = sum((-amount for amount in known), whole)
    return None if rest.minor < 0 else rest


_SOURCE_OF_RATE = {"eu_rate": FundingSource.EU, "support_rate": FundingSource.EU_AND_STATE}


def _by_rate(sheet: Sheet, row: TableRow, whole: MoneyLike | None) -> list[_Line]:
    """Return what a rate of the Union, or of the whole support, gives of a partner's cost."""
    for meaning, cell in zip(sheet.meanings.columns, row.cells, strict=True):
        source = _SOURCE_OF_RATE.get(meaning.role or "")
        if source is not None and cell.rate is not None and isinstance(whole, Money):
            amount = cell.rate.apply(whole, rounding=Rounding.MINOR_HALF_UP)
            return [_Line(LabelMeaning(meaning.label, LabelSide.FINANCING, source), amount, meaning.label, row)]
    return []


def cells_of_budget(sheet: Sheet, kind: TableKind, heading: str | None) -> dict[str, tuple[TableRow, int | None]]:
    """Return the row and the column of each cost and contribution of a budget, and of its total, by their paths in it.

    With rows of partners it is the row alone, where no other row is of that partner. Raises as the budget does.
    """
    found: dict[str, tuple[TableRow, int | None]] = {}
    if kind is TableKind.PARTNERS:
        budget = budget_of_partners(sheet, {}, heading)
        names = [(sheet.name_in(row), row) for row, _ in sheet.listed()]
        count = Counter(name for name, _ in names)
        rows = {name: row for name, row in names if count[name] == 1}
        partners = {f"costs[{index}]": cost.partner for index, cost in enumerate(budget.costs)}
        partners |= {f"financing[{index}]": part.partner for index, part in enumerate(budget.financing)}
        return {path: (rows[partner], None) for path, partner in partners.items() if partner in rows}
    columns = columns_of_budget(sheet, heading)
    costs_before = paid_before = 0
    for column in columns:
        costs, financing, _ = _lines_of_column(sheet, kind, column, {}, {})
        found |= {f"costs[{index}]": (line.row, column) for index, line in enumerate(costs, costs_before)}
        found |= {f"financing[{index}]": (line.row, column) for index, line in enumerate(financing, paid_before)}
        # A budget may have a contribution that no row states.
        budget = _budget_of_column(sheet, kind, column, {}, {})
        costs_before, paid_before = costs_before + len(budget.costs), paid_before + len(budget.financing)
        total = _row_of_total(sheet, column)
        if total is not None and len(columns) == 1:
            found["total"] = (total, column)
    return found


# --- Portfolios


def portfolio_of(sheet: Sheet, sources: Sources, amount_is: FundingSource | None, total: str | None) -> Portfolio:
    unknown = [
        sheet.columns[index].heading
        for index in sheet.amounts()
        if sheet.meanings.columns[index].side is LabelSide.UNKNOWN and sheet.columns[index].heading != total
    ]
    given = {**({} if amount_is is None else dict.fromkeys(unknown, amount_is)), **sources}
    found = _columns_of(sheet, given, total)
    if total is not None and not found.wholes:
        column_called(sheet, total)
    return Portfolio([_project_of(sheet, row, found, given) for row, _ in sheet.listed()])


def _project_of(sheet: Sheet, row: TableRow, found: _Columns, sources: Sources) -> Project:
    record = _Record(sheet, row)
    budget = record.budget(found, sources)
    name = record.take(LabelSide.NAME, str) or record.first_label()
    start, end = record.take(LabelSide.DATE, _day, "start"), record.take(LabelSide.DATE, _day, "end")
    if start is not None and end is not None and end < start:
        record.give_back(LabelSide.DATE, "start", "end")
        start = end = None
    period = _period(start, end) or record.take(LabelSide.DATE, sv.parse_period, "period")
    return Project(
        name,
        operation_id=record.take(LabelSide.ID, OperationId.parse),
        fund=record.take(LabelSide.TEXT, Fund.parse, "fund"),
        beneficiary=record.take(LabelSide.BODY, Organisation, "beneficiary"),
        planned_participants=record.participants(),
        period=period,
        budget=budget,
        decisions=record.decisions(found, sources),
        published_eu_rate=record.rate(),
        extra=record.kept(name),
    )


def _day(text: str) -> Date:
    return sv.parse_date(text)


def _period(start: Date | None, end: Date | None) -> Period | OpenPeriod | None:
    if start is not None and end is not None:
        return Period(start, end)
    return None if start is None and end is None else OpenPeriod(start, end)


_RATES = frozenset({"eu_rate", "axis_rate"})


class _Record:
    """The cells of one project, of which each is put into a field or kept in `extra`."""

    def __init__(self, sheet: Sheet, row: TableRow) -> None:
        self.sheet = sheet
        self.row = row
        self.used: set[int] = set()

    def _stated(self, side: LabelSide, *roles: str) -> list[int]:
        return [
            index
            for index, (meaning, cell) in enumerate(zip(self.sheet.meanings.columns, self.row.cells, strict=True))
            if meaning.side is side and (not roles or meaning.role in roles) and not is_not_stated(cell.text)
        ]

    def take(self, side: LabelSide, read: Callable[[str], _Value], *roles: str) -> _Value | None:
        """Return the first cell of a meaning that can be read; the others stay in `extra`."""
        for index in self._stated(side, *roles):
            try:
                value = read(self.row.cells[index].text)
            except InvalidValue:
                continue
            self.used.add(index)
            return value
        return None

    def give_back(self, side: LabelSide, *roles: str) -> None:
        """Keep the cells of a meaning in `extra` after all."""
        self.used -= {*self._stated(side, *roles)}

    def first_label(self) -> str:
        """Return the first label that has no other field, or the first of all."""
        labels = [
            index
            for index, (column, cell) in enumerate(zip(self.sheet.columns, self.row.cells, strict=True))
            if column.kind is TableColumnKind.LABEL and not is_not_stated(cell.text)
        ]
        free = [index for index in labels if self.sheet.meanings.columns[index].side is LabelSide.UNKNOWN]
        for index in (free or labels)[:1]:
            self.used.add(index)
            return self.row.cells[index].text
        return self.row.label

    def participants(self) -> int | None:
        for index in self._stated(LabelSide.COUNT, "participants"):
            value = self.row.cells[index].value
            if value is not None and value >= 0 and value == int(value):
                self.used.add(index)
                return int(value)
        return None

    def rate(self) -> Rate | None:
        """Return the Union's rate as printed."""
        for index in self._stated(LabelSide.SHARE, *_RATES):
            rate = self.row.cells[index].rate
            if rate is not None:
                self.used.add(index)
                return rate
        return None

    def budget(self, found: _Columns, sources: Sources) -> Budget | None:
        """Return the budget of the row: in the currency of its total, or else of its first amount."""
        stated = [
            index
            for index in (*found.wholes, *found.costs, *found.financing)
            if cell_amount(self.row.cells[index]) is not None
        ]
        if not stated:
            return None
        currency = self.sheet.columns[stated[0]].currency
        same = {index for index in stated if self.sheet.columns[index].currency == currency}
        whole = next((index for index in found.wholes if index in same), None)
        total = None if whole is None else cell_amount(self.row.cells[whole])
        self.used |= set() if whole is None else {whole}
        costs = [index for index in found.costs if index in same]
        self.used |= {*costs}
        paid = self._paid([index for index in found.financing if index in same], sources)
        return Budget(
            _costs(_lines_in(self.sheet, self.row, costs, {}), total),
            with_rest(paid, total) if paid else (),
            total=total,
        )

    def _paid(self, indexes: Sequence[int], sources: Sources) -> list[Contribution]:
        """Return the contributions of columns, the Union's part of an undivided grant beside it divided from it."""
        lines = _lines_in(self.sheet, self.row, indexes, sources)
        paid, left_out = _paid_in(lines)
        self.used |= {index for index, line in zip(indexes, lines, strict=True) if line not in left_out}
        return paid

    def decisions(self, found: _Columns, sources: Sources) -> list[Decision]:
        """Return the application and the grant, where a heading says that its amount or day is of one."""
        applied = _decided(_lines_in(self.sheet, self.row, found.applied, sources))
        granted = _decided(
            line
            for line in _lines_in(self.sheet, self.row, found.financing, sources)
            if line.meaning.stage is Stage.GRANTED
        )
        self.used |= {index for index in found.applied if cell_amount(self.row.cells[index]) is not None}
        on = self.take(LabelSide.DATE, _day, "award")
        return [
            *([Decision(DecisionKind.APPLIED, **applied)] if applied else []),
            *([Decision(DecisionKind.GRANTED, on, **granted)] if granted or on else []),
        ]

    def kept(self, name: str) -> list[tuple[str, str]]:
        """Return the cells that stand in no field, with their headings."""
        kept = [
            (column.heading, cell.text)
            for index, (column, cell) in enumerate(zip(self.sheet.columns, self.row.cells, strict=True))
            if index not in self.used and not is_not_stated(cell.text) and cell.text != name
        ]
        return [*kept, *(("", text) for text in self.row.beyond)]


def _paid_in(lines: Sequence[_Line]) -> tuple[list[Contribution], list[_Line]]:
    """Return the contributions of columns, and the lines that are not counted.

    The Union's part beside an undivided grant is divided from it, and left out where it does not fit in it.
    """
    undivided = [line for line in lines if line.meaning.source is FundingSource.EU_AND_STATE]
    parts = [line for line in lines if line.meaning.source in PARTS_OF[FundingSource.EU_AND_STATE]]
    if not (undivided and parts):
        return _contributions(lines), []
    others = [line for line in lines if line not in parts]
    first = others.index(undivided[0]) + 1
    of_it = [line._replace(meaning=attrs.evolve(line.meaning, of_which=True)) for line in parts]
    paid = _contributions([*others[:first], *of_it, *others[first:]])
    is_whole = any(part.source is FundingSource.EU_AND_STATE for part in paid)
    return paid, parts if is_whole else []


def _decided(lines: Iterable[_Line]) -> dict[str, Any]:
    """Return what was applied for or granted: the support where it is undivided, else who pays how much."""
    # Nothing is no grant.
    known = [line for line in lines if isinstance(line.amount, Bounds) or (line.amount and line.amount.minor)]
    if not known:
        return {}
    if [line.meaning.source for line in known] == [FundingSource.EU_AND_STATE]:
        return {"support": known[0].amount}
    return {"budget": Budget(financing=_paid_in(known)[0])}


# --- Allocations

_MEASURES = {
    FundingSource.EU: "eu",
    FundingSource.EU_AND_STATE: "eu",
    FundingSource.PARTNER_COUNTRY: "partner_country",
}


def allocations_of(sheet: Sheet) -> tuple[Allocations, ...]:
    """Return the allocations of each currency, in the order of the columns."""
    by_currency: dict[str | None, list[int]] = {}
    for index in sheet.amounts():
        by_currency.setdefault(sheet.columns[index].currency, []).append(index)
    stated = [row for row in sheet.rows if row.kind is TableRowKind.TOTAL]
    return tuple(
        Allocations(
            [_allocation(sheet, indexes, row) for row, meaning in sheet.listed() if not meaning.of_which],
            stated=_allocation(sheet, indexes, stated[0]) if stated else None,
        )
        for indexes in by_currency.values()
    )


def _allocation(sheet: Sheet, indexes: Sequence[int], row: TableRow) -> Allocation:
    amounts: dict[str, Money] = {}
    parts = parts_of_sums(sheet.meanings.columns[index] for index in indexes)
    for index in indexes:
        meaning = sheet.meanings.columns[index]
        amount, measure = row.cells[index].amount, _measure(meaning)
        if amount is None or measure is None or meaning.of_which or sums_others(meaning, parts):
            continue
        _add(amounts, measure, amount)
    return Allocation(row.label, **amounts)


def _measure(meaning: LabelMeaning) -> str | None:
    """Return which amount of an allocation a column or row holds; None where it is none of them."""
    if meaning.stage in NOT_DECIDED:
        return None
    if meaning.source is not None and meaning.side in {LabelSide.FINANCING, LabelSide.TOTAL}:
        return _MEASURES.get(meaning.source, "national")
    return "total" if meaning.side is LabelSide.TOTAL else None


def _add(amounts: dict[str, Money], measure: str, amount: Money) -> None:
    """Add an amount to its measure; only the first total counts."""
    if measure not in amounts:
        amounts[measure] = amount
    elif measure != "total":
        amounts[measure] += amount


def allocation_of_rows(sheet: Sheet, name: str, columns: Sequence[int], sources: Sources) -> Allocation:
    """Return the allocation of a table whose rows are funders; several columns are those of years."""
    amounts: dict[str, Money] = {}
    for row, read in sheet.listed():
        meaning = _as_given(read, row.labels, sources, {})
        measure = _measure(meaning)
        for column in columns:
            amount = row.cells[column].amount
            if amount is not None and measure not in {None, "total"} and not meaning.of_which:
                _add(amounts, measure or "", amount)
    total_row = next((row for row in sheet.rows if row.kind is TableRowKind.TOTAL), None)
    totals = [] if total_row is None else [total_row.cells[column].amount for column in columns]
    known = [amount for amount in totals if amount is not None]
    total = sum(known[1:], known[0]) if len(known) == len(columns) else None
    return Allocation(name, **amounts, total=total)
