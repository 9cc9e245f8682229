"""What the values refuse: each error with its place, what was given, and the facts of its text.

The table has each expression, and below it what its error carries. After a change that is meant, or for a new
expression with an empty line below it:

    uv run python tests/values/test_refusals.py --update
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Where this file is run to renew the table, no other has made them known.
sys.path.append(str(Path(__file__).parents[1] / "helpers"))
from refusals import renew, rows_of, written

TABLE = Path(__file__).with_name("refusals.txt")
ROWS = rows_of(TABLE)


@pytest.mark.parametrize(("expression", "expected"), ROWS, ids=[ascii(expression) for expression, _ in ROWS])
def test_what_is_refused_carries_its_facts(expression: str, expected: str) -> None:
    """A program shows the error beside the field that the place names, with what was given and what to write."""
    assert written(expression) == expected


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    renew(TABLE)
