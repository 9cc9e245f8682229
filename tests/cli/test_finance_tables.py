"""The command `table`: sums, what was assumed, and the budget as a project file."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from esfmodel import Money, read
from esfmodel.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "check-a-finance-table.md"
BUDGET = "Tabell 1. Ljusa vägar\nFinansiär;kr\nEU-stöd;700 000\nKommunen;300 000\nTotalt;1 000 000\nKälla: beslutet\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `table` on a text from standard input, and return its status, what it printed and what it complained of."""

    def command(text: str, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        status = main(["table", *([] if arguments[:1] == ("table.md",) else ["-"]), *arguments])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


def test_a_table_that_adds_up(run: Run) -> None:
    """The form, what stands beside the table, the verdict and the budget are told, in both languages."""
    status, shown, _ = run(BUDGET)
    assert status == 0
    assert "Läst som: celler åtskilda av semikolon. Raderna är: finansiering." in shown
    assert "Vid sidan av tabellen: Tabell 1. Ljusa vägar\nVid sidan av tabellen: Källa: beslutet" in shown
    assert "Summorna stämmer." in shown
    assert "  stöd                                               700 000 kr   70 %" in shown
    assert "Problem" not in shown
    status, shown, _ = run(BUDGET, "--lang", "en")
    assert "Read as: cells parted by semicolons. The rows are: financing." in shown
    assert "The sums are right." in shown


def test_a_budget_fits_a_narrow_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who pays, and what it costs by category and partner."""
    monkeypatch.setenv("COLUMNS", "60")
    for text in (BUDGET, "Partner;Personal, kr;Resor, kr;Totalt, kr\nAlfa;5;6;11\nBeta;7;8;15\n"):
        shown = run(text)[1]
        assert max(map(len, shown.split("\n"))) <= 60
        assert "---" in shown


@pytest.mark.parametrize(
    ("text", "status", "verdict"),
    [
        (
            "Finansiär;kr\nEU;1,5\nKommunen;2\nTotalt;9 000\n",
            1,
            "The sums are not right.\nline 4, Totalt, kr: 9,000 stated, 3.5 computed, difference −8,996.5 (unequal)",
        ),
        (
            "Finansiär;mnkr\nEU;1\nKommunen;2\nTotalt;4\n",
            0,
            "The sums differ from their parts, by no more than rounding",
        ),
        ("Finansiär;kr\nEU;1\nKommunen;-\nTotalt;4\n", 0, "The parts come to less than the sums"),
        ("Finansiär;kr\nEU;1\nKommunen;2\n", 0, "The table states no sums.\nkr: 3 computed, no sum stated"),
    ],
)
def test_sums_are_told(run: Run, text: str, status: int, verdict: str) -> None:
    """Each sum that does not agree is listed, and only one that is wrong makes the status 1."""
    found, shown, _ = run(text, "--lang", "en")
    assert (found, verdict in shown) == (status, True)


def test_what_was_assumed_is_told_and_can_be_stated(run: Run) -> None:
    """A unit that the table does not state is assumed with a word, or taken from the options."""
    text = "Finansiär;Belopp\nEU-stöd;700\nKommunen;300\n"
    assert "Line 2, Belopp: " in run(text, "--lang", "en")[1]
    shown = run(text, "--currency", "EUR", "--unit", "1000", "--lang", "en")[1]
    assert "EUR 700,000" in shown
    assert "Problems" not in shown
    assert "EUR 700" in run("Finansiär\nEUR\nEU-stöd\n700\n", "--width", "2", "--lang", "en")[1]


def test_costs_partners_projects_and_programmes(run: Run) -> None:
    """What a table is of is shown: costs by category, by partner too, a number of projects, or sums alone."""
    assert "Personal            5 kr\n" in run("Kostnadsslag;kr\nPersonal;5\nResor;7\n")[1]
    assert "Partner  " in run("Partner;Personal, kr;Resor, kr;Totalt, kr\nAlfa;5;6;11\nBeta;7;8;15\n")[1]
    assert "Antal projekt: 2" in run("projekt;EU-stöd, kr\nAlfa;5\nBeta;6\n")[1]
    assert run("Program;EU, mnkr;Totalt, mnkr\nNorr;5;9\n")[1].endswith("ingen summa angiven\n\n")


def test_the_budget_as_a_project_file(run: Run, tmp_path: Path) -> None:
    """The file holds the budget; that the name is not one is told where it is written."""
    path = tmp_path / "budget.toml"
    status, shown, _ = run(BUDGET, "-o", str(path))
    project = read(path).one()
    assert status == 0
    assert project.name == "Tabell 1. Ljusa vägar"
    assert project.budget is not None
    assert project.budget.total == Money(1_000_000)
    assert "används som projektnamn" in shown


def test_the_page_shows_what_the_command_says(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The table of the guide and what is printed of it are those of the command."""
    table, command, said, *_ = re.findall(r"```(?:text|bash)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "table.md").write_text(table, "utf-8")
    monkeypatch.chdir(tmp_path)
    status, printed, _ = run(table, *command.removeprefix("esfmodel table ").split())
    assert (status, printed.strip()) == (1, said.strip())


@pytest.mark.parametrize(
    ("text", "arguments", "wrong"),
    [
        ("finansiär;kr\n", [], "standard input: has no rows (read as: cells parted by semicolons)"),
        (BUDGET, ["--currency", "XX"], "--currency: “XX” is not a currency code"),
        (BUDGET, ["--unit", "5"], "--unit: 5 is no unit of tables"),
        (BUDGET, ["--width", "1"], "--width: 1 is no number of columns"),
        (BUDGET, ["--column", "öre"], "--column: “öre” does not name one column of amounts"),
        (BUDGET, ["-o", "budget.doc"], "--output: “budget.doc” cannot be used here"),
        (
            BUDGET,
            ["-o", "no such folder/budget.toml"],
            "no such folder/budget.toml: lies in a folder that is not there",
        ),
        (
            'format = "esfmodel/projects"\n',
            [],
            "standard input: is a project file, and no table.",
        ),
        (
            "Program;EU, mnkr;Totalt, mnkr\nNorr;5;9\n",
            ["-o", "a.toml"],
            "standard input: is a table of programmes or regions",
        ),
    ],
)
def test_what_is_refused(run: Run, text: str, arguments: list[str], wrong: str) -> None:
    """A table that cannot be read and an option that is wrong are told by name, with status 2."""
    status, shown, complaint = run(text, *arguments, "--lang", "en")
    assert (status, shown) == (2, "")
    assert complaint.casefold().startswith(f"esfmodel: {wrong}".casefold())
