"""The files of this repository, as the tests that look at all of them list them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

# What tools leave behind; in a worktree of git, `.git` is a file that names a folder.
LEFT_BEHIND = frozenset({"_build", "__pycache__", "build", "dist", "uv.lock", ".git"})


def files() -> Iterator[Path]:
    """List the files of the repository: all but what tools leave behind."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [each for each in folders if each == ".ci" or not (each.startswith(".") or each in LEFT_BEHIND)]
        # Each worker of the tests leaves what it covered, until they are put together.
        yield from (
            Path(folder) / name for name in names if name not in LEFT_BEHIND and not name.startswith(".coverage")
        )
