"""The words by which Swedish prose states durations."""

from __future__ import annotations

from types import MappingProxyType

from esfmodel.text._duration_words import DurationWords

SWEDISH_DURATIONS = DurationWords(
    months=(
        "månad", "månader", "månaders", "månaden", "månaderna", "månadernas", "mån", "mån.", "mån:s", "kalendermånader",
        "kalendermånad", "kalendermånaders", "projektmånader", "months", "month", "måneder", "måned",
    ),
    years=(
        "år", "års", "åren", "årens", "helår", "kalenderår", "verksamhetsår", "projektår", "budgetår", "läsår", "years",
        "year",
    ),
    fixed=MappingProxyType(
        {
            "ett halvår": 6, "ett halvårs": 6, "ett halvt år": 6, "ett halvt års": 6, "halvårsperiod": 6,
            "halvårsperioden": 6, "halvårslång": 6, "halvårslångt": 6, "halvannat år": 18, "halvannat års": 18,
            "halvtannat år": 18, "årslångt": 12, "årslång": 12, "årslånga": 12,
            "ett decennium": 120, "ett årtionde": 120,
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
        "till", "eller", "och", "à", "upp till", "alternativt", "respektive", "to", "och högst", "och max",
        "och maximalt", "men högst", "och som mest", "till högst", "till max",
    ),
    range_opens=("mellan",),
    fillers=("hela", "fulla"),
    ordinal_fillers=("första", "sista", "kommande", "närmaste", "senaste", "följande", "nästa", "nästkommande"),
    at_least=("minst", "drygt", "mer än", "mera än", "lägst", "åtminstone", "minimum"),
    at_most=(
        "högst", "max", "max.", "maximalt", "som mest", "som längst", "längst", "upp till", "knappt", "närmare",
        "nästan", "upp emot", "uppemot", "maximum", "allra längst", "allra högst", "mindre än", "inte mer än",
    ),
    about=("ca", "ca.", "cirka", "c:a", "cirka:", "omkring", "runt", "ungefär", "kring", "uppskattningsvis"),
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
