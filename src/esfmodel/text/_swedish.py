"""The marks and words of Swedish.

Written as the Swedish language council advises: a no-break space between groups of three and before the unit, decimal
comma, a space before the per cent sign, real minus, `tkr`, `mnkr` and `mdkr` (`mkr` is read, never written).
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from esfmodel.text._language import BILLION, MILLION, NOTHING_ANYWHERE, SPACE, THOUSAND, Language, ScaleWord
from esfmodel.text._spaces import SPACES
from esfmodel.text._swedish_hedges import SWEDISH_HEDGES

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

# The neighbours' words are those of the joint border programmes, whose pages mix the languages.
_NORWEGIAN_NUMBERS = MappingProxyType(
    {"én": 1, "to": 2, "fire": 4, "seks": 6, "syv": 7, "åtte": 8, "elleve": 11, "tjue": 20, "tretti": 30}
)
_ABROAD = {
    **dict.fromkeys(("millioner", "millionar", "million"), ScaleWord(MILLION, abroad="NOK")),
    "mill": ScaleWord(MILLION, says_money=False, may_be_shortened=True, abroad="NOK"),
    **dict.fromkeys(("milliarder", "milliardar", "milliard"), ScaleWord(BILLION, abroad="NOK")),
}
_NEGATIONS = ("ej", "inte", "icke", "ännu ej", "ännu inte", "ej ännu", "inte ännu")
_KNOWN = (
    "angivet", "angiven", "angivna", "angett", "angivits", "känt", "känd", "kända", "tillämpligt", "tillämplig",
    "tillämpliga", "tillämpbart", "tillgängligt", "tillgänglig", "tillgängliga", "redovisat", "redovisad",
    "redovisade", "uppgivet", "uppgiven", "uppgivna", "fastställt", "fastställd", "fastställda", "beslutat",
    "beslutad", "beslutade", "bestämt", "bestämd", "bestämda", "specificerat", "specificerad", "specificerade",
    "relevant", "aktuellt", "aktuell", "rapporterat", "rapporterad", "ifyllt", "ifylld", "offentligt",
)  # fmt: skip
_MISSING = ("uppgift", "uppgifter", "uppgiften", "data", "belopp", "information", "underlag", "värde")

SWEDISH = Language(
    code="sv",
    name="Swedish",
    not_stated="ej angivet",
    decimal=",",
    group=SPACE,
    groups_read=SPACES,
    percent=f"{SPACE}%",
    percent_word="procent",
    shares_read=MappingProxyType(
        {
            **dict.fromkeys(("procent", "prosent", "%"), Fraction(1, 100)),
            **dict.fromkeys(("promille", "‰"), Fraction(1, 1000)),
        }
    ),
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
            **_NORWEGIAN_NUMBERS,
        }
    ),
    mixed_numbers=MappingProxyType(
        dict.fromkeys(("halvannan", "halvannat", "halvannen", "halvtannat"), Fraction(3, 2))
    ),
    one=("en", "ett"),
    decimal_word="komma",
    hundred="hundra",
    parts=MappingProxyType({"halv": Fraction(1, 2), "kvarts": Fraction(1, 4)}),
    part_of_one="en {part}",
    added_part="{whole} och en {part}",
    scales_read=MappingProxyType(
        {
            "tusen": ScaleWord(THOUSAND, says_money=False),
            "tn": ScaleWord(THOUSAND, says_money=False),
            "miljon": ScaleWord(MILLION, is_compounded=True),
            "miljoner": ScaleWord(MILLION, is_compounded=True),
            "miljonerna": ScaleWord(MILLION),
            "milj": ScaleWord(MILLION, may_be_shortened=True),
            "mn": ScaleWord(MILLION),
            "mio": ScaleWord(MILLION, says_money=False, may_be_shortened=True),
            "m": ScaleWord(MILLION, says_money=False, stands_alone=False),
            "miljard": ScaleWord(BILLION, is_compounded=True),
            "miljarder": ScaleWord(BILLION, is_compounded=True),
            "miljarderna": ScaleWord(BILLION),
            "mdr": ScaleWord(BILLION),
            "mrd": ScaleWord(BILLION, may_be_shortened=True),
            "md": ScaleWord(BILLION, says_money=False),
            **_ABROAD,
        }
    ),
    currencies_read=MappingProxyType(
        {
            "kr": "SEK",
            "kr.": "SEK",
            "sek": "SEK",
            "krona": "SEK",
            "kronor": "SEK",
            "kronorna": "SEK",
            "kronors": "SEK",
            "svensk krona": "SEK",
            "svenska kronor": "SEK",
            "svenska kr": "SEK",
            "svenske kroner": "SEK",
            "svenske kr": "SEK",
            "skr": "SEK",
            "norska kr": "NOK",
            "norske kroner": "NOK",
            "norske kr": "NOK",
            "nkr": "NOK",
            "kroner": "NOK",
            "danska kr": "DKK",
            "danske kroner": "DKK",
            "danske kr": "DKK",
            "dkr": "DKK",
            "eur": "EUR",
            "euro": "EUR",
            "euros": "EUR",
            "€": "EUR",
            # A reference to the ecu is one to the euro, one for one: Regulation (EC) No 1103/97, Article 2(1).
            "ecu": "EUR",
            "dollar": "USD",
            "us-dollar": "USD",
            "us dollar": "USD",
            "$": "USD",
            "pund": "GBP",
            "£": "GBP",
        }
    ),
    units_read=MappingProxyType(
        {
            "tkr": (THOUSAND, "SEK"),
            "kkr": (THOUSAND, "SEK"),
            "mkr": (MILLION, "SEK"),
            "mnkr": (MILLION, "SEK"),
            "miljkr": (MILLION, "SEK"),
            "mdkr": (BILLION, "SEK"),
            "mdrkr": (BILLION, "SEK"),
        }
    ),
    only_in_prose=MappingProxyType(
        {
            **dict.fromkeys(
                ("miljonerna", "miljarderna", "kronorna", "kronors"),
                "a definite or a genitive form is part of a sentence, and no amount stands in it alone",
            ),
            "kroner": "are Norwegian or Danish, which the page around them may tell and a single amount does not",
            **dict.fromkeys(("promille", "‰"), "are so rare that one is as likely a slip for per cent"),
            "pund": "may be a weight",
            "$": "is the sign of several currencies, which the page around it may tell",
        }
    ),
    colon_before_ore=True,
    nothing_stated=frozenset(
        (
            *NOTHING_ANYWHERE, "saknas", "saknar uppgift", "okänt", "okänd", "okända", "obekant", "ingen uppgift",
            "inga uppgifter", "ingen data", "ingen information", "uppg saknas", "uppgift ej tillgänglig", "vet ej",
            "vet inte", "framgår ej", "framgår inte", "redovisas ej", "redovisas inte", "anges ej", "anges inte",
            "e.t", "u.s",
            *(f"{no} {known}" for no in _NEGATIONS for known in _KNOWN),
            *(f"{what} saknas" for what in _MISSING),
        )
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
    hedges=SWEDISH_HEDGES,
    vague=("några", "flera", "ett par", "många", "enstaka", "åtskilliga", "ett flertal"),
    range_opens=("mellan", "mellom", "mellem"),
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
        "preliminärt", "i början av", "i mitten av", "i slutet av",
    ),
    month_words=("månad", "månader"),
    year_words=("år", "år"),
    one_month="en månad",
    one_year="ett år",
    and_a_half="{number} och ett halvt år",
    month_units=(
        "månad", "månader", "mån", "mån.", "kalendermånad", "kalendermånader", "projektmånader", "måned", "måneder",
    ),
    year_units=("år", "helår", "kalenderår", "verksamhetsår", "projektår", "budgetår", "läsår"),
    half_read="och ett halvt",
    lengths_read=MappingProxyType(
        {
            "ett halvår": 6, "ett halvt år": 6, "halvannat år": 18, "halvtannat år": 18, "ett decennium": 120,
            "ett årtionde": 120,
        }
    ),
    conjunctions=MappingProxyType({"and": "och", "or": "eller", "as_well_as": "samt"}),
)  # fmt: skip
