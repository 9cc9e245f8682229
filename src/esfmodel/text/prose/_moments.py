"""The times that stand in a text, each by itself: days, months, years and parts of years, as they are written.

What is half a time ("1 maj" without its year, "241231" that may be an amount) is given too, and marked: only what
stands beside it makes it one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._words import time_of_day
from esfmodel.text.prose.figures import FigureKind, Found
from esfmodel.text.words.hedges import BLANK, any_of, approximation, hedge_after, hedge_before, lower
from esfmodel.text.words.language import DASH, MINUS, number_word_pattern, read_number_word
from esfmodel.values.dates import days_in_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.text.prose._words import DurationWords, PeriodWords
    from esfmodel.text.words.hedges import Hedge
    from esfmodel.text.words.language import Language

_FIRM = "\N{NON-BREAKING HYPHEN}"
DASHES = f"(?:--|[-{_FIRM}{DASH}{MINUS}\u2010\u2012\u2014¿])"
"""The dashes between two times, the inverted question mark too, which a dash becomes when its encoding is misread."""

_YEAR_OF_CENTURY = "(?:19|20)[0-9]{2}"
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
        rf"(?:\.?(?:(?:{BLANK}{words.month_word})?,?{clock}{BLANK}(?:{words.year}{BLANK})?({_YEAR_OF_CENTURY})(?!\w)"
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
        _Form("iso", "ymd", f"({_YEAR_OF_CENTURY}){mark}{two_months}{mark}{two_days}"),
        _Form("compact", "ymd", f"({_YEAR_OF_CENTURY}){two_months}{two_days}", certain=False),
        _Form("short", "ymd", f"([0-9]{{2}})-{two_months}-{two_days}", certain=False),
        _Form("short", "ymd", f"([0-9]{{2}}){two_months}{two_days}", certain=False),
        _Form("dotted", "dmy", rf"{day}\. ?{number}\. ?({_YEAR_OF_CENTURY})"),
        _Form("dotted", "dmy", rf"{day}\.{number}\.([0-9]{{2}})", certain=False),
        _Form("dotted", "dm", rf"{day}\.{number}\.?(?![0-9])", certain=False),
        _Form("slash", "dmy", f"{day}/{number}(?: ?- ?|,? )({_YEAR_OF_CENTURY})"),
        # With the month first, too, it would be a day: only a day beyond the twelfth tells.
        _Form("slash", "dmy", f"(1[3-9]|2[0-9]|3[01])/{number}/({_YEAR_OF_CENTURY})"),
        _Form("slash", "dm", f"{day}/{number}(?!/?[0-9])", certain=False),
        _Form("figures", "my", f"{number}/({_YEAR_OF_CENTURY})", certain=False),
        _Form("words", "demyy", f"{day}(?: ?{DASHES} ?|{until}){day}{BLANK}{month}{of_month}"),
        _Form("words", "dmyy", rf"{day}{any_of(words.day_endings)}?{BLANK}{month}{of_month}"),
        _Form("words", "mdy", f"{month}{BLANK}{day},?{BLANK}({_YEAR_OF_CENTURY})"),
        _Form("part", "nqy", f"({ordinal}){BLANK}({part}){of}{BLANK}({_YEAR_OF_CENTURY})"),
        _Form("part", "qny", f"({part}){BLANK}?([1-4]){of},?[ \n/-]?({_YEAR_OF_CENTURY})"),
        _Form("part", "qney", f"({part}){BLANK}?([1-4]){DASHES}([1-4]){BLANK}({_YEAR_OF_CENTURY})"),
        _Form(
            "turn", "yz", f"{words.turn_of_year}{BLANK}({_YEAR_OF_CENTURY})[-{DASH}/]({_YEAR_OF_CENTURY}|[0-9]{{2}})"
        ),
        _Form("month", "myy", f"{lone_month}{of_month}"),
        _Form(
            "split", "yz", f"(?:{any_of(words.split_years)}{BLANK})?({_YEAR_OF_CENTURY})/({_YEAR_OF_CENTURY})(?![:/])"
        ),
        _Form("split", "yz", f"{any_of(words.split_years)}{BLANK}({_YEAR_OF_CENTURY})/([0-9]{{2}})(?![:/])"),
        _Form("years", "yz", f"{years}{BLANK}({_YEAR_OF_CENTURY})[-{DASH}]([0-9]{{2}}){no_more}"),
        _Form("years", "yz", f"({_YEAR_OF_CENTURY})(?:{DASH}|-(?=1[3-9]|[2-9]))([0-9]{{2}}){no_more}"),
        _Form("iso month", "ym", f"({_YEAR_OF_CENTURY})-{two_months}(?!-?[0-9])"),
        _Form("genitive", "y", f"({_YEAR_OF_CENTURY}){BLANK}{words.of_year}"),
        _Form("season", "y", f"{season}{BLANK}(?:{words.year}{BLANK})?({_YEAR_OF_CENTURY}){whole}"),
        _Form("year", "y", f"(?:{years}{BLANK})?({_YEAR_OF_CENTURY}){whole}"),
        _Form(
            "season",
            "y",
            rf"{terms}{BLANK}?(?:-|{_APOSTROPHES})?([0-9]{{2}})(?![-.:,%]?[0-9]|{BLANK}?%)",
        ),
        _Form("season", "", season, certain=False),
    )


# Durations in running text, in months: "16 månader", "tre år", "en treårsperiod", "ett och ett halvt år". Ages ("unga
# 16–24 år") and points in time ("för tio år sedan") are none. A range ("12–24 månader") is found and has no value, as
# has a duration that is no whole number of months: both are known, and neither is a number of months.

_YEAR = 12
_OLD = 13
"""From so many years on a number of years is an age, unless words say otherwise: nothing is funded for so long."""
_REACH = 60


class _Fixed(NamedTuple):
    """A duration without a number, and what a word within it makes of it: "ett knappt halvår"."""

    months: int
    hedge: Hedge | None = None


def find_durations(plain: str, language: Language, words: DurationWords) -> Iterator[Found]:
    """Find the durations in readable text, in order of place, none in another; the time grows with its length."""
    low = lower(plain)
    for match in _duration_scanner(language, words).finditer(low):
        length, largest = _months(match, language, words)
        if not length:
            continue
        start, end, hedge = _hedged(low, match, words)
        if _is_a_point(low, match, start, words) or _is_an_age(low, match, start, largest, words):
            continue
        value = int(length) if length.denominator == 1 else None
        if match["to"] is not None:
            hedge, value = None, None
        yield Found(FigureKind.DURATION, start, end, None, approximation(hedge), value, None)


def _months(match: re.Match[str], language: Language, words: DurationWords) -> tuple[Fraction, Fraction]:
    """Give the length in months, of a range its longest; and in years, when the years alone may be an age."""
    if match["fixed"] is not None:
        return Fraction(_fixed(words)[match["fixed"].replace("\n", " ")].months), Fraction(0)
    number = _number_of_units(match["number"] if match["to"] is None else match["to"], language)
    half = Fraction(1, 2) if match["half"] else Fraction(0)
    in_years = any(match[group] is not None for group in ("years", "joined_years", "adjective"))
    length = (number + half) * (_YEAR if in_years else 1)
    if match["more"] is not None:
        return length + _number_of_units(match["more"], language), Fraction(0)
    return length, number if match["joined_years"] is None and in_years else Fraction(0)


def _number_of_units(text: str, language: Language) -> Fraction:
    in_words = language.mixed_numbers.get(text, read_number_word(text, language))
    return Fraction(text.replace(",", ".")) if in_words is None else Fraction(in_words)


def _hedged(low: str, match: re.Match[str], words: DurationWords) -> tuple[int, int, Hedge | None]:
    """Find the words beside a duration that make it a bound or a guess, and where it starts and ends with them."""
    start, end = match.span()
    if match["to"] is not None and (opening := _before(words.range_opens).search(low, max(0, start - _REACH), start)):
        return opening.start(), end, None
    within = match["hedged"] and words.hedges.within[match["hedged"]]
    if within := within or (match["fixed"] and _fixed(words)[match["fixed"].replace("\n", " ")].hedge):
        return start, end, within
    hedge, place = hedge_before(low, start, words.hedges)
    word = low[place:start].strip()
    if hedge is not None and not _is_a_preposition(low, match, word, place, words):
        return place, end, hedge
    if preposition := _preposition(words).search(low, max(0, start - _REACH), start):
        word, place = preposition[1], preposition.start(1)
        hedge, after = words.only_after[word]
        if _is_before(_before(after), low, place):
            return place, end, hedge
    hedge, end = hedge_after(low, end, words.hedges)
    return start, end, hedge


def _is_a_preposition(low: str, match: re.Match[str], word: str, place: int, words: DurationWords) -> bool:
    """Say whether what looks like a hedge only joins the duration to what is before it: "löper över tre år"."""
    if match["joined_years"] is not None or match["joined_months"] is not None or match["adjective"] is not None:
        return word in words.prepositions
    after = words.not_after.get(word)
    if after is None or _is_before(_before(after), low, place) is False:
        return False
    return not _summed(words).match(low, match.end())


def _is_a_point(low: str, match: re.Match[str], start: int, words: DurationWords) -> bool:
    """Tell whether it only says when something was or will be: "för tio år sedan", "om två år"."""
    if _after(words.points_after).match(low, match.end()):
        return True
    return _is_before(_before(words.points_before), low, start) and not _is_before(_long(words), low, start)


def _is_an_age(low: str, match: re.Match[str], start: int, years: Fraction, words: DurationWords) -> bool:
    """Tell whether it is how old somebody is; only words tell it from a duration, or that it is too long for one."""
    end = match.end()
    if _after(words.ages_after).match(low, end):
        return True
    if not years:
        return False
    if match["adjective"] is not None and _after(words.people).match(low, end):
        return True
    if match["adjective"] is not None and _after(words.lengths).match(low, end):
        return False
    of_people = any(
        _is_before(pattern, low, place)
        for pattern in (_before(words.ages_before), _people(words))
        for place in {start, match.start()}
    )
    too_long = years >= _OLD and not _is_before(_lasting(words), low, match.start())
    return of_people or too_long or match["number"] == "0"


def _is_before(pattern: re.Pattern[str], low: str, start: int) -> bool:
    return pattern.search(low, max(0, start - _REACH), start) is not None


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


@cache
def _duration_scanner(language: Language, words: DurationWords) -> re.Pattern[str]:
    in_words = rf"{number_word_pattern(language)}|{any_of(language.mixed_numbers)}"
    number = rf"[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|{in_words}"
    half = rf"(?:{BLANK}?(?P<half>{any_of(words.halves)}))?"
    ordinal = rf"{any_of(words.ordinal_fillers)}(?={BLANK}[^\W\d_]+na?s?(?!\w))"
    within = rf"(?P<hedged>{any_of(words.hedges.within)})"
    filler = rf"(?:{BLANK}(?:{any_of(words.fillers)}|{ordinal}|{within}))?"
    to = rf"(?:(?:{BLANK}?{DASHES}{BLANK}?|-?{BLANK}{any_of(words.range_words)}{BLANK})(?P<to>{number}))?"
    units = rf"(?:(?P<years>{any_of(words.years)})|{any_of(words.months)})(?!\w)"
    more = rf"(?:{BLANK}?{any_of(words.between_units)}{BLANK}(?P<more>{number}){BLANK}{any_of(words.months)}(?!\w))?"
    compound = (
        rf"{DASHES}?(?:(?P<joined_years>{any_of(words.year_compounds)})|(?P<joined_months>{any_of(words.month_compounds)}))"
        rf"(?!{any_of(words.other_compounds)})[^\W\d_]{{0,30}}(?!\w)"
    )
    adjective = rf"(?:{BLANK}|{DASHES})?(?P<adjective>{any_of(words.year_adjectives)})(?!\w)"
    measured = rf"{filler}(?:{BLANK}|{DASHES})?{units}{more}|{adjective}|{compound}"
    return re.compile(
        rf"(?<![\w/.,:{DASH}+-])(?<!\+ )(?:(?P<fixed>{any_of(_fixed(words))})(?!\w)"
        rf"|(?P<number>{number}){half}{to}(?:{measured}))"
    )


@cache
def _before(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(cues)}{BLANK}[(]?$")


@cache
def _long(words: DurationWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.lengths)}{BLANK}{any_of(words.points_before)}{BLANK}$")


@cache
def _after(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}{any_of(cues)}(?!\w)")


@cache
def _people(words: DurationWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.people)}(?:{BLANK}{any_of(words.age_links)}){{0,2}}{BLANK}[(]?$")


@cache
def _lasting(words: DurationWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.lasting)}{BLANK}(?:{any_of(words.hedges.before)}{BLANK})?$")


@cache
def _preposition(words: DurationWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of(words.only_after)}){BLANK}$")


@cache
def _summed(words: DurationWords) -> re.Pattern[str]:
    """Return the regular expression of a word after a duration that says it is a sum: "över två år totalt"."""
    return re.compile(rf"{BLANK}{any_of(words.hedges.links.fillers)}(?!\w)")
