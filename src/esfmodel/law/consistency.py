"""Whether rows of the law agree: one answer to each question, and the order of the levels that set values.

A question is a key, a programming period, a level, a fund and a day. A level closer to the project may tighten what a
higher one sets, and never loosen it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.law.provisions import LAST_DAY, Sense, share_a_fund
from esfmodel.values import dates
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.law.provision_value import ProvisionValue
    from esfmodel.law.provisions import Provision

    _Conflict = tuple[Provision, Provision, InvalidValue]


def contradictions(rows: Iterable[Provision]) -> Iterator[_Conflict]:
    """Yield each row that answers the question of an earlier one: the earlier, the later and the error."""
    for key, same in _by_key(rows):
        yield from _with_and_without_period(key, same)
        for question in dict.fromkeys((row.programming_period, row.level) for row in same):
            of_question = [row for row in same if (row.programming_period, row.level) == question]
            yield from _overlaps(key, of_question)


def _by_key(rows: Iterable[Provision]) -> Iterator[tuple[str, list[Provision]]]:
    """Yield each key with its rows, the oldest first."""
    for key, of_key in groupby(sorted(rows, key=lambda row: (row.key, row.start)), key=lambda row: row.key):
        yield key, list(of_key)


def _with_and_without_period(key: str, rows: list[Provision]) -> Iterator[_Conflict]:
    without = next((row for row in rows if row.programming_period is None), None)
    having = next((row for row in rows if row.programming_period is not None), None)
    if without is not None and having is not None:
        earlier, later = sorted((without, having), key=rows.index)
        yield earlier, later, InvalidValue("law.period_in_some_rows", "", key)


def _overlaps(key: str, rows: list[Provision]) -> Iterator[_Conflict]:
    counting: list[Provision] = []
    for later in rows:
        counting = [row for row in counting if later.start <= (row.end or LAST_DAY)]
        earlier = next((row for row in counting if share_a_fund(row, later)), None)
        if earlier is None:
            counting.append(later)
        else:
            values = (earlier.value, later.value)
            error = InvalidValue("law.two_values", "", key, day=later.start, values=values, start=earlier.start)
            yield earlier, later, error


# --- The order of the levels


def looser_rows(rows: Iterable[Provision]) -> Iterator[tuple[Provision, Provision]]:
    """Yield each row that does not keep within one of a higher level: the higher, and the one below it."""
    for _, of_key in _by_key(rows):
        counting: list[Provision] = []
        for row in of_key:
            counting = [other for other in counting if row.start <= (other.end or LAST_DAY)]
            for other in counting:
                above, below = sorted((row, other), key=lambda each: each.level.rank)
                if _is_above(above, below) and not _may_stand_below(above, below):
                    yield above, below
            counting.append(row)


def _is_above(above: Provision, below: Provision) -> bool:
    """Whether `above` is of a higher level and answers the same question as `below`, of those that share days."""
    same = above.programming_period == below.programming_period and share_a_fund(above, below)
    return same and above.level.rank < below.level.rank


def _may_stand_below(above: Provision, below: Provision) -> bool:
    """Whether everything that complies with the row below complies with the row above."""
    if (above.binds, above.unit) != (below.binds, below.unit):
        return False
    if above.sense is Sense.AT_MOST and below.sense in (Sense.AT_MOST, Sense.EXACTLY):
        return _at_most(below.value, above.value)
    if above.sense is Sense.AT_LEAST and below.sense in (Sense.AT_LEAST, Sense.EXACTLY):
        return _at_most(above.value, below.value)
    return above.sense is below.sense in (Sense.EXACTLY, None) and below.value == above.value


def _at_most(low: ProvisionValue, high: ProvisionValue) -> bool:
    """Whether two values are comparable and in this order."""
    match low, high:
        case Rate(), Rate():
            return low <= high
        case Money(), Money():
            return low.currency == high.currency and low <= high
        case int(), int():
            return low <= high
        case dates.Date(), dates.Date():
            return low <= high
        case _:
            return False
