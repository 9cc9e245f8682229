"""Test which sums of a finance table are right: a right table is never accused, a wrong one where it is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import CostCategory, FundingSource, Rate
from esfmodel.formats import (
    Agreement,
    TableCell,
    TableColumn,
    TableColumnKind,
    TableDifference,
    TableKind,
    TableRow,
    TableRowKind,
)
from esfmodel.formats.table._sums import differences_of
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    Shape: TypeAlias = Sequence[tuple[str, tuple[int, ...] | None]]

MEANINGS = {
    each.label: each
    for each in (
        LabelMeaning("EU", LabelSide.FINANCING, FundingSource.EU),
        LabelMeaning("ERUF", LabelSide.FINANCING, FundingSource.EU),
        LabelMeaning("ESF", LabelSide.FINANCING, FundingSource.EU),
        LabelMeaning("staten", LabelSide.FINANCING, FundingSource.STATE_GRANT),
        LabelMeaning("ESF-stöd", LabelSide.FINANCING, FundingSource.EU_AND_STATE),
        LabelMeaning("egen", LabelSide.FINANCING, FundingSource.OWN),
        LabelMeaning("offentlig", LabelSide.FINANCING, FundingSource.OWN_PUBLIC),
        LabelMeaning("privat", LabelSide.FINANCING, FundingSource.OWN_PRIVATE),
        LabelMeaning("lön", LabelSide.COST, category=CostCategory.STAFF),
        LabelMeaning("resor", LabelSide.COST, category=CostCategory.TRAVEL),
        LabelMeaning("lokal", LabelSide.COST, category=CostCategory.OFFICE),
        LabelMeaning("avgår intäkter", LabelSide.COST, category=CostCategory.REVENUE, deduction=True),
        LabelMeaning("2024", LabelSide.YEAR),
        LabelMeaning("2025", LabelSide.YEAR),
        LabelMeaning("2026", LabelSide.YEAR),
        LabelMeaning("budget", LabelSide.TOTAL, stage=Stage.BUDGET),
        LabelMeaning("utfall", LabelSide.TOTAL, stage=Stage.OUTCOME),
        LabelMeaning("kvar", LabelSide.REMAINDER),
        LabelMeaning("sökt", LabelSide.FINANCING, FundingSource.EU, stage=Stage.APPLIED),
        LabelMeaning("beviljat", LabelSide.FINANCING, FundingSource.EU, stage=Stage.GRANTED),
        LabelMeaning("utbetalt", LabelSide.FINANCING, FundingSource.EU, stage=Stage.PAID),
        LabelMeaning("förskott", LabelSide.NOT_OURS),
        LabelMeaning("deltagare", LabelSide.COUNT),
        LabelMeaning("summa", LabelSide.TOTAL),
        LabelMeaning("delsumma", LabelSide.TOTAL, subtotal=True),
        LabelMeaning("totalt", LabelSide.TOTAL),
        LabelMeaning("summa nationell", LabelSide.TOTAL, FundingSource.OWN),
        LabelMeaning("EU totalt", LabelSide.TOTAL, FundingSource.EU),
        LabelMeaning("summa kostnader", LabelSide.TOTAL, of=LabelSide.COST),
        LabelMeaning("summa finansiering", LabelSide.TOTAL, of=LabelSide.FINANCING),
    )
}


def meaning(label: str) -> LabelMeaning:
    """Return what a label of these tests means; "varav" before one makes it a part, other labels mean nothing."""
    plain = label.removeprefix("varav ").removesuffix(", %")
    side = LabelSide.TOTAL if plain.startswith("summa") else LabelSide.UNKNOWN
    found = MEANINGS.get(plain, LabelMeaning(plain, side))
    return attrs.evolve(found, of_which=plain != label and label.startswith("varav"))


def compared(text: str, kind: TableKind = TableKind.FINANCING, *, may_leave: bool = False) -> list[TableDifference]:
    """Return the differences of a table of whole figures; "-" states nothing and "ej klart" cannot be read."""
    heading, *lines = (line.split(";") for line in text.split("\n"))
    columns = [TableColumn(heading[0], TableColumnKind.LABEL)]
    for each in heading[1:]:
        is_rate = each.endswith("%")
        column_kind = TableColumnKind.RATE if is_rate else TableColumnKind.AMOUNT
        columns.append(TableColumn(each, column_kind, currency=None if is_rate else "SEK"))
    rows: list[TableRow] = []
    for number, (label, *texts) in enumerate(lines, 2):
        cells = [cell(text, column) for text, column in zip(texts, columns[1:], strict=True)]
        rows.append(TableRow(line=number, labels=[label], cells=[TableCell(label), *cells], kind=kind_of(label)))
    return [
        *differences_of(
            columns,
            rows,
            of_columns=[meaning(each.heading) for each in columns],
            of_rows=[meaning(row.label) for row in rows],
            kind=kind,
            may_leave=may_leave,
        )
    ]


def cell(text: str, column: TableColumn) -> TableCell:
    """Return a cell of a column; a word may stand before its figure."""
    if text in {"-", "ej klart"}:
        return TableCell(text)
    qualifier, _, figure = text.rpartition(" ")
    value = Decimal(figure)
    return TableCell(
        text,
        value=value,
        step=Decimal(1).scaleb(int(value.as_tuple().exponent)),
        qualifier=qualifier or None,
        rate=Rate.of_percent(value) if column.kind is TableColumnKind.RATE else None,
    )


def kind_of(label: str) -> TableRowKind:
    """Return the kind of a row: only "totalt" is a total of all."""
    if label == "totalt":
        return TableRowKind.TOTAL
    is_sum = meaning(label).side is LabelSide.TOTAL and meaning(label).stage is None
    return TableRowKind.SUBTOTAL if is_sum else TableRowKind.ITEM


def wrong(text: str, kind: TableKind = TableKind.FINANCING, *, may_leave: bool = False) -> list[str]:
    """Return what a table is accused of, by row and column."""
    return [
        f"{each.label};{each.column}: {each.computed} {each.stated}"
        for each in compared(text, kind, may_leave=may_leave)
        if each.agreement in {Agreement.UNEQUAL, Agreement.ROUNDING}
    ]


def table(*rows: str) -> str:
    """Return the text of lines."""
    return "\n".join(rows)


RIGHT = {
    "sub-total of two neighbours": "p;EU;offentlig;privat;summa nationell;totalt\na;600;350;50;400;1000",
    "sub-total of two unknown neighbours": "p;A;B;C;delsumma;totalt\na;6;3;1;4;10\nb;1;2;2;4;5",
    "sub-total before its columns": "p;totalt;EU;delsumma;A;B\na;10;6;4;3;1\nb;6;1;5;2;3",
    "two sums of sources": "p;ERUF;ESF;EU totalt;egen;totalt\na;10;-;10;10;20\nb;-;6;6;6;12",
    "two blocks of columns": "p;A;B;summa;C;D;summa ;totalt\na;1;2;3;4;5;9;12",
    "part of a column": "p;EU;varav ESF;varav ERUF;egen;totalt\na;10;4;6;5;15",
    "years": "f;2024;2025;2026;summa\nEU;300;400;300;1000\negen;200;250;150;600\ntotalt;500;650;450;1600",
    "stages of a grant": "p;totalt;sökt;beviljat;utbetalt;egen\na;10;9;6;3;4\nb;20;15;15;15;5",
    "grants beside a total cost": "p;totalt;EU;staten\na;100;40;20\nb;80;30;10",
    "parts of rows": "f;kr\nESF-stöd;900\nvarav EU;600\nvarav staten;300\negen;600\ntotalt;1500",
    "some parts": "f;kr\nESF-stöd;900\nvarav EU;600\negen;600\ntotalt;1500",
    "parts that overlap": "f;kr\nESF-stöd;900\nvarav EU;600\nvarav förskott;500\negen;600\ntotalt;1500",
    "parts of a heading": "f;kr\nESF-stöd;-\nvarav EU;600\nvarav staten;300\negen;600\ntotalt;1500",
    "parts of the total": "f;kr\nEU;600\negen;300\ntotalt;900\nvarav offentlig;200",
    "parts before any row": "f;kr\nvarav EU;600\negen;300\ntotalt;900",
    "unnamed parts": "f;kr\nESF-stöd;900\nEU;600\nstaten;300\negen;600\ntotalt;1500",
    "unnamed parts before": "f;kr\noffentlig;200\nprivat;300\negen;500\nEU;600\ntotalt;1100",
    "deductions": "k;kr\nlön;1000\navgår intäkter;40\ntotalt;960",
    "negative deductions": "k;kr\nlön;1000\navgår intäkter;-40\ntotalt;960",
    "deductions that are income": "k;kr\nlön;1000\navgår intäkter;40\ntotalt;1000",
    "net cost": "k;kr\nlön;1000\nresor;20\nsumma kostnader;1020\navgår intäkter;40\ntotalt;980",
    "costs and financing": (
        "p;kr\nlön;600\nresor;250\navgår intäkter;-50\nsumma kostnader;800\nEU;480\nprivat;320\nsumma finansiering;800"
    ),
    "sums first": "p;kr\nsumma kostnader;850\nlön;600\nresor;250\nsumma finansiering;850\nEU;480\nprivat;370",
    "nested sums first": "p;kr\ntotalt;10\nsumma A;6\na;4\nb;2\nsumma B;4\nc;3\nd;1",
    "sub-totals and loose rows": "p;kr\na;4\ndelsumma;4\nb;3\nc;2\ndelsumma;5\nd;7\ntotalt;16",
    "sub-totals of sub-totals": "p;kr\na;4\nb;1\ndelsumma;5\nc;3\nd;2\ndelsumma;5\nsumma;10\ne;1\ntotalt;11",
    "a sum of the rows of a source": "f;kr\nERUF;4\negen;3\nESF;2\nEU totalt;6\ntotalt;9",
    "what is left": "k;budget;utfall;kvar\nlön;800;650;150\nresor;60;20;40\ntotalt;860;670;190",
    "what is more than the budget": "k;utfall;budget;kvar\nlön;800;650;150\nresor;60;20;40\ntotalt;860;670;190",
    "what is left of two outcomes": "k;budget;utfall;utfall;kvar\nlön;800;250;150;400\ntotalt;800;250;150;400",
    "what is left of unnamed columns": "k;A;B;kvar\nlön;800;650;150\nresor;60;20;40",
    "what is left as a row": "k;kr\nsumma kostnader;800\nsumma finansiering;800\nkvar;0",
    "what is left as an item": "f;kr\nEU;500\negen;200\nkvar;100\ntotalt;800",
    "money beside the sum": "f;kr\nEU;500\negen;200\nförskott;100\ntotalt;700",
    "money in the sum": "f;kr\nEU;500\negen;200\nförskott;100\ntotalt;800",
    "a number among amounts": "k;kr\nlön;500\nresor;200\ndeltagare;35\ntotalt;700",
    "rows below the total": "f;kr\nEU;500\negen;200\ntotalt;700\nförskott;100\nannat;50",
    "the total twice": "f;kr\ntotalt;700\nEU;500\negen;200\ntotalt;700",
    "sums that are not called so": (
        "p;EU;N;A;B;totalt\n1;80;120;100;20;200\n2;40;60;50;10;100\ntotalt;120;180;150;30;300"
    ),
    "a sum of what is not listed": "p;A;B;EU totalt;totalt\na;1000;2000;9000;3000\nb;4000;5000;6000;9000",
    "a total of what is not listed": "p;A;B;summa kostnader\na;1000;2000;9000\nb;4000;5000;6000",
    "rows named by what is no money": "f;kr\ndeltagare;500\nförskott;200\ntotalt;700",
    "parts that are not exact": "f;kr\nEU;ca 5000\negen;1000\ntotalt;6400\nvarav EU;6000",
    "a total beside nothing": "p;A;B;totalt\na;-;-;5\nb;1;2;3",
    "only what is left": "k;kvar\nlön;5\ntotalt;5",
    "headings of costs and income": (
        "p;kr\ninkomster;-\nEU;600\negen;400\nsumma finansiering;1000\nlön;1000\nsumma kostnader;1000"
    ),
    "shares of the total": "f;kr;%\nEU;300;60\negen;200;40\ntotalt;500;100",
    "shares with rounding": "f;kr;%\nEU;2;66.7\negen;1;33.3\ntotalt;3;100",
    "shares of the row": "p;EU;totalt;%\na;30;60;50\nb;20;80;25\ntotalt;50;140;36",
    "whole shares": "p;EU;totalt;%\na;60;60;100\nb;80;80;100\ntotalt;140;140;100",
    "shares of a sub-total": "f;kr;%\nA;3;75\nB;1;25\ndelsumma;4;100\nC;3;50\nD;3;50\ndelsumma;6;100\ntotalt;10;-",
    "shares of sub-totals": "f;kr;%\nA;3;30\nB;1;10\ndelsumma;4;40\nC;6;60\ndelsumma;6;60\ntotalt;10;100",
    "shares of a few rows": "f;kr;%\nEU;500;62.5\negen;300;37.5\nprivat;200;-\ntotalt;1000;-",
    "shares of amounts that are not stated": "f;kr;%\nEU;-;60\negen;300;40\ntotalt;-;100",
    "shares of something else": "p;kr;%\na;30;75\nb;20;80\nc;5;60",
    "whole shares of something else": "p;%\na;100\nb;100\nc;100\ntotalt;100",
}


@pytest.mark.parametrize("name", RIGHT)
def test_right_tables_are_not_accused(name: str) -> None:
    """A table is accused only where none of the trees that people print fits."""
    assert wrong(RIGHT[name]) == []


WRONG = {
    "f;kr\nEU;250\nregionen;150\nföretagen;50\ntotalt;460": ["totalt;kr: 450 460"],
    "p;EU;egen;totalt\nNord;120;80;210\nSyd;60;40;100\ntotalt;180;120;310": [
        "Nord;totalt: 200 210",
        "totalt;totalt: 300 310",
    ],
    "k;kr\nlön;400\nschablon;60\ndelsumma;470\nresor;40\ntotalt;500": ["delsumma;kr: 460 470"],
    "f;kr;%\nEU;350;55\nregionen;350;45\ntotalt;700;100": ["EU;%: 50 55", "regionen;%: 50 45"],
    "k;budget;utfall;kvar\nlön;700;450;250\nresor;50;30;30\ntotalt;750;480;270": [
        "totalt;kvar: 280 270",
        "resor;kvar: 20 30",
    ],
    "p;EU;offentlig;privat;summa nationell;totalt\na;600;350;50;400;1000\nb;1;2;3;6;7": [
        "b;summa nationell: 5 6",
    ],
    "f;kr\nESF-stöd;900\nvarav EU;600\nvarav staten;200\negen;600\ntotalt;1500": ["ESF-stöd;kr: 800 900"],
    "f;kr\negen;600\nvarav offentlig;700\nEU;900\ntotalt;1500": ["egen;kr: 700 600"],
    "k;kr\nlön;900\nvarav offentlig;600\nvarav privat;400\nresor;600\ntotalt;1500": ["lön;kr: 1000 900"],
    "k;budget;utfall;kvar\nlön;700;450;200": ["lön;kvar: 250 200"],
    "p;EU;totalt;%\na;30;60;50\nb;20;80;25\nc;10;20;60": ["c;%: 50 60"],
    "f;kr;%\nEU;2000;66\negen;1000;33\ntotalt;3000;100": ["totalt;%: 99 100", "EU;%: 67 66"],
    "p;EU;staten;totalt\na;100;40;20\nb;30;10;60": ["a;totalt: 140 20"],
    "f;kr\nEU;900\nvarav A;600\nvarav B;400\ntotalt;900": ["EU;kr: 1000 900"],
    "f;kr\nEU;900\nvarav förskott;950\nvarav ERUF;300\ntotalt;900": ["EU;kr: 950 900"],
    "p;kr;%\na;300;50\nb;100;30\nc;100;20": ["a;%: 60 50", "b;%: 20 30"],
    "p;A;B;totalt\na;10;20;90": ["a;totalt: 30 90"],
    "k;lön;resor;summa kostnader\na;10;20;90": ["a;summa kostnader: 30 90"],
    "f;kr\nESF-stöd;900\nEU;600\nstaten;200\negen;600\ntotalt;1600": ["totalt;kr: 2300 1600"],
}


@pytest.mark.parametrize("text", WRONG)
def test_wrong_tables_are_accused_where_they_are_wrong(text: str) -> None:
    """A sum is compared with its own parts: sub-totals, "varav" rows, what is left and shares as well as totals."""
    assert wrong(text) == WRONG[text]


# Each line of these is an item (None), or the sum of the lines of these places.
ROWS: list[Shape] = [
    [("a", None), ("b", None), ("totalt", (0, 1))],
    [("totalt", (1, 2)), ("a", None), ("b", None)],
    [("a", None), ("b", None), ("delsumma", (0, 1)), ("c", None), ("totalt", (2, 3))],
    [("a", None), ("delsumma", (0,)), ("b", None), ("c", None), ("delsumma", (2, 3)), ("totalt", (1, 4))],
    [("summa a", (1, 2)), ("a", None), ("b", None), ("summa b", (4, 5)), ("c", None), ("d", None), ("totalt", (0, 3))],
    [
        ("lön", None),
        ("resor", None),
        ("summa kostnader", (0, 1)),
        ("EU", None),
        ("egen", None),
        ("summa finansiering", (3, 4)),
    ],
    [
        ("a", None),
        ("b", None),
        ("delsumma", (0, 1)),
        ("c", None),
        ("d", None),
        ("delsumma", (3, 4)),
        ("summa", (2, 5)),
        ("e", None),
        ("totalt", (6, 7)),
    ],
]
COLUMNS: list[Shape] = [
    [("kr", None)],
    [("EU", None), ("egen", None), ("totalt", (0, 1))],
    [("totalt", (1, 2)), ("A", None), ("B", None)],
    [("EU", None), ("offentlig", None), ("privat", None), ("summa nationell", (1, 2)), ("totalt", (0, 3))],
    [("A", None), ("B", None), ("C", None), ("delsumma", (1, 2)), ("totalt", (0, 3))],
    [("2024", None), ("2025", None), ("2026", None), ("summa", (0, 1, 2))],
    [
        ("A", None),
        ("B", None),
        ("delsumma", (0, 1)),
        ("C", None),
        ("D", None),
        ("delsumma", (3, 4)),
        ("totalt", (2, 5)),
    ],
]


def filled(rows: Shape, columns: Shape) -> list[list[int]]:
    """Return a right table whose items are powers of two, so that no other lines have the same sum."""
    cells = [[1000 * 2 ** (len(columns) * row + column) for column in range(len(columns))] for row in range(len(rows))]
    for _ in range(3):  # sums of sums
        for column, (_, parts) in enumerate(columns):
            for row in cells:
                row[column] = row[column] if parts is None else sum(row[part] for part in parts)
        for place, (_, parts) in enumerate(rows):
            if parts is not None:
                cells[place] = [sum(cells[part][column] for part in parts) for column in range(len(columns))]
    return cells


def printed(rows: Shape, columns: Shape, cells: Sequence[Sequence[object]]) -> str:
    """Return the text of a table."""
    heading = ";".join(["p", *(label for label, _ in columns)])
    lines = [";".join([label, *map(str, row)]) for (label, _), row in zip(rows, cells, strict=True)]
    return table(heading, *lines)


SHAPES = st.tuples(st.sampled_from(ROWS), st.sampled_from(COLUMNS))


def sum_with(shape: Shape, place: int) -> int | None:
    """Return the sum that a line is, or else is part of."""
    if shape[place][1] is not None:
        return place
    return next((line for line, (_, parts) in enumerate(shape) if parts is not None and place in parts), None)


@settings(max_examples=25)
@given(SHAPES, st.data())
def test_a_changed_cell_is_accused_at_its_sums_alone(shapes: tuple[Shape, Shape], data: st.DataObject) -> None:
    """A right table agrees; where one cell is changed, the sums of its column and of its row disagree, and no other."""
    rows, columns = shapes
    cells = filled(rows, columns)
    assert {each.agreement for each in compared(printed(rows, columns, cells))} == {Agreement.EQUAL}
    row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(columns) - 1))
    cells[row][column] += 1000 * 2 ** (len(rows) * len(columns))
    found = compared(printed(rows, columns, cells))
    accused = {(each.line, each.column, each.across) for each in found if each.agreement is Agreement.UNEQUAL}
    down, across = sum_with(rows, row), sum_with(columns, column)
    assert accused == {
        *((down + 2, columns[column][0], False) for down in [down] if down is not None),
        *((row + 2, columns[across][0], True) for across in [across] if across is not None),
    }


@settings(max_examples=25)
@given(SHAPES, st.data(), st.sampled_from(["-", "ej klart"]))
def test_a_cell_that_cannot_be_read_accuses_nothing(
    shapes: tuple[Shape, Shape], data: st.DataObject, text: str
) -> None:
    """A sum without one of its figures is left open, and whether a table adds up is not known."""
    rows, columns = shapes
    cells: list[list[object]] = [[*row] for row in filled(rows, columns)]
    row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(columns) - 1))
    cells[row][column] = text
    found = {each.agreement for each in compared(printed(rows, columns, cells))}
    assert found <= {Agreement.EQUAL, Agreement.REMAINDER, Agreement.NOT_STATED}
    assert text == "-" or Agreement.REMAINDER in found


@pytest.mark.parametrize("totals", [["totalt"], ["totalt"] * 3])
def test_large_tables_are_held_against_the_plainest_tree(totals: list[str]) -> None:
    """Where too many trees would be tried, a sub-total is of the rows since the last, and a total of all."""
    blocks = [f"{label};{amount}" for amount in range(1000, 1080) for label in ("a", "delsumma")]
    lines = [*blocks, *(f"{label};{sum(range(1000, 1080))}" for label in totals)]
    assert wrong(table("p;kr", *lines)) == []
    lines[4] = "a;5000"
    assert wrong(table("p;kr", *lines)) == ["delsumma;kr: 5000 1002"]
    assert wrong(table("p;kr", *blocks, "totalt;1")) == [f"totalt;kr: {sum(range(1000, 1080))} 1"]


def test_rows_of_a_list_are_called_by_names() -> None:
    """A project called like a number of participants is summed as any other."""
    assert wrong("p;kr\ndeltagare;500\nB;200\ntotalt;500", TableKind.DISTRIBUTION) == ["totalt;kr: 700 500"]


def test_costs_and_financing_are_not_summed_together() -> None:
    """What is not stated is computed, but not where it would be the sum of costs and their financing."""
    assert [each.computed for each in compared("p;kr\nlön;500\nresor;200")] == [700]
    assert compared("p;kr\nlön;500\nEU;500") == []
    blocks = compared("p;kr\na;5\ndelsumma;5\nb;6")
    assert [(each.computed, each.agreement.value) for each in blocks] == [
        (Decimal(5), "equal"),
        (Decimal(11), "not stated"),
    ]


def test_the_share_of_a_total_is_compared_unless_it_is_the_whole() -> None:
    """That a total is 100 % of itself tells nothing; any other share of it is wrong."""
    shares = "rad;kr;andel, %\nEU;40;40\nstaten;60;60\ntotalt;100;{}"
    assert wrong(shares.format(90)) == ["totalt;andel, %: 100 90"]
    assert wrong(shares.format(100)) == []
