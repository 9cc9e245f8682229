"""Compare the sums and shares that a finance table states with its figures, down the columns and across the rows.

What a sum covers is seldom stated: the lines above it, those below it, the sub-totals, the lines of one source. So rows
under a row of sums and columns before a column of sums are treated alike, as lines of a tree, and the trees that people
use are tried. A table is accused of a wrong sum only where no tree fits.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import permutations
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.table._meanings import NOT_DECIDED
from esfmodel.formats.table._trees import (
    DOUBTFUL,
    NEAREST,
    PARTS_OF,
    SUMS,
    Found,
    Lines,
    Role,
    Sum,
    agreement_of,
    share_of,
    sum_of,
    tree_of,
)
from esfmodel.formats.table.parts import (
    Agreement,
    TableColumnKind,
    TableDifference,
    TableKind,
    TableRowKind,
    to_decimal,
)
from esfmodel.text.reading.labels import LabelSide, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from esfmodel.formats.table._trees import Tree
    from esfmodel.formats.table.parts import TableCell, TableColumn, TableRow
    from esfmodel.text.reading.labels import LabelMeaning

_OF_ONE_PROJECT = frozenset({TableKind.FINANCING, TableKind.COSTS, TableKind.BUDGET})


def differences_of(
    columns: Sequence[TableColumn],
    rows: Sequence[TableRow],
    *,
    of_columns: Sequence[LabelMeaning],
    of_rows: Sequence[LabelMeaning],
    kind: TableKind,
    may_leave: bool,
) -> tuple[TableDifference, ...]:
    """Return the sums of columns, then those of rows, then the shares that disagree with the amounts beside them.

    `may_leave` is whether parts of a column that are not listed may make up the rest of its total.
    """
    roles = _roles_of_rows(rows, of_rows, kind)
    shares = [_Shares(index, columns, rows, roles) for index in _columns_of(columns, TableColumnKind.RATE)]
    ratios = {each.column for each in shares if each.are_ratios}
    figures = [
        index
        for index, column in enumerate(columns)
        if column.kind is not TableColumnKind.LABEL and index not in ratios
    ]
    down = Lines(
        roles=roles,
        meanings=of_rows,
        cells=[[row.cells[index] for index in figures] for row in rows],
        are_rates=[columns[index].kind is TableColumnKind.RATE for index in figures],
        may_leave=may_leave,
    )
    tree = tree_of(down)
    is_mixed = kind in _OF_ONE_PROJECT and {LabelSide.COST, LabelSide.FINANCING} <= {
        of_rows[item].side for item in tree.items
    }
    return (
        *_down(down, tree, [columns[index] for index in figures], rows, is_mixed=is_mixed),
        *_across(columns, rows, of_columns),
        *(difference for each in shares for difference in each.differences(tree)),
    )


def _roles_of_rows(rows: Sequence[TableRow], meanings: Sequence[LabelMeaning], kind: TableKind) -> list[Role]:
    # The rows of other tables are named after projects, bodies and programmes: their names mean no money. So are those
    # of a table without other rows.
    items = {meaning.side for row, meaning in zip(rows, meanings, strict=True) if row.kind is TableRowKind.ITEM}
    is_of_names = kind not in _OF_ONE_PROJECT or items <= DOUBTFUL - {LabelSide.REMAINDER}
    doubtful = frozenset[LabelSide]() if is_of_names else DOUBTFUL
    roles: list[Role] = []
    for row, meaning in zip(rows, meanings, strict=True):
        if row.kind is TableRowKind.PART or (row.kind is TableRowKind.ITEM and meaning.of_which):
            roles.append(Role.PART)
        elif row.kind is TableRowKind.ITEM:
            is_doubtful = meaning.side in doubtful or (not is_of_names and meaning.stage in NOT_DECIDED)
            roles.append(Role.DOUBTFUL if is_doubtful else Role.ITEM)
        else:
            roles.append(Role.WHOLE if row.kind is TableRowKind.TOTAL else Role.SUM)
    return roles


# --- Sums of columns and of rows


def _down(
    lines: Lines, tree: Tree, columns: Sequence[TableColumn], rows: Sequence[TableRow], *, is_mixed: bool
) -> Iterator[TableDifference]:
    whole = tree.totals(tree.items)
    for vector, found in enumerate(_found_in(lines, tree)):
        column = columns[vector]
        for line, total, agreement in found:
            yield _difference_at(rows[line], column, total, lines.cells[line][vector], agreement)
        # Shares need not add up to a whole, and a sum of costs and financing is no figure.
        is_sum = bool(whole[vector].steps) and not lines.are_rates[vector] and not is_mixed
        if is_sum and not _is_stated(lines, tree, vector):
            yield TableDifference(
                column=column.heading,
                computed=to_decimal(whole[vector].value),
                missing=whole[vector].missing,
                agreement=Agreement.NOT_STATED,
            )


def _is_stated(lines: Lines, tree: Tree, vector: int) -> bool:
    """Whether each item is part of a sum that is stated."""
    covered: set[int] = set()
    for line, parts in tree.sums.items():
        if lines.states(line, vector, parts.totals[vector]):
            if lines.roles[line] is Role.WHOLE:
                return True
            covered.update(parts.lines)
    return covered.issuperset(tree.items)


def _across(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], meanings: Sequence[LabelMeaning]
) -> Iterator[TableDifference]:
    """Compare the columns of sums with the others of their currency and unit."""
    groups: dict[tuple[str | None, int], list[int]] = {}
    for index in _columns_of(columns, TableColumnKind.AMOUNT):
        groups.setdefault((columns[index].currency, columns[index].unit), []).append(index)
    for group in groups.values():
        found = _across_group(columns, rows, meanings, group, DOUBTFUL)
        # Beside columns of payers or costs, one that is not known ("Deltagare") may be no part of the total.
        sides = {meanings[index].side for index in group}
        is_mixed = LabelSide.UNKNOWN in sides and sides & {LabelSide.FINANCING, LabelSide.COST}
        if is_mixed and any(each.agreement in _MISFITS for each in found):
            found = _across_group(columns, rows, meanings, group, DOUBTFUL | {LabelSide.UNKNOWN})
        yield from found


_MISFITS = frozenset({Agreement.UNEQUAL, Agreement.ROUNDING})


def _across_group(
    columns: Sequence[TableColumn],
    rows: Sequence[TableRow],
    meanings: Sequence[LabelMeaning],
    group: Sequence[int],
    doubtful: frozenset[LabelSide],
) -> list[TableDifference]:
    """Compare the sums of columns in one currency and unit; columns of `doubtful` sides may be parts or not."""
    each = [meanings[index] for index in group]
    lines = Lines(
        roles=_roles_of_columns(each, doubtful),
        meanings=each,
        cells=[[row.cells[index] for row in rows] for index in group],
        are_rates=[False] * len(rows),
        are_columns=True,
    )
    return [
        _difference_at(rows[vector], columns[group[line]], total, lines.cells[line][vector], agreement, across=True)
        for vector, found in enumerate(_found_in(lines, tree_of(lines)))
        for line, total, agreement in found
    ]


_OTHER_STAGES = NOT_DECIDED | {Stage.APPLIED}


def _roles_of_columns(meanings: Sequence[LabelMeaning], doubtful: frozenset[LabelSide]) -> list[Role]:
    """Return what the columns of one currency are: of several totals, the last that names no source is of the whole.

    What is applied for, granted and paid are not parts of one sum: where there are several stages, only what is
    granted, budgeted or of no stage is summed.
    """
    is_of_stages = len({each.stage for each in meanings if each.stage}) > 1
    wholes = [
        line
        for line, each in enumerate(meanings)
        if each.side is LabelSide.TOTAL and not each.of_which and not each.subtotal and each.source is None
    ]
    roles: list[Role] = []
    for line, each in enumerate(meanings):
        if each.of_which:
            roles.append(Role.PART)
        elif (is_of_stages and each.stage in _OTHER_STAGES) or each.side in doubtful:
            roles.append(Role.DOUBTFUL)
        elif each.side is LabelSide.TOTAL:
            roles.append(Role.WHOLE if line in wholes[-1:] else Role.SUM)
        else:
            roles.append(Role.ITEM)
    return roles


def _found_in(lines: Lines, tree: Tree) -> Iterator[list[Found]]:
    """Yield for each vector the sums that it states, in the order of the lines."""
    withins = [each for whole, parts in tree.wholes.items() if (each := _within(lines, whole, parts))]
    rests = [each for line in range(len(lines.roles)) if (each := _rest(lines, tree, line))]
    for vector in lines.vectors:
        found: list[Found] = []
        for line, parts in tree.sums.items():
            total, cell = parts.totals[vector], lines.cells[line][vector]
            agreement = agreement_of(total, cell, may_leave=parts.may_leave)
            # A total of a row beside grants alone is no sum of them.
            is_more = lines.are_columns and parts.may_leave and agreement is Agreement.REMAINDER
            if lines.states(line, vector, total) and not is_more:
                found.append(Found(line, total, agreement))
        found += [more for each in (*withins, *rests) if (more := each[vector])]
        yield sorted(found, key=lambda each: each.line)


# --- Parts of another line: "varav EU-medel"


def _within(lines: Lines, whole: int, parts: Sequence[int]) -> list[Found | None]:
    """Compare a line with its parts: those that are all there come to it, others do not exceed it."""
    totals = [sum_of(lines.cells[part][vector] for part in parts) for vector in lines.vectors]
    found = [
        Found(whole, total, agreement_of(total, lines.cells[whole][vector]))
        if lines.states(whole, vector, total) and total.missing < len(parts) and not lines.are_rates[vector]
        else None
        for vector, total in enumerate(totals)
    ]
    equal = sum(each is not None and each.agreement is Agreement.EQUAL for each in found)
    meanings = [lines.meanings[part] for part in parts]
    sources = [each.source for each in meanings]
    if equal * 2 >= len(found) - found.count(None) or PARTS_OF.get(lines.meanings[whole].source, frozenset()) == {
        *sources
    }:
        return found
    if not _are_apart(meanings):
        totals = [
            sum_of([max((lines.cells[part][vector] for part in parts), key=lambda cell: cell.value or 0)])
            for vector in lines.vectors
        ]
    exceeding: list[Found | None] = []
    for vector, (each, total) in enumerate(zip(found, totals, strict=True)):
        cell = lines.cells[whole][vector]
        agreement = agreement_of(total, cell)
        is_wrong = agreement is Agreement.UNEQUAL and total.value > Fraction(cell.value or 0)
        exceeding.append(Found(whole, total, agreement) if each and is_wrong else None)
    return exceeding


def _are_apart(meanings: Sequence[LabelMeaning]) -> bool:
    """Whether parts cannot overlap, as "varav EU-medel" and "varav förskott" can: all fit in the whole together."""
    known = [each for each in meanings if each.source or each.category or each.form or each.side in DOUBTFUL]
    sources, forms = {each.source for each in known}, {each.form for each in known}
    return all(each.category for each in known) or any(
        None not in kinds and len(kinds) == len(known) for kinds in (sources, forms)
    )


# --- What is left: budget less outcome

_REACH = 50


def _rest(lines: Lines, tree: Tree, line: int) -> list[Found | None]:
    """Compare what is left with a budget less its outcomes, or with the difference of two other lines."""
    if lines.meanings[line].side is not LabelSide.REMAINDER or line in tree.items:
        return []
    near = _lines_near(lines, line)
    outcomes = tuple(other for other in near if lines.meanings[other].stage in NOT_DECIDED)
    staged = [(other, outcomes) for other in near if outcomes and other not in outcomes]
    pairs = [*staged, *((first, (second,)) for first, second in permutations(near, 2))]
    misfits = [share_of(Agreement.UNEQUAL, _left_of(lines, line, *pair)) for pair in pairs]
    if not pairs:
        return []
    best = misfits.index(min(misfits))
    return [*_left_of(lines, line, *pairs[best])] if pairs[best] in staged or misfits[best] * 2 <= 1 else []


def _lines_near(lines: Lines, line: int) -> list[int]:
    """Return the lines that what is left may be the difference of: those before it first, and sums before items."""
    others = [
        other
        for other in range(max(0, line - _REACH), min(line + _REACH, len(lines.roles)))
        if lines.roles[other] is not Role.PART and lines.meanings[other].side is not LabelSide.REMAINDER
    ]
    others.sort(key=lambda other: (other > line, lines.roles[other] not in SUMS, abs(other - line)))
    return sorted(others[:NEAREST])


def _left_of(lines: Lines, line: int, first: int, rest: Sequence[int]) -> Iterator[Found | None]:
    for vector in lines.vectors:
        cell = lines.cells[line][vector]
        total = sum_of([lines.cells[first][vector]]).less(sum_of(lines.cells[other][vector] for other in rest))
        is_stated = lines.states(line, vector, total) and not lines.are_rates[vector]
        yield Found(line, total, agreement_of(total, cell)) if is_stated else None


def _columns_of(columns: Sequence[TableColumn], kind: TableColumnKind) -> list[int]:
    return [index for index, column in enumerate(columns) if column.kind is kind]


def _difference_at(
    row: TableRow,
    column: TableColumn,
    found: Sum,
    cell: TableCell,
    agreement: Agreement,
    *,
    across: bool = False,
) -> TableDifference:
    return TableDifference(
        line=row.line,
        label=row.label,
        column=column.heading,
        across=across,
        computed=to_decimal(found.value),
        stated=cell.value,
        qualifier=cell.qualifier,
        missing=found.missing,
        agreement=agreement,
    )


# --- Shares, held against the amounts beside them


class _Base(NamedTuple):
    """What shares may be of: the amounts of a column, and for each row the whole that its amount is divided by."""

    column: int
    whole: Callable[[int], Sum | None]
    is_across: bool


class _Shares:
    """A column of shares, held against the amounts of the table."""

    def __init__(
        self, column: int, columns: Sequence[TableColumn], rows: Sequence[TableRow], roles: Sequence[Role]
    ) -> None:
        self.column = column
        self.heading = columns[column]
        self.rows = rows
        self.roles = roles
        cells = [row.cells[column] for row in rows]
        # What the shares are of: 0.4 may be printed for 40 per cent.
        self.hundred = next(
            (Fraction(cell.value) / cell.rate.fraction for cell in cells if cell.value and cell.rate), Fraction(100)
        )
        amounts = _columns_of(columns, TableColumnKind.AMOUNT)
        self.is_beside_one = len(amounts) == 1
        self.near = sorted(sorted(amounts, key=lambda index: abs(index - column))[:NEAREST])
        across = [
            _Base(one, partial(self._amount, other), is_across=True)
            for one, other in permutations(self.near, 2)
            if (columns[one].currency, columns[one].unit) == (columns[other].currency, columns[other].unit)
        ]
        self.across = [(self._fit(base), base) for base in across]

    @property
    def are_ratios(self) -> bool:
        """Whether the shares are of the amounts of two columns, row by row, or all whole: then they have no sum."""
        values = [row.cells[self.column].value for row in self.rows if row.cells[self.column].value is not None]
        return (len(values) > 2 and {*values} == {self.hundred}) or any(fit * 2 >= 1 for fit, _ in self.across)

    def differences(self, tree: Tree) -> Iterator[TableDifference]:
        """Yield the shares that do not fit the base that the others fit.

        Where none fits, they are shares of something else, unless they come to a whole beside one column of amounts.
        """
        down = ((self._fit(base), base) for base in self._down(tree))
        bases = [each for each in (*self.across, *down) if next(self._found(each[1]), None)]
        fit, base = max(bases, key=lambda each: each[0], default=(Fraction(0), None))
        if base and (fit * 2 >= 1 or (self.is_beside_one and self._come_to_a_whole(tree))):
            for line, total, agreement in self._found(base):
                if agreement is not Agreement.EQUAL:
                    row, cell = self.rows[line], self.rows[line].cells[self.column]
                    yield _difference_at(row, self.heading, total, cell, agreement, across=base.is_across)

    def _down(self, tree: Tree) -> Iterator[_Base]:
        """Yield the bases down a column: the sums that the rows are part of, each total, and what items come to."""
        # A sub-total is nearer than the total: it has fewer parts.
        sums = sorted(tree.sums.items(), key=lambda each: len(each[1].lines), reverse=True)
        owners = {line: line for line in tree.sums} | {part: line for line, parts in sums for part in parts.lines}
        for column in self.near:
            yield _Base(column, partial(self._owner, column, owners), is_across=False)
            for total in [*tree.sums][-NEAREST:]:
                yield _always(column, self._amount(column, total))
            yield _always(column, sum_of(self.rows[item].cells[column] for item in tree.items))
            with_share = [item for item in tree.items if self.rows[item].cells[self.column].value is not None]
            yield _always(column, sum_of(self.rows[item].cells[column] for item in with_share))

    def _amount(self, column: int, line: int) -> Sum | None:
        found = sum_of([self.rows[line].cells[column]])
        return None if found.missing else found

    def _owner(self, column: int, owners: Mapping[int, int], line: int) -> Sum | None:
        return self._amount(column, owners[line]) if line in owners else None

    def _come_to_a_whole(self, tree: Tree) -> bool:
        """Whether the shares come to 100, each beside an amount."""
        shares = sum_of(self.rows[item].cells[self.column] for item in tree.items)
        is_known = all(self._amount(self.near[0], item) for item in tree.items)
        return is_known and len(tree.items) > 1 and abs(shares.value - self.hundred) <= shares.steps / 2

    def _fit(self, base: _Base) -> Fraction:
        """Return how many of the shares fit a base."""
        return share_of(Agreement.EQUAL, self._found(base))

    def _found(self, base: _Base) -> Iterator[Found]:
        for line, row in enumerate(self.rows):
            cell, amount, whole = row.cells[self.column], self._amount(base.column, line), base.whole(line)
            # The share of a total in itself tells nothing.
            is_whole = cell.value == self.hundred and self.roles[line] in SUMS and not base.is_across
            if cell.value is not None and amount and whole and whole.value > 0 and not is_whole:
                yield _share(line, cell, amount, whole, self.hundred)


def _always(column: int, whole: Sum | None) -> _Base:
    known = None if whole is None or whole.missing else whole

    def of_any(_line: int) -> Sum | None:
        return known

    return _Base(column, of_any, is_across=False)


def _share(line: int, cell: TableCell, amount: Sum, whole: Sum, hundred: Fraction) -> Found:
    """Return the share of an amount in a whole, with as many decimals as the stated one, and how they agree.

    The share is equal where the stated one may be its rounding, given the last digits of the amounts.
    """
    step = Fraction(cell.step or 1)
    share = hundred * amount.value / whole.value
    slack = (hundred * amount.steps + abs(share) * whole.steps) / whole.value
    agreement = agreement_of(Sum(share, slack), cell)
    if agreement is Agreement.ROUNDING:
        agreement = Agreement.EQUAL
    elif agreement is Agreement.UNEQUAL and abs(share - Fraction(cell.value or 0)) < step:
        agreement = Agreement.ROUNDING
    return Found(line, Sum(floor(share / step + Fraction(1, 2)) * step), agreement)
