"""Times in running text: "1 oktober 2024", "andra kvartalet 2021", "hösten 2023".

Each time is found by itself; `_periods` joins them. One that may be something else, such as "241231", or that has no
year ("1 maj") is found too and marked as not certain: only the words around it decide.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from esfmodel.text.prose._prose import made
from esfmodel.text.prose._words import DASHES, FIRM, time_of_day
from esfmodel.text.words.hedges import BLANK, any_of
from esfmodel.text.words.language import DASH
from esfmodel.values.dates import days_in_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.text.prose._words import PeriodWords
    from esfmodel.values.period import Precision

_YEAR_OF_CENTURY = "(?:19|20)[0-9]{2}"
_ISO_TIME = "(?:t[0-9]{2}:[0-9]{2}[0-9:.]{0,12}z?)?"
_MONTH = "0?[1-9]|1[0-2]"
_DAY = "0?[1-9]|[12][0-9]|3[01]"
_MOST_YEARS = 50
"""The longest distance between two years that are one period."""
_HALF_A_YEAR = 6
_LEAP_YEAR = 2000
_APOSTROPHES = "['\u2019]"


class Stated(NamedTuple):
    """The parts of a time that the text states."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """How finely the time is stated."""
        return "year" if self.month is None else "month" if self.day is None else "day"


class Moment(NamedTuple):
    """A time in the text from `start` up to `end`; `first` and `last` differ in "andra kvartalet 2021"."""

    start: int
    end: int
    first: Stated
    last: Stated
    form: str
    """How it is written; a time without its year takes that of another in the same form only."""
    certain: bool
    """Whether it can only be a time."""


class _Form(NamedTuple):
    """A way to write a time: its regular expression, and one letter for each group in it.

    y year, m month, d day; z last year, l last month, e last day or part; q kind of part (quarter), n its number.
    """

    name: str
    groups: str
    pattern: str
    certain: bool = True


_Forms: TypeAlias = "Mapping[str, tuple[_Form, ...]]"


def moments(plain: str, words: PeriodWords) -> Iterator[Moment]:
    """Find every time in text in lower case, in order of place; days that do not exist are left out."""
    scanner, forms = _time_scanner(words)
    # Each match begins with the character before the time, which `re` seeks much faster than a place without letters.
    for match in scanner.finditer(f"\n{plain}"):
        # The group around the whole form closes last, so `lastindex` tells which form matched.
        form, groups = forms[match.lastindex or 0]
        stated = _stated(form, tuple(map(match.group, groups)), words)
        if stated is not None:
            yield made(Moment, (match.start(), match.end() - 1, *stated, form.name, form.certain))


@lru_cache(maxsize=1024)
def _stated(form: _Form, texts: tuple[str | None, ...], words: PeriodWords) -> tuple[Stated, Stated] | None:
    """Return the first and the last time of what the groups of a form match; None for days that do not exist.

    The same times recur in a text, and in all texts of a programme.
    """
    parts = {letter: text for letter, text in zip(form.groups, texts, strict=True) if text is not None}
    first, last = _read(form.name, parts, words)
    if not in_calendar(first):
        return None
    is_one = first is last
    return (first, last) if is_one or (in_calendar(last) and _is_in_order(form.name, first, last)) else None


def _read(name: str, parts: Mapping[str, str], words: PeriodWords) -> tuple[Stated, Stated]:
    """Read the groups of a form; the first and the last are one object when only one time is stated."""
    year = _year(parts["y"]) if "y" in parts else None
    month = _month(parts["m"], words) if "m" in parts else None
    if "d" in parts:
        stated = Stated(year, month, _day(parts["d"], year, month, words))
        return stated, (stated if "e" not in parts else Stated(year, month, int(parts["e"])))
    if "z" in parts:
        last_year = _later_year(year or 0, parts["z"])
        if name == "turn":
            # New Year lies between two days: a start then is on the second, an end on the first.
            return Stated(last_year, 1, 1), Stated(year, 12, 31)
        if name == "years" and last_year - (year or 0) > _MOST_YEARS and int(parts["z"]) <= 12:
            # "2019–05" is a month.
            stated = Stated(year, int(parts["z"]))
            return stated, stated
        return Stated(year), Stated(last_year)
    if name == "half turn":
        return Stated(year, _HALF_A_YEAR + 1), Stated(year, _HALF_A_YEAR)
    if name == "month turn":
        return Stated(year, _month(parts["l"], words)), Stated(year, month)
    if name == "part":
        length = words.parts[parts["q"]]
        number = words.ordinals[parts["n"]] if parts["n"] in words.ordinals else int(parts["n"])
        first = number or 12 // length  # the ordinal "sista" is 0
        last = int(parts.get("e", first))
        return Stated(year, length * (first - 1) + 1), Stated(year, length * last)
    stated = Stated(year, month)
    return stated, stated


def _year(digits: str) -> int:
    """Read a year; two figures are one of 1950 to 2049."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _month(name: str, words: PeriodWords) -> int:
    return words.months.get(name) or int(name)


def _day(text: str, year: int | None, month: int | None, words: PeriodWords) -> int:
    """Read the number of a day, in figures or in words; 0 is the last of its month."""
    number = words.days[text] if text in words.days else int(text)
    return number or days_in_month(year or _LEAP_YEAR, month or 1)


def _later_year(year: int, digits: str) -> int:
    """Read the year after a dash or a stroke, where two figures may do: "2014–20", "1999/00"."""
    if len(digits) == 4:
        return int(digits)
    return year + (int(digits) - year) % 100


def _is_in_order(name: str, first: Stated, last: Stated) -> bool:
    """Whether two times may follow each other; with a stroke ("2015/16", "maj/juni") only one and the next.

    So with "och": "12 och 13 maj" is a period, "12 och 19 maj" is not.
    """
    years = (last.year or 0) - (first.year or 0)
    if name == "days":
        return last.day == (first.day or 0) + 1
    if name == "month turn":
        return first.month == (last.month or 0) + 1
    return years == 1 if name == "split" else years < _MOST_YEARS


def in_calendar(stated: Stated) -> bool:
    """Whether the month and day exist; without a year, 29 February does."""
    if stated.month is None:
        return True
    year = _LEAP_YEAR if stated.year is None else stated.year
    return stated.month <= 12 and (stated.day is None or stated.day <= days_in_month(year, stated.month))


@cache
def _time_scanner(words: PeriodWords) -> tuple[re.Pattern[str], dict[int, tuple[_Form, range]]]:
    """Return the pattern of all forms, and by the number of the group around a form, the form and its own groups."""
    kinds: list[str] = []
    forms: dict[int, tuple[_Form, range]] = {}
    group = 1
    # "Kl. 9 till den 4 maj" begins with an hour.
    no_hour = "".join(f"(?<!{re.escape(word)}{blank})" for word in words.clock for blank in ("", BLANK))
    # How a form begins is tried once for all forms in figures and once for all in words, so that most of a text is
    # passed over at once, and then once for all that begin alike.
    starts = (_figures_of_a_time(words), _words_of_a_time(words))
    for begins, alike in zip(starts, _forms(words), strict=True):
        each = (f"(?={start})(?:{'|'.join(f'({form.pattern})' for form in those)})" for start, those in alike.items())
        kinds.append(f"(?={begins}){no_hour}(?:{'|'.join(each)})")
        for form in chain.from_iterable(alike.values()):
            following = group + 1 + len(form.groups)
            forms[group] = form, range(group + 1, following)
            group = following
    first = any_of((*_words_of_times(words), *words.split_years, *"0123456789"))
    return re.compile(rf"[^\w/@#](?={first})(?:{'|'.join(kinds)})(?!\w)"), forms


def _figures_of_a_time(words: PeriodWords) -> str:
    """Return the regular expression of what the forms in figures begin with, and what is beside a day or a month."""
    beside = any_of((*words.months, *words.ending, *words.and_words))
    day = rf"[0-9]{{1,2}}(?:[^\w\s]|{BLANK}(?:[^\w\s]|{beside}))"
    return f"(?=[0-9])(?:{_YEAR_OF_CENTURY}|{day}|[0-9]{{6}}|{any_of(words.ordinals)})"


def _words_of_a_time(words: PeriodWords) -> str:
    """Return the regular expression of what the forms in words begin with."""
    whole = rf"{any_of(_words_of_times(words))}(?![^\W\d_])"
    return rf"(?=[^\W\d_])(?:{whole}|{any_of(words.split_years)}{BLANK}[0-9])"


def _words_of_times(words: PeriodWords) -> frozenset[str]:
    kinds = (
        words.months, words.seasons, words.short_seasons, words.ordinals, words.parts, words.years, words.days,
        (words.turn_of_year, words.turn_of_half_year, words.turn_of_month),
    )  # fmt: skip
    return frozenset(chain(*kinds))


def _forms(words: PeriodWords) -> tuple[_Forms, _Forms]:
    """Return the forms in figures and those in words, by the regular expression of how they begin."""
    # The first form that matches wins, so each stands before those that match a part of it.
    month, season = rf"({any_of(words.months)})(?!\w)", any_of(words.seasons)
    season = f"{season}(?:/{season})?"
    # "Jul 2024" is Christmas, and "1 jul 2024" a day in July.
    lone_month = rf"({any_of(word for word in words.months if word not in words.seasons)})(?!\w)"
    clock = rf"(?:{BLANK}{time_of_day(words)},?)?"
    # The year of a month is in one of two groups (so `groups` has yy): four figures, or two after a dash or apostrophe.
    of_month = (
        rf"(?:\.?(?:(?:{BLANK}{words.month_word})?,?{clock}{BLANK}(?:{words.year}{BLANK})?({_YEAR_OF_CENTURY})(?!\w)"
        rf"|{BLANK}?(?:-|{_APOSTROPHES})([0-9]{{2}})(?![\w:/-]|\.[0-9]|{BLANK}{any_of(words.months)}))?)"
    )
    until = rf"{BLANK}{any_of(words.ending)}{BLANK}(?:{words.article}{BLANK})?"
    ordinal, part, of = any_of(words.ordinals), any_of(words.parts), f"(?:,?{BLANK}{any_of(words.part_of)})?"
    # In "3 år 2023–2025" the word belongs to the number before.
    years, terms = f"(?<![0-9]{BLANK}){any_of(words.years)}", any_of(words.short_seasons)
    mark, two_months, two_days = f"[-{DASH}{FIRM}./]", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
    # "2019-123" is a reference and "2019:12" a statute; "2019-2021" begins with a year.
    whole = f"(?![-{DASH}.:/][0-9]{{1,3}}(?![0-9]))"
    no_more = f"(?![-{DASH}.:/]?[0-9])"
    no_month = f"(?!/?[0-9]|-[0-9]{{1,2}}(?![/0-9])|{BLANK}{any_of(words.months)})"
    day, number, split = f"({_DAY})", f"({_MONTH})", any_of(words.split_years)
    numbered_part = _Form("part", "nqy", f"({ordinal}){BLANK}({part}){of}{BLANK}({_YEAR_OF_CENTURY})")
    in_figures = {
        r"[0-9]{1,2}+(?:[.-]|[ ]?/)": (
            _Form("short", "ymd", f"([0-9]{{2}})-{two_months}-{two_days}", certain=False),
            _Form("dotted", "dmy", rf"{day}\. ?{number}\. ?({_YEAR_OF_CENTURY})"),
            _Form("dotted", "dmy", rf"{day}\.{number}\.([0-9]{{2}})", certain=False),
            _Form("dotted", "dm", rf"{day}\.{number}\.?(?![0-9])", certain=False),
            _Form("slash", "dmy", f"{day}/{number}(?: ?- ?|,? )({_YEAR_OF_CENTURY})"),
            # "3/4/2024" may be in April or in March; a day after the twelfth can be read in one way only.
            _Form("slash", "dmy", f"(1[3-9]|2[0-9]|3[01]) ?/ ?{number} ?/ ?({_YEAR_OF_CENTURY})"),
            # "3/4-12" may be days in April; a year after the twelfth is no month.
            _Form("slash", "dmy", f"{day}/{number} ?- ?(1[3-9]|[2-4][0-9]){no_month}"),
            _Form("slash", "dm", f"{day}/{number}(?!/?[0-9])", certain=False),
            _Form("figures", "my", f"{number}/({_YEAR_OF_CENTURY})", certain=False),
        ),
        "[0-9]{1,2}+(?![0-9])": (
            _Form("words", "demyy", f"{day}(?: ?{DASHES} ?|{until}){day}{BLANK}{month}{of_month}"),
            _Form("days", "demyy", f"{day}{BLANK}{any_of(words.and_words)}{BLANK}{day}{BLANK}{month}{of_month}"),
            _Form("words", "dmyy", rf"{day}{any_of(words.day_endings)}?{BLANK}{month}{of_month}"),
            numbered_part,
        ),
        f"[0-9]{{4}}(?:{mark}|[ ][/0-9])": (
            _Form("iso", "ymd", f"({_YEAR_OF_CENTURY}){mark}{two_months}{mark}{two_days}{_ISO_TIME}"),
            _Form("iso", "ymd", f"({_YEAR_OF_CENTURY}) / {two_months} / {two_days}"),
            _Form("iso", "ymd", f"({_YEAR_OF_CENTURY}) {two_months} {two_days}", certain=False),
            _Form("split", "yz", f"({_YEAR_OF_CENTURY})/({_YEAR_OF_CENTURY})(?![:/])"),
            _Form("years", "yz", f"({_YEAR_OF_CENTURY})(?:{DASH}|-(?=1[3-9]|[2-9]))([0-9]{{2}}){no_more}"),
            _Form("iso month", "ym", f"({_YEAR_OF_CENTURY})-{two_months}(?!-?[0-9])"),
        ),
        "[0-9]{4}(?![0-9])": (
            _Form("genitive", "y", f"({_YEAR_OF_CENTURY}){BLANK}{words.of_year}"),
            _Form("year", "y", f"({_YEAR_OF_CENTURY}){whole}"),
        ),
        "[0-9]{6}": (
            _Form("compact", "ymd", f"({_YEAR_OF_CENTURY}){two_months}{two_days}", certain=False),
            _Form("short", "ymd", f"([0-9]{{2}}){two_months}{two_days}", certain=False),
        ),
    }
    in_words = {
        "": (
            _Form("words", "dmyy", rf"({any_of(words.days)}){BLANK}{month}{of_month}"),
            _Form("words", "mdy", f"{month}{BLANK}{day},?{BLANK}({_YEAR_OF_CENTURY})"),
            numbered_part,
            _Form("part", "qny", f"({part}){BLANK}?([1-4]){of},?[ \n/-]?({_YEAR_OF_CENTURY})"),
            _Form("part", "qney", f"({part}){BLANK}?([1-4]){DASHES}([1-4]){BLANK}({_YEAR_OF_CENTURY})"),
            _Form(
                "turn",
                "yz",
                f"{words.turn_of_year}{BLANK}({_YEAR_OF_CENTURY})[-{DASH}/]({_YEAR_OF_CENTURY}|[0-9]{{2}})",
            ),
            _Form("half turn", "y", f"{words.turn_of_half_year}{BLANK}(?:{words.year}{BLANK})?({_YEAR_OF_CENTURY})"),
            _Form("month turn", "mlyy", f"{words.turn_of_month}{BLANK}{month} ?[-{DASH}/] ?{month}{of_month}"),
            _Form("month", "myy", f"{lone_month}{of_month}"),
            _Form("split", "yz", f"{split}{BLANK}({_YEAR_OF_CENTURY})/({_YEAR_OF_CENTURY}|[0-9]{{2}})(?![:/])"),
            _Form("years", "yz", f"{years}{BLANK}({_YEAR_OF_CENTURY})[-{DASH}]([0-9]{{2}}){no_more}"),
            _Form("season", "y", f"{season}{BLANK}(?:{words.year}{BLANK})?({_YEAR_OF_CENTURY}){whole}"),
            _Form("year", "y", f"{years}{BLANK}({_YEAR_OF_CENTURY}){whole}"),
            _Form("season", "y", rf"{terms}{BLANK}?(?:-|{_APOSTROPHES})?([0-9]{{2}})(?![-.:,%]?[0-9]|{BLANK}?%)"),
            _Form("season", "", season, certain=False),
        ),
    }
    return in_figures, in_words
