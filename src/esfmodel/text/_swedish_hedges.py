"""The words that make a Swedish figure a bound or a guess.

The Norwegian words are those of the joint border programmes, whose pages mix the two languages.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.text._hedges import Hedge
from esfmodel.text._patterns import BLANK, any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = {
    Hedge.OVER: (
        "över", "drygt", "dryga", "lite drygt", "mer än", "mera än", "något mer än", "lite mer än", "fler än",
        "större än", "högre än", "gott och väl", "väl över", "strax över", "lite över", "något över", "en bit över",
        "långt över", "klart över", "överstiger", "överstigande", "översteg", "överskrider", "överskridande",
        "drøyt", "drøye", "over", "vel", "mer enn", "i overkant av", "litt over",
    ),
    Hedge.AT_LEAST: (
        "minst", "allra minst", "som minst", "åtminstone", "lägst", "som lägst", "minimum", "minimalt", "minimal",
        "minimala", "min", "min.", "lägsta", "minsta", "lägsta möjliga", "lägsta tillåtna", "minsta möjliga",
        "minsta tillåtna", "minimibelopp", "minimibeloppet", "inte mindre än", "ej mindre än", "inte lägre än",
        "inte under", "ej under", "inte understiga", "inte understiger", "understiger inte", "ej understiga",
        "eller mer", "eller mera", "eller högre", "eller däröver", "och uppåt", "och mer", "och däröver",
    ),
    Hedge.UNDER: (
        "under", "närmare", "nära", "nästan", "näst intill", "nästintill", "knappt", "knappa", "mindre än",
        "färre än", "lägre än", "strax under", "lite under", "något under", "en bit under", "långt under",
        "klart under", "inemot", "uppemot", "upp emot", "upp mot", "uppåt", "bortåt", "i det närmaste",
        "så gott som", "snudd på", "inte riktigt", "inte fullt", "inte ens", "understiger", "understigande",
        "understeg", "knapt", "nesten", "nærmere", "mindre enn", "snaut", "snaue", "i underkant av", "litt under",
    ),
    Hedge.AT_MOST: (
        "högst", "allra högst", "som högst", "som mest", "upp till", "upptill", "max", "max.", "maximalt", "maximal",
        "maximala", "maximum", "maxbelopp", "maxbeloppet", "maxtak", "takbelopp", "takbeloppet", "ett tak på", "tak på",
        "tak om", "högsta", "största", "högsta möjliga", "högsta tillåtna", "största möjliga", "inte mer än",
        "ej mer än", "inte högre än", "inte större än", "inte över", "ej över", "inte överstiga",
        "ej överstiga", "inte överstiger", "överstiger inte", "överstiger ej", "inte överskrida", "eller mindre",
        "eller lägre", "eller därunder", "och nedåt", "opptil", "op til", "inntil", "høyst", "maks", "maksimal",
        "maksimale", "maksimalt",
    ),
    Hedge.ABOUT: (
        "cirka", "circa", "ca", "ca.", "c:a", "omkring", "omkr", "omkr.", "runt", "runt omkring", "kring", "ungefär",
        "ung.", "ungefärligen", "uppskattningsvis", "i storleksordningen", "storleksordningen", "i runda tal",
        "i runda slängar", "grovt räknat", "plus minus", "eller så", "omtrent", "om lag", "omlag", "rundt",
    ),
}  # fmt: skip

_COMPARED = {Hedge.AT_LEAST: ("mindre än", "lägre än", "under"), Hedge.AT_MOST: ("mer än", "högre än", "över")}
_DENIED = {
    f"inte {verb} {comparison}": hedge
    for verb in ("vara", "bli", "kosta", "få", "utgöra", "söka", "uppgå till", "ligga")
    for hedge, comparisons in _COMPARED.items()
    for comparison in comparisons
}

HEDGES: Mapping[str, Hedge] = MappingProxyType(
    {word: hedge for hedge, words in _WORDS.items() for word in words} | _DENIED
)

HEDGING_SIGNS: Mapping[str, Hedge] = MappingProxyType(
    {"~": Hedge.ABOUT, "≈": Hedge.ABOUT, "<": Hedge.UNDER, ">": Hedge.OVER, "≤": Hedge.AT_MOST, "≥": Hedge.AT_LEAST}
)

HEDGING_ADJECTIVES: Mapping[str, Hedge] = MappingProxyType(
    {"dryg": Hedge.OVER, "god": Hedge.OVER, "knapp": Hedge.UNDER}
)

FILLERS = frozenset(("totalt", "sammanlagt", "sammantaget", "tillsammans", "hela", "ytterligare", "endast", "bara"))

_AFTER = (
    "eller mer", "eller mera", "eller högre", "eller däröver", "och uppåt", "och mer", "och däröver", "eller mindre",
    "eller lägre", "eller därunder", "och nedåt", "som mest", "som högst", "som minst", "som lägst", "i runda tal",
    "i runda slängar", "eller så",
)  # fmt: skip
HEDGES_AFTER = re.compile(rf"{BLANK}({any_of(_AFTER)})(?![^\W_])")

_WORD = r"(?:[^\W\d_]|-){1,30}"
_LIMIT = any_of(("som mest", "som högst", "högst", "maximalt", "max", "som minst", "som lägst", "minst", "lägst"))
_ALLOWING = any_of(
    "kan får ska skall bör avses kommer beviljas beviljar utgår ges lämnas finansieras finansierar".split()
)
_REACHING = any_of(
    (
        "uppgå till", "uppgår till", "vara", "utgöra", "omfatta", "bli", "få", "beviljas", "finansieras med", "stå för",
        "täcka",
    )
)  # fmt: skip
_LIMITING = any_of(
    (
        "maximal", "maximala", "maximalt", "maksimal", "maksimale", "minimal", "minimala", "minimalt", "maxbelopp",
        "maxbeloppet", "minimibelopp", "minimibeloppet", "högsta möjliga", "högsta tillåtna", "lägsta möjliga",
        "lägsta tillåtna", "minsta möjliga", "minsta tillåtna",
    )
)  # fmt: skip
_ENDMOST = any_of(("högsta", "största", "maximalt", "lägsta", "minsta", "minimalt"))
_SUBJECT = (
    r"[^\W\d_]{0,20}?(?:stöd|belopp|bidrag|andel|nivå|medfinansiering|kostnad|ersättning|budget|summa|storlek"
    r"|omslutning)[^\W\d_]{0,20}"
)
_IS = any_of(("är", "uppgår till", "uppgå till", "utgör", "utgöra", "vara", "blir", "er"))

SAID_EARLIER = re.compile(
    # "Som mest kan ett projekt få 5 miljoner kronor", "stödet kan som mest uppgå till 90 procent"
    rf"(?<![^\W_])(?:({_LIMIT}){BLANK}(?:{_ALLOWING}(?:{BLANK}{_WORD}){{0,6}}|{_REACHING}){BLANK}"
    # "Bidraget uppgår som mest till 90 procent"
    rf"|({_LIMIT}){BLANK}till{BLANK}"
    # "Det maximala stöd som kan beviljas uppgår till 40 procent", "maximal stödnivå: 50 %", "maximalt stöd om 5 mkr"
    rf"|({_LIMITING})(?:(?:{BLANK}{_WORD}){{0,9}}?{BLANK}{_IS}:?|(?:{BLANK}{_WORD}){{0,3}}(?::|{BLANK}(?:på|om))"
    rf"|{BLANK}{_WORD}){BLANK}"
    # "Högsta stöd är 500 000 kronor", but not "det högsta stödet, 5 miljoner kronor, går till"
    rf"|({_ENDMOST}){BLANK}{_SUBJECT}(?:{BLANK}som{BLANK}(?:kan|får){BLANK}{_WORD}|{BLANK}(?:per|för){BLANK}{_WORD})?"
    rf"(?:{BLANK}(?:{_IS}|på|om)|:)?{BLANK})\Z"
)
