"""Reading periods, days and durations strictly: the whole text is one, or the error states why not."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.text.reading.numbers import (
    Wanted,
    advice_that_works,
    checked_text,
    either_number,
    limited,
    may_be_thousands,
    no_figure,
    number_pattern,
    odd_spaces,
    read_number,
    refused,
)
from esfmodel.text.words.language import DASH, MINUS, number_word_pattern, ordinary_spaces, read_number_word
from esfmodel.text.writing._periods import MONTHS_A_YEAR, format_duration, format_period, long_date
from esfmodel.values.dates import ISO_DAY, MOST_MONTHS, Date, calendar_date
from esfmodel.values.period import OpenPeriod, Period, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from esfmodel.text.words.language import Language
    from esfmodel.values.period import Precision

T = TypeVar("T")

_LONGEST = 100
_DASHES = f"(?:--|[-{DASH}{MINUS}\N{EM DASH}])"
_IN_FIGURES = re.compile("([0-9]{4})(?:[-/.]?([0-9]{2})(?:[-/.]?([0-9]{2}))?)?")
# Other years than these make other eight digits into days too, such as the number of an invoice.
_EIGHT_DIGITS = "(?:19|2[0-9])[0-9]{6}"
_TWO_DIGITS_FOR_THE_LAST = re.compile(f"([0-9]{{2}})([0-9]{{2}}) ?(?:{_DASHES}|/) ?([0-9]{{2}})")
_FIRST_DAY, _LAST_DAY = Date(2024, 10, 1), Date(2027, 9, 30)
"""The days of the examples in errors."""


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
    open_end: re.Pattern[str]
    open_start: re.Pattern[str]


@cache
def _period_forms(language: Language) -> _PeriodForms:
    # Two digits above 19 are not a wrong month but a second year, "2014-20", which has an error of its own.
    in_figures = (
        rf"{_EIGHT_DIGITS}|" r"[0-9]{4}(?:-[01][0-9]|-[0-9]{2}-[0-9]{2}|/[0-9]{2}/[0-9]{2}|\.[0-9]{2}\.[0-9]{2})?"
    )
    named = f"(?:{day_pattern(language)}|{month_pattern(language)})(?: [0-9]{{4}})?"
    forms = (in_figures, named, _in_numbers_pattern(language), number_of_day_pattern(language), _part_pattern(language))
    end = f"({'|'.join(forms)})"
    starting, ending = _any_of(language.starting_read), _any_of(language.ending_read)
    said = f"(?:(?:{'|'.join(language.period_words)}) )?"
    joined = rf"(?:{starting} )?{end}(?: ?{_DASHES} ?| {ending} ){end}"
    between = language.between.format(low=end, high=end)
    return _PeriodForms(
        period=re.compile(f"{said}(?:{end}|{joined}|{between})"),
        open_end=re.compile(rf"{starting} {end}|{end} ?{_DASHES}"),
        open_start=re.compile(rf"(?:{ending} |{_DASHES} ?){end}"),
    )


def parse_period(text: str, language: Language) -> Period | OpenPeriod:
    """Read one period of days, months or years, also with an open end."""
    try:
        return _read_period(text, language)
    except InvalidValue as error:
        at_place = error.at("period", given=text)
        raise advice_that_works(at_place, lambda example: parse_period(example, language)) from None


def _read_period(text: str, language: Language) -> Period | OpenPeriod:
    given = ordinary_spaces(checked_text(text, "period", _LONGEST)).casefold()
    forms = _period_forms(language)
    if later := forms.open_end.fullmatch(given):
        return OpenPeriod(_day(text, later[1] or later[2], language))
    if earlier := forms.open_start.fullmatch(given):
        return OpenPeriod(end=_day(text, earlier[1], language))
    if period := forms.period.fullmatch(given):
        ends = [end for end in period.groups() if end is not None]
        last = _read_end(ends[-1], language, is_last=True)
        return _period(text, _read_end(ends[0], language, is_last=False).completed_by(last), last, language)
    if _YEAR_LAST.fullmatch(given):
        day = parse_date(text, language)
        return Period(day, day)
    both = _TWO_DAYS_IN_NUMBERS.fullmatch(given)
    if both and (readings := _readings(text, both.group(1, 3), "period")):
        in_order = [Period(first, last) for first, last in readings if first <= last]
        # In Swedish the day comes first. That the period ends before it starts is no reason to read its days otherwise.
        is_reversed = len(readings) > 1 and not language.month_first and readings[0][0] > readings[0][1]
        if is_reversed or not in_order:
            raise InvalidValue("period.ends_before_start", "period", text)
        return _the_only(in_order, text, "period", lambda period: _long_period(period, language))
    wanted = _wanted_period(language)
    raise (
        limited(text, wanted)
        or no_figure(text, wanted)
        or odd_spaces(text, wanted)
        or _two_digits(text, given, language)
        or _not_one_period(text, wanted)
    )


def _read_end(stated: str, language: Language, *, is_last: bool) -> _End:
    """Read a match of the pattern of an end."""
    if figures := _IN_FIGURES.fullmatch(stated):
        year, month, day = (None if figure is None else int(figure) for figure in figures.groups())
        return _End(year, month, day, in_figures=True)
    if (numbers := _in_numbers(stated, language)) is not None:
        return _End(*numbers, in_figures=False)
    if part := re.search(_part_word_pattern(language), stated):
        digits = {len(number) == 4: int(number) for number in _NUMBERS.findall(stated)}
        length = language.year_parts[part[0]]
        number = digits.get(False) or language.ordinals.index(stated.partition(" ")[0]) + 1
        return _End(digits.get(True), length * number if is_last else length * (number - 1) + 1, None, in_figures=False)
    return _End(*read_named(stated, language), in_figures=False)


@cache
def _part_pattern(language: Language) -> str:
    """Return the regular expression of a quarter or another part of a year, with its year or without; no groups."""
    forms: list[str] = []
    for length in sorted(set(language.year_parts.values())):
        most = MONTHS_A_YEAR // length
        words = _any_of(word for word, months in language.year_parts.items() if months == length)
        forms += [f"{_any_of(language.ordinals[:most])} {words}", f"{words} ?[1-{most}]"]
    return rf"(?:{'|'.join(forms)})(?:(?: {_any_of(language.part_of_year)})? [0-9]{{4}})?"


@cache
def _part_word_pattern(language: Language) -> str:
    return rf"(?<!\w){_any_of(language.year_parts)}(?![^\W\d_])"


def _period(text: str, start: _End, end: _End, language: Language) -> Period:
    first, last = _first_day(text, start), _first_day(text, end)
    alike = (start.in_figures, start.precision) == (end.in_figures, end.precision)
    if not alike or first is None or last is None:
        raise _two_digits(text, text, language) or _not_one_period(text, _wanted_period(language))
    if last < first:
        raise InvalidValue("period.ends_before_start", "period", text)
    return Period(written(first, start.precision), written(last, end.precision), end.precision)


def _day(text: str, stated: str, language: Language) -> Date:
    end = _read_end(stated, language, is_last=False)
    day = _first_day(text, end)
    if day is None or end.precision != "day":
        example = language.starting.format(day=_long_date(_FIRST_DAY, language))
        raise InvalidValue("period.open_without_day", "period", text, example=example, other=f"2024-10-01{DASH}")
    return day


def _first_day(text: str, end: _End) -> Date | None:
    """Return the day, or the first day of the month or year; None where the year is missing."""
    if end.year is None:
        return None
    month = 1 if end.month is None else end.month
    return calendar_date(end.year, month, 1 if end.day is None else end.day, place="period", given=text)


def _two_digits(text: str, given: str, language: Language) -> InvalidValue | None:
    """Return the error for a year of two digits, as in "2014-20"; None when that is not the fault."""
    found = _TWO_DIGITS_FOR_THE_LAST.fullmatch(given)
    if not found or found[3] <= found[2]:
        return None
    century, first, last = found.groups()
    years = f"{century}{first}{DASH}{century}{last}"
    if last > "12":
        return InvalidValue("period.short_year", "period", text, example=years)
    month = f"{language.months[int(last) - 1]} {century}{first}"
    return InvalidValue("text.two_readings", "period", text, example=years, other=month)


def _wanted_period(language: Language) -> Wanted:
    example = _long_period(Period(_FIRST_DAY, _LAST_DAY), language)
    return Wanted("period", language, example, f"{_FIRST_DAY.isoformat()}{DASH}{_LAST_DAY.isoformat()}")


def _not_one_period(text: str, wanted: Wanted) -> InvalidValue:
    return InvalidValue("period.not_one_period", "period", text, example=wanted.example, other=wanted.other)


def _long_period(period: Period, language: Language) -> str:
    return ordinary_spaces(format_period(period, None, language))


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


# --- Days in numbers: "1/10 2024"

_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_IN_NUMBERS = r"[0-9]{1,2}([/.-]) ?[0-9]{1,2}(?:\{mark} ?|[ -])[0-9]{4}"
_YEAR_LAST = re.compile(_DAY_IN_NUMBERS.replace("{mark}", "1"))
_TWO_DAYS_IN_NUMBERS = re.compile(
    f"({_DAY_IN_NUMBERS.replace('{mark}', '2')}) ?{_DASHES} ?({_DAY_IN_NUMBERS.replace('{mark}', '4')})"
)


@cache
def _in_numbers_pattern(language: Language) -> str:
    """Return the regular expression of a day whose marks tell that its month is the second number; no groups."""
    if language.month_first:
        return "(?!)"
    return (
        rf"(?:{language.day_article} )?[0-9]{{1,2}}(?:/[0-9]{{1,2}}(?:[ -][0-9]{{4}})?|\. ?[0-9]{{1,2}}\. ?[0-9]{{4}})"
    )


def _in_numbers(stated: str, language: Language) -> Named | None:
    """Read "1/10 2024", "1.10.2024" or "1/10"; None for other forms."""
    if not re.fullmatch(_in_numbers_pattern(language), stated):
        return None
    day, month, *year = map(int, _NUMBERS.findall(stated))
    return Named(year[0] if year else None, month, day)


def _readings(text: str, days: Iterable[str], place: str) -> list[list[Date]]:
    """Return what days such as "1/10/2024" may mean, with the day first in all of them or the month first in all."""
    numbers = [[int(number) for number in _NUMBERS.findall(day)] for day in days]
    return [
        [calendar_date(each[2], each[month], each[1 - month], place=place, given=text) for each in numbers]
        for month in (1, 0)
        if all(1 <= each[month] <= MONTHS_A_YEAR for each in numbers)
    ]


def _the_only(readings: Iterable[T], text: str, place: str, write: Callable[[T], str]) -> T:
    """Return the only reading; raise `InvalidValue` with both where there are two."""
    first, *others = dict.fromkeys(readings)
    if others:
        raise InvalidValue("text.two_readings", place, text, example=write(first), other=write(others[0]))
    return first


# --- Days

_ISO_TIME = re.compile(rf"{ISO_DAY.pattern}[t ][0-9]{{2}}:.*", re.DOTALL)


@cache
def _with_month_name(language: Language) -> re.Pattern[str]:
    return re.compile(f"(?:{day_pattern(language)}) [0-9]{{4}}")


def parse_date(text: str, language: Language) -> Date:
    """Read one day, with the name of its month or in numbers."""
    try:
        return _read_date(text, language)
    except InvalidValue as error:
        at_place = error.at("date", given=text)
        raise advice_that_works(at_place, lambda example: parse_date(example, language)) from None


def _read_date(text: str, language: Language) -> Date:
    given = ordinary_spaces(checked_text(text, "date", _LONGEST)).casefold()
    if year_first := _YEAR_FIRST.fullmatch(given):
        return _calendar_date(text, *map(int, year_first.group(1, 3, 4)))
    if re.fullmatch(_EIGHT_DIGITS, given):
        return _calendar_date(text, int(given[:4]), int(given[4:6]), int(given[6:]))
    named = read_named(given, language) if _with_month_name(language).fullmatch(given) else None
    named = named or _in_numbers(given, language)
    if named and named.year is not None:
        return _calendar_date(text, named.year, named.month or 0, named.day or 0)
    if _YEAR_LAST.fullmatch(given) and (readings := _readings(text, [given], "date")):
        return _the_only((day for (day,) in readings), text, "date", lambda day: _long_date(day, language))
    if _ISO_TIME.fullmatch(given):
        raise InvalidValue("date.with_time", "date", text)
    wanted = Wanted("date", language, _long_date(_FIRST_DAY, language), _FIRST_DAY.isoformat())
    raise (
        limited(text, wanted)
        or no_figure(text, wanted)
        or odd_spaces(text, wanted)
        or InvalidValue("date.not_one_day", "date", text, example=wanted.example, other=wanted.other)
    )


def _calendar_date(text: str, year: int, month: int, day: int) -> Date:
    return calendar_date(year, month, day, place="date", given=text)


def _long_date(day: Date, language: Language) -> str:
    return ordinary_spaces(long_date(day, language))


# --- Durations

_HALF_A_YEAR = 6
_HALF = "½"


@cache
def _duration_pattern(language: Language) -> re.Pattern[str]:
    words, months, years = number_word_pattern(language), _any_of(language.month_units), _any_of(language.year_units)
    number = rf"(?:{number_pattern(language)} ?|(?P<word>{words}) |(?={_HALF}))"
    half = f"(?P<half>{language.half_read} |{_HALF} ?)"
    rest = rf"(?: {language.conjunctions['and']}|,)? (?P<more>[0-9]{{1,3}}|{words}) ?{months}"
    return re.compile(rf"{number}(?:(?P<months>{months})|{half}?{years}(?:{rest})?)")


def _any_of(words: Iterable[str]) -> str:
    """Return the regular expression of one of the words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def parse_duration(text: str, language: Language) -> int:
    """Read a duration in months or years, in figures or words; return it in months."""
    try:
        return _read_duration(text, language)
    except InvalidValue as error:
        at_place = error.at("duration", given=text)
        raise advice_that_works(at_place, lambda example: parse_duration(example, language)) from None


def _read_duration(text: str, language: Language) -> int:
    given = ordinary_spaces(checked_text(text, "duration", _LONGEST)).casefold()
    if (length := language.lengths_read.get(given)) is not None:
        return length
    found = _duration_pattern(language).fullmatch(given)
    in_months, in_years = f"16 {language.month_words[1]}", f"3 {language.year_words[1]}"
    wanted = Wanted("duration", language, in_months, in_years)
    if found is None or (found["half"] and (found["more"] or language.decimal in (found["number"] or ""))):
        raise refused(text, wanted) or InvalidValue(
            "duration.not_one_length", "duration", text, example=in_months, other=in_years
        )
    number: str = found["number"] or "0"
    digits, decimals = read_number(number, language)
    unit = 1 if found["months"] else MONTHS_A_YEAR
    if decimals and may_be_thousands(number) and digits * unit <= MOST_MONTHS:
        examples = _in_months(digits * unit, language), _in_months(Fraction(digits * unit, 10**decimals), language)
        raise either_number("duration", text, number, examples, language)
    months = (Fraction(digits, 10**decimals) + _read_whole(found["word"], language)) * unit
    months += _read_whole(found["more"], language) + (_HALF_A_YEAR if found["half"] else 0)
    if months == 0:
        raise InvalidValue("number.not_positive", "duration", text)
    if months > MOST_MONTHS:
        raise InvalidValue("duration.too_long", "duration", text)
    if months.denominator != 1:
        raise InvalidValue("duration.not_whole_months", "duration", text, example=_in_months(months, language))
    return int(months)


def _in_months(months: Fraction | int, language: Language) -> str:
    """Write the nearest whole number of months."""
    return ordinary_spaces(format_duration(max(round(months), 1), "months", language))


def _read_whole(number: str | None, language: Language) -> int:
    """Read a whole number, in figures or as a word; 0 for none."""
    read = read_number_word(number or "0", language)
    return int(number or 0) if read is None else read
