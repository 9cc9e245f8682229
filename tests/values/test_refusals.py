"""What the values refuse: each error with its place, what was given, and the facts of its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from refusals import rows_of, written

ROWS = rows_of(Path(__file__).with_name("refusals.txt"))


@pytest.mark.parametrize(("expression", "expected"), ROWS, ids=[ascii(expression) for expression, _ in ROWS])
def test_what_is_refused_carries_its_facts(expression: str, expected: str) -> None:
    """A program shows the error beside the field that the place names, with what was given and what to write."""
    assert written(expression) == expected
