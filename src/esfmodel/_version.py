"""The version of the library, which reports and documents are stamped with."""

from __future__ import annotations

from typing import Final

# Typed here too, beside pyproject.toml: to ask for the metadata of the installed package takes longer than the first
# `validate`, and tests/contracts/test_names.py compares the two.
VERSION: Final = "0.1.0"
