"""The reference has the entry of every public name, however its pages divide them."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "reference"
ALL = re.compile(r"^<!-- every public name of (\S+) -->$", re.MULTILINE)
SOME = re.compile(r"^<!-- public names of (\S+): ([\w,\s]+) -->$", re.MULTILINE)
DIVIDED = ("esfmodel.formats", "esfmodel.model", "esfmodel.values")
"""The packages whose names stand on several pages."""


def texts() -> list[str]:
    """Read the pages of the reference."""
    return [page.read_text("utf-8") for page in sorted(PAGES.glob("*.md"))]


@pytest.mark.parametrize("package", DIVIDED)
def test_each_name_of_a_divided_package_is_on_one_page(package: str) -> None:
    """No name of the package is missing from the reference, and none has two entries."""
    listed = [
        names.replace(",", " ").split() for text in texts() for module, names in SOME.findall(text) if module == package
    ]
    loaded = importlib.import_module(package)
    names = [name for name in loaded.__all__ if not isinstance(getattr(loaded, name), ModuleType)]
    assert Counter(name for each in listed for name in each) == Counter(names)


def test_a_package_is_told_whole_or_divided() -> None:
    """What one page tells whole no other page tells too, and only the packages named here are divided."""
    whole = [module for text in texts() for module in ALL.findall(text)]
    assert len(whole) == len(set(whole))
    assert {module for text in texts() for module, _ in SOME.findall(text)} == set(DIVIDED)
    assert not set(whole) & set(DIVIDED)
