from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "glossary.md"
HEADING = "## How well the words were read"


def graded() -> list[tuple[str, str, str]]:
    """List the words with their grades and sources."""
    _, _, after = PAGE.read_text("utf-8").partition(HEADING)
    section, _, _ = after.partition("\n## ")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", section, re.MULTILINE)
    return [row for row in rows if row[0] != "Swedish word"]


def test_every_grade_is_one_of_three() -> None:
    """A word has been read in an act, on an authority's page or elsewhere, and it has one grade."""
    words = [word for word, _, _ in graded()]
    assert len(set(words)) == len(words) > 40
    assert {grade for _, grade, _ in graded()} == {"A", "B", "C"}


@pytest.mark.parametrize("word", [word for word, _, _ in graded()])
def test_a_graded_word_is_explained(word: str) -> None:
    """Only words that the tables explain have a grade."""
    before, _, _ = PAGE.read_text("utf-8").partition(HEADING)
    for part in re.split(r"[;,] | och ", word.partition(", as ")[0]):
        assert part.lower() in before.lower()
