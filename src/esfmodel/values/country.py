"""Countries, by ISO 3166-1 code or by Swedish or English name.

The names are those of the Unicode CLDR in Babel, loaded when a name is first needed.

>>> from esfmodel.values import Country
>>> Country("Sverige").code, str(Country("SE"))
('SE', 'Sverige')
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import trimmed
from esfmodel.values.field_type import Value, fill
from esfmodel.values.format import LANGUAGES, check_language, plain_name

_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
CODES: Final = frozenset(_CODES.split())
"""The codes of ISO 3166-1 alpha-2, and XK, which the Union's institutions use for Kosovo."""

EU_LETTERS: Final = MappingProxyType({"EL": "GR", "UK": "GB"})
"""The Union's own letters, used in NUTS codes, where they differ from ISO: Greece and the United Kingdom."""

_OTHER_NAMES = MappingProxyType(
    {
        "Czech Republic": "CZ",
        "Great Britain": "GB",
        "Macedonia": "MK",
        "Makedonien": "MK",
        "Turkey": "TR",
        "Vitryssland": "BY",
    }
)
_LONGEST = 60
_EXAMPLE = "SE"


def _code(text: str) -> str:
    plain = trimmed("country", text, _LONGEST, _EXAMPLE)
    if plain.isascii() and len(plain) == 2:
        code = EU_LETTERS.get(plain.upper(), plain.upper())
        if code in CODES:
            return code
    found = _codes_by_name().get(_key(plain))
    if found is None:
        raise InvalidValue("country.unknown", "country", text, example=_EXAMPLE)
    return found


@attrs.frozen(init=False, repr=False)
class Country(Value):
    """A country or territory with a two-letter code of ISO 3166-1.

    Takes the code or the Swedish or English name in any case, and also EL and UK, which the Union's own codes use for
    Greece and the United Kingdom; `code` is always the ISO code. Raises `InvalidValue` for anything else, the European
    Union among them. Two are equal when their codes are.

    >>> Country("sweden") == Country("SE") == Country.parse("Sverige")
    True
    >>> Country("EL").code
    'GR'
    """

    code: str = attrs.field(alias="text")

    def __init__(self, text: str) -> None:
        fill(self, "code", _code(text))

    @classmethod
    def parse(cls, text: str) -> Country:
        """Read the code or the name, as the constructor does."""
        return cls(text)

    def name(self, language: str = "sv") -> str:
        """Return the name in Swedish ("sv") or English ("en").

        >>> Country("SE").name("en")
        'Sweden'
        """
        check_language(language)
        return _names(language)[self.code]

    def __str__(self) -> str:
        return self.name()

    def __repr__(self) -> str:
        return f'Country("{self}")'


def as_country(country: Country | str) -> Country:
    """Convert a code or a name to a country."""
    return country if isinstance(country, Country) else Country(country)


@cache
def _names(language: str) -> MappingProxyType[str, str]:
    from babel import Locale  # Loading the names takes longer than all else here, and a code does not need them.

    territories = Locale(language).territories
    return MappingProxyType({code: str(territories[code]) for code in sorted(CODES)})


@cache
def _codes_by_name() -> MappingProxyType[str, str]:
    codes = {_key(name): code for name, code in _OTHER_NAMES.items()}
    for language in LANGUAGES:
        codes |= {_key(name): code for code, name in _names(language).items()}
    return MappingProxyType(codes)


def _key(name: str) -> str:
    """Return a name without differences of case, hyphens, spaces, "&" for "and" and kinds of apostrophe."""
    return plain_name(name).replace("&", "and").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
