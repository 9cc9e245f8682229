"""Which line of a changed list was which line before: the pairing on which the difference of two budgets rests."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Line = TypeVar("Line")


def paired(before: Sequence[Line], after: Sequence[Line], called: Callable[[Line], Hashable]) -> list[tuple[int, int]]:
    """Pair the places of equal lines, then those of lines that are called the same; the first with the first.

    >>> paired(["a1", "b1"], ["b1", "a2", "c1"], lambda line: line[0])
    [(0, 1), (1, 0)]
    """
    same = _matched(list(enumerate(before)), list(enumerate(after)), lambda line: line)
    found_before, found_after = {i for i, _ in same}, {j for _, j in same}
    left_before = [(i, line) for i, line in enumerate(before) if i not in found_before]
    left_after = [(j, line) for j, line in enumerate(after) if j not in found_after]
    return sorted(same + _matched(left_before, left_after, called))


def _matched(
    before: list[tuple[int, Line]], after: list[tuple[int, Line]], key: Callable[[Line], Hashable]
) -> list[tuple[int, int]]:
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place, line in before:
        waiting[key(line)].append(place)
    return [(waiting[key(line)].popleft(), place) for place, line in after if waiting[key(line)]]


def in_order(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Choose as many pairs as can be, so that they stand in the same order before and after.

    `pairs` come in the order of the places before, which are all different.

    >>> sorted(in_order([(0, 2), (1, 0), (2, 1)]))
    [(1, 0), (2, 1)]
    """
    lowest_ends: list[int] = []
    best: list[int] = []
    earlier: list[int | None] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lowest_ends, place)
        earlier.append(best[length - 1] if length else None)
        lowest_ends[length : length + 1] = [place]
        best[length : length + 1] = [number]
    chosen: set[tuple[int, int]] = set()
    last = best[-1] if best else None
    while last is not None:
        chosen.add(pairs[last])
        last = earlier[last]
    return chosen
