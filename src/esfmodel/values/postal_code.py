"""Postal codes, Swedish and foreign.

>>> from esfmodel import PostalCode
>>> str(PostalCode("83127")), str(PostalCode("65100", "FI"))
('831 27', 'FI-65100')
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import trimmed
from esfmodel.values.country import CODES, EU_LETTERS, Country, as_country

_PLACE = "postal code"
_LONGEST_READ = 40
_LONGEST = 12
_SWEDISH = re.compile(r"([1-9][0-9]{2}) ?([0-9]{2})")
_FOREIGN = re.compile(r"[A-Z0-9][A-Z0-9 -]*[A-Z0-9]")
_PREFIXED = re.compile(r"([A-Z]{2})-(.*)")
_SWEDISH_ADVICE = "write five digits 0-9, the first not 0, as 831 27; a foreign code as FI-65100"
_FOREIGN_ADVICE = "write 2 to 12 letters A-Z, digits, spaces and hyphens, as 65100 or SW1A 1AA"


@attrs.frozen(init=False, repr=False)
class PostalCode:
    """The postal code of an address, in Sweden unless another country is named.

    The country is given beside the code or in front of it ("FI-65100"). A Swedish code has five digits, the first not
    0; of others only the characters are checked. Raises `InvalidValue` for any other text, and when the two countries
    contradict each other.

    >>> PostalCode("FI-65100") == PostalCode("65100", country="Finland")
    True
    """

    value: str
    country: Country

    if TYPE_CHECKING:

        def __attrs_init__(self, value: str, country: Country) -> None: ...

    def __init__(self, value: str, country: Country | str | None = None) -> None:
        """Read the code; `country` is needed when it is not Sweden and not written in front."""
        plain = trimmed(_PLACE, value, _LONGEST_READ, _SWEDISH_ADVICE)
        if not plain.isascii():
            raise InvalidValue(_PLACE, value, "has other characters than A-Z and 0-9", _FOREIGN_ADVICE)
        named = None if country is None else as_country(country)
        written, code = _split(plain.upper())
        if named is not None and written is not None and named != written:
            advice = "leave one of the two countries out"
            raise InvalidValue(_PLACE, value, f"begins with {written.code}, but its country is {named.code}", advice)
        home = named or written or Country("SE")
        self.__attrs_init__(_swedish(value, code) if home.code == "SE" else _foreign(value, code), home)

    @classmethod
    def parse(cls, text: str) -> PostalCode:
        """Read a Swedish code, or a foreign one with its country in front."""
        return cls(text)

    def __str__(self) -> str:
        """Return the code as on an envelope from Sweden."""
        return self.value if self.country.code == "SE" else f"{self.country.code}-{self.value}"

    def __repr__(self) -> str:
        country = "" if self.country.code == "SE" else f', "{self.country.code}"'
        return f'PostalCode("{self.value}"{country})'


def _split(text: str) -> tuple[Country | None, str]:
    found = _PREFIXED.fullmatch(text)
    # Foreign codes may begin with two letters and a hyphen too, so that only the letters of a country count.
    if found is None or (found[1] not in CODES and found[1] not in EU_LETTERS):
        return None, text
    return Country(found[1]), found[2]


def _swedish(given: str, code: str) -> str:
    found = _SWEDISH.fullmatch(code)
    if found is None:
        raise InvalidValue(_PLACE, given, "is not a Swedish postal code", _SWEDISH_ADVICE)
    return f"{found[1]} {found[2]}"


def _foreign(given: str, code: str) -> str:
    plain = re.sub(" +", " ", code)
    if not _FOREIGN.fullmatch(plain) or len(plain) > _LONGEST:
        raise InvalidValue(_PLACE, given, "is not written as a postal code", _FOREIGN_ADVICE)
    if _split(plain)[0] is not None:
        raise InvalidValue(_PLACE, given, "has the letters of a country twice", _FOREIGN_ADVICE)
    return plain
