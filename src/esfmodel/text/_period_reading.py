"""Periods as people write them, read strictly: the whole text is one period, or it says why not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.text._dates import long_date
from esfmodel.text._language import DASH, MINUS
from esfmodel.text._month_names import day_pattern, month_pattern, number_of_day_pattern, read_named
from esfmodel.text._number_reading import checked_text
from esfmodel.text._refusals import limited, no_figure, odd_spaces
from esfmodel.text._spaces import ordinary_spaces
from esfmodel.values.dates import Date, calendar_date
from esfmodel.values.period import OpenPeriod, Period, written

if TYPE_CHECKING:
    from esfmodel.text._language import Language
    from esfmodel.values.period import Precision

_LONGEST = 100
_DASHES = f"(?:--|[-{DASH}{MINUS}\N{EM DASH}])"
_IN_FIGURES = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TWO_DIGITS_FOR_THE_LAST = re.compile(f"([0-9]{{2}})([0-9]{{2}}) ?(?:{_DASHES}|/) ?([0-9]{{2}})")


class _End(NamedTuple):
    """One end as it is written: what it says, and whether in figures only."""

    year: int | None
    month: int | None
    day: int | None
    in_figures: bool

    @property
    def precision(self) -> Precision:
        """How finely it is stated."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    def completed_by(self, later: _End) -> _End:
        """Take the month and the year that are written only once, at the later end."""
        month = later.month if self.month is None and self.day is not None else self.month
        return self._replace(month=month, year=later.year if self.year is None else self.year)


class _Forms(NamedTuple):
    """The forms of a language: a period, a quarter, and a period with one end open."""

    period: re.Pattern[str]
    quarter: re.Pattern[str]
    open_end: re.Pattern[str]
    open_start: re.Pattern[str]


@cache
def _forms(language: Language) -> _Forms:
    # Two digits above 19 are no month, not even a wrong one, but the end of a second year: "2014-20".
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
    return _Forms(
        period=re.compile(f"{said}(?:{end}|{joined}|{between})"),
        quarter=re.compile("|".join(quarters)),
        open_end=re.compile(rf"{starting} {end}|{end} ?{_DASHES}"),
        open_start=re.compile(rf"(?:{ending} |{_DASHES} ?){end}"),
    )


def parse_period(text: str, language: Language) -> Period | OpenPeriod:
    """Read one period: of days, months or years, or with one open end."""
    given = ordinary_spaces(checked_text(text, "period", _LONGEST)).casefold()
    forms = _forms(language)
    if later := forms.open_end.fullmatch(given):
        return OpenPeriod(_day(text, _read_end(later[1] or later[2], language), language))
    if earlier := forms.open_start.fullmatch(given):
        return OpenPeriod(end=_day(text, _read_end(earlier[1], language), language))
    if period := forms.period.fullmatch(given):
        ends = [end for end in period.groups() if end is not None]
        last = _read_end(ends[-1], language)
        return _period(text, _read_end(ends[0], language).completed_by(last), last, language)
    if quarter := forms.quarter.fullmatch(given):
        return _quarter(text, quarter, language)
    raise (
        limited("period", text, language)
        or no_figure("period", text, language)
        or odd_spaces("period", text)
        or _not_a_period(text, given, language)
    )


def _read_end(stated: str, language: Language) -> _End:
    """Read what the pattern of an end has matched."""
    if figures := _IN_FIGURES.fullmatch(stated):
        year, month, day = (None if figure is None else int(figure) for figure in figures.groups())
        return _End(year, month, day, in_figures=True)
    return _End(*read_named(stated, language), in_figures=False)


def _quarter(text: str, found: re.Match[str], language: Language) -> Period:
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
        raise InvalidValue("period", text, "has an open end, and the other is no day", _how_to_write(language))
    return day


def _first_day(text: str, end: _End) -> Date | None:
    """Find the day, or the first of the month or year; None where the year is missing."""
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
    return InvalidValue("period", text, "is not one period", _how_to_write(language))


def _how_to_write(language: Language) -> str:
    start, end = Date(2024, 10, 1), Date(2027, 9, 30)
    long = ordinary_spaces(f"{long_date(start, language)}{DASH}{long_date(end, language)}")
    return f'write it as "{long}" or "{start.isoformat()}{DASH}{end.isoformat()}"'
