"""A value that changes while a rule may ask for it: the rule is judged by the law of each stretch of days.

Where the outcome is the same by each value, it does not matter which of them counts.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from esfmodel.law import Law, Provision
from esfmodel.law.provisions import LAST_DAY
from esfmodel.rules.words import Words
from esfmodel.values.period import OpenPeriod, Period, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.values.dates import Date

    Values = tuple[Provision, ...]

_VALUE = Words("{value} ({days})", "{value} ({days})")
_SAME = Words(
    "{key} har flera värden: {values}. Utfallet är detsamma enligt vart och ett.",
    "{key} has several values: {values}. The outcome is the same by each.",
)
_UNTIL_THE_END = Words(
    "{key} har flera värden: {values}. Bedömningen avser dem som gäller till och med projektets sista dag.",
    "{key} has several values: {values}. This is judged by those until the last day of the project.",
)


def values_in_time(rows: Iterable[Provision], during: Period | None) -> Values:
    """Return the rows of the level closest to the project that apply to any of the days, the oldest first."""
    first, last = (None, None) if during is None else first_and_last(during)
    found = [
        row for row in rows if (last is None or row.start <= last) and (first is None or first <= (row.end or LAST_DAY))
    ]
    closest = max(row.level.rank for row in found)
    return tuple(row for row in found if row.level.rank == closest)


@attrs.frozen
class ValueInTime:
    """The value of a row, told with the days that it applies to."""

    row: Provision

    def text(self, language: str) -> str:
        """Write the value and its days, in "sv" or "en"."""
        row = self.row
        days = OpenPeriod(row.start) if row.end is None else Period(row.start, row.end)
        return _VALUE.filled(language, {"value": row.value, "days": days})


def is_a_change(values: Values) -> bool:
    """Whether one value takes the place of the other, with no day between them that has none."""
    return len(values) > 1 and all(
        earlier.end is not None and earlier.end.add(days=1) == later.start for earlier, later in pairwise(values)
    )


def days_of_change(changes: Iterable[Values], last: Date | None) -> list[Date]:
    """Return the first day of each stretch between changes, up to the last day of the project where that is known."""
    days = sorted({row.start for values in changes for row in values})
    return [day for day in days if last is None or day <= last] or days[:1]


def as_of(law: Law, changes: Iterable[Values], day: Date) -> tuple[Law, dict[Provision, Provision]]:
    """Return a law in which each changing value is throughout what it is on a day, and the true row of each."""
    rows = list(law.provisions)
    true_rows: dict[Provision, Provision] = {}
    for values in changes:
        row = next((each for each in reversed(values) if each.start <= day), values[0])
        throughout = attrs.evolve(row, start=values[0].start, end=values[-1].end)
        true_rows[throughout] = row
        rows = [*(each for each in rows if each not in values), throughout]
    return Law(rows), true_rows


def note_on(changes: Sequence[Values], last: Date | None) -> tuple[Words, ...]:
    """Return a note for each value that changes: that it does, and which of its values were tried."""
    return tuple(
        (_SAME if last is None or values[-1].start <= last else _UNTIL_THE_END).with_values(
            key=values[0].key, values=tuple(map(ValueInTime, values))
        )
        for values in changes
    )
