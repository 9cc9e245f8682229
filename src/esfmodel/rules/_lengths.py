"""How long a project lasts against the longest time it may last, as far as what is stated tells.

>>> from esfmodel import Period
>>> longer_than(Period("2023-10-02", "2026-10-01"), 36)
False
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.rules._days import ends_of
from esfmodel.rules.words import Words
from esfmodel.values.dates import MonthEnd
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.values.dates import Date


def longer_than(period: Period, months: int) -> bool:
    """Say whether a period lasts more than so many months; `NotKnown` when that depends on a day nobody has named.

    >>> longer_than(Period("2023-10-02", "2026-10-02"), 36)
    True
    """
    first, latest_first, earliest_last, last = ends_of(period)
    if not _is_beyond(last, first, months):
        return False
    if _is_beyond(earliest_last, latest_first, months):
        return True
    raise NotKnown(
        Words(
            f"av perioden {period} framgår inte om den är längre än {months} månader",
            f"the period {period} does not tell whether it is longer than {months} months",
        )
    )


def _is_beyond(day: Date, start: Date, months: int) -> bool:
    """Whether a day comes after the last of so many months from a start."""
    try:
        return day > Period.of_months(start, months, month_end=MonthEnd.OVERFLOW).end
    except InvalidValue:
        # So many months reach beyond the calendar, and no day lies there.
        return False
