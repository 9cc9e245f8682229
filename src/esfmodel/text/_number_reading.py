"""Numbers as people write them, read strictly: ASCII digits, one kind of group mark, and a reason when refused."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue
from esfmodel.text._language import DASH, MINUS
from esfmodel.text._spaces import SPACES, ordinary_spaces

if TYPE_CHECKING:
    from esfmodel.text._language import Language

MINUS_READ = f"-{MINUS}{DASH}"
"""What is read as a minus: a dash is the Swedish substitute where there is no real one."""

_FIGURE = re.compile(rf"[0-9](?:[0-9.,{SPACES}]*[0-9])?")
_ONE_THOUSAND = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_RANGE = re.compile(rf"[0-9][^0-9]{{0,20}}?[{SPACES}]?[{MINUS_READ}][{SPACES}]?[0-9]")


@cache
def number_pattern(language: Language) -> str:
    """Give the regular expression of an unsigned number: plain digits or groups of exactly three, then decimals."""
    grouped = rf"[1-9][0-9]{{0,2}}(?P<mark>[{language.groups_read}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
    return rf"(?P<number>(?:{grouped}|0|[1-9][0-9]*)(?:{re.escape(language.decimal)}[0-9]+)?)"


def read_number(number: str, language: Language) -> tuple[int, int]:
    """Read what `number_pattern` has matched: the digits as a whole number, and how many of them are decimals."""
    whole, _, part = number.partition(language.decimal)
    return int("".join(filter(str.isdecimal, whole)) + part), len(part)


def may_be_thousands(number: str) -> bool:
    """Tell whether the last three digits are thousands to some and decimals to others: "1,234"."""
    return _ONE_THOUSAND.fullmatch(number) is not None


def checked_text(text: object, place: str, longest: int) -> str:
    """Take text of a reasonable length, without the space around it."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if len(text) > longest:
        raise InvalidValue(place, text, "is too long to be one figure", "give the figure alone")
    return text.strip()


def ambiguous(place: str, text: str, number: str, language: Language) -> InvalidValue:
    """Say that the marks in a number may be read in two ways, and which."""
    first, *others = re.split("[.,]", number)
    as_thousands = ordinary_spaces(language.group.join([first, *others]))
    as_decimals = f"{first}{language.decimal}{''.join(others)}"
    return InvalidValue(place, text, f"may mean {as_thousands} or {as_decimals}", _how_to_write(language))


def _how_to_write(language: Language) -> str:
    return ordinary_spaces(f'write thousands as in "12{language.group}345" and decimals as in "12{language.decimal}50"')


def foreign_digits(place: str, text: str) -> InvalidValue | None:
    """Say that text has no digits, or digits that are not plain ones; None when they are not what is wrong."""
    if not any(map(str.isnumeric, text)):
        return InvalidValue(place, text, "has no figure in it", "use None for what is not stated")
    if any(sign.isnumeric() and not "0" <= sign <= "9" for sign in text):
        return InvalidValue(place, text, "has other digits than 0 to 9", "write it with plain digits")
    return None


def refused(place: str, text: str, language: Language) -> InvalidValue | None:
    """Say why text does not hold one well-written number; None when its number is not what is wrong."""
    if wrong_digits := foreign_digits(place, text):
        return wrong_digits
    lowered = text.strip().casefold()
    for word in language.qualifiers:
        if lowered.startswith(word) and not lowered[len(word) :][:1].isalpha():
            wrong = f'is not a figure but says what is known of one ("{word}")'
            return InvalidValue(place, text, wrong, "read the figure without the words, and put it in Bounds")
    if _RANGE.search(text):
        return InvalidValue(place, text, "holds two figures", "read each of them, and put them in Bounds")
    number = _FIGURE.findall(text)[0]
    if re.fullmatch(number_pattern(language), number):
        return None
    if _THOUSANDS.fullmatch(number):
        return ambiguous(place, text, number, language)
    if re.fullmatch(number_pattern(language), ordinary_spaces(number)):
        return InvalidValue(place, text, "has two kinds of space in one number", "use the same one throughout")
    return InvalidValue(place, text, f"is not a number as it is written in {language.name}", _how_to_write(language))
