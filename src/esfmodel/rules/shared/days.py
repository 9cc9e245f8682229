"""Where a period lies relative to a window, and the window of eligible expenditure of a programming period.

A period may be stated only by month or year, so the answer may be unknown.

>>> from esfmodel import Period
>>> position_in(Period.of_years(2023, 2025), Period("2021-01-01", "2029-12-31")).name
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


class Position(enum.Enum):
    """Where a period lies relative to a window."""

    INSIDE = Words("inom", "inside")
    PARTLY = Words("delvis", "partly")
    WHOLLY = Words("helt", "wholly")


def position_in(period: Period | OpenPeriod, window: Period) -> Position:
    """Return where a period lies relative to a window; raise `NotKnown` where that depends on an unstated day.

    A period of months or years begins and ends on unstated days, and an open one has an unstated end.
    """
    # Each answer must hold for the earliest and for the latest day that a start or an end may be. For an open one
    # `_before` is None, which decides nothing.
    earliest_start, latest_start, earliest_end, latest_end = _ends(period)
    if _before(latest_end, window.start) or _before(window.end, earliest_start):
        return Position.WHOLLY
    if _before(latest_start, window.start) or _before(window.end, earliest_end):
        return Position.PARTLY
    if _before(earliest_start, window.start) is False and _before(window.end, latest_end) is False:
        return Position.INSIDE
    raise _depends_on_day(period, window)


def position_of_one_day(period: Period, window: Period) -> Position:
    """Return whether one unstated day of a period lies inside a window or wholly outside; raise `NotKnown` if it may be
    either.

    >>> position_of_one_day(Period("2020-12-31", "2020-12-31"), Period("2021-01-01", "2029-12-31")).name
    'WHOLLY'
    """
    if _before(period.end, window.start) or _before(window.end, period.start):
        return Position.WHOLLY
    if _before(period.start, window.start) or _before(window.end, period.end):
        raise _depends_on_day(period, window)
    return Position.INSIDE


def _depends_on_day(period: Period | OpenPeriod, window: Period) -> NotKnown:
    return NotKnown("rule.period_depends_on_day", period=period, window=window)


def _before(first: Date | None, second: Date | None) -> bool | None:
    """Whether one day lies before another; None where one of them is open."""
    return None if first is None or second is None else first < second


def _ends(period: Period | OpenPeriod) -> tuple[Date | None, Date | None, Date | None, Date | None]:
    """Return earliest start, latest start, earliest end and latest end; None where nothing limits one."""
    if isinstance(period, OpenPeriod):
        # A period that is open towards the past still starts no later than it ends, and the reverse.
        return period.start, period.start or period.end, period.end or period.start, period.end
    return earliest_and_latest(period)


def earliest_and_latest(period: Period) -> tuple[Date, Date, Date, Date]:
    """Return earliest start, latest start, earliest end and latest end of a period."""
    # A month or year may begin on any of its days, but never after the end of the period.
    unit = _UNITS[period.precision]
    latest_start = min(period.start.end_of(unit), period.end)
    earliest_end = max(period.end.start_of(unit), period.start)
    return period.start, latest_start, earliest_end, period.end


# --- The window of eligible expenditure

_WITH_RULES_OF_THEIR_OWN = frozenset({Fund.EAFRD, Fund.FEAD, Fund.AMIF, Fund.ISF, Fund.BMVI})
"""The funds whose window differs from the common one in one programming period or both."""

_THEIR_CODES = frozenset({"RD", "FM", "AM", "IS", "BV"})
"""The codes of the same funds in a CCI."""


COMMON_WINDOW: Final = Words(
    "gäller alla projekt utom i Ejflu, Fead, Amif, ISF och BMVI, som har eller har haft egna tider",
    "concerns every project save those of EAFRD, FEAD, AMIF, ISF and BMVI, which have or had their own times",
)
"""The scope of a rule on the common window."""


def has_the_common_window(project: Project) -> bool:
    """Whether the common provisions set the window; False only where the fund is known to be another."""
    fund = fund_of(project)
    if fund is None:
        return not any(cci.fund_code in _THEIR_CODES for cci in ccis_of(project).values())
    return fund not in _WITH_RULES_OF_THEIR_OWN


def window_of(
    project: Project, context: Context, programming_period: ProgrammingPeriod, begins: Date | None
) -> tuple[Period, Provision]:
    """Return the window of eligible expenditure, and the provision that applies to what begins on a day."""
    provision = context.lasting_provision("eligibility.period", programming_period)
    window = provision.value_as(Period)
    if fund_of(project) is not Fund.YEI:
        return window, provision
    derogation = context.lasting_provision("eligibility.start.yei", programming_period)
    start = derogation.value_as(Date)
    return Period(start, window.end), derogation if begins is not None and begins < start else provision


def may_be_extended(begins: Date | None, context: Context, programming_period: ProgrammingPeriod) -> bool:
    """Whether a day lies before the later end of the window in some amended programmes."""
    try:
        end = context.lasting_provision("eligibility.extended-end", programming_period).value_as(Date)
    except NotInForce:
        return False
    return begins is not None and begins <= end
