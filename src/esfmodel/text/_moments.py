"""The times that stand in a text, each by itself: days, months, years and parts of years, as they are written.

What is half a time ("1 maj" without its year, "241231" that may be an amount) is given too, and marked: only what
stands beside it makes it one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._language import DASH, MINUS
from esfmodel.text._patterns import BLANK, any_of
from esfmodel.text._period_words import time_of_day
from esfmodel.values.dates import days_in_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.text._period_words import PeriodWords

_FIRM = "\N{NON-BREAKING HYPHEN}"
DASHES = f"(?:--|[-{_FIRM}{DASH}{MINUS}\u2010\u2012\u2014¿])"
"""The dashes between two times, the inverted question mark too, which a dash becomes when its encoding is misread."""

_YEAR = "(?:19|20)[0-9]{2}"
_MONTH = "0?[1-9]|1[0-2]"
_DAY = "0?[1-9]|[12][0-9]|3[01]"
_MOST_YEARS = 50
"""Periods of years of which the last is written with two figures are shorter than this."""
_APOSTROPHES = "['\u2019]"


class Stated(NamedTuple):
    """What is said of a time: its year, its month and its day, from the coarse to the fine."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Moment(NamedTuple):
    """A time that stands in the text from `start` up to `end`; `first` and `last` differ in "andra kvartalet 2021"."""

    start: int
    end: int
    first: Stated
    last: Stated
    form: str
    """How it is written; a half of one form is completed only by a whole of the same."""
    certain: bool
    """Whether it can be nothing else than a time."""


class _Form(NamedTuple):
    """A way to write a time: its regular expression, and what each of its groups says, by a letter.

    y year, m month, d day; z and e the last year and the last day or part where there are two; q the parts, n which.
    """

    name: str
    groups: str
    pattern: str
    certain: bool = True


def moments(plain: str, words: PeriodWords) -> Iterator[Moment]:
    """Find every time in readable text in lower case, in order of place; what is not in the calendar is left out."""
    scanner, forms = _scanner(words)
    for match in scanner.finditer(plain):
        # The outer group of a form closes last, so it is the last one matched.
        at = match.lastindex or 0
        form = forms[at]
        groups = zip(form.groups, match.groups()[at:], strict=False)
        said = {letter: text for letter, text in groups if text is not None}
        first, last = _read(form.name, said, words)
        if in_calendar(first) and in_calendar(last) and _follow(form.name, first, last):
            yield Moment(match.start(), match.end(), first, last, form.name, form.certain)


def _read(name: str, said: dict[str, str], words: PeriodWords) -> tuple[Stated, Stated]:
    """Read what the groups of a form say; the two are alike when only one time is meant."""
    year, day = _year(said.get("y")), _number(said.get("d"))
    month = None if "m" not in said else words.months.get(said["m"]) or int(said["m"])
    last_year = year if year is None or "z" not in said else _later_year(year, said["z"])
    if name == "years" and (last_year or 0) - (year or 0) > _MOST_YEARS and int(said["z"]) <= 12:
        # "2019-05" is no period of years.
        month, last_year = int(said["z"]), year
    if name == "turn":
        # Between two days: what starts then starts on the second, what ends then ends on the first.
        return Stated(last_year, 1, 1), Stated(year, 12, 31)
    if name == "part":
        length = words.parts[said["q"]]
        number = words.ordinals[said["n"]] if said["n"] in words.ordinals else int(said["n"])
        first = number or 12 // length
        last = int(said.get("e", first))
        return Stated(year, length * (first - 1) + 1), Stated(year, length * last)
    return Stated(year, month, day), Stated(last_year, month, _number(said.get("e")) or day)


def _year(digits: str | None) -> int | None:
    """Read a year; of two figures, one from 1950 to 2049."""
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 50 else 1900)


def _later_year(year: int, digits: str) -> int:
    """Read the year after a dash or a stroke, of which only the last two figures may be written."""
    if len(digits) == 4:
        return int(digits)
    return year + (int(digits) - year) % 100


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _follow(name: str, first: Stated, last: Stated) -> bool:
    """Tell whether two years may be the ends of a period: with a stroke between them, one and the next."""
    years = (last.year or 0) - (first.year or 0)
    return years == 1 if name == "split" else years < _MOST_YEARS


def in_calendar(stated: Stated) -> bool:
    """Tell whether there is such a month and day; without a year, whether there may be one."""
    if stated.month is None:
        return True
    year = 2000 if stated.year is None else stated.year
    return stated.month <= 12 and (stated.day is None or stated.day <= days_in_month(year, stated.month))


@cache
def _scanner(words: PeriodWords) -> tuple[re.Pattern[str], dict[int, _Form]]:
    patterns: list[str] = []
    forms: dict[int, _Form] = {}
    group = 1
    for form in _forms(words):
        patterns.append(f"({form.pattern})")
        forms[group] = form
        group += 1 + re.compile(form.pattern).groups
    return re.compile(rf"(?<![\w/@#])(?={_beginnings(words)})(?:{'|'.join(patterns)})(?!\w)"), forms


def _beginnings(words: PeriodWords) -> str:
    """Give what a time may begin with, which is asked first: most words are none, and are passed over at once."""
    kinds = (words.months, words.seasons, words.short_seasons, words.ordinals, words.parts, words.years)
    every = {*chain(*kinds, words.split_years), words.turn_of_year}
    by_letter: dict[str, set[str]] = {}
    for word in every:
        by_letter.setdefault(word[0], set()).add(word[1:3])
    letters = (f"{letter}{any_of(following)}" for letter, following in sorted(by_letter.items()) if letter.isalpha())
    return "|".join(("[0-9]", *letters))


def _forms(words: PeriodWords) -> tuple[_Form, ...]:
    """List the forms, each before what is a part of it."""
    month, season = rf"({any_of(words.months)})(?!\w)", any_of(words.seasons)
    season = f"{season}(?:/{season})?"
    # "Jul 2024" is Christmas, and "1 jul 2024" a day in July.
    lone_month = rf"({any_of(word for word in words.months if word not in words.seasons)})(?!\w)"
    clock = rf"(?:{BLANK}{time_of_day(words)},?)?"
    of_month = (
        rf"(?:\.?(?:(?:{BLANK}{words.month_word})?,?{clock}{BLANK}(?:{words.year}{BLANK})?({_YEAR})(?!\w)"
        rf"|{BLANK}?(?:-|{_APOSTROPHES})([0-9]{{2}})(?![\w:/-]|\.[0-9]|{BLANK}{any_of(words.months)}))?)"
    )
    until = rf"{BLANK}{any_of(words.ending)}{BLANK}(?:{words.article}{BLANK})?"
    ordinal, part, of = any_of(words.ordinals), any_of(words.parts), f"(?:,?{BLANK}{any_of(words.part_of)})?"
    years, terms = any_of(words.years), any_of(words.short_seasons)
    mark, two_months, two_days = f"[-{DASH}{_FIRM}./]", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
    whole = f"(?![-{DASH}.:/][0-9]{{1,3}}(?![0-9]))"
    no_more = f"(?![-{DASH}.:/]?[0-9])"
    day, number = f"({_DAY})", f"({_MONTH})"
    return (
        _Form("iso", "ymd", f"({_YEAR}){mark}{two_months}{mark}{two_days}"),
        _Form("compact", "ymd", f"({_YEAR}){two_months}{two_days}", certain=False),
        _Form("short", "ymd", f"([0-9]{{2}})-{two_months}-{two_days}", certain=False),
        _Form("short", "ymd", f"([0-9]{{2}}){two_months}{two_days}", certain=False),
        _Form("dotted", "dmy", rf"{day}\. ?{number}\. ?({_YEAR})"),
        _Form("dotted", "dmy", rf"{day}\.{number}\.([0-9]{{2}})", certain=False),
        _Form("dotted", "dm", rf"{day}\.{number}\.?(?![0-9])", certain=False),
        _Form("slash", "dmy", f"{day}/{number}(?: ?- ?|,? )({_YEAR})"),
        # With the month first, too, it would be a day: only a day beyond the twelfth tells.
        _Form("slash", "dmy", f"(1[3-9]|2[0-9]|3[01])/{number}/({_YEAR})"),
        _Form("slash", "dm", f"{day}/{number}(?!/?[0-9])", certain=False),
        _Form("figures", "my", f"{number}/({_YEAR})", certain=False),
        _Form("words", "demyy", f"{day}(?: ?{DASHES} ?|{until}){day}{BLANK}{month}{of_month}"),
        _Form("words", "dmyy", rf"{day}{any_of(words.day_endings)}?{BLANK}{month}{of_month}"),
        _Form("words", "mdy", f"{month}{BLANK}{day},?{BLANK}({_YEAR})"),
        _Form("part", "nqy", f"({ordinal}){BLANK}({part}){of}{BLANK}({_YEAR})"),
        _Form("part", "qny", f"({part}){BLANK}?([1-4]){of},?[ \n/-]?({_YEAR})"),
        _Form("part", "qney", f"({part}){BLANK}?([1-4]){DASHES}([1-4]){BLANK}({_YEAR})"),
        _Form("turn", "yz", f"{words.turn_of_year}{BLANK}({_YEAR})[-{DASH}/]({_YEAR}|[0-9]{{2}})"),
        _Form("month", "myy", f"{lone_month}{of_month}"),
        _Form("split", "yz", f"(?:{any_of(words.split_years)}{BLANK})?({_YEAR})/({_YEAR})(?![:/])"),
        _Form("split", "yz", f"{any_of(words.split_years)}{BLANK}({_YEAR})/([0-9]{{2}})(?![:/])"),
        _Form("years", "yz", f"{years}{BLANK}({_YEAR})[-{DASH}]([0-9]{{2}}){no_more}"),
        _Form("years", "yz", f"({_YEAR})(?:{DASH}|-(?=1[3-9]|[2-9]))([0-9]{{2}}){no_more}"),
        _Form("iso month", "ym", f"({_YEAR})-{two_months}(?!-?[0-9])"),
        _Form("genitive", "y", f"({_YEAR}){BLANK}{words.of_year}"),
        _Form("season", "y", f"{season}{BLANK}(?:{words.year}{BLANK})?({_YEAR}){whole}"),
        _Form("year", "y", f"(?:{years}{BLANK})?({_YEAR}){whole}"),
        _Form(
            "season",
            "y",
            rf"{terms}{BLANK}?(?:-|{_APOSTROPHES})?([0-9]{{2}})(?![-.:,%]?[0-9]|{BLANK}?%)",
        ),
        _Form("season", "", season, certain=False),
    )
