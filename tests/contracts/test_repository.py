from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from repository import ROOT, files

if TYPE_CHECKING:
    from pathlib import Path

BASH = re.compile(r"^```bash\n(.*?)^```", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^ *(`{3,})(.*)\n(?:.*\n)*?^ *\1 *$", re.MULTILINE)
FIRST = "python3 -m venv .tools && .tools/bin/pip install --quiet uv && .tools/bin/"
COUNTED = " --cov=esfmodel"

# Written so that this file does not hold what it looks for.
PLACES = re.compile(r"(?<![\w.])(?:/(?:root|work|home/\w+|Users/\w+|tmp/\w+)/|[A-Z]:[\\]\w)")
REGISTRIES = re.compile(r"(?:py)pi\.org|(?:python)hosted\.org|(?:npm)js\.(?:org|com)")

# The last lines of a test that writes the file it compares.
WRITES = re.compile(r'^if __name__ == "__main__" and sys\.argv\[1:\] == \["--update"\]:$', re.MULTILINE)

RENEWED = re.compile(r"^\| `(\S+)` \| .+ \| `uv run python (\S+) --update` \|$", re.MULTILINE)

# What this repository shows as text; Python is in this list only under the one name whose blocks are run. "console" is
# what somebody types before the library is there, or on another system than that of the tests.
LANGUAGES = frozenset({"python", "bash", "console", "text", "toml", "json", "html", "csv", "{toctree}", "{eval-rst}"})


def pages() -> list[Path]:
    """List the pages whose examples are run."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands() -> list[str]:
    """List the command lines that the README tells a newcomer to type."""
    blocks: list[str] = BASH.findall((ROOT / "README.md").read_text("utf-8"))
    return [line for block in blocks for line in block.splitlines() if line.strip() and not line.startswith("#")]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    """No file names a folder of somebody's machine or the address of a package index."""
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in files()
        for text in [path.read_bytes().decode("utf-8", "replace")]
        for hit in [*PLACES.finditer(text), *REGISTRIES.finditer(text)]
    ]
    assert found == []


def test_what_the_readme_promises_is_what_is_checked() -> None:
    """The README's two commands start from nothing but Python and its venv module, and `.ci/run` runs both of them.

    It counts the branches too, which takes longer than the tests do.
    """
    from_nothing = [line.removeprefix(FIRST) for line in commands() if line.startswith(FIRST)]
    assert len(from_nothing) == 2
    steps = re.findall(r"^step (uv run .+)$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert set(from_nothing) <= {step.removesuffix(COUNTED) for step in steps}


def test_the_tests_are_checked_first() -> None:
    """The first thing that `.ci/run` does is to run the tests as the README has them, and to count the branches."""
    steps = re.findall(r"^step (uv run .+)$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    assert steps[0].endswith(COUNTED)
    assert f"{FIRST}{steps[0].removesuffix(COUNTED)}" in commands()
    assert "pytest" in steps[0]


def test_each_generated_file_has_its_row() -> None:
    """CONTRIBUTING lists every test that writes a file, with the file; the task that renews all reads its table."""
    rows = RENEWED.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    writers = [path for path in (ROOT / "tests").rglob("test_*.py") if WRITES.search(path.read_text("utf-8"))]
    assert {script for _, script in rows} == {path.relative_to(ROOT).as_posix() for path in writers}
    assert all((ROOT / written).is_file() for written, _ in rows)


@pytest.mark.parametrize("page", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_python_is_shown_that_is_not_run(page: Path) -> None:
    """Every block says what it is, and Python is called `python`: the name whose blocks are run."""
    text = page.read_text("utf-8")
    assert {language.strip().split(" ")[0] for _, language in FENCE.findall(text)} <= LANGUAGES
