"""What each error carries beside its code: whether what was given goes with it, and at which places it is raised.

The table is `contracts/errors.txt`. A place is a path of fields or an argument, with `*` for what differs from case to
case; a dash is no place. "given" stands where every error of the code carries what was given, "nothing" where none
does, "perhaps" where it depends, also where what was given may be None.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from syntax import nodes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SRC = Path(__file__).parents[2] / "src" / "esfmodel"
TABLE = Path(__file__).parents[1] / "contracts" / "errors.txt"
KINDS = frozenset({"InvalidValue", "ReadError", "NotKnown", "NotInForce", "Problem"})
NO_PLACE = "-"
# A day that is not stated, a formula without a value, a line that is not certain: their texts say so.
MAY_BE_NONE = {
    "claim.day_not_known": frozenset({"day"}),
    "decision.day_not_known": frozenset({"day"}),
    "ledger.order_not_known": frozenset({"claimed", "other"}),
    "pack.same_day": frozenset({"other"}),
    "workbook.formula_unread": frozenset({"value"}),
}


@attrs.frozen
class Facts:
    """What the errors of a code carry."""

    given: str
    places: tuple[str, ...]

    def agrees(self, raised: Facts) -> bool:
        """Whether the table says the same as the places that raise the error."""
        return self.places == raised.places and (
            self.given == raised.given or (self.given, raised.given) == ("perhaps", "given")
        )

    def allows(self, place: str) -> bool:
        """Whether an error of the code may be raised at a place."""
        wanted = place or NO_PLACE
        return any(re.fullmatch(re.escape(each).replace(r"\*", ".*"), wanted, re.DOTALL) for each in self.places)


def read_facts() -> Mapping[str, Facts]:
    """Read the table."""
    rows = [line.split(" | ") for line in TABLE.read_text("ascii").splitlines()]
    return {code: Facts(given, tuple(places.split(", "))) for code, given, places in rows}


def facts_raised() -> Mapping[str, Facts]:
    """Find what the library gives to its errors, where it raises them."""
    given: dict[str, set[bool]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for path in SRC.rglob("*.py"):
        for node in nodes_of(path):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS):
                continue
            if isinstance(code := node.args[0], ast.Constant) and isinstance(code.value, str):
                _, place, value = [*node.args, None, None][:3]
                given[code.value].add(
                    value is not None and not (isinstance(value, ast.Constant) and value.value is None)
                )
                places[code.value].add(_pattern(place))
    words = {frozenset({True}): "given", frozenset({False}): "nothing"}
    return {
        code: Facts(words.get(frozenset(given[code]), "perhaps"), tuple(sorted(places[code])))
        for code in sorted(places)
    }


def _pattern(place: ast.expr | None) -> str:
    match place:
        case None:
            return NO_PLACE
        case ast.Constant(value=str(text)):
            return text or NO_PLACE
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        case _:
            return "*"


def write_facts() -> None:
    """Write the table anew, from the places that raise errors; what is stated to be open stays so."""
    known = {code for code, each in read_facts().items() if each.given == "perhaps"}
    with TABLE.open("w", encoding="ascii") as table:
        for code, each in facts_raised().items():
            is_open = each.given == "given" and code in known
            table.write(f"{code} | {'perhaps' if is_open else each.given} | {', '.join(each.places)}\n")
