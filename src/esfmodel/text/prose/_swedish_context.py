"""The words that tell of an amount or a share in Swedish text: for each of what, whose money, how far it has come.

English words are included where they occur in texts of Swedish projects and programmes.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel.text.prose._words import ContextWords
from esfmodel.text.prose.figures import Per
from esfmodel.text.words.hedges import BLANK, WORD_ENDS, Before, any_of, when_used
from esfmodel.text.words.labels import labels_of
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.format import LANGUAGES
from esfmodel.values.fund import FUND_NAMES, Fund

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEGINS = r"(?<![^\W_])"
_ENDS = r"(?![\w-])"
_WORD = r"[^\W\d_]{1,30}"


def _split(text: str) -> list[str]:
    """Return the words of a text; an underscore in them is a space."""
    return [word.replace("_", " ") for word in text.split()]


def _any(text: str) -> str:
    """Return the regular expression of one of the words."""
    return any_of(_split(text))


def _groups(patterns: dict[str, str]) -> str:
    return "|".join(rf"(?P<{name}>{pattern})" for name, pattern in patterns.items())


# --- For each of what

_COUNTED = {
    **dict.fromkeys("år helår kalenderår budgetår läsår projektår verksamhetsår året annum year".split(), Per.YEAR),
    **dict.fromkeys("mån månad månaden month".split(), Per.MONTH),
    **dict.fromkeys("vecka veckan week".split(), Per.WEEK),
    **dict.fromkeys("dag dagen dygn dygnet day".split(), Per.DAY),
    **dict.fromkeys("h tim timme timma timmen hour".split(), Per.HOUR),
    **dict.fromkeys("person individ participant".split(), Per.PARTICIPANT),
    **dict.fromkeys("part projektpart samverkanspart".split(), Per.PARTNER),
    "municipality": Per.MUNICIPALITY,
    "project": Per.PROJECT,
    **dict.fromkeys(
        (
            "st styck företag anställd medarbetare invånare plats enhet ansökan elev besök arbetstillfälle region län "
            "organisation förening sökande medlem hushåll kvartal halvår termin enterprise company unit"
        ).split(),
        Per.EACH,
    ),
}
_ENDINGS = {
    "deltagare": Per.PARTICIPANT, "kommun": Per.MUNICIPALITY, "projekt": Per.PROJECT, "partner": Per.PARTNER,
    "timme": Per.HOUR, "månad": Per.MONTH,
}  # fmt: skip
_NOT_COUNTED = """
    den det de dem automatik definition telefon post mail mejl brev sms cent mars april maj juni juli augusti januari
    februari september oktober november december kr kronor sek eur euro
""".split()
_EVERY = _any("per varje för_varje till_varje every for_each")
# An adjective may come first: "per arbetad timme".
_KNOWN = rf"(?:{any_of(_COUNTED)}|[^\W\d_]{{0,20}}{any_of(_ENDINGS)}){_ENDS}"
_ADJECTIVE = r"[^\W\d_]{1,20}(?:d|ell|iv|ig|sk|ny|hel|ande|ende)"
_UNIT = rf"(?:(?!{_KNOWN}){_ADJECTIVE}{BLANK}(?={_KNOWN}))?(?P<unit>{_WORD})(?!\w)"
_PAID = r"(?:kostnad|lön|pris|arvode|avgift|taxa|ersättning|hyra|summa|belopp)[^\W\d_]{0,4}"

_PER_AFTER = when_used(
    rf"(?:[ \n]?/[ ]?|(?:{BLANK}(?:i|från|av|till|for|in|from)(?:{BLANK}{_WORD}){{1,3}}?)?{BLANK}{_EVERY}{BLANK}"
    rf"|{BLANK}om{BLANK}(?={_any('året månaden veckan dagen dygnet')}{_ENDS})"
    rf"|{BLANK}i{BLANK}(?={_any('månaden timmen')}{_ENDS}(?!{BLANK}{any_of(SWEDISH.months)}))"
    rf"|{BLANK}an?{BLANK}(?={_any('year month week day hour')}{_ENDS})){_UNIT}"
    rf"|{BLANK}(?:(?P<YEAR>årligen|annually)|(?P<MONTH>månatligen|monthly)"
    rf"|(?P<EACH>var(?=\.)|{_any('vardera styck stycket each apiece')})){WORD_ENDS}"
)
_PER_BEFORE = when_used(
    rf"(?:/(?<=[^\W\d_]/)|{_BEGINS}(?:{_EVERY}{BLANK}|(?P<alone>)))(?(alone)"
    rf"(?:(?P<EACH>{_any('vardera var_och_en var_för_sig')}|styck{_PAID}|[àá](?={BLANK}\Z))"
    rf"|(?P<YEAR>årlig(?:en|a|t)?|års{_PAID}|annual)|(?P<MONTH>månads{_PAID}|månatlig(?:en|a|t)?|monthly)"
    rf"|(?P<WEEK>vecko{_PAID})|(?P<DAY>dags{_PAID})|(?P<HOUR>tim{_PAID}|hourly)){WORD_ENDS}|{_UNIT})"
)


# --- Nouns for money

_MONEY = (
    r"(?:stöd(?:et|en)?|bidrag(?:et|en)?|medel|medlen|pengar(?:na)?|finansiering(?:en)?|belopp(?:et)?"
    r"|(?:med|sam)finansiering(?:en)?|andel(?:en)?|del(?:en)?|insats(?:en)?|anslag(?:et)?)"
)
_GIVEN = r"(?:funding|funds|money|support|contribution|grants?|share|co-?(?:financing|funding))"
_OF_UNION = r"(?:eu|eruf|erdf|strukturfonds?|socialfonds?|regionalfonds?|landsbygdsfonds?|interreg|unions|eu-?fonds)"
_COSTS = r"(?:budget|kostnad|omslutning|finansiering)(?:en|er|erna)?"

_PARTIAL = """
    upparbetade godkända redovisade stödberättigande direkta indirekta faktiska övriga externa administrativa verkliga
    beräknade_återstående eligible direct indirect
"""

_OF_SOME = r"(?:offentlig|privat|nationell|statlig|regional|kommunal|egen|egna|extern|public|private|national)"
_LEFT = "(?:återstående|kvarvarande|resterande|outnyttja(?:d|t|de)|oförbruka(?:d|t|de)|remaining|unspent)"

_NOUNS = when_used(
    rf"{_BEGINS}(?:"
    + _groups(
        {
            "EU": rf"{_OF_UNION}-?{_MONEY}|(?:eu|erdf|esf|union){BLANK}{_GIVEN}",
            "ABROAD": r"norsk(?:a|t|e)?|norges|norwegian|ir-(?:medel|midler|medlen|midlene)",
            "STATE": (
                rf"statlig(?:a|t)?{BLANK}(?!stöd)(?:{_WORD}{BLANK})?{_MONEY}|stats(?:bidrag|anslag)(?:et|en)?"
                rf"|state{BLANK}{_GIVEN}"
            ),
            "OWN": (
                rf"(?:krav(?:et|en)?{BLANK}på{BLANK})?(?:eg(?:en|et|na){BLANK}(?:{_WORD}{BLANK})?{_MONEY}"
                r"|egen(?:insats|finansiering|medel|andel)(?:en)?|(?:själv|mot)finansiering(?:en)?"
                rf"|privat{BLANK}finansiering(?:en)?|medfinansiering(?:en)?|medfinansieringskrav(?:et)?"
                rf"|own{BLANK}{_GIVEN}|match(?:ed)?{BLANK}funding|co-?(?:funding|financing))"
            ),
            "TOTAL": (
                rf"total(?:a|t|en)?{BLANK}(?:(?!{_OF_SOME}){_WORD}{BLANK})?(?:projekt)?(?:{_COSTS}|projektomslutning(?:en)?|summa(?:n)?)"
                rf"|(?:total|projekt|budget){_COSTS}|{_COSTS.replace('|finansiering', '')}|slutsumma(?:n)?"
                rf"|utgifter(?:na)?|total{BLANK}(?:project{BLANK})?(?:budget|costs?)"
            ),
            "SUPPORT": (
                rf"(?:projekt|esf(?:\+|{BLANK}?plus)?-?|leader-?|grund)?(?:stöd|bidrag)(?:et|en)?"
                rf"|(?:esf(?:\+)?|leader)-?{_MONEY}|(?:stöd|bidrags)belopp(?:et)?|finansieringsstöd(?:et)?"
                r"|stöd(?:grad|nivå|andel|sats|procent|intensitet)(?:en|n)?|grants?|subsidy"
            ),
            "PART": rf"{_MONEY}|(?:med)?finansieringsgrad(?:en)?|contribution|funding|share",
            "OTHER": (
                rf"{_any(_PARTIAL)}{BLANK}kostnader(?:na)?|{_LEFT}{BLANK}(?:{_MONEY}|{_COSTS})|utlysning[^\W\d_]{{0,10}}|ram(?:en)?|pott(?:en)?"
                r"|lån(?:et|en)?|omsättning(?:en)?|skuld(?:en|er)?|programbudget(?:en)?|call|loans?"
            ),
        }
    )
    + rf"){_ENDS}"
)


# --- Those who pay

_FUND_LABELS = [name.lower() for language in LANGUAGES for name in labels_of(Fund)[language].values()]
_FUNDS = any_of({*FUND_NAMES, *_FUND_LABELS})
_UNION = (
    rf"eu(?::s)?(?:{BLANK}(?:struktur|social|regional|jordbruks|regionala{BLANK}utvecklings)fond(?:er|en|erna)?)?"
    rf"|eg:s|{_any('unionen europeiska_unionen european_union the_european_union')}"
    rf"|{_FUNDS}|eu:s{BLANK}{_FUNDS}|[^\W\d_]{{0,20}}strukturfond(?:en|er|erna)"
    r"|integrationsfonden|landsbygdsfonden|jordbruksfonden|interreg"
)
_STATES = "staten svenska_staten norska_staten finska_staten regeringen the_state"
_AGENCIES = "esf-rådet svenska_esf-rådet leader tillväxtverket jordbruksverket länsstyrelsen ntm-centralen"
_STATE, _AGENCY = _any(_STATES), _any(_AGENCIES)
_ENDS_OF_BODIES = """
    regionen kommunen regionerna kommunerna kommuner kommun stiftelsen föreningen parterna partnerna företagen
    finansiärerna finansiärer
"""
_OTHER_BODIES = """
    landstinget vinnova arbetsförmedlingen energimyndigheten naturvårdsverket trafikverket landskapet
    landskapsregeringen näringslivet fylkeskommunen fylkeskommunene ägarna universitetet högskolan the_municipality
    the_region the_partner the_partners
"""
_SOME_BODIES = "privata offentliga nationella lokala regionala"
_SOME = _any(_SOME_BODIES)
_BODIES = (
    rf"[^\W\d_]{{0,20}}{_any(_ENDS_OF_BODIES)}|{_any(_OTHER_BODIES)}"
    rf"|{_SOME}{BLANK}(?:{_SOME}{BLANK})?{_any('aktörer finansiärer företag källor organisationer myndigheter')}"
)
_REGION = rf"region{BLANK}{_WORD}(?:{BLANK}(?!och)[^\W\d_]{{3,30}})?"


_PAYERS = _groups({"EU": _UNION, "STATE": _STATE, "AGENCY": _AGENCY, "FUNDER": f"{_BODIES}|{_REGION}"})


_GENITIVES = when_used(
    rf"{_BEGINS}(?:"
    + _groups(
        {
            "EU": rf"eu:s|eg:s|eu's|(?:europeiska{BLANK})?unionens|(?:{_FUNDS})s|strukturfondernas",
            "STATE": "statens|regeringens",
            "AGENCY": rf"(?:{_AGENCY})s",
            "FUNDER": rf"(?:{_BODIES})s|region{BLANK}(?:{_WORD}{BLANK})?{_WORD}s",
        }
    )
    + rf")(?:{BLANK}{_WORD}){{0,2}}{BLANK}?\Z"
)

_GIVING = _split(
    """
    betalar betala betalade betalat finansierar finansiera finansierade finansierat medfinansierar medfinansiera
    medfinansierade medfinansierat bidrar_med bidra_med bidrog_med bidragit_med går_in_med gå_in_med gick_in_med
    ger ge gav gett
    står_för stå_för stod_för stått_för svarar_för svara_för täcker täcka täckte skjuter_till skjuta_till sköt_till
    delar_ut dela_ut delade_ut satsar satsa satsade satsat lägger lade beviljar bevilja beviljade beviljat avsätter
    avsatte avsatt bistår_med stöttar_med stöder_med anslår anslog pays contributes provides finances covers gives
    """
)
_ADVERBS = _any("kan ska skall har också även dessutom nu får will kommer_att then i_sin_tur")
_GIVEN_OBJECTS = _split(
    """
    projektet projekten projekt med ut in totalt sammanlagt hela nu också även vardera resterande ytterligare upp till
    the
    """
)
_OPENING = _any("nu då där här dessutom därutöver därtill samtidigt sedan totalt sammanlagt detta dessa kostnaden")
_GOVERNING = _any("med av för utan i genom till från på under efter om enligt än hos mot och samt with from of for in")
_SUMS = _split("totalt sammanlagt hela")
_APART = _any("till för på under vid hos att per inom över så men där när med mot som to for which")
_REST = (
    rf"(?:och|samt|medan|and){BLANK}{_any('resten återstoden resterande övrigt lika the_rest')}"
    rf"|av{BLANK}{_any('en ett den det de totalt sammanlagt')}"
)
_NAMED = rf"(?:(?!{_GOVERNING}{_ENDS}){_WORD}{BLANK}){{0,3}}?"
"""The words of a name or a description of a payer."""
_FINANCED = r"(?:med)?(?:finansiera|betala|bekosta|täck)[^\W\d_]{0,4}"

_GIVERS = (
    # "EU betalar", "EU:s interregpengar kan finansiera", "Region Värmland satsar totalt"
    Before(
        (*_GIVING, *_GIVEN_OBJECTS),
        rf"{_BEGINS}(?:{_PAYERS})(?:(?<=:s){BLANK}[^\W\d_]{{1,30}})?(?:{BLANK}{_ADVERBS}){{0,2}}{BLANK}{any_of(_GIVING)}"
        rf"(?:{BLANK}{any_of(_GIVEN_OBJECTS)}){{0,3}}{BLANK}\Z",
    ),
    # "Nu satsar ESF-rådet", "av detta betalar kommunen"
    when_used(rf"(?:\A|{_BEGINS}{_OPENING}){BLANK}?{any_of(_GIVING)}{BLANK}{_NAMED}(?:{_PAYERS}){BLANK}\Z"),
    # "finansieras av EU med"
    Before(
        ("med",),
        rf"{_BEGINS}{_FINANCED}(?:{BLANK}{_WORD}){{0,2}}{BLANK}av{BLANK}{_NAMED}(?:{_PAYERS}){BLANK}med{BLANK}\Z",
    ),
)

_LISTED = when_used(rf"{_BEGINS}finansi(?:ering|ärer)(?:en|na)?[ ]?:{BLANK}{_NAMED}(?:{_PAYERS}){BLANK}[(]?\Z")
_GRANTING = ("beviljar", "beviljade", "ger", "gav", "tilldelade")
_GRANTER = when_used(
    rf"{_BEGINS}(?:{_PAYERS})(?:{BLANK}{_ADVERBS})?{BLANK}(?:{'|'.join(_GRANTING)})"
    rf"(?:{BLANK}(?!(?:på|om|som|med|av|och|en|ett)(?![^\W_])){_WORD}){{0,4}}{BLANK}\Z"
)

_PROJECTS = r"(?:projekt|satsning|insats|förstudi|program|initiativ|bygge|ansökning|investering)"
_DEFINITE = rf"[^\W\d_]{{2,30}}(?:en|et|na){_ENDS}"
"""One who has a cost that is not all of it: "projektet kostar kommunen"."""
_SUBJECT = rf"{_BEGINS}(?<!i )(?<!inom )(?<!på )(?:[^\W\d_]{{0,20}}{_PROJECTS}|totalt|sammanlagt)"
_COST, _COMPRISE = "kost", "omsl"
_BEING = _split(
    """
    är var blir blev vara bli uppgår_till uppgick_till uppgå_till utgör utgjorde utgöra motsvarar motsvara omfattar
    ligger_på ligga_på beräknas_till beräknas_bli uppskattas_till is was amounts_to
    """
)
_MODAL = _any("kan ska skall får bör beräknas väntas kommer_att")
_MODIFIERS = _any(
    """
    beviljat beviljade sökt sökta utbetalt utbetalat godkänt begärt tilldelat preliminärt beräknad beräknat projektets
    varav därav samt och den det de nationella egna ytterligare maximalt därtill dessutom granted requested total totalt
    """
)

# --- How far it has come

_STAGES = {
    "APPLIED": r"sök(?:er|te|t|s|tes|ts|ta)|ansök(?:er|te|t|an|te)|begär(?:t|s|de|da|an)?|applied|requested",
    "GRANTED": r"bevilj(?:as|ade|ades|at|ats|ad|ar|a)|tilldela(?:s|des|ts|t|d|de|r)|granted|awarded",
    "PAID": rf"utbetal(?:t|ts|as|ades|da|at|ats)|betal(?:as|ades|ats|at|ar|ade){BLANK}ut|paid{BLANK}out|disbursed",
}
_STAGE = rf"(?:{_groups(_STAGES)}){_ENDS}"
_NOT_STAGED = _any(
    """
    kan får ska skall bör kunna möjlighet möjligt inte ej aldrig max maximalt högst minst föreslår föreslås föreslog
    föreslogs förslag förslaget ingen inget inga yrkar yrkade väntas hoppas may can must not
    """
)

_LIST_JOINTS = ("och", "samt", "men", "respektive", "and")
_DENYING = ("utan", "inte", "ej", "ingen", "inget", "inga")
_JOINING = ("och", "samt", "and")

# --- What tells that a pattern may match


def _longest_of_each(names: Iterable[str]) -> list[str]:
    """Return the longest word of each name, which cannot stand without it."""
    return [max(name.split(), key=len) for name in names]


_HELD = {
    "list_joint": (",", *_LIST_JOINTS),
    "of_which": ("varav", "därav", "which"),
    "per_after": _split(
        """
        / per var every each styck apiece årlig annually månatlig monthly året månaden veckan dagen dygnet timmen year
        month week day hour
        """
    ),
    "per_before": _split(
        "/ per var every each styck à á årlig års annual månad månatlig monthly vecko dags tim hourly"
    ),
    "nouns": _split(
        """
        stöd bidrag medel medlen pengar finansiering belopp del insats anslag fund money support contribution grant
        share financing norsk norges norwegian ir- budget cost kostnad omslutning summa utgifter subsidy utlysning ram
        pott lån omsättning skuld call loan
        """
    ),
    "payers": (
        *"eu eg:s union fond interreg region state".split(),
        *_longest_of_each((*FUND_NAMES, *_FUND_LABELS)),
        *_longest_of_each(_split(f"{_STATES} {_AGENCIES} {_ENDS_OF_BODIES} {_OTHER_BODIES} {_SOME_BODIES}")),
    ),
    "other_money": "kräv återbetal köp sälj sål lån hyr skuld avgift skatt ränta vite böter".split(),
    "granter": _GRANTING,
    "denied": _DENYING,
    "conjoined": _JOINING,
    "costs": (f"{_COST}a", _COMPRISE),
    "stages": "sök begär applied requested bevilj tilldela granted awarded betal paid disbursed".split(),
}

SWEDISH_CONTEXT = ContextWords(
    held=MappingProxyType(_HELD),
    list_joint=when_used(rf"[, \n](?:(?<=,)(?<!-,)|(?<={BLANK})(?<!-{BLANK}){any_of(_LIST_JOINTS)})(?={BLANK})"),
    of_which=when_used(rf"{_BEGINS}(?:varav|därav|of{BLANK}which){_ENDS}"),
    per_after=_PER_AFTER,
    per_before=_PER_BEFORE,
    counted=MappingProxyType(_COUNTED),
    counted_endings=MappingProxyType(_ENDINGS),
    not_counted=frozenset(_NOT_COUNTED),
    nouns=_NOUNS,
    total="total",
    payers=when_used(rf"{_BEGINS}(?:{_PAYERS}){_ENDS}"),
    genitives=_GENITIVES,
    source=when_used(rf"{_BEGINS}(?:från|av|ur|via|from){BLANK}"),
    after=when_used(
        rf"{BLANK}(?P<financed>(?:som{BLANK})?(?:{_any('är har ska kommer_att')}{BLANK})?{_FINANCED}"
        rf"(?:{BLANK}{_WORD})?{BLANK}av{BLANK})"
        rf"|{BLANK}(?P<from>(?:till(?:{BLANK}{_WORD}){{1,3}}?{BLANK}|(?:som{BLANK})?(?:har{BLANK})?"
        rf"(?:{_any('kommer kommit kom går söks beviljas ges tas comes come')}{BLANK}))?(?:från|ur|via|from){BLANK})"
        rf"|{BLANK}(?P<by>av{BLANK})"
        rf"|{BLANK}(?P<in>(?:(?:har{BLANK})?(?:{'|'.join(_STAGES.values())}){BLANK})?(?:i{BLANK}finansiering{BLANK}(?:med|genom)|i|in|som|as|of){BLANK})"
        r"| (?P<beside>)"
    ),
    phrase_end=when_used(rf"{BLANK}(?!som{BLANK}(?:{_WORD}{BLANK})?medfinansiering)(?:{_APART}|{_REST}){_ENDS}"),
    inclusive=when_used(
        rf"{BLANK}{_any('inklusive inräknat including')}{BLANK}(?:{_WORD}{BLANK}){{0,2}}medfinansiering"
    ),
    stands_for=when_used(
        rf"{BLANK}{_any('står stod svarar betalar finansierar')}{BLANK}(?:{_PAYERS})(?:{BLANK}för)?{_ENDS}"
    ),
    financed=when_used(rf"{_BEGINS}{_FINANCED}(?:{BLANK}{_WORD}){{0,2}}{BLANK}\Z"),
    next_payer=when_used(
        rf"{BLANK}?(?:av{BLANK})?{_NAMED}(?:{_PAYERS})"
        rf"(?:{BLANK}(?:med|för|{any_of(_GIVING)}))?{BLANK}?[(:]?{BLANK}?"
    ),
    givers=(*_GIVERS, _LISTED),
    granter=_GRANTER,
    recipient=when_used(rf"{_BEGINS}(?:till|åt|to){_ENDS}"),
    other_money=when_used(
        rf"{_BEGINS}(?:kräv[^\W\d_]{{0,3}}{BLANK}tillbaka|återkräv[^\W\d_]{{0,3}}|återbetal[^\W\d_]{{0,4}}"
        r"|köp(?:a|er|te|s|tes|t)?|sälj(?:a|er|s)?|sål(?:de|des|t|ts)|lån(?:a|ar|ade|at|et|en)?|hyr(?:a|an|s|de)?"
        rf"|[^\W\d_]{{0,15}}(?:skuld(?:en|er)?|avgift(?:en|er)?|skatt(?:en|er)?|ränta(?:n)?)|vite(?:t)?|böter){_ENDS}"
    ),
    denied=when_used(rf"{_BEGINS}{any_of(_DENYING)}{BLANK}\Z"),
    governed=when_used(rf"{_BEGINS}{_GOVERNING}(?:{BLANK}{_WORD}){{0,2}}{BLANK}?\Z"),
    costs=when_used(
        rf"{_SUBJECT}[^.,]{{0,60}}?(?:,{BLANK}som)?{BLANK}{_COST}(?:a|ar|ade|at)(?:{BLANK}(?!{_DEFINITE}){_WORD}){{0,2}}{BLANK}\Z"
        rf"|{_BEGINS}{_COMPRISE}(?:uter|öt)(?:{BLANK}{_WORD}){{0,2}}{BLANK}\Z"
    ),
    lone_payer=when_used(rf"[\W_]{{0,10}}(?:(?P<EU>{_UNION})|(?P<STATE>{_STATE}))"),
    conjoined=when_used(rf"{_BEGINS}{any_of(_JOINING)}{BLANK}(?:{_WORD}{BLANK})?\Z"),
    link=Before(
        (*"|:", "på", "om", "of", *_SUMS, *_BEING),
        # It begins with one class of characters, which `re` seeks much faster than several alternatives.
        rf"[ \n:|](?:(?P<colon>(?:(?<=[:|])|(?<=[ ])[:|]){BLANK}?)"
        rf"|(?<={BLANK})(?:(?P<of>(?:på|om|of){BLANK}(?:{any_of(_SUMS)}{BLANK})?)"
        rf"|(?P<verb>(?:{_MODAL}{BLANK})?{any_of(_BEING)}{BLANK}(?:{any_of(_SUMS)}{BLANK})?)))\Z",
    ),
    rest=when_used(rf"{BLANK}{_any('från av ur till för i inom per på hos som from for to of')}{_ENDS}"),
    from_rest=when_used(rf"{BLANK}{_any('från ur av from')}{_ENDS}"),
    cost_of_other=when_used(
        rf"{BLANK}{_any('för per av i for of')}{BLANK}"
        rf"(?!(?:{_WORD}{BLANK}){{0,2}}?[^\W\d_]{{0,20}}{_PROJECTS})"
    ),
    for_other=when_used(
        rf"{BLANK}för{BLANK}(?={_WORD})(?!att{_ENDS}|(?:{_WORD}{BLANK}){{0,2}}?"
        rf"(?:[^\W\d_]{{0,20}}{_PROJECTS}|{_any('år åren perioden tiden')}))"
    ),
    labelling=when_used(
        rf"(?:(?:\A|\n)[\W_]{{0,10}}(?:{_MODIFIERS}{BLANK}){{0,4}}"
        rf"|{_BEGINS}(?:är|var|blir|utgör){BLANK}(?:{_WORD}{BLANK}){{0,2}})(?:[^\W\d_:]{{1,20}}(?:s|:s){BLANK})?\Z"
    ),
    stages=when_used(
        rf"{_BEGINS}{_STAGE}(?=(?:{BLANK}(?!(?:och|som|men|att|samt|kost)){_WORD}(?:-{_WORD})?){{0,5}}:?{BLANK}?\Z)"
    ),
    stage_after=when_used(rf"(?:{BLANK}(?:som|har|hade|i|av)){{0,3}}{BLANK}{_STAGE}"),
    stage_beside=when_used(rf"{_BEGINS}{_STAGE}{BLANK}\Z"),
    not_staged=when_used(rf"{_BEGINS}{_NOT_STAGED}{_ENDS}"),
)
