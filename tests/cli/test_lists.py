"""The commands on lists of projects: findings by row, sums, what has changed, and other formats."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
import sys
from argparse import Namespace
from collections import Counter
from typing import TYPE_CHECKING, Any, NoReturn

import openpyxl
import pytest

from esfmodel import Project, read, validate
from esfmodel.cli import main
from esfmodel.cli._convert import show_converted
from esfmodel.cli._targets import write_file
from esfmodel.errors import InvalidValue
from esfmodel.formats import write
from esfmodel.rules import RULES
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

HEADINGS = "Projektnummer;Projektnamn;Stödmottagare;Startdatum;Slutdatum;Total budget (SEK);EU-stöd (SEK);Status\n"
LIST = (
    HEADINGS
    + "23-040-S06;Gröna rum;Mora kommun;2023-03-01;2025-02-28;1 450 000;600 000;Pågår\n"
    + "23-041-S06;Matvägen;Falu kommun;2023-03-01;2022-02-28;2 450 000;800 000;Pågår\n"
    + "23-042-S06;Nya broar;Region Gävleborg;2023-03-01;2025-02-28;245 000;600 000;Avslutat\n"
    + ";Summa;;;;4 145 000;2 000 000;\n"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command, with bytes on standard input, and return its status, what it printed and what it complained of."""

    def command(*arguments: object, typed: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        status = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


@pytest.fixture
def lista(tmp_path: Path) -> Path:
    """Write a list of three projects, of which one has two errors and one a day that is not read."""
    path = tmp_path / "lista.csv"
    path.write_text(LIST, "utf-8")
    return path


def many(path: Path, count: int, row: str = "{};Projekt {};;;;100;{};\n") -> Path:
    """Write a list of so many projects, each with too much support."""
    path.write_text(HEADINGS + "".join(row.format(number, number, 200) for number in range(count)), "utf-8")
    return path


# --- The command `check`


def test_findings_stand_with_their_rows(run: Run, lista: Path) -> None:
    """Each row with an error is shown with its number, then what was not read, then the rules, in both languages."""
    status, shown, err = run("check", lista)
    assert (status, err) == (1, "")
    assert "\nRad 4, Nya broar (23-042-S06)\n  BUD003  " in shown
    assert "Rad 3, kolumn Slutdatum: ”2022-02-28” stämmer inte med det andra datumet" in shown
    assert "Rader: 4. Projekt: 3. Rader som inte gick att läsa: 0." in " ".join(shown.split())
    assert "\nBUD004  fel         1  Stödet är högst totalkostnaden.\n" in shown
    assert "Granskningen är inte fullständig och innebär inget godkännande." in shown
    status, shown, _ = run("check", lista, "--lang", "en")
    assert "\nRow 4, Nya broar (23-042-S06)\n  BUD003  " in shown
    assert "Rows: 4. Projects: 3." in shown


@pytest.mark.parametrize("width", [40, 80])
def test_lines_are_no_wider_than_the_terminal(
    run: Run, lista: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """All that is printed of a list fits, as it is and with every rule."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(lista.parent)
    shown = run("check", lista.name)[1] + run("check", lista.name, "--verbose")[1]
    shown += run("table", lista.name, "--by", "ägare")[1] + run("diff", lista.name, lista.name)[1]
    assert [line for line in shown.split("\n") if len(line) > width] == []


def test_all_is_in_the_file_once(run: Run, lista: Path, tmp_path: Path) -> None:
    """The file has each problem and each finding of each project, whichever form it has."""
    reading = read(lista)
    expected = Counter(problem.code for problem in reading.problems)
    for project in reading.projects:
        expected.update(finding.code for finding in validate(project).findings)
    paths = [tmp_path / f"anmärkningar{suffix}" for suffix in (".csv", ".xlsx", ".json")]
    for path in paths:
        assert run("check", lista, "-o", path)[0] == 1
    text = paths[0].read_bytes().decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    sheet: Any = openpyxl.load_workbook(paths[1]).active
    cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert [header, *rows] == cells
    assert (sheet["C2"].value, sheet.title, sheet.auto_filter.ref) == (3, "Granskning", f"A1:M{len(rows) + 1}")
    document = json.loads(paths[2].read_text("utf-8"))
    assert (document["format"], document["version"]) == ("esfmodel findings", 1)
    assert Counter(row[7] for row in rows) == Counter(each["code"] for each in document["findings"]) == expected
    where = ("source", "sheet", "row", "column", "project", "operation_id")
    assert [[str(each[name] or "") for name in where] for each in document["findings"]] == [row[:6] for row in rows]
    assert all(set(each["text"]) == set(LANGUAGES) for each in document["findings"])
    found = rows[-2]
    assert found[1:8] == ["", "4", "", "Nya broar", "23-042-S06", "fel", "BUD004"]
    assert run("check", lista, "-o", "-", "--lang", "en")[1].splitlines()[0].startswith("File,Sheet,Row,Column,")
    run("check", lista, "-o", paths[1], "--lang", "en", "--force")
    assert openpyxl.load_workbook(paths[1]).sheetnames == ["Review"]


def test_a_name_is_no_formula(run: Run, tmp_path: Path) -> None:
    """A cell that begins as a formula is text in a spreadsheet, in either form."""
    path = many(tmp_path / "lista.csv", 1, "{};=1+{};;;;100;{};\n")
    run("check", path, "-o", tmp_path / "ut.csv")
    assert ";'=1+0;" in (tmp_path / "ut.csv").read_text("utf-8")
    run("check", path, "-o", tmp_path / "ut.xlsx")
    sheet: Any = openpyxl.load_workbook(tmp_path / "ut.xlsx").active
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=1+0", "s")


def test_a_file_with_two_names_keeps_both(run: Run, lista: Path, tmp_path: Path) -> None:
    """It is written over where it stands, and what is longer than before is whole."""
    target, link = tmp_path / "ut.csv", tmp_path / "annat namn.csv"
    target.write_text("förut", "utf-8")
    link.hardlink_to(target)
    run("check", lista, "-o", target, "--force")
    run("check", lista, "-o", tmp_path / "ny.csv")
    assert link.read_bytes() == target.read_bytes() == (tmp_path / "ny.csv").read_bytes()


def test_project_files_are_in_the_file_too(run: Run, lista: Path, tmp_path: Path) -> None:
    """Beside lists, the findings of a project file stand there with its line."""
    project, target = tmp_path / "projekt.json", tmp_path / "ut.json"
    write(read(lista).projects[2], project)
    assert run("check", lista, project, "-o", target)[0] == 1
    found = [each for each in json.loads(target.read_text("utf-8"))["findings"] if each["source"] == str(project)]
    assert [each["code"] for each in found] == ["BUD003", "BUD004"]
    assert found[0]["row"] > 1
    assert run("check", "--examples", "-o", target, "--force")[0] == 0
    assert {each["source"] for each in json.loads(target.read_text("utf-8"))["findings"]} == {""}


def test_a_long_list_is_shown_in_part(run: Run, tmp_path: Path) -> None:
    """Twenty rows are shown, and three problems of a kind, with how many there are more; --verbose shows all."""
    path = many(tmp_path / "lista.csv", 30, "{};Projekt {};;2024-13-01;;100;{};\n")
    short, full = run("check", path)[1], run("check", path, "--verbose")[1]
    assert (short.count("BUD004  Stödet"), full.count("BUD004  Stödet")) == (20, 30)
    assert "Fler rader med fel eller varningar: 10." in short
    assert "Fler " not in full
    assert "Utan anmärkning" in full
    path = many(tmp_path / "lista.csv", 6, "{};Projekt {};;2024-02-01;2023-01-01;100;{};\n")
    assert "Fler problem som liknar dem som visas: 9." in run("check", path)[1]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_currency_is_asked_for(run: Run, tmp_path: Path, rows: int) -> None:
    """Amounts without a currency are not read, and what to write is said, of one cell and of a whole column."""
    path = tmp_path / "lista.csv"
    listed = "".join(f"{number};Gröna rum {number};450 000\n" for number in range(rows))
    path.write_text(f"Projektnummer;Projektnamn;Totalt\n{listed}", "utf-8")
    assert "--currency anger valutan för belopp" in run("check", path)[1]
    assert "--currency" not in run("check", path, "--currency", "EUR")[1]
    total = {1: "450 000 euro", 30: "13 500 000 euro"}[rows]
    assert f"Summa {rows} {total} " in " ".join(run("table", path, "--by", "ort", "--currency", "EUR")[1].split())
    assert "--currency: ”XX” är ingen valutakod" in run("check", path, "--currency", "XX")[2]


def test_a_mapping_is_read_from_its_file(run: Run, tmp_path: Path) -> None:
    """A list whose headings are not known is refused, and read with a mapping; all faults of a mapping are told."""
    path, mapping = tmp_path / "lista.csv", tmp_path / "m.toml"
    path.write_text("Numero;Benennung;Gesamt\n1;Gröna rum;450 000\n", "utf-8")
    status, _, err = run("check", path)
    assert (status, str(path) in err) == (2, True)
    assert run("check", path, "--json")[0] == 2
    assert run("diff", path, path)[0] == 2
    mapping.write_text('[columns.name]\nheading = "Benennung"\n', "utf-8")
    assert "Projekt: 1." in run("check", path, "--mapping", mapping)[1]
    mapping.write_text('[columns.nam]\nheading = "Benennung"\n[columns.name]\nheding = "x"\n', "utf-8")
    status, shown, err = run("check", path, "--mapping", mapping)
    assert (status, shown) == (2, "")
    assert err.startswith(f"Problem vid läsningen av {mapping}\n  Rad 1")
    assert err.count("\n  Rad ") > 1


def test_a_list_on_standard_input(run: Run, lista: Path, tmp_path: Path) -> None:
    """A workbook and other encodings can stand there, as in a file."""
    for text in (LIST.encode("cp1252"), LIST.encode("utf-16")):
        status, shown, _ = run("check", "-", typed=text)
        assert (status, "Rad 4, Nya broar" in shown) == (1, True)
        assert shown.startswith("standard in\n===========\n")
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in csv.reader(io.StringIO(LIST), delimiter=";"):
        sheet.append(row)
    book.save(tmp_path / "lista.xlsx")
    status, shown, _ = run("check", "-", typed=(tmp_path / "lista.xlsx").read_bytes())
    assert (status, "\nBlad Sheet, rad 4, Nya broar" in shown) == (1, True)
    assert "Matvägen" in run("show", "-", typed=lista.read_bytes())[1]


def test_rows_that_are_not_read_are_status_2(run: Run, tmp_path: Path) -> None:
    """A row whose cells stand under other headings is rejected, and the status says so."""
    path = tmp_path / "lista.csv"
    path.write_text(LIST.replace("Matvägen;", "Mat;vägen;"), "utf-8")
    status, shown, err = run("check", path)
    assert (status, "Rader som inte gick att läsa: 1." in shown) == (2, True)
    assert err.startswith(f"esfmodel: {path}: innehåller projekt som inte gick att läsa")
    assert run("check", path, "--json")[2] == err
    path.write_text(HEADINGS + ";Summa;;;;1;2;\n", "utf-8")
    status, shown, _ = run("check", path)
    assert (status, "Vad reglerna säger" in shown) == (2, False)


def test_a_list_by_a_call_and_together(run: Run, lista: Path, tmp_path: Path) -> None:
    """All rows are judged by one call, and a whole list as a portfolio too."""
    call = tmp_path / "utlysning.toml"
    call.write_text('[call]\nname = "Gröna jobb"\n', "utf-8")
    lista.write_text(LIST.replace("Status", "Utlysning"), "utf-8")
    project = tmp_path / "p.json"
    write(Project("Ljusa vägar"), project)
    status, shown, _ = run("check", lista, "--call", call)
    assert status == 1
    assert "Projekt som anger en annan utlysning än den som de har prövats mot: 3." in " ".join(shown.split())
    assert "Prövade mot utlysningen" in run("check", lista, project, "--call", call)[1]
    shown = run("check", lista, "--together")[1]
    assert "tillsammans" in shown
    assert "tillsammans" not in run("check", lista)[1]


def test_a_list_as_a_document(run: Run, lista: Path) -> None:
    """The document for programs has what was found in a list, and how often each rule had which outcome."""
    status, shown, _ = run("check", lista, "--json", "--together")
    [source] = json.loads(shown)["sources"]
    assert (status, source["whole"], source["error"], source["counts"]["projects"]) == (1, True, None, 3)
    assert source["source"] == str(lista)
    assert [each["code"] for each in source["findings"]] == ["BUD003", "BUD004"]
    assert source["together"]["results"]
    rules = {each.pop("code"): each for each in source["rules"]}
    assert rules["BUD004"]["failed"] == 1
    assert {sum(outcomes.values()) for outcomes in rules.values()} == {3}
    assert set(rules) == {rule.code for rule in RULES}


def test_what_cannot_be_written(run: Run, lista: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another form, a file that exists, a source, a program that is missing, a full sheet and a full disk are told."""
    for name, said in (("ut.txt", "”.txt” är inget vi känner till"), (lista.name, "är en av källorna")):
        status, shown, err = run("check", lista, "-o", tmp_path / name)
        assert (status, shown, said in err) == (2, "", True)
    with monkeypatch.context() as small:
        small.setattr("esfmodel.cli._findings.MOST_ROWS", 3)
        assert "är fler rader än ett blad rymmer (3)" in run("check", lista, "-o", tmp_path / "ut.xlsx")[2]
    with monkeypatch.context() as missing:
        missing.setitem(sys.modules, "xlsxwriter", None)
        assert (
            "kan inte skrivas, eftersom XlsxWriter inte är installerat"
            in run("check", lista, "-o", tmp_path / "ut.xlsx")[2]
        )

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("esfmodel.cli._findings._Csv.add", full)
    status, _, err = run("check", lista, "-o", tmp_path / "ut.csv")
    assert (status, "ut.csv" in err) == (2, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["lista.csv"]


def test_a_list_can_be_interrupted(run: Run, lista: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is status 130, and the file that stood there stays as it was."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "ut.csv"
    target.write_text("förut", "utf-8")
    monkeypatch.setattr("esfmodel.cli._judging.validate", interrupt)
    assert run("check", lista, "-o", target, "--force")[0] == 130
    assert target.read_text("utf-8") == "förut"


class Terminal(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


def test_a_bar_shows_how_far_a_list_is_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal alone; it is written over, and cleared before anything else is printed."""
    path, terminal = many(tmp_path / "lista.csv", 200), Terminal()
    assert run("diff", path, path)[2] == ""
    monkeypatch.setattr(sys, "stderr", terminal)
    run("diff", path, path)
    shown = terminal.getvalue()
    assert "går igenom raderna" in shown
    assert re.findall(r"\] (\d+) av 200 rader", shown) == ["64", "128", "192"] * 2
    assert "[############........]" in shown
    assert "\n" not in shown
    assert shown.split("\r")[-2].strip() == ""


# --- The command `table`


@pytest.mark.parametrize(
    ("by", "titles"),
    [
        ("län", ["Länet där ägaren har sitt säte", "Länet där projektet bedrivs"]),
        ("municipality", ["Kommunen där ägaren har sitt säte", "Kommunen där projektet bedrivs"]),
        ("Ort", ["Orten i ägarens adress"]),
        ("year", ["Startår", "Slutår", "Beslutsår"]),
        ("slag av ägare", ["Slag av ägare"]),
    ],
)
def test_sums_say_of_what(run: Run, lista: Path, by: str, titles: list[str]) -> None:
    """A short word asks for each meaning it has, in a table of its own, with the share without."""
    status, shown, _ = run("table", lista, "--by", by)
    assert status == 0
    assert [line.partition(", program")[0] for line in shown.splitlines() if ", programperiod" in line] == titles
    assert shown.count("Andel projekt utan känd uppgift om") == len(titles)


def test_sums_are_those_of_the_rows(run: Run, lista: Path, tmp_path: Path) -> None:
    """The sum of the table is that of the projects, and kinds of owner have their names in each language."""
    shown = " ".join(run("table", lista, "--by", "owner", "--lang", "en")[1].split())
    for row in ("municipality 2 SEK 3,900,000 ", "(not known) 1 SEK 245,000 ", "Sum 3 SEK 4,145,000 "):
        assert row in shown
    target = tmp_path / "ut.json"
    assert run("table", lista, "--by", "owner", "-o", target)[0] == 0
    assert len(read(target).projects) == 3
    assert run("table", target, "--by", "owner")[0] == 0


def test_places_that_are_several_or_of_two_periods(run: Run, tmp_path: Path) -> None:
    """Projects in several places are a group, and two programming periods are not added."""
    path = tmp_path / "projekt.json"
    places = (("Mora", "Ånge"), ("Mora",), ())
    periods = ("2014-2020", "2021-2027", "2021-2027")
    write(
        [
            Project(f"P{number}", municipalities=each, programming_period=period)
            for number, (each, period) in enumerate(zip(places, periods, strict=True))
        ],
        path,
    )
    shown = run("table", path, "--by", "municipality of the activity")[1]
    first, second = shown.split("programperiod ")[1:]
    assert ("(flera)" in first, "Mora" in first) == (True, False)
    assert second.index("Mora") < second.index("(inte känt)")


def test_what_a_table_needs(run: Run, lista: Path, tmp_path: Path) -> None:
    """A list without --by, a word that is none of them, and a file that is not there are told with what to do."""
    assert "lägg till --by med någon av län, kommun, ort, år, ägare".casefold() in run("table", lista)[2].casefold()
    book = openpyxl.Workbook()
    for row in (("Projekt", "EU-stöd, kr"), ("Gröna rum", 5)):
        book.worksheets[0].append(row)
    book.save(tmp_path / "lista.xlsx")
    assert "lägg till --by" in run("table", tmp_path / "lista.xlsx")[2].casefold()
    assert "--by: ”lan” är inget vi känner till. Menar du län?" in run("table", lista, "--by", "lan")[2]
    assert run("table", tmp_path / "ingen.csv", "--by", "år")[:2] == (2, "")


# --- The command `diff`


def test_what_has_changed_is_told(run: Run, lista: Path, tmp_path: Path) -> None:
    """New, changed and gone, and of what has changed each value before and after."""
    later = tmp_path / "senare.csv"
    later.write_text(
        HEADINGS
        + "23-040-S06;Gröna rum;Mora kommun;2023-03-01;2025-06-30;1 450 000;650 000;Avslutat\n"
        + "23-042-S06;Nya broar;;2023-03-01;2025-02-28;245 000;600 000;Avslutat\n"
        + "23-050-S06;Ljusa vägar;Ånge kommun;;;1 000 000;400 000;Pågår\n",
        "utf-8",
    )
    status, shown, err = run("diff", lista, later)
    assert (status, err) == (0, "")
    assert "Nya: 1. Ändrade: 2. Borta: 1. Oförändrade: 0." in shown
    assert "Nya\n===\nLjusa vägar (23-050-S06)\n" in shown
    assert "Borta\n=====\nMatvägen (23-041-S06)\n" in shown
    assert "Gröna rum (23-040-S06)\n  Period: 1 mars 2023–28 februari 2025 blev 1 mars 2023–30 juni 2025\n" in shown
    assert "\n  EU-stöd: 600 000 kr blev 650 000 kr\n" in shown
    assert "\n  Status: Pågår blev Avslutat\n" in shown
    assert "Nya broar (23-042-S06)\n  Stödmottagare, namn: Region Gävleborg blev ej angivet\n" in shown
    shown = run("diff", lista, lista, "--lang", "en")[1]
    assert "New: 0. Changed: 0. Gone: 0. Unchanged: 3." in shown


def test_values_of_every_kind_are_told(run: Run, tmp_path: Path) -> None:
    """Yes and no, parts of lists, and the lines of a budget whose sums stay as they are."""
    before, after = tmp_path / "a.toml", tmp_path / "b.toml"
    text = """
format = "esfmodel/projects"
version = 2
[[projects]]
name = "Gröna rum"
municipalities = ["Mora"]
strategic_importance = true
extra = [{ label = "Enhet", value = "Nord" }, { label = "Status", value = "Pågår" }]
budget = { financing = [{ funder = { source = "own" }, amount = "5 kr", reference = "x" }] }
"""
    before.write_text(text, "utf-8")
    for old, new in (
        ('["Mora"]', '["Mora", "Ånge"]'),
        ("strategic_importance = true\n", ""),
        ("Pågår", "Slut"),
        ('"x"', '"y"'),
    ):
        text = text.replace(old, new)
    after.write_text(text, "utf-8")
    shown = run("diff", before, after)[1]
    assert "\n  Kommun 2: ej angivet blev Ånge\n" in shown
    assert ": ja blev ej angivet\n" in shown
    assert ": x blev y\n" in shown
    assert "\n  Status: Pågår blev Slut\n" in shown
    assert "Enhet" not in shown


def test_what_cannot_be_paired_is_told(run: Run, tmp_path: Path) -> None:
    """Two projects with one number, rows that were not read, and files that are not there."""
    before, after = tmp_path / "a.csv", tmp_path / "b.csv"
    row = "23-040-S06;{};;;;{};;\n"
    before.write_text(HEADINGS + row.format("A", 1) + row.format("B", 2), "utf-8")
    after.write_text(HEADINGS + row.format("A", 3) + row.format("B", 4), "utf-8")
    shown = " ".join(run("diff", before, after)[1].split())
    assert "Går inte att para ihop" in shown
    assert f"2 i {before} och 2 i {after}" in shown
    after.write_text(LIST.replace("Matvägen;", "Mat;vägen;"), "utf-8")
    status, shown, _ = run("diff", before, after)
    assert (status, "kan finnas på en rad som inte lästes" in " ".join(shown.split())) == (2, True)
    assert run("diff", before, tmp_path / "ingen.csv")[:2] == (2, "")


# --- The command `convert`


def test_the_last_file_is_written(run: Run, lista: Path, tmp_path: Path) -> None:
    """As people write it: the list, and then the file that it becomes."""
    target = tmp_path / "ut.json"
    assert run("convert", lista, target, "--to", "json")[:2] == (0, "")
    assert read(target).projects == read(lista).projects
    status, shown, _ = run("convert", lista, target, "--to", "json")
    assert (status, len(json.loads(shown)["projects"])) == (0, 6)
    assert run("convert", lista, target, "--to", "toml", "--force")[:2] == (0, "")
    assert target.read_text("utf-8").startswith("format = ")
    assert run("convert", lista)[1].startswith("format = ")
    assert run("convert", "-", "-", "--to", "json", typed=lista.read_bytes())[0] == 2


def test_what_is_written_whole_is_not_read_again(run: Run, lista: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To a file of TOML or JSON, or to standard output, which is TOML where nothing else is asked for."""

    def again(*_: object) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr("esfmodel.cli._convert.not_kept", again)
    for options in ((), ("-o", "-"), ("--to", "json"), ("-o", lista.with_suffix(".toml"))):
        assert run("convert", lista, *options)[0] == 0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (LIST, ""),
        (LIST.replace("600 000;Pågår", "600 000;Slut"), "antalet projekt inom parentes: övriga uppgifter (1)."),
        (HEADINGS + "1;Gröna rum;;;;;;\n", "3 projekt skrevs, men 1 läses tillbaka."),
        ("", "det som skrevs går inte att läsa tillbaka."),
    ],
)
@pytest.mark.parametrize("target", ["ut.csv", "-"])
def test_what_a_format_has_no_room_for_is_told(
    run: Run, lista: Path, monkeypatch: pytest.MonkeyPatch, target: str, written: str, said: str
) -> None:
    """What was written is read again, and compared with what it was made of."""
    monkeypatch.chdir(lista.parent)

    def put(_projects: object, name: str, _format: str | None, _language: str) -> None:
        if name != "-":
            (lista.parent / name).write_text(written, "utf-8")

    def text(_projects: object, _format: str) -> str:
        return written

    monkeypatch.setattr("esfmodel.cli._convert.write_file", put)
    monkeypatch.setattr("esfmodel.cli._convert.to_text", text)
    monkeypatch.setattr("esfmodel.cli._convert.WHOLE", ())
    status, _, err = run("convert", lista.name, "-o", target, "--to", "json")
    notes = [line for line in err.splitlines() if line.startswith("esfmodel: ")]
    assert (status, len(notes)) == (0, bool(said))
    assert said in err


def test_a_fact_can_be_added(run: Run, lista: Path) -> None:
    """To each project that does not have it, under the label that is typed; what is no pair is refused."""
    shown = run("convert", lista, "--to", "json", "--extra", "Kurs = 11,20", "--extra", "status=Ny")[1]
    extra = [project["extra"] for project in json.loads(shown)["projects"]]
    assert all({"label": "Kurs", "value": "11,20"} in each for each in extra)
    assert not any(pair["value"] == "Ny" for each in extra for pair in each)
    assert run("convert", lista, "--extra", "Status=Ny")[1] == run("convert", lista)[1]
    for wrong in ("Kurs", "=5", "Kurs="):
        assert "är inte ett namn och en text" in run("convert", lista, "--extra", wrong)[2]
    assert "--extra: ”a”" in run("convert", lista, "--extra", "a=1", "--extra", "a=2")[2]


def test_a_list_is_not_written_beside_an_older_one(lista: Path, tmp_path: Path) -> None:
    """The file to write of a format of lists is the last even where it exists, and it is refused without --force."""
    target = tmp_path / "ut.csv"
    target.write_text(LIST, "utf-8")
    arguments = Namespace(files=[str(lista), str(target)], output=None, to="kohesio", force=False, extra=[])
    with pytest.raises(InvalidValue, match="exists"):
        show_converted(arguments)


def test_a_list_on_standard_output_is_as_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """No character is escaped, which CSV could not take back; on a terminal none can move the cursor."""
    text = "Namn;Belopp\r\nGrö\N{SOFT HYPHEN}na;5\r\n"

    def listed(*_: object, **__: object) -> str:
        return text

    monkeypatch.setattr("esfmodel.cli._targets.to_text", listed)
    written, terminal = io.BytesIO(), Terminal()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="latin-1"))
    write_file(Project("Gröna rum"), "-", "list_of_operations", "sv")
    assert written.getvalue() == text.encode()
    monkeypatch.setattr(sys, "stdout", terminal)
    write_file(Project("Gröna rum"), "-", "list_of_operations", "sv")
    assert terminal.getvalue() == "Namn;Belopp\nGrö\\xadna;5\n"


def test_findings_in_a_workbook_are_never_markup(run: Run, tmp_path: Path) -> None:
    """What XlsxWriter takes for its own markup is written as the text that it is."""
    path = tmp_path / "lista.csv"
    path.write_text("Projekt;Stödmottagare;Startdatum\n<r>5</r>;Falu kommun;2024-13-01\n", "utf-8")
    run("check", path, "-o", tmp_path / "ut.xlsx")
    sheet: Any = openpyxl.load_workbook(tmp_path / "ut.xlsx").active
    assert "<r>5</r>" in {cell.value for row in sheet.iter_rows() for cell in row}
