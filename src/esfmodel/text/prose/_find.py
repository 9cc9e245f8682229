"""Every figure in a text, of whatever kind, in order of place and none inside another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from esfmodel.text.prose._moments import find_durations
from esfmodel.text.prose._money import find_money, find_rates, find_worded_rates, statements
from esfmodel.text.prose._periods import find_periods
from esfmodel.text.prose._prose import Prose
from esfmodel.text.prose.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.text.prose._words import ProseWords
    from esfmodel.text.prose.figures import Found
    from esfmodel.text.words.language import Language


def find_figures(text: str, language: Language, words: ProseWords) -> tuple[Figure, ...]:
    """Find what is stated of money, shares, periods and durations."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    prose = Prose(text)
    return tuple(_figure(found, text, prose) for found in without_overlaps(_found(prose, language, words)))


def _found(prose: Prose, language: Language, words: ProseWords) -> Iterator[Found]:
    stated = list(statements(prose, language, words))
    yield from find_money(prose.low, stated, words)
    yield from find_rates(stated)
    yield from find_worded_rates(prose.low, language, words)
    yield from find_periods(prose.plain, words.periods)
    yield from find_durations(prose.plain, language, words.durations)


def without_overlaps(found: Iterable[Found]) -> Iterator[Found]:
    """Give what does not overlap, in order of place; of figures that do, the longest."""
    together: list[Found] = []
    reach = 0
    for each in sorted(found, key=lambda one: (one.start, one.end)):
        if each.start >= reach:
            yield from _longest(together)
            together = []
        together.append(each)
        reach = max(reach, each.end)
    yield from _longest(together)


def _longest(together: list[Found]) -> list[Found]:
    if len(together) < 2:
        return together
    starts: list[int] = []
    kept: list[Found] = []
    for each in sorted(together, key=lambda one: one.start - one.end):
        place = bisect_right(starts, each.start)
        follows = place == 0 or kept[place - 1].end <= each.start
        if follows and (place == len(starts) or each.end <= starts[place]):
            starts.insert(place, each.start)
            kept.insert(place, each)
    return kept


def _figure(found: Found, text: str, prose: Prose) -> Figure:
    start, end = prose.span(found.start, found.end)
    return Figure(
        found.kind,
        text[start:end],
        span=(start, end),
        stated=found.stated,
        approx=found.approx,
        value=found.value,
        step=found.step,
    )
