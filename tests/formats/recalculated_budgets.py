"""What LibreOffice computes in a budget whose figures were changed is what the library computes.

It is run by `.ci/run-all`, with LIBREOFFICE as the program; elsewhere it is left out.
"""

from __future__ import annotations

import os
import subprocess
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esfmodel import Money, Project, read
from esfmodel.formats.spreadsheet.writer import workbook_of
from esfmodel.testing import projects

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = os.environ.get("LIBREOFFICE")

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LIBREOFFICE names no program")


def amounts_in(book: Any) -> list[Any]:  # noqa: ANN401
    """Return the cells of amounts that are input, and numbers."""
    return [
        cell
        for name in ("Kostnader", "Finansiering")
        for row in book[name].iter_rows(min_row=3)
        for cell in row
        if str(book[name].cell(2, cell.column).value).startswith("amount")
        and isinstance(cell.value, (int, float))
        and row[0].value != "Summa"
    ]


def changed_workbooks(folder: Path) -> list[Path]:
    """Write workbooks of drawn projects, each with an amount changed by openpyxl, which drops what is computed."""
    paths: list[Path] = []

    @given(projects("SEK"), st.randoms(use_true_random=False), st.integers(0, 10**9))
    @settings(max_examples=400, suppress_health_check=[HealthCheck.data_too_large])
    def write_one(project: Project, random: Any, hundredths: int) -> None:  # noqa: ANN401
        path = folder / f"{len(paths)}.xlsx"
        path.write_bytes(workbook_of(project, "sv"))
        book = openpyxl.load_workbook(path)
        amounts = amounts_in(book)
        if amounts:
            random.choice(amounts).value = hundredths / 100
            book.save(path)
            paths.append(path)

    write_one()
    return paths


def test_sums_are_those_of_the_changed_figures(tmp_path: Path) -> None:
    """The figures of the summary, and each sum, equal to the öre those of the budget that is read."""
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    paths = changed_workbooks(before)
    assert len(paths) > 50
    command = [str(PROGRAM), "--headless", "--convert-to", "xlsx", "--outdir", str(after), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    computed = 0
    for path in paths:
        reading = read(after / path.name)
        assert reading.problems == ()
        assert reading.projects == read(path).projects
        budget = reading.one().budget
        written, values = (
            openpyxl.load_workbook(after / path.name, data_only=is_computed)["Sammanställning"]
            for is_computed in (False, True)
        )
        for row in range(2, 8):
            if str(written.cell(row, 2).value).startswith("="):
                figure = getattr(budget, str(values.cell(row, 4).value))
                assert isinstance(figure, Money)
                assert round(Decimal(repr(values.cell(row, 2).value)), 2) == figure.amount
                computed += 1
    assert computed > 100
