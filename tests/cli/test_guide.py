"""The guides of the command line are followed: files are written, commands run, and what they show is printed."""

from __future__ import annotations

import contextlib
import doctest
import glob
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from esfmodel.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[2] / "docs" / "how-to"
PAGES = {
    "check-at-the-command-line.md": [[0], [0], [0], [2], [1], [0], [0], [0], [0], [0, 1]],
    "check-a-list.md": [[1], [1], [0], [0], [0]],
    "read-announcements.md": [[2], [0], [0], [0]],
    "read-a-list.md": [[2], [0], [0]],
    "decide-applications.md": [[1], [1]],
    "../tutorial/kom-igang.md": [[0], [2], [1], [0], [0], [0], [0], [0]],
}
"""The guides, and the exit statuses of the commands in each of their blocks."""
BLOCK = re.compile(r"^```(python|toml|csv|html|bash|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (\S+?)(?:, (?:line|rad) (\d+)(?:–(\d+))?)?\n(.*)", re.DOTALL)
STAMP = re.compile(r"^esfmodel \S+, lagdata \S+$", re.MULTILINE)
ENVIRONMENT = {"COLUMNS": "80", "LC_ALL": "sv_SE.UTF-8", "NO_COLOR": "1"}


def followed(page: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each block of the guide as it is when its commands are run, and the exit statuses of commands."""
    printed, statuses = "", list[int]()
    started = False
    for kind, text in BLOCK.findall(page):
        if kind == "python" and not started:
            _execute(text)
        elif kind == "toml":
            _edit(text)
        elif kind == "csv":
            name, _, rows = text.removeprefix("# ").partition("\n")
            Path(name).write_text(rows, "utf-8")
        elif kind == "html":
            name, _, page = text.removeprefix("<!-- ").partition(" -->\n")
            Path(name).write_text(page, "utf-8")
        elif kind == "bash":
            started = True
            runs = [_run(line) for line in text.splitlines()]
            # The versions change with every release and every change of the law.
            printed = STAMP.sub("esfmodel …, lagdata …", "".join(out for _, out in runs))
            statuses = [status for status, _ in runs]
        yield (f"{printed.rstrip()}\n" if kind == "text" else text), statuses


def _edit(text: str) -> None:
    """Write a file, or replace some lines of it, by nothing where they are taken away."""
    found = FILE.fullmatch(text)
    assert found is not None, text
    path, first, last, content = Path(found[1]), found[2], found[3] or found[2], found[4]
    if first is None:
        path.write_text(text, "utf-8")
        return
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert int(last) <= len(lines), f"{path} has {len(lines)} lines"
    lines[int(first) - 1 : int(last)] = [content]
    path.write_text("".join(lines), "utf-8")


def _execute(text: str) -> None:
    """Run the Python that stands before the first command of a page: it makes files. All Python is tested elsewhere."""
    names: dict[str, object] = {}
    for example in doctest.DocTestParser().get_examples(text):
        exec(compile(example.source, "page", "exec"), names)  # noqa: S102


def _run(line: str) -> tuple[int, str]:
    """Run a command and return its exit status and what it prints, unless that goes to a file."""
    command, _, shortened = line.partition(" | head -n ")
    command, _, target = command.partition(" > ")
    out, err = io.StringIO(), io.StringIO()
    # As a shell does.
    typed = [name for part in shlex.split(command)[1:] for name in (sorted(glob.glob(part)) if "*" in part else [part])]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(typed)
    if target:
        Path(target).write_text(out.getvalue(), "utf-8")
        return status, err.getvalue()
    # On a terminal, what went wrong with a file stands above what was read of it.
    printed = err.getvalue() + out.getvalue()
    return status, "".join(printed.splitlines(keepends=True)[: int(shortened)]) if shortened else printed


def renewed(page: Path) -> tuple[str, list[list[int]]]:
    """Return a guide with what its commands print now, and their exit statuses."""
    written = page.read_text("utf-8")
    blocks = list(followed(written))
    texts = iter(blocks)
    text = BLOCK.sub(lambda found: f"```{found[1]}\n{next(texts)[0]}```", written)
    return text, [
        statuses for (_, statuses), (kind, _) in zip(blocks, BLOCK.findall(written), strict=True) if kind == "bash"
    ]


@pytest.mark.parametrize("name", PAGES)
def test_the_guide_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A controller of 80 columns plans, checks, mends, shows and compares projects by what the commands say."""
    monkeypatch.chdir(tmp_path)
    for variable, value in ENVIRONMENT.items():
        monkeypatch.setenv(variable, value)
    text, statuses = renewed(FOLDER / name)
    assert text == (FOLDER / name).read_text("utf-8"), f"run {Path(__file__).name} --update"
    assert statuses == PAGES[name]
    shown = [line for kind, block in BLOCK.findall(text) if kind == "text" for line in block.split("\n")]
    # What goes to standard error is one line, so that programs can read it.
    assert [line for line in shown if len(line) > 80 and not line.startswith("esfmodel: ")] == []


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    os.environ |= ENVIRONMENT
    for each in PAGES:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            written = renewed(FOLDER / each)[0]
        (FOLDER / each).write_text(written, "utf-8")
