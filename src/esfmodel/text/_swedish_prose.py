"""The words by which figures are found in Swedish text, as authorities, newspapers and projects write it.

The Norwegian words are those of the joint border programmes, whose pages mix the two languages.
"""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType

from esfmodel.text._hedges import Hedge
from esfmodel.text._language import BILLION, MILLION, THOUSAND
from esfmodel.text._prose_words import ProseWords

_HEDGES = {
    Hedge.OVER: (
        "över", "drygt", "dryga", "mer än", "mera än", "fler än", "större än", "högre än", "gott och väl", "väl över", "strax över",
        "lite över", "något över", "en bit över", "långt över", "klart över", "överstiger", "överstigande", "översteg",
        "överskrider", "överskridande", "drøyt", "drøye", "over", "mer enn", "lite drygt", "något mer än", "lite mer än",
    ),
    Hedge.AT_LEAST: (
        "minst", "åtminstone", "lägst", "som minst", "som lägst", "minimum", "minimalt", "minimal", "minimala", "min", "min.", "allra minst",
        "inte mindre än", "ej mindre än", "inte under", "ej under", "inte understiga", "inte understiger", "understiger inte",
        "lägsta möjliga", "lägsta tillåtna", "minsta möjliga", "minsta tillåtna", "minimibelopp", "minimibeloppet", "minstekrav",
        "eller mer", "eller mera", "eller högre", "eller däröver", "och uppåt", "och mer", "och däröver", "från och med",
    ),
    Hedge.UNDER: (
        "under", "närmare", "nära", "nästan", "knappt", "knappa", "knapt", "mindre än", "färre än", "lägre än", "strax under", "drygt under",
        "lite under", "något under", "en bit under", "långt under", "klart under", "inemot", "bortåt", "nästintill",
        "i det närmaste", "så gott som", "inte riktigt", "inte fullt", "understiger", "understigande", "understeg", "nesten", "nærmere",
        "mindre enn", "uppemot", "upp emot", "upp mot", "uppåt", "näst intill", "snudd på",
    ),
    Hedge.AT_MOST: (
        "högst", "upp till", "upptill", "max", "max.", "maximalt", "maximal", "maximala", "maximum", "maxbelopp", "maxbeloppet", "maxtak",
        "som mest", "som högst", "allra högst", "inte mer än", "ej mer än", "inte över", "ej över", "inte överstiga", "ej överstiga",
        "inte överstiger", "överstiger inte", "överstiger ej", "inte överskrida", "högsta möjliga", "högsta tillåtna", "takbelopp",
        "takbeloppet", "ett tak på", "tak på", "tak om", "eller mindre", "eller lägre", "eller därunder", "och nedåt", "opptil", "inntil",
        "høyst", "maks", "maksimalt",
    ),
    Hedge.ABOUT: (
        "cirka", "circa", "ca", "ca.", "c:a", "omkring", "omkr", "omkr.", "runt", "kring", "ungefär", "ung.", "uppskattningsvis", "uppskattat till",
        "runt omkring", "i storleksordningen", "storleksordningen", "i runda tal", "i runda slängar", "ungefärligen", "omtrent", "om lag",
        "rundt", "plus minus", "plus/minus", "eller så", "grovt räknat",
    ),
}  # fmt: skip

_BY_WORDS = MappingProxyType({phrase: hedge for hedge, phrases in _HEDGES.items() for phrase in phrases})

_AFTER = (
    "eller mer", "eller mera", "eller högre", "eller däröver", "och uppåt", "och mer", "och däröver", "eller mindre", "eller lägre",
    "eller därunder", "och nedåt", "som mest", "som högst", "som minst", "som lägst", "i runda tal", "i runda slängar", "eller så",
)  # fmt: skip

_BLANK = "[ \n]"
_WORD = r"[^\W\d_]+"
_LIMITS = "som mest|som högst|högst|maximalt|max|som minst|som lägst|minst|lägst"
_ALLOWING = "kan|får|ska|skall|bör|avses|kommer|beviljas|beviljar|utgår|ges|lämnas|finansieras|finansierar"
_IS = r"(?:är|uppgår till|uppgå till|utgör|utgöra|vara|blir|på|om)?(?:[ \n]till)?:?"

_COUNTED = (
    "personer människor invånare människoliv européer svenskar finländare norrmän danskar ukrainare ryssar unga ungdomar barn flickor "
    "pojkar kvinnor män vuxna äldre elever studenter anställda arbetslösa arbetssökande sysselsatta medborgare flyktingar migranter "
    "medlemmar kunder gäster gästnätter övernattningar turister besök patienter pensionärer familjer hushåll företag småföretag "
    "organisationer föreningar jobb arbetstillfällen arbetsplatser tjänster bostäder lägenheter byggnader hus fordon bilar elbilar "
    "tåg resor passagerare djur grisar kor höns fåglar fiskar träd plantor ton kilo kg gram liter meter kilometer mil km m hektar ha tunnland "
    "kvadratmeter kvadratkilometer kubikmeter timmar dagar år minuter dygn veckor månader gånger sidor ord tecken exemplar böcker "
    "dokument filer rader poster poäng röster följare visningar sidvisningar sökningar klick nedladdningar doser kWh MWh GWh TWh watt kilowattimmar "
    "megawattimmar byte pixlar kalorier fat koldioxidekvivalenter ljusår väljare låntagare mål människors innbyggere personers löner"
).split()  # fmt: skip

SWEDISH_PROSE = ProseWords(
    hedges=_BY_WORDS,
    hedging_signs=MappingProxyType(
        {"~": Hedge.ABOUT, "≈": Hedge.ABOUT, "<": Hedge.UNDER, ">": Hedge.OVER, "≤": Hedge.AT_MOST, "≥": Hedge.AT_LEAST}
    ),
    hedging_adjectives=MappingProxyType(
        {"dryg": Hedge.OVER, "drygt": Hedge.OVER, "knapp": Hedge.UNDER, "god": Hedge.OVER}
    ),
    hedges_after=re.compile(rf"[ \n]({'|'.join(_AFTER).replace(' ', _BLANK)})(?![^\W_])", re.IGNORECASE),
    said_earlier=re.compile(
        rf"(?<![^\W_])(?:"
        rf"({_LIMITS})[ \n](?:{_ALLOWING})(?:[ \n]{_WORD}){{0,6}}[ \n]"
        rf"|(maximala?|minimala?|maxbelopp(?:et)?|minimibelopp(?:et)?|(?:högsta|lägsta|minsta)[ ](?:möjliga|tillåtna))"
        rf"(?:[ \n]{_WORD}){{0,9}}?[ \n]?{_IS}[ \n])$",
        re.IGNORECASE,
    ),
    fillers=frozenset("totalt sammanlagt sammantaget tillsammans hela ytterligare endast bara svenska".split()),
    scales=MappingProxyType(
        {
            "tusen": THOUSAND,
            "tn": THOUSAND,
            "miljoner": MILLION,
            "miljon": MILLION,
            "miljonerna": MILLION,
            "milj": MILLION,
            "mn": MILLION,
            "miljarder": BILLION,
            "miljard": BILLION,
            "miljarderna": BILLION,
            "mdr": BILLION,
            "mrd": BILLION,
            "md": BILLION,
            "millioner": MILLION,
            "million": MILLION,
            "mill": MILLION,
            "milliarder": BILLION,
            "milliard": BILLION,
            "m": MILLION,
        }
    ),
    scales_alone=frozenset(
        "miljoner miljon miljonerna milj mn miljarder miljard miljarderna mdr mrd millioner million milliarder milliard".split()
    ),
    headings=("kr", "kronor", "sek", "eur", "euro", "tkr", "mkr", "mnkr", "msek", "procent", "%"),
    unit_prefixes=("EU", "ESF", "ERUF", "Interreg", "skatte", "projekt", "stöd", "bidrags", "fond"),
    units=MappingProxyType(
        {
            "tkr": (THOUSAND, "SEK"),
            "kkr": (THOUSAND, "SEK"),
            "mkr": (MILLION, "SEK"),
            "mnkr": (MILLION, "SEK"),
            "miljkr": (MILLION, "SEK"),
            "mdkr": (BILLION, "SEK"),
            "mdrkr": (BILLION, "SEK"),
            "mdrkronor": (BILLION, "SEK"),
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
            "mnok": (MILLION, "NOK"),
            "knok": (THOUSAND, "NOK"),
            "mdkk": (MILLION, "DKK"),
            "musd": (MILLION, "USD"),
        }
    ),
    # References to the ecu are read as references to the euro, one for one: Regulation (EC) No 1103/97, Article 2(1).
    currencies=MappingProxyType(
        {
            "kr": "SEK",
            "krona": "SEK",
            "kronor": "SEK",
            "kronorna": "SEK",
            "kronors": "SEK",
            "svenska kronor": "SEK",
            "svenska kr": "SEK",
            "svensk krona": "SEK",
            "sek": "SEK",
            "skr": "SEK",
            "euro": "EUR",
            "euros": "EUR",
            "eur": "EUR",
            "€": "EUR",
            "ecu": "EUR",
            "norska kronor": "NOK",
            "norska kr": "NOK",
            "norske kroner": "NOK",
            "norske kr": "NOK",
            "kroner": "NOK",
            "nkr": "NOK",
            "nok": "NOK",
            "danska kronor": "DKK",
            "danske kroner": "DKK",
            "dkk": "DKK",
            "dollar": "USD",
            "us-dollar": "USD",
            "amerikanska dollar": "USD",
            "usd": "USD",
            "$": "USD",
            "pund": "GBP",
            "brittiska pund": "GBP",
            "£": "GBP",
            "finska mark": "FIM",
        }
    ),
    currency_signs=MappingProxyType({"€": "EUR", "$": "USD", "£": "GBP"}),
    currency_adjectives=MappingProxyType(
        {"svenska": "SEK", "svenske": "SEK", "norska": "NOK", "norske": "NOK", "danska": "DKK", "danske": "DKK"}
    ),
    default_currency="SEK",
    counted=re.compile(
        rf"[ \n](?:(?!ska |skall |extra )[^\W\d_]{{2,20}}[ae][ \n])?[^\W\d_]{{0,20}}?"
        rf"(?:{'|'.join(sorted(_COUNTED, key=len, reverse=True))}|(?<!^)(?:människo|arbets|sköt|besök|använd|delt|prenumer|läs|titt|lyssn|jordbruk)\w{{0,6}}are)"
        r"(?![^\W_])",
        re.IGNORECASE,
    ),
    abroad=MappingProxyType(
        {"millioner": "NOK", "million": "NOK", "mill": "NOK", "milliarder": "NOK", "milliard": "NOK"}
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
    one=("en", "ett"),
    shares=(
        (
            re.compile(r"(?<![^\W_])(?<!första )(?<!andra )(?<!senare )(?<!förra )(hälften)(?![^\W_])", re.IGNORECASE),
            Fraction(1, 2),
        ),
        (
            re.compile(
                r"(?<![^\W_])(halva)(?=[ \n](?:kostnad|projektkostnad|budget|finansiering|medfinansiering|summan|beloppet|stödet))",
                re.IGNORECASE,
            ),
            Fraction(1, 2),
        ),
        (
            re.compile(
                r"(?<![^\W_])((?:ingen|inget krav på|inga krav på|utan krav på|utan|ej krav på|(?:kräv(?:er|s)|behövs)(?:[ \n]det)?[ \n](?:inte|ej))"
                r"[ \n](?:någon[ \n])?(?:(?:egen|nationell|offentlig|privat|kontant|extern|svensk|regional|ytterligare)[ \n])?"
                r"(?:medfinansiering|egenfinansiering|egeninsats|självfinansiering|motfinansiering))(?![^\W_])",
                re.IGNORECASE,
            ),
            Fraction(0),
        ),
        (
            re.compile(
                r"(?<![^\W_])(medfinansiering(?:en)?[ \n](?:krävs|behövs)[ \n](?:inte|ej))(?![^\W_])", re.IGNORECASE
            ),
            Fraction(0),
        ),
        (
            re.compile(
                r"(?<![^\W_])finansier(?:as|ades|ats|ad|at|ade|ar|ade|t)[ \n](?:(?!inte|ej|delvis)[^\W\d_]+[ \n]){0,2}?"
                r"(helt(?:[ \n]och[ \n]hållet)?|fullt ut|till fullo|i sin helhet|fullständigt)(?![^\W_])(?![ \n](?:eller|eller/och|och)[ \n])",
                re.IGNORECASE,
            ),
            Fraction(1),
        ),
        (
            re.compile(
                r"(?<![^\W_])(?<!inte )(?<!ej )(helt|fullt ut)[ \n](?:EU-|ESF-)?finansier(?:as|ad|at|ade|ades|ats|ar)(?![^\W_])",
                re.IGNORECASE,
            ),
            Fraction(1),
        ),
        (re.compile(r"(?<![^\W_])(helfinansier(?:as|ad|at|ade|ades|ats|ar))(?![^\W_])", re.IGNORECASE), Fraction(1)),
        (
            re.compile(
                r"(?<![^\W_])(?:står[ \n]för|stå[ \n]för|svarar[ \n]för|bekostar|täcker|täcka|betalar|finansierar|finansiera)[ \n]"
                r"(hela(?:[ \n](?:kostnaden|finansieringen|projektkostnaden|beloppet|budgeten|summan)))(?![^\W_])",
                re.IGNORECASE,
            ),
            Fraction(1),
        ),
    ),
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
    between="mellan",
    and_word="och",
    conjoined=("och", "samt", "eller", "respektive", "resp.", "resp"),
    of_which=("varav", "därav"),
    goes_on=re.compile(
        r"[ \n](?:från|till|för|i|av|ur|via|genom|avsätts|går|gick|kommer|finansieras|används|är|utgörs?|ska|beviljas|söks|tilldelas)"
        r"(?![^\W_])",
        re.IGNORECASE,
    ),
    in_other_money=re.compile(r"(?<![^\W_])(?:motsvara|dvs|d\.v\.s|alltså|växelkurs|kurs)", re.IGNORECASE),
    since="från",
    to=("till", "à", "á", "a"),
    changing=re.compile(
        r"(?<![^\W_])(?:ök|höj|minsk|sänk|väx|vux|sjunk|sjönk|stig|steg|just|ändr|gå(?:r|tt)?[ \n]|gick|ned|upp(?:räkn|grader)|förändr|utök)",
        re.IGNORECASE,
    ),
    labels=frozenset(
        "mål målet målen målområde programområde programområdet område insatsområde prioritet prioritering axel etapp fas fond nr nr. nummer kapitel "
        "artikel art. sida sidan sid s. punkt punkten del avsnitt kl kl. klockan den år åren bilaga tabell figur steg nivå vecka v. § omgång pelare "
        "delprojekt arbetspaket version klass årskurs grupp modul spår linje fonden insats åtgärd utlysning".split()
    ),
    vague=frozenset("några flera ett par många enstaka åtskilliga flera flertal".split()) - {"ett"},
)
