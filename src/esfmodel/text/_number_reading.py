"""Numbers as people write them, read strictly: ASCII digits, one kind of group mark, groups of exactly three."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias
from unicodedata import normalize

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.text._language import DASH, MINUS
from esfmodel.text._spaces import SPACES

if TYPE_CHECKING:
    from esfmodel.text._language import Language

Thousands: TypeAlias = Literal["."]
"""The mark that a reader is told to take for one between the thousands: "1.235.522 kr"."""

MINUS_READ = f"-{MINUS}{DASH}"
"""What is read as a minus: a dash is the Swedish substitute where there is no real one."""

_MARKS = (".", ",")
_ONE_THOUSAND = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


@cache
def number_pattern(language: Language) -> str:
    """Give the regular expression of an unsigned number: plain digits or groups of exactly three, then decimals."""
    grouped = rf"[1-9][0-9]{{0,2}}(?P<mark>[{language.groups_read}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
    return rf"(?P<number>(?:{grouped}|0|[1-9][0-9]*)(?:{re.escape(language.decimal)}[0-9]+)?)"


def read_number(number: str, language: Language) -> tuple[int, int]:
    """Read what `number_pattern` has matched: the digits as a whole number, and how many of them are decimals."""
    whole, _, part = number.partition(language.decimal)
    if not whole.isdecimal():
        # The last group has three digits, and the mark before it is that of every group.
        whole = whole.replace(whole[-4], "")
    return int(whole + part), len(part)


def may_be_thousands(number: str) -> bool:
    """Tell whether the last three digits are thousands to some and decimals to others: "1,234"."""
    return number[-4:-3] in _MARKS and _ONE_THOUSAND.fullmatch(number) is not None


@cache
def _with_dots(language: Language) -> Language:
    return attrs.evolve(
        language, name="lists with dots between thousands", decimal=",", group=".", groups_read=f".{SPACES}"
    )


def told_of_thousands(language: Language, thousands: str | None) -> Language:
    """Give the language with the marks that a reader was told of: dots between thousands, a comma before decimals."""
    if thousands is None:
        return language
    if not isinstance(thousands, str):
        raise TypeError(f"thousands must be a str, not {type(thousands).__name__}")
    if thousands != ".":
        raise InvalidValue("thousands", thousands, "is no mark to choose", 'pass ".", or leave it out')
    return _with_dots(language)


def checked_text(text: object, place: str, longest: int) -> str:
    """Take text of a reasonable length, without the space around it and with its letters composed."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if len(text) > longest:
        raise InvalidValue(place, text, "is too long to be one figure", "give the figure alone")
    return (text if text.isascii() else normalize("NFC", text)).strip()
