"""The words that find amounts, shares, periods and durations in Swedish text.

Norwegian, Danish and English words are included where they occur in texts of Swedish projects and programmes.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from esfmodel.text.prose._swedish_context import SWEDISH_CONTEXT
from esfmodel.text.prose._words import DurationWords, PeriodWords, ProseWords
from esfmodel.text.prose.figures import DateRole
from esfmodel.text.reading._money import INTERNATIONAL_UNITS
from esfmodel.text.words.english import ENGLISH_HEDGES, ENGLISH_LINKS
from esfmodel.text.words.hedges import BLANK, Hedge, HedgeReader, Links, Place, any_of, hedges_at, hedges_of, when_used
from esfmodel.text.words.language import MILLION, THOUSAND
from esfmodel.text.words.swedish import LASTS_EARLIER, LINKS, SAID_EARLIER, SWEDISH

_GOING_ON = """
    från till för i av ur via genom avsätts går gick kommer finansieras används är utgör utgörs ska beviljas söks
    tilldelas
""".split()

_LABELS = """
    mål målet målen målområde programområde programområdet område insatsområde prioritet prioritering axel etapp fas
    fond fonden nr nr. nummer kapitel artikel art. sida sidan sid s. punkt punkten del avsnitt kl kl. klockan den år
    åren bilaga tabell figur steg nivå vecka v. § omgång pelare delprojekt arbetspaket version klass årskurs grupp
    modul spår linje insats åtgärd utlysning projekt part partner ap wp aktivitet kategori alternativ scenario lag kurs
    paket block zon plan våning hus trappa port skede termin kvartal rad fråga moment typ läge station team not
""".split()

_NUMBERED = """
    nr id projekt-id projektid ärende ärendet dnr diarie telefon tel mobil box § kl klockan sida sidan sid s artikel art
    kapitel kap punkt punkten tabell figur bilaga vecka v org.nr bankgiro plusgiro postgiro bg pg rum sal väg riksväg
    länsväg buss konto kod kostnadsställe ansvar kst
""".split()

_MONEY_NOUNS = """
    stöd stödet bidrag bidraget belopp beloppet budget budgeten finansiering finansieringen medfinansiering
    medfinansieringen kostnad kostnader kostnaden kostnaderna projektbudget projektstöd projektkostnad totalkostnad
    totalbudget eu-stöd eu-bidrag eu-medel esf-stöd esf-medel eruf-stöd statsbidrag egeninsats motfinansiering
    egenfinansiering stödbelopp bidragsbelopp projektmedel
""".split()
_MONEY_LABELS = ("egen insats", "kontant insats", "total insats", "offentlig insats", "privat insats")

_PARTIES = """
    fonden region länet landstingen företaget föreningarna projektägaren myndigheten myndigheterna partnern privata
    privat offentliga statliga nationella sverige norge finland danmark
""".split()

_BETWEEN_UNIT = """
    nya ny extra ytterligare friska färska hela stora sköna goda fina statliga offentliga privata kommunala regionala
    europeiska välkomna välbehövliga efterlängtade sökta beviljade beslutade utlovade budgeterade återstående resterande
    kvarvarande första sista
""".split()

_OF_FUNDS = """
    stöd bidrag medel medfinansiering kontanter finansiering projektstöd projektmedel eu-stöd eu-bidrag eu-medel
    esf-stöd esf-medel interregstöd interregmedel leaderstöd leadermedel statsbidrag startbidrag företagsstöd
""".split()

_CHANGES = """
    ök utök fördubbl tredubbl halver höj minsk sänk väx vux sjunk sjönk stig steg just ändr förändr ned uppräkn
    uppgrader
""".split()


# A Swedish hedge counts before an English one that is spelled alike.
_HEDGES = (*ENGLISH_HEDGES, *SWEDISH.hedges)
_LINKS = Links(*(mine | theirs for mine, theirs in zip(LINKS, ENGLISH_LINKS, strict=True)))


# --- Shares in words
#
# Each is the words that it begins with, and a regular expression with exactly one group, the figure: its number tells
# which share matched.

_HALF, _NOTHING, _ALL = Fraction(1, 2), Fraction(0), Fraction(1)

_FINANCED = r"finansier(?:as|ades|ats|ad|at|ade|ar)(?![^\W_])"
_OWN_SHARE = any_of(
    (
        "medfinansiering", "medfinansieringskrav", "egen insats", "egeninsats", "egen finansiering", "egenfinansiering",
        "självfinansiering", "motfinansiering",
    )
)  # fmt: skip
_WHOSE = any_of(("egen", "nationell", "offentlig", "privat", "kontant", "extern", "svensk", "regional", "ytterligare"))
_NONE = (
    "ingen", "inget", "inga", "inget krav på", "inga krav på", "utan", "utan krav på", "ej krav på", "kräver inte",
    "kräver ej", "krävs inte", "krävs ej", "krävs det inte", "behövs inte", "behövs ej", "behövs det inte",
)  # fmt: skip
_FULLY = any_of(("helt", "helt och hållet", "fullt ut", "till fullo", "i sin helhet", "fullständigt"))
_PAYS = ("står för", "stå för", "svarar för", "bekostar", "täcker", "täcka", "betalar", "finansierar", "finansiera")
_COSTS = any_of(("kostnaden", "finansieringen", "projektkostnaden", "beloppet", "budgeten", "summan"))
_SHARED = any_of(
    ("kostnad", "projektkostnad", "budget", "finansiering", "medfinansiering", "summan", "beloppet", "stödet")
)

_QUOTIENTS = ("1/2", "1/3", "2/3", "1/4", "3/4", "1/5")

_EVERY = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "åttonde": 8, "tionde": 10}

SHARES = (
    *(
        (("var",), rf"(var(?:je)?{BLANK}{ordinal}{BLANK}krona)", Fraction(1, number))
        for ordinal, number in _EVERY.items()
    ),
    (("varannan",), rf"(varannan{BLANK}krona)", _HALF),
    (
        SWEDISH.half_of_all,
        rf"(?<!första )(?<!andra )(?<!senare )(?<!förra )({any_of(SWEDISH.half_of_all)})",
        _HALF,
    ),
    (("halva",), rf"(halva)(?={BLANK}{_SHARED})", _HALF),
    *(((share,), rf"(?<!den )({share})(?={BLANK}av{BLANK})", Fraction(share)) for share in _QUOTIENTS),
    (_NONE, rf"({any_of(_NONE)}{BLANK}(?:någon{BLANK})?(?:{_WHOSE}{BLANK})?{_OWN_SHARE})", _NOTHING),
    (("medfinansiering",), rf"(medfinansiering(?:en)?{BLANK}(?:krävs|behövs){BLANK}(?:inte|ej))", _NOTHING),
    (
        ("finansier",),
        rf"{_FINANCED}{BLANK}(?:(?!inte|ej|delvis)[^\W\d_]{{1,30}}{BLANK}){{0,2}}?"
        rf"({_FULLY})(?![^\W_]|{BLANK}(?:eller|och){BLANK})",
        _ALL,
    ),
    (("helt", "fullt ut"), rf"(?<!inte )(?<!ej )(helt|fullt ut){BLANK}(?:eu-|esf-)?{_FINANCED}", _ALL),
    (("hel",), rf"(hel{_FINANCED})", _ALL),
    (_PAYS, rf"{any_of(_PAYS)}{BLANK}(hela{BLANK}{_COSTS})", _ALL),
)


# --- What is counted in millions and is no money of ours: "3 miljoner invånare", "1,5 miljoner ton", "2 miljoner rubel"

_ALONE = """
    fler färre unga barn män vuxna äldre jobb nya hus djur grisar kor höns fåglar fiskar träd ton kilo kg gram liter
    meter mil km m m² m³ m2 m3 hektar ha tunnland dagar dygn år gånger sidor ord tecken filer rader poäng röster doser
    kwh mwh gwh twh watt byte kalorier fat ljusår mål resor besök tåg personers människors mennesker
""".split()
_AT_THE_END = """
    arbetslösa arbetssökande anställda sysselsatta studerande européer svenskar norrmän danskar ukrainare flyktingar
    medborgare elever kunder gäster nätter patienter familjer hushåll företag jobb tillfällen platser tjänster bostäder
    byggnader fordon bilar kilometer timmar exemplar dokument följare väljare användare deltagare personer ungdomar
    koldioxidekvivalenter timme meter mark rubel zloty forint yen yuan franc
""".split()
# Endings of nouns, which no verb, adverb or preposition after an amount has, apart from those excluded here.
_NOUNS = (
    r"(?![^\W\d_]*kronor)[^\W\d_]{3,20}(?:enter|anter|ister|örer|heter|ioner|ingar|or)"
    r"|(?!tidigare|ytterligare|vidare|senare|närmare|billigare|dyrare|snarare)[^\W\d_]{3,20}are"
)
_MANY = any_of(
    (
        "invånare", "invånarna", "befolkningen", "barn", "barnen", "elever", "eleverna", "unga", "vuxna", "kvinnor",
        "kvinnorna", "män", "männen", "människor", "människorna", "personer", "personerna", "deltagare", "deltagarna",
        "medborgare", "medborgarna", "arbetslösa", "anställda", "sysselsatta", "arbetstagare", "arbetstagarna",
        "hushåll", "hushållen", "svenskar", "svenskarna", "européer", "européerna", "flyktingar", "flyktingarna",
        "användare", "användarna", "besökare", "besökarna", "väljare", "väljarna", "jobb", "jobben", "patienter",
        "patienterna", "boende", "studenter", "studenterna", "löntagare", "löntagarna", "resenärer", "resenärerna",
    )
)  # fmt: skip
# "2 miljoner av invånarna", "3 miljoner bor i länet", but "2 miljoner av medlen".
_OF_MANY = rf"av{BLANK}(?:[^\W\d_]{{2,20}}{BLANK}){{0,2}}?{_MANY}|bor|bodde|lever|levde|arbetar|röstade|reste|pendlar"
# An adjective in the plural may come first: "3 miljoner fattiga barn".
_ADJECTIVE = (
    rf"(?!ska |skall |extra |stora |hela |bara |utanför |alla |dessa |tre |fyra |åtta )[^\W\d_]{{2,20}}[ae]{BLANK}"
)

COUNTED = when_used(
    rf"{BLANK}(?:{_OF_MANY}|(?!svenska)[^\W\d_]{{1,20}}ska{BLANK}kronor|(?:{_ADJECTIVE})?(?:{any_of(_ALONE)}|[^\W\d_]{{0,20}}?{any_of(_AT_THE_END)}|{_NOUNS}))(?![^\W_])"
)


# --- Words for periods

_ABBREVIATED = {month[:3]: number for number, month in enumerate(SWEDISH.months, 1)}
_NEIGHBOURS = {
    "january": 1, "januar": 1, "february": 2, "februar": 2, "march": 3, "marts": 3, "may": 5, "mai": 5, "june": 6,
    "july": 7, "august": 8, "october": 10, "oct": 10, "december": 12, "desember": 12,
}  # fmt: skip
_GENITIVE = {f"{month}s": number for number, month in enumerate(SWEDISH.months, 1)}
_TERMS = ("vårtermin", "hösttermin", "sommartermin")
_SEASONS = ("vår", "sommar", "höst")
_VAGUE = (
    "tidigt", "sent", "början av", "början på", "mitten av", "mitten på", "slutet av", "slutet på", "utgången av",
    "inledningen av", "inledningen på", "årets slut", "end of",
)  # fmt: skip

_OF_TIME = frozenset(("under", "kring", "runt", "runt omkring", "rundt", "nära"))
"""Hedges after which four figures are a year and not a number: "kring 2020"."""
_BEFORE = hedges_at(SWEDISH.hedges, HedgeReader.PROSE, Place.BEFORE)
_PERIOD_HEDGES = tuple(word for word in _BEFORE if word not in _OF_TIME)
_GUESSES = tuple(word for word, hedge in _BEFORE.items() if hedge is Hedge.ABOUT)
_MONEY = (*SWEDISH.currencies_read, *SWEDISH.scales_read, *SWEDISH.units_read, *INTERNATIONAL_UNITS)

_ONES_ORDINAL = "första andra tredje fjärde femte sjätte sjunde åttonde nionde".split()
_DAYS = {
    word: number
    for number, word in enumerate(
        [
            *_ONES_ORDINAL,
            *"tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde".split(),
            *(f"tjugo{one}" for one in _ONES_ORDINAL),
            "trettionde",
            "trettioförsta",
        ],
        1,
    )
}
_OF_RAPPORT = ("", "en", "er", "erna")
_EVENTS = MappingProxyType(
    {
        DateRole.PUBLISHED: (
            "publicerad", "publicerat", "publicerades", "publicerade", "publiceras", "publicering", "publiceringsdatum",
            "publiceringsdag", "utgiven", "utgivet", "utgavs", "utkom", "utgivningsår", "pressmeddelande",
            "pressmeddelandet", "nyhet", "skapad", "upplagd", "inlagd", "postat", "postad", "published", "posted",
        ),
        DateRole.UPDATED: (
            "uppdaterad", "uppdaterat", "uppdaterades", "uppdaterade", "uppdatering", "uppdateringen", "ändrad",
            "ändrat", "reviderad", "reviderat", "reviderades", "granskad", "granskades", "updated", "modified",
        ),
        DateRole.DECIDED: (
            "beslut", "beslutet", "beslutad", "beslutat", "beslutade", "beslutades", "beslutas", "beslutsdatum",
            "beslutsdag", "beslutar", "beviljad", "beviljade", "beviljat", "beviljades", "beviljats", "beviljas",
            "godkänd", "godkänt", "godkändes", "godkände", "godkänts", "antogs", "antagen", "antaget", "antog",
            "fastställd", "fastställt", "fastställdes", "fastställde", "prioriterades", "prioriterade", "avslogs",
            "tilldelades", "decided", "approved",
        ),
        DateRole.MEETING: (
            "möte", "mötet", "mötesdatum", "mötesdag", "sammanträdesdatum", "sammanträdesdag", "sammanträde",
            "sammanträdet", "sammanträder", "sammanträdde", "konferens", "konferensen",
            "seminarium", "seminariet", "workshop", "workshopen", "webbinarium", "webbinariet", "träff", "träffen",
            "äger rum", "ägde rum", "hålls", "hölls", "mässan",
            "upptaktsträff", "slutkonferens", "spridningskonferens", "meeting",
        ),
        DateRole.OPENS: (
            "öppnar", "öppnas", "öppnade", "öppnades", "öppning", "öppningsdatum", "öppningsdag", "öppna", "utlyses",
        ),
        DateRole.CLOSES: (
            "stänger", "stängs", "stängde", "stängdes", "stänga", "stängas", "stängningsdatum", "stängningsdag",
            "stängningstid",
        ),
        DateRole.DUE: (
            "deadline", "sista dag", "sista dagen", "sista ansökningsdag", "sista ansökningsdatum", "sista datum",
            "sista svarsdatum", "sista inlämningsdatum", "sista anmälningsdatum", "sista anmälningsdag",
            "sista inlämningsdag", "sista svarsdag", "sista dag för ansökan",
            *(f"{day} {to} {verb}" for day in ("sista dag", "sista dagen") for to in ("att", "för att")
              for verb in ("söka", "ansöka", "lämna in", "anmäla sig", "skicka in")),
        ),
    }
)  # fmt: skip
_NAMED = (
    "projektet", "projekten", "projekt", "förstudien", "satsningen", "programmet", "program", "initiativet",
    "strategin", "planen", "visionen", "nätverket", "föreningen", "kampanjen", "utställningen", "konferensen",
    "mässan", "festivalen", "metoden", "konceptet", "bolaget", "samarbetet", "eu-projektet", "esf-projektet",
    "interregprojektet", "delprojektet", "namnet", "rubriken", "titeln", "heter", "kallas", "utvecklingsprojektet",
    "leaderprojektet", "forskningsprojektet",
)  # fmt: skip

SWEDISH_PERIODS = PeriodWords(
    months=MappingProxyType(
        {**_ABBREVIATED, "sept": 9, **_GENITIVE, **_NEIGHBOURS}
        | {month: number for number, month in enumerate(SWEDISH.months, 1)}
    ),
    month_word="månad",
    seasons=(
        *_SEASONS, "våren", "vårens", "sommaren", "sommarens", "hösten", "höstens", "vinter", "vintern", "vinterns",
        "förvåren", "senvåren", "vårvintern", "försommaren", "högsommaren", "sensommaren", "förhösten", "senhösten",
        "senvintern", "midvintern", "julen", "jul", "påsken", "midsommar", "nyår", "advent",
        *_TERMS, *(f"{term}en" for term in _TERMS), *(f"{term}ens" for term in _TERMS), "ht", "vt",
        "spring", "summer", "autumn", "winter",
    ),
    short_seasons=("ht", "vt", *_SEASONS, "våren", "sommaren", "hösten", "vintern", "ht.", "vt."),
    year="år",
    years=(
        "år", "året", "åren", "årens", "budgetår", "budgetåret", "budgetåren", "kalenderår", "kalenderåret",
        "kalenderåren", "verksamhetsår", "verksamhetsåret", "verksamhetsåren", "räkenskapsåret", "räkenskapsåren",
        "läsår", "läsåret", "läsåren", "helåret", "helår", "projektåret", "projektåren", "bokslutsåret", "bidragsåret",
        "periodens", "perioden", "period", "projektperioden", "projektperiod", "programperioden", "programperiod",
        "programperioderna", "strukturfondsperioden", "strukturfondsperiod", "budgetperioden", "planperioden",
        "avtalsperioden", "mandatperioden", "stödperioden", "genomförandeperioden", "finansieringsperioden",
        "programmeringsperioden", "fondperioden", "årgång", "år:", "years", "year",
    ),
    split_years=(
        "läsår", "läsåret", "läsåren", "budgetåret", "budgetåren", "verksamhetsåret", "verksamhetsåren",
        "räkenskapsåret", "räkenskapsåren", "säsongen", "säsong", "vintern", "åren", "perioden", "projektperioden",
        "programperioden", "under", "för", "tiden",
    ),
    turn_of_year="årsskiftet",
    turn_of_half_year="halvårsskiftet",
    turn_of_month="månadsskiftet",
    of_year="års",
    ordinals=MappingProxyType(
        {
            "första": 1, "1:a": 1, "1:sta": 1, "1a": 1, "andra": 2, "2:a": 2, "2a": 2, "tredje": 3, "3:e": 3, "3e": 3,
            "fjärde": 4, "4:e": 4, "4e": 4, "sista": 0,
        }
    ),
    parts=MappingProxyType(
        {
            **SWEDISH.year_parts, "kvartalets": 3, "halvan": 6, "hälften": 6,
        }
    ),
    part_of=SWEDISH.part_of_year,
    article="den",
    days=MappingProxyType(_DAYS | {"sista": 0}),
    day_endings=(":e", ":a", "."),
    clock=("kl", "kl.", "klockan", "klo"),
    starting=(
        "från och med", "från o med", "fr.o.m.", "fr.o.m", "fr o m", "from", "fom", "f.o.m.", "från", "fra",
        "fra og med", "sedan", "alltsedan", "med start", "med början", "tidigast", "starting", "since",
    ),
    after=("efter",),
    ending=(
        "till och med", "till o med", "t.o.m.", "t.o.m", "t o m", "tom", "tom.", "till", "fram till",
        "fram till och med", "fram t.o.m.", "intill", "innen", "långt in i", "en bit in i", "vidare in i",
        "fortsätter in i", "in på", "ända till", "fram mot", "frem mot", "längst", "som längst till", "til",
        "til og med", "to", "until", "through",
    ),
    before=("före", "innan"),
    between=("mellan", "between", "mellom"),
    about=_GUESSES,
    as_of=("per",),
    ahead=("fram", "ända", "vidare", "löpande", "längst", "som längst", "allra längst", "senast", "hela vägen", "på"),
    and_words=("och", "samt", "and", "og"),
    vague=_VAGUE,
    fillers=(
        *_VAGUE, "den", "det", "dess", "datumet", "datum", "dag", "är", "var", "blir", "vara", "sattes", "satt",
        "redan", "nu", "hela", "i", "på", "under", "vid", "med", "av", "om", "började", "början", "loppet av", "the",
        "år", "året", "åren", "kalenderåret", "budgetåret", "måndag", "tisdag",
        "onsdag", "torsdag", "fredag", "lördag", "söndag", "måndagen", "tisdagen", "onsdagen", "torsdagen",
        "fredagen", "lördagen", "söndagen", "som längst", "längst", "som senast", "senast", "allra senast", "början",
    ),
    due=("senast", "allra senast", "som senast"),
    starts=(
        "start", "starten", "starta", "startar", "startas", "startade", "startades", "startat", "startats",
        "uppstart", "startdatum", "startår", "startdag", "startmånad", "projektstart", "projektstarten",
        "startskottet", "startskott", "inleds", "inleder", "inledas", "inleddes", "inledde", "inletts", "påbörja",
        "påbörjas", "påbörjar", "påbörjades", "påbörjade", "påbörjats", "börja", "börjar", "började", "börjat",
        "lanseras", "lanserades", "igång", "i gång", "i kraft",
        "träder i kraft", "sjösätts", "sjösattes", "starts", "started", "tillträder", "gäller från", "bildades",
        "grundades", "starter", "startet", "begynner", "begynte",
    ),
    ends=(
        "avslut", "avslutet", "avsluta", "avslutas", "avslutades", "avslutats", "avslutad", "avslutat", "avslutning",
        "avslutningen", "slut", "slutet", "slutar", "slutade", "slutat", "slutdatum", "slutdatumet", "slutår",
        "slutdag", "sluttid", "slutförs", "slutfördes", "slutföra", "slutföras", "slutförts", "slutfört", "slutförd",
        "projektslut", "projektslutet", "projektavslut", "projektavslutet", "upphör", "upphöra", "upphörde",
        "löper ut", "löpte ut", "gick ut", "går ut", "gå ut", "löpa ut", "klar", "klart", "klara",
        "färdig", "färdigt", "färdiga", "färdigställs",
        "färdigställas", "färdigställt", "färdigställd", "färdigställdes", "i bruk", "i mål", "i hamn",
        "sista", "slutdatum är", "ends", "ended",
        "avsluttes", "avsluttet", "avsluttast", "avslutta",
    ),
    events=_EVENTS,
    granted=("beviljad", "beviljade", "beviljat"),
    happens=(
        "betalas ut", "betalades ut", "betalats ut", "utbetalas", "utbetalades", "lämnades in", "lämnats in",
        "skickades", "inlämnades", "inkom", "kom in", "undertecknades", "undertecknat", "undertecknad", "signerades",
        "tecknades", "fick", "presenterades", "presenteras", "invigdes", "invigs", "invigning", "ordnades",
        "anordnades",
        "arrangerades", "besökte", "daterad", "daterat", "väntas", "meddelade", "meddelades", "rapporterades",
        "redovisades", "redovisas", "uppmärksammades", "vann", "utsågs", "anställdes",
    ),
    carried_out=(
        "genomförd", "genomfört", "genomförda", "genomföras", "pågå", "pågår", "gälla", "gäller", "löpa", "löper",
    ),
    subjects=(
        "projektet", "projekten", "arbetet", "satsningen", "förstudien", "utlysningen", "programmet", "avtalet", "allt",
        "ansökan", "ansökningar", "det", "den", "vi", "de",
    ),
    calls=(
        "utlysningen", "ansökningsperioden", "ansökningstiden", "ansökningsomgången",
        "omgången", "anmälan", "anmälningstiden", "utlysningar",
    ),
    handed_in_by=(
        "ska", "skall", "måste", "vara", "ha", "inne", "inlämnad", "inlämnade", "inkommen", "kommit", "in", "lämnas",
        "lämnats", "skickas", "oss", "tillhanda",
    ),
    handed_in=(
        "ansök", "ansökning", "anmäl", "inlämn", "lämna", "inkom", "skicka", "redovis", "rapport", "slutrapport",
        "slutredovis", "delrapport", "lägesrapport", "rekvirer", "svar", "begär", "yttra", "nominer", "betal",
    ),
    finished=("klar", "klart", "klara", "färdig", "färdigt", "färdiga"),
    documents=(
        *(f"rapport{ending}" for ending in _OF_RAPPORT), "studie", "studien", "studier", "undersökning",
        "undersökningen", "undersökningar", "utvärdering", "utvärderingen", "utredning", "utredningen", "statistik",
        "statistiken", "siffror", "siffrorna", "uppgifter", "uppgifterna", "data", "mätning", "mätningen",
        "mätningar", "enkät", "enkäten", "analys", "analysen", "sammanställning", "beslut", "beslutet", "protokoll",
        "protokollet", "artikel", "artikeln", "nyhet", "bild", "bilden", "foto", "karta", "kartan", "lag", "lagen",
        "förordning", "förordningen", "avtal", "avtalet", "dokument", "dokumentet", "brev", "brevet", "skrivelse",
        "skrivelsen", "handling", "handlingar", "handlingarna", "pressmeddelande", "pressmeddelandet", "bok", "boken",
        "avhandling", "handbok", "handboken", "broschyr", "broschyren", "film", "filmen", "exempel", "erfarenheter",
        "strategi", "strategin", "plan", "planen", "handlingsplan", "handlingsplanen", "riktlinjer", "riktlinjerna",
        "vägledning", "vägledningen", "ansökan",
    ),
    reports=(
        *(f"rapport{ending}" for ending in _OF_RAPPORT), "pressmeddelande", "pressmeddelandet", "protokoll",
        "protokollet", "redovisning", "redovisningen", "verksamhetsberättelse", "verksamhetsberättelsen",
    ),
    of_document=("från", "från den", "från år", "av den", "av", "daterad", "daterad den", "daterat", "daterat den"),
    onward=("och framåt", "och framöver", "och senare", "och därefter", "onwards", "och vidare"),
    moves=(
        "förläng", "förlängs", "förlängdes", "förlängts", "förlänga", "förlängas", "förlängt", "förlängd", "flytta",
        "flyttas", "flyttades", "flyttats", "senarelägga", "senareläggs", "senarelades", "senarelagts", "tidigareläggs",
        "tidigarelades", "skjuts", "sköts", "skjutits", "ändras", "ändrades", "ändrats", "förlängning", "förlängningen",
    ),
    lasting=(
        "pågår", "pågå", "pågick", "löper", "löpa", "löpte", "gäller", "gälla", "gällde", "varar", "vara", "varade",
        "sträcker sig", "sträckte sig", "fortsätter", "fortsätta", "fortsatte", "fortgår", "öppen", "öppet",
        "håller öppet",
    ),
    with_end="med",
    barriers=(
        "som", "att", "och", "men", "samt", "när", "där", "vilket", "eller", "varefter", "medan", "för att", "innan",
    ),
    auxiliaries=(
        "ska", "skall", "kommer", "att", "har", "hade", "skulle", "är", "var", "blev", "beräknas", "väntas",
        "planeras", "så", "kan", "vara", "måste", "bör", "får", "ha", "bli", "blir", "förväntas", "planerades",
        "beräknades", "därefter", "sedan", "då", "tänkt", "planerat", "planerad", "nu",
    ),
    throughout=("under", "för", "hela"),
    names=(
        "målen", "målbilden", "europa", "europe", "horisont", "horizon", "mål", "mål:", "eu", "framtid", "energi",
        "klimat", "plan", "interreg", "rus", "rufs", "natura", "översiktsplan", "färdplan", "handlingsplan",
        "klimatplan",
    ),
    names_of_plans=("strategi", "strategin", "strategier", "vision", "visionen", "agenda", "agendan", "målbild"),
    turns=("årsskiftet", "årtusendeskiftet", "millennieskiftet", "sekelskiftet", "decennieskiftet", "kvartalsskiftet"),
    bodies=("kommun", "kommuner", "län", "stad", "region", "stift", "universitet", "högskola", "folkhögskola"),
    named=_NAMED,
    receives=(
        "fick", "fått", "beviljas", "beviljades", "tilldelas", "tilldelades", "söker", "sökte", "drivs", "drevs", "ägs",
        "finansieras", "finansierades", "handlar", "syftar", "vill", "blir", "genomförs", "genomfördes", "omfattar",
    ),
    verbs=when_used("[^\\W\\d_]{1,30}(?:ade|ades|ats|des|tes|ras|das|tas|nas|gick|fick|kom|blev|är|var)"),
    budgets=(
        "budget", "budgeten", "ram", "ramen", "ramar", "utfall", "utfallet", "prognos", "prognosen", "bokslut",
        "bokslutet", "plan", "planen", "anslag", "anslaget", "anslagen", "resultat", "resultatet", "omsättning",
        "omsättningen", "kostnader", "kostnaderna", "intäkter", "utgifter", "utbetalt", "utbetalat", "utbetalningar",
        "förbrukat", "upparbetat", "redovisat", "investeringar", "tilldelning", "fördelning", "ekonomi", "år",
        "åren", "perioden", "period", "ack", "ackumulerat", "verksamhetsåret", "budgetåret", "räkenskapsåret",
    ),
    units=_MONEY,
    large_units=(*SWEDISH.units_read, *SWEDISH.scales_read, *INTERNATIONAL_UNITS),
    prepositions=("i", "på", "av", "från", "till", "hos", "för", "med", "inom", "vid", "mellan", "om", "via", "kring"),
    counted=(
        *SWEDISH.shares_read, *_MONEY, "procentenheter", ":-", "nok", "dkk", "milj.", "norska", "danska", "svenska",
        "st", "st.",
        "stycken", "personer", "deltagare", "deltagande", "elever",
        "studenter", "ungdomar", "unga", "kvinnor", "män", "barn", "flickor", "pojkar", "vuxna", "äldre", "anställda",
        "medarbetare", "företag", "företagare", "arbetslösa", "individer", "invånare", "människor", "medborgare",
        "boende", "jobb", "arbeten", "platser", "arbetstillfällen", "varslade", "nyanlända", "utrikesfödda",
        "medlemmar", "besökare", "sökande", "ansökningar", "projekt", "kommuner", "föreningar", "organisationer",
        "hushåll", "lägenheter", "bostäder", "nya", "fler", "ytterligare", "timmar", "dagar", "veckor", "månader",
        "år", "gånger", "kvm", "m2", "m²", "km", "kilometer", "meter", "m", "mil", "hektar", "ha", "ton", "kg", "kwh",
        "mwh", "gwh", "sidor", "ord", "tecken", "poäng", "hp", "chefer", "lärare", "ledare", "handledare", "aktörer",
        "verksamheter", "arbetsplatser", "småföretag", "små", "långtidsarbetslösa", "flyktingar", "familjer",
        "patienter",
    ),
    numbering=(
        "§", "paragraf", "tfn", "nr", "nr.", "nummer", "dnr", "dnr.", "diarienr", "diarienummer", "sid", "sid.",
        "sidan", "s.", "artikel", "art.", "rum", "box", "förordning", "förordningen", "direktiv", "direktivet",
        "©", "copyright", "född", "födda", "(eu)", "(eg)", "eu", "tel", "tel.", "telefon", *_PERIOD_HEDGES, "totalt",
        "sammanlagt", "än", "plus", "minus", "id", "kod", "konto", "no", "no.",
    ),
)  # fmt: skip


# --- Words for durations

_DURATION_HEDGES = hedges_of(_HEDGES, HedgeReader.DURATIONS, LASTS_EARLIER, _LINKS)
_UPPER_ENDS = tuple(
    f"{joint} {word}"
    for joint in ("och", "men", "till")
    for word, hedge in _DURATION_HEDGES.before.items()
    if hedge is Hedge.AT_MOST and word.count(" ") < 2
)
_AMOUNTS = (*SWEDISH.currencies_read, *SWEDISH.scales_read, *SWEDISH.units_read, *SWEDISH.shares_read)

SWEDISH_DURATIONS = DurationWords(
    months=(
        *SWEDISH.month_units, "månaders", "månaden", "månaderna", "månadernas", "mån:s", "kalendermånaders", "months",
        "month",
    ),
    years=(*SWEDISH.year_units, "års", "åren", "årens", "years", "year"),
    fixed=MappingProxyType(
        {
            **SWEDISH.lengths_read, "ett halvårs": 6, "ett halvt års": 6, "halvårsperiod": 6, "halvårsperioden": 6,
            "halvårslång": 6, "halvårslångt": 6, "halvannat års": 18, "årslångt": 12, "årslång": 12, "årslånga": 12,
        }
    ),
    halves=("och ett halvt", "och en halv", "och ett halv", "½", "1/2"),
    month_compounds=("månaders", "månads"),
    year_compounds=("års",),
    year_adjectives=("årig", "årigt", "åriga"),
    other_compounds=(
        "arbet", "verk", "tjänst", "anställ", "jubile", "dag", "åld", "kurs", "klass", "gräns", "uppfölj", "kull",
        "bok", "ring", "fest", "fir", "bas", "pris", "skift", "kort", "lön", "barn", "unga", "grupp",
    ),
    between_units=("och", "samt", "plus"),
    range_words=(
        "till", "à", "upp till", "to", *_UPPER_ENDS,
    ),
    either_words=("eller", "alternativt"),
    list_words=("och", "respektive"),
    range_opens=SWEDISH.range_opens,
    fillers=("hela", "fulla"),
    ordinal_fillers=("första", "sista", "kommande", "närmaste", "senaste", "följande", "nästa", "nästkommande"),
    hedges=_DURATION_HEDGES,
    not_after=MappingProxyType(
        {
            "över": (
                *_AMOUNTS, "löper", "löpa", "löpte", "löpt", "sträcker sig", "sträcka sig", "sträckte sig",
                "sträckt sig", "fördelas", "fördelat", "fördelad", "fördelade", "fördelar", "fördela", "fördelning",
                "sprids", "sprida", "spridas", "spritt", "utspritt", "utspridd", "utspridda", "utslaget", "slås ut",
                "spänner", "spänna", "period", "perioden", "tid", "tiden", "projekt", "satsning", "satsningen",
                "insats", "budget", "räknat", "sett", "periodiseras", "periodiserat", "periodiserad", "genomsnitt",
            )
        }
    ),
    only_after=MappingProxyType(
        {
            "under": (
                Hedge.UNDER,
                (
                    "på", "i", "inom", "till", "med", "tar", "tog", "ta", "tagit", "kräver", "tid är", "tiden är",
                    "projekttid är", "projekttiden är", "löptid är", "löptiden är", "längd är", "längden är",
                    "tid blir", "tiden blir", "tiden var", "löptiden var", "tid på", "tiden kan vara",
                ),
            )
        }
    ),
    prepositions=frozenset(("över", "kring", "runt", "runt omkring", "omkring", "nära", "min", "vel", "upp mot")),
    ages_before=(
        "åldern", "åldrarna", "ålder", "ålder:", "åldersgruppen", "åldersgrupp", "åldersgrupperna", "åldersspannet",
        "fyllt", "fyller", "fyllda", "fyllde", "äldre än", "yngre än", "medelåldern", "medelålder", "medianåldern",
        "åldersgränsen", "firar", "firade", "barn under", "barn över", "barnen under", "barnen över", "unga under",
        "unga över", "ungdomar under", "ungdomar över",
    ),
    ages_after=(
        "gammal", "gamla", "gammalt", "ålder", "fyllda", "och äldre", "och uppåt", "och yngre", "eller äldre",
        "eller yngre", "och över", "unga", "åldern",
    ),
    people=(
        "ungdomar", "unga", "barn", "personer", "person", "kvinnor", "män", "elever", "deltagare", "vuxna",
        "individer", "arbetslösa", "invånare", "studenter", "flickor", "pojkar", "tjejer", "killar", "ungdom",
        "barnen", "ungdomarna", "människor", "befolkningen", "nyanlända", "arbetssökande", "medborgare", "äldre",
        "boende", "utrikesfödda", "långtidsarbetslösa", "ungdomarna", "deltagarna", "kvinnorna", "männen",
        "befolkning",
    ),
    age_links=(
        "mellan", "upp till", "från", "som är", "är", "minst", "högst", "äldre än", "yngre än", "i åldern", "som fyllt",
    ),
    lasting=(
        "i", "på", "inom", "de senaste", "de kommande", "de närmaste", "senaste", "kommande", "närmaste",
        "de följande", "pågå", "pågår", "pågått", "pågick", "löptid", "löptiden", "löptid på", "löper", "löper på",
        "löper över", "varar", "under en period på", "period på", "period om", "i över", "i mer än", "i närmare",
        "i drygt", "i cirka", "under de", "i snart", "i nästan", "i minst",
        "sträcker sig över", "sträckte sig över",
    ),
    points_before=("om", "vart", "vartannat"),
    points_after=(
        "sedan", "senare", "tidigare", "i rad", "dessförinnan", "därefter", "efteråt", "siden", "ago", "later",
    ),
    lengths=(
        "period", "perioden", "tid", "tidsperiod", "projekttid", "löptid", "förstudie", "projekt", "fas", "etapp",
        "avtal", "utbildning", "anställning", "förlängning", "insats", "satsning", "praktik", "kurs", "program",
        "uppdrag", "genomförandefas", "analysfas", "planeringsfas",
    ),
)  # fmt: skip

SWEDISH_PROSE = ProseWords(
    hedges=hedges_of(_HEDGES, HedgeReader.PROSE, SAID_EARLIER, _LINKS),
    scales_in_headings=MappingProxyType(
        {
            **dict.fromkeys(("tusental", "tusentals", "1000-tal", "1 000-tal"), THOUSAND),
            **dict.fromkeys(("miljontal", "miljontals"), MILLION),
        }
    ),
    between_unit=tuple(_BETWEEN_UNIT),
    in_unit="i",
    unit_prefixes=("eu", "esf", "eruf", "interreg", "skatte", "projekt", "stöd", "bidrags", "fond"),
    crown="kr",
    currency_stem="kron",
    currency_adjectives=MappingProxyType(
        {"svenska": "SEK", "svenske": "SEK", "norska": "NOK", "norske": "NOK", "danska": "DKK", "danske": "DKK"}
    ),
    counted=COUNTED,
    shares=SHARES,
    between=SWEDISH.range_opens,
    and_words=("och", "og"),
    conjoined=("och", "og", "samt", "eller", "respektive", "resp.", "resp", "men"),
    part_of="av",
    part_of_all=("totalt", "sammanlagt", "de", "dessa", "sökta", "beviljade", "budgeterade"),
    of_which=("varav", "därav"),
    of_which_verbs=("går", "gick", "kommer", "kom", "är", "var", "satsas", "avsätts", "tas", "söks", "betalas"),
    giving=frozenset("får fick beviljas beviljades beviljats söker sökte avsätter satsar tilldelas betalar".split()),
    money_after=when_used(
        rf"{BLANK}(?:i{BLANK}{any_of(_OF_FUNDS)}|från{BLANK}(?:eu|esf|interreg|leader|social|regional)[^\W\d_-]*)(?![^\W_])"
    ),
    money_nouns=frozenset((*_MONEY_NOUNS, *_MONEY_LABELS)),
    whole_crowns=("kronor", "kronorna", "kr"),
    goes_on=when_used(rf"{BLANK}{any_of(_GOING_ON)}(?![^\W_])"),
    in_other_money=when_used(r"(?<![^\W_])(?:motsvara|dvs|d\.v\.s|alltså|växelkurs|kurs)"),
    since=("från", "fra"),
    to=("till", "upp till", "til", "à", "á", "a"),
    changing=when_used(rf"(?<![^\W_])(?:{any_of(_CHANGES)}|(?:går|gått|gå|gick) )"),
    parties=tuple(_PARTIES),
    postal=("postnr", "postnr.", "postnr:", "postnummer", "postnummer:", "postadress", "adress", "sverige"),
    labels=frozenset(_LABELS),
    numbered=frozenset(_NUMBERED),
    label_endings=("mål", "område", "paket", "aktivitet", "gatan", "vägen", "gränd"),
    numbering=("nr", "nummer"),
    minus="minus",
    plus="plus",
    wrapped=frozenset((*SWEDISH_PERIODS.prepositions, *LINKS.finite, *_BEFORE)),
    periods=SWEDISH_PERIODS,
    durations=SWEDISH_DURATIONS,
    context=SWEDISH_CONTEXT,
)
