"""The words by which figures in running text are found, beside those with which a language writes and reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

import attrs

from esfmodel.text._duration_words import DurationWords
from esfmodel.text._hedges import Hedges
from esfmodel.text._period_words import PeriodWords


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
