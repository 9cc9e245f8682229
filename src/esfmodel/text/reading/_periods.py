"""Reading periods, days and durations strictly: the whole text is one, or the error states why not."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.text.reading.numbers import (
    ambiguous,
    checked_text,
    limited,
    may_be_thousands,
    no_figure,
    number_pattern,
    odd_spaces,
    read_number,
    refused,
)
from esfmodel.text.words.language import DASH, MINUS, number_word_pattern, ordinary_spaces, read_number_word
from esfmodel.text.writing._periods import MONTHS_A_YEAR, long_date
from esfmodel.values.dates import ISO_DAY, MOST_MONTHS, Date, calendar_date
from esfmodel.values.period import OpenPeriod, Period, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text.words.language import Language
    from esfmodel.values.period import Precision

_LONGEST = 100
_DASHES = f"(?:--|[-{DASH}{MINUS}\N{EM DASH}])"
_IN_FIGURES = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TWO_DIGITS_FOR_THE_LAST = re.compile(f"([0-9]{{2}})([0-9]{{2}}) ?(?:{_DASHES}|/) ?([0-9]{{2}})")


class _End(NamedTuple):
    """One end of a period: the parts that are stated, and whether in figures only."""

    year: int | None
    month: int | None
    day: int | None
    in_figures: bool

    @property
    def precision(self) -> Precision:
        """The precision of the end, by the parts that are stated."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    def completed_by(self, later: _End) -> _End:
        """Return this end with the month and year that are written only at the later end."""
        month = later.month if self.month is None and self.day is not None else self.month
        return self._replace(month=month, year=later.year if self.year is None else self.year)


class _PeriodForms(NamedTuple):
    """The regular expressions of a language."""

    period: re.Pattern[str]
    quarter: re.Pattern[str]
    open_end: re.Pattern[str]
    open_start: re.Pattern[str]


@cache
def _period_forms(language: Language) -> _PeriodForms:
    # Two digits above 19 are not a wrong month but a second year, "2014-20", which has an error of its own.
    in_figures = "[0-9]{4}(?:-[01][0-9]|-[0-9]{2}-[0-9]{2})?"
    named = f"(?:{day_pattern(language)}|{month_pattern(language)})(?: [0-9]{{4}})?"
    end = f"({in_figures}|{named}|{number_of_day_pattern(language)})"
    starting, ending = (
        f"(?:{'|'.join(map(re.escape, words))})" for words in (language.starting_read, language.ending_read)
    )
    said = f"(?:(?:{'|'.join(language.period_words)}) )?"
    joined = rf"(?:{starting} )?{end}(?: ?{_DASHES} ?| {ending} ){end}"
    between = language.between.format(low=end, high=end)
    year, ordinals = "([0-9]{4})", "|".join(language.ordinals)
    quarters = (
        language.quarter.format(ordinal=f"({ordinals})", year=year),
        language.quarter_short.format(number="([1-4])", year=year).casefold(),
    )
    return _PeriodForms(
        period=re.compile(f"{said}(?:{end}|{joined}|{between})"),
        quarter=re.compile("|".join(quarters)),
        open_end=re.compile(rf"{starting} {end}|{end} ?{_DASHES}"),
        open_start=re.compile(rf"(?:{ending} |{_DASHES} ?){end}"),
    )


def parse_period(text: str, language: Language) -> Period | OpenPeriod:
    """Read one period of days, months or years, also with an open end."""
    given = ordinary_spaces(checked_text(text, "period", _LONGEST)).casefold()
    forms = _period_forms(language)
    if later := forms.open_end.fullmatch(given):
        return OpenPeriod(_day(text, _read_end(later[1] or later[2], language), language))
    if earlier := forms.open_start.fullmatch(given):
        return OpenPeriod(end=_day(text, _read_end(earlier[1], language), language))
    if period := forms.period.fullmatch(given):
        ends = [end for end in period.groups() if end is not None]
        last = _read_end(ends[-1], language)
        return _period(text, _read_end(ends[0], language).completed_by(last), last, language)
    if quarter := forms.quarter.fullmatch(given):
        return _read_quarter(text, quarter, language)
    raise (
        limited("period", text, language)
        or no_figure("period", text, language)
        or odd_spaces("period", text)
        or _not_a_period(text, given, language)
    )


def _read_end(stated: str, language: Language) -> _End:
    """Read a match of the pattern of an end."""
    if figures := _IN_FIGURES.fullmatch(stated):
        year, month, day = (None if figure is None else int(figure) for figure in figures.groups())
        return _End(year, month, day, in_figures=True)
    return _End(*read_named(stated, language), in_figures=False)


def _read_quarter(text: str, found: re.Match[str], language: Language) -> Period:
    ordinal, year, number, its_year = found.groups()
    quarter = int(number) if number else language.ordinals.index(ordinal) + 1
    first = calendar_date(int(year or its_year), 3 * quarter - 2, 1, place="period", given=text)
    return Period(written(first, "month"), f"{first.year:04}-{3 * quarter:02}", "month")


def _period(text: str, start: _End, end: _End, language: Language) -> Period:
    first, last = _first_day(text, start), _first_day(text, end)
    alike = (start.in_figures, start.precision) == (end.in_figures, end.precision)
    if not alike or first is None or last is None:
        raise _not_a_period(text, text, language)
    if last < first:
        advice = "write the year of both ends, or swap them" if first.year == last.year else "swap the two ends"
        raise InvalidValue("period", text, "ends before it starts", advice)
    return Period(written(first, start.precision), written(last, end.precision), end.precision)


def _day(text: str, end: _End, language: Language) -> Date:
    day = _first_day(text, end)
    if day is None or end.precision != "day":
        raise InvalidValue("period", text, "has an open end, and the other is no day", _how_to_write_a_period(language))
    return day


def _first_day(text: str, end: _End) -> Date | None:
    """Return the day, or the first day of the month or year; None where the year is missing."""
    if end.year is None:
        return None
    month = 1 if end.month is None else end.month
    return calendar_date(end.year, month, 1 if end.day is None else end.day, place="period", given=text)


def _not_a_period(text: str, given: str, language: Language) -> InvalidValue:
    found = _TWO_DIGITS_FOR_THE_LAST.fullmatch(given)
    if found and found[3] > found[2]:
        century, first, last = found.groups()
        years = f"{century}{first}{DASH}{century}{last}"
        if last <= "12":
            wrong = f"may mean {years} or {language.months[int(last) - 1]} {century}{first}"
            return InvalidValue("period", text, wrong, f'write it as "{years}" or "{century}{first}-{last}"')
        return InvalidValue("period", text, "is not one period", f'write it as "{years}"')
    return InvalidValue("period", text, "is not one period", _how_to_write_a_period(language))


def _how_to_write_a_period(language: Language) -> str:
    start, end = Date(2024, 10, 1), Date(2027, 9, 30)
    long = ordinary_spaces(f"{long_date(start, language)}{DASH}{long_date(end, language)}")
    return f'write it as "{long}" or "{start.isoformat()}{DASH}{end.isoformat()}"'


# --- Days and months with names

_NUMBERS = re.compile("[0-9]+")


class Named(NamedTuple):
    """The parts of a day that words state."""

    year: int | None
    month: int | None
    day: int | None


@cache
def _months(language: Language) -> Mapping[str, int]:
    """Return the number of each month by its name and abbreviations, in lower case."""
    names = {month.casefold(): number for number, month in enumerate(language.months, 1)}
    return MappingProxyType({**language.months_short, **names})


@cache
def month_pattern(language: Language) -> str:
    """Return the regular expression of a month in lower case; like those below it has no groups."""
    shortened = "|".join(language.months_short)
    return rf"(?:{'|'.join(map(str.casefold, language.months))}|(?:{shortened})\.?)"


@cache
def number_of_day_pattern(language: Language) -> str:
    """Return the regular expression of the number of a day: "1", "1:a" or "den 1"."""
    endings = "|".join(map(re.escape, language.day_endings))
    return f"(?:{language.day_article} )?[0-9]{{1,2}}(?:{endings})?"


@cache
def day_pattern(language: Language) -> str:
    """Return the regular expression of a day with its month, in lower case."""
    day, month = number_of_day_pattern(language), month_pattern(language)
    return f"(?:{day} {month}|{month} {day},?)" if language.month_first else f"{day} {month}"


def read_named(words: str, language: Language) -> Named:
    """Read a day or month with its name; a number of four digits is the year, a shorter one the day.

    >>> from esfmodel.text.words.swedish import SWEDISH
    >>> read_named("den 1:a okt. 2024", SWEDISH), read_named("maj", SWEDISH)
    (Named(year=2024, month=10, day=1), Named(year=None, month=5, day=None))
    """
    numbers = {len(number) == 4: int(number) for number in _NUMBERS.findall(words)}
    month = re.search(month_pattern(language), words)
    number = None if month is None else _months(language)[month[0].removesuffix(".")]
    return Named(numbers.get(True), number, numbers.get(False))


# --- Days

_ISO_TIME = re.compile(rf"{ISO_DAY.pattern}[t ][0-9]{{2}}:.*", re.DOTALL)
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([/.-])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([/.-]) ?([0-9]{1,2})(?:\2 ?|[ -])([0-9]{4})")


@cache
def _with_month_name(language: Language) -> re.Pattern[str]:
    return re.compile(f"(?:{day_pattern(language)}) [0-9]{{4}}")


def parse_date(text: str, language: Language) -> Date:
    """Read one day, with the name of its month or as in ISO 8601."""
    given = ordinary_spaces(checked_text(text, "date", _LONGEST)).casefold()
    if iso := ISO_DAY.fullmatch(given):
        return _calendar_date(text, *iso.groups())
    if _with_month_name(language).fullmatch(given):
        named = read_named(given, language)
        return _calendar_date(text, named.year or 0, named.month or 0, named.day or 0)
    raise (
        limited("date", text, language)
        or no_figure("date", text, language)
        or odd_spaces("date", text)
        or _not_a_date(text, given, language)
    )


def _calendar_date(text: str, year: str | int, month: str | int, day: str | int) -> Date:
    return calendar_date(int(year), int(month), int(day), place="date", given=text)


def _not_a_date(text: str, given: str, language: Language) -> InvalidValue:
    example = Date(2024, 10, 1)
    if _ISO_TIME.fullmatch(given):
        wrong = "has a time of day, and which day that is depends on the time zone"
        return InvalidValue("date", text, wrong, "give the day alone, as it was where the project is")
    if found := _YEAR_FIRST.fullmatch(given):
        year, _, month, day, month_of_two, day_of_two = found.groups()
        day_meant = _calendar_date(text, year, month or month_of_two, day or day_of_two)
        return InvalidValue("date", text, "is not one day with its year", _how_to_write_a_day(day_meant, language))
    days = _days_in_numbers(text, given)
    if len(days) > 1:
        readings = ordinary_spaces(" or ".join(long_date(day, language) for day in days))
        return InvalidValue("date", text, f"may mean {readings}", _how_to_write_a_day(days[0], language))
    if days:
        return InvalidValue("date", text, "has its month as a number", _how_to_write_a_day(days[0], language))
    return InvalidValue("date", text, "is not one day with its year", _how_to_write_a_day(example, language))


def _days_in_numbers(text: str, given: str) -> list[Date]:
    """Find the days that "1/10/2024" may mean, with the day or the month first."""
    numbers = _YEAR_LAST.fullmatch(given)
    if numbers is None:
        return []
    one, other, year = int(numbers[1]), int(numbers[3]), numbers[4]
    orders = dict.fromkeys([(other, one), (one, other)])
    return [_calendar_date(text, year, month, day) for month, day in orders if 1 <= month <= 12]


def _how_to_write_a_day(day: Date, language: Language) -> str:
    return f'write it as "{ordinary_spaces(long_date(day, language))}" or "{day.isoformat()}"'


# --- Durations

_HALF_A_YEAR = 6


@cache
def _duration_pattern(language: Language) -> re.Pattern[str]:
    words, months, years = number_word_pattern(language), _any_of(language.month_units), _any_of(language.year_units)
    number = rf"(?:{number_pattern(language)} ?|(?P<word>{words}) )"
    rest = rf"(?: {language.conjunctions['and']}|,)? (?P<more>[0-9]{{1,3}}|{words}) ?{months}"
    return re.compile(rf"{number}(?:(?P<months>{months})|(?P<half>{language.half_read} )?{years}(?:{rest})?)")


def _any_of(units: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, units))})"


def parse_duration(text: str, language: Language) -> int:
    """Read a duration in months or years, in figures or words; return it in months."""
    given = ordinary_spaces(checked_text(text, "duration", _LONGEST)).casefold()
    if (length := language.lengths_read.get(given)) is not None:
        return length
    found = _duration_pattern(language).fullmatch(given)
    if found is None or (found["half"] and found["more"]):
        raise refused("duration", text, language) or InvalidValue(
            "duration", text, "is not one length in months or years", _how_to_write_a_duration(language)
        )
    digits, decimals = _read_quantity(text, found["number"], found["word"], language)
    months: int
    months, rest = divmod(digits * (1 if found["months"] else MONTHS_A_YEAR), 10**decimals)
    if rest or (decimals and (found["half"] or found["more"])):
        raise InvalidValue("duration", text, "is not a whole number of months", "round it first")
    months += _HALF_A_YEAR if found["half"] else 0
    months += _read_whole(found["more"], language) if found["more"] else 0
    if not 1 <= months <= MOST_MONTHS:
        wrong = "is no time at all" if months == 0 else "is longer than the calendar"
        raise InvalidValue("duration", text, wrong, "give 1 month or more, up to 9999 years")
    return months


def _read_quantity(text: str, number: str | None, word: str | None, language: Language) -> tuple[int, int]:
    if number is None:
        return _read_whole(word or "", language), 0
    if may_be_thousands(number) and language.decimal in number:
        raise ambiguous("duration", text, number, language)
    return read_number(number, language)


def _read_whole(number: str, language: Language) -> int:
    """Read a whole number, in figures or as a word."""
    read = read_number_word(number, language)
    return int(number) if read is None else read


def _how_to_write_a_duration(language: Language) -> str:
    return f'write it as "16 {language.month_words[1]}" or "3 {language.year_words[1]}"'
