"""Registration numbers of organisations outside Sweden, as their own registers write them.

>>> from esfmodel import ForeignNumber
>>> str(ForeignNumber("NO", "974760673"))
'NO 974760673'
"""

from __future__ import annotations

import re

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import label, printable, quoted, trimmed, unlabelled
from esfmodel.values.country import Country, as_country
from esfmodel.values.field_type import Value, fill

_PLACE = "foreign_number"
_LONGEST = 40
_TEXT = re.compile(r"([A-Za-z]{2}) (.+)", re.DOTALL)
_LABEL = label("org[. -]?nr|organisasjonsnummer|cvr(?:[. -]?n(?:r|ummer))?|y-tunnus|fo[. -]?n(?:r|ummer)")
_SPACE_IN_A_NUMBER = re.compile("(?<=[0-9]) +(?=[0-9])")
_EXAMPLE = "NO 974760673"


def _value(text: str) -> str:
    plain = unlabelled(printable(_PLACE, text, _LONGEST, _EXAMPLE), _LABEL)
    return _SPACE_IN_A_NUMBER.sub("", plain)


@attrs.frozen(init=False, repr=False)
class ForeignNumber(Value):
    """The number of an organisation in another country than Sweden.

    Any printable text of 1 to 40 characters: every country has its own form and check digit, and none is checked here.
    Spaces between digits, and a label of the Nordic registers, are left out. Raises `InvalidValue` for other text, and
    for Sweden, which has `OrganisationNumber`.

    >>> ForeignNumber("DK", "CVR 29 19 06 58") == ForeignNumber("Danmark", "29190658")
    True
    >>> ForeignNumber("Finland", "0123456-7")
    ForeignNumber("FI", "0123456-7")
    """

    country: Country
    value: str

    def __init__(self, country: Country | str, value: str) -> None:
        fill(self, "country", as_country(country))
        fill(self, "value", _value(value))
        if self.country.code == "SE":
            raise InvalidValue("foreign_number.swedish", _PLACE, self.value)

    @classmethod
    def parse(cls, text: str) -> ForeignNumber:
        """Read what `str` writes: the country's code, a space and the number.

        >>> ForeignNumber.parse("NO 974760673").country.code
        'NO'
        """
        found = _TEXT.fullmatch(trimmed(_PLACE, text, _LONGEST + 3, _EXAMPLE))
        if found is None:
            raise InvalidValue("foreign_number.no_country", _PLACE, text, example=_EXAMPLE)
        return cls(found[1], found[2])

    def __str__(self) -> str:
        return f"{self.country.code} {self.value}"

    def __repr__(self) -> str:
        return f'ForeignNumber("{self.country.code}", {quoted(self.value)})'
