from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidData, ReadError
from esfmodel.formats import read_text
from esfmodel.formats.labels import FIELDS
from esfmodel.formats.lists.mapping import (
    LONGEST_SPLIT_CELL,
    ColumnMapping,
    FileMapping,
    Mapping,
    RateScale,
    RowsMapping,
    Zero,
    mapping_in,
    read_mapping,
)
from esfmodel.formats.toml import toml_of
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

WHOLE = """
name = "Lista från ett land"

[file]
encoding = "cp1250"
delimiter = "\\t"
quote = ""
sheet = "Projekt"
heading_row = [3, 4]
headings = "Summa"
row = "name"

[defaults]
currency = "EUR"
country = "Lettland"
fund = "Eruf"
period = "2014-2020"

[columns.name]
heading = "Projekta nosaukums*"
also = ["Nosaukums"]

[columns.budget.total]
heading = "Summa"
numbers = "12 345,67"
currency = "EUR"
unit = 1000
zero = "unknown"

[columns."published_eu_rate"]
heading = "Likme"
as = "fraction"

[columns.period]
heading = "Termiņš"
otherwise = "Plānotais termiņš"

[columns.period.start]
heading = "Sākums"
dates = ["dd.mm.yyyy", "q/yyyy"]
months = "lv"
zone = "Europe/Riga"
split = "(?P<value>[0-9.]+) - .*"

[rows]
merge_on = ["operation_id"]
into = "partners"
parted_by = ";"

[absent]
texts = ["N.a.", "-"]
"""


def test_a_mapping_is_read_whole() -> None:
    """Each key has its place; one value needs no brackets, and a field may go by the end of its path."""
    found = mapping_in(WHOLE, "lista.toml")
    assert found == Mapping(
        name="Lista från ett land",
        file=FileMapping(
            encoding="cp1250",
            delimiter="\t",
            quote="",
            sheet="Projekt",
            heading_row=(3, 4),
            headings=("Summa",),
            row=("name",),
        ),
        defaults={"currency": "EUR", "country": "Lettland", "fund": "Eruf", "programming_period": "2014-2020"},
        columns={
            "name": ColumnMapping(heading="Projekta nosaukums*", also=("Nosaukums",)),
            "budget.total": ColumnMapping(
                heading="Summa", numbers="12 345,67", currency="EUR", unit=1000, zero=Zero.UNKNOWN
            ),
            "published_eu_rate": ColumnMapping(heading="Likme", as_=RateScale.FRACTION),
            "period": ColumnMapping(heading="Termiņš", otherwise=("Plānotais termiņš",)),
            "period.start": ColumnMapping(
                heading="Sākums",
                dates=("dd.mm.yyyy", "q/yyyy"),
                months="lv",
                zone="Europe/Riga",
                split="(?P<value>[0-9.]+) - .*",
            ),
        },
        rows=RowsMapping(merge_on=("operation_id",), into="partners", parted_by=";"),
        absent=("N.a.", "-"),
    )
    assert found.headings == (
        "Projekta nosaukums*", "Nosaukums", "Summa", "Likme", "Sākums", "Termiņš", "Plānotais termiņš"
    )  # fmt: skip
    assert mapping_in("", "tom.toml") == Mapping()


@given(st.sampled_from(sorted(FIELDS.values())), st.booleans())
def test_a_field_goes_by_its_path_in_one_key_or_in_several(field: str, is_nested: bool) -> None:
    """`[columns.budget.total]` is `[columns."budget.total"]`, and its last part alone where that is enough."""
    column: dict[str, Any] = {"heading": "Rubrik"}
    keys = field.split(".") if is_nested else [field]
    for key in reversed(keys):
        column = {key: column}
    expected = {field: ColumnMapping(heading="Rubrik")}
    assert mapping_in(toml_of({"columns": column}), "a.toml").columns == expected
    ending = field.rpartition(".")[2]
    others = [each for each in FIELDS.values() if each.rpartition(".")[2] == ending and not each.startswith("partner.")]
    if others == [field]:
        assert mapping_in(f'[columns.{ending}]\nheading = "Rubrik"', "a.toml").columns == expected


WRONG = {
    "a key of another spelling": ('nam = "A"', "nam", "key.did_you_mean"),
    "a key that is none": ('[file]\nxyzzy = "A"', "file.xyzzy", "key.unknown"),
    "a table that is none": ("file = 3", "file", "value.not_keys"),
    "columns that are none": ("columns = 3", "columns", "value.not_keys"),
    "a column that is none": ('columns.name = "A"', "columns.name", "value.not_keys"),
    "a field that is none": ('[columns.xyzzy]\nheading = "A"', "columns.xyzzy", "key.unknown"),
    "a field of another spelling": ('[columns."budget.totl"]\nheading = "A"', 'columns["budget.totl"]', None),
    "a field below another": ('[columns.name.xyzzy]\nheading = "A"', "columns.name.xyzzy", "key.unknown"),
    "a column without a heading": ("[columns.name]", "columns.name.heading", "value.missing"),
    "an empty heading": ('columns.name.heading = " "', "columns.name.heading", "value.empty"),
    "a heading that is no text": ("columns.name.heading = 3", "columns.name.heading", "value.not_text"),
    "a field given twice": ('columns.total.heading="A"\ncolumns.budget.total.heading="B"', None, "value.given_twice"),
    "an encoding of bytes": ('file.encoding = "gzip"', "file.encoding", "mapping.encoding"),
    "an encoding that is none": ('file.encoding = "utf-9"', "file.encoding", "mapping.encoding"),
    "an encoding with a null": ('file.encoding = "a\\u0000"', "file.encoding", "mapping.encoding"),
    "two delimiters": ('file.delimiter = ";;"', "file.delimiter", "mapping.mark"),
    "a letter for a delimiter": ('file.delimiter = "a"', "file.delimiter", "mapping.mark"),
    "a delimiter that is a quote": ("file.delimiter = '\"'\nfile.quote = '\"'", "file.delimiter", "mapping.same_marks"),
    "rows out of order": ("file.heading_row = [4, 3]", "file.heading_row", "mapping.heading_row"),
    "row zero and another": ("file.heading_row = [0, 1]", "file.heading_row", "mapping.heading_row"),
    "a row that is no number": ('file.heading_row = ["a"]', "file.heading_row[0]", "value.not_whole"),
    "a field of rows that is none": ('file.row = ["nama"]', "file.row[0]", "value.did_you_mean"),
    "a currency that is none": ('defaults.currency = "EURO"', "defaults.currency", "currency.unknown"),
    "a default that no list shares": ('defaults.name = "A"', "defaults.name", None),
    "two programming periods": (
        'defaults.period = "2014-2020"\ndefaults.programming_period = "2021-2027"',
        "defaults.programming_period",
        "value.given_twice",
    ),
    "numbers that are not the example": ('columns.total.numbers = "1 000"', "columns.total.numbers", "mapping.numbers"),
    "one mark for two": ('columns.total.numbers = "12,345,67"', "columns.total.numbers", "mapping.numbers"),
    "a letter that is no text": ("columns.total.column = 4", "columns.total.column", "value.not_text"),
    "a column of digits": ('columns.total.column = "D7"', "columns.total.column", "mapping.column"),
    "words that are no table": ('columns.fund.values = "ERDF"', "columns.fund.values", "value.not_keys"),
    "a word that is no text": ("columns.fund.values.R = 1", "columns.fund.values.R", "value.not_text"),
    "a word that the field does not take": ('columns.fund.values.R = "Efre"', "columns.fund.values.R", None),
    "a word given twice": (
        'columns.priority.values = { A = "1", a = "2" }',
        "columns.priority.values.a",
        "value.given_twice",
    ),
    "a sign that is empty": ('columns.total.signs = ["zł", ""]', "columns.total.signs[1]", "value.empty"),
    "a pattern with an open quotation mark": (
        'columns.start.dates = "d \'de yyyy"',
        "columns.start.dates",
        "mapping.date",
    ),
    "a unit that is none": ("columns.total.unit = 7", "columns.total.unit", "mapping.unit"),
    "a unit below one": ("columns.total.unit = 0", "columns.total.unit", "mapping.unit"),
    "a scale that is none": ('columns.total.as = "promille"', "columns.total.as", "value.not_one_of"),
    "a zero that is none": ("columns.total.zero = 0", "columns.total.zero", "value.not_text"),
    "a day without a month": ('columns.start.dates = "dd yyyy"', "columns.start.dates", "mapping.date"),
    "a pattern with other letters": ('columns.start.dates = ["dd.mm.åååå"]', "columns.start.dates[0]", "mapping.date"),
    "a pattern without end": (f'columns.start.dates = "yyyy{" " * 99}"', "columns.start.dates", "mapping.date"),
    "a language that is none": ('columns.start.months = "xx"', "columns.start.months", "mapping.months"),
    "a zone that is none": ('columns.start.zone = "Europe/Kiruna"', "columns.start.zone", "mapping.zone"),
    "a folder of zones": ('columns.start.zone = "Europe"', "columns.start.zone", "mapping.zone"),
    "a place outside the zones": ('columns.start.zone = "../etc/passwd"', "columns.start.zone", "mapping.zone"),
    "another place for differences": ('rows.into = "projects"', "rows.into", "mapping.into"),
    "a merge on no field": ('rows.merge_on = "nummret"', "rows.merge_on", None),
    "a field to fill that is none": ('rows.filled = ["name", "xyz"]', "rows.filled[1]", "value.not_one_of"),
    "an empty text for nothing": ('absent.texts = ["", "-"]', "absent.texts[0]", "value.empty"),
}


@pytest.mark.parametrize("case", WRONG)
def test_each_fault_is_told_with_its_place_and_line(case: str) -> None:
    """A mapping is refused as a whole, and every fault is a problem of its own, in each language."""
    text, place, code = WRONG[case]
    with pytest.raises(InvalidData) as refused:
        mapping_in(text, "lista.toml")
    assert refused.value.source == "lista.toml"
    problems = {problem.place: problem for problem in refused.value.problems}
    found = next(iter(problems.values())) if place is None else problems[place]
    assert code is None or found.code == code
    assert found.line is not None
    assert all(found.place in found.text(language) for language in LANGUAGES if "." in found.place)


def test_all_faults_are_told_at_once() -> None:
    """Who mends a mapping sees everything that is wrong with it."""
    with pytest.raises(InvalidData) as refused:
        mapping_in('nam = "A"\n[file]\nencoding = "x"\n[rows]\ninto = "x"\n', "lista.toml")
    assert [(problem.place, problem.line) for problem in refused.value.problems] == [
        ("nam", 1),
        ("file.encoding", 3),
        ("rows.into", 5),
    ]


def test_a_column_goes_by_its_heading_or_its_letter() -> None:
    """A list without headings has letters; `headings` are those that are named, in other years and columns too."""
    mapping = mapping_in(
        """
        file.heading_row = 0
        [columns.name]
        column = "b"
        [columns.total]
        heading = "Summe"
        also = "Gesamt"
        otherwise = ["Antrag"]
        signs = "zł"
        [columns.fund]
        column = "C"
        values = { "E F R E" = "ERDF" }
        [columns.strategic_importance]
        heading = "Wichtig"
        values = { nein = "nej" }
        """,
        "liste.toml",
    )
    assert mapping.file.heading_row == (0,)
    assert mapping.columns["name"].column == "B"
    assert mapping.headings == ("Summe", "Gesamt", "Antrag", "Wichtig")
    assert mapping.columns["budget.total"].signs == ("zł",)
    assert dict(mapping.columns["fund"].values) == {"e f r e": "ERDF"}


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    """The text may be anything."""
    with pytest.raises(ReadError) as refused:
        mapping_in("[columns\n", "lista.toml")
    assert (refused.value.source, refused.value.line) == ("lista.toml", 1)


def test_a_mapping_is_read_from_its_file(tmp_path: Path) -> None:
    """A mapping is given by the path of its file, as what was read of it, or as its text."""
    path = tmp_path / "lista.toml"
    path.write_text('[columns.name]\nheading = "Vorhaben"\n', "utf-8")
    assert repr(read_mapping(path)) == "Mapping(columns={'name': ColumnMapping(heading='Vorhaben')})"
    for mapping in (path, str(path), read_mapping(path), path.read_text("utf-8")):
        assert read_text("Vorhaben;Ort\nWerkstatt;Köln\n", mapping=mapping).one().name == "Werkstatt"
    with pytest.raises(InvalidData) as refused:
        read_text("Vorhaben;Ort\nWerkstatt;Köln\n", mapping="[columns.nam]\nheading = 'Vorhaben'\n")
    assert (refused.value.source, refused.value.problems[0].line) == ("mapping", 1)
    unfit: tuple[Any, ...] = (b"lista.toml", {"columns": {}}, 3)
    for mapping in unfit:
        with pytest.raises(TypeError, match=r"mapping must be str or os\.PathLike, not"):
            read_text("Vorhaben;Ort\nWerkstatt;Köln\n", mapping=mapping)


# --- Patterns that split cells

GOOD = {
    r"(?P<value>[0-9 ]+) kr.*": "12 000 kr för 2019",
    r"(?P<value>\d{2}\.\d{2}\.\d{4}) ?- ?\d{2}\.\d{2}\.\d{4}": "01.02.2020 - 31.12.2021",
    r".*?\((?P<value>[^)]+)\)": "Umeå (SE331)",
    r"(?:SE|FI)(?P<value>[0-9]{1,3})?": "SE33",
}
BAD = [
    "(?P<value>(a+)+)b",
    "(?P<value>a*)*b",
    "(?P<value>.*.*.*.*)x",
    f"{'a?' * 18}(?P<value>{'a' * 18}b)",
    f"{'(?:a|a)' * 18}(?P<value>b)",
    "a*a*(?:b|c|d|e|f|g)(?P<value>h)",
    "(?P<value>a){9}",
    "(?P<value>a)+",
    r"(?P<value>a)\1",
    "(?=a)(?P<value>a)",
    "(?P<value>a",
    "(?P<other>a)",
    "(a)",
    "(?P<value>[[a]])",
    "(?P<value>a??)?",
    "(?P<value>a{3,1})",
    f"(?P<value>{'a' * 200})",
]


@pytest.mark.parametrize("pattern", GOOD)
def test_a_pattern_may_split_a_cell(pattern: str) -> None:
    """What stands in the group `value` is the field."""
    text = toml_of({"columns": {"region": {"heading": "A", "split": pattern}}})
    assert mapping_in(text, "a.toml").columns["region"].split == pattern
    assert re.search(pattern, GOOD[pattern])


@pytest.mark.parametrize("pattern", BAD)
def test_a_pattern_that_may_take_time_without_end_is_refused(pattern: str) -> None:
    """Nothing that is repeated holds a repetition, and there are few of them."""
    with pytest.raises(InvalidData) as refused:
        mapping_in(toml_of({"columns": {"region": {"heading": "A", "split": pattern}}}), "a.toml")
    assert refused.value.problems[0].code == "mapping.split"


PIECES = st.sampled_from(
    ["a", ".", "[ab]", "+", "*", "?", "{2}", "{1,9}", "(", ")", "(?:", "(?P<value>", "|", "\\d", "^"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_pattern_is_taken_or_refused(pattern: str) -> None:
    """A pattern that is taken compiles, and looks through the longest cell at once."""
    try:
        found = mapping_in(toml_of({"columns": {"region": {"heading": "A", "split": pattern}}}), "a.toml")
    except InvalidData:
        return
    taken = found.columns["region"].split
    assert taken is not None
    re.search(taken, "a" * (LONGEST_SPLIT_CELL // 4) + "c")
