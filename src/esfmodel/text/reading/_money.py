"""Reading amounts and shares strictly: the whole text is one, or the error states why not."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from math import gcd
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from esfmodel.errors import InvalidValue
from esfmodel.text.reading.numbers import (
    MINUS_READ,
    Wanted,
    advice_that_works,
    around_mark,
    checked_text,
    either_number,
    may_be_thousands,
    number_pattern,
    read_number,
    refused,
    with_other_marks,
    with_thousands,
)
from esfmodel.text.words._currencies import currency_called
from esfmodel.text.words.language import (
    BILLION,
    MILLION,
    SPACES,
    THOUSAND,
    number_word_pattern,
    ordinary_spaces,
    read_number_word,
    read_worded,
    worded_pattern,
)
from esfmodel.text.writing._money import format_money
from esfmodel.text.writing.numbers import choose, write_number
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

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
    return re.compile(rf"{worded_pattern(language).replace(' ', f'[{SPACES}]')}(?P<after>[^0-9]+)", re.IGNORECASE)


class _Asked(NamedTuple):
    """How an amount is to be read."""

    language: Language
    expected: str | None
    """The only currency that the amount may be in."""
    bare: str | None
    """The currency of an amount that names none."""
    thousands: str | None


def parse_money(text: str, expected: str | None, bare: str | None, thousands: str | None, language: Language) -> Money:
    """Read one amount with its unit; `expected` is the only currency it may be in, `bare` that of one without any."""
    for currency in filter(None, (expected, bare)):
        Money(0, currency)  # raises for what is no currency
    asked = _Asked(with_thousands(language, thousands), expected, bare, thousands)
    return _parse(text, asked)


def _parse(text: str, asked: _Asked) -> Money:
    try:
        return _read(text, asked)
    except InvalidValue as error:
        raise advice_that_works(error.at("amount", given=text), lambda example: _parse(example, asked)) from None


def _read(text: str, asked: _Asked) -> Money:
    language = asked.language
    given = checked_text(text, "amount", _LONGEST_AMOUNT)
    stated = _read_figures(given, language) or _read_words(given, language)
    if stated is None:
        raise _not_an_amount(text, given, asked)
    number, digits, decimals, unit = stated
    if unit.currency and asked.expected and unit.currency != asked.expected:
        raise InvalidValue("money.other_currency", "amount", text, found=unit.currency, expected=asked.expected)
    # "2 millioner" is Norwegian, and not a bare number of Swedish kronor.
    called = unit.currency or (asked.expected if unit.abroad else asked.bare)
    either_way = asked.thousands is None and may_be_thousands(number)
    # Kronor do not have three decimals, so "12,500 kr" is as likely to be twelve thousand five hundred.
    finer = unit.scale == 1 and called is not None and decimals > MINOR_DIGITS[called]
    if either_way and (finer or (not unit.native and (decimals or unit.scale != 1))):
        raise _two_amounts(text, given, stated, called, language)
    if called is None:
        example = f"{ordinary_spaces(given)} {unit.abroad}" if unit.abroad else _in_kronor(given, language)
        raise InvalidValue("money.no_currency", "amount", text, example=example)
    minor, rest = divmod(digits * unit.scale * 10 ** MINOR_DIGITS[called], 10**decimals)
    if rest:
        amount = Fraction(digits * unit.scale, 10**decimals)
        rounded = Money.of_fraction(amount, called, rounding=Rounding.MINOR_HALF_UP)
        example = ordinary_spaces(format_money(rounded, None, language))
        raise InvalidValue("money.finer_than_unit", "amount", text, currency=called, example=example)
    return Money.of_minor(minor, called)


def _in_kronor(given: str, language: Language) -> str:
    return ordinary_spaces(f"SEK {given}" if language.code_first else f"{given} kr")


def _two_amounts(text: str, given: str, stated: _Stated, currency: str | None, language: Language) -> InvalidValue:
    """Return the error for "1.234 kr" or "12,500 euro", with an amount to write for each reading."""
    number = stated.number if stated.number in given else with_other_marks(stated.number)
    first, other = around_mark(number)
    places = MINOR_DIGITS[currency or "SEK"]
    if stated.unit.scale == 1 and places < len(other):
        step = 10 ** (len(other) - places)
        decimals = write_number((int(first + other) + step // 2) // step, places, language)
    else:
        # With a fourth decimal the mark can only be the decimal one.
        decimals = f"{first}{language.decimal}{other}0"
    # A space is a thousands separator in every language, and never a decimal mark.
    as_written = (ordinary_spaces(given.replace(number, each, 1)) for each in (f"{first} {other}", decimals))
    example, other_example = (each if currency else _in_kronor(each, language) for each in as_written)
    return either_number("amount", text, number, (example, other_example), language)


def _wanted(asked: _Asked) -> Wanted:
    amount, language = ordinary_spaces(write_number(3_706_566, 0, asked.language)), asked.language
    code = asked.expected or "SEK"
    if language.code_first:
        return Wanted("amount", language, f"{code} {amount}", f"{asked.expected or 'EUR'} 500")
    example = f"{amount} kr" if code == "SEK" else f"{amount} {code}"
    return Wanted("amount", language, example, f"500 {asked.expected or 'EUR'}")


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


def _not_an_amount(text: str, given: str, asked: _Asked) -> InvalidValue:
    language, wanted = asked.language, _wanted(asked)
    foreign = _read_figures(with_other_marks(given), language) if asked.thousands is None else None
    if foreign and may_be_thousands(foreign.number):
        return _two_amounts(text, given, foreign, foreign.unit.currency or asked.bare, language)
    if wrong_number := refused(text, wanted):
        return wrong_number
    found = _amount_in_figures(language).fullmatch(given)
    sign = found and found["before"]
    unit = unit_after(sign, language) if sign else None
    if found and sign and unit and unit_before(sign, language) is None:
        example = ordinary_spaces(f"{found['minus']}{given[found.end('before') :].strip()} {sign}")
        if unit.scale == 1 and asked.expected is None:
            # "kr 500" is how Norwegians and Danes write their own kroner.
            return InvalidValue("money.kronor_first", "amount", text, sign=sign, example=example, other="NOK 500")
        return InvalidValue("money.unit_first", "amount", text, sign=sign, example=example)
    after = found["after"] if found else ""
    if after and unit_after(after, language) is None:
        return InvalidValue(
            "money.unknown_unit", "amount", text, unit=after, example=wanted.example, other=wanted.other
        )
    return InvalidValue("money.not_one_amount", "amount", text, example=wanted.example, other=wanted.other)


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
    abroad: str | None = None
    """For a scale in a neighbouring language, the currency of its country."""


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
            scales |= dict.fromkeys(forms, UnitWords(scale.size, None, native=True, abroad=scale.abroad))
    return scales


@cache
def _units_after(language: Language) -> Mapping[str, UnitWords]:
    """Return the common words after a number, in lower case, and the currency codes."""
    international = {"sek", "eur", "€"}
    currencies = {name: UnitWords(1, code, name not in international) for name, code in _currencies(language).items()}
    scales = _scales(language)
    scaled = {
        f"{word} {name}": UnitWords(scale, code, native=True)
        for word, (scale, *_) in scales.items()
        for name, (_, code, *_) in currencies.items()
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
    if name.casefold() in language.only_in_prose or (
        scale and _may_be_abroad(first.casefold(), rest.casefold(), language)
    ):
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
    return re.compile(rf"{worded_pattern(language)}(?P<unit>{_share_words(language)})", re.IGNORECASE)


@cache
def _part_in_words(language: Language) -> re.Pattern[str]:
    counts = "|".join((number_word_pattern(language), *language.one))
    parts = "|".join(sorted(language.fractions, key=len, reverse=True))
    return re.compile(
        rf"(?:{'|'.join(language.half_of_all)})|(?P<count>{counts}) (?P<part>{parts})(?:{language.fraction_plural})?"
    )


def _share_words(language: Language) -> str:
    words = (word for word in language.shares_read if word not in language.only_in_prose)
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))).replace(r"\ ", " ")


_QUOTIENT = re.compile(rf"([{MINUS_READ}]?)(0|[1-9][0-9]*)[{SPACES}]?/[{SPACES}]?(0|[1-9][0-9]*)")


RateUnit: TypeAlias = Literal["%"]
"""The unit of a share that stands beside its field, as in a column of per cent."""

_UNITS: Mapping[str, Fraction] = MappingProxyType({"%": Fraction(1, 100)})


def parse_rate(text: str, unit: str | None, language: Language) -> Rate:
    """Read one share: per cent with a sign or word, a quotient of two whole numbers, or a part in words."""
    worth = None if unit is None else choose(unit, _UNITS, default="%", what="unit")
    return _parse_rate(text, worth, language)


def _parse_rate(text: str, worth: Fraction | None, language: Language) -> Rate:
    try:
        return _read_rate(text, worth, language)
    except InvalidValue as error:
        at_place = error.at("rate", given=text)
        raise advice_that_works(at_place, lambda example: _parse_rate(example, worth, language)) from None


def _read_rate(text: str, worth: Fraction | None, language: Language) -> Rate:
    """Read one share; `worth` is what one of a number without a unit is worth, where that is known."""
    given = checked_text(text, "rate", _LONGEST_RATE)
    if found := _rate_in_percent(language).fullmatch(given):
        digits, decimals = read_number(found["number"], language)
        share = Fraction(-digits if found["minus"] else digits, 10**decimals)
        worth = _worth(found["unit"], language) if found["unit"] else worth
        if worth is None and digits:
            raise _rate_without_unit(text, -digits if found["minus"] else digits, decimals, language)
        return Rate(share * (worth or 0))
    plainly = ordinary_spaces(given)
    if words := _rate_in_words(language).fullmatch(plainly):
        digits, decimals = read_worded(words, language)
        return Rate(Fraction(digits, 10**decimals) * _worth(words["unit"], language))
    if part := _part_in_words(language).fullmatch(plainly.casefold()):
        return Rate(_part(part, language))
    if quotient := _QUOTIENT.fullmatch(given):
        top, bottom = int(quotient[2]), int(quotient[3])
        if bottom == 0:
            raise InvalidValue("rate.divided_by_zero", "rate", text)
        # Somebody who means a quotient writes 2/3, not 40/60; but 47/53 cannot be written shorter.
        if top + bottom == 100 and gcd(top, bottom) > 1:
            raise _two_parts(text, top, bottom, language)
        return Rate(Fraction(-top if quotient[1] else top, bottom))
    if plainly.casefold().endswith(language.percentage_points):
        raise InvalidValue("rate.percentage_points", "rate", text)
    foreign = _rate_in_percent(language).fullmatch(with_other_marks(given))
    if foreign and may_be_thousands(foreign["number"]):
        raise _two_rates(text, plainly, foreign["number"], is_bare=foreign["unit"] is None, language=language)
    wanted = Wanted("rate", language, ordinary_spaces(f"15{language.decimal}5{language.percent}"), "12/29")
    raise refused(text, wanted) or InvalidValue(
        "rate.not_one_share", "rate", text, example=wanted.example, other=wanted.other
    )


def _part(found: re.Match[str], language: Language) -> Fraction:
    """Read "hälften" or "två tredjedelar"."""
    if found["part"] is None:
        return Fraction(1, 2)
    count = 1 if found["count"] in language.one else read_number_word(found["count"], language)
    return Fraction(count or 0, language.fractions[found["part"]])


def _worth(unit: str, language: Language) -> Fraction:
    return language.shares_read[ordinary_spaces(unit).casefold()]


def _two_rates(text: str, given: str, number: str, *, is_bare: bool, language: Language) -> InvalidValue:
    """Return the error for "1.234 %", with a share to write for each reading."""
    number = with_other_marks(number)
    first, other = around_mark(number)
    unit = ordinary_spaces(language.percent) if is_bare else ""
    thousands, decimals = (
        f"{given.replace(number, f'{first}{mark}{other}', 1)}{unit}" for mark in (" ", language.decimal)
    )
    return either_number("rate", text, number, (thousands, decimals), language)


def _two_parts(text: str, top: int, bottom: int, language: Language) -> InvalidValue:
    """Return the error for "50/50", which is more likely two halves than the quotient 1."""
    example, other = (ordinary_spaces(f"{part}{language.percent}") for part in (top, bottom))
    return InvalidValue("rate.two_parts", "rate", text, top=top, bottom=bottom, example=example, other=other)


def _rate_without_unit(text: str, digits: int, decimals: int, language: Language) -> InvalidValue:
    as_percent = write_number(digits, decimals, language)
    as_share = write_number(digits * 10 ** max(2 - decimals, 0), max(decimals - 2, 0), language)
    example, other = (ordinary_spaces(f"{each}{language.percent}") for each in (as_percent, as_share))
    return InvalidValue("text.two_readings", "rate", text, example=example, other=other)
