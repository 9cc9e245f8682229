"""The errors as data: every place that raises one names a code that both languages have, with the same parameters.

What each carries is in `errors.txt`, to which every error that any test meets is held. After a change that is meant:

    uv run python tests/contracts/test_errors.py --update
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import pkgutil
import re
import string
import sys
from functools import cache
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import esfmodel
from esfmodel import InvalidValue, Project, Provision, SecondaryTheme
from esfmodel.law import Grade, Level
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


@cache
def converted_fields() -> list[tuple[type, attrs.Attribute[Any]]]:
    """Find the fields that convert what they are given, of all classes of the library."""
    names = [each.name for each in pkgutil.walk_packages(esfmodel.__path__, "esfmodel.") if "__main__" not in each.name]
    found: set[type] = set()
    for name in names:
        with contextlib.suppress(ImportError):  # what needs another package
            module = importlib.import_module(name)
            kinds = (each for _, each in inspect.getmembers(module, inspect.isclass) if attrs.has(each))
            found.update(kind for kind in kinds if kind.__module__ == name)
    ordered = sorted(found, key=lambda kind: (kind.__module__, kind.__name__))
    return [(kind, field) for kind in ordered for field in attrs.fields(kind) if field.converter is not None]


@given(
    wrong=st.sampled_from(["31 februari", "2023-02-31", "", " ", "a\0"]) | st.text(max_size=12), as_list=st.booleans()
)
def test_what_a_field_refuses_is_told_by_its_own_name(wrong: str, as_list: bool) -> None:
    """Whoever wrote `checked` is never told of a `day`: the place begins with the name that was written."""
    others: set[str] = set()
    for kind, field in converted_fields():
        convert = cast("Any", field.converter)
        try:
            convert([wrong] if as_list else wrong)
        except InvalidValue as error:
            if re.split(r"[.\[]", error.place)[0] != field.alias:
                others.add(f"{kind.__name__}.{field.alias}: {error.place} {error.code}")
        except (TypeError, ValueError, AttributeError):
            pass  # a text where none is taken
    assert others == set()


def test_days_of_a_provision_and_texts_for_objects_are_told_where_they_were_written() -> None:
    """Two examples, as their users meet them."""
    facts: dict[str, Any] = {"level": Level.EU_LAW, "act": "x", "article": "1", "grade": Grade.C, "source": "x"}
    facts |= {"start": "2021-01-01", "checked": "2024-01-01"}
    for name in ("start", "end", "checked", "expenditure_from", "expenditure_until"):
        wrong: dict[str, Any] = facts | {name: "31 februari"}
        with pytest.raises(InvalidValue) as caught:
            Provision("a.b", "c", **wrong)
        assert (caught.value.place, caught.value.code) == (name, "date.not_plain")
    with pytest.raises(InvalidValue) as caught:
        Project("Framtidskraft", secondary_themes=[SecondaryTheme("Jämställdhet"), " "])
    assert caught.value.text("sv") == "Sekundärtema 2: ” ” är tomt. Fyll i uppgiften."
    with pytest.raises(InvalidValue) as caught:
        Project("Framtidskraft", priority=" ")
    assert caught.value.place == "priority"


def test_the_table_has_what_each_error_carries() -> None:
    """Programs show an error beside the field that `place` names, and what was given there."""
    raised, stated = facts_raised(), read_facts()
    assert stated.keys() == raised.keys()
    assert [code for code, each in stated.items() if not each.agrees(raised[code])] == []


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    write_facts()
