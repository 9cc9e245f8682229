"""What all plots share: the axes they are drawn on, texts that are never taken for markup, notes and alternative text.

Matplotlib is imported here, when something is drawn, and nowhere else but in the modules that are loaded then.
"""

# The stubs of matplotlib leave what is given by name without a type.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import InvalidValue
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.worth_saying import worth_saying
from esfmodel.values.bounds import Bounds
from esfmodel.values.format import check_language
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import BinaryIO

    from matplotlib.axes import Axes
    from matplotlib.text import Text

    from esfmodel.display.plots._words import PlotWords
    from esfmodel.text import MoneyStyle
    from esfmodel.values.bounds import MoneyLike

WIDTH: Final = 9
"""The width in inches of a figure that is made here."""

INK, PAPER, PALE = "#1a1a1a", "#ffffff", "#e8e8e8"

FILLS: Final = (
    ("#1f5a96", ""),
    ("#e8a33d", "//"),
    ("#a9d3f0", ""),
    ("#1b8a6b", "\\\\"),
    ("#d9a5c7", "xx"),
    ("#f3e77c", "--"),
    ("#8a4b16", "||"),
    ("#d0d0d0", "++"),
)
"""Fill and hatch of each series: told apart by the colour-blind, and in black and white by lightness and hatch.

No hatch is of dots or circles, which make an SVG ten times as large.
"""

_ALT: Final = "esfmodel_alt_text"
_FORMATS: Final = ("svg", "png", "pdf")
_LONGEST_NAME = 80


def axes_for(ax: Axes | None, language: str, *, height: int) -> Axes:
    """Return the axes to draw on: those given, or those of a new figure of this height in inches.

    Raises `InvalidValue` for an unknown language, and where matplotlib is not installed.
    """
    check_language(language)
    try:
        from matplotlib.axes import Axes
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise InvalidValue("extra.missing", "", None, package="matplotlib") from None
    if ax is None:
        # Not by pyplot, which keeps every figure until it is closed, and may open a window.
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        FigureCanvasAgg(figure)
        return figure.add_subplot()
    if not isinstance(ax, Axes):
        raise TypeError(f"ax must be Axes or None, not {type(ax).__name__}")
    return ax


# --- Texts: names come from anywhere, and are shown as they are written


def as_written(text: Text) -> Text:
    """Take a text as it is written: `$` starts no formula, and no name is a program for TeX."""
    text.set_parse_math(False)
    text.set_usetex(False)
    return text


def shortened(text: str, width: int, lines: int = 2) -> str:
    """Return a text on at most so many lines of a width, with an ellipsis where it is cut.

    >>> print(shortened("Region Jämtland Härjedalen och Region Västernorrland", 16))
    Region Jämtland
    Härjedalen och…
    """
    found = wrapped(one_line(text[: width * (lines + 1)]), width)
    is_whole = len(found) <= lines and len(text) <= width * (lines + 1)
    return "\n".join(found[:lines]) + ("" if is_whole else "…")


def name_in_text(name: str) -> str:
    """Return a name as alternative text and notes have it: on one line, and cut where it is very long."""
    return one_line(name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…")


def set_title(ax: Axes, name: str | None, title: str) -> None:
    """Write what is shown, below the name of whose it is."""
    lines = [*([] if name is None else [shortened(name, 70)]), title]
    as_written(ax.set_title("\n".join(lines), loc="left", fontsize="medium"))


def set_notes(ax: Axes, notes: Iterable[str]) -> None:
    """Write what bars cannot show below the axes, where the layout leaves room for it."""
    lines = [line for note in notes for line in wrapped(note, 100)]
    if lines:
        as_written(ax.set_xlabel("\n".join(lines), loc="left", fontsize="small"))


def set_names(ax: Axes, names: Sequence[str], places: Iterable[int], *, down: bool = True) -> None:
    """Name the rows, or the columns, at their places."""
    axis = ax.yaxis if down else ax.xaxis
    axis.set_ticks(list(places), labels=names)
    axis.set_tick_params(length=0)
    for label in axis.get_ticklabels():
        as_written(label)


def set_legend(ax: Axes, series: Sequence[tuple[object, str]], title: str | None = None) -> None:
    """Write the legend beside the axes: handles with their names."""
    if not series:
        return
    # A name that begins with an underscore would be left out, or warned of: so they are set afterwards.
    handles: list[Any] = [handle for handle, _ in series]
    legend = ax.legend(
        handles,
        [str(place) for place in range(len(series))],
        title=title,
        loc="upper left",
        bbox_to_anchor=(1, 1),
        frameon=False,
        fontsize="small",
        alignment="left",
    )
    for text, (_, name) in zip(legend.get_texts(), series, strict=True):
        as_written(text).set_text(shortened(name, 26, 3))


def label_at(ax: Axes, x: int, y: int, text: str, *, up: bool = False) -> None:
    """Write a figure at the end of a bar: to the right of it, or above it."""
    shift, across, along = ((0, 6), "center", "bottom") if up else ((7, 0), "left", "center")
    as_written(
        ax.annotate(
            text,
            (x, y),
            shift,
            textcoords="offset points",
            ha=across,
            va=along,
            fontsize="small",
            annotation_clip=False,
        )
    )


def draw_nothing(ax: Axes, sentence: str) -> None:
    """Leave the axes empty but for a sentence that says what is missing."""
    ax.set_xlim(0, 2)
    ax.set_ylim(0, 2)
    ax.set_xticks([])
    ax.set_yticks([])
    as_written(ax.text(1, 1, sentence, ha="center", va="center", wrap=True))


def clear_frame(ax: Axes, *, along_x: bool) -> None:
    """Leave the axis lines and a faint grid along the scale."""
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.set_axisbelow(True)
    (ax.xaxis if along_x else ax.yaxis).grid(visible=True, color=PALE)


# --- Amounts on the scale, in smallest units


@attrs.frozen
class Extent:
    """How far an amount surely goes from 0, and how much further below and above it may; None is without an end."""

    certain: int = 0
    below: int | None = 0
    above: int | None = 0

    @classmethod
    def of(cls, amount: MoneyLike | None) -> Extent:
        """Return the extent of an amount in smallest units; one that is not known is from 0 to anything.

        >>> Extent.of(Bounds(Money(5), Money(7))), Extent.of(None)
        (Extent(certain=500, below=0, above=200), Extent(certain=0, below=0, above=None))
        """
        if amount is None:
            return cls(above=None)
        if isinstance(amount, Money):
            return cls(amount.minor)
        said = amount.as_said
        high = None if said.high is None else said.high.minor
        # An amount with only a high end above 0 is at least 0, as in sums.
        low = (0 if high is not None and high > 0 else None) if said.low is None else said.low.minor
        certain = low if low is not None and low > 0 else high if high is not None and high < 0 else 0
        return cls(certain, None if low is None else certain - low, None if high is None else high - certain)

    def __add__(self, other: Extent) -> Extent:
        below = None if self.below is None or other.below is None else self.below + other.below
        above = None if self.above is None or other.above is None else self.above + other.above
        return Extent(self.certain + other.certain, below, above)

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.certain or self.below or self.above)

    @property
    def reach(self) -> int:
        """The greatest distance from 0 that is drawn."""
        return max(abs(self.certain - (self.below or 0)), abs(self.certain + (self.above or 0)))


def style_for(largest: int, currency: str) -> MoneyStyle:
    """Return the style in which amounts up to a largest one, in smallest units, are shortest and still told apart.

    >>> style_for(Money(4_500_000).minor, "SEK"), style_for(Money(900).minor, "SEK")
    ('mnkr', 'kr')
    """
    per = Money(1, currency).minor
    fitting: list[MoneyStyle] = [style for style, least in _LEAST.items() if largest >= least * per]
    return fitting[0] if fitting else "kr"


_LEAST: Final[Mapping[MoneyStyle, int]] = {"mdkr": 2_000_000_000, "mnkr": 2_000_000, "tkr": 20_000}
"""By style, how many of the currency's unit the largest amount is at least: then ticks differ in what is written."""


def scale_amounts(ax: Axes, language: str, currency: str, ends: tuple[int, int], *, along_x: bool) -> None:
    """Set the scale of amounts between two ends, with some room for labels, and write its ticks."""
    from esfmodel.display.plots._ticks import AmountTicks, even_steps

    low, high = min(ends[0], 0), max(ends[1], 0)
    room = max(high - low, 1)
    axis = ax.xaxis if along_x else ax.yaxis
    limits = (low - (room // 15 if low else 0), high + room // (4 if along_x else 8) + (high == 0))
    (ax.set_xlim if along_x else ax.set_ylim)(*limits)
    axis.set_major_locator(even_steps(4 if along_x else 6))
    axis.set_major_formatter(AmountTicks(language, currency, style_for(max(high, -low), currency)))
    if low:
        (ax.axvline if along_x else ax.axhline)(0, color=INK, linewidth=1)


def amount_text(amount: MoneyLike | None, unknown: str, language: str, style: MoneyStyle) -> str:
    """Return an amount as a label has it, or the words for one that is not known."""
    return unknown if amount is None else TEXTS[language].format_money(amount, style=style)


def known(amount: MoneyLike | None) -> MoneyLike | None:
    """Return an amount as tables have it: bounds that only say that it is not negative count as unknown."""
    return worth_saying(amount) if isinstance(amount, Bounds) and not Extent.of(amount).certain else amount


OUTLINED: Final[Mapping[str, Any]] = {"color": PAPER, "hatch": "////", "edgecolor": INK, "linestyle": "--"}
"""How bars look that reach from the least to the most that is possible.

What matplotlib takes by name is of any type.
"""


def outline(
    ax: Axes,
    at: int,
    extent: Extent,
    ends: tuple[int, int],
    words: PlotWords,
    *,
    along_x: bool,
    thickness: int | None = None,
) -> dict[str, object]:
    """Outline what an amount may be beyond what it surely is, and mark an end that has no limit.

    `ends` are where the bars below and above zero end. Returns the handles of the legend by their names.
    """
    size = {} if thickness is None else {"height" if along_x else "width": thickness}
    look: Mapping[str, Any] = {**OUTLINED, **size}
    bottom, top = ends
    handles: dict[str, object] = {}
    for length, start in ((extent.above, top), (-(extent.below or 0), bottom)):
        if length and along_x:
            handles[words.possible] = ax.barh([at], [length], left=[start], **look)
        elif length:
            handles[words.possible] = ax.bar([at], [length], bottom=[start], **look)
    for beyond, end, markers in ((extent.above, top, "^>"), (extent.below, bottom, "v<")):
        if beyond is None and end:
            (x, y), marker = ((end, at), markers[1]) if along_x else ((at, end), markers[0])
            mark = ax.plot([x], [y], marker, color=PAPER, markeredgecolor=INK, markersize=9, clip_on=False)
            handles[words.no_limit] = mark[0]
    return handles


def ends_of(extents: Iterable[Extent]) -> tuple[int, int]:
    """Return how far down and up the bars of a column go, with what is outlined."""
    parts = list(extents)
    whole = sum(parts, Extent())
    low, high = (sum(limit(each.certain, 0) for each in parts) for limit in (min, max))
    # What has no end is not outlined.
    return low - (whole.below or 0), high + (whole.above or 0)


# --- Alternative text, and files


def set_alt_text(ax: Axes, sentences: Iterable[str]) -> None:
    """Keep the sentences that tell what is drawn with the axes."""
    vars(ax)[_ALT] = " ".join(sentences)


def alt_text(ax: Axes) -> str:
    """Return what a plot shows in words, for readers who do not see it: the alternative text of the picture.

    It names every bar and its amount, in full, in the language of the plot. Raises `InvalidValue` for axes on which
    nothing here has drawn.

    >>> from esfmodel import Project
    >>> from esfmodel.display import plots
    >>> plots.alt_text(plots.costs(Project("Framtidskraft"), language="en"))
    'Framtidskraft: Costs by category. No costs are stated.'
    """
    told = vars(ax).get(_ALT)
    if not isinstance(told, str):
        raise InvalidValue("argument.no_plot", "ax")
    return told


def save(ax: Axes, file: str | os.PathLike[str] | BinaryIO, *, format: str | None = None) -> None:
    """Save the figure of a plot as SVG, PNG or PDF, with the alternative text of all its plots in the file.

    `file` is a path, whose ending says the format, or a binary stream, for which `format` is given: "svg", "png" or
    "pdf". No file says when it was made. Raises `InvalidValue` for another format, and for axes that nothing here has
    drawn on.

    >>> import io
    >>> from esfmodel import Project
    >>> from esfmodel.display import plots
    >>> stream = io.BytesIO()
    >>> plots.save(plots.timeline(Project("Framtidskraft")), stream, format="svg")
    >>> "Framtidskraft: Tidsplan" in stream.getvalue().decode()
    True
    """
    kind = format
    if kind is None and isinstance(file, (str, os.PathLike)):
        kind = Path(file).suffix[1:].lower()
    if kind not in _FORMATS:
        raise InvalidValue("value.not_one_of", "format", kind, choices=_FORMATS)
    alt_text(ax)
    figure = ax.get_figure(root=True)
    if figure is None:
        raise InvalidValue("argument.no_plot", "ax")
    told = [str(vars(each)[_ALT]) for each in figure.axes if _ALT in vars(each)]
    title = told[0].partition(". ")[0]
    metadata: dict[str, dict[str, str | None]] = {
        "svg": {"Title": title, "Description": " ".join(told), "Date": None},
        "png": {"Title": title, "Description": " ".join(told)},
        "pdf": {"Title": title, "Subject": " ".join(told), "CreationDate": None},
    }
    figure.savefig(file, format=kind, metadata=metadata[kind], dpi=150)
