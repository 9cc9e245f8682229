"""Codes of regions in the Union's classification of territories (NUTS, Regulation (EC) No 1059/2003).

>>> from esfmodel import NutsCode
>>> NutsCode("SE32").contains(NutsCode("SE322"))
True
"""

from __future__ import annotations

import re

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import trimmed
from esfmodel.values.country import CODES, EU_LETTERS, Country

_PLACE = "NUTS code"
_LONGEST = 5
_CODE = re.compile(r"[A-Z]{2}[A-Z0-9]{0,3}")
_ADVICE = "write two letters for the country and up to three letters or digits, as SE32"
# ISO letters that NUTS does not use: GR and GB.
_ISO_ONLY = {iso: letters for letters, iso in EU_LETTERS.items()}


def _code(text: str) -> str:
    plain = trimmed(_PLACE, text, _LONGEST, _ADVICE)
    code = plain.upper()
    if not plain.isascii() or not _CODE.fullmatch(code):
        raise InvalidValue(_PLACE, text, "is not written as one", _ADVICE)
    letters = code[:2]
    if letters in _ISO_ONLY:
        right = _ISO_ONLY[letters]
        raise InvalidValue(_PLACE, text, f"begins with {letters}, where NUTS has {right}", f"write {right}{code[2:]}")
    if letters not in CODES and letters not in EU_LETTERS:
        raise InvalidValue(_PLACE, text, f"begins with {letters}, which is no country", _ADVICE)
    return code


@attrs.frozen(repr=False)
class NutsCode:
    """The code of a country, part of a country, region or county in the NUTS classification.

    Only the form and the country are checked, not whether the code is in the list in force. Raises `InvalidValue` for
    any other text. Greece is EL and the United Kingdom UK here.

    >>> [NutsCode(code).level for code in ("SE", "SE3", "SE32", "SE322")]
    [0, 1, 2, 3]
    """

    code: str = attrs.field(converter=_code, alias="text")

    @classmethod
    def parse(cls, text: str) -> NutsCode:
        """Read the code, in any case."""
        return cls(text)

    @property
    def level(self) -> int:
        """The level of the classification, 0 to 3, by the length of the code.

        "SE0", which the Swedish register prints for the whole country, is of level 1 by its length.
        """
        return len(self.code) - 2

    @property
    def country_code(self) -> str:
        """The two letters of the country as NUTS writes them."""
        return self.code[:2]

    @property
    def country(self) -> Country:
        """The country the region lies in.

        >>> NutsCode("EL30").country.code
        'GR'
        """
        return Country(self.country_code)

    def contains(self, other: NutsCode) -> bool:
        """Whether `other` is this region or a part of it, by the codes."""
        if not isinstance(other, NutsCode):
            raise TypeError(f"other must be a NutsCode, not {type(other).__name__}")
        return other.code.startswith(self.code)

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f'NutsCode("{self.code}")'
