"""Codes of EU programmes (CCI, code commun d'identification), such as 2021SE05SFPR001.

The parts, as in the codes published for 2014-2020 and 2021-2027: year, country, policy area, fund, type of programme
and serial number. Codes of 2007-2013 have one character for fund or objective (2007CB163PO046).

>>> from esfmodel import Cci
>>> Cci("2021SE05SFPR001").same_programme(Cci("2021SE05SFPR"))
True
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import label, trimmed, unlabelled
from esfmodel.values.country import CODES, EU_LETTERS, Country
from esfmodel.values.field_type import Value, fill
from esfmodel.values.programming_period import ProgrammingPeriod

_PLACE = "cci"
_LONGEST = 60
_LABEL = label("cci(?:[ -]?(?:nr|nummer|kod|no|code))?")
# From 2014 the fund has two characters, before that one: the year tells which, so that both lengths stay unambiguous.
CODE: Final = re.compile(
    r"(?:20(?:1[4-9]|[2-9][0-9])[A-Z]{2}[0-9]{2}[A-Z0-9]{2}|20(?:0[7-9]|1[0-3])[A-Z]{2}[0-9]{2}[A-Z0-9])"
    r"[A-Z]{2}(?:[0-9]{3})?"
)
_EXAMPLE = "2021SE05SFPR001"
NO_COUNTRIES: Final = frozenset({"TC", "CB", "EU"})
"""The letters of territorial cooperation, as written from 2014 and before, and of the Union itself."""
LETTERS: Final = frozenset(CODES | EU_LETTERS.keys() | NO_COUNTRIES) - {"EL"}
"""The letters that may stand for the country; Greece is GR here."""


def _code(text: str) -> str:
    plain = unlabelled(trimmed(_PLACE, text, _LONGEST, _EXAMPLE), _LABEL)
    code = re.sub("[ -]", "", plain.upper())
    if not plain.isascii() or not CODE.fullmatch(code):
        raise InvalidValue("cci.form", _PLACE, text, example=_EXAMPLE)
    letters = code[4:6]
    if letters == "EL":
        right = f"{code[:4]}GR{code[6:]}"
        raise InvalidValue("identifier.country_letters", _PLACE, text, letters=letters, letters_here="GR", right=right)
    if letters not in LETTERS:
        raise InvalidValue("identifier.no_country", _PLACE, text, letters=letters)
    return code


@attrs.frozen(init=False, repr=False)
class Cci(Value):
    """The Commission's code of a programme, with or without its serial number.

    The form and the letters of the country are checked, not whether the programme exists. Raises `InvalidValue` for any
    other text.

    >>> Cci("2021SE05SFPR001").fund_code, Cci("2021se05sfpr").serial
    ('SF', None)
    """

    code: str = attrs.field(alias="text")

    def __init__(self, text: str) -> None:
        fill(self, "code", _code(text))

    @classmethod
    def parse(cls, text: str) -> Cci:
        """Read the code, in any case, with or without spaces and hyphens between its parts and "CCI" in front."""
        return cls(text)

    @property
    def year(self) -> int:
        """The year in the code: mostly the first of the programming period, sometimes a later one."""
        return int(self.code[:4])

    @property
    def country_code(self) -> str:
        """The two letters of the country: ISO, except UK; TC is territorial cooperation (CB in codes of 2007-2013).

        Greece is GR here, where NUTS has EL.
        """
        return self.code[4:6]

    @property
    def country(self) -> Country | None:
        """The country; None when the letters are no country's, as TC for territorial cooperation.

        TC is also ISO's code of the Turks and Caicos Islands, which are never meant.

        >>> Cci("2014TC16RFCB033").country is None
        True
        """
        letters = self.country_code
        return None if letters in NO_COUNTRIES else Country(letters)

    @property
    def policy_area(self) -> str:
        """The two digits of the policy area, such as 05 or 16."""
        return self.code[6:8]

    @property
    def fund_code(self) -> str:
        """The two characters of the fund or mix of funds, such as SF, RF or M9.

        In codes of 2007-2013 it is one character, and a digit is the objective instead.
        """
        return self._tail[:-2]

    @property
    def type(self) -> str:
        """The two letters of the type of programme, such as PR or OP."""
        return self._tail[-2:]

    @property
    def serial(self) -> str | None:
        """The three digits of the serial number; None when the code is written without."""
        return self.code[-3:] if self.code[-1].isdigit() else None

    @property
    def programming_period(self) -> ProgrammingPeriod:
        """The programming period of the year.

        Raises `NotKnown` for a year in a period whose act is not adopted yet; the code may still be right.

        >>> print(Cci("2016FI16RFSM001").programming_period)
        2014-2020
        >>> Cci("2028SE05SFPR001").programming_period
        Traceback (most recent call last):
            ...
        esfmodel.errors.NotKnown: the programming period of 2028 is not known; known are 2007–2013, 2014–2020, 2021–2027
        """
        return ProgrammingPeriod.of_year(self.year)

    def same_programme(self, other: Cci) -> bool:
        """Whether the codes may be of one programme: a missing serial number is no difference.

        >>> Cci("2014SE16RFOP001").same_programme(Cci("2014SE16RFOP002"))
        False
        """
        if not isinstance(other, Cci):
            raise TypeError(f"other must be a Cci, not {type(other).__name__}")
        if self.serial is None or other.serial is None:
            return self._stem == other._stem
        return self.code == other.code

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f'Cci("{self.code}")'

    @property
    def _stem(self) -> str:
        return self.code.removesuffix(self.serial or "")

    @property
    def _tail(self) -> str:
        return self._stem[8:]
