from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from esfmodel import validate
from esfmodel.cli import main
from esfmodel.cli._new import commented_project, starting_project
from esfmodel.formats import read, read_text
from esfmodel.formats.schema import fields_of
from esfmodel.model import Project
from esfmodel.text.telling.problems import FIELDS
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_read_and_judged_without_a_fault(language: str) -> None:
    """What one starts from has no problem, no error and no warning, and is the project that is described."""
    reading = read_text(commented_project(language))
    assert (reading.problems, reading.one().extra) == ((), ())
    assert reading.one() == starting_project(language)
    report = validate(reading.one())
    assert (report.errors, report.warnings) == ((), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_has_a_part_of_each_kind(language: str) -> None:
    """Cost lines, partners, a call, who pays, a decision and a claim."""
    [project] = tomllib.loads(commented_project(language))["projects"]
    assert {"call", "partners", "budget", "decisions", "claims", "beneficiary"} <= project.keys()
    assert {"costs", "financing"} <= project["budget"].keys()
    payers = [each["funder"].get("organisation", {}).get("name") for each in project["budget"]["financing"]]
    partners = [each["organisation"]["name"] for each in project["partners"]]
    assert payers == [None, None, project["beneficiary"]["name"], *partners]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_project_is_named_with_its_words(language: str) -> None:
    """Each key stands in the file, as a key or in a comment, with what it means in the language."""
    text = " ".join(commented_project(language).replace("\n#   ", " ").split())
    for field in fields_of(Project):
        meaning = FIELDS[field.key][language]
        is_old = field.key == "state_aid"  # read, and no longer to be written
        assert is_old != (f"{field.key} ({meaning})" in text) or meaning.casefold() in text.casefold()
    assert ('"staff" (personal)' in text) == (language == "sv")
    assert max(map(len, commented_project(language).splitlines())) <= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_is_written_once(language: str) -> None:
    """What a key means is said where it first stands, not on each line of cost."""
    text = commented_project(language)
    assert (text.count('"external'), text.count('"municipality"'), text.count('"state grant"')) == (2, 0, 2)


def test_the_file_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To standard output, or to a file, where nothing is written over."""
    path = tmp_path / "project.toml"
    assert main(["new", "--lang", "en"]) == 0
    assert capsys.readouterr().out == commented_project("en")
    assert main(["new", "-o", str(path)]) == 0
    assert path.read_text("utf-8") == commented_project("sv")
    assert main(["new", "-o", str(path), "--lang", "en"]) == 2
    assert "finns redan" not in capsys.readouterr().err
    assert path.read_text("utf-8") == commented_project("sv")
    assert main(["new", "-o", str(path), "--lang", "en", "--force"]) == 0
    assert path.read_text("utf-8") == commented_project("en")
    assert main(["check", str(path)]) == 0
    for wrong in (["-o", str(tmp_path / "no" / "a.toml")], ["-o", str(tmp_path / "a.json")], ["a.toml"]):
        capsys.readouterr()
        assert main(["new", *wrong]) == 2
        assert list(tmp_path.iterdir()) == [path]
    assert "skriv esfmodel new [--output FIL]." in capsys.readouterr().err
    assert main(["new", "-o", "a.json"]) == 2
    assert "--output: ”a.json” kan inte användas här. Använd något av a.toml" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workbook_is_written(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has a name of its own, stands in for no file that is there, and says which cell is missing."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--xlsx", "--lang", language]) == 0
    assert main(["new", "-o", "budget.xlsx", "--lang", language])
    assert main(["new", "-o", "mall.XLSX", "--lang", language]) == 0
    capsys.readouterr()
    assert main(["check", "budget.xlsx", "--lang", language])
    assert "B2" in capsys.readouterr().out


def test_a_workbook_is_no_text_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """It is a file, with a name to propose."""
    assert main(["new", "--xlsx", "-o", "-"])
    assert "budget.xlsx" in capsys.readouterr().err


def test_a_project_goes_into_a_workbook_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`convert` writes one in the language that is asked for, and reads it."""
    source, book = tmp_path / "projekt.toml", tmp_path / "budget.xlsx"
    source.write_text(commented_project("sv"), encoding="utf-8")
    assert main(["convert", str(source), "-o", str(book), "--lang", "en"]) == 0
    assert read(book).where(0, "name").sheet == "Project"
    capsys.readouterr()
    assert main(["convert", str(book)]) == 0
    assert read_text(capsys.readouterr().out).one() == starting_project("sv")
    assert main(["check", str(book)]) == 0
