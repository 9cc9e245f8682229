"""The words of the commands, in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from itertools import starmap
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import esfmodel.cli
from esfmodel.rules import Words
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def words_in(table: object) -> Iterator[Words]:
    """Yield the words of a table, as deep as they stand."""
    if isinstance(table, Words):
        yield table
    else:
        for part in parts_of(table):
            yield from words_in(part)


def parts_of(table: object) -> Iterable[object]:
    """Return what a table is made of; a text of each language, or a row of them, is made of words."""
    whole: Any = table
    match table:
        case InEachLanguage(sv=str()):
            return [Words(whole.sv, whole.en)]
        case InEachLanguage(sv=tuple()):
            return [*starmap(Words, zip(whole.sv, whole.en, strict=True))]
        case Mapping():
            return [*whole.keys(), *whole.values()]
        case tuple() | list() | set() | frozenset():
            return [*whole]
        case _:
            return attrs.astuple(whole, recurse=False) if attrs.has(type(table)) else ()


@pytest.mark.parametrize("module", [each.name for each in pkgutil.iter_modules(esfmodel.cli.__path__)])
def test_every_text_has_every_language(module: str) -> None:
    """None is missing in one of them, and what is filled in has the same names in both."""
    tables = vars(importlib.import_module(f"esfmodel.cli.{module}"))
    for words in words_in([table for name, table in tables.items() if not name.startswith("__")]):
        assert type(words.sv) is type(words.en) is str
        assert bool(words.sv) == bool(words.en)
        swedish, english = words.placeholders
        assert swedish == english
