"""Single values of a project as typed cells of a workbook, and back.

A workbook stores a number as a double. What fifteen digits cannot hold, and what is no single number, such as bounds,
is written as the text of the project format, which the reader takes back.
"""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from esfmodel.errors import InvalidValue
from esfmodel.formats._parsed import json_text, loads
from esfmodel.formats._unknown_keys import class_of
from esfmodel.formats.cells.grid import text_of
from esfmodel.formats.cells.number_formats import plain_text, unit_of_format
from esfmodel.formats.plain_values import BASIS_WORDS, money_like_of, read_member
from esfmodel.formats.schema import BASIS_NAMES
from esfmodel.formats.spreadsheet._layout import NOT_STATED, WordOfBasis, is_nested
from esfmodel.text import sv
from esfmodel.values.bounds import Bounds
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.dates import Date
from esfmodel.values.format import LANGUAGES, InEachLanguage, Labelled
from esfmodel.values.money import Money, Rate
from esfmodel.values.nesting import json_too_deep
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.formats.cells.grid import Cell
    from esfmodel.formats.spreadsheet._layout import Fact

Value: TypeAlias = str | Decimal | datetime.date
"""What a cell of ours holds."""


class Typed(NamedTuple):
    """The value of a cell, and its number format; "" for text."""

    value: Value
    format: str = ""


_MONEY: Final = frozenset({Money, frozenset({Money, Bounds[Money]})})
_DAYS: Final = frozenset({Date, frozenset({Date, Period})})
_SURE_DIGITS: Final = 15
_FIRST_SURE_DAY: Final = datetime.date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; later days have the same number in all programs."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MORE_DECIMALS: Final = "0000"
DAY_FORMAT: Final = "yyyy-mm-dd"
_YES: Final = InEachLanguage("ja", "yes")
_QUOTED: Final = re.compile(r'"(?:\\.|\s)*"')
"""Blank text in quotation marks, since a blank cell states nothing; and what could be mistaken for that."""
_NO: Final = InEachLanguage("nej", "no")
_TRUTHS: Final[Mapping[str, bool]] = {
    **{_YES[language]: True for language in LANGUAGES},
    **{_NO[language]: False for language in LANGUAGES},
}


def is_amount(kind: object) -> bool:
    """Whether a field of a type holds an amount."""
    return kind in _MONEY


def is_day(kind: object) -> bool:
    """Whether a field of a type holds a day."""
    return kind in _DAYS


# --- Writing


def typed(fact: Fact, language: str) -> Typed:
    """Return the cell of a value; an amount has its currency in its number format."""
    value, kind = fact.value, fact.kind
    if kind is None or is_nested(value):
        return Typed(json_text(value))
    if isinstance(value, str):
        return _typed_text(value, kind, language)
    if isinstance(value, bool):
        # A cell with a truth value would come back from LibreOffice as the formula TRUE().
        return Typed((_YES if value else _NO)[language])
    return _number(Decimal(cast("int", value)), "0") or Typed(str(value))


def _typed_text(value: str, kind: object, language: str) -> Typed:
    found: Typed | None = None
    if kind in _MONEY:
        found = amount_cell(value)
    elif kind is Rate and value.endswith("%"):
        found = _percent(value)
    elif kind is Decimal:
        found = _number(Decimal(value), "General")
    elif kind in _DAYS and _DAY.fullmatch(value):
        day = datetime.date.fromisoformat(value)
        found = Typed(day, DAY_FORMAT) if day >= _FIRST_SURE_DAY else None
    elif kind is WordOfBasis:
        return Typed(next(each.text(language) for each in BASIS_NAMES if each.value == value))
    elif isinstance(kind, type) and issubclass(kind, Labelled):
        return Typed(_label(kind, value, language))
    elif kind is str and (not value.strip() or _QUOTED.fullmatch(value)):
        return Typed(json_text(value))
    return found or Typed(value)


def _percent(value: str) -> Typed | None:
    # A number of more digits would be rounded where it is divided.
    return _number(Decimal(value[:-1]).scaleb(-2), "0.00%") if len(value) <= _SURE_DIGITS else None


def amount_cell(text: str, *, with_currency: bool = True) -> Typed | None:
    """Return an amount as a number; None for bounds, and for what a cell cannot hold as a number."""
    if text[:1] in {"[", "("}:
        return None
    money = Money.parse(text)
    format = amount_format(money.currency)
    if with_currency:
        format = f"{format} [${money.currency}]"
    return _number(money.amount, format)


def amount_format(currency: str) -> str:
    """Return the number format of amounts in a currency, without its name."""
    digits = MINOR_DIGITS.get(currency, 2)
    return f"#,##0.{'0' * digits}" if digits else "#,##0"


def _number(number: Decimal, format: str) -> Typed | None:
    """Return a number of so few digits that a double is as good; None for others."""
    digits = len(number.as_tuple().digits)
    is_sure = digits <= _SURE_DIGITS and abs(number.adjusted()) < _SURE_DIGITS
    return Typed(number.normalize(), format) if is_sure else None


def _label(kind: type[Labelled], value: str, language: str) -> str:
    member = read_member(value, kind)
    label = format(member, language)
    return label if read_member(label, kind) is member else value


# --- Reading


def plain_value(cell: Cell, kind: object, currency: str | None) -> object:
    """Return the plain value of a cell for a field of a type. Raises `InvalidValue` for what cannot be one.

    What is text is left for the reader of project files to judge. `currency` is that of amounts that name none.
    """
    if kind is None:
        return _unknown(text_of(cell))
    if kind in _MONEY:
        return _amount(cell, currency)
    if isinstance(cell, str):
        return _from_text(cell, kind)
    value = cell.value
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if kind is Decimal and isinstance(value, Decimal) and "." in cell.text:
        # A number in a cell is no text in which 31.701 may mean thousands.
        return f"{cell.text}{_MORE_DECIMALS}"
    return cell.text


def _from_text(text: str, kind: object) -> object:
    if kind is str:
        return loads(text) if _QUOTED.fullmatch(text) else text
    word = text.strip().casefold()
    if kind is bool:
        return _TRUTHS.get(word, text)
    if kind is WordOfBasis:
        return BASIS_WORDS.get(word, text)
    # What is stated and empty, such as a call of which nothing is known, and the items of a list in one cell.
    is_json = text in {"{}", "[]"} or (_is_object(kind) and text[:1] in {"{", "["})
    return _unknown(text) if is_json else text


def _is_object(kind: object) -> bool:
    return isinstance(kind, type) and class_of(kind, {}) is not None


def _unknown(text: str) -> object:
    """Return the value of a key that no field takes: JSON, as the writer has it, else the text itself."""
    if json_too_deep(text):
        return text
    try:
        return loads(text)
    except ValueError:
        return text


def is_not_stated(text: str) -> bool:
    """Whether a cell says that an amount is not known."""
    return text.strip().casefold() in {NOT_STATED[language] for language in LANGUAGES}


def _amount(cell: Cell, currency: str | None) -> object:
    if isinstance(cell, str):
        return _amount_in(cell, currency)
    if isinstance(cell.value, datetime.date | datetime.time):
        raise InvalidValue("list.no_amount", "value", cell.text)
    if not isinstance(cell.value, Decimal) or "%" in cell.text:
        return cell.text
    named, scale = _unit_named(cell.format)
    stated = named or currency
    if stated is None:
        raise InvalidValue("workbook.no_currency", "value", cell.text)
    return f"{plain_text(cell.value * scale)} {stated}"


def _amount_in(text: str, currency: str | None) -> str:
    """Return an amount that is written as text; one without a currency is in that of the budget."""
    try:
        money_like_of(text.strip())
    except InvalidValue:
        with suppress(InvalidValue):
            if currency is not None:
                return str(sv.parse_money(text, currency=currency))
    return text.strip()


_CODE: Final = re.compile(r"\[\$([A-Z]{3})\]")


def _unit_named(format: str) -> tuple[str | None, int]:
    """Return the currency that a number format names, and its unit, as in "tkr"; "kr" alone is that of the budget.

    Raises `InvalidValue` for a sign of a currency that we do not know: it is another one than that of the budget.
    """
    code = _CODE.search(format)
    if code is not None and code[1] in MINOR_DIGITS:
        return code[1], 1
    unit = unit_of_format(format)
    if unit.currency is None and "[$" in format and not format.startswith("[$-"):
        raise InvalidValue("list.unknown_currency", "value", format)
    return None if unit.is_kronor else unit.currency, unit.scale or 1


def number_in_cell(cell: Cell) -> Decimal | None:
    """Return the number of a cell; None where it holds none."""
    value = None if isinstance(cell, str) else cell.value
    return value if isinstance(value, Decimal) else None
