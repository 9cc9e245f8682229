"""Lists as frames: whatever `read` reads in a list, `from_list` has in a frame, with the same problems and counts."""

from __future__ import annotations

import datetime as dt
import gc
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

import polars as pl
import polars.selectors as cs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from esfmodel import EsfModelError, InvalidValue, Money, ReadError, Reading, Rounding, read, write
from esfmodel.formats.catalogue import LISTS
from esfmodel.formats.cells.grid import Row
from esfmodel.formats.lists.columns import Columns
from esfmodel.frames import _list_budget, _list_parts, _list_rows, from_list, to_frame
from esfmodel.frames._list_alike import shape_of
from esfmodel.frames._list_cells import Maker, Outcome, Texts, columns_of, see
from esfmodel.testing import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from esfmodel.testing import WrittenText


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for the lists of this module."""
    return tmp_path_factory.mktemp("lists")


@pytest.fixture(autouse=True)
def _few_rows_at_a_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(_list_rows, "ROWS", 5)
        patch.setattr(_list_parts, "MOST_IN_MEMORY", 6)
        yield


def check(path: Path, mapping: str | None = None, named: str | None = None) -> pl.DataFrame:
    """Check that a list is the same as a frame as it is as objects, or refused with the same error; return it."""
    try:
        reading = read(path, named, mapping=mapping)
    except EsfModelError as refusal:
        code, told = refusal.code, str(refusal)
    else:
        return _is_same(path, reading, mapping, named)
    with pytest.raises(EsfModelError) as refused:
        from_list(path, named, mapping=mapping)
    assert (refused.value.code, str(refused.value)) == (code, told)
    return pl.DataFrame()


def _is_same(path: Path, reading: Reading, mapping: str | None, named: str | None) -> pl.DataFrame:
    expected = to_frame(reading.projects)
    if reading.format not in LISTS:
        with pytest.raises(InvalidValue) as refused:
            from_list(path, named, mapping=mapping)
        assert refused.value.code == "frame.no_list"
        return expected
    found = from_list(path, named, mapping=mapping)
    assert_frame_equal(found.collect(), expected)
    assert found.problems == reading.problems
    assert found.counts == reading.counts
    assert (found.format, found.form) == (
        None if reading.format == "list_of_operations" else reading.format,
        reading.form,
    )
    return expected


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Return the path of a list with this text."""
    path = folder / "lista.csv"
    path.write_bytes(text.encode(encoding))
    return path


@given(tables())
def test_lists_as_authorities_publish_them(folder: Path, table: WrittenText) -> None:
    """A list of the testing kit is the same in both."""
    check(written(folder, table.text))


HEADINGS = (
    "Diarienummer;Projektnamn;Stödmottagare;Organisationsnummer;Land;Fond;Start;Slut;Total kostnad;EU-stöd (SEK);Andel;"
    "Anm"
)
_AMOUNT = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(0, 10**7).map(lambda number: f"{number:,}".replace(",", " ")),
    st.decimals(0, 10**6, places=2).map(lambda number: str(number).replace(".", ",")),
    st.sampled_from(
        ["", "okänd", "-", "1 000 kr", "1.234", "12.50", "många", "5 EUR", "450 000 SEK", "0", "-5", "1,234.50"]
    ),
)
_DAY = st.one_of(
    st.dates().map(str),
    st.sampled_from(
        ["", "2024-01-01", "01/02/2024", "25/04/2024", "2024-06", "2025", "igår", "9999-12-31", "1 maj 2024"]
    ),
)
_WORD = st.sampled_from(
    ["", "Gröna rum", "Ljusa vägar", "okänd", "Summa", "Totalt", " Rum  för alla ", "x", "0", "A" * 70, "'=1"]
)
_NUMBER = st.one_of(st.integers(1, 6).map(str), st.sampled_from(["", "23-067-S04", "dnr 7"]))
_OWNER = st.sampled_from(["", "Alvesta kommun", "Växjö kommun", "123", "A AB; B AB; C AB", "Mora kommun"])
_ROWS = st.tuples(
    _NUMBER,
    _WORD,
    _OWNER,
    st.sampled_from(["", "212000-0639", "2120000639", "xyz"]),
    st.sampled_from(["SE", "", "Sverige", "FI"]),
    st.sampled_from(["ESF+", "ERUF", "", "vet ej", "Jordbruksfonden"]),
    _DAY,
    _DAY,
    _AMOUNT,
    _AMOUNT,
    st.sampled_from(["40 %", "50%", "", "0,4", "40", "150"]),
    st.sampled_from(["", "anm", "5"]),
).map(";".join)
_ODD = st.sampled_from(
    [
        "",
        HEADINGS,
        "Summa;;;;;;;;950 000;5;;",
        "Källa: besluten",
        ";;;;;;;;;;;",
        "a;b",
        f"{'1;' * 14}",
        '"Rum; tak";b;c',
        '1;"a ""b"" c";;;;;;;;;;',
        'x"y;"z',
    ]
)


@given(
    st.lists(st.one_of(_ROWS, _ROWS, _ROWS, _ODD), max_size=14),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_lists_with_all_that_goes_wrong(folder: Path, rows: list[str], encoding: str) -> None:
    """Whatever the rows, a list is the same in both: values, problems, counts and what is refused."""
    check(written(folder, "\n".join([HEADINGS, *rows]), encoding))


# --- What a reader checks by hand

LIST = (
    "Diarienummer;Projektnamn;Stödmottagare;Startdatum;Slutdatum;Total kostnad (SEK);EU-stöd (SEK)\n"
    "23-067-S04;Gröna rum;Alvesta kommun;2024-01-01;2026-12-31;900 000;360 000\n"
    "23-068-S04;Ljusa vägar;Tingsryds kommun;2024-02-01;;500 000;okänd\n"
)


def test_a_list_of_two_rows(folder: Path) -> None:
    """Each row is a project; what follows from a total and the Union's part is bounded, and what is not known null."""
    found = from_list(written(folder, LIST))
    frame = found.collect()
    assert frame.select("project", "operation_id", "name", "beneficiary", "start", "end", "currency").rows() == [
        (0, "23-067-S04", "Gröna rum", "Alvesta kommun", dt.date(2024, 1, 1), dt.date(2026, 12, 31), "SEK"),
        (1, "23-068-S04", "Ljusa vägar", "Tingsryds kommun", dt.date(2024, 2, 1), None, "SEK"),
    ]
    assert frame.select(cs.starts_with("support", "own_contribution")).rows() == [
        (None, 36_000_000, 90_000_000, None, 0, 54_000_000),
        (None, None, None, None, None, None),
    ]
    assert found.problems == ()
    assert (found.counts.records, found.counts.values, found.counts.extra) == (2, 12, 1)
    assert [(column.letter, column.field) for column in found.columns][5:] == [
        ("F", "budget.total"),
        ("G", "budget.eu_support"),
    ]


def test_the_rows_of_one_operation_and_a_row_of_sums(folder: Path) -> None:
    """Rows of one operation are one row of the frame, and a row of sums at the end is none, between batches too."""
    partners = "23-069-S04;Gränslöst;{};2024-01-01;2026-12-31;10;5\n".format
    others = "".join(f"{number};Rum {number};Mora kommun;2024-01-01;2026-12-31;100;40\n" for number in range(100, 117))
    text = f"{LIST}{others}{partners('Falu kommun')}{partners('Mora kommun')}Summa;;;;;1 401 720;360 680\n"
    frame = check(written(folder, text))
    assert frame["name"].to_list()[-1] == "Gränslöst"
    assert frame.height == 20


def test_a_number_that_an_earlier_batch_has_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The numbers of the plain rows of a batch are remembered for all that follow."""
    monkeypatch.setattr(_list_rows, "ROWS", 12)
    numbers = [number if number < 148 else number - 40 for number in range(100, 160)]
    rows = "".join(f"{number};Rum {at};Mora kommun;2024-01-01;2026-12-31;100;40\n" for at, number in enumerate(numbers))
    path = written(folder, LIST + rows)
    check(path)
    again = [problem for problem in from_list(path).problems if problem.code == "list.number_again"]
    assert [problem.params["count"] for problem in again] == [12]


def test_plain_rows_are_read_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Row by row, the reader of lists takes those at the ends, and one with a day that is none, with its neighbours."""
    taken: list[int] = []
    row = _list_rows.Batch.row

    def counted(batch: _list_rows.Batch, at: int) -> Row:
        taken.append(at)
        return row(batch, at)

    monkeypatch.setattr(_list_rows, "ROWS", 100)
    monkeypatch.setattr(_list_rows.Batch, "row", counted)
    headings = (
        "Diarienummer;Projektnamn;Stödmottagare;Organisationsnummer;Land;Fond;Start;Slut;Total kostnad;EU-stöd;Valuta"
    )
    rows = [
        f"{number};Rum {number};Falu kommun;212000-2239;SE;ESF+;2024-01-01;2025-12-31;{number} 000;{number};SEK"
        for number in range(100, 140)
    ]
    rows[20] = rows[20].replace("2025-12-31", "2023-12-31")
    check(written(folder, "\n".join([headings, *rows])))
    assert sorted(set(taken)) == [0, 1, 19, 20, 21, 38, 39]


def test_cells_that_are_alike_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of twenty amounts of one form one is read, and of twenty names that state something; and every day."""
    shown: dict[str, set[str]] = {}
    outcomes = Texts.outcomes

    def counted(column: Texts, texts: Sequence[str], currencies: Sequence[str | None]) -> list[Outcome]:
        shown.setdefault(column.placed.column.heading, set()).update(texts)
        return outcomes(column, texts, currencies)

    monkeypatch.setattr(_list_rows, "ROWS", 100)
    monkeypatch.setattr(Texts, "outcomes", counted)
    rows = [f"Gröna rum {at};2024-05-{at};{at}00;{at} 000 kr" for at in range(10, 30)]
    check(written(folder, "\n".join(["Projektnamn;Start;Total kostnad (SEK);EU-stöd", *rows])))
    assert {heading: len(texts) for heading, texts in shown.items()} == {
        "Projektnamn": 1,
        "Start": 20,
        "Total kostnad (SEK)": 1,
        "EU-stöd": 1,
    }


def test_a_number_that_its_own_batch_has_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six numbers that return in one batch, one after the other, are told of in each of their rows."""
    monkeypatch.setattr(_list_rows, "ROWS", 100)
    numbers = [100, 101, 102, 103, 104, 105] * 2 + [106, 107]
    rows = "".join(f"{number};Rum {at};Mora kommun;2024-01-01;2026-12-31;100;40\n" for at, number in enumerate(numbers))
    path = written(folder, LIST + rows)
    check(path)
    again = [problem for problem in from_list(path).problems if problem.code == "list.number_again"]
    assert [problem.params["count"] for problem in again] == [6]


def test_many_problems_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem in more than a thousand rows is counted as `read` counts it."""
    monkeypatch.setattr(_list_rows, "ROWS", 500)
    monkeypatch.setattr(_list_parts, "MOST_IN_MEMORY", 1_000)
    rows = "".join(f"{number};Rum {number};123;2024-01-01;2026-12-31;100;40\n" for number in range(100, 1_300))
    check(written(folder, LIST + rows))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Projektnamn\nGröna rum\n",
        '{"format": "esfmodel/projects", "version": 2, "projects": []}',
        "Färg;Form\nröd;rund\n",
        "Projekt;Belopp;Belopp\nA;1 kr;2 kr\n",
        "Projektnamn;EU-stöd (SEK)\n",
        "Projektnamn;EU-stöd (SEK)\nGröna rum;450 000\n\0;5\n",
        '"Projektnamn";"EU-stöd (SEK)"\n"Gröna\nrum";"5"\n"A";"6"\n',
        "Projektnamn;Total kostnad;Valuta\nA;100;SEK\nB;200;EUR\nC;5;kr\nD;7;\n",
        "Projektnamn;Andel;Sammanfattning\nA;40 %;<p>R&amp;D</p>\n",
        "Projektnamn;Total kostnad (tkr);EU-stöd (tkr)\nA;100,5;50\nB;7;2,25\n",
        "Projektnamn;Total kostnad (mnkr)\nA;1000000000,05\nB;9999999999,95\nC;999999999999\nD;99999999999\n",
        "Projektnamn;Total kostnad (SEK);Statligt stöd (SEK)\nA;1;1\nB;2;\n",
        "Projektnamn;Total kostnad (JPY)\nA;100\nB;7,50\n",
        "Projektnamn;Projektperiod;EU-stöd (SEK)\nA;2024-01-01 - 2025-01-01;5\nB;2024;6\n",
        "Projektnamn;Sökt stöd (SEK);EU-stöd (SEK)\nA;5;4\nB;;7\n",
        "Projektnamn;Beslutsdatum;Valuta\nA;2024-01-01;SEK\nB;;\n",
        "Diarienummer;EU-stöd (SEK)\n23-067-S04;5\n23-068-S04;7\n",
        "Projektnamn;Anm;Anm;EU-stöd (SEK)\nA;x;x;5\nB;x;y;6\n",
        "Projektnamn;Partner;EU-stöd (SEK)\nA;Falu kommun;5\nB;;6\n",
        "Projektnamn;Planerat antal deltagare;EU-stöd (SEK)\nA;1 200;5\nB;x;6\n",
        "Project name;Project title;EU support (EUR)\nA;A;5\nB;B;6\n",
        "Projektnamn,Start,EU-stöd (SEK)\nA,2024-06,5\nB,2024-07-01,6\n",
    ],
)
def test_lists_of_every_kind(folder: Path, text: str) -> None:
    """What `read` reads is the same as a frame, and what it refuses is refused with the same error."""
    check(written(folder, text))
    check(written(folder, text), named="list_of_operations")


def test_a_byte_that_is_no_text(folder: Path) -> None:
    """A row with a byte that its encoding does not have is told, and the others are read."""
    path = folder / "lista.csv"
    path.write_bytes(LIST.encode("cp1252") + b"24;\x81rum;Mora kommun;2024-01-01;2026-12-31;100;40\n")
    check(path)


@pytest.mark.parametrize(
    "mapping",
    [
        'absent = { texts = ["Ljusa vägar"] }\n',
        '[columns.name]\nheading = "Projektnamn"\nvalues = { "gröna rum" = "Blå rum" }\n',
        '[columns."period.start"]\nheading = "Startdatum"\n[defaults]\nfund = "ESF+"\nregion = "Norr"\n',
        '[columns.name]\nheading = "Projektnamn"\n'
        '[columns.region]\nheading = "Projektnamn"\nsplit = "(?P<value>[A-Za-zö]+).*"\n',
        '[columns.name]\nheading = "Projektnamn"\n'
        '[columns.region]\nheading = "Projektnamn"\nsplit = "(?P<value>G[a-zö]+).*"\n',
        '[columns.name]\nheading = "Projektnamn"\notherwise = ["Stödmottagare"]\n',
        '[columns."budget.total"]\nheading = "Total kostnad (SEK)"\nnumbers = "12 345"\n',
        '[columns.name]\nheading = "Projektnamn"\n[rows]\nmerge_on = ["name"]\ninto = "partners"\n',
        '[columns.name]\nheading = "Projektnamn"\n[file]\nrow = ["name", "period.end"]\n',
    ],
)
def test_lists_with_a_mapping(folder: Path, mapping: str) -> None:
    """A mapping says the same of a frame as of objects."""
    check(written(folder, LIST), mapping=mapping)


def test_a_workbook(folder: Path) -> None:
    """The sheets of a workbook are read as `read` reads them."""
    path = folder / "lista.xlsx"
    write(read(written(folder, LIST)), path, "list_of_operations")
    assert check(path).height == 2


def test_a_frame_outlives_what_it_came_with(folder: Path) -> None:
    """The rows of a large list are there as long as a frame of them is, whole, in part and again."""
    rows = "".join(f"{number};Rum {number};Mora kommun;2024-01-01;2026-12-31;100;40\n" for number in range(100, 120))
    frame = from_list(written(folder, LIST + rows)).frame
    gc.collect()
    assert frame.select("name").head(3).collect()["name"].to_list() == ["Gröna rum", "Ljusa vägar", "Rum 100"]
    assert frame.filter(pl.col("total_cost_minor") == 10_000).select(pl.len()).collect().item() == 20
    assert frame.collect(engine="streaming").height == 22


# --- Parquet

TYPED = {
    "Diarienummer": ["23-067-S04", "23-068-S04", None],
    "Projektnamn": ["Gröna rum", "Ljusa\nvägar", "Språng"],
    "Startdatum": [dt.date(2024, 1, 2), None, dt.date(2024, 3, 1)],
    "Slutdatum": [dt.datetime(2026, 12, 31), None, dt.datetime(2026, 1, 1)],  # noqa: DTZ001
    "Total kostnad (SEK)": [900_000, None, 7],
    "EU-stöd (SEK)": [Decimal("1.234"), Decimal("360000.50"), None],
    "Insats av strategisk betydelse": [True, False, None],
    "Anm": [None, None, None],
}


def parquet(folder: Path, columns: dict[str, Any]) -> Path:
    """Return the path of a list in Parquet."""
    path = folder / "lista.parquet"
    pl.DataFrame(columns).write_parquet(path)
    return path


def test_typed_columns(folder: Path) -> None:
    """Numbers, days and truth values are read as they are: 1.234 is no thousands, and its third decimal is told of."""
    found = from_list(parquet(folder, TYPED))
    assert found.collect().select("name", "start", "end", "total_cost_minor", "eu_support_minor").rows() == [
        ("Gröna rum", dt.date(2024, 1, 2), dt.date(2026, 12, 31), 90_000_000, 123),
        ("Ljusa vägar", None, None, None, 36_000_050),
        ("Språng", dt.date(2024, 3, 1), dt.date(2026, 1, 1), 700, None),
    ]
    assert [(problem.code, problem.place) for problem in found.problems] == [("list.rounded", "EU-stöd (SEK)")]
    assert found.collect()["strategic_importance"].to_list() == [True, False, None]
    assert found.form == "Parquet"


@given(st.lists(_ROWS.filter(lambda row: row.count(";") == HEADINGS.count(";")), max_size=12))
@settings(max_examples=25)
def test_text_in_parquet_is_text_in_a_list(folder: Path, rows: list[str]) -> None:
    """A list in Parquet whose columns are text is the list in CSV, but for the lines."""
    cells = [row.split(";") for row in rows]
    columns = dict(zip(HEADINGS.split(";"), zip(*cells, strict=True), strict=True)) if rows else {}
    path = parquet(folder, {name: pl.Series(columns.get(name, []), dtype=pl.String) for name in HEADINGS.split(";")})
    expected = from_list(written(folder, "\n".join([HEADINGS, *rows])))
    found = from_list(path)
    assert_frame_equal(found.collect(), expected.collect())
    assert [(each.code, each.row, each.column, each.given) for each in found.problems] == [
        (each.code, each.row, each.column, each.given) for each in expected.problems
    ]


def test_floats_need_a_policy(folder: Path) -> None:
    """Floats are refused, or are the shortest decimals; NaN and infinities are no amounts."""
    values = [0.1 + 0.2, 1.234, float("nan"), float("inf"), None, 40.0]
    path = parquet(folder, {"Projektnamn": list("ABCDEF"), "EU-stöd (SEK)": values})
    with pytest.raises(InvalidValue, match="floats"):
        from_list(path)
    with pytest.raises(InvalidValue, match="not how lists are rounded"):
        from_list(path, floats=Rounding.WHOLE_HALF_UP)
    with pytest.raises(InvalidValue, match="nan"):
        from_list(path, nan="no")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    found = from_list(path, floats=Rounding.MINOR_HALF_UP)
    assert found.collect()["eu_support_minor"].to_list() == [30, 123, None, None, None, 4000]
    told = [(problem.code, problem.row, problem.given) for problem in found.problems if problem.row is not None]
    assert told == [("list.no_amount", 4, "NaN (float)"), ("list.no_amount", 5, "inf")]
    unknown = from_list(path, floats=Rounding.MINOR_HALF_UP, nan="unknown")
    assert [problem.row for problem in unknown.problems if problem.row is not None] == [5]
    empty = parquet(folder, {"Projektnamn": ["A"], "EU-stöd (SEK)": pl.Series([None], dtype=pl.Float64)})
    assert from_list(empty).problems == ()
    large = parquet(folder, {"Projektnamn": ["A"], "EU-stöd (SEK)": [1e14]})
    with pytest.raises(InvalidValue, match="too large"):
        from_list(large, floats=Rounding.MINOR_HALF_UP)
    with pytest.raises(InvalidValue, match="List"):
        from_list(parquet(folder, {"Projektnamn": ["A"], "EU-stöd (SEK)": [[1]]}))


def test_numbers_keep_their_digits(folder: Path) -> None:
    """In a column of text, a number is as it was, but for a fourth decimal after three, which are no thousands."""
    numbers = [1.25, 1.2, 1.234, 40.0]
    path = parquet(folder, {"Projektnamn": list("ABCD"), "EU-stöd (SEK)": numbers, "Region": numbers})
    frame = from_list(path, floats=Rounding.MINOR_HALF_UP).collect()
    assert frame["region"].to_list() == ["1.25", "1.2", "1.2340", "40"]
    assert frame["eu_support_minor"].to_list() == [125, 120, 123, 4000]


def test_a_day_of_another_zone(folder: Path) -> None:
    """A time in a zone is told where it is no midnight, as in a text."""
    day = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
    path = parquet(
        folder, {"Projektnamn": ["A", "B"], "Startdatum": [day, day.replace(hour=21)], "Fond": ["ESF+", "ERUF"]}
    )
    found = from_list(path)
    assert found.collect()["start"].to_list() == [dt.date(2024, 1, 2), None]
    assert [problem.code for problem in found.problems] == ["list.other_zone"]


@pytest.mark.parametrize("left", [4, 6, 100, -60, -9, -1])
def test_parquet_that_is_cut_short(folder: Path, left: int) -> None:
    """A file that was not copied to its end is refused."""
    path = parquet(folder, TYPED)
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(ReadError, match="cannot be read to its end") as told:
        from_list(path)
    assert told.value.source == str(path)


@pytest.mark.parametrize("is_frame", [True, False])
def test_parquet_with_a_broken_page(folder: Path, *, is_frame: bool) -> None:
    """A page that does not hold what it says is refused when it is reached."""
    path = parquet(folder, TYPED)
    if is_frame:
        from_list(path).collect().write_parquet(path)
    data = bytearray(path.read_bytes())
    data[4:400] = bytes(396)
    path.write_bytes(data)
    with pytest.raises(ReadError, match="cannot be read to its end") as told:
        from_list(path)
    assert told.value.source == str(path)


def test_a_frame_that_is_written_already(folder: Path) -> None:
    """A frame that `to_frame` made is taken as it is, and its types are checked."""
    frame = from_list(written(folder, LIST)).collect()
    path = folder / "frame.parquet"
    frame.write_parquet(path)
    found = from_list(path)
    assert_frame_equal(found.collect(), frame)
    assert (found.counts.projects, found.problems, found.columns) == (2, (), ())
    frame.select("name", "total_cost_minor").with_columns(pl.col("total_cost_minor").cast(pl.Int32)).write_parquet(path)
    few = from_list(path).collect()
    assert few.schema == frame.schema
    assert few.select("project", "total_cost_minor").rows() == [(0, 90_000_000), (1, 50_000_000)]
    frame.with_columns(total_cost_minor=pl.lit(0.5)).write_parquet(path)
    with pytest.raises(InvalidValue, match="Float64"):
        from_list(path)
    frame.with_columns(name=pl.lit(None, pl.String)).write_parquet(path)
    with pytest.raises(InvalidValue, match="column name \\(2\\)"):
        from_list(path)


# --- The two that are held equal


@given(st.lists(st.one_of(st.none(), st.integers(0, 10), st.integers(0, 10**18 - 1)), min_size=3, max_size=3))
def test_figures_by_expressions_are_those_of_budgets(amounts: list[int | None]) -> None:
    """A budget of a total, a support and the Union's part has the figures that the expressions give."""
    _are_those_of_the_budget(amounts)


def test_small_figures_by_expressions_are_those_of_budgets() -> None:
    """Each of the three is not stated, nothing, or one of two amounts."""
    for amounts in product((None, 0, 5, 7), repeat=3):
        _are_those_of_the_budget(amounts)


def _are_those_of_the_budget(amounts: Iterable[int | None]) -> None:
    stated = dict(zip(_list_budget.FIELDS, amounts, strict=True))
    row = pl.DataFrame(stated, schema=dict.fromkeys(stated, pl.Int64)).select(
        _list_budget.is_usual().alias("usual"), *_list_budget.figures()
    )
    values = tuple((path, Money.of_minor(minor)) for path, minor in stated.items() if minor is not None)
    made = Maker().made("budget", values)
    found = row.row(0, named=True)
    if found.pop("usual") and values:
        assert made is not None
        cells = dict(zip(columns_of("budget"), made.cells, strict=True))
        assert found == {name: cells[name] for name in found}


_SHAPED = {
    "Total kostnad (SEK)": st.one_of(
        st.integers(0, 10**12 - 1).map(str),
        st.decimals(0, 10**9, places=2, allow_nan=False).map(str),
        st.decimals(0, 10**9, places=1, allow_nan=False).map(lambda number: str(number).replace(".", ",")),
        st.integers(1000, 10**12 - 1).map(lambda number: f"{number:,}".replace(",", " ")),
        st.decimals(1000, 10**9, places=2, allow_nan=False).map(
            lambda number: f"{number:,} kr".replace(",", "\xa0").replace(".", ",")
        ),
        st.sampled_from(["100", "100,00", "0", "0,00", "99", "101", "1 000 €"]),
    ),
    "Diarienummer": st.from_regex(r"[0-9A-Z][0-9A-Za-zÅÄÖ/_. -]{0,14}", fullmatch=True),
    "Projektnamn": st.text("ab åÄ.1-\"'", max_size=40),
    "Sammanfattning": st.text("ab <p>&;1\n", max_size=80),
}


def test_texts_that_state_something_are_alike() -> None:
    """A text with a digit does, and one with more letters than all words for nothing have; or signs of any number."""
    columns = Columns.of([Row(1, 1, ("Projektnamn", "Sammanfattning"))])
    shape = shape_of(columns, columns.columns[0])
    assert shape is not None
    texts = {
        "Gröna rum 2024": True,
        "Gröna rum för alla i hela landet": True,
        "- " * 40 + "-": True,
        "Gröna rum i hela landet": False,
        "Rum 2024": False,
        "Gröna  rum 2024": False,
        "Gröna <b>rum</b> 2024": False,
    }
    shapes = pl.DataFrame({"text": [*texts]}).select(shape).to_series()
    assert shapes.is_not_null().to_list() == [*texts.values()]


@given(st.data(), st.sampled_from(sorted(_SHAPED)))
def test_cells_of_one_shape_are_of_one_kind(data: st.DataObject, heading: str) -> None:
    """Cells that are taken to be alike are alike for the reader of lists, and so is what is made of them."""
    texts = data.draw(st.lists(_SHAPED[heading], min_size=1, max_size=8))
    row = [""] * len(_SHAPED)
    at = list(_SHAPED).index(heading)
    rows = [
        Row(1, 1, tuple(_SHAPED)),
        *(Row(2 + n, 2 + n, (*row[:at], text, *row[at + 1 :])) for n, text in enumerate(texts)),
    ]
    one_by_one, together = Columns.of(rows[:1]), Columns.of(rows[:1])
    for each in rows[1:]:
        one_by_one.see(each)
    frame = pl.DataFrame(
        [(each.number, *each.cells) for each in rows[1:]], ["number", *map(str, range(len(row)))], orient="row"
    )
    see(together, frame)
    first, second = one_by_one.columns[at].reader, together.columns[at].reader
    assert first is not None
    assert second is not None
    assert second.seen == first.seen
    assert str(second.faults) == str(first.faults)
    assert together.settle() == one_by_one.settle()
