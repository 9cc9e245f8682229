"""Amounts of money as people write them, read strictly: the whole text is one amount, or it says why not."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.text._currencies import currency_called
from esfmodel.text._language import BILLION, MILLION, THOUSAND
from esfmodel.text._number_reading import (
    MINUS_READ,
    ambiguous,
    checked_text,
    may_be_thousands,
    number_pattern,
    read_number,
    refused,
)
from esfmodel.text._spaces import SPACES, ordinary_spaces
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text._language import Language

_LONGEST = 200

_INTERNATIONAL: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "ksek": (THOUSAND, "SEK"),
        "tsek": (THOUSAND, "SEK"),
        "msek": (MILLION, "SEK"),
        "mdsek": (BILLION, "SEK"),
        "keur": (THOUSAND, "EUR"),
        "teur": (THOUSAND, "EUR"),
        "meur": (MILLION, "EUR"),
        "m€": (MILLION, "EUR"),
    }
)


class _Unit(NamedTuple):
    """What the words beside a number say: its scale, its currency if any, and whether they belong to the language."""

    scale: int
    currency: str | None
    native: bool


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<minus>[{MINUS_READ}]?)(?:(?P<before>[A-Z]{{3}}|€)[{SPACES}]?(?P<inner_minus>[{MINUS_READ}]?))?"
        rf"{number_pattern(language)}[{SPACES}]?(?P<after>[^0-9]*)"
    )


def parse_money(text: str, currency: str | None, language: Language) -> Money:
    """Read one amount with its unit; `currency` is the currency of an amount that names none."""
    given = checked_text(text, "amount", _LONGEST)
    if currency is not None:
        Money(0, currency)  # raises for what is no currency
    found = _pattern(language).fullmatch(given)
    unit = found and _unit(found["before"], found["after"], language)
    if not found or not unit or (found["minus"] and found["inner_minus"]):
        raise refused("amount", text, language) or _not_understood(text, language)
    minus, number = found["minus"] or found["inner_minus"], found["number"]
    if unit.currency and currency and unit.currency != currency:
        wrong = f"is in {unit.currency}, and {currency} was expected"
        raise InvalidValue("amount", text, wrong, "leave out currency= or correct the text")
    either_way, has_decimals = may_be_thousands(number), language.decimal in number
    if either_way and not unit.native and (has_decimals or unit.scale != 1):
        raise ambiguous("amount", text, number, language)
    called = unit.currency or currency
    if called is None:
        raise InvalidValue("amount", text, "names no currency", 'pass currency="SEK" if that is what it is in')
    digits, decimals = read_number(number, language)
    # Nobody writes three decimals of kronor: "12,500 kr" is as likely to be twelve thousand five hundred.
    if either_way and has_decimals and unit.scale == 1 and decimals > MINOR_DIGITS[called]:
        raise ambiguous("amount", text, number, language)
    minor, rest = divmod(digits * unit.scale * 10 ** MINOR_DIGITS[called], 10**decimals)
    if rest:
        raise InvalidValue("amount", text, f"is finer than the smallest unit of {called}", "round it first")
    try:
        return Money.of_minor(-minor if minus else minor, called)
    except InvalidValue as too_large:
        raise InvalidValue("amount", text, too_large.wrong, too_large.advice) from None


def _unit(before: str | None, after: str, language: Language) -> _Unit | None:
    """Understand the words before and after a number; None when they are no unit."""
    unit = _unit_after(ordinary_spaces(after), language)
    if before is None or unit is None:
        return unit
    currency = currency_called(before, language)
    if currency is None or unit.currency is not None:
        return None
    return _Unit(unit.scale, currency, unit.native or language.code_first)


def _unit_after(words: str, language: Language) -> _Unit | None:
    if not words:
        return _Unit(1, None, native=False)
    lowered = words.casefold()
    if lowered in language.units_read:
        return _Unit(*language.units_read[lowered], native=True)
    if lowered in _INTERNATIONAL:
        return _Unit(*_INTERNATIONAL[lowered], native=False)
    first, _, rest = words.partition(" ")
    scale = language.scales_read.get(first.casefold())
    if scale and not rest:
        return _Unit(scale, None, native=True)
    currency = currency_called(rest if scale else words, language)
    if currency is None:
        return None
    return _Unit(scale or 1, currency, native=bool(scale) or (words not in MINOR_DIGITS and words != "€"))


def _not_understood(text: str, language: Language) -> InvalidValue:
    example = "SEK 3,706,566" if language.code_first else "3 706 566 kr"
    return InvalidValue("amount", text, "is not one amount with a unit", f'write it as "{example}"')
