"""The rules speak as officials and the acts do: one word for each thing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import esfmodel.rules

INSTEAD = {
    r"\blagen\b": "förordningen, bestämmelserna",
    r"\båterfås\b|\båterfå\b": "avdragsgill",
    r"\bskilda slag\b|\bslag av kostnad": "olika kostnadskategorier",
    r"(?:sin|dess|en|på) bas\b|\bbasens?\b": "beräkningsunderlag",
    r"\blista över insatser\b": "förteckningen över insatser",
    r"\butlysningen kräver\b|\bprogrammet kräver\b": "krav på medfinansiering",
    r"\bhela kostnaden\b": "totalkostnaden",
    r"kostnadsslag": "kostnadskategori",
    r"\bförenklade kostnader\b": "förenklade kostnadsalternativ",
    r"\b(?:i|utanför) programområdet\b|\bligger i programområde": "det område som programmet omfattar",
    r"\bräkna av mot\b": "stämma av mot",
    r"över \{(?:threshold|expected\} i \{basis)\}": "över gränsen",
    r"(?<!den )(?:betalades|lämnades in|söktes|gjordes) \{\w+\}": "{name:when}, which writes den or i",
    r"(?<!of )\{\w+\} (?:projects|months|månader)\b": "count_words, since one has no plural",
    r"can be recovered": "recoverable",
    r"list that is published": "the list of operations shall contain",
    r"\bis cancelled\b|is not (?:selected|declared)\b": "shall, as the act says",
    r"\basks? for partners|are asked for\b": "requires, required",
    r"\bmost in need\b": "the most deprived persons",
}
"""What the rules do not say, and what they say instead."""


def texts(tree: ast.AST) -> list[str]:
    """Return the texts of a module, without its docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs)
    return [node.value for node in strings if isinstance(node.value, str)]


def test_the_rules_use_the_words_of_officials() -> None:
    """No text of a rule has a word that an official would not write, or another word for the same thing."""
    files = sorted(Path(esfmodel.rules.__path__[0]).rglob("*.py"))
    found = [
        f"{file.name}: {text!r} (write: {right})"
        for file in files
        for text in texts(ast.parse(file.read_text(encoding="utf-8")))
        for wrong, right in INSTEAD.items()
        if re.search(wrong, text)
    ]
    assert found == []
    assert len(files) > 20
