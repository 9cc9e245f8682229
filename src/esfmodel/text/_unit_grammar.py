"""The unit that stands at a number in running text: of money, with its scale and currency, or of a share."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._currencies import currency_called, currency_names
from esfmodel.text._language import MILLION
from esfmodel.text._number_grammar import BLANK, WORD_ENDS, any_of
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from esfmodel.text._language import Language
    from esfmodel.text._prose_words import ProseWords


class Unit(NamedTuple):
    """What a number is a number of."""

    scale: Fraction
    """What one of it is worth: a million, a hundredth."""
    currency: str | None
    """None for a share, and for "miljoner" whose currency has to be found elsewhere."""
    is_share: bool = False
    abroad: str | None = None
    """The currency that the language of the scale speaks of when none is named anywhere."""


@cache
def unit_pattern(language: Language, words: ProseWords) -> str:
    """Give the regular expression of a unit after its number, with the groups that `read_unit` takes."""
    prefix = rf"(?i:(?:{any_of(words.unit_prefixes)})-?)?"
    names = {name.lower() for code in MINOR_DIGITS for name in currency_names(code, language) if name != code}
    name = rf"(?:(?i:{any_of(names | set(words.currencies))})|[A-Z]{{3}}){WORD_ENDS}"
    later = rf"{BLANK}{any_of(words.conjoined)}{BLANK}[^.!?]{{1,60}}?kron"
    currency = rf"{name}|(?i:{any_of(words.currency_adjectives)})(?={later})"
    million = rf"M(?={BLANK}?(?i:{any_of(words.currencies)}){WORD_ENDS})"
    percent = any_of(word for word in words.per_cent if word.isalpha())
    units = "|".join(
        (
            rf"(?P<joined>(?i:{any_of(words.units)})){WORD_ENDS}",
            rf"{prefix}(?P<scale>(?i:{any_of(words.scales)}){WORD_ENDS}|{million})(?:\.(?={BLANK}?[^\W\dA-Z_]))?"
            rf"(?:{BLANK}?{prefix}(?P<scaled>{currency}))?",
            rf"{prefix}(?P<currency>{currency})",
            rf"-?(?P<share>%|‰|(?i:{percent}))(?:(?<=[^\W_])[^\W\d_]{{0,16}})?",
            rf"(?P<dash>:-|,-(?={BLANK}kr))(?:{BLANK}?(?i:kr|kronor){WORD_ENDS})?",
            rf"-(?P<compound>(?i:miljon|miljard))(?i:er)?s[^\W\d_]{{2,30}}",
        )
    )
    return rf"(?P<gap>\ |\n{{1,2}})?(?:{units})"


def read_unit(match: re.Match[str], language: Language, words: ProseWords) -> Unit | None:
    """Understand what `unit_pattern` has matched; None where it is no unit after all."""
    if _starts_anew(match):
        return None
    if (joined := match["joined"]) is not None:
        scale, currency = words.units[joined.lower()]
        return Unit(Fraction(scale), currency)
    if (share := match["share"]) is not None:
        return Unit(words.per_cent[share.lower()], None, is_share=True)
    if match["dash"] is not None:
        return Unit(Fraction(1), words.default_currency)
    if (called := match["currency"]) is not None:
        currency_code = _currency(called, language, words)
        return None if currency_code is None else Unit(Fraction(1), currency_code)
    if (compound := match["compound"]) is not None:
        return Unit(Fraction(words.scales[compound.lower()]), None)
    return _scaled(match, language, words)


def _scaled(match: re.Match[str], language: Language, words: ProseWords) -> Unit | None:
    said: str | None = match["scale"]
    if said is None:
        return None
    scale = MILLION if said == "M" else words.scales[said.lower()]
    currency = match["scaled"] and _currency(match["scaled"], language, words)
    if currency is None and said.lower() not in words.scales_alone:
        return None
    return Unit(Fraction(scale), currency, abroad=words.abroad.get(said.lower()))


def _starts_anew(match: re.Match[str]) -> bool:
    """Say whether what stands in a new line is the beginning of a sentence there: "2019", and then "Miljoner till"."""
    first = match.end("gap")
    return match["gap"] not in (None, " ") and match.string[first : first + 2].istitle()


def _currency(called: str, language: Language, words: ProseWords) -> str | None:
    name = called.replace("\n", " ")
    lowered = name.lower()
    return words.currencies.get(lowered) or words.currency_adjectives.get(lowered) or currency_called(name, language)
