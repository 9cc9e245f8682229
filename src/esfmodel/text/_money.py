"""Amounts of money in words and figures, in the styles of a Swedish authority."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from esfmodel.text._bounds import write_bounds
from esfmodel.text._currencies import currency_names
from esfmodel.text._language import BILLION, MILLION, SPACE, THOUSAND
from esfmodel.text._numbers import Toward, Written, first_digit, rounded, without_zeros, write_number
from esfmodel.text._qualifiers import qualifying
from esfmodel.text._styles import chosen
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text._language import Language
    from esfmodel.values.bounds import MoneyLike

MoneyStyle: TypeAlias = Literal["kr", "tkr", "mnkr", "mdkr", "words"]
"""How an amount is written: exactly, in thousands, millions or billions, or in words."""


def format_money(
    money: MoneyLike | None, style: str | None, language: Language, *, qualifier: str | None = None, dash: bool = True
) -> str:
    """Write an amount, exact or known within bounds, in the language."""
    if style is None and qualifier is None and isinstance(money, Money):
        return "".join(_exact_parts(money, language))  # what is asked for most, without detours
    write = chosen(style, _STYLES, default="kr")
    word = qualifying(qualifier, money, language)
    if money is None:
        return language.not_stated
    if isinstance(money, Money):
        written = write(money, language, Toward.NEAREST).text
        return f"{word} {written}" if word else written
    if isinstance(money, Bounds) and isinstance(money.low or money.high, Money):
        return write_bounds(money, write, language, word=word, dash=dash)
    raise TypeError(f"money must be Money, Bounds of Money or None, not {type(money).__name__}")


def _exactly(money: Money, language: Language, _toward: Toward) -> Written:
    return Written(*_exact_parts(money, language), money.currency)


def _exact_parts(money: Money, language: Language) -> tuple[str, str, str]:
    number, currency = _exact_number(money, language), money.currency
    if language.code_first:
        return f"{currency}{SPACE}", number, ""
    unit = language.kronor[1] if currency == "SEK" else _name(money, language)
    return "", number, f"{SPACE}{unit}"


def _exact_number(money: Money, language: Language) -> str:
    minor, digits = money.minor, money.digits
    whole, part = divmod(minor, 10**digits)
    return write_number(minor, digits, language) if part else write_number(whole, 0, language)


def _name(money: Money, language: Language) -> str:
    one, many = _names(money.currency, language)
    return one if abs(money.minor) == 10**money.digits else many


@cache
def _names(currency: str, language: Language) -> tuple[str, str]:
    one, many = currency_names(currency, language)
    return one.replace(" ", SPACE), many.replace(" ", SPACE)


def _in_units_of(scale: int, decimals: int) -> Callable[[Money, Language, Toward], Written]:
    """Write in thousands, millions or billions, half up to so many decimals.

    An amount that is not zero is never written as zero: it is rounded to its first digit instead. So is an end of
    bounds that would be zero as an amount, lest "under 0,02 mdkr" become "under 0,1 mdkr".
    """

    def write(money: Money, language: Language, toward: Toward) -> Written:
        minor, per, shown = money.minor, scale * 10**money.digits, decimals
        scaled = rounded(minor * 10**shown, per, Toward.NEAREST)
        if toward is not Toward.NEAREST and scaled:
            scaled = rounded(minor * 10**shown, per, toward)
        if minor and not scaled:
            shown = first_digit(minor, per)
            scaled, shown = without_zeros(rounded(minor * 10**shown, per, toward), shown)
        before, after, unit = _around(scale, money.currency, language)
        return Written(before, write_number(scaled, shown, language), after, unit)

    return write


@cache
def _around(scale: int, currency: str, language: Language) -> tuple[str, str, str]:
    """Give what stands before and after a number of thousands, millions or billions, and what that is a unit of."""
    unit = f"{scale} {currency}"
    if language.code_first:
        return f"{currency}{SPACE}", f"{SPACE}{language.scales[scale]}", unit
    if currency == "SEK":
        return "", f"{SPACE}{language.kronor[scale]}", unit
    _, name = _names(currency, language)
    return "", f"{SPACE}{language.scales[scale]}{SPACE}{name}", unit


def _in_words(money: Money, language: Language, toward: Toward) -> Written:
    """Write as in running text: millions and billions half up to one decimal, smaller amounts as they are.

    What would round to 1 000,0 millions is a billion. Below a million nothing is rounded, so 999 950 is not one.
    """
    per = 10**money.digits
    if abs(rounded(10 * money.minor, per * MILLION, toward)) >= 10 * THOUSAND:
        scale = BILLION
    elif abs(money.minor) >= per * MILLION:
        scale = MILLION
    else:
        return Written("", _exact_number(money, language), f"{SPACE}{_name(money, language)}", money.currency)
    tenths = rounded(10 * money.minor, per * scale, toward)
    whole, part = divmod(tenths, 10)
    number = write_number(tenths, 1, language) if part else write_number(whole, 0, language)
    word = language.scale_words[scale][abs(tenths) != 10]
    _, name = _names(money.currency, language)
    return Written("", number, f"{SPACE}{word}{SPACE}{name}", f"{scale} {money.currency}")


_STYLES: Mapping[str, Callable[[Money, Language, Toward], Written]] = MappingProxyType(
    {
        "kr": _exactly,
        "tkr": _in_units_of(THOUSAND, 0),
        "mnkr": _in_units_of(MILLION, 1),
        "mdkr": _in_units_of(BILLION, 1),
        "words": _in_words,
    }
)
