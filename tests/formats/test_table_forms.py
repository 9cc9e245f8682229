"""A table says the same in every form in which people copy it; what stands around it is kept aside."""

from __future__ import annotations

import csv
import html
import io
import time
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import InvalidValue, ReadError
from esfmodel.display import financing_table
from esfmodel.examples import PROJECTS
from esfmodel.formats.table._forms import Grid, TableForm, grid_of, is_figure, table_in
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from esfmodel.model import Project

LABELS = ["EU-stöd", "Region Norr", "Skaraborgs kommunalförbund", "Köp av tjänster", "Mål A & B", "Natura", "x" * 30]
AMOUNTS = st.integers(0, 10**8).map(lambda amount: f"{amount:,} kr".replace(",", " "))


class Drawn(NamedTuple):
    """A table: its heading and its rows."""

    heading: tuple[str, ...]
    rows: list[tuple[str, ...]]


@st.composite
def drawn_tables(draw: st.DrawFn, fewest: int = 2, most: int = 4) -> Drawn:
    """Draw a heading and rows of a label and amounts."""
    width = draw(st.integers(fewest, most))
    heading = ("Finansiär", "Sökt", "Beviljat", "Utfall")[:width]
    rows = st.lists(
        st.tuples(st.sampled_from(LABELS), *[AMOUNTS] * (width - 1)), min_size=2, max_size=4, unique_by=lambda r: r[0]
    )
    return Drawn(heading, draw(rows))


def delimited(mark: str) -> Callable[[Sequence[Sequence[str]]], str]:
    """Return a function that prints lines of cells with a mark between them."""

    def printed(lines: Sequence[Sequence[str]]) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=mark).writerows(lines)
        return text.getvalue()

    return printed


def in_markdown(lines: Sequence[Sequence[str]]) -> str:
    """Print a table in Markdown, with one cell of each row in bold."""
    rule = "|".join(["---", *["--:"] * (len(lines[0]) - 1)])
    heading, *rows = (" | ".join([f"**{line[0]}**", *line[1:]]) for line in lines)
    return "\n".join([f"| {heading} |", f"|{rule}|", *(f"| {row} |" for row in rows)])


def in_html(lines: Sequence[Sequence[str]]) -> str:
    """Print a table in HTML, with tags that are never closed."""
    rows = ("".join(f"\n<td class='a>b'>{html.escape(cell)}" for cell in line) for line in lines)
    return "<TABLE>" + "<tr>".join(["", *rows])


def in_columns(lines: Sequence[Sequence[str]]) -> str:
    """Print a table with its figures to the right of each column."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip() for line in lines
    )


PRINTED: dict[TableForm, Callable[[Sequence[Sequence[str]]], str]] = {
    TableForm.SEMICOLONS: delimited(";"),
    TableForm.COMMAS: delimited(","),
    TableForm.TABS: delimited("\t"),
    TableForm.PIPES: lambda lines: "\n".join(" | ".join(line) for line in lines),
    TableForm.MARKDOWN: in_markdown,
    TableForm.HTML: in_html,
    TableForm.SPACES: in_columns,
}
FORMS = st.sampled_from(list(PRINTED))


def cells(grid: Grid) -> list[tuple[str, ...]]:
    """Return the cells of the rows."""
    return [line.cells for line in grid.lines]


@given(FORMS, drawn_tables())
def test_a_table_is_the_same_in_every_form(form: TableForm, table: Drawn) -> None:
    """The heading and the rows are read back, and the form is told."""
    grid = grid_of(PRINTED[form]([table.heading, *table.rows]))
    assert (grid.form, grid.heading and grid.heading.cells, cells(grid)) == (form, table.heading, table.rows)
    assert (grid.caption, grid.notes, grid.problems) == ((), (), ())


@given(FORMS, drawn_tables())
def test_a_table_without_a_heading_keeps_its_first_row(form: TableForm, table: Drawn) -> None:
    """No row is taken for a heading, and it is told that there is none."""
    grid = grid_of(PRINTED[form](table.rows))
    assert (grid.heading, cells(grid)) == (None, table.rows)
    assert [problem.code for problem in grid.problems] == ["table.no_heading"]


@given(FORMS, drawn_tables(), st.booleans())
def test_what_stands_around_a_table_is_kept_aside(form: TableForm, table: Drawn, gaps: bool) -> None:
    """A caption and lines above, and sources and notes below, change no row."""
    gap = "\n\n" if gaps else "\n"
    text = PRINTED[form]([table.heading, *table.rows])
    above, below = (
        ("<p>Tabell 1. Budget</p>", "</table>Källa: beslutet")
        if form is TableForm.HTML
        else ("Tabell 1. Budget", "Källa: beslutet")
    )
    grid = grid_of(f"{above}{gap}{text.strip()}{gap}{below}")
    assert (grid.heading and grid.heading.cells, cells(grid)) == (table.heading, table.rows)
    assert [line.cells for line in grid.caption] == [("Tabell 1. Budget",)]
    assert [line.cells for line in grid.notes] == [("Källa: beslutet",)]


@given(drawn_tables(2, 2), st.sampled_from(["", "- ", "• "]), st.booleans())
def test_a_label_and_an_amount_on_each_line(table: Drawn, bullet: str, shares: bool) -> None:
    """Lines with a colon are rows; a share in parentheses has a column of its own."""
    share = " (12,5 %)" if shares else ""
    grid = grid_of("Finansiering:\n" + "".join(f"{bullet}{label}: {amount}{share};\n" for label, amount in table.rows))
    assert grid.form is TableForm.LABELLED_LINES
    assert cells(grid) == [(*row, "12,5 %") if shares else row for row in table.rows]
    assert (grid.heading, grid.problems) == (None, ())


@pytest.mark.parametrize(
    "text", ["Mål A;{} kr\nMål B;500 kr\n", "Mål A: {} kr\nMål B: 500 kr\n", "Mål A\t{} kr\nMål B\t0 kr\n"]
)
@pytest.mark.parametrize("amount", ["1 000", "1000", "1 000 000"])
def test_an_amount_of_a_thousand_is_no_heading(text: str, amount: str) -> None:
    """Above amounts with a unit of their own, what may be a unit is an amount, and its row is kept."""
    grid = grid_of(text.format(amount))
    assert (grid.heading, cells(grid)[0]) == (None, ("Mål A", f"{amount} kr"))


@given(drawn_tables(), st.sampled_from(["\n", "\n\n", "rows"]))
def test_one_cell_a_line(table: Drawn, parted: str) -> None:
    """With the number of columns, lines are cells; blank lines between all of them or between rows mean nothing."""
    lines = [table.heading, *table.rows]
    text = "\n\n".join("\n".join(line) for line in lines) if parted == "rows" else parted.join(sum(lines, ()))
    grid = grid_of(f"Tabell 2\n{text}\nKälla: beslutet", width=len(table.heading))
    assert (grid.heading and grid.heading.cells, cells(grid)) == (table.heading, table.rows)
    assert len(grid.caption) == len(grid.notes) == 1


def test_blank_lines_are_empty_cells_where_they_stand_within_rows() -> None:
    """With one cell a line, blank lines that part neither rows nor all cells are cells."""
    assert cells(grid_of("a\nkr\nandel\nEU\n\n5 %\nStat\n6\n7 %\n", width=3)) == [
        ("EU", "", "5 %"),
        ("Stat", "6", "7 %"),
    ]


@given(FORMS, drawn_tables(), st.sampled_from(["\r\n", "\r", "\u2028"]))
def test_line_ends_and_unseen_characters_mean_nothing(form: TableForm, table: Drawn, end: str) -> None:
    """Other line ends, a byte order mark and soft hyphens give the same lines with the same numbers."""
    text = PRINTED[form]([table.heading, *table.rows]).replace("\r\n", "\n")
    other = "\ufeff" + text.replace("\n", end, 2).replace("EU-", "EU\u00ad-")
    assert grid_of(other) == grid_of(text)


@given(drawn_tables(4, 4), st.integers(1, 3))
def test_an_empty_cell_keeps_its_column(table: Drawn, column: int) -> None:
    """Where runs of spaces part the cells, those beside an empty one stay in their columns."""
    first, *others = table.rows
    row = (*first[:column], "", *first[column + 1 :])
    assert cells(grid_of(in_columns([table.heading, row, *others]))) == [row, *others]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('projekt\tkr\n"Nästa kliv" nu\t5\n"A; B"\t6\n', [('"Nästa kliv" nu', "5"), ("A; B", "6")]),
        ('projekt;kr\n"Två\nrader";5\n', [("Två rader", "5")]),
        ('projekt;kr\n"Ett;5\nTvå";6\n', [('"Ett', "5"), ('Två"', "6")]),
        ("a;kr\nEU;12  000\n", [("EU", "12  000")]),
        ("a | kr\nEU \\| stat | 5 | ett\n", [("EU | stat", "5", "ett")]),
        ("+----+----+\n| a  | kr |\n+====+====+\n| EU | 5  |\n+----+----+\n", [("EU", "5")]),
        ("│ a  │ kr │\n├────┼────┤\n│ EU │ 5  │\n", [("EU", "5")]),
        (" a  | kr\n----+---\n EU | 5\n(1 row)\n", [("EU", "5")]),
        (
            "| a | kr |\n|---|---|\n| [EU](http://x) | `5` |\n| *b* | c |\n| b<br>c\n",
            [("EU", "5"), ("b", "c"), ("b c",)],
        ),
        ("EU ......... 5 kr\nStat ....... 600 kr\n", [("EU", "5 kr"), ("Stat", "600 kr")]),
        ("EU   5   EUR\nStat   6   EUR\n", [("EU", "5 EUR"), ("Stat", "6 EUR")]),
        (
            "a              kr\nEU-stöd     2 000\nOffentlig 500\nEtapp 2 150 000\nb EUR 5\n",
            [("EU-stöd", "2 000"), ("Offentlig", "500"), ("Etapp 2 150 000",), ("b EUR 5",)],
        ),
        (
            "a         kr   andel\nEU       500    40 %\nSmå och stora 500  40 %\n",
            [("EU", "500", "40 %"), ("Små och stora 500", "", "", "40 %")],
        ),
        (
            "a    kr     andel\nEU   500    40 %\nStatligt 60\nStat 60  40 %\n",
            [("EU", "500", "40 %"), ("Statligt 60",), ("Stat", "60", "40 %")],
        ),
        ("Tabell  ett\na   kr   andel\nEU   5   2 %\n", [("EU", "5", "2 %")]),
        ("a    kr\nSmå  och stora    5\nEU    6\n", [("Små och stora", "5"), ("EU", "6")]),
        (
            "EU-stöd: 5 kr\nPeriod: 2023–2025\nStat: 6 kr (5 %)\n",
            [("EU-stöd", "5 kr", ""), ("Period", "2023–2025", ""), ("Stat", "6 kr", "5 %")],
        ),
        ("EU-stöd;500 000*\nStat;5\n", [("EU-stöd", "500 000*"), ("Stat", "5")]),
        ("EU,     5 kr\nStat    6 kr\nNorr    7 kr\n", [("EU,", "5 kr"), ("Stat", "6 kr"), ("Norr", "7 kr")]),
        ("a,  kr\nEU,  5\nStat,  6\n", [("EU", "5"), ("Stat", "6")]),
        (";;\n;a;kr;\n;EU;5;\n", [("EU", "5")]),
        ("a;kr\nb;5\na;kr\nc;6\n", [("b", "5"), ("c", "6")]),
        (
            "Offentliga;\nEU;5\nPrivata;\nBolaget;6\n",
            [("Offentliga", ""), ("EU", "5"), ("Privata", ""), ("Bolaget", "6")],
        ),
        ("a;kr\nEU;5\nKommunen;\n", [("EU", "5"), ("Kommunen", "")]),
        ("a,kr,not\nEU,5,b; c\nStat,6,d; e\n", [("EU", "5", "b; c"), ("Stat", "6", "d; e")]),
        ("EU-stöd;\nKommunen;5\n", [("EU-stöd", ""), ("Kommunen", "5")]),
        ("Kommunen;-\nEU;5\n", [("Kommunen", "-"), ("EU", "5")]),
        ("EU-medel;2000\nRegionen;1500\n", [("EU-medel", "2000"), ("Regionen", "1500")]),
    ],
)
def test_cells_as_people_print_them(text: str, rows: list[tuple[str, ...]]) -> None:
    """Quotation marks in names, frames, dots and links mean no cells; what could be parted in two ways stays whole."""
    assert cells(grid_of(text)) == rows


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Finansiär;Belopp;Andel\n;tkr;%\nEU;5;40\n", ("Finansiär", "Belopp tkr", "Andel %")),
        (
            ";Budget;;Utfall;\nSlag;2024;2025;2024;2025\nLön;1;2;3;4\n",
            ("Slag", "Budget 2024", "Budget 2025", "Utfall 2024", "Utfall 2025"),
        ),
        ("EU-medel (tkr);2024;2025\nProjekt A;5;6\n", ("EU-medel (tkr)", "2024", "2025")),
        ("Finansiär;kr\nKommunen;-\nEU;5\n", ("Finansiär", "kr")),
        ("Finansiär;1 000 kr\nStat;5\n", ("Finansiär", "1 000 kr")),
        ("Tabell 1, budget\nprojekt,fond,kr\nA,ESF,5\n", ("projekt", "fond", "kr")),
        (
            "<table><tr><th rowspan=2>Slag<th colspan=2>Budget<tr><th>2024<th>2025<tr><th>Lön<td>1<td>2</table>",
            ("Slag", "Budget 2024", "Budget 2025"),
        ),
        ("<table><tr><th colspan=2>Budget<tr><th>Slag<th>kr<tr><td>Lön<td>5</table>", ("Slag", "kr")),
    ],
)
def test_headings_of_several_lines(text: str, heading: tuple[str, ...]) -> None:
    """Units and years below a heading belong to it; a caption does not."""
    grid = grid_of(text)
    assert grid.heading is not None
    assert grid.heading.cells == heading


@pytest.mark.parametrize(
    ("cells_of_rows", "rows"),
    [
        ("<td>EU<sup>1)</sup><td>1 500<sup>2</sup>", [("EU", "1 500 [2]")]),
        ("<td>m<sup>ånga</sup></sup><td>5<!-- <td>6 -->", [("många", "5")]),
        (
            "<td rowspan=3>EU<td rowspan=2>5<td>1<tr><td>2<tr><td>7<td>3",
            [("EU", "5", "1"), ("EU", "", "2"), ("EU", "7", "3")],
        ),
        ("<td>EU<td colspan='2'>5<tr><td>Stat<td>6<td>7", [("EU", "5", ""), ("Stat", "6", "7")]),
        ("<td>EU<td>450<br>000<tr><td>Stat<td>4\n5", [("EU", "450  000"), ("Stat", "4 5")]),
        ("<td>a &lt; b &amp; c<td title=it's>5<tr></td>", [("a < b & c", "5")]),
        ("<td>yttre<table><tr><td>EU<td>5</table>", [("EU", "5")]),
        ("<td><script>var a='<td>';</script>EU<style>b<td>5", [("EU",)]),
        (f"<td>&#{'9' * 5000};<td>5", [(f"&#{'9' * 5000};", "5")]),
    ],
)
def test_cells_of_html(cells_of_rows: str, rows: list[tuple[str, ...]]) -> None:
    """Marks of footnotes are told from figures; a figure is never repeated, and none joined over a line break."""
    text = f"<!DOCTYPE html></table><p>Om <b>bidrag</b><table><tr>{cells_of_rows}"
    if len(rows[0]) < 2:
        with pytest.raises(ReadError):
            grid_of(text)
    else:
        assert cells(grid_of(text)) == rows
        assert grid_of(text).caption[0].cells == ("Om bidrag",)


@given(st.text(st.sampled_from('aE5 0,;|\t\n-:"*.'), max_size=60), st.sampled_from([None, 2, 3]))
def test_nothing_is_dropped(text: str, width: int | None) -> None:
    """Of any text that is no HTML, each letter and digit stands in the grid as often as in the text, or it is refused.

    A heading that is repeated, as on each page of a PDF file, stands once.
    """
    try:
        grid = grid_of(text, width=width)
    except ReadError:
        return
    heading = [] if grid.heading is None else [grid.heading]
    kept = "".join(chain.from_iterable(line.cells for line in (*grid.caption, *heading, *grid.lines, *grid.notes)))
    again = grid.heading is not None and text.count(max(grid.heading.cells, key=len)) > 1
    for sign in "aE5":
        assert kept.count(sign) == text.count(sign) or (again and kept.count(sign) < text.count(sign))


def test_rows_of_html_without_a_table() -> None:
    """Rows and cells cut out of a page are a table."""
    assert cells(grid_of("<tr><td>EU<td>5</tr><td>Stat<td>6")) == [("EU", "5"), ("Stat", "6")]


@pytest.mark.parametrize(
    ("text", "width", "wrong"),
    [
        ("a;5\n" * 500_001, None, "table: has 2000004 characters, and 2000000 is the most"),
        ("EU 5\nStat 6\n", None, "table: has no line with two columns (found 'EU 5')"),
        ("\u00ad\n", None, "table: is empty"),
        ("| a |\n|---|\n| b |\n", None, "table: has no line with two columns"),
        ("<table><tr><td>a", None, "table: has no rows (read as: a table in HTML)"),
        ("a | kr\n", None, "table: has no rows (read as: cells parted by bars)"),
        ("| a | kr |\n|--|--|\n| b | 5 |\n\n" * 2, None, "table: holds 2 tables (read as: a table in Markdown)"),
        ("<table><tr><td>a<td>5</table>" * 3, None, "table: holds 3 tables (read as: a table in HTML)"),
        ("a;kr\nb;5\nTabell 2\na;kr\nb;5\n", None, "table: holds 2 tables (read as: cells parted by semicolons)"),
        ("a|" * 201 + "\nb|5\n", None, "table: has 201 columns, and 200 is the most (read as: cells parted by bars)"),
        ("a;" * 201 + "b\n" + "b;" * 250 + "5\n", None, "table: has 202 columns, and 200 is the most"),
        ("a\nkr\nb\n", 2, "table: has 3 lines, which are not rows of 2 cells"),
        ("Tabell 1\n", 2, "table: has 0 lines, which are not rows of 2 cells"),
    ],
)
def test_what_is_refused_and_why(text: str, width: int | None, wrong: str) -> None:
    """A refusal names the form that was seen."""
    with pytest.raises(ReadError) as caught:
        grid_of(text, width=width)
    assert str(caught.value).startswith(wrong)


def test_options_that_mean_nothing() -> None:
    """A width is a number of columns."""
    for wrong in (1, 201):
        with pytest.raises(InvalidValue, match="is no number of columns"):
            grid_of("a;b", width=wrong)
    for other in (True, "2"):
        with pytest.raises(TypeError, match="width must be int"):
            grid_of("a;b", width=other)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="text must be str"):
        grid_of(b"a;b")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;kr\nEU;5\nStat;6\n", True),
        ("EU-stöd: 5 kr\nStat: 6 kr\n", True),
        ("EU   5 kr\nStat   6 kr\n", True),
        ("I projektet deltar 5 kommuner, 3 regioner\noch 4 skolor, som får 5 mkr\n", False),
        ("a;kr\nEU;5\n", True),
        ("a,kr\nEU,5\n", False),
        ("Dnr: 2024/5\nNamn: A\n", False),
        ("text", False),
        ("1;2\n3;4\n5;6\n", False),
    ],
)
def test_what_looks_like_a_table(text: str, expected: bool) -> None:
    """Rows with a label and a figure make a table of a text; prose and facts do not."""
    assert (table_in(text) is not None) is expected


@pytest.mark.parametrize(
    "text",
    [
        *(mark * 10_000 for mark in ("\t", " ", "|", ";", "\n", ".", "[", "[](", "&#", "\xa0", '"', '";\n', "1  ")),
        *(tag * 3_000 for tag in ("<", "<a", '<a "', "<!--", "<script>", "<table>", "<td>", "<sup>1", "<td><table>")),
        "<" + "a" * 200_000,
        "<table><tr>" + "<td rowspan=999999999 colspan=999999999>5" * 500 + "<tr><td>" * 5_000,
        "a;" * 20_000 + "\n" + "b;5\n",
        "x" * 200_000 + ";kr\n" + "y" * 200_000 + ";5\n",
        "Tabell 1\n" * 5_000 + "a;kr\nb;5\n",
    ],
)
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    """A text made to keep a reader busy is read or refused in the time of another of its length."""
    started = time.process_time()
    table_in(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "project", [project for project in PROJECTS if project.budget], ids=lambda project: project.name
)
def test_the_tables_that_the_library_prints_have_their_columns(project: Project, language: str) -> None:
    """Every row of a printed financing table has the four cells of its heading, and its figures in the last two."""
    grid = grid_of(financing_table(project, language))
    assert grid.heading is not None
    assert {len(line.cells) for line in grid.lines} == {len(grid.heading.cells)} == {4}
    assert all(line.cells[2] and not is_figure(line.cells[1]) for line in grid.lines)
