"""The words by which amounts and shares are found in Swedish text, as authorities, newspapers and projects write it."""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType

from esfmodel.text._language import BILLION, MILLION, THOUSAND
from esfmodel.text._patterns import BLANK, any_of
from esfmodel.text._prose_words import ProseWords
from esfmodel.text._swedish import SWEDISH
from esfmodel.text._swedish_counted import COUNTED
from esfmodel.text._swedish_durations import SWEDISH_DURATIONS
from esfmodel.text._swedish_hedges import (
    FILLERS,
    HEDGES,
    HEDGES_AFTER,
    HEDGING_ADJECTIVES,
    HEDGING_SIGNS,
    SAID_EARLIER,
)
from esfmodel.text._swedish_periods import SWEDISH_PERIODS
from esfmodel.text._swedish_shares import SHARES

_GOING_ON = """
    från till för i av ur via genom avsätts går gick kommer finansieras används är utgör utgörs ska beviljas söks
    tilldelas
""".split()

_LABELS = """
    mål målet målen målområde programområde programområdet område insatsområde prioritet prioritering axel etapp fas
    fond fonden nr nr. nummer kapitel artikel art. sida sidan sid s. punkt punkten del avsnitt kl kl. klockan den år
    åren bilaga tabell figur steg nivå vecka v. § omgång pelare delprojekt arbetspaket version klass årskurs grupp
    modul spår linje insats åtgärd utlysning
""".split()

_NORWEGIAN = {"én": 1, "to": 2, "fire": 4, "seks": 6, "syv": 7, "åtte": 8, "elleve": 11, "tjue": 20, "tretti": 30}

_OF_FUNDS = """
    stöd bidrag medel medfinansiering kontanter finansiering projektstöd projektmedel eu-stöd eu-bidrag eu-medel
    esf-stöd esf-medel interregstöd interregmedel leaderstöd leadermedel statsbidrag startbidrag företagsstöd
""".split()

_CHANGES = """
    ök utök fördubbl tredubbl halver höj minsk sänk väx vux sjunk sjönk stig steg just ändr förändr ned uppräkn
    uppgrader
""".split()

SWEDISH_PROSE = ProseWords(
    hedges=HEDGES,
    hedging_signs=HEDGING_SIGNS,
    hedging_adjectives=HEDGING_ADJECTIVES,
    hedges_after=HEDGES_AFTER,
    said_earlier=SAID_EARLIER,
    fillers=FILLERS,
    scales=MappingProxyType(
        {
            **{word.rstrip("."): scale for word, scale in SWEDISH.scales_read.items()},
            "miljonerna": MILLION,
            "miljarderna": BILLION,
            "mrd": BILLION,
            "mio": MILLION,
            "millioner": MILLION,
            "millionar": MILLION,
            "million": MILLION,
            "mill": MILLION,
            "milliarder": BILLION,
            "milliardar": BILLION,
            "milliard": BILLION,
            "m": MILLION,
        }
    ),
    scales_needing_currency=frozenset(("tusen", "tn", "md", "mill", "mio", "m")),
    shortened_scales="mil[jl]|.mio|.mrd",
    compound_scales=("miljon", "miljoner", "miljard", "miljarder"),
    headings=("kr", "kronor", "sek", "eur", "euro", "tkr", "mkr", "mnkr", "msek", "procent", "%"),
    unit_prefixes=("eu", "esf", "eruf", "interreg", "skatte", "projekt", "stöd", "bidrags", "fond"),
    units=MappingProxyType(
        {
            **SWEDISH.units_read,
            "miljkr": (MILLION, "SEK"),
            "ksek": (THOUSAND, "SEK"),
            "tsek": (THOUSAND, "SEK"),
            "msek": (MILLION, "SEK"),
            "mdsek": (BILLION, "SEK"),
            "keur": (THOUSAND, "EUR"),
            "teur": (THOUSAND, "EUR"),
            "teuro": (THOUSAND, "EUR"),
            "meur": (MILLION, "EUR"),
            "meuro": (MILLION, "EUR"),
            "mdeur": (BILLION, "EUR"),
            "k€": (THOUSAND, "EUR"),
            "t€": (THOUSAND, "EUR"),
            "m€": (MILLION, "EUR"),
            "knok": (THOUSAND, "NOK"),
            "mnok": (MILLION, "NOK"),
            "mdkk": (MILLION, "DKK"),
            "musd": (MILLION, "USD"),
        }
    ),
    currencies=MappingProxyType(
        {
            **{name: code for name, code in SWEDISH.currencies_read.items() if not name.endswith((".", "-"))},
            "kronorna": "SEK",
            "kronors": "SEK",
            "svenska kr": "SEK",
            "skr": "SEK",
            "euros": "EUR",
            # A reference to the ecu is one to the euro, one for one: Regulation (EC) No 1103/97, Article 2(1).
            "ecu": "EUR",
            "norska kr": "NOK",
            "svenske kroner": "SEK",
            "svenske kr": "SEK",
            "norske kroner": "NOK",
            "norske kr": "NOK",
            "kroner": "NOK",
            "nkr": "NOK",
            "danske kroner": "DKK",
            "dollar": "USD",
            "us-dollar": "USD",
            "$": "USD",
            "pund": "GBP",
            "£": "GBP",
        }
    ),
    currency_signs=MappingProxyType({"€": "EUR", "$": "USD", "£": "GBP"}),
    crown="kr",
    currency_stem="kron",
    currency_adjectives=MappingProxyType(
        {"svenska": "SEK", "svenske": "SEK", "norska": "NOK", "norske": "NOK", "danska": "DKK", "danske": "DKK"}
    ),
    default_currency="SEK",
    counted=COUNTED,
    abroad=MappingProxyType(
        dict.fromkeys(("millioner", "millionar", "million", "mill", "milliarder", "milliardar", "milliard"), "NOK")
    ),
    per_cent=MappingProxyType(
        {
            "procent": Fraction(1, 100),
            "prosent": Fraction(1, 100),
            "%": Fraction(1, 100),
            "promille": Fraction(1, 1000),
            "‰": Fraction(1, 1000),
        }
    ),
    parts=MappingProxyType({"halv": Fraction(1, 2), "kvarts": Fraction(1, 4)}),
    mixed_numbers=MappingProxyType(
        {
            "halvannan": Fraction(3, 2),
            "halvannen": Fraction(3, 2),
            "halvtannat": Fraction(3, 2),
            **{word: Fraction(number) for word, number in _NORWEGIAN.items()},
        }
    ),
    one=("en", "ett"),
    decimal_mark="komma",
    hundred="hundra",
    shares=SHARES,
    fractions=MappingProxyType(
        {
            "tredjedel": 3,
            "fjärdedel": 4,
            "femtedel": 5,
            "sjättedel": 6,
            "sjundedel": 7,
            "åttondel": 8,
            "åttondedel": 8,
            "niondel": 9,
            "tiondel": 10,
            "tiondedel": 10,
            "tjugondel": 20,
            "hundradel": 100,
        }
    ),
    between=("mellan", "mellom", "mellem"),
    and_words=("och", "og"),
    conjoined=("och", "og", "samt", "eller", "respektive", "resp.", "resp", "men"),
    part_of="av",
    part_of_all=("totalt", "sammanlagt", "de", "dessa", "sökta", "beviljade", "budgeterade"),
    of_which=("varav", "därav"),
    of_which_verbs=("går", "gick", "kommer", "kom", "är", "var", "satsas", "avsätts", "tas", "söks", "betalas"),
    giving=frozenset("får fick beviljas beviljades beviljats söker sökte avsätter satsar tilldelas betalar".split()),
    money_after=re.compile(
        rf"{BLANK}(?:i{BLANK}{any_of(_OF_FUNDS)}|från{BLANK}(?:eu|esf|interreg|leader|social|regional)[^\W\d_-]*)(?![^\W_])"
    ),
    goes_on=re.compile(rf"{BLANK}{any_of(_GOING_ON)}(?![^\W_])"),
    in_other_money=re.compile(r"(?<![^\W_])(?:motsvara|dvs|d\.v\.s|alltså|växelkurs|kurs)"),
    since=("från", "fra"),
    to=("till", "upp till", "til", "à", "á", "a"),
    changing=re.compile(rf"(?<![^\W_])(?:{any_of(_CHANGES)}|(?:går|gått|gå|gick) )"),
    labels=frozenset(_LABELS),
    vague=frozenset(("några", "flera", "par", "många", "enstaka", "åtskilliga", "flertal")),
    periods=SWEDISH_PERIODS,
    durations=SWEDISH_DURATIONS,
)
