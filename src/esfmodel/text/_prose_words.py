"""The words by which figures in running text are found, beside those with which a language writes and reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

import attrs

from esfmodel.text._duration_words import DurationWords
from esfmodel.text._hedges import Hedge
from esfmodel.text._period_words import PeriodWords


@attrs.frozen(kw_only=True, eq=False)
class ProseWords:
    """The words of one language; all in small letters, for a text may have them in capitals."""

    hedges: Mapping[str, Hedge]
    """Words that make a figure a bound or a guess, before it, after it or earlier in the clause."""
    hedging_signs: Mapping[str, Hedge]
    """Signs that do the same right before the digits: "<40 %"."""
    hedging_adjectives: Mapping[str, Hedge]
    """Words that do the same between the number and its unit: "en dryg miljon"."""
    hedges_after: re.Pattern[str]
    """What says so after the figure; its first group is a key of `hedges`."""
    said_earlier: re.Pattern[str]
    """What says so earlier in the clause, up to the figure; the group that is found is a key of `hedges`."""
    fillers: frozenset[str]
    """Words that may stand between a hedge and its figure without changing it."""

    scales: Mapping[str, int]
    """Words for thousands, millions and billions."""
    scales_needing_currency: frozenset[str]
    """Those of them that may be of anything where no currency follows."""
    shortened_scales: str
    """What scales end in that may have a full stop ("milj."), as a regular expression of one length."""
    compound_scales: tuple[str, ...]
    """Scales that may be part of a longer word: "en 25-miljonerssatsning"."""
    unit_prefixes: tuple[str, ...]
    """What may be written together with a scale or a currency: "EU-miljoner", "skattekronor"."""
    headings: tuple[str, ...]
    """Units that may stand in the heading before a number that has none: "Budget (kr): 500 000"."""
    units: Mapping[str, tuple[int, str]]
    """Signs that say scale and currency at once."""
    currencies: Mapping[str, str]
    currency_signs: Mapping[str, str]
    """Signs that may stand before the number."""
    crown: str
    """The short name of the currency of prices such as "500:-" and "12:50 kr"."""
    currency_stem: str
    """What the names of currencies that have such adjectives begin with."""
    currency_adjectives: Mapping[str, str]
    """Words that name a currency whose noun follows later: "två miljoner svenska och en miljon norska kronor"."""
    default_currency: str
    counted: re.Pattern[str]
    """What is counted after a bare million, so that it is no money: "3 miljoner invånare"."""
    abroad: Mapping[str, str]
    """Scales of a neighbouring language, and the currency they speak of when none is named."""

    per_cent: Mapping[str, Fraction]
    """The words for a share of a hundred or a thousand, as the beginning of the word."""
    parts: Mapping[str, Fraction]
    """Parts of one before a scale: "en halv miljon"."""
    mixed_numbers: Mapping[str, Fraction]
    """Number words beside those of the language, from its neighbours or with a half in them: "halvannan"."""
    one: tuple[str, ...]
    decimal_mark: str
    """The word for the decimal mark: "tre komma fem"."""
    hundred: str
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
    vague: frozenset[str]
    """Words that make a number of no use: "några hundra miljoner"."""

    periods: PeriodWords
    durations: DurationWords

    @cached_property
    def longest_hedge(self) -> int:
        """How many words the longest hedge has."""
        return max(hedge.count(" ") for hedge in self.hedges) + 1
