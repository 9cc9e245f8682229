"""Reading numbers strictly, and the errors of all strict readers for text that is not one figure.

A number has ASCII digits, thousands in groups of exactly three, and separators of one kind.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias
from unicodedata import normalize

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.text.words.hedges import Hedge, HedgeReader, Place, hedge_beginning, hedge_ending, hedges_at
from esfmodel.text.words.language import DASH, MINUS, SPACES, ordinary_spaces
from esfmodel.text.writing.numbers import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def around_mark(number: str) -> tuple[str, str]:
    """Return the digits before and after the only mark."""
    before, after = re.split("[.,]", number)
    return before, after


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
    return language if thousands is None else choose(thousands, _THOUSANDS, default=".", what="thousands")(language)


_THOUSANDS: Mapping[str, Callable[[Language], Language]] = MappingProxyType({".": _with_dots})


class Wanted(NamedTuple):
    """What a strict reader reads: the place in its errors, the language, and two ways to write it."""

    place: str
    language: Language
    example: str
    other: str


def advice_that_works(error: InvalidValue, read: Callable[[str], object]) -> InvalidValue:
    """Return the error of a strict reader, or what is wrong with what it tells to write instead.

    "0.4" has a dot before its decimals, but "0,4" is refused too, since it may be 0,4 % or 40 %: so that is the error.
    """
    example = error.params.get("example")
    if isinstance(example, str):
        try:
            read(example)
        except InvalidValue as its_own:
            return its_own.at(error.place, given=error.given)
    return error


def checked_text(text: object, place: str, longest: int) -> str:
    """Return text stripped and in Unicode NFC; raise `InvalidValue` for more than `longest` characters."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if len(text) > longest:
        raise InvalidValue("text.too_long", place, text)
    return (text if text.isascii() else normalize("NFC", text)).strip()


# --- Why text is not one figure

_FIGURE = re.compile(rf"[0-9](?:[0-9.,{SPACES}]*[0-9])?")
_MARKED_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:,[0-9]{3})+(?:\.[0-9]+)?)")
_RANGE = re.compile(rf"[0-9][^0-9]{{0,20}}?[{SPACES}]?[{MINUS_READ}][{SPACES}]?[0-9]")
_BETWEEN_FIGURES = re.compile(r"(?<=[0-9])[^0-9]+(?=[0-9])")
_BRACKETS = re.compile(rf"[^\W\d_]{{0,6}}[{SPACES}]?\([^()0-9]*[0-9][^()]*\)")
_NO_BRACKETS_OR_MINUS = str.maketrans("", "", f"(){MINUS_READ}")
_SPACED_MINUS = re.compile(rf"[{MINUS_READ}][{SPACES}][0-9]")
_OTHER_MARKS = str.maketrans(".,", ",.")


def with_other_marks(text: str) -> str:
    """Return text with full stops for commas, and commas for full stops, in its first number.

    >>> with_other_marks("1.234,50 kr.")
    '1,234.50 kr.'
    """
    return _FIGURE.sub(lambda found: found[0].translate(_OTHER_MARKS), text, count=1)


def either_number(place: str, text: str, number: str, examples: tuple[str, str], language: Language) -> InvalidValue:
    """Return the error for a number whose mark may be read in two ways, with what to write for each."""
    first, other = around_mark(number)
    # As in the example: "5,000" beside "5.000" would say the same to those who write a comma before decimals.
    return InvalidValue(
        "number.two_readings",
        place,
        text,
        thousands=f"{first} {other}",
        decimals=f"{first}{language.decimal}{other}",
        example=examples[0],
        other=examples[1],
    )


def no_figure(text: str, wanted: Wanted) -> InvalidValue | None:
    """Return the error for text without digits or with other digits than 0 to 9; None when that is not the fault."""
    if not text.strip():
        return InvalidValue("value.empty", wanted.place, text)
    if states_nothing(text, wanted.language):
        return InvalidValue("figure.not_stated", wanted.place, text)
    if not any(map(str.isnumeric, text)):
        return InvalidValue("figure.not_in_digits", wanted.place, text, example=wanted.example)
    if any(sign.isnumeric() and not "0" <= sign <= "9" for sign in text):
        return InvalidValue("figure.other_digits", wanted.place, text, example=wanted.example)
    return None


def refused(text: str, wanted: Wanted) -> InvalidValue | None:
    """Return the error for text without one well-written number; None when the number is not the fault."""
    # Each relies on the faults before it being ruled out, as `_badly_written` on there being a digit.
    return (
        _qualified(text, wanted)
        or no_figure(text, wanted)
        or _two_figures(text, wanted)
        or odd_spaces(text, wanted)
        or _oddly_signed(text, wanted)
        or _badly_written(text, wanted)
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


def _qualified(text: str, wanted: Wanted) -> InvalidValue | None:
    language = wanted.language
    given = ordinary_spaces(text.strip()).casefold()
    opening = _opening(language).match(given)
    word = (
        hedge_beginning(given, hedges_read(language))
        or (opening and opening[1])
        or hedge_ending(given, hedges_read_after(language))
    )
    return None if word is None else InvalidValue("figure.hedged", wanted.place, text, word=word)


@cache
def _limiting(language: Language) -> re.Pattern[str]:
    guesses = (
        word
        for word, hedge in hedges_at(language.hedges, HedgeReader.STRICT, Place.BEFORE, Place.SIGN).items()
        if hedge is Hedge.ABOUT
    )
    words = sorted((*language.limiting, *guesses), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])({'|'.join(map(re.escape, words))})(?![^\W\d_])", re.IGNORECASE)


def limited(text: str, wanted: Wanted) -> InvalidValue | None:
    """Return the error for a day with words that make it a limit or a guess; None without such words."""
    word = _limiting(wanted.language).search(ordinary_spaces(text))
    return None if word is None else InvalidValue("figure.hedged", wanted.place, text, word=word[1].casefold())


def _two_figures(text: str, wanted: Wanted) -> InvalidValue | None:
    """Return the error for a range, or two numbers with words between them."""
    between = map(ordinary_spaces, _BETWEEN_FIGURES.findall(text))
    if _RANGE.search(text) is None and not any(" " in words and words.strip(",. ") for words in between):
        return None
    return InvalidValue("figure.two", wanted.place, text)


def odd_spaces(text: str, wanted: Wanted) -> InvalidValue | None:
    """Return the error for more than one space within a figure; None when that is not the fault."""
    evenly = " ".join(text.split())
    if evenly == ordinary_spaces(text.strip()):
        return None
    return InvalidValue("text.odd_spaces", wanted.place, text, example=evenly)


def _oddly_signed(text: str, wanted: Wanted) -> InvalidValue | None:
    """Return the error for what may be a minus or something else: a bullet in a list, or brackets."""
    given = ordinary_spaces(text.strip())
    if _BRACKETS.match(given):
        bare = given.translate(_NO_BRACKETS_OR_MINUS).strip()
        return InvalidValue("number.in_brackets", wanted.place, text, example=bare)
    if _SPACED_MINUS.match(given):
        return InvalidValue("number.spaced_minus", wanted.place, text, example=f"{given[0]}{given[2:]}")
    return None


def _badly_written(text: str, wanted: Wanted) -> InvalidValue | None:
    place, language = wanted.place, wanted.language
    given = text.strip()
    number = _FIGURE.findall(given)[0]
    right = re.compile(number_pattern(language))
    if right.fullmatch(number):
        return None
    if _MARKED_THOUSANDS.fullmatch(number) and not may_be_thousands(number):
        mark = "." if re.match(r"[0-9]+\.", number) else ","
        whole, _, part = number.partition("," if mark == "." else ".")
        rightly = whole.replace(mark, language.group) + (language.decimal + part if part else "")
        example = ordinary_spaces(given.replace(number, rightly, 1))
        return InvalidValue("number.thousands_mark", place, text, mark=mark, example=example)
    if right.fullmatch(ordinary_spaces(number)):
        return InvalidValue("number.two_spaces", place, text, example=ordinary_spaces(given))
    if right.fullmatch(number.translate(_OTHER_MARKS)):
        mark = "." if language.decimal == "," else ","
        example = ordinary_spaces(with_other_marks(given))
        return InvalidValue("number.decimal_mark", place, text, mark=mark, example=example)
    return InvalidValue("number.badly_written", place, text, example=wanted.example)
