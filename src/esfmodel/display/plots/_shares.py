"""The own share of projects against what their calls demand; what is known within bounds is drawn as an interval."""

# The stubs of matplotlib leave what is given by name without a type.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._financing import TABLE_WORDS
from esfmodel.display.overview import name_and_number
from esfmodel.display.plots._paper import (
    FILLS,
    INK,
    OUTLINED,
    PALE,
    axes_for,
    clear_frame,
    draw_nothing,
    name_in_text,
    set_alt_text,
    set_legend,
    set_names,
    set_notes,
    set_title,
    shortened,
)
from esfmodel.display.plots._words import PLOT_WORDS
from esfmodel.model.budget import Budget
from esfmodel.model.fields import tuple_of
from esfmodel.model.own_share import OwnShare, Requirement
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.programme import Call
from esfmodel.model.project import Project
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.facts import Figures
from esfmodel.text.telling.worth_saying import share_worth_saying
from esfmodel.values.bounds import RateLike
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from esfmodel.display.plots._words import PlotWords
    from esfmodel.values.bounds import Bounds

_PER_ROW: Final = 4
"""The height of a row on the scale."""
_MOST_PROJECTS: Final = 40


def own_share(
    subject: Project | Portfolio | Iterable[Project],
    ax: Axes | None = None,
    language: str = "sv",
    *,
    call: Call | None = None,
) -> Axes:
    r"""Draw the own share of a project, or of several, against what the call demands of each.

    A share that is exactly known is a mark; one known within bounds is the interval that it lies in, never a bar that
    ends at a figure. What the call demands is a line, with a band from the least or to the most, or as wide as its
    tolerance. `call` is used for all in place of their own. Shares are those of the tables, of confirmed money. The
    scale is in millionths of the total cost. Whether a demand is met is for `validate` to say.

    Of more than 40 projects the first are drawn, and the note says how many are not.

    >>> from esfmodel.display import plots
    >>> from esfmodel.examples import EXAMPLES
    >>> call = Call(own_share=OwnShare.exactly(Rate.of_percent(53)))
    >>> ax = plots.own_share(EXAMPLES["kompetenskompassen"], language="en", call=call)
    >>> print(plots.alt_text(ax).replace("\N{NO-BREAK SPACE}", " "))
    Own share and what the call demands. Kompetenskompassen: under 59%; what the call demands: exactly 53%.
    """
    words = PLOT_WORDS[language]
    projects = _projects(subject)
    if call is not None and not isinstance(call, Call):
        raise TypeError(f"call must be Call or None, not {type(call).__name__}")
    shown = [_Row.of(project, project.call if call is None else call) for project in projects[:_MOST_PROJECTS]]
    ax = axes_for(ax, language, height=3 + len(shown) // 2)
    title = words.own_share if len(projects) < 2 else words.own_shares.format(count=len(projects))
    set_title(ax, None, title)
    if not shown:
        draw_nothing(ax, words.no_shares)
        set_alt_text(ax, [f"{title}.", words.no_shares])
        return ax
    _draw(ax, shown, words, language)
    left = len(projects) - len(shown)
    notes = [words.not_shown.format(count=left)] if left else []
    set_notes(ax, notes)
    told = [f"{name_in_text(row.name)}: {row.text(words, language)}." for row in shown]
    set_alt_text(ax, [f"{title}.", *told, *notes])
    return ax


def _projects(subject: Project | Portfolio | Iterable[Project]) -> tuple[Project, ...]:
    if isinstance(subject, Project):
        return (subject,)
    return subject.projects if isinstance(subject, Portfolio) else tuple_of(Project, subject, "subject")


@attrs.frozen
class _Row:
    """A project's own share, and what is demanded of it: a share, nothing, or what depends on the part of a region."""

    name: str
    share: RateLike | None
    demand: OwnShare | None
    is_open: bool

    @classmethod
    def of(cls, project: Project, call: Call | None) -> _Row:
        share = share_worth_saying(Figures.of(project.budget or Budget()).own_rate)
        by_region = () if call is None else call.own_share_by_region
        is_open = call is not None and bool(by_region) and (project.nuts is None or call.differs_within(project.nuts))
        demand = None if call is None or is_open else call.own_share_for(project.nuts)
        return cls(name_and_number(project), share, demand, is_open)

    def text(self, words: PlotWords, language: str) -> str:
        """Return the share and the demand in words."""
        return f"{self.share_text(language)}; {self.demand_text(words, language)}"

    def share_text(self, language: str) -> str:
        """Return the share in words."""
        return TABLE_WORDS[language].share(self.share)

    def demand_text(self, words: PlotWords, language: str) -> str:
        """Return what is demanded, such as "exakt 53 % ± 0,5 procentenheter", or why nothing is."""
        if self.demand is None:
            return words.demand_differs if self.is_open else words.no_demand
        write = TEXTS[language].format_rate
        stated = f"{words.demand}: {format(self.demand.requirement, language)} {write(self.demand.rate)}"
        if self.demand.tolerance is None:
            return stated
        # Points have no per cent sign: "0,5 procentenheter".
        points = write(self.demand.tolerance).rstrip("%\N{NO-BREAK SPACE}")
        return f"{stated} {words.tolerance.format(points=points)}"


def _draw(ax: Axes, rows: list[_Row], words: PlotWords, language: str) -> None:
    from esfmodel.display.plots._ticks import WHOLE, ShareTicks, even_steps

    handles: dict[str, object] = {}
    for at, row in enumerate(rows):
        place = _PER_ROW * at
        if row.demand is not None:
            least, most = _band(row.demand, WHOLE)
            if least < most:
                ax.barh([place], [most - least], 3, [least], color=PALE, edgecolor="#9a9a9a")
            line = round(row.demand.rate.fraction * WHOLE)
            handles[words.demand] = ax.plot([line, line], [place - 2, place + 2], color=INK, linewidth=2, zorder=3)[0]
        if isinstance(row.share, Rate):
            at_share = [round(row.share.fraction * WHOLE)]
            mark = ax.plot(at_share, [place], "D", color=FILLS[0][0], markersize=9, clip_on=False, zorder=4)
            handles[words.exact_share] = mark[0]
        elif row.share is not None:
            low, high = _interval(row.share, WHOLE)
            handles[words.share_within] = ax.barh([place], [high - low], 1, [low], zorder=2, **OUTLINED)
    clear_frame(ax, along_x=True)
    demands = {row.demand_text(words, language) for row in rows}
    # One demand of all is told in the legend.
    told = [row.share_text(language) if len(demands) == 1 else row.text(words, language) for row in rows]
    names = [f"{shortened(row.name, 34)}\n{shortened(text, 34, 3)}" for row, text in zip(rows, told, strict=True)]
    set_names(ax, names, _places(rows))
    ax.set_ylim(_PER_ROW * len(rows) - 1, -3)
    ax.set_xlim(0, WHOLE)
    ax.xaxis.set_major_locator(even_steps(5))
    ax.xaxis.set_major_formatter(ShareTicks(language))
    ax.tick_params(axis="y", pad=10)
    said = {words.demand: next(iter(demands)) if len(demands) == 1 else words.demand}
    order = [name for name in (words.demand, words.exact_share, words.share_within) if name in handles]
    set_legend(ax, [(handles[name], said.get(name, name)) for name in order])


def _places(rows: list[_Row]) -> range:
    return range(0, _PER_ROW * len(rows), _PER_ROW)


def _band(demand: OwnShare, whole: int) -> tuple[int, int]:
    """Return the shares that meet a demand, on the scale."""
    slack = 0 if demand.tolerance is None else demand.tolerance.fraction
    least = 0 if demand.requirement is Requirement.AT_MOST else demand.rate.fraction - slack
    most = 1 if demand.requirement is Requirement.AT_LEAST else demand.rate.fraction + slack
    return max(round(least * whole), 0), min(round(most * whole), whole)


def _interval(share: Bounds[Rate], whole: int) -> tuple[int, int]:
    """Return the ends of bounds on the scale, rounded outward; a share without an end is of 0 to all."""
    low = 0 if share.low is None else math.floor(share.low.fraction * whole)
    high = whole if share.high is None else math.ceil(share.high.fraction * whole)
    return low, high
