"""How each kind of value is written as text and read back: the text forms that `str` and `parse` promise.

Where a field may hold two kinds, the text itself tells them apart: an interval begins with a bracket, an open period
has two dots, a foreign number begins with the letters of its country.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from esfmodel.errors import InvalidValue
from esfmodel.formats._plain import LONGEST_NUMBER, invalid
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.dates import Date, as_date
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.money import Money
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FOREIGN = re.compile(r"[A-Za-z]{2} ")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LARGEST = 10**LONGEST_NUMBER
_AMOUNT = 'write it as "12.50 SEK", or within bounds as "(12000000 SEK, )"'


def text_of(given: object) -> str:
    """Take text that can be kept in a file."""
    if not isinstance(given, str):
        raise invalid(given, "text", "put it in quotation marks")
    if any("\ud800" <= character <= "\udfff" for character in given):
        raise InvalidValue("value", given, "has half a character (a lone surrogate)", "write the whole of it")
    return given


def whole_number_of(given: object) -> int:
    """Take a whole number."""
    if isinstance(given, bool) or not isinstance(given, int):
        raise invalid(given, "a whole number", "write digits without quotation marks")
    return writable(given)


def writable(number: int) -> int:
    """Give a number back, unless nobody could write it out."""
    if abs(number) >= _LARGEST:
        raise InvalidValue("value", number, f"has more than {LONGEST_NUMBER} digits", "check it")
    return number


def truth_of(given: object) -> bool:
    """Take yes or no."""
    if not isinstance(given, bool):
        raise invalid(given, "true or false", "write it without quotation marks")
    return given


def money_of(given: object) -> Money:
    """Take an amount."""
    return Money.parse(_written(given, "an amount as text", 'write it as "12.50 SEK"'))


def money_like_of(given: object) -> Money | Bounds[Money]:
    """Take an amount, exact or within bounds."""
    text = _written(given, "an amount as text", _AMOUNT)
    if text[:1] not in ("[", "("):
        return Money.parse(text)
    found = Bounds.parse(text)
    if isinstance(found.low if found.high is None else found.high, Rate):
        raise InvalidValue("value", text, "is within bounds of a share, not of an amount", _AMOUNT)
    return cast("Bounds[Money]", found)


def rate_of(given: object) -> Rate:
    """Take a share."""
    return Rate.parse(_written(given, "a share as text", 'write it as "40%" or "12/29"'))


def units_of(given: object) -> Decimal:
    """Take a number of units, exactly as it is written."""
    text = _written(given, "a number of units as text", 'write it as "1720" or "0.5"')
    if not _PLAIN_NUMBER.fullmatch(text):
        raise InvalidValue("value", text, "is not a plain number", 'write it as "1720" or "0.5"')
    return Decimal(text)


def day_of(given: object) -> Date:
    """Take a day, as text or as the date that TOML knows."""
    if isinstance(given, datetime.date) and not isinstance(given, datetime.datetime):
        return as_date(given, "value")
    return as_date(_written(given, "a day as text", 'write it as "2024-10-01"'), "value")


def day_or_period_of(given: object) -> Date | Period:
    """Take a day, or a period where only the month or year is known."""
    return Period.parse(given) if isinstance(given, str) and "/" in given else day_of(given)


def period_like_of(given: object) -> Period | OpenPeriod:
    """Take a period, or one with an open end."""
    text = _written(given, "a period as text", 'write it as "2024-10-01/2027-09-30"')
    return OpenPeriod.parse(text) if ".." in text else Period.parse(text)


def number_of_organisation(given: object) -> OrganisationNumber | ForeignNumber:
    """Take a Swedish organisation number, or a foreign one with its country in front."""
    text = _written(given, "a number as text", 'write it as "232100-0214" or "NO 974760673"')
    return ForeignNumber.parse(text) if _FOREIGN.match(text) else OrganisationNumber.parse(text)


def _written(given: object, wanted: str, advice: str) -> str:
    if not isinstance(given, str):
        raise invalid(given, wanted, advice)
    return given


def _parsed(parse: Callable[[str], Any], wanted: str, example: str) -> Callable[[object], Any]:
    return lambda given: parse(_written(given, wanted, f'write it as "{example}"'))


READ: Mapping[object, Callable[[object], Any]] = MappingProxyType(
    {
        str: text_of,
        int: whole_number_of,
        bool: truth_of,
        Decimal: units_of,
        Money: money_of,
        frozenset({Money, Bounds[Money]}): money_like_of,
        Rate: rate_of,
        frozenset({Date, Period}): day_or_period_of,
        frozenset({Period, OpenPeriod}): period_like_of,
        frozenset({OrganisationNumber, ForeignNumber}): number_of_organisation,
        Period: _parsed(Period.parse, "a period as text", "2024-10-01/2027-09-30"),
        ProgrammingPeriod: _parsed(ProgrammingPeriod.parse, "a programming period as text", "2021-2027"),
        OperationId: _parsed(OperationId.parse, "a project number as text", "23-067-S04"),
        Cci: _parsed(Cci.parse, "a CCI as text", "2021SE05SFPR001"),
        NutsCode: _parsed(NutsCode.parse, "a NUTS code as text", "SE32"),
        PostalCode: _parsed(PostalCode.parse, "a postal code as text", "831 27"),
        Country: _parsed(Country.parse, "a country as text", "SE"),
    }
)
"""How the value of a field is read, by its type, or by its types where a field takes two."""


def _plain_units(units: Decimal) -> str:
    # Zero may have a sign, which means nothing; `abs` would round to the digits of the context of decimal.
    return f"{units.copy_abs():f}"


WRITE: Mapping[type, Callable[[Any], object]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                Money,
                Bounds,
                Rate,
                Period,
                OpenPeriod,
                ProgrammingPeriod,
                OrganisationNumber,
                ForeignNumber,
                OperationId,
                Cci,
                NutsCode,
                PostalCode,
            ),
            str,
        ),
        Country: lambda country: country.code,
        Date: lambda day: day.isoformat(),
        Decimal: _plain_units,
        int: writable,
        bool: bool,
    }
)
"""How the value of a field is written, by its type."""
