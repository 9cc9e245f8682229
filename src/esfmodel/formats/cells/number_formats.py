r"""Number formats of workbooks: whether a number is a figure, a share, a day or an identifier (ECMA-376, 18.8.30).

A workbook stores a day as the number of days since its epoch, and a postal code that was typed as digits without its
zeros. Only the number format tells.

>>> NumberFormat.of("yyyy-mm-dd").cell(Decimal(45352), EPOCH_1900)
TypedCell(value=datetime.date(2024, 3, 1), text='2024-03-01', format='yyyy-mm-dd', is_formula=False)
>>> NumberFormat.of(r"000\ 00").cell(Decimal(8312), EPOCH_1900).text
'083 12'
"""

from __future__ import annotations

import datetime
import enum
import json
import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from esfmodel.formats.cells.grid import TypedCell
from esfmodel.formats.figures import is_only_kronor, unit_of

if TYPE_CHECKING:
    from collections.abc import Mapping

GENERAL: Final = "General"

BUILT_IN: Final[Mapping[int, str]] = MappingProxyType(
    {
        1: "0",
        2: "0.00",
        3: "#,##0",
        4: "#,##0.00",
        # 5 to 8, 42 and 44 are amounts in the currency of the computer that shows them: nobody knows which.
        5: "#,##0",
        6: "#,##0",
        7: "#,##0.00",
        8: "#,##0.00",
        9: "0%",
        10: "0.00%",
        11: "0.00E+00",
        12: "# ?/?",
        13: "# ??/??",
        14: "yyyy-mm-dd",
        15: "d-mmm-yy",
        16: "d-mmm",
        17: "mmm-yy",
        18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM",
        20: "h:mm",
        21: "h:mm:ss",
        22: "yyyy-mm-dd h:mm",
        37: "#,##0",
        38: "#,##0",
        39: "#,##0.00",
        40: "#,##0.00",
        41: "#,##0",
        42: "#,##0",
        43: "#,##0.00",
        44: "#,##0.00",
        45: "mm:ss",
        46: "[h]:mm:ss",
        47: "mmss.0",
        48: "##0.0E+0",
        49: "@",
    }
)
"""The formats that a workbook names by number alone; a number that is not among them is `GENERAL`."""


EPOCH_1900: Final = datetime.date(1899, 12, 30)
"""The day from which workbooks count."""
EPOCH_1904: Final = datetime.date(1904, 1, 1)
"""The day from which those count that began in Excel for Macintosh."""


class Kind(enum.Enum):
    """What a number format shows a number as."""

    NUMBER = enum.auto()
    PERCENT = enum.auto()
    DAY = enum.auto()
    TIME = enum.auto()
    DIGITS = enum.auto()


LONGEST = 255
# What stands for itself in a format: quoted text, an escaped character, a space as wide as a character, one repeated to
# fill the cell, and a colour, condition, currency or language in brackets.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_PART_OF_SECONDS = re.compile(r"s\.0+", re.IGNORECASE)
_DAY = re.compile(r"[yd]", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_MONTH = re.compile(r"m", re.IGNORECASE)
_FIGURE = re.compile(r"[0#?]")
_DIGITS = re.compile(r'(?:0|[-/ ]|\\.|"[^"]*")+')
_SHOWN_AS_IT_IS = re.compile(r'"([^"]*)"|\\(.)')
_SCALED = re.compile(r"[0#?](,+)(?![0#?])")


@attrs.frozen
class NumberFormat:
    """A number format, as far as the reader of a cell needs to know it.

    `scale` is what a shown figure stands for: 1000 for a format that ends in a comma, which shows thousands.
    `precision` of a day is "month" or "year" where the format shows no more of it.
    """

    code: str
    kind: Kind
    scale: int = 1
    precision: str = "day"

    @classmethod
    @lru_cache(maxsize=10_000)
    def of(cls, code: str) -> NumberFormat:
        """Return what a format means; of several sections, divided by semicolons, the first, for positive numbers.

        >>> NumberFormat.of('#,##0.00 "kr"').kind.name, NumberFormat.of("[$-41D]d mmmm yyyy").kind.name
        ('NUMBER', 'DAY')
        """
        section = _first_section(code)
        if section.lower() in {"", GENERAL.lower(), "@"}:
            return cls(code, Kind.NUMBER)
        if section.count("0") > 1 and _DIGITS.fullmatch(section):
            return cls(code, Kind.DIGITS)
        plain = _LITERAL.sub("", _ELAPSED.sub("#", section))
        scaled = _SCALED.search(plain)
        if "%" in plain:
            return cls(code, Kind.PERCENT)
        if _FIGURE.search(_PART_OF_SECONDS.sub("s", plain)):
            # "#,##0 SEK" is no time, though it has the letter of seconds; elapsed hours are a figure too.
            return cls(code, Kind.NUMBER, 1000 ** len(scaled[1]) if scaled else 1)
        if _DAY.search(plain) or (_MONTH.search(plain) and not _CLOCK.search(plain)):
            return cls(code, Kind.DAY, precision=_precision_of(plain))
        return cls(code, Kind.TIME if _CLOCK.search(plain) else Kind.NUMBER)

    def cell(self, number: Decimal, epoch: datetime.date, *, is_formula: bool = False) -> TypedCell:
        """Return a cell that holds a number in this format."""
        if self.kind is Kind.DAY or self.kind is Kind.TIME:
            when = _moment(number, epoch, is_time=self.kind is Kind.TIME)
            if when is not None:
                text = when.isoformat(" ") if isinstance(when, datetime.datetime) else when.isoformat()
                text = text[: _LENGTHS.get(self.precision)]
                return TypedCell(when, text, self.code, is_formula)
        return TypedCell(number, self._shown(number), self.code, is_formula)

    def _shown(self, number: Decimal) -> str:
        if self.kind is Kind.PERCENT:
            return f"{plain_text(number * 100)}%"
        if self.kind is Kind.DIGITS and number >= 0 and number == number.to_integral_value():
            return _in_places(plain_text(number), _SHOWN_AS_IT_IS.sub(_as_characters, _first_section(self.code)))
        return plain_text(number)


_LENGTHS: Final[Mapping[str, int]] = MappingProxyType({"month": len("2024-03"), "year": len("2024")})
"""How much of a day in ISO 8601 says a month or a year."""


def _precision_of(plain: str) -> str:
    if re.search("d", plain, re.IGNORECASE) or _CLOCK.search(plain):
        return "day"
    return "month" if _MONTH.search(plain) else "year"


def _first_section(code: str) -> str:
    end = next((found.start() for found in re.finditer(r';|"[^"]*"|\\.', code) if found.group() == ";"), len(code))
    return code[:end].strip()


def _as_characters(found: re.Match[str]) -> str:
    # A zero that stands for itself is not a place for a digit.
    return (found[1] or found[2] or "").replace("0", _ZERO)


_ZERO = "\0"


def _in_places(digits: str, places: str) -> str:
    """Return digits in the places that zeros hold, from the last one on; digits too many come first."""
    count = places.count("0")
    first, rest = digits[:-count], iter(digits.rjust(count, "0")[-count:])
    return first + "".join(next(rest) if place == "0" else place.replace(_ZERO, "0") for place in places)


# --- Numbers

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST_NUMBER = 40
_LARGEST_EXPONENT = 300
_SURE_DIGITS = 15
"""So many digits of a decimal number survive in a double: with no more, what is written is what was meant."""
_MOST_ZEROS = 20


def number_in(text: str) -> Decimal | None:
    """Return the shortest decimal of a number as a workbook stores it; None for what is no number that it can hold.

    >>> number_in("0.10000000000000001"), number_in("1.23E5"), number_in("NaN")
    (Decimal('0.1'), Decimal('1.23E+5'), None)
    """
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    if abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    if len(text) > _SURE_DIGITS and len(number.as_tuple().digits) > _SURE_DIGITS:
        # The parser of JSON is the way to a double that knows no other numbers; its repr is the shortest decimal.
        number = Decimal(repr(json.loads(f"{number:e}")))
    return number


def plain_text(number: Decimal) -> str:
    """Return a number in digits, without an exponent unless it has more zeros than anybody reads."""
    text = str(number)
    if "E" not in text:
        return text.rstrip("0").rstrip(".") if "." in text else text
    plain = number.normalize()
    return f"{plain:f}" if abs(plain.adjusted()) <= _MOST_ZEROS else str(plain)


# --- Days

_FALSE_LEAP_DAY = 60
_LAST_DAY = datetime.date.max
_MILLISECONDS = 86_400_000


@lru_cache(maxsize=10_000)
def _moment(
    serial: Decimal, epoch: datetime.date, *, is_time: bool
) -> datetime.datetime | datetime.date | datetime.time | None:
    """Return the day and time that a number of days stands for; None where there is no such day, such as 1900-01-00."""
    days = int(serial)
    if serial < 0 or days > (_LAST_DAY - epoch).days:
        return None
    milliseconds = int((serial - days) * _MILLISECONDS + Decimal("0.5"))
    more, left = divmod(milliseconds, _MILLISECONDS)
    days += more
    seconds, thousandths = divmod(left, 1000)
    time = datetime.time(seconds // 3600, seconds // 60 % 60, seconds % 60, thousandths * 1000)
    if is_time and days == 0:
        return time
    if epoch == EPOCH_1900:
        # Excel counts a 29 February 1900 (60) that never was; before it, each day has a number less.
        if days in {0, _FALSE_LEAP_DAY}:
            return None
        days += days < _FALSE_LEAP_DAY
    if days > (_LAST_DAY - epoch).days:
        return None
    day = epoch + datetime.timedelta(days=days)
    return datetime.datetime.combine(day, time) if is_time or left else day


# --- Units


class FormatUnit(NamedTuple):
    """What the words of a number format say: the currency, whether it is only "kr", and what a cell is multiplied by.

    `scale` is None where no word states one, and 1 where the format itself divides what it shows.
    """

    currency: str | None = None
    is_kronor: bool = False
    scale: int | None = None


_WORDS = re.compile(r"\[\$([^\]-]+)(?:-([0-9A-Fa-f]+))?\]|\"([^\"]+)\"|((?:\\.)+)|([€£])")
_KRONOR_OF_PLACES = {"41D": "SEK", "81D": "SEK", "414": "NOK", "814": "NOK", "406": "DKK"}
"""What "kr" is in a number format, by the number that Excel has for the language beside it."""


@lru_cache(maxsize=256)
def unit_of_format(form: str) -> FormatUnit:
    """Return the unit that the words of a number format state.

    >>> unit_of_format("#,##0.00 [$kr-41D]").currency, unit_of_format('0 "tkr"').scale, unit_of_format("0.00").currency
    ('SEK', 1000, None)
    """
    # A format that shows thousands is what a heading in thousands is about: the cell holds the whole amount.
    own_scale = 1 if NumberFormat.of(form).scale > 1 else None
    for symbol, place, quoted, escaped, sign in _WORDS.findall(form):
        words = str(symbol or quoted or escaped.replace("\\", "") or sign).strip()
        unit = unit_of("", words) if words else None
        if unit is None or unit.is_rate or (unit.currency is None and unit.scale in {None, 1}):
            continue
        scale = own_scale or (unit.scale if unit.scale != 1 else None)
        if unit.currency is not None and is_only_kronor(words):
            known = _KRONOR_OF_PLACES.get(str(place).upper().lstrip("0"))
            return FormatUnit(known or unit.currency, known is None, scale)
        return FormatUnit(unit.currency, False, scale)
    return FormatUnit(scale=own_scale)
