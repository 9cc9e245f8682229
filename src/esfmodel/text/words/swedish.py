"""The marks and words of Swedish.

Written as the Swedish language council advises: no-break space as thousands separator and before the unit, decimal
comma, a space before the per cent sign, the minus U+2212, `tkr`, `mnkr` and `mdkr` (`mkr` is read, never written).
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from esfmodel.text.words.hedges import (
    BLANK,
    EVERY_READER,
    Hedge,
    HedgeReader,
    HedgeWord,
    Links,
    Place,
    any_of,
    hedge_words,
    hedges_at,
    when_used,
)
from esfmodel.text.words.language import (
    BILLION,
    MILLION,
    NOTHING_ANYWHERE,
    SPACE,
    SPACES,
    THOUSAND,
    Language,
    ScaleWord,
)

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

# Norwegian and Danish words occur in the texts of the cross-border programmes, which mix the languages.
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


# --- Hedges

_STRICT_ALONE = frozenset({HedgeReader.STRICT})
_OF_TIME = frozenset({HedgeReader.DURATIONS, HedgeReader.STRICT})
_ANYWHERE = (Place.BEFORE, Place.END, Place.ADVERB)

_DENYING = ("inte", "ej", "aldrig", "icke", "ikke")
_MORE = (
    "mer än", "mera än", "fler än", "större än", "högre än", "över", "överstiga", "överstiger", "överskrida",
    "överskrider", "mer enn", "høyere enn", "over", "overstige", "overstiger", "overskride", "overskrider",
)  # fmt: skip
_LESS = (
    "mindre än", "färre än", "lägre än", "under", "understiga", "understiger", "underskrida", "underskrider",
    "mindre enn", "lavere enn",
)  # fmt: skip
_LONGER, _SHORTER = "längre än", "kortare än"
_FAR = ("långt", "betydligt", "väsentligt", "avsevärt", "klart", "mycket", "en bra bit", "en bit", "vida")
_CLOSE = ("strax", "lite", "litet", "något", "en aning", "aningen", "precis", "knappt", "litt")


def _each(modifiers: tuple[str, ...], comparisons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{modifier} {comparison}" for modifier in modifiers for comparison in comparisons)


def _denied(comparisons: tuple[str, ...]) -> tuple[str, ...]:
    verbs = tuple(verb for verb in comparisons if verb.endswith(("stiger", "skrider")))
    return (*_each(_DENYING, comparisons), *(f"{verb} {no}" for verb in verbs for no in ("inte", "ej")))


def _unbroken(*verbs: str) -> tuple[str, ...]:
    """Return what stands after a limit: "får inte överskridas"."""
    return _each(("får", "ska", "skall", "bör", "kan"), _each(_DENYING, verbs))


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
        readers=EVERY_READER - {HedgeReader.DURATIONS},
        why='"under tre år" is during three years; what makes it a bound is in `DurationWords.only_after`',
    ),
    *hedge_words(
        Hedge.AT_LEAST,
        (
            "allra minst", "åtminstone", "min", "min.", *_denied(_LESS),
        ),
    ),
    *hedge_words(Hedge.AT_LEAST, ("minst", "lägst"), *_ANYWHERE),
    *hedge_words(Hedge.AT_LEAST, ("som minst", "som lägst"), Place.AFTER, *_ANYWHERE),
    *hedge_words(
        Hedge.AT_LEAST,
        (
            "minimum", "minimal", "minimala", "minimibelopp", "minimibeloppet", "lägsta möjliga", "lägsta tillåtna",
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
        readers=EVERY_READER - {HedgeReader.DURATIONS},
        why='"tre år och uppåt" is an age',
    ),
    *hedge_words(
        Hedge.AT_MOST,
        (
            "allra högst", "upp till", "upptill", "max.", "maxtak", "takbelopp", "takbeloppet",
            "ett tak på", "tak på", "tak om", "på sin höjd", "i bästa fall", "opptil", "op til", "inntil", "høyst",
            "maks", "maksimalt", "taket på", "begränsat till", "begränsad till", "begränsas till", "maximerat till",
            "maximerad till", "maximeras till", *_denied(_MORE),
        ),
    ),
    *hedge_words(Hedge.AT_MOST, _unbroken("överskridas", "överstigas"), Place.AFTER),
    *hedge_words(Hedge.AT_LEAST, _unbroken("underskridas", "understigas"), Place.AFTER),
    *hedge_words(Hedge.AT_MOST, ("högst", "max"), *_ANYWHERE),
    *hedge_words(Hedge.AT_MOST, ("som högst", "som mest"), Place.AFTER, *_ANYWHERE),
    *hedge_words(Hedge.AT_MOST, ("maximalt",), *_ANYWHERE, Place.ADJECTIVE, Place.SUPERLATIVE),
    *hedge_words(
        Hedge.AT_MOST,
        (
            "maximum", "maximal", "maximala", "maksimal", "maksimale", "maxbelopp", "maxbeloppet", "högsta möjliga",
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
    # Words for time.
    *hedge_words(
        Hedge.OVER,
        (_LONGER, *_each((*_FAR, *_CLOSE), (_LONGER,))),
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(
        Hedge.UNDER,
        (_SHORTER, *_each((*_FAR, *_CLOSE), (_SHORTER,))),
        readers=_OF_TIME,
        why="an amount has no length",
    ),
    *hedge_words(Hedge.AT_LEAST, _denied((_SHORTER,)), readers=_OF_TIME, why="an amount has no length"),
    *hedge_words(Hedge.AT_MOST, _denied((_LONGER,)), readers=_OF_TIME, why="an amount has no length"),
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
    # Between "en" or "ett" and the unit: "en dryg miljon", "ett knappt år".
    *hedge_words(
        Hedge.OVER,
        ("dryg",),
        Place.WITHIN,
        near=True,
        readers=EVERY_READER - {HedgeReader.TABLES},
        why="the figures of a table have digits",
    ),
    *hedge_words(
        Hedge.OVER,
        ("god",),
        Place.WITHIN,
        near=True,
        readers=frozenset({HedgeReader.PROSE, HedgeReader.STRICT}),
        why='the figures of a table have digits, and "ett gott år" is a good one',
    ),
    *hedge_words(
        Hedge.UNDER,
        ("knapp",),
        Place.WITHIN,
        near=True,
        readers=EVERY_READER - {HedgeReader.TABLES},
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
        readers=frozenset({HedgeReader.TABLES, HedgeReader.STRICT}),
        why='in text it says whose money it is, or opens a range: "500 000 kronor från 3 kommuner"',
    ),
)  # fmt: skip

LINKS = Links(
    fillers=frozenset(
        ("totalt", "sammanlagt", "sammantaget", "tillsammans", "hela", "ytterligare", "endast", "bara")
    ),
    comparisons=frozenset((*_MORE, *_LESS, _LONGER, _SHORTER, "överstigande", "understigande")),
    prepositions=frozenset(("över", "over", "under")),
    than=frozenset(("än", "enn")),
    denying=frozenset(
        (
            *_DENYING, "utan", "varken", "knappast", "ingen", "inget", "inga", "ingenting", "omöjligt", "förbjudet",
            "ingalunda", "näppeligen",
        )
    ),
    no=frozenset(("ingen", "inget", "inga")),
    after_denying=frozenset(
        (
            "vara", "bli", "kosta", "få", "får", "fick", "kan", "ska", "skall", "bör", "kommer", "att", "utgöra",
            "söka", "söks", "uppgå", "uppgår", "till", "ligga", "i", "på", "med", "för", "under", "omfatta",
            "beviljas", "ge", "motsvara", "täcka", "pågå", "pågår", "pågått", "löpa", "ta", "varit", "något", "fall",
            "sammanlagt", "tillsammans", "totalt", "heller", "dock", "den", "det", "gå", "hamna", "landa", "nå",
            "stiga", "sjunka", "hållas", "måste", "lov", "om", "efter",
        )
    ),
    idle=frozenset(("bara", "endast", "enbart", "minst", "alla")),
    doubting=frozenset(("alltid", "nödvändigtvis", "säkert", "självklart", "ofta", "sällan")),
    barriers=frozenset(
        (
            "som", "att", "men", "och", "samt", "eller", "och/eller", "när", "om", "då", "eftersom", "medan", "trots",
            "vilket", "vilka", "där", "varav", "så", "innan", "sedan", "fast", "fastän", "medans",
        )
    ),
    joining=frozenset(("och", "eller", "samt", "och/eller")),
    infinitive=frozenset(("att",)),
    relative=frozenset(("som",)),
    without=frozenset(("utan",)),
    finite=frozenset(
        (
            "kan", "får", "fick", "ska", "skall", "skulle", "bör", "måste", "kommer", "kunde", "är", "var", "blir",
            "blev", "har", "hade", "kostar", "kostade", "betalar", "betalade", "omfattar", "uppgår", "uppgick",
            "utgör", "finansierar", "ger", "gav", "ges", "går", "söker", "sökte", "beviljas", "beviljades", "tilldelas",
            "behöver", "vill", "avser", "satsar", "står", "krävs", "gäller", "finns", "behövs",
        )
    ),
    ruling=frozenset(
        (
            "får", "ha", "få", "söka", "begära", "starta", "bevilja", "beviljar", "beviljas", "ge", "ger", "ges",
            "lämna", "lämnar", "lämnas", "betalas", "utgår", "finansiera", "finansierar", "finansieras", "stöder",
            "stödjer", "godkänns",
        )
    ),
    articles=frozenset(("de", "den", "det", "dessa", "hela")),
    neither=frozenset(("varken",)),
)  # fmt: skip

_WORD = r"(?:[^\W\d_]|-){1,30}"
_LIMIT, _LIMITING, _ENDMOST = (
    any_of(hedges_at(SWEDISH_HEDGES, HedgeReader.PROSE, place))
    for place in (Place.ADVERB, Place.ADJECTIVE, Place.SUPERLATIVE)
)
_LONG_LIMIT, _LONG_LIMITING = (
    any_of(hedges_at(SWEDISH_HEDGES, HedgeReader.DURATIONS, *places))
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
_IS = any_of(("är", "uppgår till", "uppgå till", "utgör", "utgöra", "vara", "blir", "er", "is"))
_LASTING = any_of(("pågå", "löpa", "vara", "fortgå", "gälla", "genomföras", "bedrivas", "sträcka sig"))
_LENGTH = r"[^\W\d_]{0,20}?(?:tid|tiden|period|perioden|längd|längden|löptid|löptiden|varaktighet|varaktigheten)"

# One group per alternative, so that the group that matched is the hedge. The counts of words are limited ({0,6}), since
# an unlimited one would let a match wander into another clause, and take quadratic time.
SAID_EARLIER = when_used(
    rf"(?<![^\W_])(?:"
    # "Som mest kan ett projekt få 5 miljoner kronor", "stödet kan som mest uppgå till 90 procent"
    rf"({_LIMIT}){BLANK}(?:{_ALLOWING}(?:{BLANK}{_WORD}){{0,6}}|{_REACHING}){BLANK}"
    # "Bidraget uppgår som mest till 90 procent"
    rf"|({_LIMIT}){BLANK}till{BLANK}"
    # "Det maximala stöd som kan beviljas uppgår till 40 procent", "maximal stödnivå: 50 %", "maximalt stöd om 5 mkr"
    rf"|({_LIMITING})(?:(?:{BLANK}{_WORD}){{0,9}}?{BLANK}{_IS}:?|(?:{BLANK}{_WORD}){{0,3}}(?::|{BLANK}(?:på|om))"
    rf"|{BLANK}{_WORD}){BLANK}"
    # "Högsta stöd är 500 000 kronor", but not "det högsta stödet, 5 miljoner kronor, går till"
    rf"|({_ENDMOST}){BLANK}{_SUBJECT}(?:{BLANK}som{BLANK}(?:kan|får){BLANK}{_WORD}|{BLANK}(?:per|för){BLANK}{_WORD})?"
    rf"(?:{BLANK}(?:{_IS}|på|om)|:)?{BLANK})\Z"
)
"""A hedge of an amount or a share earlier in the clause, with all words up to the figure."""

LASTS_EARLIER = when_used(
    rf"(?<![^\W_])(?:"
    # "Projektet kan som mest pågå i tre år", "som längst får projekten pågå tre år"
    rf"({_LONG_LIMIT}){BLANK}(?:(?:{_ALLOWING}|får)(?:{BLANK}{_WORD}){{0,3}}{BLANK})?{_LASTING}"
    rf"(?:{BLANK}(?:i|på|under|över))?{BLANK}"
    # "Projektet får pågå maximalt i tre år"
    rf"|({_LONG_LIMIT}){BLANK}(?:i|på|till){BLANK}"
    # "Maximal projekttid är 36 månader", "längsta projekttid: tre år"
    rf"|({_LONG_LIMITING}){BLANK}{_LENGTH}(?:{BLANK}(?:{_IS}|på|om)|:)?{BLANK})\Z"
)
"""A hedge of a duration earlier in the clause, with all words up to the figure."""

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
        {
            **dict.fromkeys(("halvannan", "halvannat", "halvannen", "halvtannat"), Fraction(3, 2)),
            "trekvarts": Fraction(3, 4),
        }
    ),
    one=("en", "ett"),
    decimal_word="komma",
    hundred="hundra",
    thousand="tusen",
    parts=MappingProxyType({"halv": Fraction(1, 2), "kvarts": Fraction(1, 4)}),
    half_of_all=("hälften", "halvparten"),
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
    fraction_plural="ar",
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
    year_parts=MappingProxyType(
        {
            "kvartalet": 3, "kvartal": 3, "kv": 3, "kv.": 3, "q": 3, "tertialet": 4, "tertial": 4, "t": 4,
            "halvåret": 6, "halvår": 6, "h": 6,
        }
    ),
    part_of_year=("av", "under", "år", "av år", "under år"),
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
