"""The timeline of a project as a table in HTML, in which each time is both written and drawn."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from esfmodel.display._events import PROJECT_PERIOD, steps_of
from esfmodel.display._markup import Html, element, joined, named
from esfmodel.display._table import first_of, more_rows
from esfmodel.display.claims import CLAIMS_WORDS
from esfmodel.display.columns import one_line
from esfmodel.model.ledger.rows import LedgerEvent
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital, write_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model.project import Project
    from esfmodel.values.period import OpenPeriod, Period

When: TypeAlias = "Period | OpenPeriod | datetime.date"

_MOST_YEARS: Final = 6
"""The most years that are named above a timeline, so that they have room on a telephone."""
_MOST_EVENTS: Final = 40
_WHOLE: Final = 1_000
_LAST_LABEL: Final = 850

_CAPTION: Final = Words("Tidslinje", "Timeline")
_WHAT: Final = Words("Vad", "What")
_WHEN: Final = Words("När", "When")
_NOT_STATED: Final = Words("ej angivet", "not stated")
_FOR: Final = Words("{claim}, kostnader", "{claim}, costs")


class Event(NamedTuple):
    """Something that happens at a time; None where the time is not stated."""

    name: str
    when: When | None


def events_of(project: Project, language: str) -> list[Event]:
    """Return the project's period, its phases, decisions and claims, each kind in the order of its list."""
    return [Event(one_line(named(name)), when) for name, when in _events(project, language)]


def _events(project: Project, language: str) -> Iterator[tuple[str, When | None]]:
    if project.period is not None:
        yield capital(PROJECT_PERIOD.text(language)), project.period
    for phase in project.phases:
        yield phase.name, phase.period
    for decision in project.decisions:
        kind = capital(format(decision.kind, language))
        yield (kind if decision.body is None else f"{kind}, {decision.body}"), decision.on
    for claim in project.claims:
        called = CLAIMS_WORDS[language].events[LedgerEvent.CLAIM].format(number=claim.number)
        yield _FOR.filled(language, {"claim": called}), claim.period
        yield from ((f"{called}, {step}", day) for step, day in steps_of(claim, language))


def timeline(project: Project, language: str) -> Html:
    """Return the timeline of a project; empty where nothing has a time or could have one.

    Each row also states its time in words, and the drawing is hidden from screen readers.
    """
    events, others = first_of(events_of(project, language), _MOST_EVENTS)
    if not events:
        return Html()
    ends = [_ends(event.when) for event in events if event.when is not None]
    known = [day for pair in ends for day in pair if day is not None]
    scale = _Scale(min(known), max(known)) if known else None
    rows = [_row(event, scale, language) for event in events]
    if others:
        rows.append(element("tr", element("th", more_rows(len(others), language), scope="row", colspan="2")))
    caption = _CAPTION.text(language)
    heads = element(
        "tr",
        element("th", _WHAT.text(language), scope="col"),
        element("th", _WHEN.text(language), None if scale is None else _axis(scale), scope="col", class_="when"),
    )
    table = element(
        "table",
        element("caption", caption),
        element("thead", heads),
        element("tbody", joined(rows, "\n")),
        class_="timeline",
    )
    return element("div", table, class_="wide", role="region", aria_label=caption, tabindex="0")


def _row(event: Event, scale: _Scale | None, language: str) -> Html:
    told = _NOT_STATED.text(language) if event.when is None else write_value(event.when, language)
    drawn = None if event.when is None or scale is None else _track(event.when, scale)
    return element("tr", element("th", event.name, scope="row"), element("td", told, drawn, class_="when"))


# --- The drawing: days from the first to the last, in thousandths of the width


class _Scale(NamedTuple):
    first: int
    last: int

    def at(self, day: int) -> int:
        """Return how far from the left the beginning of a day is."""
        return (day - self.first) * _WHOLE // (self.last + 1 - self.first)


def _ends(when: When) -> tuple[int | None, int | None]:
    """Return the first and the last day by their numbers, None for an end that is open."""
    if isinstance(when, datetime.date):
        return when.toordinal(), when.toordinal()
    start, end = when.start, when.end
    return None if start is None else start.toordinal(), None if end is None else end.toordinal()


def _track(when: When, scale: _Scale) -> Html:
    first, last = _ends(when)
    left = 0 if first is None else scale.at(first)
    right = _WHOLE if last is None else scale.at(last + 1)
    if first is not None and first == last:
        mark = element("span", "◆", class_="point", style=f"left:{_percent(left)}")
    else:
        arrows = ("←" if first is None else "") + ("→" if last is None else "")
        mark = element("span", arrows, class_="bar", style=f"left:{_percent(left)};width:{_percent(right - left)}")
    return element("div", mark, class_="track", aria_hidden="true")


def _axis(scale: _Scale) -> Html:
    """Return the years that begin within the scale, or some of them."""
    first, last = (datetime.date.fromordinal(day) for day in scale)
    years = [year for year in range(first.year, last.year + 1) if datetime.date(year, 1, 1) >= first]
    step = -(-len(years) // _MOST_YEARS) or 1
    places = [(year, scale.at(datetime.date(year, 1, 1).toordinal())) for year in years[::step]]
    # What begins near the right edge has no room for its number.
    named_years = [each for each in places if each[1] <= _LAST_LABEL] or [(first.year, 0)]
    marks = [element("span", str(year), style=f"left:{_percent(place)}") for year, place in named_years]
    return element("div", joined(marks), class_="axis", aria_hidden="true")


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10}%"
