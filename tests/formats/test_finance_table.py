from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import FinanceTable, InvalidValue, Money, Rate, ReadError, exact, read_finance_table
from esfmodel.formats import Agreement, TableCell, TableKind, TableRow, TableRowKind
from esfmodel.testing import finance_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

AMOUNTS = st.integers(0, 10**9)
TABLES = st.lists(st.tuples(AMOUNTS, AMOUNTS, st.integers(0, 2 * 10**9)), min_size=1, max_size=5)


def printed(rows: Sequence[Sequence[int]], total: Sequence[int], last: str = "Totalt") -> str:
    """Print amounts in kronor with öre, as a page has them."""
    lines = ["program;EU, kr;nationellt, kr;totalt, kr"]
    for label, row in [*((f"program {index}", row) for index, row in enumerate(rows)), (last, total)]:
        lines.append(";".join([label, *(f"{minor // 100},{minor % 100:02}" for minor in row)]))
    return "\n".join(lines)


def differences(table: FinanceTable) -> dict[tuple[str, str, bool], Fraction]:
    """Return every difference by row, column and direction."""
    return {
        (each.label, each.column, each.across): Fraction(each.difference)
        for each in table.differences()
        if each.difference is not None
    }


@given(TABLES, st.tuples(AMOUNTS, AMOUNTS, AMOUNTS))
def test_sums_are_those_of_the_printed_cells(rows: list[tuple[int, int, int]], total: tuple[int, int, int]) -> None:
    """Each computed sum is the sum of the fractions that are printed, down the columns and across the rows."""
    table = read_finance_table(printed(rows, total))
    found = differences(table)
    for index, column in enumerate(["EU, kr", "nationellt, kr", "totalt, kr"]):
        assert found["Totalt", column, False] == Fraction(sum(row[index] for row in rows) - total[index], 100)
    for label, (eu, national, stated) in [*((f"program {n}", row) for n, row in enumerate(rows)), ("Totalt", total)]:
        assert found[label, "totalt, kr", True] == Fraction(eu + national - stated, 100)
    assert len(found) == 3 + len(rows) + 1
    assert (table.adds_up is True) == (not any(found.values()))
    assert [each for each in table.differences(equal=False) if each.difference == 0] == []


@given(TABLES.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_the_rows_means_nothing(
    both: tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]],
) -> None:
    """Rows in another order, with the total above or below them, give the same sums."""
    first, second = (read_finance_table(printed(rows, (1, 2, 3))) for rows in both)
    heading, *lines = printed(both[0], (1, 2, 3)).split("\n")
    above = read_finance_table("\n".join([heading, lines[-1], *lines[:-1]]))
    sums = [
        [(each.column, each.computed, each.difference) for each in table.differences() if not each.across]
        for table in (first, second, above)
    ]
    assert sums[0] == sums[1] == sums[2]
    assert above.rows[0].kind is TableRowKind.TOTAL


@given(TABLES, st.data(), st.integers(1, 10**9))
def test_a_changed_cell_changes_its_row_and_its_column(
    rows: list[tuple[int, int, int]], data: st.DataObject, more: int
) -> None:
    """More in one cell moves the differences of its own row and column by as much, and no other."""
    total = tuple(sum(column) for column in zip(*rows, strict=True))
    line = data.draw(st.integers(0, len(rows) - 1))
    place = data.draw(st.integers(0, 2))
    changed = [list(row) for row in rows]
    changed[line][place] += more
    before = differences(read_finance_table(printed(rows, total)))
    after = differences(read_finance_table(printed(changed, total)))
    column = ["EU, kr", "nationellt, kr", "totalt, kr"][place]
    moved = {key: after[key] - before[key] for key in before if after[key] != before[key]}
    across = -more if place == 2 else more
    assert moved == {
        ("Totalt", column, False): Fraction(more, 100),
        (f"program {line}", "totalt, kr", True): Fraction(across, 100),
    }


@given(finance_tables())
def test_nothing_that_is_printed_is_dropped(table: FinanceTable) -> None:
    """Every cell keeps its text; a cell of a column of figures has a figure, states nothing, or is a problem."""
    told = {(problem.line, problem.place) for problem in table.problems}
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            assert cell.text
            if column.kind.value != "label" and cell.value is None:
                assert cell.text == "-" or (row.line, column.heading) in told


@given(finance_tables())
def test_sums_that_agree_add_up(table: FinanceTable) -> None:
    """A table adds up where each sum it states is the sum of its parts, and nobody knows where none is stated."""
    stated = {each.agreement for each in table.differences()} - {Agreement.NOT_STATED}
    if not stated:
        assert table.adds_up is None
    assert (table.adds_up is True) == (stated == {Agreement.EQUAL})
    for each in table.differences():
        assert str(each).isprintable()
        # A part that could not be read is missing in a sum of the others.
        is_open = each.agreement is Agreement.REMAINDER and each.missing > 0
        assert (each.agreement is Agreement.EQUAL or is_open) >= (each.difference == 0)
        assert each.difference == 0 or each.agreement is not Agreement.EQUAL


def test_regional_programmes_in_two_currencies() -> None:
    """EU money in euro and in kronor is two sums; what misses more than rounding can is told from what does not."""
    table = read_finance_table(
        "program;EU-medel, mn euro;EU-medel, mnkr;nationell medfinansiering, mnkr;totalt, mnkr\n"
        "Norra Mellansverige;135;1 255;1 255;2 511\nSkåne-Blekinge;56;520;781;1 303\nTotalt;192;1 793;2 036;3 814\n"
    )
    assert [(str(each.difference), each.agreement.value) for each in table.differences(equal=False)] == [
        ("-1", "rounding"), ("-18", "unequal"), ("-1", "rounding"), ("-2", "unequal"), ("15", "unequal"),
    ]  # fmt: skip
    assert table.kind is TableKind.PROGRAMME
    in_euro, in_kronor = table.allocations()
    assert (in_euro.sums.eu, in_euro.sums.total) == (Money(191_000_000, "EUR"), None)
    assert in_kronor.differences is not None
    assert in_kronor.differences.eu == Money(-18_000_000)
    assert [row.difference for row in in_kronor.rows] == [Money(-1_000_000), Money(-2_000_000)]


@pytest.mark.parametrize(
    ("stated", "agreement"),
    [
        ("6 846 005", "equal"),
        ("6 846 006", "rounding"),
        ("drygt 6,8 miljoner kronor", "rounding"),
        ("drygt 6,9 miljoner kronor", "unequal"),
        ("närmare 6,9 miljoner kronor", "rounding"),
        ("närmare 7,0 miljoner kronor", "unequal"),
        ("ca 7 miljoner kronor", "rounding"),
        ("ca 8 miljoner kronor", "unequal"),
        ("minst 5 miljoner kronor", "remainder"),
        ("högst 7 miljoner kronor", "remainder"),
        ("högst 6 miljoner kronor", "unequal"),
        ("6,8 miljoner kronor", "rounding"),
        ("6,7 miljoner kronor", "unequal"),
        ("6 900 000", "unequal"),
    ],
)
def test_a_sum_in_words(stated: str, agreement: str) -> None:
    """A sum in round words agrees where its word and its last digit leave room for what the parts come to."""
    table = read_finance_table(
        f"projekt;sökt EU-belopp\nTogether;1 231 296\nJuventus;1 407 120\nFyra till;4 207 589\nTotalt;{stated}\n"
    )
    (difference,) = table.differences()
    assert difference.computed == 6_846_005
    assert difference.agreement.value == agreement


def test_what_is_announced_is_no_error() -> None:
    """Where a funder is listed without an amount, what is left of the total may be its; more than the total may not."""
    rows = "finansiär;kr\nEU;4 300 000\nRegion Dalarna;3 000 000\nKarlstads universitet;-\nTotalt;"
    (difference,) = read_finance_table(f"{rows}8 600 000").differences()
    assert (difference.agreement, difference.missing) == (Agreement.REMAINDER, 1)
    assert difference.difference == -1_300_000
    assert read_finance_table(f"{rows}8 600 000").adds_up is None
    assert read_finance_table(f"{rows}7 300 000").adds_up is True
    assert read_finance_table(f"{rows}7 200 000").adds_up is False


def test_a_total_of_one_column_alone() -> None:
    """A row of totals that states none for a column leaves the sum of that column not stated."""
    table = read_finance_table("projekt;antal;kr\nA;2;5\nB;3;6\nTotalt;-;11\n")
    assert [(each.computed, each.agreement.value) for each in table.differences()] == [
        (Decimal(5), "not stated"),
        (Decimal(11), "equal"),
    ]
    beside = read_finance_table("projekt;EU, kr;kommun, kr;totalt, kr\nA;2;5;7\nB;3;6;-\n")
    assert [each.label for each in beside.differences() if each.across] == ["A"]
    assert table.adds_up is True


def test_a_part_that_is_not_exact_leaves_room() -> None:
    """A part with a word before it is no exact one, so that a total above the sum is no contradiction."""
    table = read_finance_table("finansiär;kr\nEU;minst 5 000\nRegion Dalarna;2 000\nTotalt;8 000\n")
    assert table.differences()[0].agreement is Agreement.REMAINDER


def test_support_alone_leaves_the_own_contribution() -> None:
    """Where funders are the Union alone, the project raises the rest of the total; projects that fall short do not."""
    rows = "ERDF;904 453,12\nIPA;157 396,20\ntotal;1 249 234,50\n"
    table = read_finance_table(f"source;euro\n{rows}")
    assert table.differences()[0].agreement is Agreement.REMAINDER
    assert exact(table.budget().eu_rate).within(Rate.of_percent(85), points=Rate.of_percent("0.01"))
    assert read_finance_table(f"projekt;euro\n{rows}").differences()[0].agreement is Agreement.UNEQUAL


def test_blocks_with_sums_of_their_own() -> None:
    """A sum below items is of those alone where it says of what, or where more items follow; the last is of all."""
    table = read_finance_table(
        "post;kr\nPersonal;300\nResor;100\nSumma kostnader;400\n"
        "EU-medel;250\nRegion Kronoberg;150\nSumma finansiering;400\n"
    )
    assert [row.kind.value for row in table.rows] == ["item", "item", "subtotal", "item", "item", "subtotal"]
    assert table.adds_up is True
    nested = read_finance_table("projekt;kr\nA;1\nDelsumma;1\nB;2\nC;3\nDelsumma;5\nTotalt;6\n")
    assert nested.adds_up is True
    assert [row.kind.value for row in nested.rows][-1] == "total"
    twice = read_finance_table("post;kr\nLön;4\nSumma;4\nEU-medel;3\nSumma;3\n")
    assert twice.adds_up is True


def test_rows_that_are_all_called_totals() -> None:
    """Where rows are totals of one another, none is accused; `totals` says which one is a sum."""
    text = "item\teuro\nTotal project cost\t8,506,928.97\nTotal ERDF + match\t7,727,271.20\nTotal ERDF\t6,781,065.21\n"
    table = read_finance_table(text)
    assert table.adds_up is None
    whole, paid, erdf = (table.amount(row.label) for row in table.rows)
    assert whole is not None
    assert paid is not None
    assert erdf is not None
    assert (paid - erdf, whole - paid) == (Money("946205.99", "EUR"), Money("779657.77", "EUR"))
    assert (table.budget().total, exact(table.budget().eu_support)) == (whole, erdf)
    named = read_finance_table(text, totals=["Total project cost"])
    assert [row.kind for row in named.rows] == [TableRowKind.TOTAL, TableRowKind.ITEM, TableRowKind.ITEM]
    alike = read_finance_table("post;kr\nTotalt;5\nSumma;6\n")
    assert {row.kind for row in alike.rows} == {TableRowKind.ITEM}


def test_amounts_finer_than_the_cent() -> None:
    """What is finer than the cent is rounded half up and reported; sums and differences are of what is printed."""
    table = read_finance_table(
        "source\teuro\trate\nERDF\t1214450.87\t85 %\nnational co-financing\t185739.5449\t13 %\n"
        "own contribution\t28575.3146\t2 %\nTotal\t1428765.73\t100 %\n"
    )
    amounts, rates = table.differences()
    assert (amounts.difference, amounts.agreement) == (Decimal("-0.0005"), Agreement.ROUNDING)
    assert (rates.computed, rates.difference) == (Decimal(100), Decimal(0))
    assert [(problem.line, problem.place, problem.params["amount"]) for problem in table.problems] == [
        (3, "euro", Money("185739.54", "EUR")),
        (4, "euro", Money("28575.31", "EUR")),
    ]
    assert table.budget().total_financing == Money("1428765.72", "EUR")


def test_one_amount_of_a_table() -> None:
    """An amount is asked for by its labels; one that is not there, or is there twice, is refused."""
    table = read_finance_table("partner;EU, kr;totalt, kr\nA;1;2\nB;3;4\nB;5;6\n")
    assert table.amount("A", "EU, kr") == Money(1)
    with pytest.raises(InvalidValue, match="'B' is the label of 2 rows"):
        table.amount("B", "EU, kr")
    with pytest.raises(InvalidValue, match="'C' is the label of 0 rows"):
        table.amount("C", "EU, kr")
    with pytest.raises(InvalidValue, match=r"does not name one column of amounts; choose one of EU, kr, totalt, kr"):
        table.amount("A")
    with pytest.raises(InvalidValue, match="'kr' does not name one column of amounts"):
        table.amount("A", "kr")


@pytest.mark.parametrize(
    ("heading", "labels", "kind"),
    [
        ("finansiär", ["A"], "financing"),
        ("källa", ["A"], "financing"),
        ("partner", ["A"], "partners"),
        ("projekt", ["A"], "distribution"),
        ("insatsområde", ["A"], "programme"),
        ("kostnadsslag", ["A"], "costs"),
        ("post", ["Personal", "Resor"], "costs"),
        ("post", ["Personal", "EU-medel"], "budget"),
        ("post", ["EU-medel", "Region Skåne"], "financing"),
    ],
)
def test_what_the_rows_are(heading: str, labels: list[str], kind: str) -> None:
    """The first heading says what the rows are, or else their labels; the caller knows better."""
    text = "\n".join([f"{heading};kr", *(f"{label};1" for label in labels)])
    assert read_finance_table(text).kind.value == kind
    assert read_finance_table(text, kind=TableKind.PROGRAMME).kind is TableKind.PROGRAMME


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_three_marks_part_the_columns(mark: str) -> None:
    """Tabs, semicolons and commas part columns, with quotes where a cell has the mark in it."""
    quoted = (
        mark.join(["finansiär", '"EU-medel, mnkr"']) + "\r\n" + mark.join(['"Region ""Syd"""', '"1,5"']) + "\r\n\r\n"
    )
    table = read_finance_table(f"\ufeff{quoted}")
    assert [column.heading for column in table.columns] == ["finansiär", "EU-medel, mnkr"]
    assert table.rows[0].label == 'Region "Syd"'
    assert table.rows[0].cells[1].amount == Money(1_500_000)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "table: is empty"),
        ("\n \n", "table: is empty"),
        ("EU-medel 5\n", "table: has no line with two columns"),
        ("finansiär;kr\n", "table: has no rows (read as: cells parted by semicolons)"),
        (";;\n;;\n", "table: has no rows (read as: cells parted by semicolons)"),
        ("a;" * 250 + "\na;1\n", "table: has 250 columns, and 200 is the most"),
        ("a;kr\n" + "b;1\n" * 500_001, "table: has 2000009 characters"),
    ],
)
def test_what_is_no_table(text: str, wrong: str) -> None:
    """A text without heading, columns or rows, or too large, is no table."""
    with pytest.raises(ReadError) as caught:
        read_finance_table(text)
    assert str(caught.value).startswith(wrong)


def test_the_name_of_a_file_is_no_table() -> None:
    """Who gives one line without columns may have meant the file of that name, and is told so."""
    for text, advised in (("tabell.csv\n", True), ("EU-medel 5\nStaten 6\n", False)):
        with pytest.raises(ReadError) as caught:
            read_finance_table(text)
        assert caught.value.advice.endswith("give the text of a table, not the name of its file") is advised


def test_lines_that_do_not_fit_the_heading() -> None:
    """Too few or too many cells, a row without a label and a table without figures are reported; all is kept."""
    table = read_finance_table("finansiär;kr;fond\nEU-medel;5\n;7;ERUF\nRegion Syd;8;ESF;över\n")
    assert [(problem.line, problem.given, problem.wrong) for problem in table.problems] == [
        (2, None, "has 2 cells, and the heading has 3"),
        (4, "över", "has 4 cells, and the heading has 3"),
    ]
    assert table.rows[1].label == "ERUF"
    assert table.rows[2].beyond == ("över",)
    bare = read_finance_table("finansiär;kr\n;7\nEU;5\n")
    assert [problem.line for problem in bare.problems] == [2]
    assert bare.rows[0].label == "line 2"
    words = read_finance_table("finansiär;kr\nEU;fem\nRegion Syd;sex\n")
    assert [problem.wrong for problem in words.problems] == ["has no column of figures"]
    mostly = read_finance_table("finansiär;not;kr\nA;se 1;5\nB;2;5\nC;ingen;5\nD;två;7\n")
    assert [problem.wrong for problem in mostly.problems] == ["has figures in 1 of 4 cells, and was read as labels"]


def test_columns_that_only_look_like_figures() -> None:
    """A column that is named holds labels, and a count is no money."""
    table = read_finance_table("projekt;kod;antal deltagare;EU-stöd, kr\nGröna rum;20230040;12;5\n", labels=["kod"])
    assert [column.kind.value for column in table.columns] == ["label", "label", "number", "amount"]
    assert table.problems == ()


def options(**wrong: Any) -> str:  # noqa: ANN401
    """Return what is said of a wrong option."""
    with pytest.raises((InvalidValue, TypeError)) as caught:
        read_finance_table("a;kr\nb;1\n", **wrong)
    return str(caught.value)


def test_options_that_mean_nothing() -> None:
    """Every option is checked before the text is read."""
    assert "kind must be TableKind or None, not str" in options(kind="budget")
    assert "'kronor' is not a currency code" in options(currency="kronor")
    assert "unit must be int, not bool" in options(unit=True)
    assert "unit 12 is no unit of tables" in options(unit=12)
    assert "decimal ';' is no decimal mark" in options(decimal=";")
    assert "labels 'c' cannot be used here; use one of a, kr" in options(labels=["c"])
    assert "totals takes several labels" in options(totals="Totalt")
    with pytest.raises(TypeError, match="text must be str, not bytes"):
        read_finance_table(b"a;kr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_table_has_a_cell_for_each_column() -> None:
    """A table whose rows have other cells than it has columns cannot be made."""
    row = TableRow(line=2, labels=["EU"], cells=[TableCell("EU")])
    with pytest.raises(InvalidValue, match=r"rows\[0\]\.cells 1 are not as many as the columns of the table, 0"):
        FinanceTable(rows=[row])
    with pytest.raises(TypeError, match=r"rows\[0\] must be TableRow, not str"):
        FinanceTable(rows=["EU"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    assert FinanceTable().adds_up is None
    assert FinanceTable().kind is TableKind.FINANCING


@pytest.mark.parametrize(("national", "compared"), [(40, 2), (30, 1)])
def test_parts_of_parts_below_a_total_are_counted_once(national: int, compared: int) -> None:
    """What is said again of a total and comes to it is compared with it, without what is a part of that in its turn."""
    table = read_finance_table(
        "Finansiering;kr\nEU;60\nKommunen;40\nTotalt;100\n"
        f"EU-stöd;60\nvarav ESF;50\nvarav ERUF;10\nOffentlig finansiering;{national}\n"
    )
    found = [(each.label, str(each.computed), str(each.stated)) for each in table.differences()]
    assert found == [("Totalt", "100", "100")] * compared
    assert table.adds_up
