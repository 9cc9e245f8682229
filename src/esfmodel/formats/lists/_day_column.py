"""A column of days: in which order a day and its month stand, decided for the whole column.

"3/4/2020" may be in April or in March: a cell such as "25/4/2020" decides, and where no cell does, the other columns of
days in the list may. Days that stand for any day ("9999-12-31") state nothing; numbers are days only where a whole
column has the serial numbers of a spreadsheet.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.formats.lists._column import ColumnReader, together
from esfmodel.formats.lists._grid import TypedCell, text_of
from esfmodel.formats.reading import Problem
from esfmodel.text import en, sv
from esfmodel.values.dates import MONTHS_OF_A_YEAR, Date, calendar_date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from zoneinfo import ZoneInfo

    from esfmodel.formats.lists._column import ColumnFacts
    from esfmodel.formats.lists._grid import Cell

Read: TypeAlias = "Date | Period"
"""A day, or the month or year that is all a cell states."""

_FIRST_YEAR, _LAST_YEAR = 1980, 2090
"""No project of the Structural Funds has a day outside these years: a register writes such days where it has none."""


class Day(NamedTuple):
    """The kind of a day: whether its form leaves open what it is.

    `form` is "sure" for a day, "wide" for a month or a year, "day/month" and "month/day" for one whose numbers allow
    only this order, "either" for one that allows both, "serial" for a bare number, "instant" for a time of day in
    another zone than ours, "none" for a day that stands for any.
    """

    form: str


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
        self._takes_serials = False

    def kind_of(self, cell: Cell) -> Day:
        return Day(self._found(cell).form)

    def decide(self) -> Iterator[Problem]:
        forms = {kind.form: seen for kind, seen in self.seen.items()}
        orders = {"day/month", "month/day"} & set(forms)
        if len(orders) > 1:
            self._is_mixed = True
            both = together(forms[form] for form in sorted(orders))
            yield Problem("list.two_orders", self.place, both.text, rows=both.shown)
        elif orders:
            self.month_first = orders == {"month/day"}
        elif "either" in forms:
            self.is_undecided = True
        if "serial" in forms and set(forms) <= {"serial", "none"}:
            self._takes_serials = True
            seen = forms["serial"]
            yield Problem("list.serial_days", self.place, seen.text, count=seen.count, rows=seen.shown)

    def take_order(self, *, month_first: bool) -> Problem:
        """Read the days as other columns of the list have them, and return what is to be told of it."""
        self.month_first, self.is_undecided = month_first, False
        seen = self.seen[Day("either")]
        return Problem("list.order_of_others", self.place, seen.text, rows=seen.shown)

    def refusal(self, kind: Day) -> InvalidValue | None:
        if kind.form == "none":
            return InvalidValue("list.no_real_day")
        if kind.form == "either" and (self._is_mixed or self.month_first is None):
            return InvalidValue("list.day_or_month")
        if kind.form == "serial" and not self._takes_serials:
            return InvalidValue("list.number_among_days")
        return InvalidValue("list.other_zone") if kind.form == "instant" else None

    def value(self, cell: Cell, kind: Day, _currency: str | None) -> Read | None:
        found = self._found(cell)
        return found.other if kind.form == "either" and self.month_first else found.day

    def _found(self, cell: Cell) -> _Found:
        """Return the kind of a cell, and how its day is read, by the mapping where it says how days are written."""
        if isinstance(cell, TypedCell) and not (self._patterns and isinstance(cell.value, Decimal)):
            return _typed(cell)
        text = " ".join(text_of(cell).split())
        if len(text) > _LONGEST:
            raise InvalidValue("list.no_day")
        for pattern in self._patterns:
            if (day := pattern(text)) is not None:
                return _of(day)
        if isinstance(cell, TypedCell):
            return _typed(cell)
        if (instant := _INSTANT.fullmatch(text)) is not None:
            return _of_instant(instant, self._zone)
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


# --- What one cell may be

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
_STAND_INS = frozenset({(2099, 12, 31)})


class _Found(NamedTuple):
    """The form of a day, the day, and the day with its numbers in the other order; None where it stands for any."""

    form: str
    day: Read | None = None
    other: Read | None = None


def _of(day: Read, form: str = "sure") -> _Found:
    first = day.start if isinstance(day, Period) else day
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR or (first.year, first.month, first.day) in _STAND_INS:
        form = "none"
    elif isinstance(day, Period):
        form = "wide"
    return _Found(form, day)


def _day(year: int, month: int, day: int) -> Date:
    return calendar_date(year, month, day, place="date", given=f"{year:04}-{month:02}-{day:02}")


def _month(year: int, month: int) -> Period:
    return Period.parse(f"{year:04}-{month:02}/{year:04}-{month:02}")


def _of_text(text: str) -> _Found:
    if _NOTHING.fullmatch(text):
        return _Found("none")
    if found := _YEAR_FIRST.fullmatch(text):
        return _of(_day(int(found[1]), int(found[3]), int(found[4])))
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[3]), int(found[4]), is_dotted=found[2] == ".")
    if _YEAR.fullmatch(text):
        return _of(Period.parse(f"{text}/{text}"))
    if found := _MONTH.fullmatch(text):
        year, month = int(found["year"] or found["year_"]), int(found["month"] or found["month_"])
        _day(year, month, 1)
        return _of(_month(year, month))
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= int(text[:5]) <= _LAST_SERIAL:
        return _of_serial(int(text[:5]))
    return _of(_worded(text))


def _of_serial(number: int) -> _Found:
    day = _DAY_NONE + datetime.timedelta(days=number)
    return _Found("serial", _day(day.year, day.month, day.day))


def _of_numbers(first: int, second: int, year: int, *, is_dotted: bool) -> _Found:
    """Return a day of two numbers and a year; full stops stand only where the day comes first."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return _Found("none")
    if is_dotted or first == second:
        return _of(_day(year, second, first))
    if first > MONTHS_OF_A_YEAR < second:
        raise InvalidValue("list.no_day")
    if max(first, second) > MONTHS_OF_A_YEAR:
        day = _day(year, second, first) if first > MONTHS_OF_A_YEAR else _day(year, first, second)
        return _of(day, "day/month" if first > MONTHS_OF_A_YEAR else "month/day")
    return _Found("either", _day(year, second, first), _day(year, first, second))


def _of_instant(found: re.Match[str], zone: ZoneInfo | None) -> _Found:
    """Return the day of a time: of its own clock where it names no zone, else of the zone that the mapping states.

    Midnight is written where only a day is meant; 21:00 UTC is the next day in Helsinki and the same in Lisbon.
    """
    day = _day(*map(int, found[1].split("-")))
    if found[5] is None:
        return _of(day)
    hour, minute, second = int(found[2]), int(found[3]), int(found[4] or 0)
    if zone is None:
        return _of(day) if (hour, minute, second) == (0, 0, 0) else _Found("instant", day)
    offset = "+0000" if found[5] in {"Z", "UTC"} else found[5].replace(":", "")
    clock = f"{found[1]} {hour:02}:{minute:02}:{second:02} {offset}"
    try:
        local = datetime.datetime.strptime(clock, "%Y-%m-%d %H:%M:%S %z").astimezone(zone)
    except (ValueError, OverflowError):
        raise InvalidValue("list.no_day") from None
    return _of(_day(local.year, local.month, local.day))


def _typed(cell: TypedCell) -> _Found:
    value = cell.value
    if isinstance(value, datetime.datetime | datetime.date):
        return _of(_day(value.year, value.month, value.day))
    if isinstance(value, Decimal) and value == int(value):
        number = int(value)
        if _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return _of_serial(number)
        if _FIRST_YEAR <= number <= _LAST_YEAR:
            return _of(Period.parse(f"{number}/{number}"))
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


# --- Patterns of a mapping

_TOKEN = re.compile(r"'[^']+'|yyyy|yy|mmmm|mmm|mm|m|dd|d|q|[^a-z']", re.IGNORECASE)
_TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "yyyy": r"(?P<year>[0-9]{4})", "yy": r"(?P<short>[0-9]{2})", "mm": r"(?P<month>[0-9]{1,2})",
        "m": r"(?P<month>[0-9]{1,2})", "dd": r"(?P<day>[0-9]{1,2})", "d": r"(?P<day>[0-9]{1,2})",
        "q": r"[QqKk]?(?P<quarter>[1-4])",
    }
)  # fmt: skip
_CENTURY_TURNS = 70


@lru_cache(maxsize=64)
def day_pattern(pattern: str, months: str | None) -> Callable[[str], Read | None]:
    """Return the reader of days written as a pattern of a mapping says; it returns None for other text.

    `d` and `m` are numbers with or without a zero before them, `mmm` the name of a month in the language `months` or
    its abbreviation, `q` a quarter; other words stand in quotation marks ("d 'de' mmmm yyyy"). Raises `InvalidValue`
    for a pattern without a year or with other letters.

    >>> day_pattern("mm/dd/yy", None)("04/25/20"), day_pattern("q/yyyy", None)("2/2019")
    (Date(2020, 4, 25), Period("2019-04-01", "2019-06-30", "month"))
    """
    tokens = _TOKEN.findall(pattern.casefold())
    if "".join(tokens) != pattern.casefold() or not {"yyyy", "yy"} & set(tokens) or len(pattern) > _LONGEST:
        raise InvalidValue("mapping.date", "", pattern, example="dd.mm.yyyy, mm/yyyy, Qq yyyy, yyyy")
    names: Mapping[str, int] = {}
    if any(token.startswith("mmm") for token in tokens):
        names = month_names(months)
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    named = rf"(?P<name>{words})\.?"
    try:
        form = re.compile(
            "".join(_form(token, named, next_to) for token, next_to in _neighbours(tokens)), re.IGNORECASE
        )
    except re.error:
        raise InvalidValue("mapping.date", "", pattern, example="dd.mm.yyyy, mm/yyyy, Qq yyyy, yyyy") from None

    def read(text: str) -> Read | None:
        found = form.fullmatch(text)
        return None if found is None else _of_groups({**_NO_GROUPS, **found.groupdict()}, names)

    return read


def _neighbours(tokens: Sequence[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield each token of a pattern with those before and behind it."""
    for index, token in enumerate(tokens):
        yield token, {*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2]}


def _form(token: str, named: str, next_to: set[str]) -> str:
    if token.startswith("mmm"):
        return named
    form = _TOKENS.get(token)
    if form is None:
        return re.escape(token.strip("'"))
    # Beside other digits a number has all its digits: "2018111" may be two days.
    return form.replace("{1,2}", "{2}") if next_to & _TOKENS.keys() else form


_NO_GROUPS: Mapping[str, str | None] = MappingProxyType(
    dict.fromkeys(("year", "short", "month", "name", "day", "quarter"))
)


def _of_groups(groups: Mapping[str, str | None], names: Mapping[str, int]) -> Read:
    if groups["year"] is not None:
        year = int(groups["year"])
    else:
        short = int(groups["short"] or 0)
        year = short + (2000 if short < _CENTURY_TURNS else 1900)
    if groups["quarter"] is not None:
        last = 3 * int(groups["quarter"])
        return Period.parse(f"{year:04}-{last - 2:02}/{year:04}-{last:02}")
    name = groups["name"]
    month = names[name.casefold()] if name else int(groups["month"] or 0)
    if not month:
        return Period.parse(f"{year:04}/{year:04}")
    if groups["day"] is None:
        _day(year, month, 1)
        return _month(year, month)
    return _day(year, month, int(groups["day"]))


@lru_cache(maxsize=32)
def month_names(language: str | None) -> Mapping[str, int]:
    """Return the names and abbreviations of the months in a language, in lower case, without a full stop at the end.

    Raises `InvalidValue` for a language that Babel does not know.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse((language or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        raise InvalidValue("mapping.months", "", language, example="de") from None
    names: dict[str, int] = {}
    written: dict[str, dict[str, dict[int, str]]] = {**locale.months}
    for widths in written.values():
        for width in ("wide", "abbreviated"):
            names.update({name.casefold().rstrip("."): number for number, name in widths[width].items()})
    return MappingProxyType(names)
