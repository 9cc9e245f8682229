"""The marks and words of English, as the institutions of the Union write it.

The currency stands before the amount as its ISO code ("EUR 12,500"), thousands are parted by commas, and the minus is a
real one, as in Swedish.
"""

from __future__ import annotations

from types import MappingProxyType

from esfmodel.text._language import BILLION, MILLION, THOUSAND, Language
from esfmodel.text._spaces import SPACES

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

ENGLISH = Language(
    code="en",
    name="English",
    not_stated="not stated",
    decimal=".",
    group=",",
    groups_read=f",{SPACES}",
    percent="%",
    percent_words=("per cent", "percent"),
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
    half_of_read="half a",
    and_a_half_read="and a half",
    scales_read=MappingProxyType(
        {
            "thousand": THOUSAND,
            "k": THOUSAND,
            "million": MILLION,
            "millions": MILLION,
            "mn": MILLION,
            "m": MILLION,
            "billion": BILLION,
            "billions": BILLION,
            "bn": BILLION,
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
    nothing_stated=frozenset(
        {
            "-", "--", "–", "—", "−", ".", "..", "...", "?", "/", "not stated", "not available", "not applicable",
            "unknown", "missing", "n.a.", "n.a", "n/a", "na", "none", "null", "nan", "tbc", "tbd",
        }
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
    qualifiers=(
        "over", "just over", "more than", "at least", "under", "just under", "less than", "nearly", "almost", "at most",
        "not less than", "no less than", "no more than", "not more than", "maximum", "minimum", "up to", "max", "max.",
        "min.", "about", "around", "some", "roughly", "approximately", "approx.", "approx", "circa", "ca", "ca.", "c.",
        "between", "from", "~", "≈", "±", "<", ">", "≤", "≥",
    ),
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
    quarter="{ordinal} quarter of {year}",
    quarter_short="Q{number} {year}",
    from_to="from {start} to {end}",
    starting="from {day}",
    ending="up to and including {day}",
    starting_read=("from",),
    ending_read=("up to and including", "until and including", "through", "until", "to"),
    period_words=("in the period", "the period", "the years"),
    limiting=(
        "at the latest", "no later than", "not later than", "at the earliest", "before", "after", "by", "about",
        "around", "circa", "approximately", "early", "late", "mid", "at the beginning of", "at the end of",
    ),
    month_words=("month", "months"),
    year_words=("year", "years"),
    one_month="one month",
    one_year="one year",
    and_a_half="{number} and a half years",
    month_units=("month", "months"),
    year_units=("year", "years"),
    half_read="and a half",
    half_a_year_read=("half a year", "a half year"),
    conjunctions=MappingProxyType({"and": "and", "or": "or", "as_well_as": "as well as"}),
)  # fmt: skip
