"""Lists as frames: whatever `read` reads in a list, `from_list` has in a frame, with the same problems and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from esfmodel import EsfModelError, InvalidValue, read
from esfmodel.formats.catalogue import LISTS
from esfmodel.frames import _list_parts, _list_rows, from_list, to_frame
from esfmodel.testing import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


def check(path: Path, **options: Any) -> pl.DataFrame:
    """Check that a list is the same as a frame as it is as objects, or refused with the same error; return it."""
    try:
        reading = read(path, **options)
        expected = to_frame(reading.projects)
    except EsfModelError as error:
        with pytest.raises(type(error)) as refused:
            from_list(path, **options)
        assert str(refused.value) == str(error)
        return pl.DataFrame()
    if reading.format not in LISTS:
        with pytest.raises(InvalidValue) as refused:
            from_list(path, **options)
        assert refused.value.code == "frame.no_list"
        return expected
    found = from_list(path, **options)
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
def test_lists_as_authorities_publish_them(folder: Path, table: Any) -> None:
    """A list of the testing kit is the same in both."""
    check(written(folder, table.text))


HEADINGS = "Diarienummer;Projektnamn;Stödmottagare;Organisationsnummer;Land;Fond;Start;Slut;Total kostnad;EU-stöd (SEK);Andel;Anm"
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
    _NUMBER, _WORD, _OWNER, st.sampled_from(["", "212000-0639", "2120000639", "xyz"]), st.sampled_from(["SE", "", "Sverige", "FI"]),
    st.sampled_from(["ESF+", "ERUF", "", "vet ej", "Jordbruksfonden"]), _DAY, _DAY, _AMOUNT, _AMOUNT,
    st.sampled_from(["40 %", "50%", "", "0,4", "40", "150"]), st.sampled_from(["", "anm", "5"]),
).map(";".join)  # fmt: skip
_ODD = st.sampled_from(
    ["", HEADINGS, "Summa;;;;;;;;950 000;5;;", "Källa: besluten", ";;;;;;;;;;;", "a;b", f"{'1;' * 14}", '"Rum; tak";b;c', '1;"a ""b"" c";;;;;;;;;;', 'x"y;"z']
)  # fmt: skip


@given(
    st.lists(st.one_of(_ROWS, _ROWS, _ROWS, _ODD), max_size=14),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_lists_with_all_that_goes_wrong(folder: Path, rows: list[str], encoding: str) -> None:
    """Whatever the rows, a list is the same in both: values, problems, counts and what is refused."""
    check(written(folder, "\n".join([HEADINGS, *rows]), encoding))
