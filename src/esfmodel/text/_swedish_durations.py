"""The words by which Swedish prose states durations."""

from __future__ import annotations

from types import MappingProxyType

from esfmodel.text._duration_words import DurationWords
from esfmodel.text._hedges import Hedge, Reader, hedges_of
from esfmodel.text._swedish import SWEDISH
from esfmodel.text._swedish_hedges import LASTS_EARLIER, LINKS

_HEDGES = hedges_of(SWEDISH.hedges, Reader.DURATIONS, LASTS_EARLIER, LINKS)
_UPPER_ENDS = tuple(
    f"{joint} {word}"
    for joint in ("och", "men", "till")
    for word, hedge in _HEDGES.before.items()
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
        "till", "eller", "och", "à", "upp till", "alternativt", "respektive", "to", *_UPPER_ENDS,
    ),
    range_opens=SWEDISH.range_opens,
    fillers=("hela", "fulla"),
    ordinal_fillers=("första", "sista", "kommande", "närmaste", "senaste", "följande", "nästa", "nästkommande"),
    hedges=_HEDGES,
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
