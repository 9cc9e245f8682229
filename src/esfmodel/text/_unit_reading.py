"""The words beside an amount, and what they say of its scale and its currency: "mkr", "miljoner norska kronor"."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._currencies import currency_called
from esfmodel.text._language import BILLION, MILLION, THOUSAND
from esfmodel.text._spaces import ordinary_spaces
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text._language import Language

_PREFIXES: Mapping[str, int] = MappingProxyType(
    {"k": THOUSAND, "t": THOUSAND, "m": MILLION, "mn": MILLION, "md": BILLION}
)
_PREFIXED: Mapping[str, str] = MappingProxyType(
    {**{code.casefold(): code for code in ("SEK", "EUR", "NOK", "DKK", "GBP", "USD")}, "€": "EUR", "euro": "EUR"}
)


class Unit(NamedTuple):
    """What the words beside a number say: its scale, its currency if any, and whether they belong to the language."""

    scale: int
    currency: str | None
    native: bool


INTERNATIONAL_UNITS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {f"{prefix}{sign}": (scale, code) for prefix, scale in _PREFIXES.items() for sign, code in _PREFIXED.items()}
)
"""Signs like MSEK and TEUR, which every language has, in lower case."""


@cache
def _codes(*, native: bool) -> Mapping[str, Unit]:
    return {code: Unit(1, code, native) for code in MINOR_DIGITS}


@cache
def _international() -> Mapping[str, Unit]:
    return {name: Unit(*unit, native=False) for name, unit in INTERNATIONAL_UNITS.items()}


@cache
def _currencies(language: Language) -> Mapping[str, str]:
    return {name: code for name, code in language.currencies_read.items() if name not in language.only_in_prose}


@cache
def _scales(language: Language) -> Mapping[str, Unit]:
    """Return the words for thousands and millions, with the full stop that may end one that is shortened."""
    scales: dict[str, Unit] = {}
    for word, scale in language.scales_read.items():
        if word not in language.only_in_prose:
            forms = (word, f"{word}.") if scale.may_be_shortened else (word,)
            scales |= dict.fromkeys(forms, Unit(scale.size, None, native=True))
    return scales


@cache
def _units_after(language: Language) -> Mapping[str, Unit]:
    """Return the commonest words after a number, in lower case, and the codes of the currencies."""
    international = {"sek", "eur", "€"}
    currencies = {name: Unit(1, code, name not in international) for name, code in _currencies(language).items()}
    scales = _scales(language)
    scaled = {
        f"{word} {name}": Unit(scale, code, native=True)
        for word, (scale, _, _) in scales.items()
        for name, (_, code, _) in currencies.items()
        if not _may_be_abroad(word, name, language)
    }
    # Many write no space after the full stop: "24 milj.kr".
    scaled |= {words.replace(". ", ".", 1): unit for words, unit in scaled.items() if ". " in words}
    alone = {word: unit for word, unit in scales.items() if language.scales_read[word.rstrip(".")].stands_alone}
    abbreviated = {name: Unit(*unit, native=True) for name, unit in language.units_read.items()}
    bare = {"": Unit(1, None, native=False)}
    return {**bare, **_codes(native=False), **_international(), **abbreviated, **scaled, **alone, **currencies}


def _may_be_abroad(scale: str, currency: str, language: Language) -> bool:
    """Say whether a scale of the neighbours makes kronor theirs: nobody can tell whose "2 millioner kr" are."""
    abroad = language.scales_read[scale.rstrip(".")].abroad
    return abroad is not None and currency.rstrip(".") in language.kronor.values()


@cache
def _units_before(language: Language) -> Mapping[str, Unit]:
    """Give what may stand before a number: a code, or a sign that is no abbreviation of the language."""
    signs = {
        name: Unit(1, code, native=language.code_first)
        for name, code in _currencies(language).items()
        if code != "SEK" or name == "sek"
    }
    return {**_codes(native=language.code_first), **_international(), **signs}


def unit_after(words: str, language: Language) -> Unit | None:
    """Understand the words after a number; None when they are no unit."""
    units = _units_after(language)
    return units.get(words) or units.get(ordinary_spaces(words).casefold()) or _named(ordinary_spaces(words), language)


def unit_before(sign: str, language: Language) -> Unit | None:
    """Understand the code or sign before a number; None when it is none."""
    units = _units_before(language)
    return units.get(sign) or units.get(sign.casefold())


def both_units(before: Unit | None, after: Unit | None) -> Unit | None:
    """Join what stands before a number and after it; None when they say the same thing twice."""
    if before is None or after is None or after.currency or (before.scale != 1 and after.scale != 1):
        return None
    return Unit(before.scale * after.scale, before.currency, before.native or after.native)


def _named(words: str, language: Language) -> Unit | None:
    """Find a currency by the name that CLDR has for it, with or without a scale."""
    first, _, rest = words.partition(" ")
    scale = _scales(language).get(first.casefold())
    name = rest if scale else words
    if name.casefold() in language.only_in_prose or (scale and _may_be_abroad(first.casefold(), rest, language)):
        return None
    currency = currency_called(name, language)
    if currency is None:
        return None
    return Unit(scale.scale if scale else 1, currency, native=bool(scale) or words not in MINOR_DIGITS)
