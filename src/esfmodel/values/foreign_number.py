"""Registration numbers of organisations outside Sweden, as their own registers write them.

>>> from esfmodel import ForeignNumber
>>> str(ForeignNumber("NO", "974760673"))
'NO 974760673'
"""

from __future__ import annotations

import json
import re

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import printable, trimmed
from esfmodel.values.country import Country, as_country

_PLACE = "foreign number"
_LONGEST = 40
_TEXT = re.compile(r"([A-Za-z]{2}) (.+)", re.DOTALL)
_ADVICE = "write the number as its register does, in 1 to 40 printable characters"
_TEXT_ADVICE = "write the ISO code of the country, a space and the number, as NO 974760673"


def _value(text: str) -> str:
    return printable(_PLACE, text, _LONGEST, _ADVICE)


@attrs.frozen(repr=False)
class ForeignNumber:
    """The number of an organisation in another country than Sweden.

    Any printable text of 1 to 40 characters: every country has its own form and check digit, and none is checked here.
    Raises `InvalidValue` for other text, and for Sweden, which has `OrganisationNumber`.

    >>> ForeignNumber("Finland", "0123456-7")
    ForeignNumber("FI", "0123456-7")
    """

    country: Country = attrs.field(converter=as_country)
    value: str = attrs.field(converter=_value)

    def __attrs_post_init__(self) -> None:
        if self.country.code == "SE":
            raise InvalidValue(_PLACE, self.value, "is of Sweden", "make it an OrganisationNumber")

    @classmethod
    def parse(cls, text: str) -> ForeignNumber:
        """Read what `str` writes: the country's code, a space and the number.

        >>> ForeignNumber.parse("NO 974760673").country.code
        'NO'
        """
        found = _TEXT.fullmatch(trimmed(_PLACE, text, _LONGEST + 3, _TEXT_ADVICE))
        if found is None:
            raise InvalidValue(_PLACE, text, "does not say its country", _TEXT_ADVICE)
        return cls(found[1], found[2])

    def __str__(self) -> str:
        return f"{self.country.code} {self.value}"

    def __repr__(self) -> str:
        return f'ForeignNumber("{self.country.code}", {json.dumps(self.value, ensure_ascii=False)})'
