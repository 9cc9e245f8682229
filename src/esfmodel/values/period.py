"""Periods: the days from a start to an end, both included, as finely as somebody stated them.

Decisions and calls name the first and the last day, and both belong to the period: 1 October 2024 to 30 September 2027
is 36 months. Text is ISO 8601 (open ends as in ISO 8601-2).

>>> period = Period("2024-10-01", "2027-09-30")
>>> period.months, period.days
(36, 1095)
>>> [str(part) for part in period.split_years()]
['2024-10-01/2024-12-31', '2025-01-01/2025-12-31', '2026-01-01/2026-12-31', '2027-01-01/2027-09-30']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.values._dates import Date, DateLike, as_date
from esfmodel.values._format import formatted
from esfmodel.values._months import (
    LONGEST,
    CalendarDay,
    MonthEnd,
    as_month_end,
    as_months,
    day_before,
    months_later,
    whole_months,
    whole_number,
)
from esfmodel.values._period_text import (
    OPEN,
    PRECISIONS,
    Precision,
    as_end,
    as_precision,
    boundary,
    ends_of,
    precision_of,
    written,
)
from esfmodel.values._splits import anchored, on_calendar, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MonthEnd", "OpenPeriod", "Period", "Precision"]


@attrs.frozen(init=False, repr=False)
class Period:
    """The days from `start` to `end`, both included.

    `precision` says how finely the ends were stated. Of a period of precision "month" or "year" nobody said which day,
    so `days` is None, and for "year" `months` too; it starts on a first day and ends on a last day, and text of that
    precision is widened to them. Where days are compared (`in`, `&`, `overlaps`) it stands for all its days. Periods
    have no order: neither of two that overlap is the smaller.

    Raises `TypeError` for datetimes and other types, `InvalidValue` for days not in the calendar, an end before the
    start and ends that are not whole months or years when the precision says so.

    >>> Period("2024-10-01", "2027-09-30")
    Period("2024-10-01", "2027-09-30")
    >>> Period("2019-05", "2022-04", "month")
    Period("2019-05-01", "2022-04-30", "month")
    """

    start: Date
    end: Date
    precision: Precision

    if TYPE_CHECKING:
        # attrs makes it; pyright has to be told.
        def __attrs_init__(self, start: Date, end: Date, precision: Precision) -> None: ...

    def __init__(self, start: DateLike, end: DateLike, precision: Precision = "day") -> None:
        """Take dates or ISO text."""
        precision = as_precision(precision)
        first = as_end(start, precision, "start", last=False)
        final = as_end(end, precision, "end", last=True)
        if final < first:
            wrong = f"is before the start {first.isoformat()}"
            raise InvalidValue("end", final.isoformat(), wrong, "swap the two or correct one")
        self.__attrs_init__(first, final, precision)

    @classmethod
    def of_years(cls, first: int, last: int | None = None) -> Period:
        """Name a period by its calendar years; `last` is the same year when left out.

        >>> period = Period.of_years(2023, 2025)
        >>> print(period, period.months)
        2023/2025 None
        """
        years = (whole_number(first, "first"), whole_number(first if last is None else last, "last"))
        for year, place in zip(years, ("first", "last"), strict=True):
            if not 1 <= year <= 9999:
                raise InvalidValue(place, year, "is not a year of the calendar", "years go from 1 to 9999")
        return cls(f"{years[0]:04}", f"{years[1]:04}", "year")

    @classmethod
    def of_months(cls, start: DateLike, months: int, *, month_end: MonthEnd = MonthEnd.CLIP) -> Period:
        """Name a period by its first day and its length in months.

        Raises `InvalidValue` for less than one month, for an end beyond the year 9999, and under `MonthEnd.REFUSE` when
        the month after the last has no such day.

        >>> Period.of_months("2024-10-01", 36)
        Period("2024-10-01", "2027-09-30")
        >>> Period.of_months("2024-01-31", 1)
        Period("2024-01-31", "2024-02-28")
        >>> Period.of_months("2024-01-31", 1, month_end=MonthEnd.OVERFLOW)
        Period("2024-01-31", "2024-02-29")
        """
        first, number, rule = as_date(start, "start"), as_months(months), as_month_end(month_end)
        if number <= LONGEST:
            after = months_later(first, number, rule)
            if after <= (10000, 1, 1):
                return cls(first, day_before(after))
        raise InvalidValue("months", months, f"from {first.isoformat()} reach beyond the year 9999", "give fewer")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what `str` writes: two days, two months or two years with a slash between them.

        >>> Period.parse("2019-05/2022-04")
        Period("2019-05-01", "2022-04-30", "month")
        """
        start, end = ends_of(text, "period", "2024-10-01/2027-09-30")
        if OPEN in (start, end):
            raise InvalidValue("period", text, "has an open end", "read it with OpenPeriod.parse")
        precision = precision_of(start)
        if precision is None or precision_of(end) != precision:
            wrong = "is not two days, two months or two years"
            advice = "write it like 2024-10-01/2027-09-30 or 2023/2025"
            raise InvalidValue("period", text, wrong, advice)
        return cls(start, end, precision)

    @property
    def days(self) -> int | None:
        """The number of days, both ends included; None when nobody said which day."""
        return self.end.toordinal() - self.start.toordinal() + 1 if self.precision == "day" else None

    @property
    def months(self) -> int | None:
        """The number of whole months, both ends included; a part of a month does not count; None for years.

        A month is over the day before the same day of the next month, or before its last day when that month is
        shorter (`MonthEnd.CLIP`): 31 January to 28 February 2024 is one month, to 27 February none.
        """
        return None if self.precision == "year" else whole_months(self.start, self.end)

    def __contains__(self, item: DateLike | Period) -> bool:
        """Tell whether a day, or every day of another period, lies within this one."""
        if isinstance(item, Period):
            return self.start <= item.start and item.end <= self.end
        return self.start <= as_date(item, "day") <= self.end

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two have a day in common.

        >>> Period("2023-01-01", "2023-06-30").overlaps(Period("2023-06-30", "2024-05-31"))
        True
        """
        if not isinstance(other, Period):
            raise TypeError(f"other must be a Period, not {type(other).__name__}")
        return self.start <= other.end and other.start <= self.end

    def __and__(self, other: Period) -> Period | None:
        """Find the days in both, or None.

        The precision is the coarser of the two if both ends lie on its boundaries, else the finer, on whose boundaries
        they always lie: an end that comes from a period of years is then New Year's Day or New Year's Eve.

        >>> Period("2023-10-01", "2026-09-30") & Period.of_years(2021, 2024)
        Period("2023-10-01", "2024-12-31")
        """
        if not isinstance(other, Period):
            return NotImplemented
        if not self.overlaps(other):
            return None
        start, end = max(self.start, other.start), min(self.end, other.end)
        finer, coarser = sorted((self.precision, other.precision), key=PRECISIONS.index)
        whole = (boundary(start, coarser, last=False), boundary(end, coarser, last=True)) == (start, end)
        return Period(start, end, coarser if whole else finer)

    def split_years(self) -> tuple[Period, ...]:
        """Split at each New Year; the first and last part may be less than a year."""
        return self._split(on_calendar(self.start, 12))

    def split_quarters(self) -> tuple[Period, ...]:
        """Split at the calendar's quarters; raises `NotKnown` when only the years are known.

        >>> [str(part) for part in Period("2024-02-15", "2024-07-31").split_quarters()]
        ['2024-02-15/2024-03-31', '2024-04-01/2024-06-30', '2024-07-01/2024-07-31']
        """
        self._check_months_known()
        return self._split(on_calendar(self.start, 3))

    def split_calendar_months(self) -> tuple[Period, ...]:
        """Split at the first of each month; raises `NotKnown` when only the years are known."""
        self._check_months_known()
        return self._split(on_calendar(self.start, 1))

    def split_months(self, months: int = 1, *, month_end: MonthEnd = MonthEnd.CLIP) -> tuple[Period, ...]:
        """Split into parts of so many months counted from the start; the last may be shorter.

        Every part is counted from the start of the whole, so a short February does not move the parts after it.
        Raises `NotKnown` when only the years are known, `InvalidValue` for less than one month, and under
        `MonthEnd.REFUSE` when the parts would depend on the rule.

        >>> [str(part) for part in Period("2024-01-31", "2024-04-15").split_months()]
        ['2024-01-31/2024-02-28', '2024-02-29/2024-03-30', '2024-03-31/2024-04-15']
        """
        self._check_months_known()
        return self._split(anchored(self.start, self.end, as_months(months), as_month_end(month_end)))

    def _check_months_known(self) -> None:
        if self.precision == "year":
            raise NotKnown(f"of the period {self} only the years are known; split it with split_years()")

    def _split(self, cuts: Iterator[CalendarDay]) -> tuple[Period, ...]:
        return tuple(Period(first, last, self.precision) for first, last in pieces(self.start, self.end, cuts))

    def __str__(self) -> str:
        """Write it in ISO 8601, as finely as it was stated."""
        return f"{written(self.start, self.precision)}/{written(self.end, self.precision)}"

    def __repr__(self) -> str:
        """Write the call that makes it."""
        precision = "" if self.precision == "day" else f', "{self.precision}"'
        return f'Period("{self.start.isoformat()}", "{self.end.isoformat()}"{precision})'

    def __format__(self, spec: str) -> str:
        """Write it in a language: `f"{period:sv}"`; without one as `str` does."""
        return formatted(self, spec, "period")


@attrs.frozen(init=False, repr=False)
class OpenPeriod:
    """A period of which one end is stated and the other is open: from a day on, or until a day.

    The stated day is included, and the open end sets no limit. Raises `InvalidValue` unless exactly one end is given,
    `TypeError` for datetimes and other types.

    >>> from_october = OpenPeriod("2024-10-01")
    >>> print(from_october)
    2024-10-01/..
    >>> "2024-09-30" in from_october
    False
    """

    start: Date | None
    end: Date | None

    if TYPE_CHECKING:
        # attrs makes it; pyright has to be told.
        def __attrs_init__(self, start: Date | None, end: Date | None) -> None: ...

    def __init__(self, start: DateLike | None = None, end: DateLike | None = None) -> None:
        """Take a date or ISO text for one of the ends."""
        first = None if start is None else as_date(start, "start")
        final = None if end is None else as_date(end, "end")
        if first is not None and final is not None:
            raise InvalidValue("end", final.isoformat(), "is given beside a start", "use Period for two ends")
        if first is None and final is None:
            raise InvalidValue("start", None, "is not given, and neither is the end", "give one of them")
        self.__attrs_init__(first, final)

    @classmethod
    def parse(cls, text: str) -> OpenPeriod:
        """Read what `str` writes: a day, a slash and two dots, or the other way round.

        >>> OpenPeriod.parse("../2027-09-30")
        OpenPeriod(end="2027-09-30")
        """
        start, end = ends_of(text, "open period", "2024-10-01/..")
        if [start, end].count(OPEN) != 1:
            raise InvalidValue("open period", text, "does not have exactly one open end", "write it like 2024-10-01/..")
        return cls(end=end) if start == OPEN else cls(start)

    def __contains__(self, day: DateLike) -> bool:
        """Tell whether a day lies on the right side of the stated end."""
        given = as_date(day, "day")
        return (self.start is None or self.start <= given) and (self.end is None or given <= self.end)

    def __str__(self) -> str:
        """Write it in ISO 8601-2, the open end as two dots."""
        return "/".join(OPEN if day is None else day.isoformat() for day in (self.start, self.end))

    def __repr__(self) -> str:
        """Write the call that makes it."""
        stated = (("start", self.start), ("end", self.end))
        given = [f'{name}="{day.isoformat()}"' for name, day in stated if day is not None]
        return f"OpenPeriod({given[0]})"

    def __format__(self, spec: str) -> str:
        """Write it in a language: `f"{period:sv}"`; without one as `str` does."""
        return formatted(self, spec, "period")
