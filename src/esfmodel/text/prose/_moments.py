"""Times and durations in running text: "1 oktober 2024", "andra kvartalet 2021", "16 månader", "en treårsperiod".

Each time is found by itself; `_periods` joins them. One that may be something else, such as "241231", or that has no
year ("1 maj") is found too and marked as not certain: only the words around it decide.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from esfmodel.text.prose._words import DASHES, FIRM, Told, time_of_day
from esfmodel.text.prose.figures import Approximation, DurationRange, FigureKind, Found
from esfmodel.text.words.hedges import BLANK, Before, Hedge, any_of, approximation, hedge_after, hedge_before
from esfmodel.text.words.language import DASH, number_beginnings, number_word_pattern, read_number_word
from esfmodel.values.dates import days_in_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.text.prose._words import DurationWords, PeriodWords
    from esfmodel.text.words.language import Language

_YEAR_OF_CENTURY = "(?:19|20)[0-9]{2}"
_ISO_TIME = "(?:t[0-9]{2}:[0-9]{2}[0-9:.]{0,12}z?)?"
_MONTH = "0?[1-9]|1[0-2]"
_DAY = "0?[1-9]|[12][0-9]|3[01]"
_MOST_YEARS = 50
"""The longest distance between two years that are one period."""
_HALF_A_YEAR = 6
_HALF = Fraction(1, 2)
_LEAP_YEAR = 2000
_APOSTROPHES = "['\u2019]"


class Stated(NamedTuple):
    """The parts of a time that the text states."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


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
        at = match.lastindex or 0
        name, groups, _, certain = forms[at]
        parts: dict[str, str] = {}
        for letter in groups:
            at += 1
            if (text := match[at]) is not None:
                parts[letter] = text
        first, last = _read(name, parts, words)
        is_one = first is last
        if in_calendar(first) and (is_one or (in_calendar(last) and _is_in_order(name, first, last))):
            yield Moment(match.start(), match.end() - 1, first, last, name, certain)


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
def _time_scanner(words: PeriodWords) -> tuple[re.Pattern[str], dict[int, _Form]]:
    kinds: list[str] = []
    forms: dict[int, _Form] = {}
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
            forms[group] = form
            group += 1 + len(form.groups)
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


# --- Durations, in months
#
# Ages ("unga 16–24 år") and points in time ("för tio år sedan") are left out. A part of a month
# is found without a value, since a value is in whole months.

_MONTHS_A_YEAR = 12
_LEAST_AGE = 13
"""From this many years on, a number of years is an age unless words say otherwise: no project lasts so long."""
_REACH = 60
"""How many characters before a duration are searched for words about it."""


class _Fixed(NamedTuple):
    """A duration without a number, and the hedge within it: "ett knappt halvår"."""

    months: int
    hedge: Hedge | None = None


def find_durations(low: str, language: Language, words: DurationWords) -> Iterator[Found]:
    """Find the durations in readable text in lower case, in order of place.

    The time is linear in the length of the text.
    """
    one: Found | None = None
    for other in _durations(low, language, words):
        joined = None if one is None else _joined(low, one, other, words)
        if one is not None and joined is None:
            yield one
        one = joined or other
    if one is not None:
        yield one


def _joined(low: str, one: Found, other: Found, words: DurationWords) -> Found | None:
    """Return the range of two durations that each have a unit: "sex månader till två år"; None for two durations."""
    least, most = one.value, other.value
    if not isinstance(least, int) or not isinstance(most, int) or least >= most:
        return None
    if one.approx is not Approximation.EXACT or other.approx is not Approximation.EXACT:
        return None
    opening = _before(words.range_opens).search(low, max(0, one.start - _REACH), one.start)
    joint = _range_joint(words).fullmatch(low, one.end, other.start)
    if joint is None or (joint["list"] and opening is None):
        return None
    start = one.start if opening is None else opening.start()
    return one._replace(start=start, end=other.end, value=DurationRange(least, most))


def _durations(low: str, language: Language, words: DurationWords) -> Iterator[Found]:
    # Each match begins with the character before the duration, as in `moments`; so it starts where the duration does in
    # `low`, and ends one further.
    for match in _duration_scanner(language, words).finditer(f"\n{low}"):
        length, largest = _length(match, language, words)
        if not length:
            continue
        begins = match.start()
        told = _told_before(low, begins, words)
        start, end, hedge = _hedged(low, match, told, words)
        told_of_all = told if start == begins else _told_before(low, start, words)
        if _is_a_point(low, match, start, told_of_all, words):
            continue
        if _is_an_age(low, match, start, largest, told | told_of_all, words):
            continue
        value: int | DurationRange | None = int(length) if length.denominator == 1 else None
        if match["to"] is not None:
            hedge = hedge if hedge is Hedge.ABOUT else None
            value = _range(low, match, start, length, language, words)
        yield Found(FigureKind.DURATION, start, end, None, approximation(hedge), value, None)


def _told_before(low: str, start: int, words: DurationWords) -> frozenset[str]:
    """Return the patterns that may match right before a place, by the word that stands there."""
    before = low[max(0, start - _REACH) : start].rsplit(None, 1)
    return _told(words)[before[-1] if before else ""]


def _range(
    low: str, match: re.Match[str], start: int, high: Fraction | int, language: Language, words: DurationWords
) -> DurationRange | None:
    """Return the range of whole months; None for "12 respektive 24 månader", which are two durations."""
    half = _HALF if match["half"] else 0
    least = (_number_of_units(match["number"], language) + half) * _months_a_unit(match)
    is_list = match["list"] is not None and not _before(words.range_opens).search(low, start, match.start())
    if is_list or least > high or least.denominator != 1 or high.denominator != 1:
        return None
    return DurationRange(int(least), int(high))


def _length(match: re.Match[str], language: Language, words: DurationWords) -> tuple[Fraction | int, Fraction | int]:
    """Return the length in months (of a range, the longest), and the years when they may be an age, else 0."""
    if (fixed := match["fixed"]) is not None:
        return _fixed(words)[fixed.replace("\n", " ")].months, 0
    last = match["to"]
    number = _number_of_units(match["number"] if last is None else last, language)
    unit = _months_a_unit(match)
    length = (number + _HALF if match["half" if last is None else "last_half"] else number) * unit
    if (more := match["more"]) is not None:
        return length + _number_of_units(more, language), 0
    return length, number if unit > 1 and match["joined_years"] is None else 0


def _months_a_unit(match: re.Match[str]) -> int:
    return _MONTHS_A_YEAR if match["years"] or match["joined_years"] or match["adjective"] else 1


def _number_of_units(text: str, language: Language) -> Fraction | int:
    if text.isdecimal():
        return int(text)
    in_words = language.mixed_numbers.get(text, read_number_word(text, language))
    return Fraction(text.replace(",", ".") or "0") if in_words is None else in_words


def _hedged(
    low: str, match: re.Match[str], told: frozenset[str], words: DurationWords
) -> tuple[int, int, Hedge | None]:
    """Return the start and the end of a duration with the words beside it, and its hedge."""
    start, end = match.start(), match.end() - 1
    if match["to"] is not None and (opening := _before(words.range_opens).search(low, max(0, start - _REACH), start)):
        return opening.start(), end, None
    # The closest word counts: one within the duration, then before it, then after it.
    if (within := match["hedged"]) is not None:
        return start, end, words.hedges.within[within]
    if (fixed := match["fixed"]) is not None and (hedge := _fixed(words)[fixed.replace("\n", " ")].hedge):
        return start, end, hedge
    hedge, place = hedge_before(low, start, words.hedges)
    if hedge is not None and not _is_a_preposition(low, match, low[place:start].strip(), place, words):
        return place, end, hedge
    if "preposition" in told and (preposition := _preposition(words).search(low, max(0, start - _REACH), start)):
        word, place = preposition[1], preposition.start(1)
        hedge, after = words.only_after[word]
        if _is_before(_before(after), low, place):
            return place, end, hedge
    hedge, end = hedge_after(low, end, words.hedges)
    return start, end, hedge


def _is_a_preposition(low: str, match: re.Match[str], word: str, place: int, words: DurationWords) -> bool:
    """Whether the word before is a preposition and no hedge: "löper över tre år"."""
    if match["joined_years"] is not None or match["joined_months"] is not None or match["adjective"] is not None:
        return word in words.prepositions
    after = words.not_after.get(word)
    if after is None or not _is_before(_before(after), low, place):
        return False
    return not _summed(words).match(low, match.end() - 1)


def _is_a_point(low: str, match: re.Match[str], start: int, told: frozenset[str], words: DurationWords) -> bool:
    """Whether it says when something happened or will happen: "för tio år sedan", "om två år"."""
    if _after(words.points_after).match(low, match.end() - 1):
        return True
    if "point" not in told or not _is_before(_before(words.points_before), low, start):
        return False
    return not _is_before(_lengths(words), low, start)


def _is_an_age(
    low: str, match: re.Match[str], start: int, years: Fraction | int, told: frozenset[str], words: DurationWords
) -> bool:
    """Whether it is an age: by the words around it, or because it is too long for a duration."""
    end = match.end() - 1
    if _after(words.ages_after).match(low, end):
        return True
    if not years:
        return False
    if match["adjective"] is not None and _after(words.people).match(low, end):
        return True
    if match["adjective"] is not None and _after(words.lengths).match(low, end):
        return False
    # Only ages begin at 0: "0–6 år".
    if match["number"] == "0":
        return True
    if years >= _LEAST_AGE and not _is_before(_lasting(words), low, match.start()):
        return True
    return "age" in told and any(
        _is_before(pattern, low, place)
        for pattern in (_before(words.ages_before), _people(words))
        for place in {start, match.start()}
    )


def _is_before(pattern: Before, low: str, start: int) -> bool:
    return pattern.search(low, max(0, start - _REACH), start) is not None


@cache
def _told(words: DurationWords) -> Told:
    """Return what the word before a duration tells of the patterns that may end with it."""
    whole = {
        "point": _last_words(words.points_before),
        "age": _last_words((*words.ages_before, *words.people, *words.age_links)),
        "preposition": _last_words(words.only_after),
    }
    return Told(whole=whole)


@cache
def _fixed(words: DurationWords) -> Mapping[str, _Fixed]:
    plain = {phrase: _Fixed(months) for phrase, months in words.fixed.items()}
    hedged = {
        phrase.replace(" ", f" {word} ", 1): _Fixed(months, hedge)
        for phrase, months in words.fixed.items()
        if " " in phrase
        for word, hedge in words.hedges.within.items()
    }
    return MappingProxyType(plain | hedged)


def _joint(words: DurationWords) -> str:
    """Return the regular expression of what joins the ends of a range."""
    word = f"{any_of(words.range_words)}|(?P<list>{any_of(words.list_words)})"
    return rf"[ ]?{DASHES}{BLANK}?|-?{BLANK}(?:{word}){BLANK}"


@cache
def _range_joint(words: DurationWords) -> re.Pattern[str]:
    return re.compile(_joint(words))


@cache
def _duration_scanner(language: Language, words: DurationWords) -> re.Pattern[str]:
    in_words = rf"{number_word_pattern(language)}|{any_of(language.mixed_numbers)}"
    # The last three digits of "1 234 månader" are no number of months.
    whole = r"(?!(?<=[0-9] )[0-9]{3}(?![0-9]))[0-9]{1,3}+(?![0-9])"
    number = rf"{whole}(?:[.,][0-9]{{1,2}})?|{in_words}"
    # What a duration begins with is tried first, so that most numbers and words of a text are passed over at once.
    beside = _beginnings(
        (
            *words.months, *words.years, *words.year_adjectives, *words.year_compounds, *words.month_compounds,
            *words.range_words, *words.list_words, *words.either_words, *words.halves, *words.fillers,
            *words.ordinal_fillers, *words.hedges.within,
        )
    )  # fmt: skip
    digits = rf"½|[0-9]{{1,3}}+(?![0-9])(?:[.,][0-9]{{1,2}}+)?{BLANK}?(?:{DASHES}|{beside})"
    begins = rf"{digits}|{number_beginnings(language)}|{_beginnings(_fixed(words))}"
    numbers = (*language.number_words, *language.one, *language.mixed_numbers)
    first = any_of((*(word[:_FIRST] for word in (*numbers, *_fixed(words))), *"0123456789½"))
    half, last_half = (rf"(?:{BLANK}?(?P<{name}>{any_of(words.halves)}))?" for name in ("half", "last_half"))
    ordinal = rf"{any_of(words.ordinal_fillers)}(?={BLANK}[^\W\d_]+na?s?(?!\w))"
    after_unit = "|".join(f"(?<={re.escape(unit)}[{DASH}-])" for unit in (*words.months, *words.years))
    within = rf"(?P<hedged>{any_of(words.hedges.within)})"
    filler = rf"(?:{BLANK}(?:{any_of(words.fillers)}|{ordinal}|{within}))?"
    to = rf"(?:(?:{_joint(words)}|-?{BLANK}{any_of(words.either_words)}{BLANK})(?P<to>{number}|(?=½)){last_half})?"
    units = rf"(?:(?P<years>{any_of(words.years)})|{any_of(words.months)})(?!\w)"
    more = rf"(?:{BLANK}?{any_of(words.between_units)}{BLANK}(?P<more>{number}){BLANK}{any_of(words.months)}(?!\w))?"
    compound = (
        rf"{DASHES}?(?:(?P<joined_years>{any_of(words.year_compounds)})|(?P<joined_months>{any_of(words.month_compounds)}))"
        rf"(?!{any_of(words.other_compounds)})[^\W\d_]{{0,30}}(?!\w)"
    )
    adjective = rf"(?:{BLANK}|{DASHES})?(?P<adjective>{any_of(words.year_adjectives)})(?!\w)"
    measured = rf"{filler}(?:{BLANK}|{DASHES})?{units}{more}|{adjective}|{compound}"
    return re.compile(
        # After a dash only where a unit stands before it: "sex månader–två år".
        rf"[^\w/.,:+](?={first})(?={begins})(?<!\+ )(?:(?<![{DASH}-])|{after_unit})"
        rf"(?:(?P<fixed>{any_of(_fixed(words))})(?!\w)|(?P<number>{number}|(?=½)){half}{to}(?:{measured}))"
    )


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


def _beginnings(words: Iterable[str]) -> str:
    return any_of({word[:_TELLING] for word in words})


_TELLING = 6
_FIRST = 3

# "$" matches at the end position given to `search`, so the words before a duration are read without copying any text.


@cache
def _before(cues: tuple[str, ...]) -> Before:
    return Before(cues, rf"(?<!\w){any_of(cues)}{BLANK}[(]?$")


@cache
def _lengths(words: DurationWords) -> Before:
    return Before(words.points_before, rf"(?<!\w){any_of(words.lengths)}{BLANK}{any_of(words.points_before)}{BLANK}$")


@cache
def _after(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}{any_of(cues)}(?!\w)")


@cache
def _people(words: DurationWords) -> Before:
    return Before(
        (*words.people, *words.age_links),
        rf"(?<!\w){any_of(words.people)}(?:{BLANK}{any_of(words.age_links)}){{0,2}}{BLANK}[(]?$",
    )


@cache
def _lasting(words: DurationWords) -> Before:
    return Before(
        (*words.lasting, *words.hedges.before),
        rf"(?<!\w){any_of(words.lasting)}{BLANK}(?:{any_of(words.hedges.before)}{BLANK})?$",
    )


@cache
def _preposition(words: DurationWords) -> Before:
    return Before(words.only_after, rf"(?<!\w)({any_of(words.only_after)}){BLANK}$")


@cache
def _summed(words: DurationWords) -> re.Pattern[str]:
    # A word after a duration that makes it a sum, so that "över" before it is a hedge: "över två år totalt".
    return re.compile(rf"{BLANK}{any_of(words.hedges.links.fillers)}(?!\w)")
