"""Periods: the days from a start to an end, both included, with the precision that was stated.

Decisions and calls name the first and the last day, and both belong to the period: 1 October 2024 to 30 September 2027
is 36 months. Text is ISO 8601 (open ends as in ISO 8601-2).

>>> period = Period("2024-10-01", "2027-09-30")
>>> period.months, period.days
(36, 1095)
>>> [str(part) for part in period.split_years()]
['2024-10-01/2024-12-31', '2025-01-01/2025-12-31', '2026-01-01/2026-12-31', '2027-01-01/2027-09-30']
"""

from __future__ import annotations

import re
from itertools import count, takewhile
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.values import dates
from esfmodel.values.dates import (
    MOST_MONTHS,
    CalendarDay,
    DateLike,
    MonthEnd,
    as_date,
    as_month_end,
    as_months,
    calendar_date,
    check_int,
    day_before,
    days_in_month,
    months_later,
    triple,
    whole_months,
)
from esfmodel.values.field_type import Value, fill
from esfmodel.values.format import formatted
from esfmodel.values.guesses import guessed

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from esfmodel.values.dates import Date

__all__ = [
    "PRECISIONS",
    "MonthEnd",
    "OpenPeriod",
    "Period",
    "Precision",
    "as_when",
    "boundary",
    "first_and_last",
    "on_calendar",
    "pieces",
    "written",
]


@guessed(
    contains="use day in period",
    duration="use period.months or period.days",
    from_months='use Period.of_months("2024-10-01", 36)',
    intersection="use period & other",
    length="use period.months or period.days",
    overlap="use period & other, or period.overlaps(other) for yes or no",
    years="use period.split_years()",
)
@attrs.frozen(init=False, repr=False)
class Period(Value):
    """The days from `start` to `end`, both included.

    `precision` says whether the ends were stated as days, months or years. With "month" or "year" the exact days are
    not known: `days` is None, and for "year" `months` too. Such a period starts on a first day and ends on a last day,
    and text of that precision is widened to them; for `in`, `&` and `overlaps` it has all those days. Periods cannot be
    ordered, since they may overlap.

    Raises `TypeError` for datetimes and other types, `InvalidValue` for days not in the calendar, an end before the
    start, and ends that do not fit the precision.

    >>> Period("2024-10-01", "2027-09-30")
    Period("2024-10-01", "2027-09-30")
    >>> Period("2019-05", "2022-04", "month")
    Period("2019-05-01", "2022-04-30", "month")
    """

    start: dates.Date
    end: dates.Date
    precision: Precision

    def __init__(self, start: DateLike, end: DateLike, precision: Precision = "day") -> None:
        precision = as_precision(precision)
        first = as_end(start, precision, "start", last=False)
        final = as_end(end, precision, "end", last=True)
        if final < first:
            raise InvalidValue("period.reversed", "end", final.isoformat(), start=first.isoformat())
        fill(self, "start", first)
        fill(self, "end", final)
        fill(self, "precision", precision)

    @classmethod
    def of_years(cls, first: int, last: int | None = None) -> Period:
        """Return the period of calendar years; `last` is by default the same year.

        >>> period = Period.of_years(2023, 2025)
        >>> print(period, period.months)
        2023/2025 None
        """
        years = (check_int(first, "first"), check_int(first if last is None else last, "last"))
        for year, place in zip(years, ("first", "last"), strict=True):
            if not 1 <= year <= 9999:
                raise InvalidValue("number.outside", place, year, low=1, high=9999)
        return cls(f"{years[0]:04}", f"{years[1]:04}", "year")

    @classmethod
    def of_months(cls, start: DateLike, months: int, *, month_end: MonthEnd = MonthEnd.CLIP) -> Period:
        """Return the period with this first day and this length in months.

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
        if number <= MOST_MONTHS:
            after = months_later(first, number, rule)
            if after <= (10000, 1, 1):
                return cls(first, day_before(after))
        raise InvalidValue("period.beyond_calendar", "months", months, start=first.isoformat())

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what `str` writes: two days, two months or two years with a slash between them.

        >>> Period.parse("2019-05/2022-04")
        Period("2019-05-01", "2022-04-30", "month")
        """
        start, end = split_at_slash(text)
        example = "2024-10-01/2027-09-30"
        if OPEN in (start, end):
            raise InvalidValue("period.open", "period", text, example=example)
        precision = precision_of(start)
        if precision is None or precision_of(end) != precision:
            raise InvalidValue("period.not_plain", "period", text, example=example)
        return cls(start, end, precision)

    @property
    def days(self) -> int | None:
        """The number of days, both ends included; None unless the precision is "day"."""
        return self.end.toordinal() - self.start.toordinal() + 1 if self.precision == "day" else None

    @property
    def months(self) -> int | None:
        """The number of whole months, both ends included; a part of a month does not count; None for years.

        A month ends the day before the same day of the next month, or before its last day when that month is shorter
        (`MonthEnd.CLIP`): 31 January to 28 February 2024 is one month, to 27 February none.
        """
        return None if self.precision == "year" else whole_months(self.start, self.end)

    def __contains__(self, item: DateLike | Period) -> bool:
        """Whether a day, or every day of another period, lies within this one."""
        if isinstance(item, Period):
            return self.start <= item.start and item.end <= self.end
        return self.start <= as_date(item, "day") <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common.

        >>> Period("2023-01-01", "2023-06-30").overlaps(Period("2023-06-30", "2024-05-31"))
        True
        """
        if not isinstance(other, Period):
            raise TypeError(f"other must be a Period, not {type(other).__name__}")
        return self.start <= other.end and other.start <= self.end

    def __and__(self, other: Period) -> Period | None:
        """Return the period of the days in both, or None.

        The precision is the coarser of the two if both ends fit it, else the finer, which they always fit.

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
        """Split into parts of so many months; the last may be shorter.

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
            raise NotKnown("period.only_years", period=self)

    def _split(self, cuts: Iterator[CalendarDay]) -> tuple[Period, ...]:
        return tuple(Period(first, last, self.precision) for first, last in pieces(self.start, self.end, cuts))

    def __str__(self) -> str:
        """Return the period in ISO 8601, in its own precision."""
        return f"{written(self.start, self.precision)}/{written(self.end, self.precision)}"

    def __repr__(self) -> str:
        precision = "" if self.precision == "day" else f', "{self.precision}"'
        return f'Period("{self.start.isoformat()}", "{self.end.isoformat()}"{precision})'

    def __format__(self, spec: str) -> str:
        """Return the text in a language, as in `f"{period:sv}"`; without one the same as `str`."""
        return formatted(self, spec, "period")


@attrs.frozen(init=False, repr=False)
class OpenPeriod(Value):
    """A period of which one end is stated and the other is open: from a day on, or until a day.

    The stated day is included, and the open end sets no limit. Raises `InvalidValue` unless exactly one end is given,
    `TypeError` for datetimes and other types.

    >>> from_october = OpenPeriod("2024-10-01")
    >>> print(from_october)
    2024-10-01/..
    >>> "2024-09-30" in from_october
    False
    """

    start: dates.Date | None
    end: dates.Date | None

    def __init__(self, start: DateLike | None = None, end: DateLike | None = None) -> None:
        first = None if start is None else as_date(start, "start")
        final = None if end is None else as_date(end, "end")
        if first is not None and final is not None:
            raise InvalidValue("argument.too_many", "end", final.isoformat(), other="start")
        if first is None and final is None:
            raise InvalidValue("period.no_end", "period")
        fill(self, "start", first)
        fill(self, "end", final)

    @classmethod
    def parse(cls, text: str) -> OpenPeriod:
        """Read what `str` writes: a day, a slash and two dots, or the other way round.

        >>> OpenPeriod.parse("../2027-09-30")
        OpenPeriod(end="2027-09-30")
        """
        start, end = split_at_slash(text)
        if [start, end].count(OPEN) != 1:
            raise InvalidValue("period.not_open", "period", text, example="2024-10-01/..")
        return cls(end=end) if start == OPEN else cls(start)

    def __contains__(self, day: DateLike) -> bool:
        """Whether a day is not before a stated start, or not after a stated end."""
        given = as_date(day, "day")
        return (self.start is None or self.start <= given) and (self.end is None or given <= self.end)

    def __str__(self) -> str:
        """Return the period in ISO 8601-2, the open end as two dots."""
        return "/".join(OPEN if day is None else day.isoformat() for day in (self.start, self.end))

    def __repr__(self) -> str:
        stated = (("start", self.start), ("end", self.end))
        given = [f'{name}="{day.isoformat()}"' for name, day in stated if day is not None]
        return f"OpenPeriod({given[0]})"

    def __format__(self, spec: str) -> str:
        """Return the text in a language, as in `f"{period:sv}"`; without one the same as `str`."""
        return formatted(self, spec, "period")


# --- The ends of a period as text (ISO 8601), and the days that months and years are widened to

Precision: TypeAlias = Literal["day", "month", "year"]
"""The precision in which the ends of a period were stated, from the finest to the coarsest."""

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
OPEN = ".."

_FORMS: dict[Precision, re.Pattern[str]] = {
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "month": re.compile(r"[0-9]{4}-[0-9]{2}"),
    "year": re.compile(r"[0-9]{4}"),
}
_WRITTEN: dict[Precision, str] = {"day": "YYYY-MM-DD", "month": "YYYY-MM", "year": "YYYY"}
# Text is measured before it is read, and digits are ASCII: `\d` would accept other scripts too.
_LONGEST = len("2024-10-01/2027-09-30")


def as_precision(value: object) -> Precision:
    """Return the value if it is one of the three names, else raise."""
    if not isinstance(value, str):
        raise TypeError(f"precision must be text, not {type(value).__name__}")
    for precision in PRECISIONS:
        if value == precision:
            return precision
    raise InvalidValue("value.not_one_of", "precision", value, choices=PRECISIONS)


def precision_of(text: str) -> Precision | None:
    """Return the precision of the text of one end; None for any other text."""
    return next((precision for precision, form in _FORMS.items() if form.fullmatch(text)), None)


def boundary(day: Date, precision: Precision, *, last: bool) -> Date:
    """Return the first or the last day of the month or year of `day`."""
    if precision == "day":
        return day
    month = day.month if precision == "month" else 12 if last else 1
    return dates.Date(day.year, month, days_in_month(day.year, month) if last else 1)


def as_end(value: object, precision: Precision, place: str, *, last: bool) -> Date:
    """Convert a date or ISO text to an end of a period; text such as 2019-05 is widened to the whole month."""
    stated = precision_of(value) if isinstance(value, str) else None
    if isinstance(value, str) and stated in ("month", "year"):
        if stated != precision:
            example = written(dates.Date(2024, 10, 1), precision)
            raise InvalidValue("argument.precision", place, value, stated=stated, precision=precision, example=example)
        month = int(value[5:]) if stated == "month" else 1
        return boundary(calendar_date(int(value[:4]), month, 1, place=place, given=value), precision, last=last)
    day = as_date(value, place)
    whole = boundary(day, precision, last=last)
    if day != whole:
        given, right = day.isoformat(), whole.isoformat()
        raise InvalidValue("argument.precision_of_day", place, given, precision=precision, whole=right)
    return day


def written(day: Date, precision: Precision) -> str:
    """Return the text of one end in a precision."""
    return day.isoformat()[: len(_WRITTEN[precision])]


def split_at_slash(text: object) -> tuple[str, str]:
    """Split text at its only slash; ("", "") for text too long, or with another number of slashes."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if len(text) > _LONGEST or text.count("/") != 1:
        return "", ""
    start, _, end = text.partition("/")
    return start, end


# --- Splitting: the first day of every part but the first, as an endless iterator of cuts


def on_calendar(start: Date, months: int) -> Iterator[CalendarDay]:
    """Yield the cuts where the calendar's years (12 months), quarters (3) or months (1) begin."""
    first = dates.Date(start.year, start.month - (start.month - 1) % months, 1)
    return (months_later(first, months * number, MonthEnd.CLIP) for number in count(1))


def anchored(start: Date, end: Date, months: int, month_end: MonthEnd) -> Iterator[CalendarDay]:
    """Yield a cut every so many months, each counted from `start`.

    `month_end` applies only where its earliest possible day lies in the period, so that `MonthEnd.REFUSE` does not
    raise for a cut after the end.
    """
    last, step = triple(end), min(months, MOST_MONTHS)

    def cut(number: int) -> CalendarDay:
        earliest = months_later(start, step * number, MonthEnd.CLIP)
        return earliest if earliest > last else months_later(start, step * number, month_end)

    return map(cut, count(1))


def pieces(start: Date, end: Date, cuts: Iterable[CalendarDay]) -> list[tuple[Date, Date]]:
    """Return the first and the last day of each part of the days from `start` to `end`."""
    last = triple(end)
    firsts = list(takewhile(lambda day: day <= last, cuts))
    starts = [start, *(dates.Date(*day) for day in firsts)]
    ends = [*(day_before(day) for day in firsts), end]
    return list(zip(starts, ends, strict=True))


# --- Days of events: a date, or a period where only the month or the year is known


def as_when(value: datetime.date | Period | str | None, place: str) -> Date | Period | None:
    """Convert the text of a day, and pass periods and None; `place` names the field in the error."""
    return value if value is None or isinstance(value, Period) else as_date(value, place)


def first_and_last(when: Date | Period) -> tuple[Date, Date]:
    """Return the first and the last day on which an event may have happened."""
    return (when.start, when.end) if isinstance(when, Period) else (when, when)
