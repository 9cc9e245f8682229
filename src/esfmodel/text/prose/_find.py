"""All figures in a text, in order of place and without overlaps."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from esfmodel.model.fields import is_text
from esfmodel.text.prose._context import contexts_of
from esfmodel.text.prose._durations import find_durations
from esfmodel.text.prose._money import find_money, find_rates, find_worded_rates, statements
from esfmodel.text.prose._periods import find_periods
from esfmodel.text.prose._prose import Prose
from esfmodel.text.prose.figures import Figure
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.text.prose._context import Context
    from esfmodel.text.prose._words import ProseWords
    from esfmodel.text.prose.figures import Found
    from esfmodel.text.words.language import Language

_TEXT = attrs.fields(Figure).text
# What fills each field of a figure, which is frozen: faster than `object.__setattr__`, which looks for these.
(
    _fill_kind, _fill_text, _fill_span, _fill_stated, _fill_approx, _fill_value, _fill_step,
    _fill_date_of, _fill_precision, _fill_per, _fill_role, _fill_stage, _fill_of_which,
) = (getattr(Figure, field.name).__set__ for field in attrs.fields(Figure))  # fmt: skip


def find_figures(text: str, currency: str, language: Language, words: ProseWords) -> tuple[Figure, ...]:
    """Find the amounts, shares, periods, dates and durations; `currency` is that of amounts where no word tells."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    Money(0, currency)  # raises for what is no currency
    prose = Prose(text)
    found = list(without_overlaps(_candidates(prose, currency, language, words)))
    contexts = contexts_of(prose, found, words.context)
    return tuple(_figure(each, text, prose, context) for each, context in zip(found, contexts, strict=True))


def _candidates(prose: Prose, currency: str, language: Language, words: ProseWords) -> Iterator[Found]:
    stated = list(statements(prose, language, words, currency))
    yield from find_money(prose.low, stated, words, currency)
    yield from find_rates(stated)
    yield from find_worded_rates(prose.low, language, words)
    yield from find_periods(prose.plain, prose.low, words.periods)
    yield from find_durations(prose.low, language, words.durations)


def without_overlaps(found: Iterable[Found]) -> Iterator[Found]:
    """Yield figures in order of place; of those that overlap, the longest."""
    # Sorted by place they fall into groups that touch no other, so each group is settled by itself.
    together: list[Found] = []
    reach = 0
    for each in sorted(found, key=attrgetter("start", "end")):
        if each.start >= reach:
            yield from _longest(together)
            together = []
        together.append(each)
        reach = max(reach, each.end)
    yield from _longest(together)


def _longest(together: list[Found]) -> list[Found]:
    if len(together) < 2:
        return together
    # The longest first, each into a list sorted by place: it is kept if it overlaps neither neighbour. With bisection,
    # for a hostile text can make one group of all its figures.
    starts: list[int] = []
    kept: list[Found] = []
    for each in sorted(together, key=lambda one: one.start - one.end):
        place = bisect_right(starts, each.start)
        follows = place == 0 or kept[place - 1].end <= each.start
        if follows and (place == len(starts) or each.end <= starts[place]):
            starts.insert(place, each.start)
            kept.insert(place, each)
    return kept


def _figure(found: Found, text: str, prose: Prose, context: Context) -> Figure:
    kind, begins, ends, stated, approx, value, step, date_of, precision = found
    per, role, stage, of_which, _ = context
    start, end = prose.span(begins, ends)
    told = text[start:end]
    # What is found has the right types, so only its text is checked here; it may have characters that no text may.
    is_text(None, _TEXT, told)
    figure = object.__new__(Figure)
    _fill_kind(figure, kind)
    _fill_text(figure, told)
    _fill_span(figure, (start, end))
    _fill_stated(figure, stated)
    _fill_approx(figure, approx)
    _fill_value(figure, value)
    _fill_step(figure, step)
    _fill_date_of(figure, date_of)
    _fill_precision(figure, precision)
    _fill_per(figure, per)
    _fill_role(figure, role)
    _fill_stage(figure, stage)
    _fill_of_which(figure, of_which)
    return figure
