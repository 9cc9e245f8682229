from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from esfmodel.cli import main
from esfmodel.examples import KOMPETENS_I_KRONOBERG
from esfmodel.formats import read, to_text
from esfmodel.model import Budget, Project
from esfmodel.values import Money, Rate
from esfmodel.values.nesting import toml_has_comments

if TYPE_CHECKING:
    from pathlib import Path

PLAN = ["plan", "--support", "8 000 000 kr", "--own-rate", "55 %"]
TABLE = "projekt;EU-stöd\nGröna rum;450 000\n"


@pytest.fixture
def commented(tmp_path: Path) -> Path:
    """Write a project file with a comment."""
    path = tmp_path / "source.toml"
    path.write_text(f"# Vår ansökan\n{to_text(KOMPETENS_I_KRONOBERG, 'project_toml')}", "utf-8")
    return path


def test_a_plan_becomes_a_project_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file holds the planned budget, and what is printed is what is printed without it."""
    main(PLAN)
    printed = capsys.readouterr()
    for name in ("plan.toml", "plan.json"):
        path = tmp_path / name
        assert main([*PLAN, "-o", str(path)]) == 0
        assert capsys.readouterr() == printed
        budget = Budget.plan(support=Money(8_000_000), own_rate=Rate.of_percent(55))
        assert read(path).one() == Project("Planerat projekt", budget=budget)
        assert main(["check", str(path)]) == 0
        capsys.readouterr()
    assert main([*PLAN, "-o", str(tmp_path / "plan.xyz")]) == 2
    assert main([*PLAN, "-o", str(tmp_path / "no" / "plan.toml")]) == 2


@pytest.mark.parametrize(
    "command",
    [PLAN, ["new"], ["convert", "{source}"], ["table", "{table}", "--currency", "EUR"]],
    ids=lambda command: command[0],
)
def test_no_file_is_written_over_unasked(
    command: list[str], commented: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file with something in it stays as it is until --force is given; an empty one is written."""
    table, target = tmp_path / "table.csv", tmp_path / "target.toml"
    table.write_text(TABLE, "utf-8")
    target.write_text("min text", "utf-8")
    typed = [part.format(source=commented, table=table) for part in command]
    assert main([*typed, "-o", str(target)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    advice = "Ange ett annat namn, eller --force för att skriva över filen."
    assert shown.err.endswith(f"target.toml” finns redan. {advice}\n")
    assert target.read_text("utf-8") == "min text"
    for content, options in (("min text", ["--force"]), ("", [])):
        target.write_text(content, "utf-8")
        assert main([*typed, "-o", str(target), *options]) == 0
        assert read(target).projects


def test_a_source_is_never_written_over(
    commented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name, a link, another spelling or standard input, with --force or without, among others or alone."""
    text = commented.read_text("utf-8")
    link, hard = tmp_path / "link.toml", tmp_path / "hard.toml"
    link.symlink_to(commented)
    hard.hardlink_to(commented)
    other = tmp_path / "other.toml"
    other.write_text(text, "utf-8")
    for target in (commented, link, hard, tmp_path / "." / ".." / tmp_path.name / "source.toml"):
        for options in ([], ["--force"]):
            for sources in ([str(commented)], [str(other), str(commented)]):
                assert main(["convert", *sources, "--to", "toml", "-o", str(target), *options]) == 2
                assert "är en av källorna och skrivs inte över: kommentarer" in capsys.readouterr().err
    with commented.open(encoding="utf-8") as typed:
        monkeypatch.setattr(sys, "stdin", typed)
        assert main(["convert", "-", "--to", "toml", "-o", str(commented), "--force"]) == 2
    capsys.readouterr()
    for command in ("table", "table --by år", "report", "check", "mapping new", "read"):
        assert main([*command.split(), str(commented), "-o", str(commented), "--force"]) == 2
        assert "är en av källorna och skrivs inte över: kommentarer" in capsys.readouterr().err
    assert commented.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("text", "has_comments"),
    [
        ("a = 1", False),
        ("a = 1 # ett", True),
        ("#", True),
        ('a = "#"', False),
        ("a = '#'", False),
        ('a = "\\"#"', False),
        ("a = '\\' # ett", True),
        ('a = """\n# inte en\n"""', False),
        ("a = '''\n# inte en\n'''", False),
        ('a = """x""" # en', True),
        ('a = """"#"""" # en', True),
        ('a = """"#""""', False),
        ('"#" = 1', False),
        ('a = [\n  "#", # en\n]', True),
    ],
)
def test_a_comment_is_found_outside_of_strings(text: str, has_comments: bool) -> None:
    """A hash sign within quotation marks begins no comment."""
    assert toml_has_comments(text) == has_comments


def test_it_is_said_that_comments_are_lost(
    commented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """To a file or to standard output, from a file or from standard input; not of a file without comments."""
    said = "kommentarerna i filen följer inte med.\n"
    for options in ([], ["-o", str(tmp_path / "a.toml")], ["--format", "project_toml"]):
        assert main(["convert", str(commented), "--to", "toml", *options]) == 0
        assert capsys.readouterr().err.split() == f"esfmodel: {commented}: {said}".split()
    monkeypatch.setattr(sys, "stdin", io.StringIO(commented.read_text("utf-8")))
    assert main(["convert", "-", "--to", "json"]) == 0
    assert capsys.readouterr().err == f"esfmodel: standard in: {said}"
    assert main(["convert", str(tmp_path / "a.toml"), "--to", "json"]) == 0
    assert capsys.readouterr().err == ""
    page = tmp_path / "page.md"
    page.write_text(f"# Projekt\n\n{TABLE}", "utf-8")
    main(["convert", str(page), "--to", "json", "--format", "finance_table"])
    assert said not in capsys.readouterr().err
