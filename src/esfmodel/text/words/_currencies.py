"""The names of currencies, and the currency that a name means.

Kronor and euro have the everyday names in the tables of the language, others their names in CLDR, or else their code.
CLDR is read through Babel, which is imported when it is first needed, since it is slow to load.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

    from esfmodel.text.words.language import Language


@cache
def currency_names(code: str, language: Language) -> tuple[str, str]:
    """Return the name of a currency in the singular and plural: ("norsk krona", "norska kronor")."""
    if code in language.currency_names:
        return language.currency_names[code]
    from babel.numbers import get_currency_name

    locale = _locale(language.code)
    one, several = (get_currency_name(code, count=count, locale=locale) for count in (1, 2))
    # Two names in CLDR have an ampersand, which HTML takes for its own.
    return one.replace("&", language.conjunctions["and"]), several.replace("&", language.conjunctions["and"])


@cache
def _locale(code: str) -> Locale:
    # Babel takes the code too, but reads it anew for every name.
    from babel import Locale

    return Locale.parse(code)


def currency_called(name: str, language: Language) -> str | None:
    """Return the ISO code of the currency that a sign, a code or a name means; None when it means none."""
    if name in MINOR_DIGITS:
        return name
    known = name.casefold().replace("&", language.conjunctions["and"])
    return language.currencies_read.get(known) or _codes_by_name(language).get(known)


@cache
def _codes_by_name(language: Language) -> Mapping[str, str]:
    return MappingProxyType(
        {name.casefold(): code for code in MINOR_DIGITS for name in currency_names(code, language) if name != code}
    )
