"""The words that make a Swedish figure a bound or a guess: the one table of them, with where they stand and count.

The Norwegian words are those of the joint border programmes, whose pages mix the two languages.
"""

from __future__ import annotations

import re

from esfmodel.text._hedges import EVERY_READER, Hedge, HedgeWord, Links, Place, Reader, hedge_words, hedges_at
from esfmodel.text._patterns import BLANK, any_of

_STRICT_ALONE = frozenset({Reader.STRICT})
_OF_TIME = frozenset({Reader.DURATIONS, Reader.STRICT})
_ANYWHERE = (Place.BEFORE, Place.END, Place.ADVERB)

_DENYING = ("inte", "ej", "aldrig", "icke", "ikke")
_MORE = ("mer än", "mera än", "fler än", "större än", "högre än", "över", "överstiga", "överstiger", "överskrida",
         "överskrider", "mer enn", "over")  # fmt: skip
_LESS = ("mindre än", "färre än", "lägre än", "under", "understiga", "understiger", "underskrida", "underskrider",
         "mindre enn")  # fmt: skip
_FAR = ("långt", "betydligt", "väsentligt", "avsevärt", "klart", "mycket", "en bra bit", "en bit", "vida")
_CLOSE = ("strax", "lite", "litet", "något", "en aning", "aningen", "precis", "knappt", "litt")


def _each(modifiers: tuple[str, ...], comparisons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{modifier} {comparison}" for modifier in modifiers for comparison in comparisons)


def _denied(comparisons: tuple[str, ...]) -> tuple[str, ...]:
    verbs = tuple(verb for verb in comparisons if verb.endswith(("stiger", "skrider")))
    return (*_each(_DENYING, comparisons), *(f"{verb} {no}" for verb in verbs for no in ("inte", "ej")))


SWEDISH_HEDGES: tuple[HedgeWord, ...] = (
    *hedge_words(
        Hedge.OVER,
        (
            "drygt", "dryga", "lite drygt", "gott och väl", "väl över", "drøyt", "drøye", "vel", "i overkant av",
            "överstigande", "översteg", "överskridande", "överskred",
            *_MORE, *_each(_CLOSE, ("mer än", "mera än", "över", "over")),
        ),
        near=True,
    ),
    *hedge_words(Hedge.OVER, _each(_FAR, ("mer än", "mera än", "fler än", "högre än", "större än", "över"))),
    *hedge_words(
        Hedge.UNDER,
        (
            "närmare", "nära", "nästan", "näst intill", "nästintill", "knappt", "knappa", "inemot", "uppemot",
            "upp emot", "upp mot", "uppåt", "bortåt", "i det närmaste", "så gott som", "snudd på", "inte riktigt",
            "inte fullt", "inte ens", "understigande", "understeg", "knapt", "nesten", "nærmere",
            "snaut", "snaue", "i underkant av", *(less for less in _LESS if less != "under"),
            *_each(_CLOSE, ("mindre än", "under")),
        ),
        near=True,
    ),
    *hedge_words(Hedge.UNDER, _each(_FAR, ("mindre än", "färre än", "lägre än", "under"))),
    *hedge_words(
        Hedge.UNDER,
        ("under",),
        near=True,
        readers=EVERY_READER - {Reader.DURATIONS},
        why='"under tre år" is during three years; what makes it a bound is in `DurationWords.only_after`',
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        (
            "allra minst", "åtminstone", "minimum", "min", "min.", *_denied(_LESS),
        ),
    ),
    *hedge_words(Hedge.AT_LEAST, ("minst", "lägst"), *_ANYWHERE),
    *hedge_words(Hedge.AT_LEAST, ("som minst", "som lägst"), Place.AFTER, *_ANYWHERE),
    *hedge_words(
        Hedge.AT_LEAST,
        (
            "minimal", "minimala", "minimibelopp", "minimibeloppet", "lägsta möjliga", "lägsta tillåtna",
            "minsta möjliga", "minsta tillåtna",
        ),
        Place.BEFORE,
        Place.ADJECTIVE,
    ),
    *hedge_words(Hedge.AT_LEAST, ("minimalt",), Place.BEFORE, Place.ADJECTIVE, Place.SUPERLATIVE),
    *hedge_words(Hedge.AT_LEAST, ("lägsta", "minsta"), Place.BEFORE, Place.SUPERLATIVE),
    *hedge_words(
        Hedge.AT_LEAST,
        (
            "eller mer", "eller mera", "eller högre", "eller fler", "eller däröver", "eller över",
            "och mer", "och däröver",
        ),
        Place.AFTER,
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        ("och uppåt",),
        Place.AFTER,
        readers=EVERY_READER - {Reader.DURATIONS},
        why='"tre år och uppåt" is an age',
    ),
    *hedge_words(
        Hedge.AT_MOST,
        (
            "allra högst", "upp till", "upptill", "max.", "maximum", "maxtak", "takbelopp", "takbeloppet",
            "ett tak på", "tak på", "tak om", "på sin höjd", "i bästa fall", "opptil", "op til", "inntil", "høyst",
            "maks", "maksimalt", *_denied(_MORE),
        ),
    ),
    *hedge_words(Hedge.AT_MOST, ("högst", "max"), *_ANYWHERE),
    *hedge_words(Hedge.AT_MOST, ("som högst", "som mest"), Place.AFTER, *_ANYWHERE),
    *hedge_words(Hedge.AT_MOST, ("maximalt",), *_ANYWHERE, Place.ADJECTIVE, Place.SUPERLATIVE),
    *hedge_words(
        Hedge.AT_MOST,
        (
            "maximal", "maximala", "maksimal", "maksimale", "maxbelopp", "maxbeloppet", "högsta möjliga",
            "högsta tillåtna", "största möjliga",
        ),
        Place.BEFORE,
        Place.ADJECTIVE,
    ),
    *hedge_words(Hedge.AT_MOST, ("högsta", "största"), Place.BEFORE, Place.SUPERLATIVE),
    *hedge_words(
        Hedge.AT_MOST,
        ("eller mindre", "eller lägre", "eller färre", "eller därunder", "eller under", "och nedåt"),
        Place.AFTER,
    ),
    *hedge_words(
        Hedge.ABOUT,
        (
            "cirka", "circa", "ca", "ca.", "c:a", "omkring", "omkr", "omkr.", "runt", "runt omkring", "kring",
            "ung.", "ungefärligen", "uppskattningsvis", "i storleksordningen", "storleksordningen",
            "grovt räknat", "grovt sett", "plus minus", "omtrent", "om lag", "omlag", "rundt",
            "inte mycket mer än", "inte mycket mindre än", "inte mycket över", "inte mycket under",
        ),
        near=True,
    ),
    *hedge_words(Hedge.ABOUT, ("i runda tal", "i runda slängar"), Place.BEFORE, Place.AFTER, near=True),
    *hedge_words(Hedge.ABOUT, ("eller så", "eller däromkring"), Place.AFTER, near=True),
    *hedge_words(Hedge.ABOUT, ("ungefär",), Place.BEFORE, Place.END, near=True),
    # The words of time.
    *hedge_words(
        Hedge.OVER,
        ("längre än", *_each((*_FAR, *_CLOSE), ("längre än",))),
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.UNDER,
        ("kortare än", *_each((*_FAR, *_CLOSE), ("kortare än",))),
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(Hedge.AT_LEAST, _denied(("kortare än",)), readers=_OF_TIME, why="an amount has no length"),
    *hedge_words(Hedge.AT_MOST, _denied(("längre än",)), readers=_OF_TIME, why="an amount has no length"),
    *hedge_words(
        Hedge.AT_MOST,
        ("längst", "som längst", "allra längst"),
        *_ANYWHERE,
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        ("kortast", "som kortast", "allra kortast"),
        *_ANYWHERE,
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.AT_MOST,
        ("längsta",),
        Place.BEFORE,
        Place.SUPERLATIVE,
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        ("kortaste",),
        Place.BEFORE,
        Place.SUPERLATIVE,
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.AT_LEAST, ("eller längre",), Place.AFTER, readers=_OF_TIME, why="an amount has no length"
    ),
    *hedge_words(
        Hedge.AT_MOST, ("eller kortare",), Place.AFTER, readers=_OF_TIME, why="an amount has no length"
    ),
    # Between one and its unit: "en dryg miljon", "ett knappt år".
    *hedge_words(
        Hedge.OVER,
        ("dryg",),
        Place.WITHIN,
        near=True,
        readers=EVERY_READER - {Reader.TABLES},
        why="the figures of a table have digits",
    ),
    *hedge_words(
        Hedge.OVER,
        ("god",),
        Place.WITHIN,
        near=True,
        readers=frozenset({Reader.PROSE, Reader.STRICT}),
        why='the figures of a table have digits, and "ett gott år" is a good one',
    ),
    *hedge_words(
        Hedge.UNDER,
        ("knapp",),
        Place.WITHIN,
        near=True,
        readers=EVERY_READER - {Reader.TABLES},
        why="the figures of a table have digits",
    ),
    *hedge_words(
        Hedge.OVER,
        ("drygt",),
        Place.WITHIN,
        near=True,
        readers=_OF_TIME,
        why='no unit of money is neuter, as "ett drygt år" is',
    ),
    *hedge_words(
        Hedge.UNDER,
        ("knappt",),
        Place.WITHIN,
        near=True,
        readers=_OF_TIME,
        why='no unit of money is neuter, as "ett knappt år" is',
    ),
    *hedge_words(Hedge.ABOUT, ("~", "≈"), Place.SIGN, near=True),
    *hedge_words(Hedge.UNDER, ("<",), Place.SIGN, near=True),
    *hedge_words(Hedge.OVER, (">",), Place.SIGN, near=True),
    *hedge_words(Hedge.AT_MOST, ("≤", "<=", "=<"), Place.SIGN),
    *hedge_words(Hedge.AT_LEAST, ("≥", ">=", "=>"), Place.SIGN),
    *hedge_words(
        Hedge.ABOUT,
        ("±",),
        Place.SIGN,
        near=True,
        readers=_STRICT_ALONE,
        why="in text and tables it is a tolerance: how far something may stray",
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        ("från",),
        readers=frozenset({Reader.TABLES, Reader.STRICT}),
        why='in text it says whose money it is, or opens a range: "500 000 kronor från 3 kommuner"',
    ),
)  # fmt: skip

LINKS = Links(
    fillers=frozenset(
        ("totalt", "sammanlagt", "sammantaget", "tillsammans", "hela", "ytterligare", "endast", "bara")
    ),
    denial="inte",
    denying=frozenset((*_DENYING, "utan")),
    after_denying=frozenset(
        (
            "vara", "bli", "kosta", "få", "får", "fick", "kan", "ska", "skall", "bör", "kommer", "att", "utgöra",
            "söka", "söks", "uppgå", "uppgår", "till", "ligga", "i", "på", "med", "för", "under", "omfatta",
            "beviljas", "ge", "motsvara", "täcka", "pågå", "pågår", "pågått", "löpa", "ta", "varit", "något", "fall",
            "sammanlagt", "tillsammans", "totalt", "heller", "dock", "den", "det",
        )
    ),
)  # fmt: skip

_WORD = r"(?:[^\W\d_]|-){1,30}"
_LIMIT, _LIMITING, _ENDMOST = (
    any_of(hedges_at(SWEDISH_HEDGES, Reader.PROSE, place))
    for place in (Place.ADVERB, Place.ADJECTIVE, Place.SUPERLATIVE)
)
_LONG_LIMIT, _LONG_LIMITING = (
    any_of(hedges_at(SWEDISH_HEDGES, Reader.DURATIONS, *places))
    for places in ((Place.ADVERB,), (Place.ADJECTIVE, Place.SUPERLATIVE))
)
_ALLOWING = any_of(
    "kan får ska skall bör avses kommer beviljas beviljar utgår ges lämnas finansieras finansierar".split()
)
_REACHING = any_of(
    (
        "uppgå till", "uppgår till", "vara", "utgöra", "omfatta", "bli", "få", "beviljas", "finansieras med", "stå för",
        "täcka",
    )
)  # fmt: skip
_SUBJECT = (
    r"[^\W\d_]{0,20}?(?:stöd|belopp|bidrag|andel|nivå|medfinansiering|kostnad|ersättning|budget|summa|storlek"
    r"|omslutning)[^\W\d_]{0,20}"
)
_IS = any_of(("är", "uppgår till", "uppgå till", "utgör", "utgöra", "vara", "blir", "er"))
_LASTING = any_of(("pågå", "löpa", "vara", "fortgå", "gälla", "genomföras", "bedrivas", "sträcka sig"))
_LENGTH = r"[^\W\d_]{0,20}?(?:tid|tiden|period|perioden|längd|längden|löptid|löptiden|varaktighet|varaktigheten)"

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
"""What makes an amount or a share a bound from earlier in the clause."""

LASTS_EARLIER = re.compile(
    # "Projektet kan som mest pågå i tre år", "som längst får projekten pågå tre år"
    rf"(?<![^\W_])(?:({_LONG_LIMIT}){BLANK}(?:(?:{_ALLOWING}|får)(?:{BLANK}{_WORD}){{0,3}}{BLANK})?{_LASTING}"
    rf"(?:{BLANK}(?:i|på|under|över))?{BLANK}"
    # "Projektet får pågå maximalt i tre år"
    rf"|({_LONG_LIMIT}){BLANK}(?:i|på|till){BLANK}"
    # "Maximal projekttid är 36 månader", "längsta projekttid: tre år"
    rf"|({_LONG_LIMITING}){BLANK}{_LENGTH}(?:{BLANK}(?:{_IS}|på|om)|:)?{BLANK})\Z"
)
"""What makes a length of time a bound from earlier in the clause."""
