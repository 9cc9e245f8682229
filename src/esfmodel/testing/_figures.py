"""Hypothesis strategies for amounts, shares, bounds, days, periods, identifiers and texts; and how fields are drawn.

A failing figure shrinks to what a person would try first: 0 kr, 0 %.
"""

from __future__ import annotations

import datetime
import math
from fractions import Fraction
from functools import cache
from itertools import product
from string import ascii_uppercase, digits
from typing import TYPE_CHECKING, Any, Final, TypeVar

from hypothesis import strategies as st

from esfmodel.testing._knobs import check_currency
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
_TO_A_MILLION = st.integers(0, 1_000_000)
_ONE_OF_TWO = st.booleans()


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
    return _in_one_of(currencies(), currency, lambda code: _money(code, min_amount, max_amount, whole))


@cache
def _money(
    code: str, min_amount: int | Decimal | None, max_amount: int | Decimal | None, whole: bool
) -> st.SearchStrategy[Money]:
    per_unit: int = 10 ** MINOR_DIGITS[code]
    low, high = _minor_range(per_unit, min_amount, max_amount)
    first, last = -(-low // per_unit), high // per_unit
    if whole:
        return st.integers(first, last).map(lambda units: Money.of_minor(per_unit * units, code))
    # What is nearest to 0 is the simplest.
    simplest_units, simplest = min(max(0, first), last), min(max(0, low), high)

    def amount(number: int) -> Money:
        # Most figures in real budgets are whole kronor: those are the even numbers. Between narrow limits there may be
        # none, and an odd number is an amount in öre. One number is drawn in half the time of two.
        distance, is_odd = divmod(abs(number), 2)
        distance = distance if number > 0 else -distance
        units = simplest_units + distance
        is_whole = not is_odd and first <= units <= last
        return Money.of_minor(per_unit * units if is_whole else simplest + distance, code)

    return st.integers(2 * (low - simplest) - 1, 2 * (high - simplest) + 1).map(amount)


def rates(min_rate: Rate = _NOTHING, max_rate: Rate = _WHOLE) -> st.SearchStrategy[Rate]:
    """Shares from `min_rate` to `max_rate`, both included: per cent with up to two decimals, and fractions like 12/29.

    >>> from hypothesis import find
    >>> find(rates(min_rate=Rate.of_percent(40)), lambda rate: True)
    Rate.of_percent("40")
    """
    return _rates(min_rate, max_rate)


@cache
def _rates(min_rate: Rate, max_rate: Rate) -> st.SearchStrategy[Rate]:
    first, last = math.ceil(min_rate.fraction * 10_000), math.floor(max_rate.fraction * 10_000)
    count = last - first + 1
    numbers = st.integers(0, count + count // 3)
    return _hundredths_or_quotients(min_rate.fraction, max_rate.fraction - min_rate.fraction, first, count, numbers)


@st.composite
def _hundredths_or_quotients(
    draw: st.DrawFn, low: Fraction, width: Fraction, first: int, count: int, numbers: st.SearchStrategy[int]
) -> Rate:
    """Draw one of `count` hundredths of a per cent, or else any fraction of the width."""
    number = draw(numbers)
    if number < count:
        return Rate(Fraction(first + number, 10_000))
    one, other = draw(_TO_A_MILLION), draw(_TO_A_MILLION)
    return Rate(low + width * Fraction(min(one, other), max(one, other, 1)))


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
    return _in_one_of(currencies(), currency, lambda code: _bounds_of_money(code, min_amount, max_amount))


@cache
def _bounds_of_money(
    code: str, min_amount: int | Decimal | None, max_amount: int | Decimal | None
) -> st.SearchStrategy[Bounds[Money]]:
    return _bounds(_money(code, min_amount, max_amount, False), steps_of_money)


def steps_of_money(low: Money, high: Money) -> int:
    return high.minor - low.minor


def bounds_of_rates(min_rate: Rate = _NOTHING, max_rate: Rate = _WHOLE) -> st.SearchStrategy[Bounds[Rate]]:
    """Bounds of shares, as `bounds_of_money`; every end lies between `min_rate` and `max_rate`.

    >>> from hypothesis import given
    >>> @given(bounds_of_rates())
    ... def something_is_left(bounds):
    ...     assert bounds.complement.complement == bounds
    >>> something_is_left()
    """
    # Between two different rates there is always a third, so no end needs to be included.
    return _bounds(rates(min_rate, max_rate), lambda low, high: 2 if low < high else 0)


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


Ends = tuple[tuple[bool, bool], bool, bool]

ENDS: Final[tuple[Ends, ...]] = (
    *product([(True, False)], (True, False), (True,)),
    *product([(False, True)], (True,), (True, False)),
    *product([(True, True)], (False, True), (False, True)),
)
"""Whether there is a low end and a high end, whether the low one is included, and whether the high one is."""


@st.composite
def _bounds(draw: st.DrawFn, ends: st.SearchStrategy[F], room: Callable[[F, F], int]) -> Bounds[F]:
    return bounds_between(draw, draw(_ENDS), ends, room)


_ENDS = st.sampled_from(ENDS)


def bounds_between(draw: st.DrawFn, stated: Ends, ends: st.SearchStrategy[F], room: Callable[[F, F], int]) -> Bounds[F]:
    """Draw one end or two; include two where `room`, the steps between them, leaves no figure inside."""
    (has_low, has_high), low_included, high_included = stated
    one = draw(ends)
    if not (has_low and has_high):
        low, high = (one, None) if has_low else (None, one)
        return Bounds(low, high, low_included=low_included, high_included=high_included)
    other = draw(ends)
    low, high = (one, other) if number_of(one) <= number_of(other) else (other, one)
    steps = room(low, high)
    low_included = low_included or steps == 0
    high_included = high_included or steps == 0 or (steps == 1 and not low_included)
    return Bounds(low, high, low_included=low_included, high_included=high_included)


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

_ONE_LETTER_FUNDS = 2007
_CCI_YEARS = st.sampled_from((_ONE_LETTER_FUNDS, 2014, 2015, 2016, 2021))
_CCI_COUNTRIES = st.sampled_from([*sorted(CODES), "UK", "TC"])
_FOREIGN_NUTS_COUNTRIES = st.sampled_from(sorted((CODES - {"SE", *EU_LETTERS.values()}) | {*EU_LETTERS}))
_SWEDISH_NUTS = st.from_regex(SWEDISH, fullmatch=True)
_HUNDRED, _THOUSAND, _HUNDRED_THOUSAND = (st.integers(0, 10**figures - 1) for figures in (2, 3, 5))
_CHARACTERS = digits + ascii_uppercase
_ONE_CHARACTER, _TWO_CHARACTERS = (st.text(_CHARACTERS, min_size=size, max_size=size) for size in (1, 2))
_TO_THREE_CHARACTERS = st.text(_CHARACTERS, max_size=3)
_TWO_OR_THREE_DIGITS = st.text(digits, min_size=2, max_size=3)
_TWO_LETTERS = st.text(ascii_uppercase, min_size=2, max_size=2)
_LAST_OF_LATIN = 0x24F
"""The last Latin letter drawn: in other scripts, normalising to NFC can make a text longer."""
_PRINTABLE = st.one_of(
    st.sampled_from(f"{digits}{ascii_uppercase}-/_.:"),
    st.characters(categories=("L", "P", "S"), max_codepoint=_LAST_OF_LATIN),
)


def countries() -> st.SearchStrategy[Country]:
    """Countries."""
    return st.sampled_from(sorted(CODES)).map(Country)


def organisation_numbers() -> st.SearchStrategy[OrganisationNumber]:
    """Swedish organisation numbers with a correct check digit."""
    return _ORGANISATION_NUMBERS


def _organisation_number(number: int) -> OrganisationNumber:
    """Return a number for each from 0 to 719 999 999: the first digit is not 0, and the third is from 2 to 9."""
    number, last_six = divmod(number, 10**6)
    first_two, third = divmod(number, 8)
    nine = f"{first_two + 10}{third + 2}{last_six:06}"
    return OrganisationNumber(f"{nine}{check_digit(nine)}")


_ORGANISATION_NUMBERS = st.integers(0, 90 * 8 * 10**6 - 1).map(_organisation_number)


def foreign_numbers() -> st.SearchStrategy[ForeignNumber]:
    """Numbers of organisations outside Sweden."""
    return st.builds(ForeignNumber, _foreign_countries(), _printable_text())


def operation_ids() -> st.SearchStrategy[OperationId]:
    """Project numbers, in the forms of Swedish registers and Kohesio and in any other."""
    local = st.one_of(
        st.builds("{:02}-{:03}-S{}".format, _HUNDRED, _THOUSAND, _TWO_OR_THREE_DIGITS),
        st.builds("20{:02}/{:05}".format, _HUNDRED, _HUNDRED_THOUSAND),
        st.builds("202{:05}".format, _HUNDRED_THOUSAND),
        _printable_text(),
    )
    prefixed = st.builds("{}_{}".format, ccis(serial=True), local)
    return st.one_of(local, prefixed).map(OperationId)


@st.composite
def ccis(draw: st.DrawFn, *, serial: bool | None = None) -> Cci:
    """Codes of programmes of 2007-2013, 2014-2020 or 2021-2027; `serial` is whether with a serial number."""
    country, year, version = draw(_CCI_COUNTRIES), draw(_CCI_YEARS), draw(_HUNDRED)
    fund, kind = draw(_ONE_CHARACTER if year == _ONE_LETTER_FUNDS else _TWO_CHARACTERS), draw(_TWO_LETTERS)
    with_serial = draw(_ONE_OF_TWO) if serial is None else serial
    number = f"{draw(_THOUSAND):03}" if with_serial else ""
    return Cci(f"{year}{country}{version:02}{fund}{kind}{number}")


@st.composite
def nuts_codes(draw: st.DrawFn) -> NutsCode:
    """NUTS codes of any level."""
    if draw(_ONE_OF_TWO):
        return NutsCode(draw(_SWEDISH_NUTS))
    return NutsCode(draw(_FOREIGN_NUTS_COUNTRIES) + draw(_TO_THREE_CHARACTERS))


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
    return _NAMES


@st.composite
def _names(draw: st.DrawFn) -> str:
    name = draw(_PRINTED_OR_OTHER)
    return draw(_OTHERS) if name is None else name


_PRINTED_OR_OTHER = st.sampled_from((*_AS_PRINTED, *(None for _ in _AS_PRINTED[::3])))
_OTHERS = st.text(_VISIBLE, min_size=1, max_size=8)
_NAMES = _names()


def texts() -> st.SearchStrategy[str]:
    """Texts of a few words, on one line or several."""
    words = st.lists(names(), min_size=1, max_size=3)
    return st.builds(str.join, st.sampled_from((" ", "\n")), words)


# --- Objects with optional fields

Made = TypeVar("Made")

_CURRENCIES = ("SEK", "EUR", "NOK", "DKK", "ISK", "PLN")
"""Those around the Baltic and the North Sea; the Icelandic króna has no minor unit."""


def in_currency(currency: str | None, drawn: Callable[[str], st.SearchStrategy[Made]]) -> st.SearchStrategy[Made]:
    """Draw in this currency, or for None in any of `_CURRENCIES`."""
    return _in_one_of(st.sampled_from(_CURRENCIES), currency, drawn)


def _in_one_of(
    codes: st.SearchStrategy[str], currency: str | None, drawn: Callable[[str], st.SearchStrategy[Made]]
) -> st.SearchStrategy[Made]:
    if currency is not None:
        return drawn(check_currency(currency))
    # What is made and read only once, such as the law, is so here: the first draw would be too slow for Hypothesis.
    drawn(_CURRENCIES[0])
    return codes.flatmap(drawn)


def with_some(
    make: Callable[..., Made], *required: st.SearchStrategy[Any], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Made]:
    """Objects made by `make` with the required and some of the optional arguments; they shrink to the required only."""

    @st.composite
    def made(draw: st.DrawFn) -> Made:
        return make(*[draw(each) for each in required], **some_of(draw, optional))

    return made()


def some_of(draw: st.DrawFn, fields: Mapping[str, st.SearchStrategy[Any]], *, seldom: bool = False) -> dict[str, Any]:
    """Draw some of the fields, each independently, so that a failing example can shrink by leaving out any of them.

    Each is drawn in one case of two, or where `seldom` is asked for, of four.
    """
    # A few fields are chosen by one number, which takes less time; many by one each, which shrinks better.
    names, given = tuple(fields), dict[str, Any]()
    step = 1 if len(names) > _MOST_AT_ONCE and not seldom else _MOST_AT_ONCE
    for start in range(0, len(names), step):
        several = names[start : start + step]
        chosen = draw(_SUBSETS[len(several)])
        if seldom and chosen:
            chosen &= draw(_SUBSETS[len(several)])
        given |= {name: draw(fields[name]) for place, name in enumerate(several) if chosen >> place & 1}
    return given


_MOST_AT_ONCE = 6
_SUBSETS = tuple(st.integers(0, 2**count - 1) for count in range(_MOST_AT_ONCE + 1))
"""The subsets of so many fields, as the bits of a number."""


# Hypothesis computes its tables of characters when it first needs them, which takes a second in a new environment. They
# are made here, where no draw has to wait for them.
for _drawn in (_OTHERS, _PRINTABLE, _SWEDISH_NUTS, _foreign_codes()):
    _drawn.validate()
