"""What is drawn in a plot, as figures and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation, Text

from esfmodel.display import plots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes


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


def drawn(ax: Axes) -> list[str]:
    """Return what a reader sees of a plot, a line for each thing, with what lies on top of another after it."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    width, height = figure.get_size_inches()
    lines = [f"figure: {_number(width)} by {_number(height)} inches", f"title: {_text(ax.get_title('left'))}"]
    lines += [f"from {_pair(ax.get_xlim())} by {_pair(ax.get_ylim())}"]
    lines += [f"frame: {' '.join(side for side, spine in ax.spines.items() if spine.get_visible())}"]
    for name, axis in (("along", ax.xaxis), ("down", ax.yaxis)):
        low, high = sorted(axis.get_view_interval())
        lines += [
            f"{name}: {_number(place)} {_text(label.get_text())}{' with a line' if line.get_visible() else ''}"
            for place, label, line in zip(axis.get_ticklocs(), axis.get_ticklabels(), axis.get_gridlines(), strict=True)
            if low <= place <= high
        ]
    within = sorted(ax.get_children(), key=lambda each: each.get_zorder())
    lines += [line for each in within if each is not ax.patch for line in _seen(each)]
    if (legend := ax.get_legend()) is not None:
        lines += [f"legend: {_text(legend.get_title().get_text())}"]
        names = [text.get_text() for text in legend.get_texts()]
        handles: Iterable[Artist | None] = legend.legend_handles
        lines += [f"  {_text(name)}: {_look(each)}" for name, each in zip(names, handles, strict=True)]
    return [*lines, f"below: {_text(ax.get_xlabel())}", f"told: {_text(plots.alt_text(ax))}"]


def _seen(artist: Artist) -> Iterator[str]:
    if isinstance(artist, Rectangle):
        ends = _pair((artist.get_x(), artist.get_x() + artist.get_width()))
        sides = _pair((artist.get_y(), artist.get_y() + artist.get_height()))
        yield f"bar: {ends} by {sides}, {_look(artist)} {artist.get_linestyle()}"
    elif isinstance(artist, Line2D):
        points = zip(cast("Any", artist.get_xdata()), cast("Any", artist.get_ydata()), strict=True)
        yield f"line: {' to '.join(map(_pair, points))}, {_look(artist)}"
    elif isinstance(artist, Annotation):
        sides = f"{artist.get_horizontalalignment()} {artist.get_verticalalignment()}"
        yield f"label: {_text(artist.get_text())} at {_pair(artist.xy)}, moved {_pair(artist.xyann)}, {sides}"
    elif isinstance(artist, Text) and artist.get_text() and artist.get_position() != (0.0, 1.0):
        yield f"text: {_text(artist.get_text())} at {_pair(artist.get_position())}"


def _look(artist: object) -> str:
    """Return the colours and hatch of a bar, the sign, colours and size of a mark, or colour and width of a line."""
    if isinstance(artist, Rectangle):
        hatch = artist.get_hatch() or "no hatch"
        return f"{to_hex(artist.get_facecolor())} {hatch} {to_hex(artist.get_edgecolor())}"
    if isinstance(artist, Line2D):
        if artist.get_marker() == "None":
            return f"{to_hex(artist.get_color())} {_number(artist.get_linewidth())}"
        fill, edge = (
            to_hex(cast("Any", each)) for each in (artist.get_markerfacecolor(), artist.get_markeredgecolor())
        )
        return f"{artist.get_marker()} {fill} {edge} {_number(artist.get_markersize())}"
    raise AssertionError(artist)


def _number(number: float) -> str:
    return f"{round(float(number), 3):.3f}".rstrip("0").rstrip(".")


def _pair(numbers: Iterable[float]) -> str:
    return " ".join(map(_number, numbers))


def _text(text: str) -> str:
    return repr(text.replace("\N{NO-BREAK SPACE}", "_"))
