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
    {**{code.casefold(): code for code in ("SEK", "EUR", "NOK", "DKK", "GBP", "USD")}, "€": "EUR"}
)


class Unit(NamedTuple):
    """What the words beside a number say: its scale, its currency if any, and whether they belong to the language."""

    scale: int
    currency: str | None
    native: bool


_INTERNATIONAL: Mapping[str, Unit] = MappingProxyType(
    {
        f"{prefix}{sign}": Unit(scale, code, native=False)
        for prefix, scale in _PREFIXES.items()
        for sign, code in _PREFIXED.items()
    }
)
"""Signs like MSEK and TEUR, which every language has, in lower case."""


@cache
def _codes(*, native: bool) -> Mapping[str, Unit]:
    return {code: Unit(1, code, native) for code in MINOR_DIGITS}


@cache
def _units_after(language: Language) -> Mapping[str, Unit]:
    """Give the commonest words after a number, in lower case, and the codes of the currencies."""
    international = {"sek", "eur", "€"}
    currencies = {name: Unit(1, code, name not in international) for name, code in language.currencies_read.items()}
    scales = {word: Unit(scale, None, native=True) for word, scale in language.scales_read.items()}
    scaled = {
        f"{word} {name}": Unit(scale, code, native=True)
        for word, (scale, _, _) in scales.items()
        for name, (_, code, _) in currencies.items()
    }
    # Many write no space after the full stop: "24 milj.kr".
    scaled |= {words.replace(". ", ".", 1): unit for words, unit in scaled.items() if ". " in words}
    abbreviated = {name: Unit(*unit, native=True) for name, unit in language.units_read.items()}
    bare = {"": Unit(1, None, native=False)}
    return {**bare, **_codes(native=False), **_INTERNATIONAL, **abbreviated, **scaled, **scales, **currencies}


@cache
def _units_before(language: Language) -> Mapping[str, Unit]:
    """Give what may stand before a number: a code, or a sign that is no abbreviation of the language."""
    signs = {
        name: Unit(1, code, native=language.code_first)
        for name, code in language.currencies_read.items()
        if code != "SEK" or name == "sek"
    }
    return {**_codes(native=language.code_first), **_INTERNATIONAL, **signs}


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
    scale = language.scales_read.get(first.casefold())
    currency = currency_called(rest if scale else words, language)
    if currency is None:
        return None
    return Unit(scale or 1, currency, native=bool(scale) or words not in MINOR_DIGITS)
