"""Durations in running text, in months: "16 månader", "tre år", "en treårsperiod", "ett och ett halvt år".

Ages ("unga 16–24 år") and points in time ("för tio år sedan") are none. A range ("12–24 månader") is found and has no
value, as has a duration that is no whole number of months: both are known, and neither is a number of months.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._found import Found
from esfmodel.text._hedges import approximation, hedge_after, hedge_before
from esfmodel.text._language import DASH
from esfmodel.text._moments import DASHES
from esfmodel.text._number_words import number_word_pattern, read_number_word
from esfmodel.text._patterns import BLANK, any_of, lower
from esfmodel.text.figures import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esfmodel.text._duration_words import DurationWords
    from esfmodel.text._hedges import Hedge
    from esfmodel.text._language import Language

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
    for match in _scanner(language, words).finditer(low):
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
    number = _number(match["number"] if match["to"] is None else match["to"], language)
    half = Fraction(1, 2) if match["half"] else Fraction(0)
    in_years = any(match[group] is not None for group in ("years", "joined_years", "adjective"))
    length = (number + half) * (_YEAR if in_years else 1)
    if match["more"] is not None:
        return length + _number(match["more"], language), Fraction(0)
    return length, number if match["joined_years"] is None and in_years else Fraction(0)


def _number(text: str, language: Language) -> Fraction:
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
def _scanner(language: Language, words: DurationWords) -> re.Pattern[str]:
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
