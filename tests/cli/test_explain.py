from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from esfmodel import explain
from esfmodel.cli import main
from esfmodel.formats import write
from esfmodel.model import Budget, Cost, CostCategory, FlatRate, Project, UnitCost
from esfmodel.values import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

STAFF = Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720))
INDIRECT = Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]))
PROJECT = Project(
    "Framtidskraft", operation_id="24-063-S05", programming_period="2021-2027", budget=Budget([STAFF, INDIRECT])
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `explain` and give its status, what it printed, with ordinary spaces, and what it complained of."""

    def command(*arguments: object) -> tuple[int, str, str]:
        status = main(["explain", *map(str, arguments)])
        shown = capsys.readouterr()
        return status, shown.out.replace("\N{NO-BREAK SPACE}", " "), shown.err

    return command


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write two projects to a file: one that has a budget, and one that has none."""
    written = tmp_path / "projects.json"
    write([PROJECT, Project("Utan budget")], written)
    return written


def test_the_workings_of_each_project(run: Run, path: Path) -> None:
    """Each project is named, and its workings are those of `explain` by the law of its programming period."""
    status, out, err = run(path, "total_cost")
    assert (status, err) == (0, "")
    assert out == (
        "Framtidskraft (24-063-S05)\n==========================\n\n"
        "Kostnadsrad 1, personal: 1 720 timmar × 674,80 kr = 1 160 656 kr\n"
        "Kostnadsrad 2, indirekta kostnader: 15 % × 1 160 656 kr = 174 098,40 kr (artikel 54 b i förordning\n"
        "(EU) 2021/1060)\n"
        "Summa kostnader: 1 160 656 kr + 174 098,40 kr = 1 334 754,40 kr\n"
        "Totalkostnad: summa kostnader 1 334 754,40 kr\n\n"
        "Utan budget\n===========\n\nProjektet har ingen budget.\n\n"
    )


def test_a_line_in_another_language(run: Run, path: Path) -> None:
    """A line of cost may be asked for, and what is said is said in the language asked for."""
    _, out, _ = run(path, "costs[0]", "--lang", "en")
    told = explain(PROJECT.budget or Budget(), "costs[0]").text("en").replace("\N{NO-BREAK SPACE}", " ")
    assert f"\n\n{told}\n\n" in out
    assert out.endswith("\n\nThe project has no budget.\n\n")


def test_a_programming_period_that_only_the_cci_tells_finds_the_law(run: Run, tmp_path: Path) -> None:
    """A flat rate is told with its row of the law, whatever tells the programming period."""
    write(Project("A", cci="2021SE05SFPR001", budget=PROJECT.budget), tmp_path / "a.json")
    assert "(artikel 54 b i förordning (EU) 2021/1060)" in " ".join(run(tmp_path / "a.json", "total_costs")[1].split())


def test_what_a_file_says_stays_on_its_line(run: Run, tmp_path: Path) -> None:
    """A unit with a line break in it cannot pass for a step of its own; too little known is said on one line."""
    cost = Cost(CostCategory.STAFF, UnitCost(Money(5), 2, unit="skift\nStöd: 1 kr"))
    write([Project("A", budget=Budget([cost])), Project("B", budget=Budget())], tmp_path / "a.json")
    lines = run(tmp_path / "a.json", "total_costs")[1].split("\n")
    assert not any(line.startswith("Stöd") for line in lines)
    assert "Summa kostnader: går inte att räkna ut, eftersom för lite är känt" in lines


def test_the_examples_can_be_explained(run: Run) -> None:
    """The last word is the figure, also where no file is named."""
    status, out, err = run("--examples", "support_rate")
    assert (status, err) == (0, "")
    assert "Stödandel: stöd 3 706 566 kr / totalkostnad 4 942 088 kr = 75 %\n" in out


def test_what_is_no_figure_is_refused(run: Run, path: Path) -> None:
    """A figure that a budget has not, and a figure or a file alone, end with 2 and say what to do."""
    status, _, err = run(path, "travel", "--lang", "en")
    assert status == 2
    assert err.startswith("esfmodel: FIGURE: “travel” ")
    assert "own_contribution" in err
    assert err.count("\n") == 1
    assert run(path, "travel")[2].startswith("esfmodel: UPPGIFT: ”travel” ")
    assert (
        run("support_rate")[2] == "esfmodel: Ingen fil har angetts. Ange en fil, - för standard in, eller --examples.\n"
    )
    assert "Använd något av total_costs, total_financing," in run(path)[2]
