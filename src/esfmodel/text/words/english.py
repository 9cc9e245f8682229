"""The marks and words of English, as the institutions of the Union write it.

The ISO code of the currency stands before the amount ("EUR 12,500"), the thousands separator is a comma, and the minus
is U+2212, as in Swedish.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from esfmodel.text.words.hedges import EVERY_READER, Hedge, HedgeReader, HedgeWord, Links, Place, hedge_words
from esfmodel.text.words.language import BILLION, MILLION, NOTHING_ANYWHERE, SPACES, THOUSAND, Language, ScaleWord

_ONES = MappingProxyType(
    {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
)
_TEENS = MappingProxyType(
    {
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
    }
)
_TENS = MappingProxyType(
    {
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    }
)

_DENYING = ("not", "no", "never")
_MORE = ("more than", "over", "above", "in excess of", "greater than", "higher than", "larger than",
         "exceed", "exceeds", "exceeding")  # fmt: skip
_LESS = ("less than", "under", "below", "fewer than", "lower than", "smaller than")
_OF_TIME = frozenset({HedgeReader.DURATIONS, HedgeReader.STRICT})
_LONGER, _SHORTER = "longer than", "shorter than"
_KNOWN = (
    "stated", "available", "applicable", "known", "provided", "reported", "given", "specified", "relevant", "decided",
    "disclosed", "determined", "recorded",
)  # fmt: skip


def _each(modifiers: tuple[str, ...], comparisons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{modifier} {comparison}" for modifier in modifiers for comparison in comparisons)


ENGLISH_HEDGES: tuple[HedgeWord, ...] = (
    *hedge_words(
        Hedge.OVER,
        ("upwards of", *_MORE, *_each(("just", "slightly", "a little"), _MORE), "plus de"),
        near=True,
    ),
    *hedge_words(Hedge.OVER, _each(("well", "far", "much", "considerably", "significantly"), _MORE)),
    *hedge_words(
        Hedge.UNDER,
        (
            "nearly", "almost", "close to", "not quite", "approaching", *(less for less in _LESS if less != "under"),
            *_each(("just", "slightly", "a little"), _LESS),
        ),
        near=True,
    ),
    *hedge_words(
        Hedge.UNDER,
        ("under",),
        near=True,
        readers=EVERY_READER - {HedgeReader.DURATIONS},
        why="a text in Swedish may mean during",
    ),
    *hedge_words(Hedge.UNDER, _each(("well", "far", "much", "considerably", "significantly"), _LESS)),
    *hedge_words(
        Hedge.AT_LEAST, ("at least", "minimum", "a minimum of", "min", "min.", *_each(_DENYING, _LESS))
    ),
    *hedge_words(
        Hedge.AT_MOST,
        (
            "at most", "at the most", "maximum", "a maximum of", "max", "max.", "up to", "capped at",
            *_each(_DENYING, _MORE),
        ),
    ),
    *hedge_words(Hedge.AT_LEAST, ("or more", "or above", "and above", "or over", "and upwards"), Place.AFTER),
    *hedge_words(Hedge.AT_MOST, ("or less", "or below", "or under", "or fewer"), Place.AFTER),
    *hedge_words(
        Hedge.ABOUT,
        (
            "about", "around", "some", "roughly", "approximately", "approx.", "approx", "circa", "ca", "ca.", "c.",
            "an estimated", "in the region of",
        ),
        near=True,
    ),
    *hedge_words(Hedge.ABOUT, ("or so", "or thereabouts"), Place.AFTER, near=True),
    # French and German words occur in the lists that the Union publishes in English.
    *hedge_words(Hedge.ABOUT, ("environ", "etwa", "rund"), near=True),
    *hedge_words(
        Hedge.OVER,
        (_LONGER,),
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.UNDER,
        (_SHORTER,),
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(Hedge.ABOUT, ("~", "≈"), Place.SIGN, near=True),
    *hedge_words(Hedge.UNDER, ("<",), Place.SIGN, near=True),
    *hedge_words(Hedge.OVER, (">",), Place.SIGN, near=True),
    *hedge_words(Hedge.AT_MOST, ("≤", "<=", "=<"), Place.SIGN),
    *hedge_words(Hedge.AT_LEAST, ("≥", ">=", "=>"), Place.SIGN),
    *hedge_words(
        Hedge.ABOUT,
        ("±",),
        Place.SIGN,
        near=True,
        readers=frozenset({HedgeReader.STRICT}),
        why="in a table it is a tolerance: how far something may stray",
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        ("from",),
        readers=frozenset({HedgeReader.TABLES, HedgeReader.STRICT}),
        why="in text it says whose money it is, or opens a range",
    ),
)  # fmt: skip

ENGLISH_LINKS = Links(
    fillers=frozenset(("a", "the")),
    comparisons=frozenset((*_MORE, *_LESS, _LONGER, _SHORTER)),
    prepositions=frozenset(("over", "above", "under", "below")),
    than=frozenset(("than",)),
    denying=frozenset((*_DENYING, "cannot", "can't", "without", "neither", "nor")),
    no=frozenset(("no",)),
    after_denying=frozenset("be go fall rise may must shall can to is are any allowed permitted".split()),
    idle=frozenset(("only", "just", "least")),
    doubting=frozenset(("always", "necessarily", "often")),
    barriers=frozenset("which who that but and or if when because although while".split()),
    joining=frozenset(("and", "or", "nor")),
    infinitive=frozenset(),
    relative=frozenset(("which", "that")),
    without=frozenset(),
    finite=frozenset("may must shall should can could will would is are was were has have had".split()),
)

ENGLISH = Language(
    code="en",
    name="English",
    not_stated="not stated",
    decimal=".",
    group=",",
    groups_read=f",{SPACES}",
    percent="%",
    percent_word="per cent",
    shares_read=MappingProxyType(
        {
            **dict.fromkeys(("per cent", "percent", "%"), Fraction(1, 100)),
            **dict.fromkeys(("per mille", "‰"), Fraction(1, 1000)),
        }
    ),
    percentage_points=("percentage point", "percentage points"),
    code_first=True,
    kronor=MappingProxyType({}),
    scales=MappingProxyType({THOUSAND: "thousand", MILLION: "million", BILLION: "billion"}),
    scale_words=MappingProxyType({MILLION: ("million", "million"), BILLION: ("billion", "billion")}),
    currency_names=MappingProxyType({"SEK": ("Swedish krona", "Swedish kronor"), "EUR": ("euro", "euros")}),
    spelled=("two", "three", "four", "five", "six", "seven", "eight", "nine"),
    number_words=MappingProxyType(
        {
            "zero": 0,
            **_ONES,
            **_TEENS,
            **_TENS,
            **{f"{ten}-{one}": _TENS[ten] + _ONES[one] for ten in _TENS for one in _ONES},
            "hundred": 100,
        }
    ),
    mixed_numbers=MappingProxyType({}),
    one=("one", "a"),
    decimal_word="point",
    hundred="hundred",
    thousand="",
    parts=MappingProxyType({"half": Fraction(1, 2)}),
    half_of_all=("half", "one half", "a half"),
    fractions=MappingProxyType({"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}),
    fraction_plural="s",
    part_of_one="{part} a",
    added_part="{whole} and a {part}",
    scales_read=MappingProxyType(
        {
            "thousand": ScaleWord(THOUSAND),
            "k": ScaleWord(THOUSAND),
            "million": ScaleWord(MILLION),
            "millions": ScaleWord(MILLION),
            "mn": ScaleWord(MILLION),
            "mio": ScaleWord(MILLION, may_be_shortened=True),
            "m": ScaleWord(MILLION),
            "billion": ScaleWord(BILLION),
            "billions": ScaleWord(BILLION),
            "bn": ScaleWord(BILLION),
        }
    ),
    currencies_read=MappingProxyType(
        {
            "kr": "SEK",
            "sek": "SEK",
            "krona": "SEK",
            "kronor": "SEK",
            "swedish krona": "SEK",
            "swedish kronor": "SEK",
            "eur": "EUR",
            "euro": "EUR",
            "euros": "EUR",
            "€": "EUR",
            "£": "GBP",
        }
    ),
    units_read=MappingProxyType({}),
    colon_before_ore=False,
    only_in_prose=MappingProxyType(
        dict.fromkeys(("per mille", "‰"), "are so rare that one is as likely a slip for per cent")
    ),
    nothing_stated=frozenset(
        (
            *NOTHING_ANYWHERE, "unknown", "unspecified", "undisclosed", "missing", "no data", "no information",
            "tbc", "tbd", "tba", "to be confirmed", "to be decided",
            *(f"{no} {known}" for no in ("not", "not yet") for known in _KNOWN),
        )
    ),
    over="over",
    at_least="at least",
    under="under",
    at_most="at most",
    but="but",
    between="between {low} and {high}",
    qualifying=MappingProxyType(
        {
            "just_over": "just over",
            "more_than": "more than",
            "nearly": "nearly",
            "almost": "almost",
            "just_under": "just under",
            "less_than": "less than",
            "up_to": "up to",
            "about": "about",
        }
    ),
    hedges=ENGLISH_HEDGES,
    vague=("several", "a few", "a couple of", "many"),
    range_opens=("between",),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    months_short=MappingProxyType(
        {
            "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
            "nov": 11, "dec": 12,
        }
    ),
    day_endings=("st", "nd", "rd", "th"),
    month_first=True,
    day_article="the",
    day_in_text="{day}",
    ordinals=("first", "second", "third", "fourth"),
    year_parts=MappingProxyType({"quarter": 3, "q": 3, "half": 6, "h": 6}),
    part_of_year=("of",),
    quarter="{ordinal} quarter of {year}",
    quarter_short="Q{number} {year}",
    from_to="from {start} to {end}",
    starting="from {day}",
    ending="up to and including {day}",
    starting_read=("from",),
    ending_read=("up to and including", "until and including", "through", "until", "to"),
    period_words=("in the period", "the period", "the years"),
    limiting=(
        "at the latest", "no later than", "not later than", "at the earliest", "before", "after", "by", "early", "late",
        "mid", "at the beginning of", "at the end of",
    ),
    month_words=("month", "months"),
    year_words=("year", "years"),
    one_month="one month",
    one_year="one year",
    and_a_half="{number} and a half years",
    month_units=("month", "months"),
    year_units=("year", "years"),
    half_read="and a half",
    lengths_read=MappingProxyType({"half a year": 6, "a half year": 6, "a decade": 120}),
    conjunctions=MappingProxyType({"and": "and", "or": "or", "as_well_as": "as well as"}),
)  # fmt: skip
