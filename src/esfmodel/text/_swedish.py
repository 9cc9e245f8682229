"""The marks and words of Swedish.

Written as the Swedish language council advises: a no-break space between groups of three and before the unit, decimal
comma, a space before the per cent sign, real minus, `tkr`, `mnkr` and `mdkr` (`mkr` is read, never written).
"""

from __future__ import annotations

from types import MappingProxyType

from esfmodel.text._language import BILLION, MILLION, SPACE, THOUSAND, Language
from esfmodel.text._spaces import SPACES

_ONES = MappingProxyType(
    {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9}
)
_TENS = MappingProxyType(
    {
        "tjugo": 20,
        "trettio": 30,
        "fyrtio": 40,
        "femtio": 50,
        "sextio": 60,
        "sjuttio": 70,
        "åttio": 80,
        "nittio": 90,
    }
)
_TEENS = MappingProxyType(
    {
        "tio": 10,
        "elva": 11,
        "tolv": 12,
        "tretton": 13,
        "fjorton": 14,
        "femton": 15,
        "sexton": 16,
        "sjutton": 17,
        "arton": 18,
        "aderton": 18,
        "nitton": 19,
    }
)

SWEDISH = Language(
    code="sv",
    name="Swedish",
    not_stated="ej angivet",
    decimal=",",
    group=SPACE,
    groups_read=SPACES,
    percent=f"{SPACE}%",
    percent_words=("procent",),
    percentage_points=("procentenhet", "procentenheter", "%-enhet", "%-enheter"),
    code_first=False,
    kronor=MappingProxyType({1: "kr", THOUSAND: "tkr", MILLION: "mnkr", BILLION: "mdkr"}),
    scales=MappingProxyType({THOUSAND: "tusen", MILLION: "mn", BILLION: "md"}),
    scale_words=MappingProxyType({MILLION: ("miljon", "miljoner"), BILLION: ("miljard", "miljarder")}),
    currency_names=MappingProxyType({"SEK": ("krona", "kronor"), "EUR": ("euro", "euro")}),
    spelled=("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    number_words=MappingProxyType(
        {
            "noll": 0,
            **_ONES,
            **_TEENS,
            **_TENS,
            **{f"{ten}{one}": _TENS[ten] + _ONES[one] for ten in _TENS for one in _ONES},
            "hundra": 100,
            "etthundra": 100,
        }
    ),
    half_of_read="en halv",
    and_a_half_read="och en halv",
    scales_read=MappingProxyType(
        {
            "tusen": THOUSAND,
            "tn": THOUSAND,
            "miljon": MILLION,
            "miljoner": MILLION,
            "milj.": MILLION,
            "milj": MILLION,
            "mn": MILLION,
            "miljard": BILLION,
            "miljarder": BILLION,
            "mdr": BILLION,
            "md": BILLION,
        }
    ),
    currencies_read=MappingProxyType(
        {
            "kr": "SEK",
            "kr.": "SEK",
            "sek": "SEK",
            "krona": "SEK",
            "kronor": "SEK",
            "svensk krona": "SEK",
            "svenska kronor": "SEK",
            "svenska kr": "SEK",
            "skr": "SEK",
            "norska kr": "NOK",
            "nkr": "NOK",
            "danska kr": "DKK",
            "dkr": "DKK",
            "eur": "EUR",
            "euro": "EUR",
            "€": "EUR",
            "£": "GBP",
        }
    ),
    units_read=MappingProxyType(
        {
            "tkr": (THOUSAND, "SEK"),
            "kkr": (THOUSAND, "SEK"),
            "mkr": (MILLION, "SEK"),
            "mnkr": (MILLION, "SEK"),
            "mdkr": (BILLION, "SEK"),
            "mdrkr": (BILLION, "SEK"),
        }
    ),
    colon_before_ore=True,
    nothing_stated=frozenset(
        {
            "-", "--", "–", "—", "−", ".", "..", "...", "?", "/", "ej angivet", "inte angivet", "ej angiven",
            "uppgift saknas", "saknas", "okänt", "ingen uppgift", "ej tillämpligt", "n.a.", "n.a", "n/a", "na", "none",
            "null", "nan",
        }
    ),
    over="över",
    at_least="minst",
    under="under",
    at_most="högst",
    but="men",
    between="mellan {low} och {high}",
    qualifying=MappingProxyType(
        {
            "just_over": "drygt",
            "more_than": "mer än",
            "nearly": "närmare",
            "almost": "nästan",
            "just_under": "knappt",
            "less_than": "mindre än",
            "up_to": "upp till",
            "about": "cirka",
        }
    ),
    qualifiers=(
        "över", "strax över", "drygt", "dryga", "en dryg", "minst", "lägst", "åtminstone", "mer än", "inte mindre än",
        "under", "strax under", "närmare", "nästan", "knappt", "knappa", "en knapp", "högst", "som högst", "som mest",
        "upp till", "uppemot", "mindre än", "inte mer än", "max", "maximalt", "max.", "cirka", "ca", "ca.", "c:a",
        "circa", "omkring", "runt", "kring", "ungefär", "uppskattningsvis", "några", "flera", "ett par", "mellan",
        "från", "~", "≈", "±", "<", ">", "≤", "≥",
    ),
    months=(
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ),
    months_short=MappingProxyType(
        {
            "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
            "okt": 10, "nov": 11, "dec": 12,
        }
    ),
    day_endings=(":a", ":e"),
    month_first=False,
    day_article="den",
    day_in_text="den {day}",
    ordinals=("första", "andra", "tredje", "fjärde"),
    quarter="{ordinal} kvartalet {year}",
    quarter_short="kvartal {number} {year}",
    from_to="från och med {start} till och med {end}",
    starting="från och med {day}",
    ending="till och med {day}",
    starting_read=("från och med", "fr.o.m.", "fr.o.m", "fr. o. m.", "fr o m", "from", "från"),
    ending_read=("till och med", "t.o.m.", "t.o.m", "t. o. m.", "t o m", "tom", "till"),
    period_words=("under perioden", "perioden", "under åren", "åren", "år"),
    limiting=(
        "som längst till", "som längst", "längst till", "längst", "senast", "tidigast", "före", "efter", "innan",
        "cirka", "ca", "omkring", "runt", "ungefär", "preliminärt", "i början av", "i mitten av", "i slutet av",
    ),
    month_words=("månad", "månader"),
    year_words=("år", "år"),
    one_month="en månad",
    one_year="ett år",
    and_a_half="{number} och ett halvt år",
    month_units=("månad", "månader", "mån", "mån."),
    year_units=("år",),
    half_read="och ett halvt",
    half_a_year_read=("ett halvår", "ett halvt år"),
    conjunctions=MappingProxyType({"and": "och", "or": "eller", "as_well_as": "samt"}),
)  # fmt: skip
