"""Lists in text: delimiters and quotation marks are found, every row comes whole or with a problem."""

from __future__ import annotations

import csv
import gc
import io
import os
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import ReadError
from esfmodel.formats.lists import text_rows
from esfmodel.formats.lists._delimited import looks_delimited, open_delimited, open_delimited_text
from esfmodel.formats.lists.mapping import FileMapping, Mapping
from esfmodel.values.files import Spool

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from esfmodel.formats.cells.grid import Cell, Source

HEADINGS = ("Projekt", "Start", "Belopp")


def opened(text: str, **file: str) -> Source:
    """Return the list that a text is, read with a mapping of the file."""
    return open_delimited(text.encode(), Mapping(file=FileMapping(**file)), name="lista.csv")  # type: ignore[arg-type]


def cells(source: Source) -> list[tuple[Cell, ...]]:
    """Return the cells of the rows, each of which is whole."""
    rows = list(source.sheets[0].rows())
    assert [row.problem for row in rows if row.problem] == []
    return [row.cells for row in rows]


def told(source: Source) -> list[tuple[int, int | None, str | None]]:
    """Return number, line and the code of the problem of each row."""
    return [(row.number, row.line, row.problem.code if row.problem else None) for row in source.sheets[0].rows()]


def refusal(read: Callable[[], object]) -> str:
    """Return the code of the error with which reading ends."""
    with pytest.raises(ReadError) as caught:
        read()
    return caught.value.code


# --- What is written by a program that keeps to the rules

WORDS = st.lists(
    st.sampled_from(["Rum", "för", "Nils ”Nisse” Ek", "50 %", "1,5", "a;b", "x|y", "1\t2", 'sa "ja"', "rad\nrad"])
)
CELLS = WORDS.map(" ".join)


@given(
    rows=st.integers(3, 6).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=8)),
    delimiter=st.sampled_from([";", ",", "\t", "|"]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_what_csv_writes_is_read(rows: list[tuple[str, ...]], delimiter: str, end: str, encoding: str) -> None:
    """Rows that keep to the rules of CSV come back exactly; empty ones are left out, and counted."""
    written = io.StringIO()
    heading = [f"Rubrik {letter}" for letter in "ABCDEF"[: len(rows[0])]]
    csv.writer(written, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([heading, *rows])
    source = open_delimited(written.getvalue().encode(encoding), name="lista.csv")
    wanted = [(1, tuple(heading)), *((number, row) for number, row in enumerate(rows, 2) if any(map(str.strip, row)))]
    found = [(row.number, row.cells) for row in source.sheets[0].rows() if row.problem is None]
    unread = {row.number for row in source.sheets[0].rows() if row.problem is not None}
    assert found == [row for row in wanted if row[0] not in unread]


@given(st.text(st.sampled_from('a1;,\t|" \n\r\0\x1a\ud800å'.replace("\ud800", "")), max_size=60))
def test_every_line_is_read_or_told(text: str) -> None:
    """Whatever stands in a text, each line with a word is in a row, and rows stand in their order."""
    try:
        rows = list(opened(text).sheets[0].rows())
    except ReadError:
        return
    for letter in "a1å":
        given_there = text.split("\n", 1)[-1] if text.lower().startswith("sep=") else text
        assert sum(str(cell).count(letter) for row in rows for cell in row.cells) == given_there.count(letter)
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))


# --- Delimiters


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Projekt;Belopp, kr;EU-stöd, kr\nRum;1,50;2,50\nHus;3,50;4,50\n", "semicolons"),
        ("Projekt\tStart\tBelopp\nRum, stort\t2024\t1,5\n", "tabs"),
        ("Projekt|Start|Belopp\nRum|2024|1,5\n", "bars"),
        ("Projekt,Start,Belopp;\nRum,2024,5;\nHus,2024,6,,;\n", "commas"),
        ("sep=^\nProjekt^Start\nRum^2024\n", "'^'"),
        ("Projekt;Start;Belopp\n", "semicolons"),
    ],
)
def test_the_delimiter_is_the_one_that_parts_all_rows(text: str, form: str) -> None:
    """Commas within figures, and a mark that ends every line, part no cells."""
    source = opened(text)
    assert source.form == f"{form}, UTF-8"
    assert len(cells(source)[0]) in {2, 3}


def test_titles_and_notes_have_no_say() -> None:
    """More lines of prose than rows stand around the table, which is parted as it is; blank lines are counted."""
    titles = "\n" * 1_100 + "Insatser, stöd, belopp\nHösten 2024\n" * 4
    source = opened(f"{titles}Projekt;Start;Belopp\nRum;2024;5\n\nKälla: x, y, z\n\nUppdaterad 2024\n")
    assert source.form == "semicolons, UTF-8"
    assert [row for row in cells(source) if len(row) > 1] == [HEADINGS, ("Rum", "2024", "5")]
    assert told(source)[0] == (1_101, 1_101, None)


def test_headings_that_are_known_decide() -> None:
    """Where two marks part the rows as evenly, the known headings tell."""
    data = b"Projekt;Start,Projekt;Slut\nRum;1,Hus;2\n"
    assert open_delimited(data, name="x").form == "semicolons, UTF-8"
    assert open_delimited(data, name="x", knows=lambda heading: heading == "Slut").form == "semicolons, UTF-8"
    assert open_delimited(data, name="x", knows=lambda heading: heading == "Projekt;Start").form == "commas, UTF-8"


def test_a_stated_delimiter_is_used() -> None:
    """A mapping states what cannot be found; a delimiter that the file lacks is an error."""
    assert cells(opened("Projekt^Start\nRum; x^2024\n", delimiter="^")) == [("Projekt", "Start"), ("Rum; x", "2024")]
    assert cells(opened('A B\n"1 2" 3\n', delimiter=" ")) == [("A", "B"), ("1 2", "3")]
    assert refusal(lambda: opened("Projekt^Start\n", delimiter=";")) == "list.no_delimiter"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file.empty"),
        (" \n;;\n", "file.empty"),
        ("Projekt\nRum\n", "list.no_delimiter"),
        ("sep=;\n", "list.no_delimiter"),
    ],
)
def test_what_has_no_columns_is_refused(text: str, code: str) -> None:
    """A text without a row, or with one column, is no list."""
    assert refusal(lambda: opened(text)) == code


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_end_as_in_any_system(end: str) -> None:
    """Line ends of all systems part rows, and are no part of their cells."""
    source = opened(end.join([";".join(HEADINGS), "Rum;2024;5", ""]))
    assert cells(source) == [HEADINGS, ("Rum", "2024", "5")]


# --- Quotation marks


def test_a_cell_that_only_starts_with_a_mark_swallows_no_row() -> None:
    """In text whose cells are not enclosed, a quotation mark is a character like others."""
    source = opened('Projekt\tStart\tBelopp\n"Rum\t2024\t5\nHus\t2024\t6\nNorr"\t2024\t7\nVilla\t2024\t8\n')
    assert [row[0] for row in cells(source)] == ["Projekt", '"Rum', "Hus", 'Norr"', "Villa"]
    source = opened('Projekt\tStart\tBelopp\n"Rum\t2024\t5\n"Hus\t2024\t6\nVilla\t2024\t8\n')
    assert [row[0] for row in cells(source)] == ["Projekt", '"Rum', '"Hus', "Villa"]


def test_an_unbalanced_mark_is_a_problem_of_its_row() -> None:
    """Where marks enclose cells, one without its pair is told with its text, and the next row is read."""
    source = opened('Projekt;Start;Belopp\n"Rum; tak";2024;5\n"Hus;2024;6\nVilla;2024;7\n"Skola; ny";2024;8\n')
    assert told(source) == [(1, 1, None), (2, 2, None), (3, 3, "list.quotation_marks"), (4, 4, None), (5, 5, None)]
    assert list(source.sheets[0].rows())[2].cells == ('"Hus;2024;6',)


@pytest.mark.parametrize("row", ['"Hus;2024;6', 'Hus;2024;"6'])
def test_one_unbalanced_mark_is_told_too(row: str) -> None:
    """A mark without its pair may have swallowed what follows it, also where it is the only one of the text."""
    assert [code for _, _, code in told(opened(f"Projekt;Start;Belopp\n{row}\nVilla;2024;7\n"))] == [
        None,
        "list.quotation_marks",
        None,
    ]


def test_a_cell_of_several_lines_keeps_the_line_numbers() -> None:
    """Line ends within a cell stay, and the rows below it have the lines that an editor shows."""
    source = opened('Projekt;Start;Belopp\r\n"Rum\r\nTak";2024;5\r\n\r\nHus;2024;6\r\n')
    assert [row.cells[0] for row in source.sheets[0].rows()] == ["Projekt", "Rum\r\nTak", "Hus"]
    assert told(source) == [(1, 1, None), (2, 2, None), (4, 5, None)]


@pytest.mark.parametrize("cell", ['"Rum" i Norr', 'Nils "Nisse" Ek', '"A" och "B"', '19" skärm'])
def test_marks_within_a_text_stay(cell: str) -> None:
    """Marks that do not enclose a whole cell are part of its text."""
    assert cells(opened(f"Projekt;Start;Belopp\n{cell};2024;5\n"))[1] == (cell, "2024", "5")


def test_spaces_around_a_quoted_cell_are_no_part_of_it() -> None:
    """A space behind the delimiter does not make the mark a part of the text."""
    assert cells(opened('Projekt, Start, Belopp\nRum, "2024, maj" , 5\n'))[1] == ("Rum", "2024, maj", " 5")


@pytest.mark.parametrize(
    "row",
    [
        '"Rum; tak" x;2024;5',  # text behind the mark, and a delimiter between
        '"Rum;2024";5',  # enclosed it is a cell too few, by itself it is right
        '"Rum;2024;1\n5";6;7;8',  # a row would be enclosed, and the cells are too many
        'tak";2024;5',  # the end of a cell that began nowhere
    ],
)
def test_marks_that_can_be_read_in_two_ways_are_told(row: str) -> None:
    """Where the width of the other rows does not tell what the marks mean, the row is a problem."""
    text = f'Projekt;Start;Belopp\n"Hus; kök";2024;1\nVilla;2024;1\n{row}\n'
    assert [code for _, _, code in told(opened(text))][3] == "list.quotation_marks"


def test_a_title_in_marks_is_no_problem() -> None:
    """A row of one cell above the headings is whole, of whatever lines."""
    source = opened('"Lista över insatser\n2024, maj"\nProjekt;Start;Belopp\nRum;2024;5\nHus;2024;6\n')
    assert told(source)[1] == (2, 3, None)
    assert cells(source)[0] == ("Lista över insatser\n2024, maj",)


def test_a_cell_whose_lines_look_like_rows_is_told() -> None:
    """Marks that enclose cells may have lost one: what they then enclose is no text of a cell in silence."""
    source = opened('P,S,B\n"Hus, kök",2024,1\nRum,2024,"5\nVilla,2024,6\nNorr",2024,7\nTak,1,2\n')
    assert [code for _, _, code in told(source)] == [None, None, "list.quotation_marks", None]


def test_whole_rows_in_marks_are_unwrapped_and_told() -> None:
    """Rows that a program took for one cell each are read as the rows they are."""
    source = opened('"Projekt,Start,Belopp"\n"""Rum, tak"",2024,5"\nHus,2024,6\n"Källa, x"\n')
    assert [row.cells for row in source.sheets[0].rows()][:3] == [
        HEADINGS,
        ("Rum, tak", "2024", "5"),
        ("Hus", "2024", "6"),
    ]
    assert [row.cells for row in source.sheets[0].rows()][3] == ("Källa, x",)
    assert [problem.code for problem in source.problems] == ["list.rows_in_quotes"]
    assert source.form == "commas, UTF-8, whole rows in quotation marks"


def test_the_mapping_states_the_mark() -> None:
    """Another mark, or none, encloses cells where the mapping says so."""
    assert cells(opened("A;B\n'x;y';2\n", quote="'"))[1] == ("x;y", "2")
    assert cells(opened('A;B\n"x";2\n', quote=""))[1] == ('"x"', "2")


# --- What is no text, and what is too much


def test_rows_that_hold_no_text_are_told() -> None:
    """NUL and bytes of no character are problems of their rows, and shown."""
    source = open_delimited(b"A;B\nx;\0\n\xe5;2\ny;3\n" + "ö;4\n".encode() * 2, name="lista.csv")
    assert [code for _, _, code in told(source)] == [None, "list.nul", "list.undecodable", None, None, None]
    assert list(source.sheets[0].rows())[2].cells == ("\\xe5;2",)


def test_characters_that_do_not_print_are_told_once() -> None:
    """Control characters stay in their cells, and one problem counts them."""
    source = opened("Projekt;Belopp\nRum;\x02\nHus;\x03\nVilla;2\n\x1a\n")
    assert [row[1] for row in cells(source)] == ["Belopp", "\x02", "\x03", "2"]
    assert [(problem.code, problem.line, problem.params["count"]) for problem in source.problems] == [
        ("list.control_characters", 2, 3)
    ]


def test_a_line_without_end_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line longer than a row may be only the beginning is kept; the next is read."""
    monkeypatch.setattr(text_rows, "LONGEST_LINE", 40)
    texts = ["A;B\nx;", "y" * 30, "y" * 30, "y" * 60, "\n1;2\n", "z" * 50, "\n3;4\n"]
    lines = list(text_rows.lines_in(texts, "\n"))
    assert [(line.number, line.text[:3], line.is_cut) for line in lines] == [
        (1, "A;B", False),
        (2, "x;y", True),
        (3, "1;2", False),
        (4, "zzz", True),
        (5, "3;4", False),
    ]
    rows = text_rows.rows_in(lines, text_rows.Dialect(";", width=2), "UTF-8")
    assert [row.problem and row.problem.code for row in rows] == [
        None, "list.line_too_long", None, "list.line_too_long", None,
    ]  # fmt: skip


def test_a_cell_over_too_much_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark without its pair is looked for in so many lines and characters, and a line that is cut has none."""
    dialect = text_rows.Dialect(";", width=2, encloses=True)
    for texts in (
        ['"a;b\n'] + ["c;d\n"] * 200,
        ['"a;b\n', "c" * 50, "c;" * 20, "\nc;d"],
        ['"a;b\n', "c" * 30 + "\n"] * 3,
    ):
        monkeypatch.setattr(text_rows, "LONGEST_LINE", 60 if len(texts) < 9 else 10_000)
        first, second, *_ = text_rows.rows_in(text_rows.lines_in(texts, "\n"), dialect, "UTF-8")
        assert first.problem is not None
        assert first.cells == ('"a;b',)
        assert second.line == 2


def test_lines_may_be_looked_at_again() -> None:
    """Lines that were looked at come once, in their order, however often they are looked at."""
    lines = text_rows.Lines(text_rows.lines_in(["1\n2\n3\n"], "\n"))
    assert [line.text for line in lines.ahead()] == [line.text for line in lines.ahead()] == ["1", "2", "3"]
    assert next(lines).text == "1"
    assert [line.text for line in lines.ahead()] == [line.text for line in lines] == ["2", "3"]


def test_the_first_line_may_not_be_endless() -> None:
    """A file that is one line has no heading, and is refused."""
    assert refusal(lambda: open_delimited(b"x;" * 600_000, name="lista.csv")) == "list.line_too_long"


def test_a_row_has_so_many_cells_at_most() -> None:
    """The empty columns of a spreadsheet are no cells; so many stated ones are no row."""
    empty, many = ";" * 16_000, ";x" * 1_000
    source = opened(f"A;B{empty}\n1;2{empty}\n1{many}\n")
    assert [(len(row.cells), row.problem and row.problem.code) for row in source.sheets[0].rows()] == [
        (2, None),
        (2, None),
        (1, "list.too_many_cells"),
    ]


def test_a_long_list_is_judged_by_its_first_lines() -> None:
    """What stands below the lines that are looked at does not change how the text is parted."""
    source = opened("A;B\n" + f"{'x' * 1_100};2\n" * 1_100)
    assert len(cells(source)) == 1_101


# --- Encodings


def test_an_encoding_in_which_no_heading_is_known_is_refused() -> None:
    """Letters that may be others are read where a heading proves them, told where one is known, refused elsewhere."""
    data = "Projekt;Støtte\nKøge;1\n".encode("cp1252")
    assert [problem.code for problem in open_delimited(data, name="x").problems] == ["list.encoding_assumed"]
    known = open_delimited(data, name="x", knows=lambda heading: heading == "Projekt")
    assert [problem.code for problem in known.problems] == ["list.encoding_assumed"]
    proved = open_delimited(data, name="x", knows=lambda heading: heading == "Støtte")
    assert (proved.form, proved.problems) == ("semicolons, cp1252", ())
    assert refusal(lambda: open_delimited(data, name="x", knows=lambda _: False)) == "list.unknown_encoding"


def test_a_likelier_encoding_is_refused_until_stated() -> None:
    """Names that would be wrong in silence are not read, though English headings are known."""
    data = "Operation name;Beneficiary\nRozwój umiejętności;Łódź\n".encode("cp1250")
    with pytest.raises(ReadError) as caught:
        open_delimited(data, name="x", knows=lambda heading: heading == "Beneficiary")
    assert "cp1250" in str(caught.value.params["candidates"])
    stated = open_delimited(data, Mapping(file=FileMapping(encoding="cp1250")), name="x")
    assert cells(stated)[1] == ("Rozwój umiejętności", "Łódź")


# --- Sources


def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    """The rows of a file can be gone through twice, and it goes by its path."""
    path = tmp_path / "lista.csv"
    path.write_bytes(b"A;B\n1;2\n")
    source = open_delimited(path)
    assert source.name == str(path)
    assert cells(source) == cells(source) == [("A", "B"), ("1", "2")]
    assert refusal(lambda: open_delimited(tmp_path)) == "file.directory"
    assert refusal(lambda: open_delimited(tmp_path / "x")) == "file.missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are those of POSIX")
def test_a_pipe_is_kept_for_the_second_time(tmp_path: Path) -> None:
    """What can be read once is kept in a file that goes with the source."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"A;B\n1;2\n",))
    writer.start()
    source = open_delimited(path)
    writer.join()
    assert cells(source) == cells(source) == [("A", "B"), ("1", "2")]


def test_a_stream_is_kept_for_the_second_time() -> None:
    """What a stream held is a source as a file is, and is called what the caller says."""
    spool = Spool(io.BytesIO(b"A;B\n1;2\n"), "standard input", 100)
    place = spool.path
    source = open_delimited(spool, name="standard input")
    del spool
    gc.collect()
    assert cells(source) == cells(source) == [("A", "B"), ("1", "2")]
    assert source.name == "standard input"
    del source
    gc.collect()
    assert not os.path.exists(place)


def test_a_text_has_no_encoding() -> None:
    """A text that is read already is not decoded anew, whatever the mapping states."""
    mapping = Mapping(file=FileMapping(encoding="cp1250"))
    source = open_delimited_text("Område;B\nå;2\n", mapping)
    assert (source.name, cells(source)[1]) == ("text", ("å", "2"))


# --- Is it a list?


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("Projekt;Start;Belopp\nRum;2024;5\n", True),
        ("Projekt\tStart\tBelopp\rRum\t2024\t5\r", True),
        ("Projekt,Start,Belopp\nRum,2024,5\nHus,2024,6\n", True),
        ("sep=^\nProjekt^Start^Belopp\nRum^2024^5\n", True),
        ("Projekt;Start;Belopp\n", False),
        ("Diarienummer;23-040-S06\nProjektnamn;Rum\n", False),
        ("Vi bygger, målar, städar\noch lagar, sågar, borrar\n", False),
        ("| Projekt | Start | Belopp |\n| --- | --- | --- |\n| Rum | 2024 | 5 |\n", False),
        ("Projekt: Rum\nStart: 2024\n", False),
        ("", False),
        ("\n\n", False),
    ],
)
def test_a_list_looks_like_one(text: str, is_list: bool) -> None:
    """Rows of three cells or more are a list; labels with values, sentences and tables of Markdown are none."""
    assert looks_delimited(text) is is_list
