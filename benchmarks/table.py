"""The figures of a run as tables of Markdown, whose columns have one width, so that a terminal can show them too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from growth import MOST, Grown
from machine import Head
from measuring import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measuring import Case

GENERATED = re.compile(r"(?<=<!-- written by run\.py -->\n).*?(?=<!-- end of what run\.py writes -->)", re.DOTALL)
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns"))
SIZES = ((2**20, "MiB"), (2**10, "KiB"), (1, "B"))
RATIOS = ("what", "peer", "esfmodel", "the peer", "ratio", "quartiles", "goal", "met")
CURVES = ("over", "what", "sizes", "smallest", "largest", "exponent", "goal", "met")


@attrs.frozen
class Results:
    """All that one run has measured."""

    head: Head
    rows: tuple[Row, ...]
    curves: tuple[Grown, ...]


def markdown(results: Results) -> str:
    """Write what was measured and where, and how many goals are met."""
    parts = [results.head.text]
    if results.rows:
        parts.append(columned([RATIOS, *map(_ratio, results.rows)]))
    if results.curves:
        parts.append(columned([CURVES, *map(_curve, results.curves)]))
    goals = [row.met for row in results.rows if row.met is not None] + [curve.met for curve in results.curves]
    parts.append(f"{sum(goals)} of {len(goals)} goals are met.")
    return "\n\n".join(parts) + "\n"


def renewed(page: str, results: Results) -> str:
    """Write the tables into a page, between the marks for them."""
    return GENERATED.sub(lambda _: f"\n{markdown(results)}\n", page)


def _ratio(row: Row) -> Sequence[str]:
    case = row.case
    return (
        f"{case.topic}: {case.name}",
        case.peer,
        _amount(row.ours, case),
        _amount(row.theirs, case),
        _number(row.ratio),
        f"{_number(row.low)}–{_number(row.high)}",
        _goal(case),
        _met(row.met),
    )


def _amount(value: float, case: Case) -> str:
    if case.measure == "bytes":
        return _in_units(value, SIZES)
    if case.characters:
        return f"{_number(case.characters / value / 1e6)} MB/s"
    return _in_units(value, UNITS)


def _goal(case: Case) -> str:
    if case.most is not None:
        return f"≤ {case.most:g}"
    if case.seconds is None:
        return ""
    if case.characters:
        return f"≥ {case.characters / case.seconds / 1e6:g} MB/s"
    return f"≤ {case.seconds * 1e3:g} ms"


def _curve(curve: Grown) -> Sequence[str]:
    (least, quickest), (most, slowest) = curve.points[0], curve.points[-1]
    return (
        curve.axis,
        curve.name,
        f"{least}–{most}",
        _in_units(quickest, UNITS),
        _in_units(slowest, UNITS),
        f"{curve.exponent:.2f}",
        f"≤ {MOST:g}",
        _met(curve.met),
    )


def _in_units(value: float, units: Sequence[tuple[float, str]]) -> str:
    """Write a value in the largest unit of which it is at least one."""
    size, unit = next((each for each in units if value >= each[0]), units[-1])
    return f"{_number(value / size)} {unit}"


def _number(value: float) -> str:
    """Write three figures, and never an exponent."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _met(met: bool | None) -> str:
    return "" if met is None else "yes" if met else "no"


def columned(lines: Sequence[Sequence[str]]) -> str:
    """Join cells to a table: the first two columns are words, and the others are set to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = [("-" * (width + 2)) if place < 2 else f"{'-' * (width + 1)}:" for place, width in enumerate(widths)]
    heading, *rows = [_line(line, widths) for line in lines]
    return "\n".join([heading, f"|{'|'.join(rule)}|", *rows])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    set_ = [
        cell.ljust(width) if place < 2 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(set_)} |"
