"""The figures of a run as a plot that can be read in black and white: the ratios, and the curves of growth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl

mpl.use("svg")

from matplotlib import pyplot as plt
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes

    from growth import Grown
    from measuring import Row
    from table import Results

# The stubs of matplotlib name each key, which a plain dict of texts is not.
STYLE: dict[Any, Any] = {
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "esfmodel",
    "legend.frameon": False,
}
RATIOS = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000)
LINES = ("-", "--", ":", "-.", (0, (5, 1)), (0, (1, 1)))
MARKERS = ("o", "s", "^", "D", "v", "x")
DARK, LIGHT = "#1a1a1a", "#8c8c8c"


def draw(results: Results, file: Path) -> None:
    """Draw the ratios on the left and the growth by each axis on the right, into an .svg or a .png."""
    axes = list(dict.fromkeys(curve.axis for curve in results.curves))
    rows = results.rows
    height = max(4.0, 0.165 * len(rows) + 1.2, 2.3 * len(axes))
    with plt.rc_context(STYLE):
        figure = plt.figure(figsize=(11, height), layout="constrained")
        left, right = figure.subfigures(1, 2, squeeze=False, width_ratios=(1.25, 1))[0]
        if rows:
            _ratios(left.subplots(), rows)
        if axes:
            for panel, axis in zip(right.subplots(len(axes), 1, squeeze=False)[:, 0], axes, strict=True):
                _growth(panel, axis, [curve for curve in results.curves if curve.axis == axis])
        figure.suptitle(results.head.title)
        figure.savefig(file, dpi=160, metadata={"Date": None} if file.suffix == ".svg" else None)
        plt.close(figure)


def _ratios(panel: Axes, rows: Sequence[Row]) -> None:
    """Draw a row for each ratio: a filled mark where the goal is met or there is none, a hollow one where not."""
    places = range(len(rows), 0, -1)
    for place, row in zip(places, rows, strict=True):
        panel.plot([row.low, row.high], [place, place], color=DARK, linewidth=1)
        hollow = row.met is False
        panel.plot(row.ratio, place, "o", markersize=4.5, color=DARK, markerfacecolor="white" if hollow else DARK)
        if row.case.most is not None:
            panel.plot(row.case.most, place, "|", markersize=8, color=DARK)
    panel.axvline(1, color=LIGHT, linewidth=0.8)
    panel.set_yticks(
        list(places), [f"{row.case.topic}: {row.case.name} / {row.case.peer}" for row in rows], fontsize=6.5
    )
    panel.set_ylim(0, len(rows) + 1)
    panel.set_xscale("log")
    panel.xaxis.set_major_locator(FixedLocator(RATIOS))
    panel.xaxis.set_minor_locator(NullLocator())
    panel.xaxis.set_major_formatter(FuncFormatter(_ratio_text))
    panel.tick_params(axis="y", length=0)
    panel.grid(axis="y", color=LIGHT, linewidth=0.2)
    panel.set_xlabel("esfmodel / the peer; | is the goal, a hollow mark misses it")
    panel.set_title("Ratios: left of the line esfmodel is faster", loc="left", fontsize=9)


def _growth(panel: Axes, axis: str, curves: Sequence[Grown]) -> None:
    """Draw time by size on two logarithmic scales, where a linear operation has the slope of the guide."""
    for number, curve in enumerate(curves):
        sizes, seconds = zip(*curve.points, strict=True)
        panel.plot(
            sizes,
            seconds,
            linestyle=LINES[number % len(LINES)],
            marker=MARKERS[number % len(MARKERS)],
            markersize=3.5,
            linewidth=1,
            color=DARK,
            label=f"{curve.name}: {curve.exponent:.2f}",
        )
    ends = max((curve.points for curve in curves), key=len)
    places = [size for size, _ in ends]
    start = min(seconds for curve in curves for _, seconds in curve.points) / 2
    panel.plot(
        [places[0], places[-1]], [start, start * places[-1] / places[0]], color=LIGHT, linewidth=2, label="linear: 1"
    )
    panel.set_xscale("log")
    panel.set_yscale("log")
    panel.xaxis.set_major_locator(FixedLocator(places[::2]))
    panel.xaxis.set_minor_locator(NullLocator())
    panel.xaxis.set_major_formatter(FuncFormatter(_size_text))
    panel.yaxis.set_major_locator(LogLocator(subs=(1, 3)))
    panel.yaxis.set_minor_locator(NullLocator())
    panel.yaxis.set_major_formatter(FuncFormatter(_milliseconds_text))
    panel.tick_params(labelsize=7)
    panel.set_ylabel("milliseconds")
    panel.set_title(f"Growth over {axis}, with the exponent", loc="left", fontsize=9)
    panel.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize=7, handlelength=3)


def _ratio_text(value: float, _place: int | None) -> str:
    return f"{value:g}"


def _size_text(value: float, _place: int | None) -> str:
    return f"{value:,.0f}"


def _milliseconds_text(value: float, _place: int | None) -> str:
    return f"{value * 1e3:,g}"
