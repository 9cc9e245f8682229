"""The errors as data: every place that raises one names a code that both languages have, with the same parameters.

What each carries is in `errors.txt`, to which every error that any test meets is held. After a change that is meant:

    uv run python tests/contracts/test_errors.py --update
"""

from __future__ import annotations

import ast
import re
import string
import sys
from pathlib import Path

import pytest

from esfmodel.text.telling.problems import FIELDS as FIELD_WORDS
from esfmodel.text.telling.problems import ITEMS, TEMPLATES, VALUES
from esfmodel.values.format import LANGUAGES

# Where this file is run to renew the table, no other has made them known.
sys.path.append(str(Path(__file__).parents[1] / "helpers"))
from error_facts import SRC, facts_raised, read_facts, write_facts
from syntax import nodes_of

NAMES = sorted(path.relative_to(SRC).as_posix() for path in SRC.rglob("*.py"))
KINDS = frozenset({"InvalidValue", "ReadError", "NotKnown", "NotInForce", "Problem"})
# What every error has beside its parameters.
FIELDS = frozenset({"source", "line", "sheet", "row", "column", "names"})
CODES = sorted(TEMPLATES["en"])


def placeholders(code: str, language: str) -> set[str]:
    """Return the names in braces of a code's texts."""
    found = string.Formatter().parse("".join(TEMPLATES[language][code]))
    return {name for _, name, _, _ in found if name is not None}


@pytest.mark.parametrize("name", NAMES)
def test_every_error_raised_has_a_code_and_its_parameters(name: str) -> None:
    """The code stands where it is raised, and each name in braces of its text is given there."""
    for node in nodes_of(SRC / name):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS):
            continue
        where = f"{name}:{node.lineno}"
        code = node.args[0]
        if node.func.id in {"NotKnown", "NotInForce"} and not isinstance(code, (ast.Constant, ast.JoinedStr)):
            continue  # a reason in words
        assert isinstance(code, ast.Constant), where
        assert code.value in CODES, where
        assert len(node.args) <= 3, where
        given = {each.arg for each in node.keywords} - FIELDS
        named = placeholders(str(code.value), "en")
        # The text of rows and places says how many there are, where not all of them are listed.
        assert given == named | ({"count"} & given if named & {"rows", "places"} else set()), where


def test_both_languages_say_the_same() -> None:
    """Each code has a text in each language, with equal parameters."""
    assert [code for code in CODES if placeholders(code, "sv") != placeholders(code, "en")] == []
    assert [code for code in CODES if not re.fullmatch(r"[a-z_]+(\.[a-z0-9_]+)+", code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_for_people_speaks_python(language: str) -> None:
    """An applicant is never told of an argument; what only programmers can do wrong has codes of its own."""
    texts = {code: " ".join(text) for code, text in TEMPLATES[language].items() if not code.startswith("argument.")}
    python = re.compile(r"\w=(?!\w*\")|\bNone\b|\(\)|pass ")
    assert {code: text for code, text in texts.items() if python.search(text)} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_place_has_words(name: str) -> None:
    """People read the place of an error in their language; options are written as they are, and so are arguments."""
    for node in nodes_of(SRC / name):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS):
            continue
        match node.args:
            case [ast.Constant(value=str(code)), ast.Constant(value=str(place)), *_]:
                steps = [step for step in re.split(r"[.\[]", place) if step and not step.startswith("--")]
                is_of_a_program = code.startswith("argument.")
                assert is_of_a_program or set(steps) <= {*FIELD_WORDS, *VALUES, *ITEMS}, f"{name}:{node.lineno} {place}"
            case _:
                pass


def test_the_table_has_what_each_error_carries() -> None:
    """Programs show an error beside the field that `place` names, and what was given there."""
    raised, stated = facts_raised(), read_facts()
    assert stated.keys() == raised.keys()
    assert [code for code, each in stated.items() if not each.agrees(raised[code])] == []


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    write_facts()
