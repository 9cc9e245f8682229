"""The figures of a run as tables: for a terminal, for the docs, and as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from growth import MOST, Grown
from machine import Head
from measuring import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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


def data(results: Results) -> dict[str, Any]:
    """Return every figure, for other programs."""
    return {
        "head": attrs.asdict(results.head),
        "rows": [attrs.asdict(row) | {"met": row.met} for row in results.rows],
        "curves": [attrs.asdict(curve) | {"most": MOST, "met": curve.met} for curve in results.curves],
    }


def in_text(results: Results) -> str:
    """Write the tables for a terminal, with columns of one width."""
    return _written(results, _aligned)


def markdown(results: Results) -> str:
    """Write the tables as the docs have them."""
    return _written(results, _plain)


def renewed(page: str, results: Results) -> str:
    """Write the tables into a page, between the marks for them."""
    return GENERATED.sub(lambda _: f"\n{markdown(results)}\n", page)


def _written(results: Results, table: Callable[[Sequence[Sequence[str]]], str]) -> str:
    parts = [results.head.text]
    if results.rows:
        parts.append(table([RATIOS, *_ratios(results.rows)]))
    if results.curves:
        parts.append(table([CURVES, *(_curve(curve) for curve in results.curves)]))
    goals = [row.met for row in results.rows if row.met is not None] + [curve.met for curve in results.curves]
    parts.append(f"{sum(goals)} of {len(goals)} goals are met.")
    return "\n\n".join(parts) + "\n"


def _ratios(rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    for row in rows:
        yield (
            f"{row.topic}: {row.name}",
            row.peer,
            _amount(row.ours, row),
            _amount(row.theirs, row),
            _number(row.ratio),
            f"{_number(row.low)}–{_number(row.high)}",
            _goal(row),
            _met(row.met),
        )


def _amount(value: float, row: Row) -> str:
    if row.measure == "bytes":
        return _in_units(value, SIZES)
    if row.characters:
        return f"{_number(row.characters / value / 1e6)} MB/s"
    return _in_units(value, UNITS)


def _goal(row: Row) -> str:
    if row.most is not None:
        return f"≤ {row.most:g}"
    if row.seconds is None:
        return ""
    if row.characters:
        return f"≥ {row.characters / row.seconds / 1e6:g} MB/s"
    return f"≤ {row.seconds * 1e3:g} ms"


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


def _plain(lines: Sequence[Sequence[str]]) -> str:
    return _joined(lines, [1] * len(lines[0]))


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    return _joined(lines, [max(map(len, column)) for column in zip(*lines, strict=True)])


def _joined(lines: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Join cells to a table of Markdown: the first two columns are words, and the others are set to the right."""
    heading, *rows = [_line(line, widths) for line in lines]
    rule = [("-" * (width + 2)) if place < 2 else f"{'-' * (width + 1)}:" for place, width in enumerate(widths)]
    return "\n".join([heading, f"|{'|'.join(rule)}|", *rows])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    set_ = [
        cell.ljust(width) if place < 2 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(set_)} |"
