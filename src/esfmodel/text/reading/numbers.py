"""Reading numbers strictly, and the errors of all strict readers for text that is not one figure.

A number has ASCII digits, thousands in groups of exactly three, and separators of one kind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias
from unicodedata import normalize

import attrs

from esfmodel.errors import InvalidValue, shown
from esfmodel.text.words.hedges import Hedge, HedgeReader, Place, hedge_beginning, hedge_ending, hedges_at
from esfmodel.text.words.language import DASH, MINUS, SPACES, ordinary_spaces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text.words.language import Language

Thousands: TypeAlias = Literal["."]
"""The thousands separator that a caller may name: "1.235.522 kr"."""

MINUS_READ = f"-{MINUS}{DASH}"
"""The characters read as a minus; an en dash is the Swedish substitute for a real one."""

_MARKS = (".", ",")
_ONE_THOUSAND = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


@cache
def number_pattern(language: Language) -> str:
    """Return the regular expression of an unsigned number: plain digits or groups of exactly three, then decimals."""
    grouped = rf"[1-9][0-9]{{0,2}}(?P<mark>[{language.groups_read}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
    return rf"(?P<number>(?:{grouped}|0|[1-9][0-9]*)(?:{re.escape(language.decimal)}[0-9]+)?)"


def read_number(number: str, language: Language) -> tuple[int, int]:
    """Read a match of `number_pattern`: the digits as a whole number, and how many of them are decimals."""
    whole, _, part = number.partition(language.decimal)
    if not whole.isdecimal():
        # The last group has three digits, so the fourth character from the end is the separator of all groups.
        whole = whole.replace(whole[-4], "")
    return int(whole + part), len(part)


def may_be_thousands(number: str) -> bool:
    """Whether the only mark may be a thousands separator or a decimal mark: "1,234"."""
    return number[-4:-3] in _MARKS and _ONE_THOUSAND.fullmatch(number) is not None


@cache
def _with_dots(language: Language) -> Language:
    return attrs.evolve(
        language, name="lists with dots between thousands", decimal=",", group=".", groups_read=f".{SPACES}"
    )


def with_thousands(language: Language, thousands: str | None) -> Language:
    """Return the language with the thousands separator that the caller named, if any."""
    if thousands is None:
        return language
    if not isinstance(thousands, str):
        raise TypeError(f"thousands must be a str, not {type(thousands).__name__}")
    if thousands != ".":
        raise InvalidValue("thousands", thousands, "is no mark to choose", 'pass ".", or leave it out')
    return _with_dots(language)


def checked_text(text: object, place: str, longest: int) -> str:
    """Return text stripped and in Unicode NFC; raise `InvalidValue` for more than `longest` characters."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if len(text) > longest:
        raise InvalidValue(place, text, "is too long to be one figure", "give the figure alone")
    return (text if text.isascii() else normalize("NFC", text)).strip()


# --- Why text is not one figure

_FIGURE = re.compile(rf"[0-9](?:[0-9.,{SPACES}]*[0-9])?")
_MARKED_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:,[0-9]{3})+(?:\.[0-9]+)?)")
_RANGE = re.compile(rf"[0-9][^0-9]{{0,20}}?[{SPACES}]?[{MINUS_READ}][{SPACES}]?[0-9]")
_BETWEEN_FIGURES = re.compile(r"(?<=[0-9])[^0-9]+(?=[0-9])")
_BRACKETS = re.compile(rf"[^\W\d_]{{0,6}}[{SPACES}]?\([^()0-9]*[0-9][^()]*\)")
_SPACED_MINUS = re.compile(rf"[{MINUS_READ}][{SPACES}][0-9]")
_BOUNDED = ("amount", "rate")
_WITHOUT_THE_WORDS = "read the figure without the words, and put it in Bounds where they set a limit"
_IN_A_NOTE = "use None for what is not stated, and keep the words in a note"
_TOLD_OF_DOTS = ', or pass thousands="." where dots part them'
_OTHER_MARKS = str.maketrans(".,", ",.")


def ambiguous(place: str, text: str, number: str, language: Language) -> InvalidValue:
    """Return the error for a number whose mark may be read in two ways, with both readings."""
    first, other = re.split("[.,]", number)
    as_thousands = ordinary_spaces(f"{first}{language.group}{other}")
    as_decimals = f"{first}{language.decimal}{other}"
    advice = _how_to_write(language)
    if place == "amount" and "." in number:
        advice += _TOLD_OF_DOTS
    return InvalidValue(place, text, f"may mean {as_thousands} or {as_decimals}", advice)


def _how_to_write(language: Language) -> str:
    return ordinary_spaces(f'write thousands as in "12{language.group}345" and decimals as in "12{language.decimal}50"')


def no_figure(place: str, text: str, language: Language) -> InvalidValue | None:
    """Return the error for text without digits or with other digits than 0 to 9; None when that is not the fault."""
    if not text.strip():
        return InvalidValue(place, text, "is empty", "use None for what is not stated")
    if states_nothing(text, language):
        return InvalidValue(place, text, "states no figure", "use None for what is not stated")
    if not any(map(str.isnumeric, text)):
        advice = "write the number in digits, or use None for what is not stated"
        return InvalidValue(place, text, "has no figure in it", advice)
    if any(sign.isnumeric() and not "0" <= sign <= "9" for sign in text):
        return InvalidValue(place, text, "has other digits than 0 to 9", "write it with plain digits")
    return None


def refused(place: str, text: str, language: Language) -> InvalidValue | None:
    """Return the error for text without one well-written number; None when the number is not the fault."""
    # Each relies on the faults before it being ruled out, as `_badly_written` on there being a digit.
    return (
        _qualified(place, text, language)
        or no_figure(place, text, language)
        or _two_figures(place, text)
        or odd_spaces(place, text)
        or _oddly_signed(place, text)
        or _badly_written(place, text, language)
    )


def states_nothing(text: str, *languages: Language) -> bool:
    """Whether text means that no figure is stated: it is empty, a mark or words such as "uppgift saknas"."""
    given = " ".join(text.split()).casefold()
    bare = given.strip("()[] ")
    forms = {given, bare, bare.rstrip(".:!*")}
    return not given or any(not forms.isdisjoint(language.nothing_stated) for language in languages)


@cache
def hedges_read(language: Language) -> Mapping[str, Hedge]:
    """Return the hedges that may stand before a figure."""
    within = hedges_at(language.hedges, HedgeReader.STRICT, Place.WITHIN)
    return {
        **hedges_at(language.hedges, HedgeReader.STRICT, Place.BEFORE, Place.SIGN),
        **{f"{one} {word}": hedge for one in language.one for word, hedge in within.items()},
    }


@cache
def hedges_read_after(language: Language) -> Mapping[str, Hedge]:
    """Return the hedges that may stand after a figure."""
    return hedges_at(language.hedges, HedgeReader.STRICT, Place.AFTER, Place.END)


@cache
def _opening(language: Language) -> re.Pattern[str]:
    words = sorted((*language.vague, *language.range_opens), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))})(?![^\W\d_])")


def _qualified(place: str, text: str, language: Language) -> InvalidValue | None:
    given = ordinary_spaces(text.strip()).casefold()
    opening = _opening(language).match(given)
    word = (
        hedge_beginning(given, hedges_read(language))
        or (opening and opening[1])
        or hedge_ending(given, hedges_read_after(language))
    )
    if word is None:
        return None
    wrong = f'is not a figure but says what is known of one ("{word}")'
    return InvalidValue(place, text, wrong, _WITHOUT_THE_WORDS if place in _BOUNDED else _IN_A_NOTE)


@cache
def _limiting(language: Language) -> re.Pattern[str]:
    guesses = (
        word
        for word, hedge in hedges_at(language.hedges, HedgeReader.STRICT, Place.BEFORE, Place.SIGN).items()
        if hedge is Hedge.ABOUT
    )
    words = sorted((*language.limiting, *guesses), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])({'|'.join(map(re.escape, words))})(?![^\W\d_])", re.IGNORECASE)


def limited(place: str, text: str, language: Language) -> InvalidValue | None:
    """Return the error for a day with words that make it a limit or a guess; None without such words."""
    word = _limiting(language).search(ordinary_spaces(text))
    if word is None:
        return None
    wrong = f'says what is known of a day, not which day it is ("{word[1].casefold()}")'
    return InvalidValue(place, text, wrong, _IN_A_NOTE)


def _two_figures(place: str, text: str) -> InvalidValue | None:
    """Return the error for a range, or two numbers with words between them."""
    between = map(ordinary_spaces, _BETWEEN_FIGURES.findall(text))
    is_range = _RANGE.search(text) is not None
    if not is_range and not any(" " in words and words.strip(",. ") for words in between):
        return None
    advice = "read each of them, and put them in Bounds" if is_range else "read each of them by itself"
    return InvalidValue(place, text, "holds two figures", advice if place in _BOUNDED else _IN_A_NOTE)


def odd_spaces(place: str, text: str) -> InvalidValue | None:
    """Return the error for more than one space within a figure; None when that is not the fault."""
    evenly = " ".join(text.split())
    if evenly == ordinary_spaces(text.strip()):
        return None
    wrong = "has a double space, a tab, a line break or an unusual space in it"
    return InvalidValue(place, text, wrong, f"write it as {shown(evenly)}")


def _oddly_signed(place: str, text: str) -> InvalidValue | None:
    """Return the error for what may be a minus or something else: a bullet in a list, or brackets."""
    given = text.strip()
    if _BRACKETS.match(given):
        wrong = "has brackets, which are a minus to some"
        return InvalidValue(place, text, wrong, "write the minus, or leave them out")
    if _SPACED_MINUS.match(given):
        wrong = "has a space after its minus, which may be a mark in a list instead"
        return InvalidValue(place, text, wrong, f'write it as "{given[0]}{given[2:]}"')
    return None


def _badly_written(place: str, text: str, language: Language) -> InvalidValue | None:
    number = _FIGURE.findall(text)[0]
    right = re.compile(number_pattern(language))
    if right.fullmatch(number):
        return None
    if may_be_thousands(number):
        return ambiguous(place, text, number, language)
    if _MARKED_THOUSANDS.fullmatch(number):
        return _marked_thousands(place, text, number, language)
    if right.fullmatch(ordinary_spaces(number)):
        return InvalidValue(place, text, "has two kinds of space in one number", "use the same one throughout")
    other_marks = number.translate(_OTHER_MARKS)
    advice = f'write "{other_marks}"' if right.fullmatch(other_marks) else _how_to_write(language)
    return InvalidValue(place, text, f"is not a number as it is written in {language.name}", advice)


def _marked_thousands(place: str, text: str, number: str, language: Language) -> InvalidValue:
    """Return the error for "1.235.522,50", which is clear but not how the language writes it, with the right form."""
    mark, name = (".", "dots") if re.match(r"[0-9]+\.", number) else (",", "commas")
    whole, _, part = number.partition("," if mark == "." else ".")
    rightly = ordinary_spaces(whole.replace(mark, language.group)) + (language.decimal + part if part else "")
    advice = f'write "{rightly}"'
    if place == "amount" and mark == ".":
        advice += _TOLD_OF_DOTS
    return InvalidValue(place, text, f"has {name} between its thousands", advice)
