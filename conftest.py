"""Every example shown is run: those of the docstrings, of the README and of the pages in docs/.

A docstring is one test, run with a copy of its module's names, as `doctest` has it. A page is a story: its blocks run
in order, in a folder of its own, and share their names; each `>>>` in it is a test of its own, named by its line.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import importlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sybil import Document, Region, Sybil
from sybil.parsers.myst import PythonCodeBlockParser
from sybil.text import LineNumberOffsets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sybil import Example
    from sybil.typing import Parser

SRC = Path(__file__).parent / "src"

# The tests start many processes, each of which needs twice the time where it compiles the library first.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Django takes its settings once in a process: what is shown of it and what is tested share those of an app.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "django_portal.settings")
# Pages run in folders of their own, where Hypothesis would compute its tables of characters anew.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(SRC.parent / ".hypothesis"))


class ModuleDocument(Document):
    """A module of the library: its docstrings are its examples."""

    @classmethod
    def parse(cls, path: str, *_parsers: Parser, encoding: str = "utf-8") -> Document:
        """Find the docstrings that show something; parsers are for pages only."""
        document = cls(Path(path).read_text(encoding), path)
        for region in shown_in(document):
            document.add(region)
        return document


def shown_in(document: Document) -> Iterator[Region]:
    """Find each docstring of a module that has an example in it."""
    tree = ast.parse(document.text)
    offsets = LineNumberOffsets(document.text)
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        text = ast.get_docstring(node, clean=False)
        if text is None or ">>>" not in text:
            continue
        literal = node.body[0]
        start = offsets.get(literal.lineno - 1, 0)
        end = offsets.get((literal.end_lineno or literal.lineno) - 1, 0)
        name = getattr(node, "name", "module")
        parsed = doctest.DocTestParser().get_doctest(text, {}, name, document.path, literal.lineno - 1)
        yield Region(start, max(end, start + 1), parsed, run_docstring)


def run_docstring(example: Example) -> str | None:
    """Run one docstring and return what went otherwise than shown."""
    shown: doctest.DocTest = example.parsed
    module = importlib.import_module(module_name(Path(example.path)))
    shown.globs = dict(vars(module))
    said: list[str] = []
    failed = doctest.DocTestRunner(verbose=False).run(shown, out=said.append, clear_globs=False).failed
    return "".join(said) if failed else None


def module_name(path: Path) -> str:
    """Name the module that a file of the library is, such as esfmodel.values.money."""
    parts = path.resolve().relative_to(SRC.resolve()).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def enter_folder(names: dict[str, Any]) -> None:
    """Let a page write its files where nobody keeps them."""
    names["_folder"] = stack = contextlib.ExitStack()
    stack.enter_context(contextlib.chdir(stack.enter_context(tempfile.TemporaryDirectory())))


def leave_folder(names: dict[str, Any]) -> None:
    """Remove what a page has written."""
    names["_folder"].close()


pytest_collect_file = (
    Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"], setup=enter_folder, teardown=leave_folder)
    + Sybil(parsers=[], path="src", patterns=["*.py"], document_types={".py": ModuleDocument})
).pytest()
