"""The command `check` of large lists: by columns, with the same findings as one project at a time."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import polars as pl
import pytest

from esfmodel import RULES, Fund, Money, Project, read, validate, write
from esfmodel.cli import _check_columns, main
from esfmodel.frames import COVERED, from_frame, to_frame
from esfmodel.model import Budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

HEADINGS = "Projektnummer;Projektnamn;Startdatum;Slutdatum;Total budget (SEK);EU-stöd (SEK);Fond;Programperiod\n"
LIST = (
    HEADINGS
    + "23-040-S06;Gröna rum;2023-03-01;2025-02-28;1 450 000;600 000;ESF+;2021-2027\n"
    + "23-041-S06;Matvägen;2019-03-01;2020-02-28;2 450 000;800 000;ESF+;2021-2027\n"
    + "23-042-S06;=Nya broar;2023-03-01;2025-02-28;245 000;600 000;ESF;2021-2027\n"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command, and return its status, what it printed and what it complained of."""

    def command(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a list that counts as large, of which two projects have errors."""
    monkeypatch.setattr(_check_columns, "LARGEST", 100)
    path = tmp_path / "lista.csv"
    path.write_text(LIST, "utf-8")
    return path


def found_one_by_one(projects: list[Project]) -> list[tuple[str, str, str]]:
    """Return number, code and severity of each finding of the rules that a row is enough for."""
    rules = [RULES[code] for code in COVERED]
    return [
        (str(project.operation_id), finding.rule, finding.severity.value)
        for project in projects
        for finding in sorted(validate(project, rules=rules).findings, key=lambda each: each.rule)
    ]


def rows_of(text: str) -> list[dict[str, str]]:
    """Return the rows of a table with semicolons."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_large_list_is_judged_by_columns_and_says_so(run: Run, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules that were tried are counted, and rows with errors are told in sentences."""
    status, shown, err = run("check", large)
    assert (status, err) == (1, "")
    assert f"mot de {len(COVERED)} regler som en rad räcker för" in " ".join(shown.split())
    assert "Projekt 2, =Nya broar (23-042-S06)\n" in shown
    assert "Stödet är 600 000 kr men totalkostnaden bara 245 000 kr" in shown
    assert "BUD004  fel" in shown
    assert "Rader: 3. Projekt: 3." in shown
    monkeypatch.setattr(_check_columns, "AT_A_TIME", 1)
    assert run("check", large) == (1, shown, "")


def test_it_is_shown_that_a_large_list_is_read(run: Run, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, before its rows are counted, which may take a while; the line is cleared at last."""
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    run("check", large)
    shown = terminal.getvalue().split("\r")
    assert "går igenom raderna" in shown[0]
    assert "\n" not in terminal.getvalue()
    assert "".join(shown[-2:]).strip() == ""


def test_what_is_no_list_is_read_as_ever(run: Run, large: Path) -> None:
    """A project file may be as large as a list."""
    path = large.with_suffix(".toml")
    write(read(large).projects[0], path)
    assert path.stat().st_size > _check_columns.LARGEST
    status, shown, err = run("check", path)
    assert (status, err) == (0, "")
    assert "kolumnvis" not in shown


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_can_be_read_only_once_is_read_whole(run: Run, tmp_path: Path) -> None:
    """A pipe, as `<(…)` is one in a shell, is not emptied by a look at how large it is."""
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(LIST, "utf-8"), daemon=True)
    writer.start()
    status, shown, err = run("check", pipe)
    writer.join(10)
    assert (status, err) == (1, "")
    assert "Rader: 3. Projekt: 3." in shown


def test_one_by_one_is_as_before(run: Run, large: Path) -> None:
    """Who asks for it has every rule, and the numbers of the rows."""
    status, shown, _ = run("check", large, "--one-by-one")
    assert status == 1
    assert "kolumnvis" not in shown
    assert f"{len(RULES)} regler:" in shown


@pytest.mark.parametrize("option", [("--json",), ("--together",), ("--rate", "EUR=11,20"), ("-o", "alla.xlsx")])
def test_what_needs_projects_is_judged_one_by_one(
    run: Run, large: Path, option: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Options that columns do not have choose the other way, however large the list is."""
    monkeypatch.chdir(large.parent)
    _, shown, err = run("check", large, *option)
    assert "kolumnvis" not in shown
    assert err == ""


@pytest.mark.parametrize("at_a_time", [1, 2, 100])
def test_all_that_is_found_is_written_as_csv_and_parquet(
    run: Run, large: Path, at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both files have the findings of the projects, a row for each; what looks like a formula is text."""
    monkeypatch.setattr(_check_columns, "AT_A_TIME", at_a_time)
    target, table = large.with_name("fynd.parquet"), large.with_name("fynd.csv")
    assert run("check", large, "-o", target)[0] == 1
    assert run("check", large, "-o", table)[0] == 1
    frame = pl.read_parquet(target)
    rows = rows_of(table.read_text("utf-8"))
    expected = found_one_by_one([*read(large).projects])
    assert len(expected) > 2
    assert frame.select("operation_id", "code", "severity").rows() == expected
    assert [(row["operation_id"], row["code"], row["severity"]) for row in rows] == expected
    assert {row["name"] for row in rows if row["code"] == "BUD004"} == {"'=Nya broar"}
    _, shown, _ = run("check", large, "-o", "-")
    assert rows_of(shown) == rows


def test_parquet_is_always_judged_by_columns(run: Run, tmp_path: Path) -> None:
    """Also where it is small; an ignored rule is left out."""
    path = tmp_path / "r.parquet"
    to_frame([Project("A", budget=Budget(total=Money(5)))]).write_parquet(path)
    status, shown, err = run("check", path, "--ignore", "PRJ", "--verbose", "--lang", "en")
    assert (status, err) == (0, "")
    assert "PRJ" not in shown
    assert "BUD004" in shown
    assert "--one-by-one" not in shown


def test_parquet_is_refused_where_projects_are_needed(run: Run, large: Path, tmp_path: Path) -> None:
    """An option that needs projects, and another file, are told."""
    path = tmp_path / "r.parquet"
    to_frame([Project("A")]).write_parquet(path)
    assert run("check", path, "--together")[::2] == (
        2,
        "esfmodel: --together: är inte till för Parquet, som prövas kolumnvis. Utelämna flaggan.\n",
    )
    for other in ("-", tmp_path / "liten.csv"):
        (tmp_path / "liten.csv").write_text(HEADINGS, "utf-8")
        status, _, err = run("check", path, other)
        assert status == 2
        assert "Granska filen för sig." in err
    assert run("check", path, large)[0] == 1
    status, _, err = run("check", path, "-o", tmp_path / "x.xlsx")
    assert status == 2
    assert ".csv" in err
    assert ".parquet" in err


def test_what_cannot_be_read_is_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    """A file of Parquet that is cut short is an error that names it."""
    path = tmp_path / "r.parquet"
    to_frame([Project("A")]).write_parquet(path)
    path.write_bytes(path.read_bytes()[:-20])
    status, _, err = run("check", path, "-o", tmp_path / "fynd.csv")
    assert status == 2
    assert "r.parquet" in err
    assert not (tmp_path / "fynd.csv").exists()


def test_of_many_rows_the_first_are_shown(run: Run, tmp_path: Path) -> None:
    """The others are counted, and shown with --verbose."""
    path = tmp_path / "r.parquet"
    projects = [Project(f"P{number}", fund=Fund.ESF, programming_period="2021-2027") for number in range(25)]
    to_frame(projects).write_parquet(path)
    _, shown, _ = run("check", path)
    assert shown.count("Fonden ESF finns inte") == 20
    assert "Fler rader med fel eller varningar: 5." in shown
    _, shown, _ = run("check", path, "--verbose")
    assert shown.count("Fonden ESF finns inte") == 25
    assert from_frame(pl.read_parquet(path)).counts.projects == 25


def test_without_polars_a_large_list_is_judged_one_by_one(
    run: Run, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is no need of the command."""

    def nothing(_name: str) -> None:
        """Find no package."""

    monkeypatch.setattr(_check_columns, "find_spec", nothing)
    _, shown, _ = run("check", large)
    assert "kolumnvis" not in shown
    assert "BUD003" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_and_nothing_is_written(large: Path, tmp_path: Path) -> None:
    """The temporary folder is what is full."""
    limited = (
        "import resource as r, signal as s; s.signal(s.SIGXFSZ, s.SIG_IGN); r.setrlimit(r.RLIMIT_FSIZE, (100,) * 2);"
        "from esfmodel.cli import _check_columns as c, main; c.LARGEST = 0; import sys; sys.exit(main(sys.argv[1:]))"
    )
    target = tmp_path / "full.csv"
    command = [sys.executable, "-B", "-c", limited, "check", str(large), "-o", str(target), "--lang", "en"]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ended.returncode, target.exists()) == (2, False)
    assert "has no room where it is to be written" in ended.stderr


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"project": [1, 1]}, "har rader med samma nummer i kolumnen project"),
        ({"name": ["A", " "]}, "har rader utan värde i kolumnen name (1)"),
        ({"support_minor": [1.5, 2.0]}, "”Float64” är typen på kolumnen support_minor"),
    ],
)
def test_what_is_wrong_with_a_frame_is_told_of_its_file(
    run: Run, tmp_path: Path, columns: dict[str, list[object]], told: str
) -> None:
    """Nothing is written then, and the name of the file is no place in a project."""
    path, target = tmp_path / "ram.parquet", tmp_path / "fynd.csv"
    usual = {"project": [0, 1], "name": ["A", "B"], "currency": ["SEK", "SEK"], "support_minor": [-5, -7]}
    pl.DataFrame(usual | columns).write_parquet(path)
    status, _, complaint = run("check", path, "-o", target)
    assert (status, target.exists()) == (2, False)
    assert f"{path}: {told}" in complaint


def test_what_is_wrong_in_one_file_stops_no_other(run: Run, tmp_path: Path) -> None:
    """A file with floats and one without columns are told of by their names, and the third is judged."""
    floats, bare, good = (tmp_path / f"{name}.parquet" for name in ("decimaltal", "tom", "bra"))
    pl.DataFrame({"Projektnamn": ["Gröna rum"], "EU-stöd (SEK)": [1.5]}).write_parquet(floats)
    pl.DataFrame({}).write_parquet(bare)
    pl.DataFrame({"Projektnamn": ["Gröna rum"], "EU-stöd (SEK)": [15]}).write_parquet(good)
    status, shown, err = run("check", floats, bare, good)
    assert status == 2
    assert "Rader: 1. Projekt: 1." in shown
    first, second = err.splitlines()
    assert first.startswith(f"esfmodel: {floats}: har flyttal i kolumnen EU-stöd (SEK)")
    assert second == f"esfmodel: {bare}: är tom. Kontrollera att innehållet har sparats."
