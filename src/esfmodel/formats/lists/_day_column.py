"""A column of days: in which order a day and its month stand, decided for the whole column.

"3/4/2020" may be in April or in March: a cell such as "25/4/2020" decides, and where no cell does, the other columns of
days in the list may. Days that stand for any day ("9999-12-31") state nothing; numbers are days only where a whole
column has the serial numbers of a spreadsheet.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import TypedCell, text_of
from esfmodel.formats.cells.number_formats import NumberFormat
from esfmodel.formats.lists._day_patterns import Read, day_of, day_pattern, month_of, year_of
from esfmodel.formats.lists._headings import states_month_first
from esfmodel.formats.lists.column import ColumnReader, Seen, together
from esfmodel.formats.reading import Problem
from esfmodel.text import en, sv
from esfmodel.values.dates import MONTHS_OF_A_YEAR, Date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zoneinfo import ZoneInfo

    from esfmodel.formats.cells.grid import Cell
    from esfmodel.formats.lists.column import ColumnFacts

_FIRST_YEAR, _LAST_YEAR = 1980, 2090
"""No project of the Structural Funds has a day outside these years: a register writes such days where it has none."""


class Day(NamedTuple):
    """The kind of a day: whether its form leaves open what it is.

    `form` is "sure" for a day, "wide" for a month or a year, "day/month" and "month/day" for one whose numbers allow
    only this order, "either" for one that allows both, "serial" for a bare number, "instant" for a time of day in
    another zone than ours, "none" for a day that stands for any. After a year the month is expected first: "year/month"
    allows only this order, "year/either" both, "year/day" only the other. "stored" is a day of a workbook, and
    "stored/either" one that a spreadsheet may have stored with its day for its month. `mark` stands between the numbers
    of a day that ends with its year.
    """

    form: str
    mark: str = ""


class DayColumn(ColumnReader[Day]):
    """Reads the days of a column."""

    unstated = frozenset({"list.no_real_day"})

    def __init__(self, facts: ColumnFacts) -> None:
        super().__init__(facts)
        mapping = facts.mapping
        self._patterns = tuple(day_pattern(each, mapping.months) for each in mapping.dates)
        self._months = None if mapping.months is None else day_pattern("d mmm yyyy", mapping.months)
        self.month_first: bool | None = None
        """Whether the month stands before the day; None while nothing says so."""
        self.is_undecided = False
        """Whether cells of the column need an order that the column itself does not say."""
        self._is_mixed = False
        self._marks: frozenset[str] = frozenset()
        """The marks between the numbers of days that show the order."""
        self._has_days_first = False
        """Whether a day stands before its month after a year."""
        self._are_swapped = False
        """Whether a spreadsheet stored those days that it could take for months, and left the others as text."""
        self._takes_serials = False

    def kind_of(self, cell: Cell) -> Day:
        found = self._found(cell)
        return Day(found.form, found.mark)

    def decide(self) -> Iterator[Problem]:
        forms = self.forms
        orders = _ORDERS & set(forms)
        stated = states_month_first(self.facts.heading)
        if stated is not None and "either" in forms:
            orders |= {"month/day" if stated else "day/month"}
        self._marks = frozenset(kind.mark for kind in self.seen if kind.form in _ORDERS)
        self._has_days_first = "year/day" in forms and "year/month" not in forms
        if len(orders) > 1:
            self._is_mixed = True
            both = together(forms[form] for form in sorted(orders & forms.keys()))
            yield Problem("list.two_orders", self.place, both.text, count=both.count, rows=both.shown)
        elif orders:
            self.month_first = orders == {"month/day"}
        elif "either" in forms:
            self.is_undecided = True
        self._are_swapped = not _ORDERS.isdisjoint(forms) and "stored" not in forms and "either" not in forms
        if "serial" in forms and set(forms) <= {"serial", "none"}:
            self._takes_serials = True
            seen = forms["serial"]
            yield Problem("list.serial_days", self.place, seen.text, count=seen.count, rows=seen.shown)

    def take_order(self, *, month_first: bool) -> Problem:
        """Read the days as other columns of the list have them, and return what is to be told of it."""
        self.month_first, self.is_undecided = month_first, False
        seen = self.forms["either"]
        return Problem("list.order_of_others", self.place, seen.text, count=seen.count, rows=seen.shown)

    @property
    def forms(self) -> dict[str, Seen]:
        """The cells by the forms of their days."""
        forms = dict.fromkeys(kind.form for kind in self.seen)
        return {form: together(seen for kind, seen in self.seen.items() if kind.form == form) for form in forms}

    def refusal(self, kind: Day) -> InvalidValue | None:
        if kind.form == "none":
            return InvalidValue("list.no_real_day")
        if kind.form == "either":
            # A day of other marks was written by somebody else.
            is_known = not self._is_mixed and self.month_first is not None
            return None if is_known and (not self._marks or kind.mark in self._marks) else _day_or_month()
        if kind.form == "year/day" or (kind.form == "year/either" and self._has_days_first):
            return _day_or_month()
        if kind.form == "stored/either" and self._are_swapped:
            return InvalidValue("list.day_swapped")
        if kind.form == "serial" and not self._takes_serials:
            return InvalidValue("list.number_among_days")
        return InvalidValue("list.other_zone") if kind.form == "instant" else None

    def value(self, cell: Cell, kind: Day, _currency: str | None) -> Read | None:
        found = self._found(cell)
        return found.other if kind.form == "either" and self.month_first else found.day

    def _found(self, cell: Cell) -> _Found:
        """Return the kind of a cell, and how its day is read, by the mapping where it says how days are written."""
        if isinstance(cell, TypedCell) and not (self._patterns and isinstance(cell.value, Decimal)):
            return _typed(cell, self._zone)
        text = " ".join(text_of(cell).split())
        if len(text) > _LONGEST:
            raise InvalidValue("list.no_day")
        for pattern in self._patterns:
            if (day := pattern(text)) is not None:
                return _of(day)
        if isinstance(cell, TypedCell):
            return _typed(cell, self._zone)
        if (day_of_instant := _of_instant(text, self._zone)) is not None:
            return day_of_instant
        if _ISO.fullmatch(text):
            return _of_text(text)
        if self._patterns:
            raise InvalidValue("list.other_dates", patterns=self.facts.mapping.dates)
        if self._months is not None and (day := self._months(text)) is not None:
            return _of(day)
        return _of_text(text)

    @property
    def _zone(self) -> ZoneInfo | None:
        from zoneinfo import ZoneInfo

        return None if self.facts.mapping.zone is None else ZoneInfo(self.facts.mapping.zone)


def _day_or_month() -> InvalidValue:
    return InvalidValue("list.day_or_month")


# --- What one cell may be

_ORDERS = frozenset({"day/month", "month/day"})
_LONGEST = 60
_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r" ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2})?"
)
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-]) ?([0-9]{1,2})\2 ?([0-9]{4})\.?(?: 0{1,2}[:.]00(?:[:.]00)?)?")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-]) ?([0-9]{1,2})\2 ?([0-9]{1,2})\.?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})|(?P<month_>[0-9]{1,2})[-/.](?P<year_>[0-9]{4})")
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:[.,]0+)?")
_FIRST_SERIAL, _LAST_SERIAL = 29_221, 69_763  # 1980-01-01 and 2090-12-31
_DAY_NONE = datetime.date(1899, 12, 30)
_NOTHING = re.compile(r"0{4}[-/.]0{2}[-/.]0{2}|0{1,2}[-/.]0{1,2}[-/.]0{4}")
# What midnight of Central and Eastern Europe is in universal time, in winter and in summer.
_SHIFTED = frozenset({(21, 0, 0), (22, 0, 0), (23, 0, 0)})
_STAND_INS = frozenset({(2099, 12, 31)})


class _Found(NamedTuple):
    """The form of a day, the day, and the day with its numbers in the other order; None where it stands for any."""

    form: str
    day: Read | None = None
    other: Read | None = None
    mark: str = ""


def _of(day: Read, form: str = "sure") -> _Found:
    first = day.start if isinstance(day, Period) else day
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR or (first.year, first.month, first.day) in _STAND_INS:
        form = "none"
    elif isinstance(day, Period):
        form = "wide"
    return _Found(form, day)


def _of_text(text: str) -> _Found:
    if _NOTHING.fullmatch(text):
        return _Found("none")
    if found := _YEAR_FIRST.fullmatch(text):
        return _of_year_first(*map(int, found.group(1, 3, 4)))
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[3]), int(found[4]), found[2])
    if _YEAR.fullmatch(text):
        return _of(year_of(int(text)))
    if found := _MONTH.fullmatch(text):
        year, month = int(found["year"] or found["year_"]), int(found["month"] or found["month_"])
        day_of(year, month, 1)
        return _of(month_of(year, month))
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= int(text[:5]) <= _LAST_SERIAL:
        return _of_serial(int(text[:5]))
    return _of(_worded(text))


def _of_serial(number: int) -> _Found:
    day = _DAY_NONE + datetime.timedelta(days=number)
    return _Found("serial", day_of(day.year, day.month, day.day))


def _of_year_first(year: int, second: int, third: int) -> _Found:
    if third <= MONTHS_OF_A_YEAR < second:
        return _Found("year/day")
    day = day_of(year, second, third)
    if second == third:
        return _of(day)
    return _of(day, "year/month" if third > MONTHS_OF_A_YEAR else "year/either")


def _of_numbers(first: int, second: int, year: int, mark: str) -> _Found:
    """Return a day of two numbers and a year; full stops stand only where the day comes first."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return _Found("none")
    if mark == "." or first == second:
        return _of(day_of(year, second, first))
    if first > MONTHS_OF_A_YEAR < second:
        raise InvalidValue("list.no_day")
    if max(first, second) > MONTHS_OF_A_YEAR:
        day = day_of(year, second, first) if first > MONTHS_OF_A_YEAR else day_of(year, first, second)
        return _of(day, "day/month" if first > MONTHS_OF_A_YEAR else "month/day")._replace(mark=mark)
    return _Found("either", day_of(year, second, first), day_of(year, first, second), mark)


def _of_instant(text: str, zone: ZoneInfo | None) -> _Found | None:
    """Return the day of a time: of its own clock where it names no zone, else of the zone that the mapping states.

    Midnight is written where only a day is meant; 21:00 UTC is the next day in Helsinki and the same in Lisbon. Without
    a zone, 21:00 to 23:00 sharp are likely universal time. Returns None for other text.
    """
    found = _INSTANT.fullmatch(text)
    if found is None:
        return None
    day = day_of(*map(int, found[1].split("-")))
    hour, minute, second = int(found[2]), int(found[3]), int(found[4] or 0)
    if found[5] is None and (hour, minute, second) not in _SHIFTED:
        return _of(day)
    if zone is None:
        return _of(day) if (hour, minute, second) == (0, 0, 0) else _Found("instant", day)
    offset = "+0000" if found[5] in {None, "Z", "UTC"} else found[5].replace(":", "")
    clock = f"{found[1]} {hour:02}:{minute:02}:{second:02} {offset}"
    try:
        local = datetime.datetime.strptime(clock, "%Y-%m-%d %H:%M:%S %z").astimezone(zone)
    except (ValueError, OverflowError):
        raise InvalidValue("list.no_day") from None
    return _of(day_of(local.year, local.month, local.day))


def _typed(cell: TypedCell, zone: ZoneInfo | None) -> _Found:
    value = cell.value
    if isinstance(value, datetime.datetime | datetime.date):
        precision = NumberFormat.of(cell.format).precision
        if precision == "year":
            return _of(year_of(value.year))
        if precision == "month":
            return _of(month_of(value.year, value.month))
        if isinstance(value, datetime.datetime) and (value.hour, value.minute, value.second) in _SHIFTED:
            return _of_instant(value.isoformat(" "), zone) or _Found("instant")
        form = "stored" if value.day > MONTHS_OF_A_YEAR else "sure" if value.day == value.month else "stored/either"
        return _of(day_of(value.year, value.month, value.day), form)
    if isinstance(value, Decimal) and value == int(value):
        number = int(value)
        if _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return _of_serial(number)
        if _FIRST_YEAR <= number <= _LAST_YEAR:
            return _of(year_of(number))
    raise InvalidValue("list.no_day")


def _worded(text: str) -> Read:
    """Read a day or a month with its name, as records have it, in Swedish or English."""
    readers: tuple[Callable[[str], object], ...] = (sv.parse_date, en.parse_date, sv.parse_period, en.parse_period)
    for read in readers:
        try:
            found = read(text)
        except InvalidValue:
            continue
        if isinstance(found, Date) or (isinstance(found, Period) and _is_one(found)):
            return found
    raise InvalidValue("list.no_day")


def _is_one(period: Period) -> bool:
    """Whether a period is one month or one year, rather than from one day to another."""
    length = {"month": 7, "year": 4}.get(period.precision, 0)
    return bool(length) and period.start.isoformat()[:length] == period.end.isoformat()[:length]
