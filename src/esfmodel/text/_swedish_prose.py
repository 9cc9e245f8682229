"""The words by which amounts and shares are found in Swedish text, as authorities, newspapers and projects write it."""

from __future__ import annotations

import re
from types import MappingProxyType

from esfmodel.text._hedges import Reader, hedges_of
from esfmodel.text._patterns import BLANK, any_of
from esfmodel.text._prose_words import ProseWords
from esfmodel.text._swedish import SWEDISH
from esfmodel.text._swedish_counted import COUNTED
from esfmodel.text._swedish_durations import SWEDISH_DURATIONS
from esfmodel.text._swedish_hedges import LINKS, SAID_EARLIER
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

_OF_FUNDS = """
    stöd bidrag medel medfinansiering kontanter finansiering projektstöd projektmedel eu-stöd eu-bidrag eu-medel
    esf-stöd esf-medel interregstöd interregmedel leaderstöd leadermedel statsbidrag startbidrag företagsstöd
""".split()

_CHANGES = """
    ök utök fördubbl tredubbl halver höj minsk sänk väx vux sjunk sjönk stig steg just ändr förändr ned uppräkn
    uppgrader
""".split()

SWEDISH_PROSE = ProseWords(
    hedges=hedges_of(SWEDISH.hedges, Reader.PROSE, SAID_EARLIER, LINKS),
    headings=("kr", "kronor", "sek", "eur", "euro", "tkr", "mkr", "mnkr", "msek", "procent", "%"),
    unit_prefixes=("eu", "esf", "eruf", "interreg", "skatte", "projekt", "stöd", "bidrags", "fond"),
    crown="kr",
    currency_stem="kron",
    currency_adjectives=MappingProxyType(
        {"svenska": "SEK", "svenske": "SEK", "norska": "NOK", "norske": "NOK", "danska": "DKK", "danske": "DKK"}
    ),
    default_currency="SEK",
    counted=COUNTED,
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
    between=SWEDISH.range_opens,
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
    periods=SWEDISH_PERIODS,
    durations=SWEDISH_DURATIONS,
)
