"""Every number in running text, from left to right, with the unit of money or of a share that stands at it, if any.

What numbers belong together is for `_statements` to say.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._hedges import words_before
from esfmodel.text._language import MILLION, MINUS
from esfmodel.text._patterns import BLANK, WORD_ENDS, any_of
from esfmodel.text._prose_numbers import number_pattern, read_number
from esfmodel.text._prose_units import (
    YEAR,
    Unit,
    currency_signs,
    prose_currencies,
    prose_units,
    read_unit,
    unit_pattern,
)
from esfmodel.text._unit_reading import INTERNATIONAL_UNITS
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.text._hedges import Hedge
    from esfmodel.text._language import Language
    from esfmodel.text._prose import Prose
    from esfmodel.text._prose_numbers import Number
    from esfmodel.text._prose_words import ProseWords


class Quantity(NamedTuple):
    """A number as it stands in the text; `step` is one in its last digit."""

    start: int
    end: int
    number: Fraction
    step: Fraction
    unit: Unit | None
    hedge: Hedge | None
    is_spoken: bool


LARGE = 10_000
"""From here on a bare number is no year, and rather of kronor than of people."""

_MILLION = re.compile(rf"m{WORD_ENDS}")
_DASHES = f"{MINUS}\N{EN DASH}-"


def quantities(prose: Prose, language: Language, words: ProseWords) -> Iterator[Quantity]:
    """Find every number; one that nobody can read for sure is left out."""
    for match in _pattern(language, words).finditer(prose.low):
        number, start = read_number(match, language, words), match.start("number")
        unit, end = read_unit(match, prose.plain, language, words), match.end()
        if unit is None:
            end = number.end
        if number.is_spoken and (_is_vague(prose.low, start, language) or _is_a_proper_name(match, prose.plain)):
            continue
        if unit is not None and _is_of_things(prose.low, end, unit, words):
            continue
        sign = _sign(match, prose.plain, number, language, words)
        if sign and (unit is None or (unit.currency is None and not unit.is_share and sign.scale == 1)):
            unit, start = Unit(unit.scale if unit else sign.scale, sign.currency), match.start()
            if _MILLION.match(prose.low, end):
                unit, end = unit._replace(scale=Fraction(MILLION)), end + 1
        elif unit is None and match["heading"] and not _is_a_year_in_a_table(match):
            unit = _named_in_heading(match["heading"], language)
        elif unit is None and number.value >= LARGE and _is_given(prose.low, start, end, words):
            unit = Unit(Fraction(1), None)
        if number.may_be_thousands and not _is_clear(number, unit):
            continue
        value = number.value
        if match["minus"] is not None:
            value, start = -value, min(start, match.start("minus"))
        elif _has_minus(prose.plain, start):
            value, start = -value, start - 1
        yield Quantity(start, end, value, number.step, unit, number.hedge, number.is_spoken)


@cache
def _pattern(language: Language, words: ProseWords) -> re.Pattern[str]:
    signs = any_of(currency_signs(language))
    sign = rf"(?P<sign>{signs}|(?:[a-z]{{3,5}}|[a-z]{{1,2}}{signs}|{words.crown}){BLANK}(?=[{_DASHES}]?[0-9])){BLANK}?"
    heading = rf"(?P<heading>{any_of(words.headings)})(?:\)[ ]?:?|:){BLANK}?"
    return re.compile(
        rf"(?<![^\W_])(?<![0-9][.,:/'’])(?:{sign}(?P<minus>[{_DASHES}])?|{heading})?"
        rf"{number_pattern(language, words)}(?:{unit_pattern(language, words)})?{WORD_ENDS}"
    )


def _sign(match: re.Match[str], plain: str, number: Number, language: Language, words: ProseWords) -> Unit | None:
    """Return what a sign or a code in capitals before the number says; "kr" only before what is no year."""
    sign = plain[match.start("sign") : match.end("sign")].strip()
    if sign.lower() == words.crown:
        return Unit(Fraction(1), words.default_currency) if number.value >= LARGE else None
    if sign.isupper() and (scaled := INTERNATIONAL_UNITS.get(sign.lower())):
        return Unit(Fraction(scaled[0]), scaled[1])
    code = currency_signs(language).get(sign) or (sign if sign in MINOR_DIGITS else None)
    return None if code is None else Unit(Fraction(1), code)


def _is_vague(low: str, start: int, language: Language) -> bool:
    """Say whether the word before makes a number word mean no number: "några hundra"."""
    return any(
        phrase.rpartition(" ")[2] == word for word, _ in words_before(low, start, 1) for phrase in language.vague
    )


def _is_given(low: str, start: int, end: int, words: ProseWords) -> bool:
    """Say whether the words around a bare number say it is money: "900 000 i EU-stöd", "beviljas 900 000 till"."""
    if words.money_after.match(low, end):
        return True
    verb = next((word for word, _ in words_before(low, start, 1)), None)
    following = words.goes_on.match(low, end) if verb in words.giving else None
    return following is not None and not low[following.end() + 1 : following.end() + 2].isdigit()


def _is_of_things(low: str, end: int, unit: Unit, words: ProseWords) -> bool:
    """Say whether a bare "miljoner" is followed by what there are millions of: "invånare"."""
    return unit.currency is None and not unit.is_share and words.counted.match(low, end) is not None


def _is_a_proper_name(match: re.Match[str], plain: str) -> bool:
    """Say whether a currency has a capital letter after a number in words: the team "Tre Kronor"."""
    return plain[match.start("currency") : match.end("currency")].istitle()


def _is_a_year_in_a_table(match: re.Match[str]) -> bool:
    """Say whether the number after a unit heads a column rather than counts it: "Budget (tkr) 2021"."""
    return YEAR.fullmatch(match["number"]) is not None


def _named_in_heading(heading: str, language: Language) -> Unit:
    if heading in language.shares_read:
        return Unit(language.shares_read[heading], None, is_share=True)
    scale, currency = prose_units(language).get(heading) or (1, prose_currencies(language)[heading])
    return Unit(Fraction(scale), currency)


def _is_clear(number: Number, unit: Unit | None) -> bool:
    """Say whether one mark before three digits can only be read in one way: "10.000 kr", "1,431 miljarder"."""
    if number.step == 1:
        return unit is not None and unit.scale == 1
    return unit is not None and (unit.is_share or unit.scale > 1 or _has_three_decimals(unit.currency))


def _has_three_decimals(currency: str | None) -> bool:
    return currency is not None and MINOR_DIGITS[currency] > 2


def _has_minus(plain: str, start: int) -> bool:
    """Say whether a minus stands before a number: a real one, or a dash after a space that joins it to nothing."""
    before = plain[max(0, start - 3) : start]
    if before.endswith(MINUS):
        return not before[-2:-1].isalnum()
    return before[-2:-1] in (" ", "(") and before[-1] in _DASHES and not before[:1].isdigit()
