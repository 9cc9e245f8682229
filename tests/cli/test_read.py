"""The command `read`: a row for each page that tells of a project, with its words, and what a list knows already."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esfmodel import Project, read, read_text, to_text
from esfmodel.cli import main
from esfmodel.formats.evidence import Evidence
from esfmodel.formats.lists.writing import evidence_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PAGE = """\
Nytt stöd till skogsbygden

Projektet Skogslyftet ska ge sågverk ny kunskap. Europeiska socialfonden har beviljat {support} kronor till projektet.

Projektägare: Sala kommun

Antal deltagare: {participants}

Samverkansparter är Heby kommun och Mora kommun.
"""
CALL = "Nu utlyser Europeiska socialfonden 40 miljoner kronor. Sök senast den 1 maj 2025.\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in a folder with two pages, and return its status, what it printed and what it complained of."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sida.txt").write_text(PAGE.format(support="4 250 000", participants=120), "utf-8")
    (tmp_path / "utlysning.txt").write_text(CALL, "utf-8")

    def command(*arguments: str) -> tuple[int, str, str]:
        status = main([*arguments])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


def test_pages_become_rows_and_none_is_lost(run: Run) -> None:
    """Of three pages one has a draft; the others are named, with the reason for each."""
    status, out, err = run("read", "sida.txt", "utlysning.txt", "borta.txt", "--to", "xlsx")
    assert status == 2
    assert out == "Sidor: 3. Utkast: 1. Utan utkast: 2 (utlysning.txt, borta.txt).\n"
    assert "Problem vid läsningen av utlysning.txt" in err
    assert "borta.txt: finns inte" in err
    assert "partner (1)" in err
    draft = read("utkast.xlsx").one()
    assert (draft.name, draft.planned_participants) == ("Skogslyftet", 120)
    extra = dict(draft.extra)
    assert extra["Källfil"] == "sida.txt"
    assert "Planerat antal deltagare (rad 7): ”120”" in extra["Belägg på sidan"]
    assert "Partner 2 (rad 9): ”Mora kommun”" in extra["Belägg på sidan"]
    assert read("utkast.xlsx").problems == ()
    assert run("check", "utkast.xlsx")[0] == 0


def test_pages_on_one_project_stay_rows_of_their_own(run: Run, tmp_path: Path) -> None:
    """That they may tell of the same is told, once though both name and number are one."""
    page = PAGE.format(support="4 250 000", participants=120) + "\nDiarienummer: 23-040-S06\n"
    for name in ("ett.txt", "två.txt"):
        (tmp_path / name).write_text(page, "utf-8")
    status, out, _ = run("read", "ett.txt", "två.txt", "-o", "utkast.csv")
    rows = (tmp_path / "utkast.csv").read_text("utf-8").splitlines()[1:]
    assert (status, [row.partition(";")[0] for row in rows]) == (0, ["23-040-S06", "23-040-S06"])
    assert out.split("\n")[1] == "Samma projekt? Flera sidor har samma namn eller nummer: ett.txt, två.txt."


@given(st.integers(1, 9_999), st.integers(100_000, 99_999_999))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_row_reads_back_as_the_draft(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], participants: int, support: int
) -> None:
    """Every field that a list has a column for comes back, and the words of the page stand beside it."""
    page = PAGE.format(support=f"{support:,}".replace(",", " "), participants=participants)
    draft = read_text(page, "announcement").one()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    assert main(["read", "-"]) == 0
    printed = capsysbinary.readouterr()
    assert printed.err.decode().endswith("Sidor: 1. Utkast: 1.\n")
    row = read_text(printed.out.decode()).one()
    assert draft.budget is not None
    assert row.budget is not None
    assert (row.name, row.beneficiary, row.fund) == (draft.name, draft.beneficiary, draft.fund)
    assert (row.planned_participants, row.budget.support) == (participants, draft.budget.support)
    [cells] = csv.DictReader(io.StringIO(printed.out.decode()), delimiter=";")
    assert f"”{participants}”" in cells["Belägg på sidan"]


@pytest.mark.parametrize("form", ["json", "toml"])
def test_drafts_are_project_files(run: Run, form: str) -> None:
    """A project file keeps all that was read, and is written by the suffix of its name too."""
    draft = read("sida.txt", "announcement").one()
    assert run("read", "sida.txt", "--to", form)[:2] == (0, to_text(draft, form))
    assert run("read", "sida.txt", "-o", f"utkast.{form}") == (0, "Sidor: 1. Utkast: 1.\n", "")
    assert read(f"utkast.{form}").one() == draft


@pytest.mark.parametrize(
    ("row", "numbers", "note"),
    [
        ("23-040-S06;Rum;Sala kommun;120", "nya: 1, redan kända: 0, motsägande: 0, oklara: 0", "ny"),
        (";SKOGSLYFTET;Sala kommun;120", "nya: 0, redan kända: 1, motsägande: 0, oklara: 0", "redan känd: SKOGSLYFTET"),
        (
            "23-040-S06;Skogslyftet;Sala kommun;140",
            "nya: 0, redan kända: 0, motsägande: 1, oklara: 0",
            "motsäger Skogslyftet (23-040-S06): planerat antal deltagare 120 på sidan, 140 i listan",
        ),
        (";Skogslyftet;;120", "nya: 0, redan kända: 0, motsägande: 0, oklara: 1", "oklart, kan vara Skogslyftet"),
    ],
)
def test_drafts_are_compared_with_a_list(run: Run, tmp_path: Path, row: str, numbers: str, note: str) -> None:
    """The numbers add up, and the row says what the list has."""
    head = "Diarienummer;Projektnamn;Stödmottagare;Planerat antal deltagare"
    (tmp_path / "lista.csv").write_text(f"{head}\n{row}\n24-001-S06;Andra;Mora kommun;5\n", "utf-8")
    status, out, _ = run("read", "sida.txt", "--known", "lista.csv", "-o", "utkast.csv")
    assert status == 0
    assert out.split("\n")[1] == f"Jämfört med lista.csv: {numbers}."
    assert dict(read("utkast.csv").one().extra)["Jämfört med listan"] == note


def test_what_cannot_be_written_or_compared_is_told(run: Run, tmp_path: Path) -> None:
    """No page without a draft makes a file, and no workbook goes to standard output."""
    assert run("read", "utlysning.txt", "-o", "utkast.csv")[0] == 2
    assert not (tmp_path / "utkast.csv").exists()
    assert "csv, json, toml" in run("read", "sida.txt", "--to", "xlsx", "-o", "-")[2]
    assert ".doc" in run("read", "sida.txt", "-o", "utkast.doc")[2]
    assert "finns inte" in run("read", "sida.txt", "--known", "borta.csv")[2]
    assert run("read", "sida.txt", "-o", "sida.txt", "--to", "csv")[0] == 2
    (tmp_path / "halv.csv").write_text("Projektnamn;Stödmottagare;Stöd (SEK)\nRum;Sala;kommun;5\nSal;Mora;6\n", "utf-8")
    assert run("read", "sida.txt", "--known", "halv.csv", "-o", "u.csv")[0] == 2


def test_evidence_is_bounded() -> None:
    """A cell holds so much and no more; values without words of their own are left out."""
    long = Evidence(line=1, spans=((0, 500),), text="ord " * 125)
    shown = evidence_text({"name": long, "": Evidence(file="a")}, "en")
    assert shown.startswith("Name (line 1): “ord ord")
    assert len(shown) < 200
    many = {f"partners[{index}]": Evidence(line=index, spans=((0, 1),), text="x" * 160) for index in range(999)}
    assert len(evidence_text(many, "sv")) == 32_767
    assert to_text(Project("Rum"), "list_of_operations").startswith("Diarienummer")


def test_what_a_list_does_not_say_is_told(run: Run, tmp_path: Path) -> None:
    """Amounts that the list leaves unread contradict nothing, so that they are told of."""
    rows = "Projektnamn;Stödmottagare;Beviljat stöd\nSkogslyftet;Sala kommun;9000000\nGröna rum;Mora kommun;70000\n"
    (tmp_path / "lista.csv").write_text(rows, "utf-8")
    status, out, err = run("read", "sida.txt", "--known", "lista.csv", "-o", "ut.csv")
    assert status == 0
    assert "redan kända: 1" in out
    assert "ingenting visar i vilken valuta" in err.replace("\n    ", " ").replace("\n  ", " ")
