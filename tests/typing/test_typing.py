from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REJECTED = HERE / "rejected.py"
ACCEPTED = HERE / "accepted.py"


def marked(page: Path) -> set[int]:
    """Count the lines that say they are wrong."""
    return {number for number, line in enumerate(page.read_text("utf-8").splitlines(), 1) if line.endswith("# ERROR")}


def mypy() -> tuple[dict[str, set[int]], str]:
    """Ask mypy, strict as the project has it, for the lines of each file that it refuses."""
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--no-pretty", str(REJECTED), str(ACCEPTED)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.findall(r"^(.+?):(\d+): error:", run.stdout, re.MULTILINE)
    return lines_by_file([(str(ROOT / name), int(line)) for name, line in found]), run.stdout + run.stderr


def pyright() -> tuple[dict[str, set[int]], str]:
    """Ask pyright, strict as in the project, for the lines of each file that it refuses."""
    command = [sys.executable, "-m", "pyright", "--outputjson", "--project", str(HERE), "--pythonpath", sys.executable]
    environment = os.environ | {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    said = json.loads(run.stdout)["generalDiagnostics"]
    errors = [(each["file"], each["range"]["start"]["line"] + 1) for each in said if each["severity"] == "error"]
    return lines_by_file(errors), run.stdout + run.stderr


def lines_by_file(found: list[tuple[str, int]]) -> dict[str, set[int]]:
    """Gather line numbers under the name of their file."""
    lines: dict[str, set[int]] = {}
    for path, line in found:
        lines.setdefault(Path(path).name, set()).add(line)
    return lines


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_a_checker_refuses_what_it_must_and_nothing_else(
    checker: Callable[[], tuple[dict[str, set[int]], str]],
) -> None:
    """Each marked line is an error to mypy and to pyright, and no other line is."""
    lines, said = checker()
    expected = marked(REJECTED)
    assert expected
    assert lines == {REJECTED.name: expected}, said


def test_what_the_checkers_accept_runs() -> None:
    """The file of accepted lines is no fiction: it runs."""
    runpy.run_path(str(ACCEPTED))
