"""The command `report`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from esfmodel.cli import main
from esfmodel.display import html_report
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG
from esfmodel.formats import to_text
from esfmodel.model import Call, OwnShare, Project, Requirement
from esfmodel.values import Rate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write the project of Kronoberg to a file in a folder."""
    (tmp_path / "hemligt").mkdir()
    path = tmp_path / "hemligt" / "projekt.toml"
    path.write_text(to_text(KOMPETENS_I_KRONOBERG, "project_toml"), "utf-8")
    return path


def test_a_report_is_written(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is the page, in the language asked for; the terminal tells how the review ends and where the page is."""
    target = tmp_path / "rapport.html"
    assert main(["report", str(source), "-o", str(target)]) == 0
    told = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Granskningen är inte fullständig och innebär inget godkännande." in told
    assert told.endswith(f"\nRapporten är skriven: {target}\n")
    page = target.read_text("utf-8")
    assert page.replace("<p>Läst ur filen projekt.toml.</p>", "") == html_report(KOMPETENS_I_KRONOBERG)
    assert "hemligt" not in page
    assert main(["report", str(source), "-o", str(target)]) == 2
    assert main(["report", str(source), "-o", str(target), "--force", "--lang", "en"]) == 0
    assert '<html lang="en">' in target.read_text("utf-8")


def test_a_report_is_of_the_day_that_is_asked_for(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page says by the law of which day the project was judged; what is no day is refused."""
    assert main(["report", str(source), "--on", "2024-05-01"]) == 0
    assert "enligt gällande rätt den 1 maj 2024" in capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert main(["report", str(source), "--on", "2024-02-31"]) == 2
    assert "--on: ”2024-02-31” " in capsys.readouterr().err


def test_a_report_goes_to_standard_output(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file the page is printed and nothing beside it."""
    assert main(["report", str(source)]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("<!DOCTYPE html>")
    assert printed.out.endswith("</html>\n")
    assert printed.err == ""


def test_a_report_is_on_one_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several one is named, by its number or its name; else the error says which there are."""
    target = tmp_path / "r.html"
    path = tmp_path / "alla.json"
    projects = [*EXAMPLES.values(), *(Project(f"Projekt {number}") for number in range(5))]
    path.write_text(to_text(projects, "project_json"), "utf-8")
    assert main(["report", str(path), "-o", str(target)]) == 2
    told = capsys.readouterr().err
    assert "här finns 13. Ange ett av dem med --project" in told
    assert all(name in told for name in ("24-063-S05", "Projekt 1, …"))
    assert not target.exists()
    for asked, name in (("24-063-s05", "Framtidskraft"), ("kompetenskompassen", "Kompetenskompassen")):
        assert main(["report", str(path), "--project", asked, "-o", str(target), "--force"]) == 0
        assert f"<h1>{name}</h1>" in target.read_text("utf-8")
    capsys.readouterr()
    assert main(["report", str(path), "--project", "24-063-S06"]) == 2
    assert "24-063-S05" in capsys.readouterr().err
    assert main(["report", "--examples", "--project", "Kompetenskompassen", "-o", str(target), "--force"]) == 0
    assert "Läst ur filen" not in target.read_text("utf-8")


@pytest.mark.parametrize("name", ["lista.csv", "alla.json"])
def test_a_page_has_the_problems_of_its_project(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the others nothing is told on a page that is sent to somebody; the terminal tells all."""
    path, target = tmp_path / name, tmp_path / "r.html"
    if name == "lista.csv":
        path.write_text("Projekt;Start;Slut\nAlfa;2024-13-01;2025\nBeta;2024;2025-14-01\n;2024-01-01;\n", "utf-8")
    else:
        listed = '{"name": "Alfa", "a 13": 1}, {"region": "Noll"}, {"name": "Beta", "b 14": 1}'
        path.write_text(f'{{"format": "esfmodel/projects", "version": 2, "projects": [{listed}], "c": 1}}', "utf-8")
    for asked, own, other in (("Alfa", "13", "14"), ("Beta", "14", "13")):
        main(["report", str(path), "--no-strict", "--project", asked, "-o", str(target), "--force"])
        [told] = re.findall("Problem vid läsningen</h2>(.*?)</section>", target.read_text("utf-8"), re.DOTALL)
        assert own in told
        assert other not in told
        assert "namn" not in told
        assert "14" in capsys.readouterr().err


def test_a_list_that_cannot_be_read_has_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the file, and no project is asked for."""
    path = tmp_path / "lista.csv"
    path.write_text("a;b\n1;2\n", "utf-8")
    assert main(["report", str(path), "--format", "list_of_operations"]) == 2
    assert f"esfmodel: {path}: " in capsys.readouterr().err


def test_a_project_is_asked_for_as_its_name_is_shown(tmp_path: Path) -> None:
    """The error shows names on one line with single spaces, and takes them so."""
    path, target = tmp_path / "p.json", tmp_path / "r.html"
    path.write_text(to_text([Project("Gröna  rum"), Project("Blå")], "project_json"), "utf-8")
    assert main(["report", str(path), "--project", " gröna rum", "-o", str(target)]) == 0


def test_a_name_that_two_projects_have_is_not_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Then there is no telling which of them is meant."""
    path = tmp_path / "två.json"
    path.write_text(to_text([Project("A", region="X"), Project("A", region="Y")], "project_json"), "utf-8")
    assert main(["report", str(path), "--project", "A"]) == 2
    assert "här finns 2" in capsys.readouterr().err


def test_the_call_is_that_of_the_option(source: Path, tmp_path: Path) -> None:
    """A project is judged by the call that is given, and the page says so where it states another."""
    call, target = tmp_path / "call.toml", tmp_path / "r.html"
    call.write_text('[call]\nname = "Kring"\nown_share = { requirement = "at least", rate = "46 %" }\n', "utf-8")
    assert main(["report", str(source), "--call", str(call), "-o", str(target)]) == 0
    page = target.read_text("utf-8")
    assert "Granskat mot utlysningen Kring." in page
    assert "annan utlysning" not in page
    own = Project("A", call=Call(name="Egen", own_share=OwnShare(Requirement.AT_LEAST, Rate.of_percent(10))))
    source.write_text(to_text(own, "project_toml"), "utf-8")
    assert main(["report", str(source), "--call", str(call), "-o", str(target), "--force"]) == 0
    assert "anger en annan utlysning än den som den har prövats mot" in target.read_text("utf-8")


def test_what_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file has no report; problems of one that is read stand in the page too."""
    assert main(["report", str(tmp_path / "nej.toml")]) == 2
    assert main(["report"]) == 2
    assert "Ingen fil" in capsys.readouterr().err
    path, target = tmp_path / "p.toml", tmp_path / "r.html"
    path.write_text(to_text(Project("A"), "project_toml") + '"okänt" = "x"\n', "utf-8")
    assert main(["report", str(path), "--no-strict", "-o", str(target)]) == 0
    assert "Problem vid läsningen" in target.read_text("utf-8")
    assert "okänt" in capsys.readouterr().err
