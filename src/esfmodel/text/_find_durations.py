"""Durations in running text, in months: "16 månader", "tre år", "en treårsperiod", "ett och ett halvt år".

Ages ("unga 16–24 år") and points in time ("för tio år sedan") are none. A range ("12–24 månader") is found and has no
value, as has a duration that is no whole number of months: both are known, and neither is a number of months.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from esfmodel.text._found import Found
from esfmodel.text._language import DASH
from esfmodel.text._moments import DASHES
from esfmodel.text._number_words import number_word_pattern, read_number_word
from esfmodel.text._patterns import BLANK, any_of, lower
from esfmodel.text.figures import Approximation, FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.text._duration_words import DurationWords
    from esfmodel.text._language import Language

_YEAR = 12
_OLD = 13
"""From so many years on a number of years is an age, unless words say otherwise: nothing is funded for so long."""
_REACH = 60


def find_durations(plain: str, language: Language, words: DurationWords) -> Iterator[Found]:
    """Find the durations in readable text, in order of place, none in another; the time grows with its length."""
    low = lower(plain)
    for match in _scanner(language, words).finditer(low):
        length, largest = _months(match, language, words)
        if not length or _is_a_point(low, match, words) or _is_an_age(low, match, largest, words):
            continue
        start, approx = _qualified(low, match.start(), words)
        value = int(length) if length.denominator == 1 else None
        if match["to"] is not None:
            approx, value = Approximation.EXACT, None
        yield Found(FigureKind.DURATION, start, match.end(), None, approx, value, None)


def _months(match: re.Match[str], language: Language, words: DurationWords) -> tuple[Fraction, Fraction]:
    """Give the length in months, of a range its longest; and in years, when the years alone may be an age."""
    if match["fixed"] is not None:
        return Fraction(words.fixed[match["fixed"].replace("\n", " ")]), Fraction(0)
    number = _number(match["number"] if match["to"] is None else match["to"], language)
    half = Fraction(1, 2) if match["half"] else Fraction(0)
    in_years = any(match[group] is not None for group in ("years", "joined_years", "adjective"))
    length = (number + half) * (_YEAR if in_years else 1)
    if match["more"] is not None:
        return length + _number(match["more"], language), Fraction(0)
    return length, number if match["joined_years"] is None and in_years else Fraction(0)


def _number(text: str, language: Language) -> Fraction:
    in_words = read_number_word(text, language)
    return Fraction(text.replace(",", ".")) if in_words is None else Fraction(in_words)


def _qualified(low: str, start: int, words: DurationWords) -> tuple[int, Approximation]:
    """Find the word before a duration that makes it a bound or a guess."""
    qualifier = _qualifiers(words).search(low, max(0, start - _REACH), start)
    if qualifier is None:
        return start, Approximation.EXACT
    return qualifier.start(), Approximation[(qualifier.lastgroup or "").upper()]


def _is_a_point(low: str, match: re.Match[str], words: DurationWords) -> bool:
    """Tell whether it only says when something was or will be: "för tio år sedan", "om två år"."""
    if _after(words.points_after).match(low, match.end()):
        return True
    start = match.start()
    return _is_before(_before(words.points_before), low, start) and not _is_before(_long(words), low, start)


def _is_an_age(low: str, match: re.Match[str], years: Fraction, words: DurationWords) -> bool:
    """Tell whether it is how old somebody is; only words tell it from a duration, or that it is too long for one."""
    start, end = match.span()
    if _after(words.ages_after).match(low, end):
        return True
    if not years:
        return False
    if match["adjective"] is not None and _after(words.people).match(low, end):
        return True
    if match["adjective"] is not None and _after(words.lengths).match(low, end):
        return False
    of_people = _is_before(_before(words.ages_before), low, start) or _is_before(_people(words), low, start)
    too_long = years >= _OLD and not _is_before(_lasting(words), low, start)
    return of_people or too_long or match["number"] == "0"


def _is_before(pattern: re.Pattern[str], low: str, start: int) -> bool:
    return pattern.search(low, max(0, start - _REACH), start) is not None


@cache
def _scanner(language: Language, words: DurationWords) -> re.Pattern[str]:
    in_words = number_word_pattern(language)
    number = rf"[0-9]{{1,3}}(?:[.,][0-9]{{1,2}})?|{in_words}"
    half = rf"(?:{BLANK}?(?P<half>{any_of(words.halves)}))?"
    ordinal = rf"{any_of(words.ordinal_fillers)}(?={BLANK}[^\W\d_]+na?s?(?!\w))"
    filler = rf"(?:{BLANK}(?:{any_of(words.fillers)}|{ordinal}))?"
    to = rf"(?:(?:{BLANK}?{DASHES}{BLANK}?|-?{BLANK}{any_of(words.range_words)}{BLANK})(?P<to>{number}))?"
    units = rf"(?:(?P<years>{any_of(words.years)})|{any_of(words.months)})(?!\w)"
    more = rf"(?:{BLANK}?{any_of(words.between_units)}{BLANK}(?P<more>{number}){BLANK}{any_of(words.months)}(?!\w))?"
    compound = (
        rf"{DASHES}?(?:(?P<joined_years>{any_of(words.year_compounds)})|{any_of(words.month_compounds)})"
        rf"(?!{any_of(words.other_compounds)})[^\W\d_]{{0,30}}(?!\w)"
    )
    adjective = rf"(?:{BLANK}|{DASHES})?(?P<adjective>{any_of(words.year_adjectives)})(?!\w)"
    measured = rf"{filler}(?:{BLANK}|{DASHES})?{units}{more}|{adjective}|{compound}"
    return re.compile(
        rf"(?<![\w/.,:{DASH}+-])(?<!\+ )(?:(?P<fixed>{any_of(words.fixed)})(?!\w)"
        rf"|(?P<number>{number}){half}{to}(?:{measured}))"
    )


@cache
def _qualifiers(words: DurationWords) -> re.Pattern[str]:
    groups = (("over", words.at_least), ("under", words.at_most), ("about", words.about), ("exact", words.range_opens))
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{any_of(cues)})' for name, cues in groups)}){BLANK}$")


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
    return re.compile(
        rf"(?<!\w){any_of(words.lasting)}{BLANK}(?:{any_of((*words.about, *words.at_least, *words.at_most))}{BLANK})?$"
    )
