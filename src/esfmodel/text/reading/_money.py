"""Reading amounts and shares strictly: the whole text is one, or the error states why not."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from math import gcd
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue, shown
from esfmodel.text.reading.numbers import (
    MINUS_READ,
    ambiguous,
    checked_text,
    may_be_thousands,
    number_pattern,
    read_number,
    refused,
    with_thousands,
)
from esfmodel.text.words._currencies import currency_called
from esfmodel.text.words.language import (
    BILLION,
    MILLION,
    SPACES,
    THOUSAND,
    ordinary_spaces,
    read_worded,
    worded_pattern,
)
from esfmodel.text.writing.numbers import write_number
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text.words.language import Language

_LONGEST_AMOUNT = 200
_NO_ORE = re.compile(rf"[:,](?:--|[{MINUS_READ}])")


class _Stated(NamedTuple):
    """An amount as it is written: `digits` / 10^`decimals` in its unit; `number` is the text of the digits."""

    number: str
    digits: int
    decimals: int
    unit: UnitWords


@cache
def _amount_in_figures(language: Language) -> re.Pattern[str]:
    before = rf"(?P<before>[^\W\d_]{{2,6}}\.?|[A-Za-z]?[€£])[{SPACES}]?(?P<inner>[{MINUS_READ}]?)"
    ore = rf"(?:(?P<ore>:[0-9]{{2}}|{_NO_ORE.pattern})[{SPACES}]?)?" if language.colon_before_ore else "(?P<ore>)"
    return re.compile(
        rf"(?P<minus>[{MINUS_READ}]?)(?:{before})?{number_pattern(language)}[{SPACES}]?{ore}(?P<after>[^0-9]*)"
    )


@cache
def _amount_in_words(language: Language) -> re.Pattern[str]:
    space = f"[{SPACES}]"
    return re.compile(rf"{worded_pattern(language).replace(' ', space)}{space}(?P<after>[^0-9]+)", re.IGNORECASE)


def parse_money(text: str, currency: str | None, thousands: str | None, language: Language) -> Money:
    """Read one amount with its unit; `currency` is for an amount that names none."""
    given = checked_text(text, "amount", _LONGEST_AMOUNT)
    language = with_thousands(language, thousands)
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
    # Kronor do not have three decimals, so "12,500 kr" is as likely to be twelve thousand five hundred.
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
    """Read "3,7 mnkr", "SEK 500", "500:-" or "12:50 kr"; None for other forms."""
    found = _amount_in_figures(language).fullmatch(given)
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
        unit = UnitWords(1, "SEK", native=True)
        digits, decimals = (digits, 0) if none else (100 * digits + int(ore[1:]), 2)
    return _Stated(number, -digits if minus or inner else digits, decimals, unit)


def _read_words(given: str, language: Language) -> _Stated | None:
    """Read "två miljoner kronor", "en halv" or "tre komma fem miljoner"; None for other forms."""
    found = _amount_in_words(language).fullmatch(given)
    unit = found and unit_after(found["after"], language)
    if found is None or unit is None:
        return None
    return _Stated("", *read_worded(found, language), unit)


def _not_an_amount(text: str, given: str, language: Language) -> InvalidValue:
    if wrong_number := refused("amount", text, language):
        return wrong_number
    found = _amount_in_figures(language).fullmatch(given)
    sign = found and found["before"]
    unit = unit_after(sign, language) if sign else None
    if sign and unit and unit_before(sign, language) is None:
        # "kr 500" is how Norwegians and Danes write their own kroner.
        kroner = ', and the code for those of a neighbour: "NOK 500"' if unit.scale == 1 else ""
        return InvalidValue("amount", text, f'has "{sign}" before its number', f'write "{sign}" after it{kroner}')
    example, other = ("SEK 3,706,566", "EUR 500") if language.code_first else ("3 706 566 kr", "500 EUR")
    advice = f'write it as "{example}", or with the code of its currency, "{other}"'
    after = found["after"] if found else ""
    if after and unit_after(after, language) is None:
        advice += f"; {shown(after)} is not read as a unit"
    return InvalidValue("amount", text, "is not one amount with a unit", advice)


# --- Units: "mkr", "MSEK", "miljoner norska kronor"

_PREFIXES: Mapping[str, int] = MappingProxyType(
    {"k": THOUSAND, "t": THOUSAND, "m": MILLION, "mn": MILLION, "md": BILLION}
)
_PREFIXED: Mapping[str, str] = MappingProxyType(
    {**{code.casefold(): code for code in ("SEK", "EUR", "NOK", "DKK", "GBP", "USD")}, "€": "EUR", "euro": "EUR"}
)


class UnitWords(NamedTuple):
    """A unit of money; `native` when its words belong to the language, whose marks the number then has."""

    scale: int
    currency: str | None
    native: bool


INTERNATIONAL_UNITS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {f"{prefix}{sign}": (scale, code) for prefix, scale in _PREFIXES.items() for sign, code in _PREFIXED.items()}
)
"""Units such as MSEK and TEUR, which are the same in all languages, in lower case."""


@cache
def _codes(*, native: bool) -> Mapping[str, UnitWords]:
    return {code: UnitWords(1, code, native) for code in MINOR_DIGITS}


@cache
def _international() -> Mapping[str, UnitWords]:
    return {name: UnitWords(*unit, native=False) for name, unit in INTERNATIONAL_UNITS.items()}


@cache
def _currencies(language: Language) -> Mapping[str, str]:
    return {name: code for name, code in language.currencies_read.items() if name not in language.only_in_prose}


@cache
def _scales(language: Language) -> Mapping[str, UnitWords]:
    """Return the words for thousands, millions and billions, abbreviations also with their full stop."""
    scales: dict[str, UnitWords] = {}
    for word, scale in language.scales_read.items():
        if word not in language.only_in_prose:
            forms = (word, f"{word}.") if scale.may_be_shortened else (word,)
            scales |= dict.fromkeys(forms, UnitWords(scale.size, None, native=True))
    return scales


@cache
def _units_after(language: Language) -> Mapping[str, UnitWords]:
    """Return the common words after a number, in lower case, and the currency codes."""
    international = {"sek", "eur", "€"}
    currencies = {name: UnitWords(1, code, name not in international) for name, code in _currencies(language).items()}
    scales = _scales(language)
    scaled = {
        f"{word} {name}": UnitWords(scale, code, native=True)
        for word, (scale, _, _) in scales.items()
        for name, (_, code, _) in currencies.items()
        if not _may_be_abroad(word, name, language)
    }
    # Also without the space after the full stop: "24 milj.kr".
    scaled |= {words.replace(". ", ".", 1): unit for words, unit in scaled.items() if ". " in words}
    alone = {word: unit for word, unit in scales.items() if language.scales_read[word.rstrip(".")].stands_alone}
    abbreviated = {name: UnitWords(*unit, native=True) for name, unit in language.units_read.items()}
    bare = {"": UnitWords(1, None, native=False)}
    return {**bare, **_codes(native=False), **_international(), **abbreviated, **scaled, **alone, **currencies}


def _may_be_abroad(scale: str, currency: str, language: Language) -> bool:
    """Whether a scale in a neighbouring language leaves "kr" undecided: "2 millioner kr" may be Norwegian."""
    abroad = language.scales_read[scale.rstrip(".")].abroad
    return abroad is not None and currency.rstrip(".") in language.kronor.values()


@cache
def _units_before(language: Language) -> Mapping[str, UnitWords]:
    """Return what may stand before a number: a code, or a sign other than the language's own "kr"."""
    signs = {
        name: UnitWords(1, code, native=language.code_first)
        for name, code in _currencies(language).items()
        if code != "SEK" or name == "sek"
    }
    return {**_codes(native=language.code_first), **_international(), **signs}


def unit_after(words: str, language: Language) -> UnitWords | None:
    """Return the unit that the words after a number mean; None when they mean none."""
    units = _units_after(language)
    return units.get(words) or units.get(ordinary_spaces(words).casefold()) or _named(ordinary_spaces(words), language)


def unit_before(sign: str, language: Language) -> UnitWords | None:
    """Return the unit that a code or sign before a number means; None when it means none."""
    units = _units_before(language)
    return units.get(sign) or units.get(sign.casefold())


def both_units(before: UnitWords | None, after: UnitWords | None) -> UnitWords | None:
    """Return the unit of the words before and after a number; None when both have a currency, or both a scale."""
    if before is None or after is None or after.currency or (before.scale != 1 and after.scale != 1):
        return None
    return UnitWords(before.scale * after.scale, before.currency, before.native or after.native)


def _named(words: str, language: Language) -> UnitWords | None:
    """Return the unit of a currency by its name in CLDR, with or without a scale."""
    first, _, rest = words.partition(" ")
    scale = _scales(language).get(first.casefold())
    name = rest if scale else words
    if name.casefold() in language.only_in_prose or (scale and _may_be_abroad(first.casefold(), rest, language)):
        return None
    currency = currency_called(name, language)
    if currency is None:
        return None
    return UnitWords(scale.scale if scale else 1, currency, native=bool(scale) or words not in MINOR_DIGITS)


# --- Shares

_LONGEST_RATE = 1_000


@cache
def _rate_in_percent(language: Language) -> re.Pattern[str]:
    unit = _share_words(language).replace(" ", f"[{SPACES}]")
    return re.compile(
        rf"(?P<minus>[{MINUS_READ}]?){number_pattern(language)}(?:[{SPACES}]?(?P<unit>{unit}))?", re.IGNORECASE
    )


@cache
def _rate_in_words(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{worded_pattern(language)} (?P<unit>{_share_words(language)})", re.IGNORECASE)


def _share_words(language: Language) -> str:
    words = (word for word in language.shares_read if word not in language.only_in_prose)
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))).replace(r"\ ", " ")


_QUOTIENT = re.compile(rf"([{MINUS_READ}]?)(0|[1-9][0-9]*)[{SPACES}]?/[{SPACES}]?(0|[1-9][0-9]*)")


def parse_rate(text: str, language: Language) -> Rate:
    """Read one share: per cent with a sign or word, or a quotient of two whole numbers."""
    given = checked_text(text, "rate", _LONGEST_RATE)
    if found := _rate_in_percent(language).fullmatch(given):
        digits, decimals = read_number(found["number"], language)
        share = Fraction(-digits if found["minus"] else digits, 10**decimals)
        if found["unit"] is None:
            raise _rate_without_unit(given, digits, decimals, language)
        return _rate(share * _worth(found["unit"], language), text)
    if words := _rate_in_words(language).fullmatch(ordinary_spaces(given)):
        digits, decimals = read_worded(words, language)
        return Rate(Fraction(digits, 10**decimals) * _worth(words["unit"], language))
    if quotient := _QUOTIENT.fullmatch(given):
        top, bottom = int(quotient[2]), int(quotient[3])
        if bottom == 0:
            raise InvalidValue("rate", text, "divides by zero", "give a share of something")
        # Somebody who means a quotient writes 2/3, not 40/60; but 47/53 cannot be written shorter.
        if top + bottom == 100 and gcd(top, bottom) > 1:
            raise _two_parts(text, top, bottom, language)
        return _rate(Fraction(-top if quotient[1] else top, bottom), text)
    if ordinary_spaces(given).casefold().endswith(language.percentage_points):
        raise InvalidValue("rate", text, "is a difference between two shares, and no share", "keep it in a note")
    example = ordinary_spaces(f'"15{language.decimal}5{language.percent}"')
    raise refused("rate", text, language) or InvalidValue(
        "rate", text, "is not one share", f'write it as {example} or as a quotient, "12/29"'
    )


def _worth(unit: str, language: Language) -> Fraction:
    return language.shares_read[ordinary_spaces(unit).casefold()]


def _rate(share: Fraction, text: str) -> Rate:
    try:
        return Rate(share)
    except InvalidValue as too_long:
        raise InvalidValue("rate", text, too_long.wrong, too_long.advice) from None


def _two_parts(text: str, top: int, bottom: int, language: Language) -> InvalidValue:
    """Return the error for "50/50", which is more likely two halves than the quotient 1."""
    parts = ordinary_spaces(f"{top}{language.percent} and {bottom}{language.percent}")
    wrong = f"may mean {top} divided by {bottom}, or the parts {parts}"
    return InvalidValue("rate", text, wrong, "write one share with the per cent sign")


def _rate_without_unit(text: str, digits: int, decimals: int, language: Language) -> InvalidValue:
    as_percent = write_number(digits, decimals, language)
    as_share = write_number(digits * 10 ** max(2 - decimals, 0), max(decimals - 2, 0), language)
    readings = ordinary_spaces(f"{as_percent}{language.percent} or {as_share}{language.percent}")
    return InvalidValue("rate", text, f"may mean {readings}", "write the per cent sign")
