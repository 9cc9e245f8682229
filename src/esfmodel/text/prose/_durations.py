"""Durations in running text, in months: "16 månader", "ett och ett halvt år", "en treårsperiod", "ett till två år".

Ages ("unga 16–24 år") and points in time ("för tio år sedan") are left out. A part of a month is found without a value,
since a value is in whole months.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text.prose._prose import made
from esfmodel.text.prose._words import DASHES, Told
from esfmodel.text.prose.figures import Approximation, DurationRange, FigureKind, Found
from esfmodel.text.words.hedges import BLANK, Before, Hedge, any_of, approximation, hedge_after, hedge_before
from esfmodel.text.words.language import DASH, number_beginnings, number_word_pattern, read_number_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.text.prose._words import DurationWords
    from esfmodel.text.words.language import Language

_HALF = Fraction(1, 2)
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
        yield made(Found, (FigureKind.DURATION, start, end, None, approximation(hedge), value, None, None, None))


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
