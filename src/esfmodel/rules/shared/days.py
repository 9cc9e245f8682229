"""Where a period lies against a window, as far as what is stated tells: a year is not yet a day.

>>> from esfmodel import Period
>>> where(Period.of_years(2023, 2025), Period("2021-01-01", "2029-12-31")).name
'INSIDE'
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, Literal

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import Fund, Project
from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.words import Words
from esfmodel.values.dates import Date
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.values.programming_period import ProgrammingPeriod

_UNITS: dict[str, Literal["day", "month", "year"]] = {"day": "day", "month": "month", "year": "year"}


class Where(enum.Enum):
    """Where a period lies against a window."""

    INSIDE = Words("inom", "inside")
    PARTLY = Words("delvis", "partly")
    WHOLLY = Words("helt", "wholly")


def where(period: Period | OpenPeriod, window: Period) -> Where:
    """Say whether a period lies inside a window, or partly or wholly outside; `NotKnown` when that depends.

    A period of months or years begins and ends on days nobody has named, and an open one has an end nobody has named.
    """
    earliest_start, latest_start, earliest_end, latest_end = _ends(period)
    if _before(latest_end, window.start) or _before(window.end, earliest_start):
        return Where.WHOLLY
    if _before(latest_start, window.start) or _before(window.end, earliest_end):
        return Where.PARTLY
    if _before(earliest_start, window.start) is False and _before(window.end, latest_end) is False:
        return Where.INSIDE
    raise _untold(period, window)


def where_a_day_of(period: Period, window: Period) -> Where:
    """Say whether something that was done on one day of a period, nobody knows which, lies inside a window or outside.

    >>> where_a_day_of(Period("2020-12-31", "2020-12-31"), Period("2021-01-01", "2029-12-31")).name
    'WHOLLY'
    """
    if _before(period.end, window.start) or _before(window.end, period.start):
        return Where.WHOLLY
    if _before(period.start, window.start) or _before(window.end, period.end):
        raise _untold(period, window)
    return Where.INSIDE


def _untold(period: Period | OpenPeriod, window: Period) -> NotKnown:
    return NotKnown(
        Words(
            f"av perioden {period} framgår inte om den ryms i {window}",
            f"the period {period} does not tell whether it lies inside {window}",
        )
    )


def _before(first: Date | None, second: Date | None) -> bool | None:
    """Whether one day lies before another; None when one of them is open."""
    return None if first is None or second is None else first < second


def _ends(period: Period | OpenPeriod) -> tuple[Date | None, Date | None, Date | None, Date | None]:
    """Give the earliest and latest start and the earliest and latest end; None where nothing limits it."""
    if isinstance(period, OpenPeriod):
        return period.start, period.start or period.end, period.end or period.start, period.end
    return earliest_and_latest(period)


def earliest_and_latest(period: Period) -> tuple[Date, Date, Date, Date]:
    """Give the earliest and latest start and the earliest and latest end that a period may have."""
    unit = _UNITS[period.precision]
    latest_start = min(period.start.end_of(unit), period.end)
    earliest_end = max(period.end.start_of(unit), period.start)
    return period.start, latest_start, earliest_end, period.end


# The window of a programming period: when its expenditure is eligible, and in which funds it counts.

_WITH_RULES_OF_THEIR_OWN = frozenset({Fund.EAFRD, Fund.FEAD, Fund.AMIF, Fund.ISF, Fund.BMVI})
"""The funds that in one programming period or both have other windows than the common provisions give."""

_THEIR_CODES = frozenset({"RD", "FM", "AM", "IS", "BV"})
"""The same funds as a CCI writes them."""


COMMON_WINDOW: Final = Words(
    "gäller alla projekt utom i Ejflu, FEAD, Amif, ISF och BMVI, som har eller har haft egna tider",
    "concerns every project save those of EAFRD, FEAD, AMIF, ISF and BMVI, which have or had their own times",
)
"""Whom a rule on the common window concerns."""


def has_the_common_window(project: Project) -> bool:
    """Whether the common provisions say when expenditure is eligible; no only where another fund is known."""
    fund = fund_of(project)
    if fund is None:
        return not any(cci.fund_code in _THEIR_CODES for cci in ccis_of(project).values())
    return fund not in _WITH_RULES_OF_THEIR_OWN


def window_of(
    project: Project, context: Context, programming_period: ProgrammingPeriod, begins: Date | None
) -> tuple[Period, Provision]:
    """Give the days on which expenditure may be eligible, and the provision that what begins on a day is held to."""
    provision = context.lasting_provision("eligibility.period", programming_period)
    window = provision.value_as(Period)
    if fund_of(project) is not Fund.YEI:
        return window, provision
    derogation = context.lasting_provision("eligibility.start.yei", programming_period)
    start = derogation.value_as(Date)
    return Period(start, window.end), derogation if begins is not None and begins < start else provision


def may_be_extended(begins: Date | None, context: Context, programming_period: ProgrammingPeriod) -> bool:
    """Whether a day lies before the later end that some amended programmes have."""
    try:
        end = context.lasting_provision("eligibility.extended-end", programming_period).value_as(Date)
    except NotInForce:
        return False
    return begins is not None and begins <= end
