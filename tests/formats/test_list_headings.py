"""The headings of lists: what each means, and in which rows they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import ReadError
from esfmodel.formats.cells.grid import Row, TypedCell
from esfmodel.formats.figures import is_only_kronor
from esfmodel.formats.labels import FIELDS, HEADINGS, Meaning, known_heading, known_label, meaning_of
from esfmodel.formats.lists._headings import (
    HeadingUnit,
    are_swedish,
    find_headings,
    heading_meaning,
    heading_unit,
    is_known_heading,
    is_named,
    may_be_scaled,
    says_scale,
)
from esfmodel.formats.lists.mapping import ColumnMapping, FileMapping, Mapping
from esfmodel.text.reading.labels import letters_of

ALL = [(heading, meaning) for meaning, headings in HEADINGS.items() for heading in headings]


def rows_of(*lines: str) -> list[Row]:
    """Return rows from lines with semicolons."""
    return [Row(number, number, tuple(line.split(";"))) for number, line in enumerate(lines, 1)]


# --- What a heading means


def test_no_heading_has_two_meanings() -> None:
    """Headings are compared by letters and digits, so two of them that differ only in signs are one."""
    found: dict[str, Meaning] = {}
    for heading, meaning in ALL:
        assert found.setdefault(letters_of(heading), meaning) is meaning, heading


@given(
    st.sampled_from(ALL),
    st.sampled_from(["{}", "3. {}", "a) {}", "(2) {}", "{} *", "{}\u00b9", "{} 2)", " {}: "]),
)
def test_numbers_and_footnotes_change_no_heading(known: tuple[str, Meaning], form: str) -> None:
    """Numbers and footnotes change no heading."""
    heading, meaning = known
    assert heading_meaning(form.format(heading)) is meaning


@given(st.sampled_from(ALL), st.sampled_from(ALL), st.sampled_from([" / ", "/", " | ", "\n", " ("]))
def test_a_heading_in_two_languages_means_what_both_parts_mean(
    one: tuple[str, Meaning], other: tuple[str, Meaning], mark: str
) -> None:
    """A heading in two languages means what both parts mean."""
    heading = f"{one[0]}{mark}{other[0]}{')' if '(' in mark else ''}"
    meaning = heading_meaning(heading)
    assert meaning in {one[1], other[1], Meaning.UNKNOWN} or known_heading(heading) is meaning
    if one[1] is other[1]:
        assert meaning is one[1]


@given(st.sampled_from(ALL))
def test_case_underscores_and_soft_hyphens_change_no_heading(known: tuple[str, Meaning]) -> None:
    """Case, underscores and soft hyphens change no heading."""
    heading, meaning = known
    assert heading_meaning(heading.upper()) is meaning
    assert heading_meaning(heading.replace(" ", "_")) is meaning
    assert heading_meaning(f"{heading[:2]}\u00ad{heading[2:]}") is meaning


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Total eligible expenditure allocated to the operation", Meaning.TOTAL),
        # The part of one year, and a share, are not the amount.
        ("Total cost 2018 (EUR)", Meaning.UNKNOWN),
        ("Total budget 2014-2020", Meaning.TOTAL),
        ("EU contribution (% of total)", Meaning.UNKNOWN),
        ("Budget of the call", Meaning.UNKNOWN),
        ("Total contribution", Meaning.UNKNOWN),
        ("Number", Meaning.NO_FIELD),
        ("Y-tunnus", Meaning.OWNER_NUMBER),
        ("Union co-financing rate, as per priority axis", Meaning.EU_RATE),
        (
            "Name of category of intervention for the operation in accordance with point (b)(vi)",
            Meaning.INTERVENTION_FIELD,
        ),
        ("Operation postcode; or other appropriate location indicator", Meaning.NO_FIELD),
        ("Operation end date (expected date for physical completion of the operation)", Meaning.END),
        ("Stödmottagarens namn (endast juridiska personer)", Meaning.OWNER),
        ("Totala stödberättigande utgifter som tilldelats insatsen", Meaning.TOTAL),
        ("Operation_Start_Date", Meaning.START),
        ("EU-stöd / utbetalt", Meaning.UNKNOWN),
        ("Utbetalt EU-stöd", Meaning.NO_FIELD),
        ("EU-stöd %", Meaning.EU_RATE),
        ("EU-medfinansiering (%)", Meaning.EU_RATE),
        ("Postnr/Ort", Meaning.UNKNOWN),
        ("Project_NUTS2_code", Meaning.NUTS),
        ("Insatsens land", Meaning.COUNTRY),
        ("Name of contractor", Meaning.UNKNOWN),
        ("Call end date", Meaning.UNKNOWN),
        ("Total budget for lead partner", Meaning.UNKNOWN),
        ("Bezeichnung des Vorhabens", Meaning.NAME),
        ("Bidrag från EU / Pengar från EU", Meaning.EU_SUPPORT),
        ("Egna medel / EU-pengar", Meaning.UNKNOWN),
        ("Färg / Form", Meaning.UNKNOWN),
        ("x" * 400, Meaning.UNKNOWN),
        ("", Meaning.UNKNOWN),
    ],
)
def test_headings_of_the_acts_and_of_registers(heading: str, meaning: Meaning) -> None:
    """Headings of the acts and of registers have their meaning, and parts that disagree none."""
    assert heading_meaning(heading) is meaning
    assert is_known_heading(heading) is (meaning is not Meaning.UNKNOWN)


def test_a_label_of_pages_is_a_heading_and_not_the_other_way_round() -> None:
    """A label of pages is a heading and not the other way round."""
    assert known_label("Project title") is None
    assert known_heading("Project title") is Meaning.NAME
    assert meaning_of("Startdatum") is Meaning.START
    assert meaning_of("Stöd från EU") is Meaning.EU_SUPPORT


def test_each_field_has_one_meaning() -> None:
    """Each field has one meaning."""
    assert len(set(FIELDS.values())) == len(FIELDS)


# --- Units


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Total budget", HeadingUnit()),
        ("Total budget (tkr)", HeadingUnit("SEK", (), 1000)),
        ("EU-stöd, euro / EU support", HeadingUnit("EUR")),
        ("Total (€m)", HeadingUnit("EUR", (), 1_000_000)),
        ("Budget SEK / Budget EUR", HeadingUnit(None, ("EUR", "SEK"))),
        ("EU-tilskud (kr)", HeadingUnit(None, ("NOK", "DKK"))),
        ("x" * 400, HeadingUnit()),
    ],
)
def test_the_unit_of_a_heading(heading: str, unit: HeadingUnit) -> None:
    """A unit is found in any part of a heading; two of them leave it open."""
    assert heading_unit(heading) == unit


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "tis. Kč",
            "mil. Kč",
            "tys. zł",
            "tūkst. EUR",
            "ezer Ft",
            "miles de euros",
            "milliers d'euros",
            "tuhatta euroa",
        ),
        *("1000 EUR", "1.000 kr.", "EUR '000", "x 1 000 €", "M Ft", "thousands of euros", "хил. лв"),
    ],
)
def test_no_unit_of_thousands_is_overlooked(unit: str) -> None:
    """A heading says how much a figure stands for, or that this is not known, in any language."""
    for heading in (f"Total cost ({unit})", f"Total cost in {unit}", f"Náklady / Total cost, {unit}"):
        assert heading_unit(heading).scale or may_be_scaled(heading), heading


@pytest.mark.parametrize(
    "heading", ["Total cost (EUR)", "Total cost 2014-2020, kr", "Total budget (m. moms)", "Kr 2000"]
)
def test_other_headings_have_no_unit_of_thousands(heading: str) -> None:
    """Other headings have no unit of thousands."""
    assert not may_be_scaled(heading)


@pytest.mark.parametrize(
    ("note", "is_right"),
    [
        ("Alla belopp i tusental", True),
        ("List of operations (amounts in EUR thousand)", True),
        ("Kwoty w tys. zł", True),
        ("Belopp i kronor", False),
        ("3 million participants, 5 000 projects", False),
        ("Ett stöd på 800 MEUR till Tusen sjöar", False),
        ("Tusen sjöars rike", False),
    ],
)
def test_notes_that_say_in_what_unit_the_amounts_are(note: str, *, is_right: bool) -> None:
    """A note says so of the amounts; a figure in it, or a name, does not."""
    assert says_scale(note) == is_right


def test_kronor_without_a_country() -> None:
    """The word for kronor alone names no country."""
    assert is_only_kronor("tkr")
    assert not is_only_kronor("SEK")
    assert not is_only_kronor("svenska kronor")


@pytest.mark.parametrize(
    ("headings", "is_right"),
    [
        (["Projektnamn", "Total budget (kr)"], True),
        (["Stöd / Support (kr)"], True),
        # In Danish these are the same words.
        (["Projekt", "Budget (kr)", "Start", "Slut"], False),
        (["Projektnavn", "Budget (kr)"], False),
        (["Name", "Total budget (kr)"], False),
        (["Tilskudd", "Avgifter för något"], False),
    ],
)
def test_which_headings_are_swedish(headings: list[str], *, is_right: bool) -> None:
    """Headings are Swedish if one has Swedish words and none has Norwegian or Danish ones."""
    assert are_swedish(headings) is is_right


# --- Names in a mapping


@pytest.mark.parametrize(
    ("pattern", "heading", "is_right"),
    [
        ("Coût total*", "COÛT TOTAL ÉLIGIBLE (€)", True),
        ("*total*", "Le coût total", True),
        ("Coût", "Coût total", False),
        ("№", "№", True),
        ("№", "Coût", False),
    ],
)
def test_a_mapping_names_a_heading_by_its_letters(pattern: str, heading: str, *, is_right: bool) -> None:
    """A mapping names a heading by its letters."""
    assert is_named(heading, [pattern]) is is_right


# --- In which rows


def test_titles_may_stand_above_the_headings() -> None:
    """Titles may stand above the headings."""
    rows = rows_of(
        "Lista över insatser", ";;", "Per den 2024-01-31;;", "Projektnamn;Startdatum;Färg", "Gröna rum;x;röd"
    )
    assert find_headings(rows, Mapping()).rows == (4,)


def test_headings_in_two_rows_are_read_together() -> None:
    """A heading above several columns stands in the first of them."""
    rows = rows_of("Projekt;;Budget;;Tid;", "Namn;Ägare;Totalt;EU;Start;Slut", "A;B;1;2;3;4")
    found = find_headings(rows, Mapping())
    assert found.rows == (1, 2)
    assert [heading_meaning(text).name for text in found.texts] == [
        "NAME",
        "OWNER",
        "TOTAL",
        "EU_SUPPORT",
        "START",
        "END",
    ]


def test_headings_in_two_languages_in_two_rows() -> None:
    """Headings in two languages may stand in two rows."""
    rows = rows_of("Projektnamn;Startdatum", "Project name;Start date", "A;2020-01-01")
    assert find_headings(rows, Mapping()).rows == (1, 2)


def test_a_group_above_a_heading_may_say_that_it_is_something_else() -> None:
    """What stands below "Paid" is not what was granted."""
    grouped = find_headings(
        rows_of("Operation;;Paid;", "Name;Start date;Total cost;EU support", "Rum;2024;1;2"), Mapping()
    )
    assert grouped.rows == (1, 2)
    assert [heading_meaning(text) for text in grouped.texts[2:]] == [Meaning.NO_FIELD, Meaning.NO_FIELD]
    alone = find_headings(rows_of("Rubrik;;;", "Name;Start date;Total cost;EU support", "Rum;2024;1;2"), Mapping())
    assert alone.rows == (2,)


def test_a_row_with_a_day_is_no_row_of_headings() -> None:
    """The day of an update stands above the headings, and is no part of them."""
    found = find_headings(rows_of("Updated;31.12.2020;", "Name;Start date;Total cost", "Rum;2024;1"), Mapping())
    assert (found.rows, found.texts[1]) == ((2,), "Start date")


def test_numbers_of_columns_are_headings() -> None:
    """A row with the numbers of the columns below the headings is no operation."""
    for numbers in ("1;2;3", "(1);(2);(3)", "1.;2.;3."):
        assert find_headings(rows_of("Name;Start date;Total cost", numbers, "Rum;2024;1"), Mapping()).rows == (1, 2)
    assert find_headings(rows_of("Name;Start date;Total cost", "7;2024;3", "Rum;2024;1"), Mapping()).rows == (1,)


def test_a_row_of_data_with_words_of_ours_is_no_heading() -> None:
    """The summary of the only project names a region, which is a heading elsewhere."""
    rows = rows_of("Projektnamn;Startdatum;Sammanfattning", "Rum;2020-01-01;Region Kronoberg och fem kommuner")
    assert find_headings(rows, Mapping()).rows == (1,)


def test_a_mapping_says_in_which_rows_the_headings_stand() -> None:
    """A mapping says in which rows the headings stand."""
    rows = rows_of("x;y;z", "a;b", "c;d")
    mapping = Mapping(file=FileMapping(heading_row=(1, 2)))
    assert find_headings(rows, mapping).texts == ("x / a", "y / b", "z")
    with pytest.raises(ReadError) as caught:
        find_headings(rows, Mapping(file=FileMapping(heading_row=(7,))))
    assert caught.value.code == "list.no_such_row"


def test_headings_that_only_a_mapping_knows_are_found() -> None:
    """Headings that only a mapping knows are found."""
    rows = rows_of("Sąrašas;1;2", "Pavadinimas;Pradžia", "A;2020-01-01")
    columns = {"name": ColumnMapping(heading="pavadinimas")}
    assert find_headings(rows, Mapping(columns=columns)).rows == (2,)


@pytest.mark.parametrize(
    "lines",
    [
        ["Pavadinimas;Pradžia;Suma", "A;B;C"],
        ["A;2020-01-01;12", "B;2020-01-01;13"],
        # The words of data are no headings.
        ["Namas;1;2", "A;10;20", "B;10;20", "C;10;20", "Start;Slut;Namn"],
        [""],
    ],
)
def test_rows_without_known_headings_are_refused(lines: list[str]) -> None:
    """Rows without known headings are refused."""
    with pytest.raises(ReadError) as caught:
        find_headings(rows_of(*lines), Mapping(), "lista.csv")
    assert caught.value.code == "list.no_headings"
    assert caught.value.source == "lista.csv"


def test_no_rows_at_all_are_refused() -> None:
    """No rows at all are refused."""
    with pytest.raises(ReadError):
        find_headings([], Mapping())


def test_a_row_with_a_figure_of_a_workbook_holds_no_headings() -> None:
    """A row with a figure of a workbook holds no headings."""
    rows = [Row(1, None, ("Namn", TypedCell(True, "TRUE"))), Row(2, None, ("Namn", "Startdatum"))]
    assert find_headings(rows, Mapping()).rows == (2,)
