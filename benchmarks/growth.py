"""How time grows with the size of what is worked on: an exponent of 1 is linear, 2 quadratic.

Each curve doubles its size. The exponent is that of the power which fits its points best; constant costs of the small
sizes pull it below 1.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from cases.ledgers import claims, entered, explained, granted
from cases.lists import listed
from cases.text import prose
from esfmodel import Budget, Ledger, Portfolio, explain, from_json, read_text, to_json, to_text, validate
from esfmodel.formats import stream
from esfmodel.text import sv
from measuring import called, exponent, in_rounds
from projects import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel import Project
    from measuring import Effort

MOST = 1.1
"""The goal: the largest exponent."""
FIGURES = ("total_cost", "support", "eu_support", "own_contribution", "support_rate", "eu_rate", "own_rate", "unlisted")


@attrs.frozen
class Curve:
    """One operation on an input of growing size."""

    axis: str
    name: str
    make: Callable[[int], Callable[[], object]]
    """Makes what is worked on, outside the time, and returns the operation."""


@attrs.frozen
class Grown:
    """The median seconds of a curve by size, and the exponent that fits them."""

    axis: str
    name: str
    points: tuple[tuple[int, float], ...]
    exponent: float

    @property
    def met(self) -> bool:
        """Whether the exponent is within the goal."""
        return self.exponent <= MOST


SIZES = {
    "lines": (100, 200, 400, 800, 1600),
    "projects": (25, 50, 100, 200, 400),
    "events": (100, 200, 400, 800, 1600),
    "rows": (250, 500, 1_000, 2_000, 4_000),
    "characters": (4_000, 8_000, 16_000, 32_000, 64_000),
}


def _figures(count: int) -> Callable[[], object]:
    """Derive every figure of a budget, which keeps what it has derived and so is made anew outside the time."""
    costs, financing = lines(count).budget.costs, lines(count).budget.financing
    return lambda: [getattr(budget, figure) for budget in [Budget(costs, financing)] for figure in FIGURES]


def _portfolio(count: int) -> Portfolio:
    return Portfolio([attrs.evolve(lines(5), name=f"Projekt {number}") for number in range(count)])


def _on(make: Callable[[int], Any], work: Callable[[Any], object]) -> Callable[[int], Callable[[], object]]:
    """Work on what is made once for each size."""

    def made(size: int) -> Callable[[], object]:
        thing = make(size)
        return lambda: work(thing)

    return made


def _written(projects: Iterable[Project]) -> str:
    return to_text(projects, "list_of_operations")


def curves() -> list[Curve]:
    """List what is measured."""
    decision = granted()
    return [
        Curve("lines", "build", lambda count: lambda: lines(count)),
        Curve("lines", "build a budget, derive figures", _figures),
        Curve("lines", "validate", _on(lines, validate)),
        Curve("lines", "JSON out", _on(lines, lambda project: to_json(project, indent=None))),
        Curve("lines", "JSON in", _on(lambda count: to_json(lines(count)), from_json)),
        Curve("lines", "explain the support rate", _on(lines, lambda each: explain(each.budget, "support_rate"))),
        Curve("projects", "validate", _on(_portfolio, validate)),
        Curve("projects", "write a document", _on(_portfolio, lambda each: to_text(each, "project_json"))),
        Curve("projects", "read a document", _on(lambda count: to_text(_portfolio(count), "project_json"), read_text)),
        Curve("events", "all at once", _on(claims, lambda events: Ledger(decision, events).rows)),
        Curve("events", "one at a time", _on(claims, lambda events: entered(decision, events))),
        Curve("events", "explain every claim", _on(lambda count: Ledger(decision, claims(count)), explained)),
        Curve("rows", "stream a list", _on(listed, lambda path: sum(1 for _ in stream(path)))),
        Curve(
            "rows",
            "write a list",
            _on(lambda rows: [item.project for item in stream(listed(rows)) if item.project], _written),
        ),
        Curve("characters", "find figures, dense", _on(lambda size: prose(size, dense=True), sv.find_figures)),
        Curve("characters", "find figures, sparse", _on(lambda size: prose(size, dense=False), sv.find_figures)),
    ]


def grown(curve: Curve, effort: Effort) -> Grown:
    """Measure a curve: its sizes in turn, and none that would take longer than there is patience for."""
    sizes: list[int] = []
    sides: list[Callable[[], float]] = []
    last = 0.0
    for size in SIZES[curve.axis]:
        # A quadratic operation takes four times as long for twice the size.
        if len(sides) > 1 and 4 * last > effort.patience:
            break
        work = curve.make(size)
        work()
        sides.append(called(work, effort))
        sizes.append(size)
        last = sides[-1]()
    medians = [statistics.median(taken) for taken in zip(*in_rounds(sides, effort), strict=True)]
    points = tuple(zip(sizes, medians, strict=True))
    return Grown(curve.axis, curve.name, points, exponent(points))
