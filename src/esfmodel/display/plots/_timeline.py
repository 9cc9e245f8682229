"""The times of a project: its period and phases as bars, its decisions and claims as marks."""

# The stubs of matplotlib leave what is given by name without a type.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._events import PROJECT_PERIOD, step_names, steps_of
from esfmodel.display._financing import with_capital
from esfmodel.display.plots._paper import (
    FILLS,
    INK,
    OUTLINED,
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
from esfmodel.model.ledger.rows import LedgerEvent
from esfmodel.model.project import Project
from esfmodel.text.languages import TEXTS
from esfmodel.text.telling.problems import capital
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from esfmodel.display.plots._words import PlotWords
    from esfmodel.values.dates import Date

_PER_ROW: Final = 4
"""The height of a row on the scale."""
_FIRST_DAY: Final = datetime.date(1970, 1, 1).toordinal()
"""The day that matplotlib counts days from, so that a day drawn by others lies where it does here."""
_MOST_PHASES, _MOST_DECISIONS, _MOST_CLAIMS = 8, 8, 16
_MOST_NAMES: Final = 6
_MOST_TICKS: Final = 8
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""How many months may lie between two ticks."""

_When = datetime.date | Period


def timeline(subject: Project, ax: Axes | None = None, language: str = "sv") -> Axes:
    r"""Draw the times of a project: its period, phases and claims as bars, decisions and payments as marks.

    What is known by its month or year alone is drawn from the first to the last possible day with a dashed line, and a
    period with one open end as a mark at the end that is stated. What has no time is named below the plot. Of many
    rows the first of each kind are drawn, and the note says how many are not. The scale is in days as matplotlib counts
    them, so that `ax.axvline(datetime.date(2026, 12, 31))` marks a day.

    >>> from esfmodel.display import plots
    >>> from esfmodel.examples import EXAMPLES
    >>> ax = plots.timeline(EXAMPLES["kompetenskompassen"])
    >>> print(plots.alt_text(ax).replace("\N{NO-BREAK SPACE}", " ").replace(". ", ".\n"))
    Kompetenskompassen: Tidsplan.
    Projektperiod: 2023–2025.
    Prioritering: december 2022.
    Streckad linje: bara månaden, året eller ena änden är känd.
    """
    words = PLOT_WORDS[language]
    if not isinstance(subject, Project):
        raise TypeError(f"subject must be Project, not {type(subject).__name__}")
    groups = _groups(subject, words, language)
    rows = [row for group, most in groups for row in group[:most]]
    drawn = [row for row in rows if row.is_drawn]
    ax = axes_for(ax, language, height=3 + len(drawn) // 2)
    set_title(ax, subject.name, words.timeline)
    notes = _notes(rows, sum(max(len(group) - most, 0) for group, most in groups), words, language)
    if drawn:
        coarse = _draw(ax, drawn, words, language)
        notes = [words.coarse, *notes] if coarse else notes
    else:
        draw_nothing(ax, words.no_days)
        notes = [words.no_days, *notes]
    set_notes(ax, notes if drawn else notes[1:])
    told = [f"{name_in_text(row.name)}: {row.told}." for row in drawn]
    set_alt_text(ax, [f"{name_in_text(subject.name)}: {words.timeline}.", *told, *notes])
    return ax


@attrs.frozen
class _Row:
    """A row: what it is, its time in short and in full, its period, and its marks by series."""

    name: str
    label: str
    told: str
    period: Period | OpenPeriod | None
    marks: Sequence[tuple[str, _When]] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether any time of it is known."""
        return self.period is not None or bool(self.marks)


def _groups(project: Project, words: PlotWords, language: str) -> list[tuple[list[_Row], int]]:
    """Return the rows of each kind, in their order, with how many of them are drawn at most."""
    text = TEXTS[language]
    name = capital(PROJECT_PERIOD.text(language))
    if project.period is None and project.duration_months is not None:
        name = f"{name} ({text.format_duration(project.duration_months)})"
    time = "" if project.period is None else text.format_period(project.period)
    period = _Row(name, time, time, project.period)
    phases: list[_Row] = []
    for phase in project.phases:
        time = "" if phase.period is None else text.format_period(phase.period)
        phases.append(_Row(words.phase.format(name=phase.name), time, time, phase.period))
    decisions: list[_Row] = []
    for decision in project.decisions:
        marks = [] if decision.on is None else [(words.decision, decision.on)]
        time = "" if decision.on is None else _when(decision.on, language)
        decisions.append(_Row(with_capital(format(decision.kind, language)), time, time, None, marks))
    claims: list[_Row] = []
    for claim in project.claims:
        steps = steps_of(claim, language)
        time = "" if claim.period is None else text.format_period(claim.period)
        told = [*([time] if time else []), *(f"{series} {_when(when, language)}" for series, when in steps)]
        kind = with_capital(format(LedgerEvent.CLAIM, language))
        claims.append(_Row(f"{kind} {claim.number}", time, ", ".join(told), claim.period, steps))
    return [([period], 1), (phases, _MOST_PHASES), (decisions, _MOST_DECISIONS), (claims, _MOST_CLAIMS)]


def _when(when: _When, language: str) -> str:
    text = TEXTS[language]
    return text.format_period(when) if isinstance(when, Period) else text.format_date(when)


def _notes(rows: Sequence[_Row], left: int, words: PlotWords, language: str) -> list[str]:
    """Return what has no time, and how many rows are not drawn."""
    notes: list[str] = []
    names = [name_in_text(row.name) for row in rows if not row.is_drawn]
    if names:
        more = [words.and_more.format(count=len(names) - _MOST_NAMES)] if len(names) > _MOST_NAMES else []
        notes.append(words.without_day.format(names=TEXTS[language].format_list(names[:_MOST_NAMES] + more)))
    if left:
        notes.append(words.not_shown.format(count=left))
    return notes


# --- What is drawn


def _draw(ax: Axes, rows: Sequence[_Row], words: PlotWords, language: str) -> bool:
    """Draw the rows, and return whether any time is not known to the day."""
    markers = dict(zip((words.decision, *step_names(language)), "Dos^", strict=True))
    handles: dict[str, object] = {}
    coarse = False
    days: list[int] = []
    for at, row in enumerate(rows):
        place = _PER_ROW * at
        if isinstance(row.period, Period):
            coarse |= _bar(ax, place, row.period, 2)
            days += [_day(row.period.start), _day(row.period.end) + 1]
        elif row.period is not None:
            coarse = True
            days.append(_open_end(ax, place, row.period))
        for series, when in row.marks:
            if isinstance(when, Period):
                coarse |= _bar(ax, place, when, 1)
                days += [_day(when.start), _day(when.end) + 1]
                continue
            fill = FILLS[tuple(markers).index(series)][0]
            mark = ax.plot([_day(when)], [place], markers[series], color=fill, markeredgecolor=INK, markersize=9)
            handles.setdefault(series, mark[0])
            days.append(_day(when))
    clear_frame(ax, along_x=True)
    names = [f"{shortened(row.name, 34)}\n{shortened(row.label, 40)}" for row in rows]
    set_names(ax, names, range(0, _PER_ROW * len(rows), _PER_ROW))
    ax.set_ylim(_PER_ROW * len(rows) - 1, -3)
    first, last = min(days), max(days)
    room = (last - first) // 30 + 5
    ax.set_xlim(first - room, last + room)
    ticks = _ticks(first + _FIRST_DAY, last + _FIRST_DAY, language)
    set_names(ax, list(ticks.values()), ticks, down=False)
    order = [series for series in markers if series in handles]
    set_legend(ax, [(handles[series], series) for series in order])
    return coarse


def _day(day: datetime.date) -> int:
    return day.toordinal() - _FIRST_DAY


def _bar(ax: Axes, place: int, period: Period, thickness: int) -> bool:
    """Draw a period, dashed where its ends are not known to the day; return whether that is so."""
    left, width = _day(period.start), period.end.toordinal() - period.start.toordinal() + 1
    if period.precision == "day" and thickness > 1:
        ax.barh([place], [width], thickness, [left], color=FILLS[2][0], edgecolor=INK)
        return False
    ax.barh([place], [width], thickness, [left], **OUTLINED)
    return True


def _open_end(ax: Axes, place: int, period: OpenPeriod) -> int:
    """Mark the end of a period that is stated, pointing to where it goes on; return the day."""
    start = period.start
    stated: Date | None = period.end if start is None else start
    day = 0 if stated is None else _day(stated)
    ax.plot([day], [place], "<" if start is None else ">", color=FILLS[2][0], markeredgecolor=INK, markersize=12)
    return day


def _ticks(first: int, last: int, language: str) -> dict[int, str]:
    """Return the first days of years, or of months where the whole is short, by their places on the scale."""
    begin, end = (datetime.date.fromordinal(min(day, datetime.date.max.toordinal())) for day in (first, last))
    low, high = (12 * day.year + day.month - 1 for day in (begin, end))
    step = next((each for each in _STEPS if (high - low) // each < _MOST_TICKS), _STEPS[-1])
    ticks: dict[int, str] = {}
    # A day within the first month is to the right of its first, so that one tick lies before it.
    for month in range(low - low % step, high + 1, step):
        year = month // 12
        if year < 1:
            continue
        day = datetime.date(year, month % 12 + 1, 1)
        stated = day.isoformat()[:7]
        written = (
            str(year) if step >= 12 else TEXTS[language].format_period(Period(stated, stated, "month"), style="short")
        )
        ticks[_day(day)] = written
    return ticks
