"""The words of Swedish announcements of projects: news, pages of projects and notices of decisions.

Patterns are of text as it is printed; what may be in either case says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from esfmodel.text.words.hedges import any_of


def _any(words: str) -> str:
    """Return the regular expression of one of the words; commas stand between them."""
    return any_of(word.strip() for word in words.replace("\n", " ").split(","))


def _pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern in which a space stands for a space or a line break, except in a class of characters."""
    return re.compile(_PARTS.sub(lambda found: "[ \\n]" if found[0] == " " else found[0], text), flags)


_PARTS = re.compile(r"\\.|\[(?:\\.|[^\]])*\]| ", re.DOTALL)

# --- What is about the page and not about a project

_MONTHS = _any(
    "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december, jan, feb, mar, "
    "apr, jun, jul, aug, sep, sept, okt, nov, dec"
)
_DAY = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} {_MONTHS}\.?,? \d{{4}}|{_MONTHS}\.? \d{{1,2}}, \d{{4}})"
_CLOCK = r"(?:,? (?:kl\.? )?\d{1,2}[:.]\d{2}(?: CES?T)?)?"

ABOUT_THE_PAGE: Final = _pattern(
    rf"(?:(?:gå|hoppa|skip) (?:direkt )?(?:till|to)\b.{{0,40}}|.{{0,60}}\bno comments|by .{{0,60}}"
    rf"|(?:artikeln )?(?:publicerad?e?s?|publicerat|uppdaterad|senast (?:uppdaterad|ändrad|granskad)|skapad|ändrad"
    rf"|sidansvarig|sidan (?:uppdaterad|publicerad)e?s?|granskad|nyhet|pressmeddelande|skriven)\b.{{0,80}}"
    rf"|(?:nyheter|startsida|hem|aktuellt|meny|start){{1,4}}|.*▾.*|(?:top|bottom) of page|save this.*|"
    rf" *word +png.*|storlek:.*|transkript|starta visningen.*|[^|]{{0,30}}(?: [|] [^|]{{1,30}}){{2,9}}|"
    rf"{_DAY}{_CLOCK}|(?:nyheter?|pressmeddelanden?)?[ •|]{{0,9}}{_DAY}{_CLOCK}"
    rf"|(?:dela|skriv ut|tipsa|lyssna|läs upp|meny|sök|stäng|annons(?:er)?|arkivbild|startsida|hem|kontakt)\b"
    rf"(?: (?:på|det här|sidan|artikeln|inlägget|med)\b.{{0,40}})?:?"
    rf"|(?:läs (?:mer|också|även)|se även|taggar|etiketter|kategorier?|ämnen?|dela|foto(?:graf)?|bild(?:text)?|källa"
    rf"|text|skribent|författare|av)\b:.{{0,200}}|läs mer\b.{{0,60}}|så jobbar vi\b.{{0,60}}"
    rf"|(?:facebook|twitter|linkedin|instagram|e-post|x)(?:[ ,|/]{{0,3}}(?:facebook|twitter|linkedin|e-post|"
    rf"x)){{0,5}}"
    rf"|you must be.{{0,80}}|©.{{0,200}}|copyright.{{0,200}}|.{{0,200}}\b(?:cookies?|kakor)\b.{{0,400}}"
    rf"|till toppen|tillbaka(?: till\b.{{0,40}})?|[^\n]{{0,60}}(?: / [^\n/]{{1,60}}){{2,9}}"
    rf"|[^\n>›]{{0,60}}(?: [>›»] ?[^\n>›]{{1,60}}){{1,9}})",
    re.IGNORECASE,
)
"""Lines about the page: menus, days of publishing, ways to share it, pictures, other pages."""

OTHER_NEWS: Final = _pattern(
    r"(?:relaterade?|liknande|fler|andra|senaste|mer|aktuella) (?:nyheter|artiklar|aktuellt|pressmeddelanden|"
    r"innehåll|"
    r"inlägg|länkar|projekt)\b.{0,40}|(?:relaterat|läs också|läs även|mer om ämnet|kommentarer):?"
    r"|(?:lämna|skriv) en kommentar.{0,40}",
    re.IGNORECASE,
)
"""Headings after which a page has only links to other pages."""

CONTACTS: Final = _pattern(
    r"(?:(?:press)?kontakt(?:person(?:er)?|uppgifter|a(?: oss)?)?|vid frågor|har du frågor|frågor|"
    r"för mer information|mer information|ytterligare information|projektledare|"
    r"projektledning)\b[^\n]{0,40}[:?]?\s*\Z",
    re.IGNORECASE,
)
"""Headings of the people to ask."""

CONTACT: Final = _pattern(
    r"\S@\S+\.\w|\b(?:tel(?:efon)?|mobil|växel)\b\.?:? *[+0-9]|(?:\A|[ ,])0\d{1,3}[ -]?\d{2,3}(?:[ -]?\d{2}){1,3}\Z",
    re.IGNORECASE,
)
"""Addresses and numbers of people to ask."""

SHORTENED: Final = _pattern(
    r"(?:\b(?:[Bb]l\.a|[Tt]\.ex|d\.v\.s|dvs|f\.d|s\.k|p\.g\.a|ev|[Cc]a|c:a|nr|kl|[Ss]t|[Dd]r|prof|resp|inkl|"
    r"exkl|max|min|"
    r"ung|tel|jan|feb|apr|aug|sept|okt|nov|dec)|\b[A-ZÅÄÖ])\.\Z"
)
"""What a full stop belongs to that ends no sentence."""

# --- Labels that only such pages have; others are known from registers and lists


def _labels(words: Mapping[str, str]) -> Mapping[str, str]:
    found = {label: meaning for meaning, labels in words.items() for label in labels.split(",")}
    return MappingProxyType({"".join(filter(str.isalnum, each.casefold())): meaning for each, meaning in found.items()})


LABELS: Final = _labels(
    {
        "owner": "svensk projektägare, projektägare sverige, svensk samordnande projektägare, ägare, ansvarig organisation, "
        "projektansvarig, projektanordnare, bidragsmottagare, stödmottagande organisation, drivs av, ägs av, "
        "samordnande projektägare, huvudprojektägare, samordnare, huvudsökande, projektägande organisation",
        "partner": "samarbetspartner, samarbetspartners, projektpartner, partner, partners, medsökande, norsk projektägare, finsk projektägare, dansk projektägare, norsk partner, finsk partner, projektpartners, "
        "samarbetsparter, samverkansparter, samverkanspartner, samverkanspartners, samverkande parter, medverkande, "
        "medverkande parter, medverkande organisationer, deltagande parter, deltagande organisationer, deltagande "
        "aktörer, parter, parter i projektet, partner i projektet, partners i projektet, projektparter, övriga parter, "
        "deltagande kommuner, medverkande kommuner, deltagare i projektet, samarbete, samarbetar med, i samarbete med, "
        "i samverkan med, tillsammans med, projektets parter, projektets partners, samverkan",
        "funder": "finansiering, finansiär, finansiärer, medfinansiär, medfinansiärer, finansieras av, medfinansieras av, finansierat av, finansiärer är, medfinansiering från, "
        "projektet finansieras av, projektets finansiärer, övriga finansiärer, övrig finansiering, medfinansiering av",
        "period": "pågår, tidplan, tidsplan, tid, projektet pågår, när, projektlängd och tid, genomförandetid, löptid",
        "duration": "varaktighet, projektets längd, projektlängd, längd",
        "planned participants": "antal deltagare, planerat antal deltagare, deltagare",
        "total cost": "budget, omfattning, budget för projektet, projektets omslutning, omslutning, kostnad, total omslutning",
        "name": "projektets namn, projektnamn, namn på projektet, projekttitel",
        "project number": "projektnummer, projektid, projekt id, ärendenummer, ärendeid, diarienr",
        "fund": "fond, eu fond, stödform",
        "programme": "program, stödprogram, leaderområde",
        "known, but without a field": "målgrupp, syfte, mål, projektmål, målsättning, bakgrund, kontakt, kontaktperson, "
        "projektledare, geografiskt område, resultat, aktiviteter, webbplats, hemsida, mer information, insatser, "
        "status, tema, prioriteringar, målgrupper",
    }
)
"""The labels of pages by their letters, with the meaning that `Meaning` gives them."""


# --- Which project a page tells of

_OF_PROJECT = (
    r"(?:[\w-]{0,40}?(?:projekt(?:et|ets)?|satsning(?:en|ens)?|initiativ(?:et)?|förstudie[nr]?|insats(?:en)?)|"
    r"studien)"
)
PROJECT: Final = rf"\b{_OF_PROJECT}\b"
"""A noun for a project, in small letters; it may be a compound: "ESF-projektet"."""

CALLED: Final = _pattern(
    rf"(?:(?i:{PROJECT})|\bproject\b)"
    r"(?:,? (?i:(?:som )?(?:heter|kallas|kallat|kallad|har fått namnet|fått namnet|med namnet|under namnet|"
    r"går under namnet|är döpt till) )"
    r"|, (?=(?P<inset>[^\W\d_a-zåäö][^,\n]{1,80}), (?:som|är|har|får|fick|ska|drivs|drevs|pågår|syftar|vilket|"
    r"där|ett|en)\b)"
    r"|(?:(?<=projekt):)? )(?P<open>[”\"“»«’‘]|'{1,2}|)(?=[^\W_a-zåäö]|#|(?<=[”\"“»«'’‘])\w)"
)
"""What stands before the name of a project: "projektet", "projektet heter"."""

IS_A_PROJECT: Final = _pattern(
    r" (?:är|var|blir) (?:namnet på )?(?:ett|en|det) (?:[\wåäö-]{1,30} ){0,4}?"
    r"[\w-]{0,40}?(?:projekt|satsning|förstudie)(?:et|en)?\b"
)
"""What stands after the name of a project: "är ett treårigt projekt"."""

IS_ONE_AFTER: Final = _pattern(
    r"[”\"“»«]?, (?:som är )?(?:ett|en|vårt|kommunens|det) (?:[\wåäö-]{1,30} ){0,4}?[\w-]{0,40}?(?:projekt|"
    r"projektet|satsning|förstudie|etableringsprojekt)\b"
)
"""What stands right after the name of a project, anywhere in a sentence: ", ett treårigt projekt"."""

IT_IS: Final = _pattern(r"(?:\A|[.!?] )Det är (?:[\wåäö-]{1,30} ){0,2}?[”\"“](?P<name>[^”\"“\n]{2,80})[”\"“]")
"""What names the project in quotation marks: "Det är ”Gröna rum” som"."""

DOES: Final = _pattern(
    r" (?:finansieras|medfinansieras|samfinansieras|finansierades|drivs|genomförs|ägs|leds|pågår|pågick|startar|"
    r"startade|"
    r"syftar till|beviljas|beviljades|tilldelas|har beviljats|är delfinansierat|avslutas|förlängs|ska pågå|"
    r"löper|får [0-9]|får stöd|medfinansieras|fick stöd)\b"
)
"""Verbs that a project is the subject of, and hardly anything else."""

ENDS_NAME: Final = frozenset(
    """
    är var har hade ska skall skulle kommer kan får fick fått vill som där vilket vilka beviljades beviljas beviljats beviljat
    tilldelas tilldelades tilldelats startar startade startades startas pågår pågick pågått drivs drevs drivits drivit lett ägt genomfört haft driver leds
    leddes leder ägs ägdes genomförs genomfördes genomförts finansieras finansierades finansierats medfinansieras
    medfinansierades syftar syftade handlar handlade riktar vänder vände omfattar omfattade omsätter kostar kostade innebär
    innebar går gick tar tog ger gav bygger byggde består bestod fokuserar fokuserade arbetar arbetade arbetat samlar erbjuder
    stöttas stöds avslutas avslutades ingår ingick deltar deltog räknar planeras beräknas blir blev bli inom under hos
    tillsammans via genom samt sedan efter innan när om men eller så att inte nu även också mellan från av syfte vid kring
    utan hjälper hjälpte vara hålls hölls söker sökte nådde når lyfter stärker visar visade ökar bidrar bidrog utvecklar
    utvecklade byggs byggdes bygger byggt skapar skapade heter kallas avser eftersom därför medan fortsätter fortsatte avslutat startat ges hos gör
    gjorde möter ställer sätter har's lanseras lanserades uppmärksammas uppgår uppgick utgår förlängs förlängdes stödjer
    ett en det den detta denna tack finns fanns vi drar igång is are was were has have will runs funded started starts ends
    """.split()
)
"""Words that no name goes on with, nor ends with."""

WITHIN_NAME: Final = frozenset(
    "vid kring inom under utan från av genom mellan som samt via hos en ett det den tillsammans".split()
)
"""Those of them that a name may hold all the same, between other words."""

JOINS_NAME: Final = frozenset("i på för och med till mot & – - & of for and in the av om".split())
"""Words that a name may hold, or that may follow it."""

QUOTED: Final = _pattern(
    r"\b(?:till|för|inom|i|med|om|av|projekt\w*) [”\"“»](?P<name>[^\W\d_a-zåäö][^”\"“»«\n]{2,80})[”\"“«»]"
)
"""A name in quotation marks that may be that of a project."""

SEVERAL: Final = _pattern(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|[2-9]|[1-9][0-9]{1,3}|flera|många|olika|alla|"
    r"samtliga|båda|några|"
    r"ytterligare (?:två|tre|fyra|fem|[0-9]+)|ett antal|nya|följande|"
    r"andra) (?:[\wåäö-]{1,20} ){0,2}?(?:[\w-]{0,30}?projekt|ansökningar)(?![\w])|\b[\w-]{0,30}?projekten\b|"
    r"\bett av (?:flera|många) projekt\b",
    re.IGNORECASE,
)
"""What tells of several projects."""

AMONG_MANY: Final = _pattern(
    r"(?i)\b(?:hela landet|i landet|i sverige|(?:tidigare|andra|liknande|"
    r"övriga) (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}?projekt\w*|fördela\w*|ett av [\w-]{0,30}?projekten|program\w*)\b"
)
"""What a sentence on several projects says that is about others than that of the page."""
A_PROJECT: Final = _pattern(r"(?i)\b(?:ett|nytt|i|detta) (?:[\wåäö-]{1,20} ){0,3}?[\w-]{0,30}?projekt(?![\w])")

THE_PROJECT: Final = _pattern(r"\b(?:[\w-]{0,30}?projektets?|förstudien|satsningen)\b", re.IGNORECASE)

CALL: Final = _pattern(
    r"\b(?:utlysning(?:en|ar|arna|ens)?|utlyst belopp|ansökningsomgång(?:en|ar)?|ansökningsperiod(?:en)?|"
    r"sista ansökningsdag|"
    r"vem kan söka|vilka kan söka|kan söka (?:stöd|medel|bidrag|pengar)|söka? (?:stöd|medel|bidrag) ur|"
    r"ansökan ska|din ansökan|"
    r"er ansökan|så (?:här )?ansöker|så söker|öppen för ansökan|sökande (?:ska|måste|kan)|projekten (?:ska|kan)|"
    r"ett projekt (?:ska|kan|får)|"
    r"krav på medfinansiering(?:en)?|medfinansieringskrav(?:et)?)\b",
    re.IGNORECASE,
)
"""What a call for proposals says."""

GRANTED_BY_UNION: Final = _pattern(r"(?i)\b(?:bevilja\w*|tilldela\w*|godkän\w*)\b")

PROGRAMME: Final = _pattern(r"\b(?:[\w-]{0,30}programmet|programperioden|programmets)\b", re.IGNORECASE)

ELSEWHERE: Final = _pattern(
    r"\b(?:(?:förra|tidigare|föregående|förrförra|liknande|annat|andra|nästa|kommande|avslutade|"
    r"gamla) (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}?"
    r"(?:projekt(?:et|en)?|satsning(?:en|ar)?|förstudien?|pilotprojekt|pilotstudien?|utlysning(?:en|ar)?)"
    r"|förra året|i fjol|(?:har|hade) (?:[\wåäö-]{1,20} ){0,2}?tidigare|tidigare (?:har|hade|fick|fått|"
    r"beviljades|beviljats|drev|drivit)"
    r"|hela landet|i sverige (?:fördelas|satsas)|totalt fördela[rs]|sammanlagt (?:fördela[rs]|har|handlar)"
    r"|till (?:[\wåäö-]{1,20} ){0,2}?projekt(?![\w])(?! [A-ZÅÄÖ”\"#])"
    r"|utlysning(?:en|ar|arna)?|ansökningsomgång(?:en)?|programmet (?:har|omfattar|finns|fördelar|pågår|ska|"
    r"stärker)|programperioden|förbundets årliga)\b",
    re.IGNORECASE,
)
"""What a sentence says that is about other projects, calls or programmes."""

LED_BY: Final = _pattern(
    r"[”\"“»«]?, som (?:[A-ZÅÄÖ][^,.;\n]{2,60}?|vi|kommunen|regionen) (?:har )?(?:leder|driver|drivit|äger|"
    r"samordnar|ansvarar för)\b"
)
"""What stands right after the name of a project: ", som Sala kommun driver"."""

RUN_IT: Final = _pattern(r"\b(?:driver|leder|äger|pågår|börjar|startar|startade|igång) (?=[A-ZÅÄÖ#])")
"""What stands before the name of a project that is run, or before any other name."""

TITLE_PREFIX: Final = _pattern(
    r"(?i)\A(?:slutrapport|(?:om )?projekt(?:et)?|välkommen till|pressmeddelande|förstudie|"
    r"från idé till projekt|eu-projekt(?:et)?|ansökan till)(?: ?[-–:] ?| +)"
)
"""What a headline has before the name of a project."""
PLACES: Final = frozenset(
    "Sverige Norge Norden Norrland Svealand Götaland Europa Bergslagen Skåne Gotland Dalarna Värmland Halland Blekinge Småland Öland Närke Västmanland Uppland Sörmland Södermanland Östergötland Västergötland Bohuslän Dalsland Hälsingland Gästrikland Härjedalen Jämtland Medelpad Ångermanland Västerbotten Norrbotten Lappland Kronoberg Skaraborg Västsverige Sydsverige Mellansverige".split()
)

FACTS: Final = frozenset(
    {
        "owner",
        "period",
        "total cost",
        "support, undivided",
        "support of the Union alone",
        "fund",
        "funder",
        "partner",
        "duration",
    }
)
"""The labels, by their meanings, of facts about one project; two of them make a page one about a project."""

NO_TITLE: Final = _pattern(
    r"(?i)(?:ladda ned.*|ladda ner.*|(?:top|bottom) of page|.* / .*|.*▾.*|kommun\b.*|om (?:projektet|oss|"
    r"webbplatsen)|projektet|projekt|fakta|finansiärer|bakgrund|aktuellt|nyheter|startsida|välkommen\b.*|"
    r"kontakt|medfinansierat .*|hem|start|about\b.*|projects?|finances|"
    r"pressmeddelande|transkript|storlek:?.*|fonden .*|.{0,60} (?:kommun|landsting|län)|region .{1,40})\Z"
)
"""Headlines that are no name of a project."""

GIVES_MANY: Final = _pattern(
    r"\b(?:satsar|satsas|fördelar|fördelas|fördelade|avsätter|avsätts|delar ut|delas ut|förfogar över|"
    r"betalar ut|finns)\b",
    re.IGNORECASE,
)
"""Verbs of a payer that gives money to many."""

EARLIER: Final = _pattern(
    r"\b(?:förra året|i fjol)\b|\b(?:förra|föregående|tidigare) (?:[\wåäö-]{1,20} "
    r"){0,1}?[\w-]{0,30}?projekt(?:et)?\b|(?:har|hade) (?:[\wåäö-]{1,20} ){0,2}?tidigare\b"
    r"|\btidigare (?:har|hade|fick|fått|beviljades|beviljats)\b",
    re.IGNORECASE,
)

UNION: Final = _pattern(
    r"\b(?:EU(?:-\w+|:s|s)?|[Ee]uropeiska|ESF\+?|ERUF|FRO|AMIF|Interreg\w*|Leader\w*|[Ss]trukturfond\w*|"
    r"[Ss]ocialfonden|[Rr]egionalfonden|Tillväxtverket)(?![\w])"
)
"""The Union and its funds."""

NO_NAME: Final = _pattern(
    r"(?:Europeiska|EU\b|ESF|ERUF|Interreg\Z|Tillväxtverket|Svenska ESF|Region\b|.{0,60}\b(?:kommun|kommuns|län|"
    r"läns)\Z|(?:I|Det|Den|Vi|Han|Hon|De|För|Med|Under|Efter|Om)\b)"
)
"""What follows the noun for a project and is no name of it."""

NO_SUBJECT: Final = _pattern(
    r"(?:(?:Sedan|När|Idag|Fonden|Socialfonden|Regionalfonden|Programmet|Utbildningen|Samtidigt|Dessutom|"
    r"Anställningen|Tjänsten|Europeiska|Interreg|Konferensen|Kursen|Studien|Första|Arbetet|Under|Efter|"
    r"Projektet|Det|Den|De|Vi|Här|Nu|Insatsen|Satsningen|Syftet|Målet|Stödet|Detta|Arbetet|Budgeten|"
    r"Finansieringen|Kommunen|Regionen|Region)\b|.{0,60}\b(?:kommun|region|förbund|universitet|högskola)\Z|"
    r"[A-ZÅÄÖ][a-zåäö]+projektet\Z)"
)
"""What may be the subject of a sentence and is no name of a project."""

# --- Bodies

KINDS: Final = (
    (
        "municipality",
        _pattern(r"(?i)\A(?:staden|köping(?:en)?) |\b(?:kommun|kommuns|kommune|stad|kommunen|municipality)\Z"),
    ),
    (
        "municipal federation",
        _pattern(
            r"(?i)\b\w*(?:kommunalförbund|samordningsförbund|kommunförbund|utbildningsförbund|"
            r"samordningsförbundet|kommunalförbundet|utbildningsförbundet|finsam)"
        ),
    ),
    ("region", _pattern(r"\ARegion(?:förbundet)?\b|\bregion\Z|(?i:\A(?:landstinget|regionförbundet)\b)")),
    (
        "state authority",
        _pattern(
            r"(?i)\A(?:länsstyrelse|arbetsförmedling|försäkringskass|migrationsverk|skogsstyrelse|kriminalvård|"
            r"polis)|\A[\w-]+(?:verket|myndigheten|styrelsen)\b"
        ),
    ),
    ("folk high school", _pattern(r"(?i)folkhögskola")),
    ("university", _pattern(r"(?i)universitet|högskola")),
    ("chamber of commerce", _pattern(r"(?i)handelskammar")),
    ("foundation", _pattern(r"(?i)\b\w*stiftelse")),
    ("company", _pattern(r"\b(?:AB|Ab|Aktiebolag|aktiebolag|HB|Oy|AS|A/S|GmbH|Ltd|Inc)\b")),
    (
        "association",
        _pattern(
            r"(?i)\b(?:\w*förening(?:en)?|rf|ry|riksförbund(?:et)?|idrottsförbund(?:et)?|studieförbund(?:et)?|"
            r"hela sverige ska leva|\w*klubb(?:en)?|foreningen)\b|hela bygden"
        ),
    ),
    ("network", _pattern(r"(?i)\bnätverk(?:et)?\b|samverkansarena")),
)
"""By the kind of a body, what its name has; the first that fits is taken."""

_HEADS = (
    r"(?:kommun|stad|län|läns|landsting|unionen|regionala|[a-zåäö]{0,20}fond(?:en)?|region|tekniska|universitet|"
    r"lantbruksuniversitet|högskola|folkhögskola|ekonomisk|ideell|"
    r"handelskammare|näringslivskontor|science|park|sparbank|hamn|museum|församling|pastorat|stift|gymnasium|"
    r"[\wåäö]{2,30}(?:förbund|förbundet|förening|föreningen|bolag|bolaget|kontor|kontoret|skola|skolan|"
    r"universitet|högskola|stiftelse|stiftelsen|"
    r"center|centrum|centret|institut|institutet|förvaltning|förvaltningen|nämnd|nämnden|organisation|nätverk|"
    r"nätverket|råd|rådet|"
    r"förbund|förening|museum|kooperativ|fabrik|byrå|klubb|samfund|samfällighet|organisationen|akademi|akademin|"
    r"akademien|verk|verket))"
)
_UPPER = r"[A-ZÅÄÖÉÜ](?:[^\s,;:()”\"“»!?]|:(?=[a-zåäö]))*(?<![.])"

BODY: Final = _pattern(
    rf"{_UPPER}(?: (?:{_UPPER}|&(?= [A-ZÅÄÖ])|[0-9]{{1,4}}(?![\w]|[,. ]?[0-9]| ?(?:mkr|mnkr|msek|kronor|kr|"
    rf"miljon|tkr|%|procent|tusen))|{_HEADS}(?![\w])|(?!i E[Uu]\b)(?:i|för|av|de|the|of|and|på) {_UPPER}"
    rf"|förening(?:en)?(?![\w])|- och [\wåäö]{{1,30}}))*"
)
"""The name of a body: words with capitals, and what such names hold besides."""

BODY_START: Final = _pattern(r"(?<![\w-])(?=[A-ZÅÄÖÉÜ]|länets |samtliga |[0-9]{1,3} |kommunerna |regionerna )")

_NUMBERS = (
    "en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo"
)
_PLURALS = (
    r"(?:[\wåäö]{0,30}?(?:kommuner(?:na)?|regioner(?:na)?|landsting(?:en)?|folkhögskol(?:a|or|orna)|högskol(?:a|"
    r"or|orna)|universitet(?:en)?|lärosäten(?:a)?|företag(?:en)?|"
    r"skolor(?:na)?|föreningar(?:na)?|organisationer(?:na)?|parter|myndigheter(?:na)?|samordningsförbund(?:en)?|"
    r"länsstyrelser(?:na)?|län|partners?|aktörer(?:na)?|stiftelser|"
    r"bolag|studieförbund|museer|församlingar|länder)|kommuner)"
)
GROUP: Final = _pattern(
    rf"(?:(?:totalt|sammanlagt|samtliga|alla|de|länets|regionens) ){{0,2}}"
    rf"(?P<whole>(?:[A-ZÅÄÖ][\wåäö]+s )?(?:övriga |ytterligare |länets )?"
    rf"(?:(?P<digits>[0-9]{{1,3}})|(?P<vague>(?i:ett antal|flera|många|några|båda|bägge|övriga|andra))|"
    rf"(?P<number>(?i:{_NUMBERS}))) "
    rf"(?:av (?:[\wåäö]{{1,20}} ){{0,2}}?(?:[0-9]{{1,3}}|{_NUMBERS})? ?)?(?:(?!för|i|av|med|till|på|"
    rf"som)[\wåäö-]{{1,20}} ){{0,2}}?{_PLURALS}(?![\w])(?: (?:i|"
    rf"från) (?:[A-ZÅÄÖ][\wåäö-]+(?: och [A-ZÅÄÖ][\wåäö-]+)?(?: (?:[A-ZÅÄÖ][\wåäö-]+|län))?|länet|regionen))?)"
)
"""A group of bodies that are counted: "fyra andra regioner i Norrland"."""

GENERIC: Final = _pattern(
    r"(?i:näringslivet|facken|arbetsmarknadens parter|civilsamhället|(?:länets|regionens|kommunens|"
    r"lokala) (?:kommuner|företag|näringsliv)|bägge regionerna|båda regionerna|"
    r"nätverket för (?:[\wåäö]{2,30} ){0,3}?[\wåäö]{2,30}(?= (?:vilket|som|i|och)\b|[,.]))(?![\w])"
)
"""Bodies that are named by what they are."""

LIST_INTRO: Final = _pattern(
    r"(?:(?:och|samt|även|dels|både|bl\.a\.|bland annat|bland andra|de|den|det|också|flera|bl a|t\.ex\.|av|med|"
    r"mellan|från (?:Norge|Danmark|Finland|norsk sida|svensk sida)|från|projektpartners?|medfinansierade|"
    r"medfinansierande|deltagande|lokala|medverkande|"
    r"totalt|sammanlagt|tillsammans) ){0,4}"
    r"(?:(?P<kind>kommunerna|kommuner|regionerna|länsstyrelserna|högskolorna|universiteten|folkhögskolorna|"
    r"städerna|samordningsförbunden|företagen|föreningarna)"
    r"(?: (?:i|från) [\wåäö]+ län)?(?:[:,])? (?=[A-ZÅÄÖ])|[a-zåäö]{0,20}(?:förbundet|organisationen|"
    r"organisationerna|föreningen|bolaget|företaget|stiftelsen|nätverket|universitetet|högskolan|klubben|"
    r"kooperativet|kommunen) (?=[A-ZÅÄÖ])|(?:[\wåäö-]*partnerna|[\wåäö-]*parterna|organisationerna|"
    r"medfinansiärerna|aktörerna|myndigheterna|partner|partners|kollegor(?:na)? på) (?=[A-ZÅÄÖ]))?"
)
"""What stands before the names in a list of bodies."""

KIND_OF_LIST: Final = MappingProxyType(
    {
        "kommunerna": "kommun",
        "kommuner": "kommun",
        "städerna": "stad",
        "regionerna": "Region",
        "länsstyrelserna": "Länsstyrelsen",
    }
)
"""By the noun before a list of places, what belongs to each name."""

LIST_JOINT: Final = _pattern(
    r" *(?:, *(?:(?:och|samt|och även|men även|även) )?| (?:och|samt|&|respektive|liksom|jämte)(?: även|"
    r" också)? |; | ?/ ?| [–-] (?=[A-ZÅÄÖ])|\n)"
)
"""What stands between the bodies of a list."""

AMONG_OTHERS: Final = _pattern(r"(?:m\.? ?fl\.?|med flera|mfl\.?|m\.? ?m\.?|etc\.?)(?![\w])")

NO_BODY: Final = _pattern(
    r"(?i)(?:att|länets|regionens|kommunens|staden|byarna|orterna|kommunerna|regionerna|utanför|där|sedan|vad|"
    r"hur|vem|projektet|projektets|det|den|de|vi|vår|här|nu|när|under|för|med|som|om|efter|genom|målet|syftet|"
    r"målgruppen|stödet|resten|totalt|bland|utöver|förutom|inom|läs|"
    r"september|januari|februari|mars|april|maj|juni|juli|augusti|oktober|november|december|eu|eu:s?|unionen|"
    r"europa|sverige|norge|finland|danmark|samt|och|dessutom|även|budgeten|kommunen|regionen|"
    r"arbetet|insatsen|finansieringen|kostnaden|deltagarna|föreningen|kommunstyrelsen|landskapet|hamnen|"
    r"företaget|bolaget|projektägare|projektägaren|partnerskapet|detta|denna|dessa|varje|alla|flera|i|på|av|"
    r"till|från)\Z"
)
"""Words with a capital that are no body."""

FUNDS: Final = _pattern(
    r"(?i)(?:\beu\b|\bEU:s\b|europeiska|unionen|\besf\b|esf\+|eruf|interreg|strukturfond|socialfond|"
    r"regionalfond|utvecklingsfond|amif|asyl|\bfro\b|rättvis omställning|jordbruksfond|\bleader\b|"
    r"tillväxtverket|jordbruksverket|esf-rådet|leaderområde|\blag\b|medfinansiärer|partnerskap|"
    r"sysselsättningsinitiativ|regionala fond|\bfonden\b| program\w*\Z)"
)
"""Those who pay the Union's money, and no money of their own."""


# --- Who owns a project, and who takes part

_OWNS = (
    r"(?:projektägare|projektägande organisation|huvudprojektägare|huvudman|huvudsökande|stödmottagare|"
    r"ägare av projektet|"
    r"samordnande projektägare|koordinator|huvudansvarig för projektet|ansvarig för projektet|projektansvarig)"
)
OWNER_AFTER: Final = _pattern(
    rf"(?i:\b(?:{_OWNS})(?: för (?:\w+ )?projektet)? (?:är|var|blir) (?:även |alltså )?"
    r"|\b(?:projektet|satsningen|det|den|projekt|insatsen|initiativet|"
    r"förstudien)(?: (?:som )?\"?”?[A-ZÅÄÖ#][^.,;]{1,60}?)? (?:som )?(?:(?:har|kommer att) )?"
    r"(?:ägs|ägas|ägdes|drivs|drivas|drevs|drivits|leds|leddes|letts|samordnas|koordineras|genomförs|"
    r"genomfördes|bedrivs|administreras)(?: och \w+)?(?: (?:(?:under|mellan|"
    r"från) )?[0-9][^.,;]{0,30}?)? (?:idag |i dag |gemensamt )?av )"
)
"""What stands before the owner: "Projektägare är", "projektet ägs av"."""

PASSIVE_OF_NAME: Final = _pattern(
    r"\A[^.,;]{0,80}? (?:ägs|ägdes|drivs|drevs|leds|leddes|samordnas|koordineras|genomförs|"
    r"bedrivs)(?: och \w+)? (?:idag )?av "
)
"""The same where the name of the project is the subject."""

OWNER_BEFORE: Final = _pattern(
    rf"(?i: (?:(?:som )?(?:är|var|blir|står som|fungerar som|agerar) (?:också |även )?{_OWNS}\b"
    r"|(?:har|hade) (?:det övergripande ansvaret|huvudansvaret|projektägarskapet)\b"
    r"|\((?:projekt)?ägare\)"
    r"|(?:har lämnat in|lämnar in) sin slutrapport för projektet\b"
    r"|(?:(?:har|kommer att|ska) )?(?:driver|drivit|driva|drev|leder|lett|leda|ledde|äger|ägt|äga|samordnar|"
    r"samordnade|koordinerar|bedriver|bedrivit|ansvarar för|är ansvarig för|startar|startade|genomför|genomfört) "
    r"(?:(?:nu|också|även|just nu|under \d{4}|tillsammans med [^.;]{3,100}?) )?(?:det|ett|sitt|EU-|"
    r"ESF-)? ?(?:[\wåäö-]{1,30} ){0,3}?[\w-]{0,30}?(?:projekt|förstudie|satsning)(?:et|en|n)?\b))"
)
"""What stands after the owner: "är projektägare", "driver projektet"."""

OWNS_NAME: Final = _pattern(
    r" (?:(?:har|kommer att|ska) )?(?:driver|drivit|driva|drev|leder|äger|samordnar|koordinerar|bedriver|"
    r"ansvarar för) [”\"]?\Z"
)
"""What stands between the owner and the name of the project."""

OF_OWNER: Final = _pattern(r"s (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}?projekt [”\"]?\Z")
"""What stands between the owner in the genitive and the name of the project: "Sala kommuns projekt"."""

AS_OWNER: Final = _pattern(
    r"\bmed (?=[A-ZÅÄÖ][^.,;\n]{2,60}? som (?:projekt)?(?:ägare|huvudman|huvudsökande|koordinator))"
)
AS_PARTNER: Final = _pattern(
    r"\bmed (?=[A-ZÅÄÖ][^.;\n]{2,90}? som (?:medsökande|partners?|projektpartners?|samarbetspartners?|medverkande)\b)"
)
"""What stands before a body whose part is said after it."""
WHO_LEADS: Final = _pattern(
    r"\bsom (?=[A-ZÅÄÖ][^.,;\n]{2,60}? (?:nu )?(?:leder|driver|drivit|äger|samordnar|ansvarar för)\b)"
)
"""What stands before the body in ", som Sala kommun driver"."""
GIVEN_TO: Final = _pattern(
    r"\b(?:beviljar|beviljade|tilldelar|tilldelade|ger|gav|har beviljat|beviljat|har tilldelat|stödjer|"
    r"till) (?=[A-ZÅÄÖ])"
)
"""What stands before a body that gets the money."""
IS_GIVEN: Final = _pattern(
    r"\b(?:har|hade|har nu) (?=[A-ZÅÄÖ][^.,;\n]{2,80}? (?:nu )?(?:beviljats|fått|tilldelats|erhållit)\b)"
)
ITS_PROJECT: Final = _pattern(r"(?<=s) (?:[\wåäö-]{1,20} ){0,2}?[\w-]{0,30}projekt(?:et)?(?![\w])")
"""What stands after the owner in the genitive."""

OF_BODY: Final = _pattern(r"(?:kommun|stad|region|län|förbund|universitet|högskola|\bRegion [A-ZÅÄÖ][\wåäö]+)s\Z")
"""The end of a body in the genitive."""

INVERTED: Final = _pattern(r"\b(?:genomför|driver|startar|leder) (?=[A-ZÅÄÖ])")
"""A verb whose subject, the owner, follows it: "Nu startar Sala kommun projektet"."""

GETS: Final = _pattern(
    r" (?:har (?:nu )?(?:beviljats|tilldelats|fått|erhållit|sökt|ansökt om)|beviljas|beviljades|tilldelas|"
    r"tilldelades|får|fick|erhåller|söker) (?!(?:stå|vara|vi|du|man|den|det|de|hjälp|möjlighet|chans)\b)"
)
"""What stands after a body that gets the money."""

ROLES: Final = (
    ("partner", _pattern(r"\bMed (?:i|på) [^.,;]{2,60}? (?:finns|är) (?:också |även )?")),
    (
        "initiator",
        _pattern(
            r"(?i)\b(?:initierat av|initierades av|initiativtagare (?:är|till projektet är|var)|"
            r"på initiativ (?:av|från)|initiativet (?:kommer|kom) från|initiativet togs av) "
        ),
    ),
    ("supporter", _pattern(r"(?i)\b(?:stöttas|stöds|stödjs|stöttat|stött) av ")),
    (
        "cooperating",
        _pattern(
            r"(?i)\b(?:samverkansparter(?:na)?|samverkanspartners?|samarbetspartners?|samarbetsparter|"
            r"samverkande parter)(?: (?:i|för) projektet)? (?:är|var|i projektet är) "
        ),
    ),
    (
        "cooperating",
        _pattern(
            r"(?i)\b(?:i (?:nära )?(?:samverkan|samarbete)|samarbetar|samverkar|samarbetat|samverkat|"
            r"samarbetade|samverkade|samverka|samarbeta|arbetar vi|arbetar|samarbete|samverkan) (?:också |även |"
            r"nära )?med "
        ),
    ),
    (
        "partner",
        _pattern(
            r"(?i)\b(?:samarbete|samverkan|samarbetsprojekt|samverkansprojekt|partnerskap|"
            r"samverkansprojektet [^.,;]{2,60}?|projekt) mellan "
        ),
    ),
    ("partner", _pattern(r"(?i)\b(?:tillsammans med|ihop med) ")),
    (
        "partner",
        _pattern(
            r"(?i)\b(?:(?:projekt)?partners?|projektparter|medsökande|parter|parterna|projektets parter|"
            r"medverkande (?:parter|organisationer|kommuner)|deltagande (?:parter|organisationer|kommuner)|"
            r"övriga (?:parter|partners?|projektparter)|(?:projekt)?partnerna)(?: i projektet)? (?:är|var) "
        ),
    ),
    (
        "partner",
        _pattern(
            r"(?i)\b(?:ingår|deltar|medverkar|deltog|medverkade|deltagit|medverkat) (?:även |också |"
            r"förutom [^.,;]{2,60} )?(?=(?:totalt|sammanlagt|kommunerna|regionerna|[0-9]|[A-ZÅÄÖ]|en |två|tre|"
            r"fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|samtliga|alla|ett antal))"
        ),
    ),
)
"""By the role of the bodies that follow, what stands before them."""

TAKES_PART: Final = _pattern(
    r" (?:(?:ska|kommer att|har|skulle) )?(?:(?:deltar|delta|deltog|deltagit|medverkar|medverka|medverkade|"
    r"ingår|samarbetar|samarbeta|samarbetade|samverkar|samverka|samverkade|"
    r"går (?:nu )?samman|gått ihop|tar ett gemensamt grepp)\b|är (?:också |även )?med(?= (?:i|från|och)|[.,]|\Z)|"
    r"följer med som partners?|är (?:partners?|medsökande|samarbetspartners?|projektpartners?|"
    r"samverkansparter?)\b)(?! (?:nätverk|styrgrupp))"
)
"""What stands after a list of bodies that take part: "deltar i projektet"."""

# --- Who pays

SOCIAL_FUND: Final = _pattern(r"(?i)\bESF\b|\bESF\+|socialfond|\bESF-")
"""A grant of the Union and the state, which Svenska ESF-rådet pays undivided."""
LEADER: Final = _pattern(r"(?i)\bleader\w*|\bLAG\b")
EU_MONEY: Final = _pattern(
    r"\bEU-(?:medel|stöd|pengar|bidrag|finansiering|miljoner)\w*|\b(?:från|av|ur|genom) (?:EU|"
    r"Europeiska unionen)(?![\w:])"
)
"""Words by which money is that of the Union alone."""
EU_AND_STATE: Final = _pattern(r"(?i)EU-medel (?:samt|och) statliga|(?:EU|unionen) och (?:svenska )?staten")

TOTAL_BEFORE: Final = _pattern(
    r"(?i)(?:omsätter|omsluter|kostnadsberäkna[dt]s?(?: till)?|kostnadsberäknat till|budgeterat till|"
    r"kostar(?: totalt)?|beräknas kosta|har en (?:total )?budget på|"
    r"projektets (?:totala )?(?:budget|omslutning|kostnad(?:er)?|omfattning) (?:är|på|uppgår till|ligger på|"
    r"beräknas till)|budgeten (?:för [^.,;]{2,60}? )?(?:är(?: på)?|landar på|på|uppgår till|ligger på)|"
    r"omfattar budgeten|total(?:t|a|en|budgeten)? (?:är|på|uppgår till)|omslutning på)"
    r"(?: (?:totalt|sammanlagt|på|till|cirka|ca|omkring|runt|drygt|över|närmare|nästan|knappt)){0,2} \Z"
)
"""What stands before an amount that is the total cost."""

PART_OF_TOTAL: Final = _pattern(
    r"(?i)\b(?:steg|fas|etapp|delprojekt|förstudie|del) ?[0-9A-D]?\b|varav|\bper\b|årlig|om året|varje år"
)
"""What makes an amount another than the total of the project."""

FROM_BODY: Final = _pattern(
    r" (?:(?:i|som) [\wåäö-]{2,30}(?: [\wåäö-]{2,30})? )?(?:från|av|via) (?:[a-zåäö]{1,12} )?(?=[A-ZÅÄÖ])"
)
"""What stands between an amount and the body that pays it."""

PAYS: Final = _pattern(
    r"(?: (?:(?:också|även|nu|själv|dessutom|har|ska|kommer att) )?(?:bidrar|går in|stöder|stödjer|stöttar|"
    r"medfinansierar|finansierar|satsar|står|svarar|lovat|lovar|skjuter till|betalar|lägger|avsätter|"
    r"förbinder sig att (?:stöda|stödja)|avsatt|finansierat|bidragit|ställer upp|tillskjuter|bidrog|stod|"
    r"medfinansierat)(?: (?:också|även|själva?|projektet|det|in|tillsammans))*)?(?: (?:med|"
    r"för))?(?: (?:sammanlagt|totalt|hela|drygt|cirka|ca))? *[:(]? *\Z"
)
"""What stands between a body that pays and its amount."""

FINANCED_BY: Final = _pattern(
    r"(?i)\b(?:(?:kommer|resten|pengarna|medlen)(?: (?:kommer|dels))?(?= från )|(?:med|sam)?finansier(?:as|ad|"
    r"at|ades|ats|ing)|finansiärer(?:na)?|medfinansiärer(?:na)?|finansiär)"
    r"(?: (?:är|görs|sker|kommer|också|även|gemensamt|dels|till (?:största )?del(?:en)?|delvis|i övrigt|"
    r"förutom [^,.;]{2,60},?|projektet|i projektet))* (?:(?:av|från|genom|är) )?(?:såväl |både |dels )?"
)
"""What stands before those who pay."""

THROUGH: Final = _pattern(r",? (?:genom|via) (?:[a-zåäö]{1,12} )?")
REST: Final = _pattern(
    r"(?i)(?:står|svarar|betalar|bekostar) (?:själv(?:a)? )?(?:för )?(?:resten|resterande|återstoden|"
    r"övriga kostnader)|resten (?:står|svarar|betalar|finansieras av)"
)
CASH: Final = _pattern(r"(?i)\bkontant")
IN_KIND: Final = _pattern(
    r"(?i)\b(?:arbetstid|egen tid|in natura|naturabidrag|ideell tid|ideellt arbete|personaltid|nedlagd tid)"
)

# --- What is planned

PLANNED: Final = _pattern(
    r"(?i)\b(?:ska|skall|kommer att|räknar med|planera[rs]|målet|målsättning|mål är|beräknas|väntas|tänkt|"
    r"riktar sig till|vänder sig till|omfattar|erbjuder|når|nå|får|"
    r"kan|möjlighet|syftar|deltar|avser|förväntas|skulle|planen)\b"
)
"""Words by which a number of participants is planned."""
HAPPENED: Final = _pattern(
    r"(?i)\b(?:har (?:[\wåäö]{1,20} ){0,2}?(?:nått|deltagit|gått|fått|utbildats|genomgått|hjälpt|nåtts|"
    r"medverkat|skrivits)|deltog|nådde|gick|fick|utbildades|hittills|resulterade|medverkade|ordnades|hölls|"
    r"skrevs in)\b"
)
"""Words by which it is an outcome."""
PARTICIPANTS: Final = _pattern(
    r"(?i)(?<![\w.,-])(?P<number>[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,6}) (?:av )?(?:[\wåäö-]{1,20} ){0,2}?"
    r"(?:deltagare|projektdeltagare|personer|individer|ungdomar|unga|elever|föräldrar|medarbetare|anställda|"
    r"kvinnor|män|arbetssökande|arbetslösa|nyanlända|studenter|kursdeltagare|långtidsarbetslösa)(?![\w-])"
)
NO_PARTICIPANTS: Final = _pattern(
    r"(?i)\b(?:åt gången|konferens\w*|seminari\w*|föreläsning\w*|anmäla?n? |invånare|bor |inom hela landet|"
    r"arbetstillfällen|jobb skapas|per år|årligen|varje år|anställda (?:i kommunen|totalt)|arbetar (?:idag|i dag))"
)

# --- When it runs

RUNS: Final = _pattern(
    r"(?i)\bstarten\b|\bfrån start\b|\b(?:[\w-]{0,20}?projekt(?:et|ets|s|tid\w*|period\w*)?|(?:satsning|insats|"
    r"förstudie)\w*|pågå[rt]?|pågick|pågått|löper|löpt|startar?|startade|startat|inled\w+|avsluta[ds]?\w*|"
    r"genomför\w*|bedriv\w*|driv[seit]\w*|drevs|projekttid\w*|projektperiod\w*|"
    r"sträcker sig|varar|fortgår|slutar|slutade|upphör\w*|igång|går i mål|kör igång|drar igång|start|slut)\b"
)
"""Words by which a time is that of the project."""
OTHER_TIME: Final = _pattern(
    r"(?i)\b(?:strategi\w*|\w+strategi\w*|handlingsplan\w*|agenda\w*|program\w*|strukturfondsperiod\w*|"
    r"pilotstudi\w*|förstudie[nr]? som|studie\w*|utvärder\w*|seminari\w*|konferens\w*|föreläs\w*|utbildningen|"
    r"kurs\w*|"
    r"om ansökan|om projektet (?:beviljas|godkänns)|vision|mål för år|sedan \d{4}|undersökning\w*|rapport\w*|"
    r"val(?:et)? \d{4}|jubileum|grundades|bildades|budgetår|pandemi\w*|ansökan ska|utlysning\w*|"
    r"beslut(?:et)? (?:väntas|fattas|tas))\b"
)
"""Words by which it is that of something else."""
LASTS: Final = _pattern(
    r"(?i)\b(?:projekt\w*|satsning\w*|pågå[rt]?|pågick|löper|under|projekttid\w*|sträcker sig|varar|för|i|på|över)\b"
)

# --- What has been decided

DECISIONS: Final = (
    (
        "rejected",
        _pattern(
            r"(?i)\b(?:ansökan|projektet) (?:fick|får|har fått) avslag\b|\bavslag på (?:projekt)?ansökan|"
            r"\bavslår (?:ansökan|projekt)|\bavslogs?\b|\bavslagits\b"
        ),
    ),
    (
        "prioritised",
        _pattern(
            r"(?i)\bprioritera(?:t|ts|de|des|r|s|d)?\b|"
            r"\b(?:strukturfonds)?partnerskapet\b[^.]{0,80}?\b(?:bevilja|god(?:känd|tog)|beslut|"
            r"sa(?:de)? ja)\w*|\bLAG (?:har )?(?:beslutat|beslutade|godkänd|bevilja)\w*"
        ),
    ),
    (
        "granted",
        _pattern(
            r"(?i)\b(?:bevilja(?:t|ts|de|des|r|s)|tilldela(?:t|ts|de|des|r|s)|godkän(?:t|ts|de|des|ner|ns)|"
            r"(?:får|fick|har (?:nu )?fått) (?:[^.;]{0,60}? )?(?:stöd|medel|pengar|bidrag|finansiering|kronor|"
            r"mkr|miljoner|euro|leaderstöd)|"
            r"ger (?:[^.,;]{0,60}? )?(?:stöd|kronor|miljoner)|grönt ljus|i sitt beslut|"
            r"beslutade om (?:finansiering|stöd|bidrag)\w*|beslutat om (?:finansiering|stöd|bidrag)\w*|"
            r"satsar [^.;]{0,60}?(?:på|i) [^.;]{0,40}?projekt\w*|erhållit|erhåller|klartecken|ja till)\b"
        ),
    ),
    (
        "applied",
        _pattern(r"(?i)\b(?:ansök(?:t|er|te|an)|söker|sökt|lämnat in (?:en )?ansökan|väntas fatta beslut)\b"),
    ),
)
"""By the kind of a decision, what tells of it; the first kind that a page tells of is taken."""
DECIDES: Final = _pattern(
    r"(?:(?:Svenska )?ESF-rådet|Svenska ESF ?rådet|Rådet för Europeiska socialfonden|Tillväxtverket|"
    r"Jordbruksverket|(?:[Ss]trukturfonds)?[Pp]artnerskapet|LAG\b|Länsstyrelsen(?: i [A-ZÅÄÖ]\w+)?|Migrationsverket|"
    r"Europeiska [Ss]ocialfonden(?: \(ESF\))?|Övervakningskommittén|Interreg [\w–-]+)"
)
AUTHORITY: Final = _pattern(r"(?i)rådet|verket\b|länsstyrelse")
"""Bodies that decide on support."""
MORE: Final = _pattern(
    r"(?i)\b(?:ytterligare|extra|därutöver|dessutom|förprojektering\w*|planeringsfas\w*|mobilisering\w*)\b"
)
"""Words by which an amount is not all of the support."""

PAYING: Final = _pattern(
    r"(?i)\b(?:\w*finansier\w*|stöd\w*|bidra\w*|bevilja\w*|får|fått|ger|pengar\w*|medel|miljon\w*|kronor)\b"
)

JUST_GETS: Final = _pattern(r"(?i)(?:får|fick|har (?:nu )?fått|ger)\b")
AMOUNT: Final = _pattern(r"(?i)\b(?:kr|kronor|mkr|mnkr|msek|tkr|miljon\w*|euro|eur)\b")

PUTS_FIRST: Final = _pattern(r"(?i)partnerskap|\bLAG\b")
"""Bodies that put applications first, and whose word is not yet the decision."""
NOT_YET: Final = _pattern(
    r"(?i)\b(?:om (?:ansökan|projektet|partnerskapet|vi|det blir)|blir det ja|kan beviljas|väntas|hoppas|"
    r"inte (?:ännu )?(?:bevilja|fått))\b"
)
"""Words by which nothing has been decided."""

# --- Funds and programmes

FUND_WORDS: Final = (
    ("ESF_PLUS", _pattern(r"\bESF\+|\bESF ?plus\b|(?i:socialfonden ?\+|socialfonden plus)")),
    ("JTF", _pattern(r"(?i)fonden för (?:en )?rättvis omställning|\bFRO\b|\bJTF\b")),
    (
        "ERDF",
        _pattern(
            r"(?i)(?:europeiska )?regionala (?:utvecklings)?fond\w*|fond för regional utveckling|\bERUF\b|"
            r"\bregionalfond\w*|\bERDF\b|European Regional Development"
        ),
    ),
    ("AMIF", _pattern(r"(?i)\bAMIF\b|asyl-,? migrations- och integrationsfond\w*")),
    ("EMFAF", _pattern(r"(?i)havs-, fiskeri- och vattenbruksfond\w*|\bEHFVF\b")),
    ("EMFF", _pattern(r"(?i)havs- och fiskerifond\w*|\bEHFF\b")),
    ("EAFRD", _pattern(r"(?i)jordbruksfond\w*|\bEJFLU\b|landsbygdsprogram\w*|\bleader\w*")),
    ("ESF", _pattern(r"(?i)\bESF\b|socialfond\w*|\bESF-\w+|European Social Fund")),
)
"""The funds by their names in `Fund`; of those that a sentence has, the first is taken."""
INTERREG: Final = _pattern(
    r"\bInterreg(?:[ -](?:[IVX]+ ?[ABC]?|Europe|[A-ZÅÄÖ][\wåäö]+)(?:[-–][A-ZÅÄÖ][\wåäö]+){0,3}(?: (?:Region|Sea|"
    r"Programme|Atlantic))?)?"
)

FIRST_NAMES: Final = frozenset(
    """
    Anna Maria Eva Lena Karin Kristina Sara Emma Malin Jenny Linda Marie Ulrika Susanne Annika Åsa Helena Cecilia Johanna
    Elin Ida Hanna Sofia Katarina Camilla Monica Birgitta Ingrid Elisabeth Lars Anders Per Karl Mikael Johan Erik Jan Peter
    Thomas Daniel Fredrik Andreas Magnus Mats Bo Hans Stefan Nils Bengt Ulf Björn Jonas Martin Henrik Mattias Patrik Marcus
    Niklas Robert Göran Olof Sven David Christer Tomas Kent Ulla Irén Laila Petra Pia Carina Kerstin Gunilla Margareta Roger
    """.split()
)
"""The most usual first names, so that a person is not taken for a body."""

STATES_OWNER: Final = _pattern(rf"(?i){_OWNS}|övergripande|huvudansvar|projektägarskap|slutrapport")
JOINT_BEFORE: Final = _pattern(r"(?:[A-ZÅÄÖ][\wåäö-]*|kommun|högskola|universitet)(?:,| (?:och|samt|&)) \Z")
"""What stands before a body that is listed with others."""
COOPERATES: Final = _pattern(r"(?i)samverk|samarb")
"""What a label says of bodies that take part without money of the project."""

COSTS: Final = _pattern(r"(?i)\bkosta[rd]?\w{0,3}\b|\bkostnad\w*\b")
"""Words of cost, which are of the project only where it is named."""
WHOLE: Final = _pattern(
    r"(?i)\b(?:total\w*|sammanlag\w*|hela|projekt(?:et|ets)?|satsning\w*|insats\w*|budget\w*|beräkna\w*|kostnaden)\b"
)
IDENTIFIES: Final = _pattern(r"(?i)dnr|diarie|projekt|ärende|\bid\b|journal|project")
"""What the label of the number of a project has."""
UNIT_OF: Final = _pattern(
    r"\A(?P<unit>[^,]{3,80}?)(?:, (?:en del av )?| (?:inom|vid|på|i) )(?P<name>[A-ZÅÄÖ][\wåäö -]{1,60}(?:kommun|"
    r"stad|universitet|högskola)|Region [A-ZÅÄÖ][\wåäö -]{1,60})\Z"
)
"""A part of a body with the body."""

HOPED: Final = _pattern(
    r"(?i)\b(?:hoppa[ts]\w*|hoppades|skulle stå|räknat med|vill ha|begär\w*|sökte|söker|sökt|ansök\w*|önskat|"
    r"önska[rd]\w*)\b"
)
"""Words by which money has been asked for and not been granted."""
THE_SAME: Final = _pattern(r"(?i)motsvarande \Z")
TOTAL_AFTER: Final = _pattern(r"(?i) (?:i allt|totalt|sammanlagt|allt som allt)(?:[.,]|\Z)")
FINANCES: Final = _pattern(
    r"(?:, som)? (?:(?:är|var) (?:också |även )?(?:medfinansiärer?|finansiärer?)|medfinansierar|samfinansierar|"
    r"(?:bidrar|går in) (?:också |även )?med (?:pengar|medel|medfinansiering|arbetstid|finansiering)|"
    r"finansierar (?:projektet|satsningen|resten)|står för (?:medfinansieringen|resten|resterande))"
)
"""What stands after bodies that pay."""
ALSO_PAY: Final = _pattern(r"(?i)\b(?:bidrar|medfinansierar) (?:även|också) (?=[A-ZÅÄÖ])")
TOGETHER: Final = _pattern(r"(?i) (?:(?:kommunerna|parterna|regionerna|de) )?\Z")

GIVEN: Final = _pattern(r"(?i)\b(?:får|fick|(?:har|har nu) fått|bevilja\w*|tilldela\w*|erhåll\w*) (?:[^.;]{0,90}? )?\Z")
"""What stands before an amount that somebody gets."""
AGREED_EACH: Final = _pattern(r"(?i)\b(?:kommunerna|parterna|medfinansiärerna)\b[^.;]{0,40}\Z")
BESIDES: Final = _pattern(r"\bFörutom (?=[A-ZÅÄÖ][^.;]{2,120}? (?:bidrar|finansier\w+|medfinansier\w+))")
OTHER_WORK: Final = _pattern(r"(?i)\b(?:pilotstudi\w*|förstudien? (?:som|gjordes)|kartläggning\w* som)\b")
"""Words by which what follows is about other work than the project."""
PHASE: Final = _pattern(r"(?i)\A(?:steg|fas|etapp|delprojekt|del) ?[0-9A-D]\b")

GRANT_BEFORE: Final = _pattern(
    r"(?i)\b(?:stödet|bidraget|eu-stödet|esf-stödet) (?:är|uppgår|ligger)(?: (?:på|till))?(?: (?:drygt|över|"
    r"närmare|knappt|cirka|ca|totalt|sammanlagt))? \Z|\b(?:får|fick|har (?:nu )?fått|beviljas|"
    r"tilldelas) (?:[^.,;]{0,40}? )?(?:stöd|bidrag|EU-stöd) [^.,;]{0,40}?(?:med|på|om) (?:sökta )?\Z"
)
"""What stands before an amount that is granted."""
THE_BODY: Final = _pattern(
    r"(?<![\w])(?P<noun>(?i:kommunen|regionen|universitetet|högskolan|föreningen|företaget|landskapet|"
    r"landstinget|länsstyrelsen))(?![\w])"
)
"""A common noun for a body that is named elsewhere."""

NOT_OF_PROJECT_AFTER: Final = _pattern(
    r"(?i) (?:års|fördelar|fördelas|satsar|satsas|(?:hade|har|omfattar|finns) (?:socialfonden|fonden|svenska|"
    r"esf|programmet|regionen|det))\b"
)
RUNS_AFTER: Final = _pattern(
    r"(?i) (?:pågår|pågick|drivs|drevs|genomförs|genomfördes|startar|startade|startas|avslutas|avslutades|"
    r"ska projektet|kommer projektet|driver|bedrivs)\b"
)
"""What stands after a time at which the project runs."""
LASTS_FOR: Final = _pattern(
    r"(?i)\b(?:[\w-]{0,20}?projekt(?:et|ets)?|satsning\w*|pågå[rt]?|pågick|löper|projekttid\w*|sträcker sig|"
    r"varar|under|period\w*|budget\w*|insats\w*|förstudie\w*)\b"
)
"""Words by which a length is that of the project."""
NO_DURATION: Final = _pattern(
    r"(?i)\b(?:förra|sedan|utbildning(?:en)?|kurs(?:en)?|praktik|ålder|gammal|hållit på|erfarenhet\w*|per år|"
    r"varje|praktikperiod|fyller|föreläsning\w*|pilot\w*|första året|de senaste|steg \d|tidigare|"
    r"avtal\w*|efter projekt\w*|ansökan|handlägg\w*|högst|minst|får pågå|kan pågå|timmar|veckor)\b"
)
OF_THE_GOAL: Final = _pattern(
    r"(?i)\bav (?:målets|planerade|de planerade) (?P<number>[0-9]{1,3}(?:[ .][0-9]{3})*|[0-9]{1,6}) "
)
NUMBER: Final = _pattern(r"(?:[0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]{1,7})(?![\w,.-]?[0-9])")
NOT_EXACT: Final = _pattern(
    r"(?i)\b(?:cirka|ca|omkring|runt|ungefär|upp till|högst|drygt|närmare|över|knappt|uppemot|mer än|fler än|"
    r"tusentals|hundratals)\.? (?:[\wåäö]{1,12} )?\Z"
)
"""What stands before a number of which only about is known."""
OPERATION_ID: Final = _pattern(r"[A-Za-zÅÄÖåäö]{0,10}[-/ ]?[0-9][\w./:-]{2,30}[\w]")
NUMBERED: Final = _pattern(
    r"(?i)\b(?:diarienummer|diarienr\.?|dnr\.?|projektnummer|projektnr\.?|ärendenummer|ärende-id|projekt-?id|"
    r"ärendeid)[ :]{1,3}(?P<number>[A-ZÅÄÖ]{0,10}[-/]?[0-9][\w./:-]{2,30}[\w])"
)
"""A number of a project with its word before it."""
