"""Postal codes, Swedish and foreign.

>>> from esfmodel import PostalCode
>>> str(PostalCode("83127")), str(PostalCode("65100", "FI"))
('831 27', 'FI-65100')
"""

from __future__ import annotations

import contextlib
import re

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import label, trimmed, unlabelled
from esfmodel.values.country import CODES, EU_LETTERS, Country, as_country
from esfmodel.values.field_type import Value, fill

_PLACE = "postal_code"
_LONGEST_READ = 60
_LONGEST = 12
_LABEL = label("post(?:nr|nummer)")
# Spreadsheets print 83 127, and envelopes from abroad S-831 27; what stands around the code is the town.
_NAME = r"[^\W\d_][^\d]*"
_SWEDISH = re.compile(rf"({_NAME}\s)??(?:SE?[ -]*)?([1-9](?:[ -]*[0-9]){{4}})([ ,(]*{_NAME})?")
_FOREIGN = re.compile(r"[A-Z0-9][A-Z0-9 -]*[A-Z0-9]")
# No country has a word of three letters after a space in its codes.
_FOREIGN_BESIDE_A_NAME = re.compile(r"([A-Z0-9][A-Z0-9 -]*[0-9][A-Z0-9]*)[ ,]+[^\W\d_]{3}[^\d]*")
_PREFIXED = re.compile(r"([A-Z]{2})-(.*)")
_LONGEST_LETTERS = 3
# The numbers rise to the north: those of Pajala, the last, begin with 984.
_UNUSED = "99"
_EXAMPLE, _FOREIGN_EXAMPLE = "831 27", "FI-65100"


@attrs.frozen(init=False, repr=False)
class PostalCode(Value):
    """The postal code of an address, in Sweden unless another country is named.

    The country is given beside the code or in front of it ("FI-65100"). A Swedish code has five digits, the first not
    0 and the first two not 99, with spaces or a hyphen anywhere between; of others only the characters are checked.
    Whether a place has the code is not checked. Raises `InvalidValue` for any other text, such as a code with its town,
    and when the two countries contradict each other.

    >>> PostalCode("FI-65100") == PostalCode("65100", country="Finland")
    True
    """

    value: str
    country: Country

    def __init__(self, value: str, country: Country | str | None = None) -> None:
        """Read the code; `country` is needed when it is not Sweden and not written in front."""
        plain = unlabelled(trimmed(_PLACE, value, _LONGEST_READ, _EXAMPLE), _LABEL)
        named = None if country is None else as_country(country)
        written, code = _split(plain.upper())
        if named is not None and written is not None and named != written:
            raise InvalidValue("postal_code.two_countries", _PLACE, value, written=written.code, named=named.code)
        home = named or written or Country("SE")
        fill(self, "value", _swedish(value, code) if home.code == "SE" else _foreign(value, code, home))
        fill(self, "country", home)

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
        raise InvalidValue("postal_code.form", _PLACE, given, example=_EXAMPLE, foreign=_FOREIGN_EXAMPLE)
    digits = re.sub("[ -]", "", found[2])
    if digits.startswith(_UNUSED):
        raise InvalidValue("postal_code.no_place", _PLACE, given, digits=_UNUSED)
    plain = f"{digits[:3]} {digits[3:]}"
    before, after = ((name or "").strip(" ,") for name in found.group(1, 3))
    if (country := _country_of(before, after)) is not None and country.code != "SE":
        raise InvalidValue("identifier.with_name", _PLACE, given, right=f"{country.code}-{digits}")
    if before and len(before) <= _LONGEST_LETTERS:
        # Letters of vehicles are no codes of countries: D is Germany, N Norway. Without them it is a Swedish code.
        raise InvalidValue("postal_code.form", _PLACE, given, example=_EXAMPLE, foreign=_FOREIGN_EXAMPLE)
    if before or after:
        raise InvalidValue("identifier.with_name", _PLACE, given, right=plain)
    return plain


def _country_of(*names: str) -> Country | None:
    """Return the country that is one of the names beside a code, or the last word of one."""
    for name in filter(None, names):
        for words in (name, name.strip("()"), name.split()[-1].strip("()")):
            with contextlib.suppress(InvalidValue):
                return Country(words)
    return None


def _foreign(given: str, code: str, country: Country) -> str:
    plain = re.sub(" +", " ", code)
    if found := _FOREIGN_BESIDE_A_NAME.fullmatch(plain):
        raise InvalidValue("identifier.with_name", _PLACE, given, right=f"{country.code}-{found[1]}")
    if not _FOREIGN.fullmatch(plain) or len(plain) > _LONGEST:
        raise InvalidValue("postal_code.foreign_form", _PLACE, given, example=_FOREIGN_EXAMPLE)
    if _split(plain)[0] is not None:
        raise InvalidValue("postal_code.country_twice", _PLACE, given)
    return plain
