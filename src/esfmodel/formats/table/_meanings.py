"""What the rows and columns of a finance table mean, judged by their labels, the first heading and the sums below them.

A label alone may be a cost or a contribution ("bidrag i annat än pengar"); the heading over it, or the sum below it,
decides.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import attrs

from esfmodel.formats.reading import Problem
from esfmodel.formats.table._trees import PARTS_OF
from esfmodel.formats.table.parts import (
    TableColumnKind,
    TableKind,
    TableRow,
    TableRowKind,
    is_not_stated,
)
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, Stage, label_meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from esfmodel.formats.table._reading import ReadColumn
    from esfmodel.formats.table.parts import TableColumn, TableLine

_Value = TypeVar("_Value")

SIDES = frozenset({LabelSide.COST, LabelSide.FINANCING})
_SIDE_OF_ROWS = {TableKind.FINANCING: LabelSide.FINANCING, TableKind.COSTS: LabelSide.COST}
_SUMS = frozenset({TableRowKind.SUBTOTAL, TableRowKind.TOTAL})
LISTS = frozenset({TableKind.PARTNERS, TableKind.DISTRIBUTION, TableKind.PROGRAMME})
"""The kinds of table with a row for each partner, project or programme, whose labels are names."""

COVERED: Mapping[FundingSource, frozenset[FundingSource | None]] = {
    FundingSource.OWN: PARTS_OF[FundingSource.OWN] | {FundingSource.OWN},
    FundingSource.EU: frozenset({FundingSource.EU, FundingSource.EU_AND_STATE}),
    FundingSource.EU_AND_STATE: PARTS_OF[FundingSource.EU_AND_STATE] | {FundingSource.EU_AND_STATE},
}
"""The sources whose money a sum of one source may sum; every other source sums its own alone."""

NOT_DECIDED = frozenset({Stage.PAID, Stage.FORECAST, Stage.OUTCOME})
"""The stages of money that is no part of a budget."""


class Meanings(NamedTuple):
    """The meanings of the columns and rows of a table, in their order."""

    columns: tuple[LabelMeaning, ...]
    rows: tuple[LabelMeaning, ...]


def meanings_of(kind: TableKind, columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> Meanings:
    """Return the meanings of the columns and rows of a table of this kind."""
    of_columns = tuple(map(_meaning_of_column, columns))
    if kind in LISTS:
        of_rows = [_meaning_of_name(row) for row in rows]
    else:
        of_rows = _meanings_by_section(columns, of_columns, rows, _SIDE_OF_ROWS.get(kind))
    return Meanings(of_columns, tuple([_as_kind(meaning, row) for meaning, row in zip(of_rows, rows, strict=True)]))


_OF_TEXT = frozenset({LabelSide.BODY, LabelSide.NAME, LabelSide.ID, LabelSide.DATE, LabelSide.TEXT})


def _meaning_of_column(column: TableColumn) -> LabelMeaning:
    """Return the meaning of a heading; one of bodies, names or days over amounts does not say what they are."""
    meaning = _as_money(label_meaning(column.heading))
    if meaning.side not in _OF_TEXT or column.kind is TableColumnKind.LABEL:
        return meaning
    paid = _as_money(label_meaning(column.heading, within=LabelSide.FINANCING))
    return paid if paid.source is not None else LabelMeaning(meaning.label, LabelSide.UNKNOWN)


def _as_money(meaning: LabelMeaning) -> LabelMeaning:
    """Return a meaning in which a body that pays its own money is financing; the heading of bodies stays."""
    is_payer = meaning.side is LabelSide.BODY and meaning.source is not None
    return attrs.evolve(meaning, side=LabelSide.FINANCING) if is_payer else meaning


def _meaning_of_name(row: TableRow) -> LabelMeaning:
    """Return the meaning of a row whose label is a name, unless it is a sum."""
    if row.kind is TableRowKind.ITEM or not row.labels:
        return LabelMeaning(row.label, LabelSide.NAME)
    return label_meaning(row.labels[0])


def rows_of_list(rows: Sequence[TableRow], of_rows: Sequence[LabelMeaning]) -> tuple[list[TableRow], list[Problem]]:
    """Return the rows of partners, projects or programmes, whose names may sound like sums or parts.

    "varav STEP" is a part of the row above. "Total inkludering" is a sum only if its figures are those of rows above.
    """
    settled: list[TableRow] = []
    problems: list[Problem] = []
    above = _Above()
    for row, meaning in zip(rows, of_rows, strict=True):
        kind = row.kind
        if meaning.of_which:
            kind = TableRowKind.PART
        elif kind in _SUMS and _may_be_a_name(meaning):
            is_named_twice = sum(not is_not_stated(label) for label in row.labels) > 1
            if is_named_twice or not above.come_to(row):
                kind = TableRowKind.ITEM
                problems += [] if is_named_twice else [Problem("table.sum_or_name", row.label, line=row.line)]
        above.add(row, kind)
        settled.append(attrs.evolve(row, kind=kind))
    return settled, problems


def _may_be_a_name(meaning: LabelMeaning) -> bool:
    """Whether the label of a sum says more than that: "Total inkludering", "Budget för alla"."""
    first = label_meaning(meaning.label.split()[0]) if meaning.label else meaning
    return meaning.subtotal or first.side is not LabelSide.TOTAL or first.stage is not None


class _Above:
    """The sums of the figures of the items so far: of all, and of those since the last sum."""

    def __init__(self) -> None:
        self._all: dict[int, Fraction] = {}
        self._since: dict[int, Fraction] = {}

    def add(self, row: TableRow, kind: TableRowKind) -> None:
        if kind in _SUMS:
            self._since = {}
        for index, cell in enumerate(row.cells):
            if kind is TableRowKind.ITEM and cell.value is not None:
                for sums in (self._all, self._since):
                    sums[index] = sums.get(index, Fraction(0)) + Fraction(cell.value)

    def come_to(self, row: TableRow) -> bool:
        """Whether the figures of a row are such sums in at least one column."""
        return any(
            cell.value is not None and sums.get(index) == Fraction(cell.value)
            for sums in (self._all, self._since)
            for index, cell in enumerate(row.cells)
        )


def _as_kind(meaning: LabelMeaning, row: TableRow) -> LabelMeaning:
    """Return a meaning that agrees with the kind of the row, which the caller may have stated."""
    if row.kind is TableRowKind.ITEM and meaning.role == "direct":  # without parts
        return attrs.evolve(meaning, side=LabelSide.COST, of=None, subtotal=False)
    if row.kind in _SUMS and meaning.side is not LabelSide.TOTAL:
        of = meaning.side if meaning.side in SIDES else None
        return attrs.evolve(meaning, side=LabelSide.TOTAL, of=meaning.of or of)
    return meaning


def _meanings_by_section(
    columns: Sequence[TableColumn],
    of_columns: Sequence[LabelMeaning],
    rows: Sequence[TableRow],
    side: LabelSide | None,
) -> list[LabelMeaning]:
    found = [_meaning_of_row(columns, of_columns, row, side) for row in rows]
    if of_columns and _kind_said_by(of_columns[0]) is None:
        found = _without_doubtful_bodies(found, rows)
    sections = _sections(columns, of_columns, rows, found)
    found = [
        meaning if section in {None, side} else _meaning_of_row(columns, of_columns, row, section)
        for meaning, row, section in zip(found, rows, sections, strict=True)
    ]
    return _without_applied(_by_group(columns, rows, found), rows)


def _without_applied(meanings: Sequence[LabelMeaning], rows: Sequence[TableRow]) -> list[LabelMeaning]:
    """Return the meanings with what is applied for as no part of the budget where other rows are granted."""
    is_granted = any(
        meaning.stage is Stage.GRANTED and row.kind is TableRowKind.ITEM
        for meaning, row in zip(meanings, rows, strict=True)
    )
    return [
        LabelMeaning(meaning.label, LabelSide.NOT_OURS) if is_granted and meaning.stage is Stage.APPLIED else meaning
        for meaning in meanings
    ]


def _by_group(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], meanings: Sequence[LabelMeaning]
) -> list[LabelMeaning]:
    """Return the meanings of rows with the category, or the kind of own money, that the heading of their group says."""
    found = [*meanings]
    for heading, end in _groups(columns, rows):
        group = meanings[heading]
        found[heading] = LabelMeaning(group.label, _side(group) or LabelSide.UNKNOWN)
        for index in range(heading + 1, end):
            meaning = meanings[index]
            if group.category and meaning.category in {None, CostCategory.OTHER} and meaning.source is None:
                found[index] = attrs.evolve(meaning, side=LabelSide.COST, category=group.category)
            elif meaning.source is FundingSource.OWN and group.source in PARTS_OF[FundingSource.OWN]:
                found[index] = attrs.evolve(meaning, source=group.source)
    return found


def _groups(columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> list[tuple[int, int]]:
    """Return where groups begin, with a heading without any figure ("Personal"), and end, with "Summa personal"."""
    found: list[tuple[int, int]] = []
    heading: int | None = None
    for index, row in enumerate(rows):
        if not any(cell.text for column, cell in zip(columns, row.cells, strict=True) if column.kind in _OF_FIGURES):
            heading = index
        elif heading is not None and _is_sum_of(row.label, rows[heading].label):
            found.append((heading, index))
            heading = None
    return found


_OF_FIGURES = frozenset(TableColumnKind) - {TableColumnKind.LABEL}


def _is_sum_of(label: str, heading: str) -> bool:
    """Whether a label is another one with a word for a sum before it."""
    before, _, after = label.casefold().partition(" ")
    return after == heading.casefold() and label_meaning(before).side is LabelSide.TOTAL


def _without_doubtful_bodies(meanings: Sequence[LabelMeaning], rows: Sequence[TableRow]) -> list[LabelMeaning]:
    """Return the meanings without bodies, where no heading says what the labels are and most of them are unknown.

    Beside "Innovativa miljöer" and "Hållbara transporter", "Små och medelstora företag" is a theme and no payer.
    """
    sides = [meaning.side for meaning, row in zip(meanings, rows, strict=True) if row.kind is TableRowKind.ITEM]
    if 2 * sides.count(LabelSide.UNKNOWN) <= len(sides):
        return [*meanings]
    return [meaning if meaning.body is None else LabelMeaning(meaning.label, LabelSide.UNKNOWN) for meaning in meanings]


def _sections(
    columns: Sequence[TableColumn],
    of_columns: Sequence[LabelMeaning],
    rows: Sequence[TableRow],
    meanings: Sequence[LabelMeaning],
) -> list[LabelSide | None]:
    """Return for each row the side that a heading above it or a sum below it says; None where neither does.

    A sum says it only where another sum is of the other side: a list of funders may end with the total cost.
    """
    sections: list[LabelSide | None] = [None] * len(rows)
    sums = {meaning.of for meaning in meanings if meaning.side is LabelSide.TOTAL and meaning.of}
    below: LabelSide | None = None
    for index in range(len(rows) - 1, -1, -1):
        if meanings[index].side is LabelSide.TOTAL and has_figure(columns, rows[index]):
            below = meanings[index].of if len(sums) > 1 else None
        else:
            sections[index] = below
    corner = of_columns[0] if of_columns else None
    above = corner.side if corner and corner.side in SIDES and is_general(corner) else None
    for index, (row, meaning) in enumerate(zip(rows, meanings, strict=True)):
        if is_heading(columns, row, meaning):
            above = meaning.of or meaning.side
        sections[index] = above or sections[index]
        if meaning.side is LabelSide.TOTAL:
            above = None
    return sections


def is_heading(columns: Sequence[TableColumn], row: TableRow, meaning: LabelMeaning) -> bool:
    """Whether a row is the heading of the rows below it: a side with no figure, no payer and no category."""
    is_side = meaning.side in SIDES or (meaning.side is LabelSide.TOTAL and meaning.of is not None)
    return is_side and is_general(meaning) and not has_figure(columns, row)


def is_general(meaning: LabelMeaning) -> bool:
    """Whether a meaning is of a whole side: it names no payer and no category."""
    return meaning.source is None and meaning.category is None and meaning.body is None


def has_figure(columns: Sequence[TableColumn], row: TableRow) -> bool:
    """Whether a row states something, read or not, in a column of figures; its heading repeated is nothing."""
    return any(
        column.kind is not TableColumnKind.LABEL and not is_not_stated(cell.text) and cell.text != column.heading
        for column, cell in zip(columns, row.cells, strict=True)
    )


def _meaning_of_row(
    columns: Sequence[TableColumn], of_columns: Sequence[LabelMeaning], row: TableRow, side: LabelSide | None
) -> LabelMeaning:
    """Return the meaning of all labels of a row: the first ones are of groups, the last the most specific."""
    found: list[LabelMeaning] = []
    names: list[LabelMeaning] = []
    within = side
    for column, heading, cell in zip(columns, of_columns, row.cells, strict=True):
        if column.kind is not TableColumnKind.LABEL or is_not_stated(cell.text):
            continue
        is_name = heading.side is LabelSide.BODY
        meaning = _as_money(label_meaning(cell.text, within=LabelSide.BODY if is_name else within))
        within = _side(meaning) or within
        (names if is_name else found).append(meaning)
    if not found or not names:
        return _joined(row.label, found or names)
    meaning = _joined(row.label, found)
    is_vague = meaning.source is FundingSource.EU_AND_STATE and names[-1].source in PARTS_OF[meaning.source]
    if meaning.source is None or is_vague:
        return _joined(row.label, [*found, *names])
    return attrs.evolve(meaning, body=_body_beside(names[-1], meaning.source) or meaning.body)


def _body_beside(name: LabelMeaning, source: FundingSource) -> str | None:
    """Return the body that a label names beside the source of its money, if it does not only say the source again.

    "Norge & Co" is a body beside "privat medfinansiering", and "Staten" is none beside "statliga medel".
    """
    if name.body is not None:
        return name.body
    says_again = name.source is not None and (
        name.source in {source, *COVERED.get(source, ())} or source in COVERED.get(name.source, ())
    )
    # "(ej namngiven)"
    is_remark = name.label.startswith("(") and name.label.endswith(")")
    return None if says_again or is_remark else name.label


def _side(meaning: LabelMeaning) -> LabelSide | None:
    return meaning.side if meaning.side in SIDES else meaning.of


def _joined(label: str, found: Sequence[LabelMeaning]) -> LabelMeaning:
    if len(found) == 1:
        return attrs.evolve(found[0], label=label)
    side = next(filter(None, map(_side, found)), None)
    money = [meaning for meaning in found if _side(meaning) in {side, None}]
    if side is None or all(meaning.side is LabelSide.TOTAL for meaning in money):
        return attrs.evolve(found[0], label=label) if found else LabelMeaning(label, LabelSide.UNKNOWN)
    sources = [meaning.source for meaning in money if meaning.source]
    # "EU-stöd, beviljat" is the Union's; an own contribution that is not said to be public says less than any source.
    vague = {FundingSource.OWN, *(source for source in sources if PARTS_OF.get(source, frozenset()) & {*sources})}
    specific = [source for source in sources if source not in vague] or sources
    return LabelMeaning(
        label,
        side,
        specific[-1] if specific else None,
        form=_last(meaning.form for meaning in money),
        category=_last(meaning.category for meaning in money),
        stage=_last(meaning.stage for meaning in money),
        of_which=any(meaning.of_which for meaning in money),
        body=_last(meaning.body for meaning in money),
        deduction=any(meaning.deduction for meaning in money),
    )


def _last(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in reversed([*values]) if value is not None), None)


# --- The rows, and which of them are sums


def rows_of(
    lines: Sequence[TableLine],
    columns: Sequence[ReadColumn],
    of_rows: Sequence[LabelMeaning],
    totals: Collection[str] | None,
) -> tuple[list[TableRow], list[Problem]]:
    """Return the rows of the columns with their problems.

    `of_rows` are the meanings of the first cells; `totals` the labels of sums, None to judge.
    """
    rows: list[TableRow] = []
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        cells = [each.cells[index] for each in columns]
        labels = [
            cell.text
            for each, cell in zip(columns, cells, strict=True)
            if each.column.kind is TableColumnKind.LABEL and cell.text
        ]
        if not labels:
            labels = [unlabelled(line.number)]
            problems.append(Problem("table.no_label", line=line.number))
        beyond = [text for text in line.cells[len(columns) :] if text]
        if len(line.cells) < len(columns) or beyond:
            problems.append(
                Problem(
                    "table.other_number_of_cells",
                    "",
                    ", ".join(beyond) or None,
                    line=line.number,
                    cells=len(line.cells),
                    columns=len(columns),
                )
            )
        rows.append(TableRow(line=line.number, labels=labels, cells=cells, beyond=beyond))
    if totals is not None:
        kinds = [TableRowKind.TOTAL if row.labels[0] in totals else TableRowKind.ITEM for row in rows]
    else:
        kinds = _kinds_of(
            [
                (
                    meaning if row.labels[0] == meaning.label else label_meaning(row.labels[0]),
                    any(label_meaning(label).side in SIDES for label in row.labels[1:]),
                )
                for row, meaning in zip(rows, of_rows, strict=True)
            ]
        )
    for _, end in _groups([each.column for each in columns], rows):
        kinds[end] = TableRowKind.SUBTOTAL
    return [attrs.evolve(row, kind=kind) for row, kind in zip(rows, kinds, strict=True)], problems


def unlabelled(line: int) -> str:
    """Return what stands for the label of a row that has none."""
    return f"line {line}"


def _kinds_of(labels: Sequence[tuple[LabelMeaning, bool]]) -> list[TableRowKind]:
    """Return for each row what it is, by the meaning of its first label; other labels may say what money it is."""
    meanings = [meaning for meaning, _ in labels]
    sums = [
        meaning.side is LabelSide.TOTAL and meaning.source is None and not has_other for meaning, has_other in labels
    ]
    # If every row is a total, there is nothing to sum: the rows are the items.
    if all(sums):
        return [TableRowKind.ITEM] * len(sums)
    names = Counter(meaning.label.casefold() for meaning, is_sum in zip(meanings, sums, strict=True) if is_sum)
    parts = parts_of_sums(map(_as_payer, meanings))
    sides = {meaning.of for meaning, is_sum in zip(meanings, sums, strict=True) if is_sum} - {None}
    last_item = max(index for index, is_sum in enumerate(sums) if not is_sum)
    has_direct = any(_is_direct_cost(meaning) for meaning, is_sum in zip(meanings, sums, strict=True) if not is_sum)
    kinds: list[TableRowKind] = []
    for index, (meaning, is_sum) in enumerate(zip(meanings, sums, strict=True)):
        # Where there are several sums, one directly below items sums only those if more items follow, if another sum
        # is of the other side, or if another sum has the same label.
        below_items = names.total() > 1 and index > 0 and not sums[index - 1]
        is_of_some = index < last_item or len(sides) > 1 or names[meaning.label.casefold()] > 1
        is_only = names.total() == 1 and index == len(sums) - 1
        if not is_sum or (meaning.role == "direct" and not has_direct):
            kinds.append(TableRowKind.SUBTOTAL if sums_others(meaning, parts) else TableRowKind.ITEM)
        elif (meaning.subtotal and not is_only) or (below_items and is_of_some):
            kinds.append(TableRowKind.SUBTOTAL)
        else:
            kinds.append(TableRowKind.TOTAL)
    return _with_repeated(kinds, meanings)


def _is_direct_cost(meaning: LabelMeaning) -> bool:
    is_indirect = meaning.category in {CostCategory.INDIRECT, CostCategory.REVENUE}
    return meaning.side in {LabelSide.COST, LabelSide.UNKNOWN} and not is_indirect


def _as_payer(meaning: LabelMeaning) -> LabelMeaning:
    """Return the meaning of a name or a word that is a payer in a list of them: "Malmö", "Region"."""
    is_open = meaning.side in {LabelSide.TEXT, LabelSide.UNKNOWN}
    return label_meaning(meaning.label, within=LabelSide.FINANCING) if is_open else meaning


def parts_of_sums(meanings: Iterable[LabelMeaning]) -> frozenset[FundingSource | None]:
    """Return the sources of the contributions that a sum of one source's money may sum.

    A body of which only its name is known may pay public or private money.
    """
    parts: set[FundingSource | None] = set()
    for meaning in meanings:
        is_part = meaning.side in {LabelSide.FINANCING, LabelSide.BODY} and not (meaning.of_which or meaning.subtotal)
        if meaning.source and is_part:
            is_name = meaning.side is LabelSide.BODY and meaning.source is FundingSource.OWN
            parts |= COVERED[FundingSource.OWN] if is_name else {meaning.source}
    return frozenset(parts)


def sums_others(meaning: LabelMeaning, parts: frozenset[FundingSource | None]) -> bool:
    """Whether a label names a sum of one source's money, and there are parts of it: it adds nothing to them.

    A contribution called a sum without any part ("Summa nationell medfinansiering") is the only figure of its source.
    """
    if meaning.source is None or not (meaning.subtotal or meaning.side is LabelSide.TOTAL):
        return False
    return bool(COVERED.get(meaning.source, {meaning.source}) & parts)


def _with_repeated(kinds: list[TableRowKind], meanings: Sequence[LabelMeaning]) -> list[TableRowKind]:
    """Mark the rows that say again, below the total of all items, how much of it is of each source."""
    if kinds.count(TableRowKind.TOTAL) != 1:
        return kinds
    total = kinds.index(TableRowKind.TOTAL)
    above, below = meanings[:total], meanings[total + 1 :]
    is_repeated = all(each.side is LabelSide.FINANCING and each.body is None for each in below)
    if not is_repeated or not any(each.side not in {LabelSide.COST, LabelSide.TOTAL} for each in above):
        return kinds
    return [*kinds[: total + 1], *[TableRowKind.PART for _ in below]]


# --- What the table is

_KINDS = (
    (re.compile(r"finans|källa\b|funder|source"), TableKind.FINANCING),
    (re.compile(r"kostnad|utgift|cost|expenditure|kategori|categor"), TableKind.COSTS),
    (re.compile(r"partner|samverkan|deltagande part|akt(?:ör|ør)"), TableKind.PARTNERS),
    (re.compile(r"projekt|project|operation|fond\b|fund\b"), TableKind.DISTRIBUTION),
    (
        re.compile(r"program|priorit|schwerpunkt|achse|axel\b|insatsområde|område|region|län\b|axis|mål\b|specifikt"),
        TableKind.PROGRAMME,
    ),
)
_ROLES = {"funder": TableKind.FINANCING, "beneficiary": TableKind.PARTNERS, "partner": TableKind.PARTNERS}
_OF_PROJECTS = frozenset({LabelSide.NAME, LabelSide.ID})


def kind_of_table(columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> TableKind:
    """Return what the rows of a table are, judged by the headings of its labels, else by the labels."""
    of_columns = [*map(_meaning_of_column, columns)]
    of_labels = [
        meaning for column, meaning in zip(columns, of_columns, strict=True) if column.kind is TableColumnKind.LABEL
    ]
    kind = _kind_said_by(of_columns[0])
    if any(meaning.side in _OF_PROJECTS for meaning in of_labels):
        # "Konto;Kostnadsslag;kr": an account has a number too.
        said = {_kind_said_by(meaning) for meaning in of_labels} & _SIDE_OF_ROWS.keys()
        if len(said) != 1 or any(meaning.side is LabelSide.NAME for meaning in of_labels):
            return TableKind.DISTRIBUTION
        (kind,) = said
    if kind is None and any(meaning.source and meaning.side is not LabelSide.SHARE for meaning in of_columns):
        # A list with a column for each payer: of organisations, or of municipalities, measures or the like.
        kind = {LabelSide.BODY: TableKind.PARTNERS, LabelSide.TEXT: TableKind.PROGRAMME}.get(of_columns[0].side)
    if kind in LISTS:
        return kind
    side = None if kind is None else _SIDE_OF_ROWS[kind]
    return kind_of_sides(kind, _meanings_by_section(columns, of_columns, rows, side), rows)


def _kind_said_by(corner: LabelMeaning) -> TableKind | None:
    """Return what the heading of the first column says of the rows; None where it says nothing."""
    kind = _ROLES.get(corner.role or "") if corner.side is LabelSide.BODY else None
    return kind or next((kind for words, kind in _KINDS if words.match(corner.label.casefold())), None)


def kind_of_sides(kind: TableKind | None, meanings: Sequence[LabelMeaning], rows: Sequence[TableRow]) -> TableKind:
    """Return whether the rows are financing, costs or both; `kind` is what the first heading says."""
    items = {
        meaning.side
        for meaning, row in zip(meanings, rows, strict=True)
        if row.kind is TableRowKind.ITEM and (meaning.source or meaning.category)
    }
    sums = {meaning.of for meaning in meanings if meaning.side is LabelSide.TOTAL}
    both = items.issuperset(SIDES)
    if kind is TableKind.FINANCING:
        return TableKind.BUDGET if both and sums.issuperset(SIDES) else kind
    if both:
        return TableKind.BUDGET
    if kind is TableKind.COSTS or items & SIDES == {LabelSide.COST}:
        return TableKind.COSTS
    return TableKind.FINANCING


# --- Labels that no budget, portfolio or allocation counts


def problems_of_labels(kind: TableKind, columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> list[Problem]:
    """Return a problem for each row or column of amounts that is counted nowhere, or only applied for."""
    if kind in LISTS:
        found = [_meaning_of_column(column) for column in columns if column.kind is TableColumnKind.AMOUNT]
        of_partners = [each for each in found if kind is TableKind.PARTNERS and each.stage is Stage.APPLIED]
        return [
            *(Problem("table.unknown_label", each.label) for each in found if not is_known(each)),
            *(Problem("table.applied", each.label) for each in of_partners),
        ]
    meanings = meanings_of(kind, columns, rows)
    left_out = [
        (row, meaning)
        for row, meaning in zip(rows, meanings.rows, strict=True)
        if row.kind is TableRowKind.ITEM
        and has_figure(columns, row)
        and row.label != unlabelled(row.line)
        and not is_counted(meaning, is_cost=kind is TableKind.COSTS)
    ]
    applied = [
        row
        for row, meaning in zip(rows, meanings.rows, strict=True)
        if row.kind is TableRowKind.ITEM and meaning.stage is Stage.APPLIED and meaning.source is not None
    ]
    return [
        *(
            Problem("table.not_counted", row.label, line=row.line)
            if is_known(meaning)
            else Problem("table.unknown_label", row.label, line=row.line)
            for row, meaning in left_out
        ),
        *(Problem("table.applied", row.label, line=row.line) for row in applied),
    ]


def is_counted(meaning: LabelMeaning, *, is_cost: bool = False) -> bool:
    """Whether a row is part of a budget; `is_cost` is whether every row of its table is a cost."""
    if meaning.stage in NOT_DECIDED:
        return False
    if meaning.side in {LabelSide.COST, LabelSide.TOTAL}:
        return True
    return meaning.source is not None if meaning.side is LabelSide.FINANCING else is_cost and not is_known(meaning)


def is_known(meaning: LabelMeaning) -> bool:
    """Whether a label says what its figure is."""
    is_payer = meaning.side in {LabelSide.FINANCING, LabelSide.BODY}
    return meaning.side is not LabelSide.UNKNOWN and not (is_payer and meaning.source is None)
