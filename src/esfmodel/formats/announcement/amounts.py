"""Figures of money in passages about a project, and the one amount that several of them state together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from esfmodel.formats.announcement.said import Said
from esfmodel.formats.reading import Problem
from esfmodel.text.prose.figures import Figure, FigureKind
from esfmodel.text.words.announcements import money as words
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.money import Money

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.formats.announcement.page import Page, Passage
    from esfmodel.formats.announcement.said import Place
    from esfmodel.text.prose.figures import FigureValue

_NEAR = 120
_FAR = 400


class Amount(NamedTuple):
    """A figure of money in a passage about the project of a page."""

    page: Page
    passage: Passage
    figure: Figure

    @property
    def place(self) -> Place:
        """Where the figure stands."""
        return self.figure.span

    @property
    def before(self) -> str:
        """The text before the figure in its passage, as far as it may be about it."""
        return self.page.text[max(self.passage.start, self.place[0] - _NEAR) : self.place[0]]

    @property
    def after(self) -> str:
        """The text after it."""
        return self.page.text[self.place[1] : min(self.passage.end, self.place[1] + _NEAR)]

    @property
    def told(self) -> str:
        """The passage, as far as it may be about the figure."""
        start, end = self.place
        return self.page.text[max(self.passage.start, start - _FAR) : min(self.passage.end, end + _FAR)]

    @property
    def is_of_another(self) -> bool:
        """Whether its clause says that it is of a part of the project, of something else, or that it is not so."""
        if self.passage.label is not None:
            return False
        clause = self.page.clause(self.passage, self.place)
        return words.OTHERS_SHARE.search(clause) is not None or self.page.is_denied(self.passage, self.place)

    @property
    def value(self) -> MoneyLike | None:
        """The amount, exactly or within bounds; None for "about"."""
        value = self.figure.value
        return value if isinstance(value, Money) or is_money_bounds(value) else None


def is_money_bounds(value: FigureValue) -> TypeGuard[Bounds[Money]]:
    """Whether a value is the bounds of an amount."""
    return isinstance(value, Bounds) and any(isinstance(end, Money) for end in (value.low, value.high))


def amounts_in(page: Page, passages: Sequence[Passage], figures: Iterable[Figure]) -> Iterator[Amount]:
    """Yield the amounts in the passages; both are in order of place."""
    for figure, passage in figures_in(passages, figures):
        if figure.kind is FigureKind.MONEY:
            yield Amount(page, passage, figure)


def figures_in(passages: Sequence[Passage], figures: Iterable[Figure]) -> Iterator[tuple[Figure, Passage]]:
    """Yield the figures in the passages; both are in order of place."""
    left = iter(passages)
    passage = next(left, None)
    for figure in figures:
        while passage is not None and passage.end <= figure.span[0]:
            passage = next(left, None)
        if passage is None:
            return
        if passage.start <= figure.span[0] and figure.span[1] <= passage.end:
            yield figure, passage


def agreed(
    path: str, amounts: Sequence[Amount], words_of: re.Pattern[str], problems: list[Problem]
) -> Said[MoneyLike] | None:
    """Return what several figures state together, the finest of them, with the words by which they are of the field.

    Where they contradict each other, or say no more than about, nothing is returned and a problem says so.
    """
    known = [each for each in amounts if each.value is not None]
    if not known:
        problems.extend(
            Problem("announcement.about", path, each.figure.text, line=each.page.line_of(each.place[0]))
            for each in amounts[:1]
        )
        return None
    best = known[0]
    for each in known[1:]:
        finer = _finer(best, each)
        if finer is None and _is_exchanged(best, each):
            continue
        if finer is None:
            problems.append(best.page.contradiction(path, each.place, best.place))
            return None
        best = finer
    by = (near for each in (best, *known) for near in each.page.words_near(each.passage, each.place, words_of))
    places = dict.fromkeys(each.place for each in (best, *known))
    return None if best.value is None else Said(best.value, tuple(places), tuple(dict.fromkeys(by)))


def _is_exchanged(one: Amount, other: Amount) -> bool:
    """Whether the same amount is told again in another currency, right after: "640 000 euro (7 miljoner kronor)"."""
    is_near = one.passage == other.passage and 0 <= other.place[0] - one.place[1] < _NEAR_AGAIN
    return is_near and _currency(one.value) != _currency(other.value)


_NEAR_AGAIN = 40


def _finer(one: Amount, other: Amount) -> Amount | None:
    """Return the finer of two statements that may be of the same amount; None where they cannot be."""
    first, second = _possible(one), _possible(other)
    if first is None or second is None or not _overlap(first, second):
        return None
    if isinstance(one.value, Money) and isinstance(other.value, Money):
        if one.value in second or other.value in first:
            return min(one, other, key=_step)
        return None
    if not isinstance(one.value, Money) and not isinstance(other.value, Money):
        return one
    # An exact amount is finer than a bound that it keeps; "12 miljoner" may be what "över 12 miljoner" is rounded to.
    exact, bound = (one, other) if isinstance(one.value, Money) else (other, one)
    return exact if is_money_bounds(bound.value) and exact.value in bound.value else bound


def _step(amount: Amount) -> Money:
    step = amount.figure.step
    return step if isinstance(step, Money) else Money(0, _currency(amount.value))


def _possible(amount: Amount) -> Bounds[Money] | None:
    """Return what an amount may have been before it was rounded."""
    value, step = amount.value, amount.figure.step
    if not isinstance(value, Money):
        return value
    return Bounds.rounded(value, step) if isinstance(step, Money) and step.minor else Bounds(value, value)


def _currency(value: MoneyLike | None) -> str:
    ends = (value,) if isinstance(value, Money) else () if value is None else (value.low, value.high)
    return next(each.currency for each in ends if each is not None)


def _overlap(one: Bounds[Money], other: Bounds[Money]) -> bool:
    if _currency(one) != _currency(other):
        return False
    lows = [each for each in (one.low, other.low) if each is not None]
    highs = [each for each in (one.high, other.high) if each is not None]
    return not lows or not highs or max(lows) <= min(highs)
