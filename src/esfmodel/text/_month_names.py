"""Days and months with their names, as they are read: "1 oktober", "den 1:a okt.", "October 1, 2024"."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text._language import Language

_NUMBERS = re.compile("[0-9]+")


class Named(NamedTuple):
    """What words say of a day: each part that they state."""

    year: int | None
    month: int | None
    day: int | None


@cache
def _months(language: Language) -> Mapping[str, int]:
    """Number the months by their names and by what these are shortened to, in lower case."""
    names = {month.casefold(): number for number, month in enumerate(language.months, 1)}
    return MappingProxyType({**language.months_short, **names})


@cache
def month_pattern(language: Language) -> str:
    """Give the regular expression of a month in lower case; like the others here it captures nothing."""
    shortened = "|".join(language.months_short)
    return rf"(?:{'|'.join(map(str.casefold, language.months))}|(?:{shortened})\.?)"


@cache
def number_of_day_pattern(language: Language) -> str:
    """Give the regular expression of the number of a day: "1", "1:a" or "den 1"."""
    endings = "|".join(map(re.escape, language.day_endings))
    return f"(?:{language.day_article} )?[0-9]{{1,2}}(?:{endings})?"


@cache
def day_pattern(language: Language) -> str:
    """Give the regular expression of a day with its month, in lower case."""
    day, month = number_of_day_pattern(language), month_pattern(language)
    return f"(?:{day} {month}|{month} {day},?)" if language.month_first else f"{day} {month}"


def read_named(words: str, language: Language) -> Named:
    """Read what a day or a month with its name has matched: a number of four digits is the year, a shorter one the day.

    >>> from esfmodel.text._swedish import SWEDISH
    >>> read_named("den 1:a okt. 2024", SWEDISH), read_named("maj", SWEDISH)
    (Named(year=2024, month=10, day=1), Named(year=None, month=5, day=None))
    """
    numbers = {len(number) == 4: int(number) for number in _NUMBERS.findall(words)}
    month = re.search(month_pattern(language), words)
    number = None if month is None else _months(language)[month[0].removesuffix(".")]
    return Named(numbers.get(True), number, numbers.get(False))
