"""The command `mapping`: the draft of a mapping for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from esfmodel.cli import main
from esfmodel.formats import draft_mapping, read

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_draft_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the language asked for; the file is a mapping that reads the list."""
    source, target = tmp_path / "lista.csv", tmp_path / "lista.toml"
    source.write_text("Projekt;EU-stöd;Start\nGröna rum;450 000;2024-01-01\n", "utf-8")
    assert main(["mapping", "new", str(source), "--lang", "sv"]) == 0
    assert capsys.readouterr().out == draft_mapping(source, "sv")
    assert main(["mapping", "new", str(source), "-o", str(target), "--currency", "SEK", "--lang", "en"]) == 0
    assert target.read_text("utf-8") == draft_mapping(source, currency="SEK")
    assert str(read(source, mapping=target).one().budget.eu_support) == "450000 SEK"  # type: ignore[union-attr]


def test_a_draft_is_of_the_sheet_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name it is of the first that holds a list."""
    source = tmp_path / "lista.xlsx"
    book = openpyxl.Workbook()
    for name, heading in (("Norr", "Benennung"), ("Söder", "Gesamt")):
        sheet = book.create_sheet(name)
        for row in (("Projekt", "EU-stöd", heading), ("Gröna rum", 450_000, "x")):
            sheet.append(row)
    book.save(source)
    for options, own, other in (([], "Benennung", "Gesamt"), (["--sheet", "Söder"], "Gesamt", "Benennung")):
        assert main(["mapping", "new", str(source), *options]) == 0
        draft = capsys.readouterr().out
        assert (own in draft, other in draft) == (True, False)


def test_what_the_command_does_not_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another action, and a file that is no list, are told."""
    assert main(["mapping", "old", "lista.csv", "--lang", "en"]) == 2
    assert "is not one we know" in capsys.readouterr().err
    assert main(["mapping", "new", str(tmp_path / "lista.csv"), "--lang", "sv"]) == 2
    assert "finns inte" in capsys.readouterr().err
