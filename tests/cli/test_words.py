"""The words of the commands, in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from itertools import starmap
from typing import TYPE_CHECKING

import attrs
import pytest

import esfmodel.cli
from esfmodel.rules import Words
from esfmodel.values.format import InEachLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator


def words_in(table: object) -> Iterator[Words]:
    """Yield the words of a table, as deep as they stand."""
    match table:
        case Words():
            yield table
        case InEachLanguage(sv=str() as swedish, en=english):
            yield Words(swedish, english)
        case InEachLanguage(sv=tuple() as swedish, en=english):
            yield from starmap(Words, zip(swedish, english, strict=True))
        case Mapping():
            yield from words_in((*table.keys(), *table.values()))
        case tuple() | list() | set() | frozenset():
            for each in table:
                yield from words_in(each)
        case _ if attrs.has(type(table)):
            yield from words_in([getattr(table, field.name) for field in attrs.fields(type(table))])
        case _:
            pass


@pytest.mark.parametrize("module", [each.name for each in pkgutil.iter_modules(esfmodel.cli.__path__)])
def test_every_text_has_every_language(module: str) -> None:
    """None is missing in one of them, and what is filled in has the same names in both."""
    tables = vars(importlib.import_module(f"esfmodel.cli.{module}"))
    for words in words_in([table for name, table in tables.items() if not name.startswith("__")]):
        assert type(words.sv) is type(words.en) is str
        assert bool(words.sv) == bool(words.en)
        swedish, english = words.placeholders
        assert swedish == english
