"""Writing amounts, shares and bounds in the styles of a Swedish authority, and with the qualifiers of a source."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.text.reading.numbers import hedges_read
from esfmodel.text.words._currencies import currency_names
from esfmodel.text.words.hedges import Hedge
from esfmodel.text.words.language import BILLION, DASH, MILLION, MINUS, SPACE, THOUSAND
from esfmodel.text.writing.numbers import Toward, Written, choose, first_digit, rounded, without_zeros, write_number
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esfmodel.text.words.language import Language
    from esfmodel.values.bounds import MoneyLike, RateLike

MoneyStyle: TypeAlias = Literal["kr", "tkr", "mnkr", "mdkr", "words"]
"""How an amount is written: exactly, in thousands, millions or billions, or in words."""


def format_money(
    money: MoneyLike | None, style: str | None, language: Language, *, qualifier: str | None = None, dash: bool = True
) -> str:
    """Write an amount or bounds of one."""
    if style is None and qualifier is None and isinstance(money, Money):
        return "".join(_exact_parts(money, language))  # the commonest call, kept fast
    write = choose(style, _MONEY_STYLES, default="kr")
    word = qualifying(qualifier, money, language)
    if money is None:
        return language.not_stated
    if isinstance(money, Money):
        written = write(money, language, Toward.NEAREST).text
        return f"{word} {written}" if word else written
    if isinstance(money, Bounds) and isinstance(money.low or money.high, Money):
        return write_bounds(money, write, language, word=word, dash=dash)
    raise TypeError(f"money must be Money, Bounds of Money or None, not {type(money).__name__}")


def _money_exactly(money: Money, language: Language, _toward: Toward) -> Written:
    return Written(*_exact_parts(money, language), money.currency)


def _exact_parts(money: Money, language: Language) -> tuple[str, str, str]:
    number, currency = _exact_number(money, language), money.currency
    if language.code_first:
        return f"{currency}{SPACE}", number, ""
    unit = language.kronor[1] if currency == "SEK" else _currency_name(money, language)
    return "", number, f"{SPACE}{unit}"


def _exact_number(money: Money, language: Language) -> str:
    minor, digits = money.minor, money.digits
    whole, part = divmod(minor, 10**digits)
    return write_number(minor, digits, language) if part else write_number(whole, 0, language)


def _currency_name(money: Money, language: Language) -> str:
    one, many = _currency_names(money.currency, language)
    return one if abs(money.minor) == 10**money.digits else many


@cache
def _currency_names(currency: str, language: Language) -> tuple[str, str]:
    one, many = currency_names(currency, language)
    return one.replace(" ", SPACE), many.replace(" ", SPACE)


def _money_in_units_of(scale: int, decimals: int) -> Callable[[Money, Language, Toward], Written]:
    """Return a writer in thousands, millions or billions, half up to that many decimals.

    What is not zero is never written as zero but rounded to its first digit. That goes for the ends of bounds too, so
    that "under 0,02 mdkr" does not become "under 0,1 mdkr".
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
    """Return the text before and after a number of thousands, millions or billions, and its unit for `Written`."""
    unit = f"{scale} {currency}"
    if language.code_first:
        return f"{currency}{SPACE}", f"{SPACE}{language.scales[scale]}", unit
    if currency == "SEK":
        return "", f"{SPACE}{language.kronor[scale]}", unit
    _, name = _currency_names(currency, language)
    return "", f"{SPACE}{language.scales[scale]}{SPACE}{name}", unit


def _money_in_words(money: Money, language: Language, toward: Toward) -> Written:
    """Write millions and billions half up to one decimal, smaller amounts unrounded.

    What rounds to 1 000,0 million is a billion; 999 950 is not rounded to a million.
    """
    per = 10**money.digits
    if abs(rounded(10 * money.minor, per * MILLION, toward)) >= 10 * THOUSAND:
        scale = BILLION
    elif abs(money.minor) >= per * MILLION:
        scale = MILLION
    else:
        return Written("", _exact_number(money, language), f"{SPACE}{_currency_name(money, language)}", money.currency)
    tenths = rounded(10 * money.minor, per * scale, toward)
    whole, part = divmod(tenths, 10)
    number = write_number(tenths, 1, language) if part else write_number(whole, 0, language)
    word = language.scale_words[scale][abs(tenths) != 10]
    _, name = _currency_names(money.currency, language)
    return Written("", number, f"{SPACE}{word}{SPACE}{name}", f"{scale} {money.currency}")


_MONEY_STYLES: Mapping[str, Callable[[Money, Language, Toward], Written]] = MappingProxyType(
    {
        "kr": _money_exactly,
        "tkr": _money_in_units_of(THOUSAND, 0),
        "mnkr": _money_in_units_of(MILLION, 1),
        "mdkr": _money_in_units_of(BILLION, 1),
        "words": _money_in_words,
    }
)


# --- Shares

RateStyle: TypeAlias = Literal["percent", "exact", "words"]
"""How a share is written: to at most two decimals, without loss, or with the word for per cent."""

_MOST_DECIMALS = 2


def format_rate(
    rate: RateLike | None, style: str | None, language: Language, *, qualifier: str | None = None, dash: bool = True
) -> str:
    """Write a share or bounds of one."""
    write = choose(style, _RATE_STYLES, default="percent")
    word = qualifying(qualifier, rate, language)
    if rate is None:
        return language.not_stated
    if isinstance(rate, Rate):
        written = write(rate, language, Toward.NEAREST).text
        return f"{word} {written}" if word else written
    if isinstance(rate, Bounds) and isinstance(rate.low or rate.high, Rate):
        return write_bounds(rate, write, language, word=word, dash=dash)
    raise TypeError(f"rate must be Rate, Bounds of Rate or None, not {type(rate).__name__}")


def _percent_number(rate: Rate, language: Language, toward: Toward) -> str:
    """Round half up to at most two decimals, but never to 0 or 100 what is not.

    Such a share has as many decimals as show the first digit of its distance from 0 or 100.
    """
    numerator, denominator = 100 * rate.fraction.numerator, rate.fraction.denominator
    decimals = _MOST_DECIMALS
    scaled = rounded(numerator * 10**decimals, denominator, toward)
    for extreme in (0, 100):
        gap = numerator - extreme * denominator
        if gap and scaled == extreme * 10**_MOST_DECIMALS:
            decimals = first_digit(gap, denominator)
            scaled = rounded(numerator * 10**decimals, denominator, toward)
    return write_number(*without_zeros(scaled, decimals), language)


def _rate_in_percent(rate: Rate, language: Language, toward: Toward) -> Written:
    return Written("", _percent_number(rate, language, toward), language.percent, "%")


def _rate_in_words(rate: Rate, language: Language, toward: Toward) -> Written:
    word = language.percent_word.replace(" ", SPACE)
    return Written("", _percent_number(rate, language, toward), f"{SPACE}{word}", "%")


def _rate_exactly(rate: Rate, language: Language, _toward: Toward) -> Written:
    percent = rate.percent
    if percent is None:
        top, bottom = rate.fraction.numerator, rate.fraction.denominator
        return Written("", f"{MINUS if top < 0 else ''}{abs(top)}/{bottom}", "", "")
    plain = f"{percent:f}"
    _, _, part = plain.partition(".")
    return Written("", write_number(int(plain.replace(".", "")), len(part), language), language.percent, "%")


_RATE_STYLES: Mapping[str, Callable[[Rate, Language, Toward], Written]] = MappingProxyType(
    {"percent": _rate_in_percent, "exact": _rate_exactly, "words": _rate_in_words}
)


# --- Bounds
#
# What is printed stays true: a lower end is rounded down, an upper end up. A dash or "mellan … och" stands only between
# ends that are themselves possible, since readers include both.

T = TypeVar("T", Money, Rate)


def write_bounds(
    bounds: Bounds[T],
    write: Callable[[T, Language, Toward], Written],
    language: Language,
    *,
    word: str = "",
    dash: bool = True,
) -> str:
    """Write bounds, each end with `write`.

    `word` is the qualifier before bounds with one end, or before the only figure that they leave possible.
    """
    if not isinstance(dash, bool):
        raise TypeError(f"dash must be True or False, not {type(dash).__name__}")
    if bounds.known is not None:
        written = write(bounds.known, language, Toward.NEAREST).text
        return f"{word} {written}" if word else written
    bounds = bounds.as_said
    low = None if bounds.low is None else write(bounds.low, language, Toward.BELOW)
    high = None if bounds.high is None else write(bounds.high, language, Toward.ABOVE)
    if low and high and bounds.low_included and bounds.high_included:
        return _between(low, high, language, dash=dash)
    stated: list[str] = []
    if low:
        stated.append(f"{word or (language.at_least if bounds.low_included else language.over)} {low.text}")
    if high:
        stated.append(f"{word or (language.at_most if bounds.high_included else language.under)} {high.text}")
    return f" {language.but} ".join(stated)


def _between(low: Written, high: Written, language: Language, *, dash: bool) -> str:
    """Write two ends with their unit once if they share it, as zero does with any; no dash next to a minus."""
    shared = low.unit == high.unit or low.number == "0"
    if not (shared and high.unit):
        return language.between.format(low=low.text, high=high.text)
    if dash and not low.number.startswith(MINUS):
        return f"{high.before}{low.number}{DASH}{high.number}{high.after}"
    return language.between.format(low=f"{low.before}{low.number}", high=f"{high.number}{high.after}")


# --- Qualifiers
#
# "Närmare", "knappt" and "drygt" mean more than bounds do: "nearly" is also close below. So they are written only for a
# caller who asks, because only the caller knows that the source has the word.

Qualifier: TypeAlias = Literal[
    "just_over", "more_than", "nearly", "almost", "just_under", "less_than", "up_to", "about"
]
"""The word beside a figure: drygt, mer än, närmare, nästan, knappt, mindre än, upp till, cirka."""

_ONE_FIGURE, _OVER, _UNDER, _AT_MOST = "Money | Rate", "Bounds.over", "Bounds.under", "Bounds.at_most"
_AT_LEAST = "Bounds.at_least"
_MEANS: Mapping[Hedge, str] = MappingProxyType(
    {
        Hedge.OVER: _OVER,
        Hedge.AT_LEAST: _AT_LEAST,
        Hedge.UNDER: _UNDER,
        Hedge.AT_MOST: _AT_MOST,
        Hedge.ABOUT: _ONE_FIGURE,
    }
)


def qualifying(qualifier: str | None, figure: MoneyLike | RateLike | None, language: Language) -> str:
    """Return the word for a qualifier, empty for None.

    Raises `InvalidValue` for an unknown name, and for a qualifier that does not mean what is known of the figure.
    """
    if qualifier is None:
        return ""
    word = choose(qualifier, language.qualifying, default="about", what="qualifier")
    known = None if figure is None else _what_is_known(figure)
    means = _MEANS[hedges_read(language)[word]]
    if known not in (None, means):
        raise InvalidValue("argument.qualifier_of_other", "qualifier", qualifier, means=means, known=known)
    return word


def _what_is_known(figure: MoneyLike | RateLike) -> str:
    if not isinstance(figure, Bounds) or figure.known is not None:
        return _ONE_FIGURE
    if figure.high is None:
        return _AT_LEAST if figure.low_included else _OVER
    if figure.low is None:
        return _AT_MOST if figure.high_included else _UNDER
    return "Bounds(low, high)"
