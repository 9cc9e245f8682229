"""Amounts of money as people write them, read strictly: the whole text is one amount, or it says why not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue, shown
from esfmodel.text._number_reading import (
    MINUS_READ,
    checked_text,
    may_be_thousands,
    number_pattern,
    read_number,
    told_of_thousands,
)
from esfmodel.text._number_words import read_worded, worded_pattern
from esfmodel.text._refusals import ambiguous, refused
from esfmodel.text._spaces import SPACES
from esfmodel.text._unit_reading import Unit, both_units, unit_after, unit_before
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.text._language import Language

_LONGEST = 200
_NO_ORE = re.compile(rf"[:,](?:--|[{MINUS_READ}])")


class _Stated(NamedTuple):
    """An amount as it is written: its number, of which so many digits are decimals, and its unit."""

    number: str
    digits: int
    decimals: int
    unit: Unit


@cache
def _in_figures(language: Language) -> re.Pattern[str]:
    before = rf"(?P<before>[^\W\d_]{{2,6}}\.?|[A-Za-z]?[€£])[{SPACES}]?(?P<inner>[{MINUS_READ}]?)"
    ore = rf"(?:(?P<ore>:[0-9]{{2}}|{_NO_ORE.pattern})[{SPACES}]?)?" if language.colon_before_ore else "(?P<ore>)"
    return re.compile(
        rf"(?P<minus>[{MINUS_READ}]?)(?:{before})?{number_pattern(language)}[{SPACES}]?{ore}(?P<after>[^0-9]*)"
    )


@cache
def _in_words(language: Language) -> re.Pattern[str]:
    space = f"[{SPACES}]"
    return re.compile(rf"{worded_pattern(language).replace(' ', space)}{space}(?P<after>[^0-9]+)", re.IGNORECASE)


def parse_money(text: str, currency: str | None, thousands: str | None, language: Language) -> Money:
    """Read one amount with its unit; `currency` is the currency of an amount that names none."""
    given = checked_text(text, "amount", _LONGEST)
    language = told_of_thousands(language, thousands)
    if currency is not None:
        Money(0, currency)  # raises for what is no currency
    stated = _read_figures(given, language) or _read_words(given, language)
    if stated is None:
        raise _not_an_amount(text, given, language)
    number, digits, decimals, unit = stated
    if unit.currency and currency and unit.currency != currency:
        wrong = f"is in {unit.currency}, and {currency} was expected"
        raise InvalidValue("amount", text, wrong, "leave out currency= or correct the text")
    either_way = thousands is None and may_be_thousands(number)
    if either_way and not unit.native and (decimals or unit.scale != 1):
        raise ambiguous("amount", text, number, language)
    called = unit.currency or currency
    if called is None:
        raise InvalidValue("amount", text, "names no currency", 'pass currency="SEK" if that is what it is in')
    # Nobody writes three decimals of kronor: "12,500 kr" is as likely to be twelve thousand five hundred.
    if either_way and unit.scale == 1 and decimals > MINOR_DIGITS[called]:
        raise ambiguous("amount", text, number, language)
    minor, rest = divmod(digits * unit.scale * 10 ** MINOR_DIGITS[called], 10**decimals)
    if rest:
        raise InvalidValue("amount", text, f"is finer than the smallest unit of {called}", "round it first")
    try:
        return Money.of_minor(minor, called)
    except InvalidValue as too_large:
        raise InvalidValue("amount", text, too_large.wrong, too_large.advice) from None


def _read_figures(given: str, language: Language) -> _Stated | None:
    """Read "3,7 mnkr", "SEK 500", "500:-" or "12:50 kr"; None when it is none of them."""
    found = _in_figures(language).fullmatch(given)
    if found is None:
        return None
    minus, before, inner, number, ore, after = found.group("minus", "before", "inner", "number", "ore", "after")
    unit = unit_after(after, language)
    if before:
        unit = both_units(unit_before(before, language), unit)
    if unit is None or (minus and inner):
        return None
    digits, decimals = read_number(number, language)
    if ore:
        none = _NO_ORE.fullmatch(ore) is not None
        if decimals or unit.scale != 1 or unit.currency not in ((None, "SEK") if none else ("SEK",)):
            return None
        unit = Unit(1, "SEK", native=True)
        digits, decimals = (digits, 0) if none else (100 * digits + int(ore[1:]), 2)
    return _Stated(number, -digits if minus or inner else digits, decimals, unit)


def _read_words(given: str, language: Language) -> _Stated | None:
    """Read "två miljoner kronor", "en halv" or "tre komma fem miljoner"; None when it is nothing of the kind."""
    found = _in_words(language).fullmatch(given)
    unit = found and unit_after(found["after"], language)
    if found is None or unit is None:
        return None
    return _Stated("", *read_worded(found, language), unit)


def _not_an_amount(text: str, given: str, language: Language) -> InvalidValue:
    if wrong_number := refused("amount", text, language):
        return wrong_number
    found = _in_figures(language).fullmatch(given)
    sign = found and found["before"]
    unit = unit_after(sign, language) if sign else None
    if sign and unit and unit_before(sign, language) is None:
        # Norwegians and Danes write their own kroner so.
        kroner = ', and the code for those of a neighbour: "NOK 500"' if unit.scale == 1 else ""
        return InvalidValue("amount", text, f'has "{sign}" before its number', f'write "{sign}" after it{kroner}')
    example, other = ("SEK 3,706,566", "EUR 500") if language.code_first else ("3 706 566 kr", "500 EUR")
    advice = f'write it as "{example}", or with the code of its currency, "{other}"'
    after = found["after"] if found else ""
    if after and unit_after(after, language) is None:
        advice += f"; {shown(after)} is not read as a unit"
    return InvalidValue("amount", text, "is not one amount with a unit", advice)
