"""Hypothesis strategies for amounts, shares, bounds, days, periods, identifiers and texts; and how fields are drawn.

A failing figure shrinks to what a person would try first: 0 kr, 0 %.
"""

from __future__ import annotations

import datetime
import math
from fractions import Fraction
from string import ascii_uppercase, digits
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from esfmodel.values.bounds import Bounds, number_of
from esfmodel.values.cci import Cci
from esfmodel.values.country import CODES, EU_LETTERS, Country
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.money import Money, Rate
from esfmodel.values.nuts import SWEDISH, NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber, check_digit
from esfmodel.values.period import OpenPeriod, Period, Precision
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

F = TypeVar("F", Money, Rate)

_LARGEST_MINOR = 10**18 - 1
_ALL_MONEY_OF_THE_UNION = 10**12
_COMMON_CURRENCIES = ("SEK", "EUR", "NOK", "DKK")
_NOTHING, _WHOLE = Rate(0), Rate(1)


def currencies() -> st.SearchStrategy[str]:
    """Currency codes: those of Nordic projects first, then all others.

    >>> from hypothesis import find
    >>> find(currencies(), lambda code: True)
    'SEK'
    """
    others = sorted(set(MINOR_DIGITS) - set(_COMMON_CURRENCIES))
    return st.sampled_from([*_COMMON_CURRENCIES, *others])


def money(
    currency: str | None = None,
    *,
    min_amount: int | Decimal | None = None,
    max_amount: int | Decimal | None = None,
    whole: bool = False,
) -> st.SearchStrategy[Money]:
    """Amounts in one currency, by default any; negative ones too, unless `min_amount` prevents it.

    `min_amount` and `max_amount` are in kronor or euro, and included. Without them no amount is above 10**12, so that
    hundreds of them can still be added. `whole` leaves out öre and cent.

    >>> from hypothesis import given
    >>> @given(money("SEK", min_amount=0, max_amount=100))
    ... def a_small_grant(amount):
    ...     assert Money(0) <= amount <= Money(100)
    >>> a_small_grant()
    """

    def amounts(code: str) -> st.SearchStrategy[Money]:
        per_unit: int = 10 ** MINOR_DIGITS[code]
        low, high = _minor_range(per_unit, min_amount, max_amount)
        units = st.integers(-(-low // per_unit), high // per_unit).map(lambda number: number * per_unit)
        # Most figures in real budgets are whole kronor; between narrow limits there may be none.
        has_units = -(-low // per_unit) <= high // per_unit
        minors = units if whole else st.one_of([units] * has_units + [st.integers(low, high)])
        return minors.map(lambda minor: Money.of_minor(minor, code))

    return currencies().flatmap(amounts) if currency is None else amounts(currency)


def rates(min_rate: Rate = _NOTHING, max_rate: Rate = _WHOLE) -> st.SearchStrategy[Rate]:
    """Shares from `min_rate` to `max_rate`, both included: per cent with up to two decimals, and fractions like 12/29.

    >>> from hypothesis import find
    >>> find(rates(min_rate=Rate.of_percent(40)), lambda rate: True)
    Rate.of_percent("40")
    """
    low, width = min_rate.fraction, max_rate.fraction - min_rate.fraction
    first, last = math.ceil(min_rate.fraction * 10_000), math.floor(max_rate.fraction * 10_000)
    hundredths = [st.integers(first, last).map(lambda number: Rate(Fraction(number, 10_000)))] if first <= last else []
    quotients = st.integers(1, 1_000_000).flatmap(
        lambda whole: st.integers(0, whole).map(lambda part: Rate(low + width * Fraction(part, whole)))
    )
    return st.one_of([*hundredths, quotients])


def bounds_of_money(
    currency: str | None = None,
    *,
    min_amount: int | Decimal | None = None,
    max_amount: int | Decimal | None = None,
) -> st.SearchStrategy[Bounds[Money]]:
    """Bounds of amounts, with one end or two, each included or not.

    Every end lies between `min_amount` and `max_amount`, as in `money`. Some bounds contain a single amount.

    >>> from hypothesis import given
    >>> @given(bounds_of_money("SEK"))
    ... def something_is_known(bounds):
    ...     assert bounds.low is not None or bounds.high is not None
    >>> something_is_known()
    """

    def bounds(code: str) -> st.SearchStrategy[Bounds[Money]]:
        ends = money(code, min_amount=min_amount, max_amount=max_amount)
        return st.one_of(_one_ended(ends), _two_ended(ends, lambda low, high: high.minor - low.minor))

    return currencies().flatmap(bounds) if currency is None else bounds(currency)


def bounds_of_rates(min_rate: Rate = _NOTHING, max_rate: Rate = _WHOLE) -> st.SearchStrategy[Bounds[Rate]]:
    """Bounds of shares, as `bounds_of_money`; every end lies between `min_rate` and `max_rate`.

    >>> from hypothesis import given
    >>> @given(bounds_of_rates())
    ... def something_is_left(bounds):
    ...     assert bounds.complement.complement == bounds
    >>> something_is_left()
    """
    ends = rates(min_rate, max_rate)
    # Between two different rates there is always a third, so no end needs to be included.
    return st.one_of(_one_ended(ends), _two_ended(ends, lambda low, high: 2 if low < high else 0))


def bounds(figure: type[Money | Rate] | None = None) -> st.SearchStrategy[Bounds[Money] | Bounds[Rate]]:
    """Bounds of amounts in any currency, of shares, or of either.

    >>> from hypothesis import given
    >>> @given(bounds(Rate))
    ... def shares_lie_between_shares(drawn):
    ...     assert isinstance(drawn.low or drawn.high, Rate)
    >>> shares_lie_between_shares()
    """
    if figure is Money:
        return bounds_of_money()
    return bounds_of_rates() if figure is Rate else st.one_of(bounds_of_money(), bounds_of_rates())


def _one_ended(ends: st.SearchStrategy[F]) -> st.SearchStrategy[Bounds[F]]:
    return st.one_of(
        ends.map(Bounds.at_least),
        ends.map(Bounds.over),
        ends.map(Bounds.at_most),
        ends.map(Bounds.under),
    )


def _two_ended(ends: st.SearchStrategy[F], room: Callable[[F, F], int]) -> st.SearchStrategy[Bounds[F]]:
    """Draw two ends; include them where `room`, the steps between them, leaves no figure inside."""

    def bounds(one: F, other: F, low_included: bool, high_included: bool) -> Bounds[F]:
        low, high = (one, other) if number_of(one) <= number_of(other) else (other, one)
        steps = room(low, high)
        low_included = low_included or steps == 0
        high_included = high_included or steps == 0 or (steps == 1 and not low_included)
        return Bounds(low, high, low_included=low_included, high_included=high_included)

    return st.builds(bounds, ends, ends, st.booleans(), st.booleans())


def _minor_range(per_unit: int, lowest: int | Decimal | None, highest: int | Decimal | None) -> tuple[int, int]:
    """Return the least and the greatest amount in minor units, both within what `Money` can hold."""
    usual = _ALL_MONEY_OF_THE_UNION * per_unit
    low = None if lowest is None else math.ceil(Fraction(lowest) * per_unit)
    high = None if highest is None else math.floor(Fraction(highest) * per_unit)
    if low is None:
        low = -usual if high is None or high >= -usual else -_LARGEST_MINOR
    if high is None:
        high = usual if low <= usual else _LARGEST_MINOR
    return max(low, -_LARGEST_MINOR), min(high, _LARGEST_MINOR)


# --- Days and periods

_EARLIEST = datetime.date(1990, 1, 1)
_LATEST = datetime.date(2060, 12, 31)


def dates(*, earliest: datetime.date = _EARLIEST, latest: datetime.date = _LATEST) -> st.SearchStrategy[datetime.date]:
    """Days, by default from 1990 to 2060, when EU projects have run or may run."""
    return st.dates(earliest, latest)


def _days(earliest: datetime.date, latest: datetime.date) -> st.SearchStrategy[Period]:
    return st.tuples(st.dates(earliest, latest), st.dates(earliest, latest)).map(
        lambda ends: Period(min(ends), max(ends))
    )


def _months(earliest: datetime.date, latest: datetime.date) -> st.SearchStrategy[Period]:
    numbers = st.integers(earliest.year * 12 + earliest.month - 1, latest.year * 12 + latest.month - 1)

    def month(number: int) -> str:
        return f"{number // 12:04}-{number % 12 + 1:02}"

    return st.tuples(numbers, numbers).map(lambda ends: Period(month(min(ends)), month(max(ends)), "month"))


def _years(earliest: datetime.date, latest: datetime.date) -> st.SearchStrategy[Period]:
    numbers = st.integers(earliest.year, latest.year)
    return st.tuples(numbers, numbers).map(lambda ends: Period.of_years(min(ends), max(ends)))


def periods(
    precision: Precision | None = None, *, earliest: datetime.date = _EARLIEST, latest: datetime.date = _LATEST
) -> st.SearchStrategy[Period]:
    """Periods of one precision, by default any.

    Months and years are whole, so they may begin before `earliest` and end after `latest`.
    """
    kinds = {"day": _days, "month": _months, "year": _years}
    wanted = kinds if precision is None else {precision: kinds[precision]}
    return st.one_of([kind(earliest, latest) for kind in wanted.values()])


def open_periods(
    *, earliest: datetime.date = _EARLIEST, latest: datetime.date = _LATEST
) -> st.SearchStrategy[OpenPeriod]:
    """Periods with only a start or only an end."""
    days = dates(earliest=earliest, latest=latest)
    return st.one_of(st.builds(OpenPeriod, days), st.builds(OpenPeriod, end=days))


def programming_periods() -> st.SearchStrategy[ProgrammingPeriod]:
    """Programming periods: the real ones first, then any that can exist."""
    real = st.sampled_from([(2021, 2027), (2014, 2020), (2007, 2013), (2000, 2006)])
    any_years = st.integers(1000, 9998).flatmap(
        lambda first: st.integers(first + 1, min(first + 9, 9999)).map(lambda last: (first, last))
    )
    return st.one_of(real, any_years).map(lambda years: ProgrammingPeriod(*years))


# --- Identifiers

_FIRST_YEARS_WITH_TWO_LETTER_FUNDS = (2014, 2015, 2016, 2021)
_LAST_OF_LATIN = 0x24F
"""The last Latin letter drawn: in other scripts, normalising to NFC can make a text longer."""
_PRINTABLE = st.one_of(
    st.sampled_from(f"{digits}{ascii_uppercase}-/_.:"),
    st.characters(categories=("L", "P", "S"), max_codepoint=_LAST_OF_LATIN),
)


def countries() -> st.SearchStrategy[Country]:
    """Countries."""
    return st.sampled_from(sorted(CODES)).map(Country)


@st.composite
def organisation_numbers(draw: st.DrawFn) -> OrganisationNumber:
    """Swedish organisation numbers with a correct check digit."""
    nine = draw(st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True))
    return OrganisationNumber(f"{nine}{check_digit(nine)}")


def foreign_numbers() -> st.SearchStrategy[ForeignNumber]:
    """Numbers of organisations outside Sweden."""
    return st.builds(ForeignNumber, _foreign_countries(), _printable_text())


def operation_ids() -> st.SearchStrategy[OperationId]:
    """Project numbers, in the forms of Swedish registers and Kohesio and in any other."""
    local = st.one_of(
        st.from_regex(r"[0-9]{2}-[0-9]{3}-S[0-9]{2,3}", fullmatch=True),
        st.from_regex(r"20[0-9]{2}/[0-9]{5}", fullmatch=True),
        st.from_regex(r"202[0-9]{5}", fullmatch=True),
        _printable_text(),
    )
    prefixed = st.builds("{}_{}".format, ccis(serial=True), local)
    return st.one_of(local, prefixed).map(OperationId)


@st.composite
def ccis(draw: st.DrawFn, *, serial: bool | None = None) -> Cci:
    """Codes of programmes of 2007-2013, 2014-2020 or 2021-2027; `serial` is whether with a serial number."""
    country = draw(st.sampled_from([*sorted(CODES), "UK", "TC"]))
    year = draw(st.sampled_from((2007, *_FIRST_YEARS_WITH_TWO_LETTER_FUNDS)))
    fund = "[A-Z0-9]" if year == 2007 else "[A-Z0-9]{2}"
    with_serial = draw(st.booleans()) if serial is None else serial
    tail = draw(st.from_regex(rf"[0-9]{{2}}{fund}[A-Z]{{2}}{'[0-9]{3}' if with_serial else ''}", fullmatch=True))
    return Cci(f"{year}{country}{tail}")


@st.composite
def nuts_codes(draw: st.DrawFn) -> NutsCode:
    """NUTS codes of any level."""
    foreign = sorted((CODES - {"SE", *EU_LETTERS.values()}) | {*EU_LETTERS})
    if draw(st.booleans()):
        return NutsCode(draw(st.from_regex(SWEDISH, fullmatch=True)))
    return NutsCode(draw(st.sampled_from(foreign)) + draw(st.text(digits + ascii_uppercase, max_size=3)))


def postal_codes() -> st.SearchStrategy[PostalCode]:
    """Swedish and foreign postal codes."""
    swedish = st.integers(10_000, 98_999).map(str).map(PostalCode)
    return st.one_of(swedish, st.builds(PostalCode, _foreign_codes(), _foreign_countries()))


def _foreign_codes() -> st.SearchStrategy[str]:
    """Codes that begin with a digit, so that they do not begin with a country code, and end in no name of a town."""
    return st.from_regex(r"[0-9][A-Z0-9-]{0,6}[A-Z0-9](?: (?:[0-9][A-Z0-9]{0,2}|[A-Z]{2}))?", fullmatch=True)


def _foreign_countries() -> st.SearchStrategy[Country]:
    return st.sampled_from(sorted(CODES - {"SE"})).map(Country)


def _printable_text() -> st.SearchStrategy[str]:
    return st.lists(st.text(_PRINTABLE, min_size=1, max_size=10), min_size=1, max_size=3).map(" ".join)


# --- Names and texts

_AS_PRINTED = (
    "A",
    "Region Kronoberg",
    "Kompetens i Kronoberg",
    "Östersunds kommun",
    "Härjedalen & Jämtland",
    '"Framtidskraft" – steg 2',
    "#Vägled",
    "Förstudie: mål, medel och människor (1/2)",
    "Rovaniemen kaupunki / Ääniš",
    "Περιφέρεια 🇪🇺",
)
_LAST_OF_LATIN_IN_TEXTS = 0x17F
_VISIBLE = st.characters(categories=("L", "N", "P", "S"), max_codepoint=_LAST_OF_LATIN_IN_TEXTS)


def names() -> st.SearchStrategy[str]:
    """Short visible texts: real names from registers, and others in Latin letters."""
    return st.one_of(st.sampled_from(_AS_PRINTED), st.text(_VISIBLE, min_size=1, max_size=8))


def texts() -> st.SearchStrategy[str]:
    """Texts of a few words, on one line or several."""
    words = st.lists(names(), min_size=1, max_size=3)
    return st.builds(str.join, st.sampled_from((" ", "\n")), words)


# --- Objects with optional fields

Made = TypeVar("Made")

_CURRENCIES = ("SEK", "EUR", "NOK", "DKK", "ISK", "PLN")
"""Those around the Baltic and the North Sea; the Icelandic króna has no minor unit."""


_IS_GIVEN = st.integers(0, 1)


def in_currency(currency: str | None, drawn: Callable[[str], st.SearchStrategy[Made]]) -> st.SearchStrategy[Made]:
    """Draw in this currency, or for None in any of `_CURRENCIES`."""
    return st.sampled_from(_CURRENCIES).flatmap(drawn) if currency is None else drawn(currency)


def with_some(
    make: Callable[..., Made], *required: st.SearchStrategy[Any], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Made]:
    """Objects made by `make` with the required and some of the optional arguments; they shrink to the required only."""
    given, stated = st.tuples(*required), some_of(optional)

    @st.composite
    def made(draw: st.DrawFn) -> Made:
        return make(*draw(given), **draw(stated))

    return made()


@st.composite
def some_of(draw: st.DrawFn, fields: Mapping[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    """Draw some of the fields, each independently, so that a failing example can shrink by leaving out any of them."""
    return {name: draw(field) for name, field in fields.items() if draw(_IS_GIVEN)}
