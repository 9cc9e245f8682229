"""Amounts of money in words and figures, in the styles of a Swedish authority."""

from __future__ import annotations

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


def _name(money: Money, language: Language, *, several: bool = False) -> str:
    one, many = currency_names(money.currency, language)
    is_one = abs(money.minor) == 10**money.digits and not several
    return (one if is_one else many).replace(" ", SPACE)


def _in_units_of(scale: int, decimals: int) -> Callable[[Money, Language, Toward], Written]:
    """Write in thousands, millions or billions, half up to so many decimals.

    An amount that is not zero is never written as zero: it is rounded to its first digit instead. So is an end of
    bounds that would be zero as an amount, lest "under 0,02 mdkr" become "under 0,1 mdkr".
    """

    def write(money: Money, language: Language, toward: Toward) -> Written:
        per, shown = scale * 10**money.digits, decimals
        scaled = rounded(money.minor * 10**shown, per, toward)
        if money.minor and (scaled == 0 or rounded(money.minor * 10**shown, per, Toward.NEAREST) == 0):
            shown = first_digit(money.minor, per)
            scaled, shown = without_zeros(rounded(money.minor * 10**shown, per, toward), shown)
        number, unit = write_number(scaled, shown, language), f"{scale} {money.currency}"
        if language.code_first:
            return Written(f"{money.currency}{SPACE}", number, f"{SPACE}{language.scales[scale]}", unit)
        if money.currency == "SEK":
            return Written("", number, f"{SPACE}{language.kronor[scale]}", unit)
        name = _name(money, language, several=True)
        return Written("", number, f"{SPACE}{language.scales[scale]}{SPACE}{name}", unit)

    return write


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
    name = _name(money, language, several=True)
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
