"""Single values with their paths, put together to plain data, and where each stands."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from esfmodel.formats._unknown_keys import path_of, steps_in
from esfmodel.formats.reading import Problem

if TYPE_CHECKING:
    from esfmodel.formats.evidence import Evidence

_Steps: TypeAlias = tuple[str | int, ...]


class _Leaf(NamedTuple):
    value: object
    evidence: Evidence


class _Node(dict["str | int", "_Node | _Leaf"]):
    """What is below a place: by the keys of an object, or by the indexes of a list."""


class Tree:
    """Collects values by their paths.

    Items of a list are put in the order of their numbers, and missing numbers are closed up: a row may be deleted.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.misplaced: list[Evidence] = []
        """Where values stand that have no place, since another stands where they would be put into."""
        self.places: dict[str, Evidence] = {}
        self._leaves: dict[_Steps, _Leaf] = {}
        self._rows: dict[_Steps, Evidence] = {}
        self._refused: set[_Steps] = set()

    def put(self, path: str, value: object, evidence: Evidence) -> None:
        """Put a value at its path. Where another one stands there already, neither is taken, and that is told."""
        steps = tuple(steps_in(path))
        known = self._leaves.get(steps)
        if steps in self._refused or (known is not None and known.value != value):
            self._refuse(steps, path, evidence)
        elif known is None:
            self._leaves[steps] = _Leaf(value, evidence)

    def put_row(self, path: str, evidence: Evidence) -> None:
        """Note where an object stands whose values are put by themselves."""
        self._rows[tuple(steps_in(path))] = evidence

    def _refuse(self, steps: _Steps, path: str, evidence: Evidence) -> None:
        if steps not in self._refused and steps in self._leaves:
            first = self._leaves.pop(steps)
            self.problems.append(Problem("workbook.two_values").in_cell(first.evidence, path))
        self._refused.add(steps)
        self.problems.append(Problem("workbook.two_values").in_cell(evidence, path))

    def plain(self) -> dict[str, Any]:
        """Return what was put together; `places` are then those of its values, by their final paths."""
        root = _Node()
        for steps, leaf in self._leaves.items():
            self._insert(root, steps, leaf)
        return cast("dict[str, Any]", self._built(root, (), ""))

    def _insert(self, root: _Node, steps: _Steps, leaf: _Leaf) -> None:
        here = root
        for step, following in pairwise(steps):
            known = here.get(step)
            if known is None or _is_empty(known):
                # Nothing, or an object that is written as empty, and has been filled in.
                known = here[step] = _Node()
            # The keys of an object and the indexes of a list do not go together.
            if isinstance(known, _Leaf) or not all(type(each) is type(following) for each in islice(known, 1)):
                self.misplaced.append(leaf.evidence)
                return
            here = known
        if here.setdefault(steps[-1], leaf) is not leaf and not _is_empty(leaf):
            self.misplaced.append(leaf.evidence)

    def _built(self, node: _Node | _Leaf, steps: _Steps, path: str) -> object:
        if isinstance(node, _Leaf):
            self.places[path] = node.evidence
            return node.value
        if steps in self._rows:
            self.places[path] = self._rows[steps]
        items = sorted((step, below) for step, below in node.items() if isinstance(step, int))
        if items:
            return [self._built(below, (*steps, step), f"{path}[{at}]") for at, (step, below) in enumerate(items)]
        return {str(step): self._built(below, (*steps, step), path_of(path, str(step))) for step, below in node.items()}


def _is_empty(node: object) -> bool:
    return isinstance(node, _Leaf) and node.value in ({}, [])
