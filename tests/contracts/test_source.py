from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from syntax import nodes_of

SRC = Path(__file__).parents[2] / "src"
FILES = sorted(SRC.rglob("*.py"))
NAMES = [path.relative_to(SRC).as_posix() for path in FILES]

# The day is an argument: nothing here looks at a clock. One question is asked of it: whether the day of a stated
# exchange rate, or of the check of a row of a pack, is still to come. It is refused, and no outcome depends on it.
ASKS_THE_DAY = "esfmodel/rules/exchange.py"
CLOCKS = frozenset({"now", "today", "utcnow", "time_ns", "perf_counter", "monotonic"})

# Modules that load others by name, which the layers contract does not see: the front door, what loads the names of a
# package (the contract sees them imported for type checkers), the strategies with their registration, what asks for
# a language, a format or a library only when it is wanted, a report that is written as plain data, and a rule that
# is pickled by the name of what the library ships.
LOADERS = frozenset(
    {
        "esfmodel/__init__.py",
        "esfmodel/_hypothesis_hook.py",
        "esfmodel/_lazy.py",
        "esfmodel/errors/__init__.py",
        "esfmodel/rules/report.py",
        "esfmodel/rules/rule.py",
        "esfmodel/testing/__init__.py",
        "esfmodel/testing/_hypothesis.py",
        "esfmodel/values/field_type.py",
        "esfmodel/values/format.py",
    }
)


def speaks(name: str) -> bool:
    """Return whether a file belongs to the command line."""
    return name.startswith("esfmodel/cli") or name == "esfmodel/__main__.py"


@pytest.mark.parametrize("name", [name for name in NAMES if not speaks(name)])
def test_only_the_command_line_speaks(name: str) -> None:
    """No other module prints, writes to the standard streams or ends the program."""
    for node in nodes_of(SRC / name):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "exit", "breakpoint"}, f"{name}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            assert node.attr not in {"stdin", "stdout", "stderr", "exit"}, f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_is_a_float(name: str) -> None:
    """Amounts and shares are exact everywhere: no float is written, and none is made."""
    for node in nodes_of(SRC / name):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float), f"{name}:{node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "float", f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", [name for name in NAMES if name != ASKS_THE_DAY])
def test_nothing_looks_at_a_clock(name: str) -> None:
    """The same facts give the same answer on every day."""
    for node in nodes_of(SRC / name):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCKS, f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", NAMES)
def test_no_error_is_swallowed_in_silence(name: str) -> None:
    """Only the hook that Hypothesis calls may pass over an error; everything else says what went wrong."""
    if name == "esfmodel/testing/_hypothesis.py":
        return
    for node in nodes_of(SRC / name):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{name}:{node.lineno}"
            assert not all(isinstance(each, ast.Pass) for each in node.body), f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LOADERS])
def test_imports_are_where_the_layers_contract_sees_them(name: str) -> None:
    """Nothing but the listed modules loads a module by its name."""
    for node in nodes_of(SRC / name):
        called = node.func if isinstance(node, ast.Call) else None
        by_name = (
            called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        )
        assert by_name not in {"import_module", "__import__"}, f"{name}:{called and called.lineno}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_repeated_for_good_is_atomic(name: str) -> None:
    """Early releases of Python 3.11, such as 3.11.2, stop too soon in `(a|b)*+`; in `((?>a|b))*+` they do not."""
    for node in nodes_of(SRC / name):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"(?<!\))\)(?:\*\+|\+\+)", node.value), f"{name}:{node.lineno}"
