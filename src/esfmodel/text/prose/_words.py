"""The words by which figures in running text are found, beside those with which a language writes and reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.text.reading._money import INTERNATIONAL_UNITS
from esfmodel.text.words._currencies import currency_called, currency_names
from esfmodel.text.words.hedges import BLANK, WORD_ENDS, Hedge, Hedges, any_of, lower
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from esfmodel.text.words.language import Language


@attrs.frozen(kw_only=True, eq=False)
class ProseWords:
    """The words of one language; all in small letters, for a text may have them in capitals."""

    hedges: Hedges
    """Words that make an amount or a share a bound or a guess."""

    unit_prefixes: tuple[str, ...]
    """What may be written together with a scale or a currency: "EU-miljoner", "skattekronor"."""
    headings: tuple[str, ...]
    """Units that may stand in the heading before a number that has none: "Budget (kr): 500 000"."""
    crown: str
    """The short name of the currency of prices such as "500:-" and "12:50 kr"."""
    currency_stem: str
    """What the names of currencies that have such adjectives begin with."""
    currency_adjectives: Mapping[str, str]
    """Words that name a currency whose noun follows later: "två miljoner svenska och en miljon norska kronor"."""
    default_currency: str
    counted: re.Pattern[str]
    """What is counted after a bare million, so that it is no money: "3 miljoner invånare"."""
    shares: tuple[tuple[str, Fraction], ...]
    """Shares in words, as regular expressions of one group each, which is the figure."""
    fractions: Mapping[str, int]
    """The words for parts, by how many make a whole: "tredjedel"."""

    between: tuple[str, ...]
    conjoined: tuple[str, ...]
    """Words between two figures that may share one unit: "40 respektive 60 procent"."""
    and_words: tuple[str, ...]
    """Those of them that join the two ends of a range: "mellan 2 och 3"."""
    part_of: str
    part_of_all: tuple[str, ...]
    """Words between a part and the whole whose unit it has: "2 av totalt 10 miljoner kronor"."""
    of_which: tuple[str, ...]
    """Words after which the unit of the amount before goes on: "12 miljoner kronor, varav 6 från EU"."""
    of_which_verbs: tuple[str, ...]
    """Verbs between an amount and the part of it that goes somewhere: "av de 97 miljonerna går 41 till"."""
    giving: frozenset[str]
    """Verbs whose object is money where the number has no unit: "beviljas 900 000 till"."""
    money_after: re.Pattern[str]
    """What makes a bare number before it one of money: "i EU-stöd"."""
    goes_on: re.Pattern[str]
    """What then follows the number."""
    in_other_money: re.Pattern[str]
    """Words between an amount and the same in another currency."""
    since: tuple[str, ...]
    to: tuple[str, ...]
    changing: re.Pattern[str]
    """Words of change, after which "från 2 till 3 miljoner" are two figures and no range."""
    labels: frozenset[str]
    """Words whose number is a name and no figure: "mål 1", "programområde 2"."""

    periods: PeriodWords
    durations: DurationWords


# The unit that stands at a number in running text: of money, with its scale and currency, or of a share.

YEAR = re.compile("(?:19|20)[0-9]{2}")
_BESIDE_ANOTHER = re.compile(r"[0-9] \($")


class ProseUnit(NamedTuple):
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


def read_unit(match: re.Match[str], plain: str, language: Language, words: ProseWords) -> ProseUnit | None:
    """Understand what `unit_pattern` has matched in the text in small letters; None where it is no unit after all."""
    if _starts_anew(match, plain):
        return None
    if (joined := match["joined"]) is not None:
        scale, currency = prose_units(language)[joined]
        return ProseUnit(Fraction(scale), currency)
    if (share := match["share"]) is not None:
        return ProseUnit(language.shares_read[share], None, is_share=True)
    if match["dash"] is not None:
        return ProseUnit(Fraction(1), words.default_currency)
    if match["currency"] is not None:
        code = _currency("currency", match, plain, language, words)
        return None if code is None else ProseUnit(Fraction(1), code)
    if (compound := match["compound"]) is not None:
        return ProseUnit(Fraction(language.scales_read[compound].size), None)
    return _scaled(match, plain, language, words)


def _scaled(match: re.Match[str], plain: str, language: Language, words: ProseWords) -> ProseUnit | None:
    if match["scale"] is None:
        return None
    scale = language.scales_read[match["scale"]]
    currency = None if match["scaled"] is None else _currency("scaled", match, plain, language, words)
    if currency is None and not scale.says_money:
        return None
    abroad = scale.abroad
    if abroad is not None and match["scaled"] is not None and match["scaled"].startswith(words.crown):
        currency = abroad  # "2 millioner kr" are Norwegian, as the word is
    return ProseUnit(Fraction(scale.size), currency, abroad=abroad)


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


# What the words of a language say of durations in running text.


@attrs.frozen(kw_only=True, eq=False)
class DurationWords:
    """The words of one language by which durations are stated. All are in lower case."""

    months: tuple[str, ...]
    years: tuple[str, ...]
    """The units, in every form after a number."""
    fixed: Mapping[str, int]
    """Durations without a number, in months: "ett halvår"."""
    halves: tuple[str, ...]
    """What adds half a unit: "ett och ett halvt år"."""
    month_compounds: tuple[str, ...]
    year_compounds: tuple[str, ...]
    year_adjectives: tuple[str, ...]
    """How a word goes on that has its number before it: "9-månadersperiod", "treårsplan", "treårig"."""
    other_compounds: tuple[str, ...]
    """How a compound goes on that is no duration: "femårsdag"."""
    between_units: tuple[str, ...]
    """What joins years and months to one duration."""
    range_words: tuple[str, ...]
    """What joins the ends of a range: "12 till 24 månader", "minst 12 och högst 24"."""
    range_opens: tuple[str, ...]
    """What stands before a range: "mellan 12 och 24 månader"."""
    fillers: tuple[str, ...]
    """What may stand between the number and its unit: "två hela år"."""
    ordinal_fillers: tuple[str, ...]
    """What may stand there before the years that are meant: "de tre första åren", but not "0,7 nästa år"."""

    hedges: Hedges
    """Words that make a duration a bound or a guess."""
    not_after: Mapping[str, tuple[str, ...]]
    """Hedges that are prepositions too, and the words after which they are: "löper över tre år"."""
    only_after: Mapping[str, tuple[Hedge, tuple[str, ...]]]
    """Prepositions that are hedges only after certain words: "på under tre år"."""
    prepositions: frozenset[str]
    """Hedges that are none before a compound: "över treårsperioden"."""

    ages_before: tuple[str, ...]
    ages_after: tuple[str, ...]
    people: tuple[str, ...]
    age_links: tuple[str, ...]
    """Words between people and their age: "barn under 12 år"."""
    lasting: tuple[str, ...]
    """Words before a number of years that say it is no age, however large."""
    points_before: tuple[str, ...]
    points_after: tuple[str, ...]
    """Words by which a duration only says when: "för tio år sedan"."""
    lengths: tuple[str, ...]
    """What has a length, and makes such a word say it: "en period om två år"."""


# What the words of a language say of times in running text: a table beside that of its marks and numbers.


@attrs.frozen(kw_only=True, eq=False)
class PeriodWords:
    """The words of one language by which periods are stated. All are in lower case."""

    months: Mapping[str, int]
    """The months as they are read: names, abbreviations without their dot, and the names of the neighbours."""
    month_word: str
    """The word that may follow the name of a month: "december månad"."""
    seasons: tuple[str, ...]
    """Parts of a year without days of their own: they say no more than the year."""
    short_seasons: tuple[str, ...]
    """Terms of which a year of two figures may follow: "ht 24"."""
    year: str
    years: tuple[str, ...]
    """Words that make the numbers after them years."""
    split_years: tuple[str, ...]
    """Words after which 2015/16 is the time from one year into the next, and no reference number."""
    turn_of_year: str
    of_year: str
    """What may follow a year that stands before its noun: "2023 års"."""
    ordinals: Mapping[str, int]
    parts: Mapping[str, int]
    """Parts of a year that are counted, with their months: "andra kvartalet", "kvartal 2", "q2"."""
    part_of: tuple[str, ...]
    article: str
    day_endings: tuple[str, ...]
    """What may stand around a day: "den 13:e maj"."""
    clock: tuple[str, ...]
    """The word before a time of day, which may stand between a day and its year."""

    starting: tuple[str, ...]
    after: tuple[str, ...]
    ending: tuple[str, ...]
    before: tuple[str, ...]
    between: tuple[str, ...]
    about: tuple[str, ...]
    as_of: tuple[str, ...]
    """Words right before a time: it is the first day, lies before it, is the last day, and so on."""
    ahead: tuple[str, ...]
    """Words that may stand before the word for an end: "ända till"."""
    and_words: tuple[str, ...]
    fillers: tuple[str, ...]
    """Words that may stand between any of these and the time, and say nothing of it."""
    vague: tuple[str, ...]
    """Fillers by which a time is somewhere within the year or month that follows: "slutet av"."""
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    """What starts or ends: the time is the first or the last of something."""
    neither: tuple[str, ...]
    """What only happens once: a time after it is neither."""
    onward: tuple[str, ...]
    """Words after a time by which it goes on from there."""
    moves: tuple[str, ...]
    """What moves an end: both times are then ends."""
    lasting: tuple[str, ...]
    """What goes on, before the word for its end: "och pågår till"."""
    barriers: tuple[str, ...]
    """Words that begin a new thought, beyond which nothing is said of the time."""
    auxiliaries: tuple[str, ...]
    throughout: tuple[str, ...]
    """Words before a time that say the whole of it is meant."""

    names: tuple[str, ...]
    """Words that are a name with the year after them: "Agenda 2030"."""
    prepositions: tuple[str, ...]
    """Words by which a capitalised word before a year is a place or a body, and the year no part of a name."""
    counted: tuple[str, ...]
    """What follows a number that only looks like a year."""
    numbering: tuple[str, ...]
    """What stands before a number that only looks like a year."""


def time_of_day(words: PeriodWords) -> str:
    """Give the regular expression of a time of day."""
    return rf"{any_of(words.clock)}{BLANK}?[0-9]{{1,2}}(?:[.:][0-9]{{2}})?"
