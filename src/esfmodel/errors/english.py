"""What each kind of error says in English: what is wrong, and what to do. `swedish.py` has the same codes.

The names in braces are the parameters of the error; each is written as the language has it. What is wrong follows what
was given ("'12.345' has more than two decimals"), or the name of the field where nothing was given ("is missing").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, tuple[str, str]]] = {
    "legacy": ("{wrong}", "{advice}"),
    # --- Any value
    "value.missing": ("is missing", "add it"),
    "value.empty": ("is empty", "write it, or leave the field out"),
    "value.given_twice": ("is given more than once", "keep one of them"),
    "value.not_one_of": ("is not one we know", "use one of {choices}"),
    "value.did_you_mean": ("is not one we know", "did you mean {near}?"),
    "value.negative": ("is negative", "give zero or more"),
    "argument.too_many": ("is given beside {other}", "give one of them alone"),
    "argument.lacks": ("is given without {other}", "give both, or neither"),
    # --- Values: money, rates, dates, periods, identifiers
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    # --- Formats: files, documents, records, tables
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    # --- Workings, the testing kit and the command line
}
