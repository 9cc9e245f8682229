"""The figures in a column of a table, read strictly: the decimal mark is found for the column, never cell by cell.

"1,234" is a thousand in one column and one and a bit in the next; which of them is said by the cells that can be read
in one way alone. Where none is, or the column has both marks, nobody can tell, and that is reported.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats._table_figures import is_not_stated, languages, qualifiers_at, to_decimal
from esfmodel.text import en, sv
from esfmodel.text.reading.numbers import MINUS_READ, number_pattern, read_number
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.hedges import Place, hedge_beginning, hedge_ending
from esfmodel.text.words.language import SPACES
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esfmodel.text.words.language import Language

_LONGEST = 200
_PARTS = re.compile(
    rf"(?P<before>[^0-9{MINUS_READ}]*)(?P<minus>[{MINUS_READ}]?)[{SPACES}]?"
    rf"(?P<number>[0-9](?:[0-9.,{SPACES}]*[0-9])?)(?P<after>[^0-9]*)"
)
_QUOTES = "\"'”“„«» "
_PERCENT = frozenset(
    word
    for language in languages()
    for word, worth in language.shares_read.items()
    if worth == Fraction(1, 100)  # a column of shares is in per cent
)

# People on the continent part thousands by points where the decimals have a comma.
_MARKS: Mapping[str, Language] = MappingProxyType({",": attrs.evolve(SWEDISH, groups_read=f".{SPACES}"), ".": ENGLISH})


class Unit(NamedTuple):
    """What the words beside a number say: its scale, None where they say none, its currency, or that it is a share."""

    scale: int | None = None
    currency: str | None = None
    is_rate: bool = False


class Figure(NamedTuple):
    """A figure of a cell: its value in what its unit says, the size of its last digit, and the words beside it."""

    value: Fraction
    step: Fraction
    unit: Unit
    qualifier: str | None


class Fault(NamedTuple):
    """Why the figure of a cell cannot be taken."""

    wrong: str
    advice: str


class _Parts(NamedTuple):
    number: str
    is_negative: bool
    unit: Unit
    qualifier: str | None


def looks_like_a_figure(text: str) -> bool:
    """Whether a cell holds one number and nothing but words that stand beside numbers."""
    return _parts_of(text) is not None


def figures_of(texts: Sequence[str], decimal: str | None) -> tuple[list[Figure | Fault | None], bool]:
    """Read the cells of one column, and say whether it mixes decimal commas with decimal points.

    A cell that states nothing is None.
    """
    parts = [None if is_not_stated(text) else _parts_of(text) for text in texts]
    readings = [_readings(each.number) if each else {} for each in parts]
    sure = {mark for found in readings if len(found) == 1 for mark in found}
    mixed = decimal is None and len(sure) > 1
    mark = decimal or (None if mixed else next(iter(sure), None))
    read: list[Figure | Fault | None] = []
    for text, each, found in zip(texts, parts, readings, strict=True):
        if is_not_stated(text):
            read.append(None)
        elif each is None:
            read.append(Fault("is not one figure with a unit", "write the figure alone, and the unit in the heading"))
        else:
            read.append(_figure(each, found, mark))
    return read, mixed


@lru_cache(maxsize=256)
def unit_said_by(before: str, after: str) -> Unit | None:
    """Understand the words before and after a number, or of a heading; None when they are no unit.

    >>> unit_said_by("", "mn euro"), unit_said_by("", "miljoner"), unit_said_by("", "belopp")
    (Unit(scale=1000000, currency='EUR', is_rate=False), Unit(scale=1000000, currency=None, is_rate=False), None)
    """
    before, after = before.strip(), after.strip()
    if not before and not after:
        return Unit()
    if not before and after.casefold() in _PERCENT:
        return Unit(is_rate=True)
    if any(map(str.isnumeric, before + after)):
        # "1" before "234 kr" would make another number of it.
        return None
    one = f"{before} 1 {after}".strip()
    for parse in (sv.parse_money, en.parse_money):
        for currency in (None, "SEK"):
            try:
                money = parse(one, currency=currency)
            except InvalidValue:
                continue
            return Unit(int(money.amount), None if currency else money.currency)
    return None


def _parts_of(text: str) -> _Parts | None:
    found = _PARTS.fullmatch(text.strip(_QUOTES)) if len(text) <= _LONGEST else None
    if found is None:
        return None
    before = found["before"].strip(_QUOTES)
    after = found["after"].strip(_QUOTES)
    qualifier = hedge_beginning(before.casefold(), qualifiers_at(Place.BEFORE, Place.SIGN))
    if qualifier is not None:
        before = before[len(qualifier) :].removeprefix(":").strip()
    elif (qualifier := hedge_ending(after.casefold(), qualifiers_at(Place.AFTER, Place.END))) is not None:
        after = after[: -len(qualifier)].strip()
    unit = unit_said_by(before, after)
    return None if unit is None else _Parts(found["number"], bool(found["minus"]), unit, qualifier)


class _Number(NamedTuple):
    value: Fraction
    decimals: int


def _readings(number: str) -> dict[str, _Number]:
    """Read a number with each decimal mark that it may have."""
    found: dict[str, _Number] = {}
    for mark, language in _MARKS.items():
        if re.fullmatch(number_pattern(language), number):
            digits, decimals = read_number(number, language)
            found[mark] = _Number(Fraction(digits, 10**decimals), decimals)
    return found


def _figure(parts: _Parts, found: Mapping[str, _Number], mark: str | None) -> Figure | Fault:
    meant = set(found.values() if mark is None else [found[mark]] if mark in found else ())
    if len(meant) == 1:
        ((value, decimals),) = meant
        return Figure(-value if parts.is_negative else value, Fraction(1, 10**decimals), parts.unit, parts.qualifier)
    if meant:
        first, second = (to_decimal(value) for value, _ in found.values())
        return Fault(f"may mean {first} or {second}", "pass decimal= to say which mark the decimals have")
    wrong = f"is no number whose decimal mark is {mark!r}" if found else "is not a well-written number"
    return Fault(wrong, "part thousands by one kind of space, and write all decimals with one mark")
