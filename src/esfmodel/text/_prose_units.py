"""The unit that stands at a number in running text: of money, with its scale and currency, or of a share."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.text._currencies import currency_called, currency_names
from esfmodel.text._patterns import BLANK, WORD_ENDS, any_of, lower
from esfmodel.text._unit_reading import INTERNATIONAL_UNITS
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.text._language import Language
    from esfmodel.text._prose_words import ProseWords


YEAR = re.compile("(?:19|20)[0-9]{2}")
_BESIDE_ANOTHER = re.compile(r"[0-9] \($")


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
def prose_currencies(language: Language) -> Mapping[str, str]:
    """Return the words for currencies; the full stop of "kr." may end a sentence, and is no part of the word there."""
    return {name: code for name, code in language.currencies_read.items() if not name.endswith(".")}


@cache
def prose_units(language: Language) -> Mapping[str, tuple[int, str]]:
    """Return the signs that say scale and currency at once."""
    return {**INTERNATIONAL_UNITS, **language.units_read}


@cache
def currency_signs(language: Language) -> Mapping[str, str]:
    """Return the signs that may stand before the number: "€"."""
    return {name: code for name, code in language.currencies_read.items() if not any(map(str.isalpha, name))}


@cache
def unit_pattern(language: Language, words: ProseWords) -> str:
    """Give the regular expression of a unit after its number, in small letters, with the groups of `read_unit`."""
    prefix = rf"(?:{any_of(words.unit_prefixes)}-?)?"
    names = {lower(name) for code in MINOR_DIGITS for name in (code, *currency_names(code, language))}
    name = rf"{any_of(names | set(prose_currencies(language)))}{WORD_ENDS}"
    later = rf"{BLANK}{any_of(words.conjoined)}{BLANK}[^.!?]{{1,60}}?{words.currency_stem}"
    currency = rf"{name}|{any_of(words.currency_adjectives)}(?={later}|[.,;:!?)]|\Z)"
    million = rf"m(?={BLANK}?{any_of(prose_currencies(language))}{WORD_ENDS})"
    scales = language.scales_read
    shortened = "|".join(f"(?<={word})" for word, scale in scales.items() if scale.may_be_shortened)
    compounded = any_of(word for word, scale in scales.items() if scale.is_compounded)
    percent = any_of(word for word in language.shares_read if word.isalpha())
    units = "|".join(
        (
            rf"(?P<joined>{any_of(prose_units(language))}){WORD_ENDS}",
            rf"{prefix}(?P<scale>{any_of(scales)}{WORD_ENDS}|{million})(?:(?:{shortened})\.)?"
            rf"(?:{BLANK}?{prefix}(?P<scaled>{currency}))?",
            rf"{prefix}(?P<currency>{currency})",
            rf"-?(?P<share>%|‰|{percent})(?:(?<=[^\W_])[^\W\d_]{{0,16}})?",
            rf"(?P<dash>:-|,-(?={BLANK}{words.crown}))(?:{BLANK}?{words.crown}{WORD_ENDS})?",
            rf"-(?P<compound>{compounded})s[^\W\d_]{{2,30}}",
        )
    )
    return rf"(?P<gap>\)?\ |\n{{1,2}})?(?:{units})"


def read_unit(match: re.Match[str], plain: str, language: Language, words: ProseWords) -> Unit | None:
    """Understand what `unit_pattern` has matched in the text in small letters; None where it is no unit after all."""
    if _starts_anew(match, plain):
        return None
    if (joined := match["joined"]) is not None:
        scale, currency = prose_units(language)[joined]
        return Unit(Fraction(scale), currency)
    if (share := match["share"]) is not None:
        return Unit(language.shares_read[share], None, is_share=True)
    if match["dash"] is not None:
        return Unit(Fraction(1), words.default_currency)
    if match["currency"] is not None:
        code = _currency("currency", match, plain, language, words)
        return None if code is None else Unit(Fraction(1), code)
    if (compound := match["compound"]) is not None:
        return Unit(Fraction(language.scales_read[compound].size), None)
    return _scaled(match, plain, language, words)


def _scaled(match: re.Match[str], plain: str, language: Language, words: ProseWords) -> Unit | None:
    if match["scale"] is None:
        return None
    scale = language.scales_read[match["scale"]]
    currency = None if match["scaled"] is None else _currency("scaled", match, plain, language, words)
    if currency is None and not scale.says_money:
        return None
    abroad = scale.abroad
    if abroad is not None and match["scaled"] is not None and match["scaled"].startswith(words.crown):
        currency = abroad  # "2 millioner kr" are Norwegian, as the word is
    return Unit(Fraction(scale.size), currency, abroad=abroad)


def _starts_anew(match: re.Match[str], plain: str) -> bool:
    """Say whether what follows goes on without the number: "2019", and in a new line "Miljoner till"."""
    first = match.end("gap")
    if match["gap"] == ") ":
        # In "4,1 (3,9) mnkr" the unit belongs to both; in "året (2019) kr" to none.
        before = _BESIDE_ANOTHER.search(plain, max(0, match.start("number") - 3), match.start("number"))
        return before is None or YEAR.fullmatch(match["number"]) is not None
    return match["gap"] not in (None, " ") and plain[first : first + 2].istitle()


def _currency(group: str, match: re.Match[str], plain: str, language: Language, words: ProseWords) -> str | None:
    """Find which currency a name means; a code is one in capitals alone, for in small letters it may be a word."""
    name: str = match[group].replace("\n", " ")
    known = prose_currencies(language).get(name) or words.currency_adjectives.get(name)
    return known or currency_called(plain[match.start(group) : match.end(group)].replace("\n", " "), language)
