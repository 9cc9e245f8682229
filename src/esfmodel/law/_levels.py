"""The order of the levels: what is closer to the project may tighten what stands above it, and never loosen it."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError
from esfmodel.law.provisions import Provision, ProvisionValue, Sense
from esfmodel.values.dates import Date
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

LAST_DAY = Date(9999, 12, 31)


def check_levels(rows: Iterable[Provision], added: Set[Provision]) -> None:
    """Check the rows of one key when some are added; raises `ReadError` that names the added row."""
    for above, below in permutations(rows, 2):
        is_new = above in added or below in added
        if is_new and _is_above(above, below) and not _may_stand_below(above, below):
            row, said = (below, above) if below in added else (above, below)
            wrong = f"loosens or changes what {said.level.value} says: {said.value} ({said.citation('en')})"
            if row is above:
                wrong = f"is tighter than what {said.level.value} below it says: {said.value} ({said.citation('en')})"
            raise ReadError(str(row.place), str(row.value), wrong, "tighten it, or use a key of your own")


def share_days(one: Provision, other: Provision) -> bool:
    """Whether two rows count for some of the same days."""
    return one.start <= (other.end or LAST_DAY) and other.start <= (one.end or LAST_DAY)


def _is_above(above: Provision, below: Provision) -> bool:
    """Whether a row of a higher level answers the same question for some of the same days."""
    same = above.programming_period == below.programming_period
    return same and above.level.rank < below.level.rank and share_days(above, below)


def _may_stand_below(above: Provision, below: Provision) -> bool:
    """Whether who obeys the row below obeys the row above it as well."""
    if (above.binds, above.unit) != (below.binds, below.unit):
        return False
    if above.sense is Sense.AT_MOST and below.sense in (Sense.AT_MOST, Sense.EXACTLY):
        return _at_most(below.value, above.value)
    if above.sense is Sense.AT_LEAST and below.sense in (Sense.AT_LEAST, Sense.EXACTLY):
        return _at_most(above.value, below.value)
    return above.sense is below.sense in (Sense.EXACTLY, None) and below.value == above.value


def _at_most(low: ProvisionValue, high: ProvisionValue) -> bool:
    """Whether two values can be compared and are in this order."""
    match low, high:
        case Rate(), Rate():
            return low <= high
        case Money(), Money():
            return low.currency == high.currency and low <= high
        case int(), int():
            return low <= high
        case Date(), Date():
            return low <= high
        case _:
            return False
