"""The mistakes that people make in a project file: each is read as it is meant, or refused so that it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from esfmodel.errors import EsfModelError, ReadError
from esfmodel.formats import Problem, Reading, read, read_text
from esfmodel.values import Period

if TYPE_CHECKING:
    from pathlib import Path

FILE = """format = "esfmodel/projects"
version = 2

[[projects]]
name = "Broar till jobb"
fund = "ESF+"
programming_period = "2021-2027"
beneficiary = { name = "Storumans kommun", number = "212000-2577" }
partners = [
    { organisation = { name = "Lycksele kommun" }, role = "partner" },
    { organisation = { name = "Sorsele kommun" }, role = "partner" },
]
period = "2024-09-01/2026-08-31"
published_eu_rate = "40%"
decisions = [
    { kind = "granted", on = "2024-06-14", support = "2400000 SEK" },
]

[projects.budget]
financing = [
    { funder = { source = "EU and state" }, amount = "2400000 SEK" },
    { funder = { source = "own, public" }, amount = "600000.50 SEK" },
]
costs = [
    { category = "staff", basis = { type = "actual cost", amount = "1800000 SEK" }, partner = "Lycksele kommun" },
    { category = "travel", basis = { type = "actual cost", amount = "60000 SEK" } },
    { category = "office", basis = { type = "actual cost", amount = "120000 SEK" } },
    { category = "indirect", basis = { type = "flat rate", rate = "15%", base = ["staff"] } },
]

[[projects.claims]]
number = 1
period = "2024-09-01/2024-12-31"
costs = [
    { category = "staff", amount = "150000 SEK" },
]
on = "2025-02-10"
"""

# What stands in the file, and what somebody writes instead and means the same by.
READ = [
    ('"1800000 SEK"', '"1 800 000 SEK"'),
    ('"1800000 SEK"', '"1 800 000 kr"'),
    ('"1800000 SEK"', '"1\u00a0800\u00a0000 kronor"'),
    ('"1800000 SEK"', '"1,8 mnkr"'),
    ('"1800000 SEK"', '"1800 tkr"'),
    ('"600000.50 SEK"', '"600000,50 SEK"'),
    ('"600000.50 SEK"', '"600 000,50 SEK"'),
    ('"40%"', '"40 %"'),
    ('"40%"', '"40 procent"'),
    ('"40%"', '"40,0 %"'),
    ('"40%"', '"2/5"'),
    ('category = "travel"', 'category = "resor"'),
    ('category = "travel"', 'category = "Resor och logi"'),
    ('category = "staff", basis', 'category = "personal", basis'),
    ('category = "office"', 'category = "OFFICE"'),
    ('"flat rate"', '"schablon"'),
    ('"actual cost"', '"Faktisk kostnad"'),
    ('"own, public"', '"egen offentlig"'),
    ('"ESF+"', '"Europeiska socialfonden+"'),
    ('"ESF+"', '"esf plus"'),
    ('"2021-2027"', '"2021–2027"'),
    ('"212000-2577"', '"2120002577"'),
    ('"212000-2577"', '"212000 2577"'),
    ('on = "2024-06-14"', 'on = "14 juni 2024"'),
    ('on = "2024-06-14"', 'on = "14/6 2024"'),
    ('on = "2024-06-14"', 'on = "20240614"'),
    ('on = "2024-06-14"', "on = 2024-06-14"),
    ('"2024-09-01/2026-08-31"', '"2024-09-01 – 2026-08-31"'),
    ('"2024-09-01/2026-08-31"', '"1 september 2024–31 augusti 2026"'),
    ('"2024-09-01/2026-08-31"', '"2024-09-01--2026-08-31"'),
    ('"Broar till jobb"', "'Broar till jobb'"),
]

# What stands in the file, what is written instead, the code and the given value of the problem, and the text mended as
# its advice says.
REFUSED = [
    ('"15%"', "15", "number.no_percent", "15", '"15%"'),
    ('"40%"', '"40"', "number.no_percent", "40", '"40%"'),
    ('"40%"', '"0.4"', "text.two_readings", "0.4", '"40%"'),
    ('"40%"', "0.4", "text.two_readings", "0.4", '"40%"'),
    ('"1800000 SEK"', "1800000", "number.no_currency", "1800000", '"1800000 SEK"'),
    ('"1800000 SEK"', "1800000.5", "number.no_currency", "1800000.5", '"1800000.5 SEK"'),
    ('"1800000 SEK"', '"1800000"', "number.no_currency", "1800000", '"1800000 SEK"'),
    ('"1800000 SEK"', '"1.800 SEK"', "number.two_readings", "1.800 SEK", '"1 800 SEK"'),
    ('"1800000 SEK"', "1800000 SEK", "syntax.unquoted", "1800000 SEK", '"1800000 SEK"'),
    ('"1800000 SEK"', "1 800 000,50 kr", "syntax.unquoted", "1 800 000,50 kr", '"1 800 000,50 kr"'),
    ('"travel"', "travel", "syntax.unquoted", "travel", '"travel"'),
    ('"Broar till jobb"', '"Broar till jobb', "syntax.unclosed_quote", '"Broar till jobb', '"Broar till jobb"'),
    ('"Broar till jobb"', "”Broar till jobb”", "syntax.other_quotes", "”Broar till jobb”", '"Broar till jobb"'),
    ('"Broar till jobb"', '"Broar till jobb”', "syntax.other_quotes", '"Broar till jobb”', '"Broar till jobb"'),
    ('"Broar till jobb"', "“Broar till jobb“", "syntax.other_quotes", "“Broar till jobb“", '"Broar till jobb"'),
    ('"Broar till jobb"', "", "syntax.no_value", None, '"Broar till jobb"'),
    (
        '"Broar till jobb"',
        '"Broar \\till \\jobb"',
        "syntax.backslash",
        'name = "Broar \\till \\jobb"',
        '"Broar \\\\till \\\\jobb"',
    ),
    ('"Broar till jobb"', '"Broar" till jobb', "syntax.extra", "till jobb", '"Broar"'),
    ("beneficiary =", "benificiary =", "key.did_you_mean", "benificiary", "beneficiary ="),
    ("beneficiary =", "Beneficiary =", "key.did_you_mean", "Beneficiary", "beneficiary ="),
    ('category = "office"', 'kategori = "office"', "key.did_you_mean", "kategori", 'category = "office"'),
    ("name = ", "namn = ", "key.did_you_mean", "namn", "name = "),
    ("name = ", "projektets namn = ", "syntax.key", "projektets namn", "name = "),
    ("name = ", "name: ", "syntax.no_sign", 'name: "Broar till jobb"', "name = "),
    ('period = "2024-09-01/2026', 'start = "2024-09-01/2026', "key.did_you_mean", "start", 'period = "2024-09-01/2026'),
    ('"office"', '"ofice"', "value.did_you_mean", "ofice", '"office"'),
    ('"flat rate"', '"flatrate"', "value.did_you_mean", "flatrate", '"flat rate"'),
    ('"granted"', '"godkänt och klart"', "value.not_one_of", "godkänt och klart", '"granted"'),
    ('"2024-06-14"', '"2024-13-14"', "date.month", "2024-13-14", '"2024-12-14"'),
    ('"2024-06-14"', '"24-06-14"', "date.not_one_day", "24-06-14", '"14 juni 2024"'),
    ('"2024-06-14"', '"6/7/2024"', "text.two_readings", "6/7/2024", '"6 juli 2024"'),
    ('"2024-06-14"', "2024-02-31", "syntax.no_day", "2024-02-31", '"2024-02-29"'),
    ('"2024-06-14"', "2024-06-14T10:00:00", "date.with_time", "2024-06-14 10:00:00", "2024-06-14"),
    ('"2024-09-01/2026-08-31"', '"2026-09-01/2024-08-31"', "period.reversed", "2024-08-31", '"2024-08-31/2026-09-01"'),
    ('"2021-2027"', "2021", "period.only_year", "2021", '"2021-2027"'),
    ('"212000-2577"', '"212000-2578"', "organisation_number.check_digit", "212000-2578", '"212000-2577"'),
    ('"212000-2577"', "2120002577", "value.not_text", "2120002577", '"2120002577"'),
    (
        'SEK" } },\n    { category = "indirect',
        'SEK" } }\n    { category = "indirect',
        "syntax.no_comma",
        None,
        'SEK" } },\n    { category = "indirect',
    ),
    ('"120000 SEK" } },', '"120000 SEK" },', "syntax.unclosed_bracket", "{", '"120000 SEK" } },'),
    ('base = ["staff"] } },\n]', 'base = ["staff"] } },', "syntax.unclosed_bracket", "[", 'base = ["staff"] } },\n]'),
    ('"60000 SEK" } },', '"60000 SEK", } },', "syntax.trailing_comma", None, '"60000 SEK" } },'),
    ("[projects.budget]", "[projects.budget", "syntax.heading", "[projects.budget", "[projects.budget]"),
    ("[projects.budget]", "[projects.budget 1]", "syntax.heading", "[projects.budget 1]", "[projects.budget]"),
    ("[[projects]]", "[projects]", "document.no_projects", None, "[[projects]]"),
    ('name = "Broar till jobb"', 'name = "A"\nname = "B"', "value.given_twice", None, 'name = "A"'),
    ('format = "esfmodel/projects"\n', "", "document.no_head", None, 'format = "esfmodel/projects"\n'),
    (
        'format = "esfmodel/projects"',
        'format = "projekt"',
        "document.other_format",
        "projekt",
        'format = "esfmodel/projects"',
    ),
    ("version = 2\n", "", "document.no_head", None, "version = 2\n"),
    ("version = 2\n", "version = 7\n", "document.other_version", "7", "version = 2\n"),
]


def faults(text: str) -> list[Problem]:
    """Return what is told of a text, be it that it is not read at all or that a value is wrong."""
    try:
        return list(read_text(text, "toml").problems)
    except ReadError as error:
        return [Problem.of(error)]


@pytest.mark.parametrize(("right", "written"), READ)
def test_what_is_meant_is_read(right: str, written: str) -> None:
    """What a careful reader understands is read, and is the same as in the form of the file."""
    assert right in FILE
    assert read_text(FILE.replace(right, written, 1)).one() == read_text(FILE).one()


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("september 2024–augusti 2026", Period.parse("2024-09/2026-08")),
        ("2024–2026", Period.of_years(2024, 2026)),
        ("2024", Period.of_years(2024)),
    ],
)
def test_a_period_is_as_exact_as_it_is_written(written: str, period: Period) -> None:
    """Months and years are read as months and years."""
    assert read_text(FILE.replace("2024-09-01/2026-08-31", written)).one().period == period


@pytest.mark.parametrize(("right", "written", "code", "given", "mended"), REFUSED)
def test_a_mistake_is_told_and_its_advice_works(
    right: str, written: str, code: str, given: str | None, mended: str
) -> None:
    """One problem says where it is, what stands there and what to do; who does it has a file that reads."""
    wrong = FILE.replace(right, written, 1)
    (problem,) = faults(wrong)
    assert problem.code == code
    if given is not None:
        assert problem.given == given
    if problem.code != "document.no_head":
        line = wrong.splitlines()[(problem.line or 0) - 1]
        assert any(each in line for each in (*written.strip().splitlines()[-1:], given or "name ="))
    assert problem.text("sv") != problem.text("en")
    assert faults(FILE.replace(right, mended, 1)) == []


def test_a_problem_names_the_line_of_cost() -> None:
    """People read the number and the category of a line, not a path."""
    (problem,) = faults(FILE.replace('"60000 SEK"', '"60000"'))
    assert (problem.place, problem.line) == ("projects[0].budget.costs[1].basis.amount", 26)
    assert problem.text("sv").startswith("Rad 26, projekt 1, Broar till jobb, kostnadsrad 2, resor och logi, ")
    assert problem.text("sv").endswith('belopp: ”60000” saknar valuta. Skriv beloppet med valuta: "60000 SEK".')


@pytest.mark.parametrize(
    ("right", "named"),
    [
        ('"2400000 SEK" },\n    {', "finansieringsrad 1, stöd, EU och stat odelat, belopp"),
        ('"2400000 SEK" },\n]', "beslut 1, beslut om stöd, stöd"),
        ('"150000 SEK"', "ansökan om utbetalning 1, kostnadsrad 1, personal, belopp"),
    ],
)
def test_a_problem_names_what_stands_there(right: str, named: str) -> None:
    """A contribution goes by its source or funder, a decision by its kind, a claimed cost by its category."""
    (problem,) = faults(FILE.replace(right, right.replace(" SEK", "")))
    assert f", {named}: ”" in problem.text("sv")


def test_a_partner_that_the_project_does_not_have_is_told() -> None:
    """A line that names nearly a partner of the project is a problem, and the project is read as it is written."""
    text = FILE.replace('partner = "Lycksele kommun"', 'partner = "Lyksele kommun"')
    (problem,) = faults(text)
    assert (problem.code, problem.given, problem.line) == ("partner.did_you_mean", "Lyksele kommun", 25)
    assert problem.place == "projects[0].budget.costs[0].partner"
    assert problem.params["near"] == "Lycksele kommun"
    for other in ("Arvidsjaur", "Lycksele", "Lycksele kommuns", "Lycka kommun"):
        assert faults(FILE.replace('partner = "Lycksele kommun"', f'partner = "{other}"')) == []


def test_partners_without_end_are_not_compared() -> None:
    """A file in which thousands of partners would be compared is read at once."""
    partners = ",\n".join(
        f'{{ organisation = {{ name = "Part {number} i länet" }}, role = "partner" }}' for number in range(200)
    )
    lines = ",\n".join(
        f'{{ category = "other", amount = "1 SEK", partner = "Part {number}" }}' for number in range(200)
    )
    text = FILE.replace('{ organisation = { name = "Sorsele kommun" }, role = "partner" }', partners)
    text = text.replace('{ category = "staff", amount = "150000 SEK" }', lines)
    assert faults(text.replace('partner = "Lycksele kommun"', 'partner = "Lyksele kommun"')) == []


def test_two_keys_for_a_period_are_told_as_one_field() -> None:
    """Start and end are one field here, and both say so."""
    text = FILE.replace('period = "2024-09-01/2026-08-31"', 'start = "2024-09-01"\nend = "2026-08-31"')
    assert {(problem.params["near"], problem.line) for problem in faults(text)} == {("period", 13), ("period", 14)}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.toml", FILE.replace("jobb", "arbete på väg").encode("latin-1"), "file.not_utf_8"),
        ("a.toml", FILE.encode("utf-16"), "file.utf_16"),
        ("a.toml", b"", "file.empty"),
        ("a.csv", b"shape;colour\nA;B\n", "file.unknown_format"),
        ("a.toml", b"projekt;ort\nA;B\n", "syntax.no_sign"),
        ("a.toml", b"PK\x03\x04\x14\x00\x06\x00", "file.office"),
        ("a.xlsx", b"PK\x03\x04\x14\x00\x06\x00", "workbook.damaged"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1", "workbook.old"),
        (
            "a.toml",
            FILE.replace("[[projects", "[[project").replace("[projects", "[project").encode(),
            "document.no_projects",
        ),
        ("a.toml", FILE.replace("Broar", "Bro\0ar").encode(), "file.binary"),
        ("a.toml", FILE.replace("Broar", "Bro\x1bar").encode(), "text.unprintable"),
    ],
)
def test_a_file_of_another_kind_is_told(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """Another encoding, another program's file, and no file at all are told with the name of the file."""
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path).code == code


def test_no_file_is_told(tmp_path: Path) -> None:
    """A file that is not there and a folder are told with their names."""
    assert refusal(tmp_path / "a.toml").code == "file.missing"
    assert refusal(tmp_path).text("sv") == f"{tmp_path}: är en mapp. Ange en fil i den."


def refusal(path: Path) -> EsfModelError:
    """Return the error that reading a file gives; it names the file, in both languages."""
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.source == str(path)
    assert caught.value.text("sv").startswith(str(path))
    return caught.value


@pytest.mark.parametrize("data", [FILE.encode("utf-8-sig"), FILE.replace("\n", "\r\n").encode()])
def test_files_of_windows_are_read(tmp_path: Path, data: bytes) -> None:
    """A byte order mark and line ends of Windows change nothing, and lines are counted as an editor does."""
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    assert read(path).one() == read_text(FILE).one()
    path.write_bytes(data.replace(b'"60000 SEK"', b'"60000"'))
    assert read(path).problems[0].line == 26


@pytest.mark.parametrize("text", ["\ud83d", "\u202eabc", "a\x00b", "\x1b[31m", "x" * 10_000_000])
def test_hostile_text_is_cut_and_printed(text: str) -> None:
    """Whatever stands in a field, what is told of it is short and prints."""
    for right in ('"Broar till jobb"', '"2024-09-01/2026-08-31"', '"1800000 SEK"', '"staff"', "beneficiary", '"ESF+"'):
        for problem in faults(FILE.replace(right, right.replace(right.strip('"'), text), 1)):
            for told in (str(problem), problem.text("sv"), problem.text("en")):
                assert len(told) < 1_200
                assert told.isprintable() or all(each.isprintable() or each.isspace() for each in told)


def test_an_empty_reading_is_none() -> None:
    """A file without a project reads as none, and says so when one is asked for."""
    reading: Reading = read_text('format = "esfmodel/projects"\nversion = 2\nprojects = []\n')
    with pytest.raises(ReadError) as caught:
        reading.one()
    assert caught.value.text("sv") == "Innehåller inget projekt. Rätta källan och läs in den igen."
