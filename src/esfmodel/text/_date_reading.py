"""Days as people write them, read strictly: the whole text is one day, or it says why not."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.text._dates import long_date
from esfmodel.text._number_reading import checked_text
from esfmodel.text._refusals import no_figure
from esfmodel.text._spaces import ordinary_spaces
from esfmodel.values._dates import Date, calendar_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text._language import Language

_LONGEST = 100
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")


@cache
def month_numbers(language: Language) -> Mapping[str, int]:
    """Number the months by their names in lower case."""
    return MappingProxyType({month.casefold(): number for number, month in enumerate(language.months, 1)})


@cache
def _long_pattern(language: Language) -> re.Pattern[str]:
    months = "|".join(month_numbers(language))
    return re.compile(rf"(?:{language.day_article} )?([0-9]{{1,2}}) ({months}) ([0-9]{{4}})")


def parse_date(text: str, language: Language) -> Date:
    """Read one day, with the name of its month or as in ISO 8601."""
    given = ordinary_spaces(checked_text(text, "date", _LONGEST)).casefold()
    if iso := _ISO.fullmatch(given):
        return calendar_date(int(iso[1]), int(iso[2]), int(iso[3]), place="date", given=text)
    if found := _long_pattern(language).fullmatch(given):
        month = month_numbers(language)[found[2]]
        return calendar_date(int(found[3]), month, int(found[1]), place="date", given=text)
    raise no_figure("date", text, language) or _not_a_date(text, given, language)


def _not_a_date(text: str, given: str, language: Language) -> InvalidValue:
    example = Date(2024, 10, 1)
    days = _days_in_numbers(text, given)
    if len(days) > 1:
        readings = ordinary_spaces(" or ".join(long_date(day, language) for day in days))
        return InvalidValue("date", text, f"may mean {readings}", _how_to_write(example, language))
    if days:
        return InvalidValue("date", text, "has its month as a number", _how_to_write(days[0], language))
    return InvalidValue("date", text, "is not one day with its year", _how_to_write(example, language))


def _days_in_numbers(text: str, given: str) -> list[Date]:
    """Find the days that "1/10/2024" may mean, with the day or the month first."""
    numbers = _NUMBERS.fullmatch(given)
    if numbers is None:
        return []
    one, other, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    orders = dict.fromkeys([(other, one), (one, other)])
    return [calendar_date(year, month, day, place="date", given=text) for month, day in orders if 1 <= month <= 12]


def _how_to_write(day: Date, language: Language) -> str:
    return f'write it as "{ordinary_spaces(long_date(day, language))}" or "{day.isoformat()}"'
