"""Reporting periods: the parts of a project's period, and the day by which each report or claim is due.

How often to report, and when it is due, is set by the decision or the programme.

>>> from esfmodel import Period
>>> terms = ReportingTerms(every_months=3, due_months=2)
>>> for part in reporting_periods(Period("2024-10-01", "2025-04-30"), terms):
...     print(part.period, part.due)
2024-10-01/2024-12-31 2025-02-28
2025-01-01/2025-03-31 2025-05-31
2025-04-01/2025-04-30 2025-06-30
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.fields import as_call, as_call_on_lines, as_tuple, check_type, is_a
from esfmodel.values import dates
from esfmodel.values.dates import (
    CalendarDay,
    MonthEnd,
    as_date,
    calendar_date,
    check_int,
    day_after,
    months_later,
)
from esfmodel.values.field_type import Replaceable
from esfmodel.values.format import Labelled
from esfmodel.values.period import Period, on_calendar, pieces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any

    from esfmodel.values.dates import Date, DateLike

_YEAR = 12
_SATURDAY = 5


class Counting(Labelled):
    """How the months after a reporting period are counted.

    `WHOLE_MONTHS` counts from the day after: two months after 30 June are July and August, and end on 31 August.
    `SAME_DATE` goes to the day of the same number, 30 August, or the last day of a month that has no such day, as
    Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c), counts.
    """

    WHOLE_MONTHS = "whole months"
    SAME_DATE = "same date"


class NonWorkingDay(Labelled):
    """Where a due day is moved that is a Saturday, a Sunday or a holiday.

    `KEPT` leaves it; `NEXT_WORKING_DAY` moves it on, as Regulation (EEC, Euratom) No 1182/71, Article 3(4), does;
    `WORKING_DAY_BEFORE` moves it back.
    """

    KEPT = "kept"
    NEXT_WORKING_DAY = "next working day"
    WORKING_DAY_BEFORE = "working day before"


def _is_part_of_a_year(_owner: object, field: attrs.Attribute[Any], value: int) -> None:
    if check_int(value, field.name) < 1 or _YEAR % value:
        raise InvalidValue("reporting.not_part_of_year", field.name, value)


def _is_from_zero(_owner: object, field: attrs.Attribute[Any], value: int) -> None:
    if check_int(value, field.name) < 0:
        raise InvalidValue("value.negative", field.name, value)


@attrs.frozen(kw_only=True)
class ReportingTerms(Replaceable):
    """How often a project reports, and how many months after each part of its period the report is due.

    `every_months` divides the calendar: 1 is every calendar month, 3 every quarter, 12 every year. `counting` and
    `non_working_day` say how the due day is found where two readings are possible.

    Raises `InvalidValue` for a number of months that does not divide a year, and for fewer than 0 months.

    >>> ReportingTerms(every_months=1, due_months=2).non_working_day.value
    'kept'
    """

    every_months: int = attrs.field(validator=_is_part_of_a_year)
    due_months: int = attrs.field(validator=_is_from_zero)
    counting: Counting = attrs.field(default=Counting.WHOLE_MONTHS, validator=is_a(Counting))
    non_working_day: NonWorkingDay = attrs.field(default=NonWorkingDay.KEPT, validator=is_a(NonWorkingDay))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def due(self, end: DateLike, *, holidays: Iterable[DateLike] = ()) -> Date:
        """Return the day by which a report on a period that ends on `end` is due.

        `holidays` are the non-working days other than Saturdays and Sundays; this library holds no list of them.

        >>> terms = ReportingTerms(every_months=1, due_months=2, counting=Counting.SAME_DATE)
        >>> str(terms.due("2025-06-30"))
        '2025-08-30'
        """
        last = as_date(end, "end")
        return _due(self, last, _days_of(holidays))


def _due(terms: ReportingTerms, last: Date, free: Collection[Date]) -> Date:
    return _moved(_counted(terms, last), terms.non_working_day, free)


def _counted(terms: ReportingTerms, last: Date) -> Date:
    if terms.counting is Counting.SAME_DATE or terms.due_months == 0:
        return _day(months_later(last, terms.due_months, MonthEnd.CLIP), last)
    return Period.of_months(_day(day_after(last), last), terms.due_months).end


def _as_due(value: DateLike) -> Date:
    return as_date(value, "due")


@attrs.frozen
class ReportingPeriod:
    """A part of a project's period, and the day by which the report on it is due.

    >>> ReportingPeriod(Period("2025-01-01", "2025-01-31"), "2025-03-31").period.months
    1
    """

    period: Period = attrs.field(validator=is_a(Period))
    due: dates.Date = attrs.field(converter=_as_due)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def reporting_periods(
    period: Period, terms: ReportingTerms, *, holidays: Iterable[DateLike] = ()
) -> tuple[ReportingPeriod, ...]:
    """Divide a project's period into reporting periods with their due days; the first and last may be shorter.

    Raises `NotKnown` for a period of which only the years are known.

    >>> terms = ReportingTerms(every_months=12, due_months=1, non_working_day=NonWorkingDay.NEXT_WORKING_DAY)
    >>> [str(part.due) for part in reporting_periods(Period("2024-10-01", "2025-12-31"), terms)]
    ['2025-01-31', '2026-02-02']
    """
    check_type(period, Period, "period")
    check_type(terms, ReportingTerms, "terms")
    if period.precision == "year":
        raise NotKnown("period.only_years", period=period)
    free = _days_of(holidays)
    parts = pieces(period.start, period.end, on_calendar(period.start, terms.every_months))
    return tuple(
        ReportingPeriod(Period(first, last, period.precision), _due(terms, last, free)) for first, last in parts
    )


def _days_of(holidays: Iterable[DateLike]) -> set[Date]:
    return {as_date(day, "holidays") for day in as_tuple(holidays, "days", "holidays")}


def _day(found: CalendarDay, end: Date) -> Date:
    return calendar_date(*found, place="end", given=end.isoformat())


def _moved(day: Date, rule: NonWorkingDay, holidays: Collection[Date]) -> Date:
    while rule is not NonWorkingDay.KEPT and (day.weekday() >= _SATURDAY or day in holidays):
        number = day.toordinal() + (1 if rule is NonWorkingDay.NEXT_WORKING_DAY else -1)
        if not dates.Date.min.toordinal() <= number <= dates.Date.max.toordinal():
            raise InvalidValue("reporting.no_working_day", "holidays", len(holidays))
        day = dates.Date.fromordinal(number)
    return day
