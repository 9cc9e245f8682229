"""The syntax of a file, which several tests of one file ask about."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the syntax of a file; it is read once."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))
