"""Every number in running text, from left to right, with the unit of money or of a share that stands at it, if any.

What numbers belong together is for `_statements` to say.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._currencies import currency_called
from esfmodel.text._hedges import words_before
from esfmodel.text._language import MINUS
from esfmodel.text._number_grammar import BLANK, WORD_ENDS, any_of, number_pattern, read_number
from esfmodel.text._unit_grammar import Unit, read_unit, unit_pattern
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from esfmodel.text._hedges import Hedge
    from esfmodel.text._language import Language
    from esfmodel.text._number_grammar import Number
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


_DASHES = f"{MINUS}\N{EN DASH}-"


def quantities(plain: str, language: Language, words: ProseWords) -> Iterator[Quantity]:
    """Find every number; one that nobody can read for sure is left out."""
    for match in _pattern(language, words).finditer(plain):
        number, start = read_number(match, language, words), match.start("number")
        if number.is_spoken and _is_vague(plain, start, words):
            continue
        unit, end = read_unit(match, language, words), match.end()
        if unit is None:
            end = number.end
        elif _is_of_things(plain, end, unit, words):
            continue
        sign = match["sign"] and currency_called(words.currency_signs.get(match["sign"], match["sign"]), language)
        if sign and (unit is None or (unit.currency is None and not unit.is_share)):
            unit, start = Unit(unit.scale if unit else Fraction(1), sign), match.start()
        elif unit is None and (heading := match["heading"]):
            unit = _named_in_heading(heading.lower(), words)
        if number.may_be_thousands and not _is_clear(number, unit):
            continue
        is_negative = match["minus"] is not None or _has_minus(plain, start)
        if is_negative and match["minus"] is None:
            start -= 1
        value = -number.value if is_negative else number.value
        yield Quantity(start, end, value, number.step, unit, number.hedge, number.is_spoken)


@cache
def _pattern(language: Language, words: ProseWords) -> re.Pattern[str]:
    sign = rf"(?P<sign>{any_of(words.currency_signs)}|[A-Z]{{3}}(?={BLANK})){BLANK}?"
    heading = rf"(?P<heading>(?i:{any_of(words.headings)}))(?:\)[ ]?:?|:){BLANK}?"
    return re.compile(
        rf"(?<![^\W_])(?<![0-9][.,:/])(?:{sign}(?P<minus>[{_DASHES}])?|{heading})?"
        rf"{number_pattern(language, words)}(?:{unit_pattern(language, words)})?{WORD_ENDS}"
    )


def _is_vague(plain: str, start: int, words: ProseWords) -> bool:
    """Say whether the word before makes a number word mean no number: "några hundra"."""
    return any(word.lower() in words.vague for word, _ in words_before(plain, start, 1))


def _is_of_things(plain: str, end: int, unit: Unit, words: ProseWords) -> bool:
    """Say whether a bare "miljoner" is followed by what there are millions of: "invånare"."""
    return unit.currency is None and not unit.is_share and words.counted.match(plain, end) is not None


def _named_in_heading(heading: str, words: ProseWords) -> Unit:
    if heading in words.per_cent:
        return Unit(words.per_cent[heading], None, is_share=True)
    scale, currency = words.units.get(heading) or (1, words.currencies[heading])
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
    return before[-1:] in _DASHES[1:] and before[-2:-1] in (" ", "(") and not before[:1].isalnum() if before else False
