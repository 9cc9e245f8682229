"""Drafts of mappings: what they say of a list, and that a list is read with its draft as without one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import draft_mapping, read, read_text
from esfmodel.formats.lists._looks import Look, day_notations, likeness_of, notations
from esfmodel.formats.lists.budget_mapping import BudgetMapping, BudgetTable
from esfmodel.formats.lists.mapping import (
    ColumnMapping,
    FileMapping,
    Mapping,
    RowsMapping,
    mapping_in,
    read_mapping,
)
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

DOCS = Path(__file__).parents[2] / "docs"


def draft_of(*lines: str, language: str = "en", currency: str | None = None) -> str:
    """Return the draft of a list, given by its lines."""
    return draft_mapping("\n".join(lines).encode(), language, currency=currency)


def look_at(*cells: str) -> Look:
    """Return what the cells of a column look like."""
    look = Look("Sarake")
    for row, cell in enumerate(cells, 2):
        look.see(cell, row)
    look.decide()
    return look


# --- A draft changes nothing


HEADINGS = "Projektnamn|Projektnamn|Startdatum|Slutdatum|Totalt belopp|EU-stöd|EU-stöd %|Färg|".split("|")
CELLS = st.sampled_from(
    "|A|Rum|okänt|2020-01-02|03/04/2020|25/04/2020|31.12.2020|2020|44927|1.234|1.234,50|1,234.50|1 234|1,5|0|40|0,4"
    "|40 %|12 kr|12 EUR|12,-".split("|")
)


@settings(max_examples=30)
@given(
    st.permutations(HEADINGS),
    st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=5),
    st.sampled_from(LANGUAGES),
)
def test_a_list_is_read_with_its_draft_as_without_one(
    headings: Sequence[str], rows: list[list[str]], language: str
) -> None:
    """What the draft leaves open stays open, and what it states is what the reader decides."""
    lines = [";".join(headings), *(";".join([f"P{index}", *row][: len(headings)]) for index, row in enumerate(rows))]
    text = "\n".join(lines) + "\n"
    try:
        plain = read_text(text, "list_of_operations", currency="EUR")
    except ReadError:
        return
    mapping = mapping_in(draft_mapping(text.encode(), language, currency="EUR"), "draft.toml")
    found = read_text(text, mapping=mapping)
    assert found.projects == plain.projects
    assert found.counts.given == plain.counts.given


# --- What a draft says


def test_a_draft_states_what_is_sure_and_the_evidence() -> None:
    """How many cells there are, how they are written, and which do not fit."""
    draft = draft_of(
        "Projekt;Start;Kosten (EUR);Satz",
        *(f"P{row};{row:02}.01.2020;1.{row:03}.000,50;{row + 20}" for row in range(1, 9)),
        "P9;09.01.2020;noch offen;30",
    )
    assert '[columns.name]\nheading = "Projekt"\n' in draft
    assert 'commas before decimals; 1 does not fit: row 10; such as "1.001.000,50"' in " ".join(draft.split("\n## "))
    assert 'numbers = "12.345,67"\n' in draft
    assert '# [columns.FIELD]\n# heading = "Satz"\n## 9 cells; such as "21", "22", "23"' in draft


def test_what_contradicts_itself_is_asked_about() -> None:
    """Each way to read the amounts is proposed with what fits, and none is chosen."""
    draft = draft_of("Projekt;EU-stöd;Start", "A;1.234,50;03/04/2020", "B;1,234.50;25/12/2020", "C;99;12/25/2020")
    assert '# numbers = "12.345,67"\n## 2 fit: rows 2, 4; 1 does not fit: row 3\n' in draft
    assert '# dates = "dd/mm/yyyy"\n## 2 fit: rows 2, 3; 1 does not fit: row 4\n' in draft
    assert '# currency = "EUR"' in draft
    mapping = mapping_in(draft, "draft.toml")
    assert mapping.columns["budget.eu_support"] == ColumnMapping(heading="EU-stöd")


def test_several_columns_for_one_field_are_named() -> None:
    """Neither is chosen; one that a stated rule prefers is, and the other is told."""
    draft = draft_of("Projekt;Total cost;Total budget;Start", "A;12 EUR;13 EUR;2020-01-01")
    assert "Several columns may be budget.total (stated total cost)" in draft
    assert '# heading = "Total cost"' in draft
    assert '# heading = "Total budget"' in draft
    draft = draft_of("Projekt;Total cost;Total eligible cost;Start", "A;12 EUR;13 EUR;2020-01-01")
    assert '[columns.budget.total]\nheading = "Total eligible cost"\n' in draft
    assert "Column B may be budget.total (stated total cost) too." in draft


def test_columns_that_never_differ_are_one() -> None:
    """The second is asked where the first states nothing, as without a draft."""
    draft = draft_of("Project name;Projektnamn;Start", "A;A;2020-01-01")
    assert '[columns.name]\nheading = "Project name"\notherwise = ["Projektnamn"]\n' in draft


def test_columns_with_the_same_heading_go_by_their_letters() -> None:
    """A heading that two columns have finds neither."""
    draft = draft_of("Projekt;Belopp;Belopp;***", "A;12 EUR;13 EUR;x")
    assert '# heading = "Belopp"\n# column = "B"' in draft
    assert '# heading = "***"' in draft


def test_a_heading_that_misleads_is_told() -> None:
    """No cell of the column is what the heading says."""
    draft = draft_of("Projekt;Start;Egen finansiering", "A;2020-01-01;(45 %)", "B;2020-01-02;(50 %)")
    assert "The heading says budget.own_contribution (own contribution), and no cell is one." in draft
    assert "## May be published_eu_rate (published EU rate).\n" in draft


def test_words_that_the_library_does_not_know_are_proposed() -> None:
    """Whoever writes the mapping fills in what they mean."""
    draft = draft_of("Projekt;Fond;Start", "A;EFRR;2020-01-01", "B;ESF;2020-01-01")
    assert '# values = { EFRR = "…" }' in draft


def test_days_in_another_language_are_proposed() -> None:
    """With the pattern and the language of the months."""
    draft = draft_of("Projekt;Start;Färg", "A;1. března 2020;röd", "B;12. října 2021;blå")
    assert '# dates = "d. mmmm yyyy"\n# months = "cs"\n## 2 fit: rows 2, 3\n' in draft


def test_a_column_of_many_texts_is_remembered_in_part() -> None:
    """The memory of a draft does not grow with its list."""
    look = look_at(*(f"Rum {number}" for number in range(300)))
    assert (look.count, len(look.texts), len(look.other_days)) == (300, 200, 200)


def test_shares_that_may_be_read_in_two_ways() -> None:
    """0.5 among per cent is half a per cent or fifty."""
    draft = draft_of("Projekt;Unionens medfinansieringsgrad;Start", "A;40;2020-01-01", "B;0,5;2020-01-01")
    assert '# as = "percent"\n# as = "fraction"\n' in draft
    draft = draft_of("Projekt;Unionens medfinansieringsgrad;Start", "A;0,4;2020-01-01", "B;0,5;2020-01-01")
    assert '\nas = "fraction"\n' in draft
    draft = draft_of("Projekt;Unionens medfinansieringsgrad;Start", "A;40;2020-01-01", "B;55,5;2020-01-01")
    assert '\nas = "percent"\n' in draft


def test_headings_that_nobody_knows() -> None:
    """The first row without figures that is as wide as the others holds them; all columns are asked about."""
    draft = draft_of("Lista", "", "Viide;Nimetus;Algus;Eelarve", "X1;Roheline;01.02.2020;1 250,00", "X2;Sinine;;900,00")
    assert "heading_row = 3\n" in draft
    assert '# heading = "Eelarve"\n## 2 cells, spaces group thousands, commas before decimals; such as "1 250' in draft
    assert mapping_in(draft, "draft.toml") == Mapping(file=FileMapping(heading_row=(3,)))


def test_a_list_without_headings_goes_by_letters() -> None:
    """Each column is asked about by its letter."""
    draft = draft_of("X1;Roheline;2020-01-01", "X2;Sinine;2020-01-01")
    assert "heading_row = 0\n" in draft
    assert '# column = "C"' in draft


def test_a_text_without_columns_has_no_draft() -> None:
    """It is no list."""
    with pytest.raises(ReadError, match="parts its lines into columns"):
        draft_of("Hello", "world")


def test_an_encoding_that_is_not_told_is_asked_about() -> None:
    """The likeliest one is stated, with the others beside it."""
    lines = ("Název projektu;Obec", "Zelená škola ve městě;Žďár", "Nová práce pro mladé;Přerov", "Tržnice;Děčín")
    draft = draft_mapping("\n".join(lines).encode("cp1250"), "sv")
    assert 'encoding = "cp1250"\n' in draft
    assert '"Zelená škola ve městě"' in draft


def test_columns_without_a_field_and_without_cells_are_listed() -> None:
    """Nothing of the list is passed over."""
    draft = draft_of("Projekt;Start;Utbetalt EU-stöd;Slut", "A;2020-01-01;12 kr;")
    assert "## Columns that are known and have no field: Utbetalt EU-stöd\n" in draft
    assert "## Columns that state nothing: Slut\n" in draft


def test_a_draft_for_a_sheet(tmp_path: Path) -> None:
    """Of several sheets with lists the first is taken, and the others are named; a sheet that is none is refused."""
    import openpyxl

    book = openpyxl.Workbook()
    for index, name in enumerate(("2023", "2024", "Noter")):
        sheet = book.create_sheet(name, index)
        rows = [("Projektnamn", "EU-stöd"), ("Rum", 120), ("Hall", 130)] if name != "Noter" else [("Se nästa blad",)]
        for row in rows:
            sheet.append(row)
    path = tmp_path / "lista.xlsx"
    book.save(path)
    draft = draft_mapping(path, "sv")
    assert '## Andra blad har också listor, och läses om inget blad anges: 2024\n# sheet = "2023"\n' in draft
    assert read(path, mapping=mapping_in(draft, "d"), currency="SEK").projects == read(path, currency="SEK").projects
    assert "tal i kalkylblad" in draft
    assert 'sheet = "2024"\n' in draft_mapping(path, sheet="2024")
    named = Mapping(file=FileMapping(sheet="202*"), columns={"name": ColumnMapping(heading="Projektnamn")})
    assert len(read(path, mapping=named, currency="SEK").projects) == 4
    with pytest.raises(ReadError, match="has no headings"):
        draft_mapping(path, sheet="Noter")
    with pytest.raises(ReadError, match="is no sheet of the workbook"):
        draft_mapping(path, sheet="2025")
    with pytest.raises(ReadError, match="text with delimiters does not have"):
        draft_mapping(b"Projektnamn;EU-medel\nRum;12\n", sheet="2025")
    book["2024"].sheet_state = "hidden"
    book.save(path)
    assert 'sheet = "2024"\n' in draft_mapping(path, sheet="2024")
    assert "2024" not in draft_mapping(path)


def test_a_language_or_currency_that_is_none_is_refused() -> None:
    """Before anything is read."""
    with pytest.raises(InvalidValue):
        draft_mapping("no such file.csv", "de")
    with pytest.raises(InvalidValue):
        draft_mapping("no such file.csv", currency="EURO")
    with pytest.raises(ReadError, match="is not there"):
        draft_mapping("no such file.csv")


# --- What the cells of a column look like


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (("2014SE05M9OP001",), "cci"),
        (("SE232", "SE12"), "nuts"),
        (("FI", "Sverige"), "country"),
        (("ERDF", "ESF+"), "fund"),
        (("01.02.2020", "2020"), "period.start"),
        (("1. března 2020", "12. října 2021"), "period.start"),
        (("01.02.2020 - 31.03.2021",), "period"),
        (("40 %", "(50%)"), "published_eu_rate"),
        (("0,85", "0,4"), "published_eu_rate"),
        (("1.250,50", "12"), "budget.total"),
        (("12", "9"), "published_eu_rate"),
        (("97222", "83127"), "beneficiary.postal_code"),
        (("EFRE", "EFRE"), "fund"),
        (("Norra regionen", "Norra regionen"), "beneficiary.name"),
        (("PX-01", "PX-02"), "operation_id"),
        (("Gröna rum", "Blå rum"), "name"),
        (("Gröna rum " * 20, "Blå rum"), "summary"),
    ],
)
def test_the_field_that_cells_look_like(cells: tuple[str, ...], first: str) -> None:
    """The likeliest field stands first."""
    assert likeness_of(look_at(*cells)).fields[0] == first


def test_a_column_without_cells_looks_like_nothing() -> None:
    """Not even like a column of codes, none of which is wrong."""
    assert likeness_of(look_at()).fields == ()


@pytest.mark.parametrize(("days", "others", "are_days"), [(3, 2, True), (22, 15, False)])
def test_most_cells_are_three_in_five(days: int, others: int, are_days: bool) -> None:
    """So many days make a column of days, and a little less do not."""
    cells = [f"2024-01-{number:02}" for number in range(1, days + 1)]
    look = look_at(*cells, *(f"ord {chr(97 + number)}" for number in range(others)))
    assert ("period.start" in likeness_of(look).fields) is are_days


def test_notations_of_amounts() -> None:
    """A sign that no cell needs makes no other notation."""
    assert [(each.form, each.fitting.count) for each in notations(look_at("1.234", "99").amounts)] == [
        ("12.345", 2),
        ("12345.67", 2),
        ("12345", 1),
    ]
    assert notations(look_at("12", "1234").amounts) == ()


def test_notations_of_days() -> None:
    """The patterns that most of the cells fit that are no days as they stand."""
    [found, *_] = day_notations(look_at("1/22/19", "3/4/20", "13/13/13", "2020-01-01"))
    assert (found.form, found.fitting.shown, found.others.shown) == ("mm/dd/yy", "2, 3", "4")
    assert day_notations(look_at("31 juni 2020", "x")) == ()


# --- The examples, and the reference of the keys


@pytest.mark.parametrize("path", sorted((DOCS / "how-to" / "mappings").glob("*.toml")), ids=lambda path: path.stem)
def test_the_mappings_shown_are_read(path: Path) -> None:
    """Each names the columns, and is linked from the guide."""
    mapping = read_mapping(path)
    assert "name" in mapping.columns
    assert mapping.defaults["currency"]
    assert f"mappings/{path.name}" in (DOCS / "how-to" / "read-a-list.md").read_text("utf-8")


def test_every_key_is_in_the_reference() -> None:
    """With the tables that they stand in."""
    page = (DOCS / "reference" / "mapping.md").read_text("utf-8")
    for kind in (FileMapping, ColumnMapping, RowsMapping):
        for field in attrs.fields(kind):
            assert f"| `{field.name.rstrip('_')}` |" in page
    for field in (*attrs.fields(BudgetMapping), *attrs.fields(BudgetTable)):
        assert re.search(rf"^\|[^|]*`(?:\[budget\.)?{field.name}\]?`", page, re.MULTILINE)
    for field in attrs.fields(Mapping):
        assert f"`[{field.name}" in page or f"| `{field.name}` |" in page
