"""The words by which Swedish prose states periods, with the few of the neighbours that occur in it."""

from __future__ import annotations

from types import MappingProxyType

from esfmodel.text._hedges import Hedge, Place, Reader, hedges_at
from esfmodel.text._period_words import PeriodWords
from esfmodel.text._swedish import SWEDISH

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
"""Hedges that tell a time before a year, and no number: "kring 2020"."""
_BEFORE = hedges_at(SWEDISH.hedges, Reader.PROSE, Place.BEFORE)
_HEDGES = tuple(word for word in _BEFORE if word not in _OF_TIME)
_GUESSES = tuple(word for word, hedge in _BEFORE.items() if hedge is Hedge.ABOUT)
_MONEY_AND_SHARES = (*SWEDISH.shares_read, *SWEDISH.currencies_read, *SWEDISH.scales_read, *SWEDISH.units_read)

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
    of_year="års",
    ordinals=MappingProxyType(
        {
            "första": 1, "1:a": 1, "1:sta": 1, "1a": 1, "andra": 2, "2:a": 2, "2a": 2, "tredje": 3, "3:e": 3, "3e": 3,
            "fjärde": 4, "4:e": 4, "4e": 4, "sista": 0,
        }
    ),
    parts=MappingProxyType(
        {
            "kvartalet": 3, "kvartal": 3, "kv": 3, "kv.": 3, "q": 3, "kvartalets": 3,
            "tertialet": 4, "tertial": 4, "t": 4,
            "halvåret": 6, "halvår": 6, "halvan": 6, "hälften": 6, "h": 6,
        }
    ),
    part_of=("av", "under", "år", "av år", "under år"),
    article="den",
    day_endings=(":e", ":a", "."),
    clock=("kl", "kl.", "klockan"),
    starting=(
        "från och med", "från o med", "fr.o.m.", "fr.o.m", "fr o m", "from", "fom", "f.o.m.", "från", "fra",
        "fra og med", "sedan", "alltsedan", "med start", "med början", "tidigast", "starting", "since",
    ),
    after=("efter",),
    ending=(
        "till och med", "till o med", "t.o.m.", "t.o.m", "t o m", "tom", "tom.", "till", "fram till",
        "fram till och med", "fram t.o.m.", "intill", "innen", "in i", "in på", "ända till", "senast", "allra senast",
        "fram mot", "frem mot", "längst", "som längst till", "til", "til og med", "to", "until", "through",
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
        "månadsskiftet", "halvårsskiftet", "år", "året", "åren", "kalenderåret", "budgetåret", "måndag", "tisdag",
        "onsdag", "torsdag", "fredag", "lördag", "söndag", "måndagen", "tisdagen", "onsdagen", "torsdagen",
        "fredagen", "lördagen", "söndagen", "som längst", "längst", "som senast", "senast", "allra senast", "början",
    ),
    starts=(
        "start", "starten", "starta", "startar", "startas", "startade", "startades", "startat", "startats",
        "uppstart", "startdatum", "startår", "startdag", "startmånad", "projektstart", "projektstarten",
        "startskottet", "startskott", "inleds", "inleder", "inledas", "inleddes", "inledde", "inletts", "påbörja",
        "påbörjas", "påbörjar", "påbörjades", "påbörjade", "påbörjats", "börja", "börjar", "började", "börjat",
        "öppnar", "öppnas", "öppnade", "öppnades", "lanseras", "lanserades", "igång", "i gång", "i kraft",
        "träder i kraft", "sjösätts", "sjösattes", "starts", "started", "tillträder", "gäller från", "bildades",
        "grundades", "starter", "startet", "begynner", "begynte",
    ),
    ends=(
        "avslut", "avslutet", "avsluta", "avslutas", "avslutades", "avslutats", "avslutad", "avslutat", "avslutning",
        "avslutningen", "slut", "slutet", "slutar", "slutade", "slutat", "slutdatum", "slutdatumet", "slutår",
        "slutdag", "sluttid", "slutförs", "slutfördes", "slutföra", "slutföras", "slutförts", "slutfört", "slutförd",
        "projektslut", "projektslutet", "projektavslut", "projektavslutet", "upphör", "upphöra", "upphörde",
        "löper ut", "löpte ut", "gick ut", "går ut", "gå ut", "löpa ut", "stängd", "stängt", "stänger", "stängs",
        "stängde", "stängdes", "stänga", "klar", "klart", "klara", "färdig", "färdigt", "färdiga", "färdigställs",
        "färdigställas", "färdigställt", "färdigställd", "färdigställdes", "i bruk", "i mål", "i hamn", "deadline",
        "sista", "sista dag", "senast", "slutdatum är", "ends", "ended",
        "avsluttes", "avsluttet", "avsluttast", "avslutta",
    ),
    neither=(
        "uppdaterad", "uppdaterat", "uppdaterades", "ändrad", "ändrat", "reviderad", "reviderat", "granskad",
        "publicerad", "publicerat", "beslutad", "beviljad", "beslutade", "beviljade", "beviljades", "natten till",
    ),
    onward=("och framåt", "och framöver", "och senare", "och därefter", "onwards", "och vidare"),
    moves=(
        "förläng", "förlängs", "förlängdes", "förlängts", "förlänga", "förlängas", "förlängt", "förlängd", "flytta",
        "flyttas", "flyttades", "flyttats", "senarelägga", "senareläggs", "senarelades", "senarelagts", "tidigareläggs",
        "tidigarelades", "skjuts", "sköts", "skjutits", "ändras", "ändrades", "ändrats", "förlängning", "förlängningen",
    ),
    lasting=(
        "pågår", "pågå", "pågick", "löper", "löpa", "löpte", "gäller", "gälla", "gällde", "varar", "vara", "varade",
        "sträcker sig", "sträckte sig", "fortsätter", "fortsätta", "fortsatte", "fortgår",
    ),
    barriers=(
        "som", "att", "och", "men", "samt", "när", "där", "vilket", "eller", "varefter", "medan", "för att", "innan",
    ),
    auxiliaries=(
        "ska", "skall", "kommer", "att", "har", "hade", "skulle", "är", "var", "blev", "beräknas", "väntas",
        "planeras", "så", "kan", "vara", "måste", "bör", "får", "ha", "bli", "blir", "förväntas", "planerades",
        "beräknades", "därefter", "sedan", "då",
    ),
    throughout=("under", "för", "hela"),
    names=(
        "strategin", "utvecklingsstrategi", "utvecklingsstrategin", "målen", "visionen", "målbilden",
        "agenda", "europa", "europe", "vision", "horisont", "horizon", "mål", "eu", "målbild", "strategi", "framtid",
        "energi", "klimat", "plan", "interreg", "rus",
    ),
    prepositions=("i", "på", "av", "från", "till", "hos", "för", "med", "inom", "vid", "mellan", "om", "via", "kring"),
    counted=(
        *_MONEY_AND_SHARES, "procentenheter", ":-", "nok", "dkk", "milj.", "norska", "danska", "svenska", "st", "st.",
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
        "(eu)", "(eg)", "eu", "tel", "tel.", "telefon", *_HEDGES, "totalt",
        "sammanlagt", "än", "plus", "minus", "id", "kod", "konto", "no", "no.",
    ),
)  # fmt: skip
