"""Which changes the mutants are, and that what is said of survivors is still said of lines that there are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mutants import EXPLAINED, difference, explained
from mutation.choosing import Recorded, cheapest_first
from mutation.making import mutants

ROOT = Path(__file__).parents[1]


def changed(text: str) -> set[str]:
    """List the lines that stand in place of another in the mutants of a module."""
    made = [change.mutant(text) for change in mutants("src/a.py", text)]
    return {line for mutant in made if mutant for line in mutant.lines[1]}


def test_each_mutant_differs_in_one_place() -> None:
    """A comparison, a number, a condition, a call and what is returned are changed, one at a time."""
    text = "def f(a, b):\n    if a:\n        b.append(a)\n    return a <= 3\n"
    found = changed(text)
    assert {"if not (a):", "None", "return a < 3", "return a <= 4", "return None"} <= found
    assert all(
        mutant is not None and len(mutant.lines[0]) == 1 for mutant in (c.mutant(text) for c in mutants("a", text))
    )


@pytest.mark.parametrize(
    "text",
    [
        "import os\nx: int | None\n",
        'def f() -> "Kind":\n    """Add 1 to 2."""\n',
        "if TYPE_CHECKING:\n    x = 1\n",
        "@overload\ndef f(a: int) -> int:\n    return 1\n",
        "class P(Protocol):\n    def f(self) -> int:\n        return 1\n",
        '__all__ = ["f"]\n',
        "@lru_cache(maxsize=8)\ndef f(): ...\n",
        'WORDS = {"ett": "one", "två": "a pair"}\n',
        "Amount = Money | Bounds | None\n",
        "assert_never(1)\n",
        "x = [isinstance(a, int), len(a)]\n",
    ],
)
def test_what_is_no_logic_is_left_out(text: str) -> None:
    """Annotations, docstrings, overloads, tables of words and the like have no mutants."""
    assert changed(text) <= {"None"}


def test_wording_is_left_out_and_keys_are_not() -> None:
    """A literal with a space is wording; one without is a key, in whose place another stands; a pattern is logic."""
    assert changed('def f(a):\n    a["key"] = "some words"\n') == {'a["XXkeyXX"] = "some words"', 'a["key"] = None'}
    assert changed('P = compile(r"a b")\n') >= {'P = compile(r"XXa bXX")'}


def test_a_mutant_knows_the_function_that_it_changes() -> None:
    """The body of a function is changed while the library runs; a default value only before it is imported."""
    text = "class Kind:\n    @property\n    def f(self, a=1):\n        return a + 2\n"
    made = {
        mutant.source.splitlines()[mutant.line - 1].strip(): mutant.function
        for c in mutants("a", text)
        if (mutant := c.mutant(text))
    }
    assert made["return a - 2"] == ("Kind.f", 2)
    assert made["def f(self, a=2):"] is None


def test_the_cheapest_tests_are_run_first() -> None:
    """Tests are sorted by their seconds, those of the package first among equals; a page is run as a whole."""
    seconds = {"tests/model/a.py::x": 0.0, "tests/law/a.py::y": 0.0, "docs/a.md::line:1": 0.5, "docs/a.md::line:9": 1.0}
    recorded = Recorded(seconds | {"tests/law/a.py::slow": 1.4}, {})
    chosen = cheapest_first([*seconds, "tests/law/a.py::slow"], recorded, "law")
    assert chosen == ["tests/law/a.py::y", "tests/model/a.py::x", "tests/law/a.py::slow", "docs/a.md"]


def test_what_is_explained_is_still_there() -> None:
    """Each survivor that is explained is a mutant of a line that the library has, with a reason."""
    for each in tomllib.loads(EXPLAINED.read_text("utf-8"))["survivor"]:
        lines = [line.strip() for line in (ROOT / each["file"]).read_text("utf-8").splitlines()]
        assert all(line in lines for line in each["before"]), each
        assert each["before"] != each["after"]
        assert len(each["reason"]) > 20


def test_a_survivor_is_printed_as_a_difference() -> None:
    """A survivor is told with file and line, what was there and what stood instead, and why where that is known."""
    text = "x = 1 + 2\n"
    (mutant, *_) = [
        made for change in mutants("src/a.py", text) if (made := change.mutant(text)) and "-" in made.source
    ]
    assert difference(mutant, None, 3) == "\nsrc/a.py:1, 3 tests\n- x = 1 + 2\n+ x = 1 - 2\n"
    assert "(explained: no test sees it)" in difference(mutant, "no test sees it", 3)
    assert isinstance(explained(), dict)
