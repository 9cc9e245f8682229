"""How each type of value is written in a document and read from one.

>>> from esfmodel.model.costs import CostCategory
>>> read_member("personal", CostCategory), WRITE[Money](money_of("12,50 kr"))
(<CostCategory.STAFF: 'staff'>, '12.50 SEK')
"""

from __future__ import annotations

import contextlib
import datetime
import re
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.formats._parsed import LARGEST, Unusable, refused, whole_text
from esfmodel.formats.schema import BASES, BASIS_NAMES, VALUES
from esfmodel.values.bounds import Bounds
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.dates import Date, as_date
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.format import LANGUAGES, plain_name
from esfmodel.values.money import Money, Rate
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.postal_code import PostalCode
from esfmodel.values.programming_period import ProgrammingPeriod
from esfmodel.values.syntax import LONGEST_NUMBER

if TYPE_CHECKING:
    import enum
    from collections.abc import Callable, Mapping

    from esfmodel.values.format import Labelled

# The languages are imported where a text is in none of the forms of the file: they take longer to import than the rest.

# A value is written with `str`, and `parse` reads it. Where a field may hold two kinds, the text tells them apart: an
# interval begins with a bracket, an open period has two dots, a foreign number begins with a country code. What is
# written otherwise is read as people write it in Swedish, and days and periods in English too. A text in the form of
# the file that is wrong is told as such.

_FOREIGN = re.compile(r"[A-Za-z]{2} ")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MAY_BE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_BARE_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
# A field of a form sends digits as text.
_WHOLE = re.compile(r"[1-9][0-9]{0,17}|0")
_LONGEST_VALUE = 200


def _in_form(text: str, kind: object) -> bool:
    """Whether a text has the form in which the file writes a value of a kind."""
    return re.fullmatch(VALUES[kind]["pattern"][1:-1], text) is not None


def _as_written(text: str, kind: object, parse: Callable[[str], Any], parse_prose: Callable[[str], Any]) -> Any:  # noqa: ANN401
    try:
        return parse(text)
    except InvalidValue:
        if _in_form(text, kind) or len(text) > _LONGEST_VALUE:
            raise
    return parse_prose(text)


def text_of(given: object) -> str:
    """Return a text without what surrounds it; another value is refused."""
    return whole_text(given if isinstance(given, str) else _checked_text(given, None))


def whole_number_of(given: object) -> int:
    """Return a whole number, which may be written as text."""
    if isinstance(given, str) and _WHOLE.fullmatch(given):
        return int(given)
    if isinstance(given, bool) or not isinstance(given, int):
        raise refused(given, but_decimals=True) or InvalidValue("value.not_whole", "value", given)
    return writable(given)


def writable(number: int) -> int:
    """Return a number that has few enough digits to be read back."""
    if abs(number) >= LARGEST:
        raise InvalidValue("number.too_long", "value", number, most=LONGEST_NUMBER)
    return number


def truth_of(given: object) -> bool:
    """Return a truth, which is no text and no number."""
    if not isinstance(given, bool):
        raise refused(given, but_decimals=True) or InvalidValue("value.not_true_or_false", "value", given)
    return given


def money_of(given: object) -> Money:
    """Return an amount with its currency."""
    # A number without a currency has no space in it.
    bare = None if isinstance(given, str) and " " in given else _bare_number(given)
    if bare is not None:
        raise InvalidValue("number.no_currency", "value", bare, example=f'"{bare} SEK"')
    text = _checked_text(given, "12.50 SEK")
    found: Money = _as_written(text, Money, Money.parse, _money_in_words)
    # Three decimals may be meant as thousands: "1.200 SEK" is refused as it would be in Swedish text.
    if "." in text and _THREE_DECIMALS.search(text) and str(found) != text:
        return _money_in_words(text)
    return found


def _money_in_words(text: str) -> Money:
    from esfmodel.text import sv

    return sv.parse_money(text, currency=None)


_THREE_DECIMALS = re.compile(r"\.[0-9]{3}(?![0-9])")


def money_like_of(given: object) -> Money | Bounds[Money]:
    """Return an amount, or bounds of one."""
    if not isinstance(given, str) or given[:1] not in ("[", "("):
        return money_of(given)
    return bounds_of_money_of(given)


def bounds_of_money_of(given: object) -> Bounds[Money]:
    """Return bounds of an amount; bounds of a rate are refused."""
    found = Bounds.parse(_checked_text(given, "[5 SEK, 10 SEK)"))
    if isinstance(found.low if found.high is None else found.high, Rate):
        raise InvalidValue("amount.bounds_of_share", "value", given)
    return cast("Bounds[Money]", found)


def bounds_of_rate_of(given: object) -> Bounds[Rate]:
    """Return bounds of a rate; bounds of an amount are refused."""
    found = Bounds.parse(_checked_text(given, "[0%, 75%]"))
    if isinstance(found.low if found.high is None else found.high, Money):
        raise InvalidValue("bounds.not_plain", "value", given, example="[0%, 75%]")
    return cast("Bounds[Rate]", found)


def rate_of(given: object) -> Rate:
    """Return a rate."""
    # A number without a unit has no sign in it.
    bare = None if isinstance(given, str) and given.endswith("%") else _bare_number(given)
    if bare is None:
        return cast("Rate", _as_written(_checked_text(given, "40%"), Rate, Rate.parse, _rate_in_words))
    number = Decimal(bare)
    if abs(number) > 1:
        raise InvalidValue("number.no_percent", "value", bare, example=f'"{bare}%"')
    raise InvalidValue(
        "text.two_readings", "value", bare, example=f'"{bare}%"', other=f'"{(number * 100).normalize():f}%"'
    )


def _rate_in_words(text: str) -> Rate:
    from esfmodel.text import sv

    return sv.parse_rate(text)


def _bare_number(given: object) -> str | None:
    """Return a number without a unit as it is written, in quotation marks or not; None for anything else."""
    written = given.written if isinstance(given, Unusable) else given
    if isinstance(written, Decimal):
        written = str(written)
    if isinstance(written, bool) or not isinstance(written, (int, str)):
        return None
    text = str(written) if isinstance(written, str) or abs(written) < LARGEST else ""
    return text if _BARE_NUMBER.fullmatch(text) else None


def read_units(given: object) -> Decimal:
    """Return a number of units with all its digits; unlike `Decimal`, refuse exponents and signs.

    "1.720" may be meant as thousands of hours, so it is refused as it is for amounts; with a fourth decimal it is not.
    """
    text = _digits(given) if isinstance(given, Decimal) else _checked_text(given, "1720")
    if not _PLAIN_NUMBER.fullmatch(text):
        raise InvalidValue("number.not_plain", "value", text, example='"1720"')
    if _MAY_BE_THOUSANDS.fullmatch(text):
        whole = text.replace(".", "")
        raise InvalidValue(
            "number.two_readings", "value", text, thousands=whole, decimals=text, example=whole, other=f"{text}0"
        )
    return Decimal(text)


def _digits(number: Decimal) -> str:
    """Return a Decimal, which Python's own data may hold, as the file writes it; a negative one keeps its sign."""
    if not number.is_finite() or abs(number.adjusted()) >= LONGEST_NUMBER:
        raise InvalidValue("number.not_plain", "value", number, example='"1720"')
    return _plain_units(number) if number >= 0 else str(number)


def day_of(given: object) -> Date:
    """Return a day, given as text or as a TOML date."""
    if isinstance(given, datetime.date) and not isinstance(given, datetime.datetime):
        return as_date(given, "value")
    if isinstance(given, datetime.datetime):
        raise InvalidValue("date.with_time", "value", str(given))
    return cast("Date", _as_written(_checked_text(given, "2024-10-01"), _DAY_OR_PERIOD, _day_in_form, _day_in_words))


def _day_in_form(text: str) -> Date:
    return as_date(text, "value")


def _day_in_words(text: str) -> Date:
    from esfmodel.text import en, sv

    return cast("Date", _in_words(text, sv.parse_date, en.parse_date))


def _period_in_words(text: str) -> Period | OpenPeriod:
    from esfmodel.text import en, sv

    return cast("Period | OpenPeriod", _in_words(text, sv.parse_period, en.parse_period))


def _in_words(text: str, swedish: Callable[[str], object], english: Callable[[str], object]) -> object:
    """Read a day or a period in Swedish, or in English where it is in words; figures mean what they do in Swedish."""
    try:
        return swedish(text)
    except InvalidValue:
        if _WORD.search(text):
            with contextlib.suppress(InvalidValue):
                return english(text)
        raise


_WORD = re.compile(r"[A-Za-z]{3}")


_DAY_OR_PERIOD = frozenset({Date, Period})
_PERIOD_OR_OPEN = frozenset({Period, OpenPeriod})


def day_or_period_of(given: object) -> Date | Period:
    """Return a day, or a period where only the month or year is known."""
    if isinstance(given, str) and "/" in given and _in_form(given, Period):
        return Period.parse(given)
    try:
        return day_of(given)
    except InvalidValue:
        if not isinstance(given, str) or _in_form(given, _DAY_OR_PERIOD):
            raise
        with contextlib.suppress(InvalidValue):
            return period_of(given)
        raise


def period_like_of(given: object) -> Period | OpenPeriod:
    """Return a period, of which one end may be open."""
    text = _checked_text(given, "2024-10-01/2027-09-30")
    return cast("Period | OpenPeriod", _as_written(text, _PERIOD_OR_OPEN, _period_in_form, _period_in_words))


def _period_in_form(text: str) -> Period | OpenPeriod:
    return OpenPeriod.parse(text) if ".." in text else Period.parse(text)


def period_of(given: object) -> Period:
    """Return a period of which both ends are known."""
    found = period_like_of(given)
    if isinstance(found, OpenPeriod):
        raise InvalidValue("period.open", "value", given, example="2024-10-01/2027-09-30")
    return found


def open_period_of(given: object) -> OpenPeriod:
    """Return a period of which one end is open."""
    found = period_like_of(given)
    if isinstance(found, Period):
        raise InvalidValue("period.not_open", "period", given, example="2024-10-01/..")
    return found


def programming_period_of(given: object) -> ProgrammingPeriod:
    """Return a programming period, which its first year may stand for."""
    if isinstance(given, int) and not isinstance(given, bool) and 0 < given <= 9999:
        with contextlib.suppress(NotKnown):
            period = ProgrammingPeriod.of_year(given)
            raise InvalidValue("period.only_year", "value", str(given), example=f'"{period}"')
        # A year of no period that is known.
        given = str(given)
    return ProgrammingPeriod.parse(_checked_text(given, "2021-2027"))


def number_of_organisation(given: object) -> OrganisationNumber | ForeignNumber:
    """Return a Swedish organisation number, or a foreign one with its country code in front."""
    text = _checked_text(given, "232100-0214")
    return ForeignNumber.parse(text) if _FOREIGN.match(text) else OrganisationNumber.parse(text)


def _checked_text(given: object, example: str | None) -> str:
    """Return text; the error for anything else has an example, by default what is given in quotation marks.

    Text that is read as a value, which has an example, is not empty.
    """
    if isinstance(given, str) and (example is None or given.strip()):
        return given
    if isinstance(given, (datetime.date, datetime.time)):
        raise InvalidValue("value.not_text", "value", str(given), example=f'"{example or given}"')
    if isinstance(given, int) and not isinstance(given, bool) and abs(given) < LARGEST:
        raise InvalidValue("value.not_text", "value", given, example=f'"{given}"')
    raise refused(given) or InvalidValue("value.not_text", "value", given, example=f'"{example or "..."}"')


def _parsed(parse: Callable[[str], Any], example: str) -> Callable[[object], Any]:
    return lambda given: parse(_checked_text(given, example))


READ: Mapping[object, Callable[[object], Any]] = MappingProxyType(
    {
        str: text_of,
        int: whole_number_of,
        bool: truth_of,
        Decimal: read_units,
        Money: money_of,
        frozenset({Money, Bounds[Money]}): money_like_of,
        Bounds[Money]: bounds_of_money_of,
        Rate: rate_of,
        Bounds[Rate]: bounds_of_rate_of,
        Date: day_of,
        _DAY_OR_PERIOD: day_or_period_of,
        _PERIOD_OR_OPEN: period_like_of,
        frozenset({OrganisationNumber, ForeignNumber}): number_of_organisation,
        OrganisationNumber: _parsed(OrganisationNumber.parse, "232100-0214"),
        ForeignNumber: _parsed(ForeignNumber.parse, "NO 974760673"),
        Period: period_of,
        OpenPeriod: open_period_of,
        ProgrammingPeriod: programming_period_of,
        OperationId: _parsed(OperationId.parse, "23-067-S04"),
        Cci: _parsed(Cci.parse, "2021SE05SFPR001"),
        NutsCode: _parsed(NutsCode.parse, "SE32"),
        PostalCode: _parsed(PostalCode.parse, "831 27"),
        Country: _parsed(Country.parse, "SE"),
    }
)
"""The reader for each field type; a frozenset is the key of a field that takes two types."""


def _plain_units(units: Decimal) -> str:
    # copy_abs drops the sign of a negative zero; abs() would round to the precision of the decimal context.
    text = f"{units.copy_abs():f}"
    return f"{text}0" if _MAY_BE_THOUSANDS.fullmatch(text) else text


PLAIN: Final = (
    Money,
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
)
"""The types that `str` writes as `parse` reads them."""

WRITE: Mapping[type, Callable[[Any], object]] = MappingProxyType(
    {
        **dict.fromkeys((*PLAIN, Bounds), str),
        # The name of a country is in Swedish; its code is in no language.
        Country: lambda country: country.code,
        Date: lambda day: day.isoformat(),
        Decimal: _plain_units,
        int: writable,
        bool: bool,
    }
)
"""The writer for each field type."""


# --- Words


def read_member(given: object, kind: type[enum.Enum]) -> enum.Enum:
    """Return a member from its value, its name or its label in any language."""
    if not isinstance(given, str) or not given.strip():
        raise no_such_word(given, {}, tuple(kind))
    known = members_of(kind)
    if given in known:
        return known[given]
    from esfmodel.text.words.labels import parse_label

    return parse_label(cast("type[Labelled]", kind), given)


@cache
def members_of(kind: type[enum.Enum]) -> Mapping[str, enum.Enum]:
    """Return the members of an enumeration by their values."""
    return {member.value: member for member in kind}


def member_or_word(word: str, kind: type[Labelled]) -> Labelled | str:
    """Return the member of an enumeration that a word means, or the word itself."""
    from esfmodel.text.words.labels import parse_label

    try:
        return parse_label(kind, word)
    except InvalidValue:
        return word


BASIS_WORDS: Mapping[str, str] = MappingProxyType(
    {word: each.value for each in BASIS_NAMES for word in map(each.text, LANGUAGES)}
)
"""The bases of a cost, as `BASES` names them, by their names in any language."""


def basis_called(name: object) -> type[object] | None:
    """Return the class of a basis from its name in any language; None for anything else."""
    if not isinstance(name, str) or len(name) > _LONGEST_WORD:
        return None
    value = name if name in BASES else BASIS_WORDS.get(plain_name(name))
    return None if value is None else BASES[value]


_LONGEST_WORD = 60


def no_such_word(given: object, words: Mapping[str, object], choices: tuple[object, ...]) -> InvalidValue:
    """Return the error for a value that is none of the `words`; it suggests a near one, or lists the choices."""
    if (error := refused(given)) is not None:
        return error
    if given is None:
        return InvalidValue("value.missing_one_of", "value", choices=choices)
    from esfmodel.text.words.labels import near_name

    if isinstance(given, str) and (near := near_name(given, words)) is not None:
        return InvalidValue("value.did_you_mean", "value", given, near=near)
    return InvalidValue("value.not_one_of", "value", given, choices=choices)
