"""Days as people write them, read strictly: the whole text is one day, or it says why not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.text._dates import long_date
from esfmodel.text._month_names import day_pattern, read_named
from esfmodel.text._number_reading import checked_text
from esfmodel.text._refusals import limited, no_figure, odd_spaces
from esfmodel.text._spaces import ordinary_spaces
from esfmodel.values.dates import ISO_DAY, Date, calendar_date

if TYPE_CHECKING:
    from esfmodel.text._language import Language

_LONGEST = 100
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
        return InvalidValue("date", text, "is not one day with its year", _how_to_write(day_meant, language))
    days = _days_in_numbers(text, given)
    if len(days) > 1:
        readings = ordinary_spaces(" or ".join(long_date(day, language) for day in days))
        return InvalidValue("date", text, f"may mean {readings}", _how_to_write(days[0], language))
    if days:
        return InvalidValue("date", text, "has its month as a number", _how_to_write(days[0], language))
    return InvalidValue("date", text, "is not one day with its year", _how_to_write(example, language))


def _days_in_numbers(text: str, given: str) -> list[Date]:
    """Find the days that "1/10/2024" may mean, with the day or the month first."""
    numbers = _YEAR_LAST.fullmatch(given)
    if numbers is None:
        return []
    one, other, year = int(numbers[1]), int(numbers[3]), numbers[4]
    orders = dict.fromkeys([(other, one), (one, other)])
    return [_calendar_date(text, year, month, day) for month, day in orders if 1 <= month <= 12]


def _how_to_write(day: Date, language: Language) -> str:
    return f'write it as "{ordinary_spaces(long_date(day, language))}" or "{day.isoformat()}"'
