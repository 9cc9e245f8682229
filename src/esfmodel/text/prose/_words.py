"""Types for the words that find figures in running text, and the units beside its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import attrs

from esfmodel.text.prose.figures import DateRole, Per
from esfmodel.text.reading._money import INTERNATIONAL_UNITS
from esfmodel.text.words._currencies import currency_called, currency_names
from esfmodel.text.words.hedges import BLANK, WORD_ENDS, Before, Hedge, Hedges, any_of, lower
from esfmodel.text.words.language import DASH, MINUS
from esfmodel.values.currencies import MINOR_DIGITS

if TYPE_CHECKING:
    from esfmodel.text.words.language import Language


@attrs.frozen(kw_only=True, eq=False)
class ProseWords:
    """The words of one language, all in lower case."""

    hedges: Hedges
    """Words that make an amount or a share a bound or a guess."""

    unit_prefixes: tuple[str, ...]
    """What may be written before a scale or a currency, as one word: "EU-miljoner", "skattekronor"."""
    scales_in_headings: Mapping[str, int]
    """Further words for a scale in the heading of a number: "i tusental kronor"."""
    between_unit: tuple[str, ...]
    """Adjectives between a number and its unit: "25 nya miljoner"."""
    crown: str
    """The short name of the currency of prices such as "500:-" and "12:50 kr"."""
    currency_stem: str
    """How the noun begins that follows later: "kron"."""
    currency_adjectives: Mapping[str, str]
    """Words that name a currency whose noun follows later: "två miljoner svenska och en miljon norska kronor"."""
    counted: re.Pattern[str]
    """What is counted after a bare million, so that it is not money: "3 miljoner invånare"."""
    shares: tuple[tuple[tuple[str, ...], str, Fraction], ...]
    """Shares in words: what each begins with, and a regular expression of the whole with one group, the figure."""

    in_unit: str
    """The word before the unit that all figures are in: "belopp i tkr"."""
    between: tuple[str, ...]
    conjoined: tuple[str, ...]
    """Words between two figures that may share one unit: "40 respektive 60 procent"."""
    and_words: tuple[str, ...]
    """Those of `conjoined` that join the two ends of a range: "mellan 2 och 3"."""
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
    """What makes a bare number before it money: "i EU-stöd"."""
    money_nouns: frozenset[str]
    """Words after which a bare number is money where its clause ends: "Beviljat stöd 400 000"."""
    whole_crowns: tuple[str, ...]
    """What a share is a part of: "tre av fyra kronor"."""
    goes_on: re.Pattern[str]
    """What follows a number that has its unit from earlier words: "varav 6 från"."""
    in_other_money: re.Pattern[str]
    """Words between an amount and the same in another currency."""
    since: tuple[str, ...]
    to: tuple[str, ...]
    changing: re.Pattern[str]
    """Words of change, after which "från 2 till 3 miljoner" is two figures and not a range."""
    parties: tuple[str, ...]
    """Words that count beside a number as a payer of `ContextWords.payers` does: "EU 42 procent, Norge 38"."""
    postal: tuple[str, ...]
    """Words before a postal number."""
    labels: frozenset[str]
    """Words whose number is a name: "mål 1", "programområde 2"."""
    label_endings: tuple[str, ...]
    """How more of them end, before an amount only: "delmål", "Storgatan"."""
    numbered: frozenset[str]
    numbering: tuple[str, ...]
    """Words, and endings of words, whose number is always a name: "ärende 12", "projektnr 7"."""

    minus: str
    plus: str
    """The signs in words, which make no minus together."""
    wrapped: frozenset[str]
    """Words that end no row with the number after them, which goes on in the next line."""

    periods: PeriodWords
    durations: DurationWords
    context: ContextWords

    def is_label(self, word: str) -> bool:
        """Whether the number after a word may be a name."""
        return word in self.labels or word.endswith(self.label_endings)

    def is_numbered(self, word: str) -> bool:
        """Whether the number after a word is always a name."""
        return word in self.numbered or word.endswith(self.numbering)


# --- The unit beside a number

YEAR = re.compile("(?:19|20)[0-9]{2}")
_BESIDE_ANOTHER = re.compile(r"[0-9] \($")


class ProseUnit(NamedTuple):
    """The unit of a number, of money or of a share."""

    scale: Fraction | int
    """What one is worth: a million, a hundredth."""
    currency: str | None
    """None for a share, and for "miljoner" whose currency has to be found elsewhere."""
    is_share: bool = False
    abroad: str | None = None
    """The currency when none is named anywhere: NOK for the Norwegian "millioner"."""


@cache
def prose_currencies(language: Language) -> Mapping[str, str]:
    """Return the words for currencies, without "kr.", whose full stop may end the sentence."""
    return {name: code for name, code in language.currencies_read.items() if not name.endswith(".")}


@cache
def prose_units(language: Language) -> Mapping[str, tuple[int, str]]:
    """Return the words for scale and currency in one: "mkr", "MSEK"."""
    return {**INTERNATIONAL_UNITS, **language.units_read}


@cache
def currency_signs(language: Language) -> Mapping[str, str]:
    """Return the signs that may stand before the number: "€"."""
    return {name: code for name, code in language.currencies_read.items() if not any(map(str.isalpha, name))}


@cache
def heading_pattern(language: Language, words: ProseWords) -> re.Pattern[str]:
    """Return the pattern of a unit in the heading right before a number: "Belopp (miljoner kronor): 45"."""
    scales = any_of({*language.scales_read, *words.scales_in_headings})
    whole = any_of({*prose_units(language), *language.shares_read})
    unit = (
        rf"(?:(?P<headed>{whole})"
        rf"|(?:(?P<headed_scale>{scales})\.?{BLANK}?)?(?P<headed_currency>{any_of(prose_currencies(language))}))"
    )
    return re.compile(
        rf"(?<![^\W_])(?:(?P<in_unit>{words.in_unit}){BLANK})?{unit}"
        rf"(?:[)\]][ ]?:?|:|(?(in_unit)|(?!))){BLANK}?(?:(?<=:[ ])(?:[^\W\d_]{{1,20}}[ ]){{1,3}})?\Z"
    )


def read_heading(match: re.Match[str], language: Language, words: ProseWords) -> ProseUnit:
    """Read a match of `heading_pattern`."""
    if (whole := match["headed"]) in language.shares_read:
        return ProseUnit(language.shares_read[whole], None, is_share=True)
    if whole is not None:
        return ProseUnit(*prose_units(language)[whole])
    currency = prose_currencies(language)[match["headed_currency"].replace("\n", " ")]
    scale_word = match["headed_scale"]
    if scale_word is None:
        return ProseUnit(1, currency)
    known = language.scales_read.get(scale_word)
    return ProseUnit(known.size if known else words.scales_in_headings[scale_word], currency)


@cache
def unit_pattern(language: Language, words: ProseWords) -> str:
    """Return the regular expression of a unit after its number, in lower case, with the groups of `read_unit`."""
    prefix = rf"(?:{any_of(words.unit_prefixes)}-?)?"
    names = {lower(name) for code in MINOR_DIGITS for name in (code, *currency_names(code, language))}
    name = rf"{any_of(names | set(prose_currencies(language)))}{WORD_ENDS}"
    later = rf"{BLANK}{any_of(words.conjoined)}{BLANK}[^.!?]{{1,60}}?{words.currency_stem}"
    currency = rf"{name}|{any_of(words.currency_adjectives)}(?={later}|[.,;:!?)]|\Z)"
    adjective = rf"(?:{any_of(words.between_unit)}{BLANK})?"
    # A bare "m" may be metres, so a currency must follow.
    million = rf"m(?={BLANK}?{any_of(prose_currencies(language))}{WORD_ENDS})"
    scales = language.scales_read
    # A lookbehind for each word, for the full stop of "milj." must not be taken after "miljoner".
    shortened = "|".join(f"(?<={word})" for word, scale in scales.items() if scale.may_be_shortened)
    scale, stop = rf"{any_of(scales)}{WORD_ENDS}|{million}", rf"(?:(?:{shortened})\.)?"
    compounded = any_of(word for word, scale in scales.items() if scale.is_compounded)
    percent = any_of(word for word in language.shares_read if word.isalpha())
    units = "|".join(
        (
            rf"(?P<joined>{any_of(prose_units(language))}){WORD_ENDS}",
            # The names of currencies are hundreds, so they are written once for both "miljoner kronor" and "kronor".
            rf"{adjective}{prefix}(?:(?:(?P<scale>{scale}){stop}{BLANK}?{prefix}|)(?P<currency>{currency})"
            rf"|(?P<lone_scale>{scale}){stop})",
            rf"-?(?P<share>%|‰|{percent})(?:(?<=[^\W_])[^\W\d_]{{0,16}})?",
            # "500.000,-", but not "500,-5" nor a dash before what goes on: "5,- 6".
            rf"(?P<dash>[:,](?:--|[-–−])(?![0-9]))(?:{BLANK}?{words.crown}{WORD_ENDS})?",
            rf"-(?P<compound>{compounded})s[^\W\d_]{{2,30}}",
        )
    )
    # How a unit begins is tried first, since another word follows most numbers.
    whole = (*names, *prose_currencies(language), *prose_units(language), *scales, *language.shares_read)
    begins = any_of(
        {word[:_TELLING] for word in (*whole, *words.unit_prefixes, *words.between_unit, *words.currency_adjectives)}
    )
    short = rf"m(?:{BLANK}|{any_of({name[:_TELLING] for name in prose_currencies(language)})})"
    return rf"(?P<gap>\)?\ |\n{{1,2}})?(?=[-:,]|{begins}|{short})(?:{units})"


_TELLING = 4


def read_unit(
    match: re.Match[str], plain: str, language: Language, words: ProseWords, default: str
) -> ProseUnit | None:
    """Read a match of `unit_pattern`; None where it is not the unit of the number after all."""
    # The group that closes last is that of the unit.
    kind = match.lastgroup or ""
    if match["gap"] not in (None, " ") and _starts_anew(match, plain):
        return None
    if kind == "joined":
        return _joined_units(language)[match[kind]]
    if kind == "share":
        return _share_units(language)[match[kind]]
    if kind == "dash":
        return ProseUnit(1, default)
    if kind == "compound":
        return ProseUnit(language.scales_read[match[kind]].size, None)
    if kind == "lone_scale":
        return _scaled_unit(match[kind], None, "", language, words)
    name, printed = match["currency"], plain[match.start("currency") : match.end("currency")]
    return _scaled_unit(match["scale"], name, printed, language, words)


@cache
def _joined_units(language: Language) -> Mapping[str, ProseUnit]:
    return {word: ProseUnit(*unit) for word, unit in prose_units(language).items()}


@cache
def _share_units(language: Language) -> Mapping[str, ProseUnit]:
    return {word: ProseUnit(worth, None, is_share=True) for word, worth in language.shares_read.items()}


@lru_cache(maxsize=256)
def _scaled_unit(
    scale_word: str | None, name: str | None, printed: str, language: Language, words: ProseWords
) -> ProseUnit | None:
    """Return the unit of a scale and the name of a currency, either of which may be missing."""
    code = None if name is None else _currency(name, printed, language, words)
    if scale_word is None:
        return None if code is None else ProseUnit(1, code)
    scale = language.scales_read[scale_word]
    if code is None and not scale.says_money:
        return None
    abroad = scale.abroad
    if abroad is not None and name is not None and name.startswith(words.crown):
        code = abroad  # "2 millioner kr" are Norwegian, as the word is
    return ProseUnit(scale.size, code, abroad=abroad)


def _currency(name: str, printed: str, language: Language, words: ProseWords) -> str | None:
    """Return the currency of a name; a code such as ALL counts in capitals only, for "all" is a word."""
    name = name.replace("\n", " ")
    if known := prose_currencies(language).get(name) or words.currency_adjectives.get(name):
        return known
    return currency_called(printed.replace("\n", " "), language)


def _starts_anew(match: re.Match[str], plain: str) -> bool:
    """Whether the unit belongs to something else: in a new line "Miljoner till", in brackets "året (2019) kr"."""
    first = match.end("gap")
    if match["gap"] == ") ":
        # In "4,1 (3,9) mnkr" the unit belongs to both; in "året (2019) kr" to none.
        before = _BESIDE_ANOTHER.search(plain, max(0, match.start("number") - 3), match.start("number"))
        return before is None or YEAR.fullmatch(match["number"]) is not None
    return match["gap"] not in (None, " ") and plain[first : first + 2].istitle()


# --- Words for durations


@attrs.frozen(kw_only=True, eq=False)
class DurationWords:
    """The words of one language for durations, all in lower case."""

    months: tuple[str, ...]
    years: tuple[str, ...]
    """Units, in every form that may follow a number."""
    fixed: Mapping[str, int]
    """Durations without a number, in months: "ett halvår"."""
    halves: tuple[str, ...]
    """Words that add half a unit: "ett och ett halvt år"."""
    month_compounds: tuple[str, ...]
    year_compounds: tuple[str, ...]
    year_adjectives: tuple[str, ...]
    """The part of a compound after its number: "9-månadersperiod", "treårsplan", "treårig"."""
    other_compounds: tuple[str, ...]
    """The rest of a compound that is not a duration: "femårsdag"."""
    between_units: tuple[str, ...]
    """Words between years and months: "ett år och fyra månader"."""
    range_words: tuple[str, ...]
    """Words between the ends of a range: "12 till 24 månader", "minst 12 och högst 24"."""
    either_words: tuple[str, ...]
    """Those between two numbers of one unit only: "två eller tre år"."""
    list_words: tuple[str, ...]
    """Words that join the ends of a range only after those of `range_opens`: "mellan 12 och 24 månader"."""
    range_opens: tuple[str, ...]
    """Words before a range: "mellan 12 och 24 månader"."""
    fillers: tuple[str, ...]
    """Words between a number and its unit: "två hela år"."""
    ordinal_fillers: tuple[str, ...]
    """Words there only before a definite unit: "de tre första åren", but not "0,7 nästa år"."""

    hedges: Hedges
    """Words that make a duration a bound or a guess."""
    not_after: Mapping[str, tuple[str, ...]]
    """Hedges that are prepositions after certain words: "löper över tre år"."""
    only_after: Mapping[str, tuple[Hedge, tuple[str, ...]]]
    """Prepositions that are hedges only after certain words: "på under tre år"."""
    prepositions: frozenset[str]
    """Hedges that are prepositions before a compound: "över treårsperioden"."""

    ages_before: tuple[str, ...]
    ages_after: tuple[str, ...]
    people: tuple[str, ...]
    age_links: tuple[str, ...]
    """Words between people and their age: "barn under 12 år"."""
    lasting: tuple[str, ...]
    """Words before a number of years by which it is a duration, however large."""
    points_before: tuple[str, ...]
    points_after: tuple[str, ...]
    """Words that make a duration a point in time: "för tio år sedan"."""
    lengths: tuple[str, ...]
    """Nouns that have a length, after which such a word says it: "en period om två år"."""


# --- What tells that a pattern may match


class Told(dict[str, frozenset[str]]):
    """By each word, the names of the patterns that may match where it stands; what no word tells is not sought."""

    def __init__(
        self,
        held: Mapping[str, Iterable[str]] = MappingProxyType({}),
        whole: Mapping[str, frozenset[str]] = MappingProxyType({}),
        matched: Mapping[str, re.Pattern[str]] = MappingProxyType({}),
    ) -> None:
        """Take, by the name of a pattern, the parts of words that tell of it, the words, and what is found in them."""
        super().__init__()
        self._held, self._whole, self._matched = held, whole, matched

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST_WORDS_KEPT:
            self.clear()
        names = [name for name, parts in self._held.items() if any(part in word for part in parts)]
        # A mark may stand between a whole word and what follows.
        names.extend(name for name, words in self._whole.items() if word in words or not word.isalpha())
        names.extend(name for name, pattern in self._matched.items() if pattern.search(word))
        told = self[word] = frozenset(names)
        return told

    def by(self, words: Iterable[str]) -> frozenset[str]:
        """Return what any of the words tells."""
        told = _NOTHING
        for word in words:
            # Most words tell nothing.
            if tells := self[word]:
                told = told | tells
        return told


_MOST_WORDS_KEPT = 4096
"""Most words of a text are the same few thousand."""
_NOTHING: frozenset[str] = frozenset()


# --- Words around an amount or a share


@attrs.frozen(kw_only=True, eq=False)
class ContextWords:
    """The words of one language that tell of an amount or a share, as regular expressions of text in lower case.

    The groups of those about money are names of `FigureRole`; with PART for a word that tells nothing without a payer
    ("andel"), ABROAD for money of a neighbouring country, AGENCY for one that pays the money of others, and OTHER for
    money of no project and for costs that are not all.
    """

    held: Mapping[str, Iterable[str]]
    """By the name of a pattern, the parts of words of which each of its matches holds one."""

    list_joint: re.Pattern[str]
    """What stands between the members of a list."""
    of_which: re.Pattern[str]
    """What makes the figure after it a part: "varav"."""

    per_after: re.Pattern[str]
    """What stands after a figure, with the group `unit` or the name of a `Per`: "per år", "vardera"."""
    per_before: re.Pattern[str]
    """The same before a figure: "varje kommun"."""
    counted: Mapping[str, Per]
    counted_endings: Mapping[str, Per]
    """The units by their words, and by the ending of compounds."""
    not_counted: frozenset[str]
    """Words after "per" that are no unit: "per den 31 december"."""

    nouns: re.Pattern[str]
    """Nouns for money, with the adjectives that tell whose it is."""
    total: str
    """How a noun begins that is the whole wherever it stands: "totalbudget"."""
    payers: re.Pattern[str]
    genitives: re.Pattern[str]
    """A payer right before a noun: "EU:s"."""
    source: re.Pattern[str]
    """What stands before a payer: "från"."""
    after: re.Pattern[str]
    """What joins a figure to the words after it, with the group `in`, `from`, `by`, `financed` or `beside`."""
    phrase_end: re.Pattern[str]
    """Words after which a phrase is about something else: "till kommunen"."""
    inclusive: re.Pattern[str]
    """What makes a figure before it the total: "inklusive medfinansiering"."""
    stands_for: re.Pattern[str]
    """A payer and its verb after a figure: "står EU för"."""
    financed: re.Pattern[str]
    """A verb in the passive voice before a figure: "finansieras helt av EU"."""
    next_payer: re.Pattern[str]
    """The next payer in a list: "regionen 38 och kommunen 20"."""
    givers: tuple[re.Pattern[str] | Before, ...]
    """A payer with its verb before a figure: "EU betalar", "finansieras av EU med"."""
    granter: re.Pattern[str]
    """A payer with its verb and the one who gets the money: "socialfonden beviljade föreningen"."""
    recipient: re.Pattern[str]
    """What stands before the one who gets the money: "till"."""
    other_money: re.Pattern[str]
    """Verbs and nouns by which an amount is no financing: "köper", "skulden"."""
    denied: re.Pattern[str]
    """What stands before a noun that is not there: "utan EU-stöd"."""
    governed: re.Pattern[str]
    """A preposition by which what follows is no subject: "med stöd från"."""
    costs: re.Pattern[str]
    """A verb of cost with its subject before a figure: "projektet kostar"."""
    lone_payer: re.Pattern[str]
    """A label that is the one who pays and nothing else; a municipality may be the one that gets the money."""
    conjoined: re.Pattern[str]
    """What joins a noun to another before it."""
    link: Before
    """What joins a noun to the figure after it, with the group `colon`, for the bar of a cell too, `of` or `verb`."""
    rest: re.Pattern[str]
    from_rest: re.Pattern[str]
    """What may stand between the noun and the link, and the same before "på"."""
    cost_of_other: re.Pattern[str]
    for_other: re.Pattern[str]
    """What makes a cost another than that of the whole, beside it ("kostnaden för lokalen") and after its amount."""
    labelling: re.Pattern[str]
    """What stands before a noun that is a label, or that follows its verb."""

    stages: re.Pattern[str]
    stage_after: re.Pattern[str]
    stage_beside: re.Pattern[str]
    """Words for the stages before a figure, after it, and right before it; the groups are names of `FigureStage`."""
    not_staged: re.Pattern[str]
    """Words by which nothing has happened yet: "kan beviljas"."""

    @cached_property
    def told(self) -> Told:
        """The patterns of `held` that a word tells of."""
        return Told(self.held)


# --- Words for periods


@attrs.frozen(kw_only=True, eq=False)
class PeriodWords:
    """The words of one language for periods, all in lower case."""

    months: Mapping[str, int]
    """The months: names, abbreviations without a full stop, and names in neighbouring languages."""
    month_word: str
    """The word that may follow the name of a month: "december månad"."""
    seasons: tuple[str, ...]
    """Parts of a year without fixed days: only the year is known of them."""
    short_seasons: tuple[str, ...]
    """Terms of which a year of two figures may follow: "ht 24"."""
    year: str
    years: tuple[str, ...]
    """Words that make the numbers after them years."""
    split_years: tuple[str, ...]
    """Words after which 2015/16 is a period and not a reference number."""
    turn_of_year: str
    turn_of_half_year: str
    turn_of_month: str
    """Words for the days around a new year, 1 July or the first of a month."""
    of_year: str
    """What may follow a year that stands before its noun: "2023 års"."""
    ordinals: Mapping[str, int]
    parts: Mapping[str, int]
    """Numbered parts of a year, and how many months they have: "andra kvartalet", "kvartal 2", "q2"."""
    part_of: tuple[str, ...]
    article: str
    days: Mapping[str, int]
    """The days of a month in words: "första"; the last day is 0."""
    day_endings: tuple[str, ...]
    """What may follow the number of a day: "den 13:e maj"."""
    clock: tuple[str, ...]
    """The word before a time of day, which may stand between a day and its year."""

    starting: tuple[str, ...]
    after: tuple[str, ...]
    ending: tuple[str, ...]
    before: tuple[str, ...]
    between: tuple[str, ...]
    about: tuple[str, ...]
    as_of: tuple[str, ...]
    """Words right before a time that give it a role; see `TimeRole`."""
    ahead: tuple[str, ...]
    """Words that may stand before the word for an end: "ända till"."""
    and_words: tuple[str, ...]
    fillers: tuple[str, ...]
    """Words without meaning between any of these and the time."""
    due: tuple[str, ...]
    """Words right before a time by which something is to be done: "senast"."""
    vague: tuple[str, ...]
    """Fillers for somewhere within the year or month that follows: "slutet av"."""
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    """Verbs and nouns for a start or an end."""
    events: Mapping[DateRole, tuple[str, ...]]
    """Verbs and nouns for what happens at one time, which is then no period; each may end a compound noun."""
    granted: tuple[str, ...]
    """Those of the events that also describe what a whole year holds: "beviljade medel 2024"."""
    happens: tuple[str, ...]
    """Other verbs for what happens at one time, which a `DateRole` has no name for."""
    carried_out: tuple[str, ...]
    """Verbs and participles by which a time after "senast" is the end of a period, besides `starts` and `ends`."""
    subjects: tuple[str, ...]
    """What may stand between a time with an auxiliary and its verb: "den 31 maj är projektet slut"."""
    calls: tuple[str, ...]
    """Subjects that open and close, which may be said anew with the end."""
    handed_in_by: tuple[str, ...]
    """Words between such a subject and `due`: "och ansökan ska vara inne senast"."""
    handed_in: tuple[str, ...]
    """Beginnings of words for what is to be handed in, so that its end is a date: "ansökan ska vara klar"."""
    finished: tuple[str, ...]
    """Those of `ends` that such a thing can be: "rapporten ska vara klar"."""
    documents: tuple[str, ...]
    """Nouns after which "från" gives the time of a document, and no start: "rapporten från 2019"."""
    reports: tuple[str, ...]
    """Ends of those after which a time alone does: "slutrapport 2019"."""
    of_document: tuple[str, ...]
    """Words between a document and its time."""
    onward: tuple[str, ...]
    """Words after a time that make it a start: "och framåt"."""
    moves: tuple[str, ...]
    """Words for moving an end ("förlängs från maj till juni"): both times are then ends."""
    lasting: tuple[str, ...]
    """Verbs for going on, before the word for the end: "och pågår till"."""
    with_end: str
    """The word before a noun for the end: "startar 2023 med avslut 2025"."""
    barriers: tuple[str, ...]
    """Words that begin a new thought; nothing before them is about the time."""
    auxiliaries: tuple[str, ...]
    throughout: tuple[str, ...]
    """Words before a time by which the whole of it is meant: "under"."""

    names: tuple[str, ...]
    """Words that form a name with the year after them: "Agenda 2030"."""
    names_of_plans: tuple[str, ...]
    """Those that end compounds: "hållbarhetsstrategi 2030"."""
    turns: tuple[str, ...]
    """Words after which one year is at its start or at its end: "årsskiftet 2025"."""
    bodies: tuple[str, ...]
    """Nouns that end the name of a place or a body, not that of a project: "Umeå kommun 2024"."""
    named: tuple[str, ...]
    """Nouns after which a name follows: "projektet Gröna torg 2030"."""
    receives: tuple[str, ...]
    """More verbs that follow a subject."""
    verbs: re.Pattern[str]
    """How verbs end that are no part of a name: "projektet Hållbart pågick 2020"."""
    budgets: tuple[str, ...]
    """Words after which a bare year is a year, although a unit follows: "Budget 2024 kr"; they may end a compound."""
    units: tuple[str, ...]
    """Units of money."""
    large_units: tuple[str, ...]
    """Units of a thousand or more, in which no amounts are said that look like two years: "2014–2020 mkr"."""
    prepositions: tuple[str, ...]
    """Words by which a capitalised word before a year is a place or a body: "i Skåne 2024"."""
    counted: tuple[str, ...]
    """What follows a number that is not a year: "2015 deltagare"."""
    numbering: tuple[str, ...]
    """What stands before a number that is not a year: "nr 2015"."""


FIRM = "\N{NON-BREAKING HYPHEN}"
DASHES = f"(?:--|[-{FIRM}{DASH}{MINUS}\u2010\u2012\u2014¿])"
"""The dashes between two times; a dash read in the wrong encoding is an inverted question mark."""


def time_of_day(words: PeriodWords) -> str:
    """Return the regular expression of a time of day, or of two with a dash between them."""
    hour, minutes = "[0-9]{1,2}", "[.:][0-9]{2}(?![.:]?[0-9])"
    clock = f"{any_of(words.clock)}{BLANK}?{hour}(?:{minutes})?|{hour}{minutes}"
    return rf"(?:{clock})(?:{BLANK}?{DASHES}{BLANK}?{hour}(?:{minutes})?(?![0-9.:/-]))?"
