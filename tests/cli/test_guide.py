"""The guide of the command line is followed: its files are written, its commands run, and what it shows is printed."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "check-at-the-command-line.md"
BLOCK = re.compile(r"^```(toml|bash|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (\S+?)(?:, line (\d+))?\n(.*)", re.DOTALL)
STAMP = re.compile(r"^esfmodel \S+, lagdata \S+$", re.MULTILINE)
ENVIRONMENT = {"COLUMNS": "80", "LC_ALL": "sv_SE.UTF-8", "NO_COLOR": "1"}


def followed(page: str) -> Iterator[tuple[str, list[int]]]:
    """Yield each block of the guide as it is when its commands are run, and the exit statuses of commands."""
    printed, statuses = "", list[int]()
    for kind, text in BLOCK.findall(page):
        if kind == "toml":
            _edit(text)
        elif kind == "bash":
            runs = [_run(line) for line in text.splitlines()]
            # The versions change with every release and every change of the law.
            printed = STAMP.sub("esfmodel …, lagdata …", "".join(out for _, out in runs))
            statuses = [status for status, _ in runs]
        yield (f"{printed.rstrip()}\n" if kind == "text" else text), statuses


def _edit(text: str) -> None:
    """Write a file, or replace one line of it."""
    found = FILE.fullmatch(text)
    assert found is not None, text
    path, line, content = Path(found[1]), found[2], found[3]
    if line is None:
        path.write_text(text, "utf-8")
        return
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines[int(line) - 1] = content
    path.write_text("".join(lines), "utf-8")


def _run(line: str) -> tuple[int, str]:
    """Run a command and return its exit status and what it prints, unless that goes to a file."""
    command, _, target = line.partition(" > ")
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(shlex.split(command)[1:])
    if target:
        Path(target).write_text(out.getvalue(), "utf-8")
        return status, err.getvalue()
    # On a terminal, what went wrong with a file stands above what was read of it.
    return status, err.getvalue() + out.getvalue()


def page() -> tuple[str, list[list[int]]]:
    """Return the guide with what its commands print now, and their exit statuses."""
    written = PAGE.read_text("utf-8")
    blocks = list(followed(written))
    texts = iter(blocks)
    renewed = BLOCK.sub(lambda found: f"```{found[1]}\n{next(texts)[0]}```", written)
    return renewed, [
        statuses for (_, statuses), (kind, _) in zip(blocks, BLOCK.findall(written), strict=True) if kind == "bash"
    ]


def test_the_guide_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A controller of 80 columns plans, checks, mends and shows a project by what the commands say."""
    monkeypatch.chdir(tmp_path)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    renewed, statuses = page()
    assert renewed == PAGE.read_text("utf-8"), f"run {Path(__file__).name} --update"
    assert statuses == [[0], [0], [0], [2], [1], [0], [0], [0], [0, 1]]
    shown = [line for kind, text in BLOCK.findall(renewed) if kind == "text" for line in text.split("\n")]
    # What goes to standard error is one line, so that programs can read it.
    assert [line for line in shown if len(line) > 80 and not line.startswith("esfmodel: ")] == []


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    os.environ |= ENVIRONMENT
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        renewed = page()[0]
    PAGE.write_text(renewed, "utf-8")
