"""Every notebook of the documentation runs, is kept without outputs, and shows the plots that it promises.

It is run by `.ci/run-all`, with the packages of the group `system`; a kernel takes seconds to start.

    uv run --group system pytest tests/notebooks/executed_notebooks.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import nbclient
import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    """The page that links to them links to what is there."""
    page = (FOLDER.parent / "how-to" / "use-in-a-notebook.md").read_text("utf-8")
    assert NOTEBOOKS
    assert all(f"../notebooks/{path.name}" in page for path in NOTEBOOKS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_from_the_top(path: Path) -> None:
    """No cell fails or warns, each cell that ends in a figure shows a picture, and no output is kept in the file."""
    # It ships no types.
    notebook: Any = cast("Any", nbformat).read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    for cell in code:
        assert not [each for each in cell.outputs if each.output_type == "stream" and each.name == "stderr"]
        if cell.source.splitlines()[-1].endswith("figure"):
            assert "image/png" in cell.outputs[-1].data
