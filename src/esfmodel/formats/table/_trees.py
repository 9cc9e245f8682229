"""Find which lines of a finance table a sum adds up, from the figures.

What a sum covers is seldom stated: the lines above it, those below it, the sub-totals, the lines of one source. So rows
above a row of sums and columns before a column of sums are treated alike, as lines of a tree, and the trees that people
use are tried.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from functools import partial
from itertools import chain, islice, product, takewhile
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.table.parts import Agreement, Nearness, is_not_stated, nearness_of
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.text.reading.labels import LabelSide

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from esfmodel.formats.table.parts import TableCell
    from esfmodel.text.reading.labels import LabelMeaning

# --- Sums of cells

_AS_PRINTED = Nearness(0, 0)


class Sum(NamedTuple):
    """A sum of cells: its value, the sum of their last digits' sizes, and how many state no exact figure.

    `may_rise` and `may_fall` are whether those may make the sum more, or less. `is_read` is whether every figure could
    be read.
    """

    value: Fraction = Fraction(0)
    steps: Fraction = Fraction(0)
    missing: int = 0
    may_rise: bool = False
    may_fall: bool = False
    is_read: bool = True

    def plus(self, cell: TableCell) -> Sum:
        value, steps, missing, rise, fall, is_read = self
        if cell.value is None:
            is_read = is_read and is_not_stated(cell.text)
            return Sum(value, steps, missing + 1, True, fall or not is_read, is_read)
        if cell.qualifier is not None:
            near = nearness_of(cell.qualifier)
            missing, rise, fall = missing + 1, rise or near.above != 0, fall or near.below != 0
        return Sum(value + Fraction(cell.value), steps + Fraction(cell.step or 0), missing, rise, fall, is_read=is_read)

    def less(self, other: Sum) -> Sum:
        return Sum(
            self.value - other.value,
            self.steps + other.steps,
            self.missing + other.missing,
            self.may_rise or other.may_fall,
            self.may_fall or other.may_rise,
            self.is_read and other.is_read,
        )


def agreement_of(found: Sum, cell: TableCell, *, may_leave: bool = False) -> Agreement:
    """Return how a sum agrees with the stated one; `may_leave` is whether unlisted parts may make up the rest.

    Each printed figure may be off by half of its last digit, so rounding explains a difference of at most half the sum
    of the last digits. A word like "drygt" moves these limits by as much as it may hide.
    """
    if cell.value is None or not found.is_read:
        return Agreement.REMAINDER
    difference = found.value - Fraction(cell.value)
    if difference == 0:
        return Agreement.EQUAL
    step = Fraction(cell.step or 0)
    nearness = _AS_PRINTED if cell.qualifier is None else nearness_of(cell.qualifier)
    slack = (found.steps + (step if nearness is _AS_PRINTED else 0)) / 2
    below = nearness.below is None or difference >= -slack - nearness.below * step
    above = nearness.above is None or difference <= slack + nearness.above * step
    if below and above:
        return Agreement.REMAINDER if None in nearness else Agreement.ROUNDING
    is_open = (found.may_rise or may_leave) if difference < 0 else found.may_fall
    return Agreement.REMAINDER if is_open else Agreement.UNEQUAL


def sum_of(cells: Iterable[TableCell]) -> Sum:
    found = Sum()
    for cell in cells:
        found = found.plus(cell)
    return found


class Found(NamedTuple):
    """A sum that a line states in one vector, and how it agrees."""

    line: int
    total: Sum
    agreement: Agreement


# Which lines or columns a figure goes with is looked for among those near it, in the first that state it.
NEAREST = 6
_SAMPLE = 10


def share_of(agreement: Agreement, found: Iterable[Found | None]) -> Fraction:
    """Return which share of the first sums that are stated has this agreement."""
    sample = [*islice((each.agreement for each in found if each), _SAMPLE)]
    return Fraction(sample.count(agreement), len(sample) or 1)


# --- Lines: the rows of a table, or its columns


class Role(enum.Enum):
    """What a line is in a tree. A doubtful line is an item in some trees and left out of others."""

    ITEM = enum.auto()
    DOUBTFUL = enum.auto()
    PART = enum.auto()
    SUM = enum.auto()
    WHOLE = enum.auto()


SUMS = frozenset({Role.SUM, Role.WHOLE})
DOUBTFUL = frozenset(
    {LabelSide.SHARE, LabelSide.COUNT, LabelSide.DATE, LabelSide.ID, LabelSide.REMAINDER, LabelSide.NOT_OURS}
)
_KNOWN = frozenset({LabelSide.COST, LabelSide.FINANCING, LabelSide.YEAR, LabelSide.TOTAL})
PARTS_OF: Mapping[FundingSource | None, frozenset[FundingSource | None]] = {
    FundingSource.EU_AND_STATE: frozenset({FundingSource.EU, FundingSource.STATE_GRANT}),
    FundingSource.OWN: frozenset({FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE}),
}


class Lines(NamedTuple):
    """The rows of a table, each with a cell for every column of figures; or the columns, with a cell for every row."""

    roles: Sequence[Role]
    meanings: Sequence[LabelMeaning]
    cells: Sequence[Sequence[TableCell]]
    are_rates: Sequence[bool]
    may_leave: bool = False
    are_columns: bool = False

    @property
    def vectors(self) -> range:
        return range(len(self.are_rates))

    def states(self, line: int, vector: int, found: Sum) -> bool:
        """Whether a line states this sum here: shares are summed only to a whole, and rows need a figure to sum."""
        cell = self.cells[line][vector]
        if self.are_rates[vector]:
            return cell.rate is not None and cell.rate.fraction == 1
        if self.are_columns and not found.steps:
            return False
        return cell.value is not None or not is_not_stated(cell.text)


# --- Trees


class _Deductions(enum.Enum):
    """How revenue and corrections that are printed without a minus are counted."""

    SUBTRACTED = enum.auto()
    ADDED = enum.auto()
    LEFT_OUT = enum.auto()


class _Variant(NamedTuple):
    """What is the same in a whole tree: whether sums stand before their parts, and which lines count."""

    is_backwards: bool
    has_doubtful: bool
    deductions: _Deductions


class _Misfit(NamedTuple):
    """How badly a tree fits: how many sums are unequal, how many are not equal, and how many are rounded."""

    unequal: int = 0
    not_equal: int = 0
    rounded: int = 0


_FITS = _Misfit()


class _Parts(NamedTuple):
    """The parts of a sum, what they come to in each vector, and how badly that fits."""

    lines: tuple[int, ...]
    totals: Sequence[Sum]
    may_leave: bool
    stated: int
    misfit: _Misfit

    @property
    def rank(self) -> tuple[bool, _Misfit]:
        """The order of preference: parts that state a figure before others, then those that fit best."""
        return not any(total.steps for total in self.totals), self.misfit

    @property
    def is_likely(self) -> bool:
        """Whether no figure speaks against these parts, or at least two and most speak for them."""
        equal = self.stated - self.misfit.not_equal
        return not (self.misfit.unequal or self.misfit.rounded) or (equal > 1 and equal * 2 > self.stated)


class Tree(NamedTuple):
    """The items, the parts of each sum, and the parts of other lines ("varav")."""

    items: tuple[int, ...]
    sums: dict[int, _Parts]
    wholes: dict[int, list[int]]
    totals: Callable[[tuple[int, ...]], Sequence[Sum]]
    misfit: _Misfit


# All trees are tried where that looks at no more cells than this; a larger table is held against the plainest tree.
_MOST_CELLS = 250_000
_MOST_LINES = 100


def tree_of(lines: Lines) -> Tree:
    """Return the first of the trees that fit best."""
    sums = sum(role in SUMS for role in lines.roles)
    is_small = sums**2 * len(lines.roles) * len(lines.are_rates) <= _MOST_CELLS
    has_deductions = any(meaning.deduction for meaning in lines.meanings)
    has_sums = is_small and Role.SUM in lines.roles
    found: list[Tree] = []
    for parts_of in (None, _parts_by_source, _parts_by_figures) if is_small else (None,):
        wholes = parts_of(lines) if parts_of else {}
        for variant in product(
            (False, True) if has_sums else (False,),
            (False, True) if Role.DOUBTFUL in lines.roles else (False,),
            _Deductions if has_deductions else (_Deductions.ADDED,),
        ):
            # Without such parts the trees are those already tried.
            if wholes or parts_of is None:
                tree = _Search(lines, _Variant(*variant), wholes, is_small=is_small).tree()
                if tree.misfit == _FITS:
                    return tree
                found.append(tree)
    return min(found, key=lambda tree: tree.misfit)


def _parts_by_source(lines: Lines) -> dict[int, list[int]]:
    """Return the items beside one of a wider source that may be its parts: the Union's and the state's of a grant."""
    found: dict[int, list[int]] = {}
    for line, meaning in enumerate(lines.meanings):
        narrower = PARTS_OF.get(meaning.source, frozenset())
        for beside in _items_beside(lines, line) if narrower else ():
            parts = [*takewhile(partial(_is_of, lines, narrower), beside)]
            if {lines.meanings[part].source for part in parts} == narrower:
                found[line] = parts
                break
    return found


def _is_of(lines: Lines, sources: Collection[FundingSource | None], line: int) -> bool:
    return lines.meanings[line].source in sources


def _parts_by_figures(lines: Lines) -> dict[int, list[int]]:
    """Return the items beside one that come to the same, as those do of a sum that is not called one."""
    found: dict[int, list[int]] = {}
    # Among many lines some come to the same by chance.
    for line in range(len(lines.roles)) if len(lines.roles) <= _MOST_LINES else ():
        for beside in _items_beside(lines, line):
            near = [*islice(beside, NEAREST)]
            for count in range(2, len(near) + 1):
                if _come_to(lines, near[:count], line):
                    found[line] = near[:count]
    return found


def _come_to(lines: Lines, parts: Sequence[int], line: int) -> bool:
    vectors = [vector for vector in lines.vectors if lines.cells[line][vector].value and not lines.are_rates[vector]]
    sample = vectors[:_SAMPLE]
    equal = sum(
        agreement_of(sum_of(lines.cells[part][vector] for part in parts), lines.cells[line][vector]) is Agreement.EQUAL
        for vector in sample
    )
    return equal > 0 and equal * 2 > len(sample)


def _items_beside(lines: Lines, line: int) -> Iterator[Iterator[int]]:
    """Yield the items just below an item, then those just above it."""
    if lines.roles[line] is Role.ITEM:
        for beside in (range(line + 1, len(lines.roles)), reversed(range(line))):
            yield takewhile(lambda each: lines.roles[each] is Role.ITEM, beside)


class _Search:
    """The search for the parts of each sum, in one variant."""

    def __init__(self, lines: Lines, variant: _Variant, wholes: dict[int, list[int]], *, is_small: bool) -> None:
        self.lines = lines
        self.variant = variant
        self.is_small = is_small
        self.guessed = wholes
        self.wholes = {whole: [*parts] for whole, parts in wholes.items()}
        self.roles = self._roles()
        self.items = tuple(line for line, role in enumerate(self.roles) if role is Role.ITEM)
        self.sides = {_side_of(lines.meanings[item]) for item in self.items} & _SIDES
        self.sums: dict[int, _Parts] = {}
        self._known: dict[tuple[int, ...], Sequence[Sum]] = {}

    def _roles(self) -> list[Role]:
        """Return the roles of the lines in this variant, and note which lines are parts of which."""
        roles = list(self.lines.roles)
        for parts in self.wholes.values():
            for part in parts:
                roles[part] = Role.PART
        if self.variant.has_doubtful:
            roles = [Role.ITEM if role is Role.DOUBTFUL else role for role in roles]
        whole: int | None = None
        for line, role in enumerate(self.lines.roles):
            if role is not Role.PART:
                whole = line
            elif whole is None:
                roles[line] = Role.ITEM
            elif all(is_not_stated(cell.text) for cell in self.lines.cells[whole]):
                # The whole is only a heading of its parts.
                roles[whole], roles[line] = Role.DOUBTFUL, Role.ITEM
            else:
                self.wholes.setdefault(whole, []).append(line)
        return roles

    def tree(self) -> Tree:
        stack: list[int] = []
        later: list[int] = []
        order = range(len(self.roles))
        for line in reversed(order) if self.variant.is_backwards else order:
            role = self.roles[line]
            if role is Role.WHOLE or (role is Role.SUM and not stack):
                later.append(line)
            elif role is Role.SUM:
                if parts := self._best(line, self._of_a_sum(line, stack), self._ends_of_block(stack)):
                    self.sums[line] = parts
                    _take(stack, parts.lines)
                stack.append(line)
            elif role is Role.ITEM:
                stack.append(line)
        nodes = tuple(sorted(stack))
        for line in later:
            if parts := self._best(line, self._of_a_whole(line, nodes)):
                self.sums[line] = parts
        # A row of sums without parts fits nowhere; a column may be a total of something else.
        without = 0 if self.lines.are_columns else sum(role in SUMS for role in self.roles) - len(self.sums)
        without *= len(self.lines.vectors)
        misfits = [_Misfit(without, without), *(parts.misfit for parts in self.sums.values()), *self._of_guesses()]
        misfit = _Misfit(*map(sum, zip(*misfits, strict=True)))
        return Tree(self.items, dict(sorted(self.sums.items())), self.wholes, self._totals, misfit)

    def _of_guesses(self) -> Iterator[_Misfit]:
        """Yield how lines differ from the parts that no word gives them; they may be no parts of them."""
        for whole, parts in self.guessed.items():
            totals, cells = self._totals(tuple(parts)), self.lines.cells[whole]
            stated = [vector for vector in self.lines.vectors if self.lines.states(whole, vector, totals[vector])]
            found = [agreement_of(totals[vector], cells[vector]) for vector in stated]
            yield _Misfit(0, len(found) - found.count(Agreement.EQUAL), found.count(Agreement.ROUNDING))

    def _of_a_sum(self, line: int, stack: Sequence[int]) -> Iterator[tuple[int, ...]]:
        if self.is_small:
            yield from self._of_the_same(line, stack)
        for nodes in self._suffixes(stack):
            yield nodes
            if self.is_small and not self.sums.keys().isdisjoint(nodes):
                # Where a sub-total is wrong, its parts may be right.
                yield tuple(item for node in nodes for item in self._items_of(node))

    def _of_a_whole(self, line: int, nodes: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if self.is_small:
            yield from self._of_the_same(line, self.items)
        yield self.items
        yield nodes
        if self.is_small:
            above = tuple(node for node in nodes if node < line)
            below = tuple(node for node in nodes if node > line)
            yield from (above, below) if above and below else ()
            yield from self._suffixes(above)
            yield from self._suffixes(below[::-1])

    def _items_of(self, node: int) -> Iterator[int]:
        if node in self.sums:
            for part in self.sums[node].lines:
                yield from self._items_of(part)
        else:
            yield node

    def _of_the_same(self, line: int, nodes: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield the lines of the source, and those of the side, whose sum the label says that it is."""
        meanings, of = self.lines.meanings, self.lines.meanings[line]
        if of.source is not None:
            sources = {of.source, *PARTS_OF.get(of.source, ())}
            yield tuple(node for node in nodes if meanings[node].source in sources)
        if of.role == "direct":
            yield tuple(node for node in nodes if meanings[node].category is not CostCategory.INDIRECT)
        if of.of is not None and not of.subtotal:
            yield tuple(node for node in nodes if of.of in {meanings[node].side, meanings[node].of})

    def _suffixes(self, stack: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield the last nodes of a stack: those since the last sum, then those since each sum before it."""
        for start in reversed(range(len(stack))):
            if start == 0 or not {self.roles[stack[start]], self.roles[stack[start - 1]]}.isdisjoint(SUMS):
                yield tuple(stack[start:])
                if not self.is_small:
                    return

    def _ends_of_block(self, stack: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield the last of the items since the last sum: two neighbours of three."""
        if self.is_small:
            block = next(self._suffixes(stack))
            yield from (block[start:] for start in range(1, len(block) - 1))

    def _best(
        self, line: int, plain: Iterable[tuple[int, ...]], unlikely: Iterable[tuple[int, ...]] = ()
    ) -> _Parts | None:
        """Return the parts that fit a sum best, or None where nothing tells what it sums.

        Those in `unlikely` need more to speak for them, since among many some fit by chance.
        """
        best: _Parts | None = None
        # A column of sums has two parts at least, or one that is a sum; a row one.
        for is_plain, lines in chain(((True, each) for each in plain), ((False, each) for each in unlikely)):
            is_enough = len(lines) > self.lines.are_columns or not self.sums.keys().isdisjoint(lines)
            if is_enough and self._may_be(line, lines):
                parts = self._parts(line, lines)
                if parts.misfit == _FITS:
                    return parts
                if (is_plain or parts.is_likely) and (best is None or parts.rank < best.rank):
                    best = parts
        return best if best and self._is_evident(line, best) else None

    def _may_be(self, line: int, lines: Sequence[int]) -> bool:
        """Whether the labels allow a sum: not of financing for costs in a table of both, nor of what is left alone."""
        meanings = [self.lines.meanings[part] for part in lines]
        side = _side_of(self.lines.meanings[line])
        is_other = side in self.sides and not {*map(_side_of, meanings)}.isdisjoint(_SIDES - {side})
        return not is_other and any(meaning.side is not LabelSide.REMAINDER for meaning in meanings)

    def _is_evident(self, line: int, parts: _Parts) -> bool:
        """Whether a sum is of these parts even where they do not agree.

        Rows are. Columns are if at least half of their sums agree, or if the headings say so.
        """
        of = self.lines.meanings[line]
        if not self.lines.are_columns or parts.misfit.unequal * 2 <= parts.stated:
            return True
        if of.source is not None:
            return parts.lines in self._of_the_same(line, parts.lines)
        is_bare = of.stage is None and of.of is None
        return is_bare or all(self.lines.meanings[part].side in _KNOWN for part in parts.lines)

    def _parts(self, line: int, lines: tuple[int, ...]) -> _Parts:
        totals = self._totals(lines)
        stated = [vector for vector in self.lines.vectors if self.lines.states(line, vector, totals[vector])]
        found = self._compared(line, lines, totals, stated, may_leave=False)
        # Where most sums are those of the parts, no unlisted part makes up the rest of the others.
        may_leave = (len(stated) - found.misfit.not_equal) * 2 <= len(stated) and self._may_leave(lines)
        return self._compared(line, lines, totals, stated, may_leave=True) if may_leave else found

    def _may_leave(self, lines: tuple[int, ...]) -> bool:
        """Whether all parts are grants, so that an own contribution that is not listed may make up the rest."""
        sources = [self.lines.meanings[part].source for part in lines] if self.lines.are_columns else []
        return self.lines.may_leave or (
            self.lines.are_columns and all(source is not None and not source.is_own for source in sources)
        )

    def _compared(
        self, line: int, lines: tuple[int, ...], totals: Sequence[Sum], stated: Sequence[int], *, may_leave: bool
    ) -> _Parts:
        cells = self.lines.cells[line]
        found = [agreement_of(totals[vector], cells[vector], may_leave=may_leave) for vector in stated]
        unequal, equal, rounded = map(found.count, (Agreement.UNEQUAL, Agreement.EQUAL, Agreement.ROUNDING))
        return _Parts(lines, totals, may_leave, len(found), _Misfit(unequal, len(found) - equal, rounded))

    def _totals(self, lines: tuple[int, ...]) -> Sequence[Sum]:
        # In a large table every row may be a total of all others: then those are added up once.
        if lines not in self._known:
            self._known[lines] = [self._total(lines, vector) for vector in self.lines.vectors]
        return self._known[lines]

    def _total(self, lines: Sequence[int], vector: int) -> Sum:
        found = Sum()
        for line in lines:
            cell = self.lines.cells[line][vector]
            is_deducted = self.lines.meanings[line].deduction and (cell.value is None or cell.value > 0)
            if not is_deducted or self.variant.deductions is _Deductions.ADDED:
                found = found.plus(cell)
            elif self.variant.deductions is _Deductions.SUBTRACTED:
                found = found.less(Sum().plus(cell))
        return found


_SIDES = frozenset({LabelSide.COST, LabelSide.FINANCING})


def _side_of(meaning: LabelMeaning) -> LabelSide | None:
    """Return the side of a label, None for revenue: costs less it, or a name of all financing."""
    if meaning.deduction:
        return None
    if meaning.source is not None:
        return LabelSide.FINANCING
    return meaning.of if meaning.side is LabelSide.TOTAL else meaning.side


def _take(stack: list[int], lines: Sequence[int]) -> None:
    """Remove the lines from a stack, most often those at its end."""
    if stack[-len(lines) :] == [*lines]:
        del stack[-len(lines) :]
    else:
        stack[:] = [node for node in stack if node not in {*lines}]
