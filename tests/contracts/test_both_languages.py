"""Every text of the library is there in Swedish and in English, with the same values to fill in."""

from __future__ import annotations

import importlib
import pkgutil
import string
from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs
import pytest

import esfmodel
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import TEMPLATES
from esfmodel.text.words.language import Language
from esfmodel.values.format import InEachLanguage

PACKAGES = [found.name for found in pkgutil.iter_modules(esfmodel.__path__) if found.ispkg]
NEED_EXTRAS = {"integrations", "frames"}
"""What cannot be imported without them."""


def pairs(value: object) -> Iterator[tuple[object, object]]:
    """Yield the Swedish and the English of each text and table of texts in a value of a module."""
    if value is TEMPLATES:
        return  # whose texts are compared code by code, see test_errors.py
    if isinstance(value, (Words, InEachLanguage)):
        found = cast("InEachLanguage[object]", value)
        yield found.sv, found.en
    elif isinstance(value, Mapping):
        for each in cast("Mapping[object, object]", value).values():
            yield from pairs(each)
    elif isinstance(value, (tuple, list)):
        for each in cast("tuple[object, ...]", value):
            yield from pairs(each)


def shape(value: object) -> object:
    """Return what a text has in common with that of another language: whether it says something, and its values."""
    if isinstance(value, str):
        names = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
        return bool(value), names
    if isinstance(value, Mapping):
        return {key: shape(each) for key, each in cast("Mapping[Any, object]", value).items()}
    if isinstance(value, (tuple, list)):
        return [shape(each) for each in cast("tuple[object, ...]", value)]
    if isinstance(value, Language):
        return Language  # how a language writes, which is its own
    if callable(value):
        return "function"
    if attrs.has(type(value)):
        fields = attrs.fields(type(cast("attrs.AttrsInstance", value)))
        return {field.name: shape(getattr(value, field.name)) for field in fields}
    return type(value)


def modules(package: str) -> Iterator[str]:
    """Name the modules of a package."""
    loaded = importlib.import_module(f"esfmodel.{package}")
    yield loaded.__name__
    yield from (found.name for found in pkgutil.walk_packages(loaded.__path__, f"{loaded.__name__}."))


@pytest.mark.parametrize("package", sorted({*PACKAGES} - NEED_EXTRAS))
def test_a_text_has_both_languages(package: str) -> None:
    """Neither is missing, and what one fills in the other does too."""
    for module in modules(package):
        for name, value in vars(importlib.import_module(module)).items():
            for swedish, english in pairs(value):
                assert shape(swedish) == shape(english), f"{module}.{name}"
