"""Exchange rates by which rules compare an amount with a threshold in another currency.

No article says at which rate, or of which day, that is done. So a rate is the caller's and told as such. Without one,
kronor and euro are compared at the rates of the years that the project covers, and judged only where the outcome is the
same at all of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law.exchange import MARGIN, as_published, kronor_per_euro
from esfmodel.model import ExchangeRate
from esfmodel.rules.words import Words
from esfmodel.values.dates import as_date
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.values.dates import Date
    from esfmodel.values.money import Money


def as_rates(rates: Iterable[ExchangeRate], on: Date | None) -> tuple[ExchangeRate, ...]:
    """Return exchange rates as a tuple; raise `InvalidValue` for two between the same currencies and for a day to come.

    A day is to come where it is after `on`, or without it after today.

    >>> as_rates([ExchangeRate("EUR", "SEK", rate="11.20", day="2024-03-01")], None)[0].rate
    Decimal('11.20')
    """
    if not isinstance(rates, Iterable):
        raise TypeError(f"rates takes several ExchangeRate, such as a list; not {type(rates).__name__}")
    stated = tuple(rates)
    pairs: set[frozenset[str]] = set()
    for index, rate in enumerate(stated):
        if not isinstance(rate, ExchangeRate):
            raise TypeError(f"rates[{index}] must be ExchangeRate, not {type(rate).__name__}")
        place, unit, price = f"rates[{index}]", rate.unit_currency, rate.price_currency
        if (pair := frozenset((unit, price))) in pairs:
            raise InvalidValue("exchange_rate.stated_twice", place, rate.rate, unit=unit, price=price)
        pairs.add(pair)
        first_day = rate.day or (None if rate.month is None else rate.month.start)
        latest = on or today()
        if first_day is not None and first_day > latest:
            field = "month" if rate.day is None else "day"
            raise InvalidValue("exchange_rate.not_passed", f"{place}.{field}", rate.day or rate.month, latest=latest)
    return stated


def today() -> Date:
    """Return the day that it is; only what lies in the time to come is refused by it, and no outcome depends on it."""
    return as_date(datetime.date.today(), "on")  # noqa: DTZ011


def rate_words(rate: ExchangeRate) -> Words:
    """Return a rate with its day or month and its source, in each language.

    >>> print(rate_words(ExchangeRate("EUR", "SEK", rate="11.60", source="Riksbanken")).sv)
    1 euro = 11,60 kronor (utan angiven dag, källa: Riksbanken)
    """
    return _RATE.with_values(
        unit=_name(rate.unit_currency, 0),
        rate=rate.rate,
        price=currency_words(rate.price_currency),
        when=rate.day or rate.month or _NO_DAY,
        source=_NO_SOURCE if rate.source is None else _SOURCE.with_values(source=rate.source),
    )


def currency_words(code: str) -> Words:
    """Return the name of a currency in the plural, or the code of one without an everyday name."""
    return _name(code, 1)


def rate_in_words(amount: Money, threshold: Money) -> Words:
    """Return the rate at which an amount equals a threshold in another currency, per unit of that one."""
    return Words("{rate} {price} per {unit}", "{rate} {price} per {unit}").with_values(
        rate=as_published(amount.as_fraction() / threshold.as_fraction()),
        price=currency_words(amount.currency),
        unit=_name(threshold.currency, 0),
    )


@lru_cache
def _name(code: str, number: int) -> Words:
    # Loaded with the first price that is told: the words of a language take long.
    from esfmodel.text.words.english import ENGLISH
    from esfmodel.text.words.swedish import SWEDISH

    return Words(*(language.currency_names.get(code, (code, code))[number] for language in (SWEDISH, ENGLISH)))


@attrs.frozen
class Prices:
    """What a unit of one currency costs in another.

    `ends` are the price, or the least and the highest, or nothing where it is not known. `note` is told of an outcome
    that is the same at both, and `doubt` where there is none such; None where only one price is possible.
    """

    ends: Sequence[Fraction]
    note: Words | None = None
    doubt: Words | None = None


def prices(unit: str, price: str, rates: Iterable[ExchangeRate], during: Period | None) -> Prices:
    """Return what a unit of one currency costs in another: at the caller's rate, or else in the years of a period."""
    if unit == price:
        return Prices([Fraction(1)])
    for rate in rates:
        if {rate.unit_currency, rate.price_currency} == {unit, price}:
            stated = Fraction(*rate.rate.as_integer_ratio())
            exact = stated if rate.unit_currency == unit else 1 / stated
            return Prices([exact], note=_STATED.with_values(rate=rate_words(rate)))
    if (unit, price) != ("EUR", "SEK"):
        return Prices([], doubt=_ONLY_KRONOR)
    return Prices([], doubt=_NO_PERIOD) if during is None else _of_years(during.start.year, during.end.year)


@cache
def _of_years(first: int, last: int) -> Prices:
    """Return what a euro costs in kronor in the years of a project; they are few, and asked for by every rule."""
    bounds = kronor_per_euro(first, last)
    span = _SPAN.with_values(low=bounds.low, high=bounds.high, margin=MARGIN)
    years = Period.of_years(bounds.first, bounds.last)
    if (bounds.first, bounds.last) != (first, last):
        period = Period.of_years(first, last)
        return Prices([], doubt=_NO_RATES.with_values(period=period, years=years, span=span))
    return Prices(
        [Fraction(bounds.low), Fraction(bounds.high)],
        note=_SAME.with_values(years=years, span=span),
        doubt=_BETWEEN.with_values(years=years, span=span),
    )


_RATE: Final = Words("1 {unit} = {rate} {price} ({when}, {source})", "1 {unit} = {rate} {price} ({when}, {source})")
_NO_DAY: Final = Words("utan angiven dag", "no day stated")
_SOURCE: Final = Words("källa: {source}", "source: {source}")
_NO_SOURCE: Final = Words("utan angiven källa", "no source stated")
_STATED: Final = Words(
    "Kursen är användarens egen: {rate}. Ingen artikel anger vilken kurs eller dag som gäller för en gräns.",
    "The rate is the user's own: {rate}. No article says which rate or day counts for a threshold.",
)
_SPAN: Final = Words(
    "{low}–{high} kronor per euro (Europeiska centralbankens lägsta och högsta referenskurs, vidgade med {margin})",
    "{low}–{high} Swedish kronor per euro (the lowest and highest reference rates of the European Central Bank, "
    "widened by {margin})",
)
_SAME: Final = Words(
    "Ingen växelkurs är angiven, men utfallet är detsamma vid alla kurser {years}: {span}.",
    "No exchange rate is stated, but the outcome is the same at all rates of {years}: {span}.",
)
_BETWEEN: Final = Words("kursen {years} var {span}", "the rate of {years} was {span}")
_NO_RATES: Final = Words(
    "perioden är {period}, men kurserna är bara kända för hela åren {years}: {span}",
    "the period is {period}, but the rates are known only of the whole years {years}: {span}",
)
_NO_PERIOD: Final = Words(
    "hela perioden är inte känd, och därmed inte vilka års kurser som kan gälla",
    "the whole period is not known, and so neither are the years whose rates may count",
)
_ONLY_KRONOR: Final = Words(
    "kurser är kända bara för belopp i kronor och gränser i euro",
    "rates are known only for amounts in Swedish kronor and thresholds in euros",
)
