"""What the words beside a figure make of it: "drygt 12 miljoner" is over 12 miljoner, "högst 40 %" at most 40 %."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple, TypeVar, assert_never

from esfmodel.text.figures import Approximation
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from esfmodel.text._prose_words import ProseWords

T = TypeVar("T", Money, Rate)


class Hedge(enum.Enum):
    """What a word beside a figure says of it: whether the figure is an end, and whether it is itself possible."""

    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "at most"
    ABOUT = "about"


class Hedged(NamedTuple):
    """A hedge, and the place from which or up to which its words stand."""

    hedge: Hedge | None
    place: int


_LONGEST_WORD = 30
_MOST_WORDS = 6
_CLAUSE = 140
_OPENING = "([\"'”“’»–—-"
_CLOSING = ",;:!?)]\"'”“’»–—"


def approximation(hedge: Hedge | None) -> Approximation:
    """Say the same as a public figure says it."""
    match hedge:
        case None:
            return Approximation.EXACT
        case Hedge.OVER | Hedge.AT_LEAST:
            return Approximation.OVER
        case Hedge.UNDER | Hedge.AT_MOST:
            return Approximation.UNDER
        case Hedge.ABOUT:
            return Approximation.ABOUT
        case _:
            assert_never(hedge)


def known(stated: T, hedge: Hedge | None) -> T | Bounds[T] | None:
    """Say what is known of a figure with such words beside it: of "cirka", nothing that could be relied on."""
    match hedge:
        case None:
            return stated
        case Hedge.OVER:
            return Bounds.over(stated)
        case Hedge.AT_LEAST:
            return Bounds.at_least(stated)
        case Hedge.UNDER:
            return Bounds.under(stated)
        case Hedge.AT_MOST:
            return Bounds.at_most(stated)
        case Hedge.ABOUT:
            return None
        case _:
            assert_never(hedge)


def words_before(low: str, start: int, most: int = _MOST_WORDS) -> list[tuple[str, int]]:
    """Give the words just before a place, the nearest first, with where each starts; a mark between ends them."""
    found: list[tuple[str, int]] = []
    end = start
    while len(found) < most and low.endswith((" ", "\n"), 0, end):
        end -= 1
        lowest = max(0, end - _LONGEST_WORD)
        begin = max(low.rfind(" ", lowest, end), low.rfind("\n", lowest, end)) + 1
        word = low[begin:end]
        if (begin == 0 < lowest) or not word or word[-1] in _CLOSING:
            break
        bare = word.lstrip(_OPENING)
        found.append((bare, end - len(bare)))
        if len(bare) < len(word):
            break
        end = begin
    return found


def hedge_before(low: str, start: int, words: ProseWords) -> Hedged:
    """Understand the words before a figure that starts here."""
    if start and (sign := words.hedging_signs.get(low[start - 1])):
        return Hedged(sign, start - 1)
    before = words_before(low, start)
    skipped = 0
    while skipped < len(before) and before[skipped][0] in words.fillers:
        skipped += 1
    for count in range(min(len(before) - skipped, words.longest_hedge), 0, -1):
        chosen = before[skipped : skipped + count]
        phrase = " ".join(word for word, _ in reversed(chosen))
        if (hedge := words.hedges.get(phrase)) is not None:
            return Hedged(hedge, chosen[-1][1])
    if hedge := _said_earlier(low, start, words):
        return Hedged(hedge, start)
    return Hedged(None, start)


def _said_earlier(low: str, start: int, words: ProseWords) -> Hedge | None:
    """Understand "Som mest kan ... få" and "det maximala stödet uppgår till", which do not stand beside the figure."""
    found = words.said_earlier.search(low, max(0, start - _CLAUSE), start)
    return words.hedges[found[found.lastindex or 0]] if found else None


def hedge_after(low: str, end: int, words: ProseWords) -> Hedged:
    """Understand the words after a figure that ends here: "eller mer", "som mest"."""
    if found := words.hedges_after.match(low, end):
        return Hedged(words.hedges[found[1].replace("\n", " ")], found.end())
    return Hedged(None, end)
