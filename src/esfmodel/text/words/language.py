"""The marks and words of a language for figures, and numbers in words.

Swedish and English are two tables of the type `Language`; writers and readers are written once for all languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.text.words.hedges import HedgeWord, any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"

THOUSAND = 10**3
MILLION = 10**6
BILLION = 10**9

VULGAR: Mapping[str, Fraction] = MappingProxyType({"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)})
"""The vulgar fractions that are read: "2½ miljoner"."""

NOTHING_ANYWHERE = (
    "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "?", "??", "/", "n.a", "n/a", "na", "n.d", "n/d", "none",
    "null", "nan", "#n/a", "#saknas!",
)  # fmt: skip
"""What stands for "not stated" in any language; the last two come from spreadsheets."""


class ScaleWord(NamedTuple):
    """A word for thousands, millions or billions, and how it is read."""

    size: int
    says_money: bool = True
    """Whether it means money in running text when no currency follows."""
    stands_alone: bool = True
    """Whether a strict reader takes it without a currency: "m" may be metres."""
    may_be_shortened: bool = False
    """Whether a full stop may end it: "milj."."""
    is_compounded: bool = False
    """Whether it may be part of a longer word: "en 25-miljonerssatsning"."""
    abroad: str | None = None
    """For a word in a neighbouring language, the currency of its country: NOK for "millioner"."""


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """The marks and words of one language, for all writers and readers.

    Fields whose names end in `read` hold what is read, which is more than what is written.
    """

    code: str
    name: str
    not_stated: str

    decimal: str
    """The decimal mark."""
    group: str
    """The thousands separator that is written."""
    groups_read: str
    """All characters that are read as thousands separators."""
    percent: str
    """The per cent sign, with its space where the language has one."""
    percent_word: str
    shares_read: Mapping[str, Fraction]
    """The words and signs for per cent and per mille, with the value of one."""
    percentage_points: tuple[str, ...]
    """The words for a difference between two shares, in lower case."""

    code_first: bool
    """Whether the currency stands before the amount, as its code ("EUR 12,500"), or after it, by name."""
    kronor: Mapping[int, str]
    """The signs for Swedish kronor and for thousands, millions and billions of them."""
    scales: Mapping[int, str]
    """The same scales before the name, or after the code, of any other currency."""
    scale_words: Mapping[int, tuple[str, str]]
    """Million and billion in words, in the singular and plural."""
    currency_names: Mapping[str, tuple[str, str]]
    """Names of currencies in the singular and plural, where the everyday name is not that of CLDR."""

    spelled: tuple[str, ...]
    """The numbers that running text has in words, from two on."""
    number_words: Mapping[str, int]
    """Whole numbers in words up to a hundred, in lower case; a number may have several words."""
    mixed_numbers: Mapping[str, Fraction]
    """Number words with a half in them: "halvannan"."""
    one: tuple[str, ...]
    decimal_word: str
    """The word for the decimal mark: "tre komma fem"."""
    hundred: str
    thousand: str
    """The word for a thousand within number words ("tvåtusenfemhundra"); empty where they are not joined."""
    parts: Mapping[str, Fraction]
    """Parts of one: "en halv miljon", "en kvarts miljon"."""
    half_of_all: tuple[str, ...]
    """The words for a half as a share: "hälften"."""
    fractions: Mapping[str, int]
    """The words for parts, and how many of them make a whole: "tredjedel" 3."""
    fraction_plural: str
    """The ending of more than one of them: "tredjedelar"."""
    part_of_one: str
    """A part before its unit: "en {part}"."""
    added_part: str
    """A part after a number: "två och en halv"."""
    scales_read: Mapping[str, ScaleWord]
    currencies_read: Mapping[str, str]
    units_read: Mapping[str, tuple[int, str]]
    """Words for scale and currency in one ("mkr"), in lower case, apart from those of all languages ("MSEK")."""
    only_in_prose: Mapping[str, str]
    """The words of these tables that strict readers do not take, and why."""
    colon_before_ore: bool
    """Whether a colon is read before the öre ("12:50 kr"), and a dash for none ("500:-", "500,-")."""
    nothing_stated: frozenset[str]
    """What stands for "not stated", in lower case and without brackets or full stop."""

    over: str
    at_least: str
    under: str
    at_most: str
    but: str
    """The word between two bounds: "över 5 men under 10"."""
    between: str
    """A range that includes both ends: "mellan {low} och {high}"."""
    qualifying: Mapping[str, str]
    """The words for the names in `Qualifier`: "närmare"."""
    hedges: tuple[HedgeWord, ...]
    """The words that make a figure a bound or a guess."""
    vague: tuple[str, ...]
    """Words that leave a number without a value: "några miljoner"."""
    range_opens: tuple[str, ...]
    """Words before a range: "mellan 2 och 3"."""

    months: tuple[str, ...]
    months_short: Mapping[str, int]
    """Abbreviations of the months, in lower case and without the full stop."""
    day_endings: tuple[str, ...]
    """Endings of ordinal numbers: "1:a", "1st"."""
    month_first: bool
    """Whether the month may stand before its day: "October 1, 2024"."""
    day_article: str
    """The word that may stand before a day: "den 1 oktober 2024"."""
    day_in_text: str
    """A day in running text: "den {day}"."""
    ordinals: tuple[str, ...]
    """First to fourth, for quarters."""
    year_parts: Mapping[str, int]
    """Numbered parts of a year, and how many months they have: "andra kvartalet", "kvartal 2", "q2"."""
    part_of_year: tuple[str, ...]
    """What may stand between such a part and its year."""
    quarter: str
    quarter_short: str
    from_to: str
    """A period in running text, both ends included: "från och med {start} till och med {end}"."""
    starting: str
    """The words before the day from which an open period runs: "från och med {day}"."""
    ending: str
    """The words before the last day of an open period: "till och med {day}"."""
    starting_read: tuple[str, ...]
    ending_read: tuple[str, ...]
    period_words: tuple[str, ...]
    """Words that may stand before a period without changing it: "perioden 2014–2020"."""
    limiting: tuple[str, ...]
    """Words that make a day a limit, so that strict readers refuse it: "senast"; guesses are in `hedges`."""

    month_words: tuple[str, str]
    """Month in the singular and plural."""
    year_words: tuple[str, str]
    one_month: str
    one_year: str
    and_a_half: str
    """Years and a half in running text: "{number} och ett halvt år"."""
    month_units: tuple[str, ...]
    year_units: tuple[str, ...]
    half_read: str
    """The words between a number and "år" that add half a year: "och ett halvt"."""
    lengths_read: Mapping[str, int]
    """Durations without a number, in months: "ett halvår" 6."""

    conjunctions: Mapping[str, str]
    """The word before the last item of a list, by style."""


# --- Spaces within figures

SPACES = " \N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
"""The spaces that may stand between the groups of a number, or before its unit."""

_ORDINARY = str.maketrans(dict.fromkeys(SPACES, " "))


def ordinary_spaces(text: str) -> str:
    """Replace every kind of space with the ordinary one."""
    return text.translate(_ORDINARY)


# --- Numbers in words: "två miljoner kronor", "forty per cent"


def read_number_word(word: str, language: Language) -> int | None:
    """Return the whole number that a word means, in capitals or lower case; None when it means none.

    >>> from esfmodel.text.words.swedish import SWEDISH
    >>> read_number_word("Tre", SWEDISH), read_number_word("trehundratusen", SWEDISH), read_number_word("få", SWEDISH)
    (3, 300000, None)
    """
    folded = word.casefold()
    known = language.number_words.get(folded)
    if known is None and _number_word(language).fullmatch(folded):
        return _counted_together(folded, language)
    return known


@cache
def _number_word(language: Language) -> re.Pattern[str]:
    return re.compile(number_word_pattern(language))


def read_number_phrase(phrase: str, language: Language) -> int | None:
    """Return the whole number that several words mean; None when they mean none, or more than one.

    >>> from esfmodel.text.words.swedish import SWEDISH
    >>> read_number_phrase("tre hundra femtio", SWEDISH), read_number_phrase("tre fyra", SWEDISH)
    (350, None)
    """
    return _counted_together(phrase.casefold(), language)


def _counted_together(phrase: str, language: Language) -> int | None:
    thousands: int | None = None
    count: int | None = None
    for word in _number_parts(language).findall(phrase):
        if word == language.thousand:
            if thousands is not None:
                return None
            thousands, count = (1 if count is None else count), None
            continue
        number = language.number_words.get(word, 1)
        if count is None:
            count = number
        elif word == language.hundred and count < 100:
            count *= 100
        elif (count >= 100 > number and count % 100 == 0) or (count % 100 >= 20 and count % 10 == 0 and number < 10):
            count += number
        else:
            return None
    return THOUSAND * (thousands or 0) + (count or 0)


@cache
def _number_parts(language: Language) -> re.Pattern[str]:
    """Return the pattern of what number words are made of; "et" is the "ett" of "ettusen"."""
    words = {*language.number_words, *filter(None, (language.thousand, f"et(?={language.thousand})"))}
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


@cache
def number_word_pattern(language: Language) -> str:
    """Return the regular expression of one number word in lower case, the longest first; it has no groups."""
    words = _any_number(language.number_words)
    if not language.thousand:
        return words
    rest = f"(?:{words}?{language.hundred})?{words}?"
    hundreds = f"{words}(?:{language.hundred})?(?:(?<={language.hundred}){words})?"
    return f"(?:(?:{hundreds}|et(?={language.thousand}))(?:{language.thousand}{rest})?)"


def _any_number(words: Iterable[str]) -> str:
    """Return what `any_of` does, with "ett" to "nio" once for all tens: the pattern of a number is made of many."""
    numbers = set(words)
    tens: dict[frozenset[str], list[str]] = {}
    for word in numbers:
        rests = frozenset(number.removeprefix(word) for number in numbers if number.startswith(word))
        tens.setdefault(rests, []).append(word)
    endings, begins = max(tens.items(), key=lambda item: (len(item[0]) - 1) * len(item[1]))
    # No other number begins with one of these, so the longest word is still tried first.
    others = numbers.difference(begin + ending for begin in begins for ending in endings)
    return f"(?:{any_of(begins)}{any_of(endings)}|{any_of(others)})"


def number_beginnings(language: Language) -> str:
    """Return the regular expression of the first letters of every number word, which few other words begin with."""
    return any_of({word[:3] for word in (*language.number_words, *language.one, *language.mixed_numbers)})


@cache
def worded_pattern(language: Language) -> str:
    """Return the regular expression of a number in words or with a vulgar fraction, for `read_worded`.

    It has the space after it that a number in words needs, and a vulgar fraction does not.
    """
    word, parts = number_word_pattern(language), "|".join(language.parts)
    part = language.part_of_one.format(part=f"(?P<part>{parts})")
    added = language.added_part.format(whole=f"(?P<whole>{word})", part=f"(?P<added>{parts})")
    decimal = f"(?P<ones>{word}) {language.decimal_word} (?P<decimals>{word})"
    vulgar = rf"(?:(?P<count>[0-9]{{1,3}}) ?)?(?P<vulgar>[{''.join(VULGAR)}])"
    mixed = "|".join(language.mixed_numbers)
    return (
        rf"(?:{part}|{added}|{decimal}|{vulgar}|(?P<many>{word}) {language.hundred}(?!\w)"
        rf"|(?P<mixed>{mixed or '(?!)'})(?!\w)|(?P<word>{word}))(?: |(?<=[{''.join(VULGAR)}]))"
    )


def read_worded(match: re.Match[str], language: Language) -> tuple[int, int]:
    """Read a match of `worded_pattern`: the digits as a whole number, and how many of them are decimals."""
    said = {name: word.casefold() for name, word in match.groupdict().items() if word is not None}
    numbers = {
        name: read_number_word(said[name], language) or 0
        for name in ("whole", "ones", "decimals", "many", "word")
        if name in said
    }
    if "ones" in said:
        decimals = str(numbers["decimals"])
        return int(f"{numbers['ones']}{decimals}"), len(decimals)
    number = Fraction(numbers.get("whole", numbers.get("word", 100 * numbers.get("many", 0))))
    number += int(said.get("count", 0))
    parts_of = {"part": language.parts, "added": language.parts, "mixed": language.mixed_numbers, "vulgar": VULGAR}
    number += sum(parts[said[name]] for name, parts in parts_of.items() if name in said)
    # Halves and quarters are the only parts, so two decimals are enough.
    return int(100 * number), 2
