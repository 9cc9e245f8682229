"""What each kind of error says in Swedish: what is wrong, and what to do. `english.py` has the same codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SWEDISH: Final[Mapping[str, tuple[str, str]]] = {
    "legacy": ("{wrong}", "{advice}"),
    # --- Any value
    "value.missing": ("saknas", "ange det"),
    "value.empty": ("är tomt", "fyll i det eller utelämna fältet"),
    "value.given_twice": ("anges mer än en gång", "behåll en av uppgifterna"),
    "value.not_one_of": ("är inget vi känner till", "använd något av {choices}"),
    "value.did_you_mean": ("är inget vi känner till", "menar du {near}?"),
    "value.negative": ("är negativt", "ange noll eller mer"),
    "argument.too_many": ("anges tillsammans med {other}", "ange bara en av uppgifterna"),
    "argument.lacks": ("anges utan {other}", "ange båda eller ingen"),
    # --- Values: money, rates, dates, periods, identifiers
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    # --- Formats: files, documents, records, tables
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    # --- Workings, the testing kit and the command line
}
