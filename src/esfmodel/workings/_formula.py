"""Reads and writes the formula of a step; `esfmodel.workings` defines the language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

_TOKEN: Final = re.compile(r"\s*(?:([a-z_]+(?:\[[0-9]+\])?(?:\.[a-z_]+)*)|([01])(?![0-9])|([-+*/(),]))")
_FUNCTIONS: Final[Mapping[str, Container[int]]] = {
    "upto": (1,),
    "both": (2,),
    "from_zero": (1,),
    "least": range(2, 1000),
    "share": (2, 3),
}
# Parentheses are read by recursion: a limit turns a hostile formula into `InvalidValue`, not `RecursionError`.
_DEEPEST: Final = 20


@attrs.frozen
class Node:
    """A part of a formula: a name, a number, or an operation on parts.

    `kind` is "name", "number", an operator or the name of a function. A sum has all its terms as parts; a subtracted
    term is a part of kind "-".
    """

    kind: str
    parts: tuple[Node, ...] = ()
    text: str = ""

    @property
    def names(self) -> Iterator[str]:
        """The names in the order of the formula, repeated ones included."""
        if self.kind == "name":
            yield self.text
        for part in self.parts:
            yield from part.names

    def __str__(self) -> str:
        """Write the formula, so that `parse` reads it back."""
        if self.kind in ("name", "number"):
            return self.text
        if self.kind == "+":
            first, *others = self.parts
            return str(first) + "".join(
                f" - {other.parts[0]._inside()}" if other.kind == "-" else f" + {other}" for other in others
            )
        if self.kind in ("*", "/"):
            return f" {self.kind} ".join(part._inside() for part in self.parts)
        return f"{self.kind}({', '.join(map(str, self.parts))})"

    def _inside(self) -> str:
        return f"({self})" if self.kind in ("+", "*", "/") else str(self)


def name_node(name: str) -> Node:
    return Node("name", text=name)


def sum_node(terms: Sequence[Node]) -> Node:
    """Return a sum of terms: the number 0 without any."""
    if len(terms) < 2:
        return terms[0] if terms else Node("number", text="0")
    return Node("+", tuple(terms))


def less(whole: Node, terms: Sequence[Node]) -> Node:
    return Node("+", (whole, Node("-", (sum_node(terms),)))) if terms else whole


def parse(formula: str) -> Node:
    """Read a formula; raise `InvalidValue` for anything else.

    >>> [part.text for part in parse("units * price").parts]
    ['units', 'price']
    """
    tokens: list[str] = []
    place = 0
    while place < len(formula):
        found = _TOKEN.match(formula, place)
        if found is None:
            raise _wrong(formula)
        tokens.append(found[0].strip())
        place = found.end()
    reader = _Reader(formula, tokens)
    node = reader.sum(0)
    if reader.lookahead:
        raise _wrong(formula)
    return node


def _wrong(formula: str) -> InvalidValue:
    return InvalidValue("formula.not_readable", "formula", formula)


class _Reader:
    """A recursive-descent parser; `lookahead` is the next token, "" at the end."""

    def __init__(self, formula: str, tokens: list[str]) -> None:
        self._formula = formula
        self._tokens = iter([*tokens, ""])  # The last is the end: `next` never fails.
        self.lookahead = next(self._tokens)

    def sum(self, depth: int) -> Node:
        terms = [self._product(depth)]
        while self.lookahead in ("+", "-"):
            sign = self._take()
            term = self._product(depth)
            terms.append(term if sign == "+" else Node("-", (term,)))
        return terms[0] if len(terms) == 1 else Node("+", tuple(terms))

    def _product(self, depth: int) -> Node:
        node = self._atom(depth)
        while self.lookahead in ("*", "/"):
            node = Node(self._take(), (node, self._atom(depth)))
        return node

    def _atom(self, depth: int) -> Node:
        word = self._take()
        if depth > _DEEPEST:
            raise _wrong(self._formula)
        if word in ("0", "1"):
            return Node("number", text=word)
        if word == "(":
            node = self.sum(depth + 1)
            self._take(")")
            return node
        if not word[:1].isalpha():
            raise _wrong(self._formula)
        return self._call(word, depth) if self.lookahead == "(" else Node("name", text=word)

    def _call(self, function: str, depth: int) -> Node:
        self._take("(")
        parts = [self.sum(depth + 1)]
        while self.lookahead == ",":
            self._take()
            parts.append(self.sum(depth + 1))
        self._take(")")
        if len(parts) not in _FUNCTIONS.get(function, ()):
            raise _wrong(self._formula)
        return Node(function, tuple(parts))

    def _take(self, expected: str | None = None) -> str:
        taken = self.lookahead
        if not taken or expected not in (None, taken):
            raise _wrong(self._formula)
        self.lookahead = next(self._tokens)
        return taken
