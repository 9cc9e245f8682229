"""Where a period lies relative to a window, and the window of eligible expenditure of a programming period.

A period may be stated only by month or year, so the answer may be unknown.

>>> from esfmodel import Period
>>> position_in(Period.of_years(2023, 2025), Period("2021-01-01", "2029-12-31")).name
'INSIDE'
"""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from esfmodel.errors import NotKnown
from esfmodel.law import Condition, Grade, codes
from esfmodel.law.keys import PROGRAMME
from esfmodel.law.provisions import LAST_DAY
from esfmodel.model import Fund
from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.shared.facts import dedicated_to, funds_of, is_programme_of
from esfmodel.rules.words import Words
from esfmodel.values import dates
from esfmodel.values.period import OpenPeriod, Period

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from esfmodel.law import Provision
    from esfmodel.model import Project
    from esfmodel.rules.context import Context
    from esfmodel.values.dates import Date
    from esfmodel.values.programming_period import ProgrammingPeriod

_UNITS: dict[str, Literal["month", "year"]] = {"month": "month", "year": "year"}


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
    if period.precision == "day":
        return period.start, period.start, period.end, period.end
    # A month or year may begin on any of its days, but never after the end of the period.
    unit = _UNITS[period.precision]
    latest_start = min(period.start.end_of(unit), period.end)
    earliest_end = max(period.end.start_of(unit), period.start)
    return period.start, latest_start, earliest_end, period.end


# --- The window of eligible expenditure

WINDOW_KEYS: Final = (
    "eligibility.period",
    "eligibility.start.yei",
    "eligibility.start.react-eu",
    "eligibility.extended-end",
    "eligibility.extended-end.mixed-programme",
    f"{PROGRAMME}.*.eligibility-end",
)
"""What `window_of` reads of the law."""

ACTION_KEYS: Final = ("eligibility.actions", "eligibility.start.yei.actions")
"""What `window_of` reads beside that for unit costs and lump sums."""

_LATER_END: Final = Words("; ett ändrat program kan ha ett senare slutdatum", "; an amended programme may end later")
_EARLIER_START: Final = Words(
    "; för sysselsättningsinitiativet för unga började tiden tidigare",
    "; for the Youth Employment Initiative the time began earlier",
)


class Window(NamedTuple):
    """When expenditure is eligible, by which provisions, and from and until when it may be otherwise."""

    period: Period
    starts: Provision
    ends: Provision
    later_end: Callable[[], datetime.date | None] | None
    """Returns the last day in an amended programme: `LAST_DAY` where it was not read. None where none may end later."""
    earlier_start: dates.Date | None
    """The first day of the Youth Employment Initiative, of which the project may be; None where it is not."""

    def basis_for(self, begins: Date | None) -> Provision:
        """Return the provision that is against what begins on a day."""
        return self.starts if begins is not None and begins < self.period.start else self.ends

    def doubt(self, found: Period | OpenPeriod) -> Words | None:
        """Return what a finding on a period adds where the window may be longer there; None where it is not."""
        if self._may_end_later(found):
            return _LATER_END
        return _EARLIER_START if self._may_begin_earlier(found) else None

    def _may_begin_earlier(self, found: Period | OpenPeriod) -> bool:
        """Whether a period begins before the window, and may be one of the Youth Employment Initiative."""
        start, first = self.period.start, self.earlier_start
        is_before = any(day is not None and day < start for day in (found.start, found.end))
        return is_before and first is not None and (found.end is None or first <= found.end)

    def _may_end_later(self, found: Period | OpenPeriod) -> bool:
        """Whether a period lies after the end, in part or wholly, and not after the end of an amended programme."""
        end, begins = self.period.end, found.start or self.period.end
        is_after = any(day is not None and day > end for day in (found.start, found.end))
        later_end = self.later_end() if is_after and self.later_end is not None else None
        return later_end is not None and begins <= later_end


def window_of(
    project: Project, context: Context, programming_period: ProgrammingPeriod, *, of_actions: bool = False
) -> Window:
    """Return the window of eligible expenditure, or of the actions behind unit costs and lump sums."""
    rule = context.lasting_provision("eligibility.actions" if of_actions else "eligibility.period", programming_period)
    starts = _own_start(project, context, programming_period, of_actions) or rule
    ends = _end_of_the_programme(project, context, programming_period) or rule
    whole = rule.value_as(Period)
    return Window(
        Period(
            whole.start if starts is rule else starts.value_as(dates.Date),
            whole.end if ends is rule else ends.value_as(dates.Date),
        ),
        starts,
        ends,
        later_end=partial(_later_end, project, context, programming_period) if ends is rule else None,
        earlier_start=_earlier_start(project, context, programming_period, of_actions) if starts is rule else None,
    )


def _own_start(
    project: Project, context: Context, programming_period: ProgrammingPeriod, of_actions: bool
) -> Provision | None:
    """Return the provision on the first day of the priorities for REACT-EU or of the YEI; None for other projects."""
    fund = fund_of(project)
    dedicated = dedicated_to(project)
    if dedicated is Condition.REACT_EU:
        return _provision_if_any(context, "eligibility.start.react-eu", programming_period, fund)
    if fund is Fund.YEI or dedicated is Condition.YOUTH_EMPLOYMENT:
        return _start_of_the_yei(context, programming_period, fund, of_actions)
    return None


def _start_of_the_yei(
    context: Context, programming_period: ProgrammingPeriod, fund: Fund | None, of_actions: bool
) -> Provision | None:
    key = "eligibility.start.yei.actions" if of_actions else "eligibility.start.yei"
    return _provision_if_any(context, key, programming_period, fund)


def _earlier_start(
    project: Project, context: Context, programming_period: ProgrammingPeriod, of_actions: bool
) -> Date | None:
    """Return the first day of the Youth Employment Initiative, a part of the ESF, for a project that may be of it."""
    fund = fund_of(project)
    if fund not in (None, Fund.ESF):
        return None
    row = _start_of_the_yei(context, programming_period, fund, of_actions)
    return None if row is None else row.value_as(dates.Date)


def _end_of_the_programme(
    project: Project, context: Context, programming_period: ProgrammingPeriod
) -> Provision | None:
    """Return the last day that the project's programme has of its own; None where no pack has one, or several may be.

    A programme's code without its serial number may be that of several.
    """
    keys = [
        key
        for key in context.keys(PROGRAMME, programming_period)
        if key.endswith(".eligibility-end") and is_programme_of(project, key.split(".")[1])
    ]
    row = _provision_if_any(context, keys[0], programming_period) if len(keys) == 1 else None
    # Neither words nor a day before the programming period are an end.
    is_an_end = row is not None and isinstance(row.value, dates.Date) and row.value.year >= programming_period.first
    return row if is_an_end else None


def _later_end(project: Project, context: Context, programming_period: ProgrammingPeriod) -> datetime.date | None:
    """Return the last day that an amended programme of the project's funds may have; None where it has none."""
    listed = codes.funds(programming_period)
    funds = [fund for fund in funds_of(project) if listed is not None and fund.value in listed]
    # A fund of another programming period is a slip, so any fund may be meant.
    ends = [_later_end_of(fund, project, context, programming_period) for fund in funds or Fund]
    return max((end for end in ends if end is not None), default=None)


def _later_end_of(
    fund: Fund, project: Project, context: Context, programming_period: ProgrammingPeriod
) -> datetime.date | None:
    # Only of a programme of the JTF alone is the day known; in a mixed one it is that of the other fund.
    is_mixed = fund is Fund.JTF and not _is_of_the_jtf_alone(project)
    key = "eligibility.extended-end.mixed-programme" if is_mixed else "eligibility.extended-end"
    rows = _rows(context, key, programming_period, fund)
    ends = [row.value if isinstance(row.value, dates.Date) and row.grade is Grade.A else LAST_DAY for row in rows]
    return max(ends, default=None)


def _is_of_the_jtf_alone(project: Project) -> bool:
    by_code = any(cci.fund_code == "JT" for cci in ccis_of(project).values())
    return by_code or (project.programme is not None and project.programme.funds == (Fund.JTF,))


def _provision_if_any(
    context: Context, key: str, programming_period: ProgrammingPeriod, fund: Fund | None = None
) -> Provision | None:
    """Return the provision of a key; None where no day has one. Raises `NotInForce` where it has several values."""
    rows = _rows(context, key, programming_period, fund)
    return context.lasting_provision(key, programming_period, fund) if rows else None


def _rows(
    context: Context, key: str, programming_period: ProgrammingPeriod, fund: Fund | None
) -> tuple[Provision, ...]:
    """Return the provisions of a key on the day whose law counts, or on all days."""
    return tuple(
        row
        for row in context.rows(key)
        if row.key == key
        and row.programming_period == programming_period
        and row.concerns(fund)
        and (context.on is None or row.in_force(context.on))
    )
