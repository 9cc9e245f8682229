"""One figure with its unit, as a cell of a table or a list holds it: its parts, and what they may mean.

A cell alone seldom says which mark its decimals have, so `readings_of` returns every value that a number may have; the
readers of tables and lists decide for a whole column.

>>> found = parts_of("ca 1.234 tkr")
>>> found.number, found.unit, found.qualifier
('1.234', Unit(scale=1000, currency='SEK', is_rate=False), 'ca')
>>> {mark: int(each.value * 1000) for mark, each in readings_of(found.number).items()}
{',': 1234000, '.': 1234}
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.table.parts import languages, qualifiers_at
from esfmodel.text import en, sv
from esfmodel.text.reading.numbers import MINUS_READ, number_pattern, read_number
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.hedges import Place, hedge_beginning, hedge_ending
from esfmodel.text.words.language import SPACES
from esfmodel.text.words.swedish import SWEDISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text.words.language import Language


class Unit(NamedTuple):
    """What words say of a number: its scale and currency, None if not stated, or that it is a share."""

    scale: int | None = None
    currency: str | None = None
    is_rate: bool = False


_LONGEST = 200
_PARTS = re.compile(
    rf"(?P<before>[^0-9{MINUS_READ}]*)(?P<minus>[{MINUS_READ}]?)[{SPACES}]?"
    rf"(?P<number>[0-9](?:[0-9.,{SPACES}]*[0-9])?)(?:[Ee](?P<exponent>[+-]?[0-9]{{1,2}})(?![0-9A-Za-z]))?(?P<after>[^0-9]*)"
)
_IN_PARENTHESES = re.compile(r"(?P<before>[^()0-9]*)\((?P<inside>[^()]*[0-9][^()]*)\)(?P<after>[^()0-9]*)")
_QUOTES = "\"'”“„«» "
_PERCENT = frozenset(
    word
    for language in languages()
    for word, worth in language.shares_read.items()
    if worth == Fraction(1, 100)  # a column of shares is in per cent
)

# With decimal commas a point may separate thousands, as on the Continent; Swedish by itself allows only spaces.
_MARKS: Mapping[str, Language] = MappingProxyType({",": attrs.evolve(SWEDISH, groups_read=f".{SPACES}"), ".": ENGLISH})


class FigureParts(NamedTuple):
    """The parts of a figure: its digits with their marks, and the words around it, which are its unit.

    `qualifier` is a word like "drygt"; `is_code_first` is whether the unit stands before the number.
    """

    number: str
    exponent: int
    is_code_first: bool
    is_negative: bool
    unit: Unit
    qualifier: str | None
    words: str


def looks_like_a_figure(text: str) -> bool:
    """Whether a cell holds one number with at most a unit and a word like "drygt"."""
    return parts_of(text) is not None


@lru_cache(maxsize=256)
def unit_of(before: str, after: str) -> Unit | None:
    """Return the unit in the words before and after a number; None when they are not a unit.

    >>> unit_of("", "mn euro"), unit_of("", "miljoner"), unit_of("", "belopp")
    (Unit(scale=1000000, currency='EUR', is_rate=False), Unit(scale=1000000, currency=None, is_rate=False), None)
    """
    before, after = before.strip(), after.strip()
    if not before and not after:
        return Unit()
    if not before and after.casefold() in _PERCENT:
        return Unit(is_rate=True)
    if any(map(str.isnumeric, before + after)):
        # A digit in the words would join the 1 below: "234 kr" would be read as 1 234 kr.
        return None
    # The readers of amounts know every unit: reading "1 mn euro" gives the scale and the currency. A unit without
    # a currency ("miljoner") is read only when a currency is given.
    one = f"{before} 1 {after}".strip()
    for parse in (sv.parse_money, en.parse_money):
        for currency in (None, "SEK"):
            try:
                money = parse(one, currency=currency)
            except InvalidValue:
                continue
            return Unit(int(money.amount), None if currency else money.currency)
    return None


_KRONA = re.compile(r"(?<![^\W\d_])(?:[tm]|mn|md)?kr(?![^\W\d_])|kronor|kroner|:-", re.IGNORECASE)
_NORDIC_KRONOR = frozenset({"SEK", "NOK", "DKK", "ISK"})


def is_only_kronor(words: str) -> bool:
    """Whether words name kronor and no country: "kr" may be Swedish, Norwegian or Danish."""
    return _KRONA.search(words) is not None and not any(code in words.upper() for code in _NORDIC_KRONOR | {"SVENSK"})


def parts_of(text: str) -> FigureParts | None:
    """Return the parts of a cell that holds one figure with at most a unit and a qualifier; else None."""
    if len(text) > _LONGEST:
        return None
    # Accounts print what is below zero in parentheses.
    negative = _IN_PARENTHESES.fullmatch(text)
    plain = f"{negative['before']}-{negative['inside'].strip()}{negative['after']}" if negative else text
    found = _PARTS.fullmatch(plain.strip(_QUOTES))
    if found is None:
        return None
    before = found["before"].strip(_QUOTES)
    after = found["after"].strip(_QUOTES)
    qualifier = hedge_beginning(before.casefold(), qualifiers_at(Place.BEFORE, Place.SIGN))
    if qualifier is not None:
        before = before[len(qualifier) :].removeprefix(":").strip()
    elif (qualifier := hedge_ending(after.casefold(), qualifiers_at(Place.AFTER, Place.END))) is not None:
        after = after[: -len(qualifier)].strip()
    unit = unit_of(before, after)
    if unit is None:
        return None
    return FigureParts(
        found["number"],
        int(found["exponent"] or 0),
        bool(before),
        bool(found["minus"]),
        unit,
        qualifier,
        f"{before} {after}".strip(),
    )


class ReadNumber(NamedTuple):
    """The value of a number, and how many decimals it is written with."""

    value: Fraction
    decimals: int


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({mark: re.compile(number_pattern(language)) for mark, language in _MARKS.items()})


def readings_of(number: str) -> dict[str, ReadNumber]:
    """Return the values that a number may have, by decimal mark; empty where it is written as no number is."""
    found: dict[str, ReadNumber] = {}
    for mark, language in _MARKS.items():
        if _patterns()[mark].fullmatch(number):
            digits, decimals = read_number(number, language)
            found[mark] = ReadNumber(Fraction(digits, 10**decimals), decimals)
    return found
