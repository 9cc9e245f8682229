"""What is loaded by those who import only a part of the library, and whether each name is where its package says."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import esfmodel
from esfmodel._lazy import lazy

HEAVY = {"babel", "cattrs", "hypothesis", "narwhals", "pandas", "polars", "pydantic", "pydantic_core"}
FILES = {"importlib.metadata", "importlib.resources", "tempfile", "zipfile"}
UPPER = {f"esfmodel.{layer}" for layer in ("law.law", "rules.engine", "workings._explain", "formats.files", "display")}
TEXT = {"esfmodel.text.sv", "esfmodel.text.en", "esfmodel.text.prose._find", "esfmodel.text.reading.labels"}
PENDULUM = {"pendulum", "dateutil"}
READERS = {"json", "tomllib", "csv"}

UNLOADED = {
    "import esfmodel": HEAVY
    | FILES
    | UPPER
    | TEXT
    | PENDULUM
    | READERS
    | {"attrs", "esfmodel.values", "esfmodel.model"},
    "from esfmodel import Money; repr(Money(1) + Money(2))": (
        HEAVY | FILES | UPPER | TEXT | PENDULUM | READERS | {"esfmodel.values.period", "esfmodel.model.fields"}
    ),
    "from esfmodel import Budget, Money, Period, Project, Rate; Project('A', budget=Budget(total=Money(1)))": (
        HEAVY | FILES | UPPER | TEXT | PENDULUM | READERS | {"esfmodel.model.ledger.ledger", "esfmodel.model.totals"}
    ),
    "from esfmodel import Period, Project; Project('A', period=Period('2024-10-01', '2027-09-30'))": (
        HEAVY | UPPER | TEXT | {"importlib.metadata"}
    ),
    "from esfmodel import validate": (
        HEAVY | FILES | TEXT | PENDULUM | {"esfmodel.law.packs", "esfmodel.model.ledger.ledger", "hashlib"}
    ),
    "from esfmodel import Project, validate; validate(Project('A'))": (
        HEAVY | TEXT | {"importlib.metadata", "esfmodel.model.ledger.ledger"}
    ),
    "from esfmodel import *; import esfmodel.cli._commands": HEAVY | {"esfmodel.text.prose._find"},
}
"""What must not be loaded by a program: packages that take long, and layers that it did not ask for."""

LAZY = [
    each.name
    for each in pkgutil.walk_packages(esfmodel.__path__, "esfmodel.")
    if each.ispkg and "lazy(" in Path(str(import_module(each.name).__file__)).read_text("utf-8")
]


@pytest.mark.parametrize("program", UNLOADED)
def test_a_program_waits_for_nothing_that_it_does_not_use(program: str) -> None:
    """Nobody waits for days without a day, for the law without a question, for a language without a text."""
    code = f"{program}\nimport sys\nprint(*sorted(set(sys.modules) & {UNLOADED[program]!r}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize("package", LAZY)
def test_type_checkers_and_python_find_the_same_names(package: str) -> None:
    """What a package imports for type checkers is what its table has, in `__all__` and under the same name."""
    loaded = import_module(package)
    tree = ast.parse(Path(str(loaded.__file__)).read_text("utf-8"))
    static = {
        alias.asname or alias.name: node.module
        for block in tree.body
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and node.module is not None
        for alias in node.names
    }
    assert set(static) >= set(loaded.__all__)
    for name, module in static.items():
        assert getattr(loaded, name) is getattr(import_module(module), name), name


@pytest.mark.parametrize("package", LAZY)
def test_no_name_gives_way_to_a_module(package: str) -> None:
    """A module called like a name of its package would take its place once it is imported."""
    loaded = import_module(package)
    modules = {each.name for each in pkgutil.iter_modules(loaded.__path__)}
    for name in modules & set(loaded.__all__):
        assert getattr(loaded, name) is import_module(f"{package}.{name}"), name


@pytest.mark.parametrize("module", ["esfmodel.model", "esfmodel.values.dates"])
def test_an_unknown_name_is_no_attribute(module: str) -> None:
    """A misspelt name is told with its package or module."""
    with pytest.raises(AttributeError, match=f"module '{module}' has no attribute 'Dat'"):
        _ = import_module(module).Dat


def test_a_package_has_its_modules_and_suggests_its_names() -> None:
    """A module needs no import of its own, and an error holds the package, so that Python suggests a name of it."""
    load = lazy("esfmodel.values", {"esfmodel_lacks_it": ("Money",)})
    assert load("dates") is import_module("esfmodel.values.dates")
    with pytest.raises(AttributeError) as refused:
        load("Mony")
    assert (refused.value.obj, refused.value.name) == (esfmodel.values, "Mony")
    with pytest.raises(ModuleNotFoundError, match="No module named 'esfmodel_lacks_it'"):
        load("Money")


def test_the_law_has_no_other_attributes_than_before_it_was_read() -> None:
    """What reads the law at its first use does not take a misspelt name for it."""
    law: Any = esfmodel.LAW
    with pytest.raises(AttributeError, match="'Law' object has no attribute 'provision_s'"):
        _ = law.provision_s
