"""What is drawn in a plot, as figures and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from matplotlib.text import Text

from esfmodel.display import plots

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Rectangle


def bars(ax: Axes, *, outlined: bool = False) -> list[Rectangle]:
    """Return the bars that have an extent: those of what is certain, or of what is only possible."""
    patches = cast("list[Rectangle]", [patch for container in ax.containers for patch in cast("Any", container)])
    return [
        patch
        for patch in patches
        if (patch.get_linestyle() == "--") is outlined and patch.get_height() and patch.get_width()
    ]


def heights(ax: Axes, *, outlined: bool = False) -> dict[int, int]:
    """Return by column the sum of the heights that are drawn."""
    sums: dict[int, int] = {}
    for bar in bars(ax, outlined=outlined):
        place = round(bar.get_x() + bar.get_width() / 2)
        sums[place] = sums.get(place, 0) + int(bar.get_height())
    return sums


def widths(ax: Axes, *, outlined: bool = False) -> list[int]:
    """Return the lengths of horizontal bars."""
    return [int(bar.get_width()) for bar in bars(ax, outlined=outlined)]


def told(ax: Axes) -> str:
    """Return the alternative text with ordinary spaces."""
    return plots.alt_text(ax).replace("\N{NO-BREAK SPACE}", " ")


def texts(ax: Axes) -> list[Text]:
    """Return every text of a plot."""
    legend = ax.get_legend()
    titles = [each for each in ax.get_children() if isinstance(each, Text)]
    labels = [ax.xaxis.label, *ax.get_xticklabels(), *ax.get_yticklabels()]
    return [*titles, *labels, *([] if legend is None else legend.get_texts())]


def places(ax: Axes, marker: str) -> list[int]:
    """Return where the marks of a kind are drawn."""
    return [int(cast("Any", line.get_xdata())[0]) for line in ax.lines if line.get_marker() == marker]
