"""Codes of regions in the Union's classification of territories (NUTS, Regulation (EC) No 1059/2003).

>>> from esfmodel import NutsCode
>>> NutsCode("SE32").contains(NutsCode("SE322"))
True
"""

from __future__ import annotations

import re

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import label, trimmed, unlabelled
from esfmodel.values.country import CODES, EU_LETTERS, Country
from esfmodel.values.field_type import Value, fill

_PLACE = "nuts"
_LONGEST = 60
_LABEL = label("nuts[ -]?[0-3]?(?:[ -]?kod)?")
_CODE = re.compile("[A-Z]{2}(?:[A-Z0-9]{0,3}| [0-9][A-Z0-9]{0,2})")
_CODE_BESIDE_A_NAME = re.compile(r"\b[A-Z]{2} ?[0-9][A-Z0-9]{0,2}\b", re.ASCII)
SWEDISH = re.compile("SE(?:0[0-9A]{0,2}|[1-3][0-9]{0,2}|Z{0,3})")
"""Codes that Swedish regions have or have had, with the 0 of the Swedish register and Z for what is outside all."""
_EXAMPLE = "SE32"
# ISO letters that NUTS does not use: GR and GB.
_ISO_ONLY = {iso: letters for letters, iso in EU_LETTERS.items()}


def _code(text: str) -> str:
    plain = unlabelled(trimmed(_PLACE, text, _LONGEST, _EXAMPLE), _LABEL)
    written = plain.upper()
    if not (plain.isascii() and _CODE.fullmatch(written)):
        codes = _CODE_BESIDE_A_NAME.findall(written)
        if len(codes) == 1 and written != codes[0]:
            raise InvalidValue("identifier.with_name", _PLACE, text, right=_code(codes[0]))
        raise InvalidValue("nuts.form", _PLACE, text, example=_EXAMPLE)
    code = written.replace(" ", "")
    letters = code[:2]
    if letters in _ISO_ONLY:
        here = _ISO_ONLY[letters]
        raise InvalidValue(
            "identifier.country_letters", _PLACE, text, letters=letters, letters_here=here, right=here + code[2:]
        )
    if letters not in CODES and letters not in EU_LETTERS:
        raise InvalidValue("identifier.no_country", _PLACE, text, letters=letters)
    if letters == "SE" and not SWEDISH.fullmatch(code):
        raise InvalidValue("nuts.no_region", _PLACE, text, example=_EXAMPLE)
    return code


@attrs.frozen(init=False, repr=False)
class NutsCode(Value):
    """The code of a country, part of a country, region or county in the NUTS classification.

    The form and the country are checked, and for Sweden the first digit, but not whether the code is in the list in
    force. Raises `InvalidValue` for any other text, such as a code with its region's name. Greece is EL and the United
    Kingdom UK here.

    >>> [NutsCode(code).level for code in ("SE", "SE3", "SE32", "SE322")]
    [0, 1, 2, 3]
    """

    code: str = attrs.field(alias="text")

    def __init__(self, text: str) -> None:
        fill(self, "code", _code(text))

    @classmethod
    def parse(cls, text: str) -> NutsCode:
        """Read the code, in any case, with or without a space after the country and "NUTS" in front."""
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
